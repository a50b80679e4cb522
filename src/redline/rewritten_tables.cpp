// Looks at runs of rows and paragraphs that stand on one side only, and at the paragraph in front of each.
#include "redline/rewritten_tables.hpp"

#include <algorithm>
#include <optional>
#include <set>
#include <string>

#include "quantity/quantity.hpp"
#include "redline/values.hpp"
#include "text/letters.hpp"
#include "text/word_bytes.hpp"
#include "text/words.hpp"

namespace stet {

namespace {

/// A row says the same as a paragraph that has so much of its words and figures, in percent, or all of its words if it
/// is not so many times longer (and a few words more).
constexpr std::size_t least_shared = 60;
constexpr std::size_t most_longer = 4;
constexpr std::size_t few_words = 12;
/// Longer runs of one-sided blocks are looked at no further.
constexpr std::uint32_t longest_run = 2000;
/// Rows are looked for in paragraphs of so many bytes, until so many are not there.
constexpr std::size_t longest_prose = 4000;
constexpr std::size_t most_absent = 8;

bool is_one_sided(const RedlineBlock& block) {
    return block.status == BlockStatus::inserted || block.status == BlockStatus::deleted;
}

bool has_letter(std::string_view text) {
    return std::any_of(text.begin(), text.end(), [](char c) {
        return ((c | 0x20) >= 'a' && (c | 0x20) <= 'z') || static_cast<unsigned char>(c) >= 0xC3;
    });
}

/// The text of a block that stands on one side only.
std::string_view text_of(const Redline& redline, const RedlineBlock& block) {
    const Span span = block.after != none ? block.after_text : block.before_text;
    return std::string_view(block_of(redline, block).text).substr(span.begin, span.size());
}

/// In either case of letters: a row begins with a capital, an item need not.
TextKeys text_keys(std::string_view printed) {
    const std::string text = in_small_letters(printed);
    std::vector<Token> tokens;
    tokenize(text, {0, static_cast<std::uint32_t>(text.size())}, tokens);
    TextKeys out;
    for (const Token& token : tokens)
        if (token.kind != TokenKind::punctuation)
            (token.kind == TokenKind::word ? out.words : out.figures).insert(token.key);
    return out;
}

std::size_t shared_with(const std::unordered_set<std::uint64_t>& few, const std::unordered_set<std::uint64_t>& many) {
    return static_cast<std::size_t>(
        std::count_if(few.begin(), few.end(), [&](std::uint64_t key) { return many.contains(key); }));
}

/// “3.08 hours” against a cell's “3.08”: the unit stands at the table's head.
bool is_unit_alone(const ValueChange& value) {
    const auto has_unit = [](const std::string& longer, const std::string& shorter) {
        return !shorter.empty() && longer.size() > shorter.size() && longer.starts_with(shorter) &&
               longer[shorter.size()] == ' ';
    };
    return has_unit(value.before, value.after) || has_unit(value.after, value.before);
}

/// The first cell with a letter, in small letters.
std::string key_cell(const Block& row) {
    for (const Span& cell : row.cells) {
        std::string words = in_small_letters(std::string_view(row.text).substr(cell.begin, cell.size()));
        if (has_letter(words)) return words;
    }
    return {};
}

/// Where whole words stand in a text from a place on; npos where they do not.
std::size_t find_words(std::string_view text, std::string_view words, std::size_t from) {
    for (std::size_t at = text.find(words, from); at != std::string_view::npos; at = text.find(words, at + 1)) {
        const std::size_t end = at + words.size();
        const bool begins = at == 0 || !is_word_byte(text[at - 1]);
        if (begins && (end == text.size() || !is_word_byte(text[end]))) return at;
    }
    return std::string_view::npos;
}

/// Behind the mark that parts two rows of a prose list: the first semicolon or end of a sentence in text[from, to),
/// else the last comma; nothing where there is none.
std::optional<std::uint32_t> parting(std::string_view text, std::size_t from, std::size_t to) {
    std::optional<std::uint32_t> comma;
    for (std::size_t i = from; i < to; ++i) {
        const bool before_blank = i + 1 < text.size() && (text[i + 1] == ' ' || text[i + 1] == '\n');
        if (text[i] == ';' || (text[i] == '.' && before_blank)) return static_cast<std::uint32_t>(i + 1);
        if (text[i] == ',' && before_blank) comma = static_cast<std::uint32_t>(i + 1);
    }
    return comma;
}

/// A paragraph cut behind its semicolons, where every part has a figure.
std::vector<Span> parts_by_mark(std::string_view printed) {
    std::vector<Span> parts;
    for (std::size_t at = 0; at < printed.size();) {
        const std::size_t end = std::min(printed.find(';', at), printed.size() - 1) + 1;
        if (!has_digit(printed.substr(at, end - at))) return {};
        parts.push_back({static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)});
        at = end;
    }
    return parts;
}

/// A paragraph cut into what it says of each row that it names, in the order of the rows: "Year 1: $900; Year 2: $950".
/// Whole where it names less than two, or where what it says of them cannot be parted.
std::vector<Span> parts_by_name(std::string_view printed, std::span<const std::string> names) {
    const Span whole{0, static_cast<std::uint32_t>(printed.size())};
    if (printed.size() > longest_prose) return {whole};
    if (std::vector<Span> parts = parts_by_mark(printed); parts.size() > 1) return parts;
    const std::string text = in_small_letters(printed);
    std::vector<Span> parts;
    std::size_t behind = 0;  // the last name found
    std::size_t absent = 0;
    for (const std::string& name : names) {
        if (absent > most_absent) break;
        const std::size_t at = name.empty() ? std::string::npos : find_words(text, name, behind);
        if (at == std::string::npos) {
            ++absent;
            continue;
        }
        if (parts.empty()) {
            parts.push_back(whole);
        } else {
            const auto cut = parting(text, behind, at);
            if (!cut) return {whole};
            parts.back().end = *cut;
            parts.push_back({*cut, whole.end});
        }
        behind = at + name.size();
    }
    const bool all_say = std::all_of(parts.begin(), parts.end(),
                                     [&](Span part) { return has_digit(printed.substr(part.begin, part.size())); });
    return parts.size() < 2 || !all_say ? std::vector{whole} : parts;
}

/// Whether a paragraph says what a row says.
bool says_row(const TextKeys& row, const TextKeys& text) {
    const std::size_t words = shared_with(row.words, text.words);
    const std::size_t figures = shared_with(row.figures, text.figures);
    const bool any_word = words > 0 || row.words.empty();
    if (any_word && 100 * (words + figures) >= least_shared * row.size()) return true;
    return words > 0 && words == row.words.size() && text.size() <= most_longer * row.size() + few_words;
}

bool shares_any(const TextKeys& x, const TextKeys& y) {
    return shared_with(x.words, y.words) + shared_with(x.figures, y.figures) > 0;
}

}  // namespace

bool RewrittenTables::describe(std::span<const std::uint32_t> blocks, bool to_list, Change& change,
                               ToldBlocks& told) const {
    bool rewritten = false;
    const BlockStatus status = to_list ? BlockStatus::deleted : BlockStatus::inserted;
    std::uint32_t done = 0;  // behind the last run looked at
    for (const std::uint32_t index : blocks) {
        if (index < done || redline_.blocks[index].status != status || redline_.blocks[index].cell_ends.empty())
            continue;
        std::uint32_t first = index;
        std::uint32_t last = index;
        while (first > done && index - first < longest_run && is_one_sided(redline_.blocks[first - 1])) --first;
        while (last < redline_.blocks.size() && last - index < longest_run && is_one_sided(redline_.blocks[last]))
            ++last;
        done = last;
        std::vector<std::uint32_t> rows;
        for (std::uint32_t i = first; i < last; ++i)
            if (redline_.blocks[i].status == status && !redline_.blocks[i].cell_ends.empty()) rows.push_back(i);
        const Rewriting found = rewritten_rows(first, last, to_list);
        if (found.pairs.size() < 2 || 2 * found.pairs.size() < rows.size()) continue;
        rewritten = true;
        for (const RewrittenRow& pair : found.pairs) {
            add_values(pair, rows, change);
            told.emplace(pair.row, none);
            told.emplace(pair.text.block, pair.text.edit);
        }
        for (const std::uint32_t head : found.heads) told.emplace(head, none);
        for (const Saying& left : found.left)
            if (told.contains(left.block)) add_lone_values(left, to_list, change);
    }
    return rewritten;
}

/// The values of a part of a paragraph that says no row, while other parts do.
void RewrittenTables::add_lone_values(const Saying& part, bool to_list, Change& change) const {
    const Span whole{0, part.span.size()};
    const std::string_view text = text_of_saying(part);
    const std::vector<Edit> edits = {to_list ? Edit{EditOp::inserted, false, {}, whole}
                                             : Edit{EditOp::deleted, false, whole, {}}};
    for (ValueChange& value :
         find_value_changes(to_list ? std::string_view() : text, to_list ? text : std::string_view(), edits,
                            redline_.after.reference_nouns))
        if (tells_alone(value)) change.values.push_back(std::move(value));
}

std::uint32_t RewrittenTables::table_of(std::uint32_t block) const {
    return block_of(redline_, redline_.blocks[block]).table;
}

bool RewrittenTables::is_first_row(std::uint32_t row) const {
    return row == 0 || table_of(row - 1) != table_of(row);
}

/// Whether a row without figures stands over one with some: a head, which no item says.
bool RewrittenTables::heads_figures(std::uint32_t row, std::uint32_t last, const TextKeys& keys) const {
    if (!keys.figures.empty() || !is_first_row(row)) return false;
    return row + 1 < last && table_of(row + 1) == table_of(row) &&
           !text_keys(text_of(redline_, redline_.blocks[row + 1])).figures.empty();
}

/// The stretch of a block that may say rows: all of one that stands on one side alone; of a paragraph in front of the
/// run the longest stretch that came to it (went from it).
std::optional<RewrittenTables::Saying> RewrittenTables::saying_of(std::uint32_t index, bool in_run,
                                                                  bool to_list) const {
    const RedlineBlock& block = redline_.blocks[index];
    if (!block.cell_ends.empty()) return std::nullopt;
    if (in_run) {
        if (block.status == (to_list ? BlockStatus::deleted : BlockStatus::inserted)) return std::nullopt;
        return Saying{index, none, to_list ? block.after_text : block.before_text};
    }
    if (block.status != BlockStatus::edited) return std::nullopt;
    Saying out{index, none, {}};
    for (std::uint32_t i = 0; i < block.edits.size(); ++i) {
        const Edit& edit = block.edits[i];
        if (edit.op != (to_list ? EditOp::inserted : EditOp::deleted) || edit.aside) continue;
        const Span span = to_list ? edit.after : edit.before;
        if (span.size() > out.span.size()) out = {index, i, span};
    }
    return out.edit == none ? std::nullopt : std::optional(out);
}

std::string_view RewrittenTables::text_of_saying(const Saying& saying) const {
    const RedlineBlock& block = redline_.blocks[saying.block];
    const bool whole = saying.edit == none;
    const bool of_after = whole ? block.after != none : block.edits[saying.edit].op == EditOp::inserted;
    const Block& text = of_after ? redline_.after.blocks[block.after] : redline_.before.blocks[block.before];
    return std::string_view(text.text).substr(saying.span.begin, saying.span.size());
}

RewrittenTables::Rewriting RewrittenTables::rewritten_rows(std::uint32_t first, std::uint32_t last,
                                                           bool to_list) const {
    const BlockStatus of_rows = to_list ? BlockStatus::deleted : BlockStatus::inserted;
    std::vector<Saying> sayings;
    if (first > 0)
        if (const auto opening = saying_of(first - 1, false, to_list)) sayings.push_back(*opening);
    for (std::uint32_t i = first; i < last; ++i)
        if (const auto saying = saying_of(i, true, to_list)) sayings.push_back(*saying);
    if (sayings.empty()) return {};
    struct Row {
        std::uint32_t block;
        TextKeys keys;
    };
    Rewriting out;
    std::vector<Row> rows;
    std::vector<std::string> names;
    for (std::uint32_t i = first; i < last; ++i) {
        const RedlineBlock& block = redline_.blocks[i];
        if (block.status != of_rows || block.cell_ends.empty()) continue;
        TextKeys keys = text_keys(text_of(redline_, block));
        if (heads_figures(i, last, keys)) out.heads.push_back(i);
        if (keys.size() < 2 || heads_figures(i, last, keys)) continue;
        rows.push_back({i, std::move(keys)});
        names.push_back(key_cell(block_of(redline_, block)));
    }
    struct Part {
        Saying saying;
        TextKeys keys;
        bool found = false;
    };
    std::vector<Part> parts;
    std::size_t named = 0;  // rows that paragraphs name which were cut by them
    for (const Saying& saying : sayings) {
        const std::string_view text = text_of_saying(saying);
        const auto spans = parts_by_name(text, std::span(names).subspan(named));
        for (const Span span : spans) {
            const Span there{saying.span.begin + span.begin, saying.span.begin + span.end};
            parts.push_back({{saying.block, saying.edit, there}, text_keys(text.substr(span.begin, span.size()))});
        }
        if (spans.size() > 1) named = std::min(named + spans.size(), names.size());
    }
    std::vector<std::size_t> part_of(rows.size(), none);
    std::size_t next = 0;  // rows and paragraphs in the same order
    for (std::size_t i = 0; i < rows.size(); ++i)
        for (std::size_t k = next; k < std::min(parts.size(), next + 8); ++k) {
            if (!says_row(rows[i].keys, parts[k].keys)) continue;
            part_of[i] = k;
            next = k + 1;
            break;
        }
    // A row and a part left alone between the same neighbours are one where they share anything.
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (part_of[i] != none) continue;
        const std::size_t before = i > 0 ? part_of[i - 1] : none;
        const std::size_t k = i == 0 ? 0 : before == none ? none : before + 1;
        const std::size_t behind = i + 1 < rows.size() ? part_of[i + 1] : parts.size();
        const bool alone = k != none && behind != none && k + 1 == behind && k < parts.size();
        if (alone && shares_any(rows[i].keys, parts[k].keys)) part_of[i] = k;
    }
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (part_of[i] == none && is_first_row(rows[i].block)) out.heads.push_back(rows[i].block);
        if (part_of[i] == none) continue;
        out.pairs.push_back({rows[i].block, parts[part_of[i]].saying});
        parts[part_of[i]].found = true;
    }
    for (const Part& part : parts)
        if (!part.found) out.left.push_back(part.saying);
    return out;
}

/// The values of a row against those of its paragraph; dates and units that stand at the table's head are no news.
void RewrittenTables::add_values(const RewrittenRow& pair, const std::vector<std::uint32_t>& rows,
                                 Change& change) const {
    const RedlineBlock& row = redline_.blocks[pair.row];
    const bool to_list = row.status == BlockStatus::deleted;
    const std::string_view said = text_of_saying(pair.text);
    const std::string_view before = to_list ? text_of(redline_, row) : said;
    const std::string_view after = to_list ? said : text_of(redline_, row);
    const std::vector<Edit> edits = {{EditOp::deleted, false, {0, static_cast<std::uint32_t>(before.size())}, {}},
                                     {EditOp::inserted, false, {}, {0, static_cast<std::uint32_t>(after.size())}}};
    std::set<std::string> heads;
    for (const Quantity& value : find_quantities(text_of(redline_, redline_.blocks[rows.front()])))
        heads.insert(value.iso);
    for (ValueChange& value : find_value_changes(before, after, edits, redline_.after.reference_nouns)) {
        const bool alone = value.before.empty() || value.after.empty();
        if ((alone && value.type == "date" && heads.contains(value.before + value.after)) || is_unit_alone(value))
            continue;
        change.values.push_back(std::move(value));
    }
}

}  // namespace stet
