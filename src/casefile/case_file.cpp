#include "casefile/case_file.h"

#include "casefile/json_index.h"
#include "foundation/file.h"
#include "foundation/number_text.h"
#include "foundation/text_list.h"
#include "foundation/utf8.h"

#include <boost/property_tree/json_parser.hpp>
#include <boost/property_tree/ptree.hpp>

#include <algorithm>
#include <set>
#include <sstream>
#include <utility>

namespace fedadvise::casefile
{

namespace pt = boost::property_tree;
using foundation::Diagnostic;
using foundation::Severity;
using rulebase::Scope;

namespace
{

constexpr std::size_t longest_text = 20'000; ///< characters of a name, note or text answer
constexpr std::size_t most_faults =
    200; ///< of each severity; nobody reads more, and finding the place of each takes time

/// A value of the file: what PropertyTree read, and where and what it is.
struct Value
{
    const pt::ptree& tree;
    const JsonNode& node;
    std::string path;
};

enum class Holder
{
    Group,
    Practice,
    Respondent,
};

/// Reads one case; collects every fault on the way.
class Reader
{
public:
    Reader(std::string_view json, const std::string& name, const rulebase::RuleBase& rules,
           std::vector<Diagnostic>& faults)
        : m_json(json), m_name(name), m_rules(rules), m_faults(faults)
    {
    }

    Case read(const Value& top)
    {
        Case group;
        if (top.node.type != JsonType::Object)
        {
            fault(top, "casefile.wrong-type", "The file does not hold a case.",
                  "A case file begins with { and has \"format\", \"version\" and \"group\".");
            return group;
        }
        bool has_format = false, has_version = false;
        for_each_member(top,
                        [&](const std::string& key, const Value& value)
                        {
                            if (key == "format")
                                has_format = true, read_format(value);
                            else if (key == "version")
                                has_version = true, group.version = read_version(value);
                            else
                                return false;
                            return true;
                        });
        if (!has_format)
            fault(top, "casefile.missing-key", "The key \"format\" is missing.",
                  "Add \"format\": \"federation-adviser case\".");
        if (!has_version)
            fault(top, "casefile.missing-key", "The key \"version\" is missing.", "Add \"version\": 1.");
        m_newer = group.version > current_version;
        if (m_newer)
            warn(top, "casefile.newer-version", "The file was written by a newer version of the program.",
                 "What this version does not know is kept but not used.");
        read_members(top, group);
        check_dates(top, group);
        check_counts(top, group);
        return group;
    }

private:
    void add(const Value& at, Severity severity, const char* code, std::string message, std::string advice)
    {
        std::size_t& count = severity == Severity::Error ? m_errors : m_warnings;
        if (++count > most_faults)
            return;
        const LineColumn place = locate(m_json, at.node.begin);
        const auto plain = [](const std::string& text)
        { return foundation::without_control_characters(text); }; // quoted from the file
        m_faults.push_back(
            {code, severity, {m_name, place.line, place.column, plain(at.path)}, plain(message), plain(advice)});
    }
    /// When this holds the case is refused anyway, and the rest is not looked at.
    [[nodiscard]] bool has_seen_enough() const { return m_errors >= most_faults; }
    void fault(const Value& at, const char* code, std::string message, std::string advice)
    {
        add(at, Severity::Error, code, std::move(message), std::move(advice));
    }
    void warn(const Value& at, const char* code, std::string message, std::string advice)
    {
        add(at, Severity::Warning, code, std::move(message), std::move(advice));
    }

    /// Walks the members of an object, both views side by side. `visit` tells whether it knows the key.
    template <class Visit>
    void for_each_member(const Value& object, Visit visit)
    {
        auto child = object.node.children.begin();
        for (const auto& [key, tree] : object.tree)
        {
            if (has_seen_enough())
                return;
            const Value value{tree, *child++, object.path.empty() ? key : object.path + "." + key};
            visit(key, value);
        }
    }
    /// The same with faults for duplicate keys, and unknown keys put into `unknown`.
    template <class Visit>
    void read_object(const Value& object, const std::vector<std::string>& known, UnknownKeys& unknown, Visit visit)
    {
        if (object.node.type != JsonType::Object)
            return fault(object, "casefile.wrong-type", "This must be an object.", "Write { … } here.");
        std::set<std::string> seen;
        for_each_member(object,
                        [&](const std::string& key, const Value& value)
                        {
                            if (!seen.insert(key).second)
                                return fault(value, "casefile.duplicate-key", "The key \"" + key + "\" stands twice.",
                                             "Keep one of them.");
                            if (std::find(known.begin(), known.end(), key) != known.end())
                                return visit(key, value);
                            const std::string near = foundation::nearest_word(key, known);
                            if (!near.empty() && !m_newer)
                                return fault(value, "casefile.unknown-key", "The key \"" + key + "\" is not known.",
                                             "Did you mean \"" + near + "\"?");
                            warn(value, "casefile.unknown-key", "The key \"" + key + "\" is not known.",
                                 "It is kept when the case is saved, but not used.");
                            unknown.push_back(
                                {key, std::string(m_json.substr(value.node.begin, value.node.end - value.node.begin))});
                        });
    }
    std::string text(const Value& value)
    {
        if (value.node.type != JsonType::String)
        {
            fault(value, "casefile.wrong-type", "This must be a text.", "Write it in quotation marks.");
            return {};
        }
        std::string clean(foundation::trimmed(foundation::without_control_characters(value.tree.data())));
        if (foundation::code_point_count(clean) > longest_text)
            fault(value, "casefile.too-long", "The text has more than 20,000 characters.", "Shorten it.");
        return clean;
    }
    void read_format(const Value& value)
    {
        const std::string format = text(value);
        if (value.node.type == JsonType::String && format != "federation-adviser case")
            fault(value, "casefile.bad-format", "This is not a case of Federation Adviser.",
                  "The value must be \"federation-adviser case\".");
    }
    int read_version(const Value& value)
    {
        const auto number = foundation::parse_integer(value.tree.data());
        const bool typed = value.node.type == JsonType::Number || value.node.type == JsonType::String;
        if (typed && number && *number >= 1 && *number <= 1'000'000)
            return static_cast<int>(*number);
        fault(value, "casefile.bad-version", "The version must be a whole number from 1.", "Write \"version\": 1.");
        return current_version;
    }
    void read_members(const Value& top, Case& group)
    {
        read_object(top, {"format", "version", "title", "as-at", "group", "practices"}, group.unknown_keys,
                    [&](const std::string& key, const Value& value)
                    {
                        if (key == "title")
                            group.title = text(value);
                        else if (key == "as-at")
                            group.as_at = read_date(value);
                        else if (key == "group")
                            read_group(value, group);
                        else if (key == "practices")
                            read_practices(value, group);
                    });
    }
    std::optional<foundation::Date> read_date(const Value& value)
    {
        const std::string written = text(value);
        const auto date = foundation::parse_date(written);
        if (!date && value.node.type == JsonType::String)
            fault(value, "casefile.bad-date", "'" + written + "' is not a date.",
                  "Write dates as 2026-11-22 (year, month, day).");
        return date;
    }
    void read_group(const Value& value, Case& group)
    {
        read_object(value, {"answers", "notes"}, group.unknown_group_keys,
                    [&](const std::string& key, const Value& member)
                    {
                        if (key == "answers")
                            read_answers(member, Holder::Group, group.answers, group.unknown_answers);
                        else
                            read_notes(member, group.notes, group.unknown_notes);
                    });
    }
    void read_practices(const Value& value, Case& group)
    {
        if (value.node.type != JsonType::Array)
            return fault(value, "casefile.wrong-type", "\"practices\" must be a list.", "Write [ … ] here.");
        std::set<std::string> ids;
        for_each_item(value,
                      [&](const Value& item)
                      {
                          bool says_id = false;
                          Practice practice = read_practice(item, says_id);
                          if (!says_id && item.node.type == JsonType::Object)
                              fault(item, "casefile.missing-key", "The practice has no \"id\".",
                                    "Add one, for example \"id\": \"p1\".");
                          else if (!ids.insert(practice.id).second && !practice.id.empty())
                              fault(item, "casefile.duplicate-id", "Two practices have the id \"" + practice.id + "\".",
                                    "Give one of them another id.");
                          group.practices.push_back(std::move(practice));
                      });
    }
    template <class Visit>
    void for_each_item(const Value& array, Visit visit)
    {
        std::size_t index = 0;
        for (const auto& [key, tree] : array.tree)
        {
            if (has_seen_enough())
                return;
            visit(Value{tree, array.node.children[index], array.path + "[" + std::to_string(index) + "]"});
            ++index;
        }
    }
    /// `says_id` tells whether there is an id, be it a wrong one that has its own fault.
    Practice read_practice(const Value& value, bool& says_id)
    {
        Practice practice;
        read_object(value, {"id", "name", "ods-code", "answers", "notes", "respondents"}, practice.unknown_keys,
                    [&](const std::string& key, const Value& member)
                    {
                        if (key == "id")
                            practice.id = text(member),
                            says_id = member.node.type != JsonType::String || !practice.id.empty();
                        else if (key == "name")
                            practice.name = text(member);
                        else if (key == "ods-code")
                            practice.ods_code = text(member);
                        else if (key == "answers")
                            read_answers(member, Holder::Practice, practice.answers, practice.unknown_answers);
                        else if (key == "notes")
                            read_notes(member, practice.notes, practice.unknown_notes);
                        else
                            read_respondents(member, practice);
                    });
        return practice;
    }
    void read_respondents(const Value& value, Practice& practice)
    {
        if (value.node.type != JsonType::Array)
            return fault(value, "casefile.wrong-type", "\"respondents\" must be a list.", "Write [ … ] here.");
        for_each_item(value,
                      [&](const Value& item)
                      {
                          Respondent respondent;
                          read_object(item, {"role", "answers", "notes"}, respondent.unknown_keys,
                                      [&](const std::string& key, const Value& member)
                                      {
                                          if (key == "role")
                                              respondent.role = text(member);
                                          else if (key == "answers")
                                              read_answers(member, Holder::Respondent, respondent.answers,
                                                           respondent.unknown_answers);
                                          else
                                              read_notes(member, respondent.notes, respondent.unknown_notes);
                                      });
                          practice.respondents.push_back(std::move(respondent));
                      });
    }
    const rulebase::Question* question_of(const std::string& key, const Value& value, UnknownKeys& unknown)
    {
        const rulebase::Question* question = rulebase::find_question(m_rules, {key});
        if (question != nullptr)
            return question;
        if (m_newer)
        {
            warn(value, "casefile.unknown-question", "There is no question '" + key + "'.",
                 "It is kept when the case is saved, but not used.");
            unknown.push_back({key, std::string(m_json.substr(value.node.begin, value.node.end - value.node.begin))});
            return nullptr;
        }
        std::vector<std::string> names;
        for (const rulebase::Question& known : m_rules.questions)
            names.push_back(known.id.value);
        const std::string near = foundation::nearest_word(key, names);
        fault(value, "casefile.unknown-question", "There is no question '" + key + "'.",
              near.empty() ? "'fedadvise questions' lists every question." : "Did you mean '" + near + "'?");
        return nullptr;
    }
    void read_answers(const Value& value, Holder holder, Answers& answers, UnknownKeys& unknown)
    {
        if (value.node.type != JsonType::Object)
            return fault(value, "casefile.wrong-type", "\"answers\" must be an object.",
                         "Write { \"question\": answer, … } here.");
        std::set<std::string> seen;
        for_each_member(value,
                        [&](const std::string& key, const Value& member)
                        {
                            if (!seen.insert(key).second)
                                return fault(member, "casefile.duplicate-key",
                                             "The question '" + key + "' is answered twice.",
                                             "Keep one of the answers.");
                            const rulebase::Question* question = question_of(key, member, unknown);
                            if (question == nullptr || !check_scope(*question, holder, member))
                                return;
                            auto parsed = parse_value(*question, member);
                            if (const auto* bad = std::get_if<AnswerFault>(&parsed))
                                return fault(member, bad->code.c_str(), bad->message, bad->advice);
                            answers.emplace(question->id, std::get<Answer>(std::move(parsed)));
                        });
    }
    bool check_scope(const rulebase::Question& question, Holder holder, const Value& value)
    {
        if (holder == Holder::Group && question.scope == Scope::Practice)
        {
            fault(value, "casefile.wrong-scope",
                  "'" + question.id.value + "' is answered by each practice, not once for the group.",
                  "Move it into the answers of the practices.");
            return false;
        }
        if (holder != Holder::Group && question.scope == Scope::Group)
        {
            fault(value, "casefile.wrong-scope",
                  "'" + question.id.value + "' is answered once for the group, not by a practice.",
                  "Move it into \"group\": { \"answers\": … }.");
            return false;
        }
        return true;
    }
    std::variant<Answer, AnswerFault> parse_value(const rulebase::Question& question, const Value& value)
    {
        const bool numeric =
            question.kind == rulebase::AnswerKind::Number || question.kind == rulebase::AnswerKind::Scale;
        switch (value.node.type)
        {
        case JsonType::Number:
            if (!numeric)
                return AnswerFault{"casefile.wrong-type", "'" + question.id.value + "' does not take a number.",
                                   "Write the answer in quotation marks."};
            [[fallthrough]];
        case JsonType::String:
            if (foundation::code_point_count(value.tree.data()) > longest_text)
                return AnswerFault{"casefile.too-long", "The answer has more than 20,000 characters.", "Shorten it."};
            if (numeric && value.tree.data().find(',') != std::string::npos)
                return AnswerFault{"casefile.bad-number", "'" + value.tree.data() + "' is not a whole number.",
                                   "Write digits only, for example 9100."};
            return parse_answer(question, value.tree.data());
        case JsonType::Array: return parse_list(question, value);
        case JsonType::Boolean:
        case JsonType::Null:
        case JsonType::Object: break;
        }
        return AnswerFault{"casefile.wrong-type", "The answer to '" + question.id.value + "' is of the wrong type.",
                           "Write a text, a number or a list; leave the question out when there is no answer."};
    }
    std::variant<Answer, AnswerFault> parse_list(const rulebase::Question& question, const Value& value)
    {
        std::vector<std::string> written;
        for (std::size_t i = 0; i < value.node.children.size(); ++i)
            if (value.node.children[i].type != JsonType::String)
                return AnswerFault{"casefile.wrong-type",
                                   "The list for '" + question.id.value + "' holds something that is no text.",
                                   "Write the names of answers in quotation marks."};
        for (const auto& [key, item] : value.tree)
            written.push_back(item.data());
        const std::set<std::string> once(written.begin(), written.end());
        if (once.size() != written.size())
            return AnswerFault{"casefile.duplicate-key",
                               "The list for '" + question.id.value + "' names an answer twice.", "Keep one of them."};
        return parse_answer(question, written);
    }
    void read_notes(const Value& value, Notes& notes, UnknownKeys& unknown)
    {
        if (value.node.type != JsonType::Object)
            return fault(value, "casefile.wrong-type", "\"notes\" must be an object.",
                         "Write { \"question\": \"note\", … } here.");
        std::set<std::string> seen;
        for_each_member(value,
                        [&](const std::string& key, const Value& member)
                        {
                            if (!seen.insert(key).second)
                                return fault(member, "casefile.duplicate-key",
                                             "The question '" + key + "' has two notes.", "Join them.");
                            const rulebase::Question* question = question_of(key, member, unknown);
                            if (question == nullptr)
                                return;
                            const std::string note = text(member);
                            if (!note.empty())
                                notes.emplace(question->id, note);
                        });
    }
    /// A number of practices that differs from the practices listed is used only when it is the larger one; say so.
    void check_counts(const Value& top, const Case& group)
    {
        const auto listed = static_cast<std::int64_t>(group.practices.size());
        for (const rulebase::Question& question : m_rules.questions)
        {
            const Answer* answer =
                question.derived == "count-of-practices" ? find_answer(group.answers, question.id) : nullptr;
            const auto* stated = answer == nullptr ? nullptr : std::get_if<Number>(answer);
            if (stated == nullptr || listed == 0 || stated->value == listed)
                continue;
            warn(top, "casefile.count-differs",
                 "'" + question.id.value + "' is " + std::to_string(stated->value) + ", but " + std::to_string(listed) +
                     (listed == 1 ? " practice is listed." : " practices are listed."),
                 stated->value < listed ? "The practices listed count; remove the answer."
                                        : "The larger number is used, as if the others were not listed yet.");
        }
    }
    void check_dates(const Value& top, Case& group)
    {
        const Answer* answer = find_answer(group.answers, {"as-at"});
        const auto* date = answer == nullptr ? nullptr : std::get_if<foundation::Date>(answer);
        if (date == nullptr)
            return;
        if (group.as_at && *group.as_at != *date)
            fault(top, "casefile.two-dates",
                  "\"as-at\" says " + foundation::date_text(*group.as_at) + ", but the answer to 'as-at' says " +
                      foundation::date_text(*date) + ".",
                  "Keep one of them.");
        group.as_at = *date;
        group.answers.erase({"as-at"});
    }

    std::string_view m_json;
    const std::string& m_name;
    const rulebase::RuleBase& m_rules;
    std::vector<Diagnostic>& m_faults;
    bool m_newer = false;
    std::size_t m_errors = 0;
    std::size_t m_warnings = 0;
};

Diagnostic whole_file_fault(std::string_view json, const std::string& name, std::size_t offset, const char* code,
                            std::string message, std::string advice)
{
    const LineColumn place = locate(json, offset);
    return {code, Severity::Error, {name, place.line, place.column, ""}, std::move(message), std::move(advice)};
}

} // namespace

LoadedCase read_case(std::string_view json, const std::string& name, const rulebase::RuleBase& rules)
{
    LoadedCase loaded;
    if (json.starts_with("\xEF\xBB\xBF"))
        json.remove_prefix(3); // a byte order mark, as some Windows editors write it
    const auto refuse = [&](std::size_t offset, const char* code, std::string message, std::string advice)
    {
        loaded.diagnostics.push_back(whole_file_fault(json, name, offset, code, std::move(message), std::move(advice)));
        return loaded;
    };
    if (json.size() > largest_file)
        return refuse(0, "file.too-large", "The file is larger than 8 MB.", "This is probably not a case file.");
    if (const auto bad = foundation::first_invalid_utf8(json))
        return refuse(*bad, "casefile.not-utf8", "The file is not UTF-8 text.", "Save it as UTF-8.");
    const auto index = index_json(json, deepest_nesting);
    if (const auto* fault = std::get_if<JsonFault>(&index))
        return refuse(fault->offset, "casefile.malformed-json", fault->message,
                      "The file is damaged or was edited by hand. Mend this place, or open an older copy.");
    pt::ptree tree;
    try
    {
        std::istringstream stream{std::string(json)};
        pt::read_json(stream, tree);
    }
    catch (const pt::json_parser_error& error)
    {
        return refuse(0, "casefile.malformed-json", "The file cannot be read: " + error.message() + ".",
                      "The file is damaged. Open an older copy.");
    }
    Case group = Reader(json, name, rules, loaded.diagnostics).read({tree, std::get<JsonNode>(index), ""});
    foundation::sort_by_place(loaded.diagnostics);
    if (!foundation::has_errors(loaded.diagnostics))
        loaded.group = std::move(group);
    return loaded;
}

LoadedCase load_case(const std::filesystem::path& path, const rulebase::RuleBase& rules)
{
    const std::string name = foundation::utf8_from_path(path);
    const auto bytes = foundation::read_file(path, largest_file);
    if (bytes)
        return read_case(bytes.value(), name, rules);
    LoadedCase failed;
    failed.diagnostics.push_back(
        {bytes.error().code, Severity::Error, {name, 0, 0, ""}, bytes.error().message, bytes.error().advice});
    return failed;
}

foundation::Result<void> save_case(const std::filesystem::path& path, const Case& group)
{
    return foundation::save_file(path, case_text(group));
}

} // namespace fedadvise::casefile
