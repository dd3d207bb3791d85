// Documents: what the advice becomes for each reader. Built once as values; writers turn them into files.
#pragma once

#include "document/calendar.h"
#include "document/document.h"
#include "report/report_input.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace fedadvise::report
{

struct DocumentKind
{
    std::string_view id;    ///< "summary"
    std::string_view name;  ///< "Partners' summary"
    std::string_view about; ///< for whom, and what is in it: one sentence
};

/// All of them, the shortest first.
[[nodiscard]] std::span<const DocumentKind> document_kinds();

/// Whether the case has what the document is about; only "practices" needs something: several practices.
[[nodiscard]] bool has_document(std::string_view id, const ReportInput& input);

/// The document with this id, which must be one of `document_kinds`.
[[nodiscard]] document::Document document_of(std::string_view id, const ReportInput& input);

/// "Why" and "why not" for one option of the advice, and what would change that.
[[nodiscard]] document::Document why_document(const Advice& advice, const OptionAdvice& option,
                                              std::span<const WhatWouldChange> changes = {});

/// The dates of the plan: steps, set-up, and the days by which practices decide.
[[nodiscard]] std::vector<document::CalendarEntry> calendar_of(const ReportInput& input);

} // namespace fedadvise::report
