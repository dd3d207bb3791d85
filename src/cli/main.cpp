// fedadvise: the command line. Reads the arguments, calls the command, gives its exit status.
#include "cli/commands.h"
#include "directory/case_table.h"
#include "report/documents.h"

#include <CLI/CLI.hpp>

#include <exception>
#include <iostream>
#include <string>

#ifdef _WIN32
#include "foundation/utf8.h"

#include <fcntl.h>
#include <io.h>
#include <vector>
#include <windows.h>
#endif

namespace
{

using namespace fedadvise::cli;

using Action = int (*)(const Request&);

constexpr const char* exit_statuses =
    "Exit status: 0 done, 1 the check found faults, 2 wrong usage, 3 the input cannot be read or is not valid.";

void add_output(CLI::App& command, Request& request)
{
    command.add_option("-o,--output", request.output, "Write the result to this file instead of standard output")
        ->type_name("FILE");
}

void add_rules_and_date(CLI::App& command, Request& request)
{
    command.add_option("--rules", request.rules, "Folder of the rule base, or a rule pack")->type_name("DIR");
    command.add_option("--as-at", request.as_at, "Judge by the law of this day, for example 2026-11-22")
        ->type_name("DATE");
}

void add_format(CLI::App& command, Request& request, const std::vector<std::string>& formats,
                const std::string& usual = "text")
{
    command.add_option("--format", request.format, "Form of the result; " + usual + " without it")
        ->check(CLI::IsMember(formats));
}

void add_test_options(CLI::App& test, Request& request)
{
    test.add_option("RULES", request.rules, "Folder of the rule base; without it, the one that came with the program");
    test.add_option("CASES", request.tests,
                    "Test file (*.fedtest) or folder of them; without it, the folder \"cases\" in the rule base");
    add_format(test, request, {"text", "json"});
    test.add_flag("--explain", request.explain, "Print how to write a test file, and do nothing else");
    test.add_flag("--coverage", request.coverage, "List what the cases do not cover");
    test.add_flag("--mutation", request.mutation,
                  "Change each rule in small ways and list the changes that no case notices");
    test.add_flag("--generate", request.generate,
                  "Write the generated cases anew, until they cover what can be covered");
    test.add_option("--seed", request.seed, "With --generate: which of the possible cases")->type_name("N");
    test.add_option("--stride", request.stride, "With --mutation: only every so many changes, as a sample")
        ->check(CLI::Range(std::size_t{1}, std::size_t{100000}))
        ->type_name("N");
    test.add_option("--least", request.least_noticed, "With --mutation: per cent of the changes that must be noticed")
        ->check(CLI::Range(0U, 100U))
        ->type_name("PERCENT");
    test.add_flag("--accept", request.accept, "Rewrite what the generated cases expect by what comes out now");
}

void add_profiles(CLI::App& command, Request& request)
{
    command.add_option("--profiles", request.profiles, "Number of random profiles: 20,000 for balance, 500 for diff")
        ->check(CLI::Range(std::uint64_t{0}, std::uint64_t{10'000'000}))
        ->type_name("N");
    command.add_option("--seed", request.seed, "Which random profiles")->type_name("N");
    command.add_option("--as-at", request.as_at, "Judge by the law of this day, for example 2026-11-22")
        ->type_name("DATE");
}

CLI::App& add_batch(CLI::App& program, Request& request)
{
    CLI::App& batch = *program.add_subcommand("batch", "Many cases at once: a line for each, and what leads where");
    batch.add_option("CASES", request.cases, "Case files, folders of them, or CSV files with a case on each line");
    add_format(batch, request, {"csv", "json"}, "csv");
    batch.add_flag("--table", request.table, "Print what leads where instead of a line for each case");
    batch.add_flag("--header", request.header, "Print an empty CSV file of cases, and do nothing else");
    batch
        .add_option("--jobs", request.jobs,
                    "Cases judged at the same time; without it, as many as there are processors")
        ->check(CLI::Range(1U, 256U))
        ->type_name("N");
    batch.footer(fedadvise::directory::help_on_case_tables() +
                 "\n\nOf bad cases it is said what is wrong, and the rest is done.\n"
                 "Exit status: 0 done, 1 some cases were bad, 2 wrong usage, 3 no case could be read.");
    return batch;
}

/// One of the things that can be done with rule packs.
CLI::App& add_rules_action(CLI::App& rules, const std::string& name, const std::string& what, Action action,
                           Action& chosen)
{
    CLI::App& command = *rules.add_subcommand(name, what);
    command.callback([action, &chosen] { chosen = action; });
    command.footer(exit_statuses);
    return command;
}

void add_pack(CLI::App& command, Request& request, const std::string& what = "Rule pack (*.fedrules)")
{
    command.add_option("PACK", request.pack, what)->required();
}

void add_rules(CLI::App& program, Request& request, Action& chosen)
{
    CLI::App& rules = *program.add_subcommand("rules", "Rule packs: a whole rule base as one signed file (*.fedrules)");
    rules.require_subcommand(1);
    const auto add = [&](const char* name, const char* what, Action action) -> CLI::App&
    { return add_rules_action(rules, name, what, action, chosen); };

    CLI::App& pack = add("pack", "Make a pack of a folder of rules", pack_rules);
    pack.add_option("RULES", request.pack, "Folder of the rule base")->required();
    pack.add_option("--key", request.key, "Sign it with this key, too")->type_name("KEY");
    pack.add_option("-o,--output", request.output, "The pack")->required()->type_name("PACK");
    CLI::App& sign = add("sign", "Sign a pack", sign_pack);
    add_pack(sign, request);
    sign.add_option("--key", request.key, "Signing key (*.fedsecret)")->required()->type_name("KEY");
    sign.add_option("-o,--output", request.output, "The signed pack; without it, it takes the place of the other")
        ->type_name("PACK");
    CLI::App& verify =
        add("verify", "Whether a pack is whole, who signed it, and whether it can be installed", verify_pack);
    add_pack(verify, request);
    CLI::App& install = add("install", "Use the rules of a pack from now on", install_pack);
    add_pack(install, request);
    install
        .add_option("--trust", request.trust,
                    "Trust the publisher whose key has this fingerprint; only needed for their first pack")
        ->type_name("FINGERPRINT");
    CLI::App& list = add("list", "The rules that can be used, those in use, and whose packs are trusted", list_rules);
    add_format(list, request, {"text", "json"});
    CLI::App& rollback =
        add("rollback", "Go back to the rules used before, or to a version that is held", roll_back_rules);
    rollback.add_option("VERSION", request.version,
                        "Such as 1.2.0, or \"shipped\" for those that came with the program");
    CLI::App& distrust =
        add("distrust", "Use no packs of a key any more, for example because it was stolen", stop_trusting);
    distrust.add_option("FINGERPRINT", request.trust, "Of the key, as \"rules list\" shows it")->required();
    CLI::App& unpack = add("unpack", "Take the rules out of a pack, to read or change them", unpack_rules);
    add_pack(unpack, request);
    unpack.add_option("-o,--output", request.output, "A new folder")->required()->type_name("FOLDER");
    CLI::App& key = add("key", "Make a key to sign packs with", make_key);
    key.add_option("--publisher", request.publisher, "Who signs, as everybody will read it")
        ->required()
        ->type_name("NAME");
    key.add_option("-o,--output", request.output,
                   "The signing key (*.fedsecret); the key for everybody (*.fedkey) goes beside it")
        ->required()
        ->type_name("KEY");
}

CLI::App& add_practices(CLI::App& program, Request& request)
{
    CLI::App& practices =
        *program.add_subcommand("practices", "Practices in the NHS's published lists: found, and filled into a case");
    practices
        .add_option("FILES", request.cases, "epraccur.csv, gp-reg-pat-prac-all.csv, both, or any CSV file of practices")
        ->required();
    practices.add_option("--find", request.find, "Name, place, postcode or code, or the beginning of them")
        ->type_name("TEXT");
    practices.add_flag("--all", request.all, "Closed practices and other prescribing settings too");
    practices
        .add_option("--columns", request.columns,
                    "What the columns of another file hold, by name or number, for example \"code=ODS,name=2\"; "
                    "also address, postcode, patients, telephone")
        ->type_name("MAPPING");
    practices.add_flag("--no-header", request.no_header, "With --columns: the first row is a practice already");
    CLI::Option* add = practices.add_option("--add", request.add, "Fill the practices with these codes into a case")
                           ->type_name("CODE,CODE");
    CLI::Option* to = practices.add_option("--to", request.to_case, "With --add: the case; --output takes the new one")
                          ->type_name("CASE");
    practices
        .add_flag("--replace", request.replace, "With --add: where the list differs from the case, take the list's")
        ->needs(add)
        ->needs(to);
    practices.add_option("--rules", request.rules, "Folder of the rule base, or a rule pack")->type_name("DIR");
    add_format(practices, request, {"text", "json"});
    return practices;
}

void add_merge_options(CLI::App& merge, Request& request)
{
    merge
        .add_option("CASE", request.cases,
                    "Cases and responses (*.fedcase, *.fedresponse), or folders of them; order does not matter")
        ->required();
    add_format(merge, request, {"text", "json"});
    merge
        .add_option(
            "-o,--output", request.output,
            "Save the case in this file, which may be one of those merged; without it, the case goes to standard "
            "output and the report to standard error")
        ->type_name("CASE");
    merge.add_option("--rules", request.rules, "Folder of the rule base, or a rule pack")->type_name("DIR");
    merge
        .add_option("--id", request.id, "Id for a case that has none, so that later answers find it whatever its title")
        ->type_name("ID");
    merge.add_flag("--leave-out-unreadable", request.leave_out_unreadable,
                   "Merge the rest when some files cannot be read");
    merge.footer("Exit status: 0 done, 1 somebody has to decide or files were left out (the case is written), 2 wrong "
                 "usage, 3 files cannot be read or belong to different cases (nothing is written).");
}

void add_invite_options(CLI::App& invite, Request& request)
{
    invite.add_option("CASE", request.case_file, "Case file (*.fedcase)")->required();
    invite.add_option("--practice", request.practice, "Id, name or ODS code of the practice")
        ->required()
        ->type_name("ID");
    invite
        .add_option("--questions", request.questions,
                    "Ids of questions with commas between them, or starts such as motive.*; without it, all that a "
                    "practice can be asked")
        ->type_name("all|LIST");
    invite.add_option("--format", request.format, "A file for the program (invitation), or a page to print (form)")
        ->check(CLI::IsMember({"invitation", "form"}));
    add_output(invite, request);
    invite.add_option("--rules", request.rules, "Folder of the rule base, or a rule pack")->type_name("DIR");
}

void add_assess_options(CLI::App& assess, Request& request)
{
    assess.add_option("CASE", request.case_file, "Case file (*.fedcase)")->required();
    add_format(assess, request, {"text", "json", "html", "docx", "pdf", "ics"});
    std::vector<std::string> documents = {"all"};
    std::string about = "Which document; the full rationale without it. With all, --output names a folder.";
    for (const fedadvise::report::DocumentKind& kind : fedadvise::report::document_kinds())
    {
        documents.emplace_back(kind.id);
        about += "\n" + std::string{kind.id} + ": " + std::string{kind.about};
    }
    assess.add_option("--document", request.document, about)->check(CLI::IsMember(documents))->type_name("NAME");
    assess.add_option("--start", request.start, "Day from which the plan counts; without it, the day of the law")
        ->type_name("DATE");
}

void add_rounds_options(CLI::App& rounds, Request& request)
{
    rounds.add_option("CASE", request.case_file, "Case file (*.fedcase)")->required();
    add_format(rounds, request, {"text", "json"});
    rounds.add_flag("--anonymous", request.anonymous, "Without names of practices and people");
    add_output(rounds, request);
    rounds.add_option("--rules", request.rules, "Folder of the rule base, or a rule pack")->type_name("DIR");
}

CLI::App& add_about(CLI::App& program, Request& request)
{
    CLI::App& about = *program.add_subcommand(
        "about", "What the program is for, its accessibility, and the licences of what is inside");
    about.add_option("TOPIC", request.topic, "Which text; without it, the version and what there is")
        ->check(CLI::IsMember({"scope", "accessibility", "licences"}));
    return about;
}

/// CLI11 answers --help and --version with status 0 and everything else that is wrong with its own numbers; ours is 2.
int answer_parse_error(const CLI::App& program, const CLI::ParseError& error)
{
    if (error.get_exit_code() == static_cast<int>(CLI::ExitCodes::Success))
        return program.exit(error);
    std::cerr << "fedadvise: " << error.what()
              << "\n'fedadvise --help' lists the commands and 'fedadvise COMMAND --help' their options.\n";
    return wrong_usage;
}

int run(int argc, const char* const* argv)
{
    CLI::App program("Helps groups of GP practices choose how closely to work together, and in what legal vehicle.",
                     "fedadvise");
    program.set_version_flag("--version", "fedadvise " FEDADVISE_VERSION);
    program.footer(exit_statuses);
    program.require_subcommand(1);
    program.allow_windows_style_options(false); // "/cases" is a folder on every system

    Request request;
    CLI::App& assess = *program.add_subcommand("assess", "Advice for one case: models and vehicles with reasons");
    add_assess_options(assess, request);
    CLI::App& align = *program.add_subcommand("align", "Where the practices of a case stand: together, apart, and what "
                                                       "all could accept");
    align.add_option("CASE", request.case_file, "Case file (*.fedcase)")->required();
    add_format(align, request, {"text", "json", "html"});
    CLI::App& why = *program.add_subcommand("why", "Why one model or vehicle is advised, or why not");
    why.add_option("CASE", request.case_file, "Case file (*.fedcase)")->required();
    why.add_option("OPTION", request.option, "Id of a model or vehicle, for example federation-company")->required();
    add_format(why, request, {"text", "json"});
    why.add_option("--most-cases", request.most_cases,
                   "Combinations of other answers to try when looking for the smallest change; 300000 without it")
        ->type_name("N")
        ->check(CLI::Range(std::size_t{1'000}, std::size_t{1'000'000'000}));
    CLI::App& compare = *program.add_subcommand("compare", "Two to four models, or two to four vehicles, side by side");
    compare.add_option("CASE", request.case_file, "Case file (*.fedcase)")->required();
    compare
        .add_option("OPTION", request.options,
                    "Ids of two to four models, or of two to four vehicles, for example pcn lead-practice")
        ->required();
    add_format(compare, request, {"text", "json"});
    CLI::App& variants =
        *program.add_subcommand("variants", "Every variant of a case: what is otherwise, and what would come of it");
    variants.add_option("CASE", request.case_file, "Case file (*.fedcase)")->required();
    add_format(variants, request, {"text", "json"});
    CLI::App& questions =
        *program.add_subcommand("questions", "Every question: id, scope, kind, values, wording, why it is asked");
    add_format(questions, request, {"text", "json"});
    CLI::App& check = *program.add_subcommand("check", "Faults of a rule base, all at once");
    check.add_option("RULES", request.rules, "Folder of the rule base, or a rule pack; without it, the rules in use");
    add_format(check, request, {"text", "json"});
    CLI::App& verify = *program.add_subcommand("verify", "What is proved of a rule base, over every complete case");
    verify.add_option("RULES", request.rules, "Folder of the rule base, or a rule pack; without it, the rules in use");
    verify.add_option("--examples", request.examples, "Save the case that shows each finding in this folder")
        ->type_name("DIR");
    add_format(verify, request, {"text", "json"});
    CLI::App& test = *program.add_subcommand("test", "The rule base's own cases: which hold, and what they cover");
    add_test_options(test, request);
    CLI::App& balance =
        *program.add_subcommand("balance", "How often each model and vehicle leads over random profiles");
    balance.add_option("RULES", request.rules, "Folder of the rule base, or a rule pack; without it, the rules in use");
    add_format(balance, request, {"text", "json", "markdown"});
    CLI::App& diff = *program.add_subcommand("diff", "Which cases change outcome between two rule bases, and why");
    diff.add_option("BEFORE", request.rules, "Folder or pack of the rule base as it was")->required();
    diff.add_option("AFTER", request.other_rules, "Folder or pack of the rule base as it is now")->required();
    diff.add_option("CASES", request.cases,
                    "Case files, or folders of them; without any, the worked cases that came with the program");
    add_format(diff, request, {"text", "json"});
    for (CLI::App* command : {&balance, &diff})
        add_profiles(*command, request);
    CLI::App& batch = add_batch(program, request);
    CLI::App& practices = add_practices(program, request);
    CLI::App& merge = *program.add_subcommand("merge", "Practices' separate answers put together into one case");
    add_merge_options(merge, request);
    CLI::App& invite = *program.add_subcommand("invite", "An invitation for one practice: a file, or a form to print");
    add_invite_options(invite, request);
    CLI::App& rounds = *program.add_subcommand("rounds", "Which answers moved from one round to the next, and why");
    add_rounds_options(rounds, request);
    CLI::App& recheck = *program.add_subcommand(
        "recheck", "What changed, and why, since a case was saved: by other rules, or by the law of another day");
    recheck.add_option("CASE", request.case_file, "Case file (*.fedcase)")->required();
    add_format(recheck, request, {"text", "json", "html", "docx", "pdf"});
    recheck.add_flag("--accept", request.accept,
                     "Note in the case file that it has been judged by the rules in use now");
    Action rules_action = nullptr;
    add_rules(program, request, rules_action);
    CLI::App& book =
        *program.add_subcommand("book", "The whole rule base as one page of HTML, to read, print and sign");
    book.add_option("RULES", request.rules, "Folder of the rule base, or a rule pack; without it, the rules in use");
    CLI::App& about = add_about(program, request);
    for (CLI::App* command : {&assess, &align, &why, &compare, &variants, &questions, &check, &verify, &test, &balance,
                              &diff, &practices, &book, &recheck, &about})
    {
        add_output(*command, request);
        command->footer(exit_statuses);
    }
    add_output(batch, request);
    for (CLI::App* command : {&assess, &align, &why, &compare, &variants, &batch, &recheck})
        add_rules_and_date(*command, request);
    for (CLI::App* command : {&assess, &align, &why})
        command->add_option("--variant", request.variant, "Judge this variant of the case, for example v1")
            ->type_name("ID");
    questions.add_option("--rules", request.rules, "Folder of the rule base, or a rule pack")->type_name("DIR");

    try
    {
        program.parse(argc, argv);
    }
    catch (const CLI::ParseError& error)
    {
        return answer_parse_error(program, error);
    }
    request.program = argv[0];
    if (assess.parsed())
        return assess_case(request);
    if (align.parsed())
        return align_practices(request);
    if (why.parsed())
        return explain_option(request);
    if (compare.parsed())
        return compare_options(request);
    if (variants.parsed())
        return compare_variants(request);
    if (test.parsed())
        return test_rules(request);
    if (balance.parsed())
        return weigh_balance(request);
    if (diff.parsed())
        return compare_rules(request);
    if (verify.parsed())
        return verify_rules(request);
    if (batch.parsed())
        return judge_batch(request);
    if (practices.parsed())
        return look_up_practices(request);
    if (merge.parsed())
        return merge_answers(request);
    if (invite.parsed())
        return invite_practice(request);
    if (rounds.parsed())
        return compare_rounds(request);
    if (book.parsed())
        return print_book(request);
    if (recheck.parsed())
        return recheck_case(request);
    if (about.parsed())
        return tell_about(request);
    if (rules_action != nullptr)
        return rules_action(request);
    return questions.parsed() ? list_questions(request) : check_rules(request);
}

int run_safely(int argc, const char* const* argv)
{
    try
    {
        return run(argc, argv);
    }
    catch (const std::exception& error)
    {
        std::cerr << "fedadvise: something went wrong inside the program: " << error.what()
                  << "\nPlease report this with the file you used.\n";
        return internal_fault;
    }
}

} // namespace

#ifdef _WIN32

extern "C"
{
    int _dowildcard = -1; // the shell of Windows leaves "*.fedcase" to the program

    int wmain(int argc, wchar_t** argv)
    {
        // Same bytes as elsewhere, and letters that are not ASCII shown as what they are
        _setmode(_fileno(stdout), _O_BINARY);
        _setmode(_fileno(stderr), _O_BINARY);
        const UINT code_page = GetConsoleOutputCP();
        SetConsoleOutputCP(CP_UTF8);
        std::vector<std::string> words;
        for (int i = 0; i < argc; ++i)
            words.push_back(fedadvise::foundation::utf8_from_path(argv[i]));
        std::vector<const char*> pointers;
        for (const std::string& word : words)
            pointers.push_back(word.c_str());
        const int status = run_safely(argc, pointers.data());
        SetConsoleOutputCP(code_page);
        return status;
    }
}

#else

int main(int argc, char** argv)
{
    return run_safely(argc, argv);
}

#endif
