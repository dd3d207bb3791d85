// The pictures of the report on the screen.

#include "desk.h"

#include "gui/scene_panel.h"
#include "gui/text.h"

#include <doctest/doctest.h>

#include <wx/dcclient.h>
#include <wx/dcmemory.h>
#include <wx/image.h>
#include <wx/notebook.h>

#include <set>

using namespace fedadvise;
using namespace gui_test;

namespace
{

std::vector<gui::ScenePanel*> pictures(Desk& desk)
{
    std::vector<gui::ScenePanel*> found;
    walk_shown(&desk.frame(),
               [&](wxWindow* window)
               {
                   if (auto* picture = dynamic_cast<gui::ScenePanel*>(window); picture && picture->IsShownOnScreen())
                       found.push_back(picture);
               });
    return found;
}

void show_part(Desk& desk, const std::string& title)
{
    CAPTURE(title);
    auto* tabs = dynamic_cast<wxNotebook*>(find_named(desk.frame(), "result-parts"));
    REQUIRE(tabs);
    for (std::size_t i = 0; i < tabs->GetPageCount(); ++i)
        if (gui::to_utf8(tabs->GetPageText(i)) == title)
            tabs->SetSelection(i);
    settle();
    settle();
}

void open_result(Desk& desk, const std::string& example = "five-valleys")
{
    REQUIRE(desk.frame().open_file(std::filesystem::path(FEDADVISE_EXAMPLES_DIR) / (example + ".fedcase")));
    settle();
    desk.go_to("Result");
}

/// The picture as it stands on the screen has more than its background.
bool is_painted(gui::ScenePanel& picture)
{
    picture.Refresh();
    picture.Update();
    settle();
    const wxSize size = picture.GetClientSize();
    wxBitmap bitmap(size);
    wxClientDC screen(&picture);
    wxMemoryDC memory(bitmap);
    memory.Blit(wxPoint(), size, &screen, wxPoint());
    memory.SelectObject(wxNullBitmap);
    const wxImage image = bitmap.ConvertToImage();
    std::set<int> colours;
    for (int y = 0; y < size.y; ++y)
        for (int x = 0; x < size.x; ++x)
            colours.insert(image.GetRed(x, y) << 16 | image.GetGreen(x, y) << 8 | image.GetBlue(x, y));
    return colours.size() > 3;
}

} // namespace

TEST_SUITE("pictures")
{
TEST_CASE("each part of the result that has a picture shows it whole")
{
    Desk desk;
    struct Part
    {
        std::string example, title;
        std::vector<std::string> ids;
    };
    const Part parts[] = {{"five-valleys", "Overview", {"gauges-picture", "gradient-picture"}},
                          {"five-valleys", "Where you stand", {"map-picture"}},
                          {"larkfield-pcn", "Next steps", {"time-picture"}}};
    for (const Part& part : parts)
    {
        CAPTURE(part.title);
        open_result(desk, part.example);
        show_part(desk, part.title);
        std::vector<std::string> ids;
        for (gui::ScenePanel* picture : pictures(desk))
        {
            ids.push_back(picture->scene().id);
            CAPTURE(ids.back());
            CHECK(picture->scene().width <= picture->ToDIP(picture->GetClientSize()).x);
            CHECK(picture->scene().height <= picture->ToDIP(picture->GetClientSize()).y);
            CHECK(is_painted(*picture));
        }
        CHECK(ids == part.ids);
    }
}

TEST_CASE("the bands of all options can be seen as a picture in place of the list")
{
    Desk desk;
    open_result(desk);
    for (const std::string part : {"Models", "Legal vehicles"})
    {
        CAPTURE(part);
        show_part(desk, part);
        CHECK(pictures(desk).empty());
        desk.click("Show as a picture");
        REQUIRE(pictures(desk).size() == 1);
        CHECK(pictures(desk).front()->scene().height <= pictures(desk).front()->GetClientSize().y);
        desk.click("Show as a list");
        CHECK(pictures(desk).empty());
    }
}

TEST_CASE("letters of a picture grow with those of the window")
{
    Desk desk;
    open_result(desk);
    const auto height = [&] { return pictures(desk).back()->scene().height; };
    const int before = height();
    for (int i = 0; i < 4; ++i)
        desk.menu(wxID_ZOOM_IN);
    show_part(desk, "Overview");
    REQUIRE(pictures(desk).size() == 2);
    CHECK(height() > before * 5 / 4);
    for (gui::ScenePanel* picture : pictures(desk))
        CHECK(picture->scene().height <= picture->GetClientSize().y);
    desk.menu(wxID_ZOOM_100);
}
} // TEST_SUITE("pictures")
