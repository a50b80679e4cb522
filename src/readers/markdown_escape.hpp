// Backslash escapes that would be lost in the parser's tree.
#pragma once

#include <string>
#include <string_view>

namespace stet {

/// The parser tells "\~" and "~" apart, its tree does not; but ~~ and CriticMarkup are read from the tree. So an
/// escaped ~ { + - = goes into the parser as a control character (U+0086 to U+008A), which opens nothing, and comes out
/// as itself; so do [ and ] (U+008B, U+008C) where the document may hold bracketed spans.
class EscapeShield {
public:
    /// Does nothing where the document has such control characters of its own.
    explicit EscapeShield(std::string_view document);

    /// Appends a line for the parser.
    void append(std::string& out, std::string_view line) const;

    /// The sign that stands shielded at `at` of a text from the parser; 0 where there is none. It takes two bytes.
    char sign_at(std::string_view text, std::size_t at) const;

    /// Text in which a backslash is a character (code, HTML), as it was written.
    std::string as_written(std::string_view text) const;

    /// Whether texts from the parser can hold shielded signs at all.
    bool is_on() const { return on_; }

private:
    bool is_shield(std::string_view text, std::size_t at) const;

    std::string_view signs_;
    bool on_ = false;
};

}  // namespace stet
