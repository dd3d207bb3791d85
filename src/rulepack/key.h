// Keys of publishers: who may sign rule packs, and with what. Ed25519 (RFC 8032), by libsodium.
#pragma once

#include "foundation/result.h"

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace fedadvise::rulepack
{

using KeyBytes = std::array<unsigned char, 32>;
using Signature = std::array<unsigned char, 64>;

/// A publisher as everybody may know it: the content of a key file (*.fedkey).
struct Publisher
{
    std::string name;
    KeyBytes key{};
    friend bool operator==(const Publisher&, const Publisher&) = default;
};

/// What only the publisher has: the content of a signing key file (*.fedsecret). Whoever has it can sign in their name.
struct SigningKey
{
    std::string publisher;
    KeyBytes seed{};
};

/// A new key, by the system's random numbers: the only thing here that never comes out the same twice. Throws
/// std::runtime_error when the system has none.
[[nodiscard]] SigningKey new_signing_key(const std::string& publisher);

[[nodiscard]] Publisher publisher_of(const SigningKey& key);

[[nodiscard]] Signature sign(const SigningKey& key, std::string_view bytes);

[[nodiscard]] bool is_signed_by(const KeyBytes& key, const Signature& signature, std::string_view bytes);

/// Short enough to be read out on the telephone: "3f2a-9c11-…", eight groups of four hexadecimal digits, from the
/// SHA-256 of the key.
[[nodiscard]] std::string fingerprint(const KeyBytes& key);

/// Whether somebody who typed this meant that key: case, spaces and hyphens do not matter.
[[nodiscard]] bool is_fingerprint_of(std::string_view typed, const KeyBytes& key);

/// The text of a key file: plain lines that may be mailed. Names lose line breaks and other control characters.
[[nodiscard]] std::string publisher_text(const Publisher& publisher);
/// The text of a signing key file, to be kept where nobody else comes to.
[[nodiscard]] std::string signing_key_text(const SigningKey& key);

/// Errors, code "key.invalid": it is no such file, a line is missing or not as it should be; a signing key where a key
/// is wanted, and the other way round, is named as what it is. `name` stands in the message.
[[nodiscard]] foundation::Result<Publisher> read_publisher(std::string_view text, const std::string& name);
[[nodiscard]] foundation::Result<SigningKey> read_signing_key(std::string_view text, const std::string& name);

// Bytes as lower-case hexadecimal digits, and back; nothing for anything else, upper-case digits included.
[[nodiscard]] std::string hex_text(const unsigned char* bytes, std::size_t count);
[[nodiscard]] bool read_hex(std::string_view text, unsigned char* bytes, std::size_t count);

} // namespace fedadvise::rulepack
