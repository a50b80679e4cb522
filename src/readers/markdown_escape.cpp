// Puts control characters for escaped signs and takes them back.
#include "readers/markdown_escape.hpp"

#include <algorithm>

#include "readers/bracketed_spans.hpp"

namespace stet {

namespace {

constexpr std::string_view all_signs = "~{+-=[]";
constexpr std::size_t without_brackets = 5;
constexpr char lead = '\xc2';
constexpr unsigned char first_trail = 0x86;

}  // namespace

EscapeShield::EscapeShield(std::string_view document) : signs_(all_signs) {
    if (!may_hold_bracketed_spans(document)) signs_ = signs_.substr(0, without_brackets);
    for (std::size_t at = document.find('\\'); !on_ && at != std::string_view::npos; at = document.find('\\', at + 1))
        on_ = at + 1 < document.size() && signs_.find(document[at + 1]) != std::string_view::npos;
    for (std::size_t at = document.find(lead); on_ && at != std::string_view::npos; at = document.find(lead, at + 1))
        on_ = !is_shield(document, at);
}

void EscapeShield::append(std::string& out, std::string_view line) const {
    while (on_) {
        const std::size_t at = line.find('\\');
        if (at == std::string_view::npos || at + 1 == line.size()) break;
        const std::size_t sign = signs_.find(line[at + 1]);
        if (sign == std::string_view::npos) {
            out.append(line.substr(0, at + 2));
        } else {
            out.append(line.substr(0, at));
            out.push_back(lead);
            out.push_back(static_cast<char>(first_trail + sign));
        }
        line.remove_prefix(at + 2);
    }
    out.append(line);
}

bool EscapeShield::is_shield(std::string_view text, std::size_t at) const {
    if (text[at] != lead || at + 1 == text.size()) return false;
    const auto trail = static_cast<unsigned char>(text[at + 1]);
    return trail >= first_trail && trail < first_trail + signs_.size();
}

char EscapeShield::sign_at(std::string_view text, std::size_t at) const {
    if (!on_ || !is_shield(text, at)) return 0;
    return signs_[static_cast<unsigned char>(text[at + 1]) - first_trail];
}

std::string EscapeShield::as_written(std::string_view text) const {
    std::string out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size(); ++at) {
        const char sign = sign_at(text, at);
        if (sign == 0) {
            out.push_back(text[at]);
            continue;
        }
        out.push_back('\\');
        out.push_back(sign);
        ++at;
    }
    return out;
}

}  // namespace stet
