#include "cli/commands.h"

#include "casefile/case_file.h"
#include "cli/input_output.h"
#include "cli/judged.h"
#include "cli/progress.h"
#include "cli/question_list.h"
#include "document/writers.h"
#include "engine/engine.h"
#include "foundation/text_list.h"
#include "foundation/utf8.h"
#include "report/advice.h"
#include "report/compare.h"
#include "report/documents.h"
#include "report/presentation.h"
#include "report/writers.h"

#include <algorithm>
#include <iostream>
#include <optional>

namespace fedadvise::cli
{

using foundation::Diagnostic;

namespace
{

/// Null, after the ids that exist were told, when the case has no such variant.
const casefile::Variant* variant_of(const casefile::Case& group, const std::string& id)
{
    const casefile::Variant* variant = casefile::find_variant(group, id);
    if (variant != nullptr)
        return variant;
    std::vector<std::string> known;
    for (const casefile::Variant& other : group.variants)
        known.push_back(other.id + " (" + foundation::without_control_characters(other.name) + ")");
    std::cerr << "fedadvise: the case has no variant '" << foundation::without_control_characters(id) << "'. "
              << (known.empty() ? "It has none at all." : "Its variants: " + foundation::joined(known, ", ") + ".")
              << "\n";
    return nullptr;
}

Judged failed(int status)
{
    Judged judged;
    judged.status = status;
    return judged;
}

bool knows(const report::Advice& advice, const std::string& option, std::vector<std::string>& names)
{
    for (const auto* options : {&advice.models, &advice.vehicles})
        for (const report::OptionAdvice& known : *options)
            names.push_back(known.id);
    return std::find(names.begin(), names.end(), option) != names.end();
}

} // namespace

Judged judge(const Request& request)
{
    std::optional<foundation::Date> day;
    if (!request.as_at.empty())
    {
        day = foundation::parse_date(request.as_at);
        if (!day)
        {
            std::cerr << "fedadvise: '" << request.as_at << "' is not a date. Write it as 2026-11-22.\n";
            return failed(wrong_usage);
        }
    }
    const auto rules = load_rules(request);
    if (!rules)
        return failed(invalid_input);
    const casefile::LoadedCase loaded = casefile::load_case(foundation::path_from_utf8(request.case_file), *rules);
    print(loaded.diagnostics);
    if (!loaded.group)
        return failed(invalid_input);
    const casefile::Variant* variant = request.variant.empty() ? nullptr : variant_of(*loaded.group, request.variant);
    if (variant == nullptr && !request.variant.empty())
        return failed(wrong_usage);
    const engine::Engine engine(rules);
    const casefile::Case group = variant == nullptr ? *loaded.group : casefile::with_variant(*loaded.group, *variant);
    const foundation::Date law = engine::day_of_law(group, day, today());
    Judged judged{done, report::put_into_words(*rules, group, engine.assess(group, law)), {}, engine, group, law};
    if (variant != nullptr)
        report::mark_variant(*judged.advice, *variant);
    else
        judged.variants = report::compare_variants(engine, group, day, today());
    return judged;
}

int explain_option(const Request& request)
{
    const Judged judged = judge(request);
    if (!judged.advice)
        return judged.status;
    std::vector<std::string> names;
    if (!knows(*judged.advice, request.option, names))
    {
        const std::string near = foundation::nearest_word(request.option, names);
        std::cerr << "fedadvise: '" << request.option << "' is neither a model nor a vehicle. "
                  << (near.empty() ? "Models and vehicles: " + foundation::joined(names, ", ") + "."
                                   : "Did you mean '" + near + "'?")
                  << "\n";
        return wrong_usage;
    }
    std::vector<report::WhatWouldChange> changes;
    {
        ProgressLine progress;
        report::SearchSettings search;
        search.stop = &interrupted();
        search.most_cases = request.most_cases;
        search.progress = [&](std::size_t size, std::size_t cases)
        { progress.show("changes of " + std::to_string(size) + " answers", cases, search.most_cases); };
        changes = report::what_would_change(*judged.engine, judged.group, judged.day, request.option, search);
    }
    if (request.format == "json")
        return deliver(request, report::why_as_json(*judged.advice, request.option, changes));
    const report::OptionAdvice* option = report::find_option(*judged.advice, request.option);
    return deliver(request, document::document_as_text(report::why_document(*judged.advice, *option, changes)));
}

int compare_options(const Request& request)
{
    const Judged judged = judge(request);
    if (!judged.advice)
        return judged.status;
    if (const std::string fault = report::comparison_fault(*judged.advice, request.options); !fault.empty())
    {
        std::cerr << "fedadvise: " << fault << "\n";
        return wrong_usage;
    }
    const report::Comparison comparison = report::compare(*judged.advice, request.options);
    if (request.format == "json")
        return deliver(request, report::comparison_as_json(comparison));
    return deliver(request, report::comparison_as_text(comparison));
}

int compare_variants(const Request& request)
{
    const Judged judged = judge(request);
    if (!judged.advice)
        return judged.status;
    if (request.format == "json")
        return deliver(request, report::variants_as_json(*judged.advice, judged.variants));
    return deliver(request, report::variants_as_text(*judged.advice, judged.variants));
}

int list_questions(const Request& request)
{
    const auto rules = load_rules(request);
    if (!rules)
        return invalid_input;
    return deliver(request, request.format == "json" ? questions_as_json(*rules) : questions_as_text(*rules));
}

} // namespace fedadvise::cli
