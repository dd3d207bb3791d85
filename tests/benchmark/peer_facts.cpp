// Writes the rules and cases for the rule engines of peers/ as JSON: conditions over truths of single tests, the same
// facts for every engine; and how long our own engine takes over them.
#include "measured_cases.h"

#include "engine/program.h"
#include "engine/scorecard.h"

#include <nlohmann/json.hpp>

#include <ctime>
#include <fstream>
#include <iostream>
#include <set>
#include <string>
#include <utility>
#include <vector>

using namespace fedadvise;
using engine::Node;
using engine::Truth;
using nlohmann::json;

namespace
{

constexpr std::size_t random_cases = 200;

/// Condition that is true exactly when the node is certainly true (or certainly false), with "not" moved down to the
/// tests, so that engines with two truth values give the same as three: ["leaf", number, truth], ["all", …],
/// ["any", …] or ["atleast", count, …].
json formula(const engine::Program& program, engine::NodeIndex index, bool wanted, std::set<engine::NodeIndex>& leaves)
{
    const Node& node = program.nodes[index];
    if (engine::is_leaf(node))
    {
        leaves.insert(index);
        return {"leaf", index, wanted ? 2 : 0};
    }
    if (node.kind == Node::Kind::Not)
        return formula(program, program.parts[node.first], !wanted, leaves);
    json parts = json::array();
    for (std::uint32_t i = 0; i < node.parts; ++i)
        parts.push_back(formula(program, program.parts[node.first + i], wanted, leaves));
    const auto count = wanted ? node.count : static_cast<std::int32_t>(node.parts) - node.count + 1;
    const bool all = node.kind == Node::Kind::All ? wanted : node.kind == Node::Kind::Any ? !wanted : false;
    if (node.kind == Node::Kind::AtLeast && count > 1 && static_cast<std::size_t>(count) < parts.size())
        return {"atleast", count, parts};
    if (node.kind == Node::Kind::AtLeast)
        return {count <= 1 ? "any" : "all", parts};
    return {all ? "all" : "any", parts};
}

json rules_of(const engine::Scorecard& card, std::set<engine::NodeIndex>& leaves)
{
    json rules = json::array();
    for (std::size_t r = 0; r < card.rules().rules.size(); ++r)
    {
        const rulebase::Rule& rule = card.rules().rules[r];
        if (!rulebase::in_force_on(rule, bench::today))
            continue;
        json effects = json::array();
        for (const rulebase::Effect& effect : rule.effects)
            for (const rulebase::OptionId& id : effect.on)
                if (effect.kind == rulebase::EffectKind::Pull)
                    effects.push_back({id.value, effect.strength});
        rules.push_back({{"id", rule.id.value},
                         {"when", formula(card.program(), card.program().rule_nodes[r], true, leaves)},
                         {"pulls", effects}});
    }
    return rules;
}

json case_of(const engine::Engine& engine, const std::string& name, const casefile::Case& group,
             const std::set<engine::NodeIndex>& leaves)
{
    const engine::Leaves known = engine::leaves_of(engine.program(), engine.rules(), group);
    json truths = json::object(), fired = json::array();
    for (const engine::NodeIndex leaf : leaves)
        truths["t" + std::to_string(leaf)] = static_cast<int>(known.truths[leaf]);
    const auto assessment = engine.assess(group, bench::today);
    for (std::size_t r = 0; r < assessment.rule_truths.size(); ++r)
        if (assessment.rule_truths[r] == Truth::True)
            fired.push_back(engine.rules().rules[r].id.value);
    return {{"name", name}, {"truths", truths}, {"fired", fired}};
}

/// What an explanation of the rules alone is: for every pull that holds its rule, option, strength and the questions
/// that decide it.
struct Said
{
    const rulebase::RuleId* rule = nullptr;
    std::size_t option = 0;
    int strength = 0;
    std::vector<rulebase::QuestionId> because;
};

/// One case from its facts: every pull that holds, without what decides it.
std::size_t record(const engine::Scorecard& card, const std::vector<engine::FactValue>& facts)
{
    const auto truths = engine::evaluate(card.program(), facts);
    std::vector<engine::Pull> said;
    for (const engine::Consequence& consequence : card.consequences())
        if (truths[consequence.node] == Truth::True)
            said.insert(said.end(), consequence.pulls.begin(), consequence.pulls.end());
    return said.size();
}

/// The same with what decides each.
std::size_t explain(const engine::Scorecard& card, const std::vector<engine::FactValue>& facts,
                    const engine::Replies& replies)
{
    const auto truths = engine::evaluate(card.program(), facts);
    std::vector<Said> said;
    for (const engine::Consequence& consequence : card.consequences())
    {
        if (truths[consequence.node] != Truth::True)
            continue;
        const auto because =
            engine::deciding_questions(card.program(), card.rules(), replies, truths, consequence.node);
        for (const engine::Pull& pull : consequence.pulls)
            said.push_back({&card.rules().rules[pull.rule].id, pull.option, pull.strength, because});
    }
    return said.size();
}

double microseconds_since(std::clock_t start, std::size_t runs)
{
    return static_cast<double>(std::clock() - start) * 1e6 / CLOCKS_PER_SEC / static_cast<double>(runs);
}

json our_times(const engine::Engine& engine, const engine::Scorecard& card, const std::vector<casefile::Case>& groups)
{
    std::vector<std::pair<std::vector<engine::FactValue>, engine::Replies>> facts;
    for (const casefile::Case& group : groups)
    {
        const engine::Heard heard = engine::hear(engine.rules(), group);
        facts.emplace_back(engine::gather_facts(engine.program(), engine.rules(), group, heard,
                                                engine::read_relationship(engine.rules(), heard)),
                           engine::replies_in(heard));
    }
    constexpr std::size_t rounds = 20;
    std::size_t sum = 0;
    json times;
    std::clock_t start = std::clock();
    for (std::size_t i = 0; i < rounds; ++i)
        for (const auto& [values, replies] : facts)
            sum += engine::evaluate(card.program(), values).size();
    times["rules, truths only"] = microseconds_since(start, rounds * facts.size());
    start = std::clock();
    for (std::size_t i = 0; i < rounds; ++i)
        for (const auto& [values, replies] : facts)
            sum += record(card, values);
    times["rules, pulls recorded"] = microseconds_since(start, rounds * facts.size());
    start = std::clock();
    for (std::size_t i = 0; i < rounds; ++i)
        for (const auto& [values, replies] : facts)
            sum += explain(card, values, replies);
    times["rules, explained"] = microseconds_since(start, rounds * facts.size());
    start = std::clock();
    for (std::size_t i = 0; i < rounds / 4; ++i)
        for (const casefile::Case& group : groups)
            sum += engine.assess(group, bench::today).models.size();
    times["whole assessment"] = microseconds_since(start, rounds / 4 * groups.size());
    times["checksum"] = sum; // so that nothing is left out
    return times;
}

} // namespace

int main(int argc, char** argv)
{
    if (argc != 2)
    {
        std::cerr << "Usage: peer_facts OUTPUT.json\n";
        return 2;
    }
    const engine::Engine engine = bench::shipped_engine();
    const engine::Scorecard card(engine.program(), engine.rules(), bench::today);
    std::vector<bench::MeasuredCase> cases = bench::measured_cases(engine);
    cases.pop_back(); // the random one
    for (casefile::Case& group : bench::random_groups(engine, random_cases, 11))
        cases.push_back({"random", std::move(group)});
    std::set<engine::NodeIndex> leaves;
    json document{{"rules", rules_of(card, leaves)}, {"cases", json::array()}};
    std::vector<casefile::Case> groups;
    for (const bench::MeasuredCase& example : cases)
    {
        document["cases"].push_back(case_of(engine, example.name, example.group, leaves));
        groups.push_back(example.group);
    }
    document["ours"] = our_times(engine, card, groups);
    std::ofstream out(argv[1], std::ios::binary);
    out << document.dump(1) << '\n';
    return out.flush() ? 0 : 3;
}
