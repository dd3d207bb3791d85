#include "foundation/diagnostic.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace fedadvise::foundation;

TEST_SUITE("diagnostic") {
TEST_CASE("it reads as place, severity, message, code and advice")
{
    const Diagnostic fault{"rulebase.bad-number", Severity::Error, {"rules/x.xml", 12, 5, "pull"}, "'3,5' is not a number.", "Write 3.5."};
    CHECK(diagnostic_text(fault) == "rules/x.xml:12:5: error: pull: '3,5' is not a number. [rulebase.bad-number]\n    Write 3.5.");
}

TEST_CASE("what is not known of a place is left out")
{
    CHECK(place_text({"a.xml", 3, 0, ""}) == "a.xml:3");
    CHECK(place_text({"a.xml", 0, 9, ""}) == "a.xml");
    CHECK(place_text({}).empty());
    CHECK(diagnostic_text({"x", Severity::Note, {}, "Message.", ""}) == "note: Message. [x]");
}

TEST_CASE("only errors count as errors")
{
    const Diagnostic warning{"w", Severity::Warning, {}, "", ""};
    const Diagnostic error{"e", Severity::Error, {}, "", ""};
    CHECK_FALSE(has_errors(std::vector<Diagnostic>{}));
    CHECK_FALSE(has_errors(std::vector<Diagnostic>{warning}));
    CHECK(has_errors(std::vector<Diagnostic>{warning, error}));
}

TEST_CASE("sorting is by file, line, column and code")
{
    std::vector<Diagnostic> list = {
        {"b", Severity::Error, {"b.xml", 1, 1, ""}, "", ""}, {"b", Severity::Error, {"a.xml", 10, 1, ""}, "", ""}, {"a", Severity::Error, {"a.xml", 9, 2, ""}, "", ""},
        {"b", Severity::Error, {"a.xml", 9, 1, ""}, "", ""}, {"a", Severity::Error, {"a.xml", 9, 1, ""}, "", ""},
    };
    sort_by_place(list);
    std::string order;
    for (const Diagnostic& d : list)
        order += place_text(d.place) + d.code + " ";
    CHECK(order == "a.xml:9:1a a.xml:9:1b a.xml:9:2a a.xml:10:1b b.xml:1:1b ");
}
}
