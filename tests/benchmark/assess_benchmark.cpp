// How long a start, an assessment and the live panel take, with the plain tree walk (the oracle of the tests) beside.
#include "benchmarks.h"
#include "tree_walk.h"

#include "rulebase/loading.h"
#include "wizard/conversation.h"

#include <benchmark/benchmark.h>

#include <functional>
#include <memory>
#include <set>
#include <string>
#include <tuple>

namespace fedadvise::bench
{

using engine::Truth;

namespace
{

using Said = std::multiset<std::tuple<std::size_t, std::size_t, std::size_t, Truth>>; ///< option, rule, effect

bool is_explained(const rulebase::Effect& effect, Truth truth)
{
    using rulebase::EffectKind;
    return effect.kind == EffectKind::Pull || effect.kind == EffectKind::Exclude ||
           (effect.kind == EffectKind::NotYet) || (truth == Truth::True && effect.kind == EffectKind::Warn);
}

/// Both must give the same truth of every rule, and the same rules for and against every option.
void check_walk(const Measured& measured, const ExplainingWalker& walker, const casefile::Case& group)
{
    const auto assessment = measured.engine.assess(group, today);
    const ExplainingWalker::Result walked = walker.walk(group);
    const rulebase::RuleBase& rules = measured.engine.rules();
    require_same(assessment.rule_truths == walked.truths, "the tree walk finds other rules true than the engine");
    Said ours, theirs;
    for (const auto* list : {&assessment.models, &assessment.vehicles})
        for (const engine::OptionResult& result : *list)
            for (const auto* findings : {&result.for_it, &result.against_it, &result.open, &result.ruled_out_by,
                                         &result.not_yet, &result.warnings})
                for (const engine::Finding& finding : *findings)
                    for (std::size_t r = 0; r < rules.rules.size(); ++r)
                        if (rules.rules[r].id == finding.rule &&
                            is_explained(rules.rules[r].effects[finding.effect], finding.truth))
                            ours.emplace(*measured.scorecard.index_of(result.option), r, finding.effect, finding.truth);
    for (const Contribution& said : walked.contributions)
        if (is_explained(rules.rules[said.rule].effects[said.effect], said.truth))
            theirs.emplace(said.option, said.rule, said.effect, said.truth);
    require_same(ours == theirs, "the tree walk records other contributions than the engine");
}

/// A question with at least two answers that the case can give by choosing, and two of them.
struct Choosing
{
    std::string question, practice, one, other;
};

Choosing choosing_in(const engine::Engine& engine, const casefile::Case& group)
{
    for (const rulebase::Question& question : engine.rules().questions)
        if (question.kind == rulebase::AnswerKind::Scale && question.family == "purpose")
        {
            const bool by_practice = !group.practices.empty() && question.scope == rulebase::Scope::Practice;
            return {question.id.value, by_practice ? group.practices.front().id : "", "1", "3"};
        }
    require_same(false, "the rule base has no purpose on a scale");
    return {};
}

void answer_and_show(benchmark::State& state, const engine::Engine& engine, const casefile::Case& group)
{
    wizard::Conversation conversation(engine, today);
    conversation.open(group, true);
    const Choosing choosing = choosing_in(engine, group);
    bool one = false;
    for (auto _ : state)
    {
        conversation.choose(choosing.question, choosing.practice, one ? choosing.one : choosing.other);
        benchmark::DoNotOptimize(conversation.live_panel());
        one = !one;
    }
}

void check_choosing(const engine::Engine& engine, const casefile::Case& group)
{
    wizard::Conversation conversation(engine, today);
    conversation.open(group, true);
    const Choosing choosing = choosing_in(engine, group);
    conversation.choose(choosing.question, choosing.practice, choosing.one);
    const casefile::Case before = conversation.group();
    conversation.choose(choosing.question, choosing.practice, choosing.other);
    require_same(!(before == conversation.group()), "the answer before the live panel changes nothing");
}

void add(const std::string& what, const std::function<void(benchmark::State&)>& run)
{
    benchmark::RegisterBenchmark(what.c_str(), run)->Unit(benchmark::kMillisecond)->MinTime(0.1);
}

} // namespace

void add_assessments(const Measured& measured)
{
    add("start: read and judge the rules",
        [](benchmark::State& state)
        {
            for (auto _ : state)
                benchmark::DoNotOptimize(rulebase::load_folder(FEDADVISE_RULES_DIR));
        });
    add("start: compile the rules",
        [&engine = measured.engine](benchmark::State& state)
        {
            for (auto _ : state)
                benchmark::DoNotOptimize(engine::Engine(engine.shared_rules()));
        });
    const auto walker = std::make_shared<ExplainingWalker>(measured.scorecard, today);
    for (const MeasuredCase& example : measured.cases)
    {
        check_walk(measured, *walker, example.group);
        check_choosing(measured.engine, example.group);
        add("assess, with trace/" + example.name,
            [&engine = measured.engine, &example](benchmark::State& state)
            {
                for (auto _ : state)
                    benchmark::DoNotOptimize(engine.assess(example.group, today));
            });
        add("tree walk, every contribution recorded/" + example.name,
            [walker, &example](benchmark::State& state)
            {
                for (auto _ : state)
                    benchmark::DoNotOptimize(walker->walk(example.group));
            });
        add("live panel after one answer/" + example.name,
            [&engine = measured.engine, &example](benchmark::State& state)
            { answer_and_show(state, engine, example.group); });
    }
}

} // namespace fedadvise::bench
