// Reconciles what a mark of status or an acceptance leaves out: each unit by itself, the narrowest scope first.
#include <algorithm>

#include "proposal/excepted_units.hpp"
#include "proposal/reconciler.hpp"

namespace stet {

namespace {

std::string name_of(const Target& unit) {
    if (!unit.sentence.empty()) return "sentence " + unit.sentence;
    if (!unit.paragraph.empty()) return "paragraph " + unit.paragraph;
    if (!unit.section.empty()) return "section " + unit.section;
    return unit.letter.empty() ? "article " + unit.article : unit.letter;
}

}  // namespace

void Reconciler::lay_mark_exception(Operation& operation, const StatusMark& mark) const {
    const PhrasedText text(mark.raw, book_);
    for (const PlaceName& place : excepted_units_of_mark(text)) add_excepted(operation, place, mark.raw);
    if (!operation.excepted.empty()) return;
    flag(operation, "TA_IN_PART", FlagSeverity::high,
         "the mark “" + mark.raw + "” excepts something from what " +
             (mark.status == Status::current ? "stays" : "is agreed"));
}

void Reconciler::add_excepted(Operation& operation, const PlaceName& place, std::string_view text) const {
    Target unit;
    const bool whole = place.find(WordClass::article) || place.find(WordClass::letter);
    if (!whole) {
        unit.article = operation.target.article;
        unit.letter = operation.target.letter;
    }
    lay_over(unit, place, text);
    if (!whole && unit.section.empty()) unit.section = operation.target.section;
    operation.excepted.push_back(std::move(unit));
}

/// The narrowest says what holds: a unit that is left out is open, what stands beside it has the status; of what goes
/// around it that cannot be said as a whole.
void Reconciler::judge_excepted(Operation& operation) const {
    if (operation.excepted.empty()) return;
    const auto within = [&](const Target& unit) { return stands_in(operation.target, unit); };
    const auto around = [&](const Target& unit) { return stands_in(unit, operation.target); };
    const bool accepts = operation.acceptance.has_value();
    if (!accepts && std::any_of(operation.excepted.begin(), operation.excepted.end(), within)) {
        operation.status = Status::open;
        operation.status_date.clear();
        operation.excepted.clear();
        flag(operation, std::string(excepted_unit), FlagSeverity::high, "the mark above leaves it out: it stays open");
        return;
    }
    std::vector<std::string> left_out;
    for (const Target& unit : operation.excepted) left_out.push_back(name_of(unit));
    flag(operation, "EXCEPTS_UNITS", FlagSeverity::medium,
         "all but " + joined_labels(left_out) + " is " +
             (accepts                               ? "accepted"
              : operation.status == Status::current ? "left as it stands"
                                                    : "agreed"));
    if (!accepts && operation.op != Op::note &&
        std::any_of(operation.excepted.begin(), operation.excepted.end(), around))
        flag(operation, "TA_IN_PART", FlagSeverity::high,
             "it goes around what is left out: not all that it asks is agreed");
}

std::vector<Operation> Reconciler::parts_left_out(const Operation& operation, const std::vector<Operation>& beside) {
    std::vector<Operation> out;
    for (const Target& unit : operation.excepted) {
        const auto told = [&](const Operation& one) { return one.excepted.empty() && stands_in(one.target, unit); };
        const bool known = std::any_of(told_.begin(), told_.end(),
                                       [&](const Target& one) { return stands_in(one, unit) && stands_in(unit, one); });
        if (known || std::any_of(beside.begin(), beside.end(), told)) continue;
        told_.push_back(unit);
        Operation part;
        part.item = operation.item;
        part.heading = operation.heading;
        part.lines = operation.lines;
        part.asked_of = operation.asked_of;
        part.target = unit;
        part.op = Op::note;
        part.unit = Unit::obligation;
        flag(part, std::string(excepted_unit), FlagSeverity::high,
             std::string("it is left out of what is ") + (operation.acceptance ? "accepted" : "agreed") +
                 ", and stays open");
        out.push_back(std::move(part));
    }
    return out;
}

}  // namespace stet
