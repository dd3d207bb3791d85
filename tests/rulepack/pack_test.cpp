#include "rulepack/pack.h"

#include "document/zip_archive.h"
#include "foundation/digest.h"
#include "foundation/file.h"
#include "samples.h"

#include <doctest/doctest.h>

#include <set>

using namespace fedadvise;
using namespace fedadvise::rulepack;

namespace
{

std::string refusal_of(const std::string& bytes)
{
    const auto pack = read_pack(bytes, "x.fedrules");
    if (pack)
        return "taken";
    CHECK_FALSE(pack.error().message.empty());
    CHECK_FALSE(pack.error().advice.empty());
    return pack.error().code;
}

/// A pack with a right seal around any entries, as somebody would make who knows how.
std::string sealed(const std::vector<document::ZipEntry>& entries)
{
    const std::string model = test::unsigned_pack("1.1.0");
    const std::size_t length = model.size() - model.rfind("federation-adviser rules 1");
    std::string bytes = document::zip_of(entries, std::string(length, ' ')).value();
    const std::string body = bytes.substr(0, bytes.size() - length);
    std::string seal = model.substr(model.size() - length);
    seal.replace(seal.find("sha256=") + 7, 64, foundation::sha256_hex(body));
    return body + seal;
}

std::vector<document::ZipEntry> entries_of(const std::string& bytes)
{
    return document::entries_of_zip(bytes, {1000, 10'000'000}).value();
}

} // namespace

TEST_SUITE("rule packs")
{
TEST_CASE("what was packed comes out, with who signed it")
{
    const SigningKey key = test::key_of("Canolfan Tŷ Gwyn");
    const auto pack = read_pack(test::signed_pack("1.1.0", key), "x.fedrules");
    REQUIRE(pack);
    CHECK(pack.value().manifest.rules == "small");
    CHECK(pack.value().manifest.version == "1.1.0");
    CHECK(foundation::date_text(pack.value().manifest.as_at) == "2026-11-22");
    CHECK(pack.value().signer == publisher_of(key));
    REQUIRE(pack.value().files.size() == 2);
    CHECK(pack.value().files[0].name == "cases/one.fedtest");
    CHECK(pack.value().files[0].xml == "a case of its own");
    const auto loaded = load_pack(pack.value(), "x.fedrules");
    REQUIRE(loaded.rules);
    CHECK(loaded.rules->sha256 == pack.value().manifest.sha256);
    CHECK(loaded.rules->sha256 == load_files(test::rules_of_version("1.1.0")).rules->sha256);
    CHECK_FALSE(read_pack(test::unsigned_pack("1.1.0"), "x.fedrules").value().signer);
}

TEST_CASE("the same rules and key give the same bytes")
{
    const SigningKey key = test::key_of("Centre");
    CHECK(test::signed_pack("1.1.0", key) == test::signed_pack("1.1.0", key));
    CHECK(test::signed_pack("1.1.0", key) != test::signed_pack("1.1.0", test::key_of("Centre", 2)));
}

TEST_CASE("no byte can be changed, whichever it is")
{
    for (const std::string& good : {test::signed_pack("1.1.0", test::key_of("Centre")), test::unsigned_pack("1.1.0")})
    {
        REQUIRE(refusal_of(good) == "taken");
        std::size_t taken = 0;
        for (std::size_t at = 0; at < good.size(); ++at)
            for (const char flip : {'\x01', '\x20', '\x80'})
            {
                std::string changed = good;
                changed[at] = static_cast<char>(changed[at] ^ flip);
                const auto read = read_pack(changed, "x");
                taken += read ? 1U : 0U;
            }
        CHECK(taken == 0);
    }
}

TEST_CASE("a pack that is cut off, longer, or none at all is named as that")
{
    const std::string good = test::signed_pack("1.1.0", test::key_of("Centre"));
    for (std::size_t length = 4; length < good.size(); length += 7)
        CHECK(refusal_of(good.substr(0, length)) == "pack.truncated");
    CHECK(refusal_of(good + "x") == "pack.truncated");
    CHECK(refusal_of(good + good) == "pack.damaged");
    CHECK(refusal_of("") == "pack.not-a-pack");
    CHECK(refusal_of("<rulebase/>") == "pack.not-a-pack");
    CHECK(refusal_of(std::string(100'000, '\0')) == "pack.not-a-pack");
    std::string changed = good;
    changed[good.size() / 2] = static_cast<char>(changed[good.size() / 2] ^ 1);
    CHECK(refusal_of(changed) == "pack.damaged");
}

TEST_CASE("a seal made anew without the key is refused")
{
    const std::string good = test::signed_pack("1.1.0", test::key_of("Centre"));
    const std::size_t seal = good.rfind("federation-adviser rules 1");
    std::string changed = good;
    changed[100] = static_cast<char>(changed[100] ^ 1);
    changed.replace(good.find("sha256=", seal) + 7, 64,
                    foundation::sha256_hex(std::string_view(changed).substr(0, seal)));
    CHECK(refusal_of(changed) == "pack.signature");
    // Somebody else's key over the same signature
    changed = good;
    const Publisher other = publisher_of(test::key_of("Other", 9));
    changed.replace(good.find(" key=", seal) + 5, 64, hex_text(other.key.data(), other.key.size()));
    CHECK(refusal_of(changed) == "pack.signature");
    // The signature taken off: then the manifest still names who signed it
    changed = good;
    changed.replace(good.find(" key=", seal) + 5, 64, std::string(64, '0'));
    changed.replace(good.find(" signature=", seal) + 11, 128, std::string(128, '0'));
    CHECK(refusal_of(changed) == "pack.contents");
}

TEST_CASE("files must be those of the manifest")
{
    const std::vector<document::ZipEntry> good = entries_of(test::unsigned_pack("1.1.0"));
    REQUIRE(refusal_of(sealed(good)) == "taken");
    auto entries = good;
    entries.pop_back();
    CHECK(refusal_of(sealed(entries)) == "pack.contents");
    entries = good;
    entries.back().bytes += " ";
    CHECK(refusal_of(sealed(entries)) == "pack.contents");
    entries = good;
    entries.push_back({"rules/more.xml", "<rulebase/>"});
    CHECK(refusal_of(sealed(entries)) == "pack.contents");
    entries = good;
    entries.erase(entries.begin());
    CHECK(refusal_of(sealed(entries)) == "pack.contents");
    entries = good;
    entries.front().bytes = "<rule-pack format=\"2\"/>";
    CHECK(refusal_of(sealed(entries)) == "pack.contents");
    entries.front().bytes = "no XML";
    CHECK(refusal_of(sealed(entries)) == "pack.contents");
}

TEST_CASE("names that lead elsewhere are refused, going in and coming out")
{
    const std::vector<document::ZipEntry> good = entries_of(test::unsigned_pack("1.1.0"));
    for (const char* name : {"rules/../../evil.xml", "/rules/a.xml", "rules//a.xml", "rules/.hidden.xml",
                             "rules/a\\b.xml", "rules/C:a.xml", "rules/a.xml.", "rules/", "elsewhere/a.xml"})
    {
        CAPTURE(name);
        auto entries = good;
        entries.back().name = name;
        std::string& manifest = entries.front().bytes;
        const std::string shown = std::string(name).starts_with("rules/") ? std::string(name).substr(6) : name;
        manifest.replace(manifest.find("rulebase.xml"), 12, shown);
        CHECK(refusal_of(sealed(entries)) == "pack.contents");
    }
    const test::StoreOnDisk disk("names");
    REQUIRE(foundation::save_file(disk.folder / "shipped" / "a b.xml", "<rulebase/>"));
    const auto files = files_of_folder(disk.folder / "shipped");
    REQUIRE_FALSE(files);
    CHECK(files.error().code == "pack.name");
    CHECK_FALSE(files_of_folder(disk.folder / "nowhere"));
}

TEST_CASE("rules other than the manifest says are refused")
{
    auto entries = entries_of(test::unsigned_pack("1.1.0"));
    std::string& manifest = entries.front().bytes;
    manifest.replace(manifest.find("version=\"1.1.0\""), 15, "version=\"9.9.9\"");
    const auto pack = read_pack(sealed(entries), "x.fedrules");
    REQUIRE(pack);
    const auto loaded = load_pack(pack.value(), "x.fedrules");
    CHECK_FALSE(loaded.rules);
    REQUIRE(loaded.diagnostics.size() == 1);
    CHECK(loaded.diagnostics[0].code == "pack.contents");
}

TEST_CASE("the rules that come with the program fit into a pack, and load from it as from their folder")
{
    const auto files = files_of_folder(FEDADVISE_RULES_FOLDER);
    REQUIRE(files);
    const auto folder = rulebase::load_folder(FEDADVISE_RULES_FOLDER);
    REQUIRE(folder.rules);
    const SigningKey key = test::key_of("Centre");
    const std::string bytes = pack_text(files.value(), *folder.rules, &key).value();
    CHECK(bytes.size() < 1'000'000);
    const test::StoreOnDisk disk("whole");
    const auto path = disk.folder / "all.fedrules";
    REQUIRE(foundation::save_file(path, bytes));
    const auto loaded = load_rules(path);
    REQUIRE(loaded.rules);
    CHECK(loaded.rules->sha256 == folder.rules->sha256);
    CHECK(loaded.rules->rules.size() == folder.rules->rules.size());
    std::set<std::string> names;
    for (const auto& file : files.value())
        names.insert(file.name);
    CHECK(names.contains("rulebase.xsd"));
    CHECK(names.contains("cases/dates.fedtest"));
    CHECK(load_rules(FEDADVISE_RULES_FOLDER).rules->sha256 == folder.rules->sha256);
    CHECK(load_rules(disk.folder / "nothing.fedrules").diagnostics.size() == 1);
}
} // TEST_SUITE("rule packs")
