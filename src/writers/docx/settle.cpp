// Accepts or rejects what earlier authors tracked: runs, marks of paragraphs, rows, cells, properties.
#include "writers/docx/settle.hpp"

#include <algorithm>
#include <string>
#include <string_view>

#include "readers/docx/inline_reader.hpp"
#include "writers/docx/xml_copy.hpp"

namespace stet::docx {

namespace {

bool is_properties(std::string_view name) {
    if (!name.ends_with("Pr") && !name.ends_with("PrEx") && name != "w:tblGrid") return false;
    return name == "w:rPr" || name == "w:pPr" || name == "w:trPr" || name == "w:tcPr" || name == "w:tblPr" ||
           name == "w:tblPrEx" || name == "w:sectPr" || name == "w:tblGrid" || name == "w:numPr" || name == "w:ctrlPr";
}

bool is_range_marker(std::string_view name) {
    return name.find("Range") != std::string_view::npos &&
           (name.starts_with("w:moveFromRange") || name.starts_with("w:moveToRange") ||
            name.starts_with("w:customXmlInsRange") || name.starts_with("w:customXmlDelRange") ||
            name.starts_with("w:customXmlMoveFromRange") || name.starts_with("w:customXmlMoveToRange"));
}

class Settler {
public:
    explicit Settler(Face face) : face_(face) {}

    bool found() const { return found_; }

    void settle(pugi::xml_node parent) {
        for (pugi::xml_node child = parent.first_child(); child;) {
            pugi::xml_node next = child.next_sibling();
            settle_child(parent, child, next);
            child = next;
        }
    }

private:
    bool goes(std::string_view name) const {
        const bool removal = name == "w:del" || name == "w:moveFrom" || name == "w:cellDel";
        return removal == (face_ == Face::after);
    }
    static bool is_revision(std::string_view name) {
        return name == "w:ins" || name == "w:del" || name == "w:moveFrom" || name == "w:moveTo";
    }

    /// `next` moves on where the child's own content takes its place.
    void settle_child(pugi::xml_node parent, pugi::xml_node child, pugi::xml_node& next) {
        const std::string_view name = child.name();
        if (name == "w:t" || child.type() != pugi::node_element) return;
        if (name == "w:r") return settle(child);
        if (takes_control(child)) next = without_control(parent, child);
        if (is_range_marker(name) || name == "w:numberingChange" || name == "w:cellMerge") {
            remove(parent, child);
        } else if (is_properties(name)) {
            settle_properties(child);
        } else if (is_revision(name)) {
            found_ = true;
            if (goes(name))
                parent.remove_child(child);
            else
                next = unwrap(parent, child, next);
        } else {
            settle(child);
            if (name == "w:p" && !ends_control(child)) settle_mark(parent, child, next);
            if (is_control(child)) settle_last_mark(parent, child, next);
            if (name == "w:tr" || name == "w:tc") settle_row_or_cell(parent, child);
            if (name == "w:tbl" && !holds(child, "w:tr")) parent.remove_child(child);
            if (name == "m:r") settle_math(parent, child);
        }
    }

    /// The sign before the tag of a content control that goes: what is in it stays for its own marks to settle.
    bool takes_control(pugi::xml_node marker) const {
        const bool takes = is(marker, face_ == Face::after ? "w:customXmlDelRangeStart" : "w:customXmlInsRangeStart");
        return takes && is(marker.next_sibling(), "w:sdt");
    }

    /// The first of the content that took the control's place, or what follows.
    static pugi::xml_node without_control(pugi::xml_node parent, pugi::xml_node marker) {
        const pugi::xml_node control = marker.next_sibling();
        const pugi::xml_node content = control.child("w:sdtContent");
        while (const pugi::xml_node node = content.first_child()) parent.insert_move_before(node, control);
        parent.remove_child(control);
        return marker.next_sibling();
    }

    void remove(pugi::xml_node parent, pugi::xml_node child) {
        found_ = true;
        parent.remove_child(child);
    }

    /// The content in the wrapper's place; returns its first node, which is still to be settled.
    pugi::xml_node unwrap(pugi::xml_node parent, pugi::xml_node wrapper, pugi::xml_node next) {
        pugi::xml_node first;
        for (pugi::xml_node node = wrapper.first_child(); node;) {
            const pugi::xml_node following = node.next_sibling();
            restore(node);
            const pugi::xml_node moved = parent.insert_move_before(node, wrapper);
            if (!first) first = moved;
            node = following;
        }
        parent.remove_child(wrapper);
        return first ? first : next;
    }

    /// Deleted text is text again.
    static void restore(pugi::xml_node run) {
        for (pugi::xml_node child : run.children()) {
            if (is(child, "w:delText")) child.set_name("w:t");
            if (is(child, "w:delInstrText")) child.set_name("w:instrText");
            if (!child.first_child() || is(run, "w:t")) continue;
            restore(child);
        }
    }

    /// Former properties take the place of the present ones, or are forgotten.
    void settle_properties(pugi::xml_node properties) {
        for (pugi::xml_node child = properties.first_child(); child;) {
            const pugi::xml_node next = child.next_sibling();
            const std::string name = child.name();
            if (is_properties(name)) settle_properties(child);
            if (name == "w:numberingChange" || name == "w:cellMerge" || (name == "w:ins" && is(properties, "w:numPr")))
                remove(properties, child);
            else if (name.ends_with("Change"))
                settle_change(properties, child);
            // The former properties came in place of what followed.
            child = name.ends_with("Change") && face_ == Face::before ? properties.first_child() : next;
        }
    }

    void settle_change(pugi::xml_node properties, pugi::xml_node change) {
        found_ = true;
        if (face_ == Face::before) bring_back(properties, change);
        properties.remove_child(change);
    }

    static bool stands_outside(std::string_view name) {
        return name == "w:rPr" || name == "w:sectPr" || name == "w:headerReference" || name == "w:footerReference" ||
               is_revision(name) || name == "w:cellIns" || name == "w:cellDel";
    }

    static void bring_back(pugi::xml_node properties, pugi::xml_node change) {
        const pugi::xml_node former = change.first_child();
        const bool grid = is(properties, "w:tblGrid");
        for (pugi::xml_node child = properties.first_child(); child;) {
            const pugi::xml_node next = child.next_sibling();
            if (child != change && (grid || !stands_outside(child.name()))) properties.remove_child(child);
            child = next;
        }
        // What stands outside a change of paragraph properties (rPr, sectPr) comes last; of a section's, first.
        const pugi::xml_node outside = is(properties, "w:pPr") ? first_outside(properties) : change;
        for (const pugi::xml_node child : former.children()) properties.insert_copy_before(child, outside);
    }

    static pugi::xml_node first_outside(pugi::xml_node properties) {
        for (const pugi::xml_node child : properties.children())
            if (stands_outside(child.name()) || is(child, "w:pPrChange")) return child;
        return {};
    }

    /// Takes the revision out of properties; whether what they belong to goes.
    bool take_mark(pugi::xml_node properties) {
        bool gone = false;
        for (const char* name : {"w:ins", "w:del", "w:moveFrom", "w:moveTo", "w:cellIns", "w:cellDel"}) {
            if (!properties.child(name)) continue;
            gone = gone || goes(name);
            while (properties.child(name)) remove(properties, properties.child(name));
        }
        return gone;
    }

    /// Around paragraphs and tables.
    static bool is_control(pugi::xml_node node) { return is(node, "w:sdt") || is(node, "w:customXml"); }
    static pugi::xml_node content_of(pugi::xml_node control) {
        return is(control, "w:sdt") ? control.child("w:sdtContent") : control;
    }

    /// Whether a table has rows, or a row cells, those in content controls among them.
    static bool holds(pugi::xml_node node, std::string_view name) {
        const auto children = node.children();
        return std::any_of(children.begin(), children.end(), [&](pugi::xml_node child) {
            return is(child, name) || (is_control(child) && holds(content_of(child), name));
        });
    }

    static bool is_block(pugi::xml_node node) { return is(node, "w:p") || is(node, "w:tbl") || is(node, "w:sectPr"); }

    /// The first block from a node on, that of a content control in its stead.
    static pugi::xml_node block_from(pugi::xml_node node) {
        for (; node; node = node.next_sibling()) {
            if (is_block(node)) return node;
            if (!is_control(node)) continue;
            if (const pugi::xml_node block = block_from(content_of(node).first_child())) return block;
        }
        return {};
    }

    /// The last block of a content control: what follows it stands behind the control.
    static bool ends_control(pugi::xml_node paragraph) {
        const pugi::xml_node parent = paragraph.parent();
        return (is(parent, "w:sdtContent") || is(parent, "w:customXml")) && !block_from(paragraph.next_sibling());
    }

    /// The last block up to a node, that of a content control in its stead.
    static pugi::xml_node block_up_to(pugi::xml_node node) {
        for (; node; node = node.previous_sibling()) {
            if (is_block(node)) return node;
            if (!is_control(node)) continue;
            if (const pugi::xml_node block = block_up_to(content_of(node).last_child())) return block;
        }
        return {};
    }

    void settle_last_mark(pugi::xml_node parent, pugi::xml_node control, pugi::xml_node& next) {
        const pugi::xml_node last = block_up_to(content_of(control).last_child());
        if (is(last, "w:p") && last.child("w:pPr").child("w:rPr") && !ends_control(control))
            settle_mark(parent, last, next);
    }

    /// `next` is what follows the paragraph, or the content control that it is the last of, in `parent`.
    void settle_mark(pugi::xml_node parent, pugi::xml_node paragraph, pugi::xml_node& next) {
        while (take_mark(paragraph.child("w:pPr").child("w:rPr"))) {
            const pugi::xml_node following = block_from(next);
            if (!is(following, "w:p")) {
                if (!has_content(paragraph) && (is(following, "w:tbl") || paragraph_before(paragraph)))
                    paragraph.parent().remove_child(paragraph);
                return;
            }
            if (!has_words(paragraph)) {
                prepend_content(following, paragraph);
                paragraph.parent().remove_child(paragraph);
                return;
            }
            // The first paragraph with words stands for all: it is by this one that the reader's blocks are known.
            settle(following);
            if (following.parent() != parent) {
                // In a content control, which is settled next, its mark with it.
                following.parent().insert_move_before(paragraph, following);
                take_end(paragraph, following);
                following.parent().remove_child(following);
                return;
            }
            const bool beside = next == following;
            if (beside) next = following.next_sibling();
            take_end(paragraph, following);
            parent.remove_child(following);
        }
    }

    static void prepend_content(pugi::xml_node following, pugi::xml_node paragraph) {
        const pugi::xml_node properties = following.child("w:pPr");
        for (pugi::xml_node node = paragraph.last_child(); node && !is(node, "w:pPr");) {
            const pugi::xml_node previous = node.previous_sibling();
            if (properties)
                following.insert_move_after(node, properties);
            else
                following.prepend_move(node);
            node = previous;
        }
    }

    /// The content and the end of the following paragraph, with the properties that it has.
    static void take_end(pugi::xml_node paragraph, pugi::xml_node following) {
        paragraph.remove_child("w:pPr");
        if (const pugi::xml_node properties = following.child("w:pPr")) paragraph.prepend_move(properties);
        for (pugi::xml_node node = following.first_child(); node; node = following.first_child())
            paragraph.append_move(node);
    }

    static bool has_words(pugi::xml_node node) {
        const auto children = node.children();
        return std::any_of(children.begin(), children.end(), [](pugi::xml_node child) {
            return is(child, "w:t") ? static_cast<bool>(child.first_child()) : has_words(child);
        });
    }

    static bool has_content(pugi::xml_node paragraph) {
        const pugi::xml_node first = paragraph.first_child();
        return is(first, "w:pPr") ? static_cast<bool>(first.next_sibling()) : static_cast<bool>(first);
    }

    static bool paragraph_before(pugi::xml_node node) { return is(node.previous_sibling(), "w:p"); }

    void settle_row_or_cell(pugi::xml_node parent, pugi::xml_node node) {
        const bool row = is(node, "w:tr");
        const bool gone = take_mark(node.child(row ? "w:trPr" : "w:tcPr"));
        if (gone || (row && !holds(node, "w:tc"))) parent.remove_child(node);
    }

    void settle_math(pugi::xml_node parent, pugi::xml_node run) {
        const pugi::xml_node properties = run.child("w:rPr");
        if (properties && take_mark(properties)) parent.remove_child(run);
    }

    Face face_;
    bool found_ = false;
};

}  // namespace

bool settle(pugi::xml_node root, Face face) {
    Settler settler(face);
    settler.settle(root);
    return settler.found();
}

void take_alternatives(pugi::xml_node root) {
    for (pugi::xml_node child = root.first_child(); child;) {
        if (!is(child, "mc:AlternateContent")) {
            if (!is(child, "w:r")) take_alternatives(child);
            child = child.next_sibling();
            continue;
        }
        // What takes its place is looked through next.
        pugi::xml_node next = child.next_sibling();
        const pugi::xml_node chosen = chosen_alternative(child);
        for (pugi::xml_node last = chosen.last_child(); last; last = chosen.last_child())
            next = root.insert_move_after(last, child);
        root.remove_child(child);
        child = next;
    }
}

}  // namespace stet::docx
