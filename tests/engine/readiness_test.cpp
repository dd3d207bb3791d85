#include "engine/small_rule_base.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace fedadvise;
using namespace fedadvise::test;
using engine::Band;
using engine::Truth;
using foundation::Fixed;

namespace
{

Said statements(const std::string& r1, const std::string& r2, const std::string& r3, const std::string& r4)
{
    Said said;
    const std::string values[] = {r1, r2, r3, r4};
    for (std::size_t i = 0; i < 4; ++i)
        if (!values[i].empty())
            said["readiness.R" + std::to_string(i + 1)] = values[i];
    return said;
}

Said all(const std::string& value)
{
    return statements(value, value, value, value);
}

Fixed fixed(const std::string& text)
{
    return foundation::parse_fixed(text).value();
}

Band band_of(const engine::Assessment& assessment, const std::string& option)
{
    return result_of(assessment, option).band;
}

} // namespace

TEST_SUITE("relationship readiness") {
TEST_CASE("means go over statements, then over practices, one practice one weight")
{
    const auto reading = assess_small("", {}, {statements("5", "5", "3", "3"), statements("2", "2", "2", "2")}).relationship;
    CHECK(reading.mean.now == fixed("3"));
    CHECK(reading.lowest.now == fixed("2"));
    CHECK(reading.range.now == fixed("2"));
    REQUIRE(reading.subscales.size() == 2);
    CHECK(reading.subscales[0].now == fixed("3.5"));
    CHECK(reading.subscales[1].now == fixed("2.5"));
    CHECK(reading.mean.low == reading.mean.high);
    CHECK(reading.statements == 4);
    CHECK(reading.statements_answered == 4);
    CHECK(reading.band == std::size_t{2});
    REQUIRE(reading.lowest_items.size() == 3);
    CHECK(reading.lowest_items[0].question.value == "readiness.R3");
    CHECK(reading.lowest_items[0].value == fixed("2.5"));
}

TEST_CASE("open statements count 1 for the lower and 5 for the upper bound")
{
    const auto reading = assess_small("", statements("4", "4", "", "")).relationship;
    CHECK(reading.mean.now == fixed("4"));
    CHECK(reading.mean.low == fixed("2.5"));
    CHECK(reading.mean.high == fixed("4.5"));
    const auto nothing = assess_small("").relationship;
    CHECK(!nothing.mean.now);
    CHECK(nothing.mean.low == fixed("1"));
    CHECK(nothing.mean.high == fixed("5"));
    CHECK(!nothing.band);
}

TEST_CASE("we do not know counts as 2 in means, and keeps a gate open")
{
    const auto assessment = assess_small(rule("R", R"(<gates step="g2" passed="yes"/>)", "<warn/>"), statements("unknown", "4", "4", "4"));
    CHECK(assessment.relationship.mean.now == fixed("3.5"));
    CHECK(assessment.relationship.mean.low == fixed("3.5"));
    REQUIRE(assessment.relationship.answered_unknown.size() == 1);
    CHECK(assessment.relationship.answered_unknown[0].value == "readiness.R1");
    CHECK(assessment.rule_truths.back() == Truth::Unknown);
}

TEST_CASE("thresholds of the mean and of the lowest practice say how deep the advice goes")
{
    struct Row
    {
        std::string name;
        std::vector<Said> practices;
        std::size_t step;
    };
    const std::vector<Row> rows = {{"1.75: separate only", {statements("1", "2", "2", "2")}, 0}, {"just enough to talk", {all("2")}, 1},
                                   {"just enough for a body", {all("3")}, 2},                     {"just enough to join", {all("4")}, 3},
                                   {"high mean, low practice", {all("5"), all("5"), all("2")}, 1}};
    for (const Row& row : rows)
    {
        CAPTURE(row.name);
        CHECK(assess_small("", {}, row.practices).depth_cap.step == row.step);
    }
}

TEST_CASE("a failed gate counts for more than the mean")
{
    const auto assessment = assess_small("", statements("2", "5", "5", "5"));
    CHECK(assessment.depth_cap.step == 1);
    CHECK(band_of(assessment, "firm") == Band::NotYet);
    CHECK(band_of(assessment, "union") == Band::NotYet);
    CHECK(is_available(result_of(assessment, "club")));
    REQUIRE(result_of(assessment, "firm").not_yet.size() == 1);
    CHECK(result_of(assessment, "firm").not_yet[0].engine == "readiness");
    CHECK(result_of(assessment, "firm").not_yet[0].because.ids() == std::vector<rulebase::QuestionId>{{"readiness.R1"}});
}

TEST_CASE("gates hold for their step and every deeper one")
{
    const auto gates = [](const std::string& step, const std::string& r1) {
        return truth_of("<gates step=\"" + step + "\" passed=\"yes\"/>", statements(r1, "", "", ""));
    };
    CHECK(gates("g1", "1") == Truth::True); // no gate so far
    CHECK(gates("g2", "2") == Truth::False);
    CHECK(gates("g3", "2") == Truth::False);
    CHECK(gates("g3", "3") == Truth::True);
    CHECK(gates("g2", "") == Truth::Unknown);
    CHECK(truth_of(R"(<gates step="g2" passed="no"/>)", statements("2", "", "", "")) == Truth::True);
}

TEST_CASE("nothing is held back while the relationship is not known, but the risk is shown")
{
    const auto assessment = assess_small("");
    CHECK(assessment.depth_cap.step == 3);
    CHECK(assessment.depth_cap.if_open_go_badly == 0);
    CHECK(is_available(result_of(assessment, "union")));
    REQUIRE(!result_of(assessment, "union").open.empty());
    CHECK(result_of(assessment, "union").open[0].engine == "readiness");
    CHECK(result_of(assessment, "union").open[0].truth == Truth::Unknown);
    CHECK(result_of(assessment, "alone").open.empty());
}

TEST_CASE("an exempt model is not held back")
{
    const auto low = assess_small(rule("CAP", "", "<cap step=\"g0\"/>"), all("1"));
    CHECK(is_available(result_of(low, "alone")));
    CHECK(band_of(low, "club") == Band::NotYet);
    const auto union_in = [](const Said& group) { return band_of(assess_small("", group), "union"); };
    CHECK(union_in(with(all("3"), {{"motive.staff", "3"}})) != Band::NotYet); // survival, mean 3 of the 2.5 it needs
    CHECK(union_in(with(all("2"), {{"motive.staff", "3"}})) == Band::NotYet); // mean too low
    CHECK(union_in(with(all("3"), {{"motive.staff", "2"}})) == Band::NotYet); // no survival
    CHECK(union_in(all("3")) == Band::NotYet);                               // not known: does not free it
}

TEST_CASE("an exemption frees from the caps that it names and from no others")
{
    const Said survival = with(all("5"), {{"motive.staff", "3"}});
    CHECK(is_available(result_of(assess_small(rule("SURVIVE", "", "<cap step=\"g1\"/>"), survival), "union")));
    CHECK(band_of(assess_small(rule("OTHER", "", "<cap step=\"g1\"/>"), survival), "union") == Band::NotYet);
}
}

TEST_SUITE("depth caps") {
TEST_CASE("a cap names a step, or counts from the current one or from readiness")
{
    struct Row
    {
        std::string name;
        std::string cap;
        Said group;
        std::size_t step;
    };
    const std::vector<Row> rows = {{"step", R"(<cap step="g1"/>)", all("5"), 1},
                                   {"one above the current one", R"(<cap above-current="1"/>)", with(all("5"), {{"current-step", "g1"}}), 2},
                                   {"the current one", R"(<cap above-current="0"/>)", with(all("5"), {{"current-step", "g0"}}), 0},
                                   {"far above", R"(<cap above-current="5"/>)", with(all("5"), {{"current-step", "g3"}}), 3},
                                   {"one below readiness", R"(<cap below-readiness="1"/>)", all("3"), 1},
                                   {"below nothing", R"(<cap below-readiness="5"/>)", all("3"), 0}};
    for (const Row& row : rows)
    {
        CAPTURE(row.name);
        const auto assessment = assess_small(rule("CAP", "", row.cap), row.group);
        CHECK(assessment.depth_cap.step == row.step);
        CHECK(assessment.depth_cap.if_open_go_badly == row.step);
        for (const engine::OptionResult& model : assessment.models)
        {
            CAPTURE(model.option.value);
            const std::size_t depth = model.option.value == "alone" ? 0 : model.option.value == "club" ? 1 : model.option.value == "firm" ? 2 : 3;
            CHECK((model.band == Band::NotYet) == (depth > row.step));
        }
    }
}

TEST_CASE("the lowest cap counts")
{
    const auto assessment = assess_small(rule("ONE", "", "<cap step=\"g2\"/>") + rule("TWO", "", "<cap step=\"g1\"/>"), all("5"));
    CHECK(assessment.depth_cap.step == 1);
    CHECK(assessment.depth_cap.by.size() == 2);
    CHECK(assessment.depth_cap.from_readiness == 3);
}

TEST_CASE("a cap above the current step waits until that step is known")
{
    const auto assessment = assess_small(rule("CAP", "", R"(<cap above-current="1"/>)"), all("5"));
    CHECK(assessment.depth_cap.step == 3);
    CHECK(assessment.depth_cap.if_open_go_badly == 0);
    CHECK(is_available(result_of(assessment, "union")));
    CHECK(names_rule(result_of(assessment, "union").open, "CAP"));
}

TEST_CASE("a cap that is not certain is shown as open")
{
    const auto assessment = assess_small(rule("CAP", R"(<test question="lead" is="no"/>)", R"(<cap step="g1"/>)"), all("5"));
    CHECK(assessment.depth_cap.step == 3);
    CHECK(assessment.depth_cap.if_open_go_badly == 1);
    CHECK(names_rule(result_of(assessment, "firm").open, "CAP"));
    CHECK(!names_rule(result_of(assessment, "club").open, "CAP"));
}
}
