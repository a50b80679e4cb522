// Quoted words are found whatever their typography, and taking them out or putting others in leaves one blank.
#include "proposal/find_words.hpp"

#include <doctest/doctest.h>

using namespace stet;

namespace {

std::vector<Span> places(std::string_view text, std::string_view words) {
    std::vector<Token> tokens;
    tokenize(text, {0, static_cast<std::uint32_t>(text.size())}, tokens);
    return find_words(text, tokens, words);
}

std::string made(std::string_view text, const WordChange& change) {
    return std::string(text.substr(0, change.cut.begin)) + change.with + std::string(text.substr(change.cut.end));
}

}  // namespace

TEST_CASE("words are found through other quotes, dashes and line breaks, and not inside others") {
    CHECK(places("the “part-\ntime” employee", "\"part-time\"").size() == 1);
    CHECK(places("an employ-\nee", "employee").size() == 1);
    CHECK(places("unlawful", "lawful").empty());
    CHECK(places("a shift, a shift", "a shift").size() == 2);
    CHECK(places("words", "").empty());
}

TEST_CASE("struck words take one of the blanks around them") {
    const std::string_view text = "pay, and not less, at once";
    CHECK(made(text, replace_words(text, {9, 17}, "")) == "pay, and, at once");
    CHECK(made(text, replace_words(text, {0, 4}, "")) == "and not less, at once");
    CHECK(made(text, replace_words(text, {22, 26}, "")) == "pay, and not less, at");
    CHECK(made(text, replace_words(text, {9, 17}, "more")) == "pay, and more, at once");
    CHECK(made("at noon. Later", replace_words("at noon. Later", {7, 8}, "or dusk.")) == "at noon or dusk. Later");
    CHECK(made("at noon. Later", replace_words("at noon. Later", {7, 8}, ", or dusk.")) == "at noon, or dusk. Later");
}

TEST_CASE("inserted words are parted from their neighbours as punctuation wants it") {
    const std::string_view text = "a shift (or two).";
    CHECK(made(text, insert_words(text, 7, "of hours")) == "a shift of hours (or two).");
    CHECK(made(text, insert_words(text, 7, ", in all")) == "a shift, in all (or two).");
    CHECK(made(text, insert_words(text, 9, "one")) == "a shift (one or two).");
    CHECK(made(text, insert_words(text, 0, "For")) == "For a shift (or two).");
    CHECK(made(text, insert_words(text, 17, "More.")) == "a shift (or two). More.");
}

TEST_CASE("words broken at a line's end and joined with a blank are found whole") {
    CHECK(places("with the exception of looms", "with the ex- ception of").size() == 1);
    CHECK(places("a two- or three-day watch", "two- or three-day").size() == 1);
    CHECK(places("with the ex of looms", "ex- ception").empty());
}
