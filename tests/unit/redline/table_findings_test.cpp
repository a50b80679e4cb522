// Tables of two versions: what is told of their columns, rows and values.
#include "redline/table_findings.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "stet.hpp"

namespace {

using namespace stet;

using Rows = std::vector<std::string_view>;

std::string document(const Rows& rows) {
    std::string out = "## ARTICLE 6. PAY\n\n**Section 14. Rates.** The rates are:\n\n";
    for (const std::string_view& row : rows) {
        out += "| " + std::string(row) + " |\n";
        if (&row != &rows.front()) continue;
        for (std::size_t i = 0; i <= static_cast<std::size_t>(std::count(row.begin(), row.end(), '|')); ++i)
            out += "| --- ";
        out += "|\n";
    }
    return out;
}

/// What the list of changes says of two tables: values, flags, and "moved" for each row at another place.
std::string told(const Rows& before, const Rows& after) {
    const Redline redline = compare({"before.md", document(before), {}}, {"after.md", document(after), {}});
    CHECK(redline.verified.holds());
    std::string out;
    const auto line = [&](const std::string& text) { out += (out.empty() ? "" : "; ") + text; };
    for (const Change& change : redline.changes) {
        for (const ValueChange& value : change.values)
            line((value.before.empty() ? "none" : value.before) + " > " + (value.after.empty() ? "none" : value.after));
        for (const Flag& flag : change.flags) line(flag.code + " " + flag.text);
    }
    for (const RedlineBlock& block : redline.blocks)
        if (block.status == BlockStatus::moved_to) line("moved");
    return out;
}

}  // namespace

TEST_CASE("tables: columns keep their sums when the years roll on") {
    CHECK(told({"Class | 2022 | 2023", "Baker | $17.00 | $18.00", "Cutter | $20.00 | $21.00"},
               {"Class | 2023 | 2024", "Baker | $18.00 | $19.00", "Cutter | $21.50 | $22.00"}) ==
          "21.00 > 21.50; none > 19.00; none > 22.00; column-removed column “2022” removed; column-added column “2024” "
          "added");
}

TEST_CASE("tables: without titles the sums stay in their places") {
    CHECK(told({"Baker | $18.00 | $18.50", "Cutter | $21.00 | $21.50"},
               {"Baker | $18.50 | $19.00", "Cutter | $21.50 | $22.00"}) ==
          "18.00 > 18.50; 18.50 > 19.00; 21.00 > 21.50; 21.50 > 22.00");
}

TEST_CASE("tables: without titles the sums of a new column are all listed") {
    CHECK(told({"Baker | $18.00", "Cutter | $21.00"}, {"Baker | $18.00 | $19.00", "Cutter | $21.00 | $22.00"}) ==
          "none > 19.00; none > 22.00; column-added a column without a title added");
}

TEST_CASE("tables: new years over all columns are dates that changed") {
    CHECK(
        told({"Class | 2019 | 2020", "Baker | $18.00 | $18.50"}, {"Class | 2022 | 2023", "Baker | $19.00 | $19.50"}) ==
        "2019 > 2022; 2020 > 2023; 18.00 > 19.00; 18.50 > 19.50");
}

TEST_CASE("tables: one column became two") {
    CHECK(told({"Class | Current", "Baker | $18.00", "Cutter | $21.00"},
               {"Class | Start | Top", "Baker | $18.50 | $19.00", "Cutter | $21.50 | $22.00"}) ==
          "18.00 > 18.50; 21.00 > 21.50; none > 19.00; none > 22.00; column-added column “Top” added; column-renamed "
          "column “Current” renamed "
          "“Start”");
}

TEST_CASE("tables: two columns change places and one sum changes") {
    CHECK(told({"Class | Base | Night", "Baker | $18.00 | $1.00", "Cutter | $21.00 | $1.50"},
               {"Class | Night | Base", "Baker | $1.00 | $18.00", "Cutter | $1.75 | $21.00"}) ==
          "1.50 > 1.75; column-moved column “Night” moved");
}

TEST_CASE("tables: a row is known again at another place by its key alone") {
    const Rows before = {"Class | Rate", "Baker | $18.00", "Cutter | $21.00", "Clerk | $12.00"};
    CHECK(told(before, {"Class | Rate", "Clerk | $12.50", "Baker | $18.00", "Cutter | $21.00"}) ==
          "12.00 > 12.50; row-moved row “Clerk” moved; moved");
    SUBCASE("unless it is there twice") {
        CHECK(told({"Class | Rate", "Top | $18.00", "Cutter | $21.00", "Top | $12.00"},
                   {"Class | Rate", "Top | $12.50", "Cutter | $21.00", "Top | $19.00"}) ==
              "18.00 > 12.50; 12.00 > 19.00");
    }
}

TEST_CASE("tables: amounts without a sign in a column of sums are money") {
    const Redline redline =
        compare({"before.md", document({"Item | 6/1/2021", "Base | $38.60", "Welfare | 9.15", "Total | $47.75"}), {}},
                {"after.md", document({"Item | 6/1/2021", "Base | $38.60", "Welfare | 9.40", "Total | $48.00"}), {}});
    REQUIRE(redline.changes.size() == 1);
    REQUIRE(redline.changes.front().values.size() == 2);
    for (const ValueChange& value : redline.changes.front().values) CHECK(value.type == "money");
}

TEST_CASE("tables: salary ranges are known by their number, steps by the number below their title") {
    CHECK(told({"Salary | Pay | Step | Step | Step", "Range | Option | 1 | 2 | 3", "21 | AP | 5659 | 6095 | 6543",
                "24 | AP | 7471 | 7823 | 8194"},
               {"Range | Step 1 | Step 2 | Step 3", "21 | 6422 | 6916 | 7424", "24 | 8478 | 8877 | 9299"}) ==
          "5659 > 6422; 6095 > 6916; 6543 > 7424; 7471 > 8478; 7823 > 8877; 8194 > 9299; "
          "column-removed column “Pay Option” removed; column-renamed column “Salary Range” renamed “Range”");
    // Figures of the first row are no second head, and numbers of lines name no rows.
    CHECK(told({"Class | Hours | Hours", "Clerk | 8 | 9", "Cook | 7 | 6"},
               {"Class | Hours | Hours", "Clerk | 9 | 8", "Cook | 7 | 6"}) == "8 > 9; 9 > 8");
    CHECK(told({"No. | Item | Cost", "1 | Keys | $10", "2 | Boots | $90"},
               {"No. | Item | Cost", "1 | Keys | $10", "2 | Telephone service | $500"})
              .find("90.00 > 500.00") == std::string::npos);
}

TEST_CASE("tables: the number by which a table counts a row is no value") {
    CHECK(told({"No. | Item | Fee", "1 | Filing | $40", "2 | Copies | $5", "3 | Search | $15"},
               {"No. | Item | Fee", "1 | Filing | $40", "2 | Search | $18"}) ==
          "15.00 > 18.00; 5.00 > none; row-removed row “2, Copies” removed");
    CHECK(told({"Step | BA | MA", "1 | 41,200 | 44,100", "2 | 42,436 | 45,423"},
               {"Step | BA | MA", "1 | 41,200 | 44,100", "2 | 42,436 | 45,423", "3 | 43,709 | 46,786"}) ==
          "none > 43709; none > 46786; row-added row “3” added");
    CHECK(told({"Beds | Item | Fee", "1 | Filing | $40", "3 | Search | $15"},
               {"Beds | Item | Fee", "1 | Filing | $40", "4 | Search | $15"}) == "3 > 4");
}

TEST_CASE("tables: rows that came and went are named, and a new item of a list has its values listed") {
    CHECK(told({"Class | Rate", "Baker | $18.00", "Cutter | $21.00", "Packer | $15.00"},
               {"Class | Rate", "Baker | $18.50", "Sorter | $16.00", "Cutter | $21.00", "Driver | $30.00"}) ==
          "18.00 > 18.50; none > 16.00; 15.00 > none; none > 30.00; row-removed row “Packer” removed; row-added rows "
          "“Sorter”, “Driver” added");
    const std::string list = "## ARTICLE 6. PAY\n\nPremiums are:\n\n- Night: $4.00\n- Lead: $2.00\n";
    const Redline redline = compare({"before.md", list, {}}, {"after.md", list + "- Drone pilot: $75\n", {}});
    REQUIRE(redline.changes.size() == 1);
    REQUIRE(redline.changes.front().values.size() == 1);
    CHECK(redline.changes.front().values.front().after == "75.00");
}

TEST_CASE("tables: a first row that became a row below a head is no head") {
    CHECK(told({"Baker start | $18.00 first", "Cutter start | $21.00 then"},
               {"Class | Rate", "Baker start | $18.00 first", "Cutter start | $21.50 then"}) == "21.00 > 21.50");
}

TEST_CASE("tables: a list that became a table") {
    const std::string list =
        "## ARTICLE 6. PAY\n\n**Section 14. Rates.** The rates are:\n\n- Baker: $18.00\n- Cutter: $21.00\n- Clerk: "
        "$12.00\n";
    const Redline redline =
        compare({"before.md", list, {}},
                {"after.md", document({"Class | Rate", "Baker | $18.00", "Cutter | $21.75", "Clerk | $12.00"}), {}});
    REQUIRE(redline.changes.size() == 1);
    const Change& change = redline.changes.front();
    REQUIRE(change.values.size() == 1);
    CHECK(change.values.front().before == "21.00");
    CHECK(change.values.front().after == "21.75");
    REQUIRE(change.flags.size() == 1);
    CHECK(change.flags.front().code == "list-to-table");
}

TEST_CASE(
    "tables: a sentence that lists sums became a table, or the reverse, and each row is told against its own words") {
    const std::string head = "## ARTICLE 6. PAY\n\n**Section 14. Bonus.** The bonus is paid so.\n\n";
    const auto values = [&](const std::string& before, const std::string& after) {
        const Redline redline = compare({"before.md", head + before, {}}, {"after.md", head + after, {}});
        std::string out;
        for (const Change& change : redline.changes)
            for (const ValueChange& value : change.values) out += value.before + " > " + value.after + "; ";
        return out;
    };
    const std::string table =
        "| Year | Bonus |\n|---|---|\n| Year 1 | $900 |\n| Year 2 | $1,050 |\n| Year 3 | $1,200 |\n";
    const std::string list = "Year 1: $900; Year 2: $1,000; Year 3: $1,150.\n";
    CHECK(values(list, table) == "1000.00 > 1050.00; 1150.00 > 1200.00; ");
    CHECK(values(table, list) == "1050.00 > 1000.00; 1200.00 > 1150.00; ");
    CHECK(values("It is $900 in year 1, $1,050 in year 2, and $1,100 in year 3.\n", table) == "1100.00 > 1200.00; ");
}

TEST_CASE("tables: where a list became a table the unit went to the head, and a raised tier is its own value") {
    const std::string list =
        "## ARTICLE 6. LEAVE\n\n**Section 14. Leave.** It is earned so:\n\n- Less than 1 year: 3.08 hours a period\n"
        "- 1 to 4 years: 4.62 hours a period\n- 5 years and over: 6.15 hours a period\n";
    const Redline redline = compare(
        {"before.md", list, {}},
        {"after.md",
         "## ARTICLE 6. LEAVE\n\n**Section 14. Leave.** It is earned so:\n\n| Service | Hours a period |\n|---|---|\n"
         "| Less than 1 year | 3.08 |\n| 1 to 4 years | 4.75 |\n| 5 to 9 years | 6.15 |\n",
         {}});
    REQUIRE(redline.changes.size() == 1);
    std::string out;
    for (const ValueChange& value : redline.changes.front().values) out += value.before + " > " + value.after + "; ";
    CHECK(out == "4.62 hours > 4.75;  > 9 years; ");
}

TEST_CASE("tables: very wide ones are compared row by row in bounded time") {
    std::string row = "Class";
    std::string other = "Class";
    for (int i = 0; i < 600; ++i) {
        row += " | c" + std::to_string(i);
        other += " | d" + std::to_string(i);
    }
    const Redline redline =
        compare({"before.md", document({row, row, row}), {}}, {"after.md", document({other, row, row}), {}});
    CHECK(redline.verified.holds());
}

TEST_CASE("tables: rows of other dates are paired where they are as many") {
    const Rows before = {"From | Rate", "Effective July 1, 2021 | $46.23", "Effective July 1, 2022 | $47.48"};
    CHECK(told(before, {"From | Rate", "Effective July 1, 2024 | $52.25", "Effective July 1, 2025 | $54.25"}) ==
          "2021-07-01 > 2024-07-01; 46.23 > 52.25; 2022-07-01 > 2025-07-01; 47.48 > 54.25");
    CHECK(told(before, {"From | Rate", "Effective July 1, 2024 | $52.25"}) ==
          "46.23 > none; 47.48 > none; none > 52.25; row-removed rows “Effective July 1, 2021”, “Effective July 1, "
          "2022” removed; row-added row “Effective July 1, 2024” added");
}

TEST_CASE("tables: rows of a list with numbers are known by what stands beside the number") {
    CHECK(told({"No. | Place | Area", "1 | Hall | 18,500", "2 | Library | 9,200", "3 | Depot | 12,000",
                "4 | Yard | 31,000"},
               {"No. | Place | Area", "1 | Hall | 18,500", "2 | Depot | 12,000", "3 | Library | 9,800",
                "4 | Barn | 8,000"}) ==
          "9200 > 9800; 31000 > none; none > 8000; row-removed row “4, Yard” removed; row-added row “4, Barn” added; "
          "row-moved row “3, Library” moved; moved");
}

TEST_CASE("tables: a row that moved changes its table, and its section has not moved") {
    const Rows before = {"Class | Rate", "Baker | $17.00", "Cutter | $20.00", "Clerk | $15.00"};
    const Rows after = {"Class | Rate", "Cutter | $20.00", "Clerk | $15.00", "Baker | $17.50"};
    const Redline redline = compare({"before.md", document(before), {}}, {"after.md", document(after), {}});
    REQUIRE(redline.changes.size() == 1);
    CHECK(redline.changes[0].facts == std::vector<Fact>{Fact::edited, Fact::table});
    CHECK(told(before, after) == "17.00 > 17.50; row-moved row “Baker” moved; moved");
}

TEST_CASE("tables: items in small letters that became rows with capitals are the same") {
    const std::string head = "**Section 3. Cartage.** It is paid as follows:\n\n";
    const Redline redline =
        compare({"b.md", head + "- harp, $120;\n- timpani, $200 per truck;\n- celesta, no payment.\n", {}},
                {"a.md",
                 head + "| Instrument | Payment |\n|---|---|\n| Harp | $140 |\n| Timpani, per truck | $225 |\n| "
                        "Celesta | no payment |\n",
                 {}});
    REQUIRE(redline.changes.size() == 1);
    REQUIRE(redline.changes[0].values.size() == 2);
    CHECK(redline.changes[0].values[0].delta == "+20.00");
    CHECK(redline.changes[0].values[1].delta == "+25.00");
    CHECK(redline.changes[0].flags[0].code == "list-to-table");
}

TEST_CASE("tables: rows that went with their section are not told one by one") {
    const std::string pay =
        "**Section 14. Rates.** Each clerk is paid by the table that stands here below:\n\n| Class | "
        "Rate |\n| --- | --- |\n| Clerk | $12.00 |\n| Baker | $14.00 |\n\n";
    const std::string doors =
        "## ARTICLE 6. DOORS\n\n**Section 15. Doors.** The doors of all stores are locked at "
        "night, and the last clerk keeps the keys.\n\n";
    const std::string lamps =
        "## ARTICLE 7. LAMPS\n\n**Section 16. Lamps.** Lamps in the yard are lit when the first "
        "truck of the day is due.\n\n";
    const Redline redline = compare({"before.md", doors + pay + lamps, {}}, {"after.md", doors + lamps + pay, {}});
    CHECK(redline.verified.holds());
    CHECK(redline.counts.moved == 1);
    for (const Change& change : redline.changes)
        for (const Flag& flag : change.flags) CHECK(flag.code != std::string_view("row-moved"));
}

TEST_CASE("tables: dated rows in unequal number are paired where all moved by less than half a step") {
    CHECK(told({"From | Rent", "April 1, 2025 | $31,125", "April 1, 2026 | $32,060"},
               {"From | Rent", "May 1, 2025 | $31,350", "May 1, 2026 | $32,600", "May 1, 2027 | $33,900"}) ==
          "2025-04-01 > 2025-05-01; 31125.00 > 31350.00; 2026-04-01 > 2026-05-01; 32060.00 > 32600.00; "
          "none > 33900.00; row-added row “May 1, 2027” added");
}

TEST_CASE("tables: tiers whose bounds all changed are the same tiers") {
    CHECK(told({"Seats | Fee", "1–100 | $24.00", "101–250 | $21.50"},
               {"Seats | Fee", "1–50 | $26.00", "51–300 | $21.50"}) == "100 > 50; 24.00 > 26.00; 101 > 51; 250 > 300");
    // By what stands behind their names where they are not as many.
    CHECK(
        told({"Service | Days", "Over 1 year | 10 days", "12 years and over | 25 days"},
             {"Service | Days", "Over 1 year | 10 days", "10 to 20 years | 25 days", "20 years and over | 30 days"}) ==
        "12 years > 10 years; 12 years > 20 years; none > 30 days; row-added row “20 years and over” added");
}

TEST_CASE("tables: a word in a column that moved has neither come nor gone, nor has a cell that spans it") {
    const std::string head = "<h2>Cover</h2><table><tr><th>Kind</th>";
    const std::string before = head +
                               "<th>Limit</th><th>Excess</th></tr><tr><td>Hulls</td><td>$900</td><td>none</td></tr>"
                               "<tr><td>Sails</td><td colspan=\"2\">20% of "
                               "$400</td></tr><tr><td>Oars</td><td>$50</td><td>$5</td></tr></table>";
    const std::string after = head +
                              "<th>Excess</th><th>Limit</th></tr><tr><td>Hulls</td><td>none</td><td>$950</td></tr>"
                              "<tr><td>Sails</td><td colspan=\"2\">25% of "
                              "$400</td></tr><tr><td>Oars</td><td>$5</td><td>$50</td></tr></table>";
    const Redline redline = compare({"b.html", before, {}}, {"a.html", after, {}});
    CHECK(redline.verified.holds());
    REQUIRE(redline.changes.size() == 1);
    REQUIRE(redline.changes[0].values.size() == 2);
    CHECK(redline.changes[0].values[0].delta == "+50.00");
    CHECK(redline.changes[0].values[1].delta == "+5");
    REQUIRE(redline.changes[0].flags.size() == 1);
    CHECK(redline.changes[0].flags[0].code == "column-moved");
}

TEST_CASE("tables: a table that became the end of a sentence, one row of it gone and one thing new") {
    const std::string head = "**Section 3. Dues.** The dues are:";
    const Redline redline = compare(
        {"b.md", head + "\n\n| Class | Dues |\n|---|---|\n| Adult | £240 |\n| Junior | £96 |\n| Guest | £45 |\n", {}},
        {"a.md", head + " Adult £265; Junior £96; Student £120.\n", {}});
    CHECK(redline.verified.holds());
    REQUIRE(redline.changes.size() == 1);
    std::string values;
    for (const ValueChange& value : redline.changes[0].values) values += value.before + " > " + value.after + "; ";
    CHECK(values == "240.00 > 265.00; 45.00 > ;  > 120.00; ");
}

TEST_CASE("tables: a title that spans two columns is that of both, so that either is known where they change places") {
    const std::string head = "<h2>Pay</h2><table><tr><th>Sales</th><th colspan=\"2\">Share</th></tr>";
    const std::string before = head +
                               "<tr><td></td><th>Home</th><th>Abroad</th></tr><tr><td>up to $100</td><td>6%</td>"
                               "<td>8%</td></tr><tr><td>over $100</td><td>7%</td><td>9%</td></tr></table>";
    const std::string after = head +
                              "<tr><td></td><th>Abroad</th><th>Home</th></tr><tr><td>up to $90</td><td>8%</td>"
                              "<td>5%</td></tr><tr><td>over $90</td><td>9%</td><td>7%</td></tr></table>";
    const Redline redline = compare({"b.html", before, {}}, {"a.html", after, {}});
    CHECK(redline.verified.holds());
    REQUIRE(redline.changes.size() == 1);
    std::string values;
    for (const ValueChange& value : redline.changes[0].values) values += value.before + " > " + value.after + "; ";
    CHECK(values == "100.00 > 90.00; 6 > 5; 100.00 > 90.00; ");
}

TEST_CASE("tables: a title over the first of many columns is no part of the others' names") {
    CHECK(told({"Range | Pay | | ", "No. | Option | Step 1 | Step 2", "30 | AP | 6758 | 7110"},
               {"Range | Step 1 | Step 2", "30 | 7201 | 7576"})
              .starts_with("6758 > 7201; 7110 > 7576; "));
}

TEST_CASE("tables: titles that stand below each of two years are told apart by the years, which roll on") {
    CHECK(told({"Grade | 2025 | | 2026 | ", " | Low | High | Low | High", "Cook | $10 | $12 | $11 | $13"},
               {"Grade | 2026 | | 2027 | ", " | Low | High | Low | High", "Cook | $11 | $14 | $15 | $16"})
              .find("13.00 > 14.00") != std::string::npos);
}

TEST_CASE("tables: a stacked title in front of blanks spans no column that the other side has under its own title") {
    const std::string before =
        "<h2>Pay</h2><table><tr><th>Salary</th><th>Pay /</th><th></th><th></th><th></th></tr>"
        "<tr><th>Range</th><th>Option</th><th>Step A</th><th>Step B</th><th>Step C</th></tr>"
        "<tr><td>30</td><td>AP</td><td>6346</td><td>6676</td><td>7009</td></tr></table>";
    const std::string after =
        "<h2>Pay</h2><table><tr><th>Range</th><th>Step A</th><th>Step B</th><th>Step C</th></tr>"
        "<tr><td>30</td><td>6758</td><td>7110</td><td>7465</td></tr></table>";
    const Redline redline = compare({"b.html", before, {}}, {"a.html", after, {}});
    CHECK(redline.verified.holds());
    REQUIRE(redline.changes.size() == 1);
    std::string values;
    for (const ValueChange& value : redline.changes[0].values) values += value.before + " > " + value.after + "; ";
    CHECK(values == "6346 > 6758; 6676 > 7110; 7009 > 7465; ");
}

TEST_CASE("tables: rows are known by the words around the values of their names") {
    CHECK(told({"Care | Share", "Basic | 80%", "Braces (to age 19) | 50% to $1,500"},
               {"Care | Share", "Basic | 80%", "Implants | 40%", "Braces (to age 26) | 50% to $2,000"}) ==
          "19 > 26; 1500.00 > 2000.00; none > 40; row-added row “Implants” added");
    CHECK(told({"Tier | Share", "up to $100 | 6%", "over $100 | 7%"},
               {"Tier | Share", "up to $75 | 5%", "$75 to $200 | 8%", "over $200 | 9%"}) ==
          "100.00 > 75.00; 6 > 5; 100.00 > 200.00; 7 > 9; none > 8; row-added row “$75 to $200” added");
}

TEST_CASE("tables: a code of currency at a column's head makes its bare sums money") {
    const Redline redline = compare({"b.md", document({"Item | Price (EUR)", "Server | 45,00"}), {}},
                                    {"a.md", document({"Item | Price (EUR)", "Server | 47,50"}), {}});
    REQUIRE(redline.changes.size() == 1);
    REQUIRE(redline.changes[0].values.size() == 1);
    CHECK(redline.changes[0].values[0].type == "money");
}
