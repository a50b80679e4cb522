// Follows each block of a file into its two faces.
//
//   file:    A {--B--} C           before: A B C     after: A {++D++}
//            {++D++}
//   wrong:   two strangers: C might be taken for D
//   ours:    the first block is the first block, D is new, whatever they say
#include "diff/align_faces.hpp"

#include <algorithm>

#include "text/letters.hpp"

namespace stet {

namespace {

std::uint32_t count_letters(const Block& block, Span span) {
    const auto begin = block.text.begin() + span.begin;
    const auto end = block.text.begin() + span.end;
    return static_cast<std::uint32_t>((end - begin) - std::count_if(begin, end, is_blank));
}

Span whole(const Block& block) {
    return {0, static_cast<std::uint32_t>(block.text.size())};
}

bool has_words(const Block& block, Face face) {
    return std::any_of(block.runs.begin(), block.runs.end(),
                       [&](const Run& run) { return !outside(run.marks, face) && count_letters(block, run.text) > 0; });
}

/// A block of one face in its document, and its letters that the other face has too.
struct FaceBlock {
    BlockId id;
    std::uint32_t origin;
    std::uint32_t letters;
};

/// The mark whose text the other face drops.
Mark own_mark(Face face) {
    return face == Face::before ? Mark::struck : Mark::inserted;
}

bool is_common(Marks marks, Face face) {
    return marks.has(Mark::comment) || !marks.has(own_mark(face));
}

std::uint32_t common_letters(const Block& block, Face face) {
    std::uint32_t letters = 0;
    for (const Run& run : block.runs)
        if (is_common(run.marks, face)) letters += count_letters(block, run.text);
    return letters;
}

/// The document's blocks with their origins. Outlines cut blocks and keep all letters in order.
std::vector<FaceBlock> follow(const Document& document, const std::vector<FaceBlocks::Origin>& origins) {
    std::vector<FaceBlock> out;
    std::size_t at = 0;
    std::uint32_t taken = 0;
    for (BlockId id = 0; id < document.blocks.size(); ++id) {
        const Block& block = document.blocks[id];
        if (id > 0 && at + 1 < origins.size() && taken >= origins[at].letters) {
            ++at;
            taken = 0;
        }
        taken += count_letters(block, whole(block));
        out.push_back({id, at < origins.size() ? origins[at].block : none, common_letters(block, document.face)});
    }
    return out;
}

std::uint32_t word_begin(const std::string& text, std::uint32_t at) {
    while (at > 0 && !is_blank(text[at - 1])) --at;
    return at;
}

/// Where the word of the common letter `index` of a block begins in its text.
std::uint32_t begin_of_word_at(const Block& block, Face face, std::uint32_t index) {
    for (const Run& run : block.runs) {
        if (!is_common(run.marks, face)) continue;
        for (std::uint32_t at = run.text.begin; at < run.text.end; ++at)
            if (!is_blank(block.text[at]) && index-- == 0) return word_begin(block.text, at);
    }
    return static_cast<std::uint32_t>(block.text.size());
}

class FaceAligner {
public:
    FaceAligner(const Document& before, const std::vector<FaceBlocks::Origin>& before_origins, const Document& after,
                const std::vector<FaceBlocks::Origin>& after_origins)
        : before_(before), after_(after), b_(follow(before, before_origins)), a_(follow(after, after_origins)) {}

    Alignment run() {
        pair_blocks_of_origins();
        pair_nodes();
        return std::move(out_);
    }

private:
    void pair_blocks_of_origins() {
        std::size_t b = 0;
        std::size_t a = 0;
        while (b < b_.size() && a < a_.size()) {
            if (b_[b].origin != a_[a].origin) {
                ++(b_[b].origin < a_[a].origin ? b : a);
                continue;
            }
            const std::size_t b_end = end_of_origin(b_, b);
            const std::size_t a_end = end_of_origin(a_, a);
            pair_parts(b, b_end, a, a_end);
            b = b_end;
            a = a_end;
        }
    }

    static std::size_t end_of_origin(const std::vector<FaceBlock>& blocks, std::size_t from) {
        std::size_t end = from + 1;
        while (end < blocks.size() && blocks[end].origin == blocks[from].origin) ++end;
        return end;
    }

    /// Pairs the parts of one block of the file that share letters; the first ones where none do.
    void pair_parts(std::size_t b, std::size_t b_end, std::size_t a, std::size_t a_end) {
        const std::size_t first = out_.blocks.size();
        std::uint32_t b_passed = 0;
        std::uint32_t a_passed = 0;
        std::size_t i = b;
        std::size_t j = a;
        while (i < b_end && j < a_end) {
            const std::uint32_t b_left = b_[i].letters - b_passed;
            const std::uint32_t a_left = a_[j].letters - a_passed;
            if (b_left > 0 && a_left > 0) put(b_[i].id, b_passed, a_[j].id, a_passed, first);
            const std::uint32_t common = std::min(b_left, a_left);
            b_passed += common;
            a_passed += common;
            if (b_left == common) {
                ++i;
                b_passed = 0;
            }
            if (a_left == common) {
                ++j;
                a_passed = 0;
            }
        }
        if (out_.blocks.size() == first) put(b_[b].id, 0, a_[a].id, 0, first);
    }

    /// Adds a pair whose stretches begin behind so many common letters; the last pair's stretches of the same blocks
    /// end there.
    void put(BlockId b, std::uint32_t b_passed, BlockId a, std::uint32_t a_passed, std::size_t first) {
        BlockPair pair{b, whole(before_.blocks[b]), a, whole(after_.blocks[a]), false};
        if (b_passed > 0) pair.before_text.begin = begin_of_word_at(before_.blocks[b], Face::before, b_passed);
        if (a_passed > 0) pair.after_text.begin = begin_of_word_at(after_.blocks[a], Face::after, a_passed);
        if (out_.blocks.size() > first) {
            BlockPair& last = out_.blocks.back();
            if (last.before == b) last.before_text.end = pair.before_text.begin;
            if (last.after == a) last.after_text.end = pair.after_text.begin;
        }
        out_.blocks.push_back(pair);
    }

    /// Units whose first blocks are one are one.
    void pair_nodes() {
        out_.before_match.assign(before_.nodes.size(), none);
        out_.after_match.assign(after_.nodes.size(), none);
        join(0, 0, MatchedBy::root);
        std::vector<BlockId> partner(after_.blocks.size(), none);
        for (const BlockPair& pair : out_.blocks)
            if (pair.before_text.begin == 0 && pair.after_text.begin == 0) partner[pair.after] = pair.before;
        NodeId b = 1;
        for (NodeId a = 1; a < after_.nodes.size(); ++a) {
            const BlockId opens = partner[after_.nodes[a].first_block];
            if (opens == none) continue;
            while (b < before_.nodes.size() && before_.nodes[b].first_block < opens) ++b;
            if (b < before_.nodes.size() && before_.nodes[b].first_block == opens) join(b++, a, MatchedBy::position);
        }
        set_similarities();
    }

    void join(NodeId b, NodeId a, MatchedBy by) {
        out_.before_match[b] = out_.after_match[a] = static_cast<std::uint32_t>(out_.nodes.size());
        out_.nodes.push_back({{b}, {a}, by, 1.0, false});
    }

    /// The share of letters in both faces, in the units' own blocks.
    void set_similarities() {
        std::vector<std::uint64_t> all(out_.nodes.size(), 0);
        std::vector<std::uint64_t> common(out_.nodes.size(), 0);
        const auto add = [&](const Document& document, const std::vector<FaceBlock>& blocks,
                             const std::vector<std::uint32_t>& match) {
            for (const FaceBlock& block : blocks) {
                const std::uint32_t index = match[document.places[block.id].node];
                if (index == none || is_set_aside(document.blocks[block.id].kind)) continue;
                all[index] += count_letters(document.blocks[block.id], whole(document.blocks[block.id]));
                common[index] += block.letters;
            }
        };
        add(before_, b_, out_.before_match);
        add(after_, a_, out_.after_match);
        for (std::size_t i = 0; i < all.size(); ++i)
            if (all[i] > 0) out_.nodes[i].similarity = static_cast<double>(common[i]) / static_cast<double>(all[i]);
    }

    const Document& before_;
    const Document& after_;
    std::vector<FaceBlock> b_;
    std::vector<FaceBlock> a_;
    Alignment out_;
};

}  // namespace

FaceBlocks take_face(const std::vector<Block>& blocks, Face face) {
    const Face other = face == Face::before ? Face::after : Face::before;
    FaceBlocks out;
    for (std::size_t i = 0; i < blocks.size(); ++i) {
        if (!has_words(blocks[i], face) && has_words(blocks[i], other)) continue;
        Block taken = take_face(blocks[i], face);
        if (taken.text.empty() && !blocks[i].text.empty()) continue;
        out.origins.push_back({static_cast<std::uint32_t>(i), count_letters(taken, whole(taken))});
        out.blocks.push_back(std::move(taken));
    }
    return out;
}

Alignment align_faces(const Document& before, const std::vector<FaceBlocks::Origin>& before_origins,
                      const Document& after, const std::vector<FaceBlocks::Origin>& after_origins) {
    return FaceAligner(before, before_origins, after, after_origins).run();
}

}  // namespace stet
