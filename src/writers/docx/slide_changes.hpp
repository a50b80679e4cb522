// A change that can stand in several places stands where links and content controls begin and end as they did.
#pragma once

#include <vector>

#include "writers/docx/flow.hpp"
#include "writers/docx/flow_diff.hpp"

namespace stet::docx {

/// Of "pay [soon ]" without its link's text the blank that stays may be that before the link or that in it: it is the
/// one that is where it was. Items as `diff_flows` gives them.
std::vector<FlowItem> slide_changes(const Flow& before, const Flow& after, const std::vector<FlowItem>& items);

}  // namespace stet::docx
