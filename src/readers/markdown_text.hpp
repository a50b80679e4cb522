// The text of one Markdown paragraph, heading or cell, put together from what the parser tells.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "document/block.hpp"
#include "readers/left_out.hpp"
#include "readers/markdown_escape.hpp"

namespace stet {

/// Collects inline content into a block: marks from Markdown and from HTML tags, ~~ struck, line breaks and lines.
class MarkdownText {
public:
    MarkdownText(LeftOut& left_out, const EscapeShield& shield) : left_out_(left_out), shield_(shield) {}

    /// Begins a block whose content stands from `line` on; what the block's text already holds (a list number) stays.
    void begin(Block block, std::uint32_t line);

    void text(std::string_view literal);
    void soft_break();
    void hard_break() { soft_break(); }
    void code(std::string_view literal);
    void enter(Mark mark);
    void leave(Mark mark);
    /// One HTML tag or comment inside the text.
    void html(std::string_view literal);
    /// Text that stands literally, escapes and marks unread.
    void literal(std::string_view text, Marks marks);

    /// Ends the block: pairs the ~~, trims. Lines of the fragments are begun, not closed.
    Block finish();

    /// Offsets of bytes in the finished text that the author escaped and that could be signs of CriticMarkup.
    const std::vector<std::uint32_t>& escaped() const { return escaped_; }

    /// The line that the next word stands on.
    std::uint32_t line() const { return line_; }

    /// Lines put together by us begin with a no-break space, which is taken off again.
    void expect_guard(bool guarded) { guarded_ = guarded; }

private:
    struct OpenTag {
        std::string name;
        Marks marks;
    };
    struct Tildes {
        std::uint32_t at;
        bool opens;
        bool closes;
    };

    void append(std::string_view text, Marks marks);
    void append_plain(std::string_view text);
    void append_with_tildes(std::string_view text);
    void line_break();
    void part_words();
    void trim_blanks();
    void set_marks();
    void strike_pairs();
    std::uint32_t size() const { return static_cast<std::uint32_t>(block_.text.size()); }

    LeftOut& left_out_;
    const EscapeShield& shield_;
    Block block_;
    std::uint32_t line_ = 1;
    std::uint32_t counted_line_ = 1;  ///< the line that the breaks kept in the text give
    std::uint32_t begin_ = 0;
    bool at_start_ = true;  ///< nothing but white space since the start or a <br>
    bool after_tag_break_ = false;
    bool guarded_ = false;
    bool at_guard_ = false;
    std::uint32_t bold_ = 0;
    std::uint32_t italic_ = 0;
    Marks marks_;
    std::vector<OpenTag> tags_;
    std::vector<Tildes> tildes_;
    std::vector<std::uint32_t> escaped_;
};

}  // namespace stet
