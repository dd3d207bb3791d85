#include "casefile/value_reader.h"

#include "foundation/number_text.h"
#include "foundation/text_list.h"
#include "foundation/utf8.h"

#include <algorithm>
#include <set>
#include <utility>

namespace fedadvise::casefile
{

using foundation::Diagnostic;
using foundation::Severity;

namespace
{

constexpr std::size_t longest_text = 20'000; ///< characters of a name, note or text answer
constexpr std::size_t most_faults =
    200; ///< of each severity; nobody reads more, and finding the place of each takes time

} // namespace

void ValueReader::add(const Value& at, Severity severity, const char* code, std::string message, std::string advice)
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
bool ValueReader::has_seen_enough() const
{
    return m_errors >= most_faults;
}

void ValueReader::fault(const Value& at, const char* code, std::string message, std::string advice)
{
    add(at, Severity::Error, code, std::move(message), std::move(advice));
}

void ValueReader::warn(const Value& at, const char* code, std::string message, std::string advice)
{
    add(at, Severity::Warning, code, std::move(message), std::move(advice));
}

void ValueReader::for_each_member(const Value& object, const Member& visit) const
{
    for (const JsonValue& member : object.node.children)
    {
        if (has_seen_enough())
            return;
        visit(member.key, Value{member, object.path.empty() ? member.key : object.path + "." + member.key});
    }
}

void ValueReader::read_object(const Value& object, const std::vector<std::string>& known, UnknownKeys& unknown,
                              const Member& visit)
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
                        unknown.push_back({key, raw(value)});
                    });
}

std::string ValueReader::raw(const Value& value) const
{
    return std::string(m_json.substr(value.node.begin, value.node.end - value.node.begin));
}

std::string ValueReader::text(const Value& value)
{
    if (value.node.type != JsonType::String)
    {
        fault(value, "casefile.wrong-type", "This must be a text.", "Write it in quotation marks.");
        return {};
    }
    std::string clean(foundation::trimmed(foundation::without_control_characters(value.node.text)));
    if (foundation::code_point_count(clean) > longest_text)
        fault(value, "casefile.too-long", "The text has more than 20,000 characters.", "Shorten it.");
    return clean;
}

std::optional<foundation::Date> ValueReader::read_date(const Value& value)
{
    const std::string written = text(value);
    const auto date = foundation::parse_date(written);
    if (!date && value.node.type == JsonType::String)
        fault(value, "casefile.bad-date", "'" + written + "' is not a date.",
              "Write dates as 2026-11-22 (year, month, day).");
    return date;
}

void ValueReader::for_each_item(const Value& array, const Item& visit) const
{
    std::size_t index = 0;
    for (const JsonValue& item : array.node.children)
    {
        if (has_seen_enough())
            return;
        visit(Value{item, array.path + "[" + std::to_string(index) + "]"});
        ++index;
    }
}

const rulebase::Question* ValueReader::question_of(const std::string& key, const Value& value, UnknownKeys& unknown)
{
    const rulebase::Question* question = rulebase::find_question(m_rules, {key});
    if (question != nullptr)
        return question;
    if (m_newer)
    {
        warn(value, "casefile.unknown-question", "There is no question '" + key + "'.",
             "It is kept when the case is saved, but not used.");
        unknown.push_back({key, raw(value)});
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

std::variant<Answer, AnswerFault> ValueReader::parse_value(const rulebase::Question& question, const Value& value)
{
    const bool numeric = question.kind == rulebase::AnswerKind::Number || question.kind == rulebase::AnswerKind::Scale;
    switch (value.node.type)
    {
    case JsonType::Number:
        if (!numeric)
            return AnswerFault{"casefile.wrong-type", "'" + question.id.value + "' does not take a number.",
                               "Write the answer in quotation marks."};
        [[fallthrough]];
    case JsonType::String:
        if (foundation::code_point_count(value.node.text) > longest_text)
            return AnswerFault{"casefile.too-long", "The answer has more than 20,000 characters.", "Shorten it."};
        if (numeric && value.node.text.find(',') != std::string::npos)
            return AnswerFault{"casefile.bad-number", "'" + value.node.text + "' is not a whole number.",
                               "Write digits only, for example 9100."};
        return parse_answer(question, value.node.text);
    case JsonType::Array: return parse_list(question, value);
    case JsonType::Boolean:
    case JsonType::Null:
    case JsonType::Object: break;
    }
    return AnswerFault{"casefile.wrong-type", "The answer to '" + question.id.value + "' is of the wrong type.",
                       "Write a text, a number or a list; leave the question out when there is no answer."};
}

std::variant<Answer, AnswerFault> ValueReader::parse_list(const rulebase::Question& question, const Value& value)
{
    std::vector<std::string> written;
    for (std::size_t i = 0; i < value.node.children.size(); ++i)
        if (value.node.children[i].type != JsonType::String)
            return AnswerFault{"casefile.wrong-type",
                               "The list for '" + question.id.value + "' holds something that is no text.",
                               "Write the names of answers in quotation marks."};
    for (const JsonValue& item : value.node.children)
        written.push_back(item.text);
    const std::set<std::string> once(written.begin(), written.end());
    if (once.size() != written.size())
        return AnswerFault{"casefile.duplicate-key", "The list for '" + question.id.value + "' names an answer twice.",
                           "Keep one of them."};
    return parse_answer(question, written);
}

std::string ValueReader::needed_text(const Value& value, bool& said)
{
    std::string words = text(value);
    said = value.node.type != JsonType::String || !words.empty();
    return words;
}

} // namespace fedadvise::casefile
