// Fuzz target: the first byte chooses reader, grammar and face, the rest is the document; its outline keeps every
// letter.
#include <cstddef>
#include <cstdint>

#include "fuzz/documents.hpp"
#include "fuzz/invariants.hpp"
#include "text/error.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) return 0;
    const unsigned choice = data[0];
    try {
        stet::Diagnostics diagnostics;
        stet::Source source("fuzz", std::string(data + 1, data + size), diagnostics);
        stet::ReadBlocks read = choice % 2 == 0 ? stet::read_markdown(source) : stet::read_plain_text(source);
        const std::size_t letters = stet::fuzz::letters(read.blocks);
        const stet::Face face = choice / 2 % 2 == 0 ? stet::Face::after : stet::Face::before;
        const stet::Grammar& grammar = stet::fuzz::grammars()[choice / 4 % stet::fuzz::grammars().size()];
        const stet::Document document =
            stet::outline(std::move(source), std::move(read.blocks), grammar, face, std::move(read.diagnostics));
        stet::fuzz::check_blocks(document.blocks, document.source);
        stet::fuzz::check_outline(document);
        stet::fuzz::must(stet::fuzz::letters(document.blocks) == letters, "the outline keeps every letter");
    } catch (const stet::Error&) {
        // A clear limit or a binary file: an answer.
    }
    return 0;
}
