// Tells styles of headings from styles of text by what stands in them.
#include "readers/docx/text_styles.hpp"

#include <string_view>

namespace stet {

namespace {

constexpr std::size_t longest_heading = 200;  ///< bytes: two lines and a half
constexpr std::size_t shortest_sentence = 60;
constexpr std::size_t longest_joint = 5;     ///< bytes from a semicolon to the end: "; and"
constexpr std::size_t heads_a_sentence = 5;  ///< a style is one of text where more than one in so many is a sentence

/// "…;", "…; and": part of an enumeration.
bool ends_in_semicolon(std::string_view text) {
    const std::size_t at = text.rfind(';');
    return at != std::string_view::npos && text.size() - at <= longest_joint;
}

bool is_sentence(std::string_view text) {
    if (text.size() > longest_heading || ends_in_semicolon(text)) return true;
    return text.size() > shortest_sentence && std::string_view(".;,:").find(text.back()) != std::string_view::npos;
}

}  // namespace

void TextStyles::add(const std::string& style, std::size_t block, const Block& heading) {
    Use& use = by_style_[style];
    use.blocks.push_back(block);
    use.sentences += is_sentence(heading.text) ? 1 : 0;
}

void TextStyles::settle(std::vector<DocxBlock>& blocks) const {
    for (const auto& [style, use] : by_style_) {
        if (use.sentences * heads_a_sentence <= use.blocks.size()) continue;
        for (const std::size_t index : use.blocks) {
            Block& block = blocks[index].block;
            block.kind = BlockKind::paragraph;
            block.depth = 0;
        }
    }
}

}  // namespace stet
