// Writers: the same advice as text, JSON or HTML.
#pragma once

#include "report/advice.h"

#include <string>

namespace fedadvise::report
{

/// Plain UTF-8 text, lines of up to 100 characters, for a terminal or an e-mail.
[[nodiscard]] std::string advice_as_text(const Advice& advice);

/// The result format of the interface: "federation-adviser result", version 1. Keys may be added, none renamed.
[[nodiscard]] std::string advice_as_json(const Advice& advice);

/// One self-contained, accessible HTML file; everything that users wrote is escaped.
[[nodiscard]] std::string advice_as_html(const Advice& advice);

/// "Why" and "why not" for one option, as text and as JSON. `option` must be an id of the advice.
[[nodiscard]] std::string why_as_text(const Advice& advice, const std::string& option);
[[nodiscard]] std::string why_as_json(const Advice& advice, const std::string& option);

} // namespace fedadvise::report
