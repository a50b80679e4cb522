// Instructions about several units: one operation for each.
#include <algorithm>
#include <utility>

#include "proposal/reconciler.hpp"
#include "proposal/target.hpp"

namespace stet {

namespace {

/// A place behind the first one takes the wider units that it does not name from it, or gives them to it: "the first
/// sentence and the third sentence of Section 5".
PlaceName within(const PlaceName& place, const PlaceName& other) {
    PlaceName out = place;
    for (const UnitName& unit : other.units)
        if (!out.find(unit.noun) && (unit.noun == WordClass::section || unit.noun == WordClass::article))
            out.units.push_back(unit);
    return out;
}

}  // namespace

bool Reconciler::goes_to_each(const Instruction& clause) {
    switch (clause.verb) {
        case Verb::remove:
        case Verb::move:
        case Verb::renumber:
        case Verb::keep:
            return true;
        case Verb::change:
        case Verb::replace:
        case Verb::modify:
            return !clause.removed.empty();
        case Verb::add:
            return !clause.added.empty() && !clause.fresh;
        default:
            return false;
    }
}

/// "Articles 3-5: Delete.": the heading's articles, where the clause names nothing.
std::vector<Step> Reconciler::one_an_article(const Step& step) const {
    const std::vector<std::string>& articles = item_.heading.articles;
    const std::vector<std::string>& sections = item_.heading.sections;
    if (sections.size() > 1 && step.target.section == joined_labels(sections) && goes_to_each(*step.clause)) {
        std::vector<Step> out(sections.size(), step);
        for (std::size_t i = 0; i < sections.size(); ++i) out[i].target.section = sections[i];
        return out;
    }
    const std::vector<std::string>& letters = item_.heading.letters;
    if (letters.size() > 1 && step.target.letter == item_.heading.target.letter && goes_to_each(*step.clause)) {
        std::vector<Step> out(letters.size(), step);
        for (std::size_t i = 0; i < letters.size(); ++i) out[i].target.letter = letters[i];
        return out;
    }
    if (articles.size() < 2 || !step.target.section.empty() || !goes_to_each(*step.clause)) return {step};
    std::vector<Step> out(articles.size(), step);
    for (std::size_t i = 0; i < articles.size(); ++i) out[i].target.article = articles[i];
    return out;
}

std::vector<Step> Reconciler::one_a_unit(const Step& step) const {
    const Instruction& clause = *step.clause;
    if (!clause.place && !clause.scope && step.text.empty()) return one_an_article(step);
    const bool by_scope =
        clause.scope && (!clause.place || parted(*clause.place).size() < 2) && parted(*clause.scope).size() > 1;
    const auto& where = clause.place && !by_scope ? clause.place : clause.scope;
    if (!where || !goes_to_each(clause) || !step.text.empty()) return {step};
    std::vector<PlaceName> places = parted(*where);
    for (const PlaceName& further : clause.further) {
        for (const PlaceName& one : parted(within(further, *where))) places.push_back(one);
        places.front() = within(places.front(), further);
    }
    if (places.size() < 2) return {step};
    const std::vector<PlaceName> to = clause.destination ? parted(*clause.destination) : std::vector<PlaceName>{};
    if (clause.verb == Verb::renumber && to.size() != places.size()) return {step};
    std::vector<Step> out;
    for (std::size_t i = 0; i < places.size(); ++i) {
        Step one = step;
        (by_scope || !clause.place ? one.clause->scope : one.clause->place) = places[i];
        one.clause->further.clear();
        if (to.size() == places.size()) one.clause->destination = to[i];
        Target named;
        for (const auto* place : {&one.clause->scope, &one.clause->place})
            if (*place) lay_over(named, **place, clause_text(step));
        one.named = named;
        if (!named.section.empty()) one.target.section = named.section;
        out.push_back(std::move(one));
    }
    return out;
}

}  // namespace stet
