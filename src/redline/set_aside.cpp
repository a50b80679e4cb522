// Gathers the furniture of each version that comes back from page to page and holds the two against each other.
#include "redline/set_aside.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "text/letters.hpp"

namespace stet {

namespace {

constexpr std::size_t longest_shown = 80;  // bytes
constexpr std::size_t most_remarks = 5;
constexpr std::size_t most_paired = 100;
constexpr std::size_t most_words = 40;  // of one piece of furniture

std::vector<std::string_view> words_of(std::string_view text) {
    std::vector<std::string_view> words;
    for (std::size_t at = 0; at < text.size() && words.size() < most_words;) {
        const std::size_t begin = text.find_first_not_of(" \n\t", at);
        if (begin == std::string_view::npos) break;
        const std::size_t end = std::min(text.find_first_of(" \n\t", begin), text.size());
        words.push_back(text.substr(begin, end - begin));
        at = end;
    }
    return words;
}

/// A number of a page in small roman letters.
bool is_small_roman(std::string_view word) {
    return word.size() <= 8 && word.find_first_not_of("ivxlc") == std::string_view::npos;
}

/// The text with its numbers as one sign: the same for all pages.
std::string mask_of(const std::vector<std::string_view>& words) {
    std::string out;
    for (const std::string_view word : words) {
        if (!out.empty()) out.push_back(' ');
        if (is_small_roman(word)) {
            out.push_back('#');
            continue;
        }
        for (std::size_t i = 0; i < word.size(); ++i) {
            if (!is_digit(word[i]))
                out.push_back(word[i]);
            else if (out.empty() || out.back() != '#')
                out.push_back('#');
        }
    }
    return out;
}

/// Furniture of one mask: how often each word stands at each place.
struct RunningText {
    std::size_t count = 0;
    std::uint32_t line = 0;
    std::vector<std::unordered_map<std::string, std::size_t>> words;

    /// The words that most pages have; "…" for what differs.
    std::string shown() const {
        std::string out;
        for (const auto& place : words) {
            const auto most = std::max_element(place.begin(), place.end(), [](const auto& a, const auto& b) {
                return a.second != b.second ? a.second < b.second : a.first > b.first;
            });
            if (!out.empty()) out.push_back(' ');
            out += most->second * 2 > count ? most->first : "…";
        }
        return out;
    }
};

std::map<std::string, RunningText> running_texts(const Document& document) {
    std::map<std::string, RunningText> texts;
    for (const Block& block : document.blocks) {
        if (block.kind != BlockKind::furniture) continue;
        const std::vector<std::string_view> words = words_of(block.text);
        RunningText& text = texts[mask_of(words)];
        if (text.count++ == 0) {
            text.line = block.line();
            text.words.resize(words.size());
        }
        for (std::size_t i = 0; i < std::min(words.size(), text.words.size()); ++i)
            ++text.words[i][std::string(words[i])];
    }
    return texts;
}

/// What is said of a text: nothing where it has no words but numbers, or stands on one page alone.
bool is_told(const RunningText& text, const std::string& shown) {
    return text.count > 1 && std::any_of(shown.begin(), shown.end(),
                                         [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); });
}

std::string quoted(const std::string& text) {
    if (text.size() <= longest_shown) return "\"" + text + "\"";
    std::size_t end = longest_shown;
    while (end > 0 && (text[end] & 0xC0) == 0x80) --end;
    return "\"" + text.substr(0, end) + "…\"";
}

/// Half of the words of the longer one.
bool are_alike(const std::string& a, const std::string& b) {
    std::vector<std::string_view> first = words_of(a);
    std::vector<std::string_view> second = words_of(b);
    std::sort(first.begin(), first.end());
    std::sort(second.begin(), second.end());
    std::vector<std::string_view> common;
    std::set_intersection(first.begin(), first.end(), second.begin(), second.end(), std::back_inserter(common));
    return common.size() * 2 >= std::max(first.size(), second.size());
}

struct Told {
    std::string shown;
    std::uint32_t line;
};

/// Those of `texts` that are not word for word among the others.
std::vector<Told> own_texts(const std::map<std::string, RunningText>& texts,
                            const std::map<std::string, RunningText>& others) {
    std::vector<Told> own;
    for (const auto& [mask, text] : texts) {
        const std::string shown = text.shown();
        const auto other = others.find(mask);
        if (is_told(text, shown) && (other == others.end() || other->second.shown() != shown))
            own.push_back({shown, text.line});
    }
    return own;
}

}  // namespace

Diagnostics changed_furniture(const Document& before, const Document& after) {
    const auto old_texts = running_texts(before);
    const auto new_texts = running_texts(after);
    std::vector<Told> gone = own_texts(old_texts, new_texts);
    const std::vector<Told> come = own_texts(new_texts, old_texts);
    Diagnostics out;
    const auto say = [&](const std::string& message, const Document& document, std::uint32_t line) {
        if (out.size() < most_remarks)
            out.push_back({Severity::info, "furniture-changed", message, document.source.name(), line, 0});
    };
    if (gone.size() > most_paired || come.size() > most_paired) {
        say(std::to_string(gone.size()) + " running texts became " + std::to_string(come.size()) + " others", after, 0);
        return out;
    }
    for (const Told& text : come) {
        const auto was = std::find_if(gone.begin(), gone.end(),
                                      [&](const Told& other) { return are_alike(other.shown, text.shown); });
        if (was == gone.end()) {
            say("the running text " + quoted(text.shown) + " is new", after, text.line);
            continue;
        }
        say("the running text " + quoted(was->shown) + " became " + quoted(text.shown), after, text.line);
        gone.erase(was);
    }
    for (const Told& text : gone) say("the running text " + quoted(text.shown) + " is gone", before, text.line);
    return out;
}

}  // namespace stet
