#include "directory/practice_search.h"

#include "samples.h"

#include <doctest/doctest.h>

#include <chrono>

using namespace fedadvise::directory;

namespace
{

std::vector<std::string> codes(const PracticeList& list, const Found& found)
{
    std::vector<std::string> result;
    for (const std::size_t index : found.practices)
        result.push_back(list.practices()[index].code);
    return result;
}

using Codes = std::vector<std::string>;

} // namespace

TEST_SUITE("practice search")
{
TEST_CASE("name, place, postcode and code find a practice as one types")
{
    const PracticeList list = read_texts({{"epraccur.csv", small_practice_file()}});
    const PracticeSearch search(list);
    struct Row
    {
        std::string typed;
        Codes expected;
    };
    const Row rows[] = {
        {"A81002", {"A81002"}},
        {"a8100", {"A81003", "A81002", "A81001"}}, // by name: Riverside, St Mary's, The Hill
        {"zz18 1hu", {"A81001"}},
        {"ZZ181HU", {"A81001"}},
        {"zz18", {"A81002", "A81001"}},
        {"river", {"A81003"}},
        {"hill", {"A81001"}},
        {"surgery hill", {"A81001"}},
        {"the hi", {"A81001"}},
        {"saint marys", {"A81002"}},
        {"st mary's and queens", {"A81002"}},
        {"queens northwick", {"A81002"}},
        {"southmouth", {"A81003"}},
        {"quay road", {"A81003"}},
        {"vers", {"A81003"}}, // part of a word
        {"no such place", {}},
    };
    for (const Row& row : rows)
    {
        CAPTURE(row.typed);
        CHECK(codes(list, search.find(row.typed)) == row.expected);
    }
    CHECK(search.find("").total == 3);
    CHECK(search.find("", Among::Everything).total == 5);
    CHECK(codes(list, search.find("hill", Among::Everything)) == Codes{"A81004", "A81001"});
    CHECK(search.find("", Among::Everything, 2).practices.size() == 2);
}

TEST_CASE("a slip of the pen still finds it, and says that it is only near")
{
    const PracticeList list = read_texts({{"epraccur.csv", small_practice_file()}});
    const PracticeSearch search(list);
    for (const std::string typed : {"riversde", "rivverside", "rievrside", "riverside pracice"})
    {
        CAPTURE(typed);
        const Found found = search.find(typed);
        CHECK(found.near_only);
        CHECK(codes(list, found) == Codes{"A81003"});
    }
    CHECK_FALSE(search.find("riverside").near_only);
}

TEST_CASE("the likelier stands first: code, postcode, beginning of the name, words, parts")
{
    const PracticeList list =
        read_texts({{"epraccur.csv", practice_line({"A00001", "PARK VIEW", "1 A ST", "MILLTOWN", "ZZ1 1AA"}) +
                                         practice_line({"A00002", "THE PARK", "1 A ST", "MILLTOWN", "ZZ1 1AB"}) +
                                         practice_line({"A00003", "ABBEY", "1 PARK ST", "MILLTOWN", "ZZ1 1AC"}) +
                                         practice_line({"A00004", "SPARKBROOK", "1 A ST", "MILLTOWN", "ZZ1 1AD"}) +
                                         practice_line({"PARK1", "ZULU", "1 A ST", "MILLTOWN", "ZZ1 1AE"})}});
    const PracticeSearch search(list);
    CHECK(codes(list, search.find("park")) == Codes{"PARK1", "A00001", "A00002", "A00003", "A00004"});
}

TEST_CASE("fifteen thousand rows are opened and searched without delay")
{
    const auto milliseconds_since = [](std::chrono::steady_clock::time_point begin)
    { return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - begin).count(); };
    const std::string text = large_practice_file(15'000);
    auto begin = std::chrono::steady_clock::now();
    const PracticeList list = read_texts({{"epraccur.csv", text}});
    const PracticeSearch search(list);
    const auto opened = milliseconds_since(begin);
    REQUIRE(list.practices().size() == 15'000);
    CHECK(list.faults().empty());
    MESSAGE("opened in " << opened << " ms");
    CHECK(opened < 5'000); // a debug build on a busy machine

    const std::string typed = "st marys medical centre northwik";
    long long slowest = 0;
    for (std::size_t keys = 1; keys <= typed.size(); ++keys)
    {
        begin = std::chrono::steady_clock::now();
        const Found found = search.find(typed.substr(0, keys));
        slowest = std::max<long long>(slowest, milliseconds_since(begin));
        CHECK(found.total > 0);
    }
    MESSAGE("slowest key " << slowest << " ms");
    CHECK(slowest < 500);
}
} // TEST_SUITE("practice search")
