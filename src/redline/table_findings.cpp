// Looks at the pairs of tables and the rows that stand on one side only.
#include "redline/table_findings.hpp"

#include <algorithm>
#include <optional>
#include <set>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "diff/word_diff.hpp"
#include "quantity/quantity.hpp"
#include "quantity/vocabulary.hpp"
#include "redline/values.hpp"
#include "redline/wording.hpp"
#include "text/letters.hpp"
#include "text/word_bytes.hpp"
#include "text/words.hpp"

namespace stet {

namespace {

/// Rows are named by their first cell: of so many bytes, so many of them.
constexpr std::size_t longest_name = 60;
constexpr std::size_t most_names = 8;
/// The rows and blocks of a redline that stand in both documents and are rows in both.
std::vector<BlockPair> row_pairs(const Redline& redline) {
    std::vector<BlockPair> out;
    for (const RedlineBlock& block : redline.blocks) {
        if (block.before == none || block.after == none || block.status == BlockStatus::moved_from) continue;
        if (block.cell_ends.empty()) continue;
        out.push_back({block.before, block.before_text, block.after, block.after_text, false});
    }
    return out;
}

std::uint32_t index_of(const std::vector<Span>& cells, Span part) {
    for (std::uint32_t i = 0; i < cells.size(); ++i)
        if (cells[i].begin <= part.begin && part.end <= cells[i].end && !part.empty()) return i;
    return none;
}

std::string quoted(const std::string& title) {
    return title.empty() ? std::string("a column without a title") : "column “" + title + "”";
}

bool is_date(const std::string& title) {
    const auto values = find_quantities(title);
    return !values.empty() && values.front().type == QuantityType::date;
}

void add_flag(Change& change, const char* code, FlagSeverity severity, std::string text) {
    const bool known = std::any_of(change.flags.begin(), change.flags.end(),
                                   [&](const Flag& flag) { return flag.code == code && flag.text == text; });
    if (!known) change.flags.push_back({code, severity, std::move(text)});
}

bool has_letter(std::string_view text) {
    return std::any_of(text.begin(), text.end(), [](char c) {
        return ((c | 0x20) >= 'a' && (c | 0x20) <= 'z') || static_cast<unsigned char>(c) >= 0xC3;
    });
}

/// A row's first cell; the second one where that is blank, or with it where it is a bare number and the second has
/// words. Empty where it is too long for a name.
std::string name_of_row(const Block& row) {
    const auto words = [&](std::size_t cell) { return row.text.substr(row.cells[cell].begin, row.cells[cell].size()); };
    std::string name = words(0);
    const bool bare = name.find_first_not_of("0123456789. ") == std::string::npos;
    if (bare && row.cells.size() > 1 && (name.empty() || has_letter(words(1))))
        name += (name.empty() ? "" : ", ") + words(1);
    return name.size() > longest_name ? std::string() : name;
}

/// The whole number that a row's first cell is.
std::optional<std::uint32_t> whole_number(const Block& row) {
    constexpr std::size_t most_digits = 6;
    if (row.cells.size() < 2) return std::nullopt;
    std::uint32_t number = 0;
    std::string_view cell = std::string_view(row.text).substr(row.cells[0].begin, row.cells[0].size());
    if (cell.ends_with('.')) cell.remove_suffix(1);
    if (cell.empty() || cell.size() > most_digits) return std::nullopt;
    for (const char c : cell) {
        if (c < '0' || c > '9') return std::nullopt;
        number = number * 10 + static_cast<std::uint32_t>(c - '0');
    }
    return number;
}

/// The tables whose rows are counted in their first cells: 1, 2, 3.
std::unordered_set<std::uint32_t> counted_tables(const Document& document) {
    std::unordered_map<std::uint32_t, std::uint32_t> last;
    std::unordered_set<std::uint32_t> out;
    std::unordered_set<std::uint32_t> others;
    for (const Block& row : document.blocks) {
        const auto number = row.table == 0 ? std::nullopt : whole_number(row);
        if (!number) continue;
        const std::uint32_t before = std::exchange(last[row.table], *number);
        (*number == before + 1 ? out : others).insert(row.table);
    }
    std::erase_if(out, [&](std::uint32_t table) { return others.contains(table) || last[table] < 2; });
    return out;
}

bool is_currency_code(std::string_view word) {
    const VocabularyEntry* entry = find_vocabulary(in_small_letters(word));
    return entry != nullptr && entry->kind == LexemeKind::currency_code;
}

bool has_currency_sign(std::string_view text) {
    return text.find('$') != std::string_view::npos || text.find("£") != std::string_view::npos ||
           text.find("€") != std::string_view::npos;
}

/// "Price (EUR)".
bool has_currency_code(std::string_view text) {
    constexpr std::size_t letters = 3;
    std::vector<Token> tokens;
    tokenize(text, {0, static_cast<std::uint32_t>(text.size())}, tokens);
    return std::any_of(tokens.begin(), tokens.end(), [&](const Token& token) {
        return token.kind == TokenKind::word && token.text.size() == letters &&
               is_currency_code(text.substr(token.text.begin, token.text.size()));
    });
}

/// Counts of two digits behind the point on both sides, or on the one there is.
bool is_bare_sum(const ValueChange& value) {
    const auto has_cents = [](const std::string& amount) {
        return amount.empty() || (amount.size() > 3 && amount[amount.size() - 3] == '.');
    };
    return value.type == quantity_type_name(QuantityType::count) && has_cents(value.before) && has_cents(value.after);
}

bool is_blank(const Block& row, std::uint32_t cell) {
    return row.text.find_first_not_of(" \n\t", row.cells[cell].begin) >= row.cells[cell].end;
}

/// The cell that spans two columns of which one changed places with the other: it stands under the first of them on
/// either side. Nothing where no one cell does.
std::optional<std::pair<std::uint32_t, std::uint32_t>> spanning_cell(const Block& before, const Block& after,
                                                                     const ColumnPairs& columns) {
    std::vector<std::uint32_t> gone;
    std::vector<std::uint32_t> came;
    for (const CellPairs* pairs : {&columns.moved, &columns.in_order})
        for (const auto& [b, a] : columns.moved.empty() ? CellPairs() : *pairs) {
            if (b == none || a == none) continue;
            if (!is_blank(before, b) && is_blank(after, a)) gone.push_back(b);
            if (is_blank(before, b) && !is_blank(after, a)) came.push_back(a);
        }
    if (gone.size() != 1 || came.size() != 1) return std::nullopt;
    return std::pair(gone.front(), came.front());
}

}  // namespace

bool is_reordered_row(const Redline& redline, const RedlineBlock& row) {
    return row.moved_with != none && !block_of(redline, row).cells.empty() &&
           redline.blocks[row.moved_with].section == row.section;
}

TableFindings::TableFindings(const Redline& redline)
    : redline_(redline),
      tables_(redline.before, redline.after, row_pairs(redline)),
      counted_before_(counted_tables(redline.before)),
      counted_after_(counted_tables(redline.after)) {
    std::uint32_t last = 0;
    for (const Block& block : redline.after.blocks) {
        const bool first = block.table != std::exchange(last, block.table);
        if (block.table == 0 || (!first && !has_currency_sign(block.text))) continue;
        if (block.table >= has_sums_.size()) has_sums_.resize(block.table + 1);
        std::vector<bool>& columns = has_sums_[block.table];
        columns.resize(std::max(columns.size(), block.cells.size()), false);
        for (std::size_t i = 0; i < block.cells.size(); ++i) {
            const auto cell = std::string_view(block.text).substr(block.cells[i].begin, block.cells[i].size());
            if (has_currency_sign(cell) || (first && has_currency_code(cell))) columns[i] = true;
        }
    }
}

const ColumnPairs* TableFindings::columns_of(const RedlineBlock& row) const {
    if (row.before == none || row.after == none || row.cell_ends.empty()) return nullptr;
    const Block& before = redline_.before.blocks[row.before];
    const Block& after = redline_.after.blocks[row.after];
    const ColumnPairs* columns = tables_.find(before.table, after.table);
    const bool whole = columns != nullptr && columns->before_count == before.cells.size() &&
                       columns->after_count == after.cells.size();
    return whole ? columns : nullptr;
}

ToldBlocks TableFindings::describe(std::span<const std::uint32_t> blocks, Change& change) const {
    std::set<const ColumnPairs*> seen;
    std::vector<std::uint32_t> gone;
    std::vector<std::uint32_t> came;
    std::vector<std::uint32_t> moved;
    for (const std::uint32_t index : blocks) {
        const RedlineBlock& block = redline_.blocks[index];
        if (block.cell_ends.empty()) continue;
        if (block.status == BlockStatus::deleted) gone.push_back(index);
        if (block.status == BlockStatus::inserted) came.push_back(index);
        if (block.status == BlockStatus::moved_to && is_reordered_row(redline_, block)) moved.push_back(index);
        const ColumnPairs* columns = columns_of(block);
        if (columns != nullptr && seen.insert(columns).second) flag_columns(*columns, change);
    }
    ToldBlocks told;
    const RewrittenTables rewritten(redline_);
    if (!gone.empty() && rewritten.describe(blocks, true, change, told))
        add_flag(change, "table-to-list", FlagSeverity::medium, "a table became a list");
    if (!came.empty() && rewritten.describe(blocks, false, change, told))
        add_flag(change, "list-to-table", FlagSeverity::medium, "a list became a table");
    const auto is_head = [&](std::uint32_t index) {
        const RedlineBlock& row = redline_.blocks[index];
        return std::any_of(seen.begin(), seen.end(), [&](const ColumnPairs* columns) {
            const auto& heads = row.after != none ? columns->after_heads : columns->before_heads;
            return std::find(heads.begin(), heads.end(), row.after != none ? row.after : row.before) != heads.end();
        });
    };
    for (std::vector<std::uint32_t>* rows : {&gone, &came}) {
        for (const std::uint32_t index : *rows)
            if (is_head(index)) told.emplace(index, none);
        std::erase_if(*rows, is_head);
    }
    if (!seen.empty()) {
        flag_rows(gone, FlagSeverity::medium, "row-removed", " removed", change);
        flag_rows(came, FlagSeverity::medium, "row-added", " added", change);
        flag_rows(moved, FlagSeverity::low, "row-moved", " moved", change);
    }
    return told;
}

/// Names the rows that went from the tables of a section, came to them or moved in them.
void TableFindings::flag_rows(std::span<const std::uint32_t> rows, FlagSeverity severity, const char* code,
                              const char* what, Change& change) const {
    std::vector<std::string> names;
    for (const std::uint32_t index : rows) {
        const std::string name = name_of_row(block_of(redline_, redline_.blocks[index]));
        if (!name.empty()) names.push_back("“" + name + "”");
    }
    if (names.empty() || names.size() != rows.size()) return;
    std::string text = names.size() == 1 ? "row " : "rows ";
    for (std::size_t i = 0; i < std::min(names.size(), most_names); ++i) text += (i > 0 ? ", " : "") + names[i];
    if (names.size() > most_names) text += " and " + std::to_string(names.size() - most_names) + " more";
    add_flag(change, code, severity, text + what);
}

void TableFindings::flag_columns(const ColumnPairs& columns, Change& change) const {
    const auto has_moved = [&](std::uint32_t b, std::uint32_t a) {
        return std::any_of(columns.moved.begin(), columns.moved.end(),
                           [&](const auto& pair) { return b != none ? pair.first == b : pair.second == a; });
    };
    for (const auto& [b, a] : columns.in_order) {
        if (b != none && a != none) {
            const std::string& before = columns.before_titles[b];
            const std::string& after = columns.after_titles[a];
            if (before != after && !before.empty() && !after.empty() && !is_date(before) && !is_date(after))
                add_flag(change, "column-renamed", FlagSeverity::low, quoted(before) + " renamed “" + after + "”");
        } else if (!has_moved(b, a)) {
            if (b != none)
                add_flag(change, "column-removed", FlagSeverity::medium, quoted(columns.before_titles[b]) + " removed");
            else
                add_flag(change, "column-added", FlagSeverity::medium, quoted(columns.after_titles[a]) + " added");
        } else if (a != none) {
            add_flag(change, "column-moved", FlagSeverity::low, quoted(columns.after_titles[a]) + " moved");
        }
    }
}

/// Whether both rows' first cells are the numbers by which their tables count the rows.
bool TableFindings::has_line_numbers(const Block& before, const Block& after) const {
    return whole_number(before) && whole_number(after) && counted_before_.contains(before.table) &&
           counted_after_.contains(after.table);
}

/// Whether a row's cell stands in a column of sums.
bool TableFindings::has_sums(const Block& row, std::uint32_t cell) const {
    return row.table < has_sums_.size() && cell < has_sums_[row.table].size() && has_sums_[row.table][cell];
}

/// The cells in order, those of columns that moved last; without those of a titled column that went, the titles of
/// one that came, and the numbers by which tables count their rows.
std::vector<TableFindings::ComparedCell> TableFindings::compared_cells(const RedlineBlock& row,
                                                                       const ColumnPairs& columns) const {
    const Block& before = redline_.before.blocks[row.before];
    const Block& after = redline_.after.blocks[row.after];
    const auto stands_alone = [&](std::uint32_t b, std::uint32_t a) {
        return std::find(columns.in_order.begin(), columns.in_order.end(), std::pair(b, a)) != columns.in_order.end();
    };
    const auto spanning = spanning_cell(before, after, columns);
    const bool head =
        std::find(columns.after_heads.begin(), columns.after_heads.end(), row.after) != columns.after_heads.end();
    std::vector<ComparedCell> out;
    std::uint32_t first = 0;
    for (const std::uint32_t end : row.cell_ends) {
        std::uint32_t b = none;
        std::uint32_t a = none;
        for (std::uint32_t i = first; i < end; ++i) {
            if (row.edits[i].op != EditOp::inserted && b == none) b = index_of(before.cells, row.edits[i].before);
            if (row.edits[i].op != EditOp::deleted && a == none) a = index_of(after.cells, row.edits[i].after);
        }
        const bool apart = (b == none) != (a == none) && stands_alone(b, a);
        const bool line_number = b == 0 && a == 0 && has_line_numbers(before, after);
        const bool flagged = apart && !(b != none ? columns.before_titles[b] : columns.after_titles[a]).empty();
        const bool spans = spanning && (b == spanning->first || a == spanning->second);
        const bool moved =
            std::any_of(columns.moved.begin(), columns.moved.end(), [&](const auto& pair) { return pair.second == a; });
        const bool comes = flagged && b == none && !head && !moved;
        if ((comes || !flagged) && !line_number && !spans)
            out.push_back({{row.edits.begin() + first, row.edits.begin() + end}, a, comes});
        first = end;
    }
    const auto compare = [&](std::uint32_t b, std::uint32_t a) {
        out.push_back(
            {word_diff({redline_.before, row.before, before.cells[b]}, {redline_.after, row.after, after.cells[a]}),
             a});
    };
    if (spanning) compare(spanning->first, spanning->second);
    for (const auto& [b, a] : columns.moved)
        if (!spanning || (b != spanning->first && a != spanning->second)) compare(b, a);
    return out;
}

std::vector<ValueChange> TableFindings::values(const RedlineBlock& row, std::vector<Flag>& flags) const {
    const Block& before = redline_.before.blocks[row.before];
    const Block& after = redline_.after.blocks[row.after];
    const auto& nouns = redline_.after.reference_nouns;
    const ColumnPairs* columns = columns_of(row);
    if (columns == nullptr) return find_value_changes(before.text, after.text, row.edits, nouns, &flags);
    std::vector<ValueChange> out;
    for (const ComparedCell& cell : compared_cells(row, *columns)) {
        if (cell.is_of_new_column) {
            add_lone_values(after, false, cell.column, cell.edits, out);
            continue;
        }
        for (ValueChange& value : find_value_changes(before.text, after.text, cell.edits, nouns, &flags)) {
            // Only the first row and the total have the sign: "$38.60", "9.15", "$47.75".
            if (is_bare_sum(value) && has_sums(after, cell.column))
                value.type = quantity_type_name(QuantityType::money);
            out.push_back(std::move(value));
        }
    }
    return out;
}

std::vector<Flag> TableFindings::flags(const RedlineBlock& row, const WeightyWords* words) const {
    const Block& before = redline_.before.blocks[row.before];
    const Block& after = redline_.after.blocks[row.after];
    const ColumnPairs* columns = columns_of(row);
    if (columns == nullptr || columns->moved.empty())
        return find_wording_flags(before.text, after.text, row.edits, words);
    std::vector<Flag> out;
    for (const ComparedCell& cell : compared_cells(row, *columns)) {
        if (cell.is_of_new_column) continue;
        for (Flag& flag : find_wording_flags(before.text, after.text, cell.edits, words))
            out.push_back(std::move(flag));
    }
    return out;
}

/// The values of a cell that stands on one side only; counts where the cell opens with a figure.
void TableFindings::add_lone_values(const Block& row, bool gone, std::uint32_t cell, std::span<const Edit> edits,
                                    std::vector<ValueChange>& out) const {
    const auto text = [&](bool wanted) { return wanted ? std::string_view(row.text) : std::string_view(); };
    const bool figure =
        cell < row.cells.size() && !row.cells[cell].empty() && is_digit(row.text[row.cells[cell].begin]);
    for (ValueChange& value : find_value_changes(text(gone), text(!gone), edits, redline_.after.reference_nouns)) {
        if (is_bare_sum(value) && !gone && has_sums(row, cell)) value.type = quantity_type_name(QuantityType::money);
        const bool count = value.type == quantity_type_name(QuantityType::count);
        if (tells_alone(value) || (count && figure)) out.push_back(std::move(value));
    }
}

std::vector<ValueChange> TableFindings::lone_values(const RedlineBlock& row) const {
    const Block& block = block_of(redline_, row);
    std::vector<ValueChange> out;
    std::uint32_t first = 0;
    for (std::uint32_t cell = 0; cell < row.cell_ends.size(); ++cell) {
        const auto edits = std::span(row.edits).subspan(first, row.cell_ends[cell] - first);
        first = row.cell_ends[cell];
        if (cell > 0 || row.cell_ends.size() == 1) add_lone_values(block, row.after == none, cell, edits, out);
    }
    return out;
}

}  // namespace stet
