// A final draft is sealed where it is the base and what was agreed; one word more is a difference.
#include "report/seal.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "docx_file.hpp"
#include "stet.hpp"

using namespace stet;

namespace {

Input sample(const char* name) {
    std::ifstream file(std::filesystem::path(STET_SAMPLES_DIR) / name, std::ios::binary);
    return {name, {std::istreambuf_iterator<char>(file), {}}, {}};
}

std::vector<Proposal> rounds() {
    return {read_proposal(sample("rounds/1-employer.md")), read_proposal(sample("rounds/2-union.md")),
            read_proposal(sample("rounds/3-employer.md"))};
}

std::string agreed_text() {
    return carry_out(read_proposal(sample("rounds/3-employer.md")), sample("harbor-2023.md"), {},
                     {.only_agreed = true, .items = {}})
        .text;
}

}  // namespace

TEST_CASE("the base with what was agreed is sealed") {
    const Seal made = seal({rounds().back()}, sample("harbor-2023.md"), {"final.md", agreed_text(), {}});
    CHECK(made.holds);
    CHECK(made.sheet.tables.at(0).rows.empty());
    CHECK(made.sheet.tables.at(1).rows.size() == 2);
}

TEST_CASE("a word that nobody agreed to breaks the seal and is shown, with the open item that asks for it") {
    std::string text = agreed_text();
    const std::string old = "ninety cents ($0.90)";
    text.replace(text.find(old), old.size(), "one dollar and thirty cents ($1.30)");
    const Seal made = seal(rounds(), sample("harbor-2023.md"), {"final.md", text, {}});
    CHECK_FALSE(made.holds);
    REQUIRE(made.sheet.tables.at(0).rows.size() == 1);
    CHECK(made.sheet.tables[0].rows[0].back() == "company, 2026-03-10, item 2 (open)");
}

TEST_CASE("one word that an open item happens to have, too, is not laid at its door") {
    const Input agreement{
        "a.md", "# Agreement\n\nSection 1. Costs shall be shared.\n\nSection 2. Meetings are held.\n", {}};
    Proposal open = read_proposal({"p.md",
                                   "Proposal of the Union\n\nMarch 2, 2026\n\n1. Section 2. After \"Meetings\" "
                                   "insert \"that may be called by phone\".\n",
                                   {}},
                                  {.grammar = "labor-agreement"});
    const Seal made =
        seal({open}, agreement,
             {"f.md", "# Agreement\n\nSection 1. Costs may be shared.\n\nSection 2. Meetings are held.\n", {}});
    CHECK_FALSE(made.holds);
    REQUIRE(made.sheet.tables.at(0).rows.size() == 1);
    CHECK(made.sheet.tables[0].rows[0].back().empty());
}

TEST_CASE("letters inside a word are none of an open item's words") {
    const Input agreement{"a.md", "# Agreement\n\nSection 1. Costs are shared.\n\nSection 2. Rest and food.\n", {}};
    const Proposal open =
        read_proposal({"p.md", "Proposal of the Union\n\nMarch 2, 2026\n\n1. Section 2. Strike \"and\".\n", {}},
                      {.grammar = "labor-agreement"});
    const Seal made =
        seal({open}, agreement, {"f.md", "# Agreement\n\nSection 1. Costs are shared.\n\nSection 2. Food.\n", {}});
    REQUIRE(made.sheet.tables.at(0).rows.size() == 1);
    const Seal other = seal(
        {open},
        {"a.md", "# Agreement\n\nSection 1. Costs are shared by mandatory notice.\n\nSection 2. Rest and food.\n", {}},
        {"f.md", agreement.bytes, {}});
    REQUIRE(other.sheet.tables.at(0).rows.size() == 1);
    CHECK(other.sheet.tables[0].rows[0].back().empty());
}

TEST_CASE("each stretch of the consolidated text has its round") {
    const Sheet sheet = blame(rounds(), sample("harbor-2023.md"));
    std::string by;
    for (const auto& row : sheet.tables.at(1).rows)
        if (row[2] == "one dollar and thirty cents ($1.30)") by = row[1];
    CHECK(by == "company, 2026-03-10, item 2");
    for (const auto& row : sheet.tables.at(1).rows)
        if (row[2] == "ten (10)" && row[1] != "base") by = row[1];
    CHECK(by == "company, 2026-02-03, item 1");  // the union only took it over
}

TEST_CASE("words of the base that stand in a new sentence stay the base's") {
    const std::string base =
        "## ARTICLE 4\n## REST\n\n**Section 9.** An operator shall have at least nine hours between two shifts of "
        "work.\n";
    Proposal round = read_proposal({"1.md",
                                    "Lodge 77\n\nProposal\n\nMarch 2, 2026\n\n1. Article 4. Rest, Section 9\n\n"
                                    "Delete and replace with the following:\n\nSection 9. Every operator or "
                                    "mechanic must be given at least nine hours between two shifts and one day a "
                                    "week without any.\n",
                                    {}},
                                   {.grammar = "labor-agreement"});
    round.party = Side::union_side;
    const Sheet sheet = blame({round}, {"base.md", base, {}}, {.grammar = "labor-agreement"});
    std::string of_base;
    std::string of_union;
    for (const auto& row : sheet.tables.at(1).rows) (row[1] == "base" ? of_base : of_union) += row[2] + "|";
    CHECK(of_base.find("at least nine hours between two shifts") != std::string::npos);
    CHECK(of_union.find("at least nine hours") == std::string::npos);
    CHECK(of_union.find("or mechanic must be given") != std::string::npos);
    CHECK(of_union.find("one day a week without any") != std::string::npos);
}

TEST_CASE("what is agreed and stands in the base already does not break the seal") {
    const std::string base =
        "## ARTICLE 4\n## REST\n\n**Section 9.** The rest is nine hours between two shifts of work.\n";
    Proposal round = read_proposal({"1.md",
                                    "Lodge 77\n\nProposal\n\nMarch 2, 2026\n\n1. Article 4. Rest, Section 9 (TA "
                                    "2/27/26)\n\nSection 9. The rest is nine hours between two shifts of work.\n",
                                    {}},
                                   {.grammar = "labor-agreement"});
    const Seal same = seal({round}, {"base.md", base, {}}, {"final.md", base, {}}, {.grammar = "labor-agreement"});
    CHECK(same.holds);
    std::string marked = base;
    marked.replace(marked.find("nine"), 4, "~~eight~~ nine");
    const Seal seen = seal({round}, {"base.md", base, {}}, {"final.md", marked, {}}, {.grammar = "labor-agreement"});
    CHECK(seen.holds);  // struck words are no words of the final text, and each is listed
    CHECK(seen.sheet.lines.front().find("once its marks are carried out") != std::string::npos);
    CHECK(seen.sheet.lines.back().find("marks of its authors") != std::string::npos);
}

namespace {

Proposal round_of(const char* side, const char* date, const std::string& items) {
    const std::string text = std::string("# ") + side + " Proposals\n\n" + date + "\n\n" + items;
    return read_proposal({"p.md", text, {}}, {.grammar = "labor-agreement"});
}

}  // namespace

TEST_CASE("a mark of agreement among sentences, of which nothing is read, keeps the seal from holding") {
    const Input base{
        "base.md", "# Agreement\n\nSection 1. A day is nine (9) hours.\n\nSection 2. Pay is weekly.\n", {}};
    const Proposal asked =
        round_of("Union", "March 2, 2026", "1. Section 2. Strike \"weekly\" and insert \"daily\".\n");
    const std::string answer =
        "1. Section 2. The Employer withdraws its proposal and accepts daily pay. (TA 4/2/26) The "
        "day stays as it is.\n";
    const Seal made = seal({asked, round_of("Employer", "April 2, 2026", answer)}, base, {"final.md", base.bytes, {}},
                           {.grammar = "labor-agreement"});
    CHECK_FALSE(made.holds);
    CHECK(made.sheet.lines.front().find("1 of the marks of agreement not read") != std::string::npos);
    CHECK(made.sheet.tables.at(3).rows.size() == 1);
}

TEST_CASE("of two like marks of agreement in an item, each is read for itself") {
    const Input base{
        "base.md", "# Agreement\n\nSection 1. A day is nine (9) hours.\n\nSection 2. Pay is weekly.\n", {}};
    const std::string both =
        "1. Section 2. Strike \"weekly\" and insert \"daily\". (TA 4/2/26)\n\nThe Employer withdraws its proposal "
        "and accepts nine hours. (TA 4/2/26) The rate stays.\n";
    const Seal made =
        seal({round_of("Employer", "April 2, 2026", both)}, base,
             {"final.md", "# Agreement\n\nSection 1. A day is nine (9) hours.\n\nSection 2. Pay is daily.\n", {}},
             {.grammar = "labor-agreement"});
    CHECK(made.sheet.tables.at(3).rows.size() == 1);
    CHECK_FALSE(made.holds);
}

TEST_CASE("a change asked of two sections, of which one lacks its words and the other has all, is not sealed") {
    const Input base{"base.md",
                     "# Agreement\n\n## Article 1. Hours\n\nSection 1.1 A day has five pauses and ten rests.\n\n"
                     "Section 1.2 A week has five pauses and eleven rests.\n",
                     {}};
    const std::string change =
        "Article 1 – Hours (TA 5/4/26)\n\nIn Sections 1.1 and 1.2, change \"five\" to \"six\" and \"ten\" to "
        "\"twelve\".\n";
    const std::string final_text =
        "# Agreement\n\n## Article 1. Hours\n\nSection 1.1 A day has six pauses and twelve rests.\n\nSection 1.2 A "
        "week has six pauses and eleven rests.\n";
    const Seal made = seal({round_of("Union", "May 4, 2026", change)}, base, {"final.md", final_text, {}},
                           {.grammar = "labor-agreement"});
    CHECK_FALSE(made.holds);
    CHECK(made.sheet.lines.front().find("1 of these not carried out") != std::string::npos);
}

TEST_CASE("a move that the other side accepts is carried out by where its section stands") {
    const Input base{
        "base.md",
        "# Agreement\n\n## Article 1 Hours\n\nSection 1. A day is nine hours.\n\nSection 2. A week is five "
        "days.\n\n## Article 2 Tools\n\nSection 1. Tools are kept.\n\nSection 2. Boots are paid for.\n",
        {}};
    const Proposal asked =
        round_of("Employer", "March 2, 2026",
                 "1. Move Article 2, Section 2 into Article 1 as Section 3.\n\n2. Article 1, Section 1. Strike "
                 "\"nine\" and insert \"ten\".\n");
    const Proposal taken = round_of(
        "Union", "April 2, 2026", "1. Article 2, Section 2. The Union accepts the Employer's proposal. (TA 4/2/26)\n");
    const Seal made = seal({asked, taken}, base, {"final.md", base.bytes, {}}, {.grammar = "labor-agreement"});
    REQUIRE(made.sheet.tables.at(1).rows.size() == 1);
    CHECK(made.sheet.tables[1].rows[0].back().empty());
    CHECK_FALSE(made.holds);
}

TEST_CASE("blame says who struck the words that are gone") {
    const Input base{
        "base.md",
        "# Agreement\n\nSection 1. Boots and gloves are paid for.\n\nSection 2. The hall is swept daily. It is "
        "closed at night.\n",
        {}};
    const Proposal asked = round_of(
        "Union", "March 2, 2026", "1. Section 1. Strike \"and gloves\".\n\n2. Section 2. Delete the last sentence.\n");
    const Sheet sheet = blame({asked}, base, {.grammar = "labor-agreement"});
    const auto& struck = sheet.tables.back().rows;
    REQUIRE(struck.size() == 2);
    CHECK(struck[0] == std::vector<std::string>{"Agreement, Section 1", "union, 2026-03-02, item 1", "and gloves"});
    CHECK(struck[1] ==
          std::vector<std::string>{"Agreement, Section 2", "union, 2026-03-02, item 2", "It is closed at night."});
}

TEST_CASE("what was agreed and is open again keeps the seal from holding") {
    const Input base{"base.md", "# Agreement\n\nSection 1. A day is nine (9) hours.\n", {}};
    const std::vector<Proposal> rounds = {
        round_of("Union", "March 2, 2026", "1. Section 1. Strike \"nine (9)\" and insert \"eight (8)\". (TA 3/2/26)\n"),
        round_of("Union", "April 2, 2026", "1. Section 1. Strike \"nine (9)\" and insert \"seven (7)\".\n")};
    const Seal made = seal(rounds, base, {"final.md", base.bytes, {}}, {.grammar = "labor-agreement"});
    CHECK_FALSE(made.holds);
    const auto& lines = made.sheet.lines;
    CHECK(
        lines.front() ==
        "NOT SEALED: 0 differences from the base and 0 agreed items; 0 of these not carried out; 1 subject agreed and "
        "open again.");
    CHECK(std::find(lines.begin(), lines.end(),
                    "What was agreed and is open again is not among the agreed items: 1 subject.") != lines.end());
}

TEST_CASE("the footer of a Word base is no text that a final draft in Markdown leaves out") {
    const std::string text = "<w:p><w:r><w:t>Section 1. A day is nine (9) hours.</w:t></w:r></w:p>";
    test::DocxFile file(text + "<w:sectPr><w:footerReference w:type=\"default\" r:id=\"footer1\"/></w:sectPr>");
    const Input base{"base.docx",
                     file.related("footer", "footer1.xml",
                                  "<w:ftr" + std::string(test::word_namespaces) +
                                      "><w:p><w:r><w:t>Printed in the spring</w:t></w:r></w:p></w:ftr>",
                                  "footer1")
                         .bytes(),
                     {}};
    CHECK(seal({}, base, {"final.md", "Section 1. A day is nine (9) hours.\n", {}}, {}).holds);
    CHECK_FALSE(seal({}, base, {"final.md", "Section 1. A day is ten (10) hours.\n", {}}, {}).holds);
}
