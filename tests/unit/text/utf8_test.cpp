#include "text/utf8.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace stet;

namespace {

const std::string replacement = "\xEF\xBF\xBD";

std::string repaired(std::string text) {
    utf8::repair(text);
    return text;
}

std::string bytes(std::initializer_list<int> values) {
    std::string out;
    for (const int value : values) out.push_back(static_cast<char>(value));
    return out;
}

}  // namespace

TEST_CASE("utf8: every code point comes back as it went in") {
    for (char32_t code = 0; code <= 0x10FFFF; code += code < 0x3000 ? 1 : 7) {
        if (code >= 0xD800 && code <= 0xDFFF) continue;
        std::string text;
        utf8::append(text, code);
        const utf8::Decoded decoded = utf8::decode(text, 0);
        REQUIRE(decoded.code == code);
        REQUIRE(decoded.size == text.size());
        const utf8::Decoded back = utf8::decode_before(text, text.size());
        REQUIRE(back.code == code);
        REQUIRE(back.size == text.size());
        REQUIRE(utf8::is_valid(text));
    }
}

TEST_CASE("utf8: what is no UTF-8 is seen as such") {
    const std::vector<std::string> ill_formed = {
        bytes({0x80}),                    // a continuation alone
        bytes({0xC0, 0x80}),              // overlong NUL
        bytes({0xC1, 0xBF}),              // overlong ASCII
        bytes({0xE0, 0x9F, 0xBF}),        // overlong, three bytes
        bytes({0xF0, 0x8F, 0xBF, 0xBF}),  // overlong, four bytes
        bytes({0xED, 0xA0, 0x80}),        // a surrogate
        bytes({0xF4, 0x90, 0x80, 0x80}),  // above U+10FFFF
        bytes({0xF5, 0x80, 0x80, 0x80}),  // no such first byte
        bytes({0xFF}),
        bytes({0xFE}),
        bytes({0xC3}),  // cut off
        bytes({0xE2, 0x80}),
        bytes({0xF0, 0x9F, 0x98}),
        bytes({0xE2, 0x28, 0xA1}),  // broken inside
    };
    for (const std::string& text : ill_formed) {
        CHECK_FALSE(utf8::is_valid(text));
        CHECK_FALSE(utf8::is_valid("before " + text + " after"));
        CHECK(utf8::decode(text, 0).code == 0xFFFD);
        CHECK(utf8::decode(text, 0).size == 1);
        const std::string mended = repaired("a" + text + "b");
        CHECK(utf8::is_valid(mended));
        CHECK(mended.front() == 'a');
        CHECK(mended.back() == 'b');
        CHECK(mended.find(replacement) != std::string::npos);
    }
}

TEST_CASE("utf8: repair leaves good text alone and counts the faults") {
    std::string good = "plain, caf\xC3\xA9, \xE2\x80\x9Cquoted\xE2\x80\x9D, \xF0\x9F\x98\x80";
    const std::string as_it_was = good;
    CHECK(utf8::repair(good) == 0);
    CHECK(good == as_it_was);

    std::string latin = bytes({'c', 'a', 'f', 0xE9, ' ', 0xA7, ' ', '5'});
    CHECK(utf8::repair(latin) == 2);
    CHECK(latin == "caf" + replacement + " " + replacement + " 5");
}

TEST_CASE("utf8: decoding walks over any bytes without standing still or running past the end") {
    std::uint32_t state = 7;
    for (int round = 0; round < 2000; ++round) {
        std::string text;
        for (int i = 0; i < 40; ++i) {
            state = state * 1664525u + 1013904223u;
            text.push_back(static_cast<char>(state >> 24));
        }
        for (std::size_t at = 0; at < text.size();) {
            const auto size = utf8::decode(text, at).size;
            REQUIRE(size >= 1);
            at += size;
            REQUIRE(at <= text.size());
        }
        for (std::size_t at = text.size(); at > 0;) {
            const auto size = utf8::decode_before(text, at).size;
            REQUIRE(size >= 1);
            REQUIRE(size <= at);
            at -= size;
        }
        REQUIRE(utf8::is_valid(repaired(text)));
    }
}

TEST_CASE("utf8: length counts code points") {
    CHECK(utf8::length("") == 0);
    CHECK(utf8::length("abc") == 3);
    CHECK(utf8::length("\xC2\xA7 5 \xE2\x80\x93 \xF0\x9F\x98\x80") == 7);
}
