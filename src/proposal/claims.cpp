// Tests summaries and what stands outside all operations.
#include "proposal/claims.hpp"

#include <algorithm>
#include <utility>

#include "proposal/claim_repeats.hpp"
#include "proposal/claim_tests.hpp"

namespace stet {

namespace {

constexpr std::size_t most_claims = 200;  // each is held against every table
constexpr std::size_t longest_claim = 4'000;

/// Lines of the operations and tables, in order.
std::vector<Lines> claimed_lines(const Proposal& proposal) {
    std::vector<Lines> out;
    for (const Operation& operation : proposal.operations) out.push_back(operation.lines);
    for (const WageTable& table : proposal.wage_tables) out.push_back(table.lines);
    std::sort(out.begin(), out.end(), [](const Lines& a, const Lines& b) { return a.first < b.first; });
    return out;
}

class Claims {
public:
    Claims(Proposal& proposal, const WageWords& words)
        : proposal_(proposal), words_(words), tables_(claim_tables(proposal.wage_tables, words)) {}

    /// A summary that a table refutes outright is no more than the best reading.
    void test() {
        for (Operation& operation : proposal_.operations) {
            if (!is_summary(operation)) continue;
            for (Flag& flag : flags_of(operation.inserted_text, operation.lines)) {
                if (flag.severity == FlagSeverity::high && operation.confidence == Confidence::certain)
                    operation.confidence = Confidence::inferred;
                operation.flags.push_back(std::move(flag));
            }
        }
        test_outside();
    }

private:
    std::vector<Flag> flags_of(const std::string& text, Lines lines) {
        if (text.size() > longest_claim || tested_ > most_claims) return {};
        if (++tested_ > most_claims) {
            proposal_.diagnostics.push_back({Severity::warning, "claims-not-tested",
                                             "more than " + std::to_string(most_claims) +
                                                 " claims: those from here on are not held against the tables",
                                             proposal_.document.source.name(), lines.first, 0});
            return {};
        }
        return test_wage_claim(text, tables_, words_);
    }

    /// Prose outside all operations and tables that speaks of raises and sums.
    void test_outside() {
        const std::vector<Lines> claimed = claimed_lines(proposal_);
        std::size_t next = 0;
        std::uint32_t covered = 0;  // last line of those passed
        for (const Block& block : proposal_.document.blocks) {
            while (next < claimed.size() && claimed[next].first <= block.line())
                covered = std::max(covered, claimed[next++].last);
            if (block.line() <= covered || !is_prose(block)) continue;
            const Lines lines{block.line(), block.last_line()};
            const std::string text = face_text(block, Face::after);
            const std::string key = phrase_key(text);
            if (text.find('$') == std::string::npos || !says(key, words_.increase)) continue;
            for (Flag& flag : flags_of(text, lines)) proposal_.findings.push_back({std::move(flag), lines});
        }
    }

    static bool is_prose(const Block& block) {
        return block.kind == BlockKind::paragraph || block.kind == BlockKind::list_item;
    }

    Proposal& proposal_;
    const WageWords& words_;
    std::vector<ClaimTable> tables_;
    std::size_t tested_ = 0;
};

}  // namespace

void test_claims(Proposal& proposal, const Grammar& grammar) {
    if (!grammar.wages.empty() && !proposal.wage_tables.empty()) Claims(proposal, grammar.wages).test();
    flag_repeats(proposal.operations);
}

}  // namespace stet
