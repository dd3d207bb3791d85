#include "whatif/random_rules.h"

#include <array>

namespace fedadvise::test
{

namespace
{

template <std::size_t size> const char* one_of(Random& random, const std::array<const char*, size>& texts)
{
    return texts[random.below(size)];
}

std::string leaf(Random& random)
{
    static constexpr std::array<const char*, 20> leaves = {
        R"(<test question="motive.staff" at-least="2"/>)",
        R"(<test question="motive.costs" at-least="3"/>)",
        R"(<test question="motive.voice" at-most="1"/>)",
        R"(<test question="purpose.clinic" at-least="2"/>)",
        R"(<test question="purpose.office" is="3"/>)",
        R"(<test question="profit" is="distribute"/>)",
        R"(<test question="profit" is="partly reinvest"/>)",
        R"(<test question="owners" includes="investors"/>)",
        R"(<test question="owners" includes="gps practices"/>)",
        R"(<test question="lead" is="yes"/>)",
        R"(<test question="jurisdiction" is="wales scotland"/>)",
        R"(<test question="readiness.R1" at-least="4"/>)",
        R"(<measure id="relationship.mean" at-least="3"/>)",
        R"(<measure id="relationship.lowest" less-than="2.5"/>)",
        R"(<test question="practice-count" at-least="3"/>)",
        R"(<test question="interests" includes="research"/>)",
        R"(<test question="current-step" at-least="g1"/>)",
        R"(<family name="motive" at-least="2" count="2"/>)",
        R"(<test question="motive.costs" of="spread" at-least="2"/>)",
        R"(<practices question="profit" is="reinvest" how-many="some"/>)",
    };
    return one_of(random, leaves);
}

std::string condition(Random& random, std::size_t depth)
{
    const std::size_t kind = depth == 0 ? 0 : random.below(5);
    if (kind <= 1)
        return leaf(random);
    if (kind == 4)
        return "<not>" + condition(random, depth - 1) + "</not>";
    const std::string name = kind == 2 ? "all" : "any";
    std::string parts;
    for (std::size_t i = 0; i < 2 + random.below(2); ++i)
        parts += condition(random, depth - 1);
    return "<" + name + ">" + parts + "</" + name + ">";
}

std::string effect(Random& random)
{
    static constexpr std::array<const char*, 8> options = {"alone", "club", "firm", "union", "company", "llp", "pact", "society"};
    static constexpr std::array<const char*, 6> strengths = {"+3", "+2", "+1", "-1", "-2", "-3"};
    const std::string on = one_of(random, options);
    switch (random.below(13))
    {
    case 12: return "<forbid/>";
    case 0: return "<exclude on=\"" + on + "\"/>";
    case 1: return "<not-yet on=\"" + on + "\">A thing.</not-yet>";
    case 2: return "<cap step=\"g2\"/>";
    default:
    {
        const std::string other = one_of(random, options);
        return "<pull on=\"" + on + (random.chance(40) && other != on ? " " + other : "") + "\" strength=\"" + one_of(random, strengths) + "\"/>";
    }
    }
}

} // namespace

std::string random_rules(Random& random, std::size_t count)
{
    std::string rules;
    for (std::size_t i = 0; i < count; ++i)
        rules += rule("R" + std::to_string(i), condition(random, 2), effect(random));
    return rules;
}

casefile::Case random_small_case(const rulebase::RuleBase& rules, Random& random, std::size_t answered)
{
    return random_case(rules, random, {answered, 8, 3});
}

} // namespace fedadvise::test
