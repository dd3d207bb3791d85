// The commands on variants: "what if".
#include "wizard/conversation.h"

#include "foundation/number_text.h"
#include "foundation/text_list.h"
#include "foundation/utf8.h"

#include <algorithm>
#include <utility>

namespace fedadvise::wizard
{

namespace
{

constexpr std::size_t longest_name = 200;    ///< characters; it stands in lists and headings
constexpr std::size_t longest_note = 20'000; ///< characters; case files take no more

/// Fit for a case file and for a list: no control characters, no space at the ends, not too long.
std::string clean_name(const std::string& written)
{
    if (foundation::first_invalid_utf8(written))
        return {};
    const std::string kept = foundation::without_control_characters(written);
    const std::string name(foundation::trimmed(kept));
    return foundation::code_point_count(name) > longest_name ? std::string{} : name;
}

std::string number_words(std::size_t number)
{
    return foundation::with_thousands(static_cast<std::int64_t>(number));
}

} // namespace

std::vector<VariantLine> Conversation::variants() const
{
    std::vector<VariantLine> lines;
    for (const casefile::Variant& variant : m_file.variants)
        lines.push_back({variant.id, variant.name, variant.note, variant.id == m_variant});
    return lines;
}

/// Adds the variant under the name, or under "What if 2" and so on; gives its id.
std::string Conversation::keep_variant(casefile::Variant variant, const std::string& name)
{
    if (m_file.variants.size() >= casefile::most_variants)
        return {};
    variant.id = casefile::free_variant_id(m_file);
    variant.name = clean_name(name);
    if (variant.name.empty())
        variant.name = "What if " + number_words(m_file.variants.size() + 1);
    const std::string id = variant.id;
    change_variants([&] { m_file.variants.push_back(std::move(variant)); });
    return id;
}

std::string Conversation::add_variant(const std::string& name)
{
    const casefile::Variant* current = casefile::find_variant(m_file, m_variant);
    return keep_variant(current == nullptr ? casefile::Variant{} : *current, name);
}

std::string Conversation::add_variant(const std::string& name, const casefile::Case& changed)
{
    return keep_variant(casefile::difference(m_file, changed), name);
}

std::string Conversation::add_variant_without(const std::string& practice)
{
    const auto leaving = std::find_if(m_file.practices.begin(), m_file.practices.end(),
                                      [&](const casefile::Practice& p) { return p.id == practice; });
    if (leaving == m_file.practices.end())
        return {};
    for (const casefile::Variant& variant : m_file.variants)
        if (variant.without == std::vector<std::string>{practice} && variant.changes.empty() && !variant.as_at)
            return variant.id;
    casefile::Variant variant;
    variant.without = {practice};
    return keep_variant(std::move(variant),
                        "If " + (leaving->name.empty() ? "practice " + practice : leaving->name) + " leaves");
}

void Conversation::rename_variant(const std::string& variant, const std::string& name)
{
    const std::string new_name = clean_name(name);
    if (casefile::Variant* named = casefile::find_variant(m_file, variant); named != nullptr && !new_name.empty())
        change_variants([&] { named->name = new_name; });
}

void Conversation::note_variant(const std::string& variant, const std::string& note)
{
    if (foundation::first_invalid_utf8(note) || foundation::code_point_count(note) > longest_note)
        return;
    const std::string kept = foundation::without_control_characters(note);
    if (casefile::Variant* noted = casefile::find_variant(m_file, variant))
        change_variants([&] { noted->note = std::string(foundation::trimmed(kept)); });
}

void Conversation::remove_variant(const std::string& variant)
{
    if (!variant.empty())
        change_variants([&] { std::erase_if(m_file.variants, [&](const auto& v) { return v.id == variant; }); });
    std::erase_if(m_written, [&](const Written& written) { return !variant.empty() && written.variant == variant; });
}

void Conversation::work_on_variant(const std::string& variant)
{
    if (variant == m_variant || (!variant.empty() && casefile::find_variant(m_file, variant) == nullptr))
        return;
    m_checked_steps.clear();
    m_variant = variant;
    look_through_variant();
}

void Conversation::bring_back_practice(const std::string& practice)
{
    if (casefile::Variant* variant = casefile::find_variant(m_file, m_variant))
        change_variants([&] { std::erase(variant->without, practice); });
}

std::vector<std::string> Conversation::variants_about(const std::string& practice) const
{
    casefile::Case file = m_file;
    return casefile::forget_practice(file, practice);
}

std::vector<report::VariantComparison> Conversation::comparisons() const
{
    return report::compare_variants(m_engine, m_file, std::nullopt, m_today);
}

std::optional<report::VariantComparison> Conversation::comparison(const std::string& variant) const
{
    const casefile::Variant* found = casefile::find_variant(m_file, variant);
    if (found == nullptr)
        return std::nullopt;
    return report::compare_variant(m_engine, m_file, *found, std::nullopt, m_today);
}

} // namespace fedadvise::wizard
