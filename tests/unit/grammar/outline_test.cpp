#include "grammar/outline.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "grammar/detect.hpp"
#include "stet.hpp"

using namespace stet;

namespace {

/// Paragraphs parted by empty lines; "#" heads a heading, "~" strikes a whole paragraph.
std::vector<Block> blocks_of(std::string_view text) {
    std::vector<Block> blocks;
    std::uint32_t line = 0;
    bool open = false;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        std::string_view row = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        ++line;
        if (row.empty()) {
            open = false;
            continue;
        }
        std::uint8_t depth = 0;
        while (!row.empty() && row.front() == '#') {
            ++depth;
            row.remove_prefix(1);
        }
        if (depth > 0) row.remove_prefix(1);
        Marks marks;
        if (row.front() == '~') {
            marks = marks.with(Mark::struck);
            row.remove_prefix(1);
        }
        if (!open) {
            Block block;
            block.kind = depth > 0 ? BlockKind::heading : BlockKind::paragraph;
            block.depth = depth;
            block.fragments.push_back({0, line, line, {}});
            blocks.push_back(std::move(block));
        } else {
            append_run(blocks.back(), "\n", {});
        }
        append_run(blocks.back(), row, marks);
        blocks.back().fragments.back().last_line = line;
        open = depth == 0;
    }
    return blocks;
}

Document read(std::string_view text, std::string_view grammar = "labor-agreement", Face face = Face::after) {
    Diagnostics diagnostics;
    return outline(Source("test", std::string(text), diagnostics), blocks_of(text), load_grammar(grammar), face, {});
}

std::vector<std::string> paths(const Document& document) {
    std::vector<std::string> out;
    for (std::size_t i = 1; i < document.nodes.size(); ++i) out.push_back(document.nodes[i].path);
    return out;
}

using Paths = std::vector<std::string>;

const std::string opening = "ARTICLE 1 - SCOPE\n\nSection 1. Rules. These apply:\n\n";

}  // namespace

TEST_CASE("(i) after (h) is a letter where (j) follows, and a roman number where (ii) does") {
    const std::string item = "article 1 / section 1 / ";
    const Document letter =
        read(opening + "(a) a\n\n(b) b\n\n(c) c\n\n(d) d\n\n(e) e\n\n(f) f\n\n(g) g\n\n(h) h\n\n(i) i\n\n(j) j\n");
    CHECK(letter.nodes.back().path == item + "(j)");
    CHECK(letter.nodes[letter.nodes.size() - 2].path == item + "(i)");
    const Document roman =
        read(opening + "(a) a\n\n(b) b\n\n(c) c\n\n(d) d\n\n(e) e\n\n(f) f\n\n(g) g\n\n(h) h\n\n(i) i\n\n(ii) j\n");
    CHECK(roman.nodes.back().path == item + "(h) / (ii)");
}

TEST_CASE("roman numbers that are letters too go on as roman numbers") {
    const Document document =
        read(opening + "(b) one\n\n(a) two\n\n(i) a\n\n(ii) b\n\n(iii) c\n\n(iv) d\n\n(v) e\n\n(b) three\n");
    CHECK(document.nodes[document.nodes.size() - 2].path.ends_with("(a) / (v)"));
    CHECK(document.nodes.back().path.ends_with("section 1 / (b)"));
}

TEST_CASE("a number of three parts stands below the one of two that it begins with") {
    const Document document = read(
        "1. RECOGNITION\n\n1.1 The Authority recognizes the Union.\n\n2. HOURS OF WORK\n\n2.1 Work Week\n\n"
        "2.1.1 The work week is forty hours.\n\n2.1.2 The work day is eight hours.\n\n2.2 Overtime\n\n"
        "2.2.1 Overtime is paid.\n\n2.2.2 It is voluntary.\n\n3. PAY\n\n3.1 Pay is weekly.\n");
    std::string found;
    for (NodeId node = 1; node < document.nodes.size(); ++node)
        found += std::string(document.nodes[node].depth, ' ') + document.nodes[node].label.value + "\n";
    CHECK(found == " 1\n  1.1\n 2\n  2.1\n   2.1.1\n   2.1.2\n  2.2\n   2.2.1\n   2.2.2\n 3\n  3.1\n");
}

TEST_CASE("references at the beginning of a line open nothing") {
    const Document document = read(opening +
                                   "Section 12 of this Agreement shall apply.\n\nArticle 5 applies as well.\n\n"
                                   "Section 2. Term. One year, as said in\nSection 1, above.\n");
    CHECK(paths(document) == Paths{"article 1", "article 1 / section 1", "article 1 / section 2"});
}

TEST_CASE("below a colon a row of labels is a list of units, and a label over its text opens one") {
    const auto plain = [](std::string text) {
        return stet::read({"agreement.txt", std::move(text), ""}, {.grammar = "labor-agreement"});
    };
    const std::string scope = "ARTICLE 1\nSCOPE\nSection 1. Unit. All clerks shall be covered.\n";
    const std::string pay = "ARTICLE 2\nPAY\nSection 2. Days. All clerks shall be paid on Friday.\n";
    const Paths both = {"article 1", "article 1 / section 1", "article 2", "article 2 / section 2"};
    CHECK(paths(plain("The parties agree:\n" + scope + pay)) == both);
    CHECK(paths(plain("The parties agree:\nARTICLE 1\nSCOPE\nAll clerks shall be covered.\n\n" + pay)) ==
          Paths{"article 1", "article 2", "article 2 / section 2"});
    CHECK(paths(plain("The following shall go:\nARTICLE 4\nARTICLE 7\nARTICLE 9\n\n" + scope + "\n" + pay)) == both);
}

TEST_CASE("titles below the label, lettered numbers, run-in captions") {
    const Document document = read(
        "# ARTICLE 1\n## PAY\n\nSection 2 A. Night Work. It is paid double.\n\nSection 3. No employee shall wait.\n");
    REQUIRE(document.nodes.size() == 4);
    CHECK(document.nodes[1].heading == "PAY");
    CHECK(document.nodes[2].path == "article 1 / section 2A");
    CHECK(document.nodes[2].heading == "Night Work");
    CHECK(document.nodes[2].label.ordinals == std::vector<std::uint32_t>{2, 1});
    CHECK(document.nodes[3].heading.empty());
    CHECK(document.places[1].heading);
    CHECK(document.places[1].node == 1);
}

TEST_CASE("a short sentence behind a label is no title") {
    const Document document = read(
        "ARTICLE 1 - PAY\n\nSection 1. Hours of work.\n\nSection 2. The City pays tuition.\n\n"
        "Section 3. Others get up to $2,000 every year.\n\nSection 4. Half of it, or 50% at once.\n");
    REQUIRE(document.nodes.size() == 6);
    CHECK(document.nodes[2].heading == "Hours of work");
    for (std::size_t node = 3; node < 6; ++node) CHECK(document.nodes[node].heading.empty());
    const Document lease = read(
        "ARTICLE 3 - RENT\n\nSection 1. Additional Rent.\n\n"
        "Section 2. Tenant shall pay its Share of Operating Expenses as Additional Rent.\n");
    CHECK(lease.nodes[2].heading == "Additional Rent");
    CHECK(lease.nodes[3].heading.empty());
    const Document headed =
        read("# ARTICLE 3 - RENT\n\n# Section 1. Who Shall Pay\n\n# Section 2. Tenant shall pay Rent.\n");
    CHECK(headed.nodes[2].heading == "Who Shall Pay");
    CHECK(headed.nodes[3].heading.empty());
}

TEST_CASE("a table of contents opens nothing and is set aside") {
    const Document document = read(
        "# TABLE OF CONTENTS\n\nARTICLE 1 SCOPE\n\nARTICLE 2 PAY\n\nARTICLE 3 TERM\n\n"
        "# ARTICLE 1 SCOPE\n\nText.\n\n# ARTICLE 2 PAY\n\nText.\n\n# ARTICLE 3 TERM\n\nText.\n");
    CHECK(paths(document) == Paths{"article 1", "article 2", "article 3"});
    for (int block = 0; block < 4; ++block)
        CHECK(document.blocks[static_cast<std::size_t>(block)].kind == BlockKind::contents);
    CHECK(document.line(1) == 9);
}

TEST_CASE("contents with pages end where the first unit stands, though other articles are listed alone") {
    const Document document = read(
        "# TABLE OF CONTENTS\n\nARTICLE I SCOPE .... 1\n\nARTICLE II PAY .... 4\n\nARTICLE I\nSCOPE\n\n"
        "Section 1.01 Cover. All.\n\nARTICLE II\nPAY\n\nSection 2.01 Weekly. Weekly.\n",
        "us-agreement");
    CHECK(paths(document) == Paths{"article I", "article I / section 1.01", "article II", "article II / section 2.01"});
}

TEST_CASE("a number alone is a section's only where its numbers stand below it, and a time of day is no clause") {
    const Document document = read(
        "1 Scope\n\n1.1 All is said here.\n\n2 Supply\n\n2.1 The goods are supplied.\n\n24 Hour Hotline\n\n"
        "Call at night.\n\n3 Printers\n\n2.2 They come on pallets.\n\n3 Price\n\n3.1 It is due.\n",
        "us-agreement");
    Paths sections;
    for (const std::string& path : paths(document))
        if (path.find('/') == std::string::npos) sections.push_back(path);
    CHECK(sections == Paths{"section 1", "section 2", "section 3"});
    const Document shifts = read(
        "ARTICLE 7 - SHIFTS\n\n7:01 Shifts are posted.\n\n7:30 Day shift begins\n\n9:45 Coffee break\n\n"
        "7:02 Breaks are paid.\n");
    CHECK(paths(shifts) == Paths{"article 7", "article 7 / section 7:01", "article 7 / section 7:02"});
}

TEST_CASE("of two agreements in one file the sentences that both have are no contents") {
    const std::string one =
        "## ARTICLE 1 - SCOPE\n\nAll cooks.\n\n## ARTICLE 2 - HOURS\n\n"
        "Section 1. Week. The week is forty (40) hours.\n\nSection 2. Extra. Extra hours are paid double.\n\n"
        "Section 3. Sunday. Each cook shall have every other Sunday off.\n\n"
        "## ARTICLE 3 - LEAVE\n\nSection 1. Days. Each cook has ten (10) days.\n\n";
    const Document document = read("# PART ONE - COOKS\n\n" + one + "# PART TWO - STEWARDS\n\n" + one);
    for (const Block& block : document.blocks) CHECK(block.kind != BlockKind::contents);
    CHECK(document.nodes.size() == 17);
    CHECK(document.nodes[9].path == "part TWO");
}

TEST_CASE("appendices and letters end an article that is a number alone") {
    const std::string articles =
        "## 1. SCOPE\n\n1.1 All clerks shall be covered.\n\n1.2 No clerk shall be left out.\n\n"
        "## 2. TERM\n\n2.1 It ends in May.\n\n";
    for (const std::string head : {"# ", "## ", ""})
        CHECK(paths(read(articles + head + "SCHEDULE A - PAY\n\nWeekly.\n\n" + head +
                         "LETTER OF AGREEMENT 1 - PARKING\n\nIt is free.\n")) ==
              Paths{"item 1", "item 1 / section 1.1", "item 1 / section 1.2", "item 2", "item 2 / section 2.1",
                    "schedule A", "letter 1"});
    CHECK(paths(read("## APPENDIX B\n\nCost of living.\n\n## Side Letter No. 2 - Parking\n\nIt is free.\n")) ==
          Paths{"appendix B", "letter 2"});
}

TEST_CASE("a heading called contents does not swallow the lists below it") {
    const Document document = read("# Contents\n\n1. A box holds ten pens.\n\n2. A crate holds ten boxes.\n", "plain");
    CHECK(paths(document).size() == 3);
    for (const Block& block : document.blocks) CHECK(block.kind != BlockKind::contents);
}

TEST_CASE("letters over several lines, appendices, and text behind them") {
    const Document document = read(
        "ARTICLE 1 - SCOPE\n\nText.\n\n# LETTER OF AGREEMENT\n\n# #7\n\n# PARKING\n\nText.\n\nAPPENDIX "
        "\"A\"\n\nText.\n");
    CHECK(paths(document) == Paths{"article 1", "letter 7", "appendix A"});
    CHECK(document.nodes[2].heading == "PARKING");
}

TEST_CASE("what the grammar says stands behind the last unit belongs to none before it") {
    const auto document = read(
        "ARTICLE 1\nTERM\n\nSection 1. One year.\n\nIN WITNESS WHEREOF, the parties sign.\n\nBy: X\n\n"
        "# Afterword\n\nText.\n\nAPPENDIX A");
    CHECK(paths(document) == Paths{"article 1", "article 1 / section 1", "heading \"IN WITNESS WHEREOF\"",
                                   "heading \"Afterword\"", "appendix A"});
    CHECK(document.places[3].node == 3);
}

TEST_CASE("words that close an agreement close no article whose row of sections goes on behind them") {
    const auto document = read(
        "ARTICLE 1\nTERM\n\nSection 1. One year.\n\nIN WITNESS WHEREOF, the parties meet in May.\n\n"
        "Section 2. The term may be extended.\n");
    CHECK(paths(document) == Paths{"article 1", "article 1 / section 1", "article 1 / section 2"});
}

TEST_CASE("an item that is a title has the text behind it where the item before it has one") {
    const Document terms = read(
        "Section 1. Terms.\n\n1. Covered Property\n\nThese are covered:\n\n2. Loss Payment\n\nWe pay in a month.\n",
        "us-agreement");
    CHECK(terms.places[4].node == terms.places[3].node);
    const Document names =
        read("Section 1. Terms.\n\n1. Christmas Day\n\n2. Labor Day\n\nThese days are paid.\n", "us-agreement");
    CHECK(names.places[3].node == 1);
}

TEST_CASE("placeholders keep their unit") {
    const Document document =
        read("ARTICLE 1 - SCOPE\n\nSection 1. Rules. Text.\n\nSection 2 [Reserved]\n\nARTICLE 2 [Reserved]\n");
    CHECK(paths(document) == Paths{"article 1", "article 1 / section 1", "article 1 / section 2", "article 2"});
    CHECK(document.nodes.back().heading == "[Reserved]");
}

TEST_CASE("what the author struck opens nothing in the after-face") {
    const std::string text = "ARTICLE 1 - SCOPE\n\n~Section 1. Old. Gone.\n\nSection 2. New. Here.\n";
    CHECK(paths(read(text)) == Paths{"article 1", "article 1 / section 2"});
    CHECK(paths(read(text, "labor-agreement", Face::before)).size() == 3);
    CHECK(read(text).marked);
}

TEST_CASE("two labels on a line and labels on lines of one paragraph are cut apart, and nothing is lost") {
    const std::string text =
        "§ 5 Fees\n\n(a)(1) The term means a fee.\n\n(2) It is due.\n\n(b) These:\n(1) one;\n(2) two.\n";
    const Document document = read(text, "legislation");
    CHECK(paths(document) == Paths{"section 5", "section 5 / (a)", "section 5 / (a) / (1)", "section 5 / (a) / (2)",
                                   "section 5 / (b)", "section 5 / (b) / (1)", "section 5 / (b) / (2)"});
    std::string have;
    std::string want;
    for (const Block& block : document.blocks)
        for (const char c : block.text)
            if (c != ' ' && c != '\n') have.push_back(c);
    for (const char c : text)
        if (c != ' ' && c != '\n') want.push_back(c);
    CHECK(have == want);
    CHECK(document.line(6) == 8);
    for (std::size_t i = 0; i < document.blocks.size(); ++i) {
        const Span label = document.places[i].label;
        CHECK(label.end <= document.blocks[i].text.size());
        if (!label.empty()) CHECK(document.blocks[i].text[label.begin] != ' ');
    }
}

TEST_CASE("repeated labels get a number in their path, and gaps are told") {
    const Document document =
        read("ARTICLE 1 - A\n\nSection 1. X. Text.\n\nSection 1. Y. Text.\n\nSection 9. Z. Text.\n");
    CHECK(paths(document) ==
          Paths{"article 1", "article 1 / section 1", "article 1 / section 1 #2", "article 1 / section 9"});
    REQUIRE_FALSE(document.diagnostics.empty());
    CHECK(document.diagnostics.back().code == "label-skipped");
    CHECK(document.diagnostics.back().line == 7);
}

TEST_CASE("blocks and nodes lie within each other") {
    const Document document = read(
        opening + "(a) a\n\n(b) b\n\nThis is said of both.\n\nSection 2. More. Text.\n\nARTICLE 2 - END\n\nText.\n");
    for (NodeId id = 1; id < document.nodes.size(); ++id) {
        const Node& node = document.nodes[id];
        const Node& parent = document.nodes[node.parent];
        CHECK(node.parent < id);
        CHECK(parent.first_block <= node.first_block);
        CHECK(node.end_block <= parent.end_block);
        CHECK(node.end_node <= parent.end_node);
        CHECK(node.first_block < node.end_block);
    }
    for (BlockId id = 0; id < document.blocks.size(); ++id) {
        const Node& node = document.nodes[document.places[id].node];
        CHECK(node.first_block <= id);
        CHECK(id < node.end_block);
    }
    CHECK(document.places[4].node == 2);  // behind the list, the section's own words
}

TEST_CASE("detection tells the kinds apart") {
    const std::vector<Grammar> grammars = load_built_in_grammars();
    CHECK(detect(grammars, blocks_of("ARTICLE 1 - SCOPE\n\nSection 1. The Union speaks for the bargaining unit.\n"),
                 Face::after)
              .name == "labor-agreement");
    CHECK(detect(grammars, blocks_of("### § 1 Zweck\n\n(1) Dieses Gesetz gilt.\n\n### § 2 Geltung\n"), Face::after)
              .name == "legislation");
    CHECK(detect(grammars, blocks_of("## 1. Definitions\n\nText.\n\n### 1.1 You\n\nText.\n\n## 2. Fees\n"), Face::after)
              .name == "us-agreement");
    CHECK(detect(grammars, blocks_of("# Elections\n\n1. One.\n\n2. Two.\n"), Face::after).name == "plain");
    CHECK(detect(grammars, {}, Face::after).name == "plain");
}

TEST_CASE("hostile rows of labels end in bounded time") {
    std::string many;
    for (int i = 1; i < 60'000; ++i) many += "(" + std::to_string(i) + ")\n";
    const Document rows = read(many, "plain");
    CHECK(rows.nodes.size() == 60'000);
    std::string deep;
    for (int i = 0; i < 20'000; ++i) deep += i % 2 == 0 ? "(a)\n\n" : "(1)\n\n";
    CHECK(read(deep, "plain").nodes.size() > 1);
    CHECK(read(std::string(500'000, '('), "plain").nodes.size() == 1);
    CHECK(read(std::string(500'000, '1'), "us-agreement").nodes.size() == 1);
    CHECK(read("", "plain").nodes.size() == 1);
}

TEST_CASE("detection sees past long contents") {
    std::string text = "# AGREEMENT\n\n## TABLE OF CONTENTS\n\n";
    for (int i = 1; i <= 900; ++i) text += "- ARTICLE " + std::to_string(i) + " SUBJECT\n";
    for (int i = 1; i <= 900; ++i)
        text +=
            "\n## ARTICLE " + std::to_string(i) + " SUBJECT\n\nSection " + std::to_string(i) + ". The words of it.\n";
    const std::vector<Grammar> grammars = load_built_in_grammars();
    CHECK(detect(grammars, blocks_of(text), Face::after).name == "labor-agreement");
}

TEST_CASE("behind entries of contents with pages a unit without one is text") {
    const Document document = read(
        "# AGREEMENT\n\n## Contents\n\nArticle 4 Overtime ........ 3\n\nSection 2. Overtime rate ........ 3\n\n## "
        "ARTICLE 3 – "
        "HOURS\n\nSection 1. The workday is eight (8) hours.\n\nSection 2. The week is forty (40) hours.\n\n## ARTICLE "
        "4 – "
        "OVERTIME\n\nSection 1. Overtime is paid at one and one-half times the rate.\n\nSection 2. It is voluntary.\n",
        "labor-agreement");
    std::size_t contents = 0;
    for (const Block& block : document.blocks) contents += block.kind == BlockKind::contents;
    CHECK(contents == 3);
    CHECK(std::any_of(document.nodes.begin(), document.nodes.end(),
                      [](const Node& node) { return node.path == "article 3 / section 1"; }));
}
