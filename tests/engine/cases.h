// Cases for the tests: written by hand in one line, or drawn at random with a fixed seed.
#pragma once

#include "casefile/case.h"
#include "engine/engine.h"
#include "rulebase/rule_base.h"

#include <cstdint>
#include <map>
#include <memory>
#include <random>
#include <set>
#include <string>
#include <vector>

namespace fedadvise::test
{

/// Answers as people write them: {"motive.workforce", "2"}, {"owners", "gps practices"}, {"profit-aim", "unknown"}.
using Said = std::map<std::string, std::string>;

/// `base` with the answers of `changes` added or changed.
[[nodiscard]] Said with(Said base, const Said& changes);

/// Throws when an answer is none.
[[nodiscard]] casefile::Answers answers(const rulebase::RuleBase& rules, const Said& said);
[[nodiscard]] casefile::Case case_of(const rulebase::RuleBase& rules, const Said& group, const std::vector<Said>& practices = {});

/// The rules that ship, compiled once.
[[nodiscard]] const engine::Engine& shipped();
/// The day of the tests.
constexpr foundation::Date today{2026, 11, 22};

/// Assesses by the shipped rules on the day of the tests.
[[nodiscard]] engine::Assessment assess(const Said& group, const std::vector<Said>& practices = {});

/// "3" for each of the eighteen statements, for example.
[[nodiscard]] Said all_statements(const std::string& value);

[[nodiscard]] const engine::OptionResult& result_of(const engine::Assessment& assessment, const std::string& option);
[[nodiscard]] engine::Truth truth_of_rule(const engine::Engine& engine, const engine::Assessment& assessment, const std::string& rule);
[[nodiscard]] bool is_available(const engine::OptionResult& result);
[[nodiscard]] bool names_rule(const std::vector<engine::Finding>& findings, const std::string& rule);
[[nodiscard]] std::set<std::string> ruled_out_vehicles(const engine::Assessment& assessment);
[[nodiscard]] std::vector<std::string> names(const std::vector<rulebase::OptionId>& options);
[[nodiscard]] std::set<std::string> words(const std::string& list);
/// The options that share the first rank.
[[nodiscard]] std::set<std::string> first_rank(const std::vector<engine::OptionResult>& results);

/// Numbers that are the same on every machine: the standard distributions are not.
class Random
{
public:
    explicit Random(std::uint64_t seed) : m_engine(seed) {}
    [[nodiscard]] std::size_t below(std::size_t count) { return static_cast<std::size_t>(m_engine() % count); }
    [[nodiscard]] bool chance(std::size_t percent) { return below(100) < percent; }

private:
    std::mt19937_64 m_engine;
};

[[nodiscard]] casefile::Answer random_answer(const rulebase::Question& question, Random& random);

/// How many of a hundred questions are answered, and how many of a hundred answers are "we do not know".
struct Habits
{
    std::size_t answered = 60;
    std::size_t unknown = 5;
    std::size_t most_practices = 6;
};

/// 0 to `most_practices` practices with 0 to 3 respondents each, who answer what their scope allows.
[[nodiscard]] casefile::Case random_case(const rulebase::RuleBase& rules, Random& random, const Habits& habits);

/// Every question answered for the group, or by each practice where only practices may answer.
[[nodiscard]] casefile::Case random_complete_case(const rulebase::RuleBase& rules, Random& random, std::size_t practices);

} // namespace fedadvise::test
