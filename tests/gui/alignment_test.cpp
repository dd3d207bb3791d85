// Where you stand: the tab with the sentence, the list and the map.
#include "desk.h"

#include "gui/text.h"

#include <doctest/doctest.h>

#include <wx/dataview.h>
#include <wx/notebook.h>

#include <cstdlib>
#include <fstream>
#include <string>

using namespace gui_test;
using namespace fedadvise::gui;

namespace
{

template <class Control>
Control* named(Desk& desk, const std::string& name)
{
    Control* found = nullptr;
    walk_shown(&desk.frame(),
               [&](wxWindow* window)
               {
                   auto* control = dynamic_cast<Control*>(window);
                   if (control && !found && window->GetName().utf8_string() == name)
                       found = control;
               });
    return found;
}

void choose_tab(Desk& desk, const std::string& title)
{
    auto* tabs = named<wxNotebook>(desk, "result-parts");
    REQUIRE(tabs);
    for (std::size_t i = 0; i < tabs->GetPageCount(); ++i)
        if (to_utf8(tabs->GetPageText(i)) == title)
            tabs->SetSelection(i);
    settle();
}

/// A case of so many practices of which one wants to learn and the others to win contracts.
std::filesystem::path one_apart(const TemporaryFolder& folder, int practices)
{
    std::string text =
        R"({"format":"federation-adviser case","version":1,"title":"One apart","as-at":"2026-11-22","group":{"answers":{"jurisdiction":"england"}},"practices":[)";
    for (int p = 1; p <= practices; ++p)
    {
        const bool apart = p == 2;
        text += std::string(p > 1 ? "," : "") + R"({"id":"p)" + std::to_string(p) + R"(","name":"Practice )" +
                std::to_string(p) + R"(","answers":{"motive.win-contracts":)" + (apart ? "0" : "3") +
                R"(,"purpose.bid-contracts":)" + (apart ? "0" : "3") + R"(,"purpose.training":)" + (apart ? "3" : "1") +
                R"(,"motive.workforce":)" + std::to_string(1 + p % 2) + R"(,"autonomy":")" +
                (apart ? "full" : "partial") + "\"}" +
                (p == 1 ? R"(,"commitment":{"state":"conditional","condition":"if costs are shared"})" : "") + "}";
    }
    text += "]}";
    const auto path = folder.path() / "apart.fedcase";
    std::ofstream(path, std::ios::binary) << text;
    return path;
}

} // namespace

TEST_SUITE("where you stand on screen")
{
TEST_CASE("the sentence comes first, and the list has every practice's answers, widest gap first")
{
    for (const int practices : {6, 30})
    {
        CAPTURE(practices);
        const TemporaryFolder folder;
        Desk desk;
        REQUIRE(desk.frame().open_file(one_apart(folder, practices)));
        desk.go_to("Result");
        choose_tab(desk, "Where you stand");
        const std::string text = desk.text_of("alignment");
        CHECK(text.find("There is one dissenter: Practice 2 answers differently") < text.find("Consensus"));
        CHECK(text.find("In, on a condition: if costs are shared.") != std::string::npos);
        auto* list = named<wxDataViewListCtrl>(desk, "alignment-map");
        REQUIRE(list);
        CHECK(list->GetColumnCount() == static_cast<unsigned>(practices) + 2);
        REQUIRE(list->GetItemCount() >= 4);
        CHECK(to_utf8(list->GetTextValue(0, 0)) == "Winning contracts");
        CHECK(to_utf8(list->GetTextValue(0, 3)) == "Not a reason");
        CHECK(to_utf8(list->GetTextValue(0, 4)) == "A decisive reason");
        if (const char* picture = std::getenv("ALIGNMENT_PICTURE"))
        {
            settle();
            CHECK(std::system(
                      ("import -window root " + std::string(picture) + std::to_string(practices) + ".png").c_str()) ==
                  0);
        }
    }
}

TEST_CASE("a case of one practice says that there is nobody to compare")
{
    const TemporaryFolder folder;
    Desk desk;
    REQUIRE(desk.frame().open_file(one_apart(folder, 1)));
    desk.go_to("Result");
    choose_tab(desk, "Where you stand");
    CHECK(desk.text_of("alignment").find("nobody to compare") != std::string::npos);
}
} // TEST_SUITE("where you stand on screen")
