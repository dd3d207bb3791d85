// Set-up: what has to be done to set up what comes first, and how it unfolds over time.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

namespace fedadvise::report
{

struct Advice;
struct Wording;

struct SetupTaskAdvice
{
    std::string id;
    int order = 0; ///< tasks with a lower number come first; some share a number
    std::string title, text, owner;
    std::string form;         ///< name of the official form; empty when there is none
    std::optional<int> weeks; ///< typical time it takes; none: not known, or no time of its own
    std::optional<int> fee;   ///< pounds; none: no fee, or it varies and the text says so
    std::string fee_words;    ///< "£50, looked up on 1 February 2026"
    std::string nation_words; ///< "Only in England and Wales."; empty unless the nation is not known
    std::vector<std::string> after, after_titles; ///< tasks of the same guide that must be done before
    std::vector<std::string> sources, source_titles;
    std::string review_words; ///< says which sources were due to be checked again, or empty
};

/// The guide for one option that comes first.
struct SetupAdvice
{
    std::string option, option_name;
    std::string title;
    std::string note; ///< that tasks of every nation are shown while the nation is not known; otherwise empty
    std::vector<SetupTaskAdvice> tasks; ///< in order; none is for another nation
};

struct TimeStageAdvice
{
    std::string id, title, owner;
    int from_month = 0, to_month = 0; ///< from the beginning of the one to the beginning of the other
    std::string text;
    std::string gate; ///< what must be true before the next stage begins, or empty
    std::vector<std::string> sources, source_titles;
    std::string review_words;
};

/// A path over time to one or several of the models that come first.
struct TimePathAdvice
{
    std::string id, title;
    std::vector<std::string> options, option_names; ///< those of the models that come first and that it leads to
    std::vector<TimeStageAdvice> stages;            ///< in order; they may overlap
};

/// Fills in guides and paths. `advice` must already hold its options.
void add_set_up(const Wording& wording, Advice& advice);

/// Ids of every source that they name.
[[nodiscard]] std::set<std::string> sources_of(const std::vector<SetupAdvice>& setups,
                                               const std::vector<TimePathAdvice>& paths);

} // namespace fedadvise::report
