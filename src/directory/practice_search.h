// PracticeSearch: finds practices by name, place, postcode or code, as one types.
#pragma once

#include "directory/practice_list.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace fedadvise::directory
{

enum class Among
{
    OpenPractices,
    Everything, ///< closed ones and other prescribing settings too
};

struct Found
{
    std::vector<std::size_t> practices; ///< indexes into the list, the likeliest first
    std::size_t total = 0;              ///< how many there are, of which the first are given
    bool near_only = false;             ///< nothing has these words; the ones given are spelt almost so
};

/// The texts of a list, made ready once. The list must outlive it.
class PracticeSearch
{
public:
    explicit PracticeSearch(const PracticeList& list);

    /// At most `most` practices. Order: the code itself; the postcode; names that begin so; names of which every word
    /// typed begins a word; then names and places; then parts of words; equals by name and code. Case, accents on
    /// apostrophes, "&" and "St" or "Saint" make no difference. Nothing typed finds all, by name.
    [[nodiscard]] Found find(std::string_view typed, Among among = Among::OpenPractices, std::size_t most = 200) const;

private:
    struct Entry
    {
        std::string code;     ///< small letters
        std::string postcode; ///< small letters, without space
        std::string name;     ///< words in small letters, parted by one space
        std::string place;    ///< the same of the address
        bool open = true;
    };
    [[nodiscard]] int rank(const Entry& entry, std::string_view typed, std::string_view together,
                           const std::vector<std::string>& words) const;
    [[nodiscard]] std::vector<std::size_t> spelt_almost(const std::vector<std::string>& words, Among among) const;

    const PracticeList& m_list;
    std::vector<Entry> m_entries;        ///< in the order of the list
    std::vector<std::uint32_t> m_places; ///< of each practice when all are sorted by name and code
};

} // namespace fedadvise::directory
