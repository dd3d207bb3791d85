#include "gui/preview_dialog.h"

#include "foundation/file.h"
#include "gui/accessibility.h"
#include "gui/document_words.h"
#include "gui/printing.h"
#include "gui/text.h"
#include "report/document_files.h"

#include <wx/display.h>
#include <wx/intl.h>
#include <wx/msgdlg.h>
#include <wx/sizer.h>
#include <wx/utils.h>
#include <wx/wrapsizer.h>

#include <algorithm>
#include <array>

namespace fedadvise::gui
{
namespace
{

constexpr std::array<int, 5> percents = {50, 75, 100, 150, 200};

} // namespace

PreviewDialog::PreviewDialog(wxWindow* parent, const ReportMaterial& material, foundation::Date first_day,
                             const std::string& first, const ReportTools& tools, wxPrintData& print_settings)
    : wxDialog(parent, wxID_ANY, _("Preview"), wxDefaultPosition, wxDefaultSize,
               wxDEFAULT_DIALOG_STYLE | wxRESIZE_BORDER | wxMAXIMIZE_BOX),
      m_material(material),
      m_first_day(first_day),
      m_tools(tools),
      m_print_settings(print_settings)
{
    auto* column = new wxBoxSizer(wxVERTICAL);
    auto* top = new wxWrapSizer(wxHORIZONTAL, wxWRAPSIZER_DEFAULT_FLAGS);
    top->Add(build_choices(), wxSizerFlags().Border(wxRIGHT | wxBOTTOM, FromDIP(6)));
    top->Add(build_paging(), wxSizerFlags().Border(wxBOTTOM, FromDIP(6)));
    column->Add(top, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxTOP, FromDIP(8)));
    m_tabs = new wxNotebook(this, wxID_ANY);
    m_tabs->SetName(wxS("preview-parts"));
    set_accessible_name(m_tabs, _("The document as pages, and as text"));
    m_pages = new PageView(m_tabs, [this] { show_place(); });
    m_tabs->AddPage(m_pages, _("Pages"));
    m_text = new ReadingPane(m_tabs, _("The document as text"));
    m_text->SetName(wxS("preview-text"));
    m_tabs->AddPage(m_text, _("As text"));
    column->Add(m_tabs, wxSizerFlags(1).Expand().Border(wxLEFT | wxRIGHT, FromDIP(8)));
    column->Add(build_buttons(), wxSizerFlags().Expand().Border(wxALL, FromDIP(8)));
    SetSizer(column);
    SetEscapeId(wxID_CLOSE);
    const wxSize room = wxDisplay(parent).GetClientArea().GetSize();
    SetSize(wxSize(std::min(GetCharWidth() * 120, room.x - FromDIP(20)), room.y - FromDIP(40)));
    CentreOnParent();
    Bind(wxEVT_CHAR_HOOK, &PreviewDialog::press, this);
    const auto found = std::find(m_ids.begin(), m_ids.end(), first);
    const std::size_t chosen = found == m_ids.end() ? 0 : static_cast<std::size_t>(found - m_ids.begin());
    m_choice->SetSelection(static_cast<int>(chosen));
    show_document(m_ids[chosen]);
    m_pages->SetFocus();
}

wxSizer* PreviewDialog::build_choices()
{
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    row->Add(new wxStaticText(this, wxID_ANY, _("&Document")),
             wxSizerFlags().CentreVertical().Border(wxRIGHT, FromDIP(6)));
    m_choice = new wxChoice(this, wxID_ANY);
    m_choice->SetName(wxS("preview-document"));
    set_accessible_name(m_choice, _("Document"));
    for (const report::DocumentKind& kind : report::document_kinds())
        if (m_material.has(kind.id))
        {
            m_ids.emplace_back(kind.id);
            m_choice->Append(to_wx(kind.name));
        }
    m_choice->Bind(wxEVT_CHOICE, [this](wxCommandEvent&)
                   { show_document(m_ids[static_cast<std::size_t>(m_choice->GetSelection())]); });
    // GTK's own answer comes before it knows how large letters are
    const wxSize least(wxDefaultCoord, GetCharHeight() + FromDIP(16));
    m_choice->SetMinSize(least);
    row->Add(m_choice, wxSizerFlags().CentreVertical().Border(wxRIGHT, FromDIP(12)));
    row->Add(new wxStaticText(this, wxID_ANY, _("Si&ze")), wxSizerFlags().CentreVertical().Border(wxRIGHT, FromDIP(6)));
    m_zoom = new wxChoice(this, wxID_ANY);
    m_zoom->SetName(wxS("preview-zoom"));
    set_accessible_name(m_zoom, _("Size of the pages"));
    m_zoom->Append(_("As wide as the window"));
    m_zoom->Append(_("The whole page"));
    for (const int percent : percents)
        m_zoom->Append(wxString::Format(wxS("%d %%"), percent));
    m_zoom->SetMinSize(least);
    m_zoom->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) { choose_zoom(); });
    row->Add(m_zoom, wxSizerFlags().CentreVertical());
    return row;
}

wxSizer* PreviewDialog::build_paging()
{
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    m_back = new wxButton(this, wxID_ANY, _("Pre&vious page"));
    m_back->SetName(wxS("preview-back"));
    m_back->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { m_pages->go_back(); });
    row->Add(m_back, wxSizerFlags().CentreVertical());
    m_place = new wxStaticText(this, wxID_ANY, wxString(), wxDefaultPosition, wxDefaultSize,
                               wxST_NO_AUTORESIZE | wxALIGN_CENTRE_HORIZONTAL);
    m_place->SetName(wxS("preview-place"));
    m_place->SetMinSize(wxSize(GetTextExtent(_("Page 000 of 000")).x, -1));
    row->Add(m_place, wxSizerFlags().CentreVertical().Border(wxLEFT | wxRIGHT, FromDIP(6)));
    m_on = new wxButton(this, wxID_ANY, _("&Next page"));
    m_on->SetName(wxS("preview-on"));
    m_on->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { m_pages->go_on(); });
    row->Add(m_on, wxSizerFlags().CentreVertical());
    return row;
}

wxSizer* PreviewDialog::build_buttons()
{
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    m_print = new wxButton(this, wxID_ANY, _("&Print..."));
    m_print->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { print(); });
    row->Add(m_print, wxSizerFlags().Border(wxRIGHT, FromDIP(6)));
    auto* paper = new wxButton(this, wxID_ANY, _("Pape&r..."));
    set_accessible_name(paper, _("Paper to print on"));
    paper->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { set_up_paper(this, m_print_settings); });
    row->Add(paper, wxSizerFlags().Border(wxRIGHT, FromDIP(6)));
    auto* save_button = new wxButton(this, wxID_ANY, _("&Save as..."));
    save_button->SetName(wxS("preview-save"));
    save_button->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { save(); });
    row->Add(save_button);
    row->AddStretchSpacer();
    row->Add(new wxButton(this, wxID_CLOSE, _("&Close")));
    return row;
}

void PreviewDialog::show_document(const std::string& id)
{
    const wxBusyCursor waiting;
    m_document = report::document_of(id, m_material.input(m_first_day));
    auto pages = document::Pages::lay_out(m_document, m_tools.fonts);
    if (pages)
        m_laid_out = std::make_shared<const document::Pages>(std::move(pages).value());
    else
    {
        m_laid_out.reset();
        wxMessageDialog message(this, to_wx(pages.error().message), _("The pages cannot be shown"),
                                wxOK | wxICON_WARNING);
        message.SetExtendedMessage(to_wx(pages.error().advice));
        message.ShowModal();
    }
    SetTitle(_("Preview: ") + to_wx(m_document.kind));
    m_pages->show(m_laid_out, to_wx(m_document.kind));
    m_text->show(document_paragraphs(m_document));
    show_place();
}

void PreviewDialog::show_place()
{
    if (m_on == nullptr || m_print == nullptr) // still being built
        return;
    const std::size_t count = m_pages->count();
    m_place->SetLabelText(count == 0 ? _("No pages")
                                     : wxString::Format(_("Page %zu of %zu"), m_pages->page() + 1, count));
    // A button that goes grey loses the focus to nowhere
    if (m_pages->page() == 0 && m_back->HasFocus())
        m_on->SetFocus();
    m_back->Enable(m_pages->page() > 0);
    if (m_pages->page() + 1 >= count && m_on->HasFocus())
        m_back->SetFocus();
    m_on->Enable(m_pages->page() + 1 < count);
    m_print->Enable(count > 0);
    int chosen = m_pages->how_fitted() == PageFit::Width   ? 0
                 : m_pages->how_fitted() == PageFit::Whole ? 1
                                                           : wxNOT_FOUND;
    for (std::size_t i = 0; i < percents.size(); ++i)
        if (m_pages->how_fitted() == PageFit::Percent && percents[i] == m_pages->percent())
            chosen = static_cast<int>(i) + 2;
    if (m_zoom->GetSelection() != chosen)
        m_zoom->SetSelection(chosen);
}

void PreviewDialog::choose_zoom()
{
    const int chosen = m_zoom->GetSelection();
    if (chosen == 0)
        m_pages->fit(PageFit::Width);
    else if (chosen == 1)
        m_pages->fit(PageFit::Whole);
    else if (chosen > 1)
        m_pages->fit(PageFit::Percent, percents[static_cast<std::size_t>(chosen) - 2]);
}

void PreviewDialog::press(wxKeyEvent& event)
{
    if (!event.ControlDown() || event.AltDown())
    {
        event.Skip();
        return;
    }
    switch (event.GetKeyCode())
    {
    case '+':
    case '=':
    case WXK_NUMPAD_ADD: m_pages->zoom_in(); break;
    case '-':
    case WXK_NUMPAD_SUBTRACT: m_pages->zoom_out(); break;
    case '0':
    case WXK_NUMPAD0: m_pages->fit(PageFit::Percent, 100); break;
    case 'P': print(); break;
    case 'S': save(); break;
    default: event.Skip();
    }
}

void PreviewDialog::print()
{
    if (m_laid_out)
        print_documents(this, m_print_settings, to_wx(m_document.title + ": " + m_document.kind), {m_laid_out});
}

void PreviewDialog::save()
{
    const std::string suggested = report::file_name(m_document.title, m_document.id, ".pdf");
    const wxString chosen = m_tools.ask_file(this, to_wx(suggested));
    if (chosen.empty())
        return;
    std::filesystem::path path = to_path(chosen);
    const auto formats = report::file_formats();
    auto format =
        std::find_if(formats.begin(), formats.end(),
                     [&](const report::FileFormat& known) { return path.extension() == std::string(known.ending); });
    if (format == formats.end())
    {
        format = formats.begin();
        path += std::string(format->ending);
    }
    const wxBusyCursor waiting;
    const auto bytes = report::file_of(m_document, format->id, m_tools.fonts);
    const auto saved = bytes ? foundation::save_file(path, bytes.value()) : foundation::Result<void>(bytes.error());
    if (saved)
        return;
    wxMessageDialog message(this, to_wx(saved.error().message), _("The document was not saved"), wxOK | wxICON_WARNING);
    message.SetExtendedMessage(to_wx(saved.error().advice));
    message.ShowModal();
}

} // namespace fedadvise::gui
