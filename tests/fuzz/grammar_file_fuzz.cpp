// Fuzz target: any bytes as a grammar file, checked and put to use where it is one.
#include <cstddef>
#include <cstdint>

#include "fuzz/invariants.hpp"
#include "grammar/check.hpp"
#include "grammar/grammar_file.hpp"
#include "grammar/outline.hpp"
#include "text/error.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace {

std::vector<stet::Block> some_blocks() {
    std::vector<stet::Block> blocks;
    std::uint32_t line = 1;
    for (const char* text :
         {"ARTICLE 1 PAY", "Section 1. Rates. The rate is ten dollars.", "(a) first", "(b) second", "i. roman",
          "Section 2 A. Hours", "APPENDIX A", "1.1 Terms", "[Reserved]", "LETTER OF AGREEMENT", "#4"}) {
        stet::Block block;
        stet::append_run(block, text, {});
        block.fragments.push_back({0, line, line, {}});
        ++line;
        blocks.push_back(std::move(block));
    }
    return blocks;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    try {
        const std::string_view text(reinterpret_cast<const char*>(data), size);
        const stet::Grammar grammar = stet::parse_grammar(text, "fuzz");
        stet::Diagnostics diagnostics;
        stet::Source source("fuzz.txt", "any\n", diagnostics);
        stet::fuzz::check_outline(stet::outline(std::move(source), some_blocks(), grammar, stet::Face::after, {}));
    } catch (const stet::Error& error) {
        stet::fuzz::must(std::string_view(error.what()).find('\n') == std::string_view::npos, "an error is one line");
    }
    return 0;
}
