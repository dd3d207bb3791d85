// Variant: "what if": a case with a few things otherwise, under a name, kept as its differences from the case itself.
#pragma once

#include "casefile/answer.h"
#include "casefile/unknown_key.h"
#include "foundation/date.h"
#include "rulebase/ids.h"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace fedadvise::casefile
{

struct Case;

constexpr std::size_t most_variants = 100; ///< of one case; each is judged when the case is

/// An answer that would be another one, or none.
struct AnswerChange
{
    std::string practice; ///< id; empty: the group
    rulebase::QuestionId question;
    std::optional<Answer> answer; ///< none: cleared
    UnknownKeys unknown_keys = {};
    friend bool operator==(const AnswerChange&, const AnswerChange&) = default;
};

/// Names in it are those of practices and questions of its case. A practice that joins cannot be expressed, nor what
/// single respondents would say; names, notes and the title are those of the case.
struct Variant
{
    std::string id; ///< unique in the case: "v1"
    std::string name;
    std::string note;
    std::vector<std::string> without;      ///< ids of practices that leave
    std::vector<AnswerChange> changes;     ///< each place at most once, none of a practice that leaves
    std::optional<foundation::Date> as_at; ///< another day whose law applies; a cleared one is a change of "as-at"
    UnknownKeys unknown_keys = {};
    std::vector<std::string> unknown_changes = {}; ///< JSON of changes to questions of a newer version
    std::vector<std::string> other_ids = {};       ///< as of a practice
    friend bool operator==(const Variant&, const Variant&) = default;
};

/// The case as it would be; its own list of variants is empty. What the case does not have (a practice that is gone) is
/// passed over.
[[nodiscard]] Case with_variant(const Case& base, const Variant& variant);

/// The changes that lead from one case to the other; id and name are empty. Practices, answers of the group and of
/// practices, and the date are looked at, and nothing else.
[[nodiscard]] Variant difference(const Case& base, const Case& changed);

/// The variant with its changes made anew, so that it leads from `base` to `changed`. Its id, name and note stay, and
/// what a newer version wrote into changes that are still there.
[[nodiscard]] Variant with_difference(const Variant& variant, const Case& base, const Case& changed);

/// Takes a practice that the case no longer has out of every variant and conflict; gives the names of the variants that
/// spoke of it.
std::vector<std::string> forget_practice(Case& group, const std::string& practice);

/// The first of "v1", "v2", … that no variant has.
[[nodiscard]] std::string free_variant_id(const Case& group);

/// The variant with this id, or a null pointer.
[[nodiscard]] const Variant* find_variant(const Case& group, const std::string& id);
[[nodiscard]] Variant* find_variant(Case& group, const std::string& id);

} // namespace fedadvise::casefile
