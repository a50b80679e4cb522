// From a target as a proposal names it to a unit of the base: by number where the titles agree, else by title.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "document/document.hpp"
#include "proposal/apply.hpp"
#include "proposal/proposal.hpp"
#include "proposal/text_of_base.hpp"

namespace stet {

/// A unit of the base and what led to it.
struct LocatedUnit {
    NodeId node = none;
    FoundBy found_by = FoundBy::nothing;
    std::vector<std::string> remarks;  ///< where number and title disagree
    std::string reason;                ///< why there is none
    std::optional<BlockRange> part;    ///< of the unit: the paragraphs under a caption without a number
    std::uint32_t behind_caption = 0;  ///< where the caption ends in the part's first block
};

/// The blocks of a unit, or of its part that is meant.
BlockRange range_of(const Document& base, const LocatedUnit& unit);

/// The article that a target names; `node` is none, without a reason, where it names none. A number whose title here is
/// another is not followed.
LocatedUnit locate_article(const Document& base, const Target& target);

/// The narrowest unit that a target names by number or title: letter, section or article. A section is looked for in
/// the target's article where that is known; a letter goes by number only where its title agrees.
LocatedUnit locate_unit(const Document& base, const Target& target);

/// The item that a label of several parts names below a unit, none where there is not one alone: "B.3" of an article
/// whose units are lettered, "(c)(1)" of a section.
NodeId item_below(const Document& base, const std::string& label, NodeId above);

/// A letter's number and title: "10" and "Catering" of "LOA #10 Catering (dated 5/14/84)".
struct LetterName {
    std::string number;
    std::string title;
};

LetterName letter_name(const std::string& letter);

/// A letter, an appendix or the like.
bool is_attachment(const Document& base, NodeId node);

/// "8.03" before "8.04", "12" before "12A": figures as numbers, letters behind none.
bool label_before(const std::string& a, const std::string& b);

/// "Section 80", or a unit's heading where it has no label.
std::string unit_label(const Document& base, NodeId node);

/// Where the number of a unit stands in the text of its first block, without the words of its label; none where the
/// format counts, or it has none.
std::optional<Span> number_place(const Document& base, NodeId node);

/// What is said of a unit that goes, where its number stays free.
std::string gap_remark(const Document& base, NodeId node);

/// "[Article 4: base text not supplied]", for a unit that a proposal needs and the base does not have.
std::string not_supplied(const Target& target);

}  // namespace stet
