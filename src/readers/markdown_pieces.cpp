// Finds tables, notes and plain text line by line and keeps from the parser what would cost it too much.
#include "readers/markdown_pieces.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "readers/markdown_grid.hpp"
#include "readers/markdown_line.hpp"
#include "readers/markdown_plain.hpp"
#include "readers/markdown_rows.hpp"
#include "readers/markdown_ruled.hpp"

namespace stet {

namespace {

constexpr std::size_t chunk_size = 256 * 1024;
constexpr std::size_t largest_chunk = 8 * 1024 * 1024;
constexpr std::uint64_t most_chunk_nodes = 500'000;
constexpr std::size_t most_definitions = 1024 * 1024;

/// Steps that one paragraph, and all of them, may cost the parser at worst; a dear paragraph after that is literal.
constexpr std::uint64_t most_steps = 100'000'000;
constexpr std::uint64_t most_steps_in_all = 2'000'000'000;
constexpr std::uint64_t cheap_steps = 10'000;
constexpr std::uint64_t most_nodes = 1'000'000;

constexpr std::size_t most_containers = 50;
constexpr std::size_t widest_indent = 256;

/// In the parser's text an empty heading stands for pieces: it ends every open block.
constexpr std::string_view placeholder = "#\n";

struct Cost {
    std::uint64_t delimiters = 0;
    std::uint64_t scans = 0;
    std::uint64_t nodes = 0;
};

Cost cost_of(std::string_view text) {
    static constexpr std::array<std::uint8_t, 256> kinds = [] {
        std::array<std::uint8_t, 256> table{};
        for (const char c : {'*', '_', '[', ']', '`'}) table[static_cast<unsigned char>(c)] = 1;
        table['<'] = 2;
        table['('] = 3;
        table['\\'] = table['&'] = table['!'] = 4;
        return table;
    }();
    Cost cost;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const std::uint8_t kind = kinds[static_cast<unsigned char>(text[at])];
        if (kind == 0) continue;
        if (kind == 3) {
            cost.scans += at > 0 && text[at - 1] == ']' ? 1 : 0;
            continue;
        }
        ++cost.nodes;
        cost.delimiters += kind == 1 ? 1 : 0;
        cost.scans += kind == 2 ? 1 : 0;
    }
    return cost;
}

std::uint64_t steps_of(std::uint64_t delimiters, std::uint64_t scans, std::uint64_t bytes) {
    return delimiters * delimiters + scans * bytes;
}

/// What ends an HTML block that may hold blank lines, where this line begins one and does not end it.
std::string opaque_html_end(std::string_view text) {
    if (text.starts_with("<!--")) return text.find("-->", 4) == std::string_view::npos ? "-->" : "";
    for (const std::string_view name : {"script", "style", "pre"}) {
        if (!starts_with_name(text.substr(1), name)) continue;
        const std::string end = "</" + std::string(name) + ">";
        return text.find(end) == std::string_view::npos ? end : "";
    }
    return {};
}

}  // namespace

MarkdownSplitter::MarkdownSplitter(const Source& source, const EscapeShield& shield, Diagnostics& diagnostics)
    : source_(source), shield_(shield), diagnostics_(diagnostics) {
    collect_definitions();
}

bool MarkdownSplitter::is_safe_inline(std::string_view text) {
    const Cost cost = cost_of(text);
    return steps_of(cost.delimiters, cost.scans, text.size()) <= most_steps / 100 && cost.nodes < most_nodes / 10;
}

void MarkdownSplitter::collect_definitions() {
    if (source_.text().find("]:") == std::string_view::npos) return;
    for (std::uint32_t n = 1; n <= source_.line_count(); ++n) {
        const std::string_view line = source_.line(n);
        const LineIndent indent = line_indent(line);
        if (indent.columns > 3 || !opens_definition(line.substr(indent.bytes))) continue;
        if (definitions_.size() + line.size() > most_definitions) {
            diagnostics_.push_back({Severity::warning, "markup-limit",
                                    "more than 1 MiB of link definitions: the rest is text", source_.name(), n, 0});
            return;
        }
        definitions_ += line;
        definitions_ += '\n';
        if (n < source_.line_count()) {
            const std::string_view next = source_.line(n + 1);
            const std::string_view words = next.substr(line_indent(next).bytes);
            const bool title = words.starts_with('"') || words.starts_with('\'') || words.starts_with('(');
            if ((line.ends_with(':') || title) && next.size() < 4096) definitions_.append(next).push_back('\n');
        }
        definitions_ += '\n';
    }
}

/// Ends the paragraph before this line where the line does, and says whether the chunk may end here too.
bool MarkdownSplitter::should_cut_before_line(Chunk& chunk) {
    const std::string_view line = source_.line(line_);
    if (begins_item(line) || line.find_first_not_of("> \t") == std::string_view::npos) end_stretch(chunk);
    return !stretch_.open && should_cut(chunk);
}

bool MarkdownSplitter::should_cut(const Chunk& chunk) const {
    if (!chunk.has_rest) return false;
    if (chunk.rest.size() > largest_chunk || chunk_nodes_ > most_chunk_nodes) return true;
    if (!fresh_ || !opaque_end_.empty()) return false;
    if (chunk.rest.size() < std::max(chunk_size, definitions_.size() * 8)) return false;
    const std::string_view line = source_.line(line_);
    return !line.empty() && line[0] != ' ' && line[0] != '\t' && list_marker(line) == 0;
}

bool MarkdownSplitter::next(Chunk& chunk) {
    chunk.rest.assign(definitions_);
    chunk.lines.assign(static_cast<std::size_t>(std::count(definitions_.begin(), definitions_.end(), '\n')), 0);
    chunk.pieces.clear();
    chunk.has_rest = false;
    chunk_nodes_ = 0;
    if (line_ > source_.line_count()) return false;
    while (line_ <= source_.line_count()) {
        if (is_blank_line(source_.line(line_)))
            add_blank(chunk);
        else if (should_cut_before_line(chunk))
            return true;
        else if (!add_piece(chunk))
            add_line(chunk);
    }
    end_stretch(chunk);
    return true;
}

bool MarkdownSplitter::add_piece(Chunk& chunk) {
    MarkdownPiece piece;
    if (!opaque_end_.empty() || !find_piece(piece)) return false;
    end_stretch(chunk);
    put(chunk, piece);
    in_note_ = piece.kind == PieceKind::note;
    line_ = piece.last_line + 1;
    fresh_ = true;
    in_list_ = false;
    return true;
}

bool MarkdownSplitter::find_piece(MarkdownPiece& piece) {
    const auto found = [&](PieceKind kind, std::uint32_t last) {
        piece = {kind, line_, last};
        return last != 0;
    };
    if (line_ == 1 && found(PieceKind::front_matter, front_matter_end())) return true;
    const bool has_definitions = !definitions_.empty();
    if (fresh_) {
        if (line_ >= grids_seen_until_) {
            const GridLines grid = find_grid(source_, line_);
            grids_seen_until_ = line_ + grid.seen;
            if (grid.last > 0) return found(PieceKind::grid_rows, grid.last);
        }
        const GridLines ruled = find_ruled(source_, line_, line_ >= frames_seen_until_);
        frames_seen_until_ = std::max(frames_seen_until_, line_ + ruled.seen);
        if (ruled.last > 0) return found(PieceKind::ruled_rows, ruled.last);
        if (found(PieceKind::note, note_end(line_))) return true;
        if (is_plain_heading(source_, line_, has_definitions)) return found(PieceKind::heading, line_);
        if (found(PieceKind::paragraph, plain_paragraph_end(source_, line_, has_definitions))) return true;
    }
    const std::string_view line = source_.line(line_);
    if (line_ >= tabs_seen_until_ && line.find('\t') != std::string_view::npos) {
        const TabRows tabs = find_tab_rows(source_, line_);
        tabs_seen_until_ = line_ + tabs.seen;
        if (tabs.rows > 0) return found(PieceKind::tab_rows, line_ + tabs.rows - 1);
    }
    if (line.find('|') != std::string_view::npos && found(PieceKind::pipe_rows, pipe_table_end(line_))) return true;
    const LineIndent indent = line_indent(line);
    if (indent.columns <= 3 && starts_with_name(line.substr(indent.bytes), "<table"))
        return found(PieceKind::html_table, html_table_end(line_));
    return false;
}

std::uint32_t MarkdownSplitter::front_matter_end() const {
    if (source_.line_count() < 2 || !source_.line(1).starts_with("---") || !is_blank_line(source_.line(1).substr(3)))
        return 0;
    if (source_.line(2).find(':') == std::string_view::npos && !source_.line(2).starts_with("---")) return 0;
    for (std::uint32_t n = 2; n <= source_.line_count(); ++n) {
        const std::string_view line = source_.line(n);
        if ((line.starts_with("---") || line.starts_with("...")) && is_blank_line(line.substr(3))) return n;
    }
    return 0;
}

std::uint32_t MarkdownSplitter::note_end(std::uint32_t line) const {
    const std::string_view first = source_.line(line);
    const LineIndent indent = line_indent(first);
    const bool opens = indent.columns <= 3 && footnote_label(first.substr(indent.bytes)) != 0;
    if (!opens && !(in_note_ && goes_on_from_note(first))) return 0;
    std::uint32_t last = line;
    while (last < source_.line_count()) {
        const std::string_view next = source_.line(last + 1);
        const std::string_view words = next.substr(line_indent(next).bytes);
        if (is_blank_line(next) || footnote_label(words) != 0) break;
        if (list_marker(words) == 1 && goes_on_from_note(next)) break;
        ++last;
    }
    return last;
}

std::uint32_t MarkdownSplitter::pipe_table_end(std::uint32_t line) const {
    if (line == source_.line_count() || !opens_pipe_table(source_.line(line), source_.line(line + 1))) return 0;
    std::uint32_t last = line + 1;
    for (; last < source_.line_count(); ++last) {
        const std::string_view next = source_.line(last + 1);
        const std::string_view words = next.substr(line_indent(next).bytes);
        if (words.empty() || words[0] == '>' || heading_level(words) != 0 || fence_length(words) != 0) break;
        if (list_marker(words) != 0 || is_thematic_break(words)) break;
        if (words[0] == '<' && words.find('|') == std::string_view::npos) break;
    }
    return last;
}

std::uint32_t MarkdownSplitter::html_table_end(std::uint32_t line) {
    if (!tables_close_) return 0;
    std::size_t depth = 0;
    std::uint32_t first_close = 0;
    for (std::uint32_t n = line; n <= source_.line_count(); ++n) {
        const std::string_view text = source_.line(n);
        for (std::size_t at = text.find('<'); at != std::string_view::npos; at = text.find('<', at + 1)) {
            const std::string_view tag = text.substr(at);
            if (starts_with_name(tag, "<table")) ++depth;
            if (!starts_with_name(tag, "</table")) continue;
            if (--depth == 0 || !tables_nest_) return n;
            if (first_close == 0) first_close = n;
        }
    }
    tables_nest_ = false;  // one too many is open: from now on the next </table> ends a table
    tables_close_ = first_close != 0;
    return first_close;
}

void MarkdownSplitter::put(Chunk& chunk, MarkdownPiece piece) {
    if (chunk.has_rest && (chunk.lines.empty() || chunk.lines.back() != 0)) {
        chunk.rest += placeholder;
        chunk.lines.push_back(0);
    }
    chunk.pieces.push_back(piece);
}

void MarkdownSplitter::add_blank(Chunk& chunk) {
    end_stretch(chunk);
    const std::uint32_t kept = opaque_end_.empty() ? 2 : 1000;
    if (!chunk.lines.empty() && chunk.lines.back() != 0 && ++blanks_ <= kept) {
        chunk.rest += '\n';
        chunk.lines.push_back(line_);
    }
    fresh_ = true;
    in_list_ = false;
    ++line_;
}

void MarkdownSplitter::add_line(Chunk& chunk) {
    const std::string_view line = source_.line(line_);
    if (!stretch_.open) {
        stretch_ = {};
        stretch_.open = true;
        stretch_.rest_size = chunk.rest.size();
        stretch_.rest_lines = chunk.lines.size();
        stretch_.first_line = line_;
    }
    stretch_.last_line = line_;
    measure(line);
    track_opaque(line);
    if (!stretch_.over) {
        shield_.append(chunk.rest, line);
        chunk.rest.push_back('\n');
        chunk.lines.push_back(line_);
        chunk.has_rest = true;
    }
    fresh_ = heading_level(line) != 0;
    in_note_ = false;
    blanks_ = 0;
    ++line_;
}

/// Whether a line begins a list item and so ends the paragraph before it, by the parser's own rules.
bool MarkdownSplitter::begins_item(std::string_view line) {
    const LineIndent indent = line_indent(line);
    const std::string_view words = line.substr(indent.bytes);
    const std::size_t marker = list_marker(words);
    if (marker == 0 || indent.columns > (in_list_ ? content_column_ : 0) + 3) return false;
    const bool bullet = marker == 1;
    const bool interrupts = bullet || words.substr(0, marker - 1) == "1";
    const bool dedented = in_list_ && indent.columns < content_column_;
    if (stretch_.open && !interrupts && !dedented) return false;
    if (stretch_.open && is_blank_line(words.substr(marker)) && !dedented) return false;
    const LineIndent gap = line_indent(words.substr(marker));
    content_column_ = indent.columns + marker + (gap.columns >= 1 && gap.columns <= 4 ? gap.columns : 1);
    in_list_ = true;
    return true;
}

void MarkdownSplitter::measure(std::string_view line) {
    const Cost cost = cost_of(line);
    stretch_.bytes += line.size() + 1;
    stretch_.delimiters += cost.delimiters;
    stretch_.scans += cost.scans;
    stretch_.nodes += cost.nodes + 2;
    const std::uint64_t steps = steps_of(stretch_.delimiters, stretch_.scans, stretch_.bytes);
    const std::uint64_t limit = spent_ > most_steps_in_all ? cheap_steps : most_steps;
    if (steps > limit || stretch_.nodes > most_nodes) stretch_.over = true;
    if (line_indent(line).columns > widest_indent) stretch_.over = true;
    if (container_count(line) > most_containers && !is_thematic_break(line)) stretch_.over = true;
}

void MarkdownSplitter::end_stretch(Chunk& chunk) {
    if (!stretch_.open) return;
    stretch_.open = false;
    if (!stretch_.over) {
        const std::uint64_t steps = steps_of(stretch_.delimiters, stretch_.scans, stretch_.bytes);
        spent_ += steps;
        chunk_nodes_ += stretch_.nodes;
        return;
    }
    chunk.rest.resize(stretch_.rest_size);
    chunk.lines.resize(stretch_.rest_lines);
    diagnostics_.push_back({Severity::warning, "markup-limit",
                            "too much markup or nesting in one paragraph: it is taken as plain text", source_.name(),
                            stretch_.first_line, 0});
    put(chunk, {PieceKind::literal, stretch_.first_line, stretch_.last_line});
}

void MarkdownSplitter::track_opaque(std::string_view line) {
    std::string_view words = line.substr(line_indent(line).bytes);
    if (!opaque_end_.empty()) {
        if (fence_length(opaque_end_) == 0) {
            if (line.find(opaque_end_) != std::string_view::npos) opaque_end_.clear();
        } else if (words.starts_with(opaque_end_) &&
                   is_blank_line(words.substr(std::min(words.find_first_not_of(opaque_end_[0]), words.size())))) {
            opaque_end_.clear();
        }
        return;
    }
    for (std::size_t size = list_marker(words); size != 0 || words.starts_with('>'); size = list_marker(words)) {
        words.remove_prefix(std::max<std::size_t>(size, 1));
        words.remove_prefix(line_indent(words).bytes);
    }
    if (const std::size_t fence = fence_length(words); fence != 0)
        opaque_end_ = words.substr(0, fence);
    else if (words.starts_with('<'))
        opaque_end_ = opaque_html_end(words);
}

}  // namespace stet
