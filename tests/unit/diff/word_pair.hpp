// Two texts as documents of one block each, and their word diff written out.
#pragma once

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "diff/word_diff.hpp"

namespace stet::test {

/// A document of one paragraph; the first `label` bytes of it are its label.
inline Document one_block(const std::string& text, std::uint32_t label = 0) {
    const auto size = static_cast<std::uint32_t>(text.size());
    Document document;
    document.levels = {"document"};
    document.nodes.emplace_back();
    Block block;
    block.text = text;
    if (size > 0) block.runs.push_back({{0, size}, {}});
    block.fragments.push_back({0, 1, 1, {0, size}});
    document.blocks.push_back(std::move(block));
    document.places.push_back({0, {0, label}, false});
    return document;
}

inline Stretch all_of(const Document& document) {
    return {document, 0, {0, static_cast<std::uint32_t>(document.blocks[0].text.size())}};
}

/// Edits as a redline: "[-gone-]{+come+}"; what stays in the form of the after-text. Checks that they cover both texts
/// without a gap and in order.
inline std::string drawn(const Document& before, const Document& after) {
    const std::string& from = before.blocks[0].text;
    const std::string& to = after.blocks[0].text;
    std::string out;
    std::uint32_t b = 0;
    std::uint32_t a = 0;
    for (const Edit& edit : word_diff(all_of(before), all_of(after))) {
        if (edit.op != EditOp::inserted) {
            REQUIRE(edit.before.begin == b);
            b = edit.before.end;
        }
        if (edit.op != EditOp::deleted) {
            REQUIRE(edit.after.begin == a);
            a = edit.after.end;
        }
        const std::string gone = from.substr(edit.before.begin, edit.before.size());
        const std::string here = to.substr(edit.after.begin, edit.after.size());
        out += edit.op == EditOp::deleted    ? "[-" + gone + "-]"
               : edit.op == EditOp::inserted ? "{+" + here + "+}"
                                             : here;
    }
    REQUIRE(b == from.size());
    REQUIRE(a == to.size());
    return out;
}

inline std::string drawn(const std::string& before, const std::string& after) {
    return drawn(one_block(before), one_block(after));
}

/// The words struck and written in, white space at their ends aside: "-gone +come".
inline std::string changed_words(const std::string& before, const std::string& after) {
    const Document from = one_block(before);
    const Document to = one_block(after);
    std::string out;
    for (const Edit& edit : word_diff(all_of(from), all_of(to))) {
        if (edit.op == EditOp::equal) continue;
        const bool gone = edit.op == EditOp::deleted;
        const Span span = gone ? edit.before : edit.after;
        std::string words = (gone ? before : after).substr(span.begin, span.size());
        words.erase(0, words.find_first_not_of(" \n"));
        words.erase(words.find_last_not_of(" \n") + 1);
        out += (out.empty() ? "" : " ") + std::string(gone ? "-" : "+") + words;
    }
    return out;
}

}  // namespace stet::test
