// References to other places: "Section 12", "§ 12", "Sections 4 and 5", "Section 2.03(a)", "Appendix A".
#pragma once

#include <string>
#include <vector>

#include "quantity/lexeme.hpp"
#include "quantity/quantity.hpp"

namespace stet {

/// Appends the references whose noun is lexeme `at`, one for each label (the first with the noun), and gives the
/// lexeme behind them; `at` where a label does not follow. `nouns` are those that the lexemes were made with.
std::size_t parse_references(const Lexemes& lexemes, std::size_t at, const std::vector<std::string>& nouns,
                             std::vector<Quantity>& out);

}  // namespace stet
