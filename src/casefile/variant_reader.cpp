// Reads the variants of a case file.
#include "casefile/answers_reader.h"

#include "foundation/text_list.h"

#include <algorithm>
#include <utility>

namespace fedadvise::casefile
{

using rulebase::Scope;

namespace
{

class VariantReader
{
public:
    explicit VariantReader(ValueReader& reader) : m_reader(reader) {}

    void read(const Value& value, Case& group)
    {
        if (value.node.type != JsonType::Array)
            return m_reader.fault(value, "casefile.wrong-type", "\"variants\" must be a list.", "Write [ … ] here.");
        if (value.node.children.size() > most_variants)
            return m_reader.fault(value, "casefile.too-many",
                                  "The case has more than " + std::to_string(most_variants) + " variants.",
                                  "Remove those that are no longer needed.");
        m_reader.for_each_item(value,
                               [&](const Value& item)
                               {
                                   Variant variant = read_variant(item, group);
                                   if (!variant.id.empty() && find_variant(group, variant.id) != nullptr)
                                       m_reader.fault(item, "casefile.duplicate-id",
                                                      "Two variants have the id \"" + variant.id + "\".",
                                                      "Give one of them another id.");
                                   group.variants.push_back(std::move(variant));
                               });
    }

private:
    Variant read_variant(const Value& value, const Case& group)
    {
        Variant variant;
        bool says_id = false, says_name = false;
        std::optional<Value> changes; // they are judged by who leaves
        m_reader.read_object(value, {"id", "name", "note", "as-at", "without", "changes", "other-ids"},
                             variant.unknown_keys,
                             [&](const std::string& key, const Value& member)
                             {
                                 if (key == "id")
                                     variant.id = m_reader.needed_text(member, says_id);
                                 else if (key == "name")
                                     variant.name = m_reader.needed_text(member, says_name);
                                 else if (key == "note")
                                     variant.note = m_reader.text(member);
                                 else if (key == "as-at")
                                     variant.as_at = m_reader.read_date(member);
                                 else if (key == "other-ids")
                                     variant.other_ids = AnswersReader(m_reader).read_texts(member);
                                 else if (key == "without")
                                     read_without(member, group, variant);
                                 else
                                     changes.emplace(member);
                             });
        if (value.node.type != JsonType::Object)
            return variant;
        if (!says_id)
            m_reader.fault(value, "casefile.missing-key", "The variant has no \"id\".",
                           "Add one, for example \"id\": \"v1\".");
        if (!says_name)
            m_reader.fault(value, "casefile.missing-key", "The variant has no \"name\".",
                           "Add one, for example \"name\": \"If Hill Surgery leaves\".");
        if (changes)
            read_changes(*changes, group, variant);
        return variant;
    }
    void read_without(const Value& value, const Case& group, Variant& variant)
    {
        if (value.node.type != JsonType::Array)
            return m_reader.fault(value, "casefile.wrong-type", "\"without\" must be a list.",
                                  "Write the ids of the practices that leave, for example [\"p3\"].");
        m_reader.for_each_item(value,
                               [&](const Value& item)
                               {
                                   std::string id = m_reader.text(item);
                                   if (item.node.type != JsonType::String || !check_practice(item, id, group))
                                       return;
                                   if (leaves(variant, id))
                                       return m_reader.fault(item, "casefile.duplicate-key",
                                                             "The practice \"" + id + "\" is named twice.",
                                                             "Keep one of them.");
                                   variant.without.push_back(std::move(id));
                               });
    }
    static bool leaves(const Variant& variant, const std::string& practice)
    {
        return std::find(variant.without.begin(), variant.without.end(), practice) != variant.without.end();
    }
    bool check_practice(const Value& value, const std::string& id, const Case& group)
    {
        std::vector<std::string> ids;
        for (const Practice& practice : group.practices)
            ids.push_back(practice.id);
        if (std::find(ids.begin(), ids.end(), id) != ids.end())
            return true;
        const std::string near = foundation::nearest_word(id, ids);
        m_reader.fault(value, "casefile.unknown-practice", "The case has no practice with the id \"" + id + "\".",
                       !near.empty() ? "Did you mean \"" + near + "\"?"
                       : ids.empty() ? "The case lists no practices."
                                     : "Ids of its practices: " + foundation::joined(ids, ", ") + ".");
        return false;
    }
    void read_changes(const Value& value, const Case& group, Variant& variant)
    {
        if (value.node.type != JsonType::Array)
            return m_reader.fault(value, "casefile.wrong-type", "\"changes\" must be a list.",
                                  "Write [ { \"question\": …, \"answer\": … } ] here.");
        m_reader.for_each_item(value, [&](const Value& item) { read_change(item, group, variant); });
    }
    void read_change(const Value& value, const Case& group, Variant& variant)
    {
        AnswerChange change;
        std::optional<Value> practice, question, answer, cleared;
        m_reader.read_object(value, {"practice", "question", "answer", "cleared"}, change.unknown_keys,
                             [&](const std::string& key, const Value& member)
                             {
                                 (key == "practice"   ? practice
                                  : key == "question" ? question
                                  : key == "answer"   ? answer
                                                      : cleared)
                                     .emplace(member);
                             });
        if (value.node.type != JsonType::Object)
            return;
        if (!question)
            return m_reader.fault(value, "casefile.missing-key", "The change has no \"question\".",
                                  "Add one, for example \"question\": \"list-size\".");
        const std::string name = m_reader.text(*question);
        if (question->node.type != JsonType::String)
            return;
        UnknownKeys of_newer_version;
        const rulebase::Question* asked = m_reader.question_of(name, *question, of_newer_version);
        if (!of_newer_version.empty())
            variant.unknown_changes.push_back(m_reader.raw(value));
        if (asked == nullptr || (practice && !read_changing_practice(*practice, group, variant, change)) ||
            !check_scope_of_change(*question, *asked, practice.has_value()))
            return;
        change.question = asked->id;
        if (read_changed_answer(value, *asked, answer, cleared, change))
            add_change(value, std::move(change), variant);
    }
    bool read_changing_practice(const Value& value, const Case& group, const Variant& variant, AnswerChange& change)
    {
        change.practice = m_reader.text(value);
        if (value.node.type != JsonType::String || !check_practice(value, change.practice, group))
            return false;
        if (!leaves(variant, change.practice))
            return true;
        m_reader.fault(value, "casefile.leaves", "The practice \"" + change.practice + "\" leaves in this variant.",
                       "Remove this change, or the practice from \"without\".");
        return false;
    }
    bool check_scope_of_change(const Value& value, const rulebase::Question& question, bool of_practice)
    {
        if (question.scope != (of_practice ? Scope::Group : Scope::Practice))
            return true;
        m_reader.fault(value, "casefile.wrong-scope",
                       "'" + question.id.value +
                           (of_practice ? "' is answered once for the group, not by a practice."
                                        : "' is answered by each practice, not once for the group."),
                       of_practice ? "Take \"practice\" out of this change."
                                   : "Say whose answer changes, for example \"practice\": \"p1\".");
        return false;
    }
    bool read_changed_answer(const Value& value, const rulebase::Question& question, const std::optional<Value>& answer,
                             const std::optional<Value>& cleared, AnswerChange& change)
    {
        if (answer.has_value() == cleared.has_value())
        {
            m_reader.fault(value, answer ? "casefile.contradiction" : "casefile.missing-key",
                           answer ? "The change has an \"answer\" and is \"cleared\"."
                                  : "The change has no \"answer\".",
                           "Write either \"answer\": …, or \"cleared\": true when the question is left open.");
            return false;
        }
        if (cleared)
        {
            if (cleared->node.type == JsonType::Boolean && cleared->node.text == "true")
                return true;
            m_reader.fault(*cleared, "casefile.wrong-type", "\"cleared\" can only be true.",
                           "Write \"cleared\": true, or an \"answer\" instead.");
            return false;
        }
        auto parsed = ValueReader::parse_value(question, *answer);
        if (const auto* bad = std::get_if<AnswerFault>(&parsed))
        {
            m_reader.fault(*answer, bad->code.c_str(), bad->message, bad->advice);
            return false;
        }
        change.answer = std::get<Answer>(std::move(parsed));
        return true;
    }
    void add_change(const Value& value, AnswerChange change, Variant& variant)
    {
        const bool is_date = change.question.value == "as-at";
        if (std::any_of(variant.changes.begin(), variant.changes.end(),
                        [&](const AnswerChange& other)
                        { return other.practice == change.practice && other.question == change.question; }) ||
            (is_date && variant.as_at))
            return m_reader.fault(value, "casefile.duplicate-key",
                                  "The variant says two things about '" + change.question.value + "'.",
                                  "Keep one of them.");
        const auto* date = change.answer ? std::get_if<foundation::Date>(&*change.answer) : nullptr;
        if (is_date && date != nullptr && change.unknown_keys.empty())
            variant.as_at = *date; // as in cases, the date stands beside the answers
        else
            variant.changes.push_back(std::move(change));
    }

    ValueReader& m_reader;
};

} // namespace

void read_variants(ValueReader& reader, const Value& value, Case& group)
{
    VariantReader(reader).read(value, group);
}

} // namespace fedadvise::casefile
