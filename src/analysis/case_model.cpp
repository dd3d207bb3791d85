#include "analysis/case_model.h"

#include "analysis/prover_days.h"

#include <algorithm>
#include <limits>

namespace fedadvise::analysis
{

using engine::FactSource;
using engine::Node;
using engine::NodeIndex;
using engine::Truth;
using rulebase::Question;
using rulebase::Scope;

namespace
{

constexpr std::int64_t million = 1'000'000;
constexpr std::size_t sizes = largest_group + 1;

/// How many speak when so many practices are listed: the group itself when there are none.
std::size_t speakers(std::size_t practices)
{
    return std::max<std::size_t>(practices, 1);
}

std::int64_t ceiling(std::int64_t numerator, std::int64_t denominator)
{
    const std::int64_t quotient = numerator / denominator;
    return quotient * denominator < numerator ? quotient + 1 : quotient;
}

/// The least sum of `count` whole numbers whose mean, rounded to millionths as foundation::mean_of does, reaches a
/// bound: floor((2 S 10^6 + n) / 2n) >= b.
std::int64_t least_sum(std::int64_t bound, std::int64_t count)
{
    if (bound <= engine::lowest_fixed.millionths)
        return std::numeric_limits<int>::min();
    if (bound > engine::highest_fixed.millionths)
        return std::numeric_limits<int>::max();
    return ceiling((2 * bound - 1) * count, 2 * million);
}

const Pattern::Example* example_for(const Pattern& pattern, std::size_t practices)
{
    for (const Pattern::Example& example : pattern.examples)
        if (example.practices == practices)
            return &example;
    return nullptr;
}

std::int64_t largest_sum(const Pattern& pattern)
{
    std::int64_t most = 0;
    for (const Pattern::Example& example : pattern.examples)
        most = std::max(most, example.sum);
    return most;
}

} // namespace

CaseModel::CaseModel(const rulebase::RuleBase& rules, const engine::Program& program)
    : m_rules(rules), m_program(program), m_space(answer_space(rules, program)), m_days(days_of_change(rules))
{
    make_days_and_sizes();
    for (std::size_t q = 0; q < m_rules.questions.size(); ++q)
        make_question(q);
    make_decisive_motives();
    for (NodeIndex node = 0; node < m_program.nodes.size(); ++node)
        m_rails.push_back(rail_of(node));
    for (std::size_t r = 0; r < m_rules.rules.size(); ++r)
    {
        const Rail& rail = m_rails[m_program.rule_nodes[r]];
        const Formula law = in_force(r);
        m_rules_rails.push_back({m_formulas.all({rail.certain, law}), m_formulas.all({rail.possible, law})});
    }
    for (std::size_t q = 0; q < m_rules.questions.size(); ++q)
    {
        route(q);
        for (std::size_t part = 0; part < m_rules.questions.size(); ++part)
            if (m_rules.questions[q].derived == "sum-of:" + m_rules.questions[part].id.value)
                bound_total(q, part);
    }
}

// --- Variables and constraints --------------------------------------------------------------------------------------

void CaseModel::make_days_and_sizes()
{
    for (std::size_t d = 0; d < m_days.size(); ++d)
        m_day.push_back(m_formulas.variable());
    for (std::size_t n = 0; n < sizes; ++n)
        m_size.push_back(m_formulas.variable());
    m_constraints.push_back(m_formulas.exactly_one(m_day));
    m_constraints.push_back(m_formulas.exactly_one(m_size));
}

bool CaseModel::is_statement(std::size_t q) const
{
    const Question& question = m_rules.questions[q];
    return !question.family.empty() && question.family == m_rules.readiness.family && !question.ask_when &&
           question.kind == rulebase::AnswerKind::Scale && question.aggregate == rulebase::Aggregate::Mean;
}

void CaseModel::make_question(std::size_t q)
{
    m_patterns.emplace_back();
    m_points.emplace_back();
    if (is_statement(q))
        return make_statement(q);
    for (const Pattern& known : m_space.questions[q].patterns)
    {
        const Formula pattern = m_formulas.variable();
        m_patterns[q].push_back(pattern);
        std::vector<Formula> groups;
        for (const Pattern::Example& example : known.examples)
            groups.push_back(m_size[example.practices]);
        if (groups.size() < sizes)
            m_constraints.push_back(m_formulas.implies(pattern, m_formulas.any(groups)));
    }
    m_constraints.push_back(m_formulas.exactly_one(m_patterns[q]));
}

/// A practice that is not listed says 0, so that it adds nothing to sums.
void CaseModel::make_statement(std::size_t q)
{
    const Question& question = m_rules.questions[q];
    for (std::size_t p = 0; p < largest_group; ++p)
    {
        const NumberVariable point = m_formulas.number(0, static_cast<int>(question.maximum.value_or(5)));
        m_points[q].push_back(point);
        m_constraints.push_back(
            m_formulas.implies(speaks(p), m_formulas.sum_at_least({{point, 1}}, question.minimum.value_or(1))));
        m_constraints.push_back(m_formulas.any({speaks(p), m_formulas.sum_at_most({{point, 1}}, 0)}));
    }
}

/// Which practice holds which motive for decisive; each motive's pattern says how many do.
void CaseModel::make_decisive_motives()
{
    for (std::size_t q = 0; q < m_rules.questions.size(); ++q)
    {
        if (m_rules.questions[q].family != "motive")
            continue;
        std::vector<Formula>& decisive = m_decisive[q];
        for (std::size_t p = 0; p < largest_group; ++p)
        {
            decisive.push_back(m_formulas.variable());
            m_constraints.push_back(m_formulas.implies(decisive.back(), speaks(p)));
        }
        for (std::size_t k = 0; k < m_patterns[q].size(); ++k)
        {
            const std::size_t count = m_space.questions[q].patterns[k].decisive;
            m_constraints.push_back(m_formulas.implies(
                m_patterns[q][k],
                m_formulas.all({m_formulas.at_least(count, decisive), m_formulas.at_most(count, decisive)})));
        }
    }
}

/// Practice p is listed, or is the group itself.
Formula CaseModel::speaks(std::size_t p)
{
    std::vector<Formula> groups;
    for (std::size_t n = 0; n < sizes; ++n)
        if (p < speakers(n))
            groups.push_back(m_size[n]);
    return groups.size() == sizes ? m_formulas.constant(true) : m_formulas.any(groups);
}

Formula CaseModel::in_force(std::size_t rule)
{
    std::vector<Formula> days;
    for (std::size_t d = 0; d < m_days.size(); ++d)
        if (rulebase::in_force_on(m_rules.rules[rule], m_days[d]))
            days.push_back(m_day[d]);
    return days.size() == m_days.size() ? m_formulas.constant(true) : m_formulas.any(days);
}

Formula CaseModel::asked(std::size_t question) const
{
    const auto node = m_program.ask_nodes[question];
    return node ? m_rails[*node].possible : m_formulas.constant(true);
}

/// Pattern 0 exactly when the question is not asked, or nobody is there to answer it.
void CaseModel::route(std::size_t q)
{
    if (is_statement(q))
        return;
    Formula answered = asked(q);
    if (m_rules.questions[q].scope == Scope::Practice)
        answered = m_formulas.all({answered, m_formulas.negation(m_size[0])});
    m_constraints.push_back(m_formulas.same(m_patterns[q][0], m_formulas.negation(answered)));
}

/// A total that the program works out is never less than what the listed practices give. The pattern of the largest
/// totals has no upper end.
void CaseModel::bound_total(std::size_t total, std::size_t part)
{
    const auto& totals = m_space.questions[total].patterns;
    const auto& parts = m_space.questions[part].patterns;
    std::int64_t top = 0;
    for (const Pattern& pattern : totals)
        top = std::max(top, largest_sum(pattern));
    for (std::size_t n = 1; n < sizes; ++n)
        for (std::size_t k = 1; k < parts.size(); ++k)
            for (std::size_t t = 1; t < totals.size(); ++t)
            {
                const Pattern::Example* listed = example_for(parts[k], n);
                const std::int64_t most = largest_sum(totals[t]);
                if (listed != nullptr && most < listed->sum && most < top)
                    m_constraints.push_back(
                        m_formulas.negation(m_formulas.all({m_size[n], m_patterns[part][k], m_patterns[total][t]})));
            }
}

Formula CaseModel::group_says(const std::string& id, std::size_t option)
{
    std::vector<Formula> patterns;
    for (std::size_t q = 0; q < m_rules.questions.size(); ++q)
    {
        const Question& question = m_rules.questions[q];
        if (question.id.value != id || option >= question.options.size())
            continue;
        const auto& known = m_space.questions[q].patterns;
        for (std::size_t k = 1; k < known.size(); ++k)
            if (known[k].examples.front().answers.front() ==
                casefile::Answer(casefile::Choice{question.options[option].id}))
                patterns.push_back(m_patterns[q][k]);
    }
    return m_formulas.any(patterns);
}

// --- Truth of conditions --------------------------------------------------------------------------------------------

Rail CaseModel::rail_of(NodeIndex index)
{
    const Node& node = m_program.nodes[index];
    if (engine::is_leaf(node))
        return leaf(index);
    std::vector<Formula> certain, possible;
    for (std::uint32_t i = 0; i < node.parts; ++i)
    {
        const Rail& part = m_rails[m_program.parts[node.first + i]];
        certain.push_back(part.certain);
        possible.push_back(part.possible);
    }
    const auto count = static_cast<std::size_t>(std::max(node.count, 0));
    switch (node.kind)
    {
    case Node::Kind::Any: return {m_formulas.any(certain), m_formulas.any(possible)};
    case Node::Kind::Not: return {m_formulas.negation(possible.front()), m_formulas.negation(certain.front())};
    case Node::Kind::AtLeast: return {m_formulas.at_least(count, certain), m_formulas.at_least(count, possible)};
    default: return {m_formulas.all(certain), m_formulas.all(possible)};
    }
}

Rail CaseModel::leaf(NodeIndex index)
{
    const Node& node = m_program.nodes[index];
    const FactSource& source = m_program.facts[node.fact];
    if (source.kind == FactSource::Kind::Measure)
        return measure(node, source.measure);
    if (is_statement(source.question))
        return statement_leaf(node, source);
    const QuestionSpace& space = m_space.questions[source.question];
    const auto place =
        static_cast<std::size_t>(std::find(space.leaves.begin(), space.leaves.end(), index) - space.leaves.begin());
    std::vector<Formula> certain, possible;
    for (std::size_t k = 0; k < space.patterns.size(); ++k)
    {
        if (space.patterns[k].truths[place] == Truth::True)
            certain.push_back(m_patterns[source.question][k]);
        if (space.patterns[k].truths[place] != Truth::False)
            possible.push_back(m_patterns[source.question][k]);
    }
    return {m_formulas.any(certain), m_formulas.any(possible)};
}

Rail CaseModel::anything()
{
    const Rail rail{m_formulas.variable(), m_formulas.variable()};
    m_constraints.push_back(m_formulas.implies(rail.certain, rail.possible));
    return rail;
}

Rail CaseModel::statement_leaf(const Node& node, const FactSource& source)
{
    const auto known = [](Formula truth) { return Rail{truth, truth}; };
    if (source.kind == FactSource::Kind::GroupValue)
        return known(mean_between({source.question}, node.low, node.high));
    if (source.kind == FactSource::Kind::Statistic && source.statistic == rulebase::Statistic::Lowest)
        return known(lowest_between({source.question}, node.low, node.high));
    if (source.kind == FactSource::Kind::Statistic && source.statistic == rulebase::Statistic::Highest)
        return known(highest_between({source.question}, node.low, node.high));
    if (source.kind == FactSource::Kind::Statistic && source.statistic == rulebase::Statistic::Spread)
        return known(range_between({source.question}, node.low, node.high));
    return anything();
}

std::vector<std::size_t> CaseModel::statements(const std::string& letter) const
{
    std::vector<std::size_t> found;
    for (std::size_t q = 0; q < m_rules.questions.size(); ++q)
        if (is_statement(q) && (letter.empty() || m_rules.questions[q].subscale == letter))
            found.push_back(q);
    return found;
}

Rail CaseModel::measure(const Node& node, const std::string& name)
{
    const auto known = [](Formula truth) { return Rail{truth, truth}; };
    const std::vector<std::size_t> all = statements("");
    if (name == "motive.consensus")
        return consensus(node);
    if (name == "relationship.mean" && !all.empty())
        return known(mean_between(all, node.low, node.high));
    if (name == "relationship.lowest" && !all.empty())
        return known(lowest_between(all, node.low, node.high));
    if (name == "relationship.range" && !all.empty())
        return known(range_between(all, node.low, node.high));
    for (const rulebase::ReadinessSubscale& subscale : m_rules.readiness.subscales)
        if (name == "relationship." + subscale.id)
            if (const auto part = statements(subscale.letter); !part.empty())
                return known(mean_between(part, node.low, node.high));
    return anything();
}

CaseModel::Sum CaseModel::sum_of(const std::vector<std::size_t>& questions, std::size_t practice, int weight) const
{
    Sum sum;
    for (const std::size_t q : questions)
        sum.emplace_back(m_points[q][practice], weight);
    return sum;
}

Formula CaseModel::between(const Sum& sum, Bounds bounds)
{
    return m_formulas.all({m_formulas.sum_at_least(sum, bounds.low), m_formulas.sum_at_most(sum, bounds.high)});
}

Formula CaseModel::mean_between(const std::vector<std::size_t>& questions, std::int64_t low, std::int64_t high)
{
    Sum sum;
    for (std::size_t p = 0; p < largest_group; ++p)
        for (const auto& term : sum_of(questions, p, 1))
            sum.push_back(term);
    std::vector<Formula> ways;
    for (std::size_t n = 0; n < sizes; ++n)
    {
        const auto count = static_cast<std::int64_t>(questions.size() * speakers(n));
        ways.push_back(
            m_formulas.all({m_size[n], between(sum, {least_sum(low, count), least_sum(high + 1, count) - 1})}));
    }
    return m_formulas.any(ways);
}

Formula CaseModel::relationship_mean_reaches(foundation::Fixed least)
{
    const auto all = statements("");
    return all.empty() ? anything().certain : mean_between(all, least.millionths, engine::highest_fixed.millionths);
}

Formula CaseModel::lowest_between(const std::vector<std::size_t>& questions, std::int64_t low, std::int64_t high)
{
    const auto count = static_cast<std::int64_t>(questions.size());
    std::vector<Formula> none_below, some_reach;
    for (std::size_t p = 0; p < largest_group; ++p)
    {
        const Sum sum = sum_of(questions, p, 1);
        none_below.push_back(m_formulas.implies(speaks(p), m_formulas.sum_at_least(sum, least_sum(low, count))));
        some_reach.push_back(m_formulas.all({speaks(p), m_formulas.sum_at_most(sum, least_sum(high + 1, count) - 1)}));
    }
    return m_formulas.all({m_formulas.all(none_below), m_formulas.any(some_reach)});
}

Formula CaseModel::highest_between(const std::vector<std::size_t>& questions, std::int64_t low, std::int64_t high)
{
    const auto count = static_cast<std::int64_t>(questions.size());
    std::vector<Formula> none_above, some_reach;
    for (std::size_t p = 0; p < largest_group; ++p)
    {
        const Sum sum = sum_of(questions, p, 1);
        none_above.push_back(
            m_formulas.implies(speaks(p), m_formulas.sum_at_most(sum, least_sum(high + 1, count) - 1)));
        some_reach.push_back(m_formulas.all({speaks(p), m_formulas.sum_at_least(sum, least_sum(low, count))}));
    }
    return m_formulas.all({m_formulas.all(none_above), m_formulas.any(some_reach)});
}

/// The difference between two means is between the bounds: for every two practices it is not more, and for some two
/// it is not less. One practice alone has a range of 0.
Formula CaseModel::range_between(const std::vector<std::size_t>& questions, std::int64_t low, std::int64_t high)
{
    const auto count = static_cast<std::int64_t>(questions.size());
    std::vector<Formula> none_more, some_reach;
    for (std::size_t p = 0; p < largest_group; ++p)
        for (std::size_t other = 0; other < largest_group; ++other)
        {
            Sum difference = p == other ? Sum{} : sum_of(questions, p, 1);
            if (p != other)
                for (const auto& term : sum_of(questions, other, -1))
                    difference.push_back(term);
            const Formula both = m_formulas.all({speaks(p), speaks(other)});
            none_more.push_back(
                m_formulas.implies(both, m_formulas.sum_at_most(difference, least_sum(high + 1, count) - 1)));
            some_reach.push_back(m_formulas.all({both, m_formulas.sum_at_least(difference, least_sum(low, count))}));
        }
    return m_formulas.all({m_formulas.all(none_more), m_formulas.any(some_reach)});
}

/// The share of the practices with a decisive motive that hold the commonest one; not known with fewer than two.
Rail CaseModel::consensus(const Node& node)
{
    std::vector<Formula> with_motive;
    for (std::size_t p = 0; p < largest_group; ++p)
    {
        std::vector<Formula> motives;
        for (const auto& [question, decisive] : m_decisive)
            motives.push_back(decisive[p]);
        with_motive.push_back(m_formulas.any(motives));
    }
    const auto some_motive_with = [&](std::size_t count)
    {
        std::vector<Formula> ways;
        for (const auto& [question, decisive] : m_decisive)
            ways.push_back(m_formulas.at_least(count, decisive));
        return m_formulas.any(ways);
    };
    std::vector<Formula> shares;
    for (std::size_t practices = 2; practices <= largest_group; ++practices)
        for (std::size_t top = 1; top <= practices; ++top)
        {
            const auto share = foundation::mean_of(foundation::Fixed::from_integer(static_cast<std::int64_t>(top)),
                                                   static_cast<std::int64_t>(practices))
                                   .millionths;
            if (share < node.low || share > node.high)
                continue;
            shares.push_back(
                m_formulas.all({m_formulas.at_least(practices, with_motive), m_formulas.at_most(practices, with_motive),
                                some_motive_with(top), m_formulas.negation(some_motive_with(top + 1))}));
        }
    const Formula known = m_formulas.all({m_formulas.negation(m_size[0]), m_formulas.at_least(2, with_motive)});
    const Formula holds = m_formulas.all({known, m_formulas.any(shares)});
    return {holds, m_formulas.any({holds, m_formulas.negation(known)})};
}

// --- Cases out of assignments
// -----------------------------------------------------------------------------------------

std::size_t CaseModel::chosen(const Assignment& assignment, const std::vector<Formula>& one_of) const
{
    for (std::size_t i = 0; i < one_of.size(); ++i)
        if (assignment.truths[one_of[i].index])
            return i;
    return 0;
}

Formula CaseModel::same_patterns(const Assignment& assignment)
{
    std::vector<Formula> same = {m_size[chosen(assignment, m_size)]};
    for (const std::vector<Formula>& patterns : m_patterns)
        if (!patterns.empty())
            same.push_back(patterns[chosen(assignment, patterns)]);
    return m_formulas.all(same);
}

Example CaseModel::example_of(const Assignment& assignment) const
{
    Example example;
    example.as_at = m_days[chosen(assignment, m_day)];
    example.group.as_at = example.as_at;
    example.group.title = "Example";
    const std::size_t practices = chosen(assignment, m_size);
    for (std::size_t p = 0; p < practices; ++p)
    {
        casefile::Practice& practice = example.group.practices.emplace_back();
        practice.id = "p" + std::to_string(p + 1);
        practice.name = "Practice " + std::string(1, static_cast<char>('A' + p));
    }
    std::map<std::string, std::int64_t> listed; // sums of what the practices give
    for (std::size_t q = 0; q < m_rules.questions.size(); ++q)
        if (m_rules.questions[q].derived.empty())
            listed[m_rules.questions[q].id.value] = put_answer(assignment, q, practices, example.group);
    for (std::size_t q = 0; q < m_rules.questions.size(); ++q)
        if (!m_rules.questions[q].derived.empty())
            put_total(assignment, q, practices, listed, example.group);
    return example;
}

/// Gives the sum of the answers when they are numbers.
std::int64_t CaseModel::put_answer(const Assignment& assignment, std::size_t q, std::size_t practices,
                                   casefile::Case& group) const
{
    const Question& question = m_rules.questions[q];
    if (question.kind == rulebase::AnswerKind::Date)
        return 0; // the case's own date stands for it
    std::vector<casefile::Answer> answers;
    std::int64_t sum = 0;
    if (is_statement(q))
        for (std::size_t p = 0; p < speakers(practices); ++p)
            answers.emplace_back(casefile::Number{assignment.numbers[m_points[q][p].index]});
    else if (const std::size_t k = chosen(assignment, m_patterns[q]); k > 0)
    {
        const Pattern::Example* of_size = example_for(m_space.questions[q].patterns[k], practices);
        if (of_size == nullptr)
            return 0;
        answers = of_size->answers;
        sum = of_size->sum;
        place_decisive(assignment, q, answers);
    }
    const bool by_practices = question.scope != Scope::Group && practices > 0;
    for (std::size_t i = 0; i < answers.size(); ++i)
        (by_practices ? group.practices[i].answers : group.answers)[question.id] = answers[i];
    return sum;
}

/// The order of a pattern's answers is free: those that are decisive go where the assignment wants them.
void CaseModel::place_decisive(const Assignment& assignment, std::size_t q,
                               std::vector<casefile::Answer>& answers) const
{
    const auto decisive = m_decisive.find(q);
    if (decisive == m_decisive.end() || answers.size() < 2)
        return;
    std::sort(answers.begin(), answers.end(),
              [](const auto& a, const auto& b)
              { return std::get<casefile::Number>(a).value > std::get<casefile::Number>(b).value; });
    std::vector<casefile::Answer> placed(answers.size());
    std::size_t next_decisive = 0, next_other = answers.size();
    for (std::size_t p = 0; p < answers.size(); ++p)
        placed[p] = assignment.truths[decisive->second[p].index] ? answers[next_decisive++] : answers[--next_other];
    answers = std::move(placed);
}

void CaseModel::put_total(const Assignment& assignment, std::size_t q, std::size_t practices,
                          const std::map<std::string, std::int64_t>& listed, casefile::Case& group) const
{
    const Question& question = m_rules.questions[q];
    const std::size_t k = chosen(assignment, m_patterns[q]);
    const Pattern::Example* of_size = k == 0 ? nullptr : example_for(m_space.questions[q].patterns[k], practices);
    if (of_size == nullptr)
        return;
    const auto sum = listed.find(question.derived.substr(question.derived.find(':') + 1));
    const std::int64_t least = sum == listed.end() ? static_cast<std::int64_t>(practices) : sum->second;
    group.answers[question.id] = casefile::Number{practices == 0 ? of_size->sum : std::max(of_size->sum, least)};
}

} // namespace fedadvise::analysis
