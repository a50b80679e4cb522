// A proposal put together by hand, for tests of its writers and of the report: an agreed substitution, a repeal under a
// condition, an insertion, an ambiguous strike, a wage table with a stated increase that does not hold.
#pragma once

#include <string>
#include <utility>

#include "proposal/proposal.hpp"

namespace stet::test {

inline Flag flag(std::string code, FlagSeverity severity, std::string text) {
    return {std::move(code), severity, std::move(text), no_party};
}

inline Operation operation(std::string id, std::string item, Op op, Unit unit) {
    Operation made;
    made.id = std::move(id);
    made.item = std::move(item);
    made.op = op;
    made.unit = unit;
    return made;
}

/// "Rest Periods": seven becomes six, agreed, the new words not marked.
inline Operation agreed_substitution() {
    Operation made = operation("5.1", "5", Op::substitute, Unit::words);
    made.heading = "Article 10. Rest Periods (TA 3/14/26)";
    made.lines = {21, 23};
    made.target.article = "10";
    made.target.article_title = "Rest Periods";
    made.target.section = "32";
    made.target.sentence = "last";
    made.instruction = "Modify the last sentence to provide:";
    made.parts = {
        {"verb", "Modify", {0, 6}}, {"target", "the last sentence", {7, 24}}, {"payload", "to provide", {25, 35}}};
    made.struck_text = "at least seven (7)";
    made.inserted_text = "more than six (6)";
    made.drawn = {{23,
                   {},
                   {{"An employee who works ", DrawnRun::kept},
                    {"at least seven (7)", DrawnRun::struck},
                    {" ", DrawnRun::kept},
                    {"more than six (6)", DrawnRun::inserted},
                    {" hours shall receive two (2) rest periods.", DrawnRun::kept}}}};
    made.status = Status::tentatively_agreed;
    made.status_date = "2026-03-14";
    made.confidence = Confidence::inferred;
    made.flags = {flag("INSERTION_NOT_MARKED", FlagSeverity::medium, "The new words carry no mark.")};
    return made;
}

/// An article struck upon a condition; its text is not printed.
inline Operation conditional_repeal() {
    Operation made = operation("4", "4", Op::repeal, Unit::article);
    made.heading = "Article 3. Check-Off";
    made.lines = {17, 19};
    made.target.article = "3";
    made.target.article_title = "Check-Off";
    made.instruction = "Delete the Article in its entirety upon expiration of the agreement.";
    made.parts = {{"verb", "Delete", {0, 6}}, {"target", "the Article in its entirety", {7, 34}}};
    made.condition = "upon expiration of the agreement";
    made.flags = {flag("BASE_TEXT_NEEDED", FlagSeverity::high, "The struck text is not printed.")};
    return made;
}

/// A night premium whose whole paragraph is struck: two readings.
inline Operation ambiguous_strike() {
    Operation made = operation("6", "6", Op::substitute, Unit::words);
    made.heading = "Article 9. Premiums, Section 28";
    made.lines = {25, 27};
    made.target.article = "9";
    made.target.section = "28";
    made.confidence = Confidence::ambiguous;
    made.money = {{"night premium", "0.90", "1.20"}};
    made.readings = {{"the first sum is struck and the second is new", Op::substitute, "ninety cents ($0.90)",
                      "one dollar and twenty cents ($1.20)", "item 1 speaks of an increase", "both sums are struck"},
                     {"the whole paragraph is struck", Op::repeal, "A premium of ninety cents ($0.90) is paid.", "",
                      "the strike covers it", "nothing would take its place"}};
    made.flags = {flag("STRIKE_COVERS_OLD_AND_NEW", FlagSeverity::high, "Old and new sum are both struck.")};
    return made;
}

/// A new section whose place is not said.
inline Operation plain_insertion() {
    Operation made = operation("17", "17", Op::insert, Unit::section);
    made.heading = "Article 27. Safety";
    made.lines = {60, 64};
    made.target.article = "27";
    made.target.section = "new (unnumbered)";
    made.position = PositionKind::unspecified;
    made.instruction = "New Section: Weather Emergencies";
    made.inserted_text = "The Employer may close the store.\nAn employee released is paid <for> two (2) hours.";
    return made;
}

inline WageTable wage_table() {
    const auto dollars = [](std::int64_t cents) { return Decimal::of(cents, 2); };
    WageRow start;
    start.step_current = "Start";
    start.step_new = "Start";
    start.current = dollars(1590);
    start.proposed = {dollars(1625), dollars(1665)};
    start.stated_increase = dollars(75);
    start.increase = {dollars(35), dollars(40)};
    start.percent = {"2.2", "2.5"};
    start.total = dollars(75);
    start.total_percent = "4.7";
    start.flags = {flag("STATED_INCREASE_MISMATCH", FlagSeverity::high, "0.75 is stated, the rates differ by 0.35.")};
    WageRow top;
    top.step_current = "After 1,040 Hours";
    top.step_new = "After 520 Hours";
    top.current = dollars(2160);
    top.proposed = {dollars(2230), std::nullopt};
    top.stated_increase = dollars(70);
    top.increase = {dollars(70), std::nullopt};
    top.percent = {"3.2", ""};
    WageTable table;
    table.item = "Appendix A";
    table.classification = "Food Clerk";
    table.group = "Harbour stores";
    table.lines = {120, 127};
    table.effective = {"2026-04-05", "2027-04-04"};
    table.rows = {start, top};
    return table;
}

inline Proposal proposal() {
    Proposal made;
    Diagnostics none_found;
    made.document.source = Source("offer.md", "the bytes of the offer", none_found);
    made.document.grammar = "labor-agreement";
    made.title = "Comprehensive Settlement Proposal";
    made.date = "2026-03-27";
    made.party = Side::company;
    made.items_present = {"4", "5", "6", "17"};
    made.items_missing = {"7"};
    made.ledger = {{"5", agreed_substitution().target, "2026-03-14", "(TA 3/14)", true, {21, 21}}};
    made.operations = {conditional_repeal(), agreed_substitution(), ambiguous_strike(), plain_insertion()};
    made.wage_tables = {wage_table()};
    made.findings = {{flag("ITEM_NUMBERS_MISSING", FlagSeverity::high, "Item 7 is missing."), {30, 32}}};
    made.not_understood = {{{62, 62}, "A stray line"}};
    return made;
}

}  // namespace stet::test
