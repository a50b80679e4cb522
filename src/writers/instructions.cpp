// The redline as instructions to amend the before-document, in Markdown: numbered sentences, each followed by the
// blocks that it brings in.
//
// A block brought in is one line in quotes: a paragraph; a heading with its signs before the quotes; a row as "Row:"
// and its cells; an item of a list as "Item:", with its number before it where that is no part of its text. `stet
// proposal` reads all of it back.
#include "report/instructions.hpp"

#include "proposal/instruction_form.hpp"
#include "text/error.hpp"
#include "text/version.hpp"
#include "writers/change_words.hpp"
#include "writers/markdown_line.hpp"
#include "writers/writer.hpp"

namespace stet {

namespace {

std::string row_words(std::string_view row) {
    std::string out = "Row:";
    for (std::size_t at = 0; at <= row.size();) {
        const std::size_t end = std::min(row.find('\t', at), row.size());
        out += " " + quoted(row.substr(at, end - at));
        at = end + 1;
    }
    return out;
}

std::string block_line(const DrawnBlock& block) {
    const std::string text = new_text(block);
    if (block.kind == BlockKind::table_row) return markdown_text(row_words(text));
    const std::string words = markdown_text("“" + text + "”");
    if (block.kind == BlockKind::heading) return std::string(block.depth == 0 ? 1 : block.depth, '#') + " " + words;
    if (block.kind == BlockKind::list_item && !block.number.empty()) return markdown_text(item_words(block));
    return words;
}

}  // namespace

std::string write_instructions(const Redline& redline, const WriteOptions& options) {
    if (redline.three_way()) throw Error("error: instructions are written of two documents, not of three");
    std::string out = "# " + markdown_text(options.title.empty() ? "Instructions" : options.title) + "\n\n";
    if (!options.date.empty()) out += markdown_text(options.date) + "\n\n";
    out += markdown_text(std::string(instructions_open) + redline.before.source.name() + " (sha256 " +
                         redline.before.source.sha256() + ") so that it says what " + redline.after.source.name() +
                         " says. Units go by their numbers there, " + std::string(instructions_grammar) +
                         redline.before.grammar +
                         "; paragraphs, rows and lines of headings are counted "
                         "within their unit. Made with stet " +
                         std::string(version) + ".") +
           "\n";
    for (const Operation& operation : build_instructions(redline)) {
        out += "\n" + operation.id + ". " + markdown_text(instruction_words(operation)) + "\n";
        for (const DrawnBlock& block : operation.drawn) out += "\n" + block_line(block) + "\n";
    }
    return out;
}

}  // namespace stet
