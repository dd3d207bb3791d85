#include "analysis/rule_lint.h"

#include "analysis/framework_lint.h"
#include "foundation/text_list.h"
#include "rulebase/condition_validator.h"

#include <algorithm>
#include <map>
#include <set>

namespace fedadvise::analysis
{

using engine::EffectPlace;
using engine::Truth;
using rulebase::Effect;
using rulebase::EffectKind;
using rulebase::Rule;
using Verdict = Finding::Verdict;

namespace
{

std::string quoted(const std::string& text)
{
    return "'" + text + "'";
}

/// Rules by what they do to one option.
struct OptionEffects
{
    std::string id;
    std::size_t index = 0; ///< among the models and then the vehicles
    std::map<EffectKind, std::vector<std::size_t>> rules;
};

class Lint
{
public:
    explicit Lint(Study& study) : m_study(study), m_rules(study.rules())
    {
        const engine::Program& program = study.program();
        for (std::size_t i = 0; i < program.models.size() + program.vehicles.size(); ++i)
        {
            const engine::OptionProgram& option =
                i < program.models.size() ? program.models[i] : program.vehicles[i - program.models.size()];
            OptionEffects effects{option.id.value, i, {}};
            for (const EffectPlace& place : option.effects)
                effects.rules[effect_at(place).kind].push_back(place.rule);
            m_options.push_back(std::move(effects));
        }
    }

    LintResult take()
    {
        find_dead_rules();
        find_unreachable_questions();
        find_covered_rules();
        find_contradictions();
        find_duplicates();
        find_rules_without_effect();
        find_rules_that_always_fire();
        find_unseen_words();
        find_unused_questions();
        return std::move(m_result);
    }

private:
    const Effect& effect_at(EffectPlace place) const { return m_rules.rules[place.rule].effects[place.effect]; }
    const Rule& rule(std::size_t index) const { return m_rules.rules[index]; }

    /// Whether no case at all fits the claim; what cannot be decided counts as possible.
    bool is_impossible(const Study::Claim& claim, const std::function<Formula(Prover&)>& formula)
    {
        const Answer answer = m_study.find(claim, formula);
        m_result.undecided += answer.verdict == Verdict::Undecided ? 1 : 0;
        return answer.verdict == Verdict::Impossible;
    }
    void report(std::string code, std::vector<std::string> about, foundation::Place place, std::string message,
                std::string advice, const Witness* witness = nullptr, const Study::Claim& claim = {})
    {
        RuleFinding finding{std::move(code),    std::move(about),  std::move(place),
                            std::move(message), std::move(advice), std::nullopt};
        if (witness != nullptr)
        {
            finding.example = witness->example;
            finding.telling = m_study.telling_part(witness->example, claim);
        }
        m_result.findings.push_back(std::move(finding));
    }

    void find_dead_rules()
    {
        for (std::size_t r = 0; r < m_rules.rules.size(); ++r)
        {
            const auto fires = [r](const Witness& w) { return Study::is_true(w, r); };
            if (!is_impossible(fires, [r](Prover& p) { return p.rule_true(r); }))
                continue;
            m_dead.insert(r);
            report("lint.never-fires", {rule(r).id.value}, rule(r).place,
                   "Rule " + quoted(rule(r).id.value) +
                       " can never fire: no answers that the questions allow make it true.",
                   "Look for tests that exclude each other, also with when the questions are asked, the nations and "
                   "the dates.");
        }
    }

    /// In a complete case a question is answered when it is asked, except by practices that are not listed.
    static bool is_answered(const casefile::Case& group, const rulebase::QuestionId& id)
    {
        return casefile::find_answer(group.answers, id) != nullptr ||
               std::any_of(group.practices.begin(), group.practices.end(),
                           [&](const casefile::Practice& p)
                           { return casefile::find_answer(p.answers, id) != nullptr; });
    }
    bool is_in_nations_of(const casefile::Case& group, std::size_t r) const
    {
        const casefile::Answer* nation = casefile::find_answer(group.answers, {"jurisdiction"});
        const auto* choice = nation == nullptr ? nullptr : std::get_if<casefile::Choice>(nation);
        const std::vector<std::string>& nations = rule(r).nations;
        return nations.empty() ||
               (choice != nullptr && std::find(nations.begin(), nations.end(), choice->option) != nations.end());
    }

    void find_unreachable_questions()
    {
        for (std::size_t q = 0; q < m_rules.questions.size(); ++q)
        {
            const rulebase::Question& question = m_rules.questions[q];
            if (!question.ask_when)
                continue;
            if (is_impossible([&](const Witness& w) { return is_answered(w.example.group, question.id); },
                              [q](Prover& p) { return p.asked(q); }))
                report("lint.unreachable-question", {question.id.value}, question.place,
                       "Question " + quoted(question.id.value) +
                           " is never asked: its <ask-when> cannot come true on the way to it.",
                       "Ask it earlier, or widen its condition.");
        }
    }

    /// The other rules that are true in every judged case in which this one is, as names for the message.
    static std::string cover_of(const std::vector<std::string>& others)
    {
        std::vector<std::string> named(
            others.begin(), others.begin() + static_cast<std::ptrdiff_t>(std::min<std::size_t>(others.size(), 6)));
        return foundation::joined_as_sentence(named);
    }

    /// Whether the rule is ever the only one that does this to the option.
    bool is_covered(std::size_t r, const OptionEffects& option, EffectKind kind)
    {
        const std::vector<std::size_t>& same = option.rules.at(kind);
        const auto excluding = option.rules.find(EffectKind::Exclude);
        const auto alone = [&](const Witness& w)
        {
            const auto other_holds = [&](std::size_t other) { return other != r && Study::is_true(w, other); };
            if (!Study::is_true(w, r) || std::any_of(same.begin(), same.end(), other_holds))
                return false;
            return kind == EffectKind::Exclude || excluding == option.rules.end() ||
                   std::none_of(excluding->second.begin(), excluding->second.end(), other_holds);
        };
        return is_impossible(alone,
                             [&](Prover& p)
                             {
                                 return p.formulas().all(
                                     {p.rule_true(r), p.formulas().negation(p.has_effect(option.index, kind, r)),
                                      kind == EffectKind::Exclude
                                          ? p.formulas().constant(true)
                                          : p.formulas().negation(p.has_effect(option.index, EffectKind::Exclude, r))});
                             });
    }

    void find_covered_rules()
    {
        for (const EffectKind kind : {EffectKind::Exclude, EffectKind::NotYet})
        {
            std::map<std::size_t, std::vector<std::string>> covered, bites;
            std::map<std::size_t, std::set<std::string>> covering;
            for (const OptionEffects& option : m_options)
            {
                const auto rules = option.rules.find(kind);
                for (const std::size_t r : rules == option.rules.end() ? std::vector<std::size_t>{} : rules->second)
                {
                    if (m_dead.contains(r))
                        continue;
                    const bool idle = is_covered(r, option, kind);
                    (idle ? covered : bites)[r].push_back(option.id);
                    for (const std::size_t other : rules->second)
                        if (idle && other != r && share_a_case(r, other))
                            covering[r].insert(rule(other).id.value);
                }
            }
            for (const auto& [r, options] : covered)
                report_covered(r, options, bites.contains(r), {covering[r].begin(), covering[r].end()}, kind);
        }
    }
    bool share_a_case(std::size_t r, std::size_t other)
    {
        return m_study
                   .find([&](const Witness& w) { return Study::is_true(w, r) && Study::is_true(w, other); },
                         [&](Prover& p) {
                             return p.formulas().all({p.rule_true(r), p.rule_true(other)});
                         })
                   .verdict == Verdict::Possible;
    }
    void report_covered(std::size_t r, const std::vector<std::string>& options, bool bites_elsewhere,
                        const std::vector<std::string>& others, EffectKind kind)
    {
        const std::string what = kind == EffectKind::Exclude ? "rules out " : "makes wait ";
        report("lint.covered", {rule(r).id.value}, rule(r).place,
               "Rule " + quoted(rule(r).id.value) + " " + what + foundation::joined_as_sentence(options) +
                   (bites_elsewhere ? ", but for these" : ", but") + " other rules do the same whenever it is true" +
                   (others.empty() ? "." : ": together, " + cover_of(others) + "."),
               bites_elsewhere ? "Take these options out of it, or make the others narrower."
                               : "Remove it, or make the others narrower, so that each point of law is said once.");
    }

    bool have_same_questions(std::size_t a, std::size_t b)
    {
        return !questions_of(a).empty() && questions_of(a) == questions_of(b);
    }
    const std::set<rulebase::QuestionId>& questions_of(std::size_t r)
    {
        const auto [known, fresh] = m_questions.emplace(r, std::set<rulebase::QuestionId>{});
        if (fresh && rule(r).when)
            for (const rulebase::QuestionId& id : rulebase::questions_of(m_rules, *rule(r).when))
                known->second.insert(id);
        return known->second;
    }
    int strength_on(std::size_t r, const std::string& option) const
    {
        int strength = 0;
        for (const Effect& effect : rule(r).effects)
            if (effect.kind == EffectKind::Pull &&
                std::find(effect.on.begin(), effect.on.end(), rulebase::OptionId{option}) != effect.on.end())
                strength += effect.strength;
        return strength;
    }
    void find_contradictions()
    {
        std::set<std::pair<std::size_t, std::size_t>> seen;
        for (const OptionEffects& option : m_options)
        {
            const auto pulls = option.rules.find(EffectKind::Pull);
            for (const std::size_t a : pulls == option.rules.end() ? std::vector<std::size_t>{} : pulls->second)
                for (const std::size_t b : pulls->second)
                    if (a < b && strength_on(a, option.id) * strength_on(b, option.id) < 0 &&
                        have_same_questions(a, b) && seen.emplace(a, b).second)
                        report_if_together(a, b, "pull " + option.id + " in opposite directions");
            const auto allowing = option.rules.find(EffectKind::Allow),
                       excluding = option.rules.find(EffectKind::Exclude);
            if (allowing == option.rules.end() || excluding == option.rules.end())
                continue;
            for (const std::size_t a : allowing->second)
                for (const std::size_t b : excluding->second)
                    if (have_same_questions(a, b) && seen.emplace(a, b).second)
                        report_if_together(a, b, "allow and rule out " + option.id);
        }
    }
    /// Whenever the one rule is true, so is the other.
    bool always_brings(std::size_t a, std::size_t b)
    {
        return is_impossible([&](const Witness& w) { return Study::is_true(w, a) && !Study::is_true(w, b); },
                             [&](Prover& p) {
                                 return p.formulas().all({p.rule_true(a), p.formulas().negation(p.rule_true(b))});
                             });
    }
    void report_if_together(std::size_t a, std::size_t b, const std::string& what)
    {
        const auto together = [&](const Witness& w) { return Study::is_true(w, a) && Study::is_true(w, b); };
        const Answer answer = m_study.find(together,
                                           [&](Prover& p) {
                                               return p.formulas().all({p.rule_true(a), p.rule_true(b)});
                                           });
        m_result.undecided += answer.verdict == Verdict::Undecided ? 1 : 0;
        if (answer.verdict == Verdict::Possible && (always_brings(a, b) || always_brings(b, a)))
            report("lint.contradiction", {rule(a).id.value, rule(b).id.value}, rule(a).place,
                   "Rules " + quoted(rule(a).id.value) + " and " + quoted(rule(b).id.value) +
                       " are true on the same answers and " + what + ".",
                   "Decide which of them holds, or part their conditions.", answer.witness, together);
    }

    void find_duplicates()
    {
        std::set<std::pair<std::size_t, std::size_t>> seen;
        for (const OptionEffects& option : m_options)
            for (const auto& [kind, rules] : option.rules)
                for (const std::size_t a : rules)
                    for (const std::size_t b : rules)
                        if (a < b && (kind == EffectKind::Pull || kind == EffectKind::Warn) &&
                            have_same_questions(a, b) &&
                            (kind == EffectKind::Warn || strength_on(a, option.id) * strength_on(b, option.id) > 0) &&
                            seen.emplace(a, b).second)
                            report_if_equal(a, b, option.id);
    }
    void report_if_equal(std::size_t a, std::size_t b, const std::string& option)
    {
        const bool equal =
            is_impossible([&](const Witness& w) { return Study::is_true(w, a) != Study::is_true(w, b); }, [&](Prover& p)
                          { return p.formulas().negation(p.formulas().same(p.rule_true(a), p.rule_true(b))); });
        if (equal && !m_dead.contains(a))
            report("lint.duplicate", {rule(b).id.value, rule(a).id.value}, rule(b).place,
                   "Rule " + quoted(rule(b).id.value) + " is true in exactly the cases in which " +
                       quoted(rule(a).id.value) + " is, and says the same of " + option + ".",
                   "Join them: the same reason would count twice.");
    }

    static bool speaks_about_options(EffectKind kind)
    {
        return kind == EffectKind::Pull || kind == EffectKind::Warn || kind == EffectKind::Require ||
               kind == EffectKind::Allow;
    }
    void find_rules_without_effect()
    {
        for (std::size_t r = 0; r < m_rules.rules.size(); ++r)
        {
            std::vector<const OptionEffects*> options;
            bool acts_otherwise = m_dead.contains(r);
            for (const Effect& effect : rule(r).effects)
            {
                acts_otherwise = acts_otherwise || !speaks_about_options(effect.kind) || effect.on.empty();
                for (const OptionEffects& option : m_options)
                    if (std::find(effect.on.begin(), effect.on.end(), rulebase::OptionId{option.id}) != effect.on.end())
                        options.push_back(&option);
            }
            if (!acts_otherwise &&
                std::all_of(options.begin(), options.end(),
                            [&](const OptionEffects* option) { return is_always_ruled_out_with(r, *option); }))
                report("lint.no-effect", {rule(r).id.value}, rule(r).place,
                       "Rule " + quoted(rule(r).id.value) +
                           " never changes any outcome: whenever it is true, all it speaks about is ruled out.",
                       "Remove it, or look whether its condition is what was meant.");
        }
    }
    bool is_always_ruled_out_with(std::size_t r, const OptionEffects& option)
    {
        const auto excluding = option.rules.find(EffectKind::Exclude);
        const auto counts = [&](const Witness& w)
        {
            return Study::is_true(w, r) && (excluding == option.rules.end() ||
                                            std::none_of(excluding->second.begin(), excluding->second.end(),
                                                         [&](std::size_t other) { return Study::is_true(w, other); }));
        };
        return is_impossible(counts,
                             [&](Prover& p) {
                                 return p.formulas().all({p.rule_true(r), p.formulas().negation(p.has_effect(
                                                                              option.index, EffectKind::Exclude))});
                             });
    }

    void find_rules_that_always_fire()
    {
        for (std::size_t r = 0; r < m_rules.rules.size(); ++r)
        {
            if (!rule(r).when || m_dead.contains(r))
                continue;
            const auto fails = [&](const Witness& w)
            {
                return w.assessment.rule_truths[r] == Truth::False && rulebase::in_force_on(rule(r), w.example.as_at) &&
                       is_in_nations_of(w.example.group, r);
            };
            const bool always =
                is_impossible(fails,
                              [&](Prover& p) {
                                  return p.formulas().all({law_holds(p, r), p.formulas().negation(p.rule_possible(r))});
                              });
            if (always)
                report(
                    "lint.always-fires", {rule(r).id.value}, rule(r).place,
                    "Rule " + quoted(rule(r).id.value) + " has a condition that is never false.",
                    "Remove <when> if it should always hold; otherwise look for a test that lets everything through.");
        }
    }
    /// Nation and day are such that the rule could hold.
    Formula law_holds(Prover& p, std::size_t r)
    {
        std::vector<Formula> nations;
        const rulebase::Question* jurisdiction = rulebase::find_question(m_rules, {"jurisdiction"});
        for (std::size_t n = 0; jurisdiction != nullptr && n < jurisdiction->options.size(); ++n)
            if (rule(r).nations.empty() || std::find(rule(r).nations.begin(), rule(r).nations.end(),
                                                     jurisdiction->options[n].id) != rule(r).nations.end())
                nations.push_back(p.in_nation(n));
        return p.formulas().all(
            {p.law_in_force(r), nations.empty() ? p.formulas().constant(true) : p.formulas().any(nations)});
    }

    void find_unseen_words()
    {
        for (std::size_t r = 0; r < m_rules.rules.size(); ++r)
            for (const Effect& effect : rule(r).effects)
                if (effect.kind == EffectKind::NextStep && !m_dead.contains(r) && is_never_shown(r, effect))
                    report("lint.unseen-wording", {rule(r).id.value}, rule(r).place,
                           "The next step of rule " + quoted(rule(r).id.value) +
                               " can never be shown: none of its options can lead when it is true.",
                           "Look whether its options and its condition belong together.");
        find_unseen_bands();
    }
    bool is_never_shown(std::size_t r, const Effect& step)
    {
        const std::size_t models = m_rules.models.size();
        const auto shown = [&](const Witness& w)
        {
            return std::any_of(w.assessment.next_steps.begin(), w.assessment.next_steps.end(),
                               [&](const engine::Finding& f) { return f.rule == rule(r).id; });
        };
        return is_impossible(shown,
                             [&](Prover& p)
                             {
                                 std::vector<Formula> leading;
                                 for (const OptionEffects& option : m_options)
                                     if (std::find(step.on.begin(), step.on.end(), rulebase::OptionId{option.id}) !=
                                         step.on.end())
                                         leading.push_back(option.index < models ? p.leads(option.index)
                                                                                 : p.may_lead(option.index - models));
                                 return p.formulas().all({p.rule_true(r), p.formulas().any(leading)});
                             });
    }
    /// Bands of relationship readiness are told apart by their upper ends; each must leave room above the one before.
    void find_unseen_bands()
    {
        std::optional<foundation::Fixed> below = foundation::Fixed::from_integer(1);
        for (const rulebase::ReadinessBand& band : m_rules.readiness.bands)
        {
            const foundation::Fixed highest = foundation::Fixed::from_integer(5);
            if (!below || *below > highest || (band.below && *band.below <= *below))
                report("lint.unseen-wording", {}, m_rules.readiness.place,
                       "The readiness band " + quoted(band.name) +
                           " can never be shown: the bands before it leave no room.",
                       "Sort the bands by below=; the last one has none.");
            below = band.below;
        }
    }

    void find_unused_questions()
    {
        std::set<rulebase::QuestionId> used;
        const auto use = [&](const rulebase::Condition& condition)
        {
            for (const rulebase::QuestionId& id : rulebase::questions_of(m_rules, condition))
                used.insert(id);
        };
        for (const Rule& each : m_rules.rules)
        {
            if (each.when)
                use(*each.when);
            if (!each.nations.empty())
                used.insert({"jurisdiction"});
            for (const Effect& effect : each.effects)
            {
                used.insert(effect.between.begin(), effect.between.end());
                if (effect.above_current)
                    used.insert({"current-step"});
            }
            if (each.from || each.until)
                used.insert({"as-at"});
        }
        for (const rulebase::Question& question : m_rules.questions)
        {
            if (question.ask_when)
                use(*question.ask_when);
            if (!question.derived.empty() && used.contains(question.id))
                used.insert({question.derived.substr(question.derived.find(':') + 1)});
        }
        for (const rulebase::Checklist& checklist : m_rules.checklists)
            for (const rulebase::ChecklistItem& item : checklist.items)
                use(item.when);
        for (const rulebase::Framework& framework : m_rules.frameworks)
        {
            if (framework.when)
                use(*framework.when);
            for (const rulebase::FrameworkArea& area : framework.areas)
                for (const rulebase::FrameworkItem& item : area.items)
                    use(item.when);
        }
        for (const rulebase::Question& question : m_rules.questions)
            if (!used.contains(question.id) && (question.family.empty() || question.family != m_rules.readiness.family))
                report("lint.unused-question", {question.id.value}, question.place,
                       "Nothing looks at the question " + quoted(question.id.value) +
                           ": people would answer it for nothing.",
                       "Let a rule use it, or remove it.");
    }

    Study& m_study;
    const rulebase::RuleBase& m_rules;
    std::vector<OptionEffects> m_options;
    std::set<std::size_t> m_dead;
    std::map<std::size_t, std::set<rulebase::QuestionId>> m_questions;
    LintResult m_result;
};

} // namespace

const std::vector<std::string>& lint_codes()
{
    static const std::vector<std::string> codes = {"lint.never-fires",     "lint.unreachable-question",
                                                   "lint.covered",         "lint.contradiction",
                                                   "lint.duplicate",       "lint.no-effect",
                                                   "lint.always-fires",    "lint.unseen-wording",
                                                   "lint.unused-question", "lint.item-never-ready",
                                                   "lint.item-never-gap"};
    return codes;
}

LintResult lint_rules(Study& study)
{
    LintResult result = Lint(study).take();
    lint_frameworks(study, result);
    return result;
}

} // namespace fedadvise::analysis
