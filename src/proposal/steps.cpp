// Cuts an item's body into steps.
#include "proposal/steps.hpp"

#include <algorithm>

#include "grammar/wording.hpp"
#include "proposal/clause_words.hpp"
#include "proposal/described_value.hpp"
#include "proposal/find_instructions.hpp"
#include "proposal/letters.hpp"
#include "proposal/marked_text.hpp"
#include "proposal/section_labels.hpp"
#include "proposal/statement.hpp"
#include "proposal/status_line.hpp"
#include "proposal/step_reader.hpp"
#include "proposal/target.hpp"
#include "proposal/text_of_step.hpp"
#include "quantity/quantity.hpp"
#include "text/words.hpp"

namespace stet {

namespace {

constexpr std::uint32_t longest_name = 6;             // words of a caption
constexpr BlockId blocks_of_legend = 4;               // of an item, among which a legend may stand
constexpr std::uint32_t longest_place_line = 20;      // words of a line that tells what an item is about
constexpr std::uint32_t longest_reason = 4;           // words behind a deletion that say why
constexpr std::size_t longest_instruction = 1 << 16;  // bytes of a block in which instructions are looked for
constexpr std::uint32_t longest_status = 14;          // words of a line that tells a status and nothing else
constexpr std::size_t longest_lead_in = 80;           // bytes

}  // namespace

Steps StepReader::read() {
    numbers_demands_ = numbers_demands();
    for (BlockId block = item_.first; block < item_.end; ++block) {
        const std::uint32_t from = block == item_.first ? item_.body_from : 0;
        const Block& here = document_.blocks[block];
        if (is_set_aside(here.kind) || is_blank(std::string_view(here.text).substr(from))) continue;
        if (is_terms(block)) {
            asides_.push_back(block);
            terms_.push_back(block);
            continue;
        }
        if (block == item_.first && says_terms(block)) terms_.push_back(block);
        take(block, from);
    }
    for (Step& step : steps_) keep_agreed_label(step);
    std::erase_if(steps_, [](const Step& step) { return step.kind == StepKind::text && step.text.empty(); });
    drop_lead_in();
    drop_captions();
    for (Step& step : steps_) take_mark_behind(step);
    return {std::move(steps_), std::move(asides_), std::move(findings_), std::move(terms_)};
}

bool StepReader::says_terms(BlockId block) const {
    return std::find(item_.terms.begin(), item_.terms.end(), block) != item_.terms.end();
}

bool StepReader::is_terms(BlockId block) const {
    if (!says_terms(block) || block == item_.first) return false;
    if (!awaits_text()) return true;
    // Behind text that was announced they may go on with it, but for those at the item's end.
    if (steps_.back().text.empty()) return false;
    for (BlockId id = block + 1; id < item_.end; ++id)
        if (!is_set_aside(document_.blocks[id].kind) && !says_terms(id)) return false;
    return true;
}

void StepReader::take(BlockId block, std::uint32_t from) {
    const Block& here = document_.blocks[block];
    if (here.kind == BlockKind::table_row) return take_row(block);
    if (opens_note(std::string_view(here.text).substr(from), book_)) return take_note(block, from);
    if (is_title_below(here, from) || (block < item_.first + blocks_of_legend && is_legend(here.text, book_))) {
        asides_.push_back(block);
        return;
    }
    if (is_unsigned(std::string_view(here.text).substr(from))) return asides_.push_back(block);
    if (take_place_line(block, from) || take_quoted_payload(block, from) || take_quoted_paragraph(block, from)) return;
    if (take_other_letter(block, from)) return;
    std::uint32_t mark = from == 0 ? list_mark(here) : from;
    auto label = labels_.label_at(here, mark);
    if (label && is_own_number(label->label)) {
        from = mark = label->end;
        label.reset();
    }
    const bool lists = takes_list_lines();
    const bool several = label && begins_with_status(here, from);
    if ((!label || announced_ || several) && !lists && take_places_status(block, from)) return;
    if (!label && take_agreed_place(block, from)) return;
    if (take_all_other(block, from) || take_status(block, from) || take_status_sentence(block, from)) return;
    if (take_acceptance(block, from, label)) return;
    if (lists && is_listed_line(here, from)) return take_listed(block, from);
    if (label && take_section_status(block, *label)) return;
    const std::uint32_t behind = label ? behind_list_mark(here, label->end) : mark;
    if (here.text.ends_with("by:") && take_lead_in(block, mark)) return;
    Instructions found = instructions_at(here, behind);
    if (!found.clauses.empty())
        return take_instructions(block, label || block == item_.first ? label : label_of_removed(here, behind, found),
                                 behind, found);
    if (is_name_behind_closing(here)) return asides_.push_back(block);
    if (take_lead_in(block, mark)) return;
    if (label) return take_labelled(block, from, *label);
    if (opens_caption(here, from) && !last_is_open()) return open_text(block, from, true);
    add_text(block, from, false);
}

bool StepReader::is_unsigned(std::string_view text) const {
    if (text.find("__") == std::string_view::npos || count_words(text) > longest_status) return false;
    const std::size_t blank = std::min(text.find_first_of("_"), text.size());
    const auto mark = find_status_mark(fold_blanks(text.substr(0, blank)), grammar_.proposal, date_);
    return mark && mark->date.empty() && standing_of(mark->status) == Standing::agreed;
}

void StepReader::drop_lead_in() {
    if (steps_.size() < 2 || steps_[0].kind != StepKind::instructed || steps_[1].kind != StepKind::instructed) return;
    const Instruction& clause = *steps_[0].clause;
    const bool names = clause.place && clause.place->has_label();
    if (clause.verb != Verb::modify || !clause.following || names || !steps_[0].text.empty() || !clause.added.empty() ||
        !clause.bare.empty() || steps_[0].clause_block == steps_[1].clause_block)
        return;
    asides_.push_back(steps_[0].clause_block);
    steps_.erase(steps_.begin());
}

void StepReader::drop_captions() {
    for (std::size_t i = steps_.size(); i-- > 1;) {
        const Step& step = steps_[i - 1];
        if (step.kind != StepKind::text || !step.labelled || step.text.size() != 1) continue;
        const StepText& text = step.text.front();
        const Block& block = document_.blocks[text.block];
        const auto label = labels_.label_at(block, text.from);
        if (!label || !steps_[i].target.section.starts_with(label->label + ".")) continue;
        const auto pieces = mark_pieces(block, text.from, use_);
        const std::string title = fold_blanks(std::string_view(block.text).substr(label->end));
        const bool marked = !lacks(block, pieces, DrawnRun::struck) || !lacks(block, pieces, DrawnRun::inserted);
        if (marked || title.ends_with('.') || !looks_like_title(title) || count_words(title) > longest_name ||
            has_word(title, grammar_.sentence_words))
            continue;
        asides_.push_back(text.block);
        steps_.erase(steps_.begin() + static_cast<std::ptrdiff_t>(i - 1));
    }
}

bool StepReader::take_part_lead_in(BlockId block, std::uint32_t from) {
    const Block& here = document_.blocks[block];
    const std::string_view text = std::string_view(here.text).substr(from, longest_lead_in);
    const PhrasedText phrased(text, book_);
    const auto is_dash = [&](std::size_t at) {
        return at < phrased.size() && phrased.at(at).shape == TokenShape::mark && phrased.at(at).text.starts_with("-");
    };
    const auto place = from > 0 && phrased.is_word(0, "in") ? parse_place(phrased, 1, phrased.size()) : std::nullopt;
    if (!place || place->units.size() != 1 || !place->has_label() || !is_dash(place->end)) return false;
    if (!place->units.front().labels.front().starts_with("(")) return false;
    std::size_t behind = place->end;
    while (is_dash(behind)) ++behind;
    if (behind < phrased.size() && !phrased.is_mark(behind, "(")) return false;
    part_ = place->units.front().labels.front();
    part_counts_ = is_digit(here.text[here.text.find_first_not_of(" \t\n(")]);
    if (behind >= phrased.size()) {
        asides_.push_back(block);
        return true;
    }
    const std::uint32_t rest = from + phrased.at(behind).span.begin;
    const Instructions found = instructions_at(here, behind_list_mark(here, rest));
    if (found.clauses.empty()) return part_.clear(), false;
    take_instructions(block, std::nullopt, behind_list_mark(here, rest), found);
    return true;
}

void StepReader::lay_part(Step& step) const {
    if (part_.empty()) return;
    UnitName* inner = nullptr;
    for (auto* place : {&step.clause->place, &step.clause->scope, &step.clause->anchor})
        for (std::size_t i = 0; *place && i < (*place)->units.size(); ++i) {
            UnitName& unit = (*place)->units[i];
            if (unit.noun == WordClass::section || unit.noun == WordClass::article) return;
            if (unit.noun == WordClass::paragraph && !unit.labels.empty()) inner = &unit;
        }
    if (inner != nullptr) {
        for (std::string& label : inner->labels) label.insert(0, part_);
        return;
    }
    UnitName unit;
    unit.noun = WordClass::paragraph;
    unit.labels = {part_};
    if (!step.clause->scope) step.clause->scope = PlaceName{{}, 0, false};
    step.clause->scope->units.push_back(std::move(unit));
}

bool StepReader::announces_proposal(const PhrasedText& text) const {
    std::size_t at = text.is_word(0, "the") ? 1 : 0;
    for (const WordClass side : {WordClass::company, WordClass::union_side})
        if (const auto party = text.find(at, side)) at = at + party->size;
    const auto propose = text.find(at, WordClass::propose);
    const auto offer = text.find(at, WordClass::offer);
    if (at == 0 || !(propose || offer)) return false;
    at += propose ? propose->size : offer->size;
    if (const auto following = text.find(at, WordClass::following)) at += following->size;
    return text.is_mark(at, ":") && at + 1 == text.size();
}

bool StepReader::take_lead_in(BlockId block, std::uint32_t from) {
    if (take_part_lead_in(block, from)) return true;
    const std::string_view text = std::string_view(document_.blocks[block].text).substr(from);
    if (count_words(text) > longest_status) return false;
    const PhrasedText phrased(text, book_);
    if (announces_proposal(phrased)) return asides_.push_back(block), true;
    const auto place = parse_place(phrased, 0, phrased.size());
    if (!place || !place->has_label()) return false;
    std::size_t at = place->end + (phrased.is_mark(place->end, ",") ? 1 : 0);
    const auto passive = phrased.find(at, WordClass::passive);
    const auto verb = passive ? phrased.find(at += passive->size, WordClass::modify) : std::nullopt;
    if (!verb) return false;
    at += verb->size;
    while (at < phrased.size() && (phrased.at(at).shape == TokenShape::mark || phrased.is_word(at, "by") ||
                                   phrased.has(at, WordClass::following)))
        ++at;
    if (at < phrased.size()) return false;
    lay_over(target_, *place, text);
    asides_.push_back(block);
    return true;
}

bool StepReader::take_place_line(BlockId block, std::uint32_t from) {
    if (from > 0 || !steps_.empty()) return false;
    const std::string_view text = document_.blocks[block].text;
    if (take_form_line(block)) return true;
    if (!target_.article.empty() || !target_.section.empty()) return false;
    if (!book_.begins(text, WordClass::demand) || count_words(text) > longest_place_line) return false;
    const PhrasedText phrased(text, book_);
    const auto noun = phrased.find(0, WordClass::demand);
    if (!noun || !phrased.is_mark(noun->size, ":")) return false;
    const auto place = parse_place(phrased, noun->size + 1, phrased.size());
    if (!place || !place->has_label()) return false;
    lay_over(target_, *place, text);
    for (const Quantity& value : find_quantities(text))
        if (status_ && status_->date.empty() && is_full_date(value))
            status_->date = value.iso, status_->signed_on = true;
    asides_.push_back(block);
    return true;
}

void StepReader::take_row(BlockId block) {
    const Block& here = document_.blocks[block];
    const std::size_t last = here.text.find_last_not_of(" \t\n");
    const bool one_cell = here.text.find('\t') > last;
    if (one_cell) {
        const Instructions found = instructions_at(here, 0);
        if (!found.clauses.empty()) return take_instructions(block, std::nullopt, 0, found);
    }
    // A row whose first cell is empty goes on with the one above.
    if (!here.text.starts_with('\t') && take_status(block, 0)) return;
    const bool new_table = block > 0 && document_.blocks[block - 1].table != here.table;
    const bool caption = one_cell && here.text.find(':') == std::string::npos;
    if (caption && new_table && !steps_.empty() && has_rows(steps_.back()) && takes_text(steps_.back()))
        return open_text(block, 0, false);
    add_text(block, 0, false);
}

bool StepReader::has_rows(const Step& step) const {
    return std::any_of(step.text.begin(), step.text.end(),
                       [&](const StepText& text) { return document_.blocks[text.block].kind == BlockKind::table_row; });
}

Instructions StepReader::instructions_at(const Block& block, std::uint32_t from) const {
    // What is struck asks for nothing.
    const auto pieces = mark_pieces(block, from, use_);
    if (!pieces.empty() && lacks(block, pieces, DrawnRun::kept) && lacks(block, pieces, DrawnRun::inserted)) return {};
    const auto mark = status_mark_behind(block.text, from, grammar_.proposal, date_);
    const std::size_t end = mark ? mark->span.begin : block.text.size();
    Instructions found =
        find_instructions(std::string_view(block.text).substr(from, std::min(longest_instruction, end - from)),
                          grammar_, book_, last_is_open());
    // A value that is told without quotes is text itself where it is marked, or where text was announced.
    const bool told = std::any_of(found.clauses.begin(), found.clauses.end(),
                                  [](const Instruction& clause) { return clause.tells_no_text; });
    const bool awaited = last_is_open() && awaits_new_text(*steps_.back().clause);
    const bool all_marked = std::none_of(pieces.begin(), pieces.end(), [&](const MarkedPiece& piece) {
        const std::string words = folded(block, piece.text);
        return piece.kind == DrawnRun::kept && words.find_first_not_of(" .,;:") != std::string::npos;
    });
    if (told && (awaited || all_marked || is_marked({block}))) return {};
    return found;
}

bool StepReader::opens_caption(const Block& block, std::uint32_t from) const {
    if (block.kind != BlockKind::paragraph || !block.number.empty()) return false;
    const std::string_view text = std::string_view(block.text).substr(from, 120);
    for (const std::string_view dash : {" – ", " — "}) {
        const std::size_t at = text.find(dash);
        if (at == std::string_view::npos || at < 3) continue;
        const std::string_view caption = text.substr(0, at);
        return count_words(caption) <= 6 && caption[0] >= 'A' && caption[0] <= 'Z' &&
               !has_word(caption, grammar_.sentence_words);
    }
    return false;
}

Step& StepReader::open(StepKind kind, BlockId block) {
    Step step;
    step.kind = kind;
    step.target = target_;
    step.status = status_;
    step.heading_section = item_.heading.target.section;
    step.lines = {document_.blocks[block].line(), document_.blocks[block].last_line()};
    steps_.push_back(std::move(step));
    return steps_.back();
}

void StepReader::add(std::vector<StepText>& to, BlockId block, std::uint32_t from, bool note) {
    const Block& here = document_.blocks[block];
    const auto label = labels_.label_at(here, from);
    const std::uint32_t behind = label ? label->end : std::max(from, list_mark(here));
    const auto size = static_cast<std::uint32_t>(here.text.size());
    StepText text{block, from, caption_end(here, here.text, behind, grammar_.sentence_words), size, 0, note};
    if (!note && here.kind != BlockKind::table_row) text.paragraph = ++paragraphs_;
    text.describes = !note && here.kind != BlockKind::table_row &&
                     describes_value(std::string_view(here.text).substr(behind), grammar_, book_);
    to.push_back(text);
}

void StepReader::add_text(BlockId block, std::uint32_t from, bool note) {
    if (Step* adds = waiting_addition(steps_)) {
        add(adds->text, block, from, note);
        adds->lines.last = document_.blocks[block].last_line();
        return;
    }
    if (elsewhere_ || steps_.empty() || !takes_text(steps_.back()) || is_sibling_item(block) ||
        is_beside_deletion(block, from) || ends_with_mark(steps_.back()) || is_agreed_part(block, from))
        return open_text(block, from, false);
    if (Step* deletes = deletion_before(block, from)) {
        add(deletes->text, block, from, note);
        deletes->lines.last = document_.blocks[block].last_line();
        return;
    }
    add(steps_.back().text, block, from, note);
    steps_.back().lines.last = document_.blocks[block].last_line();
}

bool StepReader::is_sibling_item(BlockId block) const {
    const Step& last = steps_.back();
    if (last.kind != StepKind::instructed || last.clause->following || !last.text.empty()) return false;
    const Block& here = document_.blocks[block];
    const Block& before = document_.blocks[last.clause_block];
    const bool told = !last.clause->bare.empty() || !last.clause->added.empty() || last.clause->soft;
    return told && here.kind == BlockKind::list_item && before.kind == BlockKind::list_item &&
           here.depth == before.depth && here.number.empty() == before.number.empty();
}

bool StepReader::is_beside_deletion(BlockId block, std::uint32_t from) const {
    const Step& last = steps_.back();
    if (last.kind != StepKind::instructed || last.clause->verb != Verb::remove || last.clause->following ||
        last.clause->removes_first || !last.text.empty())
        return false;
    const bool told = last.clause->place || last.clause->scope || last.labelled;
    if (!told || !last.clause->removed.empty() || document_.blocks[block].kind == BlockKind::table_row) return false;
    const Block& here = document_.blocks[block];
    const auto pieces = mark_pieces(here, from, use_);
    return lacks(here, pieces, DrawnRun::struck) || !lacks(here, pieces, DrawnRun::inserted);
}

bool StepReader::is_agreed_part(BlockId block, std::uint32_t from) const {
    const Block& here = document_.blocks[block];
    return from == 0 && here.kind != BlockKind::table_row && list_mark(here) > 0 &&
           status_mark_behind(here.text, from, grammar_.proposal, date_).has_value();
}

bool StepReader::ends_with_mark(const Step& step) const {
    if (step.kind != StepKind::text || step.text.empty()) return false;
    const StepText& last = step.text.back();
    const Block& block = document_.blocks[last.block];
    return block.kind != BlockKind::table_row &&
           status_mark_behind(block.text, last.from, grammar_.proposal, date_).has_value();
}

Step* StepReader::deletion_before(BlockId block, std::uint32_t from) {
    if (steps_.back().kind != StepKind::instructed || steps_.back().clause->verb == Verb::remove) return nullptr;
    if (steps_.back().clause->removes_first || !steps_.back().text.empty()) return nullptr;
    Step* found = nullptr;
    for (Step& step : steps_) {
        const bool same = step.kind == StepKind::instructed && step.clause_block == steps_.back().clause_block;
        if (same && step.clause->verb == Verb::remove && step.clause->removed.empty() && step.text.empty())
            found = &step;
    }
    if (found == nullptr) return nullptr;
    const auto pieces = mark_pieces(document_.blocks[block], from, use_);
    const bool struck = lacks(document_.blocks[block], pieces, DrawnRun::kept) &&
                        lacks(document_.blocks[block], pieces, DrawnRun::inserted);
    return struck ? found : nullptr;
}

void StepReader::open_text(BlockId block, std::uint32_t from, bool caption) {
    Step& step = open(StepKind::text, block);
    step.caption = caption;
    add(step.text, block, from, false);
}

bool StepReader::last_is_open() const {
    if (steps_.empty() || steps_.back().kind != StepKind::instructed) return false;
    return steps_.back().text.empty() || steps_.back().clause->following;
}

void StepReader::take_note(BlockId block, std::uint32_t from) {
    // Inside the text that an instruction announced a note is carried along, and told to be none of it.
    if (!steps_.empty() && steps_.back().kind == StepKind::instructed && steps_.back().clause->verb == Verb::add &&
        !is_complete(*steps_.back().clause) && !steps_.back().text.empty()) {
        add(steps_.back().text, block, from, true);
        steps_.back().lines.last = document_.blocks[block].last_line();
        return;
    }
    Step& step = open(StepKind::note, block);
    add(step.text, block, from, true);
}

std::optional<StatusMark> StepReader::status_in(std::string_view text) const {
    return status_line(text, grammar_, book_, date_);
}

bool StepReader::is_title_below(const Block& block, std::uint32_t from) const {
    if (!steps_.empty() || from > 0 || block.kind == BlockKind::list_item) return false;
    const bool stands_out = block.kind == BlockKind::heading || is_capitals(block.text) ||
                            is_emphasised(block, 0, static_cast<std::uint32_t>(block.text.size()));
    const std::string line = fold_blanks(block.text);
    if (!stands_out || !looks_like_title(line) || line.ends_with(".") || labels_.label_at(block, 0) ||
        tells_money_or_percent(line))
        return false;
    return !status_in(line) && !status_of_places(line, grammar_, book_, date_) &&
           parse_instructions(line, book_).clauses.empty();
}

/// "D. Delete." below an article, "(b) Delete." below a section: the mark of the line is all that says what goes.
std::optional<PrintedLabel> StepReader::label_of_removed(const Block& block, std::uint32_t behind,
                                                         Instructions& found) const {
    Instruction& clause = found.clauses.front();
    const bool bare = (clause.verb == Verb::remove || clause.verb == Verb::keep) && !clause.place && !clause.scope &&
                      clause.removed.empty() && !clause.following && !clause.removes_first && clause.further.empty();
    const std::string mark = block.number.empty() || is_upper(block.text.front())
                                 ? block.text.substr(0, block.text.find_first_of(" \t\n"))
                                 : block.number;
    std::string name;
    for (const char c : mark)
        if (is_lower(c) || is_upper(c) || is_digit(c)) name.push_back(c);
    constexpr std::size_t longest_name_of_item = 4;  // "viii"
    const bool marks = mark.size() > name.size() && !name.empty() && name.size() <= longest_name_of_item &&
                       mark.find_first_not_of("().") < mark.size() && std::string_view(".)").find(mark.back()) < 2;
    if (!bare || !marks || !target_.letter.empty() || !target_.paragraph.empty()) return std::nullopt;
    const bool sibling =
        name.size() == 1 && is_upper(name.front()) && !target_.section.empty() && is_upper(target_.section.front());
    // "1. Delete.": the number may be the demand's.
    const bool counts = is_digit(name.front()) && list_mark(block) > 0;
    if (!target_.article.empty() && (target_.section.empty() || sibling) && !counts)
        return PrintedLabel{std::move(name), behind, std::nullopt, false};
    if (target_.section.empty()) return std::nullopt;
    UnitName unit;
    unit.noun = WordClass::paragraph;
    unit.labels = {"(" + name + ")"};
    clause.place = PlaceName{{std::move(unit)}, 0, false};
    return std::nullopt;
}

void StepReader::take_instructions(BlockId block, const std::optional<PrintedLabel>& label, std::uint32_t behind,
                                   const Instructions& found) {
    if (label) set_section(*label);
    // "(3) by striking …" behind "(2) in subsection (b)-- (A) …, (B) …"
    const std::string_view line = document_.blocks[block].text;
    const std::size_t first = line.find_first_not_of(" \t\n(");
    const bool leads = behind > list_mark(document_.blocks[block]);
    if (!leads && first != std::string_view::npos && is_digit(line[first]) == part_counts_) part_.clear();
    const std::vector<StepText> struck = take_struck_before();
    for (std::size_t i = 0; i < found.clauses.size(); ++i) {
        if (names_new_unit(found.clauses[i])) leave_section();
        Step& step = open(StepKind::instructed, block);
        step.clause = found.clauses[i];
        step.clause_block = block;
        step.clause_from = behind;
        step.labelled = label.has_value();
        step.clause->complete_bare = ends_sentence(block, behind, step.clause->bare);
        lay_place(step);
        if (i > 0) lay_article_before(step);
        if (i == 0 && !struck.empty() && (step.clause->verb == Verb::modify || step.clause->verb == Verb::replace)) {
            step.old_text = struck;
            step.lines.first = document_.blocks[struck.front().block].line();
        }
    }
    print_marked_payload(steps_.back());
    const Block& here = document_.blocks[block];
    const std::uint32_t end = behind + found.end;
    // "Delete Section 4 (TA 5/1/26)."
    if (const auto mark = status_mark_behind(here.text, behind, grammar_.proposal, date_);
        mark && is_blank(std::string_view(here.text).substr(end, mark->span.begin - end))) {
        for (Step& step : steps_)
            if (step.kind == StepKind::instructed && step.clause_block == block) step.status = mark;
        return;
    }
    if (here.text.find_first_not_of(" \t\n.;", end) != std::string::npos && says_more(here, end)) {
        Step& step = steps_.back();
        if (!step.clause->added.empty() || !step.clause->removed.empty())
            step.after = {end, static_cast<std::uint32_t>(here.text.size())};
        else if (step.clause->verb == Verb::keep || step.clause->verb == Verb::propose ||
                 (step.clause->verb == Verb::remove &&
                  (names_part(*step.clause) || is_remark(std::string_view(here.text).substr(end)) ||
                   instructs_at(std::string_view(here.text).substr(end)) ||
                   joins_on(std::string_view(here.text).substr(end)))))
            step.clause->unread.push_back({found.end, static_cast<std::uint32_t>(here.text.size() - behind)});
        else
            add(step.text, block, end, false);
    }
}

/// "Article VIII, Section 6: the rate goes from …; the other from …": the article of the clause before, where the item
/// names none.
void StepReader::lay_article_before(Step& step) const {
    const Step& before = steps_[steps_.size() - 2];
    const bool own = !step.named.article.empty() || !step.named.letter.empty() || !item_.heading.target.article.empty();
    if (own || before.clause_block != step.clause_block || !step.target.article.empty()) return;
    step.target.article = before.named.article.empty() ? before.target.article : before.named.article;
}

void StepReader::print_marked_payload(Step& step) {
    if (!step.text.empty()) return;
    if (const auto begin = marked_payload(document_.blocks[step.clause_block], step.clause_from, *step.clause))
        add(step.text, step.clause_block, *begin, false);
}

bool StepReader::names_part(const Instruction& clause) {
    return clause.place && !clause.following && clause.place->find(WordClass::sentence) != nullptr;
}

bool StepReader::instructs_at(std::string_view text) const {
    constexpr std::size_t reach = 60;  // bytes in which the verb stands
    const std::size_t begin = text.find_first_not_of(" \t\n,;.");
    return begin != std::string_view::npos && verb_at(PhrasedText(text.substr(begin, reach), book_), 0);
}

bool StepReader::joins_on(std::string_view text) const {
    const PhrasedText rest(text.substr(0, 60), book_);
    return rest.is_mark(0, ",") || rest.is_word(0, "and");
}

bool StepReader::is_remark(std::string_view text) {
    return count_words(text) <= longest_reason;
}

bool StepReader::says_more(const Block& block, std::uint32_t from) const {
    constexpr std::size_t longest_joint = 20;  // bytes
    if (block.text.size() - from > longest_joint) return true;
    const PhrasedText rest(std::string_view(block.text).substr(from), book_);
    for (std::size_t i = 0; i < rest.size(); ++i)
        if (unread_words(rest, i)) return true;
    return false;
}

bool StepReader::ends_sentence(BlockId block, std::uint32_t base, Span bare) const {
    if (bare.empty()) return false;
    const std::string_view text = std::string_view(document_.blocks[block].text).substr(base + bare.begin, bare.size());
    const std::size_t last = text.find_last_not_of(" \t\n\"”*");
    return last != std::string_view::npos && (text[last] == '.' || text[last] == '!' || text[last] == '?') &&
           count_words(text) > 5;
}

void StepReader::lay_place(Step& step) {
    lay_part(step);
    lay_titled_unit(step);
    put_into_section(*step.clause, !target_.section.empty() || step.clause->scope);
    const Block& block = document_.blocks[step.clause_block];
    const std::string_view text = std::string_view(block.text).substr(step.clause_from);
    Target named;
    for (const auto* place : {&step.clause->scope, &step.clause->place})
        if (*place) lay_over(named, **place, text);
    const bool inside = step.clause->position == PositionKind::end || step.clause->position == PositionKind::start;
    if (inside && step.clause->verb == Verb::add && step.clause->anchor) lay_over(named, *step.clause->anchor, text);
    // "Following Article 2, Section 2.1 insert …": what comes beside a unit is of its article.
    if (step.clause->verb == Verb::add && step.clause->anchor && named.article.empty() && named.letter.empty()) {
        Target beside;
        lay_over(beside, *step.clause->anchor, text);
        if (!beside.article.empty() && !target_.letter.empty() && target_.article.empty()) {
            step.target.letter.clear();
            step.target.article_title.clear();
        }
        named.article = beside.article;
    }
    step.named = named;
    if (!named.section.empty() || !named.article.empty() || !named.agreement.empty())
        target_.agreement = step.target.agreement =
            named.agreement.empty() ? item_.heading.target.agreement : named.agreement;
    // Another article, or a letter: the section that stands above is none of its.
    if (!named.letter.empty() && named.section.empty() && item_.heading.target.section.empty()) {
        target_.section.clear();
        step.target.section.clear();
    }
    if (!named.article.empty() && named.article != target_.article && named.section.empty()) {
        target_.section.clear();
        step.target.section.clear();
    }
    // A title that is the section's above, and no article's, is none of another section's.
    if (!named.section.empty() && !target_.section.empty() && named.section != target_.section &&
        item_.heading.target.article.empty())
        step.target.article_title.clear();
    if (!named.section.empty() && !names_new_unit(*step.clause)) {
        target_.section = named.section;
        step.target.section = named.section;
    }
}

std::vector<StepText> StepReader::take_struck_before() {
    if (steps_.empty() || steps_.back().kind != StepKind::text) return {};
    std::vector<StepText>& text = steps_.back().text;
    auto begin = text.end();
    while (begin != text.begin()) {
        const StepText& last = *(begin - 1);
        const Block& block = document_.blocks[last.block];
        const auto pieces = mark_pieces(block, last.from, use_);
        if (lacks(block, pieces, DrawnRun::struck) || !is_label_only(block, last, pieces)) break;
        --begin;
    }
    std::vector<StepText> struck(begin, text.end());
    text.erase(begin, text.end());
    if (!struck.empty() && !text.empty()) steps_.back().lines.last = document_.blocks[text.back().block].last_line();
    return struck;
}

bool StepReader::is_label_only(const Block& block, const StepText& text, const std::vector<MarkedPiece>& pieces) const {
    const auto label = labels_.label_at(block, text.from);
    return std::all_of(pieces.begin(), pieces.end(), [&](const MarkedPiece& piece) {
        if (piece.kind == DrawnRun::struck) return true;
        if (piece.kind == DrawnRun::inserted) return false;
        return folded(block, piece.text).empty() || (label && piece.text.end <= label->end + 1);
    });
}

void StepReader::take_labelled(BlockId block, std::uint32_t from, const PrintedLabel& label) {
    if (Step* step = step_about(label.label)) {
        set_section(label);
        if (!adds_wider_unit(*step) && !names_among_others(*step, label.label) && step->clause->verb != Verb::join)
            step->target.section = target_.section;
        step->status = status_;
        step->labelled = true;
        add(step->text, block, from, false);
        step->lines.last = document_.blocks[block].last_line();
        return;
    }
    set_section(label);
    if (label.fresh && !has_struck(block, label.end)) return take_new_section(block, label);
    Step& step = open(StepKind::text, block);
    step.labelled = true;
    if (label.end < document_.blocks[block].text.size()) add(step.text, block, from, false);
}

bool StepReader::has_struck(BlockId block, std::uint32_t from) const {
    return !lacks(document_.blocks[block], mark_pieces(document_.blocks[block], from, use_), DrawnRun::struck);
}

void StepReader::take_new_section(BlockId block, const PrintedLabel& label) {
    Step& step = open(StepKind::instructed, block);
    Instruction clause;
    clause.verb = Verb::add;
    clause.fresh = true;
    UnitName unit;
    unit.labels = {label.label};
    clause.place = PlaceName{{std::move(unit)}, 0, false};
    step.clause = std::move(clause);
    step.clause_block = block;
    step.labelled = true;
    step.named.section = label.label;
    if (label.end < document_.blocks[block].text.size()) add(step.text, block, label.end, false);
}

bool StepReader::names_among_others(const Step& step, const std::string& label) {
    const UnitName* sections = step.clause->place ? step.clause->place->find(WordClass::section) : nullptr;
    return step.clause->following && sections != nullptr && sections->labels.size() > 1 &&
           std::find(sections->labels.begin(), sections->labels.end(), label) != sections->labels.end();
}

Step* StepReader::step_about(const std::string& label) {
    Step* waiting = nullptr;
    for (auto step = steps_.rbegin(); step != steps_.rend() && step->kind == StepKind::instructed; ++step) {
        if (step->named.section == label || names_among_others(*step, label)) return &*step;
        if (step->clause->verb == Verb::keep) continue;
        // "5.3 Delete the last sentence." is about no text of 5.4.
        if (step->labelled && step->target.section != label) continue;
        const bool takes_more = step->text.empty() || (adds_wider_unit(*step) && step->clause->following);
        if (takes_more && !is_complete(*step->clause) && step->named.section.empty()) waiting = &*step;
        if (step->clause_block != steps_.back().clause_block) break;
    }
    return waiting;
}

Steps read_steps(const Document& document, const ProposalItem& item, const Grammar& grammar, const PhraseBook& book,
                 const MarkUse& use, std::string_view document_date) {
    return StepReader(document, item, grammar, book, use, document_date).read();
}

}  // namespace stet
