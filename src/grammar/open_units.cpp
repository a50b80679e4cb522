// Chooses list readings by continuity.
#include "grammar/open_units.hpp"

#include <algorithm>
#include <array>

namespace stet {
namespace {

// Scores: what goes on beats what begins, what begins beats what repeats or skips; below `enough` a label opens
// nothing.
constexpr int goes_on_score = 100;
constexpr int begins_score = 90;
constexpr int begins_again_score = 70;
constexpr int skips_score = 60;
constexpr int repeats_score = 55;
constexpr int out_of_row_score = 15;
constexpr int enough = 45;
constexpr int per_level_closed = 4;
constexpr int sibling_follows = 16;
constexpr int item_of_format = 14;
constexpr int resumes = 25;

constexpr std::size_t most_readings = 32;
constexpr std::uint32_t look_ahead = 48;  // sites
constexpr std::uint32_t indent_step = 3;  // columns that make a label stand deeper

bool stands_deeper(const Block& block, const OpenUnit& unit) {
    if (block.kind == BlockKind::list_item && unit.list_depth > 0) return block.depth > unit.list_depth;
    return block.indent > unit.indent + indent_step;
}

/// Same row: the same template, and for numbers with points the same number of parts.
bool same_row(const OpenUnit& unit, const Reading& reading, NumeralKind kind) {
    if (!unit.list || unit.level != reading.level || unit.pattern != reading.pattern) return false;
    return kind != NumeralKind::dotted || unit.ordinals.count == reading.ordinals.count;
}

bool is_prefix(const Ordinals& shorter, const Ordinals& longer) {
    if (shorter.count + 1 != longer.count) return false;
    return std::equal(shorter.parts.begin(), shorter.parts.begin() + shorter.count, longer.parts.begin());
}

}  // namespace

std::size_t OpenUnits::list_base() const {
    std::size_t base = stack_.size();
    while (base > 0 && stack_[base - 1].list) --base;
    return base;
}

void OpenUnits::close_to(std::size_t keep, bool resumable) {
    const std::size_t base = list_base();
    if (keep < base) interrupted_.clear();
    for (std::size_t i = std::max(keep, base); i < stack_.size() && resumable; ++i) interrupted_.push_back(stack_[i]);
    if (interrupted_.size() > 16) interrupted_.erase(interrupted_.begin(), interrupted_.end() - 16);
    stack_.resize(keep);
}

Choice OpenUnits::score(const Reading& reading, const Block& block) const {
    const LabelPattern& pattern = grammar_.levels[reading.level].labels[reading.pattern];
    const std::size_t base = list_base();
    Choice best{0, stack_.size(), begins_row(reading.ordinals) ? begins_score : out_of_row_score};
    if (!begins_row(reading.ordinals)) {
        if (block.kind == BlockKind::list_item && !block.number.empty()) best.score += item_of_format;
        const bool resumed = std::any_of(interrupted_.begin(), interrupted_.end(), [&](const OpenUnit& unit) {
            return same_row(unit, reading, pattern.kind()) && follows(unit.ordinals, reading.ordinals);
        });
        if (resumed) best.score += resumes;
    }
    bool row_open = false;
    for (std::size_t i = stack_.size(); i-- > base;) {
        const OpenUnit& unit = stack_[i];
        if (pattern.kind() == NumeralKind::dotted && is_prefix(unit.ordinals, reading.ordinals) &&
            reading.ordinals.last() <= 1)
            best = {0, i + 1, goes_on_score};
        if (!same_row(unit, reading, pattern.kind())) continue;
        const int closed = per_level_closed * static_cast<int>(stack_.size() - 1 - i);
        const bool deeper = stands_deeper(block, unit);
        int score = 0;
        if (follows(unit.ordinals, reading.ordinals)) {
            score = goes_on_score - closed;
        } else if (begins_row(reading.ordinals)) {
            score = (deeper ? begins_again_score / 2 : begins_again_score) - closed;
            if (!row_open && !deeper && best.keep == stack_.size()) best.score = std::min(best.score, enough);
        } else if (unit.ordinals == reading.ordinals) {
            score = repeats_score - closed;
        } else if (reading.ordinals.first() > unit.ordinals.first()) {
            const std::uint32_t gap = reading.ordinals.first() - unit.ordinals.first() - 1;
            if (gap <= 3) score = skips_score - closed - 4 * static_cast<int>(gap);
        }
        row_open = true;
        if (score > best.score) best = {0, i, score};
    }
    return best;
}

/// Sites to the label that goes on after `reading`; 0 where none does before the next unit of rank.
std::uint32_t OpenUnits::sibling_distance(const Reading& reading, std::uint32_t after_site) const {
    const auto& all = sites_.all();
    const std::uint32_t end = std::min<std::uint32_t>(after_site + look_ahead, static_cast<std::uint32_t>(all.size()));
    for (std::uint32_t i = after_site + 1; i < end; ++i) {
        const Site& site = all[i];
        if (site.structural != Site::no_reading && site.evidence == Evidence::strong) return 0;
        for (std::size_t k = 0; k < site.count; ++k) {
            const Reading& next = sites_.reading(site, k);
            if (next.level == reading.level && next.pattern == reading.pattern &&
                follows(reading.ordinals, next.ordinals))
                return i - after_site;
        }
    }
    return 0;
}

std::optional<Choice> OpenUnits::choose(const Reading* readings, std::size_t count, const Block& block,
                                        std::uint32_t after_site) const {
    std::uint32_t nearest = 0;
    std::array<std::uint32_t, most_readings> distances{};
    count = std::min<std::size_t>(count, most_readings);
    for (std::size_t i = 0; i < count; ++i) {
        if (grammar_.levels[readings[i].level].stands != Stands::list) continue;
        distances[i] = sibling_distance(readings[i], after_site);
        if (distances[i] != 0 && (nearest == 0 || distances[i] < nearest)) nearest = distances[i];
    }
    std::optional<Choice> best;
    for (std::size_t i = 0; i < count; ++i) {
        if (grammar_.levels[readings[i].level].stands != Stands::list) continue;
        Choice choice = score(readings[i], block);
        choice.reading = i;
        choice.in_row = choice.score > begins_score || distances[i] != 0;
        if (distances[i] != 0 && distances[i] == nearest)
            choice.score += choice.score <= begins_score ? 2 * sibling_follows : sibling_follows;
        if (!best || choice.score > best->score) best = choice;
    }
    if (best && best->score < enough) best.reset();
    return best;
}

std::optional<Choice> OpenUnits::choose_list(std::uint32_t site) const {
    const Site& at = sites_.all()[site];
    if (at.count == 0) return std::nullopt;
    return choose(&sites_.reading(at, 0), at.count, blocks_[at.block], site);
}

std::optional<Choice> OpenUnits::choose_second(const std::vector<Reading>& readings, std::uint32_t after_site) const {
    const Site& at = sites_.all()[after_site];
    auto best = choose(readings.data(), readings.size(), blocks_[at.block], after_site);
    if (!best || !begins_row(readings[best->reading].ordinals) || best->keep != stack_.size()) return std::nullopt;
    return best;
}

std::size_t OpenUnits::row_goes_on(std::uint32_t next_site) const {
    const std::size_t base = list_base();
    const auto& all = sites_.all();
    const std::uint32_t end = std::min<std::uint32_t>(next_site + look_ahead, static_cast<std::uint32_t>(all.size()));
    std::vector<bool> ended(stack_.size(), false);  // its row has begun anew
    for (std::uint32_t i = next_site; i < end; ++i) {
        const Site& site = all[i];
        if (site.structural != Site::no_reading && site.evidence == Evidence::strong) break;
        for (std::size_t open = stack_.size(); open-- > base;) {
            const OpenUnit& unit = stack_[open];
            for (std::size_t k = 0; k < site.count && !ended[open]; ++k) {
                const Reading& next = sites_.reading(site, k);
                if (next.level != unit.level || next.pattern != unit.pattern) continue;
                if (follows(unit.ordinals, next.ordinals)) return open + 1;
                ended[open] = begins_row(next.ordinals);
            }
        }
    }
    return 0;
}

std::size_t OpenUnits::kept_by_paragraph(std::uint32_t block, std::uint32_t next_site) const {
    const std::size_t base = list_base();
    if (base == stack_.size()) return base;
    if (const std::size_t keep = row_goes_on(next_site); keep > 0) return keep;
    const Block& here = blocks_[block];
    std::size_t keep = stack_.size();
    while (keep > base) {
        const OpenUnit& unit = stack_[keep - 1];
        const bool inside = here.kind == BlockKind::list_item ? unit.list_depth > 0 && here.depth > unit.list_depth
                                                              : here.indent > unit.indent + 1;
        if (inside) break;
        --keep;
    }
    return keep;
}

}  // namespace stet
