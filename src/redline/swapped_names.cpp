// Pairs the words with capitals of each hunk in order and looks for the same two the other way round.
#include "redline/swapped_names.hpp"

#include <algorithm>
#include <set>
#include <string>
#include <utility>

#include "quantity/vocabulary.hpp"
#include "text/words.hpp"

namespace stet {

namespace {

/// A hunk that has more names is rewritten.
constexpr std::size_t most_names = 16;

struct Name {
    std::string word;
    bool opens = false;  ///< the sentence
};

bool is_upper(char c) {
    return c >= 'A' && c <= 'Z';
}

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

void add_names(std::string_view text, Span span, std::vector<Name>& out) {
    std::vector<Token> tokens;
    tokenize(text, span, tokens);
    for (const Token& token : tokens) {
        const std::string_view word = without_possessive(text.substr(token.text.begin, token.text.size()));
        if (token.kind != TokenKind::word || word.size() < 2 || !is_upper(word.front()) || is_month(word)) continue;
        if (out.size() <= most_names) out.push_back({std::string(word), opens_sentence(text, token.text.begin)});
    }
}

}  // namespace

std::vector<Flag> find_swapped_names(const ComparedTexts& texts, const std::vector<std::uint32_t>& hunks) {
    std::set<std::pair<std::string, std::string>> became;
    std::set<std::string> within;  // words that stand within a sentence
    for (std::size_t first = 0; first < hunks.size();) {
        std::size_t last = first + 1;
        while (last < hunks.size() && hunks[last] == hunks[first]) ++last;
        std::vector<Name> gone;
        std::vector<Name> came;
        for (std::size_t i = first; i < last && hunks[first] != none; ++i) {
            if (texts.edits[i].op == EditOp::deleted) add_names(texts.before, texts.edits[i].before, gone);
            if (texts.edits[i].op == EditOp::inserted) add_names(texts.after, texts.edits[i].after, came);
        }
        first = last;
        if (gone.size() != came.size() || gone.size() > most_names) continue;
        for (std::size_t i = 0; i < gone.size(); ++i) {
            if (gone[i].word != came[i].word) became.emplace(gone[i].word, came[i].word);
            for (const Name& name : {gone[i], came[i]})
                if (!name.opens) within.insert(name.word);
        }
    }
    std::vector<Flag> flags;
    for (const auto& [x, y] : became)
        if (x < y && became.contains({y, x}) && within.contains(x) && within.contains(y))
            flags.push_back({"names-swapped", FlagSeverity::high, "“" + x + "” and “" + y + "” changed places"});
    return flags;
}

}  // namespace stet
