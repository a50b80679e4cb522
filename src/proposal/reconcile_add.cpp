// Instructions that insert.
#include <algorithm>
#include <utility>

#include "grammar/wording.hpp"
#include "proposal/find_printed.hpp"
#include "proposal/letters.hpp"
#include "proposal/reconciler.hpp"
#include "proposal/statement.hpp"
#include "proposal/target.hpp"
#include "text/words.hpp"

namespace stet {

Unit Reconciler::added_unit(const Instruction& clause) const {
    if (!clause.place) return clause.added.empty() ? Unit::paragraph : Unit::words;
    if (clause.fresh || clause.new_item) return narrowest_unit(*clause.place);
    const UnitName& first = clause.place->units.front();
    const bool says_kind = first.labels.empty() && first.ordinal == 0;
    if (says_kind) return unit_of(first.noun);
    if (clause.added.empty()) return Unit::paragraph;
    return clause.anchor_words.empty() && clause.position != PositionKind::end ? Unit::sentence : Unit::words;
}

/// "Add a new D", "add a new paragraph (f)": what comes is the item of that label. "A new paragraph 3" may be the third
/// without a number.
bool Reconciler::names_item(const Operation& operation, const Instruction& clause) {
    if (clause.new_item) return true;
    if (operation.unit != Unit::paragraph || !clause.fresh || !clause.place) return false;
    const std::vector<std::string>& labels = clause.place->units.front().labels;
    return labels.size() == 1 && !is_digit(labels.front().front());
}

/// "Insert a third paragraph": behind the second.
void Reconciler::place_counted_new(Operation& operation, const Instruction& clause) {
    const int ordinal = clause.fresh && clause.place ? clause.place->units.front().ordinal : 0;
    if (ordinal <= 0 || operation.position != PositionKind::absent) return;
    operation.position = ordinal == 1 ? PositionKind::start : PositionKind::after;
    if (ordinal == 1) return;
    operation.anchor.paragraph = std::to_string(ordinal - 1);
    operation.target.paragraph = "after " + operation.anchor.paragraph;
}

/// "The City is considering this proposal", "The Union's proposal is under review": a party, or its proposal, in front,
/// and a proposal that is on the table.
bool Reconciler::speaks_of_proposal(const PhrasedText& sentence) {
    constexpr std::size_t longest_party = 4;  // words
    bool party = false;
    for (std::size_t i = 0; i < sentence.size(); ++i) {
        const auto owner = sentence.at(i).owner;
        const bool owned = owner == WordClass::company || owner == WordClass::union_side;
        party = party || (i < longest_party &&
                          (owned || sentence.has(i, WordClass::company) || sentence.has(i, WordClass::union_side)));
        const bool offer = sentence.has(i, WordClass::offer) && i > 0;
        const auto before = i > 0 ? sentence.at(i - 1).owner : std::nullopt;
        const bool its = before == WordClass::company || before == WordClass::union_side;
        if (party && offer && (sentence.is_word(i - 1, "this") || its)) return true;
    }
    return false;
}

/// "Rejected.", "Safety: Rejected." in the place of new text: how the other side's proposal stands.
std::optional<Status> Reconciler::status_instead(const std::string& text) const {
    constexpr std::size_t longest_said = 60;  // bytes of a phrase
    const std::size_t colon = text.find(": ");
    for (const std::size_t from : {std::size_t{0}, colon == std::string::npos ? colon : colon + 2}) {
        if (from >= text.size() || text.find('\n') != std::string::npos) continue;
        if (text.size() - from > longest_said) continue;
        const PhrasedText words(std::string_view(text).substr(from), book_);
        const bool stop = words.size() > 0 && words.is_mark(words.size() - 1, ".");
        const std::size_t size = words.size() - (stop ? 1 : 0);
        for (const auto& [said, status] :
             {std::pair{WordClass::rejects, Status::rejected}, std::pair{WordClass::withdraws, Status::withdrawn}})
            if (const auto found = words.find(0, said); found && found->size == size) return status;
    }
    return std::nullopt;
}

/// "Bereavement. The Company accepts the new Article 8.": a sentence about a proposal.
bool Reconciler::says_what_becomes(const std::string& text) const {
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t stop = std::min({text.find(". ", at), text.find('\n', at), text.size()});
        const PhrasedText sentence(std::string_view(text).substr(at, stop - at), book_);
        const bool says = tells_what_becomes(sentence, 0, sentence.size());
        const auto clauses = says ? parse_instructions(sentence.text(), book_).clauses : std::vector<Instruction>{};
        if (!clauses.empty() && (clauses.front().acceptance || clauses.front().status)) return true;
        if (speaks_of_proposal(sentence)) return true;
        // A unit of the agreement is all that is accepted.
        for (std::size_t i = 1; i < sentence.size(); ++i) {
            const auto accepts = sentence.find(i, WordClass::accepts);
            const auto place = accepts ? parse_place(sentence, i + accepts->size, sentence.size()) : std::nullopt;
            const bool ends = place && (place->end == sentence.size() || sentence.is_mark(place->end, "."));
            if (ends && place->has_label()) return true;
        }
        at = stop + 1;
        while (at < text.size() && text[at] == ' ') ++at;
    }
    return false;
}

void Reconciler::judge_said_of_proposal(Operation& operation) const {
    if (const auto status = status_instead(operation.inserted_text)) {
        const std::size_t colon = operation.inserted_text.find(": ");
        if (operation.target.article == new_unit && operation.target.article_title.empty() && colon < std::string::npos)
            operation.target.article_title = operation.inserted_text.substr(0, colon);
        operation.op = Op::note;
        operation.unit = Unit::obligation;
        operation.position = PositionKind::absent;
        if (operation.status == Status::open) operation.status = *status;
        return;
    }
    if (!operation.readings.empty() || !says_what_becomes(operation.inserted_text)) return;
    ambiguous(operation, "all of it is text that comes", "it stands behind the instruction",
              "it says what becomes of a proposal, and is no text of the agreement",
              "a sentence of it accepts, rejects or withdraws");
}

void Reconciler::take_add(const Step& step) {
    const Instruction& clause = *step.clause;
    if (has_table(step) && clause.added.empty()) return take_table(step);
    Operation operation = begin(step);
    operation.op = Op::insert;
    operation.unit = added_unit(clause);
    operation.new_item = names_item(operation, clause);
    place_counted_new(operation, clause);
    if (clause.fresh) name_new_unit(operation, step);
    for (const Span& quoted : clause.added) append_line(operation.inserted_text, words_of(step, quoted));
    append_line(operation.inserted_text, words_of(step, clause.bare));
    const auto draw_new = [&](const Span& span) {
        operation.drawn.push_back({operation.lines.first, "", {{words_of(step, span), DrawnRun::inserted}}});
    };
    if (!clause.bare.empty()) draw_new(clause.bare);
    for (const Span& quoted : clause.added) draw_new(quoted);
    lay_payload(operation, step);
    if (!step.after.empty())
        flag(operation, "TEXT_AFTER_QUOTE", FlagSeverity::medium,
             "behind the quotation stands “" +
                 fold_blanks(std::string_view(document_.blocks[step.clause_block].text).substr(step.after.begin)) +
                 "”, which is not part of it");
    const std::string last_line = operation.inserted_text.substr(operation.inserted_text.rfind('\n') + 1);
    if (operation.condition.empty() && clause.fresh && count_words(last_line) <= 25) {
        operation.condition = condition_in(last_line);
        if (!operation.condition.empty())
            flag(operation, "CONDITIONAL_EFFECT", FlagSeverity::medium,
                 "the last paragraph says when it holds; whether that is text of the agreement is not said");
    }
    const bool placed =
        operation.position != PositionKind::absent || (clause.fresh && operation.unit != Unit::paragraph);
    if (clause.amounts) {
        flag(operation, "QUOTED_PAYLOAD_WITHOUT_QUOTES", FlagSeverity::low, "the new words stand without quotes");
        lower(operation.confidence, Confidence::inferred);
    }
    // "Incorporate into Article 5, changing “a” to “b”": one of the two goes.
    const bool exchanges = clause.added.size() > 1 &&
                           std::any_of(clause.parts.begin(), clause.parts.end(), [&](const InstructionPart& part) {
                               return PhrasedText(words_of(step, part.span), book_).has(0, WordClass::change);
                           });
    if (exchanges)
        ambiguous(operation, "all the words that are quoted come", "the first verb adds",
                  "something comes in which the second quotation stands for the first", "the second verb changes");
    judge_said_of_proposal(operation);
    if (operation.op == Op::note) return out_.push_back(std::move(operation));
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

void Reconciler::name_new_unit(Operation& operation, const Step& step) const {
    if (!step.clause || !step.clause->place || step.clause->place->units.empty()) return;
    // "Add to Article 5 a new Section 7": the section, wherever it stands.
    const UnitName* section = step.clause->place->find(WordClass::section);
    const UnitName& unit = section != nullptr ? *section : step.clause->place->units.front();
    const bool numbered = !unit.labels.empty();
    if (unit.noun == WordClass::section)
        operation.target.section = numbered ? joined_labels(unit.labels) : std::string(new_unit);
    if (unit.noun == WordClass::article)
        operation.target.article = numbered ? joined_labels(unit.labels) : std::string(new_unit);
    if (unit.noun == WordClass::letter) {
        operation.target.letter =
            numbered ? std::string(clause_text(step).substr(unit.span.begin, unit.span.size())) : operation.instruction;
        operation.target.section.clear();
        if (!numbered) flag(operation, "LETTER_UNNUMBERED", FlagSeverity::medium, "the new letter has no number");
    }
    if (operation.position == PositionKind::absent && operation.unit != Unit::paragraph)
        operation.position = PositionKind::unspecified;
    if (operation.status == Status::open && item_has_agreed_section())
        flag(operation, "TA_SCOPE", FlagSeverity::high,
             "the mark of agreement in this item stands at a section; this new unit is not under it");
}

bool Reconciler::item_has_agreed_section() const {
    return !item_.heading.status && std::any_of(steps_.begin(), steps_.end(), [](const Step& step) {
        return step.status && step.status->status == Status::tentatively_agreed;
    });
}

/// The last paragraph has no mark at all, though one above it is marked as new from its first word to its last.
void Reconciler::judge_unmarked_end(Operation& operation, const std::vector<Printed>& texts) const {
    constexpr std::uint32_t longest_title = 6;  // words
    if (texts.empty() || texts.back().marked() || texts.back().where.note) return;
    const bool marked_above = std::any_of(texts.begin(), texts.end(), [](const Printed& text) {
        return text.kept.empty() && text.struck.empty() && count_words(text.inserted) > longest_title;
    });
    if (!marked_above) return;
    flag(operation, "INSERTION_NOT_MARKED", FlagSeverity::medium,
         "“" + first_words(whole_text(texts.back()), 80) + "” has no mark, and what stands above it is marked as new");
    lower(operation.confidence, Confidence::inferred);
}

void Reconciler::lay_payload(Operation& operation, const Step& step) {
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
    judge_unmarked_end(operation, texts);
    if (!notes.empty())
        flag(operation, "NOTE_NOT_CONTRACT_TEXT", FlagSeverity::medium,
             "inside the new text stands a note, which is none of it: “" + first_words(notes, 80) + "”");
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
        operation.readings.push_back(
            {"the addition is withdrawn", Op::note, struck, {}, "the text is struck", "the instruction still stands"});
        for (DrawnBlock& block : operation.drawn)
            for (DrawnRun& run : block.runs) run.kind = DrawnRun::inserted;
    } else if (!struck.empty()) {
        flag(operation, "STRIKE_IN_NEW_TEXT", FlagSeverity::medium,
             "part of the new text is struck: “" + first_words(struck, 80) + "”");
        lower(operation.confidence, Confidence::inferred);
    }
}

}  // namespace stet
