// ZIP archive: several named pieces of bytes in one file, as DOCX and rule packs are made of.
#pragma once

#include "foundation/result.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace fedadvise::document
{

struct ZipEntry
{
    std::string name; ///< "word/document.xml": parts between slashes, no slash at the start
    std::string bytes;
};

/// The bytes of an archive that holds the entries in the order given, deflated. Every entry bears the same date,
/// 1 January 2024 at noon, in every time zone: the same entries give the same bytes. The comment, at most 65,535 bytes,
/// becomes the end of the file. Fails for a name that is empty or comes twice.
[[nodiscard]] foundation::Result<std::string> zip_of(const std::vector<ZipEntry>& entries,
                                                     const std::string& comment = {});

/// How much an archive may hold when it is read.
struct ZipLimits
{
    std::size_t entries = 0;
    std::size_t bytes = 0; ///< of all entries together, unpacked
};

/// The entries in the order of the archive. Errors, code "document.unzip": it is no ZIP archive or damaged, it is
/// encrypted or packed in another way than deflated or stored, or it holds more than the limits.
[[nodiscard]] foundation::Result<std::vector<ZipEntry>> entries_of_zip(std::string_view bytes, ZipLimits limits);

} // namespace fedadvise::document
