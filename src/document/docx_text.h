// The words of a DOCX file: runs of letters in one style, and what a link may point to.
#pragma once

#include "document/document.h"
#include "document/xml_writer.h"

#include <string>
#include <string_view>

namespace fedadvise::document
{

/// The run as one or more w:r: line breaks and tabs become elements, and words that are written from right to left
/// stand in runs that say so.
void write_run(XmlWriter& part, const Run& run, bool linked);

/// The address as Word takes it in the target of a relationship: "https://" and a host, with everything else that no
/// address may hold in percent signs. Empty when it is no such address, or too long for Word.
[[nodiscard]] std::string web_address(std::string_view link);

/// So many code points at most, the last of them "…" when something was left out. White space becomes one space.
[[nodiscard]] std::string shortened(std::string_view text, std::size_t most);

} // namespace fedadvise::document
