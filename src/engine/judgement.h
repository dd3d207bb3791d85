// Judgement: one case on its way through the engine, with everything that is already known about it.
#pragma once

#include "engine/assessment.h"
#include "engine/program.h"

#include <optional>
#include <vector>

namespace fedadvise::engine
{

struct Judgement
{
    const Program& program;
    const rulebase::RuleBase& rules;
    const casefile::Case& group;
    foundation::Date as_at;
    RelationshipReading relationship;
    std::vector<Truth> truths;      ///< of the nodes
    std::vector<Truth> rule_truths; ///< False for rules that are not law on the day
    Replies replies;
    std::vector<QuestionList> because; ///< for each rule that is not false, the questions that decide it
    std::vector<std::size_t> waiting;  ///< for each question, how many rules cannot be told before it is answered
};

/// A finding from an effect, with the questions that decide it.
[[nodiscard]] Finding finding_of(const Judgement& judgement, EffectPlace place);

/// The nation, as an index into the program's fits: 0 when it is not known.
[[nodiscard]] std::size_t nation_of(const Judgement& judgement);

[[nodiscard]] DepthCap depth_cap(const Judgement& judgement);

/// What holds a model back for its depth: nothing when the cap does not reach it or does not apply to it. Findings that
/// may still come true are Unknown.
[[nodiscard]] std::vector<Finding> held_back_by(const Judgement& judgement, const OptionProgram& model,
                                                const DepthCap& cap);

/// The exemption with words of its own that keeps a model open although the relationship would not carry it; otherwise
/// nothing.
[[nodiscard]] std::optional<Finding> kept_open_by(const Judgement& judgement, const OptionProgram& model,
                                                  const DepthCap& cap);

/// Models with bands, ranks and reasons, first rank first.
[[nodiscard]] std::vector<OptionResult> judge_models(const Judgement& judgement, const DepthCap& cap);

/// The models of the first rank, without those that wait or are ruled out.
[[nodiscard]] std::vector<rulebase::OptionId> leading(const std::vector<OptionResult>& models);

/// Vehicles likewise; how well they carry the leading models counts.
[[nodiscard]] std::vector<OptionResult> judge_vehicles(const Judgement& judgement,
                                                       const std::vector<OptionResult>& models);

/// Pairs of models and vehicles of which neither waits or is ruled out.
[[nodiscard]] std::vector<Pair> pairs_of(const Judgement& judgement, const std::vector<OptionResult>& models,
                                         const std::vector<OptionResult>& vehicles);

} // namespace fedadvise::engine
