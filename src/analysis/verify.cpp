// Longer than 600 lines would be a sign to split by claim; each claim is one small function here.
#include "analysis/verify.h"

#include "analysis/random_profile.h"
#include "analysis/rule_lint.h"
#include "rulebase/condition_validator.h"

#include <algorithm>
#include <set>

namespace fedadvise::analysis
{

using engine::Band;
using engine::EffectPlace;
using engine::NodeIndex;
using engine::Truth;
using rulebase::EffectKind;
using rulebase::Rule;
using Verdict = Finding::Verdict;

namespace
{

constexpr std::size_t sampled_groups = 2000;
constexpr std::uint64_t sample_seed = 7;
constexpr std::size_t wider_groups = 6;

bool is_open(const engine::OptionResult& result)
{
    return result.band != Band::RuledOut && result.band != Band::NotYet;
}

const engine::OptionResult& result_of(const engine::Assessment& assessment, const rulebase::OptionId& id)
{
    for (const auto* results : {&assessment.models, &assessment.vehicles})
        for (const engine::OptionResult& result : *results)
            if (result.option == id)
                return result;
    return assessment.models.front();
}

std::size_t open_models(const Witness& w)
{
    return static_cast<std::size_t>(std::count_if(w.assessment.models.begin(), w.assessment.models.end(), is_open));
}

std::size_t vehicles_for(const Witness& w, const rulebase::OptionId& model)
{
    return static_cast<std::size_t>(std::count_if(w.assessment.pairs.begin(), w.assessment.pairs.end(),
                                                  [&](const engine::Pair& pair) { return pair.model == model; }));
}

/// A model that needs a legal person is open with fewer than two vehicles.
bool lacks_choice(const Witness& w, const rulebase::Model& model)
{
    return model.legal_person == rulebase::LegalPerson::Needed && is_open(result_of(w.assessment, model.id)) &&
           vehicles_for(w, model.id) < engine::fewest_vehicles;
}

class Verifier
{
public:
    Verifier(Study& study, const VerifyProgress& progress)
        : m_study(study), m_rules(study.rules()), m_program(study.program()), m_progress(progress)
    {
    }

    Verification take()
    {
        m_result.has_solver = Solver::is_built_in();
        m_result.power_of_ten = m_study.prover().model().space().power_of_ten;
        m_result.days = m_study.prover().model().days().size();
        sample();
        check_models_left();
        check_vehicles_left();
        check_law_is_decided();
        check_options();
        check_contradictions();
        take_over_lints();
        check_conditions();
        check_all_pairs();
        if (!m_study.is_stopped())
            m_result.larger_groups_differ = questions_with_more_patterns(m_rules, m_program, wider_groups);
        order_claims();
        m_result.cases_judged = m_study.cases_judged();
        m_result.solver_calls = m_study.solver_calls();
        m_result.stopped = m_study.is_stopped();
        return std::move(m_result);
    }

private:
    VerifiedClaim& claim(const std::string& id, const std::string& statement)
    {
        m_result.claims.push_back({id, statement, 0, 0, 0, {}});
        return m_result.claims.back();
    }
    void tell(const std::string& what, std::size_t done, std::size_t total) const
    {
        if (m_progress)
            m_progress(what, done, total);
    }
    void add(VerifiedClaim& claim, RuleFinding finding, const Witness* witness, const Study::Claim& holds)
    {
        if (witness != nullptr)
        {
            finding.example = witness->example;
            finding.telling = finding.code == "verify.law-undecided"
                                  ? answers_near(witness->example.group, finding.about.front())
                                  : m_study.telling_part(witness->example, holds);
        }
        claim.findings.push_back(std::move(finding));
    }
    /// The answers that a rule looks at, and those that decide whether it is asked for them: leaving answers out would
    /// not tell why a rule cannot be told.
    casefile::Case answers_near(casefile::Case group, const std::string& id) const
    {
        std::set<rulebase::QuestionId> near = {{"jurisdiction"}};
        const Rule* rule = rulebase::find_rule(m_rules, {id});
        if (rule != nullptr && rule->when)
            for (const rulebase::QuestionId& question : rulebase::questions_of(m_rules, *rule->when))
            {
                near.insert(question);
                if (const auto* asked = rulebase::find_question(m_rules, question); asked != nullptr && asked->ask_when)
                    for (const rulebase::QuestionId& before : rulebase::questions_of(m_rules, *asked->ask_when))
                        near.insert(before);
            }
        const auto keep_near = [&](casefile::Answers& answers)
        { std::erase_if(answers, [&](const auto& answer) { return !near.contains(answer.first); }); };
        keep_near(group.answers);
        for (casefile::Practice& practice : group.practices)
            keep_near(practice.answers);
        return group;
    }
    /// Something that no case may do: a case that does is a finding.
    void must_be_impossible(VerifiedClaim& claim, const Study::Claim& breaks,
                            const std::function<Formula(Prover&)>& formula, const RuleFinding& finding)
    {
        const Answer answer = m_study.find(breaks, formula);
        if (answer.verdict == Verdict::Impossible)
            ++claim.proved;
        else if (answer.verdict == Verdict::Undecided)
            ++claim.undecided;
        else
            add(claim, finding, answer.witness, breaks);
    }
    /// Something that some case must do: a proof that none does is a finding.
    void must_be_possible(VerifiedClaim& claim, const Study::Claim& does,
                          const std::function<Formula(Prover&)>& formula, const RuleFinding& finding)
    {
        const Answer answer = m_study.find(does, formula);
        if (answer.verdict == Verdict::Possible)
            ++claim.shown;
        else if (answer.verdict == Verdict::Undecided)
            ++claim.undecided;
        else
            add(claim, finding, nullptr, {});
    }
    std::vector<Formula> open_options(Prover& p, std::size_t from, std::size_t to) const
    {
        std::vector<Formula> open;
        for (std::size_t i = from; i < to; ++i)
            open.push_back(p.available(i));
        return open;
    }

    void check_models_left()
    {
        VerifiedClaim& two = claim("two-models", "Every complete case leaves at least two models to choose from.");
        tell("models that are left", 0, 1);
        must_be_impossible(
            two, [](const Witness& w) { return open_models(w) < 2; },
            [&](Prover& p) { return p.formulas().at_most(1, open_options(p, 0, m_rules.models.size())); },
            {"verify.few-models",
             {},
             {"rules", 0, 0, ""},
             "There are answers that leave fewer than two models.",
             "Look at what rules out or holds back the others; one of it goes too far.",
             std::nullopt});
    }

    void check_vehicles_left()
    {
        VerifiedClaim& two = claim(
            "two-vehicles", "Wherever a model that needs a legal person is open, two vehicles that carry it are.");
        const std::size_t models = m_rules.models.size();
        for (std::size_t m = 0; m < models; ++m)
        {
            const rulebase::Model& model = m_rules.models[m];
            tell("vehicles that are left", m, models);
            if (model.legal_person != rulebase::LegalPerson::Needed)
                continue;
            const auto carried_by_few = [&](Prover& p)
            {
                std::vector<Formula> carriers;
                for (std::size_t v = 0; v < m_rules.vehicles.size(); ++v)
                    carriers.push_back(p.formulas().all({p.available(models + v), p.fits(m, v)}));
                return p.formulas().all({p.available(m), p.formulas().at_most(engine::fewest_vehicles - 1, carriers)});
            };
            must_be_impossible(
                two, [&](const Witness& w) { return lacks_choice(w, model); }, carried_by_few,
                {"verify.few-vehicles",
                 {model.id.value},
                 model.place,
                 "There are answers that leave the model '" + model.id.value + "' open with fewer than two vehicles.",
                 "Look at what rules out its vehicles.",
                 std::nullopt});
            must_be_possible(
                two, [&](const Witness& w) { return is_open(result_of(w.assessment, model.id)); },
                [&](Prover& p) { return p.available(m); },
                {"verify.few-vehicles",
                 {model.id.value},
                 model.place,
                 "No answers leave the model '" + model.id.value + "' open with two vehicles.",
                 "Look at what rules out its vehicles.",
                 std::nullopt});
        }
    }

    /// A constraint of the law is left open, and yet something it might rule out is shown.
    bool is_undecided_and_shown(const Witness& w, std::size_t r) const
    {
        if (w.assessment.rule_truths[r] != Truth::Unknown)
            return false;
        for (const rulebase::Effect& effect : m_rules.rules[r].effects)
            for (const rulebase::OptionId& id : effect.on)
                if (effect.kind == EffectKind::Exclude && is_open(result_of(w.assessment, id)))
                    return true;
        return false;
    }
    std::vector<std::size_t> hard_constraints() const
    {
        std::vector<std::size_t> found;
        for (std::size_t r = 0; r < m_rules.rules.size(); ++r)
            if (std::any_of(m_rules.rules[r].effects.begin(), m_rules.rules[r].effects.end(),
                            [](const rulebase::Effect& e) { return e.kind == EffectKind::Exclude; }))
                found.push_back(r);
        return found;
    }
    std::optional<std::size_t> option_index(const rulebase::OptionId& id) const
    {
        for (std::size_t m = 0; m < m_rules.models.size(); ++m)
            if (m_rules.models[m].id == id)
                return m;
        for (std::size_t v = 0; v < m_rules.vehicles.size(); ++v)
            if (m_rules.vehicles[v].id == id)
                return m_rules.models.size() + v;
        return std::nullopt;
    }
    void check_law_is_decided()
    {
        VerifiedClaim& decided = claim(
            "law-decided", "No complete case leaves a hard constraint open while it shows what that might rule out.");
        const std::vector<std::size_t> constraints = hard_constraints();
        for (std::size_t i = 0; i < constraints.size(); ++i)
        {
            const std::size_t r = constraints[i];
            tell("hard constraints", i, constraints.size());
            const auto formula = [&](Prover& p)
            {
                std::vector<Formula> shown;
                for (const rulebase::Effect& effect : m_rules.rules[r].effects)
                    for (const rulebase::OptionId& id : effect.on)
                        if (const auto option = option_index(id); option && effect.kind == EffectKind::Exclude)
                            shown.push_back(p.available(*option));
                return p.formulas().all(
                    {p.rule_possible(r), p.formulas().negation(p.rule_true(r)), p.formulas().any(shown)});
            };
            const Rule& rule = m_rules.rules[r];
            must_be_impossible(decided, [&](const Witness& w) { return is_undecided_and_shown(w, r); }, formula,
                               {"verify.law-undecided",
                                {rule.id.value},
                                rule.place,
                                "Although every question is answered, rule '" + rule.id.value +
                                    "' cannot be told, and what it might rule out is shown.",
                                "Let it look at questions that are always asked with it, or at the worst practice "
                                "instead of the commonest.",
                                std::nullopt});
        }
    }

    void check_options()
    {
        VerifiedClaim& lead = claim("can-lead", "Every model and every vehicle leads in some case.");
        for (std::size_t i = 0; i < m_rules.models.size() + m_rules.vehicles.size(); ++i)
        {
            tell("options that can lead", i, m_rules.models.size() + m_rules.vehicles.size());
            const bool is_model = i < m_rules.models.size();
            const rulebase::OptionId& id =
                is_model ? m_rules.models[i].id : m_rules.vehicles[i - m_rules.models.size()].id;
            const foundation::Place& place =
                is_model ? m_rules.models[i].place : m_rules.vehicles[i - m_rules.models.size()].place;
            const auto leads = [&](const Witness& w)
            {
                const engine::OptionResult& result = result_of(w.assessment, id);
                return result.rank == 1 && is_open(result);
            };
            const auto surely = [&](Prover& p)
            { return is_model ? p.leads(i) : p.surely_leads(i - m_rules.models.size()); };
            if (m_study.find(leads, surely).verdict == Verdict::Possible)
            {
                ++lead.shown;
                continue;
            }
            must_be_possible(lead, leads,
                             [&](Prover& p) { return is_model ? p.leads(i) : p.may_lead(i - m_rules.models.size()); },
                             {"verify.never-leads",
                              {id.value},
                              place,
                              "No answers make '" + id.value + "' come first.",
                              "Look at what pulls against it everywhere, or remove the option.",
                              std::nullopt});
        }
        VerifiedClaim& lose =
            claim("can-lose", "Every model and every vehicle waits, is ruled out or comes later in some case.");
        for (std::size_t i = 0; i < m_rules.models.size() + m_rules.vehicles.size(); ++i)
        {
            const bool is_model = i < m_rules.models.size();
            const rulebase::OptionId& id =
                is_model ? m_rules.models[i].id : m_rules.vehicles[i - m_rules.models.size()].id;
            const foundation::Place& place =
                is_model ? m_rules.models[i].place : m_rules.vehicles[i - m_rules.models.size()].place;
            must_be_possible(
                lose, [&](const Witness& w) { return result_of(w.assessment, id).rank > 1; },
                [&](Prover& p)
                { return is_model ? p.formulas().negation(p.leads(i)) : p.formulas().negation(p.available(i)); },
                {"verify.always-leads",
                 {id.value},
                 place,
                 "'" + id.value + "' comes first whatever is answered.",
                 "Add rules that pull away from it: nothing suits everybody.",
                 std::nullopt});
        }
    }

    void check_contradictions()
    {
        VerifiedClaim& none =
            claim("no-contradiction", "No two pieces of advice that contradict each other are shown together.");
        for (std::size_t r = 0; r < m_rules.rules.size(); ++r)
            for (const rulebase::RuleId& id : m_rules.rules[r].never_with)
            {
                const Rule* other = rulebase::find_rule(m_rules, id);
                const auto s = static_cast<std::size_t>(other - m_rules.rules.data());
                const Rule& rule = m_rules.rules[r];
                must_be_impossible(
                    none, [&](const Witness& w) { return Study::is_true(w, r) && Study::is_true(w, s); },
                    [&](Prover& p) {
                        return p.formulas().all({p.rule_true(r), p.rule_true(s)});
                    },
                    {"verify.contradiction",
                     {rule.id.value, id.value},
                     rule.place,
                     "Rules '" + rule.id.value + "' and '" + id.value +
                         "' must never be shown together, but some answers make both true.",
                     "Part their conditions, or reword them and remove never-with.",
                     std::nullopt});
            }
    }

    /// What `check` finds about rules belongs to claims of ours.
    void take_over_lints()
    {
        tell("rules that do nothing", 0, 1);
        LintResult lints = lint_rules(m_study);
        VerifiedClaim bites{"constraint-bites",
                            "Every rule that rules out or makes wait is the only one to do so in some case.",
                            0,
                            0,
                            0,
                            {}};
        VerifiedClaim live{"rules-live",
                           "Every rule is true in some case and changes something, and every condition can fail.",
                           0,
                           0,
                           0,
                           {}};
        VerifiedClaim* contradictions = &m_result.claims.back();
        for (RuleFinding& finding : lints.findings)
        {
            if (finding.code == "lint.covered")
                bites.findings.push_back(std::move(finding));
            else if (finding.code == "lint.contradiction")
                contradictions->findings.push_back(std::move(finding));
            else
                live.findings.push_back(std::move(finding));
        }
        for (const Rule& rule : m_rules.rules)
            for (const rulebase::Effect& effect : rule.effects)
                if (effect.kind == EffectKind::Exclude || effect.kind == EffectKind::NotYet)
                    ++bites.shown;
        bites.shown -= std::min(bites.shown, bites.findings.size());
        live.shown = m_rules.rules.size() - std::min(m_rules.rules.size(), live.findings.size());
        live.undecided = lints.undecided;
        m_result.claims.push_back(std::move(bites));
        m_result.claims.push_back(std::move(live));
    }

    /// Rules whose conditions hold a node, for messages.
    std::vector<std::size_t> rules_of(NodeIndex node) const
    {
        std::vector<std::size_t> found;
        for (std::size_t r = 0; r < m_program.rule_nodes.size(); ++r)
            if (reaches(m_program.rule_nodes[r], node))
                found.push_back(r);
        return found;
    }
    bool reaches(NodeIndex from, NodeIndex node) const
    {
        if (from == node || engine::is_leaf(m_program.nodes[from]))
            return from == node;
        const engine::Node& branch = m_program.nodes[from];
        for (std::uint32_t i = 0; i < branch.parts; ++i)
            if (reaches(m_program.parts[branch.first + i], node))
                return true;
        return false;
    }
    void check_conditions()
    {
        VerifiedClaim& count = claim("conditions-count", "Every part of a condition decides in some case.");
        for (NodeIndex node = 0; node < m_program.nodes.size() && !m_study.is_stopped(); ++node)
        {
            const engine::Node& branch = m_program.nodes[node];
            tell("parts of conditions", node, m_program.nodes.size());
            if (branch.kind != engine::Node::Kind::All && branch.kind != engine::Node::Kind::Any)
                continue;
            const std::vector<std::size_t> rules = rules_of(node);
            if (rules.empty())
                continue;
            for (std::uint32_t part = 0; part < branch.parts; ++part)
                if (!is_nation_of(m_program.parts[branch.first + part], rules.front()))
                    check_part(count, node, part, rules.front());
        }
    }
    /// The part that stands for nations= of the rule: it says where the law holds, also when routing says so too.
    bool is_nation_of(NodeIndex part, std::size_t r) const
    {
        const engine::Node& leaf = m_program.nodes[part];
        return !m_rules.rules[r].nations.empty() && engine::is_leaf(leaf) &&
               m_rules.questions[m_program.facts[leaf.fact].question].id.value == "jurisdiction";
    }
    /// A part decides when it alone makes "all" fail, or "any" hold.
    void check_part(VerifiedClaim& count, NodeIndex node, std::uint32_t part, std::size_t r)
    {
        const engine::Node& branch = m_program.nodes[node];
        const bool is_all = branch.kind == engine::Node::Kind::All;
        const auto part_at = [&](std::uint32_t i) { return m_program.parts[branch.first + i]; };
        const auto decides = [&](const Witness& w)
        {
            for (std::uint32_t i = 0; i < branch.parts; ++i)
            {
                const Truth truth = w.nodes[part_at(i)];
                if (i == part ? (truth == Truth::True) == is_all : is_all ? truth != Truth::True : truth == Truth::True)
                    return false;
            }
            return true;
        };
        const auto formula = [&](Prover& p)
        {
            std::vector<Formula> all;
            for (std::uint32_t i = 0; i < branch.parts; ++i)
            {
                const Formula holds = p.node(part_at(i)).certain;
                all.push_back((i == part) == is_all ? p.formulas().negation(holds) : holds);
            }
            return p.formulas().all(all);
        };
        const Rule& rule = m_rules.rules[r];
        must_be_possible(
            count, decides, formula,
            {"verify.idle-condition",
             {rule.id.value},
             rule.place,
             "A part of the condition of rule '" + rule.id.value + "' never decides: part " + std::to_string(part + 1) +
                 " of an <" + (is_all ? "all" : "any") + "> with " + std::to_string(branch.parts) + " parts (" +
                 words_of_part(part_at(part)) + ").",
             is_all ? "The other parts already ask for it; leave it out, or look whether something else was meant."
                    : "The other parts already cover it; leave it out, or look whether something else was meant.",
             std::nullopt});
    }
    std::string words_of_part(NodeIndex node) const
    {
        const engine::Node& leaf = m_program.nodes[node];
        if (!engine::is_leaf(leaf))
            return "a group of conditions";
        const engine::FactSource& fact = m_program.facts[leaf.fact];
        return fact.kind == engine::FactSource::Kind::Measure ? fact.measure
                                                              : m_rules.questions[fact.question].id.value;
    }

    /// A sample of larger groups than the proofs look at. The first in which an option leads, or a next step is shown,
    /// is remembered: others need not look for one.
    void sample()
    {
        const std::vector<std::size_t> constraints = hard_constraints();
        std::set<std::string> seen;
        const ProfileMaker profiles(engine::Engine(m_study.shared_rules()));
        for (std::size_t number = 0; number < sampled_groups && !m_study.is_stopped(); ++number)
        {
            tell("a sample of larger groups", number, sampled_groups);
            Example example{profiles.make(sample_seed, number), m_rules.as_at};
            example.group.as_at = example.as_at;
            const Witness witness = m_study.judge(std::move(example));
            ++m_result.sampled;
            m_result.sampled_breaking += breaks_a_claim(witness, constraints) ? 1U : 0U;
            const std::size_t before = seen.size();
            for (const auto* results : {&witness.assessment.models, &witness.assessment.vehicles})
                for (const engine::OptionResult& result : *results)
                    if (result.rank == 1 && is_open(result))
                        seen.insert(result.option.value);
            for (const engine::Finding& step : witness.assessment.next_steps)
                seen.insert("step " + step.rule.value);
            if (seen.size() > before)
                (void)m_study.add(witness.example);
        }
    }
    bool breaks_a_claim(const Witness& w, const std::vector<std::size_t>& constraints) const
    {
        return open_models(w) < 2 ||
               std::any_of(m_rules.models.begin(), m_rules.models.end(),
                           [&](const rulebase::Model& m) { return lacks_choice(w, m); }) ||
               std::any_of(constraints.begin(), constraints.end(),
                           [&](std::size_t r) { return shows_what_it_rules_out(w, r); });
    }

    /// Pairs over every case that was judged.
    void check_all_pairs()
    {
        VerifiedClaim& pairs = claim("no-forbidden-pair", "No pair that is shown breaks a hard constraint.");
        const std::vector<std::size_t> constraints = hard_constraints();
        for (const auto& witness : m_study.witnesses())
            check_pairs(pairs, *witness, constraints);
        pairs.shown = constraints.size() - std::min(constraints.size(), pairs.findings.size());
    }
    void check_pairs(VerifiedClaim& pairs, const Witness& w, const std::vector<std::size_t>& constraints)
    {
        for (const std::size_t r : constraints)
        {
            if (!Study::is_true(w, r) || m_broken.contains(r))
                continue;
            const auto breaks = [&](const Witness& judged) { return shows_what_it_rules_out(judged, r); };
            if (!breaks(w))
                continue;
            m_broken.insert(r);
            const Rule& rule = m_rules.rules[r];
            add(pairs,
                {"verify.forbidden-pair",
                 {rule.id.value},
                 rule.place,
                 "A pair is shown that rule '" + rule.id.value + "' forbids.",
                 "This is a fault of the program: please report it.",
                 std::nullopt},
                &w, breaks);
        }
    }
    bool shows_what_it_rules_out(const Witness& w, std::size_t r) const
    {
        if (!Study::is_true(w, r))
            return false;
        for (const rulebase::Effect& effect : m_rules.rules[r].effects)
            for (const engine::Pair& pair : w.assessment.pairs)
                if (effect.kind == EffectKind::Exclude &&
                    (std::find(effect.on.begin(), effect.on.end(), pair.model) != effect.on.end() ||
                     std::find(effect.on.begin(), effect.on.end(), pair.vehicle) != effect.on.end()))
                    return true;
        return false;
    }

    void order_claims()
    {
        static const std::vector<std::string> order = {
            "two-models", "two-vehicles",     "law-decided",      "no-forbidden-pair", "can-lead",
            "can-lose",   "no-contradiction", "constraint-bites", "rules-live",        "conditions-count"};
        const auto place = [](const VerifiedClaim& c)
        { return std::find(order.begin(), order.end(), c.id) - order.begin(); };
        std::stable_sort(m_result.claims.begin(), m_result.claims.end(),
                         [&](const auto& a, const auto& b) { return place(a) < place(b); });
    }

    Study& m_study;
    const rulebase::RuleBase& m_rules;
    const engine::Program& m_program;
    const VerifyProgress& m_progress;
    std::set<std::size_t> m_broken;
    Verification m_result;
};

} // namespace

std::size_t Verification::open_findings() const
{
    std::size_t open = 0;
    for (const VerifiedClaim& claim : claims)
        open += static_cast<std::size_t>(std::count_if(claim.findings.begin(), claim.findings.end(),
                                                       [](const RuleFinding& f) { return !f.waived; }));
    return open;
}

Verification verify(Study& study, const VerifyProgress& progress)
{
    Verification result = Verifier(study, progress).take();
    std::vector<RuleFinding> all;
    for (VerifiedClaim& claim : result.claims)
        std::move(claim.findings.begin(), claim.findings.end(), std::back_inserter(all));
    std::vector<std::string> codes = lint_codes();
    for (const char* code :
         {"verify.few-models", "verify.few-vehicles", "verify.law-undecided", "verify.forbidden-pair",
          "verify.never-leads", "verify.always-leads", "verify.contradiction", "verify.idle-condition"})
        codes.emplace_back(code);
    std::size_t next = 0;
    std::vector<std::size_t> sizes;
    for (const VerifiedClaim& claim : result.claims)
        sizes.push_back(claim.findings.size());
    apply_waivers(study.rules(), codes, all);
    for (std::size_t c = 0; c < result.claims.size(); ++c)
        for (std::size_t i = 0; i < sizes[c]; ++i)
            result.claims[c].findings[i] = std::move(all[next++]);
    for (; next < all.size(); ++next) // waivers that nothing answers to
        result.claims.back().findings.push_back(std::move(all[next]));
    return result;
}

} // namespace fedadvise::analysis
