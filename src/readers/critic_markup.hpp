// CriticMarkup ({++ ++} {-- --} {~~ ~> ~~} {>> <<} {== ==}) in blocks that a reader has yielded.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "document/block.hpp"

namespace stet {

/// A byte of a block's text that the author escaped: it begins no mark.
struct EscapedByte {
    std::size_t block = 0;
    std::uint32_t at = 0;
};

/// Whether a text could hold CriticMarkup at all; quick.
bool may_hold_critic_markup(std::string_view text);

/// Reads the marks in all blocks and takes their signs out of the texts: {++ ++} inserted, {-- --} struck, {~~a~>b~~} a
/// struck and b inserted, {>> <<} comment, {== ==} highlight. A mark may reach over several blocks. Signs without a
/// partner, inside code, or escaped stay as they are. Blocks left without text are dropped.
///
/// `escaped` stands in the order of the blocks and follows what is taken out. Source of the signs: the CriticMarkup
/// user's guide (criticmarkup.com).
void read_critic_markup(std::vector<Block>& blocks, std::vector<EscapedByte>& escaped);

}  // namespace stet
