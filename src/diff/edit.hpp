// An edit: a stretch of one text that stays, goes or comes.
#pragma once

#include <cstdint>

#include "text/span.hpp"

namespace stet {

enum class EditOp : std::uint8_t { equal, deleted, inserted };

/// `before` is in the before-block's text (empty for inserted), `after` in the after-block's (empty for deleted). The
/// edits of a pair cover both stretches without a gap, in order; an equal edit may differ in typography. `aside`:
/// outside the compared face (struck by its author, or a comment); shown and rebuilt, never accepted or rejected.
struct Edit {
    EditOp op = EditOp::equal;
    bool aside = false;
    Span before;
    Span after;
};

}  // namespace stet
