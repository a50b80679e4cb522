// Differences are the changes of a redline; words of open items are looked for in them.
#include "report/seal.hpp"

#include <algorithm>

#include "proposal/find_words.hpp"
#include "proposal/letters.hpp"
#include "proposal/status_mark.hpp"
#include "text/words.hpp"

namespace stet {

namespace {

std::string facts_of(const Change& change) {
    std::string out;
    for (const Fact fact : change.facts) out += (out.empty() ? "" : ", ") + std::string(fact_name(fact));
    return out;
}

/// Words that the draft's authors struck and that still are printed in it: with its marks carried out they are gone.
bool is_mark(const Change& change) {
    return !change.facts.empty() &&
           std::all_of(change.facts.begin(), change.facts.end(), [](Fact fact) { return fact == Fact::struck; });
}

std::size_t count_differences(const Redline& redline) {
    return static_cast<std::size_t>(std::count_if(redline.changes.begin(), redline.changes.end(),
                                                  [](const Change& change) { return !is_mark(change); }));
}

/// Whether a text has the words, and not only their letters: “and” is none of “mandatory”.
bool holds_words(const std::string& text, const std::string& words) {
    const auto is_letter = [](char c) { return is_lower(c) || is_upper(c) || is_digit(c) || (c & 0x80) != 0; };
    for (std::size_t at = text.find(words); at != std::string::npos && !words.empty(); at = text.find(words, at + 1)) {
        const std::size_t end = at + words.size();
        const bool begins = at == 0 || !is_letter(text[at - 1]) || !is_letter(words.front());
        if (begins && (end == text.size() || !is_letter(text[end]) || !is_letter(words.back()))) return true;
    }
    return false;
}

/// Words of a difference and words of an item: the same, or one in the other, and so many of them that they are no
/// chance ("may").
bool is_part(const std::string& words, const std::string& whole) {
    constexpr std::uint32_t no_chance = 3;
    if (words.empty() || whole.empty()) return false;
    if (words == whole) return true;
    const bool inside = words.size() < whole.size() ? holds_words(whole, words) : holds_words(words, whole);
    const std::string& shorter = words.size() < whole.size() ? words : whole;
    const bool figure = std::any_of(shorter.begin(), shorter.end(), is_digit) && &shorter == &whole;
    return inside && (figure || count_words(shorter) >= no_chance);
}

/// The open item that asks for these words, or for their strike.
std::string open_item(const Change& change, const std::vector<Proposal>& rounds) {
    const std::string after = one_line(change.after_text);
    const std::string before = one_line(change.before_text);
    for (std::size_t round = rounds.size(); round-- > 0;)
        for (const Operation& operation : rounds[round].operations) {
            if (is_agreed(operation) || operation.op == Op::note) continue;
            const std::string fresh = one_line(operation.inserted_text);
            const std::string struck = one_line(operation.struck_text);
            if (is_part(after, fresh) || (after.empty() && is_part(before, struck)))
                return round_words(rounds[round], round) + ", item " + operation.id + " (" +
                       std::string(status_name(operation.status)) + ")";
        }
    return {};
}

SheetTable differences(const Redline& redline, const std::vector<Proposal>& rounds) {
    SheetTable table{"differences",
                     "Differences",
                     {{"change", "Change", true},
                      {"place", "Place", true},
                      {"kind", "Kind", false},
                      {"agreed", "Base with what was agreed", false},
                      {"final", "Final draft", false},
                      {"open_item", "Words of an item that is not agreed", false}},
                     {},
                     "None."};
    for (std::size_t i = 0; i < redline.changes.size(); ++i) {
        const Change& change = redline.changes[i];
        if (is_mark(change)) continue;
        table.rows.push_back({"c" + std::to_string(i + 1), change.title, facts_of(change), change.before_text,
                              change.after_text, open_item(change, rounds)});
    }
    return table;
}

SheetTable marks(const Redline& redline) {
    SheetTable table{
        "struck", "Struck and still printed", {{"place", "Place", true}, {"words", "Words", false}}, {}, {}};
    for (const Change& change : redline.changes)
        if (is_mark(change)) table.rows.push_back({change.title, change.before_text});
    return table;
}

/// Nothing of what was agreed is missing in the text that the final draft is compared with.
bool is_in_it(const CarriedOut& step) {
    return step.done || step.holds_already;
}

}  // namespace

namespace {

std::string count_words(const Redline& redline) {
    const std::size_t count = count_differences(redline);
    return std::to_string(count) + (count == 1 ? " difference" : " differences");
}

/// Marks of agreement that agree to something which is not among the items.
std::size_t count_unread_marks(const std::vector<Proposal>& rounds) {
    std::size_t count = 0;
    for (const Proposal& round : rounds)
        count += static_cast<std::size_t>(
            std::count_if(round.findings.begin(), round.findings.end(),
                          [](const Finding& finding) { return finding.flag.code == agreement_not_read; }));
    return count;
}

/// Subjects that were agreed and of which a later round asks for something else: no text says how they stand.
std::size_t count_reopened(const Ledger& ledger) {
    return static_cast<std::size_t>(std::count_if(ledger.subjects.begin(), ledger.subjects.end(),
                                                  [](const Subject& subject) { return subject.reopened; }));
}

SheetTable unread_marks(const std::vector<Proposal>& rounds) {
    SheetTable table{"unread",
                     "Marks of agreement that are not read",
                     {{"round", "Round", true}, {"line", "Line", true}, {"mark", "Mark", false}},
                     {},
                     {}};
    for (std::size_t i = 0; i < rounds.size(); ++i)
        for (const Finding& finding : rounds[i].findings)
            if (finding.flag.code == agreement_not_read)
                table.rows.push_back(
                    {round_words(rounds[i], i), std::to_string(finding.lines.first), finding.flag.text});
    return table;
}

std::string sealed_words(const Redline& redline) {
    return redline.changes.empty() ? "SEALED: the final draft"
                                   : "SEALED, once its marks are carried out: the final draft without what is struck";
}

}  // namespace

bool is_sealed(const Redline& redline, const std::vector<CarriedOut>& steps, bool reads_back,
               const std::vector<Proposal>& rounds, const Ledger& ledger) {
    return reads_back && count_unread_marks(rounds) == 0 && count_reopened(ledger) == 0 && redline.verified.holds() &&
           count_differences(redline) == 0 && std::all_of(steps.begin(), steps.end(), is_in_it);
}

Sheet seal_sheet(const Redline& redline, const std::vector<CarriedOut>& steps, bool reads_back,
                 const LatestOperations& agreed, const std::vector<Proposal>& rounds, const Ledger& ledger) {
    Sheet sheet;
    sheet.format = "stet-seal/1";
    sheet.title = "Seal of " + redline.after.source.name();
    const auto missing =
        std::count_if(steps.begin(), steps.end(), [](const CarriedOut& step) { return !is_in_it(step); });
    const std::string items = std::to_string(steps.size()) + " agreed " + (steps.size() == 1 ? "item" : "items");
    const std::size_t marks_unread = count_unread_marks(rounds);
    const std::string unread_agreed =
        marks_unread == 0 ? "" : "; " + std::to_string(marks_unread) + " of the marks of agreement not read";
    const std::size_t again = count_reopened(ledger);
    const std::string reopened_words =
        again == 0 ? ""
                   : "; " + std::to_string(again) + (again == 1 ? " subject" : " subjects") + " agreed and open again";
    sheet.lines.push_back(is_sealed(redline, steps, reads_back, rounds, ledger)
                              ? sealed_words(redline) + " is the base and " + items + ", and nothing else."
                              : "NOT SEALED: " + count_words(redline) + " from the base and " + items + "; " +
                                    std::to_string(missing) + " of these not carried out" + unread_agreed +
                                    reopened_words + ".");
    if (!reads_back)
        sheet.lines.push_back("NOT VERIFIED: the base with what was agreed does not read back as planned.");
    sheet.lines.push_back("Base: " + redline.before.source.name() + ". Final draft: sha256 " +
                          redline.after.source.sha256() + ". " + std::to_string(redline.typographic) +
                          " differences of typography only.");
    const auto set_aside = [](const Block& block) { return is_set_aside(block.kind); };
    const auto aside = std::max(
        std::count_if(redline.after.blocks.begin(), redline.after.blocks.end(), set_aside),
        std::count_if(redline.before.blocks.begin(), redline.before.blocks.end(), set_aside));
    if (aside > 0)
        sheet.lines.push_back("Not compared: " + std::to_string(aside) + (aside == 1 ? " block" : " blocks") +
                              " of contents and page furniture.");
    std::size_t unread = 0;
    for (const Proposal& round : rounds) unread += round.not_understood.size();
    if (unread > 0)
        sheet.lines.push_back("Of the proposals " + std::to_string(unread) +
                              (unread == 1 ? " stretch is" : " stretches are") +
                              " not understood; what is agreed there is not among the agreed items.");
    if (again > 0)
        sheet.lines.push_back("What was agreed and is open again is not among the agreed items: " +
                              std::to_string(again) + (again == 1 ? " subject." : " subjects."));
    if (redline.after.marked)
        sheet.lines.push_back("The final draft bears marks of its authors, and is read with their changes made.");
    sheet.tables.push_back(differences(redline, rounds));
    SheetTable items_table{"agreed",
                           "Agreed items",
                           {{"item", "Item", true},
                            {"heading", "Heading", true},
                            {"ta_date", "TA date", false},
                            {"reason", "Not carried out", false}},
                           {},
                           "Nothing is agreed."};
    for (const CarriedOut& step : steps) {
        const Operation& operation = agreed.operations[step.operation];
        const Subject& subject = ledger.subjects[agreed.subjects[step.operation]];
        const Stance& stance = subject.stances[agreed.stances[step.operation]];
        items_table.rows.push_back(
            {stance_words(rounds, subject, stance), operation.heading, operation.status_date, step.reason});
    }
    sheet.tables.push_back(std::move(items_table));
    SheetTable reopened{"reopened", "Agreed and open again", {{"place", "Heading", true}}, {}, {}};
    for (const Subject& subject : ledger.subjects)
        if (subject.reopened)
            if (const Operation* last = last_word(rounds, subject, false)) reopened.rows.push_back({last->heading});
    sheet.tables.push_back(std::move(reopened));
    sheet.tables.push_back(unread_marks(rounds));
    sheet.tables.push_back(marks(redline));
    return sheet;
}

}  // namespace stet
