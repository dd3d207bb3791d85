// Rounds: who changed their mind from one round to the next, and why.
#pragma once

#include "casefile/case.h"
#include "report/lines.h"
#include "rulebase/rule_base.h"

#include <cstddef>
#include <string>
#include <vector>

namespace fedadvise::report
{

enum class Names
{
    Shown,
    Hidden, ///< neither practices nor people, and in an order that gives nobody away
};

/// One answer that somebody gave in one round and otherwise in the next round that they took part in.
struct RoundMove
{
    std::string practice; ///< id; empty when names are hidden, like the next two
    std::string practice_name;
    std::string who; ///< "Ann Ash, partner"
    int from_round = 1;
    int to_round = 2;
    std::string was;        ///< in words; empty: not answered
    std::string is;         ///< in words; empty: no longer answered
    std::string reason;     ///< their note in the later round; may be empty
    bool is_upward = false; ///< on a scale, or a number
    bool is_downward = false;
    friend bool operator==(const RoundMove&, const RoundMove&) = default;
};

struct QuestionMoves
{
    std::string question;
    std::string label;
    std::vector<RoundMove> moves;
    std::size_t stayed = 0;                   ///< answers that were given again as they were
    std::vector<std::string> reasons_to_stay; ///< notes of those, each once
    friend bool operator==(const QuestionMoves&, const QuestionMoves&) = default;
};

struct RoundCount
{
    int round = 1;
    std::size_t people = 0;
    std::size_t practices = 0;
    friend bool operator==(const RoundCount&, const RoundCount&) = default;
};

struct Rounds
{
    std::string title;
    std::vector<RoundCount> rounds;
    std::vector<QuestionMoves> questions; ///< in which something moved: most moves first, then as they are asked
    std::size_t still = 0;                ///< questions answered in two rounds in which nothing moved
    bool names_hidden = false;
};

/// Of a round in which somebody answered several times, the last answers count.
[[nodiscard]] Rounds what_moved(const rulebase::RuleBase& rules, const casefile::Case& group, Names names);

/// "3 answers moved from round 1 to round 2, most of them on …": the first sentence.
[[nodiscard]] std::string rounds_headline(const Rounds& rounds);
[[nodiscard]] Lines rounds_lines(const Rounds& rounds);
[[nodiscard]] std::string rounds_as_text(const Rounds& rounds);
[[nodiscard]] std::string rounds_as_json(const Rounds& rounds);

} // namespace fedadvise::report
