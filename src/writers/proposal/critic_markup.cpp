// What a proposal asks as Markdown with CriticMarkup: each request under a remark that says what it is, its words with
// `{--struck--}` and `{++new++}`. Of an ambiguous one each reading stands under a remark of its own.
#include "report/proposal_facts.hpp"
#include "report/proposal_redline.hpp"
#include "report/proposal_words.hpp"
#include "text/version.hpp"
#include "writers/markdown_line.hpp"
#include "writers/proposal/proposal_writer.hpp"

namespace stet {

namespace {

void append_remark(std::string& out, const std::string& words) {
    MarkdownLine line(MarkdownSigns::critic, MarkdownPlace::paragraph);
    line.add_note(words);
    out += line.finish() + "\n\n";
}

void append_blocks(std::string& out, const std::vector<DrawnBlock>& blocks) {
    for (const DrawnBlock& block : blocks) {
        MarkdownLine line(MarkdownSigns::critic, MarkdownPlace::paragraph);
        line.add(print_runs(block));
        out += line.finish() + "\n\n";
    }
}

std::string operation_remark(const Operation& operation) {
    std::string words = operation.id + " – " + operation_title(operation) + ". ";
    if (const std::string place = target_words(operation.target); !place.empty()) words += place + ". ";
    words += asked_words(operation) + " " + capitalised_sentence(standing_of(operation)) + ".";
    if (!operation.condition.empty()) words += " Condition: " + operation.condition + ".";
    for (const Flag& flag : operation.flags)
        words += " " + capitalised_sentence(std::string(flag_severity_name(flag.severity))) + ": " + flag.text + ".";
    return words;
}

void append_operation(std::string& out, const Operation& operation) {
    append_remark(out, operation_remark(operation));
    if (operation.confidence != Confidence::ambiguous) return append_blocks(out, drawn_of(operation));
    const bool shared = readings_share_text(operation);
    if (shared) append_blocks(out, drawn_of(operation));
    for (std::size_t i = 0; i < operation.readings.size(); ++i) {
        append_remark(out, reading_title(i, operation.readings[i]));
        if (!shared) append_blocks(out, drawn_of(operation.readings[i]));
    }
}

}  // namespace

std::string write_proposal_critic_markup(const Proposal& proposal, const WriteOptions& options) {
    std::string out;
    std::string head = options.draft ? "DRAFT. " : "";
    head += (options.title.empty() ? proposal_title(proposal) : options.title) + ". ";
    if (!options.date.empty()) head += options.date + ". ";
    head += changes_words(proposal, count_proposal(proposal)) + " " + missing_words(proposal) + " " +
            left_words(proposal, count_proposal(proposal)) + " Proposal: sha256 " + proposal.document.source.sha256() +
            ". Made with stet " + std::string(version) + ".";
    append_remark(out, head);
    for (const Operation& operation : proposal.operations) append_operation(out, operation);
    return out;
}

}  // namespace stet
