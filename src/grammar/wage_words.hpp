// The words by which a house style's wage schedules are read: what a column's heading, a row's label or a line above a
// table says; from the [wages] table of a grammar file.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace stet {

/// A text with what its tables of money must say, row by row.
struct WageExample {
    std::string text;
    std::vector<std::string> rows;  ///< "Dockhands: Start 15.00 -> 2025-07-01 15.50"
    std::uint32_t line = 0;         ///< in the grammar file
};

/// Phrases, lower case. A list that is empty says nothing; with all lists empty no schedule is read.
struct WageWords {
    std::vector<std::string> current;         ///< before rates in force: "current", "existing"
    std::vector<std::string> proposed;        ///< before rates asked for: "proposed", "new scale"
    std::vector<std::string> effective;       ///< before a date of effect: "effective", "as of"
    std::vector<std::string> increase;        ///< over a column of raises, in a sentence about one: "increase"
    std::vector<std::string> total;           ///< a raise over all years: "total"
    std::vector<std::string> rate;            ///< over a column of rates: "hourly rate", "salary"
    std::vector<std::string> step;            ///< over a column of steps, in a step's name: "step", "hours worked"
    std::vector<std::string> step_opens;      ///< a step's name begins so: "start", "after"
    std::vector<std::string> top;             ///< names of a last step: "thereafter", "top rate"
    std::vector<std::string> hours;           ///< over a column of hours from step to step: "progression"
    std::vector<std::string> classification;  ///< over a column of classifications: "job title"
    std::vector<std::string> period;          ///< before a year without a date: "year", "fy"
    std::vector<std::string> wages;           ///< what such tables and sentences are about: "wage", "pay"
    std::vector<std::string> other_money;     ///< what other tables of money are about: "premium", "contribution"
    std::vector<std::string> fillers;         ///< words that say nothing of their own in a caption: "the", "scale"
    std::vector<std::string> at_most;         ///< claims: "up to"
    std::vector<std::string> at_least;        ///< claims: "at least", "at a minimum"
    std::vector<std::string> raised_by;       ///< claims, before a raise: "by"
    std::vector<std::string> raised_to;       ///< claims, before a rate: "to"
    std::vector<std::string> raised_for;      ///< behind a raise, before whose it is: "for"
    std::vector<std::string> more_than;       ///< claims: what lies beyond an amount and not on it: "over"
    std::vector<std::string> or_more;         ///< of a tier: the amount itself counts: "or more"
    std::vector<std::string> each_year;       ///< claims: "per year"
    std::vector<std::string> start;           ///< claims: what a first step is called: "starting"
    std::vector<std::string> leaders;         ///< claims: what stands for several classifications: "department leaders"

    std::vector<WageExample> examples;

    bool empty() const { return rate.empty() && current.empty() && proposed.empty(); }
};

/// A text as phrases are looked for in it: words in lower case between single blanks, one at each end; letters beyond
/// ASCII stay, all other marks part words.
std::string phrase_key(std::string_view text);

/// Whether one of the phrases stands in the key, at its beginning, is all of it, or stands at its end.
bool says(std::string_view key, const std::vector<std::string>& phrases);
bool opens_with(std::string_view key, const std::vector<std::string>& phrases);
bool is_one_of(std::string_view key, const std::vector<std::string>& phrases);
bool ends_with(std::string_view key, const std::vector<std::string>& phrases);

}  // namespace stet
