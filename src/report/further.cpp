#include "report/further.h"

#include "engine/scorecard.h"
#include "foundation/text_list.h"
#include "report/statements.h"
#include "report/wording.h"
#include "whatif/firmness.h"
#include "whatif/questions_left.h"
#include "whatif/smallest_change.h"

#include <algorithm>
#include <map>

namespace fedadvise::report
{

using engine::OptionMask;
using whatif::Goal;
using whatif::SmallestChange;

namespace
{

std::string name_of(const rulebase::RuleBase& rules, const rulebase::OptionId& id)
{
    if (const rulebase::Model* model = rulebase::find_model(rules, id))
        return model->name;
    const rulebase::Vehicle* vehicle = rulebase::find_vehicle(rules, id);
    return vehicle == nullptr ? id.value : vehicle->name;
}

std::string quoted(const std::string& text)
{
    return "“" + text + "”";
}

/// "“A”, “B” and 3 more"; empty for none.
std::string listed(const std::vector<std::string>& names, std::size_t most = 4)
{
    std::vector<std::string> some;
    for (std::size_t i = 0; i < names.size() && i < most; ++i)
        some.push_back(quoted(names[i]));
    if (names.size() > most)
        some.push_back(std::to_string(names.size() - most) + " more");
    return foundation::joined_as_sentence(some, "and");
}

std::vector<std::string> names_in(const engine::Scorecard& card, OptionMask mask)
{
    std::vector<std::string> names;
    for (std::size_t o = 0; o < card.options(); ++o)
        if ((mask >> o & 1U) != 0)
            names.push_back(name_of(card.rules(), card.option(o)));
    return names;
}

std::string counted_answers(std::size_t count)
{
    static const char* const words[] = {"no answer", "one answer", "two answers", "three answers", "four answers"};
    return count < 5 ? words[count] : std::to_string(count) + " answers";
}

bool every_question(const rulebase::Question&)
{
    return true;
}

} // namespace

std::string change_in_words(const ChangedAnswer& answer)
{
    return quoted(answer.short_label) + " would have to be " + answer.would_be +
           (answer.by_practices ? " for every practice" : "") +
           (answer.was_open ? " (not answered so far)" : " instead of " + quoted(answer.now));
}

namespace
{

/// Puts smallest changes into words, for one case and one option.
class ChangeWords
{
public:
    ChangeWords(const whatif::Crossroads& crossroads, const Wording& wording, std::size_t option)
        : m_crossroads(crossroads),
          m_card(crossroads.scorecard()),
          m_wording(wording),
          m_option(option),
          m_name(name_of(m_card.rules(), m_card.option(option)))
    {
    }

    WhatWouldChange words_of(const SmallestChange& change) const
    {
        WhatWouldChange words;
        words.goal = change.goal == Goal::Lead ? "lead" : "allowed";
        words.questions = change.size;
        words.none_up_to = change.none_up_to;
        words.all_known = change.all_sets_known;
        words.cases = change.cases_judged;
        const std::string would = change.goal == Goal::Lead ? " would come first" : " would be open to you";
        const std::string make = change.goal == Goal::Lead ? " come first" : " open to you";
        switch (change.outcome)
        {
        case SmallestChange::Outcome::AlreadySo:
            words.outcome = "already-so";
            words.headline =
                m_name + (change.goal == Goal::Lead ? " comes first already." : " is open to you already.");
            break;
        case SmallestChange::Outcome::Found:
            words.outcome = "found";
            add_changes(change, words);
            words.headline = m_name + would + " if " +
                             (change.size == 1 ? "one answer were different."
                                               : counted_answers(change.size) + " were different together.");
            break;
        case SmallestChange::Outcome::Impossible:
            words.outcome = "impossible";
            words.headline = "Nothing that you can change would make " + m_name + make + ".";
            for (const whatif::Obstacle& obstacle : change.obstacles)
                words.obstacles.push_back(obstacle_words(obstacle));
            break;
        case SmallestChange::Outcome::TooDeep:
        case SmallestChange::Outcome::Stopped:
            words.outcome = change.outcome == SmallestChange::Outcome::TooDeep ? "too-deep" : "stopped";
            words.headline =
                change.none_up_to == 0
                    ? "The search for what would make " + m_name + make + " ended before it found anything."
                    : "No change of up to " + counted_answers(change.none_up_to) + " would make " + m_name + make +
                          ". Larger changes were not looked at.";
            break;
        }
        return words;
    }

private:
    using QuestionSet = std::vector<std::size_t>;

    QuestionSet questions_of(const whatif::Moves& moves) const
    {
        QuestionSet questions;
        for (const std::size_t m : moves)
            questions.push_back(m_crossroads.moves()[m].question);
        return questions;
    }
    /// One change for each set of questions, in the order in which the search gives them.
    void add_changes(const SmallestChange& change, WhatWouldChange& words) const
    {
        std::vector<QuestionSet> order;
        std::map<QuestionSet, std::vector<whatif::Moves>> of_questions;
        for (const whatif::Moves& moves : change.sets)
        {
            const QuestionSet questions = questions_of(moves);
            if (!of_questions.contains(questions))
                order.push_back(questions);
            of_questions[questions].push_back(moves);
        }
        for (std::size_t i = 0; i < order.size() && i < most_changes_shown; ++i)
            words.changes.push_back(change_of(of_questions[order[i]]));
        words.more = order.size() - words.changes.size();
    }
    ChangeAdvice change_of(const std::vector<whatif::Moves>& ways) const
    {
        ChangeAdvice advice;
        advice.after = m_crossroads.after(ways.front());
        for (const std::size_t m : ways.front())
            advice.answers.push_back(answer_of(m_crossroads.moves()[m], advice.after));
        if (ways.front().size() == 1) // every answer that does it can be told
        {
            std::vector<std::string> values;
            for (const whatif::Moves& way : ways)
                values.push_back(answer_of(m_crossroads.moves()[way.front()], m_crossroads.after(way)).would_be);
            advice.answers.front().would_be = foundation::joined_as_sentence(values, "or");
        }
        else
            advice.other_answers = ways.size() > 1;
        std::vector<std::string> parts;
        for (const ChangedAnswer& answer : advice.answers)
            parts.push_back(change_in_words(answer));
        advice.sentence = foundation::joined_as_sentence(parts, "and") + ".";
        if (advice.other_answers)
            advice.sentence += " Other answers to the same questions would do, too.";
        return advice;
    }
    ChangedAnswer answer_of(const whatif::Move& move, const casefile::Case& after) const
    {
        const rulebase::Question& question = m_card.rules().questions[move.question];
        const Wording then{m_wording.rules, after, m_wording.assessment};
        ChangedAnswer answer;
        answer.question = question.id.value;
        answer.short_label = short_label(m_wording.rules, question.id);
        answer.prompt = question.prompt;
        answer.now = value_for_table(m_wording, question.id);
        answer.would_be = quoted(value_for_table(then, question.id));
        answer.was_open = move.was_open;
        answer.by_practices = question.scope != rulebase::Scope::Group && m_crossroads.group().practices.size() > 1;
        const auto now = engine::held_values(m_crossroads.group(), question);
        for (std::size_t p = 0; answer.by_practices && p < now.size(); ++p)
            if (now[p].number != move.said[p].number || now[p].options != move.said[p].options || !now[p].answered)
            {
                const casefile::Practice& practice = m_crossroads.group().practices[p];
                answer.practices_to_change.push_back(practice.name.empty() ? practice.id : practice.name);
            }
        return answer;
    }
    Statement obstacle_words(const whatif::Obstacle& obstacle) const
    {
        Statement statement;
        if (const rulebase::Rule* rule = rulebase::find_rule(m_card.rules(), {obstacle.rule}))
        {
            engine::Finding finding;
            finding.rule = rule->id;
            finding.because = obstacle.because;
            for (std::size_t e = 0; e < rule->effects.size(); ++e)
                if (const auto& on = rule->effects[e].on;
                    std::find(on.begin(), on.end(), m_card.option(m_option)) != on.end())
                    finding.effect = e;
            return statement_of(m_wording, finding,
                                {rulebase::find_model(m_card.rules(), m_card.option(m_option)),
                                 rulebase::find_vehicle(m_card.rules(), m_card.option(m_option))});
        }
        statement.rule = obstacle.rule.empty() ? "rival" : obstacle.rule;
        statement.text = obstacle.rule == "readiness"
                             ? "The relationship between the practices would still not carry it."
                         : obstacle.rule == "no-vehicle" ? "Fewer than two legal vehicles that carry it would be left."
                         : obstacle.rule == "no-carrier"
                             ? "None of the models that could come first can use it."
                             : name_of(m_card.rules(), obstacle.rival) + " keeps more points whatever you answer.";
        return statement;
    }

    const whatif::Crossroads& m_crossroads;
    const engine::Scorecard& m_card;
    const Wording& m_wording;
    std::size_t m_option;
    std::string m_name;
};

/// A share of readings as words; thousandths.
std::string share_words(std::size_t first)
{
    if (first >= 950)
        return "comes first in nearly all readings";
    if (first >= 750)
        return "comes first in most readings";
    if (first >= 500)
        return "comes first in more than half of the readings";
    if (first >= 250)
        return "comes first in some readings";
    return first >= 50 ? "comes first in a few readings" : "hardly ever comes first";
}

Shares shares_of(const engine::Scorecard& card, const whatif::Firmness& firmness)
{
    Shares shares;
    shares.readings = firmness.readings;
    shares.completions = firmness.completions;
    shares.exact = firmness.exact;
    const auto thousandths = [&](std::size_t count)
    { return firmness.readings == 0 ? 0 : (count * 1000 + firmness.readings / 2) / firmness.readings; };
    for (const whatif::Acceptability& acceptability : firmness.options)
    {
        if (acceptability.first == 0)
            continue;
        LeadShare share;
        share.option = card.option(acceptability.option).value;
        share.name = name_of(card.rules(), card.option(acceptability.option));
        share.first = thousandths(acceptability.first);
        share.open = thousandths(acceptability.open);
        share.half_width = firmness.half_width(acceptability.first);
        for (const std::size_t count : acceptability.ranks)
            share.ranks.push_back(thousandths(count));
        share.words = share_words(share.first);
        (acceptability.option < card.models() ? shares.models : shares.vehicles).push_back(std::move(share));
    }
    for (auto* list : {&shares.models, &shares.vehicles})
        std::stable_sort(list->begin(), list->end(),
                         [](const LeadShare& a, const LeadShare& b) { return a.first > b.first; });
    return shares;
}

/// "“Contractual alliance” comes first in nearly all readings; “PCN” comes first in a few readings."
std::string shares_in_words(const std::vector<LeadShare>& shares)
{
    constexpr std::size_t most = 3;
    std::string words;
    for (std::size_t i = 0; i < shares.size() && i < most && (i == 0 || shares[i].first >= 50); ++i)
        words += (i == 0 ? "" : "; ") + quoted(shares[i].name) + " " + shares[i].words;
    return words.empty() ? words : words + ".";
}

void add_questions(const engine::Scorecard& card, const whatif::QuestionsLeft& left, Further& further)
{
    std::size_t decisive = 0;
    for (const whatif::QuestionLeft& question : left.open)
    {
        const rulebase::Question& asked = card.rules().questions[question.question];
        QuestionDecides decides;
        decides.question = asked.id.value;
        decides.short_label = short_label(card.rules(), asked.id);
        decides.prompt = asked.prompt;
        decides.said_unknown = question.said_unknown;
        decides.can_change_leaders = question.can_change_leaders;
        decides.rules = question.rules;
        decides.may_rule_out = names_in(card, question.may_bar);
        decides.may_clear = names_in(card, question.may_clear);
        decides.may_drop = names_in(card, question.may_drop & ~question.may_bar);
        decides.may_settle = names_in(card, question.may_settle);
        decisive += question.can_change_leaders ? 1U : 0U;
        std::vector<std::string> parts;
        if (!decides.may_rule_out.empty())
            parts.push_back("can rule out or delay " + listed(decides.may_rule_out));
        if (!decides.may_clear.empty())
            parts.push_back("can clear the way for " + listed(decides.may_clear));
        if (!decides.may_drop.empty())
            parts.push_back("can take " + listed(decides.may_drop) + " out of the running for first place");
        if (!decides.may_settle.empty())
            parts.push_back("can settle that " + listed(decides.may_settle) + " comes first");
        if (parts.empty())
            parts.push_back(question.can_change_leaders ? "can still change the order of the options"
                                                        : "no longer changes what comes first, only other advice");
        decides.sentence = "It " + foundation::joined_as_sentence(parts, "and") + ".";
        further.questions.push_back(std::move(decides));
    }
    for (const std::size_t q : left.without_effect)
        further.without_effect.emplace_back(card.rules().questions[q].id.value,
                                            short_label(card.rules(), card.rules().questions[q].id));
    further.settled = left.now.leaders_are_settled();
    const auto next = std::find_if(further.questions.begin(), further.questions.end(),
                                   [](const QuestionDecides& q) { return q.can_change_leaders && !q.said_unknown; });
    if (further.settled)
        further.settled_words = "You can stop here: no remaining answer changes which models and vehicles come first.";
    else if (decisive == 0)
        further.settled_words.clear();
    else
        further.settled_words =
            (decisive == 1 ? "One open question" : std::to_string(decisive) + " open questions") +
            " can still change what comes first." +
            (next == further.questions.end() ? "" : " The one that settles most is " + quoted(next->short_label) + ".");
    std::vector<std::string> labels;
    for (const auto& [id, label] : further.without_effect)
        labels.push_back(label);
    if (!labels.empty())
        further.without_effect_words = "With your answers so far, no answer to " + listed(labels, 6) +
                                       " changes anything. You can skip " + (labels.size() == 1 ? "it." : "them.");
}

void add_pivotal(const whatif::Crossroads& crossroads, const Wording& wording, const whatif::Flips& flips,
                 Further& further)
{
    const engine::Scorecard& card = crossroads.scorecard();
    further.flips = flips.answers;
    further.flipped_questions = flips.questions;
    for (const whatif::Pivotal& pivotal : flips.pivotal)
    {
        const rulebase::QuestionId& id = card.rules().questions[pivotal.question].id;
        PivotalAnswer answer{id.value, short_label(card.rules(), id), value_for_table(wording, id), {}};
        // Answers with the same outcome share a sentence.
        std::vector<std::pair<OptionMask, OptionMask>> outcomes;
        std::map<std::pair<OptionMask, OptionMask>, std::vector<std::string>> values;
        for (const whatif::Flip& flip : pivotal.flips)
        {
            const casefile::Case after = crossroads.after(std::vector<std::size_t>{flip.move});
            const std::pair outcome{flip.gains, flip.loses};
            if (!values.contains(outcome))
                outcomes.push_back(outcome);
            values[outcome].push_back(quoted(value_for_table({wording.rules, after, wording.assessment}, id)));
        }
        for (const auto& [gain, loss] : outcomes)
        {
            const std::string gains = listed(names_in(card, gain)), loses = listed(names_in(card, loss));
            answer.sentences.push_back(
                "If it were " + foundation::joined_as_sentence(values[std::pair{gain, loss}], "or") + ", " +
                (gains.empty() ? "" : gains + (loses.empty() ? " would come first as well" : " would come first")) +
                (gains.empty() || loses.empty() ? "" : ", and ") +
                (loses.empty() ? "" : loses + " would not come first any more") + ".");
        }
        further.pivotal.push_back(std::move(answer));
    }
    if (flips.questions == 0)
        return;
    further.pivotal_words =
        further.pivotal.empty()
            ? "No single answer decides what comes first: each was tried with every other value."
            : (further.pivotal.size() == 1 ? "One single answer decides"
                                           : std::to_string(further.pivotal.size()) + " single answers decide") +
                  " what comes first. Make sure of " +
                  (further.pivotal.size() == 1 ? "it: " : "these before you rely on the result: ") +
                  [&]
    {
        std::vector<std::string> labels;
        for (const PivotalAnswer& answer : further.pivotal)
            labels.push_back(answer.short_label);
        return listed(labels, 5);
    }() + ".";
}

} // namespace

std::vector<WhatWouldChange> what_would_change(const engine::Engine& engine, const casefile::Case& group,
                                               foundation::Date day, const std::string& option,
                                               const SearchSettings& settings)
{
    const engine::Scorecard card(engine.program(), engine.rules(), day);
    const auto index = card.index_of({option});
    if (!index)
        return {};
    const engine::Assessment assessment = engine.assess(group, day);
    const Wording wording{engine.rules(), group, assessment};
    const whatif::Crossroads crossroads(card, group, whatif::can_be_changed);
    const ChangeWords words(crossroads, wording, *index);
    whatif::SearchLimits limits;
    limits.most_changes = settings.most_changes;
    limits.most_cases = settings.most_cases;
    limits.stop = settings.stop;
    limits.progress = settings.progress;
    std::vector<WhatWouldChange> result;
    SmallestChange allowed;
    if (!whatif::reaches(crossroads.base().standings, *index, Goal::Allowed))
    {
        allowed = smallest_change(crossroads, *index, Goal::Allowed, limits);
        result.push_back(words.words_of(allowed));
    }
    SmallestChange lead;
    const bool shut = !result.empty() && result.front().outcome != "found";
    if (shut) // then it cannot lead either: what was found out about the one holds for the other
    {
        lead = allowed;
        lead.goal = Goal::Lead;
    }
    else
        lead = smallest_change(crossroads, *index, Goal::Lead, limits);
    result.push_back(words.words_of(lead));
    result.back().follows = shut;
    return result;
}

Further look_at_open_questions(const engine::Engine& engine, const casefile::Case& group, foundation::Date day)
{
    const engine::Scorecard card(engine.program(), engine.rules(), day);
    Further further;
    add_questions(card, whatif::questions_left(card, group), further);
    return further;
}

Further look_further(const engine::Engine& engine, const casefile::Case& group, foundation::Date day)
{
    const engine::Scorecard card(engine.program(), engine.rules(), day);
    const engine::Assessment assessment = engine.assess(group, day);
    const Wording wording{engine.rules(), group, assessment};
    Further further;
    add_questions(card, whatif::questions_left(card, group), further);
    const whatif::Crossroads crossroads(card, group, every_question);
    add_pivotal(crossroads, wording, whatif::flips_of(crossroads), further);

    whatif::FirmnessSettings settings;
    settings.vary_answers = false;
    settings.readings = 20'000;
    further.as_answered = shares_of(card, whatif::firmness_of(crossroads, settings));
    further.as_answered.words = "With your answers as they are, and the strength of each rule a point more or less: " +
                                shares_in_words(further.as_answered.models);
    const whatif::Firmness open = whatif::firmness_of(crossroads);
    if (open.completions > 1)
    {
        further.with_open = shares_of(card, open);
        further.with_open.words = "With every open question answered as well, each answer as likely as the others: " +
                                  shares_in_words(further.with_open.models);
    }
    return further;
}

} // namespace fedadvise::report
