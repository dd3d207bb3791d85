// Writers: the same advice as text, JSON or HTML. With variants, each has what would come of them; with `further`, how
// firm the advice is and what the open questions still decide; with `alignment`, where the practices stand.
#pragma once

#include "report/advice.h"
#include "report/alignment_words.h"
#include "report/further.h"
#include "report/variant_words.h"

#include <span>
#include <string>

namespace fedadvise::report
{

/// Plain UTF-8 text, lines of up to 100 characters, for a terminal or an e-mail.
[[nodiscard]] std::string advice_as_text(const Advice& advice, std::span<const VariantComparison> variants = {},
                                         const Further* further = nullptr, const AlignmentAdvice* alignment = nullptr);

/// The result format of the interface: "federation-adviser result", version 1. Keys may be added, none renamed.
[[nodiscard]] std::string advice_as_json(const Advice& advice, std::span<const VariantComparison> variants = {},
                                         const Further* further = nullptr, const AlignmentAdvice* alignment = nullptr);

/// One self-contained, accessible HTML file; everything that users wrote is escaped.
[[nodiscard]] std::string advice_as_html(const Advice& advice, std::span<const VariantComparison> variants = {},
                                         const Further* further = nullptr, const AlignmentAdvice* alignment = nullptr);

/// The keys "pre-check", "set-up" and "time-paths" of the result, as one object without line breaks.
[[nodiscard]] std::string plan_as_json(const Advice& advice);

/// Where the practices stand, by itself.
[[nodiscard]] std::string alignment_as_text(const AlignmentAdvice& advice);
/// "federation-adviser alignment", version 1; its key "alignment" stands in the result of an assessment too.
[[nodiscard]] std::string alignment_as_json(const AlignmentAdvice& advice);
[[nodiscard]] std::string alignment_as_html(const AlignmentAdvice& advice);

/// Every variant beside the case: what is otherwise, and what would come of it. `base` is the advice on the case
/// itself.
[[nodiscard]] std::string variants_as_text(const Advice& base, std::span<const VariantComparison> variants);
[[nodiscard]] std::string variants_as_json(const Advice& base, std::span<const VariantComparison> variants);

/// "Why" and "why not" for one option, and what would change that, as text and as JSON. `option` must be an id of the
/// advice.
[[nodiscard]] std::string why_as_text(const Advice& advice, const std::string& option,
                                      std::span<const WhatWouldChange> changes = {});
[[nodiscard]] std::string why_as_json(const Advice& advice, const std::string& option,
                                      std::span<const WhatWouldChange> changes = {});

} // namespace fedadvise::report
