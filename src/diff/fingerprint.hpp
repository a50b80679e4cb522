// Fingerprints: what a block and a unit say, labels and typography aside, as one number each.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "document/document.hpp"
#include "text/words.hpp"

namespace stet {

struct Fingerprint {
    std::uint64_t hash = 0;   ///< of the tokens in order, those of the label and those outside the face left out
    std::uint32_t words = 0;  ///< words and numbers among them
};

/// How often each word occurs, counted in a table: two words may share a counter, so a count may be too high and is
/// never too low. Both documents of a comparison have tables of one size, a power of two.
class WordCounts {
public:
    explicit WordCounts(std::size_t size = 0) : counts_(size, 0) {}
    std::size_t size() const { return counts_.size(); }
    void add(std::uint64_t key) { ++counts_[key & (counts_.size() - 1)]; }
    std::uint32_t at(std::size_t place) const { return counts_[place]; }

private:
    std::vector<std::uint32_t> counts_;
};

/// The fingerprints of a document, and its words as keys.
struct Fingerprints {
    std::vector<Fingerprint> blocks;               ///< by BlockId
    std::vector<Fingerprint> own;                  ///< by NodeId: the unit's own blocks in order, children aside
    std::vector<Fingerprint> whole;                ///< by NodeId: with its children
    std::vector<std::vector<BlockId>> own_blocks;  ///< by NodeId: in order, contents and furniture left out
    WordCounts counts;
    std::vector<std::uint64_t> words;       ///< keys of all words and numbers compared, block after block
    std::vector<std::uint32_t> first_word;  ///< by BlockId, and one more: where its words begin
    std::vector<std::uint32_t> sentences;   ///< indices of words that open a sentence or clause, a block's first aside
    std::span<const std::uint64_t> words_of(BlockId id) const {
        return std::span(words).subspan(first_word[id], first_word[id + 1] - first_word[id]);
    }
};

/// The fingerprints of documents that are compared with one another, in their order: the counters of all are of one
/// size, about as many as the longest has words. A text that stands in several places is cut into words once.
std::vector<Fingerprints> fingerprint(std::span<const Document* const> documents);

/// The stretches of a block's text inside the face, in order, without the label.
std::vector<Span> compared_text(const Document& document, BlockId block);

/// Appends the tokens of a block that are compared.
void compared_tokens(const Document& document, BlockId block, std::vector<Token>& out);

}  // namespace stet
