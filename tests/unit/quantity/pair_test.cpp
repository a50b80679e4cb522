#include "quantity/pair.hpp"

#include <doctest/doctest.h>

using namespace stet;

namespace {

std::string like(std::string_view pair, std::string_view value) {
    return pair_like(pair, *Decimal::parse(value)).value_or("none");
}

}  // namespace

TEST_CASE("numbers in words") {
    CHECK(number_in_words(0) == "zero");
    CHECK(number_in_words(17) == "seventeen");
    CHECK(number_in_words(80) == "eighty");
    CHECK(number_in_words(175) == "one hundred seventy-five");
    CHECK(number_in_words(175, true) == "one hundred and seventy-five");
    CHECK(number_in_words(20'000) == "twenty thousand");
    CHECK(number_in_words(1'002'300) == "one million two thousand three hundred");
    CHECK_FALSE(number_in_words(-1));
}

TEST_CASE("a pair of words and figure is written for another value as it is written") {
    CHECK(like("forty cents ($0.40)", "0.6") == "sixty cents ($0.60)");
    CHECK(like("one dollar ($1.00)", "2.5") == "two dollars and fifty cents ($2.50)");
    CHECK(like("one hundred fifty dollars ($150)", "175") == "one hundred seventy-five dollars ($175)");
    CHECK(like("Twenty thousand dollars ($20,000)", "7500") == "Seven thousand five hundred dollars ($7,500)");
    CHECK(like("nine hundred dollars ($900)", "1200") == "one thousand two hundred dollars ($1,200)");
    CHECK(like("eighteen (18) months", "12") == "twelve (12) months");
    CHECK(like("one (1) day", "3") == "three (3) days");
    CHECK(like("two (2) weeks", "1") == "one (1) week");
    CHECK(like("ninety percent (90%)", "85") == "eighty-five percent (85%)");
    CHECK(like("one hundred and five (105)", "110") == "one hundred and ten (110)");
    CHECK(like("eighteen\n(18)", "12") == "twelve\n(12)");
}

TEST_CASE("what is no pair, or cannot say the value, is not written") {
    CHECK(like("$0.40", "0.6") == "none");
    CHECK(like("forty cents", "0.6") == "none");
    CHECK(like("forty cents ($0.45)", "0.6") == "none");
    CHECK(like("eighteen (18) months", "1.5") == "none");
    CHECK(like("one dollar ($1.00)", "0.005") == "none");
}
