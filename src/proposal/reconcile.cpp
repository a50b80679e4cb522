// Reconciles instructions, marks and text.
#include "proposal/reconcile.hpp"

#include <algorithm>
#include <utility>

#include "grammar/wording.hpp"
#include "proposal/marked_changes.hpp"
#include "proposal/marked_text.hpp"
#include "proposal/money_changes.hpp"
#include "proposal/repair.hpp"
#include "proposal/target.hpp"
#include "proposal/wage_tables.hpp"
#include "quantity/quantity.hpp"
#include "text/words.hpp"

namespace stet {

namespace {

void lower(Confidence& confidence, Confidence to) {
    confidence = std::max(confidence, to);
}

void flag(Operation& operation, std::string code, FlagSeverity severity, std::string text) {
    const auto same = [&](const Flag& known) { return known.code == code; };
    if (std::any_of(operation.flags.begin(), operation.flags.end(), same)) return;
    operation.flags.push_back({std::move(code), severity, std::move(text)});
}

void append_line(std::string& to, const std::string& line) {
    if (line.empty()) return;
    if (!to.empty()) to += '\n';
    to += line;
}

/// A paragraph printed under an instruction: its pieces, repaired.
struct Printed {
    const Block* block = nullptr;
    StepText where;
    std::vector<MarkedPiece> pieces;
    std::string struck, kept, inserted;  ///< white space folded
    bool wholly_struck() const { return !struck.empty() && kept.empty() && inserted.empty(); }
    bool marked() const { return !struck.empty() || !inserted.empty(); }
};

bool is_label_text(const std::string& kept, const PhraseBook& book) {
    const PhrasedText text(kept, book);
    const auto place = parse_place(text, 0, text.size());
    return place && (place->end == text.size() || (place->end + 1 == text.size() && text.is_mark(place->end, ".")));
}

class Reconciler {
public:
    Reconciler(const Document& document, const ProposalItem& item, const std::vector<Step>& steps, const MarkUse& use,
               const PhraseBook& book, const Proposal& proposal)
        : document_(document), item_(item), steps_(steps), use_(use), book_(book), proposal_(proposal) {}

    std::vector<Operation> run() {
        if (item_.heading.highlights) return highlights();
        if (steps_.empty() || is_settled(item_.heading)) return status_alone();
        if (asks_nothing_of_the_text()) return obligation();
        for (const Step& step : steps_) take(step);
        for (Operation& operation : out_) finish(operation);
        return std::move(out_);
    }

private:
    // ------------------------------------------------------------ beginnings

    Operation begin(const Step& step) const {
        Operation operation;
        operation.item = item_.id;
        operation.heading = item_.heading.text;
        operation.lines = step.lines;
        operation.target = step.target;
        operation.asked_of = item_.group;
        if (step.status) {
            operation.status = step.status->status;
            operation.status_date = step.status->date;
            if (step.status->year_inferred)
                flag(operation, "TA_YEAR_MISSING", FlagSeverity::low,
                     "the mark " + step.status->raw + " has no year; the last one before the document's date is taken");
        }
        if (step.clause) lay_clause(operation, step);
        return operation;
    }

    std::string_view clause_text(const Step& step) const {
        return std::string_view(document_.blocks[step.clause_block].text).substr(step.clause_from);
    }

    std::string words_of(const Step& step, Span span) const {
        return span.empty() ? std::string{} : fold_blanks(clause_text(step).substr(span.begin, span.size()));
    }

    void lay_clause(Operation& operation, const Step& step) const {
        const Instruction& clause = *step.clause;
        Span said = clause.span;
        if (!clause.bare.empty()) said.end = clause.bare.begin;
        for (const Span& quoted : clause.added)
            if (quoted.begin > said.begin && clause.verb != Verb::replace && clause.verb != Verb::change &&
                !clause.removes_first)
                said.end = std::min(said.end, quoted.begin);
        operation.instruction = words_of(step, said);
        while (operation.instruction.ends_with("\"") || operation.instruction.ends_with("“") ||
               operation.instruction.ends_with(" "))
            operation.instruction.erase(operation.instruction.size() - (operation.instruction.ends_with("“") ? 3 : 1));
        operation.parts = clause.parts;
        operation.condition = words_of(step, clause.condition);
        operation.position = clause.position;
        operation.occurrence = clause.occurrence;
        operation.anchor_words = words_of(step, clause.anchor_words);
        const PhrasedText phrased(clause_text(step), book_);
        if (clause.anchor) lay_over(operation.anchor, *clause.anchor, phrased);
        reconcile_numbers(operation, step);
        if (!step.named.paragraph.empty()) operation.target.paragraph = step.named.paragraph;
        if (!step.named.sentence.empty()) operation.target.sentence = step.named.sentence;
        if (!step.named.letter.empty()) operation.target.letter = step.named.letter;
        if (!operation.condition.empty())
            flag(operation, "CONDITIONAL_EFFECT", FlagSeverity::high,
                 "takes effect only “" + operation.condition + "”");
    }

    /// The heading's article against the instruction's.
    void reconcile_numbers(Operation& operation, const Step& step) const {
        const std::string& heading = item_.heading.target.article;
        if (step.named.article.empty()) return;
        if (heading.empty() || heading == step.named.article) {
            operation.target.article = step.named.article;
            return;
        }
        operation.target.article = heading + " (heading) / " + step.named.article + " (instruction)";
        flag(operation, "ARTICLE_NUMBER_MISMATCH", FlagSeverity::high,
             "the heading names article " + heading + ", the instruction article " + step.named.article);
        ambiguous(operation, "the article of the heading, " + heading, "the item stands under it",
                  "the article of the instruction, " + step.named.article, "the instruction names it");
    }

    void ambiguous(Operation& operation, std::string first, std::string first_for, std::string second,
                   std::string second_for) const {
        operation.confidence = Confidence::ambiguous;
        operation.readings.push_back({std::move(first), operation.op, {}, {}, std::move(first_for), {}});
        operation.readings.push_back({std::move(second), operation.op, {}, {}, std::move(second_for), {}});
    }

    Printed printed(const StepText& text) const {
        Printed out;
        out.block = &document_.blocks[text.block];
        out.where = text;
        out.pieces = repaired(*out.block, mark_pieces(*out.block, text.from, use_));
        for (const MarkedPiece& piece : out.pieces) {
            const std::string words = folded(*out.block, piece.text);
            if (words.empty()) continue;
            std::string& to = piece.kind == DrawnRun::struck ? out.struck
                              : piece.kind == DrawnRun::kept ? out.kept
                                                             : out.inserted;
            if (!to.empty()) to += ' ';
            to += words;
        }
        return out;
    }

    std::vector<Printed> printed(const std::vector<StepText>& texts) const {
        std::vector<Printed> out;
        for (const StepText& text : texts)
            if (document_.blocks[text.block].kind != BlockKind::table_row) out.push_back(printed(text));
        return out;
    }

    bool has_table(const Step& step) const {
        return std::any_of(step.text.begin(), step.text.end(), [&](const StepText& text) {
            return document_.blocks[text.block].kind == BlockKind::table_row;
        });
    }

    std::string whole_text(const Printed& text) const {
        return without_quotes(fold_blanks(std::string_view(text.block->text).substr(text.where.from)));
    }

    /// A paragraph set in quotes as a whole, its closing mark behind them, without both.
    static std::string without_quotes(std::string text) {
        for (const auto& [open, close] : {std::pair{"“", "”"}, std::pair{"\"", "\""}}) {
            if (!text.starts_with(open)) continue;
            const std::string_view quote(open);
            const std::size_t end = text.rfind(close);
            const bool closed = end != std::string::npos && end >= quote.size() &&
                                text.size() - end <= std::string_view(close).size() + 1;
            const bool inner = text.find(open, quote.size()) < end && std::string_view(open) != std::string_view(close);
            if (inner) continue;
            if (closed) return text.substr(quote.size(), end - quote.size());
            if (end == std::string::npos || end == 0) return text.substr(quote.size());
        }
        return text;
    }

    // ------------------------------------------------------------ items as a whole

    /// Withdrawn, held, rejected or as it stands: what is printed below asks for nothing.
    static bool is_settled(const ItemHeading& heading) {
        if (!heading.status) return false;
        const Status status = heading.status->status;
        return status == Status::withdrawn || status == Status::held || status == Status::rejected ||
               status == Status::current;
    }

    std::vector<Operation> status_alone() {
        Step heading;
        heading.target = item_.heading.target;
        heading.status = item_.heading.status;
        const std::uint32_t line = document_.blocks[item_.first].line();
        heading.lines = {line, steps_.empty() ? document_.blocks[item_.first].last_line() : steps_.back().lines.last};
        Operation operation = begin(heading);
        operation.op = Op::note;
        operation.unit = Unit::obligation;
        for (const Step& step : steps_)
            for (const Printed& text : printed(step.text)) append_line(operation.inserted_text, whole_text(text));
        if (operation.status == Status::open) {
            flag(operation, "TEXT_NOT_GIVEN", FlagSeverity::high, "the item has a heading and nothing below it");
            lower(operation.confidence, Confidence::inferred);
        }
        out_.push_back(std::move(operation));
        return std::move(out_);
    }

    /// Each line of a summary is a note of its own.
    std::vector<Operation> highlights() {
        for (const Step& step : steps_) {
            std::vector<StepText> texts = step.text;
            if (step.clause) texts.insert(texts.begin(), {step.clause_block, step.clause_from, 0, 0, false});
            for (const StepText& text : texts) {
                const Block& block = document_.blocks[text.block];
                if (!out_.empty() && step.clause && out_.back().lines.last == block.last_line()) continue;
                Operation operation = begin(step);
                operation.instruction.clear();
                operation.parts.clear();
                operation.op = Op::note;
                operation.unit = Unit::summary;
                operation.target = item_.heading.target;
                operation.target.article_title.clear();
                operation.lines = {document_.blocks[item_.first].line(), block.last_line()};
                operation.inserted_text = fold_blanks(block.text);
                operation.condition.clear();
                operation.flags.clear();
                operation.confidence = Confidence::certain;
                operation.readings.clear();
                operation.money = money_in(operation.inserted_text);
                flag(operation, "SUMMARY_NOT_OPERATIVE", FlagSeverity::info, "a summary; other text has the effect");
                out_.push_back(std::move(operation));
            }
        }
        return std::move(out_);
    }

    /// No unit of the agreement is named and none is printed: it becomes nobody's text.
    bool asks_nothing_of_the_text() const {
        const Target& target = item_.heading.target;
        if (!target.article.empty() || !target.section.empty() || !target.letter.empty()) return false;
        return !steps_.empty() && std::all_of(steps_.begin(), steps_.end(), [&](const Step& step) {
            if (step.kind == StepKind::note) return true;
            if (step.kind != StepKind::text || step.labelled || !step.target.section.empty() || has_table(step))
                return false;
            const std::vector<Printed> texts = printed(step.text);
            return std::none_of(texts.begin(), texts.end(), [](const Printed& text) { return !text.struck.empty(); });
        });
    }

    std::vector<Operation> obligation() {
        Operation operation = begin(steps_.front());
        operation.op = Op::note;
        operation.unit = Unit::obligation;
        operation.lines = {document_.blocks[item_.first].line(), steps_.back().lines.last};
        bool noted = false, plain = false;
        for (const Step& step : steps_) {
            for (const Printed& text : printed(step.text)) {
                append_line(operation.inserted_text, whole_text(text));
                operation.drawn.push_back(draw(*text.block, text.pieces));
            }
            noted = noted || step.kind == StepKind::note;
            plain = plain || step.kind != StepKind::note;
        }
        operation.money = money_in(operation.inserted_text);
        const std::string condition = condition_in(operation.inserted_text);
        if (!condition.empty()) {
            operation.condition = condition;
            flag(operation, "CONDITIONAL_EFFECT", FlagSeverity::high, "holds only “" + condition + "”");
        }
        flag(operation, "NO_TARGET", noted && plain ? FlagSeverity::medium : FlagSeverity::low,
             "no article or section is named: it stands outside the agreement's text unless a place is found for it");
        if (noted) flag(operation, "NOTE_NOT_CONTRACT_TEXT", FlagSeverity::info, "a note says so itself");
        if (noted && plain) {
            operation.confidence = Confidence::ambiguous;
            operation.readings.push_back({"all of it is a note and changes no text",
                                          Op::note,
                                          {},
                                          operation.inserted_text,
                                          "it opens as a note",
                                          "what follows the note is worded as an obligation"});
            operation.readings.push_back({"what follows the note becomes text of the agreement",
                                          Op::insert,
                                          {},
                                          operation.inserted_text,
                                          "it is worded as an obligation",
                                          "no place is named for it"});
        }
        out_.push_back(std::move(operation));
        return std::move(out_);
    }

    std::string condition_in(const std::string& text) const {
        const PhrasedText phrased(text, book_);
        for (std::size_t i = 1; i < phrased.size(); ++i) {
            const auto condition = phrased.find(i, WordClass::condition);
            if (!condition || condition->size < 2) continue;
            std::size_t end = i;
            while (end < phrased.size() && !phrased.is_mark(end, ".") && !phrased.is_mark(end, ";")) ++end;
            return std::string(phrased.text_of(i, end));
        }
        return {};
    }

    // ------------------------------------------------------------ steps

    void take(const Step& step) {
        switch (step.kind) {
            case StepKind::note:
                return take_note(step);
            case StepKind::listed:
                return take_listed(step);
            case StepKind::text:
                return take_text(step);
            case StepKind::instructed:
                return take_instructed(step);
        }
    }

    void take_note(const Step& step) {
        Operation operation = begin(step);
        operation.op = Op::note;
        operation.unit = Unit::obligation;
        for (const Printed& text : printed(step.text)) append_line(operation.inserted_text, whole_text(text));
        flag(operation, "NOTE_NOT_CONTRACT_TEXT", FlagSeverity::info, "a note says so itself");
        out_.push_back(std::move(operation));
    }

    // ------------------------------------------------------------ text without an instruction

    void take_text(const Step& step) {
        if (has_table(step)) return take_table(step);
        const std::vector<Printed> texts = printed(step.text);
        const bool marked = std::any_of(texts.begin(), texts.end(), [](const Printed& text) { return text.marked(); });
        if (marked) return take_marked(step, texts);
        if (is_context(step)) return;
        restate(step, texts);
    }

    /// Unmarked text of a section of which something else is asked: it shows where.
    bool is_context(const Step& step) const {
        if (step.caption) return false;
        return std::any_of(steps_.begin(), steps_.end(), [&](const Step& other) {
            if (&other == &step || other.target.section != step.target.section) return false;
            if (other.kind == StepKind::instructed) return true;
            const std::vector<Printed> texts = printed(other.text);
            return other.kind == StepKind::text &&
                   std::any_of(texts.begin(), texts.end(), [](const Printed& text) { return text.marked(); });
        });
    }

    void restate(const Step& step, const std::vector<Printed>& texts) {
        Operation operation = begin(step);
        operation.op = Op::restate;
        operation.unit = step.labelled ? Unit::section : Unit::paragraph;
        for (const Printed& text : texts) {
            append_line(operation.inserted_text, whole_text(text));
            operation.drawn.push_back(draw(*text.block, text.pieces));
        }
        if (operation.status == Status::current) {
            operation.op = Op::note;
            out_.push_back(std::move(operation));
            return;
        }
        flag(operation, "UNMARKED_RESTATEMENT", FlagSeverity::high,
             "printed without an instruction or a mark: what changes can be told only by comparing with the current "
             "text");
        operation.confidence = Confidence::ambiguous;
        operation.readings.push_back(
            {"the text stays as it is", Op::note, {}, {}, "nothing is marked", "then it need not be printed"});
        operation.readings.push_back({"the text printed replaces the current one",
                                      Op::replace,
                                      {},
                                      operation.inserted_text,
                                      "it is printed in full",
                                      "nothing is marked"});
        out_.push_back(std::move(operation));
    }

    bool is_insert_only(const std::vector<Printed>& texts) const {
        return std::all_of(texts.begin(), texts.end(), [](const Printed& text) { return text.struck.empty(); });
    }

    void take_marked(const Step& step, const std::vector<Printed>& texts) {
        if (struck_unit(step, texts)) return;
        const bool weak = std::any_of(texts.begin(), texts.end(), [](const Printed& text) {
            return std::any_of(text.pieces.begin(), text.pieces.end(), [](const MarkedPiece& piece) {
                return piece.kind == DrawnRun::inserted && piece.source == MarkSource::used && piece.repair.empty();
            });
        });
        if (weak && is_insert_only(texts)) return take_emphasised(step, texts);
        for (std::size_t i = 0; i < texts.size(); ++i) {
            if (texts[i].wholly_struck() && i + 1 < texts.size() && texts[i + 1].struck.empty() &&
                !texts[i + 1].inserted.empty() && texts[i + 1].kept.empty()) {
                replace_paragraph(step, texts[i], texts[i + 1]);
                ++i;
                continue;
            }
            take_changes(step, texts[i]);
        }
    }

    void replace_paragraph(const Step& step, const Printed& old_paragraph, const Printed& new_paragraph) {
        Operation operation = begin(step);
        operation.op = Op::replace;
        operation.unit = Unit::paragraph;
        operation.target.paragraph = std::to_string(old_paragraph.where.paragraph);
        operation.struck_text = old_paragraph.struck;
        operation.inserted_text = new_paragraph.inserted;
        operation.lines = {old_paragraph.block->line(), new_paragraph.block->last_line()};
        operation.drawn = {draw(*old_paragraph.block, old_paragraph.pieces),
                           draw(*new_paragraph.block, new_paragraph.pieces)};
        out_.push_back(std::move(operation));
    }

    /// All that is printed under a section's label is struck, label included: the section goes.
    bool struck_unit(const Step& step, const std::vector<Printed>& texts) {
        if (!step.labelled || texts.empty()) return false;
        for (const Printed& text : texts)
            if (!text.wholly_struck()) return false;
        Operation operation = begin(step);
        operation.op = Op::repeal;
        operation.unit = Unit::section;
        lay_struck(operation, texts);
        out_.push_back(std::move(operation));
        return true;
    }

    void lay_struck(Operation& operation, const std::vector<Printed>& texts) const {
        for (const Printed& text : texts) {
            append_line(operation.struck_text, text.struck);
            operation.drawn.push_back(draw(*text.block, text.pieces));
            operation.lines.first =
                operation.lines.first == 0 ? text.block->line() : std::min(operation.lines.first, text.block->line());
            operation.lines.last = std::max(operation.lines.last, text.block->last_line());
        }
    }

    /// New text told by emphasis alone, which may mean something else: one insertion for all of it.
    void take_emphasised(const Step& step, const std::vector<Printed>& texts) {
        Operation operation = begin(step);
        operation.op = Op::insert;
        operation.unit = Unit::words;
        const Printed* only = nullptr;
        std::size_t marked = 0;
        for (const Printed& text : texts) {
            if (!text.marked()) continue;
            ++marked;
            only = &text;
            for (const MarkedChange& change : marked_changes(*text.block, text.pieces, text.where.sentences, book_)) {
                if (!operation.inserted_text.empty()) operation.inserted_text += " … ";
                operation.inserted_text += change.inserted;
                if (operation.target.sentence.empty() && marked == 1)
                    operation.target.sentence = std::to_string(change.sentence);
            }
            operation.drawn.push_back(draw(*text.block, text.pieces));
        }
        if (marked == 1) {
            operation.target.paragraph = std::to_string(only->where.paragraph);
        } else {
            operation.target.sentence.clear();
        }
        if (all_dates(operation.inserted_text) && names_term()) {
            operation.op = Op::set;
            operation.unit = Unit::date;
        }
        operation.money = money_in(operation.inserted_text);
        flag(operation, "BOLD_MEANS_NEW", FlagSeverity::medium,
             "emphasis in running text is taken for new text; nothing else marks it");
        lower(operation.confidence, Confidence::inferred);
        out_.push_back(std::move(operation));
    }

    bool all_dates(const std::string& stretches) const {
        std::size_t dates = 0;
        for (const Quantity& quantity : find_quantities(stretches)) dates += quantity.type == QuantityType::date;
        return dates > 0 && count_words(stretches) <= dates * 4 + 3;
    }

    bool names_term() const {
        const PhrasedText heading(item_.heading.text, book_);
        return heading.first(0, heading.size(), WordClass::term) < heading.size();
    }

    /// One operation for every change that the marks of a paragraph show.
    void take_changes(const Step& step, const Printed& text) {
        for (const MarkedChange& change : marked_changes(*text.block, text.pieces, text.where.sentences, book_)) {
            Operation operation = begin(step);
            operation.lines = {line_of(*text.block, change.place.begin), line_of(*text.block, change.place.end)};
            if (step.clause) operation.lines.first = std::min(operation.lines.first, step.lines.first);
            operation.op = change.struck.empty() ? Op::insert : change.inserted.empty() ? Op::remove : Op::substitute;
            operation.unit = change.unit;
            operation.struck_text = change.struck;
            operation.inserted_text = change.inserted;
            if (step.named.paragraph.empty()) operation.target.paragraph = paragraph_name(text);
            if (change.unit != Unit::paragraph) operation.target.sentence = std::to_string(change.sentence);
            if (operation.op == Op::insert) operation.position = PositionKind::inside;
            operation.drawn = {draw(*text.block, text.pieces)};
            operation.money = money_between(change.struck, change.inserted);
            flag_repairs(operation, change);
            out_.push_back(std::move(operation));
        }
    }

    /// The list label that the paragraph opens with, else its place.
    std::string paragraph_name(const Printed& text) const {
        if (!text.block->number.empty() && text.block->text.starts_with(text.block->number)) return text.block->number;
        const std::string& words = text.block->text;
        const std::size_t close = words.starts_with("(") ? words.find(')') : std::string::npos;
        if (close != std::string::npos && close <= 5) return words.substr(0, close + 1);
        return std::to_string(text.where.paragraph);
    }

    void flag_repairs(Operation& operation, const MarkedChange& change) const {
        if (!change.inserted.empty() && change.source == MarkSource::used && change.repairs.empty()) {
            flag(operation, "BOLD_MEANS_NEW", FlagSeverity::low, "emphasis beside struck text is taken for new text");
        }
        for (const std::string& code : change.repairs) {
            lower(operation.confidence, Confidence::inferred);
            if (code == fused_marks)
                flag(operation, code, FlagSeverity::high,
                     "“" + change.struck + "” and “" + change.inserted +
                         "” stand run together under one mark; the struck one is taken to stand first");
            else if (code == unmarked_insertion)
                flag(operation, code, FlagSeverity::medium,
                     "“" + change.inserted + "” stands beside the strike without a mark of its own");
            else
                flag(operation, code, FlagSeverity::high,
                     "the strike covers the old value and the new one and all around them; read literally the whole "
                     "text goes");
        }
        if (change.repairs.size() == 1 && change.repairs[0] == strike_over_both &&
            !operation.instruction.empty() == false)
            flag(operation, "INSTRUCTION_MISSING", FlagSeverity::low, "no instruction says what the strike is for");
    }

    // ------------------------------------------------------------ tables

    void take_table(const Step& step) {
        Operation operation = begin(step);
        operation.op = Op::set;
        operation.unit = Unit::table;
        std::vector<StepText> behind;
        bool seen = false;
        std::uint32_t last_row = 0;
        for (const StepText& text : step.text)
            if (document_.blocks[text.block].kind == BlockKind::table_row)
                last_row = document_.blocks[text.block].last_line();
        bool emphasised = false;
        for (const StepText& text : step.text) {
            const Block& block = document_.blocks[text.block];
            if (block.kind == BlockKind::table_row) {
                seen = true;
                continue;
            }
            const Printed here = printed(text);
            if (!here.inserted.empty()) {
                if (!operation.inserted_text.empty()) operation.inserted_text += " … ";
                operation.inserted_text += here.inserted;
                emphasised = true;
            }
            if (here.marked()) operation.drawn.push_back(draw(block, here.pieces));
            if (seen && block.last_line() > last_row)
                operation.lines.last = std::max(operation.lines.last, block.last_line());
        }
        if (emphasised) {
            flag(operation, "BOLD_MEANS_NEW", FlagSeverity::medium,
                 "emphasis in running text is taken for new text; nothing else marks it");
            lower(operation.confidence, Confidence::inferred);
        }
        if (!step.clause) {
            flag(operation, "NO_INSTRUCTION", FlagSeverity::medium, "no instruction says that the table is proposed");
            lower(operation.confidence, Confidence::inferred);
        }
        lay_tables(operation, proposal_.wage_tables);
        lay_tables(operation, proposal_.money_tables);
        out_.push_back(std::move(operation));
    }

    /// Sums and flags of the tables that stand in the operation's lines.
    static void lay_tables(Operation& operation, const std::vector<WageTable>& tables) {
        for (const WageTable& table : tables) {
            if (table.lines.first < operation.lines.first || table.lines.last > operation.lines.last) continue;
            for (MoneyChange& change : money_changes(table)) operation.money.push_back(std::move(change));
            for (const Flag& known : table.flags) flag(operation, known.code, known.severity, known.text);
            for (const WageRow& row : table.rows)
                for (const Flag& known : row.flags)
                    flag(operation, known.code, known.severity,
                         table.classification + ", " + row.step_new + ": " + known.text);
        }
    }

    // ------------------------------------------------------------ lists

    void take_listed(const Step& step) {
        const std::string line = whole_text(printed(step.text).front());
        const Instruction& clause = *step.clause;
        Operation operation = begin(step);
        const PhrasedText phrased(line, book_);
        const std::size_t move = phrased.first(0, phrased.size(), WordClass::move);
        const auto place = parse_place(phrased, 0, phrased.size());
        const UnitName* letter = place ? place->find(WordClass::letter) : nullptr;
        std::size_t end = move < phrased.size() ? move : phrased.size();
        while (end > 0 && (phrased.is_mark(end - 1, "-") || phrased.is_mark(end - 1, ","))) --end;
        std::string name(phrased.text_of(0, end));
        operation.unit = letter ? Unit::letter : Unit::section;
        operation.target.letter = letter ? letter_name(name, *letter) : std::string{};
        if (move < phrased.size()) {
            operation.op = Op::move;
            for (std::size_t i = move; i < phrased.size(); ++i)
                if (const auto to = parse_place(phrased, i, phrased.size())) {
                    lay_over(operation.target, *to, phrased);
                    operation.target.letter = letter ? letter_name(name, *letter) : name;
                    break;
                }
            operation.position = PositionKind::unspecified;
            flag(operation, "POSITION_NOT_STATED", FlagSeverity::medium, "the place inside the article is not stated");
            lower(operation.confidence, Confidence::inferred);
        } else if (clause.verb == Verb::remove) {
            operation.op = Op::repeal;
        } else {
            operation.op = Op::insert;
            operation.inserted_text = line;
        }
        if (!letter) {
            operation.struck_text = operation.op == Op::repeal ? line : std::string{};
            flag(operation, "TARGET_NOT_LOCATED", FlagSeverity::high,
                 "“" + line + "” names no article, section or letter");
            operation.confidence = Confidence::ambiguous;
            operation.readings.push_back({"the provision called “" + line + "” goes wherever it stands",
                                          operation.op,
                                          {},
                                          {},
                                          "the instruction says so",
                                          "no number is given"});
            operation.readings.push_back({"only a unit with exactly this title goes",
                                          operation.op,
                                          {},
                                          {},
                                          "it is written like a title",
                                          "the agreement may call it otherwise"});
        }
        if (operation.op != Op::insert)
            flag(operation, "BASE_TEXT_NEEDED", FlagSeverity::medium,
                 "its text is not printed; it must be read in the agreement");
        out_.push_back(std::move(operation));
    }

    /// "LOA #2 – Posting" as "LOA #2 Posting".
    std::string letter_name(const std::string& line, const UnitName& letter) const {
        std::string name = line.substr(0, letter.span.end);
        std::string title = line.substr(std::min<std::size_t>(letter.span.end, line.size()));
        const std::size_t begin = title.find_first_not_of(" -:.,");
        title = begin == std::string::npos ? std::string{} : title.substr(begin);
        for (const std::string_view dash : {"–", "—"})
            if (title.starts_with(dash)) title = fold_blanks(title.substr(dash.size()));
        return title.empty() ? name : name + " " + title;
    }

    // ------------------------------------------------------------ instructions

    void take_instructed(const Step& step) {
        switch (step.clause->verb) {
            case Verb::remove:
                return take_remove(step);
            case Verb::add:
                return take_add(step);
            case Verb::replace:
            case Verb::modify:
            case Verb::change:
                return take_replace(step);
            case Verb::move:
                return take_move(step);
            case Verb::renumber:
                return take_renumber(step);
            case Verb::keep:
                return take_keep(step);
            case Verb::propose:
                return take_proposed(step);
            case Verb::missing:
                return;
        }
    }

    void take_keep(const Step& step) {
        Operation operation = begin(step);
        operation.op = Op::note;
        operation.unit = Unit::obligation;
        if (operation.status == Status::open) operation.status = Status::current;
        operation.inserted_text = operation.instruction;
        out_.push_back(std::move(operation));
    }

    void take_proposed(const Step& step) {
        Operation operation = begin(step);
        operation.inserted_text = words_of(step, step.clause->bare);
        const bool date = all_dates(operation.inserted_text);
        operation.op = Op::set;
        operation.unit = date ? Unit::date : Unit::words;
        operation.money = money_in(operation.inserted_text);
        flag(operation, "DESCRIPTION_NOT_TEXT", FlagSeverity::medium,
             "what shall hold is described; the words of the agreement are not given");
        lower(operation.confidence, Confidence::inferred);
        out_.push_back(std::move(operation));
    }

    void take_renumber(const Step& step) {
        Operation operation = begin(step);
        operation.op = Op::renumber;
        const Instruction& clause = *step.clause;
        if (clause.place) {
            operation.unit = narrowest_unit(*clause.place);
            operation.struck_text = label_of(*clause.place);
        }
        if (clause.destination) operation.inserted_text = label_of(*clause.destination);
        out_.push_back(std::move(operation));
    }

    static std::string label_of(const PlaceName& place) {
        for (const UnitName& unit : place.units)
            if (!unit.labels.empty()) return joined_labels(unit.labels);
        return {};
    }

    void take_move(const Step& step) {
        Operation operation = begin(step);
        operation.op = Op::move;
        operation.unit = step.clause->place ? narrowest_unit(*step.clause->place) : Unit::paragraph;
        if (step.clause->destination) {
            const PhrasedText phrased(clause_text(step), book_);
            Target to;
            lay_over(to, *step.clause->destination, phrased);
            operation.anchor = to;
            if (!to.article.empty()) operation.target.article = to.article;
            operation.position = PositionKind::inside;
        }
        if (!operation.anchor.article.empty()) operation.target.article = operation.anchor.article;
        const std::vector<Printed> texts = printed(step.text);
        if (texts.empty())
            flag(operation, "BASE_TEXT_NEEDED", FlagSeverity::medium,
                 "its text is not printed; it must be read in the agreement");
        if (step.clause->position == PositionKind::absent) {
            operation.position = PositionKind::unspecified;
            flag(operation, "POSITION_NOT_STATED", FlagSeverity::medium, "the place inside the article is not stated");
            lower(operation.confidence, Confidence::inferred);
        }
        out_.push_back(std::move(operation));
    }

    // ---- delete

    void take_remove(const Step& step) {
        const Instruction& clause = *step.clause;
        if (const UnitName* several = several_units(clause); several && step.text.empty()) {
            for (const std::string& label : several->labels) {
                Step one = step;
                UnitName& unit = *const_cast<UnitName*>(one.clause->place->find(several->noun));
                unit.labels = {label};
                (several->noun == WordClass::article ? one.target.article : one.target.section) = label;
                one.named = one.target;
                take_remove(one);
            }
            return;
        }
        if (!clause.removed.empty() || !clause.bare.empty()) return remove_words(step);
        const Unit unit = removed_unit(step);
        const bool whole =
            unit == Unit::article || unit == Unit::section || unit == Unit::letter || unit == Unit::table;
        Operation operation = begin(step);
        operation.op = whole ? Op::repeal : Op::remove;
        operation.unit = unit;
        const std::vector<Printed> texts = printed(step.text);
        lay_struck(operation, texts);
        if (texts.empty()) {
            flag(operation, "BASE_TEXT_NEEDED", FlagSeverity::high,
                 "its text is not printed; it must be read in the agreement");
            if (!operation.condition.empty()) lower(operation.confidence, Confidence::inferred);
        } else if (operation.struck_text.empty()) {
            lay_unmarked(operation, texts, whole);
        } else if (whole) {
            check_whole(operation, texts);
        } else if (std::count_if(texts.begin(), texts.end(), [](const Printed& text) { return !text.struck.empty(); }) >
                       1 &&
                   unit == Unit::sentence) {
            flag(operation, "INSTRUCTION_CONTRADICTS_MARKUP", FlagSeverity::high,
                 "one sentence is to go, more is struck");
            ambiguous(operation, "the sentence goes that the instruction names", "the instruction names it",
                      "all that is struck goes", "it is struck");
        }
        if (whole && unit == Unit::section && clause.entire && clause.place && clause.place->find(WordClass::section) &&
            clause.place->find(WordClass::section)->labels.empty() && !operation.target.article.empty())
            flag(operation, "ARTICLE_LEFT_EMPTY", FlagSeverity::medium,
                 "if it is the article's only section, the article keeps its heading and no text");
        out_.push_back(std::move(operation));
    }

    /// "Sections 82 and 83": a unit of its own each.
    static const UnitName* several_units(const Instruction& clause) {
        if (!clause.place || !clause.removed.empty()) return nullptr;
        for (const WordClass noun : {WordClass::article, WordClass::section})
            if (const UnitName* unit = clause.place->find(noun); unit && unit->labels.size() > 1) return unit;
        return nullptr;
    }

    Unit removed_unit(const Step& step) const {
        const auto& place = step.clause->place ? step.clause->place : step.clause->scope;
        if (place) return narrowest_unit(*place);
        return step.target.section.empty() && step.target.article.empty() ? Unit::paragraph
               : step.target.section.empty()                              ? Unit::article
                                                                          : Unit::section;
    }

    /// The unit is printed and nothing of it is struck: the instruction alone says that it goes.
    void lay_unmarked(Operation& operation, const std::vector<Printed>& texts, bool whole) const {
        if (!whole) {
            flag(operation, "MARKUP_MISSING", FlagSeverity::low, "the text printed does not show what goes");
            lower(operation.confidence, Confidence::inferred);
            return;
        }
        for (const Printed& text : texts) append_line(operation.struck_text, whole_text(text));
        for (DrawnBlock& block : operation.drawn)
            for (DrawnRun& run : block.runs) run.kind = DrawnRun::struck;
        flag(operation, "MARKUP_MISSING", FlagSeverity::low,
             "the unit is printed and not struck; the instruction says that it goes");
        lower(operation.confidence, Confidence::inferred);
    }

    /// The instruction takes a whole unit away; the strike should cover all that is printed of it.
    void check_whole(Operation& operation, const std::vector<Printed>& texts) const {
        std::string left;
        for (const Printed& text : texts)
            if (!text.kept.empty() && !is_label_text(text.kept, book_)) append_line(left, text.kept);
        if (left.empty()) return;
        std::string all;
        for (const Printed& text : texts) append_line(all, whole_text(text));
        flag(operation, "STRIKE_COVERS_HEADING_ONLY", FlagSeverity::high,
             "the instruction takes the whole unit away, the strike covers only “" + operation.struck_text + "”");
        operation.confidence = Confidence::ambiguous;
        operation.readings.push_back(
            {"the whole unit goes", operation.op, all, {}, "the instruction says so", "its text is not struck"});
        operation.readings.push_back({"only what is struck goes, the text stays",
                                      Op::remove,
                                      operation.struck_text,
                                      {},
                                      "the strike ends there",
                                      "the instruction names the whole unit"});
        operation.struck_text = all;
    }

    void remove_words(const Step& step) {
        const Instruction& clause = *step.clause;
        Operation operation = begin(step);
        operation.op = Op::remove;
        operation.unit = Unit::words;
        std::string said;
        for (const Span& quoted : clause.removed) said += (said.empty() ? "" : " … ") + words_of(step, quoted);
        if (clause.removed.empty()) {
            said = words_of(step, clause.bare);
            flag(operation, "QUOTED_PAYLOAD_WITHOUT_QUOTES", FlagSeverity::low, "the words to go stand without quotes");
        }
        operation.struck_text = said;
        const std::vector<Printed> texts = printed(step.text);
        std::string struck;
        for (const Printed& text : texts) {
            if (text.struck.empty()) continue;
            struck += (struck.empty() ? "" : " … ") + text.struck;
            operation.drawn.push_back(draw(*text.block, text.pieces));
            operation.lines.last = std::max(operation.lines.last, text.block->last_line());
            const auto changes = marked_changes(*text.block, text.pieces, text.where.sentences, book_);
            if (step.named.paragraph.empty()) operation.target.paragraph = std::to_string(text.where.paragraph);
            if (!changes.empty()) operation.target.sentence = std::to_string(changes.front().sentence);
        }
        if (!struck.empty()) {
            if (bare_words(struck) != bare_words(said)) {
                flag(operation, "QUOTE_DIFFERS_FROM_TEXT", FlagSeverity::high,
                     "the instruction quotes “" + said + "”, struck is “" + struck + "”");
                lower(operation.confidence, Confidence::inferred);
            }
            operation.struck_text = struck;
        } else if (!texts.empty()) {
            draw_quoted(operation, texts, said);
        }
        out_.push_back(std::move(operation));
    }

    static std::string bare_words(const std::string& text) {
        std::string out = normalise(text);
        std::erase_if(out, [](char c) { return c == '.' || c == ',' || c == ';' || c == '"'; });
        return out;
    }

    /// The printed text is unmarked: the quoted words are looked for in it.
    void draw_quoted(Operation& operation, const std::vector<Printed>& texts, const std::string& said) const {
        for (const Printed& text : texts) {
            const std::size_t at = whole_text(text).find(said);
            if (at == std::string::npos) continue;
            const std::string all = whole_text(text);
            DrawnBlock drawn;
            drawn.line = text.block->line();
            drawn.runs = {{all.substr(0, at), DrawnRun::kept},
                          {said, DrawnRun::struck},
                          {all.substr(at + said.size()), DrawnRun::kept}};
            operation.drawn.push_back(std::move(drawn));
            return;
        }
        flag(operation, "QUOTE_DIFFERS_FROM_TEXT", FlagSeverity::high,
             "the words quoted do not stand in the text printed");
        lower(operation.confidence, Confidence::inferred);
    }

    // ---- insert

    Unit added_unit(const Instruction& clause) const {
        if (!clause.place) return clause.added.empty() ? Unit::paragraph : Unit::words;
        if (clause.fresh) return narrowest_unit(*clause.place);
        const UnitName& first = clause.place->units.front();
        const bool says_kind = first.labels.empty() && first.ordinal == 0;
        if (says_kind) return unit_of(first.noun);
        if (clause.added.empty()) return Unit::paragraph;
        return clause.anchor_words.empty() && clause.position != PositionKind::end ? Unit::sentence : Unit::words;
    }

    void take_add(const Step& step) {
        const Instruction& clause = *step.clause;
        if (has_table(step) && clause.added.empty()) return take_table(step);
        Operation operation = begin(step);
        operation.op = Op::insert;
        operation.unit = added_unit(clause);
        if (clause.fresh) name_new_unit(operation, step);
        for (const Span& quoted : clause.added) append_line(operation.inserted_text, words_of(step, quoted));
        append_line(operation.inserted_text, words_of(step, clause.bare));
        if (!clause.bare.empty())
            operation.drawn.push_back({operation.lines.first, "", {{words_of(step, clause.bare), DrawnRun::inserted}}});
        for (const Span& quoted : clause.added)
            operation.drawn.push_back({operation.lines.first, "", {{words_of(step, quoted), DrawnRun::inserted}}});
        lay_payload(operation, step);
        if (!step.after.empty())
            flag(operation, "TEXT_AFTER_QUOTE", FlagSeverity::medium,
                 "behind the quotation stands “" +
                     fold_blanks(std::string_view(document_.blocks[step.clause_block].text).substr(step.after.begin)) +
                     "”, which is not part of it");
        const bool placed =
            operation.position != PositionKind::absent || (clause.fresh && operation.unit != Unit::paragraph);
        if (!placed) {
            operation.position = PositionKind::unspecified;
            flag(operation, "POSITION_NOT_STATED", FlagSeverity::medium, "the place of the new text is not stated");
            lower(operation.confidence, Confidence::inferred);
        }
        if (operation.position == PositionKind::after && !operation.anchor.paragraph.empty() &&
            operation.target.paragraph.empty())
            operation.target.paragraph = "after " + operation.anchor.paragraph;
        if (operation.inserted_text.empty()) {
            flag(operation, "TEXT_NOT_GIVEN", FlagSeverity::high, "the text to be added is not given");
            lower(operation.confidence, Confidence::inferred);
        }
        out_.push_back(std::move(operation));
    }

    void name_new_unit(Operation& operation, const Step& step) const {
        const UnitName& unit = step.clause->place->units.front();
        const bool numbered = !unit.labels.empty();
        if (unit.noun == WordClass::section)
            operation.target.section = numbered ? joined_labels(unit.labels) : "new (unnumbered)";
        if (unit.noun == WordClass::article)
            operation.target.article = numbered ? joined_labels(unit.labels) : "new (unnumbered)";
        if (unit.noun == WordClass::letter) {
            operation.target.letter = numbered
                                          ? std::string(clause_text(step).substr(unit.span.begin, unit.span.size()))
                                          : operation.instruction;
            operation.target.section.clear();
            if (!numbered) flag(operation, "LETTER_UNNUMBERED", FlagSeverity::medium, "the new letter has no number");
        }
        operation.position = PositionKind::unspecified;
        if (operation.status == Status::open && item_has_agreed_section())
            flag(operation, "TA_SCOPE", FlagSeverity::high,
                 "the mark of agreement in this item stands at a section; this new unit is not under it");
    }

    bool item_has_agreed_section() const {
        return !item_.heading.status && std::any_of(steps_.begin(), steps_.end(), [](const Step& step) {
            return step.status && step.status->status == Status::tentatively_agreed;
        });
    }

    /// The paragraphs that come with "the following".
    void lay_payload(Operation& operation, const Step& step) {
        const std::vector<Printed> texts = printed(step.text);
        std::string struck;
        bool all_struck = !texts.empty();
        std::string notes;
        for (const Printed& text : texts) {
            if (text.where.note) {
                append_line(notes, whole_text(text));
                continue;
            }
            if (!text.wholly_struck()) all_struck = false;
            append_line(struck, text.struck);
            const std::string comes =
                fold_blanks(text.kept.empty() || text.inserted.empty() || !text.struck.empty()
                                ? (text.struck.empty() ? whole_text(text) : text.kept + " " + text.inserted)
                                : whole_text(text));
            append_line(operation.inserted_text, comes);
            DrawnBlock drawn = draw(*text.block, text.pieces);
            for (DrawnRun& run : drawn.runs)
                if (run.kind == DrawnRun::kept) run.kind = DrawnRun::inserted;
            operation.drawn.push_back(std::move(drawn));
            operation.lines.last = std::max(operation.lines.last, text.block->last_line());
        }
        if (!notes.empty())
            flag(operation, "NOTE_NOT_CONTRACT_TEXT", FlagSeverity::medium,
                 "inside the new text stands a note, which is none of it: “" + notes.substr(0, 80) + "…”");
        if (all_struck && operation.inserted_text.empty()) {
            flag(operation, "INSTRUCTION_CONTRADICTS_MARKUP", FlagSeverity::high,
                 "the instruction adds the text, the marks strike it");
            operation.confidence = Confidence::ambiguous;
            operation.inserted_text = struck;
            operation.readings.push_back({"the text is added, the strike is an error",
                                          Op::insert,
                                          {},
                                          struck,
                                          "the instruction says add",
                                          "the text is struck"});
            operation.readings.push_back({"the addition is withdrawn",
                                          Op::note,
                                          struck,
                                          {},
                                          "the text is struck",
                                          "the instruction still stands"});
            for (DrawnBlock& block : operation.drawn)
                for (DrawnRun& run : block.runs) run.kind = DrawnRun::inserted;
        } else if (!struck.empty()) {
            flag(operation, "STRIKE_IN_NEW_TEXT", FlagSeverity::medium,
                 "part of the new text is struck: “" + struck.substr(0, 80) + "”");
            lower(operation.confidence, Confidence::inferred);
        }
    }

    // ---- replace, modify, change

    void take_replace(const Step& step) {
        const Instruction& clause = *step.clause;
        if (!clause.removed.empty() && !clause.added.empty()) return substitute_quoted(step);
        if (clause.removes_first && clause.removed.empty() && !clause.added.empty() &&
            clause.position == PositionKind::end)
            return append_words(step);
        if (has_table(step)) return take_table(step);
        const std::vector<Printed> old_texts = printed(step.old_text);
        const std::vector<Printed> texts = printed(step.text);
        const bool inside = std::any_of(texts.begin(), texts.end(), [&](const Printed& text) {
            const bool shows_old = clause.verb == Verb::modify || !text.struck.empty();
            return text.marked() && shows_old && !text.kept.empty() && !is_label_text(text.kept, book_);
        });
        if (old_texts.empty() && clause.bare.empty() && clause.added.empty() && inside)
            return take_marked_payload(step, texts);
        replace_unit(step, old_texts, texts);
    }

    /// "by striking the period at the end and inserting “, and of …”".
    void append_words(const Step& step) {
        Operation operation = begin(step);
        operation.op = Op::insert;
        operation.unit = Unit::words;
        for (const Span& quoted : step.clause->added) append_line(operation.inserted_text, words_of(step, quoted));
        operation.drawn.push_back({operation.lines.first, "", {{operation.inserted_text, DrawnRun::inserted}}});
        out_.push_back(std::move(operation));
    }

    void substitute_quoted(const Step& step) {
        const Instruction& clause = *step.clause;
        for (std::size_t i = 0; i < clause.removed.size(); ++i) {
            Operation operation = begin(step);
            operation.op = Op::substitute;
            operation.unit = Unit::words;
            operation.struck_text = words_of(step, clause.removed[i]);
            if (i < clause.added.size()) operation.inserted_text = words_of(step, clause.added[i]);
            operation.money = money_between(operation.struck_text, operation.inserted_text);
            operation.drawn.push_back(
                {operation.lines.first,
                 "",
                 {{operation.struck_text, DrawnRun::struck}, {operation.inserted_text, DrawnRun::inserted}}});
            out_.push_back(std::move(operation));
        }
    }

    /// Where the item prints text, the words quoted should stand in it.
    void check_quoted(Operation& operation) const {
        bool prints = false;
        const std::string said = bare_words(operation.struck_text);
        for (const Step& step : steps_) {
            if (step.kind == StepKind::note) continue;
            for (const Printed& text : printed(step.text)) {
                prints = true;
                if (bare_words(whole_text(text)).find(said) != std::string::npos) return;
            }
        }
        if (!prints) return;
        flag(operation, "QUOTE_DIFFERS_FROM_TEXT", FlagSeverity::high,
             "the words quoted do not stand in the text printed");
        lower(operation.confidence, Confidence::inferred);
    }

    /// "Modify the 5th paragraph to reflect:" with the paragraphs printed and marked.
    void take_marked_payload(const Step& step, const std::vector<Printed>& texts) {
        const std::size_t first = out_.size();
        take_marked(step, texts);
        for (std::size_t i = first; i < out_.size(); ++i)
            if (step.clause->soft && !out_[i].flags.empty()) lower(out_[i].confidence, Confidence::inferred);
    }

    void replace_unit(const Step& step, const std::vector<Printed>& old_texts, const std::vector<Printed>& texts) {
        const Instruction& clause = *step.clause;
        Operation operation = begin(step);
        operation.op = Op::replace;
        bool old_label = false, new_label = false, new_marked = false;
        for (const Printed& text : old_texts) lay_old(operation, text, old_label);
        bool first_new = true;
        for (const Span& quoted : clause.added) append_line(operation.inserted_text, words_of(step, quoted));
        append_line(operation.inserted_text, words_of(step, clause.bare));
        if (!operation.inserted_text.empty()) {
            operation.drawn.push_back({operation.lines.first, "", {{operation.inserted_text, DrawnRun::inserted}}});
            first_new = false;
        }
        for (const Printed& text : texts) {
            operation.lines.last = std::max(operation.lines.last, text.block->last_line());
            if (text.wholly_struck() ||
                (!text.struck.empty() && is_label_text(text.kept, book_) && text.inserted.empty())) {
                lay_old(operation, text, old_label);
                continue;
            }
            const std::string comes =
                text.struck.empty() ? whole_text(text) : fold_blanks(text.kept + " " + text.inserted);
            if (first_new) new_label = label_begins(comes);
            first_new = false;
            new_marked = new_marked || !text.inserted.empty();
            append_line(operation.struck_text, text.struck);
            append_line(operation.inserted_text, comes);
            DrawnBlock drawn = draw(*text.block, text.pieces);
            for (DrawnRun& run : drawn.runs)
                if (run.kind == DrawnRun::kept) run.kind = DrawnRun::inserted;
            operation.drawn.push_back(std::move(drawn));
        }
        operation.unit = replaced_unit(step, old_label || new_label);
        if (operation.unit == Unit::paragraph && operation.target.paragraph.empty() && !old_texts.empty())
            operation.target.paragraph = std::to_string(old_texts.front().where.paragraph);
        judge_replacement(operation, step, old_label, new_label, new_marked);
        out_.push_back(std::move(operation));
    }

    /// `label` tells whether the struck text begins with its section's label.
    void lay_old(Operation& operation, const Printed& text, bool& label) const {
        if (operation.struck_text.empty()) {
            label = label_begins(text.struck);
            if (label) check_section(operation, text.struck);
        }
        append_line(operation.struck_text, text.struck);
        operation.drawn.push_back(draw(*text.block, text.pieces));
    }

    bool label_begins(const std::string& text) const {
        const PhrasedText phrased(std::string_view(text).substr(0, 60), book_);
        const auto place = parse_place(phrased, 0, phrased.size());
        return place && place->find(WordClass::section) && !place->find(WordClass::section)->labels.empty();
    }

    /// The section of the heading against the label of the text that goes.
    void check_section(Operation& operation, const std::string& struck) const {
        const PhrasedText phrased(std::string_view(struck).substr(0, 60), book_);
        const auto place = parse_place(phrased, 0, phrased.size());
        const std::string label = place->find(WordClass::section)->labels.front();
        const std::vector<std::string>& named = item_.heading.sections;
        if (named.empty() || std::find(named.begin(), named.end(), label) != named.end()) {
            operation.target.section = label;
            return;
        }
        const std::string heading = joined_labels(named);
        operation.target.section = heading + " (heading) / " + label + " (text)";
        flag(operation, "SECTION_NUMBER_MISMATCH", FlagSeverity::high,
             "the heading names section " + heading + ", the struck text is section " + label);
        ambiguous(operation, "section " + heading + " is replaced", "the heading names it",
                  "section " + label + " is replaced", "its text is printed and struck");
    }

    Unit replaced_unit(const Step& step, bool labelled) const {
        const auto& place = step.clause->place;
        if (place) {
            const UnitName& first = place->units.front();
            if (!first.labels.empty() || first.ordinal != 0 || first.entire) return narrowest_unit(*place);
            if (first.noun == WordClass::letter || first.noun == WordClass::section || first.noun == WordClass::article)
                return unit_of(first.noun);
        }
        if (labelled) return Unit::section;
        return step.target.section.empty() && !step.target.article.empty() && step.old_text.empty() ? Unit::article
                                                                                                    : Unit::paragraph;
    }

    void judge_replacement(Operation& operation, const Step& step, bool old_label, bool new_label,
                           bool new_marked) const {
        const Instruction& clause = *step.clause;
        if (operation.inserted_text.empty()) return judge_missing_text(operation);
        if (operation.struck_text.empty() && clause.verb == Verb::modify && !clause.reads) {
            flag(operation, "UNMARKED_RESTATEMENT", FlagSeverity::high,
                 "the new text is printed in full; what changes is not marked");
            lower(operation.confidence, Confidence::inferred);
        } else if (operation.struck_text.empty()) {
            flag(operation, "BASE_TEXT_NEEDED", FlagSeverity::high,
                 "the text replaced is not printed; it must be read in the agreement");
            if (clause.removes_first && !clause.place) lower(operation.confidence, Confidence::inferred);
        }
        if (clause.removes_first && !clause.names_removed && clause.place && operation.struck_text.empty()) {
            flag(operation, "AMBIGUOUS_INSTRUCTION", FlagSeverity::medium,
                 "what is deleted is not named: all that stands there is taken to go");
            lower(operation.confidence, Confidence::inferred);
        }
        if (clause.soft && !operation.struck_text.empty()) {
            flag(operation, "SOFT_INSTRUCTION", FlagSeverity::medium,
                 "“" + operation.instruction + "” may announce the text or its gist");
            lower(operation.confidence, Confidence::inferred);
        }
        const bool whole = operation.unit == Unit::section || operation.unit == Unit::article;
        if (whole && !new_label && (old_label || operation.unit == Unit::article))
            flag(operation, "REPLACEMENT_HAS_NO_NUMBER", FlagSeverity::medium,
                 "the new text stands without the number of what it replaces");
        if (!operation.struck_text.empty() && !new_marked && !operation.inserted_text.empty())
            flag(operation, "INSERTION_NOT_MARKED", whole ? FlagSeverity::medium : FlagSeverity::low,
                 "the new text has no mark of its own");
    }

    void judge_missing_text(Operation& operation) const {
        flag(operation, "TEXT_NOT_GIVEN", FlagSeverity::high, "the new text is not given");
        flag(operation, "AMBIGUOUS_INSTRUCTION", FlagSeverity::medium, "the instruction does not say what changes");
        operation.confidence = Confidence::ambiguous;
        operation.readings.push_back({"new text was to follow and is missing",
                                      operation.op,
                                      {},
                                      {},
                                      "the instruction announces a change",
                                      "nothing follows"});
        operation.readings.push_back({"the instruction is left over and asks for nothing",
                                      Op::note,
                                      {},
                                      {},
                                      "nothing follows",
                                      "it was not taken out"});
    }

    // ------------------------------------------------------------ endings

    void finish(Operation& operation) const {
        if (operation.confidence == Confidence::ambiguous)
            for (OperationReading& reading : operation.readings) {
                if (reading.op == operation.op && reading.struck_text.empty() && reading.inserted_text.empty()) {
                    reading.struck_text = operation.struck_text;
                    reading.inserted_text = operation.inserted_text;
                }
            }
        else
            operation.readings.clear();
        if (operation.target.article.empty() && operation.target.section.empty() && operation.target.letter.empty() &&
            operation.op != Op::note)
            flag(operation, "NO_TARGET", FlagSeverity::medium, "no article, section or letter is named");
    }

    const Document& document_;
    const ProposalItem& item_;
    const std::vector<Step>& steps_;
    const MarkUse& use_;
    const PhraseBook& book_;
    const Proposal& proposal_;
    std::vector<Operation> out_;
};

}  // namespace

std::vector<Operation> reconcile(const Document& document, const ProposalItem& item, const std::vector<Step>& steps,
                                 const MarkUse& use, const PhraseBook& book, const Proposal& proposal) {
    return Reconciler(document, item, steps, use, book, proposal).run();
}

}  // namespace stet
