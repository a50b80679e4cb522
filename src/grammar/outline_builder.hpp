// Builds the tree block by block: opens and closes units, cuts blocks, gathers titles.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "document/document.hpp"
#include "grammar/contents.hpp"
#include "grammar/open_units.hpp"
#include "grammar/site.hpp"

namespace stet {

class OutlineBuilder {
public:
    OutlineBuilder(Document& out, std::vector<Block>& blocks, const Grammar& grammar, Face face);

    /// Moves the blocks into the document, with places and nodes.
    void build();

private:
    /// A part of the block in hand that will be a block of its own.
    struct Piece {
        std::uint32_t begin = 0;  ///< offset in the block's text
        NodeId node = 0;
        Span label;  ///< in the block's text
        bool heading = false;
    };

    /// A unit whose title or number is still to come.
    struct Pending {
        NodeId node = 0;
        std::uint16_t level = 0;
        bool wants_number = false;
        bool has_title = false;
        bool passing = false;         ///< inside lines that are not the title ("between …")
        std::uint8_t depth = 0;       ///< of the last heading taken
        std::uint32_t last_line = 0;  ///< of the last block taken
        unsigned blocks = 0;
    };

    void take_block(std::uint32_t block);
    void take_set_aside(std::uint32_t block, BlockKind kind);
    void read_block(std::uint32_t block);
    void read_unlabelled(std::uint32_t block);
    void read_site(std::uint32_t site);
    bool open_structural(std::uint32_t site);
    bool open_titled(std::uint32_t site);
    bool open_heading_label(std::uint32_t site);
    bool open_list(std::uint32_t site);
    void open_second(std::uint32_t site, std::uint32_t at);
    void open_heading(std::uint32_t block);
    bool row_goes_on(std::uint32_t block) const;
    bool open_closing(std::uint32_t block);
    bool take_title(std::uint32_t block);
    bool join_title(std::uint32_t block);
    bool names_kind_again(const Site& site) const;
    bool take_title_line(const Block& block, std::uint32_t begin, std::uint32_t end);
    std::uint32_t take_number(const Level& level, std::uint32_t at);
    void await_title(const OpenUnit& unit, const Block& block, bool has_title);

    bool heads_next(std::size_t site, const Ordinals& own) const;
    bool is_bare(const Reading& reading) const;
    bool is_part_of_number(std::uint16_t level, const Reading& reading, std::string_view rest) const;
    bool heads_numbers(std::uint16_t level) const;
    bool heads_list(std::size_t site, const Reading& reading) const;
    std::optional<Reading> titled_reading(const Site& site, std::uint16_t level) const;
    bool is_expected(const Reading& reading, NodeId parent) const;
    bool is_repeated_heading(const Reading& reading, std::string_view title) const;
    bool has_prefix_open(const Ordinals& ordinals) const;
    std::optional<Choice> choose_heading_label(const Site& site, std::size_t keep) const;
    std::size_t kept_by_rank(const Reading& reading, bool line) const;
    std::size_t kept_by_attachment(std::uint32_t block, std::size_t keep) const;
    std::size_t kept_by_heading(std::uint8_t depth) const;

    /// Opens a unit at `at`, the beginning of its line, with `keep` units left open.
    OpenUnit& open_unit(std::uint32_t block, std::uint32_t at, std::size_t keep, std::uint16_t level);
    void label_unit(const Reading& reading, std::uint32_t block, std::uint32_t label_end);
    void set_line_title(const Site& site);
    void set_caption(std::uint32_t block, std::uint32_t from);
    void append_heading(std::string_view words);
    void close_to(std::size_t keep, BlockId end, bool resumable = false);
    bool goes_on_in_sentence() const;
    bool item_is_title() const;
    bool is_set_in_item(std::uint32_t block) const;
    void begin_piece(std::uint32_t at);
    void finish_block(std::uint32_t block);
    NodeId current() const;
    BlockId here() const { return static_cast<BlockId>(out_.blocks.size() + pieces_.size() - 1); }
    void note_number(const Reading& reading, std::uint32_t block, NodeId parent);
    static std::uint64_t row_key(NodeId parent, std::uint16_t level, std::uint16_t pattern);

    Document& out_;
    std::vector<Block>& blocks_;
    const Grammar& grammar_;
    LabelIndex index_;
    Sites sites_;
    std::vector<bool> contents_;  ///< by block
    OpenUnits open_;
    std::vector<bool> allowed_;   ///< by level of the grammar: what Level::without names is not in the document
    std::vector<Ordinals> last_;  ///< by level: last numbers opened in the document
    std::unordered_map<std::uint64_t, Ordinals>
        last_under_;                                ///< by row_key; the row of a level of rank is pattern 0xffff
    std::vector<std::uint16_t> level_in_document_;  ///< by level of the grammar: index into Document::levels
    std::vector<Piece> pieces_;
    std::optional<Pending> pending_;
    std::string_view text_;                         ///< of the block in hand, in the face
    std::uint32_t consumed_ = 0;                    ///< of the block in hand: behind what is title
    std::string under_heading_;                     ///< key of the last heading that has units of its own kind below it
    std::unordered_set<std::string> listed_below_;  ///< first words of the list items below it
};

}  // namespace stet
