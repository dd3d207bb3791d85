// Commitments: whether a practice takes part, until when it has to say so, and how that reads.
#include "small_interview.h"

#include "casefile/case_file.h"
#include "wizard/commitment_words.h"
#include "wizard/journal.h"

#include <doctest/doctest.h>

using namespace fedadvise;
using namespace fedadvise::wizard;
using namespace fedadvise::wizard::tests;
using casefile::CommitmentState;

namespace
{

Conversation one_practice()
{
    Conversation talk = small_interview();
    const std::string practice = talk.add_practice();
    talk.name_practice(practice, "Hill", "");
    return talk;
}

const casefile::Commitment& commitment(const Conversation& talk)
{
    return talk.file().practices[0].commitment;
}

} // namespace

TEST_SUITE("commitments") {
TEST_CASE("what a practice says is kept as one step, and undone as one") {
    Conversation talk = one_practice();
    const casefile::Case before = talk.file();
    talk.commit_practice("p1", {"conditional", " the rent is settled ", "2027-03-01", "2026-11-20", "by a vote"});
    CHECK(commitment(talk).state == CommitmentState::Conditional);
    CHECK(commitment(talk).condition == "the rent is settled");
    CHECK(commitment(talk).decide_by == foundation::Date{2027, 3, 1});
    CHECK(commitment(talk).decided_on == foundation::Date{2026, 11, 20});
    CHECK(commitment(talk).note == "by a vote");
    CHECK(talk.practice_form("p1").commitment.written ==
          CommitmentText{"conditional", "the rent is settled", "2027-03-01", "2026-11-20", "by a vote"});
    talk.undo();
    CHECK(talk.file() == before);
    talk.redo();
    CHECK(commitment(talk).note == "by a vote");
    talk.commit_practice("p1", {});
    CHECK(commitment(talk) == casefile::Commitment{});
    talk.commit_practice("p9", {"in", "", "", "", ""}); // nobody
    talk.undo();
    CHECK(commitment(talk).note == "by a vote");
}

TEST_CASE("saying the same again is no step") {
    Conversation talk = one_practice();
    talk.commit_practice("p1", {"in", "", "", "", ""});
    talk.commit_practice("p1", {"in", "", "", "", ""});
    talk.undo();
    CHECK_FALSE(commitment(talk).state);
}

TEST_CASE("the list says it in few words") {
    const std::string long_condition = "the landlord agrees to let the whole of the upper floor to the new company for ten years";
    struct Row { std::string name; CommitmentText written; std::string words; };
    const Row rows[] = {
        {"nothing", {"", "", "", "", ""}, ""},
        {"only a note", {"", "", "", "", "they met"}, ""},
        {"in", {"in", "", "", "", ""}, "in"},
        {"in, and the date is over", {"in", "", "2027-03-01", "2026-11-01", ""}, "in"},
        {"on a condition", {"conditional", "the rent is settled", "", "", ""}, "in, if the rent is settled"},
        {"as a sentence", {"conditional", "If the rent is settled.", "", "", ""}, "in, if the rent is settled"},
        {"on no condition", {"conditional", "", "", "", ""}, "in, on a condition"},
        {"on a long condition", {"conditional", long_condition, "", "", ""}, "in, if the landlord agrees to let the whole of the upper floor to…"},
        {"on one long word", {"conditional", std::string(100, 'a'), "", "", ""}, "in, if " + std::string(60, 'a') + "…"},
        {"out", {"out", "", "", "", ""}, "out"},
        {"to decide", {"", "", "2027-03-01", "", ""}, "to decide by 1 March 2027"},
    };
    for (const auto& row : rows) {
        CAPTURE(row.name);
        Conversation talk = one_practice();
        talk.commit_practice("p1", row.written);
        CHECK(talk.page().practices[0].commitment == row.words);
    }
}

TEST_CASE("a date that is none stays in its field with its error, and the rest counts") {
    Conversation talk = one_practice();
    talk.commit_practice("p1", {"in", "", "2027-03-01", "", ""});
    talk.commit_practice("p1", {"out", "", "2027-02-30", "last week", "a note"});
    CHECK(commitment(talk).state == CommitmentState::Out);
    CHECK(commitment(talk).note == "a note");
    CHECK(commitment(talk).decide_by == foundation::Date{2027, 3, 1}); // what is wrong is no answer
    CHECK_FALSE(commitment(talk).decided_on);
    const CommitmentForm form = talk.practice_form("p1").commitment;
    CHECK(form.written.decide_by == "2027-02-30");
    CHECK(form.written.decided_on == "last week");
    REQUIRE(form.errors.size() == 2);
    CHECK(form.errors[0].question == practice_decide_by_field);
    CHECK(form.errors[0].message == "To decide by: '2027-02-30' is not a date. Write dates as 2026-11-22 (year, month, day), or leave it empty.");
    CHECK(form.errors[1].question == practice_decided_on_field);
    CHECK_FALSE(talk.go_on());
    REQUIRE(talk.page().errors.size() == 2);
    CHECK(talk.page().errors[0].practice == "p1");
    CHECK(talk.page().errors[0].message.starts_with("Hill: To decide by: "));
    talk.undo(); // to the first date: what is wrong makes way
    CHECK(talk.practice_form("p1").commitment.errors.empty());
    talk.commit_practice("p1", {"out", "", "", "", ""});
    CHECK_FALSE(commitment(talk).decide_by);
    CHECK(talk.go_on());
}

TEST_CASE("a text that no file takes stays in its field with its error") {
    Conversation talk = one_practice();
    talk.commit_practice("p1", {"conditional", std::string(20'001, 'a'), "", "", ""});
    CHECK(commitment(talk).condition.empty());
    REQUIRE(talk.practice_form("p1").commitment.errors.size() == 1);
    CHECK(talk.practice_form("p1").commitment.errors[0].message == "Condition: This is longer than 20,000 characters. Shorten it.");
}

TEST_CASE("it is the case's own in every variant") {
    Conversation talk = one_practice();
    talk.work_on_variant(talk.add_variant("If rents rise"));
    talk.commit_practice("p1", {"in", "", "", "", ""});
    CHECK(commitment(talk).state == CommitmentState::In);
    CHECK(talk.page().practices[0].commitment == "in");
    CHECK(talk.comparisons()[0].inputs.empty());
    talk.work_on_variant("");
    CHECK(talk.page().practices[0].commitment == "in");
}

TEST_CASE("it outlives a crash and a file, with what newer versions added") {
    Conversation talk = one_practice();
    casefile::Case group = talk.file();
    group.practices[0].commitment.unknown_keys.push_back({"signed-by", "\"Dr Hill\""});
    talk.open(group, true);
    talk.commit_practice("p1", {"conditional", "tŷ newydd", "2027-03-01", "", ""});
    CHECK(talk.has_unsaved_changes());
    const TemporaryFolder folder("journal");
    REQUIRE(write_journal(folder.path(), talk.file(), ""));
    const auto recovered = read_journal(folder.path(), talk.engine().rules());
    REQUIRE(recovered);
    CHECK(recovered->group == talk.file());
    CHECK(recovered->group.practices[0].commitment.unknown_keys.size() == 1);
}
}
