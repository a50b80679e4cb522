// The names of items: "Court time" of "(b) Court time: a minimum of three hours" and of "**Court time.** Three hours".
#pragma once

#include <cstdint>
#include <set>
#include <utility>
#include <vector>

#include "diff/fingerprint.hpp"

namespace stet {

/// What stands before the colon with which a block's text begins, or in bold at its beginning; no words: no name.
struct ItemName {
    std::uint64_t key = 0;
    std::uint32_t words = 0;
};
ItemName item_name(const Document& document, BlockId block);

/// The names of the units of a document that have no title.
class ItemNames {
public:
    ItemNames(const Document& document, const Fingerprints& prints);

    std::uint64_t of(NodeId unit) const { return names_[unit]; }  ///< 0 where it has none
    /// Words behind the name.
    std::uint32_t words_behind(NodeId unit) const { return behind_[unit]; }
    /// Whether a unit right under `parent` has the name.
    bool has(NodeId parent, std::uint64_t name) const { return in_list_.contains({parent, name}); }

private:
    std::vector<std::uint64_t> names_;
    std::vector<std::uint32_t> behind_;
    std::set<std::pair<NodeId, std::uint64_t>> in_list_;
};

}  // namespace stet
