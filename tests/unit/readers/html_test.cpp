// HTML fragments: blocks with their lines, marks by element and style, and HTML that is not fit for the parser.
#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "readers/html_fragment.hpp"
#include "readers/html_guard.hpp"
#include "readers/html_tag.hpp"

using namespace stet;

namespace {

struct Read {
    Diagnostics diagnostics;
    Source source;
    LeftOut left_out;
    std::vector<Block> blocks;
    std::uint32_t tables = 0;

    explicit Read(std::string html, std::uint32_t lines_before = 0)
        : source("a.html", std::string(lines_before, '\n') + html, diagnostics) {
        HtmlSink sink{source, blocks, diagnostics, left_out};
        read_html_fragment(html, lines_before + 1, sink);
        tables = sink.tables;
    }
};

std::string shown(const Block& block) {
    std::string out;
    for (const Run& run : block.runs) {
        const std::string text = block.text.substr(run.text.begin, run.text.size());
        out += run.marks.empty() ? text : "[" + mark_names(run.marks) + ":" + text + "]";
    }
    return out;
}

std::string repeated(std::string_view piece, std::size_t count) {
    std::string out;
    for (std::size_t i = 0; i < count; ++i) out += piece;
    return out;
}

}  // namespace

TEST_CASE("html: blocks of each kind with their lines") {
    const Read read(
        "<h2>Title</h2>\n<p>one\ntwo &amp; &nbsp;three</p>\n<ul>\n<li>item "
        "<b>x</b></li>\n<li><p>second</p><p>more</p></li></ul>\nbare",
        4);
    REQUIRE(read.blocks.size() == 6);
    CHECK(read.blocks[0].kind == BlockKind::heading);
    CHECK(read.blocks[0].depth == 2);
    CHECK(read.blocks[0].line() == 5);
    CHECK(read.blocks[1].text == "one\ntwo & \u00a0three");
    CHECK(read.blocks[1].line() == 6);
    CHECK(read.blocks[1].last_line() == 7);
    CHECK(read.blocks[2].kind == BlockKind::list_item);
    CHECK(read.blocks[2].number == "-");
    CHECK(read.blocks[2].depth == 1);
    CHECK(shown(read.blocks[2]) == "item [bold:x]");
    CHECK(read.blocks[3].kind == BlockKind::list_item);
    CHECK(read.blocks[3].text == "second");
    CHECK(read.blocks[4].kind == BlockKind::paragraph);
    CHECK(read.blocks[5].text == "bare");
    CHECK(read.blocks[5].line() == 11);
}

TEST_CASE("html: tables give rows") {
    const Read read(
        "<table>\n<thead><tr><th>Step</th><th>Rate</th></tr></thead>\n<tr>\n<td colspan=2> a\n "
        "b</td>\n<td><p>c</p><p>d</p></td></tr><tr><td></td></tr></table><table><tr><td>e</table>");
    REQUIRE(read.blocks.size() == 3);
    CHECK(read.tables == 2);
    CHECK(read.blocks[0].text == "Step\tRate");
    CHECK(read.blocks[0].line() == 2);
    CHECK(read.blocks[1].text == "a b\tc d");
    CHECK(read.blocks[1].cells == std::vector<Span>{{0, 3}, {4, 7}});
    CHECK(read.blocks[1].line() == 4);
    CHECK(read.blocks[1].last_line() == 6);
    CHECK(read.blocks[2].table == 2);
}

TEST_CASE("html: a table in a cell stays in that cell") {
    const Read read("<table><tr><td>a<table><tr><td>b</td><td>c</td></tr></table></td><td>d</td></tr></table>");
    REQUIRE(read.blocks.size() == 1);
    CHECK(read.blocks[0].text == "a b c\td");
}

TEST_CASE("html: marks by element and style") {
    const Read read(
        "<p>a <del>b</del> <span style='text-decoration: line-through; color: red'>c</span> <font "
        "color='#000'>d</font></p>");
    REQUIRE(read.blocks.size() == 1);
    CHECK(shown(read.blocks[0]) == "a [struck:b] [struck coloured:c] d");
}

TEST_CASE("html: breaks keep the words apart and on their lines") {
    const Read read("<p>a<br>b<br>\nc<div>d</div>e");
    REQUIRE(read.blocks.size() == 3);
    CHECK(read.blocks[0].text == "a\nb\nc");
    CHECK(line_of(read.blocks[0], 2) == 1);
    CHECK(line_of(read.blocks[0], 4) == 2);
    CHECK(read.blocks[1].text == "d");
    CHECK(read.blocks[2].text == "e");
}

TEST_CASE("html: scripts, styles and comments are no text and are counted") {
    Read read("<p>a<!-- b --></p><script>c()</script><style>d{}</style>");
    REQUIRE(read.blocks.size() == 1);
    CHECK(read.blocks[0].text == "a");
    read.left_out.report("a.html", read.diagnostics);
    CHECK(read.diagnostics.size() == 2);
}

TEST_CASE("html: what the parser could not bear is read without its tags") {
    const Read deep(repeated("<div>", 100'000) + "words here");
    REQUIRE(deep.blocks.size() == 1);
    CHECK(deep.blocks[0].text == "words here");
    CHECK(std::any_of(deep.diagnostics.begin(), deep.diagnostics.end(),
                      [](const Diagnostic& d) { return d.code == "html-as-text"; }));
}

TEST_CASE("html guard: deep, misnested and overloaded tags are found out") {
    CHECK(is_safe_html("<p>a<p>b<br><table><tr><td>c<td>d</table>"));
    CHECK(is_safe_html("<table>" + repeated("<tr><td>a<td>b", 10'000) + "</table>"));
    CHECK(is_safe_html(repeated("<div><b>x</b></div>", 10'000)));
    CHECK_FALSE(is_safe_html(repeated("<div>", 300)));
    CHECK_FALSE(is_safe_html(repeated("<div><object></div>", 300)));
    CHECK_FALSE(is_safe_html(repeated("<p><b id=1></p>", 300)));
    CHECK_FALSE(is_safe_html("<svg>" + repeated("<td>", 300)));
    CHECK_FALSE(is_safe_html("<a" + repeated(" x", 300) + ">"));
    CHECK_FALSE(is_safe_html("<a b==\"" + repeated("x ", 300) + "\">"));
    CHECK_FALSE(is_safe_html("<a b=\"\" =\"" + repeated("x ", 300) + "\">"));
    CHECK_FALSE(is_safe_html("<a" + repeated("/x", 300) + ">"));
    CHECK(is_safe_html("<a title=\"" + repeated("word ", 300) + "\">"));
    CHECK(without_tags("a<b\nc>d < e </x>f") == "a \nd < e  f");
    CHECK(without_tags("a <b") == "a <b");
}

TEST_CASE("html tag: name, flow and marks") {
    const auto font = parse_html_tag("<FONT Color=\"red\" size=2>");
    REQUIRE(font);
    CHECK(font->name == "font");
    CHECK(font->flow == HtmlFlow::inside);
    CHECK(font->marks == Marks{}.with(Mark::coloured));
    CHECK(parse_html_tag("</del>")->closing);
    CHECK(parse_html_tag("<br/>")->flow == HtmlFlow::line_break);
    CHECK(parse_html_tag("<td>")->flow == HtmlFlow::apart);
    CHECK(parse_html_tag("<u>")->marks.has(Mark::underline));
    CHECK_FALSE(parse_html_tag("<!-- a -->"));
    CHECK_FALSE(parse_html_tag("<>"));
    CHECK_FALSE(parse_html_tag("a"));
}
