#include "directory/practice_list.h"

#include "samples.h"

#include <doctest/doctest.h>

#include <algorithm>

using namespace fedadvise::directory;
using fedadvise::foundation::Date;
using fedadvise::foundation::Diagnostic;

namespace
{

const Diagnostic* fault_of(const PracticeList& list, const std::string& code)
{
    const auto found = std::find_if(list.faults().begin(), list.faults().end(),
                                    [&](const Diagnostic& fault) { return fault.code == code; });
    return found == list.faults().end() ? nullptr : &*found;
}

} // namespace

TEST_SUITE("practice list")
{
TEST_CASE("the published list of practices gives code, name, address and whether it is open")
{
    const PracticeList list = read_texts({{"epraccur.csv", small_practice_file()}});
    CHECK(list.faults().empty());
    REQUIRE(list.practices().size() == 5);
    const ListedPractice* hill = list.find_code("a81001");
    REQUIRE(hill != nullptr);
    CHECK(hill->name == "The Hill Surgery");
    CHECK(address_line(*hill) == "1 High Street, Northwick, ZZ18 1HU");
    CHECK(hill->opened == Date{1974, 4, 1});
    CHECK(hill->telephone == "01632 960000");
    CHECK(is_open_practice(*hill));
    const ListedPractice* closed = list.find_code("A81004");
    REQUIRE(closed != nullptr);
    CHECK_FALSE(is_open_practice(*closed));
    CHECK(status_words(*closed) == "closed on 31 March 2020");
    const ListedPractice* centre = list.find_code("Y00005");
    REQUIRE(centre != nullptr);
    CHECK_FALSE(is_open_practice(*centre));
    CHECK(status_words(*centre) == "not a GP practice (prescribing setting 8)");
    REQUIRE(list.files().size() == 1);
    CHECK(list.files()[0].form == ListForm::PracticeFile);
    CHECK(list.files()[0].rows == 5);
    CHECK(list.files()[0].origin == Origin{"epraccur.csv", Date{2026, 10, 3}, true});
}

TEST_CASE("a row of names, long words for the status and roles for the setting are read too")
{
    std::string header = "\"Organisation Code\",\"Name\"";
    for (int i = 2; i < 27; ++i)
        header += ",\"Null\"";
    const PracticeList list = read_texts(
        {{"epraccur.csv",
          header + "\r\n" +
              practice_line(
                  {"A81001", "HILL SURGERY", "1 HIGH STREET", "NORTHWICK", "ZZ18 1HU", "ACTIVE", "RO177|RO76"}) +
              practice_line({"A81002", "MILL SURGERY", "1 HIGH STREET", "NORTHWICK", "ZZ18 1HU", "INACTIVE", "RO76"}) +
              practice_line({"A81003", "PRISON", "1 HIGH STREET", "NORTHWICK", "ZZ18 1HU", "ACTIVE", "RO82"})}});
    CHECK(list.faults().empty());
    REQUIRE(list.practices().size() == 3);
    CHECK(is_open_practice(*list.find_code("A81001")));
    CHECK_FALSE(is_open_practice(*list.find_code("A81002")));
    CHECK_FALSE(is_open_practice(*list.find_code("A81003")));
}

TEST_CASE("numbers of patients join the practices, with the day for which they hold, in either order")
{
    const std::string patients =
        patients_header + patients_line("A81001", 9412) + patients_line("A81002", 12'345) + patients_line("A99999", 7);
    const auto check = [](const PracticeList& list)
    {
        CHECK(list.faults().empty());
        const ListedPractice* hill = list.find_code("A81001");
        REQUIRE(hill != nullptr);
        CHECK(hill->name == "The Hill Surgery");
        CHECK(hill->patients == 9412);
        CHECK(list.origin(hill->patients_origin) == Origin{"gp-reg-pat-prac-all.csv", Date{2026, 10, 1}, false});
        CHECK(list.origin(hill->origin).file == "epraccur.csv");
        CHECK_FALSE(list.find_code("A81003")->patients);
        REQUIRE(list.find_code("A99999") != nullptr);
        CHECK(list.find_code("A99999")->name.empty());
    };
    check(read_texts({{"epraccur.csv", small_practice_file()}, {"gp-reg-pat-prac-all.csv", patients}}));
    check(read_texts({{"gp-reg-pat-prac-all.csv", patients}, {"epraccur.csv", small_practice_file()}}));
}

TEST_CASE("of two files the newer counts, in either order")
{
    const std::string older = patients_header + patients_line("A81001", 9000, "01JUL2026");
    const std::string newer = patients_header + patients_line("A81001", 9412, "01OCT2026");
    CHECK(read_texts({{"a.csv", older}, {"b.csv", newer}}).find_code("A81001")->patients == 9412);
    CHECK(read_texts({{"b.csv", newer}, {"a.csv", older}}).find_code("A81001")->patients == 9412);
}

TEST_CASE("rows of one sex or age do not count, and a file of nothing else is refused")
{
    const std::string part = "GP_PRAC_PAT_LIST,01OCT2026,GP,16C,E38000247,A81001,ZZ18 1HU,MALE,0_4,210\r\n";
    const PracticeList mixed = read_texts({{"a.csv", patients_header + part + patients_line("A81001", 9412) + part}});
    CHECK(mixed.faults().empty());
    CHECK(mixed.find_code("A81001")->patients == 9412);
    const PracticeList parts = read_texts({{"a.csv", patients_header + part}});
    CHECK(fault_of(parts, "list.no-totals") != nullptr);
}

TEST_CASE("faults are named by line and cost no other row")
{
    const std::string good = practice_line({"A81001", "HILL SURGERY", "1 HIGH STREET", "NORTHWICK", "ZZ18 1HU"});
    const std::string other = practice_line({"A81002", "MILL SURGERY", "1 HIGH STREET", "NORTHWICK", "ZZ18 1HU"});
    struct Row
    {
        std::string name, line, code;
    };
    const Row rows[] = {
        {"half a line", "\"A81009\",\"HALF", "csv.quote"},
        {"a short line", "\"A81009\",\"SHORT\"\r\n", "list.short-row"},
        {"no code", practice_line({"", "NAMELESS", "", "", ""}), "list.bad-code"},
        {"the same code again", good, "list.duplicate"},
    };
    for (const Row& row : rows)
    {
        CAPTURE(row.name);
        const PracticeList list = read_texts({{"epraccur.csv", good + other + row.line}});
        CHECK(list.practices().size() == 2);
        const Diagnostic* fault = fault_of(list, row.code);
        REQUIRE(fault != nullptr);
        CHECK(fault->place.line == 3);
        CHECK(list.files()[0].left_out == 1);
    }
    const PracticeList numbers =
        read_texts({{"a.csv", patients_header + patients_line("A81001", 9412) + patients_line("A81002", -5)}});
    const Diagnostic* fault = fault_of(numbers, "list.bad-number");
    REQUIRE(fault != nullptr);
    CHECK(fault->place.line == 3);
}

TEST_CASE("any other file is read by the names of its columns, or by a mapping")
{
    const PracticeList named =
        read_texts({{"ours.csv", "Practice name;ODS code;List size;Town\nHill Surgery;A81001;9,412;Northwick\n"}});
    CHECK(named.faults().empty());
    REQUIRE(named.find_code("A81001") != nullptr);
    CHECK(named.files()[0].form == ListForm::Mapped);
    CHECK(named.find_code("A81001")->name == "Hill Surgery");
    CHECK(named.find_code("A81001")->patients == 9412);
    CHECK(named.find_code("A81001")->address == std::vector<std::string>{"Northwick"});
    CHECK(is_open_practice(*named.find_code("A81001")));

    const PracticeList unclear = read_texts({{"ours.csv", "x,y\nHill Surgery,A81001\n"}});
    REQUIRE(fault_of(unclear, "list.unclear-columns") != nullptr);
    CHECK(unclear.practices().empty());

    const Folder folder;
    const auto path = folder.write("ours.csv", "Hill Surgery,A81001\nMill Surgery,A81002\n");
    ColumnMapping mapping;
    mapping.columns = {{0, Column::Name}, {1, Column::Code}};
    mapping.has_header = false;
    const PracticeList mapped = read_practices({{path, std::nullopt, mapping}});
    CHECK(mapped.faults().empty());
    CHECK(mapped.practices().size() == 2);

    const ListPreview preview = preview_list(path);
    CHECK(preview.form == ListForm::Unclear);
    CHECK(preview.rows.size() == 2);
    CHECK(preview_list(folder.write("e.csv", small_practice_file())).form == ListForm::PracticeFile);
    CHECK(preview_list(folder.write("p.csv", patients_header)).form == ListForm::PatientNumbers);
}

TEST_CASE("a file of another kind says so and leaves nothing behind")
{
    using namespace std::string_literals;
    for (const std::string& bytes : {"PK\x03\x04 a"s, "<html>"s, ""s, "a\0b"s, std::string(5000, '\0')})
    {
        const PracticeList list = read_texts({{"x.csv", bytes}});
        CHECK_FALSE(list.faults().empty());
        CHECK(list.practices().empty());
    }
}
} // TEST_SUITE("practice list")
