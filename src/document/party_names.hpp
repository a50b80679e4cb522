// The names that a document gives its parties where it opens: ("Landlord"), (the "Company").
#pragma once

#include <string>
#include <vector>

#include "document/document.hpp"

namespace stet {

/// Lower case, in order, none twice: quoted names with capitals, in brackets or in front of the first unit, among the
/// first paragraphs. Other terms that are defined there are among them.
std::vector<std::string> party_names(const Document& document);

}  // namespace stet
