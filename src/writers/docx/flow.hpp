// The text of paragraphs as a flow of tokens: stretches of text, things that are no text (a drawing, a note's mark, a
// field, a formula), ends of paragraphs, and what is passed over (bookmarks, marks of spelling).
#pragma once

#include <cstdint>
#include <pugixml.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "text/span.hpp"
#include "writers/docx/side.hpp"

namespace stet::docx {

enum class FlowTokenKind : std::uint8_t {
    text,     ///< a w:t; its characters may be told apart
    thing,    ///< one node that is kept or replaced whole
    field,    ///< a complex field in one paragraph: the runs from its begin to its end
    mark,     ///< a paragraph's end
    passive,  ///< neither compared nor tracked
};

struct FlowToken {
    FlowTokenKind kind = FlowTokenKind::text;
    pugi::xml_node run;   ///< the w:r that it stands in; none beside runs
    pugi::xml_node node;  ///< child of the run; of the paragraph; a field's first run; a mark's w:p; none where a
                          ///< content control holds nothing
    pugi::xml_node last;  ///< a field's last run
    Span text;            ///< in Flow::text
    std::uint32_t wrapper = 0;
    std::uint64_t key = 0;  ///< of what is no text: equal where it is the same, its text boxes' text aside
};

/// A hyperlink, content control or the like around tokens; 0 stands for none.
struct Wrapper {
    pugi::xml_node node;
    std::uint32_t parent = 0;
    std::uint64_t key = 0;    ///< a hyperlink's target
    std::uint64_t link = 0;   ///< of the hyperlinks that it is and stands in; 0 for none
    std::uint64_t place = 0;  ///< of all that it is and stands in, earlier authors' changes aside
};

struct Flow {
    std::string text;  ///< a thing is one U+FFFC, a tab or break is white space, a mark is "\n"
    std::vector<FlowToken> tokens;
    std::vector<Wrapper> wrappers{1};
};

/// Text that an earlier author wrote in or moved here: a wrapper like others, and a change already tracked.
inline bool is_earlier_insertion(pugi::xml_node node) {
    const std::string_view name = node.name();
    return name == "w:ins" || name == "w:moveTo";
}
/// Text, a mark, row or cell that an earlier author deleted or moved away.
inline bool is_earlier_deletion(pugi::xml_node node) {
    const std::string_view name = node.name();
    return name == "w:del" || name == "w:moveFrom";
}
/// What stands for the content of a content control that holds nothing.
inline bool is_hollow(const FlowToken& token) {
    return !token.node;
}
/// Whether the paragraph's mark is one that an earlier author deleted: it goes on in the next.
bool goes_on(pugi::xml_node paragraph);

/// Whether a section ends with the paragraph (ECMA-376 part 1, 17.6.18).
bool ends_section(pugi::xml_node paragraph);

/// Whether earlier authors tracked anything in an element.
bool is_revised(pugi::xml_node node);

/// Appends a stretch of a flow's text as it is compared exactly: with the key of a thing or field.
void append_exactly(std::string& out, const Flow& flow, const FlowToken& token, Span text);

/// What one deletion of an earlier author holds, so.
std::string deleted_text(pugi::xml_node deletion, PackageSide& side, Story& story);

/// What earlier authors deleted whole: a paragraph with its mark, a row, a table.
bool is_deleted_whole(pugi::xml_node member, PackageSide& side, Story& story);

/// What a paragraph, row or table held, so, before earlier authors changed it.
std::string former_text(pugi::xml_node member, PackageSide& side, Story& story);

/// Whether a token stands in an earlier author's insertion.
bool is_written_before(const Flow& flow, const FlowToken& token);

/// Appends a paragraph and its mark, passive where it goes on in the next (`joined`).
void append_paragraph(Flow& flow, pugi::xml_node paragraph, PackageSide& side, Story& story, bool joined = false);

/// Appends the ends of bookmarks that stand between a paragraph and what is before it, as passed over.
void append_bookmarks_before(Flow& flow, pugi::xml_node paragraph);

/// A number for a paragraph's or a table's content: the same where text, things, their text boxes and the targets of
/// links are the same, however runs are cut and formatted.
std::uint64_t content_key(pugi::xml_node node, PackageSide& side, Story& story);

/// Text boxes' contents within a thing, outermost ones, in order.
std::vector<pugi::xml_node> text_boxes(pugi::xml_node thing);

}  // namespace stet::docx
