// Looks over HTML before the parser does: gumbo frees its tree by recursion, compares attributes one by one and opens
// every unclosed <b> anew in each block.
#include "readers/html_guard.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace stet {

namespace {

constexpr std::size_t deepest = 256;
constexpr std::size_t most_attributes = 128;

bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
bool is_digit(char c) {
    return c >= '0' && c <= '9';
}
bool is_space(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\f';
}

/// Where a tag ends (one past its ">") and how many attributes it has.
struct TagExtent {
    std::size_t end;
    std::size_t attributes;
};

/// Walks a tag from behind its name by the states of HTML5's tokenizer (12.2.5.32 to 12.2.5.40).
TagExtent tag_extent(std::string_view html, std::size_t at) {
    enum class State : std::uint8_t {
        before_name,
        name,
        after_name,
        before_value,
        double_quoted,
        single_quoted,
        unquoted
    };
    State state = State::before_name;
    std::size_t attributes = 0;
    for (; at < html.size(); ++at) {
        const char c = html[at];
        if (c == '>' && state != State::double_quoted && state != State::single_quoted) return {at + 1, attributes};
        switch (state) {
            case State::after_name:
                if (c == '=') {
                    state = State::before_value;
                    break;
                }
                [[fallthrough]];
            case State::before_name:
                if (is_space(c)) break;
                if (c == '/') {
                    state = State::before_name;
                    break;
                }
                ++attributes;
                state = State::name;
                break;
            case State::name:
                if (is_space(c)) state = State::after_name;
                if (c == '/') state = State::before_name;
                if (c == '=') state = State::before_value;
                break;
            case State::before_value:
                if (is_space(c)) break;
                state = c == '"' ? State::double_quoted : c == '\'' ? State::single_quoted : State::unquoted;
                break;
            case State::double_quoted:
                if (c == '"') state = State::before_name;
                break;
            case State::single_quoted:
                if (c == '\'') state = State::before_name;
                break;
            case State::unquoted:
                if (is_space(c)) state = State::before_name;
                break;
        }
    }
    return {html.size(), attributes};
}

constexpr std::uint32_t add_to_key(std::uint32_t key, char c) {
    return (key ^ static_cast<std::uint32_t>(c | 0x20)) * 16777619u;
}

constexpr std::uint32_t key_of(std::string_view name) {
    std::uint32_t key = 2166136261u;
    for (const char c : name) key = add_to_key(key, c);
    return key;
}

/// Elements that hold nothing or end the last of their kind, also inside <svg> and <math>.
bool never_nests(std::uint32_t key) {
    static constexpr std::array<std::uint32_t, 9> keys = {key_of("br"),   key_of("img"),   key_of("hr"),
                                                          key_of("meta"), key_of("embed"), key_of("p"),
                                                          key_of("li"),   key_of("dd"),    key_of("dt")};
    return std::find(keys.begin(), keys.end(), key) != keys.end();
}

/// The same for elements that do nest where they stand inside <svg> and <math>.
bool never_nests_in_html(std::uint32_t key) {
    static constexpr std::array<std::uint32_t, 17> keys = {
        key_of("input"),  key_of("link"),  key_of("col"),   key_of("area"),   key_of("base"),    key_of("param"),
        key_of("source"), key_of("track"), key_of("wbr"),   key_of("td"),     key_of("th"),      key_of("tr"),
        key_of("thead"),  key_of("tbody"), key_of("tfoot"), key_of("option"), key_of("colgroup")};
    return std::find(keys.begin(), keys.end(), key) != keys.end();
}

}  // namespace

bool is_safe_html(std::string_view html) {
    std::vector<std::uint32_t> open;
    bool foreign = false;
    std::size_t at = 0;
    while ((at = html.find('<', at)) != std::string_view::npos) {
        const bool closing = at + 1 < html.size() && html[at + 1] == '/';
        std::size_t name = at + (closing ? 2 : 1);
        at = name;
        if (name >= html.size() || !is_letter(html[name])) continue;
        std::uint32_t key = key_of("");
        for (; name < html.size() && (is_letter(html[name]) || is_digit(html[name])); ++name)
            key = add_to_key(key, html[name]);
        const TagExtent extent = tag_extent(html, name);
        if (extent.attributes > most_attributes) return false;
        foreign = foreign || key == key_of("svg") || key == key_of("math");
        if (closing) {
            // Only what was opened last is surely closed: elsewhere the parser may ignore the tag or keep a clone.
            if (!open.empty() && open.back() == key) open.pop_back();
        } else if (!never_nests(key) && (foreign || !never_nests_in_html(key))) {
            open.push_back(key);
            if (open.size() > deepest) return false;
        }
        at = extent.end;
    }
    return true;
}

std::string without_tags(std::string_view html) {
    std::string out;
    out.reserve(html.size());
    bool unclosed = false;
    std::size_t at = 0;
    while (at < html.size()) {
        const std::size_t open = std::min(html.find('<', at), html.size());
        out.append(html, at, open - at);
        if (open == html.size()) break;
        const bool is_tag = open + 1 < html.size() && (is_letter(html[open + 1]) || html[open + 1] == '/');
        const std::size_t end = is_tag && !unclosed ? html.find('>', open) : std::string_view::npos;
        if (end == std::string_view::npos) {
            unclosed = unclosed || is_tag;
            out.push_back('<');
            at = open + 1;
            continue;
        }
        const std::string_view tag = html.substr(open, end - open);
        out.push_back(' ');
        out.append(static_cast<std::size_t>(std::count(tag.begin(), tag.end(), '\n')), '\n');
        at = end + 1;
    }
    return out;
}

}  // namespace stet
