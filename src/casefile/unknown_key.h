// UnknownKey: what a newer version wrote into a file, kept as it is.
#pragma once

#include <string>
#include <vector>

namespace fedadvise::casefile
{

/// A key that this version does not know, with its JSON text as it was written: kept, and written again on saving.
struct UnknownKey
{
    std::string key;
    std::string json;
    friend bool operator==(const UnknownKey&, const UnknownKey&) = default;
};
using UnknownKeys = std::vector<UnknownKey>;

} // namespace fedadvise::casefile
