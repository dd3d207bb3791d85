// How many questions it takes until no open answer changes what comes first: asked in the order of whatif's
// questions_left, and in the order of the questionnaire. For the worked cases and random complete groups.
#include "measured_cases.h"

#include "whatif/questions_left.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <optional>
#include <string>
#include <vector>

using namespace fedadvise;

namespace
{

using rulebase::Question;

constexpr const char* random_name = "random group";

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

using Order = std::vector<std::size_t>; ///< questions, as indexes

/// Questions that are asked and answered in the case, in the order of the questionnaire.
Order in_order(const engine::Engine& engine, const casefile::Case& full)
{
    Order order;
    casefile::Case group = without_answers(full);
    for (std::size_t q = 0; q < engine.rules().questions.size(); ++q)
    {
        const Question& question = engine.rules().questions[q];
        if (!is_answered(full, question.id) || engine.asked_questions(group)[q] == engine::Truth::False)
            continue;
        order.push_back(q);
        copy_answers(full, question.id, group);
    }
    return order;
}

/// Proved: no answer to an open question changes what comes first.
bool is_settled(const whatif::QuestionsLeft& left)
{
    return left.now.leaders_are_settled() ||
           std::none_of(left.open.begin(), left.open.end(),
                        [](const whatif::QuestionLeft& open) { return open.can_change_leaders; });
}

/// The question that settles most first, until no more is left that can change what comes first and is answered.
Order best_first(const engine::Scorecard& card, const casefile::Case& full)
{
    const rulebase::RuleBase& rules = card.rules();
    Order order;
    casefile::Case group = without_answers(full);
    for (;;)
    {
        const whatif::QuestionsLeft left = whatif::questions_left(card, group);
        const auto next = std::find_if(left.open.begin(), left.open.end(),
                                       [&](const whatif::QuestionLeft& open)
                                       {
                                           return open.can_change_leaders &&
                                                  is_answered(full, rules.questions[open.question].id) &&
                                                  std::find(order.begin(), order.end(), open.question) == order.end();
                                       });
        if (is_settled(left) || next == left.open.end())
            return order;
        order.push_back(next->question);
        copy_answers(full, rules.questions[next->question].id, group);
    }
}

casefile::Case after(const engine::Scorecard& card, const casefile::Case& full, const Order& order, std::size_t count)
{
    casefile::Case group = without_answers(full);
    for (std::size_t i = 0; i < count; ++i)
        copy_answers(full, card.rules().questions[order[i]].id, group);
    return group;
}

/// After how many questions it is proved that nothing changes what comes first; nothing: not even after all.
std::optional<std::size_t> proved_after(const engine::Scorecard& card, const casefile::Case& full, const Order& order)
{
    const auto proved = [&](std::size_t count)
    { return is_settled(whatif::questions_left(card, after(card, full, order, count))); };
    if (!proved(order.size()))
        return std::nullopt;
    std::size_t open = 0, settled = order.size(); // once proved it stays so
    while (open < settled)
    {
        const std::size_t middle = (open + settled) / 2;
        if (proved(middle))
            settled = middle;
        else
            open = middle + 1;
    }
    return settled;
}

/// After how many questions the leaders are those of the whole case and stay so to the end of the order.
std::size_t stays_after(const engine::Scorecard& card, const casefile::Case& full, const Order& order)
{
    const auto leading = [&](const casefile::Case& group)
    { return card.base_of(engine::leaves_of(card.program(), card.rules(), group)).standings.leading; };
    std::size_t count = order.size();
    while (count > 0 && leading(after(card, full, order, count - 1)) == leading(full))
        --count;
    return count;
}

struct Column
{
    const char* title;
    std::vector<std::size_t> worked = {}, random = {};
};

void print_spread(const char* title, const char* cases, std::vector<std::size_t> counts)
{
    if (counts.empty())
        return;
    std::sort(counts.begin(), counts.end());
    const double median = static_cast<double>(counts[(counts.size() - 1) / 2] + counts[counts.size() / 2]) / 2;
    std::printf("%-50s %s: median %.1f, from %zu to %zu (%zu cases)\n", title, cases, median, counts.front(),
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
        cases.push_back({random_name, std::move(group)});

    Column proved_best{"proved, the question that settles most first"};
    Column proved_in_order{"proved, in the order of the questionnaire"};
    Column stays_best{"leaders stay, the question that settles most first"};
    Column stays_in_order{"leaders stay, in the order of the questionnaire"};
    Column all{"asked and answered"};
    std::printf("%-28s %23s %23s %8s\n", "questions until", "proved: best, in order", "stays: best, in order", "asked");
    for (const bench::MeasuredCase& example : cases)
    {
        const casefile::Case& full = example.group;
        const Order best = best_first(card, full), plain = in_order(engine, full);
        const auto best_proved = proved_after(card, full, best), plain_proved = proved_after(card, full, plain);
        const auto note = [&](Column& column, std::optional<std::size_t> count)
        {
            if (count)
                (example.name == random_name ? column.random : column.worked).push_back(*count);
            return count ? std::to_string(*count) : std::string("-");
        };
        const std::string first = note(proved_best, best_proved), second = note(proved_in_order, plain_proved);
        const std::string third = note(stays_best, stays_after(card, full, best));
        const std::string fourth = note(stays_in_order, stays_after(card, full, plain));
        std::printf("%-28s %11s %11s %11s %11s %8s\n", example.name.c_str(), first.c_str(), second.c_str(),
                    third.c_str(), fourth.c_str(), note(all, plain.size()).c_str());
        std::fflush(stdout);
    }
    std::printf("- its answers ran out before that was proved\n\n");
    for (const Column* column : {&proved_best, &proved_in_order, &stays_best, &stays_in_order, &all})
    {
        print_spread(column->title, "worked", column->worked);
        print_spread(column->title, "random", column->random);
    }
    return 0;
}
