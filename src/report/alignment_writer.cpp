// Writes where the practices stand: as text and as JSON of their own, and as a part of the report.
#include "foundation/number_text.h"
#include "foundation/text_list.h"
#include "report/text_parts.h"
#include "report/wording.h"
#include "report/writers.h"

#include <nlohmann/json.hpp>

namespace fedadvise::report
{

namespace
{

using Json = nlohmann::ordered_json;

constexpr int json_indent = 2;
constexpr std::size_t most_rows_in_text = 15;

std::string figure(const std::optional<int>& thousandths)
{
    return thousandths ? foundation::fixed_text({*thousandths * std::int64_t{1'000}}, 2) : "none";
}

std::string depths(const std::vector<NamedModel>& models)
{
    std::vector<std::string> names;
    for (const NamedModel& model : models)
        names.push_back(model.name + " (" + model.depth + ")");
    return names.empty() ? "none" : foundation::joined_as_sentence(names);
}

void write_statements(TextPage& page, std::string_view heading, const std::vector<Statement>& statements)
{
    if (statements.empty())
        return;
    page.heading(heading, 2);
    for (const Statement& statement : statements)
        page.item(statement.text + " (Rule " + statement.rule + ".)");
}

void write_map(TextPage& page, const AlignmentAdvice& advice)
{
    page.heading("Questions to talk about, biggest gaps first", 2);
    std::size_t shown = 0, left = 0;
    for (const MapRow& row : advice.map)
    {
        if (!row.needs_talk)
            continue;
        if (shown == most_rows_in_text)
        {
            ++left;
            continue;
        }
        ++shown;
        page.item(row.label + ": " + row.sentence + " Consensus " + consensus_in_words(row.consensus_band) + " (" +
                  figure(row.consensus) + ").");
    }
    if (shown == 0)
        page.paragraph("No question has answers that lie half the scale apart or more.");
    if (left > 0)
        page.paragraph("And " + counted(static_cast<std::int64_t>(left), "questions") +
                       " more; the HTML report has them all.");
    bool headed = false;
    for (const MapRow& row : advice.map)
        if (!row.view && row.gap > 0)
        {
            if (!headed)
                page.heading("Circumstances that differ", 3);
            headed = true;
            page.item(row.label + ": " + row.sentence);
        }
}

void write_practices(TextPage& page, const AlignmentAdvice& advice)
{
    page.heading("Practice by practice", 2);
    for (const PracticeAdvice& practice : advice.practices)
    {
        page.item(practice.name + ": " + practice.sentence +
                  (practice.commitment_words.empty() ? "" : " Commitment: " + practice.commitment_words) +
                  (practice.list_share ? " Share of the patients, for information only: " +
                                             std::to_string(*practice.list_share) + " in 100."
                                       : ""));
        for (const Statement& reason : practice.reasons)
            page.item(reason.text, 4);
    }
}

void write_minority(TextPage& page, const MinorityReport& report)
{
    page.heading("Minority report: " + report.practice, 2);
    page.paragraph(report.sentence);
    const auto list = [&](std::string_view heading, const std::vector<std::string>& lines)
    {
        page.heading(heading, 3);
        for (const std::string& line : lines)
            page.item(line);
    };
    list("What it would give up", report.gives_up);
    list("What it would need", report.needs);
    list("How it could leave", report.how_to_leave);
}

Json models_json(const std::vector<NamedModel>& models)
{
    Json json = Json::array();
    for (const NamedModel& model : models)
        json.push_back(model.id);
    return json;
}

Json rules_json(const std::vector<Statement>& statements)
{
    Json json = Json::array();
    for (const Statement& statement : statements)
        json.push_back({{"rule", statement.rule},
                        {"title", statement.title},
                        {"text", statement.text},
                        {"because", statement.because},
                        {"sources", statement.sources}});
    return json;
}

Json optional_json(const std::optional<int>& thousandths)
{
    return thousandths ? Json(*thousandths) : Json{};
}

Json map_json(const AlignmentAdvice& advice)
{
    Json json = Json::array();
    for (const MapRow& row : advice.map)
    {
        Json cells = Json::array();
        for (std::size_t p = 0; p < row.cells.size(); ++p)
            cells.push_back({{"practice", advice.practices[p].id},
                             {"answer", row.cells[p].answer},
                             {"place", optional_json(row.cells[p].place)}});
        json.push_back({{"question", row.question},
                        {"label", row.label},
                        {"kind", row.view ? "view" : "circumstance"},
                        {"gap", row.gap},
                        {"needs-talk", row.needs_talk},
                        {"consensus", optional_json(row.consensus)},
                        {"band", row.consensus_band},
                        {"lowest", row.lowest},
                        {"highest", row.highest},
                        {"answers", cells}});
    }
    return json;
}

Json practices_json(const AlignmentAdvice& advice)
{
    Json json = Json::array();
    for (const PracticeAdvice& practice : advice.practices)
        json.push_back({{"id", practice.id},
                        {"name", practice.name},
                        {"has-answered", practice.has_spoken},
                        {"leading", models_json(practice.leading)},
                        {"stance", practice.stance},
                        {"text", practice.sentence},
                        {"reasons", rules_json(practice.reasons)},
                        {"commitment", practice.commitment},
                        {"commitment-text", practice.commitment_words}});
    return json;
}

Json coalitions_json(const std::vector<CoalitionAdvice>& coalitions)
{
    Json json = Json::array();
    for (const CoalitionAdvice& coalition : coalitions)
        json.push_back({{"members", coalition.members},
                        {"outside", coalition.outside},
                        {"models", models_json(coalition.models)},
                        {"deal-breakers", rules_json(coalition.deal_breakers)},
                        {"text", coalition.sentence}});
    return json;
}

Json alignment_json(const AlignmentAdvice& advice)
{
    Json trend = Json::array();
    for (const auto& [round, consensus] : advice.trend)
        trend.push_back({{"round", round}, {"consensus", optional_json(consensus)}});
    Json vetoes = Json::array();
    for (const VetoAdvice& veto : advice.vetoes)
        vetoes.push_back({{"model", veto.model.id}, {"by", veto.by}, {"hidden", veto.hidden}, {"text", veto.sentence}});
    Json json = {{"headline", advice.headline},
                 {"pattern", advice.pattern},
                 {"hidden-veto", advice.hidden_veto},
                 {"camps", advice.camps},
                 {"more", advice.more},
                 {"consensus", optional_json(advice.consensus)},
                 {"band", advice.consensus_band},
                 {"method", advice.method},
                 {"trend", trend},
                 {"leading", models_json(advice.leading)},
                 {"advised", models_json(advice.advised)},
                 {"advised-is-common-ground", advice.advised_is_common_ground},
                 {"common-ground", models_json(advice.common_ground)},
                 {"accepted-by-all", models_json(advice.accepted)},
                 {"acceptable-to-all", models_json(advice.acceptable_to_all)},
                 {"best-on-average", models_json(advice.best_on_average)},
                 {"vetoes", vetoes},
                 {"deal-breakers", rules_json(advice.deal_breakers)},
                 {"coalitions", coalitions_json(advice.coalitions)},
                 {"camps-by-themselves", coalitions_json(advice.camp_coalitions)},
                 {"coalitions-text", advice.coalition_words}};
    json["minority"] = Json{};
    if (advice.minority)
        json["minority"] = {{"practice", advice.minority->practice},         {"text", advice.minority->sentence},
                            {"gives-up", advice.minority->gives_up},         {"needs", advice.minority->needs},
                            {"how-to-leave", advice.minority->how_to_leave}, {"sources", advice.minority->sources}};
    json["practices"] = practices_json(advice);
    json["map"] = map_json(advice);
    return json;
}

} // namespace

std::string alignment_as_json(const AlignmentAdvice& advice)
{
    const Json json = {{"format", "federation-adviser alignment"},
                       {"version", 1},
                       {"title", advice.title},
                       {"alignment", alignment_json(advice)},
                       {"disclaimer", advice.disclaimer}};
    return json.dump(json_indent, ' ', false, Json::error_handler_t::replace) + "\n";
}

std::string alignment_as_text(const AlignmentAdvice& advice)
{
    TextPage page;
    page.heading(advice.title + ": where you stand", 1);
    page.paragraph(advice.headline);
    for (const std::string& sentence : advice.more)
        page.item(sentence, 0, "*");
    if (!advice.practices.empty())
    {
        if (!advice.vetoes.empty())
            page.heading("Votes", 2);
        for (const VetoAdvice& veto : advice.vetoes)
            page.item(veto.sentence);
        write_statements(page, "What no average may hide", advice.deal_breakers);
        write_map(page, advice);
        page.heading("What all could accept", 2);
        page.paragraph(advice.common_ground_words);
        page.paragraph("No practice that has answered speaks against: " + depths(advice.accepted) + ".");
        page.heading("Smaller coalitions", 2);
        page.paragraph(advice.coalition_words.empty() ? "With fewer than three practices there are none."
                                                      : advice.coalition_words);
        for (const auto* coalitions : {&advice.coalitions, &advice.camp_coalitions})
            for (const CoalitionAdvice& coalition : *coalitions)
            {
                page.item(coalition.sentence);
                for (const Statement& breaker : coalition.deal_breakers)
                    page.item("Not settled by that: " + breaker.text, 4);
            }
        write_practices(page, advice);
        if (advice.minority)
            write_minority(page, *advice.minority);
        page.heading("Questions to ask in the room", 2);
        for (const std::string& prompt : advice.prompts)
            page.item(prompt);
        page.heading("How this was worked out", 2);
        page.paragraph(advice.method);
    }
    page.empty_line();
    page.paragraph(advice.disclaimer);
    return page.text();
}

void write_alignment(TextPage& page, const AlignmentAdvice& advice)
{
    page.heading("Where you stand", 2);
    page.paragraph(advice.headline);
    page.paragraph("The command “fedadvise align” says more: each practice by itself, common ground, and who could go "
                   "further.");
}

} // namespace fedadvise::report
