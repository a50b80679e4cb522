// What a proposal comes to: counts, what to look at first, and its ledger of agreements.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "proposal/proposal.hpp"

namespace stet {

/// Whether an operation only says something beside the text: a highlight, a pledge, a note that nothing depends on.
bool is_remark(const Operation& operation);

/// How many operations stand how; those that are remarks are counted apart.
struct ProposalCounts {
    std::array<std::uint32_t, 11> by_status{};     ///< indexed by Status
    std::array<std::uint32_t, 3> by_confidence{};  ///< indexed by Confidence
    std::uint32_t remarks = 0;
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

/// "Requests: 38 in 20 items: 34 open, 4 tentatively agreed; 30 certain, 5 inferred, 3 ambiguous. Notes: 2. …"
std::string changes_words(const Proposal& proposal, const ProposalCounts& counts);
/// "Items missing from the numbering: 16, 17."
std::string missing_words(const Proposal& proposal);
/// "Not understood: 2 stretches, 12 words." or that nothing was left.
std::string left_words(const Proposal& proposal, const ProposalCounts& counts);

/// Operations of one item to be looked at first for the same reason.
struct ExceptionRow {
    std::vector<std::uint32_t> operations;
    std::string words;
};

/// What to look at first: the ambiguous operations, then those with a flag of high severity.
std::vector<ExceptionRow> exceptions_of(const Proposal& proposal);

/// Their ids: "21.5, 21.6".
std::string ids_words(const Proposal& proposal, const std::vector<std::uint32_t>& operations);

/// Operations [begin, end) that follow one another in one item.
struct ItemRange {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
};
std::vector<ItemRange> items_of(const Proposal& proposal);

/// Whether a stated increase is another than our own.
bool states_another_increase(const WageRow& row);

/// Flags of a wage table, then those of its rows, each with its step.
std::vector<Flag> flags_of(const WageTable& table);

/// The findings about the whole as flags, each with its lines, the gravest first.
std::vector<Flag> finding_flags(const Proposal& proposal);

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
/// Operations of a row that follow one another and do the same, as indices.
struct RequestRun {
    std::uint32_t first = 0;
    std::uint32_t last = 0;
};
std::vector<RequestRun> request_runs(const Proposal& proposal, const LedgerRow& row);

/// What a row's operations are: "11.1 replace, 11.2 to 11.5 delete".
std::string ledger_requests_words(const Proposal& proposal, const LedgerRow& row);

/// The sums of a row, parted by "; "; where they are many their number.
std::string ledger_money_words(const Proposal& proposal, const LedgerRow& row, std::string_view currency);

/// Flags of high severity of a row's operations.
std::uint32_t count_high_flags(const Proposal& proposal, const LedgerRow& row);

/// What a ledger row rests on beside the text: conditions, each once, parted by "; ".
std::string conditions_of(const Proposal& proposal, const LedgerRow& row);

}  // namespace stet
