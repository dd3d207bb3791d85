// invite, merge and rounds: practices answer separately.
#include "casefile/case_file.h"
#include "casefile/response.h"
#include "cli/commands.h"
#include "cli/input_output.h"
#include "foundation/file.h"
#include "foundation/text_list.h"
#include "foundation/utf8.h"
#include "report/answer_form.h"
#include "report/merge_words.h"
#include "report/rounds.h"

#include <algorithm>
#include <filesystem>
#include <iostream>
#include <optional>
#include <set>
#include <system_error>

namespace fedadvise::cli
{

namespace fs = std::filesystem;

namespace
{

bool may_hold_answers(const fs::path& path)
{
    const std::string extension = foundation::lower_case(foundation::utf8_from_path(path.extension()));
    return extension == ".fedcase" || extension == ".fedresponse" || extension == ".fedinvite" || extension == ".json";
}

/// The files that were named, and those in the folders that were named, each once.
std::vector<fs::path> files_of(const std::vector<std::string>& named)
{
    std::set<fs::path> files;
    for (const std::string& name : named)
    {
        const fs::path path = foundation::path_from_utf8(name);
        std::error_code failed;
        if (!fs::is_directory(path, failed))
        {
            files.insert(path.lexically_normal());
            continue;
        }
        for (const fs::directory_entry& entry : fs::recursive_directory_iterator(path, failed))
            if (entry.is_regular_file(failed) && may_hold_answers(entry.path()))
                files.insert(entry.path().lexically_normal());
    }
    return {files.begin(), files.end()};
}

struct Read
{
    std::vector<casefile::MergeFile> files;
    std::vector<std::string> unread;
};

/// Reads every file, and prints every fault of every file.
Read read_all(const std::vector<fs::path>& paths, const rulebase::RuleBase& rules)
{
    Read read;
    for (const fs::path& path : paths)
    {
        casefile::LoadedFile loaded = casefile::load_any(path, rules);
        print(loaded.diagnostics);
        const std::string name = foundation::utf8_from_path(path.filename());
        if (loaded.group)
            read.files.push_back({name, std::move(*loaded.group)});
        else if (loaded.response)
            read.files.push_back({name, std::move(*loaded.response)});
        else if (loaded.invitation)
            read.files.push_back({name, std::move(*loaded.invitation)});
        else
            read.unread.push_back(foundation::utf8_from_path(path));
    }
    return read;
}

int refuse(const std::string& message, int status)
{
    std::cerr << "fedadvise: " << message << "\n";
    return status;
}

/// The questions that were asked for: ids, or a start such as "motive.*". Nothing, after the fault was told, when there
/// is none such.
std::optional<std::vector<rulebase::QuestionId>> questions_of(const rulebase::RuleBase& rules, const std::string& asked)
{
    std::string spaced = asked;
    std::replace(spaced.begin(), spaced.end(), ',', ' ');
    std::vector<rulebase::QuestionId> questions;
    if (spaced.empty() || spaced == "all")
        return questions;
    std::vector<std::string> known;
    for (const rulebase::Question& question : rules.questions)
        if (casefile::can_be_asked_of_practices(question))
            known.push_back(question.id.value);
    for (const std::string& word : foundation::split_words(spaced))
    {
        const std::size_t before = questions.size();
        const bool is_start = word.ends_with('*');
        for (const std::string& id : known)
            if (is_start ? id.starts_with(word.substr(0, word.size() - 1)) : id == word)
                questions.push_back({id});
        if (questions.size() > before)
            continue;
        const std::string near = foundation::nearest_word(word, known);
        const rulebase::Question* other = rulebase::find_question(rules, {word});
        refuse("there is no question '" + word + "' for practices. " +
                   (other != nullptr ? "It is answered once for the group."
                    : !near.empty()  ? "Did you mean '" + near + "'?"
                                     : "'fedadvise questions' lists every question."),
               wrong_usage);
        return std::nullopt;
    }
    std::vector<rulebase::QuestionId> once;
    for (const rulebase::QuestionId& question : questions)
        if (std::find(once.begin(), once.end(), question) == once.end())
            once.push_back(question);
    return once;
}

/// The id of the practice that is named by id, name or code; empty, after those that exist were told, when there is
/// none.
std::string practice_of(const casefile::Case& group, const std::string& asked)
{
    std::vector<std::string> known;
    const std::string wanted = foundation::lower_case(asked);
    for (const casefile::Practice& practice : group.practices)
        if (practice.id == asked)
            return practice.id;
    for (const casefile::Practice& practice : group.practices)
    {
        if (!wanted.empty() &&
            (foundation::lower_case(practice.name) == wanted || foundation::lower_case(practice.ods_code) == wanted))
            return practice.id;
        known.push_back(practice.id + " (" + foundation::without_control_characters(practice.name) + ")");
    }
    refuse("the case has no practice '" + foundation::without_control_characters(asked) + "'. " +
               (known.empty() ? "It lists none at all." : "Its practices: " + foundation::joined(known, ", ") + "."),
           wrong_usage);
    return {};
}

/// The merged case goes to its file or, without one, to standard output; then the report goes to standard error.
int deliver_merged(const Request& request, const casefile::Case& group, const std::string& report)
{
    const int status = deliver(request, casefile::case_text(group));
    if (status == done)
        (request.output.empty() ? std::cerr : std::cout) << report << std::flush;
    return status;
}

} // namespace

int merge_answers(const Request& request)
{
    const auto rules = load_rules(request);
    if (!rules)
        return invalid_input;
    Read read = read_all(files_of(request.cases), *rules);
    if (!read.unread.empty() && !request.leave_out_unreadable)
        return refuse("nothing was written, because of the files that cannot be read. Mend them, or merge the rest "
                      "with --leave-out-unreadable.",
                      invalid_input);
    casefile::Merged merged = casefile::merge(std::move(read.files), *rules);
    print(merged.diagnostics);
    if (!merged.group)
        return invalid_input;
    casefile::Case& group = *merged.group;
    if (!request.id.empty() && !group.id.empty() && group.id != request.id)
        return refuse("the case has the id '" + group.id + "' already. Leave out --id.", wrong_usage);
    if (!request.id.empty())
        group.id = request.id;
    const int status =
        deliver_merged(request, group,
                       request.format == "json" ? report::merge_as_json(*rules, group, merged.report, read.unread)
                                                : report::merge_as_text(*rules, group, merged.report, read.unread));
    if (status != done)
        return status;
    const bool clean = merged.report.open.empty() && merged.report.strangers.empty() && read.unread.empty();
    return clean ? done : found_faults;
}

int invite_practice(const Request& request)
{
    const auto rules = load_rules(request);
    if (!rules)
        return invalid_input;
    const casefile::LoadedCase loaded = casefile::load_case(foundation::path_from_utf8(request.case_file), *rules);
    print(loaded.diagnostics);
    if (!loaded.group)
        return invalid_input;
    const std::string practice = practice_of(*loaded.group, request.practice);
    if (practice.empty())
        return wrong_usage;
    const auto questions = questions_of(*rules, request.questions);
    if (!questions)
        return wrong_usage;
    const casefile::Invitation invitation = casefile::invite(*rules, *loaded.group, practice, *questions);
    return deliver(request, request.format == "form" ? report::answer_form(*rules, invitation)
                                                     : casefile::invitation_text(invitation));
}

int compare_rounds(const Request& request)
{
    const auto rules = load_rules(request);
    if (!rules)
        return invalid_input;
    const casefile::LoadedCase loaded = casefile::load_case(foundation::path_from_utf8(request.case_file), *rules);
    print(loaded.diagnostics);
    if (!loaded.group)
        return invalid_input;
    const report::Rounds rounds =
        report::what_moved(*rules, *loaded.group, request.anonymous ? report::Names::Hidden : report::Names::Shown);
    return deliver(request, request.format == "json" ? report::rounds_as_json(rounds) : report::rounds_as_text(rounds));
}

} // namespace fedadvise::cli
