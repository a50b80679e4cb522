// Words of the other side that a round accepts: found by place and day, carried out, sealed; told where they cannot be.
#include "report/acceptances.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "stet.hpp"

using namespace stet;

namespace {

const std::string base_text =
    "# Agreement of Harrow Lake Transit Company and Drivers' Union Local 88\n\n## Article 7. Hours of Work\n\n"
    "7.4 Meal periods are thirty (30) minutes and are unpaid.\n\n"
    "7.5 Schedules are posted seven (7) days before they begin.\n\n## Article 9. Vacation\n\n"
    "9.3 Vacation that is not taken by December 31 is lost.\n";

Proposal round_of(Side party, const char* date, const std::string& text) {
    Proposal out = read_proposal(
        {"p.md", (party == Side::company ? "# Company Proposals\n\n" : "# Union Proposals\n\n") + text, {}},
        {.grammar = "labor-agreement"});
    out.party = party;
    out.date = date;
    return out;
}

const std::string hours = "Article 7. Hours of Work\n\n";
const std::string first_demands =
    hours +
    "7.4 – Delete \"thirty (30) minutes and are unpaid\" and insert \"forty (40) minutes and are paid\".\n\n"
    "7.5 – Change \"seven (7) days\" to \"fourteen (14) days\".\n";

/// The union's first demands, and what the company answers on March 1.
std::vector<Proposal> answered(const std::string& answer) {
    return {round_of(Side::union_side, "2026-02-20", first_demands), round_of(Side::company, "2026-03-01", answer)};
}

std::string replaced(std::string text, const std::string& old, const std::string& fresh) {
    return text.replace(text.find(old), old.size(), fresh);
}

const std::string with_meals =
    replaced(base_text, "thirty (30) minutes and are unpaid", "forty (40) minutes and are paid");
const std::string with_both = replaced(with_meals, "seven (7) days", "fourteen (14) days");

bool is_sealed_as(const std::vector<Proposal>& rounds, const std::string& text) {
    return seal(rounds, {"base.md", base_text, {}}, {"final.md", text, {}}, {.grammar = "labor-agreement"}).holds;
}

}  // namespace

TEST_CASE("what the other side asked for is agreed where it is accepted with a mark") {
    for (const char* answer : {"Company accepts Union's 7.4 of 2/20/26 (TA)", "Company accepts Union's 7.4. (TA)",
                               "7.4 – The Company agrees to the Union's language of February 20. (TA 3/1/26)",
                               "The Union's proposal on Section 7.4 is accepted. (TA)"}) {
        INFO(answer);
        const std::vector<Proposal> rounds = answered(hours + answer + "\n");
        CHECK(is_sealed_as(rounds, with_meals));
        CHECK_FALSE(is_sealed_as(rounds, base_text));
        CHECK_FALSE(is_sealed_as(rounds, with_both));
    }
    const std::vector<Proposal> both = answered(hours + "The Company accepts the Union's 7.4 and 7.5. (TA)\n");
    CHECK(is_sealed_as(both, with_both));
    CHECK(is_sealed_as(answered(hours + "The Company accepts the Union's proposal. (TA)\n"), with_both));
}

TEST_CASE("without a mark nothing is agreed, though both sides' words are the same") {
    const std::vector<Proposal> rounds = answered(hours + "The Company accepts the Union's proposal on 7.4.\n");
    CHECK(is_sealed_as(rounds, base_text));
    const Ledger ledger = build_ledger(rounds);
    const Operation& last = *last_word(rounds, ledger.subjects.at(0), false);
    REQUIRE(last.acceptance);
    CHECK(last.status == Status::open);
    CHECK(ledger.subjects[0].met);
    CHECK_FALSE(ledger.subjects[0].reopened);
}

TEST_CASE("the day that is named tells which words are accepted") {
    std::vector<Proposal> rounds = answered(hours + "7.5 – No change.\n");
    rounds.push_back(round_of(Side::union_side, "2026-03-08",
                              hours + "7.4 – Delete \"thirty (30) minutes and are unpaid\" and insert \"sixty (60) "
                                      "minutes and are paid\".\n"));
    const auto accept = [&](const std::string& words) {
        std::vector<Proposal> all = rounds;
        all.push_back(round_of(Side::company, "2026-03-15", hours + words));
        return all;
    };
    CHECK(is_sealed_as(accept("The Company accepts the Union's 7.4 of 2/20/26. (TA)\n"), with_meals));
    CHECK(is_sealed_as(accept("The Company accepts the Union's 7.4. (TA)\n"),
                       replaced(base_text, "thirty (30) minutes and are unpaid", "sixty (60) minutes and are paid")));
    const Seal other_day = seal(accept("The Company accepts the Union's 7.4 of 2/21/26. (TA)\n"),
                                {"base.md", base_text, {}}, {"final.md", base_text, {}});
    CHECK_FALSE(other_day.holds);  // agreed, and nobody can say what
    CHECK(other_day.sheet.tables.at(1).rows.at(0).back() == "agreed, and what is agreed is not printed");
}

TEST_CASE("what is accepted with an exception, or cannot be told, is not carried out") {
    for (const char* answer : {"The Company accepts the Union's proposal on 7.4, except the last word. (TA)",
                               "The Company accepts the Union's proposal on 7.4 as amended below. (TA)",
                               "The Company accepts the first sentence of the Union's proposal on 7.4. (TA)",
                               "The Company accepts the Union's proposal on rosters. (TA)",
                               "The Company accepts the Mediator's proposal on 7.4. (TA)"}) {
        INFO(answer);
        const std::vector<Proposal> rounds = answered(hours + answer + "\n");
        for (const std::string& text : {base_text, with_meals, with_both}) CHECK_FALSE(is_sealed_as(rounds, text));
    }
}

TEST_CASE("what a third party proposed is accepted by its name, for all of an article") {
    std::vector<Proposal> rounds = answered(hours + "7.5 – No change.\n");
    rounds.push_back(round_of(Side::neither, "2026-03-20", first_demands));
    rounds.push_back(round_of(Side::union_side, "2026-03-22",
                              hours + "The Union accepts the Mediator's proposal of March 20 on Article 7. (TA)\n"));
    CHECK(is_sealed_as(rounds, with_both));
    CHECK_FALSE(is_sealed_as(rounds, base_text));
}

TEST_CASE("what a round rejects by its place is not accepted with the rest of a section, and no subject of its own") {
    const std::string demands =
        hours +
        "7.4 – Delete \"thirty (30) minutes and are unpaid\" and insert \"forty (40) minutes and "
        "are paid\".\n\n7.4 – Add new (c): \"(c) Travel time is paid.\"\n";
    std::vector<Proposal> rounds{round_of(Side::union_side, "2026-02-20", demands),
                                 round_of(Side::company, "2026-03-01",
                                          "1. Section 7.4(c)\n\nThe Company rejects the Union's proposal.\n\n"
                                          "2. Section 7.4\n\nThe Company accepts the Union's proposal. (TA)\n")};
    const Ledger ledger = build_ledger(rounds);
    CHECK(ledger.subjects.size() == 2);
    CHECK(is_sealed_as(rounds, with_meals));
    // Given up by its place, all that was asked for there is.
    rounds.push_back(round_of(Side::union_side, "2026-03-08", "1. Section 7.4(c)\n\nWithdrawn.\n"));
    const Ledger last = build_ledger(rounds);
    REQUIRE(last.subjects.size() == 2);
    CHECK(std::any_of(last.subjects.begin(), last.subjects.end(), [&](const Subject& subject) {
        return last_word(rounds, subject, false)->status == Status::withdrawn;
    }));
}

TEST_CASE("words are the round's that brought them, and not the one's that accepts them") {
    const Sheet sheet = blame(answered(hours + "Company accepts Union's 7.4 (TA)\n"), {"base.md", base_text, {}},
                              {.grammar = "labor-agreement"});
    std::vector<std::string> by;
    for (const auto& row : sheet.tables.at(1).rows)
        if (row[2].find("forty (40)") != std::string::npos) by.push_back(row[1]);
    REQUIRE(by.size() == 1);
    CHECK(by[0].starts_with("union, 2026-02-20, item "));
    CHECK(by[0].find("accepting") == std::string::npos);
}
