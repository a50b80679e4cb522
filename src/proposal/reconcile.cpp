// Reconciles instructions, marks and text: the passes.
#include <algorithm>
#include <iterator>
#include <utility>

#include "grammar/wording.hpp"
#include "proposal/letters.hpp"
#include "proposal/money_changes.hpp"
#include "proposal/reconciler.hpp"
#include "proposal/repair.hpp"
#include "proposal/target.hpp"
#include "proposal/written_label.hpp"

namespace stet {

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

bool is_label_text(const std::string& kept, const PhraseBook& book) {
    const PhrasedText text(kept, book);
    const auto place = parse_place(text, 0, text.size());
    return place && (place->end == text.size() || (place->end + 1 == text.size() && text.is_mark(place->end, ".")));
}

std::vector<Operation> Reconciler::run() {
    std::vector<Operation> read = read_item();
    std::vector<Operation> out;
    for (Operation& operation : read) {
        std::vector<Operation> parts = parts_left_out(operation, read);
        out.push_back(std::move(operation));
        std::move(parts.begin(), parts.end(), std::back_inserter(out));
    }
    return out;
}

std::vector<Operation> Reconciler::read_item() {
    if (item_.heading.highlights) return highlights();
    if (steps_.empty() || is_settled()) return status_alone();
    if (asks_nothing_of_the_text()) return obligation();
    const auto settled = status_of_heading_alone();
    if (settled) out_.push_back(*settled);
    if (const auto article = new_article())
        take(*article);
    else
        for (const Step& step : steps_) take(step);
    join_repeats();
    if (!out_.empty()) lay_said(out_.front());
    for (Operation& operation : out_) finish(operation);
    tell_both_sides();
    return std::move(out_);
}

/// The item's; where it has none, the line that a section of it begins with.
std::string Reconciler::heading_of(const Step& step) const {
    const Block& first = document_.blocks[item_.first];
    const bool is_text =
        fold_blanks(std::string_view(first.text).substr(std::min<std::size_t>(item_.body_from, first.text.size())))
            .starts_with(item_.heading.text);
    if (!is_text || item_.heading.text.empty() || !step.labelled || step.lines.first <= first.last_line())
        return item_.heading.text;
    const auto at = std::find_if(document_.blocks.begin() + item_.first, document_.blocks.begin() + item_.end,
                                 [&](const Block& block) { return block.line() >= step.lines.first; });
    return at == document_.blocks.begin() + item_.end ? item_.heading.text
                                                      : fold_blanks(at->text.substr(0, at->text.find('\n')));
}

void Reconciler::lay_below_letter(Operation& operation) const {
    const std::string& letter = item_.heading.below_letter;
    flag(operation, "AMBIGUOUS_INSTRUCTION", FlagSeverity::high,
         "it stands below “" + letter + "”, and whether it is of that is not said");
    if (operation.readings.empty())
        ambiguous(operation, "the agreement's own", "it names nothing else", "that of " + letter,
                  "it stands below this heading, of which nothing else is asked");
}

Operation Reconciler::begin(const Step& step) const {
    Operation operation;
    operation.item = item_.id;
    operation.heading = heading_of(step);
    operation.lines = step.lines;
    operation.target = step.target;
    const Side offers = offering_side(step);
    operation.asked_of = offers == Side::neither   ? item_.asked_of
                         : offers == Side::company ? Side::union_side
                                                   : Side::company;
    choose_article(operation);
    if (step.status) {
        operation.status = step.status->status;
        operation.status_date = step.status->date;
        if (step.status->year_inferred)
            flag(operation, "TA_YEAR_MISSING", FlagSeverity::low,
                 "the mark " + step.status->raw + " has no year; the last one before the document's date is taken");
    }
    if (contradicts_status(step)) {
        operation.status = Status::open;
        operation.status_date.clear();
        flag(operation, "INSTRUCTION_CONTRADICTS_STATUS", FlagSeverity::high,
             "the mark “" + step.status->raw + "” says that nothing changes, and this asks for a change");
    }
    if (step.status && step.status->excepts) lay_mark_exception(operation, *step.status);
    if (step.status && step.status->date_inferred)
        flag(operation, "TA_DATE_MISSING", FlagSeverity::low, "the mark has no date; the document's is taken");
    if (step.clause) lay_clause(operation, step);
    if (item_.heading.letter_of_title && operation.target.section == item_.heading.target.section) {
        flag(operation, "LETTER_MAY_BE_TITLE", FlagSeverity::medium,
             "“" + operation.target.section + ".” is read as the section's letter and may open the title");
        lower(operation.confidence, Confidence::inferred);
    }
    if (!item_.heading.below_letter.empty() && operation.target.letter.empty()) lay_below_letter(operation);
    if (item_.heading.names_line) flag_line(operation);
    return operation;
}

std::string_view Reconciler::clause_text(const Step& step) const {
    return std::string_view(document_.blocks[step.clause_block].text).substr(step.clause_from);
}

std::string Reconciler::words_of(const Step& step, Span span) const {
    return span.empty() ? std::string{} : fold_blanks(clause_text(step).substr(span.begin, span.size()));
}

/// The parts of a clause with their places in its words as they are told, blanks folded.
std::vector<InstructionPart> Reconciler::parts_of(const Step& step) const {
    std::vector<InstructionPart> parts = step.clause->parts;
    const std::string_view text = clause_text(step);
    const std::uint32_t begin = step.clause->span.begin;
    for (InstructionPart& part : parts) {
        const std::uint32_t at = std::max(part.span.begin, begin);
        const std::string before = fold_blanks(text.substr(begin, at - begin));
        const bool parted = !before.empty() && is_blank(text[at - 1]);
        const auto from = static_cast<std::uint32_t>(before.size() + (parted ? 1 : 0));
        part.words = fold_blanks(part.words);
        part.span = {from, from + static_cast<std::uint32_t>(part.words.size())};
    }
    return parts;
}

void Reconciler::lay_clause(Operation& operation, const Step& step) const {
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
    operation.parts = parts_of(step);
    operation.condition = words_of(step, clause.condition);
    operation.position = clause.position;
    operation.occurrence = clause.occurrence;
    operation.anchor_words = words_of(step, clause.anchor_words);
    for (const InstructionPart& part : clause.parts) {
        if (clause.verb == Verb::renumber || clause.renamed || part.role != "verb") continue;
        if (PhrasedText(part.words, book_).has(0, WordClass::renumber))
            flag(operation, std::string(renumbering_asked), FlagSeverity::medium,
                 "that what follows is renumbered is asked for, and not how");
    }
    if (clause.anchor) lay_over(operation.anchor, *clause.anchor, clause_text(step));
    reconcile_numbers(operation, step);
    if (!step.named.paragraph.empty()) operation.target.paragraph = step.named.paragraph;
    if (!step.named.sentence.empty()) operation.target.sentence = step.named.sentence;
    if (!step.named.letter.empty()) {
        if (step.named.letter != operation.target.letter) operation.target.article_title.clear();
        operation.target.letter = step.named.letter;
    }
    judge_own_number(operation, step);
    if (operation.target.paragraph.empty() && clause.verb == Verb::remove)
        operation.target.paragraph = operation.anchor.paragraph;
    for (const auto* place : {&clause.place, &clause.scope, &clause.destination})
        if (*place && std::any_of((*place)->units.begin(), (*place)->units.end(),
                                  [](const UnitName& unit) { return unit.open_range; }))
            lay_open_range(operation);
    if (clause.names_more || (!clause.further.empty() && !goes_to_each(clause))) lay_second_place(operation, clause);
    if (clause.marks_in_quotation)
        ambiguous(operation, "of the words quoted those that are struck go, and the others are the text",
                  "they are marked", "all of the words quoted are the text", "they stand in one quotation");
    if (!step.after.empty() && clause.verb != Verb::add) {
        flag(operation, "TEXT_AFTER_QUOTE", FlagSeverity::medium,
             "behind the quotation stands “" +
                 fold_blanks(std::string_view(document_.blocks[step.clause_block].text).substr(step.after.begin)) +
                 "”, which is not read");
        lower(operation.confidence, Confidence::inferred);
    }
    lay_unread(operation, step);
    lay_line(operation, clause);
    if (clause.limited)
        flag(operation, "LIMITED_IN_TIME", FlagSeverity::medium,
             "holds or ends by a date: “" + operation.condition + "”");
    else if (!operation.condition.empty())
        flag(operation, "CONDITIONAL_EFFECT", FlagSeverity::high, "takes effect only “" + operation.condition + "”");
}

/// Numbers, ordinals, letters and nouns of units may say of which part something is asked.
bool Reconciler::may_name_place(const std::string& words) const {
    constexpr WordClass names[] = {WordClass::article,   WordClass::section, WordClass::paragraph, WordClass::sentence,
                                   WordClass::list_item, WordClass::table,   WordClass::row,       WordClass::letter,
                                   WordClass::appendix,  WordClass::ordinal, WordClass::number,    WordClass::last};
    const PhrasedText text(words, book_);
    for (std::size_t i = 0; i < text.size(); ++i)
        if (text.at(i).shape == TokenShape::figure ||
            (text.at(i).shape == TokenShape::word && text.at(i).text.size() == 1) ||
            std::any_of(std::begin(names), std::end(names), [&](WordClass name) { return text.has(i, name); }))
            return true;
    return false;
}

/// "Section 4 of the pension plan": words behind a place that may tell of what it is one.
bool Reconciler::names_whose(const Step& step, Span words) const {
    for (const auto* place : {&step.clause->place, &step.clause->scope}) {
        if (!*place || !(*place)->has_label()) continue;
        std::uint32_t end = 0;
        for (const UnitName& unit : (*place)->units) end = std::max(end, unit.span.end);
        if (end == 0 || end >= words.begin) continue;
        const PhrasedText between(clause_text(step).substr(end, words.begin - end), book_);
        std::size_t at = 1;
        while (between.has(at, WordClass::connective)) ++at;
        if (between.is_word(0, "of") && at >= between.size()) return true;
    }
    return false;
}

void Reconciler::lay_unread(Operation& operation, const Step& step) const {
    if (step.clause->unread.empty()) return;
    std::string words;
    bool names_place = false;
    for (const Span& span : step.clause->unread) {
        const std::string said = words_of(step, span);
        names_place = names_place || may_name_place(said) || names_whose(step, span);
        words += (words.empty() ? "“" : "”, “") + said;
    }
    flag(operation, std::string(words_not_read), names_place ? FlagSeverity::high : FlagSeverity::medium,
         "of the instruction " + words + "” is not read and may change what it asks");
    lower(operation.confidence, Confidence::inferred);
    if (step.clause->excepts && operation.readings.empty())
        ambiguous(operation, "as read, without exception", "the other words say so",
                  "with the exception that " + words + "” makes", "the instruction makes one");
}

/// "in the second line": lines are those of a print that is not here.
void Reconciler::lay_line(Operation& operation, const Instruction& clause) const {
    for (const auto* place : {&clause.scope, &clause.place}) {
        const UnitName* line = *place ? (*place)->find(WordClass::words) : nullptr;
        if (line == nullptr || (line->ordinal == 0 && line->labels.empty()) ||
            (clause.removed.empty() && clause.added.empty()))
            continue;
        flag_line(operation);
    }
}

void Reconciler::flag_line(Operation& operation) {
    flag(operation, "LINE_NOT_COUNTED", FlagSeverity::low,
         "a line or word is named by its number, which is no unit of the text: the words are looked for in all of it");
    lower(operation.confidence, Confidence::inferred);
}

/// "(i) through (iv)": what stands between them is asked for too and has no operation of its own.
void Reconciler::lay_open_range(Operation& operation) const {
    flag(operation, "AMBIGUOUS_INSTRUCTION", FlagSeverity::medium,
         "the instruction names units from one to another; those between them cannot be told");
    if (!operation.readings.empty()) return;
    ambiguous(operation, "the units named alone", "they are named", "together with all that stand between them",
              "the instruction says from one through the other");
}

/// Words that are struck are looked for in the place that is named first; whole units are not struck on a guess.
void Reconciler::lay_second_place(Operation& operation, const Instruction& clause) const {
    flag(operation, "AMBIGUOUS_INSTRUCTION", FlagSeverity::medium,
         "the instruction goes on with another place, which is not read");
    lower(operation.confidence, Confidence::inferred);
    if (!clause.removed.empty() || !operation.readings.empty()) return;
    ambiguous(operation, "the place named first alone", "it stands with the verb",
              "together with the place named behind it, or without it", "the instruction goes on with another place");
}

void Reconciler::choose_article(Operation& operation) const {
    const std::vector<std::string>& articles = item_.heading.articles;
    const std::string article =
        operation.target.section.substr(0, operation.target.section.find_first_of(number_stops));
    if (articles.size() < 2 || operation.target.article != item_.heading.target.article) return;
    if (article != operation.target.section && std::find(articles.begin(), articles.end(), article) != articles.end())
        operation.target.article = article;
}

void Reconciler::reconcile_numbers(Operation& operation, const Step& step) const {
    const std::string& heading = item_.heading.target.article;
    if (step.named.article.empty()) return;
    const std::vector<std::string>& articles = item_.heading.articles;
    // "Delete. Renumber Articles 20 and 21 as 19 and 20.": numbers of others are those of no other heading.
    const bool renumbers = step.clause->verb == Verb::renumber && step.clause->destination;
    if (heading.empty() || heading == step.named.article || renumbers ||
        std::find(articles.begin(), articles.end(), step.named.article) != articles.end()) {
        if (heading != step.named.article && renumbers) operation.target.article_title.clear();
        operation.target.article = step.named.article;
        return;
    }
    operation.target.article = heading + " (heading) / " + step.named.article + " (instruction)";
    flag(operation, "ARTICLE_NUMBER_MISMATCH", FlagSeverity::high,
         "the heading names article " + heading + ", the instruction article " + step.named.article);
    ambiguous(operation, "the article of the heading, " + heading, "the item stands under it",
              "the article of the instruction, " + step.named.article, "the instruction names it");
}

void Reconciler::ambiguous(Operation& operation, std::string first, std::string first_for, std::string second,
                           std::string second_for) const {
    operation.confidence = Confidence::ambiguous;
    operation.readings.push_back({std::move(first), operation.op, {}, {}, std::move(first_for), {}});
    operation.readings.push_back({std::move(second), operation.op, {}, {}, std::move(second_for), {}});
}

Printed Reconciler::printed(const StepText& text) const {
    Printed out;
    out.block = &document_.blocks[text.block];
    out.where = text;
    out.pieces = repaired(*out.block, mark_pieces(*out.block, text.from, use_));
    std::erase_if(out.pieces, [&](const MarkedPiece& piece) { return piece.text.begin >= text.end; });
    if (!out.pieces.empty()) out.pieces.back().text.end = std::min(out.pieces.back().text.end, text.end);
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

std::vector<Printed> Reconciler::printed(const std::vector<StepText>& texts) const {
    std::vector<Printed> out;
    for (const StepText& text : texts)
        if (document_.blocks[text.block].kind != BlockKind::table_row) out.push_back(printed(text));
    return out;
}

bool Reconciler::has_table(const Step& step) const {
    return std::any_of(step.text.begin(), step.text.end(),
                       [&](const StepText& text) { return document_.blocks[text.block].kind == BlockKind::table_row; });
}

std::string Reconciler::whole_text(const Printed& text) const {
    std::string words;
    std::uint32_t at = text.where.from;
    // A comment is none of the text.
    for (const Run& run : text.block->runs) {
        if (!run.marks.has(Mark::comment) || run.text.end <= at || run.text.begin >= text.where.end) continue;
        words.append(text.block->text, at, std::max(at, run.text.begin) - at);
        at = run.text.end;
    }
    if (at < text.where.end) words.append(text.block->text, at, text.where.end - at);
    return without_quotes(fold_blanks(words));
}

std::string Reconciler::without_quotes(std::string text) {
    for (const auto& [open, close] : {std::pair{"“", "”"}, std::pair{"\"", "\""}}) {
        if (!text.starts_with(open)) continue;
        const std::string_view quote(open);
        const std::size_t end = text.rfind(close);
        const bool closed =
            end != std::string::npos && end >= quote.size() && text.size() - end <= std::string_view(close).size() + 1;
        const bool inner = text.find(open, quote.size()) < end && std::string_view(open) != std::string_view(close);
        if (inner) continue;
        if (closed) return text.substr(quote.size(), end - quote.size());
        if (end == std::string::npos || end == 0) return text.substr(quote.size());
    }
    return text;
}

void Reconciler::take(const Step& step) {
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

void Reconciler::join_repeats() {
    std::map<std::string, std::size_t> instructed;
    std::vector<Operation> kept;
    const auto key = [](const Operation& operation) {
        return operation.target.section + "\n" + bare_words(operation.struck_text) + "\n" +
               bare_words(operation.inserted_text);
    };
    for (Operation& operation : out_) {
        const bool words = operation.op == Op::substitute || operation.op == Op::remove || operation.op == Op::insert;
        const auto same = words && operation.instruction.empty() ? instructed.find(key(operation)) : instructed.end();
        if (same == instructed.end()) {
            if (words && !operation.instruction.empty()) instructed.emplace(key(operation), kept.size());
            kept.push_back(std::move(operation));
            continue;
        }
        Operation& first = kept[same->second];
        first.lines.last = std::max(first.lines.last, operation.lines.last);
        first.drawn = std::move(operation.drawn);
        if (first.target.paragraph.empty()) first.target.paragraph = operation.target.paragraph;
        if (first.target.sentence.empty()) first.target.sentence = operation.target.sentence;
    }
    out_ = std::move(kept);
}

void Reconciler::take_note(const Step& step) {
    Operation operation = begin(step);
    operation.op = Op::note;
    operation.unit = Unit::obligation;
    for (const Printed& text : printed(step.text)) append_line(operation.inserted_text, whole_text(text));
    // "5.2 – Three (3) days to four (4) days. (TA 5/4)": the mark is all that stands behind the heading.
    if (step.text.empty() && !step.clause && steps_.size() == 1) takes_told_value(operation);
    const bool noted = !step.text.empty() && step.text.front().note;
    if (noted) flag(operation, "NOTE_NOT_CONTRACT_TEXT", FlagSeverity::info, "a note says so itself");
    judge_note(operation);
    out_.push_back(std::move(operation));
}

/// A note of its own that may ask for a change of words is none that can be relied on.
void Reconciler::judge_note(Operation& operation) const {
    if (operation.op != Op::note || operation.status != Status::open || !quotes_change(operation.inserted_text)) return;
    flag(operation, "AMBIGUOUS_INSTRUCTION", FlagSeverity::medium,
         "it may ask for a change, which is not read as an instruction");
    lower(operation.confidence, Confidence::inferred);
}

void Reconciler::take_instructed(const Step& step) {
    for (const Step& one : one_a_unit(step)) take_one(one);
}

void Reconciler::take_one(const Step& step) {
    switch (step.clause->verb) {
        case Verb::remove:
            return take_remove(step);
        case Verb::add:
            if (brings_letter(step)) {
                Step moved = step;
                moved.clause->destination = std::exchange(moved.clause->place, std::nullopt);
                moved.clause->renamed = std::exchange(moved.clause->scope, std::nullopt);
                moved.target.section = item_.heading.target.section;
                return take_move(moved);
            }
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
        case Verb::join:
            return take_join(step);
        case Verb::missing:
            return;
    }
}

bool Reconciler::brings_letter(const Step& step) const {
    const Instruction& clause = *step.clause;
    const bool no_text = clause.added.empty() && clause.bare.empty() && step.text.empty() && !clause.following;
    return no_text && !item_.heading.target.letter.empty() && item_.heading.target.article.empty() && clause.place &&
           clause.place->units.front().noun == WordClass::article && clause.place->has_label() && !clause.fresh;
}

void Reconciler::take_keep(const Step& step) {
    Operation operation = begin(step);
    operation.op = Op::note;
    operation.unit = Unit::obligation;
    const Status said = step.clause->status.value_or(Status::current);
    // What is said of a proposal in a paragraph of its own is not said of the section that stands above.
    if (step.clause->status && !step.labelled && step.named.section.empty() && step.clause->span.begin == 0)
        operation.target.section = step.heading_section;
    operation.acceptance = step.clause->acceptance;
    if (operation.acceptance)
        flag(operation, "ACCEPTS_OTHER_PROPOSAL", FlagSeverity::medium,
             "a proposal of the other side is accepted, which is not printed here; only a mark makes it agreed");
    // Under a what-if nothing is withdrawn or kept yet.
    else if (operation.status == Status::open || (step.clause->status && operation.status != Status::supposal))
        operation.status = said;
    // "Drop.", "Drop Section 2.02." are said of a proposal and of a text; "Drop our proposal on 2.02." is not.
    const PhrasedText said_words(operation.instruction, book_);
    const auto names = [&](WordClass noun) { return said_words.first(0, said_words.size(), noun) < said_words.size(); };
    const bool both = said == Status::withdrawn && said_words.has(0, WordClass::remove) && !names(WordClass::offer) &&
                      !names(WordClass::demand);
    if (both)
        ambiguous(operation, "the proposal made before is withdrawn", "the verb says so of proposals",
                  "the text that is named goes", "the verb is one of deletion too");
    for (const PlaceName& place : step.clause->excepted) add_excepted(operation, place, clause_text(step));
    if (step.clause->but_for_what_follows)
        flag(operation, "EXCEPTION_FOLLOWS", FlagSeverity::medium, "it holds but for what is asked behind it");
    operation.inserted_text = operation.instruction;
    out_.push_back(std::move(operation));
}

/// "The rate ($4.00/hour) increases to $6.00 on 1/1/27": a sum in front of the verb is the one in force.
std::vector<MoneyChange> Reconciler::money_of_value(const Step& step, const std::string& text) {
    std::string subject, amounts;
    for (const InstructionPart& part : step.clause->parts) {
        if (part.role == "subject" && subject.empty()) subject = fold_blanks(part.words);
        if (part.role == "amounts" && amounts.empty()) amounts = fold_blanks(part.words);
    }
    if (std::vector<MoneyChange> dated = money_by_day(subject, text); !dated.empty()) return dated;
    const std::vector<MoneyChange> old = money_in(subject);
    if (amounts.empty() || old.size() != 1 || step.clause->raises_by) return money_in(text);
    std::vector<MoneyChange> money = money_in(amounts);
    for (MoneyChange& change : money) change.what = subject;
    if (!money.empty()) money.front().from = old.front().to;
    return money;
}

void Reconciler::take_proposed(const Step& step) {
    Operation operation = begin(step);
    operation.inserted_text = words_of(step, step.clause->bare);
    const bool date = all_dates(operation.inserted_text);
    operation.op = Op::set;
    operation.unit = date ? Unit::date : Unit::words;
    operation.money = money_of_value(step, operation.inserted_text);
    if (step.clause->raises_by)
        for (MoneyChange& money : operation.money) money.to.insert(0, "+");
    flag(operation, "DESCRIPTION_NOT_TEXT", FlagSeverity::medium,
         "what shall hold is described; the words of the agreement are not given");
    lower(operation.confidence, Confidence::inferred);
    out_.push_back(std::move(operation));
}

void Reconciler::take_renumber(const Step& step) {
    Operation operation = begin(step);
    operation.op = Op::renumber;
    const Instruction& clause = *step.clause;
    if (const auto& named = clause.place ? clause.place : clause.scope; named && named->has_label()) {
        operation.struck_text = label_of(*named);
        const Unit unit = narrowest_unit(*named);
        operation.unit = unit == Unit::section && operation.struck_text.ends_with(')') ? Unit::list_item : unit;
    } else if (clause.destination) {
        lay_renumbered_unit(operation);
    } else if (!out_.empty()) {
        operation.unit = out_.back().unit;  // "… and renumber the rest"
        // The units that are left are those beside the one that went.
        if (operation.unit == Unit::section && operation.target.section == out_.back().target.section)
            operation.target.section.clear();
    }
    if (clause.destination) {
        operation.inserted_text = label_of(*clause.destination);
    } else {
        flag(operation, "NUMBERS_NOT_STATED", FlagSeverity::low,
             "what becomes of the numbers of the other units is not spelt out");
        lower(operation.confidence, Confidence::inferred);
    }
    out_.push_back(std::move(operation));
}

/// "11.08 – Renumber as 11.07": the narrowest unit that stands above is what gets the number.
void Reconciler::lay_renumbered_unit(Operation& operation) {
    const Target& target = operation.target;
    const auto lay = [&](Unit unit, const std::string& label) {
        operation.unit = unit;
        operation.struck_text = label;
    };
    if (!target.paragraph.empty()) return lay(Unit::list_item, target.paragraph);
    if (!target.section.empty())
        return lay(target.section.ends_with(')') ? Unit::list_item : Unit::section, target.section);
    if (!target.article.empty()) return lay(Unit::article, target.article);
    if (!target.letter.empty()) lay(Unit::letter, target.letter);
}

void Reconciler::take_join(const Step& step) {
    Operation operation = begin(step);
    operation.op = Op::join;
    const bool sections = !operation.target.section.empty() && operation.target.paragraph.empty();
    operation.unit = step.clause->place ? narrowest_unit(*step.clause->place)
                     : sections         ? Unit::section
                                        : Unit::paragraph;
    const std::vector<Printed> texts = printed(step.text);
    for (const Printed& text : texts) append_line(operation.inserted_text, whole_text(text));
    lay_struck(operation, texts);
    if (texts.empty())
        flag(operation, "BASE_TEXT_NEEDED", FlagSeverity::medium,
             "its text is not printed; it must be read in the agreement");
    out_.push_back(std::move(operation));
}

std::string Reconciler::label_of(const PlaceName& place) {
    for (const UnitName& unit : place.units)
        if (!unit.labels.empty()) return joined_labels(unit.labels);
    return {};
}

void Reconciler::take_move(const Step& step) {
    Operation operation = begin(step);
    operation.op = Op::move;
    operation.unit = step.clause->place ? narrowest_unit(*step.clause->place)
                     : !operation.target.letter.empty() && operation.target.section.empty()    ? Unit::letter
                     : !operation.target.section.empty() && operation.target.paragraph.empty() ? Unit::section
                                                                                               : Unit::paragraph;
    operation.from = operation.target;
    if (step.clause->destination) {
        Target to;
        lay_over(to, *step.clause->destination, clause_text(step));
        operation.anchor = to;
        if (step.clause->position == PositionKind::absent || !step.clause->renamed)
            operation.position = PositionKind::inside;
    }
    if (step.clause->renamed) {
        operation.new_label = label_of(*step.clause->renamed);
        if (!step.clause->destination) lay_over(operation.anchor, *step.clause->renamed, clause_text(step));
        operation.anchor.section.clear();
        operation.target.paragraph.clear();
    }
    if (!operation.anchor.article.empty() && operation.anchor.article != operation.target.article) {
        operation.target.article = operation.anchor.article;
        operation.target.article_title = operation.anchor.article_title;
    }
    const std::vector<Printed> texts = printed(step.text);
    if (texts.empty())
        flag(operation, "BASE_TEXT_NEEDED", FlagSeverity::medium,
             "its text is not printed; it must be read in the agreement");
    if (step.clause->position == PositionKind::absent && operation.new_label.empty()) {
        operation.position = PositionKind::unspecified;
        flag(operation, "POSITION_NOT_STATED", FlagSeverity::medium, "the place inside the article is not stated");
        lower(operation.confidence, Confidence::inferred);
    }
    out_.push_back(std::move(operation));
}

void Reconciler::finish(Operation& operation) const {
    judge_excepted(operation);
    const auto flagged = [&](std::string_view code) {
        return std::any_of(operation.flags.begin(), operation.flags.end(),
                           [&](const Flag& known) { return known.code == code; });
    };
    if (flagged("INSTRUCTION_CONTRADICTS_STATUS") && operation.readings.empty())
        ambiguous(operation, "it is asked for", "it is spelt out", "nothing changes", "the mark of status says so");
    if (flagged("TA_IN_PART") && operation.readings.empty() && operation.status == Status::current)
        ambiguous(operation, "the text stays", "the mark says so", "it stays but for what the mark excepts",
                  "the mark makes an exception");
    if (flagged("TA_IN_PART") && operation.readings.empty())
        ambiguous(operation, "agreed", "the mark is one of agreement", "not agreed, as far as the mark excepts it",
                  "the mark makes an exception");
    if (operation.confidence == Confidence::ambiguous)
        for (OperationReading& reading : operation.readings) {
            if (reading.op == operation.op && reading.struck_text.empty() && reading.inserted_text.empty()) {
                reading.struck_text = operation.struck_text;
                reading.inserted_text = operation.inserted_text;
            }
        }
    else
        operation.readings.clear();
    const bool new_section = operation.target.section == new_unit;
    if (operation.target.article.empty() && (operation.target.section.empty() || new_section) &&
        operation.target.letter.empty() && operation.op != Op::note) {
        flag(operation, "NO_TARGET", FlagSeverity::medium, "no article, section or letter is named");
        if (!new_section) lower(operation.confidence, Confidence::inferred);
    }
}

std::vector<Operation> reconcile(const Document& document, const ProposalItem& item, const std::vector<Step>& steps,
                                 const MarkUse& use, const PhraseBook& book) {
    return Reconciler(document, item, steps, use, book).run();
}

}  // namespace stet
