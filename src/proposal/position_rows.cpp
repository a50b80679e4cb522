// Reads tables whose rows are demands.
//
//   Article | Current            | Proposed             | Status        Article 6, Sec. 1 (TA 2/20/26)
//   6.1     | Meal allowance $12 | Meal allowance $16   | TA 2/20/26 →  Meal allowance $16
#include "proposal/position_rows.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "grammar/wage_words.hpp"
#include "grammar/wording.hpp"
#include "proposal/letters.hpp"
#include "proposal/money_changes.hpp"
#include "proposal/openers.hpp"
#include "proposal/reconciler.hpp"
#include "proposal/status_line.hpp"
#include "proposal/target.hpp"
#include "quantity/quantity.hpp"
#include "text/words.hpp"

namespace stet {

namespace {

constexpr std::size_t no_column = static_cast<std::size_t>(-1);
constexpr std::uint32_t longest_place = 12;  // words of a cell that names a place

std::string cell_text(const Block& row, std::size_t column) {
    if (column >= row.cells.size()) return {};
    const Span cell = row.cells[column];
    return fold_blanks(std::string_view(row.text).substr(cell.begin, cell.size()));
}

/// No words: empty, or a dash.
bool says_nothing(const std::string& cell) {
    return cell.find_first_not_of(" -.") == std::string::npos || cell == "–" || cell == "—";
}

/// The block's text from `span` on as a paragraph of its own, with its marks and lines.
Block paragraph_of(const Block& row, Span span) {
    Block out;
    out.kind = BlockKind::paragraph;
    out.fragments = {row.fragments.front()};
    out.fragments.front().text = 0;
    for (const Run& run : row.runs) {
        const std::uint32_t begin = std::max(run.text.begin, span.begin), end = std::min(run.text.end, span.end);
        if (begin < end) append_run(out, std::string_view(row.text).substr(begin, end - begin), run.marks);
    }
    return out;
}

Block heading_of(const Block& row, const std::string& words) {
    Block out;
    out.kind = BlockKind::paragraph;
    out.fragments = {row.fragments.front()};
    out.fragments.front().text = 0;
    append_run(out, words, {});
    return out;
}

class RowReader {
public:
    RowReader(Document& document, const Grammar& grammar, const PhraseBook& book, std::string_view date)
        : document_(document), grammar_(grammar), book_(book), date_(date) {}

    PositionRows run() {
        const auto count = static_cast<BlockId>(document_.blocks.size());
        for (BlockId first = 0; first < count;) {
            BlockId end = first + 1;
            const Block& head = document_.blocks[first];
            if (head.kind == BlockKind::table_row) {
                while (end < count && document_.blocks[end].kind == BlockKind::table_row &&
                       document_.blocks[end].table == head.table)
                    ++end;
                take_table(first, end);
            }
            first = end;
        }
        return std::move(out_);
    }

private:
    void take_table(BlockId first, BlockId end) {
        const Block& head = document_.blocks[first];
        if (!find_columns(head)) return;
        std::size_t placed = 0;
        for (BlockId row = first + 1; row < end; ++row)
            placed += place_of(document_.blocks[row]) && tells(document_.blocks[row]);
        if (placed == 0 || placed * 2 < end - first - 1) return;
        document_.blocks[first].kind = BlockKind::furniture;
        for (BlockId row = first + 1; row < end; ++row) {
            const std::size_t known = out_.demands.size();
            take_row(document_.blocks[row]);
            if (document_.blocks[row].kind == BlockKind::furniture)
                tell_left(head, document_.blocks[row], out_.demands.size() > known);
        }
    }

    /// Words of a row that is taken that no demand has: "Comments: Withdrawn by both"; those of a row without a demand
    /// but for its place and what holds now.
    void tell_left(const Block& head, const Block& row, bool demanded) {
        for (std::size_t column = 0; column < row.cells.size(); ++column) {
            const std::string cell = cell_text(row, column);
            const bool taken = column == place_ || column == current_ || column == proposed_ || column == answered_ ||
                               column == sides_[0] || column == sides_[1] ||
                               (demanded && (column == subject_ || (column == status_ && status_of(cell))));
            // A row's own number before its place is no word.
            const bool counts = column < place_ && cell.find_first_not_of("0123456789.#()") == std::string::npos;
            if (taken || counts || says_nothing(cell)) continue;
            const std::string name = cell_text(head, column);
            out_.not_read.push_back({{row.line(), row.last_line()},
                                     cell_text(row, place_) + (name.empty() ? "" : " – " + name) + ": " + cell});
        }
    }

    /// The columns by their heads; false where none names places or none tells what is proposed.
    bool find_columns(const Block& head) {
        place_ = subject_ = current_ = proposed_ = answered_ = status_ = no_column;
        sides_ = {no_column, no_column};
        place_noun_.clear();
        agreed_ = false;
        bool counters = false;  // a column answers the one before it
        Side proposed_side = Side::neither;
        for (std::size_t column = 0; column < head.cells.size(); ++column) {
            const std::string text = cell_text(head, column);
            const PhrasedText words(text, book_);
            counters = counters || words.first(0, words.size(), WordClass::column_counter) < words.size();
        }
        for (std::size_t column = 0; column < head.cells.size(); ++column) {
            const std::string text = cell_text(head, column);
            const PhrasedText words(text, book_);
            const auto has = [&](WordClass kind) { return words.first(0, words.size(), kind) < words.size(); };
            const bool agreed = find_status_mark(text, grammar_.proposal, date_).has_value() || says_agreed(text);
            const std::string noun = unit_noun(words);
            // A column of articles names places, and one of running numbers beside it does not.
            if (words.has(0, WordClass::column_place) &&
                (place_ == no_column || (place_noun_.empty() && !noun.empty()))) {
                place_ = column;
                place_noun_ = noun;
            } else if (has(WordClass::column_status) && status_ == no_column) {
                status_ = column;
                agreed_ = agreed_ || agreed;
            } else if (has(WordClass::column_current) && current_ == no_column) {
                current_ = column;
            } else if (const Side side = side_of(words);
                       side != Side::neither && !counters && sides_[index_of(side)] == no_column) {
                sides_[index_of(side)] = column;
                agreed_ = agreed_ || agreed;
            } else if (has(WordClass::column_proposed) || has(WordClass::column_counter)) {
                // Tables of both sides' positions are no demands of one side; a counter answers what stands before it.
                if (proposed_ != no_column && !has(WordClass::column_counter)) return false;
                if (proposed_ != no_column && answered_ != no_column) return false;
                answered_ = proposed_;
                answered_side_ = answered_ == no_column ? Side::neither : proposed_side;
                proposed_side = side_of(words);
                proposed_ = column;
                agreed_ = agreed_ || agreed;
            } else if (has(WordClass::column_subject) && subject_ == no_column) {
                subject_ = column;
            }
        }
        // One side's proposals beside what holds are not both sides' positions.
        const bool both = sides_[0] != no_column && sides_[1] != no_column && proposed_ == no_column;
        if (!both && (sides_[0] != no_column || sides_[1] != no_column)) {
            if (proposed_ != no_column) return false;
            proposed_ = sides_[0] != no_column ? sides_[0] : sides_[1];
            sides_ = {no_column, no_column};
        }
        return place_ != no_column && (both || proposed_ != no_column || status_ != no_column);
    }

    /// "Article" of "Article", "Art." of "Art./Sec."; empty where the head opens with no unit's noun.
    static std::string unit_noun(const PhrasedText& head) {
        const auto place = parse_place(head, 0, head.size());
        if (place && !place->has_label() && place->units.size() == 1) return std::string(head.text_of(0, place->end));
        for (const WordClass words : {WordClass::article, WordClass::section})
            if (const auto noun = head.find(0, words)) return std::string(head.text_of(0, noun->size));
        return {};
    }

    /// "Employer Proposal", "Union": the one side that a head names.
    static Side side_of(const PhrasedText& head) { return side_named(head, 0, head.size()); }

    static std::size_t index_of(Side side) { return side == Side::company ? 0 : 1; }

    /// "Company", as the groups of items are called.
    static std::string group_name(Side side) {
        std::string name(side_name(side));
        name[0] = static_cast<char>(name[0] - 'a' + 'A');
        return name;
    }

    bool has_sides() const { return sides_[0] != no_column; }

    /// Something stands under what is proposed; in a table of places and their status, a mark of status.
    bool tells(const Block& row) const {
        return has_sides() || proposed_ != no_column || status_of(cell_text(row, status_)).has_value();
    }

    /// "Date TA'd": a word of the mark of agreement stands anywhere in a head.
    bool says_agreed(const std::string& head) const {
        const std::string text = lower_case(head);
        for (const auto& [name, phrases] : grammar_.proposal.status)
            if (name == status_name(Status::tentatively_agreed))
                return std::any_of(phrases.begin(), phrases.end(), [&](const std::string& phrase) {
                    return (" " + text + " ").find(" " + lower_case(phrase) + " ") != std::string::npos;
                });
        return false;
    }

    /// "Article 4.2" of "4.2" under "Article"; the cell itself where it names a place.
    std::optional<std::string> place_of(const Block& row) const {
        const std::string cell = cell_text(row, place_);
        if (cell.empty() || count_words(cell) > longest_place) return std::nullopt;
        const PhrasedText words(cell, book_);
        if (const auto place = parse_place(words, 0, words.size()); place && place->has_label()) return cell;
        // "New" under "Article": an article that comes.
        if (const auto fresh = words.find(0, WordClass::fresh))
            return std::string(words.text_of(0, fresh->size)) + (place_noun_.empty() ? "" : " " + place_noun_) +
                   cell.substr(words.span_of(0, fresh->size).end);
        // "Wages (Art. 20)"
        for (std::size_t i = 1; i < words.size(); ++i)
            if (const auto named = words.is_mark(i - 1, "(") ? parse_place(words, i, words.size()) : std::nullopt;
                named && named->has_label())
                return cell;
        if (place_noun_.empty()) return std::nullopt;
        const std::string named = place_noun_ + " " + cell;
        const PhrasedText with_noun(named, book_);
        const auto place = parse_place(with_noun, 0, with_noun.size());
        return place && place->has_label() ? std::optional(named) : std::nullopt;
    }

    /// What each side says of one place; what both say, or one says and the other agrees to, is told once.
    void take_positions(Block& row, const std::string& heading) {
        const std::string company = cell_text(row, sides_[0]), union_side = cell_text(row, sides_[1]);
        const bool same = phrase_key(company) == phrase_key(union_side);
        auto status = status_of(cell_text(row, status_));
        const bool one = same || says_nothing(company) || says_nothing(union_side) || accepts_other(company) ||
                         accepts_other(union_side);
        // Of two positions the mark does not say which one is agreed.
        if (status && status->status == Status::tentatively_agreed) status->excepts = status->excepts || !one;
        for (const Side side : {Side::company, Side::union_side}) {
            const std::size_t column = sides_[index_of(side)];
            const std::string cell = cell_text(row, column);
            if (says_nothing(cell) || (same && side == Side::union_side) || (one && accepts_other(cell))) continue;
            RowDemand demand = demand_of(row, heading, column, status);
            if (!same) {
                demand.item.group = side;
                demand.item.asked_of = side == Side::company ? Side::union_side : Side::company;
                demand.item.id = group_name(side) + " " + demand.item.id;
            }
            out_.demands.push_back(std::move(demand));
        }
        row.kind = BlockKind::furniture;
    }

    RowDemand demand_of(const Block& row, const std::string& heading, std::size_t column,
                        const std::optional<StatusMark>& status) const {
        RowDemand demand;
        demand.document.blocks = {heading_of(row, heading)};
        if (column != no_column) demand.document.blocks.push_back(paragraph_of(row, row.cells[column]));
        demand.item.id = cell_text(row, place_);
        demand.item.heading = read_heading(heading, grammar_.proposal, book_, date_);
        if (!demand.item.heading.status) demand.item.heading.status = status;
        demand.item.body_from = static_cast<std::uint32_t>(heading.size());
        demand.item.end = static_cast<BlockId>(demand.document.blocks.size());
        const std::string current = cell_text(row, current_);
        const PhrasedText holds(current, book_);
        const auto none = holds.find(0, WordClass::no_text);
        demand.current = says_nothing(current) || (none && none->size == holds.size()) ? std::string{} : current;
        return demand;
    }

    void take_row(Block& row) {
        auto place = place_of(row);
        // "Wages" among articles: what it is about, without a place.
        if (!place && !says_nothing(cell_text(row, place_)) && count_words(cell_text(row, place_)) <= longest_place)
            place = cell_text(row, place_);
        const std::string subject = cell_text(row, subject_), status = cell_text(row, status_);
        const std::string heading = place.value_or("") + (says_nothing(subject) ? "" : " – " + subject);
        if (place && has_sides()) return take_positions(row, heading);
        const std::string proposed = cell_text(row, proposed_);
        if (!place || !tells(row)) return;
        // "Agreed": what the other side proposes.
        const auto said =
            answered_ < row.cells.size() ? find_status_mark(proposed, grammar_.proposal, date_) : std::nullopt;
        const bool settles = said && said->span.begin == 0 && said->span.end >= proposed.size() &&
                             !says_nothing(cell_text(row, answered_)) &&
                             (said->status == Status::tentatively_agreed || said->status == Status::rejected);
        if (settles) {
            out_.demands.push_back(demand_of(row, heading, answered_, said));
            row.kind = BlockKind::furniture;
            return;
        }
        const bool accepts = answered_ < row.cells.size() && accepts_other(proposed);
        if (!accepts) take_answered(row, heading, proposed, status_of(status));
        if (proposed_ != no_column && (says_nothing(proposed) || tells_elsewhere(proposed))) return;
        out_.demands.push_back(demand_of(row, heading, accepts ? answered_ : proposed_, status_of(status)));
        row.kind = BlockKind::furniture;
    }

    /// What a counter answers was asked for too, and is on the table no more; where nothing answers it, it still is.
    void take_answered(Block& row, const std::string& heading, const std::string& counter,
                       std::optional<StatusMark> status) {
        const std::string asked = cell_text(row, answered_);
        if (says_nothing(asked) || tells_elsewhere(asked) || phrase_key(asked) == phrase_key(counter)) return;
        const bool settled = status && standing_of(status->status) == Standing::closed;
        if (!settled) status.reset();
        if (!settled && !says_nothing(counter)) {
            status.emplace();
            const auto said = status_line(counter, grammar_, book_, date_);
            const bool refuses = said && (said->status == Status::rejected || said->status == Status::current);
            status->status = refuses ? Status::rejected : Status::countered;
        }
        RowDemand demand = demand_of(row, heading, answered_, status);
        const Side side = answered_side_;
        demand.item.group = side;
        demand.item.asked_of = side == Side::company      ? Side::union_side
                               : side == Side::union_side ? Side::company
                                                          : Side::neither;
        demand.item.id = (side == Side::neither ? "Answered" : group_name(side)) + " " + demand.item.id;
        out_.demands.push_back(std::move(demand));
        row.kind = BlockKind::furniture;
    }

    /// "Agreed", "Company accepts": the cell says nothing else.
    bool accepts_other(const std::string& cell) const {
        const PhrasedText words(cell, book_);
        std::size_t at = 0;
        for (const WordClass party : {WordClass::company, WordClass::union_side})
            if (const auto name = words.find(at, party)) at += name->size;
        const auto accepts = words.find(at, WordClass::accepts);
        return accepts && (at + accepts->size == words.size() || words.is_mark(at + accepts->size, "."));
    }

    /// "See attached": what is proposed stands in another place and is read there.
    bool tells_elsewhere(const std::string& cell) const {
        constexpr std::uint32_t most_words = 4;
        const PhrasedText words(cell, book_);
        return count_words(cell) <= most_words && words.size() > 1 && words.has(1, WordClass::following);
    }

    /// "TA 2/20/26", "Open", "5/14/26" under "Date TA'd".
    std::optional<StatusMark> status_of(const std::string& cell) const {
        if (auto mark = find_status_mark(cell, grammar_.proposal, date_)) return mark;
        const std::vector<Quantity> values = find_quantities(cell);
        const bool dated = !values.empty() && values.front().type == QuantityType::date;
        if (!agreed_ || (!dated && status_ != no_column)) return std::nullopt;
        for (const auto& [name, phrases] : grammar_.proposal.status)
            if (name == status_name(Status::tentatively_agreed) && !phrases.empty()) {
                auto mark = find_status_mark(phrases.front() + " " + cell, grammar_.proposal, date_);
                if (mark && !cell.empty()) mark->raw = cell;
                return mark;
            }
        return std::nullopt;
    }

    Document& document_;
    const Grammar& grammar_;
    const PhraseBook& book_;
    std::string_view date_;
    std::size_t place_ = no_column, subject_ = no_column, current_ = no_column;
    std::size_t proposed_ = no_column, status_ = no_column;
    std::size_t answered_ = no_column;    ///< the other side's proposal, where the one proposed is a counter to it
    Side answered_side_ = Side::neither;  ///< whose proposal that is, where its head says so
    std::array<std::size_t, 2> sides_ = {no_column, no_column};  ///< the company's and the union's positions
    std::string place_noun_;  ///< "Article", where the head of the column is a unit's noun
    bool agreed_ = false;     ///< a head says that what stands under it is agreed
    PositionRows out_;
};

}  // namespace

PositionRows take_position_rows(Document& document, const Grammar& grammar, const PhraseBook& book,
                                std::string_view document_date) {
    return RowReader(document, grammar, book, document_date).run();
}

void lay_row(std::vector<Operation>& operations, const RowDemand& row) {
    const auto& status = row.item.heading.status;
    for (Operation& operation : operations) {
        // "Current language", agreed on a day.
        const bool stays = operation.status == Status::current || operation.status == Status::housekeeping;
        if (status && status->status == Status::tentatively_agreed && stays) {
            operation.status = status->status;
            operation.status_date = status->date;
        }
        const bool takes_all = operation.op == Op::repeal || operation.op == Op::remove;
        if (takes_all && operation.struck_text.empty() && operations.size() == 1) operation.struck_text = row.current;
        // "Wages" beside "2 % / 2 % / 2 %": a value, and no pledge beside the text.
        const bool value = operation.op == Op::note && operation.unit == Unit::obligation && !operation.acceptance &&
                           operation.instruction.empty() && standing_of(operation.status) == Standing::asked &&
                           tells_money_or_percent(operation.inserted_text);
        if ((operation.op != Op::restate && !value) || operation.inserted_text.empty()) continue;
        // A cell tells what shall hold, as text or as a gist; beside it may stand what holds now.
        operation.op = row.current.empty() ? Op::set : Op::substitute;
        operation.unit = Unit::words;
        operation.struck_text = row.current;
        operation.confidence = Confidence::inferred;
        operation.readings.clear();
        std::erase_if(operation.flags, [](const Flag& known) { return known.code == "UNMARKED_RESTATEMENT"; });
        operation.money = row.current.empty() ? money_in(operation.inserted_text)
                                              : money_between(operation.struck_text, operation.inserted_text);
        operation.drawn = {
            {operation.lines.first,
             "",
             {{operation.struck_text, DrawnRun::struck}, {operation.inserted_text, DrawnRun::inserted}}}};
        flag(operation, "DESCRIPTION_NOT_TEXT", FlagSeverity::medium,
             "a cell of a table tells what shall hold, as text or as a gist");
    }
}

}  // namespace stet
