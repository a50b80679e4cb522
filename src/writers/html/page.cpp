// The redline as one HTML file that asks nothing of anyone: cover, contents, changes, and the redline in context.
//
// Both texts can be rebuilt from the file:
// - An element with `data-block` is a block of the redline; `data-lines="B,A"` are the lines of its first word in the
//   old and the new file, 0 where it does not stand in that file. Its text is the character data inside it, without
//   that of elements of class `x` (ids, badges, stubs) and of blocks nested in it. Cells (`td`, `th`) part words.
// - An element of class `u` stands for the code point that it names: "[U+202E]".
// - Old text: the blocks with B > 0 by B, equal lines in the order of the file, without what stands in `ins`; an
//   element of class `t` gives its attribute `data-before` in place of its text. A block with B > 0, A = 0 and
//   `data-moved` (a stub) stands for the block that this names.
// - New text: the blocks with A > 0 by A, equal lines in the order of the file, without what stands in `del`.
// - Of a three-way redline `data-lines="Base,A,B"`; what is struck or inserted has the class `pa`, `pb` or `pab` by who
//   does it. The base is old text; a party's text are the blocks with its line > 0 by that line, without the `ins` that
//   are not its own and the `del` that are. Words that a party only writes otherwise stand in one form.
// - `<s>`, `<u>`, `<b>` and their like are the author's own marks. White space counts as one blank, and control
//   characters are U+FFFD. Page furniture and contents are set aside; the cover says how many lines they are.
#include <algorithm>
#include <future>
#include <vector>

#include "writers/html/blocks.hpp"
#include "writers/html/frame.hpp"
#include "writers/html/shell.hpp"
#include "writers/writer.hpp"

namespace stet {
namespace {

/// Bytes that the page will take: both texts at the worst, the markup of each block, the constant part.
std::size_t expected_size(const Redline& redline) {
    const std::size_t texts = std::max(redline.before.source.text().size(), redline.after.source.text().size());
    return texts + texts / 8 + redline.blocks.size() * 96 + redline.changes.size() * 700 + 40000;
}

}  // namespace

std::string write_html(const Redline& redline, const WriteOptions& options) {
    const html::View view(redline, options);
    auto before_main = std::async(std::launch::async, [&] {
        std::string out;
        out.reserve(expected_size(redline));
        html::append_head(out, {html::page_title(view), redline.verified.holds() ? "" : "NOT VERIFIED", {}});
        out += "<body>\n<a class=skip href=\"#redline\">To the redline</a>\n";
        html::append_bar(out, view);
        out += "<div class=page>\n";
        html::append_contents(out, view);
        html::append_cover(out, view);
        out += "<div class=side>\n";
        html::append_search_box(out);
        html::append_changes(out, view);
        html::append_remarks(out, view);
        return out;
    });
    const std::vector<std::string> blocks = html::write_redline(view);
    std::string out = before_main.get();
    out += "</div>\n<main class=\"redline";
    out += options.typography ? " ty" : "";
    out += "\" id=redline>\n";
    for (const std::string& part : blocks) out += part;
    out += "</main>\n</div>\n";
    html::append_page_end(out);
    return out;
}

}  // namespace stet
