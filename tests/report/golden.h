// Golden files of the report tests: texts that people have read and found good.
#pragma once

#include <string>

namespace fedadvise::report
{

/// Empty when the text is that of tests/golden/NAME, otherwise what differs first. With UPDATE_GOLDEN=1 in the
/// environment the file is written anew; the commit says why it moved.
[[nodiscard]] std::string difference_from_golden(const std::string& name, const std::string& text);

} // namespace fedadvise::report
