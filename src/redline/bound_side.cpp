// Reads the words of a bound backwards from its value.
#include "redline/bound_side.hpp"

#include <string>

#include "quantity/vocabulary.hpp"
#include "text/word_bytes.hpp"

namespace stet {

namespace {

/// No bound has more words: "not to be less than".
constexpr std::size_t most_words = 4;

}  // namespace

BoundSide bound_side(std::string_view text, std::size_t at) {
    bool denied = false;
    BoundWord told = BoundWord::other;
    for (std::size_t count = 0; count < most_words; ++count) {
        while (at > 0 && (text[at - 1] == ' ' || text[at - 1] == '\n')) --at;
        std::size_t begin = at;
        while (begin > 0 && is_word_byte(text[begin - 1])) --begin;
        std::string word;
        for (const char c : text.substr(begin, at - begin)) word.push_back(folded(c));
        const BoundWord kind = bound_word(word);
        if (kind == BoundWord::other) break;
        denied = denied || kind == BoundWord::denial;
        if (kind != BoundWord::denial && kind != BoundWord::filler) told = kind;
        at = begin;
    }
    if (told == BoundWord::other) return BoundSide::unknown;
    const bool above = (told == BoundWord::above) != denied;
    if (told == BoundWord::least || told == BoundWord::most)
        return told == BoundWord::least ? BoundSide::lower : BoundSide::upper;
    return above ? BoundSide::lower : BoundSide::upper;
}

}  // namespace stet
