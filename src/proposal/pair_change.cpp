// The half that is changed says the value; the pair is written anew.
#include "proposal/pair_change.hpp"

#include <string_view>
#include <utility>
#include <vector>

#include "proposal/find_words.hpp"
#include "quantity/pair.hpp"
#include "quantity/quantity.hpp"

namespace stet {

namespace {

/// The value of which a splice changes a part and leaves another.
std::optional<Quantity> touched_in_part(const Document& base, const WordSplice& splice) {
    for (Quantity& one : find_quantities(base.blocks[splice.block].text, base.reference_nouns)) {
        const bool inside = one.span.begin <= splice.text.begin && splice.text.end <= one.span.end;
        if (inside && one.span.size() > splice.text.size()) return std::move(one);
    }
    return std::nullopt;
}

}  // namespace

std::optional<PairChange> pair_change(const Document& base, const WordSplice& splice) {
    const std::optional<Quantity> old =
        splice.text.empty() || splice.with.empty() ? std::nullopt : touched_in_part(base, splice);
    if (!old) return std::nullopt;
    const std::string& text = base.blocks[splice.block].text;
    const std::string pair = text.substr(old->span.begin, old->span.size());
    if (!pair_like(pair, old->amount)) return std::nullopt;
    const std::size_t ahead = splice.text.begin - old->span.begin;
    const std::string said =
        pair.substr(0, ahead) + splice.with + text.substr(splice.text.end, old->span.end - splice.text.end);
    const std::vector<Quantity> read = find_quantities(said, base.reference_nouns);
    if (read.size() == 1 && !read[0].in_words) return std::nullopt;
    PairChange out{one_line(pair), one_line(said), pair.find('(') < ahead, std::nullopt};
    if (read.size() != 1) return out;
    if (const auto fresh = pair_like(pair, out.figure ? read[0].amount : *read[0].in_words))
        out.whole = {splice.block, old->span, *fresh, splice.by};
    return out;
}

}  // namespace stet
