#include "report/provenance.h"

#include "foundation/text_list.h"
#include "report/rule_book_terms.h"
#include "report/wording.h"

#include <algorithm>
#include <set>

namespace fedadvise::report
{

namespace
{

using document::Paragraph;
using document::Row;

constexpr std::size_t shown_of_digest = 12;

std::int64_t rules_of(const ReportInput& input)
{
    return static_cast<std::int64_t>(input.rules.rules.size());
}

std::string considered(const ReportInput& input)
{
    const auto answers =
        static_cast<std::int64_t>(std::count_if(input.advice.answers.begin(), input.advice.answers.end(),
                                                [](const AnswerLine& line) { return line.answer != "Not answered"; }));
    const auto practices = static_cast<std::int64_t>(input.group.practices.size());
    return "This rests on " + counted(answers, "answers") +
           (practices == 0 ? "" : " about the group and " + counted(practices, "practices")) + ", judged by " +
           counted(rules_of(input), "rules") + ". " +
           (input.advice.open_questions.empty()
                ? "No question that the rules look at is open."
                : counted(static_cast<std::int64_t>(input.advice.open_questions.size()), "questions") +
                      " that the rules look at " + (input.advice.open_questions.size() == 1 ? "is" : "are") +
                      " still open.");
}

/// Calls `look` with every text that people read as running text; with or without what is strong: names and leads.
template <class Look>
void each_text(const Block& block, bool with_strong, Look look)
{
    const auto running = [&](const Text& text)
    {
        std::string letters;
        for (const document::Run& run : text)
            letters += with_strong || !run.strong ? run.text : std::string(" ");
        look(letters);
    };
    const auto paragraph = [&](const Paragraph& p)
    {
        if (p.tone != Tone::Small)
            running(p.text);
    };
    if (const auto* one = std::get_if<Paragraph>(&block.value))
        paragraph(*one);
    else if (const auto* list = std::get_if<document::List>(&block.value))
        for (const document::ListItem& item : list->items)
        {
            running(item.text);
            for (const Paragraph& more : item.more)
                paragraph(more);
        }
    else if (const auto* table = std::get_if<document::Table>(&block.value))
        for (const Row& row : table->rows)
            for (const document::Cell& cell : row.cells)
                for (const Paragraph& p : cell.paragraphs)
                    paragraph(p);
}

using Terms = std::vector<const rulebase::Term*>;

std::string first_sentence(const std::string& text)
{
    const std::size_t end = text.find(". ");
    return end == std::string::npos ? text : text.substr(0, end + 1);
}

Text explained(const Terms& terms, bool in_short)
{
    Text text = document::plain(terms.size() == 1 ? "In plain words: " : "In plain words:");
    for (const rulebase::Term* term : terms)
    {
        text.push_back({(terms.size() == 1 ? "" : " ") + term->name, true, false, {}, {}});
        text.push_back(
            {" – " + lower_first(in_short ? first_sentence(term->plain) : term->plain), false, false, {}, {}});
    }
    return text;
}

class Explainer
{
public:
    Explainer(const rulebase::RuleBase& rules, bool with_strong) : m_finder(rules.terms), m_with_strong(with_strong) {}

    Terms new_words(const Block& block)
    {
        Terms found;
        each_text(block, m_with_strong,
                  [&](const std::string& text)
                  {
                      for (const TermUse& use : m_finder.first_uses(text, m_seen))
                          found.push_back(use.term);
                  });
        return found;
    }

    std::vector<Block> explain(std::vector<Block> blocks)
    {
        std::vector<Block> all;
        Terms waiting; // a box of leading sentences is not torn apart
        for (Block& block : blocks)
        {
            const auto* paragraph = std::get_if<Paragraph>(&block.value);
            if (paragraph == nullptr || paragraph->tone != Tone::Lead)
                flush(waiting, all);
            if (auto* fold = std::get_if<document::Fold>(&block.value))
                fold->blocks = explain(std::move(fold->blocks));
            else
            {
                const Terms found = new_words(block);
                waiting.insert(waiting.end(), found.begin(), found.end());
            }
            all.push_back(std::move(block));
        }
        flush(waiting, all);
        return all;
    }

private:
    static void flush(Terms& waiting, std::vector<Block>& blocks)
    {
        if (!waiting.empty())
            blocks.emplace_back(Paragraph{explained(waiting, false), Tone::Small, {}});
        waiting.clear();
    }

    TermFinder m_finder;
    std::set<std::string> m_seen;
    bool m_with_strong;
};

void collect_links(const std::vector<Block>& blocks, std::set<std::string>& links)
{
    const auto note = [&](const Text& text)
    {
        for (const document::Run& run : text)
            links.insert(run.link);
    };
    for (const Block& block : blocks)
        if (const auto* paragraph = std::get_if<Paragraph>(&block.value))
            note(paragraph->text);
        else if (const auto* list = std::get_if<document::List>(&block.value))
            for (const document::ListItem& item : list->items)
            {
                note(item.text);
                for (const Paragraph& more : item.more)
                    note(more.text);
            }
        else if (const auto* table = std::get_if<document::Table>(&block.value))
            for (const Row& row : table->rows)
                for (const document::Cell& cell : row.cells)
                    for (const Paragraph& p : cell.paragraphs)
                        note(p.text);
        else if (const auto* fold = std::get_if<document::Fold>(&block.value))
            collect_links(fold->blocks, links);
}

} // namespace

void add_provenance(Draft& draft, const ReportInput& input)
{
    const Advice& advice = input.advice;
    draft.heading(2, "Where this comes from", "origin");
    draft.say(advice.disclaimer, Tone::Notice);
    draft.headed_items(3, "What was considered", {considered(input)});
    draft.headed_items(3, "What was not considered", advice.not_considered);
    draft.heading(3, "How to get the same advice again");
    draft.say("The same answers, rules and date always give the same advice. Open the case in Federation Adviser, or "
              "run “fedadvise assess” on it with “--as-at " +
              advice.as_at + "”.");
    draft.table(
        "What it was made from", {{"What", 3}, {"Value", 9}},
        {row_of({"Case", advice.title + (advice.variant.empty() ? "" : ", variant " + advice.variant_name)}),
         row_of({"Law as it stands on", advice.as_at_words}),
         row_of({"Date of the case", input.group.as_at ? foundation::date_in_words(*input.group.as_at)
                                                       : "None: the day of the assessment counts"}),
         row_of({"Rules", advice.rules_id + ", version " + advice.rules_version + ", as at " + advice.rules_as_at}),
         row_of({"Fingerprint of the rules (SHA-256)", advice.rules_sha256}),
         row_of({"Fingerprint of the answers (SHA-256)", casefile::digest_of(input.group)})});
}

std::string provenance_in_short(const ReportInput& input)
{
    const Advice& advice = input.advice;
    return considered(input) + " Rules: " + advice.rules_id + " " + advice.rules_version + " (" +
           advice.rules_sha256.substr(0, shown_of_digest) + "), law of " + advice.as_at_words + ", answers " +
           casefile::digest_of(input.group).substr(0, shown_of_digest) +
           ". The full rationale has the sources, what was not considered, and how to get the same advice again. " +
           advice.disclaimer;
}

void add_sources(document::Document& document, const ReportInput& input)
{
    std::set<std::string> links;
    collect_links(document.blocks, links);
    std::vector<Row> rows;
    for (const rulebase::Source& source : input.rules.sources)
    {
        if (!links.contains("#source-" + source.id.value))
            continue;
        const bool due = rulebase::is_past_review(source, *foundation::parse_date(input.advice.as_at));
        Row row = row_of({source.id.value, source.title, source.publisher, source.year,
                          foundation::date_in_words(source.checked),
                          due ? "It was due to be checked again on " + foundation::date_in_words(source.review) + "."
                              : foundation::date_in_words(source.review)},
                         "source-" + source.id.value);
        for (document::Cell& cell : row.cells) // titles are other people's words
            for (Paragraph& paragraph : cell.paragraphs)
                paragraph.tone = Tone::Small;
        rows.push_back(std::move(row));
    }
    if (rows.empty())
        return;
    Draft draft;
    draft.heading(2, "Sources", "sources");
    draft.table("Sources of the statements above",
                {{"Source", 2}, {"Title", 5}, {"Publisher", 3}, {"Year", 1}, {"Checked", 2}, {"Review by", 2}},
                std::move(rows));
    for (Block& block : draft.take())
        document.blocks.push_back(std::move(block));
}

void explain_words(document::Document& document, const rulebase::RuleBase& rules, std::string_view place)
{
    // A page has no room for the names of all the options that it lists; the full rationale explains each.
    Explainer explainer(rules, place.empty());
    if (place.empty())
    {
        document.blocks = explainer.explain(std::move(document.blocks));
        return;
    }
    Terms all;
    for (const Block& block : document.blocks)
        for (const rulebase::Term* term : explainer.new_words(block))
            all.push_back(term);
    const auto found = std::find_if(document.blocks.begin(), document.blocks.end(),
                                    [&](const Block& block)
                                    {
                                        const auto* paragraph = std::get_if<Paragraph>(&block.value);
                                        return paragraph != nullptr && paragraph->id == place;
                                    });
    if (!all.empty())
        document.blocks.insert(found, Paragraph{explained(all, true), Tone::Small, {}});
}

} // namespace fedadvise::report
