#include "directory/case_table.h"

#include "casefile/answer.h"
#include "directory/csv_writer.h"
#include "foundation/text_list.h"

#include <algorithm>
#include <set>

namespace fedadvise::directory
{

using foundation::Diagnostic;
using foundation::Severity;
using rulebase::Question;
using rulebase::Scope;

namespace
{

bool is_practice_id(const std::string& text)
{
    return !text.empty() && std::all_of(text.begin(), text.end(),
                                        [](char c) {
                                            return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                                                   (c >= '0' && c <= '9') || c == '-' || c == '_';
                                        });
}

} // namespace

CaseTable::CaseTable(std::span<const std::string> header, std::size_t line, const std::string& name,
                     const rulebase::RuleBase& rules)
    : m_name(name), m_line(line), m_rules(rules)
{
    std::size_t number = 0;
    for (const std::string& written : header)
        add_column(std::string(foundation::trimmed(written)), ++number);
    if (m_faults.empty() && std::none_of(m_columns.begin(), m_columns.end(),
                                         [](const TableColumn& column) { return column.question != nullptr; }))
        m_faults.push_back({"table.no-columns",
                            Severity::Error,
                            {m_name, static_cast<int>(m_line), 0, {}},
                            "No column holds an answer.",
                            "'fedadvise batch --header' prints the columns there are."});
}

void CaseTable::add_column(const std::string& written, std::size_t number)
{
    const auto fault = [&](const std::string& code, const std::string& message, const std::string& advice)
    {
        m_faults.push_back({code,
                            Severity::Error,
                            {m_name, static_cast<int>(m_line), static_cast<int>(number), written},
                            message,
                            advice});
    };
    std::string code, message, advice;
    auto column = column_of(written, code, message, advice);
    if (!column)
        fault(code, message, advice);
    else if (std::any_of(m_columns.begin(), m_columns.end(),
                         [&](const TableColumn& other) { return other.name == written; }))
        fault("table.duplicate-column", "The column '" + written + "' stands there twice.", "Keep one of them.");
    m_columns.push_back(column ? *column : TableColumn{TableColumn::Kind::Title, {}, nullptr, written});
}

std::optional<CaseTable::TableColumn> CaseTable::unknown(const std::string& written, std::string& code,
                                                         std::string& message, std::string& advice) const
{
    const std::size_t point = written.find('.');
    const bool of_practice = point != std::string::npos && is_practice_id(written.substr(0, point)) &&
                             written.size() > 1 && written[0] == 'p' && written[1] >= '0' && written[1] <= '9';
    std::vector<std::string> names =
        of_practice ? std::vector<std::string>{"name", "ods-code"} : std::vector<std::string>{"title", "as-at"};
    for (const Question& question : m_rules.questions)
        if (question.scope != (of_practice ? Scope::Group : Scope::Practice))
            names.push_back(question.id.value);
    const std::string near = foundation::nearest_word(of_practice ? written.substr(point + 1) : written, names);
    code = "table.unknown-column";
    message = written.empty() ? "A column has no name." : "There is no column '" + written + "'.";
    advice = near.empty() ? "'fedadvise batch --header' prints the columns there are."
                          : "Did you mean '" + (of_practice ? written.substr(0, point + 1) : "") + near + "'?";
    return std::nullopt;
}

std::optional<CaseTable::TableColumn> CaseTable::column_of(const std::string& written, std::string& code,
                                                           std::string& message, std::string& advice)
{
    using Kind = TableColumn::Kind;
    if (written == "title")
        return TableColumn{Kind::Title, {}, nullptr, written};
    if (written == "as-at")
        return TableColumn{Kind::AsAt, {}, nullptr, written};
    if (const Question* question = rulebase::find_question(m_rules, {written}))
    {
        if (question->scope != Scope::Practice)
            return TableColumn{Kind::Answer, {}, question, written};
        code = "table.wrong-scope";
        message = "'" + written + "' is answered by each practice, not once for the group.";
        advice = "Name the practice: 'p1." + written + "'.";
        return std::nullopt;
    }
    const std::size_t point = written.find('.');
    if (point == std::string::npos || !is_practice_id(written.substr(0, point)))
        return unknown(written, code, message, advice);
    const std::string id = written.substr(0, point), rest = written.substr(point + 1);
    const Question* question = rulebase::find_question(m_rules, {rest});
    if (rest != "name" && rest != "ods-code" && question == nullptr)
        return unknown(written, code, message, advice);
    if (question != nullptr && question->scope == Scope::Group)
    {
        code = "table.wrong-scope";
        message = "'" + rest + "' is answered once for the group, not by a practice.";
        advice = "Name the column '" + rest + "'.";
        return std::nullopt;
    }
    auto at = std::find(m_practices.begin(), m_practices.end(), id);
    if (at == m_practices.end())
        at = m_practices.insert(at, id);
    const Kind kind = rest == "name" ? Kind::Name : rest == "ods-code" ? Kind::Code : Kind::Answer;
    return TableColumn{kind, static_cast<std::size_t>(at - m_practices.begin()), question, written};
}

CaseTable::Read CaseTable::read(const CsvRow& row) const
{
    Read read;
    const auto fault =
        [&](std::size_t number, const std::string& code, const std::string& message, const std::string& advice)
    {
        const std::string element = number == 0 ? "" : m_columns[number - 1].name;
        read.faults.push_back({code,
                               Severity::Error,
                               {m_name, static_cast<int>(row.line), static_cast<int>(number), element},
                               message,
                               advice});
    };
    if (row.cells.size() > m_columns.size())
        fault(0, "table.long-row",
              "The line has " + std::to_string(row.cells.size()) + " cells, but there are " +
                  std::to_string(m_columns.size()) + " columns.",
              "Put cells that hold commas into quotation marks.");
    casefile::Case group;
    std::vector<casefile::Practice> practices(m_practices.size());
    std::vector<bool> listed(m_practices.size());
    for (std::size_t i = 0; i < std::min(row.cells.size(), m_columns.size()); ++i)
    {
        const TableColumn& column = m_columns[i];
        const std::string written(foundation::trimmed(row.cells[i]));
        if (written.empty())
            continue;
        if (column.practice)
            listed[*column.practice] = true;
        casefile::Answers& answers = column.practice ? practices[*column.practice].answers : group.answers;
        switch (column.kind)
        {
        case TableColumn::Kind::Title: group.title = written; break;
        case TableColumn::Kind::AsAt:
            group.as_at = foundation::parse_date(written);
            if (!group.as_at)
                fault(i + 1, "casefile.bad-date", "'" + written + "' is not a date.",
                      "Write dates as 2026-11-22 (year, month, day).");
            break;
        case TableColumn::Kind::Name: practices[*column.practice].name = written; break;
        case TableColumn::Kind::Code: practices[*column.practice].ods_code = written; break;
        case TableColumn::Kind::Answer:
            auto answer = casefile::parse_answer(*column.question, written);
            if (const auto* bad = std::get_if<casefile::AnswerFault>(&answer))
                fault(i + 1, bad->code, bad->message, bad->advice);
            else
                answers.emplace(column.question->id, std::get<casefile::Answer>(std::move(answer)));
            break;
        }
    }
    for (std::size_t i = 0; i < practices.size(); ++i)
        if (listed[i])
        {
            practices[i].id = m_practices[i];
            group.practices.push_back(std::move(practices[i]));
        }
    if (read.faults.empty())
        read.group = std::move(group);
    return read;
}

std::string empty_case_table(const rulebase::RuleBase& rules, std::size_t practices)
{
    std::vector<std::string> columns = {"title", "as-at"};
    for (const Question& question : rules.questions)
        if (question.scope != Scope::Practice && question.id.value != "as-at")
            columns.push_back(question.id.value);
    for (std::size_t number = 1; number <= practices; ++number)
    {
        const std::string id = "p" + std::to_string(number) + ".";
        columns.push_back(id + "name");
        columns.push_back(id + "ods-code");
        for (const Question& question : rules.questions)
            if (question.scope == Scope::Practice)
                columns.push_back(id + question.id.value);
    }
    return csv_row(columns);
}

std::string help_on_case_tables()
{
    return R"(A CSV file of cases has one case on each line. The first line names the columns, in any order:
  title               name of the group
  as-at               day whose law applies, written 2026-11-22
  motive.workforce    any question that is answered for the group, by its id
  p1.name             name of a practice; its code is p1.ods-code
  p1.list-size        any question that a practice answers, by its id
The part before the point is the practice's id: p1, p2, and so on. 'fedadvise questions' lists all ids with
their answers, and 'fedadvise batch --header' prints an empty table. An empty cell is no answer; "unknown" is
"we do not know". Several options in one cell have spaces between them. A column that is not known is an
error. Commas, semicolons or tabs may stand between the cells; UTF-8, UTF-16 and Windows-1252 are read.)";
}

} // namespace fedadvise::directory
