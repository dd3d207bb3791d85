#include "report/writers.h"

#include "report/conflicts.h"
#include "report/presentation.h"

#include <nlohmann/json.hpp>

namespace fedadvise::report
{

namespace
{

using Json = nlohmann::ordered_json;

constexpr int indent = 2;
constexpr double millionths = 1'000'000.0;

std::string dumped(const Json& json)
{
    return json.dump(indent, ' ', false, Json::error_handler_t::replace) + "\n";
}

/// A JSON number: without decimals when it is whole.
Json number(foundation::Fixed value)
{
    constexpr std::int64_t one = foundation::Fixed::from_integer(1).millionths;
    if (value.millionths % one == 0)
        return value.millionths / one;
    return static_cast<double>(value.millionths) / millionths;
}

Json score_json(const engine::Score& score)
{
    return {{"now", score.now}, {"low", score.low}, {"high", score.high}};
}

Json statement_json(const Statement& statement)
{
    Json json = {{"rule", statement.rule},       {"strength", statement.strength}, {"text", statement.text},
                 {"because", statement.because}, {"sources", statement.sources},   {"title", statement.title}};
    if (!statement.sentence.empty())
        json["effect"] = statement.sentence;
    if (!statement.reason.empty())
        json["reason"] = statement.reason;
    if (!statement.law.empty())
        json["law"] = statement.law;
    if (!statement.level.empty())
        json["level"] = statement.level;
    json["tag"] = statement.tag;
    json["status"] = statement.status;
    json["because-words"] = statement.because_words;
    if (!statement.review_due.empty())
        json["review-due"] = statement.review_due;
    return json;
}

Json pulled_json(const std::vector<PulledOption>& options)
{
    Json json = Json::array();
    for (const PulledOption& option : options)
        json.push_back({{"option", option.id},
                        {"strength", option.strength},
                        {"stopped", option.stopped},
                        {"rules", option.rules},
                        {"sources", option.sources}});
    return json;
}

Json conflicts_json(const std::vector<Statement>& conflicts)
{
    Json json = Json::array();
    for (const Statement& conflict : conflicts)
    {
        json.push_back(statement_json(conflict));
        json.back()["headline"] = conflict_headline(conflict);
        json.back()["sides"] = Json::array();
        for (const AimSide& side : conflict.sides)
            json.back()["sides"].push_back({{"question", side.question},
                                            {"label", side.label},
                                            {"answer", side.answer},
                                            {"in-words", side_words(side)},
                                            {"towards", pulled_json(side.towards)},
                                            {"away", pulled_json(side.away)}});
    }
    return json;
}

Json statements_json(const std::vector<Statement>& statements)
{
    Json json = Json::array();
    for (const Statement& statement : statements)
        json.push_back(statement_json(statement));
    return json;
}

Json pairs_of_texts(const std::vector<std::pair<std::string, std::string>>& texts, const char* first,
                    const char* second)
{
    Json json = Json::array();
    for (const auto& [a, b] : texts)
        json.push_back({{first, a}, {second, b}});
    return json;
}

Json option_json(const OptionAdvice& option)
{
    Json json = {{"id", option.id}, {"rank", option.rank}, {"band", option.band}, {"score", score_json(option.score)}};
    json["for"] = statements_json(option.for_it);
    json["against"] = statements_json(option.against_it);
    json["ruled-out-by"] = statements_json(option.ruled_out_by);
    json["not-yet"] = statements_json(option.not_yet);
    json["required"] = statements_json(option.required);
    json["allowed"] = statements_json(option.allowed);
    json["warnings"] = statements_json(option.warnings);
    json["open"] = statements_json(option.open);
    json["name"] = option.name;
    json["band-label"] = option.band_label;
    json["leading"] = option.leading;
    json["why"] = option.why;
    json["why-not"] = option.why_not;
    json["depth"] = option.depth;
    json["summary"] = option.summary;
    json["suits"] = option.suits;
    json["does-not-suit"] = option.does_not_suit;
    return json;
}

Json options_json(const std::vector<OptionAdvice>& options)
{
    Json json = Json::array();
    for (const OptionAdvice& option : options)
        json.push_back(option_json(option));
    return json;
}

Json pairs_json(const Advice& advice)
{
    Json json = Json::array();
    for (const PairAdvice& pair : advice.pairs)
        json.push_back({{"model", pair.model}, {"vehicle", pair.vehicle}, {"fit", pair.fit}});
    return json;
}

Json figure_json(const Figure& figure)
{
    return {{"now", figure.known ? number(figure.now) : Json{}},
            {"low", number(figure.low)},
            {"high", number(figure.high)}};
}

Json relationship_json(const Gauge& gauge)
{
    constexpr std::size_t own_figures = 3; // mean, lowest and range; the subscales follow
    Json json = Json::object();
    Json subscales = Json::array();
    for (std::size_t i = 0; i < gauge.figures.size(); ++i)
    {
        const Figure& figure = gauge.figures[i];
        if (i < own_figures)
        {
            json[figure.id] = figure_json(figure);
            continue;
        }
        Json subscale = {{"id", figure.id}, {"name", figure.name}};
        subscale.update(figure_json(figure));
        subscales.push_back(std::move(subscale));
    }
    json["subscales"] = std::move(subscales);
    json["known"] = gauge.known;
    json["band"] = gauge.band;
    json["text"] = gauge.text;
    json["in-words"] = gauge.in_words;
    return json;
}

Json deal_json(const Gauge& gauge)
{
    Json json = Json::object();
    for (const Figure& figure : gauge.figures)
        json[figure.id] = number(figure.now);
    json["known"] = gauge.known;
    json["in-words"] = gauge.in_words;
    json["items"] = Json::array();
    for (std::size_t i = 0; i < gauge.rows.size(); ++i)
        json["items"].push_back({{"id", i < gauge.row_ids.size() ? gauge.row_ids[i] : ""},
                                 {"title", gauge.rows[i].first},
                                 {"state", gauge.rows[i].second}});
    return json;
}

Json readiness_json(const Advice& advice)
{
    Json json = {{"relationship", relationship_json(advice.relationship)},
                 {"deal", deal_json(advice.deal)},
                 {"depth-cap", advice.depth_cap.empty() ? Json(nullptr) : Json(advice.depth_cap)}};
    json["depth-cap-words"] = advice.depth_cap_words;
    json["depth-cap-by"] = statements_json(advice.depth_cap_by);
    json["pattern"] = advice.quadrant_title;
    json["pattern-text"] = advice.quadrant_text;
    json["lowest-statements"] = pairs_of_texts(advice.lowest_statements, "statement", "what-to-do");
    return json;
}

Json lessons_json(const Advice& advice)
{
    Json json = Json::array();
    for (const LessonAdvice& lesson : advice.lessons)
        json.push_back({{"number", lesson.number},
                        {"name", lesson.name},
                        {"state", lesson.state},
                        {"summary", lesson.summary},
                        {"checks", statements_json(lesson.checks)}});
    return json;
}

Json open_questions_json(const Advice& advice)
{
    Json json = Json::array();
    for (const OpenQuestionAdvice& question : advice.open_questions)
        json.push_back({{"id", question.id},
                        {"label", question.short_label},
                        {"prompt", question.prompt},
                        {"why", question.why},
                        {"rules", question.rules},
                        {"said-unknown", question.said_unknown}});
    return json;
}

Json next_steps_json(const Advice& advice)
{
    Json json = Json::array();
    for (const NextStep& step : advice.next_steps)
    {
        json.push_back({{"rule", step.rule},
                        {"title", step.title},
                        {"text", step.text},
                        {"within", step.within},
                        {"owner", step.owner},
                        {"sources", step.sources}});
        if (step.from_month)
            json.back()["from-month"] = *step.from_month;
        if (step.to_month)
            json.back()["to-month"] = *step.to_month;
        if (!step.review_due.empty())
            json.back()["review-due"] = step.review_due;
    }
    return json;
}

Json gradient_json(const Advice& advice)
{
    Json json = Json::array();
    for (const GradientStop& stop : advice.gradient)
        json.push_back({{"id", stop.id},
                        {"name", stop.name},
                        {"current", stop.current},
                        {"leading", stop.leading},
                        {"within-cap", stop.within_cap}});
    return json;
}

Json sources_json(const Advice& advice)
{
    Json json = Json::array();
    for (const std::vector<SourceLine>* sources : {&advice.sources, &advice.more_sources})
        for (const SourceLine& source : *sources)
            json.push_back({{"id", source.id},
                            {"title", source.title},
                            {"publisher", source.publisher},
                            {"year", source.year},
                            {"tag", source.tag},
                            {"checked", source.checked},
                            {"review", source.review}});
    return json;
}

Json review_due_json(const Advice& advice)
{
    Json json = Json::array();
    for (const std::vector<SourceLine>* sources : {&advice.sources, &advice.more_sources})
        for (const SourceLine& source : *sources)
            if (source.review_due)
                json.push_back(source.id);
    return json;
}

/// `as-at` is the day whose law was applied; the edition's own date stands beside it.
Json rules_json(const Advice& advice)
{
    return {{"id", advice.rules_id},
            {"version", advice.rules_version},
            {"sha256", advice.rules_sha256},
            {"as-at", advice.as_at},
            {"edition-as-at", advice.rules_as_at}};
}

Json path_json(const PathAdvice& path)
{
    Json json = {{"direction", path.direction.empty() ? Json(nullptr) : Json(path.direction)},
                 {"start-known", path.start_known},
                 {"from", path.from},
                 {"to", path.to},
                 {"headline", path.headline},
                 {"closing", path.closing}};
    json["stops"] = Json::array();
    for (const PathStop& stop : path.stops)
    {
        Json needs = Json::array();
        for (const PathNeed& need : stop.needs)
            needs.push_back({{"kind", need.kind},
                             {"text", need.text},
                             {"rule", need.rule},
                             {"models", need.models},
                             {"sources", need.sources}});
        Json brings = Json::array();
        for (const PathModel& model : stop.brings)
            brings.push_back({{"id", model.id},
                              {"name", model.name},
                              {"leading", model.leading},
                              {"waits", model.waits},
                              {"reasons", model.reasons}});
        json["stops"].push_back({{"id", stop.id},
                                 {"name", stop.name},
                                 {"here", stop.here},
                                 {"destination", stop.destination},
                                 {"words", stop.words},
                                 {"needs", std::move(needs)},
                                 {"brings", std::move(brings)}});
    }
    return json;
}

Json standing_json(const std::string& band, int rank, bool leading)
{
    return {{"band", band}, {"rank", rank}, {"leading", leading}};
}

Json changed_options_json(const std::vector<OptionDifference>& options)
{
    Json json = Json::array();
    for (const OptionDifference& option : options)
    {
        Json through = Json::array();
        for (const ReasonDifference& reason : option.through)
            through.push_back({{"rule", reason.rule},
                               {"role", reason.role},
                               {"now", reason.now},
                               {"text", reason.text},
                               {"sources", reason.sources}});
        json.push_back({{"id", option.id},
                        {"name", option.name},
                        {"from", standing_json(option.band_before, option.rank_before, option.leading_before)},
                        {"to", standing_json(option.band_after, option.rank_after, option.leading_after)},
                        {"through", std::move(through)}});
    }
    return json;
}

Json inputs_json(const std::vector<InputDifference>& inputs)
{
    Json json = Json::array();
    for (const InputDifference& input : inputs)
    {
        Json line = Json::object();
        if (!input.practice.empty())
            line["practice"] = input.practice;
        if (!input.question.empty())
            line["question"] = input.question;
        else
            line["leaves"] = true;
        line["label"] = input.label;
        line["was"] = input.was;
        line["would-be"] = input.would_be;
        json.push_back(std::move(line));
    }
    return json;
}

Json variant_json(const VariantComparison& variant)
{
    Json json = {{"id", variant.id}, {"name", variant.name}};
    if (!variant.note.empty())
        json["note"] = variant.note;
    json["headline"] = variant.headline;
    json["more"] = variant.more;
    json["inputs"] = inputs_json(variant.inputs);
    json["leading-models"] = variant.leading_after;
    json["changed-models"] = changed_options_json(variant.models);
    json["changed-vehicles"] = changed_options_json(variant.vehicles);
    json["sayings"] = Json::array();
    for (const SayingDifference& saying : variant.sayings)
        json["sayings"].push_back(
            {{"kind", saying.kind}, {"rule", saying.rule}, {"now", saying.now}, {"title", saying.text}});
    return json;
}

Json variants_json(std::span<const VariantComparison> variants)
{
    Json json = Json::array();
    for (const VariantComparison& variant : variants)
        json.push_back(variant_json(variant));
    return json;
}

void add_variant_judged(const Advice& advice, Json& json)
{
    if (!advice.variant.empty())
        json["variant"] = {{"id", advice.variant}, {"name", advice.variant_name}};
}

Json changed_answer_json(const ChangedAnswer& answer)
{
    Json json = {{"question", answer.question},
                 {"label", answer.short_label},
                 {"now", answer.now},
                 {"would-be", answer.would_be},
                 {"was-open", answer.was_open}};
    if (answer.by_practices)
        json["practices-to-change"] = answer.practices_to_change;
    return json;
}

/// "lead" and "allowed", each with the smallest changes that do it.
Json changes_json(std::span<const WhatWouldChange> changes)
{
    Json json = Json::object();
    for (const WhatWouldChange& what : changes)
    {
        Json sets = Json::array();
        for (const ChangeAdvice& change : what.changes)
        {
            Json answers = Json::array();
            for (const ChangedAnswer& answer : change.answers)
                answers.push_back(changed_answer_json(answer));
            sets.push_back(
                {{"sentence", change.sentence}, {"answers", answers}, {"other-answers", change.other_answers}});
        }
        json[what.goal] = {{"outcome", what.outcome},          {"headline", what.headline},
                           {"questions", what.questions},      {"none-up-to", what.none_up_to},
                           {"sets", std::move(sets)},          {"more-sets", what.more},
                           {"all-sets-known", what.all_known}, {"obstacles", statements_json(what.obstacles)},
                           {"cases-judged", what.cases}};
    }
    return json;
}

/// Shares in thousandths, as they are shown in words.
Json shares_json(const Shares& shares)
{
    const auto list = [](const std::vector<LeadShare>& options)
    {
        Json json = Json::array();
        for (const LeadShare& share : options)
            json.push_back({{"id", share.option},
                            {"first-in-thousand", share.first},
                            {"half-width-in-thousand", share.half_width},
                            {"open-in-thousand", share.open},
                            {"ranks-in-thousand", share.ranks},
                            {"words", share.words}});
        return json;
    };
    return {{"readings", shares.readings}, {"completions", shares.completions}, {"exact", shares.exact},
            {"words", shares.words},       {"models", list(shares.models)},     {"vehicles", list(shares.vehicles)}};
}

Json firmness_json(const Further& further)
{
    Json pivotal = Json::array();
    for (const PivotalAnswer& answer : further.pivotal)
        pivotal.push_back({{"question", answer.question}, {"now", answer.now}, {"sentences", answer.sentences}});
    Json json = {{"answers-tried", further.flips},
                 {"questions-tried", further.flipped_questions},
                 {"words", further.pivotal_words},
                 {"pivotal", std::move(pivotal)},
                 {"as-answered", shares_json(further.as_answered)}};
    json["with-open-answers"] = further.with_open.readings == 0 ? Json{} : shares_json(further.with_open);
    return json;
}

Json still_decides_json(const Further& further)
{
    Json questions = Json::array();
    for (const QuestionDecides& question : further.questions)
        questions.push_back({{"question", question.question},
                             {"can-change-leaders", question.can_change_leaders},
                             {"said-unknown", question.said_unknown},
                             {"rules", question.rules},
                             {"may-rule-out", question.may_rule_out},
                             {"may-clear", question.may_clear},
                             {"may-drop", question.may_drop},
                             {"may-settle", question.may_settle},
                             {"sentence", question.sentence}});
    Json without_effect = Json::array();
    for (const auto& [id, label] : further.without_effect)
        without_effect.push_back(id);
    return {{"settled", further.settled},
            {"words", further.settled_words},
            {"questions", std::move(questions)},
            {"without-effect", std::move(without_effect)}};
}

} // namespace

std::string advice_as_json(const Advice& advice, std::span<const VariantComparison> variants, const Further* further,
                           const AlignmentAdvice* alignment)
{
    Json json = {{"format", "federation-adviser result"},
                 {"version", 1},
                 {"rules", rules_json(advice)},
                 {"title", advice.title},
                 {"headline", advice.headline}};
    add_variant_judged(advice, json);
    json["models"] = options_json(advice.models);
    json["vehicles"] = options_json(advice.vehicles);
    json["pairs"] = pairs_json(advice);
    json["legal-person-needed"] = advice.legal_person == "unknown" ? Json{} : Json(advice.legal_person_needed);
    json["readiness"] = readiness_json(advice);
    json["gradient"] = gradient_json(advice);
    json["path"] = path_json(advice.path);
    if (further != nullptr)
    {
        json["still-decides"] = still_decides_json(*further);
        json["firmness"] = firmness_json(*further);
    }
    if (alignment != nullptr)
        json["alignment"] = Json::parse(alignment_as_json(*alignment))["alignment"];
    json["lessons"] = lessons_json(advice);
    json["conflicts"] = conflicts_json(advice.conflicts);
    json["warnings"] = statements_json(advice.warnings);
    json["next-steps"] = next_steps_json(advice);
    json.update(Json::parse(plan_as_json(advice)));
    if (!variants.empty())
        json["variants"] = variants_json(variants);
    json["open-questions"] = open_questions_json(advice);
    json["not-considered"] = advice.not_considered;
    json["not-stated"] = pairs_of_texts(advice.unstated, "id", "reason");
    json["sources"] = sources_json(advice);
    json["review-due"] = review_due_json(advice);
    json["review-note"] = advice.review_note;
    json["disclaimer"] = advice.disclaimer;
    return dumped(json);
}

std::string variants_as_json(const Advice& base, std::span<const VariantComparison> variants)
{
    Json json = {{"format", "federation-adviser variants"},
                 {"version", 1},
                 {"rules", rules_json(base)},
                 {"title", base.title},
                 {"headline", base.headline}};
    json["leading-models"] = Json::array();
    for (const OptionAdvice& model : base.models)
        if (model.leading)
            json["leading-models"].push_back(model.id);
    json["variants"] = variants_json(variants);
    json["disclaimer"] = base.disclaimer;
    return dumped(json);
}

std::string why_as_json(const Advice& advice, const std::string& option, std::span<const WhatWouldChange> changes)
{
    const OptionAdvice* found = find_option(advice, option);
    if (found == nullptr)
        return {};
    Json json = {
        {"format", "federation-adviser why"}, {"version", 1}, {"rules", rules_json(advice)}, {"title", advice.title}};
    add_variant_judged(advice, json);
    json["option"] = option_json(*found);
    if (!changes.empty())
        json["change"] = changes_json(changes);
    json["disclaimer"] = advice.disclaimer;
    return dumped(json);
}

} // namespace fedadvise::report
