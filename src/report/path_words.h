// Path words: from where the group stands on the gradient to where its answers point, one step at a time.
#pragma once

#include <string>
#include <vector>

namespace fedadvise::report
{

struct Advice;
struct Wording;

/// Something that must be true before a step.
struct PathNeed
{
    std::string kind; ///< "relationship" (a threshold or gate of readiness), "limit" (a rule that limits the depth) or
                      ///< "missing" (a model of this step waits for it)
    std::string text; ///< one sentence
    std::string rule; ///< id; empty for the relationship
    std::vector<std::string> models;  ///< names of those that wait for it; empty: of every model of this step
    std::vector<std::string> sources; ///< ids
};

/// A model that stands at a step, and what speaks for it.
struct PathModel
{
    std::string id, name, band_label;
    bool leading = false;
    bool waits = false;
    std::vector<std::string> reasons; ///< the strongest first; at most three
};

struct PathStop
{
    std::string id, name; ///< "g4", "Shared body (G4)"
    std::string text;     ///< what is shared
    bool here = false;    ///< the group stands here
    bool destination = false;
    std::vector<PathNeed> needs; ///< what is not met yet, beyond what the steps before it need; none for `here`
    std::vector<PathModel> brings;
    std::string words; ///< "You are here." and the like; one or two sentences
};

/// `stops` begins where the group stands (at the first step when it has not said so) and ends where the answers point.
struct PathAdvice
{
    std::string direction; ///< "deeper", "less-deep" or "here"; empty: no path can be drawn, and `headline` says why
    bool start_known = false;
    std::string from, to; ///< ids of steps
    std::string headline; ///< empty when nothing has been answered
    std::string closing;  ///< that each step is a good place to stop
    std::vector<PathStop> stops;
};

/// `advice` must already hold its models.
[[nodiscard]] PathAdvice path_of(const Wording& wording, const Advice& advice);

} // namespace fedadvise::report
