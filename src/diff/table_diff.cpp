// Rows of tables: paired by what they are about, not by where they stand. Columns: by title and contents.
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
#include <iterator>
#include <optional>
#include <unordered_map>
#include <unordered_set>

#include "diff/measured_rows.hpp"
#include "diff/pair_blocks.hpp"
#include "diff/sequence.hpp"
#include "quantity/quantity.hpp"
#include "text/parallel.hpp"
#include "text/words.hpp"

namespace stet {

namespace {

constexpr float same_key_score = 0.7F;
/// What rows score at least whose keys are the same up to the first value with a unit ("2 hours").
constexpr float same_name_score = 0.62F;
/// Rows at the top of two tables that may be heads, one above the other.
constexpr std::size_t most_heads = 3;
/// How many rows ahead a renamed one is looked for.
constexpr std::size_t most_rows_ahead = 8;
/// Wider pairs of tables are paired row by row alone.
constexpr std::size_t most_column_pairs = 4096;
/// Pairs of tables for which another thread is worth its start.
constexpr std::size_t tables_a_thread = 8;

struct RowKey {
    std::uint64_t hash = 0;
    std::uint64_t name = 0;  ///< of the cells before the first that is a value with a unit
    bool any = false;
};

bool has_words(const std::vector<Token>& tokens) {
    return std::any_of(tokens.begin(), tokens.end(), [](const Token& t) { return t.kind == TokenKind::word; });
}

/// "2 hours", "30 Business Days": a cell that is one measured value and nothing else.
bool is_measured(std::string_view cell) {
    const auto values = find_quantities(cell);
    return values.size() == 1 && values.front().type == QuantityType::duration && values.front().span.begin == 0 &&
           values.front().span.end == cell.size();
}

RowKey key_of(const Document& document, BlockId id) {
    const Block& block = document.blocks[id];
    RowKey key;
    std::vector<Token> tokens;
    for (const Span& cell : block.cells) {
        tokens.clear();
        tokenize(block.text, cell, tokens);
        if (key.any && !has_words(tokens)) break;
        if (key.any && key.name == 0 && is_measured(std::string_view(block.text).substr(cell.begin, cell.size())))
            key.name = key.hash;
        for (const Token& token : tokens) {
            if (token.kind == TokenKind::punctuation) continue;
            key.hash = mix(key.hash, token.key);
            key.any = true;
        }
    }
    return key;
}

/// The key of a stretch of text; 0 where it is blank.
std::uint64_t text_key(std::string_view text, Span stretch) {
    std::vector<Token> tokens;
    tokenize(text, stretch, tokens);
    std::uint64_t key = 0;
    for (const Token& token : tokens) key = mix(key, token.key);
    return key;
}

std::vector<std::uint64_t> cell_keys(const Block& block) {
    std::vector<std::uint64_t> out;
    for (const Span& cell : block.cells) out.push_back(text_key(block.text, cell));
    return out;
}

std::string words_of(const Block& block, const Span& cell) {
    return normalise(std::string_view(block.text).substr(cell.begin, cell.size()));
}

bool is_row(const Block& block) {
    return block.kind == BlockKind::table_row && !block.cells.empty();
}

bool is_blank(const Block& block, const Span& cell) {
    const auto begin = block.text.begin() + cell.begin;
    return std::all_of(begin, begin + cell.size(), [](char c) { return c == ' ' || c == '\n' || c == '\t'; });
}

/// Words or a date; sums and bare figures are a table's contents.
bool is_title(const std::string& words) {
    const auto values = find_quantities(words);
    const bool sums = std::any_of(values.begin(), values.end(), [](const Quantity& value) {
        return value.type == QuantityType::money || value.type == QuantityType::percent;
    });
    const bool dated = !values.empty() && values.front().type == QuantityType::date;
    std::vector<Token> tokens;
    tokenize(words, {0, static_cast<std::uint32_t>(words.size())}, tokens);
    return !sums && (dated || has_words(tokens));
}

/// A row of nothing but titles.
bool is_head(const Block& block) {
    bool any = false;
    for (const Span& cell : block.cells) {
        if (is_blank(block, cell)) continue;
        if (!is_title(words_of(block, cell))) return false;
        any = true;
    }
    return any;
}

// ---- Rows left alone

/// Keys of rows, and how many rows have each.
struct Keys {
    std::vector<std::uint64_t> of_row;  ///< 0 where a row has none
    std::unordered_map<std::uint64_t, std::uint32_t> count;

    void add(std::uint64_t key) {
        of_row.push_back(key);
        ++count[key];
    }
    bool is_only(std::size_t row) const { return of_row[row] != 0 && count.at(of_row[row]) == 1; }
};

/// The keys of one table's rows; a row whose first cell is blank belongs to the last row above that has one.
struct TableRows {
    std::vector<BlockId> rows;
    Keys keys;
    Keys names;   ///< of the first cell alone, where it has words
    Keys titles;  ///< of the second cell alone, where the first is a number and this one has words: places on a list
    /// Of the first cell alone, where it is a number and the table counts by them: salary ranges, grades.
    Keys numbers;
};

/// The whole number that a row's first cell is; 0 where it is none.
std::uint64_t number_of(const Block& block) {
    constexpr std::size_t most_digits = 4;
    const std::string words = words_of(block, block.cells.front());
    const bool figure = !words.empty() && words.size() <= most_digits &&
                        std::all_of(words.begin(), words.end(), [](char c) { return c >= '0' && c <= '9'; });
    return figure ? std::stoul(words) : 0;
}

std::uint64_t name_of(const Block& block, const Span& cell) {
    std::vector<Token> tokens;
    tokenize(block.text, cell, tokens);
    if (!has_words(tokens)) return 0;
    std::uint64_t name = 0;
    for (const Token& token : tokens)
        if (token.kind != TokenKind::punctuation) name = mix(name, token.key);
    return name;
}

/// The words of a row's name in order.
std::vector<std::uint64_t> words_of_name(const Block& block) {
    std::vector<Token> tokens;
    tokenize(block.text, block.cells.front(), tokens);
    std::vector<std::uint64_t> words;
    for (const Token& token : tokens)
        if (token.kind != TokenKind::punctuation) words.push_back(token.key);
    return words;
}

/// Whether two names open with the same word and one has all words of the other, and not twice as many more.
bool is_renamed(const std::vector<std::uint64_t>& x, const std::vector<std::uint64_t>& y) {
    const auto& less = x.size() < y.size() ? x : y;
    const auto& more = x.size() < y.size() ? y : x;
    if (less.empty() || more.size() > 2 * less.size() || less.front() != more.front()) return false;
    return std::all_of(less.begin(), less.end(),
                       [&](std::uint64_t word) { return std::find(more.begin(), more.end(), word) != more.end(); });
}

TableRows rows_of(const Document& document, const std::vector<BlockId>& ids) {
    TableRows out;
    std::vector<std::uint64_t> numbers;
    bool counts = true;
    std::uint64_t last = 0;
    std::uint64_t above = 0;
    for (const BlockId id : ids) {
        const Block& block = document.blocks[id];
        const RowKey key = key_of(document, id);
        const bool goes_on = is_blank(block, block.cells.front());
        std::uint64_t hash = key.any ? mix(key.hash, goes_on ? above : 0) : 0;
        if (!goes_on) above = key.hash;
        out.rows.push_back(id);
        out.keys.add(hash);
        out.names.add(name_of(block, block.cells.front()));
        numbers.push_back(number_of(block));
        out.titles.add(numbers.back() != 0 && block.cells.size() > 1 ? name_of(block, block.cells[1]) : 0);
        if (numbers.back() == 0) continue;
        counts = counts && numbers.back() > last;
        last = numbers.back();
    }
    for (const std::uint64_t number : numbers) out.numbers.add(counts ? number : 0);
    return out;
}

using RowsByTable = std::unordered_map<std::uint32_t, std::vector<BlockId>>;

/// The rows of the wanted tables, in order.
RowsByTable rows_by_table(const Document& document, const std::unordered_set<std::uint32_t>& wanted) {
    RowsByTable out;
    if (wanted.empty()) return out;
    for (BlockId id = 0; id < document.blocks.size(); ++id)
        if (is_row(document.blocks[id]) && wanted.contains(document.blocks[id].table))
            out[document.blocks[id].table].push_back(id);
    return out;
}

/// Tables in which a row stands alone.
std::unordered_set<std::uint32_t> tables_with_free_rows(const Document& document, const std::vector<bool>& taken) {
    std::unordered_set<std::uint32_t> out;
    for (BlockId id = 0; id < document.blocks.size(); ++id)
        if (!taken[id] && is_row(document.blocks[id])) out.insert(document.blocks[id].table);
    return out;
}

// ---- Columns

/// One side of a pair of tables.
struct Columns {
    std::size_t count = 0;
    std::vector<std::string> titles;
    std::vector<std::string> own_titles;  ///< without those that span several columns from further left
    std::vector<std::uint64_t> keys;      ///< of the titles; 0 where blank
    std::vector<BlockId> heads;
};

std::vector<std::uint64_t> title_keys(const std::vector<std::string>& titles) {
    std::vector<std::uint64_t> out;
    for (const std::string& title : titles)
        out.push_back(text_key(title, {0, static_cast<std::uint32_t>(title.size())}));
    return out;
}

/// How many of the titles stand on both sides.
std::size_t count_shared(std::vector<std::uint64_t> b, std::vector<std::uint64_t> a) {
    std::sort(b.begin(), b.end());
    std::sort(a.begin(), a.end());
    std::vector<std::uint64_t> shared;
    std::set_intersection(b.begin(), b.end(), a.begin(), a.end(), std::back_inserter(shared));
    return static_cast<std::size_t>(std::count_if(shared.begin(), shared.end(), [](auto key) { return key != 0; }));
}

bool has_one_twice(std::vector<std::uint64_t> keys) {
    std::erase(keys, 0);
    std::sort(keys.begin(), keys.end());
    return std::adjacent_find(keys.begin(), keys.end()) != keys.end();
}

/// "Pay / Rng" over "Option" and in front of blanks over "Step 1", "Step 2" spans no step if the other side's steps are
/// known without it. "Low" and "High" below each of two years are not.
void settle_spanning_titles(Columns& b, Columns& a) {
    const auto b_own = title_keys(b.own_titles);
    const auto a_own = title_keys(a.own_titles);
    if (has_one_twice(b_own) || has_one_twice(a_own)) return;
    if (count_shared(b_own, a_own) <= count_shared(b.keys, a.keys)) return;
    b.titles = b.own_titles;
    a.titles = a.own_titles;
    b.keys = b_own;
    a.keys = a_own;
}

/// Whether a row below a head tells the columns apart that have one title there: "1", "2", "3" … below "Step", "Step"
/// …, beside titles.
bool numbers_columns(const Block& block, const std::vector<std::string>& titles) {
    constexpr unsigned fewest = 3;
    unsigned counted = 0;
    std::string title;
    for (std::size_t i = 0; i < titles.size(); ++i) {
        const std::string words = words_of(block, block.cells[i]);
        const bool repeated = !titles[i].empty() && std::count(titles.begin(), titles.end(), titles[i]) > 1;
        if (!repeated) {
            if (!words.empty() && !is_title(words)) return false;
            continue;
        }
        if ((counted > 0 && titles[i] != title) || words != std::to_string(counted + 1)) return false;
        title = titles[i];
        ++counted;
    }
    return counted >= fewest;
}

/// The titles of the columns: the first row, and the second where the first leaves some out or has one several times.
Columns columns_of(const Document& document, const std::vector<BlockId>& rows) {
    Columns out;
    for (const BlockId id : rows) out.count = std::max(out.count, document.blocks[id].cells.size());
    out.titles.assign(out.count, {});
    out.own_titles.assign(out.count, {});
    bool complete = false;  // every column has a title
    for (const BlockId id : rows) {
        const Block& block = document.blocks[id];
        if (block.cells.size() != out.count) continue;
        const bool numbering = out.heads.size() == 1 && numbers_columns(block, out.titles);
        if (!numbering && (complete || !is_head(block))) break;
        out.heads.push_back(id);
        complete = true;
        std::string spanning;  // the title over this column and those before it that have none of their own
        for (std::size_t i = 0; i < out.count; ++i) {
            const std::string words = words_of(block, block.cells[i]);
            const bool second = out.heads.size() == 2 && i > 0;
            if (!out.titles[i].empty()) spanning = out.titles[i];
            if (second && !words.empty() && out.titles[i].empty()) out.titles[i] = spanning;
            for (std::string* title : {&out.titles[i], &out.own_titles[i]})
                if (!words.empty()) *title += (title->empty() ? "" : " ") + words;
            complete = complete && (i == 0 || !out.titles[i].empty());
        }
        if (out.heads.size() == 2) break;
    }
    out.keys = title_keys(out.titles);
    return out;
}

/// Pairs the columns of two tables.
class ColumnMatcher {
public:
    ColumnMatcher(const Document& before, const std::vector<BlockId>& before_rows, const Document& after,
                  const std::vector<BlockId>& after_rows, const std::vector<BlockPair>& pairs)
        : b_(columns_of(before, before_rows)), a_(columns_of(after, after_rows)) {
        settle_spanning_titles(b_, a_);
        for (const BlockPair& pair : pairs) {
            const bool of_before = has_head(b_, pair.before);
            const bool of_after = has_head(a_, pair.after);
            if (of_before && !of_after) forget_titles(b_);
            if (of_after && !of_before) forget_titles(a_);
        }
        if (b_.count * a_.count > most_column_pairs || is_as_before()) return;
        equal_.assign(b_.count * a_.count, 0);
        b_figures_.assign(b_.count, 0);
        a_figures_.assign(a_.count, 0);
        for (const BlockPair& pair : pairs) add_row(before.blocks[pair.before], after.blocks[pair.after]);
    }

    bool is_told() const { return b_.count > 0 && b_.count * a_.count <= most_column_pairs; }

    ColumnPairs run() {
        ColumnPairs out{b_.count, a_.count, {}, {}, b_.titles, a_.titles, b_.heads, a_.heads};
        if (is_as_before()) {
            for (std::uint32_t i = 0; i < b_.count; ++i) out.in_order.emplace_back(i, i);
            return out;
        }
        std::uint32_t b = 0;
        std::uint32_t a = 0;
        for (const auto& [i, j] : best()) {
            put_gap(b, i, a, j, out);
            out.in_order.emplace_back(i, j);
            b = i + 1;
            a = j + 1;
        }
        put_gap(b, static_cast<std::uint32_t>(b_.count), a, static_cast<std::uint32_t>(a_.count), out);
        find_moved(out);
        return out;
    }

private:
    static bool has_head(const Columns& columns, BlockId row) {
        return std::find(columns.heads.begin(), columns.heads.end(), row) != columns.heads.end();
    }

    /// A first row that became a row below the other's head was none: a table without a head.
    static void forget_titles(Columns& columns) {
        columns.titles.assign(columns.count, {});
        columns.keys.assign(columns.count, 0);
        columns.heads.clear();
    }

    /// As many columns, and none whose title stands over another one.
    bool is_as_before() const {
        if (b_.count != a_.count) return false;
        for (std::size_t i = 0; i < b_.count; ++i)
            if (b_.keys[i] != a_.keys[i] &&
                (stands_elsewhere(b_.keys[i], a_.keys) || stands_elsewhere(a_.keys[i], b_.keys)))
                return false;
        return true;
    }

    void add_row(const Block& before, const Block& after) {
        if (before.cells.size() != b_.count || after.cells.size() != a_.count) return;
        ++rows_;
        const auto b_keys = cell_keys(before);
        const auto a_keys = cell_keys(after);
        for (std::size_t i = 0; i < b_.count; ++i)
            for (std::size_t j = 0; j < a_.count; ++j)
                equal_[i * a_.count + j] += b_keys[i] != 0 && b_keys[i] == a_keys[j];
        count_figures(before, b_figures_);
        count_figures(after, a_figures_);
    }

    static void count_figures(const Block& block, std::vector<std::uint32_t>& figures) {
        for (std::size_t i = 0; i < block.cells.size(); ++i) {
            std::vector<Token> tokens;
            tokenize(block.text, block.cells[i], tokens);
            const bool any = std::any_of(tokens.begin(), tokens.end(), [](const Token& t) {
                return t.kind != TokenKind::word && t.kind != TokenKind::punctuation;
            });
            figures[i] += any && !has_words(tokens);
        }
    }

    bool same_title(std::size_t i, std::size_t j) const { return b_.keys[i] != 0 && b_.keys[i] == a_.keys[j]; }

    std::uint64_t weight(std::size_t i, std::size_t j) const {
        const std::uint64_t equal = equal_[i * a_.count + j];
        if (same_title(i, j)) return rows_ + 1 + equal;
        return 2 * equal > rows_ ? equal : 0;
    }

    /// The pairs in order of the greatest weight together.
    CellPairs best() const {
        CellPairs candidates;
        std::vector<std::uint32_t> values;
        std::vector<std::uint64_t> weights;
        for (std::uint32_t i = 0; i < b_.count; ++i)
            for (auto j = static_cast<std::uint32_t>(a_.count); j-- > 0;) {
                const std::uint64_t w = weight(i, j);
                if (w == 0) continue;
                candidates.emplace_back(i, j);
                values.push_back(j);
                weights.push_back(w);
            }
        CellPairs out;
        for (const std::uint32_t k : heaviest_increasing(values, weights)) out.push_back(candidates[k]);
        return out;
    }

    /// Whether a column holds figures for the most part.
    bool is_of_figures(const std::vector<std::uint32_t>& figures, std::size_t i) const {
        return 2 * figures[i] > rows_;
    }

    /// Columns between two pairs: in order where they may be one, but not where one's title stands elsewhere.
    void put_gap(std::uint32_t b, std::uint32_t b_end, std::uint32_t a, std::uint32_t a_end, ColumnPairs& out) const {
        while (b < b_end || a < a_end) {
            const bool b_goes = b < b_end && (a == a_end || stands_elsewhere(b_.keys[b], a_.keys));
            const bool a_comes = a < a_end && (b == b_end || stands_elsewhere(a_.keys[a], b_.keys));
            const bool one = !b_goes && !a_comes && is_of_figures(b_figures_, b) == is_of_figures(a_figures_, a);
            if (one) {
                out.in_order.emplace_back(b++, a++);
            } else {
                if (b < b_end && !(a_comes && !b_goes)) out.in_order.emplace_back(b++, none);
                if (a < a_end && !(b_goes && !a_comes)) out.in_order.emplace_back(none, a++);
            }
        }
    }

    static bool stands_elsewhere(std::uint64_t key, const std::vector<std::uint64_t>& keys) {
        return key != 0 && std::find(keys.begin(), keys.end(), key) != keys.end();
    }

    /// Columns left alone whose title is there once on both sides.
    void find_moved(ColumnPairs& out) const {
        const auto once = [](std::uint64_t key, const std::vector<std::uint64_t>& keys) {
            return key != 0 && std::count(keys.begin(), keys.end(), key) == 1;
        };
        for (const auto& [i, unpaired] : out.in_order) {
            if (i == none || unpaired != none || !once(b_.keys[i], b_.keys)) continue;
            for (const auto& [other, j] : out.in_order)
                if (other == none && j != none && same_title(i, j) && once(a_.keys[j], a_.keys))
                    out.moved.emplace_back(i, j);
        }
    }

    Columns b_;
    Columns a_;
    std::size_t rows_ = 0;
    std::vector<std::uint32_t> equal_;  ///< by column of before and of after: rows in which the cells are equal
    std::vector<std::uint32_t> b_figures_;
    std::vector<std::uint32_t> a_figures_;
};

}  // namespace

float row_score(const Document& before, BlockId b, const Document& after, BlockId a, float likeness) {
    const RowKey x = key_of(before, b);
    const RowKey y = key_of(after, a);
    if (x.any && y.any && x.hash == y.hash) return same_key_score + likeness;
    if (x.name != 0 && x.name == y.name) return std::max(same_name_score, likeness);
    return likeness;
}

namespace {

/// The rows of two tables that stand in order, paired, ascending on both sides.
class RowsInOrder {
public:
    void add(BlockId b, BlockId a) { rows_.insert(behind(b), {b, a}); }

    /// The row that a row of before is paired with, if any.
    std::optional<BlockId> partner_of(BlockId b) const {
        const auto next = behind(b);
        if (next == rows_.begin() || std::prev(next)->first != b) return std::nullopt;
        return std::prev(next)->second;
    }

    /// Whether a pair crosses none of them.
    bool fits(BlockId b, BlockId a) const {
        const auto next = behind(b);
        return (next == rows_.begin() || std::prev(next)->second < a) && (next == rows_.end() || a < next->second);
    }

private:
    using Row = std::pair<BlockId, BlockId>;
    std::vector<Row>::const_iterator behind(BlockId b) const {
        return std::upper_bound(rows_.begin(), rows_.end(), b,
                                [](BlockId id, const Row& row) { return id < row.first; });
    }

    std::vector<Row> rows_;
};

/// Rows left over near one another between paired ones, of which one was renamed: "Utility" became "Utility (A)".
template <class Join>
void pair_renamed(const Document& before, const TableRows& x, const std::vector<bool>& b_taken, const Document& after,
                  const TableRows& y, const std::vector<bool>& a_taken, const RowsInOrder& in_order, Join join) {
    std::unordered_map<BlockId, std::size_t> place;  // of the rows of y
    for (std::size_t j = 0; j < y.rows.size(); ++j) place[y.rows[j]] = j;
    std::size_t next = 0;
    for (std::size_t i = 0; i < x.rows.size(); ++i) {
        const BlockId b = x.rows[i];
        if (const auto partner = in_order.partner_of(b)) next = place.at(*partner) + 1;
        if (b_taken[b] || !x.names.is_only(i) || before.blocks[b].cells.size() < 2) continue;
        const auto name = words_of_name(before.blocks[b]);
        for (std::size_t j = next; j < std::min(next + most_rows_ahead, y.rows.size()); ++j) {
            const BlockId a = y.rows[j];
            if (a_taken[a] || !y.names.is_only(j) || !in_order.fits(b, a) || after.blocks[a].cells.size() < 2) continue;
            if (!is_renamed(name, words_of_name(after.blocks[a]))) continue;
            join(b, a);
            next = j + 1;
            break;
        }
    }
}

/// The rows without partner between two pairs of rows, gap by gap; changes nothing while it looks for them.
template <class Each>
void for_each_gap(const TableRows& x, const std::vector<bool>& b_taken, const TableRows& y,
                  const std::vector<bool>& a_taken, const RowsInOrder& in_order, Each each) {
    struct Gap {
        std::vector<BlockId> before, after;
    };
    std::vector<Gap> gaps(1);
    std::size_t j = 0;
    const auto take_until = [&](std::optional<BlockId> end) {
        for (; j < y.rows.size() && y.rows[j] != end; ++j)
            if (!a_taken[y.rows[j]]) gaps.back().after.push_back(y.rows[j]);
    };
    for (const BlockId b : x.rows) {
        if (const auto partner = in_order.partner_of(b)) {
            take_until(partner);
            gaps.emplace_back();
        } else if (!b_taken[b]) {
            gaps.back().before.push_back(b);
        }
    }
    take_until(std::nullopt);
    for (const Gap& gap : gaps)
        if (!gap.before.empty() && !gap.after.empty()) each(gap.before, gap.after);
}

}  // namespace

void pair_lone_rows(const Document& before, const Document& after, std::vector<BlockPair>& pairs) {
    std::vector<bool> b_taken(before.blocks.size(), false);
    std::vector<bool> a_taken(after.blocks.size(), false);
    for (const BlockPair& pair : pairs) b_taken[pair.before] = a_taken[pair.after] = true;
    const auto b_tables = tables_with_free_rows(before, b_taken);
    const auto a_tables = tables_with_free_rows(after, a_taken);
    if (b_tables.empty() || a_tables.empty()) return;
    std::map<std::pair<std::uint32_t, std::uint32_t>, RowsInOrder> shared;
    for (const BlockPair& pair : pairs) {
        const std::uint32_t x = before.blocks[pair.before].table;
        const std::uint32_t y = after.blocks[pair.after].table;
        if (x == 0 || y == 0 || !b_tables.contains(x) || !a_tables.contains(y)) continue;
        RowsInOrder& in_order = shared[{x, y}];
        if (!pair.moved) in_order.add(pair.before, pair.after);
    }
    const RowsByTable b_rows = rows_by_table(before, b_tables);
    const RowsByTable a_rows = rows_by_table(after, a_tables);
    for (auto& [tables, rows_of_both] : shared) {
        RowsInOrder& in_order = rows_of_both;  // lambdas take no structured bindings before clang 16
        const TableRows x = rows_of(before, b_rows.at(tables.first));
        const TableRows y = rows_of(after, a_rows.at(tables.second));
        const auto join = [&](BlockId b, BlockId a) {
            const bool moved = !in_order.fits(b, a);
            if (!moved) in_order.add(b, a);
            pairs.push_back({b, whole_text(before, b), a, whole_text(after, a), moved});
            b_taken[b] = a_taken[a] = true;
        };
        const auto are_free_heads = [&](BlockId b, BlockId a) {
            return !b_taken[b] && !a_taken[a] && is_head(before.blocks[b]) && is_head(after.blocks[a]);
        };
        for (std::size_t i = 0; i < std::min({most_heads, x.rows.size(), y.rows.size()}); ++i) {
            if (are_free_heads(x.rows[i], y.rows[i]))
                join(x.rows[i], y.rows[i]);
            else if (in_order.partner_of(x.rows[i]) != y.rows[i])
                break;
        }
        for (const auto kind : {&TableRows::keys, &TableRows::names, &TableRows::titles, &TableRows::numbers}) {
            const Keys& b_keys = x.*kind;
            const Keys& a_keys = y.*kind;
            std::unordered_map<std::uint64_t, BlockId> free;
            for (std::size_t j = 0; j < y.rows.size(); ++j)
                if (!a_taken[y.rows[j]] && a_keys.is_only(j)) free[a_keys.of_row[j]] = y.rows[j];
            for (std::size_t i = 0; i < x.rows.size(); ++i) {
                const auto found = free.find(b_keys.of_row[i]);
                if (b_taken[x.rows[i]] || found == free.end() || !b_keys.is_only(i) || a_taken[found->second]) continue;
                // A number alone is a line's, unless a column came or went beside it and changed the key.
                const bool same_columns =
                    before.blocks[x.rows[i]].cells.size() == after.blocks[found->second].cells.size();
                if (kind == &TableRows::numbers && same_columns) continue;
                join(x.rows[i], found->second);
            }
        }
        pair_renamed(before, x, b_taken, after, y, a_taken, in_order, join);
        for_each_gap(x, b_taken, y, a_taken, in_order, [&](const auto& b_free, const auto& a_free) {
            for (const auto& [i, j] : pair_measured_rows(before, b_free, after, a_free)) join(b_free[i], a_free[j]);
        });
    }
}

TablePairs::TablePairs(const Document& before, const Document& after, std::span<const BlockPair> pairs) {
    std::map<std::pair<std::uint32_t, std::uint32_t>, std::vector<BlockPair>> shared;
    std::unordered_set<std::uint32_t> b_tables;
    std::unordered_set<std::uint32_t> a_tables;
    for (const BlockPair& pair : pairs) {
        const Block& x = before.blocks[pair.before];
        const Block& y = after.blocks[pair.after];
        if (!is_row(x) || !is_row(y)) continue;
        shared[{x.table, y.table}].push_back(pair);
        b_tables.insert(x.table);
        a_tables.insert(y.table);
    }
    const RowsByTable b_rows = rows_by_table(before, b_tables);
    const RowsByTable a_rows = rows_by_table(after, a_tables);
    std::vector<std::pair<const std::pair<std::uint32_t, std::uint32_t>, std::vector<BlockPair>>*> tables;
    for (auto& rows : shared) tables.push_back(&rows);
    std::vector<std::optional<ColumnPairs>> found(tables.size());
    for_each_index(tables.size(), tables_a_thread, [&](std::size_t i) {
        const auto& [ids, rows] = *tables[i];
        ColumnMatcher matcher(before, b_rows.at(ids.first), after, a_rows.at(ids.second), rows);
        if (matcher.is_told()) found[i] = matcher.run();
    });
    for (std::size_t i = 0; i < tables.size(); ++i)
        if (found[i]) columns_.emplace(tables[i]->first, std::move(*found[i]));
}

const ColumnPairs* TablePairs::find(std::uint32_t before_table, std::uint32_t after_table) const {
    const auto found = columns_.find({before_table, after_table});
    return found == columns_.end() ? nullptr : &found->second;
}

CellPairs pair_cells(const Document& before, BlockId b, const Document& after, BlockId a, const TablePairs& tables) {
    const Block& x = before.blocks[b];
    const Block& y = after.blocks[a];
    const ColumnPairs* columns = tables.find(x.table, y.table);
    if (columns != nullptr && columns->before_count == x.cells.size() && columns->after_count == y.cells.size())
        return columns->in_order;
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
