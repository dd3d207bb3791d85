// Documents for the tests of pages: an ordinary one, a long one, and one made to break things.
#pragma once

#include "document/document.h"

namespace fedadvise::test
{

/// Everything a document can have, on a few pages.
[[nodiscard]] document::Document brief();
/// A summary of so many reasons, to fill one page.
[[nodiscard]] document::Document summary(int reasons);
/// So many sections with tables.
[[nodiscard]] document::Document long_report(int sections);
/// Texts that nobody would write and somebody will paste.
[[nodiscard]] document::Document hostile();
[[nodiscard]] document::Scene gradient();

} // namespace fedadvise::test
