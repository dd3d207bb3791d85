#include "report/rule_book_terms.h"

#include "foundation/text_list.h"

#include <algorithm>

namespace fedadvise::report
{

namespace
{

/// Whether a byte belongs to a letter or digit; beyond ASCII all are letters but signs such as “, – and £.
bool in_word(std::string_view text, std::size_t at)
{
    if (at >= text.size())
        return false;
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    if (byte(at) < 0x80)
        return (text[at] >= 'a' && text[at] <= 'z') || (text[at] >= 'A' && text[at] <= 'Z') ||
               (text[at] >= '0' && text[at] <= '9');
    std::size_t lead = at;
    while (lead > 0 && (byte(lead) & 0xC0) == 0x80)
        --lead;
    return byte(lead) != 0xE2 && byte(lead) != 0xC2;
}

/// A hyphen inside a word belongs to it: "asset" is not used in "asset-locked".
bool ends_here(std::string_view text, std::size_t end)
{
    if (end >= text.size())
        return true;
    return !in_word(text, end) && !(text[end] == '-' && in_word(text, end + 1));
}

bool begins_here(std::string_view text, std::size_t begin)
{
    if (begin == 0)
        return true;
    return !in_word(text, begin - 1) && text[begin - 1] != '-';
}

std::string first_word(std::string_view text)
{
    std::size_t end = 0;
    while (in_word(text, end))
        ++end;
    return foundation::lower_case(text.substr(0, end));
}

/// The same letters; the first may be a capital in the text where the form has none.
bool reads_as(std::string_view text, std::string_view form)
{
    return text.substr(1) == form.substr(1) &&
           (text.front() == form.front() || foundation::lower_case(text.substr(0, 1)) == form.substr(0, 1));
}

} // namespace

TermFinder::TermFinder(const std::vector<rulebase::Term>& terms)
{
    for (const rulebase::Term& term : terms)
    {
        std::vector<std::string> forms = term.also;
        forms.push_back(term.name);
        for (const std::string& form : forms)
            if (const std::string word = first_word(form); !word.empty())
                m_forms[word].push_back({form, &term});
    }
    for (auto& [word, forms] : m_forms)
        std::stable_sort(forms.begin(), forms.end(),
                         [](const Form& a, const Form& b) { return a.words.size() > b.words.size(); });
}

std::vector<TermUse> TermFinder::first_uses(std::string_view text, std::set<std::string>& seen) const
{
    std::vector<TermUse> uses;
    for (std::size_t at = 0; at < text.size();)
    {
        if (!in_word(text, at) || !begins_here(text, at))
        {
            ++at;
            continue;
        }
        const auto found = m_forms.find(first_word(text.substr(at)));
        const Form* used = nullptr;
        if (found != m_forms.end())
            for (const Form& form : found->second)
                if (used == nullptr && at + form.words.size() <= text.size() &&
                    reads_as(text.substr(at, form.words.size()), form.words) && ends_here(text, at + form.words.size()))
                    used = &form;
        if (used == nullptr)
        {
            ++at;
            continue;
        }
        const std::size_t end = at + used->words.size();
        if (seen.insert(used->term->id).second)
            uses.push_back({at, end, used->term});
        at = end;
    }
    return uses;
}

} // namespace fedadvise::report
