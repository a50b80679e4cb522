// Lexemes: a text cut into figures, known words and marks; takes UTF-8, gives a flat list that the value parsers walk.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "quantity/decimal.hpp"
#include "quantity/vocabulary.hpp"
#include "text/span.hpp"

namespace stet {

/// What stands before a lexeme. A wall (tab, empty line, end of text) parts values.
enum class Gap : std::uint8_t { tight, blank, newline, wall };

/// The value of a figure whose comma is its point, and whose points or blanks part its thousands: "4.250,00", "50 000".
inline constexpr std::uint16_t continental_figure = 1;

struct Lexeme {
    Span span;
    std::uint16_t value = 0;
    LexemeKind kind = LexemeKind::other;
    Gap gap = Gap::wall;
};

/// A number that ends before lexeme `next`. `exact` is false where no decimal equals it: rounded to six places.
struct Number {
    Decimal value;
    bool exact = true;
    bool in_figures = false;               ///< the value was read from a figure
    bool plain_year = false;               ///< four bare digits from 1900 to 2199
    std::optional<Decimal> in_words = {};  ///< what the words of a pair say where its figure says another number
    std::size_t next = 0;
};

/// The number last read, and where: each kind of value is tried in turn at one place.
struct LastNumber {
    std::size_t at = static_cast<std::size_t>(-1);
    std::optional<Number> number;
};

/// A text and its lexemes, for the time of one search by one thread; the text must outlive it.
class Lexemes {
public:
    /// A word broken by a hyphen at a line's end is one lexeme where the joined word is known. Nouns may come in the
    /// plural ("sections", "appendices").
    Lexemes(std::string_view text, const std::vector<std::string>& reference_nouns);

    std::size_t size() const { return all_.size(); }
    /// The lexeme at `i`; behind the last one an `other` behind a wall.
    const Lexeme& at(std::size_t i) const { return i < all_.size() ? all_[i] : end_; }
    bool is(std::size_t i, LexemeKind kind) const { return at(i).kind == kind; }
    /// `i` is of this kind and no wall parts it from the one before.
    bool follows(std::size_t i, LexemeKind kind) const { return is(i, kind) && at(i).gap != Gap::wall; }
    /// `i` is of this kind and touches the one before.
    bool touches(std::size_t i, LexemeKind kind) const { return is(i, kind) && at(i).gap == Gap::tight; }

    std::string_view text() const { return text_; }
    std::string_view text_of(std::size_t i) const { return text_.substr(at(i).span.begin, at(i).span.size()); }

    LastNumber& last_number() const { return last_number_; }

private:
    friend class Lexer;
    std::string_view text_;
    std::vector<Lexeme> all_;
    Lexeme end_;
    mutable LastNumber last_number_;
};

}  // namespace stet
