#include "report/documents.h"

#include "document/writers.h"
#include "foundation/text_list.h"
#include "report/document_builders.h"
#include "report/provenance.h"

#include <algorithm>
#include <array>

namespace fedadvise::report
{

namespace
{

using document::Document;

struct Recipe
{
    DocumentKind kind;
    std::vector<Block> (*blocks)(const ReportInput&); ///< null: the page that is filled as far as it goes
    bool contents = false;
};

constexpr std::array<Recipe, 6> recipes = {{
    {{"summary", "Partners’ summary", "One page in plain words for the partners' meeting."}, nullptr},
    {{"plan", "Plan", "The steps of the route that comes first, with owners, dates, forms and fees."}, plan_blocks},
    {{"practices", "Where the practices stand",
      "Where the practices agree and differ, the minority report and the commitments."},
     practices_blocks},
    {{"brief", "Brief for the solicitor and the accountant",
      "Facts, vehicles chosen and rejected, questions to answer, and uncertain law."},
     brief_blocks,
     true},
    {{"commissioner", "Commissioner pre-check", "What the commissioner will ask, and how the group stands."},
     commissioner_blocks,
     true},
    {{"full", "Full rationale", "Everything, with every rule and source."}, full_blocks, true},
}};

const Recipe* find_recipe(std::string_view id)
{
    const auto* const found =
        std::find_if(recipes.begin(), recipes.end(), [&](const Recipe& recipe) { return recipe.kind.id == id; });
    return found == recipes.end() ? nullptr : found;
}

} // namespace

std::span<const DocumentKind> document_kinds()
{
    static const std::array<DocumentKind, recipes.size()> kinds = []
    {
        std::array<DocumentKind, recipes.size()> all;
        std::transform(recipes.begin(), recipes.end(), all.begin(), [](const Recipe& recipe) { return recipe.kind; });
        return all;
    }();
    return kinds;
}

bool has_document(std::string_view id, const ReportInput& input)
{
    return find_recipe(id) != nullptr && (id != "practices" || input.alignment != nullptr);
}

namespace
{

/// Fills the summary with as much as one page holds. A document knows nothing of pages, so letters are counted: every
/// summary of 89 random groups with up to 4,500 letters took one page.
void fill_summary(Document& summary, const ReportInput& input)
{
    constexpr std::size_t most_letters = 4'400;
    constexpr std::array<SummaryRoom, 5> rooms = {
        {{3, 3, 4, 3, true}, {3, 3, 3, 3, true}, {3, 2, 3, 3, true}, {2, 2, 2, 3, false}, {2, 1, 1, 2, false}}};
    for (const SummaryRoom& room : rooms)
    {
        summary.blocks = summary_blocks(input, room);
        explain_words(summary, input.rules, words_place);
        if (foundation::as_paragraph(document::document_as_text(summary)).size() <= most_letters)
            return;
    }
}

} // namespace

Document document_of(std::string_view id, const ReportInput& input)
{
    const Recipe& recipe = *find_recipe(id);
    Document whole;
    whole.id = recipe.kind.id;
    whole.title = input.advice.title;
    whole.kind = recipe.kind.name;
    whole.subject = recipe.kind.about;
    whole.footer = "Law of " + input.advice.as_at_words + ". Rules " + input.advice.rules_version +
                   ". This is not legal, tax or pensions advice.";
    whole.date = input.advice.as_at;
    whole.contents = recipe.contents;
    if (recipe.blocks == nullptr)
    {
        whole.size = document::Size::OnePage;
        fill_summary(whole, input);
        return whole;
    }
    whole.blocks = recipe.blocks(input);
    Draft end;
    add_provenance(end, input);
    for (Block& block : end.take())
        whole.blocks.push_back(std::move(block));
    explain_words(whole, input.rules);
    add_sources(whole, input);
    return whole;
}

} // namespace fedadvise::report
