// What Markdown becomes: kinds, numbers as written, lines, marks, tables, and bounds on hostile input.
#include <doctest/doctest.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include "readers/reader.hpp"

using namespace stet;

namespace {

struct Read {
    Diagnostics source_diagnostics;
    Source source;
    ReadBlocks result;

    explicit Read(std::string bytes, std::string name = "a.md")
        : source(std::move(name), std::move(bytes), source_diagnostics), result(read_markdown(source)) {}

    const std::vector<Block>& blocks() const { return result.blocks; }
    const Block& operator[](std::size_t i) const { return result.blocks.at(i); }

    bool has(std::string_view code) const {
        return std::any_of(result.diagnostics.begin(), result.diagnostics.end(),
                           [&](const Diagnostic& diagnostic) { return diagnostic.code == code; });
    }
};

std::vector<std::string> texts(const Read& read) {
    std::vector<std::string> out;
    for (const Block& block : read.blocks()) out.push_back(block.text);
    return out;
}

std::vector<std::string> cells(const Block& row) {
    std::vector<std::string> out;
    for (const Span& cell : row.cells) out.push_back(row.text.substr(cell.begin, cell.size()));
    return out;
}

/// The text with marks shown: "a [bold:b] c".
std::string shown(const Block& block) {
    std::string out;
    for (const Run& run : block.runs) {
        const std::string text = block.text.substr(run.text.begin, run.text.size());
        out += run.marks.empty() ? text : "[" + mark_names(run.marks) + ":" + text + "]";
    }
    return out;
}

std::string shown(std::string markdown) {
    const Read read(std::move(markdown));
    REQUIRE(read.blocks().size() == 1);
    return shown(read[0]);
}

/// What every block must fulfil for the rooms that build on it.
void check_form(const Read& read) {
    std::uint32_t line = 0;
    for (const Block& block : read.blocks()) {
        CAPTURE(block.text);
        REQUIRE_FALSE(block.fragments.empty());
        CHECK(block.fragments.front().text == 0);
        std::uint32_t at = 0;
        for (std::size_t i = 0; i < block.runs.size(); ++i) {
            CHECK(block.runs[i].text.begin == at);
            CHECK(block.runs[i].text.end > at);
            if (i > 0) CHECK_FALSE(block.runs[i].marks == block.runs[i - 1].marks);
            at = block.runs[i].text.end;
        }
        CHECK(at == block.text.size());
        CHECK(block.line() >= line);
        CHECK(block.last_line() >= block.line());
        CHECK(block.last_line() <= read.source.line_count());
        line = block.line();
        if (!block.number.empty() && block.number != "-") CHECK(block.text.rfind(block.number, 0) == 0);
        for (const Fragment& fragment : block.fragments) {
            CHECK(fragment.source.begin <= read.source.line_begin(fragment.line));
            CHECK(fragment.source.end <= read.source.text().size());
        }
    }
}

}  // namespace

TEST_CASE("markdown: headings and paragraphs with the lines they stand on") {
    const Read read("# One\n\nfirst line\nsecond line\n\nTwo\n===\n\n### Three ###\ntext\n\n---\n\nlast\n");
    check_form(read);
    REQUIRE(texts(read) == std::vector<std::string>{"One", "first line\nsecond line", "Two", "Three", "text", "last"});
    CHECK(read[0].kind == BlockKind::heading);
    CHECK(read[0].depth == 1);
    CHECK(read[1].kind == BlockKind::paragraph);
    CHECK(read[1].line() == 3);
    CHECK(read[1].last_line() == 4);
    CHECK(read[2].kind == BlockKind::heading);
    CHECK(read[2].line() == 6);
    CHECK(read[2].last_line() == 6);
    CHECK(read[3].depth == 3);
    CHECK(read[5].line() == 14);
    CHECK(read.source.text(read[1].fragments[0].source) == "first line\nsecond line");
}

TEST_CASE("markdown: list numbers stay as they are written") {
    const Read read("3. three\n5. five\n   more of five\n\n   a paragraph of five\n1) one\n- dash\n\n  7. inner\n");
    check_form(read);
    REQUIRE(read.blocks().size() == 6);
    CHECK(read[0].number == "3.");
    CHECK(read[0].text == "3. three");
    CHECK(read[1].number == "5.");
    CHECK(read[1].text == "5. five\nmore of five");
    CHECK(read[1].line() == 2);
    CHECK(read[1].last_line() == 3);
    CHECK(read[2].kind == BlockKind::paragraph);
    CHECK(read[2].number.empty());
    CHECK(read[3].number == "1)");
    CHECK(read[4].number == "-");
    CHECK(read[4].text == "dash");
    CHECK(read[5].number == "7.");
    CHECK(read[5].depth == 2);
    CHECK(read[5].line() == 9);
}

TEST_CASE("markdown: a list number without text of its own is not lost") {
    CHECK(texts(Read("4.\n5. - inner\n")) == std::vector<std::string>{"4.", "5.", "inner"});
    const Read heading("6. # Heading\n");
    REQUIRE(heading.blocks().size() == 1);
    CHECK(heading[0].kind == BlockKind::heading);
    CHECK(heading[0].text == "6. Heading");
    const Read below("7.\n   text below\n");
    check_form(below);
    REQUIRE(below.blocks().size() == 1);
    CHECK(below[0].text == "7.\ntext below");
    CHECK(below[0].line() == 1);
    CHECK(below[0].last_line() == 2);
}

TEST_CASE("markdown: a paragraph of wide blanks alone is none") {
    const Read read("First.\n\n&emsp;\n\n\u3000\n\nSecond.\n");
    CHECK(texts(read) == std::vector<std::string>{"First.", "Second."});
}

TEST_CASE("markdown: letters in front of a line are no list of Markdown") {
    const Read read("a. first\n\n(b) second\n\n  Section 3 text\n");
    for (const Block& block : read.blocks()) CHECK(block.kind == BlockKind::paragraph);
    CHECK(texts(read) == std::vector<std::string>{"a. first", "(b) second", "Section 3 text"});
}

TEST_CASE("markdown: marks on runs") {
    CHECK(shown("a **b** *c* `d`") == "a [bold:b] [italic:c] [code:d]");
    CHECK(shown("**Section 1.** text") == "[bold:Section 1.] text");
    CHECK(shown("a ~~b **c**~~ d") == "a [struck:b ][bold struck:c] d");
    CHECK(shown("<u>a</u> <ins>b</ins> <del>c</del> <s>d</s>") == "[underline:a] [inserted:b] [struck:c] [struck:d]");
    CHECK(shown("<font color=\"red\">a</font> <span style=\"color: #f00\">b</span> <font color=black>c</font>") ==
          "[coloured:a] [coloured:b] c");
    CHECK(shown("<mark>a</mark> 1<sup>st</sup> H<sub>2</sub>") == "[highlight:a] 1[superscript:st] H[subscript:2]");
    CHECK(shown("<b>a <i>b</b> c</i> d") == "[bold:a ][bold italic:b][italic: c] d");
    CHECK(shown("x <strike>y</strike>") == "x [struck:y]");
}

TEST_CASE("markdown: unbalanced marks stay in their paragraph") {
    const Read read("a ~~b\n\nc **d\n\n<u>e\n\nf~~ g** h\n");
    REQUIRE(read.blocks().size() == 4);
    CHECK(shown(read[0]) == "a ~~b");
    CHECK(shown(read[1]) == "c **d");
    CHECK(shown(read[2]) == "[underline:e]");
    CHECK(shown(read[3]) == "f~~ g** h");
    CHECK(shown("a ~~ b ~~ c") == "a ~~ b ~~ c");
    CHECK(shown("a ~~~b~~~") == "a ~~~b~~~");
}

TEST_CASE("markdown: escapes, entities and quotes") {
    CHECK(shown("pay \\$5 \\*now\\* 3 &lt; 4 &sect; 12 R&D “x” 'y'") == "pay $5 *now* 3 < 4 § 12 R&D “x” 'y'");
    CHECK(shown("a \\~~b~~ c") == "a ~~b~~ c");
    CHECK(shown("*a* \\{++b++} {++c\\+++}") == "[italic:a] {++b++} [inserted:c+]");
    CHECK(shown("`\\~` *a* \\- b") == "[code:\\~] [italic:a] - b");
    CHECK(shown("*a* \\~ \u0086") == "[italic:a] ~ \u0086");
    CHECK(cells(Read("| \\~~a~~ | {++b\\++} |\n|---|---|\n")[0]) == std::vector<std::string>{"~~a~~", "{++b++}"});
}

TEST_CASE("markdown: line breaks") {
    const Read read("one  \ntwo\\\nthree<br>four<br/>\nfive\n");
    check_form(read);
    REQUIRE(read.blocks().size() == 1);
    CHECK(read[0].text == "one\ntwo\nthree\nfour\nfive");
    CHECK(line_of(read[0], 8) == 3);
    CHECK(line_of(read[0], 14) == 3);
    CHECK(line_of(read[0], 19) == 4);
    CHECK(read[0].last_line() == 4);
}

TEST_CASE("markdown: a plain paragraph reads as the parser reads it") {
    // Inside a list item the same text goes through the parser.
    const std::vector<std::string> paragraphs = {
        "Plain words, (a) and \"b\".",
        "pay \\$16.50 \\& more \\\\ x\\y \\[z\\]",
        "**Section 1. Caption.** Text **bold** and **two words**, end",
        "two lines\n   second with spaces   \nthird",
        "a [b] [c] d",
        "a & b &c",
        "$5 * 3 ** 2",
        "5) x",
        "**a**b** c",
        "**a b**",
        "a\\\nb",
        "{++x++} + y",
        "§ 12 – “quoted”",
        "a \t tab",
        "x !y ![",
        "trailing backslash\\",
    };
    for (const std::string& paragraph : paragraphs) {
        CAPTURE(paragraph);
        std::string item = "- ";
        for (const char c : paragraph) item += c == '\n' ? "\n  " : std::string(1, c);
        if (paragraph == "5) x") item = "- \\" + paragraph;
        const Read plain(paragraph == "5) x" ? "\\" + paragraph : paragraph);
        const Read parsed(item);
        REQUIRE(plain.blocks().size() == 1);
        REQUIRE(parsed.blocks().size() == 1);
        CHECK(shown(plain[0]) == shown(parsed[0]));
        CHECK(plain[0].last_line() == parsed[0].last_line());
    }
}

TEST_CASE("markdown: pipe tables") {
    const Read read(
        "Rates\n| Step | Rate |\n|:---|---:|\n| Start, **new** | \\$5.00 |\n| a \\| b |  |\n\nafter\n\n| x |\n|---|\n| "
        "y |\n");
    check_form(read);
    REQUIRE(read.blocks().size() == 7);
    CHECK(read[0].text == "Rates");
    CHECK(read[1].kind == BlockKind::table_row);
    CHECK(cells(read[1]) == std::vector<std::string>{"Step", "Rate"});
    CHECK(read[1].line() == 2);
    CHECK(cells(read[2]) == std::vector<std::string>{"Start, new", "$5.00"});
    CHECK(shown(read[2]) == "Start, [bold:new]\t$5.00");
    CHECK(read[2].line() == 4);
    CHECK(cells(read[3]) == std::vector<std::string>{"a | b", ""});
    CHECK(read[3].table == 1);
    CHECK(read[4].text == "after");
    CHECK(read[5].table == 2);
    CHECK(read[6].line() == 11);
}

TEST_CASE("markdown: grid tables") {
    const Read read(
        "Rates\n\n"
        "+-----------+--------+-------+\n"
        "| Step      | Old    | **N** |\n"
        "+:==========+=======:+=======+\n"
        "| Déckhand, | \\$5.00 | x     |\n"
        "| first     |        |       |\n"
        "|           |        | y     |\n"
        "+-----------+--------+-------+\n"
        "| Both of them       | a \\| b|\n"
        "+-----------+--------+-------+\n"
        "| Mate      | 1      | 2     |\n"
        "|           +--------+-------+\n"
        "|           | 3      | 4     |\n"
        "+-----------+--------+-------+\n"
        "\nafter\n");
    check_form(read);
    REQUIRE(read.blocks().size() == 7);
    CHECK(shown(read[1]) == "Step\tOld\t[bold:N]");
    CHECK(read[1].kind == BlockKind::table_row);
    CHECK(read[1].line() == 4);
    CHECK(cells(read[2]) == std::vector<std::string>{"Déckhand, first", "$5.00", "x y"});
    CHECK(read[2].line() == 6);
    CHECK(read[2].last_line() == 8);
    CHECK(cells(read[3]) == std::vector<std::string>{"Both of them", "", "a | b"});
    CHECK(cells(read[4]) == std::vector<std::string>{"Mate", "1", "2"});
    CHECK(cells(read[5]) == std::vector<std::string>{"", "3", "4"});
    CHECK(read[5].line() == 14);
    CHECK(read[5].table == 1);
    CHECK(read[6].text == "after");
}

TEST_CASE("markdown: what only looks like a grid table keeps its words") {
    for (const char* text : {"+---+\n| a |\n\nb\n", "+---+\n+---+\n", "+---+\na | b\n+---+\n"}) {
        const Read read(text);
        CHECK(read[0].kind == BlockKind::paragraph);
        CHECK(read[0].text.starts_with("+---+\n"));
    }
    // Bars that stand under no corner part the cells by themselves.
    const Read crooked("+---+---+\n| long one | b | c |\n+---+---+\n");
    CHECK(cells(crooked[0]) == std::vector<std::string>{"long one", "b", "c"});
}

TEST_CASE("markdown: columns under runs of dashes") {
    const Read simple(
        "Rates\n\n"
        "  Class        2025      **2026**\n"
        "  ---------  --------   --------\n"
        "  Déckhand     \\$18.00     \\$18.50\n"
        "  Mate         20.00\n"
        "\nafter\n");
    check_form(simple);
    REQUIRE(simple.blocks().size() == 5);
    CHECK(shown(simple[1]) == "Class\t2025\t[bold:2026]");
    CHECK(simple[1].kind == BlockKind::table_row);
    CHECK(cells(simple[2]) == std::vector<std::string>{"Déckhand", "$18.00", "$18.50"});
    CHECK(cells(simple[3]) == std::vector<std::string>{"Mate", "20.00", ""});
    CHECK(simple[3].line() == 6);
    CHECK(simple[4].text == "after");

    const Read lines(
        "---------------------------------\n"
        " Class       Hourly      Note\n"
        "             rate\n"
        "----------- ----------- ---------\n"
        " Cook        18.00       paid\n"
        "                         weekly\n"
        "\n"
        " Baker       20.00\n"
        "---------------------------------\n"
        "\nafter\n");
    REQUIRE(lines.blocks().size() == 4);
    CHECK(cells(lines[0]) == std::vector<std::string>{"Class", "Hourly rate", "Note"});
    CHECK(cells(lines[1]) == std::vector<std::string>{"Cook", "18.00", "paid weekly"});
    CHECK(cells(lines[2]) == std::vector<std::string>{"Baker", "20.00", ""});
    CHECK(lines[1].last_line() == 6);

    const Read untitled("---- ----\n a    1\n b    2\n---- ----\n");
    REQUIRE(untitled.blocks().size() == 2);
    CHECK(cells(untitled[1]) == std::vector<std::string>{"b", "2"});
}

TEST_CASE("markdown: what only looks like columns under dashes keeps its words") {
    for (const char* text : {"Title\n-----\n\ntext\n", "- - -\n\ntext\n", "Keys of the yard\n--- ---\nlamps of it\n",
                             "---- ----\n a    1\n\ntext\n", "-----\n\ntext\n", "One  two\n---  ---\n\ntext\n"}) {
        const Read read(text);
        for (const Block& block : read.blocks()) CHECK(block.kind != BlockKind::table_row);
    }
}

TEST_CASE("markdown: lines to sign on open no table that goes on to the next line of dashes") {
    const std::string signed_on = "---------------   --------------\nJo Reed           Al Marsh\n\n";
    for (const char* rest :
         {"Wages\n-----\n\nrates\n", "## Wages\n\n---\n\nrates\n", "* one\n\n-----------------------\n"}) {
        const Read read(signed_on + rest);
        check_form(read);
        for (const Block& block : read.blocks()) CHECK(block.kind != BlockKind::table_row);
    }
    CHECK(Read(signed_on + "Wages\n-----\n")[1].kind == BlockKind::heading);
    const Read table(signed_on + "Step              Rate\n-----             ----\nA                 5.00\n\nend\n");
    REQUIRE(table.blocks().size() == 4);
    CHECK(cells(table[1]) == std::vector<std::string>{"Step", "Rate"});
    const Read total("Step     Rate\n-------- ----\nA        5.00\n         ----\nall      9.00\n");
    REQUIRE(total.blocks().size() == 3);
    CHECK(cells(total[2]) == std::vector<std::string>{"all", "9.00"});
}

TEST_CASE("markdown: tables set with tabs") {
    const Read read("\tCurrent\t2022\nPlan A\t\\$ 988.78\t**\\$5**\n\t\t\\$1\nsum\t\t\n\nnot a\ttable\n");
    check_form(read);
    REQUIRE(read.blocks().size() == 5);
    CHECK(cells(read[0]) == std::vector<std::string>{"", "Current", "2022"});
    CHECK(cells(read[1]) == std::vector<std::string>{"Plan A", "$ 988.78", "$5"});
    CHECK(cells(read[2]) == std::vector<std::string>{"", "", "$1"});
    CHECK(cells(read[3]) == std::vector<std::string>{"sum", "", ""});
    CHECK(read[3].line() == 4);
    CHECK(read[3].table == 1);
    CHECK(read[4].kind == BlockKind::paragraph);
}

TEST_CASE("markdown: labels before tabs are no tables") {
    const Read read("(a)\tthe first\n(b)\tthe second\n(c)\tthe third\n");
    REQUIRE(read.blocks().size() == 1);
    CHECK(read[0].kind == BlockKind::paragraph);
}

TEST_CASE("markdown: an HTML table with blank lines is one table") {
    const Read read(
        "text\n\n<table>\n<tr>\n  <td>a</td>\n\n  "
        "<td>b<br>c</td>\n</tr>\n\n<tr><td>d</td><td></td></tr>\n</table>\n\nend\n");
    check_form(read);
    REQUIRE(read.blocks().size() == 4);
    CHECK(cells(read[1]) == std::vector<std::string>{"a", "b\nc"});
    CHECK(read[1].line() == 5);
    CHECK(read[1].last_line() == 7);
    CHECK(cells(read[2]) == std::vector<std::string>{"d", ""});
    CHECK(read[2].line() == 10);
    CHECK(read[1].table == 1);
    CHECK(read[2].table == 1);
    CHECK(read[3].line() == 13);
}

TEST_CASE("markdown: a table that never ends takes no words away") {
    const Read read("<table><tr><td>a\n\n**b**\n\n<table><tr><td>c</td></tr></table>\n\nd\n");
    std::string all;
    for (const Block& block : read.blocks()) all += block.text + " ";
    for (const char* word : {"a", "b", "c", "d"}) CHECK(all.find(word) != std::string::npos);
}

TEST_CASE("markdown: formatting tags around paragraphs") {
    const Read read("<del>\n\none\n\ntwo\n\n</del>\n\nthree\n\n<del>\n\nfour\n");
    REQUIRE(read.blocks().size() == 4);
    CHECK(shown(read[0]) == "[struck:one]");
    CHECK(shown(read[1]) == "[struck:two]");
    CHECK(shown(read[2]) == "three");
    CHECK(shown(read[3]) == "four");
}

TEST_CASE("markdown: what is left out is said") {
    const Read read("[text](http://a.b) <!-- c --> ![alt](x.png)\n\n[ref]\n\n[ref]: http://d.e\n");
    CHECK(texts(read) == std::vector<std::string>{"text  alt", "ref"});
    const auto said = std::count_if(read.result.diagnostics.begin(), read.result.diagnostics.end(),
                                    [](const Diagnostic& diagnostic) { return diagnostic.code == "left-out"; });
    CHECK(said == 3);
    CHECK_FALSE(Read("<http://a.b>\n").has("left-out"));
    CHECK(texts(Read("see <http://a.b>\n")) == std::vector<std::string>{"see http://a.b"});
}

TEST_CASE("markdown: a note goes on in indented paragraphs, but not in what may be a label of the agreement") {
    const Read read(
        "[^1]: The **note**.\n\n    Its *second* paragraph\n    goes on.\n\n    (b) Pay.\n\n    More pay.\n");
    CHECK(texts(read) ==
          std::vector<std::string>{"[^1]: The note.", "Its second paragraph\ngoes on.", "(b) Pay.", "More pay."});
    CHECK(read[1].kind == BlockKind::note);
    CHECK(read[1].number.empty());
    CHECK(read[1].line() == 3);
    CHECK(read[2].kind == BlockKind::paragraph);
    CHECK(read[3].kind == BlockKind::paragraph);
}

TEST_CASE("markdown: items of a list in a note are paragraphs of it") {
    const Read read("[^1]: Shared:\n    - on *Mondays*;\n    - on Fridays.\n\n    And on holidays.\n\n- Text.\n");
    CHECK(texts(read) ==
          std::vector<std::string>{"[^1]: Shared:", "on Mondays;", "on Fridays.", "And on holidays.", "Text."});
    CHECK(read[2].kind == BlockKind::note);
    CHECK(read[2].line() == 3);
    CHECK(read[3].kind == BlockKind::note);
    CHECK(read[4].kind == BlockKind::list_item);
}

TEST_CASE("markdown: notes and front matter") {
    const Read read("---\ntitle: Bylaw 3\ndate: 2024\n---\n\ntext[^1]\n\n[^1]: The **note**\nmore\n[^2]: word\n");
    check_form(read);
    REQUIRE(texts(read) ==
            std::vector<std::string>{"title: Bylaw 3\ndate: 2024", "text[^1]", "[^1]: The note\nmore", "[^2]: word"});
    CHECK(read[0].kind == BlockKind::note);
    CHECK(read[0].line() == 2);
    CHECK(read[2].kind == BlockKind::note);
    CHECK(read[2].number == "[^1]:");
    CHECK(read[2].last_line() == 9);
    CHECK(read[3].line() == 10);
}

TEST_CASE("markdown: code and quotes") {
    const Read read("> quoted\n> text\n\n``` cpp\na **b**\n\nc\n```\n\n    indented **x**\n    by accident\n");
    check_form(read);
    REQUIRE(read.blocks().size() == 3);
    CHECK(read[0].text == "quoted\ntext");
    CHECK(shown(read[1]) == "[code:a **b**\n\nc]");
    CHECK(read[1].line() == 5);
    CHECK(shown(read[2]) == "indented [bold:x]\nby accident");
    CHECK(read[2].line() == 10);
    CHECK(read[2].last_line() == 11);
}

TEST_CASE("markdown: page numbers between paragraphs are furniture") {
    const Read read("a\n\n12\n\n- 13 -\n\nPage 4 of 9\n\n12345\n\n1.5\n\n12 days\n");
    std::vector<BlockKind> kinds;
    for (const Block& block : read.blocks()) kinds.push_back(block.kind);
    REQUIRE(kinds.size() == 7);
    CHECK(kinds[1] == BlockKind::furniture);
    CHECK(kinds[3] == BlockKind::furniture);
    CHECK(kinds[4] == BlockKind::paragraph);
    CHECK(kinds[5] == BlockKind::paragraph);
    CHECK(kinds[6] == BlockKind::paragraph);
}

TEST_CASE("markdown: CriticMarkup meets Markdown") {
    CHECK(shown("a {++**b**++} {--c--} {~~d~>e~~} {>>f<<} {==g==}") ==
          "a [bold inserted:b] [struck:c] [struck:d][inserted:e] [comment:f] [highlight:g]");
    CHECK(shown("a \\{++b++} c") == "a {++b++} c");
    CHECK(shown("a ~~b~~ {~~c~>d~~} ~~e~~") == "a [struck:b] [struck:c][inserted:d] [struck:e]");
    CHECK(shown("# {~~Old~>New~~} Title") == "[struck:Old][inserted:New] Title");
    CHECK(shown("`{++a++}`") == "[code:{++a++}]");
}

TEST_CASE("markdown: an empty document has no blocks") {
    CHECK(Read("").blocks().empty());
    CHECK(Read("\n \n\t\n").blocks().empty());
    CHECK(Read("<!-- only -->\n").blocks().empty());
    CHECK(Read("&nbsp;\n").blocks().empty());
}

TEST_CASE("markdown: links find definitions that stand far away") {
    std::string text = "[first][a] and [a]\n\n";
    for (int i = 0; i < 20000; ++i) text += "- *item* of the list\n\nplain paragraph\n\n";
    text += "| [cell][a] |\n|---|\n| x |\n\n[a]: http://b.c\n";
    const Read read(text);
    CHECK(read[0].text == "first and a");
    CHECK(read.blocks()[read.blocks().size() - 2].text == "cell");
}

TEST_CASE("markdown: dear input ends in bounded time") {
    const auto times = [](std::string_view piece, std::size_t count) {
        std::string out;
        for (std::size_t i = 0; i < count; ++i) out += piece;
        return out;
    };
    constexpr std::size_t n = 100'000;
    std::string nested;
    for (std::size_t i = 0; i < 2000; ++i) nested += std::string(2 * i, ' ') + "- a\n";
    const std::vector<std::string> inputs = {
        times("![[", n),
        times("![l", n),
        times("[", n) + "a" + times("]", n),
        times("[a](b", n),
        times("_", n) + "." + times("_", n),
        times("_a ", n),
        times("*a_ ", n),
        times("~~a ", n),
        times(">", n),
        times("> ", n) + "a",
        times("- ", n) + "a",
        times("1. ", n),
        times("|", n),
        times("|\n", n),
        times("a|b\n-|-\n", n),
        times("`a", n),
        times("<a ", n),
        times("a <!-- ", n),
        times("a <? ", n),
        times("\\*", n),
        times("<div>", n),
        times("<table>\n", n),
        "<table>" + times("<b>x</b>", n) + "</table>",
        "<div " + times("a ", n) + ">x</div>",
        times("{++a ", n),
        times("{++{--", n) + times("++}", n),
        times("a\tb\n", n),
        times("(a)\tb\n", n),
        nested,
        nested + times("\n", n),
        "> a\n" + times("*b\n", n),
        times("[a]: b\n", n),
        std::string(200'000, 'x'),
        times("*", 5'000'000),
    };
    for (const std::string& input : inputs) {
        CAPTURE(input.substr(0, 20));
        const auto begin = std::chrono::steady_clock::now();
        const Read read(input);
        const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - begin;
        CHECK(seconds.count() < 30.0);
        std::size_t read_bytes = 0;
        for (const Block& block : read.blocks()) read_bytes += block.text.size();
        CHECK(read_bytes <= input.size() + 8);
    }
}

TEST_CASE("markdown: a paragraph over the limit is kept word for word, and its neighbours are read") {
    std::string dear;
    for (int i = 0; i < 20000; ++i) dear += "[word" + std::to_string(i) + " *";
    const Read read("**before**\n\n" + dear + "\n\n- **after**\n");
    CHECK(read.has("markup-limit"));
    REQUIRE(read.blocks().size() == 3);
    CHECK(shown(read[0]) == "[bold:before]");
    CHECK(read[1].text == dear);
    CHECK(read[1].line() == 3);
    CHECK(shown(read[2]) == "[bold:after]");
}

TEST_CASE("markdown: a long list with marks is no paragraph over the limit") {
    std::string list;
    for (int i = 0; i < 20000; ++i) list += "- an **item** of [a](b) list\n";
    const Read read(list);
    CHECK_FALSE(read.has("markup-limit"));
    CHECK(read.blocks().size() == 20000);
    CHECK(shown(read[19999]) == "an [bold:item] of a list");
}

TEST_CASE("markdown: every block of the corpus stands on its lines") {
    const char* corpus = std::getenv("STET_CORPUS");
    if (corpus == nullptr) {
        std::cout << "skipped: STET_CORPUS is not set\n";
        return;
    }
    std::size_t files = 0;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(corpus)) {
        if (entry.path().extension() != ".md") continue;
        std::ifstream in(entry.path(), std::ios::binary);
        const Read read(std::string(std::istreambuf_iterator<char>(in), {}), entry.path().filename().string());
        CAPTURE(entry.path().string());
        check_form(read);
        for (const Block& block : read.blocks()) {
            std::size_t begin = 0;
            while (begin < block.text.size() && !std::isalnum(static_cast<unsigned char>(block.text[begin]))) ++begin;
            std::size_t end = begin;
            const std::uint32_t run_end = block.runs.front().text.end;  // marks may join words of two faces
            while (end < run_end && std::isalnum(static_cast<unsigned char>(block.text[end]))) ++end;
            if (end <= begin) continue;
            CAPTURE(block.text);
            CHECK(read.source.line(line_of(block, static_cast<std::uint32_t>(begin)))
                      .find(block.text.substr(begin, end - begin)) != std::string_view::npos);
        }
        ++files;
    }
    CHECK(files > 0);
}
