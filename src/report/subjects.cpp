// Targets, titles and words weighed against each other.
#include "report/subjects.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "proposal/locate.hpp"
#include "proposal/text_of_base.hpp"
#include "text/words.hpp"

namespace stet {

namespace {

constexpr double titles_agree = 0.5;
constexpr double enough = 1.0 - 1e-9;  // sums of tenths

/// Words of two texts that both have, over those of the longer one; order and repeats count for nothing.
double shared_words(const std::string& a, const std::string& b) {
    return title_likeness(a, b);
}

std::string old_words(const Operation& operation) {
    std::string out = operation.struck_text;
    for (const DrawnBlock& block : operation.drawn) out += "\n" + old_text(block);
    return out;
}

/// -1 where the articles are not the same one, 0 where it cannot be told.
double articles(const Target& a, const Target& b) {
    if (!a.article_title.empty() && !b.article_title.empty()) {
        const double alike = shared_words(a.article_title, b.article_title);
        if (alike >= titles_agree) return alike;
        if (!a.titles_section && !b.titles_section) return -1;
    }
    // "12.3" names its article, too.
    if (a.article.empty() && b.article.empty() && a.section == b.section && a.section.find('.') != std::string::npos)
        return 0.6;
    if (a.article.empty() || b.article.empty()) return 0;
    return a.article == b.article ? 0.6 : -0.4;
}

double sections(const Target& a, const Target& b) {
    if (a.section.empty() || b.section.empty()) return a.section.empty() && b.section.empty() ? 0.3 : 0;
    return a.section == b.section ? 0.6 : -0.4;
}

}  // namespace

double same_letter(const std::string& a, const std::string& b) {
    const LetterName x = letter_name(a);
    const LetterName y = letter_name(b);
    if (x.number.empty() || y.number.empty()) return shared_words(a, b);
    const double titles = shared_words(x.title, y.title);
    return x.number == y.number ? std::max(titles, titles_agree) : titles;
}

const Target& place_of(const Operation& operation) {
    const Target& from = operation.from;
    const bool named = !from.letter.empty() || !from.section.empty() || !from.article.empty();
    return operation.op == Op::move && named ? from : operation.target;
}

std::string place_label(const Target& target) {
    std::string label = target.section + (target.paragraph.starts_with('(') ? target.paragraph : "");
    std::erase(label, ' ');
    return label;
}

namespace {

/// "B.4" of a new paragraph 4 of B: its own label, as a note names it.
std::string label_of_new(const Operation& operation) {
    const Target& target = operation.target;
    if (operation.op != Op::insert || target.section.empty() || target.paragraph.empty()) return {};
    return target.section + "." + target.paragraph;
}

/// "Clause 6" and nothing else, of a note and of what it is on.
bool is_same_paragraph_alone(const Target& a, const Target& b) {
    const auto alone = [](const Target& one) {
        return one.letter.empty() && one.section.empty() && one.article.empty() && one.article_title.empty() &&
               one.sentence.empty() && !one.paragraph.empty();
    };
    return alone(a) && alone(b) && a.paragraph == b.paragraph;
}

}  // namespace

bool is_said_there(const Operation& note, const Operation& operation) {
    if (is_same_paragraph_alone(note.target, place_of(operation))) return true;
    const bool letters = note.target.letter.empty() && place_of(operation).letter.empty();
    return letters && !note.target.section.empty() &&
           (place_label(note.target) == place_label(place_of(operation)) ||
            place_label(note.target) == label_of_new(operation)) &&
           articles(note.target, place_of(operation)) >= 0;
}

bool is_said_of_all(const Operation& note, const Operation& operation) {
    if (is_said_there(note, operation)) return true;
    const Target& there = place_of(operation);
    constexpr std::uint32_t says_no_more = 4;  // words: "The County rejects this."
    if (!note.target.letter.empty() && !there.letter.empty())
        return note.target.paragraph.empty() && count_words(note.inserted_text) <= says_no_more &&
               same_letter(note.target.letter, there.letter) >= titles_agree;
    const bool whole = note.target.paragraph.empty() && note.target.sentence.empty() && note.target.letter.empty();
    return whole && there.letter.empty() && !note.target.section.empty() &&
           (there.section == note.target.section || there.section.starts_with(note.target.section + "(")) &&
           articles(note.target, there) >= 0;
}

namespace {

/// Two changes of one place that no words have in common, or a row of a table and something else.
bool are_two_matters(const Operation& a, const Operation& b) {
    if (a.op == Op::note || b.op == Op::note) return false;
    if ((a.unit == Unit::row) != (b.unit == Unit::row)) return true;
    const auto changes_words = [](const Operation& one) {
        return one.unit == Unit::words && !one.struck_text.empty() &&
               (one.op == Op::substitute || one.op == Op::remove);
    };
    return changes_words(a) && changes_words(b) && shared_words(a.struck_text, b.struck_text) == 0 &&
           shared_words(a.inserted_text, b.inserted_text) == 0;
}

}  // namespace

double same_subject(const Operation& a, const Operation& b) {
    const Target& here = place_of(a);
    const Target& there = place_of(b);
    if (here.letter.empty() != there.letter.empty()) return 0;
    // The words of a note are about a proposal, and are no text of the subject.
    const bool note = a.op == Op::note || b.op == Op::note;
    const double old = shared_words(old_words(a), old_words(b));
    const double fresh = shared_words(a.inserted_text, b.inserted_text);
    const double text = note ? 0 : std::max(old, fresh);
    if (!here.letter.empty()) {
        const double alike = same_letter(here.letter, there.letter);
        const bool other_paragraph =
            !here.paragraph.empty() && !there.paragraph.empty() && here.paragraph != there.paragraph;
        const bool same = alike >= titles_agree && !other_paragraph && !are_two_matters(a, b);
        return same ? 1 + alike + text / 2 : 0;
    }
    const double article = articles(here, there);
    if (article < -0.5 && text < 0.7) return 0;
    if (!here.agreement.empty() && !there.agreement.empty() && here.agreement != there.agreement) return 0;
    if (are_two_matters(a, b)) return 0;
    if (note && is_said_there(a, b)) return enough + std::max(article, 0.0);
    double score = std::max(article, 0.0) + sections(here, there) + 1.5 * text;
    if (a.op == b.op) score += 0.1;
    if (here.paragraph == there.paragraph) score += 0.1;
    // Two things that one article has, neither by its section nor by its words.
    const bool other_place = !here.section.empty() && !there.section.empty() && here.section != there.section;
    // Under the same caption a note is on what is asked there, and its words are none of that.
    const bool captioned = note && !other_place && article >= 1.0;
    if (text < 0.2 && !captioned &&
        (other_place || (here.section.empty() && !a.inserted_text.empty() && !b.inserted_text.empty())))
        return 0;
    return score >= enough ? score : 0;
}

}  // namespace stet
