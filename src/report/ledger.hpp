// The ledger of a negotiation: every subject over the rounds of proposals, who said what last, what is agreed.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "document/document.hpp"
#include "proposal/proposal.hpp"
#include "report/sheet.hpp"

namespace stet {

/// What one round says on a subject.
struct Stance {
    std::uint32_t round = 0;       ///< index of the proposal
    std::uint32_t operation = 0;   ///< index into its operations
    std::uint32_t accepts = none;  ///< the stance of its subject whose words it accepts
};

/// A subject and all that was said on it, in order of the rounds.
struct Subject {
    std::vector<Stance> stances;
    std::vector<Side> moved;  ///< whose last proposal says something else here than the same side said before
    bool fresh = false;       ///< it first comes up in a side's last proposal, and that is not the side's first
    bool met = false;         ///< both sides' last words are the same, and nothing is agreed
    std::vector<Side>
        dropped;            ///< who spoke of it and is silent in the next round, without an agreement or a withdrawal
    bool reopened = false;  ///< it was tentatively agreed, and a later round has it open
};

struct Ledger {
    std::vector<Subject> subjects;  ///< in the order in which they first come up
};

/// In order of their dates; proposals without one keep their places among the others.
std::vector<Proposal> in_order_of_dates(std::vector<Proposal> proposals);

/// Aligns the operations of proposals that are in order of time; notes are left out. Operations are one subject where
/// their targets, titles and texts agree, so that another number does not split a subject.
Ledger build_ledger(const std::vector<Proposal>& rounds);

/// The operation that a stance is.
const Operation& operation_of(const std::vector<Proposal>& rounds, const Stance& stance);

/// The operation whose words a stance stands for: its own, or that of the stance which it accepts.
const Operation& words_of(const std::vector<Proposal>& rounds, const Subject& subject, const Stance& stance);

/// The last stance on a subject, and where its side gives up there, what the other one asks for; the last agreed one
/// where `agreed`, if possible one that prints what is agreed or accepts it; nullptr where there is none.
const Stance* last_stance(const std::vector<Proposal>& rounds, const Subject& subject, bool agreed);

/// The operation of that stance.
const Operation* last_word(const std::vector<Proposal>& rounds, const Subject& subject, bool agreed);

/// One row a subject, open ones first, then those agreed by date.
Sheet ledger_sheet(const std::vector<Proposal>& rounds, const Ledger& ledger);

/// "union, 2026-02-20": a round as people name it.
std::string round_words(const Proposal& proposal, std::size_t round);

/// "union, 2026-02-20, item 3": where a stance is taken, and where the words are that it accepts.
std::string stance_words(const std::vector<Proposal>& rounds, const Subject& subject, const Stance& stance);

}  // namespace stet
