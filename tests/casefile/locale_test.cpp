#include "samples.h"

#include <doctest/doctest.h>

#include <clocale>
#include <locale>

using namespace fedadvise;
using namespace fedadvise::casefile;

namespace
{

class CommaNumbers : public std::numpunct<char>
{
protected:
    char do_decimal_point() const override { return ','; }
    char do_thousands_sep() const override { return '.'; }
    std::string do_grouping() const override { return "\3"; }
    std::string do_truename() const override { return "wahr"; }
    std::string do_falsename() const override { return "falsch"; }
};

/// Commas in numbers, as GTK and wx may set them, for as long as it lives.
class CommaLocale
{
public:
    CommaLocale() : m_streams(std::locale::global(std::locale(std::locale::classic(), new CommaNumbers)))
    {
        for (const char* name : {"de_DE.UTF-8", "de_DE.utf8", "de_DE", "fr_FR.UTF-8", "fr_FR.utf8", "German"})
            if (std::setlocale(LC_ALL, name) != nullptr)
            {
                has_c_locale = true;
                break;
            }
    }
    ~CommaLocale()
    {
        std::setlocale(LC_ALL, "C");
        std::locale::global(m_streams);
    }
    CommaLocale(const CommaLocale&) = delete;
    CommaLocale& operator=(const CommaLocale&) = delete;

    bool has_c_locale = false;

private:
    std::locale m_streams;
};

struct Seen
{
    std::vector<LoadedCase> cases;
    std::vector<std::string> texts;
};

Seen everything()
{
    Seen seen;
    const std::string rows[] = {
        samples::with_answers(R"("turnover": 1234567, "motive.workforce": 2)", R"("list-size": "9100")"),
        samples::with_answers(R"("turnover": 1234567.5, "motive.workforce": "2,5")", R"("list-size": -9100)"),
        R"({"format":"federation-adviser case","version":12345,"zz":[1.5,1234567.25,-0.0]})",
        std::string(5'000, '\n') + "{\"format\": 5.5}", // a line number of four digits
    };
    for (const std::string& json : rows)
        seen.cases.push_back(samples::read(json));
    for (const std::filesystem::path& path : samples::examples())
        seen.cases.push_back(load_case(path, samples::rules()));
    for (const LoadedCase& loaded : seen.cases)
    {
        seen.texts.push_back(samples::listed(loaded.diagnostics));
        if (loaded.group)
            seen.texts.push_back(case_text(*loaded.group));
    }
    return seen;
}

} // namespace

TEST_SUITE("case files")
{
TEST_CASE("a locale that writes numbers with commas changes nothing")
{
    const Seen before = everything();
    Seen during;
    bool has_c_locale = false;
    {
        const CommaLocale commas;
        has_c_locale = commas.has_c_locale;
        during = everything();
    }
    if (!has_c_locale)
        MESSAGE("No such C locale is installed: only the C++ one was tried.");
    REQUIRE(during.cases.size() == before.cases.size());
    for (std::size_t i = 0; i < before.cases.size(); ++i)
    {
        CAPTURE(i);
        CHECK(during.cases[i].group == before.cases[i].group);
        CHECK(during.cases[i].diagnostics == before.cases[i].diagnostics);
    }
    CHECK(during.texts == before.texts);
}
}
