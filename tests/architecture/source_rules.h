// Source rules: what each folder of src/ may include and call (style.md sections 1, 2 and 8), checked by reading the text.
#pragma once

#include <filesystem>
#include <span>
#include <string>
#include <vector>

namespace fedadvise::architecture
{

/// A word that one file may use although its folder may not, and why.
struct Exception
{
    std::string file; ///< below src/: "rulebase/places.cpp"
    std::string word; ///< the header or the call
    std::string reason;
};

struct Violation
{
    std::string file;
    int line = 0;
    std::string what;
};

/// Every violation in the *.h and *.cpp files below `src`, in the order of the files' names. Used exceptions are marked in `used`
/// (as many as `exceptions`), so that a stale one can be found.
[[nodiscard]] std::vector<Violation> violations(const std::filesystem::path& src, std::span<const Exception> exceptions, std::vector<bool>& used);

/// The text with comments and the insides of string and character literals turned into spaces; lines stay where they are.
/// The paths of #include lines stay, too.
[[nodiscard]] std::string code_only(const std::string& text);

} // namespace fedadvise::architecture
