// PageView: one page of a document as it will be on paper, at any size, walked through by keys.
#pragma once

#include "document/pages.h"

#include <wx/bitmap.h>
#include <wx/scrolwin.h>

#include <functional>
#include <map>
#include <memory>

namespace fedadvise::gui
{

enum class PageFit
{
    Width,
    Whole,
    Percent,
};

class PageView : public wxScrolledCanvas
{
public:
    /// `moved` is called after the page or its size changed.
    PageView(wxWindow* parent, std::function<void()> moved);

    /// Goes to the first page. `name` is that of the document.
    void show(std::shared_ptr<const document::Pages> pages, const wxString& name);
    [[nodiscard]] std::size_t page() const { return m_page; } ///< from 0
    [[nodiscard]] std::size_t count() const { return m_pages ? m_pages->count() : 0; }
    /// Pages beyond the last are the last.
    void go_to(std::size_t page);
    void go_on() { go_to(m_page + 1); }
    void go_back() { go_to(m_page == 0 ? 0 : m_page - 1); }

    /// 100 percent is the size on paper. `percent` counts for PageFit::Percent alone.
    void fit(PageFit fit, int percent = 100);
    [[nodiscard]] PageFit how_fitted() const { return m_fit; }
    [[nodiscard]] int percent() const;
    void zoom_in();
    void zoom_out();
    [[nodiscard]] wxSize page_size() const; ///< on the screen

private:
    void measure();
    void press(wxKeyEvent& event);
    void turn_wheel(wxMouseEvent& event);
    void paint();
    void describe();
    [[nodiscard]] const wxBitmap& bitmap();

    std::function<void()> m_moved;
    std::shared_ptr<const document::Pages> m_pages;
    wxString m_name;
    std::size_t m_page = 0;
    PageFit m_fit = PageFit::Width;
    int m_percent = 100;                     ///< wanted, for PageFit::Percent
    int m_dots = 96;                         ///< an inch, of the screen's own pixels
    std::map<std::size_t, wxBitmap> m_drawn; ///< some pages at m_dots
};

} // namespace fedadvise::gui
