// AnswerSheet: an invitation while somebody answers it, on screen or by typing in what stands on paper. A value, like
// Conversation.
#pragma once

#include "casefile/response.h"
#include "rulebase/rule_base.h"
#include "wizard/conversation.h"

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace fedadvise::wizard
{

/// One question of a paper form, with the keys that stand beside its answers.
struct TypingScreen
{
    std::string number; ///< "Question 3 of 92"
    std::string section;
    std::string prompt;
    std::vector<std::string> answers; ///< "2  An important reason", last "-  We do not know"
    std::string what_to_type;         ///< "Type one of the signs." and so on
    std::string answered;             ///< what was typed for it, in words; empty: nothing so far
    bool one_key = false;             ///< a single key is the whole answer
};

class AnswerSheet
{
public:
    /// The rules must outlive it. Questions that they do not know are left out.
    AnswerSheet(const rulebase::RuleBase& rules, casefile::Invitation invitation);

    [[nodiscard]] const casefile::Invitation& invitation() const { return m_invitation; }
    /// "Five Valleys asks Hill Surgery, round 2".
    [[nodiscard]] std::string title() const;

    /// Goes on with what was answered before.
    void restore(const casefile::Respondent& respondent) { m_respondent = respondent; }

    void set_person(const std::string& name, const std::string& role);
    [[nodiscard]] const std::string& name() const { return m_respondent.name; }
    [[nodiscard]] const std::string& role() const { return m_respondent.role; }

    /// What was said on another sheet with the same questions, for example because it was the wrong practice's.
    void take_answers_of(const AnswerSheet& other);

    // On screen: sections with only the questions that are asked.
    [[nodiscard]] std::vector<SectionScreen> sections() const;
    void choose(const std::string& question, const std::string& option);
    void choose_set(const std::string& question, const std::vector<std::string>& options); ///< empty clears
    void write(const std::string& question, const std::string& written);                   ///< empty clears
    void say_unknown(const std::string& question);
    void clear(const std::string& question);
    void set_note(const std::string& question, const std::string& note);
    /// Fields whose text is no answer.
    [[nodiscard]] std::vector<ErrorLine> errors() const;

    // From paper: by numbers that begin with 0.
    [[nodiscard]] std::size_t count() const { return m_questions.size(); }
    [[nodiscard]] TypingScreen typing(std::size_t question) const;
    /// Takes what was typed; gives what is wrong with it in a sentence, or nothing. Empty leaves the question as it is.
    [[nodiscard]] std::string type(std::size_t question, const std::string& typed);

    [[nodiscard]] std::size_t answered() const { return m_respondent.answers.size(); }
    /// The response as it is now. `answered` is the time; `token` stands for people who give no name.
    [[nodiscard]] casefile::Response response(const std::string& answered, const std::string& token) const;

private:
    [[nodiscard]] const rulebase::Question* find(const std::string& question) const;
    [[nodiscard]] QuestionScreen screen_of(const rulebase::Question& question) const;
    void take(const rulebase::Question& question, std::variant<casefile::Answer, casefile::AnswerFault> parsed,
              const std::string& written);

    const rulebase::RuleBase* m_rules;
    casefile::Invitation m_invitation;
    std::vector<const rulebase::Question*> m_questions;
    casefile::Respondent m_respondent;
    std::map<rulebase::QuestionId, std::pair<std::string, std::string>> m_wrong; ///< text and error
};

} // namespace fedadvise::wizard
