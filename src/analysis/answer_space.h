// AnswerSpace: every way in which a group can answer each question, as far as any condition can tell the ways apart.
#pragma once

#include "casefile/case.h"
#include "engine/program.h"
#include "rulebase/rule_base.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace fedadvise::analysis
{

/// How many practices a case lists: 0 when an adviser answers for the whole group, and then practices' own questions
/// stay open. Groups of up to `largest_group` practices are looked at one by one; "more practices than are listed" is
/// part of every size, because a group may state a larger number than it lists.
constexpr std::size_t largest_group = 4;

/// Answers that all conditions judge alike, one set of them for each size of group that can give them.
struct Pattern
{
    std::vector<engine::Truth> truths; ///< of the question's leaves, in the order of QuestionSpace::leaves
    std::size_t decisive = 0;          ///< of a motive: how many practices give the highest answer
    struct Example
    {
        std::size_t practices = 0;             ///< the size of the group
        std::vector<casefile::Answer> answers; ///< one for each practice, or one for the group
        std::int64_t sum = 0;                  ///< of numbers: the smallest sum among answers of this pattern
    };
    std::vector<Example> examples; ///< smallest group first
};

/// One question. Pattern 0 is "not asked, so not answered".
struct QuestionSpace
{
    std::size_t question = 0;              ///< index in the rule base
    std::vector<engine::NodeIndex> leaves; ///< conditions that look at it alone
    std::vector<Pattern> patterns;
};

/// Every answer that one practice (or the group) can give to a question, as far as conditions can tell: every option,
/// every point of a scale, every set (of questions with up to 12 options), for numbers those next to a bound that some
/// condition names. As many texts as practices can be told apart: `largest`.
[[nodiscard]] std::vector<casefile::Answer> possible_answers(const rulebase::RuleBase& rules,
                                                             const engine::Program& program,
                                                             const rulebase::Question& question,
                                                             std::size_t largest = largest_group);

struct AnswerSpace
{
    std::vector<QuestionSpace> questions; ///< one for each question of the rule base, in its order
    std::size_t power_of_ten = 0;         ///< so many combinations of patterns there are: 10 to this power or more
};

/// All patterns of every question, found by judging every combination of answers with the engine's own functions:
/// every option, every point of a scale, every set, and for numbers every value beside a bound that some condition
/// names. The derived questions (number of practices, totals) take every value from what the listed practices give
/// upwards. Relationship statements are included too, one by one; how they add up is left to the prover.
[[nodiscard]] AnswerSpace answer_space(const rulebase::RuleBase& rules, const engine::Program& program,
                                       std::size_t largest = largest_group);

/// The questions to which groups of up to `largest` practices can answer in ways that no condition could tell apart
/// from every way of groups up to `largest_group`: where it is empty, larger groups bring nothing
/// new to any single question.
[[nodiscard]] std::vector<rulebase::QuestionId>
questions_with_more_patterns(const rulebase::RuleBase& rules, const engine::Program& program, std::size_t largest);

} // namespace fedadvise::analysis
