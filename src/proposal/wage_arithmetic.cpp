// Adds, subtracts, and says where a printed raise lands instead.
#include "proposal/wage_arithmetic.hpp"

#include <algorithm>
#include <map>

#include "quantity/quantity.hpp"

namespace stet {

namespace {

std::string dollars(const Decimal& amount) {
    return amount.is_negative() ? "-$" + amount.negated().text(2) : "$" + amount.text(2);
}

std::string unsigned_percent(const Decimal& before, const Decimal& after) {
    std::string percent = percent_change(before, after).value_or("");
    if (percent.starts_with('+')) percent.erase(0, 1);
    return percent;
}

/// The last rate printed before proposed rate `date`.
std::optional<Decimal> rate_before(const WageRow& row, std::size_t date) {
    for (std::size_t i = date; i > 0; --i)
        if (row.proposed[i - 1]) return row.proposed[i - 1];
    return row.current;
}

const std::string& step_of(const WageRow& row) {
    return row.step_new.empty() ? row.step_current : row.step_new;
}

std::string quoted(const std::string& text) {
    return "“" + text + "”";
}

/// The hours, months or years in a step's name.
std::optional<Quantity> threshold_of(const std::string& step) {
    std::optional<Quantity> found;
    for (Quantity& quantity : find_quantities(step)) {
        if (quantity.type == QuantityType::duration) return quantity;
        if (quantity.type == QuantityType::count && !found) found = std::move(quantity);
    }
    return found;
}

/// Digits behind the point of a printed figure: "3.0%" has one.
unsigned printed_digits(std::string_view text) {
    const std::size_t point = text.find('.');
    unsigned digits = 0;
    for (std::size_t at = point;
         at != std::string_view::npos && ++at < text.size() && text[at] >= '0' && text[at] <= '9';)
        ++digits;
    return std::min(digits, 6U);
}

class RowChecks {
public:
    RowChecks(WageTable& table, const std::vector<ScheduleRow>& rows, const WageWords& words)
        : table_(table), rows_(rows), words_(words) {
        for (std::size_t i = 0; i < table.rows.size(); ++i)
            for (std::size_t date = 0; date < table.rows[i].proposed.size(); ++date)
                if (const auto& rate = table.rows[i].proposed[date]) by_rate_[{date, *rate}].push_back(i);
    }

    void check() {
        for (std::size_t i = 0; i < table_.rows.size(); ++i) {
            for (const PrintedRaise& raise : rows_[i].raises) check_raise(i, raise);
            check_missing(i);
            if (!tells_positions(table_)) check_falls(table_.rows[i]);
            check_threshold(table_.rows[i]);
            if (i > 0) check_step_below(table_.rows[i - 1], table_.rows[i]);
        }
    }

private:
    void check_raise(std::size_t index, const PrintedRaise& raise) {
        WageRow& row = table_.rows[index];
        const std::size_t date = raise.kind == PrintedRaise::total ? row.proposed.size() - 1 : raise.rate;
        if (row.proposed.empty() || date >= row.proposed.size() || !row.proposed[date]) return;
        const std::optional<Decimal> from = raise.kind == PrintedRaise::total ? row.current : rate_before(row, date);
        const std::optional<Decimal> ours = from ? row.proposed[date]->minus(*from) : std::nullopt;
        if (!ours) return;
        if (raise.kind == PrintedRaise::percent) return check_percent(row, raise, *from, *row.proposed[date]);
        const std::optional<Decimal> over = raise.amount.minus(*ours);
        if (!over || over->is_zero()) return;
        std::string text = "the increase is printed as " + dollars(raise.amount) + "; " + dollars(*row.proposed[date]) +
                           " less " + dollars(*from) + " is " + dollars(*ours) + ", " +
                           (over->is_negative() ? dollars(over->negated()) + " more" : dollars(*over) + " less");
        if (const std::optional<Decimal> landing = from->plus(raise.amount)) text += lands_on(index, date, *landing);
        row.flags.push_back({"STATED_INCREASE_MISMATCH", FlagSeverity::high, text});
    }

    /// Whose rate the printed increase leads to.
    std::string lands_on(std::size_t index, std::size_t date, const Decimal& landing) const {
        std::string text = "; it lands on " + dollars(landing);
        const auto found = by_rate_.find({date, landing});
        if (found == by_rate_.end()) return text + ", which no step of the table has";
        const std::vector<std::size_t>& rows = found->second;
        const auto later = std::upper_bound(rows.begin(), rows.end(), index);
        const std::size_t nearest = later == rows.end() ? rows.front() : *later;
        const std::string step = step_of(table_.rows[nearest]);
        if (nearest == index + 1)
            return text + ", the rate of the next step" + (step.empty() ? "" : " " + quoted(step));
        return text + ", the rate of " +
               (step.empty() ? "line " + std::to_string(table_.rows[nearest].line_new) : quoted(step));
    }

    static void check_percent(WageRow& row, const PrintedRaise& raise, const Decimal& from, const Decimal& to) {
        const unsigned digits = printed_digits(raise.text);
        const std::optional<Decimal> difference = to.minus(from);
        if (!difference || from.is_zero()) return;
        const unsigned scale = std::max(difference->scale(), from.scale());
        const auto numerator = difference->shifted(static_cast<int>(scale) + 2);
        const auto denominator = from.shifted(static_cast<int>(scale));
        if (!numerator || !denominator || !numerator->is_integer() || !denominator->is_integer()) return;
        const auto ours =
            Decimal::rounded_ratio(numerator->coefficient(), denominator->coefficient(), std::max(digits, 1U));
        const auto to_digits = Decimal::rounded_ratio(numerator->coefficient(), denominator->coefficient(), digits);
        if (!ours || !to_digits || *to_digits == raise.amount) return;
        row.flags.push_back({"STATED_INCREASE_MISMATCH", FlagSeverity::high,
                             "the increase is printed as " + raise.text + "; from " + dollars(from) + " to " +
                                 dollars(to) + " is " + ours->text(1) + " %"});
    }

    /// Rates in force with nothing beside them.
    void check_missing(std::size_t index) {
        WageRow& row = table_.rows[index];
        if (!row.current || row.proposed.empty()) return;
        for (const auto& rate : row.proposed)
            if (rate) return;
        for (const Flag& flag : row.flags)
            if (flag.code == "STEP_REMOVED") return;
        std::string text = "no proposed rate is printed in this row";
        if (row.stated_increase)
            if (const auto landing = row.current->plus(*row.stated_increase)) text += lands_on(index, 0, *landing);
        row.flags.push_back({"RATE_NOT_PRINTED", FlagSeverity::medium, text});
    }

    void check_falls(WageRow& row) const {
        for (std::size_t date = 0; date < row.proposed.size(); ++date) {
            const std::optional<Decimal> before = rate_before(row, date);
            if (!before || !row.proposed[date] || *row.proposed[date] >= *before) continue;
            const std::string when = date < table_.effective.size() ? table_.effective[date] : std::string();
            row.flags.push_back({"RATE_FALLS", FlagSeverity::high,
                                 "the rate falls from " + dollars(*before) + " to " + dollars(*row.proposed[date]) +
                                     (when.empty() ? "" : " (" + when + ")")});
        }
    }

    static void check_threshold(WageRow& row) {
        if (row.step_current.empty() || row.step_new.empty() || row.step_current == row.step_new) return;
        const std::optional<Quantity> was = threshold_of(row.step_current);
        const std::optional<Quantity> is = threshold_of(row.step_new);
        if (!was || !is || (was->amount == is->amount && was->unit == is->unit)) return;
        row.flags.push_back(
            {"THRESHOLD_MOVED", FlagSeverity::medium, quoted(row.step_current) + " becomes " + quoted(row.step_new)});
    }

    /// A later step that pays less than the one before it, where both name steps.
    void check_step_below(const WageRow& below, WageRow& row) const {
        if (!opens_with(phrase_key(step_of(below)), words_.step_opens)) return;
        if (!opens_with(phrase_key(step_of(row)), words_.step_opens)) return;
        for (std::size_t date = 0; date < std::min(row.proposed.size(), below.proposed.size()); ++date) {
            if (!row.proposed[date] || !below.proposed[date] || *row.proposed[date] >= *below.proposed[date]) continue;
            row.flags.push_back({"STEP_FALLS", FlagSeverity::medium,
                                 dollars(*row.proposed[date]) + " is less than the step below pays (" +
                                     dollars(*below.proposed[date]) + ")"});
            return;
        }
    }

    WageTable& table_;
    const std::vector<ScheduleRow>& rows_;
    const WageWords& words_;
    std::map<std::pair<std::size_t, Decimal>, std::vector<std::size_t>> by_rate_;
};

}  // namespace

bool tells_positions(const WageTable& table) {
    return std::any_of(table.flags.begin(), table.flags.end(),
                       [](const Flag& flag) { return flag.code == "POSITIONS_OF_SIDES"; });
}

void compute_increases(WageRow& row, bool positions) {
    row.increase.clear();
    row.percent.clear();
    std::optional<Decimal> last;
    for (std::size_t date = 0; date < row.proposed.size(); ++date) {
        const std::optional<Decimal> before = positions ? row.current : rate_before(row, date);
        const std::optional<Decimal>& rate = row.proposed[date];
        const bool known = before && rate;
        row.increase.push_back(known ? rate->minus(*before) : std::nullopt);
        row.percent.push_back(known ? unsigned_percent(*before, *rate) : std::string());
        if (rate) last = rate;
    }
    row.total = row.current && last && !positions ? last->minus(*row.current) : std::nullopt;
    row.total_percent = row.total ? unsigned_percent(*row.current, *last) : std::string();
}

void check_rows(WageTable& table, const std::vector<ScheduleRow>& rows, const WageWords& words) {
    RowChecks(table, rows, words).check();
}

}  // namespace stet
