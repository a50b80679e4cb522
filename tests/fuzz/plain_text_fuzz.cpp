// Fuzz target: any bytes as plain text, of which no letter may be lost.
#include <cstddef>
#include <cstdint>

#include "fuzz/invariants.hpp"
#include "readers/reader.hpp"
#include "text/error.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    try {
        stet::Diagnostics diagnostics;
        const stet::Source source("fuzz.txt", std::string(data, data + size), diagnostics);
        const stet::ReadBlocks read = stet::read_plain_text(source);
        stet::fuzz::check_blocks(read.blocks, source);
        stet::fuzz::must(stet::fuzz::letters(read.blocks) == stet::fuzz::letters(source.text()),
                         "every letter is in a block");
    } catch (const stet::Error&) {
        // A clear limit or a binary file: an answer.
    }
    return 0;
}
