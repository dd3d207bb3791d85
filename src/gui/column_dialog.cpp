#include "gui/column_dialog.h"

#include "gui/accessibility.h"
#include "gui/text.h"

#include <wx/intl.h>
#include <wx/sizer.h>
#include <wx/stattext.h>

#include <algorithm>
#include <utility>

namespace fedadvise::gui
{
namespace
{

constexpr std::size_t longest_sample = 24; ///< letters
constexpr int question_letters = 60;       ///< in a line

wxString shortened(const std::string& cell)
{
    const wxString text = to_wx(cell);
    return text.length() > longest_sample ? text.Left(longest_sample) + wxS("…") : text;
}

/// "2: Practice name, below it Hill Surgery", from the first two rows.
wxString column_words(const directory::ListPreview& preview, std::size_t column)
{
    wxString words = wxString::Format(wxS("%zu: "), column + 1) + shortened(preview.rows[0][column]);
    if (preview.rows.size() > 1 && column < preview.rows[1].size() && !preview.rows[1][column].empty())
        words += _(", below it ") + shortened(preview.rows[1][column]);
    return words;
}

/// Names of columns hold no numbers; rows of practices do: in codes, postcodes or list sizes.
bool looks_like_names(const std::vector<std::string>& row)
{
    return std::none_of(row.begin(), row.end(),
                        [](const std::string& cell) { return cell.find_first_of("0123456789") != std::string::npos; });
}

} // namespace

ColumnDialog::ColumnDialog(wxWindow* parent, const std::filesystem::path& path, const directory::ListPreview& preview)
    : wxDialog(parent, wxID_ANY, _("Which column holds what?"), wxDefaultPosition, wxDefaultSize,
               wxDEFAULT_DIALOG_STYLE | wxRESIZE_BORDER),
      m_guess(preview.guess)
{
    auto* column = new wxBoxSizer(wxVERTICAL);
    const wxString name = to_wx(path_to_utf8(path.filename()));
    auto* question = new wxStaticText(this, wxID_ANY,
                                      wxString::Format(_("%s is not of a form that this program knows. Choose its "
                                                         "columns; a code or a name is needed."),
                                                       name));
    question->Wrap(GetCharWidth() * question_letters);
    column->Add(question, wxSizerFlags().Border(wxALL, FromDIP(10)));
    wxArrayString columns;
    columns.Add(_("Not in this file"));
    for (std::size_t i = 0; i < preview.rows.front().size(); ++i)
        columns.Add(column_words(preview, i));
    auto* grid = new wxFlexGridSizer(2, FromDIP(wxSize(10, 6)));
    grid->AddGrowableCol(1);
    const std::pair<directory::Column, wxString> wanted[] = {{directory::Column::Code, _("C&ode")},
                                                             {directory::Column::Name, _("&Name")},
                                                             {directory::Column::Postcode, _("&Postcode")},
                                                             {directory::Column::Patients, _("&List size")}};
    for (const auto& [what, label] : wanted)
    {
        grid->Add(new wxStaticText(this, wxID_ANY, label), wxSizerFlags().CentreVertical());
        auto* choice = new wxChoice(this, wxID_ANY, wxDefaultPosition, wxDefaultSize, columns);
        const wxString spoken = wxControl::RemoveMnemonics(label);
        choice->SetName(wxS("column:") + spoken);
        set_accessible_name(choice, spoken);
        const auto guessed = std::find_if(m_guess.columns.begin(), m_guess.columns.end(),
                                          [kind = what](const auto& place) { return place.second == kind; });
        choice->SetSelection(guessed == m_guess.columns.end() ? 0 : static_cast<int>(guessed->first) + 1);
        choice->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) { refresh(); });
        grid->Add(choice, wxSizerFlags().Expand());
        m_rows.push_back({what, choice});
    }
    column->Add(grid, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT, FromDIP(10)));
    m_header = new wxCheckBox(this, wxID_ANY, _("The &first row names the columns"));
    m_header->SetValue(m_guess.has_header || looks_like_names(preview.rows.front()));
    column->Add(m_header, wxSizerFlags().Border(wxALL, FromDIP(10)));
    column->Add(CreateSeparatedButtonSizer(wxOK | wxCANCEL), wxSizerFlags().Expand().Border(wxALL, FromDIP(10)));
    m_ok = dynamic_cast<wxButton*>(FindWindow(wxID_OK));
    m_ok->SetLabel(_("&Read it so"));
    SetSizerAndFit(column);
    CentreOnParent();
    refresh();
}

void ColumnDialog::refresh()
{
    m_ok->Enable(std::any_of(m_rows.begin(), m_rows.end(),
                             [](const Row& row)
                             {
                                 return row.choice->GetSelection() > 0 && (row.column == directory::Column::Code ||
                                                                           row.column == directory::Column::Name);
                             }));
}

directory::ColumnMapping ColumnDialog::mapping() const
{
    directory::ColumnMapping mapping;
    mapping.has_header = m_header->GetValue();
    for (const auto& [place, what] : m_guess.columns) // addresses and telephones, which are not asked for
        if (std::none_of(m_rows.begin(), m_rows.end(), [kind = what](const Row& row) { return row.column == kind; }))
            mapping.columns[place] = what;
    for (const Row& row : m_rows)
        if (row.choice->GetSelection() > 0)
            mapping.columns[static_cast<std::size_t>(row.choice->GetSelection()) - 1] = row.column;
    return mapping;
}

} // namespace fedadvise::gui
