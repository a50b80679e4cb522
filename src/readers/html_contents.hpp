// Finds the tables of contents and menus of a page by what their links lead to.
#pragma once

#include <unordered_map>

#include "document/block.hpp"
#include "readers/html_tree.hpp"

namespace stet {

/// Elements whose text is not the document's own: a list or table whose links lead to places further on that begin with
/// the link's own words is `contents`; so is a <nav> of links into the page, and any other <nav> is `furniture`.
std::unordered_map<const GumboNode*, BlockKind> find_html_contents(const GumboNode* root);

}  // namespace stet
