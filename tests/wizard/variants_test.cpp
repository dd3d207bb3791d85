// Variants: a what-if is worked on like the case itself, and leaves the case itself alone.
#include "small_interview.h"

#include "casefile/case_file.h"
#include "wizard/journal.h"

#include <doctest/doctest.h>

using namespace fedadvise;
using namespace fedadvise::wizard;
using namespace fedadvise::wizard::tests;

namespace
{

/// Two practices, and a few answers of the group.
Conversation two_practices()
{
    Conversation talk = small_interview();
    for (const char* name : {"Hill", "Quay"})
    {
        const std::string practice = talk.add_practice();
        talk.name_practice(practice, name, "");
        talk.write("list-size", practice, "9100");
    }
    talk.choose("jurisdiction", "", "england");
    talk.choose("motive.staff", "", "3");
    talk.write("as-at", "", "2026-01-31");
    return talk;
}

/// What a file keeps and gives back.
bool file_is_valid(const Conversation& talk)
{
    const auto read = casefile::read_case(casefile::case_text(talk.file()), "test.fedcase", talk.engine().rules());
    return read.group && *read.group == talk.file();
}

} // namespace

TEST_SUITE("variants of a conversation") {
TEST_CASE("a new variant says nothing yet, and adding it is no step into it") {
    Conversation talk = two_practices();
    const casefile::Case before = talk.group();
    CHECK(talk.add_variant("  If rents rise ") == "v1");
    CHECK(talk.current_variant().empty());
    CHECK(talk.page().variant.empty());
    REQUIRE(talk.variants().size() == 1);
    CHECK(talk.variants()[0].name == "If rents rise");
    CHECK_FALSE(talk.variants()[0].current);
    CHECK(talk.file().answers == before.answers);
    CHECK(talk.comparison("v1")->inputs.empty());
    CHECK(talk.comparison("v1")->headline == "Nothing is otherwise yet in the variant “If rents rise”.");
    CHECK(talk.add_variant("\x01 ") == "v2");
    CHECK(talk.variants()[1].name == "What if 2");
    CHECK_FALSE(talk.comparison("v9").has_value());
}

TEST_CASE("what is answered in a variant is a difference of that variant") {
    Conversation talk = two_practices();
    const casefile::Case before = talk.file();
    talk.add_variant("One");
    talk.add_variant("Two");
    talk.work_on_variant("v2");
    CHECK(talk.current_variant() == "v2");
    CHECK(talk.page().variant == "Two");
    talk.choose("motive.staff", "", "0");
    talk.clear("jurisdiction", "");
    talk.write("list-size", "p1", "4000");
    talk.write("as-at", "", "2027-01-31");
    talk.choose_set("owners", "", {"practices"});
    CHECK(talk.group().practices[0].answers.at({"list-size"}) == casefile::Answer{casefile::Number{4000}});
    CHECK(talk.file().answers == before.answers);
    CHECK(talk.file().practices == before.practices);
    CHECK(talk.file().as_at == before.as_at);
    CHECK(talk.file().variants[0].changes.empty());
    CHECK(talk.file().variants[1].changes.size() == 4);
    CHECK(talk.file().variants[1].as_at == foundation::Date{2027, 1, 31});
    CHECK(file_is_valid(talk));
    // As it was again is no difference
    talk.choose("motive.staff", "", "3");
    talk.write("as-at", "", "2026-01-31");
    CHECK(talk.file().variants[1].changes.size() == 3);
    CHECK_FALSE(talk.file().variants[1].as_at.has_value());
    talk.work_on_variant("");
    CHECK(talk.group() == talk.file());
    talk.work_on_variant("v7");
    CHECK(talk.current_variant().empty());
}

TEST_CASE("screens, panel and advice are read through the variant") {
    Conversation talk = two_practices();
    talk.add_variant("Nobody wants staff");
    talk.work_on_variant("v1");
    talk.choose("motive.staff", "", "0");
    talk.go_to("motivations");
    CHECK(on_page(talk, "motive.staff").options[0].chosen);
    CHECK(check_line_of(talk, "motive.staff").answer == "Not a reason");
    CHECK(talk.advice().variant == "v1");
    CHECK(talk.advice().variant_name == "Nobody wants staff");
    const auto in_variant = talk.advice().headline;
    talk.work_on_variant("");
    CHECK(on_page(talk, "motive.staff").options[3].chosen);
    CHECK(talk.advice().variant.empty());
    CHECK(talk.advice().headline != in_variant);
}

TEST_CASE("an answer changed in the case itself shows in a variant that says nothing of it") {
    Conversation talk = two_practices();
    talk.add_variant("One");
    talk.work_on_variant("v1");
    talk.choose("motive.staff", "", "0");
    talk.work_on_variant("");
    talk.choose("motive.staff", "", "2");
    talk.choose("jurisdiction", "", "scotland");
    talk.work_on_variant("v1");
    CHECK(talk.group().answers.at({"motive.staff"}) == casefile::Answer{casefile::Number{0}});
    CHECK(talk.group().answers.at({"jurisdiction"}) == casefile::Answer{casefile::Choice{"scotland"}});
}

TEST_CASE("names, notes and the title are shared") {
    Conversation talk = two_practices();
    talk.add_variant("One");
    talk.work_on_variant("v1");
    talk.set_title("Valley");
    talk.name_practice("p1", "Hilltop", "A81001");
    talk.set_note("motive.staff", "", "two posts empty");
    CHECK(talk.file().title == "Valley");
    CHECK(talk.file().practices[0].name == "Hilltop");
    CHECK(talk.file().practices[0].ods_code == "A81001");
    CHECK(talk.file().notes.at({"motive.staff"}) == "two posts empty");
    CHECK(talk.file().variants[0].changes.empty());
    CHECK(talk.group().title == "Valley");
}

TEST_CASE("in a variant practices leave and come back, and none joins") {
    Conversation talk = two_practices();
    talk.add_variant("One");
    talk.work_on_variant("v1");
    talk.write("list-size", "p2", "100");
    talk.remove_practice("p2");
    CHECK(talk.group().practices.size() == 1);
    CHECK(talk.file().practices.size() == 2);
    CHECK(talk.file().variants[0].without == std::vector<std::string>{"p2"});
    CHECK(talk.file().variants[0].changes.empty()); // who leaves answers nothing
    CHECK(file_is_valid(talk));
    REQUIRE(talk.page().practices.size() == 2);
    CHECK(talk.page().practices[1].leaves);
    CHECK(talk.page().practices[1].name == "Quay");
    CHECK(talk.add_practice().empty());
    CHECK(talk.group().practices.size() == 1);
    talk.bring_back_practice("p2");
    CHECK(talk.group().practices.size() == 2);
    CHECK_FALSE(talk.page().practices[1].leaves);
    talk.undo();
    CHECK(talk.group().practices.size() == 1);
}

TEST_CASE("a practice that leaves the case is dropped from its variants, which undo brings back") {
    Conversation talk = two_practices();
    CHECK(talk.add_variant_without("p2") == "v1");
    CHECK(talk.variants()[0].name == "If Quay leaves");
    CHECK(talk.add_variant_without("p2") == "v1"); // no second one like it
    CHECK(talk.add_variant_without("p9").empty());
    CHECK(talk.variants_about("p2") == std::vector<std::string>{"If Quay leaves"});
    CHECK(talk.variants_about("p1").empty());
    CHECK(talk.page().practices[1].variants == std::vector<std::string>{"If Quay leaves"});
    const casefile::Case before = talk.file();
    talk.remove_practice("p2");
    CHECK(talk.file().variants[0].without.empty());
    CHECK(file_is_valid(talk));
    talk.undo();
    CHECK(talk.file() == before);
}

TEST_CASE("undo and redo go to where the change was made") {
    Conversation talk = two_practices();
    const casefile::Case base = talk.file();
    talk.add_variant("One");
    talk.work_on_variant("v1");
    talk.choose("motive.staff", "", "0");
    talk.work_on_variant("");
    talk.choose("motive.staff", "", "1");
    talk.undo();
    CHECK(talk.current_variant().empty());
    CHECK(talk.file().answers == base.answers);
    talk.undo();
    CHECK(talk.current_variant() == "v1");
    CHECK(talk.file().variants[0].changes.empty());
    talk.undo();
    CHECK(talk.current_variant().empty());
    CHECK(talk.file() == base);
    for (int i = 0; i < 3; ++i)
        talk.redo();
    CHECK_FALSE(talk.can_redo());
    CHECK(talk.file().answers.at({"motive.staff"}) == casefile::Answer{casefile::Number{1}});
    CHECK(talk.file().variants[0].changes.size() == 1);
}

TEST_CASE("variants are renamed, noted and removed") {
    Conversation talk = two_practices();
    talk.add_variant("One");
    talk.rename_variant("v1", "Other");
    talk.rename_variant("v1", "  ");
    talk.rename_variant("v9", "x");
    talk.note_variant("v1", " asked in May ");
    CHECK(talk.variants()[0].name == "Other");
    CHECK(talk.variants()[0].note == "asked in May");
    talk.work_on_variant("v1");
    talk.choose("motive.staff", "", "0");
    CHECK(talk.add_variant("Like it") == "v2"); // a copy of the one that is worked on
    CHECK(talk.file().variants[1].changes == talk.file().variants[0].changes);
    talk.remove_variant("v1");
    CHECK(talk.current_variant().empty());
    CHECK(talk.group() == talk.file());
    CHECK(talk.variants().size() == 1);
    talk.undo();
    CHECK(talk.current_variant() == "v1");
    CHECK(talk.variants().size() == 2);
}

TEST_CASE("a changed case becomes a variant beside the original") {
    Conversation talk = two_practices();
    casefile::Case changed = talk.group();
    changed.answers[{"motive.staff"}] = casefile::Number{0};
    CHECK(talk.add_variant("Try it", changed) == "v1");
    REQUIRE(talk.comparison("v1")->inputs.size() == 1);
    CHECK(talk.comparison("v1")->inputs[0].was == "Decisive");
    CHECK(talk.comparison("v1")->inputs[0].would_be == "Not a reason");
    REQUIRE(talk.comparisons().size() == 1);
    CHECK(talk.comparisons()[0].headline == talk.comparison("v1")->headline);
}

TEST_CASE("no more variants than a file may hold") {
    Conversation talk = two_practices();
    for (std::size_t i = 0; i < casefile::most_variants; ++i)
        CHECK_FALSE(talk.add_variant("n").empty());
    CHECK(talk.add_variant("n").empty());
    CHECK(talk.add_variant_without("p1").empty());
    CHECK(talk.variants().size() == casefile::most_variants);
    CHECK(file_is_valid(talk));
}

TEST_CASE("what is written and wrong stays where it was written") {
    Conversation talk = two_practices();
    talk.add_variant("One");
    talk.work_on_variant("v1");
    talk.go_to("requirements");
    talk.write("months", "", "soon");
    CHECK(on_page(talk, "months").written == "soon");
    talk.work_on_variant("");
    CHECK(on_page(talk, "months").written.empty());
    talk.work_on_variant("v1");
    CHECK(on_page(talk, "months").written == "soon");
    talk.remove_variant("v1");
    CHECK(on_page(talk, "months").written.empty());
}

TEST_CASE("a save and the journal hold the case itself with its variants") {
    const TemporaryFolder folder("variants");
    Conversation talk = two_practices();
    talk.mark_saved();
    talk.add_variant("One");
    CHECK(talk.has_unsaved_changes());
    talk.mark_saved();
    talk.work_on_variant("v1");
    CHECK_FALSE(talk.has_unsaved_changes()); // looking changes nothing
    talk.choose("motive.staff", "", "0");
    CHECK(talk.has_unsaved_changes());
    REQUIRE(write_journal(folder.path(), talk.file(), ""));
    const auto recovered = read_journal(folder.path(), talk.engine().rules());
    REQUIRE(recovered);
    CHECK(recovered->group == talk.file());
    talk.undo();
    CHECK_FALSE(talk.has_unsaved_changes());
}
}
