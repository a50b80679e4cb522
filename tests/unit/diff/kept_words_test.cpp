#include "diff/kept_words.hpp"

#include <doctest/doctest.h>

#include "two_agreements.hpp"

using namespace stet;

namespace {

Kept kept(const std::string& before, const std::string& after) {
    const Document b = test::read_markdown_text(before);
    const Document a = test::read_markdown_text(after);
    const Fingerprints b_prints = fingerprint(b);
    const Fingerprints a_prints = fingerprint(a);
    const Rarity rarity(b_prints.counts, a_prints.counts, b.blocks.size() + a.blocks.size());
    return kept_in_order(b_prints.words, a_prints.words, rarity);
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
