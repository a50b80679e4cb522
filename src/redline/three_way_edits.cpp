// Merges two lists of edits like a zip: both cover the same base words, and an edit of the merged list ends where
// either party's ends.
#include "redline/three_way_edits.hpp"

#include <algorithm>
#include <string>

#include "text/words.hpp"

namespace stet {

namespace {

std::string_view part(std::string_view text, Span span) {
    return text.substr(span.begin, span.size());
}

std::string_view party_text(const Document& document, const SideEdit& side) {
    if (side.block == none) return {};
    return part(document.blocks[side.block].text, side.edit.after);
}

bool is_white(std::string_view text) {
    return text.find_first_not_of(" \n\t") == std::string_view::npos;
}

/// Where a cut in the base words of an equal edit falls in the party's words. Built once an edit.
class Ruler {
public:
    Ruler(std::string_view base, std::string_view party, const Edit& edit)
        : base_(base), party_(party), edit_(edit), alike_(part(base, edit.before) == part(party, edit.after)) {}

    /// None where the cut would part a word that the two texts write differently.
    std::optional<std::uint32_t> party_at(std::uint32_t at) {
        if (alike_) return edit_.after.begin + (at - edit_.before.begin);
        if (points_.empty()) find_points();
        const auto next =
            std::lower_bound(points_.begin(), points_.end(), at,
                             [](const Point& point, std::uint32_t offset) { return point.base < offset; });
        if (next->base == at) return next->party;
        const Point& last = *(next - 1);
        const bool white =
            is_white(part(base_, {last.base, next->base})) && is_white(part(party_, {last.party, next->party}));
        return white ? std::optional(next->party) : std::nullopt;
    }

private:
    struct Point {
        std::uint32_t base;
        std::uint32_t party;
    };

    /// Both ends of every word that both texts have, in order.
    void find_points() {
        std::vector<Token> b;
        std::vector<Token> p;
        tokenize(base_, edit_.before, b);
        tokenize(party_, edit_.after, p);
        points_.push_back({edit_.before.begin, edit_.after.begin});
        std::size_t i = 0;
        std::size_t j = 0;
        while (i < b.size() && j < p.size()) {
            if (b[i].key != p[j].key && !agree_again(b, p, i, j)) break;
            add({b[i].text.begin, p[j].text.begin});
            add({b[i].text.end, p[j].text.end});
            ++i;
            ++j;
        }
        add({edit_.before.end, edit_.after.end});
    }

    /// Goes to the next word that both have, if what stands before it is the same but for dashes and where it is cut.
    bool agree_again(const std::vector<Token>& b, const std::vector<Token>& p, std::size_t& i, std::size_t& j) const {
        constexpr std::size_t window = 8;  // a spaced dash or a hyphenated word makes two or three words of one
        for (std::size_t sum = 1; sum <= 2 * window; ++sum)
            for (std::size_t di = 0; di <= sum; ++di) {
                const std::size_t dj = sum - di;
                if (i + di >= b.size() || j + dj >= p.size() || b[i + di].key != p[j + dj].key) continue;
                if (bare(part(base_, {b[i].text.begin, b[i + di].text.begin})) !=
                    bare(part(party_, {p[j].text.begin, p[j + dj].text.begin})))
                    continue;
                i += di;
                j += dj;
                return true;
            }
        return false;
    }

    static std::string bare(std::string_view text) {
        std::string out = normalise(text);
        std::erase_if(out, [](char c) { return c == ' ' || c == '-'; });
        return out;
    }

    /// One point an offset of the base: the last.
    void add(Point point) {
        if (points_.back().base == point.base)
            points_.back() = point;
        else
            points_.push_back(point);
    }

    std::string_view base_;
    std::string_view party_;
    Edit edit_;
    bool alike_;
    std::vector<Point> points_;
};

/// A run of edits of one party that are not equal. [begin, end) are the base words struck.
struct PartyHunk {
    std::size_t party = 0;
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    std::size_t first = 0;  ///< its edits [first, last)
    std::size_t last = 0;
    bool inserts_at_begin = false;
    bool inserts_at_end = false;
};

}  // namespace

bool is_in_label(const Document& document, BlockId block, Span words) {
    const std::string& text = document.blocks[block].text;
    while (!words.empty() && is_white(part(text, {words.end - 1, words.end}))) --words.end;
    return words.end <= document.places[block].label.end;
}

namespace {

class ConflictFinder {
public:
    explicit ConflictFinder(SidesOfBlock& sides) : sides_(sides) {
        for (std::size_t party = 0; party < 2; ++party) find_hunks(party);
        std::stable_sort(hunks_.begin(), hunks_.end(), [](const PartyHunk& x, const PartyHunk& y) {
            return x.begin != y.begin ? x.begin < y.begin : x.end < y.end;
        });
    }

    void run() {
        for (std::size_t first = 0; first < hunks_.size();) {
            std::uint32_t end = hunks_[first].end;
            std::array<bool, 2> inserts{};
            inserts[hunks_[first].party] = hunks_[first].inserts_at_end;
            std::size_t last = first + 1;
            for (; last < hunks_.size(); ++last) {
                const PartyHunk& next = hunks_[last];
                const bool same_place = next.begin == end && next.inserts_at_begin && inserts[1 - next.party];
                if (next.begin >= end && !same_place) break;
                if (next.end > end) inserts = {};
                end = std::max(end, next.end);
                if (next.end == end) inserts[next.party] = inserts[next.party] || next.inserts_at_end;
            }
            settle(first, last, {hunks_[first].begin, end});
            first = last;
        }
    }

private:
    void find_hunks(std::size_t party) {
        const std::vector<SideEdit>& edits = sides_.edits[party];
        bool open = false;
        std::uint32_t at = 0;
        starts_[party].clear();
        for (std::size_t i = 0; i < edits.size(); ++i) {
            const Edit& edit = edits[i].edit;
            starts_[party].push_back(at);
            const std::uint32_t begin = at;
            if (edit.op != EditOp::inserted) at = edit.before.end;
            if (edit.aside) continue;
            if (edit.op == EditOp::equal || is_label_edit(party, edits[i])) {
                open = false;
                continue;
            }
            if (!open) hunks_.push_back({party, begin, begin, i, i, false, false});
            open = true;
            PartyHunk& hunk = hunks_.back();
            hunk.last = i + 1;
            const bool inserts =
                edit.op == EditOp::inserted && !is_white(party_text(*sides_.documents[party], edits[i]));
            if (inserts && begin == hunk.begin) hunk.inserts_at_begin = true;
            if (at > hunk.end) hunk.inserts_at_end = false;
            hunk.end = at;
            if (inserts) hunk.inserts_at_end = true;
        }
    }

    bool is_label_edit(std::size_t party, const SideEdit& side) const {
        if (side.edit.op == EditOp::deleted) return is_in_label(sides_.base, sides_.block, side.edit.before);
        return is_in_label(*sides_.documents[party], side.block, side.edit.after);
    }

    /// What a party makes of the base words of a cluster of hunks.
    std::string outcome(std::size_t party, std::size_t first, std::size_t last, Span words) const {
        const std::vector<SideEdit>& edits = sides_.edits[party];
        const std::string& base = sides_.base.blocks[sides_.block].text;
        const std::vector<std::uint32_t>& starts = starts_[party];
        auto from = std::lower_bound(starts.begin(), starts.end(), words.begin) - starts.begin();
        if (from > 0) --from;
        std::string out;
        std::size_t hunk = first;
        for (auto i = static_cast<std::size_t>(from); i < edits.size() && starts[i] <= words.end; ++i) {
            const Edit& edit = edits[i].edit;
            if (edit.aside || edit.op == EditOp::deleted) continue;
            if (edit.op == EditOp::equal) {
                const Span kept{std::max(edit.before.begin, words.begin), std::min(edit.before.end, words.end)};
                if (kept.begin < kept.end) out += part(base, kept);
                continue;
            }
            while (hunk < last && (hunks_[hunk].party != party || hunks_[hunk].last <= i)) ++hunk;
            if (hunk < last && hunks_[hunk].first <= i) out += party_text(*sides_.documents[party], edits[i]);
        }
        return out;
    }

    void settle(std::size_t first, std::size_t last, Span words) {
        const bool both = std::any_of(hunks_.begin() + static_cast<std::ptrdiff_t>(first),
                                      hunks_.begin() + static_cast<std::ptrdiff_t>(last),
                                      [&](const PartyHunk& hunk) { return hunk.party != hunks_[first].party; });
        if (!both || have_same_words(outcome(0, first, last, words), outcome(1, first, last, words))) return;
        for (std::size_t i = first; i < last; ++i)
            for (std::size_t k = hunks_[i].first; k < hunks_[i].last; ++k)
                sides_.edits[hunks_[i].party][k].conflict = true;
    }

    SidesOfBlock& sides_;
    std::vector<PartyHunk> hunks_;
    std::array<std::vector<std::uint32_t>, 2> starts_;  ///< base offset at which each edit begins
};

/// One party's edits while both are merged.
class SideCursor {
public:
    SideCursor(std::string_view base, const Document& document, std::span<const SideEdit> edits)
        : base_(base), document_(document), edits_(edits) {
        enter();
    }

    /// What the party inserts before the next base words.
    std::vector<SideEdit> take_insertions() {
        std::vector<SideEdit> out;
        if (pending_ && !cut_) {
            out.push_back(*pending_);
            pending_.reset();
        }
        const std::size_t first = at_;
        for (; at_ < edits_.size() && !has_base(edits_[at_].edit); ++at_) {
            SideEdit next = edits_[at_];
            if (next.edit.op == EditOp::deleted) continue;
            next.edit.op = EditOp::inserted;
            if (next.edit.after.empty()) continue;
            out.push_back(next);
        }
        if (at_ != first) enter();
        return out;
    }

    bool done() const { return at_ == edits_.size(); }
    std::uint32_t begin() const { return rest_.edit.before.begin; }
    std::uint32_t end() const { return rest_.edit.before.end; }

    /// The next base words up to `stop`, no more than the edit has.
    SideEdit take(std::uint32_t stop) {
        SideEdit out = rest_;
        if (stop < end()) {
            cut(out, stop);
        } else {
            ++at_;
            enter();
        }
        return out;
    }

private:
    static bool has_base(const Edit& edit) { return edit.op != EditOp::inserted && !edit.before.empty(); }

    void enter() {
        cut_ = false;
        ruler_.reset();
        if (at_ < edits_.size()) rest_ = edits_[at_];
    }

    void cut(SideEdit& out, std::uint32_t stop) {
        cut_ = true;
        out.edit.before.end = rest_.edit.before.begin = stop;
        if (rest_.edit.op != EditOp::equal) return;
        if (!ruler_) ruler_.emplace(base_, document_.blocks[rest_.block].text, edits_[at_].edit);
        if (const auto party = ruler_->party_at(stop)) {
            out.edit.after.end = rest_.edit.after.begin = *party;
            return;
        }
        // The cut parts a word that the party writes otherwise: its form stands behind the base's.
        pending_ = out;
        pending_->edit.op = EditOp::inserted;
        pending_->edit.before = {};
        pending_->edit.after.end = edits_[at_].edit.after.end;
        for (SideEdit* side : {&out, &rest_}) {
            side->edit.op = EditOp::deleted;
            side->edit.after = {};
        }
    }

    std::string_view base_;
    const Document& document_;
    std::span<const SideEdit> edits_;
    std::size_t at_ = 0;
    SideEdit rest_;     ///< what is left of edits_[at_]
    bool cut_ = false;  ///< some of it is taken
    std::optional<Ruler> ruler_;
    std::optional<SideEdit> pending_;
};

/// Stretches that follow each other in one block as one.
std::vector<SideEdit> joined_edits(const std::vector<SideEdit>& edits) {
    std::vector<SideEdit> out;
    for (const SideEdit& next : edits) {
        const bool joins = !out.empty() && out.back().block == next.block && out.back().edit.aside == next.edit.aside &&
                           out.back().edit.after.end == next.edit.after.begin;
        if (!joins) {
            out.push_back(next);
            continue;
        }
        out.back().edit.after.end = next.edit.after.end;
        out.back().conflict = out.back().conflict || next.conflict;
    }
    return out;
}

JointEdit insertion_of(const SideEdit& side, std::size_t party) {
    JointEdit out{EditOp::inserted, side.edit.aside, {}, {only_party(party), side.conflict, {}}};
    out.party.text[party] = side.edit.after;
    return out;
}

}  // namespace

bool have_same_words(std::string_view x, std::string_view y) {
    if (x == y) return true;
    std::vector<Token> tokens[2];
    tokenize(x, {0, static_cast<std::uint32_t>(x.size())}, tokens[0]);
    tokenize(y, {0, static_cast<std::uint32_t>(y.size())}, tokens[1]);
    return std::equal(tokens[0].begin(), tokens[0].end(), tokens[1].begin(), tokens[1].end(),
                      [](const Token& a, const Token& b) { return a.key == b.key; });
}

void find_conflicts(SidesOfBlock& sides) {
    ConflictFinder(sides).run();
}

void cut_at(std::string_view base, const Document& document, std::vector<SideEdit>& edits,
            std::span<const std::uint32_t> at) {
    std::vector<SideEdit> out;
    SideCursor cursor(base, document, edits);
    auto next = at.begin();
    const auto put_insertions = [&] {
        for (const SideEdit& side : cursor.take_insertions()) out.push_back(side);
    };
    put_insertions();
    while (!cursor.done()) {
        while (next != at.end() && *next <= cursor.begin()) ++next;
        const std::uint32_t stop = next == at.end() ? cursor.end() : std::min(*next, cursor.end());
        out.push_back(cursor.take(stop));
        put_insertions();
    }
    edits = std::move(out);
}

std::vector<JointEdit> merge_edits(std::string_view base, std::array<const Document*, 2> documents,
                                   std::array<std::span<const SideEdit>, 2> edits) {
    std::vector<JointEdit> out;
    SideCursor cursors[2] = {{base, *documents[0], edits[0]}, {base, *documents[1], edits[1]}};
    const auto same = [&](const std::vector<SideEdit>& first, const std::vector<SideEdit>& second) {
        return !first.empty() &&
               std::equal(first.begin(), first.end(), second.begin(), second.end(),
                          [&](const SideEdit& x, const SideEdit& y) {
                              return x.edit.aside == y.edit.aside &&
                                     have_same_words(party_text(*documents[0], x), party_text(*documents[1], y));
                          });
    };
    const auto put_insertions = [&] {
        std::array<std::vector<SideEdit>, 2> fresh = {cursors[0].take_insertions(), cursors[1].take_insertions()};
        bool both = same(fresh[0], fresh[1]);
        if (!both && !fresh[0].empty() && !fresh[1].empty()) {
            std::array<std::vector<SideEdit>, 2> joined = {joined_edits(fresh[0]), joined_edits(fresh[1])};
            both = same(joined[0], joined[1]);
            if (both) fresh = std::move(joined);
        }
        for (std::size_t i = 0; i < fresh[0].size(); ++i) {
            out.push_back(insertion_of(fresh[0][i], 0));
            if (both) out.back().party = {both_parties, false, {fresh[0][i].edit.after, fresh[1][i].edit.after}};
        }
        if (both) return;
        for (const SideEdit& side : fresh[1]) out.push_back(insertion_of(side, 1));
    };
    put_insertions();
    while (!cursors[0].done() && !cursors[1].done()) {
        const std::uint32_t stop = std::min(cursors[0].end(), cursors[1].end());
        const SideEdit sides[2] = {cursors[0].take(stop), cursors[1].take(stop)};
        JointEdit joint{EditOp::equal, sides[0].edit.aside || sides[1].edit.aside, sides[0].edit.before, {}};
        for (std::size_t party = 0; party < 2; ++party) {
            if (sides[party].edit.op == EditOp::deleted) {
                joint.op = EditOp::deleted;
                joint.party.by |= only_party(party);
                joint.party.conflict = joint.party.conflict || sides[party].conflict;
            } else {
                joint.party.text[party] = sides[party].edit.after;
            }
        }
        out.push_back(joint);
        put_insertions();
    }
    return out;
}

std::vector<JointEdit> edits_of_one(std::span<const SideEdit> edits, std::size_t party) {
    std::vector<JointEdit> out;
    for (const SideEdit& side : edits) {
        JointEdit joint{side.edit.op, side.edit.aside, side.edit.before, {}};
        joint.party.by = side.edit.op == EditOp::equal ? no_party : only_party(party);
        joint.party.conflict = side.conflict;
        if (side.edit.op == EditOp::inserted) joint.base = {};
        if (side.edit.op != EditOp::deleted) joint.party.text[party] = side.edit.after;
        out.push_back(joint);
    }
    return out;
}

}  // namespace stet
