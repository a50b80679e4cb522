// Cuts a text into tokens and finds the phrases of a proposal's grammar in it.
#include "proposal/phrases.hpp"

#include <algorithm>

#include "proposal/letters.hpp"
#include "text/words.hpp"

namespace stet {

namespace {

/// lower_case() of a token; most are of printed ASCII, whose typography is their own but for the backquote's.
void put_key(std::string_view token, std::string& out) {
    out.assign(token);
    for (char& c : out) {
        if (c <= ' ' || c > '~' || c == '`') {
            out = lower_case(token);
            return;
        }
        if (is_upper(c)) c = static_cast<char>(c - 'A' + 'a');
    }
}

std::string word_key(std::string_view token) {
    std::string out;
    put_key(token, out);
    return out;
}

std::vector<std::string> words_of(std::string_view phrase) {
    std::vector<Token> tokens;
    tokenize(phrase, {0, static_cast<std::uint32_t>(phrase.size())}, tokens);
    std::vector<std::string> words;
    for (const Token& token : tokens) words.push_back(word_key(phrase.substr(token.text.begin, token.text.size())));
    return words;
}

/// The mark that closes a quotation opened by this one; empty for anything else.
std::string_view closing_of(std::string_view mark) {
    if (mark == "“") return "”";
    if (mark == "\"") return "\"";
    if (mark == "‘") return "’";
    if (mark == "'") return "'";
    return {};
}

constexpr std::size_t longest_quotation = 20000;  // bytes; what is longer is a quote that was never closed
constexpr std::size_t longest_typed = 120;        // bytes between two apostrophes that are quotes

/// A letter or digit stands at the offset: the mark before it is an apostrophe and closes nothing.
bool word_at(std::string_view text, std::size_t at) {
    if (at >= text.size()) return false;
    const auto c = static_cast<unsigned char>(text[at]);
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c >= 0x80;
}

/// Where the quotation opened at `open` closes; npos where it does not.
std::size_t close_of(std::string_view text, std::size_t open, std::string_view opening, std::string_view closing) {
    const bool typed = closing == "'";
    // "change 'ten' to 'nine'": words begin right behind the first, and a blank or bracket stands in front of it.
    if (typed && ((open > 0 && text[open - 1] != ' ' && text[open - 1] != '(') || !word_at(text, open + 1)))
        return std::string_view::npos;
    const std::size_t limit = std::min(text.size(), open + (typed ? longest_typed : longest_quotation));
    for (std::size_t at = open + opening.size(); at < limit;) {
        at = text.find(closing, at);
        if (at == std::string_view::npos || at >= limit) return std::string_view::npos;
        const bool apostrophe = (closing == "’" || typed) && word_at(text, at + closing.size());
        if (!apostrophe && !(typed && text[at - 1] == ' ')) return at;
        at += closing.size();
    }
    return std::string_view::npos;
}

/// "substitute" of "sub-", a line's end and "stitute".
std::string without_break(std::string_view written) {
    std::string out(written);
    for (std::size_t at = out.find('\n'); at != std::string::npos; at = out.find('\n')) {
        const std::size_t behind = out.find_first_not_of(" \t\n", at);
        const std::size_t hyphen = out.rfind('-', at);
        if (hyphen == std::string::npos || behind == std::string::npos) break;
        out.erase(hyphen, behind - hyphen);
    }
    return out;
}

}  // namespace

PhraseBook::PhraseBook(const ProposalWords& words) {
    for (std::size_t list = 0; list < word_classes; ++list) {
        const auto word_class = static_cast<WordClass>(list);
        const std::vector<std::string>& phrases = words.of(word_class);
        for (std::size_t place = 0; place < phrases.size(); ++place) {
            std::vector<std::string> cut = words_of(phrases[place]);
            if (cut.empty()) continue;
            std::string first = std::move(cut.front());
            cut.erase(cut.begin());
            add(std::move(first)).entries.push_back({std::move(cut), word_class, static_cast<std::uint32_t>(place)});
        }
    }
    for (FirstWord& first : firsts_) {
        const auto longer = std::stable_partition(first.entries.begin(), first.entries.end(),
                                                  [](const Entry& entry) { return entry.rest.empty(); });
        first.alone = static_cast<std::size_t>(longer - first.entries.begin());
        for (auto entry = longer; entry != first.entries.end(); ++entry) first.seconds |= bit_of(entry->rest.front());
    }
}

std::size_t PhraseBook::sketch(std::string_view word) {
    const auto first = static_cast<unsigned char>(word.front());
    const auto last = static_cast<unsigned char>(word.back());
    return (first * 31U + last * 7U + word.size() * 257U) & 4095U;
}

const PhraseBook::FirstWord* PhraseBook::find(std::string_view word) const {
    if (word.empty()) return nullptr;
    for (std::size_t at = by_sketch_[sketch(word)]; at > 0; at = firsts_[at - 1].next)
        if (firsts_[at - 1].word == word) return &firsts_[at - 1];
    return nullptr;
}

PhraseBook::FirstWord& PhraseBook::add(std::string word) {
    if (const FirstWord* known = find(word)) return firsts_[static_cast<std::size_t>(known - firsts_.data())];
    std::uint32_t& last = by_sketch_[sketch(word)];
    firsts_.push_back({.word = std::move(word), .entries = {}, .next = last});
    last = static_cast<std::uint32_t>(firsts_.size());
    return firsts_.back();
}

bool PhraseBook::begins(std::string_view text, WordClass words) const {
    std::size_t begin = 0;
    while (begin < text.size() && (text[begin] == ' ' || text[begin] == '\t' || text[begin] == '\n')) ++begin;
    std::size_t end = begin;
    while (end < text.size() && (is_upper(text[end]) || is_lower(text[end]))) ++end;
    // A mark is a word of its own.
    if (end == begin) end = std::min(begin + 1, text.size());
    if (end > begin && static_cast<unsigned char>(text[begin]) >= 0x80)
        while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) ++end;
    if (end == begin) return false;
    const FirstWord* found = find(word_key(text.substr(begin, end - begin)));
    return found != nullptr && std::any_of(found->entries.begin(), found->entries.end(),
                                           [&](const Entry& entry) { return entry.words == words; });
}

PhrasedText::PhrasedText(std::string_view text, const PhraseBook& book) : text_(text) {
    cut();
    find_phrases(book);
    find_owners(book);
}

void PhrasedText::cut() {
    std::vector<Token> tokens;
    tokens.reserve(text_.size() / 5 + 4);
    tokenize(text_, {0, static_cast<std::uint32_t>(text_.size())}, tokens);
    tokens_.reserve(tokens.size());
    std::uint32_t behind_quotation = 0;
    for (const Token& token : tokens) {
        if (token.text.begin < behind_quotation) continue;
        PhraseToken& out = tokens_.emplace_back();
        out.span = token.text;
        const std::string_view written = text_.substr(token.text.begin, token.text.size());
        const std::string_view closing =
            token.kind == TokenKind::punctuation ? closing_of(written) : std::string_view{};
        const std::size_t close =
            closing.empty() ? std::string_view::npos : close_of(text_, token.text.begin, written, closing);
        if (close != std::string_view::npos) {
            out.shape = TokenShape::quoted;
            out.inner = {token.text.end, static_cast<std::uint32_t>(close)};
            out.span.end = behind_quotation = static_cast<std::uint32_t>(close + closing.size());
        } else {
            put_key(token.soft ? without_break(written) : std::string(written), out.text);
            out.shape = token.kind == TokenKind::word     ? TokenShape::word
                        : token.kind == TokenKind::number ? TokenShape::figure
                                                          : TokenShape::mark;
        }
    }
}

void PhrasedText::find_phrases(const PhraseBook& book) {
    first_match_.reserve(tokens_.size() + 1);
    matches_.reserve(tokens_.size());
    for (std::size_t i = 0; i < tokens_.size(); ++i) {
        first_match_.push_back(static_cast<std::uint32_t>(matches_.size()));
        PhraseToken& token = tokens_[i];
        const PhraseBook::FirstWord* found = book.find(token.text);
        if (found == nullptr) continue;
        const bool longer = i + 1 < tokens_.size() && (found->seconds & PhraseBook::bit_of(tokens_[i + 1].text)) != 0;
        const std::size_t entries = longer ? found->entries.size() : found->alone;
        for (std::size_t k = 0; k < entries; ++k) {
            const PhraseBook::Entry& entry = found->entries[k];
            if (i + entry.rest.size() >= tokens_.size()) continue;
            const bool same =
                std::equal(entry.rest.begin(), entry.rest.end(), tokens_.begin() + static_cast<std::ptrdiff_t>(i) + 1,
                           [](const std::string& word, const PhraseToken& next) { return word == next.text; });
            if (!same) continue;
            matches_.push_back({entry.words, static_cast<std::uint32_t>(entry.rest.size() + 1), entry.place});
            token.begins.set(static_cast<std::size_t>(entry.words));
        }
    }
    first_match_.push_back(static_cast<std::uint32_t>(matches_.size()));
}

void PhrasedText::find_owners(const PhraseBook& book) {
    constexpr std::string_view possessive = "'s";
    constexpr std::size_t longest_name = 4;  // words
    for (std::size_t last = 0; last < tokens_.size(); ++last) {
        if (!tokens_[last].text.ends_with(possessive)) continue;
        std::string stem = tokens_[last].text;
        stem.resize(stem.size() - possessive.size());
        const auto word_at = [&](std::size_t i) -> const std::string& { return i == last ? stem : tokens_[i].text; };
        for (std::size_t first = last + 1; first-- > 0 && first + longest_name > last;) {
            const PhraseBook::FirstWord* found = book.find(word_at(first));
            if (found == nullptr) continue;
            for (const PhraseBook::Entry& entry : found->entries) {
                const bool side = entry.words == WordClass::company || entry.words == WordClass::union_side;
                if (!side || entry.rest.size() != last - first) continue;
                bool same = true;
                for (std::size_t i = 0; i < entry.rest.size(); ++i)
                    same = same && entry.rest[i] == word_at(first + 1 + i);
                if (same) tokens_[last].owner = entry.words;
            }
        }
    }
}

std::string_view PhrasedText::text_of(std::size_t begin, std::size_t end) const {
    const Span span = span_of(begin, end);
    return text_.substr(span.begin, span.size());
}

Span PhrasedText::span_of(std::size_t begin, std::size_t end) const {
    if (begin >= end || begin >= tokens_.size()) return {};
    return {tokens_[begin].span.begin, tokens_[end - 1].span.end};
}

PhraseMatch PhrasedText::longest(std::size_t i, WordClass words) const {
    PhraseMatch best{words};
    for (std::uint32_t k = first_match_[i]; k < first_match_[i + 1]; ++k)
        if (matches_[k].words == words && matches_[k].size > best.size) best = matches_[k];
    return best;
}

std::size_t PhrasedText::first(std::size_t from, std::size_t to, WordClass words) const {
    for (std::size_t i = from; i < to && i < size(); ++i)
        if (has(i, words)) return i;
    return to;
}

bool opens_note(std::string_view text, const PhraseBook& book) {
    const std::size_t begin = text.find_first_not_of(" \t\n([");
    if (begin == std::string_view::npos || !book.begins(text.substr(begin), WordClass::note)) return false;
    const PhrasedText phrased(text.substr(begin, 60), book);
    const auto note = phrased.find(0, WordClass::note);
    return note && phrased.is_mark(note->size, ":");
}

}  // namespace stet
