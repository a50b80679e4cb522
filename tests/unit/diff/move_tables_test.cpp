#include <doctest/doctest.h>

#include <string>

#include "two_agreements.hpp"

using namespace stet;
using stet::test::shows;
using stet::test::TwoAgreements;

namespace {

const std::string head = "| Classification | 2023 |\n|---|---|\n";
const std::string rates = head + "| Baker | $18.00 |\n| Cutter | $21.00 |\n";
const std::string raised = head + "| Baker | $18.00 |\n| Cutter | $21.75 |\n";
const std::string others = head + "| Porter | $14.00 |\n| Driver | $16.00 |\n";

std::string agreement(const std::string& first, const std::string& second) {
    return "**Section 1. Rates.** The rates of pay are told at the office of each store.\n\n" + first +
           "\n**Section 2. Payday.** Wages are paid every other Friday for all hours worked.\n\n" + second + "\n";
}

}  // namespace

TEST_CASE("move_tables: a small table that went to another section has moved, with the sum that changed") {
    const TwoAgreements two(agreement(rates, ""), agreement("", raised));
    CHECK(two.is_pair("Cutter", "Cutter"));
    CHECK(two.pairs_of("Baker").front().moved);
    const std::string printed = two.printed();
    CHECK(shows(printed, "money 21.00 → 21.75"));
    CHECK_FALSE(shows(printed, "[-Baker-]"));
}

TEST_CASE("move_tables: a head alone in common makes no move") {
    const TwoAgreements two(agreement(rates, ""), agreement("", others));
    CHECK(two.pairs_of("Baker").empty());
    CHECK(two.pairs_of("Classification").empty());
}

TEST_CASE("move_tables: of two tables that come as near, neither is the one that moved") {
    const std::string twin = head + "| Baker | $18.00 |\n| Packer | $13.00 |\n";
    const TwoAgreements two(agreement(rates, ""), agreement("", raised + "\nAnd at night:\n\n" + twin));
    CHECK(two.pairs_of("Cutter").empty());
}

TEST_CASE("move_tables: the same figures for others, named by the head or by the line above, make no move") {
    const auto table = [](const std::string& name) {
        return "| " + name + " | 2024 |\n|---|---|\n| Start | $15.00 |\n| 1 year | $17.00 |\n| 2 years | $19.00 |\n";
    };
    CHECK(TwoAgreements(agreement(table("Receiver"), ""), agreement("", table("Stocker"))).pairs_of("1 year").empty());
    CHECK(TwoAgreements(agreement("Receiver\n\n" + table("Step"), ""), agreement("", "Stocker\n\n" + table("Step")))
              .pairs_of("1 year")
              .empty());
    const TwoAgreements same(agreement(table("Receiver"), ""), agreement("", table("Receiver")));
    CHECK(same.pairs_of("1 year").front().moved);
    const std::string crew = "| Bosun | 21 |\n| Mate of the Deck | 24 |\n| Cook of the Galley | 27 |\n";
    const TwoAgreements renamed(agreement("| Title | Range |\n|---|---|\n" + crew, ""),
                                agreement("", "| Classification | Salary |\n|---|---|\n" + crew));
    CHECK(renamed.pairs_of("Bosun").front().moved);
}
