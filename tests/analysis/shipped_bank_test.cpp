// The cases that ship with the rules: enough of them by hand, and the worked ones the same as the examples.
#include "casefile/test_file.h"
#include "engine/cases.h"

#include "analysis/expectation.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <map>

namespace fedadvise::test
{

namespace fs = std::filesystem;

namespace
{

const casefile::LoadedTests& bank()
{
    static const casefile::LoadedTests loaded =
        casefile::load_all_tests(fs::path(FEDADVISE_RULES_DIR) / "cases", shipped().rules(), casefile::Which::ByHand);
    return loaded;
}

/// What counts for the advice: neither notes nor ids.
casefile::Case bare(casefile::Case group)
{
    group.notes.clear();
    for (std::size_t p = 0; p < group.practices.size(); ++p)
    {
        casefile::Practice& practice = group.practices[p];
        practice.id = std::to_string(p);
        practice.ods_code.clear();
        practice.notes.clear();
        for (casefile::Respondent& respondent : practice.respondents)
            respondent.notes.clear();
    }
    group.variants.clear(); // what if is no part of a test case
    return group;
}

} // namespace

TEST_SUITE("shipped cases")
{
TEST_CASE("people wrote at least sixty, and all hold")
{
    REQUIRE(bank().diagnostics.empty());
    const auto results = analysis::run_tests(shipped(), bank().files);
    CHECK(results.size() >= 60);
    for (const analysis::CaseResult& result : results)
        CHECK_MESSAGE(result.unmet.empty(), result.test->title << ": " << result.unmet.front().expectation->written
                                                               << " But " << result.unmet.front().outcome);
}

TEST_CASE("the worked cases have the answers of the examples")
{
    std::map<std::string, casefile::Case> written;
    for (const casefile::TestFile& file : bank().files)
        if (file.name.ends_with("worked.fedtest"))
            for (const casefile::TestCase& test : file.cases)
                written.emplace(test.title, test.group);
    std::size_t compared = 0;
    for (const auto& entry : fs::directory_iterator(FEDADVISE_EXAMPLES_DIR))
    {
        if (entry.path().extension() != ".fedcase")
            continue;
        const auto example = casefile::load_case(entry.path(), shipped().rules());
        REQUIRE(example.group.has_value());
        CAPTURE(example.group->title);
        REQUIRE(written.contains(example.group->title));
        CHECK(bare(written.at(example.group->title)) == bare(*example.group));
        ++compared;
    }
    CHECK(compared == written.size());
}

TEST_CASE("every title stands once in the whole bank of people's cases")
{
    std::map<std::string, int> titles;
    for (const casefile::TestFile& file : bank().files)
        for (const casefile::TestCase& test : file.cases)
            CHECK_MESSAGE(++titles[test.title] == 1, test.title);
}
} // TEST_SUITE("shipped cases")

} // namespace fedadvise::test
