// The journal: what was answered survives a crash, and a broken journal does no harm.
#include "small_interview.h"

#include "casefile/case_file.h"
#include "foundation/file.h"
#include "wizard/answer_sheet.h"
#include "wizard/journal.h"

#include <doctest/doctest.h>

using namespace fedadvise;
using namespace fedadvise::wizard;
using namespace fedadvise::wizard::tests;

namespace
{

casefile::Case answered_case()
{
    Conversation talk = small_interview();
    talk.set_title("Pět údolí \"<script>\"");
    const std::string practice = talk.add_practice();
    talk.name_practice(practice, "Ordinace Žižkov", "A81001");
    talk.write("list-size", practice, "9100");
    talk.choose("motive.staff", "", "3");
    talk.set_note("motive.staff", "", "line\nline");
    talk.write("as-at", "", "2025-01-31");
    return talk.group();
}

} // namespace

TEST_SUITE("journal") {
TEST_CASE("gives back the case and where it came from") {
    const TemporaryFolder folder("journal");
    const auto inside = folder.path() / "made" / "when missing";
    for (const std::string path : {"", "/home/jana/případy/pět údolí.fedcase", "C:\\Users\\Ann\\案例.fedcase"})
    {
        CAPTURE(path);
        REQUIRE(write_journal(inside, answered_case(), path));
        const auto recovered = read_journal(inside, *small_rules());
        REQUIRE(recovered);
        CHECK(recovered->group == answered_case());
        CHECK(recovered->original_path == path);
    }
    remove_journal(inside);
    CHECK_FALSE(read_journal(inside, *small_rules()));
    CHECK(std::filesystem::is_empty(inside));
    remove_journal(inside); // twice does no harm
}

TEST_CASE("is nothing when there is none") {
    const TemporaryFolder folder("no journal");
    CHECK_FALSE(read_journal(folder.path(), *small_rules()));
    CHECK_FALSE(read_journal(folder.path() / "missing", *small_rules()));
    std::filesystem::create_directories(folder.path() / "recovery.fedcase");
    CHECK_FALSE(read_journal(folder.path(), *small_rules()));
}

TEST_CASE("truncated at any byte is nothing, and never a crash") {
    const TemporaryFolder folder("truncated journal");
    const std::string whole = casefile::case_text(answered_case());
    const std::size_t end = whole.find_last_of('}');
    for (std::size_t length = 0; length < whole.size(); length += 7)
    {
        CAPTURE(length);
        REQUIRE(foundation::save_file(folder.path() / "recovery.fedcase", whole.substr(0, length)));
        const auto recovered = read_journal(folder.path(), *small_rules());
        CHECK(recovered.has_value() == (length > end));
    }
}

TEST_CASE("keeps answers to an invitation beside the case, and goes on with them") {
    const TemporaryFolder folder("journal");
    casefile::Case group = answered_case();
    const casefile::Invitation invitation = casefile::invite(*small_rules(), group, group.practices[0].id);
    AnswerSheet sheet(*small_rules(), invitation);
    sheet.set_person("Ann Ash", "partner");
    sheet.write("list-size", "9100");
    CHECK_FALSE(read_response_journal(folder.path(), *small_rules()));
    REQUIRE(write_journal(folder.path(), group, ""));
    REQUIRE(write_response_journal(folder.path(), sheet.response("2026-11-25T10:00:00Z", "r-1")));
    const auto recovered = read_response_journal(folder.path(), *small_rules());
    REQUIRE(recovered);
    CHECK(recovered->to == invitation);
    AnswerSheet again(*small_rules(), recovered->to);
    again.restore(recovered->respondent);
    CHECK(again.name() == "Ann Ash");
    CHECK(again.answered() == 1);
    CHECK(read_journal(folder.path(), *small_rules()).has_value());
    remove_journal(folder.path());
    CHECK(read_response_journal(folder.path(), *small_rules()).has_value());
    REQUIRE(foundation::save_file(folder.path() / "recovery.fedresponse", "{\"format\": \"fed").has_value());
    CHECK_FALSE(read_response_journal(folder.path(), *small_rules()));
    remove_response_journal(folder.path());
    CHECK_FALSE(read_response_journal(folder.path(), *small_rules()));
}

TEST_CASE("a path that is no text is left out") {
    const TemporaryFolder folder("wrong path");
    REQUIRE(write_journal(folder.path(), answered_case(), "a.fedcase"));
    REQUIRE(foundation::save_file(folder.path() / "recovery.path", "\xff\xfe"));
    const auto recovered = read_journal(folder.path(), *small_rules());
    REQUIRE(recovered);
    CHECK(recovered->original_path.empty());
}

TEST_CASE("says why when it cannot be written") {
    const TemporaryFolder folder("blocked journal");
    REQUIRE(foundation::save_file(folder.path() / "blocked", "a file"));
    const auto written = write_journal(folder.path() / "blocked", answered_case(), "");
    REQUIRE_FALSE(written);
    CHECK(written.error().code == "file.unwritable");
    CHECK_FALSE(written.error().advice.empty());
}
}
