// The words of a block are found again in the bytes of its file, in every format.
#include "document/source_map.hpp"

#include <doctest/doctest.h>

#include "stet.hpp"

using namespace stet;

namespace {

/// The bytes that hold the words in the first block that has them; "none" where they cannot be told.
std::string bytes_of(const char* name, const std::string& text, const std::string& words) {
    const Document document = read({name, text, {}});
    for (BlockId id = 0; id < document.blocks.size(); ++id) {
        const std::size_t at = document.blocks[id].text.find(words);
        if (at == std::string::npos) continue;
        const auto map = map_to_source(document, id);
        if (!map) return "none";
        const auto begin = static_cast<std::uint32_t>(at);
        return std::string(
            document.source.text(map->source_of({begin, begin + static_cast<std::uint32_t>(words.size())})));
    }
    return "no such words";
}

}  // namespace

TEST_CASE("words of Markdown stand between its signs") {
    CHECK(bytes_of("a.md", "A **bold word** here.\n", "bold word") == "bold word");
    CHECK(bytes_of("a.md", "A **bold** word.\n", "bold word") == "bold** word");
    CHECK(bytes_of("a.md", "It costs \\$5 &amp; more.\n", "$5 & more") == "\\$5 &amp; more");
    CHECK(bytes_of("a.md", "See [the terms](http://x.y/a_b) below.\n", "terms") == "terms");
    CHECK(bytes_of("a.md", "> One line\n> and one more.\n", "line\nand") == "line\n> and");
    CHECK(bytes_of("a.md", "| a | b |\n|---|---|\n| one | two |\n", "one\ttwo") == "one | two");
}

TEST_CASE("words of HTML stand between its elements") {
    CHECK(bytes_of("a.html", "<p>A <b>bold</b> word &sect; 5.</p>", "bold word § 5") == "bold</b> word &sect; 5");
    CHECK(bytes_of("a.html", "<table><tr><td>one</td><td>two</td></tr></table>", "one\ttwo") == "one</td><td>two");
}

TEST_CASE("words of plain text stand where they are, bullets and page breaks aside") {
    CHECK(bytes_of("a.txt", "   \u2022 An item of\n     two lines.\n", "item of\ntwo") == "item of\n     two");
}
