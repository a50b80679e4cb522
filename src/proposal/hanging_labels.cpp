// Joins the lines of a demand.
#include "proposal/hanging_labels.hpp"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "grammar/wording.hpp"
#include "proposal/opener_numbers.hpp"
#include "proposal/target.hpp"
#include "text/words.hpp"

namespace stet {

namespace {

constexpr std::size_t fewest_demands = 3;

std::string cell_text(const Block& row, std::size_t column) {
    if (column >= row.cells.size()) return {};
    const Span cell = row.cells[column];
    return fold_blanks(std::string_view(row.text).substr(cell.begin, cell.size()));
}

/// "M-3": all of a cell is the short name and number of a demand.
bool is_label(const std::string& cell, const PhraseBook& book) {
    constexpr std::size_t longest_label = 8;  // bytes
    if (cell.empty() || cell.size() > longest_label) return false;
    Block block;
    append_run(block, cell + " – x", {});
    const auto numbered = noun_and_number(block, book);
    return numbered && !numbered->name.empty();
}

/// "Article 5": all of a cell is a place with its number.
bool is_place(const std::string& cell, const PhraseBook& book) {
    const PhrasedText text(cell, book);
    const auto place = parse_place(text, 0, text.size());
    return place && place->has_label() && place->end == text.size();
}

/// The rows of one table.
struct Rows {
    BlockId first = 0, end = 0;
    bool places = false;  ///< the first column names places, and the second their titles
};

std::vector<Rows> tables_with_labels(const Document& document, const PhraseBook& book, std::size_t& labels) {
    std::vector<Rows> out;
    const auto count = static_cast<BlockId>(document.blocks.size());
    for (BlockId first = 0; first < count;) {
        BlockId end = first + 1;
        const Block& head = document.blocks[first];
        while (head.kind == BlockKind::table_row && end < count && document.blocks[end].kind == BlockKind::table_row &&
               document.blocks[end].table == head.table)
            ++end;
        std::size_t here = 0;
        const std::string first_cell = head.kind == BlockKind::table_row ? cell_text(head, 0) : std::string();
        const bool places = !first_cell.empty() && is_place(first_cell, book);
        const bool opens = places || is_label(first_cell, book);
        for (BlockId row = first; opens && row < end; ++row) {
            const std::string cell = cell_text(document.blocks[row], 0);
            if (cell.empty()) continue;
            if (places ? !is_place(cell, book) : !is_label(cell, book)) {
                here = 0;
                break;
            }
            ++here;
        }
        if (here > 0) out.push_back({first, end, places});
        labels += here;
        first = end;
    }
    return out;
}

/// "M-3 – Section 3.11 – Amend to …", "Article 8 – Holidays. Add …"
std::string line_of(const Block& row, std::string_view behind_second) {
    std::string out;
    for (std::size_t column = 0; column < row.cells.size(); ++column) {
        const std::string text = cell_text(row, column);
        if (text.empty()) continue;
        if (!out.empty()) out += column == 1 ? " – " : column == 2 ? behind_second : " ";
        out += text;
    }
    return out;
}

void lay(Document& document, const Rows& rows) {
    for (BlockId first = rows.first; first < rows.end;) {
        Block joined;
        joined.fragments = {document.blocks[first].fragments.front()};
        joined.fragments.front().text = 0;
        BlockId next = first;
        do {
            if (next > first) append_run(joined, "\n", {});
            append_run(joined, line_of(document.blocks[next], rows.places ? ". " : " – "), {});
            joined.fragments.front().last_line = document.blocks[next].last_line();
            document.blocks[next].kind = BlockKind::furniture;
            ++next;
        } while (next < rows.end && cell_text(document.blocks[next], 0).empty());
        document.blocks[first] = std::move(joined);
        first = next;
    }
}

}  // namespace

void lay_hanging_labels(Document& document, const PhraseBook& book) {
    std::size_t labels = 0;
    const std::vector<Rows> tables = tables_with_labels(document, book, labels);
    if (labels < fewest_demands) return;
    for (const Rows& rows : tables) lay(document, rows);
}

}  // namespace stet
