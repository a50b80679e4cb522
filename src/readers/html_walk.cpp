// Block elements end a block, inline elements set marks, tables give rows; what is no text is left out and counted.
#include "readers/html_walk.hpp"

#include <algorithm>
#include <array>
#include <cstring>
#include <string>
#include <unordered_map>

#include "readers/block_marks.hpp"
#include "readers/html_blocks.hpp"
#include "readers/html_contents.hpp"
#include "readers/html_guard.hpp"
#include "readers/html_lists.hpp"
#include "readers/html_table.hpp"
#include "readers/html_tag.hpp"
#include "text/utf8.hpp"

namespace stet {

namespace {

/// The walk of a fragment; a page adds to it.
class HtmlWalk {
public:
    HtmlWalk(std::string_view html, std::uint32_t first_line, HtmlSink& sink, bool page)
        : html_(html), lines_(html, first_line), sink_(sink), writer_(sink, page), page_(page) {}

    void read(const GumboNode* root) {
        if (page_) contents_ = find_html_contents(root);
        node(root, {});
        writer_.flush();
    }

private:
    void node(const GumboNode* node, Marks marks) {
        switch (node->type) {
            case GUMBO_NODE_TEXT:
            case GUMBO_NODE_CDATA:
                place(node->v.text);
                words(node->v.text.text, marks);
                break;
            case GUMBO_NODE_WHITESPACE:
                place(node->v.text);
                if (preformatted_)
                    writer_.preformatted(node->v.text.text, marks, line_);
                else
                    writer_.gap(marks);
                break;
            case GUMBO_NODE_COMMENT:
                place(node->v.text);
                sink_.left_out.add(Omitted::comment, line_);
                break;
            case GUMBO_NODE_ELEMENT:
                element(node, marks);
                break;
            case GUMBO_NODE_TEMPLATE:
                place(node->v.element);
                sink_.left_out.add(Omitted::hidden, line_);
                break;
            case GUMBO_NODE_DOCUMENT:
                break;
        }
    }

    /// gumbo 0.10 writes ill-formed bytes for numbers like &#xD8000000; that overflow its int.
    void words(std::string_view text, Marks marks) {
        std::string repaired;
        if (!utf8::is_valid(text)) {
            repaired = text;
            utf8::repair(repaired);
            text = repaired;
        }
        preformatted_ ? writer_.preformatted(text, marks, line_) : writer_.text(text, marks, line_);
    }

    void children(const GumboNode* node, Marks marks) {
        for (std::size_t i = 0; i < child_count(node); ++i) this->node(child_of(node, i), marks);
    }

    void element(const GumboNode* node, Marks marks) {
        const GumboElement& element = node->v.element;
        place(element);
        if (page_ && leave_out_of_page(node)) return;
        const auto aside = contents_.find(node);
        if (aside != contents_.end() && !writer_.is_aside() && !writer_.in_row()) {
            writer_.flush();
            writer_.set_aside(aside->second);
            element_with_text(node, marks);
            writer_.flush();
            writer_.end_aside();
            return;
        }
        element_with_text(node, marks);
    }

    void element_with_text(const GumboNode* node, Marks marks) {
        const GumboElement& element = node->v.element;
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
                page_ ? writer_.line_break_or_paragraph() : writer_.line_break();
                return;
            case GUMBO_TAG_TABLE:
                table(node, marks);
                return;
            case GUMBO_TAG_TR:
                row(node, marks);
                return;
            case GUMBO_TAG_UL:
            case GUMBO_TAG_OL:
            case GUMBO_TAG_MENU:
                list(node, marks);
                return;
            case GUMBO_TAG_LI:
                item(node, marks);
                return;
            case GUMBO_TAG_SVG:
                if (!page_) break;
                drawing(node, marks);
                return;
            case GUMBO_TAG_A:
                if (attribute_of(element, "href") != nullptr) sink_.left_out.add(Omitted::destination, line_);
                break;
            default:
                break;
        }
        flow(node, marks);
    }

    /// What stands in the file and is no text of the page; true when the element is done with.
    bool leave_out_of_page(const GumboNode* node) {
        const GumboElement& element = node->v.element;
        const char* style = attribute_of(element, "style");
        if (attribute_of(element, "hidden") != nullptr || (style != nullptr && css_hides(style))) {
            sink_.left_out.add(Omitted::hidden, line_);
            return true;
        }
        switch (element.tag) {
            case GUMBO_TAG_HEAD:
                head(node);
                return true;
            case GUMBO_TAG_IFRAME:
            case GUMBO_TAG_EMBED:
                writer_.gap();
                sink_.left_out.add(Omitted::media, line_);
                return true;
            case GUMBO_TAG_OBJECT:
            case GUMBO_TAG_AUDIO:
            case GUMBO_TAG_VIDEO:
                sink_.left_out.add(Omitted::media, line_);
                return false;  // what is shown in its place is text
            case GUMBO_TAG_INPUT:
                writer_.gap();
                if (const char* value = attribute_of(element, "value"); value != nullptr && *value != '\0')
                    sink_.left_out.add(Omitted::form_field, line_);
                return true;
            default:
                return false;
        }
    }

    void head(const GumboNode* node) {
        for (std::size_t i = 0; i < child_count(node); ++i) {
            const GumboNode* child = child_of(node, i);
            if (child->type == GUMBO_NODE_COMMENT) this->node(child, {});
            if (child->type != GUMBO_NODE_ELEMENT) continue;
            place(child->v.element);
            const GumboTag tag = child->v.element.tag;
            if (tag == GUMBO_TAG_META) check_encoding(child->v.element);
            const bool script = tag == GUMBO_TAG_SCRIPT || tag == GUMBO_TAG_STYLE;
            sink_.left_out.add(script ? Omitted::script : Omitted::page_head, line_);
        }
    }

    /// Bytes that are no UTF-8 were replaced when the file was read; the page may say what they were.
    void check_encoding(const GumboElement& meta) {
        const char* charset = attribute_of(meta, "charset");
        const char* content = attribute_of(meta, "content");
        const char* in_content = content == nullptr ? nullptr : std::strstr(content, "charset=");
        std::string name = charset != nullptr ? charset : in_content != nullptr ? in_content + 8 : "";
        name = name.substr(0, std::min<std::size_t>(name.find_first_of(" ;"), 40));
        std::transform(name.begin(), name.end(), name.begin(),
                       [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
        if (name.empty() || name == "utf-8" || name == "utf8") return;
        if (html_.find("\uFFFD") == std::string_view::npos) return;
        utf8::repair(name);
        sink_.diagnostics.push_back({Severity::warning, "html-encoding",
                                     "the page says that its encoding is " + name +
                                         "; only UTF-8 is read: save it as UTF-8 to have every character",
                                     sink_.source.name(), line_, 0});
    }

    /// Paragraphs, headings and whatever else parts words, and what stands inside a word.
    void flow(const GumboNode* node, Marks marks) {
        const GumboElement& element = node->v.element;
        const std::string name = name_of(element);
        marks = marks_of(element, name, marks);
        if (page_ ? !is_block(element.tag) : html_flow(name) == HtmlFlow::inside) {
            const bool field = page_ && (element.tag == GUMBO_TAG_OPTION || element.tag == GUMBO_TAG_TEXTAREA);
            if (field) writer_.gap();
            children(node, marks);
            if (field) writer_.gap();
            return;
        }
        if (const std::uint8_t level = heading_level(element); level > 0)
            writer_.open(BlockKind::heading, level);
        else if (is_in_item_ && !item_has_text_)
            writer_.gap();
        else
            writer_.flush();
        const bool outer = preformatted_;
        preformatted_ = outer || (page_ && (element.tag == GUMBO_TAG_PRE || element.tag == GUMBO_TAG_XMP ||
                                            element.tag == GUMBO_TAG_LISTING || element.tag == GUMBO_TAG_PLAINTEXT));
        children(node, marks);
        preformatted_ = outer;
        writer_.flush();
    }

    static std::uint8_t heading_level(const GumboElement& element) {
        if (element.tag >= GUMBO_TAG_H1 && element.tag <= GUMBO_TAG_H6)
            return static_cast<std::uint8_t>(element.tag - GUMBO_TAG_H1 + 1);
        const char* role = attribute_of(element, "role");
        if (role == nullptr || std::strcmp(role, "heading") != 0) return 0;
        const char* level = attribute_of(element, "aria-level");
        const bool known = level != nullptr && *level >= '1' && *level <= '6' && level[1] == '\0';
        return known ? static_cast<std::uint8_t>(*level - '0') : std::uint8_t{2};
    }

    /// Elements that a browser shows as blocks (HTML, 15.3); every other one stands inside a line.
    static bool is_block(GumboTag tag) {
        static constexpr std::array<GumboTag, 47> blocks = {
            GUMBO_TAG_HTML,      GUMBO_TAG_BODY,       GUMBO_TAG_ADDRESS,  GUMBO_TAG_ARTICLE,  GUMBO_TAG_ASIDE,
            GUMBO_TAG_CENTER,    GUMBO_TAG_BLOCKQUOTE, GUMBO_TAG_DD,       GUMBO_TAG_DETAILS,  GUMBO_TAG_DIR,
            GUMBO_TAG_DIV,       GUMBO_TAG_DL,         GUMBO_TAG_DT,       GUMBO_TAG_FIELDSET, GUMBO_TAG_FIGCAPTION,
            GUMBO_TAG_FIGURE,    GUMBO_TAG_FOOTER,     GUMBO_TAG_FORM,     GUMBO_TAG_FRAMESET, GUMBO_TAG_H1,
            GUMBO_TAG_H2,        GUMBO_TAG_H3,         GUMBO_TAG_H4,       GUMBO_TAG_H5,       GUMBO_TAG_H6,
            GUMBO_TAG_HEADER,    GUMBO_TAG_HGROUP,     GUMBO_TAG_HR,       GUMBO_TAG_LEGEND,   GUMBO_TAG_LISTING,
            GUMBO_TAG_MAIN,      GUMBO_TAG_NAV,        GUMBO_TAG_NOFRAMES, GUMBO_TAG_OPTGROUP, GUMBO_TAG_P,
            GUMBO_TAG_PLAINTEXT, GUMBO_TAG_PRE,        GUMBO_TAG_SECTION,  GUMBO_TAG_SUMMARY,  GUMBO_TAG_XMP,
            GUMBO_TAG_CAPTION,   GUMBO_TAG_THEAD,      GUMBO_TAG_TBODY,    GUMBO_TAG_TFOOT,    GUMBO_TAG_TD,
            GUMBO_TAG_TH,        GUMBO_TAG_COLGROUP};
        return std::find(blocks.begin(), blocks.end(), tag) != blocks.end();
    }

    /// The words of a drawing are one paragraph.
    void drawing(const GumboNode* node, Marks marks) {
        writer_.flush();
        writer_.hold_together(true);
        words_apart(node, marks);
        writer_.hold_together(false);
        writer_.flush();
    }

    void words_apart(const GumboNode* node, Marks marks) {
        writer_.gap();
        for (std::size_t i = 0; i < child_count(node); ++i) {
            const GumboNode* child = child_of(node, i);
            const bool inner = child->type == GUMBO_NODE_ELEMENT &&
                               child->v.element.tag_namespace != GUMBO_NAMESPACE_HTML &&
                               child->v.element.tag != GUMBO_TAG_STYLE && child->v.element.tag != GUMBO_TAG_SCRIPT;
            inner ? words_apart(child, marks) : this->node(child, marks);
        }
        writer_.gap();
    }

    void table(const GumboNode* node, Marks marks) {
        const std::uint32_t outer = table_;
        const HtmlTableKind outer_kind = kind_;
        HtmlColumns outer_columns = std::move(columns_);
        columns_ = {};
        if (!writer_.in_row()) kind_ = page_ ? html_table_kind(node) : HtmlTableKind::data;
        const bool numbered = !writer_.in_row() && kind_ == HtmlTableKind::data && !writer_.is_aside();
        if (numbered) table_ = ++sink_.tables;
        writer_.flush();
        children(node, marks_of(node->v.element, {}, marks));
        writer_.flush();
        table_ = outer;
        kind_ = outer_kind;
        columns_ = std::move(outer_columns);
    }

    void row(const GumboNode* node, Marks marks) {
        marks = marks_of(node->v.element, {}, marks);
        if (writer_.in_row()) {  // a table inside a cell: its text stays in that cell
            writer_.gap();
            children(node, marks);
            writer_.gap();
            return;
        }
        if (writer_.is_aside()) {
            words_of_row(node, marks);
            return;
        }
        if (kind_ == HtmlTableKind::layout) {
            writer_.flush();
            children(node, marks);
            writer_.flush();
            return;
        }
        if (kind_ == HtmlTableKind::labelled) {
            labelled_row(node, marks);
            return;
        }
        writer_.begin_row(table_ == 0 ? table_ = ++sink_.tables : table_, line_);
        columns_.begin_row();
        for (std::size_t i = 0; i < child_count(node); ++i) {
            const GumboNode* child = child_of(node, i);
            if (child->type != GUMBO_NODE_ELEMENT) continue;
            place(child->v.element);
            empty_cells(columns_.taken());
            writer_.begin_cell();
            cell(child, marks);
            writer_.end_cell();
            empty_cells(columns_.add(child->v.element));
        }
        empty_cells(columns_.taken());
        writer_.end_row();
    }

    void empty_cells(std::uint32_t count) {
        for (; count > 0; --count) {
            writer_.begin_cell();
            writer_.end_cell();
        }
    }

    void cell(const GumboNode* node, Marks marks) {
        if (page_ && leave_out_of_page(node)) return;
        children(node, marks_of(node->v.element, name_of(node->v.element), marks));
    }

    void words_of_row(const GumboNode* node, Marks marks) {
        writer_.flush();
        writer_.hold_together(true);
        for (std::size_t i = 0; i < child_count(node); ++i) {
            this->node(child_of(node, i), marks);
            writer_.gap();
        }
        writer_.hold_together(false);
        writer_.flush();
    }

    /// The label and the first words beside it are one paragraph.
    void labelled_row(const GumboNode* node, Marks marks) {
        writer_.flush();
        bool first = true;
        for (std::size_t i = 0; i < child_count(node); ++i) {
            const GumboNode* child = child_of(node, i);
            if (child->type != GUMBO_NODE_ELEMENT) continue;
            place(child->v.element);
            if (leave_out_of_page(child)) continue;
            const Marks inner = marks_of(child->v.element, name_of(child->v.element), marks);
            if (first) {
                writer_.hold_together(true);
                children(child, inner);
                writer_.hold_together(false);
                first = !writer_.has_words();
                continue;
            }
            writer_.gap();
            item_children(child, inner);
        }
        writer_.flush();
    }

    void list(const GumboNode* node, Marks marks) {
        writer_.flush();
        if (depth_ < 255) ++depth_;
        const HtmlNumbering outer = numbering_;
        const bool bulleted = node->v.element.tag != GUMBO_TAG_OL;
        numbering_ = page_ ? HtmlNumbering(node->v.element) : bulleted ? HtmlNumbering() : HtmlNumbering::none();
        children(node, marks_of(node->v.element, {}, marks));
        numbering_ = outer;
        --depth_;
        writer_.flush();
    }

    void item(const GumboNode* node, Marks marks) {
        writer_.open(BlockKind::list_item, static_cast<std::uint8_t>(std::max(depth_, 1)),
                     numbering_.next(node->v.element));
        item_children(node, marks_of(node->v.element, {}, marks));
        writer_.flush();
    }

    /// The first block inside goes on with the item's own text.
    void item_children(const GumboNode* node, Marks marks) {
        const bool outer = is_in_item_;
        is_in_item_ = true;
        item_has_text_ = false;
        for (std::size_t i = 0; i < child_count(node); ++i) {
            const GumboNode* child = child_of(node, i);
            this->node(child, marks);
            item_has_text_ =
                item_has_text_ || (child->type != GUMBO_NODE_WHITESPACE && child->type != GUMBO_NODE_COMMENT);
        }
        is_in_item_ = outer;
        item_has_text_ = true;
    }

    static std::string name_of(const GumboElement& element) {
        if (element.tag != GUMBO_TAG_UNKNOWN) return gumbo_normalized_tagname(element.tag);
        return {};
    }

    static Marks marks_of(const GumboElement& element, std::string_view name, Marks marks) {
        marks.bits |= html_marks(name).bits;
        if (const char* style = attribute_of(element, "style")) marks.bits |= css_marks(style).bits;
        if (const char* colour = attribute_of(element, "color"); colour != nullptr && is_colour(colour))
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
    HtmlLines lines_;
    HtmlSink& sink_;
    HtmlBlockWriter writer_;
    const bool page_;
    std::unordered_map<const GumboNode*, BlockKind> contents_;
    std::uint32_t line_ = 1;
    std::uint32_t table_ = 0;
    HtmlTableKind kind_ = HtmlTableKind::data;
    HtmlColumns columns_;
    int depth_ = 0;
    HtmlNumbering numbering_;
    bool is_in_item_ = false;
    bool item_has_text_ = true;
    bool preformatted_ = false;
};

}  // namespace

void walk_html_fragment(const HtmlTree& tree, std::string_view html, std::uint32_t first_line, HtmlSink& sink) {
    HtmlWalk(html, first_line, sink, false).read(tree.root());
}

void walk_html_page(const HtmlTree& tree, std::string_view html, HtmlSink& sink) {
    HtmlWalk(html, 1, sink, true).read(tree.root());
}

void read_html_as_text(std::string_view html, std::uint32_t first_line, HtmlSink& sink) {
    sink.diagnostics.push_back(
        {Severity::warning, "html-as-text",
         "HTML nested deeper than 256 elements or with more than 128 attributes in a tag is read as text",
         sink.source.name(), first_line, 0});
    const std::string text = without_tags(html);
    HtmlBlockWriter writer(sink, false);
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

}  // namespace stet
