// Every paragraph of a proposal is told of.
#include "proposal/account.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "unit/proposal/reading.hpp"

using namespace stet;

namespace {

bool is_told(const Proposal& read, std::uint32_t line) {
    const auto holds = [&](const Lines& lines) { return lines.first <= line && line <= lines.last; };
    for (const Operation& operation : read.operations)
        if (holds(operation.lines)) return true;
    for (const Finding& finding : read.findings)
        if (holds(finding.lines)) return true;
    for (const NotUnderstood& left : read.not_understood)
        if (holds(left.lines)) return true;
    return false;
}

}  // namespace

TEST_CASE("text that nothing asks about is context in a section with changes, else not understood") {
    const Proposal read = proposal_test::proposal(
        "Offer\n\n1. Article 5, Section 12\n\nChange \"ten\" to \"nine\".\n\nPay is ten dollars.\n\n2. Article "
        "6\n\nDelete Section 13.\n\n"
        "Section 13. It goes.\n");
    for (const std::uint32_t line : {5U, 7U, 11U, 13U}) CHECK_MESSAGE(is_told(read, line), line);
}

TEST_CASE("a paragraph inside an operation's lines that it does not use is told") {
    const Proposal read = proposal_test::proposal(
        "Offer\n\n1. Article 5, Section 12\n\nSection 12. Pay is ~~ten~~ **nine** dollars.\n\nShifts are long.\n\n"
        "Section 12 ends ~~here~~ **there**.\n\n2. Article 6\n\nDelete Section 13.\n");
    CHECK(std::any_of(read.findings.begin(), read.findings.end(), [](const Finding& finding) {
        return finding.flag.code == "CONTEXT" && finding.lines.first == 7;
    }));
}

TEST_CASE("what may ask for something is no context, and text below a bare deletion makes it unsure") {
    const Proposal read = proposal_test::proposal(
        "Offer\n\n1. Article 5\n\n5.1 Pay is ~~ten~~ **nine** dollars.\n\nMeals: $14, no longer $12\n\nShifts are "
        "long.\n\n5.3 – Delete.\n\nLockers are kept for ten days.\n\n2. Article 6\n\nDelete Section 13.\n");
    std::vector<std::uint32_t> context, left;
    for (const Finding& finding : read.findings)
        if (finding.flag.code == "CONTEXT") context.push_back(finding.lines.first);
    for (const NotUnderstood& text : read.not_understood) left.push_back(text.lines.first);
    CHECK(context == std::vector<std::uint32_t>{9});
    CHECK(left == std::vector<std::uint32_t>{7, 13});
    REQUIRE(read.operations.size() == 3);
    CHECK(read.operations[1].confidence == Confidence::inferred);
    CHECK(proposal_test::flagged(read.operations[1], "TEXT_BELOW_DELETION"));
    CHECK(read.operations[2].confidence == Confidence::certain);
}

TEST_CASE("rows of a table before the first demand are told, however short") {
    const Proposal read = proposal_test::proposal(
        "# Final Offer\n\n| Year | Raise | Bonus |\n|---|---|---|\n| 2026 | 3.0% | $1,000 |\n| 2027 | 2.75% | – "
        "|\n\n## Article "
        "10\n\nDelete 10.3.\n\n## Article 11\n\nDelete 11.3.\n");
    for (const std::uint32_t line : {3U, 5U, 6U}) {
        bool rows = is_told(read, line);
        for (const WageTable& table : read.wage_tables)
            rows = rows || (table.lines.first <= line && line <= table.lines.last);
        CHECK_MESSAGE(rows, line);
    }
}

TEST_CASE("a memorandum of a county: what is read of it") {
    const char* corpus = std::getenv("STET_CORPUS");
    if (corpus == nullptr) {
        MESSAGE("skipped: STET_CORPUS names no folder of real documents");
        return;
    }
    std::ifstream file(std::filesystem::path(corpus) / "cba" / "oregon-afscme-lane-nurses-base-and-mou" / "new.txt");
    const std::string text((std::istreambuf_iterator<char>(file)), {});
    REQUIRE_FALSE(text.empty());
    const Proposal read = proposal_test::proposal(text, "new.txt");
    CHECK(read.items_present == std::vector<std::string>{"1", "2", "3", "4", "5"});
    REQUIRE(read.operations.size() == 5);
    const Operation& change = read.operations[1];
    CHECK(proposal_test::place(change.target) == "12, 2");
    CHECK(change.op == Op::replace);
    CHECK(change.unit == Unit::section);
    CHECK(change.confidence == Confidence::inferred);
    CHECK(change.lines.first == 20);
    CHECK(change.lines.last == 102);
    CHECK(proposal_test::flagged(change, "UNMARKED_RESTATEMENT"));
    for (const std::size_t note : {0U, 2U, 3U, 4U}) CHECK(read.operations[note].op == Op::note);
    CHECK(read.not_understood.size() == 1);
    CHECK(read.ledger.empty());
}
