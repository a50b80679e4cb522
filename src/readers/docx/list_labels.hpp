// Counts the paragraphs of lists and gives each the label that Word prints before it, in both faces.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <unordered_map>

#include "document/run.hpp"
#include "readers/docx/numbering.hpp"
#include "readers/docx/styles.hpp"

namespace stet {

/// What the label of a paragraph is.
enum class ListSign : std::uint8_t {
    nothing,
    bullet,
    item,  ///< a number alone: "5.", "(a)", "iv)"
    unit   ///< a number with words or of several parts: "Section 2.03", "2.03"
};

struct ListLabel {
    ListSign sign = ListSign::nothing;
    int level = 0;       ///< from 0
    std::string before;  ///< as printed in the before-face; empty for bullets and where it is not there
    std::string after;
};

/// The faces in which a paragraph stands: one whose mark is inserted is not counted before, one whose mark is deleted
/// not after.
struct PresentIn {
    bool before = true;
    bool after = true;
};

/// A paragraph's list, found through its own properties or its style.
struct ListMember {
    const List* list = nullptr;  ///< none where the paragraph is in no list
    std::string id;              ///< w:numId
    int level = 0;               ///< from 0
};

/// `own` is what the paragraph says itself, `style` the id of its style; empty for the default one.
ListMember list_member(const ListDefinitions& numbering, const Styles& styles, const std::optional<ListPlace>& own,
                       std::string_view style);

/// What numbers a paragraph: its own place in a list, or else that of its style.
struct NumberedBy {
    std::optional<ListPlace> own;
    std::string_view style;
};

class ListLabels {
public:
    ListLabels(const ListDefinitions& numbering, const Styles& styles) : numbering_(numbering), styles_(styles) {}

    /// Counts the next paragraph in the document's order, in both faces.
    ListLabel next(const NumberedBy& before, const NumberedBy& after, PresentIn present);

private:
    struct Counters {
        std::array<std::int64_t, list_levels> value{};
        std::array<bool, list_levels> used{};
    };
    std::string count(const ListMember& place, Face face);

    const ListDefinitions& numbering_;
    const Styles& styles_;
    std::array<std::unordered_map<std::string, Counters>, 2> counters_;                    ///< by face and definition
    std::array<std::unordered_map<std::string, std::array<bool, list_levels>>, 2> begun_;  ///< by face and list
};

}  // namespace stet
