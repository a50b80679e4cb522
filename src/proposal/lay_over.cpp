// Lays names of places over targets, in the words of a reader.
#include <algorithm>

#include "grammar/wording.hpp"
#include "proposal/letters.hpp"
#include "proposal/target.hpp"

namespace stet {

std::string joined_labels(const std::vector<std::string>& labels) {
    std::string out;
    for (std::size_t i = 0; i < labels.size(); ++i) {
        if (i > 0) out += i + 1 == labels.size() ? " and " : ", ";
        out += labels[i];
    }
    return out;
}

namespace {

std::string ordinal_text(const UnitName& unit) {
    if (!unit.labels.empty()) return joined_labels(unit.labels);
    if (unit.ordinal == 0) return {};
    std::string out;
    if (unit.ordinal == -1)
        out = "last";
    else if (unit.ordinal < 0)
        out = std::to_string(-unit.ordinal) + " to last";
    else
        out = std::to_string(unit.ordinal);
    if (!unit.more_ordinals.empty()) {
        std::vector<std::string> all{out};
        for (const int ordinal : unit.more_ordinals) all.push_back(ordinal == -1 ? "last" : std::to_string(ordinal));
        return joined_labels(all);
    }
    if (unit.count == 1) return out;
    if (unit.ordinal == 1) return "first " + std::to_string(unit.count);
    if (unit.ordinal > 1) return out + " to " + std::to_string(unit.ordinal + static_cast<int>(unit.count) - 1);
    return out + " " + std::to_string(unit.count);
}

bool is_word_letter(char c) {
    return is_digit(c) || is_upper(c) || (c >= 'a' && c <= 'z');
}

/// Where the label stands by itself: not the "A" of "Agreement".
std::size_t find_whole(std::string_view text, std::string_view label) {
    std::size_t at = text.find(label);
    while (at != std::string_view::npos &&
           ((at > 0 && is_word_letter(text[at - 1])) ||
            (at + label.size() < text.size() && is_word_letter(text[at + label.size()]))))
        at = text.find(label, at + 1);
    return at;
}

/// "Side Letter 5" of "Side Letters 3 and 5".
std::string letter_of(const UnitName& unit, std::string_view text) {
    const std::string_view all = text.substr(unit.span.begin, unit.span.size());
    if (unit.first_of_several.empty()) return std::string(all);
    const std::size_t labels = std::min(find_whole(all, unit.first_of_several), all.size());
    std::string noun = fold_blanks(all.substr(0, labels));
    for (std::size_t at = 1; at < noun.size(); ++at) {
        const bool ends = noun[at] == 's' && (at + 1 == noun.size() || noun[at + 1] == ' ' || noun[at + 1] == '#');
        if (ends && noun[at - 1] != 's') noun.erase(at, 1);
    }
    const bool joined = noun.ends_with('#');
    return noun + (joined ? "" : " ") + unit.labels.front();
}

}  // namespace

void lay_over(Target& target, const PlaceName& place, std::string_view text) {
    if (!place.document.empty())
        target.agreement = fold_blanks(text.substr(place.document.begin, place.document.size()));
    for (const UnitName& unit : place.units) {
        const std::string label = ordinal_text(unit);
        if (label.empty() && unit.noun != WordClass::letter) continue;
        switch (unit.noun) {
            case WordClass::article:
                target.article = label;
                break;
            case WordClass::section:
                target.section = label;
                break;
            case WordClass::list_item:
            case WordClass::paragraph:
                target.paragraph = label;
                break;
            case WordClass::sentence:
                target.sentence = label;
                break;
            case WordClass::letter:
            case WordClass::appendix:
                if (!unit.labels.empty()) target.letter = letter_of(unit, text);
                break;
            case WordClass::row:
                // "Step 2" of a procedure.
                if (target.paragraph.empty() && !unit.labels.empty())
                    target.paragraph = std::string(text.substr(unit.span.begin, unit.span.size()));
                break;
            default:
                break;
        }
    }
}

}  // namespace stet
