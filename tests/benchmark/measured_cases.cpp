#include "measured_cases.h"

#include "analysis/random_profile.h"
#include "casefile/case_file.h"
#include "rulebase/loading.h"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <iostream>

namespace fedadvise::bench
{

engine::Engine shipped_engine()
{
    const auto loaded = rulebase::load_folder(FEDADVISE_RULES_DIR);
    require_same(loaded.rules != nullptr, "the rules do not load");
    return engine::Engine(loaded.rules);
}

std::vector<MeasuredCase> measured_cases(const engine::Engine& engine)
{
    std::vector<MeasuredCase> list;
    for (const auto& entry : std::filesystem::directory_iterator(FEDADVISE_EXAMPLES_DIR))
        if (entry.path().extension() == ".fedcase")
            if (const auto loaded = casefile::load_case(entry.path(), engine.rules()); loaded.group)
                list.push_back({entry.path().stem().string(), *loaded.group});
    std::sort(list.begin(), list.end(), [](const auto& a, const auto& b) { return a.name < b.name; });
    require_same(!list.empty(), "the worked cases do not load");

    const analysis::ProfileMaker maker(engine);
    for (std::uint64_t number = 0;; ++number)
        if (casefile::Case group = maker.make(20261125, number); group.practices.size() == 6)
        {
            list.push_back({"random-group-of-six", std::move(group)});
            return list;
        }
}

std::vector<casefile::Case> random_groups(const engine::Engine& engine, std::size_t count, std::uint64_t seed)
{
    const analysis::ProfileMaker maker(engine);
    std::vector<casefile::Case> groups;
    for (std::uint64_t number = 0; number < count; ++number)
        groups.push_back(maker.make(seed, number));
    return groups;
}

void require_same(bool same, const std::string& what)
{
    if (same)
        return;
    std::cerr << "Nothing was measured: " << what << ".\n";
    std::exit(1);
}

} // namespace fedadvise::bench
