// Page furniture: takes lines, finds running heads, feet and page numbers by repetition, place and shape.
#include <algorithm>
#include <array>
#include <cstdlib>
#include <optional>
#include <unordered_map>
#include <unordered_set>

#include "readers/plain_text_stages.hpp"

namespace stet::plain_text {

namespace {

constexpr std::size_t longest = 400;           ///< bytes; no running head is longer
constexpr std::size_t zone = 5;                ///< lines at a page's border that may be furniture
constexpr std::size_t short_document = 8;      ///< pages; in so few, a head that comes back once is one
constexpr std::size_t most_numbers = 400'000;  ///< a text with more bare numbers is no text with page numbers
constexpr std::uint32_t shortest_page = 15;    ///< lines from one page number to the next, at least

std::string_view text_of(std::string_view source, const Line& line) {
    return source.substr(line.text.begin, line.text.size());
}

std::uint64_t step(std::uint64_t hash, char c) {
    return (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3ull;
}

constexpr std::uint64_t hash_seed = 0xcbf29ce484222325ull;

bool is_alnum(char c) {
    return is_digit(c) || is_letter(c) || static_cast<unsigned char>(c) >= 0x80;
}

bool is_roman_letter(char c) {
    return c == 'i' || c == 'v' || c == 'x' || c == 'l' || c == 'c';
}

/// A small number of a line's ends, the same for all lines of one masked key.
std::size_t ends_of(std::string_view text) {
    const auto end_class = [](char c) -> std::size_t {
        if (is_digit(c) || is_roman_letter(c)) return '#';
        return static_cast<unsigned char>(c) >= 0x80 || c == '-' ? '-' : static_cast<unsigned char>(c);
    };
    return end_class(text.front()) * 128 + end_class(text.back());
}

/// Bytes of the hyphen or dash that a text begins with, else 0.
std::size_t dash_size(std::string_view text) {
    if (text[0] == '-') return 1;
    return text.starts_with("–") || text.starts_with("—") || text.starts_with("‐") ? 3 : 0;
}

/// Hash of a text with blanks folded; masked: runs of digits and lone lower-case romans count as one sign, dashes too.
std::uint64_t line_key(std::string_view text, bool masked) {
    std::uint64_t hash = hash_seed;
    for (std::size_t at = 0; at < text.size();) {
        if (const std::uint32_t blank = blank_size(text, at); blank > 0) {
            while (at < text.size() && blank_size(text, at) > 0) at += blank_size(text, at);
            hash = step(hash, ' ');
            continue;
        }
        if (masked && is_digit(text[at])) {
            while (at < text.size() && is_digit(text[at])) ++at;
            hash = step(hash, '#');
            continue;
        }
        if (const std::size_t dash = dash_size(text.substr(at)); masked && dash > 0) {
            hash = step(hash, '-');
            at += dash;
            continue;
        }
        std::size_t end = at;
        while (end < text.size() && is_alnum(text[end]) && dash_size(text.substr(end)) == 0) ++end;
        if (end == at) end = at + 1;
        if (masked && is_roman_letter(text[at]) && page_number(text.substr(at, end - at)) > 0) {
            hash = step(hash, '#');
        } else {
            for (std::size_t i = at; i < end; ++i) hash = step(hash, text[i]);
        }
        at = end;
    }
    return hash;
}

bool is_page_word(std::string_view word) {
    static constexpr std::array<std::string_view, 9> words = {"page", "Page", "PAGE",  "p.",    "P.",
                                                              "pg.",  "Pg.",  "Seite", "Página"};
    return std::find(words.begin(), words.end(), word) != words.end();
}

std::vector<std::string_view> tokens_of(std::string_view text) {
    std::vector<std::string_view> tokens;
    for (std::size_t at = 0; at < text.size() && tokens.size() < 6;) {
        if (const std::uint32_t blank = blank_size(text, at); blank > 0) {
            at += blank;
            continue;
        }
        const std::size_t begin = at;
        while (at < text.size() && blank_size(text, at) == 0) ++at;
        tokens.push_back(text.substr(begin, at - begin));
    }
    return tokens;
}

bool is_rule(std::string_view token) {
    return token == "-" || token == "–" || token == "—" || token == "|";
}

std::string_view without_rules(std::string_view token) {
    while (!token.empty() && (token.front() == '-' || token.front() == '[')) token.remove_prefix(1);
    while (!token.empty() && (token.back() == '-' || token.back() == ']')) token.remove_suffix(1);
    return token;
}

/// A page number and the last one where it is named, else 0; value -1 for no page number.
struct PageNumber {
    int value = -1;
    int of = 0;
};

/// The page number that a stretch of a line is: "12", "- iv -", "Page 3 of 90", "3 of 90", "3/90".
PageNumber number_of_part(std::string_view part) {
    if (part.size() > 40) return {};
    std::vector<std::string_view> tokens = tokens_of(part);
    while (!tokens.empty() && is_rule(tokens.front())) tokens.erase(tokens.begin());
    while (!tokens.empty() && is_rule(tokens.back())) tokens.pop_back();
    if (!tokens.empty() && is_page_word(tokens.front())) tokens.erase(tokens.begin());
    if (tokens.empty()) return {};
    const std::string_view first = without_rules(tokens.front());
    if (tokens.size() == 1) {
        const std::size_t slash = first.find('/');
        if (slash == std::string_view::npos) return {page_number(first), 0};
        const int value = page_number(first.substr(0, slash));
        return page_number(first.substr(slash + 1)) >= value && value > 0 ? PageNumber{value, 0} : PageNumber{};
    }
    if (tokens.size() != 3 || tokens[1].size() > 4 || !is_lower(tokens[1].front())) return {};
    const int value = page_number(first);
    const int of = page_number(without_rules(tokens[2]));
    return of >= value && value >= 0 ? PageNumber{value, of} : PageNumber{};
}

/// Whether a line is a page number by its shape alone: "- 7 -", "Page 7", "Page 7 of 90".
bool says_page(std::string_view text) {
    if (text.size() > 40) return false;
    const auto dashed = [&] {
        return dash_size(text) > 0 && (text.back() == '-' || text.ends_with("–") || text.ends_with("—"));
    };
    if (!dashed() && !is_page_word(tokens_of(text).front())) return false;
    return number_of_part(text).value > 0;
}

/// Page numbers that a line may bear: parts between gaps of two blanks that are nothing but a number.
std::vector<PageNumber> numbers_of(std::string_view source, const Line& line) {
    std::vector<PageNumber> numbers;
    if (line.text.size() > longest) return numbers;
    const std::string_view text = text_of(source, line);
    if (text.size() > 40 && text.find("  ") == std::string_view::npos && text.find('\t') == std::string_view::npos)
        return numbers;
    const std::vector<Cell> cells = cells_of(source, line, 2);
    if (cells.size() > 4) return numbers;
    for (const Cell& cell : cells) {
        const PageNumber number = number_of_part(source.substr(cell.text.begin, cell.text.size()));
        if (number.value >= 0) numbers.push_back(number);
    }
    return numbers;
}

/// Key of a line without the parts that are page numbers; 0 where nothing else stands in it.
std::uint64_t key_without_number(std::string_view source, const Line& line) {
    std::string rest;
    for (const Cell& cell : cells_of(source, line, 2)) {
        const std::string_view part = source.substr(cell.text.begin, cell.text.size());
        if (number_of_part(part).value < 0) rest.append(part).push_back(' ');
    }
    return rest.size() < 4 ? 0 : line_key(rest, true);
}

/// Reads like a line of a paragraph: long and without a gap, or begun in lower case.
bool is_like_prose(std::string_view text, const Line& line) {
    return is_lower(text.front()) || (line.wide_gaps == 0 && line.narrow_gaps == 0 && line.end > line.indent + 75);
}

bool has_label(std::string_view text) {
    const LabelShape shape = label_at(text).shape;
    return shape != LabelShape::none && shape != LabelShape::bullet;
}

/// The border of a page at which a line is looked for; the values set the keys of the two apart.
enum Side : std::uint64_t { head = 0x5bd1e995, foot = 0x9e3779b9 };

/// Whether blank lines stand between two lines.
bool apart(const Line& a, const Line& b) {
    return a.number > b.number ? a.number > b.number + 1 : b.number > a.number + 1;
}

/// How often a masked line stands at a page's border and how evenly.
struct Repetition {
    std::uint32_t at_border = 0;
    std::uint32_t anywhere = 0;
    std::uint32_t neighbours = 0;  ///< occurrences at most two pages after the last
    std::uint32_t same = 0;        ///< of these, letter for letter the same
    std::uint32_t last_page = 0;
    std::uint64_t last_exact = 0;
    bool label = false;
    bool prose = false;

    bool runs(std::size_t pages) const {
        if (pages <= short_document && at_border == 2 && anywhere == 2 && same == 1) return !label && !prose;
        if (at_border < 3 || at_border * 5 < anywhere * 3 || neighbours * 2 + 1 < at_border) return false;
        if (prose && (at_border < 8 || at_border * 2 < pages)) return false;
        return !label || same * 3 >= at_border;
    }
};

/// Furniture of a text with form feeds.
class PagedFurniture {
public:
    PagedFurniture(std::string_view source, std::vector<Line>& lines) : source_(source), lines_(lines) {}

    void mark() {
        find_pages();
        for (std::size_t page = 0; page + 1 < starts_.size(); ++page)
            for_border(page, [&](std::size_t i, Side side) { count_border(i, side); });
        for (std::size_t page = 0; page + 1 < starts_.size(); ++page)
            for_border(page, [&](std::size_t i, Side side) { note_ends(lines_[i], side); });
        for (const Line& line : lines_) count_anywhere(line);
        for (std::size_t page = 0; page + 1 < starts_.size(); ++page) mark_page(page);
        for (std::size_t page = 0; page + 1 < starts_.size(); ++page)
            for_border(page, [&](std::size_t i, Side) { mark_without_number(i); });
        if (tall_feet_ * 2 > starts_.size())
            for (std::size_t page = 0; page + 1 < starts_.size(); ++page) complete_foot(page);
        for (Line& line : lines_)
            if (may_come_back(line) && line.role == LineRole::body && numbered_keys_.contains(key_of(line)))
                line.role = LineRole::furniture;
    }

private:
    void find_pages() {
        for (std::size_t i = 0; i < lines_.size(); ++i)
            if (i == 0 || lines_[i].page != lines_[i - 1].page) starts_.push_back(i);
        starts_.push_back(lines_.size());
    }

    /// Visits the lines near both borders of a page; on a short page some twice.
    template <typename Visit>
    void for_border(std::size_t page, Visit visit) {
        const std::size_t begin = starts_[page];
        const std::size_t end = starts_[page + 1];
        for (std::size_t i = begin; i < std::min(begin + zone, end); ++i) visit(i, head);
        for (std::size_t i = end; i > begin && end - i < zone; --i) visit(i - 1, foot);
    }

    std::uint64_t key_of(const Line& line) const {
        return line.text.size() > longest ? 0 : line_key(text_of(source_, line), true);
    }

    void count_border(std::size_t i, Side side) {
        const Line& line = lines_[i];
        if (line.text.size() > longest) return;
        const std::uint32_t page = line.page;
        const std::string_view text = text_of(source_, line);
        Repetition& seen = repetitions_[line_key(text, true) ^ side];
        const std::uint64_t exact = line_key(text, false);
        if (seen.at_border == 0) {
            seen.label = has_label(text);
            seen.prose = is_like_prose(text, line);
        } else if (page - seen.last_page <= 2 && page != seen.last_page) {
            ++seen.neighbours;
            if (exact == seen.last_exact) ++seen.same;
        }
        if (seen.at_border == 0 || seen.last_page != page) ++seen.at_border;
        seen.last_page = page;
        seen.last_exact = exact;
        for (const PageNumber number : numbers_of(source_, line)) {
            Offset& offset = offsets_[number.value - static_cast<int>(page)];
            if (offset.pages == 0 || offset.last_page != page) ++offset.pages;
            offset.last_page = page;
        }
    }

    /// Remembers the ends of lines that stand at two borders or more: only lines with such ends need a key.
    void note_ends(const Line& line, Side side) {
        if (line.text.size() > longest) return;
        const auto found = repetitions_.find(key_of(line) ^ side);
        if (found->second.at_border > 1) ends_[ends_of(text_of(source_, line))] = true;
    }

    bool may_come_back(const Line& line) const {
        return line.text.size() <= longest && ends_[ends_of(text_of(source_, line))];
    }

    void count_anywhere(const Line& line) {
        if (!may_come_back(line)) return;
        const std::uint64_t key = key_of(line);
        for (const Side side : {head, foot})
            if (const auto found = repetitions_.find(key ^ side); found != repetitions_.end()) ++found->second.anywhere;
    }

    bool numbered(const Line& line) const {
        for (const PageNumber number : numbers_of(source_, line)) {
            const auto found = offsets_.find(number.value - static_cast<int>(line.page));
            if (found != offsets_.end() && found->second.pages >= 3) return true;
        }
        return false;
    }

    /// Marks a line at a page's border; `outer` is the furniture between it and the border, if any.
    bool mark_line(std::size_t i, Side side, const Line* outer, bool& has_number) {
        Line& line = lines_[i];
        if (line.text.size() > longest) return false;
        const std::uint64_t key = key_of(line);
        const bool is_numbered = numbered(line);
        const auto found = repetitions_.find(key ^ side);
        bool runs = found != repetitions_.end() && found->second.runs(starts_.size() - 1);
        if (outer != nullptr && found != repetitions_.end() && found->second.at_border < 3) runs = false;
        if (runs && outer != nullptr && apart(line, *outer)) runs = found->second.at_border * 5 >= starts_.size();
        if (!runs && (!is_numbered || has_number)) return false;
        if (is_numbered && runs && cells_of(source_, line, 2).size() > 1) {
            numbered_keys_.insert(key);
            if (found->second.at_border * 4 >= starts_.size()) bare_keys_.insert(key_without_number(source_, line));
        }
        has_number = has_number || is_numbered;
        line.role = LineRole::furniture;
        return true;
    }

    /// A foot or head whose page number is missing or of another kind than elsewhere.
    void mark_without_number(std::size_t i) {
        Line& line = lines_[i];
        if (line.role != LineRole::body || line.text.size() > longest || bare_keys_.empty()) return;
        if (is_like_prose(text_of(source_, line), line)) return;
        const std::uint64_t key = key_without_number(source_, line);
        if (key != 0 && bare_keys_.contains(key)) line.role = LineRole::furniture;
    }

    void mark_page(std::size_t page) {
        const std::size_t begin = starts_[page];
        const std::size_t end = starts_[page + 1];
        bool has_number = false;
        std::size_t bottom = end;
        while (bottom > begin && end - bottom < zone &&
               mark_line(bottom - 1, foot, bottom < end ? &lines_[bottom] : nullptr, has_number))
            --bottom;
        if (end - bottom >= 2 && !apart(lines_[end - 1], lines_[end - 2])) ++tall_feet_;
        std::size_t top = begin;
        while (top < bottom && top < begin + zone &&
               mark_line(top, head, top > begin ? &lines_[top - 1] : nullptr, has_number))
            ++top;
    }

    /// Where feet have two lines: the line above a lone numbered one, if it is short and stands apart from the text.
    void complete_foot(std::size_t page) {
        const std::size_t begin = starts_[page];
        const std::size_t end = starts_[page + 1];
        if (end < begin + 3 || lines_[end - 1].role != LineRole::furniture) return;
        Line& line = lines_[end - 2];
        if (line.role == LineRole::furniture || apart(line, lines_[end - 1])) return;
        if (line.number > lines_[end - 3].number + 2 && line.end < 60) line.role = LineRole::furniture;
    }

    std::string_view source_;
    std::vector<Line>& lines_;
    std::vector<std::size_t> starts_;  ///< first line of each page; the end last
    std::unordered_map<std::uint64_t, Repetition> repetitions_;
    std::vector<bool> ends_ = std::vector<bool>(std::size_t{128} * 128, false);
    /// On how many pages a number stands that is so much more than the page's.
    struct Offset {
        std::uint32_t pages = 0;
        std::uint32_t last_page = 0;
    };
    std::unordered_map<int, Offset> offsets_;
    std::unordered_set<std::uint64_t> numbered_keys_;
    std::unordered_set<std::uint64_t> bare_keys_;  ///< the same without their numbers
    std::size_t tall_feet_ = 0;                    ///< pages with a foot of two lines or more
};

/// Furniture of a text without form feeds.
class PeriodicFurniture {
public:
    PeriodicFurniture(std::string_view source, std::vector<Line>& lines) : source_(source), lines_(lines) {}

    void mark() {
        find_number_chains();
        mark_beside_numbers();
        mark_same_masks();
        if (page_lines_.empty()) mark_even_repeats();
        if (page_lines_.empty()) mark_cuts();
        for (std::size_t i = 0; i < lines_.size(); ++i)
            if (lines_[i].role == LineRole::body && (i == 0 || apart(lines_[i], lines_[i - 1])) &&
                says_page(text_of(source_, lines_[i])))
                lines_[i].role = LineRole::furniture;
    }

private:
    /// A sequence of page numbers that ends at a line.
    struct Chain {
        std::size_t line = 0;
        std::uint32_t length = 0;
        std::size_t entry = 0;
    };
    struct Entry {
        std::size_t line = 0;
        std::optional<std::size_t> previous;
    };

    void find_number_chains() {
        std::unordered_map<std::uint64_t, Chain> chains;  // by mask and value
        std::vector<Entry> entries;
        std::vector<Chain> ends;
        const auto slot = [](std::uint64_t key, int value) {
            return key ^ (static_cast<std::uint64_t>(static_cast<std::uint32_t>(value)) * 0x9e3779b97f4a7c15ull);
        };
        for (std::size_t i = 0; i < lines_.size(); ++i) {
            const std::vector<PageNumber> numbers = numbers_of(source_, lines_[i]);
            if (numbers.empty()) continue;
            if (entries.size() > most_numbers) return;
            const std::uint64_t mask = line_key(text_of(source_, lines_[i]), true);
            for (const auto [value, of] : numbers) {
                const std::uint64_t key = of > 0 ? static_cast<std::uint64_t>(of) : mask;
                Chain chain{i, 1, entries.size()};
                Entry entry{i, std::nullopt};
                const auto before = chains.find(slot(key, value - 1));
                if (before != chains.end() && lines_[i].number - lines_[before->second.line].number >= shortest_page) {
                    chain.length = before->second.length + 1;
                    entry.previous = before->second.entry;
                }
                entries.push_back(entry);
                Chain& kept = chains[slot(key, value)];
                if (chain.length >= kept.length) kept = chain;
                if (chain.length >= 3) ends.push_back(chain);
            }
        }
        for (const Chain& chain : ends)
            for (std::optional<std::size_t> at = chain.entry; at; at = entries[*at].previous) {
                if (lines_[entries[*at].line].role == LineRole::furniture && at != chain.entry) break;
                lines_[entries[*at].line].role = LineRole::furniture;
            }
        for (std::size_t i = 0; i < lines_.size(); ++i)
            if (lines_[i].role == LineRole::furniture) page_lines_.push_back(i);
    }

    /// Lines of the masks that the page numbers have, wherever they stand, with their number or without,
    /// where many have it.
    void mark_same_masks() {
        std::unordered_map<std::uint64_t, std::size_t> keys;
        for (const std::size_t i : page_lines_)
            if (const std::uint64_t bare = key_without_number(source_, lines_[i]); bare != 0) ++keys[bare];
        for (std::size_t i = 0; i < lines_.size() && !keys.empty(); ++i) {
            Line& line = lines_[i];
            if (line.role != LineRole::body || line.text.size() > longest || line.text.size() < 20) continue;
            const auto found = keys.find(key_without_number(source_, line));
            if (found != keys.end() && found->second * 4 >= page_lines_.size()) line.role = LineRole::furniture;
        }
    }

    /// The three lines above and below each page number; `visit` says whether to go on.
    template <typename Visit>
    void for_beside(Visit visit) {
        for (const std::size_t at : page_lines_) {
            for (std::size_t i = at; i > 0 && at - i < 3; --i)
                if (!visit(i - 1, lines_[i], foot)) break;
            for (std::size_t i = at + 1; i < lines_.size() && i <= at + 3; ++i)
                if (!visit(i, lines_[i - 1], head)) break;
        }
    }

    void mark_beside_numbers() {
        std::unordered_map<std::uint64_t, Repetition> beside;
        const auto exact_key = [&](std::size_t i) {
            return lines_[i].text.size() > longest ? 0 : line_key(text_of(source_, lines_[i]), false);
        };
        for_beside([&](std::size_t i, const Line&, Side side) {
            ++beside[exact_key(i) ^ side].at_border;
            return true;
        });
        if (beside.empty()) return;
        for (std::size_t i = 0; i < lines_.size(); ++i)
            for (const Side side : {head, foot})
                if (const auto found = beside.find(exact_key(i) ^ side); found != beside.end())
                    ++found->second.anywhere;
        // Of three pages two have a head behind a number; the first page's is the text's first line.
        const std::uint64_t first = lines_.empty() ? 0 : exact_key(0);
        for_beside([&](std::size_t i, const Line& outer, Side side) {
            const auto found = beside.find(exact_key(i) ^ side);
            const std::uint32_t least = side == head && i > 0 && exact_key(i) == first ? 2 : 3;
            if (found == beside.end() || found->second.at_border < least || lines_[i].text.size() > longest)
                return false;
            if (is_like_prose(text_of(source_, lines_[i]), lines_[i])) return false;
            const Repetition& seen = found->second;
            if (seen.at_border * 5 < seen.anywhere * 3) return false;
            if (apart(lines_[i], outer) && seen.at_border * 5 < page_lines_.size()) return false;
            lines_[i].role = LineRole::furniture;
            return true;
        });
    }

    /// Without a page number only a line that comes back at even distances and cuts sentences in two is furniture: the
    /// heads of tables come back too, and stand between paragraphs.
    void mark_even_repeats() {
        struct Distances {
            std::uint32_t count = 0;
            std::uint32_t cuts = 0;  ///< sentences that go on behind it
            std::uint32_t last = 0;
            std::uint32_t least = 0xffffffff;
            std::uint32_t most = 0;
            bool even() const { return count >= 5 && least >= 20 && most <= 150 && (most - least) * 4 <= most; }
            bool runs() const { return even() && cuts >= 2 && cuts * 5 >= count; }
        };
        std::unordered_map<std::uint64_t, Distances> seen;
        std::vector<std::uint64_t> keys(lines_.size(), 0);
        for (std::size_t i = 0; i < lines_.size(); ++i) {
            const Line& line = lines_[i];
            const std::string_view text = text_of(source_, line);
            if (text.size() < 6 || text.size() > longest || has_label(text) || is_like_prose(text, line)) continue;
            keys[i] = line_key(text, false);
            Distances& distances = seen[keys[i]];
            if (distances.count > 0) {
                const std::uint32_t distance = line.number - distances.last;
                distances.least = std::min(distances.least, distance);
                distances.most = std::max(distances.most, distance);
            }
            ++distances.count;
            distances.last = line.number;
        }
        const auto comes_back = [&](std::size_t i) { return keys[i] != 0 && seen[keys[i]].even(); };
        for (std::size_t i = 0; i < lines_.size(); ++i)
            if (comes_back(i) && cuts_sentence(i, comes_back)) ++seen[keys[i]].cuts;
        for (std::size_t i = 0; i < lines_.size(); ++i)
            if (keys[i] != 0 && seen[keys[i]].runs()) lines_[i].role = LineRole::furniture;
    }

    /// The text above ends in the midst of a sentence that the text below goes on with; other lines that come back
    /// may stand between, at most two on either side.
    template <typename ComesBack>
    bool cuts_sentence(std::size_t i, ComesBack comes_back) const {
        std::size_t above = i;
        std::size_t below = i;
        while (above > 0 && i - above < 3 && (above == i || comes_back(above))) --above;
        while (below + 1 < lines_.size() && below - i < 3 && (below == i || comes_back(below))) ++below;
        if (above == i || below == i) return false;
        const char last = text_of(source_, lines_[above]).back();
        return (is_letter(last) || last == ',' || last == '-') && is_lower(text_of(source_, lines_[below]).front());
    }

    /// In an excerpt of few pages: a head or foot that comes back, each time beside a bare number of its own that
    /// stands apart, and once at least in the midst of a sentence.
    void mark_cuts() {
        struct Beside {
            std::vector<std::size_t> numbers, lines;
            bool rises = true;
            bool cuts = false;
        };
        std::unordered_map<std::uint64_t, Beside> heads;
        for (std::size_t i = 1; i + 1 < lines_.size(); ++i) {
            const Line& line = lines_[i];
            if (line.role != LineRole::body || !apart(line, lines_[i - 1]) || !apart(line, lines_[i + 1])) continue;
            const int number = number_of_part(text_of(source_, line)).value;
            if (number <= 0) continue;
            for (const std::size_t beside : {i - 1, i + 1}) {
                if (!may_stand_beside(beside)) continue;
                Beside& seen = heads[line_key(text_of(source_, lines_[beside]), false)];
                const bool rises = seen.numbers.empty() ||
                                   number_of_part(text_of(source_, lines_[seen.numbers.back()])).value < number;
                seen.rises = seen.rises && rises;
                seen.cuts = seen.cuts || cuts_between(std::min(i, beside), std::max(i, beside));
                seen.numbers.push_back(i);
                seen.lines.push_back(beside);
            }
        }
        for (const auto& [key, seen] : heads) {
            if (seen.numbers.size() < 2 || !seen.rises || !seen.cuts) continue;
            for (const std::size_t i : seen.numbers) lines_[i].role = LineRole::furniture;
            for (const std::size_t i : seen.lines) lines_[i].role = LineRole::furniture;
        }
    }

    /// A short line without a label that is no line of a paragraph.
    bool may_stand_beside(std::size_t i) const {
        const std::string_view text = text_of(source_, lines_[i]);
        return lines_[i].role == LineRole::body && text.size() <= 80 && number_of_part(text).value < 0 &&
               !has_label(text) && !is_like_prose(text, lines_[i]);
    }

    /// Lines [first, last] stand apart in the midst of a sentence.
    bool cuts_between(std::size_t first, std::size_t last) const {
        if (first == 0 || last + 1 >= lines_.size()) return false;
        const Line& above = lines_[first - 1];
        const Line& below = lines_[last + 1];
        const char end = text_of(source_, above).back();
        return (is_letter(end) || end == ',' || end == '-') && is_lower(text_of(source_, below).front()) &&
               apart(above, lines_[first]) && apart(lines_[last], below);
    }

    std::string_view source_;
    std::vector<Line>& lines_;
    std::vector<std::size_t> page_lines_;
};

}  // namespace

void mark_furniture(std::string_view source, std::vector<Line>& lines) {
    if (lines.empty()) return;
    if (lines.back().page >= 2)
        PagedFurniture(source, lines).mark();
    else
        PeriodicFurniture(source, lines).mark();
}

}  // namespace stet::plain_text
