// Reads a Word document: the blocks of the walk over it.
#include "readers/docx/walk.hpp"
#include "readers/reader.hpp"

namespace stet {

ReadBlocks read_docx(const Source& source) {
    DocxWalk walk = walk_docx(source);
    keep_trees(source, walk);
    ReadBlocks out;
    out.diagnostics = std::move(walk.diagnostics);
    out.blocks.reserve(walk.blocks.size());
    for (DocxBlock& block : walk.blocks) out.blocks.push_back(std::move(block.block));
    return out;
}

}  // namespace stet
