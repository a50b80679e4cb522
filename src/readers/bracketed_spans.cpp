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

/// The mark of the first class that is known: ".underline", ".insertion author=…".
std::optional<Mark> mark_of(std::string_view attributes) {
    while (!attributes.empty()) {
        const std::size_t end = std::min(attributes.find_first_of(" \n"), attributes.size());
        const std::string_view word = attributes.substr(0, end);
        for (const auto& [name, mark] : classes)
            if (word.size() == name.size() + 1 && word[0] == '.' && word.substr(1) == name) return mark;
        attributes.remove_prefix(std::min(end + 1, attributes.size()));
    }
    return std::nullopt;
}

void read_block(Block& block) {
    std::vector<MarkedSpan> marked;
    std::vector<Span> removed;
    std::vector<std::uint32_t> open;
    const std::string_view text = block.text;
    std::size_t run = 0;
    for (std::uint32_t at = 0; at < text.size(); ++at) {
        if (text[at] != '[' && text[at] != ']') continue;
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
        if (at + 2 >= text.size() || text[at + 1] != '{' || text[at + 2] != '.') continue;
        const std::size_t close = text.substr(0, std::min(text.size(), at + longest_attributes)).find('}', at);
        if (close == std::string_view::npos) continue;
        const auto mark = mark_of(text.substr(at + 2, close - at - 2));
        if (!mark) continue;
        removed.push_back({begin, begin + 1});
        removed.push_back({at, static_cast<std::uint32_t>(close + 1)});
        marked.push_back({{begin + 1, at}, *mark});
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

void read_bracketed_spans(std::vector<Block>& blocks) {
    for (Block& block : blocks)
        if (may_hold_bracketed_spans(block.text)) read_block(block);
}

}  // namespace stet
