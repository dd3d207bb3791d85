#include "directory/csv_reader.h"

#include "samples.h"

#include <doctest/doctest.h>

#include <sstream>

using namespace fedadvise::directory;

namespace
{

struct Collected
{
    CsvOutcome outcome;
    std::vector<std::vector<std::string>> rows;
    std::vector<std::size_t> lines;
};

Collected collect(const std::string& bytes)
{
    std::istringstream stream(bytes);
    Collected collected;
    collected.outcome = read_csv(stream, "a.csv",
                                 [&](const CsvRow& row)
                                 {
                                     collected.rows.emplace_back(row.cells.begin(), row.cells.end());
                                     collected.lines.push_back(row.line);
                                     return true;
                                 });
    return collected;
}

using Rows = std::vector<std::vector<std::string>>;

} // namespace

TEST_SUITE("CSV reader")
{
TEST_CASE("cells come out whatever the line ending, separator and quoting")
{
    struct Row
    {
        std::string name, text;
        Rows expected;
    };
    const Row rows[] = {
        {"line feeds", "a,b\nc,d\n", {{"a", "b"}, {"c", "d"}}},
        {"carriage returns and line feeds", "a,b\r\nc,d\r\n", {{"a", "b"}, {"c", "d"}}},
        {"carriage returns alone", "a,b\rc,d\r", {{"a", "b"}, {"c", "d"}}},
        {"no line break at the end", "a,b\nc,d", {{"a", "b"}, {"c", "d"}}},
        {"semicolons", "a;b\n1,5;d\n", {{"a", "b"}, {"1,5", "d"}}},
        {"tabs", "a\tb\n\td\n", {{"a", "b"}, {"", "d"}}},
        {"commas inside quotation marks", "\"a,1\",b\n", {{"a,1", "b"}}},
        {"quotation marks written twice", "\"the \"\"Old\"\" one\",b\n", {{"the \"Old\" one", "b"}}},
        {"line breaks inside quotation marks", "\"a\nb\",c\nd,e\n", {{"a\nb", "c"}, {"d", "e"}}},
        {"empty cells", ",,\n", {{"", "", ""}}},
        {"spaces around", " a , b \n", {{"a", "b"}}},
        {"empty lines", "\na,b\n\n  \nc,d\n\n", {{"a", "b"}, {"c", "d"}}},
        {"short and long lines", "a\nb,c,d\n", {{"a"}, {"b", "c", "d"}}},
    };
    for (const Row& row : rows)
    {
        CAPTURE(row.name);
        const Collected found = collect(row.text);
        CHECK(found.outcome.faults.empty());
        CHECK(found.rows == row.expected);
    }
}

TEST_CASE("each row knows the line on which it begins")
{
    const Collected found = collect("a,b\n\n\"c\n\nd\",e\nf,g\n");
    CHECK(found.lines == std::vector<std::size_t>{1, 3, 6});
}

TEST_CASE("encodings are told apart and said")
{
    const std::string text = "name,town\nHill,Northwick\n";
    struct Row
    {
        std::string name, bytes;
        Encoding encoding;
        std::string first;
    };
    const Row rows[] = {
        {"plain", text, Encoding::Utf8, "name"},
        {"UTF-8", "T\xC5\xB7 Gwyn,b\n", Encoding::Utf8, "T\xC5\xB7 Gwyn"},
        {"UTF-8 with a mark", "\xEF\xBB\xBF" + text, Encoding::Utf8WithMark, "name"},
        {"UTF-16 with a mark", as_utf16(text, true, true), Encoding::Utf16Little, "name"},
        {"UTF-16 the other way round", as_utf16(text, false, true), Encoding::Utf16Big, "name"},
        {"UTF-16 without a mark", as_utf16(text, true, false), Encoding::Utf16Little, "name"},
        {"UTF-16 without a mark, the other way round", as_utf16(text, false, false), Encoding::Utf16Big, "name"},
        {"Windows-1252", "St Mary\x92s caf\xE9,b\n", Encoding::Windows1252, "St Mary\xE2\x80\x99s caf\xC3\xA9"},
    };
    for (const Row& row : rows)
    {
        CAPTURE(row.name);
        const Collected found = collect(row.bytes);
        REQUIRE(found.outcome.source);
        CHECK(found.outcome.source->encoding == row.encoding);
        CHECK_FALSE(encoding_name(row.encoding).empty());
        REQUIRE_FALSE(found.rows.empty());
        CHECK(found.rows[0][0] == row.first);
    }
}

TEST_CASE("a character that stands across two pieces of the file stays whole")
{
    // Pieces have 65,536 bytes; the two bytes of the letter stand on both sides of the border
    std::string text;
    while (text.size() < 65'535)
        text += std::string(std::min<std::size_t>(20'000, 65'534 - text.size()), 'x') +
                (text.size() < 65'000 ? "\n" : "\n");
    REQUIRE(text.size() == 65'535);
    text += "\xC5\xB7,b\n";
    const Collected found = collect(text);
    REQUIRE(found.outcome.source);
    CHECK(found.outcome.source->encoding == Encoding::Utf8);
    CHECK(found.rows.back() == std::vector<std::string>{"\xC5\xB7", "b"});
}

TEST_CASE("what is no CSV file is called by its name")
{
    using namespace std::string_literals;
    struct Row
    {
        std::string name, bytes, code;
    };
    const Row rows[] = {
        {"empty", "", "csv.empty"},
        {"ZIP", "PK\x03\x04\x14\x00\x00\x00 epraccur.csv"s, "csv.zip"},
        {"workbook", "PK\x03\x04\x14\x00\x06\x00[Content_Types].xml xl/workbook.xml"s, "csv.spreadsheet"},
        {"old workbook", "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"s, "csv.spreadsheet"},
        {"PDF", "%PDF-1.7\n", "csv.pdf"},
        {"web page", "\n<!DOCTYPE html><html><body>Sign in</body></html>", "csv.web-page"},
        {"web page with a mark", "\xEF\xBB\xBF<html>", "csv.web-page"},
        {"a picture", "\x89PNG\r\n\x1a\n\x00\x00\x00\x0d\x01\x02\x03\x04\x05"s, "csv.binary"},
    };
    for (const Row& row : rows)
    {
        CAPTURE(row.name);
        const Collected found = collect(row.bytes);
        REQUIRE(found.outcome.faults.size() == 1);
        CHECK(found.outcome.faults[0].code == row.code);
        CHECK(found.outcome.faults[0].message.ends_with('.'));
        CHECK(found.outcome.faults[0].advice.ends_with('.'));
        CHECK(found.rows.empty());
    }
}

TEST_CASE("a row with wrong quotation marks is named by its line and costs no other row")
{
    struct Row
    {
        std::string name, text;
        std::vector<int> lines;
        Rows expected;
    };
    const Row rows[] = {
        {"inside a cell", "a,b\nO\"NEIL,c\nd,e\n", {2}, {{"a", "b"}, {"d", "e"}}},
        {"closed too early", "a,b\n\"c\"d,e\nf,g\n", {2}, {{"a", "b"}, {"f", "g"}}},
        {"never closed", "a,b\n\"c,d\ne,f\ng,h\n", {2}, {{"a", "b"}, {"e", "f"}, {"g", "h"}}},
        {"cut off at the end", "a,b\nc,\"d", {2}, {{"a", "b"}}},
        {"two of them", "\"a,b\nc,d\n\"e,f\ng,h\n", {1, 3}, {{"c", "d"}, {"g", "h"}}},
    };
    for (const Row& row : rows)
    {
        CAPTURE(row.name);
        const Collected found = collect(row.text);
        std::vector<int> lines;
        for (const auto& fault : found.outcome.faults)
        {
            CHECK(fault.code == "csv.quote");
            lines.push_back(fault.place.line);
        }
        CHECK(lines == row.lines);
        CHECK(found.rows == row.expected);
    }
}

TEST_CASE("zero bytes, endless cells and endless lines are faults, not crashes")
{
    using namespace std::string_literals;
    const Collected zero = collect("a,b\nc\0d,e\nf,g\n"s);
    REQUIRE(zero.outcome.faults.size() == 1);
    CHECK(zero.outcome.faults[0].code == "csv.zero-byte");
    CHECK(zero.outcome.faults[0].place.line == 2);
    CHECK(zero.rows == Rows{{"a", "b"}, {"f", "g"}});

    const Collected cell = collect("a,b\n" + std::string(longest_cell + 1, 'x') + ",c\nd,e\n");
    REQUIRE(cell.outcome.faults.size() == 1);
    CHECK(cell.outcome.faults[0].code == "csv.long-cell");
    CHECK(cell.rows == Rows{{"a", "b"}, {"d", "e"}});

    const Collected line = collect("a,b\n" + std::string(longest_line + 70'000, ','));
    REQUIRE(line.outcome.faults.size() == 1);
    CHECK(line.outcome.faults[0].code == "csv.long-line");

    std::string many = "a,b\n";
    for (int i = 0; i < 300; ++i)
        many += "x\"y,z\n";
    const Collected faults = collect(many);
    CHECK(faults.outcome.faults.size() == most_row_faults + 1);
    CHECK(faults.outcome.faults.back().code == "csv.too-many-faults");
}

TEST_CASE("a file that is cut off anywhere, or has a byte changed, is read without harm")
{
    const std::string whole = "code,name\r\nA81001,\"The \"\"Hill\"\"\nSurgery\"\r\nA81002,T\xC5\xB7\r\n";
    for (std::size_t size = 0; size <= whole.size(); ++size)
        for (const char put : {'\0', '"', '\n', '\r', ',', '\xFF'})
        {
            std::string text = whole.substr(0, size);
            if (size > 0)
                text[size / 2] = put;
            const Collected found = collect(text);
            CHECK(found.rows.size() <= 6);
            for (const auto& row : found.rows)
                CHECK(row.size() <= 6);
        }
}

TEST_CASE("the visitor and the watch can stop, and progress comes to its end")
{
    std::istringstream stream("a\nb\nc\n");
    std::size_t rows = 0;
    const CsvOutcome stopped = read_csv(stream, "a.csv", [&](const CsvRow&) { return ++rows < 2; });
    CHECK(rows == 2);
    CHECK(stopped.stopped);

    std::istringstream again("a\nb\nc\n");
    std::size_t done = 0, total = 0;
    const CsvOutcome whole = read_csv(again, "a.csv", [](const CsvRow&) { return true; },
                                      {[&](std::size_t d, std::size_t t) { done = d, total = t; }, nullptr});
    CHECK_FALSE(whole.stopped);
    CHECK(done == 6);
    CHECK(total == 6);

    std::istringstream never("a\nb\nc\n");
    const std::atomic<bool> stop{true};
    const CsvOutcome none = read_csv(never, "a.csv", [](const CsvRow&) { return true; }, {{}, &stop});
    CHECK(none.stopped);
    CHECK(none.rows == 0);
}

TEST_CASE("files that are missing or folders are faults")
{
    const Folder folder;
    const auto nothing = [](const CsvRow&) { return true; };
    CHECK(read_csv_file(folder.root / "none.csv", nothing).faults.at(0).code == "file.missing");
    CHECK(read_csv_file(folder.root, nothing).faults.at(0).code == "file.is-folder");
}
} // TEST_SUITE("CSV reader")
