// Instructions that delete.
#include <algorithm>
#include <utility>

#include "grammar/wording.hpp"
#include "proposal/letters.hpp"
#include "proposal/reconciler.hpp"
#include "proposal/section_labels.hpp"
#include "proposal/target.hpp"
#include "text/words.hpp"

namespace stet {

namespace {

/// "Section 1.03 deadline", "Section 1.02, Sentence Two", "Section 2.02 (fees only)": what stands behind the number in
/// a heading where it is no title of the unit; else empty.
std::string part_in_words(std::string_view heading, const PhraseBook& book) {
    const PhrasedText text(heading, book);
    std::size_t at = 0;
    for (bool more = true; more && at < text.size();) {
        const std::size_t next = at > 0 && text.is_word(at, "and") ? at + 1 : at;
        auto place = parse_place(text, next, text.size());
        if (!place) place = dotted_place(text, next, text.size());
        more = place.has_value();
        if (const UnitName* named = more ? place->find(WordClass::sentence) : nullptr)
            return std::string(heading.substr(named->span.begin, named->span.size()));
        if (more) at = place->end;
        while (at < text.size() && text.at(at).shape == TokenShape::mark) ++at;
    }
    if (at == 0 || at >= text.size() || text.has(at, WordClass::entire) || text.has(at, WordClass::fresh)) return {};
    const char first = text.text_of(at, at + 1).front();
    bool part = first >= 'a' && first <= 'z';
    for (std::size_t i = at; i < text.size(); ++i)
        for (const WordClass noun :
             {WordClass::sentence, WordClass::paragraph, WordClass::list_item, WordClass::row, WordClass::only})
            part = part || text.has(i, noun);
    return part ? std::string(text.text_of(at, text.size())) : std::string{};
}

}  // namespace

void Reconciler::take_remove(const Step& step) {
    const Instruction& clause = *step.clause;
    if (!clause.removed.empty() || !clause.bare.empty()) return remove_words(step);
    const Unit unit = removed_unit(step);
    const bool whole = unit == Unit::article || unit == Unit::section || unit == Unit::letter || unit == Unit::table;
    Operation operation = begin(step);
    operation.op = whole ? Op::repeal : Op::remove;
    operation.unit = unit;
    // "Section 2.C – delete and re-insert as Section 4.D": the place named behind words that are not read.
    const bool unsure = clause.place && !clause.unread.empty() && clause.place->has_label() &&
                        clause.unread.front().begin < clause.place->units.front().span.begin;
    if (unsure && !step.heading_section.empty() && step.heading_section != operation.target.section)
        ambiguous(operation, "the unit named behind the words that are not read goes", "it stands behind the verb",
                  "the unit of the heading goes", "the words between may say what becomes of it");
    const Block& said = document_.blocks[step.clause_block];
    if (whole && !clause.place && !clause.scope && !step.labelled && step.clause_block != item_.first &&
        list_mark(said) > 0)
        ambiguous(operation, "the unit of the heading goes", "the instruction names none",
                  "what stands under “" + fold_blanks(said.text.substr(0, list_mark(said))) + "” in it goes",
                  "the instruction stands under that label");
    flag_title(operation, step);
    const std::vector<Printed> texts = printed(step.text);
    lay_struck(operation, texts);
    // A letter is known by its day and title too.
    const bool numbered = unit == Unit::article || unit == Unit::section;
    if (numbered && texts.empty() && !clause.place && !clause.scope && operation.readings.empty())
        if (const std::string words = part_in_words(item_.heading.text, book_); !words.empty())
            ambiguous(operation, "the whole unit goes", "it is the one with a number",
                      "only “" + words + "” of it goes", "the heading goes on with these words, which are no title");
    if (whole && texts.empty() && !clause.place && !clause.scope && operation.readings.empty())
        if (const std::string object = unread_object(step); !object.empty())
            ambiguous(operation, "the whole unit goes", "it is the one with a number",
                      "only what “" + object + "” means goes", "these words stand behind the verb, and are not read");
    if (texts.empty()) {
        flag(operation, "BASE_TEXT_NEEDED", FlagSeverity::high,
             "its text is not printed; it must be read in the agreement");
        if (!operation.condition.empty()) lower(operation.confidence, Confidence::inferred);
    } else if (operation.struck_text.empty()) {
        lay_unmarked(operation, texts, whole);
    } else if (whole) {
        check_whole(operation, texts);
    } else if (label_begins(operation.struck_text) && step.named.section.empty()) {
        check_section(operation, operation.struck_text);
    } else {
        check_part(operation, step, texts);
    }
    if (whole && unit == Unit::section && clause.entire && clause.place && clause.place->find(WordClass::section) &&
        clause.place->find(WordClass::section)->labels.empty() && !operation.target.article.empty())
        flag(operation, "ARTICLE_LEFT_EMPTY", FlagSeverity::medium,
             "if it is the article's only section, the article keeps its heading and no text");
    out_.push_back(std::move(operation));
}

/// "the comma rule" of “Strike the comma rule”: from the verb up to the last of the words that are not read. Empty
/// where a mark parts them from the verb, "Delete; obsolete".
std::string Reconciler::unread_object(const Step& step) const {
    const Instruction& clause = *step.clause;
    if (clause.unread.empty()) return {};
    Span object{clause.unread.front().begin, clause.unread.back().end};
    for (const InstructionPart& part : clause.parts)
        if (part.role == "verb" && part.span.end <= clause.unread.front().begin) object.begin = part.span.end;
    const std::string words = words_of(step, object);
    const std::size_t first = words.find_first_not_of(' ');
    return first != std::string::npos && (is_lower(words[first]) || is_upper(words[first])) ? words : std::string{};
}

/// "Article 12 Delete": neither a mark in front of the verb nor one behind it tells it from a title.
void Reconciler::flag_title(Operation& operation, const Step& step) const {
    const std::string_view text = document_.blocks[step.clause_block].text;
    const std::size_t front = text.substr(0, step.clause_from).find_last_not_of(" \t\n");
    if (step.clause_block != item_.first || front == std::string_view::npos) return;
    const bool follows_place = is_digit(text[front]) || is_upper(text[front]) || is_lower(text[front]);
    const PhrasedText words(clause_text(step), book_);
    const auto verb = words.find(0, WordClass::no_title);
    if (!follows_place || !verb || verb->size != words.size()) return;
    flag(operation, "TITLE_OR_INSTRUCTION", FlagSeverity::medium,
         "“" + fold_blanks(clause_text(step)) + "” stands where the title could stand, and is read as an instruction");
    lower(operation.confidence, Confidence::inferred);
}

void Reconciler::check_part(Operation& operation, const Step& step, const std::vector<Printed>& texts) const {
    const auto& place = step.clause->place;
    const UnitName* named = !place                             ? nullptr
                            : operation.unit == Unit::sentence ? place->find(WordClass::sentence)
                                                               : place->find(WordClass::paragraph);
    if (named == nullptr || (operation.unit != Unit::sentence && operation.unit != Unit::paragraph)) return;
    unsigned struck = 0, partly = 0;
    for (const Printed& text : texts) {
        struck += !text.struck.empty();
        partly += !text.struck.empty() && !text.wholly_struck();
    }
    const bool one_too_many = struck > std::max<std::size_t>(named->count, named->labels.size());
    if (!one_too_many && (operation.unit == Unit::sentence || partly == 0)) return;
    flag(operation, "INSTRUCTION_CONTRADICTS_MARKUP", FlagSeverity::high,
         std::string("the instruction names one ") + std::string(unit_name(operation.unit)) +
             (one_too_many ? ", more is struck" : ", part of it is struck"));
    ambiguous(operation, "what the instruction names goes", "the instruction names it", "all that is struck goes",
              "it is struck");
}

Unit Reconciler::removed_unit(const Step& step) const {
    // "Delete everything after the word “x”"
    if (!step.clause->anchor_words.empty()) return Unit::words;
    const auto& place = step.clause->place ? step.clause->place : step.clause->scope;
    if (place) return narrowest_unit(*place);
    if (const auto part = part_of_heading(step)) return *part;
    if (!step.target.letter.empty() && step.target.article.empty()) return Unit::letter;
    return step.target.section.empty() && step.target.article.empty() ? Unit::paragraph
           : step.target.section.empty()                              ? Unit::article
                                                                      : Unit::section;
}

/// "Article 2, paragraph 3 – Delete.": the heading names a part of the unit.
std::optional<Unit> Reconciler::part_of_heading(const Step& step) {
    if (!step.target.sentence.empty()) return Unit::sentence;
    if (step.target.paragraph.empty()) return std::nullopt;
    return step.target.paragraph.starts_with("(") ? Unit::list_item : Unit::paragraph;
}

void Reconciler::lay_unmarked(Operation& operation, const std::vector<Printed>& texts, bool whole) const {
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

void Reconciler::check_whole(Operation& operation, const std::vector<Printed>& texts) const {
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

void Reconciler::remove_words(const Step& step) {
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

std::string Reconciler::bare_words(const std::string& text) {
    std::string out = normalise(text);
    std::erase_if(out, [](char c) { return c == '.' || c == ',' || c == ';' || c == '"'; });
    return out;
}

void Reconciler::draw_quoted(Operation& operation, const std::vector<Printed>& texts, const std::string& said) const {
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
    flag(operation, "QUOTE_DIFFERS_FROM_TEXT", FlagSeverity::high, "the words quoted do not stand in the text printed");
    lower(operation.confidence, Confidence::inferred);
}

}  // namespace stet
