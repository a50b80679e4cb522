// One line of Markdown, a paragraph, heading or cell, put together from stretches: escaped, marked, with stet's signs.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "writers/print_runs.hpp"

namespace stet {

/// Which signs say what goes and what comes: `~~a~~ **b**` with notes `*[…]*`, or `{--a--}{++b++}` with notes
/// `{>>…<<}`.
enum class MarkdownSigns : std::uint8_t { emphasis, critic };

/// Where the line stands: decides how a line break of the text is written.
enum class MarkdownPlace : std::uint8_t { paragraph, heading, cell };

/// Builds the line. The text's own signs are escaped, the author's marks become HTML elements, and white space at the
/// edges of an edit stands outside its signs, so that every reader of CommonMark 0.29 to 0.31 takes them for what they
/// are.
class MarkdownLine {
public:
    MarkdownLine(MarkdownSigns signs, MarkdownPlace place) : signs_(signs), place_(place) {}

    void add(const std::vector<PrintRun>& runs);
    /// Text of stet's own, escaped.
    void add_text(std::string_view text) { add({PrintRun{EditOp::equal, false, {}, text}}); }
    /// A remark of stet's own, parted by blanks from what stands beside it.
    void add_note(std::string_view text);
    /// The line; ends it.
    std::string finish();

private:
    void change_op(EditOp op);
    void add_run(const PrintRun& run);
    std::string_view put_leading_space(std::string_view text);
    void put_core(const PrintRun& run, std::string_view core);
    void open_sign();
    void close_sign();
    void put_space();
    void append_escaped(std::string_view core);
    bool needs_escape(std::string_view core, std::size_t at) const;
    bool begins_block(std::string_view core, std::size_t at) const;
    bool begins_block(std::string_view line, char c, char next) const;
    void append_to_lines(std::string_view text);
    void part_signs();

    MarkdownSigns signs_;
    MarkdownPlace place_;
    std::string out_;
    EditOp op_ = EditOp::equal;
    bool open_ = false;         ///< the sign of op_ is open
    bool sign_before_ = false;  ///< a sign closed here
    std::string_view space_;    ///< white space still to be written: "", " " or "\n"
    /// How the line begins in each text, for a processor that takes out the signs; `critic` only.
    std::string before_line_;
    std::string after_line_;
    std::size_t opened_at_ = std::string::npos;  ///< an opening sign with nothing behind it yet
    std::size_t closed_at_ = std::string::npos;  ///< end of a closing sign that follows a mark of punctuation
};

/// Text of stet's own as Markdown, on one line.
std::string markdown_text(std::string_view text);

/// The same where it begins a line: what would begin a list, a heading or a quotation is escaped, too.
std::string markdown_paragraph(std::string_view text);

}  // namespace stet
