// Check your answers: what is asked, what is answered, and where Change leads.
#include "small_interview.h"

#include <doctest/doctest.h>

using namespace fedadvise::wizard;
using namespace fedadvise::wizard::tests;

TEST_SUITE("check your answers") {
TEST_CASE("every asked question has one line that leads to its step") {
    Conversation talk = small_interview();
    CHECK(talk.check_lines().size() == 11);
    const CheckLine months = check_line_of(talk, "months");
    CHECK(months.step == "requirements");
    CHECK(months.section == "What must hold?");
    CHECK(months.short_label == "Months");
    CHECK(months.answer == "Not provided");
    CHECK_FALSE(months.provided);
    CHECK(talk.check_lines().front().question == "jurisdiction");
    CHECK(talk.check_lines().back().question == "readiness.R1");
}

TEST_CASE("answers stand in words") {
    Conversation talk = small_interview();
    talk.write("months", "", "12");
    talk.choose_set("owners", "", {"practices", "staff"});
    talk.choose("motive.staff", "", "2");
    talk.write("as-at", "", "2025-02-28");
    talk.say_unknown("jurisdiction", "");
    CHECK(check_line_of(talk, "months").answer == "12 months");
    CHECK(check_line_of(talk, "owners").answer == "Practices, Staff");
    CHECK(check_line_of(talk, "motive.staff").answer == "Important");
    CHECK(check_line_of(talk, "as-at").answer == "28 February 2025");
    CHECK(check_line_of(talk, "jurisdiction").answer == "We do not know");
    CHECK(check_line_of(talk, "jurisdiction").provided);
}

TEST_CASE("each practice has its lines, before the group") {
    Conversation talk = small_interview();
    const std::string practice = talk.add_practice();
    talk.name_practice(practice, "Hill Surgery", "");
    talk.write("list-size", practice, "9100");
    const CheckLine size = check_line_of(talk, "list-size", practice);
    CHECK(size.practice_name == "Hill Surgery");
    CHECK(size.step == "practices");
    CHECK(size.answer == "9,100 patients");
    CHECK(talk.check_lines().front().question == "list-size");
    CHECK(check_line_of(talk, "total-list").answer == "9,100, from the practices you listed");
    CHECK_FALSE(check_line_of(talk, "contract-type", practice).provided);
}
}
