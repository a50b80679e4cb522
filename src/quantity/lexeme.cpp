// Cuts a text into lexemes in one pass.
#include "quantity/lexeme.hpp"

#include <algorithm>
#include <array>
#include <cassert>
#include <limits>
#include <optional>
#include <utility>

#include "text/letters.hpp"
#include "text/utf8.hpp"

namespace stet {

namespace {

constexpr std::size_t longest_word = 24;  // longer than any word of the vocabulary

constexpr std::array<bool, 256> alphanumeric = [] {
    std::array<bool, 256> table{};
    for (const char c : {'0', 'A', 'a'})
        for (int i = 0; i < (c == '0' ? 10 : 26); ++i) table[static_cast<std::size_t>(c + i)] = true;
    return table;
}();
bool is_alphanumeric(char c) {
    return alphanumeric[static_cast<unsigned char>(c)];
}
char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 'a' - 'A') : c;
}

enum class Glyph : std::uint8_t { letter, blank, invisible, hyphen, apostrophe, vulgar, mark };

struct Fraction {
    char32_t code;
    std::uint8_t numerator, denominator;
};
constexpr Fraction fractions[] = {{0xBC, 1, 4},    {0xBD, 1, 2},   {0xBE, 3, 4},   {0x2150, 1, 7}, {0x2151, 1, 9},
                                  {0x2152, 1, 10}, {0x2153, 1, 3}, {0x2154, 2, 3}, {0x2155, 1, 5}, {0x2156, 2, 5},
                                  {0x2157, 3, 5},  {0x2158, 4, 5}, {0x2159, 1, 6}, {0x215A, 5, 6}, {0x215B, 1, 8},
                                  {0x215C, 3, 8},  {0x215D, 5, 8}, {0x215E, 7, 8}};

const Fraction* find_fraction(char32_t code) {
    const auto found =
        std::find_if(std::begin(fractions), std::end(fractions), [&](const Fraction& f) { return f.code == code; });
    return found == std::end(fractions) ? nullptr : found;
}

Glyph glyph_of(char32_t code) {
    if (code == 0xA0 || (code >= 0x2000 && code <= 0x200A) || code == 0x202F || code == 0x205F || code == 0x3000)
        return Glyph::blank;
    if (code == 0xAD || (code >= 0x200B && code <= 0x200F) || code == 0x2060 || code == 0xFEFF) return Glyph::invisible;
    if ((code >= 0x2010 && code <= 0x2015) || code == 0x2212) return Glyph::hyphen;
    if (code == 0x2018 || code == 0x2019 || code == 0x2BC) return Glyph::apostrophe;
    if (find_fraction(code) != nullptr) return Glyph::vulgar;
    if (code < 0xC0 && code != 0xAA && code != 0xB5 && code != 0xBA) return Glyph::mark;
    if ((code >= 0x2010 && code <= 0x2BFF) || (code >= 0x3001 && code <= 0x303F) || code == 0xFFFD) return Glyph::mark;
    return Glyph::letter;
}

LexemeKind mark_kind(char32_t code) {
    switch (code) {
        case '%':
            return LexemeKind::percent_sign;
        case '$':
        case 0xA3:
        case 0x20AC:
            return LexemeKind::currency;
        case 0xA2:
            return LexemeKind::cent_sign;
        case '(':
        case '[':
            return LexemeKind::open;
        case ')':
        case ']':
            return LexemeKind::close;
        case '-':
            return LexemeKind::hyphen;
        case '/':
        case 0x2044:
            return LexemeKind::slash;
        case ',':
            return LexemeKind::comma;
        case '.':
            return LexemeKind::period;
        case ':':
            return LexemeKind::colon;
        case '\'':
            return LexemeKind::apostrophe;
        default:
            return LexemeKind::mark;
    }
}

/// A word with case, soft hyphens and ligatures folded away; `known` is false when no vocabulary could hold it.
struct Folded {
    std::array<char, longest_word> letters{};
    std::size_t size = 0;
    bool known = true;

    std::string_view view() const { return known ? std::string_view(letters.data(), size) : std::string_view(); }
    void add(char c) {
        if (size == longest_word) known = false;
        if (known) letters[size++] = lower(c);
    }
    void add(char32_t code) {
        constexpr std::string_view ligatures[] = {"ff", "fi", "fl", "ffi", "ffl"};
        if (code < 0xFB00 || code > 0xFB04) {
            known = false;
            return;
        }
        for (const char c : ligatures[code - 0xFB00]) add(c);
    }
};

/// The forms of the nouns that references are made with.
class Nouns {
public:
    explicit Nouns(const std::vector<std::string>& singulars) : singulars_(singulars) {
        for (const std::string& noun : singulars_)
            if (!noun.empty()) first_[static_cast<unsigned char>(noun[0])] = true;
    }

    /// False where no word that begins with these two letters is a noun. The plural's ending may be the second one.
    bool may_hold(char first, char second) const {
        return first_[static_cast<unsigned char>(first)] &&
               std::any_of(singulars_.begin(), singulars_.end(), [&](const std::string& noun) {
                   return !noun.empty() && noun[0] == first && (noun.size() < 3 || noun[1] == second);
               });
    }

    std::optional<std::uint16_t> find(std::string_view word) const {
        if (word.empty() || !first_[static_cast<unsigned char>(word[0])]) return std::nullopt;
        for (std::size_t i = 0; i < singulars_.size() && i < 0x7FFF; ++i) {
            if (singulars_[i].empty() || singulars_[i][0] != word[0]) continue;
            if (word == singulars_[i]) return static_cast<std::uint16_t>(i * 2);
            if (is_plural(word, singulars_[i])) return static_cast<std::uint16_t>(i * 2 + 1);
        }
        return std::nullopt;
    }

private:
    /// "sections", "classes", "policies", "appendices".
    static bool is_plural(std::string_view word, std::string_view noun) {
        const auto is = [&](std::size_t kept, std::string_view ending) {
            return word.size() == kept + ending.size() && word.starts_with(noun.substr(0, kept)) &&
                   word.ends_with(ending);
        };
        return is(noun.size(), "s") || is(noun.size(), "es") || (noun.ends_with('y') && is(noun.size() - 1, "ies")) ||
               (noun.ends_with("ix") && is(noun.size() - 2, "ices"));
    }

    const std::vector<std::string>& singulars_;
    std::array<bool, 256> first_{};
};

}  // namespace

/// One pass over the text.
class Lexer {
public:
    Lexer(Lexemes& out, const std::vector<std::string>& nouns) : out_(out), text_(out.text_), nouns_(nouns) {}

    void run() {
        while (at_ < text_.size()) {
            const char c = text_[at_];
            if (is_digit(c) || (c == '.' && starts_bare_fraction()))
                figure();
            else if (is_letter(c))
                word();
            else if (static_cast<unsigned char>(c) < 0x80)
                ascii(c);
            else
                unicode();
        }
    }

private:
    void push(std::size_t end, LexemeKind kind, std::uint16_t value = 0) {
        const Span span{static_cast<std::uint32_t>(at_), static_cast<std::uint32_t>(end)};
        at_ = end;
        std::vector<Lexeme>& all = out_.all_;
        const bool merges = kind == LexemeKind::other && gap_ != Gap::wall && !all.empty() && all.back().kind == kind;
        if (merges)
            all.back().span.end = span.end;
        else
            all.push_back({span, value, kind, gap_});
        gap_ = Gap::tight;
    }

    void widen(Gap gap) {
        if (gap == Gap::newline && gap_ == Gap::newline) gap = Gap::wall;  // an empty line
        gap_ = std::max(gap_, gap);
    }

    void ascii(char c) {
        if (c == ' ' || c == '\r' || c == '\n') {
            widen(c == '\n' ? Gap::newline : Gap::blank);
            ++at_;
        } else if (static_cast<unsigned char>(c) < 0x20) {
            widen(Gap::wall);
            ++at_;
        } else {
            push(at_ + 1, mark_kind(static_cast<char32_t>(c)));
        }
    }

    void unicode() {
        const utf8::Decoded glyph = utf8::decode(text_, at_);
        const std::size_t end = at_ + glyph.size;
        switch (glyph_of(glyph.code)) {
            case Glyph::letter:
                word();
                break;
            case Glyph::blank:
                widen(Gap::blank);
                [[fallthrough]];
            case Glyph::invisible:
                at_ = end;
                break;
            case Glyph::hyphen:
                push(end, LexemeKind::hyphen);
                break;
            case Glyph::apostrophe:
                push(end, LexemeKind::apostrophe);
                break;
            case Glyph::vulgar: {
                const Fraction* fraction = find_fraction(glyph.code);
                push(end, LexemeKind::vulgar,
                     static_cast<std::uint16_t>(fraction->numerator * 256 + fraction->denominator));
                break;
            }
            case Glyph::mark:
                mark(glyph.code, end);
                break;
        }
    }

    void mark(char32_t code, std::size_t end) {
        const std::string_view bytes = text_.substr(at_, end - at_);
        if (const auto noun = nouns_.find(bytes)) {
            std::uint16_t value = *noun;
            for (; text_.substr(end, bytes.size()) == bytes; end += bytes.size()) value |= 1u;  // "§§"
            push(end, LexemeKind::noun, value);
            return;
        }
        const LexemeKind kind = mark_kind(code);
        push(end, kind, kind == LexemeKind::currency ? (code == 0xA3 ? 1 : 2) : 0);
    }

    bool starts_bare_fraction() const {
        if (at_ + 1 >= text_.size() || !is_digit(text_[at_ + 1])) return false;
        const char before = at_ == 0 ? ' ' : text_[at_ - 1];
        return !is_letter(before) && !is_digit(before) && before != '.' && before != ')' && before != ']';
    }

    std::size_t digits_end(std::size_t from) const {
        while (from < text_.size() && is_digit(text_[from])) ++from;
        return from;
    }

    /// Whether `at` is a mark and three digits and no more.
    bool is_group_of_thousands(std::size_t at) const { return text_[at] == ',' && digits_end(at + 1) == at + 4; }

    bool is_point(std::size_t at) const { return at + 1 < text_.size() && text_[at] == '.' && is_digit(text_[at + 1]); }

    /// Whether a sign or code of a currency stands in front.
    bool is_behind_currency() const {
        if (out_.all_.empty() || gap_ == Gap::wall) return false;
        return out_.all_.back().kind == LexemeKind::currency || out_.all_.back().kind == LexemeKind::currency_code;
    }

    /// Behind "37,5", "4.250,00", "€2.000.000": a figure with a comma for its point, or with points between its
    /// thousands; 0 where it is none. "4,5 and 6" and "1,2,3" are lists.
    std::size_t continental_end() const {
        std::size_t end = digits_end(at_);
        if (end == at_) return 0;
        std::size_t groups = 0;
        for (; end - at_ <= 11 && is_point(end) && digits_end(end + 1) == end + 4; end += 4) ++groups;
        if (groups > 0 && digits_end(at_) - at_ > 3) return 0;
        if (groups > 1 && !is_point(end) && (end == text_.size() || text_[end] != ','))
            return is_behind_currency() || measures(end) ? end : 0;
        if (end >= text_.size() || text_[end] != ',') return 0;
        const std::size_t last = digits_end(end + 1);
        if (last == end + 1 || last > end + 3 || is_point(last)) return 0;
        if (groups > 0) return last;
        const bool in_list = at_ > 0 && (text_[at_ - 1] == ',' || text_[at_ - 1] == '.');
        if (in_list || (last < text_.size() && (text_[last] == ',' || is_alphanumeric(text_[last])))) return 0;
        return goes_on_as_list(last) || is_numbered_thing(end - at_, last) ? 0 : last;
    }

    /// Whether what stands before a figure names things by their numbers and nothing behind it measures: "Classes 1,2",
    /// "Grade 7,9", "May 1,15". Four digits and more in front of the comma are a year or a code, too.
    bool is_numbered_thing(std::size_t whole_digits, std::size_t last) const {
        if (out_.all_.empty() || gap_ == Gap::wall) return false;
        const Lexeme& before = out_.all_.back();
        if (before.kind == LexemeKind::noun || before.kind == LexemeKind::month) return true;
        if (is_behind_currency() || measures(last)) return false;
        if (whole_digits > 3) return true;
        std::size_t first = before.span.end;
        while (first > before.span.begin && is_letter(text_[first - 1])) --first;
        if (first == before.span.end) return false;
        const bool plural = before.span.end - first > 3 && lower(text_[before.span.end - 1]) == 's';
        return plural || lower(text_[first]) != text_[first];
    }

    /// Whether a unit, a currency or a percent sign stands at `at`, behind blanks.
    bool measures(std::size_t at) const {
        while (at < text_.size()) {
            if (text_[at] != ' ' && text_[at] != '\n' && static_cast<unsigned char>(text_[at]) < 0x80) break;
            const utf8::Decoded glyph = utf8::decode(text_, at);
            if (glyph.code >= 0x80 && glyph_of(glyph.code) != Glyph::blank) break;
            at += glyph.size;
        }
        if (at >= text_.size()) return false;
        const utf8::Decoded glyph = utf8::decode(text_, at);
        const LexemeKind mark = mark_kind(glyph.code);
        if (mark == LexemeKind::percent_sign || mark == LexemeKind::currency) return true;
        Folded folded;
        fold_word(at, folded);
        const VocabularyEntry* entry = find_vocabulary(folded.view());
        return entry != nullptr && (entry->kind == LexemeKind::unit || entry->kind == LexemeKind::dollars ||
                                    entry->kind == LexemeKind::cents || entry->kind == LexemeKind::currency_code ||
                                    entry->kind == LexemeKind::percent);
    }

    /// Whether a long word in the plural stands at `at`, behind a blank: "$5 200 employees" are two values.
    bool counts_things(std::size_t at) const {
        constexpr std::size_t fewest = 6;
        if (at >= text_.size() || text_[at] != ' ') return false;
        std::size_t end = ++at;
        while (end < text_.size() && text_[end] >= 'a' && text_[end] <= 'z') ++end;
        const std::string_view word = text_.substr(at, end - at);
        return word.size() >= fewest && word.ends_with('s') && !word.ends_with("ss") && !word.ends_with("us");
    }

    /// Bytes of a blank that parts thousands: a no-break one, or any behind a currency; 0 where none stands there.
    std::size_t thousands_blank(std::size_t at) const {
        for (const std::string_view blank : {"\xC2\xA0", "\xE2\x80\xAF", "\xE2\x80\x89"})
            if (text_.substr(at).starts_with(blank)) return blank.size();
        return is_behind_currency() && at < text_.size() && text_[at] == ' ' ? 1 : 0;
    }

    /// Behind "50 000" or "12 500,00", whose blank parts the thousands; 0 where it is no such figure: "$500 100%" are
    /// two values.
    std::size_t spaced_end() const {
        std::size_t end = digits_end(at_);
        if (end == at_ || end - at_ > 3) return 0;
        std::size_t groups = 0;
        bool bound = true;  // by blanks that do not break
        for (std::size_t blank = thousands_blank(end); blank > 0; blank = thousands_blank(end)) {
            if (digits_end(end + blank) != end + blank + 3) break;
            bound = bound && blank > 1;
            end += blank + 3;
            ++groups;
        }
        if (groups == 0 || (!bound && (measures(end) || counts_things(end))) ||
            (end < text_.size() && is_alphanumeric(text_[end])) || is_point(end))
            return 0;
        const std::size_t last = end < text_.size() && text_[end] == ',' ? digits_end(end + 1) : end;
        return last > end + 1 && last <= end + 3 ? last : end;
    }

    /// Whether "and", "or" or a dash stands there: what is before it is one of several.
    bool goes_on_as_list(std::size_t at) const {
        while (at < text_.size() && (text_[at] == ' ' || text_[at] == '\n')) ++at;
        const std::string_view rest = text_.substr(at);
        return rest.starts_with("and ") || rest.starts_with("or ") || rest.starts_with("&") || rest.starts_with("-");
    }

    void figure() {
        for (const std::size_t continental : {continental_end(), spaced_end()})
            if (continental > 0) return push(continental, LexemeKind::figure, continental_figure);
        std::size_t end = digits_end(at_);
        if (end - at_ >= 1 && end - at_ <= 3) {
            while (end < text_.size() && is_group_of_thousands(end)) end += 4;
        }
        LexemeKind kind = LexemeKind::figure;
        if (is_point(end)) end = digits_end(end + 1);
        while (is_point(end)) {
            kind = LexemeKind::dotted;
            end = digits_end(end + 1);
        }
        push(end, kind);
    }

    /// End of the word that begins at `from`, folded into `folded`.
    std::size_t fold_word(std::size_t from, Folded& folded) const {
        while (from < text_.size()) {
            const char c = text_[from];
            if (is_alphanumeric(c)) {
                folded.add(c);
                ++from;
                continue;
            }
            if (static_cast<unsigned char>(c) < 0x80) break;
            const utf8::Decoded glyph = utf8::decode(text_, from);
            const Glyph kind = glyph_of(glyph.code);
            if (kind != Glyph::letter && kind != Glyph::invisible) break;
            if (kind == Glyph::invisible && breaks_line(from + glyph.size)) break;
            if (kind == Glyph::letter) folded.add(glyph.code);
            from += glyph.size;
        }
        return from;
    }

    /// Where the next line's word begins when `from`, behind a hyphen, is at the line's end; else nothing.
    std::optional<std::size_t> next_line(std::size_t from) const {
        std::size_t newlines = 0;
        for (std::size_t blanks = 0; from < text_.size() && blanks < 64; ++from, ++blanks) {
            const char c = text_[from];
            if (c == '\n') ++newlines;
            if (c != ' ' && c != '\r' && c != '\n') break;
        }
        const bool goes_on = newlines == 1 && from < text_.size() && is_letter(text_[from]);
        return goes_on ? std::optional(from) : std::nullopt;
    }
    bool breaks_line(std::size_t from) const { return next_line(from).has_value(); }

    /// Bytes of a hyphen, hard or soft, at `at`; 0 where there is none.
    std::size_t hyphen_size(std::size_t at) const {
        if (at >= text_.size()) return 0;
        if (text_[at] == '-') return 1;
        if (static_cast<unsigned char>(text_[at]) < 0x80) return 0;
        const utf8::Decoded glyph = utf8::decode(text_, at);
        return glyph.code == 0xAD || glyph.code == 0x2010 ? glyph.size : 0;
    }

    /// End of the word of ASCII letters and digits at `at_` that the vocabulary and the nouns do not hold, told by its
    /// first letters and its length: most words. Nothing where it may be known, or more may belong to it.
    std::optional<std::size_t> unknown_end() const {
        std::size_t end = at_;
        while (end < text_.size() && is_alphanumeric(text_[end])) ++end;
        const bool goes_on =
            end < text_.size() && (static_cast<unsigned char>(text_[end]) >= 0x80 || text_[end] == '-');
        if (goes_on || end - at_ < 2) return std::nullopt;
        const char first = lower(text_[at_]);
        const char second = lower(text_[at_ + 1]);
        if (nouns_.may_hold(first, second) || may_be_vocabulary(first, second, end - at_)) return std::nullopt;
        return end;
    }

    void word() {
        if (const auto unknown = unknown_end()) return push(*unknown, LexemeKind::other);
        Folded folded;
        const std::size_t end = fold_word(at_, folded);
        if (const std::size_t hyphen = hyphen_size(end); hyphen > 0 && folded.known) {
            if (const auto second = next_line(end + hyphen)) {
                Folded joined = folded;
                const std::size_t joined_end = fold_word(*second, joined);
                if (push_known(joined_end, joined.view())) return;
            }
        }
        if (!push_known(end, folded.view())) push(end, LexemeKind::other);
    }

    bool push_known(std::size_t end, std::string_view word) {
        if (word.empty()) return false;
        if (const auto noun = nouns_.find(word)) {
            push(end, LexemeKind::noun, *noun);
            return true;
        }
        const VocabularyEntry* entry = find_vocabulary(word);
        if (entry == nullptr) return false;
        const bool small = lower(text_[at_]) == text_[at_];
        if (entry->kind == LexemeKind::currency_code && is_capital_code(entry->value) && small) return false;
        push(end, entry->kind, entry->value);
        return true;
    }

    Lexemes& out_;
    std::string_view text_;
    Nouns nouns_;
    std::size_t at_ = 0;
    Gap gap_ = Gap::wall;
};

Lexemes::Lexemes(std::string_view text, const std::vector<std::string>& reference_nouns) : text_(text) {
    assert(text.size() <= std::numeric_limits<std::uint32_t>::max());
    const auto size = static_cast<std::uint32_t>(text.size());
    end_.span = {size, size};
    all_.reserve(text.size() / 8);
    Lexer(*this, reference_nouns).run();
}

}  // namespace stet
