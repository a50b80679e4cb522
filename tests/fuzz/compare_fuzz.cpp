// Fuzz target: two documents in one input, parted by the byte 0x1E (else in the middle); the first byte chooses their
// format. The redline must be verified, and every writer must print it.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "fuzz/invariants.hpp"
#include "stet.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) return 0;
    const std::string format = data[0] % 2 == 0 ? "markdown" : "text";
    const std::string text(data + 1, data + size);
    const std::size_t parted = text.find('\x1E');
    const std::size_t half = parted == std::string::npos ? text.size() / 2 : parted;
    const std::size_t rest = parted == std::string::npos ? half : parted + 1;
    try {
        const stet::Redline redline = stet::compare({.name = "before", .bytes = text.substr(0, half), .format = format},
                                                    {.name = "after", .bytes = text.substr(rest), .format = format});
        stet::fuzz::check_outline(redline.before);
        stet::fuzz::check_outline(redline.after);
        stet::fuzz::must(redline.verified.holds(), "rejecting gives before, accepting gives after");
        for (const char* name : {"html", "markdown", "criticmarkup", "json", "text"})
            stet::fuzz::must(stet::utf8::is_valid(stet::write(redline, name)), "every output is UTF-8");
    } catch (const stet::Error&) {
        // A clear limit or a binary file: an answer.
    }
    return 0;
}
