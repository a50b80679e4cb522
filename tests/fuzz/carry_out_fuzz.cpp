// Fuzz target: a base and a proposal in one input, parted by the byte 0x1E (else in the middle); the first byte chooses
// the base's format and whether the proposal is a text, or instructions made of a comparison with it. What is carried
// out must read back, and without items nothing may change.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "fuzz/invariants.hpp"
#include "report/instructions.hpp"
#include "stet.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace {

constexpr const char* formats[] = {"markdown", "text", "html"};

stet::Input base_of(const std::string& text, const char* format) {
    return {.name = "base", .bytes = text, .format = format};
}

stet::Proposal proposal_of(unsigned choice, const std::string& base, const std::string& text, const char* format) {
    if (choice / 3 % 2 == 0) return stet::read_proposal({.name = "proposal", .bytes = text, .format = "markdown"});
    const stet::Redline redline = stet::compare(base_of(base, format), base_of(text, format));
    stet::Proposal proposal;
    proposal.operations = stet::build_instructions(redline);
    return proposal;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) return 0;
    const std::string text(data + 1, data + size);
    const std::size_t parted = text.find('\x1E');
    const std::size_t half = parted == std::string::npos ? text.size() / 2 : parted;
    const std::size_t rest = parted == std::string::npos ? half : parted + 1;
    const char* format = formats[data[0] % 3];
    const std::string base = text.substr(0, half);
    try {
        const stet::Proposal proposal = proposal_of(data[0], base, text.substr(rest), format);
        const stet::Consolidated made = stet::carry_out(proposal, base_of(base, format));
        stet::fuzz::must(made.steps.size() == proposal.operations.size(), "every operation is answered for");
        bool any = false;
        for (const stet::CarriedOut& step : made.steps) {
            any = any || step.done;
            stet::fuzz::must(step.done || !step.reason.empty(), "what is not done has a reason");
        }
        stet::fuzz::must(any || made.text == made.redline.before.source.text(), "nothing carried out changes nothing");
        stet::fuzz::must(made.redline.verified.holds(), "rejecting gives the base, accepting the new text");
        for (const char* name : {"html", "markdown", "csv", "json", "text"})
            stet::fuzz::must(stet::utf8::is_valid(stet::write(stet::item_report(proposal, made), name)),
                             "every report is UTF-8");
        stet::fuzz::must(stet::utf8::is_valid(stet::write(proposal, made, "json")), "the JSON is UTF-8");
    } catch (const stet::Error&) {
        // A clear limit or a binary file: an answer.
    }
    return 0;
}
