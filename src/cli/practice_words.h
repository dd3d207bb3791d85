// What was found in lists of practices, as text and as JSON.
#pragma once

#include "directory/practice_search.h"

#include <string>

namespace fedadvise::cli
{

/// `searched`: something was looked for, rather than all listed.
[[nodiscard]] std::string practices_as_text(const directory::PracticeList& list, const directory::Found& found,
                                            bool searched);
[[nodiscard]] std::string practices_as_json(const directory::PracticeList& list, const directory::Found& found);

} // namespace fedadvise::cli
