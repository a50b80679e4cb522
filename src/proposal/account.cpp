// Accounts for every paragraph of an item.
#include "proposal/account.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "grammar/wording.hpp"
#include "proposal/letters.hpp"

namespace stet {

namespace {

/// Lines that operations tell of, as ranges that do not meet, rising.
std::vector<Lines> told_lines(const std::vector<Operation>& operations) {
    std::vector<Lines> lines;
    for (const Operation& operation : operations) lines.push_back(operation.lines);
    std::sort(lines.begin(), lines.end(), [](const Lines& a, const Lines& b) { return a.first < b.first; });
    std::vector<Lines> out;
    for (const Lines& range : lines) {
        if (!out.empty() && range.first <= out.back().last)
            out.back().last = std::max(out.back().last, range.last);
        else
            out.push_back(range);
    }
    return out;
}

bool is_told(const std::vector<Lines>& told, const Block& block) {
    const auto next = std::upper_bound(told.begin(), told.end(), block.last_line(),
                                       [](std::uint32_t line, const Lines& range) { return line < range.first; });
    return next != told.begin() && (next - 1)->last >= block.line();
}

/// The section under which each block of the steps stands.
std::map<BlockId, std::string> sections_of(const std::vector<Step>& steps) {
    std::map<BlockId, std::string> out;
    for (const Step& step : steps)
        for (const StepText& text : step.text) out[text.block] = step.target.section;
    return out;
}

}  // namespace

void account_for_text(Proposal& proposal, const ProposalItem& item, const std::vector<Step>& steps,
                      const std::vector<BlockId>& asides, const std::vector<Operation>& operations) {
    const std::vector<Lines> told = told_lines(operations);
    const std::set<BlockId> aside(asides.begin(), asides.end());
    const std::map<BlockId, std::string> sections = sections_of(steps);
    std::set<std::string> changed;
    for (const Operation& operation : operations)
        if (operation.op != Op::note && operation.op != Op::restate) changed.insert(operation.target.section);
    for (BlockId id = item.first; id < item.end; ++id) {
        const Block& block = proposal.document.blocks[id];
        const std::uint32_t from = id == item.first ? item.body_from : 0;
        if (is_set_aside(block.kind) || is_blank(std::string_view(block.text).substr(from)) || aside.contains(id) ||
            is_told(told, block))
            continue;
        const Lines lines{block.line(), block.last_line()};
        const std::string words = fold_blanks(std::string_view(block.text).substr(from));
        const auto section = sections.find(id);
        if (section != sections.end() && changed.contains(section->second))
            proposal.findings.push_back({{"CONTEXT", FlagSeverity::info, words}, lines});
        else
            proposal.not_understood.push_back({lines, words});
    }
}

}  // namespace stet
