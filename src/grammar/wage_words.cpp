// Looks for phrases in short texts, and reads the [wages] table of a grammar file.
#include "grammar/wage_words.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "grammar/wage_words_file.hpp"

namespace stet {

std::string phrase_key(std::string_view text) {
    std::string key;
    key.reserve(text.size() + 2);
    key.push_back(' ');
    for (const char c : text) {
        const bool letter = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
        if (c >= 'A' && c <= 'Z')
            key.push_back(static_cast<char>(c - 'A' + 'a'));
        else if (letter)
            key.push_back(c);
        else if (key.back() != ' ')
            key.push_back(' ');
    }
    if (key.back() != ' ') key.push_back(' ');
    return key;
}

namespace {

/// In front of and behind a stretch of a key stand blanks.
bool is_whole(std::string_view key, std::size_t at, std::size_t size) {
    return at > 0 && at + size < key.size() && key[at - 1] == ' ' && key[at + size] == ' ';
}

template <typename Test>
bool any_phrase(const std::vector<std::string>& phrases, Test test) {
    return std::any_of(phrases.begin(), phrases.end(), test);
}

}  // namespace

bool says(std::string_view key, const std::vector<std::string>& phrases) {
    return any_phrase(phrases, [&](const std::string& phrase) {
        std::size_t at = key.find(phrase);
        while (at != std::string_view::npos && !is_whole(key, at, phrase.size())) at = key.find(phrase, at + 1);
        return at != std::string_view::npos;
    });
}

bool opens_with(std::string_view key, const std::vector<std::string>& phrases) {
    return any_phrase(phrases, [&](const std::string& phrase) {
        return key.size() > phrase.size() + 1 && key.substr(1).starts_with(phrase) && is_whole(key, 1, phrase.size());
    });
}

bool ends_with(std::string_view key, const std::vector<std::string>& phrases) {
    return any_phrase(phrases, [&](const std::string& phrase) {
        if (key.size() < phrase.size() + 2) return false;
        const std::size_t at = key.size() - 1 - phrase.size();
        return key.substr(at).starts_with(phrase) && is_whole(key, at, phrase.size());
    });
}

bool is_one_of(std::string_view key, const std::vector<std::string>& phrases) {
    return any_phrase(phrases, [&](const std::string& phrase) {
        return key.size() == phrase.size() + 2 && key.substr(1).starts_with(phrase) && is_whole(key, 1, phrase.size());
    });
}

namespace {

using List = std::vector<std::string> WageWords::*;

constexpr std::array<std::pair<std::string_view, List>, 25> keys = {{{"current", &WageWords::current},
                                                                     {"proposed", &WageWords::proposed},
                                                                     {"effective", &WageWords::effective},
                                                                     {"increase", &WageWords::increase},
                                                                     {"total", &WageWords::total},
                                                                     {"rate", &WageWords::rate},
                                                                     {"step", &WageWords::step},
                                                                     {"step-opens", &WageWords::step_opens},
                                                                     {"top", &WageWords::top},
                                                                     {"hours", &WageWords::hours},
                                                                     {"classification", &WageWords::classification},
                                                                     {"period", &WageWords::period},
                                                                     {"wages", &WageWords::wages},
                                                                     {"other-money", &WageWords::other_money},
                                                                     {"fillers", &WageWords::fillers},
                                                                     {"at-most", &WageWords::at_most},
                                                                     {"at-least", &WageWords::at_least},
                                                                     {"raised-by", &WageWords::raised_by},
                                                                     {"raised-to", &WageWords::raised_to},
                                                                     {"raised-for", &WageWords::raised_for},
                                                                     {"more-than", &WageWords::more_than},
                                                                     {"or-more", &WageWords::or_more},
                                                                     {"each-year", &WageWords::each_year},
                                                                     {"start", &WageWords::start},
                                                                     {"leaders", &WageWords::leaders}}};

/// As the phrase stands in keys, without the blanks at the ends.
std::vector<std::string> as_keys(const std::vector<std::string>& phrases) {
    std::vector<std::string> out;
    for (const std::string& phrase : phrases) {
        const std::string key = phrase_key(phrase);
        if (key.size() > 2) out.push_back(key.substr(1, key.size() - 2));
    }
    return out;
}

}  // namespace

WageWords read_wage_words(const GrammarReader& reader, const toml::table& table) {
    WageWords out;
    for (const auto& [key, value] : table) {
        if (key.str() == "example") continue;
        const auto found = std::find_if(keys.begin(), keys.end(),
                                        [name = key.str()](const auto& known) { return known.first == name; });
        if (found == keys.end())
            reader.fail(key.source(), "unknown key \"" + std::string(key.str()) +
                                          "\": the keys of [wages] stand in the documentation of grammar files");
        out.*(found->second) = as_keys(reader.texts(table, key.str()));
    }
    reader.each_table(table, "example", [&](const toml::table& example) {
        reader.only_keys(example, {"text", "rows"});
        out.examples.push_back({reader.needed_text(example, "text"), reader.texts(example, "rows"),
                                static_cast<std::uint32_t>(example.source().begin.line)});
    });
    return out;
}

}  // namespace stet
