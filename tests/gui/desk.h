// Desk: a main frame with a folder of its own, and hands that click and type through it.
#pragma once

#include "gui/main_frame.h"

#include <wx/modalhook.h>
#include <wx/radiobut.h>
#include <wx/textctrl.h>

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

namespace gui_test
{

/// Called by wx when one of its asserts fails: the test that runs fails at its end.
void note_assert(const wxString& what);

/// A folder that is gone after the test.
class TemporaryFolder
{
public:
    TemporaryFolder();
    ~TemporaryFolder();
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;
    [[nodiscard]] const std::filesystem::path& path() const { return m_path; }

private:
    std::filesystem::path m_path;
};

/// Answers dialogs before they open. A dialog that nobody expected is cancelled and listed.
class DialogAnswers : public wxModalDialogHook
{
public:
    DialogAnswers() { Register(); }
    void will_answer(int id) { m_answers.push_back(id); }
    [[nodiscard]] const std::vector<std::string>& asked() const { return m_asked; }
    [[nodiscard]] bool all_used() const { return m_answers.empty() && !m_unexpected; }

protected:
    int Enter(wxDialog* dialog) override;

private:
    std::vector<int> m_answers;
    std::vector<std::string> m_asked; ///< titles
    bool m_unexpected = false;
};

class Desk
{
public:
    Desk();
    explicit Desk(std::filesystem::path folder);
    ~Desk();
    Desk(const Desk&) = delete;
    Desk& operator=(const Desk&) = delete;

    [[nodiscard]] fedadvise::gui::MainFrame& frame() { return *m_frame; }
    [[nodiscard]] const fedadvise::wizard::Conversation& conversation() { return m_frame->conversation(); }
    [[nodiscard]] const std::filesystem::path& folder() const { return m_folder; }
    /// What the next file dialog gives; empty: cancelled.
    std::filesystem::path next_path;
    /// What the dialogs for files to merge and for practice lists give.
    std::vector<std::filesystem::path> next_paths;
    /// Cases with which the program was to begin anew under other rules; empty when none was open.
    std::vector<std::filesystem::path> begun_anew;
    /// Files and folders that were handed to the desktop.
    std::vector<std::filesystem::path> opened_outside;

    // Hands. Each waits until the frame has drawn itself anew; a control that is not on screen fails the test.
    void click(const std::string& button_label);
    void click_named(const std::string& name);
    void menu(int id);
    void menu(const std::string& menu, const std::string& entry);
    void type(wxTextCtrl& field, const std::string& text);
    void answer(const std::string& question, const std::string& option_label, const std::string& practice = "");
    void write(const std::string& question, const std::string& text, const std::string& practice = "");
    void go_to(const std::string& step_title);

    // Eyes.
    [[nodiscard]] wxWindow* question(const std::string& question, const std::string& practice = "");
    [[nodiscard]] wxTextCtrl& field(const std::string& name);
    [[nodiscard]] wxTextCtrl& field_of(const std::string& question, const std::string& practice = "");
    /// Label of the chosen option; empty when none is.
    [[nodiscard]] std::string chosen(const std::string& question, const std::string& practice = "");
    [[nodiscard]] std::string heading();
    [[nodiscard]] std::string title() const;
    [[nodiscard]] bool shows_text(const std::string& part);
    [[nodiscard]] std::string text_of(const std::string& name);

private:
    [[nodiscard]] wxWindow* find_shown(const std::function<bool(wxWindow*)>& is_it);
    std::filesystem::path m_folder;
    fedadvise::gui::MainFrame* m_frame = nullptr;
};

/// Lets wx work until it is done, at most three seconds. Gives whether it came true.
bool until(const std::function<bool()>& done);
void settle();

/// Presses a button below the root by its name; waits as the desk's hands do.
void press_named(wxWindow& root, const std::string& name);
/// Sets a check box below the root by its name, as a click does.
void tick(wxWindow& root, const std::string& name, bool on);
[[nodiscard]] wxWindow* find_named(wxWindow& root, const std::string& name);

/// Every window on screen below the root, depth first.
void walk_shown(wxWindow* root, const std::function<void(wxWindow*)>& visit);

[[nodiscard]] fedadvise::engine::Engine whole_engine();

} // namespace gui_test
