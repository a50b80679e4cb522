// Pairs the signs of CriticMarkup over all blocks of a document, then marks what stands between them.
#include "readers/critic_markup.hpp"

#include <algorithm>
#include <optional>

#include "readers/block_marks.hpp"

namespace stet {

namespace {

enum class Sign : std::uint8_t { insertion, deletion, substitution, comment, highlight };

struct Place {
    std::size_t block = 0;
    std::uint32_t at = 0;
};

/// An opening sign that waits for its partner; a substitution also for its arrow.
struct Open {
    Sign sign;
    Place place;
    std::optional<Place> arrow;
};

/// Opening signs kept waiting at once; an older one is given up, so hostile input costs no more than its length.
constexpr std::size_t most_open = 64;

constexpr std::uint32_t sign_size = 3;
constexpr std::uint32_t arrow_size = 2;

std::optional<Sign> opening(std::string_view three) {
    if (three == "{++") return Sign::insertion;
    if (three == "{--") return Sign::deletion;
    if (three == "{~~") return Sign::substitution;
    if (three == "{>>") return Sign::comment;
    if (three == "{==") return Sign::highlight;
    return std::nullopt;
}

std::optional<Sign> closing(std::string_view three) {
    if (three == "++}") return Sign::insertion;
    if (three == "--}") return Sign::deletion;
    if (three == "~~}") return Sign::substitution;
    if (three == "<<}") return Sign::comment;
    if (three == "==}") return Sign::highlight;
    return std::nullopt;
}

/// What is to be done to one block.
struct BlockEdit {
    std::vector<MarkedSpan> marked;
    std::vector<Span> removed;
};

class CriticReader {
public:
    CriticReader(std::vector<Block>& blocks, std::vector<EscapedByte>& escaped)
        : blocks_(blocks), escaped_(escaped), edits_(blocks.size()) {}

    void read() {
        for (std::size_t i = 0; i < blocks_.size(); ++i) scan(i);
        next_escaped_ = 0;
        std::size_t kept = 0;  // blocks before this one that stay
        for (std::size_t i = 0; i < blocks_.size(); ++i) {
            apply(i, kept);
            kept += is_dropped(blocks_[i]) ? 0 : 1;
        }
        std::erase_if(blocks_, is_dropped);
    }

private:
    static bool is_dropped(const Block& block) { return block.runs.empty() && block.cells.empty(); }

    void scan(std::size_t index) {
        const Block& block = blocks_[index];
        const std::string_view text = block.text;
        std::size_t run = 0;
        for (std::uint32_t at = 0; at + 1 < text.size(); ++at) {
            const char c = text[at];
            if (c != '{' && c != '+' && c != '-' && c != '~' && c != '<' && c != '=') continue;
            while (run + 1 < block.runs.size() && block.runs[run].text.end <= at) ++run;
            if (block.runs[run].marks.has(Mark::code)) continue;
            const std::string_view three = text.substr(at, sign_size);
            if (const auto sign = opening(three); sign && !is_escaped(index, at, sign_size)) {
                if (stack_.size() == most_open) stack_.erase(stack_.begin());
                stack_.push_back({*sign, {index, at}, std::nullopt});
                at += sign_size - 1;
            } else if (const auto end = closing(three); end && !is_escaped(index, at, sign_size)) {
                if (close(*end, {index, at})) at += sign_size - 1;
            } else if (text.substr(at, arrow_size) == "~>" && !is_escaped(index, at, arrow_size)) {
                if (!stack_.empty() && stack_.back().sign == Sign::substitution && !stack_.back().arrow)
                    stack_.back().arrow = Place{index, at};
            }
        }
    }

    bool is_escaped(std::size_t block, std::uint32_t at, std::uint32_t size) {
        while (next_escaped_ < escaped_.size() && before(escaped_[next_escaped_], block, at)) ++next_escaped_;
        return next_escaped_ < escaped_.size() && escaped_[next_escaped_].block == block &&
               escaped_[next_escaped_].at < at + size;
    }

    static bool before(const EscapedByte& byte, std::size_t block, std::uint32_t at) {
        return byte.block < block || (byte.block == block && byte.at < at);
    }

    /// Pairs a closing sign with the nearest opening one of its kind; those opened in between are given up.
    bool close(Sign sign, Place end) {
        std::size_t open = stack_.size();
        while (open > 0 && stack_[open - 1].sign != sign) --open;
        if (open == 0) return false;
        const Open begin = stack_[open - 1];
        if (sign == Sign::substitution && !begin.arrow) return false;
        stack_.resize(open - 1);
        remove(begin.place, sign_size);
        remove(end, sign_size);
        switch (sign) {
            case Sign::insertion:
                mark(after(begin.place, sign_size), end, Mark::inserted);
                break;
            case Sign::deletion:
                mark(after(begin.place, sign_size), end, Mark::struck);
                break;
            case Sign::comment:
                mark(after(begin.place, sign_size), end, Mark::comment);
                break;
            case Sign::highlight:
                mark(after(begin.place, sign_size), end, Mark::highlight);
                break;
            case Sign::substitution:
                remove(*begin.arrow, arrow_size);
                mark(after(begin.place, sign_size), *begin.arrow, Mark::struck);
                mark(after(*begin.arrow, arrow_size), end, Mark::inserted);
        }
        return true;
    }

    static Place after(Place place, std::uint32_t size) { return {place.block, place.at + size}; }

    void remove(Place place, std::uint32_t size) { edits_[place.block].removed.push_back({place.at, place.at + size}); }

    void mark(Place from, Place to, Mark mark) {
        for (std::size_t i = from.block; i <= to.block; ++i) {
            const std::uint32_t begin = i == from.block ? from.at : 0;
            const std::uint32_t end = i == to.block ? to.at : static_cast<std::uint32_t>(blocks_[i].text.size());
            edits_[i].marked.push_back({{begin, end}, mark});
        }
    }

    void apply(std::size_t index, std::size_t kept) {
        BlockEdit& edit = edits_[index];
        const std::size_t first_escaped = next_escaped_;
        while (next_escaped_ < escaped_.size() && escaped_[next_escaped_].block <= index)
            escaped_[next_escaped_++].block = kept;
        if (edit.marked.empty() && edit.removed.empty()) return;
        std::sort(edit.removed.begin(), edit.removed.end(), [](Span a, Span b) { return a.begin < b.begin; });
        rewrite_block(blocks_[index], edit.marked, edit.removed);
        std::size_t trimmed = blocks_[index].text.size();
        if (blocks_[index].cells.empty()) trim_start(blocks_[index]);
        trimmed -= blocks_[index].text.size();
        if (blocks_[index].cells.empty()) trim_end(blocks_[index]);
        std::size_t gone = 0;
        auto next = edit.removed.begin();
        for (std::size_t i = first_escaped; i < next_escaped_; ++i) {
            for (; next != edit.removed.end() && next->begin < escaped_[i].at; ++next) gone += next->size();
            escaped_[i].at -= static_cast<std::uint32_t>(gone + trimmed);
        }
    }

    std::vector<Block>& blocks_;
    std::vector<EscapedByte>& escaped_;
    std::size_t next_escaped_ = 0;
    std::vector<Open> stack_;
    std::vector<BlockEdit> edits_;
};

}  // namespace

bool may_hold_critic_markup(std::string_view text) {
    for (std::size_t at = text.find('{'); at != std::string_view::npos; at = text.find('{', at + 1))
        if (opening(text.substr(at, sign_size))) return true;
    return false;
}

void read_critic_markup(std::vector<Block>& blocks, std::vector<EscapedByte>& escaped) {
    CriticReader(blocks, escaped).read();
}

}  // namespace stet
