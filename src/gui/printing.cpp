#include "gui/printing.h"

#include <wx/bitmap.h>
#include <wx/dc.h>
#include <wx/image.h>
#include <wx/intl.h>
#include <wx/log.h>
#include <wx/msgdlg.h>
#include <wx/printdlg.h>

#include <algorithm>
#include <cmath>
#include <utility>

namespace fedadvise::gui
{
namespace
{

constexpr int coarsest = 96, finest = 240; ///< dots an inch
constexpr double paper_inches = 210 / 25.4;

} // namespace

DocumentPrintout::DocumentPrintout(const wxString& title, std::vector<std::shared_ptr<const document::Pages>> documents)
    : wxPrintout(title), m_documents(std::move(documents))
{
    for (const auto& document : m_documents)
        m_count += static_cast<int>(document->count());
}

bool DocumentPrintout::HasPage(int page)
{
    return page >= 1 && page <= m_count;
}

void DocumentPrintout::GetPageInfo(int* first, int* last, int* from, int* to)
{
    *first = *from = 1;
    *last = *to = m_count;
}

bool DocumentPrintout::OnPrintPage(int page)
{
    if (!HasPage(page) || GetDC() == nullptr)
        return false;
    auto place = static_cast<std::size_t>(page - 1);
    auto document = m_documents.begin();
    for (; place >= (*document)->count(); ++document)
        place -= (*document)->count();
    const int width = GetPaperRectPixels().width;
    const int dots = std::clamp(static_cast<int>(std::lround(width / paper_inches)), coarsest, finest);
    const wxBitmap bitmap = bitmap_of((*document)->picture(place, dots));
    FitThisSizeToPaper(bitmap.GetSize());
    GetDC()->DrawBitmap(bitmap, 0, 0);
    return true;
}

wxBitmap bitmap_of(const document::Picture& picture, double scale)
{
    wxImage image(picture.width, picture.height, false);
    std::copy(picture.pixels.begin(), picture.pixels.end(), image.GetData());
    return wxBitmap(image, wxBITMAP_SCREEN_DEPTH, scale);
}

void print_documents(wxWindow* parent, wxPrintData& settings, const wxString& title,
                     std::vector<std::shared_ptr<const document::Pages>> documents)
{
    DocumentPrintout printout(title, std::move(documents));
    wxPrintDialogData wanted(settings);
    wanted.SetMinPage(1);
    wanted.SetMaxPage(printout.count());
    wanted.SetFromPage(1);
    wanted.SetToPage(printout.count());
    wanted.SetAllPages(true);
    wanted.EnableSelection(false);
    wxPrinter printer(&wanted);
    const wxLogNull quiet; // what went wrong is said once, below
    if (printer.Print(parent, &printout))
        settings = printer.GetPrintDialogData().GetPrintData();
    else if (wxPrinter::GetLastError() == wxPRINTER_ERROR)
    {
        wxMessageDialog message(parent, _("It could not be printed."), _("Not printed"), wxOK | wxICON_WARNING);
        message.SetExtendedMessage(_("Check that a printer is set up on this computer and switched on. Or write the "
                                     "document as a PDF file, and print that one elsewhere."));
        message.ShowModal();
    }
}

void set_up_paper(wxWindow* parent, wxPrintData& settings)
{
    wxPageSetupDialogData data(settings);
    data.EnableMargins(false); // the pages have margins of their own
    wxPageSetupDialog dialog(parent, &data);
    if (dialog.ShowModal() == wxID_OK)
        settings = dialog.GetPageSetupDialogData().GetPrintData();
}

} // namespace fedadvise::gui
