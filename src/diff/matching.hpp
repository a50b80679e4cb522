// What the passes share: both documents, their fingerprints and the pairs found so far.
#pragma once

#include <functional>
#include <memory>
#include <span>
#include <unordered_map>
#include <utility>
#include <vector>

#include "diff/alignment.hpp"
#include "diff/fingerprint.hpp"
#include "diff/item_names.hpp"
#include "diff/similarity.hpp"
#include "diff/stock.hpp"

namespace stet {

/// One document with its fingerprints, and the bags of its units, made when first asked for.
class DocumentSide {
public:
    DocumentSide(const Document& document, const Fingerprints& prints);
    const Document& document() const { return document_; }
    const Fingerprints& prints() const { return prints_; }
    const ItemNames& names() const { return names_; }
    const Node& node(NodeId id) const { return document_.nodes[id]; }
    const Bag& bag(NodeId id, const Rarity& rarity);
    /// The words of a unit that weigh most: by these it is looked up among many.
    const std::vector<Bag::Entry>& rare_words(NodeId id, const Rarity& rarity);

    /// An item of a list, without a title: "(a)", "2.".
    bool is_list_item(NodeId id) const;
    /// One without children.
    bool is_list_paragraph(NodeId id) const;

    std::vector<std::uint32_t> match;  ///< by NodeId: index into Matching::matches, or none
    bool is_free(NodeId id) const { return match[id] == none; }
    /// Whether a unit has a heading that no other unit of its document has.
    bool has_own_heading(NodeId id) const { return own_heading_[id]; }
    /// The sibling before a unit, or none.
    NodeId sibling_before(NodeId id) const;
    /// The match of the nearest ancestor that has one.
    std::uint32_t ancestor_match(NodeId id) const;

private:
    const Document& document_;
    const Fingerprints& prints_;
    ItemNames names_;
    std::vector<std::unique_ptr<Bag>> bags_;
    std::vector<std::vector<Bag::Entry>> rare_words_;
    std::vector<bool> own_heading_;
};

/// A pair that a pass considers, and how good it is.
struct Candidate {
    NodeId before;
    NodeId after;
    float score;
};

/// Units of both sides without a partner that may be each other's.
struct FreeUnits {
    std::vector<NodeId> before;
    std::vector<NodeId> after;
};

/// Sorts pairs so that an increasing sequence of their after-units takes one pair of each before-unit at most.
void in_order_of_before(std::vector<Candidate>& pairs);

/// The mapping store: passes add to it (as in GumTree, Falleri et al. 2014), and one takes away.
class Matching {
public:
    Matching(const Document& before, const Fingerprints& before_prints, const Document& after,
             const Fingerprints& after_prints);

    DocumentSide before;
    DocumentSide after;
    std::vector<NodeMatch> matches;  ///< matches[0] pairs the roots
    Rarity rarity;

    /// The first before-node and the first after-node of every match, in the order of before.
    std::vector<std::pair<NodeId, NodeId>> pairs() const;
    void pair(NodeId b, NodeId a, MatchedBy by);
    /// Pairs by what the two have in common: the same text, the same label, the same heading, or likeness alone.
    void pair_by_evidence(NodeId b, NodeId a);
    /// Makes `extra` a further before-node or after-node of a match: a merge or a split.
    void join_before(std::uint32_t match, NodeId extra);
    void join_after(std::uint32_t match, NodeId extra);

    /// Makes the bags of the units without a partner, on all processors: the passes will ask for most of them.
    void make_bags();

    /// What runs of words say of the own text of two units.
    Shared judge_shared(NodeId b, NodeId a);
    /// The runs of both documents, counted when first asked for.
    const Stock& stock();

    /// Whether two blocks have nothing but stock phrases in common, and a document is put together of such.
    bool are_patchwork(BlockId b, BlockId a);

    /// Whether two units may be one though they are of other levels: where sentences come back all the time, only in
    /// one place.
    bool may_change_level(NodeId b, NodeId a);
    /// Whether two units have one heading that nothing else in either document has.
    bool share_own_heading(NodeId b, NodeId a) const;

    /// Whether the headings of two units have a word in common that no other heading of either document has.
    bool share_word_of_headings(NodeId b, NodeId a);

    /// Whether nothing but stock phrases, which several other texts hold too, makes two units alike, and no heading of
    /// their own says that they are the same. Paragraphs of lists are told by their list.
    bool is_stock(NodeId b, NodeId a);

    /// Whether two units have titles without a common word, and no words in common but such as a third has too.
    bool are_other_subjects(NodeId b, NodeId a);

    /// Whether two items are called otherwise, and one's name is that of an item in the other's list, or little is said
    /// behind the names and these have no common word.
    bool are_other_items(NodeId b, NodeId a) const;

    /// Whether two paragraphs of lists speak of things with other numbers, "Step 5" and "Step 6", and set other sums
    /// and dates.
    bool are_numbered_otherwise(NodeId b, NodeId a) const;

    /// Whether any unit below one of two is paired with one below the other.
    bool share_items(NodeId b, NodeId a) const;

    /// Whether a pair would stand between the pairs that its nearest neighbours are in.
    bool keeps_order(NodeId b, NodeId a) const;

    /// The weight of the words that the units' own texts share.
    float shared(NodeId b, NodeId a);
    /// Likeness of the units' own text, 0 to 1.
    float likeness(NodeId b, NodeId a);
    /// Likeness with what label, heading and parents add to it; 0 where the levels forbid the pair.
    float score(NodeId b, NodeId a);

    /// Pairs free nodes of two sequences (each in pre-order) so that order is kept and the sum of scores is greatest.
    void pair_in_order(std::span<const NodeId> b, std::span<const NodeId> a, float least);
    /// Works out, on all processors, what the units of each gap share, but for gaps with too many pairs to look at all.
    void compare_all(std::span<const FreeUnits> gaps);
    /// Candidates between two sequences that reach `least` by `score`: all pairs where few, else those that share rare
    /// words.
    std::vector<Candidate> candidates(std::span<const NodeId> b, std::span<const NodeId> a, float least,
                                      const std::function<float(NodeId, NodeId)>& score);

private:
    NodeId paired_sibling(NodeId b, bool before_it) const;

    std::unique_ptr<Stock> stock_;
    std::unordered_map<std::uint64_t, std::uint32_t> heading_words_;  ///< headings that have it; made when asked for
    std::unordered_map<std::uint64_t, float> shared_;  ///< of pairs of units that were asked for, by both numbers
};

/// Whether two units have a label, and the same.
bool same_label(const Node& before, const Node& after);

// The passes, one file each.

/// Units whose text occurs once on each side.
void match_identical(Matching& matching);
/// Paragraphs of one list that say the same around their sums and dates.
void match_frames(Matching& matching);
/// Units between two pairs, and under a pair, that are alike.
void match_similar(Matching& matching);
/// Items of one list with the same name.
void match_named(Matching& matching);
/// Units under paired parents with the same label or heading whose text was rewritten.
void match_labels(Matching& matching);
/// Units that left their place.
void match_moved(Matching& matching);
/// One unit that became two, or two that became one.
void match_split_merge(Matching& matching);
/// Takes back pairs of short list paragraphs that went alone from one unit to another.
void part_strays(Matching& matching);
/// Units left over on both sides.
void match_remaining(Matching& matching);
/// Items of one list that each stand under the other's label.
void match_crossed(Matching& matching);

}  // namespace stet
