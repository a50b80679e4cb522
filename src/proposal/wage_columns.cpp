// Weighs headings and contents of columns, and finds where a table with two sides is divided.
#include "proposal/wage_columns.hpp"

#include <algorithm>
#include <set>

#include "grammar/wording.hpp"
#include "proposal/letters.hpp"
#include "text/words.hpp"

namespace stet {

namespace {

/// How many cells of a column are what.
struct Contents {
    std::size_t filled = 0, words = 0, figures = 0, sums = 0, signs = 0, raises = 0, percents = 0;
    bool small = true;  ///< all figures are whole and below a hundred

    bool numeric() const { return figures + percents > words; }
};

class ColumnReader {
public:
    ColumnReader(const std::vector<WageLine>& lines, const WageSection& section, const Grammar& grammar)
        : lines_(lines), section_(section), words_(grammar.wages), parties_(grammar.proposal) {}

    WageColumns read() {
        std::size_t width = 0;
        for (const std::size_t row : section_.rows) width = std::max(width, lines_[row].cells.size());
        for (const std::size_t head : section_.heads) width = std::max(width, lines_[head].cells.size());
        columns_.all.resize(width);
        columns_.right = width;
        contents_.resize(width);
        for (const std::size_t row : section_.rows) count(lines_[row]);
        for (std::size_t i = 0; i < width; ++i) any_sums_ = any_sums_ || contents_[i].sums > 0;
        read_upper_marks();
        for (std::size_t i = 0; i < width; ++i) read_column(i);
        settle_positions();
        find_right_side();
        settle_periods();
        settle_sides();
        return std::move(columns_);
    }

private:
    void count(const WageLine& row) {
        for (std::size_t i = 0; i < row.cells.size(); ++i) {
            const WageCell& cell = row.cells[i];
            Contents& contents = contents_[i];
            contents.filled += cell.kind != WageCell::empty;
            contents.words += cell.kind == WageCell::words && !cell.amount;
            contents.figures += cell.has_amount() || (cell.kind == WageCell::words && cell.amount);
            contents.sums += cell.looks_like_money() || (cell.kind == WageCell::words && cell.amount);
            contents.signs += cell.kind == WageCell::money || cell.amount_kind == WageCell::money;
            contents.percents += cell.kind == WageCell::percent;
            contents.raises += cell.raise;
            if (cell.has_amount() && (!cell.amount->is_integer() || cell.amount->coefficient() >= 100))
                contents.small = false;
        }
    }

    /// The lower heading of a column, or the upper one; "10" under "Step" is "Step 10".
    WageCell head(std::size_t column) const {
        WageCell out;
        for (const std::size_t row : section_.heads) {
            const WageLine& line = lines_[row];
            if (column >= line.cells.size() || line.cells[column].kind == WageCell::empty) continue;
            const WageCell& cell = line.cells[column];
            const bool number_of = out.kind == WageCell::words && cell.kind == WageCell::number && cell.date.empty();
            out = number_of ? read_wage_cell(out.text + " " + cell.text) : cell;
        }
        return out;
    }

    /// Sides and dates of the upper of two heading rows hold for the columns up to the next.
    void read_upper_marks() {
        upper_.resize(columns_.all.size());
        if (section_.heads.size() < 2) return;
        const WageLine& row = lines_[section_.heads.front()];
        Upper held;
        for (std::size_t i = 0; i < upper_.size(); ++i) {
            if (i < row.cells.size() && row.cells[i].kind != WageCell::empty) {
                held = {side_of(row.cells[i].key), effective_of(row.cells[i], words_), false};
                held.proposed_here = held.side == WageSide::proposed && i > 0;
            }
            upper_[i] = held;
            held.proposed_here = false;
        }
    }

    WageSide side_of(std::string_view key) const {
        if (says(key, words_.current)) return WageSide::current;
        return says(key, words_.proposed) ? WageSide::proposed : WageSide::unsaid;
    }

    void read_column(std::size_t i) {
        WageColumn& column = columns_.all[i];
        const WageCell heading = head(i);
        const Contents& contents = contents_[i];
        column.heading = heading.text;
        if (contents.filled == 0 && heading.kind == WageCell::empty) return;
        column.role = contents.numeric() ? numeric_role(heading, contents) : word_role(heading, contents);
        if (column.role != WageColumn::rate) return;
        column.side = side_of(heading.key);
        column.effective = effective_of(heading, words_);
        if (column.side == WageSide::unsaid) column.side = upper_[i].side;
        if (column.effective.empty() && column.side != WageSide::current) column.effective = upper_[i].effective;
        const bool own_words = !says(heading.key, words_.rate) && effective_of(heading, words_).empty() &&
                               side_of(heading.key) == WageSide::unsaid && !says(heading.key, words_.effective);
        if (own_words) column.step = heading.text;
    }

    WageColumn::Role word_role(const WageCell& heading, const Contents& contents) const {
        if (contents.filled == 0 && !heading.date.empty()) return WageColumn::rate;
        if (says(heading.key, words_.classification)) return WageColumn::classification;
        return WageColumn::label;
    }

    WageColumn::Role numeric_role(const WageCell& heading, const Contents& contents) const {
        const bool about_raise = says(heading.key, words_.increase);
        if (contents.percents * 2 > contents.filled && (about_raise || !is_dated(heading)))
            return WageColumn::percent_raise;
        if (about_raise && (!is_dated(heading) || opens_with(heading.key, words_.increase)))
            return says(heading.key, words_.total) ? WageColumn::total_raise : WageColumn::raise;
        // "Hours per month" over 13.33
        if (contents.signs == 0 && opens_with(heading.key, words_.hours)) return WageColumn::hours;
        if (contents.sums > 0) return WageColumn::rate;
        if (is_dated(heading) || side_of(heading.key) != WageSide::unsaid) return WageColumn::rate;
        const bool step_word = says(heading.key, words_.step) && !is_one_of(heading.key, words_.hours);
        if (says(heading.key, words_.classification)) return WageColumn::classification;
        if (step_word && !has_digit(heading.text))
            return contents.small || !any_sums_ ? WageColumn::label : label_or_hours(heading);
        if (is_one_of(heading.key, words_.hours)) return WageColumn::hours;
        if (says(heading.key, words_.rate)) return WageColumn::rate;
        return any_sums_ ? WageColumn::hours : WageColumn::rate;
    }

    /// "Level | 500": a step's name in figures; "Hours Per Step": hours.
    WageColumn::Role label_or_hours(const WageCell& heading) const {
        return says(heading.key, words_.hours) ? WageColumn::hours : WageColumn::label;
    }

    bool is_dated(const WageCell& heading) const { return !effective_of(heading, words_).empty(); }

    bool has_rate(std::size_t begin, std::size_t end) const {
        for (std::size_t i = begin; i < end; ++i)
            if (columns_.all[i].role == WageColumn::rate) return true;
        return false;
    }

    /// The right side begins at a mark of what is new, or behind a column that is blank throughout, and has labels or
    /// dates of its own; rates stand on both sides.
    void find_right_side() {
        for (std::size_t i = 1; i < columns_.all.size(); ++i) {
            const bool behind_blank = columns_.all[i - 1].role == WageColumn::blank;
            const bool labelled = columns_.all[i].role == WageColumn::label;
            if (!(behind_blank && (labelled || columns_.all[i].role == WageColumn::rate)) &&
                !(upper_[i].proposed_here && labelled))
                continue;
            if (!has_rate(0, i) || !has_rate(i, columns_.all.size())) continue;
            columns_.right = i;
            return;
        }
    }

    /// What stands over a column in both heading rows.
    std::string whole_heading(std::size_t column) const {
        std::string out;
        for (const std::size_t row : section_.heads) {
            if (column >= lines_[row].cells.size() || lines_[row].cells[column].kind == WageCell::empty) continue;
            out += (out.empty() ? "" : " ") + lines_[row].cells[column].text;
        }
        return out;
    }

    /// "Union 4/9/26" beside "Employer 3/26/26": columns whose headings name a party and others, and not a day of
    /// effect each.
    void settle_positions() {
        std::vector<std::size_t> rates;
        std::set<std::string> names;
        bool party = false;
        for (std::size_t i = 0; i < columns_.all.size(); ++i) {
            WageColumn& column = columns_.all[i];
            if (column.role != WageColumn::rate || column.side == WageSide::current) continue;
            std::string name = phrase_key(whole_heading(i));
            std::erase_if(name, [](char c) { return is_digit(c); });
            party =
                party || says(name, parties_.of(WordClass::company)) || says(name, parties_.of(WordClass::union_side));
            names.insert(fold_blanks(name));
            rates.push_back(i);
        }
        columns_.positions = party && names.size() > 1 && !names.contains("");
        if (!columns_.positions) return;
        for (const std::size_t i : rates) {
            columns_.all[i].effective = whole_heading(i);
            columns_.all[i].side = WageSide::proposed;
            columns_.all[i].step.clear();
        }
    }

    /// "Year 1" over rates is a year of the agreement where rates in force stand beside it or there are few; else it is
    /// a step.
    void settle_periods() {
        std::size_t periods = 0;
        bool current = section_.side != WageSide::unsaid;
        for (const WageColumn& column : columns_.all) {
            periods += column.role == WageColumn::rate && is_period(phrase_key(column.effective), words_);
            current = current || column.side == WageSide::current;
        }
        if (periods == 0 || (periods <= 4 && (current || section_.effective.empty()))) return;
        for (WageColumn& column : columns_.all) {
            if (column.role != WageColumn::rate || !is_period(phrase_key(column.effective), words_)) continue;
            column.step = column.heading;
            column.effective.clear();
        }
    }

    void settle_sides() {
        const bool two_sides = columns_.right < columns_.all.size();
        bool current = false;
        for (const WageColumn& column : columns_.all) current = current || column.side == WageSide::current;
        for (std::size_t i = 0; i < columns_.all.size(); ++i) {
            WageColumn& column = columns_.all[i];
            if (column.role != WageColumn::rate || column.side == WageSide::current) continue;
            if (two_sides) {
                column.side = i < columns_.right ? WageSide::current : WageSide::proposed;
                continue;
            }
            if (column.side == WageSide::unsaid) column.side = current ? WageSide::proposed : section_.side;
            if (column.effective.empty() && column.side != WageSide::current) column.effective = section_.effective;
        }
    }

    struct Upper {
        WageSide side = WageSide::unsaid;
        std::string effective;
        bool proposed_here = false;
    };

    const std::vector<WageLine>& lines_;
    const WageSection& section_;
    const WageWords& words_;
    const ProposalWords& parties_;
    WageColumns columns_;
    std::vector<Contents> contents_;
    std::vector<Upper> upper_;
    bool any_sums_ = false;
};

}  // namespace

bool WageColumns::has_rates() const {
    return std::any_of(all.begin(), all.end(),
                       [](const WageColumn& column) { return column.role == WageColumn::rate; });
}

WageColumns read_wage_columns(const std::vector<WageLine>& lines, const WageSection& section, const Grammar& grammar) {
    return ColumnReader(lines, section, grammar).read();
}

}  // namespace stet
