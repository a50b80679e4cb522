// A proposal for a terminal: what it comes to, what to look at first, what is asked item by item, the ledger, findings,
// wage tables and what was not understood.
#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "report/proposal_facts.hpp"
#include "report/proposal_flags.hpp"
#include "report/proposal_redline.hpp"
#include "report/proposal_words.hpp"
#include "text/characters.hpp"
#include "text/utf8.hpp"
#include "writers/change_words.hpp"
#include "writers/proposal/proposal_writer.hpp"
#include "writers/text_lines.hpp"
#include "writers/text_runs.hpp"

namespace stet {

namespace {

constexpr std::size_t most_lines = 24;  ///< lines shown of one operation's text
constexpr std::size_t context = 1;      ///< unchanged lines shown on each side of a changed one
constexpr unsigned entry_indent = 4;
constexpr unsigned text_indent = 6;
constexpr std::size_t left_bytes = 200;  ///< shown of a stretch that was not understood

unsigned columns_of(std::string_view text) {
    unsigned columns = 0;
    for (std::size_t at = 0; at < text.size();) {
        const utf8::Decoded next = utf8::decode(text, at);
        at += next.size;
        columns += utf8::columns_of(next.code);
    }
    return columns;
}

class ProposalText {
public:
    ProposalText(const Proposal& proposal, const WriteOptions& options)
        : proposal_(proposal),
          options_(options),
          currency_(currency_of(proposal)),
          unclaimed_(unclaimed_of_operations(proposal)),
          wage_tables_(wage_tables_of_operations(proposal)) {}

    std::string run() {
        put_head();
        put_exceptions();
        put_operations();
        put_ledger();
        put_findings();
        put_wage_tables();
        put_not_understood();
        return std::move(out_);
    }

private:
    void wrap(std::string_view text, TextStyle style, unsigned indent = 0, unsigned hang = 0) {
        TextLines lines(options_.width, options_.colour, indent, hang);
        lines.add(text, style);
        append(lines.finish());
    }

    void append(const std::vector<TextLine>& lines) {
        for (const TextLine& line : lines) out_ += line.bytes + "\n";
    }

    void heading(std::string_view text) {
        out_ += "\n";
        wrap(text, TextStyle::bold);
    }

    static TextStyle style_of(FlagSeverity severity) {
        if (severity == FlagSeverity::high) return TextStyle::alarm;
        return severity == FlagSeverity::medium ? TextStyle::plain : TextStyle::faint;
    }

    void put_flag(const Flag& flag, unsigned indent) {
        wrap(std::string(flag_severity_name(flag.severity)) + ": " + flag.text + " [" + flag.code + "]",
             style_of(flag.severity), indent, 2);
    }

    void put_head() {
        if (options_.draft) wrap("DRAFT", TextStyle::alarm);
        wrap(options_.title.empty() ? proposal_title(proposal_) : options_.title, TextStyle::bold);
        const Source& source = proposal_.document.source;
        std::string file = source.name() + ", sha256 " + source.sha256().substr(0, 12);
        if (!proposal_.date.empty()) file += ", dated " + proposal_.date;
        if (proposal_.party != Side::neither) file += ", by the " + std::string(side_name(proposal_.party));
        wrap(file, TextStyle::plain);
        if (!options_.date.empty()) wrap(options_.date, TextStyle::plain);
        const ProposalCounts counts = count_proposal(proposal_);
        wrap(changes_words(proposal_, counts), TextStyle::plain);
        if (!proposal_.items_missing.empty()) wrap(missing_words(proposal_), TextStyle::alarm);
        wrap(left_words(proposal_, counts), proposal_.not_understood.empty() ? TextStyle::faint : TextStyle::plain);
    }

    void put_exceptions() {
        const std::vector<ExceptionRow> rows = exceptions_of(proposal_);
        if (rows.empty()) return;
        heading("Look at these first");
        for (const ExceptionRow& row : rows) {
            TextLines lines(options_.width, options_.colour, 2, 4);
            lines.add(ids_words(proposal_, row.operations) + " – ", TextStyle::bold);
            lines.add(row.words, TextStyle::alarm);
            append(lines.finish());
        }
    }

    void put_operations() {
        heading("What is asked");
        if (proposal_.operations.empty()) wrap("No request was found.", TextStyle::plain, 2);
        for (std::size_t i = 0; i < proposal_.operations.size(); ++i) put_operation(i);
    }

    void put_operation(std::size_t index) {
        const Operation& operation = proposal_.operations[index];
        out_ += "\n";
        TextLines title(options_.width, options_.colour, 2, 2);
        title.add(operation.id + " – " + operation_title(operation), TextStyle::bold);
        title.add(" (" + standing_of(operation) + ")",
                  operation.confidence == Confidence::ambiguous ? TextStyle::alarm : TextStyle::plain);
        if (const std::string lines = lines_words(operation.lines); !lines.empty())
            title.add(", " + lines, TextStyle::faint);
        append(title.finish());
        if (const std::string place = target_words(operation.target); !place.empty() && place != operation.heading)
            wrap(place, TextStyle::plain, entry_indent, 2);
        wrap(asked_words(operation), TextStyle::bold, entry_indent, 2);
        if (!operation.instruction.empty()) wrap("“" + operation.instruction + "”", TextStyle::plain, entry_indent, 2);
        if (options_.explain) put_parse(index);
        if (!operation.condition.empty()) wrap("condition: " + operation.condition, TextStyle::bold, entry_indent, 2);
        if (operation.confidence == Confidence::ambiguous)
            put_readings(operation);
        else
            put_blocks(drawn_of(operation));
        for (const MoneyChange& money : operation.money)
            wrap(money_words(money, currency_), TextStyle::bold, entry_indent, 2);
        for (const Flag& flag : operation.flags) put_flag(flag, entry_indent);
    }

    void put_readings(const Operation& operation) {
        const bool shared = readings_share_text(operation);
        if (shared) {
            wrap("In every reading:", TextStyle::faint, entry_indent, 2);
            put_blocks(drawn_of(operation));
        }
        for (std::size_t i = 0; i < operation.readings.size(); ++i) {
            const OperationReading& reading = operation.readings[i];
            wrap(reading_title(i, reading), TextStyle::bold, entry_indent, 2);
            if (!shared) put_blocks(drawn_of(reading));
            if (!reading.speaks_for.empty()) wrap("for: " + reading.speaks_for, TextStyle::plain, text_indent, 2);
            if (!reading.speaks_against.empty())
                wrap("against: " + reading.speaks_against, TextStyle::plain, text_indent, 2);
        }
    }

    void put_blocks(const std::vector<DrawnBlock>& blocks) {
        std::vector<TextLine> lines;
        for (const DrawnBlock& block : blocks) {
            TextLines set(options_.width, options_.colour, text_indent, 0);
            RunSetter(set, options_.colour, false).add(print_runs(block));
            for (TextLine& line : set.finish()) lines.push_back(std::move(line));
        }
        const bool all = !shows_change(blocks);
        std::vector<bool> keep(lines.size(), all);
        for (std::size_t i = 0; i < lines.size(); ++i) {
            if (!lines[i].changed) continue;
            for (std::size_t k = i < context ? 0 : i - context; k < std::min(lines.size(), i + context + 1); ++k)
                keep[k] = true;
        }
        put_kept(lines, keep);
    }

    void put_kept(const std::vector<TextLine>& lines, const std::vector<bool>& keep) {
        std::size_t shown = 0;
        std::size_t left = 0;
        bool gap = false;
        for (std::size_t i = 0; i < lines.size(); ++i) {
            if (!keep[i]) {
                gap = true;
                continue;
            }
            if (shown == most_lines) {
                ++left;
                continue;
            }
            if (gap) out_ += std::string(text_indent, ' ') + "…\n";
            gap = false;
            out_ += lines[i].bytes + "\n";
            ++shown;
        }
        if (left > 0) wrap("… and " + std::to_string(left) + " more lines", TextStyle::faint, text_indent);
    }

    /// The instruction's stretches, each over its role, set in as many rows as the width asks for.
    void put_parse(std::size_t index) {
        const Operation& operation = proposal_.operations[index];
        const std::vector<ParsedStretch> stretches = parsed_stretches(operation);
        std::string words;
        std::string roles;
        unsigned used = 0;
        const auto end_row = [&] {
            if (used == 0) return;
            for (std::string* row : {&words, &roles}) {
                while (row->ends_with(" ")) row->pop_back();
                out_ += std::string(text_indent, ' ') + *row + "\n";
                row->clear();
            }
            used = 0;
        };
        for (const ParsedStretch& stretch : stretches) {
            const std::string shown = styled(elide_middle(stretch.words, options_.width / 2), TextStyle::plain, false);
            const std::string role = stretch.role.empty() ? "unclaimed" : stretch.role;
            const unsigned width = std::max(columns_of(shown), columns_of(role)) + 2;
            if (used > 0 && text_indent + used + width > options_.width) end_row();
            words += shown + std::string(width - columns_of(shown), ' ');
            roles += styled(role, stretch.role.empty() ? TextStyle::alarm : TextStyle::faint, options_.colour) +
                     std::string(width - columns_of(role), ' ');
            used += width;
        }
        end_row();
        wrap("read as: " + reading_words(operation), TextStyle::plain, text_indent, 2);
        for (const std::uint32_t unclaimed : unclaimed_[index]) {
            const NotUnderstood& left = proposal_.not_understood[unclaimed];
            wrap("nothing claimed " + lines_words(left.lines) + ": " + elide_middle(left.text, left_bytes),
                 TextStyle::alarm, text_indent, 2);
        }
    }

    void put_ledger() {
        const std::vector<LedgerRow> rows = ledger_rows(proposal_);
        if (rows.empty()) return;
        heading("Ledger");
        for (const LedgerRow& row : rows) {
            TextLines lines(options_.width, options_.colour, 2, 4);
            lines.add(row.item + " – ", TextStyle::bold);
            lines.add(ledger_status_words(row),
                      row.status == Status::tentatively_agreed ? TextStyle::bold : TextStyle::plain);
            lines.add(": " + row.subject, TextStyle::plain);
            lines.add(" (" + ledger_requests_words(proposal_, row) + ")", TextStyle::faint);
            if (const std::string conditions = conditions_of(proposal_, row); !conditions.empty())
                lines.add("; depends on: " + conditions, TextStyle::plain);
            append(lines.finish());
        }
    }

    void put_findings() {
        if (proposal_.findings.empty()) return;
        heading("Findings");
        for (const Flag& flag : finding_flags(proposal_)) put_flag(flag, 2);
    }

    void put_wage_tables() {
        if (proposal_.wage_tables.empty()) return;
        heading("Wage tables, with our own arithmetic");
        for (const WageTable& table : proposal_.wage_tables) {
            out_ += "\n";
            TextLines title(options_.width, options_.colour, 2, 2);
            title.add(wage_table_title(table), TextStyle::bold);
            if (const std::string lines = lines_words(table.lines); !lines.empty())
                title.add(", " + lines, TextStyle::faint);
            append(title.finish());
            for (const WageRow& row : table.rows) {
                wrap(wage_row_words(table, row, currency_), TextStyle::plain, entry_indent, 4);
                for (const Flag& flag : row.flags) put_flag(flag, text_indent);
            }
            for (const WageRaise& raise : table.raises)
                wrap(raise_words(table, raise, currency_), TextStyle::plain, entry_indent, 4);
            for (const Flag& flag : table.flags) put_flag(flag, entry_indent);
        }
    }

    void put_not_understood() {
        if (proposal_.not_understood.empty()) return;
        heading("Not understood");
        for (const NotUnderstood& left : proposal_.not_understood)
            wrap(lines_words(left.lines) + ": " + left.text, TextStyle::plain, 2, 2);
    }

    const Proposal& proposal_;
    const WriteOptions& options_;
    std::string currency_;
    OfOperations unclaimed_;
    OfOperations wage_tables_;
    std::string out_;
};

}  // namespace

std::string write_flag_meanings(const WriteOptions& options) {
    std::string out;
    for (const FlagMeaning& flag : flag_meanings()) {
        TextLines lines(options.width, options.colour, 0, entry_indent);
        lines.add(std::string(flag.code) + ": ", TextStyle::bold);
        lines.add(flag.meaning, TextStyle::plain);
        lines.add("; ", TextStyle::plain);
        lines.add(flag.example, TextStyle::faint);
        for (const TextLine& line : lines.finish()) out += line.bytes + "\n";
    }
    return out;
}

std::string write_proposal_text(const Proposal& proposal, const WriteOptions& options) {
    return ProposalText(proposal, options).run();
}

}  // namespace stet
