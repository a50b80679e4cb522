// Looks at every word of a text for the longest phrase that begins there.
#include "redline/weighty_hits.hpp"

#include <algorithm>

#include "text/characters.hpp"
#include "text/letters.hpp"
#include "text/utf8.hpp"
#include "text/word_bytes.hpp"

namespace stet {

namespace {

/// Behind the white space at a place: blanks of Unicode hold words together or set them apart like others.
std::size_t gap_end(std::string_view text, std::size_t at) {
    while (at < text.size()) {
        if (is_blank(text[at])) {
            ++at;
            continue;
        }
        if (text[at] != '\xC2' && text[at] != '\xE2' && text[at] != '\xE3') break;
        const utf8::Decoded next = utf8::decode(text, at);
        if (utf8::kind_of(next.code) != utf8::CharacterKind::space) break;
        at += next.size;
    }
    return at;
}

/// Where the white space before a place begins.
std::size_t gap_begin(std::string_view text, std::size_t at) {
    while (at > 0) {
        const utf8::Decoded last = utf8::decode_before(text, at);
        if (last.code > 0x7F ? utf8::kind_of(last.code) != utf8::CharacterKind::space : !is_blank(text[at - 1])) break;
        at -= last.size;
    }
    return at;
}

/// Where the phrase ends in the text from `at`; `at` where it does not stand there. Its words may be joined by hyphens:
/// "third-party"; but those of a longer word are no phrase: "up-to-date".
std::size_t phrase_end(std::string_view text, std::size_t at, std::string_view words) {
    std::size_t i = at;
    bool joined = false;
    for (const char c : words) {
        if (c == ' ') {
            joined = i < text.size() && text[i] == '-';
            const std::size_t gap = i;
            i = gap_end(text, joined ? i + 1 : i);
            if (i == gap) return at;
        } else if (i >= text.size() || folded(text[i++]) != c) {
            return at;
        }
    }
    if (joined && i + 1 < text.size() && text[i] == '-' && is_word_byte(text[i + 1])) return at;
    return i < text.size() && is_word_byte(text[i]) ? at : i;
}

/// Whether the word before a place is in lower case or a comma stands there: a capital there opens no sentence.
bool is_within_sentence(std::string_view text, std::size_t at) {
    const std::size_t end = gap_begin(text, at);
    if (end == 0 || end == at) return false;
    if (text[end - 1] == ',') return true;
    std::size_t begin = end;
    while (begin > 0 && is_word_byte(text[begin - 1])) --begin;
    return begin < end && text[begin] >= 'a' && text[begin] <= 'z';
}

/// "May 5", "May, 2026", "in May" are dates, "No. 5" a number and "US" a country: names, where a digit follows, a
/// capital stands within a sentence or all are capitals.
bool is_name(std::string_view text, std::size_t begin, std::size_t end, NameForm form) {
    if (form == NameForm::capitals) return std::all_of(text.begin() + begin, text.begin() + end, is_upper);
    const bool capital = form == NameForm::capital && is_upper(text[begin]);
    const bool shortened = form == NameForm::abbreviation && end < text.size() && text[end] == '.';
    if (!capital && !shortened) return false;
    const bool title = capital && (begin + 1 == text.size() || !is_upper(text[begin + 1]));
    if (title && is_within_sentence(text, begin)) return true;
    if (shortened || (end < text.size() && text[end] == ',')) ++end;
    end = gap_end(text, end);
    return end < text.size() && text[end] >= '0' && text[end] <= '9';
}

/// True for words that end in "n't", whatever the apostrophe: `end` is behind the t.
bool ends_in_negation(std::string_view text, std::size_t begin, std::size_t end) {
    if (end - begin < 2 || folded(text[end - 1]) != 't') return false;
    std::string_view word = text.substr(begin, end - 1 - begin);
    if (word.ends_with('\''))
        word.remove_suffix(1);
    else if (word.ends_with("\xE2\x80\x99"))
        word.remove_suffix(3);
    else
        return false;
    return !word.empty() && folded(word.back()) == 'n';
}

/// Behind the word at `at`; inner apostrophes belong to it.
std::size_t word_end(std::string_view text, std::size_t at) {
    while (at < text.size()) {
        if (is_word_byte(text[at])) {
            ++at;
            continue;
        }
        std::size_t next = at;
        if (text[at] == '\'')
            next = at + 1;
        else if (text.substr(at, 3) == "\xE2\x80\x99")
            next = at + 3;
        if (next == at || next >= text.size() || !is_word_byte(text[next])) break;
        at = next;
    }
    return at;
}

/// Whether the words stand behind a place with which a phrase ends that is none in front of them.
bool goes_on_with(std::string_view text, std::size_t end, std::string_view words) {
    if (words.empty()) return false;
    end = gap_end(text, end);
    return phrase_end(text, end, words) > end;
}

}  // namespace

std::vector<WeightyHit> find_weighty(std::string_view text, Span within, const WeightyWords& words) {
    std::vector<WeightyHit> hits;
    for (std::size_t at = within.begin; at < within.end;) {
        if (!is_word_byte(text[at])) {
            ++at;
            continue;
        }
        const std::size_t begin = at;
        const WeightyWords::Shelf shelf = words.beginning(text.substr(at));
        at = word_end(text, at);
        std::size_t found = words.negation(), end = begin;
        for (std::size_t i = shelf.begin; i < shelf.end && end == begin; ++i) {
            end = phrase_end(text, begin, words[i].words);
            if (end > begin && goes_on_with(text, end, words[i].not_before)) end = begin;
            found = i;
        }
        const bool negated = end == begin && ends_in_negation(text, begin, at);
        if (negated) {
            hits.push_back({words.negation(), {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(at)}});
        } else if (end > begin && !is_name(text, begin, end, words[found].name)) {
            hits.push_back({found, {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)}});
            at = std::max(at, end);
        }
    }
    return hits;
}

}  // namespace stet
