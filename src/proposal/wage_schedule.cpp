// Rows to schedules: steps down or across, classifications as captions, columns or rows.
#include "proposal/wage_schedule.hpp"

#include <algorithm>
#include <map>

#include "grammar/wording.hpp"
#include "proposal/wage_raise_column.hpp"
#include "proposal/wage_row.hpp"
#include "quantity/quantity.hpp"

namespace stet {

namespace {

/// Columns of one side with its labels.
struct Half {
    std::size_t begin = 0;
    std::size_t end = 0;
    std::optional<std::size_t> label;
    std::optional<std::size_t> classification;
};

std::string joined(const std::vector<std::string>& parts) {
    std::string out;
    for (const std::string& part : parts) (out += out.empty() ? "" : " / ") += part;
    return out;
}

class ScheduleReader {
public:
    ScheduleReader(const std::vector<WageLine>& lines, const WageSection& section, const Grammar& grammar)
        : lines_(lines),
          section_(section),
          words_(grammar.wages),
          columns_(read_wage_columns(lines, section, grammar)) {}

    std::vector<WageSchedule> read() {
        left_ = half(0, columns_.right);
        right_ = half(columns_.right, columns_.all.size());
        if (!columns_.has_rates())
            read_raises_alone();
        else if (!is_money())
            return {};
        else if (is_matrix())
            read_matrix();
        else
            read_rows();
        const bool other = is_other_money();
        const bool cent_letter = has_cent_letter();
        const std::string group = joined(section_.groups);
        for (WageSchedule& schedule : schedules_) {
            schedule.other_money = other;
            schedule.group = group;
            schedule.captions_in_rows = section_.captions_in_rows;
            schedule.positions = columns_.positions;
            schedule.cent_letter = cent_letter;
            if (schedule.rows.empty()) continue;
            schedule.last_line = last_line(schedule);
            if (schedule.first_line == 0) schedule.first_line = first_line(schedule);
        }
        if (!schedules_.empty()) schedules_.front().first_line = section_.first_line;
        std::erase_if(schedules_, [](const WageSchedule& schedule) { return schedule.rows.empty(); });
        return std::move(schedules_);
    }

private:
    static std::uint32_t first_line(const WageSchedule& schedule) {
        const WageRow& row = schedule.rows.front().row;
        return row.line_current != 0 ? row.line_current : row.line_new;
    }
    static std::uint32_t last_line(const WageSchedule& schedule) {
        const WageRow& row = schedule.rows.back().row;
        return std::max(row.line_current, row.line_new);
    }

    /// Some cell looks like money, or a heading speaks of rates: other tables of figures are none of ours.
    bool is_money() const {
        for (const WageColumn& column : columns_.all)
            if (column.role == WageColumn::rate && says(phrase_key(column.heading), words_.rate)) return true;
        for (const std::size_t row : section_.rows)
            for (const WageCell& cell : lines_[row].cells)
                if (cell.looks_like_money() || cell.amount_kind == WageCell::money) return true;
        return false;
    }

    bool has_cent_letter() const {
        for (const std::size_t row : section_.rows)
            for (const WageCell& cell : lines_[row].cells)
                if (cell.cent_letter) return true;
        return false;
    }

    Half half(std::size_t begin, std::size_t end) const {
        Half out{begin, end, {}, {}};
        std::size_t best = 0;
        for (std::size_t i = begin; i < end; ++i) {
            const WageColumn::Role role = columns_.all[i].role;
            if (role == WageColumn::classification && !out.classification) out.classification = i;
            if (role != WageColumn::label) continue;
            const std::size_t score = 1 + step_likeness(i);
            if (score < best) continue;
            best = score;
            out.label = i;
        }
        if (!out.label && out.classification && holds_steps(*out.classification))
            std::swap(out.label, out.classification);
        if (!out.label)
            for (std::size_t i = begin; i < end; ++i)
                if (columns_.all[i].role == WageColumn::hours) out.label = i;
        return out;
    }

    /// Under "Classification" stand steps, and the classifications as captions between them.
    bool holds_steps(std::size_t column) const {
        std::size_t steps = 0;
        for (const std::size_t row : section_.rows) steps += is_opening(text(row, column));
        return steps * 2 > section_.rows.size();
    }

    /// How many cells of a label column name a step; those with words count thrice.
    std::size_t step_likeness(std::size_t column) const {
        std::size_t score = 0;
        for (const std::size_t row : section_.rows) {
            if (column >= lines_[row].cells.size()) continue;
            const WageCell& cell = lines_[row].cells[column];
            if (cell.kind == WageCell::words) score += is_opening(cell.text) ? 3 : 1;
            if (cell.kind == WageCell::number && cell.text.size() <= 2) ++score;
        }
        return score;
    }

    bool is_opening(std::string_view text) const { return opens_with(phrase_key(text), words_.step_opens); }

    const WageCell* cell(std::size_t row, std::optional<std::size_t> column) const {
        if (!column || *column >= lines_[row].cells.size()) return nullptr;
        return &lines_[row].cells[*column];
    }

    std::string text(std::size_t row, std::optional<std::size_t> column) const {
        const WageCell* found = cell(row, column);
        return found == nullptr ? std::string() : found->text;
    }

    /// A step's name without what ran into its cell: "Hours Per Step: Start", "1040 After 1040 Hours".
    std::string step_name(std::string_view text, WageSchedule& schedule) const {
        const auto cut = [&](std::size_t at) {
            while (at < text.size() && text[at] == ' ') ++at;
            if (at >= text.size() || !is_opening(text.substr(at))) return false;
            schedule.run_together = true;
            text.remove_prefix(at);
            return true;
        };
        const std::size_t colon = text.find(':');
        if (colon != std::string_view::npos && cut(colon + 1)) return std::string(text);
        std::size_t digits = 0;
        while (digits < text.size() && ((text[digits] >= '0' && text[digits] <= '9') || text[digits] == ',')) ++digits;
        if (digits > 0) cut(digits);
        return std::string(text);
    }

    // ---- steps across

    /// Several rates of one side and date, told apart by what stands over them.
    bool is_matrix() const {
        std::map<std::pair<WageSide, std::string>, std::size_t> count;
        for (const WageColumn& column : columns_.all)
            if (column.role == WageColumn::rate && !column.step.empty()) ++count[{column.side, column.effective}];
        return std::any_of(count.begin(), count.end(), [](const auto& entry) { return entry.second > 1; });
    }

    /// Whether the names over the columns are the steps; else those before the rows are.
    bool steps_across() const {
        std::size_t down = 0, across = 0;
        for (const WageColumn& column : columns_.all) across += column.role == WageColumn::rate && is_step(column.step);
        const std::optional<std::size_t> label = left_.label ? left_.label : left_.classification;
        for (const std::size_t row : section_.rows) down += is_step(text(row, label));
        const bool classes = left_.classification && left_.label == std::nullopt;
        if (classes || across > 0) return classes || across * section_.rows.size() >= down;
        return down == 0;
    }

    bool is_step(std::string_view name) const {
        const std::string key = phrase_key(name);
        if (opens_with(key, words_.step_opens) || says(key, words_.step)) return true;
        const bool figure = !name.empty() && name[0] >= '0' && name[0] <= '9';
        return name.size() == 1 || (name.size() == 2 && figure);
    }

    /// One schedule a row where steps stand across, else one a name over the columns.
    void read_matrix() {
        const bool across = steps_across();
        const std::optional<std::size_t> label = left_.label ? left_.label : left_.classification;
        std::map<std::string, std::size_t> names;
        std::vector<std::size_t> place(columns_.all.size());
        for (std::size_t i = 0; i < place.size(); ++i)
            if (is_cell_of_matrix(i)) place[i] = names.emplace(columns_.all[i].step, names.size()).first->second;
        schedules_.resize(across ? section_.rows.size() : names.size());
        for (std::size_t r = 0; r < section_.rows.size(); ++r) {
            const std::size_t row = section_.rows[r];
            const std::string down = across ? with_kind(text(row, label), label) : text(row, label);
            for (std::size_t i = 0; i < columns_.all.size(); ++i) {
                const WageCell* found = cell(row, i);
                if (!is_cell_of_matrix(i) || found == nullptr || !found->has_amount()) continue;
                WageSchedule& schedule = schedules_[across ? r : place[i]];
                const std::string& name = across ? down : columns_.all[i].step;
                schedule.classification = name.empty() ? section_.name : name;
                schedule.named = schedule.matrix = true;
                const std::size_t step = across ? place[i] : r;
                if (schedule.rows.size() <= step) schedule.rows.resize(step + 1);
                WageRow& out = schedule.rows[step].row;
                out.step_current = out.step_new = across ? columns_.all[i].step : down;
                put_rate(schedule, out, columns_.all[i], *found->amount, lines_[row].line);
            }
        }
        for (WageSchedule& schedule : schedules_) {
            std::erase_if(schedule.rows,
                          [](const ScheduleRow& row) { return row.row.line_current == 0 && row.row.line_new == 0; });
            for (ScheduleRow& row : schedule.rows) row.row.proposed.resize(schedule.dates.size());
        }
    }

    /// "Grade" over "10" names "Grade 10".
    std::string with_kind(std::string name, std::optional<std::size_t> label) const {
        constexpr std::size_t short_name = 3;
        if (name.empty() || name.size() > short_name || !label) return name;
        const std::string& kind = columns_.all[*label].heading;
        return kind.empty() ? name : kind + " " + name;
    }

    bool is_cell_of_matrix(std::size_t column) const {
        return columns_.all[column].role == WageColumn::rate && !columns_.all[column].step.empty();
    }

    static void put_rate(WageSchedule& schedule, WageRow& row, const WageColumn& column, const Decimal& amount,
                         std::uint32_t line) {
        row.line_current = row.line_new = line;
        if (column.side == WageSide::current) {
            row.current = amount;
        } else {
            const auto at = std::find(schedule.dates.begin(), schedule.dates.end(), column.effective);
            const auto date = static_cast<std::size_t>(at - schedule.dates.begin());
            if (at == schedule.dates.end()) schedule.dates.push_back(column.effective);
            row.proposed.resize(schedule.dates.size());
            row.proposed[date] = amount;
        }
        add_side(schedule, column.side);
    }

    static void add_side(WageSchedule& schedule, WageSide side) {
        if (!schedule.sided) schedule.side = side;
        schedule.sided = true;
        if (side == schedule.side) return;
        schedule.both_sides = true;
        schedule.side = WageSide::unsaid;
    }

    // ---- raises without rates

    /// Dates down and raises beside them, or classifications down; a column of raises is a row of the schedule.
    void read_raises_alone() {
        if (!speaks_of_raises()) return;
        WageSchedule out = begin_schedule({});
        const bool dated = label_is_dates();
        if (!dated) out.dates.push_back(section_.effective);
        for (const std::size_t row : section_.rows)
            if (dated) out.dates.push_back(effective_of(*cell(row, left_.label), words_));
        for (std::size_t i = 0; i < columns_.all.size(); ++i)
            if (is_raise_column(i)) add_raise_column(out, i, dated);
        if (!out.rows.empty()) schedules_.push_back(std::move(out));
    }

    bool is_raise_column(std::size_t column) const {
        const WageColumn::Role role = columns_.all[column].role;
        return role == WageColumn::raise || role == WageColumn::percent_raise;
    }

    bool speaks_of_raises() const {
        bool any = false;
        for (std::size_t i = 0; i < columns_.all.size(); ++i) {
            any = any || is_raise_column(i);
            if (is_raise_column(i) && says(phrase_key(columns_.all[i].heading), words_.increase)) return true;
        }
        const std::string key = phrase_key(section_.name);
        return any && says(key, words_.wages) && says(key, words_.increase);
    }

    /// Every row is named by a date or a year.
    bool label_is_dates() const {
        for (const std::size_t row : section_.rows) {
            const WageCell* found = cell(row, left_.label);
            if (found == nullptr || effective_of(*found, words_).empty()) return false;
        }
        return true;
    }

    void add_raise_column(WageSchedule& out, std::size_t column, bool dated) const {
        ScheduleRow raise;
        for (std::size_t r = 0; r < section_.rows.size(); ++r) {
            const std::size_t row = section_.rows[r];
            const WageCell* found = cell(row, column);
            const bool amount = found != nullptr && found->amount;
            if (!dated) raise = ScheduleRow{};
            raise.raise_only = true;
            raise.raise_percent = columns_.all[column].role == WageColumn::percent_raise;
            raise.row.step_current = dated ? columns_.all[column].heading : text(row, left_.label);
            raise.row.line_new = raise.row.line_new == 0 || !dated ? lines_[row].line : raise.row.line_new;
            raise.row.proposed.push_back(amount ? found->amount : std::nullopt);
            if (!dated && amount) out.rows.push_back(raise);
        }
        if (dated) out.rows.push_back(std::move(raise));
    }

    // ---- steps down

    void read_rows() {
        rates_ = rate_columns();
        by_class_ = left_.classification && has_classes();
        for (const std::size_t row : section_.rows) {
            const std::string name = by_class_ ? text(row, left_.classification) : std::string();
            if (schedules_.empty() || (by_class_ && !name.empty() && name != schedules_.back().classification))
                schedules_.push_back(begin_schedule(name));
            add_row(schedules_.back(), row);
        }
        for (WageSchedule& schedule : schedules_) {
            settle_raise_column(schedule);
            add_heading_raises(schedule);
        }
    }

    /// "7/1/26 (+3%)": a raise that a column's heading states holds for each of its rates.
    void add_heading_raises(WageSchedule& schedule) const {
        const Decimal most_percent = *Decimal::of(25);  // more is a share and no raise
        std::size_t rate = 0;
        for (const std::size_t column : rates_) {
            if (columns_.all[column].side == WageSide::current) continue;
            const std::size_t here = rate++;
            for (const Quantity& stated : find_quantities(columns_.all[column].heading)) {
                if (stated.type != QuantityType::percent || stated.amount > most_percent) continue;
                const std::string text = stated.amount.text(std::max(stated.amount.scale(), 1U)) + " %";
                for (ScheduleRow& row : schedule.rows)
                    if (here < row.row.proposed.size())
                        row.raises.push_back({stated.amount, PrintedRaise::percent, here, text});
            }
        }
    }

    /// The column of classifications tells schedules apart or names the only one: its cells come in runs, or steps
    /// stand beside them. Where each row has its own and no step, the rows are the schedule.
    bool has_classes() const {
        std::size_t runs = 0, filled = 0;
        std::string last;
        for (const std::size_t row : section_.rows) {
            const std::string name = text(row, left_.classification);
            if (name.empty()) continue;
            ++filled;
            runs += name != last;
            last = name;
        }
        if (filled == 0) return false;
        return runs < filled || left_.label || section_.rows.size() == 1;
    }

    WageSchedule begin_schedule(const std::string& name) const {
        WageSchedule out;
        out.classification = name.empty() ? section_.name : name;
        out.named = !name.empty() || section_.named_here;
        if (!out.named && heading_names()) {
            out.classification = columns_.all[*left_.label].heading;
            out.named = true;
        }
        if (rates_.empty()) return out;
        for (const std::size_t column : rates_)
            if (columns_.all[column].side != WageSide::current) out.dates.push_back(columns_.all[column].effective);
        bool current = false;
        for (const std::size_t column : rates_) current = current || columns_.all[column].side == WageSide::current;
        out.both_sides = current && !out.dates.empty();
        if (!out.both_sides) out.side = current ? WageSide::current : columns_.all[rates_.front()].side;
        return out;
    }

    /// "Dockhands | Current | …" over steps: the heading of the steps is whose they are.
    bool heading_names() const {
        if (!left_.label || section_.side != WageSide::unsaid) return false;
        const std::string key = phrase_key(columns_.all[*left_.label].heading);
        if (key.size() <= 1) return false;
        for (const auto* list : {&words_.step, &words_.classification, &words_.rate, &words_.effective, &words_.hours})
            if (says(key, *list)) return false;
        return step_likeness(*left_.label) >= 3 * section_.rows.size();
    }

    /// One column in force (the last of several) and those asked for, in order.
    std::vector<std::size_t> rate_columns() const {
        std::vector<std::size_t> out;
        std::optional<std::size_t> current;
        for (std::size_t i = 0; i < columns_.all.size(); ++i)
            if (columns_.all[i].role == WageColumn::rate && columns_.all[i].side == WageSide::current) current = i;
        if (current) out.push_back(*current);
        for (std::size_t i = 0; i < columns_.all.size(); ++i)
            if (columns_.all[i].role == WageColumn::rate && columns_.all[i].side != WageSide::current) out.push_back(i);
        return out;
    }

    std::string label(std::size_t row, const Half& half, WageSchedule& schedule) const {
        const std::string name = step_name(text(row, half.label), schedule);
        if (!name.empty()) return name;
        if (half.label && is_run_together(row, half)) return step_name(text(row, other_label(row, half)), schedule);
        if (half.label) return name;
        return half.classification && !by_class_ ? text(row, half.classification) : name;
    }

    /// The label's cell is blank and another one before the rates holds a step.
    bool is_run_together(std::size_t row, const Half& half) const { return other_label(row, half).has_value(); }

    std::optional<std::size_t> other_label(std::size_t row, const Half& half) const {
        for (std::size_t i = half.begin; i < half.end; ++i)
            if (columns_.all[i].role == WageColumn::label && i != half.label && !text(row, i).empty() &&
                is_step(text(row, i)))
                return i;
        return std::nullopt;
    }

    void add_row(WageSchedule& schedule, std::size_t index) {
        const std::uint32_t line = lines_[index].line;
        ScheduleRow out;
        WageRow& row = out.row;
        const bool two_sides = columns_.right < columns_.all.size();
        row.step_current = label(index, left_, schedule);
        row.step_new = two_sides ? label(index, right_, schedule) : row.step_current;
        row.line_current = row.line_new = line;
        read_row_rates(out, lines_[index], columns_, rates_, words_);
        read_row_raises(out, lines_[index], columns_);
        const bool silent = row.step_current.empty() && !row.current && row.step_new.empty() && out.raises.empty();
        const bool none = std::none_of(row.proposed.begin(), row.proposed.end(), [](const auto& rate) { return rate; });
        if (silent && none) return;
        inherit(schedule, out, two_sides);
        if (none && two_sides) row.step_new = {};
        schedule.rows.push_back(std::move(out));
    }

    /// A row without label and current rate is a further tier of the one above, where something else stands in it.
    void inherit(WageSchedule& schedule, ScheduleRow& out, bool two_sides) const {
        const bool has_current = schedule.both_sides || schedule.side == WageSide::current;
        if (schedule.rows.empty() || out.row.current || !out.row.step_current.empty()) return;
        if (!has_current && !(out.raises.size() > 0 && out.row.proposed.size() == 1 && !out.row.proposed[0])) return;
        if (!two_sides && out.raises.empty()) return;
        const ScheduleRow& above = schedule.rows.back();
        out.goes_on = true;
        out.row.step_current = above.row.step_current;
        out.row.current = above.row.current;
        if (!two_sides) out.row.step_new = above.row.step_new;
        if (!has_current) out.row.proposed = above.row.proposed;
    }

    // ---- wages or other money

    /// Headings and labels speak first, then the captions, the nearest first; where none says what the money is for,
    /// rates without side and date are no wages.
    bool is_other_money() const {
        std::string near;
        for (const WageColumn& column : columns_.all) near += column.heading + " ";
        for (const std::size_t row : section_.rows) {
            for (const Half* half : {&left_, &right_}) near += text(row, half->label) + " ";
            if (near.size() > 4000) break;
        }
        if (const int verdict = weigh(near)) return verdict > 0;
        if (const int verdict = weigh(section_.name)) return verdict > 0;
        for (auto group = section_.groups.rbegin(); group != section_.groups.rend(); ++group)
            if (const int verdict = weigh(*group)) return verdict > 0;
        return std::none_of(columns_.all.begin(), columns_.all.end(), [](const WageColumn& column) {
            return column.role == WageColumn::rate && (column.side != WageSide::unsaid || !column.effective.empty());
        });
    }

    int weigh(std::string_view text) const {
        const std::string key = phrase_key(text);
        return static_cast<int>(says(key, words_.other_money)) - static_cast<int>(says(key, words_.wages));
    }

    const std::vector<WageLine>& lines_;
    const WageSection& section_;
    const WageWords& words_;
    WageColumns columns_;
    Half left_;
    Half right_;
    std::vector<std::size_t> rates_;
    bool by_class_ = false;  ///< the column of classifications tells schedules apart
    std::vector<WageSchedule> schedules_;
};

}  // namespace

std::vector<WageSchedule> read_schedules(const std::vector<WageLine>& lines, const WageSection& section,
                                         const Grammar& grammar) {
    return ScheduleReader(lines, section, grammar).read();
}

}  // namespace stet
