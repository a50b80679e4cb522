// Both texts taken out of a redline, from the model and from what the writers wrote, without stet's own walk over it.
#pragma once

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "laws/plain_words.hpp"
#include "redline/redline.hpp"

namespace stet::laws {

enum class TextSide { before, after };

/// A document's text: `set_aside` chooses contents and furniture, or all the rest. A block a line.
inline std::string text_of(const Document& document, bool set_aside = false) {
    std::string out;
    for (const Block& block : document.blocks)
        if (is_set_aside(block.kind) == set_aside) out += block.text + "\n";
    return out;
}

/// The same as a reader sees it: with the numbers that the format counts before the texts.
inline std::string shown_text_of(const Document& document) {
    std::string out;
    for (const Block& block : document.blocks)
        if (!is_set_aside(block.kind)) out += (block.computed ? block.number + " " : "") + block.text + "\n";
    return out;
}

/// A document's text in the compared face, as `accept` and `reject` should give it.
inline std::string compared_text_of(const Document& document) {
    std::string out;
    for (const Block& block : document.blocks) {
        if (is_set_aside(block.kind)) continue;
        for (const Run& run : block.runs)
            if (!outside(run.marks, document.face)) out += block.text.substr(run.text.begin, run.text.size());
        out += "\n";
    }
    return out;
}

/// One side read off the redline block by block, in the order in which a reader meets them.
inline std::string text_in_reading_order(const Redline& redline, TextSide side, bool set_aside = false) {
    const bool after = side == TextSide::after;
    const Document& document = after ? redline.after : redline.before;
    std::string out;
    for (const RedlineBlock& block : redline.blocks) {
        const bool left = block.status == BlockStatus::moved_from;
        if (after ? block.after == none || left : block.before == none || block.status == BlockStatus::moved_to)
            continue;
        const RedlineBlock& carrier = left ? redline.blocks.at(block.moved_with) : block;
        const Block& source = document.blocks.at(after ? carrier.after : carrier.before);
        if (is_set_aside(source.kind) != set_aside) continue;
        std::size_t edit = 0;
        const auto put = [&](std::size_t end) {
            for (; edit < end; ++edit) {
                const Edit& e = carrier.edits.at(edit);
                if (e.op == (after ? EditOp::deleted : EditOp::inserted)) continue;
                const Span span = after ? e.after : e.before;
                out += source.text.substr(span.begin, span.size());
            }
        };
        for (const std::uint32_t end : carrier.cell_ends) {
            put(end);
            out += "\t";
        }
        put(carrier.edits.size());
        out += "\n";
    }
    return out;
}

/// The JSON form's rule for rebuilding: blocks by their line on that side, then their edits' texts.
inline std::string text_from_json(const nlohmann::json& redline, TextSide side, bool set_aside = false) {
    const bool after = side == TextSide::after;
    const nlohmann::json& blocks = redline.at("blocks");
    std::map<std::string, std::size_t> by_id;
    for (std::size_t i = 0; i < blocks.size(); ++i) by_id[blocks[i].at("id")] = i;
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < blocks.size(); ++i) {
        const nlohmann::json& block = blocks[i];
        const std::string status = block.at("status");
        const bool aside = block.at("kind") == "contents" || block.at("kind") == "furniture";
        if (aside != set_aside || block.at(after ? "after_line" : "before_line").is_null()) continue;
        if (after ? status == "moved-from" : status == "moved-to") continue;
        order.push_back(i);
    }
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        const char* line = after ? "after_line" : "before_line";
        return blocks[a].at(line).get<int>() < blocks[b].at(line).get<int>();
    });
    std::string out;
    const auto put = [&](const nlohmann::json& edits) {
        for (const nlohmann::json& edit : edits) {
            const std::string op = edit.at("op");
            if (op == (after ? "delete" : "insert")) continue;
            const bool typography = !after && op == "equal" && edit.contains("before");
            out += edit.at(typography ? "before" : "text").get<std::string>();
        }
    };
    for (const std::size_t i : order) {
        const bool left = blocks[i].at("status") == "moved-from";
        const nlohmann::json& carrier = left ? blocks[by_id.at(blocks[i].at("moved_with"))] : blocks[i];
        if (carrier.contains("cells")) {
            for (const nlohmann::json& cell : carrier.at("cells")) {
                put(cell);
                out += "\t";
            }
        } else {
            put(carrier.at("edits"));
        }
        out += "\n";
    }
    return out;
}

}  // namespace stet::laws
