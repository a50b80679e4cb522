// Pairs the values of a block's two texts hunk by hunk and tells what became of each.
#include "redline/values.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <limits>
#include <optional>
#include <set>
#include <unordered_map>
#include <utility>

#include "quantity/date.hpp"
#include "quantity/quantity.hpp"
#include "quantity/vocabulary.hpp"
#include "redline/hunks.hpp"
#include "redline/value_distance.hpp"
#include "text/utf8.hpp"

namespace stet {

namespace {

// ---- Which values are touched, and in which hunk

/// One text's values: the hunk of each (none: untouched) and the edits [first, last) that it overlaps.
struct Side {
    std::string_view text;
    std::vector<Quantity> values;
    std::vector<std::uint32_t> hunk;
    std::vector<std::uint32_t> first_edit, last_edit;
};

using SpanOf = Span Edit::*;

/// The values of two texts and the hunks they stand in. A value that an edit touches on one side drags along what
/// stands for its kept words on the other: "90 calendar days" against "90 days".
class TouchedValues {
public:
    TouchedValues(const ComparedTexts& texts, const std::vector<std::string>& nouns)
        : texts_(texts), edit_hunks_(hunks_of(texts)) {
        find(before, texts.before, &Edit::before, nouns);
        find(after, texts.after, &Edit::after, nouns);
        std::uint32_t hunks = 0;
        for (const std::uint32_t hunk : edit_hunks_) {
            if (hunk != none) hunks = std::max(hunks, hunk + 1);
        }
        joined_.assign(hunks, false);
        begins.resize(hunks);
        for (std::size_t i = edit_hunks_.size(); i-- > 0;)
            if (edit_hunks_[i] != none)
                begins[edit_hunks_[i]] = {texts.edits[i].before.begin, texts.edits[i].after.begin};
        touch(before, EditOp::deleted, true);
        touch(after, EditOp::inserted, false);
        while (!waiting_.empty()) drag();
        join_hunks();
    }

    Side before, after;

    struct Begin {
        std::uint32_t before, after;
    };
    std::vector<Begin> begins;  ///< of each hunk: where its first edit stands in either text

private:
    struct Waiting {
        bool is_before;
        std::uint32_t value;
    };

    void find(Side& side, std::string_view text, SpanOf span, const std::vector<std::string>& nouns) {
        side.text = text;
        const Span around = around_changes(texts_, span);
        side.values = find_quantities(text.substr(around.begin, around.size()), nouns, SingleUnits::read);
        for (Quantity& value : side.values)
            value.span = {value.span.begin + around.begin, value.span.end + around.begin};
        side.hunk.assign(side.values.size(), none);
        std::uint32_t edit = 0;
        const auto count = static_cast<std::uint32_t>(texts_.edits.size());
        for (const Quantity& value : side.values) {
            while (edit < count && (texts_.edits[edit].*span).end <= value.span.begin) ++edit;
            std::uint32_t last = edit;
            while (last < count && (texts_.edits[last].*span).begin < value.span.end) ++last;
            side.first_edit.push_back(edit);
            side.last_edit.push_back(last);
        }
    }

    void touch(Side& side, EditOp op, bool is_before) {
        const SpanOf span = is_before ? &Edit::before : &Edit::after;
        for (std::uint32_t value = 0; value < side.values.size(); ++value) {
            for (std::uint32_t edit = side.first_edit[value]; edit < side.last_edit[value]; ++edit) {
                if (texts_.edits[edit].op == EditOp::equal) continue;
                // An edit of the other side is a point here, which touches the value when it is inside.
                const bool inside = (texts_.edits[edit].*span).begin > side.values[value].span.begin;
                if (texts_.edits[edit].op == op || inside) put_into(side, value, edit_hunks_[edit], is_before);
            }
        }
    }

    /// Puts a value into a hunk; a value of two hunks makes them, and those between, one.
    void put_into(Side& side, std::uint32_t value, std::uint32_t hunk, bool is_before) {
        std::uint32_t& own = side.hunk[value];
        if (own == none) {
            own = hunk;
            waiting_.push_back({is_before, value});
            return;
        }
        for (std::uint32_t i = std::min(own, hunk) + 1; i <= std::max(own, hunk); ++i) joined_[i] = true;
        own = std::min(own, hunk);
    }

    void drag() {
        const Waiting next = waiting_.back();
        waiting_.pop_back();
        const Side& from = next.is_before ? before : after;
        Side& to = next.is_before ? after : before;
        const SpanOf here = next.is_before ? &Edit::before : &Edit::after;
        const SpanOf there = next.is_before ? &Edit::after : &Edit::before;
        const Span value = from.values[next.value].span;
        for (std::uint32_t edit = from.first_edit[next.value]; edit < from.last_edit[next.value]; ++edit) {
            if (texts_.edits[edit].op != EditOp::equal) continue;
            const Span whole = texts_.edits[edit].*here;
            const Span kept{std::max(value.begin, whole.begin), std::min(value.end, whole.end)};
            const Span other = counterpart(from.text, kept, whole, to.text, texts_.edits[edit].*there);
            auto found = std::partition_point(to.values.begin(), to.values.end(),
                                              [&](const Quantity& q) { return q.span.end <= other.begin; });
            for (; found != to.values.end() && found->span.begin < other.end; ++found) {
                const auto index = static_cast<std::uint32_t>(found - to.values.begin());
                put_into(to, index, from.hunk[next.value], !next.is_before);
            }
        }
    }

    /// Where `part` of an equal stretch stands on the other side; counted in characters from the nearer border where
    /// typography makes the two differ in size.
    static Span counterpart(std::string_view text, Span part, Span whole, std::string_view other_text, Span other) {
        if (whole.size() == other.size())
            return {other.begin + (part.begin - whole.begin), other.begin + (part.end - whole.begin)};
        const std::size_t characters = utf8::length(text.substr(part.begin, part.size()));
        std::size_t at = part.begin == whole.begin ? other.begin : other.end;
        if (part.begin == whole.begin) {
            for (std::size_t i = 0; i < characters && at < other.end; ++i) at += utf8::decode(other_text, at).size;
            return {other.begin, static_cast<std::uint32_t>(at)};
        }
        for (std::size_t i = 0; i < characters && at > other.begin; ++i) at -= utf8::decode_before(other_text, at).size;
        return {static_cast<std::uint32_t>(at), other.end};
    }

    void join_hunks() {
        std::vector<std::uint32_t> root(joined_.size());
        for (std::uint32_t i = 0; i < root.size(); ++i) root[i] = i > 0 && joined_[i] ? root[i - 1] : i;
        for (Side* side : {&before, &after}) {
            std::uint32_t last = 0;
            for (std::uint32_t& hunk : side->hunk) {
                if (hunk == none) continue;
                last = std::max(last, root[hunk]);  // the hunks of a text's values never fall
                hunk = last;
            }
        }
    }

    const ComparedTexts& texts_;
    std::vector<std::uint32_t> edit_hunks_;
    std::vector<bool> joined_;  ///< hunk i is one with hunk i - 1
    std::vector<Waiting> waiting_;
};

// ---- Words for people

/// Digits behind the point of a count as it is printed: rates of pay without a sign are told as they stand, "22.10".
unsigned printed_digits(std::string_view text, const Quantity& value) {
    const std::string_view figure = text.substr(value.span.begin, value.span.size());
    const std::size_t point = figure.find_last_of(".,");
    if (value.type != QuantityType::count || point == std::string_view::npos) return 0;
    std::size_t end = point + 1;
    while (end < figure.size() && figure[end] >= '0' && figure[end] <= '9') ++end;
    if (figure.find(' ', end) != std::string_view::npos) return 0;  // "2.5 million"
    const auto digits = static_cast<unsigned>(end - point - 1);
    return digits > 2 && figure[point] == ',' ? 0 : digits;  // "1,250"
}

std::string amount_text(std::string_view text, const Quantity& value) {
    switch (value.type) {
        case QuantityType::money:
            return value.amount.text(2);
        case QuantityType::percent:
            return value.amount.text();
        case QuantityType::count:
            return value.amount.text(printed_digits(text, value));
        case QuantityType::date:
            return value.iso;
        case QuantityType::duration: {
            const bool single = value.amount == *Decimal::of(1);
            return value.amount.text() + " " + value.unit + (single ? "" : "s");
        }
        case QuantityType::reference:
            return value.unit + " " + value.iso;
    }
    return {};
}

/// To four places: the difference of thirds, which are themselves rounded to six.
std::optional<Decimal> rounded(const Decimal& difference) {
    constexpr unsigned places = 4;
    std::int64_t denominator = 1;
    for (unsigned i = 0; i < difference.scale(); ++i) denominator *= 10;
    return Decimal::rounded_ratio(difference.coefficient(), denominator, places);
}

/// Two amounts in one measure, and its name where their units are two: 14 days and one fortnight are 14 and 14 days.
struct Measured {
    Decimal before, after;
    std::string unit = {};
};

std::optional<Decimal> multiplied(const Decimal& amount, int factor) {
    constexpr std::int64_t most = std::numeric_limits<std::int64_t>::max() / 10'000;
    if (amount.coefficient() > most || amount.coefficient() < -most) return std::nullopt;
    return Decimal::of(amount.coefficient() * factor, amount.scale());
}

std::optional<Measured> in_one_measure(const Quantity& before, const Quantity& after) {
    if (before.unit == after.unit) return Measured{before.amount, after.amount};
    if (before.type != QuantityType::duration || after.type != QuantityType::duration) return std::nullopt;
    const int before_parts = parts_of_unit(before.unit, after.unit);
    const int after_parts = parts_of_unit(after.unit, before.unit);
    if (before_parts + after_parts == 0) return std::nullopt;
    const auto b = before_parts > 0 ? multiplied(before.amount, before_parts) : before.amount;
    const auto a = after_parts > 0 ? multiplied(after.amount, after_parts) : after.amount;
    if (!b || !a) return std::nullopt;
    return Measured{*b, *a, before_parts > 0 ? after.unit : before.unit};
}

std::optional<std::string> delta_text(const Quantity& before, const Quantity& after, unsigned digits) {
    if (before.type != after.type) return {};
    if (before.type == QuantityType::date) {
        const auto days = days_between(before.iso, after.iso);
        const auto number = days ? Decimal::of(*days) : std::nullopt;
        return number ? std::optional(signed_text(*number)) : std::nullopt;
    }
    const auto measured = in_one_measure(before, after);
    if (before.type == QuantityType::reference || !measured) return {};
    auto difference = measured->after.minus(measured->before);
    if (difference && (!before.exact || !after.exact)) difference = rounded(*difference);
    if (!difference) return {};
    const std::string text = signed_text(*difference, before.type == QuantityType::money ? 2 : digits);
    if (measured->unit.empty()) return text;
    const Decimal size = difference->is_negative() ? difference->negated() : *difference;
    return text + " " + measured->unit + (size == *Decimal::of(1) ? "" : "s");
}

bool is_ordinal(const Quantity& value) {
    return value.type == QuantityType::count && !value.unit.empty();
}

std::string printed(std::string_view text, const Quantity& value) {
    return std::string(text.substr(value.span.begin, value.span.size()));
}

/// A count of two digits behind the point in the place of a sum is one, without its sign: "22.10" against "$24.15".
bool is_sum_without_sign(std::string_view text, const Quantity& count, const Quantity& money) {
    return count.type == QuantityType::count && printed_digits(text, count) == 2 && money.type == QuantityType::money;
}

/// Whether a value is printed in figures, in words and figures (“seventy (70)”), or is no bare count.
bool is_figure(std::string_view text, const Quantity& value) {
    const std::string_view shown = text.substr(value.span.begin, value.span.size());
    return value.type != QuantityType::count || shown.find_first_of("0123456789") != std::string_view::npos;
}

bool fills_cell(std::string_view text, Span span) {
    return (span.begin == 0 || text[span.begin - 1] == '\t') && (span.end == text.size() || text[span.end] == '\t');
}

Quantity as_money(Quantity value) {
    value.type = QuantityType::money;
    return value;
}

ValueChange change_of(std::string_view before_text, const Quantity* before, std::string_view after_text,
                      const Quantity* after) {
    if (before != nullptr && after != nullptr) {
        const Quantity money_before = as_money(*before);
        const Quantity money_after = as_money(*after);
        if (is_sum_without_sign(before_text, *before, *after))
            return change_of(before_text, &money_before, after_text, after);
        if (is_sum_without_sign(after_text, *after, *before))
            return change_of(before_text, before, after_text, &money_after);
    }
    ValueChange change;
    change.type = quantity_type_name(before != nullptr ? before->type : after->type);
    if (before != nullptr) {
        change.before = amount_text(before_text, *before);
        change.before_text = printed(before_text, *before);
    }
    if (after != nullptr) {
        change.after = amount_text(after_text, *after);
        change.after_text = printed(after_text, *after);
    }
    if (before == nullptr || after == nullptr) return change;
    change.delta =
        delta_text(*before, *after, std::max(printed_digits(before_text, *before), printed_digits(after_text, *after)));
    if (change.delta && before->type != QuantityType::date && !is_ordinal(*before))
        if (const auto measured = in_one_measure(*before, *after))
            change.percent = percent_change(measured->before, measured->after);
    return change;
}

// ---- One hunk

constexpr std::uint32_t longest_clause = 400;  // bytes on either side of a value

bool ends_clause(std::string_view text, std::size_t at) {
    return text[at] == ';' || text[at] == '\n' || (text[at] == '.' && at + 1 < text.size() && text[at + 1] == ' ');
}

/// The date that a value's clause ties it to: the last before it, or the first behind it.
const Quantity* date_of(const Side& side, std::uint32_t value) {
    const Span span = side.values[value].span;
    std::uint32_t begin = span.begin;
    while (begin > 0 && span.begin - begin < longest_clause && !ends_clause(side.text, begin - 1)) --begin;
    std::uint32_t end = span.end;
    while (end < side.text.size() && end - span.end < longest_clause && !ends_clause(side.text, end)) ++end;
    const auto is_date = [](const Quantity& each) {
        return each.type == QuantityType::date && !each.iso.starts_with('T');
    };
    for (std::uint32_t i = value; i-- > 0 && side.values[i].span.begin >= begin;)
        if (is_date(side.values[i])) return &side.values[i];
    for (std::uint32_t i = value + 1; i < side.values.size() && side.values[i].span.end <= end; ++i)
        if (is_date(side.values[i])) return &side.values[i];
    return nullptr;
}

/// Positions [begin, end) of a side's values, all of one hunk or untouched.
struct Range {
    std::uint32_t begin, end;
};

/// Values that may have become each other: of one type; places in a row apart from counts, times of day from dates.
struct Kind {
    QuantityType type;
    bool apart = false;
};

bool stands_apart(const Quantity& value) {
    return is_ordinal(value) || (value.type == QuantityType::date && value.iso.starts_with('T'));
}

/// The values of a kind in a hunk; `begin`: where that begins in the text.
std::vector<ValueContext> of_kind(const Side& side, Range range, std::uint32_t hunk, std::uint32_t begin, Kind kind) {
    std::vector<ValueContext> out;
    std::uint32_t kept = 0;
    while (range.begin > 0 && side.hunk[range.begin - 1] == none && side.values[range.begin - 1].span.begin >= begin)
        --range.begin;
    for (std::uint32_t i = range.begin; i < range.end; ++i) {
        const Quantity& value = side.values[i];
        if (value.type != kind.type || stands_apart(value) != kind.apart) continue;
        kept += side.hunk[i] == none && value.span.begin >= begin;
        if (side.hunk[i] != hunk) continue;
        out.push_back({&value, word_before(side.text, value.span.begin), word_behind(side.text, value.span.end),
                       value.type == QuantityType::date ? nullptr : date_of(side, i), kept,
                       bound_side(side.text, value.span.begin)});
    }
    return out;
}

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && static_cast<unsigned char>(text.front()) <= ' ') text.remove_prefix(1);
    while (!text.empty() && static_cast<unsigned char>(text.back()) <= ' ') text.remove_suffix(1);
    return text;
}

/// "10 to 15 days": two values of one measure, one behind the other.
bool is_range(std::string_view text, const std::vector<ValueContext>& values) {
    const Quantity& from = *values.front().value;
    const Quantity& to = *values.back().value;
    const bool measures = from.type == QuantityType::money || from.type == QuantityType::percent ||
                          from.type == QuantityType::duration ||
                          (from.type == QuantityType::count && !is_ordinal(from));
    if (!measures || from.unit != to.unit || from.span.end > to.span.begin) return false;
    return joins_range(trimmed(text.substr(from.span.end, to.span.begin - from.span.end)));
}

struct Pair {
    const Quantity* before;
    const Quantity* after;
};

/// The values of a hunk that became each other, and those without a partner.
class HunkPairs {
public:
    HunkPairs(std::string_view before_text, std::string_view after_text, DatePairs& dates)
        : before_text_(before_text), after_text_(after_text), dates_(dates) {}

    void pair_kind(const std::vector<ValueContext>& before, const std::vector<ValueContext>& after) {
        const bool swapped = before.size() > after.size();
        std::vector<bool> before_paired(before.size()), after_paired(after.size());
        const auto forth = [&](const ValueContext& b, const ValueContext& a) { return value_distance(b, a, dates_); };
        const auto back = [&](const ValueContext& a, const ValueContext& b) { return value_distance(b, a, dates_); };
        for (const auto& [few, many] :
             swapped ? nearest_in_order(after, before, back) : nearest_in_order(before, after, forth)) {
            const std::uint32_t b = swapped ? many : few, a = swapped ? few : many;
            if (before[b].kept != after[a].kept) {  // "3, 4 and 5" became "4, 5 and 6"
                told_.insert({before[b].value, after[a].value});
                continue;
            }
            before_paired[b] = after_paired[a] = true;
            if (before[b].value->type == QuantityType::date) dates_[before[b].value] = after[a].value;
            if (are_unlike(*before[b].value, *after[a].value)) {
                before_paired[b] = after_paired[a] = false;
                unlike_.push_back({before[b].value, after[a].value});
                continue;
            }
            if (!is_same(*before[b].value, *after[a].value)) pairs_.push_back({before[b].value, after[a].value});
        }
        pair_ends(before, before_text_, before_paired, after, after_paired,
                  [&](const Quantity* range, const Quantity* single) {
                      pairs_.push_back({range, single});
                  });
        pair_ends(after, after_text_, after_paired, before, before_paired,
                  [&](const Quantity* range, const Quantity* single) {
                      pairs_.push_back({single, range});
                  });
        for (std::size_t i = 0; i < before.size(); ++i) {
            if (!before_paired[i]) gone_.push_back(before[i].value);
        }
        for (std::size_t i = 0; i < after.size(); ++i) {
            if (!after_paired[i]) come_.push_back(after[i].value);
        }
    }

    /// Pairs of unlike values again, of which neither has its own amount without the unit on the other side.
    void pair_unlike() {
        const auto has = [](const std::vector<const Quantity*>& values, const Quantity& value) {
            return std::any_of(values.begin(), values.end(), [&](const Quantity* other) {
                return other->type == QuantityType::count && !is_ordinal(*other) && other->amount == value.amount;
            });
        };
        for (const Pair& pair : unlike_) {
            if (has(come_, *pair.before) || has(gone_, *pair.after)) continue;
            pairs_.push_back(pair);
            std::erase(gone_, pair.before);
            std::erase(come_, pair.after);
        }
    }

    /// Pairs what is left where the unit came or went ("80 hours", "80"), then gives all in the order of the after
    /// text, what has no place there last.
    std::vector<Pair> finish() {
        pair_unlike();
        const bool small = gone_.size() * come_.size() <= most_cells;
        const auto is_place = [](const Quantity* value) { return is_ordinal(*value); };
        const bool single = gone_.size() - std::count_if(gone_.begin(), gone_.end(), is_place) == 1 &&
                            come_.size() - std::count_if(come_.begin(), come_.end(), is_place) == 1;
        for (const Quantity* before : gone_) {
            const auto same = std::find_if(come_.begin(), come_.end(), [&](const Quantity* after) {
                return small && after != nullptr &&
                       (is_unit_change(*before, *after, single) || is_same_label(*before, *after));
            });
            if (same == come_.end() && before->weak && !told_.contains(before)) continue;
            const bool unchanged =
                same != come_.end() &&
                (is_same_label(*before, **same) || (before->amount == (*same)->amount && are_sums(*before, **same)));
            if (!unchanged) pairs_.push_back({before, same == come_.end() ? nullptr : *same});
            if (same != come_.end()) *same = nullptr;
        }
        for (const Quantity* after : come_) {
            if (after != nullptr && (!after->weak || told_.contains(after))) pairs_.push_back({nullptr, after});
        }
        for (Pair& pair : pairs_) {
            const Pair both = pair;
            if (is_mere_rate(before_text_, both.before, after_text_, both.after)) pair.before = nullptr;
            if (is_mere_rate(after_text_, both.after, before_text_, both.before)) pair.after = nullptr;
        }
        std::erase_if(pairs_, [](const Pair& pair) { return pair.before == nullptr && pair.after == nullptr; });
        std::stable_sort(pairs_.begin(), pairs_.end(), [](const Pair& a, const Pair& b) {
            if (a.after != nullptr && b.after != nullptr) return a.after->span.begin < b.after->span.begin;
            if (a.after == nullptr && b.after == nullptr) return a.before->span.begin < b.before->span.begin;
            return a.after != nullptr;
        });
        return std::move(pairs_);
    }

private:
    /// "each hour" is how often, unless the same word stands in front of what it became: "each half hour".
    static bool is_mere_rate(std::string_view text, const Quantity* value, std::string_view other_text,
                             const Quantity* other) {
        if (value == nullptr || !value->weak || value->type != QuantityType::duration) return false;
        const std::string_view printed = text.substr(value->span.begin, value->span.size());
        const std::string_view word = printed.substr(0, printed.find_first_of(" \n"));
        if (word.size() <= 2 || value->unit.find(' ') != std::string::npos)
            return false;  // "an hour", "each full hour"
        if (other == nullptr) return true;
        std::string_view front = other_text.substr(0, other->span.begin);
        while (front.ends_with(' ') || front.ends_with('\n')) front.remove_suffix(1);
        return !front.ends_with(word) && other_text.substr(other->span.begin, word.size()) != word;
    }

    /// A range that became one value: both its ends became that.
    template <class Pair>
    static void pair_ends(const std::vector<ValueContext>& ranges, std::string_view text, std::vector<bool>& paired,
                          const std::vector<ValueContext>& singles, const std::vector<bool>& single_paired, Pair pair) {
        if (ranges.size() != 2 || singles.size() != 1 || !single_paired.front() || !is_range(text, ranges)) return;
        const std::size_t left = paired.front() ? 1 : 0;
        paired[left] = true;
        if (!is_same(*ranges[left].value, *singles.front().value)) pair(ranges[left].value, singles.front().value);
    }

    /// `single`: no other amount is left, so that these may differ, too ("the first 83 hours", "the 88 hours").
    bool is_unit_change(const Quantity& before, const Quantity& after, bool single) const {
        const bool timed = before.type == QuantityType::duration || after.type == QuantityType::duration;
        const bool bare = (before.type == QuantityType::count && !is_ordinal(before)) ||
                          (after.type == QuantityType::count && !is_ordinal(after));
        // "eight weeks" and "one semester" are no eight and one of the same.
        const bool figures = single && is_figure(before_text_, before) && is_figure(after_text_, after);
        return (timed && bare && (figures || before.amount == after.amount)) || (single && are_sums(before, after));
    }

    /// "under 4.1" against "under Section 4.1"; a whole number may count anything.
    bool is_same_label(const Quantity& before, const Quantity& after) const {
        const bool goes = before.type == QuantityType::reference && after.type == QuantityType::count;
        const bool comes = before.type == QuantityType::count && after.type == QuantityType::reference;
        if (!goes && !comes) return false;
        const std::string label = goes ? printed(after_text_, after) : printed(before_text_, before);
        return label == (goes ? before : after).iso && label.find('.') != std::string::npos;
    }

    /// A sum that got its sign, or lost it, in a cell of its own.
    bool are_sums(const Quantity& before, const Quantity& after) const {
        return fills_cell(before_text_, before.span) && fills_cell(after_text_, after.span) &&
               (is_sum_without_sign(before_text_, before, after) || is_sum_without_sign(after_text_, after, before));
    }

    /// Durations of other units and amounts: "6.15 hours", "9 years".
    static bool are_unlike(const Quantity& before, const Quantity& after) {
        return before.type == QuantityType::duration && before.unit != after.unit && before.amount != after.amount;
    }

    std::string_view before_text_, after_text_;
    DatePairs& dates_;
    std::vector<Pair> pairs_;
    std::vector<Pair> unlike_;  ///< paired in order, and yet gone and come
    std::vector<const Quantity*> gone_, come_;
    std::set<const Quantity*> told_;  ///< told though weak: others of their kind stay between them
};

/// A flag where a sum became one of another currency: their amounts are not to be compared.
void flag_currency(const Pair& pair, std::string_view before_text, std::string_view after_text,
                   std::vector<Flag>& flags) {
    if (pair.before == nullptr || pair.after == nullptr || pair.before->unit == pair.after->unit) return;
    if (pair.before->type != QuantityType::money || pair.after->type != QuantityType::money) return;
    flags.push_back({"currency", FlagSeverity::high,
                     "“" + printed(before_text, *pair.before) + "” became “" + printed(after_text, *pair.after) +
                         "”, of another currency"});
}

void add_hunk(const TouchedValues& all, Range in_before, Range in_after, std::uint32_t hunk, DatePairs& dates,
              std::vector<ValueChange>& out, std::vector<Flag>* flags) {
    // Dates first: sums and rates are paired by them.
    constexpr std::array<Kind, 8> kinds = {{{QuantityType::date},
                                            {QuantityType::money},
                                            {QuantityType::percent},
                                            {QuantityType::date, true},
                                            {QuantityType::duration},
                                            {QuantityType::count},
                                            {QuantityType::count, true},
                                            {QuantityType::reference}}};
    const Side& before = all.before;
    const Side& after = all.after;
    const auto [b_begin, a_begin] = all.begins[hunk];
    HunkPairs pairs(before.text, after.text, dates);
    for (const Kind kind : kinds)
        pairs.pair_kind(of_kind(before, in_before, hunk, b_begin, kind), of_kind(after, in_after, hunk, a_begin, kind));
    for (const Pair& pair : pairs.finish()) {
        out.push_back(change_of(before.text, pair.before, after.text, pair.after));
        if (flags != nullptr) flag_currency(pair, before.text, after.text, *flags);
    }
}

/// The values from `at` up to the last of the hunk; those of no hunk in between are passed over.
Range range_of(const Side& side, std::uint32_t at, std::uint32_t hunk) {
    Range range{at, at};
    while (range.end < side.values.size() && (side.hunk[range.end] == none || side.hunk[range.end] <= hunk))
        ++range.end;
    return range;
}

std::uint32_t next_hunk(const Side& side, std::uint32_t at) {
    while (at < side.values.size() && side.hunk[at] == none) ++at;
    return at < side.values.size() ? side.hunk[at] : none;
}

/// A flag for each touched value of a text whose words and figure say different amounts.
void flag_pairs(const Side& side, std::vector<Flag>& flags) {
    for (std::size_t i = 0; i < side.values.size(); ++i) {
        const Quantity& value = side.values[i];
        if (side.hunk[i] == none || !value.in_words) continue;
        flags.push_back({"number-pair", FlagSeverity::high,
                         "“" + printed(side.text, value) + "”: the words say " + value.in_words->text() +
                             ", the figure " + value.amount.text()});
    }
}

}  // namespace

std::vector<ValueChange> find_value_changes(std::string_view before, std::string_view after,
                                            std::span<const Edit> edits,
                                            const std::vector<std::string>& reference_nouns, std::vector<Flag>* flags) {
    std::vector<ValueChange> out;
    const bool touched =
        std::any_of(edits.begin(), edits.end(), [](const Edit& e) { return e.op != EditOp::equal && !e.aside; });
    if (!touched) return out;
    const ComparedTexts texts = compared_texts(before, after, edits);
    const TouchedValues all(texts, reference_nouns);
    if (flags != nullptr) flag_pairs(all.after, *flags);
    DatePairs dates;
    std::uint32_t b = 0, a = 0;
    while (true) {
        const std::uint32_t hunk = std::min(next_hunk(all.before, b), next_hunk(all.after, a));
        if (hunk == none) return out;
        const Range in_before = range_of(all.before, b, hunk), in_after = range_of(all.after, a, hunk);
        add_hunk(all, in_before, in_after, hunk, dates, out, flags);
        b = in_before.end;
        a = in_after.end;
    }
}

bool tells_alone(const ValueChange& value) {
    return value.type != quantity_type_name(QuantityType::count) &&
           value.type != quantity_type_name(QuantityType::reference);
}

}  // namespace stet
