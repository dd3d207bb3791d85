#include "foundation/text_list.h"
#include "golden.h"
#include "report/condition_words.h"
#include "rulebase/loading.h"

#include <doctest/doctest.h>

using namespace fedadvise;
using namespace fedadvise::report;
using rulebase::Condition;

namespace
{

using rulebase::Aggregate;
using rulebase::AnswerKind;
using rulebase::Scope;

rulebase::Question question(const std::string& id, AnswerKind kind, Scope scope, Aggregate aggregate,
                            const std::string& prompt, const std::string& label)
{
    rulebase::Question made;
    made.id = {id};
    made.kind = kind;
    made.scope = scope;
    made.aggregate = aggregate;
    made.prompt = prompt;
    made.short_label = label;
    return made;
}

std::vector<rulebase::AnswerOption> options(const std::vector<std::string>& ids_and_labels)
{
    std::vector<rulebase::AnswerOption> made;
    for (std::size_t i = 0; i + 1 < ids_and_labels.size(); i += 2)
        made.push_back({ids_and_labels[i], ids_and_labels[i + 1], false});
    return made;
}

rulebase::Question purpose(const std::string& name, const std::string& label, const std::string& flags)
{
    rulebase::Question made = question("purpose." + name, AnswerKind::Scale, Scope::PracticeOrGroup, Aggregate::Median,
                                       "How much do you want " + name + "?", label);
    made.family = "purpose";
    made.flags = flags;
    made.options = options({"0", "Not wanted", "1", "Minor", "2", "Important", "3", "Essential"});
    return made;
}

rulebase::RuleBase small_rules()
{
    rulebase::RuleBase rules;
    auto nation = question("jurisdiction", AnswerKind::Choice, Scope::Group, Aggregate::None, "Where?", "Nation");
    nation.options = options({"england", "England", "wales", "Wales", "scotland", "Scotland"});
    auto holds =
        question("holds", AnswerKind::Choice, Scope::Group, Aggregate::None, "Must it hold a contract?", "Holds");
    holds.options = options({"yes", "Yes", "later", "Perhaps later", "no", "No"});
    auto system =
        question("system", AnswerKind::Choice, Scope::Practice, Aggregate::Commonest, "Which system?", "System");
    system.options = options({"emis", "EMIS", "other", "Another system"});
    auto lock = question("lock", AnswerKind::Choice, Scope::PracticeOrGroup, Aggregate::Worst, "A lock?", "Asset lock");
    lock.ordered = true;
    lock.options = options({"required", "Required", "acceptable", "Acceptable", "unacceptable", "Unacceptable"});
    auto step = question("step", AnswerKind::Choice, Scope::Group, Aggregate::None, "How close?", "Closeness");
    step.ordered = true;
    step.options = options({"g0", "Separate", "g1", "Talking", "g2", "Sharing", "g3", "Contracting", "g4", "One body"});
    auto owners = question("owners", AnswerKind::Choices, Scope::Group, Aggregate::None, "Who owns it?", "Owners");
    owners.options = options({"gps", "GPs in person", "practices", "Practices", "investors", "Outside investors"});
    auto list = question("list", AnswerKind::Number, Scope::Practice, Aggregate::Sum, "How many patients?", "Patients");
    list.unit = "patients";
    auto income = question("income", AnswerKind::Number, Scope::Group, Aggregate::None, "What income?", "Income");
    income.unit = "pounds a year";
    auto months = question("months", AnswerKind::Number, Scope::Group, Aggregate::None, "How long?", "Time");
    months.unit = "months";
    auto open = question("readiness.open", AnswerKind::Scale, Scope::Respondent, Aggregate::Mean, "We open our books.",
                         "Books");
    open.family = "readiness";
    open.options =
        options({"1", "Strongly disagree", "2", "Disagree", "3", "Partly agree", "4", "Agree", "5", "Strongly agree"});
    rules.questions = {nation,
                       holds,
                       system,
                       lock,
                       step,
                       owners,
                       list,
                       income,
                       months,
                       open,
                       purpose("staff", "Shared staff", "EP"),
                       purpose("night", "Night care", "EK"),
                       purpose("training", "Training", "")};
    rules.readiness.subscales = {{"trust", "T", "Trust and good faith"}};
    rules.gradient = {{"g0", "Separate", "", "", "", {}}, {"g4", "Shared body", "", "", "", {}}};
    rules.checklists = {
        {"deal", "The deal", {{"D1", "One", "", {}}, {"D2", "Two", "", {}}, {"D3", "Three", "", {}}}, {}}};
    for (const auto& [id, name] :
         {std::pair{"network", "Informal network"}, {"merger", "Merger"}, {"pcn", "PCN company"}})
    {
        rulebase::Model model;
        model.id = {id};
        model.name = name;
        rules.models.push_back(model);
    }
    for (const auto& [id, name] : {std::pair{"llp", "LLP (limited liability partnership)"},
                                   {"club", "Unincorporated association"},
                                   {"cic", "CIC limited by shares"},
                                   {"host", "NHS trust as host"},
                                   {"ucb", "University body"},
                                   {"coop", "Co-operative society"}})
    {
        rulebase::Vehicle vehicle;
        vehicle.id = {id};
        vehicle.name = name;
        rules.vehicles.push_back(vehicle);
    }
    return rules;
}

rulebase::Comparison comparison(rulebase::Comparison::Kind kind, std::vector<std::string> values)
{
    rulebase::Comparison made;
    made.kind = kind;
    made.values = std::move(values);
    return made;
}
rulebase::Comparison is(std::vector<std::string> values)
{
    return comparison(rulebase::Comparison::Kind::OneOf, std::move(values));
}
rulebase::Comparison is_not(std::vector<std::string> values)
{
    return comparison(rulebase::Comparison::Kind::NotOneOf, std::move(values));
}
rulebase::Comparison includes(std::vector<std::string> values)
{
    return comparison(rulebase::Comparison::Kind::Includes, std::move(values));
}
rulebase::Comparison excludes(std::vector<std::string> values)
{
    return comparison(rulebase::Comparison::Kind::Excludes, std::move(values));
}
/// "2..", "..2", "2..3"; a bracket for an end that does not belong: "(2..", "..2)".
rulebase::Comparison range(const std::string& written)
{
    rulebase::Comparison made = comparison(rulebase::Comparison::Kind::Range, {});
    const std::size_t dots = written.find("..");
    std::string low = written.substr(0, dots), high = written.substr(dots + 2);
    if (!low.empty())
        made.lower = rulebase::Bound{low.front() == '(' ? low.substr(1) : low, low.front() != '('};
    if (!high.empty())
        made.upper = rulebase::Bound{high.back() == ')' ? high.substr(0, high.size() - 1) : high, high.back() != ')'};
    return made;
}

Condition test(const std::string& id, rulebase::Comparison compared,
               rulebase::Statistic of = rulebase::Statistic::Group)
{
    return {rulebase::AnswerTest{{id}, of, std::move(compared)}, {}};
}
Condition practices(rulebase::HowMany how_many, const std::string& id, rulebase::Comparison compared)
{
    return {rulebase::PracticesTest{{id}, how_many, std::move(compared)}, {}};
}
Condition family(int count, rulebase::Comparison compared, char flag = '\0', std::vector<std::string> only = {},
                 std::vector<std::string> except = {})
{
    return {rulebase::FamilyTest{"purpose", flag, std::move(only), std::move(except), std::move(compared), count}, {}};
}
Condition measure(const std::string& id, rulebase::Comparison compared)
{
    return {rulebase::MeasureTest{id, std::move(compared)}, {}};
}
Condition checklist(std::optional<int> at_least, std::optional<int> at_most)
{
    return {rulebase::ChecklistTest{"deal", at_least, at_most}, {}};
}
Condition all(std::vector<Condition> parts)
{
    return {rulebase::AllOf{std::move(parts)}, {}};
}
Condition any(std::vector<Condition> parts)
{
    return {rulebase::AnyOf{std::move(parts)}, {}};
}
Condition at_least(int count, std::vector<Condition> parts)
{
    return {rulebase::AtLeast{count, std::move(parts)}, {}};
}
Condition negated(Condition part)
{
    return {rulebase::NoneOf{{std::move(part)}}, {}};
}

struct Row
{
    Condition condition;
    std::string words;
    std::string words_when_negated;
};

using rulebase::HowMany;
using rulebase::Statistic;

const Row choices[] = {
    {test("holds", is({"yes"})), "the answer to “Must it hold a contract?” is “yes”",
     "the answer to “Must it hold a contract?” is anything but “yes”"},
    {test("holds", is({"yes", "later"})), "the answer to “Must it hold a contract?” is “yes” or “perhaps later”",
     "the answer to “Must it hold a contract?” is neither “yes” nor “perhaps later”"},
    {test("holds", is_not({"yes", "later", "no"})),
     "the answer to “Must it hold a contract?” is none of “yes”, “perhaps later” and “no”",
     "the answer to “Must it hold a contract?” is “yes”, “perhaps later” or “no”"},
    {test("system", is({"emis"})), "the group's answer to “Which system?” is “EMIS”",
     "the group's answer to “Which system?” is anything but “EMIS”"},
    {test("lock", is({"unacceptable"})), "at least one practice answers “unacceptable” to “A lock?”",
     "every practice answers “required” or “acceptable” to “A lock?”"},
    {test("lock", is({"acceptable"})),
     "the group's answer to “A lock?” (the furthest down its list that any practice gives) is “acceptable”",
     "the group's answer to “A lock?” (the furthest down its list that any practice gives) is anything but "
     "“acceptable”"},
    {test("step", range("g3..")), "the answer to “How close?” is “contracting” or “one body”",
     "the answer to “How close?” is “separate”, “talking” or “sharing”"},
    {test("step", range("g1..")), "the answer to “How close?” is anything but “separate”",
     "the answer to “How close?” is “separate”"},
    {test("owners", includes({"investors"})), "the answer to “Who owns it?” includes “outside investors”",
     "the answer to “Who owns it?” does not include “outside investors”"},
    {test("owners", includes({"gps", "practices"})),
     "the answer to “Who owns it?” includes at least one of “GPs in person” and “practices”",
     "the answer to “Who owns it?” includes none of “GPs in person” and “practices”"},
    {test("owners", excludes({"gps", "practices", "investors"})),
     "the answer to “Who owns it?” includes none of “GPs in person”, “practices” and “outside investors”",
     "the answer to “Who owns it?” includes at least one of “GPs in person”, “practices” and “outside investors”"},
};

const Row figures[] = {
    {test("list", range("30000..")), "the total of the practices' answers to “How many patients?” is at least 30,000",
     "the total of the practices' answers to “How many patients?” is fewer than 30,000"},
    {test("income", range("..10000000)")), "the answer to “What income?” is less than £10,000,000 a year",
     "the answer to “What income?” is at least £10,000,000 a year"},
    {test("months", range("1..1")), "the answer to “How long?” is exactly 1 month",
     "the answer to “How long?” is not exactly 1 month"},
    {test("months", range("(6..12")), "the answer to “How long?” is more than 6 and at most 12 months",
     "the answer to “How long?” is not more than 6 and at most 12 months"},
    {test("purpose.staff", range("2..")),
     "the group's answer to “How much do you want staff?” is “important” or “essential”",
     "the group's answer to “How much do you want staff?” is below “important”"},
    {test("purpose.staff", range("3..")), "the group's answer to “How much do you want staff?” is “essential”",
     "the group's answer to “How much do you want staff?” is below “essential”"},
    {test("purpose.staff", range("1..")), "the group's answer to “How much do you want staff?” is “minor” or more",
     "the group's answer to “How much do you want staff?” is below “minor”"},
    {test("purpose.staff", range("..2")), "the group's answer to “How much do you want staff?” is “important” or less",
     "the group's answer to “How much do you want staff?” is above “important”"},
    {test("readiness.open", range("..2")), "the average answer to “We open our books” is 2 (“disagree”) or lower",
     "the average answer to “We open our books” is higher than 2 (“disagree”)"},
    {test("readiness.open", range("3.5..")), "the average answer to “We open our books” is 3.5 or higher",
     "the average answer to “We open our books” is lower than 3.5"},
};

const Row over_practices[] = {
    {test("list", range("..3000)"), Statistic::Lowest),
     "the lowest answer of any practice to “How many patients?” is fewer than 3,000",
     "the lowest answer of any practice to “How many patients?” is at least 3,000"},
    {test("purpose.staff", range("3.."), Statistic::Highest),
     "the highest answer of any practice to “How much do you want staff?” is “essential”",
     "the highest answer of any practice to “How much do you want staff?” is below “essential”"},
    {test("purpose.staff", range("2.."), Statistic::Spread),
     "the practices' answers to “How much do you want staff?” lie at least 2 points apart",
     "the practices' answers to “How much do you want staff?” lie less than 2 points apart"},
    {test("system", range("2.."), Statistic::Distinct),
     "the practices give at least two different answers to “Which system?”",
     "every practice gives the same answer to “Which system?”"},
    {test("system", range("..1"), Statistic::Distinct), "every practice gives the same answer to “Which system?”",
     "the practices give at least two different answers to “Which system?”"},
    {practices(HowMany::Some, "system", is({"emis"})), "at least one practice answers “EMIS” to “Which system?”",
     "no practice answers “EMIS” to “Which system?”"},
    {practices(HowMany::Every, "system", is({"emis"})), "every practice answers “EMIS” to “Which system?”",
     "not every practice answers “EMIS” to “Which system?”"},
    {practices(HowMany::None, "list", range("..3000)")), "no practice answers fewer than 3,000 to “How many patients?”",
     "at least one practice answers fewer than 3,000 to “How many patients?”"},
    {practices(HowMany::Half, "purpose.staff", range("2..")),
     "at least half of the practices answer “important” or “essential” to “How much do you want staff?”",
     "fewer than half of the practices answer “important” or “essential” to “How much do you want staff?”"},
    {practices(HowMany::Some, "owners", includes({"gps"})),
     "at least one practice gives an answer that includes “GPs in person” to “Who owns it?”",
     "no practice gives an answer that includes “GPs in person” to “Who owns it?”"},
    {practices(HowMany::Half, "owners", excludes({"gps"})),
     "at least half of the practices give an answer without “GPs in person” to “Who owns it?”",
     "fewer than half of the practices give an answer without “GPs in person” to “Who owns it?”"},
};

const Row over_questions[] = {
    {family(1, range("2..")), "at least one of the purposes is “important” or “essential”",
     "none of the purposes is “important” or “essential”"},
    {family(2, range("2..")), "at least two of the purposes are “important” or “essential”",
     "fewer than two of the purposes are “important” or “essential”"},
    {family(1, range("3.."), '\0', {}, {"training"}),
     "at least one of the purposes other than “Training” is “essential”",
     "none of the purposes other than “Training” is “essential”"},
    {family(1, range("2.."), 'E'),
     "at least one of these purposes is “important” or “essential”: “Shared staff” and “Night care”",
     "none of these purposes is “important” or “essential”: “Shared staff” and “Night care”"},
    {family(2, range("2.."), 'E'),
     "every one of these purposes is “important” or “essential”: “Shared staff” and “Night care”",
     "fewer than two of these purposes are “important” or “essential”: “Shared staff” and “Night care”"},
    {family(1, range("..0"), '\0', {"staff", "training"}),
     "at least one of these purposes is “not wanted”: “Shared staff” and “Training”",
     "none of these purposes is “not wanted”: “Shared staff” and “Training”"},
    {measure("relationship.mean", range("3.3..")),
     "the average over all relationship statements is at least 3.3 out of 5",
     "the average over all relationship statements is less than 3.3 out of 5"},
    {measure("relationship.trust", range("2..3)")),
     "the average over the relationship statements on “trust and good faith” is at least 2 and less than 3 out of 5",
     "the average over the relationship statements on “trust and good faith” is not at least 2 and less than 3 out of "
     "5"},
    {measure("relationship.range", range("(1..")),
     "the gap between the highest and the lowest practice's average over the relationship statements is more than 1",
     "the gap between the highest and the lowest practice's average over the relationship statements is at most 1"},
    {measure("motive.consensus", range("..0.5)")),
     "among practices with a decisive motive, the share that name the commonest one is less than 0.5 (1 means all of "
     "them)",
     "among practices with a decisive motive, the share that name the commonest one is at least 0.5 (1 means all of "
     "them)"},
    {{rulebase::GatesTest{"g4", true}, {}},
     "every relationship statement that must be high for the step “Shared body (G4)” is high enough",
     "not every relationship statement that must be high for the step “Shared body (G4)” is high enough"},
    {checklist(2, std::nullopt), "at least two of the three points of the checklist “The deal” are met",
     "fewer than two of the three points of the checklist “The deal” are met"},
    {checklist(std::nullopt, 1), "at most one of the three points of the checklist “The deal” is met",
     "more than one of the three points of the checklist “The deal” is met"},
};

template <std::size_t Size>
void check_rows(const Row (&rows)[Size])
{
    const rulebase::RuleBase rules = small_rules();
    for (const Row& row : rows)
    {
        CHECK(condition_in_line(rules, row.condition) == row.words);
        CHECK(condition_in_line(rules, negated(row.condition)) == row.words_when_negated);
        CHECK(condition_in_line(rules, negated(negated(row.condition))) == row.words);
    }
}

std::string lines(const std::vector<std::string>& all_lines)
{
    return foundation::joined(all_lines, "\n");
}

rulebase::Rule rule_with(rulebase::Effect effect)
{
    rulebase::Rule rule;
    rule.id = {"R1"};
    rule.effects = {std::move(effect)};
    return rule;
}

rulebase::Effect effect(rulebase::EffectKind kind, const std::vector<std::string>& on, const std::string& sentence = "")
{
    rulebase::Effect made;
    made.kind = kind;
    for (const std::string& option : on)
        made.on.push_back({option});
    made.sentence = sentence;
    return made;
}

} // namespace

TEST_SUITE("words of conditions")
{
TEST_CASE("choices and sets read in the words of their answers")
{
    check_rows(choices);
}

TEST_CASE("numbers come with their units and scales in their words")
{
    check_rows(figures);
}

TEST_CASE("tests over practices say how many practices")
{
    check_rows(over_practices);
}

TEST_CASE("tests over several questions name them")
{
    check_rows(over_questions);
}

TEST_CASE("conditions in conditions become an indented list")
{
    const rulebase::RuleBase rules = small_rules();
    const Condition yes = test("holds", is({"yes"}));
    const Condition emis = test("system", is({"emis"}));
    const Condition lock = test("lock", is({"unacceptable"}));
    const Condition tree =
        all({yes, any({emis, lock}), negated(any({yes, emis, lock})), at_least(2, {yes, emis, lock})});
    CHECK(lines(condition_in_lines(rules, tree)) == "all of these hold:\n"
                                                    "  - the answer to “Must it hold a contract?” is “yes”\n"
                                                    "  - at least one of these holds:\n"
                                                    "    - the group's answer to “Which system?” is “EMIS”\n"
                                                    "    - at least one practice answers “unacceptable” to “A lock?”\n"
                                                    "  - none of these holds:\n"
                                                    "    - the answer to “Must it hold a contract?” is “yes”\n"
                                                    "    - the group's answer to “Which system?” is “EMIS”\n"
                                                    "    - at least one practice answers “unacceptable” to “A lock?”\n"
                                                    "  - at least two of these hold:\n"
                                                    "    - the answer to “Must it hold a contract?” is “yes”\n"
                                                    "    - the group's answer to “Which system?” is “EMIS”\n"
                                                    "    - at least one practice answers “unacceptable” to “A lock?”");
}

TEST_CASE("lists say how many of their parts must hold")
{
    const rulebase::RuleBase rules = small_rules();
    const Condition a = test("holds", is({"yes"})), b = test("system", is({"emis"})), c = test("months", range("3.."));
    struct Heading
    {
        Condition condition;
        std::string words;
    };
    const Heading rows[] = {
        {all({a, b, c}), "all of these hold:"},
        {all({a, b}), "both of these hold:"},
        {negated(all({a, b, c})), "not all of these hold:"},
        {negated(all({a, b})), "at most one of these holds:"},
        {any({a, b}), "at least one of these holds:"},
        {negated(any({a, b})), "neither of these holds:"},
        {negated(any({a, b, c})), "none of these holds:"},
        {at_least(2, {a, b, c}), "at least two of these hold:"},
        {negated(at_least(2, {a, b, c})), "fewer than two of these hold:"},
    };
    for (const Heading& row : rows)
        CHECK(condition_in_lines(rules, row.condition).front() == row.words);
    CHECK(condition_in_lines(rules, all({a, all({b, c})})).size() == 4);
    CHECK(condition_in_line(rules, all({any({a})})) == condition_in_line(rules, a));
    CHECK(condition_in_line(rules, all({a, any({b, c})})).find("(2) [at least one of these holds: (1) ") !=
          std::string::npos);
}

TEST_CASE("prompts and labels carry the question they name")
{
    const ConditionWords words = condition_words(small_rules(), test("holds", is({"yes"})));
    REQUIRE(words.clause.size() == 3);
    CHECK(words.clause[1] == Piece{"“Must it hold a contract?”", rulebase::QuestionId{"holds"}});
    CHECK(condition_words(small_rules(), family(1, range("2.."), 'E')).clause.size() == 4);
}
} // TEST_SUITE("words of conditions")

TEST_SUITE("words of rules")
{
TEST_CASE("each effect reads aloud well")
{
    const rulebase::RuleBase rules = small_rules();
    using rulebase::EffectKind;
    struct EffectRow
    {
        rulebase::Effect effect;
        std::string words;
    };
    std::vector<EffectRow> rows = {
        {effect(EffectKind::Pull, {"llp"}), "speaks strongly for an LLP (limited liability partnership) (+3)"},
        {effect(EffectKind::Pull, {"network", "merger"}),
         "speaks against the models “informal network” and “merger” (-2)"},
        {effect(EffectKind::Pull, {"pcn"}), "speaks a little for the model “PCN company” (+1)"},
        {effect(EffectKind::Exclude, {"club", "cic", "host"}),
         "rules out an unincorporated association, a CIC limited by shares and an NHS trust as host"},
        {effect(EffectKind::Exclude, {"ucb"}), "rules out a university body"},
        {effect(EffectKind::NotYet, {"merger"}, "a plan for trust"),
         "makes the model “merger” wait for this: “A plan for trust.”"},
        {effect(EffectKind::Require, {"coop"}, "Ask the regulator."),
         "sets a condition for choosing a co-operative society: “Ask the regulator.”"},
        {effect(EffectKind::Allow, {"cic"}),
         "does not bar a CIC limited by shares, although many people think that it does"},
        {effect(EffectKind::Warn, {}), "brings a warning for the group"},
        {effect(EffectKind::Warn, {"merger", "llp"}),
         "brings a warning about an LLP (limited liability partnership) and the model “merger”"},
        {effect(EffectKind::Forbid, {}), "brings a serious warning: such conduct is unlawful, whatever the legal form"},
        {effect(EffectKind::Cap, {}), "holds the advice at the step “Shared body (G4)” of the gradient, or less deep"},
        {effect(EffectKind::Cap, {}),
         "holds the advice at most 1 steps deeper on the gradient than the practices work today"},
        {effect(EffectKind::Conflict, {}), "shows that two aims pull apart: “shared staff” and “night care”"},
        {effect(EffectKind::NextStep, {"network", "pcn"}, "Ring the LMC."),
         "adds a next step wherever the model “informal network” or “PCN company” comes first (place 40 in the list; "
         "month 1; done by: chair): “Ring the LMC.”"},
        {effect(EffectKind::Exclude, {"llp", "club", "cic", "host", "ucb"}),
         "rules out every vehicle except a co-operative society"},
        {effect(EffectKind::Exclude, {"llp", "club", "cic", "host", "ucb", "coop"}), "rules out every vehicle"},
    };
    rows[0].effect.strength = 3;
    rows[1].effect.strength = -2;
    rows[2].effect.strength = 1;
    rows[11].effect.step = "g4";
    rows[12].effect.above_current = 1;
    rows[12].words = "holds the advice at most 1 step deeper on the gradient than the practices work today";
    rows[13].effect.between = {{"purpose.staff"}, {"purpose.night"}};
    rows[14].effect.order = 40;
    rows[14].effect.within = "Month 1";
    rows[14].effect.owner = "Chair";
    for (const EffectRow& row : rows)
        CHECK(plain(effect_in_words(rules, row.effect)) == row.words);
}

TEST_CASE("nations and days are said once, before the condition")
{
    const rulebase::RuleBase rules = small_rules();
    rulebase::Rule rule = rule_with(effect(rulebase::EffectKind::Exclude, {"llp"}));
    CHECK(lines(rule_in_lines(rules, rule)) ==
          "In every case:\nthis rules out an LLP (limited liability partnership).");
    rule.nations = {"england", "wales"};
    CHECK(rule_in_lines(rules, rule).front() == "In England and Wales:");
    rule.when = test("holds", is({"yes"}));
    CHECK(rule_in_lines(rules, rule).front() ==
          "In England and Wales, when the answer to “Must it hold a contract?” is “yes”:");
    rule.nations.clear();
    rule.when = any({test("holds", is({"yes"})), test("system", is({"emis"}))});
    CHECK(rule_in_lines(rules, rule).front() == "When at least one of these holds:");

    CHECK(dates_in_words(rule).empty());
    rule.from = foundation::Date{2023, 10, 1};
    CHECK(dates_in_words(rule) == "from 1 October 2023");
    rule.until = foundation::Date{2024, 3, 1};
    CHECK(dates_in_words(rule) == "from 1 October 2023 until the end of 29 February 2024");
}

TEST_CASE("rules of many forms read as they were found good")
{
    const auto loaded = rulebase::load_folder(FEDADVISE_RULES_DIR);
    REQUIRE(loaded.rules != nullptr);
    const std::string ids = "BA02 BA18 BB02 BB34 CF-09 HC-01 HC-02a HC-04 HC-06 HC-08 HC-20 HC-20e LE09c MO04 NS-01 "
                            "NS-28 PC-39 PR12 RD05 RD17 RD22 VX01 WA-03 WA-04 WA-08a";
    std::string text;
    for (const std::string& id : foundation::split_words(ids))
    {
        const rulebase::Rule* rule = rulebase::find_rule(*loaded.rules, {id});
        text += id + "\n";
        if (rule == nullptr)
        {
            text += "    is not in the rule base\n";
            continue;
        }
        for (const std::string& line : rule_in_lines(*loaded.rules, *rule))
            text += "    " + line + "\n";
        if (const std::string dates = dates_in_words(*rule); !dates.empty())
            text += "    (" + dates + ")\n";
    }
    CHECK(difference_from_golden("rule-sentences.txt", text) == "");
}
} // TEST_SUITE("words of rules")
