// Three-way redlines by hand: who speaks, where both say the same, where they differ.
#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "redline/three_way_verify.hpp"
#include "stet.hpp"
#include "text/words.hpp"

namespace {

using namespace stet;

Redline three(const std::string& base, const std::string& a, const std::string& b, const std::string& ending = ".md") {
    Redline redline = compare_three(
        {Input{"base" + ending, base, {}}, Input{"a" + ending, a, {}}, Input{"b" + ending, b, {}}, {"A", "B"}});
    CHECK(redline.verified.holds());
    CHECK(redline.parties[0].verified);
    CHECK(redline.parties[1].verified);
    return redline;
}

bool is_conflict(const Change& change) {
    return change.facts.back() == Fact::conflict;
}

std::string who(PartySet by) {
    return by == both_parties ? "AB" : by == only_party(0) ? "A" : by == only_party(1) ? "B" : "-";
}

/// "AB conflict edited", "A deleted" … of every change, in order.
std::vector<std::string> told(const Redline& redline) {
    std::vector<std::string> out;
    for (const Change& change : redline.changes) {
        std::string line = who(change.by);
        if (is_conflict(change)) line += " conflict";
        for (const Fact fact : change.facts)
            if (fact != Fact::conflict) line += " " + std::string(fact_name(fact));
        out.push_back(line);
    }
    return out;
}

/// Every edit of a redline that is not equal: "-A:struck" "+B:new", with "!" in a conflict.
std::string edits(const Redline& redline) {
    std::string out;
    for (const RedlineBlock& block : redline.blocks)
        for (std::size_t cell = 0; cell < std::max<std::size_t>(cell_count(block), 1); ++cell)
            for (const Piece& piece : pieces(redline, block, cell)) {
                if (piece.op == EditOp::equal || piece.by == no_party || normalise(piece.text()).empty()) continue;
                if (!out.empty()) out += " ";
                out += (piece.op == EditOp::deleted ? "-" : "+") + who(piece.by) + (piece.conflict ? "!:" : ":");
                std::string words = normalise(piece.text());
                words.erase(0, words.find_first_not_of(' '));
                while (!words.empty() && words.back() == ' ') words.pop_back();
                out += words;
            }
    return out;
}

using LineTexts = std::vector<std::string>;

const std::string head = "# ARTICLE 1. PAY\n\n";

std::string section(int number, const std::string& text) {
    return "**Section " + std::to_string(number) + ". " + text + "\n\n";
}

const std::string rates = "Rates.** The rate is $15.00 an hour for every clerk in the stores of the Employer.";
const std::string meals = "Meals.** Each employee has a meal period of thirty minutes in the middle of the shift.";
const std::string tools = "Tools.** The Employer furnishes all the tools of the trade and keeps them in good repair.";

std::string replaced(std::string text, const std::string& from, const std::string& to) {
    const std::size_t at = text.find(from);
    REQUIRE(at != std::string::npos);
    return text.replace(at, from.size(), to);
}

}  // namespace

TEST_CASE("where both make the same change it is one change of both") {
    const std::string base = head + section(1, rates) + section(2, meals);
    const std::string changed = replaced(base, "$15.00", "$16.00");
    const Redline redline = three(base, changed, changed);
    CHECK(told(redline) == LineTexts{"AB edited"});
    CHECK(edits(redline) == "-AB:$15.00 +AB:$16.00");
    REQUIRE(redline.changes[0].values.size() == 1);
    CHECK(redline.changes[0].values[0].by == both_parties);
}

TEST_CASE("a change of one alone is that party's") {
    const std::string base = head + section(1, rates) + section(2, meals);
    const Redline redline = three(base, replaced(base, "$15.00", "$16.00"), replaced(base, "thirty", "forty"));
    CHECK(told(redline) == LineTexts{"A edited", "B edited"});
    CHECK(edits(redline) == "-A:$15.00 +A:$16.00 -B:thirty +B:forty");
}

TEST_CASE("the same words changed in two ways are a conflict with both values, and stand first") {
    const std::string base = head + section(1, meals) + section(2, rates);
    const Redline redline = three(base, replaced(replaced(base, "$15.00", "$16.00"), "thirty", "forty"),
                                  replaced(base, "$15.00", "$15.50"));
    CHECK(told(redline) == LineTexts{"AB conflict edited", "A edited"});
    const Change& change = redline.changes[0];
    CHECK(change.before_text == "$15.00");
    CHECK(change.after_text_by[0] == "$16.00");
    CHECK(change.after_text_by[1] == "$15.50");
    REQUIRE(change.values.size() == 2);
    CHECK(change.values[0].by == only_party(0));
    CHECK(change.values[0].after == "16.00");
    CHECK(change.values[0].delta == "+1.00");
    CHECK(change.values[1].by == only_party(1));
    CHECK(change.values[1].after == "15.50");
    CHECK(change.values[1].delta == "+0.50");
    CHECK(edits(redline) == "-A:thirty +A:forty -AB!:$15.00 +A!:$16.00 +B!:$15.50");
}

TEST_CASE("an item that one party adds, or strikes where the other changes it, has its values listed by party") {
    const std::string base = head + section(1, rates) + "- Night: $4.00\n- Lead: $2.00\n";
    const auto values = [](const Redline& redline) {
        std::string out;
        for (const Change& change : redline.changes)
            for (const ValueChange& value : change.values)
                out += (value.by == only_party(0) ? "A " : "B ") + value.before + ">" + value.after + "; ";
        return out;
    };
    CHECK(values(three(base, base + "- Drone: $75.00\n", base)) == "A >75.00; ");
    CHECK(values(three(base, replaced(base, "$2.00", "$2.50"), replaced(base, "- Lead: $2.00\n", ""))) ==
          "A 2.00>2.50; B 2.00>; ");
}

TEST_CASE("changes side by side in one sentence are no conflict") {
    const std::string base = head + section(1, rates);
    const Redline redline =
        three(base, replaced(base, "$15.00", "$16.00"), replaced(base, "every clerk", "every cutter"));
    CHECK(told(redline) == LineTexts{"A edited", "B edited"});
}

TEST_CASE("a strike of what the other edits is a conflict that says so") {
    const std::string base = head + section(1, rates) + section(2, meals);
    const Redline redline = three(base, head + section(1, rates), replaced(base, "thirty", "forty"));
    REQUIRE(told(redline) == LineTexts{"AB conflict deleted edited"});
    REQUIRE(!redline.changes[0].flags.empty());
    CHECK(redline.changes[0].flags[0].text == "A deletes what B changes");
}

TEST_CASE("a strike of what the other leaves is that party's alone") {
    const std::string base = head + section(1, rates) + section(2, meals);
    const Redline redline = three(base, base, head + section(1, rates));
    CHECK(told(redline) == LineTexts{"B deleted"});
}

TEST_CASE("what both insert at one place is one row, its common words of both") {
    const std::string base = head + section(1, rates) + section(2, meals);
    const std::string parking = "Parking.** The Employer pays for parking near each store, up to $5.00 a day.";
    const Redline same = three(base, base + section(3, parking), base + section(3, parking));
    CHECK(told(same) == LineTexts{"AB inserted"});
    const Redline other =
        three(base, base + section(3, parking), base + section(3, replaced(parking, "$5.00", "$9.00")));
    CHECK(told(other) == LineTexts{"AB conflict inserted", "AB inserted"});
    REQUIRE(other.changes[0].values.size() == 2);
    CHECK(other.changes[0].values[0].after == "5.00");
    CHECK(other.changes[0].values[1].after == "9.00");
    CHECK(edits(other).find("+A!:$5.00 +B!:$9.00") != std::string::npos);
}

TEST_CASE("unlike insertions at one place are a conflict, those in two units are not") {
    const std::string base = head + section(1, rates) + section(2, meals);
    const std::string parking = "Parking.** The Employer pays for parking near each store, up to $5.00 a day.";
    const std::string lockers = "Lockers.** Every member of the crew receives a locker with two keys.";
    const Redline redline = three(base, base + section(3, parking), base + section(3, lockers));
    CHECK(told(redline) == LineTexts{"A conflict inserted", "B conflict inserted"});
    CHECK(redline.changes[0].flags[0].text == "both parties put new text at this place");
    const Redline apart = three(base, head + section(1, rates) + section(2, meals + "\n\nNo work is done in it."),
                                base + section(3, lockers));
    CHECK(told(apart) == LineTexts{"A edited", "B inserted"});
}

TEST_CASE("new numbers that follow from an insertion are no conflict") {
    const std::string base = head + section(1, rates) + section(2, meals);
    const std::string lockers = "Lockers.** Every member of the crew receives a locker with two keys.";
    const std::string parking = "Parking.** The Employer pays for parking near each store, up to $5.00 a day.";
    const Redline redline =
        three(base, head + section(1, lockers) + section(2, rates) + section(3, meals),
              head + section(1, parking) + section(2, lockers) + section(3, rates) + section(4, meals));
    for (const Change& change : redline.changes) CHECK_FALSE(is_conflict(change));
    CHECK(edits(redline).find("-AB:1 +A:2 +B:3") != std::string::npos);
}

TEST_CASE("a move and an edit of the other are both shown, the words stand where the other keeps them") {
    const std::string time = "# ARTICLE 2. TIME\n\n";
    const std::string base = head + section(1, rates) + section(2, meals) + time + section(3, tools);
    const std::string moved = head + section(1, rates) + time + section(2, tools) + section(3, meals);
    const Redline redline = three(base, moved, replaced(base, "thirty", "forty"));
    for (const Change& change : redline.changes) CHECK_FALSE(is_conflict(change));
    const auto by_a = std::find_if(redline.changes.begin(), redline.changes.end(),
                                   [](const Change& change) { return change.facts.front() == Fact::moved; });
    REQUIRE(by_a != redline.changes.end());
    CHECK(by_a->by == only_party(0));
    CHECK(edits(redline).find("-B:thirty +B:forty") != std::string::npos);
    CHECK(edits(redline).find("-A:Each employee") == std::string::npos);
    CHECK(accept(redline, 0).find("thirty") != std::string::npos);
    CHECK(accept(redline, 1).find("forty") != std::string::npos);
}

TEST_CASE("moves to two places are a conflict, moves to one are of both") {
    const std::string time = "# ARTICLE 2. TIME\n\n";
    const std::string care = "# ARTICLE 3. CARE\n\n";
    const std::string rest = "Rest.** Ten hours lie between the end of one shift and the start of the next one.";
    const std::string sick = "Sick Leave.** One hour of paid leave is earned for every thirty-five hours of work.";
    const std::string base =
        head + section(1, rates) + section(2, meals) + time + section(3, rest) + care + section(4, sick);
    const std::string to_time =
        head + section(1, rates) + time + section(2, rest) + section(3, meals) + care + section(4, sick);
    const std::string to_care =
        head + section(1, rates) + time + section(2, rest) + care + section(3, sick) + section(4, meals);
    const Redline together = three(base, to_time, to_time);
    for (const Change& change : together.changes) {
        CHECK_FALSE(is_conflict(change));
        CHECK(change.by == both_parties);
    }
    const Redline apart = three(base, to_time, to_care);
    REQUIRE(!apart.changes.empty());
    CHECK(is_conflict(apart.changes[0]));
    CHECK(apart.changes[0].facts.front() == Fact::moved);
    CHECK(apart.changes[0].flags[0].text == "the parties disagree on where this stands");
}

TEST_CASE("a row that one party moves and the other changes: the conflict says who moves it") {
    const std::string rows[] = {"| Clerk | $15.00 |\n", "| Cutter | $19.00 |\n", "| Baker | $17.00 |\n"};
    const auto table = [](const std::string& body) { return head + "| Class | 2026 |\n|---|---|\n" + body; };
    const Redline redline = three(table(rows[0] + rows[1] + rows[2]), table(rows[1] + "| Clerk | $15.50 |\n" + rows[2]),
                                  table("| Clerk | $16.00 |\n" + rows[1] + rows[2]));
    const auto found = std::find_if(redline.changes.begin(), redline.changes.end(), is_conflict);
    REQUIRE(found != redline.changes.end());
    REQUIRE(found->moved_by == stet::only_party(0));
    REQUIRE(!found->flags.empty());
    CHECK(found->flags[0].text == "A moves what B changes");
}

TEST_CASE("cells of a row: a conflict in one, agreement in another") {
    const auto table = [](const std::string& clerk, const std::string& cutter) {
        return head + "| Class | 2026 | 2027 |\n|---|---|---|\n| Clerk | " + clerk + " |\n| Cutter | " + cutter +
               " |\n";
    };
    const Redline redline =
        three(table("$15.00 | $16.00", "$19.00 | $20.00"), table("$15.50 | $17.00", "$19.00 | $20.00"),
              table("$15.75 | $17.00", "$19.00 | $21.00"));
    CHECK(edits(redline) == "-AB!:$15.00 +A!:$15.50 +B!:$15.75 -AB:$16.00 +AB:$17.00 -B:$20.00 +B:$21.00");
}

TEST_CASE("a paragraph that one splits keeps the other's edits on both sides of the cut") {
    const std::string base = head + section(1, rates + " It is paid every two weeks by check or by deposit.");
    const std::string split = head + section(1, rates) + "It is paid every two weeks by check or by deposit.\n";
    const Redline redline =
        three(base, split, replaced(replaced(base, "$15.00", "$16.00"), "two weeks", "three weeks"));
    CHECK(edits(redline).find("-B:$15.00 +B:$16.00") != std::string::npos);
    CHECK(edits(redline).find("-B:two") != std::string::npos);
    CHECK(accept(redline, 0).find("clerk in the stores of the Employer.\nIt is paid") != std::string::npos);
}

TEST_CASE("typography of one party is kept in its text and is no change") {
    const std::string base = head + section(1, "Rates.** The employee's \"base rate\" is $15.00 an hour - no less.");
    const std::string curly = head + section(1, "Rates.** The employee’s “base rate” is $15.00 an hour — no less.");
    const Redline redline = three(base, curly, replaced(base, "base rate", "basic rate"));
    CHECK(told(redline) == LineTexts{"B edited"});
    CHECK(accept(redline, 0).find("The employee’s “base rate” is $15.00 an hour — no less.") != std::string::npos);
    CHECK(accept(redline, 1).find("The employee's \"basic rate\" is $15.00 an hour - no less.") != std::string::npos);
    CHECK(reject(redline).find("The employee's \"base rate\" is $15.00 an hour - no less.") != std::string::npos);
}

TEST_CASE("the verification of a three-way redline sees what is wrong") {
    const std::string base = head + section(1, rates) + section(2, meals);
    const Redline sound = three(base, replaced(base, "$15.00", "$16.00"), base);
    const auto fails = [&](auto change) {
        Redline redline = sound;
        for (std::size_t i = 0; i < redline.blocks.size(); ++i)
            for (std::size_t k = 0; k < redline.blocks[i].edits.size(); ++k)
                if (redline.blocks[i].edits[k].op == EditOp::deleted) {
                    change(redline, i, k);
                    verify_three_way(redline);
                    return !redline.verified.holds();
                }
        return false;
    };
    CHECK(!fails([](Redline&, std::size_t, std::size_t) {}));
    CHECK(fails([](Redline& r, std::size_t i, std::size_t k) { r.party_blocks[i].edits[k].by = both_parties; }));
    CHECK(fails([](Redline& r, std::size_t i, std::size_t k) { r.party_blocks[i].edits[k].by = no_party; }));
    CHECK(fails([](Redline& r, std::size_t i, std::size_t k) { r.party_blocks[i].edits[k].text[1] = {}; }));
    CHECK(fails([](Redline& r, std::size_t i, std::size_t k) {
        r.blocks[i].edits.erase(r.blocks[i].edits.begin() + static_cast<std::ptrdiff_t>(k));
    }));
    CHECK(fails([](Redline& r, std::size_t i, std::size_t k) {
        r.blocks[i].edits.erase(r.blocks[i].edits.begin() + static_cast<std::ptrdiff_t>(k));
        r.party_blocks[i].edits.erase(r.party_blocks[i].edits.begin() + static_cast<std::ptrdiff_t>(k));
    }));
    CHECK(fails([](Redline& r, std::size_t i, std::size_t) { std::swap(r.blocks[i], r.blocks[i + 1]); }));
    CHECK(fails([](Redline& r, std::size_t i, std::size_t) {
        std::string& printed = r.after.blocks[r.blocks[i].after].text;
        printed[printed.find("clerk")] = 'C';
    }));
    CHECK(fails([](Redline& r, std::size_t, std::size_t) {
        std::string& text = r.parties[1].document.blocks.back().text;
        text.replace(text.find("thirty"), 6, "twenty");
    }));
    CHECK(fails([](Redline& r, std::size_t, std::size_t) {
        Document& document = r.parties[0].document;
        document.blocks.push_back(document.blocks.back());
        document.places.push_back(document.places.back());
    }));
}

TEST_CASE("a three-way redline has no one text after, and no CriticMarkup") {
    const Redline redline = three(head + section(1, rates), head + section(1, meals), head + section(1, tools));
    CHECK_THROWS_AS(accept(redline), Error);
    CHECK_THROWS_AS(accept(redline, 2), Error);
    CHECK_THROWS_AS(write(redline, "criticmarkup"), Error);
}

TEST_CASE("empty and unlike documents are compared three ways") {
    for (const char* ending : {".md", ".txt"}) {
        three("", "", "", ending);
        three("", "One.\n", "Two.\n", ending);
        three("One.\n", "", "Two.\n", ending);
        three(head + section(1, rates), "", "", ending);
        three("One.\n\nTwo.\n", head + section(1, rates), "| a |\n|---|\n| b |\n", ending);
    }
}

TEST_CASE("a row that one party moves changes the table, and moves no section") {
    const std::string rows[] = {"| Clerk | $15.00 |\n", "| Cutter | $19.00 |\n", "| Baker | $17.00 |\n"};
    const auto table = [](const std::string& body) { return head + "| Class | 2026 |\n|---|---|\n" + body; };
    const Redline redline = three(table(rows[0] + rows[1] + rows[2]), table(rows[1] + rows[2] + rows[0]),
                                  table(rows[0] + rows[1] + rows[2]));
    REQUIRE(redline.changes.size() == 1);
    CHECK(redline.changes[0].by == only_party(0));
    CHECK(redline.changes[0].facts == std::vector<Fact>{Fact::edited, Fact::table});
    CHECK_FALSE(redline.changes[0].blocks.empty());
}

TEST_CASE("three ways: of the flags of a conflict the gravest stand first, whoever makes them") {
    const std::string keys = "Keys.** The guard shall keep at least five keys and five lamps in the shed.";
    const Redline redline =
        three(section(1, keys), section(1, replaced(replaced(keys, "at least", "fewer than"), "and", "or")),
              section(1, replaced(keys, "shall keep at least", "may keep some more than")));
    REQUIRE(redline.changes.size() >= 1);
    CHECK(is_conflict(redline.changes.front()));
    const std::vector<Flag>& flags = redline.changes.front().flags;
    REQUIRE(flags.size() > 1);
    CHECK(flags.front().severity == FlagSeverity::high);
    for (std::size_t i = 1; i < flags.size(); ++i) CHECK(flags[i - 1].severity <= flags[i].severity);
}
