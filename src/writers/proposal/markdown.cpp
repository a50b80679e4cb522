// A proposal as Markdown: cover, what to look at first, one entry an item with its redline in `~~struck~~` and
// `**new**`, the ledger, findings, wage tables and what was not understood. `*[notes]*` are stet's.
#include <string>
#include <string_view>

#include "proposal/wage_tables.hpp"
#include "report/proposal_facts.hpp"
#include "report/proposal_redline.hpp"
#include "report/proposal_words.hpp"
#include "text/version.hpp"
#include "writers/change_words.hpp"
#include "writers/markdown_line.hpp"
#include "writers/proposal/proposal_writer.hpp"

namespace stet {

namespace {

constexpr std::size_t words_shown = 240;
constexpr std::size_t remarks_shown = 20;

/// Text of stet's or of the file's in a cell of a table.
std::string cell(std::string_view text) {
    MarkdownLine line(MarkdownSigns::emphasis, MarkdownPlace::cell);
    line.add_text(text);
    return line.finish();
}

class ProposalMarkdown {
public:
    ProposalMarkdown(const Proposal& proposal, const WriteOptions& options)
        : proposal_(proposal),
          options_(options),
          currency_(currency_of(proposal)),
          unclaimed_(unclaimed_of_operations(proposal)),
          wage_tables_(wage_tables_of_operations(proposal)) {}

    std::string run() {
        put_cover();
        put_exceptions();
        heading("## What is asked");
        if (proposal_.operations.empty()) paragraph("No request was found.");
        for (const ItemRange range : items_of(proposal_)) put_item(range);
        put_ledger();
        put_findings();
        put_wage_tables();
        put_not_understood();
        put_remarks();
        return std::move(out_);
    }

private:
    void heading(std::string_view text) { out_.append(text).append("\n\n"); }
    void paragraph(std::string_view text) { out_ += markdown_text(text) + "\n\n"; }
    void list_line(std::string_view text) { out_.append("- ").append(text).append("\n"); }

    void cover_row(std::string_view term, std::string_view text) {
        if (!text.empty()) out_.append("| ").append(term).append(" | ").append(cell(text)).append(" |\n");
    }

    void put_cover() {
        if (options_.draft) out_ += "**DRAFT**\n\n";
        heading("# " + markdown_text(options_.title.empty() ? proposal_title(proposal_) : options_.title));
        const ProposalCounts counts = count_proposal(proposal_);
        const Source& source = proposal_.document.source;
        out_ += "| | |\n| --- | --- |\n";
        cover_row("Proposal", source.name());
        cover_row("SHA-256", source.sha256());
        cover_row("Dated", proposal_.date);
        cover_row("By", proposal_.party == Side::neither ? "" : "the " + std::string(side_name(proposal_.party)));
        cover_row("Made with", "stet " + std::string(version) + ", grammar " + proposal_.document.grammar);
        cover_row("Date", options_.date);
        out_ += "\n";
        paragraph(changes_words(proposal_, counts));
        if (!proposal_.items_missing.empty()) out_ += "**" + markdown_text(missing_words(proposal_)) + "**\n\n";
        paragraph(left_words(proposal_, counts));
        out_ +=
            "~~Struck~~ words are to go, **strong** words are to come, *[notes]* are not text. Certain: instruction "
            "and marks agree; inferred: the best reading, with its flag; ambiguous: all readings, none chosen.\n\n";
    }

    void put_exceptions() {
        const std::vector<ExceptionRow> rows = exceptions_of(proposal_);
        if (rows.empty()) return;
        heading("## Look at these first");
        for (const ExceptionRow& row : rows)
            list_line("**" + markdown_text(ids_words(proposal_, row.operations)) + "** " +
                      markdown_text(elide_middle(row.words, words_shown)));
        out_ += "\n";
    }

    void put_item(ItemRange range) {
        const auto& operations = proposal_.operations;
        heading("### " + markdown_text(item_title(operations[range.begin])));
        for (std::uint32_t i = range.begin; i < range.end; ++i) put_operation(i);
    }

    void put_operation(std::uint32_t index) {
        const Operation& operation = proposal_.operations[index];
        heading("#### " + markdown_text(operation.id + " – " + asked_words(operation)));
        std::string where = target_words(operation.target);
        if (where.empty()) where = "No place in the agreement is named";
        if (const std::string lines = lines_words(operation.lines); !lines.empty()) where += ", " + lines;
        where += ". " + capitalised_sentence(standing_of(operation));
        if (operation.asked_of != Side::neither)
            where += ", asked of the " + std::string(side_name(operation.asked_of));
        paragraph(where + ".");
        if (!operation.instruction.empty()) paragraph("Instruction: “" + operation.instruction + "”");
        if (options_.explain) put_parse(index);
        if (!operation.condition.empty()) out_ += "**Condition:** " + markdown_text(operation.condition) + "\n\n";
        if (operation.confidence == Confidence::ambiguous)
            put_readings(operation);
        else
            put_blocks(drawn_of(operation));
        if (!wage_tables_[index].empty()) paragraph(wage_tables_words(proposal_, wage_tables_[index]));
        for (const MoneyChange& money : operation.money) list_line(markdown_text(money_words(money, currency_)));
        if (!operation.money.empty()) out_ += "\n";
        put_flags(operation.flags);
    }

    void put_blocks(const std::vector<DrawnBlock>& blocks, std::string_view before = {}) {
        for (const DrawnBlock& block : blocks) {
            MarkdownLine line(MarkdownSigns::emphasis, MarkdownPlace::paragraph);
            line.add(print_runs(block));
            out_.append(before).append(line.finish()).append("\n").append(before.empty() ? "\n" : ">\n");
        }
    }

    void put_readings(const Operation& operation) {
        const bool shared = readings_share_text(operation);
        if (shared) {
            paragraph("In every reading:");
            put_blocks(drawn_of(operation));
        }
        for (std::size_t i = 0; i < operation.readings.size(); ++i) {
            const OperationReading& reading = operation.readings[i];
            out_ += "> " + markdown_text(reading_title(i, reading)) + "\n>\n";
            if (!shared) put_blocks(drawn_of(reading), "> ");
            if (!reading.speaks_for.empty()) out_ += "> For: " + markdown_text(reading.speaks_for) + "\n>\n";
            if (!reading.speaks_against.empty())
                out_ += "> Against: " + markdown_text(reading.speaks_against) + "\n>\n";
            out_ += "\n";
        }
    }

    void put_parse(std::uint32_t index) {
        const Operation& operation = proposal_.operations[index];
        out_ += "| Role | Words |\n| --- | --- |\n";
        const auto row = [&](std::string_view role, std::string_view words) {
            out_ += "| " + cell(role) + " | " + cell(words) + " |\n";
        };
        for (const ParsedStretch& stretch : parsed_stretches(operation))
            row(stretch.role.empty() ? "unclaimed" : stretch.role, stretch.words);
        row("read as", reading_words(operation));
        for (const std::uint32_t unclaimed : unclaimed_[index]) {
            const NotUnderstood& left = proposal_.not_understood[unclaimed];
            row("nothing claimed " + lines_words(left.lines), left.text);
        }
        out_ += "\n";
    }

    void put_flags(const std::vector<Flag>& flags) {
        for (const Flag& flag : flags)
            list_line("*" + std::string(flag_severity_name(flag.severity)) + ":* " +
                      markdown_text(capitalised_sentence(flag.text)) + " `" + flag.code + "`");
        if (!flags.empty()) out_ += "\n";
    }

    void put_ledger() {
        const std::vector<LedgerRow> rows = ledger_rows(proposal_);
        if (rows.empty()) return;
        heading("## Ledger of this proposal");
        out_ +=
            "| Item | Subject | Requests | Status | Depends on | Money | High flags |\n"
            "| --- | --- | --- | --- | --- | --- | ---: |\n";
        for (const LedgerRow& row : rows) {
            const std::uint32_t high = count_high_flags(proposal_, row);
            out_ += "| " + cell(row.item) + " | " + cell(row.subject) + " | " +
                    cell(ledger_requests_words(proposal_, row)) + " | " + cell(ledger_status_words(row)) + " | " +
                    cell(elide_middle(conditions_of(proposal_, row), words_shown)) + " | " +
                    cell(ledger_money_words(proposal_, row, currency_)) + " | " +
                    (high > 0 ? std::to_string(high) : "") + " |\n";
        }
        out_ += "\n";
    }

    void put_findings() {
        if (proposal_.findings.empty()) return;
        heading("## Findings");
        put_flags(finding_flags(proposal_));
    }

    void put_wage_tables() {
        if (proposal_.wage_tables.empty()) return;
        heading("## Wage tables");
        paragraph("Rates as printed; increases are our own arithmetic, each rate against the one before it.");
        for (const WageTable& table : proposal_.wage_tables) put_wage_table(table);
    }

    void put_wage_table(const WageTable& table) {
        heading("### " + markdown_text(wage_table_title(table)));
        out_ += "| Step | Now |";
        for (const std::string& date : table.effective) out_ += " " + cell(date) + " |";
        out_ += " Total | Stated increase |\n| --- | ---: |";
        for (std::size_t i = 0; i < table.effective.size(); ++i) out_ += " ---: |";
        out_ += " ---: | ---: |\n";
        for (const WageRow& row : table.rows) put_wage_row(table, row);
        for (const WageRaise& raise : table.raises) {
            out_ += "| " + cell(raise_name(table, raise)) + " | – |";
            for (const std::string& amount : raise_cells(table, raise, currency_)) out_ += " " + cell(amount) + " |";
            out_ += " – | – |\n";
        }
        out_ += "\n";
        put_flags(flags_of(table));
    }

    void put_wage_row(const WageTable& table, const WageRow& row) {
        out_ += "| " + cell(step_words(row)) + " | " + cell(amount_words(row.current, currency_)) + " |";
        for (std::size_t i = 0; i < table.effective.size(); ++i) {
            std::string words = i < row.proposed.size() ? amount_words(row.proposed[i], currency_) : "–";
            if (i < row.increase.size() && row.increase[i])
                words += " (" +
                         increase_words(row.increase[i], i < row.percent.size() ? row.percent[i] : "", currency_) + ")";
            out_ += " " + cell(words) + " |";
        }
        std::string stated = increase_words(row.stated_increase, {}, currency_);
        if (states_another_increase(row)) stated += " ≠ " + increase_words(row.increase.front(), {}, currency_);
        out_ += " " + cell(increase_words(row.total, row.total_percent, currency_)) + " | " + cell(stated) + " |\n";
    }

    void put_not_understood() {
        if (proposal_.not_understood.empty()) return;
        heading("## Not understood");
        for (const NotUnderstood& left : proposal_.not_understood)
            list_line(lines_words(left.lines) + ": " + markdown_text(left.text));
        out_ += "\n";
    }

    void put_remarks() {
        const std::size_t count = proposal_.diagnostics.size();
        if (count == 0) return;
        heading("## Remarks on the file: " + std::to_string(count));
        for (std::size_t i = 0; i < count && i < remarks_shown; ++i)
            list_line(markdown_text(diagnostic_words(proposal_.diagnostics[i])));
        if (count > remarks_shown) list_line("… and " + std::to_string(count - remarks_shown) + " more (see the JSON)");
    }

    const Proposal& proposal_;
    const WriteOptions& options_;
    std::string currency_;
    OfOperations unclaimed_;
    OfOperations wage_tables_;
    std::string out_;
};

}  // namespace

std::string write_proposal_markdown(const Proposal& proposal, const WriteOptions& options) {
    return ProposalMarkdown(proposal, options).run();
}

}  // namespace stet
