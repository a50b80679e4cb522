// Words of several styles set in lines of a terminal's width; nothing of the input reaches the terminal as a control.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace stet {

/// The last six are of a three-way redline: what the first party, the second and both strike and write in.
enum class TextStyle : std::uint8_t {
    plain,
    struck,
    fresh,
    moved,
    bold,
    faint,
    alarm,
    first_struck,
    first_fresh,
    second_struck,
    second_fresh,
    both_struck,
    both_fresh
};

/// A set line, colours included; `changed` where something in it is struck, new or moved.
struct TextLine {
    std::string bytes;
    bool changed = false;
};

/// Sets text in lines of at most `width` columns; a word longer than a line is broken. Control characters and those
/// that turn the direction of writing become U+FFFD.
class TextLines {
public:
    /// `indent` columns stand before every line, `hang` more before all but the first.
    TextLines(unsigned width, bool colour, unsigned indent, unsigned hang);

    /// Adds text; any white space parts words.
    void add(std::string_view text, TextStyle style);
    /// White space between what was added and what comes.
    void blank(TextStyle style = TextStyle::plain);
    std::vector<TextLine> finish();

private:
    struct Glyph {
        char32_t code;
        TextStyle style;
    };

    void add_glyph(char32_t code, TextStyle style);
    void end_word();
    void end_line();
    void put(const Glyph& glyph);
    void set_style(TextStyle style);
    unsigned margin() const { return lines_.empty() ? indent_ : indent_ + hang_; }

    unsigned width_;
    bool colour_;
    unsigned indent_;
    unsigned hang_;
    std::vector<TextLine> lines_;
    TextLine line_;
    unsigned used_ = 0;                   ///< columns of line_, without its margin
    TextStyle style_ = TextStyle::plain;  ///< what line_ ends in
    std::vector<Glyph> word_;
    unsigned word_columns_ = 0;
    bool blank_ = false;
    TextStyle blank_style_ = TextStyle::plain;
};

/// Text in one style on one line without its end; controls are replaced.
std::string styled(std::string_view text, TextStyle style, bool colour);

}  // namespace stet
