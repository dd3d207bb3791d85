#include "alignment/minority.h"

#include <algorithm>

namespace fedadvise::alignment
{

namespace
{

/// Enough for every change of two views, and a fraction of a second.
constexpr std::size_t most_changes = 3;
constexpr std::size_t most_cases = 40'000;

void note_needs(const Roundtable& table, Minority& minority)
{
    const auto can_move = [](const rulebase::Question& question)
    { return is_view(question) && whatif::can_be_changed(question); };
    const whatif::Crossroads crossroads(table.scorecard(), table.case_as_seen_by(table.everybody(), minority.practice),
                                        can_move);
    whatif::SearchLimits limits;
    limits.most_changes = most_changes;
    limits.most_cases = most_cases;
    const whatif::SmallestChange change =
        whatif::smallest_change(crossroads, minority.advised, whatif::Goal::Lead, limits);
    minority.impossible = change.outcome == whatif::SmallestChange::Outcome::Impossible;
    if (change.outcome == whatif::SmallestChange::Outcome::Found && !change.sets.empty())
        for (const std::size_t move : change.sets.front())
            minority.needs.push_back({crossroads.moves()[move].question, crossroads.moves()[move].answer});
}

} // namespace

std::optional<Minority> least_served(const Roundtable& table, const Fit& fit, const std::vector<std::size_t>& advised)
{
    if (advised.empty() || fit.practices.size() < 2)
        return std::nullopt;
    std::optional<Minority> least;
    for (std::size_t p = 0; p < fit.practices.size(); ++p)
    {
        const PracticeFit& practice = fit.practices[p];
        if (!practice.has_spoken)
            continue;
        const std::size_t model =
            *std::max_element(advised.begin(), advised.end(),
                              [&](std::size_t a, std::size_t b)
                              {
                                  const auto key = [&](std::size_t m)
                                  { return std::pair(practice.stances[m] != Stance::Refuses, practice.scores[m]); };
                                  return key(a) < key(b);
                              });
        const int loss = practice.best - practice.scores[model];
        const bool refuses = practice.stances[model] == Stance::Refuses;
        const auto worse = [&](const Minority& m)
        { return std::pair(refuses, loss) > std::pair(m.stance == Stance::Refuses, m.loss); };
        if ((refuses || loss > table.engine().rules().settings.tie_points) && (!least || worse(*least)))
            least = Minority{p, model, practice.stances[model], loss, practice.leading, {}, false};
    }
    if (least)
        note_needs(table, *least);
    return least;
}

} // namespace fedadvise::alignment
