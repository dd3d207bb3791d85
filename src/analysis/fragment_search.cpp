#include "analysis/fragment_search.h"

#include "analysis/knobs.h"
#include "analysis/mutation.h"
#include "analysis/random_profile.h"
#include "engine/program.h"
#include "rulebase/condition_validator.h"

#include <algorithm>
#include <chrono>
#include <map>
#include <numeric>

namespace fedadvise::analysis
{

using engine::Truth;
using rulebase::Condition;
using rulebase::Rule;
using rulebase::RuleBase;

namespace
{

constexpr std::size_t most_combinations = 1500; ///< up to here every combination is tried
constexpr std::size_t seeds_per_truth = 10;     ///< answers that are varied one by one
constexpr int attempts = 120;                   ///< to find one of them

using Settings = std::vector<std::size_t>;

/// Some answers, and what the rule, its mutants and the parts of its condition make of them.
struct Trial
{
    Settings settings;
    std::size_t practices = 0;
    std::vector<Truth> truths; ///< the rule, then its mutants, then the parts
};

/// Judges trials with a program that holds nothing but the one rule, its mutants and its parts.
class Bench
{
public:
    Bench(const RuleBase& rules, std::size_t rule) : m_rules(rules)
    {
        m_rules.rules.clear();
        m_rules.models.clear();
        m_rules.vehicles.clear();
        m_rules.fits.clear();
        m_rules.checklists = rules.checklists;
        add(rules.rules[rule].nations, rules.rules[rule].when);
        for (const Mutant& mutant : mutants_of(rules, rule))
            if (mutant.in_condition)
                add(mutant.changed.nations, mutant.changed.when);
        m_mutants = m_rules.rules.size() - 1;
        if (rules.rules[rule].when)
            rulebase::for_each_condition(*rules.rules[rule].when,
                                         [this](const Condition& part)
                                         {
                                             m_part_index[&part] = m_rules.rules.size();
                                             add({}, part);
                                         });
        m_program = engine::compile(m_rules);
    }

    [[nodiscard]] std::vector<Truth> judge(const casefile::Case& group) const
    {
        const engine::Heard heard = engine::hear(m_rules, group);
        const auto nodes = engine::evaluate(m_program, engine::gather_facts(m_program, m_rules, group, heard,
                                                                            engine::read_relationship(m_rules, heard)));
        std::vector<Truth> truths;
        for (const engine::NodeIndex node : m_program.rule_nodes)
            truths.push_back(nodes[node]);
        return truths;
    }
    [[nodiscard]] std::size_t mutants() const { return m_mutants; }
    [[nodiscard]] std::size_t parts() const { return m_rules.rules.size() - 1 - m_mutants; }
    [[nodiscard]] std::size_t index_of(const Condition& part) const { return m_part_index.at(&part); }

private:
    void add(const std::vector<std::string>& nations, const std::optional<Condition>& when)
    {
        Rule bare;
        bare.nations = nations;
        bare.when = when;
        m_rules.rules.push_back(std::move(bare));
    }

    RuleBase m_rules;
    engine::Program m_program;
    std::size_t m_mutants = 0;
    std::map<const Condition*, std::size_t> m_part_index;
};

class Search
{
public:
    Search(const RuleBase& rules, std::size_t rule, std::uint64_t seed)
        : m_rules(rules), m_rule(rules.rules[rule]), m_index(rule), m_bench(rules, rule), m_dice(seed, rule)
    {
    }

    std::vector<Fragment> take()
    {
        explore_all();
        select();
        add_days();
        return std::move(m_fragments);
    }

private:
    void explore_all()
    {
        for (const std::size_t practices : m_rule.when ? sizes_for(m_rules, *m_rule.when) : std::vector<std::size_t>{0})
        {
            m_practices = practices;
            m_knobs = knobs_of(m_rules, m_rule.when.value_or(Condition{}), !m_rule.nations.empty(), practices);
            m_knobs_by_size[practices] = m_knobs;
            explore();
        }
    }
    void explore()
    {
        std::size_t combinations = 1;
        for (const Knob& knob : m_knobs)
            combinations = std::min(combinations * knob.settings.size(), most_combinations + 1);
        Settings settings(m_knobs.size(), 0);
        if (combinations <= most_combinations)
        {
            do
                try_out(settings);
            while (next(settings));
            return;
        }
        try_out(settings);
        std::vector<Settings> seeds;
        for (const Truth want : {Truth::True, Truth::False})
            for (std::size_t s = 0; s < seeds_per_truth; ++s)
                if (const auto found = solve_somehow(want))
                    seeds.push_back(*found);
        for (const Settings& seed : seeds)
            vary(seed);
    }
    bool next(Settings& settings) const
    {
        for (std::size_t k = 0; k < settings.size(); ++k)
        {
            if (++settings[k] < m_knobs[k].settings.size())
                return true;
            settings[k] = 0;
        }
        return false;
    }
    /// Keeps the trial, unless one with fewer answers has shown the same; gives the rule's truth.
    Truth try_out(const Settings& settings)
    {
        Trial trial{settings, m_practices, m_bench.judge(case_with(m_knobs, settings, m_practices))};
        const Truth truth = trial.truths.front();
        const auto [known, fresh] = m_known.emplace(trial.truths, m_trials.size());
        if (fresh)
            m_trials.push_back(std::move(trial));
        else if (answers_in(trial) < answers_in(m_trials[known->second]))
            m_trials[known->second] = std::move(trial);
        return truth;
    }
    /// Every knob at every setting, one at a time.
    void vary(const Settings& seed)
    {
        for (std::size_t k = 0; k < m_knobs.size(); ++k)
            for (std::size_t s = 0; s < m_knobs[k].settings.size(); ++s)
            {
                Settings changed = seed;
                changed[k] = s;
                try_out(changed);
            }
    }

    std::optional<Settings> solve_somehow(Truth want)
    {
        for (int attempt = 0; attempt < attempts; ++attempt)
        {
            Settings settings(m_knobs.size(), 0);
            if (!m_rule.nations.empty())
                set_nation(settings);
            if (m_rule.when)
                solve(*m_rule.when, want, settings);
            if (try_out(settings) == want)
                return settings;
        }
        return std::nullopt;
    }
    void set_nation(Settings& settings)
    {
        for (std::size_t k = 0; k < m_knobs.size(); ++k)
            if (m_knobs[k].name == "jurisdiction")
                for (std::size_t s = 1; s < m_knobs[k].settings.size(); ++s)
                    if (m_knobs[k].settings[s].group.at({"jurisdiction"}) ==
                        casefile::Answer{casefile::Choice{m_rule.nations.front()}})
                        settings[k] = s;
    }
    Truth truth_of(const Condition& part, const Settings& settings) const
    {
        return m_bench.judge(case_with(m_knobs, settings, m_practices))[m_bench.index_of(part)];
    }
    /// Turns knobs until the condition has this truth, if that can be done without looking back.
    void solve(const Condition& condition, Truth want, Settings& settings)
    {
        if (truth_of(condition, settings) == want)
            return;
        if (const auto* all = std::get_if<rulebase::AllOf>(&condition.node))
            return solve_parts(all->parts, want, want == Truth::True ? all->parts.size() : 1, settings);
        if (const auto* any = std::get_if<rulebase::AnyOf>(&condition.node))
            return solve_parts(any->parts, want, want == Truth::True ? 1 : any->parts.size(), settings);
        if (const auto* some = std::get_if<rulebase::AtLeast>(&condition.node))
        {
            const auto count = static_cast<std::size_t>(some->count);
            return solve_parts(some->parts, want, want == Truth::True ? count : some->parts.size() - count + 1,
                               settings);
        }
        if (const auto* none = std::get_if<rulebase::NoneOf>(&condition.node))
            return none->parts.empty() ? void() : solve(none->parts.front(), engine::negated(want), settings);
        solve_leaf(condition, want, settings);
    }
    void solve_parts(const std::vector<Condition>& parts, Truth want, std::size_t needed, Settings& settings)
    {
        std::vector<std::size_t> order(parts.size());
        std::iota(order.begin(), order.end(), std::size_t{0});
        shuffle(order);
        for (std::size_t i = 0; i < std::min(needed, parts.size()); ++i)
            solve(parts[order[i]], want, settings);
    }
    void solve_leaf(const Condition& leaf, Truth want, Settings& settings)
    {
        const auto questions = rulebase::questions_of(m_rules, leaf);
        std::vector<std::size_t> knobs;
        for (std::size_t k = 0; k < m_knobs.size(); ++k)
            for (const auto& question : m_knobs[k].questions)
                if (std::find(questions.begin(), questions.end(), question) != questions.end())
                {
                    knobs.push_back(k);
                    break;
                }
        shuffle(knobs);
        for (std::size_t i = 0; i < std::min<std::size_t>(knobs.size(), 6); ++i)
        {
            std::vector<std::size_t> order(m_knobs[knobs[i]].settings.size());
            std::iota(order.begin(), order.end(), std::size_t{0});
            shuffle(order);
            const std::size_t old = settings[knobs[i]];
            for (const std::size_t setting : order)
            {
                settings[knobs[i]] = setting;
                if (truth_of(leaf, settings) == want)
                    return;
            }
            settings[knobs[i]] = old;
        }
        // One knob is not enough (a checklist, a count over a family): turn several at random.
        for (int turn = 0; turn < 30 && !knobs.empty(); ++turn)
        {
            const std::size_t k = knobs[m_dice.below(knobs.size())];
            settings[k] = m_dice.below(m_knobs[k].settings.size());
            if (truth_of(leaf, settings) == want)
                return;
        }
    }
    void shuffle(std::vector<std::size_t>& order)
    {
        for (std::size_t i = order.size(); i > 1; --i)
            std::swap(order[i - 1], order[m_dice.below(i)]);
    }

    /// What a trial shows: the rule's truth, each part true or false, each mutant told apart. A mutant is better told
    /// apart when both truths are certain, because then further answers cannot change it.
    std::set<std::size_t> goals_of(const std::vector<Truth>& truths) const
    {
        std::set<std::size_t> goals = {static_cast<std::size_t>(truths.front())};
        for (std::size_t i = 1; i < truths.size(); ++i)
            if (i > m_bench.mutants() ? truths[i] != Truth::Unknown : truths[i] != truths.front())
                goals.insert(3 + 2 * i + (i > m_bench.mutants() && truths[i] == Truth::True ? 1 : 0));
        return goals;
    }
    std::size_t answers_in(const Trial& trial) const
    {
        std::size_t answers = 0;
        const std::vector<Knob>& knobs = m_knobs_by_size.at(trial.practices);
        for (std::size_t k = 0; k < knobs.size(); ++k)
            answers += knobs[k].settings[trial.settings[k]].group.size() +
                       trial.practices * knobs[k].settings[trial.settings[k]].practices.size();
        return answers;
    }
    /// Greedy cover: always the trial that shows most that is new, and of equals the one with fewest answers.
    void select()
    {
        std::vector<std::set<std::size_t>> goals;
        std::vector<std::size_t> sizes;
        for (const Trial& trial : m_trials)
        {
            goals.push_back(goals_of(trial.truths));
            sizes.push_back(answers_in(trial));
        }
        std::set<std::size_t> reached;
        for (;;)
        {
            std::size_t best = 0, most = 0;
            for (std::size_t t = 0; t < m_trials.size(); ++t)
            {
                const auto fresh = static_cast<std::size_t>(std::count_if(
                    goals[t].begin(), goals[t].end(), [&](std::size_t goal) { return !reached.contains(goal); }));
                if (fresh > most || (fresh == most && fresh > 0 && sizes[t] < sizes[best]))
                {
                    most = fresh;
                    best = t;
                }
            }
            if (most == 0)
                return;
            std::set<std::size_t> fresh;
            for (const std::size_t goal : goals[best])
                if (reached.insert(goal).second)
                    fresh.insert(goal);
            add_fragment(trimmed(m_trials[best], fresh), fresh);
        }
    }
    /// Without the answers that its goals can do without.
    Trial trimmed(Trial trial, const std::set<std::size_t>& needed) const
    {
        const std::vector<Knob>& knobs = m_knobs_by_size.at(trial.practices);
        for (std::size_t k = 0; k < knobs.size(); ++k)
        {
            if (trial.settings[k] == 0)
                continue;
            Settings less = trial.settings;
            less[k] = 0;
            const auto truths = m_bench.judge(case_with(knobs, less, trial.practices));
            const auto goals = goals_of(truths);
            if (truths.front() == trial.truths.front() &&
                std::includes(goals.begin(), goals.end(), needed.begin(), needed.end()))
                trial = {less, trial.practices, truths};
        }
        return trial;
    }
    void add_fragment(const Trial& trial, const std::set<std::size_t>& goals)
    {
        Fragment fragment;
        fragment.rule = m_index;
        fragment.truth = trial.truths.front();
        const std::vector<Knob>& knobs = m_knobs_by_size.at(trial.practices);
        fragment.group = case_with(knobs, trial.settings, trial.practices);
        bool certain = fragment.truth != Truth::Unknown;
        for (std::size_t i = 1; i <= m_bench.mutants(); ++i)
            certain = certain && (!goals.contains(3 + 2 * i) || trial.truths[i] != Truth::Unknown);
        for (std::size_t k = 0; k < knobs.size() && !certain; ++k)
            for (const auto& question : knobs[k].questions)
                if (!is_answered(fragment.group, question))
                    fragment.open.insert(question);
        fragment.day = m_rules.as_at;
        if (m_rule.until && *m_rule.until <= fragment.day)
            fragment.day = moved(*m_rule.until, -1);
        if (m_rule.from && *m_rule.from > fragment.day)
            fragment.day = *m_rule.from;
        m_fragments.push_back(std::move(fragment));
    }
    static bool is_answered(const casefile::Case& group, const rulebase::QuestionId& question)
    {
        return group.answers.contains(question) ||
               std::any_of(group.practices.begin(), group.practices.end(),
                           [&](const casefile::Practice& p) { return p.answers.contains(question); });
    }
    static foundation::Date moved(foundation::Date date, int days)
    {
        using namespace std::chrono;
        const sys_days day = year{date.year} / date.month / date.day;
        const year_month_day other{day + std::chrono::days{days}};
        return {static_cast<int>(other.year()), static_cast<int>(static_cast<unsigned>(other.month())),
                static_cast<int>(static_cast<unsigned>(other.day()))};
    }
    /// The day before each date, and the day itself, with answers that make the condition true.
    void add_days()
    {
        const auto fires = std::find_if(m_fragments.begin(), m_fragments.end(),
                                        [](const Fragment& f) { return f.truth == Truth::True; });
        if (fires == m_fragments.end())
            return;
        const Fragment pattern = *fires;
        for (const auto& date : {m_rule.from, m_rule.until})
            for (int days = -1; date && days <= 0; ++days)
            {
                Fragment fragment = pattern;
                fragment.day = moved(*date, days);
                fragment.truth = rulebase::in_force_on(m_rule, fragment.day) ? Truth::True : Truth::False;
                m_fragments.push_back(std::move(fragment));
            }
    }

    const RuleBase& m_rules;
    const Rule& m_rule;
    std::size_t m_index;
    Bench m_bench;
    Dice m_dice;
    std::size_t m_practices = 0;
    std::vector<Knob> m_knobs; ///< for so many practices
    std::map<std::size_t, std::vector<Knob>> m_knobs_by_size;
    std::vector<Trial> m_trials;
    std::map<std::vector<Truth>, std::size_t> m_known; ///< truths to the trial that shows them
    std::vector<Fragment> m_fragments;
};

} // namespace

std::vector<Fragment> fragments_of(const RuleBase& rules, std::size_t rule, std::uint64_t seed)
{
    return Search(rules, rule, seed).take();
}

} // namespace fedadvise::analysis
