// Marks, cuts and trims finished blocks, keeping runs, cells and fragments true.
#include "readers/block_marks.hpp"

#include <algorithm>
#include <array>

#include "text/characters.hpp"
#include "text/utf8.hpp"

namespace stet {

namespace {

/// Maps offsets of a text to offsets after `removed` is cut out; asked with ascending offsets.
class Shift {
public:
    explicit Shift(const std::vector<Span>& removed) : removed_(removed) {}

    std::uint32_t operator()(std::uint32_t at) {
        while (next_ < removed_.size() && removed_[next_].end <= at) gone_ += removed_[next_++].size();
        const std::uint32_t inside =
            next_ < removed_.size() && removed_[next_].begin < at ? at - removed_[next_].begin : 0;
        return at - gone_ - inside;
    }

private:
    const std::vector<Span>& removed_;
    std::size_t next_ = 0;
    std::uint32_t gone_ = 0;
};

/// Where a mark begins (+1) or ends (-1).
struct Edge {
    std::uint32_t at;
    std::int8_t step;
    std::uint8_t bit;
};

std::uint8_t bit_of(Mark mark) {
    std::uint8_t bit = 0;
    while ((static_cast<std::uint16_t>(mark) >> bit & 1) == 0) ++bit;
    return bit;
}

std::vector<Edge> edges_of(const std::vector<MarkedSpan>& marked) {
    std::vector<Edge> edges;
    edges.reserve(marked.size() * 2);
    for (const MarkedSpan& span : marked) {
        if (span.text.empty()) continue;
        edges.push_back({span.text.begin, 1, bit_of(span.mark)});
        edges.push_back({span.text.end, -1, bit_of(span.mark)});
    }
    std::stable_sort(edges.begin(), edges.end(), [](const Edge& a, const Edge& b) { return a.at < b.at; });
    return edges;
}

/// The block's runs with the marks of `edges` added, still over the whole text.
std::vector<Run> with_marks(const std::vector<Run>& runs, const std::vector<Edge>& edges) {
    std::vector<Run> out;
    out.reserve(runs.size() + edges.size());
    std::array<std::uint32_t, 16> open{};
    Marks added;
    std::size_t next = 0;
    for (const Run& run : runs) {
        std::uint32_t at = run.text.begin;
        while (at < run.text.end) {
            for (; next < edges.size() && edges[next].at <= at; ++next) {
                std::uint32_t& depth = open[edges[next].bit];
                depth = edges[next].step > 0 ? depth + 1 : depth - 1;
                const auto bit = static_cast<std::uint16_t>(1u << edges[next].bit);
                added.bits = static_cast<std::uint16_t>(depth > 0 ? added.bits | bit : added.bits & ~bit);
            }
            const std::uint32_t end = next < edges.size() ? std::min(edges[next].at, run.text.end) : run.text.end;
            out.push_back({{at, end}, {static_cast<std::uint16_t>(run.marks.bits | added.bits)}});
            at = end;
        }
    }
    return out;
}

}  // namespace

void rewrite_block(Block& block, const std::vector<MarkedSpan>& marked, const std::vector<Span>& removed) {
    const std::vector<Run> runs = with_marks(block.runs, edges_of(marked));
    Block kept;
    kept.text.reserve(block.text.size());
    std::size_t cut = 0;
    for (const Run& run : runs) {
        std::uint32_t at = run.text.begin;
        while (at < run.text.end) {
            while (cut < removed.size() && removed[cut].end <= at) ++cut;
            const bool inside = cut < removed.size() && removed[cut].begin <= at;
            if (inside) {
                at = std::min(removed[cut].end, run.text.end);
                continue;
            }
            const std::uint32_t end = cut < removed.size() ? std::min(removed[cut].begin, run.text.end) : run.text.end;
            append_run(kept, std::string_view(block.text).substr(at, end - at), run.marks);
            at = end;
        }
    }
    Shift cell_shift(removed);
    for (Span& cell : block.cells) {
        const std::uint32_t begin = cell_shift(cell.begin);
        cell = {begin, cell_shift(cell.end)};
    }
    Shift fragment_shift(removed);
    for (Fragment& fragment : block.fragments) fragment.text = fragment_shift(fragment.text);
    block.text = std::move(kept.text);
    block.runs = std::move(kept.runs);
}

void trim_end(Block& block) {
    std::size_t size = block.text.size();
    while (size > 0 && (block.text[size - 1] == ' ' || block.text[size - 1] == '\n' || block.text[size - 1] == '\t'))
        --size;
    block.text.resize(size);
    while (!block.runs.empty() && block.runs.back().text.begin >= size) block.runs.pop_back();
    if (!block.runs.empty()) block.runs.back().text.end = static_cast<std::uint32_t>(size);
    while (block.fragments.size() > 1 && block.fragments.back().text >= size) block.fragments.pop_back();
}

void trim_start(Block& block) {
    std::uint32_t size = 0;
    std::uint32_t breaks = 0;
    while (size < block.text.size() &&
           (block.text[size] == ' ' || block.text[size] == '\n' || block.text[size] == '\t'))
        breaks += block.text[size++] == '\n' ? 1 : 0;
    if (size == 0 || !block.cells.empty()) return;
    rewrite_block(block, {}, {{0, size}});
    while (block.fragments.size() > 1 && block.fragments[1].text == 0) {
        block.fragments.erase(block.fragments.begin());
        breaks = 0;
    }
    if (!block.fragments.empty())
        block.fragments[0].line = std::min(block.fragments[0].line + breaks, block.fragments[0].last_line);
}

namespace {

/// Line breaks are few: found one by one they cost less than to look at every byte.
std::uint32_t line_breaks(std::string_view text) {
    std::uint32_t count = 0;
    for (std::size_t at = text.find('\n'); at != std::string_view::npos; at = text.find('\n', at + 1)) ++count;
    return count;
}

}  // namespace

void close_fragments(Block& block, const Source& source, std::uint32_t last_line) {
    const std::string_view text(block.text);
    for (std::size_t i = 0; i < block.fragments.size(); ++i) {
        Fragment& fragment = block.fragments[i];
        const bool last = i + 1 == block.fragments.size();
        const std::size_t end = last ? text.size() : block.fragments[i + 1].text - 1;
        const std::string_view part = text.substr(fragment.text, end - fragment.text);
        fragment.last_line = fragment.line + line_breaks(part);
        fragment.last_line = std::min(fragment.last_line, source.line_count());
        fragment.line = std::min(fragment.line, fragment.last_line);
        const std::uint32_t reach =
            std::min(last ? std::max(last_line, fragment.last_line) : fragment.last_line, source.line_count());
        fragment.source = {source.line_begin(fragment.line),
                           source.line_begin(reach) + static_cast<std::uint32_t>(source.line(reach).size())};
    }
}

bool has_visible_text(std::string_view text) {
    constexpr char32_t zero_width_space = 0x200b;
    constexpr char32_t byte_order_mark = 0xfeff;
    for (std::size_t i = 0; i < text.size();) {
        const auto [code, size] = utf8::decode(text, i);
        const bool blank = code == ' ' || code == '\n' || code == '\t' ||
                           (code >= 0x80 && utf8::kind_of(code) == utf8::CharacterKind::space);
        if (!blank && code != zero_width_space && code != byte_order_mark) return true;
        i += size;
    }
    return false;
}

}  // namespace stet
