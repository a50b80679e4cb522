#include "diff/similarity.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

#include "two_agreements.hpp"

using namespace stet;
using stet::test::prints_of;
using stet::test::read_markdown_text;

namespace {

/// A text of many paragraphs that all say "the clerk", one of them "lantern".
struct Words {
    static std::string text() {
        std::string out;
        for (int i = 0; i < 20; ++i) out += "The clerk of store " + std::to_string(i) + " is paid.\n\n";
        return out + "The clerk holds a lantern.\n";
    }
    Bag bag(std::string_view some) const { return bag_of(some, rarity); }

    Document document = read_markdown_text(text());
    Fingerprints prints = prints_of(document);
    Rarity rarity{prints.counts, prints.counts, 2 * document.blocks.size()};
};

}  // namespace

TEST_CASE("similarity: 1 for the same words, 0 for none in common, the same both ways") {
    const Words words;
    const Bag clerk = words.bag("The clerk is paid.");
    const Bag lantern = words.bag("Bring lanterns tonight.");
    const Bag both = words.bag("Is the clerk paid tonight?");
    CHECK(similarity(clerk, words.bag("paid is The clerk")) == doctest::Approx(1));
    CHECK(similarity(clerk, lantern) == doctest::Approx(0));
    CHECK(similarity(clerk, both) == doctest::Approx(similarity(both, clerk)));
    CHECK(similarity(clerk, both) > 0);
    CHECK(similarity(clerk, both) < 1);
}

TEST_CASE("similarity: of nothing with nothing and with something") {
    const Words words;
    const Bag empty = words.bag(" . ");
    CHECK(similarity(empty, empty) == doctest::Approx(1));
    CHECK(similarity(empty, words.bag("clerk")) == doctest::Approx(0));
    CHECK(containment(empty, words.bag("clerk")) == doctest::Approx(0));
    CHECK(containment(words.bag("clerk"), empty) == doctest::Approx(0));
}

TEST_CASE("similarity: a rare word in common counts more than one that stands everywhere") {
    const Words words;
    const Bag whole = words.bag("clerk lantern");
    CHECK(similarity(whole, words.bag("lantern harbour")) > similarity(whole, words.bag("clerk harbour")));
    std::vector<Token> tokens;
    tokenize("clerk lantern", {0, 13}, tokens);
    CHECK(words.rarity.weight(tokens[1].key) > words.rarity.weight(tokens[0].key));
    CHECK(words.rarity.weight(tokens[0].key) >= 0.1F);
}

TEST_CASE("similarity: a word that stands twice counts twice") {
    const Words words;
    const Bag twice = words.bag("steward steward");
    const Bag once = words.bag("steward");
    CHECK(similarity(twice, once) == doctest::Approx(2.0 / 3));
    CHECK(containment(once, twice) == doctest::Approx(1));
    CHECK(containment(twice, once) == doctest::Approx(0.5));
}

TEST_CASE("similarity: taking words away takes each as often as it is taken") {
    const Words words;
    const Bag rest = without(words.bag("steward steward union"), words.bag("steward harbour"));
    CHECK(rest.entries.size() == 2);
    CHECK(similarity(rest, words.bag("union steward")) == doctest::Approx(1));
    CHECK(without(rest, rest).entries.empty());
    CHECK(without(rest, rest).total == doctest::Approx(0));
    CHECK(rest.total == doctest::Approx(words.bag("union steward").total));
}

TEST_CASE("similarity: the bag of blocks is the bag of their text") {
    const Words words;
    const std::vector<BlockId> last{20};
    const Bag bag = bag_of(words.prints, last, words.rarity);
    CHECK(similarity(bag, words.bag("The clerk holds a lantern.")) == doctest::Approx(1));
    CHECK(bag.entries.size() == 5);
}
