// Signs stand inside the white space of an edit's edges.
#include "writers/text_runs.hpp"

#include <string>
#include <string_view>

#include "text/letters.hpp"

namespace stet {

namespace {

TextStyle style_of(const PrintRun& run, bool moved) {
    if (run.aside) return TextStyle::faint;
    if (run.by != no_party && run.op != EditOp::equal) {
        const bool struck = run.op == EditOp::deleted;
        if (run.by == both_parties) return struck ? TextStyle::both_struck : TextStyle::both_fresh;
        if (has_party(run.by, 0)) return struck ? TextStyle::first_struck : TextStyle::first_fresh;
        return struck ? TextStyle::second_struck : TextStyle::second_fresh;
    }
    if (run.op == EditOp::deleted) return TextStyle::struck;
    if (run.op == EditOp::inserted) return TextStyle::fresh;
    return moved ? TextStyle::moved : TextStyle::plain;
}

/// The sign before a stretch. What stands aside is said in words, in colour too: it is neither new nor gone by stet's
/// account.
std::string opening_sign(const PrintRun& run) {
    if (run.aside) return run.marks.has(Mark::comment) ? "[comment: " : "[struck by its author: ";
    std::string out = run.op == EditOp::deleted ? "[-" : "{+";
    if (run.by == no_party) return out;
    if (has_party(run.by, 0)) out += 'A';
    if (has_party(run.by, 1)) out += 'B';
    return out + (run.conflict ? "!: " : ": ");
}

}  // namespace

void RunSetter::add(const std::vector<PrintRun>& runs) {
    for (const PrintRun& run : runs) {
        if (run.op != op_ || run.aside != aside_ || run.by != by_ || run.conflict != conflict_) close();
        op_ = run.op;
        aside_ = run.aside;
        by_ = run.by;
        conflict_ = run.conflict;
        add_run(run);
    }
    close();
}

void RunSetter::add_run(const PrintRun& run) {
    const TextStyle style = style_of(run, moved_);
    std::string_view core = run.text;
    while (!core.empty() && is_space(core.front())) core.remove_prefix(1);
    parted_ = parted_ || core.size() < run.text.size();
    if (core.empty()) return;
    std::size_t tail = 0;
    while (is_space(core[core.size() - 1 - tail])) ++tail;
    core.remove_suffix(tail);
    const bool opens = (run.op != EditOp::equal || run.aside) && !open_;
    if (opens && struck_before_ && (run.op == EditOp::inserted || run.by != no_party)) parted_ = true;
    if (parted_) lines_.blank(opens ? TextStyle::plain : style);
    if (opens && (!colour_ || run.aside || run.by != no_party)) lines_.add(opening_sign(run), style);
    open_ = open_ || opens;
    lines_.add(core, style);
    style_ = style;
    struck_before_ = false;
    parted_ = tail > 0;
}

void RunSetter::close() {
    if (!open_) return;
    if (aside_)
        lines_.add("]", style_);
    else if (!colour_ || by_ != no_party)
        lines_.add(op_ == EditOp::deleted ? "-]" : "+}", style_);
    struck_before_ = (op_ == EditOp::deleted || by_ != no_party) && !aside_;
    open_ = false;
}

}  // namespace stet
