// Fuzz target: any bytes as the XML of a Word document's parts, parted by a line of "---": body, then styles, numbering
// and footnotes; read, and outlined in both faces.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "docx_file.hpp"
#include "fuzz/documents.hpp"
#include "fuzz/invariants.hpp"
#include "readers/docx/walk.hpp"
#include "text/error.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace {

/// Takes the next part off the front.
std::string_view next_part(std::string_view& rest) {
    constexpr std::string_view border = "\n---\n";
    const std::size_t end = rest.find(border);
    const std::string_view part = rest.substr(0, end);
    rest = end == std::string_view::npos ? std::string_view() : rest.substr(end + border.size());
    return part;
}

/// Every piece with characters says where they stand.
void check_pieces(const stet::DocxBlock& block) {
    std::uint32_t at = 0;
    for (const stet::DocxPiece& piece : block.pieces) {
        stet::fuzz::must(piece.node && piece.paragraph, "a piece has its node and its paragraph");
        stet::fuzz::must(
            piece.text.begin >= at && piece.text.begin <= piece.text.end && piece.text.end <= block.block.text.size(),
            "pieces stand in the text, in order");
        at = piece.text.end;
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    std::string_view rest(reinterpret_cast<const char*>(data), size);
    stet::test::DocxFile file(next_part(rest));
    if (!rest.empty()) file.styles(next_part(rest));
    if (!rest.empty()) file.numbering(next_part(rest));
    if (!rest.empty()) file.footnotes(next_part(rest));
    try {
        const stet::Source source = file.source();
        const stet::DocxWalk walk = stet::walk_docx(source);
        std::vector<stet::Block> blocks;
        for (const stet::DocxBlock& block : walk.blocks) {
            check_pieces(block);
            blocks.push_back(block.block);
        }
        stet::fuzz::check_blocks(blocks, source);
        for (const stet::Face face : {stet::Face::before, stet::Face::after}) {
            const std::size_t letters = stet::fuzz::letters(blocks);
            const stet::Document document =
                stet::outline(source, blocks, stet::fuzz::grammars().front(), face, walk.diagnostics);
            stet::fuzz::check_outline(document);
            stet::fuzz::check_blocks(document.blocks, source);
            stet::fuzz::must(stet::fuzz::letters(document.blocks) == letters, "an outline loses no letter");
        }
    } catch (const stet::Error&) {
        // No XML, or a clear limit: an answer.
    }
    return 0;
}
