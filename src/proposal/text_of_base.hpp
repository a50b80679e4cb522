// The words of a base, to be searched: where a text stands word for word, and which block is likest to it.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "document/document.hpp"
#include "text/words.hpp"

namespace stet {

/// A stretch of a block's text.
struct TextPlace {
    BlockId block = 0;
    Span text;
};

/// A block and how much of a text it holds: 1 is every word of it.
struct LikeBlock {
    BlockId block = none;
    double held = 0;    ///< share of the text's words that the block has
    double filled = 0;  ///< share of the block's words that the text has
};

/// Blocks [first, end) of a document.
struct BlockRange {
    BlockId first = 0;
    BlockId end = 0;
    bool holds(BlockId block) const { return first <= block && block < end; }
};

/// Index of a document's words. Holds a reference to it.
class BaseText {
public:
    explicit BaseText(const Document& base);

    const std::vector<Token>& tokens(BlockId block) const { return tokens_[block]; }
    BlockRange whole() const { return {0, static_cast<BlockId>(tokens_.size())}; }

    /// Every place where the words stand one behind the other, within one block.
    std::vector<TextPlace> find(std::string_view words, BlockRange within) const;

    /// The blocks that hold a good part of the words of a text, likest first, at most `most`.
    std::vector<LikeBlock> like(std::string_view words, BlockRange within, std::size_t most = 2) const;

    /// The block and those directly beside it that hold words of the text which it does not have.
    std::vector<BlockId> with_neighbours(std::string_view words, BlockId block, BlockRange within) const;
    /// Share of a text's words that the blocks hold together.
    double held(std::string_view words, const std::vector<BlockId>& blocks) const;
    /// Share of a block's words that the text has.
    double filled(std::string_view words, BlockId block) const;

private:
    struct Posting {
        BlockId block;
        std::uint32_t count;
    };

    const Document& base_;
    std::vector<std::vector<Token>> tokens_;  ///< by block
    std::vector<std::uint32_t> words_;        ///< by block: how many
    std::unordered_map<std::uint64_t, std::vector<Posting>> postings_;
};

/// Keys of the words and numbers of a text, lower-case letters apart.
std::vector<std::uint64_t> word_keys(std::string_view text);

/// A title that others are held against.
class Title {
public:
    explicit Title(std::string_view text);
    /// As title_likeness.
    double likeness(std::string_view other) const;

private:
    std::vector<std::uint64_t> keys_;  ///< of its words, sorted
};

/// How alike two titles are: shared words over those of the longer one, whatever their case; 0 where one is empty.
double title_likeness(std::string_view a, std::string_view b);

}  // namespace stet
