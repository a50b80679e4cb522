// Subjects followed over rounds: another number splits none, and what moved, was dropped or reopened is told.
#include "report/ledger.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "report/subjects.hpp"
#include "stet.hpp"

using namespace stet;

namespace {

std::vector<Proposal> rounds() {
    std::vector<Proposal> out;
    for (const char* name : {"3-employer.md", "1-employer.md", "2-union.md"}) {
        std::ifstream file(std::filesystem::path(STET_SAMPLES_DIR) / "rounds" / name, std::ios::binary);
        out.push_back(read_proposal({name, {std::istreambuf_iterator<char>(file), {}}, {}}));
    }
    return in_order_of_dates(std::move(out));
}

/// The subject whose last word strikes these words.
const Subject& subject_of(const std::vector<Proposal>& all, const Ledger& ledger, const std::string& words) {
    for (const Subject& subject : ledger.subjects) {
        const Operation& last = *last_word(all, subject, false);
        if (last.struck_text.find(words) != std::string::npos || last.inserted_text.find(words) != std::string::npos)
            return subject;
    }
    FAIL("no such subject: " << words);
    return ledger.subjects.front();
}

}  // namespace

TEST_CASE("rounds are taken in order of their dates") {
    const std::vector<Proposal> all = rounds();
    CHECK(all[0].date == "2026-02-03");
    CHECK(all[1].party == Side::union_side);
    CHECK(all[2].date == "2026-03-10");
}

TEST_CASE("one subject a matter, whatever its number") {
    const std::vector<Proposal> all = rounds();
    const Ledger ledger = build_ledger(all);
    CHECK(ledger.subjects.size() == 7);
    CHECK(subject_of(all, ledger, "ninety cents").stances.size() == 3);
    CHECK(subject_of(all, ledger, "eighteen (18)").stances.size() == 2);  // its heading names another section
    CHECK(subject_of(all, ledger, "Weather").stances.size() == 2);
}

TEST_CASE("what moved, was dropped without a word or reopened is told") {
    const std::vector<Proposal> all = rounds();
    const Ledger ledger = build_ledger(all);
    CHECK(subject_of(all, ledger, "ninety cents").moved == std::vector{Side::company});
    CHECK(subject_of(all, ledger, "eighteen (18)").moved.empty());
    CHECK(subject_of(all, ledger, "Split Shifts").dropped == std::vector{Side::company});
    CHECK(subject_of(all, ledger, "four (4)").dropped.empty());  // the union has sent nothing since
    CHECK(subject_of(all, ledger, "at least seven (7)").reopened);
    CHECK_FALSE(subject_of(all, ledger, "five (5)").reopened);
}

TEST_CASE("only a printed mark makes a tentative agreement") {
    const std::vector<Proposal> all = rounds();
    const Ledger ledger = build_ledger(all);
    std::size_t agreed = 0;
    for (const Subject& subject : ledger.subjects) {
        const Operation* last = last_word(all, subject, false);
        agreed += last->status == Status::tentatively_agreed ? 1 : 0;
    }
    CHECK(agreed == 2);
    CHECK(last_word(all, subject_of(all, ledger, "ninety cents"), true) == nullptr);
}

namespace {

Proposal round_of(const char* name, const char* party, const char* date, const std::string& items) {
    return read_proposal({name, std::string(party) + "\n\nProposal\n\n" + date + "\n\n" + items, {}},
                         {.grammar = "labor-agreement"});
}

std::vector<Proposal> three_rounds() {
    std::vector<Proposal> out;
    out.push_back(
        round_of("1.md", "Lodge 77", "March 2, 2026",
                 "1. Article 6. Vacation, Section 6.02\n\nReplace \"five (5)\" with \"fifteen (15)\".\n\n"
                 "2. Article 7. Discipline, Section 7.02\n\nChange \"twenty-four (24) months\" to "
                 "\"twelve (12) months\".\n\n"
                 "3. Article 8. Leaves, Section 8.02\n\nReplace \"Three (3) days\" with \"Five (5) days\".\n\n"
                 "4. Article 5. Seniority, Section 5.03\n\nReplace \"one (1)\" with \"two (2)\".\n"));
    out.push_back(round_of("2.md", "Quarry Transit District", "March 30, 2026",
                           "1. Article 7. Discipline, Section 7.02 (Rejected)\n\n"
                           "2. Article 8. Leaves, Section 8.02 (TA 3/28/26)\n\nReplace \"Three (3) days\" with "
                           "\"Four (4) days\".\n"));
    out.push_back(round_of("3.md", "Lodge 77", "April 20, 2026",
                           "1. Article 6. Vacation, Section 6.02 (Withdrawn)\n\n"
                           "2. Article 7. Discipline, Section 7.02\n\nChange \"twenty-four (24) months\" to "
                           "\"eighteen (18) months\".\n\n"
                           "3. Article 8. Leaves, Section 8.02 (TA 3/28/26)\n"));
    out[0].party = out[2].party = Side::union_side;
    out[1].party = Side::company;
    return out;
}

}  // namespace

TEST_CASE("a word that a subject is withdrawn or rejected belongs to the subject") {
    const std::vector<Proposal> all = three_rounds();
    const Ledger ledger = build_ledger(all);
    REQUIRE(ledger.subjects.size() == 4);
    const Subject& vacation = ledger.subjects[0];
    CHECK(vacation.stances.size() == 2);
    CHECK(last_word(all, vacation, false)->status == Status::withdrawn);
    CHECK(vacation.dropped.empty());  // it was given up in so many words
    const Subject& discipline = ledger.subjects[1];
    CHECK(discipline.stances.size() == 3);
    CHECK(discipline.moved ==
          std::vector{Side::union_side});  // from twelve months to eighteen, whatever the other side said in between
    CHECK(ledger.subjects[3].dropped == std::vector{Side::union_side});
    const Sheet sheet = ledger_sheet(all, ledger);
    CHECK(sheet.lines.back() == "4 subjects: 2 open, 1 tentatively agreed, 1 withdrawn.");
}

TEST_CASE("a mark of agreement alone stands for the words that were agreed before it") {
    const std::vector<Proposal> all = three_rounds();
    const Ledger ledger = build_ledger(all);
    const Operation* agreed = last_word(all, ledger.subjects[2], true);
    REQUIRE(agreed != nullptr);
    CHECK(agreed->inserted_text == "Four (4) days");
    CHECK_FALSE(ledger.subjects[2].reopened);
}

TEST_CASE("two tables of one place are the same words only where their amounts are the same") {
    const auto table = [](const char* rate) {
        return "1. Article 6. Wages, Section 6.02\n\nReplace the wage table with the following:\n\n| Class | 7/1/2026 "
               "|\n|:--|--:|\n| Clerk | $" +
               std::string(rate) + " |\n";
    };
    std::vector<Proposal> all;
    all.push_back(round_of("1.md", "Lodge 77", "March 2, 2026", table("20.00")));
    all.push_back(round_of("2.md", "Quarry Transit District", "March 9, 2026", table("19.00")));
    all[0].party = Side::union_side;
    all[1].party = Side::company;
    Ledger ledger = build_ledger(all);
    REQUIRE(ledger.subjects.size() == 1);
    CHECK_FALSE(ledger.subjects[0].met);
    all.push_back(round_of("3.md", "Quarry Transit District", "March 16, 2026", table("20.00")));
    all[2].party = Side::company;
    ledger = build_ledger(all);
    CHECK(ledger.subjects[0].met);
    CHECK(ledger.subjects[0].moved == std::vector{Side::company});
}

TEST_CASE("what is said of a proposal is no text by which a subject is known") {
    std::vector<Proposal> all;
    all.push_back(
        round_of("1.md", "Lodge 77", "March 2, 2026",
                 "1. Article 3\n\nThe Union accepts the Employer's proposal on Article 3, except the rest.\n"));
    all.push_back(
        round_of("2.md", "Lodge 77", "March 9, 2026",
                 "1. Article 4\n\nThe Union accepts the Employer's proposal on Article 4, except the rest.\n"));
    for (Proposal& one : all) one.party = Side::union_side;
    CHECK(build_ledger(all).subjects.size() == 2);
}

TEST_CASE("a side that repeats its own words has not moved, whatever the other side said") {
    const std::string item = "1. Article 6. Vacation, Section 6.02\n\nReplace \"five (5)\" with \"";
    std::vector<Proposal> all;
    all.push_back(round_of("1.md", "Lodge 77", "March 2, 2026", item + "nine (9)\".\n"));
    all.push_back(round_of("2.md", "Quarry Transit District", "March 9, 2026", item + "six (6)\".\n"));
    all.push_back(round_of("3.md", "Lodge 77", "March 16, 2026", item + "nine (9)\".\n"));
    all.push_back(round_of("4.md", "Quarry Transit District", "March 23, 2026", item + "nine (9)\".\n"));
    for (std::size_t i = 0; i < all.size(); ++i) all[i].party = i % 2 == 0 ? Side::union_side : Side::company;
    const Ledger ledger = build_ledger(all);
    REQUIRE(ledger.subjects.size() == 1);
    CHECK(ledger.subjects[0].moved == std::vector{Side::company});
    CHECK(ledger.subjects[0].met);
    CHECK_FALSE(ledger.subjects[0].fresh);
}

TEST_CASE("what a party that is not known says has a column of its own") {
    std::vector<Proposal> all = three_rounds();
    all[0].party = Side::neither;
    const Sheet sheet = ledger_sheet(all, build_ledger(all));
    REQUIRE(sheet.tables[0].columns.size() == 13);
    CHECK(sheet.tables[0].columns[5].key == "other_last");
    for (const auto& row : sheet.tables[0].rows) CHECK(row.size() == 13);
}

TEST_CASE("a sheet of agreements drops nothing, and guesses no words where a subject was reopened before it") {
    const auto item = [](const char* mark, const char* words) {
        return std::string("1. Article 6. Vacation, Section 6.02 ") + mark + "\n\nReplace \"five (5)\" with \"" +
               words + "\".\n\n2. Article 9. Boots, Section 9.01\n\nReplace \"one (1)\" with \"two (2)\".\n";
    };
    const auto made = [&](const char* day) {
        std::vector<Proposal> all;
        all.push_back(round_of("1.md", "Lodge 77", "March 2, 2026", item("(TA 3/2/26)", "nine (9)")));
        all.push_back(round_of("2.md", "Lodge 77", "March 9, 2026", item("", "ten (10)")));
        all.push_back(round_of("3.md", "Lodge 77", "March 16, 2026",
                               std::string("1. Article 6. Vacation, Section 6.02 (TA ") + day + ")\n"));
        for (Proposal& one : all) one.party = Side::union_side;
        return all;
    };
    const std::vector<Proposal> all = made("3/14/26");
    const Ledger ledger = build_ledger(all);
    REQUIRE(ledger.subjects.size() == 2);
    CHECK(ledger.subjects[1].dropped.empty());
    CHECK(last_word(all, ledger.subjects[0], true)->op == Op::note);  // nine or ten days?
    const std::vector<Proposal> same_day = made("3/2/26");
    CHECK(last_word(same_day, build_ledger(same_day).subjects[0], true)->inserted_text == "nine (9)");
}

TEST_CASE("items under bare section numbers are one subject over the rounds, and what is agreed can be reopened") {
    std::vector<Proposal> all;
    all.push_back(round_of("1.md", "Lodge 77", "March 2, 2026",
                           "1. 2.3 - after \"July\" add \"and sent to the Lodge\".\n\n"
                           "4. 4.3 - change \"ten (10)\" to \"fifteen (15)\".\n"));
    all.push_back(round_of("2.md", "Quarry Transit District", "March 30, 2026",
                           "1. 2.3 - agreed. (TA 3/30/26)\n\n4. 4.3 - TA 3/30/26\n"));
    all.push_back(round_of("3.md", "Lodge 77", "April 20, 2026",
                           "4. 4.3 - change \"ten (10)\" to \"twenty (20)\".\n\n"
                           "5. 4.4 - delete.\n"));
    all[0].party = all[2].party = Side::union_side;
    all[1].party = Side::company;
    const Ledger ledger = build_ledger(all);
    REQUIRE(ledger.subjects.size() == 3);
    CHECK(subject_of(all, ledger, "twenty (20)").reopened);
    CHECK(subject_of(all, ledger, "twenty (20)").stances.size() == 3);
    CHECK(std::any_of(ledger.subjects.begin(), ledger.subjects.end(), [&](const Subject& subject) {
        return subject.stances.size() == 2 && last_word(all, subject, false)->status == Status::tentatively_agreed;
    }));
}

TEST_CASE("letters of two numbers are two, whatever they are called alike") {
    CHECK(same_letter("LOA 1", "LOA 3") == 0);
    CHECK(same_letter("LOA 1", "Letter of Agreement 1") >= 0.5);
    CHECK(same_letter("LOA #4 Parking", "Letter of Agreement 6 Parking") >= 0.5);
    CHECK(same_letter("LOA #4 Parking", "LOA #5 Catering") < 0.5);
    CHECK(same_letter("Side Letter A", "Side Letter B") == 0);
    CHECK(same_letter("Side Letter B", "Side Letter B – Boots") >= 0.5);
    CHECK(same_letter("Letter on Parking", "Letter on Parking") == 1);
}

TEST_CASE("a mark of agreement without words stands for what the other side asked for last at that place") {
    const auto round = [](const std::string& party, const std::string& date, const std::string& items) {
        return read_proposal({party + ".md", "# " + party + " Proposals\n\n" + date + "\n\n" + items, {}});
    };
    const std::string asked =
        "1. Section 3.2 – Change \"ten\" to \"nine\".\n\n2. Section 4.1 – Change \"May\" to \"June\".\n\n"
        "3. Article 5 – Hours\n\nChange \"noon\" to \"one\". Change \"six\" to \"seven\".\n";
    const std::string answered =
        "1. Section 3.2 – The Employer accepts. (TA 5/4/26)\n\n2. Section 4.1 – Rejected.\n\n"
        "3. Article 5 – Hours\n\nTA 5/4/26\n";
    const std::vector<Proposal> all =
        in_order_of_dates({round("Union", "May 1, 2026", asked), round("Employer", "May 4, 2026", answered)});
    const Ledger ledger = build_ledger(all);
    std::size_t with_words = 0;
    for (const Subject& subject : ledger.subjects)
        if (const Stance* agreed = last_stance(all, subject, true))
            with_words += words_of(all, subject, *agreed).inserted_text == "nine" ? 1 : 0;
    CHECK(with_words == 1);
    // Which of two things in article 5 is agreed, or both, is not said.
    for (const Subject& subject : ledger.subjects)
        for (const Stance& stance : subject.stances)
            if (operation_of(all, stance).target.article == "5") CHECK(stance.accepts == none);
}

TEST_CASE("an answer to the other side's item by its number alone belongs to the subject of that item") {
    const auto round = [](const std::string& party, const std::string& date, const std::string& items) {
        return read_proposal({party + ".md", "# " + party + " Proposals\n\n" + date + "\n\n" + items, {}});
    };
    const std::string asked =
        "L-1. Section 3.2 – Change \"ten\" to \"nine\".\n\nL-2. Section 4.1 – Change \"May\" to \"June\".\n\n"
        "L-3. Section 5.1 – Change \"noon\" to \"one\". Change \"six\" to \"seven\".\n";
    const std::string answered =
        "L-1: Agreed. TA 5/4/26\n\nL-2: Rejected.\n\nL-3: Agreed. TA 5/4/26\n\nC-1. Section 7.1 – Change \"red\" to "
        "\"blue\".\n\nC-2. Section 8.1 – Change \"hot\" to \"cold\".\n";
    const std::vector<Proposal> all =
        in_order_of_dates({round("Union", "May 1, 2026", asked), round("Employer", "May 4, 2026", answered)});
    const Ledger ledger = build_ledger(all);
    const auto asked_for = [&](const std::string& words) -> const Subject& {
        return *std::find_if(ledger.subjects.begin(), ledger.subjects.end(), [&](const Subject& subject) {
            return operation_of(all, subject.stances.front()).inserted_text == words;
        });
    };
    const Subject& first = asked_for("nine");
    REQUIRE(first.stances.size() == 2);
    CHECK(operation_of(all, first.stances.back()).status == Status::tentatively_agreed);
    CHECK(words_of(all, first, first.stances.back()).inserted_text == "nine");
    CHECK(operation_of(all, asked_for("June").stances.back()).status == Status::rejected);
    // Item 3 asks for two things: which of them is agreed, or both, is not said.
    CHECK(asked_for("seven").stances.size() == 1);
    CHECK(asked_for("blue").stances.size() == 1);
}

TEST_CASE("an answer to an item that asks for several things is an answer to each") {
    const std::vector<Proposal> all = {
        read_proposal(
            {"1.md",
             "# Ferry Line Proposals\n\nMay 1, 2026\n\n"
             "E-1. Article 2, Section 2.1: Change \"ten days\" to \"nine days\". Change \"pier\" to \"dock\".\n\n"
             "E-2. Article 3, Section 3.1: Delete the last sentence.\n",
             {}}),
        read_proposal(
            {"2.md",
             "# Guild Response\n\nMay 8, 2026\n\nE-1: Rejected.\n\nE-2: Rejected.\n\n"
             "G-1. Section 7.1 – Change \"red\" to \"blue\".\n\nG-2. Section 8.1 – Change \"hot\" to \"cold\".\n",
             {}})};
    std::vector<Proposal> rounds = all;
    rounds[0].party = Side::company;
    rounds[1].party = Side::union_side;
    const Ledger ledger = build_ledger(rounds);
    REQUIRE(ledger.subjects.size() == 5);
    for (const Subject& subject : ledger.subjects) {
        if (subject.stances.front().round == 1) continue;
        CHECK(subject.stances.size() == 2);
        CHECK(last_word(rounds, subject, false)->status == Status::rejected);
    }
}

TEST_CASE("an acceptance that prints the value it accepts stands for the other side's words, unless it excepts some") {
    const auto rounds_with = [](const std::string& answer) {
        std::vector<Proposal> rounds = {
            read_proposal(
                {"1.md",
                 "# Ferry Line Proposals\n\nMay 1, 2026\n\n1. Article 2, Section 2.1: Change \"three (3) hours\" "
                 "to \"five (5) hours\".\n",
                 {}}),
            read_proposal(
                {"2.md", "# Guild Response\n\nMay 8, 2026\n\n1. Article 2, Section 2.1 – " + answer + "\n", {}})};
        rounds[0].party = Side::company;
        rounds[1].party = Side::union_side;
        return rounds;
    };
    const auto accepted = [&](const std::string& answer) {
        const std::vector<Proposal> rounds = rounds_with(answer);
        const Ledger ledger = build_ledger(rounds);
        REQUIRE(ledger.subjects.size() == 1);
        REQUIRE(ledger.subjects[0].stances.size() == 2);
        return ledger.subjects[0].stances[1].accepts != none;
    };
    CHECK(accepted("The Guild accepts the Line's five (5) hours. (TA 5/8/26)"));
    CHECK_FALSE(accepted("The Guild accepts four (4) hours. (TA 5/8/26)"));
}

TEST_CASE(
    "a side that withdraws leaves open what the other one asks for; a whole section's withdrawal is of its items") {
    const auto round = [](const char* side, const char* date, const std::string& items) {
        const std::string text = std::string("# ") + side + " Proposals\n\n" + date + "\n\n" + items;
        return read_proposal({"p.md", text, {}}, {.grammar = "labor-agreement"});
    };
    const std::vector<Proposal> all = {
        round("Employer", "March 2, 2026",
              "1. Section 4. Strike \"ten\" and insert \"nine\".\n\n2. Section 7.2(3). Strike \"five\" and insert "
              "\"four\".\n"),
        round("Union", "April 2, 2026", "1. Section 4. Strike \"ten\" and insert \"twelve\".\n"),
        round("Employer", "May 2, 2026", "1. Section 4. Withdrawn.\n\n2. Section 7.2. Withdrawn.\n")};
    const Ledger ledger = build_ledger(all);
    REQUIRE(ledger.subjects.size() == 2);
    CHECK(last_word(all, ledger.subjects[0], false)->inserted_text == "twelve");
    CHECK(last_word(all, ledger.subjects[1], false)->status == Status::withdrawn);
    CHECK(ledger.subjects[1].dropped.empty());
}

TEST_CASE("a new paragraph is the subject that an answer names by its label, and paragraphs of a schedule are two") {
    const std::vector<Proposal> all = {
        round_of("1.md", "Lodge 77", "March 2, 2026",
                 "1. Article II.B: Add a new paragraph 4: \"One day a month is free.\"\n\n2. Schedule 2, paragraph 1: "
                 "replace \"5 days\" with \"3 days\".\n\n3. New clause 6: \"FACILITIES TIME. One day a week is "
                 "free.\"\n\n4. Section 9.1: Change \"one\" to \"two\".\n"),
        round_of("2.md", "Quarry Transit District", "March 30, 2026",
                 "1. Article II.B.4: Rejected.\n\n2. Schedule 2, paragraph 2: replace \"10 days\" with \"15 "
                 "days\".\n\n3. Section 9.1: agreed.\n"),
        round_of("3.md", "Lodge 77", "April 20, 2026", "1. Article II.B.4: Withdrawn.\n\n2. Clause 6: withdrawn.\n")};
    const Ledger ledger = build_ledger(all);
    CHECK(ledger.subjects.size() == 5);
    std::size_t dropped = 0;
    for (const Subject& subject : ledger.subjects) dropped += subject.dropped.size();
    CHECK(dropped == 1);  // the union's paragraph 1
}

TEST_CASE("several things that are asked at one place are a subject each") {
    const std::vector<Proposal> all = {
        round_of("1.md", "Lodge 77", "May 1, 2026",
                 "1. Side Letter 4: Change \"$60.00\" to \"$75.00\".\n\n2. Side Letter 4: Add a row: \"Stewards | 4 | "
                 "$75.00\".\n\n3. Section 9.1: Change \"thirty days\" to \"forty days\".\n"),
        round_of(
            "2.md", "Quarry Transit District", "May 20, 2026",
            "1. Side Letter 4: Change \"without charge\" to \"at half cost\".\n\n2. Section 9.1: Change \"in writing\" "
            "to \"by letter\".\n"),
        round_of("3.md", "Lodge 77", "June 3, 2026",
                 "1. Side Letter 4: The Union rejects the change of laundering.\n")};
    const Ledger ledger = build_ledger(all);
    CHECK(ledger.subjects.size() == 5);
    const auto rejected = std::find_if(ledger.subjects.begin(), ledger.subjects.end(),
                                       [](const Subject& subject) { return subject.stances.size() > 1; });
    REQUIRE(rejected != ledger.subjects.end());
    CHECK(rejected->stances.front().round == 1);
}

TEST_CASE("one sentence's number stays one subject, written in words, or in words and figures") {
    std::vector<Proposal> all;
    all.push_back(round_of("1.md", "Lodge 77", "March 2, 2026",
                           "1. Article 9. Notice, Section 9.1\n\nReplace \"thirty\" with \"sixty\" in the first "
                           "sentence.\n\n2. Article 10. Rest\n\nDelete \"monthly\".\n"));
    all.push_back(round_of("2.md", "Quarry Transit District", "March 30, 2026",
                           "1. Article 9. Notice, Section 9.1\n\nReplace \"thirty (30)\" with \"forty-five (45)\" in "
                           "the first sentence.\n\n2. Article 10. Rest\n\nDelete \"monthly\".\n"));
    all[0].party = Side::union_side;
    all[1].party = Side::company;
    const Ledger ledger = build_ledger(all);
    REQUIRE(ledger.subjects.size() == 2);
    CHECK(ledger.subjects[0].stances.size() == 2);
}

TEST_CASE("a few words on a letter are said of all that is asked there, and a longer remark is not") {
    const auto rejected = [](const char* answer) {
        std::vector<Proposal> all;
        all.push_back(round_of("1.md", "Lodge 77", "March 2, 2026",
                               "1. Letter of Understanding 3, Parking\n\nReplace \"ten dollars\" with \"five "
                               "dollars\".\n\nReplace \"two places\" with \"nine spaces\".\n"));
        all.push_back(round_of("2.md", "Quarry Transit District", "March 30, 2026",
                               std::string("1. Letter of Understanding 3, Parking\n\n") + answer + "\n"));
        all[0].party = Side::union_side;
        all[1].party = Side::company;
        const Ledger ledger = build_ledger(all);
        return std::count_if(ledger.subjects.begin(), ledger.subjects.end(), [&](const Subject& subject) {
            return last_word(all, subject, false)->status == Status::rejected;
        });
    };
    CHECK(rejected("The District rejects this.") == 2);
    CHECK(rejected("The District rejects the fee that the Lodge asks for, and looks into the other matter.") == 1);
}
