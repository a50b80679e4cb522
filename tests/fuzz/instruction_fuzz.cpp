// Fuzz target: an instruction. Spans must lie in the text, and clauses must follow each other.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "fuzz/invariants.hpp"
#include "proposal/instruction.hpp"
#include "stet.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace {

const stet::PhraseBook& book() {
    static const stet::PhraseBook phrases(stet::load_grammar("labor-agreement").proposal);
    return phrases;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const stet::Instructions read = stet::parse_instructions(text, book());
    const auto inside = [&](const stet::Span& span) {
        stet::fuzz::must(span.begin <= span.end && span.end <= text.size(), "spans lie in the text");
    };
    stet::fuzz::must(read.end <= text.size(), "instructions end in the text");
    for (const stet::Instruction& clause : read.clauses) {
        stet::fuzz::must(clause.verb != stet::Verb::missing, "every clause has a verb");
        for (const stet::Span& span : {clause.span, clause.bare, clause.anchor_words, clause.condition}) inside(span);
        for (const stet::Span& span : clause.removed) inside(span);
        for (const stet::Span& span : clause.added) inside(span);
        for (const stet::InstructionPart& part : clause.parts) inside(part.span);
    }
    return 0;
}
