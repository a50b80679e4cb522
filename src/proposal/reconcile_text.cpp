// Text without an instruction: its marks, or that it is only printed.
#include <algorithm>
#include <utility>

#include "grammar/wording.hpp"
#include "proposal/clause_words.hpp"
#include "proposal/letters.hpp"
#include "proposal/money_changes.hpp"
#include "proposal/reconciler.hpp"
#include "proposal/repair.hpp"
#include "proposal/section_labels.hpp"
#include "proposal/target.hpp"
#include "quantity/quantity.hpp"
#include "text/words.hpp"

namespace stet {

namespace {

constexpr std::uint32_t most_words_of_term = 25;  // of a sentence that tells the term and is no text of the agreement
constexpr std::size_t most_drawn = 1 << 22;       // bytes of one paragraph drawn for all its changes

/// Lines of rising offsets in one block, each counted on from the last.
class LineCounter {
public:
    explicit LineCounter(const Block& block) : block_(block), line_(line_of(block, 0)) {}

    std::uint32_t line_at(std::uint32_t at) {
        if (at < at_ || fragment_at(block_, at) != fragment_at(block_, at_))
            line_ = line_of(block_, at);
        else
            line_ += static_cast<std::uint32_t>(std::count(block_.text.begin() + at_, block_.text.begin() + at, '\n'));
        at_ = at;
        return line_;
    }

private:
    const Block& block_;
    std::uint32_t at_ = 0;
    std::uint32_t line_;
};

/// The change without the paragraph around it, where that would be drawn too often.
DrawnBlock draw_alone(std::uint32_t line, const MarkedChange& change) {
    DrawnBlock drawn;
    drawn.line = line;
    drawn.runs = {{change.struck, DrawnRun::struck}, {change.inserted, DrawnRun::inserted}};
    return drawn;
}

/// "[are] SHALL BE worn": two letters or more, all of them capitals, open the words behind the strike, and the text has
/// small letters.
bool capitals_behind(std::string_view text, std::uint32_t at) {
    const std::size_t begin = text.find_first_not_of(" \n]", at);
    if (begin == std::string_view::npos) return false;
    std::size_t end = begin;
    while (end < text.size() && is_upper(text[end])) ++end;
    const bool whole_word = end >= text.size() || text[end] == ' ' || text[end] == '\n' || text[end] == ',';
    return end >= begin + 2 && whole_word && std::any_of(text.begin(), text.end(), is_lower);
}

/// "the ~~list~~ roster": the word behind a strike of a few words that stands inside of a sentence; empty where none
/// does.
std::string unmarked_beside(const Block& block, const MarkedChange& change) {
    constexpr std::uint32_t most_words = 2;
    const std::string_view text = block.text;
    if (change.unit != Unit::words || count_words(change.struck) > most_words || change.place.begin == 0 ||
        change.place.begin == change.place.end || !is_blank(text[change.place.begin - 1]) ||
        !is_lower(text[change.place.begin]))
        return {};
    const std::size_t begin = text.find_first_not_of(" \n", change.place.end);
    if (begin == change.place.end || begin == std::string_view::npos || !is_lower(text[begin])) return {};
    return std::string(text.substr(begin, text.find_first_of(" \n.,;:", begin) - begin));
}

/// The lines of a text, those parted by semicolons too.
std::vector<std::string> value_lines(std::string_view text) {
    std::vector<std::string> lines;
    for (std::size_t at = 0; at <= text.size();) {
        const std::size_t end = std::min(text.find_first_of("\n;", at), text.size());
        std::string line = fold_blanks(text.substr(at, end - at));
        if (!line.empty()) lines.push_back(std::move(line));
        at = end + 1;
    }
    return lines;
}

/// "Effective July 1, 2026: 3 %", "October 1, 2027: $0.50": a share or sum with its day or event, and few other words.
bool is_dated_value(const std::string& line, const PhraseBook& book) {
    constexpr std::uint32_t most_words = 14;
    if (count_words(line) > most_words) return false;
    bool date = false, value = false;
    for (const Quantity& quantity : find_quantities(line)) {
        date = date || quantity.type == QuantityType::date;
        value = value || quantity.type == QuantityType::percent || quantity.type == QuantityType::money;
    }
    const PhrasedText phrased(line, book);
    // "Year 1 – 3.0%", "2027: 3 %": what a dash or colon parts from the value that ends the line.
    const std::vector<Quantity> values = find_quantities(line);
    const bool ends = value && values.back().span.end + 1 >= line.size() && count_words(line) <= 4 && values.size() < 3;
    const bool period = ends && has_digit(line.substr(0, values.back().span.begin)) &&
                        (line.find(": ") != std::string::npos || line.find(" – ") != std::string::npos ||
                         line.find(" - ") != std::string::npos);
    if (period) return true;
    return value && (date || phrased.first(0, phrased.size(), WordClass::condition) < phrased.size());
}

}  // namespace

void Reconciler::take_text(const Step& step) {
    if (has_table(step)) return take_table(step);
    const std::vector<Printed> texts = printed(step.text);
    const bool marked = std::any_of(texts.begin(), texts.end(), [](const Printed& text) { return text.marked(); });
    if (take_new_unit(step, texts)) return;
    const std::size_t first = out_.size();
    if (marked)
        take_marked(step, texts);
    else if (!is_context(step))
        restate(step, texts);
    else if (!take_term(step, texts) && !take_descriptions(step, texts) && !take_dated_values(step, texts) &&
             tells_amounts(step, texts))
        restate(step, texts);
    else if (out_.size() == first)
        judge_text_below(step, texts);
    for (std::size_t i = first; i < out_.size(); ++i) check_label(out_[i], step);
}

void Reconciler::judge_text_below(const Step& step, const std::vector<Printed>& texts) {
    if (step.labelled || out_.empty() || texts.empty()) return;
    Operation& last = out_.back();
    if (last.op != Op::repeal || !last.drawn.empty() || last.target.section != step.target.section) return;
    flag(last, "TEXT_BELOW_DELETION", FlagSeverity::medium,
         "below it stands text that may be what goes, or what comes in its place");
    lower(last.confidence, Confidence::inferred);
}

bool Reconciler::tells_amounts(const Step& step, const std::vector<Printed>& texts) const {
    constexpr std::uint32_t longest_line = 14;  // words
    if (step.labelled) return false;
    return std::any_of(texts.begin(), texts.end(), [&](const Printed& text) {
        const std::string words = whole_text(text);
        const std::vector<Quantity> values = find_quantities(words);
        return count_words(words) <= longest_line && !words.ends_with('.') &&
               std::any_of(values.begin(), values.end(), [](const Quantity& value) {
                   return value.type == QuantityType::money || value.type == QuantityType::percent;
               });
    });
}

bool Reconciler::take_new_unit(const Step& step, const std::vector<Printed>& texts) {
    const bool struck =
        std::any_of(texts.begin(), texts.end(), [](const Printed& text) { return !text.struck.empty(); });
    if (!item_.heading.fresh || struck) return false;
    Operation operation = begin(step);
    operation.op = Op::insert;
    operation.unit = !step.target.letter.empty() && step.target.article.empty() ? Unit::letter
                     : step.labelled || !step.target.section.empty()            ? Unit::section
                                                                                : Unit::article;
    if (!item_.heading.target.section.empty() && item_.heading.target.section != new_unit) {
        operation.parts.push_back({"target", item_.heading.text, {}});
        if (!item_.heading.new_title.empty()) operation.parts.push_back({"title", item_.heading.new_title, {}});
    }
    for (const Printed& text : texts) append_line(operation.inserted_text, whole_text(text));
    lay_struck(operation, texts);
    for (DrawnBlock& block : operation.drawn)
        for (DrawnRun& run : block.runs) run.kind = DrawnRun::inserted;
    judge_unmarked_end(operation, texts);
    judge_few_words(operation);
    judge_said_of_proposal(operation);
    out_.push_back(std::move(operation));
    return true;
}

std::optional<Step> Reconciler::new_article() const {
    const ItemHeading& heading = item_.heading;
    if (!heading.fresh || heading.target.article.empty() || !heading.sections.empty() || steps_.size() < 2)
        return std::nullopt;
    Step all = steps_.front();
    all.target = heading.target;
    all.labelled = false;
    all.text.clear();
    for (const Step& step : steps_) {
        if (step.kind != StepKind::text || has_table(step) || step.status.has_value() != all.status.has_value())
            return std::nullopt;
        for (const Printed& text : printed(step.text))
            if (!text.struck.empty()) return std::nullopt;
        all.text.insert(all.text.end(), step.text.begin(), step.text.end());
        all.lines.last = std::max(all.lines.last, step.lines.last);
    }
    return all;
}

/// "New Article 24 – text to follow": a few words without a verb are no text of a unit.
void Reconciler::judge_few_words(Operation& operation) const {
    constexpr std::uint32_t few = 6;
    if (count_words(operation.inserted_text) > few) return;
    const PhrasedText words(operation.inserted_text, book_);
    for (std::size_t i = 0; i < words.size(); ++i)
        if (words.has(i, WordClass::passive)) return;
    flag(operation, "TEXT_NOT_GIVEN", FlagSeverity::high,
         "what stands in the place of the new text is hardly all of it");
    lower(operation.confidence, Confidence::inferred);
}

void Reconciler::check_label(Operation& operation, const Step& step) const {
    const std::vector<std::string>& named = item_.heading.sections;
    const auto is_named = [&](const std::string& label) {
        return std::find(named.begin(), named.end(), label) != named.end();
    };
    const bool own = item_.heading.status && standing_of(item_.heading.status->status) == Standing::closed;
    if (!step.labelled || named.empty() || is_named(step.target.section) || own) return;
    const bool any = std::any_of(steps_.begin(), steps_.end(), [&](const Step& other) {
        return other.labelled && other.target.section != step.target.section;
    });
    if (any) return;
    const std::string heading = joined_labels(named), label = step.target.section;
    operation.target.section = heading + " (heading) / " + label + " (text)";
    flag(operation, "SECTION_NUMBER_MISMATCH", FlagSeverity::high,
         "the heading names section " + heading + ", the text printed is section " + label);
    if (operation.confidence != Confidence::ambiguous)
        ambiguous(operation, "section " + heading + " is meant", "the heading names it",
                  "section " + label + " is meant", "its text is printed");
}

/// "V. Article XIV (Apprentices): ratio to be 1:3": its own place stands in front.
std::optional<Target> Reconciler::own_place(const Printed& text) const {
    const std::string_view words = std::string_view(text.block->text).substr(text.where.from, 200);
    const std::size_t mark = text.where.from == 0 ? list_mark(*text.block) : 0;
    const PhrasedText phrased(words.substr(std::min(mark, words.size())), book_);
    const auto place = parse_place(phrased, 0, phrased.size());
    const bool heads = place && place->has_label() && place->end < phrased.size() &&
                       (phrased.at(place->end).shape == TokenShape::mark || verb_at(phrased, place->end));
    if (!heads) return std::nullopt;
    Target named;
    lay_over(named, *place, phrased.text());
    return named;
}

/// "New Section 16.5, Helmets. “…”"
bool Reconciler::opens_new_unit(const Printed& text) const {
    const std::string_view words = std::string_view(text.block->text).substr(text.where.from, 60);
    const std::size_t mark = text.where.from == 0 ? list_mark(*text.block) : 0;
    return PhrasedText(words.substr(std::min(mark, words.size())), book_).has(0, WordClass::fresh);
}

bool Reconciler::is_context(const Step& step) {
    if (step.caption) return false;
    const std::vector<Printed> own = printed(step.text);
    if (!own.empty() && ((!step.labelled && (own_place(own.front()) || opens_new_unit(own.front()))) ||
                         reads_as_instruction(whole_text(own.front()), book_)))
        return false;
    if (!changed_sections_) {
        changed_sections_.emplace();
        for (const Step& other : steps_) {
            const std::vector<Printed> texts = printed(other.text);
            const bool marked =
                std::any_of(texts.begin(), texts.end(), [](const Printed& text) { return text.marked(); });
            if (other.kind == StepKind::instructed || (other.kind == StepKind::text && marked))
                changed_sections_->insert(other.target.section);
        }
    }
    return changed_sections_->contains(step.target.section);
}

/// "8.1 – January 1, 2027 to December 31, 2029.": dates, and a word or two that join them.
bool Reconciler::is_little_but_dates(const std::string& text) {
    constexpr std::uint32_t most_others = 4;  // words, a number in front among them
    std::string others;
    std::uint32_t at = 0;
    std::size_t dates = 0;
    for (const Quantity& one : find_quantities(text)) {
        if (one.type != QuantityType::date || one.iso.size() != std::string_view("2029-12-31").size()) continue;
        others += text.substr(at, one.span.begin - at) + " ";
        at = one.span.end;
        ++dates;
    }
    others += text.substr(at);
    return dates > 1 && count_words(others) <= most_others;
}

bool Reconciler::take_term(const Step& step, const std::vector<Printed>& texts) {
    if (texts.size() != 1) return false;
    const std::string text = whole_text(texts.front());
    const PhrasedText phrased(text, book_);
    const bool named =
        is_little_but_dates(text) ||
        (!step.labelled && (names_term() || phrased.first(0, phrased.size(), WordClass::term) < phrased.size()));
    if (!named || count_words(text) > most_words_of_term || tells_money_or_percent(text)) return false;
    const std::vector<Quantity> values = find_quantities(text);
    const auto dates = std::count_if(values.begin(), values.end(),
                                     [](const Quantity& value) { return value.type == QuantityType::date; });
    // "TERM. The term shall be …": a title in front is no sentence.
    const std::size_t stop = text.find(". ");
    const bool titled = stop != std::string::npos && looks_like_title(text.substr(0, stop)) &&
                        text.find(". ", stop + 1) == std::string::npos;
    // "Term. Three years.", "Duration: three years from ratification."
    constexpr std::uint32_t longest_length = 8;  // words
    const bool lasts = count_words(text) <= longest_length &&
                       (names_term() || phrased.has(0, WordClass::term) || phrased.has(1, WordClass::term)) &&
                       std::any_of(values.begin(), values.end(), [](const Quantity& value) {
                           return value.type == QuantityType::duration && !value.weak;
                       });
    if ((dates == 0 && !lasts) || (stop != std::string::npos && !titled)) return false;
    Operation operation = begin(step);
    operation.op = Op::set;
    operation.unit = Unit::date;
    operation.inserted_text = text;
    operation.drawn.push_back(draw(*texts.front().block, texts.front().pieces));
    flag(operation, "DESCRIPTION_NOT_TEXT", FlagSeverity::medium,
         "what shall hold is described; the words of the agreement are not given");
    lower(operation.confidence, Confidence::inferred);
    out_.push_back(std::move(operation));
    return true;
}

bool Reconciler::take_dated_values(const Step& step, const std::vector<Printed>& texts) {
    const bool stays = step.status && step.status->status == Status::current;
    if (step.labelled || stays || texts.empty()) return false;
    std::size_t dated = 0, other = 0;
    for (const Printed& text : texts)
        for (const std::string& line :
             value_lines(std::string_view(text.block->text).substr(text.where.from, text.where.end - text.where.from)))
            ++(is_dated_value(line, book_) ? dated : other);
    // Lines around them may say what they are and on what they depend, and no more.
    if (dated == 0 || other >= dated) return false;
    describe(begin(step), texts);
    return true;
}

/// What shall hold is told in words that are not the agreement's.
void Reconciler::describe(Operation operation, std::span<const Printed> texts) {
    operation.op = Op::set;
    operation.unit = Unit::words;
    for (const Printed& text : texts) {
        append_line(operation.inserted_text, whole_text(text));
        operation.drawn.push_back(draw(*text.block, text.pieces));
        if (reads_as_instruction(whole_text(text), book_))
            flag(operation, "AMBIGUOUS_INSTRUCTION", FlagSeverity::high,
                 "it may be an instruction, and what it asks is not read");
    }
    operation.money = money_in(operation.inserted_text);
    flag(operation, "DESCRIPTION_NOT_TEXT", FlagSeverity::medium,
         "what shall hold is described; the words of the agreement are not given");
    lower(operation.confidence, Confidence::inferred);
    out_.push_back(std::move(operation));
}

bool Reconciler::take_descriptions(const Step& step, const std::vector<Printed>& texts) {
    const bool stays = step.status && step.status->status == Status::current;
    std::vector<Printed> described, others;
    for (const Printed& text : texts) (text.where.describes ? described : others).push_back(text);
    // A line among paragraphs of the agreement may be one of its own.
    if (stays || described.size() <= others.size() / 2 || (step.labelled && !others.empty())) return false;
    for (const Printed& text : described) {
        Operation operation = begin(step);
        operation.lines = {text.block->line(), text.block->last_line()};
        describe(std::move(operation), std::span(&text, 1));
    }
    if (others.empty() || is_context(step)) return true;
    Step rest = step;
    rest.lines = {others.front().block->line(), others.back().block->last_line()};
    restate(rest, others);
    return true;
}

void Reconciler::restate(const Step& step, const std::vector<Printed>& texts) {
    if (take_term(step, texts) || take_dated_values(step, texts) || take_descriptions(step, texts)) return;
    if (take_wish(step, texts)) return;
    Operation operation = begin(step);
    operation.op = Op::restate;
    operation.unit = step.labelled ? Unit::section : Unit::paragraph;
    if (const auto own = step.labelled || texts.empty() ? std::nullopt : own_place(texts.front())) {
        if (!own->article.empty()) operation.target.article = own->article;
        if (own->article != item_.heading.target.article) operation.target.article_title.clear();
        operation.target.section = own->section;
        if (!own->letter.empty()) operation.target.letter = own->letter;
    }
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

bool Reconciler::take_wish(const Step& step, const std::vector<Printed>& texts) {
    if (texts.size() != 1 || (step.status && step.status->status == Status::current)) return false;
    const std::string text = whole_text(texts.front());
    std::uint32_t begin_of_words = 0;
    if (step.labelled && text.starts_with(step.target.section))
        begin_of_words = static_cast<std::uint32_t>(step.target.section.size());
    skip_joints(text, begin_of_words, label_joints);
    if (!opens_with_verb(text.substr(begin_of_words))) return false;
    Operation operation = begin(step);
    operation.op = Op::note;
    operation.unit = Unit::obligation;
    operation.inserted_text = text;
    operation.drawn.push_back(draw(*texts.front().block, texts.front().pieces));
    operation.money = money_in(text);
    const bool tells = !operation.money.empty() && !opens_with(WordClass::remove, text.substr(begin_of_words));
    if (tells) {
        operation.op = Op::set;
        operation.unit = Unit::words;
        flag(operation, "DESCRIPTION_NOT_TEXT", FlagSeverity::medium,
             "what shall hold is described; the words of the agreement are not given");
    } else {
        flag(operation, "AMBIGUOUS_INSTRUCTION", FlagSeverity::high, "it asks for a change and does not tell the text");
    }
    lower(operation.confidence, Confidence::inferred);
    out_.push_back(std::move(operation));
    return true;
}

bool Reconciler::is_insert_only(const std::vector<Printed>& texts) const {
    return std::all_of(texts.begin(), texts.end(), [](const Printed& text) { return text.struck.empty(); });
}

void Reconciler::take_marked(const Step& step, const std::vector<Printed>& texts) {
    if (struck_unit(step, texts) || fresh_unit(step, texts)) return;
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

void Reconciler::replace_paragraph(const Step& step, const Printed& old_paragraph, const Printed& new_paragraph) {
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

bool Reconciler::struck_unit(const Step& step, const std::vector<Printed>& texts) {
    const bool letter = !step.target.letter.empty() && step.target.article.empty() && step.target.section.empty();
    if ((!step.labelled && !letter) || texts.empty()) return false;
    for (const Printed& text : texts)
        if (!text.wholly_struck()) return false;
    Operation operation = begin(step);
    operation.op = Op::repeal;
    operation.unit = letter ? Unit::letter : Unit::section;
    lay_struck(operation, texts);
    if (letter) {
        flag(operation, "INSTRUCTION_MISSING", FlagSeverity::low,
             "all that is printed of the letter is struck; no instruction says that the letter goes");
        lower(operation.confidence, Confidence::inferred);
    }
    out_.push_back(std::move(operation));
    return true;
}

bool Reconciler::fresh_unit(const Step& step, const std::vector<Printed>& texts) {
    if (!step.labelled || texts.empty()) return false;
    bool weak = false;
    for (const Printed& text : texts) {
        if (text.inserted.empty() || !text.kept.empty() || !text.struck.empty()) return false;
        for (const MarkedPiece& piece : text.pieces)
            weak = weak || (piece.kind == DrawnRun::inserted && piece.source == MarkSource::used);
    }
    Operation operation = begin(step);
    operation.op = Op::insert;
    operation.unit = Unit::section;
    for (const Printed& text : texts) append_line(operation.inserted_text, text.inserted);
    lay_struck(operation, texts);
    operation.money = money_in(operation.inserted_text);
    if (weak) {
        flag(operation, "BOLD_MEANS_NEW", FlagSeverity::medium,
             "emphasis is taken for new text: the section, its label included, stands in it as a whole");
        lower(operation.confidence, Confidence::inferred);
    }
    out_.push_back(std::move(operation));
    return true;
}

void Reconciler::lay_struck(Operation& operation, const std::vector<Printed>& texts) const {
    for (const Printed& text : texts) {
        append_line(operation.struck_text, text.struck);
        operation.drawn.push_back(draw(*text.block, text.pieces));
        operation.lines.first =
            operation.lines.first == 0 ? text.block->line() : std::min(operation.lines.first, text.block->line());
        operation.lines.last = std::max(operation.lines.last, text.block->last_line());
    }
}

void Reconciler::take_emphasised(const Step& step, const std::vector<Printed>& texts) {
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

bool Reconciler::all_dates(const std::string& stretches) const {
    if (tells_money_or_percent(stretches)) return false;
    std::size_t dates = 0;
    for (const Quantity& quantity : find_quantities(stretches)) dates += quantity.type == QuantityType::date;
    return dates > 0 && count_words(stretches) <= dates * 4 + 3;
}

bool Reconciler::names_term() const {
    const PhrasedText heading(item_.heading.text, book_);
    return heading.first(0, heading.size(), WordClass::term) < heading.size();
}

void Reconciler::take_changes(const Step& step, const Printed& text) {
    const std::vector<MarkedChange> changes = marked_changes(*text.block, text.pieces, text.where.sentences, book_);
    const bool whole = text.block->text.size() * changes.size() <= most_drawn;
    LineCounter lines(*text.block);
    for (const MarkedChange& change : changes) {
        Operation operation = begin(step);
        const std::uint32_t line = lines.line_at(change.place.begin);
        operation.lines = {line, lines.line_at(change.place.end)};
        if (step.clause) operation.lines.first = std::min(operation.lines.first, step.lines.first);
        operation.op = change.struck.empty() ? Op::insert : change.inserted.empty() ? Op::remove : Op::substitute;
        operation.unit = change.unit;
        operation.struck_text = change.struck;
        operation.inserted_text = change.inserted;
        if (step.named.paragraph.empty()) operation.target.paragraph = paragraph_name(text);
        if (change.unit != Unit::paragraph) operation.target.sentence = std::to_string(change.sentence);
        if (operation.op == Op::insert) operation.position = PositionKind::inside;
        operation.drawn = {whole ? draw(*text.block, text.pieces) : draw_alone(line, change)};
        operation.money = money_between(change.struck, change.inserted);
        // The label and the caption of a section say nothing of the sum.
        const std::uint32_t from = change.place.begin < text.where.sentences ? 0 : text.where.sentences;
        label_money(operation.money, std::string_view(text.block->text).substr(from), change.place.begin - from);
        flag_repairs(operation, change);
        judge_bracketed(operation, change);
        judge_speech(operation, text);
        if (operation.op == Op::remove && capitals_behind(text.block->text, change.place.end)) {
            flag(operation, "INSERTION_NOT_MARKED", FlagSeverity::high,
                 "words in capitals stand right behind the strike: they may be new text without a mark of its own");
            lower(operation.confidence, Confidence::inferred);
        }
        const std::string beside = unmarked_beside(*text.block, change);
        if (operation.op == Op::remove && !use_.marks_new && !beside.empty()) {
            flag(operation, "INSERTION_NOT_MARKED", FlagSeverity::medium,
                 "right behind the strike stands “" + beside +
                     "”, which may be new: nothing in the document is marked as new");
            lower(operation.confidence, Confidence::inferred);
        }
        out_.push_back(std::move(operation));
    }
}

void Reconciler::judge_bracketed(Operation& operation, const MarkedChange& change) const {
    const std::string& text = change.inserted;
    if (operation.op != Op::insert || change.source != MarkSource::used || !text.starts_with('[') ||
        !text.ends_with(']'))
        return;
    flag(operation, "NOTE_NOT_CONTRACT_TEXT", FlagSeverity::medium,
         "it stands in brackets and may be a remark, which becomes no text");
    ambiguous(operation, "it is a remark and changes no text", "it stands in brackets of its own", "it is new text",
              "it is emphasised as new text is");
}

/// "The Authority is prepared to accept 33.1 provided that the Union agrees to …, which would read: “…”": a party
/// speaks, and what is marked comes only if that holds.
void Reconciler::judge_speech(Operation& operation, const Printed& text) const {
    constexpr std::size_t longest_party = 4;  // words
    if (!operation.condition.empty()) return;
    const PhrasedText kept(text.kept, book_);
    const std::size_t near = std::min(longest_party, kept.size());
    const bool party =
        kept.first(0, near, WordClass::company) < near || kept.first(0, near, WordClass::union_side) < near;
    const std::size_t accepts = kept.first(0, kept.size(), WordClass::accepts);
    const std::size_t supposes = kept.first(0, kept.size(), WordClass::supposes);
    if (!party || accepts >= supposes || supposes >= kept.size()) return;
    operation.condition = fold_blanks(kept.text_of(supposes, kept.size()));
    flag(operation, "CONDITIONAL_EFFECT", FlagSeverity::high, "takes effect only “" + operation.condition + "”");
    lower(operation.confidence, Confidence::inferred);
}

std::string Reconciler::paragraph_name(const Printed& text) const {
    const bool whole = text.where.from == 0;  // behind an instruction the block's number is the item's
    if (whole && !text.block->number.empty() && text.block->text.starts_with(text.block->number))
        return text.block->number;
    const std::string_view words = std::string_view(text.block->text).substr(text.where.from);
    const std::size_t close = words.starts_with("(") ? words.find(')') : std::string::npos;
    if (close != std::string_view::npos && close <= 5) return std::string(words.substr(0, close + 1));
    return std::to_string(text.where.paragraph);
}

void Reconciler::flag_repairs(Operation& operation, const MarkedChange& change) const {
    if (!change.inserted.empty() && change.source == MarkSource::used && change.repairs.empty()) {
        // "the *Harbor Manual*" of a text whose italics answer strikes elsewhere may be a title.
        const bool title = use_.italic == MarkSource::used && change.struck.empty();
        flag(operation, "BOLD_MEANS_NEW", title ? FlagSeverity::medium : FlagSeverity::low,
             title ? "italics without a strike are taken for new text, as beside strikes elsewhere"
                   : "emphasis beside struck text is taken for new text");
        if (title) lower(operation.confidence, Confidence::inferred);
    }
    if (use_.brackets == MarkSource::used) {
        flag(operation, "BRACKETS_MEAN_STRUCK", FlagSeverity::medium,
             "words in brackets are taken for struck and capitals for new text; nothing in the document says so");
        lower(operation.confidence, Confidence::inferred);
        if (use_.brackets_once && operation.readings.empty())
            ambiguous(operation, "what is in brackets goes, and the words in capitals come",
                      "capitals stand right behind the brackets", "the text stays as it is printed",
                      "both may be of the text: it is the only place of the document");
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
    if (change.repairs.size() == 1 && change.repairs[0] == strike_over_both && !operation.instruction.empty() == false)
        flag(operation, "INSTRUCTION_MISSING", FlagSeverity::low, "no instruction says what the strike is for");
}

}  // namespace stet
