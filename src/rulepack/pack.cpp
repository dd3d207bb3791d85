#include "rulepack/pack.h"

#include "document/xml_writer.h"
#include "document/zip_archive.h"
#include "foundation/digest.h"
#include "foundation/file.h"
#include "foundation/utf8.h"
#include "rulebase/xml_element.h"

#include <algorithm>
#include <map>
#include <set>
#include <system_error>
#include <utility>

namespace fedadvise::rulepack
{

namespace fs = std::filesystem;

namespace
{

using foundation::Error;
using foundation::Result;
using rulebase::RuleFile;

constexpr std::size_t most_files = 5'000;
constexpr std::string_view manifest_name = "manifest.xml";
constexpr std::string_view rules_folder = "rules/";

// --- The seal -------------------------------------------------------------------------------------------------------

constexpr std::string_view seal_start = "federation-adviser rules 1 sha256=";
constexpr std::string_view seal_key = " key=";
constexpr std::string_view seal_signature = " signature=";
constexpr std::size_t seal_length = seal_start.size() + 64 + seal_key.size() + 64 + seal_signature.size() + 128 + 1;

struct Seal
{
    std::string sha256;
    KeyBytes key{};
    Signature signature{};
    [[nodiscard]] bool is_signed() const { return key != KeyBytes{} || signature != Signature{}; }
};

std::string seal_text(const Seal& seal)
{
    return std::string(seal_start) + seal.sha256 + std::string(seal_key) + hex_text(seal.key.data(), seal.key.size()) +
           std::string(seal_signature) + hex_text(seal.signature.data(), seal.signature.size()) + "\n";
}

std::optional<Seal> read_seal(std::string_view text)
{
    const auto take = [&](std::string_view expected)
    {
        const bool starts = text.starts_with(expected);
        text.remove_prefix(starts ? expected.size() : 0);
        return starts;
    };
    const auto take_digits = [&](unsigned char* bytes, std::size_t count)
    {
        const bool valid = read_hex(text.substr(0, count * 2), bytes, count);
        text.remove_prefix(std::min(text.size(), count * 2));
        return valid;
    };
    Seal seal;
    KeyBytes digest{};
    if (!take(seal_start) || !take_digits(digest.data(), digest.size()) || !take(seal_key) ||
        !take_digits(seal.key.data(), seal.key.size()) || !take(seal_signature) ||
        !take_digits(seal.signature.data(), seal.signature.size()) || text != "\n")
        return std::nullopt;
    seal.sha256 = hex_text(digest.data(), digest.size());
    return seal;
}

// --- Names ----------------------------------------------------------------------------------------------------------

/// "cases/generated/a.fedtest": letters, digits, '.', '-' and '_' between slashes; nothing hidden, nothing that leads
/// elsewhere.
bool is_safe_name(std::string_view name)
{
    if (name.empty() || name.size() > 200)
        return false;
    char before = '/';
    for (const char c : name)
    {
        const bool is_plain =
            (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
        if (!is_plain && c != '/' && c != '.')
            return false;
        if (before == '/' && !is_plain)
            return false;
        before = c;
    }
    return before != '/' && before != '.';
}

bool belongs_into_pack(const fs::path& path)
{
    static const std::set<std::string> endings = {".xml", ".xsd", ".md", ".fedtest", ".fedcase"};
    return endings.contains(foundation::utf8_from_path(path.extension()));
}

// --- The manifest ---------------------------------------------------------------------------------------------------

std::string manifest_text(const Manifest& manifest, const std::vector<RuleFile>& files)
{
    document::XmlWriter xml;
    const std::string as_at = foundation::date_text(manifest.as_at);
    xml.open("rule-pack", {{"format", "1"},
                           {"rules", manifest.rules},
                           {"version", manifest.version},
                           {"as-at", as_at},
                           {"sha256", manifest.sha256},
                           {"publisher", manifest.publisher}});
    for (const RuleFile& file : files)
        xml.single("file", {{"name", file.name},
                            {"bytes", std::to_string(file.xml.size())},
                            {"sha256", foundation::sha256_hex(file.xml)}});
    xml.close();
    return xml.str();
}

Error unlike_manifest(const std::string& name, const std::string& what)
{
    return {"pack.contents", "The rule pack '" + name + "' does not hold what its manifest says: " + what + ".",
            "Ask its publisher for it again."};
}

struct ReadManifest
{
    Manifest manifest;
    std::map<std::string, std::string> files; ///< name to SHA-256
};

Result<ReadManifest> read_manifest(const std::string& xml, const std::string& name)
{
    rulebase::Diagnostics faults;
    const auto root = rulebase::parse_xml(name + "/" + std::string(manifest_name), xml, faults);
    if (!root || root->name != "rule-pack")
        return unlike_manifest(name, "the manifest cannot be read");
    if (rulebase::optional(*root, "format") != "1")
        return Error{"pack.contents", "The rule pack '" + name + "' is of a newer kind than this program knows.",
                     "Install a newer version of the program."};
    const auto as_at = foundation::parse_date(rulebase::optional(*root, "as-at"));
    ReadManifest read{{rulebase::optional(*root, "rules"), rulebase::optional(*root, "version"),
                       as_at.value_or(foundation::Date{}), rulebase::optional(*root, "sha256"),
                       rulebase::optional(*root, "publisher")},
                      {}};
    if (!as_at || read.manifest.rules.empty() || read.manifest.version.empty())
        return unlike_manifest(name, "the manifest does not say which rules it holds");
    for (const rulebase::XmlElement& file : root->children)
        if (!read.files.emplace(rulebase::optional(file, "name"), rulebase::optional(file, "sha256")).second)
            return unlike_manifest(name, "a file is named twice");
    return read;
}

// --- Reading --------------------------------------------------------------------------------------------------------

/// The seal, when the file is whole and its signature, if any, that of its key.
Result<Seal> check_seal(std::string_view bytes, const std::string& name)
{
    const bool is_zip = bytes.starts_with("PK\x03\x04");
    const auto seal = bytes.size() > seal_length ? read_seal(bytes.substr(bytes.size() - seal_length)) : std::nullopt;
    if (!seal && is_zip)
        return Error{"pack.truncated",
                     "The rule pack '" + name + "' ends too early, was changed at its end, or is another kind of file.",
                     "It was probably cut off on its way. Ask for it again."};
    if (!seal)
        return Error{"pack.not-a-pack", "'" + name + "' is no rule pack.",
                     "A rule pack is a file that ends in .fedrules."};
    const std::string_view body = bytes.substr(0, bytes.size() - seal_length);
    if (foundation::sha256_hex(body) != seal->sha256)
        return Error{"pack.damaged",
                     "The rule pack '" + name +
                         "' is not as its publisher made it: at least one of its bytes was changed.",
                     "Do not use it. Ask its publisher for it again."};
    if (seal->is_signed() && !is_signed_by(seal->key, seal->signature, body))
        return Error{"pack.signature", "The signature of the rule pack '" + name + "' is not that of the key it names.",
                     "Do not use it. Ask its publisher for it again, and tell them."};
    return *seal;
}

Result<std::vector<RuleFile>> checked_files(std::vector<document::ZipEntry> entries, const ReadManifest& expected,
                                            const std::string& name)
{
    std::vector<RuleFile> files;
    for (document::ZipEntry& entry : entries)
    {
        if (entry.name == manifest_name)
            continue;
        const std::string inside =
            entry.name.starts_with(rules_folder) ? entry.name.substr(rules_folder.size()) : std::string();
        if (!is_safe_name(inside))
            return unlike_manifest(name,
                                   "'" + foundation::well_formed_utf8(entry.name) + "' is no name for a file of rules");
        const auto found = expected.files.find(inside);
        if (found == expected.files.end() || found->second != foundation::sha256_hex(entry.bytes))
            return unlike_manifest(name, "'" + inside + "' is another file");
        files.push_back({inside, std::move(entry.bytes)});
    }
    if (files.size() != expected.files.size())
        return unlike_manifest(name, "a file is missing");
    std::sort(files.begin(), files.end(), [](const RuleFile& a, const RuleFile& b) { return a.name < b.name; });
    return files;
}

rulebase::LoadedRuleBase failed(const std::string& name, const Error& error)
{
    return {nullptr, {{error.code, foundation::Severity::Error, {name, 0, 0, ""}, error.message, error.advice}}};
}

} // namespace

Result<std::vector<RuleFile>> files_of_folder(const fs::path& folder)
{
    const std::string shown = foundation::utf8_from_path(folder);
    std::vector<RuleFile> files;
    std::error_code error;
    for (fs::recursive_directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error))
    {
        if (!entry->is_regular_file() || !belongs_into_pack(entry->path()))
            continue;
        const std::u8string generic = entry->path().lexically_relative(folder).generic_u8string();
        std::string name(generic.begin(), generic.end());
        if (!is_safe_name(name))
            return Error{"pack.name", "'" + name + "' in '" + shown + "' cannot go into a rule pack.",
                         "Name it with the letters a to z, digits, '-', '_' and '.' alone."};
        auto bytes = foundation::read_file(entry->path(), largest_pack);
        if (!bytes)
            return bytes.error();
        files.push_back({std::move(name), std::move(bytes).value()});
    }
    if (error)
        return Error{"file.missing", "The folder '" + shown + "' cannot be read: " + error.message() + ".",
                     "Name the folder that holds the rule base."};
    std::sort(files.begin(), files.end(), [](const RuleFile& a, const RuleFile& b) { return a.name < b.name; });
    return files;
}

rulebase::LoadedRuleBase load_files(const std::vector<RuleFile>& files)
{
    std::vector<RuleFile> top;
    for (const RuleFile& file : files)
        if (file.name.ends_with(".xml") && file.name.find('/') == std::string::npos)
            top.push_back(file);
    return rulebase::load(std::move(top));
}

Result<std::string> pack_text(const std::vector<RuleFile>& files, const rulebase::RuleBase& rules,
                              const SigningKey* key)
{
    const Manifest manifest{rules.id, rules.version, rules.as_at, rules.sha256, key != nullptr ? key->publisher : ""};
    std::vector<document::ZipEntry> entries{{std::string(manifest_name), manifest_text(manifest, files)}};
    for (const RuleFile& file : files)
        entries.push_back({std::string(rules_folder) + file.name, file.xml});
    auto bytes = document::zip_of(entries, std::string(seal_length, ' '));
    if (!bytes)
        return bytes.error();
    std::string pack = std::move(bytes).value();
    const std::string_view body = std::string_view(pack).substr(0, pack.size() - seal_length);
    Seal seal{foundation::sha256_hex(body), {}, {}};
    if (key != nullptr)
    {
        seal.key = publisher_of(*key).key;
        seal.signature = sign(*key, body);
    }
    const std::string line = seal_text(seal);
    pack.replace(pack.size() - seal_length, seal_length, line);
    return pack;
}

Result<Pack> read_pack(std::string_view bytes, const std::string& name)
{
    const auto seal = check_seal(bytes, name);
    if (!seal)
        return seal.error();
    auto entries = document::entries_of_zip(bytes, {most_files, largest_unpacked});
    if (!entries)
        return Error{"pack.contents", "The rule pack '" + name + "' cannot be unpacked. " + entries.error().message,
                     entries.error().advice};
    const auto manifest = std::find_if(entries.value().begin(), entries.value().end(),
                                       [](const document::ZipEntry& entry) { return entry.name == manifest_name; });
    if (manifest == entries.value().end())
        return unlike_manifest(name, "there is no manifest");
    auto read = read_manifest(manifest->bytes, name);
    if (!read)
        return read.error();
    auto files = checked_files(std::move(entries).value(), read.value(), name);
    if (!files)
        return files.error();
    Pack pack{read.value().manifest, std::move(files).value(), std::nullopt};
    if (seal.value().is_signed() == pack.manifest.publisher.empty())
        return unlike_manifest(name, "it is signed and names no publisher, or the other way round");
    if (seal.value().is_signed())
        pack.signer = Publisher{pack.manifest.publisher, seal.value().key};
    return pack;
}

Result<Pack> read_pack_file(const fs::path& path)
{
    const auto bytes = foundation::read_file(path, largest_pack);
    if (!bytes)
        return bytes.error();
    return read_pack(bytes.value(), foundation::utf8_from_path(path.filename()));
}

rulebase::LoadedRuleBase load_pack(const Pack& pack, const std::string& name)
{
    rulebase::LoadedRuleBase loaded = load_files(pack.files);
    if (loaded.rules && (loaded.rules->sha256 != pack.manifest.sha256 ||
                         loaded.rules->version != pack.manifest.version || loaded.rules->id != pack.manifest.rules))
        return failed(name, unlike_manifest(name, "it holds other rules"));
    return loaded;
}

rulebase::LoadedRuleBase load_rules(const fs::path& path)
{
    std::error_code ignored;
    if (!fs::is_regular_file(path, ignored))
        return rulebase::load_folder(path);
    const auto pack = read_pack_file(path);
    return pack ? load_pack(pack.value(), foundation::utf8_from_path(path.filename()))
                : failed(foundation::utf8_from_path(path), pack.error());
}

} // namespace fedadvise::rulepack
