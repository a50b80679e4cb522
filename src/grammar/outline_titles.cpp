// Titles and captions: on the label's line, below it, or run in before the text.
#include <algorithm>

#include "grammar/outline_builder.hpp"
#include "grammar/wording.hpp"
#include "text/letters.hpp"

namespace stet {
namespace {

constexpr unsigned most_title_blocks = 8;
constexpr std::uint16_t centred = 16;       // columns of indentation that set a line apart as a title
constexpr std::size_t wrapping_title = 40;  // bytes from which a title in capitals may go on in the next paragraph

/// "between", or a line that ends in several such words: "the crews, as represented by".
bool passes(const Grammar& grammar, std::string_view line) {
    const std::string key = heading_key(line);
    return std::any_of(grammar.passed_lines.begin(), grammar.passed_lines.end(), [&](const std::string& words) {
        return key == words || (words.find(' ') != std::string::npos && key.ends_with(" " + words));
    });
}

}  // namespace

void OutlineBuilder::append_heading(std::string_view words) {
    std::string& heading = out_.nodes[current()].heading;
    std::string folded = fold_blanks(words);
    while (!folded.empty() && (folded.back() == '.' || folded.back() == ':' || folded.back() == '\\'))
        folded.pop_back();
    if (folded.empty()) return;
    if (!heading.empty()) heading.push_back(' ');
    heading += folded;
}

void OutlineBuilder::await_title(const OpenUnit& unit, const Block& block, bool has_title) {
    Pending pending;
    pending.node = unit.node;
    pending.level = unit.level;
    pending.has_title = has_title;
    pending.wants_number = unit.level != OpenUnit::heading && !grammar_.levels[unit.level].number_lines.empty() &&
                           out_.nodes[unit.node].label.value.empty();
    pending.depth = block.kind == BlockKind::heading ? block.depth : std::uint8_t{0};
    pending.last_line = block.last_line();
    pending_ = pending;
}

/// The number of a label over two lines at `at`; its end, or `at` where there is none.
std::uint32_t OutlineBuilder::take_number(const Level& level, std::uint32_t at) {
    for (const LabelPattern& pattern : level.number_lines) {
        const auto match = pattern.match(text_, at);
        if (!match) continue;
        Node& node = out_.nodes[current()];
        node.label.written += " " + fold_blanks(text_.substr(at, match->end - at));
        node.label.value = text_.substr(match->value_begin, match->value_end - match->value_begin);
        node.label.ordinals.assign(match->ordinals.parts.begin(),
                                   match->ordinals.parts.begin() + match->ordinals.count);
        open_.stack().back().ordinals = match->ordinals;
        return match->end;
    }
    return at;
}

/// The title of a unit that has a line of its own: the rest of the line, and lines below that are title still.
void OutlineBuilder::set_line_title(const Site& site) {
    const Block& block = blocks_[site.block];
    const OpenUnit unit = open_.stack().back();
    const Level& level = grammar_.levels[unit.level];
    const bool heading = block.kind == BlockKind::heading;
    const auto size = static_cast<std::uint32_t>(text_.size());
    std::uint32_t at = site.label_end;
    std::uint32_t line_end = static_cast<std::uint32_t>(std::min<std::size_t>(text_.find('\n', at), size));
    const std::string_view rest = text_.substr(at, line_end - at);
    const bool sentence = !is_capitals(rest) && has_word(rest, grammar_.sentence_words);
    if (!heading && (sentence || !looks_like_title(rest)) && rest.find_first_not_of(" \t") != std::string_view::npos)
        return set_caption(site.block, at);
    append_heading(rest);
    at = std::min(line_end + 1, size);
    bool wants_number = !level.number_lines.empty() && out_.nodes[unit.node].label.value.empty();
    bool passing = false;
    while (at < size) {
        line_end = static_cast<std::uint32_t>(std::min<std::size_t>(text_.find('\n', at), size));
        std::uint32_t begin = at;
        while (begin < line_end && is_gap(text_[begin])) ++begin;
        if (wants_number && take_number(level, begin) != begin) {
            begin = take_number(level, begin);
            wants_number = false;
        }
        const std::string_view line = text_.substr(begin, line_end - begin);
        const std::string& title = out_.nodes[unit.node].heading;
        const bool passed = title.empty() && level.title_below && passes(grammar_, line);
        if (passed || passing) {
            passing = passed;
            at = std::min(line_end + 1, size);
            continue;
        }
        const bool starts = title.empty() && level.title_below && looks_like_title(line) &&
                            (is_capitals(line) || is_emphasised(block, begin, line_end));
        const bool continues = !title.empty() && is_capitals(title) && is_capitals(line) && looks_like_title(line);
        if (!heading && !starts && !continues && line.find_first_not_of(" \t") != std::string_view::npos) break;
        append_heading(line);
        at = std::min(line_end + 1, size);
    }
    pieces_.back().heading = true;
    consumed_ = at;
    if (at < size) return begin_piece(at);
    const bool has_title = !out_.nodes[unit.node].heading.empty();
    if (has_title || level.title_below) await_title(unit, block, has_title);
    if (pending_) pending_->passing = passing;
}

/// A caption run in behind the label; in a heading all that follows is title.
void OutlineBuilder::set_caption(std::uint32_t block, std::uint32_t from) {
    const Block& source = blocks_[block];
    const auto size = static_cast<std::uint32_t>(text_.size());
    if (source.kind == BlockKind::heading) {
        const std::string words = fold_blanks(text_.substr(from));
        const bool closed = !words.empty() && (words.back() == ':' || words.back() == '.');
        const bool sentence = closed && !is_capitals(words) && has_word(words, grammar_.sentence_words);
        if (!sentence) append_heading(words);
        pieces_.back().heading = !sentence;
        consumed_ = size;
        return;
    }
    std::uint32_t begin = from;
    while (begin < size && is_gap(text_[begin])) ++begin;
    if (begin < size && text_[begin] == '\n') return;  // the label stands alone on its line
    const std::uint32_t end = caption_end(source, text_, from, grammar_.sentence_words);
    if (end > from) append_heading(text_.substr(from, end - from));
    pieces_.back().heading = text_.find_first_not_of(" \t\n", std::max(end, from)) == std::string_view::npos;
}

/// A block that goes on with the title of the unit before it; false where it does not.
bool OutlineBuilder::join_title(std::uint32_t block) {
    const Block& source = blocks_[block];
    const std::string& title = out_.nodes[pending_->node].heading;
    const bool one_line = text_.find('\n') == std::string_view::npos;
    const bool capitals = is_capitals(title) && is_capitals(text_) && looks_like_title(text_);
    const bool adjacent = source.kind == BlockKind::heading && source.depth == pending_->depth &&
                          source.line() == pending_->last_line + 1;
    const bool labelled = pending_->level != OpenUnit::heading;
    const bool wraps = source.kind != BlockKind::heading && (capitals || source.indent >= centred) && one_line &&
                       looks_like_title(text_) && title.size() >= wrapping_title &&
                       source.line() <= pending_->last_line + 3;
    if (!(adjacent && (labelled || capitals)) && !wraps) return false;
    append_heading(text_);
    pending_->last_line = source.last_line();
    return true;
}

/// One line of a block below a label: number, line to pass over, or title. False where it is none of these.
bool OutlineBuilder::take_title_line(const Block& block, std::uint32_t begin, std::uint32_t end) {
    while (begin < end && is_gap(text_[begin])) ++begin;
    if (begin == end) return true;
    if (pending_->wants_number) {
        const std::uint32_t behind = take_number(grammar_.levels[pending_->level], begin);
        if (behind != begin) {
            pending_->wants_number = false;
            append_heading(text_.substr(behind, end - behind));
            return true;
        }
    }
    const std::string_view line = text_.substr(begin, end - begin);
    if (passes(grammar_, line)) {
        pending_->passing = true;
        return true;
    }
    if (pending_->passing) {
        pending_->passing = false;
        return true;
    }
    const bool close = block.line() == pending_->last_line + 1 || block.indent >= centred;
    const bool title = block.kind == BlockKind::heading ||
                       (looks_like_title(line) && (is_capitals(line) || is_emphasised(block, begin, end) || close));
    if (title) append_heading(line);
    return title;
}

/// A label without a number right below a numbered one of its level is that unit's title.
bool OutlineBuilder::names_kind_again(const Site& site) const {
    const Reading& reading = sites_.reading(site, site.structural);
    return !pending_->has_title && reading.ordinals.count == 0 && reading.level == pending_->level &&
           !out_.nodes[pending_->node].label.value.empty() && blocks_[site.block].line() == pending_->last_line + 1;
}

/// Takes a block, or its first lines, for the title of the unit that waits for one.
bool OutlineBuilder::take_title(std::uint32_t index) {
    const Block& block = blocks_[index];
    const std::uint32_t first = sites_.first_of(index);
    const bool labelled = first < sites_.first_of(index + 1) && sites_.all()[first].opens_block;
    const bool ranked = labelled && sites_.all()[first].structural != Site::no_reading &&
                        sites_.all()[first].evidence == Evidence::strong && !names_kind_again(sites_.all()[first]);
    const bool listed = labelled && block.kind != BlockKind::heading;
    const bool fits = block.kind == BlockKind::heading || block.kind == BlockKind::paragraph;
    if (ranked || listed || !fits || ++pending_->blocks > most_title_blocks || pending_->node != current()) {
        pending_.reset();
        return false;
    }
    if (pending_->has_title && !pending_->wants_number) {
        if (join_title(index)) {
            pieces_.back().heading = true;
            consumed_ = static_cast<std::uint32_t>(text_.size());
            return true;
        }
        pending_.reset();
        return false;
    }
    std::uint32_t at = 0;
    while (at < text_.size()) {
        const auto end = static_cast<std::uint32_t>(std::min(text_.find('\n', at), text_.size()));
        if (!take_title_line(block, at, end)) break;
        at = end + 1;
    }
    if (at == 0) {
        pending_.reset();
        return false;
    }
    pieces_.back().heading = true;
    consumed_ = std::min(at, static_cast<std::uint32_t>(text_.size()));
    pending_->has_title = !out_.nodes[pending_->node].heading.empty();
    pending_->depth = block.kind == BlockKind::heading ? block.depth : std::uint8_t{0};
    pending_->last_line = block.last_line();
    if (consumed_ < text_.size()) {
        begin_piece(consumed_);
        pending_.reset();
    }
    return true;
}

}  // namespace stet
