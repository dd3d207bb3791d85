// Alignment in words: where the practices stand, what all could live with, and what it means for those least served.
#pragma once

#include "engine/engine.h"
#include "report/advice.h"

#include <optional>
#include <string>
#include <vector>

namespace fedadvise::report
{

/// What one practice answered to one question of the map.
struct MapCell
{
    std::string answer;       ///< "A decisive reason", "Between Agree and Strongly agree", "Not answered"
    std::optional<int> place; ///< 0 to 1,000 between the ends of the question; none without an order or an answer
    bool answered = false;
};

/// One question of the map, with a cell for each practice.
struct MapRow
{
    std::string question, label, prompt;
    bool view = false; ///< what practices think or want; otherwise what they are
    bool needs_talk = false;
    int gap = 0;                              ///< 0 to 1,000
    std::optional<int> consensus;             ///< in thousandths
    std::string consensus_band;               ///< id, or empty
    std::vector<std::string> lowest, highest; ///< names of the practices at the ends
    std::vector<MapCell> cells;
    std::string sentence; ///< "From “Full” (Hill Surgery) to “Ready to merge” (Quay Surgery)."
};

struct NamedModel
{
    std::string id, name;
    std::string depth; ///< "Shared body (G4)"
};

struct PracticeAdvice
{
    std::string id, name;
    bool has_spoken = false;
    std::vector<NamedModel> leading; ///< what comes first if all thought as it does
    std::string stance;              ///< towards what the group is advised: "accepts", "waits", "refuses" or "barred"
    std::string sentence;
    std::vector<Statement> reasons;         ///< why what the group is advised does not suit it
    std::optional<std::int64_t> list_share; ///< per cent of the patients, for information alone
    std::string commitment;                 ///< "in", "conditional", "out" or empty
    std::string commitment_words;           ///< "In, on a condition: …. To decide by 1 March 2027."; may be empty
};

struct VetoAdvice
{
    NamedModel model;
    std::vector<std::string> by; ///< names of practices
    bool hidden = false;
    std::string sentence;
};

struct CoalitionAdvice
{
    std::vector<std::string> members, outside; ///< names
    std::vector<NamedModel> models;
    std::vector<Statement> deal_breakers;
    std::string sentence;
};

/// The practice least served.
struct MinorityReport
{
    std::string practice;                  ///< name
    std::string sentence;                  ///< who, and by what
    std::vector<std::string> gives_up;     ///< what it would give up
    std::vector<std::string> needs;        ///< what it would need
    std::vector<std::string> how_to_leave; ///< how to get out again
    std::vector<std::string> sources;      ///< titles
};

struct AlignmentAdvice
{
    std::string title;
    std::string as_at_words, disclaimer;
    std::string headline; ///< one sentence: one dissenter, two camps, a hidden veto, or none of these
    std::string pattern;  ///< "together", "one-dissenter", "two-camps", "scattered" or "too-few-answers"
    bool hidden_veto = false;
    std::vector<std::string> more;               ///< further sentences, the most telling first
    std::vector<std::vector<std::string>> camps; ///< names; the one and the rest, or the two camps
    std::optional<int> consensus;                ///< over all views, in thousandths
    std::string consensus_band, consensus_words, method;
    std::vector<std::pair<int, std::optional<int>>> trend; ///< round and consensus
    std::string trend_words;                               ///< or empty
    std::vector<PracticeAdvice> practices;                 ///< by id
    std::vector<MapRow> map;                               ///< views first, biggest gaps first
    std::vector<NamedModel> leading, advised, common_ground, acceptable_to_all, best_on_average, accepted;
    bool advised_is_common_ground = false;
    std::string common_ground_words;
    std::vector<VetoAdvice> vetoes;
    std::vector<Statement> deal_breakers;
    std::vector<CoalitionAdvice> coalitions, camp_coalitions;
    std::string coalition_words; ///< which were looked at, and what came of it
    std::optional<MinorityReport> minority;
    std::vector<std::string> prompts; ///< questions for the adviser to ask in the room
};

/// Everything about where practices stand. A tenth of a second for small groups, up to a second for large ones.
[[nodiscard]] AlignmentAdvice align_in_words(const engine::Engine& engine, const casefile::Case& group,
                                             foundation::Date day);

/// "moderate", for people.
[[nodiscard]] std::string consensus_in_words(const std::string& band);

} // namespace fedadvise::report
