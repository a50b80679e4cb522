// The table of formats of a proposal, and its drawn words as the other writers print words.
#include "writers/proposal/proposal_writer.hpp"

namespace stet {

const std::vector<ProposalWriter>& proposal_writers() {
    static const std::vector<ProposalWriter> table = {
        {"html", {".html", ".htm"}, write_proposal_html},
        {"markdown", {".md", ".markdown"}, write_proposal_markdown},
        {"criticmarkup", {}, write_proposal_critic_markup},
        {"json", {".json"}, write_proposal_json},
        {"text", {".txt"}, write_proposal_text},
    };
    return table;
}

std::vector<PrintRun> print_runs(const DrawnBlock& block) {
    std::vector<PrintRun> runs;
    for (const DrawnRun& run : block.runs) {
        const EditOp op = run.kind == DrawnRun::struck     ? EditOp::deleted
                          : run.kind == DrawnRun::inserted ? EditOp::inserted
                                                           : EditOp::equal;
        runs.push_back({op, false, {}, run.text});
    }
    return runs;
}

}  // namespace stet
