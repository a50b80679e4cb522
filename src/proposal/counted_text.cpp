// Each way to count gives its own choice; only where all give the same it is taken.
#include "proposal/counted_text.hpp"

#include <algorithm>
#include <charconv>
#include <optional>

#include "grammar/wording.hpp"
#include "proposal/find_printed.hpp"
#include "proposal/find_words.hpp"
#include "proposal/letters.hpp"
#include "proposal/target.hpp"

namespace stet {

namespace {

/// "2", "last", "last 3": how many, and whether from the end.
struct Count {
    std::size_t number = 1;
    bool from_end = false;
};

std::optional<Count> parse_count(std::string_view said) {
    Count count;
    if (said.starts_with("last")) {
        count.from_end = true;
        said.remove_prefix(4);
        if (said.empty()) return count;
        if (said.front() != ' ') return std::nullopt;
        said.remove_prefix(1);
    }
    const auto [end, error] = std::from_chars(said.data(), said.data() + said.size(), count.number);
    if (error != std::errc() || end != said.data() + said.size() || count.number == 0) return std::nullopt;
    return count;
}

using Paragraph = std::vector<BlockId>;

/// A block that goes on from the one before it, which a page break cut off in mid sentence.
bool goes_on(const Document& base, BlockId before, BlockId id) {
    const std::string text = one_line(base.blocks[before].text);
    const bool ended = text.empty() || std::string_view(".:;!?”\"").find(text.back()) != std::string_view::npos;
    return !ended && base.places[id].label.empty() && base.blocks[id].number.empty() && !base.blocks[id].text.empty() &&
           is_lower(base.blocks[id].text.front());
}

bool is_list_item(const Document& base, NodeId unit, BlockId id) {
    const NodeId node = base.places[id].node;
    return base.blocks[id].kind == BlockKind::list_item ||
           (node != unit && base.levels[base.nodes[node].level] == "list");
}

/// Paragraphs of a unit: list items each for themselves, or with the paragraph that they stand below.
std::vector<Paragraph> paragraphs_of(const Document& base, const LocatedUnit& unit, bool items_count) {
    std::vector<Paragraph> out;
    const BlockRange within = range_of(base, unit);
    for (BlockId id = within.first; id < within.end; ++id) {
        const Block& block = base.blocks[id];
        if (is_set_aside(block.kind) || base.places[id].heading || block.kind == BlockKind::table_row) continue;
        const bool below = !items_count && is_list_item(base, unit.node, id);
        if (!out.empty() && (below || goes_on(base, out.back().back(), id)))
            out.back().push_back(id);
        else
            out.push_back({id});
    }
    return out;
}

/// Items of the lists of a unit; those nested in one belong to it. `lists` counts runs of items.
std::vector<Paragraph> items_of(const Document& base, const LocatedUnit& unit, std::size_t& lists) {
    std::vector<Paragraph> out;
    bool open = false;
    const auto depth = [&](BlockId id) { return base.nodes[base.places[id].node].depth + base.blocks[id].depth; };
    const BlockRange within = range_of(base, unit);
    for (BlockId id = within.first; id < within.end; ++id) {
        if (is_set_aside(base.blocks[id].kind)) continue;
        if (!is_list_item(base, unit.node, id)) {
            open = false;
            continue;
        }
        lists += open ? 0 : 1;
        if (open && (depth(id) > depth(out.back().front()) || goes_on(base, out.back().back(), id)))
            out.back().push_back(id);
        else
            out.push_back({id});
        open = true;
    }
    return out;
}

std::vector<BlockId> chosen(const std::vector<Paragraph>& paragraphs, const Count& count) {
    std::vector<BlockId> out;
    if (count.number > paragraphs.size()) return out;
    const std::size_t first = count.from_end ? paragraphs.size() - count.number : count.number - 1;
    const std::size_t end = count.from_end ? paragraphs.size() : first + 1;
    for (std::size_t i = first; i < end; ++i) out.insert(out.end(), paragraphs[i].begin(), paragraphs[i].end());
    return out;
}

CountedBlocks labelled(const Document& base, const LocatedUnit& unit, const std::string& said) {
    CountedBlocks out;
    std::vector<NodeId> found;
    for (NodeId node = unit.node + 1; node < base.nodes[unit.node].end_node; ++node)
        if (range_of(base, unit).holds(base.nodes[node].first_block) && !base.nodes[node].label.value.empty() &&
            bare_label(base.nodes[node].label.value) == bare_label(said))
            found.push_back(node);
    if (found.empty())
        if (const NodeId nested = item_below(base, said, unit.node); nested != none) found.push_back(nested);
    if (found.size() != 1) {
        out.reason = unit_label(base, unit.node) + " has " + (found.empty() ? "no" : std::to_string(found.size())) +
                     (found.size() > 1 ? " paragraphs " : " paragraph ") + said;
        return out;
    }
    for (BlockId id = base.nodes[found[0]].first_block; id < base.nodes[found[0]].end_block; ++id)
        if (!is_set_aside(base.blocks[id].kind)) out.blocks.push_back(id);
    return out;
}

/// A full stop at `at` that ends a sentence: a new one begins behind it.
bool may_end_sentence(std::string_view text, std::size_t at) {
    if (text[at] != '.' && text[at] != '!' && text[at] != '?') return false;
    std::size_t next = at + 1;
    while (next < text.size() && !is_blank(text[next])) {
        if (std::string_view(")]\"”’").find(text[next]) == std::string_view::npos) return false;
        ++next;
    }
    while (next < text.size() && is_blank(text[next])) ++next;
    return next >= text.size() || !is_lower(text[next]);
}

/// Whether the word before a full stop can be no abbreviation: small letters, a long word, a closing mark, a figure.
bool surely_ends(std::string_view text, std::size_t at) {
    if (text[at] != '.') return true;
    std::size_t begin = at;
    while (begin > 0 && !is_blank(text[begin - 1])) --begin;
    std::string_view word = text.substr(begin, at - begin);
    if (word.empty()) return true;
    const char last = word.back();
    if (last == ')' || last == '%' || last == '"' || is_digit(last)) return true;
    constexpr std::size_t longer_than_abbreviations = 4;
    if (word.size() > longer_than_abbreviations && is_upper(word.front())) word.remove_prefix(1);
    return word.size() > 2 &&
           std::all_of(word.begin(), word.end(), [](char c) { return is_lower(c) || c == '-' || c == '\''; });
}

std::vector<Span> sentences_in(std::string_view text, std::uint32_t from, bool sure_only) {
    std::vector<Span> out;
    std::uint32_t begin = from;
    for (std::uint32_t at = from; at < text.size(); ++at) {
        if (!may_end_sentence(text, at) || (sure_only && !surely_ends(text, at))) continue;
        std::uint32_t end = at + 1;
        while (end < text.size() && !is_blank(text[end])) ++end;
        out.push_back({begin, end});
        while (end < text.size() && is_blank(text[end])) ++end;
        begin = end;
        at = end > 0 ? end - 1 : 0;
    }
    if (begin < text.size()) out.push_back({begin, static_cast<std::uint32_t>(text.size())});
    return out;
}

/// A few words and a stop that a numbered paragraph opens with, "Personal leave.": a caption, or a sentence.
bool may_be_caption(const Document& base, BlockId id, std::uint32_t from, const std::vector<Span>& sentences) {
    constexpr std::ptrdiff_t most_words = 4;
    const bool numbered = !base.places[id].label.empty() || !base.blocks[id].number.empty();
    if (!numbered || from != behind_title(base, id) || sentences.size() < 2) return false;
    const std::string_view first = text_of(base.blocks[id], sentences.front());
    return base.nodes[base.places[id].node].heading.empty() && std::count(first.begin(), first.end(), ' ') < most_words;
}

/// "A shift lasts 8 hours." read as the title of a paragraph: several long words in small letters, nothing bold, a
/// stop.
bool title_may_be_sentence(const Block& block, Span title) {
    constexpr std::size_t longer_than_joints = 4;  // "with", "from"
    const std::string words = one_line(text_of(block, title));
    if (!words.ends_with('.') || is_emphasised(block, title.begin, title.end)) return false;
    std::size_t small = 0;
    for (std::size_t at = 0; at < words.size();) {
        const std::size_t end = std::min(words.find(' ', at), words.size());
        small += is_lower(words[at]) && end - at > longer_than_joints;
        at = end + 1;
    }
    return small > 1;
}

std::optional<Span> sentence_of(const std::vector<Span>& sentences, const Count& count) {
    if (count.number > sentences.size() || (count.from_end && count.number > 1)) return std::nullopt;
    return count.from_end ? sentences.back() : sentences[count.number - 1];
}

std::string readings(const Document& base, const std::vector<BlockId>& one, const std::vector<BlockId>& other) {
    const auto first = [&](const std::vector<BlockId>& blocks) {
        return blocks.empty() ? std::string("none") : "“" + first_words(base.blocks[blocks.front()].text) + "”";
    };
    return first(one) + " or " + first(other);
}

}  // namespace

std::uint32_t behind_title(const Document& base, BlockId id) {
    const Block& block = base.blocks[id];
    std::uint32_t at = base.places[id].label.end;
    const auto skip_blanks = [&] {
        while (at < block.text.size() && is_blank(block.text[at])) ++at;
    };
    skip_blanks();
    const std::string& title = base.nodes[base.places[id].node].heading;
    if (!base.places[id].label.empty() && !title.empty()) {
        const std::vector<Span> places = find_words(block.text, face_tokens(base, id), title);
        if (!places.empty() && places[0].begin == at) {
            at = places[0].end;
            while (at < block.text.size() && (block.text[at] == '.' || block.text[at] == ':')) ++at;
            skip_blanks();
        }
    }
    return at;
}

CountedBlocks count_paragraphs(const Document& base, const LocatedUnit& unit, const std::string& said) {
    const auto count = parse_count(said);
    if (!count) return labelled(base, unit, said);
    CountedBlocks out;
    const std::vector<Paragraph> each = paragraphs_of(base, unit, true);
    out.blocks = chosen(each, *count);
    const std::vector<BlockId> other = chosen(paragraphs_of(base, unit, false), *count);
    if (out.blocks != other) {
        // "paragraph 2" of a list that hangs on one paragraph is the item that bears that number.
        const CountedBlocks item = other.empty() ? labelled(base, unit, said) : CountedBlocks{};
        if (!item.blocks.empty()) return item;
        out.reason = "whether the list items of " + unit_label(base, unit.node) +
                     " count as paragraphs is not said: " + readings(base, out.blocks, other);
        out.blocks.clear();
    } else if (out.blocks.empty()) {
        out.reason = unit_label(base, unit.node) + " has " + std::to_string(each.size()) +
                     (each.size() == 1 ? " paragraph" : " paragraphs") + ", and “" + said + "” is asked for";
    }
    return out;
}

CountedBlocks count_items(const Document& base, const LocatedUnit& unit, const std::string& said) {
    CountedBlocks item = labelled(base, unit, said);
    const auto count = parse_count(said);
    if (!count) return item;
    std::size_t lists = 0;
    const std::vector<Paragraph> items = items_of(base, unit, lists);
    CountedBlocks out;
    out.blocks = chosen(items, *count);
    if (lists > 1)
        out.reason = unit_label(base, unit.node) + " has " + std::to_string(lists) + " lists";
    else if (out.blocks.empty())
        out.reason = unit_label(base, unit.node) + " has " + std::to_string(items.size()) + " list items, and “" +
                     said + "” is asked for";
    else if (!item.blocks.empty() && item.blocks != out.blocks)
        out.reason = "the list item that is counted and the one of that number are two: " +
                     readings(base, out.blocks, item.blocks);
    if (!out.reason.empty()) out.blocks = lists > 1 ? item.blocks : std::vector<BlockId>{};
    if (!out.blocks.empty()) out.reason.clear();
    return out;
}

namespace {

/// The one sentence of the unit, or of a paragraph of it, that begins with the words.
CountedSentence sentence_of_words(const Document& base, const LocatedUnit& unit, const std::string& paragraph,
                                  std::string_view words) {
    CountedSentence out;
    std::vector<BlockId> blocks;
    if (!paragraph.empty()) {
        const CountedBlocks in = count_paragraphs(base, unit, paragraph);
        out.reason = in.reason;
        blocks = in.blocks;
    } else {
        for (const Paragraph& one : paragraphs_of(base, unit, true))
            blocks.insert(blocks.end(), one.begin(), one.end());
    }
    std::size_t found = 0;
    for (const BlockId id : blocks) {
        const std::string& text = base.blocks[id].text;
        const std::vector<Span> possible = sentences_in(text, behind_title(base, id), false);
        std::uint32_t open = base.places[id].label.end;
        skip_joints(text, open, " .:-\n");
        for (const Span& place : find_words(text, face_tokens(base, id), words)) {
            // What stands where titles stand may be a sentence, too.
            if (place.begin == open && open < behind_title(base, id)) ++found;
            for (const Span& sentence : sentences_in(text, behind_title(base, id), true)) {
                if (sentence.begin != place.begin) continue;
                ++found;
                out.place = {id, sentence};
                if (std::find(possible.begin(), possible.end(), sentence) == possible.end())
                    out.reason = "where the sentence ends is not sure in “" + first_words(text) + "”";
            }
        }
    }
    if ((found != 1 || out.place.text.empty()) && out.reason.empty())
        out.reason =
            (found == 0 ? "no sentence begins with “" : "several sentences begin with “") + std::string(words) + "”";
    return out;
}

}  // namespace

CountedSentence count_sentence(const Document& base, const LocatedUnit& unit, const std::string& paragraph,
                               const std::string& said) {
    CountedSentence out;
    if (std::string_view first = said; first.starts_with(label_of_first_words)) {
        first.remove_prefix(label_of_first_words.size());
        return sentence_of_words(base, unit, paragraph, first.substr(0, first.rfind("”")));
    }
    const auto count = parse_count(said);
    if (!count) {
        out.reason = "which sentence is meant by “" + said + "” is not known";
        return out;
    }
    const CountedBlocks in = count_paragraphs(base, unit,
                                              !paragraph.empty() ? paragraph
                                              : count->from_end  ? "last"
                                                                 : "1");
    if (!in.reason.empty() || in.blocks.size() != 1) {
        out.reason = !in.reason.empty() ? in.reason : "the paragraph is cut in two in the base";
        return out;
    }
    const BlockId id = in.blocks[0];
    const std::string& text = base.blocks[id].text;
    std::uint32_t from = behind_title(base, id);
    if (unit.part && id == unit.part->first) {
        from = std::max(from, unit.behind_caption);
        skip_joints(text, from, " .:-\n");
    }
    const auto sure = sentence_of(sentences_in(text, from, true), *count);
    const auto possible = sentence_of(sentences_in(text, from, false), *count);
    if (!sure || !possible || *sure != *possible) {
        out.reason = "its sentences cannot be told apart for sure in “" + first_words(text) + "”";
        return out;
    }
    std::uint32_t open = base.places[id].label.end;
    skip_joints(text, open, " .:-\n");
    if (!count->from_end && open < from && title_may_be_sentence(base.blocks[id], {open, from})) {
        out.reason = "whether “" + one_line(text_of(base.blocks[id], {open, from})) +
                     "” counts as a sentence is not said: it stands where titles stand";
        return out;
    }
    const std::vector<Span> all = sentences_in(text, from, true);
    if (!count->from_end && may_be_caption(base, id, from, all)) {
        const auto below = sentence_of({all.begin() + 1, all.end()}, *count);
        out.reason = "whether “" + one_line(text_of(base.blocks[id], all.front())) +
                     "” counts as a sentence is not said: “" + one_line(text_of(base.blocks[id], *sure)) + "” or " +
                     (below ? "“" + one_line(text_of(base.blocks[id], *below)) + "”" : "none");
        return out;
    }
    out.place = {id, *sure};
    return out;
}

}  // namespace stet
