// Small rule bases of several versions, keys that are always the same, and a folder that is emptied for each test.
#pragma once

#include "rulepack/pack.h"
#include "rulepack/store.h"

#include <filesystem>
#include <string>
#include <vector>

namespace fedadvise::test
{

/// The small rule base under this version, with a file of cases beside it.
[[nodiscard]] std::vector<rulebase::RuleFile> rules_of_version(const std::string& version);

/// Always the same key for the same name and number.
[[nodiscard]] rulepack::SigningKey key_of(const std::string& publisher, unsigned char number = 1);

/// The bytes of a signed pack of rules_of_version.
[[nodiscard]] std::string signed_pack(const std::string& version, const rulepack::SigningKey& key);
[[nodiscard]] std::string unsigned_pack(const std::string& version);

/// A store of its own on the disk, with shipped rules of version 1.0.0; what was there before is removed.
class StoreOnDisk
{
public:
    explicit StoreOnDisk(const std::string& name);
    [[nodiscard]] rulepack::Store store() const { return rulepack::Store({folder / "store", folder / "shipped", {}}); }
    /// As if the program were updated and brought other rules.
    void ship(const std::string& version) const;
    /// The version of the rules in use, and a '!' for each note.
    [[nodiscard]] std::string in_use() const;

    std::filesystem::path folder;
};

} // namespace fedadvise::test
