#include "desk.h"
#include "reports_on.h"

#include "gui/printing.h"

#include <doctest/doctest.h>

#include <wx/dcmemory.h>
#include <wx/image.h>

using namespace fedadvise;
using namespace gui_test;

namespace
{

/// A sheet of paper in memory, as a printer with so many dots an inch would give one.
struct Sheet
{
    explicit Sheet(wxSize size) : bitmap(size), dc(bitmap)
    {
        dc.SetBackground(*wxLIGHT_GREY_BRUSH);
        dc.Clear();
    }
    wxBitmap bitmap;
    wxMemoryDC dc;
};

/// How much of the sheet is dark, in thousandths; the sheet is white where the page is.
int ink_on(Sheet& sheet)
{
    sheet.dc.SelectObject(wxNullBitmap);
    const wxImage image = sheet.bitmap.ConvertToImage();
    sheet.dc.SelectObject(sheet.bitmap);
    long dark = 0;
    const long all = static_cast<long>(image.GetWidth()) * image.GetHeight();
    for (long i = 0; i < all; ++i)
        dark += image.GetData()[3 * i] < 100 ? 1 : 0;
    return static_cast<int>(dark * 1000 / all);
}

void put_on(gui::DocumentPrintout& printout, Sheet& sheet, wxSize size)
{
    printout.SetDC(&sheet.dc);
    printout.SetPageSizePixels(size.x, size.y);
    printout.SetPaperRectPixels(wxRect(size));
    printout.SetPageSizeMM(210, 297);
    printout.SetPPIPrinter(150, 150);
    printout.SetPPIScreen(96, 96);
}

} // namespace

TEST_SUITE("printing")
{
TEST_CASE("every page of every document comes once, and fills its sheet")
{
    Desk desk;
    REQUIRE(desk.frame().open_file(std::filesystem::path(FEDADVISE_EXAMPLES_DIR) / "larkfield-pcn.fedcase"));
    settle();
    ReportsOn reports(desk, {});
    const auto summary = reports.pages("summary"), brief = reports.pages("brief");
    gui::DocumentPrintout printout(wxS("Larkfield"), {summary, brief});
    const int count = static_cast<int>(summary->count() + brief->count());
    int first = 0, last = 0, from = 0, to = 0;
    printout.GetPageInfo(&first, &last, &from, &to);
    CHECK(first == 1);
    CHECK(last == count);
    CHECK(from == 1);
    CHECK(to == count);
    CHECK_FALSE(printout.HasPage(0));
    CHECK(printout.HasPage(count));
    CHECK_FALSE(printout.HasPage(count + 1));
    const wxSize size(1240, 1754); // A4 at 150 dots an inch
    for (int page = 1; page <= count; ++page)
    {
        CAPTURE(page);
        Sheet sheet(size);
        put_on(printout, sheet, size);
        REQUIRE(printout.OnPrintPage(page));
        const int ink = ink_on(sheet);
        CHECK(ink > 2);
        CHECK(ink < 300);
        wxColour corner;
        sheet.dc.SetUserScale(1, 1);
        sheet.dc.SetDeviceOrigin(0, 0);
        REQUIRE(sheet.dc.GetPixel(size.x - 5, size.y - 5, &corner));
        CHECK(corner == *wxWHITE); // the page reaches the far corner of the sheet
    }
    Sheet sheet(size);
    put_on(printout, sheet, size);
    CHECK_FALSE(printout.OnPrintPage(count + 1));
    CHECK_FALSE(printout.OnPrintPage(0));
}

TEST_CASE("the second document begins where the first ends")
{
    Desk desk;
    REQUIRE(desk.frame().open_file(std::filesystem::path(FEDADVISE_EXAMPLES_DIR) / "larkfield-pcn.fedcase"));
    settle();
    ReportsOn reports(desk, {});
    const auto summary = reports.pages("summary"), plan = reports.pages("plan");
    const wxSize size(794, 1123);
    const auto printed = [&](gui::DocumentPrintout& printout, int page)
    {
        Sheet sheet(size);
        put_on(printout, sheet, size);
        REQUIRE(printout.OnPrintPage(page));
        sheet.dc.SelectObject(wxNullBitmap);
        const wxImage image = sheet.bitmap.ConvertToImage();
        return std::vector<unsigned char>(image.GetData(), image.GetData() + 3 * size.x * size.y);
    };
    gui::DocumentPrintout both(wxS("both"), {summary, plan}), alone(wxS("alone"), {plan});
    CHECK(printed(both, static_cast<int>(summary->count()) + 1) == printed(alone, 1));
    CHECK(printed(both, 1) != printed(alone, 1));
}
} // TEST_SUITE("printing")
