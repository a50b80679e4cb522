// Operations carried out on a small base: what is spliced where, and what is refused.
#include "proposal/apply.hpp"

#include <doctest/doctest.h>

#include <algorithm>

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
    CHECK(has(made_of({words("1", "ten dollars", "eleven dollars")}), "is eleven dollars an hour, *at least*."));
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
    move.target.section = "3";
    move.anchor.section = "2";
    move.position = PositionKind::before;
    Consolidated made = made_of({move});
    REQUIRE(made.steps.at(0).done);
    CHECK(made.text.find("**Section 3.**") < made.text.find("**Section 2.**"));
    move.target.section = "2";
    move.anchor.section = "3";
    move.position = PositionKind::after;
    made = made_of({move});
    REQUIRE(made.steps.at(0).done);
    CHECK(made.text.find("**Section 3.**") < made.text.find("**Section 2.**"));
    CHECK(made.steps[0].remarks.empty());
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
