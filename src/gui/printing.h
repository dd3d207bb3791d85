// Printing: documents on the system's printer, as pictures of their pages.
#pragma once

#include "document/pages.h"

#include <wx/cmndata.h>
#include <wx/prntbase.h>

#include <memory>
#include <vector>

namespace fedadvise::gui
{

/// Documents one after the other; pages count from 1 through all of them.
class DocumentPrintout : public wxPrintout
{
public:
    DocumentPrintout(const wxString& title, std::vector<std::shared_ptr<const document::Pages>> documents);
    [[nodiscard]] int count() const { return m_count; }
    bool HasPage(int page) override;
    void GetPageInfo(int* first, int* last, int* from, int* to) override;
    bool OnPrintPage(int page) override;

private:
    std::vector<std::shared_ptr<const document::Pages>> m_documents;
    int m_count = 0;
};

[[nodiscard]] wxBitmap bitmap_of(const document::Picture& picture, double scale = 1.0);

/// Asks which printer and pages with the system's dialog. Says so when it cannot be printed.
void print_documents(wxWindow* parent, wxPrintData& settings, const wxString& title,
                     std::vector<std::shared_ptr<const document::Pages>> documents);

/// Paper and orientation, with the system's dialog.
void set_up_paper(wxWindow* parent, wxPrintData& settings);

} // namespace fedadvise::gui
