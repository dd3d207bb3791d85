// ValueReader: walks the JSON values of a case file and notes what is wrong with them. Not for use outside casefile.
#pragma once

#include "casefile/case_reader.h"

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace fedadvise::casefile
{

/// A value of the file, and the path that leads to it.
struct Value
{
    const JsonValue& node;
    std::string path;
};

/// What every part of a case file has in common. Faults are added to the list; past the most that anybody reads, the
/// rest is not looked at.
class ValueReader
{
public:
    ValueReader(std::string_view json, const std::string& name, const rulebase::RuleBase& rules,
                std::vector<foundation::Diagnostic>& faults)
        : m_json(json), m_name(name), m_rules(rules), m_faults(faults)
    {
    }

    /// From now on, what is not known was written by a newer version, and is kept with a warning.
    void expect_newer() { m_newer = true; }

    void fault(const Value& at, const char* code, std::string message, std::string advice);
    void warn(const Value& at, const char* code, std::string message, std::string advice);

    using Member = std::function<void(const std::string& key, const Value& value)>;
    using Item = std::function<void(const Value& value)>;
    /// Walks the members of an object.
    void for_each_member(const Value& object, const Member& visit) const;
    /// The same for the known keys, with faults for duplicate keys, and unknown keys put into `unknown`.
    void read_object(const Value& object, const std::vector<std::string>& known, UnknownKeys& unknown,
                     const Member& visit);
    /// Walks the items of a list.
    void for_each_item(const Value& array, const Item& visit) const;

    [[nodiscard]] std::string raw(const Value& value) const;
    std::string text(const Value& value);
    /// A text that must be there; `said` becomes true also for a value of a wrong type, which has its own fault.
    std::string needed_text(const Value& value, bool& said);
    std::optional<foundation::Date> read_date(const Value& value);
    /// Null when there is no such question; what a newer version may mean by it is put into `unknown`.
    const rulebase::Question* question_of(const std::string& key, const Value& value, UnknownKeys& unknown);
    static std::variant<Answer, AnswerFault> parse_value(const rulebase::Question& question, const Value& value);

private:
    void add(const Value& at, foundation::Severity severity, const char* code, std::string message, std::string advice);
    [[nodiscard]] bool has_seen_enough() const;
    static std::variant<Answer, AnswerFault> parse_list(const rulebase::Question& question, const Value& value);

    std::string_view m_json;
    const std::string& m_name;
    const rulebase::RuleBase& m_rules;
    std::vector<foundation::Diagnostic>& m_faults;
    bool m_newer = false;
    std::size_t m_errors = 0;
    std::size_t m_warnings = 0;
};

/// Reads the list "variants" into the case, whose practices must have been read.
void read_variants(ValueReader& reader, const Value& value, Case& group);

/// Reads what the case was judged with.
[[nodiscard]] Judged read_judged(ValueReader& reader, const Value& value);

} // namespace fedadvise::casefile
