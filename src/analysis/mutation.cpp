#include "analysis/mutation.h"

#include "analysis/expectation.h"
#include "engine/program.h"
#include "foundation/text_list.h"

#include <algorithm>
#include <mutex>
#include <set>
#include <thread>
#include <tuple>

namespace fedadvise::analysis
{

using casefile::Expectation;
using casefile::ExpectationKind;
using casefile::TestCase;
using engine::Truth;
using rulebase::EffectKind;
using rulebase::RuleBase;

namespace
{

/// What of a result a mutant can change, and what of it the expectations of a case depend on, as bits. Where the two
/// have nothing in common, and no expectation names the rule itself, the case cannot notice the mutant.
enum Part : unsigned
{
    ModelScores = 1, ///< points, bands and ranks
    VehicleScores = 2,
    Exclusion = 4,
    Waiting = 8,
    Depth = 16,
    Lessons = 32,
};

/// What the effects of a rule change when they come or go.
unsigned changed_by(const RuleBase& rules, const rulebase::Rule& rule)
{
    unsigned parts = rule.lesson != 0 ? Part::Lessons : 0U;
    for (const rulebase::Effect& effect : rule.effects)
    {
        if (effect.kind == EffectKind::Cap)
            parts |= Part::Depth | Part::Waiting | Part::ModelScores | Part::VehicleScores;
        const bool ranks =
            effect.kind == EffectKind::Pull || effect.kind == EffectKind::Exclude || effect.kind == EffectKind::NotYet;
        for (const rulebase::OptionId& option : effect.on)
            if (ranks) // which vehicles fit depends on the models that lead
                parts |= Part::VehicleScores |
                         (rulebase::find_model(rules, option) != nullptr ? Part::ModelScores : 0U) |
                         (effect.kind == EffectKind::Exclude ? Part::Exclusion : 0U) |
                         (effect.kind == EffectKind::NotYet ? Part::Waiting : 0U);
    }
    return parts;
}

/// What the expectation depends on, beside the rule that it names.
unsigned depends_on(const RuleBase& rules, const Expectation& expectation)
{
    const auto is_next_step = [&](const casefile::ExpectedItem& item)
    {
        const rulebase::Rule* rule = rulebase::find_rule(rules, item.rule);
        return rule != nullptr && std::any_of(rule->effects.begin(), rule->effects.end(),
                                              [](const auto& effect) { return effect.kind == EffectKind::NextStep; });
    };
    switch (expectation.kind)
    {
    case ExpectationKind::Holds:
    case ExpectationKind::DoesNotHold:
    case ExpectationKind::CannotTell: return 0;
    case ExpectationKind::Steps:
    case ExpectationKind::Says:
    case ExpectationKind::DoesNotSay:
        return std::any_of(expectation.items.begin(), expectation.items.end(), is_next_step)
                   ? Part::ModelScores | Part::VehicleScores
                   : 0U;
    case ExpectationKind::Warned:
    case ExpectationKind::NotWarned:
    case ExpectationKind::RuledOut:
    case ExpectationKind::NotRuledOut: return Part::Exclusion;
    case ExpectationKind::Shown:
    case ExpectationKind::NotShown:
    case ExpectationKind::Paired:
    case ExpectationKind::NotPaired:
    case ExpectationKind::Waits:
    case ExpectationKind::DoesNotWait: return Part::Exclusion | Part::Waiting;
    case ExpectationKind::Depth: return Part::Depth;
    case ExpectationKind::Lesson:
    case ExpectationKind::NoLesson: return Part::Lessons;
    default: break;
    }
    unsigned parts = 0;
    for (const casefile::ExpectedItem& item : expectation.items)
        parts |= rulebase::find_model(rules, item.option) != nullptr ? Part::ModelScores : Part::VehicleScores;
    return parts;
}

/// A case with what the rule base as it is makes of it.
struct BankCase
{
    const TestCase* test = nullptr;
    bool generated = false;
    foundation::Date day;
    unsigned depends_on = 0;          ///< Part bits
    std::set<rulebase::RuleId> named; ///< rules whose truth or words are expected
    std::vector<Truth> rule_truths;   ///< of the rules
    std::vector<Truth> mutant_truths; ///< of the conditions of the mutants, whatever their dates
};

/// Everything that the threads share, and do not change.
struct Bank
{
    const RuleBase& rules;
    TestJudge judge;
    std::vector<Mutant> mutants;
    std::vector<std::size_t> condition_of; ///< for each mutant, its place among mutant_truths; or none
    std::vector<BankCase> cases;           ///< those of people first
};

constexpr std::size_t none = static_cast<std::size_t>(-1);

/// The conditions of all mutants as rules of one rule base, so that one pass over a case judges them all.
RuleBase with_conditions(const RuleBase& rules, const std::vector<Mutant>& mutants)
{
    RuleBase wide = rules;
    for (const Mutant& mutant : mutants)
        if (mutant.in_condition)
        {
            rulebase::Rule rule;
            rule.nations = mutant.changed.nations;
            rule.when = mutant.changed.when;
            wide.rules.push_back(std::move(rule));
        }
    return wide;
}

std::vector<Truth> node_truths(const engine::Program& program, const RuleBase& rules, const casefile::Case& group)
{
    const engine::Heard heard = engine::hear(rules, group);
    return engine::evaluate(
        program, engine::gather_facts(program, rules, group, heard, engine::read_relationship(rules, heard)));
}

/// Leaves out mutants whose condition compiles to the very node of the rule; gives their number.
std::size_t leave_out_same(std::vector<Mutant>& mutants, const engine::Program& program, std::size_t rules)
{
    std::vector<Mutant> different;
    std::size_t condition = rules;
    for (Mutant& mutant : mutants)
        if (!mutant.in_condition || program.rule_nodes[condition++] != program.rule_nodes[mutant.rule])
            different.push_back(std::move(mutant));
    const std::size_t same = mutants.size() - different.size();
    mutants = std::move(different);
    return same;
}

/// Judges the cases by the rule base as it is and by the conditions of the mutants; cases that do not hold are left
/// out.
void fill_bank(Bank& bank, const std::vector<casefile::TestFile>& files)
{
    const RuleBase wide = with_conditions(bank.rules, bank.mutants);
    const engine::Program program = engine::compile(wide);
    std::size_t conditions = 0;
    for (const Mutant& mutant : bank.mutants)
        bank.condition_of.push_back(mutant.in_condition ? conditions++ : none);
    for (const bool generated : {false, true})
        for (const casefile::TestFile& file : files)
            for (const TestCase& test : file.cases)
            {
                if (file.generated != generated)
                    continue;
                BankCase entry{&test, generated, test.group.as_at.value_or(bank.rules.as_at), 0, {}, {}, {}};
                const auto assessment = engine::assess_case(program, bank.rules, test.group, entry.day);
                if (!bank.judge.meets(test, assessment))
                    continue;
                for (const Expectation& expectation : test.expectations)
                {
                    entry.depends_on |= depends_on(bank.rules, expectation);
                    for (const casefile::ExpectedItem& item : expectation.items)
                        if (!item.rule.value.empty())
                            entry.named.insert(item.rule);
                }
                const auto truths = node_truths(program, wide, test.group);
                entry.rule_truths = assessment.rule_truths;
                for (std::size_t c = 0; c < conditions; ++c)
                    entry.mutant_truths.push_back(truths[program.rule_nodes[bank.rules.rules.size() + c]]);
                bank.cases.push_back(std::move(entry));
            }
}

bool expects_truth(ExpectationKind kind)
{
    return kind == ExpectationKind::Holds || kind == ExpectationKind::DoesNotHold ||
           kind == ExpectationKind::CannotTell;
}

/// The sum of a rule's pulls on an option.
int pull_on(const rulebase::Rule& rule, const rulebase::OptionId& option)
{
    int points = 0;
    for (const rulebase::Effect& effect : rule.effects)
        if (effect.kind == EffectKind::Pull)
            points += effect.strength * static_cast<int>(std::count(effect.on.begin(), effect.on.end(), option));
    return points;
}

/// Judges the mutants of one thread.
class MutantJudge
{
public:
    explicit MutantJudge(const Bank& bank) : m_bank(bank), m_rules(bank.rules) {}

    /// `witness` becomes a case that comes out differently although no expectation says so.
    Noticed judge(std::size_t index, const TestCase*& witness)
    {
        m_compiled = false;
        const Mutant& mutant = m_bank.mutants[index];
        const rulebase::RuleId& rule = m_bank.rules.rules[mutant.rule].id;
        const unsigned parts =
            changed_by(m_bank.rules, m_bank.rules.rules[mutant.rule]) | changed_by(m_bank.rules, mutant.changed);
        Noticed noticed = Noticed::Not;
        for (const BankCase& entry : m_bank.cases)
        {
            const Truth before = entry.rule_truths[mutant.rule];
            const Truth after = truth_in(entry, index, mutant);
            if (before == after && (mutant.in_condition || mutant.operation == "date" || before != Truth::True))
                continue; // a rule that is not true has no effect on anything that a case can expect
            const bool matters = (entry.depends_on & parts) != 0 || entry.named.contains(rule);
            if (matters && (surely_noticed(entry, mutant, before, after) || !still_holds(entry, mutant)))
            {
                noticed = entry.generated ? Noticed::ByGenerated : Noticed::ByHand;
                break;
            }
            if (witness == nullptr && before != after)
                witness = entry.test;
        }
        if (m_compiled)
            m_rules.rules[mutant.rule] = m_bank.rules.rules[mutant.rule];
        return noticed;
    }

private:
    Truth truth_in(const BankCase& entry, std::size_t index, const Mutant& mutant) const
    {
        if (!rulebase::in_force_on(mutant.changed, entry.day))
            return Truth::False;
        if (mutant.in_condition)
            return entry.mutant_truths[m_bank.condition_of[index]];
        if (rulebase::in_force_on(m_bank.rules.rules[mutant.rule], entry.day))
            return entry.rule_truths[mutant.rule];
        return Truth::True; // the day before it is law: what its condition says is left to the full judgement
    }
    /// What can be told without judging the whole case again: an expectation about the rule's truth, or about points
    /// that only this rule's strength has changed.
    bool surely_noticed(const BankCase& entry, const Mutant& mutant, Truth before, Truth after) const
    {
        const rulebase::Rule& rule = m_bank.rules.rules[mutant.rule];
        for (const Expectation& expectation : entry.test->expectations)
        {
            if (expectation.any)
                continue;
            for (const casefile::ExpectedItem& item : expectation.items)
            {
                if (before != after && mutant.in_condition && expects_truth(expectation.kind) && item.rule == rule.id)
                    return true;
                if (before == after && expectation.kind == ExpectationKind::Points &&
                    changes_points(mutant, item.option))
                    return true;
            }
        }
        return false;
    }
    /// The points of a model are its pulls alone; those of a vehicle also depend on the models, so a mutant that
    /// touches a model has to be judged in full.
    bool changes_points(const Mutant& mutant, const rulebase::OptionId& option) const
    {
        const rulebase::Rule& rule = m_bank.rules.rules[mutant.rule];
        const bool is_model = rulebase::find_model(m_bank.rules, option) != nullptr;
        const auto touches_model = [&](const rulebase::Rule& one)
        {
            return std::any_of(one.effects.begin(), one.effects.end(),
                               [&](const rulebase::Effect& effect)
                               {
                                   return std::any_of(effect.on.begin(), effect.on.end(),
                                                      [&](const auto& id)
                                                      { return rulebase::find_model(m_bank.rules, id) != nullptr; });
                               });
        };
        if (!is_model && (touches_model(rule) || touches_model(mutant.changed)))
            return false;
        return pull_on(rule, option) != pull_on(mutant.changed, option);
    }
    bool still_holds(const BankCase& entry, const Mutant& mutant)
    {
        if (!m_compiled)
        {
            m_rules.rules[mutant.rule] = mutant.changed;
            m_program = engine::compile(m_rules);
            m_compiled = true;
        }
        return m_bank.judge.meets(*entry.test, engine::assess_case(m_program, m_rules, entry.test->group, entry.day));
    }

    const Bank& m_bank;
    RuleBase m_rules; ///< with the mutant in place of its rule, once it had to be compiled
    engine::Program m_program;
    bool m_compiled = false;
};

/// What would notice a mutant that survived.
std::string remedy_for(const Bank& bank, const Mutant& mutant, const TestCase* witness)
{
    const std::string id = bank.rules.rules[mutant.rule].id.value;
    if (witness != nullptr)
        return "The case '" + witness->title + "' (" + foundation::place_text(witness->place) +
               ") comes out differently, but expects nothing of it: say there what " + id + " must bring.";
    if (mutant.in_condition)
        return "A case in which the change makes " + id +
               " true, false or open where it was not, with \"Must hold: " + id + "\", \"Must not hold: " + id +
               "\" or \"Cannot tell: " + id + "\".";
    if (mutant.operation == "date")
        return "A case on the day before the date, and one on the day, in which " + id + " would be true.";
    if (mutant.operation == "sign" || mutant.operation == "strength")
        return "A case in which " + id + " is true, with \"Points:\" for the options that it pulls.";
    if (mutant.operation == "cap")
        return "A case in which " + id + " is true and nothing else limits the depth as much, with \"Deepest step:\".";
    return "A case in which " + id + " is true (for a next step: and its option leads alone), with \"Must say: " + id +
           " for\" that option, or the points, exclusion or wait that it brings.";
}

/// Hands out mutants to threads and counts what they find.
class Run
{
public:
    Run(const Bank& bank, const MutationSettings& settings) : m_bank(bank), m_settings(settings)
    {
        m_noticed.assign(bank.mutants.size(), Noticed::Not);
        m_witness.assign(bank.mutants.size(), nullptr);
        m_judged.assign(bank.mutants.size(), false);
    }

    void go()
    {
        std::vector<std::thread> threads;
        for (unsigned t = 1; t < std::max(1U, m_settings.threads); ++t)
            threads.emplace_back([this] { work(); });
        work();
        for (std::thread& thread : threads)
            thread.join();
    }

    MutationReport report() const
    {
        MutationReport report;
        report.stopped = is_stopped();
        const auto operations = mutation_operations();
        report.operations.resize(operations.size());
        for (std::size_t m = 0; m < m_bank.mutants.size(); ++m)
        {
            if (!m_judged[m])
                continue;
            const Mutant& mutant = m_bank.mutants[m];
            const auto operation = std::find(operations.begin(), operations.end(), mutant.operation);
            for (Tally* tally :
                 {&report.all, &report.operations.at(static_cast<std::size_t>(operation - operations.begin()))})
            {
                ++tally->mutants;
                tally->by_hand += m_noticed[m] == Noticed::ByHand ? 1U : 0U;
                tally->by_generated += m_noticed[m] == Noticed::ByGenerated ? 1U : 0U;
            }
            if (m_noticed[m] == Noticed::Not)
                report.survivors.push_back({mutant, remedy_for(m_bank, mutant, m_witness[m])});
        }
        std::stable_sort(report.survivors.begin(), report.survivors.end(),
                         [](const Survivor& a, const Survivor& b) {
                             return std::tie(a.mutant.place.file, a.mutant.place.line) <
                                    std::tie(b.mutant.place.file, b.mutant.place.line);
                         });
        return report;
    }

private:
    bool is_stopped() const { return m_settings.stop != nullptr && m_settings.stop->load(); }

    void work()
    {
        MutantJudge judge(m_bank);
        for (std::size_t m = m_next++; m < m_bank.mutants.size() && !is_stopped(); m = m_next++)
        {
            const TestCase* witness = nullptr;
            const Noticed noticed = judge.judge(m, witness);
            const std::scoped_lock lock(m_mutex);
            m_noticed[m] = noticed;
            m_witness[m] = witness;
            m_judged[m] = true;
            if (m_settings.progress)
                m_settings.progress(++m_done, m_bank.mutants.size());
        }
    }

    const Bank& m_bank;
    const MutationSettings& m_settings;
    std::atomic<std::size_t> m_next{0};
    std::mutex m_mutex; ///< guards what follows
    std::size_t m_done = 0;
    std::vector<Noticed> m_noticed;
    std::vector<const TestCase*> m_witness;
    std::vector<bool> m_judged;
};

} // namespace

MutationReport run_mutation(const RuleBase& rules, const std::vector<casefile::TestFile>& files,
                            const MutationSettings& settings)
{
    Bank bank{rules, TestJudge(rules), {}, {}, {}};
    for (std::size_t rule = 0; rule < rules.rules.size(); ++rule)
        for (Mutant& mutant : mutants_of(rules, rule))
            bank.mutants.push_back(std::move(mutant));
    const std::size_t same =
        leave_out_same(bank.mutants, engine::compile(with_conditions(rules, bank.mutants)), rules.rules.size());
    std::vector<Mutant> sample;
    for (std::size_t m = 0; m < bank.mutants.size(); m += std::max<std::size_t>(1, settings.stride))
        sample.push_back(std::move(bank.mutants[m]));
    bank.mutants = std::move(sample);
    fill_bank(bank, files);
    Run run(bank, settings);
    run.go();
    MutationReport report = run.report();
    report.same = same;
    return report;
}

} // namespace fedadvise::analysis
