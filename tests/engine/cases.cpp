#include "engine/cases.h"

#include "foundation/text_list.h"
#include "rulebase/loading.h"

#include <algorithm>
#include <stdexcept>

namespace fedadvise::test
{

using rulebase::AnswerKind;
using rulebase::Question;
using rulebase::Scope;

Said with(Said base, const Said& changes)
{
    for (const auto& [question, answer] : changes)
        base[question] = answer;
    return base;
}

casefile::Answers answers(const rulebase::RuleBase& rules, const Said& said)
{
    casefile::Answers answers;
    for (const auto& [id, written] : said)
    {
        const Question* question = rulebase::find_question(rules, {id});
        if (question == nullptr)
            throw std::logic_error("There is no question '" + id + "'");
        const auto answer = casefile::parse_answer(*question, written);
        if (const auto* fault = std::get_if<casefile::AnswerFault>(&answer))
            throw std::logic_error(fault->message);
        answers.emplace(question->id, std::get<casefile::Answer>(answer));
    }
    return answers;
}

casefile::Case case_of(const rulebase::RuleBase& rules, const Said& group, const std::vector<Said>& practices)
{
    casefile::Case result;
    result.answers = answers(rules, group);
    for (const Said& said : practices)
    {
        casefile::Practice practice;
        practice.id = casefile::free_practice_id(result);
        practice.name = practice.id;
        practice.answers = answers(rules, said);
        result.practices.push_back(std::move(practice));
    }
    return result;
}

const engine::Engine& shipped()
{
    static const engine::Engine engine = [] {
        auto loaded = rulebase::load_folder(FEDADVISE_RULES_DIR);
        if (!loaded.rules)
            throw std::logic_error("The shipped rules do not load: " + loaded.diagnostics.front().message);
        return engine::Engine(loaded.rules);
    }();
    return engine;
}

engine::Assessment assess(const Said& group, const std::vector<Said>& practices)
{
    return shipped().assess(case_of(shipped().rules(), group, practices), today);
}

Said all_statements(const std::string& value)
{
    Said said;
    for (const Question& question : shipped().rules().questions)
        if (question.family == "readiness")
            said[question.id.value] = value;
    return said;
}

const engine::OptionResult& result_of(const engine::Assessment& assessment, const std::string& option)
{
    for (const auto* results : {&assessment.models, &assessment.vehicles})
        for (const engine::OptionResult& result : *results)
            if (result.option.value == option)
                return result;
    throw std::logic_error("There is no option '" + option + "'");
}

engine::Truth truth_of_rule(const engine::Engine& engine, const engine::Assessment& assessment, const std::string& rule)
{
    for (std::size_t r = 0; r < engine.rules().rules.size(); ++r)
        if (engine.rules().rules[r].id.value == rule)
            return assessment.rule_truths[r];
    throw std::logic_error("There is no rule '" + rule + "'");
}

bool is_available(const engine::OptionResult& result)
{
    return result.band != engine::Band::NotYet && result.band != engine::Band::RuledOut;
}

bool names_rule(const std::vector<engine::Finding>& findings, const std::string& rule)
{
    return std::any_of(findings.begin(), findings.end(), [&](const engine::Finding& finding) { return finding.rule.value == rule; });
}

std::set<std::string> ruled_out_vehicles(const engine::Assessment& assessment)
{
    std::set<std::string> out;
    for (const engine::OptionResult& vehicle : assessment.vehicles)
        if (vehicle.band == engine::Band::RuledOut)
            out.insert(vehicle.option.value);
    return out;
}

std::vector<std::string> names(const std::vector<rulebase::OptionId>& options)
{
    std::vector<std::string> list;
    for (const rulebase::OptionId& option : options)
        list.push_back(option.value);
    return list;
}

std::set<std::string> words(const std::string& list)
{
    const auto split = foundation::split_words(list);
    return {split.begin(), split.end()};
}

std::set<std::string> first_rank(const std::vector<engine::OptionResult>& results)
{
    std::set<std::string> first;
    for (const engine::OptionResult& result : results)
        if (result.rank == 1)
            first.insert(result.option.value);
    return first;
}

namespace
{

std::int64_t random_number(const Question& question, Random& random)
{
    if (question.maximum)
        return question.minimum.value_or(0) + static_cast<std::int64_t>(random.below(static_cast<std::size_t>(*question.maximum - question.minimum.value_or(0)) + 1));
    // Small and large numbers, so that thresholds for months, people, patients and pounds are all met and missed.
    constexpr std::int64_t sizes[] = {3, 13, 41, 5'001, 30'001, 120'001, 300'001, 20'000'001};
    const std::int64_t below = question.unit == "patients" ? sizes[3 + random.below(4)] : question.unit == "pounds a year" ? sizes[7] : sizes[random.below(3)];
    return std::max(question.minimum.value_or(0), static_cast<std::int64_t>(random.below(static_cast<std::size_t>(below))));
}

casefile::Answer random_reply(const Question& question, Random& random, const Habits& habits)
{
    if (random.chance(habits.unknown))
        return casefile::Unknown{};
    return random_answer(question, random);
}

void answer_in_practice(casefile::Practice& practice, const Question& question, Random& random, const Habits& habits)
{
    if (question.scope != Scope::Respondent || practice.respondents.empty() || random.chance(10))
    {
        if (random.chance(habits.answered))
            practice.answers.emplace(question.id, random_reply(question, random, habits));
        return;
    }
    for (casefile::Respondent& respondent : practice.respondents)
        if (random.chance(habits.answered))
            respondent.answers.emplace(question.id, random_reply(question, random, habits));
}

} // namespace

casefile::Answer random_answer(const Question& question, Random& random)
{
    switch (question.kind)
    {
    case AnswerKind::Scale:
    case AnswerKind::Number: return casefile::Number{random_number(question, random)};
    case AnswerKind::Choice: return casefile::Choice{question.options[random.below(question.options.size())].id};
    case AnswerKind::Choices:
    {
        casefile::Choices choices;
        for (const rulebase::AnswerOption& option : question.options)
            if (option.id != "none" && random.chance(35))
                choices.options.push_back(option.id);
        if (choices.options.empty())
            choices.options.push_back(question.options.front().id);
        return choices;
    }
    case AnswerKind::Text: return casefile::Text{std::string(1, static_cast<char>('A' + random.below(3))) + " network"};
    case AnswerKind::Date: return today;
    }
    return casefile::Unknown{};
}

casefile::Case random_case(const rulebase::RuleBase& rules, Random& random, const Habits& habits)
{
    casefile::Case group;
    const std::size_t practices = random.below(habits.most_practices + 1);
    for (std::size_t p = 0; p < practices; ++p)
    {
        casefile::Practice practice;
        practice.id = casefile::free_practice_id(group);
        practice.respondents.resize(random.below(4));
        group.practices.push_back(std::move(practice));
    }
    for (const Question& question : rules.questions)
    {
        const bool practices_answer = question.scope != Scope::Group && practices > 0 && (question.scope == Scope::Practice || random.chance(60));
        if (practices_answer)
            for (casefile::Practice& practice : group.practices)
                answer_in_practice(practice, question, random, habits);
        const bool group_answers = question.scope != Scope::Practice && (!practices_answer || random.chance(15));
        if (group_answers && random.chance(habits.answered))
            group.answers.emplace(question.id, random_reply(question, random, habits));
    }
    return group;
}

casefile::Case random_complete_case(const rulebase::RuleBase& rules, Random& random, std::size_t practices)
{
    casefile::Case group;
    group.practices.resize(practices);
    for (std::size_t p = 0; p < practices; ++p)
        group.practices[p].id = "p" + std::to_string(p + 1);
    for (const Question& question : rules.questions)
    {
        if (question.scope == Scope::Group || question.scope == Scope::PracticeOrGroup)
            group.answers.emplace(question.id, random_answer(question, random));
        if (question.scope != Scope::Group)
            for (casefile::Practice& practice : group.practices)
                practice.answers.emplace(question.id, random_answer(question, random));
        if (question.scope == Scope::Respondent && practices == 0)
            group.answers.emplace(question.id, random_answer(question, random));
    }
    return group;
}

} // namespace fedadvise::test
