// Looks a table over before it is read.
#include "readers/html_table.hpp"

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <string>
#include <string_view>

#include "readers/block_marks.hpp"
#include "readers/html_tree.hpp"

namespace stet {

namespace {

constexpr std::size_t longest_label = 8;
constexpr std::size_t shortest_paragraph = 30;  // bytes on average that stand beside a label
constexpr std::uint32_t widest_span = 100;      // columns
constexpr std::uint32_t longest_span = 10'000;  // rows
constexpr std::size_t widest_table = 1'000;     // columns that spans may make
constexpr std::string_view bullets = "•·▪●○■–—-*";

struct CellShape {
    std::string head;  ///< its first words
    std::size_t size = 0;
};

/// Cells with words, row by row.
class TableShape {
public:
    explicit TableShape(const GumboNode* table) {
        for (std::size_t i = 0; i < child_count(table); ++i) node(child_of(table, i));
    }

    bool has_parts() const { return has_parts_; }
    const std::vector<std::vector<CellShape>>& rows() const { return rows_; }

private:
    void node(const GumboNode* node) {
        if (node->type == GUMBO_NODE_TEXT) {
            words(node->v.text.text);
            return;
        }
        if (node->type != GUMBO_NODE_ELEMENT) return;
        const GumboTag tag = node->v.element.tag;
        if (tag == GUMBO_TAG_TABLE || (tag >= GUMBO_TAG_H1 && tag <= GUMBO_TAG_H6)) has_parts_ = true;
        if (tag == GUMBO_TAG_TABLE || tag == GUMBO_TAG_SCRIPT || tag == GUMBO_TAG_STYLE) return;
        const bool own = node->v.element.tag_namespace == GUMBO_NAMESPACE_HTML && !in_cell_;
        if (own && tag == GUMBO_TAG_TR) rows_.emplace_back();
        const bool cell = own && (tag == GUMBO_TAG_TD || tag == GUMBO_TAG_TH) && !rows_.empty();
        if (cell) rows_.back().emplace_back();
        in_cell_ = in_cell_ || cell;
        for (std::size_t i = 0; i < child_count(node); ++i) this->node(child_of(node, i));
        if (!cell) return;
        in_cell_ = false;
        if (rows_.back().back().size == 0) rows_.back().pop_back();
    }

    void words(std::string_view text) {
        if (!in_cell_ || !has_visible_text(text)) return;
        CellShape& cell = rows_.back().back();
        cell.size += text.size();
        if (cell.head.size() <= longest_label + 8) cell.head += text.substr(0, longest_label + 8);
    }

    std::vector<std::vector<CellShape>> rows_;
    bool has_parts_ = false;
    bool in_cell_ = false;
};

/// "(a)", "12.", "4.01", "iv)", a bullet.
bool is_label(std::string_view text) {
    const auto is_blank = [](char c) { return c == ' ' || c == '\n' || c == '\t'; };
    while (!text.empty() && (is_blank(text.front()) || text.starts_with("\u00a0")))
        text.remove_prefix(is_blank(text.front()) ? 1 : 2);
    while (!text.empty() && (is_blank(text.back()) || text.ends_with("\u00a0")))
        text.remove_suffix(is_blank(text.back()) ? 1 : 2);
    if (text.empty() || text.size() > longest_label) return false;
    if (text.size() <= 3 && bullets.find(text) != std::string_view::npos) return true;
    const auto is_word = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    };
    const auto is_sign = [](char c) { return c == '(' || c == ')' || c == '.'; };
    const bool signs = std::any_of(text.begin(), text.end(), is_sign);
    const bool only = std::all_of(text.begin(), text.end(), [&](char c) { return is_word(c) || is_sign(c); });
    return signs && only && std::any_of(text.begin(), text.end(), is_word);
}

bool is_labelled(const std::vector<std::vector<CellShape>>& rows) {
    std::size_t labels = 0;
    std::size_t bytes = 0;
    for (const std::vector<CellShape>& row : rows) {
        if (row.empty()) continue;
        if (row.size() != 2 || !is_label(row[0].head)) return false;
        ++labels;
        bytes += row[1].size;
    }
    return labels > 0 && bytes >= labels * shortest_paragraph;
}

std::uint32_t span_of(const GumboElement& cell, const char* name, std::uint32_t most) {
    const char* value = attribute_of(cell, name);
    if (value == nullptr) return 1;
    const long number = std::strtol(value, nullptr, 10);
    return number < 1 ? 1 : static_cast<std::uint32_t>(std::min<long>(number, static_cast<long>(most)));
}

}  // namespace

HtmlTableKind html_table_kind(const GumboNode* table) {
    if (const char* role = attribute_of(table->v.element, "role"))
        if (std::strcmp(role, "presentation") == 0 || std::strcmp(role, "none") == 0) return HtmlTableKind::layout;
    const TableShape shape(table);
    const auto& rows = shape.rows();
    const bool column = std::all_of(rows.begin(), rows.end(), [](const auto& row) { return row.size() < 2; });
    if (shape.has_parts() || column) return HtmlTableKind::layout;
    return is_labelled(rows) ? HtmlTableKind::labelled : HtmlTableKind::data;
}

void HtmlColumns::begin_row() {
    column_ = 0;
}

std::uint32_t HtmlColumns::taken() {
    std::uint32_t passed = 0;
    for (; column_ < rows_left_.size() && rows_left_[column_] > 0; ++column_, ++passed) --rows_left_[column_];
    return passed;
}

std::uint32_t HtmlColumns::add(const GumboElement& cell) {
    std::uint32_t columns = span_of(cell, "colspan", widest_span);
    if (column_ + columns > widest_table) columns = 1;
    const std::uint32_t rows = span_of(cell, "rowspan", longest_span);
    if (rows > 1 && column_ + columns <= widest_table) {
        if (rows_left_.size() < column_ + columns) rows_left_.resize(column_ + columns);
        for (std::size_t i = column_; i < column_ + columns; ++i) rows_left_[i] = rows - 1;
    }
    column_ += columns;
    return columns - 1;
}

}  // namespace stet
