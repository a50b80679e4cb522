// Items of one list that keep their name, wherever in it they stand and whatever they say now.
//
//   before:  B. Court time: 3 hours  C. Call-back: 2 hours     after:  B. Call-back: 3 hours  C. Court time: 4 hours
//   wrong:   B is called otherwise, C was 2 hours and is 4
//   ours:    court time went from 3 to 4 hours, call-back from 2 to 3, and one of the two moved
#include <map>

#include "diff/matching.hpp"

namespace stet {

namespace {

/// The only free unit of each name under each pair.
std::map<std::pair<std::uint32_t, std::uint64_t>, NodeId> named_by_list(const DocumentSide& side) {
    std::map<std::pair<std::uint32_t, std::uint64_t>, NodeId> out;
    for (NodeId id = 1; id < side.match.size(); ++id) {
        const NodeId parent = side.node(id).parent;
        if (side.names().of(id) == 0 || side.is_free(parent)) continue;
        const auto [found, fresh] = out.try_emplace({side.match[parent], side.names().of(id)}, id);
        if (!fresh) found->second = none;
    }
    return out;
}

}  // namespace

void match_named(Matching& matching) {
    const auto of_after = named_by_list(matching.after);
    for (const auto& [name, b] : named_by_list(matching.before)) {
        const auto found = of_after.find(name);
        if (found == of_after.end() || b == none || found->second == none) continue;
        const NodeId a = found->second;
        if (!matching.before.is_free(b) || !matching.after.is_free(a)) continue;
        if (matching.before.document().levels[matching.before.node(b).level] ==
            matching.after.document().levels[matching.after.node(a).level])
            matching.pair_by_evidence(b, a);
    }
}

}  // namespace stet
