// Cuts a block into several at once.
#include "grammar/cut.hpp"

#include <algorithm>

#include "text/letters.hpp"

namespace stet {
namespace {

/// Walks over a block's text once and hands out its parts in order.
class Cutter {
public:
    explicit Cutter(const Block& block) : block_(block) {}

    /// The part text[begin, end).
    Block part(std::uint32_t begin, std::uint32_t end) {
        Block out;
        out.kind = block_.kind;
        out.depth = block_.depth;
        out.indent = block_.indent;
        out.part = block_.part;
        out.text = block_.text.substr(begin, end - begin);
        while (run_ < block_.runs.size() && block_.runs[run_].text.end <= begin) ++run_;
        for (std::size_t i = run_; i < block_.runs.size() && block_.runs[i].text.begin < end; ++i) {
            const Span text{std::max(block_.runs[i].text.begin, begin), std::min(block_.runs[i].text.end, end)};
            out.runs.push_back({{text.begin - begin, text.end - begin}, block_.runs[i].marks});
        }
        add_fragments(out, begin, end);
        return out;
    }

private:
    std::uint32_t fragment_end(std::size_t i) const {
        return i + 1 < block_.fragments.size() ? block_.fragments[i + 1].text
                                               : static_cast<std::uint32_t>(block_.text.size());
    }

    /// Line of an offset that does not lie before the last one asked for.
    std::uint32_t line_of(std::size_t fragment, std::uint32_t at) {
        const Fragment& here = block_.fragments[fragment];
        if (fragment != counted_fragment_ || counted_to_ < here.text) {
            counted_fragment_ = fragment;
            counted_to_ = here.text;
            breaks_ = 0;
        }
        breaks_ += static_cast<std::uint32_t>(
            std::count(block_.text.begin() + counted_to_, block_.text.begin() + std::max(at, counted_to_), '\n'));
        counted_to_ = std::max(at, counted_to_);
        return std::min(here.line + breaks_, here.last_line);
    }

    void add_fragments(Block& out, std::uint32_t begin, std::uint32_t end) {
        if (block_.fragments.empty()) return;
        while (fragment_ + 1 < block_.fragments.size() && fragment_end(fragment_) <= begin) ++fragment_;
        for (std::size_t i = fragment_; i < block_.fragments.size(); ++i) {
            if (i > fragment_ && block_.fragments[i].text >= end) break;
            Fragment fragment = block_.fragments[i];
            const std::uint32_t from = std::max(fragment.text, begin);
            fragment.line = line_of(i, from);
            fragment.last_line = line_of(i, std::min(end, fragment_end(i)));
            fragment.text = from - begin;
            out.fragments.push_back(fragment);
        }
    }

    const Block& block_;
    std::size_t run_ = 0;
    std::size_t fragment_ = 0;
    std::size_t counted_fragment_ = static_cast<std::size_t>(-1);
    std::uint32_t counted_to_ = 0;
    std::uint32_t breaks_ = 0;
};

}  // namespace

std::vector<Block> cut_at(Block block, const std::vector<std::uint32_t>& cuts, std::vector<std::uint32_t>& begins) {
    begins.assign(1, 0);
    std::vector<Block> out;
    if (cuts.empty()) {
        out.push_back(std::move(block));
        return out;
    }
    const auto size = static_cast<std::uint32_t>(block.text.size());
    Cutter cutter(block);
    for (std::size_t i = 0; i <= cuts.size(); ++i) {
        std::uint32_t end = i < cuts.size() ? cuts[i] : size;
        while (i < cuts.size() && end > begins[i] && is_blank(block.text[end - 1])) --end;
        out.push_back(cutter.part(begins[i], end));
        if (i == cuts.size()) break;
        std::uint32_t begin = cuts[i];
        while (begin < size && is_blank(block.text[begin])) ++begin;
        begins.push_back(begin);
    }
    out.front().number = std::move(block.number);
    out.front().computed = block.computed;
    return out;
}

}  // namespace stet
