// The redline as Markdown: a head that says what was compared, then the whole text with `~~struck~~` and `**new**`
// words.
//
// How to take both texts back out. Read what follows the first thematic break as GitHub-flavoured Markdown. Emphasis
// (`*[…]*`) is stet's note and no text. The text before is what is not strong, the text after is what is not struck. A
// block or row that opens with a note "m3" or "m3: moved from …" stands, in the text before, where the note "m3: moved
// to …" or "m1 to m5: moved to …" stands, and not where it is. White space beside a sign belongs to neither; words and
// marks of punctuation are read one by one. HTML elements are the author's own marks; `<s>` and `<small>` hold words of
// the file that its author struck or remarked. Contents and page furniture are left out; differences of typography only
// show the after form.
#include <cstddef>
#include <string>
#include <string_view>

#include "text/version.hpp"
#include "writers/change_words.hpp"
#include "writers/markdown_body.hpp"
#include "writers/writer.hpp"

namespace stet {

namespace {

constexpr std::size_t words_shown = 240;
constexpr std::size_t remarks_shown = 20;
constexpr std::string_view three_way_legend =
    "The note behind struck and strong words says who makes the change: *[A]*, *[B]*, or both, *[A and B]*. *[A, "
    "conflict]*: the other does something else with the same words. Units go by the base's numbers.\n\n";

void append_file(std::string& out, const std::string& side, const Document& document) {
    out.append("| ").append(side).append(" | ");
    out += markdown_text(document.source.name());
    out += " | " + document.source.sha256() + " | " + markdown_text(document.grammar) + " | ";
    out += document.face == Face::after ? "after" : "before";
    out += " |\n";
}

void append_words(std::string& out, const Change& change) {
    MarkdownLine line(MarkdownSigns::emphasis, MarkdownPlace::cell);
    const std::string gone = elide_middle(change.before_text, words_shown);
    const std::string fresh = elide_middle(change.after_text, words_shown);
    const bool conflict = change.by != no_party && change.facts.back() == Fact::conflict;
    if (conflict && !gone.empty()) line.add_note("Base:");
    line.add({{conflict ? EditOp::equal : EditOp::deleted, false, {}, gone}, {EditOp::inserted, false, {}, fresh}});
    if (conflict)
        for (std::size_t party = 0; party < 2; ++party) {
            if (!has_party(change.by, party)) continue;
            if (change.before_text.empty() && change.after_text_by[party].empty()) continue;
            line.add_note(party_letters(only_party(party)) + ":");
            const std::string own = elide_middle(change.after_text_by[party], words_shown);
            if (own.empty())
                line.add_text(has_party(change.moved_by, party) ? "moves it" : "nothing there");
            else
                line.add({{EditOp::inserted, false, {}, own}});
        }
    const std::string words = line.finish();
    if (!words.empty()) out += ": " + words;
}

void append_changes(std::string& out, const Redline& redline) {
    out += "## Changes: " + std::to_string(redline.changes.size()) + "\n\n";
    if (redline.three_way()) out += standing_words(redline) + ".\n\n";
    for (std::size_t i = 0; i < redline.changes.size(); ++i) {
        const Change& change = redline.changes[i];
        out += "- c" + std::to_string(i + 1) + " ";
        if (!change.title.empty()) out += markdown_text(change.title) + " ";
        out += "(" + (redline.three_way() ? facts_by_words(change) : facts_words(change)) + ")";
        append_words(out, change);
        out += "\n";
        for (const ValueChange& value : change.values) out += "  - " + markdown_text(value_words(value)) + "\n";
        for (const Flag& flag : change.flags)
            out += "  - " + std::string(flag_severity_name(flag.severity)) + ": " + markdown_text(flag.text) + "\n";
    }
    if (!redline.changes.empty()) out += "\n";
}

void append_remarks(std::string& out, const Redline& redline) {
    const std::size_t count = redline.diagnostics.size();
    if (count == 0) return;
    out += "## Remarks on the files: " + std::to_string(count) + "\n\n";
    for (std::size_t i = 0; i < count && i < remarks_shown; ++i)
        out += "- " + markdown_text(diagnostic_words(redline.diagnostics[i])) + "\n";
    if (count > remarks_shown) out += "- … and " + std::to_string(count - remarks_shown) + " more (see the JSON)\n";
    out += "\n";
}

}  // namespace

std::string write_markdown(const Redline& redline, const WriteOptions& options) {
    std::string out = "# " + markdown_text(redline_title(redline, options)) + "\n\n";
    if (!options.date.empty()) out += markdown_text(options.date) + "\n\n";
    out += "| | File | SHA-256 | Grammar | Face |\n| --- | --- | --- | --- | --- |\n";
    append_file(out, redline.three_way() ? "Base" : "Before", redline.before);
    if (!redline.three_way()) append_file(out, "After", redline.after);
    for (std::size_t party = 0; party < redline.parties.size(); ++party)
        append_file(out, party_letters(only_party(party)) + ", " + markdown_text(redline.parties[party].name),
                    redline.parties[party].document);
    const std::string verified = verified_words(redline);
    out += "\n" + (redline.verified.holds() ? verified : "**" + verified + "**") + "\n\n";
    out += "Sections: " + counts_words(redline.counts) + ". Made with stet " + std::string(version) + ".\n\n";
    out +=
        "~~Struck~~ words are gone, **strong** words are new, *[notes]* are not text; `<b>`, `<i>`, `<s>` and the "
        "like are the authors' own marks.\n\n";
    if (redline.three_way()) out += three_way_legend;
    if (const std::string left_out = left_out_words(redline); !left_out.empty()) out += left_out + "\n\n";
    append_changes(out, redline);
    append_remarks(out, redline);
    out += "---\n\n";
    append_markdown_body(out, redline, options, MarkdownSigns::emphasis);
    return out;
}

}  // namespace stet
