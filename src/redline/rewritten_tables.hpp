// Tables that became lists or sentences, and the reverse: which part of the text says what a row said.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "redline/redline.hpp"

namespace stet {

/// Redline blocks whose values are told otherwise: by block the edit that is told, none where all of it is.
using ToldBlocks = std::unordered_map<std::uint32_t, std::uint32_t>;

/// Keys of a text's words and of its figures.
struct TextKeys {
    std::unordered_set<std::uint64_t> words;
    std::unordered_set<std::uint64_t> figures;
    std::size_t size() const { return words.size() + figures.size(); }
};

class RewrittenTables {
public:
    explicit RewrittenTables(const Redline& redline) : redline_(redline) {}

    /// Rows of a section that went (`to_list`) or came, against the text of the other side in the same run of blocks,
    /// or at the end of the paragraph in front of it: adds the values that changed on the way to the change, and the
    /// blocks that are told so to `told`. True where any table was rewritten.
    bool describe(std::span<const std::uint32_t> blocks, bool to_list, Change& change, ToldBlocks& told) const;

private:
    /// A stretch of a block's text that may say what a row says.
    struct Saying {
        std::uint32_t block;
        std::uint32_t edit;  ///< of that block: the edit that it is part of; none where the block stands alone
        Span span;           ///< in the text of the block's side
    };
    struct RewrittenRow {
        std::uint32_t row;  ///< redline block
        Saying text;        ///< what says the same
    };
    struct Rewriting {
        std::vector<RewrittenRow> pairs;
        std::vector<std::uint32_t> heads;  ///< rows that no item says
        std::vector<Saying> left;          ///< what says no row
    };

    std::uint32_t table_of(std::uint32_t block) const;
    bool is_first_row(std::uint32_t row) const;
    bool heads_figures(std::uint32_t row, std::uint32_t last, const TextKeys& keys) const;
    std::optional<Saying> saying_of(std::uint32_t index, bool in_run, bool to_list) const;
    std::string_view text_of_saying(const Saying& saying) const;
    Rewriting rewritten_rows(std::uint32_t first, std::uint32_t last, bool to_list) const;
    void add_lone_values(const Saying& part, bool to_list, Change& change) const;
    void add_values(const RewrittenRow& pair, const std::vector<std::uint32_t>& rows, Change& change) const;

    const Redline& redline_;
};

}  // namespace stet
