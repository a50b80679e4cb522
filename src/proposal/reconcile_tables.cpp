// Tables of money.
#include <algorithm>
#include <utility>

#include "proposal/reconciler.hpp"

namespace stet {

namespace {

/// Words are struck, or new by a mark that means nothing else.
bool is_marked_surely(const Printed& text) {
    return std::any_of(text.pieces.begin(), text.pieces.end(), [](const MarkedPiece& piece) {
        return piece.kind == DrawnRun::struck || (piece.kind == DrawnRun::inserted && piece.source == MarkSource::said);
    });
}

}  // namespace

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
    for (const StepText& text : step.text) {
        const Block& block = document_.blocks[text.block];
        if (block.kind == BlockKind::table_row) {
            seen = true;
            lay_marked_row(operation, text);
            continue;
        }
        const Printed here = printed(text);
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
        flag(operation, "BASE_TEXT_NEEDED", FlagSeverity::medium, "what the tables replace is not printed");
        lower(operation.confidence, Confidence::inferred);
    }
    if (!step.clause) {
        flag(operation, "NO_INSTRUCTION", FlagSeverity::medium, "no instruction says that the table is proposed");
        lower(operation.confidence, Confidence::inferred);
    }
    out_.push_back(std::move(operation));
    if (beside.empty()) return;
    Step marked = step;
    marked.clause.reset();
    marked.lines = {beside.front().block->line(), beside.back().block->last_line()};
    take_marked(marked, beside);
}

}  // namespace stet
