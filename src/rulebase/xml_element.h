// XmlElement: an element with its place, and the checks on attributes and children that every reader needs.
#pragma once

#include "foundation/diagnostic.h"
#include "foundation/number_text.h"

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace fedadvise::rulebase
{

/// An element of a rule file, copied out of the parser with line and column, so that faults can be shown where they
/// stand.
struct XmlElement
{
    struct Attribute
    {
        std::string name;
        std::string value;
    };
    std::string name;
    std::vector<Attribute> attributes;
    std::vector<XmlElement> children;
    std::string text; ///< its own text as one paragraph, without that of its children
    foundation::Place place;

    [[nodiscard]] const Attribute* find(std::string_view attribute) const;
};

using Diagnostics = std::vector<foundation::Diagnostic>;

/// Parses one file. Faults (not well-formed, not UTF-8, DOCTYPE, too deep, duplicate attributes, a second root) become
/// diagnostics; then there is no element.
[[nodiscard]] std::optional<XmlElement> parse_xml(const std::string& file, std::string_view xml, Diagnostics& faults);

/// Adds an error at the element's place.
void report(Diagnostics& faults, const XmlElement& at, std::string code, std::string message, std::string advice);

/// Errors for attributes and children that the element must not have, with the name that was probably meant.
void allow_attributes(const XmlElement& element, std::initializer_list<std::string_view> names, Diagnostics& faults);
void allow_children(const XmlElement& element, std::initializer_list<std::string_view> names, Diagnostics& faults);

/// Errors for any child and any text.
void allow_no_content(const XmlElement& element, Diagnostics& faults);

/// The attribute's value; an error and an empty text when it is missing or empty.
[[nodiscard]] std::string required(const XmlElement& element, std::string_view attribute, Diagnostics& faults);
/// The attribute's value, or empty.
[[nodiscard]] std::string optional(const XmlElement& element, std::string_view attribute);
/// Words of the attribute's value.
[[nodiscard]] std::vector<std::string> words(const XmlElement& element, std::string_view attribute);

/// The text of the only child with this name; an error when it is missing or empty.
[[nodiscard]] std::string required_text(const XmlElement& element, std::string_view child, Diagnostics& faults);
[[nodiscard]] std::string optional_text(const XmlElement& element, std::string_view child, Diagnostics& faults);

/// Numbers; an error for any other text, which names it and says how to write it.
[[nodiscard]] std::optional<std::int64_t> whole_number(const XmlElement& element, std::string_view attribute,
                                                       Diagnostics& faults);
[[nodiscard]] std::optional<foundation::Fixed> decimal_number(const XmlElement& element, std::string_view attribute,
                                                              Diagnostics& faults);

/// "yes" is true, "no" is false, missing is `otherwise`; anything else is an error.
[[nodiscard]] bool yes_or_no(const XmlElement& element, std::string_view attribute, bool otherwise,
                             Diagnostics& faults);

/// The meaning of one of the allowed words; an error that lists them otherwise, and then the first.
template <class Meaning>
struct Word
{
    std::string_view text;
    Meaning meaning;
};

void report_word(const XmlElement& element, std::string_view attribute, const std::vector<std::string>& allowed,
                 Diagnostics& faults);

template <class Meaning>
[[nodiscard]] Meaning one_of(const XmlElement& element, std::string_view attribute,
                             std::initializer_list<Word<Meaning>> allowed, Diagnostics& faults)
{
    const XmlElement::Attribute* found = element.find(attribute);
    std::vector<std::string> names;
    for (const Word<Meaning>& word : allowed)
    {
        if (found != nullptr && found->value == word.text)
            return word.meaning;
        names.emplace_back(word.text);
    }
    report_word(element, attribute, names, faults);
    return allowed.begin()->meaning;
}

} // namespace fedadvise::rulebase
