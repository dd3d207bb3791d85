#include "casefile/merge.h"

#include "casefile/case_file.h"
#include "casefile/merge_people.h"
#include "casefile/same_practice.h"
#include "foundation/text_list.h"

#include <algorithm>
#include <iterator>
#include <set>
#include <tuple>
#include <utility>

namespace fedadvise::casefile
{

using foundation::Diagnostic;
using foundation::Severity;

namespace
{

std::string quoted(const std::string& text)
{
    return "\"" + text + "\"";
}

/// A practice of the result, as far as it has come together.
struct Gathered
{
    std::set<std::string> ids;
    std::set<std::string> names;
    std::string ods_code;
    Said said;
    People people;
};

/// A practice of one file, and which of the result it is.
struct InFile
{
    std::size_t file;
    std::string id;
    std::size_t same; ///< its number in the result
};

/// A variant without its id, whose practices are called as in the result.
struct GatheredVariant
{
    Variant variant;
    std::set<std::string> ids;
};

class Merge
{
public:
    explicit Merge(std::vector<MergeFile> files) : m_files(std::move(files))
    {
        std::stable_sort(m_files.begin(), m_files.end(),
                         [](const MergeFile& one, const MergeFile& other) { return one.name < other.name; });
    }

    Merged run(const rulebase::RuleBase& rules)
    {
        if (!check_cases())
            return std::move(m_merged);
        gather_practices();
        gather_group();
        gather_responses();
        Case group = settled();
        check_size(group, rules);
        if (!foundation::has_errors(m_merged.diagnostics))
            m_merged.group = std::move(group);
        return std::move(m_merged);
    }

private:
    const Case* case_at(std::size_t file) const { return std::get_if<Case>(&m_files[file].content); }

    void refuse(const char* code, const std::string& file, std::string message, std::string advice)
    {
        m_merged.diagnostics.push_back(
            {code, Severity::Error, {file, 0, 0, ""}, std::move(message), std::move(advice)});
    }
    /// Files of one case only, and at least one of them a case.
    bool check_cases()
    {
        std::map<std::string, std::set<std::string>> files_of; // by the id of the case
        for (std::size_t i = 0; i < m_files.size(); ++i)
            if (const Case* group = case_at(i))
            {
                ++m_merged.report.cases;
                if (!group->id.empty())
                    files_of[group->id].insert(m_files[i].name);
            }
        if (m_merged.report.cases == 0)
            refuse("merge.no-case", "", "None of the files is a case.",
                   "Name the case (*.fedcase) that the answers belong to as well.");
        if (!files_of.empty())
            m_id = files_of.begin()->first;
        if (files_of.size() > 1)
            for (const auto& [id, files] : files_of)
                for (const std::string& file : files)
                    refuse("merge.other-case", file, "The file holds the case with the id " + quoted(id) + ".",
                           "These are different cases. Merge the files of one case at a time.");
        return m_merged.diagnostics.empty();
    }
    void gather_practices()
    {
        std::vector<KnownPractice> known;
        for (std::size_t i = 0; i < m_files.size(); ++i)
            if (const Case* group = case_at(i))
                for (const Practice& practice : group->practices)
                {
                    known.push_back(known_practice(*group, practice));
                    m_in_files.push_back({i, practice.id, 0});
                }
        const std::vector<std::size_t> same = same_practices(known);
        for (std::size_t i = 0; i < known.size(); ++i)
        {
            m_practices.resize(std::max(m_practices.size(), same[i] + 1));
            m_in_files[i].same = same[i];
            Gathered& gathered = m_practices[same[i]];
            gathered.ids.insert(known[i].ids.begin(), known[i].ids.end());
            gathered.names.insert(known[i].names.begin(), known[i].names.end());
            if (!known[i].ods_code.empty())
                gathered.ods_code = known[i].ods_code;
        }
        put_in_order();
        for (const InFile& place : m_in_files)
            for (const Practice& practice : case_at(place.file)->practices)
                if (practice.id == place.id)
                    gather(practice, place);
        name_practices();
    }
    /// An order that does not depend on that of the files.
    void put_in_order()
    {
        std::vector<std::size_t> order(m_practices.size());
        for (std::size_t i = 0; i < order.size(); ++i)
            order[i] = i;
        std::sort(order.begin(), order.end(),
                  [&](std::size_t a, std::size_t b)
                  {
                      const Gathered& one = m_practices[a];
                      const Gathered& other = m_practices[b];
                      const std::string id = first_id(one.ids), other_id = first_id(other.ids);
                      if (id != other_id)
                          return is_natural_order(id, other_id);
                      return std::tie(one.names, one.ods_code, one.ids) <
                             std::tie(other.names, other.ods_code, other.ids);
                  });
        std::vector<Gathered> sorted;
        std::vector<std::size_t> place_of(order.size());
        for (std::size_t i = 0; i < order.size(); ++i)
        {
            place_of[order[i]] = i;
            sorted.push_back(std::move(m_practices[order[i]]));
        }
        m_practices = std::move(sorted);
        for (InFile& place : m_in_files)
            place.same = place_of[place.same];
    }
    void gather(const Practice& practice, const InFile& place)
    {
        const std::string& file = m_files[place.file].name;
        std::vector<Conflict> about_practice, about_people;
        for (const Conflict& conflict : case_at(place.file)->conflicts)
            if (conflict.practice == practice.id)
                (conflict.respondent.empty() ? about_practice : about_people).push_back(conflict);
        Gathered& gathered = m_practices[place.same];
        Cells cells = cells_of(practice);
        if (!gathered.ods_code.empty() && !practice.ods_code.empty())
            cells[{"ods-code", {}}] = gathered.ods_code; // in capitals
        add(gathered.said, cells, practice.notes, about_practice, file);
        add(gathered.people, practice.respondents, about_people, file);
    }
    void name_practices()
    {
        std::vector<std::set<std::string>> known;
        for (const Gathered& gathered : m_practices)
            known.push_back(gathered.ids);
        m_ids = new_ids(known, 'p');
        for (const InFile& place : m_in_files)
            if (m_ids[place.same] != place.id)
            {
                const auto& names = m_practices[place.same].names;
                m_merged.report.renamed.push_back(
                    {m_files[place.file].name, names.empty() ? "" : *names.begin(), place.id, m_ids[place.same]});
            }
    }
    void gather_group()
    {
        for (std::size_t i = 0; i < m_files.size(); ++i)
        {
            const Case* group = case_at(i);
            if (group == nullptr)
                continue;
            std::vector<Conflict> own;
            std::copy_if(group->conflicts.begin(), group->conflicts.end(), std::back_inserter(own),
                         [](const Conflict& conflict) { return conflict.practice.empty(); });
            add(m_group, cells_of(*group), group->notes, own, m_files[i].name);
            m_round = std::max(m_round, group->round);
            m_version = std::max(m_version, group->version);
            m_unknown_conflicts.insert(group->unknown_conflicts.begin(), group->unknown_conflicts.end());
            for (const Variant& variant : group->variants)
                gather(variant, i);
        }
    }
    /// What the result calls a practice of a file.
    std::string id_of(std::size_t file, const std::string& practice) const
    {
        for (const InFile& place : m_in_files)
            if (place.file == file && place.id == practice)
                return m_ids[place.same];
        return {};
    }
    void gather(Variant variant, std::size_t file)
    {
        std::set<std::string> ids(variant.other_ids.begin(), variant.other_ids.end());
        if (ids.empty())
            ids = {variant.id};
        variant.id.clear();
        variant.other_ids.clear();
        for (std::string& practice : variant.without)
            practice = id_of(file, practice);
        std::sort(variant.without.begin(), variant.without.end(), is_natural_order);
        for (AnswerChange& change : variant.changes)
            if (!change.practice.empty())
                change.practice = id_of(file, change.practice);
        std::sort(variant.changes.begin(), variant.changes.end(),
                  [](const AnswerChange& one, const AnswerChange& other)
                  {
                      return one.practice == other.practice ? one.question < other.question
                                                            : is_natural_order(one.practice, other.practice);
                  });
        Case alone;
        alone.variants = {variant};
        GatheredVariant& gathered = m_variants[case_text(alone)];
        gathered.variant = std::move(variant);
        gathered.ids.insert(ids.begin(), ids.end());
    }

    // Responses.
    void gather_responses()
    {
        for (const MergeFile& file : m_files)
            if (const auto* response = std::get_if<Response>(&file.content))
            {
                const auto practice = practice_of(response->to, file.name);
                if (!practice)
                    continue;
                ++m_merged.report.responses;
                add(m_practices[*practice].people, {response->respondent}, {}, file.name);
            }
            else if (std::holds_alternative<Invitation>(file.content))
                m_merged.report.invitations.push_back(file.name);
    }
    void leave_out(const std::string& file, std::string reason, std::string advice)
    {
        m_merged.report.strangers.push_back({file, std::move(reason), std::move(advice)});
    }
    /// Nothing, after the file was reported as a stranger, when it belongs elsewhere.
    std::optional<std::size_t> practice_of(const Invitation& to, const std::string& file)
    {
        const bool by_id = !to.case_id.empty() && !m_id.empty();
        const std::set<std::string> titles = texts_of(m_group, "title");
        const bool same_title = titles.contains(to.case_title) || (titles.empty() && to.case_title.empty());
        if (by_id ? to.case_id != m_id : !same_title)
        {
            leave_out(file, "It answers another case, " + quoted(to.case_title) + ".",
                      "Merge it with the case that the invitation came from.");
            return std::nullopt;
        }
        const auto found = find_practice(to, by_id);
        if (!found)
            leave_out(file,
                      "It answers for " + quoted(to.practice_name) +
                          (to.ods_code.empty() ? "" : " (" + to.ods_code + ")") + ", which is not in this case.",
                      "Add the practice to the case, or invite it again.");
        return found;
    }
    std::optional<std::size_t> find_practice(const Invitation& to, bool same_case) const
    {
        std::string code = to.ods_code;
        std::transform(code.begin(), code.end(), code.begin(),
                       [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
        for (std::size_t i = 0; i < m_practices.size() && !code.empty(); ++i)
            if (m_practices[i].ods_code == code)
                return i;
        const auto fits = [&](std::size_t i) { return code.empty() || m_practices[i].ods_code.empty(); };
        for (std::size_t i = 0; i < m_practices.size(); ++i)
            if (fits(i) && m_practices[i].ids.contains(to.practice) &&
                (m_practices[i].names.contains(to.practice_name) ||
                 (m_practices[i].names.empty() && to.practice_name.empty())))
                return i;
        if (!same_case)
            return std::nullopt;
        // The practice was renamed after the invitation.
        std::set<std::size_t> called_so;
        for (const InFile& place : m_in_files)
            if (place.id == to.practice && fits(place.same))
                called_so.insert(place.same);
        return called_so.size() == 1 ? std::optional<std::size_t>(*called_so.begin()) : std::nullopt;
    }

    // The result.
    Case settled()
    {
        Case group;
        group.id = m_id;
        group.version = m_version;
        group.round = m_round;
        settle(m_group, Conflict{}, group, group.conflicts);
        std::map<std::string, std::size_t, decltype(&is_natural_order)> order(&is_natural_order);
        for (std::size_t i = 0; i < m_ids.size(); ++i)
            order.emplace(m_ids[i], i);
        for (const auto& [id, i] : order)
        {
            Conflict place;
            place.practice = id;
            Practice practice;
            practice.id = id;
            practice.other_ids = other_ids(m_practices[i].ids, id);
            settle(m_practices[i].said, place, practice, group.conflicts);
            casefile::settle(m_practices[i].people, practice, group.conflicts, m_merged.report);
            group.practices.push_back(std::move(practice));
        }
        group.unknown_conflicts.assign(m_unknown_conflicts.begin(), m_unknown_conflicts.end());
        settle_variants(group);
        for (const Conflict& conflict : group.conflicts)
            if (is_open(group, conflict))
                m_merged.report.open.push_back(conflict);
        return group;
    }
    void settle_variants(Case& group) const
    {
        std::vector<const GatheredVariant*> order;
        for (const auto& [content, gathered] : m_variants)
            order.push_back(&gathered);
        std::stable_sort(order.begin(), order.end(),
                         [](const GatheredVariant* one, const GatheredVariant* other)
                         { return is_natural_order(first_id(one->ids), first_id(other->ids)); });
        std::vector<std::set<std::string>> known;
        for (const GatheredVariant* gathered : order)
            known.push_back(gathered->ids);
        const std::vector<std::string> ids = new_ids(known, 'v');
        for (std::size_t i = 0; i < order.size(); ++i)
        {
            group.variants.push_back(order[i]->variant);
            group.variants.back().id = ids[i];
            group.variants.back().other_ids = other_ids(order[i]->ids, ids[i]);
        }
        std::sort(group.variants.begin(), group.variants.end(),
                  [](const Variant& one, const Variant& other) { return is_natural_order(one.id, other.id); });
    }
    /// What cannot be opened again is no result.
    void check_size(const Case& group, const rulebase::RuleBase& rules)
    {
        const LoadedCase again = read_case(case_text(group), "", rules);
        for (const Diagnostic& diagnostic : again.diagnostics)
            if (diagnostic.severity == Severity::Error)
                refuse(diagnostic.code.c_str(), "",
                       "All together would be no case that can be opened: " + diagnostic.message,
                       "Merge fewer files, or shorten what the files say there.");
    }

    std::vector<MergeFile> m_files;
    Merged m_merged;
    std::string m_id;
    int m_round = 1;
    int m_version = 1;
    std::vector<InFile> m_in_files;
    std::vector<Gathered> m_practices;
    std::vector<std::string> m_ids; ///< of m_practices in the result
    Said m_group;
    std::map<std::string, GatheredVariant> m_variants; ///< by their content
    std::set<std::string> m_unknown_conflicts;
};

} // namespace

Merged merge(std::vector<MergeFile> files, const rulebase::RuleBase& rules)
{
    return Merge(std::move(files)).run(rules);
}

} // namespace fedadvise::casefile
