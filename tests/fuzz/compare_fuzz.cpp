// Fuzz target: two documents in one input, parted by the byte 0x1E (else in the middle); the first byte chooses their
// format and grammar, or that the grammar is found out. The redline must be verified, and every writer must print it.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "fuzz/documents.hpp"
#include "fuzz/invariants.hpp"
#include "stet.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace {

stet::Redline redline_of(unsigned choice, std::string before, std::string after) {
    const bool markdown = choice % 2 == 0;
    if (choice / 2 % 2 == 1) {
        const std::string format = markdown ? "markdown" : "text";
        return stet::compare({.name = "before", .bytes = std::move(before), .format = format},
                             {.name = "after", .bytes = std::move(after), .format = format});
    }
    const stet::Grammar& grammar = stet::fuzz::grammars()[choice / 4 % stet::fuzz::grammars().size()];
    return stet::compare(stet::fuzz::read_with(grammar, std::move(before), markdown),
                         stet::fuzz::read_with(grammar, std::move(after), markdown));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) return 0;
    const std::string text(data + 1, data + size);
    const std::size_t parted = text.find('\x1E');
    const std::size_t half = parted == std::string::npos ? text.size() / 2 : parted;
    const std::size_t rest = parted == std::string::npos ? half : parted + 1;
    try {
        const stet::Redline redline = redline_of(data[0], text.substr(0, half), text.substr(rest));
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
