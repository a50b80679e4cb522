// Both texts of an HTML redline as an HTML5 parser sees the page, by the rules that the page's writer states.
#pragma once

#include <gumbo.h>

#include <algorithm>
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

    std::string text(Side side) const {
        const bool after = side == Side::after;
        std::vector<std::size_t> order;
        for (std::size_t i = 0; i < blocks_.size(); ++i)
            if ((after ? blocks_[i].after_line : blocks_[i].before_line) > 0) order.push_back(i);
        std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
            return after ? blocks_[a].after_line < blocks_[b].after_line
                         : blocks_[a].before_line < blocks_[b].before_line;
        });
        std::string out;
        for (const std::size_t i : order) {
            const bool stub = blocks_[i].after_line == 0 && !blocks_[i].moved.empty();
            const auto partner = stub ? by_id_.find(blocks_[i].moved) : by_id_.end();
            const Found& block = partner == by_id_.end() ? blocks_[i] : blocks_[partner->second];
            out += (after ? block.after : block.before) + "\n";
        }
        return out;
    }

private:
    struct Found {
        std::string moved;
        long before_line = 0;
        long after_line = 0;
        std::string before;
        std::string after;
    };

    struct Step {
        const GumboNode* node = nullptr;
        std::size_t block = 0;  ///< one more than its index; 0 outside any
        bool to_before = true;
        bool to_after = true;
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
        std::vector<Step> stack{{root, 0, true, true, false}};
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
            blocks_.push_back({attribute(node, "data-moved"),
                               std::strtol(lines.c_str(), nullptr, 10),
                               std::strtol(lines.c_str() + lines.find(',') + 1, nullptr, 10),
                               {},
                               {}});
            step = {node, blocks_.size(), true, true, false};
        }
        if (classes.find(" x ") != std::string::npos) return;
        const GumboTag tag = node->v.element.tag;
        if (tag == GUMBO_TAG_TD || tag == GUMBO_TAG_TH || tag == GUMBO_TAG_BR) put(step, " ");
        if (classes.find(" t ") != std::string::npos && has(node, "data-before")) {
            Step only = step;
            only.to_after = false;
            put(only, attribute(node, "data-before"));
            step.to_before = false;
        }
        step.to_before = step.to_before && tag != GUMBO_TAG_INS;
        step.to_after = step.to_after && tag != GUMBO_TAG_DEL;
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
        if (step.to_before) block.before += shown;
        if (step.to_after) block.after += shown;
    }

    std::vector<Found> blocks_;
    std::map<std::string, std::size_t> by_id_;
};

}  // namespace stet::laws
