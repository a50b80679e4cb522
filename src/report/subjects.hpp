// How surely two operations of different rounds are about one subject.
#pragma once

#include "proposal/proposal.hpp"

namespace stet {

/// 0 where they are not; else the higher the surer. Numbers count less than titles and texts.
double same_subject(const Operation& a, const Operation& b);

}  // namespace stet
