// What the validators share: where faults go, and the checks that many things need. Not for use outside rulebase.
#pragma once

#include "rulebase/rule_base.h"

#include <map>
#include <string>
#include <vector>

namespace fedadvise::rulebase
{

struct Check
{
    const RuleBase& rules;
    std::vector<foundation::Diagnostic>& faults;

    void error(const foundation::Place& place, const char* code, const std::string& message,
               const std::string& advice) const
    {
        faults.push_back({code, foundation::Severity::Error, place, message, advice});
    }
    void warn(const foundation::Place& place, const char* code, const std::string& message,
              const std::string& advice) const
    {
        faults.push_back({code, foundation::Severity::Warning, place, message, advice});
    }
};

template <class Things, class Name>
void check_unique(const Check& check, const Things& things, Name name, const std::string& kind)
{
    std::map<std::string, foundation::Place> seen;
    for (const auto& thing : things)
    {
        const auto [first, fresh] = seen.emplace(name(thing), thing.place);
        if (!fresh)
            check.error(thing.place, "rulebase.duplicate-id",
                        "The " + kind + " '" + name(thing) + "' is already at " +
                            foundation::place_text(first->second) + ".",
                        "Give one of them another id.");
    }
}

void check_sources(const Check& check, const std::vector<SourceId>& sources, const foundation::Place& place,
                   const std::string& owner);
void check_options(const Check& check, const std::vector<OptionId>& ids, const foundation::Place& place,
                   const std::string& owner);
void check_nations(const Check& check, const std::vector<std::string>& nations, const foundation::Place& place,
                   const std::string& owner);

/// What is asked before a contract moves.
void check_frameworks(const Check& check);

/// Glossary, set-up guides, path, aspects, candidates, waivers and editions.
void check_references(const Check& check);

} // namespace fedadvise::rulebase
