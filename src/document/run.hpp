// A run: text under one set of marks, as in OOXML's w:r.
#pragma once

#include <cstdint>
#include <string>

#include "text/span.hpp"

namespace stet {

/// What an author's typography says of a stretch of text; bits of a set.
enum class Mark : std::uint16_t {
    bold = 1,
    italic = 2,
    underline = 4,
    struck = 8,      ///< the author strikes it: ~~ ~~, <del>, <s>, <strike>, {-- --}
    inserted = 16,   ///< the author writes it in: <ins>, {++ ++}
    highlight = 32,  ///< {== ==}, <mark>
    comment = 64,    ///< {>> <<}: said about the text, in neither face
    code = 128,
    superscript = 256,
    subscript = 512,
    coloured = 1024,  ///< <font color>, style="color: …"
};

/// A set of marks.
struct Marks {
    std::uint16_t bits = 0;

    bool has(Mark mark) const { return (bits & static_cast<std::uint16_t>(mark)) != 0; }
    Marks with(Mark mark) const { return {static_cast<std::uint16_t>(bits | static_cast<std::uint16_t>(mark))}; }
    bool empty() const { return bits == 0; }
    friend bool operator==(const Marks&, const Marks&) = default;
};

/// Names of the marks, parted by a blank, in the order of the enumeration: "bold struck".
std::string mark_names(Marks marks);

/// A stretch of a block's text under one set of marks.
struct Run {
    Span text;
    Marks marks;
};

/// The two readings of a marked document: `before` drops what the author writes in, `after` what the author strikes.
enum class Face : std::uint8_t { before, after };

/// Whether text under these marks is outside a face. Comments are outside both.
bool outside(Marks marks, Face face);

}  // namespace stet
