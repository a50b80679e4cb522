// What is said of running heads and feet that differ between two versions.
#include "redline/set_aside.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace stet;

namespace {

Document document_with(const std::vector<std::string>& furniture) {
    Document document;
    for (std::size_t i = 0; i < furniture.size(); ++i) {
        Block block;
        block.kind = BlockKind::furniture;
        append_run(block, furniture[i], {});
        const auto line = static_cast<std::uint32_t>(i + 1);
        block.fragments.push_back({0, line, line, {}});
        document.blocks.push_back(std::move(block));
    }
    return document;
}

std::string told(const std::vector<std::string>& before, const std::vector<std::string>& after) {
    std::string out;
    for (const Diagnostic& remark : changed_furniture(document_with(before), document_with(after)))
        out += remark.message + "\n";
    return out;
}

}  // namespace

TEST_CASE("furniture: a page number is no change, a word is") {
    CHECK(told({"Stores 2022 page 1", "Stores 2022 page 2"}, {"Stores 2022 page 7", "Stores 2022 page 8"}).empty());
    CHECK(told({"i Stores", "ii Stores"}, {"1 Stores", "2 Stores"}).empty());
    CHECK(told({"Stores 2022 page 1", "Stores 2022 page 2"}, {"Stores 2025 page 1", "Stores 2025 page 2"}) ==
          "the running text \"Stores 2022 page …\" became \"Stores 2025 page …\"\n");
    CHECK(told({"1", "2", "3"}, {}).empty());
}

TEST_CASE("furniture: what only one version has is new or gone") {
    CHECK(told({"Union Copy", "Union Copy"}, {"A Draft", "A Draft"}) ==
          "the running text \"A Draft\" is new\nthe running text \"Union Copy\" is gone\n");
    CHECK(told({"Union Copy"}, {}).empty());
}

TEST_CASE("furniture: very many differences are counted") {
    std::vector<std::string> many;
    for (char a = 'a'; a <= 'z'; ++a)
        for (char b = 'a'; b <= 'j'; ++b)
            for (int twice = 0; twice < 2; ++twice) many.push_back(std::string("Head ") + a + b + "w");
    CHECK(told(many, {}) == "260 running texts became 0 others\n");
}
