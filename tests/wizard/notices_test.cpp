// What the interview says before the result: aims that pull apart, and that a threat or money is no purpose.
#include "small_interview.h"

#include <doctest/doctest.h>

#include <algorithm>

using namespace fedadvise;
using namespace fedadvise::wizard;
using namespace fedadvise::wizard::tests;

namespace
{

bool says(const std::vector<Notice>& notices, const std::string& title)
{
    return std::any_of(notices.begin(), notices.end(),
                       [&](const Notice& notice) { return notice.title.find(title) != std::string::npos; });
}

/// Every reason answered with "not a reason".
Conversation without_reasons()
{
    Conversation talk = begin(shipped_rules());
    for (const rulebase::Question& question : shipped_rules()->questions)
        if (question.family == "motive")
            talk.choose(question.id.value, "", "0");
    return talk;
}

} // namespace

TEST_SUITE("notices") {
TEST_CASE("two aims that pull apart are known beside the questions and before the result")
{
    Conversation talk = begin(shipped_rules());
    talk.choose("motive.keep-independence", "", "3");
    CHECK(talk.live_panel().notices.empty());
    talk.choose("motive.succession", "", "3");
    const LivePanel panel = talk.live_panel();
    REQUIRE(panel.notices.size() == 1);
    const Notice& notice = panel.notices.front();
    CHECK(notice.title == "Two of your aims pull apart: “Keeping our independence” and “Replacing partners who leave”.");
    REQUIRE(notice.lines.size() == 3);
    CHECK(notice.lines[0].find("“Keeping our independence” (a decisive reason) pulls towards") == 0);
    CHECK(notice.lines[1].find("“Replacing partners who leave” (a decisive reason) pulls towards") == 0);
    CHECK(notice.origin.find("Rules CF-01") == 0);
    talk.go_to("check");
    CHECK(says(talk.page().notices, "pull apart"));
    talk.go_to("purposes");
    CHECK(talk.page().notices.empty());
    talk.choose("motive.succession", "", "0");
    CHECK(talk.live_panel().notices.empty());
}

TEST_CASE("a threat alone does not hold anybody back, and is answered on the next page")
{
    Conversation talk = without_reasons();
    talk.go_to("motivations");
    CHECK(talk.page().notices.empty());
    talk.choose("motive.external-threat", "", "3");
    CHECK(talk.go_on());
    CHECK(talk.current_step() == "purposes");
    REQUIRE(talk.page().notices.size() == 1);
    const Notice notice = talk.page().notices.front();
    CHECK(notice.title == "Lesson 1: motives vary");
    CHECK(notice.step == "motivations");
    CHECK(notice.change_title == "Change your motivations");
    REQUIRE_FALSE(notice.lines.empty());
    CHECK(notice.lines[0].find("better for patients or staff") != std::string::npos);
    CHECK(talk.go_on());
    CHECK(talk.page().notices.empty());
    talk.go_to("check");
    CHECK(says(talk.page().notices, "Lesson 1"));
    CHECK(says(talk.live_panel().notices, "Lesson 1"));
    talk.go_to("result");
    CHECK(talk.page().notices.empty());
}

TEST_CASE("a positive reason takes the notice away")
{
    Conversation talk = without_reasons();
    talk.choose("motive.external-threat", "", "3");
    talk.choose("motive.improve-quality", "", "2");
    talk.go_to("purposes");
    CHECK(talk.page().notices.empty());
    talk.undo();
    CHECK(says(talk.page().notices, "Lesson 1"));
}

TEST_CASE("rules that say nothing early give no notices")
{
    Conversation talk = small_interview();
    talk.choose("motive.staff", "", "3");
    for (const Step& step : talk.steps())
    {
        talk.go_to(step.id);
        CHECK(talk.page().notices.empty());
    }
}
}
