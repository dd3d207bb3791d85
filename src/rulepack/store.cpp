#include "rulepack/store.h"

#include "foundation/file.h"
#include "foundation/utf8.h"
#include "rulebase/xml_element.h"
#include "rulepack/version.h"

#include <algorithm>
#include <system_error>
#include <tuple>
#include <utility>

namespace fedadvise::rulepack
{

namespace fs = std::filesystem;
using foundation::Diagnostic;
using foundation::Error;
using foundation::Result;
using foundation::Severity;

namespace
{

constexpr std::size_t largest_key = 10'000;
constexpr std::size_t longest_history = 50;

std::vector<fs::path> files_with(const fs::path& folder, const std::string& ending)
{
    std::vector<fs::path> paths;
    std::error_code error;
    for (fs::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error))
        if (entry->path().extension() == ending)
            paths.push_back(entry->path());
    std::sort(paths.begin(), paths.end());
    return paths;
}

// Folders of the store with keys
constexpr const char* trusted_folder = "publishers";
constexpr const char* not_trusted = "not-trusted";

/// The keys that lie in a folder; those that cannot be read are left out.
std::vector<Publisher> keys_in(const fs::path& folder)
{
    std::vector<Publisher> keys;
    for (const fs::path& path : files_with(folder, ".fedkey"))
        if (const auto text = foundation::read_file(path, largest_key))
            if (auto publisher = read_publisher(text.value(), foundation::utf8_from_path(path)))
                keys.push_back(std::move(publisher).value());
    return keys;
}

bool has_key(const std::vector<Publisher>& publishers, const KeyBytes& key)
{
    return std::any_of(publishers.begin(), publishers.end(), [&](const Publisher& p) { return p.key == key; });
}

Diagnostic note(const Error& error, const fs::path& place)
{
    return {error.code, Severity::Warning, {foundation::utf8_from_path(place), 0, 0, ""}, error.message, error.advice};
}

Result<void> make_folder(const fs::path& folder)
{
    std::error_code error;
    fs::create_directories(folder, error);
    if (!error)
        return {};
    return Error{"file.unwritable",
                 "The folder '" + foundation::utf8_from_path(folder) + "' cannot be made: " + error.message() + ".",
                 "Check that you may write there and that the disk is not full."};
}

Error unusable(const rulebase::LoadedRuleBase& loaded, const std::string& version)
{
    const auto first = std::find_if(loaded.diagnostics.begin(), loaded.diagnostics.end(),
                                    [](const Diagnostic& d) { return d.severity == Severity::Error; });
    return {"pack.unusable",
            "This program cannot use the rules " + version + ": " +
                (first == loaded.diagnostics.end() ? "they have faults." : first->message),
            "They may need a newer version of the program; ask their publisher."};
}

} // namespace

fs::path Store::pack_file(const std::string& sha256) const
{
    return m_places.folder / "packs" / foundation::path_from_utf8(sha256 + ".fedrules");
}

std::string Store::shipped_version() const
{
    rulebase::Diagnostics faults;
    if (const auto xml = foundation::read_file(m_places.shipped / "rulebase.xml", largest_pack))
        if (const auto root = rulebase::parse_xml("rulebase.xml", xml.value(), faults))
            if (const std::string version = rulebase::optional(*root, "version"); !version.empty())
                return version;
    const rulebase::LoadedRuleBase loaded = rulebase::load_folder(m_places.shipped); // it names itself in another file
    return loaded.rules ? loaded.rules->version : std::string();
}

fs::path Store::key_file(const char* folder, const KeyBytes& key) const
{
    return m_places.folder / folder / (fingerprint(key) + ".fedkey");
}

std::vector<Publisher> Store::publishers() const
{
    const std::vector<Publisher> unwanted = keys_in(m_places.folder / not_trusted);
    std::vector<Publisher> all;
    for (const fs::path& folder : {m_places.publishers, m_places.folder / trusted_folder})
        for (Publisher& publisher : keys_in(folder))
            if (!has_key(unwanted, publisher.key) && std::find(all.begin(), all.end(), publisher) == all.end())
                all.push_back(std::move(publisher));
    std::sort(all.begin(), all.end(),
              [](const Publisher& a, const Publisher& b) { return std::tie(a.name, a.key) < std::tie(b.name, b.key); });
    return all;
}

std::optional<Error> Store::distrust(const Pack& pack, std::string_view trusted) const
{
    if (!pack.signer)
        return Error{"pack.unsigned", "The rule pack is not signed, so nobody can tell who made it.",
                     "Ask its publisher for a signed one. To try rules of your own, name them with --rules."};
    const Publisher& signer = *pack.signer;
    if (!trusted.empty() && is_fingerprint_of(trusted, signer.key))
        return std::nullopt;
    const std::string shown = fingerprint(signer.key);
    if (!trusted.empty())
        return Error{
            "pack.unknown-publisher",
            "The rule pack is signed by another key than the one you trust: its fingerprint is " + shown + ".",
            "Compare that with what the publisher told you, letter by letter. If it differs, do not use the pack."};
    if (has_key(keys_in(m_places.folder / not_trusted), signer.key))
        return Error{"pack.unknown-publisher",
                     "You stopped trusting this key of " + signer.name + ". Its fingerprint is " + shown + ".",
                     "Do not use the pack, unless they have told you since that the key is good."};
    bool knows_name = false;
    for (const Publisher& publisher : publishers())
    {
        if (publisher.key == signer.key)
            return std::nullopt;
        knows_name = knows_name || publisher.name == signer.name;
    }
    if (knows_name)
        return Error{"pack.unknown-publisher",
                     "The rule pack says that it is by " + signer.name +
                         ", but it is signed with another key than theirs (" + shown + ").",
                     "Do not use it, unless they have told you of a new key with just this fingerprint."};
    return Error{"pack.unknown-publisher",
                 "You have not used rules by " + signer.name + " yet. The fingerprint of their key is " + shown + ".",
                 "Ask them for it by telephone or letter. If it is the same, trust it."};
}

Result<Store::Opened> Store::open(const std::string& sha256) const
{
    const auto pack = read_pack_file(pack_file(sha256));
    if (!pack)
        return pack.error();
    if (const auto reason = distrust(pack.value(), {}))
        return *reason;
    rulebase::LoadedRuleBase loaded = load_pack(pack.value(), sha256.substr(0, 12) + ".fedrules");
    if (!loaded.rules)
        return unusable(loaded, pack.value().manifest.version);
    return Opened{std::move(loaded), *pack.value().signer};
}

InUse Store::rules_in_use() const
{
    InUse use;
    auto state = read_state(state_file());
    if (!state)
        use.notes.push_back(note(state.error(), state_file()));
    std::vector<std::string> candidates;
    std::string shipped;
    if (state && !state.value().active.empty())
    {
        candidates.push_back(state.value().active);
        candidates.insert(candidates.end(), state.value().before.rbegin(), state.value().before.rend());
        shipped = shipped_version();
    }
    for (const std::string& candidate : candidates)
    {
        if (candidate.empty()) // what came with the program was used before that
            break;
        auto opened = open(candidate);
        if (!opened)
        {
            Error error = opened.error();
            error.message = "An installed rule pack cannot be used. " + error.message;
            error.advice = "The last good rules are used instead. " + error.advice;
            use.notes.push_back(note(error, pack_file(candidate)));
            continue;
        }
        const std::string& version = opened.value().loaded.rules->version;
        if (compare_versions(shipped, state.value().shipped_version) > 0 && compare_versions(shipped, version) > 0)
        {
            use.notes.push_back({"store.shipped-is-newer",
                                 Severity::Note,
                                 {},
                                 "The rules " + shipped +
                                     " that came with the program are newer than the installed rules " + version +
                                     ", and are used.",
                                 "\"rules rollback " + version + "\" goes back to the installed ones."});
            break;
        }
        use.loaded = std::move(opened.value().loaded);
        use.publisher = opened.value().publisher;
        return use;
    }
    use.loaded = rulebase::load_folder(m_places.shipped);
    return use;
}

Held Store::held(const std::string& sha256, const Opened& opened) const
{
    return {opened.loaded.rules->version, opened.loaded.rules->as_at, sha256, opened.publisher, false, {}};
}

std::vector<Held> Store::list() const
{
    std::vector<Held> packs;
    for (const fs::path& path : files_with(m_places.folder / "packs", ".fedrules"))
    {
        const std::string sha256 = foundation::utf8_from_path(path.stem());
        const auto opened = open(sha256);
        if (opened)
            packs.push_back(held(sha256, opened.value()));
        else
            packs.push_back({{}, {}, sha256, std::nullopt, false, opened.error().message});
    }
    std::sort(packs.begin(), packs.end(),
              [](const Held& a, const Held& b)
              {
                  const auto order = compare_versions(b.version, a.version);
                  return order != 0 ? order < 0 : a.sha256 < b.sha256;
              });
    const InUse use = rules_in_use();
    const rulebase::LoadedRuleBase shipped = rulebase::load_folder(m_places.shipped);
    std::vector<Held> all;
    if (shipped.rules)
        all.push_back({shipped.rules->version, shipped.rules->as_at, shipped.rules->sha256, std::nullopt, false, {}});
    all.insert(all.end(), packs.begin(), packs.end());
    for (Held& entry : all)
        entry.active = use.loaded.rules && entry.sha256 == use.loaded.rules->sha256 &&
                       entry.publisher.has_value() == use.publisher.has_value();
    return all;
}

std::optional<Error> Store::compare_with_use(const rulebase::RuleBase& rules) const
{
    const InUse use = rules_in_use();
    if (!use.loaded.rules)
        return std::nullopt;
    const rulebase::RuleBase& current = *use.loaded.rules;
    if (rules.id != current.id)
        return Error{"pack.other-rules",
                     "The pack holds the rule base '" + rules.id + "', and this program works with '" + current.id +
                         "'.",
                     "Name it with --rules to use it for one command."};
    if (rules.sha256 == current.sha256)
        return Error{"pack.in-use", "The rules " + rules.version + " in the pack are those in use.",
                     "There is nothing to do."};
    const auto order = compare_versions(rules.version, current.version);
    if (order < 0)
        return Error{"pack.older",
                     "The rules in the pack are version " + rules.version + ", older than the version " +
                         current.version + " in use.",
                     "If you want older rules that you had installed before, go back to them with \"rules rollback\"."};
    if (order == 0)
        return Error{"pack.same-version",
                     "The pack says version " + rules.version + ", as the rules in use do, and holds other rules.",
                     "Ask its publisher: a change needs a new version."};
    return std::nullopt;
}

Inspection Store::inspect(std::string_view bytes, const std::string& name, std::string_view trusted) const
{
    Inspection inspection;
    auto pack = read_pack(bytes, name);
    if (!pack)
    {
        inspection.refusal = pack.error();
        return inspection;
    }
    inspection.pack = std::move(pack).value();
    rulebase::LoadedRuleBase loaded = load_pack(*inspection.pack, name);
    inspection.rules = loaded.rules;
    inspection.faults = loaded.diagnostics;
    inspection.refusal = distrust(*inspection.pack, trusted);
    if (!inspection.refusal && !loaded.rules)
        inspection.refusal = unusable(loaded, inspection.pack->manifest.version);
    if (!inspection.refusal)
        inspection.refusal = compare_with_use(*loaded.rules);
    return inspection;
}

Result<Held> Store::use(const std::string& sha256, std::vector<std::string> before)
{
    if (const auto made = make_folder(m_places.folder); !made)
        return made.error();
    if (before.size() > longest_history)
        before.erase(before.begin(), before.end() - static_cast<std::ptrdiff_t>(longest_history));
    if (const auto saved = save_state(state_file(), {sha256, shipped_version(), std::move(before)}); !saved)
        return saved.error();
    for (const Held& entry : list())
        if (entry.active)
            return entry;
    return Error{"store.unreadable", "The rules that were chosen cannot be used.", "Choose others."};
}

Result<Held> Store::install(std::string_view bytes, const std::string& name, std::string_view trusted)
{
    const Inspection inspection = inspect(bytes, name, trusted);
    if (inspection.refusal)
        return *inspection.refusal;
    const std::string& sha256 = inspection.rules->sha256;
    const Publisher& publisher = *inspection.pack->signer;
    auto state = read_state(state_file());
    StoreState before = state ? state.value() : StoreState{};
    for (const fs::path& folder : {m_places.folder / "packs", m_places.folder / trusted_folder})
        if (const auto made = make_folder(folder); !made)
            return made.error();
    if (const auto saved = foundation::save_file(pack_file(sha256), bytes); !saved)
        return saved.error();
    if (!has_key(publishers(), publisher.key))
    {
        std::error_code ignored;
        fs::remove(key_file(not_trusted, publisher.key), ignored);
        if (const auto saved =
                foundation::save_file(key_file(trusted_folder, publisher.key), publisher_text(publisher));
            !saved)
            return saved.error();
    }
    before.before.push_back(before.active);
    return use(sha256, before.before);
}

Result<Held> Store::roll_back(const std::string& version)
{
    auto state = read_state(state_file());
    StoreState now = state ? state.value() : StoreState{};
    if (version.empty())
    {
        if (now.before.empty())
            return Error{"store.nothing-before", "There are no rules to go back to: none were used before these.",
                         "\"rules list\" shows what there is."};
        const std::string previous = now.before.back();
        now.before.pop_back();
        if (!previous.empty())
            if (const auto opened = open(previous); !opened)
                return opened.error();
        return use(previous, now.before);
    }
    now.before.push_back(now.active);
    if (version == "shipped")
        return use({}, now.before);
    for (const Held& entry : list())
        if (entry.version == version && entry.fault.empty())
            return use(entry.publisher ? entry.sha256 : std::string(), now.before);
    return Error{"store.unknown-version", "There are no rules of version '" + version + "' here.",
                 "\"rules list\" shows what there is."};
}

Result<Publisher> Store::stop_trusting(std::string_view fingerprint)
{
    const auto known = publishers();
    const auto found = std::find_if(known.begin(), known.end(),
                                    [&](const Publisher& p) { return is_fingerprint_of(fingerprint, p.key); });
    if (found == known.end())
        return Error{"store.unknown-publisher",
                     "No key with the fingerprint '" + std::string(fingerprint) + "' is trusted.",
                     "\"rules list\" shows whose keys are."};
    const Publisher publisher = *found;
    const fs::path file = key_file(not_trusted, publisher.key);
    if (const auto made = make_folder(file.parent_path()); !made)
        return made.error();
    if (const auto saved = foundation::save_file(file, publisher_text(publisher)); !saved)
        return saved.error();
    std::error_code ignored; // the file above is what counts
    fs::remove(key_file(trusted_folder, publisher.key), ignored);

    auto state = read_state(state_file());
    const InUse now = rules_in_use();
    if (state && !state.value().active.empty() && now.loaded.rules && now.loaded.rules->sha256 != state.value().active)
        if (const auto used = use(now.publisher ? now.loaded.rules->sha256 : std::string(), state.value().before);
            !used)
            return used.error();
    return publisher;
}

Result<void> Store::keep_shipped()
{
    const rulebase::LoadedRuleBase loaded = rulebase::load_folder(m_places.shipped);
    if (!loaded.rules)
        return Error{"store.unreadable", "The rules that came with the program have faults.",
                     "Install the program again."};
    const fs::path file = m_places.folder / "kept" / (loaded.rules->sha256 + ".fedrules");
    std::error_code ignored;
    if (fs::exists(file, ignored))
        return {};
    const auto files = files_of_folder(m_places.shipped);
    if (!files)
        return files.error();
    const auto bytes = pack_text(files.value(), *loaded.rules);
    if (!bytes)
        return bytes.error();
    if (const auto made = make_folder(file.parent_path()); !made)
        return made;
    return foundation::save_file(file, bytes.value());
}

std::shared_ptr<const rulebase::RuleBase> Store::find(const std::string& sha256) const
{
    if (sha256.size() != 64 || sha256.find_first_not_of("0123456789abcdef") != std::string::npos)
        return nullptr; // it becomes the name of a file
    const fs::path kept = m_places.folder / "kept" / (sha256 + ".fedrules");
    for (const fs::path& file : {pack_file(sha256), kept})
    {
        std::error_code ignored;
        if (!fs::exists(file, ignored))
            continue;
        if (const auto loaded = load_rules(file); loaded.rules && loaded.rules->sha256 == sha256)
            return loaded.rules;
    }
    const rulebase::LoadedRuleBase shipped = rulebase::load_folder(m_places.shipped);
    return shipped.rules && shipped.rules->sha256 == sha256 ? shipped.rules : nullptr;
}

} // namespace fedadvise::rulepack
