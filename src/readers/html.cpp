// Reads a whole HTML page.
#include <algorithm>
#include <string>

#include "readers/html_guard.hpp"
#include "readers/html_tree.hpp"
#include "readers/html_walk.hpp"
#include "readers/reader.hpp"
#include "text/error.hpp"

namespace stet {

namespace {

/// A page of 600 KB has some 6,000; the parser takes some 200 bytes for each, and more for what stands between.
constexpr std::ptrdiff_t most_tags = 4'000'000;

/// A heading with nothing below it but contents is their title; the first one may be the document's.
void set_titles_aside(std::vector<Block>& blocks) {
    bool first = true;
    for (std::size_t i = 0; i + 1 < blocks.size(); ++i) {
        if (blocks[i].kind != BlockKind::heading) continue;
        const bool title = !first && blocks[i].depth > 1;
        first = false;
        if (!title || blocks[i + 1].kind != BlockKind::contents) continue;
        std::size_t end = i + 1;
        while (end < blocks.size() && blocks[end].kind == BlockKind::contents) ++end;
        if (end == blocks.size() || blocks[end].kind == BlockKind::heading) blocks[i].kind = BlockKind::contents;
    }
}

}  // namespace

ReadBlocks read_html(const Source& source) {
    const std::string_view html = source.text();
    if (std::count(html.begin(), html.end(), '<') > most_tags)
        throw Error(source.name() + ": error: more than " + std::to_string(most_tags) +
                    " tags; cut the document into parts");
    ReadBlocks result;
    LeftOut left_out;
    HtmlSink sink{source, result.blocks, result.diagnostics, left_out};
    const auto read_tree = [&] {
        const HtmlTree tree(html);
        if (!tree.is_shallow()) return false;
        walk_html_page(tree, html, sink);
        return true;
    };
    if (!is_safe_html(html) || !read_tree()) read_html_as_text(html, 1, sink);
    set_titles_aside(result.blocks);
    left_out.report(source.name(), result.diagnostics);
    return result;
}

}  // namespace stet
