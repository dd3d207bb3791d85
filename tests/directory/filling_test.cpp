#include "directory/filling.h"

#include "casefile/case_file.h"
#include "samples.h"

#include <doctest/doctest.h>

using namespace fedadvise::directory;
using namespace fedadvise;

namespace
{

PracticeList both_files()
{
    return read_texts({{"epraccur.csv", small_practice_file()},
                       {"gp-reg-pat-prac-all.csv",
                        patients_header + patients_line("A81001", 9412) + patients_line("A81002", 12'345)}});
}

std::vector<std::size_t> chosen(const PracticeList& list, const std::vector<std::string>& codes)
{
    std::vector<std::size_t> indexes;
    for (const std::string& code : codes)
    {
        REQUIRE(list.find_code(code) != nullptr);
        indexes.push_back(static_cast<std::size_t>(list.find_code(code) - list.practices().data()));
    }
    return indexes;
}

casefile::Case filled(const casefile::Case& group, const PracticeList& list, const std::vector<std::string>& codes,
                      Existing existing)
{
    return fill_in(group, *shipped_rules(), list, plan_filling(group, *shipped_rules(), list, chosen(list, codes)),
                   existing);
}

casefile::Practice practice(const std::string& id, const std::string& name, const std::string& code)
{
    casefile::Practice made;
    made.id = id;
    made.name = name;
    made.ods_code = code;
    return made;
}

const rulebase::QuestionId list_size{list_size_question};

} // namespace

TEST_SUITE("filling in practices")
{
TEST_CASE("practices that join bring name, code, address and list size with its day")
{
    const PracticeList list = both_files();
    casefile::Case group;
    group.practices.push_back(practice("p2", "Elsewhere", ""));
    const casefile::Case now = filled(group, list, {"A81001", "A81003", "A81001"}, Existing::Keep);
    REQUIRE(now.practices.size() == 3);
    CHECK(now.practices[0] == group.practices[0]);
    const casefile::Practice& hill = now.practices[1];
    CHECK(hill.id == "p1");
    CHECK(hill.name == "The Hill Surgery");
    CHECK(hill.ods_code == "A81001");
    CHECK(hill.address == "1 High Street, Northwick, ZZ18 1HU");
    CHECK(hill.answers.at(list_size) == casefile::Answer{casefile::Number{9412}});
    CHECK(hill.notes.at(list_size) == "Registered patients from gp-reg-pat-prac-all.csv, as at 1 October 2026.");
    CHECK(now.practices[2].id == "p3");
    CHECK(now.practices[2].answers.empty());
    // What is filled in is saved and read as it is
    const auto read = casefile::read_case(casefile::case_text(now), "a.fedcase", *shipped_rules());
    REQUIRE(read.group);
    CHECK(*read.group == now);
}

TEST_CASE("nothing that somebody answered is written over unless it is asked for")
{
    const PracticeList list = both_files();
    casefile::Case group;
    group.practices.push_back(practice("p1", "Hill Surgery", "a81001"));
    group.practices[0].answers[list_size] = casefile::Number{9100};
    group.practices[0].notes[list_size] = "Ours.";
    const auto plan = plan_filling(group, *shipped_rules(), list, chosen(list, {"A81001"}));
    REQUIRE(plan.size() == 1);
    CHECK(plan[0].existing == 0U);
    REQUIRE(plan[0].differs.size() == 2);
    CHECK(plan[0].differs[0].label == "name");
    CHECK(plan[0].differs[1].before == "9,100 patients");
    CHECK(plan[0].differs[1].after == "9,412 patients as at 1 October 2026");

    const casefile::Case kept = filled(group, list, {"A81001"}, Existing::Keep);
    CHECK(kept.practices[0].name == "Hill Surgery");
    CHECK(kept.practices[0].answers == group.practices[0].answers);
    CHECK(kept.practices[0].notes == group.practices[0].notes);
    CHECK_FALSE(kept.practices[0].address.empty());
    const auto words = plan_words(plan, Existing::Keep);
    REQUIRE(words.size() == 3);
    CHECK(words[2] == "Hill Surgery: the list size in the case is 9,100 patients, the list has 9,412 patients as at 1 "
                      "October 2026. The case's is kept.");

    const casefile::Case replaced = filled(group, list, {"A81001"}, Existing::Replace);
    CHECK(replaced.practices[0].name == "The Hill Surgery");
    CHECK(replaced.practices[0].answers.at(list_size) == casefile::Answer{casefile::Number{9412}});
    CHECK(replaced.practices[0].notes.at(list_size) ==
          "Ours. Registered patients from gp-reg-pat-prac-all.csv, as at 1 October 2026.");
    // Filling in once more changes nothing
    CHECK(filled(replaced, list, {"A81001"}, Existing::Replace) == replaced);
    const auto again = plan_filling(replaced, *shipped_rules(), list, chosen(list, {"A81001"}));
    CHECK(plan_words(again, Existing::Keep) ==
          std::vector<std::string>{"The Hill Surgery is in the case already, and nothing is new."});
}

TEST_CASE("what one person of the practice said counts as answered, and \"we do not know\" too")
{
    const PracticeList list = both_files();
    casefile::Case group;
    group.practices.push_back(practice("p1", "The Hill Surgery", ""));
    casefile::Respondent manager;
    manager.role = "manager";
    manager.answers[list_size] = casefile::Unknown{};
    group.practices[0].respondents.push_back(manager);
    const casefile::Case kept = filled(group, list, {"A81001"}, Existing::Keep);
    REQUIRE(kept.practices.size() == 1);
    CHECK(kept.practices[0].ods_code == "A81001");
    CHECK(kept.practices[0].answers.empty());
    CHECK(filled(group, list, {"A81001"}, Existing::Replace).practices[0].answers.size() == 1);
}

TEST_CASE("a newer number replaces our own note and leaves people's")
{
    const PracticeList old = read_texts({{"old.csv", patients_header + patients_line("A81001", 9000, "01JUL2026")}});
    const casefile::Case before = filled({}, old, {"A81001"}, Existing::Keep);
    const casefile::Case after = filled(before, both_files(), {"A81001"}, Existing::Replace);
    CHECK(after.practices[0].notes.at(list_size) ==
          "Registered patients from gp-reg-pat-prac-all.csv, as at 1 October 2026.");
}

TEST_CASE("a closed practice or another setting is warned about")
{
    const PracticeList list = both_files();
    const auto plan = plan_filling({}, *shipped_rules(), list, chosen(list, {"A81004", "Y00005", "A81001"}));
    CHECK(plan[0].warning == "The list says of Old Hill Surgery: closed on 31 March 2020.");
    CHECK(plan[1].warning.find("not a GP practice") != std::string::npos);
    CHECK(plan[2].warning.empty());
}
} // TEST_SUITE("filling in practices")
