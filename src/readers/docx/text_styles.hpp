// Styles of headings that number whole paragraphs: what an agreement has in "Heading 2" is often its text.
#pragma once

#include <cstddef>
#include <string>
#include <unordered_map>
#include <vector>

#include "readers/docx/walk.hpp"

namespace stet {

/// Collects the blocks that a style or an outline level makes headings and takes the headings of a style of text for
/// the paragraphs that they are: all of them, so that "1.2" and "1.3" are of one kind though one of them is short.
class TextStyles {
public:
    /// `block` is the index of the block in the walk.
    void add(const std::string& style, std::size_t block, const Block& heading);

    /// Turns the headings whose style reads as text into paragraphs.
    void settle(std::vector<DocxBlock>& blocks) const;

private:
    struct Use {
        std::vector<std::size_t> blocks;
        std::size_t sentences = 0;
    };
    std::unordered_map<std::string, Use> by_style_;
};

}  // namespace stet
