// The Markdown redline says what changed, and both texts can be taken back out of it.
#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "writers/hostile_redline.hpp"
#include "writers/markdown_reader.hpp"
#include "writers/redline_fixture.hpp"
#include "writers/writer.hpp"

namespace {

using namespace stet;
using namespace stet::test;

/// The redline's text without its head.
std::string body(const Redline& redline, const WriteOptions& options = {}) {
    const std::string out = write_markdown(redline, options);
    const std::size_t at = out.find("\n---\n\n");
    REQUIRE(at != std::string::npos);
    return out.substr(at + 6);
}

std::string paragraph(const Strokes& strokes) {
    RedlineFixture fixture;
    fixture.text(0, strokes);
    return body(fixture.redline());
}

void check_reads_back(RedlineFixture& fixture) {
    const std::string markdown = write_markdown(fixture.redline(), {});
    INFO(markdown);
    const ReadBack back = read_back_markdown(markdown);
    CHECK(back.surprises == "");
    CHECK(first_difference(letters(back.before), letters(fixture.words(false))) == "");
    CHECK(first_difference(letters(back.after), letters(fixture.words(true))) == "");
}

constexpr Marks bold{1};
constexpr Marks struck{8};

}  // namespace

TEST_CASE("struck and new words stand side by side, white space outside the signs") {
    CHECK(paragraph({same("pay "), gone("one dollar ($1.00)"), fresh("two dollars ($2.00)"), same(" per hour")}) ==
          "pay ~~one dollar (\\$1.00)~~ **two dollars (\\$2.00)** per hour\n\n");
    CHECK(paragraph({same("paid"), gone(" weekly"), same(".")}) == "paid ~~weekly~~.\n\n");
    CHECK(paragraph({gone("Old "), same("rules "), fresh(" and more ")}) == "~~Old~~ rules **and more**\n\n");
}

TEST_CASE("a sign that Markdown would not read as one is parted from the word before or behind it") {
    CHECK(paragraph({same("employee"), gone("(s)"), same(" may")}) == "employee<!-- -->~~(s)~~ may\n\n");
    CHECK(paragraph({gone("(a)"), same("the")}) == "~~(a)~~<!-- -->the\n\n");
    RedlineFixture fixture;
    fixture.text(0, {same("employee"), gone("(s)"), fresh("€5"), same("x"), gone(","), fresh(";"), same("y")});
    check_reads_back(fixture);
}

TEST_CASE("the author's own marks are HTML, and his signs are escaped") {
    CHECK(paragraph({same("Section 1.", bold), same(" *not* "), same("gone", struck)}) ==
          "<b>Section 1.</b> \\*not\\* <s>gone</s>\n\n");
    CHECK(paragraph({same("5. After 3.\n- item\n# 7")}) == "5\\. After 3.\n\\- item\n\\# 7\n\n");
}

TEST_CASE("white space that only the before text has keeps words apart") {
    CHECK(paragraph({retyped("Bay ", "Bay"), gone("and"), fresh(","), same(" Point")}) ==
          "Bay ~~and~~ **,** Point\n\n");
}

TEST_CASE("headings follow the depth of their unit, list numbers stay as written") {
    RedlineFixture fixture;
    const std::uint32_t article = fixture.section(0, 1, "Part 5", "Part 5", "Hours");
    fixture.heading(article, {same("Part 5 Hours #")});
    const std::uint32_t section = fixture.section(article, 2, "9", "9");
    fixture.heading(section, {same("9 Breaks")});
    fixture.block(section, BlockKind::list_item, {same("3. third")});
    CHECK(body(fixture.redline()) == "## Part 5 Hours \\#\n\n### 9 Breaks\n\n3\\. third\n\n");
}

TEST_CASE("tables are pipe tables with the edits in their cells") {
    RedlineFixture fixture;
    fixture.row(0, 1, {{same("Clerk")}, {gone("$20.00"), fresh("$21.00")}});
    fixture.row(0, 1, {{fresh("a|b")}, {fresh("two\nlines")}});
    CHECK(body(fixture.redline()) ==
          "| Clerk | ~~\\$20.00~~ **\\$21.00** |\n| --- | --- |\n| **a\\|b** | **two<br>lines** |\n\n");
    check_reads_back(fixture);
}

TEST_CASE("moved text says from where to where and reads back at its old place") {
    RedlineFixture fixture;
    const std::uint32_t one = fixture.section(0, 1, "Part 1", "Part 1");
    const std::uint32_t two = fixture.section(0, 1, "Part 2", "Part 2");
    fixture.redline().before.nodes[1].path = "part 1";
    fixture.redline().after.nodes[2].path = "part 2";
    const std::uint32_t first = fixture.moved_from(one, "Union leave. ");
    const std::uint32_t second = fixture.moved_from(one, "Two weeks.");
    fixture.text(two, {same("Between.")});
    const std::uint32_t first_to = fixture.text(two, {same("Union leave. "), fresh("Always.")});
    const std::uint32_t second_to = fixture.text(two, {same("Two weeks.")});
    fixture.link(first, first_to);
    fixture.link(second, second_to);
    CHECK(body(fixture.redline()) ==
          "*[m1 to m2: moved to Part 2]*\n\nBetween.\n\n*[m1: moved from Part 1]* Union leave. **Always.**\n\n"
          "*[m2]* Two weeks.\n\n");
    const ReadBack back = read_back_markdown(write_markdown(fixture.redline(), {}));
    CHECK(letters(back.before) == "Unionleave.Twoweeks.Between.");
    CHECK(letters(back.after) == "Between.Unionleave.Always.Twoweeks.");
}

TEST_CASE("a change's id stands where it first shows") {
    RedlineFixture fixture;
    fixture.text(0, {same("Same.")});
    const std::uint32_t block = fixture.text(0, {gone("Old"), fresh("New")});
    fixture.change({Fact::edited}, 0, {block}, "Title", "Old", "New");
    CHECK(body(fixture.redline()) == "Same.\n\n~~Old~~ **New** *[c1]*\n\n");
}

TEST_CASE("the head names files, hashes, verification and changes") {
    RedlineFixture fixture;
    const std::uint32_t block = fixture.text(0, {gone("1"), fresh("2")});
    const std::uint32_t change = fixture.change({Fact::moved, Fact::edited}, 0, {block}, "Part 5 <Hours>", "1", "2");
    fixture.redline().changes[change].values.push_back({"money", "1.00", "2.00", "+1.00", "+100.0", "", ""});
    fixture.redline().changes[change].flags.push_back({"modal-word", FlagSeverity::high, "“shall” became “may”"});
    WriteOptions options;
    options.date = "2026-01-05";
    const std::string out = write_markdown(fixture.redline(), options);
    for (const std::string& wanted :
         {std::string("# Redline of agreement-2021.md and proposal-2024.md\n"), std::string("\n2026-01-05\n"),
          fixture.redline().before.source.sha256(), fixture.redline().after.source.sha256(),
          std::string("\nVerified: "), std::string("- c1 Part 5 \\<Hours> (moved and edited): ~~1~~ **2**\n"),
          std::string("  - money 1.00 → 2.00 (+1.00, +100.0 %)\n"), std::string("  - high: “shall” became “may”\n")}) {
        INFO(wanted);
        CHECK(out.find(wanted) != std::string::npos);
    }
    CHECK(out.find("NOT VERIFIED") == std::string::npos);
    fixture.redline().verified.accept_equals_after = false;
    CHECK(write_markdown(fixture.redline(), options).find("**NOT VERIFIED: accepting") != std::string::npos);
}

TEST_CASE("typography shows only when asked for") {
    RedlineFixture fixture;
    fixture.text(0, {retyped("the \"old\" way", "the “old” way")});
    CHECK(body(fixture.redline()) == "the “old” way\n\n");
    WriteOptions options;
    options.typography = true;
    CHECK(body(fixture.redline(), options) == "the ~~\"old\"~~ **“old”** way\n\n");
}

TEST_CASE("contents and page furniture are left out and counted") {
    RedlineFixture fixture;
    const std::uint32_t block = fixture.text(0, {same("Page 3")});
    const RedlineBlock entry = fixture.redline().blocks[block];
    fixture.redline().before.blocks[entry.before].kind = BlockKind::furniture;
    fixture.redline().after.blocks[entry.after].kind = BlockKind::furniture;
    CHECK(body(fixture.redline()).empty());
    CHECK(write_markdown(fixture.redline(), {}).find("Left out: 2 blocks") != std::string::npos);
}

TEST_CASE("whatever the words look like, a Markdown reader reads both texts back") {
    for (unsigned seed = 0; seed < 400; ++seed) {
        INFO(seed);
        HostileRedline redline(seed);
        check_reads_back(redline.fixture());
    }
}
