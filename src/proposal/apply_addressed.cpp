// One function a kind of operation; each says what is missing in words.
#include "proposal/apply_addressed.hpp"

#include <algorithm>
#include <optional>

#include "proposal/find_words.hpp"

namespace stet {

namespace {

class Addressed {
public:
    Addressed(const Document& base, const Addresses& addresses, const Operation& operation, CarriedOut& step)
        : base_(base), addresses_(addresses), operation_(operation), step_(step), by_(step.operation) {}

    Wish run() {
        step_.found_by = FoundBy::number;
        switch (operation_.op) {
            case Op::repeal:
                take_unit();
                break;
            case Op::remove:
                operation_.struck_text.empty() ? take_blocks() : change_words();
                break;
            case Op::substitute:
                change_words();
                break;
            case Op::insert:
                operation_.unit == Unit::words ? add_words() : add_blocks();
                break;
            case Op::move:
                move();
                break;
            case Op::renumber:
                renumber();
                break;
            case Op::split:
                begin_paragraph();
                break;
            case Op::join:
                join();
                break;
            default:
                step_.reason = "there is nothing to carry out";
        }
        return std::move(wish_);
    }

private:
    std::optional<NodeId> unit_of(const Target& target) {
        const auto node = addresses_.find(target.units);
        if (!node) step_.reason = "the base has no such unit: " + (target.units.empty() ? "" : target.units.back());
        if (node && step_.base == none && *node != 0) step_.base = *node;
        return node;
    }

    /// The blocks that a target names: parts of a unit, or all of it.
    std::vector<BlockId> blocks_of(const Target& target) {
        const auto node = unit_of(target);
        if (!node) return {};
        std::vector<BlockId> blocks;
        if (!target.paragraph.empty()) {
            if (const auto part = parse_part(target.paragraph)) blocks = addresses_.blocks(*node, *part);
        } else {
            const Node& unit = base_.nodes[*node];
            for (BlockId id = unit.first_block; id < unit.end_block; ++id)
                if (!is_set_aside(base_.blocks[id].kind)) blocks.push_back(id);
        }
        if (blocks.empty()) step_.reason = "the unit has no " + (target.paragraph.empty() ? "text" : target.paragraph);
        return blocks;
    }

    std::optional<BlockId> block_of(const Target& target) {
        const std::vector<BlockId> blocks = blocks_of(target);
        if (blocks.empty()) return std::nullopt;
        return blocks.front();
    }

    /// The one place of quoted words in a block, or the one of several that is named.
    std::optional<Span> words_in(BlockId id, const std::string& words) {
        const std::vector<Span> places = find_words(base_.blocks[id].text, face_tokens(base_, id), words);
        if (operation_.place > 0 && operation_.place <= places.size()) return places[operation_.place - 1];
        if (operation_.place == 0 && places.size() == 1) return places.front();
        step_.reason = places.empty()
                           ? "the words are not there: “" + words + "”"
                           : "the words are there " + std::to_string(places.size()) + " times: “" + words + "”";
        return std::nullopt;
    }

    void take_unit() {
        if (blocks_of(operation_.target).empty()) return;
        const Node& unit = base_.nodes[*addresses_.find(operation_.target.units)];
        wish_.removals.push_back({unit.first_block, unit.end_block, by_});
    }

    void take_blocks() {
        const std::vector<BlockId> blocks = blocks_of(operation_.target);
        if (blocks.empty()) return;
        const std::vector<Span> places =
            find_words(base_.blocks[blocks.front()].text, face_tokens(base_, blocks.front()), operation_.anchor_words);
        if (!operation_.anchor_words.empty() && places.empty()) {
            step_.reason = "it does not begin with “" + operation_.anchor_words + "”";
            return;
        }
        for (const BlockId id : blocks) wish_.removals.push_back({id, id + 1, by_});
    }

    void change_words() {
        const auto id = block_of(operation_.target);
        if (!id) return;
        if (const auto span = words_in(*id, operation_.struck_text))
            put(*id, replace_words(base_.blocks[*id].text, *span, operation_.inserted_text));
    }

    void put(BlockId id, WordChange change) { wish_.splices.push_back({id, change.cut, std::move(change.with), by_}); }

    void add_words() {
        const auto id = block_of(operation_.target);
        if (!id) return;
        const std::string& text = base_.blocks[*id].text;
        std::uint32_t at = 0;
        if (operation_.position == PositionKind::end) {
            const std::vector<Token> tokens = face_tokens(base_, *id);
            at = tokens.empty() ? static_cast<std::uint32_t>(text.size()) : tokens.back().text.end;
        } else if (operation_.position == PositionKind::after) {
            const auto span = words_in(*id, operation_.anchor_words);
            if (!span) return;
            at = span->end;
        }
        put(*id, insert_words(text, at, operation_.inserted_text));
    }

    void add_blocks() {
        Insertion insertion;
        insertion.by = by_;
        insertion.before = operation_.position != PositionKind::after;
        if (operation_.position == PositionKind::start) {
            while (insertion.at < base_.blocks.size() && is_set_aside(base_.blocks[insertion.at].kind)) ++insertion.at;
        } else {
            const std::vector<BlockId> blocks = blocks_of(operation_.anchor);
            if (blocks.empty()) return;
            insertion.at = insertion.before ? blocks.front() : blocks.back();
        }
        if (insertion.at >= base_.blocks.size()) {
            step_.reason = "the base has no text";
            return;
        }
        for (const DrawnBlock& block : operation_.drawn)
            insertion.blocks.push_back({block.kind, block.depth, block.number, new_text(block)});
        if (insertion.blocks.empty())
            step_.reason = "the text to insert is not printed";
        else
            wish_.insertions.push_back(std::move(insertion));
    }

    void move() {
        const std::vector<BlockId> blocks = blocks_of(operation_.target);
        if (blocks.empty()) return;
        const std::vector<BlockId> anchor = blocks_of(operation_.anchor);
        if (anchor.empty()) return;
        const bool before = operation_.position == PositionKind::before;
        wish_.relocations.push_back(
            {blocks.front(), blocks.back() + 1, before ? anchor.front() : anchor.back(), before, by_});
    }

    void renumber() {
        const auto node = unit_of(operation_.target);
        if (!node || *node == 0) return;
        const Node& unit = base_.nodes[*node];
        const std::string& text = base_.blocks[unit.first_block].text;
        const std::size_t at = text.find(unit.label.written, unit.label.span.begin);
        if (unit.label.written.empty() || at == std::string::npos) {
            step_.reason = "the unit has no number";
            return;
        }
        const auto begin = static_cast<std::uint32_t>(at);
        const auto end = static_cast<std::uint32_t>(at + unit.label.written.size());
        put(unit.first_block, {{begin, end}, operation_.inserted_text});
    }

    void begin_paragraph() {
        const auto id = block_of(operation_.target);
        if (!id) return;
        const auto span = words_in(*id, operation_.anchor_words);
        if (!span) return;
        const std::string& text = base_.blocks[*id].text;
        std::uint32_t begin = span->begin;
        while (begin > 0 && (text[begin - 1] == ' ' || text[begin - 1] == '\n')) --begin;
        if (begin == 0)
            step_.reason = "it is the beginning of a paragraph already";
        else
            put(*id, {{begin, span->begin}, "\n\n"});
    }

    void join() {
        const auto id = block_of(operation_.target);
        if (!id) return;
        if (*id == 0 || is_set_aside(base_.blocks[*id - 1].kind))
            step_.reason = "no paragraph stands directly before it";
        else
            wish_.joinings.push_back({*id, by_});
    }

    const Document& base_;
    const Addresses& addresses_;
    const Operation& operation_;
    CarriedOut& step_;
    std::uint32_t by_;
    Wish wish_;
};

}  // namespace

Wish plan_addressed(const Document& base, const Addresses& addresses, const Operation& operation, CarriedOut& step) {
    return Addressed(base, addresses, operation, step).run();
}

}  // namespace stet
