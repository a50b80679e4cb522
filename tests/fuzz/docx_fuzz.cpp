// Fuzz target: any bytes as a Word document's package.
#include <cstddef>
#include <cstdint>

#include "fuzz/invariants.hpp"
#include "readers/reader.hpp"
#include "text/error.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    try {
        const stet::Source source = stet::Source::package("fuzz.docx", std::string(data, data + size));
        stet::fuzz::check_blocks(stet::read_docx(source).blocks, source);
    } catch (const stet::Error&) {
        // No package, or a clear limit: an answer.
    }
    return 0;
}
