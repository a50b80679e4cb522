// Quoted words in the text of a base: where they stand, and the white space around what goes and comes.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "document/document.hpp"
#include "text/words.hpp"

namespace stet {

/// Tokens of a block inside the document's face, its label's too; spans in the block's text.
std::vector<Token> face_tokens(const Document& document, BlockId block);

/// Every place in the tokens of a text where those of `words` follow each other, whatever their typography; a word
/// broken at a line's end is found with its hyphen and without.
std::vector<Span> find_words(std::string_view text, const std::vector<Token>& tokens, std::string_view words);

/// What is cut and what is written where words go (`struck` not empty), come, or both.
struct WordChange {
    Span cut;
    std::string with;
};

/// Takes text[struck] out and puts `with` there: what is left is parted by one blank where blanks stood.
WordChange replace_words(std::string_view text, Span struck, std::string_view with);

/// Puts words at an offset of the text, parted from their neighbours by blanks as punctuation wants it.
WordChange insert_words(std::string_view text, std::uint32_t at, std::string_view with);

/// Whether a stretch of a text is one of several lines that it is broken into.
bool is_line(std::string_view text, Span words);

/// Line breaks and runs of white space as one blank, a word broken at a line's end in one piece.
std::string one_line(std::string_view text);

}  // namespace stet
