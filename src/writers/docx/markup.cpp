// Escapes text as XML 1.0 asks for (2.2 Characters, 2.4 Character Data and Markup).
#include "writers/docx/markup.hpp"

#include "text/utf8.hpp"

namespace stet::docx {

namespace {

/// What is written for a character; empty where it is written as it is.
std::string_view escape_of(char32_t code) {
    switch (code) {
        case '&':
            return "&amp;";
        case '<':
            return "&lt;";
        case '>':
            return "&gt;";
        case '"':
            return "&quot;";
        case '\t':
        case '\n':
        case '\r':
            return {};
        default:
            return code < 0x20 || code == 0xfffe || code == 0xffff ? "\xef\xbf\xbd" : std::string_view();
    }
}

}  // namespace

void append_escaped(std::string& out, std::string_view text) {
    std::size_t plain = 0;  // what stands from here on is still to be copied
    for (std::size_t at = 0; at < text.size();) {
        const auto c = static_cast<unsigned char>(text[at]);
        if (c >= 0x20 && c < 0x80 && c != '&' && c != '<' && c != '>' && c != '"') {
            ++at;
            continue;
        }
        const utf8::Decoded next = utf8::decode(text, at);
        const bool damaged = next.code == 0xfffd && next.size == 1;  // no UTF-8
        const std::string_view instead = damaged ? "\xef\xbf\xbd" : escape_of(next.code);
        if (!instead.empty()) {
            out.append(text.substr(plain, at - plain)).append(instead);
            plain = at + next.size;
        }
        at += next.size;
    }
    out.append(text.substr(plain));
}

std::string escaped(std::string_view text) {
    std::string out;
    append_escaped(out, text);
    return out;
}

void append_text(std::string& out, std::string_view text, bool deleted) {
    if (text.empty()) return;
    out += deleted ? "<w:delText xml:space=\"preserve\">" : "<w:t xml:space=\"preserve\">";
    append_escaped(out, text);
    out += deleted ? "</w:delText>" : "</w:t>";
}

std::string valued(std::string_view name, std::string_view value) {
    std::string out = "<w:";
    out.append(name).append(" w:val=\"");
    append_escaped(out, value);
    return out += "\"/>";
}

}  // namespace stet::docx
