#include "engine/engine.h"

#include "engine/program.h"

#include <utility>

namespace fedadvise::engine
{

Engine::Engine(std::shared_ptr<const rulebase::RuleBase> rules)
    : m_rules(std::move(rules)),
      m_program(std::make_shared<const Program>(compile(*m_rules, Part::Advice))),
      m_frameworks(std::make_shared<const Program>(compile(*m_rules, Part::Frameworks)))
{
}

Assessment Engine::assess(const casefile::Case& group, foundation::Date as_at) const
{
    return assess_case(*m_program, *m_rules, group, as_at, m_frameworks.get());
}

std::vector<Truth> Engine::asked_questions(const casefile::Case& group) const
{
    const Heard heard = hear(*m_rules, group);
    const std::vector<Truth> truths =
        evaluate(*m_program, gather_facts(*m_program, *m_rules, group, heard, read_relationship(*m_rules, heard)));
    std::vector<Truth> asked;
    for (const auto& node : m_program->ask_nodes)
        asked.push_back(node ? truths[*node] : Truth::True);
    return asked;
}

foundation::Date day_of_law(const casefile::Case& group, std::optional<foundation::Date> override_day,
                            foundation::Date today)
{
    if (override_day)
        return *override_day;
    if (group.as_at)
        return *group.as_at;
    const casefile::Answer* answer = casefile::find_answer(group.answers, {"as-at"});
    const auto* day = answer == nullptr ? nullptr : std::get_if<foundation::Date>(answer);
    return day == nullptr ? today : *day;
}

} // namespace fedadvise::engine
