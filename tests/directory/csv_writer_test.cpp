#include "directory/csv_writer.h"

#include "directory/csv_reader.h"

#include <doctest/doctest.h>

#include <sstream>
#include <vector>

using namespace fedadvise::directory;

TEST_SUITE("CSV writer")
{
TEST_CASE("cells are quoted only where they must be")
{
    CHECK(csv_cell("Hill Surgery") == "Hill Surgery");
    CHECK(csv_cell("a,b") == "\"a,b\"");
    CHECK(csv_cell("the \"Old\" one") == "\"the \"\"Old\"\" one\"");
    CHECK(csv_cell("a\nb") == "\"a\nb\"");
    CHECK(csv_cell("") == "");
}

TEST_CASE("no cell can be taken for a formula")
{
    for (const std::string text : {"=1+1", "+44", "-1", "@SUM(A1)", "\t=1", "\r=1", "=HYPERLINK(\"http://x\",\"y\")"})
    {
        CAPTURE(text);
        const std::string cell = csv_cell(text);
        CHECK((cell.starts_with("'") || cell.starts_with("\"'")));
    }
    CHECK(csv_cell("a=1") == "a=1");
}

TEST_CASE("what is written is read again as it was")
{
    const std::vector<std::string> cells = {"a", "", "b,c", "d \"e\" f", "g\nh", "T\xC5\xB7"};
    std::istringstream stream(csv_row(cells));
    std::vector<std::string> read;
    const CsvOutcome outcome = read_csv(stream, "a.csv",
                                        [&](const CsvRow& row)
                                        {
                                            read.assign(row.cells.begin(), row.cells.end());
                                            return true;
                                        });
    CHECK(outcome.faults.empty());
    CHECK(read == cells);
}
} // TEST_SUITE("CSV writer")
