// Demands by the numbers of clauses.
#include <doctest/doctest.h>

#include "unit/proposal/reading.hpp"

using namespace stet;
using proposal_test::proposal;
using proposal_test::told;

TEST_CASE("clauses by their numbers are demands, and the units of the agreement") {
    const Proposal read = proposal(
        "EMPLOYER'S OFFER\n\nClause 3.05 Delete \"Office\" and replace with \"Branch\".\n\nClause 12.07 Renew.\n\n"
        "Clause 14.01(c) Amend \"four months\" to \"six months\".\n\nClause 21.04 NEW\n\n21.04 Harnesses are "
        "paid for.\n",
        "offer.txt");
    CHECK(read.items_present ==
          std::vector<std::string>{"Clause 3.05", "Clause 12.07", "Clause 14.01(c)", "Clause 21.04"});
    CHECK(told(read) ==
          "substitute words 3.05 certain -Office +Branch\nnote obligation 12.07 certain +Renew.\n"
          "substitute words 14.01(c) certain -four months +six months\n"
          "insert section 21.04 certain +21.04 Harnesses are paid for.\n");
}

TEST_CASE("clauses beside articles are parts of them") {
    CHECK(told(proposal("Offer\n\nArticle 5\n\nClause 1: delete \"a\".\n\nClause 2: delete \"b\".\n\nClause 3: delete "
                        "\"c\".\n"))
              .starts_with("delete words 5, 1 certain -a\n"));
}

TEST_CASE("paragraphs below other units are parts of them") {
    const std::string of_letter = "Paragraph 1: Change \"free\" to \"paid\".\n\n";
    CHECK(told(proposal("# Offer\n\n## LETTER OF AGREEMENT A\n\n" + of_letter + "## LETTER OF AGREEMENT B\n\n" +
                        of_letter + "## LETTER OF AGREEMENT C\n\n" + of_letter)) ==
          "substitute words LETTER OF AGREEMENT A certain -free +paid\nsubstitute words LETTER OF AGREEMENT B certain "
          "-free "
          "+paid\n"
          "substitute words LETTER OF AGREEMENT C certain -free +paid\n");
    const std::string of_section = "Paragraph (a) - Change \"two\" to \"three\".\n\nParagraph (b) - Delete.\n\n";
    CHECK(told(proposal("# Offer\n\n## SECTION 12 - LEAVE\n\n" + of_section + "## SECTION 14 - SHIFTS\n\n" +
                        of_section)) ==
          "substitute words 12, (a) certain -two +three\ndelete paragraph 12, (b) certain\n"
          "substitute words 14, (a) certain -two +three\ndelete paragraph 14, (b) certain\n");
}

TEST_CASE("paragraphs by a plain number alone are no articles") {
    const Proposal read = proposal(
        "# Offer\n\nParagraph 1: Change \"free\" to \"paid\".\n\nParagraph 2: Delete.\n\nParagraph 3: Delete.\n");
    for (const Operation& operation : read.operations) CHECK(operation.target.article.empty());
}
