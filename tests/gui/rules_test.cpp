// Rule packs in the window, and what a case says of the rules that judged it.
#include "desk.h"

#include "casefile/case_file.h"
#include "foundation/file.h"
#include "gui/rule_packs_dialog.h"
#include "gui/text.h"
#include "rulepack/pack.h"

#include <doctest/doctest.h>

#include <wx/listbox.h>

using namespace fedadvise;
using namespace gui_test;

namespace
{

/// A signed pack of the shipped rules as version 9.0.0, in the folder; with `spoil`, one byte of it is another.
std::filesystem::path pack_in(const std::filesystem::path& folder, bool spoil = false)
{
    auto files = rulepack::files_of_folder(FEDADVISE_RULES_DIR).value();
    for (rulebase::RuleFile& file : files)
        if (file.name == "rulebase.xml")
        {
            const std::size_t at = file.xml.find("version=\"", file.xml.find("<rulebase id=")) + 9;
            file.xml.replace(at, file.xml.find('"', at) - at, "9.0.0");
            file.xml.insert(file.xml.find("<edition "),
                            "<edition version=\"9.0.0\" date=\"2026-11-25\"><text>For the test.</text></edition>");
        }
    const auto loaded = rulepack::load_files(files);
    REQUIRE(loaded.rules);
    rulepack::SigningKey key{"Canolfan Tŷ Gwyn", {}};
    key.seed.fill(7);
    std::string bytes = rulepack::pack_text(files, *loaded.rules, &key).value();
    if (spoil)
        bytes[bytes.size() / 2] = static_cast<char>(bytes[bytes.size() / 2] ^ 1);
    const auto path = folder / gui::utf8_to_path(spoil ? "spoilt tŷ.fedrules" : "new tŷ.fedrules");
    REQUIRE(foundation::save_file(path, bytes));
    return path;
}

struct Packs
{
    explicit Packs(Desk& desk)
        : store({desk.folder() / "rule-packs", FEDADVISE_RULES_DIR, {}}),
          dialog(
              &desk.frame(), store, [](wxWindow*) { return std::filesystem::path(); }, wxString())
    {
        dialog.Show();
        rows = dynamic_cast<wxListBox*>(find_named(dialog, "rule packs"));
        REQUIRE(rows);
    }
    [[nodiscard]] std::string row(unsigned index) const { return gui::to_utf8(rows->GetString(index)); }

    rulepack::Store store;
    gui::RulePacksDialog dialog;
    wxListBox* rows = nullptr;
};

std::filesystem::path saved_case(Desk& desk)
{
    desk.click("New group");
    desk.type(desk.field("group-title"), "Tŷ Group");
    desk.answer("jurisdiction", "England");
    desk.next_path = desk.folder() / "one.fedcase";
    desk.menu(wxID_SAVE);
    return desk.next_path;
}

} // namespace

TEST_SUITE("rules in the window")
{
TEST_CASE("a pack is installed once its publisher is trusted, and older rules can be used again")
{
    Desk desk;
    Packs packs(desk);
    REQUIRE(packs.rows->GetCount() == 1);
    CHECK(packs.row(0).find("came with the program (in use)") != std::string::npos);
    DialogAnswers dialogs;
    dialogs.will_answer(wxID_CANCEL); // not sure about the fingerprint
    packs.dialog.install(pack_in(desk.folder()));
    CHECK_FALSE(packs.dialog.changed());
    CHECK(packs.rows->GetCount() == 1);
    dialogs.will_answer(wxID_OK);
    packs.dialog.install(pack_in(desk.folder()));
    CHECK(packs.dialog.changed());
    REQUIRE(packs.rows->GetCount() == 2);
    CHECK(packs.row(1) == "Version 9.0.0, the law as at 22 November 2026, by Canolfan Tŷ Gwyn (in use)");
    CHECK(dialogs.asked() == std::vector<std::string>(2, "Is this publisher the one you think?"));
    packs.rows->SetSelection(0);
    wxCommandEvent chosen(wxEVT_LISTBOX, packs.rows->GetId());
    packs.rows->GetEventHandler()->ProcessEvent(chosen);
    press_named(packs.dialog, "use rules");
    CHECK(packs.row(0).find("(in use)") != std::string::npos);
    CHECK_FALSE(find_named(packs.dialog, "use rules")->IsEnabled());
    CHECK(dialogs.all_used());
}

TEST_CASE("a publisher who is not trusted any more takes their rules along")
{
    Desk desk;
    Packs packs(desk);
    CHECK_FALSE(find_named(packs.dialog, "stop trusting")->IsEnabled()); // nobody signed what came with the program
    DialogAnswers dialogs;
    dialogs.will_answer(wxID_OK);
    packs.dialog.install(pack_in(desk.folder()));
    dialogs.will_answer(wxID_NO);
    press_named(packs.dialog, "stop trusting");
    CHECK(packs.row(1).find("(in use)") != std::string::npos);
    dialogs.will_answer(wxID_YES);
    press_named(packs.dialog, "stop trusting");
    CHECK(packs.row(0).find("(in use)") != std::string::npos);
    CHECK(packs.row(1) == "A pack that cannot be used");
    CHECK(packs.store.publishers().empty());
    CHECK(packs.dialog.changed());
    CHECK(dialogs.all_used());
}

TEST_CASE("a pack with one byte changed is refused with a reason")
{
    Desk desk;
    Packs packs(desk);
    DialogAnswers dialogs;
    dialogs.will_answer(wxID_OK);
    packs.dialog.install(pack_in(desk.folder(), true));
    CHECK(dialogs.asked() == std::vector<std::string>{"The pack is not installed"});
    CHECK(packs.rows->GetCount() == 1);
    CHECK_FALSE(packs.dialog.changed());
}

TEST_CASE("opening a pack like a case leads to the rule packs")
{
    Desk desk;
    DialogAnswers dialogs;
    dialogs.will_answer(wxID_CLOSE);
    CHECK_FALSE(desk.frame().open_file(pack_in(desk.folder())));
    CHECK(dialogs.asked() == std::vector<std::string>{"Rule packs"});
    CHECK(desk.begun_anew.empty());
}

TEST_CASE("a saved case names its rules, and opens quietly under the same")
{
    Desk desk;
    const auto path = saved_case(desk);
    const auto loaded = casefile::load_case(path, whole_engine().rules());
    REQUIRE(loaded.group);
    REQUIRE(loaded.group->judged);
    CHECK(loaded.group->judged->rules_sha256 == whole_engine().rules().sha256);
    CHECK(loaded.group->judged->answers_sha256 == casefile::digest_of(*loaded.group));
    CHECK(loaded.group->judged->models.size() == whole_engine().rules().models.size());
    DialogAnswers dialogs;
    desk.menu(wxID_CLOSE);
    CHECK(desk.frame().open_file(path));
    settle();
    CHECK(dialogs.asked().empty());
    // The rules are kept, so that a later program can tell what changed
    const rulepack::Store store({desk.folder() / "rule-packs", desk.folder() / "no shipped rules", {}});
    CHECK(store.find(whole_engine().rules().sha256));
}

TEST_CASE("a case that other rules judged offers to tell what changed, and why")
{
    Desk desk;
    const auto path = saved_case(desk);
    desk.menu(wxID_CLOSE);
    casefile::Case group = *casefile::load_case(path, whole_engine().rules()).group;
    group.judged->rules_sha256 = std::string(64, 'a');
    group.judged->rules_version = "0.9.0";
    REQUIRE(casefile::save_case(path, group));
    DialogAnswers dialogs;
    dialogs.will_answer(wxID_YES);
    dialogs.will_answer(wxID_CLOSE);
    CHECK(desk.frame().open_file(path));
    settle();
    CHECK(dialogs.asked() == std::vector<std::string>{"Re-check", "Re-check: what changed and why"});
    CHECK(dialogs.all_used());
    CHECK_FALSE(desk.conversation().has_unsaved_changes());
    // Saved again, it is noted as judged by these rules
    desk.menu(wxID_SAVE);
    CHECK(casefile::load_case(path, whole_engine().rules()).group->judged->rules_version ==
          whole_engine().rules().version);
}

TEST_CASE("without a case, or with one that was never judged, the menu says what to do")
{
    Desk desk;
    DialogAnswers dialogs;
    dialogs.will_answer(wxID_OK);
    desk.menu("Rules", "Re-check: what changed and why...");
    REQUIRE(desk.frame().open_file(std::filesystem::path(FEDADVISE_EXAMPLES_DIR) / "castle-road.fedcase"));
    dialogs.will_answer(wxID_OK);
    desk.menu("Rules", "Re-check: what changed and why...");
    CHECK(dialogs.asked() == std::vector<std::string>{"No case is open", "Nothing to compare with"});
}
} // TEST_SUITE("rules in the window")
