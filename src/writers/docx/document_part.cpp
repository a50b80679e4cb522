// Blocks of the redline to tracked paragraphs, and rows to tables, in reading order.
#include <algorithm>
#include <string_view>

#include "writers/docx/markup.hpp"
#include "writers/docx/parts.hpp"
#include "writers/docx/tables.hpp"
#include "writers/docx/tracked_runs.hpp"
#include "writers/docx/words.hpp"
#include "writers/print_runs.hpp"
#include "writers/table_run.hpp"

namespace stet::docx {

namespace {

constexpr std::uint32_t deepest_heading = 6;
constexpr std::uint32_t deepest_bullet = 9;
constexpr std::uint32_t deepest_indent = 6;
constexpr std::uint32_t indent_twips = 360;

constexpr std::string_view page =
    "<w:sectPr><w:headerReference w:type=\"default\" r:id=\"rId1\"/><w:footerReference w:type=\"default\" "
    "r:id=\"rId2\"/><w:pgSz w:w=\"12240\" w:h=\"15840\"/><w:pgMar w:top=\"1440\" w:right=\"1440\" w:bottom=\"1440\" "
    "w:left=\"1440\" w:header=\"720\" w:footer=\"720\" w:gutter=\"0\"/></w:sectPr>";

class BodyWriter {
public:
    BodyWriter(const Redline& redline, Revisions& revisions, Remarks& remarks)
        : redline_(redline), revisions_(revisions), words_(redline, revisions, remarks) {
        for (std::uint32_t i = 0; i < redline.blocks.size(); ++i)
            if (!is_set_aside(redline, redline.blocks[i])) shown_.push_back(i);
        find_ends();
    }

    std::string write() {
        for (std::size_t at = 0; at < shown_.size();) {
            if (is_row(block(shown_[at])))
                at = write_table(at);
            else
                write_block(shown_[at++]);
        }
        close_paragraph(Track::none, {});
        return std::move(out_);
    }

private:
    const RedlineBlock& block(std::uint32_t index) const { return redline_.blocks[index]; }
    bool is_row(const RedlineBlock& block) const { return block_of(redline_, block).kind == BlockKind::table_row; }

    /// Where the paragraph of either document ends: at the last redline block of its block.
    void find_ends() {
        ends_before_.assign(redline_.blocks.size(), false);
        ends_after_.assign(redline_.blocks.size(), false);
        std::uint32_t last_before = none;
        std::uint32_t last_after = none;
        for (const std::uint32_t index : shown_) {
            const RedlineBlock& here = block(index);
            if (here.before != none && here.status != BlockStatus::moved_to) {
                if (last_before != none) ends_before_[last_before] = block(last_before).before != here.before;
                last_before = index;
            }
            if (here.after != none) {
                if (last_after != none) ends_after_[last_after] = block(last_after).after != here.after;
                last_after = index;
            }
        }
        if (last_before != none) ends_before_[last_before] = true;
        if (last_after != none) ends_after_[last_after] = true;
    }

    /// How a paragraph's mark stands behind a block.
    Track mark_of(std::uint32_t index) const {
        const RedlineBlock& here = block(index);
        if (ends_before_[index] && ends_after_[index]) return Track::none;
        if (ends_before_[index]) return here.status == BlockStatus::moved_from ? Track::moved_from : Track::deleted;
        return here.status == BlockStatus::moved_to ? Track::moved_to : Track::inserted;
    }

    void write_block(std::uint32_t index) {
        const RedlineBlock& here = block(index);
        const bool moves = here.moved_with != none;
        const bool from = here.status == BlockStatus::moved_from;
        const std::string range = moves ? revisions_.id() : std::string();
        if (moves) append_move_start(range, index, from);
        words_.begin_block(paragraph_, index);
        words_.append(paragraph_, tracked_runs(redline_, here, 0));
        words_.end_block(paragraph_);
        const std::string range_end =
            moves ? (from ? "<w:moveFromRangeEnd" : "<w:moveToRangeEnd") + range + "/>" : std::string();
        const bool ends = ends_before_[index] || ends_after_[index];
        const Track mark = ends ? mark_of(index) : Track::none;
        // The range of a move has the paragraph's mark in it where that moves, too.
        const bool mark_moves = mark == Track::moved_from || mark == Track::moved_to;
        if (!mark_moves) paragraph_ += range_end;
        if (ends) close_paragraph(mark, properties(index));
        if (mark_moves) out_ += range_end;
    }

    /// Both ends of a move bear the name of its old place.
    void append_move_start(const std::string& range, std::uint32_t index, bool from) {
        const std::uint32_t origin = from ? index : block(index).moved_with;
        paragraph_ += (from ? "<w:moveFromRangeStart" : "<w:moveToRangeStart") + range + revisions_.signature() +
                      " w:name=\"move" + std::to_string(origin + 1) + "\"/>";
    }

    void close_paragraph(Track mark, const std::string& properties) {
        if (paragraph_.empty() && properties.empty()) return;
        out_ += "<w:p><w:pPr>" + properties;
        if (mark != Track::none) out_ += "<w:rPr>" + revisions_.mark(mark) + "</w:rPr>";
        out_ += "</w:pPr>" + paragraph_ + "</w:p>";
        paragraph_.clear();
    }

    /// Style, bullet and indent. A paragraph whose mark goes looks as it did before.
    std::string properties(std::uint32_t index) const {
        const RedlineBlock& here = block(index);
        const bool by_after = here.after != none && ends_after_[index];
        const Document& document = by_after ? redline_.after : redline_.before;
        const BlockId id = by_after ? here.after : here.before;
        const Block& source = document.blocks[id];
        const std::uint32_t depth = redline_.sections[here.section].depth;
        if (document.places[id].heading || source.kind == BlockKind::heading) {
            const bool of_unit = document.places[id].heading;
            const std::uint32_t level = std::max<std::uint32_t>(depth, 1) + (of_unit || depth == 0 ? 0 : 1);
            return valued("pStyle", "Heading" + std::to_string(std::min(level, deepest_heading)));
        }
        if (has_bullet(source)) {
            const std::uint32_t level = std::clamp<std::uint32_t>(source.depth, 1, deepest_bullet) - 1;
            return valued("pStyle", "ListBullet") + "<w:numPr>" + valued("ilvl", std::to_string(level)) +
                   valued("numId", "1") + "</w:numPr>";
        }
        const std::uint32_t steps = source.kind == BlockKind::list_item ? std::max<std::uint32_t>(source.depth, 1)
                                    : depth > 2                         ? depth - 2
                                                                        : 0;
        if (steps == 0) return valued("pStyle", "Normal");
        const std::uint32_t left = std::min(steps, deepest_indent) * indent_twips;
        return valued("pStyle", "ListParagraph") + "<w:ind w:left=\"" + std::to_string(left) + "\"/>";
    }

    std::size_t write_table(std::size_t first) {
        close_paragraph(Track::none, {});
        TableRun table;
        std::vector<std::uint32_t> rows;
        std::size_t at = first;
        while (at < shown_.size() && table.joins(redline_, block(shown_[at]))) rows.push_back(shown_[at++]);
        append_table(out_, redline_, rows, revisions_, words_);
        out_ += "<w:p><w:pPr><w:pStyle w:val=\"AfterTable\"/></w:pPr></w:p>";
        return at;
    }

    const Redline& redline_;
    Revisions& revisions_;
    Words words_;
    std::vector<std::uint32_t> shown_;  ///< blocks that are not set aside
    std::vector<bool> ends_before_;     ///< by redline block
    std::vector<bool> ends_after_;
    std::string paragraph_;  ///< what stands in the open paragraph so far
    std::string out_;
};

}  // namespace

std::string document_part(const Redline& redline, Revisions& revisions, Remarks& remarks) {
    std::string out(xml_head);
    out.append("<w:document xmlns:w=\"").append(main_namespace).append("\" xmlns:r=\"");
    out.append(relationships_namespace).append("\"><w:body>");
    out += BodyWriter(redline, revisions, remarks).write();
    return out.append(page) += "</w:body></w:document>";
}

}  // namespace stet::docx
