// Reads the [weighty] table of a grammar file and holds its lists against each other.
#include "grammar/weighty_words_file.hpp"

#include <array>
#include <map>
#include <utility>
#include <vector>

#include "grammar/wording.hpp"

namespace stet {

namespace {

constexpr std::array<std::pair<std::string_view, WordTopic>, 5> topics = {{{"modal", WordTopic::modal},
                                                                           {"polarity", WordTopic::polarity},
                                                                           {"threshold", WordTopic::threshold},
                                                                           {"frequency", WordTopic::frequency},
                                                                           {"and-or", WordTopic::and_or}}};

class WeightyReader {
public:
    WeightyReader(const GrammarReader& reader, const toml::table& table) : reader_(reader), table_(table) {}

    WeightyWords run() {
        reader_.only_keys(table_, {"modal", "polarity", "threshold", "frequency", "and-or", "party", "plain", "names",
                                   "prefixes", "undenied", "things", "same", "denies", "not-before", "example"});
        for (const auto& [key, topic] : topics)
            reader_.each_text(table_, key, [&, topic = topic](const std::string& text, const Region& region) {
                add({phrase_of(text, region), topic}, region);
            });
        reader_.each_text(table_, "party", [&](const std::string& text, const Region& region) {
            for (WeightyPhrase& phrase : party_phrases(phrase_of(text, region))) add(std::move(phrase), region);
        });
        reader_.each_text(table_, "names", [&](const std::string& text, const Region& region) {
            const bool shortened = text.ends_with('.');
            const bool small = std::any_of(text.begin(), text.end(), [](char c) { return c >= 'a' && c <= 'z'; });
            listed(shortened ? text.substr(0, text.size() - 1) : text, region).name = shortened ? NameForm::abbreviation
                                                                                      : small   ? NameForm::capital
                                                                                                : NameForm::capitals;
        });
        reader_.each_text(table_, "plain", [&](const std::string& text, const Region& region) {
            listed(text, region).weight = WordWeight::plain;
        });
        if (const toml::table* same = reader_.table(table_, "same")) read_same(*same);
        if (const toml::table* denies = reader_.table(table_, "denies")) read_opposites(*denies);
        if (const toml::table* behind = reader_.table(table_, "not-before")) read_not_before(*behind);
        return WeightyWords(std::move(phrases_),
                            {lowered(reader_.texts(table_, "prefixes")), lowered(reader_.texts(table_, "undenied"))},
                            lowered(reader_.texts(table_, "things")));
    }

private:
    using Region = toml::source_region;

    void read_same(const toml::table& same) {
        for (const auto& [key, value] : same) {
            const std::string told_as = listed(std::string(key.str()), key.source()).words;
            reader_.each_text(same, key.str(), [&](const std::string& text, const Region& region) {
                WeightyPhrase& phrase = listed(text, region);
                if (!phrase.other.empty() || phrase.words == told_as)
                    reader_.fail(region, "\"" + text + "\" says the same as one other phrase only: write it once");
                phrase.other = told_as;
            });
        }
    }

    void read_opposites(const toml::table& denies) {
        for (const auto& [key, value] : denies) {
            const std::string words(key.str());
            const WeightyPhrase denying = listed(words, key.source());
            reader_.each_text(denies, words, [&](const std::string& text, const Region& region) {
                add({phrase_of(text, region), denying.topic, WordWeight::opposite, denying.words}, region);
            });
        }
    }

    void read_not_before(const toml::table& behind) {
        for (const auto& [key, value] : behind) {
            const std::string words = phrase_of(std::string(key.str()), key.source());
            reader_.each_text(behind, key.str(), [&](const std::string& text, const Region& region) {
                listed(text, region).not_before = words;
            });
        }
    }

    void add(WeightyPhrase phrase, const Region& region) {
        if (!numbers_.emplace(phrase.words, phrases_.size()).second)
            reader_.fail(region, "\"" + phrase.words + "\" stands twice among the weighty words: write it once");
        phrases_.push_back(std::move(phrase));
    }

    WeightyPhrase& listed(const std::string& text, const Region& region) {
        const auto found = numbers_.find(phrase_of(text, region));
        if (found == numbers_.end())
            reader_.fail(region, "\"" + text +
                                     "\" stands in no list of words: add it to modal, polarity, threshold, frequency, "
                                     "and-or or party");
        return phrases_[found->second];
    }

    /// As a phrase is looked for: lower case, single blanks.
    std::string phrase_of(const std::string& text, const Region& region) const {
        std::string words = fold_blanks(text);
        for (char& c : words) c = folded(c);
        if (words.empty() || !is_word_byte(words[0]))
            reader_.fail(region, "\"" + text + "\" begins with no letter or digit, so that it is never found");
        return words;
    }

    const GrammarReader& reader_;
    const toml::table& table_;
    std::vector<WeightyPhrase> phrases_;
    std::map<std::string, std::size_t> numbers_;  ///< by words
};

}  // namespace

std::shared_ptr<const WeightyWords> read_weighty_words(const GrammarReader& reader, const toml::table& table) {
    return std::make_shared<const WeightyWords>(WeightyReader(reader, table).run());
}

}  // namespace stet
