#include "diff/kept_words.hpp"

#include <doctest/doctest.h>

#include <array>
#include <string>
#include <vector>

#include "two_agreements.hpp"

using namespace stet;

namespace {

Kept kept(const std::string& before, const std::string& after) {
    const Document b = test::read_markdown_text(before);
    const Document a = test::read_markdown_text(after);
    const std::array<const Document*, 2> both{&b, &a};
    const std::vector<Fingerprints> prints = fingerprint(both);
    const Rarity rarity(prints[0].counts, prints[1].counts, b.blocks.size() + a.blocks.size());
    return kept_in_order(prints[0].words, prints[1].words, rarity);
}

}  // namespace

TEST_CASE("kept_words: words that stay in their order are counted, those that changed places once") {
    const Kept stays = kept("The clerk closes the store at nine.\n", "At nine the clerk closes this store today.\n");
    CHECK(stays.words == 3);
    CHECK(stays.less == 7);
    CHECK(stays.more == 8);
    CHECK(stays.of_longer() == doctest::Approx(3.0 / 8));
}

TEST_CASE("kept_words: nothing is kept of nothing") {
    CHECK(kept("", "The clerk closes the store.\n").of_shorter() == 0);
}
