// hit_rate: how often the model and the vehicle that real collaborations chose stand first, and among the first three,
// beside always answering the commonest. Fails when the advice does no better than that.
//
// The cases are split by a fixed rule: in order of name, the third, sixth and ninth of every ten are held out. Of those
// only sums are printed, and only with --held-out, so that nobody tunes the rules to them by accident.
#include "casefile/case_file.h"
#include "engine/engine.h"
#include "foundation/file.h"
#include "foundation/utf8.h"
#include "rulebase/loading.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <filesystem>
#include <iostream>
#include <map>
#include <string>
#include <vector>

using namespace fedadvise;
using engine::Band;
using engine::OptionResult;

namespace
{

/// One real collaboration: what it chose, first the choice as recorded, then others that the record also fits.
struct Chosen
{
    std::string name;
    std::vector<std::string> models, vehicles;
    bool held_out = false;
};

/// How a set of cases came out for models or for vehicles.
struct Tally
{
    int cases = 0;
    int first = 0;
    int first_alone = 0;
    int first_three = 0;
    int shown_first = 0; ///< options that stand first, over all cases
    int shown_three = 0; ///< options of rank 1 to 3, over all cases
    int commonest_first = 0;
    int commonest_three = 0;
};

std::vector<std::string> options_of(const nlohmann::json& entry, const char* chosen, const char* also)
{
    std::vector<std::string> options;
    if (const std::string first = entry.at(chosen); !first.empty())
        options.push_back(first);
    if (entry.contains(also))
        for (const auto& option : entry.at(also))
            options.push_back(option);
    return options;
}

std::vector<Chosen> read_choices(const std::filesystem::path& folder)
{
    const auto text = foundation::read_file(folder / "choices.json", 1'000'000);
    if (!text)
        return {};
    std::vector<Chosen> choices;
    const nlohmann::json file = nlohmann::json::parse(text.value());
    for (const auto& entry : file.at("cases"))
    {
        const std::size_t place = choices.size() % 10 + 1;
        choices.push_back({entry.at("case"), options_of(entry, "model", "also-models"),
                           options_of(entry, "vehicle", "also-vehicles"), place == 3 || place == 6 || place == 9});
    }
    return choices;
}

/// The commonest choices of the calibration set, commonest first; the same in alphabetical order.
std::vector<std::string> commonest(const std::vector<Chosen>& choices, std::vector<std::string> Chosen::*options)
{
    std::map<std::string, int> counts;
    for (const Chosen& chosen : choices)
        if (!chosen.held_out && !(chosen.*options).empty())
            ++counts[(chosen.*options).front()];
    std::vector<std::string> names;
    for (const auto& [name, count] : counts)
        names.push_back(name);
    std::stable_sort(names.begin(), names.end(),
                     [&](const std::string& a, const std::string& b) { return counts[a] > counts[b]; });
    return names;
}

bool among(const std::vector<std::string>& names, const std::string& name)
{
    return std::find(names.begin(), names.end(), name) != names.end();
}

bool is_available(const OptionResult& result)
{
    return result.band != Band::NotYet && result.band != Band::RuledOut;
}

void count(Tally& tally, const std::vector<OptionResult>& results, const std::vector<std::string>& chosen,
           const std::vector<std::string>& usual)
{
    if (chosen.empty())
        return;
    const auto first = [](const OptionResult& r) { return is_available(r) && r.rank == 1; };
    const auto three = [](const OptionResult& r) { return is_available(r) && r.rank <= 3; };
    const auto hit = [&](const auto& stands)
    {
        return std::any_of(results.begin(), results.end(),
                           [&](const OptionResult& r) { return stands(r) && among(chosen, r.option.value); });
    };
    const auto firsts = std::count_if(results.begin(), results.end(), first);
    ++tally.cases;
    tally.first += hit(first) ? 1 : 0;
    tally.first_alone += hit(first) && firsts == 1 ? 1 : 0;
    tally.first_three += hit(three) ? 1 : 0;
    tally.shown_first += static_cast<int>(firsts);
    tally.shown_three += static_cast<int>(std::count_if(results.begin(), results.end(), three));
    for (std::size_t i = 0; i < usual.size() && i < 3; ++i)
        if (among(chosen, usual[i]))
        {
            tally.commonest_first += i == 0 ? 1 : 0;
            ++tally.commonest_three;
            break;
        }
}

/// Where the chosen option stands, for those who look for what to improve.
void print_miss(const std::string& name, const std::vector<OptionResult>& results,
                const std::vector<std::string>& chosen)
{
    if (chosen.empty())
        return;
    std::string first, stands;
    for (const OptionResult& result : results)
    {
        if (result.rank == 1)
            first += " " + result.option.value + " " + foundation::signed_text(result.score.now);
        if (result.option.value != chosen.front())
            continue;
        if (result.rank == 1 && is_available(result))
            return;
        stands = result.option.value + " at rank " + std::to_string(result.rank) + ", " + engine::band_id(result.band) +
                 ", " + foundation::signed_text(result.score.now);
    }
    std::cout << "  " << name << ": " << stands << "; first:" << first << "\n";
}

void print_tally(const std::string& what, const Tally& tally)
{
    std::cout << what << ": of " << tally.cases << " first " << tally.first << " (alone " << tally.first_alone
              << "), in the first three ranks " << tally.first_three << "; the commonest " << tally.commonest_first
              << ", the three commonest " << tally.commonest_three << "; options shown first " << tally.shown_first
              << ", in the first three ranks " << tally.shown_three << "\n";
}

bool beats_commonest(const Tally& tally)
{
    return tally.first > tally.commonest_first && tally.first_three >= tally.commonest_three;
}

} // namespace

int main(int argc, char** argv)
{
    const bool with_held_out = argc > 1 && std::string(argv[1]) == "--held-out";
    const std::filesystem::path folder = FEDADVISE_CALIBRATION_DIR;
    const auto loaded = rulebase::load_folder(FEDADVISE_RULES_DIR);
    const std::vector<Chosen> choices = read_choices(folder);
    if (!loaded.rules || choices.empty())
    {
        std::cerr << "hit_rate: the rules or the choices do not load\n";
        return 1;
    }
    const engine::Engine engine(loaded.rules);
    const auto usual_models = commonest(choices, &Chosen::models),
               usual_vehicles = commonest(choices, &Chosen::vehicles);
    Tally models[2], vehicles[2];
    std::cout << "Calibration cases whose choice does not stand first:\n";
    for (const Chosen& chosen : choices)
    {
        const auto group = casefile::load_case(folder / (chosen.name + ".fedcase"), *loaded.rules).group;
        if (!group)
        {
            std::cerr << "hit_rate: " << chosen.name << " does not load\n";
            return 1;
        }
        const auto advice = engine.assess(*group, engine::day_of_law(*group, std::nullopt, loaded.rules->as_at));
        const std::size_t set = chosen.held_out ? 1 : 0;
        count(models[set], advice.models, chosen.models, usual_models);
        count(vehicles[set], advice.vehicles, chosen.vehicles, usual_vehicles);
        if (chosen.held_out)
            continue;
        print_miss(chosen.name, advice.models, chosen.models);
        print_miss(chosen.name, advice.vehicles, chosen.vehicles);
    }
    print_tally("Models, calibration", models[0]);
    print_tally("Vehicles, calibration", vehicles[0]);
    if (with_held_out)
    {
        print_tally("Models, held out", models[1]);
        print_tally("Vehicles, held out", vehicles[1]);
    }
    return beats_commonest(models[0]) && beats_commonest(vehicles[0]) ? 0 : 1;
}
