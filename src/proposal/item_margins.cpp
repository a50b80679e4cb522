// Items below an item stand where its words begin, or where those stand that it has already.
#include "proposal/item_margins.hpp"

#include <algorithm>
#include <optional>

#include "proposal/letters.hpp"

namespace stet {

namespace {

constexpr std::size_t most_items_between = 1000;  // behind the item above; a list that is longer gets plain margins

std::size_t marker_size(std::string_view line) {
    if (!line.empty() && std::string_view("-*+").find(line.front()) != std::string_view::npos) return 1;
    const std::size_t digits = std::min(line.find_first_not_of("0123456789"), line.size());
    const bool ends = digits > 0 && digits < line.size() && (line[digits] == '.' || line[digits] == ')');
    return ends ? digits + 1 : 0;
}

/// The margin and width of an item as its line has them; nothing where another marker stands before its own.
std::optional<std::pair<std::string, std::size_t>> margin_and_width(const Document& base, const Block& item) {
    if (item.fragments.empty()) return std::nullopt;
    const std::string_view file = base.source.text();
    const std::size_t at = std::min<std::size_t>(item.fragments.front().source.begin, file.size());
    const std::size_t begin = at == 0 ? 0 : file.rfind('\n', at - 1) + 1;  // 0 where there is none
    const std::string_view line = file.substr(begin, file.find('\n', begin) - begin);
    const std::size_t margin = std::min(line.find_first_not_of(" \t"), line.size());
    const std::size_t marker = marker_size(line.substr(margin));
    if (marker == 0) return std::nullopt;
    const std::size_t words = line.find_first_not_of(' ', margin + marker);
    constexpr std::size_t widest = 4;  // more blanks are a part of the words: CommonMark 5.2
    const std::size_t blanks = words == std::string_view::npos ? 1 : words - margin - marker;
    return std::pair(std::string(line.substr(0, margin)),
                     marker + (blanks > widest ? 1 : std::max<std::size_t>(blanks, 1)));
}

}  // namespace

bool is_item_marker(std::string_view number) {
    return !number.empty() && marker_size(number) == number.size();
}

ItemMargins::ItemMargins(const Document& base, BlockId anchor) {
    std::size_t wanted = 0;  // the depth of the next item above; 0 before the first
    for (BlockId id = anchor + 1; id-- > 0 && anchor - id < most_items_between;) {
        const Block& block = base.blocks[id];
        if (is_set_aside(block.kind)) continue;
        if (block.kind != BlockKind::list_item) break;
        if (wanted == 0) levels_.resize(wanted = std::max<std::size_t>(block.depth, 1));
        if (block.depth != wanted) continue;
        const auto level = margin_and_width(base, block);
        if (!level) break;
        levels_[--wanted] = {level->first, level->second};
        if (wanted == 0) break;
    }
    if (wanted > 0) levels_.clear();
    if (levels_.empty() || anchor + 1 >= base.blocks.size()) return;
    const Block& next = base.blocks[anchor + 1];
    if (next.kind != BlockKind::list_item || next.depth != levels_.size() + 1) return;
    if (const auto level = margin_and_width(base, next)) levels_.push_back({level->first, level->second});
}

std::string ItemMargins::take(std::size_t depth, std::string_view marker) {
    depth = std::clamp<std::size_t>(depth, 1, levels_.size() + 1);
    if (depth > levels_.size())
        levels_.push_back(levels_.empty() ? Level{}
                                          : Level{levels_.back().margin + std::string(levels_.back().width, ' '), 0});
    levels_.resize(depth);
    levels_.back().width = marker.size() + 1;
    return levels_.back().margin;
}

}  // namespace stet
