#include "document/document.h"

namespace fedadvise::document
{

Text plain(std::string text)
{
    Text whole(1);
    whole.front().text = std::move(text);
    return whole;
}

Text led_by(std::string lead, std::string text)
{
    Text whole(2);
    whole[0].text = std::move(lead);
    whole[0].strong = true;
    whole[1].text = " " + std::move(text);
    return whole;
}

std::string letters_of(const Text& text)
{
    std::string letters;
    for (const Run& run : text)
        letters += run.text;
    return letters;
}

} // namespace fedadvise::document
