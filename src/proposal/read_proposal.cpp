// From the blocks of a proposal to what it asks for: the flow.
#include "proposal/read_proposal.hpp"

#include <algorithm>
#include <future>
#include <map>

#include "grammar/wage_words.hpp"
#include "grammar/wording.hpp"
#include "proposal/account.hpp"
#include "proposal/claims.hpp"
#include "proposal/document_facts.hpp"
#include "proposal/excepted_units.hpp"
#include "proposal/hanging_labels.hpp"
#include "proposal/item_terms.hpp"
#include "proposal/items.hpp"
#include "proposal/mark_use.hpp"
#include "proposal/operation_lints.hpp"
#include "proposal/phrases.hpp"
#include "proposal/position_rows.hpp"
#include "proposal/read_instructions.hpp"
#include "proposal/reconcile.hpp"
#include "proposal/side_by_side.hpp"
#include "proposal/steps.hpp"
#include "proposal/summary_lints.hpp"
#include "proposal/target.hpp"
#include "proposal/two_texts.hpp"
#include "proposal/wage_operations.hpp"
#include "proposal/wage_tables.hpp"
#include "proposal/word_marks.hpp"
#include "quantity/quantity.hpp"
#include "text/parallel.hpp"
#include "text/words.hpp"

namespace stet {

namespace {

constexpr std::size_t blocks_worth_a_thread = 200;
constexpr std::size_t items_a_thread = 16;

/// What one item says and asks for.
struct AskedFor {
    Steps steps;
    std::vector<Operation> operations;
};

/// "11.1", "11.2"; "5" where an item asks one thing only.
void number_operations(std::vector<Operation>& operations, const std::string& item) {
    if (operations.size() == 1) {
        operations.front().id = item;
        return;
    }
    for (std::size_t i = 0; i < operations.size(); ++i) operations[i].id = item + "." + std::to_string(i + 1);
}

/// The one section whose label is printed in the steps; empty where there is none or several.
std::string only_section(const std::vector<Step>& steps) {
    std::string only;
    for (const Step& step : steps) {
        if (!step.labelled || step.target.section == only) continue;
        if (!only.empty()) return {};
        only = step.target.section;
    }
    return only;
}

/// What a mark for an item as a whole is about: the heading's place; where it names none, the article of the steps.
Target whole_of(const Target& heading, const Target& step) {
    if (!heading.article.empty() || !heading.section.empty() || !heading.letter.empty()) return heading;
    Target out;
    out.article = step.article;
    out.article_title = step.article_title;
    out.letter = step.letter;
    return out;
}

/// Marks of agreement among the sentences of an item that stand for none of what is read: those of `ledger`, the
/// item's own. One at the heading stands for all of it.
void tell_unread_marks(Proposal& proposal, const ProposalItem& item, std::size_t ledger, const ProposalWords& words,
                       std::string_view date) {
    constexpr std::size_t reach = 160;  // bytes of a mark
    const auto& heading = item.heading.status;
    for (BlockId id = item.first; id < item.end; ++id) {
        const Block& block = proposal.document.blocks[id];
        if (is_set_aside(block.kind)) continue;
        const std::string_view text = block.text;
        for (std::size_t at = text.find('('); at != std::string_view::npos; at = text.find('(', at + 1)) {
            const std::string_view near = text.substr(at, reach);
            const auto mark = find_status_mark(near.substr(0, near.find(')') + 1), words, date);
            if (!mark || mark->span.begin > 0 || mark->status != Status::tentatively_agreed) continue;
            const bool read = (heading && heading->raw == mark->raw) ||
                              std::any_of(proposal.ledger.begin() + static_cast<std::ptrdiff_t>(ledger),
                                          proposal.ledger.end(), [&](const TentativeAgreement& one) {
                                              return one.raw == mark->raw && one.lines.first <= block.last_line() &&
                                                     block.line() <= one.lines.last;
                                          });
            if (read) continue;
            proposal.findings.push_back({{std::string(agreement_not_read), FlagSeverity::high,
                                          "what the mark “" + mark->raw + "” agrees to is not read"},
                                         {block.line(), block.last_line()}});
        }
    }
}

/// The printed marks of agreement: one for an item's heading, one for each section that has its own.
void read_ledger(Proposal& proposal, const Document& document, const ProposalItem& item,
                 const std::vector<Step>& steps) {
    std::vector<std::string> taken;
    const auto add = [&](const StatusMark& mark, const Target& target, Lines lines) {
        if (mark.status != Status::tentatively_agreed) return;
        const std::string key = mark.signed_on ? mark.raw
                                               : mark.raw + "\n" + target.article + "\n" + target.section + "\n" +
                                                     target.paragraph + "\n" + target.letter;
        if (std::find(taken.begin(), taken.end(), key) != taken.end()) return;
        taken.push_back(key);
        proposal.ledger.push_back(
            {item.id, target, mark.date, mark.raw, mark.year_inferred || mark.date_inferred, lines});
    };
    const auto& heading = item.heading.status;
    if (heading && heading->status == Status::tentatively_agreed) {
        const std::uint32_t line = document.blocks[item.first].line();
        Target target = item.heading.target;
        if (target.section.empty()) target.section = only_section(steps);
        // What the title agrees without a date is told with the date that the item gives itself.
        const bool dated = (heading->date_inferred || heading->date.empty()) &&
                           std::any_of(steps.begin(), steps.end(), [](const Step& step) {
                               return step.status && step.status->status == Status::tentatively_agreed &&
                                      !step.status->date_inferred && !step.status->date.empty();
                           });
        const bool by_title = item.heading.text.find(heading->raw) == std::string::npos &&
                              proposal.title.find(heading->raw) != std::string::npos;
        const bool agreed = steps.empty() || std::any_of(steps.begin(), steps.end(), [](const Step& step) {
                                return step.status && step.status->status == Status::tentatively_agreed;
                            });
        if (!dated && (agreed || !by_title)) add(*heading, target, {line, line});
    }
    // The heading's own mark, printed again at a section, is no other.
    for (const Step& step : steps)
        if (step.status && (!heading || step.status->status != heading->status || step.status->date != heading->date ||
                            step.target.article != item.heading.target.article))
            add(*step.status, step.status->signed_on ? whole_of(item.heading.target, step.target) : step.target,
                step.lines);
}

/// "Counterproposal" of "Counterproposal to the Employer's Package": what is answered is not what answers.
std::string_view before_answered(std::string_view title, const PhraseBook& book) {
    const PhrasedText text(title, book);
    for (std::size_t i = 0; i < text.size(); ++i)
        if (const auto offer = text.find(i, WordClass::offer); offer && text.is_word(i + offer->size, "to"))
            return title.substr(0, text.at(i + offer->size).span.begin);
    return title;
}

/// "Union What-If No. 2", "Comprehensive Package Proposal": a status of the whole anywhere in its title.
std::optional<StatusMark> status_named_in(std::string_view title, const ProposalWords& words, const PhraseBook& book) {
    const std::string key = phrase_key(before_answered(title, book));
    for (const Status status : {Status::supposal, Status::package})
        for (const auto& [name, phrases] : words.status)
            if (name == status_name(status) && says(key, phrases)) {
                StatusMark mark;
                mark.status = status;
                mark.raw = title;
                return mark;
            }
    return std::nullopt;
}

bool names_part(std::string_view sentence, const PhraseBook& book) {
    const PhrasedText text(sentence, book);
    for (std::size_t i = 0; i < text.size(); ++i)
        if (const auto place = parse_place(text, i, text.size()); place && place->has_label()) return true;
    return false;
}

/// "All of the following is offered as a package.": a sentence that says so of all, with no "not" or "if" in front, and
/// naming no part.
std::optional<StatusMark> package_in(std::string_view text, const ProposalWords& words, const PhraseBook& book) {
    constexpr std::ptrdiff_t words_of_statement = 3;  // "offered as a package"; fewer are a title's
    const auto named = std::find_if(words.status.begin(), words.status.end(),
                                    [](const auto& one) { return one.first == status_name(Status::package); });
    if (named == words.status.end()) return std::nullopt;
    for (std::size_t at = 0, stop = 0; at < text.size(); at = stop + 1) {
        stop = std::min({text.find(". ", at), text.find('\n', at), text.size()});
        const std::string key = phrase_key(text.substr(at, stop - at));
        for (const std::string& phrase : named->second) {
            const std::size_t said = key.find(" " + phrase + " ");
            if (std::count(phrase.begin(), phrase.end(), ' ') + 1 < words_of_statement || said == std::string::npos)
                continue;
            const std::string front = key.substr(0, said + 1);
            if (says(front, words.of(WordClass::exception)) || says(front, words.of(WordClass::condition)) ||
                opens_with(front, words.of(WordClass::no_text)) || names_part(text.substr(at, stop - at), book))
                continue;
            StatusMark package;
            package.status = Status::package;
            package.raw = phrase;
            return package;
        }
    }
    return std::nullopt;
}

/// The mark of status that a title of the document bears: in brackets, or its own words.
std::optional<StatusMark> document_status(const Proposal& proposal, const ProposalWords& words, const PhraseBook& book,
                                          BlockId preamble_end) {
    if (const auto mark = find_status_mark(proposal.title, words, proposal.date)) {
        const bool agreed = mark->status == Status::tentatively_agreed && mark->span.begin == 0;
        if (agreed || mark->status == Status::package || mark->status == Status::supposal) return mark;
    }
    if (const auto mark = status_named_in(proposal.title, words, book)) return mark;
    constexpr BlockId blocks_of_title = 12;
    constexpr std::uint32_t longest_title = 12;  // words
    for (BlockId id = 0; id < std::min(preamble_end, blocks_of_title); ++id) {
        const Block& block = proposal.document.blocks[id];
        if (is_set_aside(block.kind)) continue;
        if (auto package = package_in(block.text, words, book)) return package;
        if (count_words(block.text) > longest_title) continue;
        const auto mark = find_status_mark(block.text, words, proposal.date);
        if (mark && (mark->status == Status::package || mark->status == Status::supposal)) return mark;
        // "WHAT-IF – Off the record"
        for (const auto& [name, phrases] : words.status)
            if (name == status_name(Status::supposal) && opens_with(phrase_key(block.text), phrases)) {
                StatusMark supposed;
                supposed.status = Status::supposal;
                supposed.raw = block.text;
                return supposed;
            }
    }
    // "This is a package proposal. …" below all that is asked.
    constexpr std::size_t blocks_of_end = 3;
    const auto count = static_cast<BlockId>(proposal.document.blocks.size());
    for (BlockId id = count, left = blocks_of_end; id-- > preamble_end && left > 0; --left)
        if (const Block& block = proposal.document.blocks[id]; block.kind == BlockKind::paragraph)
            if (auto package = package_in(block.text, words, book)) return package;
    return std::nullopt;
}

/// "TA #3 – Article 10 – signed 3/16/26 (all but 10.6)": what the document's title says of an item, on the day and but
/// for the units that its own line tells.
StatusMark mark_in_line(const StatusMark& title, const Block& block, const PhraseBook& book) {
    constexpr std::size_t longest = 300;  // bytes
    StatusMark mark = title;
    const std::string line =
        fold_blanks(std::string_view(block.text).substr(0, std::min(block.text.find('\n'), longest)));
    std::vector<std::string> days;
    for (const Quantity& value : find_quantities(line))
        if (is_full_date(value)) days.push_back(value.iso);
    if (days.size() == 1 && mark.date_inferred) {
        mark.date = days.front();
        mark.date_inferred = false;
    }
    if (!excepted_units_of_mark(PhrasedText(line, book)).empty()) {
        mark.excepts = true;
        mark.raw = line;
    }
    return mark;
}

/// A document that is called a tentative agreement, or a package, is one: each item without a mark of its own.
void lay_document_status(Proposal& proposal, const ProposalWords& words, const PhraseBook& book, Items& items,
                         PositionRows& rows) {
    auto mark = document_status(proposal, words, book, items.preamble_end);
    if (!mark) return;
    const bool agreed = mark->status == Status::tentatively_agreed;
    const bool some_marked = std::any_of(items.items.begin(), items.items.end(), [&](const ProposalItem& item) {
        return item.heading.status && item.heading.status->status == mark->status;
    });
    // Where some items are marked as the package, the others are none of it.
    if (!agreed && some_marked) return;
    if (agreed && mark->date.empty()) {
        mark->date = proposal.date;
        mark->date_inferred = true;
    }
    proposal.findings.push_back({{agreed                             ? "AGREED_BY_TITLE"
                                  : mark->status == Status::supposal ? "SUPPOSAL_BY_TITLE"
                                                                     : "PACKAGE_BY_TITLE",
                                  FlagSeverity::medium,
                                  "the title “" + (agreed ? proposal.title : mark->raw) + "” calls all of it " +
                                      (agreed                             ? "agreed"
                                       : mark->status == Status::supposal ? "a supposal, which is no proposal"
                                                                          : "a package") +
                                      "; items that say otherwise keep what they say"},
                                 {}});
    for (ProposalItem& item : items.items)
        if (!item.heading.status)
            item.heading.status = agreed ? mark_in_line(*mark, proposal.document.blocks[item.first], book) : *mark;
    for (RowDemand& row : rows.demands)
        if (!row.item.heading.status) row.item.heading.status = mark;
}

}  // namespace

Proposal read_proposal(Document document, const Grammar& grammar, std::string_view marks) {
    Proposal proposal;
    proposal.document = std::move(document);
    if (is_instructions(proposal.document)) {
        proposal.operations = read_instructions(proposal.document, proposal.not_understood);
        for (const Operation& operation : proposal.operations) proposal.items_present.push_back(operation.item);
        return proposal;
    }
    const PhraseBook book(grammar.proposal);
    const std::string date =
        document_date(proposal.document, static_cast<BlockId>(proposal.document.blocks.size()), book, grammar.proposal);
    lay_hanging_labels(proposal.document, book);
    lay_word_marks(proposal.document, grammar, book);
    const MarkUse use = find_mark_use(proposal.document, book, marks);
    lay_side_by_side(proposal.document, grammar, book, use, date);
    lay_two_texts(proposal.document, grammar, book, use, date);
    PositionRows rows = take_position_rows(proposal.document, grammar, book, date);
    const bool large = proposal.document.blocks.size() > blocks_worth_a_thread;
    auto read_tables = std::async(large ? std::launch::async : std::launch::deferred,
                                  [&] { return read_money_tables(proposal.document, grammar); });
    Items items = read_items(proposal.document, grammar, book, date);
    read_document_facts(proposal, items, book, grammar.proposal);
    lay_document_status(proposal, grammar.proposal, book, items, rows);
    read_preamble(proposal, items, book);
    proposal.items_missing = items.missing;
    proposal.findings.insert(proposal.findings.end(), items.findings.begin(), items.findings.end());
    for (const BlockId id : find_item_terms(proposal.document, items, book))
        std::prev(std::upper_bound(items.items.begin(), items.items.end(), id,
                                   [](BlockId block, const ProposalItem& item) { return block < item.first; }))
            ->terms.push_back(id);
    std::vector<BlockId> terms;
    std::vector<AskedFor> asked(items.items.size());
    for_each_index(asked.size(), items_a_thread, [&](std::size_t i) {
        const ProposalItem& item = items.items[i];
        asked[i].steps = read_steps(proposal.document, item, grammar, book, use, date);
        asked[i].operations = reconcile(proposal.document, item, asked[i].steps.steps, use, book);
        number_operations(asked[i].operations, item.id);
    });
    for (std::size_t i = 0; i < asked.size(); ++i) {
        const ProposalItem& item = items.items[i];
        auto& [found, operations] = asked[i];
        proposal.items_present.push_back(item.id);
        const std::size_t ledger = proposal.ledger.size();
        read_ledger(proposal, proposal.document, item, found.steps);
        tell_unread_marks(proposal, item, ledger, grammar.proposal, date);
        terms.insert(terms.end(), found.terms.begin(), found.terms.end());
        std::move(found.findings.begin(), found.findings.end(), std::back_inserter(proposal.findings));
        account_for_text(proposal, item, found.steps, found.asides, operations, grammar, book);
        std::move(operations.begin(), operations.end(), std::back_inserter(proposal.operations));
    }
    lay_item_terms(proposal, terms, items, book);
    for (const RowDemand& row : rows.demands) {
        proposal.items_present.push_back(row.item.id);
        const Steps read = read_steps(row.document, row.item, grammar, book, use, date);
        read_ledger(proposal, row.document, row.item, read.steps);
        std::vector<Operation> operations = reconcile(row.document, row.item, read.steps, use, book);
        lay_row(operations, row);
        number_operations(operations, row.item.id);
        std::move(operations.begin(), operations.end(), std::back_inserter(proposal.operations));
    }
    std::move(rows.not_read.begin(), rows.not_read.end(), std::back_inserter(proposal.not_understood));
    if (!rows.demands.empty())
        std::stable_sort(proposal.operations.begin(), proposal.operations.end(),
                         [](const Operation& a, const Operation& b) { return a.lines.first < b.lines.first; });
    lint_operations(proposal, grammar.proposal, book);
    MoneyTables tables = read_tables.get();
    proposal.wage_tables = std::move(tables.wages);
    proposal.money_tables = std::move(tables.other);
    account_for_rows(proposal, items.preamble_end);
    join_tables(proposal);
    test_claims(proposal, grammar);
    lint_summaries(proposal, book);
    return proposal;
}

}  // namespace stet
