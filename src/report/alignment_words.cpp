#include "report/alignment_words.h"

#include "foundation/text_list.h"
#include "report/alignment_names.h"
#include "report/statements.h"

#include <algorithm>

namespace fedadvise::report
{

using alignment::Members;

namespace
{

constexpr std::size_t most_objections = 3;

MapRow map_row(const AlignmentWording& wording, const alignment::QuestionAgreement& agreement)
{
    const rulebase::Question& question = wording.rules().questions[agreement.question];
    MapRow row;
    row.question = question.id.value;
    row.label = wording.label(agreement.question);
    row.prompt = question.prompt;
    row.view = agreement.view;
    row.needs_talk = agreement.needs_talk();
    row.gap = agreement.gap;
    row.consensus = agreement.consensus;
    if (agreement.consensus)
        row.consensus_band = alignment::band_id(alignment::consensus_band(*agreement.consensus));
    row.lowest = wording.practices(agreement.lowest);
    row.highest = wording.practices(agreement.highest);
    for (const engine::HeldValue& value : agreement.said)
        row.cells.push_back({answer_of(question, value), alignment::place_on_scale(question, value), value.answered});
    if (!agreement.lowest.empty())
        row.sentence = "From “" + row.cells[agreement.lowest.front()].answer + "” (" +
                       wording.practices_in_short(agreement.lowest) + ") to “" +
                       row.cells[agreement.highest.front()].answer + "” (" +
                       wording.practices_in_short(agreement.highest) + ").";
    else
        row.sentence = agreement.gap == 0 ? "All that answered say the same." : "Answers differ.";
    return row;
}

std::string commitment_words(const casefile::Commitment& commitment)
{
    std::string words;
    if (commitment.state)
        words = *commitment.state == casefile::CommitmentState::In    ? "In."
                : *commitment.state == casefile::CommitmentState::Out ? "Out."
                : commitment.condition.empty()                        ? "In, on a condition."
                                               : as_sentence("In, on a condition: " + commitment.condition);
    if (commitment.decided_on)
        words += " Decided on " + foundation::date_in_words(*commitment.decided_on) + ".";
    else if (commitment.decide_by)
        words += " To decide by " + foundation::date_in_words(*commitment.decide_by) + ".";
    if (!commitment.note.empty())
        words += " " + as_sentence(commitment.note);
    return std::string(foundation::trimmed(words));
}

/// How the best of what is advised stands with the practice.
alignment::Stance stance_of(const AlignmentWording& wording, const alignment::PracticeFit& fit)
{
    alignment::Stance best = alignment::Stance::Barred;
    for (const std::size_t model : wording.alignment.advised)
        best = std::min(best, fit.stances[model]);
    return best;
}

void note_list_shares(const AlignmentWording& wording, std::vector<PracticeAdvice>& practices)
{
    const rulebase::RuleBase& rules = wording.rules();
    for (const rulebase::Question& total : rules.questions)
    {
        constexpr std::string_view start = "sum-of:";
        if (!total.derived.starts_with(start))
            continue;
        for (std::size_t q = 0; q < rules.questions.size(); ++q)
        {
            const auto& said = wording.table.own_words()[q];
            std::int64_t sum = 0;
            for (const engine::HeldValue& value : said)
                sum += value.answered ? value.number.millionths / 1'000'000 : 0;
            if (rules.questions[q].id.value != total.derived.substr(start.size()) || sum <= 0 ||
                !std::all_of(said.begin(), said.end(), [](const auto& v) { return v.answered; }))
                continue;
            for (std::size_t p = 0; p < said.size(); ++p)
                practices[p].list_share = (said[p].number.millionths / 1'000'000 * 200 + sum) / (2 * sum);
        }
    }
}

PracticeAdvice practice_advice(const AlignmentWording& wording, std::size_t index)
{
    const alignment::PracticeFit& fit = wording.alignment.fit.practices[index];
    const casefile::Practice& practice = wording.table.group().practices[index];
    PracticeAdvice advice;
    advice.id = practice.id;
    advice.name = wording.practice(index);
    advice.has_spoken = fit.has_spoken;
    advice.commitment = practice.commitment.state ? casefile::commitment_name(*practice.commitment.state) : "";
    advice.commitment_words = commitment_words(practice.commitment);
    if (!fit.has_spoken)
    {
        advice.sentence = "Has not said what it thinks so far.";
        return advice;
    }
    advice.leading = wording.models(fit.leading);
    const alignment::Stance stance = stance_of(wording, fit);
    advice.stance = alignment::stance_id(stance);
    advice.sentence = fit.leading.empty() ? "If all thought so, nothing would come first so far."
                                          : "If all thought so, " + quoted(advice.leading) + " would come first.";
    const std::string advised = quoted(wording.models(wording.alignment.advised));
    if (wording.alignment.advised.empty() || stance == alignment::Stance::Barred)
        return advice;
    advice.sentence += stance == alignment::Stance::Accepts ? " It could live with the advice to all, " + advised + "."
                       : stance == alignment::Stance::Waits
                           ? " For the advice to all, " + advised + ", it is not ready yet."
                           : " The advice to all, " + advised + ", does not suit it.";
    if (stance == alignment::Stance::Accepts)
        return advice;
    const casefile::Case seen = wording.table.case_as_seen_by(wording.table.everybody(), index);
    const engine::Assessment assessment = wording.table.engine().assess(seen, wording.table.day());
    const rulebase::Model& model = wording.rules().models[wording.alignment.advised.front()];
    advice.reasons = objections({wording.rules(), seen, assessment}, model, most_objections);
    return advice;
}

/// The rules as the group's own assessment has them.
std::vector<Statement> statements_of_rules(const AlignmentWording& wording, const casefile::Case& group,
                                           const engine::Assessment& assessment, const std::vector<std::size_t>& rules)
{
    const Wording words{wording.rules(), group, assessment};
    std::vector<Statement> statements;
    for (const std::size_t r : rules)
    {
        const rulebase::RuleId& id = wording.rules().rules[r].id;
        const engine::Finding* found = nullptr;
        const auto look = [&](const std::vector<engine::Finding>& findings)
        {
            for (const engine::Finding& finding : findings)
                if (found == nullptr && finding.rule == id && finding.truth == engine::Truth::True)
                    found = &finding;
        };
        look(assessment.warnings);
        for (const auto* options : {&assessment.models, &assessment.vehicles})
            for (const engine::OptionResult& option : *options)
            {
                look(option.warnings);
                look(option.not_yet);
            }
        if (found != nullptr)
            statements.push_back(statement_of(words, *found));
    }
    return statements;
}

/// What members and outsiders could do, for a coalition that has been judged once more with its whole trace.
CoalitionAdvice coalition_advice(const AlignmentWording& wording, const alignment::Coalition& coalition)
{
    const Members all = wording.table.everybody();
    Members outside;
    std::set_difference(all.begin(), all.end(), coalition.members.begin(), coalition.members.end(),
                        std::back_inserter(outside));
    const casefile::Case group = wording.table.case_of(coalition.members);
    const engine::Assessment assessment = wording.table.engine().assess(group, wording.table.day());
    std::vector<std::size_t> models = coalition.models;
    std::erase_if(models,
                  [&](std::size_t m)
                  {
                      const auto& leading = assessment.leading_models;
                      return std::find(leading.begin(), leading.end(), wording.rules().models[m].id) == leading.end();
                  });
    CoalitionAdvice advice;
    advice.members = wording.practices(coalition.members);
    advice.outside = wording.practices(outside);
    advice.models = wording.models(models);
    advice.deal_breakers = statements_of_rules(wording, group, assessment, coalition.deal_breakers);
    const std::string who = outside.size() <= 2 ? "Without " + wording.practices_in_short(outside) + ", the other " +
                                                      std::to_string(coalition.members.size())
                                                : wording.practices_in_short(coalition.members) + " by themselves";
    if (models.empty())
    {
        advice.sentence = who + " would not agree on what comes first for them either.";
        return advice;
    }
    advice.sentence = who + " could go for " + quoted(advice.models) + ". ";
    if (const auto ground = wording.alignment.fit.ground_step; ground && coalition.step <= *ground)
    {
        advice.sentence += "That goes no further than what all could accept.";
        return advice;
    }
    const std::string others = wording.practices_in_short(outside);
    const std::vector<NamedModel> ground = wording.models(wording.alignment.fit.ground);
    advice.sentence += ground.empty() ? "Leave the door open for " + others + "."
                                      : others + " could keep a lighter link with all through " + quoted(ground) +
                                            ", with the door left open.";
    advice.sentence += " Set the date and the terms for joining later.";
    return advice;
}

std::string coalition_words(const AlignmentWording& wording)
{
    const alignment::Coalitions& coalitions = wording.alignment.coalitions;
    if (coalitions.looked_at == alignment::LookedAt::Nothing)
        return {};
    if (!coalitions.worth_showing)
        return "No smaller coalition needs to go its own way: no vote stops what the answers point to, and what all "
               "accept lies "
               "at most one step lower.";
    const std::string which =
        coalitions.looked_at == alignment::LookedAt::All
            ? "Every coalition of " + std::to_string(coalitions.down_to) + " practices or more"
            : "The coalitions without one or two practices, those without everybody who stands against what is "
              "wanted, and the two halves that lie furthest apart";
    std::string words = which +
                        (coalitions.looked_at == alignment::LookedAt::All ? " was judged by itself: "
                                                                          : " were judged by themselves: ") +
                        counted(static_cast<std::int64_t>(coalitions.judged), "coalitions") + ".";
    if (coalitions.larger.empty())
        return words + " None gets further than all together.";
    if (coalitions.more > 0)
        words += " " + counted(static_cast<std::int64_t>(coalitions.more), "coalitions") +
                 " of the same size would get further too and are not named.";
    return words;
}

std::string common_ground_words(const AlignmentWording& wording)
{
    const alignment::Fit& fit = wording.alignment.fit;
    if (!fit.ground_step)
        return "There is no common ground so far: no model is accepted by every practice that has answered.";
    std::string words = "Common ground: every practice that has answered could accept " +
                        quoted(wording.models(fit.ground)) + ", at the step “" +
                        step_in_words(wording.rules(), *fit.ground_step) + "”, the deepest that all accept.";
    if (wording.alignment.advised_is_ground)
        words += " It is one step lower than what comes first on the whole. Take it together, and set a date to look "
                 "again.";
    else if (fit.steps_short.value_or(0) >= 2)
        words += " That is " + std::to_string(*fit.steps_short) +
                 " steps lower than what comes first on the whole, so look at a smaller coalition too.";
    return words;
}

void note_consensus(const AlignmentWording& wording, AlignmentAdvice& advice)
{
    advice.method = "Consensus: Shannon's beta entropy between the practices' answers, from 0 (they could not differ "
                    "more) to 1 (all say the same), averaged over the questions (Goepel 2013, as in AHP-OS). Bands: "
                    "very low below 0.5, low below 0.625, moderate below 0.75, high up to 0.875, very high above.";
    advice.consensus = wording.alignment.agreement.consensus;
    if (!advice.consensus)
        return;
    const auto figure = [](int thousandths) { return foundation::fixed_text({thousandths * std::int64_t{1'000}}, 2); };
    advice.consensus_band = alignment::band_id(alignment::consensus_band(*advice.consensus));
    advice.consensus_words = "Consensus over all questions is " + consensus_in_words(advice.consensus_band) + " (" +
                             figure(*advice.consensus) + ").";
    std::optional<int> first, last;
    for (const alignment::RoundConsensus& round : wording.alignment.trend)
    {
        advice.trend.emplace_back(round.round, round.consensus);
        if (round.consensus && !first)
            first = round.consensus;
        if (round.consensus)
            last = round.consensus;
    }
    if (advice.trend.size() > 1 && first && last)
        advice.trend_words = "Over " + std::to_string(advice.trend.size()) + " rounds it " +
                             (*last > *first   ? "rose from " + figure(*first) + " to " + figure(*last)
                              : *last < *first ? "fell from " + figure(*first) + " to " + figure(*last)
                                               : "stayed at " + figure(*last)) +
                             ".";
}

void note_more(const AlignmentWording& wording, AlignmentAdvice& advice)
{
    const alignment::Alignment& alignment = wording.alignment;
    if (!alignment.fit.leading.empty())
        advice.more.push_back(
            "Best on the whole: " + quoted(advice.leading) +
            ". Best on average over the practices: " + quoted(advice.best_on_average) + "." +
            (advice.acceptable_to_all.empty() ? "" : " Acceptable to all: " + quoted(advice.acceptable_to_all) + "."));
    advice.more.push_back(advice.common_ground_words);
    if (!alignment.fit.misfits.empty())
        advice.more.push_back("What comes first on the whole does not suit " +
                              wording.practices_in_short(alignment.fit.misfits) + ".");
    if (!advice.coalitions.empty())
        advice.more.push_back(advice.coalitions.front().sentence);
    std::vector<std::string> talk;
    for (const MapRow& row : advice.map)
        if (row.needs_talk && talk.size() < 3)
            talk.push_back("“" + row.label + "”");
    if (!talk.empty())
        advice.more.push_back("Talk first about " + foundation::joined_as_sentence(talk) + ".");
    if (!advice.consensus_words.empty())
        advice.more.push_back(advice.consensus_words + (advice.trend_words.empty() ? "" : " " + advice.trend_words));
    if (!alignment.agreement.silent.empty())
        advice.more.push_back("Not heard so far: " + wording.practices_in_short(alignment.agreement.silent) + ".");
}

void note_models(const AlignmentWording& wording, AlignmentAdvice& advice)
{
    const alignment::Fit& fit = wording.alignment.fit;
    advice.leading = wording.models(fit.leading);
    advice.advised = wording.models(wording.alignment.advised);
    advice.advised_is_common_ground = wording.alignment.advised_is_ground;
    advice.common_ground = wording.models(fit.ground);
    advice.acceptable_to_all = wording.models(fit.acceptable_to_all);
    advice.best_on_average = wording.models(fit.best_on_average);
    advice.accepted = wording.models(fit.common);
    advice.common_ground_words = common_ground_words(wording);
    for (const alignment::Veto& veto : fit.vetoes)
    {
        const NamedModel model = wording.model(veto.model);
        advice.vetoes.push_back({model, wording.practices(veto.by), veto.hidden,
                                 "“" + model.name + "” needs the vote of every partnership. The answers of " +
                                     wording.practices_in_short(veto.by) +
                                     " speak against it, so it is not open to all " + "of you together."});
        advice.hidden_veto = advice.hidden_veto || veto.hidden;
    }
}

} // namespace

std::string consensus_in_words(const std::string& band)
{
    return band == "very-low" ? "very low" : band == "very-high" ? "very high" : band;
}

AlignmentAdvice align_in_words(const engine::Engine& engine, const casefile::Case& group, foundation::Date day)
{
    const alignment::Roundtable table(engine, group, day);
    const alignment::Alignment alignment = alignment::align(table);
    const engine::Assessment assessment = engine.assess(table.group(), day);
    const AlignmentWording wording{table, alignment, assessment};
    AlignmentAdvice advice;
    advice.title = group.title.empty() ? "Untitled group" : group.title;
    advice.as_at_words = foundation::date_in_words(day);
    advice.disclaimer = engine.rules().settings.disclaimer;
    advice.headline = alignment_headline(wording);
    advice.pattern = alignment::pattern_id(alignment.agreement.pattern);
    if (table.size() < 2)
        return advice;
    for (const Members& camp : alignment.agreement.camps)
        advice.camps.push_back(wording.practices(camp));
    note_consensus(wording, advice);
    note_models(wording, advice);
    for (std::size_t p = 0; p < table.size(); ++p)
        advice.practices.push_back(practice_advice(wording, p));
    note_list_shares(wording, advice.practices);
    for (const alignment::QuestionAgreement& question : alignment.agreement.questions)
        advice.map.push_back(map_row(wording, question));
    advice.deal_breakers = statements_of_rules(wording, table.group(), assessment, alignment.deal_breakers);
    for (const alignment::Coalition& coalition : alignment.coalitions.larger)
        advice.coalitions.push_back(coalition_advice(wording, coalition));
    const auto& larger = alignment.coalitions.larger;
    for (const alignment::Coalition& coalition : alignment.coalitions.camps)
        if (std::none_of(larger.begin(), larger.end(),
                         [&](const alignment::Coalition& c) { return c.members == coalition.members; }))
            advice.camp_coalitions.push_back(coalition_advice(wording, coalition));
    advice.coalition_words = coalition_words(wording);
    if (alignment.minority)
        advice.minority = minority_report(wording, *alignment.minority);
    advice.prompts = {"What would have to be true for you to go one step further?", "What would make you leave?",
                      "Who in this room loses?"};
    note_more(wording, advice);
    return advice;
}

} // namespace fedadvise::report
