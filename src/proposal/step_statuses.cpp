// Marks and lines of status among an item's blocks.
#include <algorithm>

#include "grammar/wording.hpp"
#include "proposal/clause_words.hpp"
#include "proposal/letters.hpp"
#include "proposal/statement.hpp"
#include "proposal/status_line.hpp"
#include "proposal/step_reader.hpp"
#include "proposal/target.hpp"
#include "text/words.hpp"

namespace stet {

namespace {

constexpr std::size_t longest_agreed = 200;       // bytes of what is said to be accepted, with its mark
constexpr std::size_t longest_row = 2'000;        // bytes of a paragraph with several statuses, each taken by itself
constexpr std::uint32_t longest_bare_status = 4;  // words of a status and its date; more say what it is about
constexpr std::uint32_t longest_remark = 60;      // words of a paragraph of which one sentence tells a status
constexpr std::size_t longest_letter = 80;        // bytes of a letter's name and number
constexpr std::uint32_t longest_name = 6;         // words of a name or office
constexpr std::string_view own_words[] = {"its", "this", "these", "their", "any", "'s"};

bool is_number(std::string_view text) {
    return !text.empty() && std::all_of(text.begin(), text.end(), is_digit);
}

}  // namespace

/// "3.4" below "Article 2": the number of the section names its own article.
bool StepReader::is_of_another_article(std::string_view section, std::string_view article) {
    const std::size_t dot = section.find('.');
    return dot != std::string_view::npos && is_number(section.substr(0, dot)) && is_number(article) &&
           section.substr(0, dot) != article;
}

bool StepReader::is_own_number(std::string_view label) const {
    const Target& heading = item_.heading.target;
    const std::size_t dot = label.find('.');
    if (!heading.section.empty() || dot == std::string_view::npos || label.substr(0, dot) != item_.id) return false;
    return is_of_another_article(label, heading.article) || numbers_demands_;
}

bool StepReader::numbers_demands() const {
    const Target& heading = item_.heading.target;
    if (!heading.article.empty() || !heading.section.empty() || !heading.letter.empty() || !heading.paragraph.empty())
        return false;
    const std::string own = item_.id + ".";
    for (BlockId id = item_.first; id < item_.end; ++id) {
        const Block& here = document_.blocks[id];
        if (is_set_aside(here.kind) || here.kind == BlockKind::table_row) continue;
        const auto label = labels_.label_at(here, list_mark(here));
        if (!label || !label->label.starts_with(own)) continue;
        const Instructions found = instructions_at(here, label->end);
        const std::string_view text = std::string_view(here.text).substr(label->end);
        if (std::any_of(found.clauses.begin(), found.clauses.end(),
                        [&](const Instruction& clause) { return names_unit_beside(clause, text, own); }))
            return true;
    }
    return false;
}

bool StepReader::names_unit_beside(const Instruction& clause, std::string_view text, std::string_view own) {
    for (const auto* place : {&clause.scope, &clause.place})
        for (std::size_t i = 0; *place && i < (*place)->units.size(); ++i) {
            const UnitName& unit = (*place)->units[i];
            const bool wide = unit.noun == WordClass::section || unit.noun == WordClass::article;
            if (!unit.labels.empty() && !unit.labels.front().starts_with(own) && (wide || is_titled(unit, text)))
                return true;
        }
    return false;
}

bool StepReader::is_titled(const UnitName& unit, std::string_view text) {
    if (unit.noun != WordClass::paragraph || unit.labels.size() != 1 || !is_number(unit.labels.front())) return false;
    const std::string_view behind = text.substr(std::min<std::size_t>(unit.span.end, text.size()), longest_letter);
    const std::size_t close = behind.find(')');
    return behind.starts_with(" (") && close != std::string_view::npos && behind.size() > 2 && is_upper(behind[2]) &&
           looks_like_title(fold_blanks(behind.substr(2, close - 2)));
}

void StepReader::lay_titled_unit(Step& step) const {
    if (!numbers_demands_) return;
    const std::string_view text = std::string_view(document_.blocks[step.clause_block].text).substr(step.clause_from);
    for (auto* place : {&step.clause->scope, &step.clause->place}) {
        if (!*place || (*place)->units.size() != 1 || !is_titled((*place)->units.front(), text)) continue;
        UnitName& unit = (*place)->units.front();
        unit.noun = WordClass::article;
        const std::size_t from = unit.span.end + 2;
        step.target.article_title = fold_blanks(text.substr(from, text.find(')', from) - from));
    }
}

void StepReader::set_section(const PrintedLabel& label) {
    if (target_.section != label.label) paragraphs_ = 0;
    target_.section = label.label;
    // "Article 2, paragraph 3: rejected." is said of no section below it.
    const bool elsewhere = !target_.paragraph.empty() && is_of_another_article(label.label, target_.article);
    if (elsewhere) {
        target_.article.clear();
        target_.article_title.clear();
        target_.paragraph.clear();
    }
    const auto& mark = item_.heading.status;
    const bool other_mark = mark && standing_of(mark->status) != Standing::agreed;
    const bool beside = (other_mark || is_agreed_here()) && !is_of_heading(label.label);
    if (label.status)
        status_ = label.status;
    else if (elsewhere || beside)
        status_.reset();
    else if (section_status_ && !item_.heading.status)
        status_.reset();
    section_status_ = label.status.has_value();
}

void StepReader::leave_section() {
    // What is agreed of a section is not agreed of a unit that follows it.
    if (section_status_) status_ = item_.heading.status;
    section_status_ = false;
    paragraphs_ = 0;
}

void StepReader::take_mark_behind(Step& step) {
    if (step.text.empty() || step.text.back().note) return;
    StepText& text = step.text.back();
    const Block& here = document_.blocks[text.block];
    if (here.kind == BlockKind::table_row) return;
    const auto mark = status_mark_behind(here.text, text.from, grammar_.proposal, date_);
    if (!mark) return;
    step.status = mark;
    text.end = mark->span.begin;
    // "A. Duty [TA 5/6/26]": of the lettered part, and not of the section around it.
    if (step.kind == StepKind::text && step.text.size() == 1 && !step.labelled && step.target.paragraph.empty())
        step.target.paragraph =
            here.number.empty() ? std::string(fold_blanks(here.text.substr(0, list_mark(here)))) : here.number;
}

void StepReader::keep_agreed_label(Step& step) const {
    const bool agreed = step.status && standing_of(step.status->status) == Standing::agreed;
    const bool of_item = item_.heading.status && step.status && item_.heading.status->raw == step.status->raw;
    if (step.kind == StepKind::text && step.labelled && step.text.empty() && agreed && !of_item)
        step.kind = StepKind::note;
}

/// "MOU 2: Delete." below a demand about MOU 1: another letter, and nothing that is said of the first.
bool StepReader::take_other_letter(BlockId block, std::uint32_t from) {
    const Block& here = document_.blocks[block];
    if (steps_.empty() || last_is_open() || takes_list_lines() || here.kind != BlockKind::paragraph) return false;
    const PhrasedText text(std::string_view(here.text).substr(from, longest_letter), book_);
    const auto place = parse_place(text, 0, text.size());
    const UnitName* letter = place && place->units.size() == 1 ? place->find(WordClass::letter) : nullptr;
    if (letter == nullptr || letter->labels.size() != 1 || !text.is_mark(place->end, ":")) return false;
    const std::uint32_t behind = text.at(place->end).span.end;
    if (is_blank(text.text().substr(behind))) return false;
    Target named;
    lay_over(named, *place, text.text());
    if (named.letter == item_.heading.target.letter) return false;
    target_ = named;
    if (is_agreed_here()) status_.reset();
    section_status_ = false;
    paragraphs_ = 0;
    std::uint32_t rest = from + behind;
    skip_joints(here.text, rest, " \t\n");
    if (const auto mark = status_in(std::string_view(here.text).substr(rest))) {
        open(StepKind::note, block).status = mark;
        return true;
    }
    elsewhere_ = true;
    take(block, rest);
    elsewhere_ = false;
    return true;
}

/// A mark of agreement of the item alone, and not over the whole document.
bool StepReader::is_agreed_here() const {
    if (!status_ || standing_of(status_->status) != Standing::agreed) return false;
    const auto& heading = item_.heading.status;
    return !heading || heading->raw != status_->raw || item_.heading.text.find(heading->raw) != std::string::npos;
}

/// Whether a section's label is that of one that the heading names, or of a part of it.
bool StepReader::is_of_heading(std::string_view label) const {
    const std::vector<std::string>& named = item_.heading.sections;
    return named.empty() || std::any_of(named.begin(), named.end(), [&](const std::string& section) {
               return label.starts_with(section) &&
                      (label.size() == section.size() || label[section.size()] == '.' || label[section.size()] == '(');
           });
}

/// "5.2: The Association accepts four (4) days. TA 4/15/26": one short sentence in front of a mark of agreement, which
/// is no text of the section.
bool StepReader::take_acceptance(BlockId block, std::uint32_t from, const std::optional<PrintedLabel>& label) {
    constexpr std::uint32_t longest_acceptance = 14;  // words
    constexpr std::size_t longest_party = 4;          // words
    const Block& here = document_.blocks[block];
    const std::uint32_t start = label ? label->end : from;
    const auto mark = last_is_open() || here.kind == BlockKind::table_row
                          ? std::nullopt
                          : status_mark_behind(here.text, start, grammar_.proposal, date_);
    if (!mark || standing_of(mark->status) != Standing::agreed || mark->span.begin <= start) return false;
    const std::string_view said = std::string_view(here.text).substr(start, mark->span.begin - start);
    const PhrasedText text(said, book_);
    const std::size_t size = text.size();
    const bool one = size > 0 && said.find(". ") >= text.at(size - 1).span.begin;
    const bool parts =
        text.first(0, size, WordClass::exception) < size || text.first(0, size, WordClass::only) < size ||
        text.first(0, size, WordClass::condition) < size || text.first(0, size, WordClass::sentence) < size;
    if (!one || parts || count_words(said) > longest_acceptance || !parse_instructions(said, book_).clauses.empty())
        return false;
    const std::size_t accepts = text.first(0, std::min(size, longest_party + 1), WordClass::accepts);
    const bool party =
        text.first(0, accepts, WordClass::company) < accepts || text.first(0, accepts, WordClass::union_side) < accepts;
    if (accepts > longest_party || accepts >= size || !party) return false;
    if (label) set_section(*label);
    Step& step = open(StepKind::note, block);
    step.status = mark;
    add(step.text, block, start, false);
    step.text.back().end = mark->span.begin;
    return true;
}

bool StepReader::take_status(BlockId block, std::uint32_t from) {
    const std::string_view text = std::string_view(document_.blocks[block].text).substr(from);
    auto mark = status_in(text);
    if (!mark) return false;
    // "County response: TA'd 6/11/26 as modified:": what is agreed stands below.
    if (text.ends_with(':') && steps_.empty() && mark->status == Status::tentatively_agreed) {
        mark->excepts = false;
        status_ = mark;
        asides_.push_back(block);
        return true;
    }
    const bool agrees = mark->status == Status::tentatively_agreed && !mark->date.empty();
    const bool undated = agrees && std::any_of(steps_.begin(), steps_.end(), lacks_date);
    const bool of_item = is_signed(text, *mark) || undated;
    if (!steps_.empty() && (steps_.back().kind != StepKind::note || (of_item && steps_.size() > 1))) {
        lay_status(*mark, of_item, block);
        return true;
    }
    status_ = mark;
    Step& step = open(StepKind::note, block);
    if (count_words(text) > longest_bare_status) add(step.text, block, from, false);
    return true;
}

bool StepReader::take_all_other(BlockId block, std::uint32_t from) {
    const std::string_view text = document_.blocks[block].text;
    if (take_reservation(block, from)) return true;
    if (!book_.begins(text.substr(from), WordClass::all_other)) return false;
    const std::size_t before = steps_.size();
    for (std::size_t begin = from; begin < text.size();) {
        std::size_t end = text.find(". ", begin);
        while (end != std::string_view::npos && !book_.begins(text.substr(end + 2), WordClass::all_other))
            end = text.find(". ", end + 2);
        end = end == std::string_view::npos ? text.size() : end + 1;
        if (!take_other(block, {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)})) break;
        begin = end;
    }
    return steps_.size() > before;
}

bool StepReader::awaits_text() const {
    if (steps_.empty() || steps_.back().kind != StepKind::instructed) return false;
    const Instruction& clause = *steps_.back().clause;
    const bool brings = clause.verb == Verb::add || clause.verb == Verb::replace;
    return clause.following || (brings && steps_.back().text.empty() && clause.added.empty() && clause.bare.empty());
}

bool StepReader::take_reservation(BlockId block, std::uint32_t from) {
    const std::string_view text = std::string_view(document_.blocks[block].text).substr(from);
    if (from > 0 || awaits_text() || count_words(text) > longest_remark) return false;
    const PhrasedText phrased(text.substr(0, 1 << 12), book_);
    // "We reserve the right to add to or withdraw from the above."
    const bool we = phrased.is_word(0, "we") && phrased.has(1, WordClass::reserves);
    if (!we && !book_.begins(text, WordClass::company) && !book_.begins(text, WordClass::union_side)) return false;
    bool reserves = we, offer = we;
    for (std::size_t i = 0; i < phrased.size(); ++i) {
        reserves = reserves || phrased.has(i, WordClass::reserves);
        // "an offer of employment" is none of this one
        const bool own = i > 0 && std::any_of(std::begin(own_words), std::end(own_words),
                                              [&](std::string_view word) { return phrased.is_word(i - 1, word); });
        offer = offer || phrased.has(i, WordClass::demands) || (own && phrased.has(i, WordClass::offer));
    }
    if (!reserves || !offer) return false;
    Step& step = open(StepKind::note, block);
    step.target = {};
    step.heading_section.clear();
    step.status.reset();
    add(step.text, block, from, false);
    closes_ = true;
    return true;
}

bool StepReader::take_other(BlockId block, Span span) {
    const std::string_view text = std::string_view(document_.blocks[block].text).substr(span.begin, span.size());
    const auto status = status_of_all_other(text, grammar_, book_, date_);
    if (!status) return false;
    Step& step = open(StepKind::note, block);
    step.target = {};
    step.heading_section.clear();
    step.status = status;
    add(step.text, block, span.begin, false);
    step.text.back().end = span.end;
    closes_ = true;
    return true;
}

bool StepReader::is_name_behind_closing(const Block& block) const {
    const std::string line = fold_blanks(block.text);
    return closes_ && block.kind == BlockKind::paragraph && looks_like_title(line) && !line.ends_with(".") &&
           count_words(line) <= longest_name && line.find_first_of("0123456789:") == std::string::npos;
}

bool StepReader::take_status_sentence(BlockId block, std::uint32_t from) {
    const std::string_view text = std::string_view(document_.blocks[block].text).substr(from);
    if (!steps_.empty() || text.find(". ") == std::string_view::npos || count_words(text) > longest_remark)
        return false;
    std::optional<StatusMark> mark;
    for (std::size_t begin = 0; begin < text.size() && !mark;) {
        const std::size_t stop = std::min(text.find(". ", begin), text.size() - 1) + 1;
        const std::string_view sentence = text.substr(begin, stop - begin);
        if (begin == 0 || says_of_whole(sentence, book_)) mark = status_in(sentence);
        const std::vector<Instruction> asks =
            mark ? std::vector<Instruction>() : parse_instructions(sentence, book_).clauses;
        if (std::any_of(asks.begin(), asks.end(), [](const Instruction& one) { return one.verb != Verb::keep; }))
            return false;
        const std::string_view rest = text.substr(stop);
        const std::vector<Instruction> more =
            mark ? parse_instructions(rest.substr(rest.starts_with(" ")), book_).clauses : std::vector<Instruction>();
        if (std::any_of(more.begin(), more.end(), [](const Instruction& one) { return one.verb != Verb::keep; }))
            return false;
        begin = stop + (rest.starts_with(" ") ? 1 : 0);
    }
    if (!mark) return false;
    Step& step = open(StepKind::note, block);
    step.status = status_ = mark;
    add(step.text, block, from, false);
    return true;
}

void StepReader::lay_status(const StatusMark& mark, bool of_item, BlockId block) {
    asides_.push_back(block);
    if (steps_.back().kind != StepKind::note) steps_.back().status = mark;
    if (!of_item) return;
    for (Step& step : steps_) {
        const bool settled = step.status && standing_of(step.status->status) == Standing::closed;
        if (settled || !(!step.status || step.status->date.empty() || lacks_date(step) || &step == &steps_.back()))
            continue;
        step.status = mark;
        step.status->signed_on = true;
    }
}

bool StepReader::lacks_date(const Step& step) {
    return step.status && step.status->status == Status::tentatively_agreed && step.status->date_inferred;
}

bool StepReader::take_section_status(BlockId block, const PrintedLabel& label) {
    const std::string_view text = std::string_view(document_.blocks[block].text).substr(label.end);
    auto mark = text.empty() ? std::nullopt : status_in(text);
    const bool settles = label.status && label.status->status != Status::tentatively_agreed &&
                         label.status->status != Status::package && label.status->status != Status::ratified;
    if (!mark && settles && is_blank(text)) mark = label.status;
    if (!mark && !is_blank(text)) mark = status_behind_caption(text, grammar_, book_, date_);
    if (!mark) mark = said_behind_caption(text);
    if (!mark || is_told_to_change(text)) return false;
    set_section(label);
    open(StepKind::note, block).status = mark;
    steps_.back().labelled = true;
    return true;
}

/// ": Change “one” to “two” (TA 3/3/26).", ": Delete. (package)": an instruction, whatever mark stands behind it.
bool StepReader::is_told_to_change(std::string_view text) const {
    const std::size_t begin = text.find_first_not_of(" .:–—-\t\n");
    if (begin == std::string_view::npos) return false;
    std::string_view told = text.substr(begin);
    if (const auto mark = find_status_mark(told, grammar_.proposal, date_)) told = told.substr(0, mark->span.begin);
    const std::vector<Instruction> clauses = parse_instructions(told, book_).clauses;
    return std::any_of(clauses.begin(), clauses.end(), [](const Instruction& one) {
        const bool quotes = !one.removed.empty() || !one.added.empty();
        const bool goes = one.verb == Verb::remove && one.unread.empty() && !one.place;
        return !one.status && one.verb != Verb::keep && (quotes || goes);
    });
}

std::optional<StatusMark> StepReader::said_behind_caption(std::string_view text) const {
    for (const std::string_view joint : {". ", " – ", " — ", " - ", ": "}) {
        const std::size_t at = text.find(joint);
        if (at == std::string_view::npos || !looks_like_title(fold_blanks(text.substr(0, at)))) continue;
        const std::string_view said = text.substr(at + joint.size());
        if (auto mark = status_in(said); mark && standing_of(mark->status) != Standing::agreed) return mark;
        if (auto mark = stated_status(said, book_)) return mark;
    }
    return std::nullopt;
}

bool StepReader::take_places_status(BlockId block, std::uint32_t from) {
    const Block& here = document_.blocks[block];
    const std::string_view text = std::string_view(here.text).substr(from);
    if (const auto mark = announced_status(document_, block, item_.end, grammar_, book_, date_)) {
        announced_ = mark;
        asides_.push_back(block);
        return true;
    }
    const auto listed = announced_ ? listed_units(here, *announced_, grammar_, book_) : std::nullopt;
    if (!listed) announced_.reset();
    if (!listed && text.size() <= longest_row)
        if (const auto leading = leading_status(text, grammar_, book_, date_)) {
            take_places(block, text, leading->status);
            take(block, from + leading->rest);
            return true;
        }
    auto found = listed ? listed : status_of_places(text, grammar_, book_, date_);
    // "13.1 and 13.2: TA 5/1/26. 13.3: delete “x”."
    const std::size_t stop = found ? std::string_view::npos : text.find(". ");
    if (stop != std::string_view::npos) found = status_of_places(text.substr(0, stop + 1), grammar_, book_, date_);
    if (!found) return false;
    take_places(block, listed ? text.substr(list_mark(here) - from) : text, *found);
    if (stop != std::string_view::npos) take(block, from + static_cast<std::uint32_t>(stop + 2));
    return true;
}

bool StepReader::take_agreed_place(BlockId block, std::uint32_t from) {
    const std::string_view text = std::string_view(document_.blocks[block].text).substr(from);
    if (text.size() > longest_row) return false;
    const auto mark = find_status_mark(text.substr(0, longest_agreed), grammar_.proposal, date_);
    if (!mark || mark->status != Status::tentatively_agreed || mark->span.begin == 0) return false;
    const std::size_t stop = text.find_first_not_of(" \t\n", mark->span.end);
    if (stop != std::string_view::npos && text[stop] != ';' && text[stop] != '.') return false;
    // What is read as the acceptance of a proposal tells more.
    if (!parse_instructions(text.substr(0, mark->span.begin), book_).clauses.empty()) return false;
    const PhrasedText said(text.substr(0, mark->span.begin), book_);
    std::optional<PlaceName> place;
    bool accepts = false;
    for (std::size_t i = 0; i < said.size(); ++i) {
        if (said.at(i).shape == TokenShape::quoted || verb_at(said, i)) return false;
        accepts = accepts || said.has(i, WordClass::accepts);
        auto named = parse_place(said, i, said.size());
        if (!named || !named->has_label()) named = dotted_place(said, i, said.size());
        if (!place && named && named->end == said.size()) place = std::move(named);
    }
    if (!accepts || !place) return false;
    Step& step = open(StepKind::note, block);
    step.status = mark;
    lay_over(step.target, *place, text);
    add(step.text, block, from, false);
    step.text.back().end = from + mark->span.end;
    const std::size_t rest = text.find_first_not_of(" \t\n;.", mark->span.end);
    if (rest != std::string_view::npos) take(block, from + static_cast<std::uint32_t>(rest));
    return true;
}

bool StepReader::begins_with_status(const Block& block, std::uint32_t from) const {
    const std::string_view text = std::string_view(block.text).substr(from);
    if (count_words(text.substr(0, 300)) > longest_remark) return false;
    const auto leading = leading_status(text, grammar_, book_, date_);
    return leading && !leading->status.places.empty();
}

void StepReader::take_places(BlockId block, std::string_view text, const PlacesStatus& found) {
    if (found.places.empty()) open(StepKind::note, block).status = found.mark;
    for (const PlaceName& place : found.places)
        for (const PlaceName& one : parted(place)) {
            Step& step = open(StepKind::note, block);
            step.status = found.mark;
            if (one.find(WordClass::article) || one.find(WordClass::letter)) step.target = {};
            lay_over(step.target, one, text);
        }
}

}  // namespace stet
