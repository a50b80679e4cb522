// Paragraphs of one list that say the same around their sums, percents and dates.
//
//   before:  (e) Step 5: $9.45 from May 15  (f) Step 6: $5.00 from June 6     after:  (e) Step 6: $5.25 from July 5
//   wrong:   (e) is (e): the rate of step 5 fell to $5.25
//   ours:    step 6 went from $5.00 to $5.25, step 5 is gone
#include <array>
#include <unordered_map>
#include <utility>
#include <vector>

#include "diff/matching.hpp"
#include "diff/value_frame.hpp"
#include "text/parallel.hpp"

namespace stet {

namespace {

/// A paragraph that is told so has so many words at most, and so many of them around its values.
constexpr std::uint32_t most_words = 40;
constexpr std::uint32_t least_words_around = 4;
/// Paragraphs for which another thread is worth its start.
constexpr std::size_t paragraphs_a_thread = 50;

/// Paragraphs of a list without a partner, on both sides.
using FreeItems = std::array<std::vector<NodeId>, 2>;

/// By match: the free paragraphs of the list.
std::vector<FreeItems> free_items(const Matching& matching) {
    std::vector<FreeItems> out(matching.matches.size());
    for (const bool is_after : {false, true}) {
        const DocumentSide& side = is_after ? matching.after : matching.before;
        for (NodeId id = 1; id < side.match.size(); ++id)
            if (side.is_free(id) && side.is_list_paragraph(id) && !side.is_free(side.node(id).parent))
                out[side.match[side.node(id).parent]][is_after].push_back(id);
    }
    return out;
}

/// A free paragraph of a list in which there is a choice.
struct Item {
    std::uint32_t list;
    NodeId unit;
    bool is_after;
    std::uint64_t frame = 0;
};

std::vector<Item> items_to_tell(const Matching& matching) {
    std::vector<Item> out;
    const std::vector<FreeItems> lists = free_items(matching);
    for (std::uint32_t i = 0; i < lists.size(); ++i) {
        const auto& [b, a] = lists[i];
        if (b.size() * a.size() <= 1) continue;
        for (const NodeId id : b) out.push_back({i, id, false});
        for (const NodeId id : a) out.push_back({i, id, true});
    }
    return out;
}

std::uint64_t frame_of(const DocumentSide& side, NodeId unit) {
    const auto& own = side.prints().own_blocks[unit];
    if (own.size() != 1 || side.prints().own[unit].words > most_words) return 0;
    const ValueFrame frame = frame_of_terms(side.document(), own.front());
    return frame.around >= least_words_around ? frame.key() : 0;
}

/// The only paragraphs of a list with a frame on each side; none where there is none or are several.
struct Told {
    std::array<NodeId, 2> units{none, none};
    std::array<std::uint32_t, 2> count{};
};

}  // namespace

void match_frames(Matching& matching) {
    std::vector<Item> items = items_to_tell(matching);
    for_each_index(items.size(), paragraphs_a_thread, [&](std::size_t i) {
        items[i].frame = frame_of(items[i].is_after ? matching.after : matching.before, items[i].unit);
    });
    std::unordered_map<std::uint64_t, Told> told;  // by list and frame
    for (const Item& item : items) {
        if (item.frame == 0) continue;
        Told& found = told[mix(item.frame, item.list)];
        found.units[item.is_after] = item.unit;
        ++found.count[item.is_after];
    }
    std::vector<std::pair<NodeId, NodeId>> pairs;  // told by those known before: two may have changed places
    for (const Item& item : items) {
        if (item.frame == 0 || item.is_after) continue;
        const Told& found = told.at(mix(item.frame, item.list));
        if (found.count == std::array<std::uint32_t, 2>{1, 1} && matching.keeps_order(item.unit, found.units[1]))
            pairs.emplace_back(item.unit, found.units[1]);
    }
    for (const auto& [b, a] : pairs) matching.pair_by_evidence(b, a);
}

}  // namespace stet
