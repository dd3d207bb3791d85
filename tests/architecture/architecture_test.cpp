#include "source_rules.h"

#include <doctest/doctest.h>

#include <fstream>
#include <string>
#include <vector>

using namespace fedadvise::architecture;
namespace fs = std::filesystem;

namespace
{

/// What the rules bar and these files may do all the same. An exception that nothing uses any more fails the test.
const std::vector<Exception> exceptions = {
    {"foundation/file.cpp", "windows.h", "saving a file whole or not at all needs the system's own calls"},
    {"foundation/file.cpp", "fcntl.h", "saving a file whole or not at all needs the system's own calls"},
    {"foundation/file.cpp", "sys/stat.h", "saving a file whole or not at all needs the system's own calls"},
    {"foundation/file.cpp", "unistd.h", "saving a file whole or not at all needs the system's own calls"},
    {"rulebase/places.cpp", "windows.h", "only the system knows where the program's own file is"},
    {"cli/main.cpp", "windows.h", "arguments and output are UTF-8 and unchanged bytes on Windows only when it is told so"},
    {"cli/main.cpp", "fcntl.h", "arguments and output are UTF-8 and unchanged bytes on Windows only when it is told so"},
    {"cli/main.cpp", "io.h", "arguments and output are UTF-8 and unchanged bytes on Windows only when it is told so"},
    {"cli/progress.cpp", "io.h", "only the system can tell whether standard error is a terminal"},
    {"cli/progress.cpp", "unistd.h", "only the system can tell whether standard error is a terminal"},
};
// rulebase/places.cpp asks the system where the program stands ("/proc/self/exe"): a path in a literal, which no rule here bars.

std::string listed(const std::vector<Violation>& found)
{
    std::string text;
    for (const Violation& violation : found)
        text += "src/" + violation.file + ":" + std::to_string(violation.line) + ": " + violation.what + "\n";
    return text;
}

/// A small src/ of its own that goes with it.
class PlantedTree
{
public:
    PlantedTree() : root(fs::temp_directory_path() / "fedadvise planted violations")
    {
        fs::remove_all(root);
        for (const char* folder : {"foundation", "document", "rulebase", "rulepack", "casefile", "directory", "engine", "analysis", "whatif", "alignment", "report", "wizard", "cli", "gui"})
            plant(std::string(folder) + "/part.h", "// Part: a header of this folder.\n#pragma once\n#include <string>\n");
    }
    ~PlantedTree()
    {
        std::error_code ignored;
        fs::remove_all(root, ignored);
    }
    PlantedTree(const PlantedTree&) = delete;
    PlantedTree& operator=(const PlantedTree&) = delete;

    void plant(const std::string& file, const std::string& text) const
    {
        fs::create_directories((root / file).parent_path());
        std::ofstream(root / file, std::ios::binary) << text;
    }

    const fs::path root;
};

std::vector<Violation> violations_of(const std::string& file, const std::string& text)
{
    const PlantedTree tree;
    tree.plant(file, text);
    std::vector<bool> used;
    return violations(tree.root, {}, used);
}

struct Row
{
    std::string file, text;
};

} // namespace

TEST_SUITE("architecture")
{
TEST_CASE("every file of src keeps to the rules")
{
    std::vector<bool> used;
    const auto found = violations(FEDADVISE_SOURCE_DIR, exceptions, used);
    INFO(listed(found));
    CHECK(found.empty());
    for (std::size_t i = 0; i < exceptions.size(); ++i)
    {
        INFO("nothing needs this exception any more: " << exceptions[i].file << ", " << exceptions[i].word);
        CHECK(used[i]);
        CHECK_FALSE(exceptions[i].reason.empty());
    }
}

TEST_CASE("each planted violation is found, with its line")
{
    const Row rows[] = {
        // dependencies that point the wrong way
        {"foundation/a.cpp", "#include \"rulebase/part.h\"\n"},
        {"rulebase/a.h", "#include \"casefile/part.h\"\n"},
        {"casefile/a.cpp", "#include \"engine/part.h\"\n"},
        {"engine/a.cpp", "  #  include \"report/part.h\"\n"},
        {"engine/a.cpp", "#include \"analysis/part.h\"\n"},
        {"report/a.cpp", "#include \"wizard/part.h\"\n"},
        {"report/a.cpp", "#include \"cli/part.h\"\n"},
        {"wizard/a.cpp", "#include \"gui/part.h\"\n"},
        {"wizard/a.cpp", "#include \"cli/part.h\"\n"},
        {"cli/a.cpp", "#include \"gui/part.h\"\n"},
        {"gui/a.cpp", "#include \"cli/part.h\"\n"},
        {"gui/a.cpp", "auto x = _(\"caf\xC3\xA9\");\n"},
        // paths
        {"engine/a.cpp", "#include \"part.h\"\n"},
        {"engine/a.cpp", "#include \"engine/../gui/part.h\"\n"},
        {"engine/a.cpp", "#include \"engine/no_such_file.h\"\n"},
        {"utils/a.cpp", "\n"},
        {"a.cpp", "\n"},
        // libraries in the wrong folder, or in a header
        {"wizard/a.cpp", "#include <wx/string.h>\n"},
        {"cli/a.cpp", "#include <wx/app.h>\n"},
        {"rulebase/a.h", "#include <pugixml.hpp>\n"},
        {"casefile/a.cpp", "#include <pugixml.hpp>\n"},
        {"gui/a.cpp", "#include <pugixml.hpp>\n"},
        {"casefile/a.h", "#include <boost/property_tree/ptree.hpp>\n"},
        {"wizard/a.cpp", "#include <boost/property_tree/ptree.hpp>\n"},
        {"casefile/a.cpp", "#include <boost/lexical_cast.hpp>\n"},
        {"report/a.h", "#include <nlohmann/json_fwd.hpp>\n"},
        {"engine/a.cpp", "#include <nlohmann/json.hpp>\n"},
        {"cli/a.h", "#include <CLI/CLI.hpp>\n"},
        {"foundation/a.h", "#include <sodium.h>\n"},
        {"cli/a.cpp", "#include <csv.h>\n"},
        {"directory/a.h", "#include <csv.h>\n"},
        {"directory/a.cpp", "#include \"engine/part.h\"\n"},
        {"engine/a.cpp", "#include <unistd.h>\n"},
        {"engine/a.cpp", "#include <string.h>\n"},
        // clock, environment, chance, locale, numbers
        {"engine/a.cpp", "auto t = std::chrono::system_clock::now();\n"},
        {"report/a.cpp", "auto t = std::time(nullptr);\n"},
        {"report/a.cpp", "auto t = time(nullptr);\n"},
        {"report/a.cpp", "auto t = std::clock();\n"},
        {"report/a.cpp", "auto t = ::time(&now);\n"},
        {"report/a.cpp", "auto t = std::localtime(&now);\n"},
        {"rulebase/a.cpp", "const char* v = std::getenv(\"X\");\n"},
        {"foundation/a.cpp", "auto p = fs::current_path();\n"},
        {"engine/a.cpp", "int r = rand();\n"},
        {"analysis/a.cpp", "std::random_device device;\n"},
        {"analysis/a.cpp", "std::uniform_int_distribution<int> range(0, 9);\n"},
        {"casefile/a.cpp", "std::setlocale(LC_ALL, \"\");\n"},
        {"casefile/a.cpp", "stream.imbue(std::locale(\"\"));\n"},
        {"foundation/a.cpp", "c = static_cast<char>(std::tolower(c));\n"},
        {"rulebase/a.cpp", "auto x = std::stod(text);\n"},
        {"rulebase/a.cpp", "auto x = strtod(text, nullptr);\n"},
        {"rulebase/a.cpp", "auto x = atof(text);\n"},
        {"rulebase/a.cpp", "auto x = attribute.as_double();\n"},
        {"report/a.cpp", "std::snprintf(buffer, 9, \"%f\", x);\n"},
        {"report/a.cpp", "auto s = std::to_string(static_cast<double>(x));\n"},
        {"report/a.cpp", "auto s = std::to_string(gauge.filled * 100);\n"},
        {"report/a.cpp", "auto s = std::to_string(1.5);\n"},
        {"casefile/a.cpp", "auto x = tree.get<double>(\"a\");\n"},
        {"engine/a.cpp", "double weight = 0;\n"},
        {"rulebase/a.h", "float weight = 0;\n"},
        // controls that screen readers cannot read
        {"gui/a.cpp", "auto* w = new wxHtmlWindow(this);\n"},
        {"gui/a.h", "class A : public wxGrid {};\n"},
        {"gui/a.cpp", "new wxRichTextCtrl(this);\n"},
        {"gui/a.cpp", "wxWebView::New(this);\n"},
        {"gui/a.cpp", "new wxListCtrl(this);\n"},
        {"gui/a.cpp", "new wxTreeCtrl(this);\n"},
        // not hidden by a literal or a comment before it
        {"engine/a.cpp", "f(\"//\", 'x', '\"', 1'000); int r = rand();\n"},
        {"engine/a.cpp", "/* b */ int r = rand();\n"},
        {"engine/a.cpp", "f(R\"(\")\"); int r = rand();\n"},
    };
    for (const Row& row : rows)
    {
        const auto found = violations_of(row.file, row.text);
        INFO(row.file << ": " << row.text << listed(found));
        REQUIRE(found.size() >= 1);
        CHECK(found[0].file == row.file);
        if (row.text != "\n")
            CHECK(found[0].line == 1);
    }
}

TEST_CASE("lines are counted to the violation")
{
    const auto found = violations_of("engine/a.cpp", "// one\n/* two\n three */\nconst char* x = \"four\";\nint r = rand();\n");
    REQUIRE(found.size() == 1);
    CHECK(found[0].line == 5);
}

TEST_CASE("a file over 600 lines says why in its first comment")
{
    const std::string body(600, '\n');
    CHECK(violations_of("engine/a.cpp", body).empty());
    CHECK(violations_of("engine/a.cpp", body + "\n").size() == 1);
    CHECK(violations_of("engine/a.cpp", "// Engine: it runs.\n" + body).size() == 1);
    CHECK(violations_of("engine/a.cpp", "// Engine: it runs.\n// Over 600 lines because it is one table.\n" + body).empty());
}

TEST_CASE("what is allowed is not found")
{
    const Row rows[] = {
        {"gui/a.cpp", "#include <wx/string.h>\n#include <gtk/gtk.h>\n#include \"wizard/part.h\"\n#include \"gui/part.h\"\n"},
        {"gui/a.cpp", "auto x = _(\"cafe\") + to_wx(\"caf\xC3\xA9\");\n"},
        {"gui/a.h", "#include <wx/panel.h>\nauto* sizer = new wxGridSizer(2);\nauto* more = new wxFlexGridSizer(2); double x = 0;\n"},
        {"cli/a.cpp", "#include <CLI/CLI.hpp>\n#include <nlohmann/json.hpp>\n#include \"wizard/part.h\"\nauto t = std::chrono::system_clock::now(); std::getenv(\"X\");\n"},
        {"rulebase/a.cpp", "#include <pugixml.hpp>\n#include \"foundation/part.h\"\n"},
        {"report/a.cpp", "#include <pugixml.hpp>\n#include \"analysis/part.h\"\n#include \"engine/part.h\"\ndouble filled = 0;\nauto s = std::to_string(number);\n"},
        {"casefile/a.cpp", "#include <boost/property_tree/ptree.hpp>\nstream.imbue(std::locale::classic());\n"},
        {"foundation/a.cpp", "#include <sodium/crypto_hash_sha256.h>\n#include <locale>\n"},
        {"engine/a.cpp", "// rand() and system_clock, double, #include <wx/string.h>\nconst char* x = \"getenv rand \\\" stod\"; int grand = 0, operand = 1, timely = 2;\n"},
        {"engine/a.cpp", "int time_left(); int x = step.time; auto y = uptime(0); auto z = R\"(rand() \" double)\";\n"},
        {"engine/a.cpp", "/*\n#include \"gui/part.h\"\n*/\n"},
    };
    for (const Row& row : rows)
    {
        const auto found = violations_of(row.file, row.text);
        INFO(row.file << ": " << row.text << listed(found));
        CHECK(found.empty());
    }
}

TEST_CASE("an exception holds for its file and its word only")
{
    const PlantedTree tree;
    tree.plant("engine/a.cpp", "int r = rand();\n");
    tree.plant("engine/b.cpp", "int r = rand();\nauto v = std::getenv(\"X\");\n");
    const std::vector<Exception> one = {{"engine/b.cpp", "rand", "a test"}, {"engine/c.cpp", "rand", "stale"}};
    std::vector<bool> used;
    const auto found = violations(tree.root, one, used);
    INFO(listed(found));
    REQUIRE(found.size() == 2);
    CHECK(found[0].file == "engine/a.cpp");
    CHECK(found[1].file == "engine/b.cpp");
    CHECK(found[1].line == 2);
    CHECK(used == std::vector<bool>{true, false});
}
}
