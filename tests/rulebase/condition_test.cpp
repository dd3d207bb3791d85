#include "small_rule_base.h"

#include "rulebase/condition_validator.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace fedadvise;
using namespace fedadvise::test;

namespace
{

/// The small rule base with this condition in its third rule.
rulebase::LoadedRuleBase with_condition(const std::string& condition)
{
    return load_text(replaced(small_rule_base(), "<when><test question=\"capital\" includes=\"members\"/></when>", "<when>" + condition + "</when>"));
}

} // namespace

TEST_SUITE("conditions") {
TEST_CASE("every form is accepted")
{
    for (const char* condition : {
             R"(<test question="motive.workforce" is="0 3"/>)",
             R"(<test question="motive.workforce" more-than="0" at-most="3"/>)",
             R"(<test question="motive.workforce" of="spread" at-least="2"/>)",
             R"(<test question="finances" of="distinct" at-least="2"/>)",
             R"(<test question="finances" at-least="weak" at-most="weak"/>)",
             R"(<test question="jurisdiction" is-not="wales"/>)",
             R"(<test question="capital" excludes="grants members"/>)",
             R"(<practices how-many="half" question="partner-count" less-than="3"/>)",
             R"(<practices how-many="none" question="finances" is="weak"/>)",
             R"(<family name="motive" at-most="1"/>)",
             R"(<family name="motive" only="workforce" is="3"/>)",
             R"(<measure id="motive.consensus" at-least="0.5"/>)",
             R"(<measure id="relationship.trust" more-than="2" at-most="3.75"/>)",
             R"(<gates step="g0"/>)",
             R"(<checklist id="deal" at-most="0"/>)",
             R"(<at-least n="2"><test question="capital" includes="members"/><test question="jurisdiction" is="wales"/></at-least>)",
         })
    {
        CAPTURE(std::string(condition));
        CHECK(codes(with_condition(condition)) == "");
    }
}

TEST_CASE("a condition knows the questions that it rests on")
{
    struct Row
    {
        std::string name, condition;
        std::vector<rulebase::QuestionId> questions;
    };
    const std::vector<Row> rows = {
        {"a test", R"(<test question="capital" includes="members"/>)", {{"capital"}}},
        {"each only once", R"(<any><test question="capital" includes="members"/><not><test question="capital" includes="grants"/></not></any>)", {{"capital"}}},
        {"a family", R"(<family name="motive" at-least="2"/>)", {{"motive.workforce"}}},
        {"a measure of the relationship", R"(<measure id="relationship.mean" at-least="2"/>)", {{"readiness.RR01"}}},
        {"a measure of the motives", R"(<measure id="motive.consensus" at-least="0.5"/>)", {{"motive.workforce"}}},
        {"gates from that step on", R"(<gates step="g1"/>)", {{"readiness.RR01"}}},
        {"gates of an earlier step", R"(<gates step="g0"/>)", {}},
        {"a checklist", R"(<checklist id="deal" at-least="1"/>)", {{"capital"}}},
    };
    for (const Row& row : rows)
    {
        CAPTURE(row.name);
        const auto loaded = with_condition(row.condition);
        REQUIRE(loaded.rules != nullptr);
        CHECK((rulebase::questions_of(*loaded.rules, *rulebase::find_rule(*loaded.rules, {"R3"})->when) == row.questions));
    }
}

TEST_CASE("a condition that cannot be true is known")
{
    struct Row
    {
        std::string condition;
        bool possible;
    };
    const std::vector<Row> rows = {
        {R"(<all><test question="jurisdiction" is="wales"/><test question="jurisdiction" is="england wales"/></all>)", true},
        {R"(<all><test question="jurisdiction" is="wales"/><test question="jurisdiction" is="england"/></all>)", false},
        {R"(<any><test question="jurisdiction" is="wales"/><test question="jurisdiction" is="england"/></any>)", true},
        {R"(<all><test question="finances" at-least="weak"/><test question="finances" is="strong"/></all>)", false},
        {R"(<all><test question="motive.workforce" less-than="0"/></all>)", false},
        {R"(<all><test question="motive.workforce" more-than="0"/><test question="motive.workforce" at-most="2.5"/></all>)", false},
        {R"(<at-least n="2"><test question="jurisdiction" is="wales"/><test question="motive.workforce" more-than="3"/></at-least>)", false},
        {R"(<all><test question="capital" includes="members"/><test question="capital" includes="grants"/></all>)", true},
        {R"(<all><practices how-many="some" question="finances" is="weak"/><practices how-many="some" question="finances" is="strong"/></all>)", true},
        {R"(<all><any><test question="jurisdiction" is="wales"/></any><test question="jurisdiction" is="england"/></all>)", true},
    };
    for (const Row& row : rows)
    {
        CAPTURE(row.condition);
        const auto loaded = with_condition(row.condition);
        REQUIRE(loaded.rules != nullptr);
        CHECK(rulebase::can_be_true(*loaded.rules, *rulebase::find_rule(*loaded.rules, {"R3"})->when) == row.possible);
    }
}

TEST_CASE("options meet a comparison by name, by order or by number")
{
    const auto loaded = load_text(small_rule_base());
    REQUIRE(loaded.rules != nullptr);
    const rulebase::Question& finances = *rulebase::find_question(*loaded.rules, {"finances"});
    rulebase::Comparison range;
    range.kind = rulebase::Comparison::Kind::Range;
    range.lower = rulebase::Bound{"weak", true};
    CHECK_FALSE(rulebase::option_meets(finances, range, 0));
    CHECK(rulebase::option_meets(finances, range, 1));
    CHECK(rulebase::option_meets(finances, range, 2));
    range.lower = rulebase::Bound{"weak", false};
    CHECK_FALSE(rulebase::option_meets(finances, range, 1));
    rulebase::Comparison named;
    named.values = {"weak"};
    CHECK(rulebase::option_meets(finances, named, 1));
    named.kind = rulebase::Comparison::Kind::NotOneOf;
    CHECK_FALSE(rulebase::option_meets(finances, named, 1));
}
}
