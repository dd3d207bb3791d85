#include "document/calendar.h"

#include "foundation/text_list.h"
#include "foundation/utf8.h"

#include <cstddef>
#include <string_view>

namespace fedadvise::document
{

namespace
{

constexpr std::size_t longest_line = 75; ///< bytes, without the line's end (RFC 5545, 3.1)

/// A value of type TEXT (RFC 5545, 3.3.11). Line breaks of any system become \n, other control characters go.
std::string escaped_text(std::string_view text)
{
    const std::string lines = foundation::with_line_feeds(text);
    std::string result;
    for (const char c : foundation::without_control_characters(foundation::well_formed_utf8(lines)))
        switch (c)
        {
        case '\\': result += "\\\\"; break;
        case ';': result += "\\;"; break;
        case ',': result += "\\,"; break;
        case '\n': result += "\\n"; break;
        default: result += c;
        }
    return result;
}

bool is_inside_letter(char c)
{
    return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
}

/// The line with its end; longer ones go on after a line end and a space.
std::string folded(std::string_view line)
{
    std::string result;
    std::size_t room = longest_line;
    while (line.size() > room)
    {
        std::size_t end = room;
        while (is_inside_letter(line[end]))
            --end;
        result += line.substr(0, end);
        result += "\r\n ";
        line.remove_prefix(end);
        room = longest_line - 1; // the space counts
    }
    result += line;
    return result += "\r\n";
}

/// "20261122".
std::string digits_of(foundation::Date date)
{
    std::string digits;
    for (const char c : foundation::date_text(date))
        if (c != '-')
            digits += c;
    return digits;
}

std::string event(const CalendarEntry& entry, foundation::Date stamp)
{
    std::string lines = "BEGIN:VEVENT\r\n";
    lines += folded("UID:" + escaped_text(entry.id));
    lines += folded("DTSTAMP:" + digits_of(stamp) + "T000000Z");
    lines += folded("DTSTART;VALUE=DATE:" + digits_of(entry.day));
    lines += folded("DTEND;VALUE=DATE:" + digits_of(foundation::add_days(entry.day, 1)));
    lines += folded("SUMMARY:" + escaped_text(entry.title));
    if (!entry.text.empty())
        lines += folded("DESCRIPTION:" + escaped_text(entry.text));
    lines += "TRANSP:TRANSPARENT\r\n"; // the day stays free for other appointments
    return lines += "END:VEVENT\r\n";
}

} // namespace

std::string calendar_as_ics(const std::vector<CalendarEntry>& entries, const std::string& name, foundation::Date stamp)
{
    std::string calendar = "BEGIN:VCALENDAR\r\n"
                           "VERSION:2.0\r\n"
                           "PRODID:-//Federation Adviser//Federation Adviser//EN\r\n"
                           "CALSCALE:GREGORIAN\r\n";
    calendar += folded("X-WR-CALNAME:" + escaped_text(name));
    for (const CalendarEntry& entry : entries)
        calendar += event(entry, stamp);
    return calendar += "END:VCALENDAR\r\n";
}

} // namespace fedadvise::document
