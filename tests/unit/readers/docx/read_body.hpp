// Reads the body of a Word document made in memory and shows its blocks as text.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "docx_file.hpp"
#include "readers/docx/walk.hpp"
#include "readers/reader.hpp"

namespace stet::test {

inline std::vector<Block> read_blocks(const DocxFile& file) {
    return read_docx(file.source()).blocks;
}

inline std::vector<Block> read_body(std::string_view body) {
    return read_blocks(DocxFile(body));
}

/// "[bold:Section] one|cell two": runs with marks in brackets, cells parted by bars.
inline std::string shown(const Block& block) {
    std::string out;
    for (const Run& run : block.runs) {
        std::string text = block.text.substr(run.text.begin, run.text.size());
        for (char& c : text)
            if (c == '\t' && !block.cells.empty()) c = '|';
        out += run.marks.empty() ? text : "[" + mark_names(run.marks) + ":" + text + "]";
    }
    return out;
}

/// The blocks' texts as shown, one a line, each with its computed number before it.
inline std::string shown(const std::vector<Block>& blocks) {
    std::string out;
    for (const Block& block : blocks) {
        if (block.computed && !block.number.empty()) out += "<" + block.number + "> ";
        out += shown(block) + "\n";
    }
    return out;
}

}  // namespace stet::test
