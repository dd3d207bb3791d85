// fedadvise rules: rule packs are made, signed, verified, installed, listed, gone back from, and taken apart.
#include "analysis/expectation.h"
#include "casefile/test_file.h"
#include "cli/commands.h"
#include "cli/input_output.h"
#include "cli/rules_words.h"
#include "foundation/file.h"
#include "foundation/utf8.h"
#include "rulepack/pack.h"

#include <algorithm>
#include <filesystem>
#include <iostream>
#include <memory>
#include <system_error>

namespace fedadvise::cli
{

namespace fs = std::filesystem;
using foundation::Error;
using foundation::Result;

namespace
{

constexpr std::size_t largest_key = 10'000;

/// A refusal that lies in the file itself, not in what is known or used here.
bool is_invalid(const Error& refusal)
{
    for (const char* code : {"pack.not-a-pack", "pack.truncated", "pack.damaged", "pack.signature", "pack.contents"})
        if (refusal.code == code)
            return true;
    return refusal.code.starts_with("file.");
}

Result<rulepack::SigningKey> signing_key(const std::string& file)
{
    const auto text = foundation::read_file(foundation::path_from_utf8(file), largest_key);
    if (!text)
        return text.error();
    return rulepack::read_signing_key(text.value(), file);
}

/// The rule base of the files; says what is wrong with it, and gives none when that is an error.
std::shared_ptr<const rulebase::RuleBase> usable_rules(const std::vector<rulebase::RuleFile>& files)
{
    const rulebase::LoadedRuleBase loaded = rulepack::load_files(files);
    print(loaded.diagnostics);
    if (!loaded.rules)
        complain({"pack.unusable", "The rules have faults, so no pack was made.", "Mend what is listed above."});
    return loaded.rules;
}

/// The rules as one file, signed when a key is named.
Result<std::string> packed(const std::vector<rulebase::RuleFile>& files, const rulebase::RuleBase& rules,
                           const std::string& key_file)
{
    if (key_file.empty())
        return rulepack::pack_text(files, rules);
    const auto key = signing_key(key_file);
    if (!key)
        return key.error();
    return rulepack::pack_text(files, rules, &key.value());
}

/// Says when the cases that lie beside the rules are not met. The pack is made all the same: whoever must send a change
/// of law today may write its cases tomorrow.
void try_own_cases(const fs::path& folder, const std::shared_ptr<const rulebase::RuleBase>& rules)
{
    const std::string more = " \"fedadvise test " + foundation::utf8_from_path(folder) + "\" says more.\n";
    const casefile::LoadedTests tests = casefile::load_all_tests(folder / "cases", *rules);
    if (foundation::has_errors(tests.diagnostics))
    {
        std::cerr << "fedadvise: these rules come without cases that can be read, so nothing was tried." << more;
        return;
    }
    const engine::Engine engine(rules);
    const auto results = analysis::run_tests(engine, tests.files);
    const auto fails = [](const analysis::CaseResult& result) { return !result.unmet.empty(); };
    const auto first = std::find_if(results.begin(), results.end(), fails);
    if (first != results.end())
        std::cerr << "fedadvise: these rules do not do what " << std::count_if(first, results.end(), fails)
                  << " of their " << results.size() << " cases expect, the first in " << first->file->name << ", line "
                  << first->test->place.line << "." << more;
}

int save(const std::string& file, const std::string& bytes, const std::string& done_words)
{
    if (const auto saved = foundation::save_file(foundation::path_from_utf8(file), bytes); !saved)
        return complain(saved.error());
    std::cout << done_words << "\n";
    return done;
}

} // namespace

int make_key(const Request& request)
{
    fs::path secret = foundation::path_from_utf8(request.output);
    if (secret.extension() != ".fedsecret")
        secret += ".fedsecret";
    fs::path open = secret;
    open.replace_extension(".fedkey");
    for (const fs::path& file : {secret, open})
    {
        std::error_code ignored;
        if (fs::exists(file, ignored))
            return complain(
                {"file.exists",
                 "'" + foundation::utf8_from_path(file) + "' is there already, and a key is never overwritten.",
                 "Choose another name."});
    }
    const rulepack::SigningKey key = rulepack::new_signing_key(request.publisher);
    if (key.publisher.empty())
        return complain({"key.invalid", "A key needs the name of its publisher.", "Give one with --publisher."},
                        wrong_usage);
    // Nobody else may read it, from its first byte on
    if (const auto saved = foundation::save_file(secret, ""); !saved)
        return complain(saved.error());
    std::error_code ignored;
    fs::permissions(secret, fs::perms::owner_read | fs::perms::owner_write, ignored);
    for (const auto& [file, text] : {std::pair{secret, rulepack::signing_key_text(key)},
                                     std::pair{open, rulepack::publisher_text(rulepack::publisher_of(key))}})
        if (const auto saved = foundation::save_file(file, text); !saved)
            return complain(saved.error());
    std::cout << "Signing key, for you alone: " << foundation::utf8_from_path(secret)
              << "\nKey for everybody:          " << foundation::utf8_from_path(open)
              << "\nFingerprint to tell people: " << rulepack::fingerprint(rulepack::publisher_of(key).key) << "\n";
    return done;
}

int pack_rules(const Request& request)
{
    const auto files = rulepack::files_of_folder(foundation::path_from_utf8(request.pack));
    if (!files)
        return complain(files.error());
    const auto rules = usable_rules(files.value());
    if (!rules)
        return invalid_input;
    const auto bytes = packed(files.value(), *rules, request.key);
    if (!bytes)
        return complain(bytes.error());
    try_own_cases(foundation::path_from_utf8(request.pack), rules);
    return save(request.output, bytes.value(),
                "Packed: " + request.output + (request.key.empty() ? ", not signed yet" : ", signed"));
}

int sign_pack(const Request& request)
{
    const auto pack = rulepack::read_pack_file(foundation::path_from_utf8(request.pack));
    if (!pack)
        return complain(pack.error());
    const auto rules = usable_rules(pack.value().files);
    if (!rules)
        return invalid_input;
    const auto bytes = packed(pack.value().files, *rules, request.key);
    if (!bytes)
        return complain(bytes.error());
    const std::string& file = request.output.empty() ? request.pack : request.output;
    return save(file, bytes.value(), "Signed: " + file);
}

int verify_pack(const Request& request)
{
    const auto bytes = foundation::read_file(foundation::path_from_utf8(request.pack), rulepack::largest_pack);
    if (!bytes)
        return complain(bytes.error());
    const rulepack::Inspection inspection = store_of(request).inspect(bytes.value(), request.pack);
    if (inspection.refusal && is_invalid(*inspection.refusal))
        return complain(*inspection.refusal);
    print(inspection.faults);
    std::cout << inspection_as_text(request.pack, inspection);
    return inspection.refusal && inspection.refusal->code != "pack.in-use" ? found_faults : done;
}

int unpack_rules(const Request& request)
{
    const auto pack = rulepack::read_pack_file(foundation::path_from_utf8(request.pack));
    if (!pack)
        return complain(pack.error());
    const fs::path folder = foundation::path_from_utf8(request.output);
    std::error_code error;
    if (fs::exists(folder, error) && !fs::is_empty(folder, error))
        return complain({"file.exists", "'" + request.output + "' is there already, and nothing is overwritten.",
                         "Name a new folder."});
    for (const rulebase::RuleFile& file : pack.value().files)
    {
        const fs::path path = folder / foundation::path_from_utf8(file.name);
        fs::create_directories(path.parent_path(), error);
        if (const auto saved = foundation::save_file(path, file.xml); !saved)
            return complain(saved.error());
    }
    std::cout << "Unpacked: " << request.output << ", " << pack.value().files.size() << " files\n";
    return done;
}

int install_pack(const Request& request)
{
    const auto bytes = foundation::read_file(foundation::path_from_utf8(request.pack), rulepack::largest_pack);
    if (!bytes)
        return complain(bytes.error());
    const auto installed = store_of(request).install(bytes.value(), request.pack, request.trust);
    if (installed)
    {
        std::cout << "The rules " << installed.value().version
                  << " are in use now. \"fedadvise rules rollback\" goes back.\n";
        return done;
    }
    Error refusal = installed.error();
    if (refusal.code == "pack.in-use")
    {
        std::cout << refusal.message << "\n";
        return done;
    }
    if (refusal.code == "pack.unknown-publisher" && request.trust.empty())
        refusal.advice += "\n    Then install the pack once with --trust and the fingerprint.";
    return complain(refusal, is_invalid(refusal) ? invalid_input : found_faults);
}

int list_rules(const Request& request)
{
    const rulepack::Store store = store_of(request);
    print(store.rules_in_use().notes);
    const auto rules = store.list();
    const auto publishers = store.publishers();
    return deliver(request, request.format == "json" ? held_rules_as_json(rules, publishers)
                                                     : held_rules_as_text(rules, publishers));
}

int roll_back_rules(const Request& request)
{
    const auto back = store_of(request).roll_back(request.version);
    if (!back)
        return complain(back.error(), back.error().code.starts_with("store.") ? found_faults : invalid_input);
    std::cout << "The rules " << back.value().version << (back.value().publisher ? "" : " that came with the program")
              << " are in use now.\n";
    return done;
}

int stop_trusting(const Request& request)
{
    rulepack::Store store = store_of(request);
    const auto publisher = store.stop_trusting(request.trust);
    if (!publisher)
        return complain(publisher.error(), found_faults);
    std::cout << "The key of " << publisher.value().name << " is not trusted any more.\n";
    if (const auto rules = store.rules_in_use().loaded.rules)
        std::cout << "The rules " << rules->version << " are in use.\n";
    return done;
}

} // namespace fedadvise::cli
