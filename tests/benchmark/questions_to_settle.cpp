// How many questions it takes until no open answer changes what comes first: asked in the order of whatif's
// questions_left, and in the order of the questionnaire. For the worked cases and random complete groups.
#include "measured_cases.h"

#include "whatif/questions_left.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <optional>
#include <vector>

using namespace fedadvise;

namespace
{

using rulebase::Question;

bool is_answered(const casefile::Answers& answers, const rulebase::QuestionId& id)
{
    const casefile::Answer* answer = casefile::find_answer(answers, id);
    return answer != nullptr && !casefile::is_unknown(*answer);
}

bool is_answered(const casefile::Case& group, const rulebase::QuestionId& id)
{
    bool answered = is_answered(group.answers, id);
    for (const casefile::Practice& practice : group.practices)
    {
        answered = answered || is_answered(practice.answers, id);
        for (const casefile::Respondent& respondent : practice.respondents)
            answered = answered || is_answered(respondent.answers, id);
    }
    return answered;
}

/// Everybody's answers to one question, from one case into another of the same practices.
void copy_answers(const casefile::Case& from, const rulebase::QuestionId& id, casefile::Case& to)
{
    const auto copy = [&](const casefile::Answers& source, casefile::Answers& target)
    {
        if (const casefile::Answer* answer = casefile::find_answer(source, id))
            target[id] = *answer;
    };
    copy(from.answers, to.answers);
    for (std::size_t p = 0; p < from.practices.size(); ++p)
    {
        copy(from.practices[p].answers, to.practices[p].answers);
        for (std::size_t r = 0; r < from.practices[p].respondents.size(); ++r)
            copy(from.practices[p].respondents[r].answers, to.practices[p].respondents[r].answers);
    }
}

casefile::Case without_answers(casefile::Case group)
{
    group.answers.clear();
    for (casefile::Practice& practice : group.practices)
    {
        practice.answers.clear();
        for (casefile::Respondent& respondent : practice.respondents)
            respondent.answers.clear();
    }
    return group;
}

struct Counted
{
    std::size_t best_first = 0;      ///< questions asked, the one that settles most first
    std::size_t in_order = 0;        ///< in the order of the questionnaire
    std::size_t all = 0;             ///< questions that are answered in the case
    bool settled_best_first = false; ///< before its answers ran out
    bool settled_in_order = false;
};

bool is_settled(const engine::Scorecard& card, const casefile::Case& group)
{
    return whatif::Outlook(card).of(whatif::settled(card.program(), card.rules(), group)).leaders_are_settled();
}

void ask_best_first(const engine::Scorecard& card, const casefile::Case& full, Counted& counted)
{
    const rulebase::RuleBase& rules = card.rules();
    std::vector<bool> asked(rules.questions.size());
    casefile::Case group = without_answers(full);
    for (;;)
    {
        const whatif::QuestionsLeft left = whatif::questions_left(card, group);
        counted.settled_best_first = left.now.leaders_are_settled();
        if (counted.settled_best_first)
            return;
        const auto next = std::find_if(left.open.begin(), left.open.end(),
                                       [&](const whatif::QuestionLeft& open) {
                                           return open.can_change_leaders && !asked[open.question] &&
                                                  is_answered(full, rules.questions[open.question].id);
                                       });
        if (next == left.open.end())
            return;
        asked[next->question] = true;
        copy_answers(full, rules.questions[next->question].id, group);
        ++counted.best_first;
    }
}

void ask_in_order(const engine::Engine& engine, const engine::Scorecard& card, const casefile::Case& full,
                  Counted& counted)
{
    casefile::Case group = without_answers(full);
    for (std::size_t q = 0; q < card.rules().questions.size(); ++q)
    {
        const Question& question = card.rules().questions[q];
        if (!is_answered(full, question.id) || engine.asked_questions(group)[q] == engine::Truth::False)
            continue;
        ++counted.all;
        copy_answers(full, question.id, group);
        if (counted.settled_in_order)
            continue;
        ++counted.in_order;
        counted.settled_in_order = is_settled(card, group);
    }
}

void print_spread(const char* what, std::vector<std::size_t> counts)
{
    if (counts.empty())
        return;
    std::sort(counts.begin(), counts.end());
    std::printf("%-52s median %zu, from %zu to %zu (%zu cases)\n", what, counts[counts.size() / 2], counts.front(),
                counts.back(), counts.size());
}

} // namespace

int main(int argc, char** argv)
{
    if (argc > 2)
    {
        std::fprintf(stderr, "Usage: questions_to_settle [RANDOM-GROUPS]\n");
        return 2;
    }
    const std::size_t random = argc == 2 ? std::strtoul(argv[1], nullptr, 10) : 20;
    const engine::Engine engine = bench::shipped_engine();
    const engine::Scorecard card(engine.program(), engine.rules(), bench::today);
    std::vector<bench::MeasuredCase> cases = bench::measured_cases(engine);
    cases.pop_back(); // the random one
    for (casefile::Case& group : bench::random_groups(engine, random, 7))
        cases.push_back({"random " + std::string(1, static_cast<char>('a' + cases.size() % 26)), std::move(group)});

    std::vector<std::size_t> best_first, in_order, all;
    std::size_t open_best_first = 0, open_in_order = 0;
    std::printf("%-30s %10s %12s %8s\n", "questions until settled", "best first", "in order", "asked");
    for (const bench::MeasuredCase& example : cases)
    {
        Counted counted;
        ask_best_first(card, example.group, counted);
        ask_in_order(engine, card, example.group, counted);
        std::printf("%-30s %10zu%s %11zu%s %8zu\n", example.name.c_str(), counted.best_first,
                    counted.settled_best_first ? "" : "*", counted.in_order, counted.settled_in_order ? "" : "*",
                    counted.all);
        std::fflush(stdout);
        all.push_back(counted.all);
        if (counted.settled_best_first)
            best_first.push_back(counted.best_first);
        if (counted.settled_in_order)
            in_order.push_back(counted.in_order);
        open_best_first += counted.settled_best_first ? 0U : 1U;
        open_in_order += counted.settled_in_order ? 0U : 1U;
    }
    std::printf("* its answers ran out before the result was settled: %zu best first, %zu in order\n\n",
                open_best_first, open_in_order);
    print_spread("the question that settles most first", best_first);
    print_spread("in the order of the questionnaire", in_order);
    print_spread("all that are asked and answered", all);
    return 0;
}
