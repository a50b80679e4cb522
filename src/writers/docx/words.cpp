// Runs and their properties in the schema's order (ECMA-376 part 1, 17.3.2, CT_RPr).
#include "writers/docx/words.hpp"

#include <algorithm>

#include "writers/docx/item_remarks.hpp"
#include "writers/docx/markup.hpp"

namespace stet::docx {

namespace {

std::string run_properties(Marks marks) {
    std::string out;
    if (marks.has(Mark::code)) out += "<w:rFonts w:ascii=\"Consolas\" w:hAnsi=\"Consolas\" w:cs=\"Consolas\"/>";
    if (marks.has(Mark::bold)) out += "<w:b/><w:bCs/>";
    if (marks.has(Mark::italic)) out += "<w:i/><w:iCs/>";
    if (marks.has(Mark::struck)) out += "<w:strike/>";
    if (marks.has(Mark::coloured)) out += valued("color", "7F3F00");
    if (marks.has(Mark::highlight)) out += valued("highlight", "yellow");
    if (marks.has(Mark::underline) || marks.has(Mark::inserted)) out += valued("u", "single");
    if (marks.has(Mark::superscript)) out += valued("vertAlign", "superscript");
    if (marks.has(Mark::subscript) && !marks.has(Mark::superscript)) out += valued("vertAlign", "subscript");
    return out.empty() ? out : "<w:rPr>" + out + "</w:rPr>";
}

}  // namespace

Words::Words(const Redline& redline, Revisions& revisions, Remarks& remarks)
    : redline_(redline), revisions_(revisions), remarks_(remarks) {
    for (std::uint32_t i = 0; i < redline.changes.size(); ++i) {
        const std::vector<std::uint32_t>& blocks = redline.changes[i].blocks;
        if (blocks.empty() || redline.changes[i].items.empty()) continue;
        const auto first = std::find_if(blocks.begin(), blocks.end(), [&](std::uint32_t block) {
            return redline.blocks[block].status != BlockStatus::unchanged;
        });
        changes_[first == blocks.end() ? blocks.front() : *first].push_back(i);
    }
}

void Words::begin_block(std::string& out, std::uint32_t block) {
    const auto found = changes_.find(block);
    if (found == changes_.end()) return;
    for (const std::uint32_t change : found->second) {
        out += "<w:commentRangeStart w:id=\"" + std::to_string(remarks_.size()) + "\"/>";
        open_.push_back(remarks_.size());
        remarks_.push_back({remark_on(redline_.changes[change]), true});
    }
    changes_.erase(found);
}

void Words::end_block(std::string& out) {
    for (const std::size_t remark : open_) {
        const std::string id = std::to_string(remark);
        out += "<w:commentRangeEnd w:id=\"" + id + "\"/><w:r><w:commentReference w:id=\"" + id + "\"/></w:r>";
    }
    open_.clear();
}

void Words::append(std::string& out, const std::vector<TrackedRun>& runs) {
    for (const TrackedRun& run : runs) append_run(out, run);
}

void Words::append_run(std::string& out, const TrackedRun& run) {
    out += revisions_.opening(run.track);
    out += "<w:r>";
    if (run.marks.has(Mark::comment)) {
        out += "<w:commentReference w:id=\"" + std::to_string(remarks_.size()) + "\"/>";
        remarks_.push_back({run.text, false});
    } else {
        out += run_properties(run.marks);
        append_text(out, run.text, run.track == Track::deleted);
    }
    out += "</w:r>";
    out += Revisions::closing(run.track);
}

}  // namespace stet::docx
