#include "grammar/numeral.hpp"

#include <doctest/doctest.h>

#include <vector>

using namespace stet;

namespace {

std::vector<std::uint32_t> parts(std::string_view text, NumeralKind kind) {
    const auto numeral = parse_numeral(text, kind);
    if (!numeral) return {};
    return {numeral->ordinals.parts.begin(), numeral->ordinals.parts.begin() + numeral->ordinals.count};
}

Ordinals ordinals(std::string_view text, NumeralKind kind) {
    const auto numeral = parse_numeral(text, kind);
    REQUIRE(numeral);
    return numeral->ordinals;
}

using Parts = std::vector<std::uint32_t>;

}  // namespace

TEST_CASE("decimals take letters that belong to them") {
    CHECK(parts("12", NumeralKind::decimal) == Parts{12});
    CHECK(parts("12A", NumeralKind::decimal) == Parts{12, 1});
    CHECK(parts("2a.", NumeralKind::decimal) == Parts{2, 1});
    CHECK(parts("2 A.", NumeralKind::decimal) == Parts{2, 1});
    CHECK(parts("2 A new rule", NumeralKind::decimal) == Parts{2});
    CHECK(parts("5ZA", NumeralKind::decimal) == Parts{5, 26 * 26 + 1});
    CHECK(parts("1st", NumeralKind::decimal).empty());
    CHECK(parts("12345678", NumeralKind::decimal).empty());
}

TEST_CASE("joined numbers") {
    CHECK(parts("2.03", NumeralKind::dotted) == Parts{2, 3});
    CHECK(parts("1.2.1 Scope", NumeralKind::dotted) == Parts{1, 2, 1});
    CHECK(parts("7", NumeralKind::dotted).empty());
    CHECK(parts("34-1431", NumeralKind::dashed) == Parts{34, 1431});
}

TEST_CASE("an article and a clause parted by a colon, and no time of day") {
    CHECK(parts("5:01   The Employer", NumeralKind::clause) == Parts{5, 1});
    CHECK(parts("12:30 Amounts are paid", NumeralKind::clause) == Parts{12, 30});
    for (const char* time :
         {"7:30 a.m. to 4:00 p.m.", "7:30 pm", "7:30 - 4:00", "7:30 to 4:00", "7:00", "7:5", "7:30:15"})
        CHECK(parts(time, NumeralKind::clause).empty());
}

TEST_CASE("letters go on doubled") {
    CHECK(parts("a", NumeralKind::lower_alpha) == Parts{1});
    CHECK(parts("z", NumeralKind::lower_alpha) == Parts{26});
    CHECK(parts("aa", NumeralKind::lower_alpha) == Parts{27});
    CHECK(parts("bb", NumeralKind::lower_alpha) == Parts{28});
    CHECK(parts("e1", NumeralKind::lower_alpha) == Parts{5, 1});
    CHECK(parts("and", NumeralKind::lower_alpha).empty());
    CHECK(parts("B", NumeralKind::lower_alpha).empty());
}

TEST_CASE("roman numbers are taken in their one right form") {
    CHECK(parts("iv", NumeralKind::lower_roman) == Parts{4});
    CHECK(parts("XLII", NumeralKind::upper_roman) == Parts{42});
    CHECK(parts("iiii", NumeralKind::lower_roman).empty());
    CHECK(parts("vx", NumeralKind::lower_roman).empty());
}

TEST_CASE("words") {
    CHECK(parts("Twelve", NumeralKind::word) == Parts{12});
    CHECK(parts("TWENTY-ONE", NumeralKind::word) == Parts{21});
    CHECK(parts("twenty", NumeralKind::word) == Parts{20});
    CHECK(parts("several", NumeralKind::word).empty());
}

TEST_CASE("what follows what") {
    const auto d = [](std::string_view text) { return ordinals(text, NumeralKind::decimal); };
    CHECK(follows(d("2"), d("3")));
    CHECK(follows(d("12"), d("12A")));
    CHECK(follows(d("12A"), d("12B")));
    CHECK(follows(d("12B"), d("13")));
    CHECK_FALSE(follows(d("12"), d("12B")));
    CHECK_FALSE(follows(d("2"), d("4")));
    CHECK_FALSE(follows(d("3"), d("3")));
    const auto p = [](std::string_view text) { return ordinals(text, NumeralKind::dotted); };
    CHECK(follows(p("2.3"), p("2.4")));
    CHECK_FALSE(follows(p("2.3"), p("3.4")));
    CHECK(follows(p("5.48.010"), p("5.48.020")));
    CHECK_FALSE(follows(p("5.48.010"), p("5.48.030")));
    CHECK_FALSE(follows(p("2.10"), p("2.20")));
    CHECK(begins_row(d("1")));
    CHECK(begins_row(p("3.1")));
    CHECK_FALSE(begins_row(d("2")));
}
