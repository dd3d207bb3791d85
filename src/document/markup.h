// Markup: HTML and SVG built so that every text is escaped where it enters.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

namespace fedadvise::document
{

/// Safe as text and inside double or single quotes: & < > " ' become references, control characters go, and bytes that
/// are no UTF-8, U+FFFE and U+FFFF (which no XML may hold) become U+FFFD.
[[nodiscard]] std::string escaped(std::string_view text);

/// A piece of markup that grows. Names of elements and attributes are ours; values and texts are escaped.
class Markup
{
public:
    using Attributes = std::initializer_list<std::pair<std::string_view, std::string_view>>;

    Markup& open(std::string_view element, Attributes attributes = {});
    Markup& close(std::string_view element);
    /// An element without content or end, such as <meta>.
    Markup& single(std::string_view element, Attributes attributes);
    /// A whole element with a text in it.
    Markup& element(std::string_view element, std::string_view text, Attributes attributes = {});
    Markup& text(std::string_view text);
    /// Markup that is ready: ours, never a user's.
    Markup& ready(std::string_view markup);

    [[nodiscard]] const std::string& str() const { return m_markup; }

private:
    void start(std::string_view element, Attributes attributes);

    std::string m_markup;
};

} // namespace fedadvise::document
