// Practices that answer separately: answering an invitation, typing in a form, taking a merge over, deciding, rounds.
#include "small_interview.h"

#include "casefile/cells.h"
#include "casefile/merge.h"
#include "wizard/answer_sheet.h"
#include "wizard/journal.h"

#include <doctest/doctest.h>

#include <algorithm>

using namespace fedadvise;
using namespace fedadvise::wizard;
using namespace fedadvise::wizard::tests;
using casefile::Answer;

namespace {

casefile::Case hill() {
    casefile::Case group;
    group.id = "c-1";
    group.title = "Five Valleys";
    casefile::Practice practice;
    practice.id = "p1";
    practice.name = "Hill Surgery";
    group.practices = {practice};
    return group;
}

AnswerSheet sheet() {
    return {*shipped_rules(), casefile::invite(*shipped_rules(), hill(), "p1", {{"motive.workforce"}, {"list-size"}, {"readiness.RR01"}})};
}

const QuestionScreen& question(const std::vector<SectionScreen>& sections, const std::string& id) {
    for (const SectionScreen& section : sections)
        for (const QuestionScreen& screen : section.questions)
            if (screen.id == id)
                return screen;
    FAIL("there is no question " << id);
    return sections.front().questions.front();
}

/// Two copies of the case that differ in a practice's answer, a group's answer and the title.
casefile::Case in_conflict() {
    casefile::Case one = hill(), other = hill();
    one.practices[0].answers[{"list-size"}] = casefile::Number{9100};
    other.practices[0].answers[{"list-size"}] = casefile::Number{9000};
    one.answers[{"lmc"}] = casefile::Choice{"engaged"};
    other.answers[{"lmc"}] = casefile::Choice{"informed"};
    other.title = "Six Valleys";
    return *casefile::merge({{"a.fedcase", one}, {"b.fedcase", other}}, *shipped_rules()).group;
}

} // namespace

TEST_SUITE("answer sheet") {
TEST_CASE("only the questions of the invitation are shown, each section once") {
    const AnswerSheet answers = sheet();
    const auto sections = answers.sections();
    std::size_t count = 0;
    for (const SectionScreen& section : sections) {
        count += section.questions.size();
        CHECK_FALSE(section.title.empty());
    }
    CHECK(count == 3);
    CHECK(answers.title() == "Five Valleys asks Hill Surgery, round 1");
}

TEST_CASE("what is answered stands on screen and in the response") {
    AnswerSheet answers = sheet();
    answers.choose("motive.workforce", "3");
    answers.write("list-size", "9,100");
    answers.say_unknown("readiness.RR01");
    answers.set_note("motive.workforce", " two posts empty ");
    answers.set_person("  Ann   Ash ", "partner");
    CHECK(question(answers.sections(), "motive.workforce").options.back().chosen);
    CHECK(question(answers.sections(), "list-size").written == "9100");
    CHECK(question(answers.sections(), "readiness.RR01").unknown);
    CHECK(answers.answered() == 3);
    const casefile::Response response = answers.response("2026-11-25T10:31:00Z", "r-random");
    CHECK(response.respondent.name == "Ann Ash");
    CHECK(response.respondent.id == casefile::respondent_token(response.to, "Ann Ash"));
    CHECK(response.respondent.answers.at({"list-size"}) == Answer{casefile::Number{9100}});
    CHECK(response.respondent.notes.at({"motive.workforce"}) == "two posts empty");
    const casefile::LoadedFile again = casefile::read_any(casefile::response_text(response), "x", *shipped_rules());
    CHECK(again.response == response);
    answers.set_person("", "");
    CHECK(answers.response("2026-11-25T10:31:00Z", "r-random").respondent.id == "r-random");
}

TEST_CASE("what is no answer stays in its field with the error") {
    AnswerSheet answers = sheet();
    answers.write("list-size", "many");
    CHECK(answers.answered() == 0);
    REQUIRE(answers.errors().size() == 1);
    CHECK(question(answers.sections(), "list-size").written == "many");
    CHECK_FALSE(question(answers.sections(), "list-size").error.empty());
    answers.write("list-size", "");
    CHECK(answers.errors().empty());
    answers.choose("lmc", "engaged"); // not asked
    answers.choose("motive.workforce", "nonsense");
    CHECK(answers.answered() == 0);
}

TEST_CASE("a form is typed in by its signs") {
    AnswerSheet answers = sheet();
    REQUIRE(answers.count() == 3);
    const TypingScreen motive = answers.typing(0);
    CHECK(motive.number == "Question 1 of 3");
    CHECK(motive.one_key);
    CHECK(motive.answers.front() == "0  Not a reason");
    CHECK(motive.answers.back() == "-  We do not know");
    CHECK(answers.type(0, "2").empty());
    CHECK(answers.typing(0).answered == "An important reason");
    CHECK_FALSE(answers.type(0, "7").empty());
    CHECK(answers.typing(0).answered == "An important reason");
    CHECK_FALSE(answers.typing(1).one_key);
    CHECK(answers.type(1, "9100").empty());
    CHECK(answers.type(2, "-").empty());
    CHECK(answers.type(2, "").empty()); // skipped: stays as it is
    CHECK(answers.answered() == 3);
    AnswerSheet of_another = sheet();
    of_another.take_answers_of(answers);
    CHECK(of_another.answered() == 3);
}
}

TEST_SUITE("separate answers") {
TEST_CASE("a merge is taken over and can be undone") {
    Conversation talk = begin(shipped_rules());
    talk.open(hill(), true);
    AnswerSheet answers = sheet();
    answers.choose("readiness.RR01", "4");
    const casefile::Merged merged = casefile::merge({{"case", talk.file()}, {"response", answers.response("2026-11-25T10:31:00Z", "r-1")}}, *shipped_rules());
    REQUIRE(merged.group.has_value());
    talk.take_over(*merged.group);
    REQUIRE(talk.group().practices[0].respondents.size() == 1);
    CHECK(talk.has_unsaved_changes());
    talk.undo();
    CHECK(talk.file() == hill());
    talk.redo();
    CHECK(talk.file() == *merged.group);
}

TEST_CASE("a variant that is worked on makes way for a merge, and its undo comes back to it") {
    Conversation talk = begin(shipped_rules());
    talk.open(hill(), true);
    const std::string variant = talk.add_variant("If");
    talk.work_on_variant(variant);
    casefile::Case merged = talk.file();
    merged.round = 2;
    talk.take_over(merged);
    CHECK(talk.current_variant().empty());
    CHECK(talk.group().round == 2);
    talk.undo();
    CHECK(talk.current_variant() == variant);
}

TEST_CASE("at the place of a conflict stands what the files say, and answering there decides") {
    Conversation talk = begin(shipped_rules());
    talk.open(in_conflict(), true);
    CHECK(casefile::open_conflicts(talk.file()) == 3);
    const QuestionScreen size = in_form(talk, "p1", "list-size");
    CHECK(size.conflict == "The files that were merged differ here: “9,000 patients” (b.fedcase) or “9,100 patients” (a.fedcase). Your answer decides.");
    talk.write("list-size", "p1", "9050");
    CHECK(in_form(talk, "p1", "list-size").conflict.empty());
    CHECK(casefile::open_conflicts(talk.file()) == 2);
    talk.undo();
    CHECK_FALSE(in_form(talk, "p1", "list-size").conflict.empty());
}

TEST_CASE("a value that is chosen decides, and can be undone") {
    Conversation talk = begin(shipped_rules());
    talk.open(in_conflict(), true);
    const auto& conflicts = talk.file().conflicts;
    const auto title = static_cast<std::size_t>(
        std::find_if(conflicts.begin(), conflicts.end(), [](const auto& conflict) { return conflict.about == "title"; }) - conflicts.begin());
    CHECK(talk.group().title.empty());
    talk.decide_conflict(title, 1);
    CHECK(talk.group().title == "Six Valleys");
    CHECK(casefile::open_conflicts(talk.file()) == 2);
    talk.undo();
    CHECK(talk.group().title.empty());
    talk.decide_conflict(99, 0);
    CHECK_FALSE(talk.has_unsaved_changes());
}

TEST_CASE("the next round opens once, and an id is given once") {
    Conversation talk = begin(shipped_rules());
    casefile::Case group = hill();
    group.id.clear();
    talk.open(group, true);
    talk.start_next_round();
    CHECK(talk.file().round == 2);
    CHECK(casefile::invite(*shipped_rules(), talk.file(), "p1").round == 2);
    talk.give_id("c-7");
    talk.give_id("c-8");
    CHECK(talk.file().id == "c-7");
    talk.undo();
    talk.undo();
    CHECK(talk.file() == group);
}

TEST_CASE("undo, variants and the journal carry everything that was merged") {
    casefile::Case group = in_conflict();
    group.round = 2;
    casefile::Respondent ann;
    ann.id = "r-1";
    ann.name = "Ann";
    ann.round = 2;
    ann.answered = "2026-11-25T10:31:00Z";
    ann.earlier = {{1, "2026-10-25T10:31:00Z", {{{"readiness.RR01"}, casefile::Number{2}}}}};
    group.practices[0].respondents = {ann};
    group.practices[0].commitment.state = casefile::CommitmentState::Conditional;
    group.practices[0].commitment.decide_by = foundation::Date{2027, 1, 31};
    Conversation talk = begin(shipped_rules());
    talk.open(group, true);
    talk.set_title("Other");
    talk.undo();
    CHECK(talk.file() == group);
    talk.work_on_variant(talk.add_variant("If"));
    talk.choose("motive.workforce", "", "3");
    CHECK(talk.group().practices[0].respondents == group.practices[0].respondents);
    CHECK(talk.group().practices[0].commitment == group.practices[0].commitment);
    CHECK(talk.group().conflicts == group.conflicts);
    const TemporaryFolder folder("answers");
    REQUIRE(write_journal(folder.path(), talk.file(), "").has_value());
    const auto recovered = read_journal(folder.path(), *shipped_rules());
    REQUIRE(recovered.has_value());
    CHECK(recovered->group == talk.file());
}
}
