// One pass over a document's tokens: fingerprints of blocks and units, and how often each word occurs.
#include "diff/fingerprint.hpp"

#include <algorithm>
#include <bit>
#include <string_view>

namespace stet {

std::vector<Span> compared_text(const Document& document, BlockId id) {
    const Block& block = document.blocks[id];
    const std::uint32_t begin = document.places[id].label.end;
    std::vector<Span> out;
    for (const Run& run : block.runs) {
        if (outside(run.marks, document.face) || run.text.end <= begin) continue;
        const Span kept{std::max(run.text.begin, begin), run.text.end};
        if (!out.empty() && out.back().end == kept.begin)
            out.back().end = kept.end;
        else
            out.push_back(kept);
    }
    return out;
}

void compared_tokens(const Document& document, BlockId id, std::vector<Token>& out) {
    const Block& block = document.blocks[id];
    if (block.runs.size() == 1 && !outside(block.runs[0].marks, document.face)) {
        tokenize(block.text, {document.places[id].label.end, static_cast<std::uint32_t>(block.text.size())}, out);
        return;
    }
    for (const Span& span : compared_text(document, id)) tokenize(block.text, span, out);
}

namespace {

/// A mark behind which a sentence or clause begins.
bool closes(std::string_view mark) {
    return mark.size() == 1 && std::string_view(".;:?!").find(mark[0]) != std::string_view::npos;
}

}  // namespace

std::size_t counters_for(const Document& before, const Document& after) {
    constexpr std::size_t bytes_a_word = 6;
    const std::size_t bytes = std::max(before.source.text().size(), after.source.text().size());
    return std::bit_ceil(std::clamp<std::size_t>(bytes / bytes_a_word, 1024, most_counters));
}

Fingerprints fingerprint(const Document& document, std::size_t counters) {
    Fingerprints prints;
    prints.counts = WordCounts(counters);
    prints.blocks.resize(document.blocks.size());
    prints.own.resize(document.nodes.size());
    prints.whole.resize(document.nodes.size());
    prints.own_blocks.resize(document.nodes.size());
    prints.words.reserve(document.source.text().size() / 6);
    prints.first_word.reserve(document.blocks.size() + 1);
    std::vector<Token> tokens;
    for (BlockId id = 0; id < document.blocks.size(); ++id) {
        prints.first_word.push_back(static_cast<std::uint32_t>(prints.words.size()));
        tokens.clear();
        compared_tokens(document, id, tokens);
        Fingerprint& print = prints.blocks[id];
        const std::string_view text(document.blocks[id].text);
        for (const Token& token : tokens) {
            print.hash = mix(print.hash, token.key);
            if (token.kind != TokenKind::punctuation)
                prints.words.push_back(token.key);
            else if (closes(text.substr(token.text.begin, token.text.size())))
                prints.sentences.push_back(static_cast<std::uint32_t>(prints.words.size()));
        }
        print.words = static_cast<std::uint32_t>(prints.words.size()) - prints.first_word.back();
        if (is_set_aside(document.blocks[id].kind)) continue;
        for (std::size_t i = prints.first_word.back(); i < prints.words.size(); ++i) prints.counts.add(prints.words[i]);
        const NodeId node = document.places[id].node;
        prints.own_blocks[node].push_back(id);
        if (tokens.empty()) continue;
        prints.own[node].hash = mix(prints.own[node].hash, print.hash);
        prints.own[node].words += print.words;
    }
    prints.first_word.push_back(static_cast<std::uint32_t>(prints.words.size()));
    prints.whole = prints.own;
    for (NodeId node = static_cast<NodeId>(document.nodes.size()); node-- > 1;) {
        Fingerprint& parent = prints.whole[document.nodes[node].parent];
        parent.hash = mix(parent.hash, prints.whole[node].hash);
        parent.words += prints.whole[node].words;
    }
    return prints;
}

}  // namespace stet
