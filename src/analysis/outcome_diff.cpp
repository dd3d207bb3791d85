#include "analysis/outcome_diff.h"

#include "foundation/number_text.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace fedadvise::analysis
{

using engine::Assessment;
using engine::Band;
using engine::Finding;
using engine::OptionResult;
using rulebase::OptionId;

namespace
{

/// What one rule (or the engine's own bookkeeping) does to an option.
struct Contribution
{
    std::string role; ///< "pull", "rules out", "waits", "requires", "allows", "warns"
    int strength = 0;
    std::set<std::string> because;
};

/// By rule; by "readiness", "fit" and so on with a leading '*' for what the engine adds itself.
using Contributions = std::map<std::string, std::vector<Contribution>>;

std::string author_of(const Finding& finding)
{
    return finding.engine.empty() ? finding.rule.value : "*" + finding.engine;
}

void gather(Contributions& all, const std::string& role, const std::vector<Finding>& findings)
{
    for (const Finding& finding : findings)
    {
        if (finding.truth != engine::Truth::True)
            continue;
        Contribution contribution{role, finding.strength, {}};
        for (const rulebase::QuestionId& question : finding.because)
            contribution.because.insert(question.value);
        all[author_of(finding)].push_back(std::move(contribution));
    }
}

Contributions contributions(const OptionResult& result)
{
    Contributions all;
    gather(all, "pull", result.for_it);
    gather(all, "pull", result.against_it);
    gather(all, "rules out", result.ruled_out_by);
    gather(all, "waits", result.not_yet);
    gather(all, "requires", result.required);
    gather(all, "allows", result.allowed);
    gather(all, "warns", result.warnings);
    return all;
}

bool same_doing(const std::vector<Contribution>& a, const std::vector<Contribution>& b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [](const Contribution& x, const Contribution& y)
                      { return x.role == y.role && x.strength == y.strength; });
}

int pull_of(const std::vector<Contribution>& contributions)
{
    int sum = 0;
    for (const Contribution& contribution : contributions)
        sum += contribution.strength;
    return sum;
}

std::set<std::string> roles_of(const std::vector<Contribution>& contributions)
{
    std::set<std::string> roles;
    for (const Contribution& contribution : contributions)
        if (contribution.role != "pull")
            roles.insert(contribution.role);
    return roles;
}

/// "pull +2 instead of 0, now rules out".
std::string doing_in_words(const std::vector<Contribution>& before, const std::vector<Contribution>& after)
{
    std::string words;
    const auto add = [&](const std::string& more) { words += (words.empty() ? "" : ", ") + more; };
    if (pull_of(before) != pull_of(after))
        add("pull " + foundation::signed_text(pull_of(after)) + " instead of " +
            foundation::signed_text(pull_of(before)));
    const auto roles_before = roles_of(before), roles_after = roles_of(after);
    for (const std::string& role : roles_after)
        if (!roles_before.contains(role))
            add("now " + role);
    for (const std::string& role : roles_before)
        if (!roles_after.contains(role))
            add("no longer " + role);
    return words;
}

/// Finds the causes of what differs, by what is known to have changed in the rule bases.
class Attribution
{
public:
    Attribution(const std::vector<PartChange>& parts, const Assessment& before, const Assessment& after)
        : m_parts(parts)
    {
        const auto caps = [](const Assessment& assessment)
        {
            std::set<std::string> rules;
            for (const Finding& finding : assessment.depth_cap.by)
                if (!finding.rule.value.empty())
                    rules.insert(finding.rule.value);
            return rules;
        };
        const auto was = caps(before), is = caps(after);
        for (const auto* side : {&was, &is})
            for (const std::string& rule : *side)
                if (was.contains(rule) != is.contains(rule) || changed("rule", rule))
                    m_cap_rules.insert(rule);
    }

    [[nodiscard]] bool changed(const std::string& kind, const std::string& id) const
    {
        return std::any_of(m_parts.begin(), m_parts.end(),
                           [&](const PartChange& p) { return p.kind == kind && p.id == id && !p.words_only(); });
    }

    /// A rule that says something else about the case: itself, and the changed questions that decide it when it is
    /// itself as it was.
    [[nodiscard]] std::vector<Cause> causes_of(const std::string& author, const std::vector<Contribution>& before,
                                               const std::vector<Contribution>& after) const
    {
        if (author.starts_with('*'))
            return engine_causes(author.substr(1));
        std::vector<Cause> causes{{"rule", author, doing_in_words(before, after)}};
        if (!changed("rule", author))
            for (const auto* side : {&before, &after})
                for (const Contribution& contribution : *side)
                    for (const std::string& question : contribution.because)
                        if (changed("question", question))
                            causes.push_back({"question", question, {}});
        return causes;
    }

    /// Changed settings that can move an option whose own reasons are the same.
    [[nodiscard]] std::vector<Cause> settings() const { return only("settings", {}); }

    [[nodiscard]] std::vector<Cause> only(const std::string& kind, const std::string& id) const
    {
        std::vector<Cause> causes;
        for (const PartChange& part : m_parts)
            if (part.kind == kind && !part.words_only() && (id.empty() || part.id == id))
                causes.push_back({part.kind, part.id, {}});
        return causes;
    }

private:
    /// Readiness can change by its thresholds, its statements or a model's depth; a vehicle's fit by the table or the
    /// points.
    [[nodiscard]] std::vector<Cause> engine_causes(const std::string& what) const
    {
        std::vector<Cause> causes;
        const auto add = [&](const std::vector<Cause>& more) { causes.insert(causes.end(), more.begin(), more.end()); };
        if (what == "readiness" || what == "exemption")
        {
            for (const std::string& rule : m_cap_rules)
                causes.push_back({"rule", rule, {}});
            for (const char* kind : {"readiness", "model", "gradient step"})
                add(only(kind, {}));
        }
        else
        {
            add(only("compatibility", {}));
            for (const PartChange& part : m_parts)
                if (part.kind == "settings" &&
                    std::find(part.respects.begin(), part.respects.end(), "fit points") != part.respects.end())
                    causes.push_back({part.kind, part.id, {}});
        }
        return causes;
    }

    const std::vector<PartChange>& m_parts;
    std::set<std::string> m_cap_rules; ///< depth caps that differ
};

void add_sayings(OptionChange& change, const std::string& author, const std::vector<Contribution>& before,
                 const std::vector<Contribution>& after)
{
    static const std::map<std::string, std::string> words = {
        {"requires", "required by"}, {"allows", "allowed by"}, {"warns", "warned by"}};
    const auto roles_before = roles_of(before), roles_after = roles_of(after);
    const std::string name = author.starts_with('*') ? author.substr(1) : author;
    for (const auto& [role, word] : words)
        if (roles_before.contains(role) != roles_after.contains(role))
            change.sayings.push_back((roles_after.contains(role) ? "now " : "no longer ") + word + " " + name);
}

std::optional<Standing> standing_of(const OptionResult* result)
{
    if (result == nullptr)
        return std::nullopt;
    return Standing{result->rank, result->band, result->score.now};
}

/// Nothing when the option stands where it stood and the same is said of it.
std::optional<OptionChange> compare_option(const OptionResult* before, const OptionResult* after,
                                           const Attribution& attribution)
{
    OptionChange change;
    change.option = before != nullptr ? before->option : after->option;
    change.before = standing_of(before);
    change.after = standing_of(after);
    if (before == nullptr || after == nullptr)
    {
        for (const char* kind : {"model", "vehicle"})
            for (const Cause& cause : attribution.only(kind, change.option.value))
                change.causes.push_back(cause);
        return change;
    }
    const Contributions was = contributions(*before), is = contributions(*after);
    std::set<std::string> authors;
    for (const auto* side : {&was, &is})
        for (const auto& [author, list] : *side)
            authors.insert(author);
    static const std::vector<Contribution> nothing;
    for (const std::string& author : authors)
    {
        const auto b = was.find(author), a = is.find(author);
        const auto& doing_before = b == was.end() ? nothing : b->second;
        const auto& doing_after = a == is.end() ? nothing : a->second;
        if (same_doing(doing_before, doing_after))
            continue;
        add_sayings(change, author, doing_before, doing_after);
        for (const Cause& cause : attribution.causes_of(author, doing_before, doing_after))
            change.causes.push_back(cause);
    }
    if (change.before == change.after && change.sayings.empty())
        return std::nullopt;
    if (change.causes.empty())
        change.causes = attribution.settings();
    return change;
}

std::vector<OptionChange> compare_options(const std::vector<OptionResult>& before,
                                          const std::vector<OptionResult>& after, const Attribution& attribution)
{
    const auto find = [](const std::vector<OptionResult>& list, const OptionId& id)
    {
        const auto found =
            std::find_if(list.begin(), list.end(), [&](const OptionResult& r) { return r.option == id; });
        return found == list.end() ? nullptr : &*found;
    };
    std::vector<OptionChange> changes;
    for (const OptionResult& result : after)
        if (auto change = compare_option(find(before, result.option), &result, attribution))
            changes.push_back(std::move(*change));
    for (const OptionResult& result : before)
        if (find(after, result.option) == nullptr)
            changes.push_back(*compare_option(&result, nullptr, attribution));
    return changes;
}

/// What is said about the group as a whole: kind and id.
std::set<std::pair<std::string, std::string>> said_of_group(const engine::Engine& engine, const Assessment& assessment)
{
    std::set<std::pair<std::string, std::string>> said;
    const auto add = [&](const std::string& kind, const std::vector<Finding>& findings)
    {
        for (const Finding& finding : findings)
            if (finding.truth == engine::Truth::True && !finding.rule.value.empty())
                said.insert({kind, finding.rule.value});
    };
    add("warning", assessment.warnings);
    add("conflict", assessment.conflicts);
    add("next step", assessment.next_steps);
    add("depth cap", assessment.depth_cap.by);
    for (const engine::LessonResult& lesson : assessment.lessons)
        add("lesson", lesson.checks);
    if (assessment.depth_cap.step < engine.rules().gradient.size())
        said.insert({"depth", engine.rules().gradient[assessment.depth_cap.step].id});
    return said;
}

bool is_available(const std::optional<Standing>& standing)
{
    return standing && standing->band != Band::NotYet && standing->band != Band::RuledOut;
}

void compare_group(OutcomeChange& change, const engine::Engine& engine_before, const Assessment& before,
                   const engine::Engine& engine_after, const Assessment& after)
{
    const auto was = said_of_group(engine_before, before), is = said_of_group(engine_after, after);
    for (const auto& [kind, id] : is)
        if (!was.contains({kind, id}))
            change.group.push_back({kind, id, Change::Added});
    for (const auto& [kind, id] : was)
        if (!is.contains({kind, id}))
            change.group.push_back({kind, id, Change::Removed});
}

std::vector<Cause> all_causes(const OutcomeChange& change, const Attribution& attribution)
{
    std::set<Cause> causes;
    for (const auto* options : {&change.models, &change.vehicles})
        for (const OptionChange& option : *options)
            for (const Cause& cause : option.causes)
                causes.insert({cause.kind, cause.id, {}});
    for (const GroupChange& said : change.group)
        if (said.kind == "depth")
            for (const Cause& cause : attribution.causes_of("*readiness", {}, {}))
                causes.insert(cause);
        else if (said.kind != "next step" || attribution.changed("rule", said.id))
            causes.insert({"rule", said.id, {}}); // next steps also follow from what leads
    if (causes.empty() && change.gravity != Gravity::None)
        for (const char* kind : {"question", "settings", "readiness", "compatibility", "gradient step", "checklist"})
            for (const Cause& cause : attribution.only(kind, {}))
                causes.insert(cause);
    return {causes.begin(), causes.end()};
}

} // namespace

std::vector<OptionId> first_vehicles(const Assessment& assessment)
{
    std::vector<OptionId> first;
    for (const OptionResult& result : assessment.vehicles)
        if (result.rank == 1 && result.band != Band::NotYet && result.band != Band::RuledOut)
            first.push_back(result.option);
    return first;
}

Gravity gravity_of(const OutcomeChange& change)
{
    if (change.leading_models_before != change.leading_models_after)
        return Gravity::LeadingModels;
    if (change.leading_vehicles_before != change.leading_vehicles_after)
        return Gravity::LeadingVehicles;
    const auto any = [&](const auto& holds)
    {
        return std::any_of(change.models.begin(), change.models.end(), holds) ||
               std::any_of(change.vehicles.begin(), change.vehicles.end(), holds);
    };
    if (any(
            [](const OptionChange& o)
            {
                return is_available(o.before) != is_available(o.after) || !o.before || !o.after ||
                       (!is_available(o.before) && o.before->band != o.after->band);
            }))
        return Gravity::Availability;
    if (any([](const OptionChange& o) { return o.before->band != o.after->band; }))
        return Gravity::Bands;
    if (any([](const OptionChange& o) { return o.moved(); }))
        return Gravity::Ranks;
    if (!change.group.empty() || any([](const OptionChange& o) { return !o.sayings.empty(); }))
        return Gravity::Sayings;
    return change.models.empty() && change.vehicles.empty() ? Gravity::None : Gravity::Points;
}

OutcomeChange compare_outcomes(const Outcome& before, const Outcome& after, const std::vector<PartChange>& parts)
{
    const Assessment was = before.engine.assess(before.group, before.as_at);
    const Assessment is = after.engine.assess(after.group, after.as_at);
    const Attribution attribution(parts, was, is);
    OutcomeChange change;
    change.leading_models_before = was.leading_models;
    change.leading_models_after = is.leading_models;
    change.leading_vehicles_before = first_vehicles(was);
    change.leading_vehicles_after = first_vehicles(is);
    change.models = compare_options(was.models, is.models, attribution);
    change.vehicles = compare_options(was.vehicles, is.vehicles, attribution);
    compare_group(change, before.engine, was, after.engine, is);
    change.gravity = gravity_of(change);
    change.causes = all_causes(change, attribution);
    return change;
}

} // namespace fedadvise::analysis
