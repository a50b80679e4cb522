// What a redline says of the elements of two packages: which paragraphs and rows became each other, moved, are gone or
// new.
#pragma once

#include <cstdint>
#include <pugixml.hpp>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "redline/redline.hpp"

namespace stet::docx {

/// By element; those that no block stands for (empty paragraphs) are in none.
struct Hints {
    using Key = const void*;
    static Key key(pugi::xml_node node) { return node.internal_object(); }

    std::unordered_map<Key, std::vector<Key>>
        after_of;  ///< what stands in its place, in order: several where it was split
    std::unordered_map<Key, std::vector<Key>> before_of;  ///< the reverse: several where paragraphs were merged
    std::unordered_set<Key> alone;                        ///< deleted, inserted or an end of a move
    std::unordered_map<Key, std::uint32_t> move;          ///< paragraphs at both ends of a move: its number
    std::unordered_map<Key, pugi::xml_node> other_end;    ///< the paragraph at the other end
    std::unordered_map<Key, std::pair<Key, std::uint32_t>>
        whole;  ///< of a before-element: the after-element and the redline block that is both whole

    std::unordered_map<Key, std::vector<std::uint32_t>>
        remarked;  ///< changes that items of a proposal asked for, in its element

    bool knows(pugi::xml_node node) const {
        return after_of.contains(key(node)) || before_of.contains(key(node)) || alone.contains(key(node));
    }
    bool pairs(pugi::xml_node before, pugi::xml_node after) const;
};

/// `before` and `after` are the elements of the redline's own files by line.
Hints hints_of(const Redline& redline, const std::vector<pugi::xml_node>& before,
               const std::vector<pugi::xml_node>& after);

}  // namespace stet::docx
