#include "foundation/text_list.h"
#include "report/alignment_names.h"
#include "report/aspects.h"
#include "report/statements.h"

#include <algorithm>

namespace fedadvise::report
{

namespace
{

/// The aspect of compare.xml that says how a model can be undone.
constexpr std::string_view leaving = "reversibility";
constexpr std::size_t most_reasons = 3;

std::string changed_view(const AlignmentWording& wording, const alignment::ChangedView& change)
{
    const rulebase::Question& question = wording.rules().questions[change.question];
    return "“" + wording.label(change.question) + "”: “" + casefile::answer_in_words(question, change.answer) + "”";
}

std::vector<std::string> needs_of(const AlignmentWording& wording, const alignment::Minority& minority)
{
    const std::string model = wording.model(minority.advised).name;
    std::vector<std::string> needs;
    if (minority.impossible)
        needs.push_back("Nothing that it could think otherwise would make “" + model + "” come first for it.");
    if (!minority.needs.empty())
    {
        std::vector<std::string> changes;
        for (const alignment::ChangedView& change : minority.needs)
            changes.push_back(changed_view(wording, change));
        needs.push_back("“" + model + "” would come first for it if it could say so much: " +
                        foundation::joined_as_sentence(changes) + ". Ask what would have to be true for that.");
    }
    else if (!minority.impossible)
        needs.push_back("No small change of its answers would make “" + model +
                        "” come first for it. Ask what would have to be true for it to go along.");
    return needs;
}

} // namespace

MinorityReport minority_report(const AlignmentWording& wording, const alignment::Minority& minority)
{
    const casefile::Case seen = wording.table.case_as_seen_by(wording.table.everybody(), minority.practice);
    const engine::Assessment assessment = wording.table.engine().assess(seen, wording.table.day());
    const Wording as_seen{wording.rules(), seen, assessment};
    const rulebase::Model& advised = wording.rules().models[minority.advised];
    const std::string name = wording.practice(minority.practice);
    MinorityReport report;
    report.practice = name;
    report.sentence = name + " would be served least: by its own answers, " + quoted(wording.models(minority.own)) +
                      " would come first, and the advice to all is “" + advised.name + "”.";
    for (const Statement& statement : objections(as_seen, advised, most_reasons))
    {
        report.gives_up.push_back(statement.text.empty() ? as_sentence(statement.title) : statement.text);
        for (const std::string& source : statement.source_titles)
            if (std::find(report.sources.begin(), report.sources.end(), source) == report.sources.end())
                report.sources.push_back(source);
    }
    if (report.gives_up.empty())
        report.gives_up.push_back("No answer of its own speaks against it. It would give up what comes first for it.");
    report.needs = needs_of(wording, minority);
    for (const AspectCell& cell : aspect_cells(as_seen, advised))
        if (cell.aspect == leaving)
        {
            if (!cell.text.empty())
                report.how_to_leave.push_back(cell.text);
            for (const std::string& source : cell.source_titles)
                if (std::find(report.sources.begin(), report.sources.end(), source) == report.sources.end())
                    report.sources.push_back(source);
        }
    report.how_to_leave.push_back("Before anything is signed it can stay out, or keep a lighter link. Put the way out "
                                  "in writing: notice, money, staff, and what stays its own.");
    return report;
}

} // namespace fedadvise::report
