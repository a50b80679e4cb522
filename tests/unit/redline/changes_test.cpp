#include "redline/changes.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "stet.hpp"

using namespace stet;

TEST_CASE("changes: paragraphs of a section that moved and exchanged their places are an edit of it") {
    const std::string head =
        "## ARTICLE 1. Pay\n\n**Section 1. Rates.** The Employer shall pay the rates of Appendix A.\n\n";
    const std::string wide =
        "Overtime is paid at one and one-half times the regular rate of the employee concerned.\n\n";
    const std::string narrow = "Work on a holiday is paid at double the rate in addition to the holiday's own pay.\n\n";
    const std::string section =
        ". Premiums.** Premium pay is never compounded with any other premium of this Article.\n\n";
    const std::string last =
        "## ARTICLE 2. Leave\n\n**Section 3. Sick Leave.** Employees earn eight hours of sick leave a month.\n\n";
    const Redline redline =
        compare({.name = "before.md", .bytes = head + "**Section 2" + section + wide + narrow + last, .format = ""},
                {.name = "after.md", .bytes = head + last + "**Section 4" + section + narrow + wide, .format = ""});
    const auto premiums = std::find_if(redline.sections.begin(), redline.sections.end(), [&](const RedlineSection& s) {
        return !s.after.empty() && redline.after.nodes[s.after.front()].heading == "Premiums";
    });
    REQUIRE(premiums != redline.sections.end());
    CHECK(premiums->moved);
    CHECK(premiums->status == SectionStatus::edited);
    CHECK(redline.verified.holds());
}

TEST_CASE("changes: the gravest flag of a change stands first") {
    const Redline redline = compare(
        {"before.txt", "Keys and lamps are lent for at least ten days, and they shall be given back clean.\n", {}},
        {"after.txt", "Keys or lamps are lent for more than ten days, and they may be given back clean.\n", {}});
    REQUIRE(redline.changes.size() == 1);
    std::string codes;
    for (const Flag& flag : redline.changes.front().flags) codes += flag.code + " ";
    CHECK(codes == "modal-word threshold-word and-or-word ");
}

TEST_CASE("changes: a numbered attachment of a document of no known kind is a reference") {
    const Redline redline =
        compare({"before.txt", "We pay for a flood of the yard only as provided in Endorsement 4.\n", {}},
                {"after.txt", "We pay for a flood of the yard only as provided in Endorsement 7.\n", {}});
    REQUIRE(redline.changes.size() == 1);
    REQUIRE(redline.changes.front().values.size() == 1);
    CHECK(redline.changes.front().values.front().type == "reference");
}

TEST_CASE("changes: of a paragraph that another replaced a word of duty that became another is told") {
    const auto flags_of = [](const std::string& before, const std::string& after) {
        const std::string head = "# Agreement\n\n## 1. Expenses\n\n", foot = "\n\nReceipts go to the office.\n";
        const Redline redline = compare({"before.md", head + before + foot, {}}, {"after.md", head + after + foot, {}});
        std::string out;
        for (const Change& change : redline.changes)
            for (const Flag& flag : change.flags)
                if (flag.severity != FlagSeverity::info) out += (out.empty() ? "" : "; ") + flag.text;
        return out;
    };
    const std::string old = "Provider may charge the travel that Customer has approved.";
    CHECK(flags_of(old, "The firm shall bear all of its own costs.") == "“may” became “shall”");
    CHECK(flags_of(old, "The firm bears all of its own costs.") == "");
    CHECK(flags_of("Travel is at cost.", old + "\n\nThe firm shall keep every ticket.") == "");
}

TEST_CASE("changes: a title names the outermost unit that has a label with its heading") {
    const Redline redline =
        compare({"before.md", "# Services\n\n## 2. Term\n\n### 2.1 First Term\n\nIt runs for two years.\n", {}},
                {"after.md", "# Services\n\n## 2. Term\n\n### 2.1 First Term\n\nIt runs for three years.\n", {}});
    REQUIRE(redline.changes.size() == 1);
    CHECK(redline.changes[0].title == "Services, 2 Term, 2.1");
}
