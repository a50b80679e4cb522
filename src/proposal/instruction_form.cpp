// One sentence a kind of operation, written and read side by side.
#include "proposal/instruction_form.hpp"

#include <array>
#include <charconv>
#include <utility>

#include "proposal/address.hpp"

namespace stet {

namespace {

constexpr std::string_view the_document = "the document";
constexpr std::array<std::pair<std::string_view, std::string_view>, 6> quotes = {
    {{"“", "”"}, {"«", "»"}, {"‹", "›"}, {"「", "」"}, {"『", "』"}, {"【", "】"}}};

/// Opening and closing quotes of a kind in the text match.
bool is_balanced(std::string_view text, const std::pair<std::string_view, std::string_view>& kind) {
    int depth = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text.substr(at).starts_with(kind.first)) ++depth;
        if (text.substr(at).starts_with(kind.second) && --depth < 0) return false;
    }
    return depth == 0;
}

/// "(no. 2)" behind quoted words: which of their places is meant.
std::string place_words(std::uint32_t place) {
    return place == 0 ? "" : " (no. " + std::to_string(place) + ")";
}

std::string target_words(const Target& target) {
    std::string out;
    for (const std::string& unit : target.units) out += (out.empty() ? "" : ", ") + unit;
    if (out.empty()) out = the_document;
    if (!target.paragraph.empty()) out += ", " + target.paragraph;
    return out;
}

bool take(std::string_view& text, std::string_view words) {
    if (!text.starts_with(words)) return false;
    text.remove_prefix(words.size());
    return true;
}

std::string first_word(std::string_view text) {
    return std::string(text.substr(0, text.find(' ')));
}

std::uint32_t take_place(std::string_view& text) {
    std::string_view rest = text;
    std::uint32_t place = 0;
    if (!take(rest, " (no. ")) return 0;
    const char* end = std::from_chars(rest.data(), rest.data() + rest.size(), place).ptr;
    rest.remove_prefix(static_cast<std::size_t>(end - rest.data()));
    if (place == 0 || !take(rest, ")")) return 0;
    text = rest;
    return place;
}

/// The name of a unit or part up to the comma behind it.
std::optional<std::string> take_name(std::string_view& text) {
    const std::string_view whole = text;
    if (text.starts_with(quotes[0].first)) {
        if (!take_quoted(text)) return std::nullopt;
        take_place(text);
    } else {
        text.remove_prefix(std::min(text.find(", "), text.size()));
    }
    return std::string(whole.substr(0, whole.size() - text.size()));
}

bool begins_clause(std::string_view text) {
    for (const std::string_view verb :
         {"strike ", "after “", "after «", "after ‹", "after 「", "after 『", "after 【", "at the beginning insert ",
          "at the end insert ", "begin a new paragraph before "})
        if (text.starts_with(verb)) return true;
    return text.starts_with("insert the following:");
}

void name_levels(Target& target) {
    for (const std::string& unit : target.units) {
        const std::size_t blank = unit.find(' ');
        if (blank == std::string::npos) continue;
        std::string noun = unit.substr(0, blank);
        for (char& c : noun) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
        if (noun == "article") target.article = unit.substr(blank + 1);
        if (noun == "section") target.section = unit.substr(blank + 1);
    }
}

/// Units and part, up to the clause behind them or the end of the text.
std::optional<Target> take_target(std::string_view& text) {
    Target target;
    for (bool more = true; more;) {
        const auto name = take_name(text);
        if (!name || name->empty()) return std::nullopt;
        more = take(text, ", ") && !begins_clause(text);
        if (parse_part(*name)) {
            if (more) return std::nullopt;
            target.paragraph = *name;
        } else if (*name != the_document || !target.units.empty()) {
            target.units.push_back(*name);
        }
    }
    name_levels(target);
    return target;
}

Unit unit_of_target(const Target& target) {
    if (!target.paragraph.empty())
        return parse_part(target.paragraph)->kind == BlockKind::table_row ? Unit::row : Unit::paragraph;
    if (target.units.empty()) return Unit::paragraph;
    if (target.section.empty()) return target.article.empty() ? Unit::letter : Unit::article;
    return target.units.back().ends_with(target.section) ? Unit::section : Unit::list_item;
}

using Parsed = std::optional<Operation>;

Parsed parse_strike(Operation out, std::string_view text) {
    if (const auto words = take_quoted(text)) {
        out.struck_text = *words;
        out.place = take_place(text);
        out.op = Op::remove;
        out.unit = Unit::words;
        if (take(text, " and insert ")) {
            const auto with = take_quoted(text);
            if (!with) return std::nullopt;
            out.inserted_text = *with;
            out.op = Op::substitute;
        }
        return text == "." ? Parsed(out) : std::nullopt;
    }
    const std::size_t comma = std::min(text.find(", beginning "), text.size());
    const std::string part(text.substr(0, comma));
    text.remove_prefix(comma);
    if (!out.target.paragraph.empty() || !parse_part(part) || !take(text, ", beginning ")) return std::nullopt;
    const auto words = take_quoted(text);
    if (!words || text != ".") return std::nullopt;
    out.target.paragraph = part;
    out.anchor_words = *words;
    out.op = Op::remove;
    out.unit = unit_of_target(out.target);
    return out;
}

Parsed parse_insert(Operation out, std::string_view text, PositionKind position) {
    out.op = Op::insert;
    out.unit = Unit::words;
    out.position = position;
    if (position == PositionKind::after) {
        const auto anchor = take_quoted(text);
        if (!anchor) return std::nullopt;
        out.anchor_words = *anchor;
        out.place = take_place(text);
        if (!take(text, " insert ")) return std::nullopt;
    }
    const auto with = take_quoted(text);
    if (!with || text != ".") return std::nullopt;
    out.inserted_text = *with;
    return out;
}

Parsed parse_in(std::string_view text) {
    Operation out;
    const auto target = take_target(text);
    if (!target) return std::nullopt;
    out.target = *target;
    if (take(text, "strike ")) return parse_strike(std::move(out), text);
    if (take(text, "after ")) return parse_insert(std::move(out), text, PositionKind::after);
    if (take(text, "at the beginning insert ")) return parse_insert(std::move(out), text, PositionKind::start);
    if (take(text, "at the end insert ")) return parse_insert(std::move(out), text, PositionKind::end);
    if (!take(text, "begin a new paragraph before ")) return std::nullopt;
    const auto words = take_quoted(text);
    if (!words) return std::nullopt;
    out.op = Op::split;
    out.unit = Unit::paragraph;
    out.anchor_words = *words;
    out.place = take_place(text);
    return text == "." ? Parsed(out) : std::nullopt;
}

/// A target that ends with the sentence's full stop.
std::optional<Target> parse_last_target(std::string_view text) {
    if (!text.ends_with('.')) return std::nullopt;
    text.remove_suffix(1);
    auto target = take_target(text);
    return text.empty() ? target : std::nullopt;
}

/// Where `words` stand outside quotes.
std::size_t find_outside_quotes(std::string_view text, std::string_view words) {
    int depth = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const std::string_view rest = text.substr(at);
        if (rest.starts_with(quotes[0].first)) ++depth;
        if (rest.starts_with(quotes[0].second)) --depth;
        if (depth == 0 && rest.starts_with(words)) return at;
    }
    return std::string_view::npos;
}

Parsed parse_move(std::string_view text) {
    Operation out;
    out.op = Op::move;
    for (const auto& [words, position] : {std::pair{std::string_view(" to follow "), PositionKind::after},
                                          std::pair{std::string_view(" to precede "), PositionKind::before}}) {
        const std::size_t at = find_outside_quotes(text, words);
        if (at == std::string_view::npos) continue;
        std::string_view from = text.substr(0, at);
        const auto target = take_target(from);
        const auto anchor = parse_last_target(text.substr(at + words.size()));
        if (!target || !from.empty() || !anchor) return std::nullopt;
        out.target = *target;
        out.anchor = *anchor;
        out.position = position;
        out.unit = unit_of_target(out.target);
        return out;
    }
    return std::nullopt;
}

Parsed parse_renumber(std::string_view text) {
    Operation out;
    const std::size_t at = find_outside_quotes(text, " as ");
    if (at == std::string_view::npos) return std::nullopt;
    std::string_view from = text.substr(0, at);
    const auto target = take_target(from);
    text.remove_prefix(at + 4);
    const auto label = take_quoted(text);
    if (!target || !from.empty() || !label || text != ".") return std::nullopt;
    out.op = Op::renumber;
    out.target = *target;
    out.unit = unit_of_target(out.target);
    out.inserted_text = *label;
    return out;
}

Parsed parse_blocks(std::string_view text, PositionKind position) {
    Operation out;
    out.op = Op::insert;
    out.unit = Unit::paragraph;
    out.position = position;
    if (position != PositionKind::start) {
        const auto anchor = take_target(text);
        if (!anchor) return std::nullopt;
        out.anchor = *anchor;
        out.target = *anchor;
        out.target.paragraph.clear();
    }
    return text == "insert the following:" ? Parsed(out) : std::nullopt;
}

Parsed parse_repeal(std::string_view text) {
    Operation out;
    const auto target = parse_last_target(text);
    if (!target || target->units.empty() || !target->paragraph.empty()) return std::nullopt;
    out.op = Op::repeal;
    out.target = *target;
    out.unit = unit_of_target(out.target);
    return out;
}

Parsed parse_join(std::string_view text) {
    Operation out;
    constexpr std::string_view end = " to what stands before it.";
    if (!text.ends_with(end)) return std::nullopt;
    text.remove_suffix(end.size());
    const auto target = take_target(text);
    if (!target || !text.empty()) return std::nullopt;
    out.op = Op::join;
    out.target = *target;
    out.unit = Unit::paragraph;
    return out;
}

std::string words_of_insertion(const Operation& operation, const std::string& place) {
    const std::string with = "insert " + quoted(operation.inserted_text) + ".";
    if (operation.position == PositionKind::start) return "In " + place + ", at the beginning " + with;
    if (operation.position == PositionKind::end) return "In " + place + ", at the end " + with;
    return "In " + place + ", after " + quoted(operation.anchor_words) + place_words(operation.place) + " " + with;
}

std::string words_of_removal(const Operation& operation, const std::string& place) {
    if (!operation.struck_text.empty())
        return "In " + place + ", strike " + quoted(operation.struck_text) + place_words(operation.place) + ".";
    Target unit = operation.target;
    unit.paragraph.clear();
    return "In " + target_words(unit) + ", strike " + operation.target.paragraph + ", beginning " +
           quoted(operation.anchor_words) + ".";
}

}  // namespace

std::string quoted(std::string_view text) {
    for (const auto& kind : quotes)
        if (is_balanced(text, kind)) return std::string(kind.first).append(text).append(kind.second);
    return std::string(quotes[0].first).append(text).append(quotes[0].second);
}

std::optional<std::string> take_quoted(std::string_view& text) {
    for (const auto& [open, close] : quotes) {
        if (!text.starts_with(open)) continue;
        int depth = 0;
        for (std::size_t at = 0; at < text.size(); ++at) {
            if (text.substr(at).starts_with(open)) ++depth;
            if (!text.substr(at).starts_with(close) || --depth > 0) continue;
            const std::string inner(text.substr(open.size(), at - open.size()));
            text.remove_prefix(at + close.size());
            return inner;
        }
    }
    return std::nullopt;
}

std::string item_words(const DrawnBlock& item) {
    const std::string text = new_text(item);
    std::string out = "Item";
    if (item.number != first_word(text)) out += " " + quoted(item.number);
    if (item.depth > 1) out += ", depth " + std::to_string(item.depth);
    return out + ": " + std::string(quotes[0].first) + text + std::string(quotes[0].second);
}

std::optional<DrawnBlock> parse_item(std::string_view text) {
    DrawnBlock item;
    item.kind = BlockKind::list_item;
    item.depth = 1;
    if (!take(text, "Item")) return std::nullopt;
    std::optional<std::string> number;
    if (take(text, " ") && !(number = take_quoted(text))) return std::nullopt;
    if (take(text, ", depth ")) {
        const char* end = std::from_chars(text.data(), text.data() + text.size(), item.depth).ptr;
        text.remove_prefix(static_cast<std::size_t>(end - text.data()));
    }
    const auto& [open, close] = quotes[0];
    if (!take(text, ": ") || !take(text, open) || !text.ends_with(close)) return std::nullopt;
    text.remove_suffix(close.size());
    item.number = number ? *number : first_word(text);
    item.runs.push_back({std::string(text), DrawnRun::inserted});
    return item;
}

std::string instruction_words(const Operation& operation) {
    const std::string place = target_words(operation.target);
    const std::string anchor = target_words(operation.anchor);
    switch (operation.op) {
        case Op::repeal:
            return "Repeal " + place + ".";
        case Op::remove:
            return words_of_removal(operation, place);
        case Op::substitute:
            return "In " + place + ", strike " + quoted(operation.struck_text) + place_words(operation.place) +
                   " and insert " + quoted(operation.inserted_text) + ".";
        case Op::insert:
            if (operation.unit == Unit::words) return words_of_insertion(operation, place);
            if (operation.position == PositionKind::start) return "At the beginning, insert the following:";
            return (operation.position == PositionKind::before ? "Before " : "After ") + anchor +
                   ", insert the following:";
        case Op::move:
            return "Move " + place + (operation.position == PositionKind::before ? " to precede " : " to follow ") +
                   anchor + ".";
        case Op::renumber:
            return "Renumber " + place + " as " + quoted(operation.inserted_text) + ".";
        case Op::split:
            return "In " + place + ", begin a new paragraph before " + quoted(operation.anchor_words) +
                   place_words(operation.place) + ".";
        case Op::join:
            return "Join " + place + " to what stands before it.";
        default:
            return {};
    }
}

std::optional<Operation> parse_instruction(std::string_view text) {
    if (take(text, "In ")) return parse_in(text);
    if (take(text, "Repeal ")) return parse_repeal(text);
    if (take(text, "Move ")) return parse_move(text);
    if (take(text, "Renumber ")) return parse_renumber(text);
    if (take(text, "Join ")) return parse_join(text);
    if (take(text, "After ")) return parse_blocks(text, PositionKind::after);
    if (take(text, "Before ")) return parse_blocks(text, PositionKind::before);
    if (take(text, "At the beginning, ")) return parse_blocks(text, PositionKind::start);
    return std::nullopt;
}

}  // namespace stet
