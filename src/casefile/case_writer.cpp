#include "casefile/case_file.h"

#include "casefile/json_index.h"
#include "casefile/response.h"
#include "foundation/number_text.h"

#include <boost/property_tree/json_parser.hpp>
#include <boost/property_tree/ptree.hpp>

#include <locale>
#include <sstream>
#include <utility>

namespace fedadvise::casefile
{

namespace pt = boost::property_tree;

namespace
{

/// PropertyTree writes every value as a string, and empty lists as "". So each value is written with a letter in front:
/// 't' for a text, 'k' for a JSON value that is kept as it is and put in afterwards, found by its number.
class Kept
{
public:
    [[nodiscard]] static pt::ptree text(const std::string& value) { return pt::ptree("t" + value); }
    [[nodiscard]] pt::ptree json(std::string value)
    {
        m_values.push_back(std::move(value));
        return pt::ptree("k" + std::to_string(m_values.size() - 1));
    }
    /// The text that PropertyTree wrote, with the letters taken off and the kept values put in.
    [[nodiscard]] std::string put_back(const std::string& written) const
    {
        const auto index = index_json(written, deepest_nesting);
        std::string result;
        std::size_t from = 0;
        visit_leaves(std::get<JsonNode>(index),
                     [&](const JsonNode& leaf)
                     {
                         result.append(written, from, leaf.begin - from);
                         const std::size_t first = leaf.begin + 1;
                         if (written[first] == 'k')
                             result += m_values[static_cast<std::size_t>(
                                 *foundation::parse_integer(written.substr(first + 1, leaf.end - first - 2)))];
                         else
                             result += "\"" + written.substr(first + 1, leaf.end - first - 1);
                         from = leaf.end;
                     });
        return result.append(written, from, std::string::npos);
    }

private:
    template <class Visit>
    static void visit_leaves(const JsonNode& node, const Visit& visit)
    {
        if (node.children.empty())
            return visit(node);
        for (const JsonNode& child : node.children)
            visit_leaves(child, visit);
    }

    std::vector<std::string> m_values;
};

/// push_back, because put() takes the dots of question ids as a path.
void add(pt::ptree& tree, const std::string& key, const pt::ptree& value)
{
    tree.push_back({key, value});
}

void add(pt::ptree& tree, const std::string& key, const std::string& value)
{
    add(tree, key, Kept::text(value));
}

pt::ptree written(const Answer& answer, Kept& kept)
{
    if (const auto* choice = std::get_if<Choice>(&answer))
        return Kept::text(choice->option);
    if (const auto* number = std::get_if<Number>(&answer))
        return kept.json(std::to_string(number->value));
    if (const auto* text = std::get_if<Text>(&answer))
        return Kept::text(text->value);
    if (const auto* date = std::get_if<foundation::Date>(&answer))
        return Kept::text(foundation::date_text(*date));
    if (const auto* choices = std::get_if<Choices>(&answer))
    {
        pt::ptree list;
        for (const std::string& option : choices->options)
            list.push_back({"", Kept::text(option)});
        return list;
    }
    return Kept::text("unknown");
}

void add_unknown(pt::ptree& tree, const UnknownKeys& keys, Kept& kept)
{
    for (const UnknownKey& unknown : keys)
        add(tree, unknown.key, kept.json(unknown.json));
}

void add_answers(pt::ptree& tree, const Answers& answers, const Notes& notes, const UnknownKeys& unknown,
                 const UnknownKeys& unknown_notes, Kept& kept)
{
    pt::ptree list;
    for (const auto& [question, answer] : answers)
        add(list, question.value, written(answer, kept));
    add_unknown(list, unknown, kept);
    add(tree, "answers", list.empty() ? kept.json("{}") : list);
    if (notes.empty() && unknown_notes.empty())
        return;
    pt::ptree written_notes;
    for (const auto& [question, note] : notes)
        add(written_notes, question.value, note);
    add_unknown(written_notes, unknown_notes, kept);
    add(tree, "notes", written_notes);
}

void add_texts(pt::ptree& tree, const std::string& key, const std::vector<std::string>& texts)
{
    pt::ptree list;
    for (const std::string& text : texts)
        list.push_back({"", Kept::text(text)});
    if (!list.empty())
        add(tree, key, list);
}

/// When and in which round; what goes without saying is left out.
void add_time(pt::ptree& tree, const std::string& answered, int round, Kept& kept, int usual_round = 1)
{
    if (!answered.empty())
        add(tree, "answered", answered);
    if (round != usual_round)
        add(tree, "round", kept.json(std::to_string(round)));
}

void add_filled(pt::ptree& tree, const std::string& key, const std::string& value)
{
    if (!value.empty())
        add(tree, key, value);
}

pt::ptree written(const EarlierAnswers& earlier, Kept& kept)
{
    pt::ptree tree;
    add_time(tree, earlier.answered, earlier.round, kept);
    add_answers(tree, earlier.answers, earlier.notes, earlier.unknown_answers, earlier.unknown_notes, kept);
    add_unknown(tree, earlier.unknown_keys, kept);
    return tree;
}

pt::ptree written(const Respondent& respondent, Kept& kept, int usual_round = 1)
{
    pt::ptree tree;
    add_filled(tree, "id", respondent.id);
    add(tree, "role", respondent.role);
    add_filled(tree, "name", respondent.name);
    add_time(tree, respondent.answered, respondent.round, kept, usual_round);
    add_answers(tree, respondent.answers, respondent.notes, respondent.unknown_answers, respondent.unknown_notes, kept);
    pt::ptree list;
    for (const EarlierAnswers& earlier : respondent.earlier)
        list.push_back({"", written(earlier, kept)});
    if (!list.empty())
        add(tree, "earlier", list);
    add_unknown(tree, respondent.unknown_keys, kept);
    return tree;
}

pt::ptree written(const Commitment& commitment, Kept& kept)
{
    pt::ptree tree;
    if (commitment.state)
        add(tree, "state", commitment_name(*commitment.state));
    add_filled(tree, "condition", commitment.condition);
    if (commitment.decide_by)
        add(tree, "decide-by", foundation::date_text(*commitment.decide_by));
    if (commitment.decided_on)
        add(tree, "decided-on", foundation::date_text(*commitment.decided_on));
    add_filled(tree, "note", commitment.note);
    add_unknown(tree, commitment.unknown_keys, kept);
    return tree;
}

pt::ptree written(const ConflictValue& value, Kept& kept)
{
    pt::ptree tree;
    if (value.answer)
        add(tree, "answer", written(*value.answer, kept));
    else
        add(tree, "text", value.text);
    add_texts(tree, "files", value.files);
    if (value.weighed)
        add(tree, "weighed", kept.json("true"));
    if (value.chosen)
        add(tree, "chosen", kept.json("true"));
    add_unknown(tree, value.unknown_keys, kept);
    return tree;
}

pt::ptree written(const Conflict& conflict, Kept& kept)
{
    pt::ptree tree;
    add(tree, "about", conflict.about);
    add_filled(tree, "practice", conflict.practice);
    add_filled(tree, "respondent", conflict.respondent);
    add_time(tree, conflict.answered, conflict.round, kept);
    add_filled(tree, "question", conflict.question.value);
    pt::ptree list;
    for (const ConflictValue& value : conflict.values)
        list.push_back({"", written(value, kept)});
    add(tree, "values", list);
    add_unknown(tree, conflict.unknown_keys, kept);
    return tree;
}

pt::ptree written(const Practice& practice, Kept& kept)
{
    pt::ptree tree;
    add(tree, "id", practice.id);
    add_texts(tree, "other-ids", practice.other_ids);
    add(tree, "name", practice.name);
    if (!practice.ods_code.empty())
        add(tree, "ods-code", practice.ods_code);
    add_filled(tree, "address", practice.address);
    if (practice.commitment != Commitment{})
        add(tree, "commitment", written(practice.commitment, kept));
    add_answers(tree, practice.answers, practice.notes, practice.unknown_answers, practice.unknown_notes, kept);
    pt::ptree list;
    for (const Respondent& respondent : practice.respondents)
        list.push_back({"", written(respondent, kept)});
    if (!list.empty())
        add(tree, "respondents", list);
    add_unknown(tree, practice.unknown_keys, kept);
    return tree;
}

pt::ptree written(const AnswerChange& change, Kept& kept)
{
    pt::ptree tree;
    if (!change.practice.empty())
        add(tree, "practice", change.practice);
    add(tree, "question", change.question.value);
    if (change.answer)
        add(tree, "answer", written(*change.answer, kept));
    else
        add(tree, "cleared", kept.json("true"));
    add_unknown(tree, change.unknown_keys, kept);
    return tree;
}

pt::ptree written(const Variant& variant, Kept& kept)
{
    pt::ptree tree;
    add(tree, "id", variant.id);
    add_texts(tree, "other-ids", variant.other_ids);
    add(tree, "name", variant.name);
    if (!variant.note.empty())
        add(tree, "note", variant.note);
    if (variant.as_at)
        add(tree, "as-at", foundation::date_text(*variant.as_at));
    add_texts(tree, "without", variant.without);
    pt::ptree list;
    for (const AnswerChange& change : variant.changes)
        list.push_back({"", written(change, kept)});
    for (const std::string& json : variant.unknown_changes)
        list.push_back({"", kept.json(json)});
    if (!list.empty())
        add(tree, "changes", list);
    add_unknown(tree, variant.unknown_keys, kept);
    return tree;
}

pt::ptree written(const JudgedOptions& options, Kept& kept)
{
    pt::ptree tree;
    for (const auto& [id, option] : options)
    {
        pt::ptree entry;
        add(entry, "rank", kept.json(std::to_string(option.rank)));
        add(entry, "band", option.band);
        add(tree, id.value, entry);
    }
    return tree.empty() ? kept.json("{}") : tree;
}

pt::ptree written(const Judged& judged, Kept& kept)
{
    pt::ptree rules, tree;
    add(rules, "id", judged.rules_id);
    add(rules, "version", judged.rules_version);
    add(rules, "sha256", judged.rules_sha256);
    add(rules, "as-at", foundation::date_text(judged.rules_as_at));
    add(tree, "rules", rules);
    add(tree, "as-at", foundation::date_text(judged.as_at));
    add(tree, "answers", judged.answers_sha256);
    add(tree, "models", written(judged.models, kept));
    add(tree, "vehicles", written(judged.vehicles, kept));
    add_unknown(tree, judged.unknown_keys, kept);
    return tree;
}

pt::ptree written(const Case& group, Kept& kept)
{
    pt::ptree top;
    add(top, "format", "federation-adviser case");
    add(top, "version", kept.json(std::to_string(group.version)));
    add_filled(top, "id", group.id);
    add(top, "title", group.title);
    if (group.as_at)
        add(top, "as-at", foundation::date_text(*group.as_at));
    if (group.round != 1)
        add(top, "round", kept.json(std::to_string(group.round)));
    pt::ptree own;
    add_answers(own, group.answers, group.notes, group.unknown_answers, group.unknown_notes, kept);
    add_unknown(own, group.unknown_group_keys, kept);
    add(top, "group", own);
    pt::ptree list;
    for (const Practice& practice : group.practices)
        list.push_back({"", written(practice, kept)});
    add(top, "practices", list.empty() ? kept.json("[]") : list);
    if (!group.variants.empty())
    {
        pt::ptree variants;
        for (const Variant& variant : group.variants)
            variants.push_back({"", written(variant, kept)});
        add(top, "variants", variants);
    }
    pt::ptree conflicts;
    for (const Conflict& conflict : group.conflicts)
        conflicts.push_back({"", written(conflict, kept)});
    for (const std::string& json : group.unknown_conflicts)
        conflicts.push_back({"", kept.json(json)});
    if (!conflicts.empty())
        add(top, "conflicts", conflicts);
    if (group.judged)
        add(top, "judged", written(*group.judged, kept));
    add_unknown(top, group.unknown_keys, kept);
    return top;
}

/// What an invitation and the response to it have in common.
pt::ptree written(const Invitation& invitation, const char* format, Kept& kept)
{
    pt::ptree top;
    add(top, "format", format);
    add(top, "version", kept.json(std::to_string(invitation.version)));
    pt::ptree group;
    add_filled(group, "id", invitation.case_id);
    add(group, "title", invitation.case_title);
    add_unknown(group, invitation.unknown_case_keys, kept);
    add(top, "case", group);
    add(top, "round", kept.json(std::to_string(invitation.round)));
    pt::ptree practice;
    add(practice, "id", invitation.practice);
    add(practice, "name", invitation.practice_name);
    add_filled(practice, "ods-code", invitation.ods_code);
    add_unknown(practice, invitation.unknown_practice_keys, kept);
    add(top, "practice", practice);
    pt::ptree questions;
    for (const rulebase::QuestionId& question : invitation.questions)
        questions.push_back({"", Kept::text(question.value)});
    for (const std::string& json : invitation.unknown_questions)
        questions.push_back({"", kept.json(json)});
    add(top, "questions", questions.empty() ? kept.json("[]") : questions);
    return top;
}

/// The JSON escape of the slash, which PropertyTree writes and nobody needs.
std::string with_plain_slashes(const std::string& json)
{
    std::string plain;
    for (std::size_t i = 0; i < json.size(); ++i)
    {
        if (json[i] == '\\' && i + 1 < json.size())
        {
            if (json[i + 1] != '/')
                plain += json[i];
            ++i;
        }
        plain += json[i];
    }
    return plain;
}

std::string text_of(const pt::ptree& tree, const Kept& kept)
{
    std::ostringstream stream;
    stream.imbue(std::locale::classic());
    pt::write_json(stream, tree);
    return kept.put_back(with_plain_slashes(stream.str()));
}

} // namespace

std::string case_text(const Case& group)
{
    Kept kept;
    return text_of(written(group, kept), kept);
}

std::string invitation_text(const Invitation& invitation)
{
    Kept kept;
    pt::ptree top = written(invitation, invitation_format, kept);
    add_unknown(top, invitation.unknown_keys, kept);
    return text_of(top, kept);
}

std::string response_text(const Response& response)
{
    Kept kept;
    pt::ptree top = written(response.to, response_format, kept);
    add(top, "respondent", written(response.respondent, kept, response.to.round));
    add_unknown(top, response.to.unknown_keys, kept);
    return text_of(top, kept);
}

} // namespace fedadvise::casefile
