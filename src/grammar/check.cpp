// Runs the examples of a grammar file.
#include "grammar/check.hpp"

#include "grammar/outline.hpp"

namespace stet {
namespace {

std::string difference(const Document& document, const Example& example) {
    for (std::size_t i = 0; i < example.paths.size() || i + 1 < document.nodes.size(); ++i) {
        const std::string want = i < example.paths.size() ? example.paths[i] : "no more";
        const std::string have = i + 1 < document.nodes.size() ? document.nodes[i + 1].path : "no more";
        if (want != have) return "unit " + std::to_string(i + 1) + " is " + have + ", and the example says " + want;
    }
    return {};
}

}  // namespace

std::vector<Block> example_blocks(const Source& source) {
    std::vector<Block> blocks;
    bool open = false;
    for (std::uint32_t line = 1; line <= source.line_count(); ++line) {
        std::string_view text = source.line(line);
        if (text.find_first_not_of(" \t") == std::string_view::npos) {
            open = false;
            continue;
        }
        std::uint8_t depth = 0;
        while (depth < 6 && depth < text.size() && text[depth] == '#') ++depth;
        if (depth > 0) {
            text.remove_prefix(depth);
            while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
        }
        if (!open || depth > 0) {
            Block block;
            block.kind = depth > 0 ? BlockKind::heading : BlockKind::paragraph;
            block.depth = depth;
            block.fragments.push_back({0, line, line, {source.line_begin(line), source.line_begin(line)}});
            blocks.push_back(std::move(block));
        }
        Block& block = blocks.back();
        if (!block.text.empty()) append_run(block, "\n", {});
        append_run(block, text, {});
        block.fragments.back().last_line = line;
        block.fragments.back().source.end =
            source.line_begin(line) + static_cast<std::uint32_t>(source.line(line).size());
        open = depth == 0;
    }
    return blocks;
}

Diagnostics check_grammar(const Grammar& grammar) {
    Diagnostics out;
    for (const Example& example : grammar.examples) {
        Diagnostics reading;
        Source source("example", example.text, reading);
        std::vector<Block> blocks = example_blocks(source);
        const Document document = outline(std::move(source), std::move(blocks), grammar, Face::after, {});
        const std::string differs = difference(document, example);
        if (!differs.empty())
            out.push_back({Severity::warning, "example-differs", differs, grammar.name, example.line, 0});
    }
    if (grammar.examples.empty() && !grammar.levels.empty())
        out.push_back({Severity::warning, "no-example", "the grammar has no example: add one for every level",
                       grammar.name, 0, 0});
    return out;
}

}  // namespace stet
