// The words of a text as a proposal's grammar knows them: tokens, quotations, and what phrases stand where.
#pragma once

#include <array>
#include <bitset>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "grammar/proposal_words.hpp"
#include "text/span.hpp"

namespace stet {

/// The phrases of a grammar by their first word. Holds no reference to the grammar.
class PhraseBook {
public:
    explicit PhraseBook(const ProposalWords& words);

    /// The text's first word is the first of a phrase of that class: a look before it is cut.
    bool begins(std::string_view text, WordClass words) const;

private:
    friend class PhrasedText;
    struct Entry {
        std::vector<std::string> rest;  ///< words behind the first
        WordClass words;
        std::uint32_t place;  ///< in the class's list, from 0
    };
    struct FirstWord {
        std::string word;
        std::vector<Entry> entries;  ///< those of one word in front
        std::size_t alone = 0;       ///< how many those are
        std::uint64_t seconds = 0;   ///< a bit for each sketch of a second word
        std::uint32_t next = 0;      ///< another of the same sketch, from 1; 0 where there is none
    };
    /// A hash of 12 bits by length, first and last letter.
    static std::size_t sketch(std::string_view word);
    static std::uint64_t bit_of(std::string_view word) {
        return word.empty() ? 0 : std::uint64_t{1} << (sketch(word) & 63U);
    }
    const FirstWord* find(std::string_view word) const;
    FirstWord& add(std::string word);

    std::vector<FirstWord> firsts_;
    std::array<std::uint32_t, 4096> by_sketch_{};  ///< the last added of each sketch, from 1
};

enum class TokenShape : std::uint8_t { word, figure, mark, quoted };

using ClassSet = std::bitset<word_classes>;

inline ClassSet set_of(std::span<const WordClass> classes) {
    ClassSet set;
    for (const WordClass words : classes) set.set(static_cast<std::size_t>(words));
    return set;
}

/// A word, figure or mark, or a whole quotation.
struct PhraseToken {
    Span span;
    Span inner;        ///< quotations: what stands between the quotes
    std::string text;  ///< lower case, quotes and dashes straight; empty for quotations
    TokenShape shape = TokenShape::word;
    ClassSet begins;                 ///< the classes of which a phrase begins here
    std::optional<WordClass> owner;  ///< "the Union's": the side whose name ends here, with the sign of the possessive
};

/// A phrase found: `size` tokens from its place on.
struct PhraseMatch {
    WordClass words;
    std::uint32_t size = 0;
    std::uint32_t place = 0;  ///< in the class's list, from 0
};

/// A text cut into tokens, with the phrases that begin at each. Linear in the text, but for the longest phrase.
class PhrasedText {
public:
    /// `text` must outlive it.
    PhrasedText(std::string_view text, const PhraseBook& book);

    std::size_t size() const { return tokens_.size(); }
    const PhraseToken& at(std::size_t i) const { return tokens_[i]; }
    std::string_view text() const { return text_; }
    std::string_view text_of(std::size_t begin, std::size_t end) const;
    Span span_of(std::size_t begin, std::size_t end) const;

    /// The longest phrase of a class at token `i`.
    std::optional<PhraseMatch> find(std::size_t i, WordClass words) const {
        return has(i, words) ? std::optional(longest(i, words)) : std::nullopt;
    }
    bool has(std::size_t i, WordClass words) const {
        return i < tokens_.size() && tokens_[i].begins.test(static_cast<std::size_t>(words));
    }
    /// A phrase of one of the classes begins at token `i`.
    bool has_any(std::size_t i, const ClassSet& classes) const {
        return i < tokens_.size() && (tokens_[i].begins & classes).any();
    }
    /// The first token in [from, to) at which the class has a phrase; `to` where there is none.
    std::size_t first(std::size_t from, std::size_t to, WordClass words) const;
    bool is_mark(std::size_t i, std::string_view mark) const {
        return is_word(i, mark) && tokens_[i].shape == TokenShape::mark;
    }
    /// The token is that word, lower case.
    bool is_word(std::size_t i, std::string_view word) const { return i < tokens_.size() && tokens_[i].text == word; }

private:
    void cut();
    void find_phrases(const PhraseBook& book);
    void find_owners(const PhraseBook& book);
    PhraseMatch longest(std::size_t i, WordClass words) const;

    std::string_view text_;
    std::vector<PhraseToken> tokens_;
    std::vector<PhraseMatch> matches_;        ///< of all tokens, in their order
    std::vector<std::uint32_t> first_match_;  ///< by token, and one behind the last
};

/// "Bargaining note: …", behind blanks or a bracket: opens a paragraph that is none of the text.
bool opens_note(std::string_view text, const PhraseBook& book);

}  // namespace stet
