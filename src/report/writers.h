// Writers: the advice as JSON, and variants as text. Documents for people stand in documents.h.
// With variants, the result has what would come of each; with `further`, how firm the advice is and what the open
// questions still decide; with `alignment`, where the practices stand.
#pragma once

#include "report/advice.h"
#include "report/alignment_words.h"
#include "report/further.h"
#include "report/variant_words.h"

#include <span>
#include <string>

namespace fedadvise::report
{

/// The result format of the interface: "federation-adviser result", version 1. Keys may be added, none renamed.
[[nodiscard]] std::string advice_as_json(const Advice& advice, std::span<const VariantComparison> variants = {},
                                         const Further* further = nullptr, const AlignmentAdvice* alignment = nullptr);

/// The keys "pre-check", "set-up" and "time-paths" of the result, as one object without line breaks.
[[nodiscard]] std::string plan_as_json(const Advice& advice);

/// "federation-adviser alignment", version 1; its key "alignment" stands in the result of an assessment too.
[[nodiscard]] std::string alignment_as_json(const AlignmentAdvice& advice);

/// Every variant beside the case: what is otherwise, and what would come of it. `base` is the advice on the case
/// itself.
[[nodiscard]] std::string variants_as_text(const Advice& base, std::span<const VariantComparison> variants);
[[nodiscard]] std::string variants_as_json(const Advice& base, std::span<const VariantComparison> variants);

/// "Why" and "why not" for one option, and what would change that. `option` must be an id of the advice.
[[nodiscard]] std::string why_as_json(const Advice& advice, const std::string& option,
                                      std::span<const WhatWouldChange> changes = {});

} // namespace fedadvise::report
