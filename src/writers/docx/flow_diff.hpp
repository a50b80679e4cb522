// Which tokens of two flows are the same, go or come: the script that is written as tracked changes.
#pragma once

#include <cstdint>
#include <set>
#include <string_view>
#include <vector>

#include "diff/edit.hpp"
#include "text/span.hpp"
#include "writers/docx/flow.hpp"
#include "writers/docx/hints.hpp"
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

/// The changes that `edits` say, and beside them every other difference of characters and things. The edits are those
/// of the flows' texts without their last marks, which stand for each other; passive tokens are in no item.
std::vector<FlowItem> diff_flows(const Flow& before, const Flow& after, const std::vector<Edit>& edits);

/// Edits of two flows that the redline does not have: a careful person's, word by word.
std::vector<Edit> edits_between(const Flow& before, const Flow& after);

/// A flow's text without its last mark.
std::string_view words_of_flow(const Flow& flow);

/// All of one flow as deleted or inserted; its last mark too. `signs` are those of fields that go or come with it.
std::vector<FlowItem> one_flow(const Flow& flow, Track track, const std::set<Hints::Key>& signs);

}  // namespace stet::docx
