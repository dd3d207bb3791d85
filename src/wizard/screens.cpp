// Pages, forms and the step list as plain values.
#include "wizard/conversation.h"

#include "casefile/cells.h"
#include "engine/group_value.h"
#include "foundation/number_text.h"
#include "foundation/text_list.h"
#include "report/merge_words.h"
#include "wizard/commitment_words.h"
#include "wizard/interview_steps.h"
#include "wizard/question_words.h"

#include <algorithm>
#include <utility>

namespace fedadvise::wizard
{

using rulebase::AnswerKind;
using rulebase::Question;
using rulebase::Scope;
using rulebase::Section;

namespace
{

bool has_respondents_on(const casefile::Practice& practice, const Question& question)
{
    return std::any_of(practice.respondents.begin(), practice.respondents.end(),
                       [&](const casefile::Respondent& respondent)
                       { return respondent.answers.contains(question.id); });
}

bool answers_itself(const casefile::Practice& practice, const Question& question)
{
    return practice.answers.contains(question.id) || has_respondents_on(practice, question);
}

const Section* section_of(const rulebase::RuleBase& rules, const Question& question)
{
    const auto found = std::find_if(rules.sections.begin(), rules.sections.end(),
                                    [&](const Section& s) { return s.id == question.section; });
    return found == rules.sections.end() ? nullptr : &*found;
}

/// "3, from the practices you listed", "21,300 patients so far; 2 practices have not given theirs".
std::string words_for_derived(const rulebase::RuleBase& rules, const casefile::Case& group, const Question& question)
{
    const auto value = engine::group_value(rules, group, question.id);
    std::int64_t sum = 0;
    std::size_t missing = 0;
    if (question.derived == "count-of-practices")
        sum = static_cast<std::int64_t>(group.practices.size());
    else
        for (const casefile::Practice& practice : group.practices)
        {
            const auto* answer =
                casefile::find_answer(practice.answers, {question.derived.substr(question.derived.find(':') + 1)});
            const auto* number = answer == nullptr ? nullptr : std::get_if<casefile::Number>(answer);
            sum += number == nullptr ? 0 : number->value;
            missing += number == nullptr ? 1U : 0U;
        }
    if (value.number && *value.number > foundation::Fixed::from_integer(sum))
        return foundation::with_thousands(value.number->millionths / 1'000'000) +
               ", as you wrote; the practices you listed come to " + foundation::with_thousands(sum);
    if (missing == 0)
        return foundation::with_thousands(sum) + ", from the practices you listed";
    if (missing == group.practices.size())
        return {};
    return foundation::with_thousands(sum) + " so far; " +
           (missing == 1
                ? "1 practice has not given its number"
                : foundation::with_thousands(static_cast<std::int64_t>(missing)) + " practices have not given theirs");
}

/// "Answered by 2 of 5 practices themselves; their answers count, and this one counts for the others."
std::string words_for_own_answers(const casefile::Case& group, const Question& question)
{
    const auto own = static_cast<std::size_t>(std::count_if(group.practices.begin(), group.practices.end(),
                                                            [&](const casefile::Practice& p)
                                                            { return answers_itself(p, question); }));
    if (own == 0)
        return {};
    const std::size_t all = group.practices.size();
    const auto words = [](std::size_t count) { return foundation::with_thousands(static_cast<std::int64_t>(count)); };
    if (own < all)
        return "Answered by " + words(own) + " of " + words(all) +
               (own == 1 ? " practices itself; its answer counts" : " practices themselves; their answers count") +
               ", and this one counts for the others.";
    return own == 1 ? "Answered by 1 practice itself; its answer counts."
                    : "Answered by " + words(own) + " practices themselves; their answers count.";
}

std::string state_words(PageKind kind, std::size_t answered, std::size_t asked, std::size_t skipped)
{
    const auto words = [](std::size_t count) { return foundation::with_thousands(static_cast<std::int64_t>(count)); };
    if (kind == PageKind::Result)
        return answered == 0 ? "Nothing answered yet"
                             : "Based on " + words(answered) + (answered == 1 ? " answer" : " answers");
    if (asked == 0)
        return "Nothing to answer";
    if (answered == 0)
        return "Not started";
    const std::string left_out = skipped == 0 ? std::string{} : ", " + words(skipped) + " skipped";
    return (answered == asked ? "All answered" : words(answered) + " of " + words(asked) + " answered") + left_out;
}

} // namespace

bool Conversation::is_asked(const Question& question) const
{
    return m_asked[static_cast<std::size_t>(&question - m_engine.rules().questions.data())] != engine::Truth::False;
}

/// Whether no answer to it changes anything any more, as far as nobody has given one.
bool Conversation::changes_nothing(const Question& question) const
{
    const auto& idle = open_questions().without_effect;
    return std::any_of(idle.begin(), idle.end(), [&](const auto& q) { return q.first == question.id.value; });
}

std::string Conversation::derived_words(const Question& question, const std::string& practice) const
{
    if (practice.empty())
    {
        if (!question.derived.empty())
            return m_group.practices.empty() ? std::string{} : words_for_derived(m_engine.rules(), m_group, question);
        return question.scope == Scope::Group ? std::string{} : words_for_own_answers(m_group, question);
    }
    const casefile::Practice* asked = find_practice(practice);
    if (asked == nullptr || !has_respondents_on(*asked, question))
        return {};
    return asked->answers.contains(question.id)
               ? "People in this practice have answered too; the answer here counts instead of theirs."
               : "Answered by people in this practice; their answers count until you answer here.";
}

/// Whether it has an answer, or the program has it from the practices: from every one of them.
bool Conversation::is_answered(const Question& question, const std::string& practice) const
{
    if (answer_to(question, practice))
        return true;
    if (practice.empty() && !question.derived.empty() && !m_group.practices.empty())
        return engine::group_value(m_engine.rules(), m_group, question.id).known;
    if (!practice.empty())
        return has_respondents_on(*find_practice(practice), question);
    return question.scope != Scope::Group && !m_group.practices.empty() &&
           std::all_of(m_group.practices.begin(), m_group.practices.end(),
                       [&](const casefile::Practice& p) { return answers_itself(p, question); });
}

/// Practices are asked what only they know; what else they have answered themselves, in a file, can be changed there
/// too.
bool Conversation::stands_in_form(const Question& question, const casefile::Practice& practice) const
{
    if (question.scope == Scope::Group || (question.scope != Scope::Practice && !answers_itself(practice, question) &&
                                           find_conflict(question, practice.id) == nullptr))
        return false;
    return is_asked(question);
}

QuestionScreen Conversation::screen_of(const Question& question, const std::string& practice) const
{
    QuestionScreen screen;
    screen.id = question.id.value;
    screen.practice = practice;
    screen.kind = question.kind;
    screen.prompt = question.prompt;
    screen.help = question.help;
    screen.why = question.why;
    screen.unit = question.unit;
    const auto answer = answer_to(question, practice);
    for (const rulebase::AnswerOption& option : question.options)
        screen.options.push_back({option.id, option.label, answer && is_chosen(*answer, option.id)});
    screen.written = answer ? field_text(*answer) : std::string{};
    screen.unknown = answer && casefile::is_unknown(*answer);
    screen.answered = is_answered(question, practice);
    screen.derived = derived_words(question, practice);
    if (!screen.answered && changes_nothing(question))
        screen.skip = "With your answers so far, no answer to it changes anything.";
    screen.conflict = conflict_words(question, practice);
    const casefile::Practice* asked = find_practice(practice);
    const casefile::Notes& notes = asked == nullptr ? m_group.notes : asked->notes;
    if (const auto note = notes.find(question.id); note != notes.end())
        screen.note = note->second;
    const bool counted_for_them = !question.derived.empty() && !screen.derived.empty();
    if (const Written* wrong = find_written(question.id.value, practice); wrong != nullptr && !counted_for_them)
    {
        screen.written = wrong->text;
        // A practice's form is finished field by field; a page speaks of errors once people go on.
        if (!practice.empty() || shows_errors(step_of(question, practice)))
            screen.error = wrong->error;
    }
    return screen;
}

SectionScreen Conversation::section_screen(const Section& section) const
{
    SectionScreen screen{section.id, section.title, section.help, {}};
    for (const Question& question : m_engine.rules().questions)
        if (question.section == section.id && is_put_to_group(question) && is_asked(question))
            screen.questions.push_back(screen_of(question, ""));
    return screen;
}

std::string Conversation::step_of(const Question& question, const std::string& practice) const
{
    const Section* section = section_of(m_engine.rules(), question);
    if (!practice.empty() || section == nullptr)
        return interview_steps().front().id;
    return section->page;
}

/// "9,100 patients, 4 partners, GMS": numbers with their units, then the first plain choice; labels of scales need
/// their question.
std::string Conversation::practice_summary(const casefile::Practice& practice) const
{
    std::vector<std::string> numbers;
    std::string choice;
    std::size_t asked = 0;
    std::size_t answered = 0;
    for (const Question& question : m_engine.rules().questions)
    {
        if (!stands_in_form(question, practice))
            continue;
        ++asked;
        const casefile::Answer* answer = casefile::find_answer(practice.answers, question.id);
        answered += is_answered(question, practice.id) ? 1U : 0U;
        if (answer == nullptr || casefile::is_unknown(*answer))
            continue;
        if (question.kind == AnswerKind::Number && !question.unit.empty())
            numbers.push_back(casefile::answer_in_words(question, *answer));
        else if (question.kind == AnswerKind::Choice && !question.ordered && choice.empty())
            choice = casefile::answer_in_words(question, *answer);
    }
    if (!choice.empty())
        numbers.push_back(choice);
    if (!numbers.empty())
        return foundation::joined(numbers, ", ");
    const auto words = [](std::size_t count) { return foundation::with_thousands(static_cast<std::int64_t>(count)); };
    return answered == 0 ? "Nothing answered yet" : words(answered) + " of " + words(asked) + " answered";
}

void Conversation::count_answers(Step& step) const
{
    const bool everything = !has_questions(step.kind);
    for (const Question& question : m_engine.rules().questions)
    {
        const Section* section = section_of(m_engine.rules(), question);
        if (section == nullptr || !is_asked(question))
            continue;
        const bool idle = changes_nothing(question);
        const auto count = [&](const std::string& practice)
        {
            const bool answered = is_answered(question, practice);
            step.asked += answered || !idle ? 1U : 0U;
            step.answered += answered ? 1U : 0U;
            step.skipped += !answered && idle ? 1U : 0U;
        };
        if (is_put_to_group(question) && (everything || section->page == step.id))
            count("");
        if (everything || step.kind == PageKind::Practices)
            for (const casefile::Practice& practice : m_group.practices)
                if (question.scope == Scope::Practice)
                    count(practice.id);
    }
}

std::vector<Step> Conversation::steps() const
{
    std::vector<Step> steps;
    for (const InterviewStep& planned : interview_steps())
    {
        Step step;
        step.id = planned.id;
        step.title = planned.title;
        step.kind = planned.kind;
        step.current = planned.id == m_step;
        count_answers(step);
        step.state_words = state_words(step.kind, step.answered, step.asked, step.skipped);
        steps.push_back(std::move(step));
    }
    return steps;
}

/// What is wrong on a step, in the order of its fields.
std::vector<ErrorLine> Conversation::errors_on(const std::string& step) const
{
    std::vector<ErrorLine> errors;
    const auto add = [&](const std::string& question, const std::string& practice, const std::string& prefix)
    {
        if (const Written* wrong = find_written(question, practice))
            errors.push_back({question, practice, prefix + wrong->error});
    };
    if (step == interview_steps().front().id)
        for (const casefile::Practice& practice : m_group.practices)
        {
            const std::string prefix = practice.name.empty() ? std::string{} : practice.name + ": ";
            if (find_written(practice_name_field, practice.id) != nullptr)
                add(practice_name_field, practice.id, prefix);
            else if (practice.name.empty())
                errors.push_back({practice_name_field, practice.id, "Write the name of the practice."});
            add(practice_ods_code_field, practice.id, prefix);
            for (const char* field : commitment_fields)
                add(field, practice.id, prefix);
            for (const Question& question : m_engine.rules().questions)
                if (stands_in_form(question, practice))
                    add(question.id.value, practice.id, prefix);
        }
    for (const Section& section : m_engine.rules().sections)
        for (const Question& question : m_engine.rules().questions)
            if (section.page == step && question.section == section.id && is_put_to_group(question) &&
                is_asked(question) && (question.derived.empty() || derived_words(question, "").empty()))
                add(question.id.value, "", "");
    return errors;
}

PageScreen Conversation::page() const
{
    const auto steps = interview_steps();
    const std::size_t index = interview_step_index(m_step);
    PageScreen page;
    page.id = steps[index].id;
    page.kind = steps[index].kind;
    page.title = steps[index].title;
    page.introduction = steps[index].introduction;
    if (index > 0)
        page.back_title = "Back";
    if (index + 1 < steps.size())
        page.continue_title = page.kind == PageKind::CheckAnswers ? "Show the result" : "Continue";
    if (page.kind == PageKind::Practices)
        for (const casefile::Practice& practice : m_group.practices)
            page.practices.push_back({practice.id, practice.name, practice.ods_code, practice_summary(practice), false,
                                      variants_about(practice.id), commitment_words(practice.commitment)});
    if (const casefile::Variant* variant = casefile::find_variant(m_file, m_variant))
    {
        page.variant = variant->name;
        if (page.kind == PageKind::Practices)
            for (const casefile::Practice& practice : m_file.practices)
                if (find_practice(practice.id) == nullptr)
                    page.practices.push_back(
                        {practice.id, practice.name, practice.ods_code, "Leaves in this variant", true});
    }
    for (const Section& section : m_engine.rules().sections)
        if (has_questions(page.kind) && section.page == page.id)
            if (SectionScreen screen = section_screen(section); !screen.questions.empty())
                page.sections.push_back(std::move(screen));
    page.notices = notices_on(m_step);
    if (shows_errors(m_step))
        page.errors = errors_on(m_step);
    return page;
}

PracticeForm Conversation::practice_form(const std::string& practice) const
{
    PracticeForm form;
    const casefile::Practice* asked = find_practice(practice);
    if (asked == nullptr)
        return form;
    form.id = asked->id;
    form.name = asked->name;
    form.ods_code = asked->ods_code;
    if (const Written* wrong = find_written(practice_name_field, practice))
    {
        form.name = wrong->text;
        form.name_error = wrong->error;
    }
    else if (asked->name.empty() && shows_errors(interview_steps().front().id))
        form.name_error = "Write the name of the practice.";
    if (const Written* wrong = find_written(practice_ods_code_field, practice))
    {
        form.ods_code = wrong->text;
        form.ods_code_error = wrong->error;
    }
    for (const Question& question : m_engine.rules().questions)
    {
        if (!stands_in_form(question, *asked))
            continue;
        const Section* section = section_of(m_engine.rules(), question);
        if (form.questions.id.empty() && section != nullptr && question.scope == Scope::Practice)
            form.questions = {section->id, section->title, section->help, std::move(form.questions.questions)};
        form.questions.questions.push_back(screen_of(question, practice));
    }
    form.commitment = commitment_form(*asked);
    // What only practices know comes first; what they answered beyond that follows.
    std::stable_partition(form.questions.questions.begin(), form.questions.questions.end(),
                          [&](const QuestionScreen& screen)
                          { return rulebase::find_question(m_engine.rules(), {screen.id})->scope == Scope::Practice; });
    return form;
}

} // namespace fedadvise::wizard
