// New articles, sections and letters: behind which unit of the base they stand, and how they are headed and numbered.
#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "grammar/numeral.hpp"
#include "grammar/wording.hpp"
#include "proposal/letters.hpp"
#include "proposal/named_operation.hpp"
#include "proposal/written_label.hpp"
#include "text/words.hpp"

namespace stet {

namespace {

/// The last unit of a level.
NodeId last_unit(const Document& base, std::string_view level) {
    for (NodeId node = static_cast<NodeId>(base.nodes.size()); node-- > 1;)
        if (base.levels[base.nodes[node].level] == level && base.nodes[node].end_block > base.nodes[node].first_block)
            return node;
    return none;
}

/// What stands before the number in a unit's label: "Section " of "Section 12"; nothing where it has none.
std::optional<std::string> lead_of(const SectionLabel& label) {
    const std::size_t at = label.value.empty() ? std::string::npos : label.written.rfind(label.value);
    if (at == std::string::npos) return std::nullopt;
    return label.written.substr(0, at);
}

/// "LETTER OF AGREEMENT" of "LETTER OF AGREEMENT #12": a label's words alone.
std::string words_of_label(const SectionLabel& label) {
    std::string words = lead_of(label).value_or(label.written);
    for (const std::string_view sign : {"No.", "NO.", "#"})
        if (const std::size_t end = words.find_last_not_of(" \t\n") + 1;
            std::string_view(words).substr(0, end).ends_with(sign))
            words.resize(end - sign.size());
    words.resize(words.find_last_not_of(" \t\n") + 1);
    return words;
}

/// "0.0" of "12.4": the form of a number; letters stay.
std::string form_of_number(std::string_view number) {
    std::string out;
    for (const char c : number)
        if (!is_digit(c) || out.empty() || out.back() != '0') out.push_back(is_digit(c) ? '0' : c);
    return out;
}

/// The number of that form which a text opens with behind `lead`; empty where it opens otherwise.
std::string number_behind(const std::string& text, const std::string& lead, const std::string& form) {
    const bool leads =
        text.size() > lead.size() && std::equal(lead.begin(), lead.end(), text.begin(), [](char a, char b) {
            return a == b || ((is_upper(a) || is_lower(a)) && (a ^ 0x20) == b);
        });
    if (!leads) return {};
    std::size_t end = lead.size();
    while (end < text.size() &&
           (is_digit(text[end]) || (text[end] == '.' && end + 1 < text.size() && is_digit(text[end + 1])) ||
            parts_clause(text, end)))
        ++end;
    const std::string number = text.substr(lead.size(), end - lead.size());
    const bool goes_on = end < text.size() && (is_upper(text[end]) || is_lower(text[end]) || text[end] == '$');
    return !goes_on && form_of_number(number) == form ? number : std::string();
}

/// A title without the marks that stand around it: ", Safety,".
std::string trimmed_title(std::string_view words) {
    std::uint32_t begin = 0;
    skip_joints(words, begin, " .:,-\n\t");
    std::size_t end = words.size();
    while (end > begin && std::string_view(" .:,\n\t").find(words[end - 1]) != std::string_view::npos) --end;
    return one_line(words.substr(begin, end - begin));
}

/// The form of a number without the letter that puts it behind another: "0" of "8A", as of "8".
std::string form_without_suffix(std::string_view number) {
    const bool suffix = number.size() > 1 && !is_digit(number.back()) && is_digit(number[number.size() - 2]);
    return form_of_number(suffix ? number.substr(0, number.size() - 1) : number);
}

/// "2.2." of "2.2.4": what the numbers beside it begin with; empty where a number has no full stop.
std::string_view around_of_number(std::string_view number) {
    const std::size_t dot = number.find_last_of(number_stops);
    return dot == std::string_view::npos ? std::string_view{} : number.substr(0, dot + 1);
}

/// What a number counts where it is a roman one: 7 of "VII".
std::optional<std::uint32_t> roman_count(const std::string& number) {
    const auto numeral = parse_numeral(number, NumeralKind::upper_roman);
    if (!numeral || numeral->size != number.size()) return std::nullopt;
    return numeral->ordinals.first();
}

/// Whether a unit is counted in roman numbers: "C" of "C." behind "B." is not.
bool counts_in_roman(const SectionLabel& label) {
    const auto count = roman_count(label.value);
    return count && label.ordinals.size() == 1 && label.ordinals.front() == *count;
}

/// Whether a unit's number comes before another one.
bool unit_before(const SectionLabel& label, const std::string& number) {
    const auto count = counts_in_roman(label) ? roman_count(number) : std::nullopt;
    return count ? label.ordinals.front() < *count : label_before(label.value, number);
}

/// The units of a level whose numbers have the form of `number`, or are roman as it is; of numbers that name the one
/// around them those that name the same, whatever their level.
std::vector<NodeId> units_numbered_like(const Document& base, std::string_view level, const std::string& number) {
    const std::string_view around = around_of_number(number);
    std::vector<NodeId> out;
    for (NodeId node = 1; node < base.nodes.size(); ++node) {
        const SectionLabel& label = base.nodes[node].label;
        const bool beside =
            around.empty() ? base.levels[base.nodes[node].level] == level : around_of_number(label.value) == around;
        const bool alike = form_without_suffix(label.value) == form_without_suffix(number) ||
                           (roman_count(number) && counts_in_roman(label));
        if (beside && lead_of(label) && alike) out.push_back(node);
    }
    return out;
}

/// Whether counting goes on with `number` behind `label`: 2.04 behind 2.03, V behind IV, c behind b.
bool counts_on(const std::string& label, const std::string& number) {
    const auto counts_as = [&](NumeralKind kind) {
        const auto here = parse_numeral(label, kind);
        auto there = parse_numeral(number, kind);
        const bool both = here && there && here->size == label.size() && there->size == number.size();
        if (!both || here->ordinals.lettered || here->ordinals.count == 0) return false;
        Ordinals next = here->ordinals;
        ++next.parts[next.count - 1U];
        return next == there->ordinals;
    };
    constexpr std::array kinds = {NumeralKind::decimal,     NumeralKind::dotted,      NumeralKind::clause,
                                  NumeralKind::lower_alpha, NumeralKind::upper_alpha, NumeralKind::lower_roman,
                                  NumeralKind::upper_roman};
    return std::any_of(kinds.begin(), kinds.end(), counts_as);
}

/// How far behind an item's label another one counts, in the numerals of the item: 1 for "c" behind "b", for "iii"
/// behind "ii"; nothing where it does not.
std::optional<std::uint32_t> distance_from(const SectionLabel& item, const std::string& label) {
    const std::string own = bare_label(item.value);
    for (const NumeralKind kind : {NumeralKind::decimal, NumeralKind::lower_alpha, NumeralKind::lower_roman}) {
        const auto here = parse_numeral(own, kind);
        const auto there = parse_numeral(label, kind);
        const bool both = here && there && here->size == own.size() && there->size == label.size();
        if (!both || item.ordinals.empty() || here->ordinals.last() != item.ordinals.back()) continue;
        if (there->ordinals.last() > here->ordinals.last()) return there->ordinals.last() - here->ordinals.last();
    }
    return std::nullopt;
}

/// Whether the numbers of sections go on through the articles: no two have the same.
bool numbers_run_on(const Document& base, const std::vector<NodeId>& units) {
    std::set<std::string> numbers;
    return std::all_of(units.begin(), units.end(),
                       [&](NodeId node) { return numbers.insert(base.nodes[node].label.value).second; });
}

}  // namespace

bool NamedOperation::add_article(std::vector<NewBlock>& fresh) {
    const NodeId last = last_unit(base_, "article");
    if (last == none) {
        fail("the base has no articles: where a new one stands is not said");
        return false;
    }
    add_heading(last, "", title_of_new(), fresh);
    BlockId at = base_.nodes[last].end_block - 1;
    while (at > 0 && is_set_aside(base_.blocks[at].kind)) --at;
    put_new(at, false, fresh);
    if (!step_.reason.empty()) return false;
    wish_.insertions.back().within = base_.nodes[last].parent;
    step_.base = last;
    remark(step_, "the new article has no number, and its place is not stated: put behind " + unit_label(base_, last));
    return true;
}

void NamedOperation::add_heading(NodeId like, const std::string& number, const std::string& title,
                                 std::vector<NewBlock>& fresh) const {
    const bool titled = !fresh.empty() &&
                        (fresh.front().kind == BlockKind::heading || title_likeness(fresh.front().text, title) == 1.0);
    if (titled || (title.empty() && number.empty())) return;
    std::vector<NewBlock> heading;
    const Node& unit = base_.nodes[like];
    for (BlockId id = unit.first_block; id < unit.end_block; ++id) {
        const Block& block = base_.blocks[id];
        if (!base_.places[id].heading || base_.places[id].node != like) continue;
        const std::size_t label = unit.label.written.empty() ? std::string::npos : block.text.find(unit.label.written);
        const std::size_t named = unit.heading.empty() ? std::string::npos : block.text.find(unit.heading);
        const std::size_t value = unit.label.written.rfind(unit.label.value);
        std::string text;
        const std::size_t behind = label + unit.label.written.size();
        const bool same_line = label != std::string::npos && named != std::string::npos && named > behind;
        const std::string between = same_line ? block.text.substr(behind, named - behind) : std::string();
        if (label != std::string::npos && !number.empty() && value != std::string::npos) {
            text = unit.label.written.substr(0, value) + number + (same_line ? between + title : std::string());
        } else if (same_line && number.empty() && base_.levels[unit.level] == "letter") {
            text = words_of_label(unit.label) + (is_blank(between.front()) ? "" : " ") + between + title;
        } else if (named != std::string::npos) {
            text = title;
        }
        if (!text.empty()) heading.push_back({block.kind, block.depth, "", text, id});
    }
    if (heading.empty()) heading.push_back({BlockKind::paragraph, 0, "", title});
    fresh.insert(fresh.begin(), heading.begin(), heading.end());
}

/// What a new unit is called; the title of an article that a new section goes to is none of its own.
std::string NamedOperation::title_of_new() const {
    const bool in_article = operation_.unit == Unit::section && !operation_.target.article.empty();
    if (!in_article && !operation_.target.article_title.empty()) return operation_.target.article_title;
    for (const InstructionPart& part : operation_.parts)
        if (part.role == "title" || part.role == "caption") return trimmed_title(part.words);
    return {};
}

/// The number that a new section or article prints, or that the instruction names for it; empty where there is none.
std::string NamedOperation::number_of_new(const std::vector<NewBlock>& fresh) const {
    const bool section = operation_.unit == Unit::section;
    if (!section && operation_.unit != Unit::article) return {};
    for (const Node& node : base_.nodes) {
        if (base_.levels[node.level] != (section ? "section" : "article")) continue;
        const std::optional<std::string> lead = lead_of(node.label);
        const std::string form = form_of_number(node.label.value);
        if (!lead || (lead->empty() && form.find_first_of(number_stops) == std::string::npos) || fresh.empty())
            continue;
        if (std::string number = number_behind(fresh.front().text, *lead, form); !number.empty()) return number;
    }
    const std::string& named = section ? operation_.target.section : operation_.target.article;
    if (named.empty() || named == new_unit) return {};
    const auto names = [&](const InstructionPart& part) {
        const std::size_t at = part.words.rfind(named);
        return at != std::string::npos && (at == 0 || !is_digit(part.words[at - 1])) &&
               (at + named.size() == part.words.size() || !is_digit(part.words[at + named.size()]));
    };
    const bool asked = std::any_of(operation_.parts.begin(), operation_.parts.end(), names);
    return asked || (operation_.parts.empty() && !has_number(section ? "section" : "article", named)) ? named
                                                                                                      : std::string();
}

/// Whether a unit of the base has that number.
bool NamedOperation::has_number(std::string_view level, const std::string& number) const {
    return std::any_of(base_.nodes.begin(), base_.nodes.end(), [&](const Node& node) {
        return base_.levels[node.level] == level && node.label.value == number;
    });
}

/// A new unit with a number stands behind the one that has the next lower number; where the base has its number, only
/// if those behind it are to be renumbered.
bool NamedOperation::add_numbered(std::vector<NewBlock>& fresh) {
    const std::string number = number_of_new(fresh);
    if (number.empty()) return false;
    const bool section = operation_.unit == Unit::section;
    // "After Section 3 of Article 1, insert a new Section 4": in that article.
    Target home = operation_.target;
    if (home.article.empty() && home.article_title.empty()) home.article = operation_.anchor.article;
    const LocatedUnit article = section ? locate_article(base_, home) : LocatedUnit{};
    if (section && article.node == none && !article.reason.empty()) return false;
    const NodeId within = article.node == none ? 0 : article.node;
    const std::vector<NodeId> units = units_numbered_like(base_, section ? "section" : "article", number);
    NodeId before = none;
    NodeId same = none;
    for (const NodeId node : units) {
        const std::string& label = base_.nodes[node].label.value;
        const bool inside = within < node && node < base_.nodes[within].end_node;
        if (label == number && same == none && (inside || numbers_run_on(base_, units))) same = node;
        if (!inside || !unit_before(base_.nodes[node].label, number)) continue;
        if (before == none || !unit_before(base_.nodes[node].label, base_.nodes[before].label.value)) before = node;
    }
    if (before == none && same == none) return false;
    // No article is named, and several have such a section: which is for the base's own places to tell.
    const auto like = [&](NodeId node) { return base_.nodes[node].label.value == base_.nodes[before].label.value; };
    if (section && article.node == none && before != none && std::count_if(units.begin(), units.end(), like) > 1)
        return false;
    if (already_there(fresh)) return true;
    if (same != none && !renumbers_) {
        step_.base = same;
        fail("the base has " + unit_label(base_, same) + " already, and that it gets another number is not said");
        return true;
    }
    for (const std::string& words : article.remarks) remark(step_, words);
    put_numbered(number, before, same, within, fresh);
    return true;
}

void NamedOperation::put_numbered(const std::string& number, NodeId before, NodeId same, NodeId within,
                                  std::vector<NewBlock>& fresh) {
    const NodeId like = before != none ? before : same;
    const std::string lead = *lead_of(base_.nodes[like].label);
    const BlockId first = base_.nodes[like].first_block;
    const bool takes_its_place = same != none && within < same && same < base_.nodes[within].end_node;
    const bool labelled = begins_with(fresh.front().text, lead + number);
    if (!labelled && base_.places[first].heading && base_.nodes[like].end_block - first > 1)
        add_heading(like, number, title_of_new(), fresh);
    else if (!labelled && !base_.blocks[first].computed)
        add_label(like, lead + number, title_of_new(), fresh.front());
    if (base_.blocks[first].computed)
        leave_to_list(like, lead + number, takes_its_place || counts_on(base_.nodes[like].label.value, number),
                      fresh.front());
    step_.found_by = FoundBy::number;
    for (NewBlock& block : fresh) block.like = first;
    if (takes_its_place)
        put_before_unit(same, fresh);
    else
        put_behind_unit(like, fresh);
    wish_.insertions.back().displaces = same;
}

/// The list that counts the unit beside a new one counts it, too, unless that would give it another number.
void NamedOperation::leave_to_list(NodeId like, const std::string& label, bool counts, NewBlock& fresh) const {
    std::uint32_t end = begins_with(fresh.text, label) ? static_cast<std::uint32_t>(label.size()) : 0;
    if (!counts && end == 0) fresh.text = label + " " + fresh.text;
    if (!counts) return;
    if (end > 0) skip_joints(fresh.text, end, label_joints);
    if (end == fresh.text.size()) return;  // a label alone, its title on the next line
    fresh.text.erase(0, end);
    fresh.number = base_.blocks[base_.nodes[like].first_block].number;
}

void NamedOperation::put_before_unit(NodeId node, std::vector<NewBlock>& fresh) {
    step_.base = node;
    remark(step_, "the new unit stands before what is " + unit_label(base_, node) + " in the base");
    wish_.insertions.push_back({base_.nodes[node].first_block, true, std::move(fresh), by_});
    wish_.insertions.back().home = base_.nodes[base_.nodes[node].parent].first_block;
    wish_.insertions.back().within = base_.nodes[node].parent;
}

void NamedOperation::put_behind_unit(NodeId node, std::vector<NewBlock>& fresh) {
    step_.base = node;
    remark(step_, "the new unit stands behind " + unit_label(base_, node));
    BlockId at = base_.nodes[node].end_block - 1;
    while (at > 0 && is_set_aside(base_.blocks[at].kind)) --at;
    wish_.insertions.push_back({at, false, std::move(fresh), by_});
    wish_.insertions.back().home = base_.nodes[base_.nodes[node].parent].first_block;
    wish_.insertions.back().within = base_.nodes[node].parent;
}

/// "Insert the following new section after Section 7.2": beside the unit that is named.
bool NamedOperation::put_beside_anchor(std::vector<NewBlock>& fresh) {
    const Target& anchor = operation_.anchor;
    const bool named = !anchor.section.empty() || !anchor.article.empty() || !anchor.letter.empty();
    const bool inside = !anchor.paragraph.empty() || !anchor.sentence.empty() || !operation_.anchor_words.empty() ||
                        operation_.unit == Unit::sentence || operation_.unit == Unit::words;
    const bool beside = operation_.position == PositionKind::after || operation_.position == PositionKind::before;
    if (!named || inside || !beside) return false;
    Target where = anchor;
    if (where.article.empty() && where.letter.empty()) {
        where.article = operation_.target.article;
        where.article_title = operation_.target.article_title;
    }
    const LocatedUnit unit = locate_unit(base_, where);
    if (unit.node == none) {
        fail(unit.reason.empty() ? not_supplied(where) : unit.reason);
        return true;
    }
    if (already_there(fresh)) return true;
    if (operation_.unit == Unit::article && fresh.front().kind != BlockKind::heading) {
        const std::string title = title_of_new();
        if (title.empty() && !looks_like_title(fresh.front().text)) {
            fail(
                "neither the number nor the title of the new article is read: without a heading it would be a part "
                "of " +
                unit_label(base_, unit.node));
            return true;
        }
        add_heading(unit.node, "", title, fresh);
        remark(step_, "the new article has no number");
    }
    take_unit(unit);
    if (operation_.position == PositionKind::before)
        put_before_unit(unit.node, fresh);
    else
        put_behind_unit(unit.node, fresh);
    return true;
}

/// The number, and what stands behind that of a unit like it, before the new text.
void NamedOperation::add_label(NodeId like, const std::string& label, const std::string& title, NewBlock& fresh) const {
    const Node& unit = base_.nodes[like];
    const std::string& text = base_.blocks[unit.first_block].text;
    std::uint32_t end = unit.label.span.end;
    skip_joints(text, end, label_joints);
    // The label's span has its full stop, too.
    const std::string& written = unit.label.written;
    const bool is_prefix = text.compare(unit.label.span.begin, written.size(), written) == 0;
    const std::size_t from = is_prefix ? unit.label.span.begin + written.size() : unit.label.span.end;
    std::string joint = text.substr(from, end - from);
    for (char& c : joint) c = is_blank(c) ? ' ' : c;
    const bool untitled = title.empty() || begins_with(fresh.text, title);
    if (fresh.kind == BlockKind::list_item) fresh.kind = BlockKind::paragraph;
    fresh.number.clear();  // of the list in which the proposal prints it
    fresh.text = label + (joint.empty() ? " " : joint) + (untitled ? "" : title + ". ") + fresh.text;
}

/// The items of the unit behind which one with that label stands: each the last of its list that counts alike and less,
/// those directly before it if there are such.
std::vector<NodeId> NamedOperation::lists_for(const std::string& label) const {
    std::map<NodeId, NodeId> last;  // by the unit around
    std::vector<NodeId> next;
    const Node& unit = base_.nodes[unit_.node];
    for (NodeId node = unit_.node + 1; node < unit.end_node; ++node) {
        const std::optional<std::uint32_t> distance = distance_from(base_.nodes[node].label, label);
        if (!distance || !unit_range().holds(base_.nodes[node].first_block)) continue;
        last[base_.nodes[node].parent] = node;
        if (*distance == 1) next.push_back(node);
    }
    if (!next.empty()) return next;
    std::vector<NodeId> out;
    for (const auto& [around, node] : last) out.push_back(node);
    return out;
}

bool NamedOperation::add_labelled_item(std::vector<NewBlock>& fresh) {
    const std::string& named = operation_.target.paragraph;
    const std::string label = bare_label(named);
    const std::vector<NodeId> lists = lists_for(label);
    if (lists.empty()) {
        // The first of a list, or among paragraphs without labels: there a figure may say which of them it is.
        const std::string opening = named.ends_with(')') || has_digit(named) ? named : named + ".";
        const bool labels = opening.starts_with('(') || !has_digit(named);
        if (labels && !begins_with(fresh.front().text, opening)) fresh.front().text.insert(0, opening + " ");
        return false;
    }
    if (already_there(fresh)) return true;
    if (lists.size() > 1)
        fail("ambiguous: " + unit_label(base_, unit_.node) + " has " + std::to_string(lists.size()) +
             " lists in which " + named + " may stand");
    else
        put_behind_item(lists.front(), label, fresh);
    return true;
}

/// A new item with a label as its neighbours have them.
void NamedOperation::put_behind_item(NodeId before, const std::string& label, std::vector<NewBlock>& fresh) {
    const Node& around = base_.nodes[base_.nodes[before].parent];
    for (NodeId node = base_.nodes[before].parent + 1; node < around.end_node; node = base_.nodes[node].end_node)
        if (bare_label(base_.nodes[node].label.value) == bare_label(label)) {
            fail(unit_label(base_, unit_.node) + " has " + unit_label(base_, node) +
                 " already, and that it gets another label is not said");
            return;
        }
    const Node& like = base_.nodes[before];
    const Block& block = base_.blocks[like.first_block];
    const std::size_t value = like.label.written.rfind(like.label.value);
    std::string number = label;
    if (!like.label.value.empty() && is_upper(like.label.value.front()))
        for (char& c : number) c = is_lower(c) ? static_cast<char>(c - 'a' + 'A') : c;
    const std::string written =
        value == std::string::npos
            ? label
            : like.label.written.substr(0, value) + number + like.label.written.substr(value + like.label.value.size());
    NewBlock& first = fresh.front();
    if (!begins_with(first.text, written) && !block.computed) add_label(before, written, "", first);
    if (block.kind == BlockKind::list_item) {
        first.kind = block.kind;
        first.number = first.text.starts_with(written) ? written : block.number;
    } else if (block.computed) {
        first.number = block.number;
    }
    first.like = like.first_block;
    put_behind_unit(before, fresh);
}

/// The item of the unit's list that a block belongs to; none where it belongs to none with a label.
NodeId NamedOperation::item_of(BlockId block) const {
    const auto is_item = [&](NodeId node) {
        return node != unit_.node && node != 0 && base_.levels[base_.nodes[node].level] == "list";
    };
    NodeId node = node_of(block);
    while (is_item(node) && is_item(base_.nodes[node].parent)) node = base_.nodes[node].parent;
    return is_item(node) && !base_.nodes[node].label.value.empty() ? node : none;
}

/// "Parking. Two places are kept free.": the words before the first full stop, taken off, where they are a caption.
std::string NamedOperation::take_caption(NewBlock& block) {
    constexpr std::uint32_t longest_caption = 8;  // words
    const std::size_t stop = block.text.find(". ");
    if (stop == std::string::npos) return {};
    std::string caption = block.text.substr(0, stop);
    if (!looks_like_title(caption) || count_words(caption) > longest_caption) return {};
    block.text = one_line(std::string_view(block.text).substr(stop + 1));
    return caption;
}

/// The number that a new letter is given, where those of the base have numbers; empty where it has none.
std::string NamedOperation::number_of_letter(NodeId last) {
    const std::string number = letter_name(operation_.target.letter).number;
    if (number.empty() || last == none || base_.nodes[last].label.value.empty()) return {};
    for (NodeId node = 1; node < base_.nodes.size(); ++node)
        if (base_.nodes[node].level == base_.nodes[last].level && base_.nodes[node].label.value == number)
            fail("the base has " + unit_label(base_, node) + " already, and that it gets another number is not said");
    return number;
}

void NamedOperation::add_letter(std::vector<NewBlock>& fresh) {
    BlockId at = none;
    for (const Node& node : base_.nodes)
        if (base_.levels[node.level] == "letter" && node.end_block > 0)
            at = std::max(at == none ? 0 : at, node.end_block - 1);
    if (at == none) at = static_cast<BlockId>(base_.blocks.size()) - 1;
    while (at > 0 && is_set_aside(base_.blocks[at].kind)) --at;
    if (base_.blocks.empty()) {
        fail("the base has no text");
        return;
    }
    const NodeId last = last_unit(base_, "letter");
    const std::string number = number_of_letter(last);
    if (!step_.reason.empty()) return;
    remark(step_, number.empty() ? "the new letter has no number: put behind the last one"
                                 : "the new letter stands behind " + unit_label(base_, last));
    const Target& target = operation_.target;
    const bool of_article = !target.article.empty() || !target.section.empty();
    const bool own_title =
        !target.article_title.empty() && (!of_article || target.letter.find(target.article_title) != std::string::npos);
    std::string title = own_title ? target.article_title : std::string();
    // A line of its own over the text, where no title is named.
    constexpr std::size_t longest_title = 80;  // bytes
    const std::string& first = fresh.front().text;
    if (title.empty() && fresh.size() > 1 && fresh.front().kind == BlockKind::paragraph &&
        first.size() <= longest_title && looks_like_title(first) && !first.ends_with('.')) {
        title = first;
        fresh.erase(fresh.begin());
    }
    if (title.empty()) title = take_caption(fresh.front());
    if (title.empty() && fresh.front().kind == BlockKind::paragraph && !looks_like_title(fresh.front().text)) {
        fail("the new letter has no title: without one it would be read as a part of the letter before it");
        return;
    }
    if (!title.empty()) add_heading(last != none ? last : node_of(at), number, title, fresh);
    put_new(at, false, fresh);
    if (!wish_.insertions.empty()) wish_.insertions.back().within = 0;
}

}  // namespace stet
