// The engine's answers to many cases, as lines for compare.py. Takes the folder of rules, a file of cases (a line with
// the name, a line with the case as JSON, and so on) and the file to write.
#include "casefile/case_file.h"
#include "engine/engine.h"
#include "rulebase/loading.h"

#include <algorithm>
#include <fstream>
#include <iostream>
#include <map>
#include <numeric>
#include <optional>
#include <string>
#include <utility>
#include <vector>

using namespace fedadvise;

namespace
{

std::string fixed_text(std::optional<foundation::Fixed> value)
{
    return value ? foundation::fixed_text(*value) : "none";
}

void tell_reading(std::ostream& out, const std::string& name, const engine::Reading& reading)
{
    out << "reading relationship." << name << ' ' << fixed_text(reading.now) << ' ' << fixed_text(reading.low) << ' '
        << fixed_text(reading.high) << '\n';
}

std::string kind_name(rulebase::EffectKind kind)
{
    using rulebase::EffectKind;
    switch (kind)
    {
    case EffectKind::Exclude: return "exclude";
    case EffectKind::NotYet: return "not-yet";
    case EffectKind::Require: return "require";
    case EffectKind::Allow: return "allow";
    case EffectKind::Warn: return "warn";
    default: return "held-back";
    }
}

/// Points of the rules alone: the engine adds to vehicles what they gain by the models that lead.
engine::Score points_of_rules(const engine::OptionResult& option)
{
    engine::Score score;
    for (const auto* findings : {&option.for_it, &option.against_it})
        for (const engine::Finding& finding : *findings)
            score.now += finding.engine.empty() ? finding.strength : 0;
    score.low = score.high = score.now;
    for (const engine::Finding& finding : option.open)
        (finding.strength < 0 ? score.low : score.high) += finding.strength;
    return score;
}

void tell_option(std::ostream& out, const rulebase::RuleBase& rules, const engine::OptionResult& option, bool is_model)
{
    const engine::Score score = is_model ? option.score : points_of_rules(option);
    out << "option " << option.option.value << ' ' << score.now << ' ' << score.low << ' ' << score.high;
    std::vector<std::string> marks;
    for (const auto* findings :
         {&option.ruled_out_by, &option.not_yet, &option.required, &option.allowed, &option.warnings})
        for (const engine::Finding& finding : *findings)
        {
            if (finding.engine == "exemption")
                continue;
            const rulebase::Rule* rule = rulebase::find_rule(rules, finding.rule);
            marks.push_back(rule == nullptr ? "held-back:" + finding.engine
                                            : kind_name(rule->effects[finding.effect].kind) + ":" + rule->id.value);
        }
    std::sort(marks.begin(), marks.end());
    for (const std::string& mark : marks)
        out << ' ' << mark;
    out << '\n';
}

class Teller
{
public:
    Teller(std::shared_ptr<const rulebase::RuleBase> rules, std::ostream& out)
        : m_engine(rules), m_rules(*rules), m_out(out)
    {
        m_order.resize(m_rules.rules.size());
        std::iota(m_order.begin(), m_order.end(), std::size_t{0});
        std::sort(m_order.begin(), m_order.end(),
                  [&](std::size_t a, std::size_t b) { return m_rules.rules[a].id < m_rules.rules[b].id; });
    }

    void tell(const std::string& name, const casefile::Case& group)
    {
        const auto assessment = m_engine.assess(group, engine::day_of_law(group, std::nullopt, m_rules.as_at));
        m_out << "case " << name << "\ncap " << assessment.depth_cap.step << ' '
              << assessment.depth_cap.if_open_go_badly << ' ' << assessment.depth_cap.from_readiness << "\ntruths ";
        for (const std::size_t rule : m_order)
            m_out << static_cast<int>(assessment.rule_truths[rule]);
        m_out << '\n';
        tell_reading(m_out, "mean", assessment.relationship.mean);
        tell_reading(m_out, "lowest", assessment.relationship.lowest);
        tell_reading(m_out, "range", assessment.relationship.range);
        for (std::size_t i = 0; i < m_rules.readiness.subscales.size(); ++i)
            tell_reading(m_out, m_rules.readiness.subscales[i].id, assessment.relationship.subscales[i]);
        for (const rulebase::Model& model : m_rules.models)
            tell_option(m_out, m_rules, result_of(assessment.models, model.id), true);
        for (const rulebase::Vehicle& vehicle : m_rules.vehicles)
            tell_option(m_out, m_rules, result_of(assessment.vehicles, vehicle.id), false);
        m_out << "done\n";
    }

private:
    static const engine::OptionResult& result_of(const std::vector<engine::OptionResult>& results,
                                                 const rulebase::OptionId& id)
    {
        return *std::find_if(results.begin(), results.end(),
                             [&](const engine::OptionResult& r) { return r.option == id; });
    }

    engine::Engine m_engine;
    const rulebase::RuleBase& m_rules;
    std::ostream& m_out;
    std::vector<std::size_t> m_order; ///< places of the rules, in order of their ids
};

int fail(const std::string& what, const std::vector<foundation::Diagnostic>& diagnostics)
{
    std::cerr << what << '\n';
    for (const foundation::Diagnostic& diagnostic : diagnostics)
        std::cerr << diagnostic.code << ": " << diagnostic.message << '\n';
    return 3;
}

int run(const std::string& rules_folder, const std::string& cases_file, const std::string& output)
{
    const auto loaded = rulebase::load_folder(rules_folder);
    if (!loaded.rules)
        return fail("The rules do not load.", loaded.diagnostics);
    std::ifstream cases(cases_file, std::ios::binary);
    std::ofstream out(output, std::ios::binary);
    Teller teller(loaded.rules, out);
    for (std::string name, json; std::getline(cases, name) && std::getline(cases, json);)
    {
        const auto group = casefile::read_case(json, name, *loaded.rules);
        if (!group.group)
            return fail("The case '" + name + "' is not valid.", group.diagnostics);
        teller.tell(name, *group.group);
    }
    return out.flush() ? 0 : fail("The answers cannot be written to " + output + ".", {});
}

} // namespace

int main(int argc, char** argv)
{
    if (argc != 4)
        return fail("Usage: engine_side RULES CASES OUTPUT", {});
    try
    {
        return run(argv[1], argv[2], argv[3]);
    }
    catch (const std::exception& error)
    {
        return fail(error.what(), {});
    }
}
