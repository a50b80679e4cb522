// Text that a proposal prints, looked for in the base: in the unit that it names, else anywhere.
#pragma once

#include <string>
#include <vector>

#include "proposal/apply.hpp"
#include "proposal/locate.hpp"
#include "proposal/text_of_base.hpp"

namespace stet {

/// Finds printed paragraphs for one operation. What is found by text, twice or elsewhere than named, goes to `step`.
class PrintedText {
public:
    PrintedText(const Document& base, const BaseText& text, const Target& target, const LocatedUnit& unit,
                CarriedOut& step)
        : base_(base), text_(text), target_(target), unit_(unit), step_(step) {}

    /// The blocks that hold a printed paragraph, word for word or nearly. Empty where there are none, with a reason
    /// in the step where two places hold it.
    std::vector<BlockId> blocks_of(const std::string& printed);

private:
    std::vector<BlockId> likest(const std::string& words, BlockRange range);
    bool is_too_short_to_move(const std::string& words) const;
    std::vector<BlockId> elsewhere(BlockId block, const std::string& words);
    std::vector<BlockId> twice(std::size_t count);
    std::vector<BlockId> found(std::vector<BlockId> blocks, bool here);
    void tell_where(NodeId node);
    BlockRange range_of_unit() const;

    const Document& base_;
    const BaseText& text_;
    const Target& target_;
    const LocatedUnit& unit_;
    CarriedOut& step_;
};

/// The numbered unit above a block that a reader would name.
NodeId section_of(const Document& base, BlockId block);

/// The first words of a text in one line, at most so many bytes, for a message.
std::string first_words(std::string_view text, std::size_t most = 60);

/// Adds a remark once.
void remark(CarriedOut& step, std::string words);

constexpr double is_that_block = 0.75;  ///< of the words printed are in it

}  // namespace stet
