// Calendar: dates as an .ics file (RFC 5545) that Outlook and phones take in.
#pragma once

#include "foundation/date.h"

#include <string>
#include <vector>

namespace fedadvise::document
{

struct CalendarEntry
{
    std::string id; ///< stays the same when the file is made again, so that a calendar replaces the entry
    foundation::Date day;
    std::string title;
    std::string text;
};

/// Whole-day entries; lines end in CR LF and are folded after 75 bytes, never within a letter. `stamp` is the day in
/// DTSTAMP; `name` is that of the calendar.
[[nodiscard]] std::string calendar_as_ics(const std::vector<CalendarEntry>& entries, const std::string& name,
                                          foundation::Date stamp);

} // namespace fedadvise::document
