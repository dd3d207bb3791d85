#include "foundation/file.h"

#include "foundation/utf8.h"

#include <cerrno>
#include <fstream>
#include <system_error>

#ifdef _WIN32
#include <windows.h>
#else
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#endif

namespace fedadvise::foundation
{

namespace fs = std::filesystem;

namespace
{

Error unwritable(const fs::path& path, const std::error_code& reason)
{
    return {"file.unwritable", "'" + utf8_from_path(path) + "' could not be saved: " + reason.message() + ".",
            "The file as it was before is untouched. Check the folder and free space, or save under another name."};
}

#ifdef _WIN32

Result<void> replace(const fs::path& target, std::string_view bytes)
{
    const fs::path beside = target.native() + L".~saving";
    const auto failed = [&]
    {
        const std::error_code reason(static_cast<int>(GetLastError()), std::system_category());
        DeleteFileW(beside.c_str());
        return Result<void>(unwritable(target, reason));
    };
    HANDLE file = CreateFileW(beside.c_str(), GENERIC_WRITE, 0, nullptr, CREATE_ALWAYS, FILE_ATTRIBUTE_NORMAL, nullptr);
    if (file == INVALID_HANDLE_VALUE)
        return failed();
    DWORD written = 0;
    const bool complete = WriteFile(file, bytes.data(), static_cast<DWORD>(bytes.size()), &written, nullptr) &&
                          written == bytes.size() && FlushFileBuffers(file);
    CloseHandle(file);
    if (!complete)
        return failed();
    if (!MoveFileExW(beside.c_str(), target.c_str(), MOVEFILE_REPLACE_EXISTING | MOVEFILE_WRITE_THROUGH))
        return failed();
    return {};
}

#else

/// Permissions of the file that is replaced, or those of a new file under the current mask.
mode_t mode_for(const fs::path& target)
{
    struct stat existing = {};
    if (::stat(target.c_str(), &existing) == 0)
        return existing.st_mode & 07777U;
    const mode_t mask = ::umask(0);
    ::umask(mask);
    return 0666U & ~mask;
}

bool write_all(int file, std::string_view bytes)
{
    while (!bytes.empty())
    {
        const ssize_t count = ::write(file, bytes.data(), bytes.size());
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0)
            return false;
        bytes.remove_prefix(static_cast<std::size_t>(count));
    }
    return true;
}

void flush_folder(const fs::path& folder)
{
    const int handle = ::open(folder.empty() ? "." : folder.c_str(), O_RDONLY | O_DIRECTORY);
    if (handle < 0)
        return;
    ::fsync(handle); // the file itself is safe already; without this a power cut may lose the new name
    ::close(handle);
}

Result<void> replace(const fs::path& target, std::string_view bytes)
{
    std::string beside = target.string() + ".~XXXXXX";
    const int file = ::mkstemp(beside.data());
    if (file < 0)
        return unwritable(target, std::error_code(errno, std::generic_category()));
    bool complete = ::fchmod(file, mode_for(target)) == 0 && write_all(file, bytes) && ::fsync(file) == 0;
    std::error_code reason(complete ? 0 : errno, std::generic_category());
    if (::close(file) != 0 && complete)
    {
        complete = false;
        reason = std::error_code(errno, std::generic_category());
    }
    if (complete && ::rename(beside.c_str(), target.c_str()) != 0)
    {
        complete = false;
        reason = std::error_code(errno, std::generic_category());
    }
    if (!complete)
    {
        ::unlink(beside.c_str());
        return unwritable(target, reason);
    }
    flush_folder(target.parent_path());
    return {};
}

#endif

} // namespace

Result<std::string> read_file(const fs::path& path, std::size_t limit)
{
    const std::string name = utf8_from_path(path);
    std::error_code ignored;
    const fs::file_status status = fs::status(path, ignored);
    if (!fs::exists(status))
        return Error{"file.missing", "There is no file '" + name + "'.", "Check the name and the folder."};
    if (fs::is_directory(status))
        return Error{"file.is-folder", "'" + name + "' is a folder, not a file.", "Name a file in it."};
    std::ifstream stream(path, std::ios::binary);
    if (!stream)
        return Error{"file.unreadable", "'" + name + "' cannot be opened.",
                     "Check that you may read it and that no other program holds it."};
    std::string bytes;
    std::string block(65536, '\0');
    while (stream.read(block.data(), static_cast<std::streamsize>(block.size())) || stream.gcount() > 0)
    {
        bytes.append(block, 0, static_cast<std::size_t>(stream.gcount()));
        if (bytes.size() > limit)
            return Error{"file.too-large",
                         "'" + name + "' is larger than " + std::to_string(limit / 1'000'000) + " MB.",
                         "This is probably not the file you meant."};
    }
    if (stream.bad())
        return Error{"file.unreadable", "'" + name + "' could not be read to its end.",
                     "Try again, or copy it to another disk first."};
    return bytes;
}

Result<void> save_file(const fs::path& path, std::string_view bytes)
{
    std::error_code ignored;
    fs::path target = path;
    for (int links = 0; fs::is_symlink(target, ignored); ++links)
    {
        if (links == 40)
            return unwritable(path, std::make_error_code(std::errc::too_many_symbolic_link_levels));
        target = target.parent_path() / fs::read_symlink(target, ignored); // an absolute link replaces the folder
    }
    const fs::file_status status = fs::status(target, ignored);
    if (fs::exists(status) && !fs::is_regular_file(status))
        return unwritable(path, std::make_error_code(fs::is_directory(status) ? std::errc::is_a_directory
                                                                              : std::errc::invalid_argument));
    return replace(target, bytes);
}

} // namespace fedadvise::foundation
