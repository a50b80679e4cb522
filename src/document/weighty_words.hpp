// The words whose change weighs in a contract, as the [weighty] table of a grammar names them, laid out to be found in
// a text.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "text/word_bytes.hpp"

namespace stet {

enum class WordTopic : std::uint8_t { modal, polarity, threshold, frequency, and_or };

enum class WordWeight : std::uint8_t {
    full,
    plain,    ///< counts only where it became another word of its topic
    opposite  ///< counts only where it became the word that denies it, or that one became it
};

struct WeightyPhrase {
    std::string words;  ///< lower case, single blanks; begins with a word byte
    WordTopic topic = WordTopic::modal;
    WordWeight weight = WordWeight::full;
    std::string other = {};  ///< of weight `opposite`: the phrase that denies it; else one that says the same
};

/// Made once for a grammar, shared by the documents that it reads.
class WeightyWords {
public:
    explicit WeightyWords(std::vector<WeightyPhrase> phrases);

    /// Numbers of phrases: [begin, end).
    struct Shelf {
        std::size_t begin = 0;
        std::size_t end = 0;
    };

    /// Those that begin with a byte in lower case, the longest first.
    Shelf beginning_with(char first) const { return shelves_[static_cast<unsigned char>(first)]; }

    const WeightyPhrase& operator[](std::size_t number) const { return phrases_[number]; }
    std::size_t size() const { return phrases_.size(); }

    /// The last: stands for any word that ends in "n't" ("shan't", "don't").
    std::size_t negation() const { return phrases_.size() - 1; }

    /// What a phrase is told as: "each month" and "per month" say the same; itself where no other does.
    std::size_t meaning_of(std::size_t number) const { return meanings_[number]; }

    /// "with" and "without".
    struct Opposites {
        std::size_t denied, denial;
    };
    const std::vector<Opposites>& opposites() const { return opposites_; }

    /// Words that deny what stands behind them.
    bool is_polarity(std::string_view words) const;

private:
    std::vector<WeightyPhrase> phrases_;
    std::array<Shelf, 256> shelves_{};
    std::vector<std::size_t> meanings_;  ///< by number
    std::vector<Opposites> opposites_;
};

}  // namespace stet
