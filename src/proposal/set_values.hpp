// Values that a proposal sets without printing what they replace: what is to be done to the base, or why it cannot be.
#pragma once

#include <string>
#include <vector>

#include "proposal/splice.hpp"

namespace stet {

struct SetValues {
    std::vector<WordSplice> splices;
    std::vector<std::string> remarks;
    bool held_already = false;  ///< the base has these values; `reason` says so
    std::string reason;         ///< why it cannot be done, with the readings that stand; empty where it can
};

}  // namespace stet
