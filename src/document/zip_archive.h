// ZIP archive: several named pieces of bytes in one file, as DOCX is made of.
#pragma once

#include "foundation/result.h"

#include <string>
#include <vector>

namespace fedadvise::document
{

struct ZipEntry
{
    std::string name; ///< "word/document.xml": parts between slashes, no slash at the start
    std::string bytes;
};

/// The bytes of an archive that holds the entries in the order given, deflated. Every entry bears the same date,
/// 1 January 2024 at noon, in every time zone: the same entries give the same bytes. Fails for a name that is empty or
/// comes twice.
[[nodiscard]] foundation::Result<std::string> zip_of(const std::vector<ZipEntry>& entries);

} // namespace fedadvise::document
