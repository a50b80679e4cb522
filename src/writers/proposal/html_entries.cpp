// Entries: what an item asks, its instruction, its redline, or its readings where it is not clear.
#include <algorithm>

#include "report/proposal_flags.hpp"
#include "report/proposal_redline.hpp"
#include "report/proposal_words.hpp"
#include "text/letters.hpp"
#include "text/words.hpp"
#include "writers/html/escape.hpp"
#include "writers/html/shell.hpp"
#include "writers/proposal/html_parts.hpp"

namespace stet::html {
namespace {

constexpr std::size_t context = 1;       ///< unchanged blocks shown on each side of a changed one
constexpr std::size_t least_folded = 3;  ///< fewer unchanged blocks are shown
constexpr std::size_t values_shown = 12;
constexpr std::size_t margin_bytes = 6;  ///< longer ids stand before the words and not in the margin

/// What the entries of a page have in common.
struct EntryContext {
    const Proposal& proposal;
    std::string currency;
    OfOperations unclaimed;
    OfOperations wage_tables;
    bool explain;
};

bool is_changed(const DrawnBlock& block) {
    return std::any_of(block.runs.begin(), block.runs.end(),
                       [](const DrawnRun& run) { return run.kind != DrawnRun::kept; });
}

/// Insertions follow strikes; where no blank parts the two, a gap does.
void append_runs(std::string& out, const DrawnBlock& block) {
    bool struck_before = false;
    for (const DrawnRun& run : block.runs) {
        if (run.text.empty()) continue;
        if (run.kind == DrawnRun::kept) {
            append_text(out, run.text);
        } else if (run.kind == DrawnRun::struck) {
            append_element(out, "del", {}, run.text);
        } else {
            const bool touches = struck_before && !is_space(run.text.front());
            append_element(out, "ins", touches ? "class=g" : "", run.text);
        }
        struck_before = run.kind == DrawnRun::struck && !is_space(run.text.back());
    }
}

void append_block(std::string& out, const DrawnBlock& block) {
    out += is_changed(block) ? "<p class=c>" : "<p>";
    append_runs(out, block);
    out += "</p>\n";
}

/// Unchanged blocks behind a line that says how much they are.
void append_folded(std::string& out, const std::vector<DrawnBlock>& blocks, std::size_t begin, std::size_t end) {
    std::size_t words = 0;
    for (std::size_t i = begin; i < end; ++i) words += count_words(old_text(blocks[i]));
    out += "<details class=fold><summary>";
    append_count(out, end - begin);
    out += " paragraphs unmarked (";
    append_count(out, words);
    out += " words)</summary>\n";
    for (std::size_t i = begin; i < end; ++i) append_block(out, blocks[i]);
    out += "</details>\n";
}

/// The blocks; where something in them is marked, long stretches of others are folded away.
void append_blocks(std::string& out, const std::vector<DrawnBlock>& blocks) {
    std::vector<bool> shown(blocks.size(), !shows_change(blocks));
    for (std::size_t i = 0; i < blocks.size(); ++i) {
        if (!is_changed(blocks[i])) continue;
        for (std::size_t k = i < context ? 0 : i - context; k < std::min(blocks.size(), i + context + 1); ++k)
            shown[k] = true;
    }
    for (std::size_t i = 0; i < blocks.size();) {
        std::size_t end = i;
        while (end < blocks.size() && !shown[end]) ++end;
        if (end - i >= least_folded) {
            append_folded(out, blocks, i, end);
            i = end;
            continue;
        }
        append_block(out, blocks[i++]);
    }
}

void append_labelled(std::string& out, std::string_view type, std::string_view label, std::string_view text) {
    if (text.empty()) return;
    out.append("<p class=").append(type).append("><b>").append(label).append("</b> ");
    append_text(out, text);
    out += "</p>\n";
}

void append_pills(std::string& out, const Operation& operation) {
    const bool gone = operation.status == Status::withdrawn || operation.status == Status::rejected;
    out += " ";
    append_element(out, "span",
                   is_agreed(operation) ? "class=\"pill ta\""
                   : gone               ? "class=\"pill no\""
                                        : "class=pill",
                   status_words(operation.status, operation.status_date));
    out += " ";
    append_element(out, "span", operation.confidence == Confidence::ambiguous ? "class=\"pill am\"" : "class=pill",
                   confidence_name(operation.confidence));
}

void append_parse(std::string& out, const EntryContext& page, std::size_t index) {
    const Operation& operation = page.proposal.operations[index];
    out += "<table class=parse><caption class=where>How the instruction was read</caption><tbody>\n";
    const auto row = [&](std::string_view role, std::string_view words) {
        out += "<tr>";
        append_element(out, "th", "scope=row", role);
        append_element(out, "td", {}, words);
        out += "</tr>\n";
    };
    for (const ParsedStretch& stretch : parsed_stretches(operation))
        row(stretch.role.empty() ? "unclaimed" : stretch.role, stretch.words);
    row("read as", reading_words(operation));
    for (const std::uint32_t unclaimed : page.unclaimed[index]) {
        const NotUnderstood& left = page.proposal.not_understood[unclaimed];
        row("nothing claimed " + lines_words(left.lines), left.text);
    }
    out += "</tbody></table>\n";
}

/// Links to the wage tables that an operation sets.
void append_wage_links(std::string& out, const EntryContext& page, std::size_t index) {
    const std::vector<std::uint32_t>& tables = page.wage_tables[index];
    if (tables.empty()) return;
    const char* between = "<p class=where>Wage tables: ";
    for (const std::uint32_t table : tables) {
        out.append(between).append("<a href=\"#w");
        append_number(out, table + 1);
        out += "\">";
        append_text(out, wage_table_title(page.proposal.wage_tables[table]));
        out += "</a>";
        between = ", ";
    }
    out += "</p>\n";
}

void append_readings(std::string& out, const Operation& operation) {
    const bool shared = readings_share_text(operation);
    if (shared) {
        append_element(out, "p", "class=where", "In every reading:");
        append_blocks(out, drawn_of(operation));
    }
    for (std::size_t i = 0; i < operation.readings.size(); ++i) {
        const OperationReading& reading = operation.readings[i];
        out += "<div class=reading>";
        append_element(out, "h5", {}, reading_title(i, reading));
        out += "\n";
        if (!shared) append_blocks(out, drawn_of(reading));
        append_labelled(out, "pro", "For:", reading.speaks_for);
        append_labelled(out, "con", "Against:", reading.speaks_against);
        out += "</div>\n";
    }
}

void append_money(std::string& out, const Operation& operation, std::string_view currency) {
    const std::size_t shown = std::min(operation.money.size(), values_shown);
    const auto line = [&](const MoneyChange& money) {
        append_element(out, "p", "class=val", money_words(money, currency));
        out += "\n";
    };
    for (std::size_t i = 0; i < shown; ++i) line(operation.money[i]);
    if (shown == operation.money.size()) return;
    out += "<details class=more-text><summary>";
    append_count(out, operation.money.size() - shown);
    out += " more sums</summary>\n";
    for (std::size_t i = shown; i < operation.money.size(); ++i) line(operation.money[i]);
    out += "</details>\n";
}

/// The place, and the operation's own heading where it is not that of its item.
void append_where(std::string& out, const Operation& operation, std::string_view heading) {
    std::string where = operation.heading == heading || operation.heading.empty() ? "" : operation.heading + " · ";
    const std::string place = target_words(operation.target);
    where += place.empty() ? "No place in the agreement is named" : place;
    if (const std::string lines = lines_words(operation.lines); !lines.empty()) where += " · " + lines;
    if (operation.asked_of != Side::neither) where += " · asked of the " + std::string(side_name(operation.asked_of));
    append_element(out, "p", "class=where", where);
    out += "\n";
}

void append_entry(std::string& out, const EntryContext& page, std::size_t index, std::string_view heading) {
    const Operation& operation = page.proposal.operations[index];
    out += "<article class=entry id=\"";
    append_entry_id(out, operation);
    const bool fits_margin = operation.id.size() <= margin_bytes;
    out += fits_margin ? "\">\n<h4><span class=ids><a class=k href=\"#"
                       : "\">\n<h4><span class=\"ids in\"><a class=k href=\"#";
    append_entry_id(out, operation);
    out += "\">";
    append_text(out, operation.id);
    out += "</a></span> ";
    append_text(out, asked_words(operation));
    append_pills(out, operation);
    out += "</h4>\n";
    append_where(out, operation, heading);
    if (!operation.instruction.empty()) {
        out += "<p class=instr><span>Instruction</span> “";
        append_text(out, operation.instruction);
        out += "”</p>\n";
    }
    if (page.explain && !operation.instruction.empty()) append_parse(out, page, index);
    append_labelled(out, "cond", "Condition:", operation.condition);
    if (operation.confidence == Confidence::ambiguous)
        append_readings(out, operation);
    else
        append_blocks(out, drawn_of(operation));
    append_wage_links(out, page, index);
    append_money(out, operation, page.currency);
    append_flags(out, operation.flags);
    out += "</article>\n";
}

void append_item(std::string& out, const EntryContext& page, ItemRange range) {
    const auto& operations = page.proposal.operations;
    append_element(out, "h3", {}, elide(item_title(operations[range.begin]), 160));
    out += "\n";
    for (std::uint32_t i = range.begin; i < range.end; ++i) append_entry(out, page, i, operations[range.begin].heading);
}

}  // namespace

void append_entry_id(std::string& out, const Operation& operation) {
    out += "o-";
    for (const char c : operation.id) {
        const bool plain = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '.';
        out += plain ? c : '-';
    }
}

void append_flags(std::string& out, const std::vector<Flag>& flags) {
    if (flags.empty()) return;
    out += "<ul class=flags>\n";
    for (const Flag& flag : flags) {
        out.append("<li class=f-").append(flag_severity_name(flag.severity)).append("><b>");
        out += capitalised_sentence(std::string(flag_severity_name(flag.severity)));
        out += ":</b> ";
        append_text(out, capitalised_sentence(flag.text));
        out += " ";
        std::string title = "title=\"";
        append_attribute(title, meaning_of_flag(flag.code));
        append_element(out, "code", title + "\"", flag.code);
        out += "</li>\n";
    }
    out += "</ul>\n";
}

void append_exceptions(std::string& out, const Proposal& proposal) {
    const std::vector<ExceptionRow> rows = exceptions_of(proposal);
    const bool findings = std::any_of(proposal.findings.begin(), proposal.findings.end(), [](const Finding& finding) {
        return finding.flag.severity == FlagSeverity::high;
    });
    if (rows.empty() && !findings) return;
    out += "<h2 id=first>Look at these first</h2>\n<ul class=first>\n";
    for (const Finding& finding : proposal.findings)
        if (finding.flag.severity == FlagSeverity::high)
            append_element(out, "li", {}, capitalised_sentence(finding.flag.text));
    for (const ExceptionRow& row : rows) {
        out += "<li>";
        for (const std::uint32_t index : row.operations) {
            out += "<a href=\"#";
            append_entry_id(out, proposal.operations[index]);
            out += "\">";
            append_text(out, proposal.operations[index].id);
            out += "</a> ";
        }
        append_text(out, elide(row.words, 400));
        out += "</li>\n";
    }
    out += "</ul>\n";
}

void append_entries(std::string& out, const Proposal& proposal, bool explain) {
    out += "<h2 id=asked>What is asked</h2>\n";
    if (proposal.operations.empty()) out += "<p>No request was found.</p>\n";
    const EntryContext page{proposal, currency_of(proposal), unclaimed_of_operations(proposal),
                            wage_tables_of_operations(proposal), explain};
    for (const ItemRange range : items_of(proposal)) append_item(out, page, range);
}

}  // namespace stet::html
