#include "analysis/fingerprint.h"

#include "foundation/digest.h"

#include <algorithm>

namespace fedadvise::analysis
{

using rulebase::Condition;

namespace
{

/// Collects text so that no two different things give the same: every part carries its length.
class Transcript
{
public:
    void add(const std::string& text) { m_text += std::to_string(text.size()) + ":" + text; }
    void add(std::int64_t number) { add(std::to_string(number)); }
    template <class Ids>
    void add_all(const Ids& ids)
    {
        add(static_cast<std::int64_t>(ids.size()));
        for (const auto& id : ids)
            add(id);
    }
    template <class Kind>
    void add(const foundation::Id<Kind>& id)
    {
        add(id.value);
    }
    void add(const rulebase::Comparison& comparison)
    {
        add(static_cast<std::int64_t>(comparison.kind));
        add_all(comparison.values);
        for (const auto* bound : {&comparison.lower, &comparison.upper})
            add(*bound ? ((*bound)->inclusive ? "=" : "<") + (*bound)->written : std::string());
    }
    void add(const Condition& condition)
    {
        add(static_cast<std::int64_t>(condition.node.index()));
        std::visit([this](const auto& node) { add_node(node); }, condition.node);
    }
    void add(const rulebase::Rule& rule)
    {
        for (const std::string* text : {&rule.id.value, &rule.title, &rule.law, &rule.text, &rule.reason})
            add(*text);
        add(static_cast<std::int64_t>(rule.tag));
        add(static_cast<std::int64_t>(rule.status));
        add(rule.lesson);
        add_all(rule.nations);
        add(rule.from ? foundation::date_text(*rule.from) : std::string());
        add(rule.until ? foundation::date_text(*rule.until) : std::string());
        add_all(rule.sources);
        add_all(rule.never_with);
        if (rule.deal_breaker)
            add(1);
        if (rule.when)
            add(*rule.when);
        for (const rulebase::Effect& effect : rule.effects)
            add(effect);
    }
    void add(const rulebase::Effect& effect)
    {
        add(static_cast<std::int64_t>(effect.kind));
        add_all(effect.on);
        add(effect.strength);
        add(effect.sentence);
        add(effect.step);
        add(effect.above_current.value_or(-1));
        add(effect.below_readiness.value_or(-1));
        add_all(effect.between);
        add(effect.order);
        add(effect.within);
        if (effect.from_month)
        {
            add(*effect.from_month);
            add(effect.to_month.value_or(-1));
        }
        add(effect.owner);
    }
    void add(const rulebase::Question& question)
    {
        for (const std::string* text : {&question.id.value, &question.section, &question.family, &question.unit,
                                        &question.flags, &question.subscale, &question.derived, &question.short_label,
                                        &question.prompt, &question.help, &question.why})
            add(*text);
        for (const auto number :
             {static_cast<int>(question.scope), static_cast<int>(question.kind), static_cast<int>(question.aggregate),
              static_cast<int>(question.nature), question.ordered ? 1 : 0})
            add(number);
        add(question.minimum.value_or(-1));
        add(question.maximum.value_or(-1));
        for (const rulebase::AnswerOption& option : question.options)
        {
            add(option.id);
            add(option.label);
            add(option.neutral ? 1 : 0);
        }
        if (question.ask_when)
            add(*question.ask_when);
    }
    void add(const rulebase::Model& model)
    {
        for (const std::string* text :
             {&model.id.value, &model.name, &model.family, &model.lowest_step, &model.highest_step, &model.practices,
              &model.patients, &model.months, &model.reversible, &model.autonomy, &model.management, &model.summary,
              &model.suits, &model.does_not_suit, &model.fails_when, &model.evidence})
            add(*text);
        add(static_cast<std::int64_t>(model.legal_person));
        if (model.needs_every_vote)
            add(1);
        add_all(model.nations);
        add_all(model.sources);
    }
    void add(const rulebase::Vehicle& vehicle)
    {
        for (const std::string* text :
             {&vehicle.id.value, &vehicle.name, &vehicle.code, &vehicle.law, &vehicle.register_name, &vehicle.summary,
              &vehicle.suits, &vehicle.does_not_suit, &vehicle.trap, &vehicle.liability, &vehicle.tax, &vehicle.control,
              &vehicle.solicitor, &vehicle.accountant, &vehicle.manager})
            add(*text);
        add(vehicle.legal_person ? 1 : 0);
        add_all(vehicle.sources);
    }
    void add(const rulebase::FrameworkItem& item)
    {
        for (const std::string* text :
             {&item.id, &item.title, &item.asks, &item.ready, &item.gap, &item.bring, &item.owner})
            add(*text);
        add(static_cast<std::int64_t>(item.tag));
        add_all(item.nations);
        add(item.when);
        add_all(item.sources);
    }
    [[nodiscard]] const std::string& text() const { return m_text; }

private:
    void add_parts(const std::vector<Condition>& parts)
    {
        add(static_cast<std::int64_t>(parts.size()));
        for (const Condition& part : parts)
            add(part);
    }
    void add_node(const rulebase::AllOf& node) { add_parts(node.parts); }
    void add_node(const rulebase::AnyOf& node) { add_parts(node.parts); }
    void add_node(const rulebase::NoneOf& node) { add_parts(node.parts); }
    void add_node(const rulebase::AtLeast& node)
    {
        add(node.count);
        add_parts(node.parts);
    }
    void add_node(const rulebase::AnswerTest& test)
    {
        add(test.question);
        add(static_cast<std::int64_t>(test.of));
        add(test.comparison);
    }
    void add_node(const rulebase::PracticesTest& test)
    {
        add(test.question);
        add(static_cast<std::int64_t>(test.how_many));
        add(test.comparison);
    }
    void add_node(const rulebase::FamilyTest& test)
    {
        add(test.family);
        add(test.flag);
        add_all(test.only);
        add_all(test.except);
        add(test.comparison);
        add(test.count);
    }
    void add_node(const rulebase::MeasureTest& test)
    {
        add(test.measure);
        add(test.comparison);
    }
    void add_node(const rulebase::GatesTest& test)
    {
        add(test.step);
        add(test.passed ? 1 : 0);
    }
    void add_node(const rulebase::ChecklistTest& test)
    {
        add(test.checklist);
        add(test.at_least.value_or(-1));
        add(test.at_most.value_or(-1));
    }

    std::string m_text;
};

} // namespace

std::string fingerprint(const rulebase::RuleBase& rules, const std::vector<std::string>& about)
{
    Transcript transcript;
    for (const std::string& id : about)
    {
        transcript.add(id);
        if (const auto* rule = rulebase::find_rule(rules, {id}))
            transcript.add(*rule);
        if (const auto* question = rulebase::find_question(rules, {id}))
            transcript.add(*question);
        if (const auto* model = rulebase::find_model(rules, {id}))
            transcript.add(*model);
        if (const auto* vehicle = rulebase::find_vehicle(rules, {id}))
            transcript.add(*vehicle);
        for (const rulebase::Framework& framework : rules.frameworks)
            for (const rulebase::FrameworkArea& area : framework.areas)
                for (const rulebase::FrameworkItem& item : area.items)
                    if (item.id == id)
                        transcript.add(item);
    }
    return foundation::sha256_hex(transcript.text()).substr(0, 16);
}

} // namespace fedadvise::analysis
