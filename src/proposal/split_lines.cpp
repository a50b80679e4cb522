// Cuts paragraphs at lines that begin with the next label.
#include "proposal/split_lines.hpp"

#include <algorithm>
#include <charconv>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "proposal/letters.hpp"

namespace stet {

namespace {

constexpr unsigned most_missing = 3;     // numbers between two labels in a row
constexpr std::size_t most_lines = 400;  // of one paragraph that is cut; more are no demands

/// "12." and 3 of "12.3 Delete …", "U-" and 4 of "U-4. Wages", "(" and 2 of "(b) …".
struct LineLabel {
    std::string head;
    unsigned number = 0;
    unsigned step = 1;    ///< from one number to the next
    bool parted = false;  ///< a dash or colon behind it: no line of running text begins so
};

std::size_t behind_digits(std::string_view text, std::size_t at) {
    while (at < text.size() && is_digit(text[at])) ++at;
    return at;
}

std::optional<LineLabel> label_from(std::string_view line, std::size_t begin, std::size_t end) {
    LineLabel out{std::string(line.substr(0, begin)), 0};
    const auto [stop, error] = std::from_chars(line.data() + begin, line.data() + end, out.number);
    return error == std::errc{} && stop == line.data() + end ? std::optional(std::move(out)) : std::nullopt;
}

/// "12.3 Delete", "12.3. Delete", "12.3: delete": digits parted by full stops, and text behind.
std::optional<LineLabel> dotted(std::string_view line) {
    std::size_t end = behind_digits(line, 0), last = 0;
    if (end == 0 || end > 3) return std::nullopt;
    while (end + 1 < line.size() && line[end] == '.' && is_digit(line[end + 1])) {
        last = end + 1;
        end = behind_digits(line, last);
    }
    if (last == 0 || end - last > 3) return std::nullopt;
    // "9.3(a)": between 9.3 and 9.4
    constexpr unsigned letters = 32;
    const bool lettered = end + 2 < line.size() && line[end] == '(' && is_lower(line[end + 1]) && line[end + 2] == ')';
    const unsigned letter = lettered ? static_cast<unsigned>(line[end + 1] - 'a' + 1) : 0;
    std::size_t behind = end + (lettered ? 3 : 0);
    if (behind < line.size() && (line[behind] == '.' || line[behind] == ':')) ++behind;
    const std::size_t text = line.find_first_not_of(' ', behind);
    if (text == behind || text == std::string_view::npos) return std::nullopt;
    const bool opens = is_upper(line[text]) || line[text] == '[' || line[text] == '(' || line[text] == '"' ||
                       line[text] == '-' || line[behind - 1] == ':' || static_cast<unsigned char>(line[text]) >= 0x80;
    auto label = opens ? label_from(line, last, end) : std::nullopt;
    if (!label) return label;
    label->number = label->number * letters + letter;
    label->step = letters;
    const std::string_view joint = line.substr(text);
    label->parted =
        line[behind - 1] == ':' || joint.starts_with("- ") || joint.starts_with("– ") || joint.starts_with("— ");
    return label;
}

/// "U-4. Wages", "C-2: Section 19": capitals, a hyphen, a number and what closes it.
std::optional<LineLabel> short_named(std::string_view line) {
    std::size_t letters = 0;
    while (letters < line.size() && is_upper(line[letters])) ++letters;
    if (letters == 0 || letters > 3 || letters + 1 >= line.size() || line[letters] != '-') return std::nullopt;
    const std::size_t end = behind_digits(line, letters + 1);
    const bool closed = end > letters + 1 && end + 1 < line.size() &&
                        (line[end] == '.' || line[end] == ':' || line[end] == ')') && line[end + 1] == ' ';
    return closed ? label_from(line, letters + 1, end) : std::nullopt;
}

/// "(b) The rate …", "b. The rate …": a small letter.
std::optional<LineLabel> lettered(std::string_view line) {
    const bool bracket = !line.empty() && line.front() == '(';
    const std::size_t at = bracket ? 1 : 0;
    if (at + 2 >= line.size() || !is_lower(line[at])) return std::nullopt;
    const char close = line[at + 1];
    const bool closed = bracket ? close == ')' : close == '.' || close == ')';
    if (!closed || line[at + 2] != ' ') return std::nullopt;
    return LineLabel{std::string(line.substr(0, at)) + close, static_cast<unsigned>(line[at] - 'a' + 1)};
}

/// "Section 9.3: …": one word in front of the number, which is part of the label.
std::size_t noun_in_front(std::string_view line) {
    std::size_t at = 0;
    while (at < line.size() && (is_upper(line[at]) || is_lower(line[at]))) ++at;
    if (at == 0 || !is_upper(line.front())) return 0;
    if (at < line.size() && line[at] == '.') ++at;
    return at < line.size() && line[at] == ' ' ? at + 1 : 0;
}

std::optional<LineLabel> label_of(std::string_view line) {
    line.remove_prefix(std::min(line.find_first_not_of(" \t*"), line.size()));
    if (const std::size_t noun = noun_in_front(line); noun > 0)
        if (auto label = dotted(line.substr(noun))) {
            label->head.insert(0, line.substr(0, noun));
            return label;
        }
    if (auto label = dotted(line)) return label;
    if (auto label = short_named(line)) return label;
    return lettered(line);
}

/// A line that ends as a sentence, a caption or a mark does: what stands below it may be another's.
bool closes(std::string_view line) {
    const std::size_t last = line.find_last_not_of(" \t*");
    if (last == std::string_view::npos) return false;
    return std::string_view(".:;])\"!?").find(line[last]) != std::string_view::npos ||
           line.substr(0, last + 1).ends_with("”");
}

/// The lines at which the block is to be cut, as offsets.
std::vector<std::uint32_t> cuts_of(const Block& block) {
    const std::string_view text = block.text;
    std::vector<std::uint32_t> out;
    std::size_t end = text.find('\n');
    auto last = end == std::string_view::npos ? std::nullopt : label_of(text.substr(0, end));
    for (std::size_t begin = 0; last && end != std::string_view::npos;) {
        const bool closed = closes(text.substr(begin, end - begin));
        begin = end + 1;
        end = text.find('\n', begin);
        auto label = label_of(text.substr(begin, std::min(end, text.size()) - begin));
        const bool next = label && (closed || label->parted) && label->head == last->head &&
                          label->number > last->number &&
                          label->number <= last->number + (1 + most_missing) * label->step;
        if (!next) continue;
        out.push_back(static_cast<std::uint32_t>(begin));
        last = std::move(label);
    }
    return out;
}

}  // namespace

std::vector<Block> split_lines(std::vector<Block> blocks) {
    std::vector<Block> out;
    out.reserve(blocks.size());
    for (Block& block : blocks) {
        const bool text = block.kind == BlockKind::paragraph || block.kind == BlockKind::list_item;
        const std::vector<std::uint32_t> cuts = text ? cuts_of(block) : std::vector<std::uint32_t>();
        const std::size_t first = out.size();
        for (std::size_t i = cuts.size(); i-- > 0 && cuts.size() <= most_lines;)
            out.push_back(cut_block(block, cuts[i]));
        out.push_back(std::move(block));
        std::reverse(out.begin() + static_cast<std::ptrdiff_t>(first), out.end());
    }
    return out;
}

}  // namespace stet
