// Counts list items and writes their numbers.
#include "readers/html_lists.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstring>
#include <optional>
#include <string_view>
#include <utility>

#include "readers/html_tag.hpp"
#include "readers/html_tree.hpp"
#include "readers/numerals.hpp"

namespace stet {

namespace {

constexpr std::int64_t largest_number = 1'000'000'000;

std::optional<std::int64_t> integer_of(const char* value) {
    if (value == nullptr) return std::nullopt;
    while (*value == ' ') ++value;
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(value, value + std::strlen(value), number);
    if (error != std::errc() || end == value) return std::nullopt;
    return std::clamp(number, -largest_number, largest_number);
}

std::string letters_of(std::int64_t number) {
    std::string out;
    for (; number > 0; number = (number - 1) / 26) out.insert(out.begin(), static_cast<char>('a' + (number - 1) % 26));
    return out;
}

/// Numbers that a style cannot write are decimal (CSS Counter Styles Level 3, section 2.2).
std::string written(std::int64_t number, char style) {
    const bool roman = style == 'i' || style == 'I';
    if (style == '1' || number < 1 || (roman && number > largest_roman)) return std::to_string(number);
    std::string out = roman ? roman_numeral(number) : letters_of(number);
    if (style == 'A' || style == 'I')
        std::transform(out.begin(), out.end(), out.begin(), [](char c) { return static_cast<char>(c - 32); });
    return out;
}

char style_named(std::string_view name, char otherwise) {
    static constexpr std::array<std::pair<std::string_view, char>, 12> names = {{{"decimal", '1'},
                                                                                 {"lower-alpha", 'a'},
                                                                                 {"lower-latin", 'a'},
                                                                                 {"upper-alpha", 'A'},
                                                                                 {"upper-latin", 'A'},
                                                                                 {"lower-roman", 'i'},
                                                                                 {"upper-roman", 'I'},
                                                                                 {"disc", '-'},
                                                                                 {"circle", '-'},
                                                                                 {"square", '-'},
                                                                                 {"none", ' '},
                                                                                 {"decimal-leading-zero", '1'}}};
    for (const auto& [style, sign] : names)
        if (style == name) return sign;
    return otherwise;
}

std::int64_t count_items(const GumboElement& list) {
    std::int64_t count = 0;
    for (unsigned i = 0; i < list.children.length; ++i) {
        const auto* child = static_cast<const GumboNode*>(list.children.data[i]);
        count += child->type == GUMBO_NODE_ELEMENT && child->v.element.tag == GUMBO_TAG_LI ? 1 : 0;
    }
    return count;
}

}  // namespace

HtmlNumbering::HtmlNumbering(const GumboElement& list) {
    if (list.tag == GUMBO_TAG_OL) {
        style_ = '1';
        const char* type = attribute_of(list, "type");
        if (type != nullptr && std::strlen(type) == 1 && std::strchr("1aAiI", *type) != nullptr) style_ = *type;
        const bool reversed = attribute_of(list, "reversed") != nullptr;
        step_ = reversed ? -1 : 1;
        next_ = integer_of(attribute_of(list, "start")).value_or(reversed ? count_items(list) : 1);
    }
    if (const char* style = attribute_of(list, "style")) style_ = style_named(css_list_style(style), style_);
}

HtmlNumbering HtmlNumbering::none() {
    HtmlNumbering numbering;
    numbering.style_ = ' ';
    return numbering;
}

std::string HtmlNumbering::next(const GumboElement& item) {
    if (style_ == '-') return "-";
    if (style_ == ' ') return "";
    const std::int64_t number = integer_of(attribute_of(item, "value")).value_or(next_);
    next_ = number + step_;
    return written(number, style_) + ".";
}

}  // namespace stet
