// The conversation: steps, answers, errors, undo.
#include "small_interview.h"

#include <doctest/doctest.h>

using namespace fedadvise;
using namespace fedadvise::wizard;
using namespace fedadvise::wizard::tests;

TEST_SUITE("conversation") {
TEST_CASE("begins on the practices page with seven steps") {
    const Conversation talk = small_interview();
    const auto steps = talk.steps();
    REQUIRE(steps.size() == 7);
    CHECK(steps.front().id == "practices");
    CHECK(steps.front().current);
    CHECK(steps.back().id == "result");
    CHECK(talk.page().kind == PageKind::Practices);
    CHECK(talk.page().back_title.empty());
    CHECK(talk.page().continue_title == "Continue");
    CHECK(step_named(talk, "motivations").state_words == "Not started");
    CHECK(step_named(talk, "result").state_words == "Nothing answered yet");
}

TEST_CASE("goes on from the last page of questions to the check and then to the result") {
    Conversation talk = small_interview();
    for (const std::string step : {"motivations", "purposes", "requirements", "relationships", "check"})
    {
        CHECK(talk.go_on());
        CHECK(talk.current_step() == step);
    }
    CHECK(talk.page().continue_title == "Show the result");
    CHECK(talk.go_on());
    CHECK(talk.current_step() == "result");
    CHECK(talk.page().continue_title.empty());
    CHECK_FALSE(talk.go_on());
    talk.go_back();
    CHECK(talk.current_step() == "check");
    talk.go_to("no such step");
    CHECK(talk.current_step() == "check");
}

TEST_CASE("shows the answer that was given, whatever its kind") {
    Conversation talk = small_interview();
    talk.go_to("requirements");
    talk.write("months", "", " 12 ");
    talk.write("name-idea", "", "Pět údolí");
    talk.write("as-at", "", "2025-02-28");
    talk.choose_set("owners", "", {"staff", "practices"});
    CHECK(on_page(talk, "months").written == "12");
    CHECK(on_page(talk, "name-idea").written == "Pět údolí");
    CHECK(on_page(talk, "as-at").written == "2025-02-28");
    CHECK(on_page(talk, "owners").options[1].chosen);
    CHECK(on_page(talk, "owners").options[2].chosen);
    CHECK_FALSE(on_page(talk, "owners").options[0].chosen);
    talk.say_unknown("months", "");
    CHECK(on_page(talk, "months").unknown);
    CHECK(on_page(talk, "months").answered);
    CHECK(on_page(talk, "months").written.empty());
    CHECK(step_named(talk, "requirements").state_words == "All answered");
    talk.clear("months", "");
    CHECK_FALSE(on_page(talk, "months").answered);
    CHECK(step_named(talk, "requirements").state_words == "3 of 4 answered");
}

TEST_CASE("the day of the law stands beside the answers, and can be unknown") {
    Conversation talk = small_interview();
    talk.write("as-at", "", "2025-02-28");
    REQUIRE(talk.group().as_at);
    CHECK(*talk.group().as_at == foundation::Date{2025, 2, 28});
    CHECK(talk.group().answers.empty());
    CHECK(talk.advice().as_at == "2025-02-28");
    talk.say_unknown("as-at", "");
    CHECK_FALSE(talk.group().as_at);
    CHECK(talk.group().answers.size() == 1);
    CHECK(talk.advice().as_at == "2026-11-23");
    talk.write("as-at", "", "");
    CHECK(talk.group() == casefile::Case{});
}

TEST_CASE("\"None\" stands alone in a set") {
    Conversation talk = small_interview();
    const auto owners = [&] { return talk.group().answers.at({"owners"}); };
    talk.choose_set("owners", "", {"practices", "staff"});
    talk.choose_set("owners", "", {"none", "practices", "staff"});
    CHECK(owners() == casefile::Answer{casefile::Choices{{"none"}}});
    talk.choose_set("owners", "", {"none", "staff"});
    CHECK(owners() == casefile::Answer{casefile::Choices{{"staff"}}});
    talk.choose_set("owners", "", {});
    CHECK(talk.group().answers.empty());
}

TEST_CASE("what does not fit changes nothing") {
    Conversation talk = small_interview();
    const std::string practice = talk.add_practice();
    const casefile::Case before = talk.group();
    talk.choose("no-such-question", "", "yes");
    talk.choose("jurisdiction", "", "france");
    talk.choose("jurisdiction", "p99", "england");
    talk.choose("jurisdiction", practice, "england"); // once for the group
    talk.choose("contract-type", "", "gms");          // each practice for itself
    talk.choose("months", "", "3");                   // a number is written
    talk.write("jurisdiction", "", "england");        // a choice is chosen
    talk.choose_set("jurisdiction", "", {"england"});
    talk.set_note("no-such-question", "", "?");
    talk.write("name-idea", "", "\xff\xfe");
    CHECK(talk.group() == before);
}

TEST_CASE("wrong text stays in its field, and the answer stays as it was") {
    Conversation talk = small_interview();
    talk.go_to("requirements");
    talk.write("months", "", "12");
    talk.write("months", "", "a year");
    CHECK(on_page(talk, "months").written == "a year");
    CHECK(talk.group().answers.at({"months"}) == casefile::Answer{casefile::Number{12}});
    SUBCASE("nothing is said about it before people go on") {
        CHECK(on_page(talk, "months").error.empty());
        CHECK(talk.page().errors.empty());
    }
    SUBCASE("going on stops and says what is wrong") {
        CHECK_FALSE(talk.go_on());
        CHECK(talk.current_step() == "requirements");
        REQUIRE(talk.page().errors.size() == 1);
        CHECK(talk.page().errors[0].question == "months");
        CHECK(talk.page().errors[0].message.find("'a year' is not a whole number") != std::string::npos);
        CHECK(on_page(talk, "months").error == talk.page().errors[0].message);
        talk.write("months", "", "61");
        CHECK(on_page(talk, "months").error.find("from 0 to 60") != std::string::npos);
        talk.write("months", "", "60");
        CHECK(talk.page().errors.empty());
        CHECK(talk.go_on());
    }
    SUBCASE("looking elsewhere is allowed; the error is there on coming back") {
        talk.go_to("motivations");
        CHECK(talk.current_step() == "motivations");
        CHECK(talk.page().errors.empty());
        talk.go_to("requirements");
        CHECK(talk.page().errors.size() == 1);
        CHECK(on_page(talk, "months").written == "a year");
    }
    SUBCASE("an emptied field is no answer and no error") {
        talk.write("months", "", "  ");
        CHECK_FALSE(talk.group().answers.contains({"months"}));
        CHECK(talk.go_on());
    }
    SUBCASE("undo of the answer takes the text with it") {
        talk.undo();
        CHECK(on_page(talk, "months").written.empty());
        CHECK(talk.go_on());
    }
}

TEST_CASE("a text that no case file could hold is an error") {
    Conversation talk = small_interview();
    talk.go_to("requirements");
    talk.write("name-idea", "", std::string(20'001, 'x'));
    CHECK(talk.group().answers.empty());
    CHECK_FALSE(talk.go_on());
    talk.write("name-idea", "", std::string(20'000, 'x'));
    CHECK(talk.go_on());
}

TEST_CASE("only asked questions are shown, and an answer that is no longer asked is kept") {
    Conversation talk = small_interview();
    CHECK(on_page(talk, "pcn-optout").id == "pcn-optout"); // the nation is not known yet
    talk.choose("jurisdiction", "", "england");
    talk.choose("pcn-optout", "", "yes");
    const Step in_england = step_named(talk, "practices");
    CHECK(in_england.answered == 2);
    CHECK(in_england.asked == 3);
    CHECK(in_england.skipped == 1); // no answer to it changes anything
    CHECK(in_england.state_words == "2 of 3 answered, 1 skipped");
    talk.choose("jurisdiction", "", "scotland");
    CHECK(on_page(talk, "pcn-optout").id.empty());
    CHECK(step_named(talk, "practices").answered == 1);
    CHECK(step_named(talk, "practices").asked == 2);
    CHECK(step_named(talk, "practices").skipped == 1);
    CHECK(talk.group().answers.contains({"pcn-optout"}));
    CHECK(check_line_of(talk, "pcn-optout").answer == "Yes");
    talk.clear("pcn-optout", "");
    CHECK(check_line_of(talk, "pcn-optout").question.empty());
    talk.undo();
    talk.choose("jurisdiction", "", "england");
    CHECK(on_page(talk, "pcn-optout").options[0].chosen);
}

TEST_CASE("undo and redo bring back the exact case") {
    Conversation talk = small_interview();
    std::vector<casefile::Case> cases = {talk.group()};
    const auto note = [&] { cases.push_back(talk.group()); };
    talk.set_title("Five Valleys"), note();
    const std::string practice = talk.add_practice();
    note();
    talk.name_practice(practice, "Hill Surgery", "a81001"), note();
    talk.write("list-size", practice, "9,100"), note();
    talk.choose("motive.staff", "", "3"), note();
    talk.set_note("motive.staff", "", "two posts empty"), note();
    talk.write("as-at", "", "2025-01-31"), note();
    talk.say_unknown("jurisdiction", ""), note();
    talk.remove_practice(practice), note();
    for (std::size_t i = cases.size() - 1; i-- > 0;)
    {
        REQUIRE(talk.can_undo());
        talk.undo();
        CHECK(talk.group() == cases[i]);
    }
    CHECK_FALSE(talk.can_undo());
    talk.undo();
    for (std::size_t i = 1; i < cases.size(); ++i)
    {
        REQUIRE(talk.can_redo());
        talk.redo();
        CHECK(talk.group() == cases[i]);
    }
    CHECK_FALSE(talk.can_redo());
    talk.undo();
    talk.set_title("Another way");
    CHECK_FALSE(talk.can_redo());
}

TEST_CASE("a command that changes nothing is nothing to undo") {
    Conversation talk = small_interview();
    talk.choose("jurisdiction", "", "england");
    talk.choose("jurisdiction", "", "england");
    talk.set_title("");
    talk.write("months", "", "x");
    talk.undo();
    CHECK_FALSE(talk.can_undo());
    CHECK(talk.group() == casefile::Case{});
}

TEST_CASE("knows whether there is something to save") {
    Conversation talk = small_interview();
    CHECK_FALSE(talk.has_unsaved_changes());
    talk.choose("jurisdiction", "", "england");
    CHECK(talk.has_unsaved_changes());
    talk.mark_saved();
    CHECK_FALSE(talk.has_unsaved_changes());
    talk.undo();
    CHECK(talk.has_unsaved_changes());
    talk.redo();
    CHECK_FALSE(talk.has_unsaved_changes());

    casefile::Case example;
    example.title = "An example";
    talk.open(example, false);
    CHECK(talk.has_unsaved_changes());
    CHECK_FALSE(talk.can_undo());
    CHECK(talk.current_step() == "practices");
    talk.open(example, true);
    CHECK_FALSE(talk.has_unsaved_changes());
}

TEST_CASE("a copy goes its own way") {
    Conversation talk = small_interview();
    talk.choose("jurisdiction", "", "england");
    Conversation what_if = talk;
    what_if.choose("jurisdiction", "", "scotland");
    CHECK(check_line_of(talk, "jurisdiction").answer == "England");
    CHECK(check_line_of(what_if, "jurisdiction").answer == "Scotland");
}
}
