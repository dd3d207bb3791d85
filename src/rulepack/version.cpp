#include "rulepack/version.h"

#include "foundation/number_text.h"

namespace fedadvise::rulepack
{

namespace
{

/// Takes the part before the next point off the front.
std::string_view take_part(std::string_view& version)
{
    const std::size_t point = version.find('.');
    const std::string_view part = version.substr(0, point);
    version.remove_prefix(point == std::string_view::npos ? version.size() : point + 1);
    return part;
}

std::strong_ordering compare_parts(std::string_view a, std::string_view b)
{
    const auto number_a = foundation::parse_integer(a), number_b = foundation::parse_integer(b);
    if (number_a && number_b && *number_a != *number_b)
        return *number_a <=> *number_b;
    return a <=> b;
}

} // namespace

std::strong_ordering compare_versions(std::string_view a, std::string_view b)
{
    while (!a.empty() && !b.empty())
        if (const auto order = compare_parts(take_part(a), take_part(b)); order != 0)
            return order;
    return a.size() <=> b.size();
}

} // namespace fedadvise::rulepack
