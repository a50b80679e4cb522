// What all stories of one walk share: styles, lists, counts and what is to be said.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "readers/docx/list_labels.hpp"
#include "readers/docx/numbering.hpp"
#include "readers/docx/revisions.hpp"
#include "readers/docx/styles.hpp"
#include "readers/docx/text_styles.hpp"
#include "readers/docx/unknown_elements.hpp"
#include "readers/left_out.hpp"

namespace stet {

/// What the body refers to by id, in the order met, with the marks of the text that refers to it.
struct NoteReferences {
    std::unordered_map<std::string, Marks> footnotes;
    std::unordered_map<std::string, Marks> endnotes;
    /// Relationship ids of w:headerReference and w:footerReference, with the marks of the section's end.
    std::vector<std::pair<std::string, Marks>> headers_and_footers;
};

/// How often something was met, and where first.
struct Met {
    void add(std::uint32_t paragraph) {
        if (count++ == 0) first = paragraph;
    }
    std::size_t count = 0;
    std::uint32_t first = 0;
};

struct DocxContext {
    DocxContext(Styles read_styles, pugi::xml_node numbering_root)
        : styles(std::move(read_styles)), numbering(numbering_root, styles), labels(numbering, styles) {}
    DocxContext(const DocxContext&) = delete;
    DocxContext& operator=(const DocxContext&) = delete;

    const Styles styles;
    const ListDefinitions numbering;
    ListLabels labels;
    Revisions revisions;
    UnknownElements unknown;
    LeftOut left_out;
    Met hidden;  ///< runs of hidden text (w:vanish), which are read as any other
    TextStyles text_styles;
    NoteReferences references;
    std::uint32_t paragraphs = 0;  ///< w:p met so far, in all parts
    std::uint32_t tables = 0;
};

}  // namespace stet
