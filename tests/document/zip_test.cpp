#include "document/zip_archive.h"
#include "read_zip.h"

#include <doctest/doctest.h>

#include <cstddef>
#include <cstdint>

using namespace fedadvise::document;

namespace
{

std::uint32_t number_at(const std::string& bytes, std::size_t at, std::size_t size)
{
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < size; ++i)
        value |= static_cast<std::uint32_t>(static_cast<unsigned char>(bytes.at(at + i))) << (8 * i);
    return value;
}

const std::vector<ZipEntry> three = {
    {"mimetype", "application/zip"}, {"a/long.txt", std::string(100'000, 'a')}, {"a/empty.txt", ""}};

} // namespace

TEST_SUITE("ZIP archive")
{
TEST_CASE("what was put in comes out, in the same order")
{
    std::vector<ZipEntry> entries = three;
    entries.push_back({"Tŷ Gŵyn.bin", std::string("\0\x01\xFF\r\n", 5)});
    const auto bytes = zip_of(entries);
    REQUIRE(bytes);
    const auto back = read_zip(bytes.value());
    REQUIRE(back.size() == entries.size());
    for (std::size_t i = 0; i < back.size(); ++i)
    {
        CHECK(back[i].name == entries[i].name);
        CHECK(back[i].bytes == entries[i].bytes);
    }
    CHECK(bytes.value().size() < 2'000); // the 100,000 letters are deflated
}

TEST_CASE("every entry bears noon of 1 January 2024, and is a plain file")
{
    const std::string bytes = zip_of(three).value();
    std::size_t found = 0;
    for (std::size_t at = bytes.find("PK\x01\x02"); at != std::string::npos; at = bytes.find("PK\x01\x02", at + 4))
    {
        CHECK(number_at(bytes, at + 12, 2) == 12U << 11U);
        CHECK(number_at(bytes, at + 14, 2) == (44U << 9U | 1U << 5U | 1U));
        CHECK(number_at(bytes, at + 5, 1) == 3); // made by Unix
        CHECK(number_at(bytes, at + 38, 4) == 0100644U << 16U);
        CHECK(number_at(bytes, at + 30, 2) == 0); // nothing extra, such as another time
        ++found;
    }
    CHECK(found == 3);
}

TEST_CASE("the same entries give the same bytes")
{
    CHECK(zip_of(three).value() == zip_of(three).value());
}

TEST_CASE("names must differ and be there")
{
    for (const std::vector<ZipEntry>& entries :
         {std::vector<ZipEntry>{{"a", "1"}, {"a", "2"}}, std::vector<ZipEntry>{{"", "1"}}})
    {
        const auto bytes = zip_of(entries);
        REQUIRE_FALSE(bytes);
        CHECK(bytes.error().code == "document.zip");
        CHECK_FALSE(bytes.error().advice.empty());
    }
}
} // TEST_SUITE("ZIP archive")
