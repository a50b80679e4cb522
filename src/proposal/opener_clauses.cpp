// Finds lines that open with the number of a clause.
#include "proposal/opener_clauses.hpp"

#include <algorithm>
#include <set>

#include "grammar/wording.hpp"
#include "proposal/instruction.hpp"
#include "proposal/letters.hpp"
#include "proposal/openers.hpp"
#include "proposal/target.hpp"
#include "proposal/written_label.hpp"
#include "quantity/quantity.hpp"
#include "text/words.hpp"

namespace stet {

namespace {

constexpr std::size_t several = 3;
constexpr std::size_t reach = 160;          // bytes of a line in which its heading ends
constexpr std::uint32_t longest_title = 8;  // words

/// Behind the clause's number, and the title that a colon or dash parts from text; 0 where the line is all heading.
std::uint32_t heading_end(const Block& block, std::uint32_t end, const PhraseBook& book) {
    if (is_blank(std::string_view(block.text).substr(end))) return 0;
    const std::string_view rest = std::string_view(block.text).substr(end, reach);
    const PhrasedText phrased(rest, book);
    if (const auto fresh = phrased.find(0, WordClass::fresh); fresh && fresh->size == phrased.size()) return 0;
    if (!parse_instructions(fold_blanks(rest), book).clauses.empty()) return end;
    for (const std::string_view joint : {": ", " – ", " — ", " - "}) {
        const std::size_t at = rest.find(joint);
        const std::string title = fold_blanks(rest.substr(0, std::min(at, rest.size())));
        if (at != std::string_view::npos && !title.empty() && looks_like_title(title) &&
            count_words(title) <= longest_title)
            return static_cast<std::uint32_t>(end + at + joint.size());
    }
    return end;
}

/// A unit with its number stands anywhere in a heading: "Demands on Section 12".
bool names_unit(const PhrasedText& text) {
    for (std::size_t i = 0; i < text.size(); ++i)
        if (const auto place = parse_place(text, i, text.size()); place && place->has_label()) return true;
    return false;
}

}  // namespace

std::map<BlockId, Opener> find_clauses(const Document& document, const PhraseBook& book) {
    std::map<BlockId, Opener> out;
    std::set<std::string> ids;
    std::size_t dotted = 0;
    bool below_unit = false;
    for (BlockId block = 0; block < document.blocks.size(); ++block) {
        const Block& here = document.blocks[block];
        if (is_set_aside(here.kind) || here.kind == BlockKind::table_row) continue;
        const PhrasedText text(std::string_view(here.text).substr(0, reach), book);
        const auto place = parse_place(text, 0, text.size());
        const bool named = place && place->has_label();
        if (!named || !text.has(0, WordClass::paragraph)) {
            if (named && text.has(0, WordClass::article)) return {};
            below_unit = below_unit || named || (stands_out(here) && names_unit(text));
            continue;
        }
        if (place->units.size() > 1) continue;
        const std::string& label = place->units.front().labels.front();
        if (!is_digit(label.front())) continue;  // "Paragraph (a)"
        dotted += label.find_first_of(number_stops) != std::string::npos;
        const std::uint32_t end = text.span_of(0, place->end).end;
        std::string id = fold_blanks(text.text_of(0, place->end));
        if (below_unit || !ids.insert(id).second) return {};
        out[block] = {std::move(id), 0, heading_end(here, end, book)};
    }
    if (dotted < several) out.clear();
    return out;
}

bool stand_in_one_unit(const Document& document, const std::map<BlockId, Opener>& openers, const PhraseBook& book) {
    constexpr std::uint16_t deepest = 3;
    const BlockId first = openers.begin()->first, last = openers.rbegin()->first;
    std::size_t named = 0, before = 0;
    for (const Node& node : document.nodes) {
        if (node.depth == 0 || node.depth > deepest || node.label.written.empty()) continue;
        const PhrasedText label(node.label.written, book);
        const auto place = parse_place(label, 0, label.size());
        if (!place || !place->has_label() || openers.contains(node.first_block)) continue;
        if (node.first_block > first && node.first_block < last) return false;
        ++named;
        before += node.first_block < first;
    }
    return before > 1 && named >= several;
}

std::uint32_t dated_term_end(const Block& block, const PhrasedText& text, std::size_t at) {
    if (!text.is_mark(at, "-") && !text.is_mark(at, ":")) return 0;
    const std::uint32_t end = text.span_of(at, at + 1).end;
    const std::vector<Quantity> values = find_quantities(std::string_view(block.text).substr(end));
    const bool dated = std::any_of(values.begin(), values.end(), is_full_date);
    return dated ? end : 0;
}

Side side_named(const PhrasedText& text, std::size_t from, std::size_t to) {
    const bool company = text.first(from, to, WordClass::company) < to;
    const bool union_side = text.first(from, to, WordClass::union_side) < to;
    if (company == union_side) return Side::neither;
    return company ? Side::company : Side::union_side;
}

}  // namespace stet
