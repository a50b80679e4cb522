// Words of a text, one a line, by rules of the tests' own: what two texts must share to say the same.
//
// A run of letters and digits is a word, every other mark is one by itself, white space only parts. Curly and straight
// quotes, all dashes and ligatures compare equal; what cannot be seen is left out.
#pragma once

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace stet::laws {

struct Character {
    std::uint32_t code = 0;
    std::size_t size = 1;
};

inline Character character_at(std::string_view text, std::size_t at) {
    const auto byte = [&](std::size_t i) {
        return at + i < text.size() ? static_cast<std::uint32_t>(static_cast<unsigned char>(text[at + i])) : 0U;
    };
    if (byte(0) < 0x80) return {byte(0), 1};
    if (byte(0) < 0xE0) return {(byte(0) & 0x1FU) << 6 | (byte(1) & 0x3FU), 2};
    if (byte(0) < 0xF0) return {(byte(0) & 0x0FU) << 12 | (byte(1) & 0x3FU) << 6 | (byte(2) & 0x3FU), 3};
    return {(byte(0) & 0x07U) << 18 | (byte(1) & 0x3FU) << 12 | (byte(2) & 0x3FU) << 6 | (byte(3) & 0x3FU), 4};
}

inline bool is_unseen(std::uint32_t c) {
    return c == 0xAD || (c >= 0x200B && c <= 0x200F) || c == 0x2060 || c == 0xFEFF;
}

inline bool is_blank(std::uint32_t c) {
    return c <= ' ' || c == 0x7F || c == 0xA0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200A) || c == 0x2028 ||
           c == 0x2029 || c == 0x202F || c == 0x205F || c == 0x3000;
}

inline bool is_dash(std::uint32_t c) {
    return c == '-' || (c >= 0x2010 && c <= 0x2015) || c == 0x2212;
}

inline bool is_letter(std::uint32_t c) {
    if (c < 0x80) return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    return c >= 0xC0 && !(c >= 0x2000 && c <= 0x2BFF) && !(c >= 0xE000 && c <= 0xF8FF) && c != 0xFFFD;
}

/// The characters that stand for one character; empty for one that stands as it is.
inline std::string_view plain_form(std::uint32_t c) {
    static constexpr std::string_view ligatures[] = {"ff", "fi", "fl", "ffi", "ffl", "st", "st"};
    if (is_dash(c)) return "-";
    if (c == '`' || c == 0xB4 || c == 0x2BC || (c >= 0x2018 && c <= 0x201B) || c == 0x2032) return "'";
    if ((c >= 0x201C && c <= 0x201F) || c == 0x2033 || c == 0xAB || c == 0xBB) return "\"";
    if (c == 0x2026) return "...";
    if (c >= 0xFB00 && c <= 0xFB06) return ligatures[c - 0xFB00];
    return {};
}

/// A word and where it stands in its text.
struct PlainWord {
    std::string text;
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
};

inline std::vector<PlainWord> plain_words(std::string_view text) {
    std::vector<PlainWord> out;
    bool open = false;  // the last word may go on
    bool dash = false;  // the last mark was a dash: two are one
    for (std::size_t at = 0; at < text.size();) {
        const Character c = character_at(text, at);
        const auto begin = static_cast<std::uint32_t>(at);
        at += c.size;
        const auto end = static_cast<std::uint32_t>(std::min(at, text.size()));
        if (is_unseen(c.code)) continue;
        const std::string_view plain = plain_form(c.code);
        const std::string own(plain.empty() ? text.substr(begin, end - begin) : plain);
        if (is_blank(c.code)) {
            open = false;
        } else if (is_letter(c.code)) {
            if (!open) out.push_back({"", begin, end});
            out.back().text += own;
            out.back().end = end;
            open = true;
            dash = false;
        } else {
            if (own == "...") {
                for (int i = 0; i < 3; ++i) out.push_back({".", begin, end});
            } else if (!is_dash(c.code) || !dash) {
                out.push_back({own, begin, end});
            }
            open = false;
            dash = is_dash(c.code);
        }
    }
    return out;
}

/// The words one a line, to compare whole texts at once.
inline std::string words(std::string_view text) {
    std::string out;
    for (const PlainWord& word : plain_words(text)) out += word.text + "\n";
    return out;
}

/// The words run together, dashes left out: what is the same however a line was broken or a dash was set.
inline std::string letters(std::string_view text) {
    std::string out;
    for (const PlainWord& word : plain_words(text))
        if (word.text != "-") out += word.text;
    return out;
}

inline bool says_the_same(std::string_view one, std::string_view other) {
    if (words(one) == words(other)) return true;
    const auto broken = [](std::string_view text) { return text.find("-\n") != std::string_view::npos; };
    return (broken(one) || broken(other)) && letters(one) == letters(other);
}

/// The words in alphabetical order: for texts that may stand in another order.
inline std::string sorted_words(std::string_view text) {
    std::vector<PlainWord> found = plain_words(text);
    std::sort(found.begin(), found.end(), [](const PlainWord& a, const PlainWord& b) { return a.text < b.text; });
    std::string out;
    for (const PlainWord& word : found) out += word.text + "\n";
    return out;
}

/// Where two lists of words first differ: the words around it; empty where they do not.
inline std::string difference(const std::string& found, const std::string& wanted) {
    if (found == wanted) return {};
    std::size_t at = 0;
    while (at < found.size() && at < wanted.size() && found[at] == wanted[at]) ++at;
    const std::size_t from = at < 60 ? 0 : at - 60;
    const auto part = [&](const std::string& text) {
        std::string out = text.substr(from, 140);
        std::replace(out.begin(), out.end(), '\n', ' ');
        return out;
    };
    return "found: …" + part(found) + "…\nwanted: …" + part(wanted) + "…";
}

}  // namespace stet::laws
