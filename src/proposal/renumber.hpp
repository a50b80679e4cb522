// Units behind those that go or come, where a proposal asks that they are renumbered and names no numbers.
#pragma once

#include <string>
#include <vector>

#include "document/document.hpp"
#include "proposal/plan.hpp"
#include "proposal/proposal.hpp"

namespace stet {

/// A unit that takes the number of one beside it.
struct Renumbered {
    NodeId node = none;
    std::string number;  ///< as that one's label writes it; behind the last one counted on
};

/// A row of numbers that is closed behind the first unit that goes, or opened for a new one.
struct Renumbering {
    std::uint32_t by = 0;           ///< the operation that takes that unit out, or brings it in
    std::vector<NodeId> gone;       ///< units of the row that go, in order
    std::vector<Renumbered> units;  ///< units that stay, in order
    Wish wish;
    std::string stops;  ///< why the row of numbers ends where it does, where that is not its end
};

/// The rows of numbers that operations `asking` for it close: units behind one that goes, as far as their numbers
/// follow one another without a gap. Each that stays takes the first number that is free, so that units which other
/// operations take out of the row leave no gap there either. A new unit with a number that the base has (Insertion::
/// displaces) pushes those behind it on, up to the first number that is free. Sections that bear their article's number
/// follow it.
std::vector<Renumbering> renumber_rows(const Document& base, const SplicePlan& plan,
                                       const std::vector<std::uint32_t>& asking);

/// "5.10" behind "5.09", "d" behind "c", "XV" behind "XIV"; nothing where what comes next is not certain ("z", "12A").
std::string number_after(const SectionLabel& label);

}  // namespace stet
