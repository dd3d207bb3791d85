#include "document/calendar.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstddef>
#include <map>
#include <utility>

using namespace fedadvise::document;

namespace
{

// A reader of its own, by RFC 5545, that shares nothing with the writer.

std::vector<std::string> physical_lines(const std::string& calendar)
{
    std::vector<std::string> lines;
    std::size_t at = 0;
    for (std::size_t end; (end = calendar.find("\r\n", at)) != std::string::npos; at = end + 2)
        lines.push_back(calendar.substr(at, end - at));
    REQUIRE(at == calendar.size()); // the last line ends too
    return lines;
}

std::vector<std::string> unfolded(const std::string& calendar)
{
    std::vector<std::string> lines;
    for (const std::string& line : physical_lines(calendar))
        if (line.starts_with(' '))
            lines.back() += line.substr(1);
        else
            lines.push_back(line);
    return lines;
}

std::string unescaped(const std::string& value)
{
    std::string text;
    for (std::size_t i = 0; i < value.size(); ++i)
        if (value[i] != '\\')
            text += value[i];
        else
        {
            ++i;
            text += value.at(i) == 'n' || value.at(i) == 'N' ? '\n' : value.at(i);
        }
    return text;
}

using Properties = std::multimap<std::string, std::string>;

struct Calendar
{
    Properties own;
    std::vector<Properties> events;
};

Calendar read(const std::string& text)
{
    Calendar calendar;
    std::vector<std::string> open;
    for (const std::string& line : unfolded(text))
    {
        const std::size_t colon = line.find(':');
        REQUIRE(colon != std::string::npos);
        const std::string name = line.substr(0, colon), value = line.substr(colon + 1);
        if (name == "BEGIN")
        {
            open.push_back(value);
            if (value == "VEVENT")
                calendar.events.emplace_back();
        }
        else if (name == "END")
        {
            REQUIRE(!open.empty());
            CHECK(open.back() == value);
            open.pop_back();
        }
        else
        {
            REQUIRE(!open.empty());
            (open.back() == "VEVENT" ? calendar.events.back() : calendar.own).emplace(name, value);
        }
    }
    CHECK(open.empty());
    return calendar;
}

/// The one value of that name.
std::string only(const Properties& properties, const std::string& name)
{
    REQUIRE(properties.count(name) == 1);
    return unescaped(properties.find(name)->second);
}

const fedadvise::foundation::Date stamp{2026, 11, 25};

} // namespace

TEST_SUITE("calendar")
{
TEST_CASE("a date stands in the file as a whole day that stays free")
{
    const Calendar calendar = read(calendar_as_ics(
        {{"five-valleys.first-meeting", {2026, 12, 31}, "First meeting", "Agree who speaks for the group."}},
        "Five Valleys: plan", stamp));
    CHECK(only(calendar.own, "VERSION") == "2.0");
    CHECK(only(calendar.own, "CALSCALE") == "GREGORIAN");
    CHECK(only(calendar.own, "PRODID") == "-//Federation Adviser//Federation Adviser//EN");
    CHECK(only(calendar.own, "X-WR-CALNAME") == "Five Valleys: plan");
    REQUIRE(calendar.events.size() == 1);
    const Properties& event = calendar.events.front();
    CHECK(only(event, "UID") == "five-valleys.first-meeting");
    CHECK(only(event, "DTSTAMP") == "20261125T000000Z");
    CHECK(only(event, "DTSTART;VALUE=DATE") == "20261231");
    CHECK(only(event, "DTEND;VALUE=DATE") == "20270101"); // the day after the last
    CHECK(only(event, "SUMMARY") == "First meeting");
    CHECK(only(event, "DESCRIPTION") == "Agree who speaks for the group.");
    CHECK(only(event, "TRANSP") == "TRANSPARENT");
    CHECK(event.size() == 7); // no alarm
}

TEST_CASE("a text comes back as it was, whatever is in it")
{
    struct Row
    {
        std::string name, text, expected;
    };
    const std::string word(10'000, 'W');
    std::string letters;
    for (int i = 0; i < 700; ++i)
        letters += i % 3 == 0 ? "ŵ" : i % 3 == 1 ? "中" : "😀";
    const Row rows[] = {
        {"separators", "a,b;c\\d:e\"f", "a,b;c\\d:e\"f"},
        {"line breaks", "a\nb\r\nc\rd", "a\nb\nc\nd"},
        {"a backslash and an n", "a\\nb", "a\\nb"},
        {"a line of another property", "x\r\nEND:VEVENT\r\n BEGIN:VALARM", "x\nEND:VEVENT\n BEGIN:VALARM"},
        {"control characters",
         std::string("a\0b\x1B"
                     "c\x7F",
                     6),
         "abc"},
        {"bytes that are no UTF-8",
         "a\xFF"
         "b",
         "a\xEF\xBF\xBD"
         "b"},
        {"spaces at both ends", "  a  ", "  a  "},
        {"a long word", word, word},
        {"letters of many bytes", letters, letters},
    };
    for (const Row& row : rows)
    {
        CAPTURE(row.name);
        const Calendar calendar = read(calendar_as_ics({{"id", {2026, 1, 1}, row.text, row.text}}, row.text, stamp));
        REQUIRE(calendar.events.size() == 1);
        CHECK(only(calendar.own, "X-WR-CALNAME") == row.expected);
        CHECK(only(calendar.events[0], "SUMMARY") == row.expected);
        CHECK(only(calendar.events[0], "DESCRIPTION") == row.expected);
    }
}

TEST_CASE("no line is longer than 75 bytes, and none begins within a letter")
{
    // One byte more each time, so that letters of four bytes stand on every side of the fold.
    for (std::size_t shift = 0; shift < 80; ++shift)
    {
        std::string title(shift, 'a');
        for (int i = 0; i < 60; ++i)
            title += "😀ŵ";
        const std::string text = calendar_as_ics({{"id", {2026, 1, 1}, title, ""}}, "", stamp);
        for (const std::string& line : physical_lines(text))
        {
            CHECK(line.size() <= 75);
            const std::size_t first = line.starts_with(' ') ? 1 : 0;
            CHECK((static_cast<unsigned char>(line.at(first)) & 0xC0U) != 0x80U);
        }
        CHECK(only(read(text).events.at(0), "SUMMARY") == title);
    }
    // As long as may be is not folded.
    const std::string just(75 - std::string("SUMMARY:").size(), 'a');
    CHECK(calendar_as_ics({{"id", {2026, 1, 1}, just, ""}}, "", stamp).find("SUMMARY:" + just + "\r\n") !=
          std::string::npos);
}

TEST_CASE("entries stand in the order given, without a description when there is none")
{
    const Calendar calendar =
        read(calendar_as_ics({{"b", {2027, 2, 28}, "B", ""}, {"a", {2026, 1, 31}, "A", "text"}}, "", stamp));
    REQUIRE(calendar.events.size() == 2);
    CHECK(only(calendar.events[0], "UID") == "b");
    CHECK(only(calendar.events[0], "DTEND;VALUE=DATE") == "20270301");
    CHECK(calendar.events[0].count("DESCRIPTION") == 0);
    CHECK(only(calendar.events[1], "DTEND;VALUE=DATE") == "20260201");
    CHECK(read(calendar_as_ics({}, "Nothing to do", stamp)).events.empty());
}
} // TEST_SUITE("calendar")
