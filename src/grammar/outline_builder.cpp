// Opens and closes units while the blocks go by.
#include "grammar/outline_builder.hpp"

#include <algorithm>

#include "grammar/cut.hpp"
#include "grammar/wording.hpp"
#include "text/letters.hpp"

namespace stet {
namespace {

constexpr std::uint8_t ended_by_any_heading = 255;  // the depth of a heading, for what the next one ends
constexpr std::uint16_t whole_level = 0xffff;       // row of a level of rank, whatever the template
constexpr std::uint32_t tolerated_gap = 3;  // numbers that may be missing where a label needs its number to be believed
constexpr std::size_t most_diagnostics = 200;
constexpr std::size_t deepest = 64;      // units open at once; a label below them opens nothing
constexpr std::size_t enough_units = 3;  // strong labels that prove a level to be in use
constexpr std::uint32_t longest_bold_caption = 160;
constexpr std::size_t longest_list_title = 100;
constexpr std::size_t first_words = 12;  // bytes of an index entry that its letter repeats

bool all_blank(std::string_view text) {
    return std::all_of(text.begin(), text.end(), is_blank);
}

}  // namespace

OutlineBuilder::OutlineBuilder(Document& out, std::vector<Block>& blocks, const Grammar& grammar, Face face)
    : out_(out),
      blocks_(blocks),
      grammar_(grammar),
      index_(grammar),
      sites_(blocks, grammar, index_, face),
      contents_(find_contents(blocks, sites_, grammar)),
      open_(grammar, sites_, blocks),
      allowed_(grammar.levels.size(), true),
      last_(grammar.levels.size()) {
    out_.levels = {"document"};
    for (const Level& level : grammar.levels) {
        auto found = std::find(out_.levels.begin() + 1, out_.levels.end(), level.name);
        level_in_document_.push_back(static_cast<std::uint16_t>(found - out_.levels.begin()));
        if (found == out_.levels.end()) out_.levels.push_back(level.name);
    }
    out_.levels.emplace_back("heading");
    std::vector<std::size_t> strong(grammar.levels.size(), 0);
    for (const Site& site : sites_.all())
        if (site.evidence == Evidence::strong && !contents_[site.block])
            ++strong[sites_.reading(site, site.structural).level];
    const auto in_use = [&](const std::string& name) {
        for (std::size_t i = 0; i < strong.size(); ++i)
            if (grammar.levels[i].name == name && strong[i] >= enough_units) return true;
        return false;
    };
    for (const bool by_numbers : {true, false})  // a level that heads numbers may be what another one stands without
        for (std::uint16_t i = 0; i < strong.size(); ++i) {
            const Level& level = grammar.levels[i];
            if (level.heads_numbers != by_numbers) continue;
            allowed_[i] = (level.without.empty() || !in_use(level.without)) && (!by_numbers || heads_numbers(i));
            if (by_numbers && allowed_[i]) strong[i] = enough_units;
        }
}

/// Behind enough, and most, of the titles that a level could open stands a label that begins with its number ("1.1"
/// behind "1."), and their numbers run on through the document.
bool OutlineBuilder::heads_numbers(std::uint16_t level) const {
    std::size_t titles = 0;
    std::size_t heading = 0;
    std::size_t rows = 0;
    const auto& all = sites_.all();
    for (std::size_t i = 0; i + 1 < all.size(); ++i) {
        const auto own = contents_[all[i].block] ? std::nullopt : titled_reading(all[i], level);
        if (!own) continue;
        const bool heads = heads_next(i, own->ordinals);
        if (!heads && is_bare(*own)) continue;  // "24 Hour Hotline"
        ++titles;
        if (begins_row(own->ordinals)) ++rows;
        if (heads) ++heading;
    }
    return heading >= enough_units && 2 * heading >= titles && rows == 1;
}

/// Whether a site's line is a title over the first item of a list, or over any text where its number is the next.
bool OutlineBuilder::heads_list(std::size_t index, const Reading& reading) const {
    const Site& site = sites_.all()[index];
    const std::string_view all = sites_.text(site.block).substr(reading.label.end);
    std::string_view title = all.substr(0, all.find('\n'));
    while (!title.empty() && is_blank(title.front())) title.remove_prefix(1);
    while (!title.empty() && is_blank(title.back())) title.remove_suffix(1);
    if (title.empty() || title.size() > longest_list_title || title.front() < 'A' || title.front() > 'Z') return false;
    if (std::string_view(".,;:").find(title.back()) != std::string_view::npos) return false;
    if (follows(last_[reading.level], reading.ordinals)) return true;
    if (index + 1 >= sites_.all().size()) return false;
    const Site& next = sites_.all()[index + 1];
    if (next.block > site.block + 1 || (next.block > site.block && !next.opens_block)) return false;
    for (std::size_t k = 0; k < next.count; ++k) {
        const Reading& item = sites_.reading(next, k);
        const Level& level = grammar_.levels[item.level];
        if (level.stands == Stands::list && !level.labels[item.pattern].before().empty() && begins_row(item.ordinals))
            return true;
    }
    return false;
}

/// Whether the label behind a site begins with a number: "1.1" behind "1".
bool OutlineBuilder::heads_next(std::size_t site, const Ordinals& own) const {
    if (site + 1 >= sites_.all().size()) return false;
    const Site& next = sites_.all()[site + 1];
    for (std::size_t k = 0; k < next.count; ++k) {
        const Ordinals& below = sites_.reading(next, k).ordinals;
        if (below.count == 2 && below.first() == own.first()) return true;
    }
    return false;
}

/// A number without anything that closes it: it proves nothing by itself.
bool OutlineBuilder::is_bare(const Reading& reading) const {
    const LabelPattern& pattern = grammar_.levels[reading.level].labels[reading.pattern];
    return pattern.before().empty() && pattern.after().empty();
}

/// "1." or "1" of "1.1": what is behind the label's last character goes on with the number.
bool OutlineBuilder::is_part_of_number(std::uint16_t level, const Reading& reading, std::string_view rest) const {
    if (rest.empty()) return false;
    const bool bare = grammar_.levels[level].labels[reading.pattern].after().empty();
    return bare ? rest[0] != ' ' && rest[0] != '\t' : rest[0] >= '0' && rest[0] <= '9';
}

/// The reading in which a site opens a unit of a level that needs a title.
std::optional<Reading> OutlineBuilder::titled_reading(const Site& site, std::uint16_t level) const {
    if (!site.opens_block) return std::nullopt;
    // Headings nest by their depth where the grammar has labels for them.
    const bool ranked_by_depth = blocks_[site.block].kind == BlockKind::heading && grammar_.levels[level].heads_numbers;
    for (std::size_t i = 0; i < site.count; ++i) {
        const Reading& reading = sites_.reading(site, i);
        if (ranked_by_depth && grammar_.levels[reading.level].stands == Stands::heading) return std::nullopt;
    }
    for (std::size_t i = 0; i < site.count; ++i) {
        const Reading& reading = sites_.reading(site, i);
        if (reading.level != level) continue;
        const std::string_view rest = sites_.text(site.block).substr(reading.label.end);
        if (is_part_of_number(level, reading, rest)) continue;
        if (ranked_by_depth || looks_like_title(rest.substr(0, rest.find('\n')))) return reading;
    }
    return std::nullopt;
}

void OutlineBuilder::build() {
    out_.nodes.reserve(sites_.all().size() + 1);
    out_.nodes.emplace_back();
    out_.blocks.reserve(blocks_.size() + blocks_.size() / 8);
    out_.places.reserve(blocks_.size() + blocks_.size() / 8);
    for (std::uint32_t block = 0; block < blocks_.size(); ++block) take_block(block);
    close_to(0, static_cast<BlockId>(out_.blocks.size()));
    out_.nodes[0].end_block = static_cast<BlockId>(out_.blocks.size());
    out_.nodes[0].end_node = static_cast<NodeId>(out_.nodes.size());
}

NodeId OutlineBuilder::current() const {
    return open_.stack().empty() ? 0 : open_.stack().back().node;
}

void OutlineBuilder::take_block(std::uint32_t block) {
    const BlockKind kind = blocks_[block].kind;
    if (contents_[block]) return take_set_aside(block, BlockKind::contents);
    if (kind == BlockKind::furniture) return take_set_aside(block, kind);
    if (kind == BlockKind::table_row || kind == BlockKind::note) {
        pending_.reset();
        return take_set_aside(block, kind);
    }
    read_block(block);
}

/// Moves a block that opens nothing into the document.
void OutlineBuilder::take_set_aside(std::uint32_t block, BlockKind kind) {
    Block& moved = blocks_[block];
    if (!moved.part.empty()) close_to(0, here());
    if (kind == BlockKind::contents && moved.kind == BlockKind::table_row) {
        moved.cells.clear();
        moved.table = 0;
    }
    moved.kind = kind;
    out_.blocks.push_back(std::move(moved));
    out_.places.push_back({current(), {}, false});
}

void OutlineBuilder::read_block(std::uint32_t block) {
    text_ = sites_.text(block);
    consumed_ = 0;
    pieces_.assign(1, {0, current(), {}, false});
    const std::uint32_t first = sites_.first_of(block);
    const std::uint32_t end = sites_.first_of(block + 1);
    const bool blank = sites_.blank(block);
    const bool titled = !blank && pending_ && take_title(block);
    if (!blank && !titled && (first == end || !sites_.all()[first].opens_block)) read_unlabelled(block);
    for (std::uint32_t site = first; site < end; ++site)
        if (sites_.all()[site].line_begin >= consumed_) read_site(site);
    finish_block(block);
}

/// Whether the next unit behind a block is the next of a row that is open: what stands between belongs to that row.
bool OutlineBuilder::row_goes_on(std::uint32_t block) const {
    const auto& stack = open_.stack();
    for (std::size_t i = sites_.first_of(block + 1); i < sites_.all().size(); ++i) {
        const Site& site = sites_.all()[i];
        if (site.structural == Site::no_reading || site.evidence == Evidence::nothing) continue;
        const Reading reading = sites_.reading(site, site.structural);
        return std::any_of(stack.begin(), stack.end(), [&](const OpenUnit& unit) {
            return unit.level == reading.level && unit.ordinals.count > 0 && follows(unit.ordinals, reading.ordinals);
        });
    }
    return false;
}

/// "IN WITNESS WHEREOF, the parties …": where a text begins with such words, a unit of their name that no unit before
/// it holds, and that ends with the next heading.
bool OutlineBuilder::open_closing(std::uint32_t block) {
    const std::size_t begin = text_.find_first_not_of(" \t\n");
    const auto opens = [&](const std::string& words) {
        const std::string_view here = text_.substr(begin, words.size());
        return std::equal(here.begin(), here.end(), words.begin(), words.end(), [](char c, char lower) {
            return (c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c) == lower;
        });
    };
    const auto found = std::find_if(grammar_.closing.begin(), grammar_.closing.end(), opens);
    if (found == grammar_.closing.end() || row_goes_on(block)) return false;
    open_unit(block, 0, 0, OpenUnit::heading).heading_depth = ended_by_any_heading;
    append_heading(text_.substr(begin, found->size()));
    return true;
}

void OutlineBuilder::read_unlabelled(std::uint32_t block) {
    if (open_closing(block)) return;
    const bool heading = blocks_[block].kind == BlockKind::heading && grammar_.headings;
    if (heading && !is_set_in_item(block)) return open_heading(block);
    if (open_.stack().empty() || !open_.stack().back().list || goes_on_in_sentence() || item_is_title()) return;
    close_to(open_.kept_by_paragraph(block, sites_.first_of(block)), here(), true);
    pieces_.back().node = current();
}

/// A line that looks like a heading, set deeper than the open list item whose row goes on behind it: a form, say.
bool OutlineBuilder::is_set_in_item(std::uint32_t block) const {
    const auto& stack = open_.stack();
    if (stack.empty() || !stack.back().list) return false;
    const std::size_t keep = open_.row_goes_on(sites_.first_of(block + 1));
    return keep > 0 && blocks_[block].indent > 0 && stack[keep - 1].indent <= blocks_[block].indent;
}

/// The block goes on in the sentence that the text before it left open, as where a page ends.
bool OutlineBuilder::goes_on_in_sentence() const {
    const std::size_t first = text_.find_first_not_of(" \t\n");
    if (first == std::string_view::npos || text_[first] < 'a' || text_[first] > 'z') return false;
    for (std::size_t i = out_.blocks.size(); i-- > 0;) {
        if (is_set_aside(out_.blocks[i].kind)) continue;
        return out_.blocks[i].kind != BlockKind::table_row && !is_finished(out_.blocks[i].text);
    }
    return false;
}

/// The open list item is a title so far ("2. Loss Payment"), and the item before it had more than its own line: what
/// follows is its text. Behind a list of names it is not.
bool OutlineBuilder::item_is_title() const {
    const Place& last = out_.places.back();
    const std::string& text = out_.blocks.back().text;
    if (last.node != current() || last.label.empty()) return false;
    const std::string_view title = std::string_view(text).substr(last.label.end);
    if (!looks_like_title(title) || is_finished(title)) return false;
    const NodeId parent = out_.nodes[current()].parent;
    NodeId before = current() - 1;
    while (before > parent && out_.nodes[before].parent != parent) before = out_.nodes[before].parent;
    return before > parent && out_.nodes[before].end_block > out_.nodes[before].first_block + 1;
}

void OutlineBuilder::read_site(std::uint32_t index) {
    const Site& site = sites_.all()[index];
    if (open_titled(index) || open_structural(index) || open_heading_label(index)) return;
    const bool heading = blocks_[site.block].kind == BlockKind::heading;
    if (!heading && open_list(index)) return;
    if (site.opens_block) read_unlabelled(site.block);
}

void OutlineBuilder::begin_piece(std::uint32_t at) {
    const std::string_view text(blocks_.empty() ? std::string_view{} : text_);
    Piece& last = pieces_.back();
    if (at <= last.begin || all_blank(text.substr(last.begin, at - last.begin))) return;
    pieces_.push_back({at, current(), {}, false});
}

OpenUnit& OutlineBuilder::open_unit(std::uint32_t block, std::uint32_t at, std::size_t keep, std::uint16_t level) {
    begin_piece(at);
    close_to(keep, here());
    const Block& source = blocks_[block];
    OpenUnit unit;
    unit.node = static_cast<NodeId>(out_.nodes.size());
    unit.level = level;
    unit.indent = source.indent;
    if (source.kind == BlockKind::heading) unit.heading_depth = source.depth;
    if (source.kind == BlockKind::list_item) unit.list_depth = source.depth;
    Node node;
    node.parent = current();
    node.depth = static_cast<std::uint16_t>(out_.nodes[node.parent].depth + 1);
    node.level = static_cast<std::uint16_t>(out_.levels.size() - 1);
    node.first_block = here();
    if (level != OpenUnit::heading) {
        const Level& known = grammar_.levels[level];
        node.level = level_in_document_[level];
        unit.rank = known.rank;
        unit.list = known.stands == Stands::list;
        unit.keeps_headings = known.keeps_headings;
    }
    out_.nodes.push_back(std::move(node));
    open_.stack().push_back(unit);
    pieces_.back().node = unit.node;
    pieces_.back().heading = false;
    pending_.reset();
    return open_.stack().back();
}

void OutlineBuilder::close_to(std::size_t keep, BlockId end, bool resumable) {
    const auto& stack = open_.stack();
    for (std::size_t i = keep; i < stack.size(); ++i) {
        out_.nodes[stack[i].node].end_block = end;
        out_.nodes[stack[i].node].end_node = static_cast<NodeId>(out_.nodes.size());
    }
    open_.close_to(keep, resumable);
}

std::uint64_t OutlineBuilder::row_key(NodeId parent, std::uint16_t level, std::uint16_t pattern) {
    return static_cast<std::uint64_t>(parent) << 32 | static_cast<std::uint64_t>(level) << 16 | pattern;
}

void OutlineBuilder::label_unit(const Reading& reading, std::uint32_t block, std::uint32_t label_end) {
    OpenUnit& unit = open_.stack().back();
    unit.pattern = reading.pattern;
    unit.ordinals = reading.ordinals;
    Node& node = out_.nodes[unit.node];
    const Level& level = grammar_.levels[reading.level];
    note_number(reading, block, node.parent);
    SectionLabel& label = node.label;
    label.written = fold_blanks(text_.substr(reading.label.begin, reading.label.size()));
    if (level.stands != Stands::list)
        while (!label.written.empty() && (label.written.back() == '.' || label.written.back() == ':'))
            label.written.pop_back();
    for (const char c : text_.substr(reading.value.begin, reading.value.size()))
        if (c != ' ') label.value.push_back(c);
    label.ordinals.assign(reading.ordinals.parts.begin(), reading.ordinals.parts.begin() + reading.ordinals.count);
    label.span = {reading.label.begin, label_end};
    pieces_.back().label = label.span;
}

void OutlineBuilder::note_number(const Reading& reading, std::uint32_t block, NodeId parent) {
    const Level& level = grammar_.levels[reading.level];
    const bool ranked = level.stands == Stands::line || level.stands == Stands::run_in;
    Ordinals& under = last_under_[row_key(parent, reading.level, ranked ? whole_level : reading.pattern)];
    Ordinals& before = last_[reading.level];
    const bool runs_on = level.numbering == Numbering::runs_on;
    const Ordinals known = under.count > 0 && !runs_on ? under : before;
    const bool begins = begins_row(reading.ordinals) && !runs_on;
    const bool goes_on =
        follows(known, reading.ordinals) || (level.numbering == Numbering::either && follows(before, reading.ordinals));
    const bool odd = ranked && reading.ordinals.count > 0 && known.count > 0 && !begins && !goes_on;
    if (odd && out_.diagnostics.size() < most_diagnostics) {
        const bool repeated = known == reading.ordinals;
        const std::string number(text_.substr(reading.value.begin, reading.value.size()));
        out_.diagnostics.push_back(
            {Severity::info, repeated ? "label-repeated" : "label-skipped",
             level.name + " " + number + (repeated ? " comes again" : " does not follow the one before it"),
             out_.source.name(), line_of(blocks_[block], reading.label.begin), 0});
    }
    under = before = reading.ordinals;
}

bool OutlineBuilder::has_prefix_open(const Ordinals& ordinals) const {
    return std::any_of(open_.stack().begin(), open_.stack().end(), [&](const OpenUnit& unit) {
        return unit.ordinals.count > 0 && unit.ordinals.count + 1u == ordinals.count &&
               std::equal(unit.ordinals.parts.begin(), unit.ordinals.parts.begin() + unit.ordinals.count,
                          ordinals.parts.begin());
    });
}

/// The number is the next of its level, here or in the document, or the first, give or take a few missing ones.
bool OutlineBuilder::is_expected(const Reading& reading, NodeId parent) const {
    const Ordinals& next = reading.ordinals;
    const auto close_behind = [&](const Ordinals& last) {
        if (last.count == 0 || next.count == 0) return false;
        if (follows(last, next)) return true;
        const std::size_t shared = std::min<std::size_t>(last.count, next.count) - 1u;
        return std::equal(last.parts.begin(), last.parts.begin() + shared, next.parts.begin()) &&
               next.parts[shared] > last.parts[shared] && next.parts[shared] - last.parts[shared] <= tolerated_gap;
    };
    const auto under = last_under_.find(row_key(parent, reading.level, whole_level));
    if (under != last_under_.end()) return close_behind(under->second) || close_behind(last_[reading.level]);
    return begins_row(next) || last_[reading.level].count == 0 || close_behind(last_[reading.level]);
}

bool OutlineBuilder::is_repeated_heading(const Reading& reading, std::string_view title) const {
    for (const OpenUnit& unit : open_.stack()) {
        if (unit.level != reading.level || !(unit.ordinals == reading.ordinals) || reading.ordinals.count == 0)
            continue;
        const std::string known = heading_key(out_.nodes[unit.node].heading);
        const std::string again = heading_key(without_page(title).value_or(title));
        return !known.empty() && !again.empty() && (again.starts_with(known) || known.starts_with(again));
    }
    return false;
}

/// "2.1" stays open around "2.1.1", "Section 2" around "2.1".
std::size_t OutlineBuilder::kept_by_rank(const Reading& reading, bool line) const {
    const Level& level = grammar_.levels[reading.level];
    const auto& stack = open_.stack();
    const auto is_around = [&](const OpenUnit& unit) {
        const std::uint8_t count = unit.ordinals.count;
        return unit.level == reading.level && count > 0 && count < reading.ordinals.count &&
               !reading.ordinals.lettered &&
               std::equal(unit.ordinals.parts.begin(), unit.ordinals.parts.begin() + count,
                          reading.ordinals.parts.begin());
    };
    std::size_t keep = 0;
    while (keep < stack.size() && !stack[keep].list &&
           (stack[keep].level == OpenUnit::heading || stack[keep].rank < level.rank || is_around(stack[keep])))
        ++keep;
    const auto ranked = [&](const OpenUnit& unit) { return unit.level != OpenUnit::heading; };
    // A heading without a label groups sections only where nothing of rank stands above it.
    const bool inside = std::any_of(stack.begin(), stack.begin() + static_cast<std::ptrdiff_t>(keep), ranked);
    while ((line || inside) && keep > 0 && stack[keep - 1].level == OpenUnit::heading) --keep;
    return keep;
}

/// "8. DURATION" is an article without the word where its sections are 8.1, 8.2 …, or where a higher heading stands
/// below it: an appendix or letter ends it.
std::size_t OutlineBuilder::kept_by_attachment(std::uint32_t block, std::size_t keep) const {
    const auto& stack = open_.stack();
    const std::uint8_t depth = blocks_[block].kind == BlockKind::heading ? blocks_[block].depth : 0;
    for (std::size_t i = 0; i < keep; ++i) {
        const OpenUnit& unit = stack[i];
        if (unit.level == OpenUnit::heading || !grammar_.levels[unit.level].titled) continue;
        const NodeId first = unit.node + 1;
        const bool counts_on = first < out_.nodes.size() && out_.nodes[first].label.ordinals.size() > 1 &&
                               out_.nodes[first].label.ordinals.front() == unit.ordinals.first();
        if (counts_on || (depth > 0 && depth < unit.heading_depth)) return i;
    }
    return keep;
}

std::size_t OutlineBuilder::kept_by_heading(std::uint8_t depth) const {
    const auto& stack = open_.stack();
    std::size_t base = stack.size();
    while (base > 0 && !stack[base - 1].keeps_headings) --base;
    for (std::size_t i = base; i < stack.size(); ++i) {
        const bool ends = stack[i].heading_depth > 0 ? stack[i].heading_depth >= depth : stack[i].list;
        if (ends) return i;
    }
    return stack.size();
}

bool OutlineBuilder::open_structural(std::uint32_t index) {
    const Site& site = sites_.all()[index];
    if (site.structural == Site::no_reading || site.evidence == Evidence::nothing) return false;
    const Reading reading = sites_.reading(site, site.structural);
    const Level& level = grammar_.levels[reading.level];
    const bool line = level.stands == Stands::line;
    const bool bare = level.labels[reading.pattern].before().empty();
    const std::size_t keep =
        line ? kept_by_attachment(site.block, kept_by_rank(reading, line)) : kept_by_rank(reading, line);
    const NodeId parent = keep == 0 ? 0 : open_.stack()[keep - 1].node;
    const bool expected = is_expected(reading, parent);
    if (bare && names_unit_around(level.labels[reading.pattern].kind()) && !has_prefix_open(reading.ordinals))
        return false;
    if (bare && site.evidence == Evidence::weak && !expected) return false;
    if ((site.evidence == Evidence::weak || !site.opens_block) && !expected && reading.ordinals.count > 0) return false;
    const std::size_t line_end = std::min(text_.find('\n', site.label_end), text_.size());
    if (line && is_repeated_heading(reading, text_.substr(site.label_end, line_end - site.label_end)))
        return site.opens_block;

    open_unit(site.block, site.line_begin, keep, reading.level);
    label_unit(reading, site.block, site.label_end);
    if (line) {
        set_line_title(site);
    } else {
        set_caption(site.block, site.label_end);
        if (out_.nodes[current()].heading.empty()) open_second(index, site.label_end);
    }
    return true;
}

bool OutlineBuilder::open_titled(std::uint32_t index) {
    const Site& site = sites_.all()[index];
    const Block& block = blocks_[site.block];
    if (!site.opens_block) return false;
    for (std::size_t i = 0; i < site.count; ++i) {
        const Reading reading = sites_.reading(site, i);
        const Level& level = grammar_.levels[reading.level];
        if (!level.titled || level.stands == Stands::list) continue;
        if (level.under.empty() ? !allowed_[reading.level] : under_heading_.empty()) continue;
        const std::string_view rest = text_.substr(reading.label.end);
        if (is_part_of_number(reading.level, reading, rest)) continue;
        if (level.heads_list ? !heads_list(index, reading) : is_bare(reading) && !heads_next(index, reading.ordinals))
            continue;
        const Ordinals& last = last_[reading.level];
        const bool next =
            follows(last, reading.ordinals) || (last.count > 0 && reading.ordinals.first() > last.first() &&
                                                reading.ordinals.first() - last.first() <= tolerated_gap);
        if (!level.under.empty()) {
            const bool below = std::any_of(level.under.begin(), level.under.end(),
                                           [&](const std::string& words) { return under_heading_.ends_with(words); });
            if (!below) continue;
            const std::string words =
                heading_key(text_.substr(reading.label.begin, 2 * first_words)).substr(0, first_words);
            const bool listed = listed_below_.contains(words);
            if (block.kind != BlockKind::heading) listed_below_.insert(words);
            if (block.kind != BlockKind::heading && !(listed && next)) continue;
        } else if (!level.heads_list) {
            if (!titled_reading(site, reading.level) || !(next || begins_row(reading.ordinals))) continue;
        }
        open_unit(site.block, site.line_begin, kept_by_rank(reading, true), reading.level);
        label_unit(reading, site.block, reading.label.end);
        append_heading(rest.substr(0, block.kind == BlockKind::heading ? rest.size() : rest.find('\n')));
        pieces_.back().heading = rest.find('\n') == std::string_view::npos;
        return true;
    }
    return false;
}

std::optional<Choice> OutlineBuilder::choose_heading_label(const Site& site, std::size_t keep) const {
    const NodeId parent = keep == 0 ? 0 : open_.stack()[keep - 1].node;
    std::optional<Choice> best;
    for (std::size_t i = 0; i < site.count; ++i) {
        const Reading& reading = sites_.reading(site, i);
        const Level& level = grammar_.levels[reading.level];
        if (level.stands != Stands::heading) continue;
        Choice choice{i, keep, 0, false};
        const auto last = last_under_.find(row_key(parent, reading.level, reading.pattern));
        const NumeralKind kind = level.labels[reading.pattern].kind();
        const bool letter = kind != NumeralKind::decimal && kind != NumeralKind::dotted;
        if (last != last_under_.end() && follows(last->second, reading.ordinals))
            choice.score = 4;
        else if (kind == NumeralKind::dotted && has_prefix_open(reading.ordinals))
            choice.score = 3;
        else if (begins_row(reading.ordinals))
            choice.score = 2;
        else if (!letter || (last != last_under_.end() && reading.ordinals.first() > last->second.first()))
            choice.score = 1;
        if (choice.score > 0 && (!best || choice.score > best->score)) best = choice;
    }
    return best;
}

/// A label of a level that stands on headings, or before a caption that is all there is and stands in bold.
bool OutlineBuilder::open_heading_label(std::uint32_t index) {
    const Site& site = sites_.all()[index];
    const Block& block = blocks_[site.block];
    if (!site.opens_block) return false;
    const bool heading = block.kind == BlockKind::heading;
    std::size_t keep = kept_by_heading(block.depth);
    const auto size = static_cast<std::uint32_t>(text_.size());
    std::uint32_t title_end = size;
    if (!heading) {
        const std::uint32_t from = sites_.reading(site, 0).label.end;
        title_end = static_cast<std::uint32_t>(std::min<std::size_t>(text_.find('\n', from), size));
        if (title_end - from > longest_bold_caption || !is_emphasised(block, from, title_end)) return false;
        const auto& stack = open_.stack();
        keep = 0;
        while (keep < stack.size() && !stack[keep].list) ++keep;
        while (keep > 0 && stack[keep - 1].heading_depth == 0 && stack[keep - 1].rank > 0 &&
               grammar_.levels[stack[keep - 1].level].stands == Stands::heading)
            --keep;
    }
    const auto choice = choose_heading_label(site, keep);
    if (!choice || (!heading && choice->score < 2)) return false;
    const Reading reading = sites_.reading(site, choice->reading);
    open_unit(site.block, site.line_begin, choice->keep, reading.level);
    label_unit(reading, site.block, reading.label.end);
    append_heading(text_.substr(reading.label.end, title_end - reading.label.end));
    pieces_.back().heading = true;
    consumed_ = title_end;
    if (title_end < size) begin_piece(title_end);
    return true;
}

bool OutlineBuilder::open_list(std::uint32_t index) {
    const Site& site = sites_.all()[index];
    const auto choice = open_.choose_list(index);
    if (!choice || choice->keep >= deepest || (!site.opens_block && !choice->in_row)) return false;
    const Reading reading = sites_.reading(site, choice->reading);
    open_unit(site.block, site.line_begin, choice->keep, reading.level);
    label_unit(reading, site.block, reading.label.end);
    open_second(index, reading.label.end);
    return true;
}

/// "(a)(1) The term …": a second label right behind the first opens a unit in it.
void OutlineBuilder::open_second(std::uint32_t index, std::uint32_t at) {
    const Site& site = sites_.all()[index];
    while (at < text_.size() && (text_[at] == ' ' || text_[at] == '\t')) ++at;
    std::vector<Reading> readings;
    if (sites_.readings_at(site.block, at, readings) == 0) return;
    const auto choice = open_.choose_second(readings, index);
    if (!choice || choice->keep >= deepest) return;
    const Reading reading = readings[choice->reading];
    const bool bracketed = text_[reading.label.begin] == '(';
    if (!bracketed && !choice->in_row) return;
    open_unit(site.block, at, choice->keep, reading.level);
    label_unit(reading, site.block, reading.label.end);
}

void OutlineBuilder::open_heading(std::uint32_t block) {
    const std::string key = heading_key(text_);
    if (key.empty()) return;
    const Block& source = blocks_[block];
    const bool divides = std::any_of(grammar_.levels.begin(), grammar_.levels.end(), [&](const Level& level) {
        return std::any_of(level.under.begin(), level.under.end(),
                           [&](const std::string& words) { return key.ends_with(words); });
    });
    OpenUnit& unit = open_unit(block, 0, divides ? 0 : kept_by_heading(source.depth), OpenUnit::heading);
    append_heading(text_);
    pieces_.back().heading = true;
    consumed_ = static_cast<std::uint32_t>(text_.size());
    if (divides) under_heading_ = key;
    await_title(unit, source, true);
}

void OutlineBuilder::finish_block(std::uint32_t block) {
    if (pieces_.size() == 1) {
        const Piece& whole = pieces_.front();
        out_.blocks.push_back(std::move(blocks_[block]));
        out_.places.push_back({whole.node, whole.label, whole.heading});
        return;
    }
    std::vector<std::uint32_t> cuts;
    for (std::size_t i = 1; i < pieces_.size(); ++i) cuts.push_back(pieces_[i].begin);
    std::vector<std::uint32_t> begins;
    std::vector<Block> parts = cut_at(std::move(blocks_[block]), cuts, begins);
    for (std::size_t i = 0; i < pieces_.size(); ++i) {
        Piece& piece = pieces_[i];
        if (!piece.label.empty()) {
            piece.label = {piece.label.begin - begins[i], piece.label.end - begins[i]};
            out_.nodes[piece.node].label.span = piece.label;
        }
        out_.blocks.push_back(std::move(parts[i]));
        out_.places.push_back({piece.node, piece.label, piece.heading});
    }
}

}  // namespace stet
