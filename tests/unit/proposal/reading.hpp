// Small proposals read with the grammar of labor agreements, and what was read in one line each.
#pragma once

#include <string>

#include "proposal/phrases.hpp"
#include "stet.hpp"

namespace stet::proposal_test {

inline const Grammar& labor() {
    static const Grammar grammar = load_grammar("labor-agreement");
    return grammar;
}

inline const PhraseBook& book() {
    static const PhraseBook phrases(labor().proposal);
    return phrases;
}

inline Document document(std::string text, std::string name = "proposal.md") {
    return read({std::move(name), std::move(text), ""}, {.grammar = "labor-agreement"});
}

inline Proposal proposal(std::string text, std::string name = "proposal.md") {
    return read_proposal(Input{std::move(name), std::move(text), {}});
}

/// The marks and other flags of an operation, by code.
inline bool flagged(const Operation& operation, std::string_view code) {
    for (const Flag& flag : operation.flags)
        if (flag.code == code) return true;
    return false;
}

/// "5, 12, 2, last" article, section, paragraph and sentence as far as given; the letter alone.
inline std::string place(const Target& target) {
    if (!target.letter.empty()) return target.letter;
    std::string out;
    for (const std::string* part : {&target.article, &target.section, &target.paragraph, &target.sentence})
        if (!part->empty()) out += (out.empty() ? "" : ", ") + *part;
    return out;
}

/// "delete words 5, 12 certain -of age +": operation, unit, place, confidence, what goes and what comes.
inline std::string told(const Operation& operation) {
    std::string out(op_name(operation.op));
    out += " " + std::string(unit_name(operation.unit)) + " " + place(operation.target) + " " +
           std::string(confidence_name(operation.confidence));
    if (!operation.struck_text.empty()) out += " -" + operation.struck_text;
    if (!operation.inserted_text.empty()) out += " +" + operation.inserted_text;
    return out;
}

/// All of a proposal, an operation a line.
inline std::string told(const Proposal& proposal) {
    std::string out;
    for (const Operation& operation : proposal.operations) out += told(operation) + "\n";
    return out;
}

/// The operations of one item that is headed "Article 5, Section 12".
inline std::string told_of_item(const std::string& body) {
    return told(proposal("Harbor Proposal\n\n1. Article 5, Section 12\n\n" + body +
                         "\n\n2. Article 6, Section 13\n\nDelete the last sentence.\n"));
}

}  // namespace stet::proposal_test
