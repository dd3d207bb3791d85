// The parts of the rule book that are made of rules, hard constraints first, each grouped by what it is about.
#include "foundation/number_text.h"
#include "foundation/text_list.h"
#include "report/presentation.h"
#include "report/rule_book_page.h"
#include "report/wording.h"

#include <algorithm>
#include <map>

namespace fedadvise::report
{

namespace
{

using rulebase::Effect;
using rulebase::EffectKind;
using rulebase::Rule;

constexpr std::size_t many_options = 4; ///< a next step for more options than that stands first

/// Which part of the book a rule stands in.
enum class Chapter
{
    Law,
    Waits,
    Pulls,
    Lessons,
    Conflicts,
    Warnings,
    NextSteps,
};

bool has_effect(const Rule& rule, std::initializer_list<EffectKind> kinds)
{
    return std::any_of(rule.effects.begin(), rule.effects.end(),
                       [&](const Effect& effect)
                       { return std::find(kinds.begin(), kinds.end(), effect.kind) != kinds.end(); });
}

Chapter chapter_of(const Rule& rule)
{
    if (!rule.law.empty() ||
        has_effect(rule, {EffectKind::Exclude, EffectKind::Require, EffectKind::Allow, EffectKind::Forbid}))
        return Chapter::Law;
    if (rule.lesson > 0)
        return Chapter::Lessons;
    if (has_effect(rule, {EffectKind::NotYet, EffectKind::Cap}))
        return Chapter::Waits;
    if (has_effect(rule, {EffectKind::Conflict}))
        return Chapter::Conflicts;
    if (has_effect(rule, {EffectKind::Pull}))
        return Chapter::Pulls;
    return has_effect(rule, {EffectKind::Warn}) ? Chapter::Warnings : Chapter::NextSteps;
}

/// What a rule is about: the first thing that its condition looks at. Subjects follow the order of the questions.
struct Subject
{
    std::size_t order = 0; ///< of the section
    std::string section;
    std::size_t place = 0; ///< inside the section
    std::string name;
    friend auto operator<=>(const Subject&, const Subject&) = default;
};

const rulebase::Condition* first_leaf(const rulebase::Condition& condition)
{
    return std::visit(
        [&](const auto& node) -> const rulebase::Condition*
        {
            if constexpr (requires { node.parts; })
                return node.parts.empty() ? nullptr : first_leaf(node.parts.front());
            else
                return &condition;
        },
        condition.node);
}

class Subjects
{
public:
    explicit Subjects(const rulebase::RuleBase& rules) : m_rules(rules) {}

    Subject of(const Rule& rule) const
    {
        const rulebase::Condition* leaf = rule.when ? first_leaf(*rule.when) : nullptr;
        if (leaf == nullptr)
            return {0, "In every case", 0, "In every case"};
        if (const auto* answer = std::get_if<rulebase::AnswerTest>(&leaf->node))
            return of(answer->question);
        if (const auto* practices = std::get_if<rulebase::PracticesTest>(&leaf->node))
            return of(practices->question);
        if (const auto* family = std::get_if<rulebase::FamilyTest>(&leaf->node))
            return several(family->family);
        if (const auto* measure = std::get_if<rulebase::MeasureTest>(&leaf->node);
            measure != nullptr && !measure->measure.starts_with("relationship."))
            return several(measure->measure.substr(0, measure->measure.find('.')));
        const std::size_t last = m_rules.sections.size() + 1;
        if (std::holds_alternative<rulebase::ChecklistTest>(leaf->node))
            return {last, "The relationship and the deal as a whole", 1, "The deal as a whole"};
        return {last, "The relationship and the deal as a whole", 0, "The relationship as a whole"};
    }

private:
    Subject of(const rulebase::QuestionId& id) const
    {
        for (std::size_t q = 0; q < m_rules.questions.size(); ++q)
            if (m_rules.questions[q].id == id)
            {
                const auto [order, title] = section_of(m_rules.questions[q]);
                return {order, title, q, short_label(m_rules, id)};
            }
        return {0, "In every case", 0, "In every case"};
    }
    Subject several(const std::string& family) const
    {
        for (std::size_t q = m_rules.questions.size(); q-- > 0;)
            if (m_rules.questions[q].family == family)
            {
                const std::string name = "Several " + family + "s together";
                return {section_of(m_rules.questions[q]).first, name, q + 1, name};
            }
        return {0, "In every case", 0, "In every case"};
    }
    /// Place from 1 and title.
    std::pair<std::size_t, std::string> section_of(const rulebase::Question& question) const
    {
        for (std::size_t s = 0; s < m_rules.sections.size(); ++s)
            if (m_rules.sections[s].id == question.section)
                return {s + 1, m_rules.sections[s].title};
        return {0, "In every case"};
    }

    const rulebase::RuleBase& m_rules;
};

void write_effects(BookPage& page, const RuleWords& words, bool in_line)
{
    const auto sentence = [&](const Phrase& effect)
    {
        page.phrase(effect);
        // A quoted sentence brings its own full stop.
        const std::string said = plain(effect);
        page.markup().text(said.ends_with(".”") ? "" : ".");
    };
    if (words.effects.size() == 1)
    {
        page.markup().text(in_line ? " this " : "then this ");
        sentence(words.effects.front());
        page.markup().close("p");
        return;
    }
    page.markup().text(in_line ? " several things follow:" : "then several things follow:").close("p");
    page.markup().open("ul", {{"class", "conditions"}});
    for (const Phrase& effect : words.effects)
    {
        page.markup().ready("<li>").text("this ");
        sentence(effect);
        page.markup().close("li");
    }
    page.markup().close("ul");
}

/// The rule as one sentence, or as a list of conditions with what follows.
void write_sentence(BookPage& page, const Rule& rule)
{
    const RuleWords words = rule_words(page.rules(), rule);
    page.markup().ready("<p class=\"sentence\">");
    page.phrase(words.lead);
    if (words.parts.empty())
    {
        page.markup().text(",");
        return write_effects(page, words, true);
    }
    page.markup().text(":").close("p");
    page.conditions(words.parts);
    page.markup().ready("<p class=\"sentence\">");
    write_effects(page, words, false);
}

std::string standing(const rulebase::RuleBase& rules, const Rule& rule)
{
    const std::string nations = nations_in_words(rules, rule.nations);
    const std::string dates = dates_in_words(rule);
    return as_sentence(nations.empty() ? "every nation" : nations) + " " +
           as_sentence(dates.empty() ? "no dates" : dates) + " " + as_sentence(status_in_words(rule.status)) + " " +
           as_sentence(rulebase::tag_name(rule.tag) + ": " + tag_words(rulebase::tag_name(rule.tag)));
}

void write_rule(BookPage& page, const Rule& rule, int level)
{
    page.entry(level, "entry rule", anchor("rule", rule.id.value), rule.title, rule.id.value);
    write_sentence(page, rule);
    page.open_facts();
    page.fact("Partners read", as_sentence(rule.text));
    page.fact("Reason", as_sentence(rule.reason));
    page.plain_fact("Law", rule.law);
    page.plain_fact("Standing", standing(page.rules(), rule));
    if (!rule.never_with.empty())
    {
        page.open_fact("Never with");
        page.rule_links(rule.never_with);
        page.close_fact();
    }
    if (rule.deal_breaker)
        page.plain_fact("Deal-breaker", "A difference between practices that no average may hide.");
    page.sources_fact(rule.sources);
    page.close_facts();
    page.end_entry();
}

std::vector<const Rule*> rules_of(const rulebase::RuleBase& rules, Chapter chapter)
{
    std::vector<const Rule*> found;
    for (const Rule& rule : rules.rules)
        if (chapter_of(rule) == chapter)
            found.push_back(&rule);
    return found;
}

void write_introduction(BookPage& page, std::string_view words, std::size_t rules)
{
    page.paragraph(words);
    page.paragraph(rules == 0
                       ? "This rule base has none."
                       : "Rules in this part: " + foundation::with_thousands(static_cast<std::int64_t>(rules)) + ".");
}

/// Rules under one heading for each section of questions, and with `finer` one below for each question.
void write_by_subject(BookPage& page, std::string_view part, Chapter chapter, bool finer)
{
    const Subjects subjects(page.rules());
    std::map<Subject, std::vector<const Rule*>> groups;
    for (const Rule* rule : rules_of(page.rules(), chapter))
    {
        Subject subject = subjects.of(*rule);
        if (!finer)
            subject.place = 0, subject.name.clear();
        groups[subject].push_back(rule);
    }
    std::string section;
    int headings = 0;
    const auto next_id = [&] { return std::string{part} + "-" + foundation::with_thousands(++headings); };
    for (const auto& [subject, rules] : groups)
    {
        if (subject.section != section)
            page.heading(3, next_id(), subject.section);
        section = subject.section;
        const bool own_heading = finer && subject.name != subject.section;
        if (own_heading)
            page.heading(4, next_id(), subject.name);
        for (const Rule* rule : rules)
            write_rule(page, *rule, own_heading ? 5 : 4);
    }
}

void write_law(BookPage& page)
{
    page.part("law", "What the law demands");
    write_introduction(
        page,
        "These rules come first. No wish or aim of a group can outweigh one of them. A rule that rules an option "
        "out names the law it rests on. The rules are grouped by what they look at first.",
        rules_of(page.rules(), Chapter::Law).size());
    write_by_subject(page, "law", Chapter::Law, false);
}

void write_waits(BookPage& page)
{
    page.part("waits", "What has to wait");
    write_introduction(
        page,
        "These rules hold an option back until something named is in place, or hold the advice at a step of the "
        "gradient. They do not rule anything out, and they do not change the order of the options.",
        rules_of(page.rules(), Chapter::Waits).size());
    write_by_subject(page, "waits", Chapter::Waits, false);
}

void write_pulls(BookPage& page)
{
    page.part("pulls", "What speaks for and against");
    write_introduction(
        page,
        "Each of these rules adds a little to the score of a model or vehicle, or takes a little away: from -3, "
        "strongly against, to +3, strongly for. How sums become advice is told in the part on scores.",
        rules_of(page.rules(), Chapter::Pulls).size());
    write_by_subject(page, "pulls", Chapter::Pulls, true);
}

void write_lessons(BookPage& page)
{
    const auto rules = rules_of(page.rules(), Chapter::Lessons);
    page.part("lessons", "Lessons from earlier joint work");
    write_introduction(page, "Each lesson is run as a check on the result. One or more rules tell when it is raised.",
                       rules.size());
    for (const rulebase::Lesson& lesson : page.rules().lessons)
    {
        const std::string number = foundation::with_thousands(lesson.number);
        page.heading(3, anchor("lesson", number), "Lesson " + number + ": " + lesson.name);
        page.paragraph(lesson.summary);
        page.open_facts();
        page.sources_fact(lesson.sources);
        page.close_facts();
        for (const Rule* rule : rules)
            if (rule->lesson == lesson.number)
                write_rule(page, *rule, 4);
    }
    const auto has_lesson = [&](const Rule* rule)
    {
        return std::any_of(page.rules().lessons.begin(), page.rules().lessons.end(),
                           [&](const rulebase::Lesson& lesson) { return lesson.number == rule->lesson; });
    };
    for (const Rule* rule : rules)
        if (!has_lesson(rule))
            write_rule(page, *rule, 3);
}

void write_conflicts(BookPage& page)
{
    const auto rules = rules_of(page.rules(), Chapter::Conflicts);
    page.part("conflicts", "Aims that pull apart");
    write_introduction(
        page,
        "A group can want two things that do not go together well. These rules show both, so that people can "
        "talk about them. They choose neither.",
        rules.size());
    for (const Rule* rule : rules)
        write_rule(page, *rule, 3);
}

void write_warnings(BookPage& page)
{
    page.part("warnings", "Warnings");
    write_introduction(page,
                       "These rules warn. They change neither the order of the options nor what is open to a group.",
                       rules_of(page.rules(), Chapter::Warnings).size());
    write_by_subject(page, "warnings", Chapter::Warnings, false);
}

/// The option that a next step is for; none when it is for many.
std::string step_group(const Rule& rule)
{
    const auto step = std::find_if(rule.effects.begin(), rule.effects.end(),
                                   [](const Effect& effect) { return effect.kind == EffectKind::NextStep; });
    const bool one = step != rule.effects.end() && !step->on.empty() && step->on.size() <= many_options;
    return one ? step->on.front().value : std::string{};
}

int first_order(const Rule& rule)
{
    return rule.effects.empty() ? 0 : rule.effects.front().order;
}

void write_step_group(BookPage& page, std::vector<const Rule*> rules, const std::string& group,
                      const std::string& title)
{
    std::erase_if(rules, [&](const Rule* rule) { return step_group(*rule) != group; });
    if (rules.empty())
        return;
    std::stable_sort(rules.begin(), rules.end(),
                     [](const Rule* a, const Rule* b) { return first_order(*a) < first_order(*b); });
    page.heading(3, anchor("steps", group.empty() ? "many" : group), title);
    for (const Rule* rule : rules)
        write_rule(page, *rule, 4);
}

void write_next_steps(BookPage& page)
{
    const auto rules = rules_of(page.rules(), Chapter::NextSteps);
    page.part("next-steps", "Next steps");
    write_introduction(
        page,
        "What a group should do when a model or vehicle comes first. The steps of all rules are put into one "
        "list by their place. Times are a guide.",
        rules.size());
    write_step_group(page, rules, "", "Steps for many options");
    for (const rulebase::Model& model : page.rules().models)
        write_step_group(page, rules, model.id.value, "Steps for the model: " + model.name);
    for (const rulebase::Vehicle& vehicle : page.rules().vehicles)
        write_step_group(page, rules, vehicle.id.value, "Steps for the vehicle: " + vehicle.name);
}

} // namespace

void write_rules(BookPage& page)
{
    write_law(page);
    write_waits(page);
    write_pulls(page);
    write_lessons(page);
    write_conflicts(page);
    write_warnings(page);
    write_next_steps(page);
}

} // namespace fedadvise::report
