// The commands of fedadvise, one function each.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace fedadvise::cli
{

constexpr int done = 0;
constexpr int found_faults = 1;
constexpr int wrong_usage = 2;
constexpr int invalid_input = 3;
constexpr int stopped = 130;       ///< by Ctrl-C, as shells say it
constexpr int internal_fault = 70; ///< as in sysexits.h: a fault of the program, not of its input

/// What the arguments asked for; texts are empty where nothing was said.
struct Request
{
    std::string program; ///< path of the program itself, to find the rules beside it
    std::string case_file;
    std::string option;
    std::vector<std::string> options; ///< compare: ids of models, or of vehicles
    std::size_t most_cases = 300'000; ///< why: combinations of answers to try, for each of two goals
    std::string variant;              ///< id of the variant to judge; empty: the case itself
    std::string format = "text";
    std::string document; ///< assess: id of the document, or "all"; empty: the full rationale
    std::string start;    ///< assess: day from which the plan counts; empty: the day of the law
    std::string output;
    std::string rules;
    std::string as_at;
    std::string examples; ///< verify: folder for the cases that show findings
    std::string tests;    ///< test: file or folder of test files
    bool explain = false;
    bool coverage = false;
    bool mutation = false;
    bool generate = false;
    bool accept = false; ///< test: rewrite what is expected; recheck: note in the case that these rules have judged it
    std::size_t stride = 1;                ///< test: every so many changes of rules only
    unsigned least_noticed = 95;           ///< test: per cent of the changes that must be noticed
    std::string other_rules;               ///< diff: the rule base to compare with
    std::vector<std::string> cases;        ///< files and folders
    std::optional<std::uint64_t> profiles; ///< number of random profiles; none: as the command thinks fit
    std::uint64_t seed = 1;
    unsigned jobs = 0;                 ///< batch: threads; 0: one for each processor
    bool header = false;               ///< batch: print an empty table of cases
    bool table = false;                ///< batch: what leads where, instead of a line for each case
    std::string topic;                 ///< about: scope, accessibility or licences; empty: what there is
    std::string find;                  ///< practices: what to look for; empty: all
    bool all = false;                  ///< practices: closed ones and other prescribing settings too
    std::string columns;               ///< practices: "code=1,name=Practice"
    bool no_header = false;            ///< practices: the first row is a practice
    std::string add;                   ///< practices: codes, parted by commas
    std::string to_case;               ///< practices: the case they are added to
    bool replace = false;              ///< practices: what differs becomes what the list says
    std::string practice;              ///< invite: id, name or code
    std::string questions;             ///< invite: ids of questions; empty or "all": all that a practice can be asked
    std::string id;                    ///< merge: for a case that has none
    bool leave_out_unreadable = false; ///< merge: the rest all the same
    bool anonymous = false;            ///< rounds: without names
    std::string pack;                  ///< rules: the pack, or the folder to make one of
    std::string key;                   ///< rules: file of the signing key
    std::string publisher;             ///< rules: name for a new key
    std::string trust;                 ///< rules: fingerprint of a publisher to trust from now on
    std::string version;               ///< rules: to go back to; empty: the one before
};

// Each writes its result and its diagnostics and gives the exit status.
[[nodiscard]] int assess_case(const Request& request);
[[nodiscard]] int align_practices(const Request& request);
[[nodiscard]] int explain_option(const Request& request);
[[nodiscard]] int compare_options(const Request& request);
[[nodiscard]] int compare_variants(const Request& request);
[[nodiscard]] int list_questions(const Request& request);
[[nodiscard]] int check_rules(const Request& request);
[[nodiscard]] int verify_rules(const Request& request);
[[nodiscard]] int test_rules(const Request& request);
[[nodiscard]] int weigh_balance(const Request& request);
[[nodiscard]] int compare_rules(const Request& request);
[[nodiscard]] int judge_batch(const Request& request);
[[nodiscard]] int look_up_practices(const Request& request);
[[nodiscard]] int merge_answers(const Request& request);
[[nodiscard]] int invite_practice(const Request& request);
[[nodiscard]] int compare_rounds(const Request& request);
[[nodiscard]] int print_book(const Request& request);
[[nodiscard]] int recheck_case(const Request& request);
[[nodiscard]] int tell_about(const Request& request);
// rules …
[[nodiscard]] int make_key(const Request& request);
[[nodiscard]] int pack_rules(const Request& request);
[[nodiscard]] int sign_pack(const Request& request);
[[nodiscard]] int verify_pack(const Request& request);
[[nodiscard]] int unpack_rules(const Request& request);
[[nodiscard]] int install_pack(const Request& request);
[[nodiscard]] int list_rules(const Request& request);
[[nodiscard]] int roll_back_rules(const Request& request);
[[nodiscard]] int stop_trusting(const Request& request);

} // namespace fedadvise::cli
