// Tables whose rows are demands: "Article | Subject | Tentative agreement | Date TA'd", "Article | Current | Proposed |
// Status"; takes the blocks of a proposal.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "document/document.hpp"
#include "grammar/grammar_file.hpp"
#include "proposal/items.hpp"
#include "proposal/phrases.hpp"
#include "proposal/proposal.hpp"

namespace stet {

/// A row as a demand of its own: its heading made of the cells that say where it works, below it the cell that says
/// what is proposed, which keeps its marks and lines.
struct RowDemand {
    Document document;
    ProposalItem item;
    std::string current;  ///< the cell that tells what holds now; empty where none does
};

struct PositionRows {
    std::vector<RowDemand> demands;
    std::vector<NotUnderstood> not_read;  ///< cells of rows that are taken, under heads that say nothing known
};

/// The demands in the tables of `document`. Rows that are taken are set aside there as furniture, the heads of their
/// tables too.
PositionRows take_position_rows(Document& document, const Grammar& grammar, const PhraseBook& book,
                                std::string_view document_date);

/// What the table adds to the operations of a row: the text that holds now, and that a cell may tell a gist.
void lay_row(std::vector<Operation>& operations, const RowDemand& row);

}  // namespace stet
