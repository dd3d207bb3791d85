// Test files (*.fedtest): cases with the advice that must come of them, in a form that an adviser can write unaided.
#pragma once

#include "casefile/case.h"
#include "casefile/case_file.h"
#include "foundation/diagnostic.h"
#include "rulebase/rule_base.h"

#include <cstddef>
#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace fedadvise::casefile
{

/// What a case must bring. Each is defined in help_on_test_files(), for people, and judged in analysis/expectation.cpp.
enum class ExpectationKind
{
    Leads,
    DoesNotLead,
    FirstThree,
    Shown,
    NotShown,
    RuledOut,
    NotRuledOut,
    Waits,
    DoesNotWait,
    PointsTowards,
    PointsAway,
    Paired,
    NotPaired,
    Warned,
    NotWarned,
    Says,
    DoesNotSay,
    Holds,
    DoesNotHold,
    CannotTell,
    Points,
    Steps,
    Depth,
    Lesson,
    NoLesson,
};

/// One thing that an expectation names; the fields that its kind does not use are empty.
struct ExpectedItem
{
    rulebase::OptionId option;          ///< the model or vehicle; of a pair the model
    rulebase::OptionId vehicle;         ///< of a pair
    rulebase::RuleId rule;              ///< for Warned, Says, … : the rule
    std::vector<rulebase::RuleId> by;   ///< rules that must rule it out, or make it wait
    std::vector<rulebase::OptionId> at; ///< the options at which the rule must, or must not, be said
    bool by_readiness = false;          ///< it must wait for the relationship
    int number = 0;                     ///< points, steps, or the number of a lesson
    std::optional<std::size_t> depth;   ///< index of a gradient step
    friend bool operator==(const ExpectedItem&, const ExpectedItem&) = default;
};

struct Expectation
{
    ExpectationKind kind = ExpectationKind::Leads;
    bool any = false; ///< one of the items is enough ("or"); otherwise all must hold
    std::vector<ExpectedItem> items;
    std::string written; ///< as it stands in the file, without comments
    foundation::Place place;
};

struct TestCase
{
    std::string title;
    std::string because; ///< why a person expects this; may be empty
    Case group;
    std::vector<Expectation> expectations; ///< never empty in a file without faults
    foundation::Place place;
};

struct TestFile
{
    std::string name;       ///< as it stands in diagnostics
    bool generated = false; ///< in a folder "generated": written by the program, as a guard against surprises
    std::vector<TestCase> cases;
};

/// `file` is empty when a diagnostic is an error. All diagnostics at once, in order of place.
struct LoadedTestFile
{
    std::optional<TestFile> file;
    std::vector<foundation::Diagnostic> diagnostics;
};

/// Gives the case that "From: NAME" names.
using CaseSource = std::function<LoadedCase(const std::string& name)>;

/// Reads a test file's text. `name` stands in the diagnostics. A case without "as-at" is judged by the law of the rule
/// base's own day. Never throws.
[[nodiscard]] LoadedTestFile read_tests(std::string_view text, const std::string& name, const rulebase::RuleBase& rules,
                                        const CaseSource& case_named);

/// Reads one test file. Names after "From:" are looked up from the folder of the file.
[[nodiscard]] LoadedTestFile load_tests(const std::filesystem::path& path, const rulebase::RuleBase& rules);

/// `files` is in order of name, and may only be used when no diagnostic is an error.
struct LoadedTests
{
    std::vector<TestFile> files;
    std::vector<foundation::Diagnostic> diagnostics;
};

enum class Which
{
    All,
    ByHand, ///< without the files in folders "generated"
};

/// Reads a file, or every *.fedtest file of a folder and its subfolders. A folder without any is an error.
[[nodiscard]] LoadedTests load_all_tests(const std::filesystem::path& path, const rulebase::RuleBase& rules,
                                         Which which = Which::All);

/// How to write a test file, for people: every line that may stand in one, and what exactly it asks for.
[[nodiscard]] std::string help_on_test_files();

/// The phrase of an expectation: "Must lead".
[[nodiscard]] std::string phrase_of(ExpectationKind kind);

} // namespace fedadvise::casefile
