#include "rulepack/store.h"

#include "foundation/file.h"
#include "rulebase/small_rule_base.h"
#include "samples.h"

#include <doctest/doctest.h>

#include <fstream>

using namespace fedadvise;
using namespace fedadvise::rulepack;
using test::StoreOnDisk;

namespace
{

const SigningKey centre = test::key_of("Centre");

std::string trusted()
{
    return fingerprint(publisher_of(centre).key);
}

/// "installed", or why not.
std::string install(const StoreOnDisk& disk, const std::string& bytes, const std::string& trust = {})
{
    const auto result = disk.store().install(bytes, "x.fedrules", trust);
    if (result)
        return "installed";
    CHECK_FALSE(result.error().message.empty());
    CHECK_FALSE(result.error().advice.empty());
    return result.error().code;
}

std::string roll_back(const StoreOnDisk& disk, const std::string& version = {})
{
    const auto result = disk.store().roll_back(version);
    return result ? result.value().version : result.error().code;
}

/// A version with one more sentence, so that the rules differ.
std::string other_pack(const std::string& version, const SigningKey& key)
{
    auto files = test::rules_of_version(version);
    files.back().xml += "<!-- other -->";
    return pack_text(files, *load_files(files).rules, &key).value();
}

std::vector<std::filesystem::path> packs_of(const StoreOnDisk& disk)
{
    std::vector<std::filesystem::path> paths;
    for (const auto& entry : std::filesystem::directory_iterator(disk.folder / "store" / "packs"))
        paths.push_back(entry.path());
    return paths;
}

} // namespace

TEST_SUITE("store of rule packs")
{
TEST_CASE("without any pack, the rules that came with the program are used")
{
    const StoreOnDisk disk("none");
    CHECK(disk.in_use() == "1.0.0");
    const auto list = disk.store().list();
    REQUIRE(list.size() == 1);
    CHECK(list[0].is_shipped());
    CHECK(list[0].active);
    CHECK_FALSE(std::filesystem::exists(disk.folder / "store")); // looking makes nothing
}

TEST_CASE("a publisher is trusted once, by the fingerprint")
{
    const StoreOnDisk disk("trust");
    const std::string pack = test::signed_pack("1.1.0", centre);
    CHECK(install(disk, pack) == "pack.unknown-publisher");
    CHECK(disk.in_use() == "1.0.0");
    CHECK(install(disk, pack, fingerprint(publisher_of(test::key_of("Other", 7)).key)) == "pack.unknown-publisher");
    CHECK(disk.store().publishers().empty());
    CHECK(install(disk, pack, trusted()) == "installed");
    CHECK(disk.in_use() == "1.1.0");
    CHECK(install(disk, test::signed_pack("1.2.0", centre)) == "installed");
    CHECK(disk.in_use() == "1.2.0");
    REQUIRE(disk.store().publishers().size() == 1);
    CHECK(disk.store().publishers()[0] == publisher_of(centre));
}

TEST_CASE("a key that came with the program is trusted from the start, until the user stops it")
{
    const StoreOnDisk disk("shipped-key");
    std::filesystem::create_directories(disk.folder / "keys");
    REQUIRE(foundation::save_file(disk.folder / "keys" / "centre.fedkey", publisher_text(publisher_of(centre))));
    Store store({disk.folder / "store", disk.folder / "shipped", disk.folder / "keys"});
    CHECK(store.install(test::signed_pack("1.1.0", centre), "x.fedrules"));
    CHECK(store.rules_in_use().loaded.rules->version == "1.1.0");
    REQUIRE(store.stop_trusting(trusted()));
    CHECK(store.publishers().empty());
    CHECK(store.rules_in_use().loaded.rules->version == "1.0.0");
    CHECK(store.rules_in_use().notes.empty());
    CHECK(store.install(test::signed_pack("1.2.0", centre), "x.fedrules").error().code == "pack.unknown-publisher");
    CHECK(std::filesystem::exists(disk.folder / "keys" / "centre.fedkey")); // the program's own files are left alone
}

TEST_CASE("tampered, truncated, unsigned, wrongly signed and older packs are refused, and the last good one stays")
{
    const StoreOnDisk disk("refused");
    REQUIRE(install(disk, test::signed_pack("1.1.0", centre), trusted()) == "installed");
    const std::string good = test::signed_pack("1.2.0", centre);
    std::string tampered = good;
    tampered[good.size() / 3] = static_cast<char>(tampered[good.size() / 3] ^ 1);
    CHECK(install(disk, tampered) == "pack.damaged");
    CHECK(install(disk, good.substr(0, good.size() - 100)) == "pack.truncated");
    CHECK(install(disk, test::unsigned_pack("1.2.0")) == "pack.unsigned");
    CHECK(install(disk, test::unsigned_pack("1.2.0"), trusted()) == "pack.unsigned");
    CHECK(install(disk, test::signed_pack("1.2.0", test::key_of("Centre", 2))) == "pack.unknown-publisher");
    CHECK(install(disk, test::signed_pack("1.0.0", centre)) == "pack.older");
    CHECK(install(disk, test::signed_pack("1.1.0", centre)) == "pack.in-use");
    CHECK(install(disk, other_pack("1.1.0", centre)) == "pack.same-version");
    CHECK(disk.in_use() == "1.1.0");
    CHECK(packs_of(disk).size() == 1);
    CHECK(install(disk, good) == "installed");
}

TEST_CASE("the same name under another key is said to be just that")
{
    const StoreOnDisk disk("same-name");
    REQUIRE(install(disk, test::signed_pack("1.1.0", centre), trusted()) == "installed");
    const auto other = disk.store().inspect(test::signed_pack("1.2.0", test::key_of("Centre", 2)), "x");
    REQUIRE(other.refusal);
    CHECK(other.refusal->message.find("signed with another key than theirs") != std::string::npos);
    const auto stranger = disk.store().inspect(test::signed_pack("1.2.0", test::key_of("Stranger", 3)), "x");
    REQUIRE(stranger.refusal);
    CHECK(stranger.refusal->message.find("You have not used rules by Stranger yet") == 0);
}

TEST_CASE("rules of another name, or with faults, are refused")
{
    const StoreOnDisk disk("unusable");
    auto files = test::rules_of_version("1.1.0");
    files.back().xml = test::replaced(files.back().xml, "id=\"small\"", "id=\"other\"");
    CHECK(install(disk, pack_text(files, *load_files(files).rules, &centre).value(), trusted()) == "pack.other-rules");
    files = test::rules_of_version("1.1.0");
    const auto rules = load_files(files).rules;
    files.back().xml = test::replaced(files.back().xml, "<settings>", "<from-the-future/><settings>");
    CHECK(install(disk, pack_text(files, *rules, &centre).value(), trusted()) == "pack.unusable");
    CHECK(disk.in_use() == "1.0.0");
    CHECK(disk.store().publishers().empty());
}

TEST_CASE("one can go back, step by step and to any version")
{
    const StoreOnDisk disk("back");
    CHECK(roll_back(disk) == "store.nothing-before");
    REQUIRE(install(disk, test::signed_pack("1.1.0", centre), trusted()) == "installed");
    REQUIRE(install(disk, test::signed_pack("1.2.0", centre)) == "installed");
    CHECK(roll_back(disk) == "1.1.0");
    CHECK(disk.in_use() == "1.1.0");
    CHECK(roll_back(disk) == "1.0.0");
    CHECK(disk.in_use() == "1.0.0");
    CHECK(roll_back(disk) == "store.nothing-before");
    CHECK(roll_back(disk, "1.2.0") == "1.2.0");
    CHECK(roll_back(disk, "shipped") == "1.0.0");
    CHECK(roll_back(disk) == "1.2.0");
    CHECK(roll_back(disk, "7.0.0") == "store.unknown-version");
    CHECK(disk.in_use() == "1.2.0");
    // What was rolled back can be installed again
    CHECK(roll_back(disk, "1.1.0") == "1.1.0");
    CHECK(install(disk, test::signed_pack("1.2.0", centre)) == "installed");
}

TEST_CASE("a pack that is damaged on the disk gives way to the last good one, and that is said")
{
    const StoreOnDisk disk("damaged");
    REQUIRE(install(disk, test::signed_pack("1.1.0", centre), trusted()) == "installed");
    REQUIRE(install(disk, test::signed_pack("1.2.0", centre)) == "installed");
    const std::string newest = disk.store().rules_in_use().loaded.rules->sha256;
    const auto file = disk.folder / "store" / "packs" / (newest + ".fedrules");
    {
        std::fstream stream(file, std::ios::in | std::ios::out | std::ios::binary);
        stream.seekp(200);
        stream.put('\0');
    }
    CHECK(disk.in_use() == "1.1.0!");
    std::filesystem::remove(file);
    CHECK(disk.in_use() == "1.1.0!");
    for (const auto& path : packs_of(disk))
        REQUIRE(foundation::save_file(path, "nonsense"));
    CHECK(disk.in_use() == "1.0.0!!");
    const auto list = disk.store().list();
    REQUIRE(list.size() == 2);
    CHECK(list[0].active);
    CHECK_FALSE(list[1].fault.empty());
}

TEST_CASE("a pack whose publisher is no longer trusted is not used")
{
    const StoreOnDisk disk("distrust");
    REQUIRE(install(disk, test::signed_pack("1.1.0", centre), trusted()) == "installed");
    std::filesystem::remove_all(disk.folder / "store" / "publishers");
    CHECK(disk.in_use() == "1.0.0!");
}

TEST_CASE("a key that is not trusted any more ends all its packs, until it is trusted anew")
{
    const SigningKey other = test::key_of("Other", 7);
    const StoreOnDisk disk("stop");
    REQUIRE(install(disk, test::signed_pack("1.1.0", other), fingerprint(publisher_of(other).key)) == "installed");
    REQUIRE(install(disk, test::signed_pack("1.2.0", centre), trusted()) == "installed");
    REQUIRE(install(disk, test::signed_pack("1.3.0", centre)) == "installed");
    CHECK(disk.store().stop_trusting("0000").error().code == "store.unknown-publisher");
    CHECK(disk.in_use() == "1.3.0");
    const auto stopped = disk.store().stop_trusting(trusted());
    REQUIRE(stopped);
    CHECK(stopped.value().name == "Centre");
    CHECK(disk.in_use() == "1.1.0"); // the last good one, and nothing to be said at every start
    CHECK(disk.store().publishers() == std::vector<Publisher>{publisher_of(other)});
    CHECK(disk.store().stop_trusting(trusted()).error().code == "store.unknown-publisher");
    CHECK(roll_back(disk, "1.2.0") == "store.unknown-version");
    CHECK(install(disk, test::signed_pack("1.4.0", centre)) == "pack.unknown-publisher");
    CHECK(disk.in_use() == "1.1.0");
    CHECK(install(disk, test::signed_pack("1.4.0", centre), trusted()) == "installed");
    CHECK(disk.in_use() == "1.4.0");
    CHECK(roll_back(disk, "1.2.0") == "1.2.0");
}

TEST_CASE("a damaged note of what is in use is said, and costs no pack")
{
    const StoreOnDisk disk("note");
    REQUIRE(install(disk, test::signed_pack("1.1.0", centre), trusted()) == "installed");
    REQUIRE(foundation::save_file(disk.folder / "store" / "in-use.xml", "<rule-pa"));
    CHECK(disk.in_use() == "1.0.0!");
    CHECK(roll_back(disk, "1.1.0") == "1.1.0");
    CHECK(disk.in_use() == "1.1.0");
}

TEST_CASE("an update of the program that brings newer rules is not held back by an older pack")
{
    const StoreOnDisk disk("update");
    REQUIRE(install(disk, test::signed_pack("1.1.0", centre), trusted()) == "installed");
    disk.ship("1.0.5");
    CHECK(disk.in_use() == "1.1.0");
    disk.ship("1.2.0");
    CHECK(disk.in_use() == "1.2.0!");
    CHECK(roll_back(disk, "1.1.0") == "1.1.0"); // whoever wants the older ones all the same
    CHECK(disk.in_use() == "1.1.0");
}

TEST_CASE("rules of old cases are found: shipped, installed, kept")
{
    const StoreOnDisk disk("find");
    Store store = disk.store();
    const std::string first = store.rules_in_use().loaded.rules->sha256;
    REQUIRE(store.keep_shipped());
    REQUIRE(store.keep_shipped());
    REQUIRE(install(disk, test::signed_pack("1.1.0", centre), trusted()) == "installed");
    const std::string second = store.rules_in_use().loaded.rules->sha256;
    disk.ship("1.2.0");
    REQUIRE(store.find(first));
    CHECK(store.find(first)->version == "1.0.0");
    CHECK(store.find(second)->version == "1.1.0");
    CHECK(store.find(store.list()[0].sha256)->version == "1.2.0");
    CHECK_FALSE(store.find(std::string(64, '0')));
    CHECK_FALSE(store.find("../../evil"));
}

#ifndef _WIN32
TEST_CASE("a store that cannot be written refuses, and says where")
{
    const StoreOnDisk disk("unwritable");
    REQUIRE(foundation::save_file(disk.folder / "store", "a file where the folder should be"));
    CHECK(install(disk, test::signed_pack("1.1.0", centre), trusted()) == "file.unwritable");
    CHECK(disk.in_use() == "1.0.0");
}
#endif
} // TEST_SUITE("store of rule packs")
