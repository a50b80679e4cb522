// Blocks of a unit against those of its partner: equal or alike.
//
//   before:  P1 | P2            after:  P1 | New | P2'
//   wrong:   P2 became New, P2' inserted
//   ours:    P1 = P1, P2 edited, New inserted
#include "diff/pair_blocks.hpp"

#include <algorithm>
#include <optional>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "diff/item_names.hpp"
#include "diff/kept_words.hpp"
#include "diff/sequence.hpp"
#include "diff/table_diff.hpp"
#include "diff/value_frame.hpp"
#include "quantity/quantity.hpp"
#include "text/words.hpp"

namespace stet {

namespace {

/// Least likeness of paragraphs, of rows without the same key, of headings.
constexpr float least_paragraph = 0.4F;
constexpr float least_row = 0.6F;
/// Least likeness of a heading and a paragraph.
constexpr float least_other_kind = 0.75F;
/// In a gap of so few pairs words kept in order speak too: so many, with such a likeness, such a share of the shorter
/// text, and what a rival may keep of them.
constexpr std::size_t few_pairs = 36;
constexpr std::uint32_t least_kept_words = 6;
constexpr float least_alike = 0.1F;
constexpr float least_kept = 0.6F;
constexpr float most_of_rival = 0.85F;
/// What the shorter and the longer of two texts keep that alone are left on either side: one was written anew.
constexpr float least_kept_alone = 0.5F;
constexpr float least_kept_alone_of_longer = 0.33F;
/// Or the words that both open with: a sentence came behind it, too.
constexpr std::size_t least_opening = 4;
/// Words of a line that opens a list, at least.
constexpr std::size_t least_words_of_opening = 3;
/// Beyond this many possible pairs in one gap blocks are sought only near their place.
constexpr std::size_t most_pairs = 250'000;
constexpr std::size_t near = 24;
/// Words of a paragraph that may be the same but for its values, and words that must stand around these; around sums
/// and full dates, and in a row, one will do.
constexpr std::uint32_t most_words_around = 24;
constexpr std::size_t least_words_around = 2;

/// Whether a row is named by a date: its first cell holds one, or nothing does but values.
bool is_dated(const Block& row, const std::vector<Quantity>& values) {
    return values.front().type == QuantityType::date && values.front().span.end <= row.cells.front().end;
}

/// What a short paragraph says around its values, and of what kinds they are; nothing where it has none, or nothing
/// around them. A row of several cells is known by its key, unless that is a date.
std::optional<std::uint64_t> around_values(const PrintedDocument& side, BlockId id) {
    const Block& block = side.document.blocks[id];
    const bool row = block.kind == BlockKind::table_row;
    if (side.prints.blocks[id].words > most_words_around) return std::nullopt;
    const std::vector<Quantity> values = find_quantities(block.text);
    if (values.empty()) return std::nullopt;
    const bool dated = row && block.cells.size() > 1;
    if (dated && !is_dated(block, values)) return std::nullopt;
    const ValueFrame frame = value_frame(side.document, id, values);
    const bool sum = std::any_of(values.begin(), values.end(), [](const Quantity& each) {
        return each.type == QuantityType::money || is_full_date(each);
    });
    const std::size_t least = dated && values.size() > 1 ? 0 : row || sum ? 1 : least_words_around;
    if (frame.around < least) return std::nullopt;
    return row ? mix(frame.key(), 1) : frame.key();
}

/// A gap between equal blocks: both sides' blocks and their bags.
class Gap {
public:
    Gap(const PrintedDocument& before, std::span<const BlockId> b, const PrintedDocument& after,
        std::span<const BlockId> a, const Rarity& rarity)
        : before_(before), after_(after), b_(b), a_(a), rarity_(rarity) {
        for (const BlockId id : b) b_bags_.push_back(bag_of(before.prints, std::span(&id, 1), rarity));
        for (const BlockId id : a) a_bags_.push_back(bag_of(after.prints, std::span(&id, 1), rarity));
        partner_of_b_.assign(b.size(), none);
        partner_of_a_.assign(a.size(), none);
    }

    void pair(std::vector<BlockPair>& out) {
        pair_alike();
        pair_of_other_value();
        pair_named();
        pair_kept();
        pair_openings();
        pair_headings();
        for (std::size_t i = 0; i < b_.size(); ++i) {
            const std::uint32_t j = partner_of_b_[i];
            if (j == none) continue;
            out.push_back(
                {b_[i], whole_text(before_.document, b_[i]), a_[j], whole_text(after_.document, a_[j]), false});
        }
    }

private:
    float score(std::size_t i, std::size_t j) const {
        const Block& x = before_.document.blocks[b_[i]];
        const Block& y = after_.document.blocks[a_[j]];
        const bool row = x.kind == BlockKind::table_row;
        if (row != (y.kind == BlockKind::table_row)) return 0;
        const Place& p = before_.document.places[b_[i]];
        const Place& q = after_.document.places[a_[j]];
        const bool both_labelled = !p.label.empty() && !q.label.empty();
        const float alike = similarity(b_bags_[i], a_bags_[j]);
        if (p.heading != q.heading && !both_labelled && alike < least_other_kind) return 0;
        if (row) {
            const float fit = row_score(before_.document, b_[i], after_.document, a_[j], alike);
            return fit >= least_row ? fit : 0;
        }
        return alike >= least_paragraph ? alike : 0;
    }

    void pair_alike() {
        std::vector<std::uint32_t> rows;
        std::vector<std::uint32_t> values;
        std::vector<std::uint64_t> weights;
        const bool many = b_.size() * a_.size() > most_pairs;
        for (std::size_t i = 0; i < b_.size(); ++i) {
            const std::size_t centre = b_.empty() ? 0 : i * a_.size() / b_.size();
            const std::size_t from = many && centre > near ? centre - near : 0;
            const std::size_t to = many ? std::min(a_.size(), centre + near) : a_.size();
            for (std::size_t j = to; j-- > from;) {
                const float s = score(i, j);
                if (s <= 0) continue;
                rows.push_back(static_cast<std::uint32_t>(i));
                values.push_back(static_cast<std::uint32_t>(j));
                weights.push_back(static_cast<std::uint64_t>((s - least_paragraph / 2) * 10000));
            }
        }
        for (const std::uint32_t k : heaviest_increasing(values, weights)) join(rows[k], values[k]);
    }

    /// "Coinsurance: 80%. It does not apply to income." against "Coinsurance: 90%.": no other in the gap has the name.
    void pair_named() {
        if (b_.size() * a_.size() > few_pairs) return;
        const auto names_of = [&](const PrintedDocument& side, std::span<const BlockId> ids,
                                  const std::vector<std::uint32_t>& partners) {
            std::unordered_map<std::uint64_t, std::size_t> out;
            for (std::size_t i = 0; i < ids.size(); ++i) {
                if (!is_free_paragraph(side, ids[i], partners[i])) continue;
                const ItemName name = item_name(side.document, ids[i]);
                if (name.words == 0) continue;
                const auto [found, fresh] = out.try_emplace(name.key, i);
                if (!fresh) found->second = none;
            }
            return out;
        };
        const auto of_after = names_of(after_, a_, partner_of_a_);
        std::vector<std::pair<std::size_t, std::size_t>> named;
        for (const auto& [name, i] : names_of(before_, b_, partner_of_b_)) {
            const auto found = of_after.find(name);
            if (i != none && found != of_after.end() && found->second != none) named.emplace_back(i, found->second);
        }
        std::sort(named.begin(), named.end());  // of two that cross the first stays
        for (const auto& [i, j] : named)
            if (keeps_order(i, j)) join(i, j);
    }

    /// A paragraph that kept most of the words of one of two texts, however common, and no other in the gap as many; or
    /// half of them where no other is left.
    void pair_kept() {
        if (b_.size() * a_.size() > few_pairs) return;
        const bool alone =
            free_paragraphs(before_, b_, partner_of_b_) == 1 && free_paragraphs(after_, a_, partner_of_a_) == 1;
        for (std::size_t i = 0; i < b_.size(); ++i)
            for (std::size_t j = 0; j < a_.size(); ++j) {
                if (!is_free_paragraph(before_, b_[i], partner_of_b_[i])) break;
                if (!is_free_paragraph(after_, a_[j], partner_of_a_[j]) || !keeps_order(i, j)) continue;
                if (similarity(b_bags_[i], a_bags_[j]) < least_alike) continue;
                const Kept kept = kept_of(i, j);
                if (kept.words < least_kept_words) continue;
                const bool rewritten =
                    alone && kept.of_shorter() >= least_kept_alone &&
                    (kept.of_longer() >= least_kept_alone_of_longer || opening_of(i, j) >= least_opening);
                if (rewritten || (kept.of_shorter() >= least_kept && !has_rival(i, j, kept))) join(i, j);
            }
    }

    /// "It is forbidden to:" over a list, and the sentence that the two became, or the reverse.
    void pair_openings() {
        if (b_.size() * a_.size() > few_pairs) return;
        for (std::size_t i = 0; i < b_.size(); ++i)
            for (std::size_t j = 0; j < a_.size(); ++j) {
                if (!is_free_paragraph(before_, b_[i], partner_of_b_[i])) break;
                if (!is_free_paragraph(after_, a_[j], partner_of_a_[j]) || !keeps_order(i, j)) continue;
                if (opens(before_, b_[i], after_, a_[j]) || opens(after_, a_[j], before_, b_[i])) join(i, j);
            }
    }

    /// Whether a line that ends with a colon is the beginning of a paragraph.
    static bool opens(const PrintedDocument& side, BlockId line, const PrintedDocument& other, BlockId paragraph) {
        const std::string& text = side.document.blocks[line].text;
        if (!text.ends_with(':')) return false;
        const auto head = side.prints.words_of(line);
        const auto all = other.prints.words_of(paragraph);
        return head.size() >= least_words_of_opening && head.size() < all.size() &&
               std::equal(head.begin(), head.end(), all.begin());
    }

    Kept kept_of(std::size_t i, std::size_t j) const {
        return kept_in_order(before_.prints.words_of(b_[i]), after_.prints.words_of(a_[j]), rarity_);
    }

    /// How many words two texts open with alike.
    std::size_t opening_of(std::size_t i, std::size_t j) const {
        const auto x = before_.prints.words_of(b_[i]);
        const auto y = after_.prints.words_of(a_[j]);
        return static_cast<std::size_t>(std::mismatch(x.begin(), x.end(), y.begin(), y.end()).first - x.begin());
    }

    bool has_rival(std::size_t i, std::size_t j, const Kept& kept) const {
        const float most = most_of_rival * static_cast<float>(kept.words);
        const auto is_rival = [&](std::size_t x, std::size_t y) {
            return static_cast<float>(kept_of(x, y).words) > most;
        };
        for (std::size_t k = 0; k < a_.size(); ++k)
            if (k != j && is_rival(i, k)) return true;
        for (std::size_t k = 0; k < b_.size(); ++k)
            if (k != i && is_rival(k, j)) return true;
        return false;
    }

    static bool is_free_paragraph(const PrintedDocument& side, BlockId id, std::uint32_t partner) {
        return partner == none && !side.document.places[id].heading && side.document.blocks[id].cells.empty();
    }

    static std::size_t free_paragraphs(const PrintedDocument& side, std::span<const BlockId> ids,
                                       const std::vector<std::uint32_t>& partners) {
        std::size_t count = 0;
        for (std::size_t i = 0; i < ids.size(); ++i) count += is_free_paragraph(side, ids[i], partners[i]);
        return count;
    }

    void join(std::size_t i, std::size_t j) {
        partner_of_b_[i] = static_cast<std::uint32_t>(j);
        partner_of_a_[j] = static_cast<std::uint32_t>(i);
    }

    /// Whether rows that are alike but for their values are as many on both sides: else it is not known which became
    /// which.
    bool are_as_many(std::uint64_t said) {
        if (!counted_) {
            for (std::size_t i = 0; i < b_.size(); ++i) count_row(before_, b_[i], partner_of_b_[i], 1);
            for (std::size_t j = 0; j < a_.size(); ++j) count_row(after_, a_[j], partner_of_a_[j], -1);
            counted_ = true;
        }
        return surplus_[said] == 0;
    }

    void count_row(const PrintedDocument& side, BlockId id, std::uint32_t partner, int by) {
        if (partner != none || side.document.blocks[id].cells.size() < 2) return;
        if (const auto said = around_values(side, id)) surplus_[*said] += by;
    }

    /// A short paragraph that says the same of another date or sum, however little that leaves of it.
    void pair_of_other_value() {
        std::vector<std::uint32_t> next(b_.size() + 1, static_cast<std::uint32_t>(a_.size()));  // pair from here on
        for (std::size_t i = b_.size(); i-- > 0;) next[i] = std::min(next[i + 1], partner_of_b_[i]);
        std::size_t first = 0;  // behind the last pair
        for (std::size_t i = 0; i < b_.size(); ++i) {
            if (partner_of_b_[i] != none) {
                first = partner_of_b_[i] + 1;
                continue;
            }
            const std::size_t last = std::min<std::size_t>(next[i], first + near);
            if (first >= last) continue;
            const auto said = around_values(before_, b_[i]);
            if (!said || (before_.document.blocks[b_[i]].cells.size() > 1 && !are_as_many(*said))) continue;
            for (std::size_t j = first; j < last; ++j) {
                if (partner_of_a_[j] != none || around_values(after_, a_[j]) != said) continue;
                join(i, j);
                first = j + 1;
                break;
            }
        }
    }

    /// A heading or a label's line became the other's, however it was reworded.
    void pair_headings() {
        const auto is_free_heading = [](const PrintedDocument& side, BlockId id, std::uint32_t partner) {
            const Place& place = side.document.places[id];
            return partner == none && (place.heading || !place.label.empty());
        };
        std::size_t j = 0;
        for (std::size_t i = 0; i < b_.size(); ++i) {
            if (!is_free_heading(before_, b_[i], partner_of_b_[i])) continue;
            while (j < a_.size() && !is_free_heading(after_, a_[j], partner_of_a_[j])) ++j;
            if (j == a_.size()) return;
            if (keeps_order(i, j)) join(i, j);
            ++j;
        }
    }

    bool keeps_order(std::size_t i, std::size_t j) const {
        for (std::size_t k = 0; k < i; ++k)
            if (partner_of_b_[k] != none && partner_of_b_[k] > j) return false;
        for (std::size_t k = i + 1; k < b_.size(); ++k)
            if (partner_of_b_[k] != none && partner_of_b_[k] < j) return false;
        return true;
    }

    const PrintedDocument& before_;
    const PrintedDocument& after_;
    std::span<const BlockId> b_;
    std::span<const BlockId> a_;
    const Rarity& rarity_;
    std::vector<Bag> b_bags_;
    std::vector<Bag> a_bags_;
    std::vector<std::uint32_t> partner_of_b_;
    std::vector<std::uint32_t> partner_of_a_;
    bool counted_ = false;
    std::unordered_map<std::uint64_t, int> surplus_;  ///< of rows of before over those of after that say the same
};

/// What equal blocks have in common: their text, whether they are rows, and for those without text of their own
/// (a label alone) whether they are headings.
std::vector<std::uint64_t> keys_of(const PrintedDocument& side, std::span<const BlockId> ids) {
    std::vector<std::uint64_t> keys;
    keys.reserve(ids.size());
    for (const BlockId id : ids) {
        const bool row = side.document.blocks[id].kind == BlockKind::table_row;
        const bool bare = side.prints.blocks[id].words == 0 && side.document.places[id].heading;
        keys.push_back(mix(side.prints.blocks[id].hash, (bare ? 1U : 0U) + (row ? 2U : 0U)));
    }
    return keys;
}

/// Whether a block is a unit's label and nothing else.
bool is_bare_label(const PrintedDocument& side, BlockId id) {
    return side.prints.blocks[id].words == 0 && !side.document.places[id].label.empty();
}

/// Where a block's text begins behind its label; 0 where it has no label or nothing behind it.
std::uint32_t behind_label(const Document& document, BlockId id) {
    const std::string& text = document.blocks[id].text;
    std::uint32_t at = document.places[id].label.end;
    if (at == 0) return 0;
    while (at < text.size() && (text[at] == ' ' || text[at] == '\n')) ++at;
    return at < text.size() ? at : 0;
}

/// A label on a line of its own over its title became a label and title on one line, or the reverse: the pair of the
/// title gets the label's line as its first part.
void join_labels(const PrintedDocument& before, std::span<const BlockId> b, const PrintedDocument& after,
                 std::span<const BlockId> a, std::size_t first, std::vector<BlockPair>& out) {
    std::unordered_map<BlockId, BlockId> b_previous;
    std::unordered_map<BlockId, BlockId> a_previous;
    for (std::size_t i = 1; i < b.size(); ++i) b_previous[b[i]] = b[i - 1];
    for (std::size_t i = 1; i < a.size(); ++i) a_previous[a[i]] = a[i - 1];
    std::unordered_set<BlockId> b_paired;
    std::unordered_set<BlockId> a_paired;
    for (std::size_t k = first; k < out.size(); ++k) {
        b_paired.insert(out[k].before);
        a_paired.insert(out[k].after);
    }
    for (std::size_t k = first; k < out.size(); ++k) {
        const BlockPair pair = out[k];
        const auto x = b_previous.find(pair.before);
        const auto y = a_previous.find(pair.after);
        if (const std::uint32_t cut = behind_label(after.document, pair.after);
            cut > 0 && pair.after_text.begin == 0 && x != b_previous.end() && is_bare_label(before, x->second) &&
            !b_paired.contains(x->second) && before.document.places[pair.before].label.empty()) {
            out[k].after_text.begin = cut;
            out.insert(out.begin() + static_cast<std::ptrdiff_t>(k),
                       {x->second, whole_text(before.document, x->second), pair.after, {0, cut}, false});
            b_paired.insert(x->second);
            ++k;
        } else if (const std::uint32_t other = behind_label(before.document, pair.before);
                   other > 0 && pair.before_text.begin == 0 && y != a_previous.end() &&
                   is_bare_label(after, y->second) && !a_paired.contains(y->second) &&
                   after.document.places[pair.after].label.empty()) {
            out[k].before_text.begin = other;
            out.insert(out.begin() + static_cast<std::ptrdiff_t>(k),
                       {pair.before, {0, other}, y->second, whole_text(after.document, y->second), false});
            a_paired.insert(y->second);
            ++k;
        }
    }
}

bool has_bare_label(const PrintedDocument& side, std::span<const BlockId> ids) {
    return std::any_of(ids.begin(), ids.end(), [&](BlockId id) { return is_bare_label(side, id); });
}

}  // namespace

Span whole_text(const Document& document, BlockId block) {
    return {0, static_cast<std::uint32_t>(document.blocks[block].text.size())};
}

void pair_blocks(const PrintedDocument& before, std::span<const BlockId> b, const PrintedDocument& after,
                 std::span<const BlockId> a, const Rarity& rarity, std::vector<BlockPair>& out) {
    const std::size_t first = out.size();
    std::size_t i = 0;
    std::size_t j = 0;
    const auto gap = [&](std::size_t i_end, std::size_t j_end) {
        if (i < i_end && j < j_end)
            Gap(before, b.subspan(i, i_end - i), after, a.subspan(j, j_end - j), rarity).pair(out);
    };
    const auto b_keys = keys_of(before, b);
    const auto a_keys = keys_of(after, a);
    for (const auto& [x, y] : common_subsequence(b_keys, a_keys)) {
        gap(x, y);
        out.push_back({b[x], whole_text(before.document, b[x]), a[y], whole_text(after.document, a[y]), false});
        i = x + 1;
        j = y + 1;
    }
    gap(b.size(), a.size());
    if (has_bare_label(before, b) != has_bare_label(after, a)) join_labels(before, b, after, a, first, out);
}

}  // namespace stet
