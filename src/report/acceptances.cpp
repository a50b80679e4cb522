// By side, day and place.
#include "report/acceptances.hpp"

#include <algorithm>
#include <optional>
#include <string>

#include "proposal/text_of_base.hpp"
#include "report/subjects.hpp"

namespace stet {

namespace {

constexpr double titles_agree = 0.5;

/// "2026-03-01" is that day, and the day "--03-01" of any year.
bool is_day(const std::string& date, const std::string& named) {
    return date == named || (named.starts_with("--") && date.size() > 4 && date.substr(4) == named.substr(1));
}

/// Whether a stands in the article of b.
bool is_same_article(const Target& a, const Target& b) {
    if (!a.article_title.empty() && !b.article_title.empty())
        return title_likeness(a.article_title, b.article_title) >= titles_agree;
    // "Article IV.A" is of Article IV.
    const auto is_of = [](const std::string& inner, const std::string& outer) {
        return !outer.empty() && inner.starts_with(outer) &&
               (inner.size() == outer.size() || inner[outer.size()] == '.');
    };
    return is_of(a.article, b.article);
}

/// "7.4" is one of "7.4 and 7.5".
bool is_listed(const std::string& label, const std::string& labels) {
    const std::size_t at = labels.find(label);
    if (label.empty() || at == std::string::npos) return false;
    const std::size_t end = at + label.size();
    const bool begins = at == 0 || labels[at - 1] == ' ';
    return begins && (end == labels.size() || labels[end] == ' ' || labels[end] == ',');
}

/// Whether what a stance is about stands at the place that is named.
bool is_at(const Target& stance, const Target& named) {
    if (!named.letter.empty() || !stance.letter.empty())
        return same_letter(stance.letter, named.letter) >= titles_agree;
    const bool other_paragraph =
        !named.paragraph.empty() && !stance.paragraph.empty() && stance.paragraph != named.paragraph;
    if (other_paragraph) return false;
    if (named.section.empty()) return is_same_article(stance, named);
    const bool no_article = stance.article.empty() || named.article.empty();
    const std::string& label = stance.section.empty() ? stance.paragraph : stance.section;
    const bool listed = is_listed(label, named.section) || is_listed(place_label(stance), named.section);
    return listed && (no_article || is_same_article(stance, named));
}

bool names_place(const Target& target) {
    return !target.letter.empty() || !target.section.empty() || !target.article.empty() ||
           !target.article_title.empty();
}

class Search {
public:
    Search(const std::vector<Proposal>& rounds, std::uint32_t round, const Operation& operation)
        : rounds_(rounds), round_(round), operation_(operation), acceptance_(*operation.acceptance) {}

    /// The last words on a subject of the side that is meant; nothing where it has given them up.
    std::optional<std::uint32_t> stance_of(const Subject& subject) const {
        for (std::uint32_t i = static_cast<std::uint32_t>(subject.stances.size()); i-- > 0;) {
            const Stance& stance = subject.stances[i];
            if (!is_meant(stance.round)) continue;
            const Operation& one = operation_of(rounds_, stance);
            if (standing_of(one.status) == Standing::closed) return std::nullopt;
            if (one.op == Op::note) continue;
            if (is_left_out(place_of(one))) return std::nullopt;
            return is_everything() || is_at(place_of(one), operation_.target) ? std::optional(i) : std::nullopt;
        }
        return std::nullopt;
    }

    /// "The Union accepts the City's proposal of May 4.", under no heading: all of it.
    bool is_everything() const {
        return !names_place(operation_.target) && !acceptance_.date.empty() && !acceptance_.says_more;
    }

private:
    /// It stands in what is excepted, or goes around it.
    bool is_left_out(const Target& stance) const {
        return std::any_of(operation_.excepted.begin(), operation_.excepted.end(),
                           [&](const Target& unit) { return is_at(stance, unit) || is_at(unit, stance); });
    }

    bool is_meant(std::uint32_t round) const {
        const Proposal& proposal = rounds_[round];
        return round < round_ && proposal.party == acceptance_.whose &&
               (acceptance_.date.empty() || is_day(proposal.date, acceptance_.date));
    }

    const std::vector<Proposal>& rounds_;
    std::uint32_t round_;
    const Operation& operation_;
    const Acceptance& acceptance_;
};

}  // namespace

std::vector<AcceptedStance> accepted_stances(const std::vector<Proposal>& rounds, const std::vector<Subject>& subjects,
                                             std::uint32_t round, const Operation& operation) {
    std::vector<AcceptedStance> out;
    const bool excepts = operation.confidence == Confidence::ambiguous || !operation.condition.empty();
    const bool closed = standing_of(operation.status) == Standing::closed;
    if (!operation.acceptance || excepts || closed) return out;
    const Search search(rounds, round, operation);
    if (!names_place(operation.target) && !search.is_everything()) return out;
    for (std::size_t i = 0; i < subjects.size(); ++i)
        if (const auto stance = search.stance_of(subjects[i])) out.push_back({i, *stance});
    const bool wide = operation.target.section.empty() && operation.target.letter.empty();
    if (wide && out.size() > 1 && operation.acceptance->says_more) out.clear();
    return out;
}

}  // namespace stet
