// The compared texts of a block: both texts without what stands aside, with the edits between them, and their hunks.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "redline/redline.hpp"

namespace stet {

/// Both texts that the edits cover, aside stretches left out; the edits' spans are offsets into them. What stands
/// between two edits (the tab between cells) is kept and is in no edit.
struct ComparedTexts {
    std::string before;
    std::string after;
    std::vector<Edit> edits;
    std::vector<bool> begins_cell;  ///< of each edit: such a gap stands before it
};

/// `before` and `after` are the blocks' whole texts, of which the edits may cover a stretch.
ComparedTexts compared_texts(std::string_view before, std::string_view after, std::span<const Edit> edits);

/// The stretch of one side's text (`&Edit::before` or `&Edit::after`) that holds its changes, wide enough for any value
/// or phrase that they may be part of, from blank to blank; empty without changes.
Span around_changes(const ComparedTexts& texts, Span Edit::*side);

/// The hunk of every edit: maximal runs of edits that are not equal, numbered from 0; an equal stretch of
/// less than two words that ends no sentence belongs to the hunk around it, and any other one is `none`.
std::vector<std::uint32_t> hunks_of(const ComparedTexts& texts);

/// True when the hunk's edits [first, last) only insert, or only delete, and do so by whole sentences.
bool is_whole_sentences(const ComparedTexts& texts, std::size_t first, std::size_t last);

}  // namespace stet
