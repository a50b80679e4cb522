// Joins the lines of each column and marks the difference.
#include "proposal/side_by_side.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <utility>

#include "grammar/wording.hpp"
#include "proposal/section_labels.hpp"
#include "proposal/status_line.hpp"
#include "proposal/two_texts.hpp"
#include "text/words.hpp"

namespace stet {

namespace {

constexpr std::uint32_t words_of_text = 4;  // of a cell, in the mean: fewer are names and values

class SideBySide {
public:
    SideBySide(Document& document, const Grammar& grammar, const PhraseBook& book, const MarkUse& use,
               std::string_view date)
        : document_(document), grammar_(grammar), book_(book), date_(date), labels_(grammar, book, use, date) {}

    void run() {
        const auto count = static_cast<BlockId>(document_.blocks.size());
        for (BlockId first = 0; first < count;) {
            const Block& head = document_.blocks[first];
            BlockId end = first + 1;
            while (head.kind == BlockKind::table_row && end < count &&
                   document_.blocks[end].kind == BlockKind::table_row && document_.blocks[end].table == head.table)
                ++end;
            if (is_head(head) && tells_text(first + 1, end)) take(first, end);
            first = end;
        }
    }

private:
    using Texts = std::array<std::string, 2>;

    std::string cell(BlockId row, std::size_t column) const {
        const Block& block = document_.blocks[row];
        if (column >= block.cells.size()) return {};
        const Span span = block.cells[column];
        return fold_blanks(std::string_view(block.text).substr(span.begin, span.size()));
    }

    /// "Current Language | Proposed Language", and nothing else.
    bool is_head(const Block& head) const {
        if (head.kind != BlockKind::table_row || head.cells.size() != 2) return false;
        for (const bool proposed : {false, true}) {
            const Span span = head.cells[proposed ? 1 : 0];
            const PhrasedText text(std::string_view(head.text).substr(span.begin, span.size()), book_);
            const auto caption = side_caption(text);
            if (!caption || caption->proposed != proposed ||
                caption->end + (text.is_mark(caption->end, ":") ? 1 : 0) < text.size())
                return false;
        }
        return true;
    }

    bool tells_text(BlockId first, BlockId end) const {
        std::uint32_t words = 0, filled = 0, values = 0;
        for (BlockId row = first; row < end; ++row) {
            const Block& block = document_.blocks[row];
            const bool marked = std::any_of(block.runs.begin(), block.runs.end(), [](const Run& run) {
                return run.marks.has(Mark::struck) || run.marks.has(Mark::inserted);
            });
            if (block.cells.size() > 2 || marked) return false;
            for (const std::size_t column : {0U, 1U}) {
                const std::string text = cell(row, column);
                words += count_words(text);
                filled += !text.empty();
                values += text.find_first_of("$%") != std::string::npos;
            }
        }
        return filled > 0 && words >= filled * words_of_text && values * 2 < filled;
    }

    void take(BlockId head, BlockId end) {
        document_.blocks[head].kind = BlockKind::furniture;
        for (BlockId first = head + 1; first < end;) {
            BlockId next = first + 1;
            while (next < end && goes_on(next)) ++next;
            lay(first, next);
            first = next;
        }
    }

    /// The row's line goes on with the paragraph above it: right below, with no label, behind no end of a sentence.
    bool goes_on(BlockId row) const {
        const Block& block = document_.blocks[row];
        if (block.line() != document_.blocks[row - 1].last_line() + 1) return false;
        bool open = false;
        for (const std::size_t column : {0U, 1U}) {
            const std::string above = cell(row - 1, column), here = cell(row, column);
            if (!here.empty() && label_of(here)) return false;
            open = open || (!above.empty() && !here.empty() &&
                            std::string_view(".:;").find(above.back()) == std::string_view::npos);
        }
        return open;
    }

    std::optional<PrintedLabel> label_of(const std::string& text) const {
        Block block;
        append_run(block, text, {});
        return labels_.label_at(block, 0);
    }

    void lay(BlockId first, BlockId end) {
        Texts texts;
        for (BlockId row = first; row < end; ++row)
            for (const std::size_t column : {0U, 1U})
                if (const std::string line = cell(row, column); !line.empty())
                    texts[column] += (texts[column].empty() ? "" : "\n") + line;
        const std::uint32_t last_line = document_.blocks[end - 1].last_line();
        if (is_none(texts[0])) texts[0].clear();
        Block& out = document_.blocks[first];
        // Both texts stand in one block to be held against each other.
        Block both = paragraph(out, texts[0] + "\t" + texts[1], last_line);
        const auto parted = static_cast<std::uint32_t>(texts[0].size());
        const auto size = static_cast<std::uint32_t>(both.text.size());
        for (BlockId row = first + 1; row < end; ++row) document_.blocks[row].kind = BlockKind::furniture;
        const auto own = label_of(texts[1]);
        if (status_line(std::string_view(texts[1]).substr(own ? own->end : 0), grammar_, book_, date_)) {
            const auto label = own ? std::nullopt : label_of(texts[0]);
            out = paragraph(both, (label ? label->label + " " : std::string()) + texts[1], last_line);
        } else if (texts[0].empty() || texts[1].empty()) {
            const bool struck = texts[1].empty();
            out = paragraph(both, struck ? texts[0] : texts[1], last_line);
            for (Run& run : out.runs) run.marks = run.marks.with(struck ? Mark::struck : Mark::inserted);
        } else {
            out = both;
            out = merged_difference({document_, first, {0, parted}}, {document_, first, {parted + 1, size}});
        }
    }

    /// "None.", "N/A", "(new)"
    bool is_none(std::string_view text) const {
        const PhrasedText words(text, book_);
        const std::size_t at = words.is_mark(0, "(") || words.is_mark(0, "[") ? 1 : 0;
        const auto none = words.find(at, WordClass::no_text);
        return none && at + none->size + 1 >= words.size();
    }

    static Block paragraph(const Block& row, std::string_view text, std::uint32_t last_line) {
        Block out;
        out.fragments = {row.fragments.front()};
        out.fragments.front().text = 0;
        out.fragments.front().last_line = last_line;
        append_run(out, text, {});
        return out;
    }

    Document& document_;
    const Grammar& grammar_;
    const PhraseBook& book_;
    std::string_view date_;
    SectionLabels labels_;
};

}  // namespace

void lay_side_by_side(Document& document, const Grammar& grammar, const PhraseBook& book, const MarkUse& use,
                      std::string_view document_date) {
    SideBySide(document, grammar, book, use, document_date).run();
}

}  // namespace stet
