// One row an operation; remarks parted by full stops.
#include "report/item_report.hpp"

#include "proposal/left_alone.hpp"
#include "proposal/locate.hpp"
#include "report/proposal_words.hpp"

namespace stet {

namespace {

const std::vector<SheetColumn>& columns() {
    static const std::vector<SheetColumn> list = {{"change", "Item", true},
                                                  {"heading", "Heading", true},
                                                  {"op", "Operation", false},
                                                  {"status", "Status", false},
                                                  {"base", "In the base", false},
                                                  {"found_by", "Found by", false},
                                                  {"reason", "Not carried out", false},
                                                  {"remarks", "Remarks", false}};
    return list;
}

/// Words of the proposal that may ask for something, which no one has read.
SheetTable not_understood(const Proposal& proposal) {
    SheetTable table{"not_understood", "Not understood", {{"lines", "Lines", true}, {"text", "Text", true}}, {}, {}};
    for (const NotUnderstood& one : proposal.not_understood) table.rows.push_back({lines_words(one.lines), one.text});
    return table;
}

std::string place_in_base(const Document& base, NodeId node) {
    if (node == none || node == 0) return {};
    std::string out;
    for (NodeId id = node; id != 0; id = base.nodes[id].parent) {
        std::string name = unit_label(base, id);
        const std::string& heading = base.nodes[id].heading;
        if (!heading.empty() && !base.nodes[id].label.written.empty()) name += " " + heading;
        out = name + (out.empty() ? "" : ", " + out);
    }
    return out + ", line " + std::to_string(base.line(node));
}

std::vector<std::string> row_of(const Operation& operation, const Document& base, const CarriedOut& step) {
    std::string remarks;
    for (const std::string& remark : step.remarks) remarks += (remarks.empty() ? "" : "; ") + remark;
    const std::string heading = operation.heading.empty() ? operation.instruction : operation.heading;
    return {operation.id,
            heading,
            std::string(op_name(operation.op)) + " " + std::string(unit_name(operation.unit)),
            status_words(operation.status, operation.status_date),
            place_in_base(base, step.base),
            std::string(found_by_name(step.found_by)),
            step.reason,
            remarks};
}

}  // namespace

Sheet build_item_report(const Proposal& proposal, const Document& base, const std::vector<CarriedOut>& steps,
                        bool reads_back) {
    Sheet sheet;
    sheet.format = "stet-item-report/1";
    sheet.title = proposal.document.source.name() + " carried out on " + base.source.name();
    SheetTable refused{"not_carried_out",
                       "Not carried out",
                       columns(),
                       {},
                       steps.empty() ? "No request was found in the proposal." : "Everything was carried out."};
    SheetTable done{"carried_out", "Carried out", columns(), {}, "Nothing was carried out."};
    SheetTable notes{"notes", "Notes", columns(), {}, {}};
    for (const CarriedOut& step : steps) {
        const Operation& operation = proposal.operations[step.operation];
        const bool note = operation.op == Op::note && !is_heading_alone(operation);
        SheetTable& table = step.done ? done : note ? notes : refused;
        table.rows.push_back(row_of(operation, base, step));
    }
    sheet.lines.push_back(std::to_string(done.rows.size()) + " carried out, " + std::to_string(refused.rows.size()) +
                          " not carried out, " + std::to_string(notes.rows.size()) + " notes.");
    sheet.lines.push_back(reads_back ? "The new text was read again and says what was planned, word for word."
                                     : "NOT VERIFIED: the new text does not read back as planned.");
    sheet.lines.push_back("Proposal: sha256 " + proposal.document.source.sha256() + ". Base: sha256 " +
                          base.source.sha256() + ".");
    sheet.tables = {std::move(refused), std::move(done), std::move(notes)};
    if (!proposal.not_understood.empty()) {
        sheet.tables.insert(sheet.tables.begin() + 1, not_understood(proposal));
        sheet.lines[0] += " Of the proposal " + std::to_string(proposal.not_understood.size()) +
                          (proposal.not_understood.size() == 1 ? " stretch is" : " stretches are") + " not understood.";
    }
    return sheet;
}

}  // namespace stet
