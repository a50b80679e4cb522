// Words are compared by the word diff; inside what it calls equal, characters and things are held against each other
// one by one, so that nothing changed is left untracked.
#include "writers/docx/flow_diff.hpp"

#include <algorithm>
#include <span>
#include <utility>

#include "diff/sequence.hpp"
#include "diff/word_diff.hpp"
#include "text/utf8.hpp"
#include "text/words.hpp"
#include "writers/docx/slide_changes.hpp"

namespace stet::docx {

namespace {

/// The least that is kept or replaced: a character of a text, or a token that is none.
struct Unit {
    std::uint32_t token = 0;
    Span text;
    std::uint64_t key = 0;
    bool blank = false;
};

/// One kind of blank for another (no-break, narrow) is no change; every other character is itself.
char32_t comparable(char32_t code) {
    const bool blank = code == 0xa0 || code == 0x202f || (code >= 0x2000 && code <= 0x200a);
    return blank ? U' ' : code;
}

/// Hands out a flow's units in order.
class UnitReader {
public:
    explicit UnitReader(const Flow& flow) : flow_(flow) {}

    /// Units that begin before `end`.
    std::vector<Unit> take(std::uint32_t end) {
        std::vector<Unit> units;
        units.reserve(end > at_ ? end - at_ : 1);
        for (; token_ < flow_.tokens.size(); ++token_) {
            const FlowToken& token = flow_.tokens[token_];
            if (token.kind == FlowTokenKind::passive) continue;
            if (token.kind != FlowTokenKind::text) {
                if (token.text.begin >= end) break;
                units.push_back({token_, token.text,
                                 mix(mix(token.key, 1 + static_cast<std::uint64_t>(token.kind)),
                                     flow_.wrappers[token.wrapper].link)});
                continue;
            }
            if (!take_text(token, end, units)) break;
        }
        return units;
    }

private:
    /// Whether all of the token's text is taken.
    bool take_text(const FlowToken& token, std::uint32_t end, std::vector<Unit>& units) {
        at_ = std::max(at_, token.text.begin);
        const std::uint64_t link = flow_.wrappers[token.wrapper].link;
        while (at_ < token.text.end && at_ < end) {
            const utf8::Decoded next = utf8::decode(flow_.text, at_);
            const char32_t code = comparable(next.code);
            units.push_back({token_, {at_, at_ + next.size}, mix(link, code), code == U' '});
            at_ += next.size;
        }
        return at_ >= token.text.end;
    }

    const Flow& flow_;
    std::uint32_t token_ = 0;
    std::uint32_t at_ = 0;
};

class Script {
public:
    void keep(const Unit& before, const Unit& after) {
        end_change();
        put(kept(before, after));
    }
    void strike(const Unit& unit) { gone_.push_back(unit); }
    void add(const Unit& unit) { fresh_.push_back(unit); }

    /// What both begin and end with stays; the longest common rest between.
    void hold(const std::vector<Unit>& before, const std::vector<Unit>& after) {
        const std::size_t least = std::min(before.size(), after.size());
        std::size_t head = 0;
        while (head < least && before[head].key == after[head].key) ++head;
        std::size_t tail = 0;
        while (tail < least - head && before[before.size() - 1 - tail].key == after[after.size() - 1 - tail].key)
            ++tail;
        for (std::size_t i = 0; i < head; ++i) keep(before[i], after[i]);
        hold_middle({before.data() + head, before.size() - head - tail},
                    {after.data() + head, after.size() - head - tail});
        for (std::size_t i = tail; i > 0; --i) keep(before[before.size() - i], after[after.size() - i]);
    }

    /// Joins what goes on in the same tokens.
    void put(const FlowItem& item) {
        if (!items_.empty()) {
            FlowItem& last = items_.back();
            if (last.track == item.track && last.before == item.before && last.after == item.after &&
                last.before_text.end == item.before_text.begin && last.after_text.end == item.after_text.begin) {
                last.before_text.end = item.before_text.end;
                last.after_text.end = item.after_text.end;
                return;
            }
        }
        items_.push_back(item);
    }

    std::vector<FlowItem> take() {
        end_change();
        return std::exchange(items_, {});
    }

private:
    using Pairs = std::vector<std::pair<std::uint32_t, std::uint32_t>>;

    static FlowItem kept(const Unit& before, const Unit& after) {
        return {Track::none, before.token, after.token, before.text, after.text};
    }
    static FlowItem gone(const Unit& unit) { return {Track::deleted, unit.token, no_token, unit.text, {}}; }
    static FlowItem fresh(const Unit& unit) { return {Track::inserted, no_token, unit.token, {}, unit.text}; }

    static Pairs common(std::span<const Unit> before, std::span<const Unit> after) {
        const auto keys = [](std::span<const Unit> units) {
            std::vector<std::uint64_t> out;
            for (const Unit& unit : units) out.push_back(unit.key);
            return out;
        };
        if (before.empty() || after.empty()) return {};
        const auto pairs = common_subsequence(keys(before), keys(after));
        return {pairs.begin(), pairs.end()};
    }

    /// Of equal texts in other links: no letter of one word stands for that of another.
    static Pairs same_places(std::span<const Unit> before, std::span<const Unit> after) {
        Pairs out;
        for (std::uint32_t i = 0; i < before.size(); ++i)
            if (before[i].key == after[i].key) out.emplace_back(i, i);
        return out;
    }

    void hold_middle(std::span<const Unit> before, std::span<const Unit> after) {
        std::size_t b = 0;
        std::size_t a = 0;
        const auto part = [&](std::size_t b_end, std::size_t a_end) {
            while (b < b_end) strike(before[b++]);
            while (a < a_end) add(after[a++]);
        };
        for (const auto& [x, y] : before.size() == after.size() ? same_places(before, after) : common(before, after)) {
            part(x, y);
            keep(before[b++], after[a++]);
        }
        part(before.size(), after.size());
    }

    /// What went and came between what stays. Where one side has blanks alone, those that the other has, too, stay.
    void end_change() {
        if (gone_.empty() && fresh_.empty()) return;
        const auto is_blank = [](const Unit& unit) { return unit.blank; };
        const bool blanks =
            std::all_of(gone_.begin(), gone_.end(), is_blank) || std::all_of(fresh_.begin(), fresh_.end(), is_blank);
        std::size_t g = 0;
        std::size_t f = 0;
        const auto part = [&](std::size_t gone_end, std::size_t fresh_end) {
            while (g < gone_end) put(gone(gone_[g++]));
            while (f < fresh_end) put(fresh(fresh_[f++]));
        };
        for (const auto& [x, y] : blanks ? common(gone_, fresh_) : Pairs()) {
            part(x, y);
            put(kept(gone_[g++], fresh_[f++]));
        }
        part(gone_.size(), fresh_.size());
        gone_.clear();
        fresh_.clear();
    }

    std::vector<FlowItem> items_;
    std::vector<Unit> gone_;  ///< since the last that stays
    std::vector<Unit> fresh_;
};

Document document_of(std::string_view text) {
    Document document;
    Block block;
    block.text = text;
    block.runs = {{{0, static_cast<std::uint32_t>(text.size())}, {}}};
    block.fragments.emplace_back();
    document.blocks.push_back(std::move(block));
    document.places.emplace_back();
    document.nodes.emplace_back();
    return document;
}

}  // namespace

std::string_view words_of_flow(const Flow& flow) {
    return std::string_view(flow.text).substr(0, flow.text.empty() ? 0 : flow.text.size() - 1);
}

std::vector<Edit> edits_between(const Flow& before, const Flow& after) {
    const std::string_view old_text = words_of_flow(before);
    const std::string_view new_text = words_of_flow(after);
    const Span b{0, static_cast<std::uint32_t>(old_text.size())};
    const Span a{0, static_cast<std::uint32_t>(new_text.size())};
    if (b.empty() && a.empty()) return {};
    if (b.empty()) return {{EditOp::inserted, false, {}, a}};
    if (a.empty()) return {{EditOp::deleted, false, b, {}}};
    return word_diff({document_of(old_text), 0, b}, {document_of(new_text), 0, a});
}

std::vector<FlowItem> diff_flows(const Flow& before, const Flow& after, const std::vector<Edit>& edits) {
    UnitReader old_units(before);
    UnitReader new_units(after);
    Script script;
    for (const Edit& edit : edits) {
        if (edit.op == EditOp::equal) {
            const std::vector<Unit> held = old_units.take(edit.before.end);
            script.hold(held, new_units.take(edit.after.end));
        } else if (edit.op == EditOp::deleted) {
            for (const Unit& unit : old_units.take(edit.before.end)) script.strike(unit);
        } else {
            for (const Unit& unit : new_units.take(edit.after.end)) script.add(unit);
        }
    }
    const std::vector<Unit> rest = old_units.take(static_cast<std::uint32_t>(before.text.size()));
    script.hold(rest, new_units.take(static_cast<std::uint32_t>(after.text.size())));
    const std::vector<FlowItem> items = script.take();
    if (before.wrappers.size() == 1 && after.wrappers.size() == 1) return items;
    for (const FlowItem& item : slide_changes(before, after, items)) script.put(item);
    return script.take();
}

namespace {

/// The number before a note's own text: a note that is carried over needs it.
bool is_note_sign(const FlowToken& token) {
    const std::string_view name = token.node.name();
    return name == "w:footnoteRef" || name == "w:endnoteRef";
}

}  // namespace

std::vector<FlowItem> one_flow(const Flow& flow, Track track, const std::set<Hints::Key>& signs) {
    std::vector<FlowItem> items;
    for (std::uint32_t i = 0; i < flow.tokens.size(); ++i) {
        const FlowToken& token = flow.tokens[i];
        const bool passive = token.kind == FlowTokenKind::passive && !signs.contains(Hints::key(token.node));
        if (passive && (track != Track::deleted || !(is_note_sign(token) || is_hollow(token)))) continue;
        if (track == Track::deleted)
            items.push_back({track, i, no_token, token.text, {}});
        else
            items.push_back({track, no_token, i, {}, token.text});
    }
    return items;
}

}  // namespace stet::docx
