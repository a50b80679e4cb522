// Kinds and widths of characters, by utf8proc; ASCII without it.
#include "text/characters.hpp"

#include <utf8proc.h>

namespace stet::utf8 {

namespace {

CharacterKind kind_of_ascii(char32_t code) {
    if (code == ' ' || (code >= '\t' && code <= '\r')) return CharacterKind::space;
    if (code < ' ' || code == 0x7F) return CharacterKind::control;
    const bool alphanumeric = (code >= '0' && code <= '9') || ((code | 0x20) >= 'a' && (code | 0x20) <= 'z');
    if (alphanumeric) return CharacterKind::other;
    for (const char32_t symbol : U"$+<=>^`|~")
        if (code == symbol) return CharacterKind::symbol;
    return CharacterKind::punctuation;
}

/// Embeddings, overrides, isolates and direction marks: they reorder what is read.
bool turns_direction(char32_t code) {
    return (code >= 0x202A && code <= 0x202E) || (code >= 0x2066 && code <= 0x2069) || code == 0x200E ||
           code == 0x200F || code == 0x061C;
}

}  // namespace

CharacterKind kind_of(char32_t code) {
    if (code < 0x80) return kind_of_ascii(code);
    if (turns_direction(code)) return CharacterKind::control;
    switch (utf8proc_category(static_cast<utf8proc_int32_t>(code))) {
        case UTF8PROC_CATEGORY_ZS:
        case UTF8PROC_CATEGORY_ZL:
        case UTF8PROC_CATEGORY_ZP:
            return CharacterKind::space;
        case UTF8PROC_CATEGORY_PC:
        case UTF8PROC_CATEGORY_PD:
        case UTF8PROC_CATEGORY_PS:
        case UTF8PROC_CATEGORY_PE:
        case UTF8PROC_CATEGORY_PI:
        case UTF8PROC_CATEGORY_PF:
        case UTF8PROC_CATEGORY_PO:
            return CharacterKind::punctuation;
        case UTF8PROC_CATEGORY_SM:
        case UTF8PROC_CATEGORY_SC:
        case UTF8PROC_CATEGORY_SK:
        case UTF8PROC_CATEGORY_SO:
            return CharacterKind::symbol;
        case UTF8PROC_CATEGORY_CC:
            return CharacterKind::control;
        default:
            return CharacterKind::other;
    }
}

bool is_word_character(char32_t code) {
    if (code < 0x80) return kind_of_ascii(code) == CharacterKind::other;
    const auto category = utf8proc_category(static_cast<utf8proc_int32_t>(code));
    return category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_NO;
}

unsigned columns_of(char32_t code) {
    if (code < 0x80) return 1;
    const int width = utf8proc_charwidth(static_cast<utf8proc_int32_t>(code));
    return width < 0 ? 1 : static_cast<unsigned>(width);
}

}  // namespace stet::utf8
