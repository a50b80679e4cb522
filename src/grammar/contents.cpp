// Recognises tables of contents.
#include "grammar/contents.hpp"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include "grammar/wording.hpp"

namespace stet {
namespace {

constexpr std::size_t longest_entry = 220;
constexpr std::size_t most_between = 6;  // short lines without label or page between two entries
constexpr std::size_t fewest_entries = 4;
constexpr std::size_t compared_title = 32;  // bytes of a title that an entry and its unit share

class ContentsFinder {
public:
    ContentsFinder(const std::vector<Block>& blocks, const Sites& sites, const Grammar& grammar)
        : blocks_(blocks), sites_(sites), grammar_(grammar) {
        out_.assign(blocks.size(), false);
        for (std::size_t i = 0; i < blocks.size(); ++i) {
            if (is_set_aside(i)) continue;
            const std::string key = entry_key(i);
            if (key.empty()) continue;
            last_with_[key + entry_title(i)] = i;
        }
    }

    std::vector<bool> find() {
        for (std::size_t i = 0; i < blocks_.size(); ++i) {
            out_[i] = out_[i] || blocks_[i].kind == BlockKind::contents;
            if (out_[i]) continue;
            if (is_contents_heading(i))
                i = below_heading(i);
            else
                i = repeated_row(i);
        }
        return std::move(out_);
    }

private:
    bool is_set_aside(std::size_t i) const {
        return blocks_[i].kind == BlockKind::furniture || blocks_[i].kind == BlockKind::contents;
    }

    /// Level and number of the label that opens a block; empty without a label of rank.
    std::string entry_key(std::size_t i) const {
        const std::uint32_t first = sites_.first_of(i);
        if (first == sites_.first_of(i + 1)) return {};
        const Site& site = sites_.all()[first];
        if (!site.opens_block || site.structural == Site::no_reading) return {};
        if (site.evidence == Evidence::nothing && blocks_[i].kind != BlockKind::list_item) return {};
        const Reading& reading = sites_.reading(site, site.structural);
        std::string key = grammar_.levels[reading.level].name;
        key += ' ';
        key += sites_.text(i).substr(reading.value.begin, reading.value.size());
        if (reading.value.empty()) key += heading_key(first_words(i));
        return key;
    }

    /// The title on the label's line, without page; empty where the label stands alone.
    std::string entry_title(std::size_t i) const {
        const Site& site = sites_.all()[sites_.first_of(i)];
        std::string_view line = first_words(i);
        const std::uint32_t from = std::max(site.label_end, sites_.reading(site, site.structural).label.end);
        line.remove_prefix(std::min<std::size_t>(from, line.size()));
        return heading_key(line).substr(0, compared_title);
    }

    std::string_view first_words(std::size_t i) const {
        const std::string_view text = sites_.text(i);
        const std::string_view line = text.substr(0, text.find('\n'));
        return without_page(line).value_or(line);
    }

    bool is_contents_heading(std::size_t i) const {
        const Block& block = blocks_[i];
        if (block.text.size() > 80 || (block.kind != BlockKind::heading && block.kind != BlockKind::paragraph))
            return false;
        const std::string key = heading_key(sites_.text(i));
        for (const std::string& name : grammar_.contents) {
            if (key == name) return true;
            if (key.starts_with(name + " ") && (is_capitals(block.text) || block.kind == BlockKind::heading))
                return true;
        }
        return false;
    }

    /// Half of its lines and more end in a leader or a page.
    bool is_paged(std::size_t i) const {
        const std::string_view text = sites_.text(i);
        std::size_t lines = 0;
        std::size_t paged = 0;
        for (std::size_t begin = 0; begin < text.size();) {
            const std::size_t end = std::min(text.find('\n', begin), text.size());
            ++lines;
            paged += without_page(text.substr(begin, end - begin)).has_value();
            begin = end + 1;
        }
        return lines > 0 && paged * 2 >= lines;
    }

    /// Entries below a heading of contents; returns the last block looked at.
    std::size_t below_heading(std::size_t heading) {
        std::size_t last_sure = heading;
        std::size_t between = 0;
        std::unordered_set<std::string> seen;
        for (std::size_t i = heading + 1; i < blocks_.size() && between <= most_between; ++i) {
            const Block& block = blocks_[i];
            if (block.kind == BlockKind::furniture) continue;
            const std::string key = entry_key(i);
            const bool paged = is_paged(i);
            if (!key.empty() && !paged && !seen.insert(key).second) break;
            const bool entry =
                block.kind == BlockKind::contents || block.kind == BlockKind::table_row || paged ||
                (block.text.size() <= longest_entry && (!key.empty() || block.kind == BlockKind::list_item));
            if (entry) {
                last_sure = i;
                between = 0;
                continue;
            }
            if (block.kind == BlockKind::heading || block.text.size() > longest_entry / 2) break;
            ++between;
        }
        if (last_sure == heading) return heading;
        for (std::size_t i = heading; i <= last_sure; ++i)
            if (blocks_[i].kind != BlockKind::furniture) out_[i] = true;
        return last_sure;
    }

    bool is_entry(std::size_t i) const {
        if (blocks_[i].kind == BlockKind::table_row || blocks_[i].text.size() > longest_entry * 4) return false;
        if (is_paged(i) && sites_.text(i).find("...") != std::string_view::npos) return true;
        if (blocks_[i].text.size() > longest_entry) return false;
        const std::string key = entry_key(i);
        if (key.empty()) return false;
        const auto comes_later = [&](const std::string& with) {
            const auto later = last_with_.find(with);
            return later != last_with_.end() && later->second > i;
        };
        const std::string title = entry_title(i);
        return !title.empty() && (comes_later(key + title) || comes_later(key));
    }

    /// A row of entries without a heading of its own; returns the last block looked at.
    std::size_t repeated_row(std::size_t begin) {
        std::size_t entries = 0;
        std::size_t last = begin;
        std::unordered_set<std::string> seen;
        for (std::size_t i = begin; i < blocks_.size(); ++i) {
            if (blocks_[i].kind == BlockKind::furniture) continue;
            const std::string key = entry_key(i);
            if (!is_entry(i) || (!key.empty() && !seen.insert(key).second)) break;
            ++entries;
            last = i;
        }
        if (entries < fewest_entries) return begin;
        for (std::size_t i = begin; i <= last; ++i)
            if (blocks_[i].kind != BlockKind::furniture) out_[i] = true;
        return last;
    }

    const std::vector<Block>& blocks_;
    const Sites& sites_;
    const Grammar& grammar_;
    std::vector<bool> out_;
    std::unordered_map<std::string, std::size_t> last_with_;
};

}  // namespace

std::vector<bool> find_contents(const std::vector<Block>& blocks, const Sites& sites, const Grammar& grammar) {
    return ContentsFinder(blocks, sites, grammar).find();
}

}  // namespace stet
