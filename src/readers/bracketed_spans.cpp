// Pairs brackets inside each block and reads the classes behind them.
#include "readers/bracketed_spans.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "readers/block_marks.hpp"

namespace stet {

namespace {

constexpr std::size_t most_open = 64;            // brackets kept waiting at once
constexpr std::size_t longest_attributes = 300;  // bytes between the braces

constexpr std::array classes = {std::pair{std::string_view("underline"), Mark::underline},
                                std::pair{std::string_view("ul"), Mark::underline},
                                std::pair{std::string_view("mark"), Mark::highlight},
                                std::pair{std::string_view("insertion"), Mark::inserted},
                                std::pair{std::string_view("deletion"), Mark::struck},
                                std::pair{std::string_view("strikeout"), Mark::struck},
                                std::pair{std::string_view("comment-start"), Mark::comment}};

struct Attributes {
    std::optional<Mark> mark;  ///< of the first class that is known
    bool others = false;
};

/// ".underline"; ".insertion author=…" has others.
Attributes read_attributes(std::string_view attributes) {
    Attributes out;
    while (!attributes.empty()) {
        const std::size_t end = std::min(attributes.find_first_of(" \n"), attributes.size());
        const std::string_view word = attributes.substr(0, end);
        std::optional<Mark> known;
        for (const auto& [name, mark] : classes)
            if (word.size() == name.size() + 1 && word[0] == '.' && word.substr(1) == name) known = mark;
        if (known && !out.mark)
            out.mark = known;
        else
            out.others = out.others || !word.empty();
        attributes.remove_prefix(std::min(end + 1, attributes.size()));
    }
    return out;
}

/// `escaped` are offsets in the block's text, rising.
void read_block(Block& block, const std::vector<std::uint32_t>& escaped, LeftOut& left_out) {
    const auto is_escaped = [&](std::uint32_t at) { return std::binary_search(escaped.begin(), escaped.end(), at); };
    std::vector<MarkedSpan> marked;
    std::vector<Span> removed;
    std::vector<std::uint32_t> open;
    const std::string_view text = block.text;
    std::size_t run = 0;
    for (std::uint32_t at = 0; at < text.size(); ++at) {
        if ((text[at] != '[' && text[at] != ']') || is_escaped(at)) continue;
        while (run + 1 < block.runs.size() && block.runs[run].text.end <= at) ++run;
        if (block.runs[run].marks.has(Mark::code)) continue;
        if (text[at] == '[') {
            if (open.size() == most_open) open.erase(open.begin());
            open.push_back(at);
            continue;
        }
        if (open.empty()) continue;
        const std::uint32_t begin = open.back();
        open.pop_back();
        if (at + 2 >= text.size() || text[at + 1] != '{' || text[at + 2] != '.' || is_escaped(at + 1)) continue;
        const std::size_t close = text.substr(0, std::min(text.size(), at + longest_attributes)).find('}', at);
        if (close == std::string_view::npos) continue;
        const Attributes attributes = read_attributes(text.substr(at + 2, close - at - 2));
        if (!attributes.mark) continue;
        if (attributes.others) left_out.add(Omitted::attribute, block.line());
        removed.push_back({begin, begin + 1});
        removed.push_back({at, static_cast<std::uint32_t>(close + 1)});
        marked.push_back({{begin + 1, at}, *attributes.mark});
        at = static_cast<std::uint32_t>(close);
    }
    if (removed.empty()) return;
    std::sort(removed.begin(), removed.end(), [](Span a, Span b) { return a.begin < b.begin; });
    rewrite_block(block, marked, removed);
}

}  // namespace

bool may_hold_bracketed_spans(std::string_view text) {
    return text.find("]{.") != std::string_view::npos;
}

void read_bracketed_spans(std::vector<Block>& blocks, const std::vector<EscapedByte>& escaped, LeftOut& left_out) {
    auto next = escaped.begin();
    for (std::size_t i = 0; i < blocks.size(); ++i) {
        std::vector<std::uint32_t> offsets;
        for (; next != escaped.end() && next->block <= i; ++next)
            if (next->block == i) offsets.push_back(next->at);
        if (may_hold_bracketed_spans(blocks[i].text)) read_block(blocks[i], offsets, left_out);
    }
}

}  // namespace stet
