#include "document/text_layout.h"

#include "foundation/text_list.h"
#include "foundation/utf8.h"

#include <algorithm>
#include <vector>

namespace fedadvise::document
{

namespace
{

/// The first `count` code points of well-formed UTF-8.
std::string_view first_code_points(std::string_view text, std::size_t count)
{
    std::size_t at = 0;
    for (std::size_t seen = 0; at < text.size(); ++at)
        if ((static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80U && seen++ == count)
            break;
    return text.substr(0, at);
}

/// Words that fit on a line of their own; longer ones are cut.
std::vector<std::string> words_of(std::string_view text, std::size_t longest)
{
    std::vector<std::string> words;
    for (const std::string& word : foundation::split_words(foundation::without_control_characters(text)))
    {
        std::string_view rest = word;
        while (foundation::code_point_count(rest) > longest)
        {
            const std::string_view piece = first_code_points(rest, longest);
            words.emplace_back(piece);
            rest.remove_prefix(piece.size());
        }
        words.emplace_back(rest);
    }
    return words;
}

} // namespace

void TextPage::lines(std::string_view text, const std::string& first, const std::string& rest)
{
    const std::size_t width = text_columns - std::min(text_columns - 1, foundation::code_point_count(rest));
    std::string line = first;
    std::size_t used = 0;
    for (const std::string& word : words_of(text, width))
    {
        const std::size_t length = foundation::code_point_count(word);
        if (used > 0 && used + 1 + length > width)
        {
            m_text += line + '\n';
            line = rest;
            used = 0;
        }
        line += (used > 0 ? " " : "") + word;
        used += length + (used > 0 ? 1 : 0);
    }
    if (used > 0)
        m_text += line + '\n';
}

void TextPage::heading(std::string_view text, int level)
{
    empty_line();
    const std::size_t before = m_text.size();
    lines(text, "", "");
    if (level > 2 || m_text.size() == before)
        return;
    const std::size_t length =
        std::min(text_columns, foundation::code_point_count(std::string_view{m_text}.substr(before)) - 1);
    m_text += std::string(length, level == 1 ? '=' : '-') + '\n';
}

void TextPage::paragraph(std::string_view text, std::size_t indent)
{
    lines(text, std::string(indent, ' '), std::string(indent, ' '));
}

void TextPage::item(std::string_view text, std::size_t indent, std::string_view mark)
{
    const std::string first = std::string(indent, ' ') + std::string{mark} + ' ';
    lines(text, first, std::string(foundation::code_point_count(first), ' '));
}

void TextPage::empty_line()
{
    if (!m_text.empty() && !m_text.ends_with("\n\n"))
        m_text += '\n';
}

} // namespace fedadvise::document
