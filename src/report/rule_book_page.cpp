#include "report/rule_book_page.h"

#include "foundation/number_text.h"
#include "report/wording.h"
#include "rulebase/condition_validator.h"

#include <algorithm>
#include <array>

namespace fedadvise::report
{

namespace
{

/// The words of a blank that the program fills for a group; empty when it is no placeholder.
std::string blank_words(const rulebase::RuleBase& rules, std::string_view name)
{
    constexpr std::string_view lowest = "lowest:";
    constexpr std::string_view highest = "highest:";
    const auto label = [&](std::string_view id) -> std::string
    {
        const rulebase::Question* question = rulebase::find_question(rules, {std::string{id}});
        return question == nullptr ? "" : lower_first(short_label(rules, question->id));
    };
    const auto named = [&](std::string_view before, std::string_view id) -> std::string
    {
        const std::string words = label(id);
        return words.empty() ? "" : std::string{before} + words;
    };
    if (name == "as-at")
        return "day of the advice";
    if (name.starts_with(lowest))
        return named("lowest answer: ", name.substr(lowest.size()));
    if (name.starts_with(highest))
        return named("highest answer: ", name.substr(highest.size()));
    const std::vector<std::string> measures = rulebase::measure_names(rules);
    if (std::find(measures.begin(), measures.end(), name) != measures.end())
        return "figure: " + measure_in_words(rules, std::string{name});
    return named("answer: ", name);
}

} // namespace

std::string anchor(std::string_view kind, std::string_view id)
{
    constexpr std::string_view digits = "0123456789abcdef";
    std::string name = std::string{kind} + "-";
    for (const char c : id)
    {
        const bool plain =
            (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '.';
        if (plain)
        {
            name += c;
            continue;
        }
        const auto byte = static_cast<unsigned char>(c);
        name += {'_', digits[byte / 16U], digits[byte % 16U]};
    }
    return name;
}

BookPage::BookPage(const rulebase::RuleBase& rules) : m_rules(rules), m_terms(rules.terms)
{
    for (const rulebase::Rule& rule : rules.rules)
    {
        if (rule.when)
            for (const rulebase::QuestionId& question : rulebase::questions_of(rules, *rule.when))
                m_used_by[question].push_back(rule.id);
        for (const rulebase::SourceId& source : rule.sources)
            m_rested_on_by[source].push_back(rule.id);
    }
}

void BookPage::part(std::string_view id, const std::string& title)
{
    end_parts();
    ++m_parts;
    m_seen.clear();
    const std::string numbered = foundation::with_thousands(m_parts) + ". " + title;
    m_headings.push_back({2, std::string{id}, numbered});
    m_markup.open("section", {{"class", "part"}, {"id", id}, {"aria-labelledby", std::string{id} + "-heading"}});
    m_markup.element("h2", numbered, {{"id", std::string{id} + "-heading"}});
}

void BookPage::end_parts()
{
    if (m_parts > 0)
        m_markup.close("section");
}

void BookPage::heading(int level, const std::string& id, const std::string& title)
{
    m_seen.clear();
    m_headings.push_back({level, id, title});
    m_markup.element("h" + foundation::with_thousands(level), title, {{"id", id}});
}

void BookPage::entry(int level, std::string_view element_class, const std::string& anchor_id, const std::string& title,
                     std::string_view cited_id)
{
    m_seen.clear();
    const std::string head = "h" + foundation::with_thousands(level);
    m_markup.open("article", {{"class", element_class}, {"id", anchor_id}});
    m_markup.ready("<" + head + ">");
    if (!cited_id.empty())
        m_markup.element("span", cited_id, {{"class", "cited"}}).text(" ");
    m_markup.text(title).close(head);
}

void BookPage::end_entry()
{
    m_markup.close("article");
}

void BookPage::terms_in(std::string_view words)
{
    std::size_t at = 0;
    for (const TermUse& use : m_terms.first_uses(words, m_seen))
    {
        m_markup.text(words.substr(at, use.begin - at));
        m_markup.element("a", words.substr(use.begin, use.end - use.begin),
                         {{"class", "term"}, {"href", "#" + anchor("term", use.term->id)}});
        at = use.end;
    }
    m_markup.text(words.substr(at));
}

void BookPage::text(std::string_view words)
{
    while (!words.empty())
    {
        const std::size_t open = words.find('{');
        const std::size_t close = open == std::string_view::npos ? open : words.find('}', open);
        if (close == std::string_view::npos)
            return terms_in(words);
        const std::string blank = blank_words(m_rules, words.substr(open + 1, close - open - 1));
        terms_in(words.substr(0, blank.empty() ? open + 1 : open));
        if (!blank.empty())
            m_markup.element("span", "[" + blank + "]", {{"class", "blank"}});
        words.remove_prefix(blank.empty() ? open + 1 : close + 1);
    }
}

void BookPage::paragraph(std::string_view words)
{
    if (words.empty())
        return;
    m_markup.ready("<p>");
    text(words);
    m_markup.close("p");
}

void BookPage::paragraph(std::string_view bold, std::string_view words)
{
    if (words.empty())
        return;
    m_markup.ready("<p>").element("strong", bold).text(" ");
    text(words);
    m_markup.close("p");
}

void BookPage::phrase(const Phrase& phrase)
{
    for (const Piece& piece : phrase)
        if (const auto* question = std::get_if<rulebase::QuestionId>(&piece.names))
            question_link(*question, piece.text);
        else if (const auto* option = std::get_if<rulebase::OptionId>(&piece.names))
            link_if(rulebase::find_model(m_rules, *option) != nullptr ||
                        rulebase::find_vehicle(m_rules, *option) != nullptr,
                    anchor("option", option->value), piece.text);
        else
            text(piece.text);
}

void BookPage::conditions(const std::vector<ConditionWords>& parts)
{
    if (parts.empty())
        return;
    m_markup.open("ul", {{"class", "conditions"}});
    for (const ConditionWords& part : parts)
    {
        m_markup.ready("<li>");
        phrase(part.clause);
        m_markup.text(!part.parts.empty() ? ":" : &part == &parts.back() ? "" : ";");
        conditions(part.parts);
        m_markup.close("li");
    }
    m_markup.close("ul");
}

void BookPage::open_fact(std::string_view name)
{
    m_markup.open("div").element("dt", name).ready("<dd>");
}

void BookPage::close_fact()
{
    m_markup.close("dd").close("div");
}

void BookPage::fact(std::string_view name, std::string_view words)
{
    if (words.empty())
        return;
    open_fact(name);
    text(words);
    close_fact();
}

void BookPage::plain_fact(std::string_view name, std::string_view words)
{
    if (words.empty())
        return;
    open_fact(name);
    m_markup.text(words);
    close_fact();
}

void BookPage::link(const std::string& target, std::string_view words)
{
    m_markup.element("a", words, {{"href", "#" + target}});
}

void BookPage::link_if(bool known, const std::string& target, std::string_view words)
{
    if (known)
        link(target, words);
    else
        m_markup.text(words);
}

void BookPage::rule_links(const std::vector<rulebase::RuleId>& rules)
{
    for (const rulebase::RuleId& id : rules)
    {
        if (&id != rules.data())
            m_markup.text(", ");
        link_if(rulebase::find_rule(m_rules, id) != nullptr, anchor("rule", id.value), id.value);
    }
}

void BookPage::source_links(const std::vector<rulebase::SourceId>& sources)
{
    for (const rulebase::SourceId& id : sources)
    {
        if (&id != sources.data())
            m_markup.text(", ");
        link_if(rulebase::find_source(m_rules, id) != nullptr, anchor("source", id.value), id.value);
    }
}

void BookPage::question_link(const rulebase::QuestionId& question, std::string_view words)
{
    link_if(rulebase::find_question(m_rules, question) != nullptr, anchor("question", question.value), words);
}

void BookPage::option_link(const rulebase::OptionId& option)
{
    if (const rulebase::Model* model = rulebase::find_model(m_rules, option))
        return link(anchor("option", option.value), model->name);
    const rulebase::Vehicle* vehicle = rulebase::find_vehicle(m_rules, option);
    link_if(vehicle != nullptr, anchor("option", option.value), vehicle == nullptr ? option.value : vehicle->name);
}

void BookPage::option_links(const std::vector<rulebase::OptionId>& options)
{
    if (options.empty())
        m_markup.text("None");
    for (const rulebase::OptionId& option : options)
    {
        if (&option != options.data())
            m_markup.text("; ");
        option_link(option);
    }
}

void BookPage::sources_fact(const std::vector<rulebase::SourceId>& sources)
{
    if (sources.empty())
        return;
    open_fact(sources.size() == 1 ? "Source" : "Sources");
    source_links(sources);
    close_fact();
}

void BookPage::cell(std::string_view words)
{
    m_markup.ready("<td>");
    text(words);
    m_markup.close("td");
}

std::vector<rulebase::RuleId> BookPage::rules_that_use(const rulebase::QuestionId& question) const
{
    const auto found = m_used_by.find(question);
    return found == m_used_by.end() ? std::vector<rulebase::RuleId>{} : found->second;
}

std::vector<rulebase::RuleId> BookPage::rules_that_rest_on(const rulebase::SourceId& source) const
{
    const auto found = m_rested_on_by.find(source);
    return found == m_rested_on_by.end() ? std::vector<rulebase::RuleId>{} : found->second;
}

} // namespace fedadvise::report
