// Decimal: an exact decimal number of at most 18 digits; takes figures as printed, gives canonical figures.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace stet {

/// coefficient × 10^-scale, without trailing zeros after the point, so that equal numbers are equal members.
/// An operation whose result needs more than 18 digits has no value.
class Decimal {
public:
    Decimal() = default;

    /// "1,040.50", ".25", "5": digits, commas anywhere between them, at most one point.
    static std::optional<Decimal> parse(std::string_view figure);
    /// units × 10^-scale.
    static std::optional<Decimal> of(std::int64_t units, unsigned scale = 0);
    /// numerator / denominator where a decimal equals it (1/8, not 1/3).
    static std::optional<Decimal> ratio(std::int64_t numerator, std::int64_t denominator);
    /// numerator / denominator rounded to `digits` (at most 9) after the point, halves away from zero.
    static std::optional<Decimal> rounded_ratio(std::int64_t numerator, std::int64_t denominator, unsigned digits);

    std::int64_t coefficient() const { return coefficient_; }
    unsigned scale() const { return scale_; }
    bool is_zero() const { return coefficient_ == 0; }
    bool is_negative() const { return coefficient_ < 0; }
    bool is_integer() const { return scale_ == 0; }

    std::optional<Decimal> plus(const Decimal& other) const;
    std::optional<Decimal> minus(const Decimal& other) const;
    /// This × 10^exponent.
    std::optional<Decimal> shifted(int exponent) const;
    Decimal negated() const;

    /// "-1040.5"; with `least_digits` 2 "-1040.50".
    std::string text(unsigned least_digits = 0) const;

    friend bool operator==(const Decimal&, const Decimal&) = default;
    friend std::strong_ordering operator<=>(const Decimal& a, const Decimal& b);

private:
    std::int64_t coefficient_ = 0;
    std::uint32_t scale_ = 0;
};

/// The text with a sign always: "+1.00", "-6", "+0".
std::string signed_text(const Decimal& number, unsigned least_digits = 0);

/// Change from `before` to `after` in percent of before's size: "+100.0", one digit, halves away from zero.
/// None where before is zero or the figures are too long.
std::optional<std::string> percent_change(const Decimal& before, const Decimal& after);

}  // namespace stet
