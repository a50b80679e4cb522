// Fuzz target: a whole proposal; the first byte chooses its format. Each reading must hold its promises, and every
// writer must print it.
#include <cstddef>
#include <cstdint>
#include <string>

#include "fuzz/invariants.hpp"
#include "stet.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace {

void check(const stet::Proposal& proposal) {
    for (const stet::Operation& operation : proposal.operations) {
        stet::fuzz::must(operation.lines.first <= operation.lines.last, "lines of an operation rise");
        stet::fuzz::must((operation.confidence == stet::Confidence::ambiguous) == (operation.readings.size() > 1),
                         "two readings or more where ambiguous, none elsewhere");
        stet::fuzz::must(!operation.id.empty(), "every operation has an id");
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) return 0;
    static constexpr const char* formats[] = {"markdown", "text", "html"};
    try {
        const stet::Proposal proposal = stet::read_proposal(
            {.name = "proposal", .bytes = std::string(data + 1, data + size), .format = formats[data[0] % 3]});
        check(proposal);
        for (const char* format : {"json", "html", "markdown"})
            stet::fuzz::must(stet::utf8::is_valid(stet::write_proposal(proposal, format)), "every output is UTF-8");
    } catch (const stet::Error&) {
        return 0;  // refused with a message
    }
    return 0;
}
