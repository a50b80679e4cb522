// Parts items into characters, and moves each stretch that only goes or only comes over what stands beside it.
#include "writers/docx/slide_changes.hpp"

#include <cstddef>
#include <string_view>

#include "text/utf8.hpp"

namespace stet::docx {

namespace {

constexpr std::size_t farthest = 64;  // characters that a change is moved

class Slider {
public:
    Slider(const Flow& before, const Flow& after) : before_(before), after_(after) {}

    std::vector<FlowItem> slide(const std::vector<FlowItem>& items) {
        for (const FlowItem& item : items) part(item);
        for (std::size_t begin = 0; begin < units_.size();) {
            std::size_t end = begin + 1;
            while (end < units_.size() && units_[end].track == units_[begin].track) ++end;
            if (is_alone(begin, end)) end = slide(begin, end);
            begin = end;
        }
        return units_;
    }

private:
    /// One character of both sides; what is no text stands as it is.
    void part(const FlowItem& item) {
        FlowItem unit = item;
        if (!is_text(item)) return units_.push_back(unit);
        Span before = item.before_text;
        Span after = item.after_text;
        while (!before.empty() || !after.empty()) {
            unit.before_text = take(before_, before);
            unit.after_text = take(after_, after);
            units_.push_back(unit);
        }
    }

    static Span take(const Flow& flow, Span& rest) {
        if (rest.empty()) return rest;
        const std::uint32_t begin = rest.begin;
        rest.begin += utf8::decode(flow.text, begin).size;
        return {begin, rest.begin};
    }

    bool is_text(const FlowItem& item) const {
        return (item.before == no_token || before_.tokens[item.before].kind == FlowTokenKind::text) &&
               (item.after == no_token || after_.tokens[item.after].kind == FlowTokenKind::text);
    }

    /// Between what stays.
    bool is_alone(std::size_t begin, std::size_t end) const {
        const auto stays = [&](std::size_t i) { return i >= units_.size() || units_[i].track == Track::none; };
        return units_[begin].track != Track::none && stays(begin - 1) && stays(end);
    }

    /// Returns where the stretch ends then.
    std::size_t slide(std::size_t begin, std::size_t end) {
        int fits = 0;
        int best_fits = 0;
        std::ptrdiff_t at = 0;
        std::ptrdiff_t best = 0;
        const auto note = [&](int gain) {
            fits += gain;
            if (fits <= best_fits) return;
            best_fits = fits;
            best = at;
        };
        const auto left = [&] { return move(begin - 1, end - 1); };
        const auto right = [&] { return move(end, begin); };
        const auto go = [&](bool to_left) {
            const int gain = to_left ? left() : right();
            const std::ptrdiff_t step = to_left ? -1 : 1;
            begin += static_cast<std::size_t>(step);
            end += static_cast<std::size_t>(step);
            at += step;
            return gain;
        };
        for (std::size_t i = 0; i < farthest && can_move(begin - 1, end - 1); ++i) note(go(true));
        while (at < 0) fits += go(false);
        for (std::size_t i = 0; i < farthest && can_move(end, begin); ++i) note(go(false));
        while (at > best) go(true);
        while (at < best) go(false);
        return end;
    }

    /// Whether what stays may be the text at `change` instead of that at `stays`.
    bool can_move(std::size_t stays, std::size_t change) const {
        if (stays >= units_.size() || units_[stays].track != Track::none) return false;
        const FlowItem kept = exchanged(units_[stays], units_[change]);
        return is_text(units_[stays]) && is_text(units_[change]) &&
               wrapper(before_, kept.before).link == wrapper(after_, kept.after).link &&
               text(before_, kept.before_text) == text(after_, kept.after_text);
    }

    /// Lets them change places; how much better the text that stays is where it was.
    int move(std::size_t stays, std::size_t change) {
        const FlowItem kept = exchanged(units_[stays], units_[change]);
        const int gain = (fits(kept) ? 1 : 0) - (fits(units_[stays]) ? 1 : 0);
        FlowItem changed = units_[stays];
        changed.track = units_[change].track;
        if (changed.track == Track::deleted) {
            changed.after = no_token;
            changed.after_text = {};
        } else {
            changed.before = no_token;
            changed.before_text = {};
        }
        units_[change] = kept;
        units_[stays] = changed;
        return gain;
    }

    /// What stays, with the changed text's own side.
    static FlowItem exchanged(FlowItem stays, const FlowItem& change) {
        if (change.track == Track::deleted) {
            stays.before = change.before;
            stays.before_text = change.before_text;
        } else {
            stays.after = change.after;
            stays.after_text = change.after_text;
        }
        return stays;
    }

    bool fits(const FlowItem& item) const {
        return wrapper(before_, item.before).place == wrapper(after_, item.after).place;
    }

    static const Wrapper& wrapper(const Flow& flow, std::uint32_t token) {
        return flow.wrappers[flow.tokens[token].wrapper];
    }

    static std::string_view text(const Flow& flow, Span span) {
        return std::string_view(flow.text).substr(span.begin, span.size());
    }

    const Flow& before_;
    const Flow& after_;
    std::vector<FlowItem> units_;
};

}  // namespace

std::vector<FlowItem> slide_changes(const Flow& before, const Flow& after, const std::vector<FlowItem>& items) {
    return Slider(before, after).slide(items);
}

}  // namespace stet::docx
