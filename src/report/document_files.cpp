#include "report/document_files.h"

#include "document/docx_writer.h"
#include "document/pages.h"
#include "document/writers.h"
#include "foundation/file.h"
#include "foundation/utf8.h"

#include <algorithm>
#include <array>

namespace fedadvise::report
{

namespace
{

constexpr std::array<FileFormat, 4> formats = {{
    {"pdf", "PDF, to read and print", ".pdf"},
    {"docx", "Word document (DOCX), to edit", ".docx"},
    {"html", "Web page (HTML), for any screen", ".html"},
    {"text", "Plain text", ".txt"},
}};

constexpr std::string_view calendar_ending = ".ics";

} // namespace

std::span<const FileFormat> file_formats()
{
    return formats;
}

const FileFormat* find_file_format(std::string_view id)
{
    const auto* const found =
        std::find_if(formats.begin(), formats.end(), [&](const FileFormat& format) { return format.id == id; });
    return found == formats.end() ? nullptr : found;
}

foundation::Result<std::string> file_of(const document::Document& document, std::string_view format,
                                        const std::filesystem::path& fonts)
{
    if (format == "docx")
        return document::document_as_docx(document, fonts);
    if (format == "pdf")
    {
        const auto pages = document::Pages::lay_out(document, fonts);
        return pages ? pages.value().pdf() : foundation::Result<std::string>(pages.error());
    }
    return format == "html" ? document::document_as_html(document) : document::document_as_text(document);
}

std::string calendar_file(const ReportInput& input)
{
    return document::calendar_as_ics(calendar_of(input), input.advice.title,
                                     foundation::parse_date(input.advice.as_at).value_or(foundation::Date{}));
}

std::string file_name(std::string_view title, std::string_view document, std::string_view ending)
{
    constexpr std::size_t longest = 60;
    constexpr std::string_view forbidden = "/\\:*?\"<>|\n\t";
    std::string name;
    for (std::size_t at = 0, letters = 0; at < title.size() && letters < longest; ++letters)
    {
        std::size_t end = at + 1;
        while (end < title.size() && (static_cast<unsigned char>(title[end]) & 0xC0U) == 0x80U)
            ++end;
        const std::string letter(title.substr(at, end - at));
        name += forbidden.find(letter.front()) != std::string_view::npos
                    ? "-"
                    : foundation::without_control_characters(letter);
        at = end;
    }
    while (!name.empty() && (name.front() == '.' || name.front() == ' ')) // hidden files
        name.erase(name.begin());
    while (!name.empty() && name.back() == ' ')
        name.pop_back();
    return (name.empty() ? "Untitled group" : name) + " - " + std::string{document} + std::string{ending};
}

std::vector<std::string> file_names(const FilesWanted& wanted, const ReportInput& input)
{
    std::vector<std::string> names;
    for (const std::string& id : wanted.documents)
        if (has_document(id, input))
            for (const std::string& format : wanted.formats)
                names.push_back(file_name(input.advice.title, id, find_file_format(format)->ending));
    if (wanted.calendar)
        names.push_back(file_name(input.advice.title, "dates", calendar_ending));
    return names;
}

foundation::Result<std::vector<std::filesystem::path>> write_files(const FilesWanted& wanted, const ReportInput& input,
                                                                   const std::filesystem::path& fonts,
                                                                   const FileProgress& progress)
{
    std::vector<std::string> documents = wanted.documents;
    std::erase_if(documents, [&](const std::string& id) { return !has_document(id, input); });
    const std::size_t total = documents.size() * wanted.formats.size() + (wanted.calendar ? 1 : 0);
    std::vector<std::filesystem::path> written;
    const auto save = [&](const std::string& name, const std::string& bytes) -> foundation::Result<void>
    {
        const std::filesystem::path path = wanted.folder / foundation::path_from_utf8(name);
        auto saved = foundation::save_file(path, bytes);
        if (saved)
            written.push_back(path);
        return saved;
    };
    const auto may_go_on = [&](const std::string& name) { return !progress || progress(written.size(), total, name); };
    for (const std::string& id : documents)
    {
        const document::Document document = document_of(id, input);
        for (const std::string& format : wanted.formats)
        {
            const std::string name = file_name(document.title, document.id, find_file_format(format)->ending);
            if (!may_go_on(name))
                return written;
            const auto bytes = file_of(document, format, fonts);
            if (!bytes)
                return bytes.error();
            if (const auto saved = save(name, bytes.value()); !saved)
                return saved.error();
        }
    }
    if (wanted.calendar)
    {
        const std::string name = file_name(input.advice.title, "dates", calendar_ending);
        if (!may_go_on(name))
            return written;
        if (const auto saved = save(name, calendar_file(input)); !saved)
            return saved.error();
    }
    return written;
}

} // namespace fedadvise::report
