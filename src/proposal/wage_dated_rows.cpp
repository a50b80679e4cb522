// Joins the rows of a schedule that has a date in each.
#include "proposal/wage_dated_rows.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <string>

#include "grammar/wording.hpp"
#include "proposal/wage_arithmetic.hpp"
#include "quantity/quantity.hpp"

namespace stet {

namespace {

/// A table that is one row: when it holds ("" for now) and whom it is for.
struct DatedRow {
    std::string name;
    std::string date;
};

class DatedRows {
public:
    DatedRows(const Document& document, const WageWords& words) : document_(document), words_(words) {
        for (const Block& block : document.blocks)
            if (block.kind == BlockKind::table_row && block.cells.size() > 1) rows_[block.line()] = &block;
    }

    std::optional<DatedRow> read(const WageTable& table) const {
        const bool alone = table.effective.size() == 1 && table.effective.front().empty() && !table.rows.empty();
        if (!alone || table.raises.size() > 0) return std::nullopt;
        for (const WageRow& row : table.rows)
            if (row.current || row.proposed.size() != 1 || row.line_new != table.rows.front().line_new)
                return std::nullopt;
        DatedRow out;
        const std::vector<Quantity> found = find_quantities(table.classification);
        const bool date = found.size() == 1 && found.front().type == QuantityType::date &&
                          found.front().span.size() == table.classification.size();
        if (date)
            out.date = found.front().iso;
        else if (!opens_with(phrase_key(table.classification), words_.current))
            return std::nullopt;
        out.name = first_cell(table.rows.front().line_new);
        if (out.name.empty() || out.name == table.classification) return std::nullopt;
        return out;
    }

private:
    std::string first_cell(std::uint32_t line) const {
        if (const auto row = rows_.find(line); row != rows_.end()) {
            const Block& block = *row->second;
            const Span first = block.cells.front();
            return fold_blanks(std::string_view(block.text).substr(first.begin, first.size()));
        }
        if (line == 0 || line > document_.source.line_count()) return {};
        std::string_view text = document_.source.line(line);
        text.remove_prefix(std::min(text.find_first_not_of(" \t"), text.size()));
        return fold_blanks(text.substr(0, std::min(text.find('\t'), text.find("  "))));
    }

    const Document& document_;
    const WageWords& words_;
    std::map<std::uint32_t, const Block*> rows_;
};

bool same_steps(const WageTable& a, const WageTable& b) {
    return std::equal(a.rows.begin(), a.rows.end(), b.rows.begin(), b.rows.end(),
                      [](const WageRow& x, const WageRow& y) { return x.step_new == y.step_new; });
}

void take_row(WageTable& into, const WageTable& row, const DatedRow& dated) {
    into.lines.last = std::max(into.lines.last, row.lines.last);
    if (!dated.date.empty()) into.effective.push_back(dated.date);
    for (std::size_t i = 0; i < into.rows.size(); ++i) {
        if (dated.date.empty())
            into.rows[i].current = row.rows[i].proposed.front();
        else
            into.rows[i].proposed.push_back(row.rows[i].proposed.front());
    }
}

}  // namespace

void join_dated_rows(std::vector<WageTable>& tables, const Document& document, const WageWords& words) {
    const DatedRows rows(document, words);
    std::vector<WageTable> out;
    std::vector<std::size_t> joined;
    std::string name;  // of the last table, where it is one of such rows
    for (WageTable& table : tables) {
        const auto dated = rows.read(table);
        if (!dated) {
            name.clear();
            out.push_back(std::move(table));
            continue;
        }
        const bool goes_on = dated->name == name && same_steps(out.back(), table);
        if (!goes_on) {
            WageTable opened = table;
            opened.classification = name = dated->name;
            opened.effective.clear();
            for (WageRow& row : opened.rows) row.proposed.clear();
            joined.push_back(out.size());
            out.push_back(std::move(opened));
        }
        take_row(out.back(), table, *dated);
    }
    for (const std::size_t index : joined)
        for (WageRow& row : out[index].rows) compute_increases(row);
    tables = std::move(out);
}

}  // namespace stet
