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

enum class WordTopic : std::uint8_t { modal, polarity, threshold, frequency, and_or, party };

enum class WordWeight : std::uint8_t {
    full,
    plain,    ///< counts only where it became another word of its topic
    opposite  ///< counts only where it became the word that denies it, or that one became it
};

/// Where a phrase is a name and weighs nothing.
enum class NameForm : std::uint8_t {
    never,
    capital,      ///< with a capital within a sentence or before a digit: "in May", "May 5"
    capitals,     ///< in capitals: "US"
    abbreviation  ///< with a full stop before a digit: "No. 5"
};

struct WeightyPhrase {
    std::string words;  ///< lower case, single blanks; begins with a word byte
    WordTopic topic = WordTopic::modal;
    WordWeight weight = WordWeight::full;
    std::string other = {};  ///< of weight `opposite`: the phrase that denies it; else one that says the same
    NameForm name = NameForm::never;
    std::string not_before = {};  ///< in front of these words it is none: "or less" in front of "than"
};

/// What denies a word in front of it, "non", "un", and words that only begin so: "invoice".
struct DenyingPrefixes {
    std::vector<std::string> prefixes = {};
    std::vector<std::string> undenied = {};
};

/// A party and its plural, both told as the party.
std::vector<WeightyPhrase> party_phrases(const std::string& name);

/// Made once for a grammar, shared by the documents that it reads.
class WeightyWords {
public:
    /// `things`: words with which no party's name ends.
    explicit WeightyWords(std::vector<WeightyPhrase> phrases, DenyingPrefixes prefixes = {},
                          std::vector<std::string> things = {});

    /// These words, and as parties the names (lower case) that they do not have and that are not those of things.
    WeightyWords with_parties(const std::vector<std::string>& names) const;

    /// Those alone that hold one of the names, or say the same as one that does: where a name stands, these find it as
    /// all would.
    WeightyWords that_hold(const std::vector<std::string_view>& names) const;

    /// Numbers of phrases: [begin, end).
    struct Shelf {
        std::uint32_t begin = 0;
        std::uint32_t end = 0;
        std::uint32_t third_letters = 0;  ///< of the phrases, a bit each
    };

    /// Those that may stand at the beginning of a text, in either case, the longest first; none where the third letter
    /// is that of none.
    Shelf beginning(std::string_view text) const {
        const Shelf shelf = shelves_[shelf_of(text)];
        return (shelf.third_letters & third_letter(text)) == 0 ? Shelf{} : shelf;
    }

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

    const DenyingPrefixes& prefixes() const { return prefixes_; }

    /// Words that deny what stands behind them.
    bool is_polarity(std::string_view words) const;

private:
    bool names_thing(std::string_view name) const;

    std::vector<WeightyPhrase> phrases_;
    DenyingPrefixes prefixes_;
    std::vector<std::string> things_;
    static constexpr std::size_t shelf_count = 32 * 32;
    static std::uint32_t letter(char c) { return static_cast<unsigned char>(folded(c)) % 32U; }
    /// By the first two letters; where a word has one, by that.
    static std::size_t shelf_of(std::string_view words) {
        const bool single = words.size() < 2 || !is_word_byte(words[1]);
        return letter(words[0]) * 32 + (single ? 0 : letter(words[1]));
    }
    /// Its bit; that of no letter where the first word ends before.
    static std::uint32_t third_letter(std::string_view words) {
        const bool short_word = words.size() < 3 || !is_word_byte(words[1]) || !is_word_byte(words[2]);
        return std::uint32_t{1} << (short_word ? 0U : letter(words[2]));
    }

    std::array<Shelf, shelf_count> shelves_{};
    std::vector<std::size_t> meanings_;  ///< by number
    std::vector<Opposites> opposites_;
};

}  // namespace stet
