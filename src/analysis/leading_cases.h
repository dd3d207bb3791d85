// Leading cases: a few answers that let an option lead. Not for use outside analysis.
#pragma once

#include "analysis/fragment_search.h"
#include "engine/engine.h"

#include <map>
#include <optional>
#include <vector>

namespace fedadvise::analysis
{

/// Looks for answers that let each option lead, by laying over one another the fragments that make its pulls true.
class LeadingCases
{
public:
    /// The fragments must outlive this.
    LeadingCases(const engine::Engine& engine, const std::vector<Fragment>& fragments);

    /// A case in which the option leads, if possible alone; nothing when none was found.
    [[nodiscard]] const std::optional<casefile::Case>& case_for(const rulebase::OptionId& option);

    /// The smallest fragment in which the rule is true; a null pointer when there is none.
    [[nodiscard]] const Fragment* firing(std::size_t rule) const;

private:
    [[nodiscard]] std::optional<casefile::Case> search(const rulebase::OptionId& option);
    [[nodiscard]] casefile::Case climb(casefile::Case from, const rulebase::OptionId& option, int& margin) const;
    [[nodiscard]] int margin_of(const casefile::Case& group, const rulebase::OptionId& option) const;
    [[nodiscard]] int pull_on(std::size_t rule, const rulebase::OptionId& option) const;

    const engine::Engine& m_engine;
    std::vector<const Fragment*> m_firing; ///< by rule
    std::map<rulebase::OptionId, std::optional<casefile::Case>> m_found;
};

} // namespace fedadvise::analysis
