// Rows with tracked cells; columns as wide as their words ask for.
#include "writers/docx/tables.hpp"

#include <algorithm>

#include "text/utf8.hpp"
#include "writers/docx/markup.hpp"
#include "writers/docx/tracked_runs.hpp"

namespace stet::docx {

namespace {

constexpr std::uint32_t page_width = 9360;  // twips between the margins
constexpr std::size_t least_weight = 6;     // characters that a column is given at least and at most
constexpr std::size_t most_weight = 40;

struct Cell {
    Track track = Track::none;
    std::vector<TrackedRun> runs;
};

struct Row {
    Track track = Track::none;
    std::uint32_t block = 0;  ///< of the redline
    std::vector<Cell> cells;
};

/// All of a side's cells.
Row side_row(const Block& block, Track track, std::uint32_t index) {
    Row row{track, index, {}};
    if (block.cells.empty())
        row.cells.push_back({Track::none, side_runs(block, {0, static_cast<std::uint32_t>(block.text.size())}, track)});
    for (const Span& cell : block.cells) row.cells.push_back({Track::none, side_runs(block, cell, track)});
    return row;
}

bool all_are(const std::vector<TrackedRun>& runs, Track track) {
    return !runs.empty() &&
           std::all_of(runs.begin(), runs.end(), [&](const TrackedRun& r) { return r.track == track; });
}

/// The cells of a pair. Where there are more of them than a side has, those without words of that side are not its own.
Row paired_row(const Redline& redline, std::uint32_t index) {
    const RedlineBlock& block = redline.blocks[index];
    Row row{Track::none, index, {}};
    const std::size_t count = cell_count(block);
    std::size_t only_before = count - std::min(count, redline.after.blocks[block.after].cells.size());
    std::size_t only_after = count - std::min(count, redline.before.blocks[block.before].cells.size());
    for (std::size_t i = 0; i < count; ++i) {
        Cell cell{Track::none, tracked_runs(redline, block, i)};
        if (only_before > 0 && all_are(cell.runs, Track::deleted)) {
            cell.track = Track::deleted;
            --only_before;
        } else if (only_after > 0 && all_are(cell.runs, Track::inserted)) {
            cell.track = Track::inserted;
            --only_after;
        }
        row.cells.push_back(std::move(cell));
    }
    for (auto cell = row.cells.rbegin(); cell != row.cells.rend(); ++cell) {
        if (!cell->runs.empty() || cell->track != Track::none) continue;
        if (only_before > 0 && only_before-- > 0)
            cell->track = Track::deleted;
        else if (only_after > 0 && only_after-- > 0)
            cell->track = Track::inserted;
    }
    return row;
}

void append_rows(std::vector<Row>& rows, const Redline& redline, std::uint32_t index) {
    const RedlineBlock& block = redline.blocks[index];
    const bool both = block.before != none && block.after != none && block.status != BlockStatus::moved_to;
    if (both && cell_count(block) > 0) {
        rows.push_back(paired_row(redline, index));
        return;
    }
    if (block.before != none && block.status != BlockStatus::moved_to)
        rows.push_back(side_row(redline.before.blocks[block.before], Track::deleted, index));
    if (block.after != none) rows.push_back(side_row(redline.after.blocks[block.after], Track::inserted, index));
}

/// The width of each column in twips, by the most characters in a cell of it.
std::vector<std::uint32_t> widths_of(const std::vector<Row>& rows) {
    std::size_t columns = 1;
    for (const Row& row : rows) columns = std::max(columns, row.cells.size());
    std::vector<std::size_t> weights(columns, least_weight);
    for (const Row& row : rows) {
        if (row.cells.size() != columns) continue;
        for (std::size_t i = 0; i < columns; ++i) {
            std::size_t size = 0;
            for (const TrackedRun& run : row.cells[i].runs) size += utf8::length(run.text);
            weights[i] = std::max(weights[i], std::min(size, most_weight));
        }
    }
    std::size_t all = 0;
    for (const std::size_t weight : weights) all += weight;
    std::vector<std::uint32_t> widths;
    for (const std::size_t weight : weights) widths.push_back(static_cast<std::uint32_t>(page_width * weight / all));
    return widths;
}

class TableWriter {
public:
    TableWriter(std::string& out, Revisions& revisions, Words& words)
        : out_(out), revisions_(revisions), words_(words) {}

    void write(const std::vector<Row>& rows) {
        widths_ = widths_of(rows);
        out_ +=
            "<w:tbl><w:tblPr><w:tblStyle w:val=\"TableGrid\"/><w:tblW w:w=\"0\" w:type=\"auto\"/></w:tblPr><w:tblGrid>";
        for (const std::uint32_t width : widths_) out_ += "<w:gridCol w:w=\"" + std::to_string(width) + "\"/>";
        out_ += "</w:tblGrid>";
        for (const Row& row : rows) write_row(row);
        out_ += "</w:tbl>";
    }

private:
    void write_row(const Row& row) {
        out_ += "<w:tr><w:trPr><w:cantSplit/>" + revisions_.mark(row.track) + "</w:trPr>";
        for (std::size_t i = 0; i < row.cells.size(); ++i) {
            const std::size_t end = i + 1 == row.cells.size() ? widths_.size() : i + 1;
            std::uint32_t width = 0;
            for (std::size_t k = i; k < end; ++k) width += widths_[k];
            write_cell(row, i, width, end - i);
        }
        out_ += "</w:tr>";
    }

    void write_cell(const Row& row, std::size_t index, std::uint32_t width, std::size_t columns) {
        const Cell& cell = row.cells[index];
        out_ += "<w:tc><w:tcPr><w:tcW w:w=\"" + std::to_string(width) + "\" w:type=\"dxa\"/>";
        if (columns > 1) out_ += valued("gridSpan", std::to_string(columns));
        if (cell.track != Track::none)
            out_ += (goes(cell.track) ? "<w:cellDel" : "<w:cellIns") + revisions_.attributes() + "/>";
        out_ += "</w:tcPr><w:p><w:pPr><w:pStyle w:val=\"TableText\"/>";
        if (row.track != Track::none) out_ += "<w:rPr>" + revisions_.mark(row.track) + "</w:rPr>";
        out_ += "</w:pPr>";
        if (index == 0) words_.begin_block(out_, row.block);
        words_.append(out_, cell.runs);
        if (index == 0) words_.end_block(out_);
        out_ += "</w:p></w:tc>";
    }

    std::string& out_;
    Revisions& revisions_;
    Words& words_;
    std::vector<std::uint32_t> widths_;
};

}  // namespace

void append_table(std::string& out, const Redline& redline, const std::vector<std::uint32_t>& rows,
                  Revisions& revisions, Words& words) {
    std::vector<Row> all;
    for (const std::uint32_t index : rows) append_rows(all, redline, index);
    TableWriter(out, revisions, words).write(all);
}

}  // namespace stet::docx
