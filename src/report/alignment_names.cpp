#include "report/alignment_names.h"

#include "foundation/text_list.h"
#include "report/statements.h"

#include <algorithm>
#include <bit>

namespace fedadvise::report
{

using alignment::Members;

namespace
{

constexpr std::size_t most_names = 6;

std::string in_quotes(const std::string& text)
{
    return "“" + text + "”";
}

} // namespace

std::string AlignmentWording::practice(std::size_t index) const
{
    const casefile::Practice& practice = table.group().practices[index];
    return practice.name.empty() ? practice.id : practice.name;
}

std::vector<std::string> AlignmentWording::practices(const Members& members) const
{
    std::vector<std::string> names;
    for (const std::size_t member : members)
        names.push_back(practice(member));
    return names;
}

std::string AlignmentWording::practices_in_short(const Members& members) const
{
    std::vector<std::string> names = practices(members);
    if (names.size() > most_names)
    {
        const std::size_t more = names.size() - (most_names - 1);
        names.resize(most_names - 1);
        names.push_back(std::to_string(more) + " more");
    }
    return foundation::joined_as_sentence(names);
}

NamedModel AlignmentWording::model(std::size_t index) const
{
    const rulebase::Model& model = rules().models[index];
    return {model.id.value, model.name, step_in_words(rules(), alignment::step_of(table, index))};
}

std::vector<NamedModel> AlignmentWording::models(const std::vector<std::size_t>& indexes) const
{
    std::vector<NamedModel> models;
    for (const std::size_t index : indexes)
        models.push_back(model(index));
    return models;
}

std::string AlignmentWording::label(std::size_t question) const
{
    return short_label(rules(), rules().questions[question].id);
}

std::string quoted(const std::vector<NamedModel>& models, std::string_view link)
{
    std::vector<std::string> names;
    for (const NamedModel& model : models)
        names.push_back(in_quotes(model.name));
    return foundation::joined_as_sentence(names, link);
}

std::string answer_of(const rulebase::Question& question, const engine::HeldValue& value)
{
    if (!value.answered)
        return value.said_unknown ? "We do not know" : "Not answered";
    if (question.kind == rulebase::AnswerKind::Choice)
        return question.options[static_cast<std::size_t>(std::countr_zero(value.options))].label;
    for (std::size_t i = 0; i < question.options.size(); ++i)
    {
        const auto point = foundation::parse_fixed(question.options[i].id);
        if (point == value.number)
            return question.options[i].label;
        if (i > 0 && point && value.number < *point) // respondents of one practice that differ
            return "Between " + lower_first(question.options[i - 1].label) + " and " +
                   lower_first(question.options[i].label);
    }
    return foundation::fixed_text(value.number, 1);
}

std::vector<Statement> objections(const Wording& wording, const rulebase::Model& model, std::size_t at_most)
{
    for (const engine::OptionResult& result : wording.assessment.models)
        if (result.option == model.id)
        {
            const auto& findings = !result.ruled_out_by.empty() ? result.ruled_out_by
                                   : !result.against_it.empty() ? result.against_it
                                                                : result.not_yet;
            std::vector<Statement> statements = statements_of(wording, findings, {&model, nullptr});
            if (statements.size() > at_most)
                statements.resize(at_most);
            return statements;
        }
    return {};
}

namespace
{

const alignment::Veto* hidden_veto_of(const alignment::Alignment& alignment)
{
    for (const alignment::Veto& veto : alignment.fit.vetoes)
        if (veto.hidden)
            return &veto;
    return nullptr;
}

std::string most_of_all(const AlignmentWording& wording)
{
    std::vector<std::string> labels;
    for (const std::size_t question : wording.alignment.agreement.dividing)
        if (labels.size() < 2)
            labels.push_back(in_quotes(wording.label(question)));
    return labels.empty() ? "" : ", most of all on " + foundation::joined_as_sentence(labels);
}

std::string veto_clause(const AlignmentWording& wording, const alignment::Veto& veto)
{
    return "“" + wording.model(veto.model).name +
           "”, to which the answers of all together point, needs the vote of every partnership, and the answers of " +
           wording.practices_in_short(veto.by) + " speak against it";
}

std::size_t speakers(const alignment::Alignment& alignment)
{
    return static_cast<std::size_t>(std::count_if(alignment.fit.practices.begin(), alignment.fit.practices.end(),
                                                  [](const alignment::PracticeFit& p) { return p.has_spoken; }));
}

/// Who stands alone: by its answers, or because what leads suits it alone not.
std::optional<std::size_t> dissenter(const alignment::Alignment& alignment)
{
    if (alignment.agreement.pattern == alignment::Pattern::OneDissenter)
        return alignment.agreement.camps.front().front();
    if (alignment.agreement.pattern != alignment::Pattern::TwoCamps && alignment.fit.misfits.size() == 1 &&
        speakers(alignment) > 2)
        return alignment.fit.misfits.front();
    return std::nullopt;
}

std::string without_pattern(const AlignmentWording& wording)
{
    const alignment::Alignment& alignment = wording.alignment;
    if (speakers(alignment) == 2)
        return alignment.agreement.pattern == alignment::Pattern::Together
                   ? "The two practices largely agree, and no vote stops what their answers point to."
                   : "The two practices differ on a good many questions, and no vote stops what their answers point "
                     "to.";
    if (alignment.agreement.pattern == alignment::Pattern::Together)
        return "The practices largely agree: nobody stands alone, there are no two camps, and no vote stops what the "
               "answers point to.";
    return "The practices differ from question to question, but nobody stands alone, there are no two camps, and no "
           "vote stops what the answers point to.";
}

} // namespace

std::string alignment_headline(const AlignmentWording& wording)
{
    const alignment::Alignment& alignment = wording.alignment;
    if (wording.table.size() < 2)
        return "Fewer than two practices are listed, so there is nobody to compare.";
    if (speakers(alignment) < 2 || !alignment.agreement.consensus)
        return "Too few practices have answered for themselves so far: " + std::to_string(speakers(alignment)) +
               " of " + std::to_string(wording.table.size()) + ".";
    const alignment::Veto* veto = hidden_veto_of(alignment);
    if (const auto one = dissenter(alignment))
    {
        if (veto != nullptr && veto->by == Members{*one})
            return "There is one dissenter and with it a hidden veto: " + veto_clause(wording, *veto) + ".";
        const bool by_answers = alignment.agreement.pattern == alignment::Pattern::OneDissenter;
        std::string sentence = "There is one dissenter: ";
        sentence += by_answers ? wording.practice(*one) + " answers differently from the others" + most_of_all(wording)
                               : quoted(wording.models(alignment.fit.leading)) +
                                     ", to which the answers of all together point, suits everybody but " +
                                     wording.practice(*one);
        return sentence +
               (veto == nullptr ? "." : "; and there is a hidden veto: " + veto_clause(wording, *veto) + ".");
    }
    if (alignment.agreement.pattern == alignment::Pattern::TwoCamps)
    {
        const auto& camps = alignment.agreement.camps;
        const std::string sentence =
            "There are two camps, " + wording.practices_in_short(camps.front()) + " on one side and " +
            wording.practices_in_short(camps.back()) + " on the other; they differ" +
            (alignment.agreement.dividing.empty() ? " on many questions" : most_of_all(wording).substr(1));
        return sentence +
               (veto == nullptr ? "." : "; and there is a hidden veto: " + veto_clause(wording, *veto) + ".");
    }
    if (veto != nullptr)
        return "There is a hidden veto: " + veto_clause(wording, *veto) + ".";
    return without_pattern(wording);
}

} // namespace fedadvise::report
