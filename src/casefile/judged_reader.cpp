#include "casefile/case.h"
#include "casefile/value_reader.h"
#include "foundation/number_text.h"

namespace fedadvise::casefile
{

namespace
{

class JudgedReader
{
public:
    explicit JudgedReader(ValueReader& reader) : m_reader(reader) {}

    Judged read(const Value& value)
    {
        Judged judged;
        m_reader.read_object(value, {"rules", "as-at", "answers", "models", "vehicles"}, judged.unknown_keys,
                             [&](const std::string& key, const Value& member)
                             {
                                 if (key == "rules")
                                     read_rules(member, judged);
                                 else if (key == "as-at")
                                     judged.as_at = m_reader.read_date(member).value_or(foundation::Date{});
                                 else if (key == "answers")
                                     judged.answers_sha256 = m_reader.text(member);
                                 else
                                     read_options(member, key == "models" ? judged.models : judged.vehicles);
                             });
        if (value.node.type == JsonType::Object && judged.rules_sha256.empty())
            m_reader.fault(value, "casefile.missing-key", "It is not said with which rules the case was judged.",
                           "Remove \"judged\": the program writes it anew.");
        return judged;
    }

private:
    void read_rules(const Value& value, Judged& judged)
    {
        UnknownKeys ignored;
        m_reader.read_object(value, {"id", "version", "sha256", "as-at"}, ignored,
                             [&](const std::string& key, const Value& member)
                             {
                                 if (key == "id")
                                     judged.rules_id = m_reader.text(member);
                                 else if (key == "version")
                                     judged.rules_version = m_reader.text(member);
                                 else if (key == "sha256")
                                     judged.rules_sha256 = m_reader.text(member);
                                 else
                                     judged.rules_as_at = m_reader.read_date(member).value_or(foundation::Date{});
                             });
    }
    /// Ids are not looked up: the rules of that day may have had other options.
    void read_options(const Value& value, JudgedOptions& options)
    {
        if (value.node.type != JsonType::Object)
            return m_reader.fault(value, "casefile.wrong-type", "Here must be an object with an entry for each option.",
                                  "Write { … }, or remove \"judged\": the program writes it anew.");
        m_reader.for_each_member(value, [&](const std::string& key, const Value& member)
                                 { options[{key}] = read_option(member); });
    }
    JudgedOption read_option(const Value& value)
    {
        JudgedOption option;
        UnknownKeys ignored;
        m_reader.read_object(value, {"rank", "band"}, ignored,
                             [&](const std::string& key, const Value& member)
                             {
                                 if (key == "band")
                                     option.band = m_reader.text(member);
                                 else
                                     option.rank = read_rank(member);
                             });
        return option;
    }
    int read_rank(const Value& value)
    {
        const auto rank = foundation::parse_integer(m_reader.raw(value));
        if (rank && *rank >= 1 && *rank <= 1000)
            return static_cast<int>(*rank);
        m_reader.fault(value, "casefile.bad-value", "A rank is a whole number from 1.",
                       "Mend it, or remove \"judged\": the program writes it anew.");
        return 0;
    }

    ValueReader& m_reader;
};

} // namespace

Judged read_judged(ValueReader& reader, const Value& value)
{
    return JudgedReader(reader).read(value);
}

} // namespace fedadvise::casefile
