// Sorts the words whose change weighs onto shelves by their first letters.
#include "document/weighty_words.hpp"

#include <algorithm>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>

namespace stet {

std::vector<WeightyPhrase> party_phrases(const std::string& name) {
    constexpr std::size_t longest_pronoun = 3;
    std::vector<WeightyPhrase> out = {{name, WordTopic::party, WordWeight::plain}};
    if (name.size() <= longest_pronoun) return out;
    const bool hisses = name.ends_with('s') || name.ends_with('x') || name.ends_with("ch") || name.ends_with("sh");
    std::string plural = name + (hisses ? "es" : "s");
    if (name.ends_with('y') && std::string_view("aeiou").find(name[name.size() - 2]) == std::string_view::npos)
        plural = name.substr(0, name.size() - 1) + "ies";
    out.push_back({std::move(plural), WordTopic::party, WordWeight::plain, name});
    return out;
}

WeightyWords::WeightyWords(std::vector<WeightyPhrase> phrases, DenyingPrefixes prefixes,
                           std::vector<std::string> things)
    : phrases_(std::move(phrases)), prefixes_(std::move(prefixes)), things_(std::move(things)) {
    std::stable_sort(phrases_.begin(), phrases_.end(), [](const WeightyPhrase& a, const WeightyPhrase& b) {
        return std::pair(shelf_of(a.words), b.words.size()) < std::pair(shelf_of(b.words), a.words.size());
    });
    for (std::uint32_t i = 0; i < phrases_.size(); ++i) {
        Shelf& shelf = shelves_[shelf_of(phrases_[i].words)];
        if (shelf.end == 0) shelf.begin = i;
        shelf.end = i + 1;
        shelf.third_letters |= third_letter(phrases_[i].words);
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

/// "effective date", "confidential information": by the last word, in singular or plural.
bool WeightyWords::names_thing(std::string_view name) const {
    const std::string_view last = name.substr(name.find_last_of(" -") + 1);
    return std::any_of(things_.begin(), things_.end(), [&](const std::string& thing) {
        return last.starts_with(thing) && (last.size() == thing.size() || last.substr(thing.size()) == "s");
    });
}

WeightyWords WeightyWords::with_parties(const std::vector<std::string>& names) const {
    std::vector<WeightyPhrase> all(phrases_.begin(), phrases_.end() - 1);  // without "n't"
    std::unordered_set<std::string> known;
    for (const WeightyPhrase& phrase : all) known.insert(phrase.words);
    for (const std::string& name : names) {
        if (names_thing(name)) continue;
        for (WeightyPhrase& phrase : party_phrases(name))
            if (known.insert(phrase.words).second) all.push_back(std::move(phrase));
    }
    return WeightyWords(std::move(all), prefixes_, things_);
}

WeightyWords WeightyWords::that_hold(const std::vector<std::string_view>& names) const {
    const auto holds = [&](const WeightyPhrase& phrase) {
        return std::any_of(names.begin(), names.end(), [&](std::string_view name) {
            return std::string_view(phrase.words).find(name) != std::string_view::npos;
        });
    };
    std::vector<WeightyPhrase> some;
    for (std::size_t i = 0; i < negation(); ++i)
        if (holds(phrases_[i]) || holds(phrases_[meaning_of(i)])) some.push_back(phrases_[i]);
    return WeightyWords(std::move(some), prefixes_, things_);
}

bool WeightyWords::is_polarity(std::string_view words) const {
    return std::any_of(phrases_.begin(), phrases_.end(), [&](const WeightyPhrase& phrase) {
        return phrase.topic == WordTopic::polarity && phrase.weight == WordWeight::full && phrase.words == words;
    });
}

}  // namespace stet
