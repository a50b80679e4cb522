// Counting and sorting the operations of a proposal.
#include "report/proposal_facts.hpp"

#include <algorithm>
#include <map>
#include <tuple>

#include "report/proposal_words.hpp"
#include "text/words.hpp"

namespace stet {

namespace {

std::uint32_t count_high(const std::vector<Flag>& flags) {
    return static_cast<std::uint32_t>(std::count_if(
        flags.begin(), flags.end(), [](const Flag& flag) { return flag.severity == FlagSeverity::high; }));
}

/// Keeps of a target what another has too, from the outermost in.
void keep_common(Target& target, const Target& other) {
    bool alike = true;
    const auto keep = [&](std::string& own, const std::string& others) {
        alike = alike && own == others;
        if (!alike) own.clear();
    };
    keep(target.agreement, other.agreement);
    keep(target.article, other.article);
    if (target.article_title != other.article_title) target.article_title.clear();
    keep(target.section, other.section);
    keep(target.letter, other.letter);
    keep(target.paragraph, other.paragraph);
    keep(target.sentence, other.sentence);
}

/// Open, then what has another status, then what is agreed.
int rank_of(Status status) {
    if (status == Status::open) return 0;
    return standing_of(status) == Standing::agreed ? 2 : 1;
}

std::string counted(std::uint32_t count, std::string_view words) {
    return std::to_string(count) + " " + std::string(words);
}

void add_part(std::string& out, const std::string& part) {
    out += (out.empty() ? "" : ", ") + part;
}

}  // namespace

bool is_remark(const Operation& operation) {
    return operation.op == Op::note && operation.status == Status::open;
}

ProposalCounts count_proposal(const Proposal& proposal) {
    ProposalCounts counts;
    for (const Operation& operation : proposal.operations) {
        counts.high_flags += count_high(operation.flags);
        if (is_remark(operation)) {
            ++counts.remarks;
            continue;
        }
        ++counts.by_status[static_cast<std::size_t>(operation.status)];
        ++counts.by_confidence[static_cast<std::size_t>(operation.confidence)];
    }
    for (const WageTable& table : proposal.wage_tables) {
        counts.wage_rows += static_cast<std::uint32_t>(table.rows.size());
        counts.stated_wrong +=
            static_cast<std::uint32_t>(std::count_if(table.rows.begin(), table.rows.end(), states_another_increase));
    }
    for (const NotUnderstood& left : proposal.not_understood) counts.words_not_understood += count_words(left.text);
    return counts;
}

std::string status_counts_words(const ProposalCounts& counts) {
    std::string out;
    for (std::size_t i = 0; i < counts.by_status.size(); ++i)
        if (counts.by_status[i] > 0)
            add_part(out, counted(counts.by_status[i], status_words(static_cast<Status>(i), {})));
    return out;
}

std::string confidence_counts_words(const ProposalCounts& counts) {
    std::string out;
    for (std::size_t i = 0; i < counts.by_confidence.size(); ++i)
        if (counts.by_confidence[i] > 0)
            add_part(out, counted(counts.by_confidence[i], confidence_name(static_cast<Confidence>(i))));
    return out;
}

std::string changes_words(const Proposal& proposal, const ProposalCounts& counts) {
    const std::size_t size = proposal.operations.size() - counts.remarks;
    const std::size_t items = proposal.items_present.size();
    std::string out = "Requests: " + std::to_string(size);
    if (items > 0) out += " in " + std::to_string(items) + (items == 1 ? " item" : " items");
    if (size > 0) out += ": " + status_counts_words(counts) + "; " + confidence_counts_words(counts);
    out += ".";
    if (counts.remarks > 0) out += " Notes: " + std::to_string(counts.remarks) + ".";
    if (counts.high_flags > 0)
        out +=
            " " + std::to_string(counts.high_flags) + (counts.high_flags == 1 ? " flag is" : " flags are") + " high.";
    if (counts.wage_rows > 0) {
        out += " Wage rates: " + std::to_string(counts.wage_rows) + " rows";
        if (counts.stated_wrong > 0)
            out += ", of " + std::to_string(counts.stated_wrong) + " the stated increase does not hold";
        out += ".";
    }
    return out;
}

std::string missing_words(const Proposal& proposal) {
    std::string out;
    for (const std::string& item : proposal.items_missing) add_part(out, item);
    return out.empty() ? out : "Items missing from the numbering: " + out + ".";
}

std::string left_words(const Proposal& proposal, const ProposalCounts& counts) {
    const std::size_t stretches = proposal.not_understood.size();
    if (stretches == 0) return "Every word was read as heading, instruction, text, note or context.";
    return "Not understood: " + std::to_string(stretches) + (stretches == 1 ? " stretch, " : " stretches, ") +
           std::to_string(counts.words_not_understood) + (counts.words_not_understood == 1 ? " word." : " words.");
}

std::vector<ExceptionRow> exceptions_of(const Proposal& proposal) {
    const auto& operations = proposal.operations;
    std::vector<ExceptionRow> rows;
    const auto add_where = [&](auto holds) {
        for (std::uint32_t i = 0; i < operations.size(); ++i) {
            if (!holds(operations[i])) continue;
            std::string words = exception_words(operations[i]);
            const bool same = !rows.empty() && rows.back().words == words &&
                              operations[rows.back().operations.back()].item == operations[i].item;
            if (!same) rows.push_back({{}, std::move(words)});
            rows.back().operations.push_back(i);
        }
    };
    const auto ambiguous = [](const Operation& operation) { return operation.confidence == Confidence::ambiguous; };
    add_where(ambiguous);
    add_where([&](const Operation& operation) { return !ambiguous(operation) && count_high(operation.flags) > 0; });
    return rows;
}

std::string ids_words(const Proposal& proposal, const std::vector<std::uint32_t>& operations) {
    std::string out;
    for (const std::uint32_t index : operations) add_part(out, proposal.operations[index].id);
    return out;
}

std::vector<ItemRange> items_of(const Proposal& proposal) {
    const auto& operations = proposal.operations;
    std::vector<ItemRange> items;
    for (std::uint32_t i = 0; i < operations.size(); ++i) {
        if (i == 0 || operations[i].item != operations[i - 1].item) items.push_back({i, i});
        items.back().end = i + 1;
    }
    return items;
}

bool states_another_increase(const WageRow& row) {
    if (!row.stated_increase || row.increase.empty() || !row.increase.front()) return false;
    return *row.stated_increase != *row.increase.front();
}

std::vector<Flag> flags_of(const WageTable& table) {
    std::vector<Flag> flags = table.flags;
    for (const WageRow& row : table.rows) {
        const std::string step = step_words(row);
        for (const Flag& flag : row.flags) {
            flags.push_back(flag);
            if (!step.empty()) flags.back().text = step + ": " + flag.text;
        }
    }
    return flags;
}

std::vector<Flag> finding_flags(const Proposal& proposal) {
    std::vector<Flag> flags;
    for (const Finding& finding : proposal.findings) {
        flags.push_back(finding.flag);
        const std::string lines = lines_words(finding.lines);
        if (!lines.empty()) flags.back().text += " (" + lines + ")";
    }
    std::stable_sort(flags.begin(), flags.end(), [](const Flag& a, const Flag& b) { return a.severity < b.severity; });
    return flags;
}

std::vector<LedgerRow> ledger_rows(const Proposal& proposal) {
    std::vector<LedgerRow> rows;
    std::map<std::tuple<std::string, Status, std::string>, std::size_t> row_of;
    for (std::uint32_t i = 0; i < proposal.operations.size(); ++i) {
        const Operation& operation = proposal.operations[i];
        const auto [found, fresh] =
            row_of.try_emplace({operation.item, operation.status, operation.status_date}, rows.size());
        if (fresh) {
            rows.push_back({operation.item,
                            operation_title(operation),
                            operation.target,
                            {i},
                            operation.status,
                            operation.status_date,
                            {},
                            false});
        } else {
            LedgerRow& row = rows[found->second];
            row.operations.push_back(i);
            keep_common(row.target, operation.target);
        }
    }
    for (const TentativeAgreement& agreement : proposal.ledger) {
        const auto found = row_of.find({agreement.item, Status::tentatively_agreed, agreement.date});
        if (found == row_of.end() || !rows[found->second].mark.empty()) continue;
        rows[found->second].mark = agreement.raw;
        rows[found->second].year_inferred = agreement.year_inferred;
    }
    std::stable_sort(rows.begin(), rows.end(), [](const LedgerRow& a, const LedgerRow& b) {
        const int rank = rank_of(a.status);
        if (rank != rank_of(b.status)) return rank < rank_of(b.status);
        return rank == 2 && a.date < b.date;
    });
    return rows;
}

std::string ledger_status_words(const LedgerRow& row) {
    std::string out = status_words(row.status, row.date);
    if (!row.mark.empty()) out += ", " + row.mark;
    if (row.year_inferred) out += ", year inferred";
    return out;
}

std::vector<RequestRun> request_runs(const Proposal& proposal, const LedgerRow& row) {
    std::vector<RequestRun> runs;
    for (const std::uint32_t index : row.operations) {
        const bool goes_on = !runs.empty() && runs.back().last + 1 == index &&
                             proposal.operations[index].op == proposal.operations[runs.back().last].op;
        if (!goes_on) runs.push_back({index, index});
        runs.back().last = index;
    }
    return runs;
}

std::string ledger_requests_words(const Proposal& proposal, const LedgerRow& row) {
    std::string out;
    for (const RequestRun run : request_runs(proposal, row)) {
        const Operation& first = proposal.operations[run.first];
        const std::string to = run.last > run.first ? " to " + proposal.operations[run.last].id : "";
        add_part(out, first.id + to + " " + std::string(op_name(first.op)));
    }
    return out;
}

std::uint32_t count_high_flags(const Proposal& proposal, const LedgerRow& row) {
    std::uint32_t count = 0;
    for (const std::uint32_t index : row.operations) count += count_high(proposal.operations[index].flags);
    return count;
}

std::string ledger_money_words(const Proposal& proposal, const LedgerRow& row, std::string_view currency) {
    constexpr std::size_t most_named = 3;
    std::size_t count = 0;
    std::string out;
    for (const std::uint32_t index : row.operations)
        for (const MoneyChange& money : proposal.operations[index].money)
            if (count++ < most_named) out += (out.empty() ? "" : "; ") + money_words(money, currency);
    return count > most_named ? std::to_string(count) + " sums" : out;
}

std::string conditions_of(const Proposal& proposal, const LedgerRow& row) {
    std::vector<std::string> conditions;
    for (const std::uint32_t index : row.operations) {
        const std::string& condition = proposal.operations[index].condition;
        if (!condition.empty() && std::find(conditions.begin(), conditions.end(), condition) == conditions.end())
            conditions.push_back(condition);
    }
    std::string out;
    for (const std::string& condition : conditions) out += (out.empty() ? "" : "; ") + condition;
    return out;
}

}  // namespace stet
