// Walks tables and lines side by side.
#include "proposal/wage_notes.hpp"

#include <algorithm>
#include <optional>

#include "quantity/quantity.hpp"

namespace stet {

namespace {

constexpr std::size_t most_rows = 200;   // above a footnote in which its mark is looked for
constexpr std::uint32_t note_reach = 5;  // lines below a table in which its footnotes stand

/// How many asterisks open the text, or close it.
std::size_t marks_of(std::string_view text) {
    const std::size_t opening = std::min(text.find_first_not_of('*'), text.size());
    if (opening > 0) return opening;
    const std::size_t last = text.find_last_not_of('*');
    return last == std::string_view::npos ? 0 : text.size() - last - 1;
}

std::string_view without_marks(std::string_view text) {
    while (!text.empty() && (text.front() == '*' || text.front() == ' ')) text.remove_prefix(1);
    return text;
}

std::optional<Quantity> duration_of(std::string_view text) {
    for (Quantity& quantity : find_quantities(text))
        if (quantity.type == QuantityType::duration) return std::move(quantity);
    return std::nullopt;
}

/// Both count the same days from something, in unlike words.
bool begins_otherwise(const std::string& heading, std::string_view note, const WageWords& words) {
    if (!says(phrase_key(heading), words.effective) || !says(phrase_key(note), words.effective)) return false;
    const std::optional<Quantity> a = duration_of(heading), b = duration_of(note);
    if (!a || !b || a->amount != b->amount || a->unit != b->unit) return false;
    const std::string_view words_before_a = std::string_view(heading).substr(0, a->span.begin);
    const std::string_view words_before_b = note.substr(0, b->span.begin);
    const auto after_effect = [&](std::string_view text) {
        const std::string key = phrase_key(text);
        std::size_t behind = 0;
        for (const std::string& phrase : words.effective)
            if (const std::size_t at = key.rfind(" " + phrase + " "); at != std::string::npos)
                behind = std::max(behind, at + phrase.size() + 1);
        return key.substr(behind);
    };
    return after_effect(words_before_a) != after_effect(words_before_b);
}

class NoteChecks {
public:
    NoteChecks(const std::vector<WageLine>& lines, const WageWords& words) : lines_(lines), words_(words) {}

    void check(WageTable& table) {
        const std::size_t end = behind(table.lines.last);
        for (std::size_t i = end; i < lines_.size() && lines_[i].line <= table.lines.last + note_reach; ++i) {
            if (lines_[i].is_row() || !lines_[i].text.starts_with('*')) break;
            check_note(table, lines_[i].text, end);
        }
        check_heading(table);
    }

private:
    /// The first line behind this one of the source.
    std::size_t behind(std::uint32_t line) const {
        const auto at = std::partition_point(lines_.begin(), lines_.end(),
                                             [&](const WageLine& other) { return other.line <= line; });
        return static_cast<std::size_t>(at - lines_.begin());
    }

    void check_note(WageTable& table, const std::string& note, std::size_t end) const {
        const std::string said(without_marks(note));
        for (const std::string& date : table.effective)
            if (begins_otherwise(date, said, words_))
                table.flags.push_back({"EFFECTIVE_DATE_DIFFERS", FlagSeverity::high,
                                       "“" + date + "” stands over the rates, “" + said + "” in their footnote"});
        if (says(phrase_key(said), words_.effective)) return;
        for (std::size_t i = end - std::min(end, most_rows); i < end; ++i) {
            if (lines_[i].line < table.lines.first) continue;
            for (const WageCell& cell : lines_[i].cells)
                if (cell.has_amount() && marks_of(cell.text) == marks_of(note))
                    table.flags.push_back(
                        {"CONDITIONAL_VALUE", FlagSeverity::medium,
                         cell.text + " (line " + std::to_string(lines_[i].line) + "): “" + said + "”"});
        }
    }

    void check_heading(WageTable& table) const {
        if (table.effective.size() < 2 || !says(phrase_key(table.classification), words_.increase)) return;
        std::vector<std::string> said;
        for (const Quantity& quantity : find_quantities(table.classification))
            if (is_full_date(quantity)) said.push_back(quantity.iso);
        if (said.size() != 1 || said.front() == table.effective.front()) return;
        std::string dates;
        for (const std::string& date : table.effective) dates += (dates.empty() ? "" : ", ") + date;
        table.flags.push_back({"HEADING_DIFFERS_FROM_TABLE", FlagSeverity::medium,
                               "the heading speaks of " + said.front() + " only; the table has " + dates});
    }

    const std::vector<WageLine>& lines_;
    const WageWords& words_;
};

}  // namespace

void check_notes(std::vector<WageTable>& tables, const std::vector<WageLine>& lines, const WageWords& words) {
    NoteChecks checks(lines, words);
    for (WageTable& table : tables) checks.check(table);
}

}  // namespace stet
