// HTML fragments and pages: blocks with their lines, marks by element and style, and HTML that is not fit for the
// parser.
#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "readers/html_fragment.hpp"
#include "readers/html_guard.hpp"
#include "readers/html_tag.hpp"
#include "readers/reader.hpp"
#include "text/error.hpp"

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

/// A whole page as the reader of pages gives it.
struct Page {
    Diagnostics diagnostics;
    Source source;
    std::vector<Block> blocks;

    explicit Page(std::string html) : source("page.html", std::move(html), diagnostics) {
        ReadBlocks read = read_html(source);
        blocks = std::move(read.blocks);
        diagnostics.insert(diagnostics.end(), read.diagnostics.begin(), read.diagnostics.end());
    }

    /// Kind, number and text of each block, one a line; cells parted by "|", line breaks shown as "/".
    std::string outline() const {
        std::string out;
        for (const Block& block : blocks) {
            out += block_kind_name(block.kind);
            if (block.depth > 0) out += std::to_string(block.depth);
            if (!block.number.empty()) out += " [" + block.number + "]";
            std::string text = shown(block);
            std::replace(text.begin(), text.end(), '\t', '|');
            std::replace(text.begin(), text.end(), '\n', '/');
            out += " " + text + "\n";
        }
        return out;
    }

    /// The message of the note that says that `what` was left out, or nothing.
    std::string left_out(std::string_view what) const {
        for (const Diagnostic& d : diagnostics)
            if (d.code == "left-out" && d.message.find(what) != std::string::npos)
                return std::to_string(d.line) + ": " + d.message;
        return {};
    }
};

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
    CHECK(read.blocks[1].text == "a b\t\tc d");  // the first cell reaches over two columns
    CHECK(read.blocks[1].cells == std::vector<Span>{{0, 3}, {4, 4}, {5, 8}});
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

TEST_CASE("html page: an agreement's parts with their lines") {
    const Page page(
        "<!DOCTYPE html>\n<html><head><title>T</title></head>\n<body>\n<h1>Agreement</h1>\n"
        "<p>between the <b>Union</b>\nand the <i>Store</i>,\nboth "
        "&ldquo;Parties&rdquo;.</p>\n<h2>Article&nbsp;1<br>Pay</h2>\n"
        "<p>First.<br>\nSecond\nstill second.<br><br>Another.</p></body></html>\n");
    CHECK(page.outline() ==
          "heading1 Agreement\n"
          "paragraph between the [bold:Union] and the [italic:Store], both “Parties”.\n"
          "heading2 Article\u00a01/Pay\n"
          "paragraph First./Second still second.\n"
          "paragraph Another.\n");
    REQUIRE(page.blocks.size() == 5);
    CHECK(page.blocks[1].line() == 5);
    CHECK(page.blocks[1].last_line() == 7);
    CHECK(page.source.text(page.blocks[1].fragments[0].source).starts_with("<p>between"));
    CHECK(line_of(page.blocks[3], static_cast<std::uint32_t>(page.blocks[3].text.find("Second"))) == 10);
    CHECK(page.blocks[4].line() == 11);
}

TEST_CASE("html page: lists have the numbers that a browser shows, which are not in the text") {
    const Page page(
        "<ol start=3><li>c<li value=7>g<li>h<ol type=a><li>inner<li>second</ol></ol>"
        "<ol type=I reversed><li>two<li>one</ol><ul><li>dot</ul>"
        "<ol style='list-style-type: lower-roman'><li><p>i</p><p>more</p></ol><ol style='list-style:none'><li>(a) "
        "own</ol>"
        "<ol type=A start=27><li>aa</ol><ol start=99999999999999999999><li>big</ol>");
    CHECK(page.outline() ==
          "list-item1 [3.] c\nlist-item1 [7.] g\nlist-item1 [8.] h\nlist-item2 [a.] inner\nlist-item2 [b.] second\n"
          "list-item1 [II.] two\nlist-item1 [I.] one\nlist-item1 [-] dot\n"
          "list-item1 [i.] i\nparagraph more\nlist-item1 (a) own\nlist-item1 [AA.] aa\nlist-item1 [1.] big\n");
}

TEST_CASE("html page: cells of one column have one index, whatever they span") {
    const Page page(
        "<table><caption>Rates</caption><tr><th rowspan=2>Step<th colspan=2>Rate</tr><tr><td>2024<td>2025</tr>"
        "<tr><td>1<td>$20.00<td>$21.00</tr></table>");
    CHECK(page.outline() == "paragraph Rates\ntable-row Step|Rate|\ntable-row |2024|2025\ntable-row 1|$20.00|$21.00\n");
    for (std::size_t i = 1; i < 4; ++i) CHECK(page.blocks[i].cells.size() == 3);
    const Page absurd("<table>" + repeated("<tr>" + repeated("<td colspan=99999999 rowspan=99999999>a", 50), 50) +
                      "</table>");
    CHECK(absurd.blocks.size() == 50);
    for (const Block& row : absurd.blocks) CHECK(row.cells.size() <= 1100);
}

TEST_CASE("html page: tables that only place text on the page are no tables") {
    const Page page(
        "<table><tr><td><h1>Agreement</h1><p>One.</p><table><tr><td>(a)</td><td>The Employer shall pay each "
        "employee weekly.</td></tr><tr><td>(b)</td><td><p>Overtime is paid with it, in "
        "full.</p><p>Always.</p></td></tr></table>"
        "</td></tr></table><table role=presentation><tr><td>left<td>right</table>");
    CHECK(page.outline() ==
          "heading1 Agreement\nparagraph One.\nparagraph (a) The Employer shall pay each employee weekly.\n"
          "paragraph (b) Overtime is paid with it, in full.\nparagraph Always.\nparagraph left\nparagraph right\n");
}

TEST_CASE("html page: what is no text of the document is left out, and said") {
    const Page page(
        "<html><head><meta charset=utf-8>\n<title>T</title><style>p{}</style></head><body>\n<script>x()</script>"
        "<p>Shown<span hidden> gone</span><span style='display: none'> gone</span> text.</p>\n<p hidden>gone</p>"
        "<template><p>gone</p></template><iframe>gone</iframe><input value=gone><img alt=gone><!-- gone -->"
        "<noscript>Without script.</noscript></body></html>");
    CHECK(page.outline() == "paragraph Shown text.\nparagraph Without script.\n");
    CHECK(page.left_out("head") ==
          "1: not part of the text: title or other data in the page's head (2 times, here first)");
    CHECK(page.left_out("hides") == "3: not part of the text: text that the page hides (4 times, here first)");
    for (const char* what : {"script", "embedded", "form field", "picture", "comment"}) {
        CAPTURE(what);
        CHECK_FALSE(page.left_out(what).empty());
    }
}

TEST_CASE("html page: contents and menus are set aside, lists of references are not") {
    const Page page(
        "<nav><a href='/'>Home</a> <a href='/law'>Law</a></nav><h1>Agreement</h1><h2>Contents</h2><ol>"
        "<li><a href='#a'>Pay</a> 1<li><a href='#b'>Hours</a> 2<li><a href='#c'>Rest</a> 3<li><a href='#d'>Term</a> "
        "4</ol>"
        "<h2 id=a>1. Pay</h2><p>See:</p><ul><li><a href='#b'>Hours</a> as amended by letter<li><a href='#c'>leave</a>"
        "<li><a href='#d'>the end</a><li><a href='#a'>this</a></ul>"
        "<h2><a name=b></a>2. Hours</h2><section id=c><h2>3. Rest</h2></section><h2 id=d>4. Term</h2>");
    CHECK(page.outline() ==
          "furniture Home Law\nheading1 Agreement\ncontents2 Contents\ncontents1 [1.] Pay 1\ncontents1 [2.] Hours "
          "2\ncontents1 [3.] Rest 3\n"
          "contents1 [4.] Term 4\nheading2 1. Pay\nparagraph See:\nlist-item1 [-] Hours as amended by letter\n"
          "list-item1 [-] leave\nlist-item1 [-] the end\nlist-item1 [-] this\nheading2 2. Hours\nheading2 3. Rest\n"
          "heading2 4. Term\n");
}

TEST_CASE("html page: line breaks of <pre> count, a blank line ends its paragraph") {
    const Page page("<pre>\nSEC. 1. SHORT TITLE.\n  This Act\n\n\nSEC. 2. <b>PAY</b>.\n</pre><p>a\n b</p>");
    CHECK(page.outline() == "paragraph SEC. 1. SHORT TITLE./This Act\nparagraph SEC. 2. [bold:PAY].\nparagraph a b\n");
    REQUIRE(page.blocks.size() == 3);
    CHECK(page.blocks[0].line() == 2);
    CHECK(line_of(page.blocks[0], 25) == 3);
    CHECK(page.blocks[1].line() == 6);
}

TEST_CASE("html page: words inside unknown and inline elements stay in their sentence") {
    const Page page(
        "<p>From <time datetime=2026-01-01>1 January</time>, <x-term>Week</x-term>s<wbr>end "
        "<ins>new</ins><del>old</del>"
        " m<sup>2</sup></p><div>A drawing:<svg><title>Plan</title><g><text>one</text><text>two</text></g></svg></div>");
    CHECK(page.outline() ==
          "paragraph From 1 January, Weeksend [inserted:new][struck:old] m[superscript:2]\nparagraph A drawing:\n"
          "paragraph Plan one two\n");
}

TEST_CASE("html page: no-break spaces in a row are one blank, one alone holds words together") {
    CHECK(Page("<p>Section&nbsp;1.&nbsp;&nbsp; Pay &nbsp;is&nbsp; due</p>").outline() ==
          "paragraph Section\u00a01. Pay is due\n");
}

TEST_CASE("html page: a page in another encoding says so where characters are lost") {
    const auto warns = [](const Page& page) {
        return std::any_of(page.diagnostics.begin(), page.diagnostics.end(),
                           [](const Diagnostic& d) { return d.code == "html-encoding"; });
    };
    const std::string head = "<meta http-equiv=Content-Type content='text/html; charset=windows-1252'>";
    CHECK(warns(Page(head + "<p>\x93Work\x94</p>")));
    CHECK(warns(Page("<meta charset=ISO-8859-1><p>caf\xE9</p>")));
    CHECK_FALSE(warns(Page(head + "<p>Work</p>")));
    CHECK_FALSE(warns(Page("<meta charset=UTF-8><p>\x93Work\x94</p>")));
}

TEST_CASE("html page: a line break written as a number is no line of the file") {
    const Page page("<p>a&#10;&#10;&#10;b</p>");
    CHECK(page.outline() == "paragraph a b\n");
    CHECK(page.blocks[0].last_line() == 1);
}

TEST_CASE("html page: a character's number that is none is replaced") {
    CHECK(Page("<p>a&#xD8000283;&#0;&#xD800;&#x201C;b").outline() == "paragraph a\uFFFD\uFFFD\uFFFD“b\n");
}

TEST_CASE("html page: nothing in it is a page without blocks") {
    CHECK(Page("").blocks.empty());
    CHECK(Page("<html><body></body></html>").blocks.empty());
    CHECK(Page("plain words").outline() == "paragraph plain words\n");
}

TEST_CASE("html page: pages too deep or too large have an answer") {
    const Page deep(repeated("<div>", 100'000) + "words");
    CHECK(deep.outline() == "paragraph words\n");
    const Page items(repeated("<li><dd>", 100'000) + "words");
    CHECK(items.outline() == "paragraph words\n");
    CHECK_THROWS_AS(Page(repeated("<p>", 4'000'001)), const Error&);
}

TEST_CASE("html guard: what the parser ignores or copies is not taken for balanced") {
    CHECK_FALSE(is_safe_html(repeated("<div><!-- </div> -->", 300)));
    CHECK_FALSE(is_safe_html(repeated("<li><dd>", 300)));
    CHECK_FALSE(is_safe_html(repeated("<div><script></div></script>", 300)));
    CHECK_FALSE(is_safe_html(repeated("<div><title></div></title>", 300)));
    CHECK_FALSE(is_safe_html("<svg><foreignObject>" + repeated("<div><style></div></style>", 300)));
    CHECK_FALSE(is_safe_html("<svg><desc>" + repeated("<rect/>", 300)));
    CHECK_FALSE(is_safe_html("<svg><p>" + repeated("<rect/>", 300)));
    CHECK_FALSE(is_safe_html("<svg><desc><![CDATA[</desc>"));
    CHECK(is_safe_html(repeated("<!-- <div> -->", 300)));
    CHECK(is_safe_html(repeated("<script>'<div>'</script>", 300)));
    CHECK(is_safe_html(repeated("<div><p><span></div>", 300)));
    CHECK(is_safe_html(repeated("<a name=x>", 300)));
    CHECK(is_safe_html("<svg>" + repeated("<rect/><g><path></g>", 300) + "</svg>" + repeated("<td>", 300)));
    CHECK(is_safe_html(repeated("<dl><dt>a<dd>b</dl><select><option>c<option>d</select>", 300)));
    std::string fonts;
    for (int i = 0; i < 200; ++i) fonts += "<font size=" + std::to_string(i) + ">";
    CHECK_FALSE(is_safe_html(fonts + repeated("<p>x", 100'000)));
}
