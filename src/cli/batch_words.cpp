#include "cli/batch_words.h"

#include "directory/csv_writer.h"
#include "foundation/text_list.h"
#include "foundation/utf8.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <map>
#include <utility>

namespace fedadvise::cli
{

using Json = nlohmann::ordered_json;

namespace
{

/// One model or vehicle over all cases.
struct Tally
{
    std::string id, name;
    std::size_t alone = 0;  ///< cases in which it leads alone
    std::size_t shared = 0; ///< cases in which it leads with others
    std::size_t waits = 0;
    std::size_t ruled_out = 0;
    std::map<std::string, std::size_t> by_nation; ///< cases in which it leads

    [[nodiscard]] std::size_t leads() const { return alone + shared; }
};

struct Table
{
    std::vector<Tally> models, vehicles; ///< those that lead most often first
    std::size_t judged = 0, bad = 0;
    std::vector<std::pair<std::string, std::string>> nations; ///< id and label of those that occur; "" last
};

std::string label_of_nation(const rulebase::RuleBase& rules, const std::string& id)
{
    const rulebase::Question* question = rulebase::find_question(rules, {"jurisdiction"});
    const auto index = question == nullptr ? std::nullopt : rulebase::option_index(*question, id);
    return index ? question->options[*index].label : "Nation not said";
}

template <typename Option>
std::vector<Tally> tallies_of(const std::vector<Option>& options, const std::vector<BatchLine>& lines,
                              std::vector<LeadingOption> BatchLine::*leading)
{
    std::map<std::string, Tally> by_id;
    for (const Option& option : options)
        by_id[option.id.value] = {option.id.value, option.name, 0, 0, 0, 0, {}};
    const auto add = [&](const std::string& id, std::size_t Tally::*count)
    {
        if (const auto found = by_id.find(id); found != by_id.end())
            ++(found->second.*count);
    };
    for (const BatchLine& line : lines)
    {
        for (const LeadingOption& lead : line.*leading)
        {
            add(lead.id, (line.*leading).size() == 1 ? &Tally::alone : &Tally::shared);
            ++by_id[lead.id].by_nation[line.nation];
        }
        for (const std::string& id : line.waiting)
            add(id, &Tally::waits);
        for (const BarredOption& barred : line.ruled_out)
            add(barred.id, &Tally::ruled_out);
    }
    std::vector<Tally> tallies;
    for (auto& [id, tally] : by_id)
        tallies.push_back(std::move(tally));
    std::stable_sort(tallies.begin(), tallies.end(),
                     [](const Tally& a, const Tally& b) { return a.leads() > b.leads(); });
    return tallies;
}

Table table_of(const rulebase::RuleBase& rules, const std::vector<BatchLine>& lines)
{
    Table table;
    std::map<std::string, bool> nations;
    for (const BatchLine& line : lines)
    {
        ++(line.error.empty() ? table.judged : table.bad);
        if (line.error.empty())
            nations[line.nation] = true;
    }
    if (const rulebase::Question* question = rulebase::find_question(rules, {"jurisdiction"}))
        for (const rulebase::AnswerOption& option : question->options)
            if (nations.contains(option.id))
                table.nations.emplace_back(option.id, option.label);
    if (nations.contains(""))
        table.nations.emplace_back("", label_of_nation(rules, ""));
    table.models = tallies_of(rules.models, lines, &BatchLine::models);
    table.vehicles = tallies_of(rules.vehicles, lines, &BatchLine::vehicles);
    return table;
}

std::string joined_ids(const std::vector<LeadingOption>& options, std::string LeadingOption::*part)
{
    std::vector<std::string> words;
    for (const LeadingOption& option : options)
        words.push_back(option.*part);
    return foundation::joined(words, " ");
}

Json leading_json(const std::vector<LeadingOption>& options)
{
    Json list = Json::array();
    for (const LeadingOption& option : options)
        list.push_back({{"id", option.id}, {"band", option.band}});
    return list;
}

Json line_json(const BatchLine& line)
{
    Json json{{"case", line.name}};
    if (!line.error.empty())
    {
        json["error"] = line.error;
        return json;
    }
    json["title"] = line.title;
    json["as-at"] = line.as_at;
    if (!line.nation.empty())
        json["jurisdiction"] = line.nation;
    json["leading-models"] = leading_json(line.models);
    json["leading-vehicles"] = leading_json(line.vehicles);
    json["depth-cap"] = line.depth_cap.empty() ? Json(nullptr) : Json(line.depth_cap);
    json["ruled-out"] = Json::array();
    for (const BarredOption& barred : line.ruled_out)
        json["ruled-out"].push_back({{"id", barred.id}, {"laws", barred.laws}});
    json["not-yet"] = line.waiting;
    json["warnings"] = line.warnings;
    return json;
}

Json tallies_json(const std::vector<Tally>& tallies)
{
    Json list = Json::array();
    for (const Tally& tally : tallies)
    {
        Json nations = Json::object();
        for (const auto& [nation, count] : tally.by_nation)
            nations[nation.empty() ? "not-said" : nation] = count;
        list.push_back({{"id", tally.id},
                        {"leads", tally.leads()},
                        {"leads-alone", tally.alone},
                        {"not-yet", tally.waits},
                        {"ruled-out", tally.ruled_out},
                        {"leads-in", nations}});
    }
    return list;
}

std::string padded(const std::string& text, std::size_t width, bool right)
{
    const std::size_t size = foundation::code_point_count(text);
    const std::string space(width > size ? width - size : 0, ' ');
    return right ? space + text : text + space;
}

std::string table_text(const std::string& heading, const std::vector<Tally>& tallies, const Table& table)
{
    std::vector<std::vector<std::string>> rows = {{heading, "leads alone", "shares the lead", "not yet", "ruled out"}};
    for (const auto& [id, label] : table.nations)
        rows.front().push_back("leads in: " + label);
    for (const Tally& tally : tallies)
    {
        std::vector<std::string> row = {tally.name};
        for (const std::size_t count : {tally.alone, tally.shared, tally.waits, tally.ruled_out})
            row.push_back(std::to_string(count));
        for (const auto& [id, label] : table.nations)
        {
            const auto found = tally.by_nation.find(id);
            row.push_back(std::to_string(found == tally.by_nation.end() ? 0 : found->second));
        }
        rows.push_back(std::move(row));
    }
    std::vector<std::size_t> widths(rows.front().size(), 0);
    for (const auto& row : rows)
        for (std::size_t i = 0; i < row.size(); ++i)
            widths[i] = std::max(widths[i], foundation::code_point_count(row[i]));
    std::string text;
    for (const auto& row : rows)
    {
        std::string line;
        for (std::size_t i = 0; i < row.size(); ++i)
            line += (i == 0 ? "" : "  ") + padded(row[i], widths[i], i != 0);
        text += line + "\n";
    }
    return text;
}

} // namespace

std::string batch_as_csv(const std::vector<BatchLine>& lines)
{
    const std::vector<std::string> header = {
        "case",          "title",     "as-at",     "jurisdiction", "leading-models", "model-bands", "leading-vehicles",
        "vehicle-bands", "depth-cap", "ruled-out", "not-yet",      "warnings",       "error"};
    std::string text = directory::csv_row(header);
    for (const BatchLine& line : lines)
    {
        std::vector<std::string> barred;
        for (const BarredOption& option : line.ruled_out)
            barred.push_back(option.id + ":" + std::to_string(option.laws));
        const std::vector<std::string> cells = {line.name,
                                                line.title,
                                                line.as_at,
                                                line.nation,
                                                joined_ids(line.models, &LeadingOption::id),
                                                joined_ids(line.models, &LeadingOption::band),
                                                joined_ids(line.vehicles, &LeadingOption::id),
                                                joined_ids(line.vehicles, &LeadingOption::band),
                                                line.depth_cap,
                                                foundation::joined(barred, " "),
                                                foundation::joined(line.waiting, " "),
                                                line.error.empty() ? std::to_string(line.warnings) : "",
                                                line.error};
        text += directory::csv_row(cells);
    }
    return text;
}

std::string batch_as_json(const rulebase::RuleBase& rules, const std::vector<BatchLine>& lines)
{
    const Table table = table_of(rules, lines);
    Json cases = Json::array();
    for (const BatchLine& line : lines)
        cases.push_back(line_json(line));
    const Json json{{"format", "federation-adviser batch"},
                    {"version", 1},
                    {"rules", {{"id", rules.id}, {"version", rules.version}, {"sha256", rules.sha256}}},
                    {"judged", table.judged},
                    {"bad", table.bad},
                    {"cases", cases},
                    {"table", {{"models", tallies_json(table.models)}, {"vehicles", tallies_json(table.vehicles)}}}};
    return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

std::string batch_as_table(const rulebase::RuleBase& rules, const std::vector<BatchLine>& lines)
{
    const Table table = table_of(rules, lines);
    const auto cases = [](std::size_t count) { return std::to_string(count) + (count == 1 ? " case" : " cases"); };
    std::string text = "What leads where: " + cases(table.judged) + " judged";
    text += table.bad == 0 ? ".\n" : ", " + cases(table.bad) + " could not be read.\n";
    return text + "\n" + table_text("Model", table.models, table) + "\n" + table_text("Vehicle", table.vehicles, table);
}

} // namespace fedadvise::cli
