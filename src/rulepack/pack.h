// Rule pack (*.fedrules): a whole rule base in one file that can be signed, so that a change of law needs no new
// program.
//
// It is a ZIP archive: "manifest.xml", then the files of the rule base below "rules/". Its comment, which is the end of
// the file, is the seal: one line of fixed length with the SHA-256 of everything before it, the publisher's key, and
// the publisher's Ed25519 signature of everything before it. So every byte of the file is covered.
#pragma once

#include "foundation/date.h"
#include "foundation/result.h"
#include "rulebase/loading.h"
#include "rulepack/key.h"

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace fedadvise::rulepack
{

constexpr std::size_t largest_pack = 16'000'000;     ///< bytes of the file
constexpr std::size_t largest_unpacked = 64'000'000; ///< bytes of what is in it

/// What a pack says of itself.
struct Manifest
{
    std::string rules; ///< id of the rule base
    std::string version;
    foundation::Date as_at;
    std::string sha256;    ///< of the rule base, as rulebase::RuleBase has it
    std::string publisher; ///< empty: not signed
    friend bool operator==(const Manifest&, const Manifest&) = default;
};

/// A pack whose bytes are what its maker wrote, and its signature, if there is one, that of its key. Whether the key is
/// one to be trusted is another question.
struct Pack
{
    Manifest manifest;
    std::vector<rulebase::RuleFile> files; ///< the whole folder, names with '/', in order of name
    std::optional<Publisher> signer;
};

/// The files of a rule base that belong into a pack: those of the folder and of its subfolders that end in .xml, .xsd,
/// .md, .fedtest or .fedcase, in order of name. Errors: what cannot be read, and names that no system would take.
[[nodiscard]] foundation::Result<std::vector<rulebase::RuleFile>> files_of_folder(const std::filesystem::path& folder);

/// The rule base of such files: those at the top that end in .xml. Never throws.
[[nodiscard]] rulebase::LoadedRuleBase load_files(const std::vector<rulebase::RuleFile>& files);

/// The bytes of a pack; the same files and key give the same bytes. With a key it is signed and names the key's
/// publisher. `rules` is what load_files made of them.
[[nodiscard]] foundation::Result<std::string> pack_text(const std::vector<rulebase::RuleFile>& files,
                                                        const rulebase::RuleBase& rules,
                                                        const SigningKey* key = nullptr);

/// Opens a pack and checks it through: seal, signature, and each file against the manifest. Errors, with a reason that
/// a person understands: "pack.not-a-pack", "pack.truncated", "pack.damaged" (not what its maker wrote),
/// "pack.signature" (not by the key it names), "pack.contents" (the manifest and the files differ, or names that no
/// system would take). `name` stands in the message.
[[nodiscard]] foundation::Result<Pack> read_pack(std::string_view bytes, const std::string& name);

/// The same from a file.
[[nodiscard]] foundation::Result<Pack> read_pack_file(const std::filesystem::path& path);

/// The rule base that a pack holds; an error when it is not the one that the manifest names. Never throws.
[[nodiscard]] rulebase::LoadedRuleBase load_pack(const Pack& pack, const std::string& name);

/// The rule base in a folder, or in a pack when the path is a file. A pack is not asked who signed it: who names one
/// means it.
[[nodiscard]] rulebase::LoadedRuleBase load_rules(const std::filesystem::path& path);

} // namespace fedadvise::rulepack
