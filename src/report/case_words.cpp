#include "report/case_words.h"

#include "foundation/number_text.h"
#include "foundation/text_list.h"
#include "report/condition_values.h"
#include "report/wording.h"

#include <algorithm>
#include <map>
#include <set>

namespace fedadvise::report
{

namespace
{

using casefile::Answer;
using rulebase::AnswerKind;
using rulebase::Question;

constexpr std::size_t most_figures = 6; ///< of more practices, the ends are told
const std::string nation_question = "jurisdiction";

/// One question and what was said to it.
struct Said
{
    const Question* question;
    std::string words;
    std::size_t place = 0; ///< of the answer among the options, so that the strongest can come first
    bool all = true;       ///< said by everybody who was asked
};

std::string capital_first(std::string text)
{
    if (!text.empty() && text.front() >= 'a' && text.front() <= 'z')
        text.front() = static_cast<char>(text.front() - 'a' + 'A');
    return text;
}

std::string label_of(const rulebase::RuleBase& rules, const Question& question)
{
    return lower_first(short_label(rules, question.id));
}

/// A scale or choice, whose words several questions may share.
bool has_words(const Question& question)
{
    return question.kind == AnswerKind::Scale || question.kind == AnswerKind::Choice;
}

bool same_answers(const Question& a, const Question& b)
{
    return a.kind == b.kind && a.options.size() == b.options.size() &&
           std::equal(a.options.begin(), a.options.end(), b.options.begin(),
                      [](const auto& x, const auto& y) { return x.id == y.id && x.label == y.label; });
}

/// Which option an answer is; 0 when it is none.
std::size_t place_of(const Question& question, const Answer& answer)
{
    std::string id;
    if (const auto* choice = std::get_if<casefile::Choice>(&answer))
        id = choice->option;
    if (const auto* number = std::get_if<casefile::Number>(&answer))
        id = foundation::fixed_text(foundation::Fixed::from_integer(number->value));
    return rulebase::option_index(question, id).value_or(0);
}

/// Whether the short label says what is counted: "Registered patients".
bool label_names(const Question& question, std::string_view unit)
{
    const std::string_view word = unit.substr(0, unit.find(' '));
    return !word.empty() && foundation::lower_case(question.short_label).find(word) != std::string::npos;
}

std::string figure_with_unit(const Question& question, std::int64_t value)
{
    return label_names(question, question.unit) ? foundation::with_thousands(value)
                                                : casefile::answer_in_words(question, casefile::Number{value});
}

std::string words_of(const Question& question, const Answer& answer)
{
    if (const auto* number = std::get_if<casefile::Number>(&answer);
        number != nullptr && question.kind == AnswerKind::Number)
        return figure_with_unit(question, number->value);
    if (const auto* choices = std::get_if<casefile::Choices>(&answer))
    {
        std::vector<std::string> labels;
        for (const std::string& option : choices->options)
        {
            const auto index = rulebase::option_index(question, option);
            labels.push_back(lower_first(index ? question.options[*index].label : option));
        }
        return foundation::joined_as_sentence(labels);
    }
    const std::string words = casefile::answer_in_words(question, answer);
    if (std::holds_alternative<casefile::Text>(answer))
        return "“" + words + "”";
    return has_words(question) ? lower_first(words) : words;
}

class CaseTeller
{
public:
    CaseTeller(const rulebase::RuleBase& rules, const casefile::Case& group) : m_rules(rules), m_group(group) {}

    std::vector<std::string> sentences()
    {
        tell_frame();
        const std::size_t frame = m_sentences.size();
        tell_group();
        tell_practices();
        if (m_sentences.size() == frame)
            m_sentences.emplace_back(frame == 0 ? "Nothing is answered." : "Nothing else is answered.");
        return std::move(m_sentences);
    }

private:
    void tell(std::string text) { m_sentences.push_back(as_sentence(text)); }

    void tell_frame()
    {
        const Question* nation = rulebase::find_question(m_rules, {nation_question});
        const Answer* where = casefile::find_answer(m_group.answers, {nation_question});
        if (nation != nullptr && where != nullptr && !casefile::is_unknown(*where))
            tell("The practices are in " + casefile::answer_in_words(*nation, *where));
        const auto listed = static_cast<std::int64_t>(m_group.practices.size());
        if (listed > 0)
            tell(count_word(listed) + (listed == 1 ? " practice is listed" : " practices are listed"));
        if (m_group.as_at)
            tell("The law is that of " + foundation::date_in_words(*m_group.as_at));
    }

    void tell_group()
    {
        std::vector<Said> said;
        std::vector<std::string> unknown;
        for (const Question& question : m_rules.questions)
        {
            const Answer* answer = casefile::find_answer(m_group.answers, question.id);
            if (answer == nullptr)
                continue;
            if (casefile::is_unknown(*answer))
                unknown.push_back(label_of(m_rules, question));
            else if (question.id.value != nation_question)
                said.push_back({&question, words_of(question, *answer), place_of(question, *answer)});
        }
        tell_together(said);
        if (!unknown.empty())
            tell("We do not know: " + foundation::joined_as_sentence(unknown));
    }

    /// Answers to single questions first, each on its own; then those that several questions share.
    void tell_together(const std::vector<Said>& said)
    {
        std::vector<bool> told(said.size());
        const auto alike = [&](std::size_t a, std::size_t b)
        {
            return has_words(*said[a].question) && said[a].words == said[b].words &&
                   same_answers(*said[a].question, *said[b].question);
        };
        const auto shared = [&](std::size_t at)
        {
            if (!said[at].question->family.empty() && said[at].question->kind == AnswerKind::Scale)
                return true;
            for (std::size_t i = 0; i < said.size(); ++i)
                if (i != at && alike(at, i))
                    return true;
            return false;
        };
        for (std::size_t i = 0; i < said.size(); ++i)
            if (!shared(i))
            {
                told[i] = true;
                tell(short_label(m_rules, said[i].question->id) + ": " + said[i].words);
            }
        for (std::size_t i = 0; i < said.size(); ++i)
            if (!told[i])
                tell_shared(said, told, i, alike);
    }

    /// Every answer on one list of answers: of scales the strongest first, otherwise in the order of the options.
    template <class Alike>
    void tell_shared(const std::vector<Said>& said, std::vector<bool>& told, std::size_t first, Alike alike)
    {
        std::vector<std::size_t> heads;
        for (std::size_t i = first; i < said.size(); ++i)
            if (!told[i] && same_answers(*said[first].question, *said[i].question) &&
                std::none_of(heads.begin(), heads.end(), [&](std::size_t head) { return alike(head, i); }))
                heads.push_back(i);
        const bool scale = said[first].question->kind == AnswerKind::Scale;
        std::stable_sort(heads.begin(), heads.end(),
                         [&](std::size_t a, std::size_t b)
                         { return scale ? said[a].place > said[b].place : said[a].place < said[b].place; });
        for (const std::size_t head : heads)
        {
            std::vector<const Question*> questions;
            for (std::size_t i = 0; i < said.size(); ++i)
                if (!told[i] && alike(head, i))
                {
                    told[i] = true;
                    questions.push_back(said[i].question);
                }
            tell(capital_first(said[head].words) + ": " + names_of(questions, said, said[head]));
        }
    }

    /// The short labels; "the other 17" when they are the rest of a family and stand at the low end of its scale.
    std::string names_of(const std::vector<const Question*>& questions, const std::vector<Said>& said,
                         const Said& head) const
    {
        const Question& first = *questions.front();
        const auto of_family = [&](const Question& question)
        { return !first.family.empty() && question.family == first.family; };
        const auto members = std::count_if(m_rules.questions.begin(), m_rules.questions.end(), of_family);
        const auto answered =
            std::count_if(said.begin(), said.end(), [&](const Said& one) { return of_family(*one.question); });
        const bool one_family = std::all_of(questions.begin(), questions.end(),
                                            [&](const Question* question) { return of_family(*question); });
        const auto count = static_cast<std::int64_t>(questions.size());
        if (first.kind == AnswerKind::Scale && head.place == 0 && head.all && one_family && answered == members &&
            count > 3)
            return count == members ? "each " + first.family : "the other " + foundation::with_thousands(count);
        std::vector<std::string> labels;
        for (const Question* question : questions)
            labels.push_back(label_of(m_rules, *question));
        return foundation::joined_as_sentence(labels);
    }

    void tell_practices()
    {
        std::vector<Said> said;
        for (const Question& question : m_rules.questions)
            if (const Said words = practices_said(question); !words.words.empty())
                said.push_back(words);
        tell_together(said);
    }

    /// What the practices and their people said to one question; empty when none of them said anything.
    Said practices_said(const Question& question) const
    {
        std::vector<const Answer*> answers;
        std::int64_t silent = 0, unknown = 0;
        bool people = false;
        for (const casefile::Practice& practice : m_group.practices)
        {
            const std::size_t before = answers.size();
            const Answer* own = casefile::find_answer(practice.answers, question.id);
            const bool said_unknown = own != nullptr && casefile::is_unknown(*own);
            if (own != nullptr && !said_unknown)
                answers.push_back(own);
            for (const casefile::Respondent& respondent : practice.respondents)
                if (const Answer* answer = casefile::find_answer(respondent.answers, question.id);
                    own == nullptr && answer != nullptr && !casefile::is_unknown(*answer))
                {
                    answers.push_back(answer);
                    people = true;
                }
            unknown += said_unknown ? 1 : 0;
            silent += answers.size() == before && !said_unknown ? 1 : 0;
        }
        Said said{&question, "", 0, silent + unknown == 0};
        if (answers.empty() && unknown == 0)
            return said;
        std::vector<std::string> parts;
        if (!answers.empty())
            parts.push_back(answers_words(question, answers, people, said));
        if (unknown > 0)
            parts.push_back("not known in " + count_word(unknown));
        if (silent > 0)
            parts.push_back("no answer from " + count_word(silent));
        said.words = foundation::joined(parts, "; ");
        return said;
    }

    std::string answers_words(const Question& question, const std::vector<const Answer*>& answers, bool people,
                              Said& said) const
    {
        if (question.kind == AnswerKind::Number)
            return figures(question, answers);
        std::vector<std::pair<std::string, std::int64_t>> counts;
        std::set<std::size_t> places;
        for (const Answer* answer : answers)
        {
            const std::string words = words_of(question, *answer);
            const auto known =
                std::find_if(counts.begin(), counts.end(), [&](const auto& count) { return count.first == words; });
            if (known == counts.end())
                counts.emplace_back(words, 1);
            else
                ++known->second;
            places.insert(place_of(question, *answer));
        }
        said.place = *places.rbegin();
        said.all = said.all && counts.size() == 1;
        if (said.all)
            return counts.front().first + (m_group.practices.size() > 1 ? " in every practice" : "");
        if (question.kind == AnswerKind::Scale && (people || counts.size() > 2))
            return "from " + lower_first(question.options[*places.begin()].label) + " to " +
                   lower_first(question.options[*places.rbegin()].label);
        std::stable_sort(counts.begin(), counts.end(),
                         [](const auto& a, const auto& b) { return a.second > b.second; });
        std::vector<std::string> parts;
        for (const auto& [words, count] : counts)
            parts.push_back(words + " in " + count_word(count));
        return foundation::joined(parts, ", ");
    }

    static std::string figures(const Question& question, const std::vector<const Answer*>& answers)
    {
        std::vector<std::int64_t> values;
        for (const Answer* answer : answers)
            if (const auto* number = std::get_if<casefile::Number>(answer))
                values.push_back(number->value);
        if (values.empty())
            return {};
        const auto [low, high] = std::minmax_element(values.begin(), values.end());
        const std::string most = figure_with_unit(question, *high);
        if (*low == *high)
            return most + (values.size() > 1 ? " in each" : "");
        if (values.size() > most_figures)
            return "from " + foundation::with_thousands(*low) + " to " + most;
        std::vector<std::string> each;
        for (const std::int64_t value : values)
            each.push_back(foundation::with_thousands(value));
        each.back() = figure_with_unit(question, values.back());
        return foundation::joined_as_sentence(each);
    }

    const rulebase::RuleBase& m_rules;
    const casefile::Case& m_group;
    std::vector<std::string> m_sentences;
};

} // namespace

std::vector<std::string> case_in_words(const rulebase::RuleBase& rules, const casefile::Case& group)
{
    return CaseTeller(rules, group).sentences();
}

} // namespace fedadvise::report
