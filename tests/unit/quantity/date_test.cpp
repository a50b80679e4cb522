#include "quantity/date.hpp"

#include <doctest/doctest.h>

TEST_CASE("days between dates") {
    CHECK(stet::days_between("2022-01-03", "2022-01-10") == 7);
    CHECK(stet::days_between("2024-02-28", "2024-03-01") == 2);
    CHECK(stet::days_between("2023-02-28", "2023-03-01") == 1);
    CHECK(stet::days_between("2022-01-01", "2021-01-01") == -365);
    CHECK(stet::days_between("--12-02", "--12-09") == 7);
}

TEST_CASE("where they cannot be told there are none") {
    CHECK_FALSE(stet::days_between("--12-02", "--01-02"));
    CHECK_FALSE(stet::days_between("--12-02", "2022-12-09"));
    CHECK_FALSE(stet::days_between("2022-01", "2022-02"));
    CHECK_FALSE(stet::days_between("T07:30", "T08:00"));
    CHECK_FALSE(stet::days_between("", "2022-02-30"));
}
