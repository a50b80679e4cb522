// Sentences that say what becomes of a proposal or that a unit stays: "The Union withdraws its proposal to delete
// Section 4.", "The City accepts the Union's proposal.", "Do not delete Section 5."
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "proposal/phrases.hpp"
#include "proposal/proposal.hpp"
#include "proposal/target.hpp"

namespace stet {

struct Statement {
    Status status = Status::current;
    std::optional<Acceptance> acceptance;  ///< of a proposal of another side; the status says nothing
    std::size_t exception = 0;  ///< token where the sentence goes on with what is not accepted; 0 where it does not
    std::vector<PlaceName> excepted;  ///< units that are not accepted, where the exception names nothing else
    /// Tokens of a condition of the acceptance; none where the end is 0.
    std::size_t condition = 0, condition_end = 0;
    std::optional<PlaceName> place;  ///< the first that the sentence names
    std::size_t end = 0;             ///< token behind the sentence
};

/// A word of a statement stands in [begin, end): a look before one is parsed.
bool tells_what_becomes(const PhrasedText& text, std::size_t begin, std::size_t end);

/// The statement that begins at token `at`.
std::optional<Statement> parse_statement(const PhrasedText& text, std::size_t at, std::size_t end);

}  // namespace stet
