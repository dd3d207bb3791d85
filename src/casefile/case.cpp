#include "casefile/case.h"

#include <algorithm>

namespace fedadvise::casefile
{

std::string free_practice_id(const Case& group)
{
    for (std::size_t number = 1;; ++number)
    {
        std::string id = "p" + std::to_string(number);
        if (std::none_of(group.practices.begin(), group.practices.end(), [&](const Practice& p) { return p.id == id; }))
            return id;
    }
}

const Answer* find_answer(const Answers& answers, const rulebase::QuestionId& question)
{
    const auto found = answers.find(question);
    return found == answers.end() ? nullptr : &found->second;
}

} // namespace fedadvise::casefile
