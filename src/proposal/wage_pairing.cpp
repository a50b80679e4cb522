// Decides which section continues which, and which rows belong together.
#include "proposal/wage_pairing.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <unordered_map>

#include "grammar/wording.hpp"

namespace stet {

namespace {

using Partners = std::vector<std::optional<std::size_t>>;  // for each row of the older schedule its row of the newer

enum class PairedBy : std::uint8_t { position, label, increase, nothing };

struct RowPairs {
    PairedBy by = PairedBy::nothing;
    Partners partners;
};

/// The rows of a schedule that has no side of its own are what is in force once another follows.
void make_current(WageSchedule& schedule) {
    if (schedule.both_sides || schedule.side == WageSide::current) return;
    for (ScheduleRow& row : schedule.rows) {
        if (!row.row.proposed.empty()) row.row.current = row.row.proposed.back();
        row.row.proposed.clear();
    }
    schedule.dates.clear();
    schedule.side = WageSide::current;
}

bool is_labelled(const WageSchedule& schedule) {
    return std::any_of(schedule.rows.begin(), schedule.rows.end(),
                       [](const ScheduleRow& row) { return !row.row.step_new.empty(); });
}

/// Row of `fresh` by its label; labels that occur twice are none.
std::unordered_map<std::string, std::size_t> rows_by_label(const WageSchedule& schedule) {
    std::unordered_map<std::string, std::size_t> rows;
    std::unordered_map<std::string, std::size_t> count;
    for (std::size_t i = 0; i < schedule.rows.size(); ++i) {
        const std::string key = heading_key(schedule.rows[i].row.step_new);
        if (++count[key] == 1 && !key.empty())
            rows.emplace(key, i);
        else
            rows.erase(key);
    }
    return rows;
}

Partners partners_by_label(const WageSchedule& old, const WageSchedule& fresh) {
    const auto rows = rows_by_label(fresh);
    Partners out(old.rows.size());
    std::vector<bool> taken(fresh.rows.size());
    for (std::size_t i = 0; i < old.rows.size(); ++i) {
        const auto found = rows.find(heading_key(old.rows[i].row.step_current));
        if (found == rows.end() || taken[found->second]) continue;
        taken[found->second] = true;
        out[i] = found->second;
    }
    return out;
}

std::size_t paired(const Partners& partners) {
    return static_cast<std::size_t>(
        std::count_if(partners.begin(), partners.end(), [](const auto& partner) { return partner.has_value(); }));
}

/// A label found in another place shows that steps went or came between.
bool out_of_place(const Partners& partners) {
    for (std::size_t i = 0; i < partners.size(); ++i)
        if (partners[i] && *partners[i] != i) return true;
    return false;
}

Partners partners_by_position(std::size_t count) {
    Partners out(count);
    for (std::size_t i = 0; i < count; ++i) out[i] = i;
    return out;
}

/// The next row of the newer schedule whose first rate is the one in force and its printed increase.
Partners partners_by_increase(const WageSchedule& old, const WageSchedule& fresh) {
    Partners out(old.rows.size());
    std::size_t next = 0;
    for (std::size_t i = 0; i < old.rows.size() && next < fresh.rows.size(); ++i) {
        const WageRow& row = old.rows[i].row;
        const auto& rates = fresh.rows[next].row.proposed;
        if (!row.current || !row.stated_increase || rates.empty() || !rates.front()) continue;
        if (row.current->plus(*row.stated_increase) == rates.front()) out[i] = next++;
    }
    return out;
}

std::string counts_text(std::size_t old, std::size_t fresh) {
    return std::to_string(old) + " rows in force, " + std::to_string(fresh) + " rows proposed";
}

/// How the rows of the two belong together; tells the flags of the pairing.
RowPairs pair_rows(const WageSchedule& old, const WageSchedule& fresh, std::vector<Flag>& flags) {
    const std::size_t rows = old.rows.size();
    const bool same_count = rows == fresh.rows.size();
    if (!is_labelled(fresh) && same_count) {
        flags.push_back({"ROWS_UNLABELLED", FlagSeverity::medium,
                         "the proposed rows have no labels: paired with the rows in force by their position (" +
                             std::to_string(rows) + " each)"});
        return {PairedBy::position, partners_by_position(rows)};
    }
    Partners by_label = partners_by_label(old, fresh);
    if (same_count && !out_of_place(by_label)) return {PairedBy::position, partners_by_position(rows)};
    if (paired(by_label) > 0 && paired(by_label) * 2 >= std::min(rows, fresh.rows.size()))
        return {PairedBy::label, std::move(by_label)};
    Partners by_increase = partners_by_increase(old, fresh);
    if (paired(by_increase) == fresh.rows.size()) return {PairedBy::increase, std::move(by_increase)};
    flags.push_back(
        {"ROWS_DO_NOT_PAIR", FlagSeverity::high,
         counts_text(rows, fresh.rows.size()) + ": which belongs to which is not said, so they are shown apart"});
    return {PairedBy::nothing, Partners(rows)};
}

Flag step_flag(bool added, const std::string& step) {
    return {added ? "STEP_ADDED" : "STEP_REMOVED", FlagSeverity::medium,
            "the step “" + step + "” is " + (added ? "new" : "gone from what is proposed")};
}

/// Proposed rates of `fresh` behind those of `row`, which has `before` of them.
void take_rates(WageRow& row, std::size_t before, const WageRow& fresh) {
    row.proposed.resize(before);
    row.proposed.insert(row.proposed.end(), fresh.proposed.begin(), fresh.proposed.end());
    row.line_new = fresh.line_new;
    row.step_new = fresh.step_new;
}

/// Rows of `fresh` that continue none: with no rate in force and none for the dates before.
void add_rows(WageSchedule& old, WageSchedule& fresh, const std::vector<bool>& taken, bool new_steps) {
    const std::size_t before = old.dates.size();
    for (std::size_t i = 0; i < fresh.rows.size(); ++i) {
        if (taken[i]) continue;
        WageRow& row = fresh.rows[i].row;
        if (new_steps) row.flags.push_back(step_flag(true, row.step_new));
        row.step_current.clear();
        row.line_current = 0;
        row.proposed.insert(row.proposed.begin(), before, std::nullopt);
        old.rows.push_back(std::move(fresh.rows[i]));
    }
}

void join_row(ScheduleRow& old, std::size_t before, ScheduleRow& fresh) {
    take_rates(old.row, before, fresh.row);
    for (PrintedRaise& raise : fresh.raises) {
        raise.rate += before;
        old.raises.push_back(std::move(raise));
    }
    if (!old.row.stated_increase && before == 0) old.row.stated_increase = fresh.row.stated_increase;
}

void join_schedules(WageSchedule& old, WageSchedule&& fresh, std::vector<Flag>& flags) {
    const std::size_t before = old.dates.size();
    const RowPairs pairs = pair_rows(old, fresh, flags);
    std::vector<bool> taken(fresh.rows.size());
    for (std::size_t i = 0; i < old.rows.size(); ++i) {
        WageRow& row = old.rows[i].row;
        if (const std::optional<std::size_t> partner = pairs.partners[i]) {
            taken[*partner] = true;
            join_row(old.rows[i], before, fresh.rows[*partner]);
            continue;
        }
        row.proposed.resize(before + fresh.dates.size());
        if (before == 0) row.step_new.clear();
        if (pairs.by == PairedBy::label) row.flags.push_back(step_flag(false, row.step_current));
    }
    add_rows(old, fresh, taken, pairs.by == PairedBy::label);
    old.dates.insert(old.dates.end(), fresh.dates.begin(), fresh.dates.end());
    old.last_line = std::max(old.last_line, fresh.last_line);
    old.side = WageSide::unsaid;
    old.both_sides = true;
}

class Pairing {
public:
    std::vector<PairedSchedule> pair(std::vector<SectionSchedules> sections) {
        for (SectionSchedules& section : sections) take(std::move(section));
        return std::move(out_);
    }

private:
    void take(SectionSchedules section) {
        const std::size_t begin = out_.size();
        if (!section.empty() && !section.front().named && continues(section)) return;
        for (WageSchedule& schedule : section) {
            const std::optional<std::size_t> known = schedule.named ? known_as(schedule) : std::nullopt;
            if (known) {
                join(*known, std::move(schedule));
            } else {
                remember(schedule, out_.size());
                out_.push_back({std::move(schedule), {}});
            }
        }
        if (out_.size() == begin) return;
        last_begin_ = begin;
        last_end_ = out_.size();
    }

    static bool is_newer(const WageSchedule& schedule) {
        return !schedule.both_sides && schedule.side != WageSide::current;
    }

    /// A section without a name of its own, on the side of what is new, belongs to the schedules just before it.
    bool continues(SectionSchedules& section) {
        if (section.size() != 1 || section.front().side != WageSide::proposed || last_begin_ == last_end_) return false;
        WageSchedule& fresh = section.front();
        if (last_end_ - last_begin_ == 1) {
            if (!may_take(out_[last_begin_].schedule, fresh)) return false;
            join(last_begin_, std::move(fresh));
            return true;
        }
        return continues_several(fresh);
    }

    /// Unlabelled rows for all schedules of the section before, one after the other.
    bool continues_several(WageSchedule& fresh) {
        std::size_t rows = 0;
        for (std::size_t i = last_begin_; i < last_end_; ++i) {
            if (!may_take(out_[i].schedule, fresh)) return false;
            rows += out_[i].schedule.rows.size();
        }
        if (rows != fresh.rows.size()) return false;
        std::vector<ScheduleRow> all = std::move(fresh.rows);
        fresh.rows.clear();
        auto row = all.begin();
        for (std::size_t i = last_begin_; i < last_end_; ++i) {
            WageSchedule part = fresh;
            const auto end = row + static_cast<std::ptrdiff_t>(out_[i].schedule.rows.size());
            part.rows.assign(std::make_move_iterator(row), std::make_move_iterator(end));
            row = end;
            join(i, std::move(part));
        }
        return true;
    }

    /// Whether the older schedule has no rates for the newer one's dates yet.
    static bool may_take(const WageSchedule& old, const WageSchedule& fresh) {
        if (!is_newer(fresh) || old.other_money != fresh.other_money) return false;
        if (!old.both_sides && old.side == WageSide::current) return true;
        if (old.both_sides || old.side == WageSide::proposed) {
            const bool dated = std::all_of(fresh.dates.begin(), fresh.dates.end(), [&](const std::string& date) {
                return !old.dates.empty() && !old.dates.back().empty() && date > old.dates.back();
            });
            return dated && old.rows.size() == fresh.rows.size();
        }
        return fresh.side == WageSide::proposed || old.dates != fresh.dates;
    }

    void join(std::size_t index, WageSchedule&& fresh) {
        PairedSchedule& old = out_[index];
        if (!old.schedule.both_sides && old.schedule.side == WageSide::unsaid && fresh.side == WageSide::proposed)
            make_current(old.schedule);
        join_schedules(old.schedule, std::move(fresh), old.flags);
    }

    static std::string key_of(const WageSchedule& schedule) {
        return schedule.classification.empty() ? std::string() : heading_key(schedule.classification);
    }

    std::optional<std::size_t> known_as(const WageSchedule& schedule) const {
        const auto found = by_name_.find(key_of(schedule));
        if (found == by_name_.end() || found->first.empty()) return std::nullopt;
        const WageSchedule& old = out_[found->second].schedule;
        const bool same_group = old.group == schedule.group || old.side == WageSide::current || schedule.matrix;
        return same_group && may_take(old, schedule) ? std::optional(found->second) : std::nullopt;
    }

    void remember(const WageSchedule& schedule, std::size_t index) { by_name_[key_of(schedule)] = index; }

    std::vector<PairedSchedule> out_;
    std::unordered_map<std::string, std::size_t> by_name_;
    std::size_t last_begin_ = 0;
    std::size_t last_end_ = 0;
};

}  // namespace

std::vector<PairedSchedule> pair_schedules(std::vector<SectionSchedules> sections) {
    return Pairing().pair(std::move(sections));
}

}  // namespace stet
