// By the signs of the format around the words.
#include "proposal/file_places.hpp"

#include <algorithm>

#include "proposal/block_form.hpp"
#include "proposal/file_signs.hpp"
#include "proposal/letters.hpp"

namespace stet {

const std::optional<SourceMap>& FilePlaces::map_of(BlockId id) {
    const auto [there, fresh] = maps_.try_emplace(id);
    if (fresh) there->second = map_to_source(base_, id);
    return there->second;
}

bool FilePlaces::shares(BlockId first, BlockId second) const {
    return second < base_.blocks.size() && share_a_line(base_.blocks[first], base_.blocks[second]);
}

std::optional<Extent> FilePlaces::extent_of(BlockId id) {
    const Block& block = base_.blocks[id];
    if (block.fragments.empty()) return std::nullopt;
    const bool own_lines = form_.kind != BaseForm::html && (id == 0 || !shares(id - 1, id)) && !shares(id, id + 1);
    Extent extent;
    extent.own_lines = own_lines;
    if (own_lines) {
        for (const Fragment& fragment : block.fragments)
            extent.parts.push_back({line_begin(fragment.source.begin), fragment.source.end});
        return extent;
    }
    const auto& map = map_of(id);
    if (!map || block.text.empty()) return std::nullopt;
    extent.parts = {{before_signs(file(), form_, map->bytes.front().begin, block.fragments.front().source.begin),
                     behind_signs(file(), form_, map->bytes.back().end, block.fragments.back().source.end)}};
    return extent;
}

std::uint32_t FilePlaces::line_begin(std::uint32_t at) const {
    std::uint32_t begin = at;
    while (begin > 0 && (file()[begin - 1] == ' ' || file()[begin - 1] == '\t')) --begin;
    return begin == 0 || file()[begin - 1] == '\n' ? begin : at;
}

std::optional<Span> FilePlaces::line_below_head(BlockId id) const {
    const Block& block = base_.blocks[id];
    if (form_.kind != BaseForm::markdown || block.kind != BlockKind::table_row || block.fragments.empty())
        return std::nullopt;
    const std::uint32_t begin = block.fragments.back().source.end + 1;
    if (begin >= file().size()) return std::nullopt;
    const std::string_view line = file().substr(begin, file().find('\n', begin) - begin);
    if (line.find('-') == std::string_view::npos || line.find_first_not_of("|:- \t") != std::string_view::npos)
        return std::nullopt;
    return Span{begin, begin + static_cast<std::uint32_t>(line.size())};
}

BlockId FilePlaces::first_row(BlockId row) const {
    BlockId first = row;
    for (BlockId id = row; id-- > 0;) {
        if (is_set_aside(base_.blocks[id].kind)) continue;
        if (base_.blocks[id].table != base_.blocks[row].table) break;
        first = id;
    }
    return first;
}

std::string_view FilePlaces::rule_of(BlockId row) const {
    const std::optional<Span> line = line_below_head(first_row(row));
    return line ? base_.source.text(*line) : std::string_view{};
}

std::uint32_t FilePlaces::behind_empty_lines(std::uint32_t begin, std::uint32_t end) const {
    const bool parted = begin < 2 || (file()[begin - 1] == '\n' && file()[begin - 2] == '\n');
    std::uint32_t stop = end;
    for (std::uint32_t next = end; next < file().size() && is_blank(file()[next]); ++next) {
        if (file()[next] != '\n') continue;
        stop = next + 1;
        if (!parted) break;
    }
    return stop;
}

bool FilePlaces::stands_over_text(BlockId id, std::uint32_t at) const {
    const BlockKind kind = base_.blocks[id].kind;
    return form_.kind == BaseForm::markdown && (kind == BlockKind::heading || kind == BlockKind::list_item) &&
           at + 1 < file().size() && file()[at] == '\n' && !is_blank(file()[at + 1]);
}

std::uint32_t FilePlaces::place_before(BlockId id, const Extent& extent) const {
    std::uint32_t at = extent.parts.front().begin;
    if (form_.kind != BaseForm::html) return at;
    const bool row = base_.blocks[id].kind == BlockKind::table_row;
    for (std::uint32_t before = at; before > 0;) {
        if (is_blank(file()[before - 1])) {
            --before;
            continue;
        }
        const std::size_t open = file()[before - 1] == '>' ? file().rfind('<', before) : std::string_view::npos;
        if (open == std::string_view::npos || open + 1 >= before ||
            !(is_lower(file()[open + 1]) || is_upper(file()[open + 1])))
            break;
        const std::string_view tag = file().substr(open, before - open);
        before = static_cast<std::uint32_t>(open);
        at = before;
        if (row ? tag.starts_with("<tr") : !is_inline_element(tag)) break;
    }
    return at;
}

std::uint32_t FilePlaces::place_behind(BlockId id, const Extent& extent) const {
    std::uint32_t at = extent.parts.back().end;
    if (const auto line = line_below_head(id)) return line->end;
    if (form_.kind == BaseForm::markdown && base_.blocks[id].kind == BlockKind::note) return behind_front_matter(at);
    if (form_.kind != BaseForm::html) return at;
    const bool row = base_.blocks[id].kind == BlockKind::table_row;
    for (std::uint32_t next = at; next < file().size();) {
        if (is_blank(file()[next])) {
            ++next;
            continue;
        }
        const std::size_t close = file().find('>', next);
        if (!file().substr(next).starts_with("</") || close == std::string_view::npos) break;
        const std::string_view tag = file().substr(next, close - next);
        next = static_cast<std::uint32_t>(close) + 1;
        at = next;
        if (row ? tag == "</tr" : !is_inline_element(tag)) break;
    }
    return at;
}

std::uint32_t FilePlaces::behind_table(BlockId id, std::uint32_t at) const {
    const Block& block = base_.blocks[id];
    if (form_.kind == BaseForm::plain || block.kind != BlockKind::table_row) return at;
    if (id + 1 < base_.blocks.size() && base_.blocks[id + 1].table == block.table) return at;
    if (file().substr(block.fragments.front().source.begin, at - block.fragments.front().source.begin).find("<t") ==
        std::string_view::npos)
        return at;
    constexpr std::string_view end = "</table>";
    const std::size_t close = file().find(end, block.fragments.front().source.begin);
    return close == std::string_view::npos ? at : static_cast<std::uint32_t>(close + end.size());
}

bool FilePlaces::writes_elements(BlockId id) const {
    const Block& block = base_.blocks[id];
    if (form_.kind == BaseForm::html) return true;
    return form_.kind == BaseForm::markdown && block.kind == BlockKind::table_row && !block.fragments.empty() &&
           base_.source.text(block.fragments.front().source).find("<t") != std::string_view::npos;
}

std::optional<NewColumns> FilePlaces::columns_behind(BlockId row) {
    const auto [there, fresh] = columns_.try_emplace(base_.blocks[row].table);
    if (fresh) there->second = measure_table(row);
    return there->second;
}

/// The first behind the longest row, and each as far behind the one before as the last two are apart.
std::optional<NewColumns> FilePlaces::measure_table(BlockId row) const {
    constexpr std::size_t gap = 3;
    NewColumns out{0, gap};
    for (BlockId id = first_row(row); id < base_.blocks.size(); ++id) {
        const Block& block = base_.blocks[id];
        if (is_set_aside(block.kind)) continue;
        if (block.table != base_.blocks[row].table) break;
        const std::vector<std::size_t> cells = cell_columns(base_, id);
        if (cells.empty() || block.fragments.size() != 1 || block.line() != block.last_line()) return std::nullopt;
        const std::size_t width = letters_in(text_of(block, block.cells.back())) + gap;
        out.step = std::max({out.step, width, cells.size() > 1 ? cells.back() - cells[cells.size() - 2] : 0});
        out.first = std::max({out.first, cells.back() + width, cells.back() + out.step});
    }
    return out;
}

/// Lines at the head of a file of Markdown are closed by "---" or "...", which belongs to them.
std::uint32_t FilePlaces::behind_front_matter(std::uint32_t at) const {
    const bool opened = file().starts_with("---");
    const std::size_t begin = file().find_first_not_of(" \n", at);
    if (!opened || begin == std::string_view::npos) return at;
    const std::size_t end = std::min(file().find('\n', begin), file().size());
    const std::string_view line = file().substr(begin, end - begin);
    return line == "---" || line == "..." ? static_cast<std::uint32_t>(end) : at;
}

}  // namespace stet
