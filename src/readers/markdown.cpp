// Reads GitHub-flavoured Markdown: walks the parser's tree (the only user of cmark-gfm) and puts in the pieces read
// apart.
#include <cmark-gfm.h>

#include <algorithm>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "readers/block_marks.hpp"
#include "readers/bracketed_spans.hpp"
#include "readers/critic_markup.hpp"
#include "readers/html_fragment.hpp"
#include "readers/html_tag.hpp"
#include "readers/markdown_grid.hpp"
#include "readers/markdown_line.hpp"
#include "readers/markdown_pieces.hpp"
#include "readers/markdown_plain.hpp"
#include "readers/markdown_rows.hpp"
#include "readers/markdown_ruled.hpp"
#include "readers/markdown_text.hpp"
#include "readers/reader.hpp"
#include "text/error.hpp"

namespace stet {

namespace {

/// A document of 5 MB has some 25,000 blocks; the limit keeps memory in hand where an input is made of them.
constexpr std::size_t most_blocks = 1'000'000;

struct Release {
    void operator()(cmark_parser* parser) const { cmark_parser_free(parser); }
    void operator()(cmark_node* node) const { cmark_node_free(node); }
    void operator()(cmark_iter* iter) const { cmark_iter_free(iter); }
};
using Tree = std::unique_ptr<cmark_node, Release>;
using Iterator = std::unique_ptr<cmark_iter, Release>;

/// No extension: those for tables and strikethrough keep state in the library that two threads would share.
Tree parse(std::string_view text) {
    const std::unique_ptr<cmark_parser, Release> parser(cmark_parser_new(CMARK_OPT_DEFAULT));
    cmark_parser_feed(parser.get(), text.data(), text.size());
    return Tree(cmark_parser_finish(parser.get()));
}

std::string_view literal_of(cmark_node* node) {
    const char* literal = cmark_node_get_literal(node);
    return literal == nullptr ? std::string_view() : std::string_view(literal);
}

/// Lines of a text, without their ends.
template <typename Each>
void for_each_line(std::string_view text, Each each) {
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        each(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
}

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && (text.front() == ' ' || text.front() == '\t' || text.front() == '\n'))
        text.remove_prefix(1);
    while (!text.empty() && (text.back() == ' ' || text.back() == '\t' || text.back() == '\n')) text.remove_suffix(1);
    return text;
}

void add_marks(Block& block, Marks marks) {
    std::vector<Run> runs;
    for (Run run : block.runs) {
        run.marks.bits |= marks.bits;
        if (!runs.empty() && runs.back().marks == run.marks)
            runs.back().text.end = run.text.end;
        else
            runs.push_back(run);
    }
    block.runs = std::move(runs);
}

/// Inline text read by itself: a cell, a note.
struct InlineText {
    Block block;
    std::vector<std::uint32_t> escaped;
};

class MarkdownReader {
public:
    explicit MarkdownReader(const Source& source)
        : source_(source),
          shield_(source.text()),
          text_(left_out_, shield_),
          splitter_(source, shield_, result_.diagnostics),
          sink_{source, result_.blocks, result_.diagnostics, left_out_} {}

    ReadBlocks read() {
        Chunk chunk;
        result_.blocks.reserve(std::min<std::size_t>(source_.line_count(), most_blocks));
        while (splitter_.next(chunk)) {
            chunk_ = &chunk;
            next_piece_ = 0;
            if (chunk.has_rest) walk();
            flush_pieces(static_cast<std::uint32_t>(-1));
            if (result_.blocks.size() > most_blocks)
                throw Error(source_.name() + ": error: more than " + std::to_string(most_blocks) +
                            " paragraphs, list items and table rows; cut the document into parts");
        }
        count_definitions();
        if (may_hold_critic_markup(source_.text())) read_critic_markup(result_.blocks, escaped_);
        if (may_hold_bracketed_spans(source_.text())) read_bracketed_spans(result_.blocks, escaped_, left_out_);
        left_out_.report(source_.name(), result_.diagnostics);
        return std::move(result_);
    }

private:
    /// A list item whose first line is being read.
    struct Item {
        std::string number;
        std::uint32_t line = 1;
        bool used = false;
    };

    /// A formatting tag alone on its line, which marks the blocks up to its partner.
    struct BlockTag {
        std::string name;
        Marks marks;
        std::size_t first_block;
    };

    void walk() {
        const Tree tree = parse(chunk_->rest);
        const Iterator iter(cmark_iter_new(tree.get()));
        lists_ = 0;
        items_.clear();
        for (cmark_event_type event = cmark_iter_next(iter.get()); event != CMARK_EVENT_DONE;
             event = cmark_iter_next(iter.get())) {
            cmark_node* node = cmark_iter_get_node(iter.get());
            if (event == CMARK_EVENT_ENTER)
                enter(iter.get(), node);
            else
                leave(node);
        }
    }

    void enter(cmark_iter* iter, cmark_node* node) {
        switch (cmark_node_get_type(node)) {
            case CMARK_NODE_LIST:
                emit_bare_numbers();
                ++lists_;
                break;
            case CMARK_NODE_ITEM:
                begin_item(node);
                break;
            case CMARK_NODE_PARAGRAPH:
            case CMARK_NODE_HEADING:
                read_leaf(iter, node);
                break;
            case CMARK_NODE_CODE_BLOCK:
                read_code(node);
                break;
            case CMARK_NODE_HTML_BLOCK:
                read_html(node);
                break;
            default:
                break;
        }
    }

    void leave(cmark_node* node) {
        if (cmark_node_get_type(node) == CMARK_NODE_LIST) {
            --lists_;
        } else if (cmark_node_get_type(node) == CMARK_NODE_ITEM) {
            emit_bare_numbers();
            items_.pop_back();
        }
    }

    /// Code or HTML of a node, its backslashes as the author wrote them.
    std::string written(cmark_node* node) const { return shield_.as_written(literal_of(node)); }

    /// The source line of a line of the parser's text; 0 for a line that we put in.
    std::uint32_t source_line(int line) const {
        const auto index = static_cast<std::size_t>(line) - 1;
        return index < chunk_->lines.size() ? chunk_->lines[index] : chunk_->lines.back();
    }

    void begin_item(cmark_node* node) {
        Item item;
        item.line = source_line(cmark_node_get_start_line(node));
        if (item.line == 0) item.used = true;
        if (item.line != 0) item.number = written_number(item.line, cmark_node_get_start_column(node));
        items_.push_back(std::move(item));
    }

    /// The marker at a column of a line (from 1), as it is written.
    std::string written_number(std::uint32_t line, int column) const {
        const std::string_view text = source_.line(line);
        const auto at = static_cast<std::size_t>(std::max(column, 1)) - 1;
        std::string_view words = at < text.size() ? text.substr(at) : std::string_view();
        std::size_t size = list_marker(words);
        if (size == 0) {
            words = text.substr(std::min(text.find_first_not_of("> \t"), text.size()));
            size = list_marker(words);
        }
        return size == 1 ? "-" : std::string(words.substr(0, size));
    }

    static bool is_bullet(const Item& item) { return item.number == "-" || item.number.empty(); }

    /// A number whose item begins with a list, a table or nothing becomes a block of its own.
    void emit_bare_numbers() {
        for (std::size_t i = 0; i < items_.size(); ++i) {
            Item& item = items_[i];
            if (item.used) continue;
            item.used = true;
            if (is_bullet(item)) continue;
            flush_pieces(item.line);
            Block block = item_block(item, static_cast<int>(i) + 1);
            trim_end(block);
            block.fragments.push_back({0, item.line, item.line, {}});
            push(std::move(block), item.line);
        }
    }

    Block item_block(const Item& item, int depth) const {
        Block block;
        block.kind = BlockKind::list_item;
        block.depth = static_cast<std::uint8_t>(std::clamp(depth, 1, 255));
        block.number = item.number;
        if (!is_bullet(item)) {
            append_run(block, item.number, {});
            append_run(block, " ", {});
        }
        return block;
    }

    void read_leaf(cmark_iter* iter, cmark_node* node) {
        const std::uint32_t line = source_line(cmark_node_get_start_line(node));
        const std::uint32_t end = source_line(cmark_node_get_end_line(node));
        if (line == 0) {
            skip(iter, node);
            return;
        }
        flush_pieces(line);
        Block block;
        std::uint32_t first = line;
        if (!items_.empty() && !items_.back().used) {
            items_.back().used = true;
            block = item_block(items_.back(), lists_);
            if (!is_bullet(items_.back())) first = items_.back().line;
        }
        const bool heading = cmark_node_get_type(node) == CMARK_NODE_HEADING;
        if (heading) {
            block.kind = BlockKind::heading;
            block.depth = static_cast<std::uint8_t>(cmark_node_get_heading_level(node));
        }
        text_.begin(std::move(block), first);
        while (first < line) {
            text_.soft_break();
            ++first;
        }
        read_inlines(iter, node);
        const std::uint32_t counted = text_.line();
        block = text_.finish();
        // Definitions at the start of a paragraph are no part of its text, but of its lines.
        if (!heading && counted < end && !splitter_.definitions().empty() &&
            opens_definition(trimmed(source_.line(line))))
            for (Fragment& fragment : block.fragments) fragment.line += end - counted;
        note_escapes(text_.escaped(), 0);
        push(std::move(block), end);
    }

    static void skip(cmark_iter* iter, cmark_node* node) { cmark_iter_reset(iter, node, CMARK_EVENT_EXIT); }

    /// Feeds the inline nodes of a leaf to the text, up to the leaf's end.
    void read_inlines(cmark_iter* iter, cmark_node* leaf) {
        for (cmark_event_type event = cmark_iter_next(iter); event != CMARK_EVENT_DONE; event = cmark_iter_next(iter)) {
            cmark_node* node = cmark_iter_get_node(iter);
            if (node == leaf) return;
            const bool entering = event == CMARK_EVENT_ENTER;
            switch (cmark_node_get_type(node)) {
                case CMARK_NODE_TEXT:
                    text_.text(literal_of(node));
                    break;
                case CMARK_NODE_SOFTBREAK:
                    text_.soft_break();
                    break;
                case CMARK_NODE_LINEBREAK:
                    text_.hard_break();
                    break;
                case CMARK_NODE_CODE:
                    text_.code(written(node));
                    break;
                case CMARK_NODE_HTML_INLINE:
                    text_.html(written(node));
                    break;
                case CMARK_NODE_EMPH:
                    entering ? text_.enter(Mark::italic) : text_.leave(Mark::italic);
                    break;
                case CMARK_NODE_STRONG:
                    entering ? text_.enter(Mark::bold) : text_.leave(Mark::bold);
                    break;
                case CMARK_NODE_LINK:
                case CMARK_NODE_IMAGE:
                    if (!entering && !is_own_destination(node)) left_out_.add(Omitted::destination, text_.line());
                    break;
                default:
                    break;
            }
        }
    }

    /// Whether a link shows its destination: <https://…>.
    static bool is_own_destination(cmark_node* link) {
        cmark_node* child = cmark_node_first_child(link);
        if (child == nullptr || cmark_node_next(child) != nullptr) return false;
        const char* url = cmark_node_get_url(link);
        const std::string_view text = literal_of(child);
        return url != nullptr && (text == url || "mailto:" + std::string(text) == url);
    }

    void read_code(cmark_node* node) {
        int length = 0;
        int offset = 0;
        char character = 0;
        const bool fenced = cmark_node_get_fenced(node, &length, &offset, &character) != 0;
        int line = cmark_node_get_start_line(node) + (fenced ? 1 : 0);
        if (source_line(cmark_node_get_start_line(node)) == 0) return;
        flush_pieces(source_line(cmark_node_get_start_line(node)));
        emit_bare_numbers();
        if (fenced && *cmark_node_get_fence_info(node) != '\0')
            left_out_.add(Omitted::code_language, source_line(cmark_node_get_start_line(node)));
        std::vector<std::uint32_t> lines;
        std::vector<std::string_view> words;
        const auto end_block = [&] {
            if (!words.empty()) fenced ? push_code(words, lines) : push_indented(words, lines);
            words.clear();
            lines.clear();
        };
        const std::string code = fenced ? written(node) : std::string(literal_of(node));
        for_each_line(code, [&](std::string_view text) {
            const std::uint32_t at = source_line(line++);
            if (at == 0) {
                end_block();
                return;
            }
            if (!fenced && is_blank_line(text)) {
                end_block();
                return;
            }
            flush_pieces(at);
            words.push_back(text);
            lines.push_back(at);
        });
        end_block();
    }

    void push_code(const std::vector<std::string_view>& words, const std::vector<std::uint32_t>& lines) {
        Block block;
        for (std::size_t i = 0; i < words.size(); ++i) {
            if (block.text.empty() && is_blank_line(words[i])) continue;
            if (block.fragments.empty()) block.fragments.push_back({0, lines[i], lines[i], {}});
            if (!block.text.empty()) append_run(block, "\n", Marks{}.with(Mark::code));
            append_run(block, words[i], Marks{}.with(Mark::code));
        }
        trim_end(block);
        if (!block.fragments.empty()) push(std::move(block), lines.back());
    }

    /// Indented lines of an agreement are no code: they are read as a paragraph.
    void push_indented(const std::vector<std::string_view>& words, const std::vector<std::uint32_t>& lines) {
        std::string text;
        for (const std::string_view line : words) {
            if (!text.empty()) text.push_back('\n');
            text += trimmed(line);
        }
        InlineText inlines = std::move(read_texts({text}).front());
        inlines.block.fragments = {{0, lines.front(), lines.front(), {}}};
        note_escapes(inlines.escaped, 0);
        push(std::move(inlines.block), lines.back());
    }

    void read_html(cmark_node* node) {
        int line = cmark_node_get_start_line(node);
        if (source_line(line) == 0) return;
        flush_pieces(source_line(line));
        const std::string html = written(node);
        if (const std::optional<HtmlTag> tag = parse_html_tag(trimmed(html)); tag && read_block_tag(*tag)) return;
        emit_bare_numbers();
        std::size_t begin = 0;
        std::size_t at = 0;
        std::uint32_t first_line = source_line(line);
        for_each_line(html, [&](std::string_view text) {
            if (source_line(line) == 0) {
                read_html_fragment(std::string_view(html).substr(begin, at - begin), first_line, sink_);
                begin = std::min(at + text.size() + 1, html.size());
                first_line = source_line(line + 1);
                flush_pieces(first_line);
            }
            at = std::min(at + text.size() + 1, html.size());
            ++line;
        });
        read_html_fragment(std::string_view(html).substr(begin), first_line, sink_);
    }

    /// "<del>" alone on its line strikes the blocks up to "</del>".
    bool read_block_tag(const HtmlTag& tag) {
        if (tag.flow != HtmlFlow::inside) return false;
        if (!tag.closing) {
            if (block_tags_.size() < 16 && !tag.marks.empty())
                block_tags_.push_back({tag.name, tag.marks, result_.blocks.size()});
            return true;
        }
        const auto open = std::find_if(block_tags_.rbegin(), block_tags_.rend(),
                                       [&](const BlockTag& other) { return other.name == tag.name; });
        if (open == block_tags_.rend()) return true;
        for (std::size_t i = open->first_block; i < result_.blocks.size(); ++i)
            add_marks(result_.blocks[i], open->marks);
        block_tags_.erase(std::prev(open.base()), block_tags_.end());
        return true;
    }

    /// Puts in the pieces that stand before a line of the source.
    void flush_pieces(std::uint32_t line) {
        while (next_piece_ < chunk_->pieces.size() && chunk_->pieces[next_piece_].first_line < line) {
            const MarkdownPiece piece = chunk_->pieces[next_piece_++];
            read_piece(piece);
        }
    }

    void read_piece(const MarkdownPiece& piece) {
        std::vector<Block>& blocks = result_.blocks;
        switch (piece.kind) {
            case PieceKind::paragraph: {
                Block block = read_plain_paragraph(source_, piece.first_line, piece.last_line, blocks.size(), escaped_);
                if (is_page_number(block.text)) block.kind = BlockKind::furniture;
                if (has_visible_text(block.text)) blocks.push_back(std::move(block));
                break;
            }
            case PieceKind::heading:
                blocks.push_back(read_plain_heading(source_, piece.first_line, blocks.size(), escaped_));
                if (!has_visible_text(blocks.back().text)) blocks.pop_back();
                break;
            case PieceKind::pipe_rows:
            case PieceKind::tab_rows:
                read_rows(piece);
                break;
            case PieceKind::grid_rows:
                read_grid(grid_rows(source_, piece.first_line, piece.last_line));
                break;
            case PieceKind::ruled_rows:
                read_grid(ruled_rows(source_, piece.first_line, piece.last_line));
                break;
            case PieceKind::html_table:
                read_html_fragment(source_.text(Span{source_.line_begin(piece.first_line), line_end(piece.last_line)}),
                                   piece.first_line, sink_);
                break;
            case PieceKind::note:
                read_note(piece);
                break;
            case PieceKind::front_matter:
                read_lines(piece.first_line + 1, piece.last_line - 1, BlockKind::note);
                break;
            case PieceKind::literal:
                read_lines(piece.first_line, piece.last_line, BlockKind::paragraph);
                break;
        }
    }

    std::uint32_t line_end(std::uint32_t line) const {
        return source_.line_begin(line) + static_cast<std::uint32_t>(source_.line(line).size());
    }

    /// Lines as they stand, as one block.
    void read_lines(std::uint32_t first, std::uint32_t last, BlockKind kind) {
        Block block;
        block.kind = kind;
        for (std::uint32_t line = first; line <= last; ++line) {
            const std::string_view text = trimmed(source_.line(line));
            if (block.text.empty() && text.empty()) continue;
            if (block.fragments.empty()) block.fragments.push_back({0, line, line, {}});
            if (!block.text.empty()) append_run(block, "\n", {});
            append_run(block, text, {});
        }
        trim_end(block);
        if (!block.fragments.empty()) push(std::move(block), last);
    }

    void read_note(const MarkdownPiece& piece) {
        std::string text;
        for (std::uint32_t line = piece.first_line; line <= piece.last_line; ++line) {
            if (line > piece.first_line) text.push_back('\n');
            text += trimmed(source_.line(line));
        }
        const std::size_t label = footnote_label(text);
        const std::size_t bullet = label == 0 && list_marker(text) == 1 ? 1 : 0;
        InlineText inlines = std::move(read_texts({std::string_view(text).substr(label + bullet)}).front());
        Block block;
        block.kind = BlockKind::note;
        block.number = text.substr(0, label);
        append_run(block, block.number, {});
        if (label > 0 && !inlines.block.text.empty()) append_run(block, " ", {});
        note_escapes(inlines.escaped, static_cast<std::uint32_t>(block.text.size()));
        append_block(block, inlines.block);
        block.fragments.push_back({0, piece.first_line, piece.first_line, {}});
        push(std::move(block), piece.last_line);
    }

    static void append_block(Block& block, const Block& other) {
        for (const Run& run : other.runs)
            append_run(block, std::string_view(other.text).substr(run.text.begin, run.text.size()), run.marks);
    }

    void read_rows(const MarkdownPiece& piece) {
        ++sink_.tables;
        const bool piped = piece.kind == PieceKind::pipe_rows;
        std::uint32_t line = piece.first_line;
        while (line <= piece.last_line) {
            std::uint32_t end = line;
            std::size_t size = 0;
            while (end <= piece.last_line && size < 256 * 1024) size += source_.line(end++).size();
            read_cells(cells_of(line, end, piped, piped ? piece.first_line + 1 : 0), piped);
            line = end;
        }
    }

    void read_grid(const std::vector<GridRow>& rows) {
        ++sink_.tables;
        std::vector<Cell> cells;
        std::size_t size = 0;
        for (const GridRow& row : rows) {
            for (const std::string& cell : row.cells) {
                cells.push_back({row.first_line, row.last_line, cell, needs_parser(cell)});
                size += cell.size();
            }
            if (size < 256 * 1024) continue;
            read_cells(cells, true);
            cells.clear();
            size = 0;
        }
        read_cells(cells, true);
    }

    /// A cell of a row, the row's lines, and whether the parser must read it.
    struct Cell {
        std::uint32_t line;
        std::uint32_t last_line;
        std::string_view text;
        bool marked;
    };

    /// Rows of cells; those that need the parser go to it together.
    void read_cells(const std::vector<Cell>& cells, bool piped) {
        std::vector<std::string> marked;
        for (const Cell& cell : cells)
            if (cell.marked) marked.push_back(without_escaped_bars(cell.text, piped));
        const std::vector<InlineText> texts = read_texts({marked.begin(), marked.end()});
        std::size_t next = 0;
        Block row;
        std::uint32_t row_line = 0;
        std::uint32_t last_line = 0;
        const auto end_row = [&] {
            if (row_line == 0) return;
            row.kind = BlockKind::table_row;
            row.table = sink_.tables;
            row.fragments = {{0, row_line, last_line, {source_.line_begin(row_line), line_end(last_line)}}};
            if (has_visible_text(row.text)) result_.blocks.push_back(std::move(row));
            row = {};
        };
        for (const Cell& cell : cells) {
            if (cell.line != row_line) end_row();
            row_line = cell.line;
            last_line = cell.last_line;
            if (!row.cells.empty()) append_run(row, "\t", {});
            const auto begin = static_cast<std::uint32_t>(row.text.size());
            if (cell.marked) {
                note_escapes(texts[next].escaped, begin);
                append_block(row, texts[next++].block);
            } else {
                append_unescaped(row, cell.text, {}, result_.blocks.size(), escaped_);
            }
            row.cells.push_back({begin, static_cast<std::uint32_t>(row.text.size())});
        }
        end_row();
    }

    /// Cells of lines [first, end) but for the delimiter row.
    std::vector<Cell> cells_of(std::uint32_t first, std::uint32_t end, bool piped, std::uint32_t delimiter) const {
        std::vector<Cell> out;
        for (std::uint32_t line = first; line < end; ++line) {
            if (line == delimiter) continue;
            const std::string_view text = source_.line(line);
            for (const std::string_view cell : piped ? pipe_cells(text) : tab_cells(text))
                out.push_back({line, line, cell, needs_parser(cell)});
        }
        return out;
    }

    static bool needs_parser(std::string_view cell) {
        return may_be_marked(cell) && MarkdownSplitter::is_safe_inline(cell);
    }

    static std::string without_escaped_bars(std::string_view cell, bool piped) {
        std::string out(cell);
        for (std::size_t at = out.find("\\|"); piped && at != std::string::npos; at = out.find("\\|", at + 1))
            out.erase(at, 1);
        return out;
    }

    /// Reads texts that stand by themselves, each as one run of inline content; their line breaks are kept.
    std::vector<InlineText> read_texts(const std::vector<std::string_view>& texts) {
        std::vector<InlineText> out(texts.size());
        if (texts.empty()) return out;
        std::string input = splitter_.definitions();
        int line = 1 + static_cast<int>(std::count(input.begin(), input.end(), '\n'));
        std::vector<int> begins;
        for (const std::string_view text : texts) {
            begins.push_back(line);
            for_each_line(text, [&](std::string_view part) {
                // A no-break space opens no block and is white space to the rules of emphasis.
                input.append("\u00a0");
                shield_.append(input, part);
                input.push_back('\n');
                ++line;
            });
            input.push_back('\n');
            ++line;
        }
        const Tree tree = parse(input);
        const Iterator iter(cmark_iter_new(tree.get()));
        text_.expect_guard(true);
        for (cmark_event_type event = cmark_iter_next(iter.get()); event != CMARK_EVENT_DONE;
             event = cmark_iter_next(iter.get())) {
            cmark_node* node = cmark_iter_get_node(iter.get());
            if (event != CMARK_EVENT_ENTER || cmark_node_get_type(node) != CMARK_NODE_PARAGRAPH) continue;
            const auto after = std::upper_bound(begins.begin(), begins.end(), cmark_node_get_start_line(node));
            if (after == begins.begin()) {
                skip(iter.get(), node);
                continue;
            }
            InlineText& text = out[static_cast<std::size_t>(after - begins.begin()) - 1];
            text_.begin({}, 1);
            read_inlines(iter.get(), node);
            text.block = text_.finish();
            text.escaped = text_.escaped();
        }
        text_.expect_guard(false);
        return out;
    }

    void note_escapes(const std::vector<std::uint32_t>& offsets, std::uint32_t begin) {
        for (const std::uint32_t at : offsets) escaped_.push_back({result_.blocks.size(), begin + at});
    }

    void push(Block block, std::uint32_t last_line) {
        if (!has_visible_text(block.text)) return;
        close_fragments(block, source_, last_line);
        if (block.kind == BlockKind::paragraph && is_page_number(block.text)) block.kind = BlockKind::furniture;
        result_.blocks.push_back(std::move(block));
    }

    void count_definitions() {
        if (splitter_.definitions().empty()) return;
        for (std::uint32_t line = 1; line <= source_.line_count(); ++line)
            if (opens_definition(trimmed(source_.line(line)))) left_out_.add(Omitted::definition, line);
    }

    const Source& source_;
    ReadBlocks result_;
    LeftOut left_out_;
    EscapeShield shield_;
    MarkdownText text_;
    MarkdownSplitter splitter_;
    HtmlSink sink_;
    std::vector<EscapedByte> escaped_;
    const Chunk* chunk_ = nullptr;
    std::size_t next_piece_ = 0;
    int lists_ = 0;
    std::vector<Item> items_;
    std::vector<BlockTag> block_tags_;
};

}  // namespace

ReadBlocks read_markdown(const Source& source) {
    return MarkdownReader(source).read();
}

}  // namespace stet
