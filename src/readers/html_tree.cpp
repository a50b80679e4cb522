// Runs gumbo with memory of our own.
#include "readers/html_tree.hpp"

#include <algorithm>
#include <new>
#include <utility>

namespace stet {

namespace {

constexpr std::size_t first_chunk = 16 * 1024;
constexpr std::size_t largest_chunk = 1024 * 1024;
constexpr std::size_t deepest_walk = 2000;  // some 200 bytes of stack each

extern "C" void* stet_html_allocate(void* arena, std::size_t size) {
    return static_cast<HtmlArena*>(arena)->allocate(size);
}

extern "C" void stet_html_release(void*, void*) {}

}  // namespace

void* HtmlArena::allocate(std::size_t size) {
    constexpr std::size_t unit = alignof(std::max_align_t);
    size = (size + unit - 1) / unit * unit;
    if (size > size_ - used_) {
        const std::size_t wanted = std::max(size, std::clamp(2 * size_, first_chunk, largest_chunk));
        chunks_.push_back(std::unique_ptr<std::byte[]>(new (std::nothrow) std::byte[wanted]));
        if (chunks_.back() == nullptr) return nullptr;
        size_ = wanted;
        used_ = 0;
    }
    void* given = chunks_.back().get() + used_;
    used_ += size;
    return given;
}

HtmlTree::HtmlTree(std::string_view html) {
    GumboOptions options = kGumboDefaultOptions;
    options.max_errors = 0;
    options.allocator = stet_html_allocate;
    options.deallocator = stet_html_release;
    options.userdata = &arena_;
    output_ = gumbo_parse_with_options(&options, html.data(), html.size());
}

bool HtmlTree::is_shallow() const {
    std::vector<std::pair<const GumboNode*, std::size_t>> nodes = {{root(), 1}};
    while (!nodes.empty()) {
        const auto [node, depth] = nodes.back();
        nodes.pop_back();
        if (depth > deepest_walk) return false;
        for (std::size_t i = 0; i < child_count(node); ++i) nodes.emplace_back(child_of(node, i), depth + 1);
    }
    return true;
}

const char* attribute_of(const GumboElement& element, const char* name) {
    const GumboAttribute* found = gumbo_get_attribute(&element.attributes, name);
    return found == nullptr ? nullptr : found->value;
}

}  // namespace stet
