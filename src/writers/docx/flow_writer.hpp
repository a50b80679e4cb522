// Writes a script over two flows as paragraphs with tracked changes.
#pragma once

#include <map>
#include <set>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "writers/docx/flow.hpp"
#include "writers/docx/flow_diff.hpp"
#include "writers/docx/frame.hpp"

namespace stet::docx {

class StoryWriter;

/// What stands in the first paragraph before its content and in the last behind it: the ends of a move's range.
struct FlowEnds {
    std::string opening;
    std::string closing;
    bool untracked_mark = false;              ///< the last mark stays
    std::vector<std::uint32_t> remarks = {};  ///< changes whose comments begin and end with what is tracked here
    bool former_properties = false;  ///< the last paragraph had the before-flow's last mark's properties before
};

/// One flow, written once.
class FlowWriter {
public:
    /// `boxes` lays text boxes over each other.
    FlowWriter(std::string& out, Frame& frame, StoryWriter& boxes, const Flow& before, const Flow& after,
               FlowEnds ends = {})
        : out_(out), frame_(frame), boxes_(boxes), before_(before), after_(after), ends_(std::move(ends)) {}

    void write(const std::vector<FlowItem>& items);

private:
    /// A wrapper of either flow.
    struct Level {
        bool before = false;
        std::uint32_t wrapper = 0;
        bool operator==(const Level&) const = default;
    };
    using Levels = std::vector<Level>;

    struct OpenBookmark {
        std::string id;      ///< as attribute
        bool apart = false;  ///< its ends stand beside what is tracked
    };

    static bool is_gone(const FlowItem& item) { return goes(item.track); }
    static bool is_mark(const FlowToken& token) { return token.kind == FlowTokenKind::mark; }
    const FlowToken& token_of(const FlowItem& item) const {
        return is_gone(item) ? before_.tokens[item.before] : after_.tokens[item.after];
    }

    void map_wrappers(const std::vector<FlowItem>& items);
    Levels levels_of_after(std::uint32_t token) const;
    Levels levels_of_control(std::uint32_t wrapper) const;
    Levels levels_of_passive(std::uint32_t token) const;
    Levels levels_of_gone(const std::vector<FlowItem>& items, std::size_t index) const;
    void leave_other_links(Levels& levels, std::uint32_t before_token) const;
    void find_neighbours(const std::vector<FlowItem>& items);
    std::vector<FlowItem> without_made_before(const std::vector<FlowItem>& items);
    std::string text_before_revisions(std::span<const FlowItem> items, std::uint32_t begin, std::uint32_t end) const;
    std::vector<std::uint32_t> gone_notes(std::span<const FlowItem> items) const;
    bool is_fresh_note(const FlowItem& item) const;
    std::size_t count_fresh_notes(std::span<const FlowItem> items) const;
    std::string before_text(std::span<const FlowItem> items) const;
    std::uint32_t behind_gone_paragraphs(std::span<const FlowItem> items, std::uint32_t begin, std::uint32_t end) const;
    bool is_written_before(std::uint32_t token) const;
    bool is_revised_before(std::uint32_t begin, std::uint32_t end) const;
    bool is_held(const FlowItem& item) const;
    bool is_tracked_already() const;

    void find_tracked(const std::vector<FlowItem>& items);
    static Track track_of_comments(const std::vector<FlowItem>& items);
    void open_remarks();
    void close_remarks();
    void put(const FlowItem& item, const Levels& levels);
    void put_passive(std::uint32_t end);
    void put_passive_before(std::uint32_t end);
    void find_bookmarks(const std::vector<FlowItem>& items);
    void begin_bookmarks(const std::vector<FlowItem>& items, std::size_t index, const Levels& levels);
    void end_bookmarks(std::size_t index);
    void put_signs_before(const FlowItem& item);
    void put_passive_token(std::uint32_t index);
    void put_text(const FlowItem& item, const FlowToken& token);
    void put_thing(const FlowItem& item, const FlowToken& token);
    void put_field(const FlowItem& item, const FlowToken& token);
    void put_simple_field(const FlowItem& item, pugi::xml_node field);
    void put_note(const FlowItem& item, const FlowToken& token, Notes& notes);
    void end_paragraph(const FlowItem& item);
    void end_paragraph_and_section(const FlowItem& item);
    void append_properties(pugi::xml_node properties, const FlowItem& item);

    void copy(pugi::xml_node node, const FlowItem& item);
    void open_run(const FlowItem& item, const FlowToken& token);
    void append_run_properties(const FlowItem& item, pugi::xml_node run);
    void close_text();
    void close_run();
    void open_track(Track track);
    void go_to(const Levels& levels);
    void map_controls_by_name();
    void find_gone_controls(const std::vector<FlowItem>& items);
    void tell_untracked_controls();
    void find_controls();
    void reach_controls(const Levels& levels);
    bool is_next(std::uint32_t token) const;
    std::uint32_t hollow_of(const FlowItem& item, std::uint32_t right) const;
    std::string control_range(const Level& level, bool begin);
    void open_tag(const Level& level);
    void open_level(const Level& level);
    void close_level(const Level& level);

    std::string& out_;
    Frame& frame_;
    StoryWriter& boxes_;
    const Flow& before_;
    const Flow& after_;
    FlowEnds ends_;
    std::vector<std::uint32_t> after_of_before_;  ///< by before-wrapper: the after-wrapper that it became, 0 for none
    std::vector<bool> settled_;                   ///< by after-token: not as earlier authors tracked it
    std::vector<std::uint32_t> left_;             ///< by item: the after-token that stands before it in its paragraph
    std::vector<std::uint32_t> right_;            ///< behind it; no_token for none
    Track comment_track_ = Track::none;
    std::size_t first_tracked_ = 0;  ///< items that the comments are about; none where the last is before the first
    std::size_t last_tracked_ = 0;
    std::set<std::uint32_t> kept_controls_;          ///< after-wrappers that before-wrappers became
    std::set<std::uint32_t> gone_controls_;          ///< content controls of the before-flow that go with their content
    std::map<std::uint32_t, std::uint32_t> begins_;  ///< content controls of the after-flow to the first token in each
    std::set<std::uint32_t> hollow_;                 ///< of these, those that hold nothing that is compared
    std::string control_id_;                         ///< of the sign that is open
    std::set<std::uint32_t> opened_;                 ///< after-wrappers that were opened once
    std::string paragraph_;
    bool first_ = true;
    std::uint32_t next_after_ = 0;                      ///< after-tokens before it are written or passed
    std::uint32_t next_before_ = 0;                     ///< bookmarks of before-tokens before it are written or passed
    std::map<std::uint32_t, std::uint32_t> bookmarks_;  ///< before-tokens that begin one to those that end it
    std::vector<std::size_t> anchors_;                  ///< items that are gone or held
    std::multimap<std::size_t, OpenBookmark> open_bookmarks_;  ///< by the item that they end behind
    Levels levels_;
    Track track_ = Track::none;
    pugi::xml_node run_;
    pugi::xml_node former_run_;
    bool text_open_ = false;
};

}  // namespace stet::docx
