// Exact decimal arithmetic on 64-bit coefficients with 128-bit intermediate results.
#include "quantity/decimal.hpp"

#include <numeric>

namespace stet {

namespace {

__extension__ typedef __int128 Wide;

constexpr unsigned most_digits = 18;  // the most that every 64-bit integer can hold
constexpr std::int64_t limit = 1'000'000'000'000'000'000;

Wide power_of_ten(unsigned exponent) {
    Wide power = 1;
    while (exponent-- > 0) power *= 10;
    return power;
}

Wide magnitude(Wide number) {
    return number < 0 ? -number : number;
}

/// numerator / denominator (> 0), halves away from zero.
Wide divide_rounded(Wide numerator, Wide denominator) {
    const Wide size = magnitude(numerator);
    const Wide quotient = size / denominator + (size % denominator >= denominator - size % denominator ? 1 : 0);
    return numerator < 0 ? -quotient : quotient;
}

std::optional<Decimal> narrowed(Wide units, unsigned scale) {
    while (scale > 0 && units % 10 == 0) {
        units /= 10;
        --scale;
    }
    if (scale > most_digits || magnitude(units) >= limit) return std::nullopt;
    return Decimal::of(static_cast<std::int64_t>(units), scale);
}

struct Aligned {
    Wide a, b;
    unsigned scale;
};

Aligned align_points(const Decimal& a, const Decimal& b) {
    const unsigned scale = std::max(a.scale(), b.scale());
    return {a.coefficient() * power_of_ten(scale - a.scale()), b.coefficient() * power_of_ten(scale - b.scale()),
            scale};
}

}  // namespace

std::optional<Decimal> Decimal::of(std::int64_t units, unsigned scale) {
    while (scale > 0 && units % 10 == 0) {
        units /= 10;
        --scale;
    }
    if (scale > most_digits || magnitude(units) >= limit) return std::nullopt;
    Decimal number;
    number.coefficient_ = units;
    number.scale_ = scale;
    return number;
}

std::optional<Decimal> Decimal::parse(std::string_view figure) {
    Wide units = 0;
    unsigned scale = 0;
    bool point = false, digits = false;
    for (const char c : figure) {
        if (c == ',' && digits && !point) continue;
        if (c == '.' && !point) {
            point = true;
            continue;
        }
        if (c < '0' || c > '9') return std::nullopt;
        digits = true;
        units = units * 10 + (c - '0');
        if (point) ++scale;
        if (units >= limit || scale > most_digits) return std::nullopt;
    }
    return digits ? narrowed(units, scale) : std::nullopt;
}

std::optional<Decimal> Decimal::ratio(std::int64_t numerator, std::int64_t denominator) {
    if (denominator <= 0 || magnitude(numerator) >= limit) return std::nullopt;
    std::int64_t rest = denominator / std::gcd(numerator, denominator);
    unsigned twos = 0, fives = 0;
    for (; rest % 2 == 0; rest /= 2) ++twos;
    for (; rest % 5 == 0; rest /= 5) ++fives;
    const unsigned scale = std::max(twos, fives);
    if (rest != 1 || scale > most_digits) return std::nullopt;
    return narrowed(numerator * power_of_ten(scale) / denominator, scale);
}

std::optional<Decimal> Decimal::rounded_ratio(std::int64_t numerator, std::int64_t denominator, unsigned digits) {
    if (denominator <= 0 || digits > 9) return std::nullopt;
    return narrowed(divide_rounded(numerator * power_of_ten(digits), denominator), digits);
}

std::optional<Decimal> Decimal::plus(const Decimal& other) const {
    const Aligned points = align_points(*this, other);
    return narrowed(points.a + points.b, points.scale);
}

std::optional<Decimal> Decimal::minus(const Decimal& other) const {
    return plus(other.negated());
}

std::optional<Decimal> Decimal::shifted(int exponent) const {
    if (exponent < -static_cast<int>(most_digits) || exponent > static_cast<int>(most_digits)) return std::nullopt;
    if (exponent < 0) return narrowed(coefficient_, scale_ + static_cast<unsigned>(-exponent));
    return narrowed(coefficient_ * power_of_ten(static_cast<unsigned>(exponent)), scale_);
}

Decimal Decimal::negated() const {
    Decimal number = *this;
    number.coefficient_ = -coefficient_;
    return number;
}

std::string Decimal::text(unsigned least_digits) const {
    std::string digits = std::to_string(coefficient_ < 0 ? -coefficient_ : coefficient_);
    unsigned places = scale_;
    for (; places < least_digits; ++places) digits += '0';
    if (digits.size() <= places) digits.insert(0, places + 1 - digits.size(), '0');
    std::string out;
    if (coefficient_ < 0) out += '-';
    out.append(digits, 0, digits.size() - places);
    if (places > 0) out += '.';
    out.append(digits, digits.size() - places);
    return out;
}

std::strong_ordering operator<=>(const Decimal& a, const Decimal& b) {
    const Aligned points = align_points(a, b);
    if (points.a == points.b) return std::strong_ordering::equal;
    return points.a < points.b ? std::strong_ordering::less : std::strong_ordering::greater;
}

std::string signed_text(const Decimal& number, unsigned least_digits) {
    std::string text;
    if (!number.is_negative()) text += '+';
    text += number.text(least_digits);
    return text;
}

std::optional<std::string> percent_change(const Decimal& before, const Decimal& after) {
    if (before.is_zero()) return std::nullopt;
    const Aligned points = align_points(before, after);
    Wide tenths = 0;
    if (__builtin_mul_overflow(points.b - points.a, Wide{1000}, &tenths)) return std::nullopt;
    const std::optional<Decimal> percent = narrowed(divide_rounded(tenths, magnitude(points.a)), 1);
    if (!percent) return std::nullopt;
    return signed_text(*percent, 1);
}

}  // namespace stet
