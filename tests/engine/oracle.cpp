#include "engine/oracle.h"

#include "foundation/number_text.h"

#include <algorithm>

namespace fedadvise::oracle
{

using engine::Truth;
using rulebase::AnswerKind;
using rulebase::Comparison;
using rulebase::Condition;
using rulebase::Question;

namespace
{

Truth truth_from(bool holds)
{
    return holds ? Truth::True : Truth::False;
}

Truth opposite(Truth truth)
{
    if (truth == Truth::Unknown)
        return Truth::Unknown;
    return truth_from(truth == Truth::False);
}

/// Kleene: true when enough are true, false when too few can be, unknown between.
Truth at_least(int count, const std::vector<Truth>& parts)
{
    const auto are_true = std::count(parts.begin(), parts.end(), Truth::True);
    const auto may_be_true = are_true + std::count(parts.begin(), parts.end(), Truth::Unknown);
    if (are_true >= count)
        return Truth::True;
    return may_be_true < count ? Truth::False : Truth::Unknown;
}

Truth all_of(const std::vector<Truth>& parts)
{
    return at_least(static_cast<int>(parts.size()), parts);
}

Truth any_of(const std::vector<Truth>& parts)
{
    return at_least(1, parts);
}

std::vector<Truth> truths_of(const Facts& facts, const std::vector<Condition>& conditions)
{
    std::vector<Truth> truths;
    for (const Condition& condition : conditions)
        truths.push_back(truth_of(facts, condition));
    return truths;
}

Ratio written(const std::string& number)
{
    return ratio(foundation::parse_fixed(number).value().millionths, 1'000'000);
}

Truth is_above(const Interval& value, const rulebase::Bound& bound)
{
    const Ratio end = written(bound.written);
    const auto above = [&](Ratio number) { return end < number || (bound.inclusive && number == end); };
    if (value.low && above(*value.low))
        return Truth::True;
    return value.high && !above(*value.high) ? Truth::False : Truth::Unknown;
}

Truth is_below(const Interval& value, const rulebase::Bound& bound)
{
    const Ratio end = written(bound.written);
    const auto below = [&](Ratio number) { return number < end || (bound.inclusive && number == end); };
    if (value.high && below(*value.high))
        return Truth::True;
    return value.low && !below(*value.low) ? Truth::False : Truth::Unknown;
}

Truth compare_number(const Interval& value, const Comparison& comparison)
{
    if (comparison.kind == Comparison::Kind::Range)
    {
        const Truth above = comparison.lower ? is_above(value, *comparison.lower) : Truth::True;
        const Truth below = comparison.upper ? is_below(value, *comparison.upper) : Truth::True;
        return all_of({above, below});
    }
    std::vector<Truth> equal;
    for (const std::string& number : comparison.values)
        equal.push_back(all_of({is_above(value, {number, true}), is_below(value, {number, true})}));
    return comparison.kind == Comparison::Kind::OneOf ? any_of(equal) : opposite(any_of(equal));
}

bool option_satisfies(const Question& question, const std::string& option, const Comparison& comparison)
{
    const bool listed = std::find(comparison.values.begin(), comparison.values.end(), option) != comparison.values.end();
    if (comparison.kind == Comparison::Kind::OneOf)
        return listed;
    if (comparison.kind == Comparison::Kind::NotOneOf)
        return !listed;
    const auto place = [&](const std::string& id) { return rulebase::option_index(question, id).value(); };
    const std::size_t here = place(option);
    const auto& lower = comparison.lower;
    const auto& upper = comparison.upper;
    const bool above = !lower || place(lower->written) < here || (lower->inclusive && place(lower->written) == here);
    const bool below = !upper || here < place(upper->written) || (upper->inclusive && place(upper->written) == here);
    return above && below;
}

/// An undecided choice meets a comparison when all the options do that it may be.
Truth compare_choice(const Question& question, const std::set<std::string>& possible, const Comparison& comparison)
{
    if (possible.empty())
        return Truth::Unknown;
    const auto meeting = std::count_if(possible.begin(), possible.end(), [&](const std::string& option) { return option_satisfies(question, option, comparison); });
    if (meeting == 0)
        return Truth::False;
    return static_cast<std::size_t>(meeting) == possible.size() ? Truth::True : Truth::Unknown;
}

Truth compare_set(const std::set<std::string>& chosen, const Comparison& comparison)
{
    const bool any = std::any_of(comparison.values.begin(), comparison.values.end(), [&](const std::string& option) { return chosen.contains(option); });
    return truth_from(any == (comparison.kind == Comparison::Kind::Includes));
}

bool is_number(const Question& question)
{
    return question.kind == AnswerKind::Scale || question.kind == AnswerKind::Number;
}

Truth compare_group(const Facts& facts, const Question& question, const Comparison& comparison)
{
    if (is_number(question))
        return compare_number(facts.number(question), comparison);
    if (question.kind == AnswerKind::Choice)
        return compare_choice(question, facts.choice(question), comparison);
    const auto chosen = facts.chosen(question);
    return chosen ? compare_set(*chosen, comparison) : Truth::Unknown;
}

Truth compare_value(const Question& question, const Value& value, const Comparison& comparison)
{
    if (!value.answered)
        return Truth::Unknown;
    if (is_number(question))
        return compare_number({value.number, value.number}, comparison);
    if (question.kind == AnswerKind::Choice)
        return compare_choice(question, value.options, comparison);
    return compare_set(value.options, comparison);
}

struct Walker
{
    const Facts& facts;

    Truth operator()(const rulebase::AllOf& node) const { return all_of(truths_of(facts, node.parts)); }
    Truth operator()(const rulebase::AnyOf& node) const { return any_of(truths_of(facts, node.parts)); }
    Truth operator()(const rulebase::NoneOf& node) const { return opposite(truth_of(facts, node.parts.at(0))); }
    Truth operator()(const rulebase::AtLeast& node) const { return at_least(node.count, truths_of(facts, node.parts)); }
    Truth operator()(const rulebase::AnswerTest& test) const
    {
        const Question& question = facts.question(test.question);
        if (test.of == rulebase::Statistic::Group)
            return compare_group(facts, question, test.comparison);
        return compare_number(facts.statistic(question, test.of), test.comparison);
    }
    Truth operator()(const rulebase::PracticesTest& test) const
    {
        const Question& question = facts.question(test.question);
        std::vector<Truth> met;
        for (const Value& value : facts.values(question))
            met.push_back(compare_value(question, value, test.comparison));
        const auto certain = std::count(met.begin(), met.end(), Truth::True);
        const auto answered = certain + std::count(met.begin(), met.end(), Truth::False);
        switch (test.how_many)
        {
        case rulebase::HowMany::Some: return any_of(met);
        case rulebase::HowMany::Every: return all_of(met);
        case rulebase::HowMany::None: return opposite(any_of(met));
        case rulebase::HowMany::Half: return answered == 0 ? Truth::Unknown : truth_from(certain * 2 >= answered);
        }
        return Truth::Unknown;
    }
    Truth operator()(const rulebase::FamilyTest& test) const
    {
        const auto named = [](const std::vector<std::string>& names, const std::string& name) { return std::find(names.begin(), names.end(), name) != names.end(); };
        std::vector<Truth> members;
        for (const Question& question : facts.rules().questions)
        {
            const std::string member = rulebase::member_name(question);
            const bool flagged = test.flag == '\0' || question.flags.find(test.flag) != std::string::npos;
            const bool meant = (test.only.empty() || named(test.only, member)) && !named(test.except, member);
            if (question.family == test.family && flagged && meant)
                members.push_back(compare_group(facts, question, test.comparison));
        }
        return at_least(test.count, members);
    }
    Truth operator()(const rulebase::MeasureTest& test) const { return compare_number(facts.measure(test.measure), test.comparison); }
    Truth operator()(const rulebase::GatesTest& test) const
    {
        const auto step = [&](const std::string& id) { return rulebase::gradient_index(facts.rules(), id).value(); };
        std::vector<Truth> gates;
        for (const rulebase::ReadinessGate& gate : facts.rules().readiness.gates)
            if (step(gate.from_step) <= step(test.step))
                gates.push_back(is_above(facts.number(facts.question(gate.question)), {foundation::fixed_text(gate.at_least), true}));
        return test.passed ? all_of(gates) : opposite(all_of(gates));
    }
    Truth operator()(const rulebase::ChecklistTest& test) const
    {
        std::vector<Truth> items;
        for (const rulebase::ChecklistItem& item : rulebase::find_checklist(facts.rules(), test.checklist)->items)
            items.push_back(truth_of(facts, item.when));
        return test.at_least ? at_least(*test.at_least, items) : opposite(at_least(*test.at_most + 1, items));
    }
};

Truth truth_of_rule(const Facts& facts, const rulebase::Rule& rule, foundation::Date as_at)
{
    if ((rule.from && as_at < *rule.from) || (rule.until && !(as_at < *rule.until)))
        return Truth::False;
    const Truth when = rule.when ? truth_of(facts, *rule.when) : Truth::True;
    if (rule.nations.empty())
        return when;
    Comparison here;
    here.values = rule.nations;
    return all_of({compare_group(facts, facts.question({"jurisdiction"}), here), when});
}

} // namespace

Truth truth_of(const Facts& facts, const Condition& condition)
{
    return std::visit(Walker{facts}, condition.node);
}

std::vector<Truth> truths_of_rules(const rulebase::RuleBase& rules, const casefile::Case& group, foundation::Date as_at)
{
    const Facts facts(rules, group);
    std::vector<Truth> truths;
    for (const rulebase::Rule& rule : rules.rules)
        truths.push_back(truth_of_rule(facts, rule, as_at));
    return truths;
}

std::vector<Truth> truths_of_asking(const rulebase::RuleBase& rules, const casefile::Case& group)
{
    const Facts facts(rules, group);
    std::vector<Truth> truths;
    for (const Question& question : rules.questions)
        truths.push_back(question.ask_when ? truth_of(facts, *question.ask_when) : Truth::True);
    return truths;
}

Points points_of(const rulebase::RuleBase& rules, const std::vector<Truth>& truths, const rulebase::OptionId& option)
{
    Points points;
    for (std::size_t r = 0; r < rules.rules.size(); ++r)
        for (const rulebase::Effect& effect : rules.rules[r].effects)
        {
            const bool meant = std::find(effect.on.begin(), effect.on.end(), option) != effect.on.end();
            if (effect.kind != rulebase::EffectKind::Pull || !meant || truths[r] == Truth::False)
                continue;
            const bool certain = truths[r] == Truth::True;
            points.now += certain ? effect.strength : 0;
            points.low += certain || effect.strength < 0 ? effect.strength : 0;
            points.high += certain || effect.strength > 0 ? effect.strength : 0;
        }
    return points;
}

Truth lacks_vehicles(const rulebase::RuleBase& rules, const std::vector<Truth>& truths, const rulebase::OptionId& model, const std::string& nation)
{
    if (rulebase::find_model(rules, model)->legal_person != rulebase::LegalPerson::Needed)
        return Truth::False;
    std::vector<Truth> left;
    for (const rulebase::Vehicle& vehicle : rules.vehicles)
    {
        if (rulebase::fit_of(rules, model, vehicle.id, nation) == rulebase::Fit::Impossible)
            continue;
        std::vector<Truth> taken_away;
        for (std::size_t r = 0; r < rules.rules.size(); ++r)
            for (const rulebase::Effect& effect : rules.rules[r].effects)
                if ((effect.kind == rulebase::EffectKind::Exclude || effect.kind == rulebase::EffectKind::NotYet) &&
                    std::find(effect.on.begin(), effect.on.end(), vehicle.id) != effect.on.end())
                    taken_away.push_back(truths[r]);
        left.push_back(opposite(any_of(taken_away)));
    }
    return opposite(at_least(2, left));
}

} // namespace fedadvise::oracle
