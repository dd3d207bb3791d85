#include "casefile/test_writer.h"

#include "foundation/text_list.h"

#include <algorithm>
#include <map>
#include <set>

namespace fedadvise::casefile
{

namespace
{

constexpr std::size_t longest_line = 118;

struct Written
{
    std::string operator()(const Unknown&) const { return "unknown"; }
    std::string operator()(const Choice& choice) const { return choice.option; }
    std::string operator()(const Choices& choices) const { return foundation::joined(choices.options, ", "); }
    std::string operator()(const Number& number) const { return std::to_string(number.value); }
    std::string operator()(const Text& text) const { return text.value; }
    std::string operator()(const foundation::Date& date) const { return foundation::date_text(date); }
};

/// For each family that is answered in full, its commonest answer.
std::map<std::string, std::string> full_families(const Answers& answers, const rulebase::RuleBase& rules)
{
    std::map<std::string, std::map<std::string, int>> counts;
    std::set<std::string> partial;
    for (const rulebase::Question& question : rules.questions)
    {
        const Answer* answer = find_answer(answers, question.id);
        if (question.family.empty() || question.id.value == question.family)
            continue;
        if (answer == nullptr)
            partial.insert(question.family);
        else
            ++counts[question.family][written_answer(*answer)];
    }
    std::map<std::string, std::string> commonest;
    for (const auto& [family, answered] : counts)
        if (!partial.contains(family))
            commonest[family] = std::max_element(answered.begin(), answered.end(),
                                                 [](const auto& a, const auto& b) { return a.second < b.second; })
                                    ->first;
    return commonest;
}

std::string answers_text(const Answers& answers, const rulebase::RuleBase& rules, const std::string& indent)
{
    const auto families = full_families(answers, rules);
    std::set<std::string> said;
    std::string text;
    for (const rulebase::Question& question : rules.questions)
    {
        const Answer* answer = find_answer(answers, question.id);
        if (answer == nullptr)
            continue;
        const auto family = families.find(question.family);
        if (family != families.end() && said.insert(question.family).second)
            text += indent + question.family + ".*: " + family->second + "\n";
        if (family == families.end() || family->second != written_answer(*answer))
            text += indent + question.id.value + ": " + written_answer(*answer) + "\n";
    }
    return text;
}

std::string expectation_text(ExpectationKind kind, const std::vector<std::string>& items)
{
    const std::string begin = phrase_of(kind) + ": ";
    std::string text, line;
    for (const std::string& item : items)
    {
        if (!line.empty() && begin.size() + line.size() + item.size() + 2 > longest_line)
        {
            text += begin + line + "\n";
            line.clear();
        }
        line += (line.empty() ? "" : ", ") + item;
    }
    return line.empty() ? text : text + begin + line + "\n";
}

} // namespace

std::string written_answer(const Answer& answer)
{
    return std::visit(Written{}, answer);
}

std::string test_text(const WrittenCase& written, const rulebase::RuleBase& rules)
{
    std::string text = "Case: " + written.title + "\n";
    if (!written.because.empty())
        text += "Because: " + written.because + "\n";
    if (written.group.as_at)
        text += "as-at: " + foundation::date_text(*written.group.as_at) + "\n";
    text += answers_text(written.group.answers, rules, "");
    for (const Practice& practice : written.group.practices)
    {
        text += "Practice: " + (practice.name.empty() ? practice.id : practice.name) + "\n" +
                answers_text(practice.answers, rules, "  ");
        for (const Respondent& respondent : practice.respondents)
            text += "  Respondent: " + respondent.role + "\n" + answers_text(respondent.answers, rules, "    ");
    }
    for (const auto& [kind, items] : written.expectations)
        text += expectation_text(kind, items);
    return text + "\n";
}

} // namespace fedadvise::casefile
