// Random profiles: seeded, made-up groups of practices for sampling what a rule base says. The same seed and number
// give the same profile on every machine: the standard distributions are not used, because they differ between
// libraries.
#pragma once

#include "casefile/case.h"
#include "engine/engine.h"

#include <cstddef>
#include <cstdint>
#include <random>
#include <vector>

namespace fedadvise::analysis
{

/// Whole numbers from a seeded generator, mapped to ranges in a way of our own.
class Dice
{
public:
    /// Each pair of seed and number is a stream of its own, so that profiles can be made in any order.
    Dice(std::uint64_t seed, std::uint64_t number);

    /// From 0 to `count` - 1, all equally likely. `count` must not be 0.
    [[nodiscard]] std::uint64_t below(std::uint64_t count);
    /// From `lowest` to `highest`, both included, all equally likely.
    [[nodiscard]] std::int64_t between(std::int64_t lowest, std::int64_t highest);
    /// From `lowest` to `highest`, each doubling equally likely: small sizes are commoner than large ones. `lowest`
    /// must be positive.
    [[nodiscard]] std::int64_t by_doublings(std::int64_t lowest, std::int64_t highest);
    [[nodiscard]] bool in_hundred(std::uint64_t times) { return below(100) < times; }

private:
    std::mt19937_64 m_generator;
};

enum class ProfileForm
{
    Complete, ///< every question that is asked has an answer
    Partial,  ///< a random part of those answers, some of them "we do not know"
};

/// The options of a choice that by themselves raise the fewest obstacles, as indexes; all when there is no difference.
struct ClearOptions
{
    std::vector<std::size_t> of_waits; ///< things that wait, and limits of depth
    std::vector<std::size_t> of_exclusions;
};

/// Makes profiles of plausible groups for one rule base.
///
/// - Practices: 1 in 8 % of profiles, 2 or 3 in 28 %, 4 to 7 in 36 %, 8 to 12 in 28 %; all are listed. In 30 % of
///   profiles the group answers once for all of them what may be answered so; in the others each practice does.
/// - Nation: the first of the question's (England) in 55 %, each other one in 15 %.
/// - Preparation: a third of the groups are well prepared, a third half way, a third not prepared. An answer that by
///   itself makes an option wait, or limits the depth, is avoided in 95 %, 70 % and 0 % of draws. Without this, nearly
///   every group would have some obstacle and only the loosest models would ever be open.
/// - Plans: a quarter of the groups plan little. Of answers that by themselves rule options out, such as a body that
///   employs or holds contracts, they avoid 90 %.
/// - Relationship statements: a level of the group (3.8 to 4.9, 3.0 to 4.2 or 1.5 to 3.8, by preparation), a shift of
///   each practice of up to 0.5 and of each answer of up to 1, so that the statements of a group resemble each other.
/// - Families of scales (motives, purposes): one to three members stand at the two highest points, the others at the
/// two
///   lowest (60 % at the very lowest). A practice differs from its group by one point in 20 %.
/// - Choices: otherwise all options equally likely. Where practices answer: of questions that follow the worst
/// practice,
///   no practice is worse than the group's value and one has it; of others, a practice has the group's in 70 %.
/// - Sets: each option in 35 %, at least one; an option "none" stands alone, in 30 %.
/// - Numbers, by their unit: patients 2,000 to 25,000 and pounds 20,000 to 5,000,000 with small ones commoner,
///   partners 1 to 10, months 0 to 36, others 0 to 40; inside the question's own limits.
/// - Texts name one of three things. The date is that of the rule base.
///
/// Follows the questionnaire's routing: a question is answered when its ask-when condition is true, or cannot be told,
/// with the answers so far. Threads may share it.
class ProfileMaker
{
public:
    explicit ProfileMaker(engine::Engine engine);

    /// The same seed and number give the same profile.
    [[nodiscard]] casefile::Case make(std::uint64_t seed, std::uint64_t number,
                                      ProfileForm form = ProfileForm::Complete) const;

    [[nodiscard]] const engine::Engine& engine() const { return m_engine; }

private:
    engine::Engine m_engine;
    std::vector<ClearOptions> m_clear; ///< of each question, in the order of the rule base
};

} // namespace fedadvise::analysis
