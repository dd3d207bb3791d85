// Writes variants beside the case, as text of their own.
#include "document/text_layout.h"
#include "report/writers.h"

namespace fedadvise::report
{

using document::TextPage;

namespace
{

/// "Quay Surgery, Registered patients: was 9,100 patients, would be 9,000 patients."
std::string input_words(const InputDifference& input)
{
    return who_and_what(input) + ": was “" + input.was + "”, would be “" + input.would_be + "”.";
}

void write_options(TextPage& page, std::string_view heading, const std::vector<OptionDifference>& options)
{
    const std::vector<BandChange> changes = band_changes(options);
    const std::string places = place_changes(options);
    if (changes.empty() && places.empty())
        return;
    page.heading(heading, 3);
    for (const BandChange& change : changes)
    {
        page.item(change.words);
        for (const std::string& reason : change.reasons)
            page.paragraph(reason, 4);
    }
    if (!places.empty())
        page.item(places);
}

void write_comparison(TextPage& page, const VariantComparison& variant)
{
    page.heading(variant.name + " (" + variant.id + ")", 2);
    page.paragraph(variant.headline);
    for (const std::string& sentence : variant.more)
        page.item(sentence, 0, "*");
    if (!variant.note.empty())
        page.paragraph("Note: " + variant.note);
    if (!variant.inputs.empty())
        page.heading("What is otherwise", 3);
    for (const InputDifference& input : variant.inputs)
        page.item(input_words(input));
    write_options(page, "Models", variant.models);
    write_options(page, "Legal vehicles", variant.vehicles);
    if (!variant.sayings.empty())
        page.heading("What else would be said", 3);
    for (const SayingDifference& saying : variant.sayings)
        page.item(saying_words(saying));
}

} // namespace

std::string variants_as_text(const Advice& base, std::span<const VariantComparison> variants)
{
    TextPage page;
    page.heading(base.title + ": what if", 1);
    page.paragraph("By the law as it stands on " + base.as_at_words + ".");
    page.heading("As it stands", 2);
    if (!base.headline.empty())
        page.paragraph(base.headline.front());
    if (variants.empty())
        page.paragraph("The case has no variants.");
    for (const VariantComparison& variant : variants)
        write_comparison(page, variant);
    page.empty_line();
    page.paragraph(base.disclaimer);
    return page.text();
}

} // namespace fedadvise::report
