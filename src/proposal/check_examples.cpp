// Compares what examples say they ask for with what is read in them.
#include "proposal/check_examples.hpp"

#include <array>
#include <utility>

#include "grammar/check.hpp"
#include "grammar/outline.hpp"
#include "proposal/read_proposal.hpp"

namespace stet {

namespace {

std::string difference(const Proposal& read, const ProposalExample& example) {
    for (std::size_t i = 0; i < example.asks.size() || i < read.operations.size(); ++i) {
        const std::string want = i < example.asks.size() ? example.asks[i] : "no more";
        const std::string have = i < read.operations.size() ? asked(read.operations[i]) : "no more";
        if (want != have)
            return "operation " + std::to_string(i + 1) + " is “" + have + "”, and the example says “" + want + "”";
    }
    return {};
}

}  // namespace

std::string asked(const Operation& operation) {
    const Target& target = operation.target;
    const std::array parts = {std::pair{"article ", &target.article}, std::pair{"section ", &target.section},
                              std::pair{"paragraph ", &target.paragraph}, std::pair{"sentence ", &target.sentence},
                              std::pair{"", &target.letter}};
    std::string out = std::string(op_name(operation.op)) + " " + std::string(unit_name(operation.unit));
    for (const auto& [name, value] : parts)
        if (!value->empty()) out += std::string("; ") + name + *value;
    return out + "; " + std::string(confidence_name(operation.confidence));
}

Diagnostics check_proposal_examples(const Grammar& grammar) {
    Diagnostics out;
    for (const ProposalExample& example : grammar.proposal.examples) {
        Diagnostics reading;
        Source source("example", example.text, reading);
        std::vector<Block> blocks = example_blocks(source);
        Document document = outline(std::move(source), std::move(blocks), grammar, Face::after, {});
        const std::string differs = difference(read_proposal(std::move(document), grammar, {}), example);
        if (!differs.empty())
            out.push_back({Severity::warning, "example-differs", differs, grammar.name, example.line, 0});
    }
    return out;
}

}  // namespace stet
