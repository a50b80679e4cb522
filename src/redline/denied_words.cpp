// Looks for each word of a hunk's one side among the other's without their prefixes.
#include "redline/denied_words.hpp"

#include <algorithm>
#include <set>
#include <string_view>

#include "redline/wording.hpp"
#include "text/word_bytes.hpp"

namespace stet {

namespace {

/// Longer stretches are rewritten; shorter words deny nothing ("to", "into").
constexpr std::size_t longest_stretch = 120;
constexpr std::size_t shortest_word = 5;

bool is_of_word(char c) {
    return is_word_byte(c) || c == '-';
}

/// The words of a stretch, wholly, in small letters.
std::set<std::string> words_of(std::string_view text, std::size_t begin, std::size_t end) {
    std::set<std::string> out;
    while (begin > 0 && is_of_word(text[begin - 1])) --begin;
    while (end < text.size() && is_of_word(text[end])) ++end;
    for (std::size_t at = begin; at < end;) {
        std::string word;
        for (; at < end && is_of_word(text[at]); ++at) word.push_back(folded(text[at]));
        if (word.size() >= shortest_word) out.insert(std::move(word));
        ++at;
    }
    return out;
}

/// The word that a prefix denies; empty where none stands in front.
std::string denied_by(const std::string& word, const std::string& prefix) {
    if (!word.starts_with(prefix)) return {};
    const std::size_t from = prefix.size() + (word.size() > prefix.size() && word[prefix.size()] == '-' ? 1 : 0);
    return word.size() >= from + shortest_word ? word.substr(from) : std::string();
}

}  // namespace

void add_denied_words(const ComparedTexts& texts, const std::vector<std::uint32_t>& hunks,
                      const DenyingPrefixes& prefixes, std::vector<Flag>& out) {
    const auto add = [&](const std::string& before, const std::string& after) {
        std::string text = became_text(before, after);
        const bool known = std::any_of(out.begin(), out.end(), [&](const Flag& flag) { return flag.text == text; });
        if (!known) out.push_back({"polarity-word", FlagSeverity::high, std::move(text)});
    };
    const auto compare = [&](const std::set<std::string>& with, const std::set<std::string>& without, bool denies) {
        const auto& [denying, undenied] = prefixes;
        for (const std::string& word : with) {
            if (std::find(undenied.begin(), undenied.end(), word) != undenied.end()) continue;
            for (const std::string& prefix : denying) {
                const std::string denied = denied_by(word, prefix);
                if (denied.empty() || !without.contains(denied) || with.contains(denied) || without.contains(word))
                    continue;
                denies ? add(denied, word) : add(word, denied);
            }
        }
    };
    for (std::size_t first = 0; first < hunks.size();) {
        std::size_t last = first + 1;
        while (last < hunks.size() && hunks[last] == hunks[first]) ++last;
        const Span before{texts.edits[first].before.begin, texts.edits[last - 1].before.end};
        const Span after{texts.edits[first].after.begin, texts.edits[last - 1].after.end};
        if (hunks[first] != none && before.size() <= longest_stretch && after.size() <= longest_stretch) {
            const auto gone = words_of(texts.before, before.begin, before.end);
            const auto came = words_of(texts.after, after.begin, after.end);
            compare(came, gone, true);
            compare(gone, came, false);
        }
        first = last;
    }
}

}  // namespace stet
