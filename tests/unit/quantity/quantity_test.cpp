#include "quantity/quantity.hpp"

#include <doctest/doctest.h>

#include <random>
#include <string>
#include <vector>

using stet::find_quantities;
using stet::Quantity;

namespace {

const std::vector<std::string> nouns = {"section", "article", "appendix", "§", "sec"};

/// "type [printed form] amount unit iso" of every quantity, one a line.
std::string listed(std::string_view text, const std::vector<std::string>& reference_nouns = {}) {
    std::string out;
    for (const Quantity& q : find_quantities(text, reference_nouns)) {
        if (!out.empty()) out += '\n';
        out += stet::quantity_type_name(q.type);
        out += " [" + std::string(text.substr(q.span.begin, q.span.size())) + "]";
        if (q.type != stet::QuantityType::date && q.type != stet::QuantityType::reference) out += " " + q.amount.text();
        if (!q.unit.empty()) out += " " + q.unit;
        if (!q.iso.empty()) out += " " + q.iso;
        if (!q.exact) out += " rounded";
        if (q.weak) out += " weak";
    }
    return out;
}

struct Case {
    std::string_view text;
    std::string_view expected;
};

void check(const std::vector<Case>& cases, const std::vector<std::string>& reference_nouns = {}) {
    for (const Case& c : cases) {
        CAPTURE(c.text);
        CHECK(listed(c.text, reference_nouns) == c.expected);
    }
}

}  // namespace

TEST_CASE("money") {
    check({{"a premium of $1,040.50 a year", "money [$1,040.50] 1040.5"},
           {"$.25", "money [$.25] 0.25"},
           {"$ 680.47", "money [$ 680.47] 680.47"},
           {"25 cents per hour", "money [25 cents] 0.25"},
           {"Top rate = .35c", "money [.35c] 0.35"},
           {"one cent (1¢)", "money [one cent (1¢)] 0.01"},
           {"two thousand dollars ($2,000)", "money [two thousand dollars ($2,000)] 2000"},
           {"one dollar and fifty cents ($1.50) each", "money [one dollar and fifty cents ($1.50)] 1.5"},
           {"twenty ($20) dollars", "money [twenty ($20) dollars] 20"},
           {"max ten dollars [$10]", "money [ten dollars [$10]] 10"},
           {"$170 million", "money [$170 million] 170000000"},
           {"$500 (five hundred dollars)", "money [$500 (five hundred dollars)] 500"},
           {"€500 or 500 €", "money [€500] 500 €\nmoney [500 €] 500 €"},
           {"one dollar ($1.00) two dollars ($2.00)", "money [one dollar ($1.00)] 1\nmoney [two dollars ($2.00)] 2"},
           {"$5 (2 of 3)", "money [$5] 5\ncount [2] 2\ncount [3] 3"},
           {"-$5.00", "money [-$5.00] -5"}});
}

TEST_CASE("percentages") {
    check({{"5%", "percent [5%] 5"},
           {"79 percent", "percent [79 percent] 79"},
           {"3.6 per cent", "percent [3.6 per cent] 3.6"},
           {"SEVENTY-NINE PERCENT (79%)", "percent [SEVENTY-NINE PERCENT (79%)] 79"},
           {"sixty (60) percent", "percent [sixty (60) percent] 60"},
           {"sixty (60%) percent", "percent [sixty (60%) percent] 60"},
           {"six and fifty-five hundredths percent (6.55%)",
            "percent [six and fifty-five hundredths percent (6.55%)] 6.55"},
           {"66 2/3% of", "percent [66 2/3%] 66.666667 rounded"}});
}

TEST_CASE("dates and times of day") {
    check({{"January 3, 2022", "date [January 3, 2022] 2022-01-03"},
           {"July 1/21 and Dec. 31/2024", "date [July 1/21] 2021-07-01\ndate [Dec. 31/2024] 2024-12-31"},
           {"1-Jul-21, 15-Mar-2024", "date [1-Jul-21] 2021-07-01\ndate [15-Mar-2024] 2024-03-15"},
           {"3-May-be", "count [3] 3"},
           {"Jan. 3rd, 2022", "date [Jan. 3rd, 2022] 2022-01-03"},
           {"3 January 2022", "date [3 January 2022] 2022-01-03"},
           {"the 3rd of January", "date [3rd of January] --01-03"},
           {"January 2022", "date [January 2022] 2022-01"},
           {"March 6", "date [March 6] --03-06"},
           {"1/16/22 and 1/6/88", "date [1/16/22] 2022-01-16\ndate [1/6/88] 1988-01-06"},
           {"1/2/70 1/2/69", "date [1/2/70] 1970-01-02\ndate [1/2/69] 2069-01-02"},
           {"12-19-94", "date [12-19-94] 1994-12-19"},
           {"30/01/2022", "date [30/01/2022] 2022-01-30"},
           {"(TA 12/2)", "date [12/2] --12-02"},
           {"2022-01-30", "date [2022-01-30] 2022-01-30"},
           {"7:30 a.m. to 7pm", "date [7:30 a.m.] T07:30\ndate [7pm] T19:00"},
           {"May 5", "date [May 5] --05-05"}});
    SUBCASE("what only looks like one") {
        check({{"they may 5 times", "count [5] 5"},
               {"2/29/23", "count [2] 2\ncount [29] 29\ncount [23] 23"},
               {"24/7", "count [24] 24\ncount [7] 7"},
               {"1/2 of it", "count [1/2] 0.5"}});
    }
}

TEST_CASE("durations") {
    check({{"90 days", "duration [90 days] 90 day"},
           {"ninety (90) calendar days", "duration [ninety (90) calendar days] 90 calendar day"},
           {"twenty-four (24) months", "duration [twenty-four (24) months] 24 month"},
           {"a 30-day notice", "duration [30-day] 30 day"},
           {"forty-eight (48 hours)", "duration [forty-eight (48 hours)] 48 hour"},
           {"two thousand [2,000] hours", "duration [two thousand [2,000] hours] 2000 hour"},
           {"three and one-half (3 ½) days", "duration [three and one-half (3 ½) days] 3.5 day"},
           {"one (1) year's pay", "duration [one (1) year] 1 year"},
           {"the 2022 year", "date [2022] 2022"},
           {"2080 hours, 1950 hours", "duration [2080 hours] 2080 hour\nduration [1950 hours] 1950 hour"},
           {"one-half (1/2) hour", "duration [one-half (1/2) hour] 0.5 hour"},
           {"half an hour, a half-day", "duration [half an hour] 0.5 hour\nduration [half-day] 0.5 day"},
           {"thirty-seven and one-half (37-1/2) hours",
            "duration [thirty-seven and one-half (37-1/2) hours] 37.5 hour"}});
}

TEST_CASE("counts") {
    check({{"1040, two (2), sixty", "count [1040] 1040\ncount [two (2)] 2\ncount [sixty] 60"},
           {"eighteen (20)", "count [eighteen (20)] 20"},
           {"one-half (1/2)", "count [one-half (1/2)] 0.5"},
           {"1-1/2 and 1-1/4x", "count [1-1/2] 1.5\ncount [1-1/4x] 1.25"},
           {"time and one-half (1-1/2x)", "count [time and one-half (1-1/2x)] 1.5"},
           {"two-thirds (2/3)", "count [two-thirds (2/3)] 0.666667 rounded"},
           {"the 5th day, the third day", "count [5th] 5 ordinal\ncount [third] 3 ordinal weak"},
           {"one thousand two hundred and forty-eight", "count [one thousand two hundred and forty-eight] 1248"},
           {"two hundred and three thousand", "count [two hundred and three thousand] 203000"},
           {"one hundred and two hundred", "count [one hundred] 100\ncount [two hundred] 200"},
           {"two million, five hundred thousand", "count [two million, five hundred thousand] 2500000"},
           {"a hundred, no one, one another, Form 12A, a 401(k), version 1.2.3", ""},
           {"1\t2 3\n\n4 days", "count [1] 1\ncount [2] 2\ncount [3] 3\nduration [4 days] 4 day"},
           {"1,2,3", "count [1] 1\ncount [2] 2\ncount [3] 3"},
           {"99999999999999999999", ""}});
}

TEST_CASE("what the words of a pair say where the figure says otherwise") {
    const auto words_of = [](std::string_view text) {
        const auto found = find_quantities(text);
        REQUIRE_MESSAGE(found.size() == 1, text);
        return found[0].in_words ? found[0].in_words->text() + " not " + found[0].amount.text() : "the same";
    };
    CHECK(words_of("forty dollars ($30.00)") == "40 not 30");
    CHECK(words_of("one thousand ($1,500)") == "1000 not 1500");
    CHECK(words_of("sixty (90) days") == "60 not 90");
    CHECK(words_of("forty-eight (24 hours)") == "48 not 24");
    CHECK(words_of("five percent (4.5%)") == "5 not 4.5");
    CHECK(words_of("sixty (50%) percent") == "60 not 50");
    CHECK(words_of("thirty (25) cents") == "0.3 not 0.25");
    for (const std::string_view text :
         {"forty dollars ($40.00)", "one thousand ($1,000)", "ninety (90) days", "twenty-five ($.25) cents",
          "thirty-three and one-third percent (33 1/3%)", "thirty-seven and one-half (37.5) hours",
          "one-half (.5) hour", "one and one-half (1 1/2) hours", "two thousand eighty (2,080) hours", "ninety days",
          "$40.00"})
        CHECK_MESSAGE(words_of(text) == "the same", text);
}

TEST_CASE("lists and ranges share the unit behind them") {
    check({{"30/60/90 days", "duration [30] 30 day\nduration [60] 60 day\nduration [90 days] 90 day"},
           {"not less than ten (10) nor more than 60 days", "duration [ten (10)] 10 day\nduration [60 days] 60 day"},
           {"at least 10 but not more than 60 days before", "duration [10] 10 day\nduration [60 days] 60 day"},
           {"The crew is 12, but not less than 30 days of notice", "count [12] 12\nduration [30 days] 30 day"},
           {"for 4 more than 60 days", "count [4] 4\nduration [60 days] 60 day"},
           {"thirty (30), sixty (60) or ninety (90) days",
            "duration [thirty (30)] 30 day\nduration [sixty (60)] 60 day\nduration [ninety (90) days] 90 day"},
           {"five (5) to seven (7) working days",
            "duration [five (5)] 5 working day\nduration [seven (7) working days] 7 working day"},
           {"3-4%", "percent [3] 3\npercent [4%] 4"},
           {"from 15 to 25 cents", "money [15] 0.15\nmoney [25 cents] 0.25"},
           {"$15.00 to $17.25", "money [$15.00] 15\nmoney [$17.25] 17.25"}});
    SUBCASE("what only stands near") {
        check({{"at Step 3 and 30 days", "count [3] 3\nduration [30 days] 30 day"},
               {"of 5 employees and 30 days", "count [5] 5\nduration [30 days] 30 day"},
               {"Step 3, 30 days", "count [3] 3\nduration [30 days] 30 day"},
               {"2 and $5.00", "count [2] 2\nmoney [$5.00] 5"},
               {"in 2022 and 30 days", "date [2022] 2022\nduration [30 days] 30 day"}});
    }
}

TEST_CASE("places in a row and multiples of a rate") {
    check({{"the third (3rd) step", "count [third (3rd)] 3 ordinal"},
           {"twenty-fifth (25th ) day", "count [twenty-fifth (25th )] 25 ordinal"},
           {"fourth (4 th ) Friday", "count [fourth (4 th )] 4 ordinal"},
           {"a quarter of it, the first quarter", "count [first] 1 ordinal weak"},
           {"time and one-half", "count [time and one-half] 1.5"},
           {"time-and-one-half (1-1/2)", "count [time-and-one-half (1-1/2)] 1.5"},
           {"double time and one-half (2½)", "count [double time and one-half (2½)] 2.5"},
           {"double-time", "count [double-time] 2"},
           {"straight time", "count [straight time] 1 weak"},
           {"one and one-half times (1-1/2x) the rate", "count [one and one-half times (1-1/2x)] 1.5"},
           {"1 and 1/2", "count [1 and 1/2] 1.5"},
           {"one third of the staff", "count [one third] 0.333333 rounded"},
           {"once a year, twice a year", "count [once] 1 weak\ncount [twice] 2 weak"},
           {"one-time pay, part time and one day", "duration [one day] 1 day"}});
}

TEST_CASE("further forms of money, percents and dates") {
    check({{"one dollar fifty cents", "money [one dollar fifty cents] 1.5"},
           {"one-half of one percent (.5%)", "percent [one-half of one percent (.5%)] 0.5"},
           {"1/2 of 1%", "percent [1/2 of 1%] 0.5"},
           {"12 1/2%, 12½ percent", "percent [12 1/2%] 12.5\npercent [12½ percent] 12.5"},
           {"this 2nd day of April, 2023", "date [2nd day of April, 2023] 2023-04-02"},
           {"the second day of April 2023", "date [second day of April 2023] 2023-04-02"},
           {"twenty-first (21st) day of May, 2021", "date [twenty-first (21st) day of May, 2021] 2021-05-21"},
           {"the first of June, June 1st, June first",
            "date [first of June] --06-01\ndate [June 1st] --06-01\ndate [June first] --06-01"},
           {"each July and in May", "date [July] --07 weak\ndate [May] --05 weak"},
           {"1.1.2024 is no 60.000.15", "date [1.1.2024] 2024-01-01"},
           {"6/2025", "date [6/2025] 2025-06"},
           {"January 1-5, 2022", "date [January 1] 2022-01-01\ndate [5, 2022] 2022-01-05"},
           {"June 1 and 2, 2022", "date [June 1] 2022-06-01\ndate [2, 2022] 2022-06-02"},
           {"2022-2023, 2023–24", "date [2022-2023] 2022/2023\ndate [2023–24] 2023/2024"},
           {"in 2022", "date [2022] 2022"},
           {"12:00 noon to 12:00 midnight", "date [12:00 noon] T12:00\ndate [12:00 midnight] T00:00"},
           {"until noon", "date [noon] T12:00"},
           {"seven o'clock a.m.", "date [seven o'clock a.m.] T07:00"},
           {"six a.m.", "date [six a.m.] T06:00"}});
    SUBCASE("what only looks like one") {
        check({{"June first-year employees", "date [June] --06 weak\ncount [first] 1 ordinal weak"},
               {"32nd of June", "count [32nd] 32 ordinal\ndate [June] --06 weak"},
               {"2022-1990", "date [2022] 2022\ndate [1990] 1990"}});
    }
}

TEST_CASE("figures with a comma for their point, and money in euros") {
    check({
        {"37,5 Stunden", "count [37,5] 37.5"},
        {"eine Zulage 19,50 Cent", "money [19,50 Cent] 0.195"},
        {"a factor of 1,5 applies", "count [1,5] 1.5"},
        {"Woche 37,5 hours", "duration [37,5 hours] 37.5 hour"},
        {"Classes 1,2 are paid", "count [1] 1\ncount [2] 2"},
        {"in zones 1,5 the pay", "count [1] 1\ncount [5] 5"},
        {"Grade 7,9 employees", "count [7] 7\ncount [9] 9"},
        {"in 2025,12 employees", "date [2025] 2025\ncount [12] 12"},
        {"$500 100% of it", "money [$500] 500\npercent [100%] 100"},
        {"4.250,00 Euro im Monat", "money [4.250,00 Euro] 4250 €"},
        {"de 2,5 % au", "percent [2,5 %] 2.5"},
        {"21,40 $ l'heure", "money [21,40 $] 21.4"},
        {"EUR 500,000 a year", "money [EUR 500,000] 500000 €"},
        {"1,200 miles", "count [1,200] 1200"},
        {"EUR 50 000 a year", "money [EUR 50 000] 50000 €"},
        {"12\u00A0500,00 $ par an", "money [12\u00A0500,00 $] 12500"},
        {"rooms 12 500 of", "count [12] 12\ncount [500] 500"},
        {"grades 4,5 and 6", "count [4] 4\ncount [5] 5\ncount [6] 6"},
        {"years 5,10,15", "count [5] 5\ncount [10] 10\ncount [15] 15"},
        {"policy 50.010.03", ""},
        {"€2.000.000 je Fall", "money [€2.000.000] 2000000 €"},
        {"2.000.000 Euro", "money [2.000.000 Euro] 2000000 €"},
        {"policy 50.010.030", ""},
    });
}

TEST_CASE("times of day in four digits, and fractions of something") {
    check({
        {"from 0600-1600 and 2100-0700",
         "date [0600] T06:00\ndate [1600] T16:00\ndate [2100] T21:00\ndate [0700] T07:00"},
        {"at 0630 hours", "date [0630 hours] T06:30"},
        {"from 0600 to 1430", "date [0600] T06:00\ndate [1430] T14:30"},
        {"forms 0101 to 0104", ""},
        {"a ratio of 1:12", "count [1] 1\ncount [12] 12"},
        {"After ratification the shift begins at 7:30.", "date [7:30] T07:30"},
        {"Ratios apply. It begins at 7:30.", "date [7:30] T07:30"},
        {"policy 0512-0034-0018", ""},
        {"1500-1800 pounds", "count [1500] 1500\ncount [1800] 1800"},
        {"paid at 1/9 of the salary", "count [1/9] 0.111111 rounded"},
        {"on 7/15 of each year", "date [7/15] --07-15"},
        {"by 1/15 of every school year", "date [1/15] --01-15"},
        {"1/12 of each year's leave", "count [1/12] 0.083333 rounded"},
        {"1/10 of the school year", "count [1/10] 0.1"},
        {"on 1/9 the salary", "date [1/9] --01-09"},
        {"laydays 10/15 March 2026", "count [10] 10\ndate [15 March 2026] 2026-03-15"},
    });
}

TEST_CASE("basis points are hundredths of a percent, and a bound may stand between a number and its unit") {
    check({
        {"plus 275 basis points", "percent [275 basis points] 2.75"},
        {"twenty-five (25) basis points", "percent [twenty-five (25) basis points] 0.25"},
        {"40 bps", "percent [40 bps] 0.4"},
        {"on a monthly basis 3 points", "count [3] 3"},
        {"ten (10) or more years", "duration [ten (10) or more years] 10 year"},
        {"two or less", "count [two] 2"},
        {"within 4 h", "duration [4 h] 4 hour"},
        {"Range 4 H", "count [4] 4"},
        {"300 miles one way", "count [300] 300"},
    });
}

TEST_CASE("typography does not matter") {
    check({{"twenty\xE2\x80\x93"
            "four hours",
            "duration [twenty\xE2\x80\x93"
            "four hours] 24 hour"},
           {"twenty-\nfour hours", "duration [twenty-\nfour hours] 24 hour"},
           {"twen-\n   ty-four hours", "duration [twen-\n   ty-four hours] 24 hour"},
           {"\xEF\xAC\x81ve (5)\nworking\ndays", "duration [\xEF\xAC\x81ve (5)\nworking\ndays] 5 working day"},
           {"90\xC2\xA0"
            "days",
            "duration [90\xC2\xA0"
            "days] 90 day"}});
}

TEST_CASE("references need their nouns") {
    check(
        {{"Section 12 and Article 5", "reference [Section 12] section 12\nreference [Article 5] article 5"},
         {"Section 12-105", "reference [Section 12-105] section 12-105"},
         {"by section 4/26/28 at the latest", "date [4/26/28] 2028-04-26"},
         {"Article 5:02, or 5:30 p.m.", "reference [Article 5:02] article 5:02\ndate [5:30 p.m.] T17:30"},
         {"the shift schedule 6:30 applies", "date [6:30] T06:30"},
         {"under section 5:02", "reference [section 5:02] section 5:02"},
         {"under section 5:05", "reference [section 5:05] section 5:05"},
         {"The schedule 7:30 a.m. to 3:30 p.m.", "date [7:30 a.m.] T07:30\ndate [3:30 p.m.] T15:30"},
         {"§ 12, §§ 4 and 5", "reference [§ 12] § 12\nreference [§§ 4] § 4\nreference [5] § 5"},
         {"Sections 4, 5 and 6(b)",
          "reference [Sections 4] section 4\nreference [5] section 5\nreference [6(b)] section 6(b)"},
         {"Sections 3 , 5 and 6", "reference [Sections 3] section 3\nreference [5] section 5\nreference [6] section 6"},
         {"Article 2026-27, Section 12", "date [2026-27] 2026/2027\nreference [Section 12] section 12"},
         {"Section 2.03(a)(ii).", "reference [Section 2.03(a)(ii)] section 2.03(a)(ii)"},
         {"ARTICLE IV", "reference [ARTICLE IV] article IV"},
         {"Appendix \"A\", Appendices B and C",
          "reference [Appendix \"A\"] appendix A\nreference [Appendices B] appendix B\nreference [C] appendix C"},
         {"Sec. 12", "reference [Sec. 12] sec 12"},
         {"Article Five (5)", "reference [Article Five (5)] article 5"},
         {"within this section 30 days", "duration [30 days] 30 day"},
         {"of this Section. 12 employees", "count [12] 12"},
         {"Section 4 and 5 days", "reference [Section 4] section 4\nduration [5 days] 5 day"},
         {"BREACH OF SECTION 4 OR 5, NEITHER", "reference [SECTION 4] section 4\nreference [5] section 5"},
         {"Article 4 and 7 of this plan", "reference [Article 4] article 4\nreference [7] article 7"},
         {"under Section 4 or 5 employees", "reference [Section 4] section 4\ncount [5] 5"},
         {"Section 4, 5 shifts", "reference [Section 4] section 4\ncount [5] 5"}},
        nouns);
    CHECK(listed("Section 12") == "count [12] 12");
}

TEST_CASE("any text gives ordered quantities inside it") {
    const std::vector<std::string> parts = {"one",
                                            "twenty",
                                            "-",
                                            "\n",
                                            " ",
                                            "\t",
                                            "(",
                                            ")",
                                            "$",
                                            "5",
                                            "1,040",
                                            ".25",
                                            "/",
                                            "12",
                                            "2022",
                                            "hundred",
                                            "thousand",
                                            "and",
                                            "half",
                                            "½",
                                            "%",
                                            "percent",
                                            "cents",
                                            "dollars",
                                            "days",
                                            "calendar",
                                            "January",
                                            "May",
                                            ",",
                                            ".",
                                            ":",
                                            "a.m.",
                                            "Section",
                                            "§",
                                            "(a)",
                                            "A",
                                            "x",
                                            "th",
                                            "\xE2\x80\x99",
                                            "\xC2\xAD",
                                            "\xEF\xAC\x81",
                                            "\xFF",
                                            "[",
                                            "]",
                                            "to",
                                            "€",
                                            "USD",
                                            "k",
                                            "c"};
    std::mt19937 random(7);
    for (int round = 0; round < 3000; ++round) {
        std::string text;
        for (unsigned i = random() % 14; i > 0; --i) text += parts[random() % parts.size()] + (random() % 2 ? " " : "");
        CAPTURE(text);
        std::uint32_t end = 0;
        for (const Quantity& q : find_quantities(text, nouns)) {
            REQUIRE(q.span.begin >= end);
            REQUIRE(q.span.begin < q.span.end);
            end = q.span.end;
            REQUIRE(end <= text.size());
        }
    }
}

TEST_CASE("times with a full stop, months within a sentence, ratios, and numbers that are no times") {
    check({{"between 6.00 am and 6.30 p.m.", "date [6.00 am] T06:00\ndate [6.30 p.m.] T18:30"},
           {"a rate of 6.00 and 6.30", "count [6.00] 6\ncount [6.30] 6.3"},
           {"held in May of each year, or in March", "date [May] --05 weak\ndate [March] --03 weak"},
           {"The Tenant May March", ""},
           {"not before 1 June, nor on 3 May", "date [1 June] --06-01\ndate [3 May] --05-03"},
           {"Step 1 June", "count [1] 1\ndate [June] --06 weak"},
           {"CHF 5 and a cad 6", "money [CHF 5] 5 CHF\ncount [6] 6"},
           {"not exceed 3.50:1.00", "count [3.50:1.00] 3.5"},
           {"less than 2.75 to 1.00", "count [2.75 to 1.00] 2.75"},
           {"from 2 to 1 of them", "count [2] 2\ncount [1] 1"},
           {"Forms 0100 to 0250", ""},
           {"Mondays 0600 to 1430", "date [0600] T06:00\ndate [1430] T14:30"},
           {"of $5 200 employees", "money [$5] 5\ncount [200] 200"},
           {"of $50 000 less tax", "money [$50 000] 50000"}});
}

TEST_CASE("letters and numbers with points go on as references behind a conjunction") {
    check({{"breach of Section 2.2 or 3.1 or for", "reference [Section 2.2] section 2.2\nreference [3.1] section 3.1"},
           {"in Article III or IV applies", "reference [Article III] article III\nreference [IV] article IV"},
           {"in Appendix B and I will", "reference [Appendix B] appendix B"},
           {"of Section D.8, and Sections IV.2.1 to IV.2.3.",
            "reference [Section D.8] section D.8\nreference [Sections IV.2.1] section IV.2.1\n"
            "reference [IV.2.3] section IV.2.3"},
           {"under Section 4 or 5 employees", "reference [Section 4] section 4\ncount [5] 5"},
           {"under Section 4 or 5 applies", "reference [Section 4] section 4\nreference [5] section 5"},
           {"Section 1, 2 or 2A is",
            "reference [Section 1] section 1\nreference [2] section 2\nreference [2A] section 2A"},
           {"Section 3.01, 3.02, or 3.04",
            "reference [Section 3.01] section 3.01\nreference [3.02] section 3.02\nreference [3.04] section 3.04"},
           {"Section 4, 5 boats and 6 cars", "reference [Section 4] section 4\ncount [5] 5\ncount [6] 6"},
           {"under Section 4, 2 or 5 men", "reference [Section 4] section 4\ncount [2] 2\ncount [5] 5"}},
          nouns);
}

TEST_CASE("one unit behind a word that says how long is a weak duration where it is asked for") {
    const auto values = [](std::string_view text) {
        std::string out;
        for (const Quantity& q : find_quantities(text, {}, stet::SingleUnits::read))
            out += (out.empty() ? "" : ", ") + q.amount.text() + " " + q.unit + (q.weak ? " weak" : "");
        return out;
    };
    CHECK(values("within an hour of it") == "1 hour weak");
    CHECK(values("Within a calendar month") == "1 calendar month weak");
    CHECK(values("thrice an hour, $5 a day") == "5 ");
    CHECK(values("for a year-long lease") == "");
    CHECK(values("a break in each hour, lunch in every half hour") == "1 hour weak, 0.5 hour");
    CHECK(values("telephone 555-201-1987, or 201-1987") == "201 , 1987 ");
    CHECK(listed("within an hour of it") == "");
}
