#include "docx_samples.h"

namespace fedadvise::document
{

namespace
{

Run run(std::string text, std::string link = {}, std::string badge = {})
{
    Run made;
    made.text = std::move(text);
    made.link = std::move(link);
    made.badge = std::move(badge);
    return made;
}

Paragraph paragraph(std::string text, Tone tone = Tone::Normal, std::string id = {})
{
    return {plain(std::move(text)), tone, std::move(id)};
}

Cell cell(std::string text, Tone tone = Tone::Normal)
{
    return {{paragraph(std::move(text), tone)}};
}

Scene gradient()
{
    Scene scene;
    scene.id = "gradient";
    scene.title = "The collaboration gradient";
    scene.description = "A line of eight steps from separate to one organisation. You stand at informal network; your "
                        "answers point to a federation.";
    scene.height = 110;
    scene.shapes.push_back(Line{30, 50, 690, 50, {Ink::Soft, 2}});
    const char* names[] = {"separate", "network", "agreement", "federation", "alliance", "joint", "merger", "one"};
    for (int i = 0; i < 8; ++i)
    {
        const int x = 30 + i * 94;
        scene.shapes.push_back(Disc{x, 50, i == 3 ? 12 : 7, i == 3 ? Ink::Accent : Ink::Paper, {Ink::Text, 2}});
        scene.shapes.push_back(Words{x, 90, names[i], 13, i == 3, Anchor::Middle});
    }
    return scene;
}

List list_of(bool numbered, const std::vector<std::string>& texts)
{
    List list;
    list.numbered = numbered;
    for (const std::string& text : texts)
        list.items.push_back({plain(text), {}});
    return list;
}

Table bands()
{
    Table table;
    table.caption = "The legal forms in bands";
    table.columns = {{"Legal form", 3}, {"Band", 2}, {"Why", 6}};
    const std::string reason =
        "You want to hold contracts as a group, and this form can hold them. It limits what each "
        "partner can lose, and its rules can say that one practice has one vote.";
    table.rows.push_back({{cell("Company limited by shares"),
                           {{{{run("points towards", "", "toward")}, Tone::Normal, ""}}},
                           cell(reason)},
                          "shares"});
    table.rows.push_back({{cell("Community interest company"),
                           {{{{run("ruled out", "", "ruled-out")}, Tone::Normal, ""}}},
                           {{paragraph("Profit cannot be shared freely, and you said that it must be."),
                             paragraph("Source: the Companies Act 2004, section 30.", Tone::Small)}}},
                          ""});
    for (int i = 0; i < 14; ++i)
        table.rows.push_back({{cell("Form " + std::to_string(i + 1)), cell("possible"), cell(reason)}, ""});
    return table;
}

void add_fold(Document& document)
{
    Fold fold;
    fold.label = "All reasons for and against: Federation company";
    fold.blocks.emplace_back(Heading{3, "Reasons for", "reasons-for"});
    fold.blocks.emplace_back(
        list_of(false, {"It can hold a contract of its own.", "It limits what partners can lose."}));
    fold.blocks.emplace_back(Heading{4, "Rules", ""});
    fold.blocks.emplace_back(paragraph("Rule MO07, from the handbook.", Tone::Small));
    document.blocks.emplace_back(std::move(fold));
}

} // namespace

Document sample_document(Size size)
{
    Document document;
    document.id = "summary";
    document.title = "Five Valleys";
    document.kind = "Partners' summary";
    document.subject = "What five practices were advised, and why.";
    document.footer = "Not legal, tax or pensions advice.";
    document.date = "2026-11-22";
    document.size = size;
    document.contents = size == Size::Normal;
    auto& blocks = document.blocks;
    blocks.emplace_back(
        paragraph("Your answers point towards a federation in a company limited by shares.", Tone::Lead));
    blocks.emplace_back(paragraph("Two practices see the pace differently: talk about that first.", Tone::Lead));
    blocks.emplace_back(Heading{2, "What is advised", "advised"});
    blocks.emplace_back(Paragraph{{run("See "),
                                   run("the legal forms", "#shares"),
                                   run(", "),
                                   run("what is not there", "#nowhere"),
                                   run(" and "),
                                   run("the guidance", "https://www.england.nhs.uk/gp/a b?x=1&y=ŵ#part"),
                                   run(". "),
                                   {"Strong", true, false, "", ""},
                                   {" and slanted", false, true, "", ""},
                                   run(".")},
                                  Tone::Normal,
                                  ""});
    blocks.emplace_back(Figure{gradient(), "The black dot is where your answers point."});
    blocks.emplace_back(paragraph("This was worked out from the answers of five practices.", Tone::Notice));
    blocks.emplace_back(paragraph("One contract ends in March. Ask the commissioner before you sign.", Tone::Warning));
    blocks.emplace_back(Heading{3, "What to do next", ""});
    List steps = list_of(true, {"Agree who speaks for the group.", "Ask a solicitor.", "Tell the commissioner."});
    steps.items[1].more.push_back(paragraph("Take the brief for the solicitor with you."));
    steps.items[1].more.push_back(paragraph("Rule NS04, from the handbook.", Tone::Small));
    blocks.emplace_back(std::move(steps));
    blocks.emplace_back(paragraph("Then, in the second year:"));
    blocks.emplace_back(list_of(true, {"Look back.", "Decide again."}));
    blocks.emplace_back(PageBreak{});
    blocks.emplace_back(Heading{2, "All legal forms", "forms"});
    blocks.emplace_back(bands());
    add_fold(document);
    blocks.emplace_back(Heading{2, "Provenance", ""});
    blocks.emplace_back(paragraph("Rule base 1.0.0 of 25 November 2026. Tŷ Gŵyn answered on paper.", Tone::Small));
    return document;
}

Document hostile_document()
{
    const std::string markup = "</w:t></w:r><w:p> & \"double\" 'single' ]]> <!-- <?xml?> &amp; %s %00";
    const std::string controls = std::string("a\0b\x01\x08\x0B\x0C\x1B\x1F\x7F"
                                             "c",
                                             11) +
                                 "\r\nline\rline\ttab\xFF\xC3 end";
    const std::string scripts = "שלום עולם 123, مرحبا بالعالم (Dr A) 中文名字 日本語 한국어 😀👩‍⚕️ Tŷ "
                                "Gŵyn "
                                "\xEF\xBF\xBE\xEF\xBF\xBF";
    const std::string word(10'000, 'W');
    std::string note;
    while (note.size() < 10'000)
        note += "Partners said that this matters. ";

    Document document;
    document.id = "hostile";
    document.title = markup + word;
    document.kind = scripts;
    document.subject = controls + note;
    document.footer = note;
    document.date = "2026-02-31";
    document.contents = true;
    auto& blocks = document.blocks;
    blocks.emplace_back(PageBreak{});
    blocks.emplace_back(PageBreak{});
    for (const std::string& text : {markup, controls, scripts, word, note, std::string()})
    {
        blocks.emplace_back(Heading{2, text, "same"});
        for (const Tone tone : {Tone::Normal, Tone::Lead, Tone::Small, Tone::Notice, Tone::Warning})
            blocks.emplace_back(paragraph(text, tone, text));
        blocks.emplace_back(list_of(true, {text, text}));
        blocks.emplace_back(list_of(false, {text}));
        Fold fold;
        fold.label = text;
        fold.blocks.emplace_back(Heading{99, text, text});
        blocks.emplace_back(std::move(fold));
        Scene scene = gradient();
        scene.id = text;
        scene.title = text;
        scene.description = text;
        scene.shapes.push_back(Words{10, 20, text});
        blocks.emplace_back(Figure{std::move(scene), text});
    }
    for (const char* link : {"#same", "#", "#none", "https://", "https:// space", "https://[::1]/",
                             "https://a.b/%zz%41#x#y\" onclick", "https://user:word@host/", "https://a.b:99999999/",
                             "javascript:alert(1)", "file:///etc/passwd", "https://ŵ.wales/"})
        blocks.emplace_back(Paragraph{{run(link, link, "<badge>")}, Tone::Normal, ""});
    blocks.emplace_back(Paragraph{{run("long", "https://a.b/" + word)}, Tone::Normal, ""});

    blocks.emplace_back(List{});
    blocks.emplace_back(List{true, {}});
    blocks.emplace_back(Fold{});
    blocks.emplace_back(Table{});
    blocks.emplace_back(Table{"no rows", {{"A"}, {"B"}}, {}});
    blocks.emplace_back(Table{"no columns", {}, {{{cell("lost")}, "lost"}}});
    Scene flat;
    flat.width = 0;
    flat.height = -5;
    blocks.emplace_back(Figure{flat, ""});
    Scene tall;
    tall.height = 3000;
    tall.width = 1500;
    tall.title = "Tall";
    blocks.emplace_back(Figure{tall, "Tall"});

    Table wide{"Forty columns", {}, {}};
    for (int i = 0; i < 40; ++i)
        wide.columns.push_back({"Column " + std::to_string(i), i - 5});
    for (int i = 0; i < 3; ++i)
    {
        Row row;
        row.id = "wide" + std::to_string(i);
        for (int j = 0; j < 45 - 5 * i; ++j)
            row.cells.push_back(cell("Cell " + std::to_string(j)));
        wide.rows.push_back(std::move(row));
    }
    wide.rows.push_back({{cell(note), cell(word), {}, cell(scripts)}, ""});
    blocks.emplace_back(PageBreak{});
    blocks.emplace_back(std::move(wide));
    Table uncaptioned{"", {{note, 1}, {"", 1}}, {{{cell("a"), cell("b")}, ""}}};
    blocks.emplace_back(uncaptioned);
    blocks.emplace_back(PageBreak{});
    blocks.emplace_back(uncaptioned);
    Table long_one{"Five hundred rows", {{"Practice"}, {"List"}}, {}};
    for (int i = 0; i < 500; ++i)
        long_one.rows.push_back({{cell("Practice " + std::to_string(i)), cell(std::to_string(9'000 + i))}, ""});
    blocks.emplace_back(std::move(long_one));
    blocks.emplace_back(PageBreak{});
    return document;
}

std::vector<std::pair<std::string, Document>> docx_samples()
{
    return {{"sample", sample_document()},
            {"one-page", sample_document(Size::OnePage)},
            {"hostile", hostile_document()},
            {"empty", Document{}}};
}

} // namespace fedadvise::document
