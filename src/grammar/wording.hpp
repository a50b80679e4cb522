// What the words around a label look like: a title, a sentence, a caption run in before the text, a line of a table of
// contents.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "document/block.hpp"

namespace stet {

/// White space folded to one blank, none at the ends.
std::string fold_blanks(std::string_view text);

/// Folded, ASCII letters lower-case, quotes straight: to compare headings.
std::string heading_key(std::string_view text);

/// Short, opens with a capital, digit or parenthesis and does not read on like a sentence.
bool looks_like_title(std::string_view text);

/// Letters in it, and none of them lower-case (a small "s" or a word in parentheses aside).
bool is_capitals(std::string_view text);

/// True where the words before it are a finished sentence or list item: they end in ".", ";", ":", ",", "and" or "or".
bool is_finished(std::string_view text);

/// A line of a table of contents: its words without leader and page; nothing where it has neither.
std::optional<std::string_view> without_page(std::string_view line);

/// The end of the caption that opens text[from, …) of a block: its first sentence where that is bold or underlined
/// while what follows is not, or short and either in title case or without any of the words that make a sentence;
/// `from` where there is none.
std::uint32_t caption_end(const Block& block, std::string_view text, std::uint32_t from,
                          const std::vector<std::string>& sentence_words);

/// True where one of the words stands in the text.
bool has_word(std::string_view text, const std::vector<std::string>& words);

/// Bold or underlined.
bool is_emphasis(Marks marks);

/// All of text[from, to) of the block stands under bold or underline.
bool is_emphasised(const Block& block, std::uint32_t from, std::uint32_t to);

}  // namespace stet
