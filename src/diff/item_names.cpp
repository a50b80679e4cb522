// Looks at the first words of each block for a colon or the end of what is bold.
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

bool is_emphasis(Marks marks) {
    return marks.has(Mark::bold) || marks.has(Mark::underline);
}

/// Where the bold words end with which a text begins, other text behind them; npos where it does not begin so.
std::size_t emphasis_end(const Block& block, std::uint32_t from) {
    std::uint32_t end = from;
    for (const Run& run : block.runs) {
        if (run.text.end <= from) continue;
        if (!is_emphasis(run.marks)) break;
        end = run.text.end;
    }
    const bool ends = end > from && end - from <= longest_name && end + 1 < block.text.size();
    return ends ? end - from : std::string_view::npos;
}

}  // namespace

ItemName item_name(const Document& document, BlockId id) {
    const Block& block = document.blocks[id];
    std::uint32_t from = document.places[id].label.end;
    while (from < block.text.size() && block.text[from] == ' ') ++from;
    std::size_t size = emphasis_end(block, from);
    if (size == std::string_view::npos) size = colon_of(std::string_view(block.text).substr(from));
    if (size == std::string_view::npos) return {};
    std::vector<Token> tokens;
    tokenize(block.text, {from, from + static_cast<std::uint32_t>(size)}, tokens);
    ItemName name;
    bool any = false;
    for (const Token& token : tokens) {
        if (token.kind == TokenKind::punctuation) continue;
        any = any || token.kind == TokenKind::word;
        name.key = mix(name.key, token.key);
        ++name.words;
    }
    return any && name.words <= most_words ? name : ItemName{};
}

ItemNames::ItemNames(const Document& document, const Fingerprints& prints)
    : names_(document.nodes.size(), 0), behind_(document.nodes.size(), 0) {
    for (NodeId id = 1; id < document.nodes.size(); ++id) {
        if (prints.own_blocks[id].empty() || !document.nodes[id].heading.empty()) continue;
        const ItemName name = item_name(document, prints.own_blocks[id].front());
        if (name.words == 0) continue;
        names_[id] = name.key;
        behind_[id] = prints.own[id].words - std::min(name.words, prints.own[id].words);
        in_list_.emplace(document.nodes[id].parent, name.key);
    }
}

}  // namespace stet
