// Generated cases: the few that together make every rule true, false and open, tell it from its mutants, and make every
// option lead, each with what came out as its expectations. They guard against surprises: a changed rule shows which of
// them changed, and how.
#pragma once

#include "casefile/test_file.h"
#include "engine/engine.h"

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace fedadvise::analysis
{

struct GeneratorSettings
{
    std::uint64_t seed = 1;
    unsigned threads = 1;
    const std::atomic<bool>* stop = nullptr; ///< ends the search soon after it becomes true; the result is then empty
    std::function<void(const std::string& stage, std::size_t done, std::size_t of)> progress; ///< one call at a time
};

/// A file to be written: its name ("rules-01.fedtest") and text.
struct GeneratedFile
{
    std::string name;
    std::string text;
};

/// Generates cases in addition to those that people wrote. The same rule base, cases and seed give the same bytes.
[[nodiscard]] std::vector<GeneratedFile> generate_cases(const engine::Engine& engine,
                                                        const std::vector<casefile::TestFile>& by_hand,
                                                        const GeneratorSettings& settings);

/// The text of a generated file with what comes out now in place of what was expected: every expectation speaks of the
/// same rules and options as before. Rules and options that no longer exist are left out.
[[nodiscard]] std::string accepted_text(const engine::Engine& engine, const casefile::TestFile& file);

} // namespace fedadvise::analysis
