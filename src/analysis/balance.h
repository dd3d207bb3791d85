// Balance: how often each model and vehicle leads, waits or is ruled out over many random profiles. A rule base in
// which one option nearly always wins is no adviser.
#pragma once

#include "analysis/random_profile.h"
#include "engine/engine.h"
#include "foundation/date.h"

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace fedadvise::analysis
{

/// No model may lead in more of all profiles than this, alone or with others.
constexpr int most_leads_in_hundred = 30;

struct BalanceOrder
{
    std::uint64_t profiles = 20'000;
    std::uint64_t seed = 1;
    foundation::Date as_at;   ///< the law of this day
    unsigned int threads = 1; ///< the counts do not depend on it
};

/// In how many profiles each thing happened to an option.
struct OptionCount
{
    rulebase::OptionId option;
    std::string name;
    std::uint64_t leads_alone = 0;
    std::uint64_t shares_lead = 0;
    std::uint64_t first_three = 0; ///< rank 1 to 3, not waiting and not ruled out
    std::uint64_t waits = 0;
    std::uint64_t ruled_out = 0;

    [[nodiscard]] std::uint64_t leads() const { return leads_alone + shares_lead; }
};

struct BalanceTable
{
    std::string nation; ///< option of the question "jurisdiction"; empty: all nations
    std::string name;   ///< "England"; "All nations"
    std::uint64_t profiles = 0;
    std::vector<OptionCount> models, vehicles; ///< in the order of the rule base
};

struct Balance
{
    BalanceOrder order;
    std::vector<BalanceTable> tables; ///< all nations first, then each nation

    [[nodiscard]] const BalanceTable& all() const { return tables.front(); }
};

/// Called now and then with the number of profiles judged so far, from any of the threads but never from two at once.
using Progress = std::function<void(std::uint64_t)>;

[[nodiscard]] Balance weigh(const engine::Engine& engine, const BalanceOrder& order, const Progress& progress = {});

struct BalanceVerdict
{
    std::vector<OptionCount> lead_too_often; ///< models that lead in more than the share that is allowed
    std::vector<OptionCount> never_lead;     ///< models and vehicles that lead nowhere
    [[nodiscard]] bool balanced() const { return lead_too_often.empty() && never_lead.empty(); }
};

/// Over all nations together; `most_in_hundred` is the largest share of profiles in which a model may lead.
[[nodiscard]] BalanceVerdict verdict(const Balance& balance, int most_in_hundred = most_leads_in_hundred);

} // namespace fedadvise::analysis
