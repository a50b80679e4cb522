// The words in which proposals are written: verbs, units, marks of status, openers of notes; one list a class of words.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace stet {

/// What a phrase means in a proposal. The names are the keys of a grammar file's [proposal] table
/// (grammars/README.md).
enum class WordClass : std::uint8_t {
    remove,        ///< "delete", "strike": the verbs
    add,           ///< "insert", "add", "incorporate"
    replace,       ///< "replace", "substitute"
    modify,        ///< "modify", "amend", "revise"
    change,        ///< "change" X to Y
    move,          ///< "move", "relocate"
    renumber,      ///< "renumber", "redesignate"
    keep,          ///< "maintain", "no change to"
    join,          ///< "combine", "merge"
    negation,      ///< "do not", "not": in front of a verb
    nothing,       ///< "nothing in": opens a sentence that denies all that it says
    stays,         ///< "no change": in front of an exception that asks for something
    exception,     ///< "except", "but not"
    excludes,      ///< "except", "other than": in front of units that are left out
    only,          ///< "only": nothing but what stands in front of it
    withdraws,     ///< "withdraws", "is withdrawn": of a proposal made before
    rejects,       ///< "rejects"
    accepts,       ///< "accepts": of a proposal of the other side
    agreed,        ///< "agreed", "agreement on": of both sides, where its date stands behind it
    unsettled,     ///< "pending": behind a mark of agreement, of what is not agreed yet
    mark_detail,   ///< words that go on a mark of status, in capitals too: "Withdrawn Without Prejudice"
    status_joint,  ///< "were", "the parties have": between units and a mark of status, or in front of it
    ends,          ///< "shall expire", "sunsets": of a unit that goes by itself, a verb of removal without "is"
    marked_as,     ///< "and marked": in front of what is put in the place of a unit that goes
    dated,         ///< "dated", "effective": between an agreement and a date of its own
    until,         ///< "through", "for the term of": how long what is asked holds
    no_title,      ///< "delete": verbs of removal that no title of an article is
    beginning,     ///< "that begins with": between a sentence and its first words in quotes
    abbreviated,   ///< "jr": its full stop ends no sentence in front of a name
    together,      ///< "stand or fall together": said of items that are one package
    becomes,       ///< "becomes": between words that go and those that come
    instead_of,    ///< "in place of": between words that come and those that go
    formerly,      ///< "from", "currently": in brackets behind a value, before the one that goes
    in_its_place,  ///< "in its place", "therefor": behind the verb of what comes for what goes
    swap,          ///< "substitute": the verb whose "for" stands between words that come and those that go
    arrow,         ///< "→": the same, between values too
    describes,     ///< "capped at": in a text that tells a value and is no sentence of an agreement
    matter,        ///< "the matter": text that is told by what stands behind or in front of it
    rest,          ///< "the rest", "the remaining": units that are not named
    all_other,     ///< "all other": of everything that is named nowhere
    determiner,    ///< "the", "this": in front of a noun
    connective,    ///< words of an instruction that change nothing of what it asks
    propose,       ///< "proposes that"
    passive,       ///< "shall be", "is hereby": in front of a verb, behind its unit
    article,       ///< nouns of units, singular and plural
    section,
    paragraph,
    sentence,
    words,
    heading,
    letter,
    appendix,
    list_item,
    table,
    row,
    agreement,   ///< "agreement", "contract"
    provisions,  ///< "provisions", "language": units without a kind
    ordinal,     ///< "first", "second" …: the place in the list is the number
    number,      ///< "one", "two" …: the same
    last,        ///< "last", "final"
    entire,      ///< "in its entirety", "entire"
    following,   ///< "the following", "as follows"
    reads,       ///< "to read": what comes is the text itself
    shall_read,  ///< "shall read": behind its unit
    soft,        ///< "to reflect": the text or its gist
    fresh,       ///< "new"
    before,      ///< "before", "preceding"
    after,
    at_end,
    at_start,
    between,
    inside,          ///< "to", "into", "in"
    with,            ///< "with", "by", "to read": in front of what replaces
    each,            ///< "each place it appears"
    first_place,     ///< "the first place it appears"
    that_follows,    ///< "and all that follows"
    strictly_above,  ///< "more than", "in excess of"
    strictly_below,
    inclusive,   ///< "on or after"
    below,       ///< in front of what is announced
    condition,   ///< "upon", "effective", "contingent upon"
    supposes,    ///< "if", "provided that": opens a clause that asks for nothing
    points_to,   ///< "see": of a remark on where something is told
    note,        ///< "bargaining note": opens a note
    highlights,  ///< "highlights": a heading of a summary
    cleanup,     ///< "cleanup", "obsolete"
    company,     ///< names of the employer's side
    union_side,
    agrees,        ///< "will agree to the following": heads a group of items that one side is asked for
    demands,       ///< "proposals": heads a group of items that one side asks for
    term,          ///< "term of the contract"
    signature,     ///< "in witness whereof": opens the signatures
    reserves,      ///< "reserves the right", "conditioned on": what a preamble says
    offer,         ///< "offer", "proposal", "memorandum of understanding": what such a document calls itself
    demand,        ///< "proposal", "item": in front of the number of a demand
    form_line,     ///< "proposed by", "date": captions of a form's lines that say who proposes and when
    no_text,       ///< "none", "n/a": all of a text that says that nothing holds
    rest_stays,    ///< "all other provisions remain unchanged"
    column_place,  ///< heads of columns in a table whose rows are demands: "article", "section", "item"
    column_subject,
    column_current,
    column_proposed,
    column_counter,  ///< "counter", "response": answers the proposal in the column before it
    column_status,
    bold,  ///< names of marks in a legend
    underline,
    italic,
    strike,
    brackets,
    highlight,
    capitals,
    new_text,  ///< what a legend says of a mark
    old_text,
};
inline constexpr std::size_t word_classes = static_cast<std::size_t>(WordClass::old_text) + 1;

/// The key of a class in a grammar file: "list-item".
std::string_view word_class_key(WordClass words);

/// A small proposal and what it asks for, a line an operation: the grammar's test of its own words.
struct ProposalExample {
    std::string text;
    std::vector<std::string> asks;
    std::uint32_t line = 0;  ///< in the grammar file
};

/// All phrases, lower case; and the words of marks of status by the name of the status ("TA", "withdrawn").
struct ProposalWords {
    std::array<std::vector<std::string>, word_classes> phrases;
    std::vector<std::pair<std::string, std::vector<std::string>>> status;
    std::vector<ProposalExample> examples;

    bool empty() const { return of(WordClass::remove).empty() && of(WordClass::add).empty(); }
    const std::vector<std::string>& of(WordClass words) const { return phrases[static_cast<std::size_t>(words)]; }
};

}  // namespace stet
