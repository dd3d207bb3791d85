#include "document/scene.h"

#include "foundation/text_list.h"
#include "foundation/utf8.h"

namespace fedadvise::document
{

int guessed_width(const std::string& text, int size, bool strong)
{
    // Letters of the sans serif fonts in use are about 0.55 of their size wide on average, strong ones 0.6.
    const auto letters = static_cast<int>(foundation::code_point_count(text));
    return letters * size * (strong ? 60 : 55) / 100;
}

std::vector<std::string> lines_within(const std::string& text, int size, int width, std::size_t most)
{
    std::vector<std::string> lines;
    for (const std::string& word : foundation::split_words(text))
    {
        if (!lines.empty() && guessed_width(lines.back() + " " + word, size) <= width)
            lines.back() += " " + word;
        else if (lines.size() < most)
            lines.push_back(word);
        else
        {
            lines.back() += " …";
            break;
        }
    }
    return lines;
}

} // namespace fedadvise::document
