// A block: what a reader yields, flat and in order; the format's word, not yet the agreement's.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "document/run.hpp"
#include "text/span.hpp"

namespace stet {

enum class BlockKind : std::uint8_t { heading, paragraph, list_item, table_row, note, contents, furniture };

std::string_view block_kind_name(BlockKind kind);

/// A stretch of a block that stands in one place of the file. A paragraph cut by a page break has several.
/// `text` is the offset in the block's text at which it begins; the first begins at 0.
struct Fragment {
    std::uint32_t text = 0;
    std::uint32_t line = 1;       ///< line of its first word, from 1
    std::uint32_t last_line = 1;  ///< line of its last word
    Span source;                  ///< bytes of the Source, whole lines where the format is line-based
};

/// One paragraph, heading line, list item, table row, note, contents line or piece of furniture.
///
/// `text` holds every word of it, list number included. Inside one fragment a line break of the file is kept as "\n";
/// two fragments are parted by "\n". A word hyphenated at a line's end therefore reads "employ-\nment".
/// For a table row `cells` are the cells' stretches of `text`, in order, each parted from the next by "\t";
/// for any other kind it is empty. `runs` cover `text` without a gap, in order, and no two neighbours have equal marks.
struct Block {
    BlockKind kind = BlockKind::paragraph;
    std::uint8_t depth = 0;    ///< heading: 1 to 6 as the format says; list item: nesting from 1; else 0
    std::uint16_t indent = 0;  ///< columns of white space before its first word, plain text only
    std::uint32_t table = 0;   ///< table rows: which table of the document, from 1; else 0
    std::string text;
    std::string number;  ///< the list number as the format wrote it ("5.", "(a)", "-"); `text` begins with it (bullets
                         ///< are not in `text`), unless it is `computed`
    bool computed = false;  ///< the format counts: `number` ("2.03", "(a)" …) is what a reader sees before the text and
                            ///< is no part of the text. Outlines take it for the label; it is never compared as words
    std::optional<std::string> number_before;  ///< the computed number in the before-face where it is another there
    bool joins_before = false;  ///< in the before-face nothing ends it: its text and the next block's are one paragraph
    bool joins_after = false;   ///< the same in the after-face
    std::string part;           ///< the story that it stands in: "header1", "footnotes" …; empty for the body
    std::vector<Run> runs;
    std::vector<Span> cells;
    std::vector<Fragment> fragments;

    std::uint32_t line() const { return fragments.empty() ? 1 : fragments.front().line; }
    std::uint32_t last_line() const { return fragments.empty() ? 1 : fragments.back().last_line; }
};

/// Index of the fragment that holds offset `at` of the block's text.
std::size_t fragment_at(const Block& block, std::uint32_t at);

/// Line of offset `at` of the block's text, counted by the line breaks kept in the text.
std::uint32_t line_of(const Block& block, std::uint32_t at);

/// Whether any of the block's text is outside the face.
bool has_aside(const Block& block, Face face);

/// The block's text inside the face.
std::string face_text(const Block& block, Face face);

/// The block with what is outside the face taken out; comments stay. Spans and fragments follow.
Block take_face(const Block& block, Face face);

/// Whether any text is struck or written in by its author.
bool is_marked(const std::vector<Block>& blocks);

/// Appends text under marks: joins the last run where the marks are the same.
void append_run(Block& block, std::string_view text, Marks marks);

/// Cuts a block in two at offset `at` of its text; white space at the cut goes. The second part keeps no number.
/// Both keep their lines, runs and source spans (the source is cut at the fragment's line). Not for table rows.
Block cut_block(Block& block, std::uint32_t at);

}  // namespace stet
