// A table that stands for the whole of the base's: its rows as they are printed.
#include <algorithm>
#include <set>

#include "proposal/block_form.hpp"
#include "proposal/find_printed.hpp"
#include "proposal/find_words.hpp"
#include "proposal/letters.hpp"
#include "proposal/named_operation.hpp"
#include "quantity/quantity.hpp"

namespace stet {

namespace {

/// A head without its dates and numbers: what kind of columns stand below it.
std::string kind_of_column(std::string_view head) {
    std::string out;
    std::uint32_t from = 0;
    const auto add = [&](std::string_view words) {
        for (const char c : words)
            if (is_upper(c) || is_lower(c)) out.push_back(is_upper(c) ? static_cast<char>(c - 'A' + 'a') : c);
    };
    for (const Quantity& one : find_quantities(head)) {
        if (one.type != QuantityType::date) continue;
        add(head.substr(from, one.span.begin - from));
        from = one.span.end;
    }
    add(head.substr(from));
    return out;
}

std::string label_of(std::string_view row) {
    return lower_case(one_line(cells_of(row).front()));
}

/// The cells of rows below the head that say an amount, the first column aside.
std::size_t amounts_below_head(const std::vector<std::string>& rows) {
    std::size_t count = 0;
    for (std::size_t i = 1; i < rows.size(); ++i) {
        const std::vector<std::string_view> cells = cells_of(rows[i]);
        count += static_cast<std::size_t>(
            std::count_if(cells.begin() + 1, cells.end(), [](std::string_view cell) { return has_digit(cell); }));
    }
    return count;
}

}  // namespace

/// The rows of the one table of the unit; none where it has several, or text stands among them.
std::vector<BlockId> NamedOperation::rows_of_table() const {
    std::vector<BlockId> rows;
    for (BlockId id = unit_range().first; id < unit_range().end; ++id) {
        const Block& block = base_.blocks[id];
        if (block.kind != BlockKind::table_row) continue;
        if (!rows.empty() && block.table != base_.blocks[rows.back()].table) return {};
        rows.push_back(id);
    }
    for (std::size_t i = 1; i < rows.size(); ++i)
        for (BlockId id = rows[i - 1] + 1; id < rows[i]; ++id)
            if (!is_set_aside(base_.blocks[id].kind)) return {};
    return rows;
}

/// Why the table that is printed is not surely the whole of the base's in new words; empty where it is.
std::string NamedOperation::why_not_whole_table(const std::vector<BlockId>& old) const {
    const std::vector<std::string>& rows = operation_.table_rows;
    if (old.size() < 2 || rows.size() < 2) return "there is not one table for another";
    const bool compares = std::any_of(operation_.cells.begin(), operation_.cells.end(),
                                      [](const SetCell& cell) { return cell.current.has_value(); });
    if (compares || operation_.cells.size() != amounts_below_head(rows))
        return "not every column of it is an amount that is to hold";
    std::set<std::string> kinds;
    for (const std::string_view head : cells_of(rows.front())) kinds.insert(kind_of_column(head));
    const Block& head = base_.blocks[old.front()];
    for (std::size_t i = 1; i < head.cells.size(); ++i)
        if (!kinds.contains(kind_of_column(text_of(head, head.cells[i]))))
            return "it has no column for “" + one_line(text_of(head, head.cells[i])) + "”";
    std::set<std::string> labels;
    for (const std::string& row : rows) labels.insert(label_of(row));
    const auto kept = std::count_if(old.begin(), old.end(), [&](BlockId id) {
        return !base_.blocks[id].cells.empty() &&
               labels.contains(lower_case(one_line(text_of(base_.blocks[id], base_.blocks[id].cells.front()))));
    });
    return static_cast<std::size_t>(kept) * 2 > old.size() ? std::string() : "few of its rows are those of the base";
}

/// The table of the unit gives way to the one that is printed, where both are surely the same table; false where not.
bool NamedOperation::take_whole_table() {
    const std::vector<BlockId> old = rows_of_table();
    const bool unread = std::any_of(operation_.flags.begin(), operation_.flags.end(),
                                    [](const Flag& flag) { return flag.code == words_not_read; });
    if (!operation_.takes_table_place || operation_.table_rows.empty() || unread) return false;
    if (const std::string reason = why_not_whole_table(old); !reason.empty()) {
        if (old.size() > 1) fail(step_.reason + "; nor does it stand for the whole table: " + reason);
        return false;
    }
    step_.reason.clear();
    take_unit(unit_);
    std::set<std::string> labels;
    std::vector<NewBlock> fresh;
    for (const std::string& row : operation_.table_rows) {
        labels.insert(label_of(row));
        fresh.push_back({BlockKind::table_row, 0, "", row});
    }
    for (const BlockId id : old) {
        const Block& block = base_.blocks[id];
        wish_.removals.push_back({id, id + 1, by_});
        if (!block.cells.empty() && !labels.contains(lower_case(one_line(text_of(block, block.cells.front())))))
            remark(step_, "the new table has no row “" + first_words(block.text) + "”");
    }
    remark(step_, "inferred: all of the table of line " + std::to_string(base_.blocks[old.front()].line()) +
                      " gives way to the one that is printed");
    wish_.insertions.push_back({old.front(), false, {fresh.front()}, by_});
    wish_.insertions.push_back({old[1], false, {fresh.begin() + 1, fresh.end()}, by_});
    return true;
}

}  // namespace stet
