// Store: the rule packs that a user has installed, which of them is in use, and whose signatures are trusted. The rules
// that came with the program are always there to fall back to.
#pragma once

#include "foundation/diagnostic.h"
#include "foundation/result.h"
#include "rulebase/loading.h"
#include "rulepack/pack.h"
#include "rulepack/store_state.h"

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace fedadvise::rulepack
{

struct StorePlaces
{
    std::filesystem::path folder;     ///< the store's own; made when something is kept in it
    std::filesystem::path shipped;    ///< folder of the rules that came with the program
    std::filesystem::path publishers; ///< keys (*.fedkey) that came with the program; may be missing
};

/// A rule base that the program can use.
struct Held
{
    std::string version;
    foundation::Date as_at;
    std::string sha256;
    std::optional<Publisher> publisher; ///< none: it came with the program
    bool active = false;
    std::string fault; ///< why it cannot be used, or empty

    [[nodiscard]] bool is_shipped() const { return !publisher && fault.empty(); }
};

/// The rules in use, and what has to be said about them, such as that a pack could not be used and why.
struct InUse
{
    rulebase::LoadedRuleBase loaded;
    std::optional<Publisher> publisher; ///< none: they came with the program
    std::vector<foundation::Diagnostic> notes;
};

/// What a pack is, and whether it can be installed here.
struct Inspection
{
    std::optional<Pack> pack;                        ///< none: it could not be opened
    std::shared_ptr<const rulebase::RuleBase> rules; ///< none: they cannot be used by this program
    std::vector<foundation::Diagnostic> faults;      ///< of its rules
    std::optional<foundation::Error> refusal;        ///< why it may not be installed; none: it may
    [[nodiscard]] bool only_lacks_trust() const { return refusal && refusal->code == "pack.unknown-publisher"; }
};

class Store
{
public:
    explicit Store(StorePlaces places) : m_places(std::move(places)) {}

    /// Loads the rules in use: the pack that was chosen, else the last good one before it, else those that came with
    /// the program; those also when the program was updated since and brought newer ones than the pack.
    [[nodiscard]] InUse rules_in_use() const;

    /// Those that came with the program first, then the packs by version, the newest first.
    [[nodiscard]] std::vector<Held> list() const;

    /// Checks a pack through: seal, signature, publisher, rules, version. `trusted` is a fingerprint whose owner the
    /// user trusts from now on, or empty. Refusals, besides those of read_pack: "pack.unsigned",
    /// "pack.unknown-publisher", "pack.other-rules", "pack.unusable" (its rules have faults, or need a newer program),
    /// "pack.older", "pack.same-version" (other rules of the version in use), "pack.in-use".
    [[nodiscard]] Inspection inspect(std::string_view bytes, const std::string& name,
                                     std::string_view trusted = {}) const;

    /// Installs what inspect does not refuse, and uses it from now on. Nothing changes when it fails.
    foundation::Result<Held> install(std::string_view bytes, const std::string& name, std::string_view trusted = {});

    /// Goes back to what was used before; to a version that is held; or, with "shipped", to what came with the program.
    /// Errors: "store.nothing-before", "store.unknown-version", and what keeps that pack from being used.
    foundation::Result<Held> roll_back(const std::string& version = {});

    /// Keeps a copy of the rules that came with the program, so that cases judged with them can be compared after an
    /// update. Does nothing when there is one.
    foundation::Result<void> keep_shipped();

    /// The rule base with this digest, wherever it is held: shipped, installed or kept. Nothing when it is not.
    [[nodiscard]] std::shared_ptr<const rulebase::RuleBase> find(const std::string& sha256) const;

    /// No pack signed by the key with this fingerprint is used any more, until its key is trusted anew at an install.
    /// When the rules in use are such a pack, the last good ones before it are used from now on. For keys that were
    /// stolen, or that came with the program and are not wanted. Gives whose key it was. Errors:
    /// "store.unknown-publisher", and what cannot be written.
    foundation::Result<Publisher> stop_trusting(std::string_view fingerprint);

    /// Keys whose signatures are trusted, in order of name.
    [[nodiscard]] std::vector<Publisher> publishers() const;

private:
    struct Opened
    {
        rulebase::LoadedRuleBase loaded;
        Publisher publisher;
    };

    [[nodiscard]] std::filesystem::path pack_file(const std::string& sha256) const;
    [[nodiscard]] std::filesystem::path state_file() const { return m_places.folder / "in-use.xml"; }
    [[nodiscard]] foundation::Result<Opened> open(const std::string& sha256) const;
    [[nodiscard]] std::filesystem::path key_file(const char* folder, const KeyBytes& key) const;
    [[nodiscard]] std::optional<foundation::Error> distrust(const Pack& pack, std::string_view trusted) const;
    [[nodiscard]] std::optional<foundation::Error> compare_with_use(const rulebase::RuleBase& rules) const;
    [[nodiscard]] std::string shipped_version() const;
    foundation::Result<Held> use(const std::string& sha256, std::vector<std::string> before);
    [[nodiscard]] Held held(const std::string& sha256, const Opened& opened) const;

    StorePlaces m_places;
};

} // namespace fedadvise::rulepack
