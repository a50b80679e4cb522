// What the words of a clause say of its bounds: verbs, ends, and where a further clause begins. For the parser of
// instructions.
#pragma once

#include <cstddef>
#include <optional>

#include "proposal/instruction.hpp"
#include "proposal/phrases.hpp"

namespace stet {

struct FoundVerb {
    Verb verb;
    std::size_t size;
};

/// The verb of an instruction at token `at`, the longest.
std::optional<FoundVerb> verb_at(const PhrasedText& text, std::size_t at);

/// A semicolon, or a full stop that is none of an abbreviation's.
bool ends_clause(const PhrasedText& text, std::size_t at, std::size_t end);

/// "… and “c” to “d”": a quotation with what replaces it right behind, at `at` or behind "and" and a comma there.
/// Where the quotation stands.
std::optional<std::size_t> pair_at(const PhrasedText& text, std::size_t at, std::size_t end, Verb verb);

/// "… and Weekend to $3.00", "; lead pay from $1.50 to $2.00" behind a value that was told: where it begins.
std::optional<std::size_t> value_pair_at(const PhrasedText& text, std::size_t at, std::size_t end);

/// ", and by deleting “…”", "and renumber the rest": a verb with what it works on, behind what joins it. Where the
/// verb stands.
std::optional<std::size_t> joined_verb_at(const PhrasedText& text, std::size_t at, std::size_t end);

/// Where the title of a unit ends that begins at `at`, in brackets or in capitals behind a comma or dash; `at` where
/// there is none.
std::size_t title_end(const PhrasedText& text, std::size_t at, std::size_t end);

/// The word, figure or quotation at `at`, where it is no connective and no mark.
std::optional<Span> unread_words(const PhrasedText& text, std::size_t at);

/// A verb of instructions opens the text, a number in front or none, or stands behind a unit: it may ask for something,
/// though no instruction is read in it.
bool reads_as_instruction(std::string_view text, const PhraseBook& book);

}  // namespace stet
