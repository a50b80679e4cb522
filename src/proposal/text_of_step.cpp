// Tells what text a step takes.
#include "proposal/text_of_step.hpp"

#include "proposal/letters.hpp"

namespace stet {

bool is_complete(const Instruction& clause) {
    if (clause.following || clause.fresh) return false;
    return !clause.added.empty() || clause.complete_bare || (clause.verb == Verb::propose && !clause.bare.empty());
}

bool awaits_new_text(const Instruction& clause) {
    const bool brings = clause.following || clause.fresh || clause.verb == Verb::add || clause.verb == Verb::replace;
    return brings && !is_complete(clause);
}

bool takes_text(const Step& step) {
    if (step.kind == StepKind::note || step.kind == StepKind::listed) return false;
    return step.kind == StepKind::text || (step.clause->verb != Verb::keep && !is_complete(*step.clause));
}

bool adds_wider_unit(const Step& step) {
    if (step.clause->verb != Verb::add || !step.clause->place) return false;
    const Unit unit = narrowest_unit(*step.clause->place);
    return unit == Unit::article || unit == Unit::letter;
}

bool names_new_unit(const Instruction& clause) {
    return clause.fresh && !(clause.place && clause.place->find(WordClass::paragraph));
}

void put_into_section(Instruction& clause, bool section_known) {
    if (!section_known || !clause.fresh || !clause.place) return;
    UnitName& unit = clause.place->units.front();
    const bool lettered = !unit.labels.empty() && !has_digit(unit.labels.front());
    if (unit.noun == WordClass::section && lettered) unit.noun = WordClass::paragraph;
}

Step* waiting_addition(std::vector<Step>& steps) {
    if (steps.size() < 2) return nullptr;
    const Step& last = steps.back();
    Step& adds = steps[steps.size() - 2];
    if (last.kind != StepKind::instructed || adds.kind != StepKind::instructed) return nullptr;
    const bool same = last.clause_block == adds.clause_block;
    const bool renumbers = last.clause->verb == Verb::renumber && last.text.empty();
    const bool waits = adds.clause->verb == Verb::add && adds.clause->following && adds.clause->added.empty() &&
                       adds.clause->bare.empty();
    return same && renumbers && waits ? &adds : nullptr;
}

}  // namespace stet
