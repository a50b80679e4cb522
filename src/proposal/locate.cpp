// Numbers are followed only as far as titles let them.
#include "proposal/locate.hpp"

#include <algorithm>
#include <cctype>

#include "grammar/numeral.hpp"
#include "grammar/wording.hpp"
#include "proposal/find_words.hpp"
#include "proposal/letters.hpp"
#include "proposal/text_of_base.hpp"
#include "proposal/written_label.hpp"

namespace stet {

namespace {

constexpr double titles_agree = 0.5;
constexpr double title_is_it = 0.6;

std::string_view level_of(const Document& base, NodeId node) {
    return base.levels[base.nodes[node].level];
}

/// "2a" of "2 A", "xii" of "XII", "2.02" of "2:02": labels as they are compared. What parts two numbers or two letters
/// is kept: 2.02 is not 20.2.
std::string folded(std::string_view label) {
    std::string out;
    bool parted = false;
    for (const char c : label) {
        const bool stop = number_stops.find(c) != std::string_view::npos;
        if (c == ' ' || stop) {
            parted = parted || stop;
            continue;
        }
        const bool figures = !out.empty() && is_digit(out.back()) && is_digit(c);
        const bool letters = !out.empty() && is_lower(out.back()) && (is_lower(c) || is_upper(c));
        if (parted && (figures || letters)) out.push_back('.');
        parted = false;
        out.push_back(static_cast<char>(is_upper(c) ? c + 32 : c));
    }
    return out;
}

/// The numbers of "31 (heading) / 33 (text)".
std::vector<std::string> numbers_in(const std::string& label) {
    std::vector<std::string> out;
    for (std::size_t at = 0; at <= label.size();) {
        const std::size_t stop = std::min(label.find(" / ", at), label.size());
        std::string one = label.substr(at, stop - at);
        if (const std::size_t bracket = one.find(" ("); bracket != std::string::npos) one.resize(bracket);
        if (!one.empty() && one.find("unnumbered") == std::string::npos) out.push_back(folded(one));
        at = stop + 3;
    }
    return out;
}

/// What a number counts, where it is roman or a word.
std::string in_figures(const SectionLabel& label) {
    const bool figures = label.value.empty() || has_digit(label.value) || label.ordinals.size() != 1;
    const auto reads_as = [&](NumeralKind kind) {
        const auto number = parse_numeral(label.value, kind);
        return number && number->size == label.value.size() && number->ordinals.first() == label.ordinals.front();
    };
    const bool counts = !figures && (reads_as(NumeralKind::upper_roman) || reads_as(NumeralKind::word));
    return counts ? std::to_string(label.ordinals.front()) : std::string();
}

std::vector<NodeId> units_numbered(const Document& base, std::string_view level, const std::string& label,
                                   NodeId within) {
    std::vector<NodeId> out;
    const std::vector<std::string> numbers = numbers_in(label);
    for (NodeId node = within + 1; node < base.nodes[within].end_node; ++node)
        if (level_of(base, node) == level &&
            std::find(numbers.begin(), numbers.end(), folded(base.nodes[node].label.value)) != numbers.end())
            out.push_back(node);
    if (!out.empty() || level != "article") return out;
    for (NodeId node = within + 1; node < base.nodes[within].end_node; ++node)
        if (level_of(base, node) == level &&
            std::find(numbers.begin(), numbers.end(), in_figures(base.nodes[node].label)) != numbers.end())
            out.push_back(node);
    return out;
}

/// The one unit whose title is likest to a title, among those that `is_one` takes; none where two are as like.
template <class IsOne>
NodeId unit_titled(const Document& base, const std::string& title, IsOne is_one) {
    NodeId best = none;
    double first = 0;
    double second = 0;
    const Title wanted(title);
    for (NodeId node = 1; node < base.nodes.size(); ++node) {
        if (!is_one(node)) continue;
        const double score = wanted.likeness(base.nodes[node].heading);
        if (score > first) {
            second = first;
            first = score;
            best = node;
        } else {
            second = std::max(second, score);
        }
    }
    return first >= title_is_it && first > second ? best : none;
}

std::string titled(const Document& base, NodeId node) {
    const std::string& heading = base.nodes[node].heading;
    return unit_label(base, node) +
           (heading.empty() || base.nodes[node].label.written.empty() ? "" : " (" + heading + ")");
}

/// "LETTER OF AGREEMENT 2 – BUSES" begins with the name and the number of a letter that is named without a title, or
/// with that title.
bool is_headed(const std::string& heading, const Target& target) {
    const std::vector<std::uint64_t> name = word_keys(lower_case(target.letter));
    const std::vector<std::uint64_t> own = word_keys(lower_case(heading));
    const bool named = has_digit(target.letter) || !letter_name(target.letter).number.empty();
    const bool begins =
        named && name.size() > 1 && own.size() > name.size() && std::equal(name.begin(), name.end(), own.begin());
    return begins && (target.article_title.empty() || title_likeness(heading, target.article_title) >= titles_agree);
}

/// The one unit whose heading says a letter's name word for word, whatever the grammar takes it for; where the name
/// is a kind and a number alone, with the title that the proposal gives it.
NodeId unit_headed(const Document& base, const Target& target) {
    NodeId out = none;
    const Title letter(target.letter);
    const Title named(target.letter + " " + target.article_title);
    for (NodeId node = 1; node < base.nodes.size(); ++node) {
        const std::string_view level = level_of(base, node);
        const std::string& heading = base.nodes[node].heading;
        if (level == "article" || level == "section" || level == "list" || heading.empty()) continue;
        const bool same = letter.likeness(heading) == 1.0 || named.likeness(heading) == 1.0;
        if (!same && !is_headed(heading, target)) continue;
        if (out != none) return none;
        out = node;
    }
    return out;
}

/// Whether an attachment is named by its label ("Appendix "A""), with a title that is its own or none.
bool is_called(const Document& base, NodeId node, const std::string& letter, const std::vector<std::uint64_t>& said) {
    const std::vector<std::uint64_t> label = word_keys(lower_case(base.nodes[node].label.written));
    if (label.size() < 2 || said.size() < label.size() || !std::equal(label.begin(), label.end(), said.begin()))
        return false;
    const std::string& heading = base.nodes[node].heading;
    return said.size() == label.size() ||
           title_likeness(letter, base.nodes[node].label.written + " " + heading) >= titles_agree;
}

/// "LETTER OF AGREEMENT #2"; "letter 2" where the base prints the number alone.
std::string number_name(const Document& base, NodeId node) {
    const std::string& written = base.nodes[node].label.written;
    const bool words = std::any_of(written.begin(), written.end(), [](char c) { return is_upper(c) || is_lower(c); });
    return words ? written : std::string(level_of(base, node)) + " " + written;
}

/// No appendix is meant by "LOA 1", and no letter by "Appendix 1": the kinds are the names of levels.
bool may_be_kind(const Document& base, NodeId node, const std::string& letter) {
    const std::string said = lower_case(letter);
    const std::string_view own = level_of(base, node);
    bool named = false;
    for (NodeId other = 1; other < base.nodes.size(); ++other)
        named = named || (is_attachment(base, other) && said.find(level_of(base, other)) != std::string::npos);
    return said.find(own) != std::string::npos || (!named && own == "letter");
}

LocatedUnit locate_letter(const Document& base, const Target& target) {
    LocatedUnit out;
    std::vector<NodeId> called;
    const std::vector<std::uint64_t> said = word_keys(lower_case(target.letter));
    for (NodeId node = 1; node < base.nodes.size(); ++node)
        if (is_attachment(base, node) && is_called(base, node, target.letter, said)) called.push_back(node);
    if (called.size() == 1) {
        out.node = called[0];
        out.found_by = FoundBy::number;
        return out;
    }
    const LetterName name = letter_name(target.letter);
    std::vector<NodeId> numbered;
    std::vector<NodeId> entitled;  // those whose titles agree best
    double best = titles_agree;
    const Title title(name.title);
    for (NodeId node = 1; node < base.nodes.size(); ++node) {
        if (!is_attachment(base, node)) continue;
        if (!name.number.empty() && folded(base.nodes[node].label.value) == folded(name.number) &&
            may_be_kind(base, node, target.letter))
            numbered.push_back(node);
        const double likeness = title.likeness(base.nodes[node].heading);
        if (likeness > best) entitled.clear();
        if (likeness >= best) entitled.push_back(node);
        best = std::max(best, likeness);
    }
    std::vector<NodeId> both;
    std::set_intersection(numbered.begin(), numbered.end(), entitled.begin(), entitled.end(), std::back_inserter(both));
    if (both.size() == 1) {
        out.node = both[0];
        out.found_by = FoundBy::number;
        return out;
    }
    if (both.size() > 1 || entitled.size() > 1) {
        out.reason = "ambiguous: the base has " + std::to_string(std::max(both.size(), entitled.size())) +
                     " letters of that title";
        return out;
    }
    if (entitled.size() == 1) {
        out.node = entitled[0];
        out.found_by = FoundBy::title;
        if (!name.number.empty())
            out.remarks.push_back("named #" + name.number + "; in the base it is " + titled(base, entitled[0]));
        return out;
    }
    if (numbered.size() == 1 && name.title.empty()) {
        out.node = numbered[0];
        out.found_by = FoundBy::number;
        return out;
    }
    if (const NodeId node = unit_headed(base, target); node != none) {
        out.node = node;
        out.found_by = FoundBy::title;
        return out;
    }
    out.reason = not_supplied(target);
    for (const NodeId node : numbered)
        out.reason += "; " + number_name(base, node) + " of the base is another one: " + base.nodes[node].heading;
    return out;
}

/// The labels of "3.2(c)", "4.C" behind that of the section that is one: ["3.2", "c"], ["4", "c"].
std::vector<std::string> label_parts(const std::string& label, std::size_t section_end) {
    std::vector<std::string> parts{label.substr(0, section_end)};
    for (std::size_t at = section_end; at < label.size();) {
        const std::size_t end = std::min(label.find_first_of("(.", at + 1), label.size());
        if (std::string part = bare_label(std::string_view(label).substr(at, end - at)); !part.empty())
            parts.push_back(std::move(part));
        at = end;
    }
    return parts;
}

/// The one unit directly below another that bears the labels, each below the one before; none where there is not one.
NodeId labelled_below(const Document& base, NodeId above, std::vector<std::string>::const_iterator label,
                      std::vector<std::string>::const_iterator end) {
    for (; label != end; ++label) {
        NodeId item = none;
        for (NodeId node = above + 1; node < base.nodes[above].end_node; node = base.nodes[node].end_node) {
            const std::string& own = base.nodes[node].label.value;
            // "1.2" is not 12.
            if (folded(own).find('.') != std::string::npos || bare_label(own) != *label) continue;
            if (item != none) return none;
            item = node;
        }
        if (item == none) return none;
        above = item;
    }
    return above;
}

/// The one item of a list that bears a whole dotted label, below the unit of the number before its last stop: "5.1" of
/// "5. Holidays". None where there is not one alone.
NodeId dotted_item(const Document& base, const std::string& label, NodeId within) {
    const std::size_t dot = label.find_last_of(number_stops);
    if (dot == std::string::npos || dot == 0) return none;
    NodeId item = none;
    for (NodeId node = within + 1; node < base.nodes[within].end_node; ++node) {
        if (base.nodes[node].label.value != label || level_of(base, node) != "list" ||
            base.nodes[base.nodes[node].parent].label.value != label.substr(0, dot))
            continue;
        if (item != none) return none;
        item = node;
    }
    return item;
}

/// The item of a section that a label names with it; none where there is not one alone.
NodeId item_numbered(const Document& base, const std::string& label, NodeId within) {
    if (const NodeId item = dotted_item(base, label, within); item != none) return item;
    for (std::size_t end = label.find_last_of("(."); end != std::string::npos && end > 0;
         end = label.find_last_of("(.", end - 1)) {
        const std::vector<std::string> parts = label_parts(label, end);
        const std::vector<NodeId> sections = units_numbered(base, "section", parts.front(), within);
        const NodeId section = sections.size() == 1 ? sections.front() : dotted_item(base, parts.front(), within);
        if (section == none) continue;
        const NodeId item = labelled_below(base, section, parts.begin() + 1, parts.end());
        if (item != none) return item;
    }
    return none;
}

/// "Article 4, Section 4.2" where the base numbers a heading 4 without calling it an article, of the same subject where
/// one is named: the item 4.2 below it.
NodeId item_of_unnamed_article(const Document& base, const Target& target) {
    const NodeId item = dotted_item(base, target.section, 0);
    if (item == none) return none;
    const Node& above = base.nodes[base.nodes[item].parent];
    const bool same_number =
        above.label.value == target.article && level_of(base, base.nodes[item].parent) != "article";
    const bool same_title =
        target.article_title.empty() || title_likeness(target.article_title, above.heading) >= titles_agree;
    return same_number && same_title ? item : none;
}

/// The item B.3 of article IV that "Article IV.B.3" names; none where there is not one.
NodeId item_of_dotted_article(const Document& base, const Target& target) {
    const std::size_t dot = target.article.find('.');
    if (dot == std::string::npos || dot + 1 >= target.article.size()) return none;
    Target around = target;
    around.article.resize(dot);
    const LocatedUnit article = locate_article(base, around);
    return article.node == none ? none : item_below(base, target.article.substr(dot + 1), article.node);
}

LocatedUnit locate_section(const Document& base, const Target& target, const LocatedUnit& article) {
    LocatedUnit out;
    const NodeId within = article.node == none ? 0 : article.node;
    const std::vector<NodeId> found = units_numbered(base, "section", target.section, within);
    if (found.size() == 1) {
        out.node = found[0];
        out.found_by = FoundBy::number;
        return out;
    }
    if (found.size() > 1) {
        out.reason = "ambiguous: the base has " + std::to_string(found.size()) + " sections of that number";
        return out;
    }
    NodeId item = item_numbered(base, target.section, within);
    if (item == none && article.node != none) item = item_below(base, target.section, article.node);
    if (item != none) {
        out.node = item;
        out.found_by = FoundBy::number;
        return out;
    }
    out.reason = not_supplied(target);
    for (const NodeId node : units_numbered(base, "section", target.section, 0)) {
        NodeId parent = base.nodes[node].parent;
        while (parent != 0 && level_of(base, parent) != "article") parent = base.nodes[parent].parent;
        out.reason += "; " + unit_label(base, node) + " of the base is under " + titled(base, parent);
    }
    return out;
}

/// Tokens of a block's face behind its label, of so many bytes at most.
std::vector<Token> beginning_tokens(const Document& base, BlockId id, std::uint32_t most) {
    const Block& block = base.blocks[id];
    std::vector<Token> tokens;
    std::uint32_t left = most;
    Span stretch;
    const auto add = [&] {
        if (!stretch.empty()) tokenize(block.text, stretch, tokens);
    };
    for (const Run& run : block.runs) {
        const std::uint32_t begin = std::max(run.text.begin, base.places[id].label.end);
        if (outside(run.marks, base.face) || begin >= run.text.end || left == 0) continue;
        const Span part{begin, std::min(run.text.end, begin + left)};
        left -= part.size();
        if (part.begin != stretch.end) {
            add();
            stretch.begin = part.begin;
        }
        stretch.end = part.end;
    }
    add();
    return tokens;
}

/// Where a caption ends that opens a block's text behind its label: "Release Time." of "B. Release Time. The President
/// …"; nothing where the text opens otherwise. Reads no more of the block than a caption takes.
std::optional<std::uint32_t> behind_caption(const Document& base, BlockId id, const std::string& caption) {
    constexpr std::uint32_t reach = 64;  // bytes of blanks, marks and a last word beside the caption's own
    const Block& block = base.blocks[id];
    std::vector<Token> tokens = beginning_tokens(base, id, static_cast<std::uint32_t>(2 * caption.size()) + reach);
    tokens.erase(tokens.begin(), std::find_if(tokens.begin(), tokens.end(),
                                              [](const Token& token) { return token.kind != TokenKind::punctuation; }));
    const std::vector<Span> places = find_words(block.text, tokens, caption);
    if (tokens.empty() || places.empty() || places.front().begin != tokens.front().text.begin) return std::nullopt;
    const std::uint32_t end = places.front().end;
    const bool closed =
        end == block.text.size() || std::string_view(".:\n").find(block.text[end]) != std::string_view::npos;
    return closed || is_emphasised(block, places.front().begin, end) ? std::optional(end) : std::nullopt;
}

/// The part of an article that a caption without a number heads: "Article 2 – Release Time" where article 2 is about
/// something else. The unit whose paragraph it opens; where that is the article itself, the paragraphs up to the next
/// caption like it.
std::optional<LocatedUnit> locate_captioned(const Document& base, NodeId article, const std::string& caption) {
    if (caption.empty()) return std::nullopt;
    const Node& unit = base.nodes[article];
    std::vector<BlockId> found;
    for (BlockId id = unit.first_block; id < unit.end_block; ++id) {
        const bool text = !is_set_aside(base.blocks[id].kind) && base.blocks[id].kind != BlockKind::table_row;
        const bool own_heading = base.places[id].heading && base.places[id].node == article;
        if (text && !own_heading && behind_caption(base, id, caption)) found.push_back(id);
        if (found.size() > 1) return std::nullopt;
    }
    if (found.empty()) return std::nullopt;
    LocatedUnit out;
    out.found_by = FoundBy::title;
    out.node = base.places[found.front()].node;
    out.remarks.push_back("“" + caption + "” is a part of " + titled(base, article));
    if (base.nodes[out.node].first_block == found.front() && out.node != article) return out;
    const auto is_bold = [&](BlockId id) {
        const Block& block = base.blocks[id];
        const std::uint32_t end = caption_end(block, block.text, 0, {});
        return is_emphasised(block, 0, std::max<std::uint32_t>(end, 1));
    };
    BlockRange part{found.front(), found.front() + 1};
    const bool bold = is_bold(part.first);
    const auto goes_on = [&](BlockId id) {
        if (is_set_aside(base.blocks[id].kind)) return true;
        const bool below = base.blocks[id].kind == BlockKind::table_row ||
                           base.blocks[id].kind == BlockKind::list_item ||
                           (base.places[id].node != out.node && level_of(base, base.places[id].node) == "list");
        return below || (bold && base.places[id].node == out.node && !base.places[id].heading && !is_bold(id));
    };
    while (part.end < unit.end_block && goes_on(part.end)) ++part.end;
    out.part = part;
    out.behind_caption = *behind_caption(base, part.first, caption);
    return out;
}

}  // namespace

NodeId item_below(const Document& base, const std::string& label, NodeId above) {
    const std::size_t first = label.find_first_of("(.", 1);
    std::vector<std::string> parts = label_parts(label, std::min(first, label.size()));
    parts.front() = bare_label(parts.front());
    return labelled_below(base, above, parts.begin(), parts.end());
}

LetterName letter_name(const std::string& letter) {
    LetterName out;
    std::size_t at = letter.find('#');
    if (at == std::string::npos) at = letter.find_first_of("0123456789");
    if (at == std::string::npos) {
        // "Side Letter B – Boots"
        constexpr std::size_t longest_kind = 32;  // bytes of "Memorandum of Understanding"
        for (at = letter.find(' '); at < longest_kind; at = letter.find(' ', at + 1)) {
            const bool alone =
                at + 1 < letter.size() && is_upper(letter[at + 1]) &&
                (at + 2 == letter.size() || std::string_view(" :.,").find(letter[at + 2]) != std::string_view::npos);
            if (!alone) continue;
            out.number = letter.substr(at + 1, 1);
            out.title = letter.substr(at + 2);
            return out;
        }
        out.title = letter;
        return out;
    }
    if (letter[at] == '#') ++at;
    std::size_t end = at;
    while (end < letter.size() && std::isdigit(static_cast<unsigned char>(letter[end])) != 0) ++end;
    out.number = letter.substr(at, end - at);
    out.title = letter.substr(end);
    if (const std::size_t dated = out.title.find(" (dated"); dated != std::string::npos) out.title.resize(dated);
    return out;
}

bool is_attachment(const Document& base, NodeId node) {
    const std::string_view level = level_of(base, node);
    return level != "article" && level != "section" && level != "part" && level != "list" &&
           !base.nodes[node].label.written.empty();
}

bool label_before(const std::string& a, const std::string& b) {
    std::size_t i = 0;
    std::size_t k = 0;
    while (i < a.size() && k < b.size()) {
        if (!is_digit(a[i]) || !is_digit(b[k])) {
            if (a[i] != b[k]) return a[i] < b[k];
            ++i;
            ++k;
            continue;
        }
        const std::size_t end_a = std::min(a.find_first_not_of("0123456789", i), a.size());
        const std::size_t end_b = std::min(b.find_first_not_of("0123456789", k), b.size());
        if (end_a - i != end_b - k) return end_a - i < end_b - k;
        if (const int order = a.compare(i, end_a - i, b, k, end_b - k); order != 0) return order < 0;
        i = end_a;
        k = end_b;
    }
    return i == a.size() && k < b.size();
}

std::string unit_label(const Document& base, NodeId node) {
    const Node& unit = base.nodes[node];
    return unit.label.written.empty() ? "“" + unit.heading + "”" : unit.label.written;
}

std::optional<Span> number_place(const Document& base, NodeId node) {
    const Node& unit = base.nodes[node];
    const Block& block = base.blocks[unit.first_block];
    const std::size_t label = block.text.find(unit.label.written, unit.label.span.begin);
    const std::size_t at = unit.label.written.rfind(unit.label.value);
    if (block.computed || unit.label.value.empty() || label == std::string::npos || at == std::string::npos)
        return std::nullopt;
    const auto begin = static_cast<std::uint32_t>(label + at);
    return Span{begin, begin + static_cast<std::uint32_t>(unit.label.value.size())};
}

std::string gap_remark(const Document& base, NodeId node) {
    if (base.blocks[base.nodes[node].first_block].computed)
        return "the file counts the numbers behind " + unit_label(base, node) + " anew";
    return unit_label(base, node) + " leaves a gap in the numbers; nothing is renumbered";
}

std::string not_supplied(const Target& target) {
    std::string name = target.letter;
    if (name.empty() && !target.section.empty()) name = "section " + target.section;
    if (name.empty() && !target.article.empty()) name = "article " + target.article;
    if (name.empty()) name = target.article_title.empty() ? "the unit" : target.article_title;
    if (name[0] >= 'a' && name[0] <= 'z') name[0] = static_cast<char>(name[0] - 32);
    return "[" + name + ": base text not supplied]";
}

BlockRange range_of(const Document& base, const LocatedUnit& unit) {
    if (unit.part) return *unit.part;
    return {base.nodes[unit.node].first_block, base.nodes[unit.node].end_block};
}

LocatedUnit locate_article(const Document& base, const Target& target) {
    LocatedUnit out;
    const auto is_article = [&](NodeId node) { return level_of(base, node) == "article"; };
    const std::vector<NodeId> numbered =
        target.article.empty() ? std::vector<NodeId>{} : units_numbered(base, "article", target.article, 0);
    const std::string& title = target.article_title;
    for (const NodeId node : numbered) {
        if (!title.empty() && title_likeness(base.nodes[node].heading, title) < titles_agree) continue;
        if (out.node != none) {
            out.node = none;
            out.reason = "ambiguous: two articles of the base fit";
            return out;
        }
        out.node = node;
        out.found_by = FoundBy::number;
    }
    if (out.node != none) return out;
    if (!title.empty()) {
        const NodeId node = unit_titled(base, title, is_article);
        if (node != none) {
            out.node = node;
            out.found_by = FoundBy::title;
            if (!target.article.empty())
                out.remarks.push_back("named article " + target.article + "; in the base it is " + titled(base, node));
            return out;
        }
    }
    if (target.article.empty()) return out;
    if (numbered.size() == 1)
        if (auto captioned = locate_captioned(base, numbered.front(), title)) return *captioned;
    Target named = target;
    named.section.clear();
    out.reason = not_supplied(named);
    for (const NodeId node : numbered)
        out.reason += "; " + unit_label(base, node) + " of the base has another subject: " + base.nodes[node].heading;
    return out;
}

namespace {

/// Whether a title is that of a unit, or its words stand in the unit's own text and no other unit has that title.
bool is_about(const Document& base, NodeId node, const std::string& title) {
    const auto bears_title = [&](const Node& unit) { return title_likeness(unit.heading, title) >= titles_agree; };
    const Node& unit = base.nodes[node];
    if (bears_title(unit)) return true;
    if (std::any_of(base.nodes.begin(), base.nodes.end(), bears_title)) return false;
    for (BlockId id = unit.first_block; id < unit.end_block; ++id)
        for (const std::string& words : {title, lower_case(title)})
            if (!find_words(base.blocks[id].text, face_tokens(base, id), words).empty()) return true;
    return false;
}

/// "Article III, Section 4. Call-back", where Article III has another subject and its Section 4 is about that.
std::optional<LocatedUnit> locate_titled_section(const Document& base, const Target& target) {
    if (!target.titles_section || target.article.empty()) return std::nullopt;
    Target untitled = target;
    untitled.article_title.clear();
    const LocatedUnit article = locate_article(base, untitled);
    if (article.node == none) return std::nullopt;
    LocatedUnit section = locate_section(base, untitled, article);
    if (section.node == none || !is_about(base, section.node, target.article_title)) return std::nullopt;
    return section;
}

}  // namespace

LocatedUnit locate_unit(const Document& base, const Target& target) {
    if (!target.letter.empty()) return locate_letter(base, target);
    const bool new_section = target.section.find("unnumbered") != std::string::npos;
    Target named = target;
    if (new_section) named.section.clear();
    LocatedUnit article = locate_article(base, named);
    // "Article II, Section A (Stewards)": the caption is that of its section A.
    if (article.node != none && !named.section.empty() && !base.nodes[article.node].label.value.empty() &&
        level_of(base, article.node) != "article" &&
        bare_label(base.nodes[article.node].label.value) == bare_label(named.section)) {
        article.remarks.clear();
        return article;
    }
    // "Article 2.04", where the base has 2.04 as a section.
    if (article.node == none && target.section.empty() &&
        target.article.find_first_of(number_stops) != std::string::npos) {
        named.section = named.article;
        named.article.clear();
        const LocatedUnit section = locate_section(base, named, {});
        if (section.node != none && section.found_by == FoundBy::number) return section;
    }
    // "Article IV.A", where the articles' units are lettered.
    if (article.node == none && target.section.empty() && !article.reason.empty())
        if (const NodeId item = item_of_dotted_article(base, target); item != none) {
            LocatedUnit out;
            out.node = item;
            out.found_by = FoundBy::number;
            return out;
        }
    if (target.section.empty() || new_section) {
        if (article.node == none && article.reason.empty()) article.reason = not_supplied(named);
        return article;
    }
    if (article.node == none)
        if (auto section = locate_titled_section(base, named)) return *section;
    if (article.node == none && !article.reason.empty()) {
        const NodeId item = item_of_unnamed_article(base, target);
        if (item == none) return article;
        LocatedUnit section;
        section.node = item;
        section.found_by = FoundBy::number;
        return section;
    }
    LocatedUnit section = locate_section(base, target, article);
    section.remarks.insert(section.remarks.begin(), article.remarks.begin(), article.remarks.end());
    return section;
}

}  // namespace stet
