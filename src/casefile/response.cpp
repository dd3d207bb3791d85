#include "casefile/response.h"

#include "foundation/digest.h"
#include "foundation/text_list.h"

#include <algorithm>
#include <utility>

namespace fedadvise::casefile
{

bool can_be_asked_of_practices(const rulebase::Question& question)
{
    return question.scope != rulebase::Scope::Group && question.derived.empty();
}

Invitation invite(const rulebase::RuleBase& rules, const Case& group, const std::string& practice,
                  std::vector<rulebase::QuestionId> questions)
{
    Invitation invitation;
    invitation.case_id = group.id;
    invitation.case_title = group.title;
    invitation.round = group.round;
    invitation.practice = practice;
    for (const Practice& asked : group.practices)
        if (asked.id == practice)
        {
            invitation.practice_name = asked.name;
            invitation.ods_code = asked.ods_code;
        }
    if (questions.empty())
        for (const rulebase::Question& question : rules.questions)
            if (can_be_asked_of_practices(question))
                questions.push_back(question.id);
    invitation.questions = std::move(questions);
    return invitation;
}

std::string respondent_token(const Invitation& invitation, const std::string& name)
{
    constexpr std::size_t digits = 12;
    const std::string person = foundation::lower_case(foundation::as_paragraph(name));
    if (person.empty())
        return {};
    const std::string practice = invitation.ods_code.empty() ? invitation.practice + "\n" + invitation.practice_name
                                                             : foundation::lower_case(invitation.ods_code);
    return "r-" + foundation::sha256_hex(invitation.case_id + "\n" + practice + "\n" + person).substr(0, digits);
}

} // namespace fedadvise::casefile
