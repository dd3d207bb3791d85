#include "cli/practice_words.h"

#include "directory/filling.h"
#include "foundation/number_text.h"

#include <nlohmann/json.hpp>

namespace fedadvise::cli
{

using Json = nlohmann::ordered_json;
using directory::ListedPractice;
using directory::ListForm;
using directory::PracticeList;

namespace
{

std::string form_words(ListForm form)
{
    switch (form)
    {
    case ListForm::PracticeFile: return "list of practices";
    case ListForm::PatientNumbers: return "numbers of registered patients";
    case ListForm::Mapped: return "list of practices of your own";
    case ListForm::Unclear: break;
    }
    return "not clear what it is";
}

std::string words(std::size_t count)
{
    return foundation::with_thousands(static_cast<std::int64_t>(count));
}

std::string file_words(const directory::ReadFile& file)
{
    std::string text = file.name + ": " + form_words(file.form) + ", " + words(file.rows) + " rows";
    if (file.encoding)
        text += ", " + directory::encoding_name(*file.encoding);
    if (const std::string day = directory::as_at_words(file.origin); !day.empty())
        text += ", " + day;
    if (file.left_out > 0)
        text += ", " + words(file.left_out) + " left out";
    return text + "\n";
}

std::string practice_words(const PracticeList& list, const ListedPractice& practice)
{
    std::string text = practice.code.empty() ? "" : practice.code + "  ";
    text += practice.name.empty() ? "(no name)" : practice.name;
    if (const std::string address = directory::address_line(practice); !address.empty())
        text += ", " + address;
    if (practice.patients)
    {
        text += "; " + foundation::with_thousands(*practice.patients) + " patients";
        if (const std::string day = directory::as_at_words(list.origin(practice.patients_origin)); !day.empty())
            text += " " + day;
    }
    if (!directory::is_open_practice(practice))
        text += "; " + directory::status_words(practice);
    return text + "\n";
}

Json practice_json(const PracticeList& list, const ListedPractice& practice)
{
    Json json{{"ods-code", practice.code},
              {"name", practice.name},
              {"address", practice.address},
              {"postcode", practice.postcode},
              {"open", directory::is_open_practice(practice)},
              {"status", directory::status_words(practice)}};
    if (practice.patients)
    {
        json["list-size"] = *practice.patients;
        if (const auto& day = list.origin(practice.patients_origin).as_at)
            json["list-size-as-at"] = foundation::date_text(*day);
    }
    if (!practice.telephone.empty())
        json["telephone"] = practice.telephone;
    if (!practice.commissioner.empty())
        json["commissioner"] = practice.commissioner;
    return json;
}

} // namespace

std::string practices_as_text(const PracticeList& list, const directory::Found& found, bool searched)
{
    std::string text;
    for (const directory::ReadFile& file : list.files())
        text += file_words(file);
    text += "\n";
    if (found.near_only)
        text += "Nothing is written quite so; these come near:\n";
    else
        text += words(found.total) + (found.total == 1 ? " practice" : " practices") + (searched ? " found" : "") +
                (found.total == 0 ? ".\n" : ":\n");
    for (const std::size_t index : found.practices)
        text += practice_words(list, list.practices()[index]);
    return text;
}

std::string practices_as_json(const PracticeList& list, const directory::Found& found)
{
    Json files = Json::array();
    for (const directory::ReadFile& file : list.files())
    {
        Json json{
            {"name", file.name}, {"holds", form_words(file.form)}, {"rows", file.rows}, {"left-out", file.left_out}};
        if (file.encoding)
            json["encoding"] = directory::encoding_name(*file.encoding);
        if (file.origin.as_at)
            json[file.origin.by_file_date ? "saved-on" : "as-at"] = foundation::date_text(*file.origin.as_at);
        files.push_back(std::move(json));
    }
    Json practices = Json::array();
    for (const std::size_t index : found.practices)
        practices.push_back(practice_json(list, list.practices()[index]));
    const Json json{{"format", "federation-adviser practices"},
                    {"version", 1},
                    {"files", files},
                    {"near-only", found.near_only},
                    {"practices", practices}};
    return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

} // namespace fedadvise::cli
