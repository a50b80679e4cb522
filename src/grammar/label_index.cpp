// Label proposals by first byte.
#include "grammar/label_index.hpp"

#include <algorithm>

#include "text/utf8.hpp"
#include "text/word_bytes.hpp"

namespace stet {
namespace {

void add_range(std::array<bool, 256>& bytes, char from, char to) {
    for (int c = from; c <= to; ++c) bytes[static_cast<std::size_t>(c)] = true;
}

/// Bytes that a numeral of a kind may begin with.
void add_numeral(std::array<bool, 256>& bytes, NumeralKind kind) {
    switch (kind) {
        case NumeralKind::decimal:
        case NumeralKind::dotted:
        case NumeralKind::dashed:
        case NumeralKind::clause:
            add_range(bytes, '0', '9');
            break;
        case NumeralKind::lower_alpha:
        case NumeralKind::lower_roman:
            add_range(bytes, 'a', 'z');
            break;
        case NumeralKind::upper_alpha:
        case NumeralKind::upper_roman:
            add_range(bytes, 'A', 'Z');
            break;
        case NumeralKind::word:
            add_range(bytes, 'a', 'z');
            add_range(bytes, 'A', 'Z');
            break;
    }
}

std::array<bool, 256> first_bytes(const LabelPattern& pattern) {
    std::array<bool, 256> bytes{};
    if (pattern.before().empty()) {
        add_numeral(bytes, pattern.first_kind());
        return bytes;
    }
    const char c = pattern.before().front();
    bytes[static_cast<unsigned char>(c)] = true;
    if (c >= 'a' && c <= 'z') bytes[static_cast<unsigned char>(c - 'a' + 'A')] = true;
    if (c >= 'A' && c <= 'Z') bytes[static_cast<unsigned char>(c - 'A' + 'a')] = true;
    if (c == '"' || c == '\'' || c == '-') bytes[0xe2] = true;  // curly quotes and dashes
    return bytes;
}

/// The second letter of a pattern that opens with a word, in lower case; NUL for any other pattern.
char second_letter(const LabelPattern& pattern) {
    if (pattern.before().size() < 2) return '\0';
    const char c = folded(pattern.before()[1]);
    return c >= 'a' && c <= 'z' ? c : '\0';
}

bool is_ornament(char32_t code) {
    switch (code) {
        case U'•':
        case U'·':
        case U'●':
        case U'○':
        case U'▪':
        case U'■':
        case U'◦':
        case U'*':
        case U'-':
        case U'–':
        case U'—':
            return true;
        default:
            return false;
    }
}

bool is_quote(char32_t code) {
    return code == U'"' || code == U'“' || code == U'”' || code == U'‘' || code == U'\'';
}

bool is_space(char32_t code) {
    return code == U' ' || code == U'\t' || code == U'\n' || code == U'\u00a0';
}

/// The first byte behind the letters and digits at `at`: most words are told from labels by it.
char closing_byte(std::string_view text, std::uint32_t at) {
    const std::size_t end = std::min<std::size_t>(text.size(), at + 16);
    for (std::size_t i = at; i < end; ++i) {
        const char c = text[i];
        if (!((c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'))) return c;
    }
    return '\0';
}

}  // namespace

LabelIndex::LabelIndex(const Grammar& grammar) : grammar_(grammar) {
    for (std::size_t level = 0; level < grammar.levels.size(); ++level) {
        const auto& labels = grammar.levels[level].labels;
        for (std::size_t pattern = 0; pattern < labels.size(); ++pattern) {
            const std::array<bool, 256> bytes = first_bytes(labels[pattern]);
            for (std::size_t byte = 0; byte < bytes.size(); ++byte)
                if (bytes[byte])
                    by_byte_[byte].push_back({static_cast<std::uint16_t>(level), static_cast<std::uint16_t>(pattern),
                                              second_letter(labels[pattern])});
        }
    }
}

std::size_t LabelIndex::readings_at(std::string_view text, std::uint32_t at, std::vector<Reading>& out) const {
    if (at >= text.size()) return 0;
    std::size_t found = 0;
    const char closing = closing_byte(text, at);
    for (const Entry entry : by_byte_[static_cast<unsigned char>(text[at])]) {
        if (entry.second != '\0' && (at + 1 == text.size() || folded(text[at + 1]) != entry.second)) continue;
        const LabelPattern& pattern = grammar_.levels[entry.level].labels[entry.pattern];
        const bool closes_otherwise = pattern.before().empty() && !pattern.after().empty() &&
                                      pattern.kind() != NumeralKind::decimal && pattern.after().front() != closing;
        if (closes_otherwise) continue;
        const auto match = pattern.match(text, at);
        if (!match) continue;
        // "1." must not be read into "1.5", nor "a." into "a.m.".
        const bool list = grammar_.levels[entry.level].stands == Stands::list;
        const bool runs_on = list && match->end < text.size() && !is_space(utf8::decode(text, match->end).code) &&
                             text[match->end] != '(' && !is_quote(utf8::decode(text, match->end).code);
        if (runs_on && (pattern.after().empty() || pattern.after().back() == '.')) continue;
        out.push_back(
            {entry.level, entry.pattern, match->ordinals, {at, match->end}, {match->value_begin, match->value_end}});
        ++found;
    }
    return found;
}

std::uint32_t label_begin(std::string_view text, std::uint32_t from, std::uint32_t to) {
    std::uint32_t at = from;
    const auto skip = [&](auto fits) {
        while (at < to) {
            const utf8::Decoded next = utf8::decode(text, at);
            if (!fits(next.code)) break;
            at += next.size;
        }
    };
    skip(is_space);
    std::uint32_t hashes = at;
    while (hashes < to && text[hashes] == '#' && hashes - at < 6) ++hashes;
    if (hashes > at && hashes < to && text[hashes] == ' ') at = hashes;
    skip(is_space);
    if (at < to && is_ornament(utf8::decode(text, at).code)) {
        const std::uint32_t behind = at + utf8::decode(text, at).size;
        if (behind < to && is_space(utf8::decode(text, behind).code)) at = behind;
    }
    skip(is_space);
    skip(is_quote);
    return at;
}

}  // namespace stet
