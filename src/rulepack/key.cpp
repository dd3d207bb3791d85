#include "rulepack/key.h"

#include "foundation/digest.h"
#include "foundation/text_list.h"
#include "foundation/utf8.h"

#include <sodium.h>

#include <algorithm>
#include <map>
#include <stdexcept>

namespace fedadvise::rulepack
{

namespace
{

using foundation::Error;
using foundation::Result;

constexpr std::string_view publisher_format = "federation-adviser publisher key 1";
constexpr std::string_view signing_format = "federation-adviser signing key 1";
constexpr std::size_t longest_name = 200; ///< letters

void begin()
{
    if (sodium_init() < 0)
        throw std::runtime_error("the system gives no random numbers");
}

const unsigned char* bytes_of(std::string_view text)
{
    return static_cast<const unsigned char*>(static_cast<const void*>(text.data()));
}

struct KeyPair
{
    KeyBytes key{};
    std::array<unsigned char, crypto_sign_SECRETKEYBYTES> secret{};
};

KeyPair key_pair(const SigningKey& key)
{
    begin();
    KeyPair pair;
    crypto_sign_seed_keypair(pair.key.data(), pair.secret.data(), key.seed.data());
    return pair;
}

std::string line_of(const std::string& name)
{
    return foundation::as_paragraph(foundation::without_control_characters(foundation::well_formed_utf8(name)));
}

Error invalid(const std::string& name, const std::string& what, const std::string& advice)
{
    return {"key.invalid", "'" + name + "' " + what + ".", advice};
}

/// The lines "name: value" below the first.
std::map<std::string, std::string> fields_of(std::string_view text)
{
    std::map<std::string, std::string> fields;
    while (!text.empty())
    {
        const std::string_view line = text.substr(0, text.find('\n'));
        text.remove_prefix(std::min(text.size(), line.size() + 1));
        const std::size_t colon = line.find(':');
        if (colon != std::string_view::npos)
            fields.emplace(foundation::trimmed(line.substr(0, colon)), foundation::trimmed(line.substr(colon + 1)));
    }
    return fields;
}

struct KeyFile
{
    std::string publisher;
    KeyBytes bytes{};
};

Result<KeyFile> read_key_file(std::string_view text, const std::string& name, std::string_view format,
                              const std::string& field)
{
    const std::string whole = foundation::with_line_feeds(text);
    const std::string_view first = foundation::trimmed(std::string_view(whole).substr(0, whole.find('\n')));
    const bool wants_publisher = format == publisher_format;
    if (first == (wants_publisher ? signing_format : publisher_format))
        return wants_publisher
                   ? invalid(name, "is a signing key, which nobody but its publisher should have",
                             "Name the publisher's key (*.fedkey). If you were sent this file, tell the publisher.")
                   : invalid(name, "is a publisher's key for everybody, and cannot sign",
                             "Name the signing key (*.fedsecret).");
    if (first != format || foundation::first_invalid_utf8(whole))
        return invalid(name, wants_publisher ? "is no publisher's key" : "is no signing key",
                       "Such a file begins with \"" + std::string(format) + "\".");
    const auto fields = fields_of(whole);
    const auto publisher = fields.find("publisher"), key = fields.find(field);
    if (publisher == fields.end() || publisher->second.empty() ||
        foundation::code_point_count(publisher->second) > longest_name)
        return invalid(name, "does not name its publisher", "It needs a line \"publisher: NAME\".");
    KeyFile file{publisher->second, {}};
    if (key == fields.end() || !read_hex(key->second, file.bytes.data(), file.bytes.size()))
        return invalid(name, "has no key that can be used",
                       "It needs a line \"" + field + ":\" with 64 hexadecimal digits. Ask for the file again.");
    return file;
}

} // namespace

std::string hex_text(const unsigned char* bytes, std::size_t count)
{
    std::string hex(count * 2 + 1, '\0');
    sodium_bin2hex(hex.data(), hex.size(), bytes, count);
    hex.pop_back();
    return hex;
}

bool read_hex(std::string_view text, unsigned char* bytes, std::size_t count)
{
    const auto is_digit = [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); };
    if (text.size() != count * 2 || !std::all_of(text.begin(), text.end(), is_digit))
        return false;
    std::size_t read = 0;
    return sodium_hex2bin(bytes, count, text.data(), text.size(), nullptr, &read, nullptr) == 0 && read == count;
}

SigningKey new_signing_key(const std::string& publisher)
{
    begin();
    SigningKey key{line_of(publisher), {}};
    randombytes_buf(key.seed.data(), key.seed.size());
    return key;
}

Publisher publisher_of(const SigningKey& key)
{
    return {key.publisher, key_pair(key).key};
}

Signature sign(const SigningKey& key, std::string_view bytes)
{
    Signature signature{};
    crypto_sign_detached(signature.data(), nullptr, bytes_of(bytes), bytes.size(), key_pair(key).secret.data());
    return signature;
}

bool is_signed_by(const KeyBytes& key, const Signature& signature, std::string_view bytes)
{
    begin();
    return crypto_sign_verify_detached(signature.data(), bytes_of(bytes), bytes.size(), key.data()) == 0;
}

std::string fingerprint(const KeyBytes& key)
{
    const std::string digest =
        foundation::sha256_hex({static_cast<const char*>(static_cast<const void*>(key.data())), key.size()});
    std::string text;
    for (std::size_t group = 0; group < 8; ++group)
        text += (group == 0 ? "" : "-") + digest.substr(group * 4, 4);
    return text;
}

bool is_fingerprint_of(std::string_view typed, const KeyBytes& key)
{
    const auto plain = [](std::string_view text)
    {
        std::string digits = foundation::lower_case(text);
        std::erase_if(digits, [](char c) { return c == ' ' || c == '-'; });
        return digits;
    };
    return plain(typed) == plain(fingerprint(key));
}

std::string publisher_text(const Publisher& publisher)
{
    return std::string(publisher_format) + "\npublisher: " + line_of(publisher.name) +
           "\nkey: " + hex_text(publisher.key.data(), publisher.key.size()) +
           "\nfingerprint: " + fingerprint(publisher.key) + "\n";
}

std::string signing_key_text(const SigningKey& key)
{
    return std::string(signing_format) + "\npublisher: " + line_of(key.publisher) +
           "\nseed: " + hex_text(key.seed.data(), key.seed.size()) +
           "\nkeep: Whoever has this file can sign rules in your name. Keep it off shared drives, and a copy in a "
           "safe.\n";
}

Result<Publisher> read_publisher(std::string_view text, const std::string& name)
{
    auto file = read_key_file(text, name, publisher_format, "key");
    if (!file)
        return file.error();
    return Publisher{file.value().publisher, file.value().bytes};
}

Result<SigningKey> read_signing_key(std::string_view text, const std::string& name)
{
    auto file = read_key_file(text, name, signing_format, "seed");
    if (!file)
        return file.error();
    return SigningKey{file.value().publisher, file.value().bytes};
}

} // namespace fedadvise::rulepack
