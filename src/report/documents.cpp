#include "report/documents.h"

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
    std::vector<Block> (*blocks)(const ReportInput&);
    bool contents = false;
};

constexpr std::array<Recipe, 6> recipes = {{
    {{"summary", "Partners’ summary", "One page in plain words for the partners' meeting."}, summary_blocks},
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

const DocumentKind* find_document_kind(std::string_view id)
{
    const Recipe* recipe = find_recipe(id);
    return recipe == nullptr ? nullptr : &recipe->kind;
}

bool has_document(std::string_view id, const ReportInput& input)
{
    return find_recipe(id) != nullptr && (id != "practices" || input.alignment != nullptr);
}

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
    whole.blocks = recipe.blocks(input);
    if (id == "summary")
    {
        whole.size = document::Size::OnePage;
        explain_words(whole, input.rules, words_place);
        return whole;
    }
    Draft end;
    add_provenance(end, input);
    for (Block& block : end.take())
        whole.blocks.push_back(std::move(block));
    explain_words(whole, input.rules);
    add_sources(whole, input);
    return whole;
}

} // namespace fedadvise::report
