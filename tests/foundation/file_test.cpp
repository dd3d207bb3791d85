#include "foundation/file.h"

#include "foundation/utf8.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#ifndef _WIN32
#include <csignal>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>
#endif

using namespace fedadvise::foundation;
namespace fs = std::filesystem;

namespace
{

constexpr std::size_t limit = 1'000'000;

/// A folder of its own that goes with it. Its name is not ASCII, so that every test below is one of non-ASCII paths too.
class Folder
{
public:
    Folder() : path(fs::temp_directory_path() / path_from_utf8("fedadvise \xC5\xB7\xC5\xB5 \xE2\x82\xAC " + std::to_string(++s_count) + " " + unique()))
    {
        fs::create_directories(path);
    }
    ~Folder()
    {
        std::error_code ignored;
        fs::permissions(path, fs::perms::owner_all, ignored);
        fs::remove_all(path, ignored);
    }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;

    const fs::path path;

private:
    static std::string unique()
    {
#ifdef _WIN32
        return "w";
#else
        return std::to_string(::getpid());
#endif
    }
    inline static int s_count = 0;
};

std::ptrdiff_t entries(const fs::path& folder)
{
    return std::distance(fs::directory_iterator(folder), fs::directory_iterator());
}

std::string content(const fs::path& path)
{
    const auto bytes = read_file(path, limit);
    return bytes ? bytes.value() : "(" + bytes.error().code + ")";
}

} // namespace

TEST_SUITE("files") {
TEST_CASE("what was saved is read back byte by byte")
{
    const Folder folder;
    const fs::path path = folder.path / path_from_utf8("g\xC5\xB5yl.fedcase");
    std::string bytes = "line\r\nline\n\xEF\xBB\xBF";
    for (int i = 0; i < 200'000; ++i)
        bytes += static_cast<char>(i % 256);
    REQUIRE(save_file(path, bytes));
    CHECK((content(path) == bytes));
    REQUIRE(save_file(path, ""));
    CHECK(content(path).empty());
    CHECK(entries(folder.path) == 1);
}

TEST_CASE("reading says why it failed")
{
    const Folder folder;
    REQUIRE(save_file(folder.path / "ten", "0123456789"));
    CHECK(content(folder.path / "none") == "(file.missing)");
    CHECK(content(folder.path / "ten" / "below a file") == "(file.missing)");
    CHECK(content(folder.path) == "(file.is-folder)");
    CHECK(read_file(folder.path / "ten", 10).has_value());
    const auto too_large = read_file(folder.path / "ten", 9);
    REQUIRE_FALSE(too_large.has_value());
    CHECK(too_large.error().code == "file.too-large");
    CHECK_FALSE(too_large.error().advice.empty());
}

TEST_CASE("a path without a folder is saved where the program runs")
{
    const Folder folder;
    const fs::path before = fs::current_path();
    fs::current_path(folder.path);
    const bool saved = save_file("plain.txt", "here").has_value();
    fs::current_path(before);
    CHECK(saved);
    CHECK(content(folder.path / "plain.txt") == "here");
}

TEST_CASE("saving into a folder that is gone fails and names the file")
{
    const Folder folder;
    const auto saved = save_file(folder.path / "gone" / "x.fedcase", "new");
    REQUIRE_FALSE(saved.has_value());
    CHECK(saved.error().code == "file.unwritable");
    CHECK(saved.error().message.find("x.fedcase") != std::string::npos);
    CHECK(entries(folder.path) == 0);
}

TEST_CASE("saving over a folder fails and leaves nothing behind")
{
    const Folder folder;
    fs::create_directory(folder.path / "sub");
    CHECK_FALSE(save_file(folder.path / "sub", "new").has_value());
    CHECK(fs::is_directory(folder.path / "sub"));
    CHECK(entries(folder.path) == 1);
}

#ifndef _WIN32
TEST_CASE("the old file is kept when the folder is read-only")
{
    const Folder folder;
    const fs::path path = folder.path / "case";
    REQUIRE(save_file(path, "old"));
    fs::permissions(folder.path, fs::perms::owner_read | fs::perms::owner_exec);
    const auto saved = save_file(path, "new");
    fs::permissions(folder.path, fs::perms::owner_all);
    const bool may_do_anything = ::geteuid() == 0;
    CHECK(saved.has_value() == may_do_anything);
    CHECK(content(path) == (may_do_anything ? "new" : "old"));
    CHECK(entries(folder.path) == 1);
}

TEST_CASE("the old file is kept when the disk is full")
{
    const Folder folder;
    const fs::path path = folder.path / "case";
    REQUIRE(save_file(path, "old"));
    rlimit before = {};
    REQUIRE(::getrlimit(RLIMIT_FSIZE, &before) == 0);
    const auto handler = std::signal(SIGXFSZ, SIG_IGN);
    rlimit small = before;
    small.rlim_cur = 1000;
    REQUIRE(::setrlimit(RLIMIT_FSIZE, &small) == 0);
    const auto saved = save_file(path, std::string(100'000, 'n'));
    const int restored = ::setrlimit(RLIMIT_FSIZE, &before);
    std::signal(SIGXFSZ, handler);
    REQUIRE(restored == 0);
    REQUIRE_FALSE(saved.has_value());
    CHECK(saved.error().code == "file.unwritable");
    CHECK(content(path) == "old");
    CHECK(entries(folder.path) == 1);
}

TEST_CASE("a symbolic link stays a link and its file is replaced")
{
    const Folder folder;
    fs::create_directory(folder.path / "shared");
    REQUIRE(save_file(folder.path / "shared" / "case", "old"));
    fs::create_symlink(fs::path("shared") / "case", folder.path / "link");
    REQUIRE(save_file(folder.path / "link", "new"));
    CHECK(fs::is_symlink(folder.path / "link"));
    CHECK(content(folder.path / "shared" / "case") == "new");
}

// weakly_canonical stops at a link whose file is missing, so the link itself used to be replaced.
TEST_CASE("a symbolic link to a file that is not there yet stays a link")
{
    const Folder folder;
    fs::create_symlink("later", folder.path / "link");
    REQUIRE(save_file(folder.path / "link", "new"));
    CHECK(fs::is_symlink(folder.path / "link"));
    CHECK(content(folder.path / "later") == "new");
}

TEST_CASE("links that go round in a circle are an error")
{
    const Folder folder;
    fs::create_symlink("b", folder.path / "a");
    fs::create_symlink("a", folder.path / "b");
    const auto saved = save_file(folder.path / "a", "new");
    REQUIRE_FALSE(saved.has_value());
    CHECK(saved.error().message.find("/a'") != std::string::npos);
    CHECK(fs::is_symlink(folder.path / "a"));
    CHECK(entries(folder.path) == 2);
}

TEST_CASE("permissions are kept")
{
    const Folder folder;
    const fs::path path = folder.path / "case";
    REQUIRE(save_file(path, "old"));
    const fs::perms secret = fs::perms::owner_read | fs::perms::owner_write;
    fs::permissions(path, secret);
    REQUIRE(save_file(path, "new"));
    CHECK(fs::status(path).permissions() == secret);
}

// As root in a container, "--output /dev/null" replaced the device by a file.
TEST_CASE("what is no regular file is not replaced")
{
    const Folder folder;
    const fs::path pipe = folder.path / "pipe";
    REQUIRE(::mkfifo(pipe.c_str(), 0600) == 0);
    const auto saved = save_file(pipe, "new");
    REQUIRE_FALSE(saved.has_value());
    CHECK(saved.error().code == "file.unwritable");
    CHECK(fs::is_fifo(pipe));
    CHECK(entries(folder.path) == 1);
}
#endif
}
