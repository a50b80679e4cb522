// New paragraphs and rows in a document of another's making: each is shaped after what stands beside it.
#pragma once

#include <map>
#include <pugixml.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "document/document.hpp"
#include "package/package.hpp"
#include "package/xml.hpp"
#include "proposal/splice.hpp"
#include "readers/docx/walk.hpp"
#include "writers/docx/block_places.hpp"

namespace stet::docx {

/// Takes a paragraph out of the list that counts it, at the margin where it stood; its text says its number itself.
class Unnumbering {
public:
    explicit Unnumbering(const Package& package, std::string_view main_part);

    void apply(pugi::xml_node properties) const;

private:
    pugi::xml_node level_indent(std::string_view list, std::string_view level) const;

    XmlTree numbering_;
};

/// References must outlive it.
class NewParagraphs {
public:
    NewParagraphs(const Document& document, const std::vector<DocxBlock>& walk, const BlockPlaces& places,
                  const Unnumbering& unnumbering)
        : document_(document), walk_(walk), places_(places), unnumbering_(unnumbering) {}

    /// Puts a paragraph into a place, behind `behind` or first where that is none, shaped like the block of its kind
    /// that is nearest to the anchor.
    pugi::xml_node put_paragraph(pugi::xml_node place, pugi::xml_node behind, const NewBlock& block,
                                 BlockId anchor) const;

    /// Puts a row into a table, shaped like the row of the table beside it; cells of its text are parted by "\t".
    pugi::xml_node put_row(pugi::xml_node table, pugi::xml_node behind, const NewBlock& block, BlockId anchor) const;
    /// Cells behind the last one of a row, in its form; the table's grid gets their columns.
    static void put_cells(pugi::xml_node row, const std::vector<std::string_view>& cells);

    /// Puts an empty table, shaped like the nearest one, into a place.
    pugi::xml_node put_table(pugi::xml_node place, pugi::xml_node behind, const NewBlock& first, BlockId anchor) const;

private:
    BlockId model_of(const NewBlock& block, BlockId anchor) const;
    pugi::xml_node run_of(BlockId model, bool plain) const;
    pugi::xml_node first_run(BlockId model) const;
    pugi::xml_node plain_run(BlockId model) const;
    pugi::xml_node paragraph_of(BlockId model) const;
    bool is_model(const NewBlock& block, BlockId id, bool same_depth) const;

    const Document& document_;
    const std::vector<DocxBlock>& walk_;
    const BlockPlaces& places_;
    const Unnumbering& unnumbering_;
};

/// A node behind `behind` in a place; first where `behind` is none.
pugi::xml_node put_node(pugi::xml_node place, pugi::xml_node behind, const char* name);

/// Appends a run with a copy of these properties (of a w:rPr, or none).
pugi::xml_node append_run(pugi::xml_node paragraph, pugi::xml_node properties, std::string_view text);

/// Sets the text of a w:t, blanks kept.
void set_text(pugi::xml_node node, std::string_view text);

}  // namespace stet::docx
