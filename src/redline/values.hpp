// Changed values: which sum, percent, date, duration, count or reference became which; takes a block's two texts and
// their edits.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "redline/change.hpp"
#include "redline/redline.hpp"

namespace stet {

/// The values that the edits touch, paired within each hunk by type and order, in reading order.
///
/// A value counts whole however little of it is touched. A pair of equal values ("90 days", "ninety (90) days") is no
/// change; a value without a partner is listed with the other side empty, unless it is a weak one ("first"). What
/// stands aside is left out. Where a type has more values on one side of a hunk than on the other, the nearest are
/// paired in order (unit, size, the words beside them). `edits` may cover a stretch of the texts; a label that is not
/// to be listed belongs in an equal edit.
///
/// To `flags`, where they are wanted: `number-pair` (high) for each value touched whose words and figure now differ,
/// “forty dollars ($30.00)”: the words say 40, the figure 30; and `currency` (high) for each sum that became one of
/// another currency.
///
/// `before` and `after` of the result: money with two digits at least ("16.50"), percents without padding, counts with
/// the digits printed behind the point, dates ISO, durations "18 months", references noun and label
/// ("section 2.03(a)"). `delta` is in days for dates, and of durations in two units in the
/// smaller one, with its name ("+7 days"), or there is none where that is not settled; `percent` is of money, percents,
/// durations and counts.
std::vector<ValueChange> find_value_changes(std::string_view before, std::string_view after,
                                            std::span<const Edit> edits,
                                            const std::vector<std::string>& reference_nouns,
                                            std::vector<Flag>* flags = nullptr);

/// Whether a value of a paragraph that came or went is news by itself: sums, percents, durations and dates are, counts
/// and references are a part of any text.
bool tells_alone(const ValueChange& value);

}  // namespace stet
