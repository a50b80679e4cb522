// The words that values are written with: takes a folded word, gives what it is and its number.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace stet {

/// What a lexeme of a text is. Runs of words that mean nothing here are one `other`.
enum class LexemeKind : std::uint8_t {
    other,
    // figures
    figure,  ///< "1,040.50", ".25"
    dotted,  ///< "1.2.3", no number
    vulgar,  ///< "½": value is numerator × 256 + denominator
    // number words
    small,  ///< zero … nineteen
    tens,   ///< twenty … ninety
    hundred,
    scale,         ///< thousand, million, billion: value is the exponent of ten
    denominator,   ///< half, third …: value
    denominators,  ///< thirds, hundredths …: value
    ordinal,       ///< first, second, twentieth …
    conjunction,   ///< and
    one_leader,    ///< a word after which "one" is no number ("no one"); value 1: before a unit it says one ("each")
    one_follower,  ///< a word before which "one" is no number ("one another")
    // units
    dollars,
    cents,
    cent_letter,    ///< c, right after a figure
    currency_code,  ///< USD
    percent,
    basis,         ///< basis, before "points"
    points,        ///< point, points
    basis_points,  ///< bps
    per,
    month,  ///< value 1 … 12
    of,
    unit,            ///< of time: value is an index for unit_name
    qualifier,       ///< "calendar" before a unit: value is an index for qualifier_name
    ordinal_suffix,  ///< st nd rd th
    multiple,        ///< x
    magnitude,       ///< k, m right after a sum: value is the exponent of ten
    clock_word,      ///< noon, midnight: value is the hour
    times,           ///< behind a number: as often, as much
    time,            ///< "time and one-half"
    fold,            ///< straight, double, triple before "time": value
    often,           ///< once, twice: value
    article,         ///< a, an
    noun,            ///< of references: value is its index × 2, + 1 in the plural
    // marks
    currency,  ///< $ £ €: value 0, 1, 2
    percent_sign,
    cent_sign,
    open,
    close,
    hyphen,
    slash,
    comma,
    period,
    colon,
    apostrophe,
    mark
};

struct VocabularyEntry {
    std::string_view word;
    LexemeKind kind;
    std::uint16_t value;
};

/// False where no word of so many bytes that begins with these two letters, in lower case, is in the vocabulary.
bool may_be_vocabulary(char first, char second, std::size_t size);

/// The entry of a lower-case word, or nullptr.
const VocabularyEntry* find_vocabulary(std::string_view word);

/// The words of bounds, lower case: "nor" of "nor more than"; each word behind it; the last one before a number; and a
/// bound that stands behind its number, "or more".
bool opens_further_bound(std::string_view word);
bool is_word_of_bound(std::string_view word);
bool ends_bound(std::string_view word);
bool is_bound_behind(std::string_view words);

/// A word behind which "an hour" is how long something takes, lower case: "within". "twice an hour" is how often.
bool opens_duration(std::string_view word);
/// A word in front of which it is: "after".
bool closes_duration(std::string_view word);

/// How many of `part` a unit has, both in the singular: a fortnight 14 days, a year 12 months. 0 where that is not
/// settled, as of days that may be of work.
int parts_of_unit(std::string_view unit, std::string_view part);

/// Words, lower case, behind which stand the numbers of a telephone line, of an extension; "number" behind them.
bool names_line(std::string_view word);
bool names_extension(std::string_view word);
bool says_number(std::string_view word);

/// A word, lower case, behind which no number of things goes on: "Section 1 or 2 applies".
bool is_behind_label(std::string_view word);

/// What joins the ends of a range: "10 to 15 days", "$20–$30".
bool joins_range(std::string_view words);

/// What a word, lower case, says in a bound: "not", "than", "more", "less", "least", "most".
enum class BoundWord : std::uint8_t { other, denial, filler, above, below, least, most };
BoundWord bound_word(std::string_view word);

/// Whether a noun of references is one that hours may follow: "the schedule 6:30 to 14:30".
bool may_have_hours(std::string_view noun);

/// "hour", "day" … in the singular.
std::string_view unit_name(std::uint16_t index);

/// "calendar", "business" …
std::string_view qualifier_name(std::uint16_t index);

/// Whether a currency's code is one in capitals only: "CAD".
bool is_capital_code(std::uint16_t index);

/// "" for the dollar, else the currency's sign or code.
std::string_view currency_name(std::uint16_t index);

}  // namespace stet
