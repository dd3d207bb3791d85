// Samples: the shipped rules, the shipped examples, and small cases around the one answer that a test is about.
#pragma once

#include "casefile/case_file.h"

#include <filesystem>
#include <string>
#include <vector>

namespace fedadvise::casefile::samples
{

/// The shipped rule base, read once.
const rulebase::RuleBase& rules();

/// Reads with the shipped rules; faults name the file "test.fedcase".
LoadedCase read(const std::string& json);

/// The case that the text holds; fails the test, with all diagnostics, when there is none.
Case good(const std::string& json);

/// A case file with these members on line 3 in the answers of the group, and on line 6 in those of the practice "p1".
std::string with_answers(const std::string& of_group, const std::string& of_practice = "");

/// A case file with these members on line 2, beside "format" and "version".
std::string with_members(const std::string& members);

/// Code and element of each diagnostic, for failure messages: "casefile.bad-date 1:5 as-at".
std::string listed(const std::vector<foundation::Diagnostic>& diagnostics);

/// The example files, by name, and a file's bytes.
std::vector<std::filesystem::path> examples();
std::string bytes_of(const std::filesystem::path& path);

} // namespace fedadvise::casefile::samples
