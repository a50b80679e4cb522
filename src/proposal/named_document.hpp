// "of the Pension Plan": the document whose unit a place is, where its name stands behind the place; and whether a base
// is called so.
#pragma once

#include <cstddef>
#include <string>

#include "document/document.hpp"
#include "proposal/phrases.hpp"

namespace stet {

/// The name in capitals behind a place that ends in front of token `at`; empty where none stands there, or the words
/// name the agreement itself, or somebody's offer.
Span named_document(const PhrasedText& text, std::size_t at, std::size_t end);

/// The opening of the base has the name for a title, by its initials too, or in quotes, or says "this" of it.
bool is_named(const Document& base, const std::string& name);

}  // namespace stet
