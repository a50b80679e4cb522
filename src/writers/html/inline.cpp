// Pieces to inline elements: one wrapper for each stretch of one kind, inside it the author's marks.
#include "writers/html/inline.hpp"

#include <algorithm>
#include <iterator>
#include <span>
#include <vector>

#include "text/letters.hpp"
#include "writers/html/escape.hpp"
#include "writers/print_runs.hpp"

namespace stet::html {
namespace {

/// What a stretch is wrapped in: neighbours with equal wrappers share their elements.
struct Wrapper {
    EditOp op = EditOp::equal;
    bool aside = false;
    bool moved = false;
    bool label = false;
    PartySet by = no_party;
    bool conflict = false;
    bool stays = false;  ///< three-way: one party moves it elsewhere, the other keeps it here
    friend bool operator==(const Wrapper&, const Wrapper&) = default;
};

struct MarkElement {
    Mark mark;
    std::string_view open;
    std::string_view close;
};

/// The author's own marks. His underline, strike and insertion are drawn thin and grey: they are not ours.
constexpr MarkElement mark_elements[] = {
    {Mark::bold, "<b>", "</b>"},
    {Mark::italic, "<i>", "</i>"},
    {Mark::underline, "<u>", "</u>"},
    {Mark::inserted, "<u>", "</u>"},
    {Mark::struck, "<s>", "</s>"},
    {Mark::highlight, "<mark>", "</mark>"},
    {Mark::comment, "<span class=note>", "</span>"},
    {Mark::code, "<code>", "</code>"},
    {Mark::superscript, "<sup>", "</sup>"},
    {Mark::subscript, "<sub>", "</sub>"},
};

constexpr std::uint16_t shown_marks() {
    std::uint16_t bits = 0;
    for (const MarkElement& element : mark_elements) bits |= static_cast<std::uint16_t>(element.mark);
    return bits;
}

/// Words of a text: the next one from `at` on, empty at the end.
std::string_view next_word(std::string_view text, std::size_t& at) {
    while (at < text.size() && is_space(text[at])) ++at;
    const std::size_t begin = at;
    while (at < text.size() && !is_space(text[at])) ++at;
    return text.substr(begin, at - begin);
}

struct Words {
    std::string_view text;
    std::vector<std::string_view> words;

    explicit Words(std::string_view of) : text(of) {
        for (std::size_t at = 0;;) {
            const std::string_view word = next_word(text, at);
            if (word.empty()) return;
            words.push_back(word);
        }
    }
    std::string_view stretch(std::size_t begin, std::size_t end) const {
        const char* first = words[begin].data();
        return {first, static_cast<std::size_t>(words[end - 1].data() + words[end - 1].size() - first)};
    }
    std::size_t offset(std::size_t word) const {
        return word < words.size() ? static_cast<std::size_t>(words[word].data() - text.data()) : text.size();
    }
};

/// The nearest place at which both texts agree again; where none is near, their ends.
void find_agreement(const Words& before, const Words& after, std::size_t& b, std::size_t& a) {
    constexpr std::size_t window = 8;  // a hyphenated word or a spaced dash makes two or three words of one
    for (std::size_t sum = 1; sum <= 2 * window; ++sum) {
        for (std::size_t db = 0; db <= sum; ++db) {
            const std::size_t da = sum - db;
            if (b + db < before.words.size() && a + da < after.words.size() &&
                before.words[b + db] == after.words[a + da]) {
                b += db;
                a += da;
                return;
            }
        }
    }
    b = before.words.size();
    a = after.words.size();
}

/// A label with the stop that ends it: "Section 21" of "Section 21. A premium" takes the full stop.
Span with_stop(Span label, std::string_view text) {
    if (label.empty()) return label;
    while (label.end < text.size() && std::string_view(".:)").find(text[label.end]) != std::string_view::npos)
        ++label.end;
    return label;
}

class WordsWriter {
public:
    WordsWriter(std::string& out, const View& view, std::uint32_t block) : out_(out), view_(view) {
        const RedlineBlock& source = view.block(block);
        moved_ = source.status == BlockStatus::moved_to;
        const Redline& redline = view.redline();
        if (moved_ && redline.three_way()) mover_ = redline.party_blocks[block].by;
        if (source.before != none) {
            before_text_ = redline.before.blocks[source.before].text;
            before_label_ = with_stop(redline.before.places[source.before].label, before_text_);
        }
        if (source.after != none) {
            after_text_ = redline.after.blocks[source.after].text;
            after_runs_ = redline.after.blocks[source.after].runs;
            after_label_ = with_stop(redline.after.places[source.after].label, after_text_);
        }
    }

    void write(const Piece& piece) {
        if (piece.op == EditOp::equal && piece.before != piece.after) return write_both(piece);
        if (piece.text().empty()) return;
        const bool deleted = piece.op == EditOp::deleted;
        settle_blank(piece);
        by_ = piece.by;
        conflict_ = piece.conflict;
        const std::size_t begin = offset(piece.text(), deleted ? before_text_ : after_text_);
        write_labelled(piece.op, piece.aside, piece.marks, piece.text(), begin, deleted ? before_label_ : after_label_);
    }

    void finish() {
        settle_blank({});
        close();
    }

private:
    static std::size_t offset(std::string_view part, std::string_view whole) {
        return static_cast<std::size_t>(part.data() - whole.data());
    }

    /// Text of one op and one set of marks that stands at `begin` of its block, cut where the label ends.
    void write_labelled(EditOp op, bool aside, Marks marks, std::string_view text, std::size_t begin, Span label) {
        const bool in_label = label.begin <= begin && begin < label.end;
        const std::size_t cut = in_label ? std::min<std::size_t>(text.size(), label.end - begin) : 0;
        if (cut > 0) write_part({op, aside, false, true}, marks, text.substr(0, cut));
        if (cut == text.size()) return;
        write_part({op, aside, moved_ && op == EditOp::equal, false}, marks, text.substr(cut));
    }

    void write_part(Wrapper wrapper, Marks marks, std::string_view text) {
        if (wrapper.op != EditOp::equal) {
            wrapper.by = by_;
            wrapper.conflict = conflict_;
            wrapper.stays = by_ == no_party && view_.redline().three_way();
        }
        enter(wrapper, text.front());
        write_marked(marks, text);
        last_ = text.back();
    }

    void write_marked(Marks marks, std::string_view text) {
        if ((marks.bits & shown_marks()) == 0) return append_text(out_, text);
        for (const MarkElement& element : mark_elements) {
            if (marks.has(element.mark)) out_ += element.open;
        }
        append_text(out_, text);
        for (auto element = std::rbegin(mark_elements); element != std::rend(mark_elements); ++element) {
            if (marks.has(element->mark)) out_ += element->close;
        }
    }

    void enter(Wrapper next, char first) {
        begun_ = true;
        if (next == open_) return;
        const bool touches =
            open_.op == EditOp::deleted && next.op == EditOp::inserted && !is_space(last_) && !is_space(first);
        const bool was_edit = open_.op != EditOp::equal && !open_.stays;
        const bool goes_on = open_.op == next.op && open_.by == next.by && open_.conflict == next.conflict;
        close_edit(!goes_on);
        if (open_.label != next.label) out_ += next.label ? "<b class=l>" : "</b>";
        open_ = next;
        const bool meets = was_edit && !is_space(last_) && !is_space(first);
        if (next.by != no_party && next.op != EditOp::equal) return enter_party_edit(next, meets);
        differs_ = false;
        if (next.stays) return;
        if (next.op == EditOp::deleted) out_ += next.aside ? "<del class=as>" : "<del>";
        if (next.op == EditOp::inserted && next.aside) out_ += touches ? "<ins class=\"as g\">" : "<ins class=as>";
        if (next.op == EditOp::inserted && !next.aside) out_ += touches ? "<ins class=g>" : "<ins>";
        if (next.op == EditOp::equal && next.aside) out_ += "<span class=as>";
        if (!next.moved) return;
        out_ += mover_ == no_party ? "<span class=m>" : "<span class=\"m ";
        if (mover_ != no_party) out_.append(party_class(mover_)).append("\">");
    }

    /// A strike or insertion of a party: in its colour, with its letter behind; conflicts with a word before the first.
    void enter_party_edit(const Wrapper& next, bool touches) {
        if (next.conflict && !differs_) out_ += "<span class=\"x cfl\">conflict</span> ";
        differs_ = next.conflict;
        out_ += next.op == EditOp::deleted ? "<del class=\"" : "<ins class=\"";
        out_ += party_class(next.by);
        if (next.aside) out_ += " as";
        if (next.conflict) out_ += " cf";
        if (touches) out_ += " g";
        out_ += "\">";
    }

    /// `ends`: the edit does not go on behind the end of a label.
    void close_edit(bool ends = true) {
        if (open_.stays) return;
        if (open_.moved) out_ += "</span>";
        if (open_.op == EditOp::equal && open_.aside) out_ += "</span>";
        if (open_.op == EditOp::inserted) out_ += "</ins>";
        if (open_.op == EditOp::deleted) out_ += "</del>";
        if (ends && open_.by != no_party) append_party_letter(out_, open_.by, open_.conflict);
    }

    void close() {
        close_edit();
        if (open_.label) out_ += "</b>";
        open_ = {};
    }

    /// A blank at the edge of equal text that only one side has belongs to the strike or insertion beside it.
    enum class Owed : std::uint8_t { nothing, before, after };

    /// Writes a blank owed from the equal text before `next`: into its strike or insertion, else by itself.
    void settle_blank(const Piece& next) {
        const bool holds_after = owed_ == Owed::after && next.op == EditOp::deleted;  // its insertion is still to come
        if (owed_ == Owed::nothing || holds_after) return;
        if (next.op == (owed_ == Owed::before ? EditOp::deleted : EditOp::inserted)) {
            const bool stays = next.by == no_party && view_.redline().three_way();
            enter({next.op, next.aside, false, false, next.by, next.conflict, stays}, ' ');
            out_ += ' ';
        } else {
            write_blank(owed_);
        }
        last_ = ' ';
        owed_ = Owed::nothing;
    }

    /// A blank of one side between two stretches that both have.
    void write_blank(Owed of) {
        close_edit();
        open_ = Wrapper{EditOp::equal, false, false, open_.label};
        out_ +=
            of == Owed::before ? "<span class=t data-before=\" \"></span>" : "<span class=t data-before=\"\"> </span>";
    }

    /// Takes blanks that one side alone has off the edges of equal text.
    void trim_edges(std::string_view& before, std::string_view& after) {
        const bool before_leads = !before.empty() && is_space(before.front());
        const bool after_leads = !after.empty() && is_space(after.front());
        if (before_leads != after_leads && begun_) {
            const EditOp op = before_leads ? EditOp::deleted : EditOp::inserted;
            if (open_.op == op) {
                out_ += ' ';
            } else {
                write_blank(before_leads ? Owed::before : Owed::after);
            }
            if (after_leads) after.remove_prefix(1);
        }
        const bool before_trails = !before.empty() && is_space(before.back());
        const bool after_trails = !after.empty() && is_space(after.back());
        if (before_trails == after_trails) return;
        owed_ = before_trails ? Owed::before : Owed::after;
        if (after_trails) after.remove_suffix(1);
    }

    /// Equal words in two forms: the after form shows, the before form stands in an attribute where more than white
    /// space differs. Such a piece runs over marks, so these are looked up again.
    void write_both(const Piece& piece) {
        settle_blank(piece);
        if (is_counted_elsewhere(piece)) {
            const std::size_t begin = piece.after.empty() ? 0 : offset(piece.after, after_text_);
            return write_forms(piece.aside, piece.before, begin, begin + piece.after.size());
        }
        std::string_view before_form = piece.before;
        std::string_view after_form = piece.after;
        trim_edges(before_form, after_form);
        const std::size_t base = offset(after_form, after_text_);
        if (!differs_in_typography(before_form, after_form)) {
            return write_after(piece.aside, base, base + after_form.size());
        }
        const Words before(before_form);
        const Words after(after_form);
        std::size_t b = 0;
        std::size_t a = 0;
        std::size_t copied = 0;
        while (b < before.words.size() || a < after.words.size()) {
            if (b < before.words.size() && a < after.words.size() && before.words[b] == after.words[a]) {
                ++b;
                ++a;
                continue;
            }
            const std::size_t first_b = b;
            const std::size_t first_a = a;
            find_agreement(before, after, b, a);
            const std::size_t begin = after.offset(first_a);
            const std::size_t end = a > first_a ? begin + after.stretch(first_a, a).size() : begin;
            write_after(piece.aside, base + copied, base + begin);
            write_forms(piece.aside, b > first_b ? before.stretch(first_b, b) : std::string_view(), base + begin,
                        base + end);
            copied = end;
        }
        write_after(piece.aside, base + copied, base + after_form.size());
    }

    /// Calls `write(marks, text, begin)` for the stretches of the after-block's text [begin, end) under one set of
    /// marks.
    template <class Write>
    void each_run(std::size_t begin, std::size_t end, Write write) {
        const auto after = [](std::size_t at, const Run& run) { return at < run.text.end; };
        for (auto run = std::upper_bound(after_runs_.begin(), after_runs_.end(), begin, after); begin < end; ++run) {
            const bool covered = run != after_runs_.end();
            const std::size_t stop = covered ? std::min<std::size_t>(end, run->text.end) : end;
            write(covered ? run->marks : Marks{}, after_text_.substr(begin, stop - begin), begin);
            if (!covered) return;
            begin = stop;
        }
    }

    void write_after(bool aside, std::size_t begin, std::size_t end) {
        each_run(begin, end, [&](Marks marks, std::string_view text, std::size_t at) {
            write_labelled(EditOp::equal, aside, marks, text, at, after_label_);
        });
    }

    void write_forms(bool aside, std::string_view before, std::size_t begin, std::size_t end) {
        const bool label = after_label_.begin <= begin && begin < after_label_.end;
        enter({EditOp::equal, aside, moved_ && !label, label}, ' ');
        out_ += "<span class=t data-before=\"";
        append_attribute(out_, before);
        if (view_.options().typography) {
            out_ += "\" title=\"before: ";
            append_attribute(out_, before);
        }
        out_ += "\">";
        each_run(begin, end, [&](Marks marks, std::string_view text, std::size_t) { write_marked(marks, text); });
        out_ += "</span>";
        last_ = ' ';
    }

    std::string& out_;
    const View& view_;
    std::string_view before_text_;
    std::string_view after_text_;
    std::span<const Run> after_runs_;
    Span before_label_;
    Span after_label_;
    Wrapper open_;
    Owed owed_ = Owed::nothing;
    char last_ = ' ';
    bool begun_ = false;
    bool moved_ = false;
    PartySet mover_ = no_party;  ///< three-way: who moves the block here
    PartySet by_ = no_party;     ///< of the piece being written
    bool conflict_ = false;
    bool differs_ = false;  ///< the last edit is in conflict, and no equal text stands behind it
};

}  // namespace

std::string_view party_class(PartySet by) {
    return by == both_parties ? "pab" : has_party(by, 0) ? "pa" : "pb";
}

void append_party_letter(std::string& out, PartySet by, bool conflict) {
    if (by == both_parties) return;
    out += "<sup class=\"x by ";
    out += party_class(by);
    out += has_party(by, 0) ? "\">A" : "\">B";
    out += conflict ? "≠</sup>" : "</sup>";
}

void append_words(std::string& out, const View& view, std::uint32_t block, std::size_t cell) {
    WordsWriter writer(out, view, block);
    for (const Piece& piece : pieces(view.redline(), view.block(block), cell)) writer.write(piece);
    writer.finish();
}

}  // namespace stet::html
