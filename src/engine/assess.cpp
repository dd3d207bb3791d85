#include "engine/judgement.h"

#include <algorithm>

namespace fedadvise::engine
{

using rulebase::EffectKind;

Finding finding_of(const Judgement& judgement, EffectPlace place)
{
    const rulebase::Rule& rule = judgement.rules.rules[place.rule];
    Finding finding;
    finding.rule = rule.id;
    finding.effect = place.effect;
    finding.strength = rule.effects[place.effect].strength;
    finding.truth = judgement.rule_truths[place.rule];
    finding.because = judgement.because[place.rule];
    return finding;
}

std::size_t nation_of(const Judgement& judgement)
{
    const rulebase::Question* question = rulebase::find_question(judgement.rules, {"jurisdiction"});
    const casefile::Answer* answer = casefile::find_answer(judgement.group.answers, {"jurisdiction"});
    const auto* choice = answer == nullptr ? nullptr : std::get_if<casefile::Choice>(answer);
    if (question == nullptr || choice == nullptr)
        return 0;
    const auto option = rulebase::option_index(*question, choice->option);
    return option ? *option + 1 : 0;
}

namespace
{

DealReading read_deal(const Judgement& judgement)
{
    DealReading deal;
    for (std::size_t i = 0; i < judgement.rules.checklists.size(); ++i)
    {
        if (judgement.rules.checklists[i].id != "deal")
            continue;
        for (const NodeIndex node : judgement.program.checklist_nodes[i])
            deal.items.push_back(judgement.truths[node]);
    }
    deal.total = static_cast<int>(deal.items.size());
    deal.done = static_cast<int>(std::count(deal.items.begin(), deal.items.end(), Truth::True));
    deal.open = static_cast<int>(std::count(deal.items.begin(), deal.items.end(), Truth::Unknown));
    return deal;
}

std::vector<LessonResult> check_lessons(const Judgement& judgement)
{
    std::vector<LessonResult> results;
    for (const rulebase::Lesson& lesson : judgement.rules.lessons)
        results.push_back({lesson.number, Truth::False, {}});
    std::sort(results.begin(), results.end(), [](const auto& a, const auto& b) { return a.number < b.number; });
    for (std::size_t r = 0; r < judgement.rules.rules.size(); ++r)
    {
        const Truth truth = judgement.rule_truths[r];
        if (judgement.rules.rules[r].lesson == 0 || truth == Truth::False)
            continue;
        for (LessonResult& result : results)
        {
            if (result.number != judgement.rules.rules[r].lesson || truth < result.raised)
                continue;
            if (truth > result.raised) // a check that holds speaks for those that cannot be told
                result.checks.clear();
            result.raised = truth;
            result.checks.push_back(finding_of(judgement, {r, 0}));
        }
    }
    return results;
}

void add_group_findings(const Judgement& judgement, Assessment& assessment)
{
    for (const EffectPlace& place : judgement.program.group_effects)
    {
        const rulebase::Rule& rule = judgement.rules.rules[place.rule];
        if (judgement.rule_truths[place.rule] != Truth::True)
            continue;
        const EffectKind kind = rule.effects[place.effect].kind;
        if (kind == EffectKind::Conflict)
            assessment.conflicts.push_back(finding_of(judgement, place));
        else if (kind == EffectKind::Forbid)
            assessment.warnings.insert(assessment.warnings.begin(), finding_of(judgement, place));
        else if (rule.lesson == 0) // checks of lessons are shown with their lesson
            assessment.warnings.push_back(finding_of(judgement, place));
    }
}

/// The steps of leading models and of the vehicles that stand first for them, each once, in their order.
std::vector<Finding> next_steps(const Judgement& judgement, const Assessment& assessment)
{
    std::vector<rulebase::OptionId> chosen = assessment.leading_models;
    for (const OptionResult& vehicle : assessment.vehicles)
        if (vehicle.rank == 1 && vehicle.band != Band::NotYet && vehicle.band != Band::RuledOut)
            chosen.push_back(vehicle.option);
    struct Step
    {
        int order;
        Finding finding;
    };
    std::vector<Step> steps;
    for (std::size_t r = 0; r < judgement.rules.rules.size(); ++r)
    {
        const rulebase::Rule& rule = judgement.rules.rules[r];
        for (std::size_t e = 0; e < rule.effects.size() && judgement.rule_truths[r] == Truth::True; ++e)
        {
            const rulebase::Effect& effect = rule.effects[e];
            if (effect.kind != EffectKind::NextStep)
                continue;
            const bool for_chosen =
                std::any_of(chosen.begin(), chosen.end(),
                            [&](const rulebase::OptionId& id)
                            { return std::find(effect.on.begin(), effect.on.end(), id) != effect.on.end(); });
            if (for_chosen)
                steps.push_back({effect.order, finding_of(judgement, {r, e})});
        }
    }
    std::stable_sort(steps.begin(), steps.end(), [](const Step& a, const Step& b) { return a.order < b.order; });
    std::vector<Finding> findings;
    for (Step& step : steps)
        findings.push_back(std::move(step.finding));
    return findings;
}

/// The open questions that rules wait for: rules in force that cannot be told yet, counted for each question that
/// decides them.
std::vector<OpenQuestion> open_questions(const Judgement& judgement)
{
    std::vector<OpenQuestion> open;
    for (std::size_t q = 0; q < judgement.rules.questions.size(); ++q)
    {
        const auto asked = judgement.program.ask_nodes[q];
        if (judgement.waiting[q] == 0 || (asked && judgement.truths[*asked] == Truth::False))
            continue;
        open.push_back({judgement.rules.questions[q].id, judgement.waiting[q], judgement.replies.unknown[q]});
    }
    std::stable_sort(open.begin(), open.end(), [](const auto& a, const auto& b) { return a.rules > b.rules; });
    return open;
}

Truth legal_person_needed(const Judgement& judgement, const std::vector<rulebase::OptionId>& leading_models)
{
    if (leading_models.empty())
        return Truth::Unknown;
    std::size_t needed = 0, not_needed = 0;
    for (const rulebase::OptionId& id : leading_models)
    {
        const rulebase::LegalPerson person = rulebase::find_model(judgement.rules, id)->legal_person;
        needed += person == rulebase::LegalPerson::Needed ? 1 : 0;
        not_needed += person == rulebase::LegalPerson::NotNeeded ? 1 : 0;
    }
    if (needed == leading_models.size())
        return Truth::True;
    return not_needed == leading_models.size() ? Truth::False : Truth::Unknown;
}

/// The nation's framework, item for item.
std::optional<FrameworkResult> read_framework(const Judgement& judgement, const Program& frameworks, const Heard& heard)
{
    const rulebase::Question* jurisdiction = rulebase::find_question(judgement.rules, {"jurisdiction"});
    const std::size_t place = nation_of(judgement);
    if (jurisdiction == nullptr || place == 0)
        return std::nullopt;
    const std::string& nation = jurisdiction->options[place - 1].id;
    const rulebase::Framework* framework = rulebase::find_framework(judgement.rules, nation);
    if (framework == nullptr)
        return std::nullopt;
    const std::vector<Truth> truths =
        evaluate(frameworks, gather_facts(frameworks, judgement.rules, judgement.group, heard, judgement.relationship));
    FrameworkResult result;
    result.framework = static_cast<std::size_t>(framework - judgement.rules.frameworks.data());
    if (const auto& use = frameworks.framework_use[result.framework])
        result.used = truths[*use];
    Trace trace(frameworks, judgement.rules, judgement.replies, truths);
    const auto because = [&](NodeIndex node)
    {
        std::vector<rulebase::QuestionId> ids;
        for (const std::size_t question : trace.of(node))
            ids.push_back(judgement.rules.questions[question].id);
        return ids;
    };
    auto node = frameworks.framework_nodes[result.framework].begin();
    for (std::size_t a = 0; a < framework->areas.size(); ++a)
        for (std::size_t i = 0; i < framework->areas[a].items.size(); ++i, ++node)
        {
            const std::vector<std::string>& nations = framework->areas[a].items[i].nations;
            if (nations.empty() || std::find(nations.begin(), nations.end(), nation) != nations.end())
                result.items.push_back({a, i, truths[*node], because(*node)});
        }
    return result;
}

std::vector<Truth> truths_of_rules(const Program& program, const rulebase::RuleBase& rules, foundation::Date as_at,
                                   const std::vector<Truth>& truths)
{
    std::vector<Truth> rule_truths;
    rule_truths.reserve(rules.rules.size());
    for (std::size_t r = 0; r < rules.rules.size(); ++r)
        rule_truths.push_back(rulebase::in_force_on(rules.rules[r], as_at) ? truths[program.rule_nodes[r]]
                                                                           : Truth::False);
    return rule_truths;
}

/// Fills in which questions decide each rule, and how many rules wait for each question.
void look_for_reasons(Judgement& judgement)
{
    Trace trace(judgement.program, judgement.rules, judgement.replies, judgement.truths);
    judgement.because.resize(judgement.rule_truths.size());
    judgement.waiting.assign(judgement.rules.questions.size(), 0);
    for (std::size_t r = 0; r < judgement.rule_truths.size(); ++r)
    {
        if (judgement.rule_truths[r] == Truth::False)
            continue;
        const std::vector<std::size_t>& questions = trace.of(judgement.program.rule_nodes[r]);
        std::vector<rulebase::QuestionId> ids;
        ids.reserve(questions.size());
        for (const std::size_t question : questions)
        {
            ids.push_back(judgement.rules.questions[question].id);
            judgement.waiting[question] += judgement.rule_truths[r] == Truth::Unknown ? std::size_t{1} : 0;
        }
        judgement.because[r] = std::move(ids);
    }
}

} // namespace

/// Steps 1 to 9 of the design: facts, truths, constraints before pulls, readiness, compatibility, bands, lessons,
/// trace.
Assessment assess_case(const Program& program, const rulebase::RuleBase& rules, const casefile::Case& group,
                       foundation::Date as_at, const Program* frameworks)
{
    const Heard heard = hear(rules, group);
    RelationshipReading relationship = read_relationship(rules, heard);
    std::vector<Truth> truths = evaluate(program, gather_facts(program, rules, group, heard, relationship));
    std::vector<Truth> rule_truths = truths_of_rules(program, rules, as_at, truths);
    Judgement judgement{
        program,           rules, group, as_at, std::move(relationship), std::move(truths), std::move(rule_truths),
        replies_in(heard), {},    {}};
    look_for_reasons(judgement);
    Assessment assessment;
    assessment.as_at = as_at;
    assessment.depth_cap = depth_cap(judgement);
    assessment.models = judge_models(judgement, assessment.depth_cap);
    assessment.leading_models = leading(assessment.models);
    assessment.vehicles = judge_vehicles(judgement, assessment.models);
    assessment.pairs = pairs_of(judgement, assessment.models, assessment.vehicles);
    assessment.legal_person_needed = legal_person_needed(judgement, assessment.leading_models);
    assessment.relationship = judgement.relationship;
    assessment.deal = read_deal(judgement);
    assessment.lessons = check_lessons(judgement);
    add_group_findings(judgement, assessment);
    assessment.next_steps = next_steps(judgement, assessment);
    if (frameworks != nullptr)
        assessment.framework = read_framework(judgement, *frameworks, heard);
    assessment.open_questions = open_questions(judgement);
    assessment.rule_truths = judgement.rule_truths;
    return assessment;
}

} // namespace fedadvise::engine
