#include "small_rule_base.h"

#include "foundation/file.h"
#include "foundation/utf8.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

using namespace fedadvise;
using namespace fedadvise::test;
namespace fs = std::filesystem;

namespace
{

class Folder
{
public:
    Folder() : path(fs::temp_directory_path() / foundation::path_from_utf8("fedadvise rules \xC5\xB7 " + std::to_string(++s_count)))
    {
        fs::remove_all(path);
        fs::create_directories(path);
    }
    ~Folder()
    {
        std::error_code ignored;
        fs::remove_all(path, ignored);
    }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;

    void write(const std::string& name, const std::string& bytes) const
    {
        const auto saved = foundation::save_file(path / foundation::path_from_utf8(name), bytes);
        REQUIRE(saved.has_value());
    }

    const fs::path path;

private:
    inline static int s_count = 0;
};

const std::string second_file = "<rulebase>\n  <family id=\"later\" name=\"Later\"/>\n</rulebase>\n";

} // namespace

TEST_SUITE("loading a rule base") {
TEST_CASE("the small rule base is valid and read in full")
{
    const auto loaded = load_text(small_rule_base());
    REQUIRE(codes(loaded) == "");
    REQUIRE(loaded.rules != nullptr);
    const rulebase::RuleBase& rules = *loaded.rules;
    CHECK(rules.id == "small");
    CHECK(rules.as_at == foundation::Date{2026, 11, 22});
    CHECK(rules.questions.size() == 7);
    CHECK(rules.rules.size() == 3);
    CHECK(rules.settings.bands.size() == 4);
    CHECK(rules.readiness.exemptions.size() == 1);

    const rulebase::Question* workforce = rulebase::find_question(rules, {"motive.workforce"});
    REQUIRE(workforce != nullptr);
    CHECK(workforce->place.line == line_of(small_rule_base(), "<question id=\"motive.workforce\""));
    CHECK(workforce->options.size() == 2);
    CHECK((workforce->maximum == std::int64_t{3}));

    const rulebase::Rule* excluding = rulebase::find_rule(rules, {"R3"});
    REQUIRE(excluding != nullptr);
    REQUIRE(excluding->effects.size() == 2);
    CHECK(excluding->effects[0].kind == rulebase::EffectKind::Exclude);
    CHECK(excluding->effects[1].sentence == "Ask a solicitor.");
    CHECK(excluding->law == "An Act of 2006");

    CHECK(rulebase::fit_of(rules, {"network"}, {"contract"}, "wales") == rulebase::Fit::Typical);
}

TEST_CASE("files may come in any order and the digest does not mind")
{
    const auto one = rulebase::load({{"a.xml", small_rule_base()}, {"b.xml", second_file}});
    const auto other = rulebase::load({{"b.xml", second_file}, {"a.xml", small_rule_base()}});
    REQUIRE(one.rules != nullptr);
    REQUIRE(other.rules != nullptr);
    CHECK(one.rules->sha256 == other.rules->sha256);
    CHECK(one.rules->families.size() == 2);
}

TEST_CASE("the digest changes with any byte and with the name of a file, not with the folder")
{
    const auto digest = [](std::vector<rulebase::RuleFile> files) {
        const auto loaded = rulebase::load(std::move(files));
        REQUIRE(loaded.rules != nullptr);
        return loaded.rules->sha256;
    };
    const std::string small = small_rule_base();
    const std::string before = digest({{"a.xml", small}});
    CHECK(before.size() == 64);
    CHECK(digest({{"a.xml", small}}) == before);
    CHECK(digest({{"a.xml", small + " "}}) != before);
    CHECK(digest({{"a.xml", replaced(small, "Money is short.", "Money is Short.")}}) != before);
    CHECK(digest({{"b.xml", small}}) != before);
    CHECK(digest({{"/opt/rules/a.xml", small}}) == before);
    CHECK(digest({{"C:\\rules\\a.xml", small}}) == before);
    CHECK(digest({{"a.xml", small}, {"b.xml", second_file}}) != before);
}

TEST_CASE("a folder is read with a name that is not ASCII, and other files in it are left alone")
{
    const Folder folder;
    folder.write("rheolau \xC5\xB7.xml", small_rule_base());
    folder.write("notes.txt", "not XML");
    const auto loaded = rulebase::load_folder(folder.path);
    CHECK(codes(loaded) == "");
    CHECK(loaded.rules != nullptr);
}

TEST_CASE("faults of several files are told apart by name")
{
    const auto loaded = rulebase::load({{"a.xml", small_rule_base()}, {"b.xml", "<rulebase>\n<wigwam/></rulebase>"}, {"c.xml", "<rulebase"}});
    REQUIRE(loaded.diagnostics.size() == 2);
    CHECK(foundation::place_text(loaded.diagnostics[0].place).starts_with("b.xml:2:"));
    CHECK(loaded.diagnostics[1].place.file == "c.xml");
}

TEST_CASE("an empty, a missing and a wrong folder are errors, not crashes")
{
    const Folder folder;
    CHECK(codes(rulebase::load_folder(folder.path)) == "rulebase.empty-folder:0");
    CHECK(codes(rulebase::load_folder(folder.path / "none")) == "file.missing:0");
    folder.write("file", "");
    CHECK(codes(rulebase::load_folder(folder.path / "file")) == "file.missing:0");
    fs::create_directory(folder.path / "folder.xml");
    CHECK(codes(rulebase::load_folder(folder.path)) == "file.is-folder:0");
}

TEST_CASE("no files at all make no rule base")
{
    const auto loaded = rulebase::load({});
    CHECK(loaded.rules == nullptr);
    CHECK_FALSE(loaded.diagnostics.empty());
}

TEST_CASE("all faults of a file are reported at once, in the order of its lines")
{
    std::string xml = small_rule_base();
    const std::string five[][2] = {
        {"scope=\"practice-or-group\"", "scope=\"practise-or-group\""},
        {"lowest-step=\"g0\"", "lowest-step=\"g9\""},
        {"strength=\"+2\"", "strength=\"+4\""},
        {"question=\"finances\"", "question=\"finance\""},
        {"mean=\"2.3\"", "mean=\"2,3\""},
    };
    std::vector<int> lines;
    for (const auto& fault : five)
    {
        lines.push_back(line_of(xml, fault[0]));
        xml = replaced(xml, fault[0], fault[1]);
    }
    lines[0] = line_of(xml, "<question id=\"motive.workforce\"");
    const auto loaded = load_text(xml);
    CHECK(loaded.rules == nullptr);
    const std::vector<std::string> expected = {"bad-value", "dangling-id", "bad-strength", "dangling-id", "bad-number"};
    std::size_t found = 0;
    for (const auto& fault : loaded.diagnostics)
        if (found < 5 && fault.code == "rulebase." + expected[found] && fault.place.line == lines[found])
            ++found;
    CAPTURE(codes(loaded));
    CHECK(found == 5);
}
}
