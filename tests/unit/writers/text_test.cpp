// The terminal's redline: a summary by unit, each change in context, nothing wider than asked, no control of the input.
#include <doctest/doctest.h>

#include <string>

#include "text/utf8.hpp"
#include "writers/change_words.hpp"
#include "writers/hostile_redline.hpp"
#include "writers/redline_fixture.hpp"
#include "writers/text_lines.hpp"
#include "writers/writer.hpp"

namespace {

using namespace stet;
using namespace stet::test;

bool holds(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

std::vector<std::string> lines_of(const std::string& text) {
    std::vector<std::string> out(1);
    for (const char c : text)
        if (c == '\n')
            out.emplace_back();
        else
            out.back().push_back(c);
    return out;
}

/// The text without its colours.
std::string without_colours(const std::string& text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '\x1b')
            i = text.find('m', i);
        else
            out.push_back(text[i]);
    }
    return out;
}

/// Twenty paragraphs, the eleventh edited.
struct Twenty {
    RedlineFixture fixture;
    Twenty() {
        const std::uint32_t unit = fixture.section(0, 1, "Part 5", "Part 5", "Hours");
        fixture.section(0, 1, "Part 6", "Part 6", "Pay");
        fixture.redline().sections[unit].status = SectionStatus::edited;
        for (int i = 0; i < 20; ++i) {
            const std::string name = "Paragraph " + std::to_string(i);
            if (i != 10) {
                fixture.text(unit, {same(name)});
                continue;
            }
            const std::uint32_t block =
                fixture.text(unit, {same(name + " pays "), gone("$1.00"), fresh("$2.00"), same(".")});
            const std::uint32_t change =
                fixture.change({Fact::edited}, unit, {block}, "Part 5 Hours", "$1.00", "$2.00");
            fixture.redline().changes[change].values.push_back({"money", "1.00", "2.00", "+1.00", "+100.0", "", ""});
        }
        fixture.redline().counts.edited = 1;
    }
};

}  // namespace

TEST_CASE("text: each change stands in three lines of context, its values first") {
    Twenty twenty;
    const std::string out = write_text(twenty.fixture.redline(), {});
    CHECK(holds(out, "\n  Part 5  Hours: 1 edited\n") == false);
    CHECK(holds(out, "\n  Part 5 Hours: 1 edited\n"));
    CHECK_FALSE(holds(out, "Part 6"));
    CHECK(holds(out,
                "\nc1 Part 5 Hours (edited), old line 21, new line 21\n"
                "  money 1.00 → 2.00 (+1.00, +100.0 %)\n"
                "    Paragraph 7\n    Paragraph 8\n    Paragraph 9\n"
                "    Paragraph 10 pays [-$1.00-] {+$2.00+}.\n"
                "    Paragraph 11\n    Paragraph 12\n    Paragraph 13\n"));
    CHECK_FALSE(holds(out, "Paragraph 6"));
    CHECK_FALSE(holds(out, "Paragraph 14"));
    CHECK_FALSE(holds(out, "\x1b"));
}

TEST_CASE("values are told in exact numbers, thousands parted, days without a year as they are printed") {
    CHECK(value_words({"money", "1500.00", "2500.00", "+1000.00", "+66.7", "", ""}) ==
          "money 1,500.00 → 2,500.00 (+1,000.00, +66.7 %)");
    CHECK(value_words({"date", "--04-01", "--03-20", {}, {}, "April 1", "March 20"}) == "date April 1 → March 20");
    CHECK(value_words({"date", "T08:00", "T07:00", {}, {}, "8 a.m.", "7 a.m."}) == "time 8 a.m. → 7 a.m.");
    CHECK(value_words({"date", "2026-04-01", "", {}, {}, "April 1, 2026", ""}) == "date 2026-04-01 → none");
}

TEST_CASE("text: colours say what the signs say without them") {
    Twenty twenty;
    WriteOptions options;
    options.colour = true;
    const std::string out = write_text(twenty.fixture.redline(), options);
    CHECK(holds(out, "pays \x1b[31;9m$1.00\x1b[0m \x1b[36;4m$2.00\x1b[0m."));
    CHECK_FALSE(holds(out, "[-"));
    CHECK(holds(without_colours(out), "Paragraph 10 pays $1.00 $2.00.\n"));
}

TEST_CASE("text: NOT VERIFIED is said at the top") {
    RedlineFixture fixture;
    CHECK(holds(write_text(fixture.redline(), {}), "\nVerified: "));
    fixture.redline().verified.accept_equals_after = false;
    CHECK(holds(write_text(fixture.redline(), {}), "\nNOT VERIFIED: accepting"));
}

TEST_CASE("text: moved text says from where to where") {
    RedlineFixture fixture;
    const std::uint32_t one = fixture.section(0, 1, "Part 1", "Part 1");
    const std::uint32_t two = fixture.section(0, 1, "Part 2", "Part 2");
    fixture.redline().before.nodes[1].path = "part 1";
    fixture.redline().after.nodes[2].path = "part 2";
    const std::uint32_t from = fixture.moved_from(one, "Union leave. ");
    const std::uint32_t to = fixture.text(two, {same("Union leave.")});
    fixture.link(from, to);
    fixture.change({Fact::moved}, two, {from, to}, "Part 2");
    const std::string out = write_text(fixture.redline(), {});
    CHECK(holds(out, "[moved to Part 2]"));
    CHECK(holds(out, "[moved from Part 1] Union leave."));
}

TEST_CASE("text: a unit that only has another number takes one line") {
    RedlineFixture fixture;
    const std::uint32_t unit = fixture.section(0, 1, "Part 5", "Part 6");
    const std::uint32_t block = fixture.text(unit, {gone("Part 5"), fresh("Part 6"), same(" Hours")});
    fixture.change({Fact::renumbered}, unit, {block}, "Part 6");
    CHECK(holds(write_text(fixture.redline(), {}),
                "c1 Part 6 (renumbered), old line 1, new line 1\n    [-Part 5-] {+Part 6+}\n"));
}

TEST_CASE("text: a long change is cut, and says by how much") {
    RedlineFixture fixture;
    const std::uint32_t unit = fixture.section(0, 1, "", "Part 9");
    std::vector<std::uint32_t> blocks;
    for (int i = 0; i < 100; ++i) blocks.push_back(fixture.text(unit, {fresh("New " + std::to_string(i))}));
    fixture.change({Fact::inserted}, unit, blocks, "Part 9");
    const std::string out = write_text(fixture.redline(), {});
    CHECK(holds(out, "New 39"));
    CHECK_FALSE(holds(out, "New 40"));
    CHECK(holds(out, "… and 60 more changed lines\n"));
}

TEST_CASE("text: no control of the input reaches the terminal") {
    RedlineFixture fixture;
    const std::string evil = "a\x1b]0;owned\x07 \x1b[2J\x9b b \u202e c \u009b d\x7f \r e";
    const std::uint32_t unit = fixture.section(0, 1, evil, evil, evil);
    const std::uint32_t block = fixture.text(unit, {gone(evil), fresh("new")});
    const std::uint32_t change = fixture.change({Fact::edited}, unit, {block}, evil, evil, "new");
    fixture.redline().changes[change].values.push_back({evil, evil, evil, evil, evil, evil, evil});
    fixture.redline().changes[change].flags.push_back({evil, FlagSeverity::high, evil});
    WriteOptions options;
    options.title = evil;
    options.date = evil;
    for (const bool colour : {false, true}) {
        options.colour = colour;
        const std::string out = without_colours(write_text(fixture.redline(), options));
        for (const unsigned char c : out) CHECK((c >= 0x20 || c == '\n'));
        CHECK(out.find('\x7f') == std::string::npos);
        CHECK_FALSE(holds(out, "\u202e"));
        CHECK_FALSE(holds(out, "\u009b"));
        CHECK(utf8::is_valid(out));
    }
}

TEST_CASE("text: no line is wider than asked, long words and wide letters included") {
    RedlineFixture fixture;
    const std::uint32_t unit = fixture.section(0, 1, "Part 1", "Part 1");
    std::string wide;
    for (int i = 0; i < 100; ++i) wide += "漢";
    const std::uint32_t block =
        fixture.text(unit, {same(std::string(500, 'x') + " "), gone("word " + wide), fresh("e\u0301clair")});
    fixture.change({Fact::edited}, unit, {block}, "Part 1");
    for (const unsigned width : {40u, 80u}) {
        WriteOptions options;
        options.width = width;
        for (const std::string& line : lines_of(write_text(fixture.redline(), options))) {
            unsigned columns = 0;
            for (std::size_t at = 0; at < line.size();) {
                const utf8::Decoded next = utf8::decode(line, at);
                columns += next.code == U'漢' ? 2 : next.code == 0x301 ? 0 : 1;
                at += next.size;
            }
            INFO(line);
            CHECK(columns <= width);
        }
    }
}

TEST_CASE("text: words are kept whole and in order, whatever they look like") {
    for (unsigned seed = 0; seed < 100; ++seed) {
        HostileRedline hostile(seed);
        WriteOptions options;
        options.width = 60;
        const std::string out = write_text(hostile.fixture().redline(), options);
        for (const std::string& line : lines_of(out)) CHECK(utf8::length(line) <= 60);
        CHECK(out == write_text(hostile.fixture().redline(), options));
    }
}
