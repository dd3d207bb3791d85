#include "analysis/rule_diff.h"

#include <algorithm>
#include <initializer_list>
#include <tuple>
#include <type_traits>
#include <utility>

namespace fedadvise::analysis
{

using rulebase::Condition;
using rulebase::RuleBase;

namespace
{

using Respects = std::vector<std::string>;

/// The names of those respects that differ, each once, in order.
Respects differing(std::initializer_list<std::pair<const char*, bool>> respects)
{
    Respects names;
    for (const auto& [name, same] : respects)
        if (!same && std::find(names.begin(), names.end(), name) == names.end())
            names.emplace_back(name);
    return names;
}

template <class T, class Same>
bool same_lists(const std::vector<T>& a, const std::vector<T>& b, Same same)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), same);
}

bool same_bound(const std::optional<rulebase::Bound>& a, const std::optional<rulebase::Bound>& b)
{
    return a.has_value() == b.has_value() && (!a || (a->written == b->written && a->inclusive == b->inclusive));
}

bool same(const rulebase::Comparison& a, const rulebase::Comparison& b)
{
    return a.kind == b.kind && a.values == b.values && same_bound(a.lower, b.lower) && same_bound(a.upper, b.upper);
}

bool same_parts(const std::vector<Condition>& a, const std::vector<Condition>& b)
{
    return same_lists(a, b, same_condition);
}

bool same(const rulebase::AllOf& a, const rulebase::AllOf& b)
{
    return same_parts(a.parts, b.parts);
}

bool same(const rulebase::AnyOf& a, const rulebase::AnyOf& b)
{
    return same_parts(a.parts, b.parts);
}

bool same(const rulebase::NoneOf& a, const rulebase::NoneOf& b)
{
    return same_parts(a.parts, b.parts);
}

bool same(const rulebase::AtLeast& a, const rulebase::AtLeast& b)
{
    return a.count == b.count && same_parts(a.parts, b.parts);
}

bool same(const rulebase::AnswerTest& a, const rulebase::AnswerTest& b)
{
    return a.question == b.question && a.of == b.of && same(a.comparison, b.comparison);
}

bool same(const rulebase::PracticesTest& a, const rulebase::PracticesTest& b)
{
    return a.question == b.question && a.how_many == b.how_many && same(a.comparison, b.comparison);
}

bool same(const rulebase::FamilyTest& a, const rulebase::FamilyTest& b)
{
    return a.family == b.family && a.flag == b.flag && a.only == b.only && a.except == b.except && a.count == b.count &&
           same(a.comparison, b.comparison);
}

bool same(const rulebase::MeasureTest& a, const rulebase::MeasureTest& b)
{
    return a.measure == b.measure && same(a.comparison, b.comparison);
}

bool same(const rulebase::GatesTest& a, const rulebase::GatesTest& b)
{
    return a.step == b.step && a.passed == b.passed;
}

bool same(const rulebase::ChecklistTest& a, const rulebase::ChecklistTest& b)
{
    return a.checklist == b.checklist && a.at_least == b.at_least && a.at_most == b.at_most;
}

bool same(const std::optional<Condition>& a, const std::optional<Condition>& b)
{
    return a.has_value() == b.has_value() && (!a || same_condition(*a, *b));
}

using rulebase::Effect;

/// Compares one figure of the effects, pairwise.
template <class Figure>
bool same_effects(const rulebase::Rule& a, const rulebase::Rule& b, Figure figure)
{
    return same_lists(a.effects, b.effects, [&](const Effect& x, const Effect& y) { return figure(x) == figure(y); });
}

Respects respects_of(const rulebase::Rule& a, const rulebase::Rule& b)
{
    return differing({
        {"condition", same(a.when, b.when)},
        {"effects", a.effects.size() == b.effects.size()},
        {"effects", same_effects(a, b, [](const Effect& e) { return e.kind; }) || a.effects.size() != b.effects.size()},
        {"strength",
         same_effects(a, b, [](const Effect& e) { return e.strength; }) || a.effects.size() != b.effects.size()},
        {"options", same_effects(a, b, [](const Effect& e) { return e.on; }) || a.effects.size() != b.effects.size()},
        {"depth",
         same_effects(a, b, [](const Effect& e) { return std::tie(e.step, e.above_current, e.below_readiness); }) ||
             a.effects.size() != b.effects.size()},
        {"conflict",
         same_effects(a, b, [](const Effect& e) { return e.between; }) || a.effects.size() != b.effects.size()},
        {"order", same_effects(a, b, [](const Effect& e) { return e.order; }) || a.effects.size() != b.effects.size()},
        {"dates", a.from == b.from && a.until == b.until},
        {"nations", a.nations == b.nations},
        {"status", a.status == b.status},
        {"tag", a.tag == b.tag},
        {"lesson", a.lesson == b.lesson},
        {"never-with", a.never_with == b.never_with},
        {"deal-breaker", a.deal_breaker == b.deal_breaker},
        {"sources", a.sources == b.sources},
        {"wording", std::tie(a.title, a.law, a.text, a.reason) == std::tie(b.title, b.law, b.text, b.reason)},
        {"wording", same_effects(a, b,
                                 [](const Effect& e)
                                 { return std::tie(e.sentence, e.within, e.from_month, e.to_month, e.owner); }) ||
                        a.effects.size() != b.effects.size()},
    });
}

Respects respects_of(const rulebase::Question& a, const rulebase::Question& b)
{
    using rulebase::AnswerOption;
    const bool options =
        same_lists(a.options, b.options,
                   [](const AnswerOption& x, const AnswerOption& y) { return x.id == y.id && x.neutral == y.neutral; });
    const bool labels =
        !options || same_lists(a.options, b.options,
                               [](const AnswerOption& x, const AnswerOption& y) { return x.label == y.label; });
    return differing({
        {"routing", same(a.ask_when, b.ask_when)},
        {"answers", options && a.kind == b.kind && a.ordered == b.ordered},
        {"limits", a.minimum == b.minimum && a.maximum == b.maximum && a.unit == b.unit},
        {"scope", a.scope == b.scope},
        {"aggregation", a.aggregate == b.aggregate && a.derived == b.derived},
        {"family", std::tie(a.family, a.flags, a.subscale) == std::tie(b.family, b.flags, b.subscale)},
        {"nature", a.nature == b.nature},
        {"place", a.section == b.section},
        {"wording", labels && std::tie(a.prompt, a.help, a.why, a.short_label) ==
                                  std::tie(b.prompt, b.help, b.why, b.short_label)},
    });
}

Respects respects_of(const rulebase::Model& a, const rulebase::Model& b)
{
    const auto figures = [](const rulebase::Model& m)
    { return std::tie(m.practices, m.patients, m.months, m.reversible, m.autonomy, m.management); };
    const auto words = [](const rulebase::Model& m)
    { return std::tie(m.name, m.summary, m.suits, m.does_not_suit, m.fails_when, m.evidence); };
    return differing({
        {"depth", a.lowest_step == b.lowest_step && a.highest_step == b.highest_step},
        {"legal person", a.legal_person == b.legal_person},
        {"votes", a.needs_every_vote == b.needs_every_vote},
        {"nations", a.nations == b.nations},
        {"family", a.family == b.family},
        {"figures", figures(a) == figures(b)},
        {"sources", a.sources == b.sources},
        {"wording", words(a) == words(b)},
    });
}

Respects respects_of(const rulebase::Vehicle& a, const rulebase::Vehicle& b)
{
    const auto words = [](const rulebase::Vehicle& v)
    {
        return std::tie(v.name, v.code, v.law, v.register_name, v.summary, v.suits, v.does_not_suit, v.trap,
                        v.liability, v.tax, v.control, v.solicitor, v.accountant, v.manager);
    };
    return differing({
        {"legal person", a.legal_person == b.legal_person},
        {"sources", a.sources == b.sources},
        {"wording", words(a) == words(b)},
    });
}

Respects respects_of(const rulebase::FitEntry& a, const rulebase::FitEntry& b)
{
    return differing({{"fit", std::tie(a.typical, a.compatible, a.weak) == std::tie(b.typical, b.compatible, b.weak)}});
}

Respects respects_of(const rulebase::Source& a, const rulebase::Source& b)
{
    return differing({
        {"dates", a.year == b.year && a.checked == b.checked && a.review == b.review},
        {"tag", a.tag == b.tag},
        {"wording", std::tie(a.title, a.publisher, a.kind, a.seen, a.url) ==
                        std::tie(b.title, b.publisher, b.kind, b.seen, b.url)},
    });
}

Respects respects_of(const rulebase::Settings& a, const rulebase::Settings& b)
{
    using rulebase::BandSetting;
    const auto fit = [](const rulebase::Settings& s)
    { return std::tie(s.fit_typical, s.fit_compatible, s.fit_weak, s.fit_impossible); };
    return differing({
        {"bands",
         same_lists(a.bands, b.bands,
                    [](const BandSetting& x, const BandSetting& y) { return x.id == y.id && x.from == y.from; })},
        {"ties", a.tie_points == b.tie_points},
        {"fit points", fit(a) == fit(b)},
        {"wording", std::tie(a.not_yet_label, a.ruled_out_label, a.not_considered, a.disclaimer) ==
                            std::tie(b.not_yet_label, b.ruled_out_label, b.not_considered, b.disclaimer) &&
                        same_lists(a.bands, b.bands,
                                   [](const BandSetting& x, const BandSetting& y) { return x.label == y.label; })},
    });
}

bool same_exemption(const rulebase::ReadinessExemption& a, const rulebase::ReadinessExemption& b)
{
    return a.models == b.models && a.mean == b.mean && a.rules == b.rules && same(a.when, b.when);
}

Respects respects_of(const rulebase::Readiness& a, const rulebase::Readiness& b)
{
    using namespace rulebase;
    return differing({
        {"thresholds", same_lists(a.thresholds, b.thresholds,
                                  [](const ReadinessThreshold& x, const ReadinessThreshold& y) {
                                      return std::tie(x.step, x.mean, x.lowest) == std::tie(y.step, y.mean, y.lowest);
                                  })},
        {"gates", same_lists(a.gates, b.gates,
                             [](const ReadinessGate& x, const ReadinessGate& y) {
                                 return std::tie(x.from_step, x.question, x.at_least) ==
                                        std::tie(y.from_step, y.question, y.at_least);
                             })},
        {"exemptions", same_lists(a.exemptions, b.exemptions, same_exemption)},
        {"bands", same_lists(a.bands, b.bands,
                             [](const ReadinessBand& x, const ReadinessBand& y) { return x.below == y.below; })},
        {"quadrants", a.relationship_from == b.relationship_from && a.deal_from == b.deal_from},
        {"family", a.family == b.family},
        {"wording",
         a.note == b.note &&
             same_lists(a.exemptions, b.exemptions, [](const auto& x, const auto& y) { return x.text == y.text; }) &&
             same_lists(a.bands, b.bands,
                        [](const auto& x, const auto& y) { return x.name == y.name && x.text == y.text; }) &&
             same_lists(a.advice, b.advice,
                        [](const auto& x, const auto& y) {
                            return std::tie(x.question, x.at_most, x.text) == std::tie(y.question, y.at_most, y.text);
                        }) &&
             same_lists(a.quadrants, b.quadrants,
                        [](const auto& x, const auto& y) { return x.title == y.title && x.text == y.text; })},
    });
}

Respects respects_of(const rulebase::GradientStep& a, const rulebase::GradientStep& b)
{
    return differing(
        {{"wording", std::tie(a.name, a.trust, a.autonomy, a.text) == std::tie(b.name, b.trust, b.autonomy, b.text)}});
}

Respects respects_of(const rulebase::Lesson& a, const rulebase::Lesson& b)
{
    return differing({{"wording", a.name == b.name && a.summary == b.summary}, {"sources", a.sources == b.sources}});
}

Respects respects_of(const rulebase::Checklist& a, const rulebase::Checklist& b)
{
    using rulebase::ChecklistItem;
    return differing({
        {"condition", same_lists(a.items, b.items,
                                 [](const ChecklistItem& x, const ChecklistItem& y)
                                 { return x.id == y.id && same_condition(x.when, y.when); })},
        {"wording", a.title == b.title && same_lists(a.items, b.items,
                                                     [](const ChecklistItem& x, const ChecklistItem& y)
                                                     { return x.title == y.title && x.help == y.help; })},
    });
}

Respects respects_of(const rulebase::Section& a, const rulebase::Section& b)
{
    return differing({{"place", a.page == b.page}, {"wording", a.title == b.title && a.help == b.help}});
}

Respects respects_of(const rulebase::Term& a, const rulebase::Term& b)
{
    return differing(
        {{"wording", std::tie(a.name, a.also, a.plain, a.detail) == std::tie(b.name, b.also, b.plain, b.detail)},
         {"sources", a.sources == b.sources}});
}

bool same_task(const rulebase::SetupTask& a, const rulebase::SetupTask& b)
{
    return std::tie(a.id, a.order, a.title, a.owner, a.form, a.weeks, a.fee, a.fee_as_at, a.nations, a.after, a.text,
                    a.sources) == std::tie(b.id, b.order, b.title, b.owner, b.form, b.weeks, b.fee, b.fee_as_at,
                                           b.nations, b.after, b.text, b.sources);
}

Respects respects_of(const rulebase::SetupGuide& a, const rulebase::SetupGuide& b)
{
    return differing({{"options", a.options == b.options},
                      {"tasks", same_lists(a.tasks, b.tasks, same_task)},
                      {"wording", a.title == b.title}});
}

bool same_stage(const rulebase::PathStage& a, const rulebase::PathStage& b)
{
    return std::tie(a.id, a.title, a.owner, a.order, a.from_month, a.to_month, a.text, a.gate, a.sources) ==
           std::tie(b.id, b.title, b.owner, b.order, b.from_month, b.to_month, b.text, b.gate, b.sources);
}

Respects respects_of(const rulebase::Path& a, const rulebase::Path& b)
{
    return differing({{"options", a.options == b.options},
                      {"stages", same_lists(a.stages, b.stages, same_stage)},
                      {"wording", a.title == b.title}});
}

bool same_item(const rulebase::FrameworkItem& a, const rulebase::FrameworkItem& b)
{
    return std::tie(a.id, a.title, a.nations, a.tag, a.asks, a.ready, a.gap, a.bring, a.owner, a.sources) ==
               std::tie(b.id, b.title, b.nations, b.tag, b.asks, b.ready, b.gap, b.bring, b.owner, b.sources) &&
           same_condition(a.when, b.when);
}

bool same_area(const rulebase::FrameworkArea& a, const rulebase::FrameworkArea& b)
{
    return std::tie(a.id, a.title, a.text) == std::tie(b.id, b.title, b.text) &&
           same_lists(a.items, b.items, same_item);
}

Respects respects_of(const rulebase::Framework& a, const rulebase::Framework& b)
{
    return differing({{"nations", a.nations == b.nations},
                      {"options", a.options == b.options},
                      {"condition", same(a.when, b.when)},
                      {"tag", a.tag == b.tag},
                      {"sources", a.sources == b.sources},
                      {"areas", same_lists(a.areas, b.areas, same_area)},
                      {"wording", std::tie(a.name, a.text, a.used) == std::tie(b.name, b.text, b.used)}});
}

std::string id_text(const std::string& id)
{
    return id;
}

template <class Kind>
std::string id_text(const foundation::Id<Kind>& id)
{
    return id.value;
}

template <class T>
std::string id_of(const T& thing)
{
    if constexpr (std::is_same_v<T, rulebase::FitEntry>)
    {
        std::string id = thing.model.value;
        for (const std::string& nation : thing.nations)
            id += (id == thing.model.value ? " in " : ", ") + nation;
        return id;
    }
    else
        return id_text(thing.id);
}

template <class T>
void compare(std::vector<PartChange>& changes, const std::string& kind, const std::vector<T>& before,
             const std::vector<T>& after)
{
    const auto find = [](const std::vector<T>& list, const std::string& id)
    { return std::find_if(list.begin(), list.end(), [&](const T& thing) { return id_of(thing) == id; }); };
    for (const T& thing : after)
    {
        const auto old = find(before, id_of(thing));
        if (old == before.end())
            changes.push_back({kind, id_of(thing), Change::Added, {}});
        else if (Respects respects = respects_of(*old, thing); !respects.empty())
            changes.push_back({kind, id_of(thing), Change::Changed, std::move(respects)});
    }
    for (const T& thing : before)
        if (find(after, id_of(thing)) == after.end())
            changes.push_back({kind, id_of(thing), Change::Removed, {}});
}

/// For a thing of which there is only one.
template <class T>
void compare_one(std::vector<PartChange>& changes, const std::string& kind, const T& before, const T& after)
{
    if (Respects respects = respects_of(before, after); !respects.empty())
        changes.push_back({kind, kind, Change::Changed, std::move(respects)});
}

} // namespace

std::string change_name(Change change)
{
    return change == Change::Added ? "added" : change == Change::Removed ? "removed" : "changed";
}

bool PartChange::words_only() const
{
    static const Respects words = {"wording", "sources", "tag", "figures", "never-with", "deal-breaker", "votes"};
    const bool no_pull = kind == "source" || kind == "term" || kind == "setup" || kind == "path" ||
                         kind == "framework" || kind == "section";
    return no_pull ||
           (change == Change::Changed &&
            std::all_of(respects.begin(), respects.end(),
                        [](const std::string& r) { return std::find(words.begin(), words.end(), r) != words.end(); }));
}

bool same_condition(const Condition& a, const Condition& b)
{
    if (a.node.index() != b.node.index())
        return false;
    return std::visit([&](const auto& node) { return same(node, std::get<std::decay_t<decltype(node)>>(b.node)); },
                      a.node);
}

std::vector<PartChange> compare_parts(const RuleBase& before, const RuleBase& after)
{
    std::vector<PartChange> changes;
    compare(changes, "rule", before.rules, after.rules);
    compare(changes, "question", before.questions, after.questions);
    compare(changes, "model", before.models, after.models);
    compare(changes, "vehicle", before.vehicles, after.vehicles);
    compare(changes, "compatibility", before.fits, after.fits);
    compare_one(changes, "readiness", before.readiness, after.readiness);
    compare_one(changes, "settings", before.settings, after.settings);
    compare(changes, "gradient step", before.gradient, after.gradient);
    compare(changes, "checklist", before.checklists, after.checklists);
    compare(changes, "lesson", before.lessons, after.lessons);
    compare(changes, "section", before.sections, after.sections);
    compare(changes, "source", before.sources, after.sources);
    compare(changes, "term", before.terms, after.terms);
    compare(changes, "setup", before.setups, after.setups);
    compare(changes, "path", before.paths, after.paths);
    compare(changes, "framework", before.frameworks, after.frameworks);
    return changes;
}

} // namespace fedadvise::analysis
