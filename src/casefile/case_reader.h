// Reads the meaning of a case file whose JSON is sound. Not for use outside casefile.
#pragma once

#include "casefile/case.h"
#include "casefile/json_index.h"
#include "foundation/diagnostic.h"
#include "foundation/result.h"
#include "rulebase/rule_base.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace fedadvise::casefile
{

/// A value of the file with its place in it.
struct JsonValue
{
    JsonType type = JsonType::Null;
    std::size_t begin = 0;
    std::size_t end = 0;
    std::string key;  ///< of a member of an object
    std::string text; ///< of a string, without escapes; of a number or a word as it stands
    std::vector<JsonValue> children;
};

/// The JSON of a file behind the guard; nothing, after a fault was added, when it is unsound. A byte order mark is
/// taken off `json`.
[[nodiscard]] std::optional<JsonValue> read_json(std::string_view& json, const std::string& name,
                                                 std::vector<foundation::Diagnostic>& faults);

/// Why a file could not be opened, as a diagnostic.
[[nodiscard]] foundation::Diagnostic unread_file(const std::string& name, const foundation::Error& error);

/// Reads one case and collects every fault on the way. `json` is the text that the places belong to. The case may only
/// be used when no fault is an error.
[[nodiscard]] Case read_case_value(const JsonValue& top, std::string_view json, const std::string& name,
                                   const rulebase::RuleBase& rules, std::vector<foundation::Diagnostic>& faults);

} // namespace fedadvise::casefile
