#include "rulebase/rule_base.h"

#include <algorithm>

namespace fedadvise::rulebase
{

namespace
{

template <class Things, class Key, class Member>
auto find_by(const Things& things, const Key& key, Member member) -> const typename Things::value_type*
{
    const auto found =
        std::find_if(things.begin(), things.end(), [&](const auto& thing) { return thing.*member == key; });
    return found == things.end() ? nullptr : &*found;
}

bool contains(const std::vector<OptionId>& ids, const OptionId& id)
{
    return std::find(ids.begin(), ids.end(), id) != ids.end();
}

} // namespace

std::optional<std::size_t> option_index(const Question& question, const std::string& id)
{
    for (std::size_t i = 0; i < question.options.size(); ++i)
        if (question.options[i].id == id)
            return i;
    return std::nullopt;
}

std::string member_name(const Question& question)
{
    const std::string prefix = question.family + ".";
    return !question.family.empty() && question.id.value.starts_with(prefix) ? question.id.value.substr(prefix.size())
                                                                             : question.id.value;
}

std::string outcome_name(Candidate::Outcome outcome)
{
    switch (outcome)
    {
    case Candidate::Outcome::Taken: return "taken";
    case Candidate::Outcome::Improved: return "improved";
    case Candidate::Outcome::Merged: return "merged";
    case Candidate::Outcome::Dropped: return "dropped";
    }
    return "dropped";
}

std::string tag_name(Tag tag)
{
    switch (tag)
    {
    case Tag::Verified: return "verified";
    case Tag::Known: return "known";
    case Tag::Uncertain: return "uncertain";
    case Tag::Proposal: return "proposal";
    }
    return "proposal";
}

std::string status_name(Status status)
{
    switch (status)
    {
    case Status::InForce: return "in-force";
    case Status::Expected: return "expected";
    case Status::Consultation: return "consultation";
    case Status::Superseded: return "superseded";
    }
    return "in-force";
}

std::string fit_name(Fit fit)
{
    switch (fit)
    {
    case Fit::Impossible: return "impossible";
    case Fit::Weak: return "weak";
    case Fit::Compatible: return "compatible";
    case Fit::Typical: return "typical";
    }
    return "impossible";
}

bool in_force_on(const Rule& rule, foundation::Date day)
{
    return (!rule.from || *rule.from <= day) && (!rule.until || day < *rule.until);
}

const Question* find_question(const RuleBase& rules, const QuestionId& id)
{
    return find_by(rules.questions, id, &Question::id);
}

const Model* find_model(const RuleBase& rules, const OptionId& id)
{
    return find_by(rules.models, id, &Model::id);
}

const Vehicle* find_vehicle(const RuleBase& rules, const OptionId& id)
{
    return find_by(rules.vehicles, id, &Vehicle::id);
}

const Rule* find_rule(const RuleBase& rules, const RuleId& id)
{
    return find_by(rules.rules, id, &Rule::id);
}

bool is_past_review(const Source& source, foundation::Date day)
{
    return source.review < day;
}

const Source* find_source(const RuleBase& rules, const SourceId& id)
{
    return find_by(rules.sources, id, &Source::id);
}

const Framework* find_framework(const RuleBase& rules, const std::string& nation)
{
    const auto found = std::find_if(
        rules.frameworks.begin(), rules.frameworks.end(),
        [&](const Framework& framework)
        { return std::find(framework.nations.begin(), framework.nations.end(), nation) != framework.nations.end(); });
    return found == rules.frameworks.end() ? nullptr : &*found;
}

const Checklist* find_checklist(const RuleBase& rules, const std::string& id)
{
    return find_by(rules.checklists, id, &Checklist::id);
}

std::optional<std::size_t> gradient_index(const RuleBase& rules, const std::string& step)
{
    const GradientStep* found = find_by(rules.gradient, step, &GradientStep::id);
    if (found == nullptr)
        return std::nullopt;
    return static_cast<std::size_t>(found - rules.gradient.data());
}

Fit fit_of(const RuleBase& rules, const OptionId& model, const OptionId& vehicle, const std::string& nation)
{
    Fit fit = Fit::Impossible;
    for (const FitEntry& entry : rules.fits)
    {
        const bool holds_here = entry.nations.empty() ||
                                std::find(entry.nations.begin(), entry.nations.end(), nation) != entry.nations.end();
        if (entry.model != model || !holds_here)
            continue;
        if (contains(entry.typical, vehicle))
            fit = std::max(fit, Fit::Typical);
        else if (contains(entry.compatible, vehicle))
            fit = std::max(fit, Fit::Compatible);
        else if (contains(entry.weak, vehicle))
            fit = std::max(fit, Fit::Weak);
    }
    return fit;
}

const AspectText* find_aspect_text(const Aspect& aspect, const OptionId& option)
{
    const auto found = std::find_if(aspect.texts.begin(), aspect.texts.end(),
                                    [&](const AspectText& text) { return contains(text.options, option); });
    return found == aspect.texts.end() ? nullptr : &*found;
}

std::vector<std::string> measure_names(const RuleBase& rules)
{
    std::vector<std::string> names = {"relationship.mean", "relationship.lowest", "relationship.range",
                                      "motive.consensus"};
    for (const ReadinessSubscale& subscale : rules.readiness.subscales)
        names.push_back("relationship." + subscale.id);
    return names;
}

} // namespace fedadvise::rulebase
