// Made-up files in the form of the published ones. No practice in them exists.
#pragma once

#include "directory/practice_list.h"
#include "rulebase/rule_base.h"

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace fedadvise::directory
{

/// A folder of its own that goes with it.
class Folder
{
public:
    Folder();
    ~Folder();
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    std::filesystem::path write(const std::string& name, const std::string& bytes) const;

    const std::filesystem::path root;
};

struct Sample
{
    std::string code, name, street, town, postcode;
    std::string status = "A";
    std::string setting = "4";
    std::string closed = "";
};

/// One line of epraccur.csv: 27 cells, all in quotation marks.
std::string practice_line(const Sample& sample);
/// Three open practices, a closed one and a walk-in centre.
std::string small_practice_file();
/// So many practices, all different.
std::string large_practice_file(std::size_t count);

/// The first line of gp-reg-pat-prac-all.csv.
extern const std::string patients_header;
std::string patients_line(const std::string& code, long patients, const std::string& date = "01OCT2026");

std::string as_utf16(const std::string& ascii, bool little, bool mark);

PracticeList read_texts(const std::vector<std::pair<std::string, std::string>>& names_and_texts);

std::shared_ptr<const rulebase::RuleBase> shipped_rules();

} // namespace fedadvise::directory
