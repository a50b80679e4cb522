// The page of a proposal: one file that asks nothing of anyone, headings in order, every part there, nothing of the
// input as markup.
#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "stet.hpp"
#include "writers/proposal_fixture.hpp"

namespace {

using namespace stet;

bool holds(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

std::string page_of(const Proposal& proposal, WriteOptions options = {}) {
    return write_proposal(proposal, "html", options);
}

/// Levels of the headings in their order: "1232…".
std::string heading_levels(const std::string& page) {
    std::string levels;
    for (std::size_t at = page.find("<h"); at != std::string::npos; at = page.find("<h", at + 1))
        if (page[at + 2] >= '1' && page[at + 2] <= '6' && (page[at + 3] == '>' || page[at + 3] == ' '))
            levels.push_back(page[at + 2]);
    return levels;
}

}  // namespace

TEST_CASE("the page of a proposal says what was read, by hash") {
    const std::string page = page_of(test::proposal());
    CHECK(page.starts_with("<!DOCTYPE html>\n<html lang=en>"));
    CHECK(holds(page, "default-src 'none'"));
    CHECK(holds(page, "<h1>Comprehensive Settlement Proposal</h1>"));
    CHECK(holds(page, "<bdi>offer.md</bdi> <code title=\"sha256 " + test::proposal().document.source.sha256()));
    CHECK(holds(page, "<dd>2026-03-27</dd>"));
    CHECK(holds(page, "<dd>the company</dd>"));
    CHECK(!holds(page, "DRAFT"));
    CHECK(holds(page_of(test::proposal(), {.draft = true}), "<span class=draft>DRAFT</span>"));
}

TEST_CASE("the page shows each request with its instruction, redline, status and flags") {
    const std::string page = page_of(test::proposal());
    CHECK(holds(page, "works <del>at least seven (7)</del> <ins>more than six (6)</ins> hours"));
    CHECK(holds(page, "<span>Instruction</span> “Modify the last sentence to provide:”"));
    CHECK(holds(page, "<span class=\"pill ta\">tentatively agreed on 2026-03-14</span>"));
    CHECK(holds(page, "<b>Condition:</b> upon expiration of the agreement"));
    CHECK(holds(page, "The new words carry no mark. <code title=\"new words carry no mark"));
    CHECK(holds(page, "is paid &lt;for&gt; two"));
}

TEST_CASE("the page shows both readings of an ambiguous item and chooses none") {
    const std::string page = page_of(test::proposal());
    CHECK(holds(page, "Reading A: the first sum is struck and the second is new"));
    CHECK(holds(page, "<del>ninety cents ($0.90)</del><ins class=g>one dollar and twenty cents ($1.20)</ins>"));
    CHECK(holds(page, "Reading B: the whole paragraph is struck"));
    CHECK(holds(page, "<b>Against:</b> nothing would take its place"));
    CHECK(holds(page, "<span class=\"pill am\">ambiguous</span>"));
}

TEST_CASE("the page ends with ledger, findings, wage tables and what was not understood") {
    const std::string page = page_of(test::proposal());
    const std::size_t ledger = page.find("<h2 id=ledger>");
    const std::size_t findings = page.find("<h2 id=findings>");
    const std::size_t wages = page.find("<h2 id=wages>");
    const std::size_t left = page.find("<h2 id=left>");
    CHECK(ledger < findings);
    CHECK(findings < wages);
    CHECK(wages < left);
    REQUIRE(left != std::string::npos);
    CHECK(holds(page, "Item 7 is missing. (lines 30 to 32)"));
    CHECK(holds(page, "<th scope=row>After 1,040 Hours → After 520 Hours</th>"));
    CHECK(holds(page, "+0.75<small class=off>≠ +0.35</small>"));
    CHECK(holds(page, "<b>Line 62:</b> A stray line"));
    CHECK(holds(page, "<th scope=col>Status</th>"));
    CHECK(holds(page, "<th scope=row>Start</th>"));
}

TEST_CASE("no heading of the page skips a level") {
    const std::string levels = heading_levels(page_of(test::proposal(), {.explain = true}));
    CHECK(std::count(levels.begin(), levels.end(), '1') == 1);
    REQUIRE(levels.size() > 8);
    for (std::size_t i = 1; i < levels.size(); ++i) CHECK(levels[i] <= levels[i - 1] + 1);
}

TEST_CASE("nothing of a hostile proposal becomes markup") {
    Proposal proposal = test::proposal();
    const std::string bad = "</style><script>alert(1)</script>\" onload=x ' \x01\xff";
    proposal.title = proposal.date = bad;
    Operation& operation = proposal.operations[1];
    operation.id = operation.item = operation.heading = operation.instruction = operation.condition = bad;
    operation.target.article = operation.status_date = operation.struck_text = bad;
    operation.drawn = {{1, {}, {{bad, DrawnRun::struck}, {bad, DrawnRun::inserted}, {bad, DrawnRun::kept}}}};
    operation.parts = {{bad, bad, {0, 5}}};
    operation.flags = {test::flag("CODE", FlagSeverity::high, bad)};
    operation.money = {{bad, bad, bad}};
    proposal.operations[2].readings[0] = {bad, Op::note, bad, bad, bad, bad};
    proposal.wage_tables[0].classification = proposal.wage_tables[0].group = bad;
    proposal.wage_tables[0].effective[0] = bad;
    proposal.wage_tables[0].rows[0].step_new = bad;
    proposal.findings[0].flag.text = proposal.not_understood[0].text = bad;
    proposal.diagnostics.push_back({Severity::warning, "code", bad, "file", 1, 1});
    const std::string page = page_of(proposal, {.explain = true});
    CHECK(!holds(page, "alert(1)</script>"));
    CHECK(!holds(page, "<script>alert"));
    CHECK(!holds(page, "\" onload"));
    std::size_t scripts = 0;
    for (std::size_t at = page.find("<script"); at != std::string::npos; at = page.find("<script", at + 1)) ++scripts;
    CHECK(scripts == 1);
}

TEST_CASE("the page explains how instructions were parsed only when asked") {
    CHECK(!holds(page_of(test::proposal()), "class=parse"));
    const std::string page = page_of(test::proposal(), {.explain = true});
    CHECK(holds(page, "<th scope=row>verb</th><td>Modify</td>"));
    CHECK(holds(page, "<th scope=row>unclaimed</th><td>upon expiration of the agreement.</td>"));
}

TEST_CASE("a long run of unmarked paragraphs in a request is folded") {
    Proposal proposal;
    Operation operation = test::operation("1", "1", Op::substitute, Unit::words);
    for (int i = 0; i < 9; ++i) operation.drawn.push_back({1, {}, {{"Two words.", DrawnRun::kept}}});
    operation.drawn.push_back({1, {}, {{"old", DrawnRun::struck}}});
    proposal.operations.push_back(operation);
    CHECK(holds(page_of(proposal), "<summary>8 paragraphs unmarked (16 words)</summary>"));
    proposal.operations[0].drawn.pop_back();
    CHECK(!holds(page_of(proposal), "<summary>8 paragraphs"));
}
