// Which paragraphs, tables, rows and cells of two places became each other: what the redline says, and the rest by
// their content.
#pragma once

#include <cstdint>
#include <pugixml.hpp>
#include <span>
#include <string_view>
#include <unordered_set>
#include <utility>
#include <vector>

#include "writers/docx/hints.hpp"
#include "writers/docx/side.hpp"

namespace stet::docx {

/// One child of a place with blocks, a row or a cell.
struct Member {
    pugi::xml_node node;
    std::uint64_t key = 0;  ///< of its content
    bool gone = false;      ///< deleted whole by an earlier author
};

/// Paragraphs, tables, rows, cells, content controls: what places are made of.
bool is_member(std::string_view name);

/// In the place of an opened content control stand its own members.
std::vector<Member> members(pugi::xml_node parent, PackageSide& side, Story& story,
                            const std::unordered_set<Hints::Key>& opened = {});

/// Index in before, index in after; each index stands once.
using MemberPairs = std::vector<std::pair<std::uint32_t, std::uint32_t>>;

/// Pairs in order on both sides.
MemberPairs pair_members(std::span<const Member> before, std::span<const Member> after, const Hints& hints);

}  // namespace stet::docx
