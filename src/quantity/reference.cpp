// Reads labels behind a noun, on bytes, since letters and roman numerals are no lexemes.
#include "quantity/reference.hpp"

#include <algorithm>
#include <cctype>
#include <optional>

#include "quantity/date.hpp"
#include "quantity/duration.hpp"
#include "quantity/money.hpp"
#include "quantity/percentage.hpp"
#include "quantity/vocabulary.hpp"
#include "text/clause_number.hpp"
#include "text/letters.hpp"

namespace stet {

namespace {

using enum LexemeKind;

bool is_alphanumeric(char c) {
    return is_digit(c) || is_upper(c) || is_lower(c) || static_cast<unsigned char>(c) >= 0xC3;
}

/// Bytes of the text, with a nought behind the end.
class Bytes {
public:
    explicit Bytes(std::string_view text) : text_(text) {}
    char operator[](std::size_t at) const { return at < text_.size() ? text_[at] : '\0'; }
    bool has(std::size_t at, std::string_view what) const {
        return at < text_.size() && text_.substr(at).starts_with(what);
    }

    std::string_view from(std::size_t at) const { return text_.substr(std::min(at, text_.size())); }

    /// The word in small letters that begins there.
    std::string_view word(std::size_t at) const {
        std::size_t end = std::min(at, text_.size());
        while (is_lower((*this)[end])) ++end;
        return text_.substr(std::min(at, text_.size()), end - std::min(at, text_.size()));
    }

    /// Behind blanks (and one line's end, no tab).
    std::size_t skip_blanks(std::size_t at) const {
        for (int lines = 0; at < text_.size(); ++at) {
            if (text_[at] == '\n' && ++lines > 1) break;
            if (has(at, "\xC2\xA0"))
                ++at;
            else if (text_[at] != ' ' && text_[at] != '\n' && text_[at] != '\r')
                break;
        }
        return at;
    }
    /// Behind one of the marks, or at `at`.
    std::size_t skip_one(std::size_t at, std::initializer_list<std::string_view> marks) const {
        for (const std::string_view mark : marks) {
            if (has(at, mark)) return at + mark.size();
        }
        return at;
    }

private:
    std::string_view text_;
};

constexpr std::size_t longest_run = 40;  // longer runs of digits and letters are no label

/// Behind "(a)", "(12)", "(iv)" groups that touch each other.
std::size_t behind_groups(const Bytes& bytes, std::size_t at) {
    while (bytes[at] == '(') {
        std::size_t end = at + 1;
        while (end < at + 6 && is_alphanumeric(bytes[end])) ++end;
        if (end == at + 1 || bytes[end] != ')') break;
        at = end + 1;
    }
    return at;
}

/// Behind "2.03", "5:02", "12A", "4.2b"; `at` where none begins there.
std::size_t behind_figure_label(const Bytes& bytes, std::size_t at) {
    std::size_t end = at;
    while (is_digit(bytes[end]) || (end > at && bytes[end] == '.' && is_digit(bytes[end + 1]))) {
        if (++end - at > longest_run) return at;
    }
    if (const std::size_t clause = clause_number_size(bytes.from(at)); clause > 0) return at + clause;
    if (end == at || (bytes[end] == ':' && is_digit(bytes[end + 1]))) return at;  // a time of day
    std::size_t letters = end;
    while (letters < end + 3 && (is_upper(bytes[letters]) || is_lower(bytes[letters]))) ++letters;
    const bool suffix = letters - end <= 2 && !is_alphanumeric(bytes[letters]);
    if (!suffix && letters != end) return at;
    const std::string_view ordinals[] = {"st", "nd", "rd", "th"};
    for (const std::string_view ending : ordinals) {
        if (letters - end == 2 && bytes.has(end, ending)) return at;
    }
    return letters;
}

/// Behind a capital letter or a roman numeral: "A", "IV", "B-1", "D.8", "IV.2.1".
std::size_t behind_letter_label(const Bytes& bytes, std::size_t at) {
    std::size_t end = at;
    bool roman = true;
    for (; is_upper(bytes[end]) && end - at < 9; ++end) {
        roman = roman && std::string_view("IVXLCDM").find(bytes[end]) != std::string_view::npos;
    }
    if (end == at || (end - at > 1 && !roman)) return at;
    if (bytes[end] == '-' && is_digit(bytes[end + 1])) {
        ++end;
        while (is_digit(bytes[end]) && end - at < longest_run) ++end;
    }
    while (bytes[end] == '.' && is_digit(bytes[end + 1]) && end - at < longest_run)
        for (++end; is_digit(bytes[end]) && end - at < longest_run;) ++end;
    return is_alphanumeric(bytes[end]) ? at : end;
}

/// Behind the label at `at`, or `at`.
std::size_t behind_label(const Bytes& bytes, std::size_t at) {
    std::size_t end = behind_figure_label(bytes, at);
    if (end == at) end = behind_letter_label(bytes, at);
    return behind_groups(bytes, end);
}

std::size_t lexeme_from(const Lexemes& lexemes, std::size_t at, std::size_t begin) {
    while (at < lexemes.size() && lexemes.at(at).span.begin < begin) ++at;
    return at;
}

/// "2026-27", "4/26/28": years or a day behind "Schedule" name no schedule.
bool is_time(const Lexemes& lexemes, std::size_t at) {
    const std::optional<Found> date = parse_date(lexemes, at);
    return date && (date->quantity.iso.find('/') != std::string::npos || is_full_date(date->quantity));
}

/// "30 days" behind a noun is a duration and no label.
bool is_other_value(const Lexemes& lexemes, std::size_t at) {
    return parse_duration(lexemes, at) || parse_percentage(lexemes, at) || parse_money(lexemes, at) ||
           is_time(lexemes, at);
}

/// "the shift schedule 6:30": behind such a noun in small letters what looks like a time of day is one, no clause.
bool is_time_of_day(const Bytes& bytes, const Lexeme& noun, std::string_view name, std::size_t label) {
    const std::size_t clause = clause_number_size(bytes.from(label));
    if (clause == 0 || clause > 5 || !is_lower(bytes[noun.span.begin]) || !may_have_hours(name)) return false;
    const int hour = clause == 4 ? bytes[label] - '0' : (bytes[label] - '0') * 10 + bytes[label + 1] - '0';
    return hour < 24 && (bytes[label + clause - 1] - '0') % 5 == 0;
}

/// Where a further label begins behind `at`: "4, 5 and 6", "4-6", "4 through 6"; nothing where none can.
std::optional<std::size_t> next_label(const Bytes& bytes, std::size_t at) {
    const std::size_t blanks = bytes.skip_blanks(at);
    std::size_t next = bytes.skip_one(bytes[blanks] == ',' ? blanks : at, {",", "-", "\xE2\x80\x93", "\xE2\x80\x94"});
    next = bytes.skip_blanks(next);
    next = bytes.skip_one(next, {"and/or ", "and ", "or ", "through ", "to ", "& ", "and\n", "or\n", "through\n",
                                 "to\n", "AND/OR ", "AND ", "OR ", "THROUGH ", "TO "});
    if (next == at || next == bytes.skip_blanks(at)) return std::nullopt;
    return bytes.skip_blanks(next);
}

/// Whether "or 5" behind "Section 4" is a section too: a figure behind a conjunction with which the clause ends, or
/// with "of" or a verb: "in Section 4 or 5, ", "Section 4 and 5 of the plan", "Section 4 or 5 applies"; "under Section
/// 4 or 5 employees" tells of employees. A letter or roman numeral behind another one, and a number with points behind
/// another one, are labels.
bool goes_on(const Bytes& bytes, std::size_t first, std::size_t behind, std::size_t label, std::size_t end) {
    const bool a_word = end == label + 1 && (bytes[label] == 'A' || bytes[label] == 'I');
    if (is_upper(bytes[first]) && is_upper(bytes[label]) && !a_word) return true;
    const auto has_point = [&](std::size_t from, std::size_t to) {
        for (std::size_t at = from; at < to; ++at)
            if (bytes[at] == '.') return true;
        return false;
    };
    if (is_digit(bytes[label]) && has_point(first, behind) && has_point(label, end)) return true;
    if (!is_digit(bytes[label])) return false;
    const bool stops = !is_alphanumeric(bytes[end]) && !std::isspace(static_cast<unsigned char>(bytes[end])) &&
                       bytes[end] != '-' && bytes[end] != '/';
    return stops || bytes.has(bytes.skip_blanks(end), "of ") || is_behind_label(bytes.word(bytes.skip_blanks(end)));
}

/// Whether a word joins a label to the one that ends at `behind`, perhaps behind a comma: "and 5", ", or 5".
bool is_joined(const Bytes& bytes, std::size_t behind) {
    std::size_t at = bytes.skip_blanks(behind);
    at = bytes.skip_blanks(bytes.skip_one(at, {","}));
    return is_upper(bytes[at]) || is_lower(bytes[at]) || bytes[at] == '&';
}

/// "or 2A" behind "Section 1": nothing that is counted has a letter behind its figures.
bool has_letter_behind(const Bytes& bytes, std::size_t label, std::size_t end) {
    return is_digit(bytes[label]) && (is_lower(bytes[end - 1]) || is_upper(bytes[end - 1]) || bytes[end - 1] == ')');
}

/// The whole number that a label begins with.
std::size_t number_at(const Bytes& bytes, std::size_t at) {
    std::size_t number = 0;
    for (; is_digit(bytes[at]) && number < 1'000'000; ++at)
        number = number * 10 + static_cast<std::size_t>(bytes[at] - '0');
    return number;
}

/// The labels behind the first, which stands from `first` to `end`. Behind "Section", in the singular, as far as the
/// last one that is a section for certain: "Section 1, 2 or 2A", "Section 4.1, 4.3 and 4.4".
std::vector<Span> further_labels(const Lexemes& lexemes, const Bytes& bytes, std::size_t next, std::size_t first,
                                 std::size_t end, bool plural) {
    std::vector<Span> out;
    std::size_t certain = 0;
    bool ascends = true;  // "Section 1, 2 or 3"
    for (std::size_t last = first; const auto further = next_label(bytes, end);) {
        const std::size_t behind = behind_label(bytes, *further);
        if (behind == *further) break;
        next = lexeme_from(lexemes, next, *further);
        if (is_other_value(lexemes, next)) break;
        const bool joined = is_joined(bytes, end);
        if (!plural && !joined && bytes[bytes.skip_blanks(end)] != ',') break;
        ascends = ascends && is_digit(bytes[last]) && is_digit(bytes[*further]) &&
                  number_at(bytes, last) < number_at(bytes, *further);
        const bool sure = plural || has_letter_behind(bytes, *further, behind) ||
                          (joined && ((ascends && !out.empty()) || goes_on(bytes, first, end, *further, behind)));
        if (joined && !sure) break;
        out.push_back({static_cast<std::uint32_t>(*further), static_cast<std::uint32_t>(behind)});
        if (sure) certain = out.size();
        last = *further;
        end = behind;
    }
    out.resize(certain);
    return out;
}

Quantity reference(std::string_view text, std::size_t begin, std::size_t label, std::size_t end,
                   std::string_view noun) {
    Quantity quantity;
    quantity.type = QuantityType::reference;
    quantity.span = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
    quantity.unit = noun;
    quantity.iso = text.substr(label, end - label);
    std::size_t digits = label;
    while (digits < end && is_digit(text[digits])) ++digits;
    quantity.amount = Decimal::parse(text.substr(label, digits - label)).value_or(Decimal());
    return quantity;
}

/// "Article Five", "Article One (1)".
std::size_t parse_worded(const Lexemes& lexemes, std::size_t at, std::string_view noun, std::vector<Quantity>& out) {
    if (!lexemes.follows(at + 1, small) && !lexemes.follows(at + 1, tens)) return at;
    const std::optional<Number> number = parse_number_pair(lexemes, at + 1);
    if (!number || !number->value.is_integer() || is_other_value(lexemes, at + 1)) return at;
    Found found = found_at(lexemes, QuantityType::reference, at, number->next, *number);
    found.quantity.unit = noun;
    found.quantity.iso = number->value.text();
    out.push_back(std::move(found.quantity));
    return number->next;
}

}  // namespace

std::size_t parse_references(const Lexemes& lexemes, std::size_t at, const std::vector<std::string>& nouns,
                             std::vector<Quantity>& out) {
    const Bytes bytes(lexemes.text());
    const Lexeme& noun = lexemes.at(at);
    const std::string_view name = nouns[noun.value / 2];
    if (const std::size_t next = parse_worded(lexemes, at, name, out); next != at) return next;

    const bool abbreviated = name.size() <= 4;  // "Sec. 12"; but "of this Section. 12 employees"
    std::size_t label = abbreviated ? bytes.skip_one(noun.span.end, {"."}) : noun.span.end;
    label = bytes.skip_blanks(label);
    label = bytes.skip_one(label, {"#", "No. ", "No.", "Nos. ", "no. "});
    label = bytes.skip_blanks(label);
    const std::size_t quoted = bytes.skip_one(label, {"\"", "'", "\xE2\x80\x9C", "\xE2\x80\x98"});
    const bool in_quotes = quoted != label;
    if (label == noun.span.end && is_upper(bytes[label])) return at;
    const bool plural = noun.value % 2 == 1;
    std::size_t end = behind_label(bytes, quoted);
    // "Section 12-105" has one number, "Sections 4-6" are three.
    if (!plural && end != quoted && is_digit(bytes[quoted]) && bytes[end] == '-') {
        const std::size_t dashed = behind_figure_label(bytes, end + 1);
        if (dashed != end + 1) end = behind_groups(bytes, dashed);
    }
    std::size_t next = lexeme_from(lexemes, at + 1, quoted);
    if (end == quoted || is_other_value(lexemes, next) || is_time_of_day(bytes, noun, name, quoted)) return at;
    out.push_back(reference(lexemes.text(), noun.span.begin, quoted, end, name));
    if (in_quotes) end = bytes.skip_one(end, {"\"", "'", "\xE2\x80\x9D", "\xE2\x80\x99"});
    out.back().span.end = static_cast<std::uint32_t>(end);

    for (const Span& label_behind : further_labels(lexemes, bytes, next, quoted, end, plural)) {
        out.push_back(reference(lexemes.text(), label_behind.begin, label_behind.begin, label_behind.end, name));
        end = label_behind.end;
    }
    return lexeme_from(lexemes, next, end);
}

}  // namespace stet
