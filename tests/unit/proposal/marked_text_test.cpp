// Blocks by what their marks say, their repair and their changes.
#include "proposal/marked_text.hpp"

#include <doctest/doctest.h>

#include "proposal/marked_changes.hpp"
#include "proposal/repair.hpp"
#include "unit/proposal/reading.hpp"

using namespace stet;

namespace {

const Block& last_block(const Document& document) {
    return document.blocks.back();
}

std::string drawn(const Block& block, const std::vector<MarkedPiece>& pieces) {
    std::string out;
    for (const DrawnRun& run : draw(block, pieces).runs)
        out += run.kind == DrawnRun::struck     ? "[-" + run.text + "-]"
               : run.kind == DrawnRun::inserted ? "{+" + run.text + "+}"
                                                : run.text;
    return out;
}

struct Read {
    explicit Read(const std::string& text)
        : document(proposal_test::document(text)),
          use(find_mark_use(document, proposal_test::book(), "")),
          pieces(mark_pieces(last_block(document), 0, use)),
          mended(repaired(last_block(document), pieces)) {}
    std::string marks() const { return drawn(last_block(document), pieces); }
    std::string repairs() const { return drawn(last_block(document), mended); }
    std::string changes() const {
        std::string out;
        for (const MarkedChange& change : marked_changes(last_block(document), mended, 0, proposal_test::book()))
            out += std::to_string(change.sentence) + " " + std::string(unit_name(change.unit)) + " -" + change.struck +
                   " +" + change.inserted + "\n";
        return out;
    }

    Document document;
    MarkUse use;
    std::vector<MarkedPiece> pieces, mended;
};

}  // namespace

TEST_CASE("pieces: kept, struck, new; labels and captions in bold are kept") {
    CHECK(Read("The rate is ~~ten~~ **nine** dollars.").marks() == "The rate is [-ten-] {+nine+} dollars.");
    CHECK(Read("**Section 5. Rates.** The rate is ~~ten~~ **nine**.").marks() ==
          "Section 5. Rates. The rate is [-ten-] {+nine+}.");
    CHECK(Read("Deletions are in [brackets].\n\nThe rate [of pay] stays.").marks() == "The rate [-of pay-] stays.");
    CHECK(Read("The rate ~~of~~ ~~pay~~ stays.").marks() == "The rate [-of pay-] stays.");
}

TEST_CASE("double brackets that a legend shows are the marks, and single ones are text") {
    const std::string legend = "Deletions are in [[double brackets]].\n\n";
    CHECK(Read(legend + "Rest is [[without pay]] paid [see Appendix A].").marks() ==
          "Rest is [-without pay-] paid [see Appendix A].");
    CHECK(Read("Deletions are in [brackets].\n\nRest is [[without pay]] paid.").marks() ==
          "Rest is [-without pay-] paid.");
}

TEST_CASE("a new sentence with a compound in it holds no struck words") {
    const std::string sentence = "**Garden leave. Each full-time gardener may use a day of leave.**";
    CHECK(Read("Rest is ~~one~~ **two** days. " + sentence).repairs() ==
          "Rest is [-one-] {+two+} days. {+Garden leave. Each full-time gardener may use a day of leave.+}");
}

TEST_CASE("words in capitals are new where a legend says so; a short name alone is none") {
    const std::string legend = "New language is in CAPITALS; deleted language is in [brackets].\n\n";
    CHECK(Read(legend + "A term is [twelve (12)] EIGHTEEN (18) months. It MAY BE EXTENDED once under OSHA rules.")
              .marks() ==
          "A term is [-twelve (12)-] {+EIGHTEEN (18)+} months. It {+MAY BE EXTENDED+} once under OSHA rules.");
    CHECK(Read("A term is ~~twelve~~ months. It MAY BE EXTENDED once.").marks() ==
          "A term is [-twelve-] months. It MAY BE EXTENDED once.");
}

TEST_CASE("damaged marks are read into old and new") {
    CHECK(Read("Article ~~4341~~ applies.").repairs() == "Article [-43-]{+41+} applies.");
    CHECK(Read("Article ~~47-45~~ applies.").repairs() == "Article [-47-]{+45+} applies.");
    CHECK(Read("A leave of ~~eighteen (18)~~ twelve (12) months.").repairs() ==
          "A leave of [-eighteen (18)-] {+twelve (12)+} months.");
    CHECK(Read("~~The premium is one dollar ($1.00) two dollars ($2.00) for each hour of work.~~").repairs() ==
          "The premium is [-one dollar ($1.00)-]{+two dollars ($2.00)+} for each hour of work.");
    CHECK(Read("The ~~2026~~ <u>2027</u> term.").repairs() == "The [-2026-] {+2027+} term.");
}

TEST_CASE("marks of a block as changes, with the sentence they stand in") {
    CHECK(Read("Pay rises. The rate is ~~ten~~ **nine** dollars. ~~It falls later.~~").changes() ==
          "2 words -ten +nine\n3 sentence -It falls later. +\n");
    CHECK(Read("as in Article ~~43~~ <u>41</u> hereof").changes() == "1 reference -43 +41\n");
    CHECK(Read("<u>All of it is new.</u> ~~All of it goes.~~").changes() ==
          "1 paragraph -All of it goes. +All of it is new.\n");
}

TEST_CASE("a short word in capitals right behind a strike comes; a sentence in capitals is no title") {
    const std::string legend = "[Brackets] are deletions. CAPITALS are additions.\n\n";
    CHECK(Read(legend + "10.2 Clerks hold [five (5)] FOUR (4) hours.").marks() ==
          "10.2 Clerks hold [-five (5)-] {+FOUR (4)+} hours.");
    CHECK(Read(legend + "10.4 EXTRA SHIFTS ARE VOLUNTARY AND ARE PAID AT ONE AND ONE HALF TIMES.").marks() ==
          "10.4 {+EXTRA SHIFTS ARE VOLUNTARY AND ARE PAID AT ONE AND ONE HALF TIMES+}.");
}

TEST_CASE("a section in brackets that mean struck goes, under its own number") {
    CHECK(proposal_test::told(
              proposal_test::proposal("PROPOSAL OF THE GUILD\n\nLegend: [Brackets] = deletions. CAPITALS = "
                                      "additions.\n\nARTICLE 15 - PAY\n\n15.1 "
                                      "Pay is [ten] ELEVEN dollars.\n\n[15.2 Bonuses are paid at will.]\n",
                                      "offer.txt"))
              .ends_with("repeal section 15, 15.2 certain -15.2 Bonuses are paid at will.\n"));
}

TEST_CASE("words between low lines are new where a legend underscores new text; lines to sign on are none") {
    const std::string legend = "[Struck text is shown in brackets; new text is underscored.]\n\n";
    Read read(legend + "9.1 The week is [56] hours.");
    read.document.blocks.back() = proposal_test::document("9.1 The week is [56] \\_52\\_ hours. ____").blocks.back();
    read.pieces = mark_pieces(last_block(read.document), 0, read.use);
    CHECK(read.marks() == "9.1 The week is [-56-] {+52+} hours. ____");
}

TEST_CASE("changes in one paragraph are told by the lines on which they stand") {
    const Proposal read = proposal_test::proposal(
        "Offer\n\n1. Article 5\n\nThe rate is ~~ten~~ <ins>nine</ins>\nand the fee\nis ~~two~~ "
        "<ins>three</ins>\ndollars.\n\n"
        "2. Article 6\n\nDelete \"x\".\n");
    REQUIRE(read.operations.size() == 3);
    CHECK(read.operations[0].lines.first == 5);
    CHECK(read.operations[1].lines.first == 7);
    CHECK(read.operations[1].lines.last == 7);
}
