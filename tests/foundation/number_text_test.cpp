#include "foundation/number_text.h"

#include <doctest/doctest.h>

#include <clocale>
#include <cstdint>
#include <locale>
#include <optional>
#include <string>
#include <vector>

using namespace fedadvise::foundation;

namespace
{

/// Numbers as in much of Europe: a comma for the point, and a point between thousands.
class CommaNumbers : public std::numpunct<char>
{
    char do_decimal_point() const override { return ','; }
    char do_thousands_sep() const override { return '.'; }
    std::string do_grouping() const override { return "\3"; }
};

/// Makes the comma locale the global one while it lives; the C locale follows where the machine has a German one.
class CommaLocale
{
public:
    CommaLocale() : m_before(std::locale::global(std::locale(std::locale::classic(), new CommaNumbers))), m_c_before(std::setlocale(LC_NUMERIC, nullptr))
    {
        for (const char* name : {"de_DE.UTF-8", "de_DE.utf8", "de_DE", "fr_FR.UTF-8"})
            if (std::setlocale(LC_NUMERIC, name) != nullptr)
                break;
    }
    ~CommaLocale()
    {
        std::locale::global(m_before);
        std::setlocale(LC_NUMERIC, m_c_before.c_str());
    }
    CommaLocale(const CommaLocale&) = delete;
    CommaLocale& operator=(const CommaLocale&) = delete;

private:
    std::locale m_before;
    std::string m_c_before;
};

} // namespace

TEST_SUITE("numbers and text") {
TEST_CASE("whole numbers are read strictly")
{
    struct Row
    {
        std::string text;
        std::optional<std::int64_t> value;
    };
    const std::vector<Row> rows = {
        {"0", 0}, {"12", 12}, {"-3", -3}, {"+3", 3}, {"007", 7}, {"9223372036854775807", INT64_MAX}, {"-9223372036854775808", INT64_MIN},
        {"", {}}, {"+", {}}, {"-", {}}, {"+-3", {}}, {"-+3", {}}, {"--3", {}}, {" 3", {}}, {"3 ", {}}, {"3.0", {}}, {"3,0", {}}, {"1,000", {}}, {"1e3", {}},
        {"0x10", {}}, {"twelve", {}}, {"9223372036854775808", {}}, {"-9223372036854775809", {}}, {std::string("3\0", 2), {}}, {"\xD9\xA3", {}},
    };
    for (const Row& row : rows)
    {
        CAPTURE(row.text);
        CHECK((parse_integer(row.text) == row.value));
    }
}

TEST_CASE("decimal numbers are read to the millionth, or not at all")
{
    struct Row
    {
        std::string text;
        std::optional<std::int64_t> millionths;
    };
    const std::vector<Row> rows = {
        {"0", 0}, {"3.3", 3'300'000}, {"-0.5", -500'000}, {"+0.5", 500'000}, {"0.000001", 1}, {"-0.000001", -1}, {"4", 4'000'000}, {"4.10", 4'100'000},
        {"999999999999.999999", 999'999'999'999'999'999},
        {"", {}}, {".", {}}, {".5", {}}, {"5.", {}}, {"-", {}}, {"+-5", {}}, {"3,3", {}}, {"1,000.5", {}}, {"0.0000001", {}}, {"1.2.3", {}}, {"1e3", {}}, {" 1", {}},
        {"1 ", {}}, {"1.-5", {}}, {"1.+5", {}}, {"nan", {}}, {"inf", {}}, {"1000000000000", {}},
    };
    for (const Row& row : rows)
    {
        CAPTURE(row.text);
        const auto parsed = parse_fixed(row.text);
        REQUIRE(parsed.has_value() == row.millionths.has_value());
        if (parsed)
            CHECK(parsed->millionths == *row.millionths);
    }
}

TEST_CASE("decimal numbers are written as short as they can be")
{
    CHECK(fixed_text({3'250'000}) == "3.25");
    CHECK(fixed_text({4'000'000}) == "4");
    CHECK(fixed_text({-500'000}) == "-0.5");
    CHECK(fixed_text({1}) == "0.000001");
    CHECK(fixed_text({3'250'000}, 1) == "3.3");
    CHECK(fixed_text({-3'250'000}, 1) == "-3.3");
    CHECK(fixed_text({3'249'999}, 1) == "3.2");
    CHECK(fixed_text({999'999}, 2) == "1");
    CHECK(fixed_text({-400'000}, 0) == "0");
    CHECK(fixed_text({500'000}, 0) == "1");
}

TEST_CASE("a decimal number survives the way there and back")
{
    for (const std::int64_t millionths : std::initializer_list<std::int64_t>{0, 1, -1, 10, 123'456, -999'999, 1'000'000, 3'300'000, -41'000'001, 999'999'999'999'999'999})
    {
        CAPTURE(millionths);
        const auto again = parse_fixed(fixed_text({millionths}));
        REQUIRE(again.has_value());
        CHECK(again->millionths == millionths);
    }
}

TEST_CASE("a mean is rounded half up to a millionth")
{
    CHECK(mean_of(Fixed::from_integer(10), 4) == Fixed{2'500'000});
    CHECK(mean_of(Fixed::from_integer(10), 3) == Fixed{3'333'333});
    CHECK(mean_of(Fixed::from_integer(20), 3) == Fixed{6'666'667});
    CHECK(mean_of(Fixed{1}, 2) == Fixed{1});
    CHECK(mean_of(Fixed{0}, 5) == Fixed{0});
}

TEST_CASE("numbers for people have commas between thousands and a sign where it matters")
{
    CHECK(with_thousands(0) == "0");
    CHECK(with_thousands(999) == "999");
    CHECK(with_thousands(9100) == "9,100");
    CHECK(with_thousands(1'234'567) == "1,234,567");
    CHECK(with_thousands(-999) == "-999");
    CHECK(with_thousands(-100'000) == "-100,000");
    CHECK(signed_text(3) == "+3");
    CHECK(signed_text(-2) == "-2");
    CHECK(signed_text(0) == "0");
}

TEST_CASE("a locale with decimal commas changes nothing")
{
    const CommaLocale comma;
    CHECK((parse_fixed("3.3") == Fixed{3'300'000}));
    CHECK_FALSE(parse_fixed("3,3").has_value());
    CHECK_FALSE(parse_integer("1.000").has_value());
    CHECK((parse_integer("12000") == std::int64_t{12000}));
    CHECK(fixed_text({3'250'000}) == "3.25");
    CHECK(fixed_text(Fixed::from_integer(12000)) == "12000");
    CHECK(with_thousands(1'234'567) == "1,234,567");
    CHECK(signed_text(12000) == "+12000");
}
}
