#include "sample_documents.h"

#include <string>

namespace fedadvise::test
{

using namespace document;

namespace
{

Text badge_and(const std::string& id, const std::string& label, const std::string& text)
{
    Text whole = plain(label);
    whole.front().badge = id;
    whole.push_back({" " + text, false, false, "", ""});
    return whole;
}

Text linked(const std::string& before, const std::string& words, const std::string& link, const std::string& after)
{
    return {{before, false, false, "", ""}, {words, false, false, link, ""}, {after, false, false, "", ""}};
}

Paragraph said(std::string text, Tone tone = Tone::Normal)
{
    return {plain(std::move(text)), tone, ""};
}

Table vehicles(int rows)
{
    Table table;
    table.caption = "How each legal vehicle stands with your answers";
    table.columns = {{"Vehicle", 3}, {"Band", 3}, {"Why", 6}};
    const char* names[] = {"Company limited by guarantee", "CIC limited by guarantee", "Limited liability partnership",
                           "Community benefit society"};
    for (int i = 0; i < rows; ++i)
    {
        Row row;
        row.id = "row-" + std::to_string(i);
        row.cells = {
            {{said(names[i % 4])}},
            {{{badge_and("points-towards", "points towards", ""), Tone::Normal, ""}}},
            {{said("You want surpluses to stay in local care, and nobody looks for a dividend. Reason " +
                   std::to_string(i) + "."),
              said(i % 5 == 1 ? "Ask the regulator first, since the form has changed." : "",
                   i % 2 == 0 ? Tone::Notice : Tone::Warning),
              said("From the rule VE" + std::to_string(10 + i) + ", law as at 1 November 2026.", Tone::Small)}}};
        table.rows.push_back(std::move(row));
    }
    return table;
}

} // namespace

Scene gradient()
{
    Scene scene;
    scene.id = "gradient";
    scene.title = "The collaboration gradient";
    scene.description = "Eight steps from separate to one organisation; your answers point to step 3";
    scene.height = 120;
    const char* steps[] = {"separate", "talking",      "coordinating", "contract",
                           "company",  "shared staff", "merged",       "one"};
    scene.shapes.emplace_back(Line{40, 50, 680, 50, {Ink::Soft, 2, false}});
    for (int i = 0; i < 8; ++i)
    {
        const int x = 40 + i * 91;
        scene.shapes.emplace_back(
            Disc{x, 50, i == 3 ? 14 : 8, i == 3 ? Ink::Accent : Ink::Paper, {Ink::Text, 2, false}});
        scene.shapes.emplace_back(Words{x, 90, steps[i], 13, i == 3, Anchor::Middle, Ink::Text});
    }
    scene.shapes.emplace_back(Box{285, 4, 60, 24, 6, Ink::Pale, {Ink::Accent, 1, false}});
    scene.shapes.emplace_back(Words{315, 20, "you", 13, true, Anchor::Middle, Ink::Accent});
    scene.shapes.emplace_back(Arc{640, 110, 40, 180, 360, {Ink::Soft, 3, true}});
    return scene;
}

Document brief()
{
    Document document;
    document.id = "brief";
    document.title = "Five Valleys";
    document.kind = "Brief for the solicitor and the accountant";
    document.subject = "What the group decided, what it rejected, and what to settle before anything is signed.";
    document.footer = "Not legal, tax or pensions advice. Made with Federation Adviser 0.1.0.";
    document.date = "2026-11-22";
    document.contents = true;
    document.blocks = {
        Paragraph{
            led_by("In short:",
                   "your answers point towards a federation company, owned by the practices and limited by guarantee. "
                   "Five of six practices accept it; one asks that the lease of Tŷ Gwyn stays out of it."),
            Tone::Lead, "short"},
        Paragraph{plain("Nothing is decided by this paper. It says what was answered, what follows from it, and which "
                        "questions only a solicitor or an accountant can close."),
                  Tone::Lead, ""},
        Heading{2, "What is advised, and why", "advised"},
        Paragraph{linked("The whole table stands under ", "Vehicles side by side", "#vehicles",
                         ", and the law on asset locks is at the regulator's site."),
                  Tone::Normal, ""},
        Paragraph{plain("The practices want to share a pharmacist, a back office and the extended hours, in that "
                        "order. They want surpluses to stay in local care. They know each other well enough to share "
                        "staff, but not yet premises; the “deal” runs ahead of the relationship – slow down a little, "
                        "and agree first who decides what."),
                  Tone::Normal, ""},
        List{false,
             {{badge_and("points-towards", "points towards",
                         "A federation company: each practice keeps its contract and its list."),
               {}},
              {badge_and("possible", "possible", "A lead practice with an alliance agreement."),
               {said("It is cheaper to begin with, and leaves all risk with one practice.", Tone::Small)}},
              {badge_and("ruled-out", "ruled out",
                         "A merger, since two partnerships have said that they would not vote for it."),
               {}}}},
        Paragraph{led_by("Warning.",
                         "Staff who move to the company can only stay in the NHS Pension Scheme when it has a "
                         "direction or an employing-authority status. Ask before anybody is transferred."),
                  Tone::Warning, "warning"},
        Paragraph{
            led_by("Note.",
                   "Fees were last looked up on 1 February 2026: £50 for a CIC36, £12 for the confirmation statement."),
            Tone::Notice, ""},
        Figure{gradient(), "The dark circle is the step that your answers point to. Circles to the right of it ask for "
                           "more trust than the group has today."},
        Heading{3, "Reasons against", "against"},
        Paragraph{linked("A company pays corporation tax and files accounts; see ", "the guidance on gov.uk",
                         "https://www.gov.uk/set-up-limited-company",
                         " for what it must file. Each of these weighs less than the wish to keep liability limited."),
                  Tone::Normal, ""},
        Heading{4, "What would change this", ""},
        List{true,
             {{plain("If two practices no longer wanted limited liability, an alliance agreement would come first."),
               {}},
              {plain("If the group wanted to hold a contract by itself."), {}}}},
        Fold{"All reasons for and against: federation company",
             {Paragraph{plain("Rule MO12 pulls by two points: the practices want one employer for shared staff."),
                        Tone::Normal, ""},
              List{false,
                   {{plain("Rule VE03 pulls by one point."), {}},
                    {plain("Rule PR11 pulls against it by one point, because a company must hold meetings."), {}}}}}},
        Heading{2, "Vehicles side by side", "vehicles"},
        Paragraph{plain("Bands are words and not percentages: the answers are too few and too rough for more."),
                  Tone::Normal, ""},
        vehicles(16),
        PageBreak{},
        Heading{2, "What was not considered", "not"},
        Paragraph{plain("Premises, VAT groups and the tax of single partners. Rule base 1.0.0 of 25 November 2026. "
                        "☐ ‘Dŵr’, ‘ŷd’, £1,000 – all of it stays as it was written…"),
                  Tone::Small, ""},
    };
    return document;
}

Document summary(int reasons)
{
    Document document;
    document.id = "summary";
    document.title = "Five Valleys";
    document.kind = "Partners' summary";
    document.footer = "Not legal, tax or pensions advice.";
    document.date = "2026-11-22";
    document.size = Size::OnePage;
    document.blocks.emplace_back(
        Paragraph{plain("Your answers point towards a federation company limited by guarantee."), Tone::Lead, ""});
    document.blocks.emplace_back(Figure{gradient(), "The dark circle is the step that your answers point to."});
    document.blocks.emplace_back(Heading{2, "Why", "why"});
    List list;
    for (int i = 0; i < reasons; ++i)
        list.items.push_back({plain("Reason " + std::to_string(i + 1) +
                                    ": the practices want to keep their own lists and contracts, and to share staff "
                                    "through one employer that none of them owns alone."),
                              {}});
    document.blocks.emplace_back(list);
    return document;
}

Document long_report(int sections)
{
    Document document = brief();
    document.id = "rationale";
    document.kind = "Full rationale";
    for (int i = 0; i < sections; ++i)
    {
        const std::string number = std::to_string(i + 1);
        document.blocks.emplace_back(Heading{2, "Section " + number + ": what speaks for it", "section-" + number});
        for (int j = 0; j < 6; ++j)
            document.blocks.emplace_back(
                Paragraph{plain("Paragraph " + std::to_string(j) + " of section " + number +
                                ". The practices that answered see the purpose in the same way, and differ about pace: "
                                "two would begin in the spring, three after the new contract is known, and one would "
                                "rather wait for the outcome of its premises review before anything is signed."),
                          Tone::Normal, ""});
        document.blocks.emplace_back(vehicles(12));
    }
    return document;
}

Document hostile()
{
    const std::string nasty =
        "<b>&amp; \"quotes\" 'single' ]]> \x01\x02\x7F\x1B[31m \xE2\x80\xAE reversed \xD7\xA9\xD7\x9C\xD7\x95\xD7\x9D "
        "\xE6\x97\xA5\xE6\x9C\xAC\xE8\xAA\x9E \xF0\x9F\x98\x80\xF0\x9F\x91\xA9\xE2\x80\x8D\xE2\x9A\x95\xEF\xB8\x8F "
        "e\xCC\x81\xCC\x82\xCC\x83 \xFF\xFE broken (\\) end";
    const std::string word(10'000, 'W');
    std::string note;
    while (note.size() < 10'000)
        note += "A note that goes on and on, and on. ";
    Document document;
    document.id = "hostile";
    document.title = nasty + " " + word.substr(0, 300);
    document.kind = nasty;
    document.subject = nasty;
    document.footer = nasty + note;
    document.date = "no date";
    document.contents = true;
    document.blocks = {
        PageBreak{},         PageBreak{},         Heading{2, word.substr(0, 3000), "a"}, Heading{9, nasty, "a"},
        Heading{-1, "", ""}, Heading{3, note, ""}};
    const Text runs{{nasty, false, false, "", ""},
                    {nasty, true, true, "#nowhere", ""},
                    {nasty, false, false, "https://x.org/)(\\ŵ <>", ""},
                    {nasty, false, false, "#a", "band"},
                    {note, false, false, "", "band"},
                    {nasty, false, false, "javascript:alert(1)", ""}};
    for (const Tone tone : {Tone::Normal, Tone::Lead, Tone::Small, Tone::Notice, Tone::Warning})
        for (const Text& text : {runs, plain(word), plain(note), plain(""), plain(" \n\t ")})
            document.blocks.emplace_back(Paragraph{text, tone, "a"});
    List list;
    list.numbered = true;
    for (int i = 0; i < 150; ++i)
        list.items.push_back(
            {plain(i % 50 == 0 ? word : ""), {{plain(nasty), Tone::Warning, ""}, {{}, Tone::Lead, ""}}});
    document.blocks.emplace_back(list);
    document.blocks.emplace_back(List{});
    document.blocks.emplace_back(Table{});
    document.blocks.emplace_back(Table{nasty, {{nasty, 1}}, {}});
    document.blocks.emplace_back(
        Table{note,
              {{note, 100}, {word, -3}},
              {{{{{said(word), said(note)}}, {{said(note)}}, {{said(nasty)}}}, "r"}, {{}, ""}}});
    Table wide{"Forty columns", {}, {}};
    for (int i = 0; i < 40; ++i)
        wide.columns.push_back({"Column " + std::to_string(i), i % 13});
    for (int i = 0; i < 30; ++i)
        wide.rows.push_back({std::vector<Cell>(40, Cell{{said("cell text")}}), ""});
    document.blocks.emplace_back(wide);
    document.blocks.emplace_back(vehicles(500));
    Scene scene = gradient();
    scene.title = scene.description = nasty;
    scene.width = 5;
    scene.height = 90'000;
    scene.shapes.emplace_back(Words{-50, 20, word, 900, true, Anchor::End, Ink::Text});
    scene.shapes.emplace_back(Box{0, 0, -5, 10, 99, Ink::Pale, {Ink::Text, -3, true}});
    document.blocks.emplace_back(Figure{scene, note});
    Scene empty;
    empty.width = empty.height = 0;
    document.blocks.emplace_back(Figure{empty, ""});
    Fold fold{nasty, {Paragraph{plain("innermost"), Tone::Notice, ""}}};
    for (int i = 0; i < 40; ++i)
        fold = Fold{"Fold " + std::to_string(i), {fold, Heading{2, "In a fold", "in"}}};
    document.blocks.emplace_back(fold);
    document.blocks.emplace_back(PageBreak{});
    return document;
}

} // namespace fedadvise::test
