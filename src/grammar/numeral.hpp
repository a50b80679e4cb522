// Numerals as agreements write them: from the text of a label to what it counts, and how such a row goes on.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace stet {

/// How a label counts; the names are those of CSS counter styles, which map to OOXML's `w:numFmt`.
enum class NumeralKind : std::uint8_t {
    decimal,
    lower_alpha,
    upper_alpha,
    lower_roman,
    upper_roman,
    word,
    dotted,
    dashed,
    clause  ///< "5:01", see clause_number_size
};

/// Numbers that name the unit around theirs: "5.1", "5:01".
inline bool names_unit_around(NumeralKind kind) {
    return kind == NumeralKind::dotted || kind == NumeralKind::clause;
}

/// The kind of that name ("decimal", "lower-roman" …).
std::optional<NumeralKind> numeral_kind(std::string_view name);

/// What a numeral counts. "12" is {12}, "12A" and "2 A" are {12, 1} and {2, 1}, "2.03" and "2:03" are {2, 3}, "34-1431"
/// is {34, 1431}.
struct Ordinals {
    static constexpr std::size_t most = 6;
    std::array<std::uint32_t, most> parts{};
    std::uint8_t count = 0;
    bool lettered = false;  ///< the last part is a letter suffix

    void add(std::uint32_t part) {
        if (count < most) parts[count++] = part;
    }
    std::uint32_t first() const { return parts[0]; }
    std::uint32_t last() const { return count == 0 ? 0 : parts[count - 1u]; }
    friend bool operator==(const Ordinals&, const Ordinals&) = default;
};

/// A numeral found at the beginning of a text.
struct Numeral {
    Ordinals ordinals;
    std::uint32_t size = 0;  ///< bytes of the text that it takes
};

/// The numeral of a kind at the beginning of `text`: the longest there is. Alphabetic ones count a … z, then by doubled
/// letters (aa = 27, bb = 28) as agreements do, else to base 26; "decimal" takes a letter suffix ("12A", "2a", "5ZA",
/// "2 A").
std::optional<Numeral> parse_numeral(std::string_view text, NumeralKind kind);

/// True where `next` is what a row of numerals goes on with after `last`: 3 after 2, 12A after 12, 13 after 12A, 2.4
/// after 2.3.
bool follows(const Ordinals& last, const Ordinals& next);

/// True where a row of numerals may begin with it: 1, a, i, 1.1, 0.
bool begins_row(const Ordinals& ordinals);

}  // namespace stet
