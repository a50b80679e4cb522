// The table of formats: which reader takes which file.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "document/block.hpp"
#include "text/diagnostic.hpp"
#include "text/source.hpp"

namespace stet {

/// What a reader yields.
struct ReadBlocks {
    std::vector<Block> blocks;
    Diagnostics diagnostics;
};

/// A format: its name for --from, the endings it goes by and its reader.
struct Reader {
    std::string_view name;
    std::vector<std::string_view> endings;  ///< lower case, with the dot
    ReadBlocks (*read)(const Source&);
    bool package;  ///< its files are packages (Source::package) and no texts
};

/// All formats, the default last.
const std::vector<Reader>& readers();

/// The reader of that name; throws Error listing the names.
const Reader& reader_named(std::string_view name);

/// The reader for a file name by its ending; plain text with a diagnostic (code "unknown-format") where the ending is
/// unknown.
const Reader& reader_for(std::string_view file_name, Diagnostics& diagnostics);

/// GitHub-flavoured Markdown with HTML fragments and CriticMarkup.
ReadBlocks read_markdown(const Source& source);

/// A whole HTML page: its text by HTML5's parsing rules. Items of ordered lists have the number that a browser shows,
/// which is not in their text; tables of contents and menus are set aside; scripts, style sheets, the page's head and
/// what the page hides are left out and counted. Throws Error over four million tags.
ReadBlocks read_html(const Source& source);

/// A Word document: its body, then headers, footers, notes and comments (Block::part). Tracked changes are marks;
/// numbers that Word counts are computed numbers; line numbers are ordinals of paragraphs. `source` was made by
/// Source::package. Throws Error where it is none, or beyond a limit.
ReadBlocks read_docx(const Source& source);

/// Plain text, as `pdftotext -layout` gives it or typed by hand.
ReadBlocks read_plain_text(const Source& source);

}  // namespace stet
