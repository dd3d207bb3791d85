#include "report/aspects.h"

#include "engine/group_value.h"
#include "report/statements.h"
#include "rulebase/condition_validator.h"
#include "rulebase/option_fields.h"

#include <algorithm>

namespace fedadvise::report
{

namespace
{

using rulebase::QuestionId;
using rulebase::SourceId;

bool contains(const std::vector<QuestionId>& questions, const QuestionId& question)
{
    return std::find(questions.begin(), questions.end(), question) != questions.end();
}

void add_cell_sources(const Wording& wording, const std::vector<SourceId>& sources, AspectCell& cell)
{
    for (const SourceId& id : sources)
    {
        if (std::find(cell.sources.begin(), cell.sources.end(), id.value) != cell.sources.end())
            continue;
        const rulebase::Source* source = rulebase::find_source(wording.rules, id);
        cell.sources.push_back(id.value);
        cell.source_titles.push_back(source == nullptr ? id.value : source_title(*source));
    }
}

/// Words of a table need their heading: "Can it be undone? Hardly."
std::string field_words(const rulebase::OptionField& field)
{
    if (field.text == nullptr || field.text->empty() || field.sentences)
        return field.text == nullptr ? std::string{} : *field.text;
    return std::string{field.heading} + (field.heading.ends_with("?") ? " " : ": ") +
           (field.heading.ends_with("?") ? as_sentence(*field.text) : lower_first(as_sentence(*field.text)));
}

template <class Option>
AspectCell cell_of(const Wording& wording, const rulebase::Aspect& aspect, const Option& option,
                   const std::string& field)
{
    AspectCell cell{aspect.id, field_words(rulebase::field_of(option, field)), {}, {}, {}};
    std::vector<SourceId> sources;
    if (!cell.text.empty())
        sources = option.sources;
    if (const rulebase::AspectText* more = rulebase::find_aspect_text(aspect, option.id))
    {
        cell.text += (cell.text.empty() ? "" : " ") + more->text;
        sources.insert(sources.end(), more->sources.begin(), more->sources.end());
    }
    add_cell_sources(wording, sources, cell);
    std::vector<SourceId> once;
    for (const std::string& id : cell.sources)
        once.push_back({id});
    cell.review_words = review_words(wording.rules, sources_due(wording, once));
    return cell;
}

} // namespace

std::vector<QuestionId> named_questions(const rulebase::Rule& rule)
{
    std::vector<QuestionId> questions;
    if (!rule.when)
        return questions;
    rulebase::for_each_condition(*rule.when,
                                 [&](const rulebase::Condition& part)
                                 {
                                     if (const auto* test = std::get_if<rulebase::AnswerTest>(&part.node))
                                         questions.push_back(test->question);
                                     if (const auto* test = std::get_if<rulebase::PracticesTest>(&part.node))
                                         questions.push_back(test->question);
                                 });
    return questions;
}

std::vector<std::string> aspects_of(const rulebase::RuleBase& rules, const rulebase::Rule& rule,
                                    const std::vector<QuestionId>& because)
{
    std::vector<std::string> aspects;
    if (rules.aspects.empty())
        return aspects;
    std::vector<QuestionId> questions = named_questions(rule);
    std::erase_if(questions, [&](const QuestionId& question) { return !contains(because, question); });
    for (const rulebase::Aspect& aspect : rules.aspects)
        if (std::any_of(questions.begin(), questions.end(),
                        [&](const QuestionId& question) { return contains(aspect.questions, question); }))
            aspects.push_back(aspect.id);
    return aspects;
}

std::vector<AspectAdvice> aspects_in_words(const Wording& wording)
{
    std::vector<AspectAdvice> aspects;
    for (const rulebase::Aspect& aspect : wording.rules.aspects)
    {
        AspectAdvice advice{aspect.id, aspect.name, aspect.text, {}};
        for (const QuestionId& question : aspect.questions)
            advice.answers.push_back({question.value, short_label(wording.rules, question),
                                      value_for_table(wording, question),
                                      engine::group_value(wording.rules, wording.group, question).known});
        aspects.push_back(std::move(advice));
    }
    return aspects;
}

std::vector<AspectCell> aspect_cells(const Wording& wording, const rulebase::Model& model)
{
    std::vector<AspectCell> cells;
    for (const rulebase::Aspect& aspect : wording.rules.aspects)
        cells.push_back(cell_of(wording, aspect, model, aspect.model_field));
    return cells;
}

std::vector<AspectCell> aspect_cells(const Wording& wording, const rulebase::Vehicle& vehicle)
{
    std::vector<AspectCell> cells;
    for (const rulebase::Aspect& aspect : wording.rules.aspects)
        cells.push_back(cell_of(wording, aspect, vehicle, aspect.vehicle_field));
    return cells;
}

} // namespace fedadvise::report
