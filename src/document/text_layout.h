// Text layout: paragraphs, headings and lists within a fixed number of columns.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace fedadvise::document
{

constexpr std::size_t text_columns = 100;

/// A page of plain text that grows downwards. Widths are counted in code points. Control characters are dropped and
/// line breaks inside a text become spaces, so that nobody's words can look like ours; a word longer than the page is
/// cut over several lines.
class TextPage
{
public:
    /// A heading underlined with '=' (level 1), '-' (level 2), or on its own (level 3), with an empty line before it.
    void heading(std::string_view text, int level);
    /// A paragraph, indented by so many columns.
    void paragraph(std::string_view text, std::size_t indent = 0);
    /// A list item: the mark hangs left of the text.
    void item(std::string_view text, std::size_t indent = 2, std::string_view mark = "-");
    void empty_line();

    [[nodiscard]] const std::string& text() const { return m_text; }

private:
    void lines(std::string_view text, const std::string& first, const std::string& rest);

    std::string m_text;
};

} // namespace fedadvise::document
