// JsonIndex: where every value of a JSON text stands and of which type it is. PropertyTree keeps neither, accepts more
// than JSON, and fails on deep nesting; so this guard goes first.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace fedadvise::casefile
{

enum class JsonType
{
    Object,
    Array,
    String,
    Number,
    Boolean,
    Null,
};

struct JsonNode
{
    JsonType type = JsonType::Null;
    std::size_t begin = 0;          ///< offset of the value's first byte
    std::size_t end = 0;            ///< offset behind its last byte
    std::vector<JsonNode> children; ///< of objects (values only) and arrays, in order
};

struct JsonFault
{
    std::size_t offset = 0;
    std::string message;
};

/// Reads a whole JSON text (RFC 8259, nothing before or after the one value) down to `deepest` levels.
[[nodiscard]] std::variant<JsonNode, JsonFault> index_json(std::string_view text, int deepest);

/// Line and column, both from 1, of an offset.
struct LineColumn
{
    int line = 1;
    int column = 1;
};
[[nodiscard]] LineColumn locate(std::string_view text, std::size_t offset);

} // namespace fedadvise::casefile
