#include "quantity/decimal.hpp"

#include <doctest/doctest.h>

#include "quantity/thousands.hpp"

using stet::Decimal;

namespace {

Decimal number(std::string_view figure) {
    const auto parsed = Decimal::parse(figure);
    REQUIRE(parsed);
    return *parsed;
}

}  // namespace

TEST_CASE("decimals keep figures exactly and print them without padding") {
    CHECK(number("1,040.50").text() == "1040.5");
    CHECK(number("1,040.50").text(2) == "1040.50");
    CHECK(number(".25").text(2) == "0.25");
    CHECK(number("0.1").plus(number("0.2")) == number("0.3"));
    CHECK(number("1.00").minus(number("2.50"))->text(2) == "-1.50");
    CHECK(number("5").negated().text() == "-5");
    CHECK(number("0").negated().text() == "0");
    CHECK(number("2.50") == number("2.5"));
    CHECK(number("2.5") < number("10"));
    CHECK(number("1.5").shifted(6)->text() == "1500000");
    CHECK(number("25").shifted(-2)->text() == "0.25");
}

TEST_CASE("what is no figure, or too long, has no value") {
    for (const char* text :
         {"", ".", ",", "1.2.3", "5%", "-5", "12a", "9999999999999999999", "0.0000000000000000001"}) {
        CAPTURE(text);
        CHECK_FALSE(Decimal::parse(text));
    }
    CHECK_FALSE(number("999999999999999999").plus(number("1")));
    CHECK_FALSE(number("999999999999999999").shifted(1));
    CHECK_FALSE(number("0.000000000000000001").plus(number("1")));
}

TEST_CASE("fractions are exact where a decimal equals them") {
    CHECK(Decimal::ratio(1, 2)->text() == "0.5");
    CHECK(Decimal::ratio(7, 8)->text() == "0.875");
    CHECK(Decimal::ratio(6, 3)->text() == "2");
    CHECK_FALSE(Decimal::ratio(1, 3));
    CHECK_FALSE(Decimal::ratio(1, 0));
    CHECK(Decimal::rounded_ratio(2, 3, 6)->text() == "0.666667");
    CHECK(Decimal::rounded_ratio(-1, 2, 0)->text() == "-1");
}

TEST_CASE("percent changes have one digit, halves away from zero") {
    CHECK(stet::percent_change(number("1"), number("2")) == "+100.0");
    CHECK(stet::percent_change(number("3"), number("2")) == "-33.3");
    CHECK(stet::percent_change(number("2000"), number("2001")) == "+0.1");
    CHECK(stet::percent_change(number("2000"), number("1999")) == "-0.1");
    CHECK(stet::percent_change(number("16"), number("16.50")) == "+3.1");
    CHECK(stet::percent_change(number("4").negated(), number("4")) == "+200.0");
    CHECK_FALSE(stet::percent_change(number("0"), number("5")));
    CHECK(stet::signed_text(number("1"), 2) == "+1.00");
    CHECK(stet::signed_text(number("6").negated()) == "-6");
}

TEST_CASE("thousands are parted by commas") {
    CHECK(stet::with_thousands("999") == "999");
    CHECK(stet::with_thousands("1500.00") == "1,500.00");
    CHECK(stet::with_thousands("-1250000.5") == "-1,250,000.5");
    CHECK(stet::with_thousands("+100.25") == "+100.25");
    CHECK(stet::with_thousands("").empty());
}
