// Sentences that say what becomes of a proposal or that a unit stays: "The Union withdraws its proposal to delete
// Section 4.", "The City accepts the Union's proposal.", "Do not delete Section 5."
#pragma once

#include <cstddef>
#include <optional>

#include "proposal/phrases.hpp"
#include "proposal/proposal.hpp"
#include "proposal/target.hpp"

namespace stet {

struct Statement {
    Status status = Status::current;
    std::optional<Acceptance> acceptance;  ///< of a proposal of another side; the status says nothing
    std::size_t exception = 0;  ///< token where the sentence goes on with what is not accepted; 0 where it does not
    std::optional<PlaceName> place;  ///< the first that the sentence names
    std::size_t end = 0;             ///< token behind the sentence
};

/// The statement that begins at token `at`.
std::optional<Statement> parse_statement(const PhrasedText& text, std::size_t at, std::size_t end);

}  // namespace stet
