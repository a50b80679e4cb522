// Rows named by values: which became which.
//
//   before:  1–100    $24    18 %     after:  1–50     $26    18 %
//            101–250  $21    18 %             51–300   $22    19 %
//   wrong:   two rows removed, two added
//   ours:    the first tier ends at 50 and costs $26, the second at 300 and costs $22
//
// And rows that were all named anew over figures that stayed.
#include "diff/measured_rows.hpp"

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <optional>
#include <string>
#include <unordered_map>

#include "quantity/date.hpp"
#include "quantity/quantity.hpp"
#include "text/words.hpp"

namespace stet {

namespace {

using Pairs = std::vector<std::pair<std::size_t, std::size_t>>;

/// Longer gaps are not looked through for rows with the same figures.
constexpr std::size_t most_refigured = 64;

/// A row whose first cell holds a value.
struct MeasuredRow {
    bool measured = false;
    std::uint64_t said = 0;  ///< the words around its values, and their kinds
    std::uint64_t name = 0;  ///< the same of the first cell alone; 0 where it has no words
    std::uint64_t rest = 0;  ///< what stands behind the first cell; 0 where no value does
    std::string first_date;  ///< ISO, with day and year; empty where the row opens with none
};

/// A whole number alone names a line, whatever stands on it.
bool is_number_of_line(const Quantity& value, const Span& cell) {
    return value.type == QuantityType::count && value.amount.is_integer() && value.span.begin <= cell.begin &&
           value.span.end >= cell.end;
}

/// Words of a cell around its values, and their kinds; 0 where there are no words.
std::uint64_t name_around(std::string_view text, const Span& cell, const std::vector<Quantity>& values) {
    std::uint64_t name = 0;
    std::size_t words = 0;
    std::vector<Token> tokens;
    tokenize(text, cell, tokens);
    auto value = values.begin();
    for (const Token& token : tokens) {
        for (; value != values.end() && value->span.end <= token.text.begin; ++value)
            name = mix(name, static_cast<std::uint64_t>(value->type));
        const bool in_value = value != values.end() && value->span.begin < token.text.end;
        if (in_value || token.kind == TokenKind::punctuation) continue;
        name = mix(name, token.key);
        ++words;
    }
    return words > 0 ? name : 0;
}

MeasuredRow measure(const Block& row) {
    MeasuredRow out;
    if (row.cells.size() < 2) return out;
    const std::string_view text = row.text;
    const std::vector<Quantity> values = find_quantities(text);
    if (values.empty() || values.front().span.end > row.cells.front().end) return out;
    out.measured = !is_number_of_line(values.front(), row.cells.front());
    if (is_full_date(values.front())) out.first_date = values.front().iso;
    out.said = row.cells.size();
    for (const Quantity& value : values) out.said = mix(out.said, static_cast<std::uint64_t>(value.type));
    std::vector<Token> tokens;
    tokenize(text, {row.cells.front().begin, row.cells.back().end}, tokens);
    auto value = values.begin();
    for (const Token& token : tokens) {
        while (value != values.end() && value->span.end <= token.text.begin) ++value;
        const bool in_value = value != values.end() && value->span.begin < token.text.end;
        if (!in_value && token.kind != TokenKind::punctuation) out.said = mix(out.said, token.key);
    }
    out.name = name_around(text, row.cells.front(), values);
    if (values.back().span.begin < row.cells[1].begin) return out;
    tokens.clear();
    tokenize(text, {row.cells[1].begin, row.cells.back().end}, tokens);
    out.rest = row.cells.size();
    for (const Token& token : tokens) out.rest = mix(out.rest, token.key);
    return out;
}

std::vector<MeasuredRow> measure_all(const Document& document, std::span<const BlockId> ids) {
    std::vector<MeasuredRow> out;
    for (const BlockId id : ids) out.push_back(measure(document.blocks[id]));
    return out;
}

/// Days from one row's date to the next one's, the least of a table.
std::optional<std::int64_t> least_step(const std::vector<MeasuredRow>& rows) {
    std::optional<std::int64_t> least;
    for (std::size_t i = 1; i < rows.size(); ++i) {
        const auto days = days_between(rows[i - 1].first_date, rows[i].first_date);
        if (!days || *days <= 0) return std::nullopt;
        least = std::min(least.value_or(*days), *days);
    }
    return least;
}

/// Both sides' rows from their first on, where every date moved by less than half of what parts two rows.
Pairs by_dates(const std::vector<MeasuredRow>& b, const std::vector<MeasuredRow>& a) {
    const auto of_b = least_step(b);
    const auto of_a = least_step(a);
    if ((b.size() > 1 && !of_b) || (a.size() > 1 && !of_a) || (!of_b && !of_a)) return {};
    const std::int64_t step = std::min(of_b.value_or(*(of_a ? of_a : of_b)), of_a.value_or(*(of_b ? of_b : of_a)));
    Pairs out;
    for (std::size_t i = 0, j = 0; i < b.size() && j < a.size();) {
        const auto days = days_between(b[i].first_date, a[j].first_date);
        if (!days) return {};
        if (2 * std::abs(*days) < step) {
            if (b[i].said == a[j].said) out.emplace_back(i, j);
            ++i;
            ++j;
        } else {
            ++(*days > 0 ? i : j);
        }
    }
    return out;
}

/// In order, where every row says the same around its values as its partner.
Pairs in_order(const std::vector<MeasuredRow>& b, const std::vector<MeasuredRow>& a) {
    if (b.size() != a.size()) return {};
    Pairs out;
    for (std::size_t i = 0; i < b.size(); ++i) {
        if (b[i].said != a[i].said) return {};
        out.emplace_back(i, i);
    }
    return out;
}

/// By a key that is there once on either side, where that crosses no other pair: `name`, `rest`.
Pairs by_key(const std::vector<MeasuredRow>& b, const std::vector<MeasuredRow>& a, std::uint64_t MeasuredRow::*key) {
    std::unordered_map<std::uint64_t, std::size_t> place;
    std::unordered_map<std::uint64_t, int> count_b, count_a;
    for (const MeasuredRow& row : b) ++count_b[row.*key];
    for (std::size_t j = 0; j < a.size(); ++j) {
        ++count_a[a[j].*key];
        place[a[j].*key] = j;
    }
    Pairs out;
    for (std::size_t i = 0; i < b.size(); ++i) {
        const std::uint64_t own = b[i].*key;
        if (!b[i].measured || own == 0 || count_b[own] != 1 || count_a[own] != 1) continue;
        const std::size_t j = place[own];
        if (a[j].measured && (out.empty() || out.back().second < j)) out.emplace_back(i, j);
    }
    return out;
}

/// The figures of a row behind its first cell, in ascending order of their text.
std::vector<std::string> figures_of(const Block& row) {
    std::vector<std::string> out;
    for (std::size_t i = 1; i < row.cells.size(); ++i) {
        const Span& cell = row.cells[i];
        std::string words = normalise(std::string_view(row.text).substr(cell.begin, cell.size()));
        const auto values = find_quantities(words);
        const bool whole =
            values.size() == 1 && values.front().span == Span{0, static_cast<std::uint32_t>(words.size())};
        if (whole) out.push_back(std::move(words));
    }
    std::sort(out.begin(), out.end());
    return out;
}

/// In order, where all figures of one row stand in the other, as in no other row, in whatever columns: "2" became
/// "Hire", "3" became "1 year". One such row may be chance, and so may few among many.
Pairs by_figures(const Document& before, std::span<const BlockId> b, const Document& after,
                 std::span<const BlockId> a) {
    constexpr std::size_t fewest = 2;
    if (b.size() > most_refigured || a.size() > most_refigured) return {};
    const auto all = [](const Document& document, std::span<const BlockId> ids) {
        std::vector<std::vector<std::string>> out;
        for (const BlockId id : ids) out.push_back(figures_of(document.blocks[id]));
        return out;
    };
    const auto x = all(before, b);
    const auto y = all(after, a);
    const auto alike = [&](std::size_t i, std::size_t j) {
        const auto& [less, more] =
            std::minmax(x[i], y[j], [](const auto& p, const auto& q) { return p.size() < q.size(); });
        return less.size() >= fewest && std::includes(more.begin(), more.end(), less.begin(), less.end());
    };
    Pairs found;
    std::vector<std::size_t> of_b(x.size(), 0), of_a(y.size(), 0);
    for (std::size_t i = 0; i < x.size(); ++i)
        for (std::size_t j = 0; j < y.size(); ++j)
            if (alike(i, j)) {
                found.emplace_back(i, j);
                ++of_b[i];
                ++of_a[j];
            }
    Pairs out;
    for (const auto& [i, j] : found)
        if (of_b[i] == 1 && of_a[j] == 1 && (out.empty() || out.back().second < j)) out.emplace_back(i, j);
    return out.size() >= fewest && 2 * out.size() >= std::max(x.size(), y.size()) ? out : Pairs{};
}

bool all_measured(const std::vector<MeasuredRow>& rows) {
    return std::all_of(rows.begin(), rows.end(), [](const MeasuredRow& row) { return row.measured; });
}

}  // namespace

std::vector<std::pair<std::size_t, std::size_t>> pair_measured_rows(const Document& before, std::span<const BlockId> b,
                                                                    const Document& after, std::span<const BlockId> a) {
    const std::vector<MeasuredRow> x = measure_all(before, b);
    const std::vector<MeasuredRow> y = measure_all(after, a);
    if (all_measured(x) && all_measured(y)) {
        if (Pairs pairs = in_order(x, y); !pairs.empty()) return pairs;
        if (Pairs pairs = by_dates(x, y); !pairs.empty()) return pairs;
    }
    if (Pairs pairs = by_key(x, y, &MeasuredRow::rest); !pairs.empty()) return pairs;
    if (Pairs pairs = by_key(x, y, &MeasuredRow::name); !pairs.empty()) return pairs;
    return by_figures(before, b, after, a);
}

}  // namespace stet
