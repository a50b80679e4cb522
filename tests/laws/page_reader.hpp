// Both texts of an HTML redline as an HTML5 parser sees the page, by the rules that the page's writer states.
#pragma once

#include <gumbo.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "laws/sides.hpp"

namespace stet::laws {

class PageReader {
public:
    explicit PageReader(const std::string& page) {
        GumboOutput* output = gumbo_parse_with_options(&kGumboDefaultOptions, page.data(), page.size());
        walk(output->root);
        gumbo_destroy_output(&kGumboDefaultOptions, output);
    }

    std::string text(TextSide side) const {
        return text_of(side == TextSide::before ? 0 : 1, side == TextSide::before ? 0 : 1);
    }

    /// Of a three-way page: one party's text.
    std::string party_text(std::size_t party) const { return text_of(party + 1, party + 2); }

private:
    /// Blocks by the line in that place of `data-lines`, with the text of that reading.
    std::string text_of(std::size_t line, std::size_t reading) const {
        std::vector<std::size_t> order;
        for (std::size_t i = 0; i < blocks_.size(); ++i)
            if (blocks_[i].lines[line] > 0) order.push_back(i);
        std::stable_sort(order.begin(), order.end(),
                         [&](std::size_t a, std::size_t b) { return blocks_[a].lines[line] < blocks_[b].lines[line]; });
        std::string out;
        for (const std::size_t i : order) {
            const bool stub =
                line == 0 && blocks_[i].lines[1] == 0 && blocks_[i].lines[2] == 0 && !blocks_[i].moved.empty();
            const auto partner = stub ? by_id_.find(blocks_[i].moved) : by_id_.end();
            const Found& block = partner == by_id_.end() ? blocks_[i] : blocks_[partner->second];
            out += block.texts[reading] + "\n";
        }
        return out;
    }

    static constexpr std::size_t readings = 4;  ///< before, after, and of a three-way page the first and second party

    struct Found {
        std::string moved;
        std::array<long, 3> lines{};
        std::array<std::string, readings> texts;
    };

    struct Step {
        const GumboNode* node = nullptr;
        std::size_t block = 0;  ///< one more than its index; 0 outside any
        std::array<bool, readings> to{true, true, true, true};
        bool named = false;  ///< a character printed by its number
    };

    static std::string attribute(const GumboNode* node, const char* name) {
        const GumboAttribute* found = gumbo_get_attribute(&node->v.element.attributes, name);
        return found == nullptr ? std::string() : std::string(found->value);
    }

    static bool has(const GumboNode* node, const char* name) {
        return gumbo_get_attribute(&node->v.element.attributes, name) != nullptr;
    }

    /// Document order by a stack of our own, so that deep pages do not recurse.
    void walk(const GumboNode* root) {
        std::vector<Step> stack{{root, 0, {true, true, true, true}, false}};
        while (!stack.empty()) {
            const Step step = stack.back();
            stack.pop_back();
            if (step.node->type == GUMBO_NODE_TEXT || step.node->type == GUMBO_NODE_WHITESPACE) {
                put(step, step.node->v.text.text);
            } else if (step.node->type == GUMBO_NODE_ELEMENT) {
                enter(step, stack);
            }
        }
    }

    void enter(Step step, std::vector<Step>& stack) {
        const GumboNode* node = step.node;
        const std::string classes = " " + attribute(node, "class") + " ";
        if (has(node, "data-block")) {
            const std::string lines = attribute(node, "data-lines");
            by_id_["b" + attribute(node, "data-block").substr(1)] = blocks_.size();
            blocks_.push_back({attribute(node, "data-moved"), {}, {}});
            const char* at = lines.c_str();
            for (long& line : blocks_.back().lines) {
                char* end = nullptr;
                line = std::strtol(at, &end, 10);
                if (*end != ',') break;
                at = end + 1;
            }
            step = {node, blocks_.size(), {true, true, true, true}, false};
        }
        if (classes.find(" x ") != std::string::npos) return;
        const GumboTag tag = node->v.element.tag;
        if (tag == GUMBO_TAG_TD || tag == GUMBO_TAG_TH || tag == GUMBO_TAG_BR) put(step, " ");
        if (classes.find(" t ") != std::string::npos && has(node, "data-before")) {
            Step only = step;
            only.to = {true, false, false, false};
            put(only, attribute(node, "data-before"));
            step.to[0] = false;
        }
        step.to[0] = step.to[0] && tag != GUMBO_TAG_INS;
        step.to[1] = step.to[1] && tag != GUMBO_TAG_DEL;
        for (const std::size_t party : {0, 1}) {
            const bool by = classes.find(" pab ") != std::string::npos ||
                            classes.find(party == 0 ? " pa " : " pb ") != std::string::npos;
            bool& to = step.to[2 + party];
            to = to && (tag == GUMBO_TAG_INS ? by : tag != GUMBO_TAG_DEL || !by);
        }
        step.named = classes.find(" u ") != std::string::npos;
        const GumboVector& children = node->v.element.children;
        for (unsigned i = children.length; i-- > 0;) {
            step.node = static_cast<const GumboNode*>(children.data[i]);
            stack.push_back(step);
        }
    }

    void put(const Step& step, const std::string& text) {
        if (step.block == 0) return;
        const std::string shown = step.named ? " " : text;  // such characters cannot be seen, or part words
        Found& block = blocks_[step.block - 1];
        for (std::size_t i = 0; i < readings; ++i)
            if (step.to[i]) block.texts[i] += shown;
    }

    std::vector<Found> blocks_;
    std::map<std::string, std::size_t> by_id_;
};

}  // namespace stet::laws
