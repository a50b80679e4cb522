// Parses a fragment, or takes its text where the parser could not bear it.
#include "readers/html_fragment.hpp"

#include "readers/html_guard.hpp"
#include "readers/html_tree.hpp"
#include "readers/html_walk.hpp"

namespace stet {

void read_html_fragment(std::string_view html, std::uint32_t first_line, HtmlSink& sink) {
    if (is_safe_html(html)) {
        const HtmlTree tree(html);
        if (tree.is_shallow()) {
            walk_html_fragment(tree, html, first_line, sink);
            return;
        }
    }
    read_html_as_text(html, first_line, sink);
}

}  // namespace stet
