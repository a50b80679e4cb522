// A proposal as Markdown and as CriticMarkup: the redline's signs, every part, signs of the text escaped.
#include <doctest/doctest.h>

#include <string>

#include "stet.hpp"
#include "writers/proposal_fixture.hpp"

namespace {

using namespace stet;

bool holds(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

std::string markdown_of(const Proposal& proposal, WriteOptions options = {}) {
    return write_proposal(proposal, "markdown", options);
}

}  // namespace

TEST_CASE("the Markdown of a proposal tells each request under its item") {
    const std::string text = markdown_of(test::proposal());
    CHECK(text.starts_with("# Comprehensive Settlement Proposal\n"));
    CHECK(holds(text, "### 5 Article 10. Rest Periods (TA 3/14/26)\n"));
    CHECK(holds(text, "works ~~at least seven (7)~~ **more than six (6)** hours"));
    CHECK(holds(text, "**Condition:** upon expiration of the agreement"));
    CHECK(holds(text, "- *medium:* The new words carry no mark. `INSERTION_NOT_MARKED`"));
    CHECK(holds(text, "> Reading B: the whole paragraph is struck"));
    CHECK(holds(text, "> Against: nothing would take its place"));
}

TEST_CASE("the Markdown of a proposal ends with its tables") {
    const std::string text = markdown_of(test::proposal());
    CHECK(holds(text,
                "| 5 | Article 10. Rest Periods (TA 3/14/26) | 5.1 substitute | tentatively agreed on 2026-03-14, "
                "(TA 3/14), year inferred |"));
    CHECK(holds(text,
                "| Start | 15.90 | 16.25 (+0.35, +2.2 %) | 16.65 (+0.40, +2.5 %) | +0.75, +4.7 % | +0.75 ≠ +0.35 |"));
    CHECK(holds(text, "- line 62: A stray line"));
    CHECK(!holds(text, "DRAFT"));
    CHECK(markdown_of(test::proposal(), {.draft = true}).starts_with("**DRAFT**\n"));
}

TEST_CASE("signs of the text are escaped in the Markdown of a proposal") {
    Proposal proposal = test::proposal();
    proposal.operations[1].heading = "a | b\n# c **d**";
    proposal.operations[1].drawn = {{1, {}, {{"~~old~~ *x* <b>", DrawnRun::kept}}}};
    const std::string text = markdown_of(proposal, {.explain = true});
    CHECK(holds(text, "\\~\\~old\\~\\~"));
    CHECK(!holds(text, "**d**"));
    CHECK(!holds(text, "\n# c"));
    CHECK(holds(text, "\\<b>"));
}

TEST_CASE("with explain the Markdown of a proposal has a table of parts") {
    CHECK(holds(markdown_of(test::proposal(), {.explain = true}), "| target | the last sentence |"));
    CHECK(holds(markdown_of(test::proposal(), {.explain = true}), "| unclaimed | upon expiration of the agreement. |"));
    CHECK(!holds(markdown_of(test::proposal()), "| target |"));
}

TEST_CASE("CriticMarkup has what is drawn between its signs and the rest in remarks") {
    const std::string text = write_proposal(test::proposal(), "criticmarkup");
    CHECK(holds(text, "works {--at least seven (7)--} {++more than six (6)++} hours"));
    CHECK(holds(text, "{>>4 – Article 3. Check-Off. "));
    CHECK(holds(text, "{>>Reading A: the first sum is struck and the second is new<<}"));
    CHECK(holds(text, "{--ninety cents (\\$0.90)--}{++one dollar and twenty cents (\\$1.20)++}"));
}
