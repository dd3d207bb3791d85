#include "samples.h"

#include "foundation/file.h"
#include "rulebase/small_rule_base.h"

#include <doctest/doctest.h>

namespace fedadvise::test
{

namespace fs = std::filesystem;

std::vector<rulebase::RuleFile> rules_of_version(const std::string& version)
{
    return {{"cases/one.fedtest", "a case of its own"},
            {"rulebase.xml", replaced(small_rule_base(), "version=\"1.0.0\"", "version=\"" + version + "\"")}};
}

rulepack::SigningKey key_of(const std::string& publisher, unsigned char number)
{
    rulepack::SigningKey key{publisher, {}};
    key.seed.fill(number);
    return key;
}

namespace
{

std::string pack_of(const std::string& version, const rulepack::SigningKey* key)
{
    const auto files = rules_of_version(version);
    const auto loaded = rulepack::load_files(files);
    REQUIRE(loaded.rules);
    return rulepack::pack_text(files, *loaded.rules, key).value();
}

} // namespace

std::string signed_pack(const std::string& version, const rulepack::SigningKey& key)
{
    return pack_of(version, &key);
}

std::string unsigned_pack(const std::string& version)
{
    return pack_of(version, nullptr);
}

StoreOnDisk::StoreOnDisk(const std::string& name) : folder(fs::path(FEDADVISE_TEST_OUTPUT_DIR) / name)
{
    fs::remove_all(folder);
    ship("1.0.0");
}

void StoreOnDisk::ship(const std::string& version) const
{
    for (const rulebase::RuleFile& file : rules_of_version(version))
    {
        const fs::path path = folder / "shipped" / file.name;
        fs::create_directories(path.parent_path());
        REQUIRE(foundation::save_file(path, file.xml));
    }
}

std::string StoreOnDisk::in_use() const
{
    const rulepack::InUse use = store().rules_in_use();
    REQUIRE(use.loaded.rules);
    return use.loaded.rules->version + std::string(use.notes.size(), '!');
}

} // namespace fedadvise::test
