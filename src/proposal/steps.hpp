// An item's body in steps: each instruction with the text it is given, each stretch of text without one, each note.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "grammar/grammar_file.hpp"
#include "proposal/instruction.hpp"
#include "proposal/items.hpp"
#include "proposal/mark_use.hpp"

namespace stet {

/// A block's text from an offset on.
struct StepText {
    BlockId block = 0;
    std::uint32_t from = 0;
    std::uint32_t sentences = 0;  ///< offset behind label and caption, where sentences are counted from
    std::uint32_t end = 0;        ///< where its words end: a mark of status behind them is none of them
    unsigned paragraph = 0;       ///< its place among the paragraphs printed of its section, from 1
    bool note = false;            ///< opens with the words of a note
    bool describes = false;       ///< tells a value in words that are no sentence: "Boots capped at $450 a year."
};

enum class StepKind : std::uint8_t {
    instructed,  ///< a clause and the text it is given
    text,        ///< text without an instruction
    note,        ///< a bargaining note
    listed       ///< one line of a list that an instruction is about ("Delete the following Letters of Agreement:")
};

struct Step {
    StepKind kind = StepKind::text;
    std::optional<Instruction> clause;  ///< instructed and listed; spans from offset `clause_from` of `clause_block`
    BlockId clause_block = 0;
    std::uint32_t clause_from = 0;
    Target target;                ///< of the item and the section that stands above
    Target named;                 ///< what the instruction itself names
    std::string heading_section;  ///< the section of the item's heading
    std::optional<StatusMark> status;
    std::vector<StepText> old_text;  ///< struck text that stands before its instruction
    std::vector<StepText> text;
    Span after;  ///< in the instruction's block: text behind its quotation; empty where none
    Lines lines;
    bool labelled = false;  ///< its section's label is printed
    bool caption = false;   ///< begins with a caption of its own
};

/// `item`'s blocks in steps, and those that ask for nothing: titles right below the heading, lines that tell the status
/// of what stands above. Every block of the body is in one or the other, but for contents and furniture.
struct Steps {
    std::vector<Step> steps;
    std::vector<BlockId> asides;
    std::vector<Finding> findings;    ///< lines of a form that say who proposes and when
    std::vector<BlockId> terms = {};  ///< among the asides: terms of items that they name by their numbers
};

Steps read_steps(const Document& document, const ProposalItem& item, const Grammar& grammar, const PhraseBook& book,
                 const MarkUse& use, std::string_view document_date);

}  // namespace stet
