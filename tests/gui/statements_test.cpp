// The texts that come with the program, in the menu Help.

#include "desk.h"

#include "foundation/file.h"
#include "gui/statements.h"
#include "gui/text.h"
#include "gui/text_dialog.h"

#include <doctest/doctest.h>

#include <wx/stopwatch.h>

using namespace gui_test;
using namespace fedadvise;

namespace
{

std::string text_of(const char* name)
{
    const auto text = foundation::read_file(std::filesystem::path(FEDADVISE_TEXTS_DIR) / name, 20'000'000);
    REQUIRE(text);
    return text.value();
}

} // namespace

TEST_SUITE("statements")
{
TEST_CASE("titles, headings, points and paragraphs are told apart, and lines of one paragraph joined")
{
    const gui::Paragraphs paragraphs =
        gui::statement_paragraphs("About\n=====\n\nOne\ntwo.\n\nMore\n----\n\n- a point\n  goes on\n- another\n");
    const gui::Paragraphs expected = {{gui::Style::Title, "About"},
                                      {gui::Style::Body, "One two."},
                                      {gui::Style::Heading, "More"},
                                      {gui::Style::Bullet, "a point goes on"},
                                      {gui::Style::Bullet, "another"}};
    CHECK(paragraphs == expected);
    CHECK(gui::statement_paragraphs("Licences\n\n  a\n  b\n") ==
          gui::Paragraphs{{gui::Style::Body, "Licences\n\n  a\n  b\n"}});
    CHECK(gui::statement_paragraphs("").size() == 1);
}

TEST_CASE("the statements are written as they are read")
{
    for (const char* name : {"scope.txt", "accessibility.txt"})
    {
        const gui::Paragraphs paragraphs = gui::statement_paragraphs(text_of(name));
        CHECK(paragraphs.front().style == gui::Style::Title);
        CHECK(paragraphs.size() > 10);
    }
}

TEST_CASE("the menu Help shows each, and the longest opens without delay")
{
    Desk desk;
    for (const char* entry : {"What it is for, and what not", "Accessibility", "Licences of what is inside"})
    {
        const std::string name = entry;
        CAPTURE(name);
        DialogAnswers dialogs;
        dialogs.will_answer(wxID_CLOSE);
        const wxStopWatch watch;
        desk.menu("Help", entry);
        CHECK(watch.Time() < 5000);
        CHECK(dialogs.asked() == std::vector<std::string>{name});
        CHECK(dialogs.all_used());
    }
}

TEST_CASE("the licences can be read to their end, those of the libraries and the program's own")
{
    Desk desk;
    const std::string licences = text_of("licences.txt");
    gui::TextDialog dialog(&desk.frame(), wxS("Licences"), gui::statement_paragraphs(licences));
    bool found = false;
    for (wxWindow* child : dialog.GetChildren())
        if (auto* pane = dynamic_cast<wxTextCtrl*>(child))
        {
            const std::string shown = gui::to_utf8(pane->GetValue());
            for (const char* part : {"wxWidgets", "Boost Software License", "SIL Open Font License", "Apache License"})
            {
                const std::string words = part;
                CAPTURE(words);
                CHECK(shown.find(words) != std::string::npos);
            }
            found = true;
        }
    CHECK(found);
}
} // TEST_SUITE("statements")
