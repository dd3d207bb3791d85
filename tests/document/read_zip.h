// What an archive holds, read back for the tests.
#pragma once

#include "document/zip_archive.h"

#include <string>
#include <vector>

namespace fedadvise::document
{

/// The entries in their order; empty when it is no archive or one of them is damaged.
[[nodiscard]] std::vector<ZipEntry> read_zip(const std::string& bytes);

} // namespace fedadvise::document
