// Moves: one question answered otherwise. Whatever asks "what if" about a case is built from them.
#pragma once

#include "casefile/case.h"
#include "engine/scorecard.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <span>
#include <utility>
#include <vector>

namespace fedadvise::whatif
{

/// Figures that several questions feed.
enum class SharedFigure : std::uint8_t
{
    None,
    Relationship, ///< the means of the readiness statements
    Motives,      ///< how far practices agree on their motives
    Totals,       ///< numbers that the program works out from those of the practices
};

/// The group as a whole answers a question so: an adviser's answer, or each listed practice's own. Of the answers that
/// no condition tells apart only one is a move, the one nearest to what is said now.
struct Move
{
    std::size_t question = 0; ///< index in the rule base
    casefile::Answer answer;
    bool was_open = false; ///< nobody had answered yet, or only "we do not know"

    // What it does to the leaves of the program
    std::vector<engine::HeldValue> said; ///< without Answer pointers
    std::vector<std::pair<engine::NodeIndex, engine::Truth>> leaves;
    std::optional<std::vector<std::uint8_t>> mean_is_met;
    std::optional<std::uint8_t> nation, current_step;
    SharedFigure shares = SharedFigure::None; ///< two moves that share one are worked out together
};

/// Several moves at once, as indexes, lowest first; of different questions.
using Moves = std::vector<std::size_t>;

/// The case with `answer` to the question, given by the group, or by each practice where practices answer.
[[nodiscard]] casefile::Case with_answer(const casefile::Case& group, const rulebase::Question& question,
                                         const casefile::Answer& answer);

/// The case without any answer to the question, of anybody.
[[nodiscard]] casefile::Case without_answer(const casefile::Case& group, const rulebase::QuestionId& question);

using Wanted = std::function<bool(const rulebase::Question&)>;

/// A case with all its moves, ready to judge any combination of them.
class Crossroads
{
public:
    /// The moves of the questions for which `wanted` says so; questions that nobody can answer in this group (those of
    /// practices while none is listed), texts and dates have none. `scorecard` must outlive it.
    Crossroads(const engine::Scorecard& scorecard, casefile::Case group, const Wanted& wanted);
    /// The same from other leaves than those of the case as it is: `heard` is what was said, as far as it counts, and
    /// `leaves_of` works out the leaves of a changed case in the same way.
    using LeavesOf = std::function<engine::Leaves(const casefile::Case&)>;
    Crossroads(const engine::Scorecard& scorecard, casefile::Case group, engine::Heard heard, LeavesOf leaves_of,
               const Wanted& wanted);

    [[nodiscard]] const engine::Scorecard& scorecard() const { return m_scorecard; }
    [[nodiscard]] const casefile::Case& group() const { return m_group; }
    /// What was said to each question; the pointers to answers in it are empty.
    [[nodiscard]] const engine::Heard& heard() const { return m_heard; }
    [[nodiscard]] const engine::Scorecard::Base& base() const { return m_base; }
    [[nodiscard]] const std::vector<Move>& moves() const { return m_moves; }
    /// For each question that has moves, in the order of the rule base: its index, and the moves from first to last
    /// - 1.
    struct QuestionMoves
    {
        std::size_t question = 0, first = 0, last = 0;
    };
    [[nodiscard]] const std::vector<QuestionMoves>& questions() const { return m_questions; }

    /// The case as it would be.
    [[nodiscard]] casefile::Case after(std::span<const std::size_t> moves) const;

    /// Standings of every combination, in order.
    [[nodiscard]] std::vector<engine::Standings> judge(std::span<const Moves> combinations) const;

    /// Calls `visit` once for each combination, with its number, its sums (whose scores the visitor may overwrite), the
    /// pulls that hold, the models that are too deep, and the nation as in Program::fits.
    using Visitor = std::function<void(std::size_t, engine::Tally&, const std::vector<engine::Pull>&,
                                       engine::OptionMask, std::size_t)>;
    void for_each_tally(std::span<const Moves> combinations, const Visitor& visit) const;

private:
    void add_moves_of(std::size_t question);
    [[nodiscard]] Move move_to(std::size_t question, const casefile::Answer& answer, engine::Heard& scratch) const;
    void note_own_leaves(Move& move) const;
    void note_relationship(Move& move, engine::Heard& scratch) const;
    void note_consensus(Move& move) const;
    void note_whole_case(Move& move) const;
    /// What several moves do to a figure that they share, remembered from lane to lane.
    struct SharedEffect
    {
        std::vector<std::pair<engine::NodeIndex, engine::Truth>> leaves;
        std::vector<std::uint8_t> mean_is_met;
    };
    struct Scratch
    {
        engine::Heard heard;
        std::map<Moves, SharedEffect> known;
    };
    void put(engine::Block& block, std::size_t lane, const Moves& moves, Scratch& scratch) const;
    void put_shared(engine::Block& block, std::size_t lane, const Moves& moves, SharedFigure figure,
                    Scratch& scratch) const;
    [[nodiscard]] SharedEffect relationship_after(const Moves& statements, Scratch& scratch) const;
    [[nodiscard]] SharedEffect consensus_after(const Moves& motives) const;
    void put_whole_case(engine::Block& block, std::size_t lane, const Moves& moves) const;

    const engine::Scorecard& m_scorecard;
    casefile::Case m_group;
    casefile::Case m_silent;  ///< the same practices without any answer
    casefile::Case m_motives; ///< with their motives alone
    engine::Heard m_heard;
    LeavesOf m_leaves_of;
    engine::Scorecard::Base m_base;
    std::vector<std::vector<engine::NodeIndex>> m_leaves_of_question; ///< those that look at it alone
    std::vector<engine::NodeIndex> m_relationship_leaves;
    std::vector<engine::NodeIndex> m_motive_leaves;
    engine::Block m_block; ///< every lane as the case is
    std::vector<Move> m_moves;
    std::vector<QuestionMoves> m_questions;
};

} // namespace fedadvise::whatif
