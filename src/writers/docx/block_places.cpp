// Lays the letters of a document's blocks over those of the walk: both have them in one order.
#include "writers/docx/block_places.hpp"

#include <algorithm>
#include <string_view>

#include "text/letters.hpp"
#include "writers/docx/xml_copy.hpp"

namespace stet::docx {

namespace {

bool has_letters(std::string_view text, std::uint32_t begin, std::uint32_t end) {
    return !std::all_of(text.begin() + begin, text.begin() + end, is_blank);
}

bool holds_text(pugi::xml_node node) {
    return is(node, "w:t") || is(node, "m:t") || is(node, "w:delText");
}

/// Line ends and tabs in a text node are blanks.
bool reads_as(std::string_view own, std::string_view read) {
    return own.size() == read.size() && std::equal(own.begin(), own.end(), read.begin(), [](char x, char y) {
               return x == y || (is_blank(x) && is_blank(y));
           });
}

}  // namespace

BlockPlaces::BlockPlaces(const Document& document, const std::vector<DocxBlock>& walk)
    : document_(document), walk_(walk), places_(document.blocks.size()) {
    for (std::uint32_t i = 0; i < walk.size(); ++i) {
        const std::uint32_t line = walk[i].block.line();
        if (line >= walk_of_line_.size()) walk_of_line_.resize(line + 1, none);
        if (walk_of_line_[line] == none) walk_of_line_[line] = i;
    }
    WalkPlace at{0, 0};
    for (BlockId id = 0; id < places_.size(); ++id) {
        const Block& block = document.blocks[id];
        const std::uint32_t named = block.line() < walk_of_line_.size() ? walk_of_line_[block.line()] : none;
        if (named != none && named > at.block) at = {named, 0};
        const WalkPlace begin = at;
        std::vector<WalkPlace> letters;
        if (!lay(block.text, at, letters)) {
            at = begin;
            continue;
        }
        BlockPlace& place = places_[id];
        for (const WalkPlace& letter : letters) {
            if (letter.block == none || is_blank(walk[letter.block].block.text[letter.at])) continue;
            if (!place.known()) place.first = letter;
            place.last = letter;
        }
        if (!place.known()) {  // a number and nothing else
            if (named == none ||
                has_letters(walk[named].block.text, 0, static_cast<std::uint32_t>(walk[named].block.text.size())))
                continue;
            place.first = place.last = {named, 0};
            place.opens = place.closes = true;
            continue;
        }
        const std::string& first = walk[place.first.block].block.text;
        const std::string& last = walk[place.last.block].block.text;
        place.opens = !has_letters(first, 0, place.first.at);
        place.closes = !has_letters(last, place.last.at + 1, static_cast<std::uint32_t>(last.size()));
    }
}

bool BlockPlaces::lay(const std::string& text, WalkPlace& at, std::vector<WalkPlace>& letters) const {
    letters.assign(text.size(), {});
    const auto end_of = [&](std::uint32_t block) { return walk_[block].block.text.size(); };
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (is_blank(text[i])) {
            if (at.block >= walk_.size() || at.at >= end_of(at.block)) continue;
            if (!is_blank(walk_[at.block].block.text[at.at])) continue;
            letters[i] = at;
            ++at.at;
            continue;
        }
        while (at.block < walk_.size() && (at.at >= end_of(at.block) || is_blank(walk_[at.block].block.text[at.at]))) {
            if (at.at < end_of(at.block))
                ++at.at;
            else
                at = {at.block + 1, 0};
        }
        if (at.block >= walk_.size() || walk_[at.block].block.text[at.at] != text[i]) return false;
        letters[i] = at;
        ++at.at;
    }
    return true;
}

std::vector<WalkPlace> BlockPlaces::letters(BlockId id) const {
    std::vector<WalkPlace> out;
    WalkPlace at = of(id).first;
    const std::string& text = document_.blocks[id].text;
    const std::size_t blanks = std::min(text.find_first_not_of(" \n\t"), text.size());
    lay(text.substr(blanks), at, out);
    out.insert(out.begin(), blanks, WalkPlace{});
    return out;
}

const DocxPiece* BlockPlaces::piece(WalkPlace place) const {
    if (place.block == none) return nullptr;
    const std::vector<DocxPiece>& pieces = walk_[place.block].pieces;
    const auto found = std::partition_point(pieces.begin(), pieces.end(),
                                            [&](const DocxPiece& one) { return one.text.end <= place.at; });
    return found == pieces.end() || !found->text.contains(place.at) ? nullptr : &*found;
}

pugi::xml_node BlockPlaces::run(WalkPlace place) const {
    const DocxPiece* found = piece(place);
    return found != nullptr && holds_text(found->node) ? found->node.parent() : pugi::xml_node();
}

std::optional<NodePlace> BlockPlaces::node(WalkPlace place) const {
    const DocxPiece* found = piece(place);
    if (found == nullptr) return std::nullopt;
    const DocxBlock& block = walk_[place.block];
    if (!holds_text(found->node)) return NodePlace{found->node, found->paragraph, 0, false};
    if (found != last_asked_) {
        last_asked_ = found;
        const std::string_view own = found->node.text().get();
        const std::string_view read = std::string_view(block.block.text).substr(found->text.begin, found->text.size());
        last_is_same_ = found->offset <= own.size() && reads_as(own.substr(found->offset, read.size()), read);
    }
    if (!last_is_same_) return std::nullopt;
    return NodePlace{found->node, found->paragraph, found->offset + place.at - found->text.begin, true};
}

}  // namespace stet::docx
