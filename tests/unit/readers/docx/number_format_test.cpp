// Numbers in every format that lists of agreements use.
#include "readers/docx/number_format.hpp"

#include <doctest/doctest.h>

using stet::format_number;

TEST_CASE("numbers are written as the format says") {
    CHECK(format_number(4, "decimal") == "4");
    CHECK(format_number(14, "upperRoman") == "XIV");
    CHECK(format_number(1994, "lowerRoman") == "mcmxciv");
    CHECK(format_number(26, "lowerLetter") == "z");
    CHECK(format_number(28, "lowerLetter") == "bb");
    CHECK(format_number(53, "upperLetter") == "AAA");
    CHECK(format_number(7, "decimalZero") == "07");
    CHECK(format_number(12, "decimalZero") == "12");
    CHECK(format_number(7, "001") == "007");
    CHECK(format_number(1234, "001") == "1234");
    CHECK(format_number(5, "numberInDash") == "- 5 -");
    CHECK(format_number(6, "chicago") == "††");
    CHECK(format_number(5, "none").empty());
    CHECK(format_number(5, "japaneseCounting") == "5");
}

TEST_CASE("numbers in words") {
    CHECK(format_number(1, "cardinalText") == "One");
    CHECK(format_number(40, "cardinalText") == "Forty");
    CHECK(format_number(115, "cardinalText") == "One hundred fifteen");
    CHECK(format_number(1, "ordinalText") == "First");
    CHECK(format_number(12, "ordinalText") == "Twelfth");
    CHECK(format_number(20, "ordinalText") == "Twentieth");
    CHECK(format_number(31, "ordinalText") == "Thirty-first");
    CHECK(format_number(1500, "cardinalText") == "1500");
    CHECK(format_number(11, "ordinal") == "11th");
    CHECK(format_number(22, "ordinal") == "22nd");
    CHECK(format_number(113, "ordinal") == "113th");
}

TEST_CASE("numbers that a format cannot write are decimal") {
    CHECK(format_number(0, "lowerRoman") == "0");
    CHECK(format_number(4000, "upperRoman") == "4000");
    CHECK(format_number(0, "upperLetter") == "0");
    CHECK(format_number(100'000, "lowerLetter") == "100000");
    CHECK(format_number(-1, "cardinalText") == "-1");
}
