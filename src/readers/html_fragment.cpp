// Turns gumbo's tree into blocks: block elements end a block, inline elements set marks, tables give rows.
#include "readers/html_fragment.hpp"

#include <gumbo.h>

#include <algorithm>
#include <array>
#include <memory>
#include <string>

#include "readers/block_marks.hpp"
#include "readers/html_guard.hpp"
#include "readers/html_tag.hpp"

namespace stet {

namespace {

constexpr Marks all_marks{0xffff};

bool is_space(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\f' || c == '\r';
}

/// Lines of a text by offset.
class LineIndex {
public:
    LineIndex(std::string_view text, std::uint32_t first_line) : first_line_(first_line) {
        for (std::size_t at = text.find('\n'); at != std::string_view::npos; at = text.find('\n', at + 1))
            breaks_.push_back(at);
    }

    std::uint32_t operator()(std::size_t offset) const {
        const auto after = std::lower_bound(breaks_.begin(), breaks_.end(), offset);
        return first_line_ + static_cast<std::uint32_t>(after - breaks_.begin());
    }

private:
    std::uint32_t first_line_;
    std::vector<std::size_t> breaks_;
};

/// Collects text into one block at a time, white space folded.
class BlockWriter {
public:
    explicit BlockWriter(HtmlSink& sink) : sink_(sink) {}

    /// What the next block will be.
    void open(BlockKind kind, std::uint8_t depth, std::string_view number = {}) {
        flush();
        kind_ = kind;
        depth_ = depth;
        number_ = number;
    }

    void text(std::string_view text, Marks marks, std::uint32_t line) {
        for (std::size_t at = 0; at < text.size();) {
            if (is_space(text[at])) {
                gap(marks);
                if (text[at] == '\n') ++line;
                ++at;
                continue;
            }
            std::size_t end = at;
            while (end < text.size() && !is_space(text[end])) ++end;
            begin_word(marks, line);
            append_run(block_, text.substr(at, end - at), marks);
            last_line_ = line;
            at = end;
        }
    }

    void gap() { gap_ = true; }
    /// White space under marks.
    void gap(Marks marks) {
        gap_marks_.bits = static_cast<std::uint16_t>(gap_marks_.bits & marks.bits);
        gap_ = true;
    }
    void line_break() { break_ = true; }

    /// Ends the block, unless it is a row, which ends by itself.
    void flush() {
        if (in_row_) {
            gap_ = true;
            return;
        }
        finish();
        kind_ = BlockKind::paragraph;
        depth_ = 0;
        number_.clear();
    }

    bool in_row() const { return in_row_; }

    void begin_row(std::uint32_t table, std::uint32_t line) {
        flush();
        in_row_ = true;
        block_.kind = BlockKind::table_row;
        block_.table = table;
        row_line_ = line;
    }

    void begin_cell() {
        if (!block_.cells.empty()) append_run(block_, "\t", {});
        block_.cells.push_back({size(), size()});
        reset_gap();
    }

    void end_cell() {
        block_.cells.back().end = size();
        reset_gap();
    }

    void end_row() {
        in_row_ = false;
        finish();
    }

private:
    void reset_gap() {
        gap_ = break_ = false;
        gap_marks_ = all_marks;
    }

    std::uint32_t size() const { return static_cast<std::uint32_t>(block_.text.size()); }
    bool at_start() const { return in_row_ ? block_.cells.back().begin == size() : block_.text.empty(); }

    /// Parts the coming word from what stands before it and notes its line.
    void begin_word(Marks marks, std::uint32_t line) {
        if (block_.fragments.empty()) {
            if (!in_row_) {
                block_.kind = kind_;
                block_.depth = depth_;
                block_.number = number_;
            }
            block_.fragments.push_back({0, line, line, {}});
        } else if (!at_start() && (gap_ || break_)) {
            const bool next_line = !in_row_ && line > last_line_;
            const bool parted = break_ || next_line;
            append_run(block_, parted ? "\n" : " ",
                       {static_cast<std::uint16_t>(block_.runs.back().marks.bits & gap_marks_.bits & marks.bits)});
            if (parted && line != last_line_ + 1) block_.fragments.push_back({size(), line, line, {}});
        }
        reset_gap();
    }

    void finish() {
        reset_gap();
        if (has_visible_text(block_.text)) {
            if (block_.kind == BlockKind::table_row) {
                close_row();
            } else {
                trim_end(block_);
                close_fragments(block_, sink_.source, last_line_);
            }
            sink_.blocks.push_back(std::move(block_));
        }
        block_ = {};
    }

    /// A row stands from its first word's line to its last word's; its source reaches from its tag.
    void close_row() {
        const Source& source = sink_.source;
        Fragment& first = block_.fragments.front();
        block_.fragments.resize(1);
        first.last_line = std::min(std::max(last_line_, first.line), source.line_count());
        const std::uint32_t from = std::min(row_line_, first.line);
        first.source = {source.line_begin(from), source.line_begin(first.last_line) +
                                                     static_cast<std::uint32_t>(source.line(first.last_line).size())};
    }

    HtmlSink& sink_;
    Block block_;
    BlockKind kind_ = BlockKind::paragraph;
    std::uint8_t depth_ = 0;
    std::string number_;
    bool gap_ = false;
    Marks gap_marks_ = all_marks;  ///< those that all white space since the last word has
    bool break_ = false;
    bool in_row_ = false;
    std::uint32_t row_line_ = 1;
    std::uint32_t last_line_ = 1;
};

/// Walks gumbo's tree; its depth is bounded by the guard.
class HtmlReader {
public:
    HtmlReader(std::string_view html, std::uint32_t first_line, HtmlSink& sink)
        : html_(html), lines_(html, first_line), sink_(sink), writer_(sink) {}

    void read(const GumboNode* root) {
        node(root, {});
        writer_.flush();
    }

private:
    void node(const GumboNode* node, Marks marks) {
        switch (node->type) {
            case GUMBO_NODE_TEXT:
            case GUMBO_NODE_CDATA:
                place(node->v.text);
                writer_.text(node->v.text.text, marks, line_);
                break;
            case GUMBO_NODE_WHITESPACE:
                writer_.gap(marks);
                break;
            case GUMBO_NODE_COMMENT:
                place(node->v.text);
                sink_.left_out.add(Omitted::comment, line_);
                break;
            case GUMBO_NODE_ELEMENT:
                element(node->v.element, marks);
                break;
            case GUMBO_NODE_TEMPLATE:
            case GUMBO_NODE_DOCUMENT:
                break;
        }
    }

    void children(const GumboElement& element, Marks marks) {
        for (unsigned i = 0; i < element.children.length; ++i)
            node(static_cast<const GumboNode*>(element.children.data[i]), marks);
    }

    void element(const GumboElement& element, Marks marks) {
        place(element);
        switch (element.tag) {
            case GUMBO_TAG_SCRIPT:
            case GUMBO_TAG_STYLE:
                sink_.left_out.add(Omitted::script, line_);
                return;
            case GUMBO_TAG_IMG:
                writer_.gap();
                sink_.left_out.add(Omitted::picture, line_);
                return;
            case GUMBO_TAG_BR:
                writer_.line_break();
                return;
            case GUMBO_TAG_TABLE:
                table(element, marks);
                return;
            case GUMBO_TAG_TR:
                row(element, marks);
                return;
            case GUMBO_TAG_UL:
            case GUMBO_TAG_OL:
                list(element, marks);
                return;
            case GUMBO_TAG_LI:
                item(element, marks);
                return;
            case GUMBO_TAG_A:
                if (gumbo_get_attribute(&element.attributes, "href") != nullptr)
                    sink_.left_out.add(Omitted::destination, line_);
                break;
            default:
                break;
        }
        const std::string name = name_of(element);
        const HtmlFlow flow = html_flow(name);
        marks = marks_of(element, name, marks);
        if (flow == HtmlFlow::inside) {
            children(element, marks);
            return;
        }
        const bool heading = element.tag >= GUMBO_TAG_H1 && element.tag <= GUMBO_TAG_H6;
        if (heading)
            writer_.open(BlockKind::heading, static_cast<std::uint8_t>(element.tag - GUMBO_TAG_H1 + 1));
        else if (is_in_item_ && !item_has_text_)
            writer_.gap();
        else
            writer_.flush();
        children(element, marks);
        writer_.flush();
    }

    void table(const GumboElement& element, Marks marks) {
        const std::uint32_t outer = table_;
        if (!writer_.in_row()) table_ = ++sink_.tables;
        writer_.flush();
        children(element, marks);
        writer_.flush();
        table_ = outer;
    }

    void row(const GumboElement& element, Marks marks) {
        if (writer_.in_row()) {  // a table inside a cell: its text stays in that cell
            writer_.gap();
            children(element, marks);
            writer_.gap();
            return;
        }
        writer_.begin_row(table_ == 0 ? table_ = ++sink_.tables : table_, line_);
        for (unsigned i = 0; i < element.children.length; ++i) {
            const auto* child = static_cast<const GumboNode*>(element.children.data[i]);
            if (child->type != GUMBO_NODE_ELEMENT) continue;
            place(child->v.element);
            writer_.begin_cell();
            children(child->v.element, marks_of(child->v.element, name_of(child->v.element), marks));
            writer_.end_cell();
        }
        writer_.end_row();
    }

    void list(const GumboElement& element, Marks marks) {
        writer_.flush();
        if (depth_ < 255) ++depth_;
        const bool outer = bulleted_;
        bulleted_ = element.tag == GUMBO_TAG_UL;
        children(element, marks_of(element, {}, marks));
        bulleted_ = outer;
        --depth_;
        writer_.flush();
    }

    void item(const GumboElement& element, Marks marks) {
        writer_.open(BlockKind::list_item, static_cast<std::uint8_t>(std::max(depth_, 1)), bulleted_ ? "-" : "");
        const bool outer = is_in_item_;
        is_in_item_ = true;
        item_has_text_ = false;
        marks = marks_of(element, {}, marks);
        for (unsigned i = 0; i < element.children.length; ++i) {
            const auto* child = static_cast<const GumboNode*>(element.children.data[i]);
            node(child, marks);
            item_has_text_ = item_has_text_ || child->type != GUMBO_NODE_WHITESPACE;
        }
        is_in_item_ = outer;
        item_has_text_ = true;
        writer_.flush();
    }

    static std::string name_of(const GumboElement& element) {
        if (element.tag != GUMBO_TAG_UNKNOWN) return gumbo_normalized_tagname(element.tag);
        return {};
    }

    static Marks marks_of(const GumboElement& element, std::string_view name, Marks marks) {
        marks.bits |= html_marks(name).bits;
        if (const GumboAttribute* style = gumbo_get_attribute(&element.attributes, "style"))
            marks.bits |= css_marks(style->value).bits;
        if (const GumboAttribute* colour = gumbo_get_attribute(&element.attributes, "color");
            colour != nullptr && is_colour(colour->value))
            marks = marks.with(Mark::coloured);
        return marks;
    }

    void place(const GumboText& text) { place(text.original_text.data); }
    void place(const GumboElement& element) {
        if (element.original_tag.length > 0) place(element.original_tag.data);
    }

    /// The parser's pieces point into the text that it was given, except for those that it made up.
    void place(const char* at) {
        if (at >= html_.data() && at <= html_.data() + html_.size())
            line_ = lines_(static_cast<std::size_t>(at - html_.data()));
    }

    std::string_view html_;
    LineIndex lines_;
    HtmlSink& sink_;
    BlockWriter writer_;
    std::uint32_t line_ = 1;
    std::uint32_t table_ = 0;
    int depth_ = 0;
    bool bulleted_ = true;
    bool is_in_item_ = false;
    bool item_has_text_ = true;
};

/// The text of HTML that is not fit for the parser: a paragraph between blank lines.
void read_as_text(std::string_view html, std::uint32_t first_line, HtmlSink& sink) {
    sink.diagnostics.push_back(
        {Severity::warning, "html-as-text",
         "HTML nested deeper than 256 elements or with more than 128 attributes in a tag is read as text",
         sink.source.name(), first_line, 0});
    const std::string text = without_tags(html);
    BlockWriter writer(sink);
    std::uint32_t line = first_line;
    std::string_view rest = text;
    while (!rest.empty()) {
        const std::size_t end = std::min(rest.find('\n'), rest.size());
        const std::string_view words = rest.substr(0, end);
        if (has_visible_text(words))
            writer.text(words, {}, line), writer.gap();
        else
            writer.flush();
        rest.remove_prefix(std::min(end + 1, rest.size()));
        ++line;
    }
    writer.flush();
}

}  // namespace

void read_html_fragment(std::string_view html, std::uint32_t first_line, HtmlSink& sink) {
    if (!is_safe_html(html)) {
        read_as_text(html, first_line, sink);
        return;
    }
    GumboOptions options = kGumboDefaultOptions;
    options.max_errors = 0;
    const auto destroy = [&options](GumboOutput* output) { gumbo_destroy_output(&options, output); };
    const std::unique_ptr<GumboOutput, decltype(destroy)> output(
        gumbo_parse_with_options(&options, html.data(), html.size()), destroy);
    HtmlReader(html, first_line, sink).read(output->root);
}

}  // namespace stet
