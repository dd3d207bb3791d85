#include "document/zip_archive.h"

#include "foundation/text_list.h"

#include <zip.h>

#include <cstdint>
#include <memory>
#include <set>
#include <utility>

namespace fedadvise::document
{

namespace
{

using foundation::Error;
using foundation::Result;

// As MS-DOS wrote them: 2024-01-01 12:00:00. At noon, since in some time zones a day began without its midnight.
constexpr std::uint16_t entry_date = (2024U - 1980U) << 9U | 1U << 5U | 1U;
constexpr std::uint16_t entry_time = 12U << 11U;
constexpr std::uint32_t deflate_level = 9;
constexpr std::uint32_t attributes = 0100644U << 16U; ///< a file that everybody may read

struct Discard
{
    void operator()(zip_t* archive) const { zip_discard(archive); }
};
struct FreeSource
{
    void operator()(zip_source_t* source) const { zip_source_free(source); }
};
using Archive = std::unique_ptr<zip_t, Discard>;
using Source = std::unique_ptr<zip_source_t, FreeSource>;

Error failure(const std::string& reason)
{
    return {"document.zip", "The parts of the document could not be packed: " + reason + ".",
            "Try again; if it happens again, choose another format."};
}

Error failure(zip_t* archive)
{
    return failure(zip_error_strerror(zip_get_error(archive)));
}

/// Whether the entry was added. Its bytes are read when the archive is closed, so they must stay till then.
bool add(zip_t* archive, const ZipEntry& entry)
{
    Source source(zip_source_buffer(archive, entry.bytes.data(), entry.bytes.size(), 0));
    if (!source)
        return false;
    const zip_int64_t added = zip_file_add(archive, entry.name.c_str(), source.get(), ZIP_FL_ENC_UTF_8);
    if (added < 0)
        return false;
    static_cast<void>(source.release()); // the archive has it
    const auto index = static_cast<zip_uint64_t>(added);
    return zip_set_file_compression(archive, index, ZIP_CM_DEFLATE, deflate_level) == 0 &&
           zip_file_set_dostime(archive, index, entry_time, entry_date, 0) == 0 &&
           zip_file_set_external_attributes(archive, index, 0, ZIP_OPSYS_UNIX, attributes) == 0;
}

Result<std::string> bytes_of(zip_source_t* source)
{
    zip_stat_t stat;
    zip_stat_init(&stat);
    if (zip_source_stat(source, &stat) != 0 || zip_source_open(source) != 0)
        return failure(zip_error_strerror(zip_source_error(source)));
    std::string bytes(stat.size, '\0');
    const zip_int64_t read = zip_source_read(source, bytes.data(), bytes.size());
    zip_source_close(source);
    if (read < 0 || static_cast<zip_uint64_t>(read) != stat.size)
        return failure(zip_error_strerror(zip_source_error(source)));
    return bytes;
}

Error unreadable(const std::string& reason)
{
    return {"document.unzip", "The archive cannot be unpacked: " + reason + ".",
            "It was probably damaged on its way. Ask for the file again."};
}

struct CloseFile
{
    void operator()(zip_file_t* file) const { zip_fclose(file); }
};

/// One entry, if it is no longer than `most`.
Result<ZipEntry> entry_of(zip_t* archive, zip_uint64_t index, std::size_t most)
{
    zip_stat_t stat;
    zip_stat_init(&stat);
    constexpr zip_uint64_t needed = ZIP_STAT_NAME | ZIP_STAT_SIZE | ZIP_STAT_COMP_METHOD | ZIP_STAT_ENCRYPTION_METHOD;
    if (zip_stat_index(archive, index, 0, &stat) != 0 || (stat.valid & needed) != needed)
        return unreadable("one of its entries is damaged");
    const std::string name = stat.name;
    if (stat.encryption_method != ZIP_EM_NONE ||
        (stat.comp_method != ZIP_CM_DEFLATE && stat.comp_method != ZIP_CM_STORE))
        return unreadable("'" + name + "' is packed in a way that is not used here");
    if (stat.size > most)
        return unreadable("it holds more than such a file ever does");
    const std::unique_ptr<zip_file_t, CloseFile> file(zip_fopen_index(archive, index, 0));
    ZipEntry entry{name, std::string(stat.size, '\0')};
    // The checksum is looked at when something is read behind the end
    char behind = 0;
    if (!file || zip_fread(file.get(), entry.bytes.data(), stat.size) != static_cast<zip_int64_t>(stat.size) ||
        zip_fread(file.get(), &behind, 1) != 0)
        return unreadable("'" + name + "' is damaged");
    return entry;
}

} // namespace

Result<std::vector<ZipEntry>> entries_of_zip(std::string_view bytes, ZipLimits limits)
{
    zip_error_t error;
    zip_error_init(&error);
    Source source(zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error));
    const Archive archive(source ? zip_open_from_source(source.get(), ZIP_RDONLY | ZIP_CHECKCONS, &error) : nullptr);
    const std::string reason = zip_error_strerror(&error);
    zip_error_fini(&error);
    if (!archive)
        return unreadable(foundation::lower_case(reason));
    static_cast<void>(source.release()); // the archive has it
    const zip_int64_t count = zip_get_num_entries(archive.get(), 0);
    if (count < 0 || static_cast<std::size_t>(count) > limits.entries)
        return unreadable("it holds more than such a file ever does");
    std::vector<ZipEntry> entries;
    std::size_t left = limits.bytes;
    for (zip_uint64_t index = 0; index < static_cast<zip_uint64_t>(count); ++index)
    {
        auto entry = entry_of(archive.get(), index, left);
        if (!entry)
            return entry.error();
        left -= entry.value().bytes.size();
        entries.push_back(std::move(entry).value());
    }
    return entries;
}

Result<std::string> zip_of(const std::vector<ZipEntry>& entries, const std::string& comment)
{
    std::set<std::string> names;
    for (const ZipEntry& entry : entries)
        if (entry.name.empty() || !names.insert(entry.name).second)
            return failure("'" + entry.name + "' is no name, or comes twice");

    const Source source(zip_source_buffer_create(nullptr, 0, 0, nullptr));
    if (!source)
        return failure("there is not enough memory");
    zip_source_keep(source.get()); // one for the archive, which frees its own
    Archive archive(zip_open_from_source(source.get(), ZIP_CREATE | ZIP_TRUNCATE, nullptr));
    if (!archive)
    {
        zip_source_free(source.get());
        return failure("there is not enough memory");
    }
    for (const ZipEntry& entry : entries)
        if (!add(archive.get(), entry))
            return failure(archive.get());
    if (!comment.empty() &&
        (comment.size() > 65'535 ||
         zip_set_archive_comment(archive.get(), comment.data(), static_cast<zip_uint16_t>(comment.size())) != 0))
        return failure("the comment is too long");
    if (zip_close(archive.get()) != 0)
        return failure(archive.get());
    static_cast<void>(archive.release()); // closed is gone
    return bytes_of(source.get());
}

} // namespace fedadvise::document
