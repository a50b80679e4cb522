// Instructions that replace, modify or change.
#include <algorithm>
#include <utility>

#include "grammar/wording.hpp"
#include "proposal/letters.hpp"
#include "proposal/money_changes.hpp"
#include "proposal/reconciler.hpp"
#include "proposal/target.hpp"

namespace stet {

void Reconciler::take_replace(const Step& step) {
    const Instruction& clause = *step.clause;
    if (!clause.removed.empty() && !clause.added.empty()) return substitute_quoted(step);
    if (clause.removes_first && clause.removed.empty() && !clause.added.empty() && clause.position == PositionKind::end)
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

void Reconciler::append_words(const Step& step) {
    Operation operation = begin(step);
    operation.op = Op::insert;
    operation.unit = Unit::words;
    if (operation.target.paragraph.empty()) operation.target.paragraph = operation.anchor.paragraph;
    for (const Span& quoted : step.clause->added) append_line(operation.inserted_text, words_of(step, quoted));
    operation.drawn.push_back({operation.lines.first, "", {{operation.inserted_text, DrawnRun::inserted}}});
    out_.push_back(std::move(operation));
}

void Reconciler::substitute_quoted(const Step& step) {
    const Instruction& clause = *step.clause;
    for (std::size_t i = 0; i < clause.removed.size(); ++i) {
        Operation operation = begin(step);
        operation.op = Op::substitute;
        operation.unit = Unit::words;
        operation.struck_text = words_of(step, clause.removed[i]);
        if (i < clause.added.size()) operation.inserted_text = words_of(step, clause.added[i]);
        drop_period_of_sentence(operation, step, i);
        operation.money = money_between(operation.struck_text, operation.inserted_text);
        if (!clause.amounts) check_quoted(operation);
        if (clause.amounts) {
            flag(operation, "QUOTED_PAYLOAD_WITHOUT_QUOTES", FlagSeverity::low,
                 "the amounts are told; the words of the agreement are not quoted");
            lower(operation.confidence, Confidence::inferred);
        }
        operation.drawn.push_back(
            {operation.lines.first,
             "",
             {{operation.struck_text, DrawnRun::struck}, {operation.inserted_text, DrawnRun::inserted}}});
        if (clause.removed.size() != clause.added.size()) lay_uneven(operation, step);
        out_.push_back(std::move(operation));
    }
}

/// … with “one day.” In Section 5, …: a full stop inside the quotes that the old words do not have, and none behind
/// them, is the instruction's.
void Reconciler::drop_period_of_sentence(Operation& operation, const Step& step, std::size_t pair) const {
    if (pair >= step.clause->added.size() || !operation.inserted_text.ends_with(".") ||
        operation.struck_text.ends_with(".") || operation.struck_text.empty())
        return;
    const std::string_view text = clause_text(step);
    std::size_t behind = step.clause->added[pair].end;
    for (const std::string_view quote : {"\"", "”"})
        if (text.substr(behind).starts_with(quote)) behind += quote.size();
    if (behind < text.size() && !is_blank(text[behind])) return;
    operation.inserted_text.pop_back();
    flag(operation, "PERIOD_IN_QUOTATION", FlagSeverity::low,
         "the full stop inside the quotation marks is taken to end the instruction, and not the new words");
    lower(operation.confidence, Confidence::inferred);
}

/// As many new words as old ones go pair by pair; otherwise it is not said which stand for which.
void Reconciler::lay_uneven(Operation& operation, const Step& step) const {
    std::string all;
    for (const Span& quoted : step.clause->added) append_line(all, words_of(step, quoted));
    ambiguous(operation, "the words quoted first for those quoted first, and so on; the others stand alone",
              "they are quoted in this order", "all of the new words for each of the words struck",
              "they are " + std::to_string(step.clause->removed.size()) + " old and " +
                  std::to_string(step.clause->added.size()) + " new");
    OperationReading& first = operation.readings[operation.readings.size() - 2];
    first.struck_text = operation.struck_text;
    first.inserted_text = operation.inserted_text;
    OperationReading& second = operation.readings.back();
    second.struck_text = operation.struck_text;
    second.inserted_text = std::move(all);
}

void Reconciler::check_quoted(Operation& operation) {
    if (printed_words_.empty())
        for (const Step& step : steps_) {
            std::string& words = printed_words_[step.target.section];
            if (step.kind == StepKind::note || (step.clause && step.clause->verb == Verb::add)) continue;
            for (const Printed& text : printed(step.text))
                if (!text.where.describes && !is_offer_caption(whole_text(text)))
                    append_line(words, bare_words(whole_text(text)));
        }
    const std::string& prints = printed_words_[operation.target.section];
    if (prints.empty()) return;
    compared_ += prints.size();
    const std::string said = bare_words(operation.struck_text);
    if (compared_ <= most_compared && prints.find(said) != std::string::npos) return;
    flag(operation, "QUOTE_DIFFERS_FROM_TEXT", FlagSeverity::high, "the words quoted do not stand in the text printed");
    lower(operation.confidence, Confidence::inferred);
}

void Reconciler::take_marked_payload(const Step& step, const std::vector<Printed>& texts) {
    const std::size_t first = out_.size();
    take_marked(step, texts);
    for (std::size_t i = first; i < out_.size(); ++i)
        if (step.clause->soft && !out_[i].flags.empty()) lower(out_[i].confidence, Confidence::inferred);
}

void Reconciler::replace_unit(const Step& step, const std::vector<Printed>& old_texts,
                              const std::vector<Printed>& texts) {
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
        const std::string comes = text.struck.empty() ? whole_text(text) : fold_blanks(text.kept + " " + text.inserted);
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
    if (operation.unit == Unit::letter && operation.target.letter.empty())
        operation.target.letter = operation.inserted_text.substr(0, operation.inserted_text.find('\n'));
    if (operation.unit == Unit::paragraph && operation.target.paragraph.empty() && !old_texts.empty())
        operation.target.paragraph = std::to_string(old_texts.front().where.paragraph);
    judge_replacement(operation, step, old_label, new_label, new_marked);
    if (clause.described) {
        flag(operation, "DESCRIPTION_NOT_TEXT", FlagSeverity::medium,
             "what shall hold is described; the words of the agreement are not given");
        lower(operation.confidence, Confidence::inferred);
    }
    out_.push_back(std::move(operation));
}

void Reconciler::lay_old(Operation& operation, const Printed& text, bool& label) const {
    if (operation.struck_text.empty()) {
        label = label_begins(text.struck);
        if (label) check_section(operation, text.struck);
    }
    append_line(operation.struck_text, text.struck);
    operation.drawn.push_back(draw(*text.block, text.pieces));
}

bool Reconciler::label_begins(const std::string& text) const {
    const PhrasedText phrased(std::string_view(text).substr(0, 60), book_);
    const auto place = parse_place(phrased, 0, phrased.size());
    return place && place->find(WordClass::section) && !place->find(WordClass::section)->labels.empty();
}

void Reconciler::check_section(Operation& operation, const std::string& struck) const {
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

Unit Reconciler::replaced_unit(const Step& step, bool labelled) const {
    const auto& place = step.clause->place;
    if (place) {
        const UnitName& first = place->units.front();
        if (!first.labels.empty() || first.ordinal != 0 || first.entire) return narrowest_unit(*place);
        if (first.noun == WordClass::letter || first.noun == WordClass::section || first.noun == WordClass::article)
            return unit_of(first.noun);
    }
    if (const auto part = part_of_heading(step)) return *part;
    if (labelled) return Unit::section;
    return step.target.section.empty() && !step.target.article.empty() && step.old_text.empty() ? Unit::article
                                                                                                : Unit::paragraph;
}

void Reconciler::judge_replacement(Operation& operation, const Step& step, bool old_label, bool new_label,
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

void Reconciler::judge_missing_text(Operation& operation) const {
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

}  // namespace stet
