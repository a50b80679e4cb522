// Text that an instruction announced, in marks of quotation.
#include <algorithm>

#include "proposal/letters.hpp"
#include "proposal/step_reader.hpp"

namespace stet {

namespace {

constexpr std::string_view openings[] = {"\"", "“"};
constexpr std::string_view closings[] = {"\"", "”"};

/// Bytes of the mark of quotation that a text opens with; 0 where it opens otherwise.
std::size_t opening_quote(std::string_view text) {
    for (const std::string_view mark : openings)
        if (text.starts_with(mark)) return mark.size();
    return 0;
}

/// Bytes from the mark of quotation that closes a text, to its end; 0 where none does.
std::size_t closing_quote(std::string_view text) {
    std::size_t end = text.find_last_not_of(" \t\n.;") + 1;
    for (const std::string_view mark : closings)
        if (text.substr(0, end).ends_with(mark)) return text.size() - end + mark.size();
    return 0;
}

std::size_t count_of(std::string_view text, std::string_view mark) {
    std::size_t count = 0;
    for (std::size_t at = text.find(mark); at != std::string_view::npos; at = text.find(mark, at + mark.size()))
        ++count;
    return count;
}

/// The last mark of a paragraph closes a quotation that goes through several: of its marks one is left that nothing in
/// it opens, the mark that it opens with aside.
bool closes_quotation(std::string_view text) {
    if (closing_quote(text) == 0) return false;
    const std::string_view inside = text.substr(opening_quote(text));
    return count_of(inside, "\"") % 2 == 1 || count_of(inside, "”") > count_of(inside, "“");
}

}  // namespace

bool StepReader::take_quoted_payload(BlockId block, std::uint32_t from) {
    if (!last_is_open()) return false;
    const std::string_view text = std::string_view(document_.blocks[block].text).substr(from);
    if (!text.starts_with("\"") && !text.starts_with("“")) return false;
    const PhrasedText phrased(text, book_);
    if (phrased.size() < 2 || phrased.at(0).shape != TokenShape::quoted) return false;
    const std::uint32_t end = phrased.at(0).span.end;
    const std::size_t rest = text.find_first_not_of(" \t\n.", end);
    if (rest == std::string_view::npos || parse_instructions(text.substr(rest), book_).clauses.empty()) return false;
    add(steps_.back().text, block, from, false);
    steps_.back().text.back().end = from + end;
    take(block, from + static_cast<std::uint32_t>(rest));
    return true;
}

/// The block that closes the quotation which `block` opens; each paragraph of it may open with a mark anew. None where
/// one opens with a mark below another that does not: a quotation of its own.
std::optional<BlockId> StepReader::end_of_quotation(BlockId block) const {
    bool each_opens = true;
    for (BlockId next = block + 1; next < item_.end; ++next) {
        const Block& below = document_.blocks[next];
        if (is_set_aside(below.kind)) continue;
        if (below.kind == BlockKind::table_row) return std::nullopt;
        const bool opens = opening_quote(below.text) > 0;
        if (opens && !each_opens) return std::nullopt;
        each_opens = opens;
        if (closes_quotation(below.text)) return next;
    }
    return std::nullopt;
}

bool StepReader::take_quoted_paragraph(BlockId block, std::uint32_t from) {
    const std::string_view text = std::string_view(document_.blocks[block].text).substr(from);
    if (!quotation_ends_) {
        const std::size_t mark = opening_quote(text);
        if (mark == 0 || !last_is_open() || !steps_.back().text.empty() || closing_quote(text.substr(mark)) > 0)
            return false;
        quotation_ends_ = end_of_quotation(block);
        if (!quotation_ends_) return false;
    }
    from += static_cast<std::uint32_t>(opening_quote(text));
    Step& step = steps_.back();
    add(step.text, block, from, false);
    step.lines.last = document_.blocks[block].last_line();
    if (*quotation_ends_ != block) return true;
    step.text.back().end -= static_cast<std::uint32_t>(closing_quote(document_.blocks[block].text));
    quotation_ends_.reset();
    return true;
}

}  // namespace stet
