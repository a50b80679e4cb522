// Compares an example's two texts and holds their wording flags against those of the grammar file.
#include "checks/weighty_examples.hpp"

#include <algorithm>

#include "diff/pair_blocks.hpp"
#include "diff/word_diff.hpp"
#include "grammar/check.hpp"
#include "grammar/outline.hpp"
#include "redline/wording.hpp"

namespace stet {

namespace {

Document read_text(const std::string& text, const Grammar& grammar) {
    Diagnostics reading;
    Source source("example", text, reading);
    std::vector<Block> blocks = example_blocks(source);
    return outline(std::move(source), std::move(blocks), grammar, Face::after, {});
}

std::string differing_flag(const std::vector<Flag>& have, const std::vector<std::string>& want) {
    for (std::size_t i = 0; i < std::max(have.size(), want.size()); ++i) {
        const std::string is = i < have.size() ? have[i].code + ": " + have[i].text : "no more";
        const std::string said = i < want.size() ? want[i] : "no more";
        if (is != said)
            return "flag " + std::to_string(i + 1) + " is \"" + is + "\", and the example says \"" + said + "\"";
    }
    return {};
}

std::string difference(const WeightyExample& example, const Grammar& grammar) {
    const Document before = read_text(example.before, grammar);
    const Document after = read_text(example.after, grammar);
    if (before.blocks.size() != 1 || after.blocks.size() != 1)
        return "the texts of an example of weighty words must be one paragraph each";
    const auto edits = word_diff({before, 0, whole_text(before, 0)}, {after, 0, whole_text(after, 0)});
    return differing_flag(find_wording_flags(before.blocks[0].text, after.blocks[0].text, edits, grammar.weighty.get()),
                          example.flags);
}

}  // namespace

Diagnostics check_weighty_examples(const Grammar& grammar) {
    Diagnostics out;
    for (const WeightyExample& example : grammar.weighty_examples) {
        const std::string differs = difference(example, grammar);
        if (!differs.empty())
            out.push_back({Severity::warning, "example-differs", differs, grammar.name, example.line, 0});
    }
    return out;
}

}  // namespace stet
