// Instructions of a proposal: "In Paragraph 1, delete the last sentence.", "Strike “A” and insert “B”.", by the
// productions of amendment language; the words are the grammar's.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "proposal/phrases.hpp"
#include "proposal/proposal.hpp"
#include "proposal/target.hpp"

namespace stet {

enum class Verb : std::uint8_t { missing, remove, add, replace, modify, change, move, renumber, keep, propose, join };

/// One clause. Spans are in the text that was parsed.
struct Instruction {
    Span span;
    Verb verb = Verb::missing;
    bool removes_first = false;            ///< "delete and replace with", "strike … and insert …"
    std::optional<PlaceName> place;        ///< what it works on
    std::optional<PlaceName> scope;        ///< "In Section 5, …"
    std::optional<PlaceName> destination;  ///< where it moves to, what it is renumbered as
    std::optional<PlaceName> renamed;      ///< what it is called there: "move … as a new 3.4"
    std::vector<Span> removed;             ///< quoted words that go
    std::vector<Span> added;               ///< quoted words that come
    bool amounts = false;                  ///< they are sums or counts without quotes: "from $1.10 to $2.00"
    bool marks_in_quotation = false;       ///< part of what is quoted is struck
    Span bare;                             ///< words behind a colon, no quotes around them; empty where none
    bool described = false;                ///< they say what shall hold: "to provide that …"
    bool complete_bare = false;            ///< they are a sentence, and no title of what follows
    bool following = false;                ///< "the following", "as follows": the text comes behind it
    bool reads = false;                    ///< "to read": what comes is the text itself
    bool names_removed = false;            ///< "Strike Section 56 and insert …": what goes is named
    bool soft = false;                     ///< "to reflect": text or gist
    bool entire = false;
    std::vector<PlaceName> further;        ///< places behind the first: "… and the third sentence"
    std::vector<Span> unread;              ///< words that no part claims and that are no connectives
    bool excepts = false;                  ///< there is an exception among them
    std::optional<Status> status;          ///< the clause says what became of a proposal, or that a unit stays
    std::optional<Acceptance> acceptance;  ///< it accepts a proposal of another side
    std::vector<PlaceName> excepted;       ///< units of it that it does not accept
    bool but_for_what_follows = false;     ///< it stays, or is accepted, but for what the next clauses ask
    bool names_more = false;  ///< behind the place stands another one, no wider: "… and the third sentence", "except …"
    bool fresh = false;       ///< names a new unit: "New Section: Parking"
    bool new_item = false;  ///< names a new item by its label: "a new paragraph (3)"
    PositionKind position = PositionKind::absent;
    std::optional<PlaceName> anchor;
    Span anchor_words;  ///< quoted
    Occurrence occurrence = Occurrence::once;
    Span condition;              ///< empty where none
    bool limited = false;        ///< the condition says how long it holds: "through June 30, 2027"
    bool tells_value = false;    ///< what shall hold is a value: "Increase the fee to $5"
    bool raises_by = false;      ///< a value is told by how much it changes: "increased by $0.35"
    bool tells_no_text = false;  ///< described in words of its own, which text of an agreement may have too
    std::vector<InstructionPart> parts;
};

/// The clauses at the beginning of a text and where they end; behind them stands text that is no instruction.
struct Instructions {
    std::vector<Instruction> clauses;
    std::uint32_t end = 0;  ///< offset in the text; 0 where it begins with no instruction
};

Instructions parse_instructions(std::string_view text, const PhraseBook& book);

}  // namespace stet
