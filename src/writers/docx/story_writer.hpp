// Lays one part of the before-document over that of the after-document: paragraphs, tables, content controls, text
// boxes.
#pragma once

#include <pugixml.hpp>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "writers/docx/flow.hpp"
#include "writers/docx/flow_diff.hpp"
#include "writers/docx/frame.hpp"
#include "writers/docx/opened_controls.hpp"
#include "writers/docx/pairing.hpp"

namespace stet::docx {

class StoryWriter {
public:
    StoryWriter(Frame& frame, const Hints& hints)
        : frame_(frame), hints_(hints), after_numbers_(control_numbers(frame.after_story.root())) {}

    /// Appends the after-place's children with what changed in them tracked; `before` and `after` are bodies, cells,
    /// notes, headers, text boxes. What is gone stands where it was.
    void lay(std::string& out, pugi::xml_node before, pugi::xml_node after);

    /// Sections of these bodies that go or come with the paragraph that they end with.
    std::set<Hints::Key> sections_of_one_side(pugi::xml_node before, pugi::xml_node after) const;

    /// A thing that both have; only the text of its boxes may differ.
    void append_thing(std::string& out, pugi::xml_node before, pugi::xml_node after);

    /// All children of a place on one side only. The last paragraph's mark, which can neither go nor come, is not
    /// tracked where the place stays (`keeps_last`).
    void lay_one(std::string& out, pugi::xml_node place, Track track, bool keeps_last = false);

private:
    /// Paragraphs that are written as one flow: a pair, or those that one was split into or merged from. Other members
    /// stand alone.
    struct Step {
        std::vector<pugi::xml_node> before;
        std::vector<pugi::xml_node> after;
        bool equal = false;  ///< one on each side with equal content
        /// Where the last mark is shifted: how many of each side belong together; those behind are of one side only.
        std::size_t paired_before = 0;
        std::size_t paired_after = 0;
        /// The same where paragraphs that move, or content controls of one side, stand between: the mark of the pair
        /// comes or goes, and the last paragraph of the place, which one side has, takes the other side's for its own.
        Track mark = Track::none;
        pugi::xml_node takes_mark_of = {};

        bool is_paragraph() const {
            return std::string_view((before.empty() ? after : before).front().name()) == "w:p";
        }
        bool is_row() const { return std::string_view((before.empty() ? after : before).front().name()) == "w:tr"; }
        bool is_paired() const { return !before.empty() && !after.empty(); }
        bool is_shifted() const { return paired_before > 0; }
    };

    using Opened = std::unordered_set<Hints::Key>;

    /// Steps over two places; content controls of one side are opened where that parts no step.
    std::vector<Step> steps_between(pugi::xml_node before, pugi::xml_node after) const;
    std::vector<Step> steps_between(pugi::xml_node before, pugi::xml_node after, const Opened& opened) const;
    static bool open_last_controls(const std::vector<Step>& steps, pugi::xml_node before, pugi::xml_node after,
                                   Opened& opened);
    std::vector<ControlRange> ranges_of(const std::vector<Step>& steps, pugi::xml_node before, pugi::xml_node after);
    Flow before_flow(const std::vector<pugi::xml_node>& paragraphs) const;
    Flow after_flow(const std::vector<pugi::xml_node>& paragraphs) const;
    std::vector<Step> steps_of(const std::vector<Member>& before, const std::vector<Member>& after) const;
    std::vector<FlowItem> items_of(const std::vector<pugi::xml_node>& before, const std::vector<pugi::xml_node>& after,
                                   const Flow& before_flow, const Flow& after_flow) const;
    void drop_deleted_before(std::vector<Step>& steps) const;
    void merge_deleted(std::span<Step> gap, std::vector<Step>& out) const;
    static void join_continued(std::vector<Step>& steps);
    bool tracks_other(pugi::xml_node after) const;
    bool are_equal(const Member& before, const Member& after) const;
    bool are_numbered_alike(pugi::xml_node before, pugi::xml_node after) const;
    bool are_boxes_numbered_alike(pugi::xml_node before, pugi::xml_node after) const;
    void keep_last_mark(std::vector<Step>& steps) const;
    bool moves(const Step& step) const;
    static void part_merged_rows(std::vector<Step>& steps);
    void find_field_signs(const std::vector<Step>& steps);
    std::vector<FlowItem> shifted_items(const Step& step, const Flow& before, const Flow& after);
    void write_giving(std::string& out, const Step& step);
    void write_taking(std::string& out, const Step& step);
    void write_step(std::string& out, const Step& step);
    void write_flow(std::string& out, const Step& step);
    void write_one_flow(std::string& out, const std::vector<pugi::xml_node>& paragraphs, Track track,
                        bool keeps_mark = false);
    bool is_moved(pugi::xml_node paragraph) const;
    void write_move(std::string& out, pugi::xml_node from, pugi::xml_node to, bool is_from);
    void write_member(std::string& out, const Step& step);
    void write_table(std::string& out, pugi::xml_node before, pugi::xml_node after);
    void write_row(std::string& out, pugi::xml_node before, pugi::xml_node after);
    void write_row_of_one(std::string& out, pugi::xml_node row, Track track);
    void append_tracked_row(std::string& out, pugi::xml_node row);
    void write_control(std::string& out, pugi::xml_node before, pugi::xml_node after);
    void write_control_of_one(std::string& out, pugi::xml_node control, Track track);
    void write_one(std::string& out, pugi::xml_node member, Track track);
    void append_with_boxes(std::string& out, pugi::xml_node node, const std::vector<pugi::xml_node>& boxes,
                           std::size_t& next);
    void lay_box(std::string& out, pugi::xml_node before, pugi::xml_node after);
    void pair_notes(pugi::xml_node before, pugi::xml_node after);
    std::string xml_of(pugi::xml_node node, Track track);
    std::vector<std::uint32_t> remarks_on(const Step& step) const;

    Frame& frame_;
    const Hints& hints_;
    std::set<std::string> after_numbers_;  ///< of content controls
    std::set<Hints::Key> signs_;           ///< of fields that go or come whole
    std::uint32_t boxes_ = 0;              ///< around what is being written
    std::vector<pugi::xml_node> rows_ =
        {};  ///< that are being written: what is said of them stands in their first words
};

}  // namespace stet::docx
