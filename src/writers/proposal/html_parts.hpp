// The parts of a proposal's page that stand on the sheet.
#pragma once

#include <string>

#include "proposal/proposal.hpp"
#include "report/proposal_facts.hpp"

namespace stet::html {

/// Appends the id by which an operation's entry is found, for an attribute: "o-5.1".
void append_entry_id(std::string& out, const Operation& operation);

/// Appends what is to be looked at first: ambiguous operations, high flags, high findings.
void append_exceptions(std::string& out, const Proposal& proposal);

/// Appends one entry an operation; with `explain` how its instruction was parsed.
void append_entries(std::string& out, const Proposal& proposal, bool explain);

/// Appends the ledger as a table.
void append_ledger(std::string& out, const Proposal& proposal);

/// Appends the findings about the document as a whole.
void append_findings(std::string& out, const Proposal& proposal);

/// Appends a table a classification with our arithmetic.
void append_wage_tables(std::string& out, const Proposal& proposal);

/// Appends what was not understood.
void append_not_understood(std::string& out, const Proposal& proposal);

/// Appends a list of flags; nothing where there are none.
void append_flags(std::string& out, const std::vector<Flag>& flags);

}  // namespace stet::html
