// Walks the runs of two faces side by side.
#include "diff/marked_edits.hpp"

#include <algorithm>

#include "text/letters.hpp"

namespace stet {

namespace {

/// One face's stretch, walked from its beginning to its end.
class FaceWalk {
public:
    FaceWalk(const Stretch& stretch, Mark mark)
        : block_(stretch.document.blocks[stretch.block]),
          face_(stretch.document.face),
          mark_(mark),
          at_(stretch.text.begin),
          end_(stretch.text.end) {
        for (const Fragment& fragment : block_.fragments) cuts_.push_back(fragment.text);
        cuts_.push_back(stretch.document.places[stretch.block].label.end);
        cuts_.push_back(end_);
        std::sort(cuts_.begin(), cuts_.end());
    }

    bool done() const { return at_ >= end_; }
    std::uint32_t at() const { return at_; }
    char letter() const { return block_.text[at_]; }
    void step() { ++at_; }

    /// Whether the text here bears the mark that the other face drops.
    bool is_marked() { return !done() && is_dropped(marks()); }
    bool is_aside() { return outside(marks(), face_); }

    /// The end of the text from here on under marks of the same meaning, no further than the next cut.
    std::uint32_t stretch_end() {
        const bool marked = is_marked();
        const bool aside = is_aside();
        std::uint32_t stop = end_;
        for (std::size_t i = run_; i < block_.runs.size(); ++i) {
            const Marks here = block_.runs[i].marks;
            if (is_dropped(here) == marked && outside(here, face_) == aside) continue;
            stop = std::min(stop, block_.runs[i].text.begin);
            break;
        }
        while (cut_ < cuts_.size() && cuts_[cut_] <= at_) ++cut_;
        return cut_ < cuts_.size() ? std::min(stop, cuts_[cut_]) : stop;
    }

    /// Passes over the text up to `end`.
    Span take(std::uint32_t end) {
        const Span out{at_, end};
        at_ = end;
        return out;
    }

private:
    /// Comments stand in both faces.
    bool is_dropped(Marks marks) const { return marks.has(mark_) && !marks.has(Mark::comment); }

    Marks marks() {
        while (run_ + 1 < block_.runs.size() && block_.runs[run_].text.end <= at_) ++run_;
        return run_ < block_.runs.size() ? block_.runs[run_].marks : Marks{};
    }

    const Block& block_;
    Face face_;
    Mark mark_;
    std::uint32_t at_;
    std::uint32_t end_;
    std::vector<std::uint32_t> cuts_;  ///< where fragments begin and the label ends: edits break there
    std::size_t run_ = 0;
    std::size_t cut_ = 0;
};

/// Passes over the white space that stands here.
void skip_white(FaceWalk& side) {
    const std::uint32_t end = side.stretch_end();
    while (side.at() < end && is_blank(side.letter())) side.step();
}

/// Takes what both sides have from here on; false where they have nothing in common. White space that one side alone
/// has (a block was cut there in the other face) goes with it.
bool take_common(FaceWalk& before, FaceWalk& after, std::vector<Edit>& out) {
    Edit edit{
        EditOp::equal, before.is_aside() && after.is_aside(), {before.at(), before.at()}, {after.at(), after.at()}};
    const std::uint32_t before_end = before.stretch_end();
    const std::uint32_t after_end = after.stretch_end();
    const bool alike = before.is_aside() == after.is_aside();
    while (alike && before.at() < before_end && after.at() < after_end) {
        if (before.letter() == after.letter()) {
            before.step();
            after.step();
        } else if (is_blank(before.letter())) {
            before.step();
        } else if (is_blank(after.letter())) {
            after.step();
        } else {
            break;
        }
    }
    if (after.done() || (!alike && after.is_aside())) skip_white(before);
    if (before.done() || (!alike && before.is_aside())) skip_white(after);
    edit.before.end = before.at();
    edit.after.end = after.at();
    if (edit.before.empty() && edit.after.empty()) return false;
    out.push_back(edit);
    return true;
}

}  // namespace

std::vector<Edit> marked_edits(const Stretch& before, const Stretch& after) {
    FaceWalk b(before, Mark::struck);
    FaceWalk a(after, Mark::inserted);
    std::vector<Edit> out;
    const auto delete_next = [&] {
        const bool aside = b.is_aside();
        out.push_back({EditOp::deleted, aside, b.take(b.stretch_end()), {}});
    };
    const auto insert_next = [&] {
        const bool aside = a.is_aside();
        out.push_back({EditOp::inserted, aside, {}, a.take(a.stretch_end())});
    };
    while (!b.done() || !a.done()) {
        if (b.is_marked())
            delete_next();
        else if (a.is_marked())
            insert_next();
        else if (!take_common(b, a, out))
            b.done() ? insert_next() : delete_next();
    }
    return out;
}

}  // namespace stet
