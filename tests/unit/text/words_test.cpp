#include "text/words.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

using namespace stet;

namespace {

std::vector<Token> tokens(std::string_view text) {
    std::vector<Token> out;
    tokenize(text, {0, static_cast<std::uint32_t>(text.size())}, out);
    return out;
}

/// The tokens' own characters, one a bar.
std::string cut(std::string_view text) {
    std::string out;
    for (const Token& token : tokens(text)) {
        if (!out.empty()) out += '|';
        out += text.substr(token.text.begin, token.text.size());
    }
    return out;
}

std::vector<std::uint64_t> keys(std::string_view text) {
    std::vector<std::uint64_t> out;
    for (const Token& token : tokens(text)) out.push_back(token.key);
    return out;
}

}  // namespace

TEST_CASE("words: words, numbers and marks stand apart") {
    CHECK(cut("The rate, if any; is (10) dollars.") == "The|rate|,|if|any|;|is|(|10|)|dollars|.");
    CHECK(cut("") == "");
    CHECK(cut(" \t\n ") == "");
}

TEST_CASE("words: inner apostrophes and hyphens belong to the word") {
    CHECK(cut("an employee's part-time work, the employees' own") ==
          "an|employee's|part-time|work|,|the|employees|'|own");
    CHECK(cut("employee\xE2\x80\x99s") == "employee\xE2\x80\x99s");
    CHECK(cut("'quoted'") == "'|quoted|'");
    CHECK(cut("one - two") == "one|-|two");
}

TEST_CASE("words: amounts, dates and percentages are whole") {
    CHECK(cut("$1,040.50 on 12/2/21, or 5%.") == "$1,040.50|on|12/2/21|,|or|5%|.");
    CHECK(cut("$.25 and .25 more") == "$.25|and|.25|more");
    CHECK(cut("\xE2\x82\xAC"
              "5,00") ==
          "\xE2\x82\xAC"
          "5,00");
    CHECK(cut("10:30 p.m.") == "10:30|p|.|m|.");
    CHECK(cut("Section 2.03.") == "Section|2.03|.");
    CHECK(cut("1, 2") == "1|,|2");
    for (const Token& token : tokens("$1,040.50 12/2/21 5% 2.03")) CHECK(token.kind == TokenKind::number);
}

TEST_CASE("words: typography does not make another word") {
    const std::vector<std::pair<std::string_view, std::string_view>> same = {
        {"employee's", "employee\xE2\x80\x99s"},  // straight and curly
        {"\"just cause\"", "\xE2\x80\x9Cjust cause\xE2\x80\x9D"},
        {"part-time", "part\xE2\x80\x90time"},  // U+2010
        {"part-time", "part\xE2\x80\x91time"},  // no-break hyphen
        {"one - two", "one \xE2\x80\x94 two"},
        {"one - two", "one \xE2\x80\x93 two"},
        {"one - two", "one -- two"},
        {"first office",
         "\xEF\xAC\x81rst o\xEF\xAC\x83"
         "ce"},                                    // ligatures
        {"employment", "employ\xC2\xADment"},      // soft hyphen
        {"employment", "employ\xE2\x80\x8Bment"},  // zero-width space
        {"a b",
         "a\xC2\xA0"
         "b"},  // no-break space
        {"a b", "a\n   b"},
        {"caf\xC3\xA9", "cafe\xCC\x81"},  // composed and combining
        {"wait...", "wait\xE2\x80\xA6"},
    };
    for (const auto& [one, other] : same) {
        INFO(one << " and " << other);
        CHECK(keys(one) == keys(other));
        CHECK(normalise(one).size() > 0);
    }
}

TEST_CASE("words: what differs in more than typography has another key") {
    const std::vector<std::pair<std::string_view, std::string_view>> different = {
        {"Employee", "employee"},    {"five", "fine"},      {"$5.00", "$5.01"},      {"$5.00", "5.00"}, {"5%", "5"},
        {"part-time", "parttime"},   {"shall", "shall,"},   {"12/2/21", "12/21/2"},  {"(", ")"},        {".", ","},
        {"employee's", "employees"}, {"re-sign", "resign"}, {"caf\xC3\xA9", "cafe"},
    };
    for (const auto& [one, other] : different) {
        INFO(one << " and " << other);
        CHECK(keys(one) != keys(other));
    }
}

TEST_CASE("words: a word cut at a line's end is one word and says so") {
    for (const std::string_view text : {"employ-\nment", "employ-\n    ment", "employ\xE2\x80\x90\nment"}) {
        const auto found = tokens(text);
        REQUIRE(found.size() == 1);
        CHECK(found[0].soft);
        CHECK(found[0].key == keys("employment").front());
        CHECK(found[0].text == Span{0, static_cast<std::uint32_t>(text.size())});
    }
    CHECK_FALSE(tokens("employment").front().soft);
}

TEST_CASE("words: a hyphen at a line's end before a capital or a figure is no cut word") {
    CHECK(tokens("Meat-\nCutters").size() > 1);
    CHECK(tokens("Section 5-\n6").size() > 2);
}

TEST_CASE("words: a soft word never eats the text behind it") {
    const std::string text = "the employ-\nment of";
    CHECK(cut(text) == "the|employ-\nment|of");
}

TEST_CASE("words: only the asked stretch is read") {
    const std::string_view text = "one two three four";
    std::vector<Token> out;
    tokenize(text, {4, 13}, out);
    REQUIRE(out.size() == 2);
    CHECK(text.substr(out[0].text.begin, out[0].text.size()) == "two");
    CHECK(text.substr(out[1].text.begin, out[1].text.size()) == "three");
    out.clear();
    tokenize(text, {5, 5}, out);
    CHECK(out.empty());
    tokenize(text, {0, 6}, out);
    REQUIRE(out.size() == 2);
    CHECK(out[1].text == Span{4, 6});
}

TEST_CASE("words: marks are tokens but no words") {
    CHECK(count_words("The rate, if any, is $10.00.") == 6);
    CHECK(count_words("... --- ***") == 0);
    CHECK(count_words("") == 0);
}

TEST_CASE("words: normalise folds white space and typography") {
    CHECK(normalise("  The\xC2\xA0 \xE2\x80\x9C"
                    "first\xE2\x80\x9D\n rate \xE2\x80\x94 now ") == "The \"first\" rate - now");
    CHECK(normalise("") == "");
}

TEST_CASE("words: hostile bytes give ordered tokens inside the text") {
    std::vector<std::string> texts = {std::string("\xFF\xFE\x80\xC3"),
                                      "a\xC3",
                                      "\xE2\x80",
                                      "-",
                                      "--",
                                      "-\n",
                                      "a-\n",
                                      "a-\n-",
                                      "'",
                                      "a'",
                                      "$",
                                      "$.",
                                      "$.$",
                                      ".5.",
                                      "\xC2\xAD",
                                      "\xC2\xAD\xC2\xAD"
                                      "a\xC2\xAD",
                                      "a-\n      ",
                                      "5%%",
                                      "5\xE2\x80\x93",
                                      "\xE2\x80\x93"
                                      "5"};
    std::uint32_t state = 3;
    static constexpr std::string_view alphabet = "aZ5$.,-'/:%\n\t \xC2\xAD\xE2\x80\x99\x93\xCC\x81";
    for (int round = 0; round < 4000; ++round) {
        std::string text;
        for (int i = 0; i < 12; ++i) {
            state = state * 1664525u + 1013904223u;
            text.push_back(alphabet[(state >> 16) % alphabet.size()]);
        }
        texts.push_back(text);
    }
    for (const std::string& text : texts) {
        std::uint32_t end = 0;
        for (const Token& token : tokens(text)) {
            REQUIRE(token.text.begin >= end);
            REQUIRE(token.text.end > token.text.begin);
            end = token.text.end;
        }
        REQUIRE(end <= text.size());
        // Nothing but white space and what cannot be seen stands between tokens.
        std::uint32_t at = 0;
        for (const Token& token : tokens(text)) {
            REQUIRE(count_words(std::string_view(text).substr(at, token.text.begin - at)) == 0);
            at = token.text.end;
        }
    }
}

TEST_CASE("words: a line of two hundred thousand characters takes no longer than it should") {
    CHECK(count_words(std::string(200'000, 'a')) == 1);
    CHECK(tokens(std::string(200'000, '*')).size() == 200'000);
    CHECK(tokens(std::string(200'000, '-')).size() == 1);
    std::string soft;
    for (int i = 0; i < 50'000; ++i) soft += "a-\n";
    CHECK(tokens(soft + "a").size() == 1);
}
