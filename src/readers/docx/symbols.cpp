// Maps the codes of the symbol fonts that Word comes with.
#include "readers/docx/symbols.hpp"

#include <charconv>
#include <cstdint>
#include <unordered_map>

#include "text/utf8.hpp"

namespace stet {

namespace {

using Table = std::unordered_map<std::uint32_t, char32_t>;

/// Adobe's symbol encoding, letters and the signs that agreements use
/// (https://www.unicode.org/Public/MAPPINGS/VENDORS/ADOBE/symbol.txt).
const Table& symbol() {
    static const Table table = {
        {0x22, U'∀'}, {0x24, U'∃'}, {0x27, U'∋'}, {0x2A, U'∗'}, {0x2D, U'−'}, {0x40, U'≅'}, {0x41, U'Α'}, {0x42, U'Β'},
        {0x43, U'Χ'}, {0x44, U'Δ'}, {0x45, U'Ε'}, {0x46, U'Φ'}, {0x47, U'Γ'}, {0x48, U'Η'}, {0x49, U'Ι'}, {0x4B, U'Κ'},
        {0x4C, U'Λ'}, {0x4D, U'Μ'}, {0x4E, U'Ν'}, {0x4F, U'Ο'}, {0x50, U'Π'}, {0x51, U'Θ'}, {0x52, U'Ρ'}, {0x53, U'Σ'},
        {0x54, U'Τ'}, {0x55, U'Υ'}, {0x57, U'Ω'}, {0x58, U'Ξ'}, {0x59, U'Ψ'}, {0x5A, U'Ζ'}, {0x5C, U'∴'}, {0x5E, U'⊥'},
        {0x61, U'α'}, {0x62, U'β'}, {0x63, U'χ'}, {0x64, U'δ'}, {0x65, U'ε'}, {0x66, U'φ'}, {0x67, U'γ'}, {0x68, U'η'},
        {0x69, U'ι'}, {0x6B, U'κ'}, {0x6C, U'λ'}, {0x6D, U'μ'}, {0x6E, U'ν'}, {0x6F, U'ο'}, {0x70, U'π'}, {0x71, U'θ'},
        {0x72, U'ρ'}, {0x73, U'σ'}, {0x74, U'τ'}, {0x75, U'υ'}, {0x77, U'ω'}, {0x78, U'ξ'}, {0x79, U'ψ'}, {0x7A, U'ζ'},
        {0xA2, U'′'}, {0xA3, U'≤'}, {0xA5, U'∞'}, {0xA7, U'♣'}, {0xA8, U'♦'}, {0xA9, U'♥'}, {0xAA, U'♠'}, {0xAB, U'↔'},
        {0xAC, U'←'}, {0xAD, U'↑'}, {0xAE, U'→'}, {0xAF, U'↓'}, {0xB0, U'°'}, {0xB1, U'±'}, {0xB2, U'″'}, {0xB3, U'≥'},
        {0xB4, U'×'}, {0xB6, U'∂'}, {0xB7, U'•'}, {0xB8, U'÷'}, {0xB9, U'≠'}, {0xBA, U'≡'}, {0xBB, U'≈'}, {0xBC, U'…'},
        {0xC5, U'⊕'}, {0xC6, U'∅'}, {0xC7, U'∩'}, {0xC8, U'∪'}, {0xCC, U'⊂'}, {0xCE, U'∈'}, {0xCF, U'∉'}, {0xD0, U'∠'},
        {0xD2, U'®'}, {0xD3, U'©'}, {0xD4, U'™'}, {0xD5, U'∏'}, {0xD6, U'√'}, {0xD7, U'⋅'}, {0xD8, U'¬'}, {0xD9, U'∧'},
        {0xDA, U'∨'}, {0xDB, U'⇔'}, {0xDC, U'⇐'}, {0xDD, U'⇑'}, {0xDE, U'⇒'}, {0xDF, U'⇓'}, {0xE5, U'∑'}, {0xF2, U'∫'},
    };
    return table;
}

/// Microsoft's Wingdings: boxes, ticks, bullets and arrows
/// (https://www.unicode.org/L2/L2011/11052r-wingding.pdf).
const Table& wingdings() {
    static const Table table = {
        {0x21, U'✏'}, {0x28, U'☎'}, {0x2A, U'✉'}, {0x6C, U'●'}, {0x6D, U'❍'}, {0x6E, U'■'}, {0x6F, U'□'},
        {0x71, U'❑'}, {0x72, U'❒'}, {0x73, U'⬧'}, {0x74, U'⧫'}, {0x75, U'◆'}, {0x76, U'❖'}, {0x9F, U'•'},
        {0xA1, U'○'}, {0xA7, U'▪'}, {0xA8, U'☐'}, {0xD8, U'➢'}, {0xDF, U'←'}, {0xE0, U'→'}, {0xE1, U'↑'},
        {0xE2, U'↓'}, {0xE8, U'➔'}, {0xF0, U'⇨'}, {0xFB, U'✗'}, {0xFC, U'✓'}, {0xFD, U'☒'}, {0xFE, U'☑'},
    };
    return table;
}

}  // namespace

std::string symbol_text(std::string_view font, std::string_view code) {
    std::uint32_t number = 0;
    std::from_chars(code.data(), code.data() + code.size(), number, 16);
    const bool is_private = number >= 0xF000 && number <= 0xF0FF;
    const std::uint32_t low = is_private ? number & 0xFF : number;
    const Table* table = font == "Symbol" ? &symbol() : font == "Wingdings" ? &wingdings() : nullptr;
    char32_t character = number;
    if (table != nullptr && low <= 0xFF) {
        if (const auto found = table->find(low); found != table->end())
            character = found->second;
        else if (font == "Symbol" && low < 0x7F)
            character = low;
    }
    const bool valid = character >= 32 && character <= 0x10FFFF && (character < 0xD800 || character > 0xDFFF);
    std::string out;
    utf8::append(out, valid ? character : 0xFFFD);
    return out;
}

}  // namespace stet
