#include "casefile/case_file.h"

#include "casefile/case_reader.h"
#include "casefile/json_index.h"
#include "foundation/digest.h"
#include "foundation/file.h"
#include "foundation/utf8.h"

#include <boost/property_tree/json_parser.hpp>
#include <boost/property_tree/ptree.hpp>

#include <sstream>
#include <utility>

namespace fedadvise::casefile
{

namespace pt = boost::property_tree;
using foundation::Diagnostic;
using foundation::Severity;

namespace
{

/// What PropertyTree read, and where and what it is: both walk the same text, child by child.
JsonValue joined(std::string key, const pt::ptree& tree, const JsonNode& node)
{
    JsonValue value{node.type, node.begin, node.end, std::move(key), tree.data(), {}};
    auto child = node.children.begin();
    for (const auto& [name, item] : tree)
        value.children.push_back(joined(name, item, *child++));
    return value;
}

Diagnostic whole_file_fault(std::string_view json, const std::string& name, std::size_t offset, const char* code,
                            std::string message, std::string advice)
{
    const LineColumn place = locate(json, offset);
    return {code, Severity::Error, {name, place.line, place.column, ""}, std::move(message), std::move(advice)};
}

} // namespace

Diagnostic unread_file(const std::string& name, const foundation::Error& error)
{
    return {error.code, Severity::Error, {name, 0, 0, ""}, error.message, error.advice};
}

std::optional<JsonValue> read_json(std::string_view& json, const std::string& name, std::vector<Diagnostic>& faults)
{
    if (json.starts_with("\xEF\xBB\xBF"))
        json.remove_prefix(3); // a byte order mark, as some Windows editors write it
    const auto refuse = [&](std::size_t offset, const char* code, std::string message, std::string advice)
    {
        faults.push_back(whole_file_fault(json, name, offset, code, std::move(message), std::move(advice)));
        return std::nullopt;
    };
    if (json.size() > largest_file)
        return refuse(0, "file.too-large", "The file is larger than 8 MB.", "This is probably not a case file.");
    if (const auto bad = foundation::first_invalid_utf8(json))
        return refuse(*bad, "casefile.not-utf8", "The file is not UTF-8 text.", "Save it as UTF-8.");
    const auto index = index_json(json, deepest_nesting);
    if (const auto* fault = std::get_if<JsonFault>(&index))
        return refuse(fault->offset, "casefile.malformed-json", fault->message,
                      "The file is damaged or was edited by hand. Mend this place, or open an older copy.");
    pt::ptree tree;
    try
    {
        std::istringstream stream{std::string(json)};
        pt::read_json(stream, tree);
    }
    catch (const pt::json_parser_error& error)
    {
        return refuse(0, "casefile.malformed-json", "The file cannot be read: " + error.message() + ".",
                      "The file is damaged. Open an older copy.");
    }
    return joined("", tree, std::get<JsonNode>(index));
}

LoadedCase read_case(std::string_view json, const std::string& name, const rulebase::RuleBase& rules)
{
    LoadedCase loaded;
    const auto value = read_json(json, name, loaded.diagnostics);
    if (!value)
        return loaded;
    Case group = read_case_value(*value, json, name, rules, loaded.diagnostics);
    foundation::sort_by_place(loaded.diagnostics);
    if (!foundation::has_errors(loaded.diagnostics))
        loaded.group = std::move(group);
    return loaded;
}

LoadedCase load_case(const std::filesystem::path& path, const rulebase::RuleBase& rules)
{
    const std::string name = foundation::utf8_from_path(path);
    const auto bytes = foundation::read_file(path, largest_file);
    if (bytes)
        return read_case(bytes.value(), name, rules);
    LoadedCase failed;
    failed.diagnostics.push_back(unread_file(name, bytes.error()));
    return failed;
}

std::string digest_of(const Case& group)
{
    Case plain = group;
    plain.judged.reset();
    return foundation::sha256_hex(case_text(plain));
}

foundation::Result<void> save_case(const std::filesystem::path& path, const Case& group)
{
    return foundation::save_file(path, case_text(group));
}

} // namespace fedadvise::casefile
