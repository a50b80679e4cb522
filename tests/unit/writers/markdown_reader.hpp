// Takes both texts back out of a Markdown redline by the rule that the writer states, with cmark-gfm as the judge of
// what is struck and what is strong.
#pragma once

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "text/words.hpp"

namespace stet::test {

/// Both texts, one block a line, and what no redline may hold: code, quotations, numbered lists, blocks of HTML.
struct ReadBack {
    std::string before;
    std::string after;
    std::string head;
    std::vector<std::string> notes;
    std::string surprises;
};

/// Parses GitHub-flavoured Markdown.
inline std::unique_ptr<cmark_node, void (*)(cmark_node*)> parse_gfm(std::string_view text) {
    cmark_gfm_core_extensions_ensure_registered();
    cmark_parser* parser = cmark_parser_new(CMARK_OPT_DEFAULT);
    for (const char* name : {"strikethrough", "table", "autolink"})
        cmark_parser_attach_syntax_extension(parser, cmark_find_syntax_extension(name));
    cmark_parser_feed(parser, text.data(), text.size());
    std::unique_ptr<cmark_node, void (*)(cmark_node*)> root(cmark_parser_finish(parser), cmark_node_free);
    cmark_parser_free(parser);
    return root;
}

class MarkdownReader {
public:
    ReadBack read(std::string_view markdown) {
        const auto root = parse_gfm(markdown);
        cmark_node* node = cmark_node_first_child(root.get());
        for (; node != nullptr && cmark_node_get_type(node) != CMARK_NODE_THEMATIC_BREAK;
             node = cmark_node_next(node)) {
            Unit unit;
            inlines(node, unit, false, false);
            out_.head += unit.after + "\n";
        }
        if (node == nullptr) {
            surprise("no thematic break");
            return out_;
        }
        out_.surprises.clear();
        out_.notes.clear();
        for (node = cmark_node_next(node); node != nullptr; node = cmark_node_next(node)) block(node);
        put_together();
        return out_;
    }

private:
    struct Unit {
        std::string before;
        std::string after;
        std::vector<std::string> notes;
    };

    void surprise(const std::string& what) { out_.surprises += what + " "; }

    static std::string type_of(cmark_node* node) { return cmark_node_get_type_string(node); }

    void block(cmark_node* node) {
        const std::string type = type_of(node);
        if (type == "paragraph" || type == "heading") {
            units_.emplace_back();
            inlines(node, units_.back(), false, false);
        } else if (type == "table") {
            for (cmark_node* row = cmark_node_first_child(node); row != nullptr; row = cmark_node_next(row)) {
                units_.emplace_back();
                inlines(row, units_.back(), false, false);
            }
        } else if ((type == "list" && cmark_node_get_list_type(node) == CMARK_BULLET_LIST) || type == "item") {
            for (cmark_node* child = cmark_node_first_child(node); child != nullptr; child = cmark_node_next(child))
                block(child);
        } else {
            surprise(type);
        }
    }

    void inlines(cmark_node* parent, Unit& unit, bool struck, bool strong) {
        for (cmark_node* node = cmark_node_first_child(parent); node != nullptr; node = cmark_node_next(node)) {
            const std::string type = type_of(node);
            if (type == "text")
                add(unit, cmark_node_get_literal(node), struck, strong);
            else if (type == "softbreak" || type == "linebreak")
                add(unit, "\n", struck, strong);
            else if (type == "html_inline")
                add(unit, std::string_view(cmark_node_get_literal(node)) == "<br>" ? "\n" : "", struck, strong);
            else if (type == "emph")
                note(node, unit);
            else if (type == "code" || type == "image")
                surprise(type);
            else
                inlines(node, unit, struck || type == "strikethrough", strong || type == "strong");
            if (type == "table_cell") add(unit, "\t", struck, strong);
        }
    }

    static void add(Unit& unit, std::string_view text, bool struck, bool strong) {
        if (!strong) unit.before += text;
        if (!struck) unit.after += text;
    }

    void note(cmark_node* node, Unit& unit) {
        Unit inner;
        inlines(node, inner, false, false);
        unit.notes.push_back(inner.after);
        out_.notes.push_back(inner.after);
    }

    /// The numbers of a note "[m3…", "[m1 to m5…"; false for any other note.
    static bool move_numbers(const std::string& note, std::size_t& first, std::size_t& last) {
        if (note.size() < 3 || note[0] != '[' || note[1] != 'm') return false;
        std::size_t used = 0;
        first = last = std::stoul(note.substr(2), &used);
        const std::string rest = note.substr(2 + used);
        if (rest.starts_with(" to m")) last = std::stoul(rest.substr(5));
        return true;
    }

    void put_together() {
        std::vector<const Unit*> moved(units_.size() + 1, nullptr);
        std::size_t first = 0;
        std::size_t last = 0;
        const auto is_stub = [](const Unit& unit) {
            return unit.notes.front().find(": moved to ") != std::string::npos;
        };
        for (const Unit& unit : units_)
            if (!unit.notes.empty() && move_numbers(unit.notes.front(), first, last) && !is_stub(unit)) {
                if (first >= moved.size() || moved[first] != nullptr)
                    surprise("move " + std::to_string(first));
                else
                    moved[first] = &unit;
            }
        for (const Unit& unit : units_) {
            out_.after += unit.after + "\n";
            if (unit.notes.empty() || !move_numbers(unit.notes.front(), first, last)) {
                out_.before += unit.before + "\n";
                continue;
            }
            if (!is_stub(unit)) continue;
            for (std::size_t i = first; i <= last; ++i)
                if (i < moved.size() && moved[i] != nullptr)
                    out_.before += moved[i]->before + "\n";
                else
                    surprise("no move " + std::to_string(i));
        }
    }

    std::vector<Unit> units_;
    ReadBack out_;
};

inline ReadBack read_back_markdown(std::string_view markdown) {
    return MarkdownReader().read(markdown);
}

/// The text without its white space, that which does not break included.
inline std::string letters(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (static_cast<unsigned char>(text[i]) <= ' ') continue;
        if (text.substr(i, 2) == "\u00a0") {
            ++i;
            continue;
        }
        out.push_back(text[i]);
    }
    return out;
}

/// Where two texts first differ, for messages: some of each from there; empty where they do not.
inline std::string first_difference(const std::string& found, const std::string& wanted) {
    if (found == wanted) return {};
    std::size_t at = 0;
    while (at < found.size() && at < wanted.size() && found[at] == wanted[at]) ++at;
    const std::size_t from = at < 20 ? 0 : at - 20;
    return "found: " + found.substr(from, 60) + "\nwanted: " + wanted.substr(from, 60);
}

/// Keys of a text's words and marks of punctuation: typography aside.
inline std::vector<std::uint64_t> token_keys(std::string_view text) {
    std::vector<Token> tokens;
    tokenize(text, {0, static_cast<std::uint32_t>(text.size())}, tokens);
    std::vector<std::uint64_t> keys;
    for (const Token& token : tokens) keys.push_back(token.key);
    return keys;
}

}  // namespace stet::test
