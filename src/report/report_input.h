// Report input: everything that documents are made from.
#pragma once

#include "foundation/date.h"
#include "report/advice.h"
#include "report/alignment_words.h"
#include "report/further.h"
#include "report/variant_words.h"

#include <span>

namespace fedadvise::report
{

/// All of it belongs together and must outlive the use.
struct ReportInput
{
    const rulebase::RuleBase& rules;
    const casefile::Case& group; ///< that was judged
    const Advice& advice;
    std::span<const VariantComparison> variants = {};
    const Further* further = nullptr;           ///< null: not looked at
    const AlignmentAdvice* alignment = nullptr; ///< null: fewer than two practices, or not looked at
    std::optional<foundation::Date> start = {}; ///< day from which the plan counts; none: the day of the law
};

} // namespace fedadvise::report
