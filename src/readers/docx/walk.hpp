// The walk over a DOCX file: every block with the XML that it came from. The reader takes the blocks; a writer walks
// again, over the bytes that Source keeps, and gets from an offset of a block's text back to the element that holds it.
//
// The walk is the same for the same bytes. Its blocks are those of read_docx, in order: of the body, then of headers,
// footers, footnotes, endnotes and comments. A paragraph is a block, and so is a row of a table; empty paragraphs are
// counted and are no blocks.
//
// From a block of a Document (where outlines have cut and joined blocks, white space at the cut aside) to one of the
// walk: Block::line() is the ordinal of the first paragraph, from 1, empty ones counted (of all parts in the order
// above), and the letters of both stand in the same order.
#pragma once

#include <cstdint>
#include <pugixml.hpp>
#include <string>
#include <vector>

#include "document/block.hpp"
#include "package/package.hpp"
#include "package/xml.hpp"
#include "readers/docx/revision.hpp"
#include "text/diagnostic.hpp"
#include "text/source.hpp"

namespace stet {

/// What stands at one place of a block's text, in document order: a child of a run.
struct DocxPiece {
    Span text;  ///< in the block's text; empty for what shows no characters (a drawing, a note's mark, a field's sign)
    std::uint32_t offset =
        0;                ///< bytes of the node's own text before `text`: white space at a block's ends is left out
    pugi::xml_node node;  ///< w:t, w:delText, w:tab, w:br, w:sym, m:t …; its parent is the run
    pugi::xml_node paragraph;  ///< the w:p that it is in
};

/// A block and its XML.
struct DocxBlock {
    Block block;
    pugi::xml_node element;  ///< w:p; w:tr of a table row
    std::size_t part = 0;    ///< index into DocxWalk::parts
    std::vector<DocxPiece> pieces;
};

/// A part with text in it, and its tree; the nodes of its blocks live as long.
struct DocxPart {
    std::string name;   ///< in the package: "word/document.xml"
    std::string story;  ///< as in Block::part: empty for the body, else "header1", "footnotes" …
    XmlTree tree;
};

struct DocxWalk {
    std::vector<DocxPart> parts;        ///< the first is the body's
    std::vector<DocxPart> definitions;  ///< styles and lists, where there are any: parts without text
    std::vector<DocxBlock> blocks;
    std::vector<Revision> revisions;  ///< every tracked change that is met, in order
    Diagnostics diagnostics;
};

/// Walks a package; `source` was made by Source::package. Throws Error where it is no Word document or beyond a limit
/// (see ZipArchive, parse_xml).
DocxWalk walk_docx(const Source& source);

/// What tracking changes in a package needs of the walk over it.
struct DocxTrees {
    std::vector<DocxPart> parts;           ///< those of the walk, then its definitions
    std::vector<pugi::xml_node> elements;  ///< of the blocks, by Block::line(); none on lines without a block
};

/// Of a package that a reader kept the trees of (Source::keeps), those; else by another walk, which gives the same.
DocxTrees trees_of(const Source& source);

/// Keeps the trees with a package that wants them kept.
void keep_trees(const Source& source, DocxWalk& walk);

}  // namespace stet
