// Reading age: how old a reader must be for a text, as far as long words and long sentences tell.
//
// Source: Kincaid, Fishburne, Rogers and Chissom 1975, Derivation of new readability formulas for Navy enlisted
// personnel, Research Branch Report 8-75: the grade level. Grade 1 of an American school begins at the age of 6.
#pragma once

#include "analysis/phrases.h"
#include "foundation/number_text.h"

#include <cstddef>
#include <span>
#include <string_view>

namespace fedadvise::analysis
{

/// Syllables of one word, at least 1: its groups of vowels (y is one; the u of qu is none), less a silent e (at the
/// end, in -es, -ed, -ely and in endings such as -gement), plus one where two neighbours are spoken apart (society,
/// usual, paying, previous). A few common words have their own count. A number counts 1, a place for an answer and an
/// acronym 2.
[[nodiscard]] std::size_t syllables(std::string_view word);

/// Flesch-Kincaid grade plus 5, in years; not below 5, and 5 for a text without words. The words of a phrase that is
/// `familiar` to the readers, such as a term that the glossary explains, count two syllables at most.
[[nodiscard]] foundation::Fixed reading_age(std::string_view text, const Phrases& familiar = {});
[[nodiscard]] foundation::Fixed reading_age(std::span<const Word> words, const Phrases& familiar = {});

} // namespace fedadvise::analysis
