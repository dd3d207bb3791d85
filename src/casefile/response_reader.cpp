// Reads invitations and responses.
#include "casefile/answers_reader.h"
#include "casefile/case_file.h"
#include "casefile/response.h"
#include "foundation/file.h"
#include "foundation/utf8.h"

#include <algorithm>
#include <utility>

namespace fedadvise::casefile
{

namespace
{

class ResponseReader : private ValueReader
{
public:
    ResponseReader(std::string_view json, const std::string& name, const rulebase::RuleBase& rules,
                   std::vector<foundation::Diagnostic>& faults)
        : ValueReader(json, name, rules, faults), m_answers(*this)
    {
    }

    /// `respondent` stays empty for an invitation.
    Invitation read(const Value& top, bool is_response, std::optional<Respondent>& respondent)
    {
        Invitation invitation;
        std::optional<Value> version, group, practice, questions, person;
        for_each_member(top,
                        [&](const std::string& key, const Value& value)
                        {
                            if (key == "version")
                                version.emplace(value);
                        });
        read_version_of(top, version, invitation);
        std::vector<std::string> known = {"format", "version", "case", "round", "practice", "questions"};
        if (is_response)
            known.push_back("respondent");
        read_object(top, known, invitation.unknown_keys,
                    [&](const std::string& key, const Value& value)
                    {
                        if (key == "round")
                            invitation.round = m_answers.read_round(value);
                        else if (key != "format" && key != "version")
                            (key == "case"        ? group
                             : key == "practice"  ? practice
                             : key == "questions" ? questions
                                                  : person)
                                .emplace(value);
                    });
        if (const Value* value = needed(top, group, "case", "\"case\": { \"title\": … }"))
            read_case_of(*value, invitation);
        if (const Value* value = needed(top, practice, "practice", "\"practice\": { \"id\": \"p1\", \"name\": … }"))
            read_practice_of(*value, invitation);
        if (questions)
            read_questions(*questions, invitation);
        if (!is_response)
            return invitation;
        if (const Value* value = needed(top, person, "respondent", "\"respondent\": { \"role\": …, \"answers\": … }"))
            respondent = m_answers.read_respondent(*value, invitation.round);
        return invitation;
    }

private:
    void read_version_of(const Value& top, const std::optional<Value>& version, Invitation& invitation)
    {
        if (const Value* value = needed(top, version, "version", "\"version\": 1"))
            invitation.version = m_answers.read_version(*value);
        if (invitation.version <= current_version)
            return;
        expect_newer();
        warn(top, "casefile.newer-version", "The file was written by a newer version of the program.",
             "What this version does not know is kept but not used.");
    }
    const Value* needed(const Value& top, const std::optional<Value>& value, const std::string& key,
                        const std::string& example)
    {
        if (value)
            return &*value;
        fault(top, "casefile.missing-key", "The key \"" + key + "\" is missing.", "Add " + example + ".");
        return nullptr;
    }
    void read_case_of(const Value& value, Invitation& invitation)
    {
        read_object(value, {"id", "title"}, invitation.unknown_case_keys,
                    [&](const std::string& key, const Value& member)
                    { (key == "id" ? invitation.case_id : invitation.case_title) = text(member); });
    }
    void read_practice_of(const Value& value, Invitation& invitation)
    {
        bool says_id = false;
        read_object(value, {"id", "name", "ods-code"}, invitation.unknown_practice_keys,
                    [&](const std::string& key, const Value& member)
                    {
                        if (key == "id")
                            invitation.practice = needed_text(member, says_id);
                        else
                            (key == "name" ? invitation.practice_name : invitation.ods_code) = text(member);
                    });
        if (!says_id && value.node.type == JsonType::Object)
            fault(value, "casefile.missing-key", "The practice has no \"id\".", "Add one, for example \"id\": \"p1\".");
    }
    void read_questions(const Value& value, Invitation& invitation)
    {
        if (value.node.type != JsonType::Array)
            return fault(value, "casefile.wrong-type", "\"questions\" must be a list.",
                         "Write the ids of the questions, for example [\"list-size\"].");
        for_each_item(value,
                      [&](const Value& item)
                      {
                          const std::string name = text(item);
                          if (item.node.type != JsonType::String)
                              return;
                          UnknownKeys newer;
                          const rulebase::Question* question = question_of(name, item, newer);
                          for (const UnknownKey& unknown : newer)
                              invitation.unknown_questions.push_back(unknown.json);
                          if (question == nullptr)
                              return;
                          if (!can_be_asked_of_practices(*question))
                              return fault(item, "casefile.wrong-scope",
                                           "'" + name + "' is answered once for the group, not by a practice.",
                                           "Take it out of the list.");
                          auto& list = invitation.questions;
                          if (std::find(list.begin(), list.end(), question->id) != list.end())
                              return fault(item, "casefile.duplicate-key", "The question '" + name + "' stands twice.",
                                           "Keep one of them.");
                          list.push_back(question->id);
                      });
    }

    AnswersReader m_answers;
};

/// The text of "format", or empty.
std::string format_of(const JsonValue& top)
{
    for (const JsonValue& member : top.children)
        if (member.key == "format" && member.type == JsonType::String)
            return member.text;
    return {};
}

} // namespace

LoadedFile read_any(std::string_view json, const std::string& name, const rulebase::RuleBase& rules)
{
    LoadedFile loaded;
    const auto value = read_json(json, name, loaded.diagnostics);
    if (!value)
        return loaded;
    const std::string format = format_of(*value);
    if (format != invitation_format && format != response_format)
    {
        LoadedCase as_case = read_case(json, name, rules);
        loaded.group = std::move(as_case.group);
        loaded.diagnostics = std::move(as_case.diagnostics);
        return loaded;
    }
    std::optional<Respondent> respondent;
    Invitation invitation =
        ResponseReader(json, name, rules, loaded.diagnostics).read({*value, ""}, format == response_format, respondent);
    foundation::sort_by_place(loaded.diagnostics);
    if (foundation::has_errors(loaded.diagnostics))
        return loaded;
    if (respondent)
        loaded.response = Response{std::move(invitation), std::move(*respondent)};
    else
        loaded.invitation = std::move(invitation);
    return loaded;
}

LoadedFile load_any(const std::filesystem::path& path, const rulebase::RuleBase& rules)
{
    const std::string name = foundation::utf8_from_path(path);
    const auto bytes = foundation::read_file(path, largest_file);
    if (bytes)
        return read_any(bytes.value(), name, rules);
    LoadedFile failed;
    failed.diagnostics.push_back(unread_file(name, bytes.error()));
    return failed;
}

} // namespace fedadvise::casefile
