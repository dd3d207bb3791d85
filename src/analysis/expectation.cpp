#include "analysis/expectation.h"

#include "foundation/text_list.h"

#include <algorithm>
#include <stdexcept>

namespace fedadvise::analysis
{

using casefile::ExpectationKind;
using casefile::ExpectedItem;
using engine::Assessment;
using engine::Band;
using engine::Finding;
using engine::OptionResult;
using engine::Truth;

namespace
{

const OptionResult* find_result(const Assessment& assessment, const rulebase::OptionId& option)
{
    for (const auto* options : {&assessment.models, &assessment.vehicles})
        for (const OptionResult& result : *options)
            if (result.option == option)
                return &result;
    return nullptr;
}

bool names(const std::vector<Finding>& findings, const rulebase::RuleId& rule)
{
    return std::any_of(findings.begin(), findings.end(), [&](const Finding& f) { return f.rule == rule; });
}

bool names_readiness(const std::vector<Finding>& findings)
{
    return std::any_of(findings.begin(), findings.end(), [](const Finding& f) { return f.engine == "readiness"; });
}

bool named_by(const std::vector<Finding>& findings, const ExpectedItem& item)
{
    return (!item.by_readiness || names_readiness(findings)) &&
           std::all_of(item.by.begin(), item.by.end(), [&](const auto& rule) { return names(findings, rule); });
}

/// Whether the rule's words are shown at the option; `open` findings are not words of a true rule.
bool said_at(const OptionResult& option, const rulebase::RuleId& rule)
{
    return names(option.for_it, rule) || names(option.against_it, rule) || names(option.ruled_out_by, rule) ||
           names(option.not_yet, rule) || names(option.required, rule) || names(option.allowed, rule) ||
           names(option.warnings, rule);
}

bool has_reasons(const ExpectedItem& item)
{
    return item.by_readiness || !item.by.empty();
}

/// One judged case, asked about one item after the other.
struct Outcome
{
    const TestJudge& judge;
    const Assessment& assessment;
    ShownRules shown;

    bool holds(ExpectationKind kind, const ExpectedItem& item) const
    {
        switch (kind)
        {
        case ExpectationKind::Warned: return is_warned(item);
        case ExpectationKind::NotWarned: return !is_warned(item);
        case ExpectationKind::Says: return is_said(item);
        case ExpectationKind::DoesNotSay: return !is_said(item);
        case ExpectationKind::Holds: return truth_of(item) == Truth::True;
        case ExpectationKind::DoesNotHold: return truth_of(item) == Truth::False;
        case ExpectationKind::CannotTell: return truth_of(item) == Truth::Unknown;
        case ExpectationKind::Paired: return is_paired(item);
        case ExpectationKind::NotPaired: return !is_paired(item);
        case ExpectationKind::Steps: return steps_of(item) == item.number;
        case ExpectationKind::Depth: return item.depth == assessment.depth_cap.step;
        case ExpectationKind::Lesson: return lesson(item) == Truth::True;
        case ExpectationKind::NoLesson: return lesson(item) != Truth::True;
        default: return option_holds(kind, item, result_of(assessment, item.option));
        }
    }

    Truth truth_of(const ExpectedItem& item) const { return assessment.rule_truths.at(judge.rule_index(item.rule)); }
    bool is_said(const ExpectedItem& item) const
    {
        if (item.at.empty())
            return (shown[judge.rule_index(item.rule)] & Shown::Said) != 0;
        return std::all_of(item.at.begin(), item.at.end(),
                           [&](const auto& at) { return said_at(result_of(assessment, at), item.rule); });
    }
    bool is_warned(const ExpectedItem& item) const
    {
        if (item.at.empty())
            return (shown[judge.rule_index(item.rule)] & Shown::Warned) != 0;
        return std::all_of(item.at.begin(), item.at.end(),
                           [&](const auto& at) { return names(result_of(assessment, at).warnings, item.rule); });
    }
    int steps_of(const ExpectedItem& item) const
    {
        return static_cast<int>(std::count_if(assessment.next_steps.begin(), assessment.next_steps.end(),
                                              [&](const Finding& step) { return step.rule == item.rule; }));
    }
    bool is_paired(const ExpectedItem& item) const
    {
        return std::any_of(assessment.pairs.begin(), assessment.pairs.end(),
                           [&](const engine::Pair& pair)
                           { return pair.model == item.option && pair.vehicle == item.vehicle; });
    }
    Truth lesson(const ExpectedItem& item) const
    {
        for (const engine::LessonResult& result : assessment.lessons)
            if (result.number == item.number)
                return result.raised;
        return Truth::False;
    }
    bool option_holds(ExpectationKind kind, const ExpectedItem& item, const OptionResult& option) const
    {
        switch (kind)
        {
        case ExpectationKind::Leads: return option.rank == 1 && is_available(option);
        case ExpectationKind::DoesNotLead: return option.rank != 1 || !is_available(option);
        case ExpectationKind::FirstThree: return option.rank <= 3 && is_available(option);
        case ExpectationKind::Shown: return is_shown(assessment, option);
        case ExpectationKind::NotShown: return !is_shown(assessment, option);
        case ExpectationKind::RuledOut: return option.band == Band::RuledOut && named_by(option.ruled_out_by, item);
        case ExpectationKind::NotRuledOut:
            return has_reasons(item) ? !named_by(option.ruled_out_by, item) : option.band != Band::RuledOut;
        case ExpectationKind::Waits: return option.band == Band::NotYet && named_by(option.not_yet, item);
        case ExpectationKind::DoesNotWait:
            return has_reasons(item) ? !named_by(option.not_yet, item) : option.not_yet.empty();
        case ExpectationKind::PointsTowards: return option.band <= Band::PointsTowards;
        case ExpectationKind::PointsAway: return option.band == Band::PointsAway;
        case ExpectationKind::Points: return option.score.now == item.number;
        default: return false;
        }
    }
};

std::string ids_of(const std::vector<Finding>& findings)
{
    std::vector<std::string> ids;
    for (const Finding& finding : findings)
        ids.push_back(finding.rule.value.empty() ? finding.engine : finding.rule.value);
    return foundation::joined_as_sentence(ids);
}

/// "third (points-towards, 7 points)", "ruled out by HC-01": how an option came out.
std::string standing(const Assessment& assessment, const OptionResult& option)
{
    std::string text = option.option.value;
    if (option.band == Band::RuledOut)
        return text + " is ruled out by " + ids_of(option.ruled_out_by);
    if (option.band == Band::NotYet)
        return text + " waits for " + ids_of(option.not_yet);
    text += " has place " + std::to_string(option.rank) + " and " + std::to_string(option.score.now) + " points (" +
            engine::band_id(option.band) + ")";
    if (!is_shown(assessment, option))
        text += ", but goes with no model that is shown";
    std::vector<std::string> first;
    const bool is_model = std::any_of(assessment.models.begin(), assessment.models.end(),
                                      [&](const OptionResult& m) { return m.option == option.option; });
    for (const OptionResult& other : is_model ? assessment.models : assessment.vehicles)
        if (other.rank == 1 && option.rank != 1)
            first.push_back(other.option.value + " with " + std::to_string(other.score.now));
    if (!first.empty())
        text += "; first: " + foundation::joined_as_sentence(first);
    return text;
}

std::string rule_outcome(const Outcome& outcome, const ExpectedItem& item)
{
    const std::string& id = item.rule.value;
    switch (outcome.truth_of(item))
    {
    case Truth::False: return id + " is false";
    case Truth::Unknown: return id + " cannot be told: some answer that it needs is open";
    case Truth::True: break;
    }
    if ((outcome.shown[outcome.judge.rule_index(item.rule)] & Shown::Said) == 0)
        return id + " is true, but its words are not shown";
    return id + (item.at.empty() ? " is true and its words are shown" : " is true, but stands elsewhere");
}

std::string outcome_in_words(const Outcome& outcome, ExpectationKind kind, const ExpectedItem& item)
{
    switch (kind)
    {
    case ExpectationKind::Warned:
    case ExpectationKind::NotWarned:
    case ExpectationKind::Says:
    case ExpectationKind::DoesNotSay:
    case ExpectationKind::Holds:
    case ExpectationKind::DoesNotHold:
    case ExpectationKind::CannotTell: return rule_outcome(outcome, item);
    case ExpectationKind::Paired:
    case ExpectationKind::NotPaired:
        return item.option.value + " and " + item.vehicle.value +
               (outcome.is_paired(item) ? " are a pair" : " are no pair");
    case ExpectationKind::Steps:
        return item.rule.value + " gives " + std::to_string(outcome.steps_of(item)) + " next steps";
    case ExpectationKind::Depth: return "the deepest step is g" + std::to_string(outcome.assessment.depth_cap.step);
    case ExpectationKind::Lesson:
    case ExpectationKind::NoLesson:
        return "lesson " + std::to_string(item.number) +
               (outcome.lesson(item) == Truth::True ? " is raised" : " is not raised");
    default: return standing(outcome.assessment, result_of(outcome.assessment, item.option));
    }
}

bool is_met(const Outcome& outcome, const casefile::Expectation& expectation)
{
    const auto holds = [&](const ExpectedItem& item) { return outcome.holds(expectation.kind, item); };
    return expectation.any ? std::any_of(expectation.items.begin(), expectation.items.end(), holds)
                           : std::all_of(expectation.items.begin(), expectation.items.end(), holds);
}

std::string what_came_out(const Outcome& outcome, const casefile::Expectation& expectation)
{
    std::string text;
    for (const ExpectedItem& item : expectation.items)
        if (!outcome.holds(expectation.kind, item))
            text += (text.empty() ? "" : "; ") + outcome_in_words(outcome, expectation.kind, item);
    return text + ".";
}

/// Marks where the words of true rules are shown.
class Marking
{
public:
    Marking(const TestJudge& judge, ShownRules& shown) : m_judge(judge), m_shown(shown) {}

    void mark(const std::vector<Finding>& findings, std::uint8_t how)
    {
        for (const Finding& finding : findings)
            if (!finding.rule.value.empty() && finding.truth == Truth::True)
                m_shown[m_judge.rule_index(finding.rule)] |= how;
    }
    void mark(const OptionResult& option)
    {
        for (const auto* findings : {&option.for_it, &option.against_it, &option.ruled_out_by, &option.not_yet,
                                     &option.required, &option.allowed})
            mark(*findings, Shown::Said);
        mark(option.warnings, option.band == Band::RuledOut ? Shown::Said : Shown::Said | Shown::Warned);
    }

private:
    const TestJudge& m_judge;
    ShownRules& m_shown;
};

} // namespace

bool is_available(const OptionResult& option)
{
    return option.band != Band::NotYet && option.band != Band::RuledOut;
}

bool is_shown(const Assessment& assessment, const OptionResult& option)
{
    if (!is_available(option))
        return false;
    const bool is_model = std::any_of(assessment.models.begin(), assessment.models.end(),
                                      [&](const OptionResult& m) { return m.option == option.option; });
    return is_model || std::any_of(assessment.pairs.begin(), assessment.pairs.end(),
                                   [&](const engine::Pair& pair) { return pair.vehicle == option.option; });
}

const OptionResult& result_of(const Assessment& assessment, const rulebase::OptionId& option)
{
    const OptionResult* found = find_result(assessment, option);
    if (found == nullptr)
        throw std::logic_error("There is no model or vehicle '" + option.value + "'");
    return *found;
}

TestJudge::TestJudge(const rulebase::RuleBase& rules) : m_rules(rules)
{
    for (std::size_t i = 0; i < rules.rules.size(); ++i)
        m_rule_index.emplace(rules.rules[i].id.value, i);
}

ShownRules TestJudge::shown_rules(const Assessment& assessment) const
{
    ShownRules shown(m_rules.rules.size(), Shown::NotShown);
    Marking marking(*this, shown);
    for (const auto* options : {&assessment.models, &assessment.vehicles})
        for (const OptionResult& option : *options)
            marking.mark(option);
    marking.mark(assessment.conflicts, Shown::Said | Shown::Warned);
    marking.mark(assessment.warnings, Shown::Said | Shown::Warned);
    marking.mark(assessment.next_steps, Shown::Said);
    marking.mark(assessment.depth_cap.by, Shown::Said);
    for (const engine::LessonResult& lesson : assessment.lessons)
        if (lesson.raised == Truth::True)
            marking.mark(lesson.checks, Shown::Said | Shown::Warned);
    return shown;
}

bool TestJudge::meets(const casefile::TestCase& test, const Assessment& assessment) const
{
    const Outcome outcome{*this, assessment, shown_rules(assessment)};
    return std::all_of(test.expectations.begin(), test.expectations.end(),
                       [&](const casefile::Expectation& expectation) { return is_met(outcome, expectation); });
}

std::vector<Unmet> TestJudge::unmet(const casefile::TestCase& test, const Assessment& assessment) const
{
    const Outcome outcome{*this, assessment, shown_rules(assessment)};
    std::vector<Unmet> list;
    for (const casefile::Expectation& expectation : test.expectations)
        if (!is_met(outcome, expectation))
            list.push_back({&expectation, what_came_out(outcome, expectation)});
    return list;
}

std::vector<CaseResult> run_tests(const engine::Engine& engine, const std::vector<casefile::TestFile>& files)
{
    const TestJudge judge(engine.rules());
    std::vector<CaseResult> results;
    for (const casefile::TestFile& file : files)
        for (const casefile::TestCase& test : file.cases)
        {
            CaseResult result{
                &file, &test, engine.assess(test.group, test.group.as_at.value_or(engine.rules().as_at)), {}};
            result.unmet = judge.unmet(test, result.assessment);
            results.push_back(std::move(result));
        }
    return results;
}

} // namespace fedadvise::analysis
