// Items that are one thing as a whole: summaries, statuses, obligations.
#include <algorithm>
#include <utility>

#include "grammar/wording.hpp"
#include "proposal/clause_words.hpp"
#include "proposal/money_changes.hpp"
#include "proposal/openers.hpp"
#include "proposal/reconciler.hpp"
#include "quantity/quantity.hpp"
#include "text/letters.hpp"
#include "text/words.hpp"

namespace stet {

namespace {

constexpr std::size_t longest_caption = 60;  // bytes of "City's Final Offer:" and what stands in front of its colon

}  // namespace

bool Reconciler::is_settled() const {
    if (!item_.heading.status) return false;
    const Status status = item_.heading.status->status;
    // "14.2.1 [No change.]", and below it the text of 14.2.2
    const std::string& section = item_.heading.target.section;
    if (!section.empty() && std::any_of(steps_.begin(), steps_.end(), [&](const Step& step) {
            return step.labelled && !step.target.section.starts_with(section);
        }))
        return false;
    if (status == Status::current)
        return std::none_of(steps_.begin(), steps_.end(), [&](const Step& step) { return contradicts_status(step); });
    return status == Status::withdrawn || status == Status::held || status == Status::rejected;
}

std::optional<Operation> Reconciler::status_of_heading_alone() const {
    const std::string& section = item_.heading.target.section;
    if (!item_.heading.status || section.empty() || is_settled()) return std::nullopt;
    const Standing standing = standing_of(item_.heading.status->status);
    const bool others = std::all_of(steps_.begin(), steps_.end(), [&](const Step& step) {
        return step.labelled && !step.target.section.starts_with(section);
    });
    if (!others || standing == Standing::asked || standing == Standing::agreed) return std::nullopt;
    Step heading;
    heading.target = item_.heading.target;
    heading.status = item_.heading.status;
    const Block& first = document_.blocks[item_.first];
    heading.lines = {first.line(), first.last_line()};
    Operation operation = begin(heading);
    operation.op = Op::note;
    operation.unit = Unit::obligation;
    return operation;
}

bool Reconciler::contradicts_status(const Step& step) const {
    if (!step.status || step.status->status != Status::current) return false;
    if (step.kind == StepKind::instructed) return step.clause->verb != Verb::keep;
    const std::vector<Printed> texts = printed(step.text);
    return std::any_of(texts.begin(), texts.end(), [](const Printed& text) { return !text.struck.empty(); });
}

/// "Section 5 – The Union accepts five (5) hours. (TA)": what the note on that section says stands in its heading.
void Reconciler::lay_said(Operation& operation) const {
    const std::string& said = item_.heading.said;
    if (said.empty() || operation.op != Op::note || operation.target.section != item_.heading.target.section ||
        operation.target.letter != item_.heading.target.letter)
        return;
    operation.inserted_text = operation.inserted_text.empty() ? said : said + "\n" + operation.inserted_text;
    const PhrasedText text(said, book_);
    for (const WordClass part : {WordClass::exception, WordClass::only, WordClass::condition, WordClass::sentence})
        if (text.first(0, text.size(), part) < text.size())
            flag(operation, "EXCEPTION_FOLLOWS", FlagSeverity::medium, "not all of it may be accepted");
}

std::vector<Operation> Reconciler::status_alone() {
    Step heading;
    heading.target = item_.heading.target;
    heading.status = item_.heading.status;
    const std::uint32_t line = document_.blocks[item_.first].line();
    heading.lines = {line, steps_.empty() ? document_.blocks[item_.first].last_line() : steps_.back().lines.last};
    Operation operation = begin(heading);
    operation.op = Op::note;
    operation.unit = Unit::obligation;
    for (const Step& step : steps_) {
        if (step.clause) append_line(operation.inserted_text, words_of(step, step.clause->span));
        for (const Printed& text : printed(step.text)) append_line(operation.inserted_text, whole_text(text));
    }
    const bool told = steps_.empty() && takes_told_value(operation);
    if (!told && operation.status == Status::open) {
        flag(operation, "TEXT_NOT_GIVEN", FlagSeverity::high, "the item has a heading and nothing below it");
        lower(operation.confidence, Confidence::inferred);
    }
    lay_said(operation);
    finish(operation);
    out_.push_back(std::move(operation));
    return std::move(out_);
}

bool Reconciler::takes_told_value(Operation& operation) const {
    const Standing standing = standing_of(operation.status);
    const bool stands = standing == Standing::asked || standing == Standing::agreed;
    if (!stands || !tells_value(operation)) return false;
    flag(operation, "DESCRIPTION_NOT_TEXT", FlagSeverity::medium,
         "what shall hold is described; the words of the agreement are not given");
    lower(operation.confidence, Confidence::inferred);
    return true;
}

/// "Article 12 – In effect through June 30, 2029", "4.2 – Cleaning allowance to $60": where a title should stand, the
/// heading says what shall hold.
bool Reconciler::tells_value(Operation& operation) const {
    std::size_t dates = 0;
    std::size_t sums = 0;
    std::size_t periods = 0;
    for (const Quantity& one : find_quantities(operation.target.article_title)) {
        dates += is_full_date(one) ? 1 : 0;
        sums += one.type == QuantityType::money || one.type == QuantityType::percent ? 1 : 0;
        periods += one.type == QuantityType::duration ? 1 : 0;
    }
    // One period alone may be a title: "12-Hour Shifts".
    if ((dates == 0 && sums == 0 && periods != 2) || item_.heading.names_status) return false;
    operation.op = Op::set;
    operation.unit = dates > 0 && sums == 0 ? Unit::date : Unit::words;
    operation.inserted_text = std::exchange(operation.target.article_title, {});
    operation.money = money_in(operation.inserted_text);
    return true;
}

std::vector<Operation> Reconciler::highlights() {
    for (const Step& step : steps_) {
        std::vector<StepText> texts = step.text;
        if (step.clause) texts.insert(texts.begin(), {step.clause_block, step.clause_from, 0, 0, 0, false});
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
            judge_note(operation);
            out_.push_back(std::move(operation));
        }
    }
    return std::move(out_);
}

bool Reconciler::asks_nothing_of_the_text() const {
    const Target& target = item_.heading.target;
    if (!target.article.empty() || !target.section.empty() || !target.letter.empty() || !target.paragraph.empty())
        return false;
    return !steps_.empty() && std::all_of(steps_.begin(), steps_.end(), [&](const Step& step) {
        const bool named = !step.target.article.empty() || !step.target.letter.empty();
        if (step.kind == StepKind::note) return !named;
        if (step.kind != StepKind::text || step.labelled || !step.target.section.empty() || has_table(step))
            return false;
        const std::vector<Printed> texts = printed(step.text);
        return std::none_of(texts.begin(), texts.end(), [](const Printed& text) {
            const bool said_new = std::any_of(text.pieces.begin(), text.pieces.end(), [](const MarkedPiece& piece) {
                return piece.kind == DrawnRun::inserted && piece.source == MarkSource::said;
            });
            return !text.struck.empty() || said_new;
        });
    });
}

std::vector<Operation> Reconciler::obligation() {
    // What is said of all the rest stands behind and is told apart.
    const auto closing = std::find_if(steps_.begin() + 1, steps_.end(), [](const Step& step) {
        return step.kind == StepKind::note && step.status && step.target.article_title.empty();
    });
    const std::vector<Step> own(steps_.begin(), closing);
    const auto close = [&] {
        for (auto step = closing; step != steps_.end(); ++step) take(*step);
        for (Operation& operation : out_) finish(operation);
        return std::move(out_);
    };
    if (own.size() == 1 && own.front().kind == StepKind::text) {
        const std::vector<Printed> texts = printed(own.front().text);
        if (take_term(own.front(), texts) || take_dated_values(own.front(), texts)) return close();
        const bool described =
            std::all_of(texts.begin(), texts.end(), [](const Printed& text) { return text.where.describes; });
        if (described && !texts.empty()) return describe(begin(own.front()), texts), close();
    }
    Operation operation = begin(own.front());
    operation.op = Op::note;
    operation.unit = Unit::obligation;
    operation.lines = {document_.blocks[item_.first].line(), own.back().lines.last};
    bool noted = false, plain = false;
    for (const Step& step : own) {
        for (const Printed& text : printed(step.text)) {
            append_line(operation.inserted_text, whole_text(text));
            operation.drawn.push_back(draw(*text.block, text.pieces));
        }
        const bool note =
            std::any_of(step.text.begin(), step.text.end(), [](const StepText& text) { return text.note; });
        noted = noted || note;
        plain = plain || !note;
    }
    operation.money = money_in(operation.inserted_text);
    // "New Section XVI-5, Helmets. “…”": a unit that comes, whose number is not read.
    const bool comes = opens_with(WordClass::fresh, operation.inserted_text);
    if (comes || opens_with_verb(operation.inserted_text) || quotes_change(operation.inserted_text) ||
        instructs_unit(operation.inserted_text)) {
        flag(operation, "AMBIGUOUS_INSTRUCTION", FlagSeverity::medium,
             "it asks for a change and names neither a place nor the text");
        lower(operation.confidence, Confidence::inferred);
    }
    if (is_fragment(operation.inserted_text) && operation.status == Status::open) {
        flag(operation, "AMBIGUOUS_INSTRUCTION", FlagSeverity::medium, "it is told in a few words what is asked for");
        lower(operation.confidence, Confidence::inferred);
    }
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
    return close();
}

bool Reconciler::quotes_change(const std::string& text) const {
    constexpr std::size_t old_and_new = 2;  // quotations: what is read, and what it is to read
    const PhrasedText phrased(text, book_);
    std::size_t quotations = 0;
    bool instructs = false;
    for (std::size_t i = 0; i < phrased.size() && quotations < old_and_new; ++i) {
        quotations += phrased.at(i).shape == TokenShape::quoted ? 1 : 0;
        instructs = instructs || verb_at(phrased, i).has_value();
    }
    return quotations == old_and_new || (quotations == 1 && instructs);
}

bool Reconciler::instructs_unit(const std::string& text) const {
    const PhrasedText phrased(text, book_);
    bool names = false, instructs = false;
    for (std::size_t i = 0; i < phrased.size() && !(names && instructs); ++i) {
        const auto place = parse_place(phrased, i, phrased.size());
        names = names || (place && place->has_label());
        instructs = instructs || verb_at(phrased, i).has_value();
    }
    return names && instructs;
}

bool Reconciler::is_fragment(const std::string& text) const {
    constexpr std::uint32_t most_words = 9;
    if (count_words(text) > most_words) return false;
    const PhrasedText phrased(text, book_);
    for (const WordClass says : {WordClass::passive, WordClass::stays, WordClass::all_other, WordClass::accepts})
        if (phrased.first(0, phrased.size(), says) < phrased.size()) return false;
    return true;
}

bool Reconciler::opens_with(WordClass words, const std::string& text) const {
    return PhrasedText(std::string_view(text).substr(0, 60), book_).has(0, words);
}

bool Reconciler::opens_with_verb(const std::string& text) const {
    const PhrasedText phrased(std::string_view(text).substr(0, 60), book_);
    for (const WordClass verb :
         {WordClass::remove, WordClass::add, WordClass::replace, WordClass::modify, WordClass::change, WordClass::move})
        if (phrased.has(0, verb)) return true;
    return false;
}

std::string Reconciler::condition_in(const std::string& text) const {
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

/// "City's Final Offer: In Section 5.2 replace …", "Guild's Position: 3 %", "Union position:": whose offer it captions.
Side Reconciler::caption_side(std::string_view line) const {
    const PhrasedText text(line.substr(0, longest_caption), book_);
    constexpr std::size_t longest_party = 3;  // tokens of "the City's", which opens the caption
    std::size_t colon = 0;
    while (colon < text.size() && !text.is_mark(colon, ":")) ++colon;
    if (colon == text.size()) return Side::neither;
    if (text.first(0, colon, WordClass::offer) == colon && text.first(0, colon, WordClass::column_proposed) == colon)
        return Side::neither;
    for (std::size_t at = 0; at < std::min(colon, longest_party); ++at)
        if (const auto owner = text.at(at).owner)
            return *owner == WordClass::company ? Side::company : Side::union_side;
    const bool opens = text.has(0, WordClass::company) || text.has(0, WordClass::union_side);
    return opens ? side_named(text, 0, colon) : Side::neither;
}

/// "City's Position:" alone on its line
bool Reconciler::is_offer_caption(std::string_view line) const {
    return line.size() <= longest_caption && line.ends_with(':') && caption_side(line) != Side::neither;
}

/// Whose offer a step stands in: its own caption says so, or one alone on the line above.
Side Reconciler::offering_side(const Step& step) const {
    const bool instructed = step.kind == StepKind::instructed;
    if (!instructed && step.text.empty()) return Side::neither;
    const BlockId block = instructed ? step.clause_block : step.text.front().block;
    const std::string_view line = document_.blocks[block].text;
    if (const Side own = caption_side(instructed ? line : line.substr(step.text.front().from)); own != Side::neither)
        return own;
    if (block <= item_.first) return Side::neither;
    const std::string_view above = document_.blocks[block - 1].text;
    return is_offer_caption(above) ? caption_side(above) : Side::neither;
}

/// "1.2 Clause 14: replace …" below "1. Pay": paragraph 14 of a section 1.2, or clause 14 under the demand's own
/// number.
void Reconciler::judge_own_number(Operation& operation, const Step& step) const {
    const Target& heading = item_.heading.target;
    const std::string& named = step.named.paragraph;
    const bool placed = !heading.article.empty() || !heading.section.empty() || !heading.letter.empty();
    const bool number = !named.empty() && std::all_of(named.begin(), named.end(), is_digit);
    const bool own = step.target.section.starts_with(item_.id + ".") && step.named.section.empty();
    if (placed || !number || !own || !step.named.article.empty() || !step.named.letter.empty()) return;
    ambiguous(operation, "of section " + step.target.section + ", paragraph " + named, "its line has this number",
              "of unit " + named + " of the agreement", "the number of the line may be the demand's own");
}

/// The offers of both sides stand in one item: only one of them can come to hold.
void Reconciler::tell_both_sides() {
    const auto asked_of = [&](Side side) {
        return std::any_of(out_.begin(), out_.end(),
                           [&](const Operation& one) { return one.op != Op::note && one.asked_of == side; });
    };
    if (!asked_of(Side::company) || !asked_of(Side::union_side)) return;
    for (Operation& operation : out_) {
        if (operation.op == Op::note) continue;
        flag(operation, "BOTH_SIDES_OFFER", FlagSeverity::high,
             "the offers of both sides stand here; which of them comes to hold is not said");
        lower(operation.confidence, Confidence::inferred);
    }
}

}  // namespace stet
