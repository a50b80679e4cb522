// Looks over HTML before the parser does: gumbo looks through its stack of open elements for most tags, compares
// attributes one by one and opens every unclosed <b> anew in each block.
//
// The guard keeps a stack of open elements by the rules of HTML5 (WHATWG, 13.2.6), leaving out what would make it
// shorter than the parser's by more than a constant factor: where the rules are not followed to the letter, an element
// stays open.
#include "readers/html_guard.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "text/letters.hpp"

namespace stet {

namespace {

constexpr std::size_t deepest = 256;
constexpr std::size_t most_attributes = 128;
constexpr std::size_t most_attributes_in_all = 8'000'000;  // each takes the parser some 100 bytes
constexpr std::size_t most_copies = 1'000'000;             // of formatting elements, for a short text
constexpr std::size_t no_entry = static_cast<std::size_t>(-1);

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

constexpr std::uint64_t add_to_key(std::uint64_t key, char c) {
    return (key ^ static_cast<unsigned char>(c >= 'A' && c <= 'Z' ? c + 32 : c)) * 1099511628211ull;
}

/// FNV-1a of a name in lower case.
constexpr std::uint64_t key_of(std::string_view name) {
    std::uint64_t key = 14695981039346656037ull;
    for (const char c : name) key = add_to_key(key, c);
    return key;
}

/// What the rules of tree construction say of an element; bits of a set.
enum Rule : std::uint16_t {
    holds_nothing = 1,
    formatting = 2,
    special = 4,
    barrier = 8,    ///< end tags do not reach beyond it
    closes_p = 16,  ///< its start tag ends an open <p>
    marker = 32,    ///< formatting elements opened in it end with it
    raw = 64,       ///< its content has no tags
    heading_rule = 128,
    table_part = 256,
    list_scope = 512,  ///< </li> does not reach beyond it
    foreign_root = 1024
};

struct ElementRule {
    std::uint64_t key;
    std::uint16_t rules;
};

/// Names of one line share their rules.
struct RuleLine {
    std::string_view names;
    int rules;
};

constexpr std::array<RuleLine, 17> rule_lines = {{
    {"area base basefont bgsound br col embed frame image img input keygen link meta param source track wbr",
     holds_nothing},
    {"hr", holds_nothing | closes_p},
    {"a b big code em font i nobr s small strike strong tt u", formatting},
    {"address article aside blockquote center details dir div dl fieldset figcaption figure footer form header hgroup",
     special | closes_p},
    {"main menu nav p section summary pre listing li dd dt", special | closes_p},
    {"ol ul", special | closes_p | list_scope},
    {"h1 h2 h3 h4 h5 h6", special | closes_p | heading_rule},
    {"applet marquee object template", special | barrier | marker},
    {"select table", special | barrier},
    {"td th caption", special | barrier | marker | table_part},
    {"tr tbody thead tfoot colgroup", special | table_part},
    {"script style textarea title iframe noembed noframes", raw},
    {"xmp", raw | closes_p},
    {"svg math", special | barrier | foreign_root},
    {"button noscript", special},
    {"html head body", holds_nothing},
    {"frameset", special},
}};

constexpr std::size_t count_names() {
    std::size_t count = 0;
    for (const RuleLine& line : rule_lines)
        count += 1 + static_cast<std::size_t>(std::count(line.names.begin(), line.names.end(), ' '));
    return count;
}

/// All names by key, ascending.
constexpr std::array<ElementRule, count_names()> make_rules() {
    std::array<ElementRule, count_names()> rules{};
    std::size_t next = 0;
    for (const RuleLine& line : rule_lines) {
        std::string_view names = line.names;
        while (!names.empty()) {
            const std::size_t end = std::min(names.find(' '), names.size());
            rules[next++] = {key_of(names.substr(0, end)), static_cast<std::uint16_t>(line.rules)};
            names.remove_prefix(std::min(end + 1, names.size()));
        }
    }
    std::sort(rules.begin(), rules.end(), [](const ElementRule& a, const ElementRule& b) { return a.key < b.key; });
    return rules;
}

/// The rules of a name; 0 for an element without any, and `known` says whether HTML has it.
std::uint16_t rules_of(std::uint64_t key, bool& known) {
    static constexpr auto rules = make_rules();
    const auto found =
        std::lower_bound(rules.begin(), rules.end(), key,
                         [](const ElementRule& rule, std::uint64_t wanted) { return rule.key < wanted; });
    known = found != rules.end() && found->key == key;
    return known ? found->rules : std::uint16_t{0};
}

struct OpenElement {
    std::uint64_t key;
    std::uint16_t rules;
    std::uint32_t formatting;  ///< formatting elements that were open before it
};

/// The stack of open elements and the formatting elements that the parser opens anew.
class OpenElements {
public:
    void start(std::uint64_t key, std::uint16_t rules, bool known, bool closes_itself) {
        if (in_foreign()) {
            start_in_foreign(key, rules, known, closes_itself);
            return;
        }
        if ((rules & (special | closes_p)) != 0) copies_ += formatting_.size();
        if ((rules & formatting) != 0) {
            if (key == key_of("a") || key == key_of("nobr")) end_formatting(key);
            formatting_.push_back(key);
            return;
        }
        if ((rules & closes_p) != 0) end_p();
        if ((rules & (holds_nothing | raw)) != 0) return;
        if ((rules & table_part) != 0) {
            start_table_part(key, rules);
            return;
        }
        if (key == key_of("li") || key == key_of("dd") || key == key_of("dt")) end_items(key);
        const bool option = key == key_of("option") || key == key_of("optgroup");
        if (!open_.empty() && (((rules & heading_rule) != 0 && (open_.back().rules & heading_rule) != 0) ||
                               (option && open_.back().key == key)))
            pop_to(open_.size() - 1);
        push(key, rules);
        if ((rules & foreign_root) != 0) clean_ = key == key_of("svg");
    }

    void end(std::uint64_t key, std::uint16_t rules) {
        if (in_foreign()) {
            end_in_foreign(key);
            return;
        }
        if ((rules & special) != 0) copies_ += formatting_.size();
        if ((rules & formatting) != 0)
            end_formatting(key);
        else if (key == key_of("p"))
            end_p();
        else if (key == key_of("form"))
            pop_if_last(key);
        else if ((rules & table_part) != 0 || key == key_of("table"))
            pop_to(find(key, foreign_root, key == key_of("table")));
        else if ((rules & special) != 0)
            pop_to(find_block(key, rules));
        else
            pop_to(find(key, special, false));
    }

    /// Whether the parser may or may not take the content of a raw element for text.
    bool raw_is_open_question() const { return in_foreign() || has(key_of("select")) || has(key_of("frameset")); }
    bool raw_has_tags() const { return is_clean(); }
    bool in_foreign() const { return foreign_ > 0; }
    /// Certainly in <svg> and not in HTML inside it.
    bool is_clean() const { return in_foreign() && clean_ && integration_ == 0; }

    bool too_deep() const { return open_.size() + formatting_.size() > deepest; }
    std::size_t copies() const { return copies_; }

private:
    static bool is_integration(std::uint64_t key) {
        return key == key_of("title") || key == key_of("desc") || key == key_of("foreignobject");
    }

    bool has(std::uint64_t key) const {
        return std::any_of(open_.begin(), open_.end(), [&](const OpenElement& e) { return e.key == key; });
    }

    void push(std::uint64_t key, std::uint16_t rules) {
        open_.push_back({key, rules, static_cast<std::uint32_t>(formatting_.size())});
        if ((rules & foreign_root) != 0) ++foreign_;
        if (in_foreign() && is_integration(key)) ++integration_;
    }

    void pop_to(std::size_t size) {
        if (size == no_entry) return;
        while (open_.size() > size) {
            const OpenElement last = open_.back();
            open_.pop_back();
            if ((last.rules & marker) != 0 && formatting_.size() > last.formatting) formatting_.resize(last.formatting);
            if (in_foreign() && is_integration(last.key)) --integration_;
            if ((last.rules & foreign_root) != 0) --foreign_;
        }
    }

    void pop_if_last(std::uint64_t key) {
        if (!open_.empty() && open_.back().key == key) pop_to(open_.size() - 1);
    }

    /// In <svg> and <math> everything nests, and only what was opened last is surely closed.
    void start_in_foreign(std::uint64_t key, std::uint16_t rules, bool known, bool closes_itself) {
        const bool shared = key == key_of("a") || is_integration(key) || key == key_of("style") ||
                            key == key_of("script") || key == key_of("font");
        if (is_clean() && closes_itself && (!known || shared)) return;
        if (known && !shared && (rules & foreign_root) == 0) clean_ = false;
        push(key, (rules & foreign_root) != 0 ? rules : std::uint16_t{barrier});
    }

    void end_in_foreign(std::uint64_t key) {
        if (!is_clean()) {
            pop_if_last(key);
            return;
        }
        for (std::size_t i = open_.size(); i-- > 0;) {
            if (open_[i].key == key) return pop_to(i);
            if ((open_[i].rules & foreign_root) != 0) return;
        }
    }

    /// The innermost element of that name not behind one with any of the rules `stop`.
    std::size_t find(std::uint64_t key, int stop, bool is_table) const {
        for (std::size_t i = open_.size(); i-- > 0;) {
            if (open_[i].key == key) return i;
            if ((open_[i].rules & stop) != 0 || open_[i].key == key_of("select")) return no_entry;
            if (!is_table && open_[i].key == key_of("table")) return no_entry;
            if (open_[i].key == key_of("template") || open_[i].key == key_of("object")) return no_entry;
        }
        return no_entry;
    }

    std::size_t find_block(std::uint64_t key, std::uint16_t rules) const {
        const bool item = key == key_of("li");
        for (std::size_t i = open_.size(); i-- > 0;) {
            if (open_[i].key == key || ((rules & open_[i].rules) & heading_rule) != 0) return i;
            if ((open_[i].rules & barrier) != 0 || (item && (open_[i].rules & list_scope) != 0)) return no_entry;
        }
        return no_entry;
    }

    void end_p() {
        for (std::size_t i = open_.size(); i-- > 0;) {
            if (open_[i].key == key_of("p")) return pop_to(i);
            if ((open_[i].rules & barrier) != 0 || open_[i].key == key_of("button")) return;
        }
    }

    /// <li>, <dd> and <dt> end the item that is open, unless another element stands between.
    void end_items(std::uint64_t key) {
        const bool item = key == key_of("li");
        for (std::size_t i = open_.size(); i-- > 0;) {
            const std::uint64_t other = open_[i].key;
            if (item ? other == key : other == key_of("dd") || other == key_of("dt")) return pop_to(i);
            const bool passes = other == key_of("address") || other == key_of("div") || other == key_of("p");
            if ((open_[i].rules & special) != 0 && !passes) return;
        }
    }

    /// A part of a table ends those of its own rank and below; outside a table it is nothing.
    void start_table_part(std::uint64_t key, std::uint16_t rules) {
        const bool cell = key == key_of("td") || key == key_of("th");
        std::size_t keep = no_entry;
        for (std::size_t i = open_.size(); i-- > 0 && keep == no_entry;) {
            const std::uint64_t other = open_[i].key;
            if (other == key_of("table")) keep = i + 1;
            if (cell && other == key_of("tr")) keep = i + 1;
            if ((cell || key == key_of("tr")) &&
                (other == key_of("tbody") || other == key_of("thead") || other == key_of("tfoot")))
                keep = i + 1;
            const bool inside = (open_[i].rules & (barrier | foreign_root)) != 0 && (open_[i].rules & table_part) == 0;
            if (keep == no_entry && inside) return;
        }
        if (keep == no_entry) return;
        pop_to(keep);
        push(key, rules);
    }

    /// Takes out the last of that name, unless it was opened before the cell or object that we are in.
    void end_formatting(std::uint64_t key) {
        std::size_t from = 0;
        for (std::size_t i = open_.size(); i-- > 0;)
            if ((open_[i].rules & marker) != 0) {
                from = open_[i].formatting;
                break;
            }
        for (std::size_t i = formatting_.size(); i-- > from;)
            if (formatting_[i] == key) {
                formatting_.erase(formatting_.begin() + static_cast<std::ptrdiff_t>(i));
                return;
            }
    }

    std::vector<OpenElement> open_;
    std::vector<std::uint64_t> formatting_;
    std::size_t foreign_ = 0;
    std::size_t integration_ = 0;
    bool clean_ = false;
    std::size_t copies_ = 0;
};

/// Where a comment ends whose "<!--" ends at `at` (13.2.5.43 to 13.2.5.52).
std::size_t comment_end(std::string_view html, std::size_t at) {
    if (html.substr(at, 1) == ">") return at + 1;
    if (html.substr(at, 2) == "->") return at + 2;
    for (std::size_t dashes = html.find("--", at); dashes != std::string_view::npos;
         dashes = html.find("--", dashes + 1)) {
        if (html.substr(dashes + 2, 1) == ">") return dashes + 3;
        if (html.substr(dashes + 2, 2) == "!>") return dashes + 4;
    }
    return html.size();
}

bool is_same_name(std::string_view text, std::string_view name) {
    if (text.size() < name.size()) return false;
    for (std::size_t i = 0; i < name.size(); ++i) {
        const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; };
        if (lower(text[i]) != lower(name[i])) return false;
    }
    return true;
}

/// Where "</name" next stands; the end of the text where it does not.
std::size_t find_end_tag(std::string_view html, std::size_t at, std::string_view name) {
    while ((at = html.find("</", at)) != std::string_view::npos) {
        if (is_same_name(html.substr(at + 2), name)) return at;
        at += 2;
    }
    return html.size();
}

/// Reads tags one by one into the stack of open elements.
class HtmlGuard {
public:
    explicit HtmlGuard(std::string_view html) : html_(html) {}

    bool is_safe() {
        std::size_t at = 0;
        while ((at = html_.find('<', at)) != std::string_view::npos) {
            at = markup(at);
            if (unsafe_ || open_.too_deep() || attributes_ > most_attributes_in_all) return false;
            if (open_.copies() > most_copies + html_.size() / 4) return false;
        }
        return true;
    }

private:
    /// Reads what stands at "<"; returns where to go on.
    std::size_t markup(std::size_t at) {
        const std::string_view rest = html_.substr(at);
        if (rest.starts_with("<!--")) return comment_end(html_, at + 4);
        if (rest.starts_with("<![CDATA[") && open_.in_foreign()) {
            unsafe_ = !open_.is_clean();
            return past("]]>", at);
        }
        if (rest.starts_with("<!") || rest.starts_with("<?")) return past(">", at);
        const bool closing = rest.starts_with("</");
        const std::size_t name = at + (closing ? 2 : 1);
        if (name >= html_.size()) return html_.size();
        if (!is_letter(html_[name])) return closing ? past(">", name) : name;
        return tag(name, closing);
    }

    std::size_t past(std::string_view what, std::size_t at) const {
        const std::size_t found = html_.find(what, at);
        return found == std::string_view::npos ? html_.size() : found + what.size();
    }

    std::size_t tag(std::size_t at, bool closing) {
        const std::size_t begin = at;
        std::uint64_t key = key_of("");
        for (; at < html_.size() && !is_space(html_[at]) && html_[at] != '/' && html_[at] != '>'; ++at)
            key = add_to_key(key, html_[at]);
        const std::string_view name = html_.substr(begin, at - begin);
        const TagExtent extent = tag_extent(html_, at);
        attributes_ += extent.attributes;
        unsafe_ = unsafe_ || extent.attributes > most_attributes;
        bool known = false;
        const std::uint16_t rules = rules_of(key, known);
        if (closing) {
            if (begin >= raw_until_) open_.end(key, rules);
            return extent.end;
        }
        if (key == key_of("plaintext") && !open_.raw_is_open_question()) return html_.size();
        const bool closes_itself = extent.end >= 2 && html_[extent.end - 2] == '/' && extent.end - 2 >= at;
        const bool is_raw = (rules & raw) != 0 && !open_.raw_has_tags();
        const bool open_question = open_.raw_is_open_question();
        open_.start(key, rules, known, closes_itself);
        if (!is_raw) return extent.end;
        const std::size_t end = find_raw_end(extent.end, key, name);
        if (!open_question && begin >= raw_until_) return end;
        raw_until_ = std::max(raw_until_, end);  // its start tags count, its end tags do not
        return extent.end;
    }

    /// Ends are looked for from left to right and kept by name, so that many starts cost no more than one.
    std::size_t find_raw_end(std::size_t from, std::uint64_t key, std::string_view name) {
        for (RawEnd& known : raw_ends_) {
            if (known.key != key) continue;
            if (known.end < from) known.end = find_end_tag(html_, from, name);
            return known.end;
        }
        raw_ends_.push_back({key, find_end_tag(html_, from, name)});
        return raw_ends_.back().end;
    }

    struct RawEnd {
        std::uint64_t key;
        std::size_t end;
    };

    std::string_view html_;
    OpenElements open_;
    std::vector<RawEnd> raw_ends_;
    std::size_t raw_until_ = 0;
    std::size_t attributes_ = 0;
    bool unsafe_ = false;
};

}  // namespace

bool is_safe_html(std::string_view html) {
    return HtmlGuard(html).is_safe();
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
