// The indices of a redline that the page's parts share, each built once in one pass.
#include "writers/html/view.hpp"

#include <algorithm>

#include "text/letters.hpp"
#include "text/word_bytes.hpp"

namespace stet::html {
namespace {

/// More renumberings than this are folded away and listed shortly.
constexpr std::uint32_t many_renumberings = 12;

bool begins_with_name(std::string_view written, std::string_view name) {
    return written.size() > name.size() &&
           std::equal(name.begin(), name.end(), written.begin(), [](char a, char b) { return folded(a) == folded(b); });
}

std::string_view trimmed_label(std::string_view written) {
    while (!written.empty() &&
           (is_space(written.back()) || std::string_view(".:;,-").find(written.back()) != std::string_view::npos)) {
        written.remove_suffix(1);
    }
    return written;
}

bool shows_typography(const Redline& redline, const RedlineBlock& block) {
    if (block.before == none || block.after == none) return false;
    const std::string& before = redline.before.blocks[block.before].text;
    const std::string& after = redline.after.blocks[block.after].text;
    return std::any_of(block.edits.begin(), block.edits.end(), [&](const Edit& edit) {
        return edit.op == EditOp::equal &&
               differs_in_typography(std::string_view(before).substr(edit.before.begin, edit.before.size()),
                                     std::string_view(after).substr(edit.after.begin, edit.after.size()));
    });
}

}  // namespace

View::View(const Redline& redline, const WriteOptions& options) : redline_(redline), options_(options) {
    find_set_aside();
    index_changes();
    find_live_blocks();
    find_openings();
}

void View::index_changes() {
    offsets_.assign(redline_.blocks.size() + 1, 0);
    for (const Change& change : redline_.changes) {
        for (const std::uint32_t block : change.blocks) ++offsets_[block + 1];
    }
    for (std::size_t i = 1; i < offsets_.size(); ++i) offsets_[i] += offsets_[i - 1];
    changes_.resize(offsets_.back());
    std::vector<std::uint32_t> next(offsets_.begin(), offsets_.end() - 1);
    for (std::uint32_t i = 0; i < redline_.changes.size(); ++i) {
        for (const std::uint32_t block : redline_.changes[i].blocks) changes_[next[block]++] = i;
        quiet_count_ += quiet(i) ? 1 : 0;
    }
}

void View::find_live_blocks() {
    live_.assign(redline_.blocks.size(), false);
    for (std::uint32_t i = 0; i < redline_.blocks.size(); ++i) {
        if (set_aside(i)) continue;
        const auto changes = changes_of(i);
        const bool only_quiet =
            !changes.empty() && std::all_of(changes.begin(), changes.end(), [&](std::uint32_t c) { return quiet(c); });
        if (folds_quiet() && only_quiet && block(i).status != BlockStatus::moved_from &&
            block(i).status != BlockStatus::moved_to) {
            continue;
        }
        live_[i] = block(i).status != BlockStatus::unchanged || !changes.empty() ||
                   (options_.typography && shows_typography(redline_, block(i)));
    }
}

void View::find_openings() {
    openings_.assign(redline_.sections.size(), none);
    std::vector<bool> sure(redline_.sections.size(), false);
    for (std::uint32_t i = 0; i < redline_.blocks.size(); ++i) {
        const RedlineBlock& candidate = block(i);
        if (set_aside(i) || sure[candidate.section]) continue;
        const bool stays = candidate.status != BlockStatus::moved_from;
        if (openings_[candidate.section] == none || stays) openings_[candidate.section] = i;
        sure[candidate.section] = stays;
    }
}

std::span<const std::uint32_t> View::changes_of(std::uint32_t index) const {
    return std::span(changes_).subspan(offsets_[index], offsets_[index + 1] - offsets_[index]);
}

void View::find_set_aside() {
    const auto aside = [](const Document& document, BlockId id) {
        return id == none || is_set_aside(document.blocks[id].kind);
    };
    for (const RedlineBlock& candidate : redline_.blocks)
        set_aside_.push_back(aside(redline_.before, candidate.before) && aside(redline_.after, candidate.after));
}

bool View::heading(std::uint32_t index) const {
    const RedlineBlock& candidate = block(index);
    if (block_of(redline_, candidate).kind == BlockKind::table_row) return false;
    if (block_of(redline_, candidate).kind == BlockKind::heading) return true;
    return candidate.after != none ? redline_.after.places[candidate.after].heading
                                   : redline_.before.places[candidate.before].heading;
}

bool View::quiet(std::uint32_t change) const {
    const Change& candidate = redline_.changes[change];
    return candidate.facts.size() == 1 && candidate.facts.front() == Fact::renumbered && candidate.values.empty() &&
           candidate.flags.empty();
}

bool View::folds_quiet() const {
    return quiet_count_ > many_renumberings;
}

std::string capitalised(std::string_view name) {
    std::string out(name);
    if (!out.empty() && out[0] >= 'a' && out[0] <= 'z') out[0] = static_cast<char>(out[0] - ('a' - 'A'));
    return out;
}

std::string plural(std::string_view name) {
    const std::size_t head = std::min(name.find(" of "), name.size());
    std::string out(name.substr(0, head));
    if (!out.empty() && out.back() == 'y') {
        out.pop_back();
        out += "ies";
    } else {
        out += !out.empty() && (out.back() == 'x' || out.back() == 's') ? "es" : "s";
    }
    return out.append(name.substr(head));
}

std::string unit_name(const Document& document, NodeId id) {
    const Node& node = document.nodes[id];
    if (node.label.written.empty()) return node.heading;
    const std::string& level = document.levels[node.level];
    if (!node.label.value.empty() && begins_with_name(node.label.written, level)) {
        return capitalised(level) + " " + node.label.value;
    }
    return std::string(trimmed_label(node.label.written));
}

std::string unit_path(const Document& document, NodeId id) {
    std::string path;
    for (; id != none && id != 0; id = document.nodes[id].parent) {
        const std::string name = unit_name(document, id);
        if (name.empty()) continue;
        path = path.empty() ? name : name + ", " + path;
    }
    return path;
}

Shown shown(const Redline& redline, const RedlineSection& section) {
    if (!section.after.empty()) return {redline.after, section.after.front()};
    if (!section.before.empty()) return {redline.before, section.before.front()};
    return {redline.after, 0};
}

bool differs_in_typography(std::string_view before, std::string_view after) {
    if (before == after) return false;
    const auto skip = [](std::string_view text, std::size_t& at) {
        const std::size_t begin = at;
        while (at < text.size() && is_space(text[at])) ++at;
        return at > begin;
    };
    std::size_t b = 0;
    std::size_t a = 0;
    for (bool first = true;; first = false) {
        const bool parted = skip(before, b) == skip(after, a);
        if (b == before.size() || a == after.size()) return b != before.size() || a != after.size();
        if ((!parted && !first) || before[b++] != after[a++]) return true;
    }
}

}  // namespace stet::html
