// Titles, sentences, captions.
#include "grammar/wording.hpp"

#include <algorithm>
#include <array>

#include "text/letters.hpp"
#include "text/utf8.hpp"

namespace stet {
namespace {

constexpr std::size_t longest_title = 140;
constexpr std::size_t longest_caption = 110;
constexpr std::size_t longest_phrase = 60;  // of a caption that is no title

std::string_view trim(std::string_view text) {
    while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
    while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
    return text;
}

/// Words that titles leave small.
bool is_small_word(std::string_view word) {
    static constexpr std::array<std::string_view, 30> words = {
        "a",   "an",   "and", "as", "at",   "by",     "for",     "from", "in",    "into",
        "nor", "of",   "off", "on", "or",   "over",   "per",     "the",  "to",    "under",
        "up",  "upon", "via", "vs", "with", "within", "without", "its",  "their", "than"};
    return std::find(words.begin(), words.end(), word) != words.end();
}

/// Share of title case: words of four letters and more, or no small words, that open with a capital or digit.
bool is_title_case(std::string_view text, std::size_t most_words) {
    std::size_t words = 0;
    std::size_t small = 0;
    std::size_t at = 0;
    while (at < text.size()) {
        while (at < text.size() && (is_blank(text[at]) || text[at] == '-' || text[at] == '/')) ++at;
        if (at < text.size() && text[at] == '(' && words > 0) {
            const std::size_t close = text.find(')', at);
            if (close == std::string_view::npos) break;
            at = close + 1;
            continue;
        }
        std::size_t end = at;
        while (end < text.size() && !is_blank(text[end]) && text[end] != '-' && text[end] != '/') ++end;
        std::string_view word = text.substr(at, end - at);
        at = end;
        while (!word.empty() &&
               (word.front() == '(' || word.front() == '"' || word.front() == '\'' || word.front() == '['))
            word.remove_prefix(1);
        while (!word.empty() && !is_lower(word.back()) && !is_upper(word.back()) && !is_digit(word.back()))
            word.remove_suffix(1);
        if (word.empty()) continue;
        ++words;
        if (is_lower(word.front()) && !is_small_word(word)) ++small;
    }
    return words > 0 && words <= most_words && small * 5 <= words;
}

/// Offset behind the first sentence's full stop, colon or spaced dash; npos without one.
std::size_t sentence_end(std::string_view text, std::size_t from) {
    for (std::size_t at = from; at < text.size(); ++at) {
        const char c = text[at];
        if (c != '.' && c != ':' && c != '\xe2') continue;
        const bool ends_here = at + 1 == text.size() || is_blank(text[at + 1]);
        if (c != '\xe2' && ends_here) {
            // "Sec." and initials are no sentences.
            std::size_t word = at;
            while (word > from && (is_lower(text[word - 1]) || is_upper(text[word - 1]))) --word;
            const bool initial =
                c == '.' && at - word <= 1 && word > from && is_blank(text[word - 1]) && is_upper(text[word]);
            const bool dotted = c == '.' && word > from && text[word - 1] == '.';
            if (!initial && !dotted) return at + 1;
        }
        if (c == '\xe2' && at > from && text[at - 1] == ' ') {
            const utf8::Decoded dash = utf8::decode(text, at);
            if ((dash.code == U'–' || dash.code == U'—') && at + dash.size < text.size() && text[at + dash.size] == ' ')
                return at + dash.size;
        }
    }
    return std::string_view::npos;
}

}  // namespace

bool is_emphasis(Marks marks) {
    return marks.has(Mark::bold) || marks.has(Mark::underline);
}

std::string fold_blanks(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        std::size_t end = at;
        while (end < text.size() && !is_blank(text[end])) ++end;
        if (end > at && !out.empty()) out.push_back(' ');
        out.append(text, at, end - at);
        at = end + 1;
    }
    return out;
}

std::string heading_key(std::string_view text) {
    std::string out;
    const std::string folded = fold_blanks(text);
    for (std::size_t at = 0; at < folded.size();) {
        const utf8::Decoded next = utf8::decode(folded, at);
        const std::string_view bytes = std::string_view(folded).substr(at, next.size);
        at += next.size;
        if (next.code == U'“' || next.code == U'”')
            out.push_back('"');
        else if (next.code == U'‘' || next.code == U'’')
            out.push_back('\'');
        else if (next.size == 1 && is_upper(bytes[0]))
            out.push_back(static_cast<char>(bytes[0] - 'A' + 'a'));
        else
            out += bytes;
    }
    while (!out.empty() && (out.back() == '.' || out.back() == ':' || out.back() == ' ')) out.pop_back();
    return out;
}

bool is_capitals(std::string_view text) {
    std::size_t upper = 0;
    std::size_t lower = 0;
    int nesting = 0;
    for (const char c : text) {
        if (c == '(') ++nesting;
        if (c == ')' && nesting > 0) --nesting;
        if (is_upper(c)) ++upper;
        if (is_lower(c) && nesting == 0) ++lower;
    }
    return upper > 1 && lower * 12 <= upper;
}

bool looks_like_title(std::string_view text) {
    text = trim(text);
    if (text.empty() || text.size() > longest_title) return false;
    if (is_lower(text.front()) || text.front() == ',' || text.front() == ';') return false;
    if (is_capitals(text)) return true;
    const bool stopped = text.back() == '.' || text.back() == ';' || text.back() == ',';
    return is_title_case(text, 16) && (!stopped || sentence_end(text, 0) >= text.size());
}

bool is_finished(std::string_view text) {
    text = trim(text);
    if (text.empty()) return true;
    const char last = text.back();
    if (last == '.' || last == ';' || last == ':' || last == ',' || last == ')') return true;
    const auto ends_in = [&](std::string_view word) {
        return text.size() > word.size() && text.ends_with(word) && is_blank(text[text.size() - word.size() - 1]);
    };
    return ends_in("and") || ends_in("or") || ends_in("and/or");
}

std::optional<std::string_view> without_page(std::string_view line) {
    line = trim(line);
    std::size_t end = line.size();
    while (end > 0 && (is_digit(line[end - 1]) || line[end - 1] == '-')) --end;
    if (end == line.size())
        while (end > 0 && (line[end - 1] == 'i' || line[end - 1] == 'v' || line[end - 1] == 'x')) --end;
    const bool paged = end < line.size() && line.size() - end <= 5 && end > 0;
    if (!paged) end = line.size();
    std::size_t words = end;
    std::size_t dots = 0;
    while (words > 0 && (is_blank(line[words - 1]) || line[words - 1] == '.')) {
        dots += line[words - 1] == '.';
        --words;
    }
    // Ellipses lead to the page as well.
    while (words >= 3 && line.substr(words - 3, 3) == "…") {
        words -= 3;
        dots += 3;
    }
    const bool gap =
        paged && (line.substr(words, end - words).find('\t') != std::string_view::npos || end - words >= 3);
    if (dots < 3 && !(gap && dots == 0) && !(paged && dots >= 2)) return std::nullopt;
    return trim(line.substr(0, words));
}

/// The first run that ends behind `at`.
std::vector<Run>::const_iterator run_behind(const Block& block, std::uint32_t at) {
    return std::upper_bound(block.runs.begin(), block.runs.end(), at,
                            [](std::uint32_t offset, const Run& run) { return offset < run.text.end; });
}

bool is_emphasised(const Block& block, std::uint32_t from, std::uint32_t to) {
    if (from >= to || block.runs.empty()) return false;
    for (auto run = run_behind(block, from); run != block.runs.end() && run->text.begin < to; ++run) {
        if (is_emphasis(run->marks)) continue;
        for (std::uint32_t at = std::max(from, run->text.begin); at < std::min(to, run->text.end); ++at)
            if (!is_blank(block.text[at])) return false;
    }
    return true;
}

bool has_word(std::string_view text, const std::vector<std::string>& words) {
    for (std::size_t at = 0; at < text.size();) {
        while (at < text.size() && is_blank(text[at])) ++at;
        std::size_t end = at;
        while (end < text.size() && !is_blank(text[end])) ++end;
        if (std::find(words.begin(), words.end(), text.substr(at, end - at)) != words.end()) return true;
        at = end;
    }
    return false;
}

std::uint32_t caption_end(const Block& block, std::string_view text, std::uint32_t from,
                          const std::vector<std::string>& sentence_words) {
    while (from < text.size() && is_blank(text[from])) ++from;
    if (from >= text.size() || is_lower(text[from])) return from;
    const std::size_t stop = sentence_end(text.substr(0, from + longest_caption + 2), from);
    const auto end = static_cast<std::uint32_t>(std::min(stop, text.size()));
    // Emphasis that begins here and ends before the block does.
    std::uint32_t emphasis = from;
    for (auto run = run_behind(block, from); run != block.runs.end() && emphasis - from <= longest_caption; ++run) {
        if (!is_emphasis(run->marks)) {
            const auto begin = text.begin() + std::max(emphasis, run->text.begin);
            const bool blank = std::all_of(begin, text.begin() + run->text.end, is_blank);
            if (!blank) break;
        }
        emphasis = run->text.end;
    }
    while (emphasis > from && is_blank(text[emphasis - 1])) --emphasis;
    const bool all = std::all_of(text.begin() + emphasis, text.end(), is_blank);
    if (emphasis > from && !all && emphasis - from <= longest_caption) return emphasis;
    if (end - from > longest_caption) return from;
    const std::string_view sentence = text.substr(from, end - from);
    if (is_capitals(sentence)) return end;
    // Defined terms are capitals in a sentence too: "Tenant shall pay its Share as Additional Rent."
    if (has_word(sentence, sentence_words)) return from;
    if (is_title_case(sentence, 14)) return end;
    // A sum or a share is said in a sentence.
    const bool phrase = !sentence_words.empty() && sentence.size() <= longest_phrase &&
                        sentence.find_first_of("$%") == std::string_view::npos;
    return phrase ? end : from;
}

}  // namespace stet
