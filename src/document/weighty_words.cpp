// Sorts the words whose change weighs onto shelves by their first byte.
#include "document/weighty_words.hpp"

#include <algorithm>
#include <unordered_map>
#include <utility>

namespace stet {

namespace {

unsigned char first_byte(const WeightyPhrase& phrase) {
    return static_cast<unsigned char>(phrase.words[0]);
}

}  // namespace

WeightyWords::WeightyWords(std::vector<WeightyPhrase> phrases) : phrases_(std::move(phrases)) {
    std::stable_sort(phrases_.begin(), phrases_.end(), [](const WeightyPhrase& a, const WeightyPhrase& b) {
        return std::pair(first_byte(a), b.words.size()) < std::pair(first_byte(b), a.words.size());
    });
    for (std::size_t i = 0; i < phrases_.size(); ++i) {
        Shelf& shelf = shelves_[first_byte(phrases_[i])];
        if (shelf.end == 0) shelf.begin = i;
        shelf.end = i + 1;
    }
    phrases_.push_back({"n’t", WordTopic::polarity, WordWeight::full});
    std::unordered_map<std::string_view, std::size_t> numbers;
    for (std::size_t i = 0; i < phrases_.size(); ++i) numbers.emplace(phrases_[i].words, i);
    for (std::size_t i = 0; i < phrases_.size(); ++i) {
        const auto other = numbers.find(phrases_[i].other);
        const bool same = other != numbers.end() && phrases_[i].weight != WordWeight::opposite;
        meanings_.push_back(same ? other->second : i);
        if (other != numbers.end() && !same) opposites_.push_back({i, other->second});
    }
}

bool WeightyWords::is_polarity(std::string_view words) const {
    return std::any_of(phrases_.begin(), phrases_.end(), [&](const WeightyPhrase& phrase) {
        return phrase.topic == WordTopic::polarity && phrase.weight == WordWeight::full && phrase.words == words;
    });
}

}  // namespace stet
