// Which tokens of two flows are the same, go or come: the script that is written as tracked changes.
#pragma once

#include <cstdint>
#include <vector>

#include "text/span.hpp"
#include "writers/docx/flow.hpp"
#include "writers/docx/revision.hpp"

namespace stet::docx {

inline constexpr std::uint32_t no_token = 0xffffffff;

/// A token, or a stretch of its text, as it stands in the redline. What stays has both tokens.
struct FlowItem {
    Track track = Track::none;  ///< none, inserted or deleted
    std::uint32_t before = no_token;
    std::uint32_t after = no_token;
    Span before_text;  ///< in the before-flow's text; empty where inserted
    Span after_text;   ///< in the after-flow's text; empty where deleted
};

/// The words that a careful person would have changed, and beside them every other difference of characters and
/// things. Both flows' last marks stand for each other where `joined`; passive tokens are in no item.
std::vector<FlowItem> diff_flows(const Flow& before, const Flow& after, bool joined = true);

/// All of one flow as deleted or inserted; its last mark too.
std::vector<FlowItem> one_flow(const Flow& flow, Track track);

}  // namespace stet::docx
