// Words in capitals, and what may stand between them.
#include "proposal/named_document.hpp"

#include <algorithm>

#include "proposal/find_words.hpp"
#include "proposal/letters.hpp"
#include "text/words.hpp"

namespace stet {

namespace {

constexpr std::size_t longest_name = 10;   // words
constexpr std::size_t longest_title = 30;  // tokens

bool begins_upper(const PhrasedText& text, std::size_t token) {
    return text.at(token).shape == TokenShape::word && is_upper(text.text()[text.at(token).span.begin]);
}

/// The first letters of the words in capitals: "MSA" of "Master Services Agreement".
std::string initials(std::string_view text, const std::vector<Token>& tokens) {
    std::string out;
    for (const Token& token : tokens)
        if (is_upper(text[token.text.begin])) out += text[token.text.begin];
    return out;
}

bool stands_named(std::string_view text, const std::vector<Token>& tokens, const std::string& name) {
    const bool title = tokens.size() <= longest_title && text.find_last_of(".;") == std::string_view::npos;
    if (title && name.size() > 1 && initials(text, tokens).find(name) != std::string::npos) return true;
    const std::string said = lower_case(text);
    std::vector<Token> words;
    tokenize(said, {0, static_cast<std::uint32_t>(said.size())}, words);
    const std::vector<Span> places = find_words(said, words, lower_case(name));
    return std::any_of(places.begin(), places.end(), [&](const Span& place) {
        const std::string_view before = std::string_view(said).substr(0, place.begin);
        return title || before.ends_with("this ") || before.ends_with("\"") || before.ends_with("'");
    });
}

}  // namespace

Span named_document(const PhrasedText& text, std::size_t at, std::size_t end) {
    if (!text.is_word(at, "of") && !text.is_word(at, "in") && !text.is_word(at, "under")) return {};
    std::size_t from = at + 1;
    while (from < end && !text.has(from, WordClass::agreement) && text.has(from, WordClass::connective)) ++from;
    if (text.is_word(from, "such")) ++from;
    // "in Full": no name.
    if (from == at + 1 && !text.is_word(at, "of")) return {};
    if (from >= end || text.has(from, WordClass::agreement)) return {};
    std::size_t behind = from;
    for (std::size_t i = from; i < std::min(end, from + longest_name); ++i) {
        if (text.has(i, WordClass::offer)) return {};
        if (begins_upper(text, i))
            behind = i + 1;
        else if (!text.has(i, WordClass::connective) || i == from)
            break;
    }
    return behind > from ? text.span_of(from, behind) : Span{};
}

bool is_named(const Document& base, const std::string& name) {
    BlockId opening = static_cast<BlockId>(base.blocks.size());
    for (const Node& node : base.nodes)
        if (base.levels[node.level] == "article" || base.levels[node.level] == "section") {
            opening = node.first_block;
            break;
        }
    for (BlockId block = 0; block < opening; ++block)
        if (!is_set_aside(base.blocks[block].kind) &&
            stands_named(base.blocks[block].text, face_tokens(base, block), name))
            return true;
    return false;
}

}  // namespace stet
