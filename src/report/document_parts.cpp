#include "report/document_parts.h"

#include "foundation/number_text.h"
#include "foundation/text_list.h"
#include "report/presentation.h"
#include "report/scenes.h"
#include "report/wording.h"

#include <algorithm>

namespace fedadvise::report
{

using document::Cell;
using document::ListItem;
using document::Paragraph;
using document::Row;
using document::Run;

void Draft::heading(int level, std::string text, std::string id)
{
    m_blocks.emplace_back(document::Heading{level, std::move(text), std::move(id)});
}

void Draft::say(std::string text, Tone tone)
{
    if (!text.empty())
        say(document::plain(std::move(text)), tone);
}

void Draft::say(Text text, Tone tone)
{
    m_blocks.emplace_back(Paragraph{std::move(text), tone, {}});
}

void Draft::say_led(std::string lead, std::string text)
{
    if (!text.empty())
        say(document::led_by(std::move(lead), std::move(text)));
}

void Draft::items(const std::vector<std::string>& lines)
{
    std::vector<ListItem> list_items;
    for (const std::string& line : lines)
        list_items.push_back({document::plain(line), {}});
    list(std::move(list_items));
}

void Draft::headed_items(int level, std::string heading_text, const std::vector<std::string>& lines)
{
    if (lines.empty())
        return;
    heading(level, std::move(heading_text));
    items(lines);
}

void Draft::list(std::vector<ListItem> list_items, bool numbered)
{
    if (!list_items.empty())
        m_blocks.emplace_back(document::List{numbered, std::move(list_items)});
}

void Draft::figure(document::Scene scene, std::string caption)
{
    // What a picture shows always stands in a table or list beside it too.
    m_blocks.emplace_back(document::Figure{std::move(scene), std::move(caption), true});
}

void Draft::fold(std::string label, std::vector<Block> blocks)
{
    m_blocks.emplace_back(document::Fold{std::move(label), std::move(blocks)});
}

void Draft::table(std::string caption, std::vector<document::Column> columns, std::vector<Row> rows)
{
    if (!rows.empty())
        m_blocks.emplace_back(document::Table{std::move(caption), std::move(columns), std::move(rows)});
}

void add_opening(Draft& draft, const Advice& advice, const std::string& about)
{
    draft.say(about + (about.empty() ? "" : " ") + "By the law as it stands on " + advice.as_at_words + ".",
              Tone::Small);
    draft.say(variant_note(advice), Tone::Notice);
    draft.say(advice.review_note, Tone::Notice);
}

Cell cell_of(Text text)
{
    Cell cell;
    cell.paragraphs.push_back({std::move(text), Tone::Normal, {}});
    return cell;
}

Row row_of(std::vector<std::string> cells, std::string id)
{
    Row row;
    row.id = std::move(id);
    for (std::string& text : cells)
        row.cells.push_back(cell_of(document::plain(std::move(text))));
    return row;
}

Run badge_of(const OptionAdvice& option)
{
    Run run;
    run.text = option.band_label;
    run.badge = option.band;
    return run;
}

Text origin_of(const Statement& statement)
{
    std::vector<std::string> parts = {"Rule " + statement.rule};
    if (const std::string strength = strength_words(statement.strength); !strength.empty())
        parts.push_back(strength);
    if (!statement.law.empty())
        parts.push_back("law: " + statement.law);
    if (!statement.status.empty() && statement.status != "in-force")
        parts.push_back("status: " + statement.status);
    parts.push_back("reason " + tag_words(statement.tag));
    if (!statement.because_words.empty())
        parts.push_back("because of " + because_in_short(statement));
    Text text = document::plain(foundation::joined(parts, " · "));
    for (std::size_t i = 0; i < statement.sources.size(); ++i)
    {
        text.push_back({i == 0 ? " · sources: " : ", ", false, false, {}, {}});
        text.push_back({statement.sources[i], false, false, "#source-" + statement.sources[i], {}});
    }
    return text;
}

ListItem item_of(const Statement& statement, bool effect_first)
{
    ListItem item;
    item.text = effect_first && !statement.sentence.empty() ? document::led_by(statement.sentence, statement.text)
                                                            : document::plain(statement.text);
    if (!statement.reason.empty())
        item.more.push_back({document::plain("Why it matters: " + statement.reason), Tone::Normal, {}});
    item.more.push_back({origin_of(statement), Tone::Small, {}});
    if (!statement.review_words.empty())
        item.more.push_back({document::plain(statement.review_words), Tone::Small, {}});
    return item;
}

void add_warnings(Draft& draft, const std::vector<Statement>& warnings)
{
    for (const bool unlawful : {true, false})
        for (const Statement& warning : warnings)
            if ((warning.level == "unlawful") == unlawful)
            {
                draft.say(document::led_by((unlawful ? "Unlawful: " : "Caution: ") + warning.title + ".",
                                           warning.text + (warning.reason.empty() ? "" : " " + warning.reason)),
                          unlawful ? Tone::Warning : Tone::Notice);
                draft.say(origin_of(warning), Tone::Small);
                draft.say(warning.review_words, Tone::Small);
            }
}

namespace
{

std::string open_in_short(const std::vector<Statement>& statements)
{
    const auto against =
        std::count_if(statements.begin(), statements.end(), [](const Statement& s) { return s.strength < 0; });
    const auto for_it =
        std::count_if(statements.begin(), statements.end(), [](const Statement& s) { return s.strength > 0; });
    const auto others = static_cast<std::int64_t>(statements.size()) - for_it - against;
    std::vector<std::string> parts;
    if (for_it > 0)
        parts.push_back(foundation::with_thousands(for_it) + " more for it");
    if (against > 0)
        parts.push_back(foundation::with_thousands(against) + " more against it");
    if (others > 0)
        parts.push_back(foundation::with_thousands(others) + " that would limit it or ask for something");
    return "Rules that open answers could still bring: " + foundation::joined_as_sentence(parts) + ".";
}

} // namespace

void add_option(Draft& draft, const OptionAdvice& option, OpenReasons open_reasons)
{
    draft.heading(3, option.name, "option-" + option.id);
    draft.say(Text{badge_of(option)});
    draft.say(option.summary);
    draft.say_led("Why:", option.why);
    draft.say_led("Why not:", option.why_not);
    draft.say_led("What it does not suit:", option.does_not_suit);
    Draft more;
    more.say(option.depth.empty() ? std::string{} : "Step on the gradient: " + option.depth + ".");
    more.say(option.band_words);
    for (const StatementGroup& group : statement_groups(option))
    {
        more.heading(4, std::string{group.heading});
        if (group.open && open_reasons == OpenReasons::Counted)
        {
            more.say(open_in_short(*group.statements));
            continue;
        }
        std::vector<ListItem> items;
        for (const Statement& statement : *group.statements)
            items.push_back(group.open ? ListItem{document::plain(statement.text), {}}
                                       : item_of(statement, group.effect_first));
        more.list(std::move(items));
    }
    more.heading(4, "About it");
    more.say_led("It suits:", option.suits);
    more.say_led(option.depth.empty() ? "Law:" : "Family:", as_sentence(option.family_or_law));
    for (const auto& [heading, text] : option.details)
        more.say_led(heading + (heading.ends_with("?") ? "" : ":"), text);
    draft.fold("All reasons for and against: " + option.name, more.take());
}

std::vector<ListItem> lines_by_reason(const std::vector<const OptionAdvice*>& options)
{
    std::vector<ListItem> items;
    for (auto option = options.begin(); option != options.end(); ++option)
    {
        const auto same = [&](const OptionAdvice* other) { return other->why_not == (*option)->why_not; };
        if (std::find_if(options.begin(), option, same) != option)
            continue;
        ListItem item;
        for (auto other = option; other != options.end(); ++other)
            if (same(*other))
            {
                if (other != option)
                    item.text.push_back({", ", false, false, {}, {}});
                item.text.push_back({(*other)->name, true, false, "#option-" + (*other)->id, {}});
            }
        item.text.push_back({": " + (*option)->why_not, false, false, {}, {}});
        items.push_back(std::move(item));
    }
    return items;
}

void add_gradient(Draft& draft, const Advice& advice)
{
    constexpr SceneSize on_paper{720, 11}; // letters that let every name stand under its stop
    if (advice.gradient.empty())
        return;
    draft.figure(gradient_scene(advice, on_paper),
                 "Filled: a model that comes first works here. Dashed: deeper than your "
                 "answers carry now. No stop is a prize.");
}

} // namespace fedadvise::report
