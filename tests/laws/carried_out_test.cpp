// Laws of carrying out: nothing changes nothing; a comparison said as instructions gives the after-document word for
// word; independent items in any order give the same bytes; what no item touches comes out byte for byte.
#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>
#include <string>
#include <vector>

#include "corpus_pairs.hpp"
#include "proposal/find_words.hpp"
#include "redline/verify.hpp"
#include "report/instructions.hpp"
#include "stet.hpp"

namespace {

using namespace stet;
namespace fs = std::filesystem;

std::string bytes_of(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

Input input(const fs::path& path) {
    return {path.filename().string(), bytes_of(path), {}};
}

std::string words_of(const Document& document) {
    std::string out;
    for (const Block& block : document.blocks)
        if (!is_set_aside(block.kind)) out += face_text(block, document.face) + " \n";
    return out;
}

/// Lines of the base that hold words of no block which an operation touches.
std::vector<std::string> untouched_lines(const Document& base, const std::vector<Operation>& operations) {
    std::vector<bool> touched(base.source.line_count() + 2, false);
    const auto mark = [&](BlockId id) {
        for (const Fragment& fragment : base.blocks[id].fragments)
            for (std::uint32_t line = fragment.line; line <= fragment.last_line; ++line) touched[line] = true;
    };
    for (const TouchedBlock& one : apply(base, operations, {}, {}).touched) mark(one.block);
    std::vector<std::string> out;
    for (const Block& block : base.blocks)
        for (const Fragment& fragment : block.fragments)
            for (std::uint32_t line = fragment.line; line <= fragment.last_line; ++line)
                if (!touched[line] && !is_set_aside(block.kind)) out.emplace_back(base.source.line(line));
    return out;
}

/// What a block is and says; a heading with its depth, an item with its number.
std::string kind_and_words(const auto& block, const std::string& text) {
    const bool item = block.kind == BlockKind::list_item;
    const std::string level = block.kind == BlockKind::heading ? std::to_string(block.depth) : item ? block.number : "";
    return std::string(block_kind_name(block.kind)) + " " + level + " " + one_line(text);
}

/// Headings stand as headings, items of lists as items and rows as rows, as far as a Markdown file says what they are.
void check_kinds(const Document& made, const std::vector<Operation>& operations) {
    std::set<std::string> there;
    for (const Block& block : made.blocks) there.insert(kind_and_words(block, face_text(block, made.face)));
    for (const Operation& operation : operations)
        for (const DrawnBlock& drawn : operation.drawn) {
            const std::string wanted = kind_and_words(drawn, new_text(drawn));
            CHECK_MESSAGE(there.contains(wanted), wanted);
        }
}

void check_pair(const Input& before, const Input& after) {
    INFO(before.name);
    const Redline redline = compare(before, after);
    const std::vector<Operation> said = build_instructions(redline);
    const std::string written = write(redline, "instructions");
    const Proposal proposal = read_proposal({"instructions.md", written, {}});
    CHECK(proposal.not_understood.empty());
    REQUIRE(proposal.operations.size() == said.size());
    const Consolidated made = carry_out(proposal, before, {.grammar = redline.after.grammar});
    for (const CarriedOut& step : made.steps)
        CHECK_MESSAGE(step.done, proposal.operations[step.operation].instruction << ": " << step.reason);
    CHECK(made.reads_back);
    CHECK(made.redline.verified.holds());
    CHECK(reads_the_same(words_of(made.redline.after), words_of(redline.after)));
    if (before.name.ends_with(".md") && after.name.ends_with(".md"))
        check_kinds(made.redline.after, proposal.operations);
    if (!before.bytes.starts_with("PK"))
        for (const std::string& line : untouched_lines(redline.before, proposal.operations))
            CHECK_MESSAGE(made.text.find(line) != std::string::npos, line);
}

void check_pair(const fs::path& before, const fs::path& after) {
    check_pair(input(before), input(after));
}

/// The words of a file as a Word document of stet's own making.
Input as_docx(const fs::path& path) {
    return {path.stem().string() + ".docx", accept_docx(compare(input(path), input(path))), {}};
}

/// A Markdown text of headings, tables and paragraphs as a page.
std::string as_html(const std::string& markdown) {
    std::string out;
    bool in_table = false;
    for (std::size_t at = 0; at < markdown.size();) {
        const std::size_t end = markdown.find('\n', at);
        const std::string line = markdown.substr(at, end - at);
        at = end + 1;
        const bool row = line.starts_with('|');
        if (row != in_table) out += row ? "<table>\n" : "</table>\n";
        in_table = row;
        if (line.empty() || line.starts_with("|:-")) continue;
        if (row) {
            const std::size_t middle = line.find('|', 1);
            out += "<tr><td>" + line.substr(1, middle - 1) + "</td><td>" +
                   line.substr(middle + 1, line.size() - middle - 2) + "</td></tr>\n";
        } else {
            const std::string depth = line.starts_with("### ") ? "h3" : line.starts_with("## ") ? "h2" : "p";
            const std::size_t text = depth == "p" ? 0 : line.find(' ') + 1;
            out += "<" + depth + ">" + line.substr(text) + "</" + depth + ">\n";
        }
    }
    return out + (in_table ? "</table>\n" : "");
}

const fs::path samples = STET_SAMPLES_DIR;

}  // namespace

TEST_CASE("carrying out nothing changes nothing, byte for byte") {
    for (const char* name : {"harbor-2023.md", "harbor-2023.txt"}) {
        const Consolidated made = carry_out(Proposal{}, input(samples / name));
        CHECK(made.text == bytes_of(samples / name));
        CHECK(made.redline.changes.empty());
        CHECK(made.reads_back);
    }
}

TEST_CASE("a comparison of the samples said as instructions gives the after-document") {
    check_pair(samples / "harbor-2023.md", samples / "harbor-2026.md");
    check_pair(samples / "harbor-2026.md", samples / "harbor-2023.md");
    check_pair(samples / "harbor-2023.txt", samples / "harbor-2026.txt");
    check_pair(samples / "harbor-2023.md", samples / "harbor-2026-union.md");
}

TEST_CASE("a comparison of the samples as Word documents said as instructions gives the after-document") {
    for (const auto& [before, after] :
         {std::pair("harbor-2023.md", "harbor-2026.md"), std::pair("harbor-2026.md", "harbor-2023.md")})
        check_pair(as_docx(samples / before), as_docx(samples / after));
}

TEST_CASE("a table that moves keeps the line below its head, row by row or with its section") {
    const std::string first = "## ARTICLE 1 PAY\n\n### Section 1. Rates\n\n";
    const std::string paragraph = "The rates of the bakery are paid weekly to all of its staff in good standing.\n\n";
    const std::string table = "| Step | Rate |\n|:--|---|\n| Start | 10.00 |\n| Middle | 11.00 |\n| Top | 12.00 |\n\n";
    const std::string shorter = "| Step | Rate |\n|:--|---|\n| Start | 10.00 |\n| Top | 12.00 |\n";
    const std::string rest =
        "### Section 2. Other\n\nThe other provisions of the agreement stay as they are for the time being.\n\n"
        "## ARTICLE 2 TIME\n\n### Section 3. Hours\n\nThe hours of work are forty in a week and eight in a day.\n";
    const std::string base = first + paragraph + table + rest;
    for (const std::string& moved :
         {first + paragraph + rest + "\n" + table, first + rest + "\n" + paragraph + shorter,
          first + rest + "\n" + paragraph + table,
          "## ARTICLE 1 PAY\n\n" + rest + "\n### Section 1. Rates\n\n" + paragraph + table}) {
        INFO(moved);
        check_pair({"before.md", base, {}}, {"after.md", moved, {}});
        const Redline redline = compare({"before.md", base, {}}, {"after.md", moved, {}});
        const Proposal said = read_proposal({"i.md", write(redline, "instructions"), {}});
        const std::string text = carry_out(said, {"before.md", base, {}}).text;
        CHECK(text.find("|:--|---|") == text.rfind("|:--|---|"));
        CHECK(text.find("| Step | Rate |\n|:--|---|\n| Start") != std::string::npos);
        check_pair({"before.html", as_html(base), {}}, {"after.html", as_html(moved), {}});
    }
    // A row and a paragraph behind the last row: one stands in the table, the other behind it.
    const std::string longer = first + paragraph + table.substr(0, table.size() - 1) +
                               "| Lead | 13.00 |\n\nThe lead baker is named by the owner.\n\n" + rest;
    check_pair({"before.html", as_html(base), {}}, {"after.html", as_html(longer), {}});
}

TEST_CASE("of a Word document what follows a unit that moves goes with it, and stands before what comes to its place") {
    std::string text = "## ARTICLE 1 PAY\n\n";
    for (int section = 1; section <= 5; ++section) {
        const std::string number = std::to_string(section);
        if (section == 3) text += "## ARTICLE 2 TIME\n\n";
        text += "### Section " + number + ". Part " + number + "\n\nThe text of part " + number + " is this.\n\n";
    }
    const Input base{"base.md", text, {}};
    const Input word{"base.docx", accept_docx(compare(base, base)), {}};
    const Proposal proposal =
        read_proposal({"i.md",
                       write(compare(base, base), "instructions") +
                           "\n1. Move ARTICLE 1, Section 1 to follow ARTICLE 2, Section 3, paragraph 1.\n\n"
                           "2. Move ARTICLE 2, Section 4 to follow ARTICLE 1, Section 1, paragraph 1.\n\n"
                           "3. Move ARTICLE 1, Section 2 to follow ARTICLE 2, Section 3, paragraph 1.\n",
                       {}});
    REQUIRE(proposal.operations.size() == 3);
    const Consolidated made = carry_out(proposal, word);
    CHECK(made.reads_back);
    const std::string words = words_of(made.redline.after);
    const auto place_of = [&](const char* part) { return words.find(std::string("text of part ") + part); };
    CHECK(place_of("3") < place_of("1"));
    CHECK(place_of("1") < place_of("4"));
    CHECK(place_of("4") < place_of("2"));
    CHECK(place_of("2") < place_of("5"));
}

TEST_CASE("a paragraph that comes below a heading, or between items of a list, is one of its own") {
    const auto pair = [](const std::string& before, const std::string& after) {
        check_pair(Input{"before.md", before, {}}, Input{"after.md", after, {}});
    };
    const std::string head = "# AGREEMENT\n";
    const std::string body = "between the Ferry Line and the Guild, both of Low Harbor, for three years.\n\n";
    const std::string article = "## ARTICLE 1 - WORK\n\nThe Guild does all work on board.\n\n";
    pair(head + body + article, head + "\nMade in the year of the great storm.\n\n" + body + article);
    const std::string list = "The Line shall:\n\n1. furnish gloves to all who work on deck;\n";
    const std::string rest = "2. keep the exits of the engine room clear.\n";
    pair(article + list + rest, article + list + "\nBoots are furnished, too, to those who ask for them.\n\n" + rest);
}

TEST_CASE("text between two rows of a table cannot be carried out in Markdown and is refused") {
    const Input base{"base.md",
                     "# ARTICLE 1 PAY\n\nThe rates are:\n\n| Rank | Rate |\n|:--|--:|\n| Deckhand | 20.00 |\n"
                     "| Cook | 22.00 |\n\nThey are paid weekly.\n",
                     {}};
    Proposal proposal;
    Operation& operation = proposal.operations.emplace_back();
    operation.op = Op::insert;
    operation.addressed = true;
    operation.anchor.units = {"ARTICLE 1"};
    operation.anchor.paragraph = "row 2";
    operation.position = PositionKind::after;
    operation.drawn = {{1, "", {{"Page 4", DrawnRun::inserted}}}};
    const Consolidated made = carry_out(proposal, base, {.grammar = "labor-agreement"});
    REQUIRE(made.steps.size() == 1);
    CHECK_FALSE(made.steps[0].done);
    CHECK(made.steps[0].reason.find("without touching its form") != std::string::npos);
    CHECK(made.reads_back);
}

TEST_CASE("a comparison of a document with itself says no instruction") {
    const Redline redline = compare(input(samples / "harbor-2023.md"), input(samples / "harbor-2023.md"));
    CHECK(build_instructions(redline).empty());
}

TEST_CASE("items in another order give the same bytes") {
    Proposal proposal = read_proposal(input(samples / "rounds" / "3-employer.md"));
    const Consolidated forwards = carry_out(proposal, input(samples / "harbor-2023.md"));
    std::reverse(proposal.operations.begin(), proposal.operations.end());
    const Consolidated backwards = carry_out(proposal, input(samples / "harbor-2023.md"));
    CHECK(forwards.text == backwards.text);
    CHECK(forwards.text != bytes_of(samples / "harbor-2023.md"));
}

TEST_CASE("every pair of the corpus said as instructions gives the after-document") {
    const char* corpus = std::getenv("STET_CORPUS");
    if (corpus == nullptr) {
        MESSAGE("STET_CORPUS names no folder: skipped");
        return;
    }
    for (const auto& [before, after] : corpus_pairs(corpus)) check_pair(before, after);
    for (const auto& entry : fs::recursive_directory_iterator(corpus))
        if (entry.path().filename() == "old.html") check_pair(entry.path(), entry.path().parent_path() / "new.html");
}

TEST_CASE("items of lists come as items of lists, as deep as they are, and are paragraphs without their numbers") {
    const auto made = [](const std::string& before, const std::string& after) {
        check_pair(Input{"before.md", before, {}}, Input{"after.md", after, {}});
        const Proposal said = read_proposal(
            {"i.md", write(compare({"before.md", before, {}}, {"after.md", after, {}}), "instructions"), {}});
        return carry_out(said, {"before.md", before, {}}).text;
    };
    const std::string head = "## ARTICLE 1 - GEAR\n\nThe Line furnishes to each deckhand without charge:\n\n";
    const std::string rest = "\n## ARTICLE 2 - WATCHES\n\nNobody stands two watches in a row.\n";
    const std::string deep =
        "1. gloves of good leather, namely\n    - a pair for the winter months;\n"
        "    - a pair for the summer months;\n2. boots that keep out the water.\n";
    const std::string before = head + deep + rest;
    CHECK(made(before, head +
                           "1. gloves of good leather, namely\n    - a pair for the winter months;\n"
                           "    - a pair for hauling nets in any season;\n    - a pair for the summer months;\n"
                           "2. boots that keep out the water.\n3. a coat with the sign of the Line.\n" +
                           rest) ==
          head +
              "1. gloves of good leather, namely\n    - a pair for the winter months;\n"
              "    - a pair for hauling nets in any season;\n    - a pair for the summer months;\n"
              "2. boots that keep out the water.\n3. a coat with the sign of the Line.\n" +
              rest);
    CHECK(made(head + rest, before).find("\n\n   - a pair for the winter months;\n") != std::string::npos);
    const std::string captain = "The captain keeps the log of every voyage and shows it to the owners on demand.\n";
    const std::string mate = "The mate keeps the stores of the ship and writes down what is taken from them.\n";
    CHECK(made(head + "1. " + captain + "2. " + mate + "3. The cook keeps the keys.\n", head + captain + "\n" + mate) ==
          head + captain + "\n" + mate);
}

TEST_CASE("what comes at the head of a file of Markdown stands behind the lines that describe it") {
    const std::string head = "---\ntitle: The Agreement\n---\n\n";
    const std::string text = "## ARTICLE 1 - WORK\n\nThe Guild does all work on board.\n";
    check_pair(Input{"before.md", head + text, {}},
               Input{"after.md", head + "READ THIS FIRST, SINCE IT BINDS YOU.\n\n" + text, {}});
    const Proposal said =
        read_proposal({"i.md",
                       write(compare({"before.md", head + text, {}},
                                     {"after.md", head + "READ THIS FIRST, SINCE IT BINDS YOU.\n\n" + text, {}}),
                             "instructions"),
                       {}});
    CHECK(carry_out(said, {"before.md", head + text, {}}).text ==
          head + "READ THIS FIRST, SINCE IT BINDS YOU.\n\n" + text);
}
