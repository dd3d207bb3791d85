// The live panel: what the answers so far point to, what is ruled out and why, and what is still open.
#include "wizard/conversation.h"

#include "foundation/number_text.h"
#include "foundation/text_list.h"
#include "wizard/notices.h"

#include <algorithm>

namespace fedadvise::wizard
{

namespace
{

using report::OptionAdvice;

constexpr int last_leading_rank = 3;

bool is_ruled_out(const OptionAdvice& option)
{
    return option.band == engine::band_id(engine::Band::RuledOut);
}

bool waits(const OptionAdvice& option)
{
    return option.band == engine::band_id(engine::Band::NotYet);
}

/// Something speaks for it, and it is among the first.
bool leads(const OptionAdvice& option)
{
    if (is_ruled_out(option) || waits(option) || option.score.now <= 0)
        return false;
    const bool points_towards = option.band == engine::band_id(engine::Band::PointsStronglyTowards) ||
                                option.band == engine::band_id(engine::Band::PointsTowards);
    return option.rank == 1 || (points_towards && option.rank <= last_leading_rank);
}

/// Options with the same reason share a line; the line leads to the first of them.
std::vector<LiveLine> lines_by_reason(const std::vector<const OptionAdvice*>& options)
{
    std::vector<LiveLine> lines;
    std::vector<std::vector<std::string>> names;
    for (const OptionAdvice* option : options)
    {
        const auto same = std::find_if(lines.begin(), lines.end(),
                                       [&](const LiveLine& line) { return line.reason == option->why_not; });
        if (same != lines.end())
        {
            names[static_cast<std::size_t>(same - lines.begin())].push_back(option->name);
            continue;
        }
        lines.push_back({option->id, "", option->band_label, option->why_not});
        names.push_back({option->name});
    }
    for (std::size_t i = 0; i < lines.size(); ++i)
        lines[i].name = foundation::joined_as_sentence(names[i]);
    return lines;
}

/// "One open question could still change this.", "34 open questions could still change this. The one that most rules
/// wait for: Nation."
std::string undecided_words(std::size_t open, const std::string& next)
{
    if (open == 0)
        return "No open question could change this.";
    const std::string first = open == 1 ? "One open question could still change this."
                                        : foundation::with_thousands(static_cast<std::int64_t>(open)) +
                                              " open questions could still change this.";
    return next.empty() ? first : first + (open == 1 ? " It is: " : " The one that most rules wait for: ") + next + ".";
}

} // namespace

LivePanel Conversation::live_panel() const
{
    const report::Advice words = advice();
    LivePanel panel;
    panel.headline = words.headline.empty() ? "Your answers do not point anywhere yet." : words.headline.front();
    std::vector<const OptionAdvice*> ruled_out;
    std::vector<const OptionAdvice*> waiting;
    const auto sort_in = [&](const std::vector<OptionAdvice>& options, bool may_lead)
    {
        for (const OptionAdvice& option : options)
        {
            if (is_ruled_out(option))
                ruled_out.push_back(&option);
            else if (waits(option))
                waiting.push_back(&option);
            else if (may_lead && leads(option))
                panel.leading.push_back({option.id, option.name, option.band_label, option.why});
        }
    };
    sort_in(words.models, true);
    sort_in(words.vehicles, words.legal_person_needed);
    panel.notices = early_notices(words);
    for (Notice& notice : conflict_notices(words))
        panel.notices.push_back(std::move(notice));
    panel.ruled_out = lines_by_reason(ruled_out);
    panel.waiting = lines_by_reason(waiting);

    const auto next = std::find_if(words.open_questions.begin(), words.open_questions.end(),
                                   [&](const report::OpenQuestionAdvice& open)
                                   {
                                       const rulebase::Question* question =
                                           rulebase::find_question(m_engine.rules(), {open.id});
                                       return !open.said_unknown && question != nullptr && is_asked(*question);
                                   });
    if (next != words.open_questions.end())
        panel.next_question = next->short_label;
    panel.undecided = undecided_words(words.open_questions.size(), panel.next_question);
    return panel;
}

} // namespace fedadvise::wizard
