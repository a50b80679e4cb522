// Names of places.
#include "proposal/target.hpp"

#include <doctest/doctest.h>

#include "unit/proposal/reading.hpp"

using namespace stet;
using proposal_test::book;
using proposal_test::proposal;

namespace {

/// "article 30; section 80 and 81" with ordinals and counts, as the place's units stand; "none" where there is none.
std::string place_of(std::string_view text) {
    const PhrasedText phrased(text, book());
    const auto place = parse_place(phrased, 0, phrased.size());
    if (!place) return "none";
    std::string out;
    for (const UnitName& unit : place->units) {
        out += (out.empty() ? "" : "; ") + std::string(word_class_key(unit.noun));
        if (!unit.labels.empty()) out += " " + joined_labels(unit.labels);
        if (unit.ordinal != 0) out += " " + std::to_string(unit.ordinal);
        if (unit.count != 1) out += " of " + std::to_string(unit.count);
        if (unit.entire) out += " entire";
    }
    return out;
}

}  // namespace

TEST_CASE("a lettered unit that is named with its article is a unit of that article") {
    const Proposal offer = proposal_test::proposal(
        "Offer\n\n1. Article IV.B.2\n\nChange \"ten\" to \"nine\".\n\n2. Article 9.C: delete.\n");
    CHECK(offer.operations.at(0).target.article == "IV");
    CHECK(offer.operations[0].target.section == "B.2");
    CHECK(offer.operations.at(1).target.article == "9");
    CHECK(offer.operations[1].target.section == "C");
}

TEST_CASE("places by noun and number") {
    CHECK(place_of("Article 30, Section 80 and 81") == "article 30; section 80 and 81");
    CHECK(place_of("Sections 12.9-12.12") == "section 12.9, 12.10, 12.11 and 12.12");
    CHECK(place_of("Sections 12.9–12.11") == "section 12.9, 12.10 and 12.11");
    CHECK(place_of("Sections 2:08 - 2:10: delete") == "section 2:08, 2:09 and 2:10");
    CHECK(place_of("Sections 2.08 through 2.11") == "section 2.08, 2.09, 2.10 and 2.11");
    CHECK(place_of("Article 2.02") == "section 2.02; article 2");
    CHECK(place_of("Article 5.00") == "article 5.00");
    CHECK(place_of("Section 3-2") == "section 3-2");
    CHECK(place_of("Section 12.6-A") == "section 12.6-A");
    CHECK(place_of("Section 2.03(a) of Article XII") == "section 2.03(a); article XII");
    CHECK(place_of("Article 2:02: Delete.") == "section 2:02; article 2");
    CHECK(place_of("Article 2:01A Delete.") == "section 2:01A; article 2");
    CHECK(place_of("Section 2:03: change") == "section 2:03");
    // Never the number in front of the colon alone.
    CHECK(place_of("Section 2:5: delete") == "section");
    CHECK(place_of("Article 2:02:03: delete") == "article");
    CHECK(place_of("Section 4: delete") == "section 4");
    CHECK(place_of("§ 12A") == "section 12A");
    CHECK(place_of("Appendix \"A\"") == "appendix A");
    CHECK(place_of("LOA #6 Parking") == "letter 6");
    CHECK(place_of("paragraph (c)") == "paragraph (c)");
    CHECK(place_of("the entire Section 9") == "section 9 entire");
}

TEST_CASE("places by ordinals") {
    CHECK(place_of("the last sentence") == "sentence -1");
    CHECK(place_of("the last three paragraphs of Section 9") == "paragraph -1 of 3; section 9");
    CHECK(place_of("the 5th paragraph") == "paragraph 5");
    CHECK(place_of("the second to last sentence") == "sentence -2");
    CHECK(place_of("the second and third paragraphs") == "paragraph 2 of 2");
}

TEST_CASE("running words are no place") {
    CHECK(place_of("employees of the company") == "none");
    CHECK(place_of("12 months") == "none");
    // A sentence behind a full stop names its own place.
    CHECK(place_of("Section 9. The paragraph stays") == "section 9");
}

TEST_CASE("a place is laid over a target, unit by unit") {
    const PhrasedText phrased("the last sentence of Section 9", book());
    Target target;
    target.article = "5";
    target.section = "8";
    lay_over(target, *parse_place(phrased, 0, phrased.size()), phrased.text());
    CHECK(target.article == "5");
    CHECK(target.section == "9");
    CHECK(target.sentence == "last");
}

TEST_CASE("numbers that a dash without blanks parts are a range where the noun or the dash says so") {
    const auto labels = [](const std::string& words) {
        const PhrasedText phrased(words, book());
        return joined_labels(parse_place(phrased, 0, phrased.size())->units.front().labels);
    };
    CHECK(labels("§§3–5") == "3, 4 and 5");
    CHECK(labels("Sections 3-5") == "3, 4 and 5");
    CHECK(labels("Secs. 3-5") == "3, 4 and 5");
    CHECK(labels("Section 3-5") == "3-5");
    CHECK(labels("Paragraphs E through H") == "E, F, G and H");
}

TEST_CASE("a letter behind a full stop is of another sentence") {
    const std::string words = "Article 24. Side Letter 3 expires";
    const PhrasedText phrased(words, book());
    CHECK(parse_place(phrased, 0, phrased.size())->units.size() == 1);
}
