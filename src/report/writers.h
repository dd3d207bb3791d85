// Writers: the same advice as text, JSON or HTML. With variants, each has what would come of them.
#pragma once

#include "report/advice.h"
#include "report/variant_words.h"

#include <span>
#include <string>

namespace fedadvise::report
{

/// Plain UTF-8 text, lines of up to 100 characters, for a terminal or an e-mail.
[[nodiscard]] std::string advice_as_text(const Advice& advice, std::span<const VariantComparison> variants = {});

/// The result format of the interface: "federation-adviser result", version 1. Keys may be added, none renamed.
[[nodiscard]] std::string advice_as_json(const Advice& advice, std::span<const VariantComparison> variants = {});

/// One self-contained, accessible HTML file; everything that users wrote is escaped.
[[nodiscard]] std::string advice_as_html(const Advice& advice, std::span<const VariantComparison> variants = {});

/// Every variant beside the case: what is otherwise, and what would come of it. `base` is the advice on the case
/// itself.
[[nodiscard]] std::string variants_as_text(const Advice& base, std::span<const VariantComparison> variants);
[[nodiscard]] std::string variants_as_json(const Advice& base, std::span<const VariantComparison> variants);

/// "Why" and "why not" for one option, as text and as JSON. `option` must be an id of the advice.
[[nodiscard]] std::string why_as_text(const Advice& advice, const std::string& option);
[[nodiscard]] std::string why_as_json(const Advice& advice, const std::string& option);

} // namespace fedadvise::report
