// Fuzz target: a base and two parties' versions in one input, parted by the byte 0x1E (else all the same); the first
// byte chooses their format and grammar. The three-way redline must be verified, every writer must print it, and
// swapping the parties must leave it verified.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "fuzz/documents.hpp"
#include "fuzz/invariants.hpp"
#include "stet.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace {

/// Whether the redlines of two are proven: what is wrong in them is for the fuzzing of those to find.
template <class Read>
bool both_hold(const Read& read) {
    return stet::compare(read(0), read(1)).verified.holds() && stet::compare(read(0), read(2)).verified.holds();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) return 0;
    std::string parts[3];
    std::size_t part = 0;
    for (std::size_t i = 1; i < size; ++i) {
        if (data[i] == 0x1E && part < 2)
            ++part;
        else
            parts[part].push_back(static_cast<char>(data[i]));
    }
    for (; part < 2; ++part) parts[part + 1] = parts[part];
    const bool markdown = data[0] % 2 == 0;
    try {
        const stet::Grammar& grammar = stet::fuzz::grammars()[data[0] / 2 % stet::fuzz::grammars().size()];
        const auto read = [&](std::size_t i) { return stet::fuzz::read_with(grammar, parts[i], markdown); };
        const stet::Redline redline = stet::compare_three(read(0), read(1), read(2), {"A", "B"});
        stet::fuzz::must(redline.verified.holds() || !both_hold(read),
                         "either party's text and the base can be taken out");
        for (const char* name : {"html", "markdown", "json", "text"})
            stet::fuzz::must(stet::utf8::is_valid(stet::write(redline, name)), "every output is UTF-8");
        stet::fuzz::must(
            stet::compare_three(read(0), read(2), read(1), {"A", "B"}).verified.holds() || !both_hold(read),
            "the same with the parties swapped");
    } catch (const stet::Error&) {
        // A clear limit or a binary file: an answer.
    }
    return 0;
}
