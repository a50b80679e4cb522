// One operation whose target is named as people name it: what it wants done to the base. For apply_named*.cpp alone.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "proposal/apply.hpp"
#include "proposal/counted_text.hpp"
#include "proposal/find_printed.hpp"
#include "proposal/find_words.hpp"
#include "proposal/locate.hpp"
#include "proposal/plan.hpp"
#include "proposal/text_of_base.hpp"

namespace stet {

/// The paragraphs of a text parted by line breaks.
std::vector<std::string> lines_of(const std::string& text);

/// Whether a drawn paragraph prints words of the old text.
bool has_old_words(const DrawnBlock& block);

class NamedOperation {
public:
    NamedOperation(const Document& base, const BaseText& text, const Operation& operation, bool renumbers,
                   CarriedOut& step)
        : base_(base),
          text_(text),
          operation_(operation),
          renumbers_(renumbers),
          step_(step),
          by_(step.operation),
          printed_(base, text, operation.target, unit_, step) {}

    Wish run();

private:
    void fail(std::string reason) { step_.reason = std::move(reason); }
    /// There is nothing to do: the base says it.
    void holds_already(std::string reason) {
        step_.holds_already = true;
        fail(std::move(reason));
    }
    void drop_repeated_number();
    const Target& named_target() const;
    void dispatch();
    bool is_overlaid() const;
    /// Whether the base has the unit that is named; says what is missing.
    bool has_unit();
    bool is_whole_unit();
    void take_unit(const LocatedUnit& unit);
    /// An operation on another agreement, which the base's opening does not name.
    bool concerns_another_agreement();
    bool names_two_places();
    void move();
    bool contradicts_number(const Target& to, const LocatedUnit& goal);
    void move_as(const LocatedUnit& goal);
    bool move_among(const LocatedUnit& goal);
    void move_as_paragraph(const LocatedUnit& goal);
    void renumber();
    /// Values that are told and not drawn: dates of the term, amounts of tables.
    void set();
    bool says_more_than_is_read();
    bool names_more_than_is_read();
    std::vector<BlockId> set_blocks();
    std::vector<BlockId> rows_of_table() const;
    std::string why_not_whole_table(const std::vector<BlockId>& old) const;
    bool take_whole_table();
    /// Reprinted text: what differs from the base is told, and carried out where it is all of a unit.
    void hold_against_base();
    bool take_reprint();
    /// False where the paragraph printed is not that one.
    bool take_reprinted(BlockId block, const std::string& fresh, std::vector<WordSplice>& splices,
                        std::vector<std::string>& told) const;

    // units that go
    void repeal();
    std::vector<std::string> printed_blocks() const;
    /// The unit that opens with the first paragraph printed; it goes where the rest of it is what is printed, too.
    void repeal_printed();
    void tell_differing(BlockId block, const std::string& text);
    void tell_unprinted(NodeId node, const std::vector<std::string>& printed);
    bool leaves_gap(NodeId node) const;
    void remove_unit(NodeId node);

    // words and paragraphs that change
    void change();
    bool change_value();
    /// Printed paragraphs in their order: struck, edited, and new ones behind those before them.
    void change_drawn();
    /// New text that follows a paragraph of which nothing stays but its number stands behind that number.
    bool take_place(const std::string& text);
    bool are_mostly(const std::string& printed, const std::vector<BlockId>& blocks) const;
    /// A unit whose text is replaced keeps its number where the new text prints none.
    void put_in_place(BlockId block, std::vector<NewBlock>& fresh);
    void put_words(BlockId block, std::uint32_t from, const std::string& fresh);
    static bool begins_with(const std::string& text, const std::string& label);
    static bool begins_with_label(const std::string& text, const Node& unit);
    bool is_done(const std::vector<BlockId>& blocks, const DrawnBlock& drawn) const;
    void not_there(const std::string& printed);
    /// Words quoted in an instruction.
    void change_quoted();
    bool is_amount_told() const;
    bool take_pair_along(WordSplice& splice);
    bool is_label(BlockId block, Span words);
    bool is_caption(const TextPlace& place) const;
    void take_captioned(BlockId block);
    static void end_where_base_goes_on(std::string_view text, WordSplice& change);
    void tell_punctuation(std::string_view text, const WordChange& change);
    void check_beside(const TextPlace& place);
    std::vector<TextPlace> counted_among(const std::vector<TextPlace>& places);
    std::string sentences_around(const std::vector<TextPlace>& places) const;
    bool fills_a_cell(const TextPlace& place) const;
    std::vector<TextPlace> choose(const std::vector<TextPlace>& places) const;
    void quoted_not_there(const std::string& words, BlockRange range);
    /// What is counted and not printed: a sentence, paragraphs, all of a unit.
    void change_sentence();
    void change_paragraphs();
    CountedBlocks counted_blocks(const std::string& said) const;
    void replace_unit();
    bool is_old_text(const std::vector<NewBlock>& fresh, const std::vector<BlockId>& old);
    bool is_for_all(const std::vector<NewBlock>& fresh, BlockId opening, const std::vector<BlockId>& old);

    // what comes
    void insert();
    std::vector<NewBlock> new_blocks() const;
    /// All of the new text in one line.
    std::string new_words() const;
    static BlockKind kind_of(const DrawnBlock& drawn);
    void put_new(BlockId at, bool before, std::vector<NewBlock>& fresh);
    bool already_there(const std::vector<NewBlock>& fresh);
    bool stands_beside(const TextPlace& anchor, const std::string& words, bool before) const;
    /// The last paragraph of the unit, or the one that the instruction counts.
    std::optional<BlockId> place_in_unit();
    /// A row of a table goes beside the one that is named, or behind the last.
    void insert_row(std::vector<NewBlock>& fresh);
    std::optional<BlockId> row_beside();
    /// A new article or letter stands below a heading of the shape that its neighbours have.
    void add_heading(NodeId like, const std::string& number, const std::string& title,
                     std::vector<NewBlock>& fresh) const;
    std::string title_of_new() const;
    bool add_article(std::vector<NewBlock>& fresh);
    bool is_item_of_other_text(BlockId at) const;
    bool goes_on_behind(BlockId at, const std::vector<NewBlock>& fresh);
    bool may_be_row_above(const std::string& words);
    NodeId item_before(const std::string& words) const;
    void add_to_paragraph(BlockId at, const std::vector<NewBlock>& fresh);
    std::string number_of_new(const std::vector<NewBlock>& fresh) const;
    bool has_number(std::string_view level, const std::string& number) const;
    /// False where it has no number, or stands behind none.
    bool add_numbered(std::vector<NewBlock>& fresh);
    void leave_to_list(NodeId like, const std::string& label, bool counts, NewBlock& fresh) const;
    void put_numbered(const std::string& number, NodeId before, NodeId same, NodeId within,
                      std::vector<NewBlock>& fresh);
    void put_before_unit(NodeId node, std::vector<NewBlock>& fresh);
    void put_behind_unit(NodeId node, std::vector<NewBlock>& fresh);
    /// False where no unit is named beside which it stands.
    bool put_beside_anchor(std::vector<NewBlock>& fresh);
    void add_label(NodeId like, const std::string& label, const std::string& title, NewBlock& fresh) const;
    /// A new item with a label stands behind the one that has the label before; false where there is no such list.
    bool add_labelled_item(std::vector<NewBlock>& fresh);
    bool is_next_item() const;
    void put_behind_item(NodeId before, const std::string& label, std::vector<NewBlock>& fresh);
    NodeId item_of(BlockId block) const;
    std::vector<NodeId> lists_for(const std::string& label) const;
    bool is_item(const TextPlace& place) const;
    void remove_item(BlockId item);
    /// A new item of the list.
    NodeId last_of_list(BlockId block) const;
    void put_beside_item(BlockId item, std::vector<NewBlock> fresh);
    void insert_at_sentence();
    void insert_at_words(const std::vector<NewBlock>& fresh);
    static std::string take_caption(NewBlock& block);
    std::string number_of_letter(NodeId last);
    /// A new letter stands behind the last one of the base.
    void add_letter(std::vector<NewBlock>& fresh);

    BlockRange unit_range() const { return unit_.node == none ? text_.whole() : stet::range_of(base_, unit_); }
    BlockRange range_of(NodeId node) const {
        return node == none ? text_.whole() : BlockRange{base_.nodes[node].first_block, base_.nodes[node].end_block};
    }
    NodeId node_of(BlockId block) const { return base_.places[block].node; }

    const Document& base_;
    const BaseText& text_;
    const Operation& operation_;
    bool renumbers_;  ///< the numbers behind it are to change
    CarriedOut& step_;
    std::uint32_t by_;
    LocatedUnit unit_;
    PrintedText printed_;
    Wish wish_;
};

}  // namespace stet
