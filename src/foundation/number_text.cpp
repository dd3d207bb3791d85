#include "foundation/number_text.h"

#include <charconv>

namespace fedadvise::foundation
{

Fixed mean_of(Fixed sum, std::int64_t count)
{
    return {(sum.millionths * 2 + count) / (count * 2)};
}

std::optional<std::int64_t> parse_integer(std::string_view text)
{
    if (!text.empty() && text.front() == '+')
    {
        text.remove_prefix(1);
        if (!text.empty() && text.front() == '-')
            return std::nullopt;
    }
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size() || text.empty())
        return std::nullopt;
    return value;
}

std::optional<Fixed> parse_fixed(std::string_view text)
{
    const bool negative = !text.empty() && text.front() == '-';
    if (!text.empty() && (text.front() == '-' || text.front() == '+'))
        text.remove_prefix(1);
    const std::size_t point = text.find('.');
    const std::string_view whole = text.substr(0, point);
    std::string decimals(point == std::string_view::npos ? std::string_view{} : text.substr(point + 1));
    const auto digits_only = [](std::string_view s)
    { return s.find_first_not_of("0123456789") == std::string_view::npos; };
    if (whole.empty() || whole.size() > 12 || !digits_only(whole) || !digits_only(decimals) || decimals.size() > 6)
        return std::nullopt;
    if (point != std::string_view::npos && decimals.empty())
        return std::nullopt;
    decimals.resize(6, '0');
    const std::int64_t value = *parse_integer(whole) * 1'000'000 + *parse_integer(decimals);
    return Fixed{negative ? -value : value};
}

std::string with_thousands(std::int64_t value)
{
    std::string text = std::to_string(value);
    const std::size_t first = value < 0 ? 1 : 0;
    for (std::size_t i = text.size(); i > first + 3; i -= 3)
        text.insert(i - 3, ",");
    return text;
}

std::string fixed_text(Fixed value, int decimals)
{
    std::int64_t unit = 1;
    for (int i = decimals; i < 6; ++i)
        unit *= 10;
    const bool negative = value.millionths < 0;
    const std::int64_t magnitude = negative ? -value.millionths : value.millionths;
    const std::int64_t rounded = (magnitude + unit / 2) / unit * unit;
    std::string text = std::to_string(rounded / 1'000'000);
    std::string fraction = std::to_string(1'000'000 + rounded % 1'000'000).substr(1);
    while (!fraction.empty() && fraction.back() == '0')
        fraction.pop_back();
    if (!fraction.empty())
        text += "." + fraction;
    return negative && rounded != 0 ? "-" + text : text;
}

std::string signed_text(std::int64_t value)
{
    return value > 0 ? "+" + std::to_string(value) : std::to_string(value);
}

} // namespace fedadvise::foundation
