#include "foundation/digest.h"

#include <sodium/crypto_hash_sha256.h>

#include <array>

namespace fedadvise::foundation
{

std::string sha256_hex(std::string_view bytes)
{
    std::array<unsigned char, crypto_hash_sha256_BYTES> digest{};
    const std::string copy(bytes);
    crypto_hash_sha256(digest.data(), static_cast<const unsigned char*>(static_cast<const void*>(copy.data())),
                       copy.size());
    std::string hex;
    for (const unsigned char byte : digest)
    {
        hex += "0123456789abcdef"[byte >> 4U];
        hex += "0123456789abcdef"[byte & 15U];
    }
    return hex;
}

} // namespace fedadvise::foundation
