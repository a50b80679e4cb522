// Collects the sites of labels.
#include "grammar/site.hpp"

#include <algorithm>

#include "document/document.hpp"
#include "grammar/wording.hpp"
#include "text/letters.hpp"
#include "text/utf8.hpp"

namespace stet {
namespace {

constexpr std::uint32_t unmasked = 0xffffffff;

/// The text with everything outside the face as blanks.
std::string mask(const Block& block, Face face) {
    std::string text = block.text;
    for (const Run& run : block.runs)
        if (outside(run.marks, face))
            for (std::uint32_t at = run.text.begin; at < run.text.end; ++at)
                if (text[at] != '\n') text[at] = ' ';
    return text;
}

bool is_dash(char32_t code) {
    return code == U'-' || code == U'–' || code == U'—' || code == U'‐' || code == U'−';
}

/// What closes a label: its end behind ".", ":" or a dash that stands apart; `closed` says there was such a mark.
std::uint32_t closing_end(std::string_view text, std::uint32_t at, std::uint32_t line_end, bool& closed) {
    closed = false;
    std::uint32_t end = at;
    if (end < line_end && (text[end] == '.' || text[end] == ':' || text[end] == ',')) {
        if (text[end] == ',') return at;
        closed = true;
        ++end;
    }
    std::uint32_t dash = end;
    while (dash < line_end && is_gap(text[dash])) ++dash;
    if (dash < line_end) {
        const utf8::Decoded next = utf8::decode(text, dash);
        const std::uint32_t behind = dash + next.size;
        const bool apart = behind >= line_end || is_gap(text[behind]) || dash == end;
        const bool digit = behind < line_end && dash == end && text[behind] >= '0' && text[behind] <= '9';
        if (is_dash(next.code) && (apart || dash > end) && !digit) {
            closed = true;
            return behind;
        }
    }
    return end;
}

/// Nothing stands between two blocks of a text, not even a blank line. Paragraphs of a format without lines always
/// follow each other, which says nothing.
bool is_right_below(const Block& block, const Block& above) {
    const bool has_lines = !block.fragments.empty() && !block.fragments.front().source.empty();
    return has_lines && above.last_line() + 1 == block.line();
}

/// "(TA 12/2/21)." and the like: a remark in parentheses that a full stop or the line's end follows.
bool is_remark(std::string_view rest) {
    if (rest.empty() || rest.front() != '(') return false;
    const std::size_t close = rest.find(')');
    if (close == std::string_view::npos || close > 60 || close < 4) return false;
    return close + 1 == rest.size() || rest[close + 1] == '.' || rest[close + 1] == ':';
}

}  // namespace

Sites::Sites(std::span<const Block> blocks, const Grammar& grammar, const LabelIndex& index, Face face)
    : blocks_(blocks), grammar_(grammar), index_(index), face_(face) {
    first_.reserve(blocks.size() + 1);
    masked_of_.assign(blocks.size(), unmasked);
    for (std::uint32_t block = 0; block < blocks.size(); ++block) {
        const bool unmarked_text = blocks[block].runs.size() == 1 && blocks[block].runs.front().marks.empty();
        if (!unmarked_text && has_aside(blocks[block], face_)) {
            masked_of_[block] = static_cast<std::uint32_t>(masked_.size());
            masked_.push_back(mask(blocks[block], face_));
        }
        first_.push_back(static_cast<std::uint32_t>(sites_.size()));
        collect(block);
    }
    first_.push_back(static_cast<std::uint32_t>(sites_.size()));
}

std::string_view Sites::text(std::size_t block) const {
    return masked_of_[block] == unmasked ? std::string_view(blocks_[block].text)
                                         : std::string_view(masked_[masked_of_[block]]);
}

bool Sites::blank(std::size_t block) const {
    const std::string_view here = text(block);
    return std::all_of(here.begin(), here.end(), [](char c) { return c == ' ' || c == '\n' || c == '\t'; });
}

std::size_t Sites::readings_at(std::size_t block, std::uint32_t at, std::vector<Reading>& out) const {
    return index_.readings_at(text(block), at, out);
}

void Sites::collect(std::uint32_t block) {
    const BlockKind kind = blocks_[block].kind;
    if (kind == BlockKind::table_row || kind == BlockKind::note || kind == BlockKind::furniture) return;
    const std::string_view here = text(block);
    std::uint32_t line_begin = 0;
    std::uint32_t previous_begin = 0;
    bool opens_block = true;
    while (line_begin < here.size()) {
        const std::size_t found = here.find('\n', line_begin);
        const auto line_end = static_cast<std::uint32_t>(std::min(found, here.size()));
        // A line in the midst of a paragraph opens a unit only behind a finished one, or in a row with the line above.
        const bool finished = opens_block || is_finished(here.substr(line_begin > 120 ? line_begin - 120 : 0,
                                                                     line_begin > 120 ? 120 : line_begin));
        const std::size_t known = sites_.size();
        const bool above = known > first_[block] && sites_[known - 1].line_begin == previous_begin;
        if (finished || above) add_site(block, line_begin, line_end, opens_block);
        if (!finished && sites_.size() > known && !in_row(sites_[known - 1], sites_[known])) {
            readings_.resize(sites_.back().first);
            sites_.pop_back();
        }
        previous_begin = line_begin;
        add_inside_line(block, line_begin, line_end);
        if (opens_block &&
            std::any_of(here.begin() + line_begin, here.begin() + line_end, [](char c) { return !is_gap(c); }))
            opens_block = false;
        line_begin = line_end + 1;
    }
}

/// A label in the midst of a line: behind a full stop, where bold or underline begins or ends.
void Sites::add_inside_line(std::uint32_t block, std::uint32_t line_begin, std::uint32_t line_end) {
    const std::string_view here = text(block);
    const std::vector<Run>& runs = blocks_[block].runs;
    auto run = std::upper_bound(runs.begin(), runs.end(), line_begin,
                                [](std::uint32_t at, const Run& other) { return at < other.text.begin; });
    for (; run != runs.end() && run->text.begin < line_end; ++run) {
        const std::uint32_t begin = run->text.begin;
        if (run == runs.begin() || is_emphasis(run->marks) == is_emphasis((run - 1)->marks)) continue;
        const std::size_t last = here.substr(0, begin).find_last_not_of(" \t\n");
        if (last == std::string_view::npos || last < line_begin || here[last] != '.') continue;
        const std::size_t known = sites_.size();
        add_site(block, begin, line_end, false);
        if (sites_.size() == known) continue;
        const Site& site = sites_.back();
        const bool ranked = site.evidence == Evidence::strong &&
                            grammar_.levels[readings_[site.first + site.structural].level].stands == Stands::run_in;
        if (ranked) continue;
        readings_.resize(site.first);
        sites_.pop_back();
    }
}

/// One of the readings of `next` goes on where one of `above` stopped.
bool Sites::in_row(const Site& above, const Site& next) const {
    for (std::size_t i = 0; i < above.count; ++i)
        for (std::size_t k = 0; k < next.count; ++k) {
            const Reading& a = reading(above, i);
            const Reading& b = reading(next, k);
            if (a.level == b.level && a.pattern == b.pattern && follows(a.ordinals, b.ordinals)) return true;
        }
    return false;
}

void Sites::add_site(std::uint32_t block, std::uint32_t line_begin, std::uint32_t line_end, bool opens_block) {
    const std::string_view here = text(block);
    const std::uint32_t at = label_begin(here, line_begin, line_end);
    if (at >= line_end) return;
    Site site;
    site.block = block;
    site.line_begin = line_begin;
    site.first = static_cast<std::uint32_t>(readings_.size());
    site.count = static_cast<std::uint16_t>(index_.readings_at(here, at, readings_));
    site.opens_block = opens_block;
    if (site.count == 0) return;
    judge(site, line_end);
    sites_.push_back(site);
}

/// "[Reserved]" and the like stand for the text that a unit had.
bool Sites::is_placeholder(std::string_view words) const {
    if (words.size() > 40 || grammar_.placeholders.empty()) return false;
    const std::string key = heading_key(words);
    return std::find(grammar_.placeholders.begin(), grammar_.placeholders.end(), key) != grammar_.placeholders.end();
}

/// The line is an item of a list that names units: behind a bullet, or right below a line that ends in a colon or a
/// dash.
bool Sites::is_listed(const Site& site) const {
    const Block& block = blocks_[site.block];
    if (site.opens_block && block.kind == BlockKind::list_item) return true;
    std::string_view before = text(site.block).substr(0, site.line_begin);
    if (site.opens_block) {
        if (site.block == 0 || is_set_aside(blocks_[site.block - 1].kind)) return false;
        if (!is_right_below(block, blocks_[site.block - 1])) return false;
        before = text(site.block - 1);
    }
    const std::size_t last = before.find_last_not_of(" \t\n");
    if (last == std::string_view::npos) return false;
    const utf8::Decoded end = utf8::decode_before(before, last + 1);
    return end.code == U':' || is_dash(end.code);
}

/// The line goes on with the list of units above it.
bool Sites::is_below_listed(const Site& site) const {
    if (sites_.empty() || !sites_.back().listed) return false;
    const Site& above = sites_.back();
    if (above.block == site.block) {
        const std::string_view between = text(site.block).substr(above.line_begin, site.line_begin - above.line_begin);
        return std::count(between.begin(), between.end(), '\n') == 1;
    }
    return site.opens_block && above.block + 1 == site.block &&
           is_right_below(blocks_[site.block], blocks_[above.block]);
}

/// Below the line stands what a unit holds and a list of units does not: a label of a deeper level, or a title in
/// capitals and then no label of the same level.
bool Sites::has_text_below(const Site& site, std::uint32_t line_end) const {
    const std::uint16_t own = readings_[site.first + site.structural].level;
    std::vector<Reading> found;
    bool titled = false;
    std::size_t block = site.block;
    std::uint32_t at = line_end + 1;
    while (true) {
        const std::string_view here = text(block);
        while (at < here.size() && (is_gap(here[at]) || here[at] == '\n')) ++at;
        if (at >= here.size()) {
            if (++block == blocks_.size() || !is_right_below(blocks_[block], blocks_[block - 1])) return false;
            at = 0;
            continue;
        }
        const auto end = static_cast<std::uint32_t>(std::min(here.find('\n', at), here.size()));
        found.clear();
        index_.readings_at(here, at, found);
        bool same = false;
        for (const Reading& reading : found) {
            const Level& level = grammar_.levels[reading.level];
            if (reading.level > own && level.stands == Stands::run_in && !level.titled) return true;
            same = same || reading.level == own;
        }
        if (same) return false;
        const std::string_view line = here.substr(at, end - at);
        if (titled) return true;
        if (!is_capitals(line) || !looks_like_title(line)) return false;
        titled = true;
        at = end + 1;
    }
}

void Sites::judge(Site& site, std::uint32_t line_end) const {
    const Block& block = blocks_[site.block];
    const std::string_view here = text(site.block);
    for (std::uint16_t i = 0; i < site.count; ++i) {
        const Reading& reading = readings_[site.first + i];
        const Level& level = grammar_.levels[reading.level];
        if (level.stands == Stands::list || level.stands == Stands::heading || level.titled) continue;
        if (site.structural != Site::no_reading &&
            readings_[site.first + site.structural].label.end >= reading.label.end)
            continue;
        site.structural = i;
    }
    if (site.structural == Site::no_reading) return;
    const Reading& reading = readings_[site.first + site.structural];
    const Level& level = grammar_.levels[reading.level];
    bool closed = false;
    site.label_end = closing_end(here, reading.label.end, line_end, closed);
    std::string_view rest = here.substr(site.label_end, line_end - site.label_end);
    while (!rest.empty() && is_gap(rest.front())) rest.remove_prefix(1);
    while (!rest.empty() && is_gap(rest.back())) rest.remove_suffix(1);

    const bool bare = level.labels[reading.pattern].before().empty();  // a number alone proves little
    // What the format itself counts before a text is a label, however the text begins.
    const bool counted = block.computed && reading.label.begin == 0 && reading.label.end <= block.number.size();
    // "3.01 a) …": the first item stands on the label's line.
    const bool itemed = rest.size() > 2 && rest[1] == ')';
    const bool lower = !rest.empty() && rest.front() >= 'a' && rest.front() <= 'z' && !itemed;
    const bool reads_on = !counted && !rest.empty() && (lower || rest.front() == ',' || rest.front() == ';');
    if (reads_on) return;
    const bool heading = block.kind == BlockKind::heading;
    const bool emphasised = is_emphasised(block, reading.label.begin, reading.label.end);
    const bool lone = rest.empty() || is_placeholder(rest);
    if (level.stands == Stands::line) {
        site.listed = (is_listed(site) || is_below_listed(site)) && !has_text_below(site, line_end);
        if (site.listed) return;
        const bool titled = looks_like_title(rest);
        if (heading || lone || counted || (emphasised && titled) || (titled && (closed || is_capitals(rest))))
            site.evidence = Evidence::strong;
        else if (titled || (closed && emphasised))
            site.evidence = Evidence::weak;
        return;
    }
    if (bare) {
        site.evidence = heading || emphasised ? Evidence::strong : Evidence::weak;
        return;
    }
    if (heading || closed || lone || emphasised || counted || is_remark(rest))
        site.evidence = Evidence::strong;
    else if (rest.front() != '(' && (looks_like_title(rest) || caption_end(block, here, site.label_end,
                                                                           grammar_.sentence_words) > site.label_end))
        site.evidence = Evidence::weak;
}

}  // namespace stet
