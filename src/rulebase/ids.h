// The names of the rule base's things.
#pragma once

#include "foundation/id.h"

namespace fedadvise::rulebase
{

using QuestionId = foundation::Id<struct QuestionKind>;
using RuleId = foundation::Id<struct RuleKind>;
using SourceId = foundation::Id<struct SourceKind>;
/// A collaboration model or a legal vehicle: what a rule can speak for or against.
using OptionId = foundation::Id<struct OptionKind>;

} // namespace fedadvise::rulebase
