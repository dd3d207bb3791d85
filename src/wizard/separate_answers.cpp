// The part of Conversation for practices that answer separately: merged files, conflicts and rounds.
#include "casefile/cells.h"
#include "foundation/text_list.h"
#include "report/merge_words.h"
#include "wizard/conversation.h"

#include <algorithm>
#include <utility>

namespace fedadvise::wizard
{

void Conversation::take_over(casefile::Case merged)
{
    change_variants(
        [&]
        {
            m_file = std::move(merged);
            m_variant.clear(); // its id may be another's now
        });
    std::erase_if(m_written,
                  [&](const Written& written) {
                      return !written.variant.empty() ||
                             (!written.practice.empty() && find_practice(written.practice) == nullptr);
                  });
}

void Conversation::decide_conflict(std::size_t conflict, std::size_t value)
{
    change_variants(
        [&]
        {
            if (casefile::decide(m_file, conflict, value))
                m_variant.clear();
        });
}

void Conversation::start_next_round()
{
    change_variants([&] { ++m_file.round; });
}

void Conversation::give_id(const std::string& id)
{
    if (m_file.id.empty())
        change_variants([&] { m_file.id = id; });
}

const casefile::Conflict* Conversation::find_conflict(const rulebase::Question& question,
                                                      const std::string& practice) const
{
    const auto& conflicts = m_group.conflicts;
    const auto found = std::find_if(conflicts.begin(), conflicts.end(),
                                    [&](const casefile::Conflict& conflict)
                                    {
                                        return conflict.about == "answer" && conflict.question == question.id &&
                                               conflict.practice == practice && conflict.respondent.empty() &&
                                               casefile::is_open(m_group, conflict);
                                    });
    return found == conflicts.end() ? nullptr : &*found;
}

std::string Conversation::conflict_words(const rulebase::Question& question, const std::string& practice) const
{
    const casefile::Conflict* conflict = find_conflict(question, practice);
    if (conflict == nullptr)
        return {};
    std::vector<std::string> said;
    for (const report::ConflictChoice& choice : report::conflict_choices(m_engine.rules(), *conflict))
        said.push_back("“" + choice.words + "”" + (choice.files.empty() ? "" : " (" + choice.files + ")"));
    return "The files that were merged differ here: " + foundation::joined_as_sentence(said, "or") +
           ". Your answer decides.";
}

} // namespace fedadvise::wizard
