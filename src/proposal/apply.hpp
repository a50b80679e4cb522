// Carries a proposal's operations out on a base agreement.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "document/document.hpp"
#include "proposal/proposal.hpp"
#include "proposal/splice.hpp"

namespace stet {

/// What led to the place in the base.
enum class FoundBy : std::uint8_t { nothing, number, text, title };

std::string_view found_by_name(FoundBy found);

/// What became of one operation.
struct CarriedOut {
    std::uint32_t operation = 0;  ///< index
    bool done = false;
    bool holds_already = false;  ///< not done, since the base says what it asks for
    bool words_missing = false;  ///< not done, since the unit that it names does not have the words
    NodeId base = none;          ///< the unit of the base that it works on or would; none where there is none
    FoundBy found_by = FoundBy::nothing;
    std::string reason;                ///< why it was not done; empty where it was
    std::vector<std::string> remarks;  ///< what does not fit: numbers, words, gaps, places not stated
};

/// Which operations are wanted: all that are certain or inferred and asked for or agreed (Standing), unless told
/// otherwise.
struct ApplyOptions {
    bool only_agreed = false;        ///< agreed ones and nothing else
    std::vector<std::string> items;  ///< only these items or changes; empty: all
};

/// A block of the base that an operation changes, takes away or moves.
struct TouchedBlock {
    BlockId block = 0;
    std::uint32_t by = 0;
};

struct Consolidation {
    std::vector<CarriedOut> steps;  ///< one for each operation, in its order
    std::vector<TouchedBlock> touched;
    SplicedText text;
};

/// Whether an operation asks that what follows it is renumbered, without saying how.
bool asks_for_renumbering(const Operation& operation);

/// Carries out what is certain or inferred and wanted. Targets are found in the base's own numbering first; where
/// number and text disagree the text decides and a remark says so; two places for one target: neither is touched.
/// Nothing is renumbered unless asked. The same operations in another order give the same text, where they do not
/// touch the same words; of two that do, the later one is refused.
Consolidation apply(const Document& base, const std::vector<Operation>& operations, const ApplyOptions& options,
                    const BaseForm& form);

}  // namespace stet
