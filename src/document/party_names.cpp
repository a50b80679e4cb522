// Looks for names in quotes in the first paragraphs.
#include "document/party_names.hpp"

#include <algorithm>
#include <optional>
#include <string_view>

#include "text/letters.hpp"
#include "text/word_bytes.hpp"

namespace stet {

namespace {

/// Parties are named in the opening.
constexpr BlockId most_blocks = 25;
constexpr std::size_t longest_block = 4000;
constexpr std::size_t longest_name = 40;
constexpr std::size_t most_names = 60;

/// Behind a quotation mark at a place; the place itself where none stands.
std::size_t behind_quote(std::string_view text, std::size_t at) {
    if (at < text.size() && text[at] == '"') return at + 1;
    for (const std::string_view mark : {"“", "”", "‘", "’"})
        if (text.substr(at).starts_with(mark)) return at + mark.size();
    return at;
}

/// The name in lower case, without an article; nothing where the words are none: each begins with a capital.
std::optional<std::string> name_of(std::string_view words) {
    for (const std::string_view article : {"the ", "The "})
        if (words.starts_with(article)) words.remove_prefix(article.size());
    if (words.size() < 3 || words.size() > longest_name) return std::nullopt;
    std::string name;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const bool begins = i == 0 || words[i - 1] == ' ';
        if (!is_word_byte(words[i]) && words[i] != ' ' && words[i] != '-' && words[i] != '&') return std::nullopt;
        if (begins && !is_upper(words[i])) return std::nullopt;
        name.push_back(folded(words[i]));
    }
    return name;
}

void add_names(std::string_view text, bool in_front, std::vector<std::string>& out) {
    std::size_t depth = 0;
    for (std::size_t at = 0; at < text.size();) {
        if (text[at] == '(') ++depth;
        if (text[at] == ')' && depth > 0) --depth;
        const std::size_t begin = behind_quote(text, at);
        if (begin == at) {
            ++at;
            continue;
        }
        std::size_t end = begin;
        while (end < text.size() && end - begin <= longest_name && behind_quote(text, end) == end) ++end;
        const auto name = depth > 0 || in_front ? name_of(text.substr(begin, end - begin)) : std::nullopt;
        if (name && out.size() < most_names && std::find(out.begin(), out.end(), *name) == out.end())
            out.push_back(*name);
        at = name ? behind_quote(text, end) : begin;
    }
}

}  // namespace

std::vector<std::string> party_names(const Document& document) {
    std::vector<std::string> out;
    const auto last = std::min(most_blocks, static_cast<BlockId>(document.blocks.size()));
    for (BlockId id = 0; id < last; ++id) {
        const Block& block = document.blocks[id];
        if (is_set_aside(block.kind)) continue;
        add_names(std::string_view(block.text).substr(0, longest_block), document.places[id].node == 0, out);
    }
    return out;
}

}  // namespace stet
