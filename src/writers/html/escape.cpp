// Escaping: a table says which bytes need a look, all between them is copied in one piece.
#include "writers/html/escape.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include "text/letters.hpp"
#include "text/utf8.hpp"

namespace stet::html {
namespace {

constexpr std::string_view replacement = "\xEF\xBF\xBD";

constexpr bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0xC3;
}

/// Bytes at which copying stops: markup, controls, and the first bytes of the direction controls and of C1.
constexpr std::array<bool, 256> make_stops() {
    std::array<bool, 256> stops{};
    for (std::size_t i = 0; i < 0x20; ++i) stops[i] = true;
    stops['\t'] = false;
    for (const char c : {'&', '<', '>', '"', '\'', '\x7F'}) stops[static_cast<unsigned char>(c)] = true;
    for (const char c : {'\xC2', '\xD8', '\xE2'}) stops[static_cast<unsigned char>(c)] = true;
    return stops;
}

constexpr auto stops = make_stops();

/// Explicit controls of the Unicode bidirectional algorithm (UAX 9, section 2).
bool is_direction_control(char32_t c) {
    return c == 0x061C || c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

std::string_view reference(char c) {
    switch (c) {
        case '&':
            return "&amp;";
        case '<':
            return "&lt;";
        case '>':
            return "&gt;";
        case '"':
            return "&quot;";
        case '\'':
            return "&#39;";
        default:
            return {};
    }
}

void append_direction_control(std::string& out, char32_t code, bool element) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    out += element ? "<span class=u>[U+" : "[U+";
    for (int shift = 12; shift >= 0; shift -= 4) out += digits[(code >> shift) & 15];
    out += element ? "]</span>" : "]";
}

/// A line break inside a hyphenated word: a letter and a hyphen before it, a small letter after.
bool cuts_word(std::string_view text, std::size_t at) {
    return at >= 2 && at + 1 < text.size() && text[at - 1] == '-' && is_letter(text[at - 2]) && text[at + 1] >= 'a' &&
           text[at + 1] <= 'z';
}

/// Writes what stands at a stop and returns its size in bytes.
std::size_t append_stop(std::string& out, std::string_view text, std::size_t at, bool element) {
    const char c = text[at];
    if (c == '\n') {
        out += element && cuts_word(text, at) ? "<span class=j>\n</span>" : "\n";
        return 1;
    }
    if (c == '\f' || c == '\v' || c == '\r') {
        out += ' ';
        return 1;
    }
    if (const std::string_view escaped = reference(c); !escaped.empty()) {
        out += escaped;
        return 1;
    }
    if (static_cast<unsigned char>(c) < 0x80) {
        out += replacement;
        return 1;
    }
    const auto [code, size] = utf8::decode(text, at);
    if (code == 0xFFFD || (code >= 0x80 && code < 0xA0)) {
        out += replacement;
    } else if (is_direction_control(code)) {
        append_direction_control(out, code, element);
    } else {
        out.append(text, at, size);
    }
    return size;
}

bool stops_at(char c) {
    return stops[static_cast<unsigned char>(c)];
}

/// The next stop from `at` on, or the end.
std::size_t next_stop(std::string_view text, std::size_t at) {
    while (at + 4 <= text.size() &&
           !(stops_at(text[at]) | stops_at(text[at + 1]) | stops_at(text[at + 2]) | stops_at(text[at + 3])))
        at += 4;
    while (at < text.size() && !stops_at(text[at])) ++at;
    return at;
}

void append_escaped(std::string& out, std::string_view text, bool element) {
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t stop = next_stop(text, at);
        out.append(text, at, stop - at);
        at = stop < text.size() ? stop + append_stop(out, text, stop, element) : stop;
    }
}

std::string fold_space(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        std::size_t end = at;
        while (end < text.size() && !is_space(text[end])) ++end;
        if (end > at && !out.empty()) out += ' ';
        out.append(text, at, end - at);
        at = end + 1;
    }
    return out;
}

bool is_continuation(char c) {
    return (static_cast<unsigned char>(c) & 0xC0) == 0x80;
}

}  // namespace

void append_text(std::string& out, std::string_view text) {
    append_escaped(out, text, true);
}

void append_attribute(std::string& out, std::string_view text) {
    append_escaped(out, text, false);
}

void append_css_string(std::string& out, std::string_view text) {
    constexpr std::string_view digits = "0123456789abcdef";
    out += '"';
    for (std::size_t at = 0; at < text.size();) {
        const auto [code, size] = utf8::decode(text, at);
        at += size;
        if (code < 0x80 && (is_letter(static_cast<char>(code)) || (code >= '0' && code <= '9') || code == ' ')) {
            out += static_cast<char>(code);
            continue;
        }
        out += '\\';
        const char32_t shown = code < 0x20 || code == 0x7F || is_direction_control(code) ? U'\uFFFD' : code;
        for (int shift = 20; shift >= 0; shift -= 4) out += digits[(shown >> shift) & 15];
    }
    out += '"';
}

void append_number(std::string& out, std::uint64_t number) {
    std::array<char, 20> digits{};
    const char* const end = std::to_chars(digits.begin(), digits.end(), number).ptr;
    out.append(digits.data(), static_cast<std::size_t>(end - digits.data()));
}

void append_count(std::string& out, std::uint64_t number) {
    const std::string digits = std::to_string(number);
    for (std::size_t i = 0; i < digits.size(); ++i) {
        if (i > 0 && (digits.size() - i) % 3 == 0) out += ',';
        out += digits[i];
    }
}

namespace {

/// The ends of a long text, cut between characters, with their space folded; a short text whole.
std::string fold_ends(std::string_view text, std::size_t limit) {
    if (text.size() <= 4 * limit) return fold_space(text);
    std::size_t head = limit;
    std::size_t tail = text.size() - limit;
    while (head > 0 && is_continuation(text[head])) --head;
    while (tail < text.size() && is_continuation(text[tail])) ++tail;
    return fold_space(text.substr(0, head)) + " " + fold_space(text.substr(tail));
}

}  // namespace

std::string elide(std::string_view text, std::size_t limit) {
    const std::string folded = fold_ends(text, limit);
    if (folded.size() <= limit && text.size() <= 4 * limit) return folded;
    std::size_t head = std::min(folded.size(), limit * 2 / 3);
    std::size_t tail = folded.size() - std::min(folded.size(), limit / 3);
    while (head > 0 && head < folded.size() && is_continuation(folded[head])) --head;
    while (tail < folded.size() && is_continuation(folded[tail])) ++tail;
    if (const std::size_t blank = folded.rfind(' ', head); blank != std::string::npos && blank > head / 2) head = blank;
    if (const std::size_t blank = folded.find(' ', tail); blank != std::string::npos && blank < tail + limit / 6) {
        tail = blank + 1;
    }
    return folded.substr(0, head) + " … " + folded.substr(tail);
}

}  // namespace stet::html
