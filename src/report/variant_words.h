// Variant words: what a variant says otherwise, and what comes of it, beside the case itself.
#pragma once

#include "casefile/case.h"
#include "engine/engine.h"
#include "report/advice.h"

#include <optional>
#include <string>
#include <vector>

namespace fedadvise::report
{

/// A practice that leaves (`question` is empty then), an answer that is another one, or the date of the law.
struct InputDifference
{
    std::string practice; ///< id; empty: the group
    std::string practice_name;
    std::string question;
    std::string label;         ///< the question's short label, or what else differs
    std::string was, would_be; ///< "9,100 patients", "Not answered"
};

/// A rule that speaks on an option in one of the two, and not in the other.
struct ReasonDifference
{
    std::string rule;     ///< id, or the engine's own as in Statement
    bool of_rule = false; ///< it is the id of a rule
    std::string role;     ///< "for", "against", "rules-out", "waits", "requires", "allows", "warns"
    bool now = false;     ///< in the variant; otherwise no longer
    std::string text;     ///< "Now rules it out: …"; one sentence
    std::vector<std::string> sources;
};

/// A model or vehicle whose band or place differs.
struct OptionDifference
{
    std::string id, name;
    std::string band_before, band_after; ///< ids
    std::string label_before, label_after;
    int rank_before = 0, rank_after = 0;
    bool leading_before = false, leading_after = false;
    std::vector<ReasonDifference> through; ///< empty when it only moves because others do
    std::string words; ///< "“Federation company” would have to wait; it pointed towards it before."
    [[nodiscard]] bool band_differs() const { return band_before != band_after; }
};

/// A warning, conflict or lesson that only one of the two raises.
struct SayingDifference
{
    std::string kind; ///< "warning", "conflict" or "lesson"
    std::string rule; ///< id; of a lesson its number
    bool now = false;
    std::string text; ///< its title
};

struct VariantComparison
{
    std::string id, name, note;
    std::string headline;          ///< one sentence: what would come of it
    std::vector<std::string> more; ///< further sentences: vehicles, depth
    std::vector<InputDifference> inputs;
    std::vector<OptionDifference> models, vehicles;         ///< those that differ, in the order of the variant
    std::vector<std::string> leading_before, leading_after; ///< ids of the models that come first
    std::vector<std::string> leading_names_before, leading_names_after;
    std::vector<SayingDifference> sayings;
};

/// Judges the case and the variant, each by the law of its own day, or both by that of `override_day`.
[[nodiscard]] VariantComparison compare_variant(const engine::Engine& engine, const casefile::Case& base,
                                                const casefile::Variant& variant,
                                                std::optional<foundation::Date> override_day, foundation::Date today);

/// Every variant of the case, in its order.
[[nodiscard]] std::vector<VariantComparison> compare_variants(const engine::Engine& engine, const casefile::Case& base,
                                                              std::optional<foundation::Date> override_day,
                                                              foundation::Date today);

/// Options whose band differs in the same way and through the same rules, told together.
struct BandChange
{
    std::string words;                ///< "Lead practice and Shared services: “Not yet” instead of “Possible”."
    std::vector<std::string> reasons; ///< with the rules: only those that bring it about
};
[[nodiscard]] std::vector<BandChange> band_changes(const std::vector<OptionDifference>& options);

/// "Only their place differs: Lead practice: 3rd instead of 2nd place."; empty when none of the first does. Places
/// further down are counted, and those of options that wait or are ruled out left out.
[[nodiscard]] std::string place_changes(const std::vector<OptionDifference>& options);

/// "Quay Surgery, Registered patients".
[[nodiscard]] std::string who_and_what(const InputDifference& input);

/// "Lesson that would be raised: …".
[[nodiscard]] std::string saying_words(const SayingDifference& saying);

/// Notes in the advice that it is about the variant.
void mark_variant(Advice& advice, const casefile::Variant& variant);

/// "This is the variant “…”, not the group as it stands."; empty for the case itself.
[[nodiscard]] std::string variant_note(const Advice& advice);

} // namespace fedadvise::report
