// Numbers that the format counts: the outline reads them as labels, the text does not gain them.
#include "grammar/computed_numbers.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "grammar/detect.hpp"
#include "grammar/grammar_file.hpp"
#include "grammar/outline.hpp"

using namespace stet;

namespace {

Block numbered(std::string_view number, std::string_view text, std::uint32_t line, Marks marks = {}) {
    Block block;
    append_run(block, text, marks);
    block.number = number;
    block.computed = true;
    block.fragments.push_back({0, line, line, {}});
    return block;
}

const Grammar& grammar(std::string_view name) {
    static const std::vector<Grammar> all = load_built_in_grammars();
    return *std::find_if(all.begin(), all.end(), [&](const Grammar& g) { return g.name == name; });
}

Document outlined(std::vector<Block> blocks, std::string_view name, Face face = Face::after) {
    return outline({}, std::move(blocks), grammar(name), face, {});
}

}  // namespace

TEST_CASE("units are labelled by their computed numbers, and their texts are the file's") {
    Block heading = numbered("ARTICLE 4", "Pay", 1);
    heading.kind = BlockKind::heading;
    heading.depth = 1;
    const Document document = outlined({heading, numbered("Section 9.", "Rates. The rates are fair.", 2),
                                        numbered("(a)", "first", 3), numbered("(b)", "second", 4)},
                                       "labor-agreement");
    REQUIRE(document.nodes.size() == 5);
    CHECK(document.nodes[1].label.written == "ARTICLE 4");
    CHECK(document.nodes[1].heading == "Pay");
    CHECK(document.nodes[2].path == "article 4 / section 9");
    CHECK(document.nodes[2].label.span.empty());
    CHECK(document.nodes[4].path == "article 4 / section 9 / (b)");
    CHECK(document.blocks[1].text == "Rates. The rates are fair.");
    for (const Place& place : document.places) CHECK(place.label.empty());
}

TEST_CASE("what is counted before a text is a label though the text is neither heading nor title") {
    const std::vector<Block> blocks = {numbered("ARTICLE I", "Of the Ferry", 1),
                                       numbered("Section 1.01", "the ferry lies at the north bank.", 2),
                                       numbered("Section 1.02", "no crossing begins after dusk.", 3)};
    const Document document = outlined(blocks, "labor-agreement");
    REQUIRE(document.nodes.size() == 4);
    CHECK(document.nodes[1].heading == "Of the Ferry");
    CHECK(document.nodes[3].path == "article I / section 1.02");
    CHECK(detect(load_built_in_grammars(), blocks, Face::after).name == "labor-agreement");
    // No title either: a sentence.
    const Document read_on =
        outlined({numbered("ARTICLE I", "of the ferry and of those who row it, by day and by night", 1),
                  numbered("ARTICLE II", "of the bank", 2)},
                 "labor-agreement");
    CHECK(read_on.nodes.size() == 3);
}

TEST_CASE("a heading of no level of the grammar has its number for a label") {
    Block heading = numbered("1.0", "Introduction", 1);
    heading.kind = BlockKind::heading;
    heading.depth = 1;
    const Document document = outlined({heading}, "plain");
    REQUIRE(document.nodes.size() == 2);
    CHECK(document.nodes[1].label.written == "1.0");
    CHECK(document.nodes[1].heading == "Introduction");
    CHECK(document.nodes[1].path == "heading \"Introduction\"");
}

TEST_CASE("a number before nothing labels a unit whose text is empty") {
    const Document document =
        outlined({numbered("Section 1.", "", 1), numbered("Section 2.", "Text.", 2)}, "labor-agreement");
    REQUIRE(document.nodes.size() == 3);
    CHECK(document.blocks[0].text.empty());
    CHECK(document.blocks[0].runs.empty());
    CHECK(document.nodes[1].label.written == "Section 1");
}

TEST_CASE("a label typed behind a computed one opens a unit in it") {
    const Document document = outlined({numbered("(a)", "(1) one", 1), numbered("(b)", "two", 2)}, "plain");
    const auto typed = std::find_if(document.nodes.begin(), document.nodes.end(),
                                    [](const Node& node) { return node.label.written == "(1)"; });
    if (typed != document.nodes.end()) {
        const Span span = typed->label.span;
        CHECK(document.blocks[typed->first_block].text.substr(span.begin, span.size()) == "(1)");
    }
    std::string all;
    for (const Block& block : document.blocks) all += block.text;
    CHECK(all.find("(a)") == std::string::npos);
    CHECK(all.find("(1)") != std::string::npos);
}

TEST_CASE("a block has its number of the face, whatever its first words are marked with") {
    Block block = numbered("2.", "new words", 1, Marks{}.with(Mark::inserted));
    block.number_before = "3.";
    std::vector<Block> blocks = {block};
    show_numbers(blocks, Face::before);
    CHECK(blocks[0].text == "3. new words");
    CHECK(face_text(blocks[0], Face::before) == "3. ");
    blocks = {block};
    show_numbers(blocks, Face::after);
    CHECK(blocks[0].text == "2. new words");
}
