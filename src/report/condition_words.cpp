#include "report/condition_words.h"

#include "foundation/number_text.h"
#include "foundation/text_list.h"
#include "report/condition_values.h"
#include "report/wording.h"
#include "rulebase/condition_validator.h"

#include <algorithm>
#include <type_traits>

namespace fedadvise::report
{

namespace
{

using rulebase::Aggregate;
using rulebase::AnswerKind;
using rulebase::Comparison;
using rulebase::Condition;
using rulebase::HowMany;
using rulebase::Question;
using rulebase::Scope;
using rulebase::Statistic;

/// A comparison that is true where the other is false; for a range with two ends there is none.
Comparison turned(Comparison comparison)
{
    using Kind = Comparison::Kind;
    switch (comparison.kind)
    {
    case Kind::OneOf: comparison.kind = Kind::NotOneOf; break;
    case Kind::NotOneOf: comparison.kind = Kind::OneOf; break;
    case Kind::Includes: comparison.kind = Kind::Excludes; break;
    case Kind::Excludes: comparison.kind = Kind::Includes; break;
    case Kind::Range:
        std::swap(comparison.lower, comparison.upper);
        for (auto* bound : {&comparison.lower, &comparison.upper})
            if (*bound)
                (*bound)->inclusive = !(*bound)->inclusive;
        break;
    }
    return comparison;
}

bool has_two_ends(const Comparison& comparison)
{
    return comparison.kind == Comparison::Kind::Range && comparison.lower && comparison.upper;
}

/// "is “yes”", "includes “investors”", "is not between 3 and 5".
std::string verb_and_value(const Question& question, const Comparison& written, bool averaged, bool negated)
{
    const bool two_ends = has_two_ends(written);
    const Comparison comparison = negated && !two_ends ? turned(written) : written;
    const std::string value = value_words(question, comparison, averaged);
    if (comparison.kind == Comparison::Kind::Includes)
        return "includes " + value;
    if (comparison.kind == Comparison::Kind::Excludes)
        return (comparison.values.size() > 1 ? "includes " : "does not include ") + value;
    return (negated && two_ends ? "is not " : "is ") + value;
}

/// "at least two", "at most two", "exactly one", "at least two and at most four".
std::string counts_in_words(const Comparison& comparison)
{
    const auto end = [](const rulebase::Bound& bound, std::int64_t inward)
    { return count_word(foundation::parse_integer(bound.written).value_or(0) + (bound.inclusive ? 0 : inward)); };
    std::vector<std::string> ends;
    if (comparison.lower)
        ends.push_back("at least " + end(*comparison.lower, 1));
    if (comparison.upper)
        ends.push_back("at most " + end(*comparison.upper, -1));
    return foundation::joined_as_sentence(ends);
}

/// Whether a number of things is more than one, so that the verb stands in the plural.
bool is_plural(std::int64_t count)
{
    return count != 1;
}

class Narrator
{
public:
    explicit Narrator(const rulebase::RuleBase& rules) : m_rules(rules) {}

    ConditionWords tell(const Condition& condition, bool negated) const
    {
        return std::visit([&](const auto& node) { return told(node, negated); }, condition.node);
    }

private:
    /// “prompt”, linked. A statement loses its full stop inside the quotation marks.
    void add_prompt(Phrase& phrase, const rulebase::QuestionId& id) const
    {
        const Question* question = rulebase::find_question(m_rules, id);
        std::string prompt =
            question == nullptr || question->prompt.empty() ? short_label(m_rules, id) : question->prompt;
        if (prompt.ends_with('.'))
            prompt.pop_back();
        phrase.push_back({"“" + prompt + "”", id});
    }
    void add_label(Phrase& phrase, const rulebase::QuestionId& id) const
    {
        phrase.push_back({"“" + short_label(m_rules, id) + "”", id});
    }

    // Lists of conditions

    /// The parts of a list, with those of lists of the same kind inside it.
    template <class Node>
    void gather(const Node& node, std::vector<const Condition*>& parts) const
    {
        for (const Condition& part : node.parts)
            if (const auto* same = std::get_if<Node>(&part.node);
                same != nullptr && !std::is_same_v<Node, rulebase::AtLeast>)
                gather(*same, parts);
            else
                parts.push_back(&part);
    }
    template <class Node>
    ConditionWords list(const Node& node, std::string_view words, std::string_view words_of_two) const
    {
        std::vector<const Condition*> parts;
        gather(node, parts);
        ConditionWords told;
        append(told.clause, std::string{parts.size() == 2 ? words_of_two : words});
        for (const Condition* part : parts)
            told.parts.push_back(tell(*part, false));
        return told;
    }
    template <class Node>
    const Condition* only_part(const Node& node) const
    {
        return node.parts.size() == 1 ? &node.parts.front() : nullptr;
    }
    ConditionWords told(const rulebase::AllOf& node, bool negated) const
    {
        if (const Condition* only = only_part(node))
            return tell(*only, negated);
        return negated ? list(node, "not all of these hold", "at most one of these holds")
                       : list(node, "all of these hold", "both of these hold");
    }
    ConditionWords told(const rulebase::AnyOf& node, bool negated) const
    {
        if (const Condition* only = only_part(node))
            return tell(*only, negated);
        return negated ? list(node, "none of these holds", "neither of these holds")
                       : list(node, "at least one of these holds", "at least one of these holds");
    }
    ConditionWords told(const rulebase::NoneOf& node, bool negated) const
    {
        if (const Condition* only = only_part(node))
            return tell(*only, !negated);
        return negated ? list(node, "at least one of these holds", "at least one of these holds")
                       : list(node, "none of these holds", "neither of these holds");
    }
    ConditionWords told(const rulebase::AtLeast& node, bool negated) const
    {
        if (const Condition* only = only_part(node))
            return tell(*only, negated);
        const std::string words = (negated ? "fewer than " : "at least ") + count_word(node.count) + " of these " +
                                  (node.count == 1 ? "holds" : "hold");
        return list(node, words, words);
    }

    // Single conditions

    /// Who is meant, when a question has one answer for the group: "the answer to", "the group's answer to".
    static std::string whose_answer(const Question& question)
    {
        if (question.scope == Scope::Respondent)
            return "the average answer to ";
        switch (question.aggregate)
        {
        case Aggregate::None: return "the answer to ";
        case Aggregate::Sum: return "the total of the practices' answers to ";
        case Aggregate::Mean: return "the average answer to ";
        case Aggregate::Lowest: return "the lowest answer of any practice to ";
        case Aggregate::Highest: return "the highest answer of any practice to ";
        case Aggregate::Union: return "the practices' answers to ";
        case Aggregate::Worst:
        case Aggregate::Median:
        case Aggregate::Commonest: break;
        }
        return "the group's answer to ";
    }
    static bool is_averaged(const Question& question)
    {
        return question.scope == Scope::Respondent || question.aggregate == Aggregate::Mean;
    }
    /// For questions where the answer that goes furthest decides.
    static std::string aside(const Question& question)
    {
        if (question.aggregate != Aggregate::Worst)
            return {};
        return question.kind == AnswerKind::Number ? " (the highest that any practice gives)"
                                                   : " (the furthest down its list that any practice gives)";
    }

    /// Where the answer furthest down the list decides, a test of the list's end is one of any practice, and a test of
    /// its start one of every practice. Empty where it is neither.
    static std::string whose_end(const Question& question, const Comparison& comparison, bool negated)
    {
        const auto& options = question.options;
        if (question.aggregate != Aggregate::Worst || question.kind != AnswerKind::Choice || options.empty() ||
            std::any_of(options.begin(), options.end(), [](const auto& option) { return option.neutral; }))
            return {};
        const auto meets = [&](std::size_t i) { return rulebase::option_meets(question, comparison, i) != negated; };
        std::size_t changes = 0;
        for (std::size_t i = 1; i < options.size(); ++i)
            changes += static_cast<std::size_t>(meets(i) != meets(i - 1));
        return changes != 1 ? "" : meets(0) ? "every practice" : "at least one practice";
    }
    ConditionWords end_of_list(const rulebase::AnswerTest& test, const Question& question, const std::string& whose,
                               bool negated) const
    {
        std::vector<std::string> labels;
        for (std::size_t i = 0; i < question.options.size(); ++i)
            if (rulebase::option_meets(question, test.comparison, i) != negated)
                labels.push_back(lower_first(question.options[i].label));
        ConditionWords told;
        append(told.clause, whose + " answers " + quoted_list(labels, "or") + " to ");
        add_prompt(told.clause, test.question);
        return told;
    }
    ConditionWords told(const rulebase::AnswerTest& test, bool negated) const
    {
        const Question* question = rulebase::find_question(m_rules, test.question);
        ConditionWords told;
        if (question == nullptr)
        {
            append(told.clause, "the question ");
            add_label(told.clause, test.question);
            append(told.clause, " is answered as the rule asks");
            return told;
        }
        if (const std::string whose = test.of == Statistic::Group ? whose_end(*question, test.comparison, negated) : "";
            !whose.empty())
            return end_of_list(test, *question, whose, negated);
        switch (test.of)
        {
        case Statistic::Group: append(told.clause, whose_answer(*question)); break;
        case Statistic::Lowest: append(told.clause, "the lowest answer of any practice to "); break;
        case Statistic::Highest: append(told.clause, "the highest answer of any practice to "); break;
        case Statistic::Spread: return spread(test, negated);
        case Statistic::Distinct: return distinct(test, negated);
        }
        add_prompt(told.clause, test.question);
        const bool group = test.of == Statistic::Group;
        append(told.clause, (group ? aside(*question) : "") + " " +
                                verb_and_value(*question, test.comparison, is_averaged(*question), negated));
        return told;
    }
    ConditionWords spread(const rulebase::AnswerTest& test, bool negated) const
    {
        const bool two_ends = has_two_ends(test.comparison);
        const Question* question = rulebase::find_question(m_rules, test.question);
        ConditionWords told;
        append(told.clause, "the practices' answers to ");
        add_prompt(told.clause, test.question);
        const std::string unit = question->kind == AnswerKind::Scale ? "points" : question->unit;
        append(told.clause, std::string{negated && two_ends ? " do not lie " : " lie "} +
                                range_words(negated && !two_ends ? turned(test.comparison) : test.comparison, unit) +
                                " apart");
        return told;
    }
    ConditionWords distinct(const rulebase::AnswerTest& test, bool negated) const
    {
        const bool two_ends = has_two_ends(test.comparison);
        const Comparison comparison = negated && !two_ends ? turned(test.comparison) : test.comparison;
        const auto end = [](const std::optional<rulebase::Bound>& bound)
        {
            const auto whole = bound ? foundation::parse_integer(bound->written) : std::nullopt;
            return whole ? *whole - (bound->inclusive ? 0 : 1) : std::int64_t{2};
        };
        ConditionWords told;
        const bool same = comparison.upper && end(comparison.upper) <= 1;
        if (same && !(negated && two_ends))
            append(told.clause, "every practice gives the same answer to ");
        else
            append(told.clause, std::string{negated && two_ends ? "it is not so that " : ""} + "the practices give " +
                                    counts_in_words(comparison) + " different answers to ");
        add_prompt(told.clause, test.question);
        return told;
    }
    ConditionWords told(const rulebase::PracticesTest& test, bool negated) const
    {
        const Question* question = rulebase::find_question(m_rules, test.question);
        const bool set =
            test.comparison.kind == Comparison::Kind::Includes || test.comparison.kind == Comparison::Kind::Excludes;
        const std::string value =
            question == nullptr ? "as the rule asks" : value_words(*question, test.comparison, is_averaged(*question));
        std::string subject;
        bool plural = false;
        switch (test.how_many)
        {
        case HowMany::Some: subject = negated ? "no practice" : "at least one practice"; break;
        case HowMany::None: subject = negated ? "at least one practice" : "no practice"; break;
        case HowMany::Every: subject = negated ? "not every practice" : "every practice"; break;
        case HowMany::Half:
            subject = negated ? "fewer than half of the practices" : "at least half of the practices";
            plural = true;
            break;
        }
        ConditionWords told;
        const bool without = test.comparison.kind == Comparison::Kind::Excludes && test.comparison.values.size() == 1;
        const std::string verb =
            set ? (plural ? " give an answer " : " gives an answer ") : (plural ? " answer " : " answers ");
        append(told.clause, subject + verb + (!set ? "" : without ? "without " : "that includes ") + value + " to ");
        add_prompt(told.clause, test.question);
        return told;
    }

    /// What the members of a family are called: "purposes", "statements".
    static std::string family_noun(const rulebase::FamilyTest& test, const Question& member)
    {
        if (member.scope == Scope::Respondent)
            return "statement";
        return member.kind == AnswerKind::Scale ? test.family : "point of “" + test.family + "”";
    }
    static std::string plural_of(const std::string& noun)
    {
        constexpr std::string_view point = "point of ";
        return noun.starts_with(point) ? "points of " + noun.substr(point.size()) : noun + "s";
    }
    /// "at least one", "none", "fewer than two".
    static std::string family_count(const rulebase::FamilyTest& test, std::size_t members, bool negated)
    {
        if (!negated)
            return test.count == static_cast<int>(members) && members > 1 ? "every one"
                                                                          : "at least " + count_word(test.count);
        return test.count == 1 ? "none" : "fewer than " + count_word(test.count);
    }
    void add_names(Phrase& phrase, const std::vector<rulebase::QuestionId>& ids, std::string_view last_link) const
    {
        for (std::size_t i = 0; i < ids.size(); ++i)
        {
            if (i > 0)
                append(phrase, i + 1 < ids.size() ? ", " : " " + std::string{last_link} + " ");
            add_label(phrase, ids[i]);
        }
    }
    std::vector<rulebase::QuestionId> ids_of(const rulebase::FamilyTest& test,
                                             const std::vector<std::string>& names) const
    {
        std::vector<rulebase::QuestionId> ids;
        for (const Question& question : m_rules.questions)
            if (question.family == test.family &&
                std::find(names.begin(), names.end(), rulebase::member_name(question)) != names.end())
                ids.push_back(question.id);
        return ids;
    }
    ConditionWords told(const rulebase::FamilyTest& test, bool negated) const
    {
        const auto members = rulebase::members_of(m_rules, test);
        ConditionWords told;
        if (members.empty())
        {
            append(told.clause, "a question of the family “" + test.family + "” is answered as the rule asks");
            return told;
        }
        const Question& member = *members.front();
        const std::string nouns = plural_of(family_noun(test, member));
        const bool plural =
            negated ? test.count > 1 : is_plural(test.count) && test.count != static_cast<int>(members.size());
        const std::string verb =
            (plural ? " are " : " is ") + value_words(member, test.comparison, is_averaged(member));
        const bool listed = test.flag != '\0' || !test.only.empty();
        append(told.clause,
               family_count(test, members.size(), negated) + " of " + (listed ? "these " : "the ") + nouns);
        if (!listed && !test.except.empty())
        {
            append(told.clause, " other than ");
            add_names(told.clause, ids_of(test, test.except), "and");
        }
        append(told.clause, verb);
        if (listed)
        {
            std::vector<rulebase::QuestionId> ids;
            for (const Question* question : members)
                ids.push_back(question->id);
            append(told.clause, ": ");
            add_names(told.clause, ids, "and");
        }
        return told;
    }

    ConditionWords told(const rulebase::MeasureTest& test, bool negated) const
    {
        ConditionWords told;
        const bool two_ends = has_two_ends(test.comparison);
        const std::string range = range_words(negated && !two_ends ? turned(test.comparison) : test.comparison, "");
        const std::string scale = test.measure == "motive.consensus"     ? " (1 means all of them)"
                                  : test.measure == "relationship.range" ? ""
                                                                         : " out of 5";
        append(told.clause,
               measure_in_words(m_rules, test.measure) + (negated && two_ends ? " is not " : " is ") + range + scale);
        return told;
    }
    ConditionWords told(const rulebase::GatesTest& test, bool negated) const
    {
        const auto step = rulebase::gradient_index(m_rules, test.step);
        ConditionWords told;
        append(told.clause, std::string{test.passed != negated ? "every" : "not every"} +
                                " relationship statement that must be high for the step “" +
                                (step ? step_in_words(m_rules, *step) : test.step) + "” is high enough");
        return told;
    }
    ConditionWords told(const rulebase::ChecklistTest& test, bool negated) const
    {
        const rulebase::Checklist* checklist = rulebase::find_checklist(m_rules, test.checklist);
        const bool lower = test.at_least.has_value() != negated;
        const std::int64_t number = test.at_least ? *test.at_least : test.at_most.value_or(0);
        const std::string count =
            lower ? (negated ? "more than " : "at least ") : (negated ? "fewer than " : "at most ");
        ConditionWords told;
        append(told.clause,
               count + count_word(number) + " of the " +
                   (checklist == nullptr ? std::string{}
                                         : count_word(static_cast<std::int64_t>(checklist->items.size())) + " ") +
                   "points of the checklist “" + (checklist == nullptr ? test.checklist : checklist->title) + "” " +
                   (is_plural(number) ? "are" : "is") + " met");
        return told;
    }

    const rulebase::RuleBase& m_rules;
};

void add_lines(const ConditionWords& words, std::size_t depth, std::vector<std::string>& lines)
{
    lines.push_back((depth == 0 ? std::string{} : std::string(depth * 2, ' ') + "- ") + plain(words.clause) +
                    (words.parts.empty() ? "" : ":"));
    for (const ConditionWords& part : words.parts)
        add_lines(part, depth + 1, lines);
}

std::string line_of(const ConditionWords& words)
{
    std::string line = plain(words.clause);
    for (std::size_t i = 0; i < words.parts.size(); ++i)
    {
        const std::string part = line_of(words.parts[i]);
        line += (i == 0 ? ": (" : "; (") + foundation::with_thousands(static_cast<std::int64_t>(i + 1)) + ") " +
                (words.parts[i].parts.empty() ? part : "[" + part + "]");
    }
    return line;
}

} // namespace

std::string plain(const Phrase& phrase)
{
    std::string text;
    for (const Piece& piece : phrase)
        text += piece.text;
    return text;
}

void append(Phrase& phrase, std::string text)
{
    if (!phrase.empty() && std::holds_alternative<std::monostate>(phrase.back().names))
        phrase.back().text += text;
    else if (!text.empty())
        phrase.push_back({std::move(text), {}});
}

void append(Phrase& phrase, const Phrase& more)
{
    for (const Piece& piece : more)
        if (std::holds_alternative<std::monostate>(piece.names))
            append(phrase, piece.text);
        else
            phrase.push_back(piece);
}

std::string measure_in_words(const rulebase::RuleBase& rules, const std::string& measure)
{
    if (measure == "relationship.mean")
        return "the average over all relationship statements";
    if (measure == "relationship.lowest")
        return "the average of the practice whose relationship statements are lowest";
    if (measure == "relationship.range")
        return "the gap between the highest and the lowest practice's average over the relationship statements";
    if (measure == "motive.consensus")
        return "among practices with a decisive motive, the share that name the commonest one";
    for (const rulebase::ReadinessSubscale& subscale : rules.readiness.subscales)
        if (measure == "relationship." + subscale.id)
            return "the average over the relationship statements on “" + lower_first(subscale.name) + "”";
    return "the figure “" + measure + "”";
}

ConditionWords condition_words(const rulebase::RuleBase& rules, const Condition& condition)
{
    return Narrator(rules).tell(condition, false);
}

std::vector<std::string> condition_in_lines(const rulebase::RuleBase& rules, const Condition& condition)
{
    std::vector<std::string> lines;
    add_lines(condition_words(rules, condition), 0, lines);
    return lines;
}

std::string condition_in_line(const rulebase::RuleBase& rules, const Condition& condition)
{
    return line_of(condition_words(rules, condition));
}

} // namespace fedadvise::report
