// What a redline says, counted and listed: statuses of sections, one change for each section with findings.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "redline/redline.hpp"

namespace stet {

/// Fills in the statuses of sections, `counts`, `typographic` and `changes` from sections and blocks.
void describe_changes(Redline& redline);

/// Adds a stretch of changed words to a change's text, white space folded, stretches parted by " … ".
void append_changed_words(std::string_view text, Span span, std::string& out);

/// A change's title from its unit and those over it, innermost first: "Article 15 Night Premium, Section 39".
std::string change_title(std::span<const Node* const> chain);

}  // namespace stet
