// MainFrame: the window: menus, files, undo, and the one conversation that all views show.
#pragma once

#include "casefile/merge.h"
#include "gui/commands.h"
#include "gui/interview_panel.h"
#include "gui/start_panel.h"
#include "rulepack/store.h"
#include "wizard/answer_sheet.h"
#include "wizard/conversation.h"
#include "wizard/settings.h"

#include <wx/frame.h>
#include <wx/infobar.h>
#include <wx/menu.h>

#include <array>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace fedadvise::gui
{

enum class PathPurpose
{
    OpenCase,
    SaveCase,
    SaveDocument,
    ReportFolder,
    SaveResponse,
    InvitationFolder,
    OpenRulePack,
};

/// Where the frame finds and keeps things, and how it asks for a path (empty: cancelled).
struct Surroundings
{
    std::filesystem::path examples;
    std::filesystem::path settings;
    std::filesystem::path recovery;
    std::filesystem::path fonts;                          ///< folder of the documents' fonts
    std::filesystem::path texts;                          ///< folder of what comes along to be read, such as licences
    std::optional<rulepack::StorePlaces> rule_packs = {}; ///< none: no packs can be installed
    bool rules_are_named = false;                         ///< at the start, so that no pack is in use
    /// Begins anew with the rules in use, and with this case when it is not empty.
    std::function<void(const std::filesystem::path& open)> use_new_rules = {};
    std::function<wxString(wxWindow* parent, PathPurpose purpose, const wxString& suggestion)> ask_path;
    std::function<std::vector<wxString>(wxWindow* parent)> ask_answers; ///< files to merge; none: cancelled
    std::function<std::vector<wxString>(wxWindow* parent)> ask_lists;   ///< practice lists; none: cancelled
    /// Opens a file or folder with the program that the desktop has for it. Gives whether there is one.
    std::function<bool(const std::filesystem::path& path)> open_outside;
};

/// Asks with the system's own dialog.
[[nodiscard]] wxString ask_path_in_dialog(wxWindow* parent, PathPurpose purpose, const wxString& suggestion);

[[nodiscard]] std::vector<wxString> ask_answer_files(wxWindow* parent);
[[nodiscard]] std::vector<wxString> ask_practice_lists(wxWindow* parent);
[[nodiscard]] bool open_with_desktop(const std::filesystem::path& path);

class MeetingFrame;

class MainFrame : public wxFrame
{
public:
    MainFrame(engine::Engine engine, foundation::Date today, Surroundings surroundings);

    /// After a crash: offers what was being worked on. Gives whether it was restored.
    bool offer_recovery();
    /// The same for an invitation that was being answered: opens it again when that is wanted.
    void offer_response_recovery();
    /// Opens a case file; what is wrong with it is told to the user. Gives whether it is open.
    bool open_file(const std::filesystem::path& path);
    /// Puts the answers in the files together with the open case, once the user has read what comes of it.
    void merge_files(const std::vector<std::filesystem::path>& paths);
    /// The rules that can be used; offers to install a pack at once when one is named.
    void show_rule_packs(const std::filesystem::path& install);
    /// Files that were dropped: opens what there is to open, or merges.
    void take_files(const std::vector<std::filesystem::path>& paths);
    /// Writes the case as it is now into the recovery file.
    void write_journal_now();
    /// Closes without a question; the next start offers what was not saved.
    void close_keeping_work();
    [[nodiscard]] const wizard::Conversation& conversation() const { return m_conversation; }

    /// Puts questions to a room, from the one at the top of the page; on the whole screen.
    MeetingFrame* begin_meeting();
    /// Shows what would make an option come first; a change that is tried becomes a variant.
    void explain_change(const std::string& option);

private:
    enum class FileRole
    {
        Own,     ///< Save writes to it again
        Example, ///< Save asks for a place
    };

    // Menus and files (main_frame_files.cpp has those of files).
    void build_menus();
    void build_file_menu(wxMenuBar& bar);
    void build_edit_menu(wxMenuBar& bar);
    void build_view_menu(wxMenuBar& bar);
    void build_help_menu(wxMenuBar& bar);
    void build_variant_menu(wxMenuBar& bar);
    void build_views();
    void build_commands();
    void build_case_commands();
    void build_variant_commands();
    bool open(const std::filesystem::path& path, FileRole role);
    void new_group();
    void begin(casefile::Case group, const std::filesystem::path& path, bool saved);
    bool save();
    bool save_as();
    bool save_to(const std::filesystem::path& path);
    void show_start();
    /// Asks about unsaved changes. Gives whether the case may be left.
    bool may_leave_case();
    void remember_file(const std::filesystem::path& path);
    [[nodiscard]] CaseOffer offer_of(const std::filesystem::path& path) const;
    [[nodiscard]] wxString suggested_name(const wxString& ending) const;
    void fill_recent_menu();

    // Rules (main_frame_rules.cpp).
    void build_rules_menu(wxMenuBar& bar);
    /// The day whose law applies to the case itself, whatever variant is worked on.
    [[nodiscard]] foundation::Date day_of_file() const;
    [[nodiscard]] bool is_judged_by_others() const;
    void offer_recheck();
    void show_recheck();
    /// With what it was judged by, as it is noted in the file.
    [[nodiscard]] casefile::Case case_to_save();

    void choose_from_list(); ///< main_frame_lists.cpp
    void show_reports();     ///< main_frame_reports.cpp

    // Practices that answer separately (main_frame_answers.cpp).
    void build_answers_menu(wxMenuBar& bar);
    void refresh_answers_menu();
    bool keep_file(const std::filesystem::path& path, const std::string& text);
    void invite_practices();
    /// None: cancelled.
    [[nodiscard]] std::vector<rulebase::QuestionId> ask_questions();
    void answer_invitation(const casefile::Invitation& invitation);
    void answer(wizard::AnswerSheet sheet);
    bool save_response(const wizard::AnswerSheet& sheet);
    void merge_answers();
    void take_over(const casefile::Merged& merged);
    void type_in_form();
    void decide_conflicts();
    void start_next_round();
    void show_rounds();
    void show_rounds_without_names();

    // Variants (main_frame_variants.cpp).
    [[nodiscard]] WhatIfScreen what_if_screen();
    void refresh_variant_menu();
    void add_variant();
    void rename_variant(const std::string& variant);
    void remove_variant(const std::string& variant);
    void work_on_variant(const std::string& variant);
    void show_variants();

    void commit();
    void changed();
    void refresh_soon();
    void refresh_now();
    void refresh_if_needed();
    void refresh_title();
    void go_on();
    void show_question(const std::string& step, const std::string& practice, const std::string& question);
    void undo();
    void redo();
    void set_text_percent(int percent);
    void read_live();
    void show_next_question();
    void show_about();
    void show_text(const std::string& name, const wxString& title); ///< main_frame_texts.cpp
    void show_keyboard();
    void notify(const wxString& message);
    void tell(const wxString& title, const wxString& message);
    void on_close(wxCloseEvent& event);

    Surroundings m_surroundings;
    foundation::Date m_today;
    wizard::Conversation m_conversation;
    wizard::Settings m_settings;
    Commands m_commands;
    std::filesystem::path m_path; ///< of the open case; empty when it has none yet
    bool m_case_open = false;
    std::string m_practice; ///< whose form is open; empty: none
    std::string m_variant;  ///< that is looked at among the variants; empty: none
    bool m_refresh_wanted = false;

    wxInfoBar* m_info = nullptr;
    wxSimplebook* m_book = nullptr;
    StartPanel* m_start = nullptr;
    InterviewPanel* m_interview = nullptr;
    wxMenu* m_recent_menu = nullptr;
    int m_reports_id = wxID_NONE;
    std::vector<int> m_answer_entries; ///< that need an open case
    std::array<int, 3> m_variant_entries = {wxID_NONE, wxID_NONE, wxID_NONE};
};

} // namespace fedadvise::gui
