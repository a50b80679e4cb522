// One test a form of claim: "up to", "at least", a raise by year, a raise by a sum, a rate that is reached, a person's
// raise, a threshold.
#include "proposal/claim_tests.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <string>

#include "quantity/quantity.hpp"

namespace stet {

namespace {

using Rate = std::optional<Decimal>;

constexpr std::size_t most_sums = 8;  // of one claim that are tested

/// A sum in the claim with the words around it.
struct ClaimedSum {
    Quantity quantity;
    std::string before;              ///< key of what stands before it, back to the sum before
    std::string behind;              ///< key of what follows, up to the next sum
    std::vector<std::string> years;  ///< in what follows
};

/// "a million" is one million.
std::string counted(std::string_view text) {
    std::string out(text);
    for (const std::string_view number : {" a million", " a thousand", " a hundred thousand"})
        for (std::size_t at = out.find(number); at != std::string::npos; at = out.find(number, at + 1))
            out.replace(at + 1, 1, "one");
    return out;
}

struct Extremes {
    Rate least;
    Rate most;
    ClaimRows at_least;
    ClaimRows at_most;

    void add(const Decimal& amount, const ClaimRow& row) {
        if (!least || amount < *least) at_least.clear();
        if (!least || amount <= *least) {
            least = amount;
            at_least.push_back(row);
        }
        if (!most || amount > *most) at_most.clear();
        if (!most || amount >= *most) {
            most = amount;
            at_most.push_back(row);
        }
    }
};

Rate first_raise(const WageRow& row) {
    return row.increase.empty() ? std::nullopt : row.increase.front();
}

class ClaimTest {
public:
    ClaimTest(std::string_view text, const std::vector<ClaimTable>& tables, const WageWords& words)
        : text_(counted(text)),
          key_(phrase_key(text_)),
          tables_(tables),
          words_(words),
          named_(rows_named(key_, tables, words)) {
        read_sums();
    }

    std::vector<Flag> test() {
        const bool about_raises = says(key_, words_.increase);
        for (const ClaimedSum& sum : sums_) {
            test_threshold(sum);
            if (sum.quantity.type != QuantityType::money) continue;
            if (ends_with(sum.before, words_.at_most)) {
                if (about_raises) test_at_most(sum);
            } else if (ends_with(sum.before, words_.at_least)) {
                test_at_least(sum);
            } else if (test_person(sum) || !about_raises) {
                continue;
            } else if (says(key_, words_.top)) {
                test_top(sum);
            } else if (ends_with(sum.before, words_.raised_to)) {
                test_start(sum);
            } else if (ends_with(sum.before, words_.raised_by)) {
                test_raise(sum);
            }
        }
        return std::move(flags_);
    }

private:
    void read_sums() {
        const std::vector<Quantity> found = find_quantities(text_);
        std::size_t begin = 0;
        for (const Quantity& quantity : found) {
            if (sums_.size() == most_sums) break;
            if (quantity.type == QuantityType::date && !sums_.empty() && quantity.iso.size() >= 4)
                sums_.back().years.push_back(quantity.iso.substr(0, 4));
            const bool large = quantity.type == QuantityType::count && quantity.amount >= *Decimal::of(1000);
            if (quantity.type != QuantityType::money && !large) continue;
            const std::string_view between = std::string_view(text_).substr(begin, quantity.span.begin - begin);
            if (!sums_.empty()) sums_.back().behind = phrase_key(between);
            sums_.push_back({quantity, phrase_key(between), {}, {}});
            begin = quantity.span.end;
        }
        if (!sums_.empty()) sums_.back().behind = phrase_key(std::string_view(text_).substr(begin));
    }

    void flag(const char* code, FlagSeverity severity, std::string text) {
        flags_.push_back({code, severity, std::move(text)});
    }

    /// "Raises up to $4.50".
    void test_at_most(const ClaimedSum& sum) {
        Extremes printed, ours;
        for (const ClaimRow& row : all_rows(tables_)) {
            if (row.row->stated_increase) printed.add(*row.row->stated_increase, row);
            if (const Rate raise = first_raise(*row.row)) ours.add(*raise, row);
        }
        const Decimal& claimed = sum.quantity.amount;
        const bool printed_more = printed.most && *printed.most != claimed;
        const bool ours_differs = ours.most && *ours.most != claimed;
        if (!printed_more && !ours_differs) return;
        std::string text = dollars(claimed) + " is not the largest raise of the tables:";
        if (printed.most)
            text += " printed increases reach " + dollars(*printed.most) + ", " + rows_text(printed.at_most);
        if (printed.most && ours.most) text += ";";
        if (ours.most) text += " the rates rise by up to " + dollars(*ours.most) + ", " + rows_text(ours.at_most);
        flag("CLAIM_CONTRADICTED_BY_TABLE", FlagSeverity::medium, text);
    }

    /// "At least $.25 per step", "at least $1.05 over the term".
    void test_at_least(const ClaimedSum& sum) {
        if (says(sum.behind.substr(0, 12), words_.step)) return test_steps(sum);
        const bool total = says(key_, words_.total);
        if (!says(key_, words_.increase) || !(says(key_, words_.top) || total || says(key_, words_.wages))) return;
        ClaimRows rows = says(key_, words_.top) ? top_rows(tables_) : named_;
        if (rows.empty()) rows = all_rows(tables_);
        Extremes raises;
        for (const ClaimRow& row : rows)
            if (const Rate raise = total ? row.row->total : first_raise(*row.row)) raises.add(*raise, row);
        if (!raises.least || *raises.least >= sum.quantity.amount) return;
        flag("CLAIM_CONTRADICTED_BY_TABLE", FlagSeverity::medium,
             "less than " + dollars(sum.quantity.amount) + ": " + rows_text(raises.at_least) + " rise" +
                 (raises.at_least.size() == 1 ? "s" : "") + " by " + dollars(*raises.least));
    }

    void test_steps(const ClaimedSum& sum) {
        Extremes steps;
        for (const ClaimTable& one : tables_) {
            if (!one.has_steps) continue;
            const WageTable& table = *one.table;
            for (std::size_t i = 1; i < table.rows.size(); ++i) {
                const WageRow& below = table.rows[i - 1];
                const WageRow& row = table.rows[i];
                for (std::size_t date = 0; date < std::min(row.proposed.size(), below.proposed.size()); ++date) {
                    if (!row.proposed[date] || !below.proposed[date]) continue;
                    if (const Rate step = row.proposed[date]->minus(*below.proposed[date]))
                        steps.add(*step, {&table, &row});
                }
            }
        }
        if (!steps.least || *steps.least >= sum.quantity.amount) return;
        flag("CLAIM_CONTRADICTED_BY_TABLE", FlagSeverity::medium,
             "less than " + dollars(sum.quantity.amount) + " from one step to the next: " + dollars(*steps.least) +
                 " at " + rows_text(steps.at_least));
    }

    /// "Someone making $13.10 as a dockhand will receive $4.50": the other sum is a rate in force of a named schedule.
    bool test_person(const ClaimedSum& sum) {
        if (sums_.size() < 2) return false;
        for (const ClaimedSum& other : sums_) {
            if (&other == &sum || other.quantity.type != QuantityType::money) continue;
            if (ends_with(other.before, words_.at_most) || ends_with(other.before, words_.at_least)) continue;
            ClaimRows refuting;
            bool any = false;
            for (const ClaimRow& row : named_) {
                if (!row.row->current || *row.row->current != other.quantity.amount) continue;
                const Rate raise = first_raise(*row.row);
                any = true;
                if (raise && *raise != sum.quantity.amount) refuting.push_back(row);
            }
            if (!any) continue;
            if (!refuting.empty()) refute_person(sum, other, refuting);
            return true;
        }
        return is_rate_in_force(sum);
    }

    /// The sum is itself what somebody makes now.
    bool is_rate_in_force(const ClaimedSum& sum) const {
        return std::any_of(named_.begin(), named_.end(),
                           [&](const ClaimRow& row) { return row.row->current == Rate(sum.quantity.amount); });
    }

    void refute_person(const ClaimedSum& sum, const ClaimedSum& from, const ClaimRows& rows) {
        const WageRow& row = *rows.front().row;
        std::string text = "from " + dollars(from.quantity.amount) + " the table goes to " +
                           dollars(*row.proposed.front()) + ", a raise of " + dollars(*row.increase.front()) +
                           " and not of " + dollars(sum.quantity.amount) + ": " + rows_text(rows);
        ClaimRows printed;
        for (const ClaimRow& other : all_rows(tables_))
            if (other.row->stated_increase == Rate(sum.quantity.amount)) printed.push_back(other);
        if (!printed.empty()) text += "; " + dollars(sum.quantity.amount) + " is printed for " + rows_text(printed);
        flag("CLAIM_CONTRADICTED_BY_TABLE", FlagSeverity::high, text);
    }

    /// "Top rates rise by $1.00 in 2022 and $0.80 in 2023 and 2024", "$.35 per year".
    void test_top(const ClaimedSum& sum) {
        const bool every_year = says(sum.behind, words_.each_year);
        std::vector<std::string> years = sum.years;
        if (years.empty()) years.push_back({});
        for (const std::string& year : years) {
            Extremes raises;
            for (const ClaimRow& row : top_rows(tables_)) {
                for (std::size_t date = 0; date < row.row->increase.size(); ++date) {
                    const bool meant =
                        year.empty() ? every_year || date == 0 : row.table->effective[date].starts_with(year);
                    if (meant && row.row->increase[date]) raises.add(*row.row->increase[date], row);
                }
            }
            if (!raises.least || (*raises.least == sum.quantity.amount && *raises.most == sum.quantity.amount))
                continue;
            flag("SUMMARY_DIFFERS_FROM_TABLE", FlagSeverity::medium,
                 "top rates rise by " + range_text(raises) + (year.empty() ? "" : " in " + year) + ", not all by " +
                     dollars(sum.quantity.amount));
        }
    }

    static std::string range_text(const Extremes& raises) {
        if (*raises.least == *raises.most) return dollars(*raises.least);
        return dollars(*raises.least) + " (" + rows_text(raises.at_least, 2) + ") to " + dollars(*raises.most) + " (" +
               rows_text(raises.at_most, 2) + ")";
    }

    /// "Starting rates go to $16.00".
    void test_start(const ClaimedSum& sum) {
        if (!says(key_, words_.start)) return;
        ClaimRows others;
        for (const ClaimRow& row : starting_rows(tables_)) {
            const auto& rates = row.row->proposed;
            if (!rates.empty() && rates.front() && *rates.front() != sum.quantity.amount) others.push_back(row);
        }
        if (others.empty()) return;
        flag("SUMMARY_DIFFERS_FROM_TABLE", FlagSeverity::medium,
             "not every first step is " + dollars(sum.quantity.amount) + ": " +
                 dollars(*others.front().row->proposed.front()) + " in " + rows_text(others));
    }

    /// "Lead wages rise by $1.95": every schedule that the claim names.
    void test_raise(const ClaimedSum& sum) {
        std::map<Decimal, ClaimRows> others;
        ClaimRows same;
        for (const ClaimRow& row : named_) {
            const Rate raise = first_raise(*row.row) ? first_raise(*row.row) : row.row->stated_increase;
            if (raise == Rate(sum.quantity.amount)) same.push_back(row);
            if (raise && *raise != sum.quantity.amount) others[*raise].push_back(row);
        }
        if (others.empty()) return;
        std::string text = same.empty() ? "no rate rises by " + dollars(sum.quantity.amount)
                                        : dollars(sum.quantity.amount) + " holds for " + rows_text(same) + " only";
        std::size_t told = 0;
        for (const auto& [raise, rows] : others)
            if (told++ < 6) text += "; " + dollars(raise) + " for " + rows_text(rows, 2);
        flag("CLAIM_CONTRADICTED_BY_TABLE", FlagSeverity::medium, text);
    }

    /// "In stores of over $1,000,000" where a tier begins at it.
    void test_threshold(const ClaimedSum& sum) {
        if (!ends_with(sum.before, words_.more_than) || sum.quantity.amount < *Decimal::of(1000)) return;
        ClaimRows at;
        for (const ClaimTable& one : tables_)
            for (std::size_t i = 0; i < one.opens_at.size(); ++i)
                if (one.opens_at[i] == Rate(sum.quantity.amount)) at.push_back({one.table, &one.table->rows[i]});
        if (at.empty()) return;
        std::string text = "“" + text_.substr(sum.quantity.span.begin, sum.quantity.span.size()) +
                           "” itself is left out here; in the table “" + at.front().row->step_new +
                           "” takes it in: " + rows_text(at);
        ClaimRows without;
        for (const ClaimRow& row : named_) {
            const bool tiered =
                std::any_of(at.begin(), at.end(), [&](const ClaimRow& tier) { return tier.table == row.table; });
            if (!tiered) without.push_back(row);
        }
        if (!without.empty()) text += "; without such a tier: " + rows_text(without);
        flag("THRESHOLD_DIFFERS", FlagSeverity::medium, text);
    }

    std::string text_;
    std::string key_;
    const std::vector<ClaimTable>& tables_;
    const WageWords& words_;
    ClaimRows named_;  ///< rows of the schedules that the claim names
    std::vector<ClaimedSum> sums_;
    std::vector<Flag> flags_;
};

}  // namespace

std::vector<Flag> test_wage_claim(std::string_view text, const std::vector<ClaimTable>& tables,
                                  const WageWords& words) {
    return ClaimTest(text, tables, words).test();
}

}  // namespace stet
