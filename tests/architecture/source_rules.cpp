#include "source_rules.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <fstream>
#include <iterator>
#include <optional>
#include <regex>
#include <set>
#include <sstream>
#include <string_view>

namespace fedadvise::architecture
{

namespace fs = std::filesystem;

namespace
{

constexpr int longest_file = 600; ///< lines

/// Each folder may include itself and those before it. cli stands beside gui and uses what it needs up to wizard.
constexpr std::array<std::string_view, 14> folders = {"foundation", "document", "rulebase", "rulepack", "casefile", "directory", "engine", "analysis", "whatif", "alignment", "report", "wizard", "cli", "gui"};
constexpr std::array<std::string_view, 11> core = {"foundation", "document", "rulebase", "rulepack", "casefile", "directory", "engine", "analysis", "whatif", "alignment", "report"};
constexpr std::array<std::string_view, 9> without_floating_point = {"foundation", "rulebase", "rulepack", "casefile", "directory", "engine", "analysis", "whatif", "alignment"};

/// Who may include the libraries that we use; always in .cpp files only, but for gui.
struct Library
{
    std::string_view prefix;
    std::vector<std::string_view> folders;
};
const std::array<Library, 13> libraries = {{
    {"wx/", {"gui"}},
    {"pugixml", {"rulebase", "report", "document"}},
    {"cairo", {"document"}},
    {"ft2build.h", {"document"}},
    {"freetype/", {"document"}},
    {"qpdf/", {"document"}},
    {"zip.h", {"document"}},
    {"boost/property_tree/", {"casefile"}},
    {"nlohmann/", {"report", "wizard", "cli"}},
    {"CLI/", {"cli"}},
    {"csv.h", {"directory"}},
    {"sodium", {"foundation", "rulepack"}},
    {"z3", {"analysis"}},
}};

const std::set<std::string_view> standard_headers = {
    "algorithm", "any", "array", "atomic", "barrier", "bit", "bitset", "cassert", "cctype", "cerrno", "cfenv", "cfloat", "charconv", "chrono", "cinttypes",
    "climits", "clocale", "cmath", "codecvt", "compare", "complex", "concepts", "condition_variable", "coroutine", "csetjmp", "csignal", "cstdarg", "cstddef",
    "cstdint", "cstdio", "cstdlib", "cstring", "ctime", "cuchar", "cwchar", "cwctype", "deque", "exception", "execution", "filesystem", "forward_list", "fstream",
    "functional", "future", "initializer_list", "iomanip", "ios", "iosfwd", "iostream", "istream", "iterator", "latch", "limits", "list", "locale", "map", "memory",
    "memory_resource", "mutex", "new", "numbers", "numeric", "optional", "ostream", "queue", "random", "ranges", "ratio", "regex", "scoped_allocator", "semaphore",
    "set", "shared_mutex", "source_location", "span", "sstream", "stack", "stdexcept", "stop_token", "streambuf", "string", "string_view", "syncstream",
    "system_error", "thread", "tuple", "type_traits", "typeindex", "typeinfo", "unordered_map", "unordered_set", "utility", "valarray", "variant", "vector", "version",
};

struct Call
{
    std::string word;                  ///< stands in the line, and exceptions name it so
    std::optional<std::regex> pattern; ///< what must match besides; none: the word as a whole
    std::string why;
};

Call call(const std::string& word, const std::string& why)
{
    return {word, std::nullopt, why};
}

bool is_word(char c)
{
    return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_';
}

bool has_whole_word(const std::string& line, const std::string& word)
{
    for (std::size_t at = line.find(word); at != std::string::npos; at = line.find(word, at + 1))
        if ((at == 0 || !is_word(line[at - 1])) && (at + word.size() >= line.size() || !is_word(line[at + word.size()])))
            return true;
    return false;
}

/// Regular expressions are slow, so they only see the few lines that have the word.
bool uses(const std::string& line, const Call& barred)
{
    return barred.pattern ? line.find(barred.word) != std::string::npos && std::regex_search(line, *barred.pattern) : has_whole_word(line, barred.word);
}

const std::string the_clock = "the core reads no clock: time comes in as an argument";
const std::string the_surroundings = "the core reads no environment: paths and settings come in as arguments";
const std::string chance = "the core reads no random device, and standard distributions differ between libraries";
const std::string the_locale = "the core reads no locale: GTK and wx may set one that turns 0.5 into 0";
const std::string numbers_as_text = "numbers cross text only by from_chars and to_chars, as in foundation/number_text";

const std::vector<Call>& calls_barred_from_core()
{
    static const std::vector<Call> calls = [] {
        std::vector<Call> list;
        for (const char* word : {"system_clock", "steady_clock", "high_resolution_clock", "localtime", "localtime_r", "gmtime", "gmtime_r", "mktime", "strftime", "gettimeofday", "clock_gettime"})
            list.push_back(call(word, the_clock));
        for (const std::string word : {"time", "clock"})
            list.push_back({word, std::regex(R"((std\s*::\s*|(^|[^\w:.>])::\s*))" + word + R"(\s*\(|(^|[^\w:.>]))" + word + R"(\s*\(\s*(nullptr|NULL|0|&|\)))"), the_clock});
        for (const char* word : {"getenv", "secure_getenv", "setenv", "putenv", "environ", "current_path", "temp_directory_path", "getcwd"})
            list.push_back(call(word, the_surroundings));
        for (const char* word : {"rand", "srand", "random_device", "drand48", "default_random_engine", "uniform_int_distribution", "uniform_real_distribution", "normal_distribution"})
            list.push_back(call(word, chance));
        for (const char* word : {"setlocale", "localeconv", "tolower", "toupper", "isalpha", "isalnum", "isspace", "strcoll"})
            list.push_back(call(word, the_locale));
        list.push_back({"locale", std::regex(R"(\bstd\s*::\s*locale\b(?!\s*::\s*classic))"), the_locale});
        for (const char* word : {"stod", "stof", "stold", "stoi", "stol", "stoll", "stoul", "stoull", "strtod", "strtof", "strtol", "strtoul", "atof", "atoi", "atol", "sscanf", "fscanf", "scanf",
                                 "printf", "sprintf", "snprintf", "fprintf", "as_double", "as_float", "as_int", "setprecision"})
            list.push_back(call(word, numbers_as_text));
        for (const char* word : {"get", "get_value", "get_optional", "lexical_cast"})
            list.push_back({word, std::regex("\\b" + std::string(word) + R"(\s*<\s*(double|float|int|long)\b)"), numbers_as_text});
        list.push_back({"to_string", std::regex(R"(\bto_string\s*\([^;]*(\bdouble\b|\bfloat\b|\d\.\d|\bfilled\b))"), numbers_as_text});
        return list;
    }();
    return calls;
}

const std::vector<Call>& controls_barred_from_gui()
{
    static const std::vector<Call> calls = [] {
        std::vector<Call> list;
        for (const char* word : {"wxHtmlWindow", "wxHtmlListBox", "wxSimpleHtmlListBox", "wxGrid", "wxRichTextCtrl", "wxStyledTextCtrl", "wxWebView", "wxListCtrl", "wxListView", "wxTreeCtrl", "wxPropertyGrid"})
            list.push_back(call(word, "screen readers cannot read this control: use native text or list controls"));
        return list;
    }();
    return calls;
}

std::string bytes_of(const fs::path& path)
{
    std::ifstream stream(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
}

template <class List>
bool is_in(const List& list, std::string_view word)
{
    return std::find(std::begin(list), std::end(list), word) != std::end(list);
}

/// The comment at the top of a file, or nothing.
std::string first_comment(const std::string& text)
{
    std::istringstream lines(text);
    std::string comment;
    for (std::string line; std::getline(lines, line) && line.starts_with("//");)
        comment += line + "\n";
    return comment;
}

class Checker
{
public:
    Checker(const fs::path& src, std::span<const Exception> exceptions, std::vector<bool>& used) : m_src(src), m_exceptions(exceptions), m_used(used)
    {
        m_used.assign(exceptions.size(), false);
    }

    std::vector<Violation> check_all()
    {
        std::vector<fs::path> paths;
        for (const fs::directory_entry& entry : fs::recursive_directory_iterator(m_src))
            if (entry.is_regular_file() && (entry.path().extension() == ".h" || entry.path().extension() == ".cpp"))
                paths.push_back(entry.path());
        std::sort(paths.begin(), paths.end());
        for (const fs::path& path : paths)
            check(path);
        return std::move(m_violations);
    }

private:
    void check(const fs::path& path)
    {
        m_file = path.lexically_relative(m_src).generic_string();
        m_folder = m_file.substr(0, m_file.find('/'));
        m_is_header = path.extension() == ".h";
        if (m_folder == m_file || !is_in(folders, m_folder))
            return report(0, m_folder, "'" + m_folder + "' is none of the folders of src: no new top-level folder");
        const std::string text = bytes_of(path);
        check_length(text);
        if (m_folder == "gui")
            check_translated(text);
        std::istringstream lines(code_only(text));
        int number = 0;
        for (std::string line; std::getline(lines, line);)
            check_line(line, ++number);
    }
    void check_length(const std::string& text)
    {
        const auto lines = std::count(text.begin(), text.end(), '\n');
        static const std::regex says_why(R"(\b(600 lines|long|split|one file)\b)");
        if (lines > longest_file && !std::regex_search(first_comment(text), says_why))
            report(1, "600 lines", "has " + std::to_string(lines) + " lines: split it, or let its first comment say why it is long");
    }
    /// Literals in _("...") are read in the locale's encoding: anything but ASCII becomes empty where that is another.
    void check_translated(const std::string& text)
    {
        static const std::regex translated(R"re(\b(?:_|wxPLURAL|wxGetTranslation)\(\s*"((?:[^"\\]|\\[^])*)")re");
        for (std::sregex_iterator found(text.begin(), text.end(), translated); found != std::sregex_iterator(); ++found)
            if (const std::string literal = (*found)[1]; std::any_of(literal.begin(), literal.end(), [](char c) { return static_cast<unsigned char>(c) > 0x7F; }))
                report(static_cast<int>(std::count(text.begin(), text.begin() + found->position(), '\n')) + 1, "_(\"", "translates a literal that is not ASCII: add what is not ASCII by to_wx");
    }
    void check_line(const std::string& line, int number)
    {
        static const std::regex include(R"re(^\s*#\s*include\s*(<([^>]*)>|"([^"]*)"))re");
        std::smatch match;
        if (line.find('#') != std::string::npos && std::regex_search(line, match, include))
            return match[2].matched ? check_foreign(match[2], number) : check_own(match[3], number);
        if (is_in(core, m_folder))
            check_calls(line, number, calls_barred_from_core());
        if (is_in(without_floating_point, m_folder) && (has_whole_word(line, "double") || has_whole_word(line, "float")))
            report(number, "double", "calculates with floating point: use foundation::Fixed, which is the same on every machine");
        if (m_folder == "gui")
            check_calls(line, number, controls_barred_from_gui());
    }
    void check_calls(const std::string& line, int number, const std::vector<Call>& calls)
    {
        for (const Call& barred : calls)
            if (uses(line, barred))
                report(number, barred.word, "uses " + barred.word + ": " + barred.why);
    }
    void check_own(const std::string& path, int number)
    {
        const std::string folder = path.substr(0, path.find('/'));
        if (path.find('/') == std::string::npos || path.find("..") != std::string::npos || !is_in(folders, folder))
            return report(number, path, "includes \"" + path + "\": write the path from src, as in \"foundation/file.h\"");
        if (!path.ends_with(".h"))
            report(number, path, "includes \"" + path + "\", which is no header");
        if (!may_include(folder))
            report(number, path, "includes \"" + path + "\", but dependencies only point towards foundation, and " + folder + " comes after " + m_folder);
        if (!fs::is_regular_file(m_src / path))
            report(number, path, "includes \"" + path + "\", which does not exist");
    }
    [[nodiscard]] bool may_include(const std::string& folder) const
    {
        if (folder == m_folder)
            return true;
        if (folder == "cli" || folder == "gui")
            return false; // the two programs: nobody builds on them
        return std::find(folders.begin(), folders.end(), folder) < std::find(folders.begin(), folders.end(), m_folder);
    }
    void check_foreign(const std::string& header, int number)
    {
        if (standard_headers.contains(header))
            return;
        const auto library = std::find_if(libraries.begin(), libraries.end(), [&](const Library& l) { return header.starts_with(l.prefix); });
        if (library != libraries.end() && !is_in(library->folders, m_folder))
            return report(number, header, "includes <" + header + ">, which belongs in other folders only");
        if (m_folder == "gui")
            return; // the border to the toolkit and to the system's own windows
        if (m_is_header)
            return report(number, header, "includes <" + header + ">: no third-party type in a header outside gui");
        if (library == libraries.end())
            report(number, header, "includes <" + header + ">, which is neither standard nor a library of this folder");
    }
    void report(int line, const std::string& word, std::string what)
    {
        bool excepted = false;
        for (std::size_t i = 0; i < m_exceptions.size(); ++i)
            if (m_exceptions[i].file == m_file && m_exceptions[i].word == word)
                m_used[i] = excepted = true;
        if (!excepted)
            m_violations.push_back({m_file, line, std::move(what)});
    }

    fs::path m_src;
    std::span<const Exception> m_exceptions;
    std::vector<bool>& m_used;
    std::string m_file, m_folder;
    bool m_is_header = false;
    std::vector<Violation> m_violations;
};

/// Blanks `text` from `from` up to `to`, but keeps its line breaks.
void blank(std::string& text, std::size_t from, std::size_t to)
{
    for (std::size_t i = from; i < std::min(to, text.size()); ++i)
        if (text[i] != '\n')
            text[i] = ' ';
}

/// End of the literal whose quotation mark stands at `at`.
std::size_t literal_end(const std::string& text, std::size_t at)
{
    const char mark = text[at];
    for (++at; at < text.size() && text[at] != mark && text[at] != '\n'; ++at)
        if (text[at] == '\\')
            ++at;
    return at;
}

bool is_include_line(const std::string& text, std::size_t at)
{
    const std::size_t start = text.rfind('\n', at) == std::string::npos ? 0 : text.rfind('\n', at) + 1;
    const std::size_t first = text.find_first_not_of(" \t", start);
    return text[first] == '#' && text.substr(first, at - first).find("include") != std::string::npos;
}

} // namespace

std::string code_only(const std::string& text)
{
    std::string code = text;
    for (std::size_t i = 0; i < code.size(); ++i)
    {
        std::size_t end = i;
        if (code.compare(i, 2, "//") == 0)
            end = std::min(code.find('\n', i), code.size());
        else if (code.compare(i, 2, "/*") == 0)
            end = code.find("*/", i + 2) == std::string::npos ? code.size() : code.find("*/", i + 2) + 2;
        if (end > i)
        {
            blank(code, i, end);
            i = end - 1;
            continue;
        }
        if (code[i] == '"' && i > 0 && code[i - 1] == 'R')
        {
            const std::size_t open = code.find('(', i);
            const std::string close = open == std::string::npos ? "" : ")" + code.substr(i + 1, open - i - 1) + "\"";
            end = open == std::string::npos ? code.size() : std::min(code.find(close, open), code.size());
            blank(code, i + 1, end + (end < code.size() ? close.size() - 1 : 0));
            i = end + (end < code.size() ? close.size() - 1 : 0);
            continue;
        }
        const bool separator = code[i] == '\'' && i > 0 && is_word(code[i - 1]); // 1'000'000
        if ((code[i] != '"' && code[i] != '\'') || separator)
            continue;
        end = literal_end(code, i);
        if (!is_include_line(code, i))
            blank(code, i + 1, end);
        i = end;
    }
    return code;
}

std::vector<Violation> violations(const fs::path& src, std::span<const Exception> exceptions, std::vector<bool>& used)
{
    return Checker(src, exceptions, used).check_all();
}

} // namespace fedadvise::architecture
