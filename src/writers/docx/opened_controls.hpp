// Content controls around paragraphs that stand in none, or in another one, on the other side: what they hold is
// compared where it stands, and only their tags come or go.
#pragma once

#include <cstddef>
#include <pugixml.hpp>
#include <set>
#include <string>
#include <unordered_set>
#include <utility>
#include <vector>

#include "writers/docx/frame.hpp"
#include "writers/docx/hints.hpp"

namespace stet::docx {

/// What a content control holds its children in: w:sdtContent, or itself.
pugi::xml_node content_of(pugi::xml_node control);

/// What a content control is known by: its number, or, where it has none, its tag and title.
std::string control_name(pugi::xml_node control);

/// A content control's properties but its number: what Word tracks no change of.
std::string control_properties(pugi::xml_node control);

/// The numbers of all content controls in a tree.
std::set<std::string> control_numbers(pugi::xml_node root);

/// Of a control that went, without its number: that is the other one's where the after-document has it elsewhere.
std::string unnumbered_properties(Frame& frame, pugi::xml_node control);

/// Whether a content control stands around rows or cells.
bool holds_cells(pugi::xml_node control);

/// The controls of two places whose paragraphs became, or were, paragraphs outside of them.
std::unordered_set<Hints::Key> controls_to_open(pugi::xml_node before, pugi::xml_node after, const Hints& hints);

/// The opened control that holds a member of a place; none where the place itself does.
pugi::xml_node opened_around(pugi::xml_node member, pugi::xml_node place);

/// A control from the first to the last of the steps in it.
struct ControlRange {
    pugi::xml_node control;
    bool before = false;  ///< of the before-document
    bool tracked = true;  ///< on one side only
    std::size_t first = 0;
    std::size_t last = 0;
};

/// By steps: the controls, of before and of after, that each is in. Ranges as they begin, outer ones first; one of the
/// before-document that could only cross another is left out and told, and one that the after-document has too stands
/// once.
std::vector<ControlRange> control_ranges(Frame& frame,
                                         const std::vector<std::pair<pugi::xml_node, pugi::xml_node>>& steps);

/// Tells where the properties of a content control that stays are not what they were.
void tell_other_properties(Frame& frame, pugi::xml_node before, pugi::xml_node after);

/// Tells that a content control went and what it held stays.
void tell_lost_control(Frame& frame, pugi::xml_node before);

/// One tag of a control between the signs that it came or went (ECMA-376 part 1, 17.13.5.4 to 17.13.5.7).
std::string tracked_tag(Frame& frame, Track track, const std::string& tag);

/// Start tag, properties and the start of the content.
std::string control_start(Frame& frame, const ControlRange& range);
std::string control_end(Frame& frame, const ControlRange& range);

}  // namespace stet::docx
