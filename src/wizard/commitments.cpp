// The part of Conversation for commitments: whether a practice takes part, and until when it has to say so.
#include "foundation/number_text.h"
#include "foundation/text_list.h"
#include "foundation/utf8.h"
#include "wizard/commitment_words.h"
#include "wizard/conversation.h"
#include "wizard/question_words.h"

#include <algorithm>
#include <utility>

namespace fedadvise::wizard
{

namespace
{

constexpr std::size_t longest_condition_in_list = 60; ///< characters

/// Cut after a word, with an ellipsis.
std::string shortened(const std::string& text)
{
    std::string kept;
    std::size_t letters = 0;
    for (const char c : text)
    {
        letters += (static_cast<unsigned char>(c) & 0xC0U) == 0x80U ? 0U : 1U; // bytes that go on with a letter
        if (letters > longest_condition_in_list)
        {
            const std::size_t space = kept.rfind(' ');
            return (space == std::string::npos ? kept : kept.substr(0, space)) + "…";
        }
        kept += c;
    }
    return kept;
}

std::string date_field(const std::optional<foundation::Date>& date)
{
    return date ? foundation::date_text(*date) : std::string{};
}

/// "the rent is settled" of "If the rent is settled.": it follows an "if" of ours.
std::string after_if(std::string condition)
{
    if (condition.ends_with('.'))
        condition.pop_back();
    if (condition.starts_with("If ") || condition.starts_with("if "))
        condition.erase(0, 3);
    return shortened(condition);
}

} // namespace

bool is_commitment_field(const std::string& field)
{
    return std::find(commitment_fields.begin(), commitment_fields.end(), field) != commitment_fields.end();
}

std::string commitment_words(const casefile::Commitment& commitment)
{
    if (!commitment.state)
        return commitment.decide_by ? "to decide by " + foundation::date_in_words(*commitment.decide_by) : "";
    switch (*commitment.state)
    {
    case casefile::CommitmentState::In: return "in";
    case casefile::CommitmentState::Conditional:
        return commitment.condition.empty() ? "in, on a condition" : "in, if " + after_if(commitment.condition);
    case casefile::CommitmentState::Out: break;
    }
    return "out";
}

void Conversation::commit_practice(const std::string& practice, const CommitmentText& written)
{
    const casefile::Practice* found = find_practice(practice);
    if (found == nullptr)
        return;
    casefile::Commitment commitment = found->commitment;
    commitment.state = casefile::commitment_of(written.state);
    const auto take_text = [&](const char* field, const std::string& label, const std::string& text, std::string& kept)
    {
        drop_written(field, practice);
        std::string cleaned = clean(text);
        if (!is_too_long(cleaned))
            kept = std::move(cleaned);
        else
            keep_written({field, practice, cleaned,
                          label + ": This is longer than " +
                              foundation::with_thousands(static_cast<std::int64_t>(longest_text)) +
                              " characters. Shorten it."});
    };
    const auto take_date =
        [&](const char* field, const std::string& label, const std::string& text, std::optional<foundation::Date>& kept)
    {
        drop_written(field, practice);
        const std::string cleaned = clean(text);
        const auto date = foundation::parse_date(cleaned);
        if (date || cleaned.empty())
            kept = date;
        else
            keep_written({field, practice, cleaned,
                          label + ": '" + cleaned +
                              "' is not a date. Write dates as 2026-11-22 (year, month, day), or leave it empty."});
    };
    take_text(practice_condition_field, "Condition", written.condition, commitment.condition);
    take_date(practice_decide_by_field, "To decide by", written.decide_by, commitment.decide_by);
    take_date(practice_decided_on_field, "Decided on", written.decided_on, commitment.decided_on);
    take_text(practice_note_field, "Note", written.note, commitment.note);
    change([&] { find_practice(practice)->commitment = commitment; });
}

CommitmentForm Conversation::commitment_form(const casefile::Practice& practice) const
{
    const casefile::Commitment& commitment = practice.commitment;
    CommitmentForm form;
    form.written = {commitment.state ? casefile::commitment_name(*commitment.state) : "", commitment.condition,
                    date_field(commitment.decide_by), date_field(commitment.decided_on), commitment.note};
    std::string* const texts[] = {&form.written.condition, &form.written.decide_by, &form.written.decided_on,
                                  &form.written.note};
    for (std::size_t i = 0; i < commitment_fields.size(); ++i)
        if (const Written* wrong = find_written(commitment_fields[i], practice.id))
        {
            *texts[i] = wrong->text;
            form.errors.push_back({commitment_fields[i], practice.id, wrong->error});
        }
    return form;
}

} // namespace fedadvise::wizard
