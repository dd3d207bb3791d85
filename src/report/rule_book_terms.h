// Terms in running text: where the words of the glossary are used.
#pragma once

#include "rulebase/reference.h"

#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace fedadvise::report
{

struct TermUse
{
    std::size_t begin = 0;
    std::size_t end = 0; ///< one past the last byte
    const rulebase::Term* term = nullptr;
};

/// Finds whole words: a term's name and its other forms, with a capital at the start or without. Where two forms begin
/// at the same place, the longer one counts.
class TermFinder
{
public:
    /// The terms must outlive it.
    explicit TermFinder(const std::vector<rulebase::Term>& terms);

    /// The uses in order, each term at most once and none that is in `seen`; what is found joins `seen`.
    [[nodiscard]] std::vector<TermUse> first_uses(std::string_view text, std::set<std::string>& seen) const;

private:
    struct Form
    {
        std::string words;
        const rulebase::Term* term;
    };
    std::map<std::string, std::vector<Form>, std::less<>> m_forms; ///< by first word in lower case, longest form first
};

} // namespace fedadvise::report
