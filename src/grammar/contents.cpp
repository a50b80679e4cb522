// Recognises tables of contents.
#include "grammar/contents.hpp"

#include <algorithm>
#include <array>
#include <unordered_map>
#include <unordered_set>

#include "grammar/wording.hpp"
#include "text/words.hpp"

namespace stet {
namespace {

constexpr std::size_t longest_entry = 220;
constexpr std::size_t longest_heading = 80;
constexpr std::size_t most_between = 6;  // short lines without label or page between two entries
constexpr std::size_t fewest_entries = 4;
constexpr std::size_t compared_words = 64;  // bytes of a text that tell it from others
constexpr std::size_t compared_title = 32;  // bytes of a title that an entry and its unit share

/// Hash of a text whatever its case, blanks folded.
std::uint64_t hash_of(std::string_view text, std::uint64_t hash) {
    bool blank = false;
    for (const char c : text.substr(0, compared_words)) {
        if (c == ' ' || c == '\t' || c == '\n') {
            blank = true;
            continue;
        }
        if (blank) hash = mix(hash, ' ');
        blank = false;
        hash = mix(hash, static_cast<unsigned char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c));
    }
    return hash;
}

class ContentsFinder {
public:
    ContentsFinder(std::span<const Block> blocks, const Sites& sites, const Grammar& grammar)
        : blocks_(blocks), sites_(sites), grammar_(grammar), keys_(blocks.size(), 0), titled_(blocks.size(), 0) {
        out_.assign(blocks.size(), false);
        for (const Level& level : grammar.levels) level_keys_.push_back(hash_of(level.name, 2));
        for (const std::string& name : grammar.contents) {
            const char first = name.front();
            first_letters_[static_cast<unsigned char>(first)] = true;
            if (first >= 'a' && first <= 'z') first_letters_[static_cast<unsigned char>(first - 'a' + 'A')] = true;
        }
        for (std::size_t i = 0; i < blocks.size(); ++i) {
            if (is_set_aside(i)) continue;
            if (blocks[i].kind == BlockKind::heading && blocks[i].text.size() <= longest_entry)
                last_heading_[hash_of(sites_.text(i), 1)] = i;
            read_key(i);
            if (keys_[i] != 0) last_with_[titled_[i]] = i;
        }
    }

    std::vector<bool> find() {
        for (std::size_t i = 0; i < blocks_.size(); ++i) {
            out_[i] = out_[i] || blocks_[i].kind == BlockKind::contents;
            if (out_[i] || is_set_aside(i)) continue;
            i = is_contents_heading(i) ? below_heading(i) : repeated_row(i);
        }
        return std::move(out_);
    }

private:
    bool is_set_aside(std::size_t i) const {
        return blocks_[i].kind == BlockKind::furniture || blocks_[i].kind == BlockKind::contents;
    }

    /// Sets the keys of a block that opens with a label of rank: of its level and number, and of these with its title.
    void read_key(std::size_t i) {
        const std::uint32_t first = sites_.first_of(i);
        if (first == sites_.first_of(i + 1)) return;
        const Site& site = sites_.all()[first];
        if (!site.opens_block || site.structural == Site::no_reading) return;
        if (site.evidence == Evidence::nothing && blocks_[i].kind != BlockKind::list_item) return;
        const Reading& reading = sites_.reading(site, site.structural);
        const std::string_view text = sites_.text(i);
        const std::string_view line = first_words(i);
        const std::uint64_t level = level_keys_[reading.level];
        const std::string_view named =
            reading.value.empty() ? line : text.substr(reading.value.begin, reading.value.size());
        keys_[i] = hash_of(named, level) | 1;
        const std::size_t from = std::min<std::size_t>(std::max(site.label_end, reading.label.end), line.size());
        std::string_view title = line.substr(from);
        while (!title.empty() && (title.front() == ' ' || title.front() == '\t')) title.remove_prefix(1);
        titled_[i] = title.empty() ? keys_[i] : hash_of(title.substr(0, compared_title), keys_[i]);
    }

    std::string_view first_words(std::size_t i) const {
        const std::string_view text = sites_.text(i);
        const std::string_view line = text.substr(0, text.find('\n'));
        return without_page(line).value_or(line);
    }

    bool is_contents_heading(std::size_t i) const {
        const Block& block = blocks_[i];
        if (block.text.size() > longest_heading) return false;
        if (block.kind != BlockKind::heading && block.kind != BlockKind::paragraph) return false;
        const std::size_t first = block.text.find_first_not_of(" \t\n");
        if (first == std::string::npos || !first_letters_[static_cast<unsigned char>(block.text[first])]) return false;
        const std::string key = heading_key(sites_.text(i));
        return std::any_of(grammar_.contents.begin(), grammar_.contents.end(), [&](const std::string& name) {
            if (key == name) return true;
            const bool longer = key.size() > name.size() && key[name.size()] == ' ' && key.starts_with(name);
            return longer && (is_capitals(block.text) || block.kind == BlockKind::heading);
        });
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

    static bool comes_later(const std::unordered_map<std::uint64_t, std::size_t>& last, std::uint64_t key,
                            std::size_t i) {
        const auto found = last.find(key);
        return found != last.end() && found->second > i;
    }

    /// The label, or the words, of the block stand at the head of a unit further on.
    bool comes_later(std::size_t i) const {
        if (keys_[i] != 0) return comes_later(last_with_, titled_[i], i) || comes_later(last_with_, keys_[i], i);
        return comes_later(last_heading_, hash_of(first_words(i), 1), i);
    }

    void set_aside(std::size_t from, std::size_t last) {
        for (std::size_t i = from; i <= last; ++i) out_[i] = blocks_[i].kind != BlockKind::furniture;
    }

    /// Entries below a heading of contents, half of which at least must have a page or come again; returns the last
    /// block looked at.
    std::size_t below_heading(std::size_t heading) {
        std::size_t last_sure = heading;
        std::size_t between = 0;
        std::size_t entries = 0;
        std::size_t proved = 0;
        std::size_t paged_entries = 0;
        bool rows_only = true;
        std::unordered_set<std::uint64_t> seen;    // labels of entries without a page
        std::unordered_set<std::uint64_t> listed;  // labels of entries with one
        for (std::size_t i = heading + 1; i < blocks_.size() && between <= most_between; ++i) {
            const Block& block = blocks_[i];
            if (block.kind == BlockKind::furniture) continue;
            const bool paged = is_paged(i);
            if (keys_[i] != 0 && !paged && !seen.insert(keys_[i]).second) break;
            if (keys_[i] != 0 && !paged && listed.contains(keys_[i]) && !comes_later(last_with_, titled_[i], i)) break;
            // Where every entry has its page, a unit that has none and does not come again is the first of the text.
            const bool all_paged = entries > 0 && paged_entries == entries;
            if (keys_[i] != 0 && !paged && all_paged && !comes_later(last_with_, titled_[i], i)) break;
            if (keys_[i] != 0 && paged) listed.insert(keys_[i]);
            const bool entry =
                block.kind == BlockKind::contents || block.kind == BlockKind::table_row || paged ||
                (block.text.size() <= longest_entry && (keys_[i] != 0 || block.kind == BlockKind::list_item));
            // Contents in a table, or known as such, end with it: they have no keys that could tell their first unit.
            const bool row = block.kind == BlockKind::table_row || block.kind == BlockKind::contents;
            if (entry && entries > 0 && rows_only && !row && !paged && !comes_later(i)) break;
            if (entry) {
                rows_only = rows_only && row;
                last_sure = i;
                between = 0;
                ++entries;
                paged_entries += paged;
                proved += paged || block.kind == BlockKind::contents || comes_later(i) || names_units(i);
                continue;
            }
            if (block.kind == BlockKind::heading || block.text.size() > longest_entry / 2) break;
            ++between;
        }
        if (last_sure == heading || proved * 2 < entries) return heading;
        set_aside(heading, last_sure);
        return last_sure;
    }

    /// An entry of an index of subjects: it refers to a unit by one of the grammar's nouns.
    bool names_units(std::size_t i) const { return has_word(heading_key(sites_.text(i)), grammar_.reference_nouns); }

    bool is_entry(std::size_t i) const {
        if (blocks_[i].kind == BlockKind::table_row || blocks_[i].text.size() > longest_entry * 4) return false;
        if (sites_.text(i).find("...") != std::string_view::npos && is_paged(i)) return true;
        if (blocks_[i].text.size() > longest_entry || keys_[i] == 0 || titled_[i] == keys_[i]) return false;
        return comes_later(i) && !is_sentence(i);
    }

    /// Of two agreements in one file both say “Section 1. Breaks. Each employee shall have …”.
    bool is_sentence(std::size_t i) const {
        const std::string_view text = sites_.text(i);
        return !is_capitals(text) && has_word(text, grammar_.sentence_words);
    }

    /// A row of entries without a heading of its own; returns the last block looked at.
    std::size_t repeated_row(std::size_t begin) {
        std::size_t entries = 0;
        std::size_t last = begin;
        std::unordered_set<std::uint64_t> seen;
        for (std::size_t i = begin; i < blocks_.size(); ++i) {
            if (blocks_[i].kind == BlockKind::furniture) continue;
            if (!is_entry(i) || (keys_[i] != 0 && !seen.insert(keys_[i]).second)) break;
            ++entries;
            last = i;
        }
        if (entries < fewest_entries) return begin;
        set_aside(begin, last);
        return last;
    }

    std::span<const Block> blocks_;
    const Sites& sites_;
    const Grammar& grammar_;
    std::vector<std::uint64_t> level_keys_;  ///< by level of the grammar: of its name
    std::vector<std::uint64_t> keys_;        ///< by block: level and number; 0 without a label of rank
    std::vector<std::uint64_t> titled_;      ///< by block: the same with the title on the label's line
    std::array<bool, 256> first_letters_{};  ///< of the grammar's headings of contents
    std::vector<bool> out_;
    std::unordered_map<std::uint64_t, std::size_t> last_with_;
    std::unordered_map<std::uint64_t, std::size_t> last_heading_;
};

}  // namespace

std::vector<bool> find_contents(std::span<const Block> blocks, const Sites& sites, const Grammar& grammar) {
    return ContentsFinder(blocks, sites, grammar).find();
}

}  // namespace stet
