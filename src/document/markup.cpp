#include "document/markup.h"

#include "foundation/utf8.h"

#include <cstddef>

namespace fedadvise::document
{

namespace
{

/// Elements within a line of text, where a line break would show as a space.
bool is_inline(std::string_view element)
{
    return element == "a" || element == "strong" || element == "span";
}

/// U+FFFE and U+FFFF, which no XML may hold, as U+FFFD.
std::string without_noncharacters(std::string text)
{
    for (std::size_t at = text.find("\xEF\xBF"); at != std::string::npos; at = text.find("\xEF\xBF", at + 3))
        if (text[at + 2] == '\xBE' || text[at + 2] == '\xBF')
            text[at + 2] = '\xBD';
    return text;
}

} // namespace

std::string escaped(std::string_view text)
{
    std::string result;
    const std::string clean =
        without_noncharacters(foundation::without_control_characters(foundation::well_formed_utf8(text)));
    for (const char c : clean)
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
