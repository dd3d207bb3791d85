// Reads the conflicts of a case file.
#include "casefile/answers_reader.h"

#include <algorithm>
#include <utility>

namespace fedadvise::casefile
{

namespace
{

class ConflictReader
{
public:
    explicit ConflictReader(ValueReader& reader) : m_reader(reader), m_answers(reader) {}

    /// False when the question belongs to a newer version; then the conflict is kept as it is written.
    bool read(const Value& value, Conflict& conflict)
    {
        std::optional<Value> values, question;
        bool says_about = false;
        m_reader.read_object(value, {"about", "practice", "respondent", "answered", "round", "question", "values"},
                             conflict.unknown_keys,
                             [&](const std::string& key, const Value& member)
                             {
                                 if (key == "about")
                                     conflict.about = m_reader.needed_text(member, says_about);
                                 else if (key == "practice")
                                     conflict.practice = m_reader.text(member);
                                 else if (key == "respondent")
                                     conflict.respondent = m_reader.text(member);
                                 else if (key == "answered")
                                     conflict.answered = m_answers.read_time(member);
                                 else if (key == "round")
                                     conflict.round = m_answers.read_round(member);
                                 else
                                     (key == "question" ? question : values).emplace(member);
                             });
        if (value.node.type != JsonType::Object)
            return true;
        if (!says_about)
            m_reader.fault(value, "casefile.missing-key", "The conflict has no \"about\".",
                           "Say what it is about, for example \"about\": \"answer\".");
        const rulebase::Question* asked = nullptr;
        if (conflict.about == "answer" && !read_question(value, question, conflict, asked))
            return false;
        if (values && values->node.type == JsonType::Array && values->node.children.size() > 1)
            m_reader.for_each_item(*values,
                                   [&](const Value& item) { conflict.values.push_back(read_value(item, asked)); });
        else
            m_reader.fault(values ? *values : value, "casefile.missing-key",
                           "A conflict is between two values or more.",
                           "Write \"values\": [ … ], or remove the conflict.");
        return true;
    }

private:
    bool read_question(const Value& value, const std::optional<Value>& written, Conflict& conflict,
                       const rulebase::Question*& asked)
    {
        if (!written)
        {
            m_reader.fault(value, "casefile.missing-key", "The conflict has no \"question\".",
                           "Name the question that is answered in two ways.");
            return true;
        }
        UnknownKeys newer;
        const std::string name = m_reader.text(*written);
        asked = m_reader.question_of(name, *written, newer);
        conflict.question = {name};
        return newer.empty();
    }
    ConflictValue read_value(const Value& value, const rulebase::Question* asked)
    {
        ConflictValue said;
        bool says_something = false;
        m_reader.read_object(value, {"answer", "text", "files", "weighed", "chosen"}, said.unknown_keys,
                             [&](const std::string& key, const Value& member)
                             {
                                 if (key == "answer")
                                     says_something = true, read_answer(member, asked, said);
                                 else if (key == "text")
                                     says_something = true, said.text = m_reader.text(member);
                                 else if (key == "files")
                                     said.files = m_answers.read_texts(member);
                                 else if (member.node.type != JsonType::Boolean)
                                     m_reader.fault(member, "casefile.wrong-type", "This must be true or false.",
                                                    "Write true or false, without quotation marks.");
                                 else
                                     (key == "weighed" ? said.weighed : said.chosen) = member.node.text == "true";
                             });
        if (!says_something && value.node.type == JsonType::Object)
            m_reader.fault(value, "casefile.missing-key", "The value has neither \"answer\" nor \"text\".",
                           "Write what was said.");
        return said;
    }
    void read_answer(const Value& value, const rulebase::Question* asked, ConflictValue& said)
    {
        if (asked == nullptr)
            return;
        auto parsed = ValueReader::parse_value(*asked, value);
        if (const auto* bad = std::get_if<AnswerFault>(&parsed))
            return m_reader.fault(value, bad->code.c_str(), bad->message, bad->advice);
        said.answer = std::get<Answer>(std::move(parsed));
    }

    ValueReader& m_reader;
    AnswersReader m_answers;
};

} // namespace

void read_conflicts(ValueReader& reader, const Value& value, Case& group)
{
    if (value.node.type != JsonType::Array)
        return reader.fault(value, "casefile.wrong-type", "\"conflicts\" must be a list.", "Write [ … ] here.");
    reader.for_each_item(value,
                         [&](const Value& item)
                         {
                             Conflict conflict;
                             if (ConflictReader(reader).read(item, conflict))
                                 group.conflicts.push_back(std::move(conflict));
                             else
                                 group.unknown_conflicts.push_back(reader.raw(item));
                         });
}

} // namespace fedadvise::casefile
