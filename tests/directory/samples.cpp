#include "samples.h"

#include "rulebase/loading.h"

#include <doctest/doctest.h>

#include <array>
#include <atomic>
#include <fstream>

namespace fedadvise::directory
{

namespace fs = std::filesystem;

namespace
{

fs::path own_folder()
{
    static std::atomic<int> number{0};
    const fs::path base = fs::temp_directory_path() / "fedadvise directory Tŷ";
    for (;;)
    {
        const fs::path folder = base / std::to_string(++number);
        fs::create_directories(base);
        std::error_code failed;
        if (fs::create_directory(folder, failed))
            return folder;
    }
}

} // namespace

Folder::Folder() : root(own_folder()) {}

Folder::~Folder()
{
    std::error_code ignored;
    fs::remove_all(root, ignored);
}

fs::path Folder::write(const std::string& name, const std::string& bytes) const
{
    std::ofstream(root / name, std::ios::binary) << bytes;
    return root / name;
}

std::string practice_line(const Sample& sample)
{
    std::array<std::string, 27> cells{};
    cells[0] = sample.code;
    cells[1] = sample.name;
    cells[2] = "Y63";
    cells[3] = "QHM";
    cells[4] = sample.street;
    cells[5] = "";
    cells[6] = sample.town;
    cells[9] = sample.postcode;
    cells[10] = "19740401";
    cells[11] = sample.closed;
    cells[12] = sample.status;
    cells[13] = "B";
    cells[14] = "16C";
    cells[15] = "20130401";
    cells[17] = "01632 960000";
    cells[21] = "0";
    cells[25] = sample.setting;
    std::string line;
    for (const std::string& cell : cells)
        line += (line.empty() ? "\"" : ",\"") + cell + "\"";
    return line + "\r\n";
}

std::string small_practice_file()
{
    return practice_line({"A81001", "THE HILL SURGERY", "1 HIGH STREET", "NORTHWICK", "ZZ18 1HU"}) +
           practice_line({"A81002", "ST MARY'S & QUEENS PARK MEDICAL CENTRE", "2 MILL LANE", "NORTHWICK", "ZZ182AW"}) +
           practice_line({"A81003", "RIVERSIDE PRACTICE", "3 QUAY ROAD", "SOUTHMOUTH", "ZY1 3AA"}) +
           practice_line(
               {"A81004", "OLD HILL SURGERY", "4 HIGH STREET", "NORTHWICK", "ZZ18 1HV", "C", "4", "20200331"}) +
           practice_line({"Y00005", "NORTHWICK WALK-IN CENTRE", "5 HIGH STREET", "NORTHWICK", "ZZ18 1HW", "A", "8"});
}

std::string large_practice_file(std::size_t count)
{
    static const std::array<const char*, 20> first = {"HILL",    "RIVERSIDE", "QUEENS PARK", "ABBEY",     "MANOR",
                                                      "STATION", "CHURCH",    "MILL",        "PARKSIDE",  "VICTORIA",
                                                      "OAK",     "ELM",       "ST JOHN'S",   "ST MARY'S", "ORCHARD",
                                                      "BRIDGE",  "CASTLE",    "HARBOUR",     "MEADOW",    "VALLEY"};
    static const std::array<const char*, 5> kind = {"SURGERY", "MEDICAL CENTRE", "PRACTICE", "HEALTH CENTRE", "GROUP"};
    static const std::array<const char*, 7> town = {"NORTHWICK", "SOUTHMOUTH", "EASTBRIDGE", "WESTON",
                                                    "MIDDLEHAM", "LONGTON",    "HIGHFIELD"};
    std::string text;
    for (std::size_t i = 0; i < count; ++i)
    {
        const std::string number = std::to_string(10'000 + i);
        const auto letter = [&](std::size_t n) { return std::string(1, static_cast<char>('A' + n % 26)); };
        text += practice_line({letter(i / 90'000) + number, std::string(first[i % 20]) + " " + kind[i / 20 % 5],
                               number + " HIGH STREET", town[i % 7],
                               "Z" + letter(i) + std::to_string(i % 90 + 1) + " " + std::to_string(i % 9) +
                                   letter(i / 9) + letter(i / 234),
                               i % 3 == 0 ? "C" : "A"});
    }
    return text;
}

const std::string patients_header = "PUBLICATION,EXTRACT_DATE,TYPE,SUB_ICB_LOCATION_CODE,ONS_SUB_ICB_LOCATION_CODE,"
                                    "CODE,POSTCODE,SEX,AGE,NUMBER_OF_PATIENTS\r\n";

std::string patients_line(const std::string& code, long patients, const std::string& date)
{
    return "GP_PRAC_PAT_LIST," + date + ",GP,16C,E38000247," + code + ",ZZ18 1HU,ALL,ALL," + std::to_string(patients) +
           "\r\n";
}

std::string as_utf16(const std::string& ascii, bool little, bool mark)
{
    std::string wide;
    const auto add = [&](char high, char low)
    {
        wide += little ? low : high;
        wide += little ? high : low;
    };
    if (mark)
        add('\xFE', '\xFF');
    for (const char c : ascii)
        add('\0', c);
    return wide;
}

PracticeList read_texts(const std::vector<std::pair<std::string, std::string>>& names_and_texts)
{
    const Folder folder;
    std::vector<ListFile> files;
    for (const auto& [name, text] : names_and_texts)
        files.push_back({folder.write(name, text), foundation::Date{2026, 10, 3}, std::nullopt});
    return read_practices(files);
}

std::shared_ptr<const rulebase::RuleBase> shipped_rules()
{
    static const auto rules = rulebase::load_folder(FEDADVISE_RULES_DIR).rules;
    REQUIRE(rules);
    return rules;
}

} // namespace fedadvise::directory
