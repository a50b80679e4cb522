// Fuzz target: any bytes as a whole HTML page.
#include <cstddef>
#include <cstdint>

#include "fuzz/invariants.hpp"
#include "readers/reader.hpp"
#include "text/error.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    try {
        stet::Diagnostics diagnostics;
        const stet::Source source("fuzz.html", std::string(data, data + size), diagnostics);
        const stet::ReadBlocks read = stet::read_html(source);
        stet::fuzz::check_blocks(read.blocks, source);
    } catch (const stet::Error&) {
        // A clear limit or a binary file: an answer.
    }
    return 0;
}
