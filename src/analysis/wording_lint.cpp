#include "analysis/wording_lint.h"

#include "analysis/reading_age.h"
#include "foundation/text_list.h"
#include "rulebase/reader_text.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

namespace fedadvise::analysis
{

using foundation::Place;
using rulebase::ReaderText;
using rulebase::Term;

namespace
{

constexpr std::size_t fewest_words_to_judge = 20;
constexpr std::size_t places_in_a_message = 5;

/// Calls `use` with every form of every term and the term's index.
template <class Use>
void for_each_form(const rulebase::RuleBase& rules, const Use& use)
{
    for (std::size_t t = 0; t < rules.terms.size(); ++t)
    {
        use(rules.terms[t].name, t);
        for (const std::string& form : rules.terms[t].also)
            use(form, t);
    }
}

/// "The text of rule 'MO01'" as it stands inside a sentence.
std::string within_sentence(std::string what)
{
    return what.starts_with("The ") ? "t" + what.substr(1) : what;
}

std::string number_text(std::size_t number)
{
    return std::to_string(number);
}

std::string with_hyphens(std::string term)
{
    std::replace(term.begin(), term.end(), ' ', '-');
    return term;
}

/// A text of the rule base with its words.
struct WordedText
{
    const ReaderText* text = nullptr;
    std::vector<Word> words;
};

class WordingLint
{
public:
    explicit WordingLint(const rulebase::RuleBase& rules) : m_rules(rules), m_texts(rulebase::reader_texts(rules))
    {
        for (const ReaderText& text : m_texts)
            if (text.kind != rulebase::TextKind::EditorsNote)
                m_worded.push_back({&text, words_of(text.text)});
        for_each_form(rules, [this](const std::string& form, std::size_t term) { m_terms.add(form, term); });
    }

    std::vector<RuleFinding> take()
    {
        find_unexplained_terms();
        find_old_reading_ages();
        find_long_sentences();
        find_unused_terms();
        find_unused_sources();
        return std::move(m_findings);
    }

private:
    void report(std::string code, std::vector<std::string> about, const Place& place, std::string message,
                std::string advice)
    {
        m_findings.push_back(
            {std::move(code), std::move(about), place, std::move(message), std::move(advice), std::nullopt});
    }

    /// The terms and other names that nobody has to explain where they stand.
    Phrases explained() const
    {
        Phrases phrases;
        for_each_form(m_rules, [&](const std::string& form, std::size_t) { phrases.add(form); });
        for (const rulebase::Jargon& jargon : m_rules.jargon)
            for (const std::string& name : jargon.known)
                phrases.add(name);
        for (const rulebase::SetupGuide& guide : m_rules.setups)
            for (const rulebase::SetupTask& task : guide.tasks)
            {
                phrases.add(task.form);
                for (const Word& word : words_of(task.form)) // "IN01 and CIC36" names two forms
                    if (std::any_of(word.key.begin(), word.key.end(), [](char c) { return c >= '0' && c <= '9'; }))
                        phrases.add(word.key);
            }
        return phrases;
    }

    void find_unexplained_terms()
    {
        const Phrases known = explained();
        std::vector<std::string> names;
        Phrases watched;
        for (const rulebase::Jargon& jargon : m_rules.jargon)
            for (const std::string& word : jargon.words)
            {
                watched.add(word, names.size());
                names.push_back(word);
            }
        std::map<std::string, std::vector<const ReaderText*>> unexplained;
        for (const WordedText& worded : m_worded)
        {
            std::size_t known_until = 0;
            for (std::size_t i = 0; i < worded.words.size(); ++i)
            {
                if (const auto matches = known.at(worded.words, i); !matches.empty())
                    known_until = std::max(known_until, i + matches.front().words);
                if (i < known_until)
                    continue;
                if (const auto matches = watched.at(worded.words, i); !matches.empty())
                    unexplained[names[matches.front().tag]].push_back(worded.text);
                else if (is_acronym(worded.words[i].key))
                    unexplained[worded.words[i].key].push_back(worded.text);
            }
        }
        for (const auto& [name, users] : unexplained)
            report_unexplained(name, users);
    }

    void report_unexplained(const std::string& name, const std::vector<const ReaderText*>& users)
    {
        std::vector<std::string> places;
        for (const ReaderText* user : users)
            if (const std::string what = within_sentence(user->what);
                std::find(places.begin(), places.end(), what) == places.end())
                places.push_back(what);
        const std::size_t more = places.size() - std::min(places.size(), places_in_a_message);
        places.resize(places.size() - more);
        if (more > 0)
            places.push_back(number_text(more) + " more");
        report("lint.unexplained-term", {users.front()->id, with_hyphens(name)}, users.front()->place,
               "Nothing explains '" + name + "', which stands in " + foundation::joined_as_sentence(places) + ".",
               "Say it in everyday words, or add a <term> for it to the glossary.");
    }

    void judge_reading_age(const std::string& what, const std::string& id, const Place& place, const std::string& text,
                           const Phrases& familiar)
    {
        const std::vector<Word> words = words_of(text);
        const int at_most = *m_rules.settings.reading_age_at_most;
        if (words.size() < fewest_words_to_judge)
            return;
        if (const foundation::Fixed age = reading_age(words, familiar); age > foundation::Fixed::from_integer(at_most))
            report("lint.reading-age", {id}, place,
                   what + " '" + id + "' reads as for people of " +
                       std::to_string((age.millionths + 999'999) / 1'000'000) + " and older; the limit is " +
                       std::to_string(at_most) + ".",
                   "Part long sentences, and say it in shorter, everyday words.");
    }

    void find_old_reading_ages()
    {
        if (!m_rules.settings.reading_age_at_most)
            return;
        const Phrases familiar = familiar_phrases(m_rules);
        for (const rulebase::Rule& rule : m_rules.rules)
            judge_reading_age("Rule", rule.id.value, rule.place, rule.text + "\n" + rule.reason, familiar);
        for (const rulebase::Question& question : m_rules.questions)
            judge_reading_age("Question", question.id.value, question.place,
                              question.prompt + "\n" + question.help + "\n" + question.why, familiar);
    }

    void find_long_sentences()
    {
        if (!m_rules.settings.longest_sentence)
            return;
        const auto at_most = static_cast<std::size_t>(std::max(0, *m_rules.settings.longest_sentence));
        for (const WordedText& worded : m_worded)
            for (std::size_t begin = 0, end = 0; begin < worded.words.size(); begin = end)
            {
                while (end < worded.words.size() && worded.words[end].sentence == worded.words[begin].sentence)
                    ++end;
                if (worded.text->kind == rulebase::TextKind::Sentences && end - begin > at_most)
                    report_long(worded, begin, end, at_most);
            }
    }

    void report_long(const WordedText& worded, std::size_t begin, std::size_t end, std::size_t at_most)
    {
        constexpr std::size_t words_to_quote = 6;
        std::vector<std::string> quoted;
        for (std::size_t i = begin; i < end && quoted.size() < words_to_quote; ++i)
            quoted.emplace_back(worded.words[i].written);
        report("lint.long-sentence", {worded.text->id}, worded.text->place,
               worded.text->what + " has a sentence of " + number_text(end - begin) + " words, '" +
                   foundation::joined(quoted, " ") + " …'; the limit is " + number_text(at_most) + ".",
               "Part it in two.");
    }

    /// Also the names of laws and forms count, which are quoted to people as they are.
    void find_unused_terms()
    {
        std::vector<bool> used(m_rules.terms.size());
        const auto note = [&](const std::vector<Word>& words, const Place* own)
        {
            for (std::size_t i = 0; i < words.size(); ++i)
                for (const Phrases::Match& match : m_terms.at(words, i))
                    if (own == nullptr || *own != m_rules.terms[match.tag].place)
                        used[match.tag] = true;
        };
        for (const WordedText& worded : m_worded)
            note(worded.words, &worded.text->place);
        for (const rulebase::Rule& rule : m_rules.rules)
            note(words_of(rule.law), nullptr);
        for (const rulebase::Vehicle& vehicle : m_rules.vehicles)
            note(words_of(vehicle.law), nullptr);
        for (const rulebase::SetupGuide& guide : m_rules.setups)
            for (const rulebase::SetupTask& task : guide.tasks)
                note(words_of(task.form), nullptr);
        for (std::size_t t = 0; t < used.size(); ++t)
            if (const Term& term = m_rules.terms[t]; !used[t])
                report("lint.unused-term", {term.id}, term.place,
                       "The glossary explains '" + term.name + "', but no text uses it.",
                       "Remove the term, or add the form that the texts use to also=.");
    }

    void find_unused_sources()
    {
        std::set<rulebase::SourceId> cited;
        const auto note = [&](const auto& things)
        {
            for (const auto& thing : things)
                cited.insert(thing.sources.begin(), thing.sources.end());
        };
        note(m_rules.rules);
        note(m_rules.models);
        note(m_rules.vehicles);
        note(m_rules.lessons);
        note(m_rules.terms);
        for (const rulebase::SetupGuide& guide : m_rules.setups)
            note(guide.tasks);
        for (const rulebase::Path& path : m_rules.paths)
            note(path.stages);
        note(m_rules.frameworks);
        for (const rulebase::Framework& framework : m_rules.frameworks)
            for (const rulebase::FrameworkArea& area : framework.areas)
                note(area.items);
        for (const rulebase::Inspiration& inspiration : m_rules.inspirations)
            cited.insert(inspiration.source);
        for (const rulebase::Source& source : m_rules.sources)
            if (!cited.contains(source.id))
                report("lint.unused-source", {source.id.value}, source.place,
                       "Nothing cites the source '" + source.id.value + "'.", "Remove it, or cite it where it counts.");
    }

    const rulebase::RuleBase& m_rules;
    std::vector<ReaderText> m_texts;
    std::vector<WordedText> m_worded;
    Phrases m_terms; ///< tagged with the term's index
    std::vector<RuleFinding> m_findings;
};

} // namespace

const std::vector<std::string>& wording_codes()
{
    static const std::vector<std::string> codes = {"lint.unexplained-term", "lint.reading-age", "lint.long-sentence",
                                                   "lint.unused-term", "lint.unused-source"};
    return codes;
}

std::vector<RuleFinding> lint_wording(const rulebase::RuleBase& rules)
{
    return WordingLint(rules).take();
}

Phrases familiar_phrases(const rulebase::RuleBase& rules)
{
    Phrases phrases;
    for_each_form(rules, [&](const std::string& form, std::size_t) { phrases.add(form); });
    for (const rulebase::Model& model : rules.models)
        phrases.add(model.name);
    for (const rulebase::Vehicle& vehicle : rules.vehicles)
        phrases.add(vehicle.name);
    for (const rulebase::Jargon& jargon : rules.jargon)
        for (const std::string& name : jargon.known)
            phrases.add(name);
    return phrases;
}

} // namespace fedadvise::analysis
