// Word for word first, then by likeness; the unit named first, then the whole base.
#include "proposal/find_printed.hpp"

#include <algorithm>
#include <utility>

#include "proposal/find_words.hpp"

namespace stet {

namespace {

constexpr double is_all_of_it = 0.97;    ///< no neighbour can have the rest
constexpr double clearly_better = 0.08;  ///< than the next likest block
constexpr std::size_t words_to_tell_a_block = 4;
constexpr std::size_t words_to_tell_a_place = 8;  ///< against the number that is named

}  // namespace

NodeId section_of(const Document& base, BlockId block) {
    NodeId node = base.places[block].node;
    while (base.nodes[node].parent != none && base.nodes[node].parent != 0 &&
           base.levels[base.nodes[node].level] == "list")
        node = base.nodes[node].parent;
    return node;
}

std::string first_words(std::string_view text, std::size_t most) {
    const std::string line = one_line(text);
    if (line.size() <= most) return line;
    std::size_t end = line.rfind(' ', most);
    if (end == std::string::npos)  // one word: its first characters, each of them whole
        for (end = most; end > 0 && (static_cast<unsigned char>(line[end]) & 0xC0) == 0x80;) --end;
    return line.substr(0, end) + " …";
}

void remark(CarriedOut& step, std::string words) {
    if (std::find(step.remarks.begin(), step.remarks.end(), words) == step.remarks.end())
        step.remarks.push_back(std::move(words));
}

BlockRange PrintedText::range_of_unit() const {
    if (unit_.node == none) return text_.whole();
    return range_of(base_, unit_);
}

std::vector<BlockId> PrintedText::blocks_of(const std::string& printed) {
    const std::string words = one_line(printed);
    for (const bool here : {true, false}) {
        if (here && unit_.node == none) continue;
        const BlockRange range = here ? range_of_unit() : text_.whole();
        const std::vector<TextPlace> places = text_.find(words, range);
        if (places.size() == 1 && !here && is_too_short_to_move(words)) return elsewhere(places[0].block, words);
        if (places.size() == 1) return found({places[0].block}, here);
        if (places.size() > 1) return twice(places.size());
        const std::vector<BlockId> like = likest(words, range);
        if (!like.empty() || !step_.reason.empty()) return like.empty() ? like : found(like, here);
    }
    return {};
}

std::vector<BlockId> PrintedText::likest(const std::string& words, BlockRange range) {
    if (word_keys(words).size() < words_to_tell_a_block) return {};
    const std::vector<LikeBlock> like = text_.like(words, range);
    if (like.empty()) return {};
    const bool two = like.size() > 1 && like[1].held >= is_that_block &&
                     like[0].held + 0.5 * like[0].filled - like[1].held - 0.5 * like[1].filled < clearly_better;
    if (two) return twice(2);
    if (like[0].held >= is_all_of_it) return {like[0].block};
    const std::vector<BlockId> blocks = text_.with_neighbours(words, like[0].block, range);
    return text_.held(words, blocks) >= is_that_block ? blocks : std::vector<BlockId>{};
}

std::vector<BlockId> PrintedText::twice(std::size_t count) {
    step_.reason = "ambiguous: the text is in the base " + std::to_string(count) + " times";
    return {};
}

/// A few words do not outweigh the place that is named.
bool PrintedText::is_too_short_to_move(const std::string& words) const {
    const bool named = !target_.section.empty() || !target_.article.empty() || !target_.letter.empty();
    return named && word_keys(words).size() < words_to_tell_a_place;
}

std::vector<BlockId> PrintedText::elsewhere(BlockId block, const std::string& words) {
    step_.words_missing = unit_.node != none;
    step_.reason = (unit_.node == none ? unit_.reason + (unit_.reason.empty() ? "" : "; ")
                                       : unit_label(base_, unit_.node) + " does not have the words; ") +
                   "“" + words + "” is in " + unit_label(base_, section_of(base_, block)) + ", line " +
                   std::to_string(base_.blocks[block].line()) + ": too few words to say that this place is meant";
    return {};
}

std::vector<BlockId> PrintedText::found(std::vector<BlockId> blocks, bool here) {
    if (here && step_.found_by != FoundBy::text) {
        step_.found_by = unit_.found_by;
        step_.base = unit_.node;
        for (const std::string& words : unit_.remarks) remark(step_, words);
        return blocks;
    }
    const NodeId node = section_of(base_, blocks.front());
    if (step_.base != node || step_.found_by != FoundBy::text) tell_where(node);
    step_.found_by = FoundBy::text;
    step_.base = node;
    return blocks;
}

/// Where the text is, when it is not where the proposal says.
void PrintedText::tell_where(NodeId node) {
    const std::string& section = target_.section;
    if (section.empty() && target_.article.empty()) return;
    std::string said = section.empty() ? "article " + target_.article : "section " + section;
    NodeId above = base_.nodes[node].parent;
    while (above != none && above != 0 && base_.levels[base_.nodes[above].level] != "article")
        above = base_.nodes[above].parent;
    std::string place = unit_label(base_, node);
    if (above != none && above != 0) place += " of " + unit_label(base_, above) + " " + base_.nodes[above].heading;
    remark(step_, "named " + said + "; in the base the text is " + place);
}

}  // namespace stet
