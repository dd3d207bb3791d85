// Prospect: what the open questions can still change. Bounds, proved from the strengths of the rules, not guessed.
#pragma once

#include "casefile/case.h"
#include "engine/scorecard.h"

#include <array>
#include <cstdint>
#include <functional>
#include <vector>

namespace fedadvise::whatif
{

/// What holds whatever the open answers turn out to be. An option that is not in `may_lead` leads in no completion of
/// the case; one in `must_lead` leads in every one. The bounds are outer ones: an option in between need not change.
struct Prospect
{
    engine::OptionMask may_lead = 0;
    engine::OptionMask must_lead = 0;
    engine::OptionMask may_be_open = 0;  ///< neither ruled out nor made to wait in some completion
    engine::OptionMask must_be_open = 0; ///< in every completion
    engine::OptionMask must_lack = 0;    ///< vehicles that none of the models which may come first can use
    std::array<std::uint8_t, engine::most_options> ahead{}; ///< of an open option that cannot lead: one that stays
                                                            ///< ahead of it whatever is answered, plus 1
    int open_points = 0; ///< points that the scores of those that may lead can still move, added up
    /// No open answer changes which models and vehicles come first.
    [[nodiscard]] bool leaders_are_settled() const { return may_lead == must_lead; }
    friend bool operator==(const Prospect&, const Prospect&) = default;
};

/// A case as far as it is settled: what open answers can still move is unknown.
struct Settled
{
    engine::Heard heard; ///< what was said, without "we do not know" where that can still be found out
    engine::Leaves leaves;
    std::vector<engine::NodeIndex> frozen; ///< leaves that stay unknown whatever is answered
};

/// Which questions may still be answered, or answered by more practices.
using Answerable = std::function<bool(const rulebase::Question&)>;

/// "We do not know" is open, and so is what only some of the listed practices have answered where one more answer can
/// change the group's. Questions that are not answerable stay as they are; by default all are.
[[nodiscard]] Settled settled(const engine::Program& program, const rulebase::RuleBase& rules,
                              const casefile::Case& group, const Answerable& answerable = {});

/// What open answers can do, for the rules of one day. `scorecard` must outlive it.
class Outlook
{
public:
    explicit Outlook(const engine::Scorecard& scorecard) : m_scorecard(scorecard) {}

    [[nodiscard]] Prospect of(const Settled& settled) const;
    [[nodiscard]] std::vector<Prospect> of(const std::vector<Settled>& cases) const;

    /// Of every node: True when it holds in every completion, Unknown when it may hold in some, False when it holds in
    /// none (though it may stay unknown in some).
    [[nodiscard]] std::vector<engine::Truth> truths_of(const Settled& settled) const;

private:
    template <typename Visit>
    void for_each(const std::vector<Settled>& cases, const Visit& visit) const;
    [[nodiscard]] Prospect judge(const engine::Leaves& leaves, const std::vector<engine::Truth>& truths) const;

    const engine::Scorecard& m_scorecard;
};

} // namespace fedadvise::whatif
