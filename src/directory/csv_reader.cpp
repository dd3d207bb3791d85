#include "directory/csv_reader.h"

#include "foundation/number_text.h"
#include "foundation/utf8.h"

#include <csv.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <fstream>
#include <new>
#include <string_view>

namespace fedadvise::directory
{

using foundation::Diagnostic;
using foundation::Severity;

namespace
{

constexpr std::size_t piece_size = 1 << 16;

/// The library's parser, and the cells and rows that it has called back with. No exception may pass through its C code,
/// so rows are only collected here and visited afterwards.
class Parser
{
public:
    explicit Parser(char separator)
    {
        if (csv_init(&m_parser, CSV_STRICT | CSV_STRICT_FINI) != 0)
            throw std::bad_alloc();
        csv_set_delim(&m_parser, static_cast<unsigned char>(separator));
    }
    ~Parser() { csv_free(&m_parser); }
    Parser(const Parser&) = delete;
    Parser& operator=(const Parser&) = delete;

    /// False when the quotation marks are wrong.
    bool feed(std::string_view line)
    {
        return csv_parse(&m_parser, line.data(), line.size(), on_cell, on_row, this) == line.size();
    }
    /// The last row may lack its line break. False when a quotation mark is still open.
    bool finish() { return csv_fini(&m_parser, on_cell, on_row, this) == 0; }

    /// Whether a row has come to its end; its cells stand in `cells`.
    bool row_ended = false;
    std::vector<std::string> cells;
    bool cell_too_long = false;

    /// Ready for the next row. The strings keep their memory.
    void next_row()
    {
        m_used = 0;
        row_ended = false;
        cell_too_long = false;
    }
    [[nodiscard]] std::span<const std::string> row() const { return {cells.data(), m_used}; }

private:
    static void on_cell(void* text, std::size_t size, void* self) noexcept
    {
        auto& parser = *static_cast<Parser*>(self);
        if (parser.m_used == parser.cells.size())
            parser.cells.emplace_back();
        std::string& cell = parser.cells[parser.m_used++];
        parser.cell_too_long = parser.cell_too_long || size > longest_cell;
        cell.assign(static_cast<const char*>(text), std::min(size, longest_cell));
        if (std::any_of(cell.begin(), cell.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20; }))
            cell = foundation::without_control_characters(cell);
    }
    static void on_row(int, void* self) noexcept { static_cast<Parser*>(self)->row_ended = true; }

    csv_parser m_parser = {};
    std::size_t m_used = 0;
};

/// What most often stands between the cells of the first line.
char separator_of(std::string_view line)
{
    std::array<std::size_t, 3> counts{};
    constexpr std::string_view candidates = ",;\t";
    bool quoted = false;
    for (const char c : line)
    {
        quoted = c == '"' ? !quoted : quoted;
        if (const std::size_t which = candidates.find(c); !quoted && which != std::string_view::npos)
            ++counts[which];
    }
    return candidates[static_cast<std::size_t>(std::max_element(counts.begin(), counts.end()) - counts.begin())];
}

/// Reads line by line, so that every fault has its line and a broken row costs no other row.
class Reading
{
public:
    Reading(const std::string& name, const RowVisitor& visit, CsvOutcome& outcome)
        : m_name(name), m_visit(visit), m_outcome(outcome)
    {
    }

    /// Takes text that goes on where the last ended. False: enough.
    bool take(std::string_view text)
    {
        m_pending += text;
        std::size_t begin = 0;
        while (begin < m_pending.size())
        {
            const std::size_t end = line_end(begin);
            if (end == std::string::npos)
                break;
            if (!take_line(std::string_view(m_pending).substr(begin, end - begin)))
                return false;
            begin = end;
        }
        m_pending.erase(0, begin);
        if (m_pending.size() <= longest_line)
            return true;
        add_fault(m_line + 1, "csv.long-line", "The line is longer than a million characters.",
                  "This is probably not a CSV file. Choose the file as it was published.");
        return false;
    }
    void finish()
    {
        if (!m_pending.empty() && !take_line(m_pending))
            return;
        // A row that is cut off by the end of the file: what follows its first line may still be sound
        while (!m_row_lines.empty() && m_parser)
        {
            if (m_parser->finish())
            {
                give_row();
                return;
            }
            if (!recover())
                return;
        }
    }

private:
    /// Behind the line feed, or behind a carriage return that stands alone (as old Macs write it).
    [[nodiscard]] std::size_t line_end(std::size_t begin) const
    {
        const std::size_t feed = m_pending.find('\n', begin);
        const std::size_t until = feed == std::string::npos ? m_pending.size() : feed;
        const auto* from = m_pending.data() + begin;
        const auto* carriage = static_cast<const char*>(std::memchr(from, '\r', until - begin));
        if (carriage != nullptr)
        {
            const auto behind = static_cast<std::size_t>(carriage - m_pending.data()) + 1;
            if (behind < until)
                return behind;
        }
        return feed == std::string::npos ? feed : feed + 1;
    }
    bool take_line(std::string_view line)
    {
        ++m_line;
        if (!m_parser)
        {
            m_outcome.separator = separator_of(line);
            m_parser.emplace(m_outcome.separator);
        }
        return parse(std::string(line), m_line);
    }
    bool parse(std::string line, std::size_t number)
    {
        if (m_row_lines.empty())
            m_row_line = number;
        m_row_lines.push_back(std::move(line));
        if (!m_parser->feed(m_row_lines.back()))
            return recover();
        if (m_parser->row_ended)
            return give_row();
        // A blank line ends no row and begins none
        const std::string& last = m_row_lines.back();
        if (m_row_lines.size() == 1 && last.find_first_not_of(" \t\r\n") == std::string::npos)
            m_row_lines.clear();
        return m_row_lines.size() < most_lines_in_row || recover();
    }
    /// Names the row that cannot be read, and reads on at the line after its first.
    bool recover()
    {
        const std::size_t first = m_row_line;
        std::vector<std::string> lines = std::move(m_row_lines);
        m_row_lines.clear();
        m_parser.emplace(m_outcome.separator);
        if (!add_fault(first, "csv.quote",
                       "A quotation mark is not closed, or stands in the middle of a cell. The row is left out.",
                       "Put the whole cell into quotation marks, and write each one inside it twice: \"the \"\"Old\"\" "
                       "Surgery\"."))
            return false;
        for (std::size_t i = 1; i < lines.size(); ++i)
            if (!parse(std::move(lines[i]), first + i))
                return false;
        return true;
    }
    bool give_row()
    {
        const bool zero = std::any_of(m_row_lines.begin(), m_row_lines.end(),
                                      [](const std::string& line) { return line.find('\0') != std::string::npos; });
        m_row_lines.clear();
        const bool too_long = m_parser->cell_too_long;
        bool more = true;
        if (zero)
            more = add_fault(m_row_line, "csv.zero-byte", "The row has a zero byte. It is left out.",
                             "The file may be damaged: download it again.");
        else if (too_long)
            more =
                add_fault(m_row_line, "csv.long-cell", "A cell has more than 32,768 characters. The row is left out.",
                          "Look for a quotation mark that is not closed.");
        else if (!m_parser->row().empty())
        {
            ++m_outcome.rows;
            more = m_visit({m_row_line, m_parser->row()});
            m_outcome.stopped = !more;
        }
        m_parser->next_row();
        return more;
    }
    bool add_fault(std::size_t line, const char* code, std::string message, std::string advice)
    {
        m_outcome.faults.push_back(
            {code, Severity::Error, {m_name, static_cast<int>(line), 0, {}}, std::move(message), std::move(advice)});
        if (m_outcome.faults.size() < most_row_faults)
            return true;
        m_outcome.faults.push_back(
            {"csv.too-many-faults",
             Severity::Error,
             {m_name, static_cast<int>(line), 0, {}},
             "There are too many faults; the rest of the file is not read.",
             "Choose the file as it was published, or save it anew from your spreadsheet program."});
        return false;
    }

    const std::string& m_name;
    const RowVisitor& m_visit;
    CsvOutcome& m_outcome;
    std::optional<Parser> m_parser;
    std::string m_pending;                ///< text whose line has not ended
    std::size_t m_line = 0;               ///< lines taken
    std::size_t m_row_line = 0;           ///< where the row that is being read begins
    std::vector<std::string> m_row_lines; ///< of that row, to read them again when it proves broken
};

} // namespace

CsvOutcome read_csv(std::istream& stream, const std::string& name, const RowVisitor& visit, const Watch& watch)
{
    CsvOutcome outcome;
    const auto found = recognise(stream);
    if (!found)
    {
        outcome.faults.push_back(
            {found.error().code, Severity::Error, {name, 0, 0, {}}, found.error().message, found.error().advice});
        return outcome;
    }
    outcome.source = found.value();
    stream.clear();
    stream.seekg(0);
    Decoder decoder(found.value().encoding);
    Reading reading(name, visit, outcome);
    std::vector<char> buffer(piece_size);
    std::string text;
    std::size_t done = 0;
    while (stream.read(buffer.data(), static_cast<std::streamsize>(buffer.size())), stream.gcount() > 0)
    {
        const auto size = static_cast<std::size_t>(stream.gcount());
        text.clear();
        decoder.feed({buffer.data(), size}, text);
        if (watch.stop != nullptr && *watch.stop)
        {
            outcome.stopped = true;
            return outcome;
        }
        if (!reading.take(text))
            return outcome;
        done += size;
        if (watch.progress)
            watch.progress(done, found.value().bytes);
    }
    text.clear();
    decoder.finish(text);
    if (reading.take(text))
        reading.finish();
    return outcome;
}

CsvOutcome read_csv_file(const std::filesystem::path& path, const RowVisitor& visit, const Watch& watch)
{
    const std::string name = foundation::utf8_from_path(path);
    const auto fault = [&](const char* code, const char* message, const char* advice)
    {
        CsvOutcome outcome;
        outcome.faults.push_back({code, Severity::Error, {name, 0, 0, {}}, message, advice});
        return outcome;
    };
    std::error_code error;
    if (std::filesystem::is_directory(path, error))
        return fault("file.is-folder", "This is a folder, not a file.", "Choose the CSV file inside it.");
    if (!std::filesystem::exists(path, error))
        return fault("file.missing", "There is no such file.", "Check the name and the folder.");
    std::ifstream stream(path, std::ios::binary);
    if (!stream)
        return fault("file.unreadable", "The file cannot be opened.",
                     "Close it in other programs, and check that you may read it.");
    return read_csv(stream, name, visit, watch);
}

} // namespace fedadvise::directory
