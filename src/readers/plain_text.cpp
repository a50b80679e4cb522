// The plain text reader: takes text as `pdftotext -layout` gives it or typed by hand, gives blocks.
#include <vector>

#include "readers/plain_text_stages.hpp"
#include "readers/reader.hpp"

namespace stet {

ReadBlocks read_plain_text(const Source& source) {
    const std::string_view text = source.text();
    std::vector<plain_text::Line> lines = plain_text::scan_lines(source);
    plain_text::mark_furniture(text, lines);
    plain_text::mark_contents(text, lines);
    plain_text::mark_tables(text, lines);
    return {plain_text::build_blocks(text, lines), {}};
}

}  // namespace stet
