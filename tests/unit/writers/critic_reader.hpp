// Accepts and rejects CriticMarkup as a processor does that knows nothing of stet: by its signs alone, then as
// Markdown.
#pragma once

#include <string>
#include <string_view>

#include "writers/markdown_reader.hpp"

namespace stet::test {

/// The Markdown that is left when insertions or deletions are taken and remarks dropped.
inline std::string take_critic_markup(std::string_view text, bool accept) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const std::string_view sign = text.substr(at, 3);
        const std::string_view close = sign == "{++" ? "++}" : sign == "{--" ? "--}" : sign == "{>>" ? "<<}" : "";
        const std::size_t end = close.empty() ? std::string_view::npos : text.find(close, at + 3);
        if (end == std::string_view::npos) {
            out.push_back(text[at++]);
            continue;
        }
        if ((sign == "{++" && accept) || (sign == "{--" && !accept)) out += text.substr(at + 3, end - at - 3);
        at = end + 3;
    }
    return out;
}

/// The words of Markdown, a block or row a line; code, quotations and numbered lists show as "<<what>>".
inline std::string words_of_markdown(std::string_view markdown) {
    const auto root = parse_gfm(markdown);
    std::string out;
    cmark_iter* walk = cmark_iter_new(root.get());
    for (cmark_event_type event = cmark_iter_next(walk); event != CMARK_EVENT_DONE; event = cmark_iter_next(walk)) {
        cmark_node* node = cmark_iter_get_node(walk);
        const std::string type = cmark_node_get_type_string(node);
        if (event == CMARK_EVENT_EXIT &&
            (type == "paragraph" || type == "heading" || type == "table_row" || type == "table_header"))
            out += "\n";
        if (event != CMARK_EVENT_ENTER) continue;
        const bool numbered = type == "list" && cmark_node_get_list_type(node) != CMARK_BULLET_LIST;
        if (type == "text")
            out += cmark_node_get_literal(node);
        else if (type == "softbreak" || type == "linebreak" || type == "table_cell")
            out += "\n";
        else if (type == "html_inline")
            out += std::string_view(cmark_node_get_literal(node)) == "<br>" ? "\n" : "";
        else if (numbered || type == "code" || type == "code_block" || type == "html_block" || type == "block_quote" ||
                 type == "strikethrough" || type == "strong" || type == "emph" || type == "image")
            out += "<<" + type + ">>";
    }
    cmark_iter_free(walk);
    return out;
}

}  // namespace stet::test
