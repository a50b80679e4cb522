#include "grammar/label_pattern.hpp"

#include <doctest/doctest.h>

#include <string>

#include "text/error.hpp"

using namespace stet;

namespace {

std::string label(const LabelPattern& pattern, std::string_view text) {
    const auto match = pattern.match(text, 0);
    return match ? std::string(text.substr(0, match->end)) : std::string();
}

}  // namespace

TEST_CASE("templates match labels and nothing longer") {
    const LabelPattern article("ARTICLE {decimal}", true);
    CHECK(label(article, "Article 5 - Wages") == "Article 5");
    CHECK(label(article, "ARTICLE  12A") == "ARTICLE  12A");
    CHECK(label(article, "ARTICLE 5—TITLE") == "ARTICLE 5");
    CHECK(label(article, "ARTICLES 5").empty());
    CHECK(label(article, "ARTICLE five").empty());
    CHECK(label(LabelPattern("Section {decimal}", false), "SECTION 5").empty());
    CHECK(label(LabelPattern("({lower-roman})", false), "(iv) The") == "(iv)");
    CHECK(label(LabelPattern("APPENDIX \"{upper-alpha}\"", true), "Appendix “A”") == "Appendix “A”");
    CHECK(label(LabelPattern("SIDE LETTER", false), "SIDE LETTERS").empty());
}

TEST_CASE("the value is what the numeral says") {
    const std::string_view text = "§ 12a Fees";
    const auto match = LabelPattern("§ {decimal}", false).match(text, 0);
    REQUIRE(match);
    CHECK(text.substr(match->value_begin, match->value_end - match->value_begin) == "12a");
}

TEST_CASE("a numeral of several kinds counts every part") {
    const LabelPattern section("Section {upper-roman.decimal}", true);
    CHECK(section.kind() == NumeralKind::dotted);
    CHECK(section.first_kind() == NumeralKind::upper_roman);
    CHECK(label(section, "Section I.01 Goods") == "Section I.01");
    CHECK(label(section, "SECTION IV.2A. Goods") == "SECTION IV.2A");
    CHECK(label(section, "Section 1.01 Goods").empty());
    CHECK(label(section, "Section IV. Goods").empty());
    CHECK(label(section, "Section IV.b Goods").empty());
    CHECK(label(section, "Section IV").empty());
    const std::string_view text = "A.1.b By the door";
    const auto match = LabelPattern("{upper-alpha.decimal.lower-alpha}", false).match(text, 0);
    REQUIRE(match);
    CHECK(text.substr(match->value_begin, match->value_end - match->value_begin) == "A.1.b");
    REQUIRE(match->ordinals.count == 3);
    CHECK(match->ordinals.parts[0] == 1);
    CHECK(match->ordinals.parts[1] == 1);
    CHECK(match->ordinals.parts[2] == 2);
}

TEST_CASE("wrong templates are refused with advice") {
    CHECK_THROWS_WITH_AS(LabelPattern("Part {number}", true), doctest::Contains("use decimal"), Error);
    CHECK_THROWS_AS(LabelPattern("Part {decimal", true), Error);
    CHECK_THROWS_AS(LabelPattern("{decimal}.{decimal}", true), Error);
    CHECK_THROWS_AS(LabelPattern("{decimal.}", true), Error);
    CHECK_THROWS_AS(LabelPattern("{}", true), Error);
    CHECK_THROWS_AS(LabelPattern("", true), Error);
}
