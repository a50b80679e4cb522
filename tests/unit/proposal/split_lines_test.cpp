#include "proposal/split_lines.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "unit/proposal/reading.hpp"

using namespace stet;
using namespace stet::proposal_test;

namespace {

std::vector<std::string> split(const std::string& text) {
    Block block;
    append_run(block, text, {});
    block.fragments = {{0, 1, static_cast<std::uint32_t>(std::count(text.begin(), text.end(), '\n') + 1), {}}};
    std::vector<std::string> out;
    for (const Block& piece : split_lines({block})) out.push_back(std::to_string(piece.line()) + " " + piece.text);
    return out;
}

}  // namespace

TEST_CASE("lines of one paragraph whose labels count up are paragraphs of their own") {
    CHECK(split("12.1 Delete.\n12.2 No change.\n12.4 Add:\n“Keys.”") ==
          std::vector<std::string>{"1 12.1 Delete.", "2 12.2 No change.", "3 12.4 Add:\n“Keys.”"});
    CHECK(split("U-1. Boots. No.\nU-2. Hats. Agreed.") ==
          std::vector<std::string>{"1 U-1. Boots. No.", "2 U-2. Hats. Agreed."});
    CHECK(split("(a) Day crews.\n(b) Night crews.") ==
          std::vector<std::string>{"1 (a) Day crews.", "2 (b) Night crews."});
}

TEST_CASE("a number that a sentence runs into at a line's end opens no paragraph") {
    CHECK(split("12.1 As set forth in Section\n12.2 The rate holds.").size() == 1);
    CHECK(split("The rate.\n12.2 No change.").size() == 1);
    CHECK(split("12.2 The rate.\n12.1 No change.").size() == 1);
    CHECK(split("12.1 The rate.\n12.9 No change.").size() == 1);
    CHECK(split("12.1 The rate.\n13.2 No change.").size() == 1);
}

TEST_CASE("items that a letter and a number name are parted though no blank line stands between them") {
    const Proposal read = proposal(
        "MILL COUNTER TO UNION PROPOSALS\nMarch 30, 2026\n\n"
        "U-1.  Lamps.  Rejected.\nU-2.  Section 4.  Delete \"old\".\nU-3.  Vans.  Agreed.\n",
        "proposal.txt");
    CHECK(read.items_present == std::vector<std::string>{"1", "2", "3"});
    CHECK(read.items_missing.empty());
    REQUIRE(read.operations.size() == 3);
    CHECK(told(read.operations[1]) == "delete words 4 certain -old");
}

TEST_CASE("a dash behind a label opens a paragraph though nothing closes the line above, and lettered parts count") {
    CHECK(split("6.2 – Status quo\n6.4 – The District proposes\n6.7 – Thirty minutes").size() == 3);
    CHECK(split("9.3(a) Change it.\n9.3(b) Strike.\n9.6 Carryover: two times").size() == 3);
    CHECK(split("9.3(b) Change it.\n9.3(a) Strike.").size() == 1);
}
