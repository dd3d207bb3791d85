#include "rulebase/condition_validator.h"
#include "rulebase/validation.h"

#include <algorithm>

namespace fedadvise::rulebase
{

namespace
{

void check_item(const Check& check, const Framework& framework, const FrameworkItem& item)
{
    const std::string owner = "Framework item '" + item.id + "'";
    check_sources(check, item.sources, item.place, owner);
    check_nations(check, item.nations, item.place, owner);
    validate_condition(check.rules, item.when, owner, check.faults);
    for (const std::string& nation : item.nations)
        if (std::find(framework.nations.begin(), framework.nations.end(), nation) == framework.nations.end())
            check.error(item.place, "rulebase.bad-value",
                        owner + " is for '" + nation + "', where its framework is not used.",
                        "Remove the nation, or add it to the framework.");
}

void check_areas(const Check& check, const Framework& framework)
{
    std::vector<FrameworkItem> items; // of all areas: advice and test cases name an item by its id alone
    check_unique(
        check, framework.areas, [](const FrameworkArea& area) { return area.id; }, "area");
    if (framework.areas.empty())
        check.error(framework.place, "rulebase.incomplete", "Framework '" + framework.id + "' has no areas.",
                    "Add <area>s with <item>s, or remove it.");
    for (const FrameworkArea& area : framework.areas)
    {
        if (area.items.empty())
            check.error(area.place, "rulebase.incomplete", "Area '" + area.id + "' has no items.",
                        "Add <item>s, or remove it.");
        items.insert(items.end(), area.items.begin(), area.items.end());
    }
    check_unique(
        check, items, [](const FrameworkItem& item) { return item.id; }, "framework item");
    for (const FrameworkItem& item : items)
        check_item(check, framework, item);
}

} // namespace

void check_frameworks(const Check& check)
{
    check_unique(
        check, check.rules.frameworks, [](const Framework& f) { return f.id; }, "framework");
    std::map<std::string, std::string> in_use;
    for (const Framework& framework : check.rules.frameworks)
    {
        const std::string owner = "Framework '" + framework.id + "'";
        check_sources(check, framework.sources, framework.place, owner);
        check_nations(check, framework.nations, framework.place, owner);
        check_options(check, framework.options, framework.place, owner);
        if (framework.when)
            validate_condition(check.rules, *framework.when, owner, check.faults);
        for (const std::string& nation : framework.nations)
            if (const auto [first, fresh] = in_use.emplace(nation, framework.id); !fresh)
                check.error(framework.place, "rulebase.duplicate-id",
                            owner + " is for '" + nation + "', where '" + first->second + "' is used already.",
                            "A nation has one framework: join the two.");
        check_areas(check, framework);
    }
}

} // namespace fedadvise::rulebase
