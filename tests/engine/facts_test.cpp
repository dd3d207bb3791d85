#include "engine/group_value.h"
#include "engine/small_rule_base.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace fedadvise;
using namespace fedadvise::test;
using engine::Truth;

namespace
{

constexpr Truth T = Truth::True;
constexpr Truth F = Truth::False;
constexpr Truth U = Truth::Unknown;

struct Row
{
    std::string name;
    std::string condition;
    Said group;
    std::vector<Said> practices;
    Truth truth;
};

void check(const std::vector<Row>& rows)
{
    for (const Row& row : rows)
    {
        CAPTURE(row.name);
        CAPTURE(row.condition);
        CHECK(static_cast<int>(truth_of(row.condition, row.group, row.practices)) == static_cast<int>(row.truth));
    }
}

/// A condition that is true, false or unknown for the case below.
std::string of_truth(Truth truth)
{
    return truth == U ? R"(<test question="months" at-least="6"/>)" : std::string(R"(<test question="lead" is=")") + (truth == T ? "yes" : "no") + R"("/>)";
}

engine::GroupValue value_of(const std::string& question, const Said& group, const std::vector<Said>& practices)
{
    const engine::Engine engine = small_engine();
    return engine::group_value(engine.rules(), case_of(engine.rules(), group, practices), {question});
}

std::vector<Said> each(const std::string& question, const std::vector<std::string>& values)
{
    std::vector<Said> practices;
    for (const std::string& value : values)
        practices.push_back(value.empty() ? Said{} : Said{{question, value}});
    return practices;
}

} // namespace

TEST_SUITE("three-valued truth") {
TEST_CASE("and, or and not follow Kleene's strong tables")
{
    struct Line
    {
        Truth a, b, both, either;
    };
    const Line lines[] = {{T, T, T, T}, {T, F, F, T}, {T, U, U, T}, {F, T, F, T}, {F, F, F, F}, {F, U, F, U}, {U, T, U, T}, {U, F, F, U}, {U, U, U, U}};
    const Said group{{"lead", "yes"}};
    for (const Line& line : lines)
    {
        const std::string parts = of_truth(line.a) + of_truth(line.b);
        CAPTURE(parts);
        CHECK(truth_of("<all>" + parts + "</all>", group) == line.both);
        CHECK(truth_of("<any>" + parts + "</any>", group) == line.either);
        CHECK(truth_of("<at-least n=\"2\">" + parts + "</at-least>", group) == line.both);
        CHECK(truth_of("<at-least n=\"1\">" + parts + "</at-least>", group) == line.either);
    }
    CHECK(truth_of("<not>" + of_truth(T) + "</not>", group) == F);
    CHECK(truth_of("<not>" + of_truth(F) + "</not>", group) == T);
    CHECK(truth_of("<not>" + of_truth(U) + "</not>", group) == U);
}

TEST_CASE("two of three is unknown while one is true and one is open")
{
    const auto two_of = [](Truth a, Truth b, Truth c) { return truth_of("<at-least n=\"2\">" + of_truth(a) + of_truth(b) + of_truth(c) + "</at-least>", {{"lead", "yes"}}); };
    CHECK(two_of(T, U, F) == U);
    CHECK(two_of(T, T, U) == T);
    CHECK(two_of(F, F, U) == F);
    CHECK(two_of(U, U, F) == U);
    CHECK(two_of(T, F, F) == F);
}

TEST_CASE("an answer that is missing, or not known, makes a test unknown and never false")
{
    check({{"no answer", R"(<test question="lead" is="no"/>)", {}, {}, U},
           {"we do not know", R"(<test question="lead" is="no"/>)", {{"lead", "unknown"}}, {}, U},
           {"denied, no answer", R"(<test question="lead" is-not="no"/>)", {}, {}, U},
           {"set not answered", R"(<test question="owners" excludes="investors"/>)", {}, {}, U},
           {"no practice answered", R"(<practices how-many="none" question="finances" is="weak"/>)", {}, {{}, {}}, U},
           {"answered", R"(<test question="lead" is="no"/>)", {{"lead", "yes"}}, {}, F}});
}
}

TEST_SUITE("facts of a group") {
TEST_CASE("a scale takes the median: the middle one, or the mean of the two in the middle")
{
    const std::string at_2 = R"(<test question="motive.staff" at-least="2"/>)";
    check({{"three", at_2, {}, each("motive.staff", {"0", "2", "3"}), T},
           {"two, 1.5", at_2, {}, each("motive.staff", {"0", "3"}), F},
           {"two, 1.5 from below", R"(<test question="motive.staff" more-than="1" less-than="2"/>)", {}, each("motive.staff", {"0", "3"}), T},
           {"four", at_2, {}, each("motive.staff", {"0", "2", "2", "3"}), T},
           {"those who have not answered are left out", at_2, {}, each("motive.staff", {"3", "", ""}), T},
           {"so are those who do not know", at_2, {}, each("motive.staff", {"3", "unknown", "unknown"}), T},
           {"the group answers for those who have not", at_2, {{"motive.staff", "0"}}, each("motive.staff", {"3", "", ""}), F},
           {"a practice's own answer wins", at_2, {{"motive.staff", "0"}}, each("motive.staff", {"3", "3", ""}), T},
           {"the group alone", at_2, {{"motive.staff", "2"}}, {}, T}});
}

TEST_CASE("an ordered choice takes the lower middle one")
{
    const std::string partly = R"(<test question="profit" is="partly"/>)";
    check({{"three", partly, {}, each("profit", {"distribute", "partly", "reinvest"}), T},
           {"two", R"(<test question="profit" is="distribute"/>)", {}, each("profit", {"reinvest", "distribute"}), T},
           {"four", partly, {}, each("profit", {"reinvest", "distribute", "partly", "reinvest"}), T},
           {"by order", R"(<test question="profit" at-least="partly"/>)", {{"profit", "reinvest"}}, {}, T},
           {"by order, below", R"(<test question="profit" less-than="partly"/>)", {{"profit", "partly"}}, {}, F}});
}

TEST_CASE("the worst answer counts, and a neutral one only when all gave it")
{
    const auto is = [](const std::string& option) { return "<test question=\"finances\" is=\"" + option + "\"/>"; };
    check({{"worst", is("weak"), {}, each("finances", {"strong", "weak", "adequate"}), T},
           {"neutral beside a good one", is("strong"), {}, each("finances", {"not-shown", "strong"}), T},
           {"neutral beside a bad one", is("weak"), {}, each("finances", {"weak", "not-shown"}), T},
           {"neutral alone", is("not-shown"), {}, each("finances", {"not-shown", "not-shown"}), T}});
}

TEST_CASE("the commonest answer counts, and a tie leaves it undecided")
{
    const auto is = [](const std::string& options) { return "<test question=\"system\" is=\"" + options + "\"/>"; };
    const auto tie = each("system", {"emis", "systmone"});
    check({{"two against one", is("emis"), {}, each("system", {"emis", "systmone", "emis"}), T},
           {"tie", is("emis"), {}, tie, U},
           {"tie, the other", is("systmone"), {}, tie, U},
           {"tie, neither", is("other"), {}, tie, F},
           {"tie, either", is("emis systmone"), {}, tie, T},
           {"tie, denied", R"(<test question="system" is-not="other"/>)", {}, tie, T}});
    CHECK(value_of("system", {}, tie).options == std::vector<std::string>{"emis", "systmone"});
}

TEST_CASE("lowest, highest, mean, sum and union are what they say")
{
    check({{"highest", R"(<test question="oldest" at-least="70" at-most="70"/>)", {}, each("oldest", {"30", "70", "50"}), T},
           {"lowest", R"(<test question="youngest" at-least="30" at-most="30"/>)", {}, each("youngest", {"70", "30", "50"}), T},
           {"mean", R"(<test question="rooms" more-than="3.3" less-than="3.4"/>)", {}, each("rooms", {"3", "3", "4"}), T},
           {"union", R"(<test question="interests" includes="research"/>)", {}, each("interests", {"teaching", "research"}), T},
           {"union, excludes", R"(<test question="interests" excludes="research"/>)", {}, each("interests", {"teaching", "teaching"}), T}});
}

TEST_CASE("a sum with a practice missing is not known, but at least what there is")
{
    const auto two = each("size", {"4000", "6000", ""});
    check({{"enough already", R"(<test question="size" at-least="9000"/>)", {}, two, T},
           {"may become enough", R"(<test question="size" at-least="20000"/>)", {}, two, U},
           {"too much already", R"(<test question="size" less-than="9000"/>)", {}, two, F},
           {"complete", R"(<test question="size" at-least="20000"/>)", {}, each("size", {"4000", "6000", "100"}), F}});
    CHECK(!value_of("size", {}, two).known);
}

// Found when the sum was reckoned as the rounded mean times the number of practices: 301 patients became 300.999999.
TEST_CASE("a sum is exact when it cannot be divided by the number of practices")
{
    check({{"at least", R"(<test question="size" at-least="301"/>)", {}, each("size", {"100", "100", "101"}), T},
           {"at most", R"(<test question="size" at-most="302"/>)", {}, each("size", {"100", "101", "101"}), T}});
    CHECK(value_of("size", {}, each("size", {"100", "100", "101"})).number == foundation::Fixed::from_integer(301));
}

TEST_CASE("lowest, highest, spread and number of different answers look over the practices")
{
    const auto of = [](const std::string& figure, const std::string& comparison) { return "<test question=\"size\" of=\"" + figure + "\" " + comparison + "/>"; };
    const auto sizes = each("size", {"4000", "6000", "9000"});
    const auto missing = each("size", {"4000", "9000", ""});
    check({{"lowest", of("lowest", R"(at-most="4000")"), {}, sizes, T},
           {"highest", of("highest", R"(at-least="9000")"), {}, sizes, T},
           {"spread", of("spread", R"(at-least="5000" at-most="5000")"), {}, sizes, T},
           {"lowest may fall", of("lowest", R"(at-least="4000")"), {}, missing, U},
           {"lowest cannot rise", of("lowest", R"(at-least="4001")"), {}, missing, F},
           {"highest may rise", of("highest", R"(at-most="9000")"), {}, missing, U},
           {"highest is reached", of("highest", R"(at-least="9000")"), {}, missing, T},
           {"spread may grow", of("spread", R"(at-most="5000")"), {}, missing, U},
           {"two systems", R"(<test question="system" of="distinct" at-least="2"/>)", {}, each("system", {"emis", "other", "emis"}), T},
           {"one system", R"(<test question="system" of="distinct" at-most="1"/>)", {}, each("system", {"emis", "emis"}), T},
           {"one system so far", R"(<test question="system" of="distinct" at-most="1"/>)", {}, each("system", {"emis", ""}), U},
           {"the same network, written otherwise", R"(<test question="network" of="distinct" at-most="1"/>)", {}, each("network", {"North  PCN", "north pcn"}), T},
           {"two networks", R"(<test question="network" of="distinct" at-least="2"/>)", {}, each("network", {"North PCN", "South PCN"}), T}});
}

TEST_CASE("some, every, none and half of the practices")
{
    const auto weak = [](const std::string& how_many) { return "<practices how-many=\"" + how_many + "\" question=\"finances\" is=\"weak\"/>"; };
    const auto one_of_two = each("finances", {"weak", "strong"});
    const auto one_and_missing = each("finances", {"weak", ""});
    const auto none_and_missing = each("finances", {"strong", ""});
    check({{"some", weak("some"), {}, one_of_two, T},
           {"some, open", weak("some"), {}, none_and_missing, U},
           {"some, not", weak("some"), {}, each("finances", {"strong", "adequate"}), F},
           {"every", weak("every"), {}, each("finances", {"weak", "weak"}), T},
           {"every, open", weak("every"), {}, one_and_missing, U},
           {"every, already not", weak("every"), {}, none_and_missing, F},
           {"none", weak("none"), {}, each("finances", {"strong", "adequate"}), T},
           {"none, open", weak("none"), {}, none_and_missing, U},
           {"none, already not", weak("none"), {}, one_and_missing, F},
           {"half", weak("half"), {}, one_of_two, T},
           {"less than half", weak("half"), {}, each("finances", {"weak", "strong", "strong"}), F},
           {"half of those that answered", weak("half"), {}, one_and_missing, T},
           {"a scale", R"(<practices how-many="every" question="motive.staff" at-least="2"/>)", {}, each("motive.staff", {"2", "3"}), T},
           {"a set", R"(<practices how-many="some" question="interests" includes="research"/>)", {}, each("interests", {"teaching", "research teaching"}), T}});
}

TEST_CASE("members of a family are counted, by flag and by name")
{
    const Said group{{"motive.staff", "3"}, {"motive.costs", "2"}, {"purpose.clinic", "0"}, {"purpose.office", "2"}};
    check({{"one", R"(<family name="motive" at-least="3" count="1"/>)", group, {}, T},
           {"two", R"(<family name="motive" at-least="2" count="2"/>)", group, {}, T},
           {"three is open", R"(<family name="motive" at-least="2" count="3"/>)", group, {}, U},
           {"flag", R"(<family name="purpose" flag="E" at-least="2" count="1"/>)", group, {}, T},
           {"flag, none", R"(<family name="purpose" flag="K" at-least="2" count="1"/>)", group, {}, F},
           {"only", R"(<family name="motive" only="costs voice" at-least="3" count="1"/>)", group, {}, U},
           {"except", R"(<family name="motive" except="staff voice" at-least="3" count="1"/>)", group, {}, F},
           {"at most", R"(<family name="purpose" at-most="0" count="1"/>)", group, {}, T}});
}

TEST_CASE("sets are tested for any and for none of the named options")
{
    const Said group{{"owners", "gps practices"}};
    check({{"includes", R"(<test question="owners" includes="practices investors"/>)", group, {}, T},
           {"does not include", R"(<test question="owners" includes="investors"/>)", group, {}, F},
           {"excludes", R"(<test question="owners" excludes="investors"/>)", group, {}, T},
           {"does not exclude", R"(<test question="owners" excludes="practices investors"/>)", group, {}, F}});
}

TEST_CASE("the number of practices and their total are counted from those that are listed")
{
    const std::string count_is_3 = R"(<test question="practice-count" at-least="3" at-most="3"/>)";
    const std::string total_is_9 = R"(<test question="total-size" at-least="9" at-most="9"/>)";
    const auto sizes = each("size", {"2", "3", "4"});
    check({{"counted", count_is_3, {}, sizes, T},
           {"stated", count_is_3, {{"practice-count", "3"}}, {}, T},
           {"not all are listed yet", R"(<test question="practice-count" at-least="8" at-most="8"/>)", {{"practice-count", "8"}}, sizes, T},
           {"more are listed than were stated", count_is_3, {{"practice-count", "2"}}, sizes, T},
           {"unknown", count_is_3, {}, {}, U},
           {"summed", total_is_9, {}, sizes, T},
           {"stated total", total_is_9, {{"total-size", "9"}}, {}, T},
           {"stated total for practices not listed", R"(<test question="total-size" at-least="50" at-most="50"/>)", {{"total-size", "50"}}, sizes, T},
           {"a size is missing", total_is_9, {}, each("size", {"2", "3", ""}), U},
           {"a size is missing, but there is enough", R"(<test question="total-size" at-least="5"/>)", {}, each("size", {"2", "3", ""}), T}});
}

TEST_CASE("checklist items are counted")
{
    const Said two{{"lead", "yes"}, {"profit", "partly"}};
    check({{"two are there", R"(<checklist id="deal" at-least="2"/>)", two, {}, T},
           {"the third is open", R"(<checklist id="deal" at-least="3"/>)", two, {}, U},
           {"at most two, while the third is open", R"(<checklist id="deal" at-most="2"/>)", two, {}, U},
           {"at most one", R"(<checklist id="deal" at-most="1"/>)", two, {}, F},
           {"all but one missing", R"(<checklist id="deal" at-most="1"/>)", {{"lead", "no"}, {"profit", "distribute"}}, {}, T}});
}

TEST_CASE("respondents of a practice speak together before practices do")
{
    const engine::Engine engine = small_engine(rule("R", R"(<test question="readiness.R1" at-least="3" at-most="3"/>)", "<warn/>"));
    casefile::Case group = case_of(engine.rules(), {}, {{}, {}});
    group.practices[0].respondents.resize(3); // 5, 5 and 2: 4 together
    const int said[] = {5, 5, 2};
    for (std::size_t i = 0; i < 3; ++i)
        group.practices[0].respondents[i].answers = answers(engine.rules(), {{"readiness.R1", std::to_string(said[i])}});
    group.practices[1].answers = answers(engine.rules(), {{"readiness.R1", "2"}}); // and 2: 3 for the group
    CHECK(truth_of_rule(engine, engine.assess(group, today), "R") == T);
}
}

TEST_SUITE("law of the day") {
TEST_CASE("a rule holds from its first day until the day before its last")
{
    const engine::Engine engine = small_engine(rule("R", "", "<exclude on=\"llp\"/>", R"(from="2019-04-01" until="2024-01-01")"));
    struct Day
    {
        foundation::Date date;
        Truth truth;
    };
    for (const Day& day : {Day{{2019, 3, 31}, F}, Day{{2019, 4, 1}, T}, Day{{2023, 12, 31}, T}, Day{{2024, 1, 1}, F}})
    {
        CAPTURE(foundation::date_text(day.date));
        const engine::Assessment assessment = engine.assess({}, day.date);
        CHECK(assessment.as_at == day.date);
        CHECK(truth_of_rule(engine, assessment, "R") == day.truth);
        CHECK((result_of(assessment, "llp").band == engine::Band::RuledOut) == (day.truth == T));
    }
}

TEST_CASE("a rule of one nation is open until the nation is known")
{
    const std::string national = rule("R", "", "<exclude on=\"llp\"/>", R"(nations="england wales")");
    const auto in = [&](const Said& group) { return assess_small(national, group); };
    CHECK(result_of(in({{"jurisdiction", "wales"}}), "llp").band == engine::Band::RuledOut);
    CHECK(is_available(result_of(in({{"jurisdiction", "scotland"}}), "llp")));
    const engine::Assessment open = in({});
    CHECK(is_available(result_of(open, "llp")));
    CHECK(names_rule(result_of(open, "llp").open, "R"));
    REQUIRE(open.open_questions.size() == 1);
    CHECK(open.open_questions[0].question.value == "jurisdiction");
}

TEST_CASE("the day is the one asked for, else that of the case, else today")
{
    casefile::Case group;
    CHECK(engine::day_of_law(group, {}, today) == today);
    group.as_at = foundation::Date{2020, 1, 2};
    CHECK(engine::day_of_law(group, {}, today) == foundation::Date{2020, 1, 2});
    CHECK(engine::day_of_law(group, foundation::Date{2021, 3, 4}, today) == foundation::Date{2021, 3, 4});
}

// The header promises the answer to "as-at" too: "else the case's own date (or its answer to "as-at")".
TEST_CASE("the day may also be given as the answer to the question")
{
    const casefile::Case group = case_of(shipped().rules(), {{"as-at", "2020-01-02"}});
    CHECK(engine::day_of_law(group, {}, today) == foundation::Date{2020, 1, 2});
}
}
