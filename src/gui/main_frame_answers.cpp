// The part of MainFrame for practices that answer separately: invitations, responses, merges and rounds.

#include "gui/main_frame.h"

#include "casefile/cells.h"
#include "casefile/merge.h"
#include "foundation/file.h"
#include "gui/answer_dialog.h"
#include "gui/conflict_dialog.h"
#include "gui/text.h"
#include "gui/text_dialog.h"
#include "gui/typing_dialog.h"
#include "report/answer_form.h"
#include "report/merge_words.h"
#include "report/rounds.h"
#include "wizard/journal.h"

#include <wx/choicdlg.h>
#include <wx/datetime.h>
#include <wx/dnd.h>
#include <wx/filedlg.h>
#include <wx/intl.h>
#include <wx/msgdlg.h>

#include <algorithm>
#include <random>
#include <utility>

namespace fedadvise::gui
{
namespace
{

std::string now_in_greenwich()
{
    return to_utf8(wxDateTime::Now().ToUTC().Format(wxS("%Y-%m-%dT%H:%M:%SZ")));
}

/// Twelve random digits after the letter: for cases, and for people who give no name.
std::string new_token(char letter)
{
    constexpr std::string_view digits = "0123456789abcdef";
    constexpr int length = 12;
    std::random_device random;
    std::string token{letter, '-'};
    for (int i = 0; i < length; ++i)
        token += digits[random() % digits.size()];
    return token;
}

Paragraphs paragraphs_of(const report::Lines& lines)
{
    Paragraphs paragraphs;
    for (const report::Line& line : lines)
        switch (line.kind)
        {
        case report::LineKind::Title: paragraphs.push_back({Style::Title, line.text}); break;
        case report::LineKind::Heading: paragraphs.push_back({Style::Heading, line.text}); break;
        case report::LineKind::Subheading: paragraphs.push_back({Style::Strong, line.text}); break;
        case report::LineKind::Body: paragraphs.push_back({Style::Body, line.text}); break;
        case report::LineKind::Item: paragraphs.push_back({Style::Bullet, line.text}); break;
        case report::LineKind::Detail: paragraphs.push_back({Style::Soft, line.text}); break;
        }
    return paragraphs;
}

/// A name for a file, without what file systems do not take.
wxString file_name(const std::string& text)
{
    wxString name = to_wx(text);
    for (const wxUniChar bad : wxString(wxS("/\\:*?\"<>|")))
        name.Replace(wxString(bad), wxS("-"));
    return name.empty() ? _("practice") : name;
}

/// Lets people choose among things that are all chosen at first; none when cancelled.
std::vector<std::size_t> ask_several(wxWindow* parent, const wxString& question, const wxArrayString& things)
{
    wxArrayInt all;
    for (std::size_t i = 0; i < things.size(); ++i)
        all.Add(static_cast<int>(i));
    wxMultiChoiceDialog dialog(parent, question, _("Invite practices"), things);
    dialog.SetSelections(all);
    std::vector<std::size_t> chosen;
    if (dialog.ShowModal() != wxID_OK)
        return chosen;
    dialog.TransferDataFromWindow(); // also when the dialog was answered before it opened
    for (const int thing : dialog.GetSelections())
        chosen.push_back(static_cast<std::size_t>(thing));
    return chosen;
}

/// Files that are dropped on the window.
class DroppedFiles : public wxFileDropTarget
{
public:
    explicit DroppedFiles(MainFrame& frame) : m_frame(frame) {}
    bool OnDropFiles(wxCoord, wxCoord, const wxArrayString& names) override
    {
        std::vector<std::filesystem::path> paths;
        for (const wxString& name : names)
            paths.push_back(to_path(name));
        m_frame.CallAfter([this, paths] { m_frame.take_files(paths); }); // the other program waits for the drop
        return true;
    }

private:
    MainFrame& m_frame;
};

} // namespace

std::vector<wxString> ask_answer_files(wxWindow* parent)
{
    wxFileDialog dialog(parent, _("Merge answers"), wxString(), wxString(),
                        _("Answers and cases (*.fedresponse;*.fedcase)|*.fedresponse;*.fedcase|All files|*"),
                        wxFD_OPEN | wxFD_FILE_MUST_EXIST | wxFD_MULTIPLE);
    std::vector<wxString> paths;
    if (dialog.ShowModal() != wxID_OK)
        return paths;
    wxArrayString chosen;
    dialog.GetPaths(chosen);
    paths.assign(chosen.begin(), chosen.end());
    return paths;
}

void MainFrame::build_answers_menu(wxMenuBar& bar)
{
    auto* menu = new wxMenu;
    const auto add = [&](const wxString& label, void (MainFrame::*act)())
    {
        const int id = menu->Append(wxID_ANY, label)->GetId();
        Bind(
            wxEVT_MENU, [this, act](wxCommandEvent&) { (this->*act)(); }, id);
        return id;
    };
    m_answer_entries.push_back(add(_("&Invite practices...\tCtrl+Shift+N"), &MainFrame::invite_practices));
    add(_("&Merge answers...\tCtrl+M"), &MainFrame::merge_answers);
    m_answer_entries.push_back(add(_("&Type in a paper form...\tCtrl+T"), &MainFrame::type_in_form));
    m_answer_entries.push_back(add(_("&Decide what differs...\tCtrl+D"), &MainFrame::decide_conflicts));
    menu->AppendSeparator();
    m_answer_entries.push_back(add(_("Start the &next round..."), &MainFrame::start_next_round));
    m_answer_entries.push_back(add(_("What mo&ved between rounds..."), &MainFrame::show_rounds));
    m_answer_entries.push_back(add(_("What moved, without na&mes..."), &MainFrame::show_rounds_without_names));
    bar.Append(menu, _("&Practices"));
    SetDropTarget(new DroppedFiles(*this));
}

void MainFrame::refresh_answers_menu()
{
    for (const int id : m_answer_entries)
        GetMenuBar()->Enable(id, m_case_open);
}

bool MainFrame::keep_file(const std::filesystem::path& path, const std::string& text)
{
    const auto written = foundation::save_file(path, text);
    if (!written)
        tell(_("The file was not written"), to_wx(written.error().message + "\n" + written.error().advice));
    return written.has_value();
}

void MainFrame::invite_practices()
{
    commit();
    const casefile::Case& group = m_conversation.file();
    if (group.practices.empty())
        return tell(_("Nobody to invite"), _("List the practices first, on the first page."));
    wxArrayString names;
    for (const casefile::Practice& practice : group.practices)
        names.Add(practice.name.empty() ? to_wx(practice.id) : to_wx(practice.name));
    const auto who = ask_several(this, _("Which practices do you invite to answer for themselves?"), names);
    if (who.empty())
        return;
    const auto questions = ask_questions();
    if (questions.empty())
        return;
    const wxString folder = m_surroundings.ask_path(this, PathPurpose::InvitationFolder, wxString());
    if (folder.empty())
        return;
    m_conversation.give_id(new_token('c'));
    std::size_t written = 0;
    for (const std::size_t chosen : who)
    {
        const casefile::Practice& practice = group.practices[chosen];
        const casefile::Invitation invitation =
            casefile::invite(m_conversation.engine().rules(), group, practice.id, questions);
        const wxString name = file_name(practice.name.empty() ? practice.id : practice.name + " " + practice.id);
        if (!keep_file(to_path(folder) / to_path(name + wxS(".fedinvite")), casefile::invitation_text(invitation)) ||
            !keep_file(to_path(folder) / to_path(name + wxS(" paper form.html")),
                       report::answer_form(m_conversation.engine().rules(), invitation)))
            break;
        ++written;
    }
    changed();
    notify(wxString::Format(
        _("Invitations for %zu practices, and forms to print, are in %s. Save the case, so that it knows the answers."),
        written, folder));
}

std::vector<rulebase::QuestionId> MainFrame::ask_questions()
{
    const rulebase::RuleBase& rules = m_conversation.engine().rules();
    std::vector<std::string> ids;
    wxArrayString titles;
    for (const rulebase::Section& section : rules.sections)
        if (std::any_of(rules.questions.begin(), rules.questions.end(),
                        [&](const rulebase::Question& question)
                        { return question.section == section.id && casefile::can_be_asked_of_practices(question); }))
        {
            ids.push_back(section.id);
            titles.Add(to_wx(section.title));
        }
    const auto what = ask_several(this, _("What do you ask them?"), titles);
    std::vector<rulebase::QuestionId> questions;
    for (const rulebase::Question& question : rules.questions)
    {
        const auto section = std::find(ids.begin(), ids.end(), question.section);
        if (section != ids.end() && casefile::can_be_asked_of_practices(question) &&
            std::find(what.begin(), what.end(), static_cast<std::size_t>(section - ids.begin())) != what.end())
            questions.push_back(question.id);
    }
    return questions;
}

void MainFrame::answer_invitation(const casefile::Invitation& invitation)
{
    answer(wizard::AnswerSheet(m_conversation.engine().rules(), invitation));
}

void MainFrame::answer(wizard::AnswerSheet sheet)
{
    const auto note_change = [this, told = false](const wizard::AnswerSheet& answered) mutable
    {
        const auto written = wizard::write_response_journal(
            m_surroundings.recovery, answered.response(now_in_greenwich(), std::string("r-recovered")));
        if (!written && !std::exchange(told, true))
            notify(_("Your answers could not be kept against a crash: ") + to_wx(written.error().message));
    };
    AnswerDialog(
        this, std::move(sheet), [this](wizard::AnswerSheet& answered) { return save_response(answered); }, note_change)
        .ShowModal();
    wizard::remove_response_journal(m_surroundings.recovery); // saved, or left on purpose
}

void MainFrame::offer_response_recovery()
{
    const auto recovered = wizard::read_response_journal(m_surroundings.recovery, m_conversation.engine().rules());
    if (!recovered)
        return;
    wizard::AnswerSheet sheet(m_conversation.engine().rules(), recovered->to);
    sheet.restore(recovered->respondent);
    wxMessageDialog question(this, wxString::Format(_("Go on answering \"%s\"?"), to_wx(sheet.title())),
                             _("Restore your answers"), wxYES_NO | wxICON_QUESTION);
    question.SetExtendedMessage(
        _("The program ended last time before you saved your response. Your answers were kept."));
    question.SetYesNoLabels(_("&Restore"), _("&Discard"));
    if (question.ShowModal() == wxID_NO) // whoever only closes the question keeps the answers
        return wizard::remove_response_journal(m_surroundings.recovery);
    answer(std::move(sheet));
}

bool MainFrame::save_response(const wizard::AnswerSheet& sheet)
{
    const casefile::Response response = sheet.response(now_in_greenwich(), new_token('r'));
    const std::string who = sheet.name().empty() ? response.respondent.id : sheet.name();
    const wxString chosen = m_surroundings.ask_path(
        this, PathPurpose::SaveResponse, file_name(sheet.invitation().practice_name + " " + who) + wxS(".fedresponse"));
    if (chosen.empty())
        return false;
    std::filesystem::path path = to_path(chosen);
    if (path.extension().empty())
        path += ".fedresponse";
    if (!keep_file(path, casefile::response_text(response)))
        return false;
    notify(_("Your response is in ") + to_wx(path_to_utf8(path)) + _(". Send it to whoever invited you."));
    return true;
}

void MainFrame::merge_answers()
{
    std::vector<std::filesystem::path> paths;
    for (const wxString& path : m_surroundings.ask_answers(this))
        paths.push_back(to_path(path));
    if (!paths.empty())
        merge_files(paths);
}

void MainFrame::take_files(const std::vector<std::filesystem::path>& paths)
{
    if (paths.size() == 1 && !m_case_open)
        open_file(paths.front());
    else if (!paths.empty())
        merge_files(paths);
}

void MainFrame::merge_files(const std::vector<std::filesystem::path>& paths)
{
    commit();
    const rulebase::RuleBase& rules = m_conversation.engine().rules();
    std::vector<casefile::MergeFile> files;
    std::vector<std::string> unread;
    if (m_case_open)
        files.push_back(
            {m_path.empty() ? to_utf8(_("the open case")) : path_to_utf8(m_path.filename()), m_conversation.file()});
    for (const std::filesystem::path& path : paths)
    {
        casefile::LoadedFile loaded = casefile::load_any(path, rules);
        const std::string name = path_to_utf8(path.filename());
        if (loaded.group)
            files.push_back({name, std::move(*loaded.group)});
        else if (loaded.response)
            files.push_back({name, std::move(*loaded.response)});
        else if (loaded.invitation)
            files.push_back({name, std::move(*loaded.invitation)});
        else
            for (const foundation::Diagnostic& diagnostic : loaded.diagnostics)
                if (diagnostic.severity == foundation::Severity::Error)
                    unread.push_back(foundation::diagnostic_text(diagnostic));
    }
    const casefile::Merged merged = casefile::merge(std::move(files), rules);
    if (!merged.group)
    {
        Paragraphs faults{{Style::Title, to_utf8(_("These files cannot be merged"))}};
        for (const foundation::Diagnostic& diagnostic : merged.diagnostics)
            faults.push_back({Style::Bullet, foundation::diagnostic_text(diagnostic)});
        for (const std::string& file : unread)
            faults.push_back({Style::Bullet, file});
        TextDialog(this, _("Merge answers"), faults).ShowModal();
        return;
    }
    const Paragraphs summary = paragraphs_of(report::merge_lines(rules, *merged.group, merged.report, unread));
    if (TextDialog(this, _("Merge answers"), summary, _("&Take this over")).ShowModal() != wxID_OK)
        return;
    take_over(merged);
}

void MainFrame::take_over(const casefile::Merged& merged)
{
    if (m_case_open)
    {
        m_conversation.take_over(*merged.group);
        changed();
    }
    else
        begin(*merged.group, {}, false);
    notify(to_wx(report::merge_headline(merged.report)));
    if (!merged.report.open.empty())
        decide_conflicts();
}

void MainFrame::type_in_form()
{
    commit();
    const casefile::Case& group = m_conversation.file();
    if (group.practices.empty())
        return tell(_("Whose form is it?"), _("List the practices first, on the first page."));
    m_conversation.give_id(new_token('c'));
    std::vector<wizard::AnswerSheet> sheets;
    for (const casefile::Practice& practice : group.practices)
        sheets.emplace_back(m_conversation.engine().rules(),
                            casefile::invite(m_conversation.engine().rules(), group, practice.id));
    const auto take = [this](const wizard::AnswerSheet& sheet)
    {
        const casefile::Response response = sheet.response(now_in_greenwich(), new_token('r'));
        casefile::Merged merged = casefile::merge(
            {{to_utf8(_("the open case")), m_conversation.file()}, {to_utf8(_("paper form")), response}},
            m_conversation.engine().rules());
        if (merged.group)
            m_conversation.take_over(std::move(*merged.group));
        changed();
    };
    TypingDialog(this, std::move(sheets), take).ShowModal();
}

void MainFrame::decide_conflicts()
{
    commit();
    if (casefile::open_conflicts(m_conversation.file()) == 0)
        return tell(_("Nothing to decide"), _("The files that were merged say the same, or you have decided already."));
    ConflictDialog(
        this, m_conversation.engine().rules(), [this]() -> const casefile::Case& { return m_conversation.file(); },
        [this](std::size_t conflict, std::size_t value)
        {
            m_conversation.decide_conflict(conflict, value);
            changed();
        })
        .ShowModal();
}

void MainFrame::start_next_round()
{
    commit();
    const int next = m_conversation.file().round + 1;
    wxMessageDialog question(this, wxString::Format(_("Start round %d?"), next), _("Start the next round"),
                             wxYES_NO | wxICON_QUESTION);
    question.SetExtendedMessage(_("New invitations ask for answers of this round. What people said before is kept, and "
                                  "counts until they answer again."));
    question.SetYesNoLabels(_("&Start the round"), _("&Cancel"));
    if (question.ShowModal() != wxID_YES)
        return;
    m_conversation.start_next_round();
    changed();
    notify(wxString::Format(_("Round %d is open. Invite the practices again."), next));
}

void MainFrame::show_rounds()
{
    const report::Rounds rounds =
        report::what_moved(m_conversation.engine().rules(), m_conversation.file(), report::Names::Shown);
    TextDialog(this, _("What moved between rounds"), paragraphs_of(report::rounds_lines(rounds))).ShowModal();
}

void MainFrame::show_rounds_without_names()
{
    const report::Rounds rounds =
        report::what_moved(m_conversation.engine().rules(), m_conversation.file(), report::Names::Hidden);
    TextDialog(this, _("What moved between rounds"), paragraphs_of(report::rounds_lines(rounds))).ShowModal();
}

} // namespace fedadvise::gui
