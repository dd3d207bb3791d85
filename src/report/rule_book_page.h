// The page of the rule book in the making: headings that become the contents, running text with links, cross
// references.
#pragma once

#include "document/markup.h"
#include "report/condition_words.h"
#include "report/rule_book_terms.h"
#include "rulebase/rule_base.h"

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace fedadvise::report
{

using document::Markup;

/// The id of an element: "rule-HC-01". Bytes that no id should have are written as _ and two hexadecimal digits.
[[nodiscard]] std::string anchor(std::string_view kind, std::string_view id);

/// A heading of the first three levels, for the contents.
struct BookHeading
{
    int level = 2;
    std::string id;
    std::string title;
};

class BookPage
{
public:
    /// The rule base must outlive it.
    explicit BookPage(const rulebase::RuleBase& rules);

    [[nodiscard]] const rulebase::RuleBase& rules() const { return m_rules; }
    [[nodiscard]] Markup& markup() { return m_markup; }
    [[nodiscard]] const std::vector<BookHeading>& headings() const { return m_headings; }

    // Parts and headings

    /// Begins a numbered part and ends the one before.
    void part(std::string_view id, const std::string& title);
    void end_parts();
    /// A heading of level 3 or 4 that the contents list when it is of level 3.
    void heading(int level, const std::string& id, const std::string& title);
    /// What is not a heading of its own, but belongs into the contents below the part.
    void list_in_contents(const std::string& id, const std::string& title) { m_headings.push_back({3, id, title}); }
    /// The heading of an entry, with its id as readers cite it; nothing when the id is empty. Terms link anew from
    /// here.
    void entry(int level, std::string_view element_class, const std::string& anchor_id, const std::string& title,
               std::string_view cited_id);
    void end_entry();

    // Text. Placeholders become blanks in brackets; the first use of a term in an entry links to the glossary.

    void text(std::string_view words);
    void paragraph(std::string_view words);
    /// A paragraph that opens with a few words in bold.
    void paragraph(std::string_view bold, std::string_view words);
    void phrase(const Phrase& phrase);
    /// A list of conditions with the lists inside it.
    void conditions(const std::vector<ConditionWords>& parts);
    /// A term of the glossary must not link to itself.
    void mark_as_seen(const std::string& term) { m_seen.insert(term); }

    // Facts: a list of names and what they are

    void open_facts() { m_markup.open("dl", {{"class", "facts"}}); }
    void close_facts() { m_markup.close("dl"); }
    void open_fact(std::string_view name);
    void close_fact();
    /// Nothing when there are no words.
    void fact(std::string_view name, std::string_view words);
    /// The same without links to the glossary, for names of statutes and the like.
    void plain_fact(std::string_view name, std::string_view words);

    // Cross references; what the rule base does not have is named without a link

    void rule_links(const std::vector<rulebase::RuleId>& rules);
    void source_links(const std::vector<rulebase::SourceId>& sources);
    void question_link(const rulebase::QuestionId& question, std::string_view words);
    void option_link(const rulebase::OptionId& option);
    /// "None" when there is none.
    void option_links(const std::vector<rulebase::OptionId>& options);
    void sources_fact(const std::vector<rulebase::SourceId>& sources);

    // Cells

    void cell(std::string_view words);

    /// The rules whose conditions look at a question.
    [[nodiscard]] std::vector<rulebase::RuleId> rules_that_use(const rulebase::QuestionId& question) const;
    /// The rules that name a source.
    [[nodiscard]] std::vector<rulebase::RuleId> rules_that_rest_on(const rulebase::SourceId& source) const;

private:
    void terms_in(std::string_view words);
    void link(const std::string& target, std::string_view words);
    void link_if(bool known, const std::string& target, std::string_view words);

    const rulebase::RuleBase& m_rules;
    TermFinder m_terms;
    Markup m_markup;
    std::vector<BookHeading> m_headings;
    std::set<std::string> m_seen;
    std::map<rulebase::QuestionId, std::vector<rulebase::RuleId>> m_used_by;
    std::map<rulebase::SourceId, std::vector<rulebase::RuleId>> m_rested_on_by;
    int m_parts = 0;
};

// The parts, in the order of the book.

void write_how_to_read(BookPage& page);
void write_questions(BookPage& page);
void write_models(BookPage& page);
void write_vehicles(BookPage& page);
void write_compatibility(BookPage& page);
/// What options are compared by: a table for each aspect.
void write_aspects(BookPage& page);
/// The parts made of rules: what the law demands, what has to wait, what speaks for and against, and so on.
void write_rules(BookPage& page);
void write_relationship(BookPage& page);
void write_scores(BookPage& page);
void write_set_up(BookPage& page);
void write_path(BookPage& page);
/// What those who commission care will ask; nothing when the rule base has no framework.
void write_frameworks(BookPage& page);
void write_glossary(BookPage& page);
void write_sources(BookPage& page);
void write_limits(BookPage& page);
void write_annexes(BookPage& page);

/// The style of the book, beside the report's own: entries, facts, A4. `footer` stands at the foot of every page on
/// paper.
[[nodiscard]] std::string book_style_sheet(std::string_view footer);

} // namespace fedadvise::report
