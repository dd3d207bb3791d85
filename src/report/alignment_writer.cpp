// Writes where the practices stand as JSON, of its own and as a part of the result.
#include "report/writers.h"

#include <nlohmann/json.hpp>

namespace fedadvise::report
{

namespace
{

using Json = nlohmann::ordered_json;

constexpr int json_indent = 2;

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

} // namespace fedadvise::report
