#include "rulebase/xml_element.h"

#include "foundation/text_list.h"
#include "foundation/utf8.h"

#include <pugixml.hpp>

#include <algorithm>
#include <set>
#include <utility>

namespace fedadvise::rulebase
{

using foundation::Diagnostic;
using foundation::Place;
using foundation::Severity;

namespace
{

constexpr int deepest_nesting = 32;

/// Turns byte offsets into lines and columns.
class Lines
{
public:
    explicit Lines(std::string_view text) : m_text(text)
    {
        m_starts.push_back(0);
        for (std::size_t i = 0; i < text.size(); ++i)
            if (text[i] == '\n')
                m_starts.push_back(i + 1);
    }
    void locate(std::size_t offset, Place& place) const
    {
        const auto after = std::upper_bound(m_starts.begin(), m_starts.end(), offset);
        const std::size_t start = *(after - 1);
        place.line = static_cast<int>(after - m_starts.begin());
        place.column = static_cast<int>(foundation::code_point_count(m_text.substr(start, offset - start))) + 1;
    }

private:
    std::string_view m_text;
    std::vector<std::size_t> m_starts;
};

struct Parse
{
    const std::string& file;
    const Lines& lines;
    Diagnostics& faults;
};

Diagnostic fault_at(const Parse& parse, std::size_t offset, std::string code, std::string message, std::string advice)
{
    Diagnostic fault{std::move(code), Severity::Error, {parse.file, 0, 0, ""}, std::move(message), std::move(advice)};
    parse.lines.locate(offset, fault.place);
    return fault;
}

XmlElement copy_element(const pugi::xml_node& node, const Parse& parse, int depth)
{
    XmlElement element;
    element.name = node.name();
    element.place.file = parse.file;
    parse.lines.locate(static_cast<std::size_t>(std::max<std::ptrdiff_t>(node.offset_debug() - 1, 0)), element.place);
    element.place.element = element.name;
    std::set<std::string> seen;
    for (const pugi::xml_attribute& attribute : node.attributes())
    {
        if (!seen.insert(attribute.name()).second)
            report(parse.faults, element, "rulebase.duplicate-attribute",
                   "Attribute '" + std::string(attribute.name()) + "' stands twice in <" + element.name + ">.",
                   "Keep one of them.");
        element.attributes.push_back({attribute.name(), attribute.value()});
    }
    if (const XmlElement::Attribute* id = element.find("id"))
        element.place.element += " '" + id->value + "'";
    if (depth > deepest_nesting)
    {
        report(parse.faults, element, "rulebase.too-deep",
               "<" + element.name + "> is nested more than " + std::to_string(deepest_nesting) + " levels deep.",
               "Split the condition into rules of their own.");
        return element;
    }
    std::string text;
    for (const pugi::xml_node& child : node.children())
    {
        if (child.type() == pugi::node_element)
            element.children.push_back(copy_element(child, parse, depth + 1));
        else if (child.type() == pugi::node_pcdata || child.type() == pugi::node_cdata)
            text += std::string(" ") + child.value();
    }
    element.text = foundation::as_paragraph(text);
    return element;
}

/// pugixml is lenient about what comes before and after the one root; we are not.
bool has_one_root(const pugi::xml_document& document, const Parse& parse)
{
    int roots = 0;
    for (const pugi::xml_node& node : document.children())
    {
        if (node.type() == pugi::node_doctype)
        {
            parse.faults.push_back(fault_at(parse, 0, "rulebase.doctype", "The file has a DOCTYPE.",
                                            "Remove it: rule files are plain XML without entities of their own."));
            return false;
        }
        if (node.type() == pugi::node_element && ++roots == 2)
        {
            parse.faults.push_back(fault_at(
                parse, static_cast<std::size_t>(std::max<std::ptrdiff_t>(node.offset_debug() - 1, 0)),
                "rulebase.second-root", "A second root element <" + std::string(node.name()) + "> begins here.",
                "Keep everything inside one <rulebase>."));
            return false;
        }
        if (node.type() == pugi::node_pcdata && !foundation::trimmed(node.value()).empty())
        {
            parse.faults.push_back(
                fault_at(parse, 0, "rulebase.malformed-xml", "There is text outside the root element.", "Remove it."));
            return false;
        }
    }
    return true;
}

/// Offset of what pugixml lets pass although XML does not: control characters, and '&' that begins no entity of XML
/// itself.
std::optional<std::size_t> first_not_xml(std::string_view xml)
{
    for (std::size_t i = 0; i < xml.size(); ++i)
    {
        const auto byte = static_cast<unsigned char>(xml[i]);
        if (byte < 0x20 && xml[i] != '\t' && xml[i] != '\n' && xml[i] != '\r')
            return i;
        for (const auto& [open, close] :
             {std::pair<std::string_view, std::string_view>{"<!--", "-->"}, {"<![CDATA[", "]]>"}, {"<?", "?>"}})
            if (xml.substr(i).starts_with(open))
            {
                const std::size_t end = xml.find(close, i);
                if (end == std::string_view::npos)
                    return std::nullopt; // pugixml will say so
                const std::string_view inside = xml.substr(i, end - i);
                const auto control = std::find_if(
                    inside.begin(), inside.end(),
                    [](char c) { return static_cast<unsigned char>(c) < 0x20 && c != '\t' && c != '\n' && c != '\r'; });
                if (control != inside.end())
                    return i + static_cast<std::size_t>(control - inside.begin());
                i += inside.size();
                break;
            }
        if (xml[i] != '&')
            continue;
        const std::string_view name = xml.substr(i + 1, std::min(xml.find(';', i), i + 12) - i - 1);
        const bool number = name.size() > 1 && name[0] == '#' &&
                            name.substr(name[1] == 'x' ? 2 : 1)
                                    .find_first_not_of(name[1] == 'x' ? "0123456789abcdefABCDEF" : "0123456789") ==
                                std::string_view::npos;
        if (!number && name != "amp" && name != "lt" && name != "gt" && name != "quot" && name != "apos")
            return i;
    }
    return std::nullopt;
}

} // namespace

const XmlElement::Attribute* XmlElement::find(std::string_view attribute) const
{
    const auto found =
        std::find_if(attributes.begin(), attributes.end(), [&](const Attribute& a) { return a.name == attribute; });
    return found == attributes.end() ? nullptr : &*found;
}

std::optional<XmlElement> parse_xml(const std::string& file, std::string_view xml, Diagnostics& faults)
{
    const Lines lines(xml);
    const Parse parse{file, lines, faults};
    if (const auto bad = foundation::first_invalid_utf8(xml))
    {
        faults.push_back(fault_at(parse, *bad, "rulebase.not-utf8", "The file is not UTF-8 text here.",
                                  "Save it as UTF-8 in your editor."));
        return std::nullopt;
    }
    if (const auto bad = first_not_xml(xml))
    {
        const bool entity = xml[*bad] == '&';
        faults.push_back(fault_at(
            parse, *bad, "rulebase.malformed-xml",
            entity ? "An '&' begins no entity that XML knows." : "There is a control character here.",
            entity ? "Write &amp; for the character itself, and other characters as they are." : "Delete it."));
        return std::nullopt;
    }
    pugi::xml_document document;
    const unsigned options = pugi::parse_default | pugi::parse_doctype | pugi::parse_fragment;
    const pugi::xml_parse_result result = document.load_buffer(xml.data(), xml.size(), options, pugi::encoding_utf8);
    if (!result)
    {
        faults.push_back(
            fault_at(parse, static_cast<std::size_t>(std::max<std::ptrdiff_t>(result.offset, 0)),
                     "rulebase.malformed-xml", std::string("The XML is not well formed: ") + result.description() + ".",
                     "Look for a tag that is not closed or a quotation mark that is missing, here or just before."));
        return std::nullopt;
    }
    if (!has_one_root(document, parse))
        return std::nullopt;
    if (!document.document_element())
    {
        faults.push_back(fault_at(parse, 0, "rulebase.empty-file", "The file has no XML element.",
                                  "A rule file begins with <rulebase> and ends with </rulebase>."));
        return std::nullopt;
    }
    return copy_element(document.document_element(), parse, 0);
}

void report(Diagnostics& faults, const XmlElement& at, std::string code, std::string message, std::string advice)
{
    faults.push_back({std::move(code), Severity::Error, at.place, std::move(message), std::move(advice)});
}

namespace
{

std::string did_you_mean(std::string_view name, const std::vector<std::string>& allowed)
{
    const std::string near = foundation::nearest_word(name, allowed);
    if (!near.empty())
        return "Did you mean '" + near + "'?";
    if (allowed.empty())
        return "Remove it.";
    return "Possible here: " + foundation::joined(allowed, ", ") + ".";
}

} // namespace

void allow_attributes(const XmlElement& element, std::initializer_list<std::string_view> names, Diagnostics& faults)
{
    const std::vector<std::string> allowed(names.begin(), names.end());
    for (const XmlElement::Attribute& attribute : element.attributes)
        if (std::find(allowed.begin(), allowed.end(), attribute.name) == allowed.end())
            report(faults, element, "rulebase.unknown-attribute",
                   "<" + element.name + "> has no attribute '" + attribute.name + "'.",
                   did_you_mean(attribute.name, allowed));
}

void allow_children(const XmlElement& element, std::initializer_list<std::string_view> names, Diagnostics& faults)
{
    const std::vector<std::string> allowed(names.begin(), names.end());
    for (const XmlElement& child : element.children)
        if (std::find(allowed.begin(), allowed.end(), child.name) == allowed.end())
            report(faults, child, "rulebase.unknown-element",
                   "<" + child.name + "> cannot stand in <" + element.name + ">.", did_you_mean(child.name, allowed));
    if (!element.text.empty() && !allowed.empty())
        report(faults, element, "rulebase.stray-text",
               "There is text directly in <" + element.name + ">: '" + element.text.substr(0, 40) + "'.",
               "Put it into one of its elements, or remove it.");
}

void allow_no_content(const XmlElement& element, Diagnostics& faults)
{
    allow_children(element, {}, faults);
    if (!element.text.empty())
        report(faults, element, "rulebase.stray-text",
               "There is text in <" + element.name + ">: '" + element.text.substr(0, 40) + "'.", "Remove it.");
}

std::string required(const XmlElement& element, std::string_view attribute, Diagnostics& faults)
{
    const XmlElement::Attribute* found = element.find(attribute);
    if (found == nullptr || foundation::trimmed(found->value).empty())
    {
        report(faults, element, "rulebase.missing-attribute",
               "<" + element.name + "> needs the attribute '" + std::string(attribute) + "'.",
               "Add " + std::string(attribute) + "=\"…\".");
        return {};
    }
    return found->value;
}

std::string optional(const XmlElement& element, std::string_view attribute)
{
    const XmlElement::Attribute* found = element.find(attribute);
    return found == nullptr ? std::string{} : found->value;
}

std::vector<std::string> words(const XmlElement& element, std::string_view attribute)
{
    return foundation::split_words(optional(element, attribute));
}

std::string optional_text(const XmlElement& element, std::string_view child, Diagnostics& faults)
{
    std::string text;
    bool seen = false;
    for (const XmlElement& candidate : element.children)
    {
        if (candidate.name != child)
            continue;
        if (seen)
            report(faults, candidate, "rulebase.duplicate-element", "<" + std::string(child) + "> stands twice here.",
                   "Keep one of them.");
        seen = true;
        text = candidate.text;
        allow_attributes(candidate, {}, faults);
        for (const XmlElement& inner : candidate.children)
            report(faults, inner, "rulebase.unknown-element",
                   "<" + inner.name + "> cannot stand in <" + std::string(child) + ">.", "Write plain text here.");
    }
    return text;
}

std::string required_text(const XmlElement& element, std::string_view child, Diagnostics& faults)
{
    std::string text = optional_text(element, child, faults);
    if (text.empty())
        report(faults, element, "rulebase.missing-wording",
               "<" + element.name + "> has no <" + std::string(child) + ">.",
               "Add <" + std::string(child) + "> with the wording that people read.");
    return text;
}

std::optional<std::int64_t> whole_number(const XmlElement& element, std::string_view attribute, Diagnostics& faults)
{
    const XmlElement::Attribute* found = element.find(attribute);
    if (found == nullptr)
        return std::nullopt;
    auto number = foundation::parse_integer(found->value);
    if (number && (*number < -999'999'999 || *number > 999'999'999)) // they are kept as int
        number.reset();
    if (!number)
        report(faults, element, "rulebase.bad-number",
               "'" + found->value + "' in " + std::string(attribute) +
                   "= is not a whole number of at most nine digits.",
               "Write digits only, for example 12.");
    return number;
}

std::optional<foundation::Fixed> decimal_number(const XmlElement& element, std::string_view attribute,
                                                Diagnostics& faults)
{
    const XmlElement::Attribute* found = element.find(attribute);
    if (found == nullptr)
        return std::nullopt;
    const auto number = foundation::parse_fixed(found->value);
    if (!number)
        report(faults, element, "rulebase.bad-number",
               "'" + found->value + "' in " + std::string(attribute) + "= is not a number.",
               "Write numbers with a point and at most six decimals, for example 3.3.");
    return number;
}

bool yes_or_no(const XmlElement& element, std::string_view attribute, bool otherwise, Diagnostics& faults)
{
    if (element.find(attribute) == nullptr)
        return otherwise;
    return one_of<bool>(element, attribute, {{"yes", true}, {"no", false}}, faults);
}

void report_word(const XmlElement& element, std::string_view attribute, const std::vector<std::string>& allowed,
                 Diagnostics& faults)
{
    const XmlElement::Attribute* found = element.find(attribute);
    if (found == nullptr)
    {
        report(faults, element, "rulebase.missing-attribute",
               "<" + element.name + "> needs the attribute '" + std::string(attribute) + "'.",
               "Possible values: " + foundation::joined(allowed, ", ") + ".");
        return;
    }
    report(faults, element, "rulebase.bad-value",
           "'" + found->value + "' is not a possible value of " + std::string(attribute) + "=.",
           did_you_mean(found->value, allowed));
}

} // namespace fedadvise::rulebase
