// Headings of items.
#include "proposal/heading.hpp"

#include <doctest/doctest.h>

#include "unit/proposal/reading.hpp"

using namespace stet;

namespace {

ItemHeading heading_of(std::string_view text) {
    return read_heading(text, proposal_test::labor().proposal, proposal_test::book(), "2026-06-01");
}

}  // namespace

TEST_CASE("article, title and sections in every order") {
    const ItemHeading dotted = heading_of("Article 27. Section 68. Promotions");
    CHECK(dotted.target.article == "27");
    CHECK(dotted.target.section == "68");
    CHECK(dotted.target.article_title == "Promotions");
    const ItemHeading bracketed = heading_of("Article 5, Section 2 (Overtime).");
    CHECK(bracketed.target.section == "2");
    CHECK(bracketed.target.article_title == "Overtime");
    const ItemHeading several = heading_of("City Stores Article 30, Seniority, Section 80 and Section 81");
    CHECK(several.target.agreement == "City Stores");
    CHECK(several.sections == std::vector<std::string>{"80", "81"});
}

TEST_CASE("a title that is the name of a unit is a title") {
    for (const std::string joint : {" - ", " – ", ", ", ": ", ". ", " "})
        for (const std::string title : {"WAGES", "WAGES AND HOURS", "TERM", "LETTERS OF UNDERSTANDING"}) {
            INFO(joint << title);
            const ItemHeading heading = heading_of("ARTICLE 16" + joint + title);
            CHECK(heading.target.article == "16");
            CHECK(heading.target.article_title == title);
        }
    CHECK(heading_of("Article 16 - Section 3 - Wages").target.section == "3");
    CHECK(heading_of("Article 16, Section 3, last sentence").target.sentence == "last");
}

TEST_CASE("status, summaries and new units of a heading") {
    CHECK(heading_of("Article 5. Breaks (TA 5/6/26)").status->date == "2026-05-06");
    CHECK_FALSE(heading_of("Article 5. Breaks").status);
    CHECK(heading_of("Article 7. Agreed, TA 9/3/26").status->date == "2026-09-03");
    CHECK(heading_of("Article 7. Agreed, TA 9/3/26").target.article_title.empty());
    CHECK(heading_of("Article 7. Accepted. (TA 9/3/26)").target.article_title.empty());
    CHECK_FALSE(heading_of("Article 7. Agreed Hours").status);
    CHECK(heading_of("Wages Highlights: (See Appendix A for details)").highlights);
    CHECK(heading_of("New Article 26 – Cameras").fresh);
    CHECK_FALSE(heading_of("Article 26 – New Hires").fresh);
}

TEST_CASE("what a party accepts stands in the place of a title, and a title that names what was agreed is one") {
    CHECK(heading_of("Section 5.2 – The Union accepts five (5) hours. (TA 5/4/26)").said ==
          "The Union accepts five (5) hours");
    const ItemHeading titled = heading_of("Article 4, Employer Agreed Holidays");
    CHECK(titled.said.empty());
    CHECK(titled.target.article_title == "Employer Agreed Holidays");
}
