#include "diff/fingerprint.hpp"

#include <doctest/doctest.h>

#include <array>
#include <string>
#include <vector>

#include "two_agreements.hpp"

using namespace stet;
using stet::test::block_with;
using stet::test::prints_of;
using stet::test::read_markdown_text;
using stet::test::unit_at;

namespace {

std::uint64_t hash_of(const std::string& text) {
    const Document document = read_markdown_text(text);
    REQUIRE(document.blocks.size() == 1);
    return prints_of(document).blocks[0].hash;
}

}  // namespace

TEST_CASE("fingerprint: typography, bold and the label say nothing, words and marks do") {
    const std::uint64_t plain = hash_of("The clerk's rate - \"base rate\" - is due.");
    CHECK(hash_of("The clerk’s rate – “base rate” — is due.") == plain);
    CHECK(hash_of("The **clerk's** rate - \"base\nrate\" - is due.") == plain);
    CHECK(hash_of("The clerk's rate - \"base rate\" - is not due.") != plain);
    CHECK(hash_of("The clerk's rate \"base rate\" is due.") != plain);
    CHECK(hash_of("The Clerk's rate - \"base rate\" - is due.") != plain);
    const Document document = read_markdown_text("**Section 1. Pay.** Due now.\n\n**Section 2. Pay.** Due now.\n");
    const Fingerprints prints = prints_of(document);
    CHECK(prints.own[unit_at(document, "section 1")].hash == prints.own[unit_at(document, "section 2")].hash);
    CHECK(prints.own[unit_at(document, "section 1")].words == 3);
}

TEST_CASE("fingerprint: the order of words counts") {
    CHECK(hash_of("the clerk tells the manager") != hash_of("the manager tells the clerk"));
}

TEST_CASE("fingerprint: a unit's own text leaves its children out, the whole takes them in") {
    const Document document =
        read_markdown_text("**Section 1. Duties.** The clerk shall:\n\n(a) keep order;\n\n(b) help customers.\n");
    const Fingerprints prints = prints_of(document);
    const NodeId section = unit_at(document, "section 1");
    CHECK(prints.own[section].words == 4);
    CHECK(prints.whole[section].words == 8);
    CHECK(prints.own[unit_at(document, "section 1 / (a)")].words == 2);
    CHECK(prints.whole[0].words == 8);
    CHECK(prints.own_blocks[section].size() == 1);
}

TEST_CASE("fingerprint: struck words are no words of the after-face") {
    const std::string text = "Clerks are paid ~~weekly~~ daily.";
    const Document after = read_markdown_text(text);
    ReadOptions options;
    options.face = Face::before;
    const Document before = read({"agreement.md", "Clerks are paid weekly {++daily++}.", "markdown"}, options);
    CHECK(prints_of(after).blocks[0].hash == hash_of("Clerks are paid daily."));
    CHECK(prints_of(before).blocks[0].hash == hash_of("Clerks are paid weekly ."));
}

TEST_CASE("fingerprint: contents and page furniture belong to no unit and are not counted") {
    Document document = read_markdown_text("Clerks are paid on Friday.\n\nStores close on Sunday.\n");
    REQUIRE(document.blocks.size() == 2);
    const Fingerprints all = prints_of(document);
    document.blocks[1].kind = BlockKind::furniture;
    const Fingerprints prints = prints_of(document);
    CHECK(all.own[0].words == 9);
    CHECK(prints.own[0].words == 5);
    CHECK(prints.own_blocks[0].size() == 1);
    CHECK(prints.blocks[1].words == 4);
    const std::uint64_t sunday = prints.words_of(1).back();
    const std::size_t place = sunday & (all.counts.size() - 1);
    CHECK(prints.counts.at(place) + 1 == all.counts.at(place));
}

TEST_CASE("fingerprint: words of a block, and where sentences open") {
    const Document document = read_markdown_text("One two. Three: four five.\n\nSix.\n");
    const Fingerprints prints = prints_of(document);
    CHECK(prints.words_of(0).size() == 5);
    CHECK(prints.words_of(1).size() == 1);
    CHECK(prints.first_word.size() == document.blocks.size() + 1);
    REQUIRE(prints.sentences.size() >= 2);
    CHECK(prints.sentences[0] == 2);
    CHECK(prints.sentences[1] == 3);
}

TEST_CASE("fingerprint: a text in several places of two documents says the same in each") {
    const Document before = read_markdown_text("Clerks stock. Clerks sell.\n\nStores close.\n\nStores close.\n");
    const Document after = read_markdown_text("Stores close.\n\nClerks **stock**. Clerks sell.\n\nClerks rest.\n");
    const std::array<const Document*, 2> both{&before, &after};
    const std::vector<Fingerprints> prints = fingerprint(both);
    REQUIRE(prints.size() == 2);
    const Fingerprints alone[] = {prints_of(before), prints_of(after)};
    for (std::size_t i = 0; i < both.size(); ++i) {
        CHECK(prints[i].words == alone[i].words);
        CHECK(prints[i].first_word == alone[i].first_word);
        CHECK(prints[i].sentences == alone[i].sentences);
        CHECK(prints[i].whole[0].hash == alone[i].whole[0].hash);
    }
    CHECK(prints[0].blocks[1].hash == prints[0].blocks[2].hash);
    CHECK(prints[0].blocks[1].hash == prints[1].blocks[0].hash);
    CHECK(prints[0].blocks[0].hash == prints[1].blocks[1].hash);
    CHECK(prints[1].blocks[2].hash != prints[0].blocks[0].hash);
}

TEST_CASE("fingerprint: an empty document has its root and nothing else") {
    const Fingerprints prints = prints_of(read_markdown_text(""));
    CHECK(prints.blocks.empty());
    REQUIRE(prints.own.size() == 1);
    CHECK(prints.whole[0].words == 0);
    CHECK(prints.first_word.size() == 1);
}
