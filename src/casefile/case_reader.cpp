#include "casefile/case_reader.h"

#include "casefile/answers_reader.h"
#include "casefile/case_file.h"
#include "casefile/value_reader.h"
#include "foundation/number_text.h"

#include <set>
#include <utility>

namespace fedadvise::casefile
{

namespace
{

/// Reads one case; collects every fault on the way.
class Reader : private ValueReader
{
public:
    Reader(std::string_view json, const std::string& name, const rulebase::RuleBase& rules,
           std::vector<foundation::Diagnostic>& faults)
        : ValueReader(json, name, rules, faults), m_rules(rules), m_answers(*this)
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
                                has_version = true, group.version = m_answers.read_version(value);
                            else
                                return false;
                            return true;
                        });
        if (!has_format)
            fault(top, "casefile.missing-key", "The key \"format\" is missing.",
                  "Add \"format\": \"federation-adviser case\".");
        if (!has_version)
            fault(top, "casefile.missing-key", "The key \"version\" is missing.", "Add \"version\": 1.");
        if (group.version > current_version)
        {
            expect_newer();
            warn(top, "casefile.newer-version", "The file was written by a newer version of the program.",
                 "What this version does not know is kept but not used.");
        }
        read_members(top, group);
        check_dates(top, group);
        check_counts(top, group);
        return group;
    }

private:
    void read_format(const Value& value)
    {
        const std::string format = text(value);
        if (value.node.type == JsonType::String && format != "federation-adviser case")
            fault(value, "casefile.bad-format", "This is not a case of Federation Adviser.",
                  "The value must be \"federation-adviser case\".");
    }
    void read_members(const Value& top, Case& group)
    {
        std::optional<Value> variants; // they speak of practices, which may come later in the file
        read_object(top,
                    {"format", "version", "id", "title", "as-at", "round", "group", "practices", "variants",
                     "conflicts", "judged"},
                    group.unknown_keys,
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
                        else if (key == "variants")
                            variants.emplace(value);
                        else if (key == "id")
                            group.id = text(value);
                        else if (key == "round")
                            group.round = m_answers.read_round(value);
                        else if (key == "conflicts")
                            read_conflicts(*this, value, group);
                        else if (key == "judged")
                            group.judged = read_judged(*this, value);
                    });
        if (variants)
            casefile::read_variants(*this, *variants, group);
    }
    void read_group(const Value& value, Case& group)
    {
        read_object(value, {"answers", "notes"}, group.unknown_group_keys,
                    [&](const std::string& key, const Value& member)
                    {
                        if (key == "answers")
                            m_answers.read_answers(member, Holder::Group, group.answers, group.unknown_answers);
                        else
                            m_answers.read_notes(member, group.notes, group.unknown_notes);
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
    /// `says_id` tells whether there is an id, be it a wrong one that has its own fault.
    Practice read_practice(const Value& value, bool& says_id)
    {
        Practice practice;
        read_object(
            value, {"id", "name", "ods-code", "address", "answers", "notes", "respondents", "commitment", "other-ids"},
            practice.unknown_keys,
            [&](const std::string& key, const Value& member)
            {
                if (key == "id")
                    practice.id = text(member), says_id = member.node.type != JsonType::String || !practice.id.empty();
                else if (key == "name")
                    practice.name = text(member);
                else if (key == "ods-code")
                    practice.ods_code = text(member);
                else if (key == "address")
                    practice.address = text(member);
                else if (key == "answers")
                    m_answers.read_answers(member, Holder::Practice, practice.answers, practice.unknown_answers);
                else if (key == "notes")
                    m_answers.read_notes(member, practice.notes, practice.unknown_notes);
                else if (key == "respondents")
                    m_answers.read_respondents(member, practice.respondents);
                else if (key == "commitment")
                    practice.commitment = m_answers.read_commitment(member);
                else
                    practice.other_ids = m_answers.read_texts(member);
            });
        return practice;
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

    const rulebase::RuleBase& m_rules;
    AnswersReader m_answers;
};

} // namespace

Case read_case_value(const JsonValue& top, std::string_view json, const std::string& name,
                     const rulebase::RuleBase& rules, std::vector<foundation::Diagnostic>& faults)
{
    return Reader(json, name, rules, faults).read({top, ""});
}

} // namespace fedadvise::casefile
