// Cells of a table of the base that a proposal's table sets: found by classification, row and column, never by place.
#pragma once

#include <cstdint>

#include "proposal/proposal.hpp"
#include "proposal/set_values.hpp"
#include "proposal/text_of_base.hpp"

namespace stet {

/// All cells of an operation, or none: a row or column without a partner, two rows of one name, and a rate printed as
/// current that the base does not have there are each a reason. Columns of other dates have partners only where the
/// proposal's table stands for the whole of the base's and has as many or more: then the dates above them change, too.
/// Columns of later dates come behind the last one where they are added, or printed beside some that the base has.
SetValues set_table(const Document& base, BlockRange within, const Operation& operation, std::uint32_t by);

}  // namespace stet
