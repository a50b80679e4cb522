// Stretches of texts are cut out of their nodes; signs (a tab, a break, a picture) go whole.
#include "writers/docx/planned_words.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "text/letters.hpp"
#include "writers/docx/paragraph_break.hpp"
#include "writers/docx/xml_copy.hpp"

namespace stet::docx {

namespace {

bool may_go(pugi::xml_node sign) {
    static constexpr std::array<std::string_view, 10> names = {"w:tab",           "w:ptab",       "w:br",  "w:cr",
                                                               "w:noBreakHyphen", "w:softHyphen", "w:sym", "w:drawing",
                                                               "w:pict",          "w:object"};
    return std::find(names.begin(), names.end(), sign.name()) != names.end();
}

/// The parts of new words that stand in paragraphs of their own, line ends as blanks; of new lines ("\nJuneteenth")
/// their breaks stay.
std::vector<std::string> paragraphs_of(std::string_view words) {
    std::vector<std::string> out;
    if (words.find("\n\n") == std::string_view::npos && (words.starts_with('\n') || words.ends_with('\n')))
        return {std::string(words)};
    for (std::size_t from = 0;;) {
        const std::size_t stop = words.find("\n\n", from);
        std::string part(words.substr(from, stop == std::string_view::npos ? stop : stop - from));
        std::replace_if(part.begin(), part.end(), is_blank, ' ');
        out.push_back(std::move(part));
        if (stop == std::string_view::npos) return out;
        from = stop + 2;
    }
}

bool in_link_or_field(pugi::xml_node node) {
    for (; node && !is(node, "w:p"); node = node.parent())
        if (is(node, "w:hyperlink") || is(node, "w:fldSimple")) return true;
    return false;
}

}  // namespace

/// Words outside the face stay where they are.
bool PlannedWords::find(BlockId id, Span text, std::vector<Stretch>& out) const {
    const Block& block = document_.blocks[id];
    const std::vector<WalkPlace> letters = places_.letters(id);
    for (const Run& run : block.runs) {
        if (outside(run.marks, document_.face)) continue;
        const std::uint32_t end = std::min(run.text.end, text.end);
        for (std::uint32_t at = std::max(run.text.begin, text.begin); at < end; ++at) {
            const auto there = places_.node(letters[at]);
            if (!there) {
                // White space that no node holds parts paragraphs or cells.
                if (is_blank(block.text[at])) continue;
                return false;
            }
            if (!there->is_text && !may_go(there->node)) return false;
            const bool goes_on = !out.empty() && out.back().begin.node == there->node &&
                                 (!there->is_text || out.back().begin.at + out.back().size == there->at);
            if (goes_on)
                ++out.back().size;
            else
                out.push_back({*there, 1});
        }
    }
    return true;
}

/// Behind the letter on the left or before that on the right: where marks, links and fields are fewer, else left.
std::optional<NodePlace> PlannedWords::find_spot(BlockId id, std::uint32_t at) const {
    const Block& block = document_.blocks[id];
    const std::vector<WalkPlace> letters = places_.letters(id);
    std::optional<NodePlace> best;
    int least = 0;
    const auto consider = [&](std::uint32_t letter, std::uint32_t behind) {
        if (letter >= letters.size() || letters[letter].block == none) return;
        const auto run = std::find_if(block.runs.begin(), block.runs.end(),
                                      [&](const Run& one) { return one.text.contains(letter); });
        if (run == block.runs.end() || outside(run->marks, document_.face)) return;
        auto there = places_.node(letters[letter]);
        if (!there || !there->is_text) return;
        const int burden = (run->marks.empty() ? 0 : 1) + (in_link_or_field(there->node) ? 2 : 0);
        if (best && burden >= least) return;
        least = burden;
        there->at += behind;
        best = there;
    };
    if (at > 0) consider(at - 1, 1);
    consider(at, 0);
    return best;
}

bool PlannedWords::plan(const WordSplice& splice) {
    Found found;
    const std::string_view words =
        std::string_view(document_.blocks[splice.block].text).substr(splice.text.begin, splice.text.size());
    // New words for those of several cells: which go into which is not said.
    const bool row = document_.blocks[splice.block].kind == BlockKind::table_row;
    if (row && !splice.with.empty() && words.find('\t') != std::string_view::npos) return false;
    if (!find(splice.block, splice.text, found.gone)) return false;
    if (!found.gone.empty() && found.gone.front().begin.is_text) found.spot = found.gone.front().begin;
    if (!found.spot) found.spot = find_spot(splice.block, splice.text.begin);
    if (!found.spot && !found.gone.empty()) found.spot = found.gone.front().begin;
    const pugi::xml_node element = walk_[places_.of(splice.block).first.block].element;
    if (!found.spot && document_.blocks[splice.block].text.empty() && is(element, "w:p")) found.empty = element;
    if (!splice.with.empty() && !found.spot && !found.empty) return false;
    if (splice.with.find("\n\n") != std::string::npos && (!found.spot || !can_break(*found.spot))) return false;
    found_[&splice] = std::move(found);
    return true;
}

bool PlannedWords::plan_strike(BlockId id) {
    const auto size = static_cast<std::uint32_t>(document_.blocks[id].text.size());
    return find(id, {0, size}, struck_[id]);
}

void PlannedWords::take(const std::vector<Stretch>& gone) {
    for (auto one = gone.rbegin(); one != gone.rend(); ++one) {
        if (!one->begin.is_text) {
            signs_.push_back(one->begin.node);
            continue;
        }
        std::string text = one->begin.node.text().get();
        text.erase(std::min<std::size_t>(one->begin.at, text.size()), one->size);
        set_text(one->begin.node, text);
        touched_.push_back(one->begin.node);
    }
}

/// The node that holds the words now.
pugi::xml_node PlannedWords::put(const Found& found, std::string_view words) {
    if (found.empty) return append_run(found.empty, {}, words).child("w:t");
    pugi::xml_node node = found.spot->node;
    if (found.spot->is_text) {
        std::string text = node.text().get();
        text.insert(std::min<std::size_t>(found.spot->at, text.size()), words);
        set_text(node, text);
    } else {
        node = node.parent().insert_child_before("w:t", node);
        set_text(node, words);
    }
    if (words.find('\n') != std::string_view::npos) of_lines_.push_back(node);
    return node;
}

pugi::xml_node PlannedWords::carry_out(const WordSplice& splice, bool counted, const Unnumbering& unnumbering) {
    const Found& found = found_.at(&splice);
    take(found.gone);
    if (splice.with.empty()) return {};
    const std::vector<std::string> parts = paragraphs_of(splice.with);
    const pugi::xml_node text = put(found, parts.front());
    pugi::xml_node paragraph;
    NodePlace border = *found.spot;
    if (parts.size() > 1 && !border.is_text) border = {text, border.paragraph, 0, true};
    border.at += static_cast<std::uint32_t>(parts.front().size());
    for (std::size_t i = 1; i < parts.size(); ++i) {
        paragraph = break_paragraph(border, counted && i == 1, unnumbering);
        const pugi::xml_node rest = paragraph.child("w:r").child("w:t");
        const bool parted =
            i + 1 == parts.size() && !parts[i].empty() && *rest.text().get() != '\0' && !is_blank(parts[i].back());
        set_text(rest, parts[i] + (parted ? " " : "") + rest.text().get());
        border = {rest, paragraph, static_cast<std::uint32_t>(parts[i].size()), true};
    }
    return paragraph;
}

void PlannedWords::strike(BlockId id) {
    take(struck_[id]);
}

/// New lines among those of a paragraph.
void PlannedWords::break_lines(pugi::xml_node node) {
    const std::string text = node.text().get();
    pugi::xml_node last = node;
    for (std::size_t from = 0; from <= text.size();) {
        const std::size_t end = std::min(text.find('\n', from), text.size());
        if (from > 0) {
            last = last.parent().insert_child_after("w:br", last);
            last = last.parent().insert_child_after("w:t", last);
        }
        set_text(last, std::string_view(text).substr(from, end - from));
        from = end + 1;
    }
}

void PlannedWords::clear_away() {
    for (const pugi::xml_node node : of_lines_) break_lines(node);
    for (pugi::xml_node sign : signs_) sign.parent().remove_child(sign);
    std::sort(touched_.begin(), touched_.end(),
              [](pugi::xml_node x, pugi::xml_node y) { return x.internal_object() < y.internal_object(); });
    touched_.erase(std::unique(touched_.begin(), touched_.end()), touched_.end());
    for (const pugi::xml_node text : touched_)
        if (*text.text().get() == '\0') text.parent().remove_child(text);
}

}  // namespace stet::docx
