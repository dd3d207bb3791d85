// Digest: the fingerprint that ties a result to the rule base it came from.
#pragma once

#include <string>
#include <string_view>

namespace fedadvise::foundation
{

/// SHA-256 (FIPS 180-4) as 64 lower-case hexadecimal digits.
[[nodiscard]] std::string sha256_hex(std::string_view bytes);

} // namespace fedadvise::foundation
