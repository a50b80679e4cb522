// Finds columns as the unions of what overlaps in the lines that hold figures, and hangs the words of headings on them.
//
//   BGU  Title              STEP 1 STEP 2 STEP 3     one stretch of words over three columns: each word goes to
//   02   Dental Assistant   22.17  23.01   23.84     the column whose middle is nearest
#include "proposal/wage_text_columns.hpp"

#include <algorithm>

#include "proposal/letters.hpp"

namespace stet {

namespace {

constexpr std::size_t most_columns = 200;

struct Stretch {
    std::size_t begin = 0;
    std::size_t end = 0;

    std::size_t middle() const { return (begin + end) / 2; }
};

using Stretches = std::vector<Stretch>;

/// A word that is a sum for what it looks like: "$5", "22.17", "9,667".
bool is_sum(std::string_view word) {
    if (word.starts_with('$')) word.remove_prefix(1);
    if (word.empty() || !is_digit(word.front())) return false;
    const std::size_t mark = word.find_first_of(".,");
    if (word.find_first_not_of("0123456789.,*") != std::string_view::npos) return false;
    return mark != std::string_view::npos && mark + 2 < word.size() && is_digit(word[mark + 1]) &&
           is_digit(word[mark + 2]);
}

/// Words; a sign of money that stands apart belongs to the figure behind it.
Stretches words_of(std::string_view line) {
    Stretches out;
    bool sign = false;
    for (std::size_t at = 0; at < line.size();) {
        if (line[at] == ' ') {
            ++at;
            continue;
        }
        const std::size_t end = std::min(line.find(' ', at), line.size());
        if (sign && is_digit(line[at]))
            out.back().end = end;
        else
            out.push_back({at, end});
        sign = line.substr(at, end - at) == "$";
        at = end;
    }
    return out;
}

/// What `least_gap` blanks part, and sums from what stands before them.
Stretches stretches_of(std::string_view line, const Stretches& words, std::size_t least_gap, bool part_sums) {
    Stretches out;
    for (const Stretch& word : words) {
        const bool sum = part_sums && is_sum(line.substr(word.begin, word.end - word.begin));
        if (!out.empty() && word.begin - out.back().end < least_gap && !sum)
            out.back().end = word.end;
        else
            out.push_back(word);
    }
    return out;
}

std::size_t count_sums(std::string_view line, const Stretches& words) {
    return static_cast<std::size_t>(std::count_if(words.begin(), words.end(), [&](const Stretch& word) {
        return is_sum(line.substr(word.begin, word.end - word.begin)) || line[word.begin] == '$';
    }));
}

/// "from $2.75 to $3.50; lead pay from $1.50": running words between the first sum of the line and its last, with no
/// gap anywhere: a sentence, and no row.
bool is_running_text(std::string_view line, const Stretches& words, std::size_t least_gap) {
    const auto is_money = [&](const Stretch& word) {
        std::string_view text = line.substr(word.begin, word.end - word.begin);
        while (!text.empty() && std::string_view(".,;:").find(text.back()) != std::string_view::npos)
            text.remove_suffix(1);
        return is_sum(text) || text.starts_with('$');
    };
    const auto first = std::find_if(words.begin(), words.end(), is_money);
    const auto last = std::find_if(words.rbegin(), words.rend(), is_money).base();
    for (auto word = words.begin(); word != words.end(); ++word)
        if (word != words.begin() && word->begin - (word - 1)->end >= least_gap) return false;
    return first != words.end() &&
           std::any_of(first, last, [&](const Stretch& word) { return is_lower(line[word.begin]); });
}

Stretches parted_by_tabs(std::string_view line) {
    Stretches out;
    for (std::size_t at = 0; at <= line.size();) {
        const std::size_t end = std::min(line.find('\t', at), line.size());
        out.push_back({at, end});
        at = end + 1;
    }
    return out;
}

/// Unions of overlapping stretches of all lines that have more than one.
Stretches unions_of(const std::vector<Stretches>& lines) {
    Stretches all;
    for (const Stretches& line : lines)
        if (line.size() > 1) all.insert(all.end(), line.begin(), line.end());
    std::sort(all.begin(), all.end(), [](const Stretch& a, const Stretch& b) { return a.begin < b.begin; });
    Stretches columns;
    for (const Stretch& stretch : all) {
        if (!columns.empty() && stretch.begin < columns.back().end)
            columns.back().end = std::max(columns.back().end, stretch.end);
        else
            columns.push_back(stretch);
    }
    return columns;
}

/// Adds what other lines have where no column is.
Stretches with_headings(const Stretches& columns, const std::vector<Stretches>& lines) {
    std::vector<Stretches> all = {columns};
    for (const Stretches& line : lines) {
        if (line.size() < 2) continue;
        Stretches apart;
        for (const Stretch& stretch : line) {
            const auto next = std::partition_point(columns.begin(), columns.end(),
                                                   [&](const Stretch& column) { return column.end <= stretch.begin; });
            if (next == columns.end() || next->begin >= stretch.end) apart.push_back(stretch);
        }
        if (apart.size() == 1) apart.push_back(apart.front());
        all.push_back(std::move(apart));
    }
    return unions_of(all);
}

/// Columns that a stretch lies over: [first, last].
std::pair<std::size_t, std::size_t> columns_under(const Stretch& stretch, const Stretches& columns) {
    const auto first = std::partition_point(columns.begin(), columns.end(),
                                            [&](const Stretch& column) { return column.end <= stretch.begin; });
    const auto last =
        std::partition_point(first, columns.end(), [&](const Stretch& column) { return column.begin < stretch.end; });
    const auto at = static_cast<std::size_t>(first - columns.begin());
    return {at, at + static_cast<std::size_t>(std::max<std::ptrdiff_t>(last - first, 1)) - 1};
}

std::size_t nearest_column(const Stretch& word, const Stretches& columns) {
    const auto behind = std::partition_point(columns.begin(), columns.end(),
                                             [&](const Stretch& column) { return column.middle() < word.middle(); });
    const auto at = static_cast<std::size_t>(behind - columns.begin());
    if (at == columns.size()) return at - 1;
    if (at == 0) return 0;
    return columns[at].middle() - word.middle() < word.middle() - columns[at - 1].middle() ? at : at - 1;
}

void put(std::vector<std::string>& cells, std::size_t column, std::string_view text) {
    if (!cells[column].empty()) cells[column] += ' ';
    cells[column] += text;
}

/// After how many words the first one comes again, each time: 2 in "Step 1 Step 2 Step 3"; 0 where it does not.
std::size_t repeats_after(std::string_view text, const Stretches& words) {
    const auto word = [&](std::size_t i) { return text.substr(words[i].begin, words[i].end - words[i].begin); };
    std::size_t share = 1;
    while (share < words.size() && word(share) != word(0)) ++share;
    if (share * 2 > words.size() || words.size() % share != 0) return 0;
    for (std::size_t i = share; i < words.size(); i += share)
        if (word(i) != word(0)) return 0;
    return share;
}

/// Words over several columns: as many to each where they can be shared out evenly, else each to the nearest. The last
/// words of a line that repeat themselves belong to the last columns, wherever they stand.
void put_words(std::vector<std::string>& cells, std::string_view text, const Stretch& stretch, std::size_t first,
               std::size_t last, const Stretches& columns, bool ends_line) {
    const Stretches words = words_of(text);
    std::size_t share = words.size() % (last - first + 1) == 0 ? words.size() / (last - first + 1) : 0;
    const std::size_t repeated = ends_line ? repeats_after(text, words) : 0;
    if (repeated > 0 && words.size() / repeated <= columns.size()) {
        share = repeated;
        first = columns.size() - words.size() / repeated;
    }
    for (std::size_t i = 0; i < words.size(); ++i) {
        const Stretch in_line{stretch.begin + words[i].begin, stretch.begin + words[i].end};
        const std::size_t column = share > 0 ? first + i / share : nearest_column(in_line, columns);
        put(cells, column, text.substr(words[i].begin, words[i].end - words[i].begin));
    }
}

std::vector<std::string> cells_of(std::string_view line, const Stretches& stretches, const Stretches& columns) {
    std::vector<std::string> cells(columns.size());
    for (const Stretch& stretch : stretches) {
        const std::string_view text = line.substr(stretch.begin, stretch.end - stretch.begin);
        const auto [first, last] = columns_under(stretch, columns);
        if (first == last || first >= columns.size()) {
            put(cells, first < columns.size() ? first : nearest_column(stretch, columns), text);
            continue;
        }
        put_words(cells, text, stretch, first, last, columns, stretch.end == stretches.back().end);
    }
    return cells;
}

std::vector<std::vector<std::string>> cut_tabs(const std::vector<std::string_view>& lines) {
    std::vector<std::vector<std::string>> out;
    std::size_t width = 0;
    for (const std::string_view line : lines) {
        out.emplace_back();
        for (const Stretch& cell : parted_by_tabs(line))
            out.back().emplace_back(line.substr(cell.begin, cell.end - cell.begin));
        width = std::max(width, out.back().size());
    }
    if (width > most_columns) return {};
    for (auto& cells : out) cells.resize(width);
    return out;
}

}  // namespace

bool has_tab(std::string_view line) {
    return line.find('\t') != std::string_view::npos;
}

std::vector<std::vector<std::string>> cut_text_columns(const std::vector<std::string_view>& lines,
                                                       std::size_t least_gap) {
    if (std::any_of(lines.begin(), lines.end(), has_tab)) return cut_tabs(lines);
    std::vector<Stretches> all, with_sums;
    std::size_t several = 0;
    for (const std::string_view line : lines) {
        const Stretches words = words_of(line);
        const bool sums = count_sums(line, words) > 1 && !is_running_text(line, words, least_gap);
        all.push_back(stretches_of(line, words, least_gap, sums));
        several += all.back().size() > 1;
        if (sums) with_sums.push_back(all.back());
    }
    const Stretches columns = with_sums.empty() ? unions_of(all) : with_headings(unions_of(with_sums), all);
    if (several == 0 || several * 2 < lines.size() || columns.empty() || columns.size() > most_columns) return {};
    std::vector<std::vector<std::string>> out;
    for (std::size_t i = 0; i < lines.size(); ++i) out.push_back(cells_of(lines[i], all[i], columns));
    return out;
}

}  // namespace stet
