// PreviewDialog: documents as they will be on paper, and the same as text to be read aloud.
#pragma once

#include "gui/page_view.h"
#include "gui/reading_pane.h"
#include "gui/report_material.h"
#include "gui/report_tools.h"

#include <wx/button.h>
#include <wx/choice.h>
#include <wx/cmndata.h>
#include <wx/dialog.h>
#include <wx/notebook.h>
#include <wx/stattext.h>

#include <string>
#include <vector>

namespace fedadvise::gui
{

class PreviewDialog : public wxDialog
{
public:
    /// `material` must be worked out, and have the document `first`. Both references must outlive the dialog.
    PreviewDialog(wxWindow* parent, const ReportMaterial& material, foundation::Date first_day,
                  const std::string& first, const ReportTools& tools, wxPrintData& print_settings);

    [[nodiscard]] const PageView& pages() const { return *m_pages; }

private:
    wxSizer* build_choices();
    wxSizer* build_paging();
    wxSizer* build_buttons();
    void show_document(const std::string& id);
    void show_place();
    void choose_zoom();
    void press(wxKeyEvent& event);
    void print();
    void save();

    const ReportMaterial& m_material;
    foundation::Date m_first_day;
    const ReportTools& m_tools;
    wxPrintData& m_print_settings;
    std::vector<std::string> m_ids; ///< of the documents to choose from
    document::Document m_document;
    std::shared_ptr<const document::Pages> m_laid_out; ///< null when it could not be laid out

    wxChoice* m_choice = nullptr;
    wxChoice* m_zoom = nullptr;
    wxStaticText* m_place = nullptr;
    wxButton* m_back = nullptr;
    wxButton* m_on = nullptr;
    wxButton* m_print = nullptr;
    wxNotebook* m_tabs = nullptr;
    PageView* m_pages = nullptr;
    ReadingPane* m_text = nullptr;
};

} // namespace fedadvise::gui
