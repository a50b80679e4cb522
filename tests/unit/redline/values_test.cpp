#include "redline/values.hpp"

#include <doctest/doctest.h>

#include <random>
#include <string>
#include <vector>

#include "stet.hpp"

using namespace stet;

namespace {

/// A block's two texts and edits, drawn as "kept [-struck-] {+written+} <aside struck by its author>"; "|" is a tab
/// between two cells, in no edit.
struct Marked {
    std::string before, after;
    std::vector<Edit> edits;

    explicit Marked(std::string_view marked) {
        for (std::size_t at = 0; at < marked.size();) {
            if (marked[at] == '|') {
                before += '\t';
                after += '\t';
                ++at;
            } else if (marked.substr(at, 2) == "[-") {
                at = take(marked, at + 2, "-]", EditOp::deleted, false);
            } else if (marked.substr(at, 2) == "{+") {
                at = take(marked, at + 2, "+}", EditOp::inserted, false);
            } else if (marked[at] == '<') {
                at = take(marked, at + 1, ">", EditOp::inserted, true);
            } else {
                const std::size_t end = std::min(marked.find_first_of("|[{<", at), marked.size());
                add(EditOp::equal, false, marked.substr(at, end - at));
                at = end;
            }
        }
    }

    std::vector<ValueChange> changes() const { return find_value_changes(before, after, edits, {"section"}); }

private:
    std::size_t take(std::string_view marked, std::size_t at, std::string_view close, EditOp op, bool aside) {
        const std::size_t end = marked.find(close, at);
        REQUIRE(end != std::string_view::npos);
        add(op, aside, marked.substr(at, end - at));
        return end + close.size();
    }

    void add(EditOp op, bool aside, std::string_view text) {
        Edit edit{op, aside, {size(before), size(before)}, {size(after), size(after)}};
        if (op != EditOp::inserted) before += text;
        if (op != EditOp::deleted) after += text;
        edit.before.end = size(before);
        edit.after.end = size(after);
        edits.push_back(edit);
    }

    static std::uint32_t size(const std::string& text) { return static_cast<std::uint32_t>(text.size()); }
};

/// "type before > after delta percent%", one a line.
std::string listed(std::string_view marked) {
    std::string out;
    for (const ValueChange& change : Marked(marked).changes()) {
        if (!out.empty()) out += '\n';
        out += change.type + " " + change.before + " > " + change.after;
        if (change.delta) out += " " + *change.delta;
        if (change.percent) out += " " + *change.percent + "%";
    }
    return out;
}

}  // namespace

TEST_CASE("each kind of value has its amounts, delta and percent") {
    CHECK(listed("a premium of [-one dollar ($1.00)-]{+two dollars ($2.00)+} per hour") ==
          "money 1.00 > 2.00 +1.00 +100.0%");
    CHECK(listed("[-$16-]{+$16.50+}") == "money 16.00 > 16.50 +0.50 +3.1%");
    CHECK(listed("[-22.10-]{+$24.15+}") == "money 22.10 > 24.15 +2.05 +9.3%");
    CHECK(listed("[-22.10-]{+$22.10+}") == "");
    CHECK(listed("the [-ratio is 1.25-]{+bonus is $2.00+}") == "money  > 2.00\ncount 1.25 > ");
    CHECK(listed("[-22.10-]{+24.00+}") == "count 22.10 > 24.00 +1.90 +8.6%");
    CHECK(listed("[-5%-]{+3.6 percent+}") == "percent 5 > 3.6 -1.4 -28.0%");
    CHECK(listed("on [-January 3, 2022-]{+1/10/22+}") == "date 2022-01-03 > 2022-01-10 +7");
    CHECK(listed("[-eighteen (18)-]{+twelve (12)+} months") == "duration 18 months > 12 months -6 -33.3%");
    CHECK(listed("[-1,040-]{+520+} of them") == "count 1040 > 520 -520 -50.0%");
    CHECK(listed("under Section [-12-]{+14+}") == "reference section 12 > section 14");
    CHECK(listed("[-two weeks-]{+10 days+}") == "duration 2 weeks > 10 days -4 days -28.6%");
    CHECK(listed("[-0-]{+5+} people") == "count 0 > 5 +5");
    CHECK(listed("[-1/3-]{+2/3+} of it") == "count 0.333333 > 0.666667 +0.3333 +100.0%");
    CHECK(listed("[-2/3-]{+3/4+} of it") == "count 0.666667 > 0.75 +0.0833 +12.5%");
}

TEST_CASE("the printed forms are kept whole") {
    const auto changes = Marked("within sixty ([-60-]{+90+}) days").changes();
    REQUIRE(changes.size() == 1);
    CHECK(changes[0].before_text == "sixty (60) days");
    CHECK(changes[0].after_text == "sixty (90) days");
}

TEST_CASE("a value counts whole when a part of it is touched on one side only") {
    CHECK(listed("90 {+calendar +}days") == "duration 90 days > 90 calendar days");
    CHECK(listed("{+twenty-+}five people") == "count 5 > 25 +20 +400.0%");
    CHECK(listed("$5[- million-] a year") == "money 5000000.00 > 5.00 -4999995.00 -100.0%");
}

TEST_CASE("the same value in other words is no change") {
    CHECK(listed("[-90 days-]{+ninety (90) days+}") == "");
    CHECK(listed("{+ninety (+}90{+)+} days") == "");
    CHECK(listed("for 90 days the [-Employer-]{+Company+} shall pay $5") == "");
    CHECK(listed("nothing changed for 90 days") == "");
}

TEST_CASE("a full stop behind a value says nothing of which it became") {
    CHECK(listed("rises by [-2.5% on August 15, 2024-]{+3% on August 15, 2026 and 4% on August 15, 2027+}.") ==
          "percent 2.5 > 3 +0.5 +20.0%\ndate 2024-08-15 > 2026-08-15 +730\npercent  > 4\ndate  > 2027-08-15");
}

TEST_CASE("several values of a paragraph are each paired") {
    CHECK(
        listed("pays [-$1.00-]{+$1.25+} within [-10 days-]{+14 days+} of the notice, and $3 on [-1/3/22-]{+1/4/22+}") ==
        "money 1.00 > 1.25 +0.25 +25.0%\nduration 10 days > 14 days +4 +40.0%\ndate 2022-01-03 > 2022-01-04 +1");
    CHECK(listed("[-pays $1.00 and $2.00 in 5 days-]{+within 6 days gives $1.50 and $2.75+}") ==
          "duration 5 days > 6 days +1 +20.0%\nmoney 1.00 > 1.50 +0.50 +50.0%\nmoney 2.00 > 2.75 +0.75 +37.5%");
}

TEST_CASE("of unequal numbers the nearest are paired in order") {
    CHECK(listed("[-for fifteen (15) days.-]{+for sixteen (16) days. Post it for thirteen (13) weeks.+}") ==
          "duration 15 days > 16 days +1 +6.7%\nduration  > 13 weeks");
    CHECK(listed("[-$1.00, $500 and $2,000-]{+$510 and $2,100+}") ==
          "money 500.00 > 510.00 +10.00 +2.0%\nmoney 2000.00 > 2100.00 +100.00 +5.0%\nmoney 1.00 > ");
    CHECK(listed("[-80 hours-]{+80 or more+}") == "duration 80 hours > 80");
}

TEST_CASE("of two values between the same words the one that differs little is the one that changed") {
    CHECK(listed("up to [-35 hours, of which some go by lot, and up to 53 hours-]{+52 hours+}, by rank") ==
          "duration 53 hours > 52 hours -1 -1.9%\nduration 35 hours > ");
}

TEST_CASE("a value that went and one that came on either side of one that stays are no pair") {
    CHECK(listed("the [-third and -]fourth{+ and fifth+} floors") == "count  > 5\ncount 3 > ");
    CHECK(listed("of [-7-]{+8+} rooms on the [-3, -]4{+, 6+} floors") ==
          "count 7 > 8 +1 +14.3%\ncount  > 6\ncount 3 > ");
    CHECK(listed("[-3, -]4{+, 6+} units") == "count  > 6\ncount 3 > ");
    CHECK(listed("[-$5, -]$7{+ and $9+} or") == "money  > 9.00\nmoney 5.00 > ");
    CHECK(listed("[-$5-]{+$6+}, $7 [-$9-]{+$8+}") == "money 5.00 > 6.00 +1.00 +20.0%\nmoney 9.00 > 8.00 -1.00 -11.1%");
}

TEST_CASE("a noun that came in front of a label makes no other reference of it") {
    CHECK(listed("under {+Sections +}4.1{+ and 3.2+} of it") == "reference  > section 3.2");
    CHECK(listed("under [-Section -]4.1 of it") == "");
    CHECK(listed("[-has 5 members-]{+is named in Section 5+}") == "reference  > section 5\ncount 5 > ");
}

TEST_CASE("a number of millions is printed as one") {
    CHECK(listed("[-1,000,000-]{+2.5 million+} calls") == "count 1000000 > 2500000 +1500000 +150.0%");
}

TEST_CASE("rates are paired by the dates that their clauses tie them to") {
    CHECK(listed("[-by 4% in 2024; in 2025 by 3.5%.-]{+by 5% in 2026; in 2027 by 4%; and in 2028 by at least 2%.+}") ==
          "percent 4 > 5 +1 +25.0%\ndate 2024 > 2026\ndate 2025 > 2027\npercent 3.5 > 4 +0.5 +14.3%\n"
          "date  > 2028\npercent  > 2");
    // A year that stays keeps its rate, though it is no longer the first.
    CHECK(listed("By [-4%-]{+3%+} in 2025{+; by 4% in 2027+}") ==
          "percent 4 > 3 -1 -25.0%\npercent  > 4\ndate  > 2027");
}

TEST_CASE("values without partner have an empty side") {
    CHECK(listed("pay{+ of $5.00+} is due") == "money  > 5.00");
    CHECK(listed("pay[- of $5.00-] is due") == "money 5.00 > ");
}

TEST_CASE("changes far apart are not paired, changes a word apart are") {
    CHECK(listed("pay [-$5 -]for all the work done that month{+ or $6+}") == "money 5.00 > \nmoney  > 6.00");
    CHECK(listed("[-$5-] for {+$6+}") == "money 5.00 > 6.00 +1.00 +20.0%");
    CHECK(listed("pay [-$5-]. {+$6+} is due") == "money 5.00 > \nmoney  > 6.00");
}

TEST_CASE("cells are hunks of their own") {
    CHECK(listed("Clerk|520|[-$16.52-]{+$16.67+}|[-$17.07-]{+$18.42+}") ==
          "money 16.52 > 16.67 +0.15 +0.9%\nmoney 17.07 > 18.42 +1.35 +7.9%");
    CHECK(listed("Clerk|[-$5-]|{+$6+}") == "money 5.00 > \nmoney  > 6.00");
}

TEST_CASE("what stands aside is left out") {
    CHECK(listed("pay <one dollar ($1.00) >[-one dollar ($1.00)-]{+two dollars ($2.00)+}") ==
          "money 1.00 > 2.00 +1.00 +100.0%");
    CHECK(listed("pay <$7 >now") == "");
}

TEST_CASE("edits may cover a stretch of the texts") {
    const std::string before = "First $1. Then $5 more.", after = "Then $6 more.";
    const std::vector<Edit> edits = {{EditOp::equal, false, {10, 15}, {0, 5}},
                                     {EditOp::deleted, false, {15, 17}, {5, 5}},
                                     {EditOp::inserted, false, {17, 17}, {5, 7}},
                                     {EditOp::equal, false, {17, 23}, {7, 13}}};
    const auto changes = find_value_changes(before, after, edits, {});
    REQUIRE(changes.size() == 1);
    CHECK(changes[0].before == "5.00");
    CHECK(changes[0].after == "6.00");
}

TEST_CASE("every touched value is listed or has an equal partner") {
    const std::vector<std::string> words = {"$5",      "$6", "90", "days",   "one", "(1)",
                                            "hundred", "of", "5%", "1/3/22", "the", "."};
    std::mt19937 random(11);
    for (int round = 0; round < 2000; ++round) {
        std::string marked;
        for (unsigned i = 1 + random() % 12; i > 0; --i) {
            const std::string word = words[random() % words.size()] + " ";
            const unsigned kind = random() % 3;
            marked += kind == 0 ? word : kind == 1 ? "[-" + word + "-]" : "{+" + word + "+}";
        }
        CAPTURE(marked);
        const Marked texts(marked);
        long balance = 0;  // sums after less sums before, in whole dollars
        for (const ValueChange& change : texts.changes()) {
            CHECK((change.before != change.after));
            if (change.type != "money") continue;
            if (!change.after.empty()) balance += std::stol(change.after);
            if (!change.before.empty()) balance -= std::stol(change.before);
        }
        const auto dollars = [](const std::string& text) {
            long sum = 0;
            for (std::size_t at = text.find('$'); at != std::string::npos; at = text.find('$', at + 1)) {
                const bool hundreds = text.substr(at + 2, 9) == " hundred ";
                sum += (text[at + 1] - '0') * (hundreds ? 100 : 1);
            }
            return sum;
        };
        CHECK(balance == dollars(texts.after) - dollars(texts.before));
    }
}

TEST_CASE("values: a pair whose words and figure differ after a change is flagged, once and where it was touched") {
    const auto flags_of = [](std::string_view marked) {
        const Marked texts(marked);
        std::vector<Flag> flags;
        find_value_changes(texts.before, texts.after, texts.edits, {}, &flags);
        std::string out;
        for (const Flag& flag : flags) out += flag.code + ": " + flag.text + "\n";
        return out;
    };
    CHECK(flags_of("paid [-thirty-]{+forty+} dollars ($30.00) for it") ==
          "number-pair: “forty dollars ($30.00)”: the words say 40, the figure 30\n");
    CHECK(flags_of("within [-ninety (90)-]{+sixty (45)+} days of it") ==
          "number-pair: “sixty (45) days”: the words say 60, the figure 45\n");
    CHECK(flags_of("within sixty (90) days of [-notice-]{+word+}") == "");
    CHECK(flags_of("within [-sixty (90)-]{+ninety (90)+} days of it") == "");
}

TEST_CASE("a number word of something else is not what became of a duration") {
    CHECK(listed("leave of [-eight weeks-]{+one semester+} with pay") == "count  > 1\nduration 8 weeks > ");
    CHECK(listed("[-83 hours-]{+88+}") == "duration 83 hours > 88");
    CHECK(listed("after [-seventy (70) hours-]{+seventy-five (75)+} worked") == "duration 70 hours > 75");
    CHECK(listed("after the [-first 64-]{+66 qualified+} hours worked") == "duration 64 hours > 66");
}

TEST_CASE("a range that became one value, or the reverse: both its ends did") {
    CHECK(listed("within [-10 to 15-]{+12+} days") ==
          "duration 10 days > 12 days +2 +20.0%\nduration 15 days > 12 days -3 -20.0%");
    CHECK(listed("of [-$20-]{+$20–$30+} each") == "money 20.00 > 30.00 +10.00 +50.0%");
    CHECK(listed("[-from 7:00 to 19:00-]{+from 7:00+}") == "date T19:00 > ");
}

TEST_CASE("an hour is one hour where it became another time") {
    CHECK(listed("within [-an hour-]{+two hours+} of it") == "duration 1 hour > 2 hours +1 +100.0%");
    CHECK(listed("within [-an-]{+one+} hour of it") == "");
    CHECK(listed("paid{+ within an hour+} of it") == "");
}

TEST_CASE("a sum of another currency has no difference, and is flagged") {
    const Marked marked("at most [-NOK 2,000,000-]{+EUR 250,000+} an item");
    std::vector<Flag> flags;
    const auto changes = find_value_changes(marked.before, marked.after, marked.edits, {}, &flags);
    REQUIRE(changes.size() == 1);
    CHECK(!changes[0].delta);
    REQUIRE(flags.size() == 1);
    CHECK(flags[0].code == "currency");
    CHECK(flags[0].text == "“NOK 2,000,000” became “EUR 250,000”, of another currency");
    CHECK(listed("of [-CAD 5-]{+CAD 6+}") == "money 5.00 > 6.00 +1.00 +20.0%");
}

TEST_CASE("a bound becomes one of the same side where it stands beside another") {
    CHECK(listed("pays [-not less than 30% nor more than 50%-]{+at least 25%+} of its profit") ==
          "percent 30 > 25 -5 -16.7%\npercent 50 > ");
    CHECK(listed("pays [-not less than 30% nor more than 50%-]{+at most 40%+} of its profit") ==
          "percent 50 > 40 -10 -20.0%\npercent 30 > ");
}

TEST_CASE("values: durations in two units differ by the smaller one, where that is settled") {
    const auto told = [](const std::string& before, const std::string& after) {
        const Redline redline = compare({"b.md", "1. The Bank pays within " + before + " of the notice of it.\n", {}},
                                        {"a.md", "1. The Bank pays within " + after + " of the notice of it.\n", {}});
        std::string out;
        for (const Change& change : redline.changes)
            for (const ValueChange& value : change.values)
                out += value.before + " > " + value.after + " " + value.delta.value_or("?") + ";";
        return out;
    };
    CHECK(told("14 days", "a fortnight") == "14 days > 1 fortnight +0 days;");
    CHECK(told("3 weeks", "a fortnight") == "3 weeks > 1 fortnight -1 week;");
    CHECK(told("12 months", "2 years") == "12 months > 2 years +12 months;");
    CHECK(told("48 hours", "3 days") == "48 hours > 3 days ?;");
    CHECK(told("14 days", "14 working days") == "14 days > 14 working days ?;");
}

TEST_CASE("values: one of a unit in front of a word that says how long, and behind each") {
    const auto told = [](const std::string& before, const std::string& after) {
        const Redline redline = compare({"b.md", "1. " + before + "\n", {}}, {"a.md", "1. " + after + "\n", {}});
        std::string out;
        for (const Change& change : redline.changes)
            for (const ValueChange& value : change.values) out += value.before + " > " + value.after + ";";
        return out;
    };
    CHECK(told("It ends 14 days after the notice.", "It ends a fortnight after the notice.") ==
          "14 days > 1 fortnight;");
    CHECK(told("It is paid for each full hour.", "It is paid for each half hour.") == "1 full hour > 0.5 hours;");
    CHECK(told("It stays for each hour of rain.", "It stays for 17 consecutive hours of rain.") ==
          " > 17 consecutive hours;");
    CHECK(told("A break is given each hour of rain.", "A break is given each half hour of rain.") ==
          "1 hour > 0.5 hours;");
    CHECK(told("They meet every week.", "They meet every two weeks.") == "1 week > 2 weeks;");
    CHECK(told("It costs $5 a day after the third.", "It costs $5 a week after the third.") == "");
}

TEST_CASE("values: the numbers of telephones are none") {
    const auto told = [](const std::string& before, const std::string& after) {
        const Redline redline = compare({"b.md", "1. " + before + "\n", {}}, {"a.md", "1. " + after + "\n", {}});
        std::size_t count = 0;
        for (const Change& change : redline.changes) count += change.values.size();
        return count;
    };
    CHECK(told("Ring tel. 020 7946 0142, ext. 311.", "Ring tel. 020 7946 0199, ext. 415.") == 0);
    CHECK(told("Fax number: (503) 555-0143.", "Fax number: (503) 555-0188.") == 0);
    CHECK(told("It has a phone, 3 oars.", "It has a phone, 4 oars.") == 1);
    CHECK(told("An extension of 5 pages.", "An extension of 6 pages.") == 1);
}
