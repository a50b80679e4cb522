// Puts the text of HTML together into blocks, white space folded.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "document/block.hpp"
#include "readers/html_fragment.hpp"

namespace stet {

/// Lines of a piece of HTML by offset.
class HtmlLines {
public:
    HtmlLines(std::string_view html, std::uint32_t first_line);
    std::uint32_t operator()(std::size_t offset) const;

private:
    std::uint32_t first_line_;
    std::vector<std::size_t> breaks_;
};

/// Collects text into one block at a time.
class HtmlBlockWriter {
public:
    /// Line breaks of the file are white space where `lines_fold`; else they stay line breaks.
    HtmlBlockWriter(HtmlSink& sink, bool lines_fold) : sink_(sink), lines_fold_(lines_fold) {}

    /// What the next block will be.
    void open(BlockKind kind, std::uint8_t depth, std::string_view number = {});

    /// Words of the text, the first of its lines being `line`.
    void text(std::string_view text, Marks marks, std::uint32_t line);
    /// The same where line breaks count (<pre>): a blank line ends the block.
    void preformatted(std::string_view text, Marks marks, std::uint32_t line);

    void gap() { gap_ = true; }
    /// White space under marks.
    void gap(Marks marks);
    void line_break() { break_ = true; }
    /// A line break, the second of which in a row ends a paragraph.
    void line_break_or_paragraph();

    /// Ends the block; in a row or a drawing it only parts words.
    void flush();

    /// The block that is being put together has words already.
    bool has_words() const { return !block_.text.empty(); }

    bool in_row() const { return in_row_; }
    void begin_row(std::uint32_t table, std::uint32_t line);
    void begin_cell();
    void end_cell();
    void end_row();

    /// All up to the next call stays in one block.
    void hold_together(bool held) { held_ = held; }
    /// Blocks that end from now on are of that kind (contents, furniture), whatever they were opened as.
    void set_aside(BlockKind kind) { aside_ = kind; }
    void end_aside() { aside_ = BlockKind::paragraph; }
    bool is_aside() const { return aside_ != BlockKind::paragraph; }

private:
    void reset_gap();
    std::uint32_t size() const { return static_cast<std::uint32_t>(block_.text.size()); }
    bool at_start() const { return in_row_ ? block_.cells.back().begin == size() : block_.text.empty(); }
    void begin_word(Marks marks, std::uint32_t line);
    void finish();
    void close_row();
    void close_folded();

    static constexpr Marks all_marks{0xffff};

    HtmlSink& sink_;
    const bool lines_fold_;
    Block block_;
    BlockKind kind_ = BlockKind::paragraph;
    BlockKind aside_ = BlockKind::paragraph;  ///< paragraph for none
    std::uint8_t depth_ = 0;
    std::string number_;
    bool gap_ = false;
    Marks gap_marks_ = all_marks;  ///< those that all white space since the last word has
    bool break_ = false;
    bool in_row_ = false;
    bool held_ = false;
    std::uint32_t row_line_ = 1;
    std::uint32_t last_line_ = 1;
    std::uint32_t counted_line_ = 1;  ///< of the last word, by the line breaks kept in the text
};

}  // namespace stet
