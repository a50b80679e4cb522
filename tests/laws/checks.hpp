// The laws as checks on one redline: each gives what does not hold in words, nothing where all does.
#pragma once

#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <vector>

#include "laws/page_reader.hpp"
#include "laws/sides.hpp"
#include "readers/reader.hpp"
#include "stet.hpp"
#include "writers/critic_reader.hpp"
#include "writers/markdown_reader.hpp"

namespace stet::laws {

using Faults = std::vector<std::string>;

inline void expect_same(Faults& faults, const std::string& what, const std::string& found, const std::string& wanted) {
    if (const std::string fault = difference(found, wanted); !fault.empty()) faults.push_back(what + "\n" + fault);
}

/// Law 5: the redline says of itself that it holds.
inline void check_verified(const Redline& redline, Faults& faults) {
    if (!redline.verified.reject_equals_before) faults.push_back("verified: rejecting does not give the text before");
    if (!redline.verified.accept_equals_after) faults.push_back("verified: accepting does not give the text after");
}

/// Laws 1 and 4 in the model: both texts stand in the blocks once, in the order in which they are read.
inline void check_model(const Redline& redline, Faults& faults) {
    for (const bool set_aside : {false, true}) {
        const std::string what = set_aside ? "contents and furniture, " : "the redline in reading order, ";
        expect_same(faults, what + "before", words(text_in_reading_order(redline, TextSide::before, set_aside)),
                    words(text_of(redline.before, set_aside)));
        expect_same(faults, what + "after", words(text_in_reading_order(redline, TextSide::after, set_aside)),
                    words(text_of(redline.after, set_aside)));
    }
    expect_same(faults, "accept()", words(accept(redline)), words(compared_text_of(redline.after)));
    expect_same(faults, "reject()", words(reject(redline)), words(compared_text_of(redline.before)));
}

/// One side types the number that the other's format counts.
inline bool counts_the_same(const Block& before, const Edit& edit, const Block& after) {
    const auto is_number = [](const Block& typing, Span words, const Block& counting) {
        return words.begin == 0 && counting.computed && !words.empty() &&
               says_the_same(typing.text.substr(0, words.end), counting.number);
    };
    return (edit.after.empty() && is_number(before, edit.before, after)) ||
           (edit.before.empty() && is_number(after, edit.after, before));
}

/// Law 3: what is shown as equal says the same on both sides, and an unchanged block holds nothing else.
inline void check_equal_edits(const Redline& redline, Faults& faults) {
    for (std::size_t i = 0; i < redline.blocks.size(); ++i) {
        const RedlineBlock& block = redline.blocks[i];
        for (const Edit& edit : block.edits) {
            if (edit.op != EditOp::equal) {
                if (block.status == BlockStatus::unchanged && !edit.aside)
                    faults.push_back("block b" + std::to_string(i + 1) + " is unchanged and has an edit");
                continue;
            }
            const std::string before =
                redline.before.blocks.at(block.before).text.substr(edit.before.begin, edit.before.size());
            const std::string after =
                redline.after.blocks.at(block.after).text.substr(edit.after.begin, edit.after.size());
            if (counts_the_same(redline.before.blocks.at(block.before), edit, redline.after.blocks.at(block.after)))
                continue;
            if (!says_the_same(before, after)) faults.push_back("shown as equal: '" + before + "' and '" + after + "'");
        }
    }
}

/// Whether a section moved, or one that holds it.
inline bool moved_with_section(const Redline& redline, std::uint32_t section) {
    for (std::uint32_t at = section; at != none; at = redline.sections[at].parent)
        if (redline.sections[at].moved) return true;
    return false;
}

/// Law 3 in the list: whatever has an edit, and whatever moved by itself, stands in a change.
inline void check_changes_cover(const Redline& redline, Faults& faults) {
    std::vector<bool> listed(redline.blocks.size(), false);
    for (const Change& change : redline.changes)
        for (const std::uint32_t block : change.blocks) listed[block] = true;
    for (std::size_t i = 0; i < redline.blocks.size(); ++i) {
        const RedlineBlock& block = redline.blocks[i];
        if (is_set_aside(block_of(redline, block).kind)) continue;
        const bool moved = block.status == BlockStatus::moved_to || block.status == BlockStatus::moved_from;
        bool changed = moved && !moved_with_section(redline, block.section);
        for (const Edit& edit : block.edits) changed = changed || (edit.op != EditOp::equal && !edit.aside);
        if (changed && !listed[i])
            faults.push_back("block b" + std::to_string(i + 1) +
                             " changed and is in no change: " + block_of(redline, block).text.substr(0, 60));
    }
}

/// Law 1 in JSON, by its own rule for rebuilding.
inline void check_json(const Redline& redline, Faults& faults) {
    const nlohmann::json json = nlohmann::json::parse(write(redline, "json"));
    for (const bool set_aside : {false, true}) {
        expect_same(faults, "JSON, before", words(text_from_json(json, TextSide::before, set_aside)),
                    words(text_of(redline.before, set_aside)));
        expect_same(faults, "JSON, after", words(text_from_json(json, TextSide::after, set_aside)),
                    words(text_of(redline.after, set_aside)));
    }
    if (json.at("verified").at("reject_equals_before") != redline.verified.reject_equals_before ||
        json.at("verified").at("accept_equals_after") != redline.verified.accept_equals_after)
        faults.push_back("JSON: verified is not the redline's");
}

/// Law 1 in Markdown and CriticMarkup, with cmark-gfm as the reader. Where a form shows one side's typography for both,
/// blanks and dashes may differ.
inline void check_markdown(const Redline& redline, Faults& faults) {
    const std::string before = letters(shown_text_of(redline.before));
    const std::string after = letters(shown_text_of(redline.after));
    const test::ReadBack back = test::read_back_markdown(write(redline, "markdown"));
    if (!back.surprises.empty()) faults.push_back("Markdown holds " + back.surprises);
    expect_same(faults, "Markdown, before", letters(back.before), before);
    expect_same(faults, "Markdown, after", letters(back.after), after);
    const std::string critic = write(redline, "criticmarkup");
    expect_same(faults, "CriticMarkup, rejected",
                letters(test::words_of_markdown(test::take_critic_markup(critic, false))), before);
    expect_same(faults, "CriticMarkup, accepted",
                letters(test::words_of_markdown(test::take_critic_markup(critic, true))), after);
}

/// Law 1 in HTML, with gumbo as the reader.
inline void check_html(const Redline& redline, Faults& faults) {
    const PageReader page(write(redline, "html"));
    expect_same(faults, "HTML, before", letters(page.text(TextSide::before)), letters(text_of(redline.before)));
    expect_same(faults, "HTML, after", letters(page.text(TextSide::after)), letters(text_of(redline.after)));
}

/// A side's words as a Word document of both can say them: with the numbers that a format counts as text, or, between
/// two Word documents, all that the file holds.
inline std::string docx_text_of(const Document& document, bool package) {
    std::string out;
    if (package) {
        for (const Block& block : read_docx(document.source).blocks) out += face_text(block, document.face) + "\n";
        return out;
    }
    for (const Block& block : document.blocks)
        if (!is_set_aside(block.kind))
            out += (block.computed ? block.number + " " : "") + face_text(block, document.face) + "\n";
    return out;
}

/// Law 1 in a Word document, with stet's own reader: every letter, and every mark of punctuation, of both sides.
inline void check_docx(const Redline& redline, Faults& faults) {
    // What its author struck or wrote in by hand would be read as tracked again.
    const bool package = !redline.before.source.bytes().empty() && !redline.after.source.bytes().empty();
    if (!package && (redline.before.marked || redline.after.marked)) return;
    const Source written = Source::package("redline.docx", write(redline, "docx"));
    const std::vector<Block> blocks = read_docx(written).blocks;
    for (const bool after : {false, true}) {
        std::string found;
        for (const Block& block : blocks)
            if (package || block.part.empty()) found += face_text(block, after ? Face::after : Face::before) + "\n";
        const Document& document = after ? redline.after : redline.before;
        expect_same(faults, after ? "DOCX, after" : "DOCX, before", letters(found),
                    letters(docx_text_of(document, package)));
    }
}

/// Laws 1, 3 and 5 on a redline, and in every form in which it is written.
inline Faults check_laws(const Redline& redline, bool written = true) {
    Faults faults;
    check_verified(redline, faults);
    check_model(redline, faults);
    check_equal_edits(redline, faults);
    check_changes_cover(redline, faults);
    if (!written) return faults;
    check_json(redline, faults);
    check_markdown(redline, faults);
    check_html(redline, faults);
    check_docx(redline, faults);
    return faults;
}

/// Law 2 for a document against itself.
inline Faults check_no_change(const Redline& redline) {
    Faults faults;
    for (const Change& change : redline.changes) faults.push_back("a change is listed: " + change.title);
    const Counts& c = redline.counts;
    if (c.edited + c.moved + c.renumbered + c.inserted + c.deleted + c.split + c.merged > 0)
        faults.push_back("a section is counted as changed");
    for (const RedlineSection& section : redline.sections)
        if (section.status != SectionStatus::unchanged || section.moved || section.renumbered)
            faults.push_back("a section is not unchanged");
    for (const RedlineBlock& block : redline.blocks)
        if (block.status != BlockStatus::unchanged)
            faults.push_back("a block is not unchanged: " + block_of(redline, block).text.substr(0, 60));
    return faults;
}

/// A redline's sections as one line each: their places on both sides and what is said of them. `swapped` tells them as
/// the redline of the other direction should.
inline std::set<std::string> pairs_of(const Redline& redline, bool swapped) {
    std::set<std::string> lines;
    const auto paths = [](const Document& document, const std::vector<NodeId>& nodes) {
        std::string out;
        for (const NodeId id : nodes) out += "[" + document.nodes[id].path + "]";
        return out.empty() ? std::string("nothing") : out;
    };
    for (const RedlineSection& section : redline.sections) {
        const std::string before = paths(redline.before, section.before);
        const std::string after = paths(redline.after, section.after);
        std::string status(section_status_name(section.status));
        if (section.before.empty()) status = swapped ? "deleted" : "inserted";
        if (section.after.empty()) status = swapped ? "inserted" : "deleted";
        lines.insert((swapped ? after + " became " + before : before + " became " + after) + ": " + status +
                     (section.moved ? " moved" : "") + (section.renumbered ? " renumbered" : ""));
    }
    return lines;
}

/// Law 2 for swapped inputs: the same pairs, statuses exchanged.
inline Faults check_swapped(const Redline& forth, const Redline& back) {
    Faults faults;
    const std::set<std::string> wanted = pairs_of(forth, false);
    const std::set<std::string> found = pairs_of(back, true);
    for (const std::string& line : wanted)
        if (found.count(line) == 0) faults.push_back("forth only: " + line);
    for (const std::string& line : found)
        if (wanted.count(line) == 0) faults.push_back("back only: " + line);
    return faults;
}

/// All faults in one text for a message.
inline std::string told(const Faults& faults) {
    std::string out;
    for (std::size_t i = 0; i < faults.size() && i < 12; ++i) out += faults[i] + "\n";
    if (faults.size() > 12) out += "… and " + std::to_string(faults.size() - 12) + " more\n";
    return out;
}

}  // namespace stet::laws
