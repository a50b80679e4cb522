// The redline in context: its blocks as headings, paragraphs and tables, the unchanged folded away.
#pragma once

#include <string>
#include <vector>

#include "writers/html/view.hpp"

namespace stet::html {

/// All blocks of the redline but those set aside, written in parts that stand one after the other.
std::vector<std::string> write_redline(const View& view);

/// Appends what stands before the words of a block: the ids of changes that begin to show here.
void append_change_ids(std::string& out, const View& view, std::uint32_t block);

/// Appends what follows the words of a block: where it was moved from, what it was split from or merges.
void append_badges(std::string& out, const View& view, std::uint32_t block);

/// Appends the attributes by which a block is found and both texts are rebuilt: id, data-block, data-lines, data-moved.
void append_block_attributes(std::string& out, const View& view, std::uint32_t block);

/// Appends the stub of `count` moved_from blocks that left together, the first of them `block`: struck, shortened, with
/// a link to where they stand now.
void append_stub(std::string& out, const View& view, std::uint32_t block, std::uint32_t count);

}  // namespace stet::html
