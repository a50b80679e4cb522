// Parts of sections: lead-ins, marks of agreement at labels and parts, deletions under a label.
#include <doctest/doctest.h>

#include "unit/proposal/reading.hpp"

using namespace stet;
using proposal_test::proposal;
using proposal_test::told;

TEST_CASE("a line that names a part is where the lettered lines below it work") {
    CHECK(
        told(proposal(
            "Offer\n\n1. Section 104\n\nSection 104 is amended--\n\n(1) in subsection (a), by striking "
            "\"ten\";\n\n(2) in subsection (b)--\n\n(A) in paragraph (1), by striking \"and\";\n\n(B) by adding at "
            "the end \"x\".\n\n(3) by striking \"z\" in subsection (c).\n\n2. Section 105\n\nDelete 105.2.\n")) ==
        "delete words 104, (a) certain -ten\ndelete words 104, (b)(1) certain -and\ninsert words 104, (b) certain +x\n"
        "delete words 104, (c) certain -z\nrepeal section 105.2 certain\n");
}

TEST_CASE("a section of a bill whose title is a verb is none that goes") {
    CHECK(
        told(proposal(
            "A BILL\n\nSEC. 2. REPEAL.\n\nSection 107 of such Act is repealed.\n\nSEC. 3. CHANGE.\n\nSection 110(c) of "
            "such Act is amended by striking \"a\".\n",
            "bill.txt")) == "repeal section 107 certain\ndelete words 110(c) certain -a\n");
}

TEST_CASE("a mark alone at a label is told and agreed, one at a lettered part is that part's") {
    const Proposal read = proposal(
        "County Counter, May 5, 2026\n\n## Article 12\n\n12.1 [TA'd 4/28]\n\n12.2 The County maintains its 4/14 "
        "proposal.\n\n## "
        "Article 13\n\nAgreement on the first paragraph (4/20/26). The second remains open.\n");
    REQUIRE(read.ledger.size() == 2);
    CHECK(read.ledger[0].target.section == "12.1");
    CHECK(read.ledger[1].target.paragraph == "1");
    CHECK(read.ledger[1].date == "2026-04-20");
    CHECK(read.operations[1].status == Status::held);
    const Proposal parts = proposal(
        "SECTION 6 - HOURS\n\nCounter 3, June 30, 2026\n\nA. Duty [TA 6/16/26]\n\n1. Duty is ten hours.\n\nB. "
        "Rest\n\n1. "
        "Delete.\n",
        "hours.txt");
    REQUIRE(parts.ledger.size() == 1);
    CHECK(parts.ledger[0].target.paragraph == "A.");
    for (const Operation& one : parts.operations)
        if (one.op == Op::repeal) CHECK(one.confidence == Confidence::ambiguous);
}

TEST_CASE("headings between demands, and what is said of the whole offer, are none of the demand above") {
    const Proposal read = proposal(
        "UNION PROPOSALS\n\n1. Art. 11, Sec. 1. Strike \"sixty\".\n\nECONOMIC\n\n2. Art. 16, Sec. 2. Strike "
        "\"ten\".\n\n3. Art. 25 "
        "(Duration). 3 years.\n\nThe Union reserves the right to modify these proposals.\n",
        "offer.txt");
    CHECK(told(read) ==
          "delete words 11, 1 certain -sixty\ndelete words 16, 2 certain -ten\nset date 25 inferred +3 years.\n"
          "note obligation  certain +The Union reserves the right to modify these proposals.\n");
}

TEST_CASE("a section under another one's title has no title of an article") {
    const Proposal read = proposal(
        "# Handbook\n\n### Section 5.1. Standing\n\n1. It is ~~ten~~ <ins>nine</ins> years.\n\nSection 7.3 is "
        "repealed.\n\n### Section "
        "8.1. Leave\n\nIt is ~~two~~ <ins>three</ins> days.\n");
    REQUIRE(read.operations.size() == 3);
    CHECK(read.operations[1].target.section == "7.3");
    CHECK(read.operations[1].target.article_title.empty());
}
