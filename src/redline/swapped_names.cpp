// Pairs the words with capitals of each hunk in order and looks for the same two the other way round.
#include "redline/swapped_names.hpp"

#include <algorithm>
#include <set>
#include <string>
#include <utility>

#include "quantity/vocabulary.hpp"
#include "text/letters.hpp"
#include "text/words.hpp"

namespace stet {

namespace {

/// A hunk that has more names is rewritten.
constexpr std::size_t most_names = 16;

struct Name {
    std::string word;
    Span span;
    bool opens = false;  ///< the sentence
};

struct Became {
    Name before, after;
};

/// "Landlord" of "Landlord's".
std::string_view without_possessive(std::string_view word) {
    for (const std::string_view ending : {"'s", "’s", "'", "’"})
        if (word.size() > ending.size() && word.ends_with(ending)) return word.substr(0, word.size() - ending.size());
    return word;
}

bool is_month(std::string_view word) {
    std::string small(word);
    for (char& c : small)
        if (is_upper(c)) c = static_cast<char>(c - 'A' + 'a');
    const VocabularyEntry* entry = find_vocabulary(small);
    return entry != nullptr && entry->kind == LexemeKind::month;
}

bool opens_sentence(std::string_view text, std::size_t at) {
    while (at > 0 && (text[at - 1] == ' ' || text[at - 1] == '\n' || text[at - 1] == '\t')) --at;
    return at == 0 || text[at - 1] == '.' || text[at - 1] == ':' || text[at - 1] == ';';
}

/// "Section 4", "Step 2": told by its number.
bool is_numbered(std::string_view text, std::size_t end) {
    return end + 1 < text.size() && text[end] == ' ' && text[end + 1] >= '0' && text[end + 1] <= '9';
}

/// "and the" between two names: they may stand in either order.
bool joins(std::string_view between) {
    constexpr std::size_t most_words = 2;
    std::vector<Token> tokens;
    tokenize(between, {0, static_cast<std::uint32_t>(between.size())}, tokens);
    if (tokens.empty() || tokens.size() > most_words) return false;
    const VocabularyEntry* entry =
        find_vocabulary(between.substr(tokens.front().text.begin, tokens.front().text.size()));
    return entry != nullptr && entry->kind == LexemeKind::conjunction;
}

std::string_view between(std::string_view text, const Name& first, const Name& second) {
    const std::uint32_t begin = first.span.end;
    return second.span.begin > begin ? text.substr(begin, second.span.begin - begin) : std::string_view();
}

/// "the Union and the Employer" for "the Employer and the Union".
bool are_reordered(const ComparedTexts& texts, const Became& first, const Became& second) {
    return first.before.word == second.after.word && first.after.word == second.before.word &&
           joins(between(texts.before, first.before, second.before)) &&
           joins(between(texts.after, first.after, second.after));
}

void add_names(std::string_view text, Span span, std::vector<Name>& out) {
    std::vector<Token> tokens;
    tokenize(text, span, tokens);
    for (const Token& token : tokens) {
        const std::string_view word = without_possessive(text.substr(token.text.begin, token.text.size()));
        if (token.kind != TokenKind::word || word.size() < 2 || !is_upper(word.front()) || is_month(word)) continue;
        if (is_numbered(text, token.text.end)) continue;
        if (out.size() <= most_names)
            out.push_back({std::string(word), token.text, opens_sentence(text, token.text.begin)});
    }
}

/// The names of a stretch, kept ones too.
std::vector<Name> names_in(std::string_view text, std::uint32_t begin, std::uint32_t end) {
    std::vector<Name> out;
    add_names(text, {begin, end}, out);
    return out;
}

std::vector<std::string> sorted_words(const std::vector<Name>& names) {
    std::vector<std::string> words;
    for (const Name& name : names) words.push_back(name.word);
    std::sort(words.begin(), words.end());
    return words;
}

}  // namespace

SwappedNames find_swapped_names(const ComparedTexts& texts, const std::vector<std::uint32_t>& hunks) {
    std::vector<Became> all;
    for (std::size_t first = 0; first < hunks.size();) {
        std::size_t last = first + 1;
        while (last < hunks.size() && hunks[last] == hunks[first]) ++last;
        std::vector<Name> gone;
        std::vector<Name> came;
        for (std::size_t i = first; i < last && hunks[first] != none; ++i) {
            if (texts.edits[i].op == EditOp::deleted) add_names(texts.before, texts.edits[i].before, gone);
            if (texts.edits[i].op == EditOp::inserted) add_names(texts.after, texts.edits[i].after, came);
        }
        // "Ostrel pays Calder", "Calder pays Ostrel": one of the two is kept, and stands in another order.
        if (!gone.empty() && gone.size() <= most_names && sorted_words(gone) == sorted_words(came)) {
            gone = names_in(texts.before, texts.edits[first].before.begin, texts.edits[last - 1].before.end);
            came = names_in(texts.after, texts.edits[first].after.begin, texts.edits[last - 1].after.end);
        }
        first = last;
        if (gone.size() != came.size() || gone.size() > most_names) continue;
        for (std::size_t i = 0; i < gone.size(); ++i) all.push_back({gone[i], came[i]});
    }
    std::set<std::pair<std::string, std::string>> became;
    std::set<std::string> within;  // words that stand within a sentence
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (i + 1 < all.size() && are_reordered(texts, all[i], all[i + 1])) {
            ++i;
            continue;
        }
        if (all[i].before.word != all[i].after.word) became.emplace(all[i].before.word, all[i].after.word);
        for (const Name& name : {all[i].before, all[i].after})
            if (!name.opens) within.insert(name.word);
    }
    SwappedNames out;
    for (const auto& [x, y] : became)
        if (x < y && became.contains({y, x}) && within.contains(x) && within.contains(y)) out.emplace_back(x, y);
    return out;
}

}  // namespace stet
