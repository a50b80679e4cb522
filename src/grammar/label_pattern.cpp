// Label templates, compiled and matched.
#include "grammar/label_pattern.hpp"

#include <algorithm>

#include "text/error.hpp"
#include "text/utf8.hpp"

namespace stet {
namespace {

char32_t fold_code(char32_t c, bool fold) {
    if (fold && c >= U'A' && c <= U'Z') return c - U'A' + U'a';
    switch (c) {
        case U'“':
        case U'”':
        case U'„':
        case U'″':
            return U'"';
        case U'‘':
        case U'’':
            return U'\'';
        case U'‐':
        case U'‑':
        case U'–':
        case U'—':
        case U'−':
            return U'-';
        default:
            return c;
    }
}

/// Bytes of the blank at `at`; 0 where there is none.
std::uint32_t blank_size(std::string_view text, std::uint32_t at) {
    if (at >= text.size()) return 0;
    if (static_cast<unsigned char>(text[at]) < 0x80) return text[at] == ' ' || text[at] == '\t' ? 1 : 0;
    const utf8::Decoded next = utf8::decode(text, at);
    return next.code == U'\u00a0' || next.code == U'\u202f' ? next.size : 0;
}

bool is_word_byte(char c) {
    const auto lead = static_cast<unsigned char>(c);  // 0xc3 to 0xdf lead letters, 0xe2 leads dashes and quotes
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (lead >= 0xc3 && lead <= 0xdf);
}

/// Bytes that stand for themselves alone, up to case.
bool is_plain(char c) {
    return static_cast<unsigned char>(c) < 0x80 && c != ' ' && c != '"' && c != '\'' && c != '-';
}

char fold_byte(char c, bool fold) {
    return fold && c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

/// The end of `literal` matched at `at`; nothing where it does not stand there.
std::optional<std::uint32_t> match_literal(std::string_view text, std::uint32_t at, std::string_view literal,
                                           bool fold) {
    std::size_t read = 0;
    while (read < literal.size()) {
        if (at >= text.size()) return std::nullopt;
        if (is_plain(literal[read])) {
            if (fold_byte(literal[read], fold) != fold_byte(text[at], fold)) return std::nullopt;
            ++read;
            ++at;
            continue;
        }
        if (literal[read] == ' ') {
            if (blank_size(text, at) == 0) return std::nullopt;
            while (const std::uint32_t size = blank_size(text, at)) at += size;
            ++read;
            continue;
        }
        const utf8::Decoded want = utf8::decode(literal, read);
        const utf8::Decoded have = utf8::decode(text, at);
        if (fold_code(want.code, fold) != fold_code(have.code, fold)) return std::nullopt;
        at += have.size;
        read += want.size;
    }
    return at;
}

}  // namespace

LabelPattern::LabelPattern(std::string_view text, bool fold) : text_(text), fold_(fold) {
    const std::size_t open = text.find('{');
    if (open == std::string_view::npos) {
        before_ = text;
        if (before_.empty()) throw Error("an empty label template");
        return;
    }
    const std::size_t close = text.find('}', open);
    if (close == std::string_view::npos) throw Error("label template \"" + text_ + "\" has no closing brace");
    const std::string_view name = text.substr(open + 1, close - open - 1);
    read_kinds(name);
    before_ = text.substr(0, open);
    after_ = text.substr(close + 1);
    if (after_.find('{') != std::string::npos)
        throw Error("label template \"" + text_ + "\" has more than one numeral");
}

void LabelPattern::read_kinds(std::string_view name) {
    for (std::size_t begin = 0; begin <= name.size();) {
        const std::size_t end = std::min(name.find('.', begin), name.size());
        const std::optional<NumeralKind> kind = numeral_kind(name.substr(begin, end - begin));
        if (!kind)
            throw Error("label template \"" + text_ + "\" counts by \"" + std::string(name) +
                        "\": use decimal, lower-alpha, upper-alpha, lower-roman, upper-roman, word, dotted, dashed or "
                        "clause, or several of them joined by full stops");
        kinds_.push_back(*kind);
        begin = end + 1;
    }
}

/// Numerals of all the kinds, a full stop between each and the next.
std::optional<Numeral> LabelPattern::parse(std::string_view text) const {
    Numeral out;
    for (const NumeralKind kind : kinds_) {
        if (out.size > 0 && (out.size >= text.size() || text[out.size++] != '.')) return std::nullopt;
        const std::optional<Numeral> part = parse_numeral(text.substr(out.size), kind);
        if (!part) return std::nullopt;
        for (std::size_t i = 0; i < part->ordinals.count; ++i) out.ordinals.add(part->ordinals.parts[i]);
        out.ordinals.lettered = part->ordinals.lettered;
        out.size += part->size;
    }
    return out;
}

std::optional<LabelMatch> LabelPattern::match(std::string_view text, std::uint32_t at) const {
    const auto counted_from = match_literal(text, at, before_, fold_);
    if (!counted_from) return std::nullopt;
    LabelMatch out;
    out.end = out.value_begin = out.value_end = *counted_from;
    if (counted()) {
        const auto numeral = parse(text.substr(*counted_from));
        if (!numeral) return std::nullopt;
        out.ordinals = numeral->ordinals;
        out.value_end += numeral->size;
        const auto end = match_literal(text, out.value_end, after_, fold_);
        if (!end) return std::nullopt;
        out.end = *end;
    }
    const bool runs_on =
        out.end < text.size() && out.end > 0 && is_word_byte(text[out.end - 1]) && is_word_byte(text[out.end]);
    if (runs_on) return std::nullopt;
    return out;
}

}  // namespace stet
