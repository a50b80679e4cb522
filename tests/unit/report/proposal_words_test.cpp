// What operations ask in words: neutral verbs, numbers as given, nothing said of what the proposal does not say.
#include "report/proposal_words.hpp"

#include <doctest/doctest.h>

#include "writers/proposal_fixture.hpp"

namespace {

using namespace stet;
using test::operation;

std::string asked(
    Op op, Unit unit, void (*change)(Operation&) = [](Operation&) {}) {
    Operation made = operation("1", "1", op, unit);
    change(made);
    return asked_words(made);
}

}  // namespace

TEST_CASE("an operation is asked in one neutral sentence") {
    CHECK(asked(Op::repeal, Unit::section, [](Operation& o) { o.target.section = "86"; }) ==
          "Section 86 is struck whole.");
    CHECK(asked(Op::repeal, Unit::letter, [](Operation& o) { o.target.letter = "LOA #3 Film"; }) ==
          "LOA #3 Film is struck whole.");
    CHECK(asked(Op::remove, Unit::sentence, [](Operation& o) { o.target.sentence = "last"; }) ==
          "The last sentence is struck.");
    CHECK(asked(Op::remove, Unit::paragraph, [](Operation& o) { o.target.paragraph = "last three"; }) ==
          "The last three paragraphs are struck.");
    CHECK(asked(Op::remove, Unit::words, [](Operation& o) { o.struck_text = "or illness"; }) ==
          "“or illness” is struck.");
    CHECK(asked(Op::substitute, Unit::words, [](Operation& o) {
              o.struck_text = "seven (7)";
              o.inserted_text = "six (6)";
              o.occurrence = Occurrence::each;
          }) == "“seven (7)” becomes “six (6)” in each place.");
    CHECK(asked(Op::replace, Unit::section, [](Operation& o) { o.target.section = "31 (heading) / 33 (text)"; }) ==
          "Section 31 (heading) / 33 (text) is replaced by other text.");
    CHECK(asked(Op::move, Unit::letter, [](Operation& o) {
              o.target.letter = "LOA #4 Dress";
              o.target.article = "27";
          }) == "LOA #4 Dress moves to article 27.");
    CHECK(asked(Op::set, Unit::date, [](Operation& o) { o.inserted_text = "April 5, 2026"; }) ==
          "The date is set to “April 5, 2026”.");
    CHECK(asked(Op::restate, Unit::section, [](Operation& o) { o.target.section = "12"; }) ==
          "Section 12 is printed again; nothing in it is marked as changed.");
}

TEST_CASE("a note says what its status means") {
    CHECK(asked(Op::note, Unit::summary) == "A highlight; it changes no text itself.");
    CHECK(asked(Op::note, Unit::article, [](Operation& o) { o.status = Status::current; }) ==
          "The current text stays.");
    CHECK(asked(Op::note, Unit::obligation, [](Operation& o) { o.status = Status::withdrawn; }) ==
          "An earlier proposal is withdrawn.");
}

TEST_CASE("an insertion says where, or that it is not said") {
    CHECK(asked(Op::insert, Unit::paragraph, [](Operation& o) {
              o.position = PositionKind::after;
              o.target.section = "48";
              o.anchor.paragraph = "3";
          }) == "A paragraph is added after paragraph 3.");
    CHECK(asked(Op::insert, Unit::article) == "An article is added; where exactly is not said.");
    CHECK(asked(Op::insert, Unit::words, [](Operation& o) {
              o.position = PositionKind::after;
              o.anchor_words = "Memorial Day";
              o.inserted_text = "Juneteenth";
          }) == "“Juneteenth” is added after the words “Memorial Day”.");
    CHECK(asked(Op::insert, Unit::sentence, [](Operation& o) {
              o.position = PositionKind::end;
              o.target.section = "12";
          }) == "A sentence is added at the end of section 12.");
}

TEST_CASE("of an ambiguous operation no reading is told as the one") {
    const std::string words = asked_words(test::ambiguous_strike());
    CHECK(words == "Not clear: it can be read in 2 ways, and none is chosen.");
}

TEST_CASE("a place is told outermost first") {
    Target target;
    CHECK(target_words(target).empty());
    target.article = "25";
    target.article_title = "Relief Periods";
    target.section = "61";
    target.paragraph = "2";
    target.sentence = "last";
    CHECK(target_words(target) == "Article 25 (Relief Periods), section 61, paragraph 2, the last sentence");
}

TEST_CASE("money is told with its difference, a change as a change") {
    CHECK(money_words({"night premium", "1.00", "2.00"}, "$") == "night premium: $1.00 → $2.00 (+$1.00, +100.0 %)");
    CHECK(money_words({"top rates", "", "+1.00"}, "$") == "top rates: +$1.00");
    CHECK(money_words({"", "12.50", "12.00"}, "") == "amount: 12.50 → 12.00 (-0.50, -4.0 %)");
    CHECK(money_words({"bonus", "999.00", "1500.00"}, "$") == "bonus: $999.00 → $1,500.00 (+$501.00, +50.2 %)");
    CHECK(money_words({"fund", "1250000.00", ""}, "$") == "fund: $1,250,000.00 → none");
}

TEST_CASE("the sign of money is that of the text, where it has one") {
    const auto of = [](std::string bytes) {
        Proposal made;
        made.document.blocks.emplace_back().text = std::move(bytes);
        return currency_of(made);
    };
    CHECK(of("a rate of $15.00") == "$");
    CHECK(of("a rate of €15.00") == "€");
    CHECK(of("€15.00 or $15.00").empty());
    CHECK(of("15.00").empty());
}
