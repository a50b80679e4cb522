// The cover and the bar: what was compared, by hash, and that the redline was verified.
#include <algorithm>

#include "text/version.hpp"
#include "writers/change_words.hpp"
#include "writers/html/escape.hpp"
#include "writers/html/frame.hpp"
#include "writers/html/inline.hpp"
#include "writers/html/shell.hpp"

namespace stet::html {
namespace {

constexpr std::size_t remarks_shown = 200;

bool two_faces_of_one(const Redline& redline) {
    return redline.before.source.sha256() == redline.after.source.sha256() && redline.before.face != redline.after.face;
}

std::string_view face_words(Face face) {
    return face == Face::after ? "(read without what it strikes itself)" : "(read without what it adds itself)";
}

void append_verified(std::string& out, const Redline& redline, std::string_view word) {
    const Verified& verified = redline.verified;
    if (redline.three_way()) {
        out += verified.holds() ? "<span class=ok>✓ " : "<strong class=bad>✗ ";
        if (verified.holds()) out.append(word);
        append_text(out, verified.holds() ? "taking one party's changes gives its text, dropping both the base"
                                          : verified_words(redline));
        out += verified.holds() ? "</span>" : "</strong>";
        return;
    }
    if (verified.holds()) {
        out += "<span class=ok>✓ ";
        out += word;
        out += "rejecting gives the old text, accepting the new</span>";
        return;
    }
    out += "<strong class=bad>✗ NOT VERIFIED:";
    if (!verified.reject_equals_before) out += " rejecting does not give the old text";
    if (!verified.holds() && !verified.reject_equals_before && !verified.accept_equals_after) out += ";";
    if (!verified.accept_equals_after) out += " accepting does not give the new text";
    out += "</strong>";
}

/// "A, union".
std::string party_term(const Party& party, std::size_t index) {
    std::string term;
    append_text(term, (index == 0 ? "A, " : "B, ") + elide(party.name, 40));
    return "<b class=" + std::string(party_class(only_party(index))) + ">" + term + "</b>";
}

void append_made_with(std::string& out, const View& view) {
    const Redline& redline = view.redline();
    out += "<div><dt>Made with</dt><dd>stet ";
    out += version;
    const auto grammar = [&](const std::string& name) {
        out += ", grammar ";
        append_text(out, name);
    };
    if (!redline.before.grammar.empty()) grammar(redline.before.grammar);
    if (!redline.after.grammar.empty() && redline.after.grammar != redline.before.grammar) {
        out += " (before)";
        grammar(redline.after.grammar);
        out += " (after)";
    }
    if (!view.options().date.empty()) {
        out += ", ";
        append_text(out, view.options().date);
    }
    out += "</dd></div>\n";
}

struct Counted {
    std::uint32_t count;
    std::string_view words;
};

void append_counts(std::string& out, const Redline& redline) {
    const Counts& c = redline.counts;
    const Counted counted[] = {{c.edited, "edited"},         {c.moved, "moved"},        {c.inserted, "new"},
                               {c.deleted, "deleted"},       {c.split, "split"},        {c.merged, "merged"},
                               {c.renumbered, "renumbered"}, {c.unchanged, "unchanged"}};
    out += "<div><dt>Sections</dt><dd>";
    bool first = true;
    for (const Counted& entry : counted) {
        if (entry.count == 0) continue;
        if (!first) out += ", ";
        first = false;
        append_count(out, entry.count);
        out += ' ';
        out += entry.words;
    }
    out += first ? "none" : "";
    out += "</dd></div>\n<div><dt>Changes</dt><dd>";
    if (redline.changes.empty()) {
        out += "none";
    } else {
        out += "<a href=\"#hc\">";
        append_count(out, redline.changes.size());
        out += " listed</a>";
        if (redline.three_way()) append_text(out, ": " + standing_words(redline));
    }
    out += "</dd></div>\n";
}

std::uint32_t lines_set_aside(const Document& document) {
    std::uint32_t lines = 0;
    for (const Block& block : document.blocks) {
        if (!is_set_aside(block.kind)) continue;
        for (const Fragment& part : block.fragments) lines += part.last_line - part.line + 1;
    }
    return lines;
}

void append_left_out(std::string& out, const View& view) {
    const Redline& redline = view.redline();
    if (redline.typographic > 0) {
        out += "<div><dt>Typography</dt><dd>";
        append_count(out, redline.typographic);
        out += redline.typographic == 1 ? " difference" : " differences";
        out += view.options().typography ? " of quotes, dashes and the like, underlined with dots</dd></div>\n"
                                         : " of quotes, dashes and the like not shown</dd></div>\n";
    }
    const std::uint32_t before = lines_set_aside(redline.before);
    std::uint32_t after = redline.three_way() ? 0 : lines_set_aside(redline.after);
    for (const Party& party : redline.parties) after += lines_set_aside(party.document);
    if (before + after == 0) return;
    const auto lines = [&](std::uint32_t count, std::string_view of) {
        append_count(out, count);
        out += count == 1 ? " line" : " lines";
        out += of;
    };
    out += "<div><dt>Set aside</dt><dd>page furniture and contents: ";
    lines(before, " of the old text, ");
    lines(after, redline.three_way() ? " of the parties'</dd></div>\n" : " of the new</dd></div>\n");
}

bool any_mark(const Document& document, Mark mark) {
    return std::any_of(document.blocks.begin(), document.blocks.end(), [&](const Block& block) {
        return std::any_of(block.runs.begin(), block.runs.end(), [&](const Run& run) { return run.marks.has(mark); });
    });
}

bool any_aside(const Redline& redline) {
    return std::any_of(redline.blocks.begin(), redline.blocks.end(), [](const RedlineBlock& block) {
        return std::any_of(block.edits.begin(), block.edits.end(), [](const Edit& edit) { return edit.aside; });
    });
}

void append_party_legend(std::string& out, const Redline& redline) {
    for (std::size_t party = 0; party < 2; ++party) {
        const PartySet by = only_party(party);
        const auto word = [&](std::string_view tag, std::string_view text) {
            out.append("<").append(tag).append(" class=").append(party_class(by)).append(">").append(text);
            out.append("</").append(tag).append(">");
            append_party_letter(out, by, false);
        };
        out += "<li>";
        word("del", "struck");
        out += ", ";
        word("ins", "new");
        out += " by <bdi>";
        append_text(out, redline.parties[party].name);
        out += "</bdi> alone</li>";
    }
    out +=
        "<li><del class=pab>struck</del>, <ins class=pab>new</ins> by both, no letter</li>"
        "<li><span class=cfl>conflict</span> <ins class=\"pa cf\">words</ins><sup class=\"by pa\">A≠</sup> the parties "
        "differ on the same words</li>"
        "<li>units go by the base's numbers</li>"
        "<li><span class=m>double underlined</span> moved</li>"
        "<li><span class=barkey></span> bar: changed paragraph</li></ul>\n";
}

void append_legend(std::string& out, const View& view) {
    const Redline& redline = view.redline();
    out += "<ul class=legend aria-label=Legend>";
    if (redline.three_way()) return append_party_legend(out, redline);
    out +=
        "<li><del>struck</del> removed</li><li><ins>underlined</ins> new</li>"
        "<li><span class=m>double underlined</span> moved</li>"
        "<li><span class=barkey></span> bar: changed paragraph</li>";
    if (any_aside(redline)) {
        out +=
            "<li><span class=as><s>grey, struck</s></span> struck in the file itself, or a comment; no change of "
            "ours</li>";
    }
    if (any_mark(redline.after, Mark::underline) || any_mark(redline.after, Mark::inserted)) {
        out += "<li><u>thin line</u> underlined in the file itself</li>";
    }
    if (view.options().typography) out += "<li class=ty><span class=t>dotted</span> typography</li>";
    out += "</ul>\n";
}

void append_remark(std::string& out, const Diagnostic& remark) {
    out += "<li><bdi>";
    append_text(out, remark.file);
    out += "</bdi>";
    if (remark.line > 0) {
        out += " line ";
        append_number(out, remark.line);
    }
    out += ": ";
    append_text(out, elide(remark.message, 300));
    out += " <code>";
    append_text(out, remark.code);
    out += "</code></li>\n";
}

}  // namespace

std::string page_title(const View& view) {
    if (!view.options().title.empty()) return view.options().title;
    const Redline& redline = view.redline();
    if (two_faces_of_one(redline)) return "Changes marked in " + std::string(file_name(redline.after));
    if (redline.three_way())
        return "Two parties' changes to " + std::string(file_name(redline.before)) + ": " + redline.parties[0].name +
               " and " + redline.parties[1].name;
    return "Comparison of " + std::string(file_name(redline.before)) + " and " + std::string(file_name(redline.after));
}

void append_bar(std::string& out, const View& view) {
    const Redline& redline = view.redline();
    out += "<header class=bar><span class=logo>stet</span><div class=what><b>";
    append_text(out, page_title(view));
    out += "</b><span class=quiet><bdi>";
    append_text(out, file_name(redline.before));
    out += "</bdi> → <bdi>";
    append_text(out, file_name(redline.three_way() ? redline.parties[0].document : redline.after));
    if (redline.three_way()) {
        out += "</bdi> (A), <bdi>";
        append_text(out, file_name(redline.parties[1].document));
        out += "</bdi> (B)<bdi>";
    }
    out += "</bdi></span></div>";
    append_verified(out, redline, "Verified: ");
    out += "</header>\n";
}

void append_cover(std::string& out, const View& view) {
    const Redline& redline = view.redline();
    out += "<div class=cover>\n<h1>";
    append_text(out, page_title(view));
    out += "</h1>\n<dl>\n";
    const bool faces = two_faces_of_one(redline);
    const auto remark = [&](const Document& document) {
        return faces || document.marked ? face_words(document.face) : std::string_view();
    };
    append_file(out, redline.three_way() ? "Base" : "Before", redline.before, remark(redline.before));
    if (!redline.three_way()) append_file(out, "After", redline.after, remark(redline.after));
    for (std::size_t party = 0; party < redline.parties.size(); ++party)
        append_file(out, party_term(redline.parties[party], party), redline.parties[party].document,
                    remark(redline.parties[party].document));
    append_made_with(out, view);
    out += "<div><dt>Verified</dt><dd>";
    append_verified(out, redline, {});
    out += "</dd></div>\n";
    append_counts(out, redline);
    append_left_out(out, view);
    out += "</dl>\n";
    append_legend(out, view);
    out += "</div>\n";
}

void append_remarks(std::string& out, const View& view) {
    const Redline& redline = view.redline();
    const std::size_t count = redline.diagnostics.size();
    if (count == 0) return;
    out += "<details class=remarks><summary>";
    append_count(out, count);
    out += count == 1 ? " remark" : " remarks";
    out += " on reading the files</summary><ul>\n";
    for (std::size_t i = 0; i < std::min(count, remarks_shown); ++i) append_remark(out, redline.diagnostics[i]);
    if (count > remarks_shown) {
        out += "<li>and ";
        append_count(out, count - remarks_shown);
        out += " more</li>\n";
    }
    out += "</ul></details>\n";
}

}  // namespace stet::html
