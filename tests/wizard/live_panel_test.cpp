// The live panel follows the answers, and agrees with the advice.
#include "small_interview.h"

#include <doctest/doctest.h>

#include <algorithm>

using namespace fedadvise::wizard;
using namespace fedadvise::wizard::tests;

namespace
{

bool names(const std::vector<LiveLine>& lines, const std::string& name)
{
    return std::any_of(lines.begin(), lines.end(), [&](const LiveLine& line) { return line.name.find(name) != std::string::npos; });
}

} // namespace

TEST_SUITE("live panel") {
TEST_CASE("points nowhere before anything is answered") {
    const LivePanel panel = small_interview().live_panel();
    CHECK_FALSE(panel.headline.empty());
    CHECK(panel.leading.empty());
    CHECK(panel.ruled_out.empty());
    CHECK(panel.waiting.empty());
    CHECK_FALSE(panel.next_question.empty());
    CHECK(panel.undecided.find("open question") != std::string::npos);
}

TEST_CASE("changes with the answers") {
    Conversation talk = small_interview();
    talk.choose("motive.staff", "", "0");
    CHECK(names(talk.live_panel().leading, "Apart"));
    CHECK_FALSE(names(talk.live_panel().leading, "Together"));
    talk.choose("readiness.R1", "", "5");
    talk.choose("motive.staff", "", "3");
    LivePanel panel = talk.live_panel();
    CHECK(names(panel.leading, "Together"));
    CHECK_FALSE(names(panel.leading, "Apart"));
    for (const LiveLine& line : panel.leading)
        CHECK_FALSE(line.reason.empty());
    talk.write("months", "", "1");
    panel = talk.live_panel();
    CHECK(names(panel.waiting, "Together"));
    CHECK_FALSE(names(panel.leading, "Together"));
    talk.undo();
    CHECK(names(talk.live_panel().leading, "Together"));
}

TEST_CASE("says what is ruled out, with the reason") {
    Conversation talk = small_interview();
    talk.choose("jurisdiction", "", "england");
    const LivePanel panel = talk.live_panel();
    REQUIRE(panel.ruled_out.size() == 1);
    CHECK(panel.ruled_out[0].option == "llp");
    CHECK(panel.ruled_out[0].name == "LLP");
    CHECK(panel.ruled_out[0].band == "Ruled out");
    CHECK_FALSE(panel.ruled_out[0].reason.empty());
    talk.choose("jurisdiction", "", "scotland");
    CHECK(talk.live_panel().ruled_out.empty());
}

TEST_CASE("what was answered, or is not known, is not asked for again") {
    Conversation talk = small_interview();
    REQUIRE(talk.live_panel().next_question == "Nation");
    SUBCASE("answered") { talk.choose("jurisdiction", "", "england"); }
    SUBCASE("not known") { talk.say_unknown("jurisdiction", ""); }
    CHECK(talk.live_panel().next_question != "Nation");
    // Another question is named as long as one can still change what comes first.
    CHECK(talk.live_panel().next_question.empty() == (talk.live_panel().undecided.find("settles most") == std::string::npos));
}

TEST_CASE("with the shipped rules every line has words") {
    Conversation talk = begin(shipped_rules());
    talk.choose("jurisdiction", "", "england");
    talk.choose("motive.workforce", "", "3");
    talk.choose("motive.extend-services", "", "3");
    const LivePanel panel = talk.live_panel();
    CHECK_FALSE(panel.headline.empty());
    for (const auto* lines : {&panel.leading, &panel.ruled_out, &panel.waiting})
        for (const LiveLine& line : *lines)
        {
            CAPTURE(line.name);
            CHECK_FALSE(line.option.empty());
            CHECK_FALSE(line.name.empty());
            CHECK_FALSE(line.band.empty());
            CHECK_FALSE(line.reason.empty());
        }
}
}
