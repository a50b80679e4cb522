// Fills lines word by word; the colours are those of ECMA-48 (SGR).
#include "writers/text_lines.hpp"

#include <algorithm>
#include <utility>

#include "text/characters.hpp"
#include "text/utf8.hpp"

namespace stet {

namespace {

constexpr unsigned least_columns = 16;
constexpr char32_t replacement = 0xFFFD;

std::string_view escape_sequence(TextStyle style) {
    switch (style) {
        case TextStyle::plain:
            break;
        case TextStyle::struck:
            return "\x1b[31;9m";
        case TextStyle::fresh:
            return "\x1b[36;4m";
        case TextStyle::moved:
            return "\x1b[32m";
        case TextStyle::bold:
            return "\x1b[1m";
        case TextStyle::faint:
            return "\x1b[2m";
        case TextStyle::alarm:
            return "\x1b[1;31m";
        case TextStyle::first_struck:
            return "\x1b[34;9m";
        case TextStyle::first_fresh:
            return "\x1b[34;4m";
        case TextStyle::second_struck:
            return "\x1b[35;9m";
        case TextStyle::second_fresh:
            return "\x1b[35;4m";
        case TextStyle::both_struck:
            return "\x1b[32;9m";
        case TextStyle::both_fresh:
            return "\x1b[32;4m";
    }
    return "\x1b[0m";
}

bool is_change(TextStyle style) {
    return style == TextStyle::struck || style == TextStyle::fresh || style == TextStyle::moved ||
           style >= TextStyle::first_struck;
}

char32_t shown(char32_t code) {
    return utf8::kind_of(code) == utf8::CharacterKind::control ? replacement : code;
}

}  // namespace

TextLines::TextLines(unsigned width, bool colour, unsigned indent, unsigned hang)
    : width_(std::max(width, indent + hang + least_columns)), colour_(colour), indent_(indent), hang_(hang) {}

void TextLines::add(std::string_view text, TextStyle style) {
    for (std::size_t at = 0; at < text.size();) {
        const utf8::Decoded next = utf8::decode(text, at);
        at += next.size;
        if (next.code < 0x80 && utf8::kind_of(next.code) == utf8::CharacterKind::space)
            blank(style);
        else
            add_glyph(shown(next.code), style);
    }
}

void TextLines::blank(TextStyle style) {
    end_word();
    blank_ = blank_ || !line_.bytes.empty() || !lines_.empty();
    blank_style_ = style;
}

std::vector<TextLine> TextLines::finish() {
    end_word();
    if (!line_.bytes.empty()) end_line();
    return std::exchange(lines_, {});
}

void TextLines::add_glyph(char32_t code, TextStyle style) {
    const unsigned columns = utf8::columns_of(code);
    if (word_columns_ + columns > width_ - indent_ - hang_) end_word();
    word_.push_back({code, style});
    word_columns_ += columns;
}

void TextLines::end_word() {
    if (word_.empty()) return;
    const unsigned needed = word_columns_ + (blank_ && used_ > 0 ? 1 : 0);
    if (used_ > 0 && margin() + used_ + needed > width_) end_line();
    if (blank_ && used_ > 0) put({' ', word_.front().style == blank_style_ ? blank_style_ : TextStyle::plain});
    if (used_ == 0) line_.bytes.append(margin(), ' ');
    for (const Glyph& glyph : word_) put(glyph);
    word_.clear();
    word_columns_ = 0;
    blank_ = false;
}

void TextLines::end_line() {
    set_style(TextStyle::plain);
    lines_.push_back(std::exchange(line_, {}));
    used_ = 0;
}

void TextLines::put(const Glyph& glyph) {
    set_style(glyph.style);
    utf8::append(line_.bytes, glyph.code);
    line_.changed = line_.changed || is_change(glyph.style);
    used_ += utf8::columns_of(glyph.code);
}

void TextLines::set_style(TextStyle style) {
    if (style == style_) return;
    if (colour_) {
        if (style_ != TextStyle::plain) line_.bytes += escape_sequence(TextStyle::plain);
        if (style != TextStyle::plain) line_.bytes += escape_sequence(style);
    }
    style_ = style;
}

std::string styled(std::string_view text, TextStyle style, bool colour) {
    std::string out;
    if (colour && style != TextStyle::plain) out += escape_sequence(style);
    for (std::size_t at = 0; at < text.size();) {
        const utf8::Decoded next = utf8::decode(text, at);
        at += next.size;
        utf8::append(out, next.code == '\n' || next.code == '\t' ? U' ' : shown(next.code));
    }
    if (colour && style != TextStyle::plain) out += escape_sequence(TextStyle::plain);
    return out;
}

}  // namespace stet
