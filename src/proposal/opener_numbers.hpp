// Numbers, letters and short names at the beginning of blocks that may open demands: "4.", "A.", "UP 4 –".
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "document/document.hpp"
#include "proposal/phrases.hpp"
#include "proposal/proposal.hpp"

namespace stet {

struct Numbered {
    unsigned number = 0;
    std::uint32_t from = 0;     ///< behind the number and the mark that closes it
    char letter = 0;            ///< a capital in the number's place; 0 where it is a number
    std::string name;           ///< "UP" of "UP 4"; empty where a demand's noun stands in front
    Side side = Side::neither;  ///< named in front of the noun: "Union Proposal 4"
};

/// "A.  OVERTIME (Article 8)": a capital in the place of a number.
std::optional<Numbered> letter_at_margin(const Block& block);

/// "Section 4. …", "SEC. 4. …" at the beginning of a paragraph.
std::optional<Numbered> section_at_margin(const Block& block, const PhraseBook& book);

/// "II. SERVICES (Article 7)": a roman number in capitals; `name` is how it is written.
std::optional<Numbered> roman_at_margin(const Block& block);

/// "I. Wages" over "1. …", "II. Hours" over "1. …" again.
bool numbers_restart_under_romans(const Document& document);

/// "4. …", "4) …" at the beginning of a block that is not nested in a list.
std::optional<Numbered> number_at_margin(const Block& block);

/// "Union Proposal No. 4 – …", "Item 3: …", "UP 4 — …".
std::optional<Numbered> noun_and_number(const Block& block, const PhraseBook& book);

/// The number at an offset of a text.
std::optional<Numbered> number_from(std::string_view text, std::uint32_t at);

}  // namespace stet
