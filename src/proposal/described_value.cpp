// Tells values that are described from sentences of an agreement.
#include "proposal/described_value.hpp"

#include <algorithm>

#include "grammar/wording.hpp"
#include "quantity/quantity.hpp"
#include "text/words.hpp"

namespace stet {

namespace {

constexpr std::uint32_t longest_description = 30;  // words
constexpr std::size_t longest_caption = 6;         // words in front of a colon

}  // namespace

bool describes_value(std::string_view text, const Grammar& grammar, const PhraseBook& book) {
    if (text.empty() || text.size() > 8 * longest_description || count_words(text) > longest_description) return false;
    const bool shall_be = text.find("to be") != std::string_view::npos;
    if (!shall_be && has_word(text, grammar.sentence_words)) return false;
    std::string words = fold_blanks(text);
    for (std::size_t at = words.find(" to be "); at != std::string::npos; at = words.find(" to be ", at))
        words.erase(at + 3, 3);  // "Ratio to be one to three" says what shall be and nothing that is
    if (shall_be && has_word(words, grammar.sentence_words)) return false;
    const std::vector<Quantity> values = find_quantities(words);
    const bool told = std::any_of(values.begin(), values.end(), [](const Quantity& value) {
        return !value.weak && value.type != QuantityType::date && value.type != QuantityType::reference;
    });
    if (!told) return false;
    // "$0.60.", and nothing else
    if (values.front().span.begin == 0 && words.find_first_not_of(" .", values.front().span.end) == std::string::npos)
        return true;
    const PhrasedText phrased(words, book);
    // An acceptance, or an instruction that was not read, is none.
    for (std::size_t i = 0; i < phrased.size(); ++i)
        if (phrased.at(i).shape == TokenShape::quoted || phrased.has(i, WordClass::accepts)) return false;
    for (std::size_t i = 0; i < phrased.size(); ++i) {
        const std::uint32_t behind = phrased.at(i).span.end + 1;
        const bool announces = phrased.is_word(i, "to") || (phrased.is_mark(i, ":") && i <= longest_caption);
        if (phrased.has(i, WordClass::describes) || phrased.has(i, WordClass::change) ||
            (announces && std::any_of(values.begin(), values.end(),
                                      [&](const Quantity& value) { return value.span.begin == behind; })))
            return true;
    }
    return false;
}

}  // namespace stet
