#include "rulepack/key.h"

#include "samples.h"

#include <doctest/doctest.h>

using namespace fedadvise;
using namespace fedadvise::rulepack;

TEST_SUITE("keys of publishers")
{
TEST_CASE("a signature is that of RFC 8032")
{
    // RFC 8032, 7.1, test 2
    SigningKey key{"Test", {}};
    REQUIRE(
        read_hex("4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb", key.seed.data(), key.seed.size()));
    const Publisher publisher = publisher_of(key);
    CHECK(hex_text(publisher.key.data(), publisher.key.size()) ==
          "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c");
    const Signature signature = sign(key, "\x72");
    CHECK(hex_text(signature.data(), signature.size()) == "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb"
                                                          "69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00"
                                                          "d291612bb0c00");
    CHECK(is_signed_by(publisher.key, signature, "\x72"));
    CHECK_FALSE(is_signed_by(publisher.key, signature, "\x73"));
    CHECK_FALSE(is_signed_by(publisher_of(test::key_of("Other")).key, signature, "\x72"));
}

TEST_CASE("a new key is another one every time, and its files read back")
{
    const SigningKey one = new_signing_key("Canolfan Tŷ Gwyn\nand\x01 more"), two = new_signing_key("Other");
    CHECK(one.seed != two.seed);
    CHECK(one.publisher == "Canolfan Tŷ Gwyn and more");
    const auto read = read_signing_key(signing_key_text(one), "one.fedsecret");
    REQUIRE(read);
    CHECK(read.value().publisher == one.publisher);
    CHECK(read.value().seed == one.seed);
    const auto publisher = read_publisher(publisher_text(publisher_of(one)), "one.fedkey");
    REQUIRE(publisher);
    CHECK(publisher.value() == publisher_of(one));
    CHECK(publisher_text(publisher_of(one)).find(hex_text(one.seed.data(), one.seed.size())) == std::string::npos);
}

TEST_CASE("a key file may have been through a mail program for Windows")
{
    std::string text = publisher_text(publisher_of(test::key_of("Centre")));
    for (std::size_t at = text.find('\n'); at != std::string::npos; at = text.find('\n', at + 2))
        text.insert(at, "\r");
    CHECK(read_publisher(text, "centre.fedkey").value() == publisher_of(test::key_of("Centre")));
}

TEST_CASE("what is no key is refused with a reason")
{
    const std::string publisher = publisher_text(publisher_of(test::key_of("Centre")));
    const std::string secret = signing_key_text(test::key_of("Centre"));
    const auto refusal = [](const std::string& text)
    {
        const auto read = read_publisher(text, "x.fedkey");
        REQUIRE_FALSE(read);
        CHECK(read.error().code == "key.invalid");
        CHECK_FALSE(read.error().advice.empty());
        return read.error().message;
    };
    CHECK(refusal("") == "'x.fedkey' is no publisher's key.");
    CHECK(refusal(std::string(1000, '\xFF')) == "'x.fedkey' is no publisher's key.");
    CHECK(refusal(secret) == "'x.fedkey' is a signing key, which nobody but its publisher should have.");
    CHECK(refusal(publisher.substr(0, publisher.find("publisher:"))) == "'x.fedkey' does not name its publisher.");
    CHECK(refusal(publisher.substr(0, publisher.find("\nkey: ") + 30)) == "'x.fedkey' has no key that can be used.");
    CHECK_FALSE(read_signing_key(publisher, "x.fedsecret"));
}

TEST_CASE("a fingerprint can be typed as it was read out")
{
    const KeyBytes key = publisher_of(test::key_of("Centre")).key;
    const std::string shown = fingerprint(key);
    CHECK(shown.size() == 39);
    std::string typed = shown;
    for (char& c : typed)
        c = c == '-' ? ' ' : c >= 'a' && c <= 'f' ? static_cast<char>(c - 'a' + 'A') : c;
    CHECK(is_fingerprint_of(shown, key));
    CHECK(is_fingerprint_of(typed, key));
    CHECK_FALSE(is_fingerprint_of(shown.substr(0, 38), key));
    CHECK_FALSE(is_fingerprint_of("", key));
    CHECK_FALSE(is_fingerprint_of(shown, publisher_of(test::key_of("Centre", 2)).key));
}
} // TEST_SUITE("keys of publishers")
