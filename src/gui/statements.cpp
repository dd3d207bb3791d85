#include "gui/statements.h"

#include <sstream>
#include <utility>

namespace fedadvise::gui
{
namespace
{

bool is_line_of(const std::string& line, char sign)
{
    return line.size() > 2 && line.find_first_not_of(sign) == std::string::npos;
}

std::vector<std::string> lines_of(const std::string& text)
{
    std::vector<std::string> lines;
    std::istringstream stream(text);
    for (std::string line; std::getline(stream, line);)
        lines.push_back(line);
    return lines;
}

} // namespace

Paragraphs statement_paragraphs(const std::string& text)
{
    const std::vector<std::string> lines = lines_of(text);
    if (lines.size() < 2 || !is_line_of(lines[1], '='))
        return {{Style::Body, text}};
    Paragraphs paragraphs;
    bool goes_on = false;
    for (std::size_t i = 0; i < lines.size(); ++i)
    {
        const std::string& line = lines[i];
        const std::string next = i + 1 < lines.size() ? lines[i + 1] : std::string();
        if (line.empty())
            goes_on = false;
        else if (is_line_of(next, '=') || is_line_of(next, '-'))
        {
            paragraphs.push_back({next.front() == '=' ? Style::Title : Style::Heading, line});
            ++i;
            goes_on = false;
        }
        else if (line.starts_with("- "))
        {
            paragraphs.push_back({Style::Bullet, line.substr(2)});
            goes_on = true;
        }
        else if (goes_on)
            paragraphs.back().text.append(1, ' ').append(line, line.find_first_not_of(' '));
        else
        {
            paragraphs.push_back({Style::Body, line});
            goes_on = true;
        }
    }
    return paragraphs;
}

} // namespace fedadvise::gui
