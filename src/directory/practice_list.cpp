#include "directory/practice_list.h"

#include "directory/list_columns.h"
#include "foundation/number_text.h"
#include "foundation/text_list.h"
#include "foundation/utf8.h"

#include <algorithm>
#include <chrono>
#include <map>
#include <set>
#include <tuple>
#include <utility>

namespace fedadvise::directory
{

using foundation::Diagnostic;
using foundation::Severity;

namespace
{

constexpr std::size_t most_practices = 2'000'000;
constexpr std::size_t preview_rows = 6;
using Cells = std::span<const std::string>;

std::string upper_case(std::string text)
{
    for (char& c : text)
        c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    return text;
}

std::string cell(Cells cells, std::size_t column)
{
    return column < cells.size() ? std::string(foundation::trimmed(cells[column])) : std::string();
}

/// "A", "ACTIVE" and "Active" alike.
PracticeStatus read_status(const std::string& written)
{
    switch (written.empty() ? ' ' : upper_case(written)[0])
    {
    case 'A': return PracticeStatus::Active;
    case 'C':
    case 'I': return PracticeStatus::Closed; // "INACTIVE"
    case 'D': return PracticeStatus::Dormant;
    case 'P': return PracticeStatus::Proposed;
    default: return PracticeStatus::NotSaid;
    }
}

/// Setting 4, or the role RO76 among several that are parted by bars.
bool is_gp_setting(const std::string& setting)
{
    return setting == "4" || setting.find("RO76") != std::string::npos;
}

} // namespace

/// Reads the files one after another into practices by key.
class ListReader
{
public:
    ListReader(PracticeList& list, const Watch& watch) : m_list(list), m_watch(watch) {}

    void read(const ListFile& file)
    {
        ReadFile read;
        read.name = foundation::utf8_from_path(file.path.filename());
        read.origin = {read.name, file.saved_on, file.saved_on.has_value()};
        m_name = foundation::utf8_from_path(file.path);
        m_mapping = file.mapping;
        m_seen.clear();
        m_faults.clear();
        m_totals = 0;
        m_list.m_files.push_back(std::move(read));
        const CsvOutcome outcome = read_csv_file(
            file.path, [&](const CsvRow& row) { return take(row); }, m_watch);
        ReadFile& done = m_list.m_files.back();
        done.rows = outcome.rows;
        if (outcome.source)
            done.encoding = outcome.source->encoding;
        if (done.form == ListForm::PatientNumbers && m_totals == 0 && outcome.rows > 1)
            fault(0, "list.no-totals", "The file has no row with the patients of all ages and both sexes.",
                  "Choose the file of totals, gp-reg-pat-prac-all.csv.");
        if (outcome.source && outcome.rows == 0 && outcome.faults.empty())
            fault(0, "list.no-rows", "The file has no rows.", "Download it again, or choose another file.");
        m_list.m_stopped = m_list.m_stopped || (m_watch.stop != nullptr && *m_watch.stop);
        m_faults.insert(m_faults.end(), outcome.faults.begin(), outcome.faults.end());
        foundation::sort_by_place(m_faults);
        done.left_out = m_faults.size();
        m_list.m_faults.insert(m_list.m_faults.end(), m_faults.begin(), m_faults.end());
    }

    void finish()
    {
        for (auto& [key, practice] : m_practices)
            m_list.m_practices.push_back(std::move(practice));
    }

private:
    ReadFile& file() { return m_list.m_files.back(); }

    bool fault(std::size_t line, const char* code, std::string message, std::string advice)
    {
        m_faults.push_back(
            {code, Severity::Error, {m_name, static_cast<int>(line), 0, {}}, std::move(message), std::move(advice)});
        return m_faults.size() < most_row_faults;
    }

    bool take(const CsvRow& row)
    {
        if (m_seen.empty() && file().form == ListForm::Unclear)
        {
            if (!recognise_form(row))
                return false;
            if (m_has_header)
                return true;
        }
        if (m_practices.size() > most_practices)
        {
            fault(row.line, "list.too-many", "The file has more than 2,000,000 practices.",
                  "Choose a list of practices, not of patients or prescriptions.");
            return false;
        }
        switch (file().form)
        {
        case ListForm::PracticeFile: return take_practice(row);
        case ListForm::PatientNumbers: return take_patients(row);
        default: return take_mapped(row);
        }
    }

    bool recognise_form(const CsvRow& row)
    {
        m_has_header = true;
        if (const auto columns = patient_number_columns(row.cells))
        {
            m_patients = *columns;
            file().form = ListForm::PatientNumbers;
            return true;
        }
        if (is_practice_file(row.cells))
        {
            file().form = ListForm::PracticeFile;
            m_has_header = is_practice_header(row.cells);
            return true;
        }
        if (!m_mapping)
        {
            const ColumnMapping guess = guess_columns(row.cells);
            const auto holds = [&](Column wanted)
            {
                return std::any_of(guess.columns.begin(), guess.columns.end(),
                                   [&](const auto& entry) { return entry.second == wanted; });
            };
            if (!holds(Column::Code) || !holds(Column::Name))
                return fault(
                           row.line, "list.unclear-columns",
                           "It is not clear which columns of the file hold the code and the name of a practice.",
                           "Say which columns hold what, or choose epraccur.csv or gp-reg-pat-prac-all.csv as they are "
                           "published."),
                       false;
            m_mapping = guess;
        }
        file().form = ListForm::Mapped;
        m_has_header = m_mapping->has_header;
        return true;
    }

    /// The practice with this code, made when there is none. Null, after a fault, when the file has named it before.
    ListedPractice* practice_of(const std::string& key, std::size_t line, bool& more)
    {
        more = true;
        if (!m_seen.insert(key).second)
        {
            more = fault(line, "list.duplicate", "'" + key + "' stands in the file twice. This row is left out.",
                         "Look which of the two rows is right.");
            return nullptr;
        }
        return &m_practices[key];
    }

    /// Whether what this file says counts more than what stands there from another: the newer one does.
    [[nodiscard]] bool is_newer_than(std::size_t other) const
    {
        const Origin& mine = m_list.m_files.back().origin;
        const Origin& theirs = m_list.m_files[other].origin;
        return std::tie(mine.as_at, mine.file) >= std::tie(theirs.as_at, theirs.file);
    }

    bool take_practice(const CsvRow& row)
    {
        using Columns = PracticeFileColumns;
        const std::string code = upper_case(cell(row.cells, Columns::code));
        if (row.cells.size() < Columns::fewest)
            return fault(row.line, "list.short-row",
                         "The row has " + std::to_string(row.cells.size()) + " columns, not 27. It is left out.",
                         "The file may be cut off: download it again.");
        if (!looks_like_code(code))
            return fault(row.line, "list.bad-code", "'" + code + "' is not an organisation code. The row is left out.",
                         "Codes are letters and digits, such as A81001.");
        bool more = true;
        ListedPractice* practice = practice_of(code, row.line, more);
        if (practice == nullptr)
            return more;
        if (!practice->name.empty() && !is_newer_than(practice->origin))
            return true;
        practice->code = code;
        practice->name = ordinary_letters(cell(row.cells, Columns::name));
        practice->address.clear();
        for (std::size_t line = 0; line < Columns::address_lines; ++line)
            if (std::string part = cell(row.cells, Columns::address + line); !part.empty())
                practice->address.push_back(ordinary_letters(part));
        practice->postcode = postcode_text(cell(row.cells, Columns::postcode));
        practice->opened = read_any_date(cell(row.cells, Columns::opened));
        practice->closed = read_any_date(cell(row.cells, Columns::closed));
        practice->status = read_status(cell(row.cells, Columns::status));
        practice->commissioner = cell(row.cells, Columns::commissioner);
        practice->telephone = cell(row.cells, Columns::telephone);
        practice->setting = cell(row.cells, Columns::setting);
        practice->gp_practice = is_gp_setting(practice->setting);
        practice->origin = m_list.m_files.size() - 1;
        return true;
    }

    bool take_patients(const CsvRow& row)
    {
        if (row.cells.size() <= m_patients.last)
            return fault(row.line, "list.short-row",
                         "The row has " + std::to_string(row.cells.size()) +
                             " columns, too few for the number of "
                             "patients. It is left out.",
                         "The file may be cut off: download it again.");
        for (const auto& column : {m_patients.sex, m_patients.age})
            if (column && upper_case(cell(row.cells, *column)) != "ALL")
                return true; // part of the patients only
        ++m_totals;
        const std::string code = upper_case(cell(row.cells, m_patients.code));
        const auto number = foundation::parse_integer(cell(row.cells, m_patients.patients));
        if (!looks_like_code(code))
            return fault(row.line, "list.bad-code", "'" + code + "' is not an organisation code. The row is left out.",
                         "Codes are letters and digits, such as A81001.");
        if (!number || *number < 0)
            return bad_number(row.line, cell(row.cells, m_patients.patients));
        if (m_patients.date)
            read_extract_date(cell(row.cells, *m_patients.date));
        bool more = true;
        ListedPractice* practice = practice_of(code, row.line, more);
        if (practice == nullptr)
            return more;
        practice->code = code;
        if (m_patients.postcode && practice->postcode.empty())
            practice->postcode = postcode_text(cell(row.cells, *m_patients.postcode));
        set_patients(*practice, *number);
        return true;
    }

    /// The first row that names a day names it for the whole file.
    void read_extract_date(const std::string& written)
    {
        Origin& origin = file().origin;
        if (origin.as_at && !origin.by_file_date)
            return;
        if (const auto date = read_any_date(written))
            origin = {origin.file, date, false};
    }

    void set_patients(ListedPractice& practice, std::int64_t number)
    {
        if (practice.patients && !is_newer_than(practice.patients_origin))
            return;
        practice.patients = number;
        practice.patients_origin = m_list.m_files.size() - 1;
    }

    bool bad_number(std::size_t line, const std::string& written)
    {
        return fault(line, "list.bad-number", "'" + written + "' is not a number of patients. The row is left out.",
                     "Numbers of patients are whole numbers, such as 9100.");
    }

    bool take_mapped(const CsvRow& row)
    {
        std::map<Column, std::vector<std::string>> values;
        for (const auto& [index, column] : m_mapping->columns)
            if (std::string value = cell(row.cells, index); !value.empty())
                values[column].push_back(std::move(value));
        const auto first = [&](Column column)
        { return values[column].empty() ? std::string() : values[column].front(); };
        const std::string code = upper_case(first(Column::Code)), name = first(Column::Name);
        if (code.empty() && name.empty())
            return fault(row.line, "list.no-name", "The row names no practice. It is left out.",
                         "Every row needs a name or a code; check which columns hold them.");
        std::string digits = first(Column::Patients);
        digits.erase(std::remove(digits.begin(), digits.end(), ','), digits.end());
        const auto number = foundation::parse_integer(digits);
        if (!digits.empty() && (!number || *number < 0))
            return bad_number(row.line, first(Column::Patients));
        bool more = true;
        ListedPractice* practice =
            practice_of(code.empty() ? name + " " + first(Column::Postcode) : code, row.line, more);
        if (practice == nullptr)
            return more;
        if (number)
            set_patients(*practice, *number);
        practice->code = code;
        if (!practice->name.empty() && !is_newer_than(practice->origin))
            return true;
        practice->origin = m_list.m_files.size() - 1;
        practice->name = name.empty() ? practice->name : ordinary_letters(name);
        if (!values[Column::Address].empty())
            practice->address = values[Column::Address];
        for (std::string& line : practice->address)
            line = ordinary_letters(line);
        if (!first(Column::Postcode).empty())
            practice->postcode = postcode_text(first(Column::Postcode));
        if (!first(Column::Telephone).empty())
            practice->telephone = first(Column::Telephone);
        return true;
    }

    PracticeList& m_list;
    const Watch& m_watch;
    std::string m_name;
    std::optional<ColumnMapping> m_mapping;
    PatientNumberColumns m_patients;
    bool m_has_header = false;
    std::size_t m_totals = 0;         ///< rows of all patients of a practice
    std::set<std::string> m_seen;     ///< keys in this file
    std::vector<Diagnostic> m_faults; ///< of this file
    std::map<std::string, ListedPractice> m_practices;
};

PracticeList read_practices(const std::vector<ListFile>& files, const Watch& watch)
{
    PracticeList list;
    ListReader reader(list, watch);
    for (const ListFile& file : files)
        if (!list.m_stopped)
            reader.read(file);
    reader.finish();
    return list;
}

std::optional<foundation::Date> day_saved(const std::filesystem::path& path)
{
    std::error_code failed;
    const auto time = std::filesystem::last_write_time(path, failed);
    if (failed)
        return std::nullopt;
    const std::chrono::year_month_day day{std::chrono::floor<std::chrono::days>(std::chrono::file_clock::to_sys(time))};
    return foundation::Date{static_cast<int>(day.year()), static_cast<int>(static_cast<unsigned>(day.month())),
                            static_cast<int>(static_cast<unsigned>(day.day()))};
}

const ListedPractice* PracticeList::find_code(std::string_view code) const
{
    const std::string wanted = upper_case(std::string(foundation::trimmed(code)));
    const auto found = std::find_if(m_practices.begin(), m_practices.end(),
                                    [&](const ListedPractice& practice) { return practice.code == wanted; });
    return wanted.empty() || found == m_practices.end() ? nullptr : &*found;
}

ListPreview preview_list(const std::filesystem::path& path)
{
    ListPreview preview;
    const CsvOutcome outcome = read_csv_file(path,
                                             [&](const CsvRow& row)
                                             {
                                                 preview.rows.emplace_back(row.cells.begin(), row.cells.end());
                                                 return preview.rows.size() < preview_rows;
                                             });
    preview.faults = outcome.faults;
    if (preview.rows.empty())
        return preview;
    const std::vector<std::string>& first = preview.rows.front();
    preview.guess = guess_columns(first);
    preview.form = patient_number_columns(first) ? ListForm::PatientNumbers
                   : is_practice_file(first)     ? ListForm::PracticeFile
                                                 : ListForm::Unclear;
    return preview;
}

} // namespace fedadvise::directory
