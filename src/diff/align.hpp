// The alignment of two documents: a list of passes over one mapping store.
#pragma once

#include "diff/alignment.hpp"
#include "document/document.hpp"

namespace stet {

/// Which node and block of `before` became which of `after`. Deterministic; near linear in the input.
Alignment align(const Document& before, const Document& after);

}  // namespace stet
