// Reads the base's tables as labels and amounts, pairs rows by their labels, columns by their dates, sets the figures.
#include "proposal/set_table.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>

#include "proposal/find_printed.hpp"
#include "proposal/find_words.hpp"
#include "proposal/wage_cell.hpp"
#include "quantity/quantity.hpp"

namespace stet {

namespace {

constexpr std::size_t most_told = 6;
constexpr std::size_t most_named = 3;  ///< rows of one kind

/// A label as it is compared: words and numbers, whatever their case and signs.
std::string folded(std::string_view text) {
    std::string out;
    for (const char c : text) {
        const bool upper = c >= 'A' && c <= 'Z';
        const bool kept = upper || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (c & 0x80) != 0;
        if (kept)
            out.push_back(upper ? static_cast<char>(c + 32) : c);
        else if (!out.empty() && out.back() != ' ' && c != ',')
            out.push_back(' ');
    }
    while (!out.empty() && out.back() == ' ') out.pop_back();
    return out;
}

struct BaseAmount {
    std::size_t column = 0;
    Decimal amount;
    Span figure;  ///< in the block's text
};

struct BaseRow {
    BlockId block = 0;
    std::string caption;              ///< folded: of a row or line above that names what follows
    std::vector<std::string> labels;  ///< folded
    std::vector<BaseAmount> amounts;
};

struct BaseTable {
    std::uint32_t id = 0;
    std::map<std::size_t, std::string> dates;               ///< by column
    std::map<std::size_t, std::pair<BlockId, Span>> heads;  ///< where these stand: the date alone
    std::vector<BaseRow> rows;
};

/// From the first digit (or the point before it) to the last.
Span figure_in(std::string_view text, Span cell) {
    const std::string_view own = text.substr(cell.begin, cell.size());
    std::size_t first = own.find_first_of("0123456789");
    const std::size_t last = own.find_last_of("0123456789");
    if (first == std::string_view::npos) return {};
    if (first > 0 && own[first - 1] == '.') --first;
    return {cell.begin + static_cast<std::uint32_t>(first), cell.begin + static_cast<std::uint32_t>(last) + 1};
}

class BaseTables {
public:
    BaseTables(const Document& base, BlockRange within) : base_(base) {
        for (BlockId id = within.first; id < within.end; ++id) {
            const Block& block = base_.blocks[id];
            if (is_set_aside(block.kind)) continue;
            if (block.kind == BlockKind::table_row)
                add_row(id);
            else
                caption_ = folded(block.text);
        }
    }

    std::vector<BaseTable> take() { return std::move(tables_); }

private:
    void add_row(BlockId id) {
        const Block& block = base_.blocks[id];
        if (tables_.empty() || tables_.back().id != block.table) tables_.push_back({block.table, {}, {}, {}});
        BaseTable& table = tables_.back();
        BaseRow row;
        row.block = id;
        row.caption = caption_;
        for (std::size_t column = 0; column < block.cells.size(); ++column) {
            const Span cell = block.cells[column];
            const WageCell read = read_wage_cell(std::string_view(block.text).substr(cell.begin, cell.size()));
            const bool step = column == 0 && read.has_amount() && !read.looks_like_money() && read.date.empty();
            if ((read.kind == WageCell::words || step) && row.amounts.empty()) row.labels.push_back(folded(read.text));
            if (!step && read.has_amount() && read.amount && read.date.empty() &&
                (read.kind == WageCell::money || read.looks_like_money()))
                row.amounts.push_back({column, *read.amount, figure_in(block.text, cell)});
        }
        if (!row.amounts.empty())
            table.rows.push_back(std::move(row));
        else if (row.labels.size() == 1 && !has_dates(block))
            caption_ = row.labels.front();
        else if (table.rows.empty())
            add_head(id, table);
    }

    static bool has_dates(const Block& block) {
        return std::any_of(block.cells.begin(), block.cells.end(), [&](Span cell) {
            return !read_wage_cell(std::string_view(block.text).substr(cell.begin, cell.size())).date.empty();
        });
    }

    void add_head(BlockId id, BaseTable& table) {
        const Block& block = base_.blocks[id];
        for (std::size_t column = 0; column < block.cells.size(); ++column) {
            const Span cell = block.cells[column];
            const std::string_view text = std::string_view(block.text).substr(cell.begin, cell.size());
            for (const Quantity& one : find_quantities(text))
                if (one.type == QuantityType::date && one.iso == read_wage_cell(text).date) {
                    table.dates[column] = one.iso;
                    table.heads[column] = {id, {cell.begin + one.span.begin, cell.begin + one.span.end}};
                }
        }
    }

    const Document& base_;
    std::string caption_;
    std::vector<BaseTable> tables_;
};

/// A row of the base and its table.
struct Found {
    const BaseTable* table = nullptr;
    const BaseRow* row = nullptr;
};

/// The cells of one row of the proposal's table.
struct WantedRow {
    std::vector<const SetCell*> cells;
    std::string whose;  ///< folded: its classification
    std::string step;   ///< folded: its own label
    const SetCell& first() const { return *cells.front(); }
};

bool has_amount(const BaseRow& row, const Decimal& amount) {
    return std::any_of(row.amounts.begin(), row.amounts.end(),
                       [&](const BaseAmount& one) { return one.amount == amount; });
}

std::string name_of(const SetCell& cell) {
    if (cell.classification.empty() || cell.row.empty()) return cell.classification + cell.row;
    return cell.classification + ", " + cell.row;
}

std::string with_commas(std::string figure) {
    std::size_t at = std::min(figure.find('.'), figure.size());
    while (at > 3) {
        at -= 3;
        figure.insert(at, ",");
    }
    return figure;
}

constexpr const char* months[] = {"January", "February", "March",     "April",   "May",      "June",
                                  "July",    "August",   "September", "October", "November", "December"};

/// "January 1, 2027" of "2027-01-01"; anything else as it is.
std::string date_words(const std::string& iso) {
    constexpr std::size_t iso_length = 10;
    const bool is_day = iso.size() == iso_length && iso.find_first_not_of("0123456789-") == std::string::npos &&
                        iso.front() != '-' && iso[4] == '-';
    const int month = is_day ? std::stoi(iso.substr(5, 2)) : 0;
    if (month < 1 || month > 12) return iso;
    return months[month - 1] + (" " + std::to_string(std::stoi(iso.substr(8)))) + ", " + iso.substr(0, 4);
}

/// "2027-04-04" as "4/4/2027", "April 4, 2027" … after the date in whose place it is written; nothing where that has
/// another form.
std::optional<std::string> date_like(const std::string& iso, std::string_view old) {
    if (iso.size() != 10) return std::nullopt;
    const int month = std::stoi(iso.substr(5, 2));
    const std::string day = std::to_string(std::stoi(iso.substr(8)));
    if (month < 1 || month > 12) return std::nullopt;
    if (old.find_first_not_of("0123456789/") == std::string_view::npos) {
        const std::size_t year = old.size() - old.rfind('/') - 1;
        return std::to_string(month) + "/" + day + "/" + iso.substr(year == 2 ? 2 : 0, year == 2 ? 2 : 4);
    }
    const std::size_t blank = old.find(' ');
    if (blank == std::string_view::npos || old.find(", ") == std::string_view::npos) return std::nullopt;
    for (const char* name : months)
        if (old.substr(0, blank) == name) return months[month - 1] + (" " + day) + ", " + iso.substr(0, 4);
    return std::nullopt;
}

class TableSetting {
public:
    TableSetting(const Document& base, BlockRange within, const Operation& operation, std::uint32_t by)
        : base_(base),
          operation_(operation),
          by_(by),
          tables_(BaseTables(base, within).take()),
          instruction_(folded(operation.instruction)) {
        for (const BaseTable& table : tables_)
            for (const BaseRow& row : table.rows) names_some_caption_ = names_some_caption_ || names(row.caption);
    }

    SetValues run() {
        for (const SetCell& cell : operation_.cells) {
            const bool same = !rows_.empty() && rows_.back().first().classification == cell.classification &&
                              rows_.back().first().row == cell.row && rows_.back().first().current == cell.current &&
                              !has_date(rows_.back(), cell.date);
            if (!same) rows_.push_back({{}, whose_of(cell), folded(cell.row)});
            rows_.back().cells.push_back(&cell);
        }
        for (const WantedRow& row : rows_) set_row(row);
        if (!missing_rows_.empty()) problem("the base's table has no row " + list_of(missing_rows_));
        if (!renamed_rows_.empty()) problem("rows get other names: " + list_of(renamed_rows_));
        for (const auto& [table, missing] : without_column_) {
            std::string words = "the base's table has no column for ";
            for (std::size_t i = 0; i < missing.size(); ++i)
                words += (i > 0 ? ", “" : "“") + date_words(missing[i]) + "”";
            problem(words + columns_of(*table));
        }
        if (problems_.empty() && operation_.takes_table_place) check_all_is_told();
        if (problems_.empty()) check_heads();
        if (problems_.empty())
            for (const auto& [table, dates] : added_dates()) add_columns(*table, dates);
        finish();
        return std::move(result_);
    }

private:
    /// Whose a cell is; what stands over a table may be the instruction, and no name of a classification.
    std::string whose_of(const SetCell& cell) const {
        std::string whose = folded(cell.classification);
        return whose == instruction_ ? std::string() : whose;
    }

    static bool has_date(const WantedRow& row, const std::string& date) {
        return std::any_of(row.cells.begin(), row.cells.end(), [&](const SetCell* one) { return one->date == date; });
    }

    void problem(const std::string& words) {
        if (std::find(problems_.begin(), problems_.end(), words) == problems_.end()) problems_.push_back(words);
    }

    /// How a row of the base is called as the proposal's is: 0 not at all, 1 by its own label only, 2 with its
    /// classification.
    int called(const BaseRow& row, const WantedRow& wanted) const {
        const std::string& step = wanted.step;
        const std::string& whose = wanted.whose.empty() && names(row.caption) ? row.caption : wanted.whose;
        if (row.labels.size() == 2 && row.labels[0] == whose && row.labels[1] == step) return 2;
        if (row.labels.size() != 1 || row.labels[0] != (step.empty() ? whose : step)) return 0;
        if (whose.empty()) return names_some_caption_ ? 1 : 2;
        return step.empty() || whose == step || row.caption == whose ? 2 : 1;
    }

    /// The instruction says the words of a caption: "the table for Operators".
    bool names(const std::string& caption) const {
        return !caption.empty() && (" " + instruction_ + " ").find(" " + caption + " ") != std::string::npos;
    }

    std::optional<Found> find_row(const WantedRow& wanted) {
        const SetCell& cell = wanted.first();
        if (!cell.row_before.empty() && folded(cell.row_before) != wanted.step) {
            SetCell before = cell;
            before.row = cell.row_before;
            renamed_rows_.push_back("“" + name_of(before) + "” becomes “" + cell.row + "”");
            return std::nullopt;
        }
        std::vector<Found> exact;
        std::vector<Found> loose;
        for (const BaseTable& table : tables_)
            for (const BaseRow& row : table.rows) {
                const int how = called(row, wanted);
                if (how == 2) exact.push_back({&table, &row});
                if (how == 1) loose.push_back({&table, &row});
            }
        // Under another caption, or none, only the rate in force can tell whose row it is.
        if (exact.empty() && cell.current && loose.size() == 1 && has_amount(*loose[0].row, *cell.current))
            exact = loose;
        if (exact.size() != 1) {
            if (exact.empty())
                missing_rows_.push_back("“" + name_of(cell) + "”");
            else
                problem("ambiguous: " + std::to_string(exact.size()) + " rows of the base are “" + name_of(cell) + "”");
            return std::nullopt;
        }
        if (cell.current && !has_amount(*exact[0].row, *cell.current)) {
            problem("“" + name_of(cell) + "” is printed as " + cell.current->text(2) + " now, and the base has " +
                    amounts_of(*exact[0].row));
            return std::nullopt;
        }
        return exact[0];
    }

    static std::string amounts_of(const BaseRow& row) {
        std::string out;
        for (const BaseAmount& one : row.amounts) out += (out.empty() ? "" : ", ") + one.amount.text(2);
        return out;
    }

    void set_row(const WantedRow& wanted) {
        const auto found = find_row(wanted);
        if (!found) return;
        set_rows_[found->table].insert(found->row);
        for (std::size_t i = 0; i < wanted.cells.size(); ++i) {
            const BaseAmount* amount = amount_of(wanted, i, *found);
            if (amount == nullptr) continue;
            if (amount->amount != wanted.cells[i]->value) put(*found->row, *amount, wanted.cells[i]->value);
            ++set_;
        }
    }

    /// The amount of the base that a cell sets.
    const BaseAmount* amount_of(const WantedRow& wanted, std::size_t index, const Found& found) {
        const SetCell& cell = *wanted.cells[index];
        const std::vector<BaseAmount>& amounts = found.row->amounts;
        for (const BaseAmount& one : amounts)
            if (const auto date = found.table->dates.find(one.column);
                !cell.date.empty() && date != found.table->dates.end() && date->second == cell.date)
                return &one;
        if (cell.date.empty() && wanted.cells.size() == 1) return undated(cell, amounts);
        if ((operation_.takes_table_place || follows(wanted, found)) && has_its_columns(wanted, found)) {
            if (index >= amounts.size()) return take_new(cell, found);
            const BaseAmount& one = amounts[index];
            renamed_[found.table][one.column] = cell.date;
            return &one;
        }
        if (comes_beside(wanted, cell, found)) return take_new(cell, found);
        std::vector<std::string>& missing = without_column_[found.table];
        const std::string said = cell.date.empty() ? "“" + name_of(cell) + "”" : cell.date;
        if (std::find(missing.begin(), missing.end(), said) == missing.end()) missing.push_back(said);
        return nullptr;
    }

    const BaseAmount* undated(const SetCell& cell, const std::vector<BaseAmount>& amounts) {
        const BaseAmount* chosen = nullptr;
        std::size_t count = 0;
        for (const BaseAmount& one : amounts)
            if (!cell.current || one.amount == *cell.current) {
                chosen = &one;
                ++count;
            }
        if (count == 1) return chosen;
        problem("which of its " + std::to_string(count) + " amounts “" + name_of(cell) + "” sets is not said");
        return nullptr;
    }

    /// The amount of a column that the base does not have.
    const BaseAmount* take_new(const SetCell& cell, const Found& found) {
        added_[found.table][found.row][cell.date] = cell.value;
        ++set_;
        return nullptr;
    }

    /// A column of a day behind all of the base's, where the instruction adds it or columns that the base has are
    /// printed with it.
    bool comes_beside(const WantedRow& wanted, const SetCell& cell, const Found& found) const {
        const auto& dates = found.table->dates;
        const auto is_before = [&](const auto& one) { return is_day(one.second) && one.second < cell.date; };
        const bool shares =
            std::any_of(dates.begin(), dates.end(), [&](const auto& one) { return has_date(wanted, one.second); });
        return !dates.empty() && is_day(cell.date) && (operation_.adds_to_table || shares) &&
               std::all_of(dates.begin(), dates.end(), is_before);
    }

    static bool is_day(const std::string& date) {
        constexpr std::size_t iso_length = 10;
        return date.size() == iso_length && date.front() != '-';
    }

    /// The table that is printed has a dated column for each of the base's, and none of the same date; more of them
    /// where it stands for the base's whole table, or prints the rate in force.
    bool has_its_columns(const WantedRow& wanted, const Found& found) const {
        const auto& dates = found.table->dates;
        const bool more = wanted.cells.size() > dates.size() && !dates.empty() && !operation_.adds_to_table &&
                          (operation_.takes_table_place || wanted.first().current);
        if ((dates.size() != wanted.cells.size() && !more) || found.row->amounts.size() != dates.size()) return false;
        if (operation_.adds_to_table) return false;
        if (!std::all_of(found.row->amounts.begin(), found.row->amounts.end(),
                         [&](const BaseAmount& one) { return dates.contains(one.column); }))
            return false;
        return std::none_of(dates.begin(), dates.end(), [&](const auto& one) { return has_date(wanted, one.second); });
    }

    /// Every date that is printed is later than all of the base's: the columns of a new term.
    static bool follows(const WantedRow& wanted, const Found& found) {
        return std::all_of(wanted.cells.begin(), wanted.cells.end(), [&](const SetCell* cell) {
            return is_day(cell->date) &&
                   std::all_of(found.table->dates.begin(), found.table->dates.end(),
                               [&](const auto& one) { return is_day(one.second) && one.second < cell->date; });
        });
    }

    /// The first of a list of rows, and how many more there are.
    static std::string list_of(const std::vector<std::string>& rows) {
        std::string out;
        for (std::size_t i = 0; i < rows.size() && i < most_named; ++i) out += (i > 0 ? ", " : "") + rows[i];
        return out + (rows.size() > most_named ? " and " + std::to_string(rows.size() - most_named) + " more" : "");
    }

    std::string columns_of(const BaseTable& table) const {
        if (table.dates.empty()) return "; its columns bear no dates";
        std::string out = "; it has ";
        bool first = true;
        for (const auto& [column, head] : table.heads) {
            const auto& [block, span] = head;
            out += (first ? "“" : ", “") +
                   one_line(std::string_view(base_.blocks[block].text).substr(span.begin, span.size())) + "”";
            first = false;
        }
        const bool fewer = operation_.takes_table_place && table.dates.size() > rows_.front().cells.size();
        return out + (fewer ? ", which are more than the new table's: which of them go is not said"
                            : ", and whether columns are replaced or added is not said");
    }

    /// A sum as the base writes that of a cell.
    std::string figure_like(const BaseRow& row, const BaseAmount& amount, const Decimal& value) const {
        const std::string_view old =
            std::string_view(base_.blocks[row.block].text).substr(amount.figure.begin, amount.figure.size());
        std::string figure = value.text(old.find('.') == std::string_view::npos ? 0 : 2);
        const bool plain = old.find(',') == std::string_view::npos && amount.amount >= *Decimal::of(1000);
        return plain ? figure : with_commas(std::move(figure));
    }

    void put(const BaseRow& row, const BaseAmount& amount, const Decimal& value) {
        result_.splices.push_back({row.block, amount.figure, figure_like(row, amount, value), by_});
    }

    /// A table in the place of the base's tells all of its rows and columns.
    void check_all_is_told() {
        for (const auto& [table, rows] : set_rows_) {
            for (const auto& [column, date] : table->dates) {
                const bool told = renamed_[table].contains(column) ||
                                  std::any_of(rows_.begin(), rows_.end(),
                                              [&, day = date](const WantedRow& row) { return has_date(row, day); });
                if (!told)
                    problem("the new table has no column “" + date_words(date) + "”: whether it goes is not said");
            }
            if (rows.size() < table->rows.size())
                problem("the new table has no amounts for " + std::to_string(table->rows.size() - rows.size()) +
                        " rows of the base's: whether they go is not said");
        }
    }

    /// Where dates above columns change, every row of the table must have its new amounts.
    void check_heads() {
        for (const auto& [table, columns] : renamed_) {
            if (set_rows_[table].size() != table->rows.size()) {
                problem("its columns get other dates, and " +
                        std::to_string(table->rows.size() - set_rows_[table].size()) +
                        " rows of the base have no amounts for them");
                continue;
            }
            for (const auto& [column, date] : columns) {
                const auto& [block, span] = table->heads.at(column);
                const std::string old(std::string_view(base_.blocks[block].text).substr(span.begin, span.size()));
                if (const auto fresh = date_like(date, old)) {
                    result_.splices.push_back({block, span, *fresh, by_});
                    result_.remarks.push_back("inferred: the column “" + old + "” becomes “" + *fresh + "”");
                } else {
                    problem("the date “" + old + "” is written in another way than those that are read");
                }
            }
        }
    }

    /// The days of the columns that come, by table.
    std::map<const BaseTable*, std::set<std::string>> added_dates() const {
        std::map<const BaseTable*, std::set<std::string>> out;
        for (const auto& [table, rows] : added_)
            for (const auto& [row, values] : rows)
                for (const auto& [date, value] : values) out[table].insert(date);
        return out;
    }

    /// New cells behind the last of each row, and their dates in the head.
    void add_columns(const BaseTable& table, const std::set<std::string>& dates) {
        std::vector<std::string> without;
        for (const BaseRow& row : table.rows) {
            const auto there = added_[&table].find(&row);
            const bool all = there != added_[&table].end() && there->second.size() == dates.size();
            if (!all) without.push_back("“" + first_words(base_.blocks[row.block].text) + "”");
        }
        if (!without.empty())
            return problem("the new columns " + columns_named(dates) + " have no amounts for the rows " +
                           list_of(without));
        const auto& [column, place] = *table.heads.rbegin();
        const auto& [head, span] = place;
        const bool stands_last =
            column + 1 == base_.blocks[head].cells.size() &&
            std::all_of(table.rows.begin(), table.rows.end(), [&, last = column](const BaseRow& row) {
                return row.amounts.back().column == last && base_.blocks[row.block].cells.size() == last + 1;
            });
        if (!stands_last)
            return problem("the new columns " + columns_named(dates) +
                           " would stand behind columns of the base that bear no dates");
        std::string heads;
        for (const std::string& date : dates) {
            const auto fresh =
                date_like(date, std::string_view(base_.blocks[head].text).substr(span.begin, span.size()));
            if (!fresh) return problem("dates of columns are written in another way than those that are read");
            heads += "\t" + with_figure(head, column, span, *fresh);
        }
        put_behind(head, std::move(heads));
        for (const BaseRow& row : table.rows) {
            std::string cells;
            for (const auto& [date, value] : added_[&table][&row])
                cells += "\t" + with_figure(row.block, column, row.amounts.back().figure,
                                            figure_like(row, row.amounts.back(), value));
            put_behind(row.block, std::move(cells));
        }
        result_.remarks.push_back("inferred: new columns " + columns_named(dates) + " behind the last one");
    }

    void put_behind(BlockId row, std::string cells) {
        const auto end = static_cast<std::uint32_t>(base_.blocks[row].text.size());
        result_.splices.push_back({row, {end, end}, std::move(cells), by_});
    }

    /// What a cell says with another figure, or another date, in the place of its own.
    std::string with_figure(BlockId row, std::size_t column, Span figure, const std::string& fresh) const {
        const Span cell = base_.blocks[row].cells[column];
        const std::string& text = base_.blocks[row].text;
        return text.substr(cell.begin, figure.begin - cell.begin) + fresh +
               text.substr(figure.end, cell.end - figure.end);
    }

    static std::string columns_named(const std::set<std::string>& dates) {
        std::string out;
        for (const std::string& date : dates) out += (out.empty() ? "“" : ", “") + date_words(date) + "”";
        return out;
    }

    void finish() {
        if (!problems_.empty()) {
            for (std::size_t i = 0; i < problems_.size() && i < most_told; ++i)
                result_.reason += (i > 0 ? "; " : "") + problems_[i];
            if (problems_.size() > most_told)
                result_.reason += "; and " + std::to_string(problems_.size() - most_told) + " more";
            return;
        }
        if (result_.splices.empty()) {
            result_.held_already = true;
            result_.reason = "carried out already: the base has these amounts";
            return;
        }
        std::string lines;
        for (const auto& [table, rows] : set_rows_)
            lines += (lines.empty() ? "" : ", ") + std::to_string(base_.blocks[table->rows.front().block].line());
        result_.remarks.insert(
            result_.remarks.begin(),
            "inferred: " + std::to_string(set_) + " amounts set by row and column, in the table of line " + lines);
    }

    const Document& base_;
    const Operation& operation_;
    std::uint32_t by_;
    std::vector<BaseTable> tables_;
    std::string instruction_;  ///< folded
    bool names_some_caption_ = false;
    std::vector<WantedRow> rows_;
    std::vector<std::string> problems_;
    std::vector<std::string> missing_rows_;  ///< as they are told
    std::vector<std::string> renamed_rows_;
    /// Keys are elements of tables_, which keep their places; in the order of the base.
    std::map<const BaseTable*, std::set<const BaseRow*>> set_rows_;
    std::map<const BaseTable*, std::map<std::size_t, std::string>> renamed_;
    std::map<const BaseTable*, std::vector<std::string>> without_column_;
    std::map<const BaseTable*, std::map<const BaseRow*, std::map<std::string, Decimal>>> added_;  ///< by date
    std::size_t set_ = 0;
    SetValues result_;
};

}  // namespace

SetValues set_table(const Document& base, BlockRange within, const Operation& operation, std::uint32_t by) {
    return TableSetting(base, within, operation, by).run();
}

}  // namespace stet
