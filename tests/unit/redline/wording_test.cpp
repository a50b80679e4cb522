#include "redline/wording.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "grammar/grammar_file.hpp"

using namespace stet;

namespace {

const WeightyWords* plain_words() {
    static const Grammar plain = load_grammar("plain");
    return plain.weighty.get();
}

/// One hunk between two equal stretches.
std::vector<Flag> flags_of(const std::string& head, const std::string& struck, const std::string& written,
                           const std::string& tail) {
    const auto size = [](const std::string& text) { return static_cast<std::uint32_t>(text.size()); };
    const std::uint32_t h = size(head), s = size(struck), w = size(written), t = size(tail);
    std::vector<Edit> edits;
    if (h > 0) edits.push_back({EditOp::equal, false, {0, h}, {0, h}});
    if (s > 0) edits.push_back({EditOp::deleted, false, {h, h + s}, {h, h}});
    if (w > 0) edits.push_back({EditOp::inserted, false, {h + s, h + s}, {h, h + w}});
    if (t > 0) edits.push_back({EditOp::equal, false, {h + s, h + s + t}, {h + w, h + w + t}});
    return find_wording_flags(head + struck + tail, head + written + tail, edits, plain_words());
}

/// "code/severity: text", joined by "; ".
std::string listed(const std::string& head, const std::string& struck, const std::string& written,
                   const std::string& tail) {
    std::string out;
    for (const Flag& flag : flags_of(head, struck, written, tail)) {
        if (!out.empty()) out += "; ";
        constexpr const char* severities[] = {"high", "medium", "low", "info"};
        out += flag.code + "/" + severities[static_cast<int>(flag.severity)] + ": " + flag.text;
    }
    return out;
}

}  // namespace

TEST_CASE("modal, polarity, threshold and conjunction words are flagged") {
    CHECK(listed("The Employer ", "shall", "may", " pay it.") == "modal-word/high: “shall” became “may”");
    CHECK(listed("It shall ", "not ", "", "be paid.") == "polarity-word/high: “not” removed");
    CHECK(listed("It shall ", "", "never ", "be paid.") == "polarity-word/high: “never” added");
    CHECK(listed("It ", "must", "should", " be paid.") == "modal-word/high: “must” became “should”");
    CHECK(listed("It is ", "", "only ", "paid.") == "polarity-word/high: “only” added");
    CHECK(listed("hired ", "before", "on or after", " May 1") ==
          "threshold-word/medium: “before” became “on or after”");
    CHECK(listed("hired ", "", "after", " May 1") == "");
    CHECK(listed("It is ", "", "at least ", "five days.") == "threshold-word/medium: “at least” added");
    CHECK(listed("at ", "least", "most", " five days") == "threshold-word/medium: “at least” became “at most”");
    CHECK(listed("pay ", "in excess of", "less than", " five days") ==
          "threshold-word/medium: “in excess of” became “less than”");
    CHECK(listed("paid ", "in no event later than", "no sooner than", " May 1") ==
          "threshold-word/medium: “in no event later than” became “no sooner than”");
    CHECK(listed("one day's pay or $950, ", "whichever is less", "whichever is greater", "") ==
          "threshold-word/medium: “whichever is less” became “whichever is greater”");
    CHECK(listed("until the ", "earlier", "later", " of June 30 and the sale") ==
          "threshold-word/medium: “earlier of” became “later of”");
    CHECK(listed("wages ", "and", "or", " tips") == "and-or-word/low: “and” became “or”");
    CHECK(listed("wages ", "and", "and/or", " tips") == "and-or-word/low: “and” became “and/or”");
    CHECK(listed("They ", "SHALL", "“may”", " pay.") == "modal-word/high: “shall” became “may”");
    CHECK(listed("They ", "do", "don’t", " pay.") == "polarity-word/high: “n’t” added");
}

TEST_CASE("how often something is due is flagged, and words that deny each other") {
    CHECK(listed("paid ", "semi-annually", "quarterly", " in arrears") ==
          "frequency-word/medium: “semi-annually” became “quarterly”");
    CHECK(listed("paid each ", "month", "quarter", " in arrears") ==
          "frequency-word/medium: “each month” became “each quarter”");
    CHECK(listed("told ", "", "twice ", "daily") == "frequency-word/medium: “daily” became “twice daily”");
    CHECK(listed("paid", " annually", "", " in arrears") == "");
    CHECK(listed("$500 ", "a", "per", " month") == "");
    CHECK(listed("paid ", "every month", "monthly", " in arrears") == "");
    CHECK(listed("paid ", "bi-weekly", "biweekly", " by check") == "");
    CHECK(listed("paid ", "bi-weekly", "semi-monthly", " by check") ==
          "frequency-word/medium: “bi-weekly” became “semi-monthly”");
    CHECK(listed("told ", "a month before", "before", " it begins") == "");
    CHECK(listed("paid ", "with", "without", " interest") == "polarity-word/high: “with” became “without”");
    CHECK(listed("lost ", "unless", "if", " it is paid") == "polarity-word/high: “unless” became “if”");
    CHECK(listed("rent, ", "including", "excluding", " heat") == "polarity-word/high: “including” became “excluding”");
    CHECK(listed("lost ", "", "with costs, if paid, including heat,", " later") == "");
}

TEST_CASE("a negation that came to a bound, and a bound that went to the other side of its value") {
    CHECK(listed("of ", "not ", "", "more than ten") == "threshold-word/high: “not more than” became “more than”");
    CHECK(listed("of ", "", "no ", "less than ten") == "threshold-word/high: “less than” became “no less than”");
    const std::string before = "It has more than 50 rooms there.", after = "It has 50 or more rooms there.";
    const std::vector<Edit> edits = {{EditOp::equal, false, {0, 7}, {0, 7}},
                                     {EditOp::deleted, false, {7, 17}, {7, 7}},
                                     {EditOp::equal, false, {17, 20}, {7, 10}},
                                     {EditOp::inserted, false, {20, 20}, {10, 18}},
                                     {EditOp::equal, false, {20, 32}, {18, 30}}};
    const auto flags = find_wording_flags(before, after, edits, plain_words());
    REQUIRE(flags.size() == 1);
    CHECK(flags.front().text == "“more than” became “or more”");
}

TEST_CASE("bounds of one clause do not become those of another") {
    CHECK(listed("paid ", "by May 1; more than ten days", "on or before June 1; ten days or more", " late") ==
          "threshold-word/medium: “on or before” added; threshold-word/medium: “more than” became “or more”");
}

TEST_CASE("“or less” is a bound of its own only where no “than” goes on behind it") {
    CHECK(listed("costs more than ", "or less than ", "", "planned") == "threshold-word/medium: “less than” removed");
    CHECK(listed("ten days ", "or less", "", " of rest") == "threshold-word/medium: “or less” removed");
}

TEST_CASE("what does not change the words is nothing") {
    CHECK(listed("It shall", ",", "", " be paid.") == "");
    CHECK(listed("It ", "shall be paid", "shall be given", " now.") == "");
    CHECK(listed("Wages ", "", "and some tips ", "count.") == "");
    CHECK(listed("On ", "April 5", "May 5", " it ends.") == "");
    CHECK(listed("held in January", ", April and July", ", May and July", ".") == "");
    CHECK(listed("held in ", "April", "May", " of each year") == "");
    CHECK(listed("It ends. ", "Leave shall", "May leave", " be paid?") != "");
    CHECK(listed("See ", "", "No. 5 ", "below.") == "");
    CHECK(listed("The ", "mayor", "notary", " signs.") == "");
}

TEST_CASE("whole texts come and go without flags, whole sentences with a word of information") {
    CHECK(listed("", "", "It shall not be paid.", "") == "");
    CHECK(listed("", "It shall not be paid.", "", "") == "");
    CHECK(listed("He is paid. ", "", "It shall not be less. ", "Then it ends.") ==
          "modal-word/info: “shall” in a sentence added; polarity-word/info: “not” in a sentence added");
    CHECK(listed("He is paid. ", "It is at least five. ", "", "Then it ends.") == "");
    CHECK(listed("He is paid", "", ", but shall not be late", ".") ==
          "modal-word/high: “shall” added; polarity-word/high: “not” added");
}

TEST_CASE("a flag is given once") {
    CHECK(listed("", "shall go and shall stay", "may go and may stay", " here.") ==
          "modal-word/high: “shall” became “may”");
}

TEST_CASE("flags: words joined into a longer word are none; what a prefix denies is told") {
    CHECK(listed("It keeps ", "up-to-date", "current", " charts.") == "");
    CHECK(listed("The warden may ", "approve", "disapprove", " the plan.") ==
          "polarity-word/high: “approve” became “disapprove”");
}

TEST_CASE("without a grammar no words are told") {
    const std::string before = "It shall go.", after = "It may go.";
    const std::vector<Edit> edits = {{EditOp::equal, false, {0, 3}, {0, 3}},
                                     {EditOp::deleted, false, {3, 8}, {3, 3}},
                                     {EditOp::inserted, false, {8, 8}, {3, 6}},
                                     {EditOp::equal, false, {8, 12}, {6, 10}}};
    CHECK(find_wording_flags(before, after, edits, nullptr).empty());
    CHECK(find_wording_flags(before, after, edits, plain_words()).size() == 1);
}

TEST_CASE("flags: a bound that opens the text and lost its \"no\"") {
    const std::string before = "no more than ten days", after = "more than ten days";
    const auto flags = find_wording_flags(
        before, after,
        std::vector<Edit>{{EditOp::deleted, false, {0, 2}, {0, 0}}, {EditOp::equal, false, {2, 21}, {0, 18}}},
        plain_words());
    REQUIRE(flags.size() == 1);
    CHECK(flags[0].text == "“no more than” became “more than”");
    CHECK(flags[0].severity == FlagSeverity::high);
}

TEST_CASE("flags: words held together by no-break spaces are the same words") {
    CHECK(listed("Pays ", "no\u00a0more than", "at\u00a0least", " ten.") ==
          listed("Pays ", "no more than", "at least", " ten."));
    CHECK(listed("Due ", "10 June", "10\u00a0May", " 2026.") == "");
    CHECK(listed("Due on ", "June\u00a05", "May\u202f5", ".") == "");
}

TEST_CASE("flags: one hunk of very many words is compared in little time") {
    const auto often = [](const std::string& words, std::size_t times) {
        std::string out;
        for (std::size_t i = 0; i < times; ++i) out += words;
        return out;
    };
    CHECK(listed("Paid ", often("with ", 40000), often("if ", 40000), "it.") == "");
    CHECK(listed("Paid ", often(often("not more than and ", 600) + "; ", 30),
                 often(often("at least or ", 600) + "; ", 30), "it.") ==
          "threshold-word/medium: “not more than” became “at least”; and-or-word/low: “and” became “or”");
}
