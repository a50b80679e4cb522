// From partners to edits: runs of tokens in reading order, with the white space between them shared out.
//
// White space beside a strike goes with the side that leaves the kept words' own spacing alone: in "paid weekly." the
// strike of "weekly" takes the blank before it, in "Old rules" the strike of "Old" the blank behind it.
#include <algorithm>

#include "diff/diff_tokens.hpp"

namespace stet {

namespace {

Span span_of(const std::vector<DiffToken>& tokens, std::size_t from, std::size_t to) {
    return {tokens[from].token.text.begin, tokens[to - 1].token.text.end};
}

/// Edits over the tokens alone, no white space yet.
class EditList {
public:
    explicit EditList(const TokenPair& pair) : pair_(pair) {}

    std::vector<Edit> run() {
        const auto& before = pair_.before;
        const auto& after = pair_.after;
        std::size_t b = 0;
        std::size_t a = 0;
        while (b < before.size() || a < after.size()) {
            if (b < before.size() && !before[b].paired()) {
                put(EditOp::deleted, before[b], b, a);
                ++b;
            } else if (a < after.size() && !after[a].paired()) {
                put(EditOp::inserted, after[a], b, a);
                ++a;
            } else {
                put(EditOp::equal, after[a], b, a);
                ++b;
                ++a;
            }
        }
        return std::move(edits_);
    }

private:
    void put(EditOp op, const DiffToken& token, std::size_t b, std::size_t a) {
        const bool breaks = token.breaks || (op == EditOp::equal && pair_.before[b].breaks);
        const bool joins = !edits_.empty() && edits_.back().op == op && edits_.back().aside == token.aside && !breaks;
        if (!joins) edits_.push_back({op, token.aside, {}, {}});
        Edit& edit = edits_.back();
        if (op != EditOp::inserted) extend(edit.before, span_of(pair_.before, b, b + 1), joins);
        if (op != EditOp::deleted) extend(edit.after, span_of(pair_.after, a, a + 1), joins);
    }

    static void extend(Span& span, Span token, bool joins) {
        if (!joins) span.begin = token.begin;
        span.end = token.end;
    }

    const TokenPair& pair_;
    std::vector<Edit> edits_;
};

/// Shares out what stands between the tokens, so that the edits cover both stretches.
class SpaceSharer {
public:
    SpaceSharer(const TokenPair& pair, std::vector<Edit>& edits)
        : before_(pair.before_stretch), after_(pair.after_stretch), edits_(edits) {}

    void run() {
        Edit* previous = nullptr;
        std::size_t first = 0;
        const std::size_t size = edits_.size();
        for (std::size_t i = 0; i <= size; ++i) {
            if (i < size && edits_[i].op != EditOp::equal) continue;
            Edit* next = i < size ? &edits_[i] : nullptr;
            share(previous, first, i, next);
            previous = next;
            first = i + 1;
        }
        for (const Edit& edit : extra_) edits_.push_back(edit);
    }

private:
    std::string_view gap(const Stretch& stretch, std::uint32_t from, std::uint32_t to) const {
        return std::string_view(stretch.document.blocks[stretch.block].text).substr(from, to - from);
    }

    /// Edits [first, last) change something between the kept edits `p` and `n`, either of which may be missing.
    void share(Edit* p, std::size_t first, std::size_t last, Edit* n) {
        Ends deleted = close_up(first, last, EditOp::deleted);
        Ends inserted = close_up(first, last, EditOp::inserted);
        if (deleted.front && inserted.front) {
            both(p, n, deleted, inserted);
        } else if (deleted.front) {
            one(before_, &Edit::before, deleted, after_, &Edit::after, EditOp::inserted, p, n);
        } else if (inserted.front) {
            one(after_, &Edit::after, inserted, before_, &Edit::before, EditOp::deleted, p, n);
        } else {
            none_changed(p, n);
        }
    }

    struct Ends {
        Edit* front = nullptr;
        Edit* back = nullptr;
    };

    /// Joins the edits of one op to each other; gives the first and the last.
    Ends close_up(std::size_t first, std::size_t last, EditOp op) {
        Ends ends;
        Span Edit::*side = op == EditOp::deleted ? &Edit::before : &Edit::after;
        for (std::size_t i = first; i < last; ++i) {
            if (edits_[i].op != op) continue;
            if (ends.back) (ends.back->*side).end = (edits_[i].*side).begin;
            if (!ends.front) ends.front = &edits_[i];
            ends.back = &edits_[i];
        }
        return ends;
    }

    void both(Edit* p, Edit* n, Ends deleted, Ends inserted) {
        (p ? p->before.end : deleted.front->before.begin) = p ? deleted.front->before.begin : before_.text.begin;
        (p ? p->after.end : inserted.front->after.begin) = p ? inserted.front->after.begin : after_.text.begin;
        (n ? n->before.begin : deleted.back->before.end) = n ? deleted.back->before.end : before_.text.end;
        (n ? n->after.begin : inserted.back->after.end) = n ? inserted.back->after.end : after_.text.end;
    }

    /// Only one side has changed words; the other has one gap there.
    void one(const Stretch& mine, Span Edit::*my, Ends run, const Stretch& yours, Span Edit::*your, EditOp your_op,
             Edit* p, Edit* n) {
        Span& front = run.front->*my;
        Span& back = run.back->*my;
        const std::uint32_t my_from = p ? (p->*my).end : mine.text.begin;
        const std::uint32_t my_to = n ? (n->*my).begin : mine.text.end;
        const std::uint32_t your_from = p ? (p->*your).end : yours.text.begin;
        const std::uint32_t your_to = n ? (n->*your).begin : yours.text.end;
        const std::string_view theirs = gap(yours, your_from, your_to);
        if (p && n && gap(mine, back.end, my_to) != theirs) {  // the kept blank is the one before the run
            (p->*my).end = front.begin;
            (p->*your).end = your_to;
            back.end = my_to;
        } else if (n) {
            front.begin = my_from;
            (n->*my).begin = back.end;
            (n->*your).begin = your_from;
        } else if (p) {
            if (gap(mine, my_from, front.begin) == theirs)
                (p->*my).end = front.begin;
            else
                front.begin = my_from;
            (p->*your).end = your_to;
            back.end = my_to;
        } else {
            front.begin = my_from;
            back.end = my_to;
            if (your_from < your_to) {
                Edit rest{your_op, false, {}, {}};
                rest.*your = {your_from, your_to};
                extra_.push_back(rest);
            }
        }
    }

    void none_changed(Edit* p, Edit* n) {
        if (p) {
            p->before.end = n ? n->before.begin : before_.text.end;
            p->after.end = n ? n->after.begin : after_.text.end;
        } else if (n) {
            n->before.begin = before_.text.begin;
            n->after.begin = after_.text.begin;
        } else if (!before_.text.empty() || !after_.text.empty()) {
            extra_.push_back({EditOp::equal, false, before_.text, after_.text});
        }
    }

    const Stretch& before_;
    const Stretch& after_;
    std::vector<Edit>& edits_;
    std::vector<Edit> extra_;
};

}  // namespace

std::vector<Edit> edits_of(const TokenPair& pair) {
    std::vector<Edit> edits = EditList(pair).run();
    SpaceSharer(pair, edits).run();
    return edits;
}

}  // namespace stet
