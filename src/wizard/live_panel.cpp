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

    // Once something is answered, the next question is the one that settles most.
    const report::Further& open = open_questions();
    panel.settled = open.settled;
    panel.undecided =
        open.settled_words.empty() ? "No open question could change what comes first." : open.settled_words;
    panel.skipped = open.without_effect_words;
    for (const report::QuestionDecides& question : open.questions)
        if (panel.next_question.empty() && question.can_change_leaders && !question.said_unknown)
        {
            panel.next_question = question.short_label;
            panel.next_place = open_place_of({question.question});
        }
    return panel;
}

QuestionPlace Conversation::open_place_of(const rulebase::QuestionId& question) const
{
    const rulebase::Question* found = rulebase::find_question(m_engine.rules(), question);
    if (found == nullptr)
        return {};
    QuestionPlace place{{}, {}, found->id.value};
    if (found->scope == rulebase::Scope::Practice)
        for (const casefile::Practice& practice : m_group.practices)
            if (place.practice.empty() && !is_answered(*found, practice.id))
                place.practice = practice.id;
    place.step = step_of(*found, place.practice);
    return place;
}

const report::Further& Conversation::open_questions() const
{
    if (!m_open)
        m_open = report::look_at_open_questions(m_engine, m_group, day_of_law());
    return *m_open;
}

report::Further Conversation::further() const
{
    return report::look_further(m_engine, m_group, day_of_law());
}

report::AlignmentAdvice Conversation::alignment() const
{
    return report::align_in_words(m_engine, m_group, day_of_law());
}

std::string Conversation::name_of_option(const std::string& option) const
{
    if (const rulebase::Model* model = rulebase::find_model(m_engine.rules(), {option}))
        return model->name;
    const rulebase::Vehicle* vehicle = rulebase::find_vehicle(m_engine.rules(), {option});
    return vehicle == nullptr ? option : vehicle->name;
}

} // namespace fedadvise::wizard
