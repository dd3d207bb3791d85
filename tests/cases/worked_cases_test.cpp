// The worked cases lead where an experienced adviser would: each example has its expectations in tests/cases/worked.
#define DOCTEST_CONFIG_IMPLEMENT_WITH_MAIN
#include <doctest/doctest.h>

#include "case_reading.h"

#include "casefile/case_file.h"
#include "engine/engine.h"
#include "foundation/text_list.h"

#include <algorithm>
#include <map>
#include <set>

using namespace fedadvise;

namespace
{

const std::filesystem::path worked_folder = std::filesystem::path(FEDADVISE_CASES_DIR) / "worked";
const std::filesystem::path examples_folder = FEDADVISE_EXAMPLES_DIR;
const std::string suffix = ".expected.json";

const engine::Engine& shipped_engine()
{
    static const engine::Engine engine(cases::shipped_rules());
    return engine;
}

std::vector<std::filesystem::path> expectation_files()
{
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::directory_iterator(worked_folder))
        if (entry.path().filename().string().ends_with(suffix))
            files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    return files;
}

std::vector<std::string> listed(const nlohmann::ordered_json& expected, const std::string& key)
{
    return expected.contains(key) ? expected.at(key).get<std::vector<std::string>>() : std::vector<std::string>{};
}

bool is_available(const engine::OptionResult& option)
{
    return option.band != engine::Band::NotYet && option.band != engine::Band::RuledOut;
}

/// "1 federation-company points-strongly-towards 9; …": how the options came out, for messages.
std::string standing(const std::vector<engine::OptionResult>& options)
{
    std::vector<std::string> lines;
    for (const engine::OptionResult& option : options)
        lines.push_back(std::to_string(option.rank) + " " + option.option.value + " " + engine::band_id(option.band) + " " + std::to_string(option.score.now));
    return foundation::joined(lines, "; ");
}

/// One worked case with its assessment, asked about options by id.
struct Worked
{
    engine::Assessment assessment;

    const engine::OptionResult* option(const std::string& id) const
    {
        for (const auto* options : {&assessment.models, &assessment.vehicles})
            for (const engine::OptionResult& option : *options)
                if (option.option.value == id)
                    return &option;
        return nullptr;
    }
    bool leads(const std::string& id) const
    {
        const engine::OptionResult* found = option(id);
        return found != nullptr && found->rank == 1 && is_available(*found);
    }
    engine::Truth truth_of(const std::string& rule) const
    {
        const auto& rules = shipped_engine().rules().rules;
        const auto found = std::find_if(rules.begin(), rules.end(), [&](const rulebase::Rule& r) { return r.id.value == rule; });
        return assessment.rule_truths.at(static_cast<std::size_t>(found - rules.begin()));
    }
};

void check_ids(const nlohmann::ordered_json& expected)
{
    const rulebase::RuleBase& rules = shipped_engine().rules();
    for (const std::string key : {"leading-models", "models-not-above", "must-not-lead", "leading-vehicles-include", "not-yet-or-ruled-out"})
        for (const std::string& id : listed(expected, key))
            REQUIRE_MESSAGE((rulebase::find_model(rules, {id}) != nullptr || rulebase::find_vehicle(rules, {id}) != nullptr),
                            key << " names '" << id << "', which is neither a model nor a vehicle.");
    for (const std::string& id : listed(expected, "warned-rules"))
        REQUIRE_MESSAGE(rulebase::find_rule(rules, {id}) != nullptr, "warned-rules names '" << id << "', which is no rule.");
}

void check_models(const Worked& worked, const nlohmann::ordered_json& expected)
{
    INFO("models came out as: " << standing(worked.assessment.models));
    for (const std::string& id : listed(expected, "leading-models"))
    {
        CHECK_MESSAGE(worked.leads(id), "'" << id << "' does not lead, and an adviser would put it first.");
        for (const std::string& other : listed(expected, "models-not-above"))
            if (is_available(*worked.option(other)))
                CHECK_MESSAGE(worked.option(other)->rank >= worked.option(id)->rank, "'" << other << "' stands above '" << id << "'.");
    }
    for (const std::string& id : listed(expected, "must-not-lead"))
        CHECK_MESSAGE(!worked.leads(id), "'" << id << "' leads, and an adviser would not put it first.");
}

void check_vehicles(const Worked& worked, const nlohmann::ordered_json& expected)
{
    INFO("vehicles came out as: " << standing(worked.assessment.vehicles));
    for (const std::string& id : listed(expected, "leading-vehicles-include"))
        CHECK_MESSAGE(worked.leads(id), "the vehicle '" << id << "' is not among the first.");
}

void check_limits(const Worked& worked, const nlohmann::ordered_json& expected)
{
    for (const std::string& id : listed(expected, "not-yet-or-ruled-out"))
        CHECK_MESSAGE(!is_available(*worked.option(id)), "'" << id << "' is " << engine::band_id(worked.option(id)->band) << ", not held back or ruled out.");
    for (const std::string& id : listed(expected, "warned-rules"))
        CHECK_MESSAGE(worked.truth_of(id) == engine::Truth::True, "the rule " << id << " is " << cases::truth_name(worked.truth_of(id)) << ", not true.");
    if (expected.contains("depth-cap") && expected.at("depth-cap").is_string())
        CHECK(shipped_engine().rules().gradient.at(worked.assessment.depth_cap.step).id == expected.at("depth-cap").get<std::string>());
}

} // namespace

TEST_SUITE("worked cases")
{
TEST_CASE("every example has expectations, and every expectation an example")
{
    std::set<std::string> expected, examples;
    for (const auto& file : expectation_files())
        expected.insert(cases::read_json(file).at("case").get<std::string>());
    for (const auto& entry : std::filesystem::directory_iterator(examples_folder))
        if (entry.path().extension() == ".fedcase")
            examples.insert(entry.path().filename().string());
    CHECK_FALSE(expected.empty());
    for (const std::string& name : expected)
        CHECK_MESSAGE(examples.contains(name), "resources/examples/" << name << " is missing.");
    for (const std::string& name : examples)
        CHECK_MESSAGE(expected.contains(name), "resources/examples/" << name << " has no file in tests/cases/worked.");
}

TEST_CASE("every worked case leads where an adviser would")
{
    const engine::Engine& engine = shipped_engine();
    for (const auto& file : expectation_files())
    {
        const auto expected = cases::read_json(file);
        const std::string name = expected.at("case");
        CAPTURE(name);
        const auto loaded = casefile::load_case(examples_folder / name, engine.rules());
        REQUIRE_MESSAGE(loaded.group.has_value(), cases::in_lines(loaded.diagnostics));
        CHECK_MESSAGE(loaded.diagnostics.empty(), cases::in_lines(loaded.diagnostics));
        REQUIRE_MESSAGE(loaded.group->as_at.has_value(), "The example has no as-at.");
        const Worked worked{engine.assess(*loaded.group, *loaded.group->as_at)};
        check_ids(expected);
        check_models(worked, expected);
        check_vehicles(worked, expected);
        check_limits(worked, expected);
    }
}
}
