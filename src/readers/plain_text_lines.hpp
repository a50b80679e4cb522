// Lines of a plain text with their layout: takes a Source, gives columns, pages, gaps and the shapes of labels.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "text/letters.hpp"
#include "text/source.hpp"
#include "text/span.hpp"

namespace stet::plain_text {

/// What a stage of the reader found a line to be.
enum class LineRole : std::uint8_t { body, furniture, contents, table };

/// A line that is not blank. Columns count code points from 0, a tab going to the next multiple of 8.
struct Line {
    Span text;                 ///< bytes of the source, blanks at both ends off
    std::uint32_t number = 1;  ///< in the file, from 1
    std::uint32_t page = 0;    ///< form feeds before it
    std::uint32_t indent = 0;  ///< column of its first character
    std::uint32_t end = 0;     ///< column after its last character
    std::uint32_t table = 0;   ///< with role table: which one, from 1
    LineRole role = LineRole::body;
    std::uint8_t wide_gaps = 0;    ///< gaps of at least three blanks, at most 255
    std::uint8_t narrow_gaps = 0;  ///< gaps of two blanks that end no sentence, at most 255
};

/// A stretch of a line between wide gaps.
struct Cell {
    Span text;                ///< bytes of the source
    std::uint32_t begin = 0;  ///< columns
    std::uint32_t end = 0;
};

/// How a label at a line's beginning is written.
enum class LabelShape : std::uint8_t {
    none,
    hashes,       ///< "###"
    bullet,       ///< "•", "-", "o"
    number,       ///< "12."  "12)"  ".12"
    letter,       ///< "a."  "B)"  "iv."
    parenthesis,  ///< "(a)"  "(12)"  "(iv)"
    decimal,      ///< "2.1"  "11.5.2."
    word,         ///< a capitalised word and a number: "Word 12.", "WORD IV -", "§ 12"
};

struct Label {
    LabelShape shape = LabelShape::none;
    bool delimited = false;  ///< word labels: a mark, the line's end or a capital stands after the number
    std::uint32_t size = 0;  ///< bytes, trailing mark included
    std::uint32_t gap = 0;   ///< blanks after it; 0 where the line ends with it
    bool alone = false;      ///< nothing else stands in the line
};

/// All lines that are not blank. Throws Error above 2,000,000 of them.
std::vector<Line> scan_lines(const Source& source);

/// The label shape at the beginning of a text without leading blanks.
Label label_at(std::string_view text);

/// The line cut at its gaps of at least `gap` blanks.
std::vector<Cell> cells_of(std::string_view source, const Line& line, std::uint32_t gap);

/// Appends a line's text with every run of blanks folded to one.
void append_folded(std::string& out, std::string_view text);

/// Bytes of the blank at `at` (space, tab, form feed, no-break space), 0 where there is none.
std::uint32_t blank_size(std::string_view text, std::size_t at);

/// True for a text of which no letter is lower case and at least `least` are upper case (ASCII letters).
bool all_capitals(std::string_view text, std::uint32_t least);

/// The text's value as a page number: arabic up to 4 digits or lower-case roman; -1 for anything else.
int page_number(std::string_view text);

/// A mark behind which typists leave two blanks.
inline bool ends_sentence_mark(char c) {
    return c == '.' || c == ':' || c == ';' || c == '?' || c == '!';
}

/// Share of a text's words of at least four letters that begin with a capital, in percent, 0 for no such word; and how
/// many words it has.
std::uint32_t capitalised_percent(std::string_view text, std::uint32_t& words);

/// Columns of the first word.
std::uint32_t first_word_width(std::string_view text);

}  // namespace stet::plain_text
