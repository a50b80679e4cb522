// Holds summaries against what they sum up.
#include "proposal/summary_lints.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>

#include "grammar/wage_words.hpp"
#include "grammar/wording.hpp"
#include "proposal/letters.hpp"
#include "proposal/target.hpp"
#include "quantity/quantity.hpp"

namespace stet {

namespace {

constexpr std::size_t longest_text = 20'000;  // bytes of a text that is looked through

// ---- gists above the text

/// An amount and how it bounds.
struct Amount {
    std::string words;         ///< as printed
    std::string value;         ///< "120 hour"
    bool conditional = false;  ///< something depends on it: behind "if", in one clause
    bool strict = false;       ///< "in excess of", "less than"
    bool old = false;          ///< "from", "instead of": what is no more
};

std::vector<Amount> amounts_of(std::string_view line, const PhraseBook& book) {
    const PhrasedText text(line, book);
    std::vector<Amount> out;
    for (const Quantity& found : find_quantities(line)) {
        const bool measured = found.type == QuantityType::duration || found.type == QuantityType::money ||
                              found.type == QuantityType::percent;
        if (!measured || found.weak) continue;
        Amount amount{std::string(line.substr(found.span.begin, found.span.size())),
                      found.amount.text() + " " + found.unit};
        bool condition = false;
        for (std::size_t i = 0; i < text.size() && text.at(i).span.begin < found.span.begin; ++i) {
            if (text.is_mark(i, ".") || text.is_mark(i, ";")) condition = false;
            condition = condition || (text.is_word(i, "if") && text.has(i, WordClass::condition));
            const auto ends_before = [&](WordClass words) {
                const auto match = text.find(i, words);
                const std::size_t end = i + (match ? match->size : 0);
                return match && (end >= text.size() || text.at(end).span.begin >= found.span.begin);
            };
            amount.strict =
                amount.strict || ends_before(WordClass::strictly_above) || ends_before(WordClass::strictly_below);
            amount.old =
                amount.old || ends_before(WordClass::instead_of) ||
                (text.is_word(i, "from") && (i + 1 >= text.size() || text.at(i + 1).span.begin >= found.span.begin));
        }
        amount.conditional = condition;
        out.push_back(std::move(amount));
    }
    return out;
}

/// The block opens with the section's own label: "Section 94. …", "9.4 …".
bool opens_with_section(const DrawnBlock& block, const std::string& section, const PhraseBook& book) {
    std::string all;
    for (const DrawnRun& run : block.runs) all += run.text;
    const PhrasedText text(std::string_view(all).substr(0, 60), book);
    if (const auto place = parse_place(text, 0, text.size()))
        if (const UnitName* unit = place->find(WordClass::section))
            return unit->labels.size() == 1 && unit->labels.front() == section;
    return all.starts_with(section) && all.size() > section.size() && !is_digit(all[section.size()]);
}

/// "c. … if the employee has 120 hours" above "Section 94. … if he has in excess of 120 hours": gists above the text
/// that they announce.
void lint_gists(Operation& operation, const PhraseBook& book) {
    if (operation.target.section.empty() || operation.inserted_text.size() > longest_text) return;
    const auto text = std::find_if(operation.drawn.begin(), operation.drawn.end(), [&](const DrawnBlock& block) {
        return opens_with_section(block, operation.target.section, book);
    });
    if (text == operation.drawn.begin() || text == operation.drawn.end()) return;
    std::vector<Amount> printed;
    for (auto block = text; block != operation.drawn.end(); ++block)
        for (Amount& amount : amounts_of(new_text(*block), book)) printed.push_back(std::move(amount));
    for (auto block = operation.drawn.begin(); block != text; ++block)
        for (const Amount& said : amounts_of(new_text(*block), book)) {
            if (said.old) continue;
            std::size_t times = 0, bounds = 0;
            bool found = false;
            std::string words;
            for (const Amount& amount : printed) {
                if (amount.value != said.value) continue;
                found = true;
                if (!amount.conditional) continue;
                ++times;
                bounds += amount.strict != said.strict;
                words = amount.words;
            }
            if (!found)
                add_flag(operation, "SUMMARY_DIFFERS_FROM_TEXT", FlagSeverity::high,
                         "the summary has “" + said.words + "”, which the text below it has not");
            else if (said.conditional && times > 0 && bounds == times)
                add_flag(operation, "SUMMARY_DIFFERS_FROM_TEXT", FlagSeverity::high,
                         "the summary has “" + said.words + "”, the text " + (said.strict ? "" : "more or less than ") +
                             "“" + words + "”: at exactly that amount they differ");
        }
}

// ---- highlights and demands

/// Pairs of neighbouring words that tell a subject: "night differential".
std::set<std::string> subjects_of(std::string_view text) {
    constexpr std::size_t least = 5;  // letters
    std::set<std::string> out;
    const std::string key = phrase_key(text);
    std::string before;
    for (std::size_t at = 1; at < key.size();) {
        const std::size_t end = key.find(' ', at);
        const std::string word = key.substr(at, end - at);
        const bool tells = word.size() >= least && !has_digit(word);
        if (tells && !before.empty()) out.insert(before + " " + word);
        before = tells ? word : std::string();
        at = end + 1;
    }
    return out;
}

std::set<std::string> sums_in(std::string_view text) {
    std::set<std::string> out;
    for (const Quantity& quantity : find_quantities(text))
        if (quantity.type == QuantityType::money) out.insert(quantity.amount.text(2));
    return out;
}

std::string text_of(const Operation& operation) {
    return (operation.heading + "\n" + operation.instruction + "\n" + operation.struck_text + "\n" +
            operation.inserted_text)
        .substr(0, longest_text);
}

/// The one demand about a subject of the highlight, where it tells sums and none of the highlight's.
class Highlights {
public:
    explicit Highlights(const std::vector<Operation>& operations) : operations_(operations) {
        for (std::size_t i = 0; i < operations.size(); ++i) {
            if (is_summary(operations[i])) continue;
            const std::string text = text_of(operations[i]);
            for (const std::string& subject : subjects_of(text)) about_[subject].push_back(i);
        }
    }

    std::optional<std::string> differs(std::string_view claim) const {
        const std::set<std::string> sums = sums_in(claim);
        if (sums.empty()) return std::nullopt;
        for (const std::string& subject : subjects_of(claim)) {
            const auto found = about_.find(subject);
            if (found == about_.end() || found->second.size() != 1) continue;
            const Operation& demand = operations_[found->second.front()];
            const std::set<std::string> asked = sums_in(text_of(demand));
            const bool shares =
                std::any_of(asked.begin(), asked.end(), [&](const std::string& sum) { return sums.contains(sum); });
            if (!asked.empty() && !shares)
                return "“" + subject + "”: the highlight has $" + *sums.rbegin() + ", line " +
                       std::to_string(demand.lines.first) + " has $" + *asked.rbegin();
        }
        return std::nullopt;
    }

private:
    const std::vector<Operation>& operations_;
    std::map<std::string, std::vector<std::size_t>> about_;
};

void lint_highlights(Proposal& proposal) {
    const Highlights highlights(proposal.operations);
    for (Operation& operation : proposal.operations)
        if (is_summary(operation))
            if (auto text = highlights.differs(operation.inserted_text))
                add_flag(operation, "SUMMARY_DIFFERS_FROM_TEXT", FlagSeverity::high, std::move(*text));
    std::vector<Finding> differing;
    for (const Finding& claim : proposal.findings)
        if (claim.flag.code == "CLAIM")
            if (auto text = highlights.differs(claim.flag.text))
                differing.push_back({{"SUMMARY_DIFFERS_FROM_TEXT", FlagSeverity::high, std::move(*text)}, claim.lines});
    proposal.findings.insert(proposal.findings.end(), differing.begin(), differing.end());
}

// ---- what the preamble takes in

/// "Harbor Point (Deli Only)": a place of which the preamble takes in one group.
struct Scope {
    std::string words;  ///< as printed
    std::string place;  ///< as a key
    std::string group;  ///< the same
};

/// Words in capitals right before `end`: "Harbor Point/Elmvale" is two places.
std::vector<std::string> places_before(std::string_view text, std::size_t end) {
    std::size_t begin = end;
    while (begin > 0) {
        const std::size_t last = text.substr(0, begin).find_last_not_of(' ');
        if (last == std::string_view::npos || text[last] == ',' || text[last] == ';' || text[last] == '.') break;
        const std::size_t blank = text.substr(0, last).rfind(' ');
        const std::size_t word = blank == std::string_view::npos ? 0 : blank + 1;
        if (!is_upper(text[word])) break;
        begin = word;
    }
    std::vector<std::string> out;
    for (std::size_t at = begin; at < end;) {
        const std::size_t stop = std::min(text.substr(0, end).find('/', at), end);
        if (stop > at) out.push_back(phrase_key(text.substr(at, stop - at)));
        at = stop + 1;
    }
    return out;
}

std::vector<Scope> scopes_of(std::string_view text, const PhraseBook& book) {
    constexpr std::size_t longest_group = 60;  // bytes of a bracket that names a group
    std::vector<Scope> out;
    std::size_t from = 0;  // behind the bracket before
    for (std::size_t close = text.find(')'); close != std::string_view::npos; close = text.find(')', from)) {
        from = std::max(from, close - std::min(close, longest_group));
        const std::size_t bracket = text.substr(from, close - from).rfind('(');
        const std::size_t open = from + bracket;
        from = close + 1;
        if (bracket == std::string_view::npos) continue;
        const std::string_view inside = text.substr(open + 1, close - open - 1);
        const PhrasedText words(inside, book);
        const std::size_t last = words.size() - 1;
        if (words.size() < 2 || words.size() > 4 || !words.has(last, WordClass::only)) continue;
        const std::string group = phrase_key(inside.substr(0, words.at(last).span.begin));
        for (std::string& place : places_before(text, open))
            out.push_back({fold_blanks(text.substr(open, close + 1 - open)), std::move(place), group});
    }
    return out;
}

/// Classifications of a table that are not of the group; where the table is called after the place, those of its rows.
void add_others(const WageTable& table, const Scope& scope, std::string& to) {
    const auto add = [&](const std::string& name) {
        if (phrase_key(name).find(scope.group) == std::string::npos) to += (to.empty() ? "" : ", ") + name;
    };
    if (phrase_key(table.classification).find(scope.place) == std::string::npos) return add(table.classification);
    for (const WageRow& row : table.rows) add(row.step_new.empty() ? row.step_current : row.step_new);
}

void lint_scope(Proposal& proposal, const PhraseBook& book) {
    const std::uint32_t first =
        proposal.operations.empty() ? 0 : proposal.operations.front().lines.first;  // the preamble ends there
    std::vector<Scope> scopes;
    for (const Block& block : proposal.document.blocks) {
        if (block.line() >= first || block.kind == BlockKind::table_row) break;
        for (Scope& scope : scopes_of(block.text, book)) scopes.push_back(std::move(scope));
    }
    if (scopes.empty()) return;
    for (Operation& operation : proposal.operations) {
        std::map<const Scope*, std::string> others;
        for (const WageTable& table : proposal.wage_tables) {
            const bool inside = operation.lines.first <= table.lines.first && table.lines.last <= operation.lines.last;
            if (operation.op == Op::note || !inside) continue;
            const std::string caption = phrase_key(table.group + " " + table.classification);
            for (const Scope& scope : scopes)
                if (caption.find(scope.place) != std::string::npos) add_others(table, scope, others[&scope]);
        }
        for (const auto& [scope, names] : others)
            if (!names.empty())
                add_flag(operation, "SCOPE_DIFFERS", FlagSeverity::medium,
                         "of" + scope->place + "the preamble takes in “" + scope->words +
                             "” alone, its tables are also for " + names);
    }
}

}  // namespace

void lint_summaries(Proposal& proposal, const PhraseBook& book) {
    for (Operation& operation : proposal.operations) lint_gists(operation, book);
    lint_highlights(proposal);
    lint_scope(proposal, book);
}

}  // namespace stet
