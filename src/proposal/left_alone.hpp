// Operations of which nothing is looked for in the base.
#pragma once

#include <string>

#include "proposal/apply.hpp"
#include "proposal/proposal.hpp"

namespace stet {

/// Why an operation is left alone before anything is looked for; empty where it is to be tried.
std::string left_alone(const Operation& operation, const ApplyOptions& options);

/// Whether nothing but the heading of an item was read, which may ask for something.
bool is_heading_alone(const Operation& operation);

}  // namespace stet
