#include "analysis/coverage.h"

#include "analysis/condition_mutation.h"
#include "engine/program.h"
#include "rulebase/condition_validator.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <set>
#include <tuple>

namespace fedadvise::analysis
{

using engine::Truth;
using rulebase::EffectKind;
using rulebase::OptionId;
using rulebase::RuleBase;

namespace
{

constexpr std::size_t none = static_cast<std::size_t>(-1);

struct KindWords
{
    GoalKind kind;
    const char* id;
    const char* words;
};

constexpr std::array kinds = {
    KindWords{GoalKind::RuleTrue, "rule-true", "rules that were true"},
    KindWords{GoalKind::RuleFalse, "rule-false", "rules that were false"},
    KindWords{GoalKind::RuleOpen, "rule-open", "rules that could not be told"},
    KindWords{GoalKind::ConditionTrue, "condition-true", "conditions and parts that were true"},
    KindWords{GoalKind::ConditionFalse, "condition-false", "conditions and parts that were false"},
    KindWords{GoalKind::DateBefore, "date-before", "dates with a case on the day before"},
    KindWords{GoalKind::DateOn, "date-on", "dates with a case on the day"},
    KindWords{GoalKind::OptionLed, "option-led", "models and vehicles that led"},
    KindWords{GoalKind::OptionShown, "option-shown", "models and vehicles that were shown"},
    KindWords{GoalKind::OptionWaited, "option-waited", "models and vehicles that waited"},
    KindWords{GoalKind::OptionRuledOut, "option-ruled-out", "models and vehicles that were ruled out"},
    KindWords{GoalKind::SourceCited, "source-cited", "sources that were cited"},
    KindWords{GoalKind::RuleText, "rule-text", "rules whose words were shown"},
    KindWords{GoalKind::ReadinessText, "readiness-text", "texts about the relationship that were shown"},
    KindWords{GoalKind::LessonRaised, "lesson-raised", "lessons that were raised"},
};

const KindWords& words_of(GoalKind kind)
{
    return *std::find_if(kinds.begin(), kinds.end(), [&](const KindWords& k) { return k.kind == kind; });
}

foundation::Date day_before(foundation::Date date)
{
    using namespace std::chrono;
    const sys_days day = year{date.year} / date.month / date.day;
    const year_month_day other{day - days{1}};
    return {static_cast<int>(other.year()), static_cast<int>(static_cast<unsigned>(other.month())),
            static_cast<int>(static_cast<unsigned>(other.day()))};
}

std::vector<OptionId> options_of(const RuleBase& rules)
{
    std::vector<OptionId> options;
    for (const rulebase::Model& model : rules.models)
        options.push_back(model.id);
    for (const rulebase::Vehicle& vehicle : rules.vehicles)
        options.push_back(vehicle.id);
    return options;
}

bool some_rule_has(const RuleBase& rules, EffectKind kind, const OptionId& option)
{
    for (const rulebase::Rule& rule : rules.rules)
        for (const rulebase::Effect& effect : rule.effects)
            if (effect.kind == kind && std::find(effect.on.begin(), effect.on.end(), option) != effect.on.end())
                return true;
    return false;
}

/// Whether the relationship, or a cap, can make the model wait: it lies deeper than every group may go, and no
/// exemption frees it in every case.
bool can_be_held_back(const RuleBase& rules, const OptionId& option)
{
    const rulebase::Model* model = rulebase::find_model(rules, option);
    if (model == nullptr || rulebase::gradient_index(rules, model->lowest_step) == std::size_t{0})
        return false;
    return std::none_of(rules.readiness.exemptions.begin(), rules.readiness.exemptions.end(),
                        [&](const rulebase::ReadinessExemption& exemption)
                        {
                            return !exemption.when && !exemption.mean &&
                                   std::find(exemption.models.begin(), exemption.models.end(), option) !=
                                       exemption.models.end();
                        });
}

} // namespace

std::vector<GoalKind> goal_kinds()
{
    std::vector<GoalKind> list;
    for (const KindWords& kind : kinds)
        list.push_back(kind.kind);
    return list;
}

std::string goal_kind_words(GoalKind kind)
{
    return words_of(kind).words;
}

std::string goal_kind_id(GoalKind kind)
{
    return words_of(kind).id;
}

CoverageMeter::CoverageMeter(std::shared_ptr<const RuleBase> rules) : m_rules(std::move(rules)), m_judge(*m_rules)
{
    add_rule_goals();
    add_option_goals();
    add_wording_goals();
}

std::size_t CoverageMeter::add(GoalKind kind, std::string name, const foundation::Place& place)
{
    m_goals.push_back({kind, std::move(name), place});
    return m_goals.size() - 1;
}

void CoverageMeter::add_rule_goals()
{
    auto part_rules = std::make_shared<RuleBase>(*m_rules);
    part_rules->rules.clear();
    for (std::size_t r = 0; r < m_rules->rules.size(); ++r)
    {
        const rulebase::Rule& rule = m_rules->rules[r];
        m_rule_goals.push_back(add(GoalKind::RuleTrue, rule.id.value, rule.place));
        add(GoalKind::RuleText, rule.id.value, rule.place);
        if (rule.when || !rule.nations.empty()) // a rule without either is true on every day on which it is law
        {
            add(GoalKind::RuleFalse, rule.id.value, rule.place);
            add(GoalKind::RuleOpen, rule.id.value, rule.place);
        }
        if (rule.when)
            rulebase::for_each_condition(*rule.when,
                                         [&](const rulebase::Condition& part)
                                         {
                                             const std::string name = rule.id.value + ": " + brief(part);
                                             const std::size_t goal = add(GoalKind::ConditionTrue, name, part.place);
                                             add(GoalKind::ConditionFalse, name, part.place);
                                             m_parts.push_back({r, goal});
                                             part_rules->rules.emplace_back().when = part;
                                         });
        for (const auto& [date, words] : {std::pair{rule.from, "from "}, std::pair{rule.until, "until "}})
            if (date)
            {
                const std::string name = rule.id.value + ": " + words + foundation::date_text(*date);
                m_days.emplace_back(add(GoalKind::DateBefore, name, rule.place), day_before(*date));
                m_days.emplace_back(add(GoalKind::DateOn, name, rule.place), *date);
            }
    }
    m_program = std::make_shared<const engine::Program>(engine::compile(*part_rules));
    m_part_rules = part_rules;
}

void CoverageMeter::add_option_goals()
{
    for (const OptionId& option : options_of(*m_rules))
    {
        const rulebase::Model* model = rulebase::find_model(*m_rules, option);
        const auto& place = model != nullptr ? model->place : rulebase::find_vehicle(*m_rules, option)->place;
        m_option_goals.push_back(add(GoalKind::OptionLed, option.value, place));
        add(GoalKind::OptionShown, option.value, place);
        if (some_rule_has(*m_rules, EffectKind::NotYet, option) || can_be_held_back(*m_rules, option))
            add(GoalKind::OptionWaited, option.value, place);
        if (some_rule_has(*m_rules, EffectKind::Exclude, option))
            add(GoalKind::OptionRuledOut, option.value, place);
    }
    std::set<rulebase::SourceId> cited;
    for (const rulebase::Rule& rule : m_rules->rules)
        cited.insert(rule.sources.begin(), rule.sources.end());
    for (const rulebase::Source& source : m_rules->sources)
        m_source_goals.push_back(cited.contains(source.id) ? add(GoalKind::SourceCited, source.id.value, source.place)
                                                           : none);
}

void CoverageMeter::add_wording_goals()
{
    const rulebase::Readiness& readiness = m_rules->readiness;
    m_bands = m_goals.size();
    for (const rulebase::ReadinessBand& band : readiness.bands)
        add(GoalKind::ReadinessText, "band '" + band.name + "'", readiness.place);
    m_quadrants = m_goals.size();
    for (const rulebase::ReadinessQuadrant& quadrant : readiness.quadrants)
        add(GoalKind::ReadinessText, "quadrant '" + quadrant.title + "'", readiness.place);
    m_exemptions = m_goals.size();
    for (std::size_t i = 0; i < readiness.exemptions.size(); ++i)
        if (!readiness.exemptions[i].text.empty())
            add(GoalKind::ReadinessText, "exemption " + std::to_string(i + 1), readiness.place);
    m_advice = m_goals.size();
    for (const rulebase::ReadinessAdvice& advice : readiness.advice)
        add(GoalKind::ReadinessText, "advice on " + advice.question.value, readiness.place);
    m_lessons = m_goals.size();
    for (const rulebase::Lesson& lesson : m_rules->lessons)
        add(GoalKind::LessonRaised, "lesson " + std::to_string(lesson.number), lesson.place);
}

namespace
{

/// Adds what one case sees, goal after goal.
class Sighting
{
public:
    Sighting(const std::vector<Goal>& goals, std::vector<std::size_t>& seen) : m_goals(goals), m_seen(seen) {}

    void see(std::size_t goal)
    {
        if (goal != none)
            m_seen.push_back(goal);
    }
    /// The goal of this kind among those that begin at `first` and have its name; nothing when there is none.
    void see(std::size_t first, GoalKind kind)
    {
        for (std::size_t g = first; g < m_goals.size() && m_goals[g].name == m_goals[first].name; ++g)
            if (m_goals[g].kind == kind)
                return see(g);
    }

private:
    const std::vector<Goal>& m_goals;
    std::vector<std::size_t>& m_seen;
};

void see_rules(const RuleBase& rules, const engine::Assessment& assessment, const ShownRules& shown,
               const std::vector<std::size_t>& rule_goals, const std::vector<std::size_t>& source_goals,
               Sighting& sighting)
{
    std::set<rulebase::SourceId> cited;
    for (std::size_t r = 0; r < rules.rules.size(); ++r)
    {
        if (!rulebase::in_force_on(rules.rules[r], assessment.as_at))
            continue;
        const Truth truth = assessment.rule_truths[r];
        sighting.see(rule_goals[r], truth == Truth::True    ? GoalKind::RuleTrue
                                    : truth == Truth::False ? GoalKind::RuleFalse
                                                            : GoalKind::RuleOpen);
        if ((shown[r] & Shown::Said) == 0)
            continue;
        sighting.see(rule_goals[r], GoalKind::RuleText);
        cited.insert(rules.rules[r].sources.begin(), rules.rules[r].sources.end());
    }
    for (std::size_t s = 0; s < rules.sources.size(); ++s)
        if (cited.contains(rules.sources[s].id))
            sighting.see(source_goals[s]);
}

void see_options(const RuleBase& rules, const engine::Assessment& assessment,
                 const std::vector<std::size_t>& option_goals, Sighting& sighting)
{
    const auto options = options_of(rules);
    for (std::size_t o = 0; o < options.size(); ++o)
    {
        const engine::OptionResult& result = result_of(assessment, options[o]);
        if (result.rank == 1 && is_available(result))
            sighting.see(option_goals[o], GoalKind::OptionLed);
        if (is_shown(assessment, result))
            sighting.see(option_goals[o], GoalKind::OptionShown);
        if (result.band == engine::Band::NotYet)
            sighting.see(option_goals[o], GoalKind::OptionWaited);
        if (result.band == engine::Band::RuledOut)
            sighting.see(option_goals[o], GoalKind::OptionRuledOut);
    }
}

bool shows_exemption(const engine::Assessment& assessment, std::size_t exemption)
{
    for (const engine::OptionResult& model : assessment.models)
        for (const engine::Finding& finding : model.warnings)
            if (finding.engine == "exemption" && finding.effect == exemption)
                return true;
    return false;
}

} // namespace

std::vector<std::size_t> CoverageMeter::seen_by(const casefile::Case& group, const engine::Assessment& assessment) const
{
    std::vector<std::size_t> seen;
    Sighting sighting(m_goals, seen);
    see_rules(*m_rules, assessment, m_judge.shown_rules(assessment), m_rule_goals, m_source_goals, sighting);
    see_options(*m_rules, assessment, m_option_goals, sighting);
    const engine::Heard heard = engine::hear(*m_part_rules, group);
    const auto truths =
        engine::evaluate(*m_program, engine::gather_facts(*m_program, *m_part_rules, group, heard,
                                                          engine::read_relationship(*m_part_rules, heard)));
    for (std::size_t p = 0; p < m_parts.size(); ++p)
        if (const Truth truth = truths[m_program->rule_nodes[p]]; truth != Truth::Unknown)
            sighting.see(m_parts[p].goal + (truth == Truth::True ? 0 : 1));
    for (const auto& [goal, day] : m_days)
        if (day == assessment.as_at)
            sighting.see(goal);

    // What the report shows about the relationship: its band, the quadrant with the deal, why a model stays open, and
    // what to do about the lowest statements.
    const rulebase::Readiness& readiness = m_rules->readiness;
    const engine::RelationshipReading& relationship = assessment.relationship;
    if (relationship.band)
        sighting.see(m_bands + *relationship.band);
    if (relationship.mean.now && assessment.deal.total > 0 && assessment.deal.open < assessment.deal.total)
        for (std::size_t q = 0; q < readiness.quadrants.size(); ++q)
            if (readiness.quadrants[q].high_relationship == (*relationship.mean.now >= readiness.relationship_from) &&
                readiness.quadrants[q].high_deal == (assessment.deal.done >= readiness.deal_from))
                sighting.see(m_quadrants + q);
    std::size_t exemption_goal = m_exemptions;
    for (std::size_t e = 0; e < readiness.exemptions.size(); ++e)
        if (!readiness.exemptions[e].text.empty())
        {
            if (shows_exemption(assessment, e))
                sighting.see(exemption_goal);
            ++exemption_goal;
        }
    for (const engine::StatementReading& item : relationship.lowest_items)
        for (std::size_t a = 0; a < readiness.advice.size(); ++a)
            if (readiness.advice[a].question == item.question && item.value <= readiness.advice[a].at_most)
                sighting.see(m_advice + a);
    for (std::size_t l = 0; l < m_rules->lessons.size(); ++l)
        for (const engine::LessonResult& lesson : assessment.lessons)
            if (lesson.number == m_rules->lessons[l].number && lesson.raised == Truth::True)
                sighting.see(m_lessons + l);
    return seen;
}

std::vector<CoverageLine> coverage_of(const CoverageMeter& meter, const std::vector<CaseResult>& results)
{
    std::set<std::size_t> seen;
    for (const CaseResult& result : results)
        for (const std::size_t goal : meter.seen_by(result.test->group, result.assessment))
            seen.insert(goal);
    std::vector<CoverageLine> lines;
    for (const GoalKind kind : goal_kinds())
    {
        CoverageLine line;
        line.kind = kind;
        for (std::size_t g = 0; g < meter.goals().size(); ++g)
        {
            if (meter.goals()[g].kind != kind)
                continue;
            ++line.goals;
            if (seen.contains(g))
                ++line.seen;
            else
                line.missing.push_back(meter.goals()[g]);
        }
        std::stable_sort(line.missing.begin(), line.missing.end(),
                         [](const Goal& a, const Goal& b)
                         { return std::tie(a.place.file, a.place.line) < std::tie(b.place.file, b.place.line); });
        lines.push_back(std::move(line));
    }
    return lines;
}

} // namespace fedadvise::analysis
