// Tables of money.
#include <algorithm>
#include <optional>
#include <utility>

#include "grammar/wording.hpp"
#include "proposal/reconciler.hpp"
#include "quantity/quantity.hpp"

namespace stet {

namespace {

/// Words are struck, or new by a mark that means nothing else.
bool is_marked_surely(const Printed& text) {
    return std::any_of(text.pieces.begin(), text.pieces.end(), [](const MarkedPiece& piece) {
        return piece.kind == DrawnRun::struck || (piece.kind == DrawnRun::inserted && piece.source == MarkSource::said);
    });
}

}  // namespace

/// "Raises of 5% on 9/1/26, 4% on 9/1/27.": a rate or sum with its day, and no title of the table, as "Cooks, 9/1/26
/// (3%)" is.
bool Reconciler::tells_values(const Printed& text) const {
    const std::string words = whole_text(text);
    bool date = false, value = false;
    for (const Quantity& quantity : find_quantities(words)) {
        date = date || quantity.type == QuantityType::date;
        const bool beside = std::string_view(words).substr(0, quantity.span.begin).find('(') == std::string::npos;
        value = value || (beside && quantity.type == QuantityType::percent) || quantity.type == QuantityType::money;
    }
    return value && date && !text.where.note;
}

void Reconciler::lay_marked_row(Operation& operation, const StepText& text) const {
    const Printed row = printed(text);
    if (row.struck.empty()) return;
    for (const auto& [to, words] :
         {std::pair{&operation.struck_text, &row.struck}, std::pair{&operation.inserted_text, &row.inserted}}) {
        if (words->empty()) continue;
        if (!to->empty()) *to += " … ";
        *to += *words;
    }
    operation.drawn.push_back(draw(*row.block, row.pieces));
}

/// The rows of the one table that a step prints; none where it prints several.
std::vector<std::string> Reconciler::rows_of(const Step& step) const {
    std::vector<std::string> rows;
    std::optional<std::uint32_t> table;
    for (const StepText& text : step.text) {
        const Block& block = document_.blocks[text.block];
        if (block.kind != BlockKind::table_row) continue;
        if (table && *table != block.table) return {};
        table = block.table;
        rows.emplace_back();
        for (const Span& cell : block.cells)
            rows.back() += (&cell == &block.cells.front() ? "" : "\t") +
                           fold_blanks(std::string_view(block.text).substr(cell.begin, cell.size()));
    }
    return rows;
}

void Reconciler::take_table(const Step& step) {
    Operation operation = begin(step);
    operation.op = Op::set;
    operation.unit = Unit::table;
    bool seen = false;
    std::uint32_t last_row = 0;
    for (const StepText& text : step.text)
        if (document_.blocks[text.block].kind == BlockKind::table_row)
            last_row = document_.blocks[text.block].last_line();
    bool emphasised = false;
    std::vector<Printed> beside;  // paragraphs with changes of their own
    std::vector<Printed> told;    // paragraphs that tell values with their days
    for (const StepText& text : step.text) {
        const Block& block = document_.blocks[text.block];
        if (block.kind == BlockKind::table_row) {
            seen = true;
            lay_marked_row(operation, text);
            continue;
        }
        const Printed here = printed(text);
        if (!here.marked() && tells_values(here)) {
            told.push_back(here);
            continue;
        }
        if (is_marked_surely(here)) {
            beside.push_back(here);
            continue;
        }
        if (!here.inserted.empty()) {
            if (!operation.inserted_text.empty()) operation.inserted_text += " … ";
            operation.inserted_text += here.inserted;
            emphasised = true;
        }
        if (here.marked()) operation.drawn.push_back(draw(block, here.pieces));
        if (seen && block.last_line() > last_row)
            operation.lines.last = std::max(operation.lines.last, block.last_line());
    }
    if (emphasised) {
        flag(operation, "BOLD_MEANS_NEW", FlagSeverity::medium,
             "emphasis in running text is taken for new text; nothing else marks it");
        lower(operation.confidence, Confidence::inferred);
    }
    operation.takes_table_place = step.clause && step.clause->verb == Verb::replace;
    operation.adds_to_table = step.clause && step.clause->verb == Verb::add;
    if (operation.takes_table_place) {
        operation.table_rows = rows_of(step);
        flag(operation, "BASE_TEXT_NEEDED", FlagSeverity::medium, "what the tables replace is not printed");
        lower(operation.confidence, Confidence::inferred);
    }
    if (!step.clause) {
        flag(operation, "NO_INSTRUCTION", FlagSeverity::medium, "no instruction says that the table is proposed");
        lower(operation.confidence, Confidence::inferred);
    }
    out_.push_back(std::move(operation));
    for (const Printed& text : told) {
        Step alone = step;
        alone.clause.reset();
        alone.lines = {text.block->line(), text.block->last_line()};
        describe(begin(alone), std::span(&text, 1));
    }
    if (beside.empty()) return;
    Step marked = step;
    marked.clause.reset();
    marked.lines = {beside.front().block->line(), beside.back().block->last_line()};
    take_marked(marked, beside);
}

}  // namespace stet
