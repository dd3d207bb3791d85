#include "report/conflicts.h"

#include "foundation/number_text.h"
#include "foundation/text_list.h"
#include "report/aspects.h"
#include "report/statements.h"

#include <algorithm>
#include <cstdlib>

namespace fedadvise::report
{

namespace
{

using rulebase::QuestionId;

constexpr std::size_t most_named = 4;

bool contains(const std::vector<std::string>& texts, const std::string& text)
{
    return std::find(texts.begin(), texts.end(), text) != texts.end();
}

/// Whether the rule behind a statement looks at the one aim and not at the other.
bool speaks_for(const rulebase::RuleBase& rules, const Statement& statement, const QuestionId& aim,
                const QuestionId& other)
{
    if (!contains(statement.because, aim.value))
        return false;
    const rulebase::Rule* rule = rulebase::find_rule(rules, {statement.rule});
    if (rule == nullptr)
        return false;
    const std::vector<QuestionId> named = named_questions(*rule);
    return std::find(named.begin(), named.end(), aim) != named.end() &&
           std::find(named.begin(), named.end(), other) == named.end();
}

void count_statement(const Statement& statement, PulledOption& pulled)
{
    pulled.strength += statement.strength;
    if (!contains(pulled.rules, statement.rule))
        pulled.rules.push_back(statement.rule);
    for (const std::string& source : statement.sources)
        if (!contains(pulled.sources, source))
            pulled.sources.push_back(source);
}

PulledOption pull_on(const rulebase::RuleBase& rules, const OptionAdvice& option, const QuestionId& aim,
                     const QuestionId& other)
{
    PulledOption pulled{option.id, option.name, 0, false, {}, {}};
    const auto count = [&](const std::vector<Statement>& statements, bool stops)
    {
        for (const Statement& statement : statements)
            if (speaks_for(rules, statement, aim, other))
            {
                count_statement(statement, pulled);
                pulled.stopped |= stops;
            }
    };
    count(option.ruled_out_by, true);
    count(option.not_yet, true);
    count(option.for_it, false);
    count(option.against_it, false);
    return pulled;
}

/// What is stopped comes first, then the strongest; equals stay in the order of the advice.
void strongest_first(std::vector<PulledOption>& options)
{
    std::stable_sort(options.begin(), options.end(),
                     [](const PulledOption& a, const PulledOption& b)
                     { return a.stopped != b.stopped ? a.stopped : std::abs(a.strength) > std::abs(b.strength); });
}

AimSide side_of(const Wording& wording, const Advice& advice, const QuestionId& aim, const QuestionId& other)
{
    AimSide side{aim.value, short_label(wording.rules, aim), value_for_table(wording, aim), {}, {}};
    for (const std::vector<OptionAdvice>* options : {&advice.models, &advice.vehicles})
        for (const OptionAdvice& option : *options)
        {
            PulledOption pulled = pull_on(wording.rules, option, aim, other);
            if (pulled.stopped || pulled.strength < 0)
                side.away.push_back(std::move(pulled));
            else if (pulled.strength > 0)
                side.towards.push_back(std::move(pulled));
        }
    strongest_first(side.towards);
    strongest_first(side.away);
    return side;
}

std::string some_names(const std::vector<PulledOption>& options)
{
    std::vector<std::string> names;
    for (const PulledOption& option : options)
        names.push_back(option.name);
    if (names.size() > most_named)
    {
        const auto more = static_cast<std::int64_t>(names.size() - (most_named - 1));
        names.resize(most_named - 1);
        names.push_back(foundation::with_thousands(more) + " more");
    }
    return foundation::joined_as_sentence(names);
}

} // namespace

std::vector<Statement> conflicts_in_words(const Wording& wording, const Advice& advice)
{
    std::vector<Statement> conflicts;
    for (const engine::Finding& finding : wording.assessment.conflicts)
    {
        Statement conflict = statement_of(wording, finding);
        const rulebase::Rule* rule = rulebase::find_rule(wording.rules, finding.rule);
        if (rule != nullptr && finding.effect < rule->effects.size())
            if (const auto& between = rule->effects[finding.effect].between; between.size() == 2)
                conflict.sides = {side_of(wording, advice, between[0], between[1]),
                                  side_of(wording, advice, between[1], between[0])};
        conflicts.push_back(std::move(conflict));
    }
    return conflicts;
}

std::string conflict_headline(const Statement& conflict)
{
    if (conflict.sides.size() != 2)
        return as_sentence(conflict.title);
    return "Two of your aims pull apart: “" + conflict.sides[0].label + "” and “" + conflict.sides[1].label + "”.";
}

std::string side_words(const AimSide& side)
{
    // The answers of single practices stand in the table, not in the sentence.
    const std::string answer = side.answer.substr(0, side.answer.find(" ("));
    const std::string aim = "“" + side.label + "” (" + lower_first(answer) + ")";
    if (side.towards.empty() && side.away.empty())
        return aim + " pulls at no single option by itself.";
    if (side.away.empty())
        return aim + " pulls towards " + some_names(side.towards) + ".";
    if (side.towards.empty())
        return aim + " pulls away from " + some_names(side.away) + ".";
    return aim + " pulls towards " + some_names(side.towards) + ", and away from " + some_names(side.away) + ".";
}

std::vector<std::string> side_rules(const AimSide& side)
{
    std::vector<std::string> rules;
    for (const std::vector<PulledOption>* options : {&side.towards, &side.away})
        for (const PulledOption& option : *options)
            for (const std::string& rule : option.rules)
                if (!contains(rules, rule))
                    rules.push_back(rule);
    return rules;
}

} // namespace fedadvise::report
