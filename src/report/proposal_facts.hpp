// What a proposal comes to: counts, what to look at first, and its ledger of agreements.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "proposal/proposal.hpp"

namespace stet {

/// How many operations stand how.
struct ProposalCounts {
    std::array<std::uint32_t, 11> by_status{};     ///< indexed by Status
    std::array<std::uint32_t, 3> by_confidence{};  ///< indexed by Confidence
    std::uint32_t high_flags = 0;
    std::uint32_t wage_rows = 0;
    std::uint32_t stated_wrong = 0;  ///< rows whose stated increase is not new rate less current rate
    std::uint32_t words_not_understood = 0;
};
ProposalCounts count_proposal(const Proposal& proposal);

/// "34 open, 4 tentatively agreed"; statuses in the order of the enumeration, without those that nothing has.
std::string status_counts_words(const ProposalCounts& counts);
/// "30 certain, 5 inferred, 3 ambiguous".
std::string confidence_counts_words(const ProposalCounts& counts);

/// "Requests: 38 in 20 items: 34 open, 4 tentatively agreed; 30 certain, 5 inferred, 3 ambiguous. 3 flags are high."
std::string changes_words(const Proposal& proposal, const ProposalCounts& counts);
/// "Items missing from the numbering: 16, 17."
std::string missing_words(const Proposal& proposal);
/// "Not understood: 2 stretches, 12 words." or that nothing was left.
std::string left_words(const Proposal& proposal, const ProposalCounts& counts);

/// Operations to look at first, as indices: the ambiguous ones, then those with a flag of high severity.
std::vector<std::uint32_t> exceptions_of(const Proposal& proposal);

/// Whether a stated increase is another than our own.
bool states_another_increase(const WageRow& row);

/// One subject of the ledger: what an item asks for that stands alike.
struct LedgerRow {
    std::string item;
    std::string subject;  ///< heading of the item
    Target target;        ///< what all its operations have in common
    std::vector<std::uint32_t> operations;
    Status status = Status::open;
    std::string date;  ///< ISO; empty where none is printed
    std::string mark;  ///< as printed: "(TA 12/2)"
    bool year_inferred = false;
};

/// The ledger: what is open first, in reading order, then what has another status, then what is tentatively agreed, by
/// date.
std::vector<LedgerRow> ledger_rows(const Proposal& proposal);

/// "open"; "tentatively agreed on 2021-12-02, (TA 12/2), year inferred".
std::string ledger_status_words(const LedgerRow& row);
/// What a row's operations are: "11.1 replace, 11.2 substitute"; "15 requests, 24.m6 to 24.c" where they are many.
std::string ledger_requests_words(const Proposal& proposal, const LedgerRow& row);

/// The sums of a row, parted by "; "; where they are many their number.
std::string ledger_money_words(const Proposal& proposal, const LedgerRow& row);

/// What a ledger row rests on beside the text: conditions, each once, parted by "; ".
std::string conditions_of(const Proposal& proposal, const LedgerRow& row);

}  // namespace stet
