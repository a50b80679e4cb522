// By kind of operation; what is printed of the old text decides where it is.
#include "proposal/apply_named.hpp"

#include <algorithm>

#include "proposal/counted_text.hpp"
#include "proposal/find_words.hpp"
#include "proposal/named_document.hpp"
#include "proposal/named_operation.hpp"
#include "proposal/set_dates.hpp"
#include "proposal/set_table.hpp"
#include "proposal/set_words.hpp"

namespace stet {

std::vector<std::string> lines_of(const std::string& text) {
    std::vector<std::string> out;
    for (std::size_t at = 0; at <= text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        if (end > at) out.push_back(text.substr(at, end - at));
        at = end + 1;
    }
    return out;
}

bool has_old_words(const DrawnBlock& block) {
    return std::any_of(block.runs.begin(), block.runs.end(), [](const DrawnRun& run) {
        return run.kind != DrawnRun::inserted && !one_line(run.text).empty();
    });
}

Wish NamedOperation::run() {
    if (concerns_another_agreement() || names_two_places()) return {};
    unit_ = locate_unit(base_, named_target());
    dispatch();
    if (!step_.reason.empty()) return {};
    for (const Flag& flag : operation_.flags)
        if (operation_.op != Op::set && (flag.code == words_not_read || flag.code == "TEXT_AFTER_QUOTE"))
            remark(step_, flag.text);
    drop_repeated_number();
    if (!operation_.condition.empty()) step_.remarks.push_back("on the condition: " + operation_.condition);
    return std::move(wish_);
}

/// "named section 86" says already that the number printed is another than the base's.
void NamedOperation::drop_repeated_number() {
    const std::string& section = operation_.target.section;
    const auto begins = [&](const std::string& words) {
        return std::any_of(step_.remarks.begin(), step_.remarks.end(),
                           [&](const std::string& remark) { return remark.starts_with(words); });
    };
    if (section.empty() || !begins("named section " + section + ";")) return;
    std::erase_if(step_.remarks, [&](const std::string& remark) {
        const std::string printed = "the number printed is " + section;
        return remark.starts_with(printed + ",") || remark.starts_with(printed + " (");
    });
}

/// Whether new words are printed among words that stay: the base's paragraph tells where they go.
bool NamedOperation::is_overlaid() const {
    return (operation_.unit == Unit::words || operation_.unit == Unit::sentence) &&
           std::any_of(operation_.drawn.begin(), operation_.drawn.end(), [](const DrawnBlock& block) {
               const auto has = [&](DrawnRun::Kind kind) {
                   return std::any_of(block.runs.begin(), block.runs.end(), [&](const DrawnRun& run) {
                       return run.kind == kind && !one_line(run.text).empty();
                   });
               };
               return has(DrawnRun::kept) && has(DrawnRun::inserted);
           });
}

/// What the operation works on, where it stands in the base: of a move that is not where it goes.
const Target& NamedOperation::named_target() const {
    const Target& from = operation_.from;
    const bool named = !from.letter.empty() || !from.section.empty() || !from.article.empty();
    return operation_.op == Op::move && named ? from : operation_.target;
}

void NamedOperation::dispatch() {
    switch (operation_.op) {
        case Op::repeal:
            repeal();
            break;
        case Op::remove:
        case Op::substitute:
        case Op::replace:
            change();
            break;
        case Op::insert:
            is_overlaid() ? change_drawn() : insert();
            break;
        case Op::move:
            move();
            break;
        case Op::renumber:
            renumber();
            break;
        case Op::restate:
            hold_against_base();
            break;
        case Op::set:
            set();
            break;
        default:
            fail("it cannot be carried out without a full address");
    }
}

bool NamedOperation::has_unit() {
    const Target& target = operation_.target;
    const bool named =
        !target.letter.empty() || !target.section.empty() || !target.article.empty() || !target.article_title.empty();
    if (unit_.node == none && !named)
        fail("no article, section or letter is named, and the text does not tell where it stands");
    else if (unit_.node == none)
        fail(unit_.reason.empty() ? not_supplied(target) : unit_.reason);
    return unit_.node != none;
}

void NamedOperation::take_unit(const LocatedUnit& unit) {
    step_.base = unit.node;
    step_.found_by = unit.found_by;
    step_.remarks.insert(step_.remarks.end(), unit.remarks.begin(), unit.remarks.end());
}

bool NamedOperation::concerns_another_agreement() {
    for (const Target* target : {&operation_.target, &operation_.from, &operation_.anchor}) {
        const std::string& agreement = target->agreement;
        if (agreement.empty() || is_named(base_, agreement)) continue;
        // "Section 4 of the Grievance Procedure", "of Part II": a unit of that title or label.
        const Title name(agreement);
        const auto is_called = [&](const Node& unit) {
            return name.likeness(unit.heading) == 1.0 || name.likeness(unit.label.written) == 1.0;
        };
        NodeId node = locate_unit(base_, *target).node;
        while (node != none && !is_called(base_.nodes[node])) node = base_.nodes[node].parent;
        if (node != none) continue;
        fail("it concerns another agreement: " + agreement);
        return true;
    }
    return false;
}

/// "Article 2, paragraph 3 and Appendix B: delete": a letter or an appendix, and beside it a part of an article.
bool NamedOperation::names_two_places() {
    const Target& target = operation_.target;
    const bool both =
        !target.letter.empty() && !target.article.empty() && (!target.paragraph.empty() || !target.section.empty());
    if (!both || operation_.op == Op::move || operation_.op == Op::insert) return false;
    Target article = target;
    article.letter.clear();
    const LocatedUnit inner = locate_unit(base_, article);
    const LocatedUnit outer = locate_unit(base_, target);
    if (inner.node == none || outer.node == none) return false;
    if (outer.node <= inner.node && inner.node < base_.nodes[outer.node].end_node) return false;
    fail("two places are named, " + unit_label(base_, inner.node) + " and " + unit_label(base_, outer.node) +
         ": which of them is meant, or both, is not read");
    return true;
}

/// A part of an article that has a caption and no number is no unit that could go, move or be replaced as a whole.
bool NamedOperation::is_whole_unit() {
    if (!unit_.part) return true;
    fail(unit_.remarks.front() + ": whether that part is meant or all of " + unit_label(base_, unit_.node) +
         " is not said");
    return false;
}

void NamedOperation::set() {
    const bool dates = operation_.unit == Unit::date;
    const bool described = !dates && operation_.cells.empty();
    if (described && operation_.unit != Unit::words) {
        fail(operation_.unit == Unit::table
                 ? "no amounts with their rows and columns are read in it, and other cells of a table are not set"
                 : "the base's words for it are not printed; nothing is replaced on a guess");
        return;
    }
    if (described && says_more_than_is_read()) return;
    if (!described && unit_.node == none && !operation_.target.section.empty()) {
        const std::string missing = unit_.reason;
        unit_ = locate_article(base_, operation_.target);
        if (unit_.node != none) unit_.remarks.push_back(missing);
        if (unit_.node == none) unit_.reason = missing;
    }
    if (!has_unit()) return;
    const BlockRange range = unit_range();
    SetValues values = dates       ? set_dates(base_, range, operation_, by_)
                       : described ? set_words(base_, set_blocks(), operation_, by_)
                                   : set_table(base_, range, operation_, by_);
    if (!step_.reason.empty()) return;
    fail(values.reason);
    step_.holds_already = values.held_already;
    if (!step_.reason.empty() && !values.held_already && take_whole_table()) return;
    if (!step_.reason.empty()) return;
    take_unit(unit_);
    for (std::string& words : values.remarks) remark(step_, std::move(words));
    wish_.splices = std::move(values.splices);
}

/// Words of the instruction that nobody read may say which amount or place is meant; so may those behind new words that
/// are not quoted.
bool NamedOperation::says_more_than_is_read() {
    const auto flagged = [&](std::string_view code) {
        return std::find_if(operation_.flags.begin(), operation_.flags.end(),
                            [&](const Flag& flag) { return flag.code == code; });
    };
    auto unread = flagged(words_not_read);
    if (unread == operation_.flags.end() && flagged("QUOTED_PAYLOAD_WITHOUT_QUOTES") != operation_.flags.end())
        unread = flagged("TEXT_AFTER_QUOTE");
    if (unread == operation_.flags.end()) return false;
    fail("it says more than was read: " + unread->text);
    return true;
}

/// Of a text that is not printed no more goes than is named for sure.
bool NamedOperation::names_more_than_is_read() {
    for (const Flag& flag : operation_.flags)
        if (flag.code == words_not_read && flag.severity == FlagSeverity::high) {
            fail("it says more than was read: " + flag.text);
            return true;
        }
    return false;
}

/// The blocks of the unit, or of the paragraph that is counted.
std::vector<BlockId> NamedOperation::set_blocks() {
    if (!operation_.target.paragraph.empty()) {
        CountedBlocks counted = count_paragraphs(base_, unit_, operation_.target.paragraph);
        if (counted.blocks.empty()) fail(counted.reason);
        return counted.blocks;
    }
    std::vector<BlockId> blocks;
    for (BlockId id = unit_range().first; id < unit_range().end; ++id)
        if (!is_set_aside(base_.blocks[id].kind) && !base_.places[id].heading) blocks.push_back(id);
    return blocks;
}

void NamedOperation::renumber() {
    if ((operation_.unit == Unit::paragraph && !operation_.struck_text.empty()) || operation_.unit == Unit::list_item ||
        !operation_.target.paragraph.empty()) {
        fail("numbers of paragraphs and list items are not changed: that of their section would be");
        return;
    }
    if (!has_unit() || !is_whole_unit()) return;
    take_unit(unit_);
    const Node& unit = base_.nodes[unit_.node];
    const std::optional<Span> place = number_place(base_, unit_.node);
    if (!place) {
        fail("the number cannot be told apart in “" + unit.label.written + "”");
        return;
    }
    std::string number = operation_.inserted_text;
    if (const std::size_t blank = number.rfind(' '); blank != std::string::npos) number = number.substr(blank + 1);
    wish_.splices.push_back({unit.first_block, *place, number, by_});
}

Wish plan_named(const Document& base, const BaseText& text, const Operation& operation, bool renumbers,
                CarriedOut& step) {
    return NamedOperation(base, text, operation, renumbers, step).run();
}

}  // namespace stet
