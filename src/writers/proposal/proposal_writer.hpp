// The table of formats in which a proposal is shown.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "proposal/apply.hpp"
#include "proposal/proposal.hpp"
#include "redline/redline.hpp"
#include "writers/print_runs.hpp"
#include "writers/write_options.hpp"

namespace stet {

/// A format: its name for --to, the endings it goes by, and how it prints a proposal.
struct ProposalWriter {
    std::string_view name;
    std::vector<std::string_view> endings;  ///< lower case, with the dot
    std::string (*write)(const Proposal&, const WriteOptions&);
};

const std::vector<ProposalWriter>& proposal_writers();

std::string write_proposal_html(const Proposal& proposal, const WriteOptions& options);
std::string write_proposal_markdown(const Proposal& proposal, const WriteOptions& options);
std::string write_proposal_critic_markup(const Proposal& proposal, const WriteOptions& options);
std::string write_proposal_json(const Proposal& proposal, const WriteOptions& options);
std::string write_proposal_text(const Proposal& proposal, const WriteOptions& options);

/// What the flags of a proposal mean, as text: code, meaning, example.
std::string write_flag_meanings(const WriteOptions& options);

/// A proposal carried out on a base, form stet-proposal/1 with `carried_out` and `redline`.
std::string write_carried_out_json(const Proposal& proposal, const std::vector<CarriedOut>& steps,
                                   const Redline& redline, const WriteOptions& options);

/// The runs of a drawn block as runs to print. Views live as long as the block.
std::vector<PrintRun> print_runs(const DrawnBlock& block);

}  // namespace stet
