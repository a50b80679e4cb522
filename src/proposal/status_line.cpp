// Reads lines that say a status.
#include "proposal/status_line.hpp"

#include <algorithm>

#include "proposal/letters.hpp"
#include "text/words.hpp"

namespace stet {

namespace {

constexpr std::uint32_t longest_line = 14;  // words

}  // namespace

std::optional<StatusMark> status_line(std::string_view text, const Grammar& grammar, const PhraseBook& book,
                                      std::string_view document_date) {
    constexpr std::size_t longest = 200;  // bytes of as many words
    if (text.size() > longest || count_words(text) > longest_line) return std::nullopt;
    if (!find_status_mark(text, grammar.proposal, document_date)) return std::nullopt;
    const PhrasedText phrased(text, book);
    std::size_t at = 0;
    for (bool more = true; more && at < phrased.size();) {
        more = false;
        for (const WordClass words : {WordClass::company, WordClass::union_side, WordClass::propose})
            if (const auto match = phrased.find(at, words)) at += match->size, more = true;
    }
    const std::size_t begin = at < phrased.size() ? phrased.at(at).span.begin : 0;
    auto mark = find_status_mark(text.substr(begin), grammar.proposal, document_date);
    if (!mark || mark->span.begin > 1) return std::nullopt;
    // "Reject Union's 7.4.", "Housekeeping: renumber Sections 9 to 12": what it is about stands in it.
    if (mark->date.empty() && std::any_of(text.begin(), text.end(), is_digit)) return std::nullopt;
    return mark;
}

}  // namespace stet
