#include "analysis/balance.h"

#include <algorithm>
#include <atomic>
#include <exception>
#include <mutex>
#include <thread>

namespace fedadvise::analysis
{

using engine::Band;
using engine::OptionResult;

namespace
{

constexpr std::uint64_t profiles_at_a_time = 64;

/// The tables with nothing counted yet.
std::vector<BalanceTable> empty_tables(const rulebase::RuleBase& rules)
{
    BalanceTable table;
    table.name = "All nations";
    for (const rulebase::Model& model : rules.models)
        table.models.push_back({model.id, model.name});
    for (const rulebase::Vehicle& vehicle : rules.vehicles)
        table.vehicles.push_back({vehicle.id, vehicle.name});
    std::vector<BalanceTable> tables{table};
    if (const rulebase::Question* question = rulebase::find_question(rules, {"jurisdiction"}))
        for (const rulebase::AnswerOption& nation : question->options)
        {
            table.nation = nation.id;
            table.name = nation.label;
            tables.push_back(table);
        }
    return tables;
}

void count(std::vector<OptionCount>& counts, const std::vector<OptionResult>& results)
{
    const auto leads = [](const OptionResult& r)
    { return r.rank == 1 && r.band != Band::NotYet && r.band != Band::RuledOut; };
    const bool shared = std::count_if(results.begin(), results.end(), leads) > 1;
    for (const OptionResult& result : results)
    {
        const auto place =
            std::find_if(counts.begin(), counts.end(), [&](const OptionCount& c) { return c.option == result.option; });
        if (place == counts.end())
            continue;
        const bool waits = result.band == Band::NotYet, out = result.band == Band::RuledOut;
        place->leads_alone += leads(result) && !shared ? 1U : 0U;
        place->shares_lead += leads(result) && shared ? 1U : 0U;
        place->first_three += result.rank <= 3 && !waits && !out ? 1U : 0U;
        place->waits += waits ? 1U : 0U;
        place->ruled_out += out ? 1U : 0U;
    }
}

void count(BalanceTable& table, const engine::Assessment& assessment)
{
    ++table.profiles;
    count(table.models, assessment.models);
    count(table.vehicles, assessment.vehicles);
}

std::string nation_of(const casefile::Case& group)
{
    const casefile::Answer* answer = casefile::find_answer(group.answers, {"jurisdiction"});
    const auto* choice = answer == nullptr ? nullptr : std::get_if<casefile::Choice>(answer);
    return choice == nullptr ? std::string{} : choice->option;
}

void add(std::vector<OptionCount>& sum, const std::vector<OptionCount>& part)
{
    for (std::size_t i = 0; i < sum.size(); ++i)
    {
        sum[i].leads_alone += part[i].leads_alone;
        sum[i].shares_lead += part[i].shares_lead;
        sum[i].first_three += part[i].first_three;
        sum[i].waits += part[i].waits;
        sum[i].ruled_out += part[i].ruled_out;
    }
}

/// The profiles that the threads share out among them, and what they have counted.
class Weighing
{
public:
    Weighing(const engine::Engine& engine, const BalanceOrder& order, const Progress& progress)
        : m_engine(engine),
          m_maker(engine),
          m_order(order),
          m_progress(progress),
          m_tables(empty_tables(engine.rules()))
    {
    }

    void work()
    {
        std::vector<BalanceTable> tables = empty_tables(m_engine.rules());
        try
        {
            for (std::uint64_t from = m_next.fetch_add(profiles_at_a_time); from < m_order.profiles;
                 from = m_next.fetch_add(profiles_at_a_time))
            {
                const std::uint64_t to = std::min(from + profiles_at_a_time, m_order.profiles);
                for (std::uint64_t number = from; number < to; ++number)
                    weigh_profile(tables, number);
                tell(to - from);
            }
        }
        catch (...)
        {
            const std::scoped_lock lock(m_mutex);
            m_failure = std::current_exception();
        }
        const std::scoped_lock lock(m_mutex);
        for (std::size_t i = 0; i < tables.size(); ++i)
        {
            m_tables[i].profiles += tables[i].profiles;
            add(m_tables[i].models, tables[i].models);
            add(m_tables[i].vehicles, tables[i].vehicles);
        }
    }

    [[nodiscard]] std::vector<BalanceTable> tables() const
    {
        if (m_failure)
            std::rethrow_exception(m_failure);
        return m_tables;
    }

private:
    void weigh_profile(std::vector<BalanceTable>& tables, std::uint64_t number) const
    {
        const casefile::Case group = m_maker.make(m_order.seed, number);
        const engine::Assessment assessment = m_engine.assess(group, m_order.as_at);
        const std::string nation = nation_of(group);
        for (BalanceTable& table : tables)
            if (table.nation.empty() || table.nation == nation)
                count(table, assessment);
    }

    void tell(std::uint64_t judged)
    {
        const std::scoped_lock lock(m_mutex);
        m_judged += judged;
        if (m_progress)
            m_progress(m_judged);
    }

    const engine::Engine& m_engine;
    const ProfileMaker m_maker;
    const BalanceOrder& m_order;
    const Progress& m_progress;
    std::atomic<std::uint64_t> m_next = 0;
    std::mutex m_mutex; ///< guards what follows
    std::uint64_t m_judged = 0;
    std::vector<BalanceTable> m_tables;
    std::exception_ptr m_failure;
};

} // namespace

Balance weigh(const engine::Engine& engine, const BalanceOrder& order, const Progress& progress)
{
    Weighing weighing(engine, order, progress);
    {
        std::vector<std::jthread> others;
        for (unsigned int i = 1; i < order.threads; ++i)
            others.emplace_back([&weighing] { weighing.work(); });
        weighing.work();
    }
    return {order, weighing.tables()};
}

BalanceVerdict verdict(const Balance& balance, int most_in_hundred)
{
    BalanceVerdict result;
    const BalanceTable& all = balance.all();
    for (const OptionCount& model : all.models)
        if (model.leads() * 100 > all.profiles * static_cast<std::uint64_t>(most_in_hundred))
            result.lead_too_often.push_back(model);
    for (const auto* options : {&all.models, &all.vehicles})
        for (const OptionCount& option : *options)
            if (option.leads() == 0)
                result.never_lead.push_back(option);
    return result;
}

} // namespace fedadvise::analysis
