// Rows of tables: paired by what they are about, not by where they stand.
//
//   before:  Clerk, Start  $15.00     after:  Clerk, Start     $16.00
//            Clerk, Top    $20.00             Clerk, Step 1    $17.00
//                                             Clerk, Top       $21.00
//   wrong:   Top became Step 1, another Top inserted
//   ours:    rows with the same key are the same row; Step 1 is new
//
// The key of a row is its cells with words up to the first sum or bare figure; the first cell where that is empty.
#include "diff/table_diff.hpp"

#include <algorithm>

#include "diff/sequence.hpp"
#include "text/words.hpp"

namespace stet {

namespace {

constexpr float same_key_score = 0.7F;

struct RowKey {
    std::uint64_t hash = 0;
    bool any = false;
};

RowKey key_of(const Document& document, BlockId id) {
    const Block& block = document.blocks[id];
    RowKey key;
    std::vector<Token> tokens;
    for (const Span& cell : block.cells) {
        tokens.clear();
        tokenize(block.text, cell, tokens);
        const bool words =
            std::any_of(tokens.begin(), tokens.end(), [](const Token& t) { return t.kind == TokenKind::word; });
        if (key.any && !words) break;
        for (const Token& token : tokens) {
            if (token.kind == TokenKind::punctuation) continue;
            key.hash = mix(key.hash, token.key);
            key.any = true;
        }
    }
    return key;
}

std::vector<std::uint64_t> cell_keys(const Block& block) {
    std::vector<std::uint64_t> out;
    std::vector<Token> tokens;
    for (const Span& cell : block.cells) {
        tokens.clear();
        tokenize(block.text, cell, tokens);
        std::uint64_t hash = 0;
        for (const Token& token : tokens) hash = mix(hash, token.key);
        out.push_back(hash);
    }
    return out;
}

}  // namespace

float row_score(const Document& before, BlockId b, const Document& after, BlockId a, float likeness) {
    const RowKey x = key_of(before, b);
    const RowKey y = key_of(after, a);
    if (x.any && y.any && x.hash == y.hash) return same_key_score + likeness;
    return likeness;
}

CellPairs pair_cells(const Document& before, BlockId b, const Document& after, BlockId a) {
    const Block& x = before.blocks[b];
    const Block& y = after.blocks[a];
    CellPairs out;
    std::uint32_t i = 0;
    std::uint32_t j = 0;
    const auto put = [&](std::uint32_t i_end, std::uint32_t j_end) {
        while (i < i_end || j < j_end) out.emplace_back(i < i_end ? i++ : none, j < j_end ? j++ : none);
    };
    if (x.cells.size() != y.cells.size()) {
        const auto x_keys = cell_keys(x);
        const auto y_keys = cell_keys(y);
        for (const auto& [p, q] : common_subsequence(x_keys, y_keys)) {
            put(p, q);
            out.emplace_back(p, q);
            i = p + 1;
            j = q + 1;
        }
    }
    put(static_cast<std::uint32_t>(x.cells.size()), static_cast<std::uint32_t>(y.cells.size()));
    return out;
}

}  // namespace stet
