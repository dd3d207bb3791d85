// Id: names that cannot be mistaken for one another.
#pragma once

#include <string>

namespace fedadvise::foundation
{

/// An identifier of one kind of thing; `Kind` only tells the kinds apart. Compares by its text.
template <class Kind>
struct Id
{
    std::string value;

    friend auto operator<=>(const Id&, const Id&) = default;
};

} // namespace fedadvise::foundation
