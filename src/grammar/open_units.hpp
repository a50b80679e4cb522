// The units that stand open while a document is read, and the choice among the readings of a list label.
//
//   (h) …          after (h), "(i)" may be the ninth letter or the first roman number below (h);
//   (i) …          the label that follows decides: "(j)" makes it a letter, "(ii)" a roman number.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "document/document.hpp"
#include "grammar/site.hpp"

namespace stet {

/// A unit that is not closed yet.
struct OpenUnit {
    NodeId node = 0;
    std::uint16_t level = 0;  ///< in Grammar::levels; `heading` for a heading without a label
    std::uint16_t rank = 0;   ///< 0 where the level has none
    std::uint16_t pattern = 0;
    Ordinals ordinals;
    bool list = false;
    bool keeps_headings = false;
    std::uint8_t heading_depth = 0;  ///< of the format's heading that opened it
    std::uint8_t list_depth = 0;     ///< of the format's list item that opened it
    std::uint16_t indent = 0;

    static constexpr std::uint16_t heading = 0xffff;
};

/// A reading chosen for a label: the unit opens with `keep` units of the stack left open.
struct Choice {
    std::size_t reading = 0;
    std::size_t keep = 0;
    int score = 0;
    bool in_row = false;  ///< it follows an open label of its row, or the next of its row follows
};

class OpenUnits {
public:
    OpenUnits(const Grammar& grammar, const Sites& sites, const std::vector<Block>& blocks)
        : grammar_(grammar), sites_(sites), blocks_(blocks) {}

    std::vector<OpenUnit>& stack() { return stack_; }
    const std::vector<OpenUnit>& stack() const { return stack_; }

    /// The best reading of a list label, or none that is good enough. `site` is an index into Sites::all().
    std::optional<Choice> choose_list(std::uint32_t site) const;

    /// The best of readings that stand at `after_site` but are not its own (a second label on its line).
    std::optional<Choice> choose_second(const std::vector<Reading>& readings, std::uint32_t after_site) const;

    /// How many units stay open where a paragraph without a label comes: lists that do not go on behind it are closed.
    std::size_t kept_by_paragraph(std::uint32_t block, std::uint32_t next_site) const;

    /// How many units are open up to the innermost list whose next label comes soon; 0 where no row goes on.
    std::size_t row_goes_on(std::uint32_t next_site) const;

    /// Closes units; `resumable` remembers their rows, which a paragraph has interrupted and which may go on behind it.
    void close_to(std::size_t keep, bool resumable);

private:
    Choice score(const Reading& reading, const Block& block) const;
    std::uint32_t sibling_distance(const Reading& reading, std::uint32_t after_site) const;
    std::optional<Choice> choose(const Reading* readings, std::size_t count, const Block& block,
                                 std::uint32_t after_site) const;
    std::size_t list_base() const;

    const Grammar& grammar_;
    const Sites& sites_;
    const std::vector<Block>& blocks_;
    std::vector<OpenUnit> stack_;
    std::vector<OpenUnit> interrupted_;  ///< last items of lists closed under the innermost unit that is no list
};

}  // namespace stet
