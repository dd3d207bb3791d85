// Document files: documents in the formats that people open, under names that say what they are.
#pragma once

#include "document/document.h"
#include "foundation/result.h"
#include "report/documents.h"

#include <cstddef>
#include <filesystem>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace fedadvise::report
{

struct FileFormat
{
    std::string_view id;     ///< "docx", as on the command line
    std::string_view name;   ///< "Word document (DOCX)"
    std::string_view ending; ///< ".docx"
};

/// HTML, DOCX, PDF and plain text. A calendar is no document; see `calendar_file`.
[[nodiscard]] std::span<const FileFormat> file_formats();
[[nodiscard]] const FileFormat* find_file_format(std::string_view id);

/// The file's bytes. `fonts` is the folder with the program's fonts; only DOCX and PDF need it. Fails when a font
/// cannot be read.
[[nodiscard]] foundation::Result<std::string> file_of(const document::Document& document, std::string_view format,
                                                      const std::filesystem::path& fonts);

/// The dates of the plan as an .ics file.
[[nodiscard]] std::string calendar_file(const ReportInput& input);

/// "Five Valleys - summary.docx": what no file system takes is replaced, and a long title is cut.
[[nodiscard]] std::string file_name(std::string_view title, std::string_view document, std::string_view ending);

struct FilesWanted
{
    std::vector<std::string> documents; ///< ids; those that the case does not have are left out
    std::vector<std::string> formats;   ///< ids
    bool calendar = false;
    std::filesystem::path folder; ///< must exist
};

/// The names of the files that this writes, in order.
[[nodiscard]] std::vector<std::string> file_names(const FilesWanted& wanted, const ReportInput& input);

/// Called before each file with how many are done, how many there will be, and its name; false ends the work.
using FileProgress = std::function<bool(std::size_t done, std::size_t total, const std::string& name)>;

/// Writes them, each whole or not at all, over files of the same name, and gives their paths. Files that were written
/// before a failure or an end stay.
[[nodiscard]] foundation::Result<std::vector<std::filesystem::path>> write_files(const FilesWanted& wanted,
                                                                                 const ReportInput& input,
                                                                                 const std::filesystem::path& fonts,
                                                                                 const FileProgress& progress = {});

} // namespace fedadvise::report
