// The commands of fedadvise, one function each.
#pragma once

#include <string>

namespace fedadvise::cli
{

constexpr int done = 0;
constexpr int found_faults = 1;
constexpr int wrong_usage = 2;
constexpr int invalid_input = 3;
constexpr int internal_fault = 70; ///< as in sysexits.h: a fault of the program, not of its input

/// What the arguments asked for; texts are empty where nothing was said.
struct Request
{
    std::string program; ///< path of the program itself, to find the rules beside it
    std::string case_file;
    std::string option;
    std::string format = "text";
    std::string output;
    std::string rules;
    std::string as_at;
    std::string cases; ///< test: file or folder of test files
    bool explain = false;
    bool coverage = false;
    bool mutation = false;
    bool generate = false;
    bool accept = false;
};

// Each writes its result and its diagnostics and gives the exit status.
[[nodiscard]] int assess_case(const Request& request);
[[nodiscard]] int explain_option(const Request& request);
[[nodiscard]] int list_questions(const Request& request);
[[nodiscard]] int check_rules(const Request& request);
[[nodiscard]] int test_rules(const Request& request);

} // namespace fedadvise::cli
