// Operations carried out on a small base: what is spliced where, and what is refused.
#include "proposal/apply.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "proposal/locate.hpp"
#include "stet.hpp"

using namespace stet;

namespace {

const std::string base_text =
    "## ARTICLE 1\n## PAY\n\n**Section 1. Rate.** The rate is **ten dollars** an hour, *at least*.\n\n"
    "**Section 2.** It is paid weekly.\n\n| Step | Rate |\n|:--|--:|\n| Start | $10.00 |\n| Top | $12.00 |\n\n"
    "**Section 3.** It is paid by check on the day that Section 2 names.\n";

Consolidated made_of(std::vector<Operation> operations, const ApplyOptions& wanted = {}) {
    Proposal proposal;
    proposal.operations = std::move(operations);
    return carry_out(proposal, {"base.md", base_text, {}}, {.grammar = "labor-agreement"}, wanted);
}

Operation words(const char* section, const char* struck, const char* inserted) {
    Operation operation;
    operation.id = operation.item = section;
    operation.op = *inserted == '\0' ? Op::remove : Op::substitute;
    operation.unit = Unit::words;
    operation.target.section = section;
    operation.struck_text = struck;
    operation.inserted_text = inserted;
    return operation;
}

bool has(const Consolidated& made, const char* words) {
    return made.text.find(words) != std::string::npos;
}

}  // namespace

TEST_CASE("words under marks are replaced without breaking the marks") {
    CHECK(has(made_of({words("1", "ten dollars", "eleven dollars")}), "is **eleven dollars** an hour, *at least*."));
    CHECK(has(made_of({words("1", "dollars an", "dollars for an")}), "**ten** dollars for an hour"));
    CHECK(has(made_of({words("1", "rate is ten", "pay is")}), "The pay is **dollars** an hour"));
    CHECK(has(made_of({words("1", "an hour, at least", "a day")}), "**ten dollars** a day."));
    for (const char* struck :
         {"ten", "dollars", "ten dollars", "is ten", "dollars an", "at least", "Rate. The", "least."}) {
        const Consolidated made = made_of({words("1", struck, "")});
        INFO(struck);
        CHECK(made.steps.at(0).done);
        CHECK(made.reads_back);
    }
}

TEST_CASE("a new section takes the number of one that gets another in the same proposal") {
    const std::string base =
        "# Agreement\n\n## Article 2. Watches\n\n2.1 A watch is twelve hours.\n\n2.2 It may be extended.\n";
    const Proposal proposal = read_proposal({"p.md",
                                             "# Union Proposals\n\nArticle 2. Watches\n\nRenumber 2.2 as 2.3 and add "
                                             "new 2.2: \"No watch is split.\"\n",
                                             {}});
    CHECK(has(carry_out(proposal, {"base.md", base, {}}),
              "2.1 A watch is twelve hours.\n\n2.2 No watch is split.\n\n2.3 It may be extended.\n"));
}

TEST_CASE("a name that comes among names which commas part gets its comma") {
    const std::string base =
        "# Agreement\n\n## Article 9. Holidays\n\n9.3 The holidays are: New Year's Day, Labor Day, and Christmas "
        "Day.\n";
    const auto added = [&](const std::string& words) {
        const Proposal proposal =
            read_proposal({"p.md", "# Union Proposals\n\nArticle 9. Holidays\n\n9.3 – Add " + words + ".\n", {}});
        return carry_out(proposal, {"base.md", base, {}});
    };
    CHECK(has(added("\"Juneteenth\" after \"Labor Day\""), "Labor Day, Juneteenth, and Christmas Day."));
    CHECK(has(added("\"Juneteenth\" after \"New Year's Day\""), "New Year's Day, Juneteenth, Labor Day,"));
    CHECK(has(added("\"Juneteenth\" before \"Labor Day\""), "New Year's Day, Juneteenth, Labor Day, and"));
    CHECK(has(added("\"Juneteenth,\" before \"Labor Day\""), "New Year's Day, Juneteenth, Labor Day, and"));
    CHECK(has(added("\"in good standing\" after \"Labor Day\""), "Labor Day in good standing, and"));
}

TEST_CASE("struck words are found where they stand together, whatever stands before them") {
    const std::string base = "# Agreement\n\n## Article 9. Vacation\n\n9.3 A day that is not taken is lost.\n";
    const Proposal proposal = read_proposal(
        {"p.md", "# Union Proposals\n\nArticle 9. Vacation\n\n9.3 – Change \"is lost\" to \"is paid\".\n", {}});
    CHECK(has(carry_out(proposal, {"base.md", base, {}}), "that is not taken is paid."));
}

TEST_CASE("a dotted number is found below a heading that bears its number alone") {
    const std::string base =
        "# Agreement\n\n## 4. Hours\n\n4.1 A driver works for eight hours.\n\n"
        "## 5. Holidays\n\n5.1 The holidays are Labor Day and May Day.\n\n"
        "5.2 Work on them is paid double.\n";
    const auto carried = [&](const char* article, const char* title) {
        Proposal proposal;
        proposal.operations = {words("5.1", "May Day", "Christmas")};
        proposal.operations[0].target.article = article;
        proposal.operations[0].target.article_title = title;
        return carry_out(proposal, {"base.md", base, {}}, {.grammar = "us-agreement"}, {});
    };
    CHECK(has(carried("", ""), "5.1 The holidays are Labor Day and Christmas."));
    CHECK(has(carried("5", ""), "5.1 The holidays are Labor Day and Christmas."));
    CHECK(has(carried("5", "Holidays"), "5.1 The holidays are Labor Day and Christmas."));
    CHECK(carried("5", "Uniforms").text == base);
    CHECK(carried("4", "").text == base);
}

TEST_CASE("a row's cell changes and the table stays") {
    Consolidated made = made_of({words("2", "$12.00", "$13.50")});
    CHECK(has(made, "| Top | $13.50 |"));
    CHECK(made.reads_back);
}

TEST_CASE("two operations on the same words: the later one is refused, unless it asks for the same") {
    Consolidated made = made_of({words("2", "paid weekly", "paid daily"), words("2", "weekly", "monthly")});
    CHECK(made.steps.at(0).done);
    CHECK_FALSE(made.steps.at(1).done);
    CHECK(has(made, "It is paid daily."));
    made = made_of({words("2", "weekly", "daily"), words("2", "weekly", "daily")});
    CHECK(made.steps.at(1).done);
}

TEST_CASE("ambiguous, withdrawn and unwanted operations are left alone with a reason") {
    Operation unclear = words("2", "weekly", "daily");
    unclear.confidence = Confidence::ambiguous;
    Operation withdrawn = words("3", "check", "transfer");
    withdrawn.status = Status::withdrawn;
    Consolidated made = made_of({unclear, withdrawn});
    CHECK(made.text == base_text);
    for (const CarriedOut& step : made.steps) CHECK_FALSE(step.reason.empty());

    Operation agreed = words("3", "check", "transfer");
    agreed.status = Status::tentatively_agreed;
    made = made_of({words("2", "weekly", "daily"), agreed}, {.only_agreed = true, .items = {}});
    CHECK(has(made, "paid weekly"));
    CHECK(has(made, "paid by transfer"));
    made = made_of({words("2", "weekly", "daily"), agreed}, {.only_agreed = false, .items = {"2"}});
    CHECK(has(made, "paid daily"));
    CHECK(has(made, "paid by check"));
}

TEST_CASE("a unit that is not in the base is named as not supplied") {
    Operation repeal;
    repeal.op = Op::repeal;
    repeal.unit = Unit::article;
    repeal.target.article = "4";
    const Consolidated made = made_of({repeal});
    CHECK(made.text == base_text);
    CHECK(made.steps.at(0).reason == "[Article 4: base text not supplied]");
}

TEST_CASE("a unit that goes leaves a gap, and where the base speaks of it is told") {
    Operation repeal;
    repeal.op = Op::repeal;
    repeal.unit = Unit::section;
    repeal.target.section = "2";
    const Consolidated made = made_of({repeal});
    CHECK(made.steps.at(0).done);
    CHECK_FALSE(has(made, "weekly"));
    CHECK(has(made, "**Section 3.**"));
    const std::vector<std::string>& remarks = made.steps[0].remarks;
    CHECK(std::find(remarks.begin(), remarks.end(), "its number still stands in Section 3") != remarks.end());
}

TEST_CASE("a unit is moved before the one that is named, or behind it") {
    Operation move;
    move.op = Op::move;
    move.unit = Unit::section;
    move.from.section = "3";
    move.anchor.section = "2";
    move.position = PositionKind::before;
    Consolidated made = made_of({move});
    REQUIRE(made.steps.at(0).done);
    CHECK(made.text.find("**Section 3.**") < made.text.find("**Section 2.**"));
    move.from.section = "2";
    move.anchor.section = "3";
    move.position = PositionKind::after;
    made = made_of({move});
    REQUIRE(made.steps.at(0).done);
    CHECK(made.text.find("**Section 3.**") < made.text.find("**Section 2.**"));
    CHECK(made.steps[0].remarks == std::vector<std::string>{"it keeps its number; nothing is renumbered"});
}

TEST_CASE("a new section of an HTML page stands before the element of the one whose number it takes") {
    const std::string page =
        "<h2>Article 5. Leaves</h2>\n<p>5.01 Sick leave is paid.</p>\n<p>5.02 Parental leave is paid.</p>\n";
    Operation insert;
    insert.op = Op::insert;
    insert.unit = Unit::section;
    insert.target.article = "5";
    insert.inserted_text = "5.02 Jury duty is paid.";
    insert.flags.push_back({std::string(renumbering_asked), FlagSeverity::medium, ""});
    Proposal proposal;
    proposal.operations = {insert};
    const Consolidated made = carry_out(proposal, {"base.html", page, {}}, {.grammar = "labor-agreement"}, {});
    REQUIRE(made.steps.at(0).done);
    CHECK(made.reads_back);
    CHECK(has(made, "</p>\n<p>5.02 Jury duty is paid.</p>\n\n<p>5.03 Parental leave is paid.</p>"));
}

TEST_CASE("of an HTML page the items and quotations go that are left with nothing") {
    const std::string head = "<h2>Article 5. Leaves</h2>\n<p>5.01 Leaves are paid.</p>\n";
    const auto made = [&](const std::string& rest, Op op, const char* section, const char* words) {
        Operation remove;
        remove.op = op;
        remove.unit = op == Op::repeal ? Unit::section : Unit::words;
        remove.struck_text = words;
        remove.target.section = section;
        Proposal proposal;
        proposal.operations = {remove};
        return carry_out(proposal, {"base.html", head + rest, {}}, {.grammar = "labor-agreement"}, {}).text;
    };
    CHECK(made("<ul><li><p>Sick.</p></li><li><p>Jury.</p></li></ul>\n<p>5.02 Pay.</p>\n", Op::remove, "5.01",
               "Jury.") == head + "<ul><li><p>Sick.</p></li></ul>\n<p>5.02 Pay.</p>\n");
    CHECK(made("<blockquote>\n<p>5.02 Pay.</p>\n</blockquote>\n<p>5.03 Due.</p>\n", Op::repeal, "5.02", "") ==
          head + "<p>5.03 Due.</p>\n");
    CHECK(made("<blockquote><p>5.02 Pay.</p><p>5.03 Due.</p></blockquote>\n", Op::repeal, "5.03", "") ==
          head + "<blockquote><p>5.02 Pay.</p></blockquote>\n");
}

TEST_CASE("one new text for several quotations is not put in place of each") {
    const Consolidated made = made_of({words("2", "paid\nweekly", "given")});
    CHECK_FALSE(made.steps.at(0).done);
    CHECK(made.text == base_text);
}

TEST_CASE("a redline's changes name the items that caused them") {
    const Consolidated made = made_of({words("2", "weekly", "daily"), words("3", "check", "transfer")});
    REQUIRE(made.redline.changes.size() == 2);
    CHECK(made.redline.changes[0].items == std::vector<std::string>{"2"});
    CHECK(made.redline.changes[1].items == std::vector<std::string>{"3"});
}

TEST_CASE("only what is asked for or agreed is carried out, and what is ratified counts as agreed") {
    const std::pair<Status, bool> by_default[] = {
        {Status::open, true},         {Status::tentatively_agreed, true},
        {Status::ratified, true},     {Status::package, true},
        {Status::housekeeping, true}, {Status::current, false},
        {Status::countered, false},   {Status::held, false},
        {Status::withdrawn, false},   {Status::rejected, false},
        {Status::supposal, false},
    };
    for (const auto& [status, done] : by_default) {
        INFO(status_name(status));
        Operation operation = words("3", "check", "transfer");
        operation.status = status;
        const Consolidated made = made_of({operation});
        CHECK(made.steps.at(0).done == done);
        CHECK(made.steps[0].reason.empty() == done);
        const Consolidated agreed = made_of({operation}, {.only_agreed = true, .items = {}});
        CHECK(agreed.steps.at(0).done == is_agreed(operation));
    }
}

namespace {

Operation term(const char* said) {
    Operation operation;
    operation.id = operation.item = "9";
    operation.op = Op::set;
    operation.unit = Unit::date;
    operation.target.article = "9";
    operation.inserted_text = said;
    return operation;
}

Consolidated on_term(const Operation& operation, const std::string& text) {
    Proposal proposal;
    proposal.operations = {operation};
    return carry_out(
        proposal, {"base.md", "# AGREEMENT\n\nJuly 1, 2021 to June 30, 2024\n\n## ARTICLE 9\n## TERM\n\n" + text, {}},
        {.grammar = "labor-agreement"});
}

}  // namespace

TEST_CASE("the dates of the term take the place of those that the article states, and the others are told") {
    const Consolidated made = on_term(term("July 1, 2024 through June 30, 2027"),
                                      "Section 40. This Agreement runs from July 1, 2021, to June 30, 2024, and on "
                                      "unless notice is given before June 30, 2024.\n");
    REQUIRE(made.steps.at(0).done);
    CHECK(has(made, "from July 1, 2024, to June 30, 2027, and on unless notice is given before June 30, 2027."));
    CHECK(has(made, "July 1, 2021 to June 30, 2024\n"));
    const auto& remarks = made.steps[0].remarks;
    CHECK(std::find(remarks.begin(), remarks.end(), "“July 1, 2021” still stands in line 3") != remarks.end());
}

TEST_CASE("dates of the term are not guessed") {
    const char* two = "Section 40. It runs from July 1, 2021, to June 30, 2024.\n";
    CHECK_FALSE(on_term(term("July 1, 2024"), two).steps.at(0).done);                // first or last day?
    CHECK(on_term(term("to June 30, 2027"), two).steps.at(0).done);                  // "to" stands before one of them
    CHECK_FALSE(on_term(term("June 30, 2027 to July 1, 2024"), two).steps[0].done);  // backwards
    CHECK_FALSE(on_term(term("July 1, 2024 to June 30, 2027"),
                        "Section 40. It runs from the 1st day of July, 2021, to the 30th day of June, 2024.\n")
                    .steps[0]
                    .done);  // its words would not fit
    CHECK_FALSE(
        on_term(term("July 1, 2024 to June 30, 2027"), (std::string(two) + "\nSection 41. Pay runs from July 4, "
                                                                           "2021, to June 27, 2024.\n")
                                                           .c_str())
            .steps[0]
            .done);                                                                  // two places
    CHECK_FALSE(on_term(term("July 1, 2021 to June 30, 2024"), two).steps[0].done);  // it has them already
}

namespace {

const std::string wages =
    "# APPENDIX A\n# WAGES\n\n## Deckhands\n\n| Step | 7/1/2022 | 7/1/2023 |\n|:--|--:|--:|\n| Start | $18.00 | $19.00 "
    "|\n"
    "| Second year | $20.00 | $1,021.50 |\n\n## Cooks\n\n| Step | 7/1/2022 | 7/1/2023 |\n|:--|--:|--:|\n| Start | "
    "$17.00 "
    "| $17.50 |\n";

SetCell rate(const char* classification, const char* row, const char* date, const char* value) {
    return {classification, row, {}, date, std::nullopt, *Decimal::parse(value)};
}

Consolidated on_wages(std::vector<SetCell> cells, bool whole = false) {
    Operation operation;
    operation.id = operation.item = "10";
    operation.op = Op::set;
    operation.unit = Unit::table;
    operation.target.letter = "Appendix \"A\"";
    operation.cells = std::move(cells);
    operation.takes_table_place = whole;
    Proposal proposal;
    proposal.operations = {operation};
    return carry_out(proposal, {"base.md", wages, {}}, {.grammar = "labor-agreement"});
}

}  // namespace

TEST_CASE("amounts are set by classification, step and date") {
    const Consolidated made =
        on_wages({rate("Deckhands", "Start", "2023-07-01", "19.60"), rate("COOKS", "Start", "2022-07-01", "17.25"),
                  rate("Deckhands", "Second year", "2023-07-01", "1022")});
    REQUIRE(made.steps.at(0).done);
    CHECK(has(made, "| Start | $18.00 | $19.60 |"));
    CHECK(has(made, "| Start | $17.25 | $17.50 |"));
    CHECK(has(made, "| $20.00 | $1,022.00 |"));
    CHECK(made.reads_back);
}

TEST_CASE("a row or a column without a partner, or another rate in force, leaves the whole table alone") {
    for (const SetCell& odd :
         {rate("Deckhands", "Third year", "2023-07-01", "22"), rate("Deckhands", "Start", "2024-07-01", "22"),
          rate("Pursers", "Start", "2023-07-01", "22"), rate("", "Start", "2023-07-01", "22")}) {
        const Consolidated made = on_wages({rate("Cooks", "Start", "2023-07-01", "18"), odd});
        INFO(odd.classification << " " << odd.row << " " << odd.date);
        CHECK_FALSE(made.steps.at(0).done);
        CHECK(made.text == wages);
        CHECK_FALSE(made.steps[0].reason.empty());
    }
    SetCell other = rate("Cooks", "Start", "2023-07-01", "18");
    other.current = Decimal::parse("16.40");
    CHECK_FALSE(on_wages({other}).steps.at(0).done);
    other.current = Decimal::parse("17.50");
    CHECK(on_wages({other}).steps.at(0).done);
}

TEST_CASE("a table that takes the place of the base's brings its dates") {
    const std::vector<SetCell> cells{rate("Cooks", "Start", "2024-07-01", "18"),
                                     rate("Cooks", "Start", "2025-07-01", "18.4")};
    const std::vector<SetCell> earlier{rate("Cooks", "Start", "2021-07-01", "18"),
                                       rate("Cooks", "Start", "2025-07-01", "18.4")};
    CHECK_FALSE(on_wages(earlier).steps.at(0).done);
    CHECK(on_wages(earlier, true).steps.at(0).done);
    // Dates that all lie behind the base's are those of a new term.
    for (const bool whole : {true, false}) {
        const Consolidated made = on_wages(cells, whole);
        REQUIRE(made.steps.at(0).done);
        CHECK(has(made, "| Step | 7/1/2024 | 7/1/2025 |\n|:--|--:|--:|\n| Start | $18.00 | $18.40 |"));
    }
    // A row that gets no new amounts would stand under dates that are not its own.
    CHECK_FALSE(
        on_wages({rate("Deckhands", "Start", "2024-07-01", "18"), rate("Deckhands", "Start", "2025-07-01", "19")}, true)
            .steps.at(0)
            .done);
}

TEST_CASE("columns of later dates come behind the last one, where columns of the base are printed with them") {
    const Consolidated made =
        on_wages({rate("Cooks", "Start", "2022-07-01", "17"), rate("Cooks", "Start", "2023-07-01", "17.6"),
                  rate("Cooks", "Start", "2024-07-01", "18"), rate("Cooks", "Start", "2025-07-01", "1018.5")});
    REQUIRE(made.steps.at(0).done);
    CHECK(made.reads_back);
    CHECK(has(made,
              "| Step | 7/1/2022 | 7/1/2023 | 7/1/2024 | 7/1/2025 |\n|:--|--:|--:|--:|--:|\n"
              "| Start | $17.00 | $17.60 | $18.00 | $1,018.50 |"));
    CHECK(has(made, "| Step | 7/1/2022 | 7/1/2023 |\n|:--|--:|--:|\n| Start | $18.00 | $19.00 |"));
    // A new column is for all rows of its table.
    const Consolidated partly =
        on_wages({rate("Deckhands", "Start", "2023-07-01", "19"), rate("Deckhands", "Start", "2024-07-01", "20")});
    CHECK_FALSE(partly.steps.at(0).done);
    CHECK(partly.steps[0].reason.find("“July 1, 2024” have no amounts for the rows “Second year") != std::string::npos);
    // Printed alone they may take the place of the base's or stand beside them.
    CHECK_FALSE(on_wages({rate("Cooks", "Start", "2024-07-01", "18")}).steps.at(0).done);
}

TEST_CASE("a table that takes the place of the base's may have more columns, and no fewer") {
    std::vector<SetCell> cells{rate("Cooks", "Start", "2024-07-01", "18"), rate("Cooks", "Start", "2025-07-01", "18.4"),
                               rate("Cooks", "Start", "2026-07-01", "19")};
    const Consolidated made = on_wages(cells, true);
    REQUIRE(made.steps.at(0).done);
    CHECK(has(made,
              "| Step | 7/1/2024 | 7/1/2025 | 7/1/2026 |\n|:--|--:|--:|--:|\n| Start | $18.00 | $18.40 | $19.00 |"));
    cells.resize(1);
    const Consolidated fewer = on_wages(cells, true);
    CHECK_FALSE(fewer.steps.at(0).done);
    CHECK(fewer.steps[0].reason.find("which of them go is not said") != std::string::npos);
}

TEST_CASE("new columns of a page are cells, and what stands over a table may be the instruction") {
    const std::string base =
        "<h2>ARTICLE 2 WAGES</h2>\n<p>Section 2. Wages are paid as follows:</p>\n<table>\n<tr><th>Class</th>"
        "<th>7/1/2024</th></tr>\n<tr><td>Clerk</td><td>$18.50</td></tr>\n</table>\n<p>Section 3. Pay is weekly.</p>\n";
    const Proposal offer =
        read_proposal({"p.md",
                       "# Union Proposals\n\nApril 3, 2025\n\n1. Article 2, Section 2\n\nAmend the wage table as "
                       "follows:\n\n| Class | 7/1/2024 | 7/1/2025 |\n|:--|--:|--:|\n| Clerk | $18.75 | $19.00 |\n",
                       {}},
                      {.grammar = "labor-agreement"});
    const Consolidated made = carry_out(offer, {"base.html", base, {}}, {.grammar = "labor-agreement"});
    REQUIRE(made.steps.at(0).done);
    CHECK(made.reads_back);
    CHECK(has(made, "<th>7/1/2024</th><th>7/1/2025</th></tr>"));
    CHECK(has(made, "<td>$18.75</td><td>$19.00</td></tr>"));
    const Input page{"base.html", base, {}};
    const Input word{"base.docx", accept_docx(compare(page, page)), {}};
    const Consolidated in_word = carry_out(offer, word, {.grammar = "labor-agreement"});
    REQUIRE(in_word.steps.at(0).done);
    CHECK(in_word.reads_back);
    CHECK(in_word.redline.verified.holds());
    const Document after = read({"after.docx", in_word.text, {}});
    CHECK(std::any_of(after.blocks.begin(), after.blocks.end(),
                      [](const Block& block) { return block.text == "Clerk\t$18.75\t$19.00"; }));
}

TEST_CASE("no letter is an appendix of its number") {
    const std::string base =
        "# ARTICLE 1 - PAY\n\nSection 1. Pay is weekly.\n\n# APPENDIX 1\n\nThe rates are ten dollars.\n\n"
        "# SIDE LETTER A\n\nParking is free.\n";
    const auto step = [&](const std::string& letter) {
        const Proposal proposal = read_proposal(
            {"p.md",
             "# Union Proposals\n\n1. " + letter + "\n\nDelete.\n\n2. Section 1\n\nDelete the last sentence.\n",
             {}});
        return carry_out(proposal, {"base.md", base, {}}).steps.at(0);
    };
    CHECK_FALSE(step("LOA 1").done);
    CHECK(step("Appendix 1").done);
    CHECK_FALSE(step("Appendix A").done);
    CHECK(step("Side Letter A").done);
}

TEST_CASE("a part of an article is found by the caption that opens its paragraph, whatever stands around it") {
    std::string text = "# Agreement\n\n## Article 2. Rights\n\n";
    for (int i = 0; i < 4; ++i) text += "Release time that is not used lapses.\n\n";
    const std::string opening[] = {"A. Release Time. The steward is paid.", "**\"Release Time\"** The steward is paid.",
                                   "Release  Time: the steward is paid.", "Release\nTime: the steward is paid."};
    Target target;
    target.article = "2";
    target.article_title = "Release Time";
    for (const std::string& paragraph : opening) {
        const Document base = read({"base.md", text + paragraph + "\n", {}}, {.grammar = "labor-agreement"});
        CAPTURE(paragraph);
        CHECK(locate_article(base, target).found_by == FoundBy::title);
        const Document two =
            read({"base.md", text + paragraph + "\n\n" + paragraph + "\n", {}}, {.grammar = "labor-agreement"});
        CHECK(locate_article(two, target).node == none);
    }
}

TEST_CASE("two amounts are an old and a new one where the text says from and to, and no ceiling or range") {
    const std::string base = "# Agreement\n\n## Article 4. Pay\n\n4.1 The tool allowance is $250.\n";
    const auto carried = [&](const char* told) {
        Operation operation = words("4.1", "", told);
        operation.op = Op::set;
        Proposal proposal;
        proposal.operations = {operation};
        return carry_out(proposal, {"base.md", base, {}}, {.grammar = "labor-agreement"}, {}).text;
    };
    CHECK(carried("Tool allowance from $250 to $500").find("is $500.") != std::string::npos);
    CHECK(carried("Tool allowance from $250 a year to $500 a year.").find("is $500.") != std::string::npos);
    for (const char* told :
         {"Tool allowance of $250, up to $1,000", "Tool allowance between $250 and up to $500",
          "Tool allowance $250 to $500 depending on step", "Tool allowance from $250 to $500 depending on step",
          "Tool allowance $250 to $500", "Tool allowance from $250 up to $500"}) {
        INFO(told);
        CHECK(carried(told) == base);
    }
}

TEST_CASE("a move is left alone where its article is not there or its number and its place disagree") {
    const std::string base =
        "# Agreement\n\n## Article 3. Hours\n\n3.1 A day is eight hours.\n\n3.2 Lunch is paid.\n\n"
        "## Article 4. Pay\n\n4.1 Pay day is Friday.\n\n4.2 Overtime is paid double.\n";
    const auto moved = [&](const std::string& how) {
        const Proposal proposal = read_proposal({"p.md",
                                                 "# Union Proposals\n\n### Proposal 1: Article 4\n\nMove 4.2 " + how +
                                                     ".\n\n### Proposal 2: Article 5\n\nDelete 5.2.\n",
                                                 {}});
        return carry_out(proposal, {"base.md", base, {}});
    };
    CHECK(has(moved("to Article 3 as a new 3.3"), "3.2 Lunch is paid.\n\n3.3 Overtime is paid double."));
    for (const char* how :
         {"to Article 9 as a new 3.3", "to Article 4 as a new 3.3", "to the beginning of Article 3 as a new 3.3",
          "to the end of Article 3 as a new 3.1", "to Article 3 after 3.1 as a new 3.3", "after 3.1 to become 3.3"}) {
        INFO(how);
        CHECK(moved(how).text == base);
    }
}

TEST_CASE("where a heading names a paragraph, that paragraph goes and not its article") {
    const std::string base =
        "# Agreement\n\n## Article 2. Watch Officers\n\n1. Watches are drawn by lot.\n2. A log is kept of:\n"
        "   a. weather;\n   b. traffic; and\n3. The log is closed at noon.\n\n## Article 3. Mooring\n\nLines are "
        "doubled at night.\n";
    const auto asked = [&](const std::string& request) {
        const Proposal proposal = read_proposal({"p.md", "# Port Proposals\n\n" + request + "\n", {}});
        return carry_out(proposal, {"base.md", base, {}}).text;
    };
    const auto without = [&](const std::string& words) {
        std::string text = base;
        return text.erase(text.find(words), words.size());
    };
    CHECK(asked("Article 2, paragraph 3 – Delete.") == without("3. The log is closed at noon.\n"));
    CHECK(asked("Article 2, paragraph 2(b) – Delete.") == without("   b. traffic; and\n"));
    CHECK(asked("Article 2, paragraph 3 – Replace with: \"The log is closed at dusk.\"").find("doubled at night") !=
          std::string::npos);
    CHECK(asked("Article 2, paragraph 3 – Replace with: \"The log is closed at dusk.\"")
              .find("2. A log is kept of:\n   a. weather;\n   b. traffic; and\n3. The log is closed at dusk.\n") !=
          std::string::npos);
}

TEST_CASE("a unit of a page goes with its elements") {
    const std::string page =
        "<html><body><h2>Article 1. Decks</h2>\n<p>Decks are washed daily.</p>\n<h2>Article 2. Paint</h2>\n<p>Paint "
        "is <b>white</b>.</p>\n</body></html>\n";
    const Proposal proposal = read_proposal({"p.md", "# Port Proposals\n\n1. Article 2 – Delete.\n", {}});
    CHECK(carry_out(proposal, {"base.html", page, {}}).text ==
          "<html><body><h2>Article 1. Decks</h2>\n<p>Decks are washed daily.</p>\n</body></html>\n");
}

TEST_CASE("what names more than is read takes nothing away and adds nothing") {
    const std::string base =
        "# Agreement\n\n## Article 3. Watches\n\nA watch is kept at the gate, the pier and the crane.\n\n(a) four (4) "
        "hours by day;\n\n(b) two (2) hours by night; and\n\n(c) one (1) hour at noon.\n\n## Article 4. Relief\n\nThe "
        "fee is $28.00.\n";
    const auto refused = [&](const std::string& request, const std::string& reason) {
        const Proposal proposal = read_proposal({"p.md", "# Port Proposals\n\n" + request + "\n", {}});
        const Consolidated made = carry_out(proposal, {"base.md", base, {}});
        INFO(request);
        CHECK(made.text == base);
        CHECK(made.steps.at(0).reason.find(reason) != std::string::npos);
    };
    refused("1. Article 3 – Replace (a), (b) and (c) with “four (4) hours”.", "more than was read");
    refused("1. Article 3 – Add Long Bridge Jr. Pier after the pier and Mole after the crane.", "more than was read");
    refused("1. New Article 5. Lockers – A locker is given to each watch. Renumber accordingly.", "more than was read");
    refused("1. Article 4 – Increase the fee from $28.00 to the rate of the crane.", "is no amount");
}

TEST_CASE("a new letter is headed as the others are, and without a title it is none") {
    const std::string base =
        "                 PIER AGREEMENT\n\nARTICLE 1 - DECKS\n\nDecks are washed daily.\n\n       LETTER OF AGREEMENT "
        "#1 - "
        "BOATS\n\nBoats are painted in spring.\n";
    const auto asked = [&](const std::string& request) {
        const Proposal proposal = read_proposal({"p.md", "# Port Proposals\n\n" + request + "\n", {}});
        return carry_out(proposal, {"base.txt", base, {}});
    };
    const Consolidated titled = asked("1. New Letter of Agreement – Buoys. Buoys are painted in autumn.");
    CHECK(has(titled, "LETTER OF AGREEMENT - Buoys\n\nBuoys are painted in autumn."));
    const Consolidated bare = asked("1. New Letter of Agreement: \"Buoys are painted in autumn by the crew.\"");
    CHECK(bare.text == base);
    CHECK(bare.steps.at(0).reason.find("no title") != std::string::npos);
}

TEST_CASE("titles of new units, captions of units that go, and numbers that are taken again") {
    const std::string base =
        "# Agreement\n\n# ARTICLE 1. DECKS\n\n## Section 1. Washing\n\nDecks are washed daily.\n\n## Section 2. "
        "LOCKERS\n\nA locker is given.\n\n# ARTICLE 2. FEES\n\nNone.\n\n# ARTICLE 3. TERM\n\nOne year.\n";
    const auto asked = [&](const std::string& request) {
        const Proposal proposal =
            read_proposal({"p.md", "# Port Proposals\n\n" + request + "\n\n2. Article 1, Section 1: No change.\n", {}});
        return carry_out(proposal, {"base.md", base, {}});
    };
    CHECK(has(asked("1. Article 1. Add a new Section 3, Heat: \"Fans are kept.\""),
              "A locker is given.\n\n## Section 3. Heat\n\nFans are kept.\n\n# ARTICLE 2"));
    CHECK(has(asked("1. Article 1, Section 2: Delete LOCKERS in its entirety."), "daily.\n\n# ARTICLE 2. FEES"));
    CHECK(asked("1. Article 1, Section 2: Delete LOCKERS.").text == base);
    const Consolidated closed = asked("1. Delete Article 2; renumber Article 3 as Article 2.");
    CHECK(has(closed, "A locker is given.\n\n# ARTICLE 2. TERM\n\nOne year.\n"));
    for (const auto& remark : closed.steps.at(0).remarks) CHECK(remark.find("gap") == std::string::npos);
}

TEST_CASE("a table of other columns takes the place of the base's where it is surely the same table") {
    const std::string asked =
        "# Port Proposals\n\n1. Article 1 – Replace the wage scale with:\n\n| Rank | 1/1/2027 | 1/1/2028 "
        "|\n|---|---|---|\n"
        "| Docker | $21.00 | $22.00 |\n| Rigger | $24.00 | $25.00 |\n\n2. Article 2 – No change.\n";
    const auto carried = [](const char* name, const std::string& base, const std::string& request) {
        return carry_out(read_proposal({"p.md", request, {}}), {name, base, {}}).text;
    };
    const std::string rows =
        "| Rank | 1/1/2024 | 1/1/2025 | 1/1/2026 |\n|---|--:|--:|--:|\n| Docker | $18.00 | $19.00 | $20.00 |\n| Rigger "
        "| "
        "$21.00 | $22.00 | $23.00 |\n";
    const std::string head = "# Agreement\n\n## Article 1. Pay\n\n";
    const std::string tail = "\nPay is weekly.\n\n## Article 2. Rest\n\nNone.\n";
    CHECK(carried("base.md", head + rows + tail, asked) ==
          head +
              "| Rank | 1/1/2027 | 1/1/2028 |\n|---|--:|--:|\n| Docker | $21.00 | $22.00 |\n| Rigger | $24.00 | $25.00 "
              "|\n" +
              tail);
    const std::string plain = "AGREEMENT\n\nARTICLE 1. PAY\n\n";
    const std::string end = "\nPay is weekly.\n\nARTICLE 2. REST\n\nNone.\n";
    CHECK(carried("base.txt",
                  plain +
                      "Rank       1/1/2024   1/1/2025   1/1/2026\nDocker     $18.00     $19.00     $20.00\n"
                      "Rigger     $21.00     $22.00     $23.00\n" +
                      end,
                  asked) ==
          plain + "Rank       1/1/2027   1/1/2028\nDocker     $21.00     $22.00\nRigger     $24.00     $25.00\n" + end);
    const std::string page =
        "<h2>Article 1. "
        "Pay</h2>\n<table>\n<thead>\n<tr><th>Rank</th><th>1/1/2025</th><th>1/1/2026</th><th>1/1/2027</th>"
        "</tr>\n</thead>\n<tr><td>Docker</td><td>$18</td><td>$19</td><td>$20</td></tr>\n<tr><td>Rigger</td><td>$21</td>"
        "<td>$22</td><td>$23</td></tr>\n</table>\n<h2>Article 2. Rest</h2>\n<p>None.</p>\n";
    const std::string made = carried("base.html", page, asked);
    CHECK(made.find("<tr><th>Rank</th><th>1/1/2027</th><th>1/1/2028</th></tr>\n</thead>") != std::string::npos);
    CHECK(made.find("<tr><td>Rigger</td><td>$24.00</td><td>$25.00</td></tr>\n</table>") != std::string::npos);
    CHECK(made.find("<td></td>") == std::string::npos);
    // Lanes of which only some are printed, and columns that compare, are no whole table.
    for (const auto& [from, to] : {std::pair{"| 1/1/2024 |", "| Night 1/1/2024 |"}, {"| Docker |", "| Pilot |"}}) {
        std::string other = head + rows + tail;
        other.replace(other.find(from), std::string(from).size(), to);
        if (std::string(to).find("Pilot") != std::string::npos) other.replace(other.find("| Rigger |"), 10, "| Cook |");
        INFO(to);
        CHECK(carried("base.md", other, asked) == other);
    }
}

TEST_CASE("new words that stand elsewhere in the agreement are not there already") {
    const std::string base =
        "# Agreement\n\n## Article 1. Decks\n\nThe sole owner posts notices. Decks are washed at noon each "
        "day.\n\n## Article 2. Paint\n\nPosts are painted by the crew, a mate or cook.\n";
    const auto asked = [&](const std::string& request) {
        const Proposal proposal = read_proposal({"p.md", "# Port Proposals\n\n1. Article 2: " + request + "\n", {}});
        return carry_out(proposal, {"base.md", base, {}});
    };
    CHECK(has(asked("after \"by the\" insert \"sole\"."), "painted by the sole crew"));
    CHECK(has(asked("Add at the end: \"Decks are washed at noon each day.\""),
              "cook. Decks are washed at noon each day."));
    CHECK(has(asked("Add \"rigger, boy\" after \"cook\"."), "a mate or cook, rigger, boy."));
    const Consolidated same = asked("after \"painted\" insert \"by the crew\".");
    CHECK(same.text == base);
    CHECK(same.steps.at(0).holds_already);
}

TEST_CASE("what is said of one section is not said of a section of another article below it") {
    const std::string base =
        "# Agreement\n\n## Article 2. Decks\n\nDecks are washed at noon.\n\n## Article 3. Watches\n\n3.4 A watch is "
        "two "
        "hours.\n\n## Article 6. Ropes\n\nRopes are kept for five days.\n";
    const Proposal proposal = read_proposal(
        {"p.md",
         "# Union Proposals\n\nArticle 2, paragraph 1 (C-1). Rejected.\n\nSection 3.4. Change “two hours” to “three "
         "hours”.\n\nArticle 6 (C-3). Replace “five days” with “six days”.\n",
         {}});
    const Consolidated made = carry_out(proposal, {"base.md", base, {}});
    CHECK(has(made, "A watch is three hours."));
    CHECK(has(made, "kept for six days"));
}

TEST_CASE("a sentence that stands where titles stand is not passed over when sentences are counted") {
    const auto asked = [](const std::string& first) {
        const Proposal proposal =
            read_proposal({"p.md", "# Union Proposals\n\n1. Section 1.02\n\nDelete the first sentence.\n", {}});
        const std::string base =
            "# Agreement\n\n## ARTICLE 1 - HOURS\n\nSection 1.01. Boats leave at noon.\n\nSection 1.02. " + first +
            " The call-out minimum is 2 hours. It is paid.\n";
        return carry_out(proposal, {"base.md", base, {}});
    };
    CHECK(has(asked("A shift lasts 8 hours."), "A shift lasts 8 hours. The call-out minimum is 2 hours. It is paid."));
    CHECK_FALSE(has(asked("Minimum Calls."), "The call-out minimum"));
    CHECK_FALSE(has(asked("Hours of work."), "The call-out minimum"));
}

TEST_CASE("an item that prints its label is put behind the one before it, and no row is put behind a sentence") {
    const std::string base =
        "# Agreement\n\n## Article 1. Crew\n\nThe crew is cut for:\n\n(1) two boats;\n\n(2) two cranes.\n\n## Article "
        "2. "
        "Rest\n\n| Years | Weeks |\n|---|---|\n| 1 year | 1 week |\n\nRest is asked for by May 1.\n";
    const auto asked = [&](const std::string& request) {
        const Proposal proposal = read_proposal({"p.md", "# Port Proposals\n\n" + request + "\n", {}});
        return carry_out(proposal, {"base.md", base, {}});
    };
    CHECK(has(asked("1. Article 1: Add \"(3) each barge.\""), "(2) two cranes.\n\n(3) each barge.\n\n## Article 2"));
    const Consolidated row = asked("1. Article 2: Add \"20 years of work, 5 weeks\"");
    CHECK(row.text == base);
    CHECK(row.steps.at(0).reason.find("belongs to the table") != std::string::npos);
    CHECK(has(asked("1. Article 2: Add \"It is never cut.\""), "by May 1. It is never cut."));
}

TEST_CASE("a sentence is found by its first words, where one alone begins with them") {
    const auto carried = [](const char* base, const char* said) {
        Operation operation;
        operation.id = operation.item = "1";
        operation.op = Op::remove;
        operation.unit = Unit::sentence;
        operation.target.section = "2.1";
        operation.target.sentence = said;
        Proposal proposal;
        proposal.operations = {operation};
        return carry_out(proposal, {"base.md", base, {}}, {.grammar = "labor-agreement"}, {});
    };
    const char* base =
        "# Agreement\n\n## Article 2. Watches\n\n2.1 A watch is long. Looms run at noon. They rest.\n\n2.2 Looms "
        "run.\n";
    const Consolidated made = carried(base, "beginning “Looms run”");
    CHECK(made.steps.at(0).done);
    CHECK(has(made, "2.1 A watch is long. They rest.\n\n2.2 Looms run."));
    CHECK_FALSE(carried(base, "beginning “run at”").steps.at(0).done);
    CHECK_FALSE(carried("# Agreement\n\n## Article 2. Watches\n\n2.1 Looms run. Looms run late.\n\n2.2 They rest.\n",
                        "beginning “Looms run”")
                    .steps.at(0)
                    .done);
}
