// Roundtable: any of the practices of a case, judged together as they are, or as if all of them thought as one does.
#pragma once

#include "casefile/case.h"
#include "engine/engine.h"
#include "engine/facts.h"
#include "engine/scorecard.h"

#include <cstddef>
#include <optional>
#include <vector>

namespace fedadvise::alignment
{

/// Practices, as indexes into those of the round table, lowest first.
using Members = std::vector<std::size_t>;

/// Whether an answer is what a practice thinks or wants, and not what it is: a motive, a purpose, a preference, how it
/// sees the relationship. What the practice is (its list, its contract) and what is the group's own stay facts.
[[nodiscard]] bool is_view(const rulebase::Question& question);

/// What came of one judgement.
struct Judged
{
    engine::Standings standings;
    std::vector<engine::Truth> truths; ///< of the nodes of the program
};

/// The practices of a case in the order of their ids, so that the order in a file never matters. Says the same as an
/// assessment of the smaller case, and is some ten times as fast.
class Roundtable
{
public:
    /// Variants are left aside. `engine` must outlive it.
    Roundtable(const engine::Engine& engine, const casefile::Case& group, foundation::Date day);
    Roundtable(const Roundtable&) = delete;
    Roundtable& operator=(const Roundtable&) = delete;

    [[nodiscard]] const engine::Engine& engine() const { return m_engine; }
    [[nodiscard]] const engine::Scorecard& scorecard() const { return m_scorecard; }
    [[nodiscard]] foundation::Date day() const { return m_day; }
    /// The case with its practices in order.
    [[nodiscard]] const casefile::Case& group() const { return m_group; }
    [[nodiscard]] std::size_t size() const { return m_group.practices.size(); }
    [[nodiscard]] Members everybody() const;
    /// What each practice says itself, without what the group said for it; for every question of the rule base.
    [[nodiscard]] const engine::Heard& own_words() const { return m_own; }

    /// The case of these practices alone. Numbers that the group stated for practices that are not listed shrink with
    /// those that stay away.
    [[nodiscard]] casefile::Case case_of(const Members& members) const;
    /// The same as if every one of them had the views of `speaker`; facts stay each practice's own.
    [[nodiscard]] casefile::Case case_as_seen_by(const Members& members, std::size_t speaker) const;

    [[nodiscard]] Judged judge(const Members& members) const { return judge(members, std::nullopt); }
    [[nodiscard]] Judged judge_as_seen_by(const Members& members, std::size_t speaker) const
    {
        return judge(members, speaker);
    }

private:
    [[nodiscard]] Judged judge(const Members& members, std::optional<std::size_t> speaker) const;
    [[nodiscard]] casefile::Answers answers_of_group(const Members& members) const;

    const engine::Engine& m_engine;
    engine::Scorecard m_scorecard;
    foundation::Date m_day;
    casefile::Case m_group;
    engine::Heard m_heard, m_own;
    std::vector<bool> m_view; ///< for each question
    std::vector<casefile::Practice> m_facts,
        m_motives; ///< of each practice the answers that figures over several questions need
};

} // namespace fedadvise::alignment
