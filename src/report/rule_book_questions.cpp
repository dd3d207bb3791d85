// The questions in the rule book: wording, answers, who is asked and when, and which rules look at the answer.
#include "foundation/number_text.h"
#include "foundation/text_list.h"
#include "report/rule_book_page.h"
#include "report/wording.h"
#include "rulebase/condition_validator.h"

#include <algorithm>

namespace fedadvise::report
{

namespace
{

using rulebase::Aggregate;
using rulebase::AnswerKind;
using rulebase::Question;
using rulebase::Scope;

std::string who_is_asked(const Question& question)
{
    if (!question.derived.empty())
        return "The program works it out from the practices listed; the group can state a larger number.";
    switch (question.scope)
    {
    case Scope::Group: return "The group, once.";
    case Scope::Practice: return "Each practice.";
    case Scope::PracticeOrGroup: return "Each practice, or the group once for all.";
    case Scope::Respondent:
        return "Each person who fills in the statements, such as a partner and a manager of each practice.";
    }
    return {};
}

/// How the practices' answers become the group's.
std::string combined(const Question& question)
{
    const bool choice = question.kind == AnswerKind::Choice;
    switch (question.aggregate)
    {
    case Aggregate::None: return {};
    case Aggregate::Median:
        return choice ? "The middle answer counts; of two in the middle, the one that stands first on the list."
                      : "The middle answer counts; between two in the middle, halfway.";
    case Aggregate::Mean: return "The average of each practice's people, and then the average of the practices.";
    case Aggregate::Worst:
        return choice ? "The answer furthest down the list that any practice gives."
                      : "The highest answer of any practice.";
    case Aggregate::Commonest:
        return "The commonest answer counts. Where answers are level, the group's answer stays open.";
    case Aggregate::Lowest: return "The lowest answer of any practice.";
    case Aggregate::Highest: return "The highest answer of any practice.";
    case Aggregate::Sum: return "The answers are added up. The total stays open until every practice has answered.";
    case Aggregate::Union: return "Everything that any practice names.";
    }
    return {};
}

std::string nature_words(const Question& question)
{
    switch (question.nature)
    {
    case rulebase::Nature::Preference: return "A preference: the group can choose.";
    case rulebase::Nature::Plan: return "A plan: the group can work on it.";
    case rulebase::Nature::Circumstance: return "A circumstance: it has to be taken as given.";
    }
    return {};
}

std::string number_range(const Question& question)
{
    const std::string what = question.unit.empty() ? "A whole number" : "A whole number of " + question.unit;
    if (question.minimum && question.maximum)
        return what + ", from " + foundation::with_thousands(*question.minimum) + " to " +
               foundation::with_thousands(*question.maximum) + ".";
    return what + (question.minimum ? ", " + foundation::with_thousands(*question.minimum) + " or more." : ".");
}

std::string answers(const Question& question)
{
    switch (question.kind)
    {
    case AnswerKind::Number: return number_range(question);
    case AnswerKind::Text: return "A few words.";
    case AnswerKind::Date: return "A date.";
    default: break;
    }
    std::vector<std::string> labels;
    for (const rulebase::AnswerOption& option : question.options)
        labels.push_back((question.kind == AnswerKind::Scale ? option.id + " " : "") + option.label +
                         (option.neutral ? " (set aside unless every practice says so)" : ""));
    const std::string list = foundation::joined(labels, " · ");
    return question.kind == AnswerKind::Choices ? "Any of: " + list : list;
}

void write_when_asked(BookPage& page, const Question& question)
{
    page.open_fact("When asked");
    if (!question.ask_when)
    {
        page.markup().text("Always.");
        return page.close_fact();
    }
    const ConditionWords words = condition_words(page.rules(), *question.ask_when);
    page.markup().text("When ");
    page.phrase(words.clause);
    page.markup().text(words.parts.empty() ? ", or when that is not known yet." : ", or when that is not known yet:");
    page.conditions(words.parts);
    page.close_fact();
}

void write_uses(BookPage& page, const Question& question)
{
    const auto rules = page.rules_that_use(question.id);
    page.open_fact("Rules that look at it");
    if (rules.empty())
        page.markup().text("None directly.");
    page.rule_links(rules);
    page.close_fact();
}

void write_question(BookPage& page, const Question& question)
{
    page.entry(4, "entry", anchor("question", question.id.value), short_label(page.rules(), question.id),
               question.id.value);
    page.markup().element("p", question.prompt, {{"class", "prompt"}});
    page.open_facts();
    page.fact("Help", question.help);
    page.fact("Why we ask", question.why);
    page.fact("Answers", answers(question));
    page.fact("Who is asked", who_is_asked(question) + " " + nature_words(question));
    write_when_asked(page, question);
    page.fact("One answer of many", combined(question));
    write_uses(page, question);
    page.close_facts();
    page.end_entry();
}

} // namespace

void write_questions(BookPage& page)
{
    page.part("questions", "The questions");
    page.paragraph(
        "The questions stand in the order of the interview. “We do not know” is always offered as well. Every question "
        "says why it is asked. Where practices answer for themselves, “One answer of many” tells how their answers "
        "become the group's answer.");
    for (const rulebase::Section& section : page.rules().sections)
    {
        page.heading(3, anchor("section", section.id), section.title);
        page.paragraph(section.help);
        for (const Question& question : page.rules().questions)
            if (question.section == section.id)
                write_question(page, question);
    }
}

} // namespace fedadvise::report
