// The words of documents, cut once wherever they stand: fingerprints of blocks and units, and how often each occurs.
#include "diff/fingerprint.hpp"

#include <algorithm>
#include <bit>
#include <functional>
#include <string_view>

#include "text/parallel.hpp"

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

constexpr std::size_t most_counters = std::size_t{1} << 16;
/// Blocks that are cut in one go, and goes for which another thread is worth its start.
constexpr std::size_t blocks_a_go = 32;
constexpr std::size_t goes_a_thread = 4;
constexpr std::uint32_t nowhere = 0xffffffff;

/// A mark behind which a sentence or clause begins.
bool closes(std::string_view mark) {
    return mark.size() == 1 && std::string_view(".;:?!").find(mark[0]) != std::string_view::npos;
}

std::size_t counters_for(std::span<const Document* const> documents) {
    constexpr std::size_t bytes_a_word = 6;
    std::size_t bytes = 0;
    for (const Document* document : documents) bytes = std::max(bytes, document->source.text().size());
    return std::bit_ceil(std::clamp<std::size_t>(bytes / bytes_a_word, 1024, most_counters));
}

struct Passage {
    const Document* document;
    BlockId block;
};

/// What is compared of a block where it is one stretch of its text; nothing otherwise.
std::string_view one_stretch(const Passage& place) {
    const Block& block = place.document->blocks[place.block];
    if (block.runs.size() != 1 || outside(block.runs[0].marks, place.document->face)) return {};
    return std::string_view(block.text).substr(place.document->places[place.block].label.end);
}

/// For every block the first of all with the very same text to compare, as an index into `firsts`.
struct Distinct {
    std::vector<Passage> firsts;
    std::vector<std::uint32_t> of_block;  ///< by document and block, one document after the other
};

Distinct find_distinct(std::span<const Document* const> documents) {
    std::vector<Passage> all;
    for (const Document* document : documents)
        for (BlockId id = 0; id < document->blocks.size(); ++id) all.push_back({document, id});
    std::vector<std::size_t> hashes(all.size());
    for_each_index(all.size(), blocks_a_go * goes_a_thread,
                   [&](std::size_t i) { hashes[i] = std::hash<std::string_view>{}(one_stretch(all[i])); });
    Distinct distinct;
    distinct.of_block.reserve(all.size());
    std::vector<std::uint32_t> table(std::bit_ceil(2 * all.size() + 1), nowhere);  // open addresses: index into all
    for (std::uint32_t i = 0; i < all.size(); ++i) {
        const std::string_view text = one_stretch(all[i]);
        std::size_t slot = hashes[i] & (table.size() - 1);
        while (!text.empty() && table[slot] != nowhere &&
               (hashes[table[slot]] != hashes[i] || one_stretch(all[table[slot]]) != text))
            slot = (slot + 1) & (table.size() - 1);
        if (!text.empty() && table[slot] != nowhere) {
            distinct.of_block.push_back(distinct.of_block[table[slot]]);
            continue;
        }
        if (!text.empty()) table[slot] = i;
        distinct.of_block.push_back(static_cast<std::uint32_t>(distinct.firsts.size()));
        distinct.firsts.push_back(all[i]);
    }
    return distinct;
}

/// The words of blocks that were cut in one go.
struct Cut {
    struct Piece {
        std::uint64_t hash;
        Span words, sentences;  ///< indices into the two lists below
    };
    std::vector<Piece> pieces;
    std::vector<std::uint64_t> words;
    std::vector<std::uint32_t> sentences;  ///< words of the piece before each

    std::span<const std::uint64_t> words_of(const Piece& piece) const {
        return std::span(words).subspan(piece.words.begin, piece.words.size());
    }
    std::span<const std::uint32_t> sentences_of(const Piece& piece) const {
        return std::span(sentences).subspan(piece.sentences.begin, piece.sentences.size());
    }
};

Cut cut(std::span<const Passage> places) {
    Cut out;
    std::vector<Token> tokens;
    const auto size = [](const auto& list) { return static_cast<std::uint32_t>(list.size()); };
    for (const Passage& place : places) {
        tokens.clear();
        compared_tokens(*place.document, place.block, tokens);
        Cut::Piece piece{0, {size(out.words), 0}, {size(out.sentences), 0}};
        const std::string_view text(place.document->blocks[place.block].text);
        for (const Token& token : tokens) {
            piece.hash = mix(piece.hash, token.key);
            if (token.kind != TokenKind::punctuation)
                out.words.push_back(token.key);
            else if (closes(text.substr(token.text.begin, token.text.size())))
                out.sentences.push_back(size(out.words) - piece.words.begin);
        }
        piece.words.end = size(out.words);
        piece.sentences.end = size(out.sentences);
        out.pieces.push_back(piece);
    }
    return out;
}

/// The fingerprints of a document whose blocks have been cut; `of_block` says where each one's words are.
Fingerprints gather(const Document& document, std::span<const std::uint32_t> of_block, const std::vector<Cut>& cuts,
                    std::size_t counters) {
    Fingerprints prints;
    prints.counts = WordCounts(counters);
    prints.blocks.resize(document.blocks.size());
    prints.own.resize(document.nodes.size());
    prints.own_blocks.resize(document.nodes.size());
    prints.words.reserve(document.source.text().size() / 6);
    prints.first_word.reserve(document.blocks.size() + 1);
    for (BlockId id = 0; id < document.blocks.size(); ++id) {
        const Cut& cut = cuts[of_block[id] / blocks_a_go];
        const Cut::Piece& piece = cut.pieces[of_block[id] % blocks_a_go];
        const auto words = cut.words_of(piece);
        const auto first = static_cast<std::uint32_t>(prints.words.size());
        prints.first_word.push_back(first);
        prints.words.insert(prints.words.end(), words.begin(), words.end());
        for (const std::uint32_t sentence : cut.sentences_of(piece)) prints.sentences.push_back(first + sentence);
        prints.blocks[id] = {piece.hash, static_cast<std::uint32_t>(words.size())};
        if (is_set_aside(document.blocks[id].kind)) continue;
        for (const std::uint64_t word : words) prints.counts.add(word);
        const NodeId node = document.places[id].node;
        prints.own_blocks[node].push_back(id);
        if (piece.hash == 0) continue;  // no tokens
        prints.own[node].hash = mix(prints.own[node].hash, piece.hash);
        prints.own[node].words += prints.blocks[id].words;
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

}  // namespace

std::vector<Fingerprints> fingerprint(std::span<const Document* const> documents) {
    const Distinct distinct = find_distinct(documents);
    const std::span<const Passage> firsts(distinct.firsts);
    std::vector<Cut> cuts((firsts.size() + blocks_a_go - 1) / blocks_a_go);
    for_each_index(cuts.size(), goes_a_thread, [&](std::size_t go) {
        const std::size_t begin = go * blocks_a_go;
        cuts[go] = cut(firsts.subspan(begin, std::min(blocks_a_go, firsts.size() - begin)));
    });
    const std::size_t counters = counters_for(documents);
    std::vector<std::size_t> first_block(documents.size(), 0);
    for (std::size_t i = 1; i < documents.size(); ++i)
        first_block[i] = first_block[i - 1] + documents[i - 1]->blocks.size();
    std::vector<Fingerprints> prints(documents.size());
    for_each_index(documents.size(), cuts.size() < goes_a_thread ? documents.size() + 1 : 1, [&](std::size_t i) {
        const auto of_block = std::span(distinct.of_block).subspan(first_block[i], documents[i]->blocks.size());
        prints[i] = gather(*documents[i], of_block, cuts, counters);
    });
    return prints;
}

}  // namespace stet
