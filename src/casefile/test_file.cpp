#include "casefile/test_file.h"

#include "casefile/expectation_reader.h"
#include "foundation/file.h"
#include "foundation/text_list.h"
#include "foundation/utf8.h"

#include <algorithm>
#include <set>
#include <system_error>
#include <utility>

namespace fedadvise::casefile
{

namespace fs = std::filesystem;
using foundation::Diagnostic;
using foundation::Severity;
using rulebase::Scope;

namespace
{

constexpr std::size_t most_faults = 200; ///< nobody reads more
constexpr std::size_t longest_text = 20'000;

/// A line without its comment: "  list-size: 9100" has indent 2, key "list-size" and value "9100".
struct Line
{
    int number = 0;
    std::size_t indent = 0;
    bool has_colon = false;
    std::string key;
    std::string value;
};

/// The text up to a "#" that begins the line or follows a space.
std::string_view without_comment(std::string_view text)
{
    for (std::size_t at = text.find('#'); at != std::string_view::npos; at = text.find('#', at + 1))
        if (at == 0 || text[at - 1] == ' ' || text[at - 1] == '\t')
            return text.substr(0, at);
    return text;
}

Line parsed(std::string_view raw, int number)
{
    const std::string_view text = without_comment(raw);
    Line line;
    line.number = number;
    line.indent = std::min(text.find_first_not_of(" \t"), text.size());
    const std::size_t colon = text.find(':');
    line.has_colon = colon != std::string_view::npos;
    line.key = foundation::as_paragraph(text.substr(0, colon));
    if (line.has_colon)
        line.value = foundation::trimmed(text.substr(colon + 1));
    return line;
}

std::vector<std::string> structural_keys()
{
    return {"Case", "From", "Because", "Practice", "Respondent", "Remove practice", "as-at"};
}

/// Reads the lines of one file, and collects every fault on the way.
class TestReader
{
public:
    TestReader(const std::string& name, const rulebase::RuleBase& rules, const CaseSource& case_named,
               std::vector<Diagnostic>& faults)
        : m_name(name), m_rules(rules), m_case_named(case_named), m_faults(faults)
    {
    }

    std::vector<TestCase> read(std::string_view text)
    {
        int number = 0;
        while (!text.empty() && m_faults.size() < most_faults)
        {
            const std::size_t end = text.find('\n');
            std::string_view raw = text.substr(0, end);
            text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
            if (raw.ends_with('\r'))
                raw.remove_suffix(1);
            m_line = parsed(raw, ++number);
            if (m_line.key.empty() && !m_line.has_colon)
                continue;
            check_indent(raw);
            read_line();
        }
        finish_case();
        if (m_cases.empty() && m_faults.empty())
            fault("fedtest.no-cases", "There is no case in the file.", "Begin one with \"Case: \" and a title.");
        return std::move(m_cases);
    }

private:
    void add(Severity severity, int line, const std::string& code, std::string message, std::string advice)
    {
        const auto plain = [](const std::string& text) { return foundation::without_control_characters(text); };
        m_faults.push_back({code, severity, {m_name, line, 0, ""}, plain(message), plain(advice)});
    }
    void fault(const std::string& code, std::string message, std::string advice)
    {
        add(Severity::Error, m_line.number, code, std::move(message), std::move(advice));
    }

    /// Tabs and spaces may look alike and nest differently, so a file keeps to one of them.
    void check_indent(std::string_view raw)
    {
        for (const char c : raw.substr(0, m_line.indent))
        {
            if (m_indented_with == '\0')
                m_indented_with = c;
            if (c != m_indented_with)
                return fault("fedtest.mixed-indentation", "The line is indented with spaces and tabs mixed.",
                             "Use spaces alone in the whole file.");
        }
    }

    void read_line()
    {
        if (!m_line.has_colon)
            return fault("fedtest.no-colon", "There is no colon in '" + m_line.key + "'.",
                         "Write the name, a colon and what belongs to it, for example \"list-size: 9100\".");
        if (m_line.key == "Case")
            return begin_case();
        if (!m_open)
            return m_said_no_case
                       ? void()
                       : (m_said_no_case = true, fault("fedtest.no-case", "The line stands before the first case.",
                                                       "Begin a case with \"Case: \" and a title."));
        leave_practices();
        if (m_line.key == "From")
            return read_from();
        if (m_line.key == "Because")
            return read_because();
        if (m_line.key == "Practice")
            return begin_practice();
        if (m_line.key == "Respondent")
            return begin_respondent();
        if (m_line.key == "Remove practice")
            return remove_practice();
        if (m_line.key == "as-at")
            return read_date();
        if (const auto kind = expectation_kind(m_line.key))
            return add_expectation(*kind);
        read_answer();
    }

    void begin_case()
    {
        finish_case();
        m_faults_before = m_faults.size();
        m_open = TestCase{};
        m_open->title = m_line.value;
        m_open->place = {m_name, m_line.number, 0, ""};
        m_open->group.title = m_line.value;
        m_said.clear();
        m_from = false;
        m_practice = m_respondent = std::nullopt;
        if (m_line.value.empty())
            fault("fedtest.no-title", "The case has no title.", "Say in a few words what the case is about.");
        const auto [first, fresh] = m_titles.emplace(m_line.value, m_line.number);
        if (!fresh)
            fault("fedtest.duplicate-title",
                  "The case '" + m_line.value + "' is already on line " + std::to_string(first->second) + ".",
                  "Give one of them another title.");
    }
    void finish_case()
    {
        if (!m_open)
            return;
        if (m_open->expectations.empty() && m_faults.size() == m_faults_before)
            add(Severity::Error, m_open->place.line, "fedtest.no-expectation",
                "The case '" + m_open->title + "' expects nothing.",
                "Say what must come of it, for example \"Must lead: federation-company\".");
        check_count();
        if (!m_open->group.as_at)
            m_open->group.as_at = m_rules.as_at;
        m_cases.push_back(std::move(*m_open));
        m_open.reset();
    }
    /// A number of practices that differs from those listed is used only when it is the larger one.
    void check_count()
    {
        const auto listed = static_cast<std::int64_t>(m_open->group.practices.size());
        for (const rulebase::Question& question : m_rules.questions)
        {
            const Answer* answer =
                question.derived == "count-of-practices" ? find_answer(m_open->group.answers, question.id) : nullptr;
            const auto* stated = answer == nullptr ? nullptr : std::get_if<Number>(answer);
            if (stated != nullptr && listed > 0 && stated->value < listed)
                add(Severity::Error, m_open->place.line, "casefile.count-differs",
                    "'" + question.id.value + "' is " + std::to_string(stated->value) + ", but " +
                        std::to_string(listed) + " practices are listed.",
                    "The practices listed count; remove the answer.");
        }
    }

    /// A line that is not indented further than "Practice:" or "Respondent:" no longer belongs to it.
    void leave_practices()
    {
        if (m_respondent && m_line.indent <= m_respondent_indent)
            m_respondent.reset();
        if (m_practice && m_line.indent <= m_practice_indent)
            m_practice = m_respondent = std::nullopt;
    }

    void read_from()
    {
        if (m_from || !m_said.empty() || !m_open->expectations.empty() || !m_open->group.practices.empty())
            return fault("fedtest.late-from", "\"From:\" stands behind other lines of the case.",
                         "Put it right below \"Case:\", once.");
        m_from = true;
        LoadedCase loaded = m_case_named(m_line.value);
        for (Diagnostic& diagnostic : loaded.diagnostics)
            if (diagnostic.severity == Severity::Error)
                m_faults.push_back(std::move(diagnostic));
        if (!loaded.group)
            return fault("fedtest.bad-from", "The case file '" + m_line.value + "' cannot be used.",
                         "Name a case file as seen from the folder of this file.");
        m_open->group = std::move(*loaded.group);
        m_open->group.title = m_open->title;
    }
    void read_because()
    {
        if (!m_open->because.empty())
            m_open->because += " ";
        m_open->because += m_line.value;
    }
    void read_date()
    {
        const auto date = foundation::parse_date(m_line.value);
        if (!date)
            return fault("casefile.bad-date", "'" + m_line.value + "' is not a date.",
                         "Write dates as 2026-11-22 (year, month, day).");
        if (!m_said.insert("as-at").second)
            return fault("casefile.duplicate-key", "The case has two dates.", "Keep one of them.");
        m_open->group.as_at = date;
    }

    std::vector<Practice>& practices() { return m_open->group.practices; }
    std::optional<std::size_t> practice_named(const std::string& name)
    {
        for (std::size_t i = 0; i < practices().size(); ++i)
            if (practices()[i].name == name || practices()[i].id == name)
                return i;
        return std::nullopt;
    }
    void begin_practice()
    {
        m_respondent.reset();
        m_practice_indent = m_line.indent;
        m_practice = practice_named(m_line.value);
        if (m_line.value.empty())
            fault("fedtest.no-title", "The practice has no name.", "Give it a name of its own.");
        if (m_practice && !m_said.insert("practice " + std::to_string(*m_practice)).second)
            fault("casefile.duplicate-id", "Two practices have the name '" + m_line.value + "'.",
                  "Give one of them another name.");
        if (m_practice)
            return;
        Practice practice;
        practice.id = free_practice_id(m_open->group);
        practice.name = m_line.value;
        m_practice = practices().size();
        m_said.insert("practice " + std::to_string(*m_practice));
        practices().push_back(std::move(practice));
    }
    void begin_respondent()
    {
        if (!m_practice)
            return fault("fedtest.misplaced", "\"Respondent:\" does not stand below a practice.",
                         "Indent it more than the \"Practice:\" line that it belongs to.");
        auto& respondents = practices()[*m_practice].respondents;
        const auto same = [&](const Respondent& r) { return r.role == m_line.value; };
        const auto found = std::find_if(respondents.begin(), respondents.end(), same);
        m_respondent_indent = m_line.indent;
        m_respondent = static_cast<std::size_t>(found - respondents.begin());
        const std::string key = holder_key() + " begins";
        if (found == respondents.end() || !m_from || m_said.contains(key))
        {
            m_respondent = respondents.size();
            respondents.push_back({m_line.value, {}});
        }
        m_said.insert(holder_key() + " begins");
    }
    void remove_practice()
    {
        const auto found = practice_named(m_line.value);
        if (!found)
        {
            std::vector<std::string> names;
            for (const Practice& practice : practices())
                names.push_back(practice.name);
            const std::string near = foundation::nearest_word(m_line.value, names);
            return fault("fedtest.unknown-practice", "There is no practice '" + m_line.value + "' to remove.",
                         near.empty() ? "The practices are: " + foundation::joined(names, ", ") + "."
                                      : "Did you mean '" + near + "'?");
        }
        if (std::any_of(m_said.begin(), m_said.end(), [](const std::string& s) { return s.starts_with("practice "); }))
            return fault("fedtest.misplaced", "\"Remove practice:\" stands behind a practice.",
                         "Remove practices first, right below \"From:\".");
        practices().erase(practices().begin() + static_cast<std::ptrdiff_t>(*found));
        m_practice = m_respondent = std::nullopt;
    }

    void add_expectation(ExpectationKind kind)
    {
        auto read = read_expectation(kind, m_line.value, m_rules);
        if (const auto* bad = std::get_if<ExpectationFault>(&read))
            return fault(bad->code, bad->message, bad->advice);
        auto& expectation = std::get<Expectation>(read);
        expectation.written = phrase_of(kind) + ": " + foundation::as_paragraph(m_line.value);
        expectation.place = {m_name, m_line.number, 0, ""};
        m_open->expectations.push_back(std::move(expectation));
    }

    std::string holder_key() const
    {
        return (m_practice ? "practice " + std::to_string(*m_practice) : "group") +
               (m_respondent ? " respondent " + std::to_string(*m_respondent) : "");
    }
    Answers& answers_here()
    {
        if (!m_practice)
            return m_open->group.answers;
        Practice& practice = practices()[*m_practice];
        return m_respondent ? practice.respondents[*m_respondent].answers : practice.answers;
    }
    void unknown_key()
    {
        std::vector<std::string> names = structural_keys();
        for (const std::string& phrase : expectation_phrases())
            names.push_back(phrase);
        for (const rulebase::Question& question : m_rules.questions)
            names.push_back(question.id.value);
        const std::string near = foundation::nearest_word(m_line.key, names);
        fault("casefile.unknown-question", "'" + m_line.key + "' is neither a question nor an expectation.",
              near.empty()
                  ? "'fedadvise questions' lists every question, and 'fedadvise test --explain' every expectation."
                  : "Did you mean '" + near + "'?");
    }
    bool check_scope(const rulebase::Question& question)
    {
        if (!m_practice && question.scope == Scope::Practice)
        {
            fault("casefile.wrong-scope",
                  "'" + question.id.value + "' is answered by each practice, not once for the group.",
                  "Write it below \"Practice:\" and a name, and indent it.");
            return false;
        }
        if (m_practice && question.scope == Scope::Group)
        {
            fault("casefile.wrong-scope",
                  "'" + question.id.value + "' is answered once for the group, not by a practice.",
                  "Write it above the first practice, or indent it less.");
            return false;
        }
        return true;
    }
    std::variant<Answer, AnswerFault> parse_value(const rulebase::Question& question) const
    {
        if (question.kind != rulebase::AnswerKind::Choices || m_line.value == "unknown")
            return parse_answer(question, m_line.value);
        std::string spaced = m_line.value;
        std::replace(spaced.begin(), spaced.end(), ',', ' ');
        const auto words = foundation::split_words(spaced);
        if (std::set<std::string>(words.begin(), words.end()).size() != words.size())
            return AnswerFault{"casefile.duplicate-key",
                               "The list for '" + question.id.value + "' names an answer twice.", "Keep one of them."};
        return parse_answer(question, words);
    }
    /// "readiness.*: 4" answers every question of the family that has no line of its own here.
    void read_family(const std::string& family)
    {
        std::size_t known = 0;
        const Line written = m_line;
        if (!m_said.insert(holder_key() + " " + written.key).second)
            return fault("casefile.duplicate-key", "The family '" + family + "' is answered twice.",
                         "Keep one of the answers.");
        for (const rulebase::Question& question : m_rules.questions)
        {
            if (question.family != family || m_faults.size() >= most_faults)
                continue;
            ++known;
            const std::size_t faults = m_faults.size();
            if (m_said.contains(holder_key() + " " + question.id.value) || !check_scope(question))
                continue;
            auto answer = parse_value(question);
            if (const auto* bad = std::get_if<AnswerFault>(&answer))
                fault(bad->code, bad->message, bad->advice);
            else
                answers_here()[question.id] = std::get<Answer>(std::move(answer));
            if (m_faults.size() > faults)
                return; // the others would be wrong in the same way
        }
        if (known == 0)
            unknown_key();
    }
    void read_answer()
    {
        if (m_line.key.ends_with(".*"))
            return read_family(m_line.key.substr(0, m_line.key.size() - 2));
        const rulebase::Question* question = rulebase::find_question(m_rules, {m_line.key});
        if (question == nullptr)
            return unknown_key();
        if (!check_scope(*question))
            return;
        if (!m_said.insert(holder_key() + " " + m_line.key).second)
            return fault("casefile.duplicate-key", "The question '" + m_line.key + "' is answered twice.",
                         "Keep one of the answers.");
        if (m_line.value == "unanswered")
        {
            if (answers_here().erase(question->id) == 0)
                fault("fedtest.nothing-to-remove", "'" + m_line.key + "' has no answer that could be taken away.",
                      "Leave the line out.");
            return;
        }
        if (foundation::code_point_count(m_line.value) > longest_text)
            return fault("casefile.too-long", "The answer has more than 20,000 characters.", "Shorten it.");
        auto answer = parse_value(*question);
        if (const auto* bad = std::get_if<AnswerFault>(&answer))
            return fault(bad->code, bad->message, bad->advice);
        answers_here()[question->id] = std::get<Answer>(std::move(answer));
    }

    const std::string& m_name;
    const rulebase::RuleBase& m_rules;
    const CaseSource& m_case_named;
    std::vector<Diagnostic>& m_faults;
    std::vector<TestCase> m_cases;
    std::map<std::string, int> m_titles;
    Line m_line;
    char m_indented_with = '\0';
    bool m_said_no_case = false;
    std::optional<TestCase> m_open;
    std::size_t m_faults_before = 0;         ///< when the open case began: a case with other faults may expect nothing
    bool m_from = false;                     ///< the open case began with a case file
    std::set<std::string> m_said;            ///< what the open case has said already
    std::optional<std::size_t> m_practice;   ///< the one that the lines belong to
    std::optional<std::size_t> m_respondent; ///< of that practice
    std::size_t m_practice_indent = 0;
    std::size_t m_respondent_indent = 0;
};

LoadedTestFile refused(const std::string& name, int line, std::string code, std::string message, std::string advice)
{
    LoadedTestFile loaded;
    loaded.diagnostics.push_back(
        {std::move(code), Severity::Error, {name, line, 0, ""}, std::move(message), std::move(advice)});
    return loaded;
}

bool is_generated(const fs::path& path)
{
    return path.parent_path().filename() == "generated";
}

/// Test files of a folder and its subfolders, in order of name; files of the folder itself come first.
std::vector<fs::path> test_files(const fs::path& folder, std::error_code& error)
{
    std::vector<fs::path> files, folders;
    for (fs::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error))
    {
        std::error_code unreadable;
        if (entry->is_directory(unreadable))
            folders.push_back(entry->path());
        else if (entry->path().extension() == ".fedtest")
            files.push_back(entry->path());
    }
    std::sort(files.begin(), files.end());
    std::sort(folders.begin(), folders.end());
    for (const fs::path& inner : folders)
        for (fs::path& file : test_files(inner, error))
            files.push_back(std::move(file));
    return files;
}

} // namespace

LoadedTestFile read_tests(std::string_view text, const std::string& name, const rulebase::RuleBase& rules,
                          const CaseSource& case_named)
{
    if (text.starts_with("\xEF\xBB\xBF"))
        text.remove_prefix(3); // a byte order mark, as some Windows editors write it
    if (text.size() > largest_file)
        return refused(name, 0, "file.too-large", "The file is larger than 8 MB.", "This is probably not a test file.");
    if (const auto bad = foundation::first_invalid_utf8(text))
        return refused(
            name,
            static_cast<int>(std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(*bad), '\n')) + 1,
            "casefile.not-utf8", "The file is not UTF-8 text.", "Save it as UTF-8.");
    LoadedTestFile loaded;
    TestFile file;
    file.name = name;
    file.cases = TestReader(name, rules, case_named, loaded.diagnostics).read(text);
    foundation::sort_by_place(loaded.diagnostics);
    if (!foundation::has_errors(loaded.diagnostics))
        loaded.file = std::move(file);
    return loaded;
}

LoadedTestFile load_tests(const fs::path& path, const rulebase::RuleBase& rules)
{
    const std::string name = foundation::utf8_from_path(path);
    const auto bytes = foundation::read_file(path, largest_file);
    if (!bytes)
        return refused(name, 0, bytes.error().code, bytes.error().message, bytes.error().advice);
    LoadedTestFile loaded =
        read_tests(bytes.value(), name, rules,
                   [&](const std::string& named)
                   { return load_case(path.parent_path() / foundation::path_from_utf8(named), rules); });
    if (loaded.file)
        loaded.file->generated = is_generated(path);
    return loaded;
}

LoadedTests load_all_tests(const fs::path& path, const rulebase::RuleBase& rules, Which which)
{
    LoadedTests all;
    std::vector<fs::path> paths = {path};
    std::error_code error;
    if (fs::is_directory(path, error))
    {
        paths = test_files(path, error);
        if (error || paths.empty())
            all.diagnostics.push_back({error ? "file.unreadable" : "fedtest.empty-folder",
                                       Severity::Error,
                                       {foundation::utf8_from_path(path), 0, 0, ""},
                                       error ? "The folder cannot be read: " + error.message() + "."
                                             : "There is no *.fedtest file in the folder.",
                                       "Name a test file, or a folder with test files."});
    }
    for (const fs::path& file : paths)
    {
        if (which == Which::ByHand && is_generated(file))
            continue;
        LoadedTestFile loaded = load_tests(file, rules);
        for (Diagnostic& diagnostic : loaded.diagnostics)
            all.diagnostics.push_back(std::move(diagnostic));
        if (loaded.file)
            all.files.push_back(std::move(*loaded.file));
    }
    return all;
}

} // namespace fedadvise::casefile
