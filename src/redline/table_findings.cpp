// Looks at the pairs of tables, and at runs of rows and paragraphs that stand on one side only.
#include "redline/table_findings.hpp"

#include <algorithm>
#include <optional>
#include <set>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "diff/word_diff.hpp"
#include "quantity/quantity.hpp"
#include "redline/values.hpp"
#include "redline/wording.hpp"
#include "text/words.hpp"

namespace stet {

namespace {

/// A row says the same as a paragraph that has so much of its words and figures, in percent, or all of its words if it
/// is not so many times longer (and a few words more).
constexpr std::size_t least_shared = 60;
constexpr std::size_t most_longer = 4;
constexpr std::size_t few_words = 12;
/// Rows are named by their first cell: of so many bytes, so many of them.
constexpr std::size_t longest_name = 60;
constexpr std::size_t most_names = 8;
/// Longer runs of one-sided blocks are looked at no further.
constexpr std::uint32_t longest_run = 2000;
/// Rows are looked for in paragraphs of so many bytes, until so many are not there.
constexpr std::size_t longest_prose = 4000;
constexpr std::size_t most_absent = 8;

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

bool is_one_sided(const RedlineBlock& block) {
    return block.status == BlockStatus::inserted || block.status == BlockStatus::deleted;
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

/// The text of a block that stands on one side only.
std::string_view text_of(const Redline& redline, const RedlineBlock& block) {
    const Span span = block.after != none ? block.after_text : block.before_text;
    return std::string_view(block_of(redline, block).text).substr(span.begin, span.size());
}

std::string in_small_letters(std::string_view printed) {
    std::string text(printed);
    for (char& c : text)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return text;
}

/// In either case of letters: a row begins with a capital, an item need not.
TextKeys text_keys(std::string_view printed) {
    const std::string text = in_small_letters(printed);
    std::vector<Token> tokens;
    tokenize(text, {0, static_cast<std::uint32_t>(text.size())}, tokens);
    TextKeys out;
    for (const Token& token : tokens)
        if (token.kind != TokenKind::punctuation)
            (token.kind == TokenKind::word ? out.words : out.figures).insert(token.key);
    return out;
}

std::size_t shared_with(const std::unordered_set<std::uint64_t>& few, const std::unordered_set<std::uint64_t>& many) {
    return static_cast<std::size_t>(
        std::count_if(few.begin(), few.end(), [&](std::uint64_t key) { return many.contains(key); }));
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

bool has_currency(std::string_view text) {
    return text.find('$') != std::string_view::npos || text.find("£") != std::string_view::npos ||
           text.find("€") != std::string_view::npos;
}

/// Counts of two digits behind the point on both sides, or on the one there is.
bool is_bare_sum(const ValueChange& value) {
    const auto has_cents = [](const std::string& amount) {
        return amount.empty() || (amount.size() > 3 && amount[amount.size() - 3] == '.');
    };
    return value.type == quantity_type_name(QuantityType::count) && has_cents(value.before) && has_cents(value.after);
}

/// “3.08 hours” against a cell's “3.08”: the unit stands at the table's head.
bool is_unit_alone(const ValueChange& value) {
    const auto has_unit = [](const std::string& longer, const std::string& shorter) {
        return !shorter.empty() && longer.size() > shorter.size() && longer.starts_with(shorter) &&
               longer[shorter.size()] == ' ';
    };
    return has_unit(value.before, value.after) || has_unit(value.after, value.before);
}

/// The first cell with a letter, in small letters.
std::string key_cell(const Block& row) {
    for (const Span& cell : row.cells) {
        std::string words = in_small_letters(std::string_view(row.text).substr(cell.begin, cell.size()));
        if (has_letter(words)) return words;
    }
    return {};
}

bool is_letter_or_digit(char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0xC3;
}

/// Where whole words stand in a text from a place on; npos where they do not.
std::size_t find_words(std::string_view text, std::string_view words, std::size_t from) {
    for (std::size_t at = text.find(words, from); at != std::string_view::npos; at = text.find(words, at + 1)) {
        const std::size_t end = at + words.size();
        const bool begins = at == 0 || !is_letter_or_digit(text[at - 1]);
        if (begins && (end == text.size() || !is_letter_or_digit(text[end]))) return at;
    }
    return std::string_view::npos;
}

/// Behind the mark that parts two rows of a prose list: the first semicolon or end of a sentence in text[from, to),
/// else the last comma; nothing where there is none.
std::optional<std::uint32_t> parting(std::string_view text, std::size_t from, std::size_t to) {
    std::optional<std::uint32_t> comma;
    for (std::size_t i = from; i < to; ++i) {
        const bool before_blank = i + 1 < text.size() && (text[i + 1] == ' ' || text[i + 1] == '\n');
        if (text[i] == ';' || (text[i] == '.' && before_blank)) return static_cast<std::uint32_t>(i + 1);
        if (text[i] == ',' && before_blank) comma = static_cast<std::uint32_t>(i + 1);
    }
    return comma;
}

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

bool has_digit(std::string_view text) {
    return text.find_first_of("0123456789") != std::string_view::npos;
}

/// A paragraph cut behind its semicolons, where every part has a figure.
std::vector<Span> parts_by_mark(std::string_view printed) {
    std::vector<Span> parts;
    for (std::size_t at = 0; at < printed.size();) {
        const std::size_t end = std::min(printed.find(';', at), printed.size() - 1) + 1;
        if (!has_digit(printed.substr(at, end - at))) return {};
        parts.push_back({static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)});
        at = end;
    }
    return parts;
}

/// A paragraph cut into what it says of each row that it names, in the order of the rows: "Year 1: $900; Year 2: $950".
/// Whole where it names less than two, or where what it says of them cannot be parted.
std::vector<Span> parts_by_name(std::string_view printed, std::span<const std::string> names) {
    const Span whole{0, static_cast<std::uint32_t>(printed.size())};
    if (printed.size() > longest_prose) return {whole};
    if (std::vector<Span> parts = parts_by_mark(printed); parts.size() > 1) return parts;
    const std::string text = in_small_letters(printed);
    std::vector<Span> parts;
    std::size_t behind = 0;  // the last name found
    std::size_t absent = 0;
    for (const std::string& name : names) {
        if (absent > most_absent) break;
        const std::size_t at = name.empty() ? std::string::npos : find_words(text, name, behind);
        if (at == std::string::npos) {
            ++absent;
            continue;
        }
        if (parts.empty()) {
            parts.push_back(whole);
        } else {
            const auto cut = parting(text, behind, at);
            if (!cut) return {whole};
            parts.back().end = *cut;
            parts.push_back({*cut, whole.end});
        }
        behind = at + name.size();
    }
    const bool all_say = std::all_of(parts.begin(), parts.end(),
                                     [&](Span part) { return has_digit(printed.substr(part.begin, part.size())); });
    return parts.size() < 2 || !all_say ? std::vector{whole} : parts;
}

/// Whether a paragraph says what a row says.
bool says_row(const TextKeys& row, const TextKeys& text) {
    const std::size_t words = shared_with(row.words, text.words);
    const std::size_t figures = shared_with(row.figures, text.figures);
    const bool any_word = words > 0 || row.words.empty();
    if (any_word && 100 * (words + figures) >= least_shared * row.size()) return true;
    return words > 0 && words == row.words.size() && text.size() <= most_longer * row.size() + few_words;
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

bool shares_any(const TextKeys& x, const TextKeys& y) {
    return shared_with(x.words, y.words) + shared_with(x.figures, y.figures) > 0;
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
    for (const Block& block : redline.after.blocks) {
        if (block.table == 0 || !has_currency(block.text)) continue;
        if (block.table >= has_sums_.size()) has_sums_.resize(block.table + 1);
        std::vector<bool>& columns = has_sums_[block.table];
        columns.resize(std::max(columns.size(), block.cells.size()), false);
        for (std::size_t i = 0; i < block.cells.size(); ++i)
            if (has_currency(std::string_view(block.text).substr(block.cells[i].begin, block.cells[i].size())))
                columns[i] = true;
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
    if (!gone.empty()) describe_rewritten(blocks, true, change, told);
    if (!came.empty()) describe_rewritten(blocks, false, change, told);
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

/// The cells in order, those of columns that moved last; without those of a titled column that came or went, and the
/// numbers by which tables count their rows.
std::vector<TableFindings::ComparedCell> TableFindings::compared_cells(const RedlineBlock& row,
                                                                       const ColumnPairs& columns) const {
    const Block& before = redline_.before.blocks[row.before];
    const Block& after = redline_.after.blocks[row.after];
    const auto stands_alone = [&](std::uint32_t b, std::uint32_t a) {
        return std::find(columns.in_order.begin(), columns.in_order.end(), std::pair(b, a)) != columns.in_order.end();
    };
    const auto spanning = spanning_cell(before, after, columns);
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
        if (!flagged && !line_number && !spans)
            out.push_back({{row.edits.begin() + first, row.edits.begin() + end}, a});
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

std::vector<ValueChange> TableFindings::values(const RedlineBlock& row) const {
    const Block& before = redline_.before.blocks[row.before];
    const Block& after = redline_.after.blocks[row.after];
    const auto& nouns = redline_.after.reference_nouns;
    const ColumnPairs* columns = columns_of(row);
    if (columns == nullptr) return find_value_changes(before.text, after.text, row.edits, nouns);
    std::vector<ValueChange> out;
    for (const ComparedCell& cell : compared_cells(row, *columns))
        for (ValueChange& value : find_value_changes(before.text, after.text, cell.edits, nouns)) {
            // Only the first row and the total have the sign: "$38.60", "9.15", "$47.75".
            if (is_bare_sum(value) && has_sums(after, cell.column))
                value.type = quantity_type_name(QuantityType::money);
            out.push_back(std::move(value));
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
    for (const ComparedCell& cell : compared_cells(row, *columns))
        for (Flag& flag : find_wording_flags(before.text, after.text, cell.edits, words))
            out.push_back(std::move(flag));
    return out;
}

std::vector<ValueChange> TableFindings::lone_values(const RedlineBlock& row) const {
    const Block& block = block_of(redline_, row);
    const bool gone = row.after == none;
    const auto text = [&](bool wanted) { return wanted ? std::string_view(block.text) : std::string_view(); };
    std::vector<ValueChange> out;
    std::uint32_t first = 0;
    for (std::uint32_t cell = 0; cell < row.cell_ends.size(); ++cell) {
        if (cell == 0 && row.cell_ends.size() > 1) {
            first = row.cell_ends[cell];
            continue;
        }
        const auto edits = std::span(row.edits).subspan(first, row.cell_ends[cell] - first);
        first = row.cell_ends[cell];
        const bool figure =
            cell < block.cells.size() && !block.cells[cell].empty() && is_digit(block.text[block.cells[cell].begin]);
        for (ValueChange& value : find_value_changes(text(gone), text(!gone), edits, redline_.after.reference_nouns)) {
            if (is_bare_sum(value) && !gone && has_sums(block, cell))
                value.type = quantity_type_name(QuantityType::money);
            const bool count = value.type == quantity_type_name(QuantityType::count);
            if (tells_alone(value) || (count && figure)) out.push_back(std::move(value));
        }
    }
    return out;
}

/// Rows of the section that stand on one side only, against the paragraphs of the other side in the same run.
void TableFindings::describe_rewritten(std::span<const std::uint32_t> blocks, bool to_list, Change& change,
                                       ToldBlocks& told) const {
    const BlockStatus status = to_list ? BlockStatus::deleted : BlockStatus::inserted;
    std::uint32_t done = 0;  // behind the last run looked at
    for (const std::uint32_t index : blocks) {
        if (index < done || redline_.blocks[index].status != status || redline_.blocks[index].cell_ends.empty())
            continue;
        std::uint32_t first = index;
        std::uint32_t last = index;
        while (first > done && index - first < longest_run && is_one_sided(redline_.blocks[first - 1])) --first;
        while (last < redline_.blocks.size() && last - index < longest_run && is_one_sided(redline_.blocks[last]))
            ++last;
        done = last;
        std::vector<std::uint32_t> rows;
        for (std::uint32_t i = first; i < last; ++i)
            if (redline_.blocks[i].status == status && !redline_.blocks[i].cell_ends.empty()) rows.push_back(i);
        const Rewriting found = rewritten_rows(first, last, to_list);
        if (found.pairs.size() < 2 || 2 * found.pairs.size() < rows.size()) continue;
        add_flag(change, to_list ? "table-to-list" : "list-to-table", FlagSeverity::medium,
                 to_list ? "a table became a list" : "a list became a table");
        for (const RewrittenRow& pair : found.pairs) {
            add_values(pair, rows, change);
            told.emplace(pair.row, none);
            told.emplace(pair.text.block, pair.text.edit);
        }
        for (const std::uint32_t head : found.heads) told.emplace(head, none);
        for (const Saying& left : found.left)
            if (told.contains(left.block)) add_lone_values(left, to_list, change);
    }
}

/// The values of a part of a paragraph that says no row, while other parts do.
void TableFindings::add_lone_values(const Saying& part, bool to_list, Change& change) const {
    const Span whole{0, part.span.size()};
    const std::string_view text = text_of_saying(part);
    const std::vector<Edit> edits = {to_list ? Edit{EditOp::inserted, false, {}, whole}
                                             : Edit{EditOp::deleted, false, whole, {}}};
    for (ValueChange& value :
         find_value_changes(to_list ? std::string_view() : text, to_list ? text : std::string_view(), edits,
                            redline_.after.reference_nouns))
        if (tells_alone(value)) change.values.push_back(std::move(value));
}

std::uint32_t TableFindings::table_of(std::uint32_t block) const {
    return block_of(redline_, redline_.blocks[block]).table;
}

bool TableFindings::is_first_row(std::uint32_t row) const {
    return row == 0 || table_of(row - 1) != table_of(row);
}

/// Whether a row without figures stands over one with some: a head, which no item says.
bool TableFindings::heads_figures(std::uint32_t row, std::uint32_t last, const TextKeys& keys) const {
    if (!keys.figures.empty() || !is_first_row(row)) return false;
    return row + 1 < last && table_of(row + 1) == table_of(row) &&
           !text_keys(text_of(redline_, redline_.blocks[row + 1])).figures.empty();
}

/// The stretch of a block that may say rows: all of one that stands on one side alone; of a paragraph in front of the
/// run the longest stretch that came to it (went from it).
std::optional<TableFindings::Saying> TableFindings::saying_of(std::uint32_t index, bool in_run, bool to_list) const {
    const RedlineBlock& block = redline_.blocks[index];
    if (!block.cell_ends.empty()) return std::nullopt;
    if (in_run) {
        if (block.status == (to_list ? BlockStatus::deleted : BlockStatus::inserted)) return std::nullopt;
        return Saying{index, none, to_list ? block.after_text : block.before_text};
    }
    if (block.status != BlockStatus::edited) return std::nullopt;
    Saying out{index, none, {}};
    for (std::uint32_t i = 0; i < block.edits.size(); ++i) {
        const Edit& edit = block.edits[i];
        if (edit.op != (to_list ? EditOp::inserted : EditOp::deleted) || edit.aside) continue;
        const Span span = to_list ? edit.after : edit.before;
        if (span.size() > out.span.size()) out = {index, i, span};
    }
    return out.edit == none ? std::nullopt : std::optional(out);
}

std::string_view TableFindings::text_of_saying(const Saying& saying) const {
    const RedlineBlock& block = redline_.blocks[saying.block];
    const bool whole = saying.edit == none;
    const bool of_after = whole ? block.after != none : block.edits[saying.edit].op == EditOp::inserted;
    const Block& text = of_after ? redline_.after.blocks[block.after] : redline_.before.blocks[block.before];
    return std::string_view(text.text).substr(saying.span.begin, saying.span.size());
}

TableFindings::Rewriting TableFindings::rewritten_rows(std::uint32_t first, std::uint32_t last, bool to_list) const {
    const BlockStatus of_rows = to_list ? BlockStatus::deleted : BlockStatus::inserted;
    std::vector<Saying> sayings;
    if (first > 0)
        if (const auto opening = saying_of(first - 1, false, to_list)) sayings.push_back(*opening);
    for (std::uint32_t i = first; i < last; ++i)
        if (const auto saying = saying_of(i, true, to_list)) sayings.push_back(*saying);
    if (sayings.empty()) return {};
    struct Row {
        std::uint32_t block;
        TextKeys keys;
    };
    Rewriting out;
    std::vector<Row> rows;
    std::vector<std::string> names;
    for (std::uint32_t i = first; i < last; ++i) {
        const RedlineBlock& block = redline_.blocks[i];
        if (block.status != of_rows || block.cell_ends.empty()) continue;
        TextKeys keys = text_keys(text_of(redline_, block));
        if (heads_figures(i, last, keys)) out.heads.push_back(i);
        if (keys.size() < 2 || heads_figures(i, last, keys)) continue;
        rows.push_back({i, std::move(keys)});
        names.push_back(key_cell(block_of(redline_, block)));
    }
    struct Part {
        Saying saying;
        TextKeys keys;
        bool found = false;
    };
    std::vector<Part> parts;
    std::size_t named = 0;  // rows that paragraphs name which were cut by them
    for (const Saying& saying : sayings) {
        const std::string_view text = text_of_saying(saying);
        const auto spans = parts_by_name(text, std::span(names).subspan(named));
        for (const Span span : spans) {
            const Span there{saying.span.begin + span.begin, saying.span.begin + span.end};
            parts.push_back({{saying.block, saying.edit, there}, text_keys(text.substr(span.begin, span.size()))});
        }
        if (spans.size() > 1) named = std::min(named + spans.size(), names.size());
    }
    std::vector<std::size_t> part_of(rows.size(), none);
    std::size_t next = 0;  // rows and paragraphs in the same order
    for (std::size_t i = 0; i < rows.size(); ++i)
        for (std::size_t k = next; k < std::min(parts.size(), next + 8); ++k) {
            if (!says_row(rows[i].keys, parts[k].keys)) continue;
            part_of[i] = k;
            next = k + 1;
            break;
        }
    // A row and a part left alone between the same neighbours are one where they share anything.
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (part_of[i] != none) continue;
        const std::size_t before = i > 0 ? part_of[i - 1] : none;
        const std::size_t k = i == 0 ? 0 : before == none ? none : before + 1;
        const std::size_t behind = i + 1 < rows.size() ? part_of[i + 1] : parts.size();
        const bool alone = k != none && behind != none && k + 1 == behind && k < parts.size();
        if (alone && shares_any(rows[i].keys, parts[k].keys)) part_of[i] = k;
    }
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (part_of[i] == none && is_first_row(rows[i].block)) out.heads.push_back(rows[i].block);
        if (part_of[i] == none) continue;
        out.pairs.push_back({rows[i].block, parts[part_of[i]].saying});
        parts[part_of[i]].found = true;
    }
    for (const Part& part : parts)
        if (!part.found) out.left.push_back(part.saying);
    return out;
}

/// The values of a row against those of its paragraph; dates and units that stand at the table's head are no news.
void TableFindings::add_values(const RewrittenRow& pair, const std::vector<std::uint32_t>& rows, Change& change) const {
    const RedlineBlock& row = redline_.blocks[pair.row];
    const bool to_list = row.status == BlockStatus::deleted;
    const std::string_view said = text_of_saying(pair.text);
    const std::string_view before = to_list ? text_of(redline_, row) : said;
    const std::string_view after = to_list ? said : text_of(redline_, row);
    const std::vector<Edit> edits = {{EditOp::deleted, false, {0, static_cast<std::uint32_t>(before.size())}, {}},
                                     {EditOp::inserted, false, {}, {0, static_cast<std::uint32_t>(after.size())}}};
    std::set<std::string> heads;
    for (const Quantity& value : find_quantities(text_of(redline_, redline_.blocks[rows.front()])))
        heads.insert(value.iso);
    for (ValueChange& value : find_value_changes(before, after, edits, redline_.after.reference_nouns)) {
        const bool alone = value.before.empty() || value.after.empty();
        if ((alone && value.type == "date" && heads.contains(value.before + value.after)) || is_unit_alone(value))
            continue;
        change.values.push_back(std::move(value));
    }
}

}  // namespace stet
