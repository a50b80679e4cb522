// The parser's tree of a piece of HTML, with the memory that it stands in.
#pragma once

#include <gumbo.h>

#include <cstddef>
#include <memory>
#include <string_view>
#include <vector>

namespace stet {

/// Memory that is given out piece by piece and taken back all at once: gumbo would free its tree by recursion.
class HtmlArena {
public:
    void* allocate(std::size_t size);

private:
    std::vector<std::unique_ptr<std::byte[]>> chunks_;
    std::size_t used_ = 0;
    std::size_t size_ = 0;
};

/// A parsed piece of HTML. The tree points into the text that it was parsed from, which must outlive it.
class HtmlTree {
public:
    explicit HtmlTree(std::string_view html);
    HtmlTree(const HtmlTree&) = delete;
    HtmlTree& operator=(const HtmlTree&) = delete;

    const GumboNode* root() const { return output_->root; }
    /// Whether a walk by recursion is no danger to the stack.
    bool is_shallow() const;

private:
    HtmlArena arena_;
    const GumboOutput* output_;
};

/// Children of an element, in order; none for another node.
inline std::size_t child_count(const GumboNode* node) {
    return node->type == GUMBO_NODE_ELEMENT ? node->v.element.children.length : 0;
}
inline const GumboNode* child_of(const GumboNode* node, std::size_t i) {
    return static_cast<const GumboNode*>(node->v.element.children.data[i]);
}

/// The value of an attribute; null where the element has none of that name.
const char* attribute_of(const GumboElement& element, const char* name);

}  // namespace stet
