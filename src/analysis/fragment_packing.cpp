#include "analysis/fragment_packing.h"

#include <algorithm>

namespace fedadvise::analysis
{

using casefile::Case;
using rulebase::QuestionId;

namespace
{

constexpr std::size_t most_answers = 40;
constexpr std::size_t most_rules = 45;

struct OpenCase
{
    Case group;
    foundation::Date day;
    std::set<QuestionId> open; ///< must stay unanswered
    std::vector<std::size_t> fragments;
    std::set<std::size_t> rules;
};

std::size_t answers_in(const Case& group)
{
    std::size_t answers = group.answers.size();
    for (const casefile::Practice& practice : group.practices)
        answers += practice.answers.size();
    return answers;
}

bool answers_at_practices(const Case& group, const QuestionId& question)
{
    return std::any_of(group.practices.begin(), group.practices.end(),
                       [&](const casefile::Practice& p) { return p.answers.contains(question); });
}

std::set<QuestionId> questions_in(const Case& group)
{
    std::set<QuestionId> questions;
    for (const auto& [question, answer] : group.answers)
        questions.insert(question);
    for (const casefile::Practice& practice : group.practices)
        for (const auto& [question, answer] : practice.answers)
            questions.insert(question);
    return questions;
}

bool says_the_same(const Case& a, const Case& b, const QuestionId& question)
{
    if (answers_at_practices(a, question) != answers_at_practices(b, question))
        return false;
    for (std::size_t p = 0; p < std::min(a.practices.size(), b.practices.size()); ++p)
    {
        const auto* one = casefile::find_answer(a.practices[p].answers, question);
        const auto* other = casefile::find_answer(b.practices[p].answers, question);
        if ((one == nullptr) != (other == nullptr) || (one != nullptr && *one != *other))
            return false;
    }
    const auto* one = casefile::find_answer(a.answers, question);
    const auto* other = casefile::find_answer(b.answers, question);
    return (one == nullptr) == (other == nullptr) && (one == nullptr || *one == *other);
}

/// Whether both can stand in one case: the same day, the same practices or none, no question answered in two ways or
/// answered where it must stay open. Listing practices also answers how many there are.
bool agree(const OpenCase& open, const Fragment& fragment)
{
    if (open.day != fragment.day || open.rules.contains(fragment.rule))
        return false;
    const std::size_t listed = open.group.practices.size(), wanted = fragment.group.practices.size();
    if (listed != wanted && (!open.fragments.empty() && (listed != 0 || wanted != 0)))
        return false;
    for (const QuestionId& question : questions_in(fragment.group))
    {
        if (open.open.contains(question))
            return false;
        const bool taken = open.group.answers.contains(question) || answers_at_practices(open.group, question);
        if (taken && !says_the_same(open.group, fragment.group, question))
            return false;
    }
    return std::none_of(fragment.open.begin(), fragment.open.end(),
                        [&](const QuestionId& question) {
                            return open.group.answers.contains(question) || answers_at_practices(open.group, question);
                        });
}

void take_in(OpenCase& open, const Fragment& fragment, std::size_t index)
{
    open.day = fragment.day;
    open.group = overlaid(std::move(open.group), fragment.group);
    open.open.insert(fragment.open.begin(), fragment.open.end());
    open.fragments.push_back(index);
    open.rules.insert(fragment.rule);
}

PackedCase finished(const OpenCase& open)
{
    PackedCase packed{open.group, open.rules};
    packed.group.as_at = open.day;
    return packed;
}

} // namespace

Case overlaid(Case group, const Case& fragment)
{
    for (std::size_t p = group.practices.size(); p < fragment.practices.size(); ++p)
    {
        group.practices.push_back(fragment.practices[p]);
        group.practices.back().answers.clear();
    }
    for (const auto& [question, answer] : fragment.answers)
    {
        group.answers[question] = answer;
        for (casefile::Practice& practice : group.practices)
            practice.answers.erase(question);
    }
    for (std::size_t p = 0; p < fragment.practices.size(); ++p)
        for (const auto& [question, answer] : fragment.practices[p].answers)
        {
            group.practices[p].answers[question] = answer;
            group.answers.erase(question);
        }
    return group;
}

std::vector<PackedCase> pack(const engine::Engine& engine, const std::vector<Fragment>& fragments)
{
    std::vector<OpenCase> cases;
    for (std::size_t f = 0; f < fragments.size(); ++f)
    {
        const Fragment& fragment = fragments[f];
        auto found = std::find_if(cases.begin(), cases.end(),
                                  [&](const OpenCase& open)
                                  {
                                      return open.rules.size() < most_rules &&
                                             answers_in(open.group) + answers_in(fragment.group) <= most_answers &&
                                             agree(open, fragment);
                                  });
        if (found == cases.end())
            found = cases.insert(cases.end(), OpenCase{});
        take_in(*found, fragment, f);
    }
    std::vector<PackedCase> packed, alone;
    for (OpenCase& open : cases)
    {
        const auto truths = engine.assess(open.group, open.day).rule_truths;
        for (const std::size_t f : open.fragments)
            if (truths[fragments[f].rule] != fragments[f].truth)
            {
                open.rules.erase(fragments[f].rule);
                OpenCase own;
                take_in(own, fragments[f], f);
                alone.push_back(finished(own));
            }
        packed.push_back(finished(open));
    }
    packed.insert(packed.end(), alone.begin(), alone.end());
    return packed;
}

} // namespace fedadvise::analysis
