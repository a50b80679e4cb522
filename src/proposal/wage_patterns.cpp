// Finds the commonest rise of each column and the one amount that is off.
#include "proposal/wage_patterns.hpp"

#include <algorithm>
#include <map>
#include <optional>

namespace stet {

namespace {

constexpr std::size_t least_rows = 4;    // with fewer there is no pattern
constexpr std::size_t least_tables = 4;  // that have one date

using Rate = std::optional<Decimal>;

/// A row's amounts: in force, then by date.
std::vector<Rate> amounts_of(const WageRow& row) {
    std::vector<Rate> out = {row.current};
    out.insert(out.end(), row.proposed.begin(), row.proposed.end());
    return out;
}

/// base raised by `tenths` tenths of a percent, to the cent.
Rate raised(const Decimal& base, std::int64_t tenths) {
    const auto cents = base.shifted(2);
    if (!cents || !cents->is_integer() || cents->coefficient() > 1'000'000'000'000) return std::nullopt;
    const auto result = Decimal::rounded_ratio(cents->coefficient() * (1000 + tenths), 1000, 0);
    return result ? result->shifted(-2) : std::nullopt;
}

bool within_a_cent(const Rate& a, const Rate& b) {
    const auto difference = a && b ? a->minus(*b) : std::nullopt;
    if (!difference) return false;
    const Decimal cent = *Decimal::of(1, 2);
    return *difference <= cent && *difference >= cent.negated();
}

/// One way in which columns may rise: by a percentage or by a sum, found in the first rows' commonest rise.
class Pattern {
public:
    Pattern(const std::vector<std::vector<Rate>>& rows, bool percent) : rows_(rows), percent_(percent) {
        for (std::size_t column = 1; column < rows.front().size(); ++column) rises_.push_back(commonest(column));
    }

    /// What follows from the amount before it in `column`.
    Rate expected(const Decimal& before, std::size_t column) const {
        const std::optional<std::int64_t>& rise = rises_[column - 1];
        if (!rise) return std::nullopt;
        return percent_ ? raised(before, *rise) : before.plus(*Decimal::of(*rise, 4));
    }

    bool follows(const Decimal& before, const Decimal& after, std::size_t column) const {
        const Rate rate = expected(before, column);
        return percent_ ? within_a_cent(rate, after) : rate == after;
    }

    bool has_rises() const {
        return std::all_of(rises_.begin(), rises_.end(), [](const auto& rise) { return rise.has_value(); });
    }

    std::string text(std::size_t column) const {
        const std::int64_t rise = rises_[column - 1].value_or(0);
        return percent_ ? Decimal::of(rise, 1)->text(1) + " %" : "$" + Decimal::of(rise, 4)->text(2);
    }

private:
    std::optional<std::int64_t> rise(const Decimal& before, const Decimal& after) const {
        const auto difference = after.minus(before);
        if (!difference) return std::nullopt;
        if (!percent_) {
            const auto units = difference->shifted(4);
            return units && units->is_integer() ? std::optional(units->coefficient()) : std::nullopt;
        }
        const std::optional<std::string> text = percent_change(before, after);
        const std::size_t point = text ? text->find('.') : std::string::npos;
        if (point == std::string::npos || text->size() > 9) return std::nullopt;
        std::string digits = *text;
        digits.erase(point, 1);
        return std::stoll(digits);
    }

    /// The rise of more than half the rows; a rise of nothing is no pattern.
    std::optional<std::int64_t> commonest(std::size_t column) const {
        std::map<std::int64_t, std::size_t> count;
        for (const auto& row : rows_)
            if (row[column - 1] && row[column])
                if (const auto found = rise(*row[column - 1], *row[column])) ++count[*found];
        for (const auto& [value, times] : count)
            if (times * 2 > rows_.size() && value != 0) return value;
        return std::nullopt;
    }

    const std::vector<std::vector<Rate>>& rows_;
    bool percent_;
    std::vector<std::optional<std::int64_t>> rises_;
};

struct Anomaly {
    std::size_t row = 0;
    std::size_t column = 0;
    Decimal instead;
};

/// The one amount of a row that does not follow and whose neighbours would follow from another in its place.
std::optional<Anomaly> anomaly_of(const std::vector<Rate>& row, const Pattern& pattern) {
    for (std::size_t column = 1; column < row.size(); ++column) {
        if (pattern.follows(*row[column - 1], *row[column], column)) continue;
        const Rate instead = pattern.expected(*row[column - 1], column);
        if (!instead) return std::nullopt;
        if (column + 1 < row.size() && !pattern.follows(*instead, *row[column + 1], column + 1)) return std::nullopt;
        for (std::size_t later = column + 2; later < row.size(); ++later)
            if (!pattern.follows(*row[later - 1], *row[later], later)) return std::nullopt;
        return Anomaly{0, column, *instead};
    }
    return std::nullopt;
}

bool all_follow(const std::vector<Rate>& row, const Pattern& pattern) {
    for (std::size_t column = 1; column < row.size(); ++column)
        if (!pattern.follows(*row[column - 1], *row[column], column)) return false;
    return true;
}

std::optional<Anomaly> only_anomaly(const std::vector<std::vector<Rate>>& rows, const Pattern& pattern) {
    std::optional<Anomaly> found;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (all_follow(rows[i], pattern)) continue;
        if (found) return std::nullopt;
        found = anomaly_of(rows[i], pattern);
        if (!found) return std::nullopt;
        found->row = i;
    }
    return found;
}

std::string anomaly_text(const Anomaly& anomaly, const std::vector<Rate>& row, const Pattern& pattern) {
    const Decimal& before = *row[anomaly.column - 1];
    const Decimal& printed = *row[anomaly.column];
    std::string text = "every other amount of the table rises by " + pattern.text(anomaly.column) + "; from $" +
                       before.text(2) + " that gives $" + anomaly.instead.text(2) + ", and $" + printed.text(2) +
                       " is printed";
    if (anomaly.column + 1 < row.size())
        text += "; $" + anomaly.instead.text(2) + " leads to the next, $" + row[anomaly.column + 1]->text(2);
    return text;
}

/// ISO dates with a day, of one year.
bool same_year(const std::string& a, const std::string& b) {
    return a.size() == 10 && b.size() == 10 && a.compare(0, 4, b, 0, 4) == 0;
}

}  // namespace

void check_pattern(WageTable& table) {
    std::vector<std::vector<Rate>> rows;
    for (const WageRow& row : table.rows) {
        rows.push_back(amounts_of(row));
        for (const Rate& rate : rows.back())
            if (!rate) return;
    }
    if (rows.size() < least_rows || rows.front().size() < 2) return;
    for (const bool percent : {true, false}) {
        const Pattern pattern(rows, percent);
        if (!pattern.has_rises()) continue;
        const std::optional<Anomaly> found = only_anomaly(rows, pattern);
        if (!found) continue;
        table.rows[found->row].flags.push_back(
            {"ARITHMETIC_ANOMALY", FlagSeverity::high, anomaly_text(*found, rows[found->row], pattern)});
        return;
    }
}

void check_dates(std::vector<WageTable>& tables) {
    struct Column {
        std::map<std::string, std::size_t> count;
        std::string most;
    };
    std::map<std::size_t, Column> columns;
    for (const WageTable& table : tables) {
        for (std::size_t date = 0; date < table.effective.size(); ++date) {
            Column& column = columns[date];
            const std::size_t count = ++column.count[table.effective[date]];
            if (column.most.empty() || count > column.count[column.most]) column.most = table.effective[date];
        }
    }
    for (WageTable& table : tables) {
        for (std::size_t date = 0; date < table.effective.size(); ++date) {
            Column& column = columns[date];
            const std::string& own = table.effective[date];
            const std::size_t most = column.count[column.most];
            if (column.most == own || most < least_tables || column.count[own] * 4 > most) continue;
            if (!same_year(own, column.most)) continue;
            table.flags.push_back(
                {"EFFECTIVE_DATE_DIFFERS", FlagSeverity::medium,
                 "effective " + own + " here, " + column.most + " in " + std::to_string(most) + " other tables"});
        }
    }
}

}  // namespace stet
