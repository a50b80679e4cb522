// Looks at the first words of each unit for a colon.
#include "diff/item_names.hpp"

#include <algorithm>
#include <string_view>

namespace stet {

namespace {

/// A name has so many words at most, in so many bytes.
constexpr std::uint32_t most_words = 6;
constexpr std::size_t longest_name = 64;

/// Where the colon stands that ends a name, with more text behind it; npos where none does.
std::size_t colon_of(std::string_view text) {
    const std::size_t colon = text.substr(0, longest_name).find(':');
    if (colon == std::string_view::npos || colon == 0 || colon + 2 >= text.size()) return std::string_view::npos;
    return text[colon + 1] == ' ' ? colon : std::string_view::npos;
}

}  // namespace

ItemNames::ItemNames(const Document& document, const Fingerprints& prints)
    : names_(document.nodes.size(), 0), behind_(document.nodes.size(), 0) {
    std::vector<Token> tokens;
    for (NodeId id = 1; id < document.nodes.size(); ++id) {
        if (prints.own_blocks[id].empty()) continue;
        const BlockId block = prints.own_blocks[id].front();
        const std::uint32_t from = document.places[block].label.end;
        const std::string& text = document.blocks[block].text;
        const std::size_t colon = colon_of(std::string_view(text).substr(from));
        if (colon == std::string_view::npos) continue;
        tokens.clear();
        tokenize(text, {from, from + static_cast<std::uint32_t>(colon)}, tokens);
        std::uint64_t name = 0;
        std::uint32_t words = 0;
        bool any = false;
        for (const Token& token : tokens) {
            if (token.kind == TokenKind::punctuation) continue;
            any = any || token.kind == TokenKind::word;
            name = mix(name, token.key);
            ++words;
        }
        if (!any || words > most_words) continue;
        names_[id] = name;
        behind_[id] = prints.own[id].words - std::min(words, prints.own[id].words);
        in_list_.emplace(document.nodes[id].parent, name);
    }
}

}  // namespace stet
