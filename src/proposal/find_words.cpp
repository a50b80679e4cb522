// Words are found by their keys, so that quotes, dashes and line breaks do not hide them.
#include "proposal/find_words.hpp"

#include <algorithm>

#include "proposal/letters.hpp"
#include "text/utf8.hpp"

namespace stet {

namespace {

/// Marks that stand behind a word without a blank.
bool closes(std::string_view text) {
    if (text.empty()) return false;
    switch (utf8::decode(text, 0).code) {
        case U'.':
        case U',':
        case U';':
        case U':':
        case U')':
        case U']':
        case U'!':
        case U'?':
        case U'%':
        case U'”':
        case U'’':
            return true;
        default:
            return false;
    }
}

/// Marks that stand before a word without a blank.
bool opens(std::string_view text) {
    if (text.empty()) return false;
    switch (utf8::decode_before(text, text.size()).code) {
        case U'(':
        case U'[':
        case U'“':
        case U'‘':
        case U'$':
        case U'/':
            return true;
        default:
            return false;
    }
}

/// Whether a word broken at a line's end has that key when its hyphen stays.
bool is_unbroken(std::string_view text, const Token& token, std::uint64_t key) {
    if (!token.soft) return false;
    const std::string word = one_line(text.substr(token.text.begin, token.text.size()));
    std::vector<Token> one;
    tokenize(word, {0, static_cast<std::uint32_t>(word.size())}, one);
    return one.size() == 1 && one[0].key == key;
}

std::vector<Span> find_as_written(std::string_view text, const std::vector<Token>& tokens, std::string_view words) {
    std::vector<Token> wanted;
    tokenize(words, {0, static_cast<std::uint32_t>(words.size())}, wanted);
    std::vector<Span> found;
    if (wanted.empty()) return found;
    for (auto at = tokens.begin(); at != tokens.end();) {
        at = std::search(at, tokens.end(), wanted.begin(), wanted.end(),
                         [&](const Token& x, const Token& y) { return x.key == y.key || is_unbroken(text, x, y.key); });
        if (at == tokens.end()) break;
        const auto last = at + static_cast<std::ptrdiff_t>(wanted.size()) - 1;
        found.push_back({at->text.begin, last->text.end});
        at = last + 1;
    }
    return found;
}

/// "with the ex- ception": words that were broken at a line's end and joined with a blank, whole; empty where there are
/// none.
std::string without_broken_words(std::string_view words) {
    std::string out;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const bool broken = words[i] == '-' && i > 0 && is_lower(words[i - 1]) && i + 2 < words.size() &&
                            words[i + 1] == ' ' && is_lower(words[i + 2]);
        if (broken)
            ++i;
        else
            out.push_back(words[i]);
    }
    return out.size() == words.size() ? std::string{} : out;
}

}  // namespace

std::vector<Token> face_tokens(const Document& document, BlockId block) {
    const Block& text = document.blocks[block];
    std::vector<Token> tokens;
    Span stretch;
    for (const Run& run : text.runs) {
        if (outside(run.marks, document.face)) continue;
        if (run.text.begin != stretch.end) {
            if (!stretch.empty()) tokenize(text.text, stretch, tokens);
            stretch.begin = run.text.begin;
        }
        stretch.end = run.text.end;
    }
    if (!stretch.empty()) tokenize(text.text, stretch, tokens);
    return tokens;
}

std::vector<Span> find_words(std::string_view text, const std::vector<Token>& tokens, std::string_view words) {
    const std::vector<Span> found = find_as_written(text, tokens, words);
    const std::string whole = found.empty() ? without_broken_words(words) : std::string{};
    return whole.empty() ? found : find_as_written(text, tokens, whole);
}

WordChange replace_words(std::string_view text, Span struck, std::string_view with) {
    if (!with.empty()) {
        // Words in the place of a mark that closed what stands before them: "at noon." becomes "at noon or later."
        const bool mark_goes =
            struck.size() == 1 && std::string_view(".,;:!?").find(text[struck.begin]) != std::string_view::npos;
        const bool parted = struck.begin == 0 || is_blank(text[struck.begin - 1]) || is_blank(with.front());
        const bool words = is_lower(with.front()) || is_upper(with.front());
        return {struck, (mark_goes && !parted && words ? " " : "") + std::string(with)};
    }
    Span cut = struck;
    if (is_line(text, cut)) {
        if (cut.begin > 0)
            --cut.begin;
        else
            ++cut.end;
        return {cut, {}};
    }
    const bool blank_before = cut.begin == 0 || is_blank(text[cut.begin - 1]);
    const bool blank_behind = cut.end == text.size() || is_blank(text[cut.end]);
    if (blank_before && blank_behind && cut.end < text.size()) {
        while (cut.end < text.size() && text[cut.end] != '\t' && is_blank(text[cut.end])) ++cut.end;
    } else if (blank_before && (blank_behind || closes(text.substr(cut.end)))) {
        while (cut.begin > 0 && text[cut.begin - 1] != '\t' && is_blank(text[cut.begin - 1])) --cut.begin;
    }
    return {cut, {}};
}

WordChange insert_words(std::string_view text, std::uint32_t at, std::string_view with) {
    std::string out;
    const bool blank_before = at == 0 || is_blank(text[at - 1]);
    const bool blank_behind = at >= text.size() || is_blank(text[at]);
    if (!blank_before && !closes(with) && !opens(text.substr(0, at))) out.push_back(' ');
    out += with;
    if (!blank_behind && !closes(text.substr(at)) && !opens(with)) out.push_back(' ');
    if (at == 0 && blank_behind && !text.empty()) out.push_back(' ');
    return {{at, at}, std::move(out)};
}

bool is_line(std::string_view text, Span words) {
    const bool begins = words.begin == 0 || text[words.begin - 1] == '\n';
    const bool ends = words.end >= text.size() || text[words.end] == '\n';
    return begins && ends && text.find('\n') != std::string_view::npos;
}

std::string one_line(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (!is_blank(c)) {
            out.push_back(c);
        } else if (c == '\n' && out.size() > 1 && out.back() == '-' && out[out.size() - 2] != ' ') {
            continue;  // it parts a word
        } else if (!out.empty() && out.back() != ' ') {
            out.push_back(' ');
        }
    }
    while (!out.empty() && out.back() == ' ') out.pop_back();
    return out;
}

}  // namespace stet
