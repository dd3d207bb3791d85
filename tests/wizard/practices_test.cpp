// Practices: the list, their forms, and what the group's page says when practices answer for themselves.
#include "small_interview.h"

#include "directory/filling.h"
#include "foundation/file.h"

#include <doctest/doctest.h>

using namespace fedadvise;
using namespace fedadvise::wizard;
using namespace fedadvise::wizard::tests;

TEST_SUITE("practices") {
TEST_CASE("a new practice has an id and no name") {
    Conversation talk = small_interview();
    CHECK(talk.add_practice() == "p1");
    CHECK(talk.add_practice() == "p2");
    talk.remove_practice("p1");
    CHECK(talk.add_practice() == "p1");
    REQUIRE(talk.page().practices.size() == 2);
    CHECK(talk.page().practices[0].id == "p2");
    CHECK(talk.page().practices[0].name.empty());
    CHECK(talk.page().practices[0].summary == "Nothing answered yet");
    CHECK(talk.practice_form("p1").name_error.empty());
}

TEST_CASE("a practice without a name holds up Continue, not a look elsewhere") {
    Conversation talk = small_interview();
    const std::string practice = talk.add_practice();
    CHECK_FALSE(talk.go_on());
    REQUIRE(talk.page().errors.size() == 1);
    CHECK(talk.page().errors[0].question == practice_name_field);
    CHECK(talk.page().errors[0].practice == practice);
    CHECK(talk.practice_form(practice).name_error == "Write the name of the practice.");
    talk.name_practice(practice, "  Hill Surgery ", "");
    CHECK(talk.practice_form(practice).name == "Hill Surgery");
    CHECK(talk.practice_form(practice).name_error.empty());
    CHECK(talk.go_on());
}

TEST_CASE("ODS codes have six letters and digits") {
    struct Row { std::string written; bool right; };
    const Row rows[] = {{"", true}, {"A81001", true}, {"a81001", true}, {" W91001 ", true}, {"Y0258X", true},
                        {"A8100", false}, {"A810011", false}, {"A8-001", false}, {"Hill", false}, {"Å8100", false}};
    for (const auto& row : rows) {
        CAPTURE(row.written);
        Conversation talk = small_interview();
        const std::string practice = talk.add_practice();
        talk.name_practice(practice, "Hill Surgery", "B81001");
        talk.name_practice(practice, "Hill Surgery", row.written);
        CHECK(talk.practice_form(practice).ods_code_error.empty() == row.right);
        CHECK((talk.group().practices[0].ods_code == "B81001") != row.right); // what is wrong is no answer
        CHECK(talk.go_on() == row.right);
    }
}

TEST_CASE("the form asks what only practices know, and the page does not") {
    Conversation talk = small_interview();
    const std::string practice = talk.add_practice();
    const PracticeForm form = talk.practice_form(practice);
    CHECK(form.questions.title == "About each practice");
    REQUIRE(form.questions.questions.size() == 2);
    CHECK(form.questions.questions[0].id == "list-size");
    CHECK(form.questions.questions[0].practice == practice);
    REQUIRE(talk.page().sections.size() == 1);
    CHECK(talk.page().sections[0].id == "group");
    CHECK(talk.practice_form("p99").id.empty());
}

TEST_CASE("the summary says what a practice is like") {
    Conversation talk = small_interview();
    const std::string practice = talk.add_practice();
    talk.choose("contract-type", practice, "gms");
    talk.write("list-size", practice, "9100");
    CHECK(talk.page().practices[0].summary == "9,100 patients, GMS");
    talk.say_unknown("list-size", practice);
    talk.clear("contract-type", practice);
    CHECK(talk.page().practices[0].summary == "1 of 2 answered");
}

TEST_CASE("an error in a form stands in the form at once and on the page after Continue") {
    Conversation talk = small_interview();
    const std::string practice = talk.add_practice();
    talk.name_practice(practice, "Hill Surgery", "");
    talk.write("list-size", practice, "many");
    CHECK(in_form(talk, practice, "list-size").written == "many");
    CHECK_FALSE(in_form(talk, practice, "list-size").error.empty());
    CHECK(talk.page().errors.empty());
    CHECK_FALSE(talk.go_on());
    REQUIRE(talk.page().errors.size() == 1);
    CHECK(talk.page().errors[0].question == "list-size");
    CHECK(talk.page().errors[0].practice == practice);
    CHECK(talk.page().errors[0].message.starts_with("Hill Surgery: "));
    talk.remove_practice(practice);
    CHECK(talk.page().errors.empty());
    CHECK(talk.go_on());
}

TEST_CASE("numbers are counted from the practices that are listed") {
    Conversation talk = small_interview();
    talk.write("practice-count", "", "none");
    CHECK(on_page(talk, "practice-count").derived.empty());
    CHECK_FALSE(talk.go_on());
    const std::string first = talk.add_practice();
    talk.name_practice(first, "Hill Surgery", "");
    CHECK(on_page(talk, "practice-count").derived == "1, from the practices you listed");
    CHECK(on_page(talk, "practice-count").error.empty());
    CHECK(on_page(talk, "practice-count").answered);
    CHECK(on_page(talk, "total-list").derived.empty());
    const std::string second = talk.add_practice();
    talk.name_practice(second, "Vale Surgery", "");
    talk.write("list-size", first, "9100");
    CHECK(on_page(talk, "total-list").derived == "9,100 so far; 1 practice has not given its number");
    CHECK_FALSE(on_page(talk, "total-list").answered);
    talk.write("list-size", second, "5000");
    CHECK(on_page(talk, "total-list").derived == "14,100, from the practices you listed");
    CHECK(on_page(talk, "total-list").answered);
    CHECK(talk.go_on());
    talk.go_back();
    talk.write("practice-count", "", "5");
    CHECK(on_page(talk, "practice-count").derived == "5, as you wrote; the practices you listed come to 2");
}

TEST_CASE("what practices answered themselves counts, and can be changed in their forms") {
    casefile::Case group;
    for (const std::string id : {"p1", "p2"})
    {
        casefile::Practice practice;
        practice.id = id;
        practice.name = "Practice " + id;
        group.practices.push_back(practice);
    }
    group.practices[0].answers[{"motive.staff"}] = casefile::Number{3};
    group.practices[1].respondents.push_back({"partner", {{{"readiness.R1"}, casefile::Number{4}}}, {}, {}});
    group.practices[1].respondents.push_back({"manager", {{{"readiness.R1"}, casefile::Number{2}}}, {}, {}});
    Conversation talk = small_interview();
    talk.open(group, true);

    talk.go_to("motivations");
    CHECK(on_page(talk, "motive.staff").derived == "Answered by 1 of 2 practices itself; its answer counts, and this one counts for the others.");
    CHECK_FALSE(on_page(talk, "motive.staff").answered);
    CHECK(check_line_of(talk, "motive.staff", "p1").answer == "Decisive");
    CHECK(check_line_of(talk, "readiness.R1", "p2").answer == "Rather; Rather not");
    CHECK(check_line_of(talk, "readiness.R1", "p2").step == "practices");
    CHECK(check_line_of(talk, "motive.staff", "p2").question.empty());
    CHECK(in_form(talk, "p1", "motive.staff").options[3].chosen);
    CHECK(in_form(talk, "p2", "readiness.R1").derived == "Answered by people in this practice; their answers count until you answer here.");

    talk.choose("motive.staff", "p2", "0");
    CHECK(on_page(talk, "motive.staff").derived == "Answered by 2 practices themselves; their answers count.");
    CHECK(on_page(talk, "motive.staff").answered);
    talk.clear("motive.staff", "p1");
    CHECK(in_form(talk, "p1", "motive.staff").id.empty());
    talk.choose("readiness.R1", "p2", "5");
    CHECK(in_form(talk, "p2", "readiness.R1").options[4].chosen);
    CHECK(talk.group().practices[1].respondents == group.practices[1].respondents);
}

TEST_CASE("notes belong to the one who wrote them") {
    Conversation talk = small_interview();
    const std::string practice = talk.add_practice();
    talk.set_note("list-size", practice, " counted in May ");
    talk.set_note("jurisdiction", "", "on the border");
    CHECK(in_form(talk, practice, "list-size").note == "counted in May");
    CHECK(on_page(talk, "jurisdiction").note == "on the border");
    talk.set_note("jurisdiction", "", "");
    CHECK(talk.group().notes.empty());
    CHECK(talk.group().practices[0].notes.size() == 1);
}

TEST_CASE("practices of a published list join as one step, and make wrong texts give way") {
    const TemporaryFolder folder("practice list");
    REQUIRE(foundation::save_file(folder.path() / "list.csv", "Code,Name,Patients\nA81001,Hill Surgery,9100\nA81002,Quay Surgery,5000\n"));
    directory::ListFile file{folder.path() / "list.csv", {}, directory::preview_list(folder.path() / "list.csv").guess};
    const directory::PracticeList list = directory::read_practices({file});
    REQUIRE(list.practices().size() == 2);
    Conversation talk = small_interview();
    const std::string practice = talk.add_practice();
    talk.name_practice(practice, "Hill Surgery", "A8");
    talk.write("list-size", practice, "many");
    const casefile::Case before = talk.file();
    const std::size_t both[] = {0, 1};
    talk.fill_in_practices(list, both, directory::Existing::Keep);
    REQUIRE(talk.file().practices.size() == 2);
    CHECK(talk.file().practices[0].ods_code == "A81001");
    CHECK(talk.file().practices[1].name == "Quay Surgery");
    CHECK(talk.practice_form(practice).ods_code_error.empty());
    CHECK(in_form(talk, practice, "list-size").written == "9100");
    CHECK(in_form(talk, practice, "list-size").error.empty());
    talk.fill_in_practices(list, both, directory::Existing::Replace); // nothing is new
    talk.undo();
    CHECK(talk.file() == before);

    talk.work_on_variant(talk.add_variant("If rents rise"));
    talk.fill_in_practices(list, both, directory::Existing::Keep);
    CHECK(talk.file().practices.size() == 1);
}
}
