#include "document/markup.h"

#include "foundation/utf8.h"

namespace fedadvise::document
{

namespace
{

constexpr std::string_view replacement = "\xEF\xBF\xBD"; // U+FFFD

/// Elements within a line of text, where a line break would show as a space.
bool is_inline(std::string_view element)
{
    return element == "a" || element == "strong" || element == "span";
}

std::string well_formed(std::string_view text)
{
    std::string result;
    while (const auto bad = foundation::first_invalid_utf8(text))
    {
        result += text.substr(0, *bad);
        result += replacement;
        text.remove_prefix(*bad + 1);
    }
    return result += text;
}

} // namespace

std::string escaped(std::string_view text)
{
    std::string result;
    for (const char c : foundation::without_control_characters(well_formed(text)))
        switch (c)
        {
        case '&': result += "&amp;"; break;
        case '<': result += "&lt;"; break;
        case '>': result += "&gt;"; break;
        case '"': result += "&quot;"; break;
        case '\'': result += "&#39;"; break;
        default: result += c;
        }
    return result;
}

void Markup::start(std::string_view element, Attributes attributes)
{
    m_markup += '<';
    m_markup += element;
    for (const auto& [name, value] : attributes)
    {
        m_markup += ' ';
        m_markup += name;
        m_markup += "=\"" + escaped(value) + '"';
    }
    m_markup += '>';
}

Markup& Markup::open(std::string_view element, Attributes attributes)
{
    start(element, attributes);
    if (!is_inline(element))
        m_markup += '\n';
    return *this;
}

Markup& Markup::close(std::string_view element)
{
    m_markup += "</";
    m_markup += element;
    m_markup += is_inline(element) ? ">" : ">\n";
    return *this;
}

Markup& Markup::single(std::string_view element, Attributes attributes)
{
    start(element, attributes);
    m_markup += '\n';
    return *this;
}

Markup& Markup::element(std::string_view element, std::string_view text, Attributes attributes)
{
    start(element, attributes);
    m_markup += escaped(text);
    return close(element);
}

Markup& Markup::text(std::string_view text)
{
    m_markup += escaped(text);
    return *this;
}

Markup& Markup::ready(std::string_view markup)
{
    m_markup += markup;
    return *this;
}

} // namespace fedadvise::document
