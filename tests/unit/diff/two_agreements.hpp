// Two small agreements, read and aligned, and what a test asks of the alignment.
#pragma once

#include <doctest/doctest.h>

#include <algorithm>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "diff/align.hpp"
#include "diff/fingerprint.hpp"
#include "stet.hpp"

namespace stet::test {

inline Document read_markdown_text(std::string text) {
    return read({"agreement.md", std::move(text), "markdown"});
}

/// The one block that holds these words; fails the test where none or several do.
/// The fingerprints of a document that is compared with none.
inline Fingerprints prints_of(const Document& document) {
    const Document* one = &document;
    return fingerprint(std::span(&one, 1)).front();
}

inline BlockId block_with(const Document& document, std::string_view words) {
    BlockId found = none;
    for (BlockId id = 0; id < document.blocks.size(); ++id) {
        if (document.blocks[id].text.find(words) == std::string::npos) continue;
        REQUIRE_MESSAGE(found == none, "in several blocks: " << words);
        found = id;
    }
    REQUIRE_MESSAGE(found != none, "in no block: " << words);
    return found;
}

/// The unit of that path; fails the test where there is none.
inline NodeId unit_at(const Document& document, std::string_view path) {
    for (NodeId id = 0; id < document.nodes.size(); ++id)
        if (document.nodes[id].path == path) return id;
    FAIL("no unit ", path);
    return none;
}

/// Units are asked for by their paths: "article 1 / section 2".
class TwoAgreements {
public:
    TwoAgreements(std::string before_text, std::string after_text)
        : before(read_markdown_text(std::move(before_text))),
          after(read_markdown_text(std::move(after_text))),
          alignment(align(before, after)) {}

    const Document before;
    const Document after;
    const Alignment alignment;

    /// What a unit of the before-document became: paths joined by " + ", "(gone)" where it has no partner.
    std::string became(std::string_view path) const {
        const std::uint32_t match = alignment.before_match[unit_at(before, path)];
        if (match == none) return "(gone)";
        std::string out;
        for (const NodeId id : alignment.nodes[match].after) out += (out.empty() ? "" : " + ") + after.nodes[id].path;
        return out;
    }

    bool is_new(std::string_view path) const { return alignment.after_match[unit_at(after, path)] == none; }

    /// The entry of a unit of the before-document, which must have one.
    const NodeMatch& match_of(std::string_view path) const {
        const std::uint32_t match = alignment.before_match[unit_at(before, path)];
        REQUIRE_MESSAGE(match != none, "has no partner: " << path);
        return alignment.nodes[match];
    }

    /// The pairs of the before-block that holds these words.
    std::vector<BlockPair> pairs_of(std::string_view words) const {
        const BlockId id = block_with(before, words);
        std::vector<BlockPair> out;
        for (const BlockPair& pair : alignment.blocks)
            if (pair.before == id) out.push_back(pair);
        std::sort(out.begin(), out.end(),
                  [](const BlockPair& x, const BlockPair& y) { return x.before_text.begin < y.before_text.begin; });
        return out;
    }

    /// The pairs of the after-block that holds these words, in the order of its text.
    std::vector<BlockPair> pairs_of_after(std::string_view words) const {
        const BlockId id = block_with(after, words);
        std::vector<BlockPair> out;
        for (const BlockPair& pair : alignment.blocks)
            if (pair.after == id) out.push_back(pair);
        return out;
    }

    /// Whether the block with `words` became the one with `after_words`, both whole and in one pair.
    bool is_pair(std::string_view words, std::string_view after_words) const {
        const auto pairs = pairs_of(words);
        return pairs.size() == 1 && pairs[0].after == block_with(after, after_words) &&
               pairs_of_after(after_words).size() == 1;
    }

    std::string before_words(const BlockPair& pair) const {
        return before.blocks[pair.before].text.substr(pair.before_text.begin, pair.before_text.size());
    }
    std::string after_words(const BlockPair& pair) const {
        return after.blocks[pair.after].text.substr(pair.after_text.begin, pair.after_text.size());
    }

    /// The redline of the two, as the terminal prints it: every change in its context.
    std::string printed() const { return write(compare(before, after), "text"); }
};

/// Whether a printed redline shows this, line breaks aside.
inline bool shows(const std::string& printed, std::string_view wanted) {
    return normalise(printed).find(normalise(wanted)) != std::string::npos;
}

}  // namespace stet::test
