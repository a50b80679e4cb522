// First words for a message: cut between words, else between characters.
#include "proposal/find_printed.hpp"

#include <doctest/doctest.h>

#include <string>

using stet::first_words;

TEST_CASE("the first words of a text end between two words") {
    CHECK(first_words("Overtime is paid\nat one and one-half times the rate", 20) == "Overtime is paid at …");
    CHECK(first_words("Overtime", 8) == "Overtime");
}

TEST_CASE("a word that is longer than the room is cut between two characters") {
    CHECK(first_words("ééééé", 4) == "éé …");
    CHECK(first_words("ééééé", 5) == "éé …");
    CHECK(first_words("€€€", 5) == "€ …");
}
