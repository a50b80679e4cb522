// Fingerprints: what a block and a unit say, labels and typography aside, as one number each.
#pragma once

#include <cstdint>
#include <vector>

#include "document/document.hpp"
#include "text/words.hpp"

namespace stet {

struct Fingerprint {
    std::uint64_t hash = 0;   ///< of the tokens in order, those of the label and those outside the face left out
    std::uint32_t words = 0;  ///< words and numbers among them
};

/// How often each word occurs, counted in a table of fixed size: two words may share a counter, so a count may be
/// too high and is never too low.
class WordCounts {
public:
    WordCounts() : counts_(size, 0) {}
    void add(std::uint64_t key) {
        std::uint32_t& count = counts_[key & (size - 1)];
        ++count;
    }
    void add(const WordCounts& other);
    std::uint32_t of(std::uint64_t key) const { return counts_[key & (size - 1)]; }

private:
    static constexpr std::size_t size = std::size_t{1} << 16;
    std::vector<std::uint32_t> counts_;
};

/// The fingerprints of a document.
struct Fingerprints {
    std::vector<Fingerprint> blocks;               ///< by BlockId
    std::vector<Fingerprint> own;                  ///< by NodeId: the unit's own blocks in order, children aside
    std::vector<Fingerprint> whole;                ///< by NodeId: with its children
    std::vector<std::vector<BlockId>> own_blocks;  ///< by NodeId: in order, contents and furniture left out
    WordCounts counts;
};

Fingerprints fingerprint(const Document& document);

/// The stretches of a block's text inside the face, in order, without the label.
std::vector<Span> compared_text(const Document& document, BlockId block);

/// Appends the tokens of a block that are compared.
void compared_tokens(const Document& document, BlockId block, std::vector<Token>& out);

}  // namespace stet
