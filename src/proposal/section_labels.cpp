// Reads the labels of sections and the marks of list items.
#include "proposal/section_labels.hpp"

#include <algorithm>

#include "grammar/wording.hpp"
#include "proposal/instruction.hpp"
#include "proposal/letters.hpp"
#include "proposal/marked_text.hpp"
#include "proposal/target.hpp"
#include "proposal/written_label.hpp"
#include "quantity/quantity.hpp"

namespace stet {

namespace {

constexpr std::size_t longest_labels = 24;  // bytes
constexpr std::size_t longest_asked = 400;  // bytes behind a label in which an instruction is looked for

/// "7.3 hours": what looks like a label is the number of an amount.
bool opens_with_unit(std::string_view text, std::size_t begin, std::size_t end) {
    const std::vector<Quantity> found = find_quantities(text.substr(begin, longest_labels));
    return !found.empty() && found.front().span.begin == 0 && begin + found.front().span.end > end;
}

/// "a. ", "(2) " at the beginning of a paragraph that its format knows as none of a list.
std::uint32_t written_mark(std::string_view text) {
    std::size_t at = text.find_first_not_of(" \t\n");
    if (at == std::string_view::npos) return 0;
    const bool open = text[at] == '(';
    const std::size_t begin = open ? at + 1 : at;
    const bool digits = begin < text.size() && text[begin] >= '0' && text[begin] <= '9';
    std::size_t end = begin;
    while (end < text.size() && end < begin + (digits ? 2 : 1) &&
           (digits ? text[end] >= '0' && text[end] <= '9' : text[end] >= 'a' && text[end] <= 'z'))
        ++end;
    if (end == begin || end + 1 >= text.size() || text[end + 1] != ' ') return 0;
    if (open ? text[end] != ')' : text[end] != '.' && text[end] != ')') return 0;
    at = text.find_first_not_of(" \t\n", end + 1);
    return static_cast<std::uint32_t>(at == std::string_view::npos ? text.size() : at);
}

}  // namespace

std::optional<PrintedLabel> SectionLabels::label_at(const Block& block, std::uint32_t from) const {
    std::size_t begin = block.text.find_first_not_of(" \t\n", from);
    if (begin == std::string::npos) return std::nullopt;
    // Text in quotes may open with its label.
    for (const std::string_view quote : {"“", "\""})
        if (std::string_view(block.text).substr(begin).starts_with(quote)) begin += quote.size();
    // "[15.2 …]": a section that is struck whole.
    if (use_.brackets != MarkSource::unused && block.text[begin] == '[' && begin + 1 < block.text.size()) ++begin;
    if (auto relabelled = struck_label(block, begin)) return relabelled;
    if (auto dotted = dotted_label(block, begin)) {
        lay_label_status(block, *dotted);
        return dotted;
    }
    if (auto lettered = lettered_label(block, begin)) return lettered;
    if (auto fresh = fresh_label(block, begin)) return fresh;
    const std::string_view text = std::string_view(block.text).substr(begin, 120);
    if (!book_.begins(text, WordClass::section)) return std::nullopt;
    const PhrasedText phrased(text, book_);
    const auto place = parse_place(phrased, 0, phrased.size());
    if (!place || place->units.size() != 1 || phrased.has(0, WordClass::fresh)) return std::nullopt;
    const UnitName& unit = place->units.front();
    if (unit.noun != WordClass::section || unit.labels.size() != 1 || unit.ordinal != 0) return std::nullopt;
    PrintedLabel out;
    out.label = unit.labels.front();
    std::size_t next = place->end;
    const bool closed = next >= phrased.size() || phrased.is_mark(next, ".") || phrased.is_mark(next, ":") ||
                        phrased.is_mark(next, "(") || phrased.is_mark(next, "[") || phrased.is_mark(next, "-");
    // "§ 9.1 The rate …": a number with parts in front of a capital.
    const bool dotted = out.label.find_first_of(number_stops) != std::string::npos && next < phrased.size() &&
                        is_upper(text[phrased.at(next).span.begin]);
    if (!closed && !dotted && !opens_caption(block, static_cast<std::uint32_t>(begin + unit.span.end)))
        return std::nullopt;
    out.end = static_cast<std::uint32_t>(begin + unit.span.end);
    lay_label_status(block, out);
    skip_joints(block.text, out.end, " .:-\n");
    return out;
}

/// "**Section 6.2 Hourly Rates.** Clerks are …", "**Section 9.4** Clerks are …": a label in bold that a caption or the
/// text follows; "Section 6.2 Hourly Rates. Clerks are …", "Section 6 Rates – withdrawn".
bool SectionLabels::opens_caption(const Block& block, std::uint32_t label_end) const {
    constexpr std::size_t reach = 60;  // bytes of a caption
    const std::string_view behind = std::string_view(block.text).substr(label_end);
    const std::size_t capital = behind.find_first_not_of(" \n");
    if (capital == std::string_view::npos || capital == 0 || !is_upper(behind[capital])) return false;
    const Run& first = block.runs.front();
    if (is_emphasis(first.marks) && first.text.end >= label_end && first.text.end < block.text.size()) return true;
    std::size_t stop = behind.substr(0, reach).find(". ");
    for (const std::string_view dash : {" – ", " — ", " - "}) stop = std::min(stop, behind.substr(0, reach).find(dash));
    const std::string title = stop == std::string_view::npos ? std::string() : fold_blanks(behind.substr(0, stop));
    return !title.empty() && looks_like_title(title) && !has_word(title, grammar_.sentence_words) &&
           PhrasedText(title, book_).size() <= 6;
}

/// "Section 9 (TA 5/6)", "Section 9. Leave. (TA 5/6)": a mark behind the label, or behind its caption.
void SectionLabels::lay_label_status(const Block& block, PrintedLabel& label) const {
    const std::string_view behind = std::string_view(block.text).substr(label.end, 80);
    // "7.3 (new) Lockers", "[NEW]"
    if (const std::size_t open = behind.find_first_not_of(' '); open != std::string_view::npos) {
        const PhrasedText words(behind.substr(open, 20), book_);
        if ((words.is_mark(0, "(") || words.is_mark(0, "[")) && words.has(1, WordClass::fresh) &&
            (words.is_mark(2, ")") || words.is_mark(2, "]"))) {
            label.fresh = true;
            label.end += static_cast<std::uint32_t>(open + words.span_of(0, 3).end);
            skip_joints(block.text, label.end, " .:-\n");
            return;
        }
    }
    const std::size_t bracket = behind.find_first_of("([");
    const std::size_t close = behind.find_first_of(")]");
    if (bracket >= close || close == std::string_view::npos) return;
    const std::string_view caption = behind.substr(0, bracket);
    const bool right_behind = caption.find_first_not_of(" .:") == std::string_view::npos;
    if (!right_behind && !looks_like_title(fold_blanks(caption.substr(caption.find_first_not_of(" .:"))))) return;
    label.status = find_status_mark(behind.substr(bracket, close + 1 - bracket), grammar_.proposal, date_);
    if (!label.status) return;
    const auto by = static_cast<std::uint32_t>(label.end + bracket);
    label.status->span = {label.status->span.begin + by, label.status->span.end + by};
    if (right_behind) label.end = label.status->span.end;
}

/// A label that is struck, the new one behind it: "~~4.4~~ 4.3".
std::optional<PrintedLabel> SectionLabels::struck_label(const Block& block, std::size_t begin) const {
    const auto pieces = mark_pieces(block, static_cast<std::uint32_t>(begin), use_);
    // "16.~~5~~ 4": the last number of the label alone.
    if (pieces.size() > 3 && pieces[0].kind == DrawnRun::kept && pieces[1].kind == DrawnRun::struck &&
        pieces[2].kind == DrawnRun::inserted) {
        const std::string head = folded(block, pieces[0].text), was = folded(block, pieces[1].text);
        const bool number = !head.empty() && head.ends_with('.') && is_digit(head.front()) &&
                            head.find_first_not_of("0123456789.") == std::string::npos && !was.empty() &&
                            std::all_of(was.begin(), was.end(), is_digit) && was.size() < 4 &&
                            pieces[1].text.begin == pieces[0].text.end;
        if (number) {
            PrintedLabel label;
            label.label = head + was;
            label.end = pieces[2].text.end;
            return label;
        }
    }
    if (pieces.size() < 3 || pieces[0].kind != DrawnRun::struck || pieces[1].kind != DrawnRun::inserted)
        return std::nullopt;
    const std::string was = folded(block, pieces[0].text), comes = folded(block, pieces[1].text);
    const auto is_label = [](const std::string& text) {
        return !text.empty() && text.size() <= 12 && text[0] >= '0' && text[0] <= '9' &&
               text.find('.') + 1 < text.size() && text.find_first_not_of("0123456789.") == std::string::npos;
    };
    if (!is_label(was) || !is_label(comes)) return std::nullopt;
    PrintedLabel label;
    label.label = was;
    label.end = pieces[1].text.end;
    return label;
}

/// "2.03 Schedules.", "12.6.a Leave", "C.7.3 Notice", "10.1 – Delete." without a noun, before a capital or an opening
/// bracket.
std::optional<PrintedLabel> SectionLabels::dotted_label(const Block& block, std::size_t begin) const {
    const std::string& text = block.text;
    std::size_t end = begin;
    bool dot = false;
    // "3-2. Overtime": a hyphen between two short numbers, a full stop behind.
    const auto digits = [&](std::size_t at) {
        std::size_t count = 0;
        while (at + count < text.size() && is_digit(text[at + count])) ++count;
        return count;
    };
    const std::size_t left = digits(begin);
    const std::size_t right = begin + left < text.size() && text[begin + left] == '-' ? digits(begin + left + 1) : 0;
    if (left > 0 && left <= 2 && right > 0 && right <= 2 && text.substr(begin + left + 1 + right, 2) == ". ") {
        end = begin + left + 1 + right + 1;
        dot = true;
    }
    const bool letter = begin + 2 < text.size() && is_upper(text[begin]) && text[begin + 1] == '.';
    const std::size_t number = letter && is_digit(text[begin + 2]) ? begin + 2 : begin;
    end = std::max(end, number);
    while (end < text.size() &&
           (is_digit(text[end]) || (text[end] == '.' && end > number) || parts_clause(text, end))) {
        dot = dot || (!is_digit(text[end]) && end + 1 < text.size() && is_digit(text[end + 1]));
        ++end;
    }
    if (dot && end + 1 < text.size() && text[end - 1] == '.' && is_lower(text[end]) && text[end + 1] == ' ') ++end;
    // "3.3(b) – …", and with a dash behind them several: "7.2 and 7.3 – …"
    const auto closes_letter = [&](std::size_t at) {
        if (at >= text.size() || text[at] != '(') return at;
        std::size_t close = at + 1;
        while (close < text.size() && close < at + 5 && (is_lower(text[close]) || is_digit(text[close]))) ++close;
        return close > at + 1 && close < text.size() && text[close] == ')' ? close + 1 : at;
    };
    // "9(a) Change …": two digits at most, and no "401(k)".
    const bool lettered = !dot && end > begin && end - begin <= 2 && digits(begin) == end - begin;
    while ((dot || lettered) && closes_letter(end) > end) {
        end = closes_letter(end);
        dot = true;
    }
    std::string labels = text.substr(begin, end - begin);
    if (dot) {
        const PhrasedText phrased(std::string_view(text).substr(begin, longest_labels), book_);
        const auto several = parse_labels(phrased, 0, phrased.size());
        const std::size_t last = several ? begin + several->span.end : end;
        auto joint = static_cast<std::uint32_t>(last);
        skip_joints(text, joint, " ");
        if (several && several->labels.size() > 1 && joint > last + 1) {
            end = last;
            labels = joined_labels(several->labels);
        }
    }
    const auto is_opening = [&](std::size_t at) {
        return at + 1 < text.size() && (text[at] == '(' || text[at] == '[') && !is_digit(text[at + 1]);
    };
    if (!dot || end - begin > longest_labels) return std::nullopt;
    // A label alone, its first paragraph or item in the block behind.
    if (end >= text.size()) {
        if (block.kind == BlockKind::table_row || text.ends_with(".")) return std::nullopt;
        return PrintedLabel{std::move(labels), static_cast<std::uint32_t>(end), std::nullopt, false};
    }
    // "10.1 – Delete", "10.1: Delete": a mark that parts the label from the text, or one blank.
    auto behind = static_cast<std::uint32_t>(end);
    skip_joints(text, behind, " :-");
    // "7.3 – ~~sixty~~ ninety", "7.3 ~~the~~ each employee": words in the place of others, and no "7.3 ~~hours~~ days".
    const bool marked = (behind > end + 1 || !opens_with_unit(text, begin, end)) &&
                        std::any_of(block.runs.begin(), block.runs.end(), [&](const Run& run) {
                            return run.text.begin <= behind && behind < run.text.end &&
                                   (run.marks.has(Mark::struck) || run.marks.has(Mark::inserted));
                        });
    // "5.3: from two (2) to three (3) days", "6.3: $150 to $250"
    const bool colon = text[end] == ':' && behind > end + 1;
    // "2:03  $850 to $1,000."
    const bool sums = behind < text.size() && text[behind] == '$' &&
                      std::string_view(text).substr(behind, longest_labels).find(" to $") != std::string_view::npos;
    if (behind == end || behind >= text.size() ||
        !(is_upper(text[behind]) || is_opening(behind) || marked || colon || sums))
        return std::nullopt;
    PrintedLabel label;
    label.label = std::move(labels);
    while (label.label.ends_with(".")) label.label.pop_back();
    label.end = behind;
    return label;
}

/// "B.3 – Change …", "A. – Delete …": a lettered unit of the article, parted by a dash or colon from what is asked of
/// it.
std::optional<PrintedLabel> SectionLabels::lettered_label(const Block& block, std::size_t begin) const {
    const std::string& text = block.text;
    std::size_t end = begin;
    if (end >= text.size() || !is_upper(text[end])) return std::nullopt;
    ++end;
    const auto is_part = [&](std::size_t at) {
        return at + 1 < text.size() && text[at] == '.' && (is_digit(text[at + 1]) || is_lower(text[at + 1]));
    };
    while (is_part(end)) {
        end += 2;
        while (end < text.size() && is_digit(text[end]) && is_digit(text[end - 1])) ++end;
    }
    const bool parts = end > begin + 1;
    const bool stop = end < text.size() && text[end] == '.';
    auto behind = static_cast<std::uint32_t>(end);
    skip_joints(text, behind, " .:-");
    const std::string_view joint = std::string_view(text).substr(end, behind - end);
    const bool dash = joint.find_first_not_of(" .") != std::string_view::npos;
    const bool closed = dash || (parts && stop && joint.ends_with(' '));  // "C.2. The City proposes …"
    if (!closed || !(parts || stop) || behind >= text.size()) return std::nullopt;
    const std::string_view rest = std::string_view(text).substr(behind, longest_asked);
    const PhrasedText phrased(rest.substr(0, 60), book_);
    if (!is_instructing(phrased, 0) && (dash || parse_instructions(rest, book_).clauses.empty())) return std::nullopt;
    PrintedLabel label;
    label.label = text.substr(begin, end - begin);
    label.end = behind;
    return label;
}

/// "NEW 21.6 The roster is posted."
std::optional<PrintedLabel> SectionLabels::fresh_label(const Block& block, std::size_t begin) const {
    const std::string_view text = std::string_view(block.text).substr(begin, 40);
    if (!book_.begins(text, WordClass::fresh)) return std::nullopt;
    const PhrasedText phrased(text, book_);
    const auto fresh = phrased.find(0, WordClass::fresh);
    if (!fresh || fresh->size >= phrased.size() || phrased.at(fresh->size).shape != TokenShape::figure)
        return std::nullopt;
    auto label = dotted_label(block, begin + phrased.at(fresh->size).span.begin);
    if (label) label->fresh = true;
    return label;
}

std::uint32_t behind_list_mark(const Block& block, std::uint32_t from) {
    const std::uint32_t mark =
        written_mark(std::string_view(block.text).substr(std::min<std::size_t>(from, block.text.size())));
    return from + mark;
}

std::uint32_t list_mark(const Block& block) {
    if (block.number.empty()) return written_mark(block.text);
    if (!block.text.starts_with(block.number)) return 0;
    return static_cast<std::uint32_t>(
        std::min(block.text.find_first_not_of(" \t\n", block.number.size()), block.text.size()));
}

}  // namespace stet
