#include "sample.h"

#include "document/writers.h"
#include "report/documents.h"
#include "report/presentation.h"

namespace fedadvise::report
{

namespace
{

using engine::Band;
using engine::Finding;
using engine::Truth;
using foundation::Fixed;
using rulebase::EffectKind;
using rulebase::Fit;
using rulebase::Question;
using rulebase::Rule;

Question question(std::string id, rulebase::AnswerKind kind, rulebase::Scope scope, rulebase::Aggregate aggregate,
                  std::string label)
{
    Question made;
    made.id = {std::move(id)};
    made.kind = kind;
    made.scope = scope;
    made.aggregate = aggregate;
    made.short_label = std::move(label);
    made.prompt = "What about " + made.short_label + "?";
    made.why = "The answer can change the advice.";
    return made;
}

std::vector<rulebase::AnswerOption> importance()
{
    return {{"0", "Not a reason", false},
            {"1", "A minor reason", false},
            {"2", "An important reason", false},
            {"3", "A decisive reason", false}};
}

void add_questions(rulebase::RuleBase& rules)
{
    using rulebase::Aggregate;
    using rulebase::AnswerKind;
    using rulebase::Scope;
    Question workforce = question("motive.workforce", AnswerKind::Scale, Scope::PracticeOrGroup, Aggregate::Median,
                                  "Recruiting and keeping staff");
    workforce.family = "motive";
    workforce.options = importance();
    Question list = question("list-size", AnswerKind::Number, Scope::Practice, Aggregate::Sum, "Registered patients");
    list.unit = "patients";
    Question owners = question("owners", AnswerKind::Choices, Scope::Group, Aggregate::None, "Owners");
    owners.options = {
        {"gps", "GPs in person", false}, {"practices", "Practices", false}, {"investors", "Outside investors", false}};
    Question nation = question("jurisdiction", AnswerKind::Choice, Scope::Group, Aggregate::None, "Nation");
    nation.options = {{"england", "England", false}, {"scotland", "Scotland", false}};
    Question lmc = question("lmc", AnswerKind::Choice, Scope::Group, Aggregate::None, "LMC");
    lmc.options = {{"told", "Told about it", false}, {"not-told", "Not told yet", false}};
    Question step = question("current-step", AnswerKind::Choice, Scope::Group, Aggregate::None, "Closeness today");
    step.ordered = true;
    step.options = {{"g0", "Separate", false}, {"g1", "Talking", false}, {"g4", "Shared body", false}};
    Question name = question("pcn-name", AnswerKind::Text, Scope::Practice, Aggregate::Commonest, "PCN");
    rules.questions = {workforce, list, owners, nation, lmc, step, name};
}

rulebase::Model model(std::string id, std::string name, std::string low, std::string high)
{
    rulebase::Model made;
    made.id = {std::move(id)};
    made.name = std::move(name);
    made.lowest_step = std::move(low);
    made.highest_step = std::move(high);
    made.summary = "What it is.";
    made.suits = "It fits some groups.";
    made.does_not_suit = "It does not fit others.";
    made.practices = "2 to 15";
    return made;
}

rulebase::Vehicle vehicle(std::string id, std::string name)
{
    rulebase::Vehicle made;
    made.id = {std::move(id)};
    made.name = std::move(name);
    made.legal_person = true;
    made.law = "An Act";
    made.summary = "What it is.";
    made.suits = "It fits some groups.";
    made.does_not_suit = "It does not fit others.";
    return made;
}

void add_catalogue(rulebase::RuleBase& rules)
{
    rules.gradient = {{"g0", "Separate", "none", "full", "Nothing is shared.", {}},
                      {"g1", "Talking", "courtesy", "full", "News is shared.", {}},
                      {"g4", "Shared body", "with money", "high", "A body is shared.", {}},
                      {"g7", "One organisation", "with a career", "low", "All is shared.", {}}};
    rules.models = {model("federation-company", "Federation company", "g4", "g4"),
                    model("informal-network", "Informal network", "g1", "g1"),
                    model("partnership-merger", "Partnership merger", "g7", "g7"),
                    model("stay-independent", "Stay independent", "g0", "g0")};
    rules.models[0].legal_person = rulebase::LegalPerson::Needed;
    rules.vehicles = {vehicle("cic-guarantee", "CIC limited by guarantee"),
                      vehicle("company-shares", "Company limited by shares"),
                      vehicle("llp", "LLP (limited liability partnership)")};
    rules.vehicles[0].solicitor = "The lock is for good.";
    rules.vehicles[0].accountant = "Plan for two sets of papers.";
    rules.vehicles[0].manager = "Keep a file all year.";
    rules.fits = {{{"federation-company"}, {}, {{"cic-guarantee"}}, {{"company-shares"}}, {}, {}}};
    rules.lessons = {{1, "L1", "Motives vary", "People differ.", {}, {}}};
    rules.sources = {{{"S01"},
                      "A toolkit",
                      "A publisher",
                      "2010",
                      "guidance",
                      "page",
                      "",
                      rulebase::Tag::Verified,
                      {2026, 11, 22},
                      {2027, 11, 22},
                      {}}};
    rules.settings.bands = {{"points-strongly-towards", "Points strongly towards", 8},
                            {"points-towards", "Points towards", 3},
                            {"possible", "Possible", -2},
                            {"points-away", "Points away", -1000}};
    rules.settings.not_yet_label = "Not yet";
    rules.settings.ruled_out_label = "Ruled out";
    rules.settings.not_considered = {"Anything that changed since."};
    rules.settings.disclaimer = "This is not legal advice.";
    rules.unstated = {{"HC-99", "The questions do not ask for it", {}}};
    rules.readiness.relationship_from = Fixed{3'300'000};
    rules.readiness.deal_from = 7;
    rules.readiness.thresholds = {{"g7", Fixed{4'100'000}, Fixed{3'800'000}}};
    rules.readiness.bands = {{std::nullopt, "Ready to formalise", "Trust is fair."}};
    rules.readiness.subscales = {{"trust", "T", "Trust and good faith"}};
    rules.readiness.quadrants = {{true, false, "Good trust, unfinished paperwork", "Take time for the paperwork."}};
    rules.checklists = {
        {"deal", "The deal", {{"D1", "Purpose agreed", "", {}}, {"D2", "Numbers modelled", "", {}}}, {}}};
}

Rule rule(std::string id, std::string title, std::string text, rulebase::Effect effect)
{
    Rule made;
    made.id = {std::move(id)};
    made.title = std::move(title);
    made.text = std::move(text);
    made.reason = "Something is at stake.";
    made.tag = rulebase::Tag::Verified;
    made.effects = {std::move(effect)};
    made.sources = {{"S01"}};
    return made;
}

rulebase::Effect effect(EffectKind kind, std::string sentence = {})
{
    rulebase::Effect made;
    made.kind = kind;
    made.sentence = std::move(sentence);
    return made;
}

void add_rules(rulebase::RuleBase& rules)
{
    rules.rules = {
        rule("MO20", "A body can employ staff", "Staff matter to you ({motive.workforce}). A body can employ them.",
             effect(EffectKind::Pull)),
        rule("MO22", "Goodwill breaks under strain", "Cover matters ({motive.workforce}). This speaks against it.",
             effect(EffectKind::Pull)),
        rule("HC-01", "An LLP cannot hold a core contract", "The law does not let an LLP hold it on {as-at}.",
             effect(EffectKind::Exclude)),
        rule("PC-04", "Support comes first", "Most partners are not yet convinced.",
             effect(EffectKind::NotYet, "The clear support of most partners.")),
        rule("WA-01", "Agreeing prices", "Rivals must not agree prices.", effect(EffectKind::Forbid)),
        rule("CF-01", "Two aims pull apart", "You want both ({motive.workforce}).", effect(EffectKind::Conflict)),
        rule("LE01", "Different reasons", "Your reasons differ.", effect(EffectKind::Warn)),
        rule("NS-01", "Say what for", "A plan needs a purpose.",
             effect(EffectKind::NextStep, "Write one sentence of purpose.")),
    };
    rules.rules[2].law = "An Act, section 1";
}

casefile::Practice practice(std::string id, std::string name, std::int64_t workforce, std::int64_t patients)
{
    casefile::Practice made;
    made.id = std::move(id);
    made.name = std::move(name);
    made.answers[{"motive.workforce"}] = casefile::Number{workforce};
    made.answers[{"list-size"}] = casefile::Number{patients};
    return made;
}

engine::OptionResult option(std::string id, int rank, Band band, engine::Score score)
{
    engine::OptionResult made;
    made.option = {std::move(id)};
    made.rank = rank;
    made.band = band;
    made.score = score;
    return made;
}

void add_options(engine::Assessment& assessment)
{
    assessment.models = {option("federation-company", 1, Band::PointsStronglyTowards, {9, 5, 14}),
                         option("informal-network", 2, Band::Possible, {1, -3, 4}),
                         option("stay-independent", 2, Band::Possible, {0, 0, 0}),
                         option("partnership-merger", 4, Band::NotYet, {5, 5, 5})};
    assessment.models[0].for_it = {finding("MO20", 3, {{"motive.workforce"}})};
    assessment.models[1].against_it = {finding("MO22", -1, {{"motive.workforce"}})};
    assessment.models[1].open = {finding("MO20", 2, {{"lmc"}})};
    assessment.models[1].open[0].truth = Truth::Unknown;
    Finding readiness;
    readiness.engine = "readiness";
    assessment.models[3].not_yet = {finding("PC-04"), readiness};
    assessment.vehicles = {option("cic-guarantee", 1, Band::PointsTowards, {4, 4, 4}),
                           option("company-shares", 1, Band::PointsTowards, {3, 3, 3}),
                           option("llp", 3, Band::RuledOut, {6, 6, 6})};
    Finding fit;
    fit.engine = "fit";
    fit.strength = 2;
    fit.option = {"federation-company"};
    assessment.vehicles[0].for_it = {fit};
    assessment.vehicles[2].ruled_out_by = {finding("HC-01")};
    assessment.pairs = {{{"federation-company"}, {"cic-guarantee"}, Fit::Typical},
                        {{"federation-company"}, {"company-shares"}, Fit::Compatible}};
    assessment.leading_models = {{"federation-company"}};
    assessment.legal_person_needed = Truth::True;
}

void add_readings(engine::Assessment& assessment)
{
    const Fixed mean{3'700'000};
    assessment.relationship.mean = {mean, mean, mean};
    assessment.relationship.lowest = {Fixed{3'200'000}, Fixed{3'200'000}, Fixed{3'200'000}};
    assessment.relationship.range = {Fixed{500'000}, Fixed{500'000}, Fixed{500'000}};
    assessment.relationship.subscales = {{mean, mean, mean}};
    assessment.relationship.band = 0;
    assessment.relationship.statements = 18;
    assessment.relationship.statements_answered = 18;
    assessment.deal = {1, 1, 2, {Truth::True, Truth::Unknown}};
    assessment.depth_cap.step = 2;
    assessment.depth_cap.if_open_go_badly = 2;
    assessment.depth_cap.from_readiness = 2;
}

} // namespace

engine::Finding finding(std::string rule, int strength, std::vector<rulebase::QuestionId> because)
{
    Finding made;
    made.rule = {std::move(rule)};
    made.strength = strength;
    made.because = std::move(because);
    return made;
}

Sample sample()
{
    Sample made;
    made.rules.id = "sample";
    made.rules.version = "1.2.3";
    made.rules.as_at = {2026, 11, 1};
    made.rules.sha256 = "abc123";
    add_questions(made.rules);
    add_catalogue(made.rules);
    add_rules(made.rules);
    made.group.title = "Five Valleys";
    made.group.answers[{"jurisdiction"}] = casefile::Choice{"england"};
    made.group.answers[{"current-step"}] = casefile::Choice{"g1"};
    made.group.answers[{"owners"}] = casefile::Choices{{"gps", "practices", "investors"}};
    made.group.practices = {practice("p1", "Hill", 1, 9100), practice("p2", "Dale", 3, 12000),
                            practice("p3", "Ford", 3, 4000)};
    made.assessment.as_at = {2026, 11, 22};
    add_options(made.assessment);
    add_readings(made.assessment);
    made.assessment.lessons = {{1, Truth::True, {finding("LE01")}}};
    made.assessment.conflicts = {finding("CF-01", 0, {{"motive.workforce"}, {"lmc"}})};
    made.assessment.warnings = {finding("WA-01")};
    made.assessment.next_steps = {finding("NS-01")};
    made.assessment.open_questions = {{{"lmc"}, 4, true}};
    return made;
}

std::size_t occurrences(std::string_view text, std::string_view piece)
{
    std::size_t count = 0;
    for (std::size_t at = text.find(piece); at != std::string_view::npos; at = text.find(piece, at + piece.size()))
        ++count;
    return count;
}

bool contains(std::string_view text, std::string_view piece)
{
    return text.find(piece) != std::string_view::npos;
}

std::string html_of(const rulebase::RuleBase& rules, const casefile::Case& group, const Advice& advice,
                    std::span<const VariantComparison> variants)
{
    return document::document_as_html(document_of("full", {rules, group, advice, variants, nullptr, nullptr, {}}));
}

std::string text_of(const rulebase::RuleBase& rules, const casefile::Case& group, const Advice& advice)
{
    return document::document_as_text(document_of("full", {rules, group, advice, {}, nullptr, nullptr, {}}));
}

std::string html_of(const Sample& sample)
{
    return html_of(sample.rules, sample.group, sample.advice());
}

std::string text_of(const Sample& sample)
{
    return text_of(sample.rules, sample.group, sample.advice());
}

std::string why_text(const Advice& advice, const std::string& option)
{
    return document::document_as_text(why_document(advice, *find_option(advice, option)));
}

} // namespace fedadvise::report
