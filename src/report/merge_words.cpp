#include "report/merge_words.h"

#include "foundation/date.h"
#include "foundation/text_list.h"
#include "report/wording.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <map>
#include <utility>

namespace fedadvise::report
{

namespace
{

using casefile::Conflict;
using casefile::MergedAnswers;
using casefile::MergeReport;
using Json = nlohmann::ordered_json;

std::string in_marks(const std::string& text)
{
    return text.empty() ? "nothing" : "“" + text + "”";
}

std::string number_words(std::size_t count, std::string_view plural)
{
    return counted(static_cast<std::int64_t>(count), plural);
}

std::string practice_words(const std::string& id, const std::string& name)
{
    return name.empty() ? "Practice " + id : name;
}

std::string key_words(const std::string& about)
{
    static const std::map<std::string, std::string> words = {
        {"title", "Title of the case"},
        {"name", "Name"},
        {"ods-code", "ODS code"},
        {"address", "Address"},
        {"role", "Role"},
        {"commitment.state", "Whether it is in"},
        {"commitment.condition", "Condition on which it is in"},
        {"commitment.decide-by", "Day by which it has to decide"},
        {"commitment.decided-on", "Day on which it decided"},
        {"commitment.note", "Note on whether it is in"},
    };
    const auto found = words.find(about);
    return found == words.end() ? "The entry " + in_marks(about.substr(about.rfind('.') + 1)) : found->second;
}

/// "25 November 2026, 10:31 UTC, round 2".
std::string when_words(const std::string& answered, int round)
{
    const std::string time = foundation::utc_time_in_words(answered);
    return (time.empty() ? "at a time not given" : time) + ", round " + std::to_string(round);
}

std::string answers_line(const MergedAnswers& answers)
{
    std::string line = person_words(answers.name, answers.role) + ": " + number_words(answers.answers, "answers") +
                       ", " + when_words(answers.answered, answers.round);
    if (answers.earlier > 0)
        line += "; answered " + number_words(answers.earlier, "times") + " before";
    return line + ".";
}

std::string replacement_line(const casefile::Replacement& replaced)
{
    return person_words(replaced.newer.name, replaced.newer.role) + ", " +
           practice_words(replaced.newer.practice, replaced.newer.practice_name) + ": the answers in " + replaced.file +
           " (" + when_words(replaced.answered, replaced.round) + ") gave way to newer ones (" +
           when_words(replaced.newer.answered, replaced.newer.round) + ") and are kept as earlier answers.";
}

void write_answers(Lines& lines, const MergeReport& report)
{
    if (report.answers.empty())
        return;
    lines.push_back({LineKind::Heading, "Who answered"});
    std::string practice;
    for (const MergedAnswers& answers : report.answers)
    {
        if (answers.practice != practice)
            lines.push_back({LineKind::Subheading,
                             practice_words(answers.practice, answers.practice_name) + " (" + answers.practice + ")"});
        practice = answers.practice;
        lines.push_back({LineKind::Item, answers_line(answers)});
    }
}

void write_conflicts(Lines& lines, const rulebase::RuleBase& rules, const casefile::Case& group,
                     const MergeReport& report)
{
    if (report.open.empty())
        return;
    lines.push_back({LineKind::Heading, "What the files say differently"});
    lines.push_back({LineKind::Body,
                     "Nothing stands there until somebody decides. Answer in the desktop program, or in the case."});
    for (const Conflict& conflict : report.open)
    {
        lines.push_back({LineKind::Item, conflict_place(rules, group, conflict) + ":"});
        for (const ConflictChoice& choice : conflict_choices(rules, conflict))
            lines.push_back(
                {LineKind::Detail, in_marks(choice.words) + (choice.files.empty() ? "" : ", says " + choice.files)});
    }
}

Json line_json(const MergedAnswers& answers)
{
    Json json = {{"practice", answers.practice}, {"practice-name", answers.practice_name}, {"role", answers.role}};
    if (!answers.name.empty())
        json["name"] = answers.name;
    if (!answers.answered.empty())
        json["answered"] = answers.answered;
    json["round"] = answers.round;
    json["answers"] = answers.answers;
    json["earlier"] = answers.earlier;
    return json;
}

Json conflict_json(const rulebase::RuleBase& rules, const casefile::Case& group, const Conflict& conflict)
{
    Json json = {{"about", conflict.about}, {"place", conflict_place(rules, group, conflict)}};
    if (!conflict.practice.empty())
        json["practice"] = conflict.practice;
    if (!conflict.respondent.empty())
        json["respondent"] = conflict.respondent;
    if (!conflict.question.value.empty())
        json["question"] = conflict.question.value;
    json["values"] = Json::array();
    const std::vector<ConflictChoice> choices = conflict_choices(rules, conflict);
    for (std::size_t i = 0; i < choices.size(); ++i)
        json["values"].push_back({{"words", choices[i].words}, {"files", conflict.values[i].files}});
    return json;
}

} // namespace

std::string person_words(const std::string& name, const std::string& role)
{
    if (name.empty())
        return role.empty() ? "Somebody" : "Somebody, " + role;
    return role.empty() ? name : name + ", " + role;
}

std::string conflict_place(const rulebase::RuleBase& rules, const casefile::Case& group, const Conflict& conflict)
{
    std::vector<std::string> parts;
    for (const casefile::Practice& practice : group.practices)
    {
        if (practice.id != conflict.practice)
            continue;
        parts.push_back(practice_words(practice.id, practice.name));
        for (const casefile::Respondent& respondent : practice.respondents)
            if (!conflict.respondent.empty() &&
                conflict.respondent == (respondent.id.empty() ? respondent.name : respondent.id))
            {
                parts.push_back(person_words(respondent.name, respondent.role));
                if (respondent.round != conflict.round || respondent.answered != conflict.answered)
                    parts.push_back("earlier (" + when_words(conflict.answered, conflict.round) + ")");
            }
    }
    const rulebase::Question* question = rulebase::find_question(rules, conflict.question);
    parts.push_back(conflict.about != "answer" ? key_words(conflict.about)
                    : question == nullptr      ? conflict.question.value
                                               : question->short_label);
    return foundation::joined(parts, ", ");
}

std::vector<ConflictChoice> conflict_choices(const rulebase::RuleBase& rules, const Conflict& conflict)
{
    const rulebase::Question* question = rulebase::find_question(rules, conflict.question);
    std::vector<ConflictChoice> choices;
    for (const casefile::ConflictValue& value : conflict.values)
    {
        const auto date = foundation::parse_date(value.text);
        choices.push_back({value.answer && question != nullptr ? casefile::answer_in_words(*question, *value.answer)
                           : date                              ? foundation::date_in_words(*date)
                                                               : value.text,
                           foundation::joined_as_sentence(value.files)});
    }
    return choices;
}

std::string merge_headline(const MergeReport& report)
{
    std::string words = number_words(report.cases, "cases");
    if (report.responses > 0)
        words += " and " + number_words(report.responses, "responses");
    words += report.cases + report.responses == 1 ? " was merged" : " were merged";
    std::vector<std::string> left;
    if (!report.open.empty())
        left.push_back("in " + number_words(report.open.size(), "places") +
                       " the files differ and somebody has to decide");
    if (!report.strangers.empty())
        left.push_back(number_words(report.strangers.size(), "files") +
                       (report.strangers.size() == 1 ? " has" : " have") + " no place in this case");
    return words + (left.empty() ? "; nothing is left to decide." : "; " + foundation::joined_as_sentence(left) + ".");
}

namespace
{

/// Whether the practice itself has an answer, which counts before those of its people.
bool is_overruled(const casefile::Practice& practice, const rulebase::QuestionId& question)
{
    return practice.answers.contains(question) &&
           std::any_of(practice.respondents.begin(), practice.respondents.end(),
                       [&](const casefile::Respondent& r) { return r.answers.contains(question); });
}

void write_overruled(Lines& lines, const rulebase::RuleBase& rules, const casefile::Case& group)
{
    bool first = true;
    for (const casefile::Practice& practice : group.practices)
    {
        std::vector<std::string> labels;
        for (const rulebase::Question& question : rules.questions)
            if (is_overruled(practice, question.id))
                labels.push_back(question.short_label);
        if (labels.empty())
            continue;
        if (std::exchange(first, false))
            lines.push_back({LineKind::Heading, "Answers of people that do not count yet"});
        lines.push_back({LineKind::Item, practice_words(practice.id, practice.name) +
                                             ": the practice's own answer counts instead of what its people say to " +
                                             (labels.size() <= 5 ? foundation::joined_as_sentence(labels)
                                                                 : number_words(labels.size(), "questions")) +
                                             ". Clear it in the practice's form to let its people count."});
    }
}

} // namespace

Lines merge_lines(const rulebase::RuleBase& rules, const casefile::Case& group, const MergeReport& report,
                  const std::vector<std::string>& unread)
{
    Lines lines;
    lines.push_back({LineKind::Title, (group.title.empty() ? "The case" : group.title) + ": answers put together"});
    lines.push_back({LineKind::Body, merge_headline(report)});
    write_conflicts(lines, rules, group, report);
    if (!report.strangers.empty())
        lines.push_back({LineKind::Heading, "Left out"});
    for (const casefile::Stranger& stranger : report.strangers)
        lines.push_back({LineKind::Item, stranger.file + ": " + stranger.reason + " " + stranger.advice});
    if (!unread.empty())
        lines.push_back({LineKind::Heading, "Left out because they cannot be read"});
    for (const std::string& file : unread)
        lines.push_back({LineKind::Item, file});
    if (!report.replaced.empty())
        lines.push_back({LineKind::Heading, "Newer answers in place of older ones"});
    for (const casefile::Replacement& replaced : report.replaced)
        lines.push_back({LineKind::Item, replacement_line(replaced)});
    write_answers(lines, report);
    write_overruled(lines, rules, group);
    if (!report.renamed.empty())
        lines.push_back({LineKind::Heading, "Practices with a new id"});
    for (const casefile::Renaming& renamed : report.renamed)
        lines.push_back({LineKind::Item, practice_words(renamed.from, renamed.name) + " is " + renamed.from + " in " +
                                             renamed.file + " and " + renamed.to + " here."});
    if (!report.invitations.empty())
        lines.push_back({LineKind::Heading, "Invitations among the files"});
    for (const std::string& file : report.invitations)
        lines.push_back({LineKind::Item, file + " only asks; it holds no answers."});
    return lines;
}

std::string merge_as_text(const rulebase::RuleBase& rules, const casefile::Case& group, const MergeReport& report,
                          const std::vector<std::string>& unread)
{
    return lines_as_text(merge_lines(rules, group, report, unread));
}

std::string merge_as_json(const rulebase::RuleBase& rules, const casefile::Case& group, const MergeReport& report,
                          const std::vector<std::string>& unread)
{
    Json json = {{"format", "federation-adviser merge"},
                 {"version", 1},
                 {"headline", merge_headline(report)},
                 {"cases", report.cases},
                 {"responses", report.responses},
                 {"answers", Json::array()},
                 {"replaced", Json::array()},
                 {"conflicts", Json::array()},
                 {"strangers", Json::array()},
                 {"renamed", Json::array()},
                 {"invitations", report.invitations},
                 {"unread", unread}};
    for (const MergedAnswers& answers : report.answers)
        json["answers"].push_back(line_json(answers));
    for (const casefile::Replacement& replaced : report.replaced)
        json["replaced"].push_back({{"file", replaced.file},
                                    {"answered", replaced.answered},
                                    {"round", replaced.round},
                                    {"by", line_json(replaced.newer)}});
    for (const Conflict& conflict : report.open)
        json["conflicts"].push_back(conflict_json(rules, group, conflict));
    for (const casefile::Stranger& stranger : report.strangers)
        json["strangers"].push_back(
            {{"file", stranger.file}, {"reason", stranger.reason}, {"advice", stranger.advice}});
    json["overruled"] = Json::array();
    for (const casefile::Practice& practice : group.practices)
        for (const rulebase::Question& question : rules.questions)
            if (is_overruled(practice, question.id))
                json["overruled"].push_back({{"practice", practice.id}, {"question", question.id.value}});
    for (const casefile::Renaming& renamed : report.renamed)
        json["renamed"].push_back(
            {{"file", renamed.file}, {"name", renamed.name}, {"from", renamed.from}, {"to", renamed.to}});
    return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

} // namespace fedadvise::report
