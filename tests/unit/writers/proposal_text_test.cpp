// The terminal's proposal: every part is told, nothing wider than asked, ambiguous items with all their readings.
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "stet.hpp"
#include "text/utf8.hpp"
#include "writers/proposal_fixture.hpp"

namespace {

using namespace stet;

bool holds(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

std::string text_of(const Proposal& proposal, WriteOptions options = {}) {
    return write_proposal(proposal, "text", options);
}

}  // namespace

TEST_CASE("the text of a proposal says what it comes to before anything else") {
    const std::string text = text_of(test::proposal());
    CHECK(text.starts_with("Comprehensive Settlement Proposal\noffer.md, sha256 "));
    CHECK(holds(text, "dated 2026-03-27, by the company\n"));
    CHECK(holds(text, "Requests: 4 in 4 items: 3 open, 1 tentatively agreed; 2 certain, 1 inferred, 1 ambiguous."));
    CHECK(holds(text, "Items missing from the numbering: 7."));
    CHECK(holds(text, "Not understood: 1 stretch, 3 words."));
    CHECK(text.find("Look at these first") < text.find("What is asked"));
}

TEST_CASE("the text of a proposal tells what each operation asks in its words") {
    const std::string text = text_of(test::proposal());
    CHECK(holds(text, "    Article 3 is struck whole.\n"));
    CHECK(holds(text, "condition: upon expiration of the agreement"));
    CHECK(holds(text, "works [-at least seven (7)-] {+more than six (6)+} hours"));
    CHECK(holds(text, "A section is added; where exactly is not said."));
    CHECK(holds(text, "medium: The new words carry no mark. [INSERTION_NOT_MARKED]"));
}

TEST_CASE("the text of a proposal shows every reading of an ambiguous item and chooses none") {
    const std::string text = text_of(test::proposal());
    CHECK(holds(text, "Not clear: it can be read in 2 ways, and none is chosen."));
    CHECK(holds(text, "Reading A: the first sum is struck and the second is new"));
    CHECK(holds(text, "Reading B: the whole paragraph is struck"));
    CHECK(holds(text, "for: item 1 speaks of an increase"));
    CHECK(holds(text, "against: nothing would take its place"));
}

TEST_CASE("the ledger of a proposal stands open first, then by the date of agreement") {
    const std::string text = text_of(test::proposal());
    const std::size_t ledger = text.find("\nLedger\n");
    REQUIRE(ledger != std::string::npos);
    const std::size_t agreed = text.find("5 – tentatively agreed on 2026-03-14, (TA 3/14), year inferred", ledger);
    REQUIRE(agreed != std::string::npos);
    CHECK(text.find("17 – open", ledger) < agreed);
    CHECK(holds(text, "depends on: upon expiration of the agreement"));
}

TEST_CASE("wage tables show our arithmetic beside what is stated") {
    const std::string text = text_of(test::proposal(), {.width = 200});
    CHECK(holds(text,
                "Start: now 15.90; 2026-04-05 16.25 (+0.35, +2.2 %); 2027-04-04 16.65 (+0.40, +2.5 %); total +0.75, "
                "+4.7 %; stated +0.75"));
    CHECK(
        holds(text, "After 1,040 Hours → After 520 Hours: now 21.60; 2026-04-05 22.30 (+0.70, +3.2 %); 2027-04-04 –"));
    CHECK(holds(text, "[STATED_INCREASE_MISMATCH]"));
}

TEST_CASE("with explain the parts of an instruction stand under its words") {
    CHECK(!holds(text_of(test::proposal()), "read as:"));
    const std::string text = text_of(test::proposal(), {.explain = true});
    CHECK(holds(text, "Modify  the last sentence  to provide:"));
    CHECK(holds(text, "verb    target             payload"));
    CHECK(holds(text, "upon expiration of the agreement."));
    CHECK(holds(text, "unclaimed"));
    CHECK(!holds(text, " \n"));
    CHECK(holds(text, "read as: repeal article; Article 3 (Check-Off)"));
    CHECK(holds(text, "nothing claimed line 62: A stray line"));
}

TEST_CASE("no line of a proposal's text is wider than asked") {
    for (const unsigned width : {40u, 80u}) {
        const std::string text = text_of(test::proposal(), {.width = width, .explain = true});
        std::size_t columns = 0;
        for (std::size_t at = 0; at < text.size();) {
            const utf8::Decoded next = utf8::decode(text, at);
            at += next.size;
            columns = next.code == '\n' ? 0 : columns + 1;
            CHECK(columns <= width);
        }
    }
}

TEST_CASE("DRAFT stands on a proposal only when asked") {
    CHECK(!holds(text_of(test::proposal()), "DRAFT"));
    CHECK(text_of(test::proposal(), {.draft = true}).starts_with("DRAFT\n"));
}

TEST_CASE("an unknown format of a proposal is refused with those there are") {
    CHECK_THROWS_WITH_AS(write_proposal(test::proposal(), "docx2", {}),
                         doctest::Contains("html, markdown, criticmarkup, json, text"), Error);
}
