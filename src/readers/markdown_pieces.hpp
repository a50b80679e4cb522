// Cuts Markdown into what the parser shall read and pieces that are read apart from it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "readers/markdown_escape.hpp"
#include "text/diagnostic.hpp"
#include "text/source.hpp"

namespace stet {

enum class PieceKind : std::uint8_t {
    paragraph,     ///< plain text
    heading,       ///< plain text
    pipe_rows,     ///< | a | b |, the second line is the delimiter row
    grid_rows,     ///< between borders of +---+
    ruled_rows,    ///< under runs of dashes
    tab_rows,      ///< cells parted by tabs
    html_table,    ///< <table> to </table>, blank lines and all
    note,          ///< [^1]: text, or a paragraph of it behind the first
    front_matter,  ///< between --- and ---
    literal        ///< lines that would cost the parser too much
};

/// Whole lines [first_line, last_line] of the source.
struct MarkdownPiece {
    PieceKind kind = PieceKind::paragraph;
    std::uint32_t first_line = 1;
    std::uint32_t last_line = 1;
};

/// A part of the document: `rest` is for the parser, pieces stand between its lines.
struct Chunk {
    std::string rest;
    std::vector<std::uint32_t> lines;  ///< source line of each line of `rest`; 0 for lines put in by us
    std::vector<MarkdownPiece> pieces;
    bool has_rest = false;  ///< `rest` holds lines of the source
};

/// Walks a Markdown source line by line and yields chunks.
///
/// Guards the parser (cmark-gfm 0.29.0.gfm.6, whose inline parser is quadratic in brackets and delimiters and whose
/// block parser costs the depth of nesting on every line): a paragraph with too many of them, a line that opens more
/// than 50 containers or is indented by more than 256 columns becomes a literal piece, with a diagnostic (code
/// "markup-limit").
class MarkdownSplitter {
public:
    MarkdownSplitter(const Source& source, const EscapeShield& shield, Diagnostics& diagnostics);

    /// The next part; false when all is read.
    bool next(Chunk& chunk);

    /// The document's link definitions, one a line with blank lines between.
    const std::string& definitions() const { return definitions_; }

    /// Whether inline text of that many delimiters and bytes is within the guard's limits.
    static bool is_safe_inline(std::string_view text);

private:
    /// What the lines of one paragraph (or list item) cost the parser.
    struct Stretch {
        bool open = false;
        bool over = false;
        std::size_t rest_size = 0;  ///< of the chunk, where the stretch begins
        std::size_t rest_lines = 0;
        std::uint32_t first_line = 0;
        std::uint32_t last_line = 0;
        std::uint64_t bytes = 0;
        std::uint64_t delimiters = 0;
        std::uint64_t scans = 0;  ///< places from which the parser may look ahead to the end
        std::uint64_t nodes = 0;
    };

    void collect_definitions();
    bool should_cut_before_line(Chunk& chunk);
    bool should_cut(const Chunk& chunk) const;
    bool add_piece(Chunk& chunk);
    bool find_piece(MarkdownPiece& piece);
    std::uint32_t html_table_end(std::uint32_t line);
    std::uint32_t note_end(std::uint32_t line) const;
    std::uint32_t front_matter_end() const;
    std::uint32_t pipe_table_end(std::uint32_t line) const;
    void put(Chunk& chunk, MarkdownPiece piece);
    void add_blank(Chunk& chunk);
    void add_line(Chunk& chunk);
    bool begins_item(std::string_view line);
    void measure(std::string_view line);
    void end_stretch(Chunk& chunk);
    void track_opaque(std::string_view line);

    const Source& source_;
    const EscapeShield& shield_;
    Diagnostics& diagnostics_;
    std::string definitions_;
    std::uint32_t line_ = 1;
    bool fresh_ = true;  ///< the line begins a new block whatever it is
    Stretch stretch_;
    std::size_t content_column_ = 0;  ///< where the text of the last list item begins
    bool in_note_ = false;            ///< nothing but blank lines since a note
    bool in_list_ = false;            ///< a list item was opened since the last blank line
    std::uint64_t spent_ = 0;
    std::uint64_t chunk_nodes_ = 0;
    std::uint32_t tabs_seen_until_ = 0;
    std::uint32_t grids_seen_until_ = 0;
    std::uint32_t frames_seen_until_ = 0;
    bool tables_close_ = true;  ///< a </table> may still follow
    bool tables_nest_ = true;
    std::string opaque_end_;  ///< what ends the code, comment or script that we are in
    std::uint32_t blanks_ = 0;
};

}  // namespace stet
