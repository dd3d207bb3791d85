#include "analysis/phrases.h"

#include "foundation/text_list.h"

#include <algorithm>

namespace fedadvise::analysis
{

namespace
{

bool is_capital(char c)
{
    return c >= 'A' && c <= 'Z';
}

bool is_small(char c)
{
    return c >= 'a' && c <= 'z';
}

bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

bool is_space(char c)
{
    return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

/// Length of the letter, digit or apostrophe sign at `at`, 0 when another sign stands there. Beyond ASCII all are
/// letters but signs such as “, – and £.
std::size_t letter_at(std::string_view text, std::size_t at)
{
    const auto byte = [&](std::size_t i) { return i < text.size() ? static_cast<unsigned char>(text[i]) : 0U; };
    if (byte(at) < 0x80)
        return at < text.size() && (is_capital(text[at]) || is_small(text[at]) || is_digit(text[at])) ? 1 : 0;
    if (byte(at) < 0xC0 || byte(at) == 0xC2 || byte(at) == 0xE2)
        return 0;
    std::size_t length = 1;
    while ((byte(at + length) & 0xC0) == 0x80)
        ++length;
    return length;
}

/// Length of the sign at `at` when it joins what stands around it to one word, as in "don't" and "50,000".
std::size_t joint_at(std::string_view text, std::size_t at)
{
    std::size_t length = 0;
    if (text.substr(at).starts_with("'"))
        length = 1;
    else if (text.substr(at).starts_with("\u2019"))
        length = 3;
    else if ((text[at] == '.' || text[at] == ',') && at > 0 && is_digit(text[at - 1]) && at + 1 < text.size() &&
             is_digit(text[at + 1]))
        return 1;
    return length > 0 && letter_at(text, at + length) > 0 ? length : 0;
}

/// Where the word that begins at `begin` ends; `begin` itself when no word begins there.
std::size_t end_of_word(std::string_view text, std::size_t begin)
{
    if (text[begin] == '{')
        if (const std::size_t close = text.find('}', begin); close != std::string_view::npos)
            return close + 1;
    std::size_t end = begin;
    while (end < text.size())
    {
        std::size_t step = letter_at(text, end);
        if (step == 0 && end > begin)
            step = joint_at(text, end);
        if (step == 0)
            break;
        end += step;
    }
    return end;
}

bool ends_sentence(std::string_view text, std::size_t at)
{
    if (text[at] != '.' && text[at] != '?' && text[at] != '!')
        return false;
    std::size_t next = at + 1;
    while (next < text.size() && (text[next] == ')' || text[next] == '"' || text[next] == '\''))
        ++next;
    if (text.substr(next).starts_with("\u201d") || text.substr(next).starts_with("\u2019"))
        next += 3;
    if (next < text.size() && !is_space(text[next]))
        return false;
    while (next < text.size() && is_space(text[next]))
        ++next;
    return next >= text.size() || !is_small(text[next]);
}

/// "practices" and "practice", "bodies" and "body" have one stem.
std::string stem(std::string word)
{
    for (const std::string_view ending : {"'s", "\u2019s"})
        if (word.ends_with(ending))
            word.resize(word.size() - ending.size());
    if (word.size() <= 3 || word.back() != 's' || word.ends_with("ss"))
        return word;
    word.pop_back();
    if (word.size() > 3 && word.ends_with("ie"))
        return word.replace(word.size() - 2, 2, "y");
    for (const std::string_view ending : {"sse", "che", "she", "xe"})
        if (word.ends_with(ending))
            word.pop_back();
    return word;
}

std::string key_of(std::string_view written)
{
    if (std::count_if(written.begin(), written.end(), is_capital) < 2)
        return stem(foundation::lower_case(written));
    for (const std::string_view ending : {"'s", "\u2019s", "s"})
        if (written.ends_with(ending))
            return std::string(written.substr(0, written.size() - ending.size()));
    return std::string(written);
}

} // namespace

std::vector<Word> words_of(std::string_view text)
{
    std::vector<Word> words;
    std::size_t sentence = 0;
    bool begun = false;
    for (std::size_t at = 0; at < text.size();)
    {
        const std::size_t end = end_of_word(text, at);
        if (end > at)
        {
            words.push_back({text.substr(at, end - at), key_of(text.substr(at, end - at)), sentence});
            begun = true;
            at = end;
            continue;
        }
        if (begun && ends_sentence(text, at))
        {
            ++sentence;
            begun = false;
        }
        ++at;
    }
    return words;
}

bool is_acronym(std::string_view word)
{
    const auto is_roman = [](char c) { return c == 'I' || c == 'V' || c == 'X'; };
    return word.front() != '{' && std::count_if(word.begin(), word.end(), is_capital) >= 2 &&
           !std::all_of(word.begin(), word.end(), is_roman);
}

void Phrases::add(std::string_view phrase, std::size_t tag)
{
    Phrase entry{{}, tag};
    for (Word& word : words_of(phrase))
        entry.keys.push_back(std::move(word.key));
    if (entry.keys.empty())
        return;
    std::vector<Phrase>& same = m_phrases[entry.keys.front()];
    const auto shorter = [&](const Phrase& other) { return other.keys.size() < entry.keys.size(); };
    same.insert(std::find_if(same.begin(), same.end(), shorter), std::move(entry));
}

std::vector<Phrases::Match> Phrases::at(std::span<const Word> words, std::size_t first) const
{
    std::vector<Match> matches;
    const auto found = m_phrases.find(words[first].key);
    if (found == m_phrases.end())
        return matches;
    for (const Phrase& phrase : found->second)
    {
        const std::size_t length = phrase.keys.size();
        if (first + length > words.size() || words[first + length - 1].sentence != words[first].sentence)
            continue;
        const auto here = words.subspan(first, length);
        if (std::equal(here.begin(), here.end(), phrase.keys.begin(),
                       [](const Word& word, const std::string& key) { return word.key == key; }))
            matches.push_back({length, phrase.tag});
    }
    return matches;
}

} // namespace fedadvise::analysis
