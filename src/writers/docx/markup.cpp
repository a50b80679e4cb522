// Escapes text as XML 1.0 asks for (2.2 Characters, 2.4 Character Data and Markup).
#include "writers/docx/markup.hpp"

#include "text/utf8.hpp"

namespace stet::docx {

namespace {

bool is_character(char32_t code) {
    return code == '\t' || code == '\n' || code == '\r' || (code >= 0x20 && code != 0xfffe && code != 0xffff);
}

}  // namespace

void append_escaped(std::string& out, std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const char c = text[at];
        if (c == '&' || c == '<' || c == '>' || c == '"') {
            out += c == '&' ? "&amp;" : c == '<' ? "&lt;" : c == '>' ? "&gt;" : "&quot;";
            ++at;
            continue;
        }
        const utf8::Decoded next = utf8::decode(text, at);
        if (is_character(next.code))
            out.append(text.substr(at, next.size));
        else
            out += "\xef\xbf\xbd";
        at += next.size;
    }
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
