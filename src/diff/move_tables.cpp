// Finds free tables again elsewhere.
//
//   before:  12: text, table T     15: text     after:  12: text     15: text, table T'
//   wrong:   every row of T struck and every row of T' new: a rate that changed on the way is lost between them
//   ours:    T moved, row by row, when it shares most rows with T' and fewer with any other, and is not named
//   otherwise:
//            the rates of receivers are not those of stockers, though the figures be the same
#include "diff/move_tables.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>

#include "diff/sequence.hpp"
#include "text/words.hpp"

namespace stet {

namespace {

/// Rows that two tables have in common at least, and their share of the longer table.
constexpr std::uint32_t least_rows = 2;
constexpr double least_share = 0.5;
/// A row that stands in more tables says nothing.
constexpr std::size_t most_tables = 24;
/// A line of so many words at most above a table is its name.
constexpr std::uint32_t most_words_of_name = 5;

using Rows = std::vector<BlockId>;

/// Tables of which every row with words is free, in order.
std::vector<Rows> whole_tables(const PrintedDocument& side, std::span<const BlockId> free) {
    std::map<std::uint32_t, Rows> rows;
    for (const BlockId id : free)
        if (!side.document.blocks[id].cells.empty()) rows[side.document.blocks[id].table].push_back(id);
    if (rows.empty()) return {};
    std::map<std::uint32_t, std::size_t> sizes;
    for (const Block& block : side.document.blocks)
        if (!block.cells.empty()) ++sizes[block.table];
    std::vector<Rows> out;
    for (auto& [table, found] : rows)
        if (found.size() == sizes[table]) out.push_back(std::move(found));
    return out;
}

std::vector<std::uint64_t> keys_of(const PrintedDocument& side, const Rows& rows) {
    std::vector<std::uint64_t> keys;
    for (const BlockId id : rows) keys.push_back(side.prints.blocks[id].hash);
    return keys;
}

struct Scored {
    std::uint32_t before, after;  ///< indices into the tables
    float rows;                   ///< in common, in order
};

/// Pairs of tables that share rows.
std::vector<Scored> score_tables(const PrintedDocument& before, const std::vector<Rows>& b,
                                 const PrintedDocument& after, const std::vector<Rows>& a) {
    std::unordered_map<std::uint64_t, std::vector<std::uint32_t>> places;
    for (std::uint32_t j = 0; j < a.size(); ++j)
        for (const std::uint64_t key : keys_of(after, a[j]))
            if (auto& tables = places[key]; tables.empty() || tables.back() != j) tables.push_back(j);
    std::vector<Scored> out;
    for (std::uint32_t i = 0; i < b.size(); ++i) {
        const auto keys = keys_of(before, b[i]);
        std::map<std::uint32_t, std::uint32_t> votes;
        for (const std::uint64_t key : keys)
            if (const auto found = places.find(key); found != places.end() && found->second.size() <= most_tables)
                for (const std::uint32_t j : found->second) ++votes[j];
        for (const auto& [j, count] : votes)
            if (count >= least_rows)
                out.push_back({i, j, static_cast<float>(common_subsequence(keys, keys_of(after, a[j])).size())});
    }
    return out;
}

using Words = std::set<std::uint64_t>;

void add_words(const Document& document, BlockId id, Words& out) {
    std::vector<Token> tokens;
    compared_tokens(document, id, tokens);
    for (const Token& token : tokens)
        if (token.kind == TokenKind::word) out.insert(token.key);
}

/// The words of the few that stand alone on the line above a table and are no heading.
Words name_above(const PrintedDocument& side, const Rows& rows) {
    Words out;
    if (rows.front() == 0) return out;
    const BlockId above = rows.front() - 1;
    const Block& block = side.document.blocks[above];
    const Place& place = side.document.places[above];
    const bool named = block.kind == BlockKind::paragraph && !place.heading && place.label.empty() &&
                       side.prints.blocks[above].words <= most_words_of_name;
    if (named) add_words(side.document, above, out);
    return out;
}

bool has_one_more(const Words& x, const Words& y) {
    return std::any_of(x.begin(), x.end(), [&](std::uint64_t word) { return !y.contains(word); });
}

/// Whether two rows have any word or figure in common.
bool share_any(const PrintedDocument& before, BlockId b, const PrintedDocument& after, BlockId a) {
    const auto x = before.prints.words_of(b);
    const auto y = after.prints.words_of(a);
    return std::any_of(x.begin(), x.end(),
                       [&](std::uint64_t word) { return std::count(y.begin(), y.end(), word) > 0; });
}

/// Whether each has a word in its first row that stands nowhere in the other, or a name that shares none with the
/// other's. Where the first rows have nothing in common the columns were named anew, and not the table.
bool are_named_otherwise(const PrintedDocument& before, const Rows& b, const PrintedDocument& after, const Rows& a) {
    Words b_head, a_head, b_all, a_all;
    add_words(before.document, b.front(), b_head);
    add_words(after.document, a.front(), a_head);
    for (const BlockId id : b) add_words(before.document, id, b_all);
    for (const BlockId id : a) add_words(after.document, id, a_all);
    if (has_one_more(b_head, a_all) && has_one_more(a_head, b_all) && share_any(before, b.front(), after, a.front()))
        return true;
    const Words b_name = name_above(before, b);
    const Words a_name = name_above(after, a);
    const bool shared = std::any_of(b_name.begin(), b_name.end(), [&](auto word) { return a_name.contains(word); });
    return !b_name.empty() && !a_name.empty() && !shared;
}

}  // namespace

std::vector<BlockPair> move_tables(const PrintedDocument& before, std::span<const BlockId> b,
                                   const PrintedDocument& after, std::span<const BlockId> a, const Rarity& rarity) {
    const std::vector<Rows> b_tables = whole_tables(before, b);
    const std::vector<Rows> a_tables = b_tables.empty() ? std::vector<Rows>{} : whole_tables(after, a);
    const auto scored = score_tables(before, b_tables, after, a_tables);
    std::vector<BestTwo> b_best(b_tables.size());
    std::vector<BestTwo> a_best(a_tables.size());
    for (const Scored& pair : scored) {
        b_best[pair.before].add(pair.rows);
        a_best[pair.after].add(pair.rows);
    }
    std::vector<BlockPair> out;
    for (const auto& [i, j, rows] : scored) {
        const bool best =
            rows > std::max(b_best[i].second, a_best[j].second) && rows >= std::max(b_best[i].first, a_best[j].first);
        const auto longer = static_cast<double>(std::max(b_tables[i].size(), a_tables[j].size()));
        if (best && rows >= least_rows && rows >= least_share * longer &&
            !are_named_otherwise(before, b_tables[i], after, a_tables[j]))
            pair_blocks(before, b_tables[i], after, a_tables[j], rarity, out);
    }
    for (BlockPair& pair : out) pair.moved = true;
    return out;
}

}  // namespace stet
