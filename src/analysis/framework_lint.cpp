#include "analysis/framework_lint.h"

#include <algorithm>

namespace fedadvise::analysis
{

using engine::Truth;
using Verdict = Finding::Verdict;

namespace
{

/// An item with its place among the items of its framework.
struct ItemPlace
{
    std::size_t framework, area, item;
    engine::NodeIndex node;
};

/// The item is judged in this case, and so.
bool is_judged(const Witness& witness, const ItemPlace& place, Truth ready)
{
    const auto& framework = witness.assessment.framework;
    return framework && framework->framework == place.framework &&
           std::any_of(framework->items.begin(), framework->items.end(),
                       [&](const engine::FrameworkItemResult& item)
                       { return item.area == place.area && item.item == place.item && item.ready == ready; });
}

Formula in_nations(Prover& prover, const rulebase::RuleBase& rules, const std::vector<std::string>& nations)
{
    std::vector<Formula> any;
    const rulebase::Question* jurisdiction = rulebase::find_question(rules, {"jurisdiction"});
    for (const std::string& nation : nations)
        if (const auto option = jurisdiction == nullptr ? std::nullopt : rulebase::option_index(*jurisdiction, nation))
            any.push_back(prover.in_nation(*option));
    return prover.formulas().any(any);
}

void lint_item(Study& study, const ItemPlace& place, LintResult& result)
{
    const rulebase::Framework& framework = study.rules().frameworks[place.framework];
    const rulebase::FrameworkItem& item = framework.areas[place.area].items[place.item];
    for (const Truth ready : {Truth::True, Truth::False})
    {
        const auto formula = [&](Prover& p)
        {
            const Rail& rail = p.node(place.node);
            return p.formulas().all(
                {in_nations(p, study.rules(), item.nations.empty() ? framework.nations : item.nations),
                 ready == Truth::True ? rail.certain : p.formulas().negation(rail.possible)});
        };
        const Answer answer = study.find([&](const Witness& w) { return is_judged(w, place, ready); }, formula);
        result.undecided += answer.verdict == Verdict::Undecided ? 1 : 0;
        if (answer.verdict != Verdict::Impossible)
            continue;
        const bool never_ready = ready == Truth::True;
        result.findings.push_back(
            {never_ready ? "lint.item-never-ready" : "lint.item-never-gap",
             {item.id},
             item.place,
             "Framework item '" + item.id + "' is never " +
                 (never_ready ? "ready: no answers that the questions allow let a group show it."
                              : "a gap: no answers that the questions allow bring its words on what is missing."),
             "Look for tests that exclude each other or are always met, also with when the questions are asked.",
             std::nullopt});
    }
}

} // namespace

void lint_frameworks(Study& study, LintResult& result)
{
    for (std::size_t f = 0; f < study.rules().frameworks.size(); ++f)
    {
        auto node = study.program().framework_nodes[f].begin();
        const rulebase::Framework& framework = study.rules().frameworks[f];
        for (std::size_t a = 0; a < framework.areas.size(); ++a)
            for (std::size_t i = 0; i < framework.areas[a].items.size(); ++i, ++node)
                lint_item(study, {f, a, i, *node}, result);
    }
}

} // namespace fedadvise::analysis
