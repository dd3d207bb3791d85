#include "report/compare.h"

#include "engine/assessment.h"
#include "foundation/text_list.h"
#include "report/presentation.h"
#include "report/wording.h"

#include <algorithm>
#include <set>

namespace fedadvise::report
{

namespace
{

constexpr std::size_t most_at_first = 3;

const OptionAdvice* find_in(const std::vector<OptionAdvice>& options, const std::string& id)
{
    const auto found =
        std::find_if(options.begin(), options.end(), [&](const OptionAdvice& option) { return option.id == id; });
    return found == options.end() ? nullptr : &*found;
}

std::vector<std::string> all_ids(const Advice& advice)
{
    std::vector<std::string> ids;
    for (const std::vector<OptionAdvice>* options : {&advice.models, &advice.vehicles})
        for (const OptionAdvice& option : *options)
            ids.push_back(option.id);
    std::sort(ids.begin(), ids.end());
    return ids;
}

std::string unknown_id(const Advice& advice, const std::string& id)
{
    const std::vector<std::string> ids = all_ids(advice);
    const std::string near = foundation::nearest_word(id, ids);
    return "'" + id + "' is neither a model nor a vehicle. " +
           (near.empty() ? "Models and vehicles: " + foundation::joined(ids, ", ") + "."
                         : "Did you mean '" + near + "'?");
}

/// Every finding that decides something, in reading order.
std::vector<ComparedFinding> findings_of(const OptionAdvice& option)
{
    std::vector<ComparedFinding> findings;
    const std::pair<const char*, const std::vector<Statement>*> lists[] = {{"ruled-out-by", &option.ruled_out_by},
                                                                           {"not-yet", &option.not_yet},
                                                                           {"for", &option.for_it},
                                                                           {"against", &option.against_it}};
    for (const auto& [kind, statements] : lists)
        for (const Statement& statement : *statements)
            findings.push_back({kind, statement});
    return findings;
}

bool rests_on(const Statement& statement, const std::string& aspect)
{
    return std::find(statement.aspects.begin(), statement.aspects.end(), aspect) != statement.aspects.end();
}

ComparisonCell cell_of(const OptionAdvice& option, const std::string& aspect)
{
    ComparisonCell cell;
    cell.option = option.id;
    const auto said = std::find_if(option.aspects.begin(), option.aspects.end(),
                                   [&](const AspectCell& known) { return known.aspect == aspect; });
    if (said != option.aspects.end())
    {
        cell.text = said->text;
        cell.sources = said->sources;
        cell.source_titles = said->source_titles;
        cell.review_words = said->review_words;
    }
    cell.findings = findings_of(option);
    std::erase_if(cell.findings, [&](const ComparedFinding& f) { return !rests_on(f.statement, aspect); });
    return cell;
}

ComparedOption head_of(const OptionAdvice& option)
{
    ComparedOption head{option.id,      option.name, option.band,    option.band_label, option.depth,
                        option.summary, option.why,  option.why_not, option.leading,    {}};
    head.others = findings_of(option);
    std::erase_if(head.others, [](const ComparedFinding& f) { return !f.statement.aspects.empty(); });
    return head;
}

bool is_ruled_out(const OptionAdvice& option)
{
    return option.band == engine::band_id(engine::Band::RuledOut);
}

} // namespace

std::string comparison_fault(const Advice& advice, const std::vector<std::string>& options)
{
    std::size_t models = 0;
    std::set<std::string> seen;
    for (const std::string& id : options)
    {
        if (find_option(advice, id) == nullptr)
            return unknown_id(advice, id);
        if (!seen.insert(id).second)
            return "'" + id + "' is there twice. Name each option once.";
        models += find_in(advice.models, id) == nullptr ? 0U : 1U;
    }
    if (options.size() < fewest_compared)
        return "One option alone cannot be compared. Name two, three or four.";
    if (options.size() > most_compared)
        return "More than four options cannot be read side by side. Name two, three or four.";
    if (models != 0 && models != options.size())
        return "A model and a legal vehicle answer different questions, so they cannot be compared. Name models only, "
               "or "
               "vehicles only.";
    return {};
}

Comparison compare(const Advice& advice, const std::vector<std::string>& options)
{
    Comparison comparison;
    comparison.title = advice.title;
    comparison.as_at = advice.as_at;
    comparison.as_at_words = advice.as_at_words;
    comparison.rules_id = advice.rules_id;
    comparison.rules_version = advice.rules_version;
    comparison.rules_sha256 = advice.rules_sha256;
    comparison.rules_as_at = advice.rules_as_at;
    comparison.disclaimer = advice.disclaimer;
    std::vector<const OptionAdvice*> found;
    for (const std::string& id : options)
        if (const OptionAdvice* option = find_option(advice, id))
            found.push_back(option);
    comparison.kind = !found.empty() && find_in(advice.models, found.front()->id) != nullptr ? "models" : "vehicles";
    for (const OptionAdvice* option : found)
        comparison.options.push_back(head_of(*option));
    for (const AspectAdvice& aspect : advice.aspects)
    {
        ComparisonRow row{aspect, {}, false};
        for (const OptionAdvice* option : found)
        {
            row.cells.push_back(cell_of(*option, aspect.id));
            row.marked |= !row.cells.back().findings.empty();
        }
        comparison.rows.push_back(std::move(row));
    }
    return comparison;
}

std::vector<std::string> options_to_compare_first(const std::vector<OptionAdvice>& options)
{
    std::vector<std::string> ids;
    for (const OptionAdvice& option : options)
        if (option.leading && ids.size() < most_at_first)
            ids.push_back(option.id);
    // Nothing leads, or only one does: what comes next in the advice; ruled out only when nothing else is left.
    for (const bool also_ruled_out : {false, true})
        for (const OptionAdvice& option : options)
            if (ids.size() < fewest_compared && (also_ruled_out || !is_ruled_out(option)) &&
                std::find(ids.begin(), ids.end(), option.id) == ids.end())
                ids.push_back(option.id);
    return ids;
}

std::string finding_title(const ComparedFinding& finding)
{
    const Statement& statement = finding.statement;
    if (finding.kind != "not-yet" || statement.sentence.empty())
        return as_sentence(statement.title);
    // A depth cap is a limit, not a thing that could be supplied.
    return statement.sentence.starts_with("For now") ? statement.sentence
                                                     : "Missing so far: " + lower_first(statement.sentence);
}

std::string finding_words(const ComparedFinding& finding)
{
    if (finding.kind == "ruled-out-by")
        return "rules it out";
    if (finding.kind == "not-yet")
        return "makes it wait";
    return strength_words(finding.statement.strength);
}

std::string answers_in_words(const AspectAdvice& aspect)
{
    std::vector<std::string> known;
    std::vector<std::string> open;
    for (const AspectAnswer& answer : aspect.answers)
    {
        if (answer.known)
            known.push_back(answer.label + ": " + answer.answer);
        else
            open.push_back(answer.label);
    }
    std::string words = known.empty() ? std::string{} : "Your answers: " + foundation::joined(known, "; ") + ".";
    if (!open.empty())
        words += (words.empty() ? "Not answered: " : " Not answered: ") + foundation::joined(open, "; ") + ".";
    return words;
}

} // namespace fedadvise::report
