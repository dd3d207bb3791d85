#include "analysis/fingerprint.h"

#include "rulebase/loading.h"

#include <doctest/doctest.h>

#include <functional>

namespace fedadvise::analysis
{

TEST_SUITE("fingerprint")
{
TEST_CASE("any edit of a rule changes its fingerprint, moving it does not")
{
    const auto loaded = rulebase::load_folder(FEDADVISE_RULES_DIR);
    REQUIRE(loaded.rules);
    rulebase::RuleBase rules = *loaded.rules;
    const std::string id = rules.rules.front().id.value;
    const std::string before = fingerprint(rules, {id});
    CHECK(before.size() == 16);

    rules.rules.front().place.line += 7;
    CHECK(fingerprint(rules, {id}) == before);

    const std::function<void(rulebase::Rule&)> edits[] = {
        [](rulebase::Rule& r) { r.text += " More."; },
        [](rulebase::Rule& r) { r.title += "!"; },
        [](rulebase::Rule& r) { r.effects.front().strength += 1; },
        [](rulebase::Rule& r) { r.effects.front().on.push_back({"llp"}); },
        [](rulebase::Rule& r) {
            r.until = foundation::Date{2030, 1, 1};
        },
        [](rulebase::Rule& r) { r.when.reset(); },
        [](rulebase::Rule& r) { r.sources.clear(); },
        [](rulebase::Rule& r) { r.nations.push_back("wales"); },
    };
    for (const auto& edit : edits)
    {
        rulebase::RuleBase edited = *loaded.rules;
        edit(edited.rules.front());
        CHECK(fingerprint(edited, {id}) != before);
    }
    CHECK(fingerprint(rules, {rules.rules[1].id.value}) != before);
}
} // TEST_SUITE("fingerprint")

} // namespace fedadvise::analysis
