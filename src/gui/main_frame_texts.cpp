// MainFrame: the texts that come with the program, in the menu Help.
#include "gui/main_frame.h"

#include "foundation/file.h"
#include "gui/statements.h"
#include "gui/text.h"
#include "gui/text_dialog.h"

#include <wx/intl.h>

namespace fedadvise::gui
{
namespace
{

constexpr std::size_t largest_text = 20'000'000;

} // namespace

void MainFrame::show_text(const std::string& name, const wxString& title)
{
    const auto text = foundation::read_file(m_surroundings.texts / (name + ".txt"), largest_text);
    if (!text)
    {
        tell(title,
             to_wx(text.error().message) + wxS("\n\n") + _("Install the program again: this text came with it."));
        return;
    }
    TextDialog(this, title, statement_paragraphs(text.value())).ShowModal();
}

} // namespace fedadvise::gui
