// Pre-check: what the one who commissions will ask, and what the group can show of it already.
#pragma once

#include <set>
#include <string>
#include <vector>

namespace fedadvise::report
{

struct Advice;
struct Wording;

struct PreCheckItem
{
    std::string id, title;
    std::string asks;                        ///< the question in plain words
    std::string state;                       ///< "ready", "gap" or "open"
    std::string state_words;                 ///< "You can show this", "Gap", "Not answered yet"
    std::string words;                       ///< what can be shown, what is missing, or which questions decide it
    std::string bring;                       ///< papers to bring
    std::string owner;                       ///< who prepares it
    std::vector<std::string> because;        ///< ids of the questions that decide it; for "open" the open ones
    std::vector<std::string> because_words;  ///< "Finances: Adequate"; empty for "open"
    std::vector<std::string> open_questions; ///< labels of the questions to answer; only for "open"
    std::vector<std::string> sources, source_titles; ///< ids, and "Title, publisher, year"
    std::string tag;                                 ///< verified, known, uncertain or proposal
    std::string review_words;                        ///< says which sources were due to be checked again, or empty
};

struct PreCheckArea
{
    std::string id, title, text;
    std::string summary; ///< "3 of 6 can be shown, 1 gap, 2 not answered."
    std::size_t ready = 0, gaps = 0, open = 0;
    std::vector<PreCheckItem> items;
};

struct PreCheck
{
    std::string id, name, text;
    std::string tag;           ///< of the framework as a whole: "proposal" when nothing official is known
    std::string applies;       ///< when it is used, and whether the group is likely to meet it
    std::string applies_state; ///< "yes", "no" or "unknown"
    std::string summary;       ///< over all areas, as in an area
    std::size_t ready = 0, gaps = 0, open = 0;
    std::vector<PreCheckArea> areas; ///< none of them is empty
    std::vector<std::string> sources, source_titles;
    std::string review_words;
};

/// Fills in the nation's pre-check, or a sentence on why there is none. `advice` must already hold its options.
void add_pre_check(const Wording& wording, Advice& advice);

/// Ids of every source that it names.
[[nodiscard]] std::set<std::string> sources_of(const PreCheck& pre_check);

} // namespace fedadvise::report
