// Where labels may stand in a document: the proposals for every block, found once and in order.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "document/block.hpp"
#include "grammar/label_index.hpp"

namespace stet {

/// How sure the words around a label make it, its number aside.
enum class Evidence : std::uint8_t { nothing, weak, strong };

/// A place where one or more labels may be read.
struct Site {
    std::uint32_t block = 0;
    std::uint32_t line_begin = 0;  ///< offset at which its line begins
    std::uint32_t first = 0;       ///< its readings are Sites::readings[first, first + count)
    std::uint16_t count = 0;
    bool opens_block = false;  ///< nothing but ornament stands before it in its block
    bool listed = false;       ///< an item of a list that names units
    /// The reading, counted from `first`, that would open a unit with a rank of its own.
    std::uint16_t structural = no_reading;
    Evidence evidence = Evidence::nothing;  ///< of that reading
    std::uint32_t label_end = 0;            ///< behind that label and the punctuation that closes it

    static constexpr std::uint16_t no_reading = 0xffff;
};

/// All sites of a document. Texts are the blocks' with what is outside the face blanked out.
class Sites {
public:
    Sites(std::span<const Block> blocks, const Grammar& grammar, const LabelIndex& index, Face face);

    const std::vector<Site>& all() const { return sites_; }
    const Reading& reading(const Site& site, std::size_t i) const { return readings_[site.first + i]; }
    /// Sites of a block: [first_of(block), first_of(block + 1)).
    std::uint32_t first_of(std::size_t block) const { return first_[block]; }
    /// The block's text in the face, offsets as in the block.
    std::string_view text(std::size_t block) const;
    /// Nothing of the block is in the face.
    bool blank(std::size_t block) const;
    /// Readings at another offset of a block's text, for labels that follow one another on a line.
    std::size_t readings_at(std::size_t block, std::uint32_t at, std::vector<Reading>& out) const;

private:
    void collect(std::uint32_t block);
    void add_site(std::uint32_t block, std::uint32_t line_begin, std::uint32_t line_end, bool opens_block);
    void add_inside_line(std::uint32_t block, std::uint32_t line_begin, std::uint32_t line_end);
    void judge(Site& site, std::uint32_t line_end) const;
    bool is_listed(const Site& site) const;
    bool is_below_listed(const Site& site) const;
    bool has_text_below(const Site& site, std::uint32_t line_end) const;
    bool is_placeholder(std::string_view words) const;
    bool in_row(const Site& above, const Site& next) const;

    std::span<const Block> blocks_;
    const Grammar& grammar_;
    const LabelIndex& index_;
    Face face_;
    std::vector<Site> sites_;
    std::vector<Reading> readings_;
    std::vector<std::uint32_t> first_;
    std::vector<std::string> masked_;       ///< texts of blocks with something outside the face
    std::vector<std::uint32_t> masked_of_;  ///< block to masked_, or none
};

}  // namespace stet
