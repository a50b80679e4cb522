// A plan that grows operation by operation and takes nothing that touches what another one has taken.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "document/document.hpp"
#include "proposal/find_words.hpp"
#include "proposal/splice.hpp"

namespace stet {

/// What one operation wants done, before it is known whether it fits beside the others.
using Wish = SplicePlan;

class Plan {
public:
    explicit Plan(const Document& base);

    /// Takes the whole wish or nothing of it. Gives the operation that has touched the same words or blocks before, or
    /// `by` itself where the wish contradicts itself; nothing where it was taken.
    std::optional<std::uint32_t> take(const Wish& wish, std::uint32_t by);

    /// Whether all that a wish asks for is words that operation `by` changes alike.
    bool is_same(const Wish& wish, std::uint32_t by) const;

    const SplicePlan& plan() const { return plan_; }

    /// The plan in which what has a home stands behind the last block that stays there.
    SplicePlan settled() const;

private:
    std::optional<std::uint32_t> clash(const Wish& wish, std::uint32_t by) const;

    const Document& base_;
    SplicePlan plan_;
    std::vector<std::vector<WordSplice>> words_;  ///< by block
    std::vector<std::uint32_t> removed_;          ///< by block: by whom, or none
    std::vector<std::uint32_t> moved_;
    std::vector<std::uint32_t> relocation_of_;  ///< by block: index into the plan's relocations, or none
};

}  // namespace stet
