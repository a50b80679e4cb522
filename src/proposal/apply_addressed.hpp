// Operations whose targets are whole addresses of the base: what is to be done, or why it cannot be.
#pragma once

#include <cstdint>

#include "proposal/address.hpp"
#include "proposal/apply.hpp"
#include "proposal/plan.hpp"

namespace stet {

/// Reads the addresses of an operation (Operation::addressed) in the base. Gives an empty wish and a reason in `step`
/// where an address is not there, where quoted words are not at it word for word, or more than once.
Wish plan_addressed(const Document& base, const Addresses& addresses, const Operation& operation, CarriedOut& step);

}  // namespace stet
