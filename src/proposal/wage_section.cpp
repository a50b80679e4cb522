// Walks the lines once, keeping the captions that still hold: capitals end captions in capitals, a heading ends all.
#include "proposal/wage_section.hpp"

#include <algorithm>
#include <optional>

#include "grammar/wording.hpp"
#include "proposal/letters.hpp"

namespace stet {

namespace {

constexpr std::size_t longest_name = 120;

enum class RowShape : std::uint8_t { caption, heads, rates };

struct Caption {
    std::string text;
    std::uint32_t line = 0;
    std::uint8_t rank = 0;  ///< 0 heading or general, 1 capitals, 2 the name of a schedule
    bool heading = false;
};

std::string_view without_brackets(std::string_view text) {
    if (text.starts_with('(') && text.ends_with(')')) text = text.substr(1, text.size() - 2);
    return text;
}

class SectionReader {
public:
    SectionReader(const std::vector<WageLine>& lines, const Grammar& grammar)
        : lines_(lines), grammar_(grammar), words_(grammar.wages) {}

    std::vector<WageSection> read() {
        for (std::size_t i = 0; i < lines_.size(); ++i) {
            const WageLine& line = lines_[i];
            if (line.table != table_) {
                captions_in_rows_ = false;
                heads_.clear();
                open_ = false;
            }
            table_ = line.table;
            if (line.is_row())
                row(i);
            else
                text(line);
        }
        return std::move(sections_);
    }

private:
    void text(const WageLine& line) {
        open_ = false;
        if (line.heading) forget_captions();
        if (line.list || ends_as_prose(line.text)) return pass_prose();
        const WageCaption said = read_wage_caption(line.text, grammar_);
        if (said.sentence && !line.text.ends_with(':')) return pass_prose();
        after_prose_ = false;
        take(said, line.line, line.heading);
    }

    void forget_captions() {
        captions_.clear();
        pending_.clear();
        side_ = held_side_ = WageSide::unsaid;
        effective_.clear();
        held_effective_.clear();
        marks_line_ = 0;
    }

    /// Marks of side and date do not reach over prose, names not over two paragraphs of it.
    void pass_prose() {
        side_ = WageSide::unsaid;
        effective_.clear();
        marks_line_ = 0;
        if (after_prose_) std::erase_if(pending_, [](const Caption& caption) { return !caption.heading; });
        after_prose_ = true;
    }

    void caption(std::string_view text, std::uint32_t line) { take(read_wage_caption(text, grammar_), line, false); }

    void take(const WageCaption& said, std::uint32_t line, bool heading) {
        if (said.side != WageSide::unsaid) side_ = said.side;
        if (!said.effective.empty()) effective_ = said.effective;
        if (said.side != WageSide::unsaid || !said.effective.empty()) {
            marks_line_ = marks_line_ == 0 ? line : marks_line_;
            marks_behind_name_ = !pending_.empty();
        }
        if (!said.rest.empty()) pending_.push_back({said.rest, line, 0, heading});
    }

    void row(std::size_t index) {
        const WageLine& line = lines_[index];
        switch (shape_of(line)) {
            case RowShape::caption:
                captions_in_rows_ = true;
                open_ = false;
                heads_.clear();
                return caption(only_text(line), line.line);
            case RowShape::heads:
                open_ = false;
                if (heads_.size() == 2) upper_heads();
                heads_.push_back(index);
                return;
            case RowShape::rates:
                if (!open_) open(line);
                sections_.back().rows.push_back(index);
        }
    }

    static std::string only_text(const WageLine& line) {
        for (const WageCell& cell : line.cells)
            if (cell.kind != WageCell::empty) return cell.text;
        return {};
    }

    /// Of three heading rows the first is a caption over the other two.
    void upper_heads() {
        const WageLine& line = lines_[heads_.front()];
        caption(only_text(line), line.line);
        heads_.erase(heads_.begin());
    }

    RowShape shape_of(const WageLine& line) const {
        std::size_t filled = 0, figures = 0, years = 0, words = 0, raises = 0;
        bool money = false, same = true;
        const WageCell* first = nullptr;
        for (const WageCell& cell : line.cells) {
            if (cell.kind == WageCell::empty) continue;
            ++filled;
            if (first == nullptr) first = &cell;
            same = same && cell.text == first->text;
            money = money || cell.looks_like_money() || cell.kind == WageCell::percent;
            raises += cell.kind == WageCell::words && cell.amount && cell.date.empty();
            figures += cell.kind == WageCell::number;
            years += cell.kind == WageCell::number && !cell.date.empty();
            words += cell.kind == WageCell::words;
        }
        if (first == nullptr) return RowShape::rates;
        if (money) return RowShape::rates;
        if (filled == 1 || (same && filled > 1 && first->kind == WageCell::words && raises == 0))
            return first->kind == WageCell::words && !(open_ && is_step(*first)) ? RowShape::caption : RowShape::rates;
        if (raises > 0) return RowShape::rates;
        if (is_heading(line, years > 0 && years == figures)) return RowShape::heads;
        const bool second_line = heads_.size() == 1 && !open_ && line.cells.front().kind == WageCell::empty;
        if (second_line && words == 0 && are_small(line)) return RowShape::heads;
        if (words < 2 || figures > 0 || open_) return RowShape::rates;
        return heads_.empty() || second_line ? RowShape::heads : RowShape::rates;
    }

    /// Whole figures below a hundred: numbers of steps.
    static bool are_small(const WageLine& line) {
        return std::all_of(line.cells.begin(), line.cells.end(), [](const WageCell& cell) {
            return !cell.amount || (cell.amount->is_integer() && cell.amount->coefficient() < 100);
        });
    }

    bool is_step(const WageCell& cell) const { return opens_with(cell.key, words_.step_opens); }

    /// Cells that head columns: dates, sides, rates, raises; or steps in figures beside "Step".
    bool is_heading(const WageLine& line, bool years) const {
        bool first = true;
        for (const WageCell& cell : line.cells) {
            const bool is_first = first;
            first = false;
            if (cell.kind == WageCell::number && !cell.date.empty() && years) return true;
            if (cell.kind != WageCell::words) continue;
            if (is_first) {
                const bool column =
                    says(cell.key, words_.step) || says(cell.key, words_.classification) || says(cell.key, words_.rate);
                if (column && !has_digit(cell.text) && !is_step(cell)) return true;
                continue;
            }
            if (!cell.date.empty() || is_period(cell.key, words_)) return true;
            for (const auto* list : {&words_.current, &words_.proposed, &words_.effective, &words_.increase,
                                     &words_.rate, &words_.total, &words_.step, &words_.classification})
                if (says(cell.key, *list)) return true;
        }
        return false;
    }

    void open(const WageLine& line) {
        take_name_over_heads();
        const bool same_heads = heads_.empty() && !sections_.empty() && section_table_ == line.table;
        const bool named = settle_captions();
        const bool another_table = section_table_ != line.table && !heads_.empty() && marks_line_ == 0;
        if (another_table && !named && !captions_.empty() && captions_.back().rank == 2) captions_.pop_back();
        hold_marks(named);
        WageSection section;
        section.heads = same_heads ? sections_.back().heads : heads_;
        for (const Caption& caption : captions_)
            if (caption.rank < 2) section.groups.push_back(caption.text);
        if (!captions_.empty() && captions_.back().rank == 2) section.name = captions_.back().text;
        section.named_here = named;
        section.captions_in_rows = captions_in_rows_;
        section.side = side_ != WageSide::unsaid ? side_ : same_heads ? sections_.back().side : held_side_;
        section.effective = effective_.empty() ? held_effective_ : effective_;
        section.first_line = line.line;
        if (!heads_.empty()) section.first_line = lines_[heads_.front()].line;
        if (marks_line_ != 0) section.first_line = std::min(section.first_line, marks_line_);
        if (named) section.first_line = std::min(section.first_line, captions_.back().line);
        sections_.push_back(std::move(section));
        section_table_ = line.table;
        open_ = true;
        heads_.clear();
        side_ = WageSide::unsaid;
        effective_.clear();
        marks_line_ = 0;
    }

    /// Marks of side and date in front of a name hold for the names that follow; those behind it for one section.
    void hold_marks(bool named) {
        if (marks_line_ == 0) return;
        const bool hold = named && !marks_behind_name_;
        held_side_ = hold ? side_ : WageSide::unsaid;
        held_effective_ = hold ? effective_ : std::string();
    }

    /// An upper heading row of one name and marks of side: the name is a caption ("Dockhands | | Proposed |").
    void take_name_over_heads() {
        if (heads_.size() < 2) return;
        const WageLine& upper = lines_[heads_.front()];
        const WageCell& first = upper.cells.front();
        if (first.kind != WageCell::words || has_heading_word(first)) return;
        captions_in_rows_ = true;
        caption(first.text, upper.line);
    }

    bool has_heading_word(const WageCell& cell) const {
        if (!cell.date.empty()) return true;
        return opens_with(cell.key, words_.current) || opens_with(cell.key, words_.proposed) ||
               is_one_of(cell.key, words_.step) || is_one_of(cell.key, words_.classification) ||
               is_one_of(cell.key, words_.rate);
    }

    /// Lets the captions read since the last section take the place of those they end; whether one names the section.
    bool settle_captions() {
        bool named = false;
        const std::size_t held = pending_.size();
        for (std::size_t i = 0; i < held; ++i) {
            Caption& caption = pending_[i];
            const bool last = i + 1 == held && caption.text.size() <= longest_name;
            caption.rank = caption.heading ? 0 : last ? 2 : is_capitals(without_brackets(caption.text)) ? 1 : 0;
            while (!captions_.empty() && !captions_.back().heading && captions_.back().rank >= caption.rank &&
                   (i == 0 || captions_.back().rank > 0))
                captions_.pop_back();
            named = named || caption.rank == 2;
            captions_.push_back(std::move(caption));
        }
        pending_.clear();
        return named;
    }

    const std::vector<WageLine>& lines_;
    const Grammar& grammar_;
    const WageWords& words_;
    std::vector<WageSection> sections_;
    std::vector<Caption> captions_;  ///< those that hold
    std::vector<Caption> pending_;   ///< read since the last section
    std::vector<std::size_t> heads_;
    std::uint32_t table_ = 0;
    std::uint32_t section_table_ = 0;
    std::uint32_t marks_line_ = 0;  ///< first of the marks of side and date since the last section
    bool marks_behind_name_ = false;
    bool after_prose_ = false;
    bool captions_in_rows_ = false;  ///< of the table at hand
    WageSide side_ = WageSide::unsaid;
    WageSide held_side_ = WageSide::unsaid;
    std::string effective_;
    std::string held_effective_;
    bool open_ = false;
};

}  // namespace

std::vector<WageSection> read_wage_sections(const std::vector<WageLine>& lines, const Grammar& grammar) {
    return SectionReader(lines, grammar).read();
}

}  // namespace stet
