// How a document numbers its paragraphs: what stands before their text, the count aside.
#pragma once

#include <map>
#include <optional>
#include <pugixml.hpp>
#include <string>
#include <string_view>
#include <tuple>

#include "readers/docx/list_labels.hpp"
#include "readers/docx/numbering.hpp"
#include "readers/docx/styles.hpp"
#include "writers/docx/side.hpp"

namespace stet::docx {

/// A paragraph's place in a list.
struct ListForm {
    std::string list;  ///< w:numId; empty where it is in none
    int level = 0;     ///< from 0
    std::string form;  ///< the same for places whose numbers look the same and begin anew alike; empty for no list
};

class ListForms {
public:
    explicit ListForms(PackageSide& side);
    ListForms(const ListForms&) = delete;
    ListForms& operator=(const ListForms&) = delete;

    /// Of a paragraph with these properties (w:pPr, or none).
    const ListForm& of(pugi::xml_node properties);
    /// Of a paragraph of this style that names no list itself.
    const ListForm& of_style(std::string_view style);

    /// A number for the styles and lists of the document: the same where those are the same.
    std::size_t definitions() const { return definitions_; }

private:
    const ListForm& find(const std::optional<ListPlace>& own, std::string_view style);

    Styles styles_;
    ListDefinitions numbering_;
    std::size_t definitions_ = 0;
    std::map<std::tuple<std::string, std::string, int>, ListForm> known_;  ///< by style, list and level as written
};

/// Whether the number before a paragraph became another one by more than its count.
bool is_numbered_otherwise(ListForms& before, pugi::xml_node former, ListForms& after, pugi::xml_node properties);

}  // namespace stet::docx
