#include "read_zip.h"

#include <zip.h>

namespace fedadvise::document
{

std::vector<ZipEntry> read_zip(const std::string& bytes)
{
    zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, nullptr);
    zip_t* archive = zip_open_from_source(source, ZIP_RDONLY | ZIP_CHECKCONS, nullptr);
    if (archive == nullptr)
    {
        zip_source_free(source);
        return {};
    }
    std::vector<ZipEntry> entries;
    const auto count = static_cast<zip_uint64_t>(zip_get_num_entries(archive, 0));
    for (zip_uint64_t i = 0; i < count; ++i)
    {
        zip_stat_t stat;
        zip_stat_index(archive, i, 0, &stat);
        std::string content(stat.size, '\0');
        zip_file_t* file = zip_fopen_index(archive, i, 0);
        const zip_int64_t read = zip_fread(file, content.data(), stat.size);
        if (zip_fclose(file) != 0 || read != static_cast<zip_int64_t>(stat.size))
            content = "damaged";
        entries.push_back({stat.name, std::move(content)});
    }
    zip_discard(archive);
    return entries;
}

} // namespace fedadvise::document
