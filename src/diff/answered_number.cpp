// Finds typed numbers that the other side counts.
#include "diff/answered_number.hpp"

#include <algorithm>

#include "text/letters.hpp"

namespace stet {

namespace {

bool goes_on(char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// Answers the edit of `op` at the head of the block `typed` where `counted` has its number. What the other side put in
/// before it stands behind it then.
void answer(std::vector<Edit>& edits, EditOp op, Span Edit::*side, const Block& typed, const Block& counted) {
    const EditOp other = op == EditOp::deleted ? EditOp::inserted : EditOp::deleted;
    const auto edit = std::find_if(edits.begin(), edits.end(), [&](const Edit& e) { return e.op != other; });
    if (edit == edits.end() || edit->op != op || edit->aside) return;
    Span& words = (*edit).*side;
    const std::uint32_t size = answered_number(std::string_view(typed.text).substr(0, words.end), counted);
    if (size == 0) return;
    Edit number;
    number.*side = {0, size};
    words.begin = size;
    if (words.empty()) edits.erase(edit);
    edits.insert(edits.begin(), number);
}

}  // namespace

std::uint32_t answered_number(std::string_view typed, const Block& counted) {
    if (!counted.computed || counted.number.empty() || !typed.starts_with(counted.number)) return 0;
    auto size = static_cast<std::uint32_t>(counted.number.size());
    if (size < typed.size() && goes_on(typed[size])) return 0;
    while (size < typed.size() && is_blank(typed[size])) ++size;
    return size;
}

void answer_numbers(std::vector<Edit>& edits, const Block& before, const Block& after) {
    if (before.computed == after.computed || edits.empty()) return;
    if (after.computed)
        answer(edits, EditOp::deleted, &Edit::before, before, after);
    else
        answer(edits, EditOp::inserted, &Edit::after, after, before);
}

}  // namespace stet
